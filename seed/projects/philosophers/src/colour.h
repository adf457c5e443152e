/* One hue for each seat, spread evenly around the colour wheel. */
#ifndef COLOUR_H
#define COLOUR_H

#include <stdbool.h>

#define COLOUR_BYTES 24

/* Writes the escape sequence for `seat` into `out`, or "" when colour is off. */
void seat_colour(char out[COLOUR_BYTES], bool use_colour, int seat, int seats);

const char *colour_end(bool use_colour);

#endif
