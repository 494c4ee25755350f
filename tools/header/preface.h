/* stoner.h: load, process and save X-ray microscopy (STXM) images.
 *
 * Generated from the sources by tools/header. Do not edit: run `make header`.
 *
 * EXAMPLE
 *
 *     #include <stdio.h>
 *     #include "stoner.h"
 *
 *     int main(void) {
 *         stoner_image *scan = NULL;
 *         if (stoner_load(NULL, "scan.hdf5", NULL, &scan) != STONER_OK ||
 *             stoner_image_save_png(NULL, scan, "scan.png") != STONER_OK) {
 *             fprintf(stderr, "%s\n", stoner_last_error(NULL));
 *         }
 *         return stoner_image_free(scan) == STONER_OK ? 0 : 1;
 *     }
 *
 *     cc example.c -Iinclude -Llib -lstoner -o example
 *
 * ORDER
 *
 * What every program needs comes first:
 *
@TIERS@
 *
 * HANDLES AND OWNERSHIP
 *
 * There are four types of handles: numbers in the form of pointers, never addresses, looked up at each call.
 *
@HANDLES@
 *
 * A handle that a function returns through an `out` parameter belongs to the caller, who must free it with the function of its type.
 * To free NULL is allowed. A handle that was freed, belongs to another type or is garbage causes STONER_ERR_INVALID_HANDLE and
 * does no harm.
 *
 * A handle is a value: a change of one handle never changes another. Copies are cheap, because pixels are shared
 * until one side is changed. A function changes a handle only if its parameter lacks `const`; functions that compute
 * return a new handle and do not change their input.
 *
 * Memory that the caller passes in is read or written only during the call; what stoner_image_borrow gets stays in use until its release
 * function is called. Memory of the library that a function lends (a `const` pointer) is valid as long as its comment says; the caller must
 * not free it.
 *
 * THREADS
 *
 * Every function can be called from any thread at any time, with handles that other threads use, change or free
 * meanwhile: a call takes a snapshot of its inputs and computes on that. Threads that a call starts end with that call.
 * After fork() in a process whose other threads call this library, the child can call it too. Every call of the release
 * library works on a thread with 64 KiB of stack.
 * The caller is responsible for its own memory, and for memory that is lent. The library can be unloaded when the
 * threads that called it have ended.
 *
 * A context holds the last error, warnings, the number of threads to use, progress and cancellation of the calls that use
 * it. It is the first argument, `ctx`; NULL means the calling thread's own. Calls may share a context.
 *
 * ERRORS
 *
 * Functions that can fail return STONER_OK (0) or one of the STONER_ERR_ codes, which are in 5000-5999 and never change.
 * stoner_last_error(ctx) then says in words what was asked, what was found and what is allowed. Success clears nothing: the
 * last failure is kept until the next one. On failure outputs are not written, except `length`, see below. A call that succeeds
 * may leave warnings in the context.
 *
 * Besides the errors in its comment, every function can return STONER_ERR_INVALID_HANDLE,
 * STONER_ERR_NULL_POINTER, STONER_ERR_INVALID_UTF8 and STONER_ERR_INVALID_ARGUMENT for invalid arguments,
 * STONER_ERR_NO_MEMORY, and STONER_ERR_INTERNAL for a defect of the library. A function does not end the program,
 * but for what docs/reliability.md names; it never writes to stdout or stderr, or touches signal handlers.
 *
 * STRINGS AND ARRAYS
 *
 * Strings are UTF-8 and end with NUL. Strings are returned in the caller's buffer, (char *buffer, int64_t
 * capacity, int64_t *length): `length` does not count the NUL; with capacity 0 only the length is returned, with STONER_OK; if the
 * buffer is too small it is not written, `length` is set and the status is STONER_ERR_BUFFER_TOO_SMALL. Arrays are returned likewise.
 *
 * A pointer to several elements needs room for as many as the parameters say. The library cannot check this.
 *
 * CONVENTIONS
 *
 * Arguments come in this order: context, subject, other inputs, outputs. Points, shifts and centres are (x, y) = (column,
 * row), in pixels: x right, y down, pixel centres at integers, row 0 at the top. Shapes are (rows, columns), of a stack
 * (frames, rows, columns). Angles are in radians, clockwise on the screen. A box is const int64_t[4], (xmin, xmax, ymin,
 * ymax), the upper ends exclusive, STONER_EXTENT for the end of the image, NULL for the whole image. Masked pixels
 * affect no result. A pointer may be NULL only where its comment says so.
 *
 * DEFAULTS
 *
 * A comment gives the range of a parameter and its default, which is the same in every language. In C 0 is the default of every
 * enumeration, order, degree and count and of every number whose range leaves 0 out, and NULL is the default of all that may be
 * NULL: "0: 4" says that 0 means 4, "NULL: 2 and 2" that NULL means 2 and 2. Order 0 is STONER_INTERPOLATION_NEAREST, degree 0
 * STONER_DEGREE_ZERO. Where 0 is a value like others (an intensity, say) "default 1" says what languages with optional parameters use
 * if nothing is given; in C it must be given. So must a boolean, which is 0 or 1. Enumerations and booleans are int32_t. The
 * whole interface is also available as data: interface/interface.json.
 *
 * VERSIONS
 *
 * The major version is part of the shared library's name; within a major version functions are only added. `@since` names the
 * version that introduced a function. The macros are the header's version; stoner_version_number() is that of the library in use.
 */
#ifndef STONER_H
#define STONER_H

#include <stdint.h>

#if UINTPTR_MAX < 0xFFFFFFFFFFFFFFFFu
#error "libstoner has 64-bit handles: it needs a 64-bit target"
#endif

/* Precedes every function. On Windows a program imports the functions from stoner.dll; a program that links the static
 * library defines STONER_STATIC before it includes this header. */
#if !defined(STONER_API)
#if defined(_WIN32) && !defined(STONER_STATIC)
#define STONER_API __declspec(dllimport)
#else
#define STONER_API
#endif
#endif

#define STONER_VERSION_MAJOR @MAJOR@
#define STONER_VERSION_MINOR @MINOR@
#define STONER_VERSION_PATCH @PATCH@

/* The version as one number, for comparisons: 1.2.3 is 10203. */
#define STONER_VERSION_NUMBER (STONER_VERSION_MAJOR * 10000 + STONER_VERSION_MINOR * 100 + STONER_VERSION_PATCH)

/* Whether the header is of this version or a later one. */
#define STONER_VERSION_AT_LEAST(major, minor, patch) \
    (STONER_VERSION_NUMBER >= (major) * 10000 + (minor) * 100 + (patch))

#ifdef __cplusplus
extern "C" {
#endif
