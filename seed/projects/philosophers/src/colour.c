#include "colour.h"

#include <stdio.h>

/* A triangle wave over 360 degrees: one channel of a hue, between the two given levels. */
static int channel(int degrees)
{
    const int low = 105, high = 245;

    degrees = (degrees % 360 + 360) % 360;
    if (degrees < 60)
        return low + (high - low) * degrees / 60;
    if (degrees < 180)
        return high;
    if (degrees < 240)
        return high - (high - low) * (degrees - 180) / 60;
    return low;
}

void seat_colour(char out[COLOUR_BYTES], bool use_colour, int seat, int seats)
{
    int hue = 360 * seat / (seats > 0 ? seats : 1);

    out[0] = '\0';
    if (use_colour)
        snprintf(out, COLOUR_BYTES, "\033[38;2;%d;%d;%dm", channel(hue + 120) & 255,
                 channel(hue) & 255, channel(hue - 120) & 255);
}

const char *colour_end(bool use_colour)
{
    return use_colour ? "\033[0m" : "";
}
