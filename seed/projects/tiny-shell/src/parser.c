/* Recursive descent over the tokens: line = pipeline {(&& || ;) pipeline}, pipeline = command {| command}. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shell.h"

static const char *const token_names[] = { "a word", "|", "&&", "||", ";", "<", ">", ">>", "<<",
                                           "the end of the line" };

static bool is_redirect(enum token_kind kind)
{
    return kind == TOKEN_IN || kind == TOKEN_OUT || kind == TOKEN_APPEND || kind == TOKEN_HEREDOC;
}

static bool unexpected(const struct token *token)
{
    fprintf(stderr, "tiny-shell: did not expect %s here\n", token_names[token->kind]);
    return false;
}

static void add_word(struct command *command, const char *text)
{
    command->words = must_grow(command->words, (command->word_count + 1) * sizeof *command->words);
    command->words[command->word_count++] = must_copy(text, strlen(text));
}

static void add_redirect(struct command *command, enum token_kind kind, const char *target)
{
    size_t bytes = (command->redirect_count + 1) * sizeof *command->redirects;

    command->redirects = must_grow(command->redirects, bytes);
    command->redirects[command->redirect_count++] =
        (struct redirect){ kind, must_copy(target, strlen(target)), NULL };
}

static bool parse_command(const struct token **at, struct command *command)
{
    *command = (struct command){ 0 };
    while ((*at)->kind == TOKEN_WORD || is_redirect((*at)->kind)) {
        if ((*at)->kind == TOKEN_WORD) {
            add_word(command, (*at)->text);
        } else {
            enum token_kind kind = (*at)->kind;

            (*at)++;
            if ((*at)->kind != TOKEN_WORD)
                return unexpected(*at);
            add_redirect(command, kind, (*at)->text);
        }
        (*at)++;
    }
    return command->word_count + command->redirect_count > 0 || unexpected(*at);
}

static bool parse_pipeline(const struct token **at, struct pipeline *pipeline)
{
    for (;;) {
        size_t bytes = (pipeline->command_count + 1) * sizeof *pipeline->commands;

        pipeline->commands = must_grow(pipeline->commands, bytes);
        if (!parse_command(at, &pipeline->commands[pipeline->command_count++]))
            return false;
        if ((*at)->kind != TOKEN_PIPE)
            return true;
        (*at)++;
    }
}

bool parse(const struct token *tokens, struct line *line)
{
    const struct token *at = tokens;
    enum condition      condition = ALWAYS;

    *line = (struct line){ 0 };
    while (at->kind != TOKEN_END) {
        line->pipelines = must_grow(line->pipelines, (line->pipeline_count + 1) * sizeof *line->pipelines);
        struct pipeline *pipeline = &line->pipelines[line->pipeline_count++];

        *pipeline = (struct pipeline){ .condition = condition };
        if (!parse_pipeline(&at, pipeline))
            return false;
        if (at->kind == TOKEN_END)
            return true;
        condition = at->kind == TOKEN_AND ? IF_SUCCESS : at->kind == TOKEN_OR ? IF_FAILURE : ALWAYS;
        at++;
        if (at->kind == TOKEN_END && condition != ALWAYS)
            return unexpected(at);
    }
    return true;
}

void free_line(struct line *line)
{
    for (size_t i = 0; i < line->pipeline_count; i++) {
        struct pipeline *pipeline = &line->pipelines[i];

        for (size_t j = 0; j < pipeline->command_count; j++) {
            struct command *command = &pipeline->commands[j];

            for (size_t k = 0; k < command->word_count; k++)
                free(command->words[k]);
            for (size_t k = 0; k < command->redirect_count; k++) {
                free(command->redirects[k].target);
                free(command->redirects[k].body);
            }
            free(command->words);
            free(command->redirects);
        }
        free(pipeline->commands);
    }
    free(line->pipelines);
}
