/* Greedy insertion. Stack b is kept as a ring in falling order; each time the element of a that costs the fewest
 * rotations, counting those that both stacks share once, moves over. Three stay on a, then b is pushed back. */
#include "sort.h"

#include <limits.h>

struct run {
    struct table *table;
    void (*emit)(enum operation, void *);
    void *context;
};

/* Signed rotations that bring an element to the top: positive forwards, negative backwards. */
struct plan {
    int a;
    int b;
};

static void apply(struct run *run, enum operation operation, int times)
{
    for (int i = 0; i < times; i++) {
        table_apply(run->table, operation);
        run->emit(operation, run->context);
    }
}

static int magnitude(int value) { return value < 0 ? -value : value; }
static int smaller(int a, int b) { return a < b ? a : b; }
static int larger(int a, int b) { return a > b ? a : b; }

static int cost(struct plan plan)
{
    if ((plan.a >= 0) == (plan.b >= 0))
        return larger(magnitude(plan.a), magnitude(plan.b));
    return magnitude(plan.a) + magnitude(plan.b);
}

static size_t index_of_extreme(const struct stack *stack, int sign)
{
    size_t best = 0;

    for (size_t i = 1; i < stack->count; i++)
        if (sign > 0 ? stack->values[i] > stack->values[best] : stack->values[i] < stack->values[best])
            best = i;
    return best;
}

/* Where `value` has to lie on top of in the ring b: its next smaller number, or the largest if there is none. */
static size_t place_in_b(const struct stack *b, int value)
{
    size_t best = b->count;

    for (size_t i = 0; i < b->count; i++)
        if (b->values[i] < value && (best == b->count || b->values[i] > b->values[best]))
            best = i;
    return best == b->count ? index_of_extreme(b, 1) : best;
}

/* Where `value` has to lie on top of in the ring a: its next larger number, or the smallest if there is none. */
static size_t place_in_a(const struct stack *a, int value)
{
    size_t best = a->count;

    for (size_t i = 0; i < a->count; i++)
        if (a->values[i] > value && (best == a->count || a->values[i] < a->values[best]))
            best = i;
    return best == a->count ? index_of_extreme(a, -1) : best;
}

/* The cheapest of the four ways to bring index `i` of a and index `j` of b to the top. */
static struct plan cheapest(size_t i, size_t count_a, size_t j, size_t count_b)
{
    int up_a = (int)i, down_a = (int)i - (int)count_a;
    int up_b = (int)j, down_b = (int)j - (int)count_b;
    struct plan plans[] = { { up_a, up_b }, { down_a, down_b }, { up_a, down_b }, { down_a, up_b } };
    struct plan best = plans[0];

    for (int k = 1; k < 4; k++)
        if (cost(plans[k]) < cost(best))
            best = plans[k];
    return best;
}

static void carry_out(struct run *run, struct plan plan)
{
    if (plan.a > 0 && plan.b > 0) {
        int both = smaller(plan.a, plan.b);

        apply(run, RR, both);
        plan.a -= both;
        plan.b -= both;
    } else if (plan.a < 0 && plan.b < 0) {
        int both = smaller(-plan.a, -plan.b);

        apply(run, RRR, both);
        plan.a += both;
        plan.b += both;
    }
    apply(run, plan.a > 0 ? RA : RRA, magnitude(plan.a));
    apply(run, plan.b > 0 ? RB : RRB, magnitude(plan.b));
}

static void move_cheapest_to_b(struct run *run)
{
    const struct stack *a = &run->table->a, *b = &run->table->b;
    struct plan best = { 0, 0 };
    int         best_cost = INT_MAX;

    for (size_t i = 0; i < a->count; i++) {
        struct plan plan = cheapest(i, a->count, place_in_b(b, a->values[i]), b->count);

        if (cost(plan) < best_cost) {
            best = plan;
            best_cost = cost(plan);
        }
    }
    carry_out(run, best);
    apply(run, PB, 1);
}

static void sort_three(struct run *run)
{
    const struct stack *a = &run->table->a;

    if (a->count == 3) {
        size_t largest = index_of_extreme(a, 1);

        if (largest == 0)
            apply(run, RA, 1);
        else if (largest == 1)
            apply(run, RRA, 1);
    }
    if (a->count >= 2 && a->values[0] > a->values[1])
        apply(run, SA, 1);
}

void sort(struct table *table, void (*emit)(enum operation, void *), void *context)
{
    struct run    run = { table, emit, context };
    struct stack *a = &table->a, *b = &table->b;

    if (table_is_sorted(table))
        return;
    while (a->count > 3 && b->count < 2)
        apply(&run, PB, 1);
    while (a->count > 3)
        move_cheapest_to_b(&run);
    sort_three(&run);
    while (b->count > 0) {
        carry_out(&run, cheapest(place_in_a(a, b->values[0]), a->count, 0, b->count));
        apply(&run, PA, 1);
    }
    carry_out(&run, cheapest(index_of_extreme(a, -1), a->count, 0, 1));
}
