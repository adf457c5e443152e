#ifndef SCENE_H
#define SCENE_H

#include "vector.h"

struct ray { struct vec origin, direction; };

/* Colours of the scenes: red, green and blue from 0 to 1, before gamma. */

struct scene {
    const char *name;
    const char *title;
    /* Distance from `point` to the nearest surface at `seconds`; the surface's colour goes to `colour`. */
    double (*distance)(struct vec point, double seconds, struct vec *colour);
    /* How much of a mirror the surfaces are, 0 to 1. */
    double mirror;
    double camera_distance;
    double camera_height;
};

/* Ends with an entry whose name is NULL. */
extern const struct scene scenes[];

const struct scene *scene_named(const char *name);

/* The colour that is seen along `ray`. */
struct vec trace(const struct scene *scene, struct ray ray, double seconds);

#endif
