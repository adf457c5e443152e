/* Turns a scene into pixels. Rows are shared out between threads. */
#include "image.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

enum { MAX_THREADS = 8 };

struct job {
    struct image       *image;
    const struct scene *scene;
    double              seconds;
    int                 samples;
    int                 first_row;
    int                 row_step;
};

bool image_resize(struct image *image, int width, int height)
{
    struct pixel *pixels = realloc(image->pixels, (size_t)width * (size_t)height * sizeof *pixels);

    if (pixels == NULL)
        return false;
    *image = (struct image){ width, height, pixels };
    return true;
}

void image_free(struct image *image)
{
    free(image->pixels);
    image->pixels = NULL;
}

static uint8_t to_byte(double linear) { return (uint8_t)(255 * pow(clamp(linear, 0, 1), 1 / 2.2) + 0.5); }

static struct ray camera_ray(const struct job *job, double x, double y)
{
    const struct image *image = job->image;
    double     aspect = (double)image->width / image->height;
    struct vec eye = vec(0, job->scene->camera_height, -job->scene->camera_distance);
    struct vec forward = unit(sub(vec(0, -0.12, 0), eye));
    struct vec right = unit(cross(vec(0, 1, 0), forward)), up = cross(forward, right);
    double     u = (2 * x / image->width - 1) * aspect, v = 1 - 2 * y / image->height;

    return (struct ray){ eye, unit(add(scale(forward, 1.75), add(scale(right, u), scale(up, v)))) };
}

static struct pixel render_pixel(const struct job *job, int column, int row)
{
    struct vec sum = { 0, 0, 0 };
    int        n = job->samples;

    for (int i = 0; i < n * n; i++) {
        double x = column + (i % n + 0.5) / n, y = row + (i / n + 0.5) / n;

        sum = add(sum, trace(job->scene, camera_ray(job, x, y), job->seconds));
    }
    sum = scale(sum, 1.0 / (n * n));
    return (struct pixel){ to_byte(sum.x), to_byte(sum.y), to_byte(sum.z) };
}

static void *render_rows(void *argument)
{
    const struct job *job = argument;

    for (int row = job->first_row; row < job->image->height; row += job->row_step)
        for (int column = 0; column < job->image->width; column++)
            job->image->pixels[row * job->image->width + column] = render_pixel(job, column, row);
    return NULL;
}

void image_render(struct image *image, const struct scene *scene, double seconds, int samples)
{
    long      processors = sysconf(_SC_NPROCESSORS_ONLN);
    int       count = processors < 1 ? 1 : processors > MAX_THREADS ? MAX_THREADS : (int)processors;
    pthread_t threads[MAX_THREADS];
    struct job jobs[MAX_THREADS];
    bool      is_running[MAX_THREADS];

    for (int i = 0; i < count; i++) {
        jobs[i] = (struct job){ image, scene, seconds, samples, i, count };
        is_running[i] = i > 0 && pthread_create(&threads[i], NULL, render_rows, &jobs[i]) == 0;
    }
    for (int i = 0; i < count; i++) {
        if (is_running[i])
            pthread_join(threads[i], NULL);
        else
            render_rows(&jobs[i]);
    }
}
