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
 *     1. First steps: files, images, errors
 *     2. Processing
 *     3. What belongs to an image: pixels, metadata, planes
 *     4. Arrays: the methods of numpy.ma
 *     5. For whole programs: formats, operations by name, dialogs
 *
 * HANDLES AND OWNERSHIP
 *
 * There are four types of handles: numbers in the form of pointers, never addresses, looked up at each call.
 *
 *     stoner_context *: The last error, warnings, number of threads, progress and cancellation of the calls that use it.
 *         Freed with stoner_context_free.
 *     stoner_image *: An image: a masked array with planes, map and metadata. Freed with stoner_image_free.
 *     stoner_metadata *: Typed values under keys, in order. Freed with stoner_metadata_free.
 *     stoner_table *: Named columns of numbers with metadata: a histogram, a profile, a spectrum. Freed with
 *         stoner_table_free.
 *     stoner_scan *: A scan: what its file says of it, and the way to its images. Freed with stoner_scan_free.
 *     stoner_live *: An image that grows while it is measured. Freed with stoner_live_free.
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

#define STONER_VERSION_MAJOR 0
#define STONER_VERSION_MINOR 1
#define STONER_VERSION_PATCH 0

/* The version as one number, for comparisons: 1.2.3 is 10203. */
#define STONER_VERSION_NUMBER (STONER_VERSION_MAJOR * 10000 + STONER_VERSION_MINOR * 100 + STONER_VERSION_PATCH)

/* Whether the header is of this version or a later one. */
#define STONER_VERSION_AT_LEAST(major, minor, patch) \
    (STONER_VERSION_NUMBER >= (major) * 10000 + (minor) * 100 + (patch))

#ifdef __cplusplus
extern "C" {
#endif

/* ================================================================================================================= */
/* FIRST STEPS: FILES, IMAGES, ERRORS                                                                                */
/* ================================================================================================================= */

/* ----------------------------------------------------------------------------------------------------------------- */
/* Types and constants                                                                                               */
/* ----------------------------------------------------------------------------------------------------------------- */

#define STONER_OK 0                        /**< Success. */
#define STONER_ERR_INVALID_ARGUMENT 5001   /**< An argument has a value that the function does not take. */
#define STONER_ERR_INVALID_HANDLE 5002     /**< A handle was freed, belongs to another type or was never issued. */
#define STONER_ERR_NULL_POINTER 5003       /**< A required pointer is NULL. */
#define STONER_ERR_INVALID_UTF8 5004       /**< A string is not valid UTF-8. */
#define STONER_ERR_BUFFER_TOO_SMALL 5005   /**< The buffer is too small; where there is a `length`, it says what is needed. */
#define STONER_ERR_NO_MEMORY 5006          /**< Memory could not be had, or the size overflows. */
#define STONER_ERR_CANCELLED 5007          /**< The call was cancelled through its context. */
#define STONER_ERR_NOT_INTERACTIVE 5008    /**< The function needs a hook for dialogs and none is set. */
#define STONER_ERR_UNSUPPORTED 5009        /**< The request makes sense, but is not supported. */
#define STONER_ERR_INTERNAL 5010           /**< A defect of the library, caught before it could harm the caller. */
#define STONER_ERR_OUT_OF_RANGE 5020       /**< An index, a box or an axis lies outside what there is. */
#define STONER_ERR_SHAPE 5021              /**< Shapes or ranks do not fit. */
#define STONER_ERR_DTYPE 5022              /**< The dtype is not one that the function takes. */
#define STONER_ERR_NO_RESULT 5023          /**< The data do not determine a result: a constant image to normalise, everything masked. */
#define STONER_ERR_KEY_NOT_FOUND 5030      /**< There is no metadata entry under that key. */
#define STONER_ERR_METADATA_TYPE 5031      /**< The metadata entry has another type. */
#define STONER_ERR_FILE_NOT_FOUND 5040     /**< There is no such file. */
#define STONER_ERR_IO 5041                 /**< Reading or writing failed in the operating system. */
#define STONER_ERR_FORMAT 5042             /**< The file is not of a format that can be read. */
#define STONER_ERR_CORRUPT 5043            /**< The file is damaged or incomplete. */
#define STONER_ERR_BEING_WRITTEN 5044      /**< Another program is writing the file. */
#define STONER_ERR_CHANGED 5045            /**< A file is not the one any more that was opened. */
#define STONER_ERR_POLARIZATION 5050       /**< Two images have polarizations that cannot be combined. */

#define STONER_WARNING_OTHER 0             /**< None of the others. */
#define STONER_WARNING_POSITIONS_DROPPED 1 /**< Planes or the map were dropped, because pixels no longer have positions, or moved. */
#define STONER_WARNING_PRECISION 2         /**< Values lost precision. */
#define STONER_WARNING_SIGN 3              /**< Values lost their sign. */
#define STONER_WARNING_CLIPPED 4           /**< Values outside of the range were clipped, or cannot be represented in the dtype. */
#define STONER_WARNING_REDUCED 5           /**< A request was reduced to what the data allow. */
#define STONER_WARNING_AMBIGUOUS 6         /**< A registration has another solution that is nearly as good. */
#define STONER_WARNING_UNCERTAIN 7         /**< A result has large standard errors. */
#define STONER_WARNING_FRAME_FAILED 8      /**< A frame of a stack has no result. */
#define STONER_WARNING_FILE_DAMAGED 9      /**< Parts of a file are damaged and left out. */
#define STONER_WARNING_FILE_REDUCED 10     /**< Parts of a file cannot be loaded into an image: colours, transparency, further pictures. */
#define STONER_WARNING_NOT_MEASURED 11     /**< Measured positions or detector values of a file are left out, or were not measured. */
#define STONER_WARNING_PICTURE 12          /**< A picture shows nothing, or lacks characters. */
#define STONER_WARNING_NO_UNIT 13          /**< A file gives numbers without a unit. */
#define STONER_WARNING_UNLIKE 14           /**< What is combined was taken under other conditions, or a condition is not known. */
#define STONER_WARNING_OVERFLOW 15         /**< Integers do not fit the dtype of a result, and wrapped around. */
#define STONER_WARNING_ASSUMED 16          /**< What a file does not say, or says against the rules of its format, was assumed. */

#define STONER_INSTRUCTION_SET_BEST 0      /**< The best that the processor has. */
#define STONER_INSTRUCTION_SET_BASELINE 1  /**< What the library is compiled for: every 64-bit processor of the kind. */
#define STONER_INSTRUCTION_SET_AVX2 2      /**< x86-64 with AVX2, FMA, BMI1 and BMI2. */
#define STONER_INSTRUCTION_SET_AVX512 3    /**< The same with the F, BW, CD, DQ and VL parts of AVX-512. */

#define STONER_DTYPE_DEFAULT 0             /**< The function's own choice of dtype, as its comment says. */
#define STONER_BOOL 1                      /**< One byte, 0 or 1. */
#define STONER_U8 2                        /**< `uint8_t` */
#define STONER_I8 3                        /**< `int8_t` */
#define STONER_U16 4                       /**< `uint16_t` */
#define STONER_I16 5                       /**< `int16_t` */
#define STONER_U32 6                       /**< `uint32_t` */
#define STONER_I32 7                       /**< `int32_t` */
#define STONER_U64 8                       /**< `uint64_t` */
#define STONER_I64 9                       /**< `int64_t` */
#define STONER_F32 10                      /**< `float` */
#define STONER_F64 11                      /**< `double` */
#define STONER_C64 12                      /**< Two `float`: real and imaginary part. */
#define STONER_C128 13                     /**< Two `double`: real and imaginary part. */

#define STONER_MAX_NDIM 8                  /**< The largest rank of an array; a buffer for a shape or for strides has room for as many. */

/**
 * In a box: the end of the image. Negative pixels of a box count from the end, as in a slice of Python.
 */
#define STONER_EXTENT INT64_MIN

/**
 * An axis that is none: all elements in C order, as one row (numpy's None), where NULL means the last axis.
 */
#define STONER_AXIS_NONE INT32_MIN

#define STONER_DEGREE_ZERO -1              /**< A polynomial of degree 0: for a degree, the number 0 is the default. */

/**
 * The function's own choice of the values beyond the edges of an image, as its comment says.
 */
#define STONER_MODE_DEFAULT 0

/**
 * Beyond the edges: a constant. Between pixels it begins at the outermost pixels' centres (scipy.ndimage `constant`), but
 * for stoner_image_rotate and stoner_image_translate it is STONER_MODE_GRID_CONSTANT, as skimage.transform's `constant`.
 */
#define STONER_MODE_CONSTANT 1

/**
 * Beyond the edges: a constant, as if there were more pixels (scipy.ndimage `grid-constant`, numpy.pad and
 * skimage.transform `constant`): k k k k | a b c d | k k k k
 */
#define STONER_MODE_GRID_CONSTANT 2

/**
 * Beyond the edges: the outermost pixel (scipy.ndimage `nearest`): a a a a | a b c d | d d d d
 */
#define STONER_MODE_NEAREST 3
#define STONER_MODE_EDGE 3                 /**< STONER_MODE_NEAREST, by numpy's and skimage.transform's name. */

/**
 * Beyond the edges: the image reflected at its edge (scipy.ndimage `reflect`): d c b a | a b c d | d c b a
 */
#define STONER_MODE_REFLECT 4
#define STONER_MODE_SYMMETRIC 4            /**< STONER_MODE_REFLECT, by numpy's and skimage.transform's name. */

/**
 * Beyond the edges: the image reflected at the outermost pixels' centres (scipy.ndimage `mirror`; numpy and
 * skimage.transform call this one `reflect`): d c b | a b c d | c b a
 */
#define STONER_MODE_MIRROR 5

/**
 * Beyond the edges: the image again. Between pixels the last pixel coincides with the first (scipy.ndimage `wrap`), but for
 * stoner_image_rotate and stoner_image_translate it is STONER_MODE_GRID_WRAP, as skimage.transform's `wrap`.
 */
#define STONER_MODE_WRAP 6

/**
 * Beyond the edges: the image again, its first pixel beside its last (scipy.ndimage `grid-wrap`, numpy.pad and
 * skimage.transform `wrap`): a b c d | a b c d | a b c d
 */
#define STONER_MODE_GRID_WRAP 7

#define STONER_INTERPOLATION_DEFAULT 0     /**< The function's own, as its comment says. */
#define STONER_INTERPOLATION_NEAREST -1    /**< Order 0: the value of the nearest pixel. In C the number 0 is the default. */
#define STONER_INTERPOLATION_LINEAR 1      /**< Order 1: linear along both axes. */
#define STONER_INTERPOLATION_QUADRATIC 2   /**< Order 2: a B-spline of degree 2 through the pixels. */
#define STONER_INTERPOLATION_CUBIC 3       /**< Order 3: a cubic; which one, the function says. */
#define STONER_INTERPOLATION_QUARTIC 4     /**< Order 4: a B-spline of degree 4 through the pixels. */
#define STONER_INTERPOLATION_QUINTIC 5     /**< Order 5: a B-spline of degree 5 through the pixels. */

#define STONER_TYPE_NONE 1                 /**< A metadata value without content. */
#define STONER_TYPE_BOOL 2                 /**< A metadata value: true or false. */
#define STONER_TYPE_I64 3                  /**< A metadata value: an integer. */
#define STONER_TYPE_F64 4                  /**< A metadata value: a real number. */
#define STONER_TYPE_COMPLEX 5              /**< A metadata value: a complex number. */
#define STONER_TYPE_STRING 6               /**< A metadata value: text. */
#define STONER_TYPE_BYTES 7                /**< A metadata value: bytes that are not text. */
#define STONER_TYPE_TIMESTAMP 8            /**< A metadata value: a date and time in ISO 8601. */
#define STONER_TYPE_ARRAY 9                /**< A metadata value: an array of numbers. */
#define STONER_TYPE_LIST 10                /**< A metadata value: values in a row. */
#define STONER_TYPE_CLUSTER 11             /**< A metadata value: named values. */
#define STONER_TYPE_TUPLE 12               /**< A metadata value: values in a row of fixed length (a cluster without names). */

#define STONER_SCAN_KIND_GENERIC 0         /**< What was scanned is something else, or not known. */
#define STONER_SCAN_KIND_IMAGE 1           /**< An image of the sample. */
#define STONER_SCAN_KIND_STACK 2           /**< Images of the sample at several energies. */
#define STONER_SCAN_KIND_LINE_SPECTRUM 3   /**< Spectra along a line across the sample. */
#define STONER_SCAN_KIND_POINT_SPECTRUM 4  /**< The spectrum of one point. */
#define STONER_SCAN_KIND_FOCUS 5           /**< A line across the sample at several positions of the zone plate. */
#define STONER_SCAN_KIND_OSA_IMAGE 6       /**< An image by moving the order-sorting aperture. */
#define STONER_SCAN_KIND_OSA_FOCUS 7       /**< A line of the order-sorting aperture at several of its positions along the beam. */
#define STONER_SCAN_KIND_DETECTOR_IMAGE 8  /**< An image by moving the detector. */

#define STONER_AXIS_ROLE_OTHER 0           /**< Something else runs along the axis, or it is not known. */
#define STONER_AXIS_ROLE_FRAME 1           /**< The frames of a stack. */
#define STONER_AXIS_ROLE_ROW 2             /**< The rows of an image. */
#define STONER_AXIS_ROLE_COLUMN 3          /**< The columns of an image. */
#define STONER_AXIS_ROLE_SPECTRUM 4        /**< The energies of a spectrum. */

#define STONER_DIRECTION_DESCENDING -1     /**< The points of an axis descend. */
#define STONER_DIRECTION_NONE 0            /**< They have no direction: one point, points that turn back, or none. */
#define STONER_DIRECTION_ASCENDING 1       /**< They ascend. */

#define STONER_QUANTITY_ENERGY 1           /**< The energy of the light. */
#define STONER_QUANTITY_DWELL 2            /**< The time for which a pixel was measured. */
#define STONER_QUANTITY_POLARIZATION 3     /**< The polarization of the light in the facility's own numbers: 1 or 0.2 for circular light. */
#define STONER_QUANTITY_HELICITY 4         /**< The sense of the circular polarization: 1, -1, 0. */
#define STONER_QUANTITY_RING_CURRENT 5     /**< The current in the storage ring. */
#define STONER_QUANTITY_SAMPLE_X 6         /**< The sample's horizontal position across the beam. */
#define STONER_QUANTITY_SAMPLE_Y 7         /**< The sample's vertical position across the beam. */
#define STONER_QUANTITY_ZONE_PLATE 8       /**< The zone plate's position along the beam. */

/**
 * The last error, warnings, number of threads, progress and cancellation of the calls that use it.
 */
typedef struct stoner_context stoner_context;

/**
 * An image: a masked array with planes, map and metadata.
 */
typedef struct stoner_image stoner_image;

/**
 * An image that grows while it is measured.
 */
typedef struct stoner_live stoner_live;

/**
 * Typed values under keys, in order.
 */
typedef struct stoner_metadata stoner_metadata;

/**
 * A scan: what its file says of it, and the way to its images.
 */
typedef struct stoner_scan stoner_scan;

/**
 * Named columns of numbers with metadata: a histogram, a profile, a spectrum.
 */
typedef struct stoner_table stoner_table;

/* ----------------------------------------------------------------------------------------------------------------- */
/* The library itself                                                                                                */
/* ----------------------------------------------------------------------------------------------------------------- */

/**
 * The version as text, "major.minor.patch". Never freed.
 *
 * @since 0.1.0
 */
STONER_API const char *stoner_version(void);

/**
 * The version as a number, for comparison with STONER_VERSION_NUMBER: major * 10000 + minor * 100 + patch.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_version_number(void);

/**
 * What a status means, in a few words of English: "an argument has a value that is not allowed". Never NULL, never
 * freed. The message of a particular failure is in stoner_last_error.
 *
 * @param status a status that a function returned
 * @since 0.1.0
 */
STONER_API const char *stoner_status_text(int32_t status);

/**
 * The number of handles, of all types, that were given out and not freed: 0 at the end of a program without leaks.
 *
 * @since 0.1.0
 */
STONER_API int64_t stoner_live_handles(void);

/**
 * Sets how much memory of freed images the library keeps for new ones of the same size, in the whole process: the system clears a
 * fresh image's memory before the first pixel is written, which takes longer than many operations. It keeps none of less than 1 MiB, gives back what it
 * kept before, and gives all back when the last image, scan, table and set of metadata is freed, or the system has no more for others.
 *
 * @param bytes the number of bytes at most; 1: nothing is kept; 1 or more; 0: 67108864
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_set_kept_memory(stoner_context *ctx,
                                          int64_t bytes);

/**
 * Limits the library's own kernels to an instruction set, in the whole process: for tests, and to find out whether a fault comes
 * from one of them. The bits of a result do not depend on it. Calls that are running change to it, too. Fourier transforms, products
 * of matrices of floating point and the C library's functions ignore it: other libraries compute them, with the
 * instructions that they find themselves. The environment variable STONER_INSTRUCTION_SET (baseline, avx2, avx512) does the same
 * from the start; it is read once, and an unknown name, or one that the processor lacks, is a warning of every new context.
 *
 * @param instruction_set STONER_INSTRUCTION_SET_*: what they may use; default STONER_INSTRUCTION_SET_BEST
 * @return STONER_ERR_INVALID_ARGUMENT for an unknown one; STONER_ERR_UNSUPPORTED for one that the processor lacks
 * @since 0.1.0
 */
STONER_API int32_t stoner_set_instruction_set(stoner_context *ctx,
                                              int32_t instruction_set);

/**
 * Which instruction set the library's own kernels use, in the whole process: the best that the processor has, unless
 * stoner_set_instruction_set or the environment variable STONER_INSTRUCTION_SET sets another.
 *
 * @param instruction_set receives what they use, never STONER_INSTRUCTION_SET_BEST
 * @param best receives the best that the processor has; may be NULL
 * @since 0.1.0
 */
STONER_API int32_t stoner_instruction_set(stoner_context *ctx, int32_t *instruction_set, int32_t *best);

/**
 * What this library is, as text in UTF-8: lines of a name, a colon and a value (version, features, target, compiler, processor, instruction sets,
 * HDF5 reader), then an empty line and the licences of all that is linked in. To be sent with a report of a fault.
 *
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_version_report(stoner_context *ctx,
                                         char *buffer,
                                         int64_t capacity,
                                         int64_t *length);

/**
 * The description of this interface as JSON, in UTF-8: every function with its parameters, their types, units, defaults and
 * ranges, and all constants. docs/interface.md explains its members.
 *
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_interface(stoner_context *ctx,
                                    char *buffer,
                                    int64_t capacity,
                                    int64_t *length);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Files: loading and saving                                                                                         */
/* ----------------------------------------------------------------------------------------------------------------- */

/**
 * Loads an image file of any supported kind: NXstxm (HDF5), SDF, TIFF, PNG, npy. The kind is determined from
 * its content, then from its name.
 *
 * @param path UTF-8
 * @param filetype "nxstxm", "sdf", "tiff", "png" or "npy" uses that loader only; NULL: determined
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_FILE_NOT_FOUND; STONER_ERR_FORMAT when no loader knows the file (the message has what each of them
 *        said); STONER_ERR_CORRUPT; STONER_ERR_BEING_WRITTEN; STONER_ERR_IO; STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_load(stoner_context *ctx, const char *path, const char *filetype, stoner_image **out);

/**
 * Loads a scan of a scanning transmission X-ray microscope: NXstxm HDF5 as the PolLux beamline writes it. Row 0 is the
 * top of the picture, the highest sample_y. An image becomes an array of (rows, columns), an energy stack one of
 * (energies, rows, columns). The measured positions come as planes "actual_x" and "actual_y", the ring current as
 * plane "beam current", the nominal grid as the map; all else below the entry as metadata, in the order of the file,
 * under its path with dots ("collection.energy.value"). A unit that the file does not give is none, and a warning tells.
 *
 * Of several scans and detectors in a file the one is loaded to which NeXus' attributes `default` and `signal` lead; without
 * them the first entry by name, and in it the image of the sample before spectra of its pixels. A warning names the others.
 *
 * A file that a program has open for writing, in the old format or in SWMR mode, can be read.
 *
 * @param path UTF-8
 * @param regrid 0: the pixels as they were measured; 1: interpolated linearly from the measured positions onto the
 *        nominal grid, as stoner_image_gridimage does without options: grid points without data or in a hole of the
 *        data are masked; default 0
 * @param bcn 1: divided by the ring current, which is regridded first when the image is; pixels whose current is not a
 *        number above 0 are masked before that, and a warning counts them; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_FILE_NOT_FOUND; STONER_ERR_FORMAT (the message says what was looked for); STONER_ERR_CORRUPT;
 *        STONER_ERR_BEING_WRITTEN; STONER_ERR_IO; STONER_ERR_NO_RESULT (regrid without measured positions or a grid in
 *        x and y, bcn without a ring current above 0); STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_load_stxm(stoner_context *ctx,
                                    const char *path,
                                    int32_t regrid,
                                    int32_t bcn,
                                    stoner_image **out);

/**
 * Saves an image to a temporary file, which is then renamed, so that a crash or a full disk leaves an old file complete.
 *
 * All functions that save do so. The new file keeps the old one's permissions, owner, group and extended attributes, as far as
 * the process may set them. A symbolic link stays, and its target is replaced. Other names of the old file (hard links)
 * keep the old contents. What killed saves left in the folder (".stoner-*.tmp") is removed. A file-size limit of the process
 * (RLIMIT_FSIZE) is STONER_ERR_IO; its signal does not reach the program.
 *
 * @param path UTF-8; NULL: the image's file name, with the extension of the format NeXus HDF5 ("nxs") holds everything:
 *        pixels of any rank and dtype, mask, fill value, planes, map, metadata, title, axis of frames, what
 *        stoner_image_apply_all did, and the SHA-256 of the file that the image was loaded from, if that is unchanged
 *        and has up to 256 MiB. It is an NXstxm scan where the image has all that this asks for, else an NXdata. Row 0
 *        is written first. Two saves under one name are the same bytes. stoner_scan_open opens it too where it has the
 *        axes of a scan. Another program's HDF5 file is not replaced: the file name of an image that was loaded from a
 *        scan is the scan's.
 * @param formats "tif", "png", "npy", "nxs" (also "hdf5", "h5", "hdf"), or several with commas between: each file then
 *        gets the extension of its format (.tiff for "tif"), in place of an image's; any other ("scan_708.1") is part
 *        of the name. NULL: one file in the format of the name's extension.
 * @param forcetype for TIFF; see stoner_image_save_tiff; default 0
 * @return STONER_ERR_INVALID_ARGUMENT for an unknown format (the message lists them), before anything is written, and
 *        for the name of another program's HDF5 file; STONER_ERR_FILE_NOT_FOUND (no such folder); STONER_ERR_IO; and
 *        what saving to each format gives
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_save(stoner_context *ctx,
                                     const stoner_image *image,
                                     const char *path,
                                     const char *formats,
                                     int32_t forcetype);

/**
 * Saves a TIFF with the metadata in its ImageDescription; planes, map and mask travel in a private tag. A stack becomes
 * a file of several pages. Python's Stoner package reads it. The map's pixel size is the file's resolution; labels of frames
 * (the entry "Labels", else a stack's energies) stand where ImageJ looks for them.
 *
 * @param path UTF-8
 * @param forcetype 0: u8, u16, u32 and i32 as they are, bool as u8, i8 and i16 as i32, all else as 32-bit float (a
 *        warning where that loses); 1: every dtype exactly (complex has no TIFF type: STONER_ERR_UNSUPPORTED); default
 *        0
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_save_tiff(stoner_context *ctx,
                                          const stoner_image *image,
                                          const char *path,
                                          int32_t forcetype);

/**
 * Saves an 8-bit grey PNG, round(255 (v - min) / (max - min)), with the metadata in its text chunks. For pictures: the
 * pixels' values are lost.
 *
 * @param path UTF-8
 * @return STONER_ERR_SHAPE when the image has not rank 2
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_save_png(stoner_context *ctx,
                                         const stoner_image *image,
                                         const char *path);

/**
 * Saves the array alone, of any rank and dtype, as numpy's npy. Mask and metadata are not in it.
 *
 * @param path UTF-8
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_save_npy(stoner_context *ctx, const stoner_image *image, const char *path);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Images: creation, copies, properties                                                                              */
/* ----------------------------------------------------------------------------------------------------------------- */

/**
 * Makes an image from the caller's array, which is copied.
 *
 * @param data element 0 (all indices 0)
 * @param dtype STONER_BOOL to STONER_C128
 * @param ndim an image has 2 (rows, columns), a stack 3 (frames, rows, columns); 0 to 8
 * @param shape `ndim` lengths
 * @param byte_strides `ndim` steps in bytes, negative ones too; NULL: C order without gaps. A column-major matrix of
 *        doubles has {8, 8 * rows}.
 * @param mask one byte for each element in C order, not 0: masked; NULL: nothing is masked
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT (dtype, ndim, a negative length), STONER_ERR_NULL_POINTER, STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_from_data(stoner_context *ctx,
                                          const void *data,
                                          int32_t dtype,
                                          int32_t ndim,
                                          const int64_t *shape,
                                          const int64_t *byte_strides,
                                          const uint8_t *mask,
                                          stoner_image **out);

/**
 * Makes an image of the caller's array without copying it: the image lies in the caller's memory until it is freed. For programs that
 * acquire data, so that handing a frame over costs nothing.
 *
 * The memory must stay, and must not be changed, until `release` is called. It is called exactly once, whatever this function returns:
 * when the last image that lies there has been freed or changed (clones, crops and turned images share the memory; the first
 * change of an image copies it), at the end of that call, on its thread. That can be another thread, whose call was still using the
 * image when it was freed. No lock is held: it may call the library. What is written to the memory meanwhile shows in the results
 * of calls in any mixture of old and new; it does no other harm.
 *
 * Where pixels cannot be used as they lie (bool; elements that are not aligned, that overlap, or whose steps are no multiples of
 * their size) they are copied, and `release` is called before this function returns.
 *
 * @param data element 0 (all indices 0)
 * @param dtype STONER_BOOL to STONER_C128
 * @param ndim an image has 2 (rows, columns), a stack 3 (frames, rows, columns); 0 to 8
 * @param shape `ndim` lengths
 * @param byte_strides `ndim` steps in bytes, negative ones too; NULL: C order without gaps. A column-major matrix of
 *        doubles has {8, 8 * rows}.
 * @param mask one byte for each element in C order, not 0: masked; NULL: nothing is masked; It is copied.
 * @param release tells that the memory is free again; NULL: nobody needs to know, and the memory stays as long as the
 *        images do
 * @param user_data passed to `release` unchanged
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT (dtype, ndim, a negative length), STONER_ERR_NULL_POINTER, STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_borrow(stoner_context *ctx,
                                       const void *data,
                                       int32_t dtype,
                                       int32_t ndim,
                                       const int64_t *shape,
                                       const int64_t *byte_strides,
                                       const uint8_t *mask,
                                       void (*release)(void *user_data),
                                       void *user_data,
                                       stoner_image **out);

/**
 * Makes a second image with the same content. Copies no pixels: they are shared until one of the two changes.
 *
 * @param out the new image, to be freed with stoner_image_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_clone(stoner_context *ctx, const stoner_image *image, stoner_image **out);

/**
 * Puts images together as the frames of a stack, in their order. They have one size; stacks among them give all their frames.
 * The dtype is the smallest that holds the values of all; masks are kept.
 *
 * The result has the metadata, names and map of the first image. Energies, dwells and polarizations that are not all equal
 * become arrays with a value for each frame. Maps that lie at other places give a warning each; if the sizes of the pixels differ
 * the map is dropped. A plane stays where all images have it in one unit: shared if it is equal in all, else one for each frame;
 * the others are dropped with a warning.
 *
 * @param images the images
 * @param n_images how many there are; 1 or more
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_SHAPE (not all of one size, or not of rank 2 or 3); STONER_ERR_INVALID_ARGUMENT (no image)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_stack(stoner_context *ctx,
                                      const stoner_image *const *images,
                                      int64_t n_images,
                                      stoner_image **out);

/**
 * One frame of a stack as an image, with its map, planes, mask, and its own energy, dwell and polarization. Copies no pixels.
 *
 * @param index which one, from 0; a negative one is counted from the end
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_SHAPE unless the rank is 3; STONER_ERR_OUT_OF_RANGE (index)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_frame(stoner_context *ctx,
                                      const stoner_image *image,
                                      int64_t index,
                                      stoner_image **out);

/**
 * Makes an existing image what another one is: pixels, mask, planes, map, metadata, names. Copies no pixels. So a program that shows
 * `target` all the time can put the result of any function there.
 *
 * @param target becomes a copy of `source`
 * @param source stays as it is, and must still be freed
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_assign(stoner_context *ctx,
                                       stoner_image *target,
                                       const stoner_image *source);

/**
 * Does nothing: a copy, as stoner_image_clone makes it. For testing a program's calls.
 *
 * @param out the new image, to be freed with stoner_image_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_do_nothing(stoner_context *ctx, const stoner_image *image, stoner_image **out);

/**
 * Frees an image. NULL is fine; a handle that is not live (freed twice, say) is STONER_ERR_INVALID_HANDLE. Calls that
 * still use the image finish normally.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_free(stoner_image *image);

/**
 * Whether two images are equal: dtype, shape, mask and every unmasked element (NaN equals NaN), and with `all` also
 * planes, map, metadata, file name and title.
 *
 * @param all 0: pixels and mask only; 1: everything; default 0
 * @param equal receives 0 or 1
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_equal(stoner_context *ctx,
                                      const stoner_image *a,
                                      const stoner_image *b,
                                      int32_t all,
                                      int32_t *equal);

/**
 * The rank: 2 for an image, 3 for a stack.
 *
 * @param ndim receives the rank
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_ndim(stoner_context *ctx, const stoner_image *image, int32_t *ndim);

/**
 * The lengths of the axes: (rows, columns) of an image.
 *
 * @param shape room for `capacity` lengths; STONER_MAX_NDIM is always enough
 * @param capacity 0: only the rank is wanted
 * @param ndim receives the rank; may be NULL when capacity is not 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_shape(stoner_context *ctx,
                                      const stoner_image *image,
                                      int64_t *shape,
                                      int64_t capacity,
                                      int64_t *ndim);

/**
 * The dtype: STONER_BOOL to STONER_C128.
 *
 * @param dtype receives the dtype
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_dtype(stoner_context *ctx, const stoner_image *image, int32_t *dtype);

/**
 * The number of elements.
 *
 * @param size receives the number of elements
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_size(stoner_context *ctx, const stoner_image *image, int64_t *size);

/**
 * The title that was set, else the file name without its folder, else "".
 *
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_title(stoner_context *ctx,
                                      const stoner_image *image,
                                      char *buffer,
                                      int64_t capacity,
                                      int64_t *length);

/**
 * Sets the title.
 *
 * @param title NULL: back to the file name
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_set_title(stoner_context *ctx, stoner_image *image, const char *title);

/**
 * The file that the image was loaded from, or the name that was set; "" if there is none.
 *
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_filename(stoner_context *ctx,
                                         const stoner_image *image,
                                         char *buffer,
                                         int64_t capacity,
                                         int64_t *length);

/**
 * Sets the file name, which stoner_image_save uses if it gets none.
 *
 * @param filename NULL: none
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_set_filename(stoner_context *ctx, stoner_image *image, const char *filename);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Scans: what a file holds                                                                                          */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * A scan is what a file says of a measurement, read without its pixels, and the way to them: entries (regions of the sample, or
 * measurements one after the other), in each of them detectors, and of each detector an image, a stack of frames or a spectrum.
 * stoner_scan_open reads only what it needs, so a file may be larger than memory. Entries and detectors are named; NULL means the
 * one that the file names as its default. A scan is a value: what was opened stays as it was. When its file has changed since,
 * calls that read it return STONER_ERR_CHANGED, and never mix old and new.
 */

/**
 * Opens a file as a scan: NXstxm (HDF5) or SDF (its header .hdr, or one of its data files). Reads what the file says of itself, and no pixels: a large file takes no longer than a small
 * one with as many entries.
 *
 * @param path UTF-8
 * @param out the new scan, to be freed with stoner_scan_free
 * @return STONER_ERR_FILE_NOT_FOUND; STONER_ERR_FORMAT (no scan; the message says what it is); STONER_ERR_CORRUPT;
 *        STONER_ERR_BEING_WRITTEN; STONER_ERR_IO; STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_open(stoner_context *ctx,
                                    const char *path,
                                    stoner_scan **out);

/**
 * Makes a second handle for the same scan. Copies nothing.
 *
 * @param out the new scan, to be freed with stoner_scan_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_clone(stoner_context *ctx, const stoner_scan *scan, stoner_scan **out);

/**
 * Frees a scan. NULL is fine; a handle that is not live is STONER_ERR_INVALID_HANDLE. Its images live on.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_free(stoner_scan *scan);

/**
 * The file.
 *
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_filename(stoner_context *ctx,
                                        const stoner_scan *scan,
                                        char *buffer,
                                        int64_t capacity,
                                        int64_t *length);

/**
 * The rule by which the file was recognised as a scan.
 *
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_rule(stoner_context *ctx,
                                    const stoner_scan *scan,
                                    char *buffer,
                                    int64_t capacity,
                                    int64_t *length);

/**
 * The number of entries; at least 1. They are numbered in the order in which they are preferred, the default one first.
 *
 * @param n receives how many there are
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_entry_count(stoner_context *ctx,
                                           const stoner_scan *scan,
                                           int32_t *n);

/**
 * An entry's name: its path in the file without the first slash.
 *
 * @param index 0 to the number of entries - 1
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_entry_name(stoner_context *ctx,
                                          const stoner_scan *scan,
                                          int32_t index,
                                          char *buffer,
                                          int64_t capacity,
                                          int64_t *length);

/**
 * The default entry: the one to which the file's attribute `default` leads, else the first by name.
 *
 * @param index receives 0 to the number of entries - 1
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_default_entry(stoner_context *ctx, const stoner_scan *scan, int32_t *index);

/**
 * What an entry scanned along what.
 *
 * @param entry an entry's name; NULL: the default one
 * @param kind receives a value of STONER_SCAN_KIND_
 * @return STONER_ERR_KEY_NOT_FOUND (entry)
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_kind(stoner_context *ctx, const stoner_scan *scan, const char *entry, int32_t *kind);

/**
 * When an entry began, as the file says it (ISO 8601 in NeXus); "" where it does not.
 *
 * @param entry an entry's name; NULL: the default one
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND (entry)
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_start(stoner_context *ctx,
                                     const stoner_scan *scan,
                                     const char *entry,
                                     char *buffer,
                                     int64_t capacity,
                                     int64_t *length);

/**
 * When an entry ended, as the file says it; "" where it does not: the scan may be going on, or was stopped.
 *
 * @param entry an entry's name; NULL: the default one
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND (entry)
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_end(stoner_context *ctx,
                                   const stoner_scan *scan,
                                   const char *entry,
                                   char *buffer,
                                   int64_t capacity,
                                   int64_t *length);

/**
 * Where an entry was measured, as the file says it; "" where it does not.
 *
 * @param entry an entry's name; NULL: the default one
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND (entry)
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_facility(stoner_context *ctx,
                                        const stoner_scan *scan,
                                        const char *entry,
                                        char *buffer,
                                        int64_t capacity,
                                        int64_t *length);

/**
 * How often the reader assumed something, or left something out, because an entry breaks a rule of its format.
 *
 * @param entry an entry's name; NULL: the default one
 * @param n receives how many there are
 * @return STONER_ERR_KEY_NOT_FOUND (entry)
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_repair_count(stoner_context *ctx,
                                            const stoner_scan *scan,
                                            const char *entry,
                                            int32_t *n);

/**
 * One of those, in words.
 *
 * @param entry an entry's name; NULL: the default one
 * @param index 0 to the number of repairs - 1
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND (entry); STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_repair(stoner_context *ctx,
                                      const stoner_scan *scan,
                                      const char *entry,
                                      int32_t index,
                                      char *buffer,
                                      int64_t capacity,
                                      int64_t *length);

/**
 * A copy of an entry's metadata, but for long arrays, which come with its images.
 *
 * @param entry an entry's name; NULL: the default one
 * @param out the new metadata, to be freed with stoner_metadata_free
 * @return STONER_ERR_KEY_NOT_FOUND (entry)
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_metadata(stoner_context *ctx,
                                        const stoner_scan *scan,
                                        const char *entry,
                                        stoner_metadata **out);

/**
 * The number of an entry's detectors; at least 1. The default one comes first.
 *
 * @param entry an entry's name; NULL: the default one
 * @param n receives how many there are
 * @return STONER_ERR_KEY_NOT_FOUND (entry)
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_detector_count(stoner_context *ctx,
                                              const stoner_scan *scan,
                                              const char *entry,
                                              int32_t *n);

/**
 * A detector's name: the path of its group below the entry, and of its dataset where the group has several.
 *
 * @param entry an entry's name; NULL: the default one
 * @param index 0 to the number of detectors - 1
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND (entry); STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_detector_name(stoner_context *ctx,
                                             const stoner_scan *scan,
                                             const char *entry,
                                             int32_t index,
                                             char *buffer,
                                             int64_t capacity,
                                             int64_t *length);

/**
 * An entry's default detector: the one to which the file's attributes `default` and `signal` lead, else what stoner_load takes.
 *
 * @param entry an entry's name; NULL: the default one
 * @param index receives 0 to the number of detectors - 1
 * @return STONER_ERR_KEY_NOT_FOUND (entry)
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_default_detector(stoner_context *ctx,
                                                const stoner_scan *scan,
                                                const char *entry,
                                                int32_t *index);

/**
 * The number of an entry's monitors: what was measured beside the detectors at each pixel, the ring current for example. Their images
 * are read under their names, as those of detectors.
 *
 * @param entry an entry's name; NULL: the default one
 * @param n receives how many there are
 * @return STONER_ERR_KEY_NOT_FOUND (entry)
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_monitor_count(stoner_context *ctx,
                                             const stoner_scan *scan,
                                             const char *entry,
                                             int32_t *n);

/**
 * A monitor's name.
 *
 * @param entry an entry's name; NULL: the default one
 * @param index 0 to the number of monitors - 1
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND (entry); STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_monitor_name(stoner_context *ctx,
                                            const stoner_scan *scan,
                                            const char *entry,
                                            int32_t index,
                                            char *buffer,
                                            int64_t capacity,
                                            int64_t *length);

/**
 * The lengths of the axes of a detector's image: (rows, columns), (frames, rows, columns), or (energies) of a point spectrum.
 *
 * @param entry an entry's name; NULL: the default one
 * @param detector a detector's or monitor's name; NULL: the entry's default one
 * @param shape room for `capacity` lengths; STONER_MAX_NDIM is always enough
 * @param capacity 0: only the rank is wanted
 * @param ndim receives the rank; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND (entry, detector)
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_shape(stoner_context *ctx,
                                     const stoner_scan *scan,
                                     const char *entry,
                                     const char *detector,
                                     int64_t *shape,
                                     int64_t capacity,
                                     int64_t *ndim);

/**
 * The dtype of a detector's values.
 *
 * @param entry an entry's name; NULL: the default one
 * @param detector a detector's or monitor's name; NULL: the entry's default one
 * @param dtype receives the dtype
 * @return STONER_ERR_KEY_NOT_FOUND (entry, detector)
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_dtype(stoner_context *ctx,
                                     const stoner_scan *scan,
                                     const char *entry,
                                     const char *detector,
                                     int32_t *dtype);

/**
 * The number of a detector's frames: the first of three axes; 1 for an image or a spectrum.
 *
 * @param entry an entry's name; NULL: the default one
 * @param detector a detector's or monitor's name; NULL: the entry's default one
 * @param n receives how many there are
 * @return STONER_ERR_KEY_NOT_FOUND (entry, detector)
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_frame_count(stoner_context *ctx,
                                           const stoner_scan *scan,
                                           const char *entry,
                                           const char *detector,
                                           int64_t *n);

/**
 * The name of an axis in the file: "energy", "sample_y"; "" where it has none.
 *
 * @param entry an entry's name; NULL: the default one
 * @param detector a detector's or monitor's name; NULL: the entry's default one
 * @param axis 0 to the rank - 1
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND (entry, detector); STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_axis_name(stoner_context *ctx,
                                         const stoner_scan *scan,
                                         const char *entry,
                                         const char *detector,
                                         int32_t axis,
                                         char *buffer,
                                         int64_t capacity,
                                         int64_t *length);

/**
 * The unit of an axis in the file; "" where it has none.
 *
 * @param entry an entry's name; NULL: the default one
 * @param detector a detector's or monitor's name; NULL: the entry's default one
 * @param axis 0 to the rank - 1
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND (entry, detector); STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_axis_unit(stoner_context *ctx,
                                         const stoner_scan *scan,
                                         const char *entry,
                                         const char *detector,
                                         int32_t axis,
                                         char *buffer,
                                         int64_t capacity,
                                         int64_t *length);

/**
 * The nominal points of an axis in the file's order and unit. (Rows of images come the other way round where these ascend: row 0 is the
 * highest.) None where the file has none of the axis's length.
 *
 * @param entry an entry's name; NULL: the default one
 * @param detector a detector's or monitor's name; NULL: the entry's default one
 * @param axis 0 to the rank - 1
 * @param buffer room for `capacity` values
 * @param capacity 0: only the length is wanted
 * @param length receives the number of points, 0 or the axis's length; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND (entry, detector); STONER_ERR_OUT_OF_RANGE; STONER_ERR_BUFFER_TOO_SMALL
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_axis_values(stoner_context *ctx,
                                           const stoner_scan *scan,
                                           const char *entry,
                                           const char *detector,
                                           int32_t axis,
                                           double *buffer,
                                           int64_t capacity,
                                           int64_t *length);

/**
 * What runs along an axis.
 *
 * @param entry an entry's name; NULL: the default one
 * @param detector a detector's or monitor's name; NULL: the entry's default one
 * @param axis 0 to the rank - 1
 * @param role receives a value of STONER_AXIS_ROLE_
 * @return STONER_ERR_KEY_NOT_FOUND (entry, detector); STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_axis_role(stoner_context *ctx,
                                         const stoner_scan *scan,
                                         const char *entry,
                                         const char *detector,
                                         int32_t axis,
                                         int32_t *role);

/**
 * Which way the points of an axis go in the file.
 *
 * @param entry an entry's name; NULL: the default one
 * @param detector a detector's or monitor's name; NULL: the entry's default one
 * @param axis 0 to the rank - 1
 * @param direction receives a value of STONER_DIRECTION_
 * @return STONER_ERR_KEY_NOT_FOUND (entry, detector); STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_axis_direction(stoner_context *ctx,
                                              const stoner_scan *scan,
                                              const char *entry,
                                              const char *detector,
                                              int32_t axis,
                                              int32_t *direction);

/**
 * A well-known quantity of each frame, in the unit that stoner_quantity_unit says, whatever the file's own. NaN where a frame
 * has none. A number without a unit is taken to be in that one, with a warning (STONER_WARNING_NO_UNIT).
 *
 * @param entry an entry's name; NULL: the default one
 * @param detector a detector's or monitor's name; NULL: the entry's default one
 * @param quantity a value of STONER_QUANTITY_
 * @param buffer room for `capacity` values
 * @param capacity 0: only the length is wanted
 * @param length receives the number of frames; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND (entry, detector, or the file says nothing of the quantity);
 *        STONER_ERR_INVALID_ARGUMENT (quantity); STONER_ERR_BUFFER_TOO_SMALL
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_quantity(stoner_context *ctx,
                                        const stoner_scan *scan,
                                        const char *entry,
                                        const char *detector,
                                        int32_t quantity,
                                        double *buffer,
                                        int64_t capacity,
                                        int64_t *length);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Scans: images, spectra, points                                                                                    */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * These calls read the scan's file. When it has changed since stoner_scan_open they return STONER_ERR_CHANGED: open it again.
 */

/**
 * The whole image of a detector or monitor, with positions, map, metadata as stoner_load gives them; a stack has an axis of frames.
 *
 * @param entry an entry's name; NULL: the default one
 * @param detector a detector's or monitor's name; NULL: the entry's default one
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_KEY_NOT_FOUND (entry, detector); STONER_ERR_CHANGED; STONER_ERR_FILE_NOT_FOUND;
 *        STONER_ERR_CORRUPT; STONER_ERR_BEING_WRITTEN; STONER_ERR_IO; STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_image(stoner_context *ctx,
                                     const stoner_scan *scan,
                                     const char *entry,
                                     const char *detector,
                                     stoner_image **out);

/**
 * One frame of a detector's stack as an image of rank 2, with its own energy, dwell, positions, ring current and map. Only what belongs
 * to the frame is read. An image is its own only frame.
 *
 * @param entry an entry's name; NULL: the default one
 * @param detector a detector's or monitor's name; NULL: the entry's default one
 * @param frame 0 to the number of frames - 1
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_KEY_NOT_FOUND (entry, detector); STONER_ERR_OUT_OF_RANGE (frame); as stoner_scan_image
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_frame(stoner_context *ctx,
                                     const stoner_scan *scan,
                                     const char *entry,
                                     const char *detector,
                                     int64_t frame,
                                     stoner_image **out);

/**
 * The spectrum of a region of the sample: a table with a row for each frame. Its columns are the axis of frames under its own name
 * ("energy"), "mean" of the region's pixels, "standard error" (their standard deviation, n - 1, divided by the square root of their
 * number), "pixels" (their number), and "dwell" and "polarization" where the scan has them. Masked pixels and NaN take no
 * part. One frame is read at a time: the scan may be larger than memory.
 *
 * @param entry an entry's name; NULL: the default one
 * @param detector a detector's or monitor's name; NULL: the entry's default one
 * @param box {xmin, xmax, ymin, ymax} in pixels of a frame, upper exclusive, STONER_EXTENT for the end; NULL: the whole
 * @param region an image of a frame's shape that is not 0 in the pixels of the region; instead of a box. A masked pixel
 *        of it is outside.
 * @param out the new table, to be freed with stoner_table_free
 * @return STONER_ERR_INVALID_ARGUMENT (box and region); STONER_ERR_OUT_OF_RANGE (box); STONER_ERR_SHAPE (region, or a
 *        detector without images); STONER_ERR_KEY_NOT_FOUND (entry, detector); as stoner_scan_image
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_spectrum(stoner_context *ctx,
                                        const stoner_scan *scan,
                                        const char *entry,
                                        const char *detector,
                                        const int64_t *box,
                                        const stoner_image *region,
                                        stoner_table **out);

/**
 * The points of a frame in the order in which they were measured: a table with a row for each. Its columns are "row" and "column" of the
 * pixel in the image, "value" of the detector, the measured positions "sample_x" and "sample_y", the nominal ones under the names of
 * the axes ("nominal sample_x"), and "ring_current", as far as the file has them. The scan request and the detector's values in
 * time tell the order.
 *
 * @param entry an entry's name; NULL: the default one
 * @param detector a detector's or monitor's name; NULL: the entry's default one
 * @param frame 0 to the number of frames - 1
 * @param out the new table, to be freed with stoner_table_free
 * @return STONER_ERR_NO_RESULT when the file does not tell the order; as stoner_scan_frame
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_points(stoner_context *ctx,
                                      const stoner_scan *scan,
                                      const char *entry,
                                      const char *detector,
                                      int64_t frame,
                                      stoner_table **out);

/**
 * The part of a detector's values that were written, as far as the file's storage tells, which counts chunks: 1 for a complete scan, less for one
 * that was stopped or is going on. NaN where the file does not tell.
 *
 * @param entry an entry's name; NULL: the default one
 * @param detector a detector's or monitor's name; NULL: the entry's default one
 * @param fraction receives 0 to 1, or NaN
 * @return STONER_ERR_KEY_NOT_FOUND (entry, detector); as stoner_scan_image
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_completeness(stoner_context *ctx,
                                            const stoner_scan *scan,
                                            const char *entry,
                                            const char *detector,
                                            double *fraction);

/**
 * The scan as its file is now: a file that another program writes grows. The handle that is given stays as it is. Frames first to first + n - 1 of
 * the detector are new, or may have changed: from the last one of before, if more are in the file by now, and all if the number is the same.
 * n is 0 where the file has not changed. No lock is taken, and the writer is not disturbed.
 *
 * @param entry an entry's name; NULL: the default one
 * @param detector a detector's or monitor's name; NULL: the entry's default one
 * @param first receives the first frame that is new
 * @param n receives the number of frames from it on
 * @param out the new scan, to be freed with stoner_scan_free
 * @return STONER_ERR_KEY_NOT_FOUND (entry, detector); as stoner_scan_open
 * @since 0.1.0
 */
STONER_API int32_t stoner_scan_refresh(stoner_context *ctx,
                                       const stoner_scan *scan,
                                       const char *entry,
                                       const char *detector,
                                       int64_t *first,
                                       int64_t *n,
                                       stoner_scan **out);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Live images: while the scan runs                                                                                  */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * An acquisition program pushes points as they are measured, in any order, and takes an image at any moment. Each point is sorted
 * into the pixel of a regular grid in which it lies (or shared among the four around it), and each pixel sums counts and monitor over its
 * points. The value of a pixel is the ratio of both, times `reference`: I / I0 where the monitor is I0, and the mean counts of a point where
 * there is no monitor and `reference` is 1.
 *
 * A push costs each point the same however many there are, and needs no memory after stoner_live_new. The sums do not depend on how points
 * were divided into pushes: the last image is, bit for bit, that of all points pushed at once. One thread may push while another takes images;
 * each waits for the other's call to end.
 */

#define STONER_SPREAD_NEAREST 0            /**< A point goes to the pixel in which it lies. */

/**
 * A point is shared among the four pixels around it, with the weights of bilinear interpolation (cloud in cell). Its positions count more
 * exactly, and neighbours' errors are no longer independent.
 */
#define STONER_SPREAD_LINEAR 1

/**
 * Makes a live image without points. Its pixel (column, row) is centred at (x_first + x_step column, y_first + y_step row) and reaches half a
 * step to each side; row 0 is at the top, so that y_step is negative where y grows upwards.
 *
 * @param rows the number of rows; 1 or more
 * @param columns the number of columns; 1 or more
 * @param x_first x of the centre of the first column
 * @param y_first y of the centre of the first row
 * @param x_step from one column to the next; not 0
 * @param y_step from one row to the next; not 0
 * @param spread to which pixels a point goes; default STONER_SPREAD_NEAREST
 * @param reference what counts are given for: counts for so much of the monitor; above 0; 0: 1.0
 * @param unit the unit of x and y, "µm" for example; NULL: none
 * @param out the new live image, to be freed with stoner_live_free
 * @return STONER_ERR_INVALID_ARGUMENT (a grid that takes more memory than stoner_context_set_memory_limit allows: 32
 *        bytes a pixel; others); STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_live_new(stoner_context *ctx,
                                   int64_t rows,
                                   int64_t columns,
                                   double x_first,
                                   double y_first,
                                   double x_step,
                                   double y_step,
                                   int32_t spread,
                                   double reference,
                                   const char *unit,
                                   stoner_live **out);

/**
 * Makes a second live image with the same points, which goes its own way from here. Copies the sums.
 *
 * @param out the new live image, to be freed with stoner_live_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_live_clone(stoner_context *ctx, const stoner_live *live, stoner_live **out);

/**
 * Frees a live image. NULL is fine; a handle that is not live is STONER_ERR_INVALID_HANDLE. Its images live on.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_live_free(stoner_live *live);

/**
 * Adds points. The arrays are only read during the call, and no memory is asked for. Points outside of the grid are left out, and so are those with a
 * position, counts or monitor that is not finite, or a monitor that is not above 0; stoner_live_state counts both.
 *
 * @param x positions, in the units of the grid
 * @param y positions
 * @param counts what the detector counted at each point
 * @param monitor what the monitor (ring current, I0, dwell) read at each point; NULL: none. All points have one, or
 *        none has.
 * @param n_points how many points there are
 * @return STONER_ERR_INVALID_ARGUMENT (points with a monitor after points without, or the other way round)
 * @since 0.1.0
 */
STONER_API int32_t stoner_live_push(stoner_context *ctx,
                                    stoner_live *live,
                                    const double *x,
                                    const double *y,
                                    const double *counts,
                                    const double *monitor,
                                    int64_t n_points);

/**
 * Takes an image of all points so far: f64, masked where no point is, with a map, the metadata of stoner_live_set_metadata, and the planes
 * "coverage" (the number of points in each pixel) and "error" (the standard error where photons are counted: the root of the counts, that of one
 * count where there are none). The entries "live.points", "live.outside", "live.invalid" and "live.coverage" are those of
 * stoner_live_state.
 *
 * @param out the new image, to be freed with stoner_image_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_live_image(stoner_context *ctx,
                                     const stoner_live *live,
                                     stoner_image **out);

/**
 * Writes the same into memory of the caller's, row by row. Needs no memory.
 *
 * @param values receives the values; NaN where no point is
 * @param errors receives their standard errors; NaN where no point is
 * @param coverage receives the number of points in each pixel
 * @param n_pixels the number of pixels, rows times columns
 * @return STONER_ERR_SHAPE (n_pixels)
 * @since 0.1.0
 */
STONER_API int32_t stoner_live_read(stoner_context *ctx,
                                    const stoner_live *live,
                                    double *values,
                                    double *errors,
                                    double *coverage,
                                    int64_t n_pixels);

/**
 * How far the measurement is.
 *
 * @param points receives the number of points that were pushed
 * @param outside receives the number of those that lie outside of the grid
 * @param invalid receives the number of those with a position, counts or monitor that is not finite, or a monitor that
 *        is not above 0
 * @param coverage receives the part of the pixels that have points
 * @since 0.1.0
 */
STONER_API int32_t stoner_live_state(stoner_context *ctx,
                                     const stoner_live *live,
                                     int64_t *points,
                                     int64_t *outside,
                                     int64_t *invalid,
                                     double *coverage);

/**
 * Forgets all points, for the next frame. Grid and metadata stay.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_live_reset(stoner_context *ctx, stoner_live *live);

/**
 * Gives metadata (energy, dwell, polarization, ...) to the images that are taken from now on. They are copied. The images' own positions and planes
 * replace entries of these names.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_live_set_metadata(stoner_context *ctx,
                                            stoner_live *live,
                                            const stoner_metadata *metadata);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Contexts: errors, warnings, threads, progress, cancellation                                                       */
/* ----------------------------------------------------------------------------------------------------------------- */

/**
 * Makes a context. A program that calls from one thread needs none: NULL means the calling thread's own. One
 * context for each loop of a program keeps their errors and warnings apart.
 *
 * @param ctx where a failure of this call is recorded
 * @param out the new context, to be freed with stoner_context_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_new(stoner_context *ctx, stoner_context **out);

/**
 * Frees a context. NULL is fine; a handle that is not live is STONER_ERR_INVALID_HANDLE. Running calls that use it
 * finish normally.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_free(stoner_context *context);

/**
 * The message of the last call that failed with this context, with its causes; "" when none did. Success clears
 * nothing, so call this only after a call that failed.
 *
 * @return text in a slot of the calling thread: valid until this thread calls stoner_last_error again. Never NULL.
 * @since 0.1.0
 */
STONER_API const char *stoner_last_error(stoner_context *ctx);

/**
 * The text of stoner_last_error, into the caller's buffer. A failure of this call itself is only its status: the
 * message is kept.
 *
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_last_error_read(stoner_context *ctx, char *buffer, int64_t capacity, int64_t *length);

/**
 * The status of the last call that failed with this context; STONER_OK when none did.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_last_error_status(stoner_context *ctx);

/**
 * Forgets the last error.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_clear_error(stoner_context *ctx);

/**
 * The number of warnings. A context keeps the first 256; later ones are only counted.
 *
 * @param kept receives the number of warnings that stoner_context_warning gives
 * @param dropped receives the number of those that came after; may be NULL
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_warning_count(stoner_context *ctx, int64_t *kept, int64_t *dropped);

/**
 * One warning, in the order in which they were added.
 *
 * @param index 0 to the number kept - 1
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_warning(stoner_context *ctx,
                                          int64_t index,
                                          char *buffer,
                                          int64_t capacity,
                                          int64_t *length);

/**
 * What one warning is about, so that a program need not read its text.
 *
 * @param index 0 to the number kept - 1
 * @param code receives a STONER_WARNING_ constant
 * @return STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_warning_code(stoner_context *ctx, int64_t index, int32_t *code);

/**
 * Forgets all warnings.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_clear_warnings(stoner_context *ctx);

/**
 * Sets how many threads one call with this context may use. They end with the call, and the bits of a result do not depend
 * on their number.
 *
 * @param threads 0: as many as there are processors; 0 or more; default 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_set_threads(stoner_context *ctx,
                                              int32_t threads);

/**
 * How many threads one call with this context may use, at least 1.
 *
 * @param threads receives the number
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_threads(stoner_context *ctx, int32_t *threads);

/**
 * Sets what one call with this context may take of memory where its inputs do not justify more: a file that unpacks to far more
 * than its length, or an argument (a number of bins, the width of a line) that asks for far more than the image. A call may
 * always take four times the memory of its inputs: of a file's pixels when they are decoded, of the images that it is given.
 * What would take more is refused before the work begins: of an argument as STONER_ERR_INVALID_ARGUMENT, of a file as
 * STONER_ERR_CORRUPT where no whole file of its length can ask for so much, else as STONER_ERR_NO_MEMORY.
 *
 * @param bytes the number of bytes; 1 or more; 0: 268435456
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_set_memory_limit(stoner_context *ctx,
                                                   int64_t bytes);

/**
 * What one call with this context may take of memory where its inputs do not justify more.
 *
 * @param bytes receives the number of bytes
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_memory_limit(stoner_context *ctx, int64_t *bytes);

/**
 * Asks all calls that run or will run with this context to stop: they return STONER_ERR_CANCELLED as soon as they can.
 * Sticky until stoner_context_reset_cancel. May be called from any thread and from the progress callback.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_cancel(stoner_context *ctx);

/**
 * Withdraws a cancellation.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_reset_cancel(stoner_context *ctx);

/**
 * Whether the context is cancelled.
 *
 * @param cancelled receives 0 or 1
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_is_cancelled(stoner_context *ctx, int32_t *cancelled);

/**
 * The progress of the long call that last reported. May be called from another thread.
 *
 * @param fraction receives 0.0 to 1.0
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_progress(stoner_context *ctx, double *fraction);

/**
 * Sets a function that long calls tell of their progress. It is called on the thread that makes the long call, with no
 * lock held; it must return, not leave by longjmp or an exception. No function of this library needs one.
 *
 * @param callback receives the fraction done, 0.0 to 1.0, and `user_data`; NULL: none
 * @param user_data passed to the callback unchanged
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_set_progress_callback(stoner_context *ctx,
                                                        void (*callback)(double fraction, void *user_data),
                                                        void *user_data);

/* ================================================================================================================= */
/* PROCESSING                                                                                                        */
/* ================================================================================================================= */

/* ----------------------------------------------------------------------------------------------------------------- */
/* Geometry: turns, flips, crops                                                                                     */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * In a stack each frame is processed. None of these copies pixels; planes and map follow.
 */

/**
 * Turns a quarter clockwise, as seen on the screen.
 *
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_SHAPE when the image has not rank 2 or 3
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_cw(stoner_context *ctx, const stoner_image *image, stoner_image **out);

/**
 * Turns a quarter counter-clockwise, as seen on the screen.
 *
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_SHAPE when the image has not rank 2 or 3
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_ccw(stoner_context *ctx, const stoner_image *image, stoner_image **out);

/**
 * Mirrors left and right.
 *
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_SHAPE when the image has not rank 2 or 3
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_flip_h(stoner_context *ctx, const stoner_image *image, stoner_image **out);

/**
 * Mirrors top and bottom.
 *
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_SHAPE when the image has not rank 2 or 3
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_flip_v(stoner_context *ctx, const stoner_image *image, stoner_image **out);

/**
 * The array with all its axes in reverse order (numpy's T). Of an image planes and map follow; of a stack, whose last
 * axis then is no longer an image's, they are dropped with a warning.
 *
 * @param out the new image, to be freed with stoner_image_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_transpose(stoner_context *ctx, const stoner_image *image, stoner_image **out);

/**
 * Keeps a box of the image. Copies nothing.
 *
 * @param box {xmin, xmax, ymin, ymax} in pixels, upper exclusive, STONER_EXTENT for the end of the image; negative
 *        numbers count from the end, as in a slice of Python (-1: the last column or row); clipped to the image. NULL:
 *        the whole. stoner_image_box_from_border and similar functions make one.
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE when the box is empty or inverted
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_crop(stoner_context *ctx,
                                     const stoner_image *image,
                                     const int64_t *box,
                                     stoner_image **out);

/**
 * The box that leaves a border of so many pixels on each side.
 *
 * @param border the width of the border; 0 or more
 * @param box xmin, xmax, ymin and ymax: room for 4 values
 * @return STONER_ERR_OUT_OF_RANGE when nothing would be left
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_box_from_border(stoner_context *ctx,
                                                const stoner_image *image,
                                                int64_t border,
                                                int64_t *box);

/**
 * The box that leaves out a fraction of the width and of the height, half of it on each side: 0.1 of 40 columns and 20
 * rows gives x 2 to 38, y 1 to 19.
 *
 * @param fraction the part of the width and of the height that is left out; 0 to 1
 * @param box xmin, xmax, ymin and ymax: room for 4 values
 * @return STONER_ERR_OUT_OF_RANGE when nothing would be left, STONER_ERR_INVALID_ARGUMENT when the fraction is not
 *        between 0 and 1
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_box_from_border_fraction(stoner_context *ctx,
                                                         const stoner_image *image,
                                                         double fraction,
                                                         int64_t *box);

/**
 * The box between fractions of the width and of the height, rounded to the nearest pixel (half to even).
 *
 * @param fractions 4 values, xmin, xmax, ymin, ymax; NaN: to the image's end; 0 to 1
 * @param box xmin, xmax, ymin and ymax: room for 4 values
 * @return STONER_ERR_OUT_OF_RANGE when nothing would be left, STONER_ERR_INVALID_ARGUMENT when a fraction is not
 *        between 0 and 1
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_box_from_fraction(stoner_context *ctx,
                                                  const stoner_image *image,
                                                  const double *fractions,
                                                  int64_t *box);

/**
 * The box that a metadata entry holds: four numbers (integers are pixels, negative ones from the end, values between 0 and 1
 * fractions, larger ones are rounded, none means the image's end), or one number, then a border as in stoner_image_box_from_border (integer)
 * or stoner_image_box_from_border_fraction.
 *
 * @param key the entry's key
 * @param box xmin, xmax, ymin and ymax: room for 4 values
 * @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE; STONER_ERR_OUT_OF_RANGE when nothing would be left
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_box_from_metadata(stoner_context *ctx,
                                                  const stoner_image *image,
                                                  const char *key,
                                                  int64_t *box);

/**
 * The box that holds the whole image: 0, columns, 0, rows.
 *
 * @param box xmin, xmax, ymin and ymax: room for 4 values
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_max_box(stoner_context *ctx, const stoner_image *image, int64_t *box);

/**
 * The aspect ratio, width / height in pixels.
 *
 * @param aspect receives the ratio
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_aspect(stoner_context *ctx, const stoner_image *image, double *aspect);

/**
 * The middle, computed as in the original: (rows / 2, columns / 2), row first.
 *
 * @param centre room for 2 values: row, column
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_centre(stoner_context *ctx, const stoner_image *image, double *centre);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Geometry: rotating and shifting                                                                                   */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * In a stack each frame is processed. Planes are resampled linearly and masked where they lie outside, the map is composed.
 * A pixel is masked when less than half of its linear weight comes from valid pixels (neither masked nor NaN, and inside
 * where a constant stands beyond the edges); masked values do not affect others. The constant stands beneath the mask
 * alone: all other pixels have the values that they have where the edge goes on (STONER_MODE_EDGE).
 */

#define STONER_CVAL_MEAN 0                 /**< In place of a constant: the mean of the pixels that are neither masked nor NaN. */
#define STONER_CVAL_VALUE 1                /**< The constant is the one given. */

/**
 * Rotates clockwise, as seen on the screen. Values are those of skimage.transform.rotate with the negative angle.
 *
 * At order 0 every dtype stays. Otherwise `float` stays `float`, all others become `double`.
 *
 * @param angle clockwise on the screen
 * @param resize 1: the result is as large as the rotated image needs; 0: as large as the image; default 0
 * @param centre_xy 2 values, x and y in pixels, of what does not move; NULL: the middle, ((columns - 1) / 2, (rows - 1)
 *        / 2)
 * @param order of interpolation: 0 nearest, 1 linear, 3 cubic (Catmull-Rom, without a filter before), 2, 4, 5 B-splines
 *        through the pixels; STONER_INTERPOLATION_DEFAULT: nearest for bool, else linear
 * @param mode STONER_MODE_*: the values beyond the edges, whose pixels are masked in a constant mode. All modes
 *        interpolate over the edge, as skimage's do; 0: STONER_MODE_CONSTANT
 * @param cval the constant beneath the mask, in the values of the result; default 0
 * @param clip 1: values are limited to the range of the image; 0: not; default 1
 * @param preserve_range 1: integers keep their values; 0: they are divided by their dtype's maximum. At order 0 they
 *        stay; default 0
 * @param out the new image, to be freed with stoner_image_free. Metadata written: `transform:rotation`, the angle
 * @return STONER_ERR_INVALID_ARGUMENT; STONER_ERR_DTYPE (complex; bool at other orders than 0); STONER_ERR_SHAPE;
 *        STONER_ERR_OUT_OF_RANGE (a centre beyond 1e15); STONER_ERR_NO_MEMORY; STONER_ERR_CANCELLED
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_rotate(stoner_context *ctx,
                                       const stoner_image *image,
                                       double angle,
                                       int32_t resize,
                                       const double *centre_xy,
                                       int32_t order,
                                       int32_t mode,
                                       double cval,
                                       int32_t clip,
                                       int32_t preserve_range,
                                       stoner_image **out);

/**
 * Moves the content of the image: (2, 1) moves it 2 columns right and 1 row down. Fractions of a pixel are allowed.
 * Values are those of skimage.transform.warp with that translation: limited to the range of the image; integers are divided
 * by their dtype's maximum, but not at order 0, where every dtype stays.
 *
 * @param translation 2 values, x and y in pixels
 * @param add_metadata 1: writes the metadata `translation` (x, y) and `translation_limits` (as
 *        stoner_image_translate_limits); default 0
 * @param order of interpolation, as for stoner_image_rotate; STONER_INTERPOLATION_DEFAULT: nearest for bool, else cubic
 * @param mode as for stoner_image_rotate; 0: STONER_MODE_WRAP
 * @param cval_mode STONER_CVAL_MEAN: the mean; STONER_CVAL_VALUE: `cval`; default STONER_CVAL_MEAN
 * @param cval the constant that stands beyond the edges in a constant mode
 * @param out the new image, to be freed with stoner_image_free
 * @return as stoner_image_rotate
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_translate(stoner_context *ctx,
                                          const stoner_image *image,
                                          const double *translation,
                                          int32_t add_metadata,
                                          int32_t order,
                                          int32_t mode,
                                          int32_t cval_mode,
                                          double cval,
                                          stoner_image **out);

/**
 * The largest box that has pixels of the original after a translation: xmin, xmax, ymin, ymax, the upper sides
 * exclusive. Fractions of a pixel are kept; a translation by more than the image leaves a box without extent.
 *
 * @param translation 2 values, x and y in pixels
 * @param reverse 1: the translation by the negative vector; default 0
 * @param limits xmin, xmax, ymin and ymax: room for 4 values
 * @return STONER_ERR_INVALID_ARGUMENT when the vector is not finite; STONER_ERR_SHAPE when the rank is not 2 or 3
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_translate_limits(stoner_context *ctx,
                                                 const stoner_image *image,
                                                 const double *translation,
                                                 int32_t reverse,
                                                 double *limits);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Registration: aligning images, drift                                                                              */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * All of these find the movement that aligns one image with another. A movement is that of the content, (x, y) in pixels: +x right,
 * +y down. Pixel (0, 0) of both images is taken to be the same place; their sizes may differ. Pixels that are masked, NaN or
 * infinite are ignored, and so are missing scan lines: rows (or columns) of one value in an image that otherwise varies. Rows whose
 * brightness follows the plane "beam current" are divided by it first. Where nothing was found that is an
 * error, STONER_ERR_NO_RESULT; a warning tells where another movement would do nearly as well, or where the standard errors of
 * gauss_newton are above 0.4 pixels.
 *
 * Methods, by the original's names:
 *
 * | name | what it is |
 * |---|---|
 * | gauss_newton | the default: normalised cross-correlation over the overlap, then symmetric Gauss-Newton on quintic splines with gain and offset, of a precision near the bound that noise sets; gives standard errors. Metadata: `correlation`, `gain`, `offset` (reference = gain image + offset), `noise` (the standard deviation of the pixels' differences), `prefilter_sigma`, `pixels`, `steps`, `structure` ("pixels", or "gradients" where only their magnitude agrees, as with magnetic contrast of opposite sign) |
 * | scharr | the magnitudes of the gradients by Scharr's operator, laid on each other by sub-pixel steps: contrast may be inverted, in all of the image or in parts. Metadata: `success`, the correlation coefficient of the magnitudes |
 * | chi2_shift | the least chi squared, gain and offset fitted. Metadata: `chi2_shift` (x, y, their standard errors), `chi2_residual` |
 * | imreg_dft | phase correlation; with `rotation` and `scaling` these from the spectra's magnitudes, all refined together at the end. Metadata: `success`, the height of the phase correlation's maximum; `angle` in radians (in degrees, as the Python original has it, `angle_degrees`) and `scale`, with `angle_sigma` and `scale_sigma` where they are looked for |
 * | cv2 | maximisation of the enhanced correlation coefficient (ECC), as OpenCV's findTransformECC for translations. Metadata: `correlation`, `iterations` |
 *
 * The other methods begin where gauss_newton ends and tell what it warns of; a method that finds another movement than it, by more
 * than a third of a pixel, warns too. All give standard errors.
 *
 * Moving an image between its pixels takes variance from its noise, which then is correlated. At half a pixel along one axis
 * this much of it stays (order: part of the variance): 0: 1.00, 1: 0.50, 2: 0.71, 3: 0.76, 4: 0.81, 5: 0.84 (Catmull-Rom, the cubic of
 * stoner_image_translate: 0.64); along both axes the square of that; at whole pixels all. Where statistics of counts are taken
 * afterwards, order 0 keeps all of it, and order 5 most of what a sub-pixel movement can keep.
 */

#define STONER_PREFILTER_NONE 0            /**< Both images are used unchanged. */
#define STONER_PREFILTER_GAUSSIAN 1        /**< Both images are smoothed by a Gaussian. */
#define STONER_PREFILTER_SCHARR 2          /**< Of both images the magnitude of the gradient by Scharr's operator is taken. */

/**
 * Each frame is compared with the reference; where that is in doubt, with sure frames near it too.
 */
#define STONER_SERIES_REFERENCE 0

/**
 * Each frame is compared with the one before it, with the one before that and with the reference, and the movements are added
 * up.
 */
#define STONER_SERIES_NEIGHBOUR 1

/**
 * Each frame is compared with each; the movements fit all of them best, by weighted least squares.
 */
#define STONER_SERIES_ALL_PAIRS 2

/**
 * Finds the movement that aligns an image with a reference, and moves nothing.
 *
 * @param image rank 2, real
 * @param reference rank 2, real
 * @param method gauss_newton, scharr, chi2_shift, imreg_dft or cv2; NULL: "gauss_newton"
 * @param box {xmin, xmax, ymin, ymax} in pixels, upper exclusive, STONER_EXTENT as far as there is: the part of both
 *        images that is used; NULL: the whole
 * @param scale both are enlarged (below 1: made smaller) by this factor first. The results are in pixels of the images;
 *        above 0; 0: 1
 * @param prefilter STONER_PREFILTER_*: what is done to both first; default STONER_PREFILTER_NONE
 * @param prefilter_sigma the Gaussian's; used only with STONER_PREFILTER_GAUSSIAN; above 0; 0: 1
 * @param upsample_factor the movement is found to 1 / upsample_factor pixels; 0: as well as the method can (its own
 *        default); default 0
 * @param threshold structure weaker than this fraction of the strongest gradient takes no part; 0: all takes part;
 *        default 0
 * @param rotation 1: a method that can looks for a rotation (imreg_dft); default 0
 * @param scaling 1: a method that can looks for a change of scale (imreg_dft); default 0
 * @param shift room for 2 values, the movement of the content (x, y) in pixels
 * @param sigma room for 2 values, its standard errors. NULL: not wanted
 * @param angle by which the content is to be turned before, in radians, clockwise on the screen, about the middle of
 *        what both boxes have in common. NULL: not wanted
 * @param magnification the factor by which the content is to be enlarged about it. NULL: not wanted
 * @param details the method's further results, to be freed with stoner_metadata_free. NULL: not wanted
 * @return STONER_ERR_NO_RESULT when nothing was found; STONER_ERR_INVALID_ARGUMENT; STONER_ERR_SHAPE; STONER_ERR_DTYPE
 *        (complex); STONER_ERR_OUT_OF_RANGE (box); STONER_ERR_NO_MEMORY; STONER_ERR_CANCELLED
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_register(stoner_context *ctx,
                                         const stoner_image *image,
                                         const stoner_image *reference,
                                         const char *method,
                                         const int64_t *box,
                                         double scale,
                                         int32_t prefilter,
                                         double prefilter_sigma,
                                         double upsample_factor,
                                         double threshold,
                                         int32_t rotation,
                                         int32_t scaling,
                                         double *shift,
                                         double *sigma,
                                         double *angle,
                                         double *magnification,
                                         stoner_metadata **details);

/**
 * Moves an image so that its content lies on that of a reference. The result has the image's shape, its planes moved along, and
 * the reference's map (if it has one). Content never wraps around an edge unless `mode` says so.
 *
 * At order 0 every dtype stays, else `float` stays and all others become `double`. Values are those of scipy.ndimage.shift.
 *
 * @param image rank 2, real
 * @param reference rank 2, real
 * @param method gauss_newton, scharr, chi2_shift, imreg_dft or cv2; NULL: "gauss_newton"
 * @param box {xmin, xmax, ymin, ymax} as for stoner_image_register; NULL: the whole
 * @param scale both are enlarged (below 1: made smaller) by this factor first. The results are in pixels of the images;
 *        above 0; 0: 1
 * @param prefilter STONER_PREFILTER_*: what is done to both first; default STONER_PREFILTER_NONE
 * @param prefilter_sigma the Gaussian's; used only with STONER_PREFILTER_GAUSSIAN; above 0; 0: 1
 * @param upsample_factor the movement is found to 1 / upsample_factor pixels; 0: as well as the method can; default 0
 * @param threshold structure weaker than this fraction of the strongest gradient takes no part; 0: all takes part;
 *        default 0
 * @param rotation 1: a method that can looks for a rotation (imreg_dft); default 0
 * @param scaling 1: a method that can looks for a change of scale (imreg_dft); default 0
 * @param order of the spline by which the image is moved: 0 nearest, 1 linear, 2 to 5 B-splines through the pixels;
 *        STONER_INTERPOLATION_DEFAULT: cubic. The section "Registration: aligning images, drift" says what each takes
 *        from noise.
 * @param mode STONER_MODE_*: the values beyond the edges, whose pixels are masked; 0: STONER_MODE_CONSTANT
 * @param cval the constant, beneath the mask; NaN is allowed with STONER_MODE_CONSTANT; default NaN
 * @param do_shift 1: the image is moved; 0: the result is the image with its new metadata alone; default 1
 * @param out the new image, to be freed with stoner_image_free. Metadata written: `tvec` (row, column) and
 *        `tvec_sigma`, the movement and its standard errors; `translation_limits` (xmin, xmax, ymin, ymax), where the
 *        result has pixels of the image; `align_method`; the method's own, see the section "Registration: aligning
 *        images, drift"
 * @return as stoner_image_register
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_align(stoner_context *ctx,
                                      const stoner_image *image,
                                      const stoner_image *reference,
                                      const char *method,
                                      const int64_t *box,
                                      double scale,
                                      int32_t prefilter,
                                      double prefilter_sigma,
                                      double upsample_factor,
                                      double threshold,
                                      int32_t rotation,
                                      int32_t scaling,
                                      int32_t order,
                                      int32_t mode,
                                      double cval,
                                      int32_t do_shift,
                                      stoner_image **out);

/**
 * Moves an image back by what it has drifted from a reference: its features, the structure whose gradient is strong, are laid on
 * those of the reference by the method gauss_newton. The image moves by the cubic spline; what comes from outside is masked, with NaN
 * beneath. The result has the reference's map.
 *
 * @param image rank 2, real
 * @param reference rank 2, real: the image that is taken to have no drift
 * @param threshold structure weaker than this fraction of the strongest gradient takes no part; 0 or more; below 1;
 *        default 0.005
 * @param upsample_factor the movement is rounded to 1 / upsample_factor pixels; infinity: not rounded; 1 or more; 0: 50
 * @param box {xmin, xmax, ymin, ymax} as for stoner_image_register, so that annotations are not taken for features;
 *        NULL: the whole
 * @param do_shift 1: the image is moved; 0: the result is the image with its new metadata alone; default 1
 * @param out the new image, to be freed with stoner_image_free. Metadata written: `drift_shift`, and under the
 *        original's two spellings `correct_drift` and `correct drift`: the (x, y) movement that brings the image back
 *        (the drift is its negative); `drift_shift_sigma`, its standard errors
 * @return as stoner_image_register
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_correct_drift(stoner_context *ctx,
                                              const stoner_image *image,
                                              const stoner_image *reference,
                                              double threshold,
                                              double upsample_factor,
                                              const int64_t *box,
                                              int32_t do_shift,
                                              stoner_image **out);

/**
 * Lays the frames of a series on each other. Frames are compared on several threads; progress is reported, and a cancel stops it.
 *
 * A frame that cannot be laid on the others is NaN in the table and masked in the result, and a warning tells why. A frame whose
 * movement is in doubt is warned of by its number: a comparison warns, or what it is compared with does not say the same.
 *
 * @param stack rank 3 (frames, rows, columns), real
 * @param series STONER_SERIES_*: which frames are compared; default STONER_SERIES_REFERENCE
 * @param reference the index of the frame that stays where it is; default 0
 * @param method gauss_newton, scharr, chi2_shift, imreg_dft or cv2. Translations alone are looked for; NULL:
 *        "gauss_newton"
 * @param box {xmin, xmax, ymin, ymax} as for stoner_image_register; NULL: the whole
 * @param scale both are enlarged (below 1: made smaller) by this factor first. The results are in pixels of the images;
 *        above 0; 0: 1
 * @param prefilter STONER_PREFILTER_*: what is done to both first; default STONER_PREFILTER_NONE
 * @param prefilter_sigma the Gaussian's; used only with STONER_PREFILTER_GAUSSIAN; above 0; 0: 1
 * @param upsample_factor the movement is found to 1 / upsample_factor pixels; 0: as well as the method can; default 0
 * @param threshold structure weaker than this fraction of the strongest gradient takes no part; 0: all takes part;
 *        default 0
 * @param order of the spline by which the image is moved: 0 nearest, 1 linear, 2 to 5 B-splines through the pixels;
 *        STONER_INTERPOLATION_DEFAULT: cubic. The section "Registration: aligning images, drift" says what each takes
 *        from noise.
 * @param mode STONER_MODE_*: the values beyond the edges, whose pixels are masked; 0: STONER_MODE_CONSTANT
 * @param cval the constant, beneath the mask; NaN is allowed with STONER_MODE_CONSTANT; default NaN
 * @param shifts a table with a row for each frame, to be freed with stoner_table_free: `frame`, `x`, `y`, the movement
 *        of its content in pixels, `sigma_x`, `sigma_y`, their standard errors against the reference (with
 *        STONER_SERIES_NEIGHBOUR an upper bound). NULL: not wanted
 * @param out the stack with every frame moved, to be freed with stoner_image_free. NULL: not wanted, only the table is
 *        made
 * @return as stoner_image_register; STONER_ERR_NO_RESULT when no frame could be laid on another;
 *        STONER_ERR_OUT_OF_RANGE for the reference
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_align_stack(stoner_context *ctx,
                                            const stoner_image *stack,
                                            int32_t series,
                                            int64_t reference,
                                            const char *method,
                                            const int64_t *box,
                                            double scale,
                                            int32_t prefilter,
                                            double prefilter_sigma,
                                            double upsample_factor,
                                            double threshold,
                                            int32_t order,
                                            int32_t mode,
                                            double cval,
                                            stoner_table **shifts,
                                            stoner_image **out);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Regridding                                                                                                        */
/* ----------------------------------------------------------------------------------------------------------------- */

#define STONER_GRID_LINEAR 0               /**< Between the points: linear in each triangle of their Delaunay triangulation. */
#define STONER_GRID_NEAREST 1              /**< Between the points: the value of the nearest one. */
#define STONER_GRID_CUBIC 2                /**< Between the points: Clough-Tocher's cubic in each triangle, with a continuous gradient. */

#define STONER_GRID_FILL_MEAN 0            /**< Where there are no data: the mean of the valid pixels, masked. */
#define STONER_GRID_FILL_VALUE 1           /**< Where there are no data: the given number (it may be NaN), masked. */
#define STONER_GRID_FILL_MASK 2            /**< Where there are no data: 0, masked. */

/**
 * The values that are known at some points, at other positions (SciPy's griddata): any points, any targets, in two
 * dimensions. Long: it reports progress and can be cancelled.
 *
 * Points whose position is masked or not finite, or whose value is masked or NaN, are ignored. Where several points lie
 * on one place, linear and cubic take the mean of their values, nearest the first; of points at one distance nearest takes
 * the first. Where four points lie on one circle the triangulation is not unique: a square along the axes is cut along
 * the diagonal on which x grows and y falls, wherever the origin is. The gradients of the cubic method are found to 12
 * digits in any units.
 *
 * The result has the shape of `xi` without its last axis. It is f64, or complex128 where the values are complex; nearest
 * keeps the values' dtype (where a target is not a number, so that the fill is needed, as the other two). It has no mask.
 *
 * The time hardly depends on the order of the points.
 *
 * Delaunay triangulation with exact decisions: points sorted into strips, whose edges are flipped (C. Lawson 1977); very
 * uneven ones by divide and conquer (L. Guibas, J. Stolfi 1985). Clough-Tocher: P. Alfeld 1984, Computer Aided Geometric
 * Design 1, 169; gradients: G. Nielson 1983, Mathematics of Computation 40, 253.
 *
 * @param image the points: an array of shape (n, 2), each row an x and a y
 * @param values n real or complex values, in any shape
 * @param xi the targets: an array of shape (..., 2), each row an x and a y
 * @param method STONER_GRID_LINEAR, STONER_GRID_NEAREST or STONER_GRID_CUBIC; default STONER_GRID_LINEAR
 * @param fill_value the value outside the points' convex hull, and at targets that are not numbers. Targets outside by
 *        no more than the rounding of the coordinates count as inside. The method nearest needs it for targets that are
 *        not numbers only; default NaN
 * @param rescale 1: scales x and y of the points to one length first, for coordinates that are no lengths of one kind;
 *        default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_SHAPE; STONER_ERR_DTYPE for complex positions; STONER_ERR_NO_RESULT when fewer than three points
 *        take part or all lie on one line (nearest needs one point); STONER_ERR_CANCELLED; STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_griddata(stoner_context *ctx,
                                         const stoner_image *image,
                                         const stoner_image *values,
                                         const stoner_image *xi,
                                         int32_t method,
                                         double fill_value,
                                         int32_t rescale,
                                         stoner_image **out);

/**
 * Brings an image from the positions at which its pixels were measured to a regular grid of positions. In a stack each
 * frame is processed, with its own positions or with those that all frames share. Long: it reports progress and can be
 * cancelled.
 *
 * Pixels that are masked or NaN, or whose position is, are left out. Grid points with no data beneath, outside of the
 * convex hull of the positions, take the fill and are masked; the method nearest finds data for all. Grid points in a hole
 * of the data are masked by every method (max_distance). Planes go to the
 * grid too ("beam current" among them), linearly or by the method nearest; afterwards the planes "actual_x" and
 * "actual_y" are the grid's positions, so that the function applied again changes nothing. f32 stays f32, complex stays
 * complex, all else becomes f64; it is computed in f64. Methods, ties and points on one place: stoner_image_griddata.
 *
 * Metadata written: with remove_offset "gridimage_offset", an array of the offset's x and y.
 *
 * @param points_x the measured x of each pixel: an image of the image's shape or of one frame's; NULL: the plane
 *        "actual_x"
 * @param points_y the measured y; NULL: the plane "actual_y". Both are given or none.
 * @param xi_x the x of each new pixel: an image of rank 2, of any shape; NULL: the image's grid, "sample_x". Where xi_x
 *        and xi_y are a regular grid they become the new map, else planes "sample_x" and "sample_y".
 * @param xi_y the y of each new pixel; NULL: "sample_y". Both are given or none.
 * @param method STONER_GRID_LINEAR, STONER_GRID_NEAREST or STONER_GRID_CUBIC; default STONER_GRID_LINEAR
 * @param fill_mode the value under the mask: STONER_GRID_FILL_MEAN, of the frame's valid pixels,
 *        STONER_GRID_FILL_VALUE, STONER_GRID_FILL_MASK; default STONER_GRID_FILL_MEAN
 * @param fill_value the number for STONER_GRID_FILL_VALUE; default NaN
 * @param rescale 1: scales x and y of the positions to one length first; default 0
 * @param remove_offset 1: first subtracts from the measured positions the median of their difference from the nominal
 *        ones (of the image's own grid, or of xi_x and xi_y of the same shape), one offset for all frames: stages have
 *        a constant offset of several pixels, which leaves a border of the grid without data; default 0
 * @param max_distance in steps of the scan: the median distances between measured positions of neighbouring pixels,
 *        along rows and along columns (where pixels follow no rows, the side of a square with as much room as each
 *        has). A place without a pixel that takes part within this distance is a hole: its grid points are masked up to
 *        the pixels around it, and a warning counts them. Two lost lines side by side are filled by default, twelve are
 *        not; beyond the border of the data the method nearest goes on. Infinity: no limit; above 0; 0: 2
 * @param offset room for 2 values: the x and y that were subtracted, 0 without remove_offset; NULL: not wanted
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_NO_RESULT when the image has no measured positions or no such grid and none are given, or when
 *        fewer than three pixels are valid or all lie on one line (nearest needs one); STONER_ERR_SHAPE;
 *        STONER_ERR_DTYPE for complex positions; STONER_ERR_CANCELLED; STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_gridimage(stoner_context *ctx,
                                          const stoner_image *image,
                                          const stoner_image *points_x,
                                          const stoner_image *points_y,
                                          const stoner_image *xi_x,
                                          const stoner_image *xi_y,
                                          int32_t method,
                                          int32_t fill_mode,
                                          double fill_value,
                                          int32_t rescale,
                                          int32_t remove_offset,
                                          double max_distance,
                                          double *offset,
                                          stoner_image **out);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Geometry: drawing                                                                                                 */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * Each function changes its image. Shapes are given in pixels, (x, y) = (column, row) with pixel centres at integers, angles
 * in radians clockwise on the screen; parts outside the image are left out, however far away, and in a stack
 * every frame is drawn on. The pixels are those of skimage.draw (whose angles run the other way). `target` says where to draw.
 * STONER_DRAW_IMAGE: the pixels take the value (exactly where the dtype of the image holds it; else a fraction is dropped, and what is out of range becomes the nearest value) and are
 * unmasked, except that under a hard mask masked ones stay; STONER_DRAW_MASK: a value other than 0 masks, 0 unmasks (not where
 * the mask is hard). On an error nothing is changed, and on an image without pixels nothing is drawn. All need rank 2 or 3
 * (STONER_ERR_SHAPE).
 */

#define STONER_DRAW_IMAGE 0                /**< Onto the pixels: the default. */
#define STONER_DRAW_MASK 1                 /**< Onto the mask. */

#define STONER_CIRCLE_BRESENHAM 0          /**< A circle with one pixel in each column of an octant: the default. */
#define STONER_CIRCLE_ANDRES 1             /**< A circle that leaves no holes between it and the next one. */

/**
 * A straight line one pixel wide, both ends included (J. E. Bresenham 1965).
 *
 * @param x0 column of one end, within 2^60 of 0 as all
 * @param y0 row of one end
 * @param x1 column of the other end
 * @param y1 row of the other end
 * @param target STONER_DRAW_IMAGE or STONER_DRAW_MASK; default STONER_DRAW_IMAGE
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param value the number to draw; NULL: 1
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_draw_line(stoner_context *ctx,
                                          stoner_image *image,
                                          int64_t x0,
                                          int64_t y0,
                                          int64_t x1,
                                          int64_t y1,
                                          int32_t target,
                                          int32_t dtype,
                                          const void *value);

/**
 * A filled circle: the pixels nearer to its centre than the radius.
 *
 * @param x column of the centre
 * @param y row of the centre
 * @param radius from the centre to the edge; 0 or more
 * @param target STONER_DRAW_IMAGE or STONER_DRAW_MASK; default STONER_DRAW_IMAGE
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param value the number to draw; NULL: 1
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_draw_disk(stoner_context *ctx,
                                          stoner_image *image,
                                          double x,
                                          double y,
                                          double radius,
                                          int32_t target,
                                          int32_t dtype,
                                          const void *value);

/**
 * A filled circle, under the original's name for stoner_image_draw_disk.
 *
 * @param x column of the centre
 * @param y row of the centre
 * @param radius from the centre to the edge; 0 or more
 * @param target STONER_DRAW_IMAGE or STONER_DRAW_MASK; default STONER_DRAW_IMAGE
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param value the number to draw; NULL: 1
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_draw_circle(stoner_context *ctx,
                                            stoner_image *image,
                                            double x,
                                            double y,
                                            double radius,
                                            int32_t target,
                                            int32_t dtype,
                                            const void *value);

/**
 * A ring: the pixels within the outer circle but not within the inner one. With radius2 < radius1 all pixels but those of
 * the ring between them.
 *
 * @param x column of the centre
 * @param y row of the centre
 * @param radius1 the inner radius; 0 or more
 * @param radius2 the outer radius; 0 or more
 * @param target STONER_DRAW_IMAGE or STONER_DRAW_MASK; default STONER_DRAW_IMAGE
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param value the number to draw; NULL: 1
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_draw_annulus(stoner_context *ctx,
                                             stoner_image *image,
                                             double x,
                                             double y,
                                             double radius1,
                                             double radius2,
                                             int32_t target,
                                             int32_t dtype,
                                             const void *value);

/**
 * A circle one pixel wide: J. E. Bresenham 1965, or E. Andres 1994, "Discrete circles, rings and spheres".
 *
 * @param x column of the centre, within 2^60 of 0 as all
 * @param y row of the centre
 * @param radius from the centre to the edge; 0 or more
 * @param method STONER_CIRCLE_BRESENHAM or STONER_CIRCLE_ANDRES; default STONER_CIRCLE_BRESENHAM
 * @param target STONER_DRAW_IMAGE or STONER_DRAW_MASK; default STONER_DRAW_IMAGE
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param value the number to draw; NULL: 1
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_draw_circle_perimeter(stoner_context *ctx,
                                                      stoner_image *image,
                                                      int64_t x,
                                                      int64_t y,
                                                      int64_t radius,
                                                      int32_t method,
                                                      int32_t target,
                                                      int32_t dtype,
                                                      const void *value);

/**
 * A filled ellipse.
 *
 * @param x column of the centre
 * @param y row of the centre
 * @param x_radius half axis along x before the rotation; 0 or more
 * @param y_radius half axis along y
 * @param rotation the angle by which it is turned, clockwise; default 0
 * @param target STONER_DRAW_IMAGE or STONER_DRAW_MASK; default STONER_DRAW_IMAGE
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param value the number to draw; NULL: 1
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_draw_ellipse(stoner_context *ctx,
                                             stoner_image *image,
                                             double x,
                                             double y,
                                             double x_radius,
                                             double y_radius,
                                             double rotation,
                                             int32_t target,
                                             int32_t dtype,
                                             const void *value);

/**
 * An ellipse one pixel wide (A. Zingl 2012, "A rasterizing algorithm for drawing curves").
 *
 * @param x column of the centre, within 2^60 of 0 as all
 * @param y row of the centre
 * @param x_radius half axis along x before the rotation; 0 or more
 * @param y_radius half axis along y
 * @param orientation the angle by which it is turned, clockwise; default 0
 * @param target STONER_DRAW_IMAGE or STONER_DRAW_MASK; default STONER_DRAW_IMAGE
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param value the number to draw; NULL: 1
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_draw_ellipse_perimeter(stoner_context *ctx,
                                                       stoner_image *image,
                                                       int64_t x,
                                                       int64_t y,
                                                       int64_t x_radius,
                                                       int64_t y_radius,
                                                       double orientation,
                                                       int32_t target,
                                                       int32_t dtype,
                                                       const void *value);

/**
 * A filled polygon, with the pixels on its edges; where edges cross, the parts that an odd number of them surrounds (J. O'Rourke 1998,
 * "Computational geometry in C").
 *
 * @param x the columns of the n_vertices vertices
 * @param y the rows of the n_vertices vertices
 * @param n_vertices their number; 1 or more
 * @param target STONER_DRAW_IMAGE or STONER_DRAW_MASK; default STONER_DRAW_IMAGE
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param value the number to draw; NULL: 1
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_draw_polygon(stoner_context *ctx,
                                             stoner_image *image,
                                             const double *x,
                                             const double *y,
                                             int64_t n_vertices,
                                             int32_t target,
                                             int32_t dtype,
                                             const void *value);

/**
 * A closed polygon one pixel wide, its vertices rounded to pixels (halves to the even one).
 *
 * @param x the columns of the n_vertices vertices
 * @param y the rows of the n_vertices vertices
 * @param n_vertices their number; 1 or more
 * @param clip 1: the polygon is cut to the image first, its outline then runs along the border; 0: not; default 0
 * @param target STONER_DRAW_IMAGE or STONER_DRAW_MASK; default STONER_DRAW_IMAGE
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param value the number to draw; NULL: 1
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_draw_polygon_perimeter(stoner_context *ctx,
                                                       stoner_image *image,
                                                       const double *x,
                                                       const double *y,
                                                       int64_t n_vertices,
                                                       int32_t clip,
                                                       int32_t target,
                                                       int32_t dtype,
                                                       const void *value);

/**
 * A filled rectangle along the axes, both corners included.
 *
 * @param x0 column of one corner, rounded to a pixel (halves to the even one)
 * @param y0 row of that corner
 * @param x1 column of the opposite corner
 * @param y1 row of the opposite corner
 * @param target STONER_DRAW_IMAGE or STONER_DRAW_MASK; default STONER_DRAW_IMAGE
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param value the number to draw; NULL: 1
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_draw_rectangle(stoner_context *ctx,
                                               stoner_image *image,
                                               double x0,
                                               double y0,
                                               double x1,
                                               double y1,
                                               int32_t target,
                                               int32_t dtype,
                                               const void *value);

/**
 * The line one pixel wide around a rectangle: the pixels next to it, outside.
 *
 * @param x0 column of one corner, rounded to a pixel (halves to the even one)
 * @param y0 row of that corner
 * @param x1 column of the opposite corner
 * @param y1 row of the opposite corner
 * @param clip 1: the outline is cut to the image first and then runs along the border; 0: not; default 0
 * @param target STONER_DRAW_IMAGE or STONER_DRAW_MASK; default STONER_DRAW_IMAGE
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param value the number to draw; NULL: 1
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_draw_rectangle_perimeter(stoner_context *ctx,
                                                         stoner_image *image,
                                                         double x0,
                                                         double y0,
                                                         double x1,
                                                         double y1,
                                                         int32_t clip,
                                                         int32_t target,
                                                         int32_t dtype,
                                                         const void *value);

/**
 * A filled rectangle around a centre, turned by an angle: the polygon between its corners. (The original's `rectangle`.)
 *
 * @param x column of the centre
 * @param y row of the centre
 * @param width the side along x before it is turned; 0 or more
 * @param height the side along y
 * @param angle the angle by which it is turned, clockwise
 * @param target STONER_DRAW_IMAGE or STONER_DRAW_MASK; default STONER_DRAW_IMAGE
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param value the number to draw; NULL: 1
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_draw_rotated_rectangle(stoner_context *ctx,
                                                       stoner_image *image,
                                                       double x,
                                                       double y,
                                                       double width,
                                                       double height,
                                                       double angle,
                                                       int32_t target,
                                                       int32_t dtype,
                                                       const void *value);

/**
 * The outline of stoner_image_draw_rotated_rectangle, one pixel wide. (The original's `rectangle_perimeter`.)
 *
 * @param x column of the centre
 * @param y row of the centre
 * @param width the side along x before it is turned; 0 or more
 * @param height the side along y
 * @param angle the angle by which it is turned, clockwise
 * @param target STONER_DRAW_IMAGE or STONER_DRAW_MASK; default STONER_DRAW_IMAGE
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param value the number to draw; NULL: 1
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_draw_rotated_rectangle_perimeter(stoner_context *ctx,
                                                                 stoner_image *image,
                                                                 double x,
                                                                 double y,
                                                                 double width,
                                                                 double height,
                                                                 double angle,
                                                                 int32_t target,
                                                                 int32_t dtype,
                                                                 const void *value);

/**
 * A filled square around a centre, turned by an angle.
 *
 * @param x column of the centre
 * @param y row of the centre
 * @param width the length of a side; 0 or more
 * @param angle the angle by which it is turned, clockwise; default 0
 * @param target STONER_DRAW_IMAGE or STONER_DRAW_MASK; default STONER_DRAW_IMAGE
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param value the number to draw; NULL: 1
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_draw_square(stoner_context *ctx,
                                            stoner_image *image,
                                            double x,
                                            double y,
                                            double width,
                                            double angle,
                                            int32_t target,
                                            int32_t dtype,
                                            const void *value);

/**
 * A rational quadratic Bezier curve one pixel wide (A. Zingl 2012, "A rasterizing algorithm for drawing curves").
 *
 * @param x0 column of the start, within 2^60 of 0 as all
 * @param y0 row of the start
 * @param x1 column of the point towards which it bends
 * @param y1 row of that point
 * @param x2 column of the end
 * @param y2 row of the end
 * @param weight how strongly it bends; 0: a straight line; 1: a parabola; 0 to 1000000
 * @param target STONER_DRAW_IMAGE or STONER_DRAW_MASK; default STONER_DRAW_IMAGE
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param value the number to draw; NULL: 1
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_draw_bezier_curve(stoner_context *ctx,
                                                  stoner_image *image,
                                                  int64_t x0,
                                                  int64_t y0,
                                                  int64_t x1,
                                                  int64_t y1,
                                                  int64_t x2,
                                                  int64_t y2,
                                                  double weight,
                                                  int32_t target,
                                                  int32_t dtype,
                                                  const void *value);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Arithmetic: images with images and numbers                                                                        */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * Element by element, as numpy.ma computes it. Shapes are broadcast: a frame, a row or one element is repeated along the
 * axes that it lacks. An image of rank 0 (stoner_image_from_data with ndim 0) is an integer or a complex number.
 *
 * Masks: an element is masked where one of its operands is, and where a division, a power or a function that does not exist
 * everywhere (square root, logarithm, ...) has no finite value. Under the mask lies the value of the first operand.
 *
 * Dtypes: two images have the smallest dtype that holds the values of both (int32 and uint32: int64; float32 and int32: float64;
 * uint64 and int64: float64). Division makes double of integers; so does a number. Floats stay as they are. Integers that do not fit
 * wrap around as in numpy, and a warning (STONER_WARNING_OVERFLOW) says how many did: counts of uint16 less a larger background
 * become large. `dtype` names another dtype in which is computed: STONER_F32 or STONER_I32 there.
 *
 * Planes, map, metadata and names are those of the first operand that has the result's shape, so in general those of the first
 * one. If the maps differ there is a warning (see stoner_image_unlike).
 */

#define STONER_ARITHMETIC_ADD 1            /**< a + b. */
#define STONER_ARITHMETIC_SUBTRACT 2       /**< a - b. */
#define STONER_ARITHMETIC_MULTIPLY 3       /**< a * b. */
#define STONER_ARITHMETIC_DIVIDE 4         /**< a / b; double for integers. */
#define STONER_ARITHMETIC_FLOOR_DIVIDE 5   /**< a / b, rounded down. */
#define STONER_ARITHMETIC_REMAINDER 6      /**< What is left of a after floor division by b; it has the sign of b. */
#define STONER_ARITHMETIC_POWER 7          /**< a to the power of b. Integers have no negative powers. */
#define STONER_ARITHMETIC_MINIMUM 8        /**< The smaller one, or NaN. */
#define STONER_ARITHMETIC_MAXIMUM 9        /**< The greater one, or NaN. */
#define STONER_ARITHMETIC_HYPOT 10         /**< The square root of a * a + b * b. */
#define STONER_ARITHMETIC_ARCTAN2 11       /**< The angle of the vector (b, a) in radians, from +b towards +a. */

#define STONER_COMPARISON_EQUAL 1          /**< a == b. */
#define STONER_COMPARISON_NOT_EQUAL 2      /**< a != b. */
#define STONER_COMPARISON_LESS 3           /**< a < b. */
#define STONER_COMPARISON_LESS_EQUAL 4     /**< a <= b. */
#define STONER_COMPARISON_GREATER 5        /**< a > b. */
#define STONER_COMPARISON_GREATER_EQUAL 6  /**< a >= b. */

#define STONER_LOGIC_AND 1                 /**< a and b. */
#define STONER_LOGIC_OR 2                  /**< a or b or both. */
#define STONER_LOGIC_XOR 3                 /**< Either a or b. */
#define STONER_LOGIC_NOT 4                 /**< Not a; b is NULL. */

#define STONER_MATH_NEGATIVE 1             /**< -x. */
#define STONER_MATH_ABSOLUTE 2             /**< The magnitude; real for complex images. */
#define STONER_MATH_SIGN 3                 /**< -1, 0 or 1; NaN for NaN. */
#define STONER_MATH_SQUARE 4               /**< x * x. */
#define STONER_MATH_SQRT 5                 /**< The square root. */
#define STONER_MATH_RECIPROCAL 6           /**< 1 / x; double for integers. */
#define STONER_MATH_EXP 7                  /**< e to the power of x. */
#define STONER_MATH_EXPM1 8                /**< e to the power of x, less 1: exact for small x. */
#define STONER_MATH_LOG 9                  /**< The natural logarithm. */
#define STONER_MATH_LOG1P 10               /**< The natural logarithm of 1 + x: exact for small x. */
#define STONER_MATH_LOG2 11                /**< The logarithm to base 2. */
#define STONER_MATH_LOG10 12               /**< The logarithm to base 10. */
#define STONER_MATH_SIN 13                 /**< The sine of an angle in radians. */
#define STONER_MATH_COS 14                 /**< The cosine of an angle in radians. */
#define STONER_MATH_TAN 15                 /**< The tangent of an angle in radians. */
#define STONER_MATH_ARCSIN 16              /**< The angle in radians that has the sine x. */
#define STONER_MATH_ARCCOS 17              /**< The angle in radians that has the cosine x. */
#define STONER_MATH_ARCTAN 18              /**< The angle in radians that has the tangent x. */
#define STONER_MATH_FLOOR 19               /**< The greatest whole number that is not above x. */
#define STONER_MATH_CEIL 20                /**< The least whole number that is not below x. */
#define STONER_MATH_TRUNC 21               /**< x without what follows the point. */
#define STONER_MATH_ISNAN 22               /**< Whether x is NaN, as bool. */
#define STONER_MATH_ISINF 23               /**< Whether x is infinite, as bool. */
#define STONER_MATH_ISFINITE 24            /**< Whether x is neither NaN nor infinite, as bool. */

/**
 * An image with an image: sum, difference, product, quotient, power and more of each pair of elements.
 *
 * @param a the first operand
 * @param operation what is computed, such as STONER_ARITHMETIC_ADD
 * @param b the second operand
 * @param dtype the dtype of the result, in which is computed; 0: numpy's, the smallest that holds both
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_SHAPE when the shapes cannot be broadcast; STONER_ERR_DTYPE (bool minus bool; remainders and
 *        angles of complex numbers; a `dtype` of a lower kind than the images'); STONER_ERR_OUT_OF_RANGE (a negative
 *        power of integers); STONER_ERR_INVALID_ARGUMENT (operation, dtype; a result that would be far larger than the
 *        images)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_arithmetic(stoner_context *ctx,
                                           const stoner_image *a,
                                           int32_t operation,
                                           const stoner_image *b,
                                           int32_t dtype,
                                           stoner_image **out);

/**
 * An image with a number, or a number with an image. The number has the image's dtype, or is double beside integers and bool.
 *
 * @param image the image
 * @param operation what is computed, such as STONER_ARITHMETIC_ADD
 * @param value the number
 * @param swapped 0: the image is `a` and the number `b`; 1: the number is `a`, as in 1 / image; default 0
 * @param dtype the dtype of the result, in which is computed; 0: numpy's, the smallest that holds both
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_DTYPE as stoner_image_arithmetic; STONER_ERR_OUT_OF_RANGE (a number that the dtype does not hold,
 *        a negative power of integers); STONER_ERR_INVALID_ARGUMENT (operation, dtype)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_arithmetic_scalar(stoner_context *ctx,
                                                  const stoner_image *image,
                                                  int32_t operation,
                                                  double value,
                                                  int32_t swapped,
                                                  int32_t dtype,
                                                  stoner_image **out);

/**
 * Compares an image with an image: a bool image, which stoner_image_read gives as the bytes of a mask. Integers are compared exactly,
 * complex numbers by their real parts and then by their imaginary ones. With NaN all is false but STONER_COMPARISON_NOT_EQUAL.
 *
 * @param a the first operand
 * @param comparison what is asked, such as STONER_COMPARISON_LESS
 * @param b the second operand
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_SHAPE when the shapes cannot be broadcast; STONER_ERR_INVALID_ARGUMENT (comparison; a result that
 *        would be far larger than the images)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_compare(stoner_context *ctx,
                                        const stoner_image *a,
                                        int32_t comparison,
                                        const stoner_image *b,
                                        stoner_image **out);

/**
 * Compares an image with a number, which has the image's dtype, or is double beside integers (of which those beyond 2^53 are rounded).
 *
 * @param image the first operand
 * @param comparison what is asked, such as STONER_COMPARISON_LESS
 * @param value the second operand
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT (comparison)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_compare_scalar(stoner_context *ctx,
                                               const stoner_image *image,
                                               int32_t comparison,
                                               double value,
                                               stoner_image **out);

/**
 * Combines truths: whatever is not 0 is true. The result is a bool image.
 *
 * @param a the first operand
 * @param operation how they are combined, such as STONER_LOGIC_AND
 * @param b the second operand; NULL for STONER_LOGIC_NOT and for it alone
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_SHAPE when the shapes cannot be broadcast; STONER_ERR_INVALID_ARGUMENT (operation; `b` with
 *        STONER_LOGIC_NOT; a result that would be far larger than the images); STONER_ERR_NULL_POINTER (`b` without it)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_logic(stoner_context *ctx,
                                      const stoner_image *a,
                                      int32_t operation,
                                      const stoner_image *b,
                                      stoner_image **out);

/**
 * A function of each element: square root, logarithm, magnitude and more. Small integers become float, larger ones double, unless
 * the function gives integers of integers (STONER_MATH_NEGATIVE, _ABSOLUTE, _SIGN, _SQUARE, _FLOOR, _CEIL, _TRUNC).
 *
 * @param function the function, such as STONER_MATH_SQRT
 * @param dtype the dtype of the result, in which is computed; 0: numpy's
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_DTYPE (where a dtype has no such function, or a `dtype` of a lower kind than the image's);
 *        STONER_ERR_INVALID_ARGUMENT (function, dtype)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_math(stoner_context *ctx,
                                     const stoner_image *image,
                                     int32_t function,
                                     int32_t dtype,
                                     stoner_image **out);

/**
 * Takes elements of `a` where a condition is true (not 0), else of `b`. An element is masked where the condition is, and where the one
 * that was taken is.
 *
 * @param condition the condition, such as stoner_image_compare makes
 * @param a where the condition is true
 * @param b where it is false
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_SHAPE when the shapes cannot be broadcast; STONER_ERR_INVALID_ARGUMENT (a result that would be far
 *        larger than the images)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_where(stoner_context *ctx,
                                      const stoner_image *condition,
                                      const stoner_image *a,
                                      const stoner_image *b,
                                      stoner_image **out);

/**
 * stoner_image_arithmetic for loops: an existing image becomes the result, with all that belongs to it. Where its memory fits (shape and
 * dtype are those of the result) and no other image shares it, it is used again, so that a loop needs no new memory. `target` may be
 * one of the operands: a = a - b. A mask that it has stays, where it marks nothing too. Other calls that use `target` wait meanwhile; the call is not cancelled, and reports no progress.
 *
 * @param a the first operand
 * @param operation what is computed, such as STONER_ARITHMETIC_ADD
 * @param b the second operand
 * @param dtype the dtype of the result, in which is computed; 0: numpy's, the smallest that holds both
 * @param target becomes the result; after an error it is as it was
 * @return as stoner_image_arithmetic
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_arithmetic_into(stoner_context *ctx,
                                                const stoner_image *a,
                                                int32_t operation,
                                                const stoner_image *b,
                                                int32_t dtype,
                                                stoner_image *target);

/**
 * stoner_image_arithmetic_scalar for loops; see stoner_image_arithmetic_into.
 *
 * @param image the image
 * @param operation what is computed, such as STONER_ARITHMETIC_ADD
 * @param value the number
 * @param swapped 0: the image is `a` and the number `b`; 1: the number is `a`, as in 1 / image; default 0
 * @param dtype the dtype of the result, in which is computed; 0: numpy's, the smallest that holds both
 * @param target becomes the result; after an error it is as it was
 * @return as stoner_image_arithmetic_scalar
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_arithmetic_scalar_into(stoner_context *ctx,
                                                       const stoner_image *image,
                                                       int32_t operation,
                                                       double value,
                                                       int32_t swapped,
                                                       int32_t dtype,
                                                       stoner_image *target);

/**
 * stoner_image_math for loops; see stoner_image_arithmetic_into.
 *
 * @param function the function, such as STONER_MATH_SQRT
 * @param dtype the dtype of the result, in which is computed; 0: numpy's
 * @param target becomes the result; after an error it is as it was
 * @return as stoner_image_math
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_math_into(stoner_context *ctx,
                                          const stoner_image *image,
                                          int32_t function,
                                          int32_t dtype,
                                          stoner_image *target);

/**
 * stoner_image_arithmetic with the result in the caller's memory: no image is made. For displays and acquisition programs.
 *
 * @param a the first operand
 * @param operation what is computed, such as STONER_ARITHMETIC_ADD
 * @param b the second operand
 * @param dtype the dtype of the result, in which is computed; 0: numpy's, the smallest that holds both
 * @param byte_strides one step in bytes for each axis of the result; NULL: C order without gaps; 0 or more
 * @param buffer room for all elements; must not be the memory of an operand. Its contents are not determined after an
 *        error.
 * @param buffer_bytes its size: memory beyond it is never touched
 * @param mask room for one byte for each element in C order: receives 1 where the result is masked, else 0. NULL: not
 *        wanted; masked elements have the value of the first operand
 * @param mask_bytes its size; 0 for NULL
 * @return as stoner_image_arithmetic, and STONER_ERR_BUFFER_TOO_SMALL
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_arithmetic_read(stoner_context *ctx,
                                                const stoner_image *a,
                                                int32_t operation,
                                                const stoner_image *b,
                                                int32_t dtype,
                                                const int64_t *byte_strides,
                                                void *buffer,
                                                int64_t buffer_bytes,
                                                uint8_t *mask,
                                                int64_t mask_bytes);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Intensity: types and ranges of pixel values                                                                       */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * Masked pixels and NaN do not affect ranges and statistics; planes, map and metadata are kept.
 */

/**
 * Converts to another dtype and scales values to its range: floats are expected in [-1, 1], integers fill their whole
 * range. Float to integer rounds half to even, integer to integer shifts bits. A loss of precision or of signs is a
 * warning, and so are floats outside of [-1, 1] that have to be clipped for an integer.
 *
 * @param dtype STONER_BOOL to STONER_C128
 * @param force_copy 1: new pixels even where the dtype is already the one asked for; 0: they are shared; default 0
 * @param uniform 1: float to integer quantises the range into equal steps (floor); 0: rounds to the nearest; default 0
 * @param normalise 1: integer to float divides by the integer's maximum; 0: keeps the values; default 1
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT (dtype); STONER_ERR_DTYPE (from complex to real)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_convert(stoner_context *ctx,
                                        const stoner_image *image,
                                        int32_t dtype,
                                        int32_t force_copy,
                                        int32_t uniform,
                                        int32_t normalise,
                                        stoner_image **out);

/**
 * Converts integers and booleans to floating point; floats stay as they are.
 *
 * @param normalise 1: integers are divided by their type's maximum; 0: keep their values; default 1
 * @param clip 1: values are clipped to [-1, 1]; a warning when that changes more than 1 % of them; default 0
 * @param clip_negative 1: values are clipped to [0, 1]; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_asfloat(stoner_context *ctx,
                                        const stoner_image *image,
                                        int32_t normalise,
                                        int32_t clip,
                                        int32_t clip_negative,
                                        stoner_image **out);

/**
 * Clips values to [-1, 1], to [0, 1], or to limits, in the same dtype. An integer image's [-1, 1] is the whole range of
 * its dtype: without limits only its negative values are clipped, when that is asked for. A warning when more than 1 %
 * of the pixels change, as in an image of counts in floating point.
 *
 * @param clip_negative 1: to [0, 1]; 0: to [-1, 1]; default 0
 * @param limits 2 values, low and high, that replace these ranges; NULL: none
 * @param out the new image, to be freed with stoner_image_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_clip_intensity(stoner_context *ctx,
                                               const stoner_image *image,
                                               int32_t clip_negative,
                                               const double *limits,
                                               stoner_image **out);

/**
 * Scales values linearly to a range.
 *
 * @param scale 2 values: the results for the lowest and the highest value; NULL: -1 and 1
 * @param sample {xmin, xmax, ymin, ymax}: the box in which lowest and highest are searched; NULL: the whole
 * @param limits 2 fractions of the sorted values, which take the place of lowest and highest; values beyond are
 *        clipped; NULL: 0 and 1
 * @param scale_masked 1: masked pixels are scaled too; 0: they keep their values. In neither case do they count in the
 *        search; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_NO_RESULT when the image is constant or has no valid pixel; STONER_ERR_OUT_OF_RANGE (sample);
 *        STONER_ERR_DTYPE (complex)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_normalise(stoner_context *ctx,
                                          const stoner_image *image,
                                          const double *scale,
                                          const int64_t *sample,
                                          const double *limits,
                                          int32_t scale_masked,
                                          stoner_image **out);

/**
 * The lowest and the highest value. Masked pixels and NaN are ignored.
 *
 * @param min receives it
 * @param max receives it
 * @return STONER_ERR_NO_RESULT when there is no valid pixel; STONER_ERR_DTYPE (complex)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_span(stoner_context *ctx, const stoner_image *image, double *min, double *max);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Intensity: levels and contrast                                                                                    */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * Masked pixels and NaN do not affect ranges and fits; the result keeps the mask, and NaN is masked too. Planes, map
 * and metadata are kept. Unless a comment says otherwise, `float` images stay `float` and integers become `double`.
 */

#define STONER_LEVEL_CLIP 0                /**< Values beyond -1 to 1 are clipped: the default of stoner_image_level_image. */
#define STONER_LEVEL_NORM 1                /**< The values are normalised to -1 to 1. */
#define STONER_LEVEL_NONE 2                /**< The values stay as they are. */

/**
 * Stretches the intensities so that two limits become the ends of the dtype's range; values beyond are clipped. Floats
 * fill [0, 1] when the lower limit is not negative, else [-1, 1]; integers all values of their dtype (from 0 when the
 * lower limit is not negative), fractions cut off. Equal limits leave nothing to stretch: every pixel becomes the
 * limit, clipped to that range. The dtype stays. Metadata: `adjust_contrast`, the two limits as values of pixels. The rule is that of
 * skimage.exposure.rescale_intensity.
 *
 * @param lims 2 values, low and high: fractions of the sorted pixels (percentiles / 100, of a stack over all frames)
 *        or, without percent, values; NULL: 0.1 and 0.9
 * @param percent 1: lims are fractions; 0: lims are values; default 1
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT (lims); STONER_ERR_NO_RESULT when no pixel is valid; STONER_ERR_DTYPE (complex);
 *        STONER_ERR_SHAPE
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_adjust_contrast(stoner_context *ctx,
                                                const stoner_image *image,
                                                const double *lims,
                                                int32_t percent,
                                                stoner_image **out);

/**
 * contrast * (image - background) + offset. Two `float` images give `float`, all others `double`. A pixel is masked where
 * either is or where the result is not a number. A warning names places, pixel sizes, energies and dwells that differ; the
 * metadata entry "subtract_image.background" holds the file name of the background.
 *
 * @param background an image of the same shape, or of that of one frame of a stack
 * @param contrast the factor; default 16
 * @param clip 1: the result is clipped to [-1, 1], with a warning when that changes more than 1 % of the pixels; 0:
 *        not; default 1
 * @param offset added at the end; default 0.5
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_SHAPE; STONER_ERR_DTYPE (complex); STONER_ERR_INVALID_ARGUMENT (contrast or offset not finite)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_subtract_image(stoner_context *ctx,
                                               const stoner_image *image,
                                               const stoner_image *background,
                                               double contrast,
                                               int32_t clip,
                                               double offset,
                                               stoner_image **out);

/**
 * A bool image: where the pixels lie between two values, both excluded. Integers are divided by their dtype's maximum
 * first.
 *
 * @param threshmin the lower value; default 0.1
 * @param threshmax the upper value; default 0.9
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT (NaN); STONER_ERR_DTYPE (complex); STONER_ERR_SHAPE
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_threshold_minmax(stoner_context *ctx,
                                                 const stoner_image *image,
                                                 double threshmin,
                                                 double threshmax,
                                                 stoner_image **out);

/**
 * Sets negative values to 0; all others stay, those above 1 too. The dtype stays, and so does NaN.
 *
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_DTYPE (complex)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_clip_neg(stoner_context *ctx, const stoner_image *image, stoner_image **out);

/**
 * Subtracts a polynomial background: one polynomial along x and one along y. Both are fitted together by least squares to the
 * valid pixels inside the box, less their mean, which the result keeps; they are subtracted from the whole image. Of a stack
 * each frame is fitted for itself. A degree for which the box has too few columns or rows is reduced, with a warning.
 * Metadata: `poly_vert_subtract` and `poly_horiz_subtract`, the coefficients subtracted, the highest power first, of the
 * pixel's index in the image (of a stack one row for each frame). Algorithm: orthogonal polynomials, G. E. Forsythe 1957.
 *
 * @param poly_vert degree along y; of degree 0 nothing is fitted. Not used where `vert` is given; STONER_DEGREE_ZERO
 *        for 0, 1 or more; 0: 1
 * @param poly_horiz degree along x; of degree 0 nothing is fitted. Not used where `horiz` is given; STONER_DEGREE_ZERO
 *        for 0, 1 or more; 0: 1
 * @param box {xmin, xmax, ymin, ymax} in pixels, of the fits; NULL: the whole image
 * @param vert n_vert coefficients of a polynomial in y to be subtracted unchanged, the highest power first; NULL with
 *        n_vert 0: it is fitted
 * @param n_vert the number of coefficients; 0: none is given
 * @param horiz n_horiz coefficients of a polynomial in x, as vert; NULL with n_horiz 0: it is fitted
 * @param n_horiz the number of coefficients; 0: none is given
 * @param mode STONER_LEVEL_CLIP: values beyond [-1, 1] are clipped, with a warning when that changes more than 1 % of
 *        the pixels, as in an image of counts; STONER_LEVEL_NORM: normalised to [-1, 1]; STONER_LEVEL_NONE; default
 *        STONER_LEVEL_CLIP
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_NO_RESULT when no pixel in the box is valid or, for STONER_LEVEL_NORM, when the result is
 *        constant; STONER_ERR_OUT_OF_RANGE (box); STONER_ERR_INVALID_ARGUMENT; STONER_ERR_DTYPE (complex);
 *        STONER_ERR_SHAPE
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_level_image(stoner_context *ctx,
                                            const stoner_image *image,
                                            int32_t poly_vert,
                                            int32_t poly_horiz,
                                            const int64_t *box,
                                            const double *vert,
                                            int32_t n_vert,
                                            const double *horiz,
                                            int32_t n_horiz,
                                            int32_t mode,
                                            stoner_image **out);

/**
 * Gives each pixel one of a few values, by the band in which it lies; the upper edge belongs to its band. An integer
 * image keeps its dtype where that can hold all output values, else becomes `double`.
 *
 * @param output n_output values, one for each band
 * @param n_output their number; 1 or more
 * @param levels n_levels edges of the bands in rising order: one fewer than values, then the outer bands are open, or
 *        one more, then a pixel beyond the ends keeps its value. NULL with n_levels 0: equal bands from min - d to max
 *        + d, d = (max - min) / 100
 * @param n_levels the number of edges
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT (numbers that do not fit, not rising, NaN); STONER_ERR_NO_RESULT when there are
 *        no levels and the image is constant; STONER_ERR_DTYPE (complex); STONER_ERR_SHAPE
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_quantize(stoner_context *ctx,
                                         const stoner_image *image,
                                         const double *output,
                                         int64_t n_output,
                                         const double *levels,
                                         int64_t n_levels,
                                         stoner_image **out);

/**
 * Replaces the pixels below one and above another percentile. The dtype stays.
 *
 * @param percentiles 2 fractions of the sorted pixels, low and high, 0 to 1 (of a stack over all frames); NULL: 0.01
 *        and 0.99
 * @param replace 2 values, for pixels below and above; NULL: the values of the percentiles (type 7; of an integer image
 *        the next integers between them)
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT (percentiles; a value that the dtype cannot hold); STONER_ERR_NO_RESULT when no
 *        pixel is valid; STONER_ERR_DTYPE (complex); STONER_ERR_SHAPE
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_remove_outliers(stoner_context *ctx,
                                                const stoner_image *image,
                                                const double *percentiles,
                                                const double *replace,
                                                stoner_image **out);

/**
 * Converts to integers, as stoner_image_convert does: floats from [-1, 1], rounded half to even; integers by their bits.
 * Lost precision and signs cause warnings.
 *
 * @param dtype an integer dtype; 0: STONER_U16
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT (no integer dtype); STONER_ERR_DTYPE (complex)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_asint(stoner_context *ctx,
                                      const stoner_image *image,
                                      int32_t dtype,
                                      stoner_image **out);

/**
 * The range of intensities of the image's dtype: -1 and 1 for floats, 0 and 1 for bool, all values for integers (those of
 * 64 bits rounded to `double`).
 *
 * @param clip_negative 1: from 0 on; 0: the whole; default 1
 * @param min the lower end
 * @param max the upper end
 * @return STONER_ERR_DTYPE (complex)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_dtype_limits(stoner_context *ctx,
                                             const stoner_image *image,
                                             int32_t clip_negative,
                                             double *min,
                                             double *max);

/**
 * Scales integers of n bits (0 to 2^n - 1) to m bits. Fewer bits: the first m ones are kept, or, with a warning, the values
 * as they are where all fit. More: the n bits are repeated, exact where m is a multiple of n.
 *
 * @param n bits of the values, at most what the image's dtype holds; 1 to 64
 * @param m bits of the result, at most what its dtype holds; 1 to 64
 * @param dtype an integer dtype for the result; STONER_DTYPE_DEFAULT: the smallest with m bits, signed where the
 *        image's is
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE when a pixel has not n bits; STONER_ERR_INVALID_ARGUMENT (n, m, dtype);
 *        STONER_ERR_DTYPE when the image's dtype is not an integer
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_im_scale(stoner_context *ctx,
                                         const stoner_image *image,
                                         int32_t n,
                                         int32_t m,
                                         int32_t dtype,
                                         stoner_image **out);

/**
 * Whether converting to a dtype loses precision; then there is a warning too. From integer to integer it depends on the
 * pixels: where all fit they are kept.
 *
 * @param dtype STONER_BOOL to STONER_C128
 * @param loss 1: it does; 0: it does not
 * @return STONER_ERR_INVALID_ARGUMENT (dtype)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_prec_loss(stoner_context *ctx,
                                          const stoner_image *image,
                                          int32_t dtype,
                                          int32_t *loss);

/**
 * Whether converting to a dtype loses signs: there are negative pixels and the dtype has no negative values; then there
 * is a warning too.
 *
 * @param dtype STONER_BOOL to STONER_C128
 * @param loss 1: it does; 0: it does not
 * @return STONER_ERR_INVALID_ARGUMENT (dtype); STONER_ERR_DTYPE (complex)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_sign_loss(stoner_context *ctx,
                                          const stoner_image *image,
                                          int32_t dtype,
                                          int32_t *loss);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Filters and transforms                                                                                            */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * Each frame of a stack is processed by itself. Planes, map and metadata are kept, except by the Fourier transform.
 */

#define STONER_SGOLAY_SMOOTH 0             /**< stoner_image_sgolay2d: the image smoothed. */
#define STONER_SGOLAY_X 1                  /**< stoner_image_sgolay2d: the derivative along x. */
#define STONER_SGOLAY_Y 2                  /**< stoner_image_sgolay2d: the derivative along y. */
#define STONER_SGOLAY_BOTH 3               /**< stoner_image_sgolay2d: magnitude and direction of the gradient. */

#define STONER_FFT_MAGNITUDE 0             /**< stoner_image_fft: the magnitude. */
#define STONER_FFT_PHASE 1                 /**< stoner_image_fft: the phase angle. */
#define STONER_FFT_COMPLEX 2               /**< stoner_image_fft: the complex transform. */

/**
 * Smooths by a Gaussian, in floating point (float stays float, all else becomes double). Masked pixels and NaN are left
 * out: each pixel becomes the mean of the valid ones weighted by the Gaussian; the result keeps the mask.
 * Algorithm: that of skimage.filters.gaussian; masks by normalised convolution (Knutsson, Westin 1993).
 *
 * @param sigma_xy 2 standard deviations in pixels, along x and along y; 0 or more; NULL: 2 and 2
 * @param mode the values beyond the edges; 0: STONER_MODE_NEAREST
 * @param cval the value beyond the edges of the modes with a constant; default 0
 * @param truncate where the Gaussian is cut off, in standard deviations; above 0; 0: 4
 * @param preserve_range 1: integers keep their values; 0: they are divided by their type's maximum; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT (sigma_xy, mode, truncate); STONER_ERR_SHAPE unless the rank is 2 or 3;
 *        STONER_ERR_DTYPE (complex)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_filter_image(stoner_context *ctx,
                                             const stoner_image *image,
                                             const double *sigma_xy,
                                             int32_t mode,
                                             double cval,
                                             double truncate,
                                             int32_t preserve_range,
                                             stoner_image **out);

/**
 * Convolves with a Gaussian or with its derivatives, in the image's own dtype: integers are truncated after the
 * pass along y and after that along x, and unsigned ones wrap where a derivative is negative (with a warning). Complex
 * images are filtered component by component. Smoothing leaves masked pixels and NaN out: each pixel becomes the mean
 * of the valid ones weighted by the Gaussian; for derivatives they have the value of the nearest valid pixel. The result
 * keeps the mask. Smoothing floating-point images, none of whose pixels is left out, by a Gaussian of a radius of 24 pixels or more (sigma 6 at the
 * default of truncate) gives the plain sum to 1e-6 of the image's range, in a time that does not grow with sigma.
 * Algorithm: that of scipy.ndimage.gaussian_filter; long ones as sums of cosines (Elboher, Werman 2012; Sugimoto, Kamata 2013); masks by normalised convolution (Knutsson, Westin 1993).
 *
 * @param sigma_xy 2 standard deviations in pixels, along x and along y; an axis with 0 is not filtered
 * @param order_xy 2 orders, along x and along y: 0 smooths, 1 to 20 is that derivative; NULL: 0 and 0
 * @param mode_xy 2 values: the values beyond the edges in x and in y; 0 among them is STONER_MODE_REFLECT; NULL:
 *        STONER_MODE_REFLECT and STONER_MODE_REFLECT
 * @param cval the value beyond the edges of the modes with a constant; default 0
 * @param truncate where the Gaussian is cut off, in standard deviations; above 0; 0: 4
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT (sigma_xy, order_xy, mode_xy, truncate); STONER_ERR_SHAPE unless the rank is 2 or
 *        3; STONER_ERR_NO_RESULT for a derivative when no pixel of a frame is valid
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_gaussian_filter(stoner_context *ctx,
                                                const stoner_image *image,
                                                const double *sigma_xy,
                                                const int32_t *order_xy,
                                                const int32_t *mode_xy,
                                                double cval,
                                                double truncate,
                                                stoner_image **out);

/**
 * Fits a polynomial to the square window around each pixel and takes its value or derivative there (Savitzky-Golay).
 * Where a window would reach beyond the edge it is shifted inside and its polynomial is taken off its middle, so that a
 * polynomial of the degree comes out as it was, edges included. Masked pixels and NaN are left out of the fits; where the
 * valid pixels do not determine the polynomial the highest degree that they do determine is fitted, and a derivative
 * that would need degree 1 and does not get it is masked. The result keeps the mask. Algorithm: Savitzky, Golay
 * 1964, Anal. Chem. 36, 1627; in two dimensions Ratzlaff, Johnson 1989, Anal. Chem. 61, 1303.
 *
 * @param points the window's width and height, odd, and at most the image's; 1 to 999; 0: 15
 * @param poly the polynomial's total degree in x and y, below `points`; STONER_DEGREE_ZERO for 0, 1 to 20; 0: 1
 * @param derivative STONER_SGOLAY_SMOOTH, STONER_SGOLAY_X or STONER_SGOLAY_Y (per pixel, along the columns or the
 *        rows), STONER_SGOLAY_BOTH; default STONER_SGOLAY_SMOOTH
 * @param out the new image, with STONER_SGOLAY_BOTH the gradient's magnitude; to be freed with stoner_image_free
 * @param angle with STONER_SGOLAY_BOTH a second new image: the gradient's direction in radians, clockwise on the screen
 *        from +x; otherwise not written. NULL: not wanted
 * @return STONER_ERR_INVALID_ARGUMENT (points, poly, derivative); STONER_ERR_SHAPE unless the rank is 2 or 3;
 *        STONER_ERR_DTYPE (complex)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_sgolay2d(stoner_context *ctx,
                                         const stoner_image *image,
                                         int64_t points,
                                         int32_t poly,
                                         int32_t derivative,
                                         stoner_image **out,
                                         stoner_image **angle);

/**
 * Removes noise and keeps edges: the image u that makes the sum of squares of u - image, by 2 weight, plus the
 * total variation of u least. Float stays float, all else becomes double: integers are divided by their type's maximum, as
 * scikit-image does. Masked pixels and NaN have the value of the nearest valid pixel; the result keeps the mask.
 * Algorithm: Chambolle 2004, J. Math. Imaging Vision 20, 89, until the energy changes by less than 2e-4 of the first one,
 * at most 200 times.
 *
 * @param weight how much is smoothed, in the units of the pixels (for integers: of the type's maximum): an image with
 *        values a thousand times as large needs a thousand times the weight; above 0; 0: 0.1
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT (weight); STONER_ERR_SHAPE unless the rank is 2 or 3; STONER_ERR_NO_RESULT when
 *        no pixel of a frame is valid; STONER_ERR_DTYPE (complex)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_denoise(stoner_context *ctx,
                                        const stoner_image *image,
                                        double weight,
                                        stoner_image **out);

/**
 * The discrete Fourier transform: the sum over the pixels of value times exp(-2 pi i (u x / columns + v y / rows)), without
 * a factor. Float gives float or its complex, all else double or its complex. Masked pixels and NaN count as the mean of
 * the others; the result has no mask. Planes and map, which belong to pixels, are dropped with a warning.
 *
 * @param shift 1: frequency 0 stands in the middle, at column columns / 2 and row rows / 2 rounded down; 0: at column 0
 *        and row 0; default 1
 * @param output STONER_FFT_MAGNITUDE, STONER_FFT_PHASE (radians, -pi to pi) or STONER_FFT_COMPLEX; default
 *        STONER_FFT_MAGNITUDE
 * @param remove_dc 1: frequency 0 and its eight neighbours are replaced by the mean magnitude of all others; default 0
 * @param gaussian sigma in pixels of a blur of magnitude or phase, which goes on over the edges to the other side, as a
 *        spectrum does; 0: none; default 0
 * @param window the window by which the image is multiplied first, round as skimage.filters.window makes it. NULL:
 *        nothing. Names are those of scipy.signal.windows and its short ones: boxcar, triang, parzen, bohman, blackman,
 *        nuttall, blackmanharris, flattop, bartlett, hann, hamming, barthann, cosine, lanczos; with parameters in
 *        parentheses exponential(tau; 1), tukey(alpha; 0.5), taylor(nbar, sll; 4, 30), kaiser(beta),
 *        kaiser_bessel_derived(beta), gaussian(std), general_gaussian(power, width), general_hamming(alpha),
 *        chebwin(attenuation in dB), dpss(normalised half-bandwidth), general_cosine(coefficients), where the numbers
 *        behind the semicolon are the defaults: "tukey(0.25)". A number alone is a Kaiser window's beta: "8.6"
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT (output, window, gaussian; a blur of the complex transform); STONER_ERR_SHAPE
 *        unless the rank is 2 or 3; STONER_ERR_NO_RESULT when no pixel of a frame is valid or remove_dc leaves nothing
 *        for the mean; STONER_ERR_DTYPE (complex)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_fft(stoner_context *ctx,
                                    const stoner_image *image,
                                    int32_t shift,
                                    int32_t output,
                                    int32_t remove_dc,
                                    double gaussian,
                                    const char *window,
                                    stoner_image **out);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Profiles and histograms                                                                                           */
/* ----------------------------------------------------------------------------------------------------------------- */

/**
 * The intensity along a line from one point to another, both included: a table with the columns X, Y, Distance (from
 * `src`) and Intensity, and the image's metadata. Of a stack there is a column `Intensity 0`, `Intensity 1`, ... for each
 * frame. Values are those of skimage.measure.profile_line, but those of integer images are not rounded. The points are
 * evenly spaced, at most a pixel apart. Masked pixels and NaN are left out; where there is nothing else, Intensity is NaN.
 *
 * @param src 2 values, x and y of the beginning: of the line's middle, where it is wide
 * @param dst 2 values, x and y of the end
 * @param linewidth the width across the line in pixels, over which the mean is taken. Along and across there are at
 *        most 2^27 points; 1 to 65536; 0: 1
 * @param order of interpolation: 0 nearest, 1 linear, 2 to 5 B-splines through the pixels;
 *        STONER_INTERPOLATION_DEFAULT: nearest for bool, else linear
 * @param mode STONER_MODE_*: the values beyond the edges. All modes interpolate over the edge; 0: STONER_MODE_CONSTANT
 * @param cval the constant; default 0
 * @param constrain 1: the ends are moved into the image, to pixel 0 or the last; 0: not; default 1
 * @param real_units 1: `src`, `dst` and the table are in the units of the image's map or, where there is none, by the
 *        metadata `MicronsPerPixel`; 0: in pixels; default 0
 * @param out the new table, to be freed with stoner_table_free
 * @return STONER_ERR_INVALID_ARGUMENT; STONER_ERR_DTYPE (complex; bool at other orders than 0);
 *        STONER_ERR_KEY_NOT_FOUND (real units, but neither map nor metadata); STONER_ERR_NO_RESULT (they do not lead
 *        back to pixels); STONER_ERR_SHAPE; STONER_ERR_NO_MEMORY (also a line of more than 2^24 points);
 *        STONER_ERR_CANCELLED
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_profile_line(stoner_context *ctx,
                                             const stoner_image *image,
                                             const double *src,
                                             const double *dst,
                                             int64_t linewidth,
                                             int32_t order,
                                             int32_t mode,
                                             double cval,
                                             int32_t constrain,
                                             int32_t real_units,
                                             stoner_table **out);

/**
 * The intensity along the whole column of pixels at an x; see stoner_image_profile_line.
 *
 * @param x in pixels, or in real units: then the column whose middle has this x
 * @param linewidth the width across the line in pixels, over which the mean is taken. Along and across there are at
 *        most 2^27 points; 1 to 65536; 0: 1
 * @param order of interpolation: 0 nearest, 1 linear, 2 to 5 B-splines through the pixels;
 *        STONER_INTERPOLATION_DEFAULT: nearest for bool, else linear
 * @param mode STONER_MODE_*: the values beyond the edges. All modes interpolate over the edge; 0: STONER_MODE_CONSTANT
 * @param cval the constant; default 0
 * @param constrain 1: the ends are moved into the image, to pixel 0 or the last; 0: not; default 1
 * @param real_units 1: `src`, `dst` and the table are in the units of the image's map or, where there is none, by the
 *        metadata `MicronsPerPixel`; 0: in pixels; default 0
 * @param out the new table, to be freed with stoner_table_free
 * @return as stoner_image_profile_line
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_profile_line_x(stoner_context *ctx,
                                               const stoner_image *image,
                                               double x,
                                               int64_t linewidth,
                                               int32_t order,
                                               int32_t mode,
                                               double cval,
                                               int32_t constrain,
                                               int32_t real_units,
                                               stoner_table **out);

/**
 * The intensity along the whole row of pixels at a y; see stoner_image_profile_line.
 *
 * @param y in pixels, or in real units: then the row whose middle has this y
 * @param linewidth the width across the line in pixels, over which the mean is taken. Along and across there are at
 *        most 2^27 points; 1 to 65536; 0: 1
 * @param order of interpolation: 0 nearest, 1 linear, 2 to 5 B-splines through the pixels;
 *        STONER_INTERPOLATION_DEFAULT: nearest for bool, else linear
 * @param mode STONER_MODE_*: the values beyond the edges. All modes interpolate over the edge; 0: STONER_MODE_CONSTANT
 * @param cval the constant; default 0
 * @param constrain 1: the ends are moved into the image, to pixel 0 or the last; 0: not; default 1
 * @param real_units 1: `src`, `dst` and the table are in the units of the image's map or, where there is none, by the
 *        metadata `MicronsPerPixel`; 0: in pixels; default 0
 * @param out the new table, to be freed with stoner_table_free
 * @return as stoner_image_profile_line
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_profile_line_y(stoner_context *ctx,
                                               const stoner_image *image,
                                               double y,
                                               int64_t linewidth,
                                               int32_t order,
                                               int32_t mode,
                                               double cval,
                                               int32_t constrain,
                                               int32_t real_units,
                                               stoner_table **out);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Profiles along the radius                                                                                         */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * Around a centre (cx, cy), in pixels, z = (x - cx) dx + i (y - cy) dy: angle 0 points right, pi/2 down, so angles grow clockwise on
 * the screen. STONER_ANGLES_FROM_LEFT asks for those of the Python original, z = -(x - cx) dx + i (y - cy) dy.
 */

#define STONER_RADIAL_DISTANCE 0           /**< The distance from the centre, |z|. */
#define STONER_RADIAL_ANGLE 1              /**< The angle, arg z, in radians between -pi and pi. */
#define STONER_RADIAL_COMPLEX 2            /**< z itself. */

#define STONER_ANGLES_FROM_RIGHT 0         /**< 0 points right, pi/2 down. */
#define STONER_ANGLES_FROM_LEFT 1          /**< 0 points left, pi/2 down, as in the Python original. */

/**
 * An image of the polar coordinates of each pixel, of dtype f64 (or c128). Planes, map, metadata and mask stay. Each
 * frame of a stack has the same.
 *
 * @param centre (x, y) in pixels, NaN for the default of one; NULL: (columns / 2, rows / 2), as in the original
 * @param pixel_size 2 values, the width and height of a pixel; NULL: 1 and 1
 * @param size_from_map 1: the pixel size of the image's map, and `pixel_size` is NULL; default 0
 * @param which STONER_RADIAL_DISTANCE, STONER_RADIAL_ANGLE (0 at the centre) or STONER_RADIAL_COMPLEX; default
 *        STONER_RADIAL_DISTANCE
 * @param angles where angles begin; default STONER_ANGLES_FROM_RIGHT
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_SHAPE (the rank is not 2 or 3); STONER_ERR_INVALID_ARGUMENT; STONER_ERR_NO_RESULT when the image
 *        has no map, or one whose coordinates have different units; STONER_ERR_NO_MEMORY; STONER_ERR_CANCELLED
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_radial_coordinates(stoner_context *ctx,
                                                   const stoner_image *image,
                                                   const double *centre,
                                                   const double *pixel_size,
                                                   int32_t size_from_map,
                                                   int32_t which,
                                                   int32_t angles,
                                                   stoner_image **out);

/**
 * The profile of an image along the radius: a table with one row for each ring, in the columns "Low_r", "r" (the ring's
 * middle), "high_r", "mean", "std" (ddof 0) and "number" of the pixels with Low_r <= r < high_r. Masked and NaN pixels
 * are left out; a ring without pixels has number 0 and NaN. Of a stack each frame has its own "mean 0", "std 0",
 * "number 0", "mean 1", ... The table has the image's metadata, and with `size_from_map` the map's unit. Uses several
 * threads; the result does not depend on their number.
 *
 * @param angle NULL: all angles; one: those around it; two: from the first to the second, both included, in the sense
 *        in which angles grow, a full turn making no difference (3 to -3 crosses pi)
 * @param n_angle 0, 1 or 2
 * @param sector_width around one angle the width of the sector in radians; 0: one pixel wide at each radius; default 0
 * @param r the edges of the rings, `n_r` rising numbers, one more than rings; NULL: from 0 to where the image's edge
 *        begins, 1 wide, or with `size_from_map` as wide as a pixel's smaller side
 * @param n_r 0 for NULL, else 2 or more
 * @param centre (x, y) in pixels, NaN for the default of one; NULL: (columns / 2, rows / 2), as in the original
 * @param pixel_size 2 values, the width and height of a pixel; NULL: 1 and 1
 * @param size_from_map 1: the pixel size of the image's map, and `pixel_size` is NULL; default 0
 * @param angles where angles begin; default STONER_ANGLES_FROM_RIGHT
 * @param out the new table, to be freed with stoner_table_free
 * @return STONER_ERR_SHAPE (the rank is not 2 or 3); STONER_ERR_DTYPE (complex); STONER_ERR_INVALID_ARGUMENT;
 *        STONER_ERR_NO_RESULT when there is no map with one unit, or, without `r`, when the centre does not lie inside;
 *        STONER_ERR_NO_MEMORY; STONER_ERR_CANCELLED
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_radial_profile(stoner_context *ctx,
                                               const stoner_image *image,
                                               const double *angle,
                                               int32_t n_angle,
                                               double sector_width,
                                               const double *r,
                                               int64_t n_r,
                                               const double *centre,
                                               const double *pixel_size,
                                               int32_t size_from_map,
                                               int32_t angles,
                                               stoner_table **out);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Histograms                                                                                                        */
/* ----------------------------------------------------------------------------------------------------------------- */

/**
 * The histogram of an image, or of all frames of a stack: a table with one row for each bin, in the columns "low", "centre",
 * "high" (its edges and middle), "count", "density" (the count divided by the width and by the sum of all counts) and
 * "cumulative" (the sum of the counts so far). A bin holds its lower edge and not its upper one, the last bin both, exactly as
 * numpy.histogram. Masked and NaN pixels are left out, and so are values outside the bins. The table has the image's
 * metadata. Uses several threads.
 *
 * @param bins the number of bins of one size; 0: 10, or those of `edges`; 1 to 16777216
 * @param edges `n_edges` numbers that do not decrease; NULL: `bins` of one size
 * @param n_edges 0 for NULL, else 2 or more
 * @param range (lowest edge, highest edge) of bins of one size; NULL: the least and the greatest pixel (1 wide around
 *        the only value where there is but one)
 * @param out the new table, to be freed with stoner_table_free
 * @return STONER_ERR_INVALID_ARGUMENT (also for `bins` or `range` together with `edges`); STONER_ERR_DTYPE (complex);
 *        STONER_ERR_NO_RESULT without `range` when a pixel is infinite; STONER_ERR_NO_MEMORY; STONER_ERR_CANCELLED
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_hist(stoner_context *ctx,
                                     const stoner_image *image,
                                     int64_t bins,
                                     const double *edges,
                                     int64_t n_edges,
                                     const double *range,
                                     stoner_table **out);

/* ----------------------------------------------------------------------------------------------------------------- */
/* X-ray microscopy: polarization and dichroism                                                                      */
/* ----------------------------------------------------------------------------------------------------------------- */

/**
 * The sign of the polarization: +1 and -1 for the two circular ones, 0 for none or when the file does not say. It is the
 * sign of the metadata entry "collection.polarization.value"; 0 where that is NaN or infinite. A value that is neither 0 nor
 * near +-1 or +-0.2 (as PolLux writes it) gives a warning.
 *
 * @param polarization receives -1, 0 or 1
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_polarization(stoner_context *ctx,
                                             const stoner_image *image,
                                             int32_t *polarization);

/**
 * Whether two images were taken under other conditions, so that their pixels are not to be combined: other places, pixel sizes,
 * energies (metadata of the detector) or dwells. A warning for each tells the values of both. What only one of them
 * tells is no difference. stoner_image_xmcd and stoner_image_subtract_image look by themselves.
 *
 * @param other the second image
 * @param unlike receives 0 or 1
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_unlike(stoner_context *ctx,
                                       const stoner_image *image,
                                       const stoner_image *other,
                                       int32_t *unlike);

/**
 * X-ray magnetic circular dichroism of two images of opposite polarization (see stoner_image_polarization).
 *
 * The result is p (a - b) / (a + b), where p is the polarization of `a`: in either order it is (plus - minus) / (plus +
 * minus). It has the planes, map and metadata of `a`, and in "xmcd.plus" and "xmcd.minus" the files of both. A pixel is masked
 * where either is, where a + b is 0, and where the result is not finite. Places, pixel sizes, energies and dwells
 * that differ are told in a warning each, with the values of both.
 *
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_POLARIZATION when the polarizations are equal or missing; STONER_ERR_SHAPE
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_xmcd(stoner_context *ctx,
                                     const stoner_image *a,
                                     const stoner_image *b,
                                     stoner_image **out);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Tables: histograms, profiles, spectra                                                                             */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * Named columns of doubles, all of one length, and metadata. NaN means that there is no number.
 */

/**
 * Makes a table without columns and metadata.
 *
 * @param out the new table, to be freed with stoner_table_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_new(stoner_context *ctx, stoner_table **out);

/**
 * Makes a second table with the same content. Copies no numbers.
 *
 * @param out the new table, to be freed with stoner_table_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_clone(stoner_context *ctx, const stoner_table *table, stoner_table **out);

/**
 * Frees a table. NULL is fine; a handle that is not live is STONER_ERR_INVALID_HANDLE.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_free(stoner_table *table);

/**
 * Whether two tables have the same columns in the same order: names, units, values (NaN equals NaN); with `all` also
 * the same metadata.
 *
 * @param all 0: columns only; 1: metadata too; default 0
 * @param equal receives 0 or 1
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_equal(stoner_context *ctx,
                                      const stoner_table *a,
                                      const stoner_table *b,
                                      int32_t all,
                                      int32_t *equal);

/**
 * The number of rows; 0 without columns.
 *
 * @param n receives how many there are
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_row_count(stoner_context *ctx, const stoner_table *table, int64_t *n);

/**
 * The number of columns.
 *
 * @param n receives how many there are
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_column_count(stoner_context *ctx, const stoner_table *table, int32_t *n);

/**
 * A column's name, without its unit.
 *
 * @param column 0 to the number of columns - 1
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_column_name(stoner_context *ctx,
                                            const stoner_table *table,
                                            int32_t column,
                                            char *buffer,
                                            int64_t capacity,
                                            int64_t *length);

/**
 * A column's unit; "" where it has none.
 *
 * @param column 0 to the number of columns - 1
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_column_unit(stoner_context *ctx,
                                            const stoner_table *table,
                                            int32_t column,
                                            char *buffer,
                                            int64_t capacity,
                                            int64_t *length);

/**
 * The column with a name: the first, where several share it.
 *
 * @param name without its unit
 * @param column receives 0 to the number of columns - 1
 * @return STONER_ERR_KEY_NOT_FOUND; the message has the names that there are
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_column_index(stoner_context *ctx,
                                             const stoner_table *table,
                                             const char *name,
                                             int32_t *column);

/**
 * Renames a column.
 *
 * @param column 0 to the number of columns - 1
 * @param name its name
 * @return STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_set_column_name(stoner_context *ctx,
                                                stoner_table *table,
                                                int32_t column,
                                                const char *name);

/**
 * Sets a column's unit.
 *
 * @param column 0 to the number of columns - 1
 * @param unit NULL or "": none
 * @return STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_set_column_unit(stoner_context *ctx,
                                                stoner_table *table,
                                                int32_t column,
                                                const char *unit);

/**
 * The values of one column.
 *
 * @param column 0 to the number of columns - 1
 * @param buffer room for `capacity` values
 * @param capacity 0: only the number of rows is wanted
 * @param n_rows receives the number of rows; may be NULL when capacity is not 0
 * @return STONER_ERR_OUT_OF_RANGE; STONER_ERR_BUFFER_TOO_SMALL
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_read_column(stoner_context *ctx,
                                            const stoner_table *table,
                                            int32_t column,
                                            double *buffer,
                                            int64_t capacity,
                                            int64_t *n_rows);

/**
 * The values of all columns.
 *
 * @param column_major 0: row by row, as C has a matrix of rows x columns; 1: column by column, as MATLAB has it;
 *        default 0
 * @param buffer room for `capacity` values
 * @param capacity 0: only the number is wanted
 * @param length receives the number of values, rows times columns; may be NULL when capacity is not 0
 * @return STONER_ERR_BUFFER_TOO_SMALL
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_read(stoner_context *ctx,
                                     const stoner_table *table,
                                     int32_t column_major,
                                     double *buffer,
                                     int64_t capacity,
                                     int64_t *length);

/**
 * Adds a column after the others.
 *
 * @param name its name
 * @param unit NULL or "": none
 * @param values `n_values` values, which are copied
 * @param n_values the number of rows: that of the other columns, if there are any
 * @return STONER_ERR_SHAPE when it is not
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_add_column(stoner_context *ctx,
                                           stoner_table *table,
                                           const char *name,
                                           const char *unit,
                                           const double *values,
                                           int64_t n_values);

/**
 * A copy of the metadata: in a table that was made from an image, those of the image, without planes and grid,
 * which belong to its pixels. Later changes of one do not change the other.
 *
 * @param out the new metadata, to be freed with stoner_metadata_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_metadata(stoner_context *ctx, const stoner_table *table, stoner_metadata **out);

/**
 * Replaces all metadata of a table.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_set_metadata(stoner_context *ctx,
                                             stoner_table *table,
                                             const stoner_metadata *metadata);

/**
 * Saves a table as text, to a temporary file, which is then renamed. In both formats a column with a unit is headed
 * "name (unit)", numbers have a decimal point and enough digits to restore the same value, and NaN is "nan".
 *
 * "csv" (RFC 4180): one line of names, then the rows; no metadata. "tdi": the format of the Python package, which
 * loads it as Stoner.Data; metadata stand in the first of its columns (their units are not in it).
 *
 * @param path UTF-8
 * @param format "csv" or "tdi"; NULL: by the extension of the name: .csv, or for TDI .tdi, .txt, .dat
 * @return STONER_ERR_INVALID_ARGUMENT for another format or extension; STONER_ERR_FILE_NOT_FOUND (no such folder);
 *        STONER_ERR_IO
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_save(stoner_context *ctx,
                                     const stoner_table *table,
                                     const char *path,
                                     const char *format);

/**
 * Loads a table that stoner_table_save or the Python package wrote, or any CSV file of numbers. A first line that is
 * not all numbers names the columns; a field that is empty or missing is NaN. Between the fields of CSV may stand semicolons or
 * tabs, and then numbers may have a decimal comma.
 *
 * @param path UTF-8
 * @param format "csv" or "tdi"; NULL: by the beginning of the file
 * @param out the new table, to be freed with stoner_table_free
 * @return STONER_ERR_FILE_NOT_FOUND; STONER_ERR_FORMAT; STONER_ERR_CORRUPT (the message names the line); STONER_ERR_IO;
 *        STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_load(stoner_context *ctx,
                                     const char *path,
                                     const char *format,
                                     stoner_table **out);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Pictures                                                                                                          */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * Images, histograms and tables as pictures, without a screen: a PNG file, or pixels for the caller's own window.
 *
 * OPTIONS are named values in a metadata handle (stoner_metadata_new, stoner_metadata_set_string, ..._f64, ..._bool); NULL: the
 * defaults. Names are those of the Python package and of matplotlib. An unknown name, or a value of another type, causes
 * STONER_ERR_INVALID_ARGUMENT; the message lists what is allowed.
 *
 * Of all figures: "title" (text; true or an entry without a value: the subject's own; default false: none), "title_args" (a cluster
 * of "fontsize", "color", "loc": left, center, right), "theme" (light, dark), "font_size" (pixels; default in proportion to the picture),
 * and where the size is no parameter "width" and "height" (pixels, 1 to 16384; default as the contents need).
 *
 * Of colours: "cmap" (default gray; stoner_cmap_name), "norm" (linear; log; symmetric: linear from -m to m), "vmin", "vmax" or
 * "vmin_percentile", "vmax_percentile" (0 to 100; default the least and the greatest finite pixel), "mask_color" (default none: the
 * paper shows), "mask_alpha" (0 to 1), "nan_color" (of NaN, and of pixels not above 0 where the norm is log; default as masked pixels),
 * "frame" (of a stack, from 0). A colour is "#rrggbb", "#rrggbbaa", a name such as red, or none.
 *
 * Pixels of a picture are 4 bytes, red, green, blue, alpha (not premultiplied), row by row from the top.
 */

/**
 * The number of colour maps, their reverses included.
 *
 * @param n receives how many there are
 * @since 0.1.0
 */
STONER_API int32_t stoner_cmap_count(stoner_context *ctx, int32_t *n);

/**
 * The name of a colour map: gray, viridis, plasma, inferno, magma, cividis, turbo, hot, afmhot, jet, bone, copper, Greys, Blues,
 * coolwarm, RdBu, seismic, bwr, PuOr, PiYG, RdGy, Spectral, cubehelix, hsv, and each with _r for its reverse.
 *
 * @param index 0 to the number of colour maps - 1
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_cmap_name(stoner_context *ctx,
                                    int32_t index,
                                    char *buffer,
                                    int64_t capacity,
                                    int64_t *length);

/**
 * The colours of a colour map: the bytes that matplotlib paints with.
 *
 * @param cmap its name; NULL: "gray"
 * @param rgba room for 1024 values: 256 colours from the lower end of the scale to the upper
 * @return STONER_ERR_INVALID_ARGUMENT for a map that there is not; the message lists those there are
 * @since 0.1.0
 */
STONER_API int32_t stoner_cmap_colours(stoner_context *ctx, const char *cmap, uint8_t *rgba);

/**
 * The pixels of an image in colours, one for each: for a live display. A pixel's colour is the one that matplotlib's
 * ScalarMappable.to_rgba gives it: number int(256 (x - vmin) / (vmax - vmin)) of the map's 256, the first and the last beyond the limits,
 * all of the first where the limits are one value. Where no pixel is finite and unmasked there is a warning. Uses several threads.
 *
 * @param image rank 2, or 3 for one frame of a stack; at least one pixel
 * @param options those of colours, see the section "Pictures"; NULL: grey between the least and the greatest pixel
 * @param rgba room for `capacity` values; receives 4 for each pixel of the image, or of the frame
 * @param capacity 0: only the number is wanted
 * @param length receives the number of values; may be NULL when capacity is not 0
 * @return STONER_ERR_INVALID_ARGUMENT (an option); STONER_ERR_BUFFER_TOO_SMALL; STONER_ERR_SHAPE; STONER_ERR_DTYPE
 *        (complex); STONER_ERR_OUT_OF_RANGE (frame, percentile); STONER_ERR_NO_RESULT (a logarithmic norm and no pixel
 *        above 0)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_to_rgba(stoner_context *ctx,
                                        const stoner_image *image,
                                        const stoner_metadata *options,
                                        uint8_t *rgba,
                                        int64_t capacity,
                                        int64_t *length);

/**
 * Saves an image as a figure, a PNG file. By default it is grey, without axes and title, each pixel enlarged to a whole number of
 * pixels of the picture so that the longer side is 512 or more. Written to a temporary file, which is then renamed.
 *
 * Options, besides those of colours and of all figures (the section "Pictures"):
 * "interpolation" (auto: nearest where the picture is larger, else averages; nearest; bilinear: linear between pixels, averages
 * where the picture is smaller; masked pixels affect neither), "aspect" (equal: by the pixels' size where both of the map's
 * axes are places on one thing in one unit, such as sample_x and sample_y, square without a map, else as auto; auto: fill the room; or the height of a pixel divided by its width),
 * "show_axis" (axes in the map's units, else in pixels), "xlabel", "ylabel" (default the map's names), "colorbar", "colorbar_label",
 * "scale_bar" (on the image, a round length), "scale_bar_length" (in the map's unit), "scale_bar_color" (default white), "scale_bar_loc" (lower
 * right, lower left, upper right, upper left), "metadata" (true: a line of energy, polarization and dwell of the frame, as far as the image has
 * them).
 *
 * A title that is too wide becomes smaller, but not below 8 pixels, then takes several lines, and finally ends in an ellipsis; line
 * breaks in it are kept. A scale bar that has no room on the image is drawn below it. A part that has no room at all is left out, with
 * a warning that names it; no part is drawn over another. The digits that long labels have in common are written at the end of
 * their axis (x_scale, y_scale, colorbar_scale in the layout). Limits that are one value are widened where there is a
 * colour bar. Characters that the font lacks (it has Latin, Greek, Cyrillic and symbols) are drawn as boxes, with a warning.
 *
 * @param image rank 2, or 3 for one frame of a stack; at least one pixel
 * @param path UTF-8; a PNG is written: no ending of another format (.pdf, .svg, .jpg)
 * @param options NULL: the defaults
 * @return STONER_ERR_INVALID_ARGUMENT (an option); as stoner_image_to_rgba; STONER_ERR_FILE_NOT_FOUND (no such folder);
 *        STONER_ERR_IO
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_imshow(stoner_context *ctx,
                                       const stoner_image *image,
                                       const char *path,
                                       const stoner_metadata *options);

/**
 * Saves an image as a figure with its options in one text, as stoner_image_apply_text takes them: "cmap=RdBu; colorbar=true; title=\"a; b\"".
 * As stoner_image_imshow.
 *
 * @param image rank 2, or 3 for one frame of a stack; at least one pixel
 * @param path UTF-8; a PNG is written: no ending of another format (.pdf, .svg, .jpg)
 * @param options options of stoner_image_imshow; NULL or an empty text: the defaults
 * @return as stoner_image_imshow; STONER_ERR_INVALID_ARGUMENT (a text that is no options)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_imshow_text(stoner_context *ctx,
                                            const stoner_image *image,
                                            const char *path,
                                            const char *options);

/**
 * An image as a figure of a given size, into the caller's memory. As stoner_image_imshow.
 *
 * @param image rank 2, or 3 for one frame of a stack; at least one pixel
 * @param options those of stoner_image_imshow without "width" and "height"; NULL: the defaults
 * @param width the width of the picture; 1 to 16384
 * @param height the height of the picture; 1 to 16384
 * @param rgba room for `capacity` values; receives 4 `width` `height`
 * @param capacity 0: only the number is wanted
 * @param length receives the number of values; may be NULL when capacity is not 0
 * @return as stoner_image_imshow; STONER_ERR_BUFFER_TOO_SMALL
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_imshow_rgba(stoner_context *ctx,
                                            const stoner_image *image,
                                            const stoner_metadata *options,
                                            int64_t width,
                                            int64_t height,
                                            uint8_t *rgba,
                                            int64_t capacity,
                                            int64_t *length);

/**
 * The places of the parts of a figure as drawn by stoner_image_imshow_rgba: a column for each part (figure, image, title, x_label, x_tick_0, ...,
 * y_..., colorbar, colorbar_label, colorbar_tick_0, ..., scale_bar, scale_bar_label, scale_bar_line, metadata), four rows: xmin,
 * xmax, ymin, ymax in pixels of the picture, the upper ends exclusive. For programs that handle mouse clicks. No picture is made.
 *
 * @param image rank 2, or 3 for one frame of a stack; at least one pixel
 * @param options those of stoner_image_imshow_rgba; NULL: the defaults
 * @param width the width of the picture; 1 to 16384
 * @param height the height of the picture; 1 to 16384
 * @param out the new table, to be freed with stoner_table_free
 * @return as stoner_image_imshow_rgba
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_imshow_layout(stoner_context *ctx,
                                              const stoner_image *image,
                                              const stoner_metadata *options,
                                              int64_t width,
                                              int64_t height,
                                              stoner_table **out);

/**
 * Saves the histogram of an image as a figure, a PNG file: the counts of pixels as bars, and the part of the pixels up to each value as
 * a curve with an axis of its own at the right. Masked and NaN pixels are left out; see stoner_image_hist. Written beside its
 * place and then renamed.
 *
 * Options, besides those of all figures (the section "Pictures"): "range" (a list of two numbers; default the least and the greatest pixel), "log" (true: a
 * logarithmic axis of counts), "cumulative" (false: no curve), "color" (of the bars), "xlabel", "ylabel". 800 x 600 pixels where no
 * size is given.
 *
 * @param image all its pixels, of a stack of all frames
 * @param bins the number of bins; 1 to 16777216; 0: 256
 * @param path UTF-8; a PNG is written: no ending of another format (.pdf, .svg, .jpg)
 * @param options NULL: the defaults
 * @return STONER_ERR_INVALID_ARGUMENT; STONER_ERR_DTYPE (complex); STONER_ERR_NO_RESULT without "range" when a pixel is
 *        infinite; STONER_ERR_FILE_NOT_FOUND (no such folder); STONER_ERR_IO
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_plot_histogram(stoner_context *ctx,
                                               const stoner_image *image,
                                               int64_t bins,
                                               const char *path,
                                               const stoner_metadata *options);

/**
 * The histogram of an image as a figure of a given size, into the caller's memory. As stoner_image_plot_histogram.
 *
 * @param image all its pixels, of a stack of all frames
 * @param bins the number of bins; 1 to 16777216; 0: 256
 * @param options those of stoner_image_plot_histogram without "width" and "height"; NULL: the defaults
 * @param width the width of the picture; 1 to 16384
 * @param height the height of the picture; 1 to 16384
 * @param rgba room for `capacity` values; receives 4 `width` `height`
 * @param capacity 0: only the number is wanted
 * @param length receives the number of values; may be NULL when capacity is not 0
 * @return as stoner_image_plot_histogram; STONER_ERR_BUFFER_TOO_SMALL
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_plot_histogram_rgba(stoner_context *ctx,
                                                    const stoner_image *image,
                                                    int64_t bins,
                                                    const stoner_metadata *options,
                                                    int64_t width,
                                                    int64_t height,
                                                    uint8_t *rgba,
                                                    int64_t capacity,
                                                    int64_t *length);

/**
 * The places of the parts of a figure as drawn by stoner_image_plot_histogram_rgba: a column for each part (figure, axes, title, x_label,
 * x_tick_0, ..., y_..., y2_...), four rows: xmin,
 * xmax, ymin, ymax in pixels of the picture, the upper ends exclusive. For programs that handle mouse clicks. No picture is made.
 *
 * @param image all its pixels, of a stack of all frames
 * @param bins the number of bins; 1 to 16777216; 0: 256
 * @param options those of stoner_image_plot_histogram_rgba; NULL: the defaults
 * @param width the width of the picture; 1 to 16384
 * @param height the height of the picture; 1 to 16384
 * @param out the new table, to be freed with stoner_table_free
 * @return as stoner_image_plot_histogram_rgba
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_plot_histogram_layout(stoner_context *ctx,
                                                      const stoner_image *image,
                                                      int64_t bins,
                                                      const stoner_metadata *options,
                                                      int64_t width,
                                                      int64_t height,
                                                      stoner_table **out);

/**
 * Saves columns of a table as a figure, a PNG file: lines, with error bars and a legend on request. A row without a number in
 * one of the two columns interrupts a line. Written to a temporary file, which is then renamed.
 *
 * Options, besides those of all figures, see the section "Pictures" (the table's own title is its metadata entry "title"): "x" (a column by name or by
 * number from 0; default that of the table's usual plot, a column "energy" or "photon energy", the first, or the number of the row where
 * there is but one), "y" (a column or a list of columns; default those of the usual plot, else all others), "yerr" (as many columns: the half lengths of error bars), "label" (as many texts; default the columns' names), "color" (a
 * list; default matplotlib's cycle), "legend" (default where there are several lines), "marker" (none; o), "linestyle" (- -- : none), "linewidth"
 * (pixels), "xscale", "yscale" (linear; log: values that are not above 0 are left out), "xlim", "ylim" (lists of two numbers), "xlabel", "ylabel" (default the
 * columns' names and units), "grid". 800 x 600 pixels where no size is given.
 *
 * The usual plot of a profile along a line is Intensity over Distance, of one along the radius mean over r with a band of its std, of
 * a histogram count over centre, of a drift x and y over frame with bands of their sigmas. Such tables keep it when columns are
 * renamed and when they are saved with their own names and loaded.
 *
 * @param path UTF-8; a PNG is written: no ending of another format (.pdf, .svg, .jpg)
 * @param options NULL: the defaults
 * @return STONER_ERR_INVALID_ARGUMENT; STONER_ERR_KEY_NOT_FOUND, STONER_ERR_OUT_OF_RANGE (a column that there is not);
 *        STONER_ERR_NO_RESULT (a table without columns); STONER_ERR_FILE_NOT_FOUND (no such folder); STONER_ERR_IO
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_plot(stoner_context *ctx,
                                     const stoner_table *table,
                                     const char *path,
                                     const stoner_metadata *options);

/**
 * Columns of a table as a figure of a given size, into the caller's memory. As stoner_table_plot.
 *
 * @param options those of stoner_table_plot without "width" and "height"; NULL: the defaults
 * @param width the width of the picture; 1 to 16384
 * @param height the height of the picture; 1 to 16384
 * @param rgba room for `capacity` values; receives 4 `width` `height`
 * @param capacity 0: only the number is wanted
 * @param length receives the number of values; may be NULL when capacity is not 0
 * @return as stoner_table_plot; STONER_ERR_BUFFER_TOO_SMALL
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_plot_rgba(stoner_context *ctx,
                                          const stoner_table *table,
                                          const stoner_metadata *options,
                                          int64_t width,
                                          int64_t height,
                                          uint8_t *rgba,
                                          int64_t capacity,
                                          int64_t *length);

/**
 * The places of the parts of a figure as drawn by stoner_table_plot_rgba: a column for each part (figure, axes, title, x_label, x_tick_0, ...,
 * y_..., legend, legend_0, ...), four rows: xmin,
 * xmax, ymin, ymax in pixels of the picture, the upper ends exclusive. For programs that handle mouse clicks. No picture is made.
 *
 * @param options those of stoner_table_plot_rgba; NULL: the defaults
 * @param width the width of the picture; 1 to 16384
 * @param height the height of the picture; 1 to 16384
 * @param out the new table, to be freed with stoner_table_free
 * @return as stoner_table_plot_rgba
 * @since 0.1.0
 */
STONER_API int32_t stoner_table_plot_layout(stoner_context *ctx,
                                            const stoner_table *table,
                                            const stoner_metadata *options,
                                            int64_t width,
                                            int64_t height,
                                            stoner_table **out);

/**
 * The factor by which the size of a line of text is to be multiplied so that the text fits into a box, in the font of pictures.
 *
 * @param value the text
 * @param size the size of the text (of the em square); at most 2048; above 0
 * @param width of the box
 * @param height of the box
 * @param scale_down 1: the factor may be below 1; default 1
 * @param scale_up 1: the factor may be above 1; default 0
 * @param factor receives the factor; 1 for an empty text
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_auto_fit_fontsize(stoner_context *ctx,
                                            const char *value,
                                            double size,
                                            double width,
                                            double height,
                                            int32_t scale_down,
                                            int32_t scale_up,
                                            double *factor);

/* ================================================================================================================= */
/* WHAT BELONGS TO AN IMAGE: PIXELS, METADATA, PLANES                                                                */
/* ================================================================================================================= */

/* ----------------------------------------------------------------------------------------------------------------- */
/* Pixels and masks: reading, writing, lending                                                                       */
/* ----------------------------------------------------------------------------------------------------------------- */

/**
 * Reads the pixels into the caller's memory, converted to a dtype and laid out as requested, in one pass. Masked elements
 * keep their data; stoner_image_read_mask tells which they are.
 *
 * @param dtype STONER_BOOL to STONER_C128; 0: the image's own. A float that does not fit an integer takes the nearest
 *        one that does, NaN becomes 0, of a complex number the real part is taken.
 * @param byte_strides one step in bytes for each axis; NULL: C order without gaps. {8, 8 * rows} makes a column-major
 *        matrix of doubles; 0 or more
 * @param buffer room for all elements
 * @param buffer_bytes its size: memory beyond it is never touched
 * @return STONER_ERR_BUFFER_TOO_SMALL; STONER_ERR_INVALID_ARGUMENT (dtype, strides)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_read(stoner_context *ctx,
                                     const stoner_image *image,
                                     int32_t dtype,
                                     const int64_t *byte_strides,
                                     void *buffer,
                                     int64_t buffer_bytes);

/**
 * Reads the mask: one byte for each element in C order, 1 where it is masked.
 *
 * @param buffer room for `capacity` bytes
 * @param capacity 0: only the length is wanted
 * @param length receives the number of elements; may be NULL when capacity is not 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_read_mask(stoner_context *ctx,
                                          const stoner_image *image,
                                          uint8_t *buffer,
                                          int64_t capacity,
                                          int64_t *length);

/**
 * Writes the caller's values into the image, into a box or the whole, converted to the image's dtype (as in
 * stoner_image_read). Pixels that are written are unmasked; where the mask is hard, masked pixels stay as they are.
 *
 * @param box {xmin, xmax, ymin, ymax}, upper exclusive, STONER_EXTENT as far as there is, negative ones counted from
 *        the end; of every frame of a stack. It must lie inside the image. NULL: the whole, of any rank.
 * @param data element 0 of an array of the box's shape: (rows, columns), or (frames, rows, columns) for a stack
 * @param dtype the dtype of `data`, STONER_BOOL to STONER_C128
 * @param byte_strides one step in bytes for each axis; NULL: C order without gaps
 * @return STONER_ERR_OUT_OF_RANGE (box), STONER_ERR_INVALID_ARGUMENT (dtype, strides), STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_write(stoner_context *ctx,
                                      stoner_image *image,
                                      const int64_t *box,
                                      const void *data,
                                      int32_t dtype,
                                      const int64_t *byte_strides);

/**
 * Replaces the mask. A hard mask (stoner_image_harden_mask) only grows.
 *
 * @param mask one byte for each element in C order, not 0: masked; NULL: nothing is masked
 * @param length the number of bytes: it must be the number of elements
 * @return STONER_ERR_SHAPE
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_write_mask(stoner_context *ctx,
                                           stoner_image *image,
                                           const uint8_t *mask,
                                           int64_t length);

/**
 * Lends the pixels: a pointer to element 0 and the strides. Valid until this handle is freed or changed; other
 * handles do not matter. Nothing may be written through it.
 *
 * @param data receives the pointer
 * @param byte_strides room for one step in bytes for each axis (STONER_MAX_NDIM is always enough); they may be negative
 *        (a flipped image). NULL: the pixels are wanted in C order without gaps, and if they are not (crops, flips and
 *        transposes copy nothing) the call returns STONER_ERR_UNSUPPORTED; use stoner_image_read instead.
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_data(stoner_context *ctx,
                                     const stoner_image *image,
                                     const void **data,
                                     int64_t *byte_strides);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Metadata: creation, iteration, changes as a whole                                                                 */
/* ----------------------------------------------------------------------------------------------------------------- */

/**
 * Makes empty metadata.
 *
 * @param out the new metadata, to be freed with stoner_metadata_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_new(stoner_context *ctx, stoner_metadata **out);

/**
 * Makes a second handle with the same content.
 *
 * @param out the new metadata, to be freed with stoner_metadata_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_clone(stoner_context *ctx, const stoner_metadata *metadata, stoner_metadata **out);

/**
 * Frees metadata. NULL is fine; a handle that is not live is STONER_ERR_INVALID_HANDLE.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_free(stoner_metadata *metadata);

/**
 * A copy of all metadata of an image; later changes of one do not change the other. Planes
 * ("actual_x", "actual_y", "beam current") and grid ("sample_x", "sample_y") come last, under their names.
 *
 * @param out the new metadata, to be freed with stoner_metadata_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_metadata(stoner_context *ctx, const stoner_image *image, stoner_metadata **out);

/**
 * Replaces all metadata of an image. Planes and map are kept if `metadata` has them, and removed if not.
 *
 * @return STONER_ERR_METADATA_TYPE when the entry of a plane is no array of its shape, or that of the grid not the
 *        grid; the image is then unchanged
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_set_metadata(stoner_context *ctx,
                                             stoner_image *image,
                                             const stoner_metadata *metadata);

/**
 * Whether two metadata have the same keys with the same values and units; their order does not matter. NaN equals NaN.
 *
 * @param equal receives 0 or 1
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_equal(stoner_context *ctx,
                                         const stoner_metadata *a,
                                         const stoner_metadata *b,
                                         int32_t *equal);

/**
 * The number of entries.
 *
 * @param n receives how many there are
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_count(stoner_context *ctx, const stoner_metadata *metadata, int64_t *n);

/**
 * The key at a place in the order. The indices 0 to the number of entries - 1 give all keys.
 *
 * @param index 0 to the number of entries - 1; 0 or more
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_key(stoner_context *ctx,
                                       const stoner_metadata *metadata,
                                       int64_t index,
                                       char *buffer,
                                       int64_t capacity,
                                       int64_t *length);

/**
 * Whether there is such a key.
 *
 * @param key the entry's key
 * @param found receives 0 or 1
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_contains(stoner_context *ctx,
                                            const stoner_metadata *metadata,
                                            const char *key,
                                            int32_t *found);

/**
 * The type of a value.
 *
 * @param key the entry's key
 * @param value_type receives STONER_TYPE_NONE to STONER_TYPE_TUPLE
 * @return STONER_ERR_KEY_NOT_FOUND
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_type(stoner_context *ctx,
                                        const stoner_metadata *metadata,
                                        const char *key,
                                        int32_t *value_type);

/**
 * The name of a value's type as written in files: "Double Float", "I32", "String", "1D Array (Double Float)".
 *
 * @param key the entry's key
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_type_name(stoner_context *ctx,
                                             const stoner_metadata *metadata,
                                             const char *key,
                                             char *buffer,
                                             int64_t capacity,
                                             int64_t *length);

/**
 * The unit of a value; "" when it has none.
 *
 * @param key the entry's key
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_unit(stoner_context *ctx,
                                        const stoner_metadata *metadata,
                                        const char *key,
                                        char *buffer,
                                        int64_t capacity,
                                        int64_t *length);

/**
 * Sets the unit of a value.
 *
 * @param key the entry's key
 * @param unit NULL: none
 * @return STONER_ERR_KEY_NOT_FOUND
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_set_unit(stoner_context *ctx,
                                            stoner_metadata *metadata,
                                            const char *key,
                                            const char *unit);

/**
 * Removes an entry; the others keep their order.
 *
 * @param key the entry's key
 * @param out receives new metadata with the entry alone, to be freed with stoner_metadata_free; NULL: not wanted
 * @return STONER_ERR_KEY_NOT_FOUND
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_pop(stoner_context *ctx,
                                       stoner_metadata *metadata,
                                       const char *key,
                                       stoner_metadata **out);

/**
 * Removes the last entry.
 *
 * @param out receives new metadata with the entry alone, to be freed with stoner_metadata_free; NULL: not wanted
 * @return STONER_ERR_KEY_NOT_FOUND when there is none
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_popitem(stoner_context *ctx, stoner_metadata *metadata, stoner_metadata **out);

/**
 * Sets an entry to a default if its key does not exist.
 *
 * @param key the entry's key
 * @param defaults metadata with an entry under the same key, which is copied with its unit
 * @return STONER_ERR_KEY_NOT_FOUND when neither has the key
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_setdefault(stoner_context *ctx,
                                              stoner_metadata *metadata,
                                              const char *key,
                                              const stoner_metadata *defaults);

/**
 * Sets every entry of another: existing keys keep their place, new ones come last in their order.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_update(stoner_context *ctx,
                                          stoner_metadata *metadata,
                                          const stoner_metadata *other);

/**
 * Removes all entries.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_clear(stoner_context *ctx, stoner_metadata *metadata);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Metadata: getting values                                                                                          */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * Each getter names the type that it returns; `stoner_metadata_get_text` returns any value as text.
 */

/**
 * A boolean.
 *
 * @param key the entry's key
 * @param value receives 0 or 1
 * @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_get_bool(stoner_context *ctx,
                                            const stoner_metadata *metadata,
                                            const char *key,
                                            int32_t *value);

/**
 * An integer; a boolean counts as 0 or 1.
 *
 * @param key the entry's key
 * @param value receives the value
 * @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_get_i64(stoner_context *ctx,
                                           const stoner_metadata *metadata,
                                           const char *key,
                                           int64_t *value);

/**
 * A real number; an integer or boolean is converted.
 *
 * @param key the entry's key
 * @param value receives the value
 * @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_get_f64(stoner_context *ctx,
                                           const stoner_metadata *metadata,
                                           const char *key,
                                           double *value);

/**
 * Text; of a timestamp its ISO 8601 form.
 *
 * @param key the entry's key
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_get_string(stoner_context *ctx,
                                              const stoner_metadata *metadata,
                                              const char *key,
                                              char *buffer,
                                              int64_t capacity,
                                              int64_t *length);

/**
 * A complex number; a real one has the imaginary part 0.
 *
 * @param key the entry's key
 * @param re receives the real part
 * @param im receives the imaginary part
 * @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_get_complex(stoner_context *ctx,
                                               const stoner_metadata *metadata,
                                               const char *key,
                                               double *re,
                                               double *im);

/**
 * Bytes; of text its UTF-8 form.
 *
 * @param key the entry's key
 * @param buffer room for `capacity` bytes
 * @param capacity 0: only the length is wanted
 * @param length receives the number of bytes; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_get_bytes(stoner_context *ctx,
                                             const stoner_metadata *metadata,
                                             const char *key,
                                             uint8_t *buffer,
                                             int64_t capacity,
                                             int64_t *length);

/**
 * An array of numbers, as an image: read its shape, dtype and elements. The grid of an image ("sample_x") is
 * computed here.
 *
 * @param key the entry's key
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_get_array(stoner_context *ctx,
                                             const stoner_metadata *metadata,
                                             const char *key,
                                             stoner_image **out);

/**
 * A nested value: a cluster as metadata of its own; a list or tuple as metadata with the keys "0", "1", ...
 *
 * @param key the entry's key
 * @param out the new metadata, to be freed with stoner_metadata_free
 * @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_get_nested(stoner_context *ctx,
                                              const stoner_metadata *metadata,
                                              const char *key,
                                              stoner_metadata **out);

/**
 * Any value as text, in the form that files have: 1.5, True, [1, 2], array([1., 2.]), and text as it is.
 *
 * @param key the entry's key
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_get_text(stoner_context *ctx,
                                            const stoner_metadata *metadata,
                                            const char *key,
                                            char *buffer,
                                            int64_t capacity,
                                            int64_t *length);

/**
 * A whole entry as text with its key and type: "energy{Double Float}=708.5".
 *
 * @param key the entry's key
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_export(stoner_context *ctx,
                                          const stoner_metadata *metadata,
                                          const char *key,
                                          char *buffer,
                                          int64_t capacity,
                                          int64_t *length);

/**
 * A boolean. A shortcut for one entry of an image; see stoner_metadata_get_bool.
 *
 * @param key the entry's key
 * @param value receives 0 or 1
 * @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_metadata_get_bool(stoner_context *ctx,
                                                  const stoner_image *image,
                                                  const char *key,
                                                  int32_t *value);

/**
 * An integer; a boolean counts as 0 or 1. A shortcut for one entry of an image; see stoner_metadata_get_i64.
 *
 * @param key the entry's key
 * @param value receives the value
 * @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_metadata_get_i64(stoner_context *ctx,
                                                 const stoner_image *image,
                                                 const char *key,
                                                 int64_t *value);

/**
 * A real number; an integer or boolean is converted. A shortcut for one entry of an image; see stoner_metadata_get_f64.
 *
 * @param key the entry's key
 * @param value receives the value
 * @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_metadata_get_f64(stoner_context *ctx,
                                                 const stoner_image *image,
                                                 const char *key,
                                                 double *value);

/**
 * Text; of a timestamp its ISO 8601 form. A shortcut for one entry of an image; see stoner_metadata_get_string.
 *
 * @param key the entry's key
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND; STONER_ERR_METADATA_TYPE when the entry is something else
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_metadata_get_string(stoner_context *ctx,
                                                    const stoner_image *image,
                                                    const char *key,
                                                    char *buffer,
                                                    int64_t capacity,
                                                    int64_t *length);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Metadata: setting values                                                                                          */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * An existing key keeps its place and its unit; a new one comes last. Lists, tuples and clusters may be nested up to 64 deep; deeper
 * ones are STONER_ERR_INVALID_ARGUMENT.
 */

/**
 * Sets a boolean.
 *
 * @param key the entry's key
 * @param value the value, 0 or 1
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_set_bool(stoner_context *ctx,
                                            stoner_metadata *metadata,
                                            const char *key,
                                            int32_t value);

/**
 * Sets an integer.
 *
 * @param key the entry's key
 * @param value the value
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_set_i64(stoner_context *ctx,
                                           stoner_metadata *metadata,
                                           const char *key,
                                           int64_t value);

/**
 * Sets a real number.
 *
 * @param key the entry's key
 * @param value the value
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_set_f64(stoner_context *ctx,
                                           stoner_metadata *metadata,
                                           const char *key,
                                           double value);

/**
 * Sets text.
 *
 * @param key the entry's key
 * @param value the value
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_set_string(stoner_context *ctx,
                                              stoner_metadata *metadata,
                                              const char *key,
                                              const char *value);

/**
 * Sets an entry without a value.
 *
 * @param key the entry's key
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_set_none(stoner_context *ctx, stoner_metadata *metadata, const char *key);

/**
 * Sets a complex number.
 *
 * @param key the entry's key
 * @param re the real part
 * @param im the imaginary part
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_set_complex(stoner_context *ctx,
                                               stoner_metadata *metadata,
                                               const char *key,
                                               double re,
                                               double im);

/**
 * Sets bytes.
 *
 * @param key the entry's key
 * @param value `length` bytes
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_set_bytes(stoner_context *ctx,
                                             stoner_metadata *metadata,
                                             const char *key,
                                             const uint8_t *value,
                                             int64_t length);

/**
 * Sets a date and time.
 *
 * @param key the entry's key
 * @param value ISO 8601, "2021-03-16T12:30:00+01:00"; time and zone may be missing
 * @return STONER_ERR_INVALID_ARGUMENT when it is no such text
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_set_timestamp(stoner_context *ctx,
                                                 stoner_metadata *metadata,
                                                 const char *key,
                                                 const char *value);

/**
 * Sets an array of numbers: pixels and mask of an image, which are shared, not copied.
 *
 * @param key the entry's key
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_set_array(stoner_context *ctx,
                                             stoner_metadata *metadata,
                                             const char *key,
                                             const stoner_image *value);

/**
 * Sets a cluster: named values.
 *
 * @param key the entry's key
 * @param value its values by name
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_set_cluster(stoner_context *ctx,
                                               stoner_metadata *metadata,
                                               const char *key,
                                               const stoner_metadata *value);

/**
 * Sets a list.
 *
 * @param key the entry's key
 * @param value its values in their order; the keys do not matter
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_set_list(stoner_context *ctx,
                                            stoner_metadata *metadata,
                                            const char *key,
                                            const stoner_metadata *value);

/**
 * Sets a tuple: a cluster without names.
 *
 * @param key the entry's key
 * @param value its values in their order; the keys do not matter
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_set_tuple(stoner_context *ctx,
                                             stoner_metadata *metadata,
                                             const char *key,
                                             const stoner_metadata *value);

/**
 * Sets options from one text, as stoner_image_apply_text takes them: "scale=4; method=scharr". All of them, or none where one is wrong.
 *
 * @param options options by name with semicolons between them
 * @return STONER_ERR_INVALID_ARGUMENT (a text that is no options)
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_set_options(stoner_context *ctx,
                                               stoner_metadata *metadata,
                                               const char *options);

/**
 * Sets a value from its text form; see stoner_metadata_get_text.
 *
 * @param key the entry's key
 * @param type_name "Double Float", "Single Float" or "EXTENDED" (all double); "I8" to "I64", "U8" to "U64" (all int64);
 *        "Boolean", "String", "Timestamp", "Void", "List", "Cluster (...)", or "1D Array (...)" and those of more axes;
 *        any other means what the text looks like. NULL: taken from the text, which is a string if it is nothing else
 * @param value the value
 * @return STONER_ERR_INVALID_ARGUMENT when the text is not of that type
 * @since 0.1.0
 */
STONER_API int32_t stoner_metadata_set_text(stoner_context *ctx,
                                            stoner_metadata *metadata,
                                            const char *key,
                                            const char *type_name,
                                            const char *value);

/**
 * Sets a boolean. A shortcut for one entry of an image.
 *
 * @param key the entry's key
 * @param value the value, 0 or 1
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_metadata_set_bool(stoner_context *ctx,
                                                  stoner_image *image,
                                                  const char *key,
                                                  int32_t value);

/**
 * Sets an integer. A shortcut for one entry of an image.
 *
 * @param key the entry's key
 * @param value the value
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_metadata_set_i64(stoner_context *ctx,
                                                 stoner_image *image,
                                                 const char *key,
                                                 int64_t value);

/**
 * Sets a real number. A shortcut for one entry of an image.
 *
 * @param key the entry's key
 * @param value the value
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_metadata_set_f64(stoner_context *ctx,
                                                 stoner_image *image,
                                                 const char *key,
                                                 double value);

/**
 * Sets text. A shortcut for one entry of an image.
 *
 * @param key the entry's key
 * @param value the value
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_metadata_set_string(stoner_context *ctx,
                                                    stoner_image *image,
                                                    const char *key,
                                                    const char *value);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Planes and map of the pixels                                                                                      */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * A plane is passed as an image of its own.
 */

/**
 * The number of planes: arrays that belong to the pixels, such as the measured positions "actual_x", "actual_y" and the
 * ring current "beam current".
 *
 * @param n receives how many there are
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_plane_count(stoner_context *ctx,
                                            const stoner_image *image,
                                            int64_t *n);

/**
 * The name of a plane.
 *
 * @param index 0 to the number of planes - 1
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_plane_name(stoner_context *ctx,
                                           const stoner_image *image,
                                           int64_t index,
                                           char *buffer,
                                           int64_t capacity,
                                           int64_t *length);

/**
 * A plane as an image: of the image's shape, or of one frame's when all frames of a stack share it.
 *
 * @param name its name
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_KEY_NOT_FOUND
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_plane(stoner_context *ctx,
                                      const stoner_image *image,
                                      const char *name,
                                      stoner_image **out);

/**
 * The unit of a plane; "" when it has none.
 *
 * @param name its name
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_plane_unit(stoner_context *ctx,
                                           const stoner_image *image,
                                           const char *name,
                                           char *buffer,
                                           int64_t capacity,
                                           int64_t *length);

/**
 * Adds or replaces a plane.
 *
 * @param name its name
 * @param plane an image of the same shape, or of the shape of one frame; pixels and mask are taken, not copied
 * @param unit NULL: none
 * @return STONER_ERR_SHAPE
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_set_plane(stoner_context *ctx,
                                          stoner_image *image,
                                          const char *name,
                                          const stoner_image *plane,
                                          const char *unit);

/**
 * Removes a plane.
 *
 * @param name its name
 * @return STONER_ERR_KEY_NOT_FOUND
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_remove_plane(stoner_context *ctx, stoner_image *image, const char *name);

/**
 * The map from pixels to stage positions: x = origin[0] + step[0] * column + step[1] * row, y = origin[1] + step[2] *
 * column + step[3] * row. It follows crops, flips, turns and shifts exactly.
 *
 * @param origin room for 2 values: the position of the pixel in column 0, row 0
 * @param step room for 4 values, row-major
 * @return STONER_ERR_NO_RESULT when the image has no map (its file gave no regular grid, or an operation dropped it)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_map(stoner_context *ctx, const stoner_image *image, double *origin, double *step);

/**
 * The name of a coordinate of the map: "sample_x" and "sample_y" in a sample image, "zone_plate" down a focus scan.
 *
 * @param coordinate 0: x, 1: y; 0 to 1
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_NO_RESULT without a map
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_map_name(stoner_context *ctx,
                                         const stoner_image *image,
                                         int32_t coordinate,
                                         char *buffer,
                                         int64_t capacity,
                                         int64_t *length);

/**
 * The unit of a coordinate of the map; "" when it has none.
 *
 * @param coordinate 0: x, 1: y; 0 to 1
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_NO_RESULT without a map
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_map_unit(stoner_context *ctx,
                                         const stoner_image *image,
                                         int32_t coordinate,
                                         char *buffer,
                                         int64_t capacity,
                                         int64_t *length);

/**
 * Sets the map; see stoner_image_map.
 *
 * @param origin the position of the pixel in column 0, row 0
 * @param step 4 values, row-major; NULL removes the map (`origin` is then ignored)
 * @param name_x of the coordinate x; NULL: "sample_x"
 * @param name_y of the coordinate y; NULL: "sample_y"
 * @param unit_x NULL: none
 * @param unit_y NULL: none
 * @return STONER_ERR_INVALID_ARGUMENT for a value that is not finite or two equal names; STONER_ERR_SHAPE when the
 *        image has not rank 2 or 3
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_set_map(stoner_context *ctx,
                                        stoner_image *image,
                                        const double *origin,
                                        const double *step,
                                        const char *name_x,
                                        const char *name_y,
                                        const char *unit_x,
                                        const char *unit_y);

/**
 * The width and height of a pixel: the lengths of the map's steps by one column and by one row, in the map's units.
 *
 * @param width receives the width
 * @param height receives the height
 * @return STONER_ERR_NO_RESULT without a map
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_pixel_size(stoner_context *ctx,
                                           const stoner_image *image,
                                           double *width,
                                           double *height);

/**
 * The stage position of a pixel according to the map. Pixel centres are at integers; fractions and pixels outside are fine.
 *
 * @param column the column, also between pixels
 * @param row the row, also between pixels
 * @param x receives x
 * @param y receives y
 * @return STONER_ERR_NO_RESULT without a map
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_position(stoner_context *ctx,
                                         const stoner_image *image,
                                         double column,
                                         double row,
                                         double *x,
                                         double *y);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Frames: what the frames of a stack differ in                                                                      */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * A stack has an axis of frames with a name, a unit and a value for each frame, most often the energy. It follows the frames: stoner_image_take,
 * the moves of an image and alignment keep it, means over rows and columns too; it is saved in TIFF and NeXus files. It is dropped, with a
 * warning, where the first axis is no longer that of the frames.
 */

/**
 * A quantity's name, the same for all facilities: "energy", "ring_current".
 *
 * @param quantity a value of STONER_QUANTITY_
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_quantity_name(stoner_context *ctx,
                                        int32_t quantity,
                                        char *buffer,
                                        int64_t capacity,
                                        int64_t *length);

/**
 * A quantity's unit, the same for all facilities: "eV", "mA"; "" for a number without one.
 *
 * @param quantity a value of STONER_QUANTITY_
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_INVALID_ARGUMENT
 * @since 0.1.0
 */
STONER_API int32_t stoner_quantity_unit(stoner_context *ctx,
                                        int32_t quantity,
                                        char *buffer,
                                        int64_t capacity,
                                        int64_t *length);

/**
 * A well-known quantity according to the metadata, in the unit that stoner_quantity_unit says: a value for each frame of a stack, one for
 * any other image. NaN where a frame has none. A number without a unit is taken to be in that one, with a warning
 * (STONER_WARNING_NO_UNIT).
 *
 * @param quantity a value of STONER_QUANTITY_
 * @param buffer room for `capacity` values
 * @param capacity 0: only the length is wanted
 * @param length receives the number of frames; may be NULL when capacity is not 0
 * @return STONER_ERR_KEY_NOT_FOUND when the metadata say nothing of it; STONER_ERR_INVALID_ARGUMENT;
 *        STONER_ERR_BUFFER_TOO_SMALL
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_quantity(stoner_context *ctx,
                                         const stoner_image *image,
                                         int32_t quantity,
                                         double *buffer,
                                         int64_t capacity,
                                         int64_t *length);

/**
 * The key of the metadata entry with the values of the axis of frames: "counter0.energy"; "" where there is no such axis. Its last part is
 * the axis's name.
 *
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_frame_axis_key(stoner_context *ctx,
                                               const stoner_image *image,
                                               char *buffer,
                                               int64_t capacity,
                                               int64_t *length);

/**
 * The name of the axis of frames: "energy"; "" where there is no such axis.
 *
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_frame_axis_name(stoner_context *ctx,
                                                const stoner_image *image,
                                                char *buffer,
                                                int64_t capacity,
                                                int64_t *length);

/**
 * The unit of the axis of frames; "" where it has none, or there is no such axis.
 *
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_frame_axis_unit(stoner_context *ctx,
                                                const stoner_image *image,
                                                char *buffer,
                                                int64_t capacity,
                                                int64_t *length);

/**
 * The values of the axis of frames, one for each; none where there is no such axis.
 *
 * @param buffer room for `capacity` values
 * @param capacity 0: only the length is wanted
 * @param length receives the number of values; may be NULL when capacity is not 0
 * @return STONER_ERR_BUFFER_TOO_SMALL
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_frame_axis_values(stoner_context *ctx,
                                                  const stoner_image *image,
                                                  double *buffer,
                                                  int64_t capacity,
                                                  int64_t *length);

/**
 * Gives an image an axis of frames along its first axis: the values become the metadata entry `name`, and follow the frames from
 * then on. Without values the axis is taken away, and the entry stays.
 *
 * @param name "energy" for example; NULL is enough without values
 * @param unit NULL or "": none
 * @param values one for each frame
 * @param n_values the number of frames, or 0; 0 or more
 * @return STONER_ERR_SHAPE when the image has not as many frames; STONER_ERR_METADATA_TYPE when a plane or the grid has
 *        the name; STONER_ERR_INVALID_ARGUMENT ("")
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_set_frame_axis(stoner_context *ctx,
                                               stoner_image *image,
                                               const char *name,
                                               const char *unit,
                                               const double *values,
                                               int64_t n_values);

/* ================================================================================================================= */
/* ARRAYS: THE METHODS OF NUMPY.MA                                                                                   */
/* ================================================================================================================= */

/* ----------------------------------------------------------------------------------------------------------------- */
/* Arrays: shape and memory                                                                                          */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * Properties of arrays, other shapes, other orders of axes, other dtypes. A result that only shows the
 * same elements differently copies nothing.
 */

#define STONER_ORDER_DEFAULT 0             /**< The function's own order, as its comment says. */
#define STONER_ORDER_C 1                   /**< The last axis runs fastest. */
#define STONER_ORDER_F 2                   /**< The first axis runs fastest. */
#define STONER_ORDER_A 3                   /**< F if the elements are contiguous in Fortran order and not in C order, else C. */
#define STONER_ORDER_K 4                   /**< The order of the elements in memory. */

#define STONER_CASTING_DEFAULT 0           /**< The function's own rule, as its comment says. */
#define STONER_CASTING_NO 1                /**< Nothing may change. */
#define STONER_CASTING_EQUIV 2             /**< The byte order may change (there is one here: as STONER_CASTING_NO). */
#define STONER_CASTING_SAFE 3              /**< Every value must fit. */
#define STONER_CASTING_SAME_KIND 4         /**< As SAFE, or the kind stays or widens: bool, unsigned, signed, float, complex. */
#define STONER_CASTING_UNSAFE 5            /**< Everything. */

#define STONER_FLAG_C_CONTIGUOUS 1         /**< A flag of stoner_image_flags: the elements are contiguous in C order. */
#define STONER_FLAG_F_CONTIGUOUS 2         /**< A flag of stoner_image_flags: the elements are contiguous in Fortran order. */
#define STONER_FLAG_OWNDATA 4              /**< A flag of stoner_image_flags: always, since a handle is a value. */
#define STONER_FLAG_ALIGNED 256            /**< A flag of stoner_image_flags: always. */
#define STONER_FLAG_WRITEABLE 1024         /**< A flag of stoner_image_flags: always, since a handle is a value. */

#define STONER_BYTE_ORDER_SWAP 0           /**< The other byte order. */
#define STONER_BYTE_ORDER_NATIVE 1         /**< This machine's. */
#define STONER_BYTE_ORDER_LITTLE 2         /**< The lowest byte first. */
#define STONER_BYTE_ORDER_BIG 3            /**< The highest byte first. */

/**
 * The size of one element in bytes.
 *
 * @param itemsize receives the bytes of an element
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_itemsize(stoner_context *ctx, const stoner_image *image, int64_t *itemsize);

/**
 * The size of all elements in bytes: what stoner_image_read needs in the image's own dtype.
 *
 * @param nbytes receives the bytes of all elements
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_nbytes(stoner_context *ctx, const stoner_image *image, int64_t *nbytes);

/**
 * The steps in bytes from an element to the next along each axis, as stoner_image_data gives them; negative where an axis
 * is reversed.
 *
 * @param strides room for `capacity` steps; STONER_MAX_NDIM is always enough
 * @param capacity 0: only the rank is wanted
 * @param ndim receives the rank; may be NULL when capacity is not 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_strides(stoner_context *ctx,
                                        const stoner_image *image,
                                        int64_t *strides,
                                        int64_t capacity,
                                        int64_t *ndim);

/**
 * Whether the elements are contiguous in C order.
 *
 * @param contiguous receives 0 or 1
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_iscontiguous(stoner_context *ctx, const stoner_image *image, int32_t *contiguous);

/**
 * The same elements in another shape. Copies nothing if the elements are in the requested order, or if axes are
 * only merged or have length 1. Planes and map stay only where the shape does.
 *
 * @param shape `n_shape` lengths; one of them may be -1: it is computed. NULL with n_shape 0: rank 0, one element.
 * @param n_shape 0 to 8
 * @param order in which the elements are counted, before and after: STONER_ORDER_C, F, A; K means A; 0: STONER_ORDER_C
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_SHAPE when the number of elements would change, or -1 stands twice
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_reshape(stoner_context *ctx,
                                        const stoner_image *image,
                                        const int64_t *shape,
                                        int32_t n_shape,
                                        int32_t order,
                                        stoner_image **out);

/**
 * The axes in another order; nothing is copied. Planes and map follow where the last two axes stay or are exchanged with
 * each other, else they are dropped with a warning.
 *
 * @param axes `n_axes` axes, each once, negative ones counted from the end; NULL with n_axes 0: all in reverse order
 * @param n_axes 0 or the rank
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (an axis), STONER_ERR_INVALID_ARGUMENT (one twice, or not all)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_transpose_axes(stoner_context *ctx,
                                               const stoner_image *image,
                                               const int32_t *axes,
                                               int32_t n_axes,
                                               stoner_image **out);

/**
 * Exchanges two axes; nothing is copied. Planes and map as in stoner_image_transpose_axes.
 *
 * @param axis1 negative ones count from the end
 * @param axis2 negative ones count from the end
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_swapaxes(stoner_context *ctx,
                                         const stoner_image *image,
                                         int32_t axis1,
                                         int32_t axis2,
                                         stoner_image **out);

/**
 * Removes axes of length 1; nothing is copied. Planes and map stay where the shape does, and where the only frame of a stack
 * becomes an image.
 *
 * @param axes `n_axes` axes, negative ones counted from the end; NULL with n_axes 0: all of length 1
 * @param n_axes 0 to the rank
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_SHAPE when an axis that is named is longer; STONER_ERR_OUT_OF_RANGE; STONER_ERR_INVALID_ARGUMENT
 *        (one twice)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_squeeze(stoner_context *ctx,
                                        const stoner_image *image,
                                        const int32_t *axes,
                                        int32_t n_axes,
                                        stoner_image **out);

/**
 * All elements in a row; nothing is copied where they lie in that order. Planes and map are dropped with a warning.
 *
 * @param order STONER_ORDER_C, F, A; K means A, as in numpy.ma; 0: STONER_ORDER_C
 * @param out the new image of rank 1, to be freed with stoner_image_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_ravel(stoner_context *ctx,
                                      const stoner_image *image,
                                      int32_t order,
                                      stoner_image **out);

/**
 * All elements in a row, as stoner_image_ravel (images are values: a copy is made when one of the two is written to);
 * STONER_ORDER_K uses their order in memory.
 *
 * @param order STONER_ORDER_C, F, A, K; 0: STONER_ORDER_C
 * @param out the new image of rank 1, to be freed with stoner_image_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_flatten(stoner_context *ctx,
                                        const stoner_image *image,
                                        int32_t order,
                                        stoner_image **out);

/**
 * Always fails, as numpy.ma's method: a masked array can not be resized in place. stoner_image_reshape keeps the number of
 * elements, stoner_image_repeat and stoner_image_take change it.
 *
 * @param shape `n_shape` lengths
 * @return STONER_ERR_UNSUPPORTED
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_resize(stoner_context *ctx,
                                       stoner_image *image,
                                       const int64_t *shape,
                                       int32_t n_shape);

/**
 * The array in another dtype. A float that does not fit an integer becomes the nearest integer that does, and NaN becomes 0
 * (C leaves both undefined); of a complex number the real part is taken. Mask, planes and map stay; the fill value is converted.
 *
 * @param dtype STONER_BOOL to STONER_C128
 * @param order the order of the result in memory: STONER_ORDER_K (also 0: axes as they are), C, F, A; 0: STONER_ORDER_K
 * @param casting what may be lost: STONER_CASTING_UNSAFE everything, NO, EQUIV, SAFE, SAME_KIND less; 0:
 *        STONER_CASTING_UNSAFE
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_DTYPE when the rule does not allow the conversion
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_astype(stoner_context *ctx,
                                       const stoner_image *image,
                                       int32_t dtype,
                                       int32_t order,
                                       int32_t casting,
                                       stoner_image **out);

/**
 * The bytes of the elements as elements of another dtype (numpy's view). If its size differs, the last axis becomes longer or
 * shorter; it must then be contiguous and divisible, and there must be no mask. In bool every byte except 0 is true. The
 * fill value becomes the default.
 *
 * @param dtype STONER_BOOL to STONER_C128
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_SHAPE when the size of an element differs and the last axis does not divide into the new elements
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_view(stoner_context *ctx,
                                     const stoner_image *image,
                                     int32_t dtype,
                                     stoner_image **out);

/**
 * Each element with its bytes in reverse order; of complex numbers each part.
 *
 * @param out the new image, to be freed with stoner_image_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_byteswap(stoner_context *ctx, const stoner_image *image, stoner_image **out);

/**
 * The values that the bytes have when they are read in another byte order. (Images are always in this machine's, so the
 * result is the array that numpy shows, not a mark on the same bytes.)
 *
 * @param byte_order STONER_BYTE_ORDER_SWAP (the other one), NATIVE, LITTLE, BIG; default STONER_BYTE_ORDER_SWAP
 * @param out the new image, to be freed with stoner_image_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_newbyteorder(stoner_context *ctx,
                                             const stoner_image *image,
                                             int32_t byte_order,
                                             stoner_image **out);

/**
 * A part of each element's bytes as an element of another dtype.
 *
 * @param dtype STONER_BOOL to STONER_C128, not larger than the image's own
 * @param offset bytes from the element's first byte; part and offset must lie inside the element; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT (dtype), STONER_ERR_OUT_OF_RANGE (offset)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_getfield(stoner_context *ctx,
                                         const stoner_image *image,
                                         int32_t dtype,
                                         int64_t offset,
                                         stoner_image **out);

/**
 * Writes values into a part of each element's bytes. The mask is ignored.
 *
 * @param values an image whose shape can be broadcast; converted to `dtype`
 * @param dtype STONER_BOOL to STONER_C128, not larger than the image's own
 * @param offset bytes from the element's first byte; part and offset must lie inside the element; default 0
 * @return STONER_ERR_INVALID_ARGUMENT (dtype), STONER_ERR_OUT_OF_RANGE (offset), STONER_ERR_SHAPE
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_setfield(stoner_context *ctx,
                                         stoner_image *image,
                                         const stoner_image *values,
                                         int32_t dtype,
                                         int64_t offset);

/**
 * numpy's flags as a set of bits: STONER_FLAG_C_CONTIGUOUS and so on.
 *
 * @param flags receives the sum of STONER_FLAG_ constants
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_flags(stoner_context *ctx, const stoner_image *image, int32_t *flags);

/**
 * The addresses of the first element and of its mask's byte; 0 where there is no mask. Compare them, do not follow them: images
 * that share their pixels have the same.
 *
 * @param ids that of the pixels, and that of the mask: room for 2 values
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_ids(stoner_context *ctx,
                                    const stoner_image *image,
                                    int64_t *ids);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Arrays: masks                                                                                                     */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * A hard mask protects: masked elements cannot be written to. The kind of mask and the fill value are passed on from an image to
 * images made from it.
 */

#define STONER_FILL_DEFAULT 0              /**< The image's own fill value: what was set, or else the dtype's default. */
#define STONER_FILL_VALUE 1                /**< The given value. */

#define STONER_FILL_OWN 2                  /**< The image's own fill value, wherever another one would stand for the default. */

/**
 * Makes the mask hard: masked elements stay masked and keep their values when they are written to.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_harden_mask(stoner_context *ctx, stoner_image *image);

/**
 * Makes the mask soft, the initial state: elements that are written to are unmasked.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_soften_mask(stoner_context *ctx, stoner_image *image);

/**
 * Whether the mask is hard; see stoner_image_harden_mask.
 *
 * @param hard receives 0 or 1
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_hardmask(stoner_context *ctx, const stoner_image *image, int32_t *hard);

/**
 * Drops a mask that masks nothing: the array then has none, which is faster. Masked elements stay masked.
 *
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_shrink_mask(stoner_context *ctx, stoner_image *image);

/**
 * The fill value for masked elements as a double. stoner_image_fill_value_as gives it exactly, and complex ones.
 *
 * @param fill_value receives the value; integers beyond 2^53 are rounded
 * @return STONER_ERR_DTYPE for complex images
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_fill_value(stoner_context *ctx, const stoner_image *image, double *fill_value);

/**
 * The fill value for masked elements: what was set, or else numpy.ma's default for the dtype (1 for bool, 999999 for
 * integers, 1e20 for floats and complex numbers, each as the dtype holds it).
 *
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param fill_value receives the value: room for one number of that dtype
 * @return STONER_ERR_OUT_OF_RANGE (an integer that the dtype does not hold); STONER_ERR_DTYPE for an integer of a float
 *        or complex image, and a real number of a complex one
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_fill_value_as(stoner_context *ctx,
                                              const stoner_image *image,
                                              int32_t dtype,
                                              void *fill_value);

/**
 * Sets the fill value for masked elements to a double, as stoner_image_set_fill_value_as.
 *
 * @param fill_mode STONER_FILL_DEFAULT: back to the dtype's default; STONER_FILL_VALUE: `fill_value`; default
 *        STONER_FILL_DEFAULT
 * @param fill_value the value; for integers the fraction is dropped
 * @return STONER_ERR_OUT_OF_RANGE when the dtype does not hold the value
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_set_fill_value(stoner_context *ctx,
                                               stoner_image *image,
                                               int32_t fill_mode,
                                               double fill_value);

/**
 * Sets the fill value for masked elements.
 *
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param fill_value the number; for integers a fraction is dropped; NULL: back to the default of the image's dtype
 * @return STONER_ERR_OUT_OF_RANGE when the image's dtype does not hold the value
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_set_fill_value_as(stoner_context *ctx,
                                                  stoner_image *image,
                                                  int32_t dtype,
                                                  const void *fill_value);

/**
 * The array with masked elements replaced by a double, as stoner_image_filled_as.
 *
 * @param fill_mode STONER_FILL_DEFAULT and STONER_FILL_OWN: the image's own fill value; STONER_FILL_VALUE:
 *        `fill_value`; default STONER_FILL_DEFAULT
 * @param fill_value the value; for integers the fraction is dropped
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE when the dtype does not hold the value
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_filled(stoner_context *ctx,
                                       const stoner_image *image,
                                       int32_t fill_mode,
                                       double fill_value,
                                       stoner_image **out);

/**
 * The array with masked elements replaced by a value; the result has no masked elements. Planes and map stay.
 *
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param fill_value the number; for integers a fraction is dropped; NULL: the image's own fill value
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE when the image's dtype does not hold the value
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_filled_as(stoner_context *ctx,
                                          const stoner_image *image,
                                          int32_t dtype,
                                          const void *fill_value,
                                          stoner_image **out);

/**
 * The unmasked elements in a row, in C order. Planes and map are dropped with a warning.
 *
 * @param out the new image of rank 1, to be freed with stoner_image_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_compressed(stoner_context *ctx, const stoner_image *image, stoner_image **out);

/**
 * The bytes of numpy's structured array (_data, _mask): for each element, in C order, the element in native byte order and
 * one byte that is 1 where it is masked. A record has stoner_image_itemsize + 1 bytes, without gaps.
 *
 * @param buffer room for `capacity` bytes
 * @param capacity 0: only the length is wanted
 * @param length receives the number of bytes; may be NULL when capacity is not 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_toflex(stoner_context *ctx,
                                       const stoner_image *image,
                                       uint8_t *buffer,
                                       int64_t capacity,
                                       int64_t *length);

/**
 * The same as stoner_image_toflex, as in numpy.ma.
 *
 * @param buffer room for `capacity` bytes
 * @param capacity 0: only the length is wanted
 * @param length receives the number of bytes; may be NULL when capacity is not 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_torecords(stoner_context *ctx,
                                          const stoner_image *image,
                                          uint8_t *buffer,
                                          int64_t capacity,
                                          int64_t *length);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Arrays: elements                                                                                                  */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * Selection of elements by their places, and elementwise functions. Where the places of pixels are lost, planes and map are dropped
 * with a warning.
 */

#define STONER_INDEX_DEFAULT 0             /**< The function's own mode, as its comment says. */
#define STONER_INDEX_RAISE 1               /**< An index outside is an error; negative ones count from the end. */
#define STONER_INDEX_WRAP 2                /**< An index outside starts again from the other end. */
#define STONER_INDEX_CLIP 3                /**< An index outside becomes the nearest that is inside; negative ones become 0. */

/**
 * One element as a double. stoner_image_item_as gives it exactly, and complex ones.
 *
 * @param index `n_index` indices, negative ones counted from the end: one in C order, or one for each axis; NULL with
 *        n_index 0: an array of one element
 * @param n_index 0, 1 or the rank
 * @param value receives the element, masked or not; integers beyond 2^53 are rounded
 * @param masked receives 0 or 1; may be NULL
 * @return STONER_ERR_OUT_OF_RANGE (an index), STONER_ERR_INVALID_ARGUMENT (their number), STONER_ERR_DTYPE for complex
 *        images
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_item(stoner_context *ctx,
                                     const stoner_image *image,
                                     const int64_t *index,
                                     int64_t n_index,
                                     double *value,
                                     int32_t *masked);

/**
 * One element. Integers are exact; floats round what they do not hold.
 *
 * @param index `n_index` indices, negative ones counted from the end: one in C order, or one for each axis; NULL with
 *        n_index 0: an array of one element
 * @param n_index 0, 1 or the rank
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param value receives the element, masked or not: room for one number of that dtype
 * @param masked receives 0 or 1; may be NULL
 * @return STONER_ERR_OUT_OF_RANGE (an index; an integer that the dtype does not hold), STONER_ERR_INVALID_ARGUMENT (the
 *        number of indices), STONER_ERR_DTYPE for an integer of a float or complex image, and a real number of a
 *        complex one
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_item_as(stoner_context *ctx,
                                        const stoner_image *image,
                                        const int64_t *index,
                                        int64_t n_index,
                                        int32_t dtype,
                                        void *value,
                                        int32_t *masked);

/**
 * Writes one element, as stoner_image_itemset_as, from a double.
 *
 * @param index `n_index` indices, negative ones counted from the end: one in C order, or one for each axis; NULL with
 *        n_index 0: an array of one element
 * @param n_index 0, 1 or the rank
 * @param value for integers the fraction is dropped
 * @return STONER_ERR_OUT_OF_RANGE (an index; a value that the dtype does not hold), STONER_ERR_INVALID_ARGUMENT (the
 *        number of indices)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_itemset(stoner_context *ctx,
                                        stoner_image *image,
                                        const int64_t *index,
                                        int64_t n_index,
                                        double value);

/**
 * Writes one element. As in numpy.ma the mask is ignored: an element that is masked, softly or hard, gets the value and stays
 * masked. stoner_image_put respects the mask.
 *
 * @param index `n_index` indices, negative ones counted from the end: one in C order, or one for each axis; NULL with
 *        n_index 0: an array of one element
 * @param n_index 0, 1 or the rank
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param value the number; for integers a fraction is dropped
 * @return STONER_ERR_OUT_OF_RANGE (an index; a value that the image's dtype does not hold), STONER_ERR_INVALID_ARGUMENT
 *        (the number of indices)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_itemset_as(stoner_context *ctx,
                                           stoner_image *image,
                                           const int64_t *index,
                                           int64_t n_index,
                                           int32_t dtype,
                                           const void *value);

/**
 * Gives every element one value, as stoner_image_fill_as, from a double.
 *
 * @param value for integers the fraction is dropped
 * @return STONER_ERR_OUT_OF_RANGE when the dtype does not hold the value
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_fill(stoner_context *ctx, stoner_image *image, double value);

/**
 * Gives every element one value. As in numpy.ma the mask is ignored: an element that is masked, softly or hard, gets the value
 * and stays masked. stoner_image_put respects the mask.
 *
 * @param dtype the dtype of the number at `value`; 0: the image's own
 * @param value the number; for integers a fraction is dropped
 * @return STONER_ERR_OUT_OF_RANGE when the image's dtype does not hold the value
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_fill_as(stoner_context *ctx,
                                        stoner_image *image,
                                        int32_t dtype,
                                        const void *value);

/**
 * Writes values at indices counted in C order. What is written is unmasked, or masked where the value is; where the mask is
 * hard, masked elements stay as they are.
 *
 * @param indices `n_indices` indices
 * @param n_indices 0: nothing happens
 * @param values an image, taken in C order, converted to the dtype (as in stoner_image_astype) and repeated as often as
 *        needed; without elements nothing happens
 * @param mode an index outside the image: STONER_INDEX_RAISE is an error, WRAP, CLIP; 0: STONER_INDEX_RAISE
 * @return STONER_ERR_OUT_OF_RANGE (an index); nothing is changed then
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_put(stoner_context *ctx,
                                    stoner_image *image,
                                    const int64_t *indices,
                                    int64_t n_indices,
                                    const stoner_image *values,
                                    int32_t mode);

/**
 * The elements at indices along an axis. Planes follow. Frames of a stack keep the map, and the metadata with a value for each
 * frame (energies, dwells) are picked with them; rows and columns keep the map where the indices are evenly spaced. What
 * can not be kept is dropped with a warning.
 *
 * @param indices `n_indices` indices
 * @param n_indices the length of the axis in the result
 * @param axis negative ones count from the end; NULL: of all elements in a row
 * @param mode an index outside: STONER_INDEX_RAISE is an error, WRAP, CLIP; 0: STONER_INDEX_RAISE
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (an index, the axis)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_take(stoner_context *ctx,
                                     const stoner_image *image,
                                     const int64_t *indices,
                                     int64_t n_indices,
                                     const int32_t *axis,
                                     int32_t mode,
                                     stoner_image **out);

/**
 * For each element the element at the same place of the choice that it names: out[i] = choices[image[i]][i]. Shapes are
 * broadcast. An element is masked where the index is, or the element that it names.
 *
 * @param image the indices: integers that fit int64_t, or bool
 * @param choices images
 * @param n_choices the result's dtype is the smallest that holds all of theirs; 1 or more
 * @param mode an index outside: STONER_INDEX_RAISE is an error, WRAP, CLIP; 0: STONER_INDEX_RAISE
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_DTYPE (the indices), STONER_ERR_SHAPE, STONER_ERR_OUT_OF_RANGE (an index)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_choose(stoner_context *ctx,
                                       const stoner_image *image,
                                       const stoner_image *const *choices,
                                       int64_t n_choices,
                                       int32_t mode,
                                       stoner_image **out);

/**
 * The elements along an axis where a condition holds. Planes, map and metadata follow as in stoner_image_take.
 *
 * @param condition `n_condition` bytes, not 0: the element stays
 * @param n_condition may be less than the axis, which leaves out the rest
 * @param axis negative ones count from the end; NULL: of all elements in a row
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (the axis; a condition that holds beyond its end)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_compress(stoner_context *ctx,
                                         const stoner_image *image,
                                         const uint8_t *condition,
                                         int64_t n_condition,
                                         const int32_t *axis,
                                         stoner_image **out);

/**
 * Repeats each element along an axis. Planes, map and metadata follow as in stoner_image_take.
 *
 * @param repeats `n_repeats` counts; 0 or more
 * @param n_repeats 1: one count for all; else one for each element
 * @param axis negative ones count from the end; NULL: of all elements in a row
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT (a negative count), STONER_ERR_SHAPE (their number), STONER_ERR_OUT_OF_RANGE
 *        (axis), STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_repeat(stoner_context *ctx,
                                       const stoner_image *image,
                                       const int64_t *repeats,
                                       int64_t n_repeats,
                                       const int32_t *axis,
                                       stoner_image **out);

/**
 * The diagonal of two axes, as the last axis of the result. Of rank 2 nothing is copied.
 *
 * @param offset above 0: that many above the main diagonal; below 0: below it; default 0
 * @param axis1 the rows; negative ones count from the end; default 0
 * @param axis2 the columns; 0 and 0 for both axes: 0 and 1; default 1
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_SHAPE below rank 2, STONER_ERR_OUT_OF_RANGE (an axis), STONER_ERR_INVALID_ARGUMENT (one axis
 *        twice)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_diagonal(stoner_context *ctx,
                                         const stoner_image *image,
                                         int64_t offset,
                                         int32_t axis1,
                                         int32_t axis2,
                                         stoner_image **out);

/**
 * The indices of the elements that are neither 0 nor masked, in C order.
 *
 * @param out a new image of int64, (rank, number of such elements): a row for each axis; to be freed with
 *        stoner_image_free. Rank 0 counts as rank 1.
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_nonzero(stoner_context *ctx, const stoner_image *image, stoner_image **out);

/**
 * Limits the elements to a range of doubles, as stoner_image_clip_as.
 *
 * @param min the lower limit; NaN: none; default NaN
 * @param max the upper limit; NaN: none. Where the limits are in the wrong order everything becomes this one; default
 *        NaN
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT when both are NaN
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_clip(stoner_context *ctx,
                                     const stoner_image *image,
                                     double min,
                                     double max,
                                     stoner_image **out);

/**
 * Limits the elements to a range; NaN stays. Floats and complex numbers (by their real parts, then by their imaginary ones)
 * keep their dtype. As in numpy, integers do where the limits are whole numbers that it holds; else the result is of
 * the smallest integer dtype that does, or for other limits float64.
 *
 * @param min_dtype the dtype of the number at `min`; 0: the image's own
 * @param min the lower limit; NaN and NULL: none
 * @param max_dtype the dtype of the number at `max`; 0: the image's own
 * @param max the upper limit; NaN and NULL: none. Where the limits are in the wrong order everything becomes this one.
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT when both are NULL
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_clip_as(stoner_context *ctx,
                                        const stoner_image *image,
                                        int32_t min_dtype,
                                        const void *min,
                                        int32_t max_dtype,
                                        const void *max,
                                        stoner_image **out);

/**
 * Limits each element to a range of its own. Shapes are broadcast; the dtype is the smallest that holds the image's and the
 * limits'. Where a limit is NaN so is the result, where one is masked the result is.
 *
 * @param min an image of lower limits; NULL: none
 * @param max an image of upper limits; NULL: none
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT when both are NULL, STONER_ERR_SHAPE
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_clip_images(stoner_context *ctx,
                                            const stoner_image *image,
                                            const stoner_image *min,
                                            const stoner_image *max,
                                            stoner_image **out);

/**
 * Rounds to a number of decimals, half to even. Computed as numpy does: multiplied by a power of ten, rounded, divided. Bool
 * becomes float32.
 *
 * @param decimals below 0: to tens, hundreds and so on, integers too; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_DTYPE for bool with other decimals than 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_round(stoner_context *ctx,
                                      const stoner_image *image,
                                      int32_t decimals,
                                      stoner_image **out);

/**
 * The real parts; what is not complex stays.
 *
 * @param out the new image, to be freed with stoner_image_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_real(stoner_context *ctx, const stoner_image *image, stoner_image **out);

/**
 * The same as stoner_image_real, as in numpy.ma.
 *
 * @param out the new image, to be freed with stoner_image_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_get_real(stoner_context *ctx, const stoner_image *image, stoner_image **out);

/**
 * The imaginary parts; 0 for what is not complex.
 *
 * @param out the new image, to be freed with stoner_image_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_imag(stoner_context *ctx, const stoner_image *image, stoner_image **out);

/**
 * The same as stoner_image_imag, as in numpy.ma.
 *
 * @param out the new image, to be freed with stoner_image_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_get_imag(stoner_context *ctx, const stoner_image *image, stoner_image **out);

/**
 * The complex conjugate; what is not complex stays.
 *
 * @param out the new image, to be freed with stoner_image_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_conj(stoner_context *ctx, const stoner_image *image, stoner_image **out);

/**
 * The same as stoner_image_conj, as in numpy.ma.
 *
 * @param out the new image, to be freed with stoner_image_free
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_conjugate(stoner_context *ctx, const stoner_image *image, stoner_image **out);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Arrays: reductions                                                                                                */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * Each gives an image with the remaining axes (of rank 0 when none remains), and the array's metadata; an element is
 * masked if all elements that it is made from are masked. `axes` names the axes that are reduced, counted from the end where negative; none
 * named means all. The functions that end in `_value` reduce the whole array to one number.
 */

/**
 * Whether all elements are true, that is not 0, as bool. Masked elements count as true; NaN is true.
 *
 * @param axes the axes to reduce, `n_axes` of them; NULL: all
 * @param n_axes how many; 0: all
 * @param keepdims 1: the reduced axes stay with length 1; 0: they are removed; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice); STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_all(stoner_context *ctx,
                                    const stoner_image *image,
                                    const int32_t *axes,
                                    int32_t n_axes,
                                    int32_t keepdims,
                                    stoner_image **out);

/**
 * Whether all elements are true (1) or not (0).
 *
 * @param value receives it; NaN where it is masked
 * @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
 * @return STONER_ERR_NULL_POINTER
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_all_value(stoner_context *ctx,
                                          const stoner_image *image,
                                          double *value,
                                          int32_t *masked);

/**
 * Whether any element is true, that is not 0, as bool. Masked elements count as false; NaN is true.
 *
 * @param axes the axes to reduce, `n_axes` of them; NULL: all
 * @param n_axes how many; 0: all
 * @param keepdims 1: the reduced axes stay with length 1; 0: they are removed; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice); STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_any(stoner_context *ctx,
                                    const stoner_image *image,
                                    const int32_t *axes,
                                    int32_t n_axes,
                                    int32_t keepdims,
                                    stoner_image **out);

/**
 * Whether any element is true (1) or none (0).
 *
 * @param value receives it; NaN where it is masked
 * @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
 * @return STONER_ERR_NULL_POINTER
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_any_value(stoner_context *ctx,
                                          const stoner_image *image,
                                          double *value,
                                          int32_t *masked);

/**
 * The sum. Masked elements count as 0; integers wrap. Floats are added in double, in blocks and with the rounding error
 * of each block kept (Neumaier 1974), also where they are `float`.
 *
 * @param axes the axes to reduce, `n_axes` of them; NULL: all
 * @param n_axes how many; 0: all
 * @param dtype STONER_BOOL to STONER_C128: the values are cast to it, and added and given in it; 0: numpy's choice, 64
 *        bits for integers and bool, else the array's own
 * @param keepdims 1: the reduced axes stay with length 1; 0: they are removed; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype);
 *        STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_sum(stoner_context *ctx,
                                    const stoner_image *image,
                                    const int32_t *axes,
                                    int32_t n_axes,
                                    int32_t dtype,
                                    int32_t keepdims,
                                    stoner_image **out);

/**
 * The sum; masked elements count as 0. Beyond 2^53 an integer's is rounded.
 *
 * @param value receives it; NaN where it is masked
 * @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
 * @return STONER_ERR_DTYPE for a complex result: the form that gives an image has it
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_sum_value(stoner_context *ctx,
                                          const stoner_image *image,
                                          double *value,
                                          int32_t *masked);

/**
 * The product, multiplied in the order of memory. Masked elements count as 1; integers wrap.
 *
 * @param axes the axes to reduce, `n_axes` of them; NULL: all
 * @param n_axes how many; 0: all
 * @param dtype STONER_BOOL to STONER_C128: the values are cast to it, and added and given in it; 0: numpy's choice, 64
 *        bits for integers and bool, else the array's own
 * @param keepdims 1: the reduced axes stay with length 1; 0: they are removed; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype);
 *        STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_prod(stoner_context *ctx,
                                     const stoner_image *image,
                                     const int32_t *axes,
                                     int32_t n_axes,
                                     int32_t dtype,
                                     int32_t keepdims,
                                     stoner_image **out);

/**
 * The product; masked elements count as 1. Beyond 2^53 an integer's is rounded.
 *
 * @param value receives it; NaN where it is masked
 * @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
 * @return STONER_ERR_DTYPE for a complex result: the form that gives an image has it
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_prod_value(stoner_context *ctx,
                                           const stoner_image *image,
                                           double *value,
                                           int32_t *masked);

/**
 * The same as stoner_image_prod.
 *
 * @param axes the axes to reduce, `n_axes` of them; NULL: all
 * @param n_axes how many; 0: all
 * @param dtype STONER_BOOL to STONER_C128: the values are cast to it, and added and given in it; 0: numpy's choice, 64
 *        bits for integers and bool, else the array's own
 * @param keepdims 1: the reduced axes stay with length 1; 0: they are removed; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype);
 *        STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_product(stoner_context *ctx,
                                        const stoner_image *image,
                                        const int32_t *axes,
                                        int32_t n_axes,
                                        int32_t dtype,
                                        int32_t keepdims,
                                        stoner_image **out);

/**
 * The same as stoner_image_prod_value.
 *
 * @param value receives it; NaN where it is masked
 * @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
 * @return STONER_ERR_DTYPE for a complex result: the form that gives an image has it
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_product_value(stoner_context *ctx,
                                              const stoner_image *image,
                                              double *value,
                                              int32_t *masked);

/**
 * The number of elements that are not masked, as int64_t.
 *
 * @param axes the axes to reduce, `n_axes` of them; NULL: all
 * @param n_axes how many; 0: all
 * @param keepdims 1: the reduced axes stay with length 1; 0: they are removed; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice); STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_count(stoner_context *ctx,
                                      const stoner_image *image,
                                      const int32_t *axes,
                                      int32_t n_axes,
                                      int32_t keepdims,
                                      stoner_image **out);

/**
 * The number of elements that are not masked.
 *
 * @param n receives it
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_count_value(stoner_context *ctx, const stoner_image *image, int64_t *n);

/**
 * The mean of the elements that are not masked. Of an array without a mask `float` stays `float`; with a mask the result is double,
 * as numpy's, and where it is an array what is not finite is masked. It is added up as by stoner_image_sum.
 *
 * @param axes the axes to reduce, `n_axes` of them; NULL: all
 * @param n_axes how many; 0: all
 * @param dtype STONER_F32, STONER_F64, STONER_C64 or STONER_C128: the values are cast to it; 0: double for integers and
 *        bool, else the array's own
 * @param keepdims 1: the reduced axes stay with length 1; 0: they are removed; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype);
 *        STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_mean(stoner_context *ctx,
                                     const stoner_image *image,
                                     const int32_t *axes,
                                     int32_t n_axes,
                                     int32_t dtype,
                                     int32_t keepdims,
                                     stoner_image **out);

/**
 * The mean of the elements that are not masked.
 *
 * @param value receives it; NaN where it is masked
 * @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
 * @return STONER_ERR_DTYPE for a complex result: the form that gives an image has it
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_mean_value(stoner_context *ctx,
                                           const stoner_image *image,
                                           double *value,
                                           int32_t *masked);

/**
 * The variance: the mean of |x - mean|^2 over the elements that are not masked. Masked where the divisor is not above 0. Of an array
 * without a mask `float` stays `float`; with a mask the result is double. Computed in double in one pass (Chan, Golub, LeVeque 1979), or in
 * two.
 *
 * @param axes the axes to reduce, `n_axes` of them; NULL: all
 * @param n_axes how many; 0: all
 * @param dtype STONER_F32 or STONER_F64 (of complex arrays: of their parts): the values are cast to it; 0: double for
 *        integers and bool, else the array's own
 * @param ddof the divisor is the number of elements less this; default 0
 * @param keepdims 1: the reduced axes stay with length 1; 0: they are removed; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype);
 *        STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_var(stoner_context *ctx,
                                    const stoner_image *image,
                                    const int32_t *axes,
                                    int32_t n_axes,
                                    int32_t dtype,
                                    int64_t ddof,
                                    int32_t keepdims,
                                    stoner_image **out);

/**
 * The variance of the elements that are not masked.
 *
 * @param ddof the divisor is the number of elements less this; default 0
 * @param value receives it; NaN where it is masked
 * @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
 * @return STONER_ERR_NULL_POINTER
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_var_value(stoner_context *ctx,
                                          const stoner_image *image,
                                          int64_t ddof,
                                          double *value,
                                          int32_t *masked);

/**
 * The standard deviation, the root of stoner_image_var; masked where it is not finite, NaN among it.
 *
 * @param axes the axes to reduce, `n_axes` of them; NULL: all
 * @param n_axes how many; 0: all
 * @param dtype STONER_F32 or STONER_F64 (of complex arrays: of their parts): the values are cast to it; 0: double for
 *        integers and bool, else the array's own
 * @param ddof the divisor is the number of elements less this; default 0
 * @param keepdims 1: the reduced axes stay with length 1; 0: they are removed; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype);
 *        STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_std(stoner_context *ctx,
                                    const stoner_image *image,
                                    const int32_t *axes,
                                    int32_t n_axes,
                                    int32_t dtype,
                                    int64_t ddof,
                                    int32_t keepdims,
                                    stoner_image **out);

/**
 * The standard deviation of the elements that are not masked.
 *
 * @param ddof the divisor is the number of elements less this; default 0
 * @param value receives it; NaN where it is masked
 * @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
 * @return STONER_ERR_NULL_POINTER
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_std_value(stoner_context *ctx,
                                          const stoner_image *image,
                                          int64_t ddof,
                                          double *value,
                                          int32_t *masked);

/**
 * The differences from the mean over axes (stoner_image_mean), in the array's own shape.
 *
 * @param axes the axes to take the mean over, `n_axes` of them; NULL: all
 * @param n_axes how many; 0: all
 * @param dtype STONER_F32, STONER_F64, STONER_C64 or STONER_C128: the values are cast to it; 0: double for integers and
 *        bool, else the array's own
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, dtype);
 *        STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_anom(stoner_context *ctx,
                                     const stoner_image *image,
                                     const int32_t *axes,
                                     int32_t n_axes,
                                     int32_t dtype,
                                     stoner_image **out);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Arrays: least and greatest                                                                                        */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * Reductions as those of the section "Arrays: reductions", which explains `axes` and the functions that end in `_value`.
 */

/**
 * The least value, in the array's dtype. NaN is preferred to every number; complex numbers are compared by real parts, then imaginary
 * parts.
 *
 * @param axes the axes to reduce, `n_axes` of them; NULL: all
 * @param n_axes how many; 0: all
 * @param fill_mode STONER_FILL_DEFAULT: masked elements take no part; STONER_FILL_VALUE: they count as `fill_value`;
 *        STONER_FILL_OWN: as the image's own fill value, which can be any integer; default STONER_FILL_DEFAULT
 * @param fill_value what masked elements count as, a value of the array's dtype
 * @param keepdims 1: the reduced axes stay with length 1; 0: they are removed; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, fill_mode, fill_value);
 *        STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_min(stoner_context *ctx,
                                    const stoner_image *image,
                                    const int32_t *axes,
                                    int32_t n_axes,
                                    int32_t fill_mode,
                                    double fill_value,
                                    int32_t keepdims,
                                    stoner_image **out);

/**
 * The least value of the elements that are not masked.
 *
 * @param value receives it; NaN where it is masked
 * @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
 * @return STONER_ERR_NO_RESULT (no element); STONER_ERR_DTYPE (complex)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_min_value(stoner_context *ctx,
                                          const stoner_image *image,
                                          double *value,
                                          int32_t *masked);

/**
 * The greatest value, in the array's dtype. NaN is preferred to every number; complex numbers are compared by real parts, then imaginary
 * parts.
 *
 * @param axes the axes to reduce, `n_axes` of them; NULL: all
 * @param n_axes how many; 0: all
 * @param fill_mode STONER_FILL_DEFAULT: masked elements take no part; STONER_FILL_VALUE: they count as `fill_value`;
 *        STONER_FILL_OWN: as the image's own fill value, which can be any integer; default STONER_FILL_DEFAULT
 * @param fill_value what they count as, a value of the array's dtype
 * @param keepdims 1: the reduced axes stay with length 1; 0: they are removed; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, fill_mode, fill_value);
 *        STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_max(stoner_context *ctx,
                                    const stoner_image *image,
                                    const int32_t *axes,
                                    int32_t n_axes,
                                    int32_t fill_mode,
                                    double fill_value,
                                    int32_t keepdims,
                                    stoner_image **out);

/**
 * The greatest value of the elements that are not masked.
 *
 * @param value receives it; NaN where it is masked
 * @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
 * @return STONER_ERR_NO_RESULT (no element); STONER_ERR_DTYPE (complex)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_max_value(stoner_context *ctx,
                                          const stoner_image *image,
                                          double *value,
                                          int32_t *masked);

/**
 * The least value over one axis or all: stoner_image_min in the original's older form.
 *
 * @param axis the axis to reduce; NULL: all
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (axis); STONER_ERR_NO_RESULT (no element); STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_mini(stoner_context *ctx,
                                     const stoner_image *image,
                                     const int32_t *axis,
                                     stoner_image **out);

/**
 * The greatest less the least value (peak to peak), in the array's dtype: integers wrap.
 *
 * @param axes the axes to reduce, `n_axes` of them; NULL: all
 * @param n_axes how many; 0: all
 * @param fill_mode STONER_FILL_DEFAULT: masked elements take no part; STONER_FILL_VALUE: they count as `fill_value`;
 *        STONER_FILL_OWN: as the image's own fill value, which can be any integer; default STONER_FILL_DEFAULT
 * @param fill_value what they count as, a value of the array's dtype
 * @param keepdims 1: the reduced axes stay with length 1; 0: they are removed; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (an axis named twice, fill_mode, fill_value);
 *        STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_ptp(stoner_context *ctx,
                                    const stoner_image *image,
                                    const int32_t *axes,
                                    int32_t n_axes,
                                    int32_t fill_mode,
                                    double fill_value,
                                    int32_t keepdims,
                                    stoner_image **out);

/**
 * The greatest less the least value of the elements that are not masked.
 *
 * @param value receives it; NaN where it is masked
 * @param masked receives 1 where all elements are masked, else 0; NULL: not wanted
 * @return STONER_ERR_NO_RESULT (no element); STONER_ERR_DTYPE (bool, complex)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_ptp_value(stoner_context *ctx,
                                          const stoner_image *image,
                                          double *value,
                                          int32_t *masked);

/**
 * The position of the first least value along an axis, as int64_t; NaN is preferred. The result is not masked: where all is masked it is 0.
 *
 * @param axis the axis to reduce; NULL: the position in the whole array in C order
 * @param fill_mode STONER_FILL_DEFAULT: masked elements count as the greatest value of the dtype; STONER_FILL_VALUE: as
 *        `fill_value`; STONER_FILL_OWN: as the image's own fill value; default STONER_FILL_DEFAULT
 * @param fill_value what masked elements count as, a value of the array's dtype
 * @param keepdims 1: the reduced axes stay with length 1; 0: they are removed; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (axis); STONER_ERR_INVALID_ARGUMENT (fill_mode, fill_value); STONER_ERR_NO_RESULT (no
 *        element); STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_argmin(stoner_context *ctx,
                                       const stoner_image *image,
                                       const int32_t *axis,
                                       int32_t fill_mode,
                                       double fill_value,
                                       int32_t keepdims,
                                       stoner_image **out);

/**
 * The position of the first least value of the whole array in C order.
 *
 * @param index receives it
 * @return STONER_ERR_NO_RESULT (no element)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_argmin_value(stoner_context *ctx, const stoner_image *image, int64_t *index);

/**
 * The position of the first greatest value along an axis, as int64_t; NaN is preferred. The result is not masked: where all is masked it is 0.
 *
 * @param axis the axis to reduce; NULL: the position in the whole array in C order
 * @param fill_mode STONER_FILL_DEFAULT: masked elements count as the least value of the dtype; STONER_FILL_VALUE: as
 *        `fill_value`; STONER_FILL_OWN: as the image's own fill value; default STONER_FILL_DEFAULT
 * @param fill_value what masked elements count as, a value of the array's dtype
 * @param keepdims 1: the reduced axes stay with length 1; 0: they are removed; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (axis); STONER_ERR_INVALID_ARGUMENT (fill_mode, fill_value); STONER_ERR_NO_RESULT (no
 *        element); STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_argmax(stoner_context *ctx,
                                       const stoner_image *image,
                                       const int32_t *axis,
                                       int32_t fill_mode,
                                       double fill_value,
                                       int32_t keepdims,
                                       stoner_image **out);

/**
 * The position of the first greatest value of the whole array in C order.
 *
 * @param index receives it
 * @return STONER_ERR_NO_RESULT (no element)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_argmax_value(stoner_context *ctx, const stoner_image *image, int64_t *index);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Arrays: running sums, products of matrices                                                                        */
/* ----------------------------------------------------------------------------------------------------------------- */

/**
 * The running sum along an axis. Masked elements count as 0 and stay masked; integers wrap.
 *
 * @param axis the axis to go along; NULL: all elements in C order, as one row
 * @param dtype STONER_BOOL to STONER_C128: the values are cast to it, and added and given in it; 0: numpy's choice, 64
 *        bits for integers and bool, else the array's own
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (axis); STONER_ERR_INVALID_ARGUMENT (dtype); STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_cumsum(stoner_context *ctx,
                                       const stoner_image *image,
                                       const int32_t *axis,
                                       int32_t dtype,
                                       stoner_image **out);

/**
 * The running product along an axis. Masked elements count as 1 and stay masked; integers wrap.
 *
 * @param axis the axis to go along; NULL: all elements in C order, as one row
 * @param dtype STONER_BOOL to STONER_C128: the values are cast to it, and added and given in it; 0: numpy's choice, 64
 *        bits for integers and bool, else the array's own
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (axis); STONER_ERR_INVALID_ARGUMENT (dtype); STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_cumprod(stoner_context *ctx,
                                        const stoner_image *image,
                                        const int32_t *axis,
                                        int32_t dtype,
                                        stoner_image **out);

/**
 * numpy's dot product: of ranks 1 and 1 the inner product, of 2 and 2 the matrix product, with rank 0 the multiple, else the
 * sum over the last axis of `image` and the last but one of `b` (rank 1: its only one). Masked elements count as 0. The dtype is
 * that of both together; integers wrap.
 *
 * @param b the right factor
 * @param strict 0: an element of the result is masked where no pair of unmasked elements made it; 1: where any of its
 *        elements is masked; default 0
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_SHAPE (lengths that differ, a rank above 8); STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_dot(stoner_context *ctx,
                                    const stoner_image *image,
                                    const stoner_image *b,
                                    int32_t strict,
                                    stoner_image **out);

/**
 * The sums along the diagonals of two axes. Masked elements count as 0, and the result is not masked.
 *
 * @param offset which diagonal: how many columns to the right of the main one, negative to the left; default 0
 * @param axis1 the axis that counts as rows; negative ones count from the end; default 0
 * @param axis2 the axis that counts as columns; 0 and 0 for both axes: 0 and 1; default 1
 * @param dtype STONER_BOOL to STONER_C128: the result's; 0: double, as numpy.ma's, but complex stays
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (an axis); STONER_ERR_INVALID_ARGUMENT (one axis twice, dtype); STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_trace(stoner_context *ctx,
                                      const stoner_image *image,
                                      int64_t offset,
                                      int32_t axis1,
                                      int32_t axis2,
                                      int32_t dtype,
                                      stoner_image **out);

/**
 * The sum along a diagonal of an array of rank 2. Masked elements count as 0.
 *
 * @param offset which diagonal: how many columns to the right of the main one, negative to the left; default 0
 * @param value receives it
 * @return STONER_ERR_SHAPE (another rank); STONER_ERR_DTYPE (complex)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_trace_value(stoner_context *ctx,
                                            const stoner_image *image,
                                            int64_t offset,
                                            double *value);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Arrays: order                                                                                                     */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * The order is numpy's: NaN comes last; complex numbers go by their real parts, then by their imaginary parts. Elements that compare equal
 * keep their order (so every `kind` of numpy is covered). A masked element is sorted as if it had a value, the fill. All functions return new images.
 */

#define STONER_SIDE_LEFT 0                 /**< In stoner_image_searchsorted: before elements that equal the value. */
#define STONER_SIDE_RIGHT 1                /**< In stoner_image_searchsorted: after elements that equal the value. */

/**
 * The elements in ascending order along an axis; the mask moves with them. (The original's sorts in place.)
 *
 * @param axis the axis along which to go; STONER_AXIS_NONE: all elements in C order, as one row; NULL: -1
 * @param endwith where no fill value is given; 1: a masked element counts as NaN (complex: infinity; integers and bool:
 *        the greatest), 0: as the least value; default 1
 * @param fill_mode STONER_FILL_DEFAULT: `endwith` says it; STONER_FILL_VALUE: a masked element counts as `fill_value`;
 *        STONER_FILL_OWN: as the image's own fill value; default STONER_FILL_DEFAULT
 * @param fill_value what a masked element counts as, a value of the array's dtype
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (axis); STONER_ERR_INVALID_ARGUMENT (endwith, fill_mode, fill_value);
 *        STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_sort(stoner_context *ctx,
                                     const stoner_image *image,
                                     const int32_t *axis,
                                     int32_t endwith,
                                     int32_t fill_mode,
                                     double fill_value,
                                     stoner_image **out);

/**
 * The positions along an axis that put the elements in ascending order, as int64_t, without a mask.
 *
 * @param axis the axis along which to go; STONER_AXIS_NONE: all elements in C order, as one row; NULL: -1
 * @param endwith where no fill value is given; 1: a masked element counts as NaN (complex: infinity; integers and bool:
 *        the greatest), 0: as the least value; default 1
 * @param fill_mode STONER_FILL_DEFAULT: `endwith` says it; STONER_FILL_VALUE: a masked element counts as `fill_value`;
 *        STONER_FILL_OWN: as the image's own fill value; default STONER_FILL_DEFAULT
 * @param fill_value a value of the array's dtype
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (axis); STONER_ERR_INVALID_ARGUMENT (endwith, fill_mode, fill_value);
 *        STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_argsort(stoner_context *ctx,
                                        const stoner_image *image,
                                        const int32_t *axis,
                                        int32_t endwith,
                                        int32_t fill_mode,
                                        double fill_value,
                                        stoner_image **out);

/**
 * The elements parted along an axis, as quickselect does it; the mask moves with them. (The original's works in place, and uses
 * the data under the mask.)
 *
 * @param kth positions of a row, counted from its end where negative, `n_kth` of them: each of these elements stands
 *        where sorting would put it, with none greater before it and none less after it
 * @param n_kth how many
 * @param axis the axis along which to go; STONER_AXIS_NONE: all elements in C order, as one row; NULL: -1
 * @param endwith where no fill value is given; 1: a masked element counts as NaN (complex: infinity; integers and bool:
 *        the greatest), 0: as the least value; default 1
 * @param fill_mode STONER_FILL_DEFAULT: `endwith` says it; STONER_FILL_VALUE: a masked element counts as `fill_value`;
 *        STONER_FILL_OWN: as the image's own fill value; default STONER_FILL_DEFAULT
 * @param fill_value a value of the array's dtype
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (kth, axis); STONER_ERR_INVALID_ARGUMENT (endwith, fill_mode, fill_value);
 *        STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_partition(stoner_context *ctx,
                                          const stoner_image *image,
                                          const int64_t *kth,
                                          int32_t n_kth,
                                          const int32_t *axis,
                                          int32_t endwith,
                                          int32_t fill_mode,
                                          double fill_value,
                                          stoner_image **out);

/**
 * The positions along an axis of the elements as stoner_image_partition parts them, as int64_t, without a mask.
 *
 * @param kth positions of a row, counted from its end where negative, `n_kth` of them: each of these elements stands
 *        where sorting would put it, with none greater before it and none less after it
 * @param n_kth how many
 * @param axis the axis along which to go; STONER_AXIS_NONE: all elements in C order, as one row; NULL: -1
 * @param endwith where no fill value is given; 1: a masked element counts as NaN (complex: infinity; integers and bool:
 *        the greatest), 0: as the least value; default 1
 * @param fill_mode STONER_FILL_DEFAULT: `endwith` says it; STONER_FILL_VALUE: a masked element counts as `fill_value`;
 *        STONER_FILL_OWN: as the image's own fill value; default STONER_FILL_DEFAULT
 * @param fill_value a value of the array's dtype
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_OUT_OF_RANGE (kth, axis); STONER_ERR_INVALID_ARGUMENT (endwith, fill_mode, fill_value);
 *        STONER_ERR_NO_MEMORY
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_argpartition(stoner_context *ctx,
                                             const stoner_image *image,
                                             const int64_t *kth,
                                             int32_t n_kth,
                                             const int32_t *axis,
                                             int32_t endwith,
                                             int32_t fill_mode,
                                             double fill_value,
                                             stoner_image **out);

/**
 * For each of some values the position in this sorted array of rank 1 where inserting it keeps the order, as int64_t in the values'
 * shape. They are compared in the dtype of both together. Masked elements of the array are above all values, as stoner_image_sort puts them;
 * where a value is masked, the position is.
 *
 * @param v the values, of any shape
 * @param side STONER_SIDE_LEFT: before elements that equal a value; STONER_SIDE_RIGHT: behind it; default
 *        STONER_SIDE_LEFT
 * @param sorter integers that put the array in order (stoner_image_argsort); NULL: it is sorted
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_SHAPE (the array's rank, the sorter's length); STONER_ERR_OUT_OF_RANGE (sorter); STONER_ERR_DTYPE
 *        (sorter); STONER_ERR_INVALID_ARGUMENT (side)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_searchsorted(stoner_context *ctx,
                                             const stoner_image *image,
                                             const stoner_image *v,
                                             int32_t side,
                                             const stoner_image *sorter,
                                             stoner_image **out);

/**
 * Percentiles of the elements that are neither masked nor NaN, linear between two of them (Hyndman and Fan 1996, type 7).
 *
 * @param q percentages between 0 and 100, `n_q` of them
 * @param n_q how many
 * @param values room for as many values: the percentiles, in the order of `q`
 * @return STONER_ERR_OUT_OF_RANGE (q); STONER_ERR_NO_RESULT (no such element); STONER_ERR_DTYPE (complex)
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_percentile(stoner_context *ctx,
                                           const stoner_image *image,
                                           const double *q,
                                           int32_t n_q,
                                           double *values);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Arrays: bytes                                                                                                     */
/* ----------------------------------------------------------------------------------------------------------------- */

/**
 * The bytes of all elements, masked ones filled.
 *
 * @param fill_mode STONER_FILL_DEFAULT and STONER_FILL_OWN: the image's own fill value; STONER_FILL_VALUE:
 *        `fill_value`; default STONER_FILL_DEFAULT
 * @param fill_value the value; for integers the fraction is dropped
 * @param order STONER_ORDER_C, F, A; K means A; 0: STONER_ORDER_C
 * @param buffer room for `capacity` bytes
 * @param capacity 0: only the length is wanted
 * @param length receives the number of bytes; may be NULL when capacity is not 0
 * @return STONER_ERR_OUT_OF_RANGE when the dtype does not hold the value
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_tobytes(stoner_context *ctx,
                                        const stoner_image *image,
                                        int32_t fill_mode,
                                        double fill_value,
                                        int32_t order,
                                        uint8_t *buffer,
                                        int64_t capacity,
                                        int64_t *length);

/**
 * The same as stoner_image_tobytes under numpy's old name.
 *
 * @param fill_mode STONER_FILL_DEFAULT and STONER_FILL_OWN: the image's own fill value; STONER_FILL_VALUE:
 *        `fill_value`; default STONER_FILL_DEFAULT
 * @param fill_value the value; for integers the fraction is dropped
 * @param order STONER_ORDER_C, F, A; K means A; 0: STONER_ORDER_C
 * @param buffer room for `capacity` bytes
 * @param capacity 0: only the length is wanted
 * @param length receives the number of bytes; may be NULL when capacity is not 0
 * @return STONER_ERR_OUT_OF_RANGE when the dtype does not hold the value
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_tostring(stoner_context *ctx,
                                         const stoner_image *image,
                                         int32_t fill_mode,
                                         double fill_value,
                                         int32_t order,
                                         uint8_t *buffer,
                                         int64_t capacity,
                                         int64_t *length);

/**
 * All elements in C order, converted as in stoner_image_read, into the caller's array, and which of them are masked into
 * another (Python's list shows these as None). Masked values are never shown.
 *
 * @param fill_mode STONER_FILL_DEFAULT: masked elements are 0 in `buffer` and 1 in `mask`; STONER_FILL_VALUE: they are
 *        `fill_value`, and `mask` is 0; STONER_FILL_OWN: they are the image's own fill value, and `mask` is 0; default
 *        STONER_FILL_DEFAULT
 * @param fill_value the value of masked elements; for integers the fraction is dropped
 * @param dtype the dtype of `buffer`, STONER_BOOL to STONER_C128
 * @param buffer room for all elements
 * @param buffer_bytes its size
 * @param mask room for one byte for each element; NULL: not wanted
 * @param mask_bytes its size
 * @return STONER_ERR_BUFFER_TOO_SMALL; STONER_ERR_OUT_OF_RANGE when the image's dtype does not hold the value
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_tolist(stoner_context *ctx,
                                       const stoner_image *image,
                                       int32_t fill_mode,
                                       double fill_value,
                                       int32_t dtype,
                                       void *buffer,
                                       int64_t buffer_bytes,
                                       uint8_t *mask,
                                       int64_t mask_bytes);

/**
 * Always fails, as numpy.ma's method: a masked array has no plain file. Use stoner_image_dump, stoner_image_save_npy or
 * stoner_image_save.
 *
 * @param path UTF-8
 * @return STONER_ERR_UNSUPPORTED
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_tofile(stoner_context *ctx,
                                       const stoner_image *image,
                                       const char *path);

/**
 * A pickle that Python loads with numpy alone: pickle.loads gives a numpy.ma.MaskedArray with these data, mask and fill
 * value. Metadata, planes and map are not in it.
 *
 * @param buffer room for `capacity` bytes
 * @param capacity 0: only the length is wanted
 * @param length receives the number of bytes; may be NULL when capacity is not 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_dumps(stoner_context *ctx,
                                      const stoner_image *image,
                                      uint8_t *buffer,
                                      int64_t capacity,
                                      int64_t *length);

/**
 * Saves what stoner_image_dumps returns. On any error the old file is unchanged.
 *
 * @param path UTF-8
 * @return STONER_ERR_IO
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_dump(stoner_context *ctx, const stoner_image *image, const char *path);

/* ================================================================================================================= */
/* FOR WHOLE PROGRAMS: FORMATS, OPERATIONS BY NAME, DIALOGS                                                          */
/* ================================================================================================================= */

/* ----------------------------------------------------------------------------------------------------------------- */
/* Files: what can be loaded and saved                                                                               */
/* ----------------------------------------------------------------------------------------------------------------- */

/**
 * The number of loaders. They are numbered in the order in which stoner_load tries them.
 *
 * @param n receives how many there are
 * @since 0.1.0
 */
STONER_API int32_t stoner_loader_count(stoner_context *ctx, int32_t *n);

/**
 * A loader's name, which stoner_load takes as `filetype`.
 *
 * @param index 0 to the number of loaders - 1
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_loader_name(stoner_context *ctx,
                                      int32_t index,
                                      char *buffer,
                                      int64_t capacity,
                                      int64_t *length);

/**
 * A loader's priority: lower numbers are tried first.
 *
 * @param index 0 to the number of loaders - 1
 * @param priority receives the priority
 * @return STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_loader_priority(stoner_context *ctx, int32_t index, int32_t *priority);

/**
 * The media type of the files that a loader reads: "image/tiff".
 *
 * @param index 0 to the number of loaders - 1
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_loader_mime_type(stoner_context *ctx,
                                           int32_t index,
                                           char *buffer,
                                           int64_t capacity,
                                           int64_t *length);

/**
 * The patterns of the names of files that a loader reads, separated by spaces: "*.tif *.tiff".
 *
 * @param index 0 to the number of loaders - 1
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_OUT_OF_RANGE
 * @since 0.1.0
 */
STONER_API int32_t stoner_loader_patterns(stoner_context *ctx,
                                          int32_t index,
                                          char *buffer,
                                          int64_t capacity,
                                          int64_t *length);

/**
 * The formats that an image can be saved in, separated by commas, as stoner_image_save takes them: "tif,tiff,png,npy,nxs,hdf5,h5,hdf".
 *
 * @param buffer room for `capacity` bytes; receives text with its NUL
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @since 0.1.0
 */
STONER_API int32_t stoner_fmts(stoner_context *ctx,
                               char *buffer,
                               int64_t capacity,
                               int64_t *length);

/**
 * Whether loading explains itself: each loader that stoner_load tries then adds a warning that says what it found.
 *
 * @param debug 1: loading explains itself
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_set_debug(stoner_context *ctx, int32_t debug);

/**
 * Whether loading explains itself; initially 0.
 *
 * @param debug receives 0 or 1
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_debug(stoner_context *ctx, int32_t *debug);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Operations by name                                                                                                */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * Every function that makes an image from an image can be called by its name, with options by keyword: the members `operation` of the interface's
 * description (stoner_interface) are the names, without `stoner_image_`. A missing option has the default of its
 * description; an unknown option is an error that lists the allowed ones, and so is a value of another type. Options
 * have the names of C's parameters or the Python package's. Enumerations are given by name ("nearest") or by number, boxes
 * and several numbers as a list or an array, in which none means the image's end, or the default of one number;
 * NaN and infinity may also be the texts "NaN", "Infinity", "-Infinity". An operation that changes its subject changes a copy.
 */

/**
 * Calls an operation by its name: "rotate" with an option "angle" does what stoner_image_rotate does.
 *
 * @param operation the name of a function that makes an image from an image, without `stoner_image_`
 * @param options values by name; an image is an array (stoner_metadata_set_array), several are a list; NULL: none
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT (an operation or option that there is not, a value of another type, an option
 *        that is missing); what the operation itself gives
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_apply(stoner_context *ctx,
                                      const stoner_image *image,
                                      const char *operation,
                                      const stoner_metadata *options,
                                      stoner_image **out);

/**
 * Calls an operation by its name, with its options in one text: for LabVIEW and other programs in which metadata takes many steps.
 * As stoner_image_apply.
 *
 * @param operation the name of a function that makes an image from an image, without `stoner_image_`
 * @param options "scale=4; method=scharr; box=[1, 9, null, null]": options by name with semicolons between them, in any
 *        order. A value is a word, a number, true, false, null, or JSON (a text in quotes, a list); NULL or an empty
 *        text: none
 * @param other the option that is an image, such as the reference of "align": text can name none
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT (also: a text that is no options; `other` for an operation without an image); as
 *        stoner_image_apply
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_apply_text(stoner_context *ctx,
                                           const stoner_image *image,
                                           const char *operation,
                                           const char *options,
                                           const stoner_image *other,
                                           stoner_image **out);

/**
 * Calls several operations, each on the result of the one before. The list can be kept in a file. What was done is
 * written to the metadata entry `provenance` of the result, as such a list with the values of all options and the library's
 * version, after the entries that are there already: the same list gives the same bits again. All steps are checked before the
 * first is done.
 *
 * @param steps a list in JSON: [{"operation": "rotate", "options": {"angle": 0.1}}, {"operation": "cw"}]; "options" may
 *        be missing, "version" is ignored
 * @param out the new image, to be freed with stoner_image_free
 * @return STONER_ERR_INVALID_ARGUMENT (no such JSON; as stoner_image_apply); what the operations themselves give
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_apply_all(stoner_context *ctx,
                                          const stoner_image *image,
                                          const char *steps,
                                          stoner_image **out);

/* ----------------------------------------------------------------------------------------------------------------- */
/* Asking the user                                                                                                   */
/* ----------------------------------------------------------------------------------------------------------------- */

/*
 * A library without a screen cannot show a dialog: the host program sets hooks on a context, and these functions call them.
 * Without a hook they return STONER_ERR_NOT_INTERACTIVE; no other function needs one. Hooks are called on the thread
 * that asks, with no lock held; they may call the library, and must return, not leave by longjmp or an exception.
 */

#define STONER_DIALOG_FILE 0               /**< An existing file. */
#define STONER_DIALOG_DIRECTORY 1          /**< A folder. */
#define STONER_DIALOG_SAVE 2               /**< A file to be written. */
#define STONER_DIALOG_FILES 3              /**< Several existing files. */

/**
 * Sets the function that shows a dialog for files.
 *
 * The callback is told what to ask for (STONER_DIALOG_FILE, ...), a title (may be ""), the patterns of interest ("*.tif *.tiff";
 * may be "") and writes what was chosen, UTF-8 with its NUL, into its buffer of `capacity` bytes (65536); several
 * names on separate lines. It returns STONER_OK, or STONER_ERR_CANCELLED when nothing was chosen; another STONER_ERR_*
 * becomes the status of the call that asked the user.
 *
 * @param callback NULL: none
 * @param user_data passed to the callback unchanged
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_set_file_hook(stoner_context *ctx,
                                                int32_t (*callback)(int32_t what,
                                                                    const char *title,
                                                                    const char *patterns,
                                                                    char *buffer,
                                                                    int64_t capacity,
                                                                    void *user_data),
                                                void *user_data);

/**
 * Sets the function that shows an image and lets the user draw a line on it.
 *
 * The callback gets a handle of the image, which is valid until it returns and must not be freed by it, and room for (x, y, x, y),
 * the two ends in pixels. It returns STONER_OK, or STONER_ERR_CANCELLED when no line was drawn; another STONER_ERR_*
 * becomes the status of the call that asked the user.
 *
 * @param callback NULL: none
 * @param user_data passed to the callback unchanged
 * @since 0.1.0
 */
STONER_API int32_t stoner_context_set_line_hook(stoner_context *ctx,
                                                int32_t (*callback)(const stoner_image *image, double *ends, void *user_data),
                                                void *user_data);

/**
 * Asks the user for files or a folder through the hook of stoner_context_set_file_hook.
 *
 * The user is asked once: an answer that was not read yet (capacity 0, or too small) is kept in the context for the next
 * call with the same arguments.
 *
 * @param what STONER_DIALOG_FILE, STONER_DIALOG_DIRECTORY, STONER_DIALOG_SAVE or STONER_DIALOG_FILES; default
 *        STONER_DIALOG_FILE
 * @param title for the dialog; NULL: none
 * @param patterns the names of interest, with spaces between: "*.tif *.tiff"; NULL: those of the files that can be
 *        loaded
 * @param buffer room for `capacity` bytes; receives the path with its NUL; several on separate lines
 * @param capacity 0: only the length is wanted
 * @param length receives the length without the NUL; may be NULL when capacity is not 0
 * @return STONER_ERR_NOT_INTERACTIVE; STONER_ERR_CANCELLED when nothing was chosen
 * @since 0.1.0
 */
STONER_API int32_t stoner_get_filedialog(stoner_context *ctx,
                                         int32_t what,
                                         const char *title,
                                         const char *patterns,
                                         char *buffer,
                                         int64_t capacity,
                                         int64_t *length);

/**
 * Asks the user for a new file name of an image through the hook of stoner_context_set_file_hook, and sets it; it is then
 * read with stoner_image_filename.
 *
 * @param what STONER_DIALOG_FILE (to load from), STONER_DIALOG_SAVE (to save to) or STONER_DIALOG_DIRECTORY; default
 *        STONER_DIALOG_FILE
 * @return STONER_ERR_NOT_INTERACTIVE; STONER_ERR_CANCELLED when nothing was chosen; the name then stays
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_get_filename(stoner_context *ctx,
                                             stoner_image *image,
                                             int32_t what);

/**
 * Lets the user draw a line on an image through the hook of stoner_context_set_line_hook.
 *
 * @param ends room for 4 numbers: (x, y) of the first and of the second end, in pixels
 * @return STONER_ERR_NOT_INTERACTIVE; STONER_ERR_CANCELLED when no line was drawn
 * @since 0.1.0
 */
STONER_API int32_t stoner_image_line_select(stoner_context *ctx, const stoner_image *image, double *ends);

#ifdef __cplusplus
}
#endif

#endif /* STONER_H */
