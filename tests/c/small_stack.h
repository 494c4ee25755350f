/* How much of its thread's stack a call uses. The call runs on a thread whose stack was filled with a pattern; what is not
 * the pattern afterwards was used, by the thread itself (its descriptor, thread-local data) too. */
#ifndef STONER_TEST_SMALL_STACK_H
#define STONER_TEST_SMALL_STACK_H

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"

enum {
    SMALL_STACK = 64 << 10, /* what every call must do with */
    ROOM = 4 << 20          /* what it gets here, so that one that needs more is measured, not a crash */
};

static size_t deepest;
static const char *deepest_name = "none";

static inline void *run_on_small_stack(void *call) {
    void (*run)(void);
    memcpy(&run, call, sizeof run);
    run();
    return NULL;
}

/* The bytes that a call uses; 0 where no thread could be made. */
static inline size_t stack_used(void (*call)(void)) {
    static unsigned char *stack;
    pthread_attr_t attributes;
    pthread_t thread;
    size_t untouched = 0;
    int failed;
    if (stack == NULL && posix_memalign((void **)&stack, 4096, ROOM) != 0) {
        return 0;
    }
    memset(stack, 0xA5, ROOM);
    pthread_attr_init(&attributes);
    pthread_attr_setstack(&attributes, stack, ROOM);
    failed = pthread_create(&thread, &attributes, run_on_small_stack, &call);
    pthread_attr_destroy(&attributes);
    if (failed || pthread_join(thread, NULL) != 0) {
        return 0;
    }
    while (untouched < ROOM && stack[untouched] == 0xA5) {
        untouched++;
    }
    return ROOM - untouched;
}

static inline void check_stack(const char *name, void (*call)(void)) {
    const size_t used = stack_used(call);
    if (used > deepest) {
        deepest = used, deepest_name = name;
    }
    if (!CHECK(used > 0 && used <= SMALL_STACK)) {
        printf("#     %s used %zu bytes of its stack\n", name, used);
    }
}

#endif
