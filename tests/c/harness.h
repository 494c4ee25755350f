/* What a C test program is made of. Each TEST prints one line: `ok name`, `not ok name` after the checks that failed, or
 * `skip name: why`. tools/test/run.py counts them. */
#ifndef STONER_TEST_HARNESS_H
#define STONER_TEST_HARNESS_H

#include <stdio.h>
#include <stdlib.h>

#include "stoner.h"

typedef struct {
    int failed_tests;
    int failed_checks; /* of the test that runs */
    const char *skipped; /* why the test that runs is skipped */
} harness_state;

static harness_state harness;

#define TEST(name) static void name(void)

#define RUN(name) harness_run(#name, name)

/* Notes a failure and goes on. */
#define CHECK(condition) ((condition) ? (void)0 : harness_fail(__FILE__, __LINE__, #condition))

/* Notes a failure and leaves the test. */
#define REQUIRE(condition)                              \
    do {                                                \
        if (!(condition)) {                             \
            harness_fail(__FILE__, __LINE__, #condition); \
            return;                                     \
        }                                               \
    } while (0)

/* Whether a call returns the status expected; shows the library's message where it does not. */
#define CHECK_STATUS(call, expected) harness_status(__FILE__, __LINE__, #call, (call), (expected))

#define CHECK_OK(call) CHECK_STATUS(call, STONER_OK)

/* Leaves the test, which then counts as skipped. */
#define SKIP(why)              \
    do {                       \
        harness.skipped = why; \
        return;                \
    } while (0)

static inline void harness_fail(const char *file, int line, const char *what) {
    harness.failed_checks++;
    printf("# %s:%d: %s\n", file, line, what);
}

static inline void harness_status(const char *file, int line, const char *call, int32_t status, int32_t expected) {
    if (status != expected) {
        harness_fail(file, line, call);
        printf("#     gave %d (%s), not %d\n", (int)status, stoner_status_text(status), (int)expected);
        if (status != STONER_OK) {
            printf("#     last error here: %s\n", stoner_last_error(NULL));
        }
    }
}

static inline void harness_run(const char *name, void (*test)(void)) {
    harness.failed_checks = 0;
    harness.skipped = NULL;
    test();
    if (harness.failed_checks > 0) {
        harness.failed_tests++;
        printf("not ok %s\n", name);
    } else if (harness.skipped != NULL) {
        printf("skip %s: %s\n", name, harness.skipped);
    } else {
        printf("ok %s\n", name);
    }
    /* A program that crashes later must not take this line with it. */
    fflush(stdout);
}

/* What main returns. Handles that were not freed are a failure too. */
static inline int harness_summary(void) {
    const int64_t live = stoner_live_handles();
    printf("%s no_handle_is_left\n", live == 0 ? "ok" : "not ok");
    if (live != 0) {
        printf("# %lld handles were not freed\n", (long long)live);
    }
    return harness.failed_tests == 0 && live == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* The path of a real scan under STONER_TEST_DATA, in a buffer that the next call overwrites; NULL where the variable is
 * not set. */
static inline const char *harness_scan(const char *name) {
    static char path[4096];
    const char *folder = getenv("STONER_TEST_DATA");
    if (folder == NULL || *folder == '\0') {
        return NULL;
    }
    const int length = snprintf(path, sizeof path, "%s/%s", folder, name);
    return length > 0 && (size_t)length < sizeof path ? path : NULL;
}

#endif
