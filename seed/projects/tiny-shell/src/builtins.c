/* Commands that must run in the shell itself, because they change it. */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shell.h"

extern char **environ;

static int complain(const char *name, const char *subject, const char *reason)
{
    fprintf(stderr, "tiny-shell: %s: %s%s%s\n", name, subject, *subject ? ": " : "", reason);
    return 1;
}

static int do_cd(char **words)
{
    const char *target = words[1] != NULL ? words[1] : getenv("HOME");
    char        here[4096];

    if (target == NULL)
        return complain("cd", "", "HOME is not set");
    if (words[1] != NULL && words[2] != NULL)
        return complain("cd", "", "one folder is enough");
    if (chdir(target) != 0)
        return complain("cd", target, strerror(errno));
    if (getcwd(here, sizeof here) != NULL)
        setenv("PWD", here, 1);
    return 0;
}

static int do_pwd(void)
{
    char here[4096];

    if (getcwd(here, sizeof here) == NULL)
        return complain("pwd", "", strerror(errno));
    puts(here);
    return 0;
}

static int do_echo(char **words)
{
    bool has_newline = words[1] == NULL || strcmp(words[1], "-n") != 0;

    for (size_t i = has_newline ? 1 : 2; words[i] != NULL; i++)
        printf("%s%s", words[i], words[i + 1] != NULL ? " " : "");
    if (has_newline)
        putchar('\n');
    return 0;
}

static bool is_name(const char *text, size_t length)
{
    if (length == 0 || isdigit((unsigned char)*text))
        return false;
    for (size_t i = 0; i < length; i++)
        if (!isalnum((unsigned char)text[i]) && text[i] != '_')
            return false;
    return true;
}

static int do_export(char **words)
{
    int status = 0;

    for (size_t i = 1; words[i] != NULL; i++) {
        size_t length = strcspn(words[i], "=");

        if (!is_name(words[i], length)) {
            status = complain("export", words[i], "not a name");
        } else if (words[i][length] == '=') {
            char *name = must_copy(words[i], length);

            setenv(name, words[i] + length + 1, 1);
            free(name);
        }
    }
    return status;
}

static int do_unset(char **words)
{
    for (size_t i = 1; words[i] != NULL; i++)
        if (unsetenv(words[i]) != 0)
            return complain("unset", words[i], "not a name");
    return 0;
}

static int do_env(void)
{
    for (char **entry = environ; *entry != NULL; entry++)
        puts(*entry);
    return 0;
}

static int do_exit(char **words, int status, bool *wants_exit)
{
    char *end;

    *wants_exit = true;
    if (words[1] == NULL)
        return status;
    long code = strtol(words[1], &end, 10);

    if (*words[1] == '\0' || *end != '\0') {
        complain("exit", words[1], "not a number");
        return 2;
    }
    return (int)(code & 0xff);
}

bool is_builtin(const char *name)
{
    static const char *const names[] = { "cd", "pwd", "echo", "export", "unset", "env", "exit" };

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

int run_builtin(char **words, int status, bool *wants_exit)
{
    int result = 0;

    if (strcmp(words[0], "cd") == 0)
        result = do_cd(words);
    else if (strcmp(words[0], "pwd") == 0)
        result = do_pwd();
    else if (strcmp(words[0], "echo") == 0)
        result = do_echo(words);
    else if (strcmp(words[0], "export") == 0)
        result = do_export(words);
    else if (strcmp(words[0], "unset") == 0)
        result = do_unset(words);
    else if (strcmp(words[0], "env") == 0)
        result = do_env();
    else
        result = do_exit(words, status, wants_exit);
    fflush(stdout);
    return result;
}
