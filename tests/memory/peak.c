/* Counts the memory that is in use between two calls of this library's own functions: for LD_PRELOAD. Needs glibc. */
#define _GNU_SOURCE
#include <malloc.h>
#include <stdatomic.h>
#include <stddef.h>

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);
void __libc_free(void *);

static atomic_int counting;
static atomic_long in_use, most;

void peak_begin(void) {
    in_use = most = 0;
    counting = 1;
}

/* The most memory that was in use since peak_begin, beyond what is now: what a call's result keeps does not count. */
long peak_end(void) {
    counting = 0;
    return most - in_use;
}

static void add(long bytes) {
    const long now = atomic_fetch_add(&in_use, bytes) + bytes;
    long before = most;
    while (now > before && !atomic_compare_exchange_weak(&most, &before, now)) {
    }
}

static void *counted(void *block) {
    if (counting && block != NULL) {
        add((long)malloc_usable_size(block));
    }
    return block;
}

void *malloc(size_t size) {
    return counted(__libc_malloc(size));
}

void *calloc(size_t n, size_t size) {
    return counted(__libc_calloc(n, size));
}

void *memalign(size_t align, size_t size) {
    return counted(__libc_memalign(align, size));
}

void *aligned_alloc(size_t align, size_t size) {
    return counted(__libc_memalign(align, size));
}

int posix_memalign(void **block, size_t align, size_t size) {
    *block = counted(__libc_memalign(align, size));
    return *block == NULL ? 12 /* ENOMEM */ : 0;
}

void *realloc(void *block, size_t size) {
    const long before = block != NULL && counting ? (long)malloc_usable_size(block) : 0;
    void *made = __libc_realloc(block, size);
    if (made != NULL && counting) {
        add((long)malloc_usable_size(made) - before);
    }
    return made;
}

void free(void *block) {
    if (counting && block != NULL) {
        atomic_fetch_sub(&in_use, (long)malloc_usable_size(block));
    }
    __libc_free(block);
}
