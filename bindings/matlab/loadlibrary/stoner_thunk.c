/* stoner_thunk.c: Made from interface/interface.json by bindings/generator: do not edit.
 *
 * MATLAB lays the arguments of a call out one behind the other, each in eight bytes; a thunk passes them on as C does. */
#if defined(_WIN32)
#define THUNK __declspec(dllexport)
#else
#define THUNK __attribute__((visibility("default")))
#endif

THUNK char * cstringThunk(void (*function)(void), const char *stack, int size);
THUNK char * cstringThunk(void (*function)(void), const char *stack, int size) {
    (void)stack;
    (void)size;
    return ((char * (*)(void))function)();
}

THUNK int int32Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32Thunk(void (*function)(void), const char *stack, int size) {
    (void)stack;
    (void)size;
    return ((int (*)(void))function)();
}

THUNK char * cstringint32Thunk(void (*function)(void), const char *stack, int size);
THUNK char * cstringint32Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((char * (*)(int))function)(*(int const *)(stack + 0));
}

THUNK long long int64Thunk(void (*function)(void), const char *stack, int size);
THUNK long long int64Thunk(void (*function)(void), const char *stack, int size) {
    (void)stack;
    (void)size;
    return ((long long (*)(void))function)();
}

THUNK int int32uint64int64Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64int64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, long long))function)(
        *(unsigned long long const *)(stack + 0),
        *(long long const *)(stack + 8));
}

THUNK int int32uint64int32Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64int32Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, int))function)(
        *(unsigned long long const *)(stack + 0),
        *(int const *)(stack + 8));
}

THUNK int int32uint64int32Ptrint32PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64int32Ptrint32PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, int *, int *))function)(
        *(unsigned long long const *)(stack + 0),
        *(int *const *)(stack + 8),
        *(int *const *)(stack + 16));
}

THUNK int int32uint64cstringint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64cstringint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, char *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(char *const *)(stack + 8),
        *(long long const *)(stack + 16),
        *(long long *const *)(stack + 24));
}

THUNK int int32uint64cstringcstringuint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64cstringcstringuint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, char *, char *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(char *const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(unsigned long long *const *)(stack + 24));
}

THUNK int int32uint64cstringint32int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64cstringint32int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, char *, int, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(char *const *)(stack + 8),
        *(int const *)(stack + 16),
        *(int const *)(stack + 24),
        *(unsigned long long *const *)(stack + 32));
}

THUNK int int32uint64uint64cstringcstringint32Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringcstringint32Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, char *, int))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(int const *)(stack + 32));
}

THUNK int int32uint64uint64cstringint32Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringint32Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, int))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(int const *)(stack + 24));
}

THUNK int int32uint64uint64cstringThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16));
}

THUNK int int32uint64voidPtrint32int32int64Ptrint64PtrvoidPtruint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64voidPtrint32int32int64Ptrint64PtrvoidPtruint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned char *, int, int, long long *, long long *, unsigned char *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned char *const *)(stack + 8),
        *(int const *)(stack + 16),
        *(int const *)(stack + 24),
        *(long long *const *)(stack + 32),
        *(long long *const *)(stack + 40),
        *(unsigned char *const *)(stack + 48),
        *(unsigned long long *const *)(stack + 56));
}

THUNK int int32uint64uint64uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long *const *)(stack + 16));
}

THUNK int int32uint64uint64Ptrint64uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64Ptrint64uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long *, long long, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long *const *)(stack + 8),
        *(long long const *)(stack + 16),
        *(unsigned long long *const *)(stack + 24));
}

THUNK int int32uint64uint64int64uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long const *)(stack + 16),
        *(unsigned long long *const *)(stack + 24));
}

THUNK int int32uint64uint64uint64Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long const *)(stack + 16));
}

THUNK int int32uint64Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long))function)(*(unsigned long long const *)(stack + 0));
}

THUNK int int32uint64uint64uint64int32int32PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64int32int32PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long, int, int *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long const *)(stack + 16),
        *(int const *)(stack + 24),
        *(int *const *)(stack + 32));
}

THUNK int int32uint64uint64int32PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int *const *)(stack + 16));
}

THUNK int int32uint64uint64int64Ptrint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64Ptrint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long *const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(long long *const *)(stack + 32));
}

THUNK int int32uint64uint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long *const *)(stack + 16));
}

THUNK int int32uint64uint64cstringint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(long long *const *)(stack + 32));
}

THUNK int int32uint64cstringuint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64cstringuint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, char *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(char *const *)(stack + 8),
        *(unsigned long long *const *)(stack + 16));
}

THUNK int int32uint64uint64int32cstringint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32cstringint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, char *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(long long const *)(stack + 32),
        *(long long *const *)(stack + 40));
}

THUNK int int32uint64uint64cstringint32PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringint32PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, int *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(int *const *)(stack + 24));
}

THUNK int int32uint64uint64cstringcstringint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringcstringint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, char *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(long long const *)(stack + 32),
        *(long long *const *)(stack + 40));
}

THUNK int int32uint64uint64cstringint32cstringint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringint32cstringint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, int, char *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(int const *)(stack + 24),
        *(char *const *)(stack + 32),
        *(long long const *)(stack + 40),
        *(long long *const *)(stack + 48));
}

THUNK int int32uint64uint64cstringuint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringuint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(unsigned long long *const *)(stack + 24));
}

THUNK int int32uint64uint64cstringcstringint64Ptrint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringcstringint64Ptrint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, char *, long long *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(long long *const *)(stack + 32),
        *(long long const *)(stack + 40),
        *(long long *const *)(stack + 48));
}

THUNK int int32uint64uint64cstringcstringint32PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringcstringint32PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, char *, int *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(int *const *)(stack + 32));
}

THUNK int int32uint64uint64cstringcstringint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringcstringint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, char *, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(long long *const *)(stack + 32));
}

THUNK int int32uint64uint64cstringcstringint32cstringint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringcstringint32cstringint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, char *, int, char *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(int const *)(stack + 32),
        *(char *const *)(stack + 40),
        *(long long const *)(stack + 48),
        *(long long *const *)(stack + 56));
}

THUNK int int32uint64uint64cstringcstringint32doublePtrint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringcstringint32doublePtrint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, char *, int, double *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(int const *)(stack + 32),
        *(double *const *)(stack + 40),
        *(long long const *)(stack + 48),
        *(long long *const *)(stack + 56));
}

THUNK int int32uint64uint64cstringcstringint32int32PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringcstringint32int32PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, char *, int, int *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(int const *)(stack + 32),
        *(int *const *)(stack + 40));
}

THUNK int int32uint64uint64cstringcstringuint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringcstringuint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, char *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(unsigned long long *const *)(stack + 32));
}

THUNK int int32uint64uint64cstringcstringint64uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringcstringint64uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, char *, long long, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(long long const *)(stack + 32),
        *(unsigned long long *const *)(stack + 40));
}

THUNK int int32uint64uint64cstringcstringint64Ptruint64uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringcstringint64Ptruint64uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, char *, long long *, unsigned long long, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(long long *const *)(stack + 32),
        *(unsigned long long const *)(stack + 40),
        *(unsigned long long *const *)(stack + 48));
}

THUNK int int32uint64uint64cstringcstringdoublePtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringcstringdoublePtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, char *, double *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(double *const *)(stack + 32));
}

THUNK int int32uint64uint64cstringcstringint64Ptrint64Ptruint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringcstringint64Ptrint64Ptruint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, char *, long long *, long long *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(long long *const *)(stack + 32),
        *(long long *const *)(stack + 40),
        *(unsigned long long *const *)(stack + 48));
}

THUNK int int32uint64int64int64doubledoubledoubledoubleint32doublecstringuint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64int64int64doubledoubledoubledoubleint32doublecstringuint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, long long, long long, double, double, double, double, int, double, char *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(long long const *)(stack + 8),
        *(long long const *)(stack + 16),
        *(double const *)(stack + 24),
        *(double const *)(stack + 32),
        *(double const *)(stack + 40),
        *(double const *)(stack + 48),
        *(int const *)(stack + 56),
        *(double const *)(stack + 64),
        *(char *const *)(stack + 72),
        *(unsigned long long *const *)(stack + 80));
}

THUNK int int32uint64uint64doublePtrdoublePtrdoublePtrdoublePtrint64Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrdoublePtrdoublePtrdoublePtrint64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, double *, double *, double *, long long))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(double *const *)(stack + 24),
        *(double *const *)(stack + 32),
        *(double *const *)(stack + 40),
        *(long long const *)(stack + 48));
}

THUNK int int32uint64uint64doublePtrdoublePtrdoublePtrint64Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrdoublePtrdoublePtrint64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, double *, double *, long long))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(double *const *)(stack + 24),
        *(double *const *)(stack + 32),
        *(long long const *)(stack + 40));
}

THUNK int int32uint64uint64int64Ptrint64Ptrint64PtrdoublePtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64Ptrint64Ptrint64PtrdoublePtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long *, long long *, long long *, double *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long *const *)(stack + 16),
        *(long long *const *)(stack + 24),
        *(long long *const *)(stack + 32),
        *(double *const *)(stack + 40));
}

THUNK int int32uint64uint64Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8));
}

THUNK int int32uint64uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long *const *)(stack + 8));
}

THUNK char * cstringuint64Thunk(void (*function)(void), const char *stack, int size);
THUNK char * cstringuint64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((char * (*)(unsigned long long))function)(*(unsigned long long const *)(stack + 0));
}

THUNK int int32uint64int64Ptrint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64int64Ptrint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, long long *, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(long long *const *)(stack + 8),
        *(long long *const *)(stack + 16));
}

THUNK int int32uint64int64cstringint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64int64cstringint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, long long, char *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(long long *const *)(stack + 32));
}

THUNK int int32uint64int64int32PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64int64int32PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, long long, int *))function)(
        *(unsigned long long const *)(stack + 0),
        *(long long const *)(stack + 8),
        *(int *const *)(stack + 16));
}

THUNK int int32uint64int32PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64int32PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, int *))function)(
        *(unsigned long long const *)(stack + 0),
        *(int *const *)(stack + 8));
}

THUNK int int32uint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(long long *const *)(stack + 8));
}

THUNK int int32uint64doublePtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64doublePtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, double *))function)(
        *(unsigned long long const *)(stack + 0),
        *(double *const *)(stack + 8));
}

THUNK int int32uint64uint64int64Ptruint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64Ptruint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long *const *)(stack + 16),
        *(unsigned long long *const *)(stack + 24));
}

THUNK int int32uint64uint64int64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long const *)(stack + 16),
        *(long long *const *)(stack + 24));
}

THUNK int int32uint64uint64doubleint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doubleint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double const *)(stack + 16),
        *(long long *const *)(stack + 24));
}

THUNK int int32uint64uint64doublePtrint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(long long *const *)(stack + 24));
}

THUNK int int32uint64uint64cstringint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(long long *const *)(stack + 24));
}

THUNK int int32uint64uint64doublePtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16));
}

THUNK int int32uint64uint64doubleint32doublePtrint32int32doubleint32int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doubleint32doublePtrint32int32doubleint32int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double, int, double *, int, int, double, int, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double const *)(stack + 16),
        *(int const *)(stack + 24),
        *(double *const *)(stack + 32),
        *(int const *)(stack + 40),
        *(int const *)(stack + 48),
        *(double const *)(stack + 56),
        *(int const *)(stack + 64),
        *(int const *)(stack + 72),
        *(unsigned long long *const *)(stack + 80));
}

THUNK int int32uint64uint64doublePtrint32int32int32int32doubleuint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrint32int32int32int32doubleuint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, int, int, int, int, double, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(int const *)(stack + 24),
        *(int const *)(stack + 32),
        *(int const *)(stack + 40),
        *(int const *)(stack + 48),
        *(double const *)(stack + 56),
        *(unsigned long long *const *)(stack + 64));
}

THUNK int int32uint64uint64doublePtrint32doublePtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrint32doublePtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, int, double *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(int const *)(stack + 24),
        *(double *const *)(stack + 32));
}

THUNK int int32uint64uint64uint64cstringint64Ptrdoubleint32doubledoubledoubleint32int32doublePtrdoublePtrdoublePtrdoublePtruint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64cstringint64Ptrdoubleint32doubledoubledoubleint32int32doublePtrdoublePtrdoublePtrdoublePtruint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long, char *, long long *, double, int, double, double, double, int, int, double *, double *, double *, double *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(long long *const *)(stack + 32),
        *(double const *)(stack + 40),
        *(int const *)(stack + 48),
        *(double const *)(stack + 56),
        *(double const *)(stack + 64),
        *(double const *)(stack + 72),
        *(int const *)(stack + 80),
        *(int const *)(stack + 88),
        *(double *const *)(stack + 96),
        *(double *const *)(stack + 104),
        *(double *const *)(stack + 112),
        *(double *const *)(stack + 120),
        *(unsigned long long *const *)(stack + 128));
}

THUNK int int32uint64uint64uint64cstringint64Ptrdoubleint32doubledoubledoubleint32int32int32int32doubleint32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64cstringint64Ptrdoubleint32doubledoubledoubleint32int32int32int32doubleint32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long, char *, long long *, double, int, double, double, double, int, int, int, int, double, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(long long *const *)(stack + 32),
        *(double const *)(stack + 40),
        *(int const *)(stack + 48),
        *(double const *)(stack + 56),
        *(double const *)(stack + 64),
        *(double const *)(stack + 72),
        *(int const *)(stack + 80),
        *(int const *)(stack + 88),
        *(int const *)(stack + 96),
        *(int const *)(stack + 104),
        *(double const *)(stack + 112),
        *(int const *)(stack + 120),
        *(unsigned long long *const *)(stack + 128));
}

THUNK int int32uint64uint64uint64doubledoubleint64Ptrint32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64doubledoubleint64Ptrint32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long, double, double, long long *, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long const *)(stack + 16),
        *(double const *)(stack + 24),
        *(double const *)(stack + 32),
        *(long long *const *)(stack + 40),
        *(int const *)(stack + 48),
        *(unsigned long long *const *)(stack + 56));
}

THUNK int int32uint64uint64int32int64cstringint64Ptrdoubleint32doubledoubledoubleint32int32doubleuint64Ptruint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32int64cstringint64Ptrdoubleint32doubledoubledoubleint32int32doubleuint64Ptruint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, long long, char *, long long *, double, int, double, double, double, int, int, double, unsigned long long *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(char *const *)(stack + 32),
        *(long long *const *)(stack + 40),
        *(double const *)(stack + 48),
        *(int const *)(stack + 56),
        *(double const *)(stack + 64),
        *(double const *)(stack + 72),
        *(double const *)(stack + 80),
        *(int const *)(stack + 88),
        *(int const *)(stack + 96),
        *(double const *)(stack + 104),
        *(unsigned long long *const *)(stack + 112),
        *(unsigned long long *const *)(stack + 120));
}

THUNK int int32uint64uint64uint64uint64int32doubleint32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64uint64int32doubleint32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long, unsigned long long, int, double, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long const *)(stack + 16),
        *(unsigned long long const *)(stack + 24),
        *(int const *)(stack + 32),
        *(double const *)(stack + 40),
        *(int const *)(stack + 48),
        *(unsigned long long *const *)(stack + 56));
}

THUNK int int32uint64uint64uint64uint64uint64uint64int32int32doubleint32int32doubledoublePtruint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64uint64uint64uint64int32int32doubleint32int32doubledoublePtruint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long, unsigned long long, unsigned long long, unsigned long long, int, int, double, int, int, double, double *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long const *)(stack + 16),
        *(unsigned long long const *)(stack + 24),
        *(unsigned long long const *)(stack + 32),
        *(unsigned long long const *)(stack + 40),
        *(int const *)(stack + 48),
        *(int const *)(stack + 56),
        *(double const *)(stack + 64),
        *(int const *)(stack + 72),
        *(int const *)(stack + 80),
        *(double const *)(stack + 88),
        *(double *const *)(stack + 96),
        *(unsigned long long *const *)(stack + 104));
}

THUNK int int32uint64uint64int64int64int64int64int32int32voidPtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64int64int64int64int32int32voidPtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long, long long, long long, long long, int, int, unsigned char *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(long long const *)(stack + 32),
        *(long long const *)(stack + 40),
        *(int const *)(stack + 48),
        *(int const *)(stack + 56),
        *(unsigned char *const *)(stack + 64));
}

THUNK int int32uint64uint64doubledoubledoubleint32int32voidPtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doubledoubledoubleint32int32voidPtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double, double, double, int, int, unsigned char *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double const *)(stack + 16),
        *(double const *)(stack + 24),
        *(double const *)(stack + 32),
        *(int const *)(stack + 40),
        *(int const *)(stack + 48),
        *(unsigned char *const *)(stack + 56));
}

THUNK int int32uint64uint64doubledoubledoubledoubleint32int32voidPtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doubledoubledoubledoubleint32int32voidPtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double, double, double, double, int, int, unsigned char *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double const *)(stack + 16),
        *(double const *)(stack + 24),
        *(double const *)(stack + 32),
        *(double const *)(stack + 40),
        *(int const *)(stack + 48),
        *(int const *)(stack + 56),
        *(unsigned char *const *)(stack + 64));
}

THUNK int int32uint64uint64int64int64int64int32int32int32voidPtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64int64int64int32int32int32voidPtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long, long long, long long, int, int, int, unsigned char *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(long long const *)(stack + 32),
        *(int const *)(stack + 40),
        *(int const *)(stack + 48),
        *(int const *)(stack + 56),
        *(unsigned char *const *)(stack + 64));
}

THUNK int int32uint64uint64doubledoubledoubledoubledoubleint32int32voidPtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doubledoubledoubledoubledoubleint32int32voidPtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double, double, double, double, double, int, int, unsigned char *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double const *)(stack + 16),
        *(double const *)(stack + 24),
        *(double const *)(stack + 32),
        *(double const *)(stack + 40),
        *(double const *)(stack + 48),
        *(int const *)(stack + 56),
        *(int const *)(stack + 64),
        *(unsigned char *const *)(stack + 72));
}

THUNK int int32uint64uint64int64int64int64int64doubleint32int32voidPtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64int64int64int64doubleint32int32voidPtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long, long long, long long, long long, double, int, int, unsigned char *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(long long const *)(stack + 32),
        *(long long const *)(stack + 40),
        *(double const *)(stack + 48),
        *(int const *)(stack + 56),
        *(int const *)(stack + 64),
        *(unsigned char *const *)(stack + 72));
}

THUNK int int32uint64uint64doublePtrdoublePtrint64int32int32voidPtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrdoublePtrint64int32int32voidPtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, double *, long long, int, int, unsigned char *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(double *const *)(stack + 24),
        *(long long const *)(stack + 32),
        *(int const *)(stack + 40),
        *(int const *)(stack + 48),
        *(unsigned char *const *)(stack + 56));
}

THUNK int int32uint64uint64doublePtrdoublePtrint64int32int32int32voidPtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrdoublePtrint64int32int32int32voidPtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, double *, long long, int, int, int, unsigned char *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(double *const *)(stack + 24),
        *(long long const *)(stack + 32),
        *(int const *)(stack + 40),
        *(int const *)(stack + 48),
        *(int const *)(stack + 56),
        *(unsigned char *const *)(stack + 64));
}

THUNK int int32uint64uint64doubledoubledoubledoubleint32int32int32voidPtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doubledoubledoubledoubleint32int32int32voidPtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double, double, double, double, int, int, int, unsigned char *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double const *)(stack + 16),
        *(double const *)(stack + 24),
        *(double const *)(stack + 32),
        *(double const *)(stack + 40),
        *(int const *)(stack + 48),
        *(int const *)(stack + 56),
        *(int const *)(stack + 64),
        *(unsigned char *const *)(stack + 72));
}

THUNK int int32uint64uint64int64int64int64int64int64int64doubleint32int32voidPtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64int64int64int64int64int64doubleint32int32voidPtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long, long long, long long, long long, long long, long long, double, int, int, unsigned char *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(long long const *)(stack + 32),
        *(long long const *)(stack + 40),
        *(long long const *)(stack + 48),
        *(long long const *)(stack + 56),
        *(double const *)(stack + 64),
        *(int const *)(stack + 72),
        *(int const *)(stack + 80),
        *(unsigned char *const *)(stack + 88));
}

THUNK int int32uint64uint64int32uint64int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32uint64int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, unsigned long long, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(unsigned long long const *)(stack + 24),
        *(int const *)(stack + 32),
        *(unsigned long long *const *)(stack + 40));
}

THUNK int int32uint64uint64int32doubleint32int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32doubleint32int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, double, int, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(double const *)(stack + 24),
        *(int const *)(stack + 32),
        *(int const *)(stack + 40),
        *(unsigned long long *const *)(stack + 48));
}

THUNK int int32uint64uint64int32uint64uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32uint64uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, unsigned long long, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(unsigned long long const *)(stack + 24),
        *(unsigned long long *const *)(stack + 32));
}

THUNK int int32uint64uint64int32doubleuint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32doubleuint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, double, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(double const *)(stack + 24),
        *(unsigned long long *const *)(stack + 32));
}

THUNK int int32uint64uint64int32int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(int const *)(stack + 24),
        *(unsigned long long *const *)(stack + 32));
}

THUNK int int32uint64uint64uint64uint64uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64uint64uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long, unsigned long long, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long const *)(stack + 16),
        *(unsigned long long const *)(stack + 24),
        *(unsigned long long *const *)(stack + 32));
}

THUNK int int32uint64uint64int32uint64int32uint64Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32uint64int32uint64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, unsigned long long, int, unsigned long long))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(unsigned long long const *)(stack + 24),
        *(int const *)(stack + 32),
        *(unsigned long long const *)(stack + 40));
}

THUNK int int32uint64uint64int32doubleint32int32uint64Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32doubleint32int32uint64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, double, int, int, unsigned long long))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(double const *)(stack + 24),
        *(int const *)(stack + 32),
        *(int const *)(stack + 40),
        *(unsigned long long const *)(stack + 48));
}

THUNK int int32uint64uint64int32int32uint64Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32int32uint64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, int, unsigned long long))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(int const *)(stack + 24),
        *(unsigned long long const *)(stack + 32));
}

THUNK int int32uint64uint64int32uint64int32int64PtrvoidPtrint64voidPtrint64Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32uint64int32int64PtrvoidPtrint64voidPtrint64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, unsigned long long, int, long long *, unsigned char *, long long, unsigned char *, long long))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(unsigned long long const *)(stack + 24),
        *(int const *)(stack + 32),
        *(long long *const *)(stack + 40),
        *(unsigned char *const *)(stack + 48),
        *(long long const *)(stack + 56),
        *(unsigned char *const *)(stack + 64),
        *(long long const *)(stack + 72));
}

THUNK int int32uint64uint64int32int32int32int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32int32int32int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, int, int, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(int const *)(stack + 24),
        *(int const *)(stack + 32),
        *(int const *)(stack + 40),
        *(unsigned long long *const *)(stack + 48));
}

THUNK int int32uint64uint64int32int32int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32int32int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, int, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(int const *)(stack + 24),
        *(int const *)(stack + 32),
        *(unsigned long long *const *)(stack + 40));
}

THUNK int int32uint64uint64int32doublePtruint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32doublePtruint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, double *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(double *const *)(stack + 24),
        *(unsigned long long *const *)(stack + 32));
}

THUNK int int32uint64uint64doublePtrint64PtrdoublePtrint32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrint64PtrdoublePtrint32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, long long *, double *, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(long long *const *)(stack + 24),
        *(double *const *)(stack + 32),
        *(int const *)(stack + 40),
        *(unsigned long long *const *)(stack + 48));
}

THUNK int int32uint64uint64doublePtrdoublePtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrdoublePtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, double *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(double *const *)(stack + 24));
}

THUNK int int32uint64uint64doublePtrint32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrint32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(int const *)(stack + 24),
        *(unsigned long long *const *)(stack + 32));
}

THUNK int int32uint64uint64uint64doubleint32doubleuint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64doubleint32doubleuint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long, double, int, double, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long const *)(stack + 16),
        *(double const *)(stack + 24),
        *(int const *)(stack + 32),
        *(double const *)(stack + 40),
        *(unsigned long long *const *)(stack + 48));
}

THUNK int int32uint64uint64doubledoubleuint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doubledoubleuint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double, double, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double const *)(stack + 16),
        *(double const *)(stack + 24),
        *(unsigned long long *const *)(stack + 32));
}

THUNK int int32uint64uint64int32int32int64PtrdoublePtrint32doublePtrint32int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32int32int64PtrdoublePtrint32doublePtrint32int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, int, long long *, double *, int, double *, int, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(int const *)(stack + 24),
        *(long long *const *)(stack + 32),
        *(double *const *)(stack + 40),
        *(int const *)(stack + 48),
        *(double *const *)(stack + 56),
        *(int const *)(stack + 64),
        *(int const *)(stack + 72),
        *(unsigned long long *const *)(stack + 80));
}

THUNK int int32uint64uint64doublePtrint64doublePtrint64uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrint64doublePtrint64uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, long long, double *, long long, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(double *const *)(stack + 32),
        *(long long const *)(stack + 40),
        *(unsigned long long *const *)(stack + 48));
}

THUNK int int32uint64uint64doublePtrdoublePtruint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrdoublePtruint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, double *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(double *const *)(stack + 24),
        *(unsigned long long *const *)(stack + 32));
}

THUNK int int32uint64uint64int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(unsigned long long *const *)(stack + 24));
}

THUNK int int32uint64uint64int32doublePtrdoublePtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32doublePtrdoublePtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, double *, double *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(double *const *)(stack + 24),
        *(double *const *)(stack + 32));
}

THUNK int int32uint64uint64int32int32PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32int32PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, int *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(int *const *)(stack + 24));
}

THUNK int int32uint64uint64doublePtrint32doubledoubleint32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrint32doubledoubleint32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, int, double, double, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(int const *)(stack + 24),
        *(double const *)(stack + 32),
        *(double const *)(stack + 40),
        *(int const *)(stack + 48),
        *(unsigned long long *const *)(stack + 56));
}

THUNK int int32uint64uint64doublePtrint32Ptrint32Ptrdoubledoubleuint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrint32Ptrint32Ptrdoubledoubleuint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, int *, int *, double, double, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(int *const *)(stack + 24),
        *(int *const *)(stack + 32),
        *(double const *)(stack + 40),
        *(double const *)(stack + 48),
        *(unsigned long long *const *)(stack + 56));
}

THUNK int int32uint64uint64int64int32int32uint64Ptruint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64int32int32uint64Ptruint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long, int, int, unsigned long long *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long const *)(stack + 16),
        *(int const *)(stack + 24),
        *(int const *)(stack + 32),
        *(unsigned long long *const *)(stack + 40),
        *(unsigned long long *const *)(stack + 48));
}

THUNK int int32uint64uint64doubleuint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doubleuint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double const *)(stack + 16),
        *(unsigned long long *const *)(stack + 24));
}

THUNK int int32uint64uint64int32int32int32doublecstringuint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32int32int32doublecstringuint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, int, int, double, char *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(int const *)(stack + 24),
        *(int const *)(stack + 32),
        *(double const *)(stack + 40),
        *(char *const *)(stack + 48),
        *(unsigned long long *const *)(stack + 56));
}

THUNK int int32uint64uint64doublePtrdoublePtrint64int32int32doubleint32int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrdoublePtrint64int32int32doubleint32int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, double *, long long, int, int, double, int, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(double *const *)(stack + 24),
        *(long long const *)(stack + 32),
        *(int const *)(stack + 40),
        *(int const *)(stack + 48),
        *(double const *)(stack + 56),
        *(int const *)(stack + 64),
        *(int const *)(stack + 72),
        *(unsigned long long *const *)(stack + 80));
}

THUNK int int32uint64uint64doubleint64int32int32doubleint32int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doubleint64int32int32doubleint32int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double, long long, int, int, double, int, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(int const *)(stack + 32),
        *(int const *)(stack + 40),
        *(double const *)(stack + 48),
        *(int const *)(stack + 56),
        *(int const *)(stack + 64),
        *(unsigned long long *const *)(stack + 72));
}

THUNK int int32uint64uint64doublePtrdoublePtrint32int32int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrdoublePtrint32int32int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, double *, int, int, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(double *const *)(stack + 24),
        *(int const *)(stack + 32),
        *(int const *)(stack + 40),
        *(int const *)(stack + 48),
        *(unsigned long long *const *)(stack + 56));
}

THUNK int int32uint64uint64doublePtrint32doubledoublePtrint64doublePtrdoublePtrint32int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrint32doubledoublePtrint64doublePtrdoublePtrint32int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, int, double, double *, long long, double *, double *, int, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(int const *)(stack + 24),
        *(double const *)(stack + 32),
        *(double *const *)(stack + 40),
        *(long long const *)(stack + 48),
        *(double *const *)(stack + 56),
        *(double *const *)(stack + 64),
        *(int const *)(stack + 72),
        *(int const *)(stack + 80),
        *(unsigned long long *const *)(stack + 88));
}

THUNK int int32uint64uint64int64doublePtrint64doublePtruint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64doublePtrint64doublePtruint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long, double *, long long, double *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long const *)(stack + 16),
        *(double *const *)(stack + 24),
        *(long long const *)(stack + 32),
        *(double *const *)(stack + 40),
        *(unsigned long long *const *)(stack + 48));
}

THUNK int int32uint64uint64uint64int32PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64int32PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long, int *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long const *)(stack + 16),
        *(int *const *)(stack + 24));
}

THUNK int int32uint64uint64uint64uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long const *)(stack + 16),
        *(unsigned long long *const *)(stack + 24));
}

THUNK int int32uint64uint64int32cstringThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32cstringThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, char *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(char *const *)(stack + 24));
}

THUNK int int32uint64uint64int32doublePtrint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32doublePtrint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, double *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(double *const *)(stack + 24),
        *(long long const *)(stack + 32),
        *(long long *const *)(stack + 40));
}

THUNK int int32uint64uint64cstringcstringdoublePtrint64Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringcstringdoublePtrint64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, char *, double *, long long))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(double *const *)(stack + 32),
        *(long long const *)(stack + 40));
}

THUNK int int32uint64uint64cstringcstringThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringcstringThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, char *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(char *const *)(stack + 24));
}

THUNK int int32uint64int32cstringint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64int32cstringint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, int, char *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(int const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(long long *const *)(stack + 32));
}

THUNK int int32uint64cstringvoidPtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64cstringvoidPtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, char *, unsigned char *))function)(
        *(unsigned long long const *)(stack + 0),
        *(char *const *)(stack + 8),
        *(unsigned char *const *)(stack + 16));
}

THUNK int int32uint64uint64uint64voidPtrint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64voidPtrint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long, unsigned char *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long const *)(stack + 16),
        *(unsigned char *const *)(stack + 24),
        *(long long const *)(stack + 32),
        *(long long *const *)(stack + 40));
}

THUNK int int32uint64uint64cstringuint64Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringuint64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, unsigned long long))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(unsigned long long const *)(stack + 24));
}

THUNK int int32uint64uint64uint64int64int64voidPtrint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64int64int64voidPtrint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long, long long, long long, unsigned char *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(long long const *)(stack + 32),
        *(unsigned char *const *)(stack + 40),
        *(long long const *)(stack + 48),
        *(long long *const *)(stack + 56));
}

THUNK int int32uint64uint64uint64int64int64uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64int64int64uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long, long long, long long, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(long long const *)(stack + 32),
        *(unsigned long long *const *)(stack + 40));
}

THUNK int int32uint64uint64int64cstringuint64Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64cstringuint64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long, char *, unsigned long long))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(unsigned long long const *)(stack + 32));
}

THUNK int int32uint64uint64int64uint64int64int64voidPtrint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64uint64int64int64voidPtrint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long, unsigned long long, long long, long long, unsigned char *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long const *)(stack + 16),
        *(unsigned long long const *)(stack + 24),
        *(long long const *)(stack + 32),
        *(long long const *)(stack + 40),
        *(unsigned char *const *)(stack + 48),
        *(long long const *)(stack + 56),
        *(long long *const *)(stack + 64));
}

THUNK int int32uint64uint64int64uint64int64int64uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64uint64int64int64uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long, unsigned long long, long long, long long, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long const *)(stack + 16),
        *(unsigned long long const *)(stack + 24),
        *(long long const *)(stack + 32),
        *(long long const *)(stack + 40),
        *(unsigned long long *const *)(stack + 48));
}

THUNK int int32uint64cstringdoubledoubledoubleint32int32doublePtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64cstringdoubledoubledoubleint32int32doublePtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, char *, double, double, double, int, int, double *))function)(
        *(unsigned long long const *)(stack + 0),
        *(char *const *)(stack + 8),
        *(double const *)(stack + 16),
        *(double const *)(stack + 24),
        *(double const *)(stack + 32),
        *(int const *)(stack + 40),
        *(int const *)(stack + 48),
        *(double *const *)(stack + 56));
}

THUNK int int32uint64uint64int32int64PtrvoidPtrint64Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32int64PtrvoidPtrint64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, long long *, unsigned char *, long long))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(long long *const *)(stack + 24),
        *(unsigned char *const *)(stack + 32),
        *(long long const *)(stack + 40));
}

THUNK int int32uint64uint64voidPtrint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64voidPtrint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned char *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned char *const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(long long *const *)(stack + 32));
}

THUNK int int32uint64uint64int64PtrvoidPtrint32int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64PtrvoidPtrint32int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long *, unsigned char *, int, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long *const *)(stack + 16),
        *(unsigned char *const *)(stack + 24),
        *(int const *)(stack + 32),
        *(long long *const *)(stack + 40));
}

THUNK int int32uint64uint64voidPtrint64Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64voidPtrint64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned char *, long long))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned char *const *)(stack + 16),
        *(long long const *)(stack + 24));
}

THUNK int int32uint64uint64uint64Ptrint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64Ptrint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long *, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long *const *)(stack + 16),
        *(long long *const *)(stack + 24));
}

THUNK int int32uint64uint64int64cstringint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64cstringint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long, char *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(long long const *)(stack + 32),
        *(long long *const *)(stack + 40));
}

THUNK int int32uint64uint64cstringdoublePtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringdoublePtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, double *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(double *const *)(stack + 24));
}

THUNK int int32uint64uint64cstringdoublePtrdoublePtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringdoublePtrdoublePtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, double *, double *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(double *const *)(stack + 24),
        *(double *const *)(stack + 32));
}

THUNK int int32uint64uint64cstringvoidPtrint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringvoidPtrint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, unsigned char *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(unsigned char *const *)(stack + 24),
        *(long long const *)(stack + 32),
        *(long long *const *)(stack + 40));
}

THUNK int int32uint64uint64cstringint64Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringint64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, long long))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(long long const *)(stack + 24));
}

THUNK int int32uint64uint64cstringdoubleThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringdoubleThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, double))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(double const *)(stack + 24));
}

THUNK int int32uint64uint64cstringdoubledoubleThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringdoubledoubleThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, double, double))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(double const *)(stack + 24),
        *(double const *)(stack + 32));
}

THUNK int int32uint64uint64cstringvoidPtrint64Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringvoidPtrint64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, unsigned char *, long long))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(unsigned char *const *)(stack + 24),
        *(long long const *)(stack + 32));
}

THUNK int int32uint64uint64cstringcstringcstringThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringcstringcstringThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, char *, char *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(char *const *)(stack + 32));
}

THUNK int int32uint64uint64cstringuint64cstringThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringuint64cstringThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, unsigned long long, char *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(unsigned long long const *)(stack + 24),
        *(char *const *)(stack + 32));
}

THUNK int int32uint64uint64doublePtrdoublePtrcstringcstringcstringcstringThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrdoublePtrcstringcstringcstringcstringThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, double *, char *, char *, char *, char *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(double *const *)(stack + 24),
        *(char *const *)(stack + 32),
        *(char *const *)(stack + 40),
        *(char *const *)(stack + 48),
        *(char *const *)(stack + 56));
}

THUNK int int32uint64uint64doubledoubledoublePtrdoublePtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doubledoubledoublePtrdoublePtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double, double, double *, double *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double const *)(stack + 16),
        *(double const *)(stack + 24),
        *(double *const *)(stack + 32),
        *(double *const *)(stack + 40));
}

THUNK int int32uint64uint64doublePtrint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(long long *const *)(stack + 32));
}

THUNK int int32uint64uint64int64Ptrint32int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64Ptrint32int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long *, int, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long *const *)(stack + 16),
        *(int const *)(stack + 24),
        *(int const *)(stack + 32),
        *(unsigned long long *const *)(stack + 40));
}

THUNK int int32uint64uint64int32Ptrint32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32Ptrint32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int *, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int *const *)(stack + 16),
        *(int const *)(stack + 24),
        *(unsigned long long *const *)(stack + 32));
}

THUNK int int32uint64uint64int64Ptrint32Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64Ptrint32Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long *, int))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long *const *)(stack + 16),
        *(int const *)(stack + 24));
}

THUNK int int32uint64uint64int32int64uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32int64uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, long long, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(unsigned long long *const *)(stack + 32));
}

THUNK int int32uint64uint64uint64int32int64Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64int32int64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long, int, long long))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long const *)(stack + 16),
        *(int const *)(stack + 24),
        *(long long const *)(stack + 32));
}

THUNK int int32uint64uint64int32voidPtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32voidPtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, unsigned char *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(unsigned char *const *)(stack + 24));
}

THUNK int int32uint64uint64int32doubleThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32doubleThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, double))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(double const *)(stack + 24));
}

THUNK int int32uint64uint64int32voidPtruint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32voidPtruint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, unsigned char *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(unsigned char *const *)(stack + 24),
        *(unsigned long long *const *)(stack + 32));
}

THUNK int int32uint64uint64int64Ptrint64doublePtrint32PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64Ptrint64doublePtrint32PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long *, long long, double *, int *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long *const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(double *const *)(stack + 32),
        *(int *const *)(stack + 40));
}

THUNK int int32uint64uint64int64Ptrint64int32voidPtrint32PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64Ptrint64int32voidPtrint32PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long *, long long, int, unsigned char *, int *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long *const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(int const *)(stack + 32),
        *(unsigned char *const *)(stack + 40),
        *(int *const *)(stack + 48));
}

THUNK int int32uint64uint64int64Ptrint64doubleThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64Ptrint64doubleThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long *, long long, double))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long *const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(double const *)(stack + 32));
}

THUNK int int32uint64uint64int64Ptrint64int32voidPtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64Ptrint64int32voidPtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long *, long long, int, unsigned char *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long *const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(int const *)(stack + 32),
        *(unsigned char *const *)(stack + 40));
}

THUNK int int32uint64uint64doubleThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doubleThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double const *)(stack + 16));
}

THUNK int int32uint64uint64int64Ptrint64uint64int32Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64Ptrint64uint64int32Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long *, long long, unsigned long long, int))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long *const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(unsigned long long const *)(stack + 32),
        *(int const *)(stack + 40));
}

THUNK int int32uint64uint64int64Ptrint64int32Ptrint32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64Ptrint64int32Ptrint32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long *, long long, int *, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long *const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(int *const *)(stack + 32),
        *(int const *)(stack + 40),
        *(unsigned long long *const *)(stack + 48));
}

THUNK int int32uint64uint64uint64Ptrint64int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64Ptrint64int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long *, long long, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long *const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(int const *)(stack + 32),
        *(unsigned long long *const *)(stack + 40));
}

THUNK int int32uint64uint64voidPtrint64int32Ptruint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64voidPtrint64int32Ptruint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned char *, long long, int *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned char *const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(int *const *)(stack + 32),
        *(unsigned long long *const *)(stack + 40));
}

THUNK int int32uint64uint64int64Ptrint64int32Ptruint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64Ptrint64int32Ptruint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long *, long long, int *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long *const *)(stack + 16),
        *(long long const *)(stack + 24),
        *(int *const *)(stack + 32),
        *(unsigned long long *const *)(stack + 40));
}

THUNK int int32uint64uint64int64int32int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64int32int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long, int, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long const *)(stack + 16),
        *(int const *)(stack + 24),
        *(int const *)(stack + 32),
        *(unsigned long long *const *)(stack + 40));
}

THUNK int int32uint64uint64int32voidPtrint32voidPtruint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32voidPtrint32voidPtruint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, unsigned char *, int, unsigned char *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(unsigned char *const *)(stack + 24),
        *(int const *)(stack + 32),
        *(unsigned char *const *)(stack + 40),
        *(unsigned long long *const *)(stack + 48));
}

THUNK int int32uint64uint64int32Ptrint32int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32Ptrint32int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int *, int, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int *const *)(stack + 16),
        *(int const *)(stack + 24),
        *(int const *)(stack + 32),
        *(unsigned long long *const *)(stack + 40));
}

THUNK int int32uint64uint64doublePtrint32PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64doublePtrint32PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, double *, int *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(double *const *)(stack + 16),
        *(int *const *)(stack + 24));
}

THUNK int int32uint64uint64int32Ptrint32int32int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32Ptrint32int32int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int *, int, int, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int *const *)(stack + 16),
        *(int const *)(stack + 24),
        *(int const *)(stack + 32),
        *(int const *)(stack + 40),
        *(unsigned long long *const *)(stack + 48));
}

THUNK int int32uint64uint64int32Ptrint32int32int64int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32Ptrint32int32int64int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int *, int, int, long long, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int *const *)(stack + 16),
        *(int const *)(stack + 24),
        *(int const *)(stack + 32),
        *(long long const *)(stack + 40),
        *(int const *)(stack + 48),
        *(unsigned long long *const *)(stack + 56));
}

THUNK int int32uint64uint64int64doublePtrint32PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64doublePtrint32PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long, double *, int *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long const *)(stack + 16),
        *(double *const *)(stack + 24),
        *(int *const *)(stack + 32));
}

THUNK int int32uint64uint64int32Ptrint32int32doubleint32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32Ptrint32int32doubleint32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int *, int, int, double, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int *const *)(stack + 16),
        *(int const *)(stack + 24),
        *(int const *)(stack + 32),
        *(double const *)(stack + 40),
        *(int const *)(stack + 48),
        *(unsigned long long *const *)(stack + 56));
}

THUNK int int32uint64uint64int32Ptruint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32Ptruint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int *, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int *const *)(stack + 16),
        *(unsigned long long *const *)(stack + 24));
}

THUNK int int32uint64uint64int32Ptrint32doubleint32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32Ptrint32doubleint32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int *, int, double, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int *const *)(stack + 16),
        *(int const *)(stack + 24),
        *(double const *)(stack + 32),
        *(int const *)(stack + 40),
        *(unsigned long long *const *)(stack + 48));
}

THUNK int int32uint64uint64uint64int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long const *)(stack + 16),
        *(int const *)(stack + 24),
        *(unsigned long long *const *)(stack + 32));
}

THUNK int int32uint64uint64int64int32int32int32uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64int32int32int32uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long, int, int, int, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long const *)(stack + 16),
        *(int const *)(stack + 24),
        *(int const *)(stack + 32),
        *(int const *)(stack + 40),
        *(unsigned long long *const *)(stack + 48));
}

THUNK int int32uint64uint64int64doublePtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64doublePtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long, double *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long const *)(stack + 16),
        *(double *const *)(stack + 24));
}

THUNK int int32uint64uint64int32Ptrint32int32doubleuint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32Ptrint32int32doubleuint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int *, int, int, double, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int *const *)(stack + 16),
        *(int const *)(stack + 24),
        *(int const *)(stack + 32),
        *(double const *)(stack + 40),
        *(unsigned long long *const *)(stack + 48));
}

THUNK int int32uint64uint64int64Ptrint32int32Ptrint32int32doubleuint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int64Ptrint32int32Ptrint32int32doubleuint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, long long *, int, int *, int, int, double, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(long long *const *)(stack + 16),
        *(int const *)(stack + 24),
        *(int *const *)(stack + 32),
        *(int const *)(stack + 40),
        *(int const *)(stack + 48),
        *(double const *)(stack + 56),
        *(unsigned long long *const *)(stack + 64));
}

THUNK int int32uint64uint64uint64int32uint64uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64uint64int32uint64uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, unsigned long long, int, unsigned long long, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(unsigned long long const *)(stack + 16),
        *(int const *)(stack + 24),
        *(unsigned long long const *)(stack + 32),
        *(unsigned long long *const *)(stack + 40));
}

THUNK int int32uint64uint64int32doubleint32voidPtrint64int64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32doubleint32voidPtrint64int64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, double, int, unsigned char *, long long, long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(double const *)(stack + 24),
        *(int const *)(stack + 32),
        *(unsigned char *const *)(stack + 40),
        *(long long const *)(stack + 48),
        *(long long *const *)(stack + 56));
}

THUNK int int32uint64uint64int32doubleint32voidPtrint64voidPtrint64Thunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64int32doubleint32voidPtrint64voidPtrint64Thunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, int, double, int, unsigned char *, long long, unsigned char *, long long))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(int const *)(stack + 16),
        *(double const *)(stack + 24),
        *(int const *)(stack + 32),
        *(unsigned char *const *)(stack + 40),
        *(long long const *)(stack + 48),
        *(unsigned char *const *)(stack + 56),
        *(long long const *)(stack + 64));
}

THUNK int int32uint64int32int32PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64int32int32PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, int, int *))function)(
        *(unsigned long long const *)(stack + 0),
        *(int const *)(stack + 8),
        *(int *const *)(stack + 16));
}

THUNK int int32uint64uint64cstringuint64uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringuint64uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, unsigned long long, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(unsigned long long const *)(stack + 24),
        *(unsigned long long *const *)(stack + 32));
}

THUNK int int32uint64uint64cstringcstringuint64uint64PtrThunk(void (*function)(void), const char *stack, int size);
THUNK int int32uint64uint64cstringcstringuint64uint64PtrThunk(void (*function)(void), const char *stack, int size) {
    (void)size;
    return ((int (*)(unsigned long long, unsigned long long, char *, char *, unsigned long long, unsigned long long *))function)(
        *(unsigned long long const *)(stack + 0),
        *(unsigned long long const *)(stack + 8),
        *(char *const *)(stack + 16),
        *(char *const *)(stack + 24),
        *(unsigned long long const *)(stack + 32),
        *(unsigned long long *const *)(stack + 40));
}
