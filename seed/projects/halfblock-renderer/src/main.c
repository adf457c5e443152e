/* Draws a scene: moving until q or Ctrl-C, as one picture, or into a PPM file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "image.h"
#include "screen.h"

static const char usage[] =
    "usage: halfblock [SCENE] [--still | --frames COUNT | --ppm WIDTHxHEIGHT] [--at SECONDS]\n"
    "\n"
    "  --still     one picture, then back to the prompt\n"
    "  --frames    so many pictures, then how fast they came\n"
    "  --ppm       one picture as a PPM file on standard output\n"
    "  --at        at which moment; 0 unless said\n"
    "\n"
    "While it moves: n for the next scene, q or Ctrl-C to leave.\n"
    "Scenes:";

struct options {
    const struct scene *scene;
    bool                is_still;
    int                 frames;
    int                 ppm_width, ppm_height;
    double              at;
};

enum { MAX_COLUMNS = 160, MAX_LINES = 60, MAX_PPM = 4000 };

static int complain(const char *subject)
{
    fprintf(stderr, "halfblock: %s\n\n%s", subject, usage);
    for (const struct scene *scene = scenes; scene->name != NULL; scene++)
        fprintf(stderr, "%s %s (%s)", scene == scenes ? "" : ",", scene->name, scene->title);
    fputc('\n', stderr);
    return 2;
}

static bool parse_options(int argc, char **argv, struct options *out)
{
    *out = (struct options){ .scene = scenes };
    for (int i = 1; i < argc; i++) {
        const char *value = i + 1 < argc ? argv[i + 1] : "";

        if (strcmp(argv[i], "--still") == 0) {
            out->is_still = true;
        } else if (strcmp(argv[i], "--frames") == 0) {
            out->frames = atoi(value);
            if (out->frames < 1)
                return false;
            i++;
        } else if (strcmp(argv[i], "--at") == 0) {
            out->at = atof(value);
            i++;
        } else if (strcmp(argv[i], "--ppm") == 0) {
            if (sscanf(value, "%dx%d", &out->ppm_width, &out->ppm_height) != 2 || out->ppm_width < 1 ||
                out->ppm_height < 1 || out->ppm_width > MAX_PPM || out->ppm_height > MAX_PPM)
                return false;
            i++;
        } else if ((out->scene = scene_named(argv[i])) == NULL) {
            return false;
        }
    }
    return true;
}

static bool fit_to_screen(struct image *image, int spare_lines)
{
    int columns, lines;

    screen_size(&columns, &lines);
    columns = columns > MAX_COLUMNS ? MAX_COLUMNS : columns;
    lines = lines > MAX_LINES ? MAX_LINES : lines;
    lines = lines > spare_lines ? lines - spare_lines : 1;
    if (image->width == columns && image->height == 2 * lines)
        return true;
    return image_resize(image, columns, 2 * lines);
}

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int write_ppm(const struct options *options, struct image *image)
{
    if (!image_resize(image, options->ppm_width, options->ppm_height))
        return 1;
    image_render(image, options->scene, options->at, 3);
    printf("P6\n%d %d\n255\n", image->width, image->height);
    size_t count = (size_t)image->width * (size_t)image->height;

    return fwrite(image->pixels, sizeof *image->pixels, count, stdout) == count ? 0 : 1;
}

static int print_still(const struct options *options, struct image *image)
{
    if (!fit_to_screen(image, 3))
        return 1;
    image_render(image, options->scene, options->at, 2);
    screen_print(image);
    printf("%s: %s, %d x %d pixels\n", options->scene->name, options->scene->title, image->width,
           image->height);
    return 0;
}

static int animate(const struct options *options, struct image *image)
{
    const struct scene *scene = options->scene;
    const double        frame_s = 1.0 / 24;
    double              start = now();
    int                 frame = 0;

    screen_open();
    while (!screen_is_over() && (options->frames == 0 || frame < options->frames)) {
        double begun = now();
        int    key = screen_key();

        if (key == 'q')
            break;
        if (key == 'n') {
            scene++;
            if (scene->name == NULL)
                scene = scenes;
        }
        if (!fit_to_screen(image, 1))
            return 1;
        image_render(image, scene, options->at + begun - start, 1);
        screen_draw(image);
        printf("\033[0m\033[%d;1H\033[2K %s  %.0f ms  n next  q leave", image->height / 2 + 1, scene->title,
               (now() - begun) * 1000);
        fflush(stdout);
        frame++;
        double left = frame_s - (now() - begun);

        if (left > 0)
            nanosleep(&(struct timespec){ 0, (long)(left * 1e9) }, NULL);
    }
    double elapsed = now() - start;

    screen_close();
    printf("%d pictures of %d x %d, %.1f each second\n", frame, image->width, image->height, frame / elapsed);
    return 0;
}

int main(int argc, char **argv)
{
    struct options options;
    struct image   image = { 0 };

    if (argc > 1 && strcmp(argv[1], "--help") == 0)
        return complain("draws in a terminal") * 0;
    if (!parse_options(argc, argv, &options))
        return complain("these arguments do not fit together");
    int code = options.ppm_width > 0 ? write_ppm(&options, &image)
               : options.is_still   ? print_still(&options, &image)
                                    : animate(&options, &image);

    image_free(&image);
    return code;
}
