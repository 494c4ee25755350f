/* Refuses the n-th request for memory of libstoner and of the C library beneath it: for LD_PRELOAD.
 *
 * Requests of other callers (the program that tests, its interpreter) are served and not counted. Callers are told apart by the
 * address to which malloc returns. Needs glibc. */
#define _GNU_SOURCE
#include <errno.h>
#include <link.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);

static atomic_int armed;
static atomic_long counted, asked, refused, asked_before;
static long first, is_last;
static size_t least;

/* The code whose requests are counted. */
static struct {
    uintptr_t from, to;
} watched[64];
static int n_watched;

static int watch(struct dl_phdr_info *info, size_t size, void *unused) {
    static const char *const names[] = {"/libstoner", "/libc.so", "/ld-linux", "/libgcc_s", "/libm.so"};
    (void)size, (void)unused;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (info->dlpi_name == NULL || strstr(info->dlpi_name, names[i]) == NULL) {
            continue;
        }
        for (int j = 0; j < info->dlpi_phnum && n_watched < 64; j++) {
            if (info->dlpi_phdr[j].p_type == PT_LOAD && (info->dlpi_phdr[j].p_flags & PF_X)) {
                watched[n_watched].from = info->dlpi_addr + info->dlpi_phdr[j].p_vaddr;
                watched[n_watched].to = watched[n_watched].from + info->dlpi_phdr[j].p_memsz;
                n_watched++;
            }
        }
    }
    return 0;
}

/* Refuses request number n (from 1) of those that are at least so large, and with `onwards` all after it. */
void refuse_arm(long n, int onwards, size_t at_least) {
    n_watched = 0;
    dl_iterate_phdr(watch, NULL);
    first = n, is_last = !onwards, least = at_least;
    counted = asked = refused = asked_before = 0;
    armed = 1;
}

/* Refuses none from here on. */
void refuse_disarm(void) {
    armed = 0;
}

/* What happened since refuse_arm: the requests that were counted, those that were refused, and the bytes that were asked for before
 * the first of these. */
void refuse_result(long *requests, long *refusals, long *bytes) {
    *requests = counted, *refusals = refused, *bytes = asked_before;
}

static int refuses(size_t size, const void *caller) {
    if (!armed || size < least) {
        return 0;
    }
    int ours = 0;
    for (int i = 0; i < n_watched; i++) {
        ours |= (uintptr_t)caller >= watched[i].from && (uintptr_t)caller < watched[i].to;
    }
    if (!ours) {
        return 0;
    }
    const long number = atomic_fetch_add(&counted, 1) + 1, before = atomic_fetch_add(&asked, (long)size);
    if (first == 0 || number < first || (is_last && number > first)) {
        return 0;
    }
    if (atomic_fetch_add(&refused, 1) == 0) {
        asked_before = before;
    }
    errno = ENOMEM;
    return 1;
}

#define CALLER __builtin_return_address(0)

void *malloc(size_t size) {
    return refuses(size, CALLER) ? NULL : __libc_malloc(size);
}

void *calloc(size_t n, size_t size) {
    return refuses(n * size, CALLER) ? NULL : __libc_calloc(n, size);
}

void *realloc(void *block, size_t size) {
    return refuses(size, CALLER) ? NULL : __libc_realloc(block, size);
}

void *memalign(size_t align, size_t size) {
    return refuses(size, CALLER) ? NULL : __libc_memalign(align, size);
}

void *aligned_alloc(size_t align, size_t size) {
    return refuses(size, CALLER) ? NULL : __libc_memalign(align, size);
}

int posix_memalign(void **block, size_t align, size_t size) {
    if (refuses(size, CALLER)) {
        return ENOMEM;
    }
    *block = __libc_memalign(align, size);
    return *block == NULL ? ENOMEM : 0;
}
