#ifndef IMAGE_H
#define IMAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "scene.h"

struct pixel { uint8_t red, green, blue; };

struct image {
    int           width;
    int           height;
    struct pixel *pixels;
};

/* Makes room for width × height pixels. False when memory is short. */
bool image_resize(struct image *image, int width, int height);
void image_free(struct image *image);

/* Renders with one thread for each processor, `samples` × `samples` rays for each pixel. */
void image_render(struct image *image, const struct scene *scene, double seconds, int samples);

#endif
