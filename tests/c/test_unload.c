/* A plug-in host loads the library, calls it from a thread of its own, ends the thread and unloads it: nothing of the
 * library may stay mapped, and it can be loaded again. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <malloc.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"

static const char *const LIBRARY = "build/lib/libstoner.so";
enum { ROUNDS = 400, WARM = 200 };
static const char *const SCAN = "data/demo/domain_plus.hdf5";

typedef int32_t (*load_function)(stoner_context *, const char *, const char *, stoner_image **);
typedef int32_t (*operation)(stoner_context *, const stoner_image *, stoner_image **);
typedef int32_t (*free_function)(stoner_image *);

static int mapped(void) {
    char line[4096];
    int found = 0;
    FILE *maps = fopen("/proc/self/maps", "r");
    while (maps != NULL && fgets(line, sizeof line, maps) != NULL) {
        found = found || strstr(line, "libstoner.so") != NULL;
    }
    if (maps != NULL) {
        fclose(maps);
    }
    return found;
}

/* The resident memory in kB without what the allocator keeps for later, or -1. */
static long resident(void) {
    char line[256];
    long kilobytes = -1;
    FILE *status;
    malloc_trim(0);
    status = fopen("/proc/self/status", "r");
    while (status != NULL && fgets(line, sizeof line, status) != NULL) {
        if (sscanf(line, "VmRSS: %ld kB", &kilobytes) == 1) {
            break;
        }
    }
    if (status != NULL) {
        fclose(status);
    }
    return kilobytes;
}

/* ISO C has no conversion from object to function pointers. */
static void find(void *library, const char *name, void *function) {
    void *symbol = dlsym(library, name);
    CHECK(symbol != NULL);
    memcpy(function, &symbol, sizeof symbol);
}

static void *use(void *library) {
    load_function load;
    operation turn;
    free_function release;
    stoner_image *image = NULL, *turned = NULL;
    find(library, "stoner_load", &load);
    find(library, "stoner_image_cw", &turn);
    find(library, "stoner_image_free", &release);
    CHECK(load(NULL, "no such file", NULL, &image) == STONER_ERR_FILE_NOT_FOUND);
    CHECK(load(NULL, SCAN, NULL, &image) == STONER_OK);
    CHECK(turn(NULL, image, &turned) == STONER_OK);
    CHECK(release(image) == STONER_OK && release(turned) == STONER_OK);
    return NULL;
}

TEST(load_use_unload) {
    /* Under valgrind a round takes seconds, and memory is valgrind's. */
    const char *preload = getenv("LD_PRELOAD");
    int round, watched = preload != NULL && strstr(preload, "vgpreload") != NULL, rounds = watched ? 3 : ROUNDS;
    long before = 0;
    if (mapped()) {
        SKIP("the library is linked to this program");
    }
    for (round = 0; round < rounds; round++) {
        pthread_t thread;
        void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
        REQUIRE(library != NULL);
        REQUIRE(pthread_create(&thread, NULL, use, library) == 0);
        REQUIRE(pthread_join(thread, NULL) == 0);
        CHECK(dlclose(library) == 0);
        CHECK(!mapped());
        before = round == WARM ? resident() : before;
    }
    /* After a round its table of handles, 1.6 kB, may remain, but nothing else. What the allocator keeps has settled by then. */
    CHECK(watched || resident() - before < 1024);
}

int main(void) {
    RUN(load_use_unload);
    return harness.failed_tests == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
