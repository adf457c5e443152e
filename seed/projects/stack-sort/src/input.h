#ifndef INPUT_H
#define INPUT_H

#include <stddef.h>

/* Reads distinct whole numbers from the arguments; one argument may hold several, separated by spaces.
 * Answers a new array and its length, or NULL after a message on standard error. */
int *read_numbers(const char *program, int argc, char **argv, size_t *count);

#endif
