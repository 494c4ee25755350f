/* Twelve typical calls, whose instructions tools/test/speed.py counts. usage: calls SCAN FILE.tiff
 *
 * Each call runs once before it is counted, so that what is done once in a process is not. Callgrind counts between the entry and the
 * exit of the functions count_*; their names are those of the baseline. Images of 256 x 256, one thread. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "stoner.h"

enum { SIDE = 256, GRID = 128 };

static stoner_image *plain, *masked, *counts, *grid, *points_x, *points_y;
static const char *scan, *saved;
static uint8_t rgba[4 * SIDE * SIDE];

static void check(int32_t status) {
    if (status != STONER_OK) {
        fprintf(stderr, "error %d: %s\n", (int)status, stoner_last_error(NULL));
        exit(EXIT_FAILURE);
    }
}

/* The same numbers on every machine: the generator of Numerical Recipes (Press et al. 1992, 7.1). */
static double uniform(void) {
    static uint32_t state = 1;
    state = state * 1664525u + 1013904223u;
    return state / 4294967296.0;
}

static stoner_image *image(const void *data, int32_t dtype, int64_t side, const uint8_t *mask) {
    const int64_t shape[2] = {side, side};
    stoner_image *out;
    check(stoner_image_from_data(NULL, data, dtype, 2, shape, NULL, mask, &out));
    return out;
}

static void prepare(void) {
    static double values[SIDE * SIDE], x[GRID * GRID], y[GRID * GRID];
    static uint16_t whole[SIDE * SIDE];
    static uint8_t mask[SIDE * SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
        values[i] = 100.0 + 50.0 * uniform() + (double)(i % SIDE) / 8;
        whole[i] = (uint16_t)(4096.0 * uniform());
        mask[i] = uniform() < 0.1;
    }
    for (int i = 0; i < GRID * GRID; i++) {
        x[i] = i % GRID + 0.4 * uniform();
        y[i] = i / GRID + 0.4 * uniform();
    }
    plain = image(values, STONER_F64, SIDE, NULL);
    masked = image(values, STONER_F64, SIDE, mask);
    counts = image(whole, STONER_U16, SIDE, NULL);
    grid = image(values, STONER_F64, GRID, NULL);
    points_x = image(x, STONER_F64, GRID, NULL);
    points_y = image(y, STONER_F64, GRID, NULL);
    static const double origin[2] = {0.0, 0.0}, step[4] = {1.0, 0.0, 0.0, 1.0};
    check(stoner_image_set_map(NULL, grid, origin, step, "sample_x", "sample_y", "um", "um"));
}

static void load(stoner_image **out) { check(stoner_load_stxm(NULL, scan, 1, 0, out)); }

static void mean_of_masked(stoner_image **out) { check(stoner_image_mean(NULL, masked, NULL, 0, 0, 0, out)); }

static void maximum(stoner_image **out) {
    check(stoner_image_max(NULL, counts, NULL, 0, STONER_FILL_DEFAULT, 0.0, 0, out));
}

static void sort(stoner_image **out) {
    check(stoner_image_sort(NULL, plain, NULL, 1, STONER_FILL_DEFAULT, 0.0, out));
}

static void difference(stoner_image **out) {
    check(stoner_image_arithmetic(NULL, plain, STONER_ARITHMETIC_SUBTRACT, masked, 0, out));
}

static void gaussian(stoner_image **out) {
    static const double sigma[2] = {2.0, 2.0};
    check(stoner_image_gaussian_filter(NULL, plain, sigma, NULL, NULL, 0.0, 0.0, out));
}

static void sgolay(stoner_image **out) {
    check(stoner_image_sgolay2d(NULL, plain, 9, 3, STONER_SGOLAY_SMOOTH, out, NULL));
}

static void rotate(stoner_image **out) {
    check(stoner_image_rotate(NULL, plain, 0.3, 0, NULL, STONER_INTERPOLATION_CUBIC, STONER_MODE_NEAREST, 0.0, 0, 1, out));
}

static void gridimage(stoner_image **out) {
    check(stoner_image_gridimage(
        NULL, grid, points_x, points_y, NULL, NULL, STONER_GRID_LINEAR, STONER_GRID_FILL_MEAN, 0.0, 0, 0, 0.0, NULL, out));
}

static void level(stoner_image **out) {
    check(stoner_image_level_image(NULL, plain, 1, 1, NULL, NULL, 0, NULL, 0, STONER_LEVEL_CLIP, out));
}

static void to_rgba(stoner_image **out) {
    *out = NULL;
    check(stoner_image_to_rgba(NULL, plain, NULL, rgba, (int64_t)sizeof rgba, NULL));
}

static void save(stoner_image **out) {
    *out = NULL;
    check(stoner_image_save(NULL, counts, saved, NULL, 0));
}

/* A call and the function between whose entry and exit it is counted. */
#define COUNTED(name)                                                             \
    __attribute__((noinline)) void count_##name(stoner_image **out) { name(out); }
COUNTED(load)
COUNTED(mean_of_masked)
COUNTED(maximum)
COUNTED(sort)
COUNTED(difference)
COUNTED(gaussian)
COUNTED(sgolay)
COUNTED(rotate)
COUNTED(gridimage)
COUNTED(level)
COUNTED(to_rgba)
COUNTED(save)

#define CALL(name) {name, count_##name}
static const struct {
    void (*call)(stoner_image **);
    void (*counted)(stoner_image **);
} CALLS[] = {CALL(load),   CALL(mean_of_masked), CALL(maximum), CALL(sort),  CALL(difference), CALL(gaussian),
             CALL(sgolay), CALL(rotate),         CALL(gridimage), CALL(level), CALL(to_rgba),    CALL(save)};

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: calls SCAN FILE.tiff\n");
        return EXIT_FAILURE;
    }
    scan = argv[1];
    saved = argv[2];
    prepare();
    check(stoner_context_set_threads(NULL, 1));
    for (size_t i = 0; i < sizeof CALLS / sizeof *CALLS; i++) {
        stoner_image *out;
        CALLS[i].call(&out);
        check(stoner_image_free(out));
        CALLS[i].counted(&out);
        check(stoner_image_free(out));
    }
    return EXIT_SUCCESS;
}
