/* The terminal: raw keys, true colour, and everything put back at the end. */
#include "screen.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <termios.h>
#include <unistd.h>

static struct termios before;
static bool           is_open;
static volatile sig_atomic_t is_over;

static void on_end(int number)
{
    (void)number;
    is_over = 1;
}

void screen_open(void)
{
    struct sigaction action = { .sa_handler = on_end };

    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
    if (isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &before) == 0) {
        struct termios raw = before;

        raw.c_lflag &= (tcflag_t) ~(ICANON | ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &raw);
        is_open = true;
    }
    fputs("\033[?1049h\033[?25l\033[2J", stdout);
    fflush(stdout);
    atexit(screen_close);
}

void screen_close(void)
{
    static bool is_closed;

    if (is_closed)
        return;
    is_closed = true;
    fputs("\033[0m\033[?25h\033[?1049l", stdout);
    fflush(stdout);
    if (is_open)
        tcsetattr(STDIN_FILENO, TCSANOW, &before);
}

void screen_size(int *columns, int *lines)
{
    struct winsize size;

    *columns = 80;
    *lines = 24;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0) {
        *columns = size.ws_col;
        *lines = size.ws_row;
    }
}

int screen_key(void)
{
    struct timeval none = { 0, 0 };
    fd_set         input;
    char           key;

    FD_ZERO(&input);
    FD_SET(STDIN_FILENO, &input);
    if (select(STDIN_FILENO + 1, &input, NULL, NULL, &none) != 1 || read(STDIN_FILENO, &key, 1) != 1)
        return 0;
    return key;
}

bool screen_is_over(void) { return is_over; }

static bool is_same(struct pixel a, struct pixel b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static void print_line(const struct image *image, int row)
{
    struct pixel upper = { 0 }, lower = { 0 };

    for (int column = 0; column < image->width; column++) {
        struct pixel top = image->pixels[row * image->width + column];
        struct pixel bottom = image->pixels[(row + 1) * image->width + column];

        if (column == 0 || !is_same(top, upper))
            printf("\033[38;2;%d;%d;%dm", top.red, top.green, top.blue);
        if (column == 0 || !is_same(bottom, lower))
            printf("\033[48;2;%d;%d;%dm", bottom.red, bottom.green, bottom.blue);
        fputs("\u2580", stdout);
        upper = top;
        lower = bottom;
    }
    fputs("\033[0m", stdout);
}

void screen_draw(const struct image *image)
{
    for (int row = 0; row + 1 < image->height; row += 2) {
        printf("\033[%d;1H", row / 2 + 1);
        print_line(image, row);
    }
    fflush(stdout);
}

void screen_print(const struct image *image)
{
    for (int row = 0; row + 1 < image->height; row += 2) {
        print_line(image, row);
        putchar('\n');
    }
    fflush(stdout);
}
