#include "chart.h"

#include <stdio.h>

#include "colour.h"
#include "timing.h"

#define LABEL_COLUMNS 33
#define MIN_COLUMNS   20
#define MAX_COLUMNS   120
#define MAX_ROWS      40

/* What is drawn for each thing that a seat can be doing. */
static const char *const GLYPHS[] = {
    [STATE_HUNGRY] = "·", [STATE_EATING] = "█", [STATE_RESTING] = "░", [STATE_LEFT] = " "
};

struct row {
    size_t          next; /* the first event of the journal that was not replayed yet */
    enum seat_state state;
};

/* Replays the seat's events up to `at_us`. */
static enum seat_state state_at(const struct journal *journal, int seat, struct row *row, int64_t at_us)
{
    for (; row->next < journal->length && journal->events[row->next].at_us <= at_us; row->next++) {
        const struct event *event = &journal->events[row->next];

        if (event->seat != seat)
            continue;
        switch (event->kind) {
        case EVENT_HUNGRY:
        case EVENT_TAKES_FORK:
        case EVENT_STARVES:
            row->state = STATE_HUNGRY;
            break;
        case EVENT_EATS:
            row->state = STATE_EATING;
            break;
        case EVENT_SLEEPS:
            row->state = STATE_RESTING;
            break;
        case EVENT_LEAVES:
            row->state = STATE_LEFT;
            break;
        }
    }
    return row->state;
}

static void print_timeline(const struct table *table, int seat, int columns, int64_t from_us, int64_t to_us)
{
    struct row row = { .state = STATE_HUNGRY };

    for (int x = 0; x < columns; x++) {
        int64_t middle = from_us + (to_us - from_us) * (2 * x + 1) / (2 * columns);

        fputs(GLYPHS[state_at(table->journal, seat, &row, middle)], stdout);
    }
}

static void print_outcome(const struct table *table, long long after_ms)
{
    const struct options *options = &table->options;

    switch (table->outcome) {
    case OUTCOME_FED:
        printf("The dinner is over after %lld ms: everyone had %d meal%s.\n", after_ms,
               options->meals, options->meals == 1 ? "" : "s");
        break;
    case OUTCOME_STARVED:
        printf("Philosopher %d starved after %lld ms", table->culprit + 1, after_ms);
        if (options->seats == 1)
            printf(": alone at the table there is only one fork");
        printf(".\n");
        break;
    case OUTCOME_DEADLOCK:
        printf("Deadlock after %lld ms: everyone in this circle holds one fork and wants the next.\n",
               after_ms);
        for (int seat = table->culprit, i = 0; i < options->seats; i++) {
            int fork = table->seats[seat].wants_fork;

            printf("  %d wants fork %d, held by %d\n", seat + 1, fork + 1,
                   table->fork_holder[fork] + 1);
            seat = table->fork_holder[fork];
            if (seat == table->culprit)
                break;
        }
        break;
    case OUTCOME_INTERRUPTED:
    case OUTCOME_RUNNING:
        printf("Interrupted after %lld ms.\n", after_ms);
        break;
    }
}

void print_summary(const struct table *table, int columns, bool use_colour)
{
    const struct options *options = &table->options;
    int64_t total_us = table->ended_us - table->started_us;
    /* A long dinner is shown by its end: ten rounds are as many as fit in a line with some detail. */
    int64_t span_us = (int64_t)10 * (options->eat_ms + options->sleep_ms) * US_PER_MS;
    int64_t from_us = total_us > span_us ? total_us - span_us : 0;
    int     rows = options->seats < MAX_ROWS ? options->seats : MAX_ROWS;
    int     chart_columns = columns - LABEL_COLUMNS;

    if (chart_columns < MIN_COLUMNS)
        chart_columns = MIN_COLUMNS;
    if (chart_columns > MAX_COLUMNS)
        chart_columns = MAX_COLUMNS;

    printf("\n");
    print_outcome(table, (long long)(total_us / US_PER_MS));
    printf("\n  seat  meals  longest wait    %-*lld%6lld ms\n", chart_columns - 9,
           (long long)(from_us / US_PER_MS), (long long)(total_us / US_PER_MS));
    for (int i = 0; i < rows; i++) {
        char colour[COLOUR_BYTES];

        seat_colour(colour, use_colour, i, options->seats);
        printf("%s  %4d  %5d  %9lld ms    ", colour, i + 1, table->seats[i].meals,
               (long long)(table->seats[i].longest_wait_us / US_PER_MS));
        if (table->journal->lost == 0)
            print_timeline(table, i, chart_columns, from_us, total_us);
        printf("%s\n", colour_end(use_colour));
    }
    if (rows < options->seats)
        printf("  and %d more\n", options->seats - rows);
    printf("\n  █ eats  ░ sleeps  · waits for forks\n");
    if (table->journal->lost > 0)
        printf("  The journal was full: %zu later events were not printed or drawn.\n",
               table->journal->lost);
}
