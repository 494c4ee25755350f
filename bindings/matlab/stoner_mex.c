/* The gateway between MATLAB or GNU Octave and libstoner: every function of the library by its name.
 *
 *     [out, ...] = stoner_mex(name, context, input, ..., 'parameter', value, ...)
 *
 * `name` is that of the C function without stoner_. `context` is [], a handle, or a cell {handle, progress, file, line} with functions
 * that are called during this call. Inputs come in the order of the header, without counts, or by name; what is [] or not given is the
 * C default. Outputs come back with new handles first that the call always gives, then the others in the order of the header.
 *
 * A handle is a uint64 scalar. Where an image is wanted, a matrix serves: it becomes an image for the time of the call. Words stand for the
 * numbers of enumerations. Pixels go from MATLAB's memory into the image, or back, in one pass of the library, by its strides.
 *
 * An array's dimensions in MATLAB are those of the image with the last two first: (rows, columns), (rows, columns, frames). Dimensions,
 * indices and frames count from 1; numbers of pixels go column by column.
 *
 * An error leaves by a long jump (mexErrMsgIdAndTxt), so it is raised in one place, `mexFunction`, when all is released. The MEX is
 * locked while handles are in MATLAB's hands.
 *
 * Built with -R2018a in either program (build_mex.m): complex numbers are interleaved.
 */
#include <math.h>
#include <mex.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "stoner.h"

#if !MX_HAS_INTERLEAVED_COMPLEX
#error "build with build_mex.m: complex numbers have to be interleaved (-R2018a)"
#endif

#define MAX_IMAGES 64
#define MISSING NAN

enum { CONTEXT = 1, HANDLE, HANDLES, NEW, NUMBER, SCALAR, TEXT, TEXTS, NUMBERS, RESULT, BUFFER, SIZE, LENGTH, DTYPE_OF };
enum { I32 = 1, I64, U8, F64, CHAR, BYTES, OBJECT };
enum { A_IMAGE = 1, A_TABLE, A_METADATA, A_CONTEXT, A_SCAN, A_LIVE };
enum { PLAIN, AXIS, PERMUTATION, SHAPE, SIZE_OF, STRIDES, BOX, EXACT, OF_DTYPE, KEEPDIMS, VALUE_MODE, INDEX, PLACE, LINEAR };
enum { RETURNS_STATUS, RETURNS_TEXT, RETURNS_I32, RETURNS_I64, RETURNS_F64 };

typedef struct {
    const char *name;
    int64_t value;
} word;

typedef struct {
    int32_t status;
    const char *identifier;
} status_name;

typedef union {
    int32_t i32;
    int64_t i64;
    uint8_t u8;
    double f64;
    void *p;
    const char *text;
} argument;

/* `count` is the place of the parameter that counts the elements; of a VALUE_MODE that of the value, of a SCALAR that of its dtype. `in_c` is the name that messages of
 * the library have for it, and `keyword` the original's, where these are others. */
typedef struct {
    const char *name, *in_c, *keyword;
    const word *words;
    double preset;
    short room, count;
    unsigned char role, kind, object, meaning, optional, needed, has_preset;
    /* What C has for the number 0, and where 0 is outside of it the range: in C it is the default. */
    int zero;
    const char *allowed;
} parameter;

typedef struct {
    const char *name;
    /* What messages call it. */
    const char *shown;
    void (*call)(const argument *, argument *);
    const parameter *parameters;
    int n_parameters;
    int returns;
    /* Its warnings are kept in a context of the program, but not shown. */
    int quiet;
} function;

#include "generated/stoner_table.h"

/* What one call has in its hands. */
typedef struct {
    const function *f;
    argument a[MAX_PARAMETERS];
    const mxArray *given[MAX_PARAMETERS];
    /* Where outputs go: the C memory, and the array that MATLAB gets. */
    mxArray *outputs[MAX_PARAMETERS];
    size_t counts[MAX_PARAMETERS];
    /* Images made of matrices for this call. */
    stoner_image *images[MAX_IMAGES];
    int n_images;
    stoner_context *ctx;
    /* The host's functions, or NULL. */
    const mxArray *progress, *file, *line;
    /* What went wrong: the identifier is "" while nothing did. */
    char identifier[64];
    char message[4096];
} state;

/* Handles in MATLAB's hands. */
static long held = 0;

/* -- Errors --------------------------------------------------------------------------------------------------------------------- */

static int fail(state *s, const char *identifier, const char *format, ...) {
    va_list list;
    va_start(list, format);
    snprintf(s->identifier, sizeof s->identifier, "%s", identifier);
    vsnprintf(s->message, sizeof s->message, format, list);
    va_end(list);
    return 0;
}

#define INVALID "stoner:InvalidArgument"

/* Puts other words in the place of some of a message, as far as there is room. */
static void replace(char *message, size_t size, char *place, size_t length, const char *words) {
    size_t before = (size_t)(place - message), after = strlen(place + length) + 1, added = strlen(words);
    if (before + added + after <= size) {
        memmove(place + added, place + length, after);
        memcpy(place, words, added);
    }
}

/* A message of the library in the words of MATLAB's user: the name of a parameter, and for an index, "`index` is 5; allowed: less than 3, ..."
 * or "allowed: -4 to 3", the numbers from 1. */
static void in_own_words(state *s, const parameter *p) {
    char quoted[80], words[160];
    char *place = s->message;
    long value, low, high;
    int length = 0;
    if (p->in_c != NULL) {
        snprintf(quoted, sizeof quoted, "`%s`", p->in_c);
        snprintf(words, sizeof words, "`%s`", p->name);
        while ((place = strstr(place, quoted)) != NULL) {
            replace(s->message, sizeof s->message, place, strlen(quoted), words);
            place += strlen(words);
        }
    }
    snprintf(quoted, sizeof quoted, "`%s` is ", p->name);
    if ((p->meaning != INDEX && p->meaning != AXIS) || strncmp(s->message, quoted, strlen(quoted)) != 0) {
        return;
    }
    place = s->message + strlen(quoted);
    if (p->meaning == AXIS) {
        if (sscanf(place, "%ld%n", &value, &length) == 1 && length > 0) {
            snprintf(words, sizeof words, "%ld", value == -2 ? 1 : value == -1 ? 2 : -value);
            replace(s->message, sizeof s->message, place, (size_t)length, words);
        }
        return;
    }
    if (sscanf(place, "%ld; allowed: less than %ld%n", &value, &high, &length) != 2 || length == 0) {
        if (sscanf(place, "%ld; allowed: %ld to %ld%n", &value, &low, &high, &length) != 3 || length == 0) {
            return;
        }
        high++;
    }
    if (high < 1) {
        snprintf(words, sizeof words, "%ld, but there is none", value + 1);
        length = (int)strlen(place);
    } else {
        snprintf(words, sizeof words, "%ld; allowed: 1 to %ld", value + 1, high);
    }
    replace(s->message, sizeof s->message, place, (size_t)length, words);
}

/* The library's own words. */
static int fail_with(state *s, int32_t status) {
    int i;
    const char *identifier = "stoner:Error";
    const char *message = stoner_last_error(s->ctx);
    if (message[0] == '\0' || stoner_last_error_status(s->ctx) != status) {
        /* A context that is none has no message: it is in the thread's own. */
        message = stoner_last_error(NULL);
        if (message[0] == '\0' || stoner_last_error_status(NULL) != status) {
            message = stoner_status_text(status);
        }
    }
    for (i = 0; STATUS_NAMES[i].identifier != NULL; i++) {
        if (STATUS_NAMES[i].status == status) {
            identifier = STATUS_NAMES[i].identifier;
        }
    }
    fail(s, identifier, "%s", message);
    for (i = 0; i < s->f->n_parameters; i++) {
        in_own_words(s, &s->f->parameters[i]);
    }
    return 0;
}

/* -- From MATLAB ---------------------------------------------------------------------------------------------------------------- */

static int dtype_of(const mxArray *array) {
    switch (mxGetClassID(array)) {
    case mxLOGICAL_CLASS: return STONER_BOOL;
    case mxUINT8_CLASS: return STONER_U8;
    case mxINT8_CLASS: return STONER_I8;
    case mxUINT16_CLASS: return STONER_U16;
    case mxINT16_CLASS: return STONER_I16;
    case mxUINT32_CLASS: return STONER_U32;
    case mxINT32_CLASS: return STONER_I32;
    case mxUINT64_CLASS: return STONER_U64;
    case mxINT64_CLASS: return STONER_I64;
    case mxSINGLE_CLASS: return mxIsComplex(array) ? STONER_C64 : STONER_F32;
    case mxDOUBLE_CLASS: return mxIsComplex(array) ? STONER_C128 : STONER_F64;
    default: return 0;
    }
}

static int is_text(const mxArray *array) {
    return mxIsChar(array) && (mxGetM(array) == 1 || mxIsEmpty(array)) && mxGetNumberOfDimensions(array) == 2;
}

/* A copy in UTF-8, which the program frees at the end of the call; NULL after a failure. */
static char *text_of(state *s, const char *name, const mxArray *array) {
    char *text;
    if (!is_text(array)) {
        fail(s, INVALID, "%s: `%s` is text, not %s", s->f->shown, name, mxGetClassName(array));
        return NULL;
    }
#ifdef HAVE_OCTAVE
    text = mxArrayToString(array);
#else
    text = mxArrayToUTF8String(array); /* not tested: MATLAB only */
#endif
    if (text == NULL || strlen(text) < mxGetNumberOfElements(array)) {
        fail(s, INVALID, "%s: `%s` contains a NUL", s->f->shown, name);
        return NULL;
    }
    return text;
}

/* One element of a real array, also as an integer where it is one. */
static void element(const mxArray *array, size_t i, double *value, int64_t *integer, int *is_integer) {
    const void *data = mxGetData(array);
    *integer = 0;
    *is_integer = 1;
    switch (mxGetClassID(array)) {
    case mxLOGICAL_CLASS: *integer = ((const mxLogical *)data)[i] ? 1 : 0; break;
    case mxUINT8_CLASS: *integer = ((const uint8_t *)data)[i]; break;
    case mxINT8_CLASS: *integer = ((const int8_t *)data)[i]; break;
    case mxUINT16_CLASS: *integer = ((const uint16_t *)data)[i]; break;
    case mxINT16_CLASS: *integer = ((const int16_t *)data)[i]; break;
    case mxUINT32_CLASS: *integer = ((const uint32_t *)data)[i]; break;
    case mxINT32_CLASS: *integer = ((const int32_t *)data)[i]; break;
    case mxINT64_CLASS: *integer = ((const int64_t *)data)[i]; break;
    case mxUINT64_CLASS:
        *value = (double)((const uint64_t *)data)[i];
        *is_integer = ((const uint64_t *)data)[i] <= INT64_MAX;
        *integer = *is_integer ? (int64_t)((const uint64_t *)data)[i] : 0;
        return;
    default:
        *value = mxGetClassID(array) == mxSINGLE_CLASS ? (double)((const float *)data)[i] : ((const double *)data)[i];
        *is_integer = *value == floor(*value) && *value >= -9223372036854775808.0 && *value < 9223372036854775808.0;
        *integer = *is_integer ? (int64_t)*value : 0;
        return;
    }
    *value = (double)*integer;
}

static int same_word(const char *a, const char *b) {
    for (; *a != '\0' && *b != '\0'; a++, b++) {
        char x = *a >= 'A' && *a <= 'Z' ? (char)(*a + 32) : *a == '-' ? '_' : *a;
        char y = *b >= 'A' && *b <= 'Z' ? (char)(*b + 32) : *b;
        if (x != y) {
            return 0;
        }
    }
    return *a == *b;
}

static void append(char *list, size_t size, const char *text) {
    size_t length = strlen(list);
    snprintf(list + length, size - length, "%s%s", length ? ", " : "", text);
}

static int is_input(const parameter *p) {
    return p->role == HANDLE || p->role == HANDLES || p->role == NUMBER || p->role == SCALAR || p->role == TEXT || p->role == TEXTS || p->role == NUMBERS;
}

/* The place of the handle whose method the function is, or -1. */
static int subject_of(const function *f) {
    int i = f->n_parameters > 0 && f->parameters[0].role == CONTEXT;
    return i < f->n_parameters && f->parameters[i].role == HANDLE ? i : -1;
}

static void input_names(const function *f, char *list, size_t size) {
    int i;
    list[0] = '\0';
    for (i = 0; i < f->n_parameters; i++) {
        if (is_input(&f->parameters[i]) && i != subject_of(f)) {
            append(list, size, f->parameters[i].name);
        }
    }
}

/* The words of an enumeration. */
static void word_names(const parameter *p, char *list, size_t size) {
    const word *w;
    for (w = p->words; w->name != NULL; w++) {
        if (strcmp(w->name, "default") != 0) {
            append(list, size, w->name);
        }
    }
}

/* Whether a number is one of an enumeration; an error says what there is: words, or numbers where 0 is one of them. */
static int known_number(state *s, const parameter *p, int64_t value) {
    const word *w;
    int64_t most = 0;
    char names[1024] = "";
    for (w = p->words; w->name != NULL; w++) {
        if (w->value == value) {
            return 1;
        }
        most = w->value > most ? w->value : most;
    }
    if (p->zero != 0) {
        return fail(s, INVALID, "%s: `%s` is %ld; allowed: 0 to %ld", s->f->shown, p->name, (long)value, (long)most);
    }
    word_names(p, names, sizeof names);
    return fail(s, INVALID, "%s: `%s` is %ld; allowed: %s", s->f->shown, p->name, (long)value, names);
}

/* Whether a text names a parameter: by its own name, by that of C or by the original's. */
static int is_named(const parameter *p, const char *text) {
    return is_input(p) && (same_word(text, p->name) || (p->in_c != NULL && same_word(text, p->in_c)) || (p->keyword != NULL && same_word(text, p->keyword)));
}

static int word_value(state *s, const parameter *p, const mxArray *array, int64_t *value) {
    const word *w;
    char names[1024] = "", *text = text_of(s, p->name, array);
    if (text == NULL) {
        return 0;
    }
    for (w = p->words; w != NULL && w->name != NULL; w++) {
        if (same_word(text, w->name)) {
            *value = w->value;
            mxFree(text);
            return 1;
        }
    }
    if (p->words != NULL) {
        word_names(p, names, sizeof names);
        return fail(s, INVALID, "%s: `%s` is '%.100s', which is none of %s", s->f->shown, p->name, text, names);
    }
    input_names(s->f, names, sizeof names);
    return fail(s, INVALID, "%s: '%.100s' is no number for `%s`, nor the name of a parameter: %s", s->f->shown, text, p->name, names);
}

/* A dimension of MATLAB as an axis: the last two axes come first, the others from the inner to the outer. */
static int64_t axis_of(int64_t dimension) {
    return dimension == 1 ? -2 : dimension == 2 ? -1 : -dimension;
}

/* Element i of the input of a parameter, as the number that the library takes. */
static int number_of(state *s, const parameter *p, const mxArray *array, size_t i, argument *out) {
    double value = 0;
    int64_t integer = 0;
    int is_integer = 0;
    if (mxIsChar(array)) {
        if (!word_value(s, p, array, &integer)) {
            return 0;
        }
        value = (double)integer;
        is_integer = 1;
    } else if (dtype_of(array) == 0 || mxIsComplex(array) || mxIsSparse(array)) {
        return fail(s, INVALID, "%s: `%s` takes real numbers, not %s%s", s->f->shown, p->name, mxIsSparse(array) ? "sparse " : mxIsComplex(array) ? "complex " : "", mxGetClassName(array));
    } else {
        element(array, i, &value, &integer, &is_integer);
        if (p->allowed != NULL && value == 0) {
            return fail(s, INVALID, "%s: `%s` is 0; allowed: %s", s->f->shown, p->name, p->allowed);
        }
        if (p->zero != 0 && is_integer && integer < 0) {
            return fail(s, INVALID, "%s: `%s` is %ld; allowed: 0 or more", s->f->shown, p->name, (long)integer);
        }
        if (p->zero != 0 && value == 0) {
            integer = p->zero;
        }
        if (p->words != NULL && is_integer && !known_number(s, p, integer)) {
            return 0;
        }
    }
    if (p->kind == F64) {
        out->f64 = value;
        return 1;
    }
    if (p->meaning == BOX && isinf(value)) {
        out->i64 = STONER_EXTENT;
        return 1;
    }
    if (!is_integer) {
        return fail(s, INVALID, "%s: `%s` takes integers; element %ld is %g", s->f->shown, p->name, (long)i + 1, value);
    }
    if (p->meaning == AXIS || p->meaning == PERMUTATION) {
        if (integer < 1) {
            return fail(s, "stoner:OutOfRange", "%s: `%s` counts dimensions from 1; element %ld is %ld", s->f->shown, p->name, (long)i + 1, (long)integer);
        }
        integer = axis_of(integer);
    }
    if (p->meaning == INDEX) {
        if (integer < 1) {
            return fail(s, "stoner:OutOfRange", "%s: `%s` counts from 1; element %ld is %ld", s->f->shown, p->name, (long)i + 1, (long)integer);
        }
        integer--;
    }
    if (p->kind == I64) {
        out->i64 = integer;
    } else if (p->kind == U8) {
        if (integer < 0 || integer > 255) {
            return fail(s, "stoner:OutOfRange", "%s: `%s` takes 0 to 255; element %ld is %ld", s->f->shown, p->name, (long)i + 1, (long)integer);
        }
        out->u8 = (uint8_t)integer;
    } else {
        if (integer < INT32_MIN || integer > INT32_MAX) {
            return fail(s, "stoner:OutOfRange", "%s: `%s` takes numbers of 32 bits; element %ld is %.17g", s->f->shown, p->name, (long)i + 1, value);
        }
        out->i32 = (int32_t)integer;
    }
    return 1;
}

static void store(const parameter *p, void *memory, size_t i, argument value) {
    switch (p->kind) {
    case I32: ((int32_t *)memory)[i] = value.i32; break;
    case I64: ((int64_t *)memory)[i] = value.i64; break;
    case U8: ((uint8_t *)memory)[i] = value.u8; break;
    default: ((double *)memory)[i] = value.f64; break;
    }
}

/* MATLAB's size and permutations begin with the last two axes. */
static void reorder(int64_t *values, size_t n) {
    size_t i;
    int64_t sorted[STONER_MAX_NDIM];
    if (n < 2 || n > STONER_MAX_NDIM) {
        return;
    }
    for (i = 0; i < n; i++) {
        sorted[i < 2 ? n - 2 + i : n - 1 - i] = values[i];
    }
    memcpy(values, sorted, n * sizeof *values);
}

/* The numbers of an array in a row, in memory that is freed at the end of the call. */
static int numbers_of(state *s, int place) {
    const parameter *p = &s->f->parameters[place];
    const mxArray *array = s->given[place];
    size_t i, n = mxIsChar(array) ? 1 : mxGetNumberOfElements(array);
    /* A word for all elements. */
    size_t length = mxIsChar(array) && p->count == 0 ? (size_t)p->room : n;
    char *memory;
    if (p->count == 0 && length != (size_t)p->room && p->room > 0) {
        return fail(s, "stoner:Shape", "%s: `%s` takes %d values, not %ld", s->f->shown, p->name, p->room, (long)n);
    }
    if (p->kind == F64 && mxGetClassID(array) == mxDOUBLE_CLASS && !mxIsComplex(array) && !mxIsSparse(array)) {
        s->a[place].p = n > 0 ? mxGetDoubles(array) : mxCalloc(1, 8);
        s->counts[place] = n;
        return 1;
    }
    memory = mxCalloc(length + 1, 8);
    for (i = 0; i < length; i++) {
        argument value;
        const mxArray *from = mxIsCell(array) ? mxGetCell(array, i) : array;
        if (from == NULL || !number_of(s, p, from, mxIsCell(array) || mxIsChar(array) ? 0 : i, &value)) {
            return from == NULL ? fail(s, INVALID, "%s: `%s` has an empty cell", s->f->shown, p->name) : 0;
        }
        store(p, memory, i, value);
    }
    if (p->meaning == SHAPE) {
        reorder((int64_t *)(void *)memory, length);
    }
    if (p->meaning == PERMUTATION && length >= 2 && length <= STONER_MAX_NDIM) {
        int64_t axes[STONER_MAX_NDIM];
        for (i = 0; i < length; i++) {
            axes[i] = ((int32_t *)(void *)memory)[i];
        }
        reorder(axes, length);
        for (i = 0; i < length; i++) {
            ((int32_t *)(void *)memory)[i] = (int32_t)axes[i];
        }
    }
    s->a[place].p = memory;
    s->counts[place] = length;
    return 1;
}

/* -- Arrays and images ---------------------------------------------------------------------------------------------------------- */

static size_t bytes_of(int32_t dtype) {
    static const size_t sizes[] = {0, 1, 1, 1, 2, 2, 4, 4, 8, 8, 4, 8, 8, 16};
    return sizes[dtype];
}

/* Shape and strides of an image with the elements of an array. The rank is at least that of the array. */
static int layout(const mxArray *array, int rank, int64_t *shape, int64_t *strides, size_t bytes) {
    const mwSize *dimensions = mxGetDimensions(array);
    int i, n = (int)mxGetNumberOfDimensions(array);
    int64_t step = (int64_t)bytes, all[STONER_MAX_NDIM];
    if (n > STONER_MAX_NDIM || rank < (rank < 2 ? 0 : n)) {
        return 0;
    }
    for (i = 0; i < rank || i < n; i++) {
        int64_t length = i < n ? (int64_t)dimensions[i] : 1;
        all[i] = length;
        if (rank >= 2) {
            int axis = i < 2 ? rank - 2 + i : rank - 1 - i;
            shape[axis] = length;
            strides[axis] = step;
        }
        step *= length > 0 ? length : 1;
    }
    if (rank < 2) {
        int64_t length = 1;
        for (i = 0; i < n; i++) {
            length *= all[i];
        }
        if (rank == 0 && length != 1) {
            return 0;
        }
        if (rank == 1) {
            if (n > 2 || (all[0] != 1 && all[1] != 1)) {
                return 0;
            }
            shape[0] = length;
            strides[0] = (int64_t)bytes;
        }
    }
    return 1;
}

/* Rows and columns change places, frame by frame: MATLAB's order into C's, or back with rows and columns exchanged. */
static void transpose_bytes(const uint8_t *from, uint8_t *to, size_t rows, size_t columns, size_t frames) {
    enum { TILE = 64 };
    size_t frame, i0, j0, i, j;
    for (frame = 0; frame < frames; frame++, from += rows * columns, to += rows * columns) {
        for (j0 = 0; j0 < columns; j0 += TILE) {
            for (i0 = 0; i0 < rows; i0 += TILE) {
                for (i = i0; i < rows && i < i0 + TILE; i++) {
                    for (j = j0; j < columns && j < j0 + TILE; j++) {
                        to[i * columns + j] = from[j * rows + i];
                    }
                }
            }
        }
    }
}

static size_t frames_of(const mxArray *array) {
    size_t plane = mxGetM(array) * mxGetDimensions(array)[1];
    return plane > 0 ? mxGetNumberOfElements(array) / plane : 0;
}

static int same_size(const mxArray *a, const mxArray *b) {
    mwSize n = mxGetNumberOfDimensions(a);
    return n == mxGetNumberOfDimensions(b) && memcmp(mxGetDimensions(a), mxGetDimensions(b), n * sizeof(mwSize)) == 0;
}

/* The bytes of a mask in C order. */
static uint8_t *mask_of(state *s, const mxArray *mask) {
    size_t columns = mxGetDimensions(mask)[1];
    uint8_t *bytes;
    if (mxGetClassID(mask) != mxLOGICAL_CLASS || mxIsSparse(mask)) {
        fail(s, INVALID, "%s: `mask` is a logical array, not %s%s", s->f->shown, mxIsSparse(mask) ? "sparse " : "", mxGetClassName(mask));
        return NULL;
    }
    bytes = mxMalloc(mxGetNumberOfElements(mask) + 1);
    transpose_bytes((const uint8_t *)mxGetLogicals(mask), bytes, mxGetM(mask), columns, frames_of(mask));
    return bytes;
}

static int make_image(state *s, const mxArray *array, const mxArray *mask, int rank, stoner_image **out) {
    int64_t shape[STONER_MAX_NDIM], strides[STONER_MAX_NDIM];
    int32_t status, dtype = dtype_of(array);
    uint8_t *masked = NULL;
    double none = 0;
    const void *data = mxIsEmpty(array) || dtype == 0 ? &none : mxGetData(array);
    if (dtype == 0 || mxIsSparse(array) || (mxIsComplex(array) && dtype < STONER_C64)) {
        return fail(s, "stoner:Dtype", "%s: pixels are logical, integer, single or double, or complex single or double; not %s%s", s->f->shown,
                    mxIsSparse(array) ? "sparse " : dtype != 0 && mxIsComplex(array) ? "complex " : "", mxGetClassName(array));
    }
    if (rank < 0) {
        rank = (int)mxGetNumberOfDimensions(array);
    }
    if (rank > STONER_MAX_NDIM || !layout(array, rank, shape, strides, bytes_of(dtype))) {
        return fail(s, "stoner:Shape", "%s: an array of %d dimensions does not make an image of rank %d (0 to %d)", s->f->shown,
                    (int)mxGetNumberOfDimensions(array), rank, STONER_MAX_NDIM);
    }
    if (mask != NULL && !mxIsEmpty(mask)) {
        if (!same_size(array, mask)) {
            return fail(s, "stoner:Shape", "%s: the mask has not the size of the array", s->f->shown);
        }
        masked = mask_of(s, mask);
        if (masked == NULL) {
            return 0;
        }
    }
    status = stoner_image_from_data(s->ctx, data, dtype, rank, shape, strides, masked, out);
    if (masked != NULL) {
        mxFree(masked);
    }
    return status == STONER_OK ? 1 : fail_with(s, status);
}

/* An array, not filled, for an image; its strides as the library takes them. */
static mxArray *make_array(const int64_t *shape, int rank, int32_t dtype, int64_t *strides) {
    static const mxClassID classes[] = {
        mxUNKNOWN_CLASS, mxLOGICAL_CLASS, mxUINT8_CLASS, mxINT8_CLASS, mxUINT16_CLASS, mxINT16_CLASS, mxUINT32_CLASS,
        mxINT32_CLASS, mxUINT64_CLASS, mxINT64_CLASS, mxSINGLE_CLASS, mxDOUBLE_CLASS, mxSINGLE_CLASS, mxDOUBLE_CLASS,
    };
    mwSize dimensions[STONER_MAX_NDIM] = {1, 1};
    int i, n = rank < 2 ? 2 : rank;
    int64_t step = (int64_t)bytes_of(dtype);
    if (rank == 1) {
        dimensions[1] = (mwSize)shape[0];
        strides[0] = step;
        step *= shape[0];
    }
    for (i = 0; i < n && rank >= 2; i++) {
        int axis = i < 2 ? rank - 2 + i : rank - 1 - i;
        dimensions[i] = (mwSize)shape[axis];
        strides[axis] = step;
        step *= shape[axis];
    }
    if (dtype == STONER_BOOL) {
        return mxCreateLogicalArray((mwSize)n, dimensions);
    }
#ifdef HAVE_OCTAVE
    /* Octave 7 takes too little memory for an interleaved complex array: it is given its memory here. */
    if (dtype >= STONER_C64) {
        static const mwSize none[2] = {0, 0};
        mxArray *array = mxCreateNumericArray(2, none, classes[dtype], mxCOMPLEX);
        void *memory = mxMalloc(step > 0 ? (size_t)step : bytes_of(dtype));
        mxSetDimensions(array, dimensions, (mwSize)n);
        if (dtype == STONER_C64) {
            mxSetComplexSingles(array, memory);
        } else {
            mxSetComplexDoubles(array, memory);
        }
        return array;
    }
#endif
    return mxCreateUninitNumericArray((mwSize)n, dimensions, classes[dtype], dtype >= STONER_C64 ? mxCOMPLEX : mxREAL);
}

/* -- Inputs --------------------------------------------------------------------------------------------------------------------- */

static int handle_of(state *s, const parameter *p, const mxArray *array, void **out) {
    *out = NULL;
    if (array == NULL) {
        return 1;
    }
    if (mxGetClassID(array) == mxUINT64_CLASS && mxGetNumberOfElements(array) == 1) {
        uint64_t bits;
        memcpy(&bits, mxGetData(array), sizeof bits);
        *out = (void *)(uintptr_t)bits;
        return 1;
    }
    if (p->object != A_IMAGE) {
        static const char *const kinds[] = {"", "an image", "a table", "metadata", "a context", "a scan", "a live image"};
        return fail(s, "stoner:InvalidHandle", "%s: `%s` is %s, not %s", s->f->shown, p->name, kinds[p->object], mxGetClassName(array));
    }
    if (s->n_images == MAX_IMAGES) {
        return fail(s, INVALID, "%s: more than %d matrices in place of images", s->f->shown, MAX_IMAGES);
    }
    if (!make_image(s, array, NULL, -1, &s->images[s->n_images])) {
        return 0;
    }
    *out = s->images[s->n_images++];
    return 1;
}

static int place_inputs(state *s, int n, const mxArray **arrays) {
    const function *f = s->f;
    int i, k, next = -1, by_name = 0;
    char names[1024];
    for (i = 0; i < n; i++) {
        int named = -1;
        if (!by_name || (i < n && by_name)) {
            do {
                next = by_name ? next : next + 1;
            } while (!by_name && next < f->n_parameters && !is_input(&f->parameters[next]));
        }
        if (is_text(arrays[i]) && (by_name || (n - i) % 2 == 0) &&
            (by_name || next >= f->n_parameters || f->parameters[next].optional ||
             (f->parameters[next].role != TEXT && f->parameters[next].role != TEXTS))) {
            char *text = mxArrayToString(arrays[i]);
            for (k = 0; text != NULL && k < f->n_parameters; k++) {
                if (is_named(&f->parameters[k], text)) {
                    named = k;
                }
            }
            mxFree(text);
        }
        if (named >= 0) {
            by_name = 1;
            if (i + 1 == n) {
                return fail(s, INVALID, "%s: no value follows '%s'", f->shown, f->parameters[named].name);
            }
            if (s->given[named] != NULL) {
                return fail(s, INVALID, "%s: `%s` is given twice", f->shown, f->parameters[named].name);
            }
            s->given[named] = arrays[++i];
        } else if (by_name || next >= f->n_parameters) {
            char *text = is_text(arrays[i]) ? mxArrayToString(arrays[i]) : NULL;
            input_names(f, names, sizeof names);
            if (text != NULL) {
                return fail(s, INVALID, "%s has no parameter '%.100s'; it has %s", f->shown, text, names);
            }
            return by_name ? fail(s, INVALID, "%s: the name of a parameter has to come here, not %s", f->shown, mxGetClassName(arrays[i]))
                           : fail(s, INVALID, "%s: too many inputs; it has %s", f->shown, names);
        } else {
            s->given[next] = arrays[i];
        }
    }
    for (i = 0; i < f->n_parameters; i++) {
        /* Of an array that is no option, [] is an array without elements. */
        const parameter *p = &f->parameters[i];
        int keep = (p->role == NUMBERS && !p->optional && p->count > 0) || p->role == TEXT;
        if (s->given[i] != NULL && mxIsEmpty(s->given[i]) && !keep) {
            s->given[i] = NULL;
        }
        if (s->given[i] != NULL && p->role == TEXT && mxIsEmpty(s->given[i]) && !mxIsChar(s->given[i])) {
            s->given[i] = NULL;
        }
        if (s->given[i] == NULL && p->needed) {
            input_names(f, names, sizeof names);
            return fail(s, INVALID, "%s: `%s` is missing; it takes %s", f->shown, p->name, names);
        }
    }
    return 1;
}

static int set_count(state *s, int place, size_t n, const char *of) {
    if (s->counts[place] != 0 && s->counts[place] != n + 1) {
        return fail(s, "stoner:Shape", "%s: `%s` has %ld elements, another array %ld", s->f->shown, of, (long)n, (long)s->counts[place] - 1);
    }
    s->counts[place] = n + 1;
    if (s->f->parameters[place].kind == I32) {
        if (n > INT32_MAX) {
            return fail(s, "stoner:OutOfRange", "%s: `%s` has too many elements", s->f->shown, of);
        }
        s->a[place].i32 = (int32_t)n;
    } else {
        s->a[place].i64 = (int64_t)n;
    }
    return 1;
}

static int take_number(state *s, int place) {
    const parameter *p = &s->f->parameters[place];
    const mxArray *array = s->given[place];
    int i;
    if (array != NULL) {
        if (!mxIsChar(array) && mxGetNumberOfElements(array) != 1) {
            return fail(s, "stoner:Shape", "%s: `%s` takes one number, not %ld", s->f->shown, p->name, (long)mxGetNumberOfElements(array));
        }
        return number_of(s, p, array, 0, &s->a[place]);
    }
    if (p->kind == F64) {
        s->a[place].f64 = p->preset;
    } else if (p->kind == I64) {
        s->a[place].i64 = (int64_t)p->preset;
    } else {
        s->a[place].i32 = (int32_t)p->preset;
    }
    if (p->meaning == KEEPDIMS) {
        for (i = 0; i < s->f->n_parameters; i++) {
            if (s->f->parameters[i].meaning == AXIS && s->given[i] != NULL) {
                s->a[place].i32 = 1;
            }
        }
    }
    if (p->meaning == VALUE_MODE && s->given[p->count] != NULL) {
        const word *w;
        for (w = p->words; w->name != NULL; w++) {
            if (strcmp(w->name, "value") == 0) {
                s->a[place].i32 = (int32_t)w->value;
            }
        }
    }
    return 1;
}

/* One number with its class: the library takes it from MATLAB's memory. */
static int take_scalar(state *s, int place) {
    const parameter *p = &s->f->parameters[place];
    const mxArray *array = s->given[place];
    int dtype;
    if (array == NULL) {
        return 1;
    }
    dtype = dtype_of(array);
    if (dtype == 0 || mxIsSparse(array) || (mxIsComplex(array) && dtype < STONER_C64)) {
        return fail(s, INVALID, "%s: `%s` takes a number, not %s%s", s->f->shown, p->name, mxIsSparse(array) ? "sparse " : "", mxGetClassName(array));
    }
    if (mxGetNumberOfElements(array) != 1) {
        return fail(s, "stoner:Shape", "%s: `%s` takes one number, not %ld", s->f->shown, p->name, (long)mxGetNumberOfElements(array));
    }
    s->a[p->count].i32 = dtype;
    s->a[place].p = mxGetData(array);
    return 1;
}

static int take_inputs(state *s) {
    int i;
    size_t k;
    /* Images of matrices last: until they are freed nothing may jump away for lack of memory. */
    for (i = 0; i < s->f->n_parameters; i++) {
        const parameter *p = &s->f->parameters[i];
        const mxArray *array = s->given[i];
        if (p->role == CONTEXT) {
            s->a[i].p = s->ctx;
        } else if (p->role == NUMBER && !take_number(s, i)) {
            return 0;
        } else if (p->role == SCALAR && !take_scalar(s, i)) {
            return 0;
        } else if (p->role == TEXT && array != NULL && (s->a[i].p = text_of(s, p->name, array)) == NULL) {
            return 0;
        } else if (p->role == NUMBERS) {
            if (array != NULL && !numbers_of(s, i)) {
                return 0;
            }
            if (array == NULL && p->has_preset) {
                argument value;
                value.i32 = (int32_t)p->preset;
                s->a[i].p = mxCalloc(1, 8);
                store(p, s->a[i].p, 0, value);
            }
            /* Of an optional array without a value the count is 0; arrays that share one agree. */
            if (p->count > 0 && (array != NULL || !p->optional) && !set_count(s, p->count, array != NULL ? s->counts[i] : 0, p->name)) {
                return 0;
            }
        } else if (p->role == TEXTS && array != NULL) {
            size_t n = mxGetNumberOfElements(array);
            const char **texts = mxCalloc(n + 1, sizeof *texts);
            if (!mxIsCell(array)) {
                return fail(s, INVALID, "%s: `%s` is a cell of texts, not %s", s->f->shown, p->name, mxGetClassName(array));
            }
            for (k = 0; k < n; k++) {
                const mxArray *one = mxGetCell(array, k);
                if (one == NULL || (texts[k] = text_of(s, p->name, one)) == NULL) {
                    return one == NULL ? fail(s, INVALID, "%s: `%s` has an empty cell", s->f->shown, p->name) : 0;
                }
            }
            s->a[i].p = (void *)texts;
            if (p->count > 0 && !set_count(s, p->count, n, p->name)) {
                return 0;
            }
        }
    }
    for (i = 0; i < s->f->n_parameters; i++) {
        const parameter *p = &s->f->parameters[i];
        const mxArray *array = s->given[i];
        if (p->role == HANDLE && !handle_of(s, p, array, &s->a[i].p)) {
            return 0;
        }
        if (p->role == HANDLES && array != NULL) {
            size_t n = mxIsCell(array) ? mxGetNumberOfElements(array) : 1;
            void **handles = mxCalloc(n + 1, sizeof *handles);
            for (k = 0; k < n; k++) {
                if (!handle_of(s, p, mxIsCell(array) ? mxGetCell(array, k) : array, &handles[k])) {
                    return 0;
                }
            }
            s->a[i].p = (void *)handles;
            if (p->count > 0 && !set_count(s, p->count, n, p->name)) {
                return 0;
            }
        }
    }
    return 1;
}

/* -- Dimensions and numbers of pixels, once the image is known -------------------------------------------------------------------- */

/* The number of a pixel in C's order from 0, of its number column by column from 0, frame by frame. */
static int64_t to_c_order(const int64_t *shape, int rank, int64_t number) {
    int64_t place[STONER_MAX_NDIM], result = 0;
    int i;
    for (i = 0; i < rank; i++) {
        int axis = rank < 2 ? i : i < 2 ? rank - 2 + i : rank - 1 - i;
        place[axis] = number % shape[axis];
        number /= shape[axis];
    }
    for (i = 0; i < rank; i++) {
        result = result * shape[i] + place[i];
    }
    return result;
}

static int64_t from_c_order(const int64_t *shape, int rank, int64_t number) {
    int64_t place[STONER_MAX_NDIM], result = 0;
    int i;
    for (i = rank - 1; i >= 0; i--) {
        place[i] = number % shape[i];
        number /= shape[i];
    }
    for (i = rank - 1; i >= 0; i--) {
        int axis = rank < 2 ? i : i < 2 ? rank - 2 + i : rank - 1 - i;
        result = result * shape[axis] + place[axis];
    }
    return result;
}

/* Shape and rank of the image whose method the function is; 0 where it is none: the library says so. */
static int shape_of_subject(const state *s, int64_t *shape, int *rank) {
    int place = subject_of(s->f);
    int64_t n = 0;
    if (place < 0 || s->f->parameters[place].object != A_IMAGE ||
        stoner_image_shape(s->ctx, s->a[place].p, shape, STONER_MAX_NDIM, &n) != STONER_OK) {
        return 0;
    }
    *rank = (int)n;
    return 1;
}

static int check_dimension(state *s, const parameter *p, int32_t axis, int rank) {
    int dimension = axis == -2 ? 1 : axis == -1 ? 2 : -axis;
    if (-axis <= rank) {
        return 1;
    }
    if (rank < 2) {
        return fail(s, "stoner:OutOfRange", "%s: `%s` is %d; allowed: 2, since the image has rank %d", s->f->shown, p->name, dimension, rank);
    }
    return fail(s, "stoner:OutOfRange", "%s: `%s` is %d; allowed: 1 to %d, the image's dimensions", s->f->shown, p->name, dimension, rank);
}

/* A number from 1 as one from 0. Where an index outside starts again or becomes the nearest one, that is done here, in MATLAB's order. */
static int inside(state *s, const parameter *p, int32_t mode, int64_t *number, int64_t length) {
    int64_t value = *number;
    if (length > 0 && mode == STONER_INDEX_WRAP) {
        value = ((value - 1) % length + length) % length + 1;
    } else if (length > 0 && mode == STONER_INDEX_CLIP) {
        value = value < 1 ? 1 : value > length ? length : value;
    }
    if (value < 1 || value > length) {
        return fail(s, "stoner:OutOfRange", "%s: `%s` is %ld; allowed: 1 to %ld", s->f->shown, p->name, (long)value, (long)length);
    }
    *number = value - 1;
    return 1;
}

static int take_places(state *s) {
    int64_t shape[STONER_MAX_NDIM], total = 1;
    int i, rank = 0, along = -1;
    int32_t mode = 0;
    size_t k;
    if (!shape_of_subject(s, shape, &rank)) {
        return 1;
    }
    for (i = 0; i < rank; i++) {
        total *= shape[i];
    }
    for (i = 0; i < s->f->n_parameters; i++) {
        const parameter *p = &s->f->parameters[i];
        if (p->words == words_index) {
            mode = s->a[i].i32;
        }
        if ((p->meaning != AXIS && p->meaning != PERMUTATION) || s->given[i] == NULL) {
            continue;
        }
        for (k = 0; k < (p->role == NUMBERS ? s->counts[i] : 1); k++) {
            int32_t axis = p->role == NUMBERS ? ((const int32_t *)s->a[i].p)[k] : s->a[i].i32;
            size_t other;
            if (!check_dimension(s, p, axis, rank)) {
                return 0;
            }
            for (other = 0; other < k; other++) {
                if (((const int32_t *)s->a[i].p)[other] == axis) {
                    return fail(s, INVALID, "%s: `%s` names the same dimension twice", s->f->shown, p->name);
                }
            }
            along = rank + axis;
        }
    }
    for (i = 0; i < s->f->n_parameters; i++) {
        const parameter *p = &s->f->parameters[i];
        int64_t *numbers = s->a[i].p;
        if ((p->meaning != PLACE && p->meaning != LINEAR) || p->role != NUMBERS || s->given[i] == NULL) {
            continue;
        }
        if (p->meaning == PLACE && s->counts[i] != 1) {
            if (s->counts[i] != (size_t)rank) {
                return fail(s, INVALID, "%s: `%s` has %ld numbers; allowed: 1, or one for each of the %d dimensions", s->f->shown, p->name, (long)s->counts[i], rank);
            }
            reorder(numbers, s->counts[i]);
        }
        for (k = 0; k < s->counts[i]; k++) {
            int whole = s->counts[i] == 1 || p->meaning == LINEAR;
            if (whole && along < 0) {
                if (!inside(s, p, mode, &numbers[k], total)) {
                    return 0;
                }
                numbers[k] = to_c_order(shape, rank, numbers[k]);
            } else if (!inside(s, p, mode, &numbers[k], whole ? shape[along] : shape[k])) {
                return 0;
            }
        }
    }
    return 1;
}

/* -- Outputs -------------------------------------------------------------------------------------------------------------------- */

static int is_output(const parameter *p) {
    return p->role == NEW || p->role == RESULT || p->role == BUFFER;
}

static int always_new(const parameter *p) {
    return p->role == NEW && !p->optional;
}

/* The places of the outputs in the order in which MATLAB gets them. */
static int output_order(const function *f, int *order) {
    int i, n = 0;
    for (i = 0; i < f->n_parameters; i++) {
        if (always_new(&f->parameters[i])) {
            order[n++] = i;
        }
    }
    for (i = 0; i < f->n_parameters; i++) {
        if (is_output(&f->parameters[i]) && !always_new(&f->parameters[i])) {
            order[n++] = i;
        }
    }
    return n;
}

static size_t room_of(const state *s, const parameter *p) {
    return p->count > 0 ? s->counts[p->count] - (s->counts[p->count] > 0) : (size_t)p->room;
}

static void make_room(state *s, const int *order, int n, int wanted) {
    int k;
    for (k = 0; k < n; k++) {
        const parameter *p = &s->f->parameters[order[k]];
        if (p->role == BUFFER || (p->optional && k >= wanted)) {
            s->a[order[k]].p = NULL;
        } else if (p->role == NEW) {
            s->outputs[order[k]] = mxCreateNumericMatrix(1, 1, mxUINT64_CLASS, mxREAL);
            s->a[order[k]].p = mxCalloc(1, sizeof(void *));
        } else if (p->meaning == OF_DTYPE) {
            /* One element of the image's own class. What is no image the call refuses. */
            int64_t strides[STONER_MAX_NDIM];
            int32_t dtype = 0;
            if (stoner_image_dtype(s->ctx, s->a[subject_of(s->f)].p, &dtype) != STONER_OK) {
                dtype = STONER_F64;
            }
            s->a[p->count].i32 = dtype;
            s->outputs[order[k]] = make_array(NULL, 0, dtype, strides);
            s->a[order[k]].p = mxGetData(s->outputs[order[k]]);
        } else {
            s->outputs[order[k]] = p->meaning == EXACT ? mxCreateNumericMatrix(1, (mwSize)room_of(s, p), mxINT64_CLASS, mxREAL)
                                                       : mxCreateDoubleMatrix(1, (mwSize)room_of(s, p), mxREAL);
            s->a[order[k]].p = mxCalloc(room_of(s, p) + 1, 8);
        }
    }
}

static void give(const parameter *p, const void *memory, mxArray *array) {
    size_t i, n = mxGetNumberOfElements(array);
    if (p->meaning == OF_DTYPE) {
        return; /* the library wrote it there */
    }
    if (p->meaning == EXACT) {
        memcpy(mxGetData(array), memory, n * 8);
        return;
    }
    for (i = 0; i < n; i++) {
        mxGetDoubles(array)[i] = p->kind == I32   ? (double)((const int32_t *)memory)[i]
                                 : p->kind == I64 ? (double)((const int64_t *)memory)[i]
                                 : p->kind == U8  ? (double)((const uint8_t *)memory)[i]
                                                  : ((const double *)memory)[i];
        mxGetDoubles(array)[i] += p->meaning == INDEX || p->meaning == LINEAR;
    }
}

static int32_t call(state *s) {
    argument r;
    s->f->call(s->a, &r);
    return r.i32;
}

/* A buffer's length is asked for first, then it is filled. */
static int32_t call_for_buffer(state *s, int place) {
    const parameter *p = &s->f->parameters[place];
    int64_t length = 0;
    int32_t status;
    void *memory;
    mxArray *array;
    int text = p->kind == CHAR;
    s->a[place].p = NULL;
    s->a[place + 1].i64 = 0;
    s->a[place + 2].p = &length;
    status = call(s);
    if (status != STONER_OK) {
        return status;
    }
    if (text) {
        array = NULL;
        memory = mxCalloc((size_t)length + 1, 1);
    } else if (p->kind == U8) {
        array = mxCreateNumericMatrix(1, (mwSize)length, mxUINT8_CLASS, mxREAL);
        memory = length > 0 ? mxGetData(array) : mxCalloc(1, 8);
    } else if (p->kind == F64) {
        array = mxCreateDoubleMatrix((mwSize)length, 1, mxREAL);
        memory = length > 0 ? mxGetData(array) : mxCalloc(1, 8);
    } else {
        array = mxCreateDoubleMatrix(1, (mwSize)length, mxREAL);
        memory = mxCalloc((size_t)length + 1, 8);
    }
    s->a[place].p = memory;
    s->a[place + 1].i64 = length + text;
    if (text || length > 0) {
        status = call(s);
    }
    if (status != STONER_OK) {
        return status;
    }
    if (text) {
        array = mxCreateString(memory);
    } else if (p->kind == I32 || p->kind == I64) {
        if (p->meaning == SIZE_OF || p->meaning == STRIDES) {
            int64_t *values = memory, sorted[STONER_MAX_NDIM];
            int i, rank = (int)length;
            for (i = 0; i < rank; i++) {
                sorted[rank < 2 ? i : i >= rank - 2 ? i - (rank - 2) : rank - 1 - i] = values[i];
            }
            memcpy(values, sorted, (size_t)rank * sizeof *values);
            if (p->meaning == SIZE_OF && rank < 2) {
                array = mxCreateDoubleMatrix(1, 2, mxREAL);
                mxGetDoubles(array)[0] = 1;
                mxGetDoubles(array)[1] = rank == 1 ? (double)values[0] : 1;
                s->outputs[place] = array;
                return status;
            }
        }
        give(p, memory, array);
    }
    s->outputs[place] = array;
    return status;
}

/* -- The host's functions ------------------------------------------------------------------------------------------------------- */

/* Calls a function of the host, which gives {answer, message}: an error is in the message. The answer, or NULL. */
static mxArray *ask_host(state *s, const mxArray *host, int n, mxArray **inputs) {
    mxArray *arguments[5], *out[1] = {NULL}, *trouble;
    int i;
    mxArray *answer = NULL;
    arguments[0] = mxDuplicateArray(host);
    for (i = 0; i < n; i++) {
        arguments[i + 1] = inputs[i];
    }
    trouble = mexCallMATLABWithTrap(1, out, n + 1, arguments, "feval");
    if (trouble != NULL || out[0] == NULL || !mxIsCell(out[0]) || mxGetNumberOfElements(out[0]) != 2) {
        fail(s, "stoner:Callback", "a function of the program failed");
    } else if (!mxIsEmpty(mxGetCell(out[0], 1))) {
        char *text = mxArrayToString(mxGetCell(out[0], 1));
        fail(s, "stoner:Callback", "a function of the program failed: %s", text != NULL ? text : "");
    } else {
        answer = mxDuplicateArray(mxGetCell(out[0], 0));
    }
    if (out[0] != NULL) {
        mxDestroyArray(out[0]);
    }
    for (i = 0; i <= n; i++) {
        mxDestroyArray(arguments[i]);
    }
    return answer;
}

static void on_progress(double fraction, void *user) {
    state *s = user;
    mxArray *inputs[1], *answer;
    if (s->identifier[0] != '\0') {
        return; /* it failed already */
    }
    inputs[0] = mxCreateDoubleScalar(fraction);
    answer = ask_host(s, s->progress, 1, inputs);
    if (answer == NULL) {
        stoner_context_cancel(s->ctx);
    } else {
        mxDestroyArray(answer);
    }
}

static int32_t on_file(int32_t what, const char *title, const char *patterns, char *buffer, int64_t capacity, void *user) {
    state *s = user;
    int32_t status = STONER_ERR_NOT_INTERACTIVE;
    mxArray *inputs[3], *answer;
    char *text;
    inputs[0] = mxCreateDoubleScalar(what);
    inputs[1] = mxCreateString(title);
    inputs[2] = mxCreateString(patterns);
    answer = ask_host(s, s->file, 3, inputs);
    if (answer == NULL) {
        return status;
    }
    if (mxIsEmpty(answer)) {
        status = STONER_ERR_CANCELLED;
    } else if (!is_text(answer)) {
        fail(s, "stoner:Callback", "a function that asks for files gives text, not %s", mxGetClassName(answer));
    } else if ((text = text_of(s, "file", answer)) != NULL) {
        size_t length = strlen(text) + 1;
        if ((int64_t)length > capacity) {
            fail(s, "stoner:Callback", "a name of %ld bytes is too long", (long)length);
        } else {
            memcpy(buffer, text, length);
            status = STONER_OK;
        }
        mxFree(text);
    }
    mxDestroyArray(answer);
    return status;
}

static int32_t on_line(const stoner_image *image, double *ends, void *user) {
    state *s = user;
    int32_t status = STONER_ERR_NOT_INTERACTIVE;
    uint64_t bits = (uint64_t)(uintptr_t)image;
    mxArray *inputs[1], *answer;
    inputs[0] = mxCreateNumericMatrix(1, 1, mxUINT64_CLASS, mxREAL);
    memcpy(mxGetData(inputs[0]), &bits, sizeof bits);
    answer = ask_host(s, s->line, 1, inputs);
    if (answer == NULL) {
        return status;
    }
    if (mxIsEmpty(answer)) {
        status = STONER_ERR_CANCELLED;
    } else if (!mxIsDouble(answer) || mxIsComplex(answer) || mxGetNumberOfElements(answer) != 4) {
        fail(s, "stoner:Callback", "a function that asks for a line gives [x1 y1 x2 y2]");
    } else {
        memcpy(ends, mxGetDoubles(answer), 4 * sizeof *ends);
        status = STONER_OK;
    }
    mxDestroyArray(answer);
    return status;
}

static const mxArray *host_function(const mxArray *cell, mwIndex i) {
    const mxArray *one = mxGetNumberOfElements(cell) > (size_t)i ? mxGetCell(cell, i) : NULL;
    return one != NULL && mxIsFunctionHandle(one) ? one : NULL;
}

/* The context of a call, and the host's functions for its time. */
static int take_context(state *s, const mxArray *array) {
    const mxArray *handle = mxIsCell(array) ? (mxIsEmpty(array) ? NULL : mxGetCell(array, 0)) : array;
    uint64_t bits = 0;
    if (handle != NULL && !mxIsEmpty(handle)) {
        if (mxGetClassID(handle) != mxUINT64_CLASS || mxGetNumberOfElements(handle) != 1) {
            return fail(s, "stoner:InvalidHandle", "%s: a context is needed, not %s", s->f->shown, mxGetClassName(handle));
        }
        memcpy(&bits, mxGetData(handle), sizeof bits);
    }
    s->ctx = (stoner_context *)(uintptr_t)bits;
    if (mxIsCell(array)) {
        s->progress = host_function(array, 1);
        s->file = host_function(array, 2);
        s->line = host_function(array, 3);
    }
    return 1;
}

static void set_host(state *s, int on) {
    if (s->progress != NULL) {
        stoner_context_set_progress_callback(s->ctx, on ? on_progress : NULL, s);
    }
    if (s->file != NULL) {
        stoner_context_set_file_hook(s->ctx, on ? on_file : NULL, s);
    }
    if (s->line != NULL) {
        stoner_context_set_line_hook(s->ctx, on ? on_line : NULL, s);
    }
}

/* -- Functions that need more than their roles ---------------------------------------------------------------------------------- */

static const mxArray *input(int n, const mxArray **arrays, int i) {
    return i < n && !mxIsEmpty(arrays[i]) ? arrays[i] : NULL;
}

static int image_of(state *s, int n, const mxArray **arrays, stoner_image **out) {
    static const parameter p = {.name = "image", .role = HANDLE, .kind = OBJECT, .object = A_IMAGE};
    void *handle = NULL;
    if (input(n, arrays, 0) != NULL && (mxGetClassID(arrays[0]) != mxUINT64_CLASS || mxGetNumberOfElements(arrays[0]) != 1)) {
        return fail(s, "stoner:InvalidHandle", "%s: `image` is a handle, not %s", s->f->shown, mxGetClassName(arrays[0]));
    }
    if (!handle_of(s, &p, input(n, arrays, 0), &handle)) {
        return 0;
    }
    *out = handle;
    return 1;
}

static int number_at(state *s, int n, const mxArray **arrays, int i, const parameter *p, double preset, argument *out) {
    const mxArray *array = input(n, arrays, i);
    if (array == NULL) {
        if (p->kind == F64) {
            out->f64 = preset;
        } else {
            out->i32 = (int32_t)preset;
        }
        return 1;
    }
    if (!mxIsChar(array) && mxGetNumberOfElements(array) != 1) {
        return fail(s, "stoner:Shape", "%s: `%s` takes one number", s->f->shown, p->name);
    }
    return number_of(s, p, array, 0, out);
}

static const parameter DTYPE = {.name = "dtype", .role = NUMBER, .kind = I32, .words = words_dtype};

/* image_from_data(array, mask, ndim) */
static int from_data(state *s, int n, const mxArray **arrays) {
    static const parameter ndim = {.name = "ndim", .role = NUMBER, .kind = I32};
    argument rank;
    stoner_image *image = NULL;
    uint64_t bits;
    if (n < 1) {
        return fail(s, INVALID, "from_data: an array is missing");
    }
    if (!number_at(s, n, arrays, 2, &ndim, -1, &rank)) {
        return 0;
    }
    s->outputs[0] = mxCreateNumericMatrix(1, 1, mxUINT64_CLASS, mxREAL);
    if (!make_image(s, arrays[0], input(n, arrays, 1), rank.i32, &image)) {
        return 0;
    }
    bits = (uint64_t)(uintptr_t)image;
    memcpy(mxGetData(s->outputs[0]), &bits, sizeof bits);
    held++;
    return 1;
}

static int shape_of(state *s, stoner_image *image, int64_t *shape, int *rank) {
    int64_t n = 0;
    int32_t status = stoner_image_shape(s->ctx, image, shape, STONER_MAX_NDIM, &n);
    *rank = (int)n;
    return status == STONER_OK ? 1 : fail_with(s, status);
}

/* image_read(image, dtype): an array of the image's class, or of another */
static int read_pixels(state *s, int n, const mxArray **arrays) {
    stoner_image *image = NULL;
    argument dtype;
    int64_t shape[STONER_MAX_NDIM], strides[STONER_MAX_NDIM] = {0};
    int rank;
    int32_t status;
    if (!image_of(s, n, arrays, &image) || !number_at(s, n, arrays, 1, &DTYPE, 0, &dtype) || !shape_of(s, image, shape, &rank)) {
        return 0;
    }
    if (dtype.i32 == 0 && (status = stoner_image_dtype(s->ctx, image, &dtype.i32)) != STONER_OK) {
        return fail_with(s, status);
    }
    if (dtype.i32 < STONER_BOOL || dtype.i32 > STONER_C128) {
        return fail(s, INVALID, "read: dtype %d is none (%d to %d)", (int)dtype.i32, STONER_BOOL, STONER_C128);
    }
    s->outputs[0] = make_array(shape, rank, dtype.i32, strides);
    if (mxIsEmpty(s->outputs[0])) {
        return 1;
    }
    status = stoner_image_read(s->ctx, image, dtype.i32, strides, mxGetData(s->outputs[0]),
                               (int64_t)(mxGetNumberOfElements(s->outputs[0]) * bytes_of(dtype.i32)));
    return status == STONER_OK ? 1 : fail_with(s, status);
}

static void give_mask(const uint8_t *bytes, mxArray *array) {
    size_t rows = mxGetM(array), columns = mxGetDimensions(array)[1];
    transpose_bytes(bytes, (uint8_t *)mxGetLogicals(array), columns, rows, frames_of(array));
}

/* image_read_mask(image): a logical array */
static int read_mask(state *s, int n, const mxArray **arrays) {
    stoner_image *image = NULL;
    int64_t shape[STONER_MAX_NDIM], strides[STONER_MAX_NDIM];
    int rank;
    int32_t status;
    uint8_t *bytes;
    if (!image_of(s, n, arrays, &image) || !shape_of(s, image, shape, &rank)) {
        return 0;
    }
    s->outputs[0] = make_array(shape, rank, STONER_BOOL, strides);
    if (mxIsEmpty(s->outputs[0])) {
        return 1;
    }
    bytes = mxMalloc(mxGetNumberOfElements(s->outputs[0]));
    status = stoner_image_read_mask(s->ctx, image, bytes, (int64_t)mxGetNumberOfElements(s->outputs[0]), NULL);
    if (status == STONER_OK) {
        give_mask(bytes, s->outputs[0]);
    }
    mxFree(bytes);
    return status == STONER_OK ? 1 : fail_with(s, status);
}

/* image_write(image, box, array): into a box or the whole; one number goes everywhere */
static int write_pixels(state *s, int n, const mxArray **arrays) {
    static const parameter boxes = {.name = "box", .role = NUMBERS, .kind = I64, .meaning = BOX, .room = 4};
    stoner_image *image = NULL;
    const mxArray *data = n > 2 ? arrays[2] : NULL;
    int64_t shape[STONER_MAX_NDIM], strides[STONER_MAX_NDIM], box[4], size[STONER_MAX_NDIM], given[STONER_MAX_NDIM];
    int i, rank, fits = 1, whole = input(n, arrays, 1) == NULL;
    int32_t status, dtype;
    double none = 0;
    if (!image_of(s, n, arrays, &image) || !shape_of(s, image, shape, &rank)) {
        return 0;
    }
    if (data == NULL || (dtype = dtype_of(data)) == 0 || mxIsSparse(data) || (mxIsComplex(data) && dtype < STONER_C64)) {
        return fail(s, "stoner:Dtype", "write: values are logical, integer, single or double, or complex single or double");
    }
    memcpy(size, shape, sizeof size);
    if (!whole) {
        if (mxGetNumberOfElements(arrays[1]) != 4) {
            return fail(s, "stoner:Shape", "write: `box` takes 4 values, not %ld", (long)mxGetNumberOfElements(arrays[1]));
        }
        for (i = 0; i < 4; i++) {
            argument value;
            if (!number_of(s, &boxes, arrays[1], (size_t)i, &value)) {
                return 0;
            }
            box[i] = value.i64;
        }
        if (rank >= 2) {
            int64_t left = box[0] == STONER_EXTENT ? 0 : box[0], right = box[1] == STONER_EXTENT ? shape[rank - 1] : box[1];
            int64_t top = box[2] == STONER_EXTENT ? 0 : box[2], bottom = box[3] == STONER_EXTENT ? shape[rank - 2] : box[3];
            if (left < 0 || top < 0 || right > shape[rank - 1] || bottom > shape[rank - 2] || left > right || top > bottom) {
                return fail(s, "stoner:OutOfRange", "write: the box does not lie inside of %ld rows and %ld columns", (long)shape[rank - 2], (long)shape[rank - 1]);
            }
            size[rank - 1] = right - left;
            size[rank - 2] = bottom - top;
        }
    }
    memset(strides, 0, sizeof strides);
    if (mxGetNumberOfElements(data) != 1) {
        fits = (int)mxGetNumberOfDimensions(data) <= (rank < 2 ? 2 : rank) && layout(data, rank, given, strides, bytes_of(dtype));
        for (i = 0; fits && i < rank; i++) {
            fits = given[i] == size[i];
        }
    }
    if (!fits) {
        return fail(s, "stoner:Shape", "write: the values have not the size of what is written");
    }
    status = stoner_image_write(s->ctx, image, whole ? NULL : box, mxIsEmpty(data) ? (const void *)&none : mxGetData(data), dtype, strides);
    return status == STONER_OK ? 1 : fail_with(s, status);
}

/* image_write_mask(image, mask): [] unmasks all */
static int write_mask(state *s, int n, const mxArray **arrays) {
    stoner_image *image = NULL;
    const mxArray *mask = input(n, arrays, 1);
    int64_t shape[STONER_MAX_NDIM], strides[STONER_MAX_NDIM], given[STONER_MAX_NDIM], size = 0;
    int i, rank, fits;
    uint8_t *bytes = NULL;
    int32_t status;
    if (!image_of(s, n, arrays, &image) || !shape_of(s, image, shape, &rank)) {
        return 0;
    }
    if ((status = stoner_image_size(s->ctx, image, &size)) != STONER_OK) {
        return fail_with(s, status);
    }
    if (mask != NULL) {
        fits = (int)mxGetNumberOfDimensions(mask) <= (rank < 2 ? 2 : rank) && layout(mask, rank, given, strides, 1);
        for (i = 0; fits && i < rank; i++) {
            fits = given[i] == shape[i];
        }
        if (!fits) {
            return fail(s, "stoner:Shape", "write_mask: the mask has not the image's size");
        }
        if ((bytes = mask_of(s, mask)) == NULL) {
            return 0;
        }
    }
    status = stoner_image_write_mask(s->ctx, image, bytes, size);
    return status == STONER_OK ? 1 : fail_with(s, status);
}

/* image_tolist(image, fill_mode, fill_value, dtype): the elements without what is masked, and the mask */
static int to_list(state *s, int n, const mxArray **arrays) {
    static const parameter mode = {.name = "fill_mode", .role = NUMBER, .kind = I32, .words = words_fill};
    static const parameter value = {.name = "fill_value", .role = NUMBER, .kind = F64};
    stoner_image *image = NULL;
    argument fill_mode, fill_value, dtype;
    int64_t shape[STONER_MAX_NDIM], strides[STONER_MAX_NDIM] = {0};
    int rank;
    int32_t status;
    size_t elements, bytes;
    uint8_t *list, *mask;
    if (!image_of(s, n, arrays, &image) || !number_at(s, n, arrays, 1, &mode, input(n, arrays, 2) != NULL, &fill_mode) ||
        !number_at(s, n, arrays, 2, &value, 0, &fill_value) || !number_at(s, n, arrays, 3, &DTYPE, 0, &dtype) ||
        !shape_of(s, image, shape, &rank)) {
        return 0;
    }
    if (dtype.i32 == 0 && (status = stoner_image_dtype(s->ctx, image, &dtype.i32)) != STONER_OK) {
        return fail_with(s, status);
    }
    if (dtype.i32 < STONER_BOOL || dtype.i32 > STONER_C128) {
        return fail(s, INVALID, "tolist: dtype %d is none (%d to %d)", (int)dtype.i32, STONER_BOOL, STONER_C128);
    }
    bytes = bytes_of(dtype.i32);
    s->outputs[0] = make_array(shape, rank, dtype.i32, strides);
    s->outputs[1] = make_array(shape, rank, STONER_BOOL, strides);
    elements = mxGetNumberOfElements(s->outputs[0]);
    if (elements == 0) {
        return 1;
    }
    /* The list is in C order: one row of elements after another. */
    list = mxMalloc(elements * bytes);
    mask = mxMalloc(elements);
    status = stoner_image_tolist(s->ctx, image, fill_mode.i32, fill_value.f64, dtype.i32, list, (int64_t)(elements * bytes), mask, (int64_t)elements);
    if (status == STONER_OK) {
        size_t frame, i, j, rows = mxGetM(s->outputs[0]), columns = mxGetDimensions(s->outputs[0])[1], frames = frames_of(s->outputs[0]);
        char *to = mxGetData(s->outputs[0]);
        for (frame = 0; frame < frames; frame++) {
            for (j = 0; j < columns; j++) {
                for (i = 0; i < rows; i++, to += bytes) {
                    memcpy(to, list + ((frame * rows + i) * columns + j) * bytes, bytes);
                }
            }
        }
        give_mask(mask, s->outputs[1]);
    }
    mxFree(list);
    mxFree(mask);
    return status == STONER_OK ? 1 : fail_with(s, status);
}

typedef struct {
    const char *name;
    int (*run)(state *, int, const mxArray **);
    int n_outputs;
} special;

static const special SPECIALS[] = {
    {"image_from_data", from_data, 1}, {"image_read", read_pixels, 1},         {"image_read_mask", read_mask, 1},
    {"image_write", write_pixels, 0},  {"image_write_mask", write_mask, 0}, {"image_tolist", to_list, 2},
};

/* -- The gateway ---------------------------------------------------------------------------------------------------------------- */

static const function *find(const char *name) {
    size_t low = 0, high = sizeof FUNCTIONS / sizeof *FUNCTIONS;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(name, FUNCTIONS[middle].name);
        if (order == 0) {
            return &FUNCTIONS[middle];
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return NULL;
}

/* Questions about the gateway itself: ':functions', ':parameters', ':held'. */
static int about(state *s, const char *what, int n, const mxArray **arrays, mxArray **plhs) {
    size_t i, count = sizeof FUNCTIONS / sizeof *FUNCTIONS;
    if (strcmp(what, ":held") == 0) {
        plhs[0] = mxCreateDoubleScalar((double)held);
        return 1;
    }
    if (strcmp(what, ":functions") == 0) {
        plhs[0] = mxCreateCellMatrix((mwSize)count, 1);
        for (i = 0; i < count; i++) {
            mxSetCell(plhs[0], i, mxCreateString(FUNCTIONS[i].name));
        }
        return 1;
    }
    if (strcmp(what, ":parameters") == 0 && n == 1 && is_text(arrays[0])) {
        static const char *const roles[] = {"", "context", "handle", "handles", "new", "number", "scalar", "text", "texts", "numbers", "result", "buffer", "size", "length", "dtype of"};
        char *name = mxArrayToString(arrays[0]);
        const function *f = find(name);
        if (f == NULL) {
            return fail(s, INVALID, "stoner_mex: there is no function '%.100s'", name);
        }
        plhs[0] = mxCreateCellMatrix((mwSize)f->n_parameters, 6);
        for (i = 0; i < (size_t)f->n_parameters; i++) {
            const parameter *p = &f->parameters[i];
            mxSetCell(plhs[0], i, mxCreateString(p->in_c != NULL ? p->in_c : p->name));
            mxSetCell(plhs[0], i + (size_t)f->n_parameters, mxCreateString(roles[p->role]));
            mxSetCell(plhs[0], i + 2 * (size_t)f->n_parameters, mxCreateDoubleScalar(p->object));
            mxSetCell(plhs[0], i + 3 * (size_t)f->n_parameters, mxCreateDoubleScalar(p->room));
            mxSetCell(plhs[0], i + 4 * (size_t)f->n_parameters, mxCreateDoubleScalar(p->optional));
            mxSetCell(plhs[0], i + 5 * (size_t)f->n_parameters, mxCreateDoubleScalar(p->kind == F64));
        }
        return 1;
    }
    return fail(s, INVALID, "stoner_mex: there is no function '%.100s'", what);
}

/* The function of the table that the call names. */
static int run(state *s, int nlhs, mxArray **plhs, int n, const mxArray **arrays) {
    const function *f = s->f;
    int i, k, order[MAX_PARAMETERS], n_outputs = output_order(f, order), buffer = -1;
    int wanted = nlhs > 1 ? nlhs : 1;
    int32_t status;
    if (nlhs > (n_outputs > 0 || f->returns != RETURNS_STATUS ? (n_outputs > 0 ? n_outputs : 1) : 0) ) {
        return fail(s, INVALID, "%s gives %d outputs, not %d", f->shown, n_outputs, nlhs);
    }
    if (!place_inputs(s, n, arrays) || !take_inputs(s) || !take_places(s)) {
        return 0;
    }
    if (f->returns != RETURNS_STATUS) {
        argument r;
        f->call(s->a, &r);
        plhs[0] = f->returns == RETURNS_TEXT ? mxCreateString(r.text)
                                             : mxCreateDoubleScalar(f->returns == RETURNS_I32   ? (double)r.i32
                                                                    : f->returns == RETURNS_I64 ? (double)r.i64
                                                                                                : r.f64);
        return 1;
    }
    make_room(s, order, n_outputs, wanted);
    for (i = 0; i < f->n_parameters; i++) {
        buffer = f->parameters[i].role == BUFFER ? i : buffer;
    }
    set_host(s, 1);
    status = buffer >= 0 ? call_for_buffer(s, buffer) : call(s);
    set_host(s, 0);
    if (s->identifier[0] != '\0') {
        /* A function of the host failed, and the call was cancelled for it. */
        stoner_context_reset_cancel(s->ctx);
    }
    if (status != STONER_OK) {
        return s->identifier[0] != '\0' ? 0 : fail_with(s, status);
    }
    for (k = 0; k < n_outputs; k++) {
        const parameter *p = &f->parameters[order[k]];
        void *memory = s->a[order[k]].p;
        if (p->role == NEW && memory != NULL) {
            uint64_t bits;
            memcpy(&bits, memory, sizeof bits);
            memcpy(mxGetData(s->outputs[order[k]]), &bits, sizeof bits);
            held += bits != 0;
        } else if (p->role == RESULT && memory != NULL) {
            int64_t shape[STONER_MAX_NDIM];
            int rank;
            if (p->meaning == LINEAR && shape_of_subject(s, shape, &rank)) {
                *(int64_t *)memory = from_c_order(shape, rank, *(int64_t *)memory);
            }
            give(p, memory, s->outputs[order[k]]);
        }
        if (k < wanted) {
            plhs[k] = s->outputs[order[k]];
        }
    }
    k = (int)strlen(f->name);
    if (k > 5 && strcmp(f->name + k - 5, "_free") == 0 && s->a[0].p != NULL) {
        held--;
    }
    return s->identifier[0] == '\0';
}

/* Warnings of the thread's own context become MATLAB's; a context of the program keeps its own besides. */
static void warn(state *s, int64_t before) {
    int64_t i, kept = 0;
    if (stoner_context_warning_count(s->ctx, &kept, NULL) != STONER_OK || kept <= before) {
        return;
    }
    for (i = before; i < kept && !s->f->quiet; i++) {
        int64_t length = 0;
        char text[2048];
        if (stoner_context_warning(s->ctx, i, text, sizeof text, &length) == STONER_OK) {
            mxArray *inputs[3], *trouble;
            int k;
            inputs[0] = mxCreateString("stoner:Warning");
            inputs[1] = mxCreateString("%s");
            inputs[2] = mxCreateString(text);
            trouble = mexCallMATLABWithTrap(0, NULL, 3, inputs, "warning");
            if (trouble != NULL) {
                mxDestroyArray(trouble);
            }
            for (k = 0; k < 3; k++) {
                mxDestroyArray(inputs[k]);
            }
        }
    }
    if (s->ctx == NULL) {
        stoner_context_clear_warnings(NULL);
    }
}

static void lock(void) {
    if (held > 0 && !mexIsLocked()) {
        mexLock();
    } else if (held <= 0 && mexIsLocked()) {
        mexUnlock();
    }
}

void mexFunction(int nlhs, mxArray *plhs[], int nrhs, const mxArray *prhs[]) {
    static const function nameless = {.name = "stoner_mex", .shown = "stoner_mex"};
    state s;
    char *name;
    size_t i;
    int k, ok = 0, found = 0;
    int64_t before = 0;
    memset(&s, 0, sizeof s);
    s.f = &nameless;
    if (nrhs < 1 || !is_text(prhs[0])) {
        mexErrMsgIdAndTxt(INVALID, "stoner_mex: the name of a function has to come first");
    }
    name = mxArrayToString(prhs[0]);
    if (name[0] == ':') {
        found = 1;
        ok = about(&s, name, nrhs - 1, prhs + 1, plhs);
    }
    for (i = 0; !found && i < sizeof SPECIALS / sizeof *SPECIALS; i++) {
        if (strcmp(name, SPECIALS[i].name) == 0) {
            function called = {.name = SPECIALS[i].name, .shown = SPECIALS[i].name + strlen("image_")};
            s.f = &called;
            found = 1;
            if (nrhs > 1 && !take_context(&s, prhs[1])) {
                break;
            }
            if (nlhs > SPECIALS[i].n_outputs) {
                fail(&s, INVALID, "%s gives %d outputs, not %d", name, SPECIALS[i].n_outputs, nlhs);
                break;
            }
            ok = SPECIALS[i].run(&s, nrhs > 2 ? nrhs - 2 : 0, prhs + 2);
            for (k = 0; ok && k < SPECIALS[i].n_outputs && k < (nlhs > 1 ? nlhs : 1); k++) {
                plhs[k] = s.outputs[k];
            }
            s.f = &nameless;
        }
    }
    if (!found) {
        s.f = find(name);
        if (s.f == NULL) {
            s.f = &nameless;
            fail(&s, INVALID, "stoner_mex: there is no function '%.100s'", name);
        } else if (nrhs < 2 || take_context(&s, prhs[1])) {
            stoner_context_warning_count(s.ctx, &before, NULL);
            ok = run(&s, nlhs, plhs, nrhs > 2 ? nrhs - 2 : 0, prhs + 2);
        }
    }
    for (k = 0; k < s.n_images; k++) {
        stoner_image_free(s.images[k]);
    }
    mxFree(name);
    lock();
    if (!ok) {
        mexErrMsgIdAndTxt(s.identifier, "%s", s.message);
    }
    if (found == 0) {
        warn(&s, before);
    }
}
