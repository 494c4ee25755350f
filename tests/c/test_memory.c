/* Out of memory: every call that needs memory of an image's size reports it, and the program continues. */
#define _XOPEN_SOURCE 700
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "harness.h"

enum { SIDE = 2048 }; /* 32 MiB of doubles */

#ifndef __SANITIZE_ADDRESS__
static long pages_in_use(void) {
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file != NULL) {
        if (fscanf(file, "%ld", &pages) != 1) {
            pages = 0;
        }
        fclose(file);
    }
    return pages;
}

/* The number of checks that failed, in a child that may have 16 MiB more than it has. */
static int starve(const stoner_image *image, const stoner_image *small, const char *path) {
    static const int64_t shape[2] = {SIDE, SIDE}, corner[4] = {0, 1, 0, 1};
    static const double one = 1;
    const double *pixels = calloc((size_t)SIDE * SIDE, sizeof *pixels);
    const struct rlimit limit = {(rlim_t)pages_in_use() * 4096 + (16 << 20), RLIM_INFINITY};
    stoner_image *out = NULL, *shared = NULL;
    double low, high;
    if (pixels == NULL || setrlimit(RLIMIT_AS, &limit) != 0) {
        return 1;
    }
    CHECK_STATUS(stoner_image_from_data(NULL, pixels, STONER_F64, 2, shape, NULL, NULL, &out), STONER_ERR_NO_MEMORY);
    CHECK(strstr(stoner_last_error(NULL), "33554432 bytes") != NULL);
    CHECK_STATUS(stoner_image_normalise(NULL, image, NULL, NULL, NULL, 0, &out), STONER_ERR_NO_MEMORY);
    CHECK_STATUS(stoner_image_convert(NULL, image, STONER_C128, 0, 0, 1, &out), STONER_ERR_NO_MEMORY);
    CHECK_STATUS(stoner_image_save_tiff(NULL, image, path, 0), STONER_ERR_NO_MEMORY);
    CHECK(access(path, F_OK) != 0);
    CHECK(out == NULL);
    /* Sharing pixels needs no memory; writing to them does, and fails before anything is changed. */
    CHECK_STATUS(stoner_image_clone(NULL, image, &shared), STONER_OK);
    CHECK_STATUS(stoner_image_write(NULL, shared, corner, &one, STONER_F64, NULL), STONER_ERR_NO_MEMORY);
    CHECK_STATUS(stoner_image_span(NULL, shared, &low, &high), STONER_OK);
    CHECK(low == 0 && high == 7);
    CHECK_STATUS(stoner_image_xmcd(NULL, small, small, &out), STONER_ERR_POLARIZATION);
    CHECK_STATUS(stoner_image_flip_v(NULL, shared, &out), STONER_OK);
    stoner_image_free(out);
    stoner_image_free(shared);
    free((void *)pixels);
    return (int)harness.failed_checks;
}

#endif

static const char *folder = ".";

/* Whether the program runs under valgrind, which needs the address space for itself and gives memory back when it likes to. */
#ifndef __SANITIZE_ADDRESS__
static int under_valgrind(void) {
    const char *preloaded = getenv("LD_PRELOAD");
    return preloaded != NULL && strstr(preloaded, "vgpreload") != NULL;
}
#endif

TEST(no_memory) {
#ifdef __SANITIZE_ADDRESS__
    SKIP("the sanitizer needs the address space for itself");
#else
    const int64_t shape[2] = {SIDE, SIDE}, tiny[2] = {2, 2};
    double *pixels = calloc((size_t)SIDE * SIDE, sizeof *pixels);
    stoner_image *image = NULL, *small = NULL;
    char path[1024];
    int state = -1;
    pid_t child;
    if (under_valgrind()) {
        free(pixels);
        SKIP("valgrind needs the address space for itself");
    }
    REQUIRE(pixels != NULL);
    pixels[0] = 7;
    CHECK_STATUS(stoner_image_from_data(NULL, pixels, STONER_F64, 2, shape, NULL, NULL, &image), STONER_OK);
    CHECK_STATUS(stoner_image_from_data(NULL, pixels, STONER_F64, 2, tiny, NULL, NULL, &small), STONER_OK);
    free(pixels);
    snprintf(path, sizeof path, "%s/starved.tiff", folder);
    remove(path);
    fflush(NULL);
    child = fork();
    if (child == 0) {
        const int failed = starve(image, small, path);
        fflush(stdout);
        _exit(failed);
    }
    CHECK(child > 0 && waitpid(child, &state, 0) == child);
    CHECK(WIFEXITED(state) && WEXITSTATUS(state) == 0);
    stoner_image_free(image);
    stoner_image_free(small);
#endif
}

/* Whether the process has taken less address space than before by an image's pixels, or about as much. */
#ifndef __SANITIZE_ADDRESS__
static int shrank(long before) {
    return before - pages_in_use() > ((long)SIDE * SIDE * 8 - (1 << 20)) / 4096;
}
#endif

TEST(freed_images_are_kept_for_new_ones) {
#ifdef __SANITIZE_ADDRESS__
    SKIP("the sanitizer needs the address space for itself");
#else
    const int64_t shape[2] = {SIDE, SIDE}, tiny[2] = {2, 2};
    double *pixels = calloc((size_t)SIDE * SIDE, sizeof *pixels);
    stoner_image *image = NULL, *small = NULL;
    long before;
    int i;
    if (under_valgrind()) {
        free(pixels);
        SKIP("valgrind gives memory back when it likes to");
    }
    REQUIRE(pixels != NULL);
    CHECK_STATUS(stoner_image_from_data(NULL, pixels, STONER_F64, 2, tiny, NULL, NULL, &small), STONER_OK);
    for (i = 0; i < 3; i++) {
        /* 0: as it is from the start; 1: nothing is kept; 2: an explicit number. */
        CHECK_STATUS(stoner_set_kept_memory(NULL, i == 2 ? 33 << 20 : i), STONER_OK);
        CHECK_STATUS(stoner_image_from_data(NULL, pixels, STONER_F64, 2, shape, NULL, NULL, &image), STONER_OK);
        before = pages_in_use();
        stoner_image_free(image);
        CHECK(shrank(before) == (i == 1));
    }
    before = pages_in_use();
    CHECK_STATUS(stoner_set_kept_memory(NULL, -1), STONER_ERR_INVALID_ARGUMENT);
    CHECK(!shrank(before));
    /* The last value takes along what was kept. */
    stoner_image_free(small);
    CHECK(shrank(before));
    CHECK_STATUS(stoner_set_kept_memory(NULL, 0), STONER_OK);
    free(pixels);
#endif
}

int main(int argc, char **argv) {
    folder = argc > 1 ? argv[1] : folder;
    RUN(no_memory);
    RUN(freed_images_are_kept_for_new_ones);
    return finish();
}
