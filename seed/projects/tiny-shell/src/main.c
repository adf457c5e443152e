/* Reads lines, from a terminal with a prompt, and runs them. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shell.h"

static volatile sig_atomic_t was_interrupted;

static void on_interrupt(int number)
{
    (void)number;
    was_interrupted = 1;
}

/* Without SA_RESTART, so that Ctrl-C at the prompt ends the reading of the line. */
static void handle_signals(void)
{
    struct sigaction action = { .sa_handler = on_interrupt };

    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    signal(SIGQUIT, SIG_IGN);
}

/* A line without its end, or NULL at the end of the input or after Ctrl-C. */
static char *read_line(const char *prompt)
{
    static char *line;
    static size_t room;

    if (isatty(STDIN_FILENO)) {
        fputs(prompt, stdout);
        fflush(stdout);
    }
    ssize_t length = getline(&line, &room, stdin);

    if (length < 0)
        return NULL;
    line[strcspn(line, "\n")] = '\0';
    return line;
}

/* Reads the bodies of the line's heredocs from the lines that follow. False after Ctrl-C. */
static bool read_heredocs(struct line *line, int status)
{
    for (size_t i = 0; i < line->pipeline_count; i++)
        for (size_t j = 0; j < line->pipelines[i].command_count; j++)
            for (size_t k = 0; k < line->pipelines[i].commands[j].redirect_count; k++) {
                struct redirect *redirect = &line->pipelines[i].commands[j].redirects[k];

                if (redirect->kind != TOKEN_HEREDOC)
                    continue;
                char  *delimiter = expand(redirect->target, status);
                size_t length = 0;
                char  *next;

                redirect->body = must_copy("", 0);
                while ((next = read_line("> ")) != NULL && strcmp(next, delimiter) != 0) {
                    size_t more = strlen(next);

                    redirect->body = must_grow(redirect->body, length + more + 2);
                    memcpy(redirect->body + length, next, more);
                    length += more;
                    redirect->body[length++] = '\n';
                    redirect->body[length] = '\0';
                }
                free(delimiter);
                if (was_interrupted)
                    return false;
                if (next == NULL && isatty(STDIN_FILENO)) {
                    /* Ctrl-D ended the heredoc, not the shell. */
                    clearerr(stdin);
                    putchar('\n');
                }
            }
    return true;
}

static int run_line(const char *text, int status, bool *wants_exit)
{
    struct token *tokens = lex(text);
    struct line   line;

    if (tokens == NULL)
        return 2;
    if (!parse(tokens, &line)) {
        status = 2;
    } else if (read_heredocs(&line, status)) {
        status = execute(&line, status, wants_exit);
    } else {
        putchar('\n');
        status = 130;
    }
    free_line(&line);
    free_tokens(tokens);
    return status;
}

int main(int argc, char **argv)
{
    int  status = 0;
    bool wants_exit = false;
    char prompt[64];

    handle_signals();
    if (argc == 3 && strcmp(argv[1], "-c") == 0)
        return run_line(argv[2], 0, &wants_exit);
    if (argc > 1) {
        fputs("usage: tiny-shell [-c LINE]\n", stderr);
        return 2;
    }
    while (!wants_exit) {
        snprintf(prompt, sizeof prompt, "\033[3%dmtiny\033[0m> ", status == 0 ? 2 : 1);
        char *text = read_line(prompt);

        if (text != NULL) {
            was_interrupted = 0;
            status = run_line(text, status, &wants_exit);
        }
        if (was_interrupted) {
            was_interrupted = 0;
            if (text == NULL) {
                putchar('\n');
                status = 130;
            }
            clearerr(stdin);
        } else if (text == NULL) {
            if (isatty(STDIN_FILENO))
                puts("exit");
            break;
        }
    }
    return status;
}
