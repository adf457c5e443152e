#ifndef SCREEN_H
#define SCREEN_H

#include <stdbool.h>

#include "image.h"

/* Prepares the terminal: no echo, no cursor, the alternate screen. Put back by screen_close and at any end. */
void screen_open(void);
void screen_close(void);

/* Columns and lines of the terminal; 80 × 24 when standard output is none. */
void screen_size(int *columns, int *lines);

/* The key that was pressed, or 0. Never waits. */
int screen_key(void);

/* Whether Ctrl-C was pressed or the program was asked to end. */
bool screen_is_over(void);

/* Draws two pixels for each character: the upper half block's colour and its background's. */
void screen_draw(const struct image *image);

/* The same, at the cursor, without positioning: for output that stays. */
void screen_print(const struct image *image);

#endif
