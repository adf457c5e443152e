#ifndef SORT_H
#define SORT_H

#include "stack.h"

/* Sorts the table, telling `emit` each operation after it has been applied. */
void sort(struct table *table, void (*emit)(enum operation operation, void *context), void *context);

#endif
