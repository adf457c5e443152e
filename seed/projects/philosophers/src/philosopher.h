/* The life of a philosopher, one thread each. */
#ifndef PHILOSOPHER_H
#define PHILOSOPHER_H

#include "table.h"

struct philosopher {
    struct table *table;
    int           seat;
    pthread_t     thread;
};

/* Seats everybody. Returns 0 or an errno value; the first `*seated` threads are to be joined. */
int philosophers_start(struct table *table, struct philosopher guests[MAX_SEATS], int *seated);

#endif
