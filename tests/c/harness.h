/* The parts of a C test program: checks, in functions that main runs with RUN, and finish. Each function prints one
 * line: `ok name`, `not ok name` after the checks that failed, or `skip name: why`; checks outside of RUN make one more.
 * tools/test/run.py counts the lines. A program's first argument is a folder where it may write. */
#ifndef STONER_TEST_HARNESS_H
#define STONER_TEST_HARNESS_H

#include <stdio.h>
#include <stdlib.h>

#include "stoner.h"

typedef struct {
    long long checks, failed_checks; /* of the function that runs */
    long long failed_tests;
    const char *skipped; /* why the function that runs is skipped */
} harness_state;

static harness_state harness;

#define TEST(name) static void name(void)

#define RUN(name) harness_run(#name, name)

/* Records a failure and continues. */
#define CHECK(condition) harness_check((condition) ? 1 : 0, __FILE__, __LINE__, #condition)

/* Records a failure and leaves the function. */
#define REQUIRE(condition)         \
    do {                           \
        if (!CHECK(condition)) {   \
            return;                \
        }                          \
    } while (0)

/* Whether a call returns the status expected; shows the library's message where it does not. */
#define CHECK_STATUS(call, expected) harness_status((call), (expected), __FILE__, __LINE__, #call)

/* Leaves the function, which then counts as skipped. */
#define SKIP(why)              \
    do {                       \
        harness.skipped = why; \
        return;                \
    } while (0)

static inline int harness_check(int good, const char *file, int line, const char *what) {
    harness.checks++;
    if (!good) {
        harness.failed_checks++;
        printf("# %s:%d: %s\n", file, line, what);
    }
    return good;
}

static inline void harness_status(int32_t status, int32_t expected, const char *file, int line, const char *call) {
    if (!harness_check(status == expected, file, line, call)) {
        printf("#     gave %d (%s), not %d\n", (int)status, stoner_status_text(status), (int)expected);
        if (status != STONER_OK) {
            printf("#     last error of this thread: %s\n", stoner_last_error(NULL));
        }
    }
}

/* Closes the count of checks under a name. */
static inline void harness_close(const char *name) {
    if (harness.failed_checks > 0) {
        harness.failed_tests++;
        printf("not ok %s\n", name);
    } else if (harness.skipped != NULL) {
        printf("skip %s: %s\n", name, harness.skipped);
    } else {
        printf("ok %s (%lld checks)\n", name, harness.checks);
    }
    /* Flushed, so that the line is not lost if the program crashes later. */
    fflush(stdout);
    harness.checks = harness.failed_checks = 0;
    harness.skipped = NULL;
}

static inline void harness_run(const char *name, void (*test)(void)) {
    if (harness.checks > 0) {
        harness_close("main");
    }
    test();
    harness_close(name);
}

/* The exit status for main. Handles that were not freed are a failure. */
static inline int finish(void) {
    CHECK(stoner_live_handles() == 0);
    harness_close("main");
    return harness.failed_tests == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
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
