/* Runs pipelines: one process for each command, a pipe between each two, and the status of the last. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shell.h"

enum { NOT_EXECUTABLE = 126, NOT_FOUND = 127, SIGNALLED = 128 };

static char **expand_words(const struct command *command, int status)
{
    char **words = must_grow(NULL, (command->word_count + 1) * sizeof *words);

    for (size_t i = 0; i < command->word_count; i++)
        words[i] = expand(command->words[i], status);
    words[command->word_count] = NULL;
    return words;
}

static void free_words(char **words)
{
    for (size_t i = 0; words[i] != NULL; i++)
        free(words[i]);
    free(words);
}

/* A descriptor from which the body can be read; an unnamed file, because a pipe would block on a long one. */
static int heredoc(const struct redirect *redirect, int status)
{
    char  path[] = "/tmp/heredoc-XXXXXX";
    int   fd = mkstemp(path);
    char *body = is_quoted(redirect->target) ? must_copy(redirect->body, strlen(redirect->body))
                                             : expand_variables(redirect->body, status);
    size_t length = strlen(body);

    if (fd >= 0) {
        unlink(path);
        if (write(fd, body, length) != (ssize_t)length || lseek(fd, 0, SEEK_SET) != 0) {
            close(fd);
            fd = -1;
        }
    }
    free(body);
    return fd;
}

static int open_target(const struct redirect *redirect, int status)
{
    if (redirect->kind == TOKEN_HEREDOC)
        return heredoc(redirect, status);
    char *path = expand(redirect->target, status);
    int   flags = redirect->kind == TOKEN_IN       ? O_RDONLY
                  : redirect->kind == TOKEN_APPEND ? O_WRONLY | O_CREAT | O_APPEND
                                                   : O_WRONLY | O_CREAT | O_TRUNC;
    int fd = open(path, flags, 0644);

    if (fd < 0)
        fprintf(stderr, "tiny-shell: %s: %s\n", path, strerror(errno));
    free(path);
    return fd;
}

static bool apply_redirects(const struct command *command, int status)
{
    for (size_t i = 0; i < command->redirect_count; i++) {
        const struct redirect *redirect = &command->redirects[i];
        int                    fd = open_target(redirect, status);
        bool is_input = redirect->kind == TOKEN_IN || redirect->kind == TOKEN_HEREDOC;

        if (fd < 0)
            return false;
        dup2(fd, is_input ? STDIN_FILENO : STDOUT_FILENO);
        close(fd);
    }
    return true;
}

/* In a child: becomes the command. */
static void become(const struct command *command, int status)
{
    bool wants_exit;

    signal(SIGINT, SIG_DFL);
    signal(SIGQUIT, SIG_DFL);
    if (!apply_redirects(command, status))
        exit(1);
    if (command->word_count == 0)
        exit(0);
    char **words = expand_words(command, status);

    if (is_builtin(words[0]))
        exit(run_builtin(words, status, &wants_exit));
    execvp(words[0], words);
    int code = errno == ENOENT ? NOT_FOUND : NOT_EXECUTABLE;

    fprintf(stderr, "tiny-shell: %s: %s\n", words[0],
            code == NOT_FOUND ? "there is no such command" : strerror(errno));
    exit(code);
}

static int status_of(int wait_status)
{
    if (WIFEXITED(wait_status))
        return WEXITSTATUS(wait_status);
    int number = WTERMSIG(wait_status);

    if (number == SIGINT)
        putchar('\n');
    else if (number != SIGPIPE)
        printf("%s\n", strsignal(number));
    fflush(stdout);
    return SIGNALLED + number;
}

static int run_children(const struct pipeline *pipeline, int status)
{
    int   input = STDIN_FILENO, last_status = 0;
    pid_t last = -1, ended;

    for (size_t i = 0; i < pipeline->command_count; i++) {
        bool is_last = i + 1 == pipeline->command_count;
        int  ends[2] = { -1, -1 };

        if (!is_last && pipe(ends) != 0) {
            perror("tiny-shell: pipe");
            break;
        }
        pid_t pid = fork();

        if (pid < 0)
            perror("tiny-shell: fork");
        if (pid == 0) {
            dup2(input, STDIN_FILENO);
            if (!is_last) {
                dup2(ends[1], STDOUT_FILENO);
                close(ends[0]);
                close(ends[1]);
            }
            if (input != STDIN_FILENO)
                close(input);
            become(&pipeline->commands[i], status);
        }
        if (input != STDIN_FILENO)
            close(input);
        if (!is_last)
            close(ends[1]);
        input = ends[0];
        last = is_last ? pid : last;
        if (pid < 0)
            break;
    }
    int wait_status;

    while ((ended = wait(&wait_status)) > 0 || errno == EINTR)
        if (ended > 0 && ended == last)
            last_status = status_of(wait_status);
    return last > 0 ? last_status : 1;
}

/* A builtin alone runs here, with its redirections put back afterwards. */
static int run_here(const struct command *command, int status, bool *wants_exit)
{
    int    input = dup(STDIN_FILENO), output = dup(STDOUT_FILENO), result = 1;
    char **words = expand_words(command, status);

    if (apply_redirects(command, status))
        result = run_builtin(words, status, wants_exit);
    free_words(words);
    dup2(input, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    close(input);
    close(output);
    return result;
}

static int run_pipeline(const struct pipeline *pipeline, int status, bool *wants_exit)
{
    const struct command *first = &pipeline->commands[0];

    if (pipeline->command_count == 1 && first->word_count > 0) {
        char *name = expand(first->words[0], status);
        bool  is_ours = is_builtin(name);

        free(name);
        if (is_ours)
            return run_here(first, status, wants_exit);
    }
    return run_children(pipeline, status);
}

int execute(const struct line *line, int status, bool *wants_exit)
{
    for (size_t i = 0; i < line->pipeline_count && !*wants_exit; i++) {
        const struct pipeline *pipeline = &line->pipelines[i];

        if (pipeline->condition == IF_SUCCESS && status != 0)
            continue;
        if (pipeline->condition == IF_FAILURE && status == 0)
            continue;
        status = run_pipeline(pipeline, status, wants_exit);
    }
    return status;
}
