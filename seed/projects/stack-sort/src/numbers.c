/* Prints the numbers 1 to COUNT in an order that depends on SEED alone. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* xorshift64: small, and the same everywhere, which rand() is not. */
static uint64_t next(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

int main(int argc, char **argv)
{
    long count = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
    uint64_t state = 88172645463325252ULL ^ (argc > 2 ? strtoull(argv[2], NULL, 10) * 2654435761ULL : 0);

    if (count < 1 || count > 100000 || argc > 3) {
        fputs("usage: numbers COUNT [SEED]    COUNT from 1 to 100000\n", stderr);
        return 2;
    }
    int *numbers = malloc((size_t)count * sizeof *numbers);

    if (numbers == NULL)
        return 1;
    for (long i = 0; i < count; i++)
        numbers[i] = (int)i + 1;
    for (long i = count - 1; i > 0; i--) {
        long j = (long)(next(&state) % (uint64_t)(i + 1));
        int  other = numbers[j];

        numbers[j] = numbers[i];
        numbers[i] = other;
    }
    for (long i = 0; i < count; i++)
        printf("%d%c", numbers[i], i + 1 < count ? ' ' : '\n');
    free(numbers);
    return 0;
}
