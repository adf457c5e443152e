/* The scenes, as distance functions: how far away the nearest surface is, from any point. */
#include "scene.h"

#include <stddef.h>
#include <string.h>

static const struct vec ivory = { 0.86, 0.80, 0.70 };
static const struct vec copper = { 0.80, 0.36, 0.16 };
static const struct vec teal = { 0.10, 0.45, 0.48 };
static const struct vec slate = { 0.075, 0.085, 0.11 };

static struct vec turn(struct vec p, double angle)
{
    double c = cos(angle), s = sin(angle);

    return vec(c * p.x + s * p.z, p.y, c * p.z - s * p.x);
}

static double floor_at(struct vec p, double height, struct vec *colour)
{
    int is_odd = ((int)floor(p.x) + (int)floor(p.z)) & 1;

    *colour = is_odd ? slate : scale(slate, 1.9);
    return p.y - height;
}

static double nearer(double a, double b, struct vec *colour, struct vec colour_b)
{
    if (b >= a)
        return a;
    *colour = colour_b;
    return b;
}

static double torus(struct vec p, double ring, double tube)
{
    double across = sqrt(p.x * p.x + p.z * p.z) - ring;

    return sqrt(across * across + p.y * p.y) - tube;
}

/* Two rings, one through the other, turning. */
static double rings(struct vec p, double t, struct vec *colour)
{
    double nearest = floor_at(p, -1.25, colour);
    struct vec q = turn(p, t * 0.6);
    struct vec first = vec(q.x + 0.42, q.y * cos(t * 0.4) - q.z * sin(t * 0.4),
                           q.y * sin(t * 0.4) + q.z * cos(t * 0.4));
    struct vec second = vec(q.x - 0.42, first.z, -first.y);

    nearest = nearer(nearest, torus(first, 0.78, 0.2), colour, copper);
    return nearer(nearest, torus(second, 0.78, 0.2), colour, teal);
}

static double smooth_min(double a, double b, double width)
{
    double h = clamp(0.5 + 0.5 * (b - a) / width, 0, 1);

    return b * (1 - h) + a * h - width * h * (1 - h);
}

/* Drops that melt into one another and part again. */
static double drops(struct vec p, double t, struct vec *colour)
{
    double nearest = floor_at(p, -1.25, colour), liquid = 1e9;

    for (int i = 0; i < 5; i++) {
        double phase = t * (0.7 + 0.13 * i) + i * 1.3;
        struct vec centre = vec(sin(phase) * 0.85, 0.5 * sin(phase * 1.3 + i) - 0.15,
                                cos(phase * 0.8) * 0.7);

        liquid = smooth_min(liquid, length(sub(p, centre)) - 0.42, 0.35);
    }
    return nearer(nearest, liquid, colour, mix(copper, ivory, clamp(p.y + 0.5, 0, 1)));
}

/* A sponge: a cube with holes of three sizes. */
static double sponge(struct vec p, double t, struct vec *colour)
{
    double nearest = floor_at(p, -1.25, colour);
    struct vec q = turn(p, t * 0.35);
    double side = 0.9;
    struct vec d = vec(fabs(q.x) - side, fabs(q.y) - side, fabs(q.z) - side);
    double cube = fmax(d.x, fmax(d.y, d.z)), size = 1 / side;

    for (int level = 0; level < 3; level++) {
        double ax = fabs(remainder(q.x * size, 2)), ay = fabs(remainder(q.y * size, 2)),
               az = fabs(remainder(q.z * size, 2));
        double rx = fabs(1 - 3 * (1 - ax)), ry = fabs(1 - 3 * (1 - ay)), rz = fabs(1 - 3 * (1 - az));

        if (level == 0)
            rx = 3 * ax, ry = 3 * ay, rz = 3 * az;
        double hole = (fmin(fmax(rx, ry), fmin(fmax(ry, rz), fmax(rz, rx))) - 1) / (3 * size);

        cube = fmax(cube, -hole);
        size *= 3;
    }
    return nearer(nearest, cube, colour, mix(ivory, teal, clamp(0.5 - p.y * 0.6, 0, 1)));
}

const struct scene scenes[] = {
    { "rings", "two rings, one through the other", rings, 0.25, 3.6, 1.1 },
    { "drops", "drops that melt into one another", drops, 0.35, 3.8, 0.9 },
    { "sponge", "a cube with holes of three sizes", sponge, 0.05, 3.9, 1.5 },
    { NULL, NULL, NULL, 0, 0, 0 },
};

const struct scene *scene_named(const char *name)
{
    for (const struct scene *scene = scenes; scene->name != NULL; scene++)
        if (strcmp(scene->name, name) == 0)
            return scene;
    return NULL;
}
