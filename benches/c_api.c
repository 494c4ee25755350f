/* Times the C interface. usage: c_api load SCAN N | c_api threads SCAN N | c_api handles
 *
 * `load` prints the time of each of N loads in ms. `threads` prints the time for each load where two threads make N each. `handles` prints ns per call: a handle's lookup, clone, crop and
 * flip with their free, at 64 and 4096 a side, each the median of 21 blocks. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 199309L
#endif
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "stoner.h"

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static void check(int32_t status) {
    if (status != STONER_OK) {
        fprintf(stderr, "error %d: %s\n", (int)status, stoner_last_error(NULL));
        exit(EXIT_FAILURE);
    }
}

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void lookup(const stoner_image *image) {
    int32_t ndim;
    check(stoner_image_ndim(NULL, image, &ndim));
}

static void clone_it(const stoner_image *image) {
    stoner_image *out;
    check(stoner_image_clone(NULL, image, &out));
    check(stoner_image_free(out));
}

static void crop_it(const stoner_image *image) {
    static const int64_t box[4] = {1, STONER_EXTENT, 1, 60};
    stoner_image *out;
    check(stoner_image_crop(NULL, image, box, &out));
    check(stoner_image_free(out));
}

static void flip_it(const stoner_image *image) {
    stoner_image *out;
    check(stoner_image_flip_h(NULL, image, &out));
    check(stoner_image_free(out));
}

static void block(const char *name, int64_t side, void (*call)(const stoner_image *), const stoner_image *image) {
    enum { BLOCKS = 21, CALLS = 2000 };
    double times[BLOCKS];
    int b, i;
    for (b = 0; b < BLOCKS; b++) {
        double start = now();
        for (i = 0; i < CALLS; i++) {
            call(image);
        }
        times[b] = (now() - start) / CALLS;
    }
    qsort(times, BLOCKS, sizeof times[0], by_value);
    printf("%s %lld %.1f\n", name, (long long)side, times[BLOCKS / 2]);
}

static void handles(int64_t side) {
    const int64_t shape[2] = {side, side};
    double *pixels = calloc((size_t)(side * side), sizeof *pixels);
    stoner_image *image;
    if (pixels == NULL) {
        exit(EXIT_FAILURE);
    }
    check(stoner_image_from_data(NULL, pixels, STONER_F64, 2, shape, NULL, NULL, &image));
    free(pixels);
    block("lookup", side, lookup, image);
    block("clone", side, clone_it, image);
    block("crop", side, crop_it, image);
    block("flip_h", side, flip_it, image);
    check(stoner_image_free(image));
}

typedef struct {
    const char *scan;
    int n;
} work;

static void *load(void *argument) {
    const work *self = argument;
    int i;
    for (i = 0; i < self->n; i++) {
        stoner_image *image;
        check(stoner_load_stxm(NULL, self->scan, 0, 0, &image));
        check(stoner_image_free(image));
    }
    return NULL;
}

static void threads(const char *scan, int n) {
    work each;
    pthread_t other;
    double start = now();
    each.scan = scan, each.n = n;
    if (pthread_create(&other, NULL, load, &each) != 0) {
        exit(EXIT_FAILURE);
    }
    load(&each);
    pthread_join(other, NULL);
    printf("%.4f\n", (now() - start) / 1e6 / (2 * n));
}

int main(int argc, char **argv) {
    if (argc == 4 && strcmp(argv[1], "load") == 0) {
        int n = atoi(argv[3]);
        while (n-- > 0) {
            stoner_image *image;
            double start = now();
            check(stoner_load_stxm(NULL, argv[2], 0, 0, &image));
            printf("%.4f\n", (now() - start) / 1e6);
            check(stoner_image_free(image));
        }
    } else if (argc == 4 && strcmp(argv[1], "threads") == 0) {
        threads(argv[2], atoi(argv[3]));
    } else if (argc == 2 && strcmp(argv[1], "handles") == 0) {
        handles(64);
        handles(4096);
    } else {
        fprintf(stderr, "usage: %s load SCAN N | %s threads SCAN N | %s handles\n", argv[0], argv[0], argv[0]);
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
