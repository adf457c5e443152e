#ifndef STACK_H
#define STACK_H

#include <stdbool.h>
#include <stddef.h>

/* A stack of at most `capacity` numbers; values[0] is its top. */
struct stack {
    int   *values;
    size_t count;
    size_t capacity;
};

/* The two stacks of the puzzle. */
struct table {
    struct stack a;
    struct stack b;
};

enum operation { SA, SB, SS, PA, PB, RA, RB, RR, RRA, RRB, RRR, OPERATION_COUNT };

extern const char *const operation_names[OPERATION_COUNT];

/* Takes a copy of `values`. False when memory is short. */
bool table_init(struct table *table, const int *values, size_t count);
void table_free(struct table *table);

void table_apply(struct table *table, enum operation operation);

/* Whether everything lies on stack a, smallest on top. */
bool table_is_sorted(const struct table *table);

/* The operation of that name, or OPERATION_COUNT. */
enum operation operation_named(const char *name);

#endif
