#ifndef SHELL_H
#define SHELL_H

#include <stdbool.h>
#include <stddef.h>

/* ---- words and tokens: lexer.c ---- */

enum token_kind { TOKEN_WORD, TOKEN_PIPE, TOKEN_AND, TOKEN_OR, TOKEN_SEQUENCE, TOKEN_IN, TOKEN_OUT,
                  TOKEN_APPEND, TOKEN_HEREDOC, TOKEN_END };

struct token {
    enum token_kind kind;
    char           *text; /* of a word, quotes and all */
};

/* Splits a line. NULL after a message on standard error when a quote is left open. */
struct token *lex(const char *line);
void          free_tokens(struct token *tokens);

/* ---- what a line says: parser.c ---- */

struct redirect {
    enum token_kind kind;
    char           *target; /* a word, not expanded yet; of a heredoc its delimiter */
    char           *body;   /* of a heredoc */
};

struct command {
    char           **words;
    size_t           word_count;
    struct redirect *redirects;
    size_t           redirect_count;
};

/* Commands joined by `|`. `condition` says what the previous pipeline's status must be for this one to run. */
enum condition { ALWAYS, IF_SUCCESS, IF_FAILURE };

struct pipeline {
    enum condition  condition;
    struct command *commands;
    size_t          command_count;
};

struct line {
    struct pipeline *pipelines;
    size_t           pipeline_count;
};

/* False after a message on standard error. `line` must be freed either way. */
bool parse(const struct token *tokens, struct line *line);
void free_line(struct line *line);

/* ---- expand.c ---- */

/* Replaces $NAME, $? and quotes; a new string. */
char *expand(const char *word, int status);
/* Only $NAME and $?, as in the body of a heredoc. */
char *expand_variables(const char *text, int status);
/* Whether any part is quoted. */
bool  is_quoted(const char *word);

/* ---- builtins.c ---- */

bool is_builtin(const char *name);
/* The exit status. `wants_exit` is set by `exit`. */
int  run_builtin(char **words, int status, bool *wants_exit);

/* ---- execute.c ---- */

/* Runs the line; answers the status of its last pipeline. */
int execute(const struct line *line, int status, bool *wants_exit);

/* ---- memory.c: these end the program when there is none left ---- */

void *must_grow(void *block, size_t bytes);
char *must_copy(const char *text, size_t length);

#endif
