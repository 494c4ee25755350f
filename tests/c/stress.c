/* Eight threads that load, process, save, free and misuse shared handles at once. Every call must come back with a
 * status that makes sense; under a sanitizer nothing may be reported. usage: stress [SCRATCH FOLDER] [ROUNDS] */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "harness.h"
#include "stoner.h"

enum { THREADS = 8, SHARED = 16 };

/* Handles that all threads use, replace and free without asking each other. They are numbers, so relaxed reads and
 * writes of the slots are made atomic with the compiler's builtins. */
static stoner_image *shared[SHARED];
static stoner_context *common;
static const char *scratch = ".", *const scan = "data/demo/domain_plus.hdf5";
static int rounds = 400;
static int64_t unexpected;

static uint64_t next(uint64_t *state) {
    *state ^= *state << 13, *state ^= *state >> 7, *state ^= *state << 17;
    return *state;
}

static void put(int slot, stoner_image *image) {
    stoner_image *old = __atomic_exchange_n(&shared[slot], image, __ATOMIC_RELAXED);
    stoner_image_free(old);
}

static void expect(int32_t status) {
    switch (status) {
    case STONER_OK:
    case STONER_ERR_INVALID_HANDLE:
    case STONER_ERR_NULL_POINTER:
    case STONER_ERR_OUT_OF_RANGE:
    case STONER_ERR_SHAPE:
    case STONER_ERR_POLARIZATION:
    case STONER_ERR_NO_RESULT:
    case STONER_ERR_CANCELLED:
    case STONER_ERR_KEY_NOT_FOUND:
    case STONER_ERR_METADATA_TYPE:
    case STONER_ERR_BUFFER_TOO_SMALL:
    case STONER_ERR_UNSUPPORTED:
        break;
    default:
        __atomic_add_fetch(&unexpected, 1, __ATOMIC_RELAXED);
        fprintf(stderr, "unexpected status %d: %s\n", (int)status, stoner_last_error(NULL));
    }
}

static void *work(void *argument) {
    uint64_t state = 88172645463325252ULL + 7919 * (uint64_t)(uintptr_t)argument;
    double pixels[64];
    char path[1024];
    int i;
    for (i = 0; i < rounds; i++) {
        int slot = (int)(next(&state) % SHARED), other = (int)(next(&state) % SHARED);
        stoner_image *a = __atomic_load_n(&shared[slot], __ATOMIC_RELAXED);
        stoner_image *b = __atomic_load_n(&shared[other], __ATOMIC_RELAXED);
        stoner_image *out = NULL;
        stoner_metadata *metadata = NULL;
        stoner_context *ctx = next(&state) % 2 ? common : NULL;
        double low, high;
        static const int64_t shape[2] = {8, 8}, box[4] = {1, 3, 1, 3};
        static const double values[4] = {1, 2, 3, 4};
        switch (next(&state) % 15) {
        case 0:
            memset(pixels, (int)(next(&state) % 3), sizeof pixels);
            expect(stoner_image_from_data(ctx, pixels, STONER_F64, 2, shape, NULL, NULL, &out));
            put(slot, out);
            break;
        case 1:
            expect(stoner_image_clone(ctx, a, &out));
            put(other, out);
            break;
        case 2:
            expect(stoner_image_crop(ctx, a, box, &out));
            put(other, out);
            break;
        case 3: expect(stoner_image_free(a)); break;
        case 4: expect(stoner_image_write(ctx, a, box, values, STONER_F64, NULL)); break;
        case 5:
            expect(stoner_image_xmcd(ctx, a, b, &out));
            stoner_image_free(out);
            break;
        case 6: expect(stoner_image_span(ctx, a, &low, &high)); break;
        case 7:
            expect(stoner_image_normalise(ctx, a, NULL, NULL, NULL, 0, &out));
            stoner_image_free(out);
            break;
        case 8:
            expect(stoner_image_metadata_set_f64(ctx, a, "collection.polarization.value", next(&state) % 2 ? 1.0 : -1.0));
            break;
        case 9:
            expect(stoner_image_metadata(ctx, a, &metadata));
            expect(stoner_image_set_metadata(ctx, b, metadata));
            stoner_metadata_free(metadata);
            break;
        case 10: expect(stoner_image_read(ctx, a, STONER_F64, NULL, pixels, sizeof pixels)); break;
        case 11:
            if (next(&state) % 4 == 0) {
                expect(stoner_load(ctx, scan, NULL, &out));
                put(slot, out);
            }
            break;
        case 12: expect(stoner_image_set_plane(ctx, a, "actual_x", b, NULL)); break;
        case 13:
            snprintf(path, sizeof path, "%s/stress_%d.tiff", scratch, slot % 3);
            expect(stoner_image_save_tiff(ctx, a, path, (int32_t)(next(&state) % 2)));
            break;
        default: /* garbage and other types */
            expect(stoner_image_free((stoner_image *)(uintptr_t)next(&state)));
            expect(stoner_image_free((stoner_image *)(uintptr_t)common));
            expect(stoner_metadata_free((stoner_metadata *)(uintptr_t)a));
            (void)stoner_last_error(ctx);
            break;
        }
    }
    return NULL;
}

int main(int argc, char **argv) {
    pthread_t threads[THREADS];
    int i;
    scratch = argc > 1 ? argv[1] : scratch;
    rounds = argc > 2 ? atoi(argv[2]) : rounds;
    CHECK_STATUS(stoner_context_new(NULL, &common), STONER_OK);
    for (i = 0; i < THREADS; i++) {
        CHECK(pthread_create(&threads[i], NULL, work, (void *)(uintptr_t)(i + 1)) == 0);
    }
    for (i = 0; i < THREADS; i++) {
        CHECK(pthread_join(threads[i], NULL) == 0);
    }
    for (i = 0; i < SHARED; i++) {
        stoner_image_free(shared[i]);
    }
    CHECK_STATUS(stoner_context_free(common), STONER_OK);
    CHECK(unexpected == 0);
    printf("# %d threads, %d rounds each\n", THREADS, rounds);
    return finish();
}
