#include "journal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "colour.h"
#include "timing.h"

#define BATCH 64

static void print_event(const struct journal *journal, const struct event *event)
{
    char colour[COLOUR_BYTES];

    if (event->kind == EVENT_HUNGRY)
        return; /* kept for the chart; as a line it would say nothing new */
    seat_colour(colour, journal->use_colour, event->seat, journal->seats);
    printf("%7lld ms  %s%3d ", (long long)(event->at_us / US_PER_MS), colour, event->seat + 1);
    switch (event->kind) {
    case EVENT_TAKES_FORK:
        printf("takes fork %d", event->number + 1);
        break;
    case EVENT_EATS:
        printf("eats meal %d", event->number);
        break;
    case EVENT_SLEEPS:
        printf("sleeps");
        break;
    case EVENT_LEAVES:
        printf("leaves after %d meal%s", event->number, event->number == 1 ? "" : "s");
        break;
    case EVENT_STARVES:
        printf("starves");
        break;
    case EVENT_HUNGRY:
        break;
    }
    printf("%s\n", colour_end(journal->use_colour));
}

/* Copies a batch under the lock and prints it outside: appending never waits for the terminal. */
static void *scribe_main(void *argument)
{
    struct journal *journal = argument;
    struct event    batch[BATCH];
    size_t          printed = 0;

    for (;;) {
        pthread_mutex_lock(&journal->lock);
        while (printed == journal->length && !journal->closed)
            pthread_cond_wait(&journal->grown, &journal->lock);
        size_t count = journal->length - printed;
        if (count > BATCH)
            count = BATCH;
        memcpy(batch, journal->events + printed, count * sizeof *batch);
        pthread_mutex_unlock(&journal->lock);

        if (count == 0)
            return NULL;
        for (size_t i = 0; i < count; i++)
            print_event(journal, &batch[i]);
        fflush(stdout);
        printed += count;
    }
}

int journal_open(struct journal *journal, int seats, bool use_colour)
{
    *journal = (struct journal){ .seats = seats, .use_colour = use_colour, .capacity = 1024 };
    journal->events = malloc(journal->capacity * sizeof *journal->events);
    if (journal->events == NULL)
        return ENOMEM;
    pthread_mutex_init(&journal->lock, NULL);
    pthread_cond_init(&journal->grown, NULL);
    int error = pthread_create(&journal->scribe, NULL, scribe_main, journal);
    if (error != 0)
        journal_free(journal);
    return error;
}

static bool has_room(struct journal *journal)
{
    if (journal->length < journal->capacity)
        return true;
    size_t        capacity = journal->capacity * 2;
    struct event *events;

    if (capacity > JOURNAL_MAX_EVENTS)
        capacity = JOURNAL_MAX_EVENTS;
    if (capacity == journal->capacity)
        return false;
    events = realloc(journal->events, capacity * sizeof *events);
    if (events == NULL)
        return false;
    journal->events = events;
    journal->capacity = capacity;
    return true;
}

void journal_append(struct journal *journal, struct event event)
{
    pthread_mutex_lock(&journal->lock);
    if (has_room(journal))
        journal->events[journal->length++] = event;
    else
        journal->lost++;
    pthread_cond_signal(&journal->grown);
    pthread_mutex_unlock(&journal->lock);
}

void journal_close(struct journal *journal)
{
    pthread_mutex_lock(&journal->lock);
    journal->closed = true;
    pthread_cond_signal(&journal->grown);
    pthread_mutex_unlock(&journal->lock);
    pthread_join(journal->scribe, NULL);
}

void journal_free(struct journal *journal)
{
    pthread_cond_destroy(&journal->grown);
    pthread_mutex_destroy(&journal->lock);
    free(journal->events);
    journal->events = NULL;
}
