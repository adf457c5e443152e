#include "philosopher.h"

/* Enough for a few frames each; the default of 8 MB times 200 is a lot to promise. */
#define STACK_BYTES (128 * 1024)

static void *philosopher_main(void *argument)
{
    const struct philosopher *self = argument;

    while (table_take_forks(self->table, self->seat) && table_eat(self->table, self->seat)
           && table_rest(self->table, self->seat))
        ;
    return NULL;
}

int philosophers_start(struct table *table, struct philosopher guests[MAX_SEATS], int *seated)
{
    pthread_attr_t small_stack;
    int            error = 0;

    pthread_attr_init(&small_stack);
    pthread_attr_setstacksize(&small_stack, STACK_BYTES);
    for (*seated = 0; *seated < table->options.seats; ++*seated) {
        struct philosopher *guest = &guests[*seated];

        guest->table = table;
        guest->seat = *seated;
        error = pthread_create(&guest->thread, &small_stack, philosopher_main, guest);
        if (error != 0)
            break;
    }
    pthread_attr_destroy(&small_stack);
    return error;
}
