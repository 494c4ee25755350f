"""Writes a C program that calls every function of the header wrongly, in every position.

usage: make_bad_calls.py include/stoner.h > bad_calls.c

For each pointer: NULL. For each handle: freed, of another type, garbage bits. For each integer: values out of range.
Every call must come back with a status: never a crash, never STONER_ERR_INTERNAL, never STONER_OK for a bad handle or
for a NULL where a pointer is required. Nothing may be leaked: the program ends with no live handle.
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "bindings"))

from generator import model as interface  # noqa: E402

HANDLES = tuple(f"stoner_{kind}" for kind in interface.read().handles)
# Pointers that may be NULL though the description does not say so of them alone.
OPTIONAL = {("stoner_image_set_map", "origin")}
REQUIRED = {("stoner_image_map", "step")}
# Where the good value of a string depends on the function.
TEXTS = {
    ("stoner_metadata_get_string", "key"): '"string"',
    ("stoner_metadata_get_bytes", "key"): '"string"',
    ("stoner_image_metadata_get_string", "key"): '"string"',
    ("stoner_metadata_get_array", "key"): '"array"',
    ("stoner_metadata_get_nested", "key"): '"list"',
    ("stoner_metadata_set_timestamp", "value"): '"2021-03-16"',
    ("stoner_metadata_set_text", "type_name"): '"String"',
    ("stoner_image_box_from_metadata", "key"): '"box"',
    ("stoner_image_set_map", "name_x"): '"x"',
    ("stoner_image_set_map", "name_y"): '"y"',
    ("stoner_table_column_index", "name"): '"text"',
    ("stoner_table_save", "format"): '"csv"',
    ("stoner_table_load", "format"): '"csv"',
    ("stoner_table_load", "path"): "table_path",
    ("stoner_table_save", "path"): "table_path",
    ("stoner_scan_open", "path"): "SCAN",
    ("stoner_image_fft", "window"): '"hann"',
    ("stoner_image_register", "method"): '"scharr"',
    ("stoner_image_align", "method"): '"scharr"',
    ("stoner_image_align_stack", "method"): '"scharr"',
    ("stoner_cmap_colours", "cmap"): '"viridis"',
    ("stoner_image_apply", "operation"): '"cw"',
    ("stoner_image_apply_all", "steps"): '"[]"',
    ("stoner_image_apply_text", "operation"): '"arithmetic"',
    ("stoner_image_apply_text", "options"): '"operation=subtract"',
    ("stoner_image_imshow_text", "options"): '"cmap=RdBu"',
    ("stoner_metadata_set_options", "options"): '"scale=4"',
}
# What has nothing to write into a buffer: it says so, whether there is a buffer or not.
EMPTY = {"stoner_scan_repair", "stoner_image_quantity"}
# Sizes of the caller's own memory, and all names that begin with n_: a value beyond it would be the caller's lie, so only
# negative ones are tried.
SIZES = {"capacity", "buffer_bytes", "length"}


def is_size(name):
    return name in SIZES or name.startswith("n_")


def described_optional():
    """(function, parameter) of each parameter that may be NULL as the description has it."""
    for function in interface.read().functions:
        yield from ((function.name, p.name) for p in function.parameters if p.optional)


def prototypes(header):
    text = re.sub(r"/\*.*?\*/", "", header, flags=re.S)
    text = re.sub(r"^\s*#.*$", "", text, flags=re.M)
    for match in re.finditer(r"(int32_t)\s+(stoner_\w+)\s*\(([^;{]*)\)\s*;", text):
        name, arguments = match.group(2), match.group(3).strip()
        if "_planted_" in name or name == "stoner_version_number" or name == "stoner_last_error_status":
            continue
        yield name, [parse(a) for a in split(arguments)] if arguments != "void" else []


def split(arguments):
    depth, start, parts = 0, 0, []
    for i, c in enumerate(arguments):
        depth += (c == "(") - (c == ")")
        if c == "," and depth == 0:
            parts.append(arguments[start:i])
            start = i + 1
    return parts + [arguments[start:]]


def parse(argument):
    argument = " ".join(argument.split())
    if "(*" in argument:
        return ("callback", re.search(r"\(\*\s*(\w+)\s*\)", argument).group(1))
    kind, name = re.match(r"(.*?)(\w+)$", argument).groups()
    return kind.strip(), name


def good(function, kind, name):
    """A good value for a parameter, as C source."""
    base = kind.replace("const", "").replace(" ", "")
    if kind == "callback":
        return "NULL"
    if base == "stoner_context*":
        return "context" if function == "stoner_context_free" else "ctx"
    if base == "stoner_image**" and kind.startswith("const"):
        return "images"
    if base.endswith("**") and base[:-2] in HANDLES:
        return "&out_" + base[:-2]
    if name == "options" and (function, name) not in TEXTS:
        return "NULL"
    if name in ("entry", "detector") or (function, name) == ("stoner_scan_spectrum", "box"):
        return "NULL"
    if name == "quantity":
        return "STONER_QUANTITY_ENERGY"
    if base == "stoner_scan*":
        return "a_scan"
    if base in ("stoner_image*", "stoner_live*", "stoner_metadata*", "stoner_table*"):
        return base[7:-1]
    if base == "void**":
        return "&lent"
    if (function, name) in TEXTS:
        return TEXTS[function, name]
    if base == "char*":
        return "text_buffer" if "const" not in kind else {"path": "path", "key": '"key"', "name": '"plane"'}.get(name, '"png"' if name in ("filetype", "formats") else "\"text\"")
    if base in ("void*", "uint8_t*"):
        return "bytes"
    if base == "double*":
        return "doubles"
    if base == "int64_t*":
        return {"shape": "shape", "box": "box", "sample": "box", "byte_strides": "strides"}.get(name, "integers")
    if base == "uint64_t*":
        return "(uint64_t *)(void *)integers"
    if base == "uint64_t":
        return "0"
    if base == "int32_t*":
        return "ints"
    if base == "double":
        return "0.5"
    if base in ("int32_t", "int64_t"):
        return {"dtype": "STONER_F64", "ndim": "2", "buffer_bytes": "(int64_t)sizeof bytes", "mask_bytes": "(int64_t)sizeof bytes",
                "operation": "1", "comparison": "1", "function": "1", "capacity": "64",
                "length": "4", "threads": "1", "points": "1", "width": "4", "height": "4", "rows": "2", "columns": "2"}.get(name, "1" if is_size(name) else "0")
    raise SystemExit(f"{function}: no good value is known for '{kind} {name}'")


def calls(function, parameters):
    """(what is wrong, arguments, which check) of each bad call."""
    values = [good(function, kind, name) for kind, name in parameters]

    def but(i, value):
        return ", ".join(values[:i] + [value] + values[i + 1:])

    for i, (kind, name) in enumerate(parameters):
        base = kind.replace("const", "").replace(" ", "")
        handle = base[:-1] if base.endswith("*") and base[:-1] in HANDLES else None
        if "*" in kind or kind == "callback":
            is_free = function.endswith("_free")
            optional = is_free or (function, name) in OPTIONAL
            if (function, name) in REQUIRED:
                optional = False
            refused = "NOT_OK" if function in EMPTY and name == "buffer" else "REFUSED"
            yield f"{name} NULL", but(i, "NULL"), "ANY" if optional else refused
        if handle:
            cast = f"({handle} *)(uintptr_t)"
            yield f"{name} freed", but(i, f"freed_{handle}"), "INVALID"
            for other in HANDLES:
                if other != handle:
                    live = {"stoner_context": "ctx", "stoner_scan": "a_scan"}.get(other, other[7:])
                    yield f"{name} a {other}", but(i, f"({handle} *)(uintptr_t){live}"), "INVALID"
            for bits in ("1", "0x1000", "UINTPTR_MAX", "(uintptr_t)bytes", "(uintptr_t)0x4900000000000000",
                         "(uintptr_t)0x49ffffff00000001", "(uintptr_t)0x4d00000000000000", "(uintptr_t)0x43ffffffffffffff",
                         "(uintptr_t)0x5400000000000000"):
                yield f"{name} garbage {bits}", but(i, f"{cast}({bits})"), "INVALID"
        if base in ("int32_t", "int64_t"):
            edges = ["-1", "INT32_MIN"] if is_size(name) else ["-1", "2", "99", "INT32_MAX", "INT32_MIN"]
            if base == "int64_t":
                edges.append("INT64_MIN")
                if not is_size(name):
                    edges.append("INT64_MAX")
            for edge in edges:
                yield f"{name} {edge}", but(i, edge), "ANY"
        if base == "uint64_t":
            for edge in ("1", "(uint64_t)1 << 63", "UINT64_MAX"):
                yield f"{name} {edge}", but(i, edge), "ANY"
        if base == "double":
            for edge in ("NAN", "INFINITY", "-INFINITY", "-1.0", "1e300"):
                yield f"{name} {edge}", but(i, edge), "ANY"
        if kind == "const char *":
            yield f"{name} not UTF-8", but(i, '"\\xff\\xfe"'), "NOT_OK"
            yield f"{name} empty", but(i, '""'), "ANY"
        if kind == "const double *":
            yield f"{name} NaN", but(i, "bad_doubles"), "ANY"
        if kind == "const int64_t *" and name in ("shape", "box", "sample", "byte_strides"):
            for edge in ("huge_integers", "negative_integers"):
                if name == "byte_strides" and function != "stoner_image_read":
                    continue  # from_data and write trust the caller's strides
                yield f"{name} {edge}", but(i, edge), "ANY"


PROLOGUE = r'''/* Made by tests/c/make_bad_calls.py. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "harness.h"
#include "stoner.h"

static stoner_context *ctx, *context, *freed_stoner_context, *out_stoner_context;
static stoner_image *image, *freed_stoner_image, *out_stoner_image;
static stoner_live *live, *freed_stoner_live, *out_stoner_live;
static stoner_metadata *metadata, *freed_stoner_metadata, *out_stoner_metadata;
#define SCAN "data/demo/domain_plus.hdf5"

/* `opened` is the scan of all calls, which get copies of it. */
static stoner_scan *opened, *a_scan, *freed_stoner_scan, *out_stoner_scan;
static stoner_table *table, *freed_stoner_table, *out_stoner_table;
static char text_buffer[64], path[512], table_path[512];
static uint8_t bytes[4096];
static double doubles[64], bad_doubles[64];
static int64_t shape[8], box[4], strides[8], integers[64], huge_integers[8], negative_integers[8];
static int32_t ints[64];
static const stoner_image *images[4];
static const void *lent;
static int64_t n_calls;

static void set_up(void) {
    static const double pixels[4] = {1, 2, 3, 4};
    static const int64_t two[2] = {2, 2};
    int i;
    stoner_image *plane = NULL;
    for (i = 0; i < 64; i++) {
        doubles[i] = 0.25 * (i + 1), bad_doubles[i] = NAN;
    }
    stoner_image_free(image);
    stoner_live_free(live);
    stoner_metadata_free(metadata);
    stoner_scan_free(a_scan);
    stoner_table_free(table);
    stoner_context_free(ctx);
    stoner_context_free(context);
    image = NULL, live = NULL, metadata = NULL, a_scan = NULL, table = NULL, ctx = NULL, context = NULL;
    stoner_context_new(NULL, &ctx);
    stoner_context_new(NULL, &context);
    stoner_image_from_data(NULL, pixels, STONER_F64, 2, two, NULL, NULL, &image);
    stoner_image_clone(NULL, image, &plane);
    stoner_image_set_plane(NULL, image, "plane", plane, "um");
    stoner_image_free(plane);
    stoner_image_set_map(NULL, image, doubles, doubles, NULL, NULL, NULL, NULL);
    stoner_metadata_new(NULL, &metadata);
    stoner_metadata_set_i64(NULL, metadata, "key", 1);
    stoner_metadata_set_string(NULL, metadata, "string", "text");
    stoner_metadata_set_array(NULL, metadata, "array", image);
    stoner_metadata_set_list(NULL, metadata, "list", metadata);
    if (opened == NULL) {
        CHECK_STATUS(stoner_scan_open(NULL, SCAN, &opened), STONER_OK);
    }
    stoner_scan_clone(NULL, opened, &a_scan);
    CHECK_STATUS(stoner_live_new(NULL, 2, 2, 0, 0, 1, -1, STONER_SPREAD_LINEAR, 1, "um", &live), STONER_OK);
    stoner_table_new(NULL, &table);
    stoner_table_add_column(NULL, table, "text", NULL, doubles, 1);
    stoner_table_set_metadata(NULL, table, metadata);
    stoner_image_metadata_set_f64(NULL, image, "key", 1.0);
    stoner_image_metadata_set_bool(NULL, image, "flag", 1);
    stoner_image_metadata_set_string(NULL, image, "string", "text");
    stoner_image_metadata_set_i64(NULL, image, "box", 0);
    stoner_image_clip_intensity(ctx, image, 0, NULL, &plane); /* leaves a warning */
    stoner_image_free(plane);
    for (i = 0; i < 8; i++) {
        shape[i] = 2, strides[i] = i == 0 ? 16 : 8;
        huge_integers[i] = INT64_MAX / 3, negative_integers[i] = -1;
    }
    box[0] = 0, box[1] = 2, box[2] = 0, box[3] = 2;
    for (i = 0; i < 4; i++) {
        images[i] = image;
    }
}

static void after(int32_t status, const char *expectation, const char *what) {
    int good = status != STONER_ERR_INTERNAL;
    n_calls++;
    if (strcmp(expectation, "INVALID") == 0) {
        good = status == STONER_ERR_INVALID_HANDLE;
    } else if (strcmp(expectation, "REFUSED") == 0) {
        good = status == STONER_ERR_NULL_POINTER;
    } else if (strcmp(expectation, "NOT_OK") == 0) {
        good = good && status != STONER_OK;
    }
    if (!good) {
        printf("# %s: status %d (%s): %s\n", what, (int)status, expectation, stoner_last_error(ctx));
    }
    CHECK(good);
    stoner_image_free(out_stoner_image);
    stoner_live_free(out_stoner_live);
    stoner_metadata_free(out_stoner_metadata);
    stoner_scan_free(out_stoner_scan);
    stoner_table_free(out_stoner_table);
    stoner_context_free(out_stoner_context);
    out_stoner_image = NULL, out_stoner_live = NULL, out_stoner_metadata = NULL, out_stoner_scan = NULL, out_stoner_table = NULL, out_stoner_context = NULL;
}

'''

MAIN_HEAD = r'''
int main(int argc, char **argv) {
    const char *folder = argc > 1 ? argv[1] : ".";
    snprintf(path, sizeof path, "%s/bad_calls.png", folder);
    snprintf(table_path, sizeof table_path, "%s/bad_calls.csv", folder);
    set_up();
    stoner_context_new(NULL, &freed_stoner_context), stoner_context_free(freed_stoner_context);
    stoner_image_clone(NULL, image, &freed_stoner_image), stoner_image_free(freed_stoner_image);
    stoner_live_clone(NULL, live, &freed_stoner_live), stoner_live_free(freed_stoner_live);
    stoner_metadata_new(NULL, &freed_stoner_metadata), stoner_metadata_free(freed_stoner_metadata);
    stoner_scan_clone(NULL, opened, &freed_stoner_scan);
    stoner_scan_free(freed_stoner_scan);
    stoner_table_new(NULL, &freed_stoner_table), stoner_table_free(freed_stoner_table);
    CHECK_STATUS(stoner_image_save_png(NULL, image, path), STONER_OK);
    CHECK_STATUS(stoner_table_save(NULL, table, table_path, NULL), STONER_OK);
'''

MAIN_TAIL = r'''    stoner_image_free(image);
    stoner_scan_free(opened);
    stoner_live_free(live);
    stoner_metadata_free(metadata);
    stoner_scan_free(a_scan);
    stoner_table_free(table);
    stoner_context_free(ctx);
    stoner_context_free(context);
    remove(path);
    remove(table_path);
    printf("# %lld bad calls\n", (long long)n_calls);
    return finish();
}
'''


def main():
    header = open(sys.argv[1], encoding="utf-8").read()
    body = []
    functions = list(prototypes(header))
    OPTIONAL.update(described_optional())
    print(PROLOGUE)
    for function, parameters in functions:
        print(f"static void bad_{function}(void) {{")
        for what, arguments, expectation in calls(function, parameters):
            label = f"{function}: {what}".replace("\\", "\\\\").replace('"', '\\"')
            print(f'    set_up();\n    after({function}({arguments}), "{expectation}", "{label}");')
        print("}\n")
        body.append(f"    RUN(bad_{function});")
    print(MAIN_HEAD + "\n".join(body) + "\n" + MAIN_TAIL)


if __name__ == "__main__":
    main()
