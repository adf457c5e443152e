/* Splits a line into words and operators. Quotes stay in the words: expansion needs to see them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shell.h"

static const struct {
    const char     *text;
    enum token_kind kind;
} operators[] = {
    { "&&", TOKEN_AND }, { "||", TOKEN_OR }, { "<<", TOKEN_HEREDOC }, { ">>", TOKEN_APPEND },
    { "|", TOKEN_PIPE }, { ";", TOKEN_SEQUENCE }, { "<", TOKEN_IN }, { ">", TOKEN_OUT },
};

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/* Length of the word at `text`; 0 when a quote is not closed. */
static size_t word_length(const char *text)
{
    size_t length = 0;

    while (text[length] != '\0' && !is_blank(text[length]) && strchr("|&;<>", text[length]) == NULL) {
        char c = text[length];

        if (c == '\\' && text[length + 1] != '\0') {
            length += 2;
        } else if (c == '\'' || c == '"') {
            const char *end = text + length + 1;

            while (*end != '\0' && *end != c)
                end += c == '"' && *end == '\\' && end[1] != '\0' ? 2 : 1;
            if (*end == '\0') {
                fprintf(stderr, "tiny-shell: a %c is not closed\n", c);
                return 0;
            }
            length = (size_t)(end - text) + 1;
        } else {
            length++;
        }
    }
    return length;
}

static bool read_operator(const char **at, struct token *token)
{
    for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++) {
        size_t length = strlen(operators[i].text);

        if (strncmp(*at, operators[i].text, length) == 0) {
            *token = (struct token){ operators[i].kind, NULL };
            *at += length;
            return true;
        }
    }
    return false;
}

struct token *lex(const char *line)
{
    struct token *tokens = NULL;
    size_t        count = 0;

    for (const char *at = line;;) {
        while (is_blank(*at))
            at++;
        tokens = must_grow(tokens, (count + 1) * sizeof *tokens);
        tokens[count] = (struct token){ TOKEN_END, NULL };
        if (*at == '\0' || *at == '#')
            return tokens;
        if (!read_operator(&at, &tokens[count])) {
            size_t length = *at == '&' ? 0 : word_length(at);

            if (length == 0) {
                if (*at == '&')
                    fputs("tiny-shell: jobs in the background are not supported\n", stderr);
                free_tokens(tokens);
                return NULL;
            }
            tokens[count] = (struct token){ TOKEN_WORD, must_copy(at, length) };
            at += length;
        }
        count++;
    }
}

void free_tokens(struct token *tokens)
{
    for (size_t i = 0; tokens[i].kind != TOKEN_END; i++)
        free(tokens[i].text);
    free(tokens);
}
