#include "options.h"

#include <stdio.h>
#include <string.h>

const char usage_text[] =
    "usage: dinner [--plain] [--naive] SEATS STARVE_MS EAT_MS SLEEP_MS [MEALS]\n"
    "\n"
    "  SEATS       philosophers at the table, 1 to 200\n"
    "  STARVE_MS   a philosopher starves this long after the start of the last meal\n"
    "  EAT_MS      how long a meal takes\n"
    "  SLEEP_MS    how long a philosopher sleeps after a meal\n"
    "  MEALS       each philosopher leaves after this many meals (default: never)\n"
    "\n"
    "  --naive     left fork first, then the right one: shows the deadlock\n"
    "  --plain     no colour\n"
    "\n"
    "exit: 0 all had their meals, 1 somebody starved, 2 wrong arguments,\n"
    "      3 deadlock, 130 interrupted\n";

struct number_field {
    const char *name;
    int         max;
    int        *value;
};

/* Digits only: strtol would let "+5", " 5" and "5x" pass, and overflow in silence. */
static bool parse_number(const char *text, int max, int *out)
{
    int value = 0;

    if (*text == '\0')
        return false;
    for (; *text != '\0'; text++) {
        if (*text < '0' || *text > '9')
            return false;
        value = value * 10 + (*text - '0');
        if (value > max)
            return false;
    }
    *out = value;
    return value >= 1;
}

bool parse_options(int argc, char **argv, struct options *out, char *error, size_t error_size)
{
    int count = 0;

    *out = (struct options){ 0 };
    struct number_field fields[] = {
        { "SEATS", MAX_SEATS, &out->seats },    { "STARVE_MS", MAX_MS, &out->starve_ms },
        { "EAT_MS", MAX_MS, &out->eat_ms },     { "SLEEP_MS", MAX_MS, &out->sleep_ms },
        { "MEALS", MAX_MEALS, &out->meals },
    };
    const int field_count = sizeof fields / sizeof fields[0];

    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--naive") == 0) {
            out->naive = true;
        } else if (strcmp(argv[i], "--plain") == 0) {
            out->plain = true;
        } else if (strcmp(argv[i], "--help") == 0) {
            out->help = true;
            return true;
        } else if (argv[i][0] == '-' && argv[i][1] == '-') {
            snprintf(error, error_size, "unknown option %s", argv[i]);
            return false;
        } else if (count == field_count) {
            snprintf(error, error_size, "too many arguments, starting at '%s'", argv[i]);
            return false;
        } else {
            const struct number_field *field = &fields[count++];

            if (!parse_number(argv[i], field->max, field->value)) {
                snprintf(error, error_size, "%s must be a whole number from 1 to %d, not '%s'",
                         field->name, field->max, argv[i]);
                return false;
            }
        }
    }
    if (count < 4) {
        snprintf(error, error_size, "%s is missing", fields[count].name);
        return false;
    }
    return true;
}
