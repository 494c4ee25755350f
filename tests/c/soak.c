/* Eight threads mix loading, processing and saving for long. After the first part memory, file descriptors, threads and handles must stay
 * what they are. usage: soak [SCRATCH FOLDER] [ROUNDS OF EACH THREAD] */
#define _POSIX_C_SOURCE 200809L
#include <dirent.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "harness.h"
#include "stoner.h"

enum { THREADS = 8, PARTS = 6, OPERATIONS = 12 };

/* What memory may grow by after the first part: the allocator's own unevenness. */
enum { ROOM = 24 << 20 };

static const char *scratch = ".", *const scan = "data/demo/domain_plus.hdf5";
static int rounds = 1500;
static int64_t failures, done[OPERATIONS];

static uint64_t next(uint64_t *state) {
    *state ^= *state << 13, *state ^= *state >> 7, *state ^= *state << 17;
    return *state;
}

static int good(int32_t status, const char *what) {
    if (status != STONER_OK) {
        __atomic_add_fetch(&failures, 1, __ATOMIC_RELAXED);
        fprintf(stderr, "%s: %s\n", what, stoner_last_error(NULL));
    }
    return status == STONER_OK;
}

#define GOOD(call) good((call), #call)

/* An image of some size, with a mask and metadata. */
static stoner_image *image_of(uint64_t *state) {
    int64_t shape[2] = {24 + (int64_t)(next(state) % 40), 24 + (int64_t)(next(state) % 40)}, i;
    double pixels[64 * 64];
    uint8_t mask[64 * 64];
    stoner_image *made = NULL;
    for (i = 0; i < shape[0] * shape[1]; i++) {
        pixels[i] = (double)(next(state) % 1000) / 7.0 + (double)(i % shape[1]);
        mask[i] = next(state) % 50 == 0;
    }
    GOOD(stoner_image_from_data(NULL, pixels, STONER_F64, 2, shape, NULL, mask, &made));
    GOOD(stoner_image_metadata_set_string(NULL, made, "sample", "a text that is longer than a few bytes"));
    return made;
}

static void *work(void *argument) {
    uint64_t state = 88172645463325252ULL + 7919 * (uint64_t)(uintptr_t)argument;
    char path[1024];
    int i;
    stoner_context *ctx = NULL;
    GOOD(stoner_context_new(NULL, &ctx));
    GOOD(stoner_context_set_threads(ctx, 2));
    for (i = 0; i < rounds / PARTS; i++) {
        stoner_image *image = NULL, *out = NULL, *other = NULL;
        stoner_table *table = NULL, *read = NULL;
        stoner_metadata *metadata = NULL;
        static const double smooth[2] = {1.0, 2.0};
        double shift[2], sigma[2], angle, magnification;
        int operation = (int)(next(&state) % OPERATIONS);
        __atomic_add_fetch(&done[operation], 1, __ATOMIC_RELAXED);
        switch (operation) {
        case 0: GOOD(stoner_load(ctx, scan, NULL, &out)); break;
        case 1: GOOD(stoner_load_stxm(ctx, scan, 1, 0, &out)); break;
        case 2:
            image = image_of(&state);
            snprintf(path, sizeof path, "%s/soak_%d.%s", scratch, (int)(uintptr_t)argument, next(&state) % 2 ? "tiff" : "npy");
            GOOD(stoner_image_save(ctx, image, path, NULL, 1)), GOOD(stoner_load(ctx, path, NULL, &out));
            break;
        case 3:
            image = image_of(&state);
            snprintf(path, sizeof path, "%s/soak_%d_shown.png", scratch, (int)(uintptr_t)argument);
            GOOD(stoner_image_imshow(ctx, image, path, NULL));
            break;
        case 4:
            image = image_of(&state);
            GOOD(stoner_image_filter_image(ctx, image, smooth, 0, 0.0, 4.0, 1, &out));
            break;
        case 5:
            image = image_of(&state), other = image_of(&state);
            /* Noise has no movement: an error is as good as a result. */
            (void)stoner_image_register(ctx, image, other, NULL, NULL, 0.0, 0, 0.0, 0.0, 0.0, 0, 0, shift, sigma, &angle, &magnification, &metadata);
            break;
        case 6:
            image = image_of(&state);
            GOOD(stoner_image_hist(ctx, image, 50, NULL, 0, NULL, &table));
            snprintf(path, sizeof path, "%s/soak_%d.tdi", scratch, (int)(uintptr_t)argument);
            GOOD(stoner_table_save(ctx, table, path, NULL)), GOOD(stoner_table_load(ctx, path, NULL, &read));
            break;
        case 7:
            image = image_of(&state);
            GOOD(stoner_image_apply_all(ctx, image, "[{\"operation\": \"cw\"}, {\"operation\": \"gaussian_filter\", \"options\": {\"sigma\": 1.5}}]", &out));
            break;
        case 8:
            image = image_of(&state);
            GOOD(stoner_image_metadata(ctx, image, &metadata)), GOOD(stoner_metadata_set_list(ctx, metadata, "list", metadata));
            GOOD(stoner_image_set_metadata(ctx, image, metadata));
            break;
        case 9:
            image = image_of(&state);
            GOOD(stoner_image_rotate(ctx, image, 0.3, 1, NULL, 3, 0, 0.0, 1, 0, &out));
            break;
        case 10: /* failures leave nothing either */
            (void)stoner_load(ctx, "no such file", NULL, &out);
            (void)stoner_image_crop(ctx, NULL, NULL, &other);
            (void)stoner_image_free((stoner_image *)(uintptr_t)next(&state));
            break;
        default:
            image = image_of(&state);
            snprintf(path, sizeof path, "%s/soak_%d.png", scratch, (int)(uintptr_t)argument);
            GOOD(stoner_image_save_png(ctx, image, path)), GOOD(stoner_load(ctx, path, "png", &out));
        }
        stoner_image_free(image), stoner_image_free(out), stoner_image_free(other);
        stoner_table_free(table), stoner_table_free(read), stoner_metadata_free(metadata);
        if (i % 64 == 0) {
            stoner_context_clear_warnings(ctx);
        }
    }
    GOOD(stoner_context_free(ctx));
    return NULL;
}

/* The process's resident memory in bytes. */
static long long resident(void) {
    long long size = 0, pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file != NULL) {
        CHECK(fscanf(file, "%lld %lld", &size, &pages) == 2);
        fclose(file);
    }
    return pages * sysconf(_SC_PAGESIZE);
}

/* How many entries a folder of /proc has beside itself and the one above. */
static int entries(const char *path) {
    DIR *folder = opendir(path);
    int n = -2;
    while (folder != NULL && readdir(folder) != NULL) {
        n++;
    }
    if (folder != NULL) {
        closedir(folder);
    }
    return n;
}

int main(int argc, char **argv) {
    pthread_t threads[THREADS];
    long long first = 0, now = 0;
    int part, i, files = 0, tasks = 0;
    scratch = argc > 1 ? argv[1] : scratch;
    rounds = argc > 2 ? atoi(argv[2]) : rounds;
    for (part = 0; part < PARTS; part++) {
        for (i = 0; i < THREADS; i++) {
            CHECK(pthread_create(&threads[i], NULL, work, (void *)(uintptr_t)(part * THREADS + i + 1)) == 0);
        }
        for (i = 0; i < THREADS; i++) {
            CHECK(pthread_join(threads[i], NULL) == 0);
        }
        now = resident();
        printf("# part %d: %lld KiB resident, %d descriptors, %d threads, %lld handles\n", part + 1, now / 1024, entries("/proc/self/fd"),
               entries("/proc/self/task"), (long long)stoner_live_handles());
        fflush(stdout);
        if (part == 0) {
            first = now, files = entries("/proc/self/fd"), tasks = entries("/proc/self/task");
        }
        CHECK(entries("/proc/self/fd") == files);
        CHECK(entries("/proc/self/task") == tasks);
        CHECK(stoner_live_handles() == 0);
    }
#ifdef __SANITIZE_ADDRESS__
    /* The sanitizer keeps what is freed, to find its use. */
    printf("# %lld KiB more than after the first part\n", (now - first) / 1024);
#else
    CHECK(now - first < ROOM);
#endif
    CHECK(failures == 0);
    printf("# %d operations in %d threads:", rounds / PARTS * PARTS * THREADS, THREADS);
    for (i = 0; i < OPERATIONS; i++) {
        printf(" %lld", (long long)done[i]);
    }
    printf("\n");
    return finish();
}
