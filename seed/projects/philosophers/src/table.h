/*
 * The table: forks, seats and the rule that says who may eat. One lock guards all of it.
 *
 * Every wait in the program, for a fork or for the end of a nap, is a timed wait on the seat's own
 * condition variable, so that ending the dinner wakes everybody at once.
 */
#ifndef TABLE_H
#define TABLE_H

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

#include "journal.h"
#include "options.h"

#define NOBODY (-1)

enum seat_state { STATE_HUNGRY, STATE_EATING, STATE_RESTING, STATE_LEFT };

enum outcome { OUTCOME_RUNNING, OUTCOME_FED, OUTCOME_STARVED, OUTCOME_DEADLOCK, OUTCOME_INTERRUPTED };

struct seat {
    enum seat_state state;
    pthread_cond_t  wake;
    int64_t         last_meal_us;    /* start of it; the start of the dinner at first */
    int64_t         hungry_since_us;
    int64_t         longest_wait_us;
    int             meals;
    int             wants_fork;      /* the naive way only: the fork this seat waits for */
};

struct table {
    struct options  options;
    struct journal *journal;
    pthread_mutex_t lock;
    pthread_t       host;            /* the main thread; told by SIGUSR1 that the dinner is over */
    struct seat     seats[MAX_SEATS];
    int             fork_holder[MAX_SEATS];
    int64_t         started_us;
    int64_t         ended_us;
    int             seated;          /* seats whose philosopher has not left */
    int             culprit;         /* who starved or closed the circle */
    enum outcome    outcome;
};

void table_init(struct table *table, const struct options *options, struct journal *journal);
void table_destroy(struct table *table);

/* The fork to the left of a seat has the seat's own number; the right one is the next. */
int right_fork(const struct table *table, int seat);

/*
 * May a hungry philosopher start now? Both forks must be free, and no hungry neighbour may have
 * waited longer. The one who has waited longest is held up only by meals in progress, so nobody
 * waits for ever and there is no circle to get stuck in.
 */
bool may_eat(const struct table *table, int seat);

/* Does waiting for `fork` close a circle of philosophers who each hold what the next one wants? */
bool closes_circle(const struct table *table, int seat, int fork);

/* Each returns false when the dinner is over. */
bool table_take_forks(struct table *table, int seat);
bool table_eat(struct table *table, int seat);
bool table_rest(struct table *table, int seat);

/* The next moment when somebody could starve, or -1 when nobody is left to. */
int64_t table_next_deadline_us(struct table *table);

/* Ends the dinner as starved if somebody's time is up. */
void table_check_starving(struct table *table);

/* Ends the dinner, unless it already has. */
void table_end(struct table *table, enum outcome outcome);

enum outcome table_outcome(struct table *table);

#endif
