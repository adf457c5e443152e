/* Prints the operations that sort the numbers given as arguments, or shows them at work with --show. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "input.h"
#include "sort.h"

static const char usage[] =
    "usage: stack-sort [--show] NUMBER...\n"
    "\n"
    "Prints the operations (sa sb ss pa pb ra rb rr rra rrb rrr), one on each line,\n"
    "that sort the numbers with two stacks. --show draws the stacks instead.\n";

static void print_operation(enum operation operation, void *context)
{
    (void)context;
    puts(operation_names[operation]);
}

struct show {
    struct table *table;
    int           steps;
    int           smallest;
    int           largest;
};

static void draw_bar(const struct show *show, const struct stack *stack, size_t row)
{
    const int width = 30;
    int       length = 0, hue = 0;

    if (row < stack->count) {
        double part = (double)(stack->values[row] - show->smallest) /
                      (show->largest > show->smallest ? show->largest - show->smallest : 1);

        length = 1 + (int)(part * (width - 1));
        hue = (int)(part * 5);
    }
    static const int colours[] = { 33, 39, 44, 43, 78, 114 };

    printf("\033[38;5;%dm", colours[hue]);
    for (int i = 0; i < width; i++)
        fputs(i < length ? "\u2588" : " ", stdout);
    fputs("\033[0m  ", stdout);
}

static void draw(enum operation operation, void *context)
{
    struct show *show = context;
    size_t       rows = show->table->a.count + show->table->b.count;
    /* About two seconds in all, and never slower than a film. */
    long pause_ns = 2000000000L / (long)(rows * rows / 4 + 1);
    struct timespec pause = { 0, pause_ns < 40000000L ? pause_ns : 40000000L };

    show->steps++;
    printf("\033[H\033[2K step %-5d %s\n", show->steps, operation_names[operation]);
    for (size_t row = 0; row < rows; row++) {
        fputs("\033[2K ", stdout);
        draw_bar(show, &show->table->a, row);
        draw_bar(show, &show->table->b, row);
        putchar('\n');
    }
    fflush(stdout);
    nanosleep(&pause, NULL);
}

static int show_sorting(struct table *table)
{
    struct show show = { table, 0, table->a.values[0], table->a.values[0] };

    for (size_t i = 1; i < table->a.count; i++) {
        if (table->a.values[i] < show.smallest)
            show.smallest = table->a.values[i];
        if (table->a.values[i] > show.largest)
            show.largest = table->a.values[i];
    }
    if (table->a.count > 40) {
        fputs("stack-sort: --show draws 40 numbers at most\n", stderr);
        return 2;
    }
    fputs("\033[2J\033[?25l", stdout);
    sort(table, draw, &show);
    printf("\033[?25h sorted %zu numbers in %d steps\n", table->a.count, show.steps);
    return 0;
}

int main(int argc, char **argv)
{
    int          is_shown = argc > 1 && strcmp(argv[1], "--show") == 0;
    int          first = 1 + is_shown;
    size_t       count;
    struct table table;

    if (argc <= first) {
        fputs(usage, argc > 1 ? stderr : stdout);
        return argc > 1 ? 2 : 0;
    }
    int *numbers = read_numbers("stack-sort", argc - first, argv + first, &count);

    if (numbers == NULL)
        return 2;
    if (count == 0 || !table_init(&table, numbers, count)) {
        free(numbers);
        return count == 0 ? 0 : 1;
    }
    int code = 0;

    if (is_shown)
        code = show_sorting(&table);
    else
        sort(&table, print_operation, NULL);
    table_free(&table);
    free(numbers);
    return code;
}
