#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shell.h"

void *must_grow(void *block, size_t bytes)
{
    void *grown = realloc(block, bytes > 0 ? bytes : 1);

    if (grown == NULL) {
        fputs("tiny-shell: out of memory\n", stderr);
        exit(1);
    }
    return grown;
}

char *must_copy(const char *text, size_t length)
{
    char *copy = must_grow(NULL, length + 1);

    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}
