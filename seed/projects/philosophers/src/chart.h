/* What is printed when the dinner is over: how it ended, and a row for each seat. */
#ifndef CHART_H
#define CHART_H

#include "table.h"

/* Call with all threads joined. `columns` is the width of the terminal. */
void print_summary(const struct table *table, int columns, bool use_colour);

#endif
