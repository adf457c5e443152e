/*
 * What happened at the table, in order, and the scribe who prints it.
 *
 * Philosophers only append to memory. Printing from the philosophers would let a slow terminal
 * hold the table's lock, and somebody would starve because a window was being scrolled.
 */
#ifndef JOURNAL_H
#define JOURNAL_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum event_kind { EVENT_HUNGRY, EVENT_TAKES_FORK, EVENT_EATS, EVENT_SLEEPS, EVENT_LEAVES, EVENT_STARVES };

struct event {
    int64_t         at_us;  /* since the start of the dinner */
    int             seat;   /* from 0 */
    enum event_kind kind;
    int             number; /* the meal for EATS and LEAVES, the fork for TAKES_FORK */
};

struct journal {
    pthread_mutex_t lock;
    pthread_cond_t  grown;
    pthread_t       scribe;
    struct event   *events;
    size_t          length;
    size_t          capacity;
    size_t          lost;   /* events that came after the journal was full */
    bool            closed;
    bool            use_colour;
    int             seats;
};

/* Starts the scribe. Returns 0 or an errno value. */
int journal_open(struct journal *journal, int seats, bool use_colour);

void journal_append(struct journal *journal, struct event event);

/* Waits until the scribe has printed everything. The events can be read afterwards. */
void journal_close(struct journal *journal);

void journal_free(struct journal *journal);

/* The most that is ever kept: 24 bytes each, so less than 5 MB. */
#define JOURNAL_MAX_EVENTS 200000

#endif
