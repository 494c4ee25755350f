/* What a call costs besides its pixels. usage: small
 *
 * Prints a line for each operation: its name, and ns per call on images of 2, 64, 128 and 256 a side, with as many threads as a program gets
 * that sets none, the free of the result included;
 * each the median of 21 blocks. On 2 x 2 pixels nearly all of it is the call's own cost. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 199309L
#endif
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "stoner.h"

static stoner_image *plain, *masked;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static void check(int32_t status) {
    if (status != STONER_OK) {
        fprintf(stderr, "error %d: %s\n", (int)status, stoner_last_error(NULL));
        exit(EXIT_FAILURE);
    }
}

static void add(stoner_image **out) { check(stoner_image_arithmetic(NULL, plain, STONER_ARITHMETIC_ADD, plain, 0, out)); }
static void add_masked(stoner_image **out) { check(stoner_image_arithmetic(NULL, masked, STONER_ARITHMETIC_ADD, plain, 0, out)); }
static void sum(stoner_image **out) { check(stoner_image_sum(NULL, plain, NULL, 0, 0, 0, out)); }
static void mean_masked(stoner_image **out) { check(stoner_image_mean(NULL, masked, NULL, 0, 0, 0, out)); }
static void maximum(stoner_image **out) { check(stoner_image_max(NULL, plain, NULL, 0, STONER_FILL_DEFAULT, 0.0, 0, out)); }
static void square_root(stoner_image **out) { check(stoner_image_math(NULL, plain, STONER_MATH_SQRT, 0, out)); }
static void transpose(stoner_image **out) { check(stoner_image_transpose(NULL, plain, out)); }
static void sort(stoner_image **out) { check(stoner_image_sort(NULL, plain, NULL, 1, STONER_FILL_DEFAULT, 0.0, out)); }
static void threshold(stoner_image **out) { check(stoner_image_threshold_minmax(NULL, plain, 10.0, 90.0, out)); }
static void gaussian(stoner_image **out) {
    static const double sigma[2] = {1.0, 1.0};
    check(stoner_image_gaussian_filter(NULL, plain, sigma, NULL, NULL, 0.0, 0.0, out));
}
static void fft(stoner_image **out) { check(stoner_image_fft(NULL, plain, 0, STONER_FFT_COMPLEX, 0, 0.0, NULL, out)); }
static void rotate(stoner_image **out) {
    check(stoner_image_rotate(NULL, plain, 0.3, 0, NULL, STONER_INTERPOLATION_LINEAR, STONER_MODE_NEAREST, 0.0, 0, 1, out));
}

static const struct {
    const char *name;
    void (*call)(stoner_image **);
} CALLS[] = {{"add", add},           {"add_masked", add_masked}, {"sum", sum},   {"mean_masked", mean_masked}, {"max", maximum}, {"sqrt", square_root},
             {"transpose", transpose}, {"sort", sort},             {"threshold_minmax", threshold}, {"gaussian_filter", gaussian}, {"fft", fft},
             {"rotate", rotate}};

static stoner_image *image(int64_t side, int with_mask) {
    const int64_t shape[2] = {side, side};
    const int64_t size = side * side;
    double *pixels = malloc((size_t)size * sizeof *pixels);
    uint8_t *mask = malloc((size_t)size);
    stoner_image *out;
    if (pixels == NULL || mask == NULL) {
        exit(EXIT_FAILURE);
    }
    for (int64_t i = 0; i < size; i++) {
        pixels[i] = (double)(i * 7919 % 1009) / 10;
        mask[i] = i % 10 == 3;
    }
    check(stoner_image_from_data(NULL, pixels, STONER_F64, 2, shape, NULL, with_mask ? mask : NULL, &out));
    free(pixels);
    free(mask);
    return out;
}

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(void) {
    static const int64_t SIDES[] = {2, 64, 128, 256};
    enum { BLOCKS = 21, N = sizeof CALLS / sizeof CALLS[0], S = sizeof SIDES / sizeof SIDES[0] };
    static double medians[N][S];
    for (size_t s = 0; s < S; s++) {
        plain = image(SIDES[s], 0);
        masked = image(SIDES[s], 1);
        const int calls = (int)(1 + 400000 / (SIDES[s] * SIDES[s] + 400));
        for (size_t n = 0; n < N; n++) {
            double times[BLOCKS];
            for (int b = 0; b < BLOCKS; b++) {
                double start = now();
                for (int i = 0; i < calls; i++) {
                    stoner_image *out;
                    CALLS[n].call(&out);
                    check(stoner_image_free(out));
                }
                times[b] = (now() - start) / calls;
            }
            qsort(times, BLOCKS, sizeof times[0], by_value);
            medians[n][s] = times[BLOCKS / 2];
        }
        check(stoner_image_free(plain));
        check(stoner_image_free(masked));
    }
    for (size_t n = 0; n < N; n++) {
        printf("%s", CALLS[n].name);
        for (size_t s = 0; s < S; s++) {
            printf(" %.0f", medians[n][s]);
        }
        printf("\n");
    }
    return EXIT_SUCCESS;
}
