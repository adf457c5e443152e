/* Sphere tracing: walk along the ray by the distance to the nearest surface, which is always safe. */
#include "scene.h"

enum { MAX_STEPS = 90, SHADOW_STEPS = 24 };

static const double hit_distance = 0.0015, far_away = 14;
static const struct vec light = { 0.55, 0.75, -0.36 };

static struct vec sky(struct vec direction)
{
    double height = clamp(direction.y * 0.5 + 0.5, 0, 1);

    return mix(vec(0.035, 0.035, 0.045), vec(0.05, 0.075, 0.13), height);
}

/* Distance along the ray to a surface, or a negative number. */
static double march(const struct scene *scene, struct ray ray, double seconds, struct vec *colour)
{
    double travelled = 0.01;

    for (int step = 0; step < MAX_STEPS && travelled < far_away; step++) {
        struct vec point = add(ray.origin, scale(ray.direction, travelled));
        double     distance = scene->distance(point, seconds, colour);

        if (distance < hit_distance * travelled)
            return travelled;
        travelled += distance * 0.9;
    }
    return -1;
}

static struct vec normal_at(const struct scene *scene, struct vec p, double seconds)
{
    const double e = 0.001;
    struct vec   ignored;
    double       here = scene->distance(p, seconds, &ignored);

    return unit(vec(scene->distance(vec(p.x + e, p.y, p.z), seconds, &ignored) - here,
                    scene->distance(vec(p.x, p.y + e, p.z), seconds, &ignored) - here,
                    scene->distance(vec(p.x, p.y, p.z + e), seconds, &ignored) - here));
}

/* 1 in full light, 0 in full shadow; what nearly blocks the light makes a soft edge. */
static double light_at(const struct scene *scene, struct vec point, double seconds)
{
    double     travelled = 0.05, lit = 1;
    struct vec ignored;

    for (int step = 0; step < SHADOW_STEPS && travelled < 5; step++) {
        double distance = scene->distance(add(point, scale(light, travelled)), seconds, &ignored);

        lit = fmin(lit, 9 * distance / travelled);
        if (lit < 0.01)
            return 0;
        travelled += clamp(distance, 0.03, 0.4);
    }
    return lit;
}

static struct vec shade(const struct scene *scene, struct ray ray, double seconds, int bounces)
{
    struct vec colour;
    double     distance = march(scene, ray, seconds, &colour);

    if (distance < 0)
        return sky(ray.direction);
    struct vec point = add(ray.origin, scale(ray.direction, distance));
    struct vec normal = normal_at(scene, point, seconds);
    double     facing = clamp(dot(normal, light), 0, 1) * light_at(scene, add(point, scale(normal, 0.01)), seconds);
    struct vec half = unit(sub(light, ray.direction));
    double     gleam = pow(clamp(dot(normal, half), 0, 1), 48) * facing;
    struct vec lit = add(scale(times(colour, vec(1.0, 0.95, 0.85)), 1.5 * facing),
                         times(colour, add(scale(sky(normal), 2.4), vec(0.05, 0.05, 0.05))));

    lit = add(lit, scale(vec(1, 1, 1), 0.6 * gleam));
    if (bounces > 0) {
        struct vec mirrored = unit(reflect(ray.direction, normal));
        struct ray next = { add(point, scale(normal, 0.02)), mirrored };
        double     edge = scene->mirror + (1 - scene->mirror) * 0.5 * pow(1 - fabs(dot(normal, ray.direction)), 4);

        lit = mix(lit, shade(scene, next, seconds, bounces - 1), edge);
    }
    return mix(lit, sky(ray.direction), clamp((distance - 6) / 8, 0, 1));
}

struct vec trace(const struct scene *scene, struct ray ray, double seconds)
{
    return shade(scene, ray, seconds, 1);
}
