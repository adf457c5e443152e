/* The parts that can be checked without threads: arguments, the rule, the circle. */
#include <stdio.h>
#include <string.h>

#include "options.h"
#include "table.h"

static int failures;

#define CHECK(condition)                                                   \
    do {                                                                   \
        if (!(condition)) {                                                \
            printf("%s:%d: not true: %s\n", __FILE__, __LINE__, #condition); \
            failures++;                                                    \
        }                                                                  \
    } while (0)

static bool parses(const char *words)
{
    char           copy[200], error[160];
    char          *argv[16] = { "dinner" };
    int            argc = 1;
    struct options options;

    snprintf(copy, sizeof copy, "%s", words);
    for (char *word = strtok(copy, " "); word != NULL; word = strtok(NULL, " "))
        argv[argc++] = word;
    return parse_options(argc, argv, &options, error, sizeof error);
}

static void test_arguments(void)
{
    CHECK(parses("5 800 200 200"));
    CHECK(parses("5 800 200 200 7"));
    CHECK(parses("--plain 5 --naive 800 200 200 7"));
    CHECK(parses("200 60000 60000 60000 1000"));
    CHECK(parses("--help"));
    CHECK(!parses(""));
    CHECK(!parses("5 800 200"));
    CHECK(!parses("5 800 200 200 7 7"));
    CHECK(!parses("0 800 200 200"));
    CHECK(!parses("201 800 200 200"));
    CHECK(!parses("5 800 200 200 0"));
    CHECK(!parses("5 60001 200 200"));
    CHECK(!parses("5 -800 200 200"));
    CHECK(!parses("5 +800 200 200"));
    CHECK(!parses("5 8e2 200 200"));
    CHECK(!parses("5 800ms 200 200"));
    CHECK(!parses("5 99999999999999999999 200 200"));
    CHECK(!parses("--rude 5 800 200 200"));
}

static struct table table;

static void lay_table(int seats)
{
    table = (struct table){ .options = { .seats = seats }, .seated = seats };
    for (int i = 0; i < seats; i++) {
        table.fork_holder[i] = NOBODY;
        table.seats[i].wants_fork = NOBODY;
    }
}

static void start_eating(int seat)
{
    table.seats[seat].state = STATE_EATING;
    table.fork_holder[seat] = seat;
    table.fork_holder[right_fork(&table, seat)] = seat;
}

static void test_half_the_table_eats_at_once(void)
{
    for (int seats = 2; seats <= MAX_SEATS; seats++) {
        int eating = 0;

        lay_table(seats);
        /* From the last seat to the first: the order in which threads start must not matter. */
        for (int i = seats - 1; i >= 0; i--) {
            if (may_eat(&table, i)) {
                start_eating(i);
                eating++;
            }
        }
        CHECK(eating == seats / 2);
    }
}

static void test_alone(void)
{
    lay_table(1);
    CHECK(!may_eat(&table, 0));
}

static void test_longest_wait_goes_first(void)
{
    lay_table(5);
    for (int i = 0; i < 5; i++) {
        table.seats[i].last_meal_us = 1000 - i;
        table.seats[i].state = STATE_HUNGRY;
    }
    CHECK(may_eat(&table, 4));
    CHECK(!may_eat(&table, 3));
    CHECK(!may_eat(&table, 0));
    start_eating(4);
    CHECK(!may_eat(&table, 3));
    CHECK(!may_eat(&table, 2)); /* 3 has waited longer, though its fork is still in use */
    table.seats[2].state = STATE_RESTING;
    CHECK(may_eat(&table, 1));
}

static void test_circle(void)
{
    lay_table(4);
    for (int i = 0; i < 4; i++)
        table.fork_holder[i] = i;
    for (int i = 0; i < 3; i++) {
        CHECK(!closes_circle(&table, i, i + 1));
        table.seats[i].wants_fork = i + 1;
    }
    CHECK(closes_circle(&table, 3, 0));
    table.seats[1].wants_fork = NOBODY;
    CHECK(!closes_circle(&table, 3, 0));

    lay_table(1);
    table.fork_holder[0] = 0;
    CHECK(closes_circle(&table, 0, 0));
}

int main(void)
{
    test_arguments();
    test_half_the_table_eats_at_once();
    test_alone();
    test_longest_wait_goes_first();
    test_circle();
    printf("unit: %s\n", failures == 0 ? "ok" : "FAILED");
    return failures != 0;
}
