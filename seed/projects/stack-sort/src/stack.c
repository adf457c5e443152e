#include "stack.h"

#include <stdlib.h>
#include <string.h>

const char *const operation_names[OPERATION_COUNT] = {
    "sa", "sb", "ss", "pa", "pb", "ra", "rb", "rr", "rra", "rrb", "rrr",
};

static bool stack_init(struct stack *stack, size_t capacity)
{
    stack->values = calloc(capacity > 0 ? capacity : 1, sizeof *stack->values);
    stack->count = 0;
    stack->capacity = capacity;
    return stack->values != NULL;
}

bool table_init(struct table *table, const int *values, size_t count)
{
    bool has_a = stack_init(&table->a, count);
    bool has_b = stack_init(&table->b, count);

    if (!has_a || !has_b) {
        table_free(table);
        return false;
    }
    if (count > 0)
        memcpy(table->a.values, values, count * sizeof *values);
    table->a.count = count;
    return true;
}

void table_free(struct table *table)
{
    free(table->a.values);
    free(table->b.values);
    table->a.values = table->b.values = NULL;
}

static void swap(struct stack *stack)
{
    if (stack->count < 2)
        return;
    int top = stack->values[0];

    stack->values[0] = stack->values[1];
    stack->values[1] = top;
}

static void rotate(struct stack *stack)
{
    if (stack->count < 2)
        return;
    int top = stack->values[0];

    memmove(stack->values, stack->values + 1, (stack->count - 1) * sizeof *stack->values);
    stack->values[stack->count - 1] = top;
}

static void rotate_back(struct stack *stack)
{
    if (stack->count < 2)
        return;
    int bottom = stack->values[stack->count - 1];

    memmove(stack->values + 1, stack->values, (stack->count - 1) * sizeof *stack->values);
    stack->values[0] = bottom;
}

static void push(struct stack *from, struct stack *to)
{
    if (from->count == 0)
        return;
    memmove(to->values + 1, to->values, to->count * sizeof *to->values);
    to->values[0] = from->values[0];
    to->count++;
    from->count--;
    memmove(from->values, from->values + 1, from->count * sizeof *from->values);
}

void table_apply(struct table *table, enum operation operation)
{
    struct stack *a = &table->a, *b = &table->b;

    switch (operation) {
    case SA: swap(a); break;
    case SB: swap(b); break;
    case SS: swap(a); swap(b); break;
    case PA: push(b, a); break;
    case PB: push(a, b); break;
    case RA: rotate(a); break;
    case RB: rotate(b); break;
    case RR: rotate(a); rotate(b); break;
    case RRA: rotate_back(a); break;
    case RRB: rotate_back(b); break;
    case RRR: rotate_back(a); rotate_back(b); break;
    case OPERATION_COUNT: break;
    }
}

bool table_is_sorted(const struct table *table)
{
    for (size_t i = 1; i < table->a.count; i++)
        if (table->a.values[i - 1] > table->a.values[i])
            return false;
    return table->b.count == 0;
}

enum operation operation_named(const char *name)
{
    for (int i = 0; i < OPERATION_COUNT; i++)
        if (strcmp(name, operation_names[i]) == 0)
            return (enum operation)i;
    return OPERATION_COUNT;
}
