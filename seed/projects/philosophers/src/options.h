/* The command line, checked to the last character. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#define MAX_SEATS 200
#define MAX_MS    60000
#define MAX_MEALS 1000

struct options {
    int  seats;
    int  starve_ms;  /* a philosopher dies this long after the start of the last meal */
    int  eat_ms;
    int  sleep_ms;
    int  meals;      /* 0: nobody ever leaves the table */
    bool naive;
    bool plain;
    bool help;
};

/* Reads argv into `out`. Returns false with a sentence in `error` when anything is wrong. */
bool parse_options(int argc, char **argv, struct options *out, char *error, size_t error_size);

extern const char usage_text[];

#endif
