#include "input.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int compare(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;

    return (x > y) - (x < y);
}

/* Prints the first number that occurs twice. */
static int has_duplicate(const char *program, const int *numbers, size_t count)
{
    int *sorted = malloc((count + 1) * sizeof *sorted);
    int  found = 0;

    if (sorted == NULL)
        return 1;
    memcpy(sorted, numbers, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, compare);
    for (size_t i = 1; i < count && !found; i++)
        if (sorted[i - 1] == sorted[i]) {
            fprintf(stderr, "%s: %d is there twice\n", program, sorted[i]);
            found = 1;
        }
    free(sorted);
    return found;
}

static const char *next_number(const char *text, int *number)
{
    char *end;

    errno = 0;
    long value = strtol(text, &end, 10);

    if (end == text || errno != 0 || value < INT_MIN || value > INT_MAX ||
        (*end != '\0' && *end != ' '))
        return NULL;
    *number = (int)value;
    return end;
}

int *read_numbers(const char *program, int argc, char **argv, size_t *count)
{
    size_t room = 1;

    for (int i = 0; i < argc; i++)
        room += strlen(argv[i]) / 2 + 1;
    int *numbers = malloc(room * sizeof *numbers);

    if (numbers == NULL)
        return NULL;
    *count = 0;
    for (int i = 0; i < argc; i++) {
        const char *text = argv[i];

        while (text += strspn(text, " "), *text != '\0') {
            const char *rest = next_number(text, &numbers[*count]);

            if (rest == NULL) {
                fprintf(stderr, "%s: '%s' is not a whole number that fits\n", program, text);
                free(numbers);
                return NULL;
            }
            text = rest;
            (*count)++;
        }
    }
    if (has_duplicate(program, numbers, *count)) {
        free(numbers);
        return NULL;
    }
    return numbers;
}
