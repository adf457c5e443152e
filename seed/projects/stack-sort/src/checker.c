/* Reads operations from standard input, carries them out and says whether the numbers are sorted: OK or KO. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "input.h"
#include "stack.h"

int main(int argc, char **argv)
{
    size_t       count;
    struct table table;
    char         line[16];
    long         steps = 0;
    int         *numbers = read_numbers("checker", argc - 1, argv + 1, &count);

    if (numbers == NULL)
        return 2;
    if (!table_init(&table, numbers, count))
        return 1;
    while (fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        enum operation operation = operation_named(line);

        if (operation == OPERATION_COUNT) {
            fprintf(stderr, "checker: line %ld: '%s' is not an operation\n", steps + 1, line);
            return 2;
        }
        table_apply(&table, operation);
        steps++;
    }
    int is_sorted = table_is_sorted(&table);

    printf("%s after %ld operations\n", is_sorted ? "\033[32mOK\033[0m" : "\033[31mKO\033[0m", steps);
    table_free(&table);
    free(numbers);
    return is_sorted ? 0 : 1;
}
