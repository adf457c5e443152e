#ifndef VECTOR_H
#define VECTOR_H

#include <math.h>

struct vec { double x, y, z; };

static inline struct vec vec(double x, double y, double z) { return (struct vec){ x, y, z }; }
static inline struct vec add(struct vec a, struct vec b) { return vec(a.x + b.x, a.y + b.y, a.z + b.z); }
static inline struct vec sub(struct vec a, struct vec b) { return vec(a.x - b.x, a.y - b.y, a.z - b.z); }
static inline struct vec scale(struct vec a, double s) { return vec(a.x * s, a.y * s, a.z * s); }
static inline struct vec times(struct vec a, struct vec b) { return vec(a.x * b.x, a.y * b.y, a.z * b.z); }
static inline double dot(struct vec a, struct vec b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
static inline struct vec cross(struct vec a, struct vec b)
{
    return vec(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);
}
static inline double length(struct vec a) { return sqrt(dot(a, a)); }
static inline struct vec unit(struct vec a) { return scale(a, 1 / length(a)); }
static inline struct vec mix(struct vec a, struct vec b, double t) { return add(scale(a, 1 - t), scale(b, t)); }
static inline struct vec reflect(struct vec in, struct vec normal)
{
    return sub(in, scale(normal, 2 * dot(in, normal)));
}
static inline double clamp(double value, double low, double high)
{
    return value < low ? low : value > high ? high : value;
}

#endif
