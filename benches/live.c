/* Live images: nanoseconds of the thread's processor time for a point that is pushed, and milliseconds for a snapshot of 512 x 512, after as many points.
 * Points lie anywhere on the grid, a thousand in each push. usage: live */
#include <stdint.h>
#include <stdio.h>
#include <time.h>

#include "stoner.h"

enum { BLOCK = 1000, SIDE = 512 };

static double x[BLOCK], y[BLOCK], counts[BLOCK], monitor[BLOCK];
static double values[SIDE * SIDE], errors[SIDE * SIDE], coverage[SIDE * SIDE];

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static void make_block(void) {
    static uint32_t state = 1;
    int i;
    for (i = 0; i < BLOCK; i++) {
        state = state * 1664525u + 1013904223u, x[i] = (state >> 8) % (100 * SIDE) / 100.0;
        state = state * 1664525u + 1013904223u, y[i] = (state >> 8) % (100 * SIDE) / -100.0;
        counts[i] = state >> 20 & 255, monitor[i] = 1 + (state >> 28);
    }
}

int main(void) {
    static const char *const names[] = {"nearest", "linear"};
    int32_t spread;
    for (spread = STONER_SPREAD_NEAREST; spread <= STONER_SPREAD_LINEAR; spread++) {
        stoner_live *live = NULL;
        int64_t until, points = 0;
        if (stoner_live_new(NULL, SIDE, SIDE, 0, 0, 1, -1, spread, 0, NULL, &live) != STONER_OK) {
            return 1;
        }
        for (until = 1000; until <= 10000000; until *= 10) {
            const int64_t before = points;
            double pushing = 0, begin, taking, reading;
            stoner_image *image = NULL;
            for (; points < until; points += BLOCK) {
                make_block();
                begin = seconds();
                stoner_live_push(NULL, live, x, y, counts, monitor, BLOCK);
                pushing += seconds() - begin;
            }
            begin = seconds();
            stoner_live_image(NULL, live, &image);
            taking = seconds() - begin;
            stoner_image_free(image);
            begin = seconds();
            stoner_live_read(NULL, live, values, errors, coverage, SIDE * SIDE);
            reading = seconds() - begin;
            printf("%s %lld %.3f %.4f %.4f\n", names[spread], (long long)until, 1e9 * pushing / (double)(points - before), 1e3 * taking, 1e3 * reading);
        }
        stoner_live_free(live);
    }
    return 0;
}
