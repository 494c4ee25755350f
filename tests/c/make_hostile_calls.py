"""Writes a C program that calls every function of the interface at random, with good and hostile values mixed.

usage: make_hostile_calls.py include/stoner.h > hostile_calls.c
       hostile_calls [SCRATCH FOLDER] [CALLS] [SEED]

The functions and what each parameter is come from interface/interface.json. A value is drawn from a pool for its kind: ordinary ones,
those at the edges of the range, and such as no program should pass: freed handles, handles of other types, random bits, NULL, text that
is not UTF-8, numbers of any size. Only what no library can find out is left out: lies about the size of the caller's memory. Every call must come back
with a status that is not STONER_ERR_INTERNAL, and in the end no handle is left. The function that is told of progress reads and changes all
handles, so a call that reports while it holds one of them locked never returns, and an alarm ends the program. The process has little address space, so a call
that asks for much is found out too.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "bindings"))

from generator import model as interface  # noqa: E402

#: They return no status, so there is nothing to check; tests/c/make_bad_calls.py calls them.
NO_STATUS = {"stoner_version_number", "stoner_last_error_status"}
#: Contexts that these calls change are not those of the other calls: a cancelled one would refuse all of them.
SETS_CONTEXT = ("stoner_context_set_", "stoner_context_cancel", "stoner_context_reset_cancel")
SIZES = {"capacity", "buffer_bytes", "mask_bytes", "length"}
#: Elements of the caller's memory that any pointer of the program leads to.
ROOM = 64


def argument(function, p):
    """The C expression that draws a value for a parameter."""
    base, c = p.base, p.type
    if p.role == "context":
        return "draw_spare_context()" if function.name.startswith(SETS_CONTEXT) else "draw_context()"
    if p.role == "callback":
        return "NULL"
    if p.role == "user":
        return "NULL"
    if p.role == "new":
        # Where a function gives two of a type, each has a place of its own.
        first = next(other for other in function.parameters if other.role == "new" and other.base == base)
        return f"draw_out_{base}()" if first is p else f"draw_other_{base}()"
    if p.role == "lent":
        return "draw_lent()"
    if p.role == "handles":
        return "draw_images()"
    if p.role == "handle":
        if p.kind == "options":
            return "draw_options()"
        return f"draw_{base}()" if p.const or not function.name.endswith("_free") else f"draw_to_free_{base}()"
    if p.role == "memory":
        # Good for as many elements as the largest image of the pool has.
        return "draw_mask()" if p.kind == "mask" else "draw_bytes()"
    if p.role == "scalar":
        return "draw_bytes()"
    if p.role in ("text", "texts"):
        return f"draw_{'path' if p.kind == 'path' else 'key' if p.kind in ('key', 'name') else 'text'}()"
    if p.role == "number":
        if p.name in SIZES or p.name == "n" and p.is_size:
            return "draw_size()"
        if p.is_size or p.name.startswith("n_"):
            return "draw_count()"
        if p.name == "ndim":
            return "draw_number(-1, 9)"
        if base == "double":
            return "draw_double()"
        if p.enumeration:
            values = [constant.value for constant in I.enumerations[p.enumeration].values]
            return f"({c})draw_number({min(values) - 1}, {max(values) + 1})"
        if p.kind == "bool":
            return f"({c})draw_number(0, 1)"
        return "draw_int32()" if base == "int32_t" else "draw_int64()" if base == "int64_t" else "(uint64_t)draw_int64()"
    if p.role == "numbers":
        if p.name == "byte_strides":
            return "NULL" if function.name != "stoner_image_read" else "draw_strides()"
        if p.name == "shape" and function.name in ("stoner_image_from_data", "stoner_image_borrow"):
            return "draw_small_shape()"
        if p.kind == "mask" or base == "uint8_t":
            return "draw_mask()"
        return {"double": "draw_doubles()", "int64_t": "draw_integers()", "int32_t": "draw_ints()", "uint64_t": "(const uint64_t *)(const void *)draw_integers()"}[base]
    if p.role in ("result", "buffer"):
        return "draw_room()"
    raise SystemExit(f"{function.name}: {p.name} has a role that is not known: {p.role}")


I = interface.read()

PROGRAM = r'''/* Made by tests/c/make_hostile_calls.py from interface/interface.json. */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifndef _WIN32
#include <sys/resource.h>
#include <unistd.h>
#endif

#include "harness.h"
#include "stoner.h"

/* Seconds after which a call is taken to wait for ever, far more than any takes on a loaded machine. */
enum { ROOM = 64, IMAGES = 10, FUNCTIONS = @functions@, PATIENCE = 300 };

static stoner_context *ctx, *spare, *freed_context, *out_stoner_context;
static stoner_image *images[IMAGES], *freed_image, *out_stoner_image, *other_stoner_image;
static stoner_live *live, *freed_live, *out_stoner_live;
static stoner_metadata *metadata, *options, *freed_metadata, *out_stoner_metadata;
static stoner_scan *scan, *freed_scan, *out_stoner_scan;
static stoner_table *table, *freed_table, *out_stoner_table;
static const stoner_image *several[ROOM];
static const void *lent;
static char path[512], table_path[512], folder[480], written[520];
static double doubles[ROOM];
static int64_t integers[ROOM];
static int32_t ints[ROOM];
static uint8_t bytes[ROOM * 16], room[ROOM * 64];
static uint64_t state = 88172645463325252ULL;

static uint64_t next(void) {
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    return state;
}

static int one_of(int n) { return (int)(next() % (uint64_t)n); }

static int64_t draw_number(int64_t low, int64_t high) { return low + (int64_t)(next() % (uint64_t)(high - low + 1)); }

static double draw_double(void) {
    static const double odd[] = {0.0, -0.0, 1.0, -1.0, 0.5, 2.5, 1e6, -1e6, 1e9, 1e18, 1e300, -1e300, 1e-9, 1e-300, 5e-324, 1.7976931348623157e308,
                                 INFINITY, -INFINITY, NAN, 3.141592653589793, 4503599627370497.0, 9223372036854775807.0};
    return one_of(3) ? (double)draw_number(-40, 120) / 8.0 : odd[one_of((int)(sizeof odd / sizeof *odd))];
}

static int64_t draw_int64(void) {
    static const int64_t odd[] = {-1, INT64_MIN, INT64_MAX, INT32_MIN, INT32_MAX, 1000000, 1000000000, (int64_t)1 << 40, -1000000, 65536, 16777216, STONER_EXTENT};
    return one_of(4) ? draw_number(-2, 9) : odd[one_of((int)(sizeof odd / sizeof *odd))];
}

static int32_t draw_int32(void) {
    static const int32_t odd[] = {-1, INT32_MIN, INT32_MAX, 1000000, 1000, 65536, 16777216, -1000000, 99};
    return one_of(4) ? (int32_t)draw_number(-2, 9) : odd[one_of((int)(sizeof odd / sizeof *odd))];
}

/* How many elements of the caller's memory may be used: at most as many as there are. */
static int32_t draw_count(void) { return one_of(12) ? (int32_t)draw_number(0, 5) : one_of(2) ? -1 : one_of(2) ? INT32_MIN : ROOM; }
static int32_t draw_size(void) { return one_of(8) ? (int32_t)draw_number(0, ROOM) : one_of(2) ? -1 : INT32_MIN; }

static const double *draw_doubles(void) {
    int i;
    for (i = 0; i < ROOM; i++) {
        doubles[i] = draw_double();
    }
    return one_of(8) ? doubles : NULL;
}

static const int64_t *draw_integers(void) {
    int i;
    for (i = 0; i < ROOM; i++) {
        integers[i] = draw_int64();
    }
    return one_of(8) ? integers : NULL;
}

static const int32_t *draw_ints(void) {
    int i;
    for (i = 0; i < ROOM; i++) {
        ints[i] = draw_int32();
    }
    return one_of(8) ? ints : NULL;
}

/* A shape whose data lie in `bytes` (2 to the 3rd complex numbers), or that no memory has. */
static const int64_t *draw_small_shape(void) {
    int i;
    for (i = 0; i < 9; i++) {
        integers[i] = one_of(10) ? (i < 3 ? draw_number(0, 2) : 1) : one_of(2) ? -1 : INT64_MAX / 3;
    }
    return one_of(8) ? integers : NULL;
}

static const int64_t *draw_strides(void) {
    int i;
    for (i = 0; i < 9; i++) {
        integers[i] = one_of(4) ? draw_number(0, 32) : draw_int64();
    }
    return one_of(3) ? NULL : integers;
}

static const uint8_t *draw_mask(void) {
    return one_of(4) ? bytes : NULL;
}

static const void *draw_bytes(void) { return one_of(8) ? bytes : NULL; }

static void *draw_room(void) { return one_of(10) ? room : NULL; }

static const char *draw_text(void) {
    static const char *const texts[] = {"", "text", "\xff\xfe", "\xce\xbcm", "hann", "scharr", "imreg_dft", "gauss_newton", "viridis", "cw", "rotate", "repeat",
        "gaussian_filter", "[]", "[[]]", "[{\"operation\": \"cw\"}]", "[{\"operation\": \"rotate\", \"options\": {\"angle\": 1e300}}]", "{", "tdi", "csv", "png", "tif,npy",
        "[1, 2, 3]", "[[[[[[[[1]]]]]]]]", "array([1., 2.])", "1D Array (Double Float)", "List", "I32", "2021-03-16", "nan", "-1e999", "%s%n", "\n\t\r", "*.tif *.tiff"};
    static char longer[70000];
    int kind = one_of(12);
    if (kind == 0) {
        return NULL;
    }
    if (kind == 1) {
        int length = one_of((int)sizeof longer), i;
        for (i = 0; i < length; i++) {
            longer[i] = "[({'a\"},0-"[one_of(10)];
        }
        longer[length] = 0;
        return longer;
    }
    return texts[one_of((int)(sizeof texts / sizeof *texts))];
}

static const char *draw_key(void) {
    static const char *const keys[] = {"key", "string", "array", "list", "box", "plane", "flag", "actual_x", "sample_x", "sample_y", "beam current", "", "\xff", "a.b.c",
        "collection.polarization.value", "Labels", "title", "text", "x", "y", "no such"};
    int n = one_of(24);
    return n < (int)(sizeof keys / sizeof *keys) ? keys[n] : draw_text();
}

/* Nothing outside of the folder is written to. */
static const char *draw_path(void) {
    const char *const paths[] = {path, path, table_path, table_path, folder, written, written, "", "\xff.png", "/no such folder/a.png", NULL};
    snprintf(written, sizeof written, "%s/hostile%d.%s", folder, one_of(3), one_of(2) ? "npy" : one_of(2) ? "csv" : one_of(2) ? "tiff" : "png");
    return paths[one_of((int)(sizeof paths / sizeof *paths))];
}

/* A handle that is none of this type. */
static uintptr_t foreign(uintptr_t freed, uintptr_t other) {
    switch (one_of(6)) {
    case 0: return 0;
    case 1: return freed;
    case 2: return other;
    case 3: return (uintptr_t)bytes;
    case 4: return (uintptr_t)next();
    default: return ((uintptr_t)"\x49\x4d\x43\x54\x4c\x53"[one_of(6)] << 56) | (uintptr_t)(next() & 0xffff00000fULL);
    }
}

static stoner_context *draw_context(void) {
    return one_of(12) ? (one_of(2) ? ctx : NULL) : (stoner_context *)foreign((uintptr_t)freed_context, (uintptr_t)images[0]);
}
static stoner_context *draw_spare_context(void) {
    return one_of(6) ? spare : (stoner_context *)foreign((uintptr_t)freed_context, (uintptr_t)images[0]);
}
static stoner_image *draw_stoner_image(void) {
    return one_of(10) ? images[one_of(IMAGES)] : (stoner_image *)foreign((uintptr_t)freed_image, (uintptr_t)table);
}
static stoner_metadata *draw_stoner_metadata(void) {
    return one_of(8) ? metadata : (stoner_metadata *)foreign((uintptr_t)freed_metadata, (uintptr_t)images[0]);
}
static stoner_table *draw_stoner_table(void) {
    return one_of(8) ? table : (stoner_table *)foreign((uintptr_t)freed_table, (uintptr_t)images[0]);
}
static stoner_live *draw_stoner_live(void) {
    return one_of(8) ? live : (stoner_live *)foreign((uintptr_t)freed_live, (uintptr_t)images[0]);
}
static stoner_live *draw_to_free_stoner_live(void) {
    stoner_live *made = NULL;
    stoner_live_clone(NULL, live, &made);
    return made;
}
static stoner_live **draw_out_stoner_live(void) { return one_of(12) ? &out_stoner_live : NULL; }
static stoner_scan *draw_stoner_scan(void) {
    return one_of(8) ? scan : (stoner_scan *)foreign((uintptr_t)freed_scan, (uintptr_t)images[0]);
}
static stoner_scan *draw_to_free_stoner_scan(void) {
    stoner_scan *made = NULL;
    stoner_scan_clone(NULL, scan, &made);
    return made;
}
static stoner_scan **draw_out_stoner_scan(void) { return one_of(12) ? &out_stoner_scan : NULL; }
static stoner_metadata *draw_options(void) {
    return one_of(3) ? NULL : one_of(2) ? options : draw_stoner_metadata();
}
static const stoner_image *const *draw_images(void) {
    int i;
    for (i = 0; i < ROOM; i++) {
        several[i] = draw_stoner_image();
    }
    return one_of(8) ? several : NULL;
}
/* Freed is only what can be made anew. */
static stoner_context *draw_to_free_stoner_context(void) {
    stoner_context *made = NULL;
    stoner_context_new(NULL, &made);
    return made;
}
static stoner_image *draw_to_free_stoner_image(void) {
    stoner_image *made = NULL;
    if (one_of(2)) {
        return (stoner_image *)foreign((uintptr_t)freed_image, (uintptr_t)freed_table);
    }
    stoner_image_clone(NULL, images[one_of(IMAGES)], &made);
    return made;
}
static stoner_metadata *draw_to_free_stoner_metadata(void) {
    stoner_metadata *made = NULL;
    stoner_metadata_new(NULL, &made);
    return made;
}
static stoner_table *draw_to_free_stoner_table(void) {
    stoner_table *made = NULL;
    stoner_table_new(NULL, &made);
    return made;
}
static stoner_context **draw_out_stoner_context(void) { return one_of(12) ? &out_stoner_context : NULL; }
static stoner_image **draw_out_stoner_image(void) { return one_of(12) ? &out_stoner_image : NULL; }
static stoner_image **draw_other_stoner_image(void) { return one_of(4) ? &other_stoner_image : NULL; }
static stoner_metadata **draw_out_stoner_metadata(void) { return one_of(12) ? &out_stoner_metadata : NULL; }
static stoner_table **draw_out_stoner_table(void) { return one_of(12) ? &out_stoner_table : NULL; }
static const void **draw_lent(void) { return one_of(8) ? &lent : NULL; }

/* What a host may do where it is told of progress: use every handle that the call may have, and change it. */
static long long reports;

static void use_all_handles(double fraction, void *user_data) {
    int64_t shape[8], n;
    int32_t columns;
    double now;
    int i;
    (void)user_data;
    reports++;
    for (i = 0; i < IMAGES; i++) {
        CHECK_STATUS(stoner_image_shape(ctx, images[i], shape, 8, &n), STONER_OK);
        CHECK_STATUS(stoner_image_set_title(ctx, images[i], reports % 2 ? "told of progress" : NULL), STONER_OK);
    }
    CHECK_STATUS(stoner_metadata_set_f64(ctx, metadata, "progress", fraction), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_f64(ctx, options, "progress", fraction), STONER_OK);
    CHECK_STATUS(stoner_table_column_count(ctx, table, &columns), STONER_OK);
    CHECK_STATUS(stoner_table_set_column_name(ctx, table, 0, "x"), STONER_OK);
    CHECK_STATUS(stoner_context_progress(ctx, &now), STONER_OK);
}

static void make_image(int k) {
    static const int64_t shapes[][3] = {{2, 2, 0}, {5, 7, 0}, {3, 4, 5}, {1, 1, 0}, {0, 3, 0}, {8, 8, 0}, {6, 1, 0}, {7, 0, 0}, {2, 4, 4}, {3, 3, 0}};
    static const int ranks[] = {2, 2, 3, 2, 2, 2, 2, 1, 3, 2};
    static const int32_t dtypes[] = {STONER_F64, STONER_U8, STONER_F32, STONER_F64, STONER_F64, STONER_U16, STONER_I64, STONER_F64, STONER_BOOL, STONER_C128};
    int i;
    for (i = 0; i < ROOM; i++) {
        if (dtypes[k] == STONER_F64) {
            ((double *)(void *)room)[i] = one_of(30) ? draw_number(0, 100) / 9.0 : draw_double();
        } else if (dtypes[k] == STONER_F32) {
            ((float *)(void *)room)[i] = (float)draw_number(-50, 50) / 7.0f;
        } else if (dtypes[k] == STONER_C128) {
            ((double *)(void *)room)[2 * i] = (double)i, ((double *)(void *)room)[2 * i + 1] = draw_double();
        } else {
            memset(room + i * 8, dtypes[k] == STONER_BOOL ? one_of(2) : one_of(200), 8);
        }
    }
    for (i = 0; i < ROOM; i++) {
        bytes[i] = (uint8_t)!one_of(7);
    }
    stoner_image_free(images[k]);
    images[k] = NULL;
    CHECK_STATUS(stoner_image_from_data(NULL, room, dtypes[k], ranks[k], shapes[k], NULL, one_of(2) ? bytes : NULL, &images[k]), STONER_OK);
    if (one_of(2) && ranks[k] == 2) {
        stoner_image *plane = NULL;
        stoner_image_clone(NULL, images[k], &plane);
        stoner_image_set_plane(NULL, images[k], "actual_x", plane, "um");
        stoner_image_free(plane);
        stoner_image_set_map(NULL, images[k], draw_doubles(), doubles + 8, "sample_x", "sample_y", "um", "um");
    }
    if (one_of(2)) {
        stoner_image_metadata_set_f64(NULL, images[k], "collection.polarization.value", one_of(2) ? 1.0 : -1.0);
    }
}

static void set_up(void) {
    int i;
    stoner_metadata_free(metadata), stoner_metadata_free(options), stoner_scan_free(scan), stoner_table_free(table), stoner_context_free(ctx), stoner_context_free(spare);
    stoner_live_free(live), live = NULL;
    metadata = options = NULL, scan = NULL, table = NULL, ctx = spare = NULL;
    CHECK_STATUS(stoner_context_new(NULL, &ctx), STONER_OK);
    CHECK_STATUS(stoner_context_new(NULL, &spare), STONER_OK);
    for (i = 0; i < IMAGES; i++) {
        make_image(i);
    }
    CHECK_STATUS(stoner_metadata_new(NULL, &metadata), STONER_OK);
    stoner_metadata_set_i64(NULL, metadata, "key", 1);
    stoner_metadata_set_string(NULL, metadata, "string", "text");
    stoner_metadata_set_array(NULL, metadata, "array", images[0]);
    stoner_metadata_set_list(NULL, metadata, "list", metadata);
    CHECK_STATUS(stoner_metadata_new(NULL, &options), STONER_OK);
    {
        static const char *const names[] = {"angle", "order", "mode", "sigma", "bins", "width", "height", "font_size", "vmin", "vmax", "frame", "title", "cmap", "colorbar",
            "repeats", "shape", "axis", "value", "x0", "y0", "x1", "y1", "radius", "norm", "scale_bar_length", "aspect", "vmin_percentile", "poly_vert", "translation"};
        const char *name = names[one_of((int)(sizeof names / sizeof *names))];
        switch (one_of(4)) {
        case 0: stoner_metadata_set_f64(NULL, options, name, draw_double()); break;
        case 1: stoner_metadata_set_i64(NULL, options, name, draw_int64()); break;
        case 2: stoner_metadata_set_string(NULL, options, name, "text"); break;
        default: stoner_metadata_set_array(NULL, options, name, images[0]); break;
        }
    }
    /* A call before may have cancelled this thread's own context. */
    stoner_context_reset_cancel(NULL);
    CHECK_STATUS(stoner_scan_open(NULL, "data/demo/domain_plus.hdf5", &scan), STONER_OK);
    CHECK_STATUS(stoner_live_new(spare, 1, 5, 0, 0, 1, -1, STONER_SPREAD_LINEAR, 1, "um", &live), STONER_OK);
    CHECK_STATUS(stoner_table_new(NULL, &table), STONER_OK);
    stoner_table_add_column(NULL, table, "x", NULL, draw_doubles() ? doubles : doubles, 5);
    stoner_table_add_column(NULL, table, "y", "um", doubles, 5);
    stoner_table_set_metadata(NULL, table, metadata);
    stoner_context_set_progress_callback(ctx, use_all_handles, NULL);
}

@calls@

static const struct {
    const char *name;
    int32_t (*call)(void);
} functions[FUNCTIONS] = {
@table@};

int main(int argc, char **argv) {
    long long calls = argc > 2 ? atoll(argv[2]) : 20000, n, counts[FUNCTIONS] = {0}, successes = 0;
    int i, uncalled = 0;
#ifndef _WIN32
    struct rlimit little = {(rlim_t)6 << 30, (rlim_t)6 << 30};
    if (getenv("STONER_ANY_ADDRESS_SPACE") == NULL) {
        setrlimit(RLIMIT_AS, &little);
    }
#endif
    snprintf(folder, sizeof folder, "%s", argc > 1 ? argv[1] : ".");
    state += argc > 3 ? 7919 * strtoull(argv[3], NULL, 10) : 0;
    snprintf(path, sizeof path, "%s/hostile.png", folder);
    snprintf(table_path, sizeof table_path, "%s/hostile.csv", folder);
    set_up();
    stoner_context_new(NULL, &freed_context), stoner_context_free(freed_context);
    stoner_image_clone(NULL, images[0], &freed_image), stoner_image_free(freed_image);
    stoner_metadata_new(NULL, &freed_metadata), stoner_metadata_free(freed_metadata);
    stoner_live_clone(NULL, live, &freed_live), stoner_live_free(freed_live);
    stoner_scan_clone(NULL, scan, &freed_scan), stoner_scan_free(freed_scan);
    stoner_table_new(NULL, &freed_table), stoner_table_free(freed_table);
    CHECK_STATUS(stoner_image_save_png(NULL, images[1], path), STONER_OK);
    CHECK_STATUS(stoner_table_save(NULL, table, table_path, NULL), STONER_OK);
    for (n = 0; n < calls; n++) {
        /* Each function first, then any. */
        int f = n < FUNCTIONS ? (int)n : one_of(FUNCTIONS);
        uint64_t before = state;
        int32_t status;
        if (n % 40 == 0) {
            set_up();
        } else if (n % 3 == 0) {
            make_image(one_of(IMAGES));
        }
        if (getenv("STONER_TELL") != NULL) {
            fprintf(stderr, "%lld %s\n", n, functions[f].name);
        }
#ifndef _WIN32
        alarm(PATIENCE);
#endif
        status = functions[f].call();
        counts[f]++, successes += status == STONER_OK;
        if (status == STONER_ERR_INTERNAL) {
            printf("# call %lld, %s, from the state %llu: %s\n", n, functions[f].name, (unsigned long long)before, stoner_last_error(NULL));
        }
        CHECK(status != STONER_ERR_INTERNAL);
        stoner_image_free(out_stoner_image), stoner_image_free(other_stoner_image), stoner_metadata_free(out_stoner_metadata);
        stoner_live_free(out_stoner_live), out_stoner_live = NULL;
        stoner_scan_free(out_stoner_scan), stoner_table_free(out_stoner_table), stoner_context_free(out_stoner_context);
        out_stoner_image = other_stoner_image = NULL, out_stoner_metadata = NULL, out_stoner_scan = NULL, out_stoner_table = NULL, out_stoner_context = NULL;
    }
    for (i = 0; i < FUNCTIONS; i++) {
        uncalled += counts[i] == 0;
    }
    CHECK(uncalled == 0 || calls < FUNCTIONS);
    /* All refusals would prove nothing. A few large operations make most of the reports, so a short run has few of them. */
    CHECK(successes > calls / 20);
    CHECK(reports > calls / 200);
    for (i = 0; i < IMAGES; i++) {
        stoner_image_free(images[i]);
    }
    stoner_metadata_free(metadata), stoner_metadata_free(options), stoner_scan_free(scan), stoner_table_free(table), stoner_context_free(ctx), stoner_context_free(spare);
    stoner_live_free(live);
    printf("# %lld hostile calls of %d functions, %lld of them did their work; progress was reported %lld times\n", calls, FUNCTIONS, successes, reports);
    return finish();
}
'''


def main():
    functions = [f for f in I.functions if f.has_status and f.name not in NO_STATUS]
    calls = []
    for number, f in enumerate(functions):
        arguments = ", ".join(argument(f, p) for p in f.parameters)
        calls.append(f"static int32_t call_{number}(void) {{\n    return {f.name}({arguments});\n}}")
    rows = "".join(f'    {{"{f.name}", call_{number}}},\n' for number, f in enumerate(functions))
    text = PROGRAM.replace("@functions@", str(len(functions))).replace("@calls@", "\n\n".join(calls)).replace("@table@", rows)
    print(text)


main()
