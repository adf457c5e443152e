/* Variables and quotes. A variable's value is never split into words: what looks like one argument is one. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shell.h"

struct text {
    char  *bytes;
    size_t length;
};

static void append(struct text *text, const char *bytes, size_t length)
{
    text->bytes = must_grow(text->bytes, text->length + length + 1);
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

/* Appends the value of the variable at `at`, which points to a `$`; answers what follows it. */
static const char *append_variable(struct text *out, const char *at, int status)
{
    char number[16];
    size_t length = 0;

    at++;
    if (*at == '?') {
        snprintf(number, sizeof number, "%d", status);
        append(out, number, strlen(number));
        return at + 1;
    }
    while (isalnum((unsigned char)at[length]) || at[length] == '_')
        length++;
    if (length == 0 || isdigit((unsigned char)*at)) {
        append(out, "$", 1);
        return at;
    }
    char       *name = must_copy(at, length);
    const char *value = getenv(name);

    free(name);
    if (value != NULL)
        append(out, value, strlen(value));
    return at + length;
}

char *expand(const char *word, int status)
{
    struct text out = { 0 };
    char        quote = '\0';

    append(&out, "", 0);
    if (word[0] == '~' && (word[1] == '\0' || word[1] == '/') && getenv("HOME") != NULL) {
        append(&out, getenv("HOME"), strlen(getenv("HOME")));
        word++;
    }
    while (*word != '\0') {
        if (*word == '$' && quote != '\'') {
            word = append_variable(&out, word, status);
        } else if (quote == '\0' && (*word == '\'' || *word == '"')) {
            quote = *word++;
        } else if (quote != '\0' && *word == quote) {
            quote = '\0';
            word++;
        } else if (*word == '\\' && quote != '\'' && word[1] != '\0') {
            /* Between double quotes only these lose their backslash. */
            bool is_kept = quote == '"' && strchr("$\"\\", word[1]) == NULL;

            append(&out, is_kept ? word : word + 1, is_kept ? 2 : 1);
            word += 2;
        } else {
            append(&out, word++, 1);
        }
    }
    return out.bytes;
}

char *expand_variables(const char *text, int status)
{
    struct text out = { 0 };

    append(&out, "", 0);
    while (*text != '\0') {
        if (*text == '$')
            text = append_variable(&out, text, status);
        else
            append(&out, text++, 1);
    }
    return out.bytes;
}

bool is_quoted(const char *word) { return strpbrk(word, "'\"\\") != NULL; }
