/* One clock for the whole program: monotonic, in microseconds. */
#ifndef TIMING_H
#define TIMING_H

#include <stdint.h>
#include <time.h>

#define US_PER_MS 1000
#define US_PER_S  1000000

/* Microseconds since an arbitrary point; never jumps when somebody sets the wall clock. */
int64_t now_us(void);

struct timespec to_timespec(int64_t us);

#endif
