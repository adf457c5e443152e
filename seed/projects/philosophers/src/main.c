/* Dinner: seats the philosophers, watches the clock and the signals, and says how it ended. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "chart.h"
#include "philosopher.h"
#include "timing.h"

#define EXIT_USAGE       2
#define EXIT_NO_DINNER   4
#define FALLBACK_COLUMNS 80

/* Blocked in every thread and taken by sigtimedwait: no handler, so nothing to get wrong in one. */
static void block_signals(sigset_t *signals)
{
    sigemptyset(signals);
    sigaddset(signals, SIGINT);
    sigaddset(signals, SIGTERM);
    sigaddset(signals, SIGHUP);
    sigaddset(signals, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, signals, NULL);
}

/* Sleeps until somebody could starve, a signal comes, or a philosopher reports the end. */
static void watch(struct table *table, const sigset_t *signals)
{
    while (table_outcome(table) == OUTCOME_RUNNING) {
        int64_t deadline = table_next_deadline_us(table);
        int64_t left = deadline == -1 ? US_PER_S : deadline - now_us();

        if (left > 0) {
            struct timespec timeout = to_timespec(left);
            int             signal_number = sigtimedwait(signals, NULL, &timeout);

            if (signal_number > 0 && signal_number != SIGUSR1)
                table_end(table, OUTCOME_INTERRUPTED);
        }
        table_check_starving(table);
    }
}

static int terminal_columns(void)
{
    struct winsize size;

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return FALLBACK_COLUMNS;
}

static int exit_status(enum outcome outcome)
{
    switch (outcome) {
    case OUTCOME_FED:
        return 0;
    case OUTCOME_STARVED:
        return 1;
    case OUTCOME_DEADLOCK:
        return 3;
    case OUTCOME_INTERRUPTED:
    case OUTCOME_RUNNING:
        break;
    }
    return 130;
}

static int serve(const struct options *options)
{
    static struct table       table;
    static struct philosopher guests[MAX_SEATS];
    struct journal            journal;
    sigset_t                  signals;
    bool                      use_colour = !options->plain && isatty(STDOUT_FILENO);
    int                       seated;

    block_signals(&signals);
    int error = journal_open(&journal, options->seats, use_colour);
    if (error != 0) {
        fprintf(stderr, "dinner: cannot start: %s\n", strerror(error));
        return EXIT_NO_DINNER;
    }
    table_init(&table, options, &journal);
    error = philosophers_start(&table, guests, &seated);
    if (error == 0)
        watch(&table, &signals);
    else
        table_end(&table, OUTCOME_INTERRUPTED);
    for (int i = 0; i < seated; i++)
        pthread_join(guests[i].thread, NULL);
    journal_close(&journal);

    int status = exit_status(table.outcome);
    if (error == 0) {
        print_summary(&table, terminal_columns(), use_colour);
    } else {
        fprintf(stderr, "dinner: only %d of %d philosophers found a seat: %s\n", seated,
                options->seats, strerror(error));
        status = EXIT_NO_DINNER;
    }
    table_destroy(&table);
    journal_free(&journal);
    return status;
}

int main(int argc, char **argv)
{
    struct options options;
    char           error[160];

    if (!parse_options(argc, argv, &options, error, sizeof error)) {
        fprintf(stderr, "dinner: %s\n\n%s", error, usage_text);
        return EXIT_USAGE;
    }
    if (options.help) {
        fputs(usage_text, stdout);
        return 0;
    }
    return serve(&options);
}
