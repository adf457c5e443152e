#include "table.h"

#include <signal.h>

#include "timing.h"

/* How long a naive philosopher looks around between the two forks: wide enough to be unlucky. */
#define NAIVE_PAUSE_US (5 * US_PER_MS)

void table_init(struct table *table, const struct options *options, struct journal *journal)
{
    pthread_condattr_t monotonic;

    *table = (struct table){ .options = *options, .journal = journal, .seated = options->seats };
    table->culprit = NOBODY;
    table->host = pthread_self();
    table->started_us = now_us();
    pthread_mutex_init(&table->lock, NULL);
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    for (int i = 0; i < options->seats; i++) {
        struct seat *seat = &table->seats[i];

        pthread_cond_init(&seat->wake, &monotonic);
        seat->last_meal_us = table->started_us;
        seat->hungry_since_us = table->started_us;
        seat->wants_fork = NOBODY;
        table->fork_holder[i] = NOBODY;
    }
    pthread_condattr_destroy(&monotonic);
}

void table_destroy(struct table *table)
{
    for (int i = 0; i < table->options.seats; i++)
        pthread_cond_destroy(&table->seats[i].wake);
    pthread_mutex_destroy(&table->lock);
}

int right_fork(const struct table *table, int seat)
{
    return (seat + 1) % table->options.seats;
}

static int left_neighbour(const struct table *table, int seat)
{
    return (seat + table->options.seats - 1) % table->options.seats;
}

/*
 * At the start all have waited equally long. Seating order would then make a chain in which each
 * waits for the one before; every second seat first lets half the table eat at once.
 */
static int first_round_rank(const struct table *table, int seat)
{
    int seats = table->options.seats;

    if (seats % 2 == 1 && seat == seats - 1)
        return 2 * seats;
    return seat % 2 == 0 ? seat : seats + seat;
}

static bool has_waited_longer(const struct table *table, int a, int b)
{
    int64_t meal_a = table->seats[a].last_meal_us;
    int64_t meal_b = table->seats[b].last_meal_us;

    if (meal_a != meal_b)
        return meal_a < meal_b;
    return first_round_rank(table, a) < first_round_rank(table, b);
}

bool may_eat(const struct table *table, int seat)
{
    int neighbours[] = { left_neighbour(table, seat), right_fork(table, seat) };

    if (right_fork(table, seat) == seat)
        return false; /* alone at the table there is only one fork */
    if (table->fork_holder[seat] != NOBODY || table->fork_holder[right_fork(table, seat)] != NOBODY)
        return false;
    for (int i = 0; i < 2; i++) {
        int other = neighbours[i];

        if (table->seats[other].state == STATE_HUNGRY && has_waited_longer(table, other, seat))
            return false;
    }
    return true;
}

bool closes_circle(const struct table *table, int seat, int fork)
{
    for (int steps = 0; steps < table->options.seats; steps++) {
        int holder = table->fork_holder[fork];

        if (holder == NOBODY)
            return false;
        if (holder == seat)
            return true;
        fork = table->seats[holder].wants_fork;
        if (fork == NOBODY)
            return false;
    }
    return false;
}

static void record(struct table *table, int seat, enum event_kind kind, int number, int64_t at_us)
{
    journal_append(table->journal, (struct event){ .at_us = at_us - table->started_us,
                                                   .seat = seat, .kind = kind, .number = number });
}

/* With the lock held. */
static void end_locked(struct table *table, enum outcome outcome, int culprit)
{
    if (table->outcome != OUTCOME_RUNNING)
        return;
    table->outcome = outcome;
    table->culprit = culprit;
    table->ended_us = now_us();
    if (outcome == OUTCOME_STARVED)
        record(table, culprit, EVENT_STARVES, 0, table->ended_us);
    for (int i = 0; i < table->options.seats; i++)
        pthread_cond_signal(&table->seats[i].wake);
    pthread_kill(table->host, SIGUSR1);
}

/* With the lock held. Returns false when the dinner ended first. */
static bool pause_locked(struct table *table, int seat, int64_t until_us)
{
    struct timespec until = to_timespec(until_us);

    while (table->outcome == OUTCOME_RUNNING && now_us() < until_us)
        pthread_cond_timedwait(&table->seats[seat].wake, &table->lock, &until);
    return table->outcome == OUTCOME_RUNNING;
}

/* With the lock held. */
static bool take_both(struct table *table, int seat)
{
    while (table->outcome == OUTCOME_RUNNING && !may_eat(table, seat))
        pthread_cond_wait(&table->seats[seat].wake, &table->lock);
    if (table->outcome != OUTCOME_RUNNING)
        return false;
    table->fork_holder[seat] = seat;
    table->fork_holder[right_fork(table, seat)] = seat;
    return true;
}

/* With the lock held. */
static bool take_one(struct table *table, int seat, int fork)
{
    if (closes_circle(table, seat, fork)) {
        table->seats[seat].wants_fork = fork;
        end_locked(table, OUTCOME_DEADLOCK, seat);
        return false;
    }
    table->seats[seat].wants_fork = fork;
    while (table->outcome == OUTCOME_RUNNING && table->fork_holder[fork] != NOBODY)
        pthread_cond_wait(&table->seats[seat].wake, &table->lock);
    if (table->outcome != OUTCOME_RUNNING)
        return false;
    table->seats[seat].wants_fork = NOBODY;
    table->fork_holder[fork] = seat;
    record(table, seat, EVENT_TAKES_FORK, fork, now_us());
    return true;
}

bool table_take_forks(struct table *table, int seat)
{
    struct seat *self = &table->seats[seat];
    bool         is_ready;

    pthread_mutex_lock(&table->lock);
    self->state = STATE_HUNGRY;
    if (table->options.naive)
        is_ready = take_one(table, seat, seat)
                && pause_locked(table, seat, now_us() + NAIVE_PAUSE_US)
                && take_one(table, seat, right_fork(table, seat));
    else
        is_ready = take_both(table, seat);
    if (is_ready) {
        int64_t now = now_us();
        int64_t waited = now - self->hungry_since_us;

        if (waited > self->longest_wait_us)
            self->longest_wait_us = waited;
        self->state = STATE_EATING;
        self->last_meal_us = now;
        self->meals++;
        record(table, seat, EVENT_EATS, self->meals, now);
    }
    pthread_mutex_unlock(&table->lock);
    return is_ready;
}

/* With the lock held: only the two neighbours can have been waiting for these forks. */
static void put_back(struct table *table, int seat)
{
    table->fork_holder[seat] = NOBODY;
    table->fork_holder[right_fork(table, seat)] = NOBODY;
    pthread_cond_signal(&table->seats[left_neighbour(table, seat)].wake);
    pthread_cond_signal(&table->seats[right_fork(table, seat)].wake);
}

bool table_eat(struct table *table, int seat)
{
    struct seat *self = &table->seats[seat];
    bool         goes_on;

    pthread_mutex_lock(&table->lock);
    goes_on = pause_locked(table, seat, self->last_meal_us + table->options.eat_ms * US_PER_MS);
    if (goes_on) {
        bool has_enough = table->options.meals > 0 && self->meals >= table->options.meals;

        self->state = has_enough ? STATE_LEFT : STATE_RESTING;
        record(table, seat, has_enough ? EVENT_LEAVES : EVENT_SLEEPS, self->meals, now_us());
        put_back(table, seat);
        if (has_enough && --table->seated == 0)
            end_locked(table, OUTCOME_FED, NOBODY);
        goes_on = !has_enough;
    }
    pthread_mutex_unlock(&table->lock);
    return goes_on;
}

bool table_rest(struct table *table, int seat)
{
    struct seat *self = &table->seats[seat];
    bool         goes_on;

    pthread_mutex_lock(&table->lock);
    goes_on = pause_locked(table, seat, now_us() + table->options.sleep_ms * US_PER_MS);
    if (goes_on) {
        self->hungry_since_us = now_us();
        record(table, seat, EVENT_HUNGRY, 0, self->hungry_since_us);
    }
    pthread_mutex_unlock(&table->lock);
    return goes_on;
}

int64_t table_next_deadline_us(struct table *table)
{
    int64_t earliest = -1;

    pthread_mutex_lock(&table->lock);
    for (int i = 0; i < table->options.seats; i++) {
        const struct seat *seat = &table->seats[i];
        int64_t            deadline = seat->last_meal_us + table->options.starve_ms * US_PER_MS;

        if (seat->state != STATE_LEFT && (earliest == -1 || deadline < earliest))
            earliest = deadline;
    }
    pthread_mutex_unlock(&table->lock);
    return earliest;
}

void table_check_starving(struct table *table)
{
    pthread_mutex_lock(&table->lock);
    int64_t now = now_us();
    for (int i = 0; i < table->options.seats; i++) {
        const struct seat *seat = &table->seats[i];

        if (seat->state != STATE_LEFT
            && now >= seat->last_meal_us + table->options.starve_ms * US_PER_MS) {
            end_locked(table, OUTCOME_STARVED, i);
            break;
        }
    }
    pthread_mutex_unlock(&table->lock);
}

void table_end(struct table *table, enum outcome outcome)
{
    pthread_mutex_lock(&table->lock);
    end_locked(table, outcome, NOBODY);
    pthread_mutex_unlock(&table->lock);
}

enum outcome table_outcome(struct table *table)
{
    pthread_mutex_lock(&table->lock);
    enum outcome outcome = table->outcome;
    pthread_mutex_unlock(&table->lock);
    return outcome;
}
