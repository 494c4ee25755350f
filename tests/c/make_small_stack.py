"""Writes a C program that calls every function of the header, and real work of each kind, on a thread with a small stack.

usage: make_small_stack.py include/stoner.h > small_stack.c

The promise of 64 KiB is the release library's: a dev build keeps more on the stack and is not measured, nor is one under a sanitizer or valgrind.
"""

import math
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "bindings"))

from generator import model as interface  # noqa: E402
import make_bad_calls as small  # noqa: E402

#: What is called with real images: function, what is given beyond the defaults, as C. Handles that come out are freed.
SCENE, MOVED, MASKED, STACK, JITTERED, TABLE = "scene", "moved", "masked", "stack", "jittered", "columns"
GIVEN = {"image": SCENE, "reference": MOVED, "a": SCENE, "b": MOVED, "stack": STACK, "table": TABLE, "scan": "a_scan", "live": "live"}
#: No loader knows it.
NO_PICTURE = '"README.md"'
WORK = [
    *(("stoner_image_align", {"method": f'"{method}"'}) for method in ("gauss_newton", "scharr", "chi2_shift", "imreg_dft", "cv2")),
    ("stoner_image_align", {"method": '"imreg_dft"', "rotation": "1", "scaling": "1", "order": "5"}),
    ("stoner_image_register", {"prefilter": "STONER_PREFILTER_SCHARR"}),
    ("stoner_image_correct_drift", {}),
    *(("stoner_image_align_stack", {"series": series}) for series in ("STONER_SERIES_REFERENCE", "STONER_SERIES_NEIGHBOUR", "STONER_SERIES_ALL_PAIRS")),
    *(("stoner_image_gridimage", {"image": JITTERED, "method": f"STONER_GRID_{method}"}) for method in ("LINEAR", "NEAREST", "CUBIC")),
    ("stoner_image_rotate", {"image": MASKED, "angle": "0.3", "order": "5"}),
    ("stoner_image_translate", {"image": MASKED, "translation": "pair", "order": "3"}),
    ("stoner_image_denoise", {"image": MASKED, "weight": "0.3"}),
    ("stoner_image_gaussian_filter", {"image": MASKED, "sigma_xy": "pair"}),
    ("stoner_image_filter_image", {"sigma_xy": "pair"}),
    ("stoner_image_sgolay2d", {"points": "7", "poly": "3"}),
    ("stoner_image_fft", {"image": MASKED, "window": '"hann"'}),
    ("stoner_image_fft", {"image": STACK}),
    ("stoner_image_level_image", {"image": MASKED, "poly_vert": "3", "poly_horiz": "3"}),
    ("stoner_image_adjust_contrast", {}),
    ("stoner_image_remove_outliers", {}),
    ("stoner_image_quantize", {"output": "pair", "n_output": "2"}),
    ("stoner_image_convert", {"dtype": "STONER_U8"}),
    ("stoner_image_xmcd", {}),
    ("stoner_image_subtract_image", {"background": MOVED}),
    ("stoner_image_hist", {"bins": "20"}),
    ("stoner_image_profile_line", {"src": "pair", "dst": "far", "linewidth": "3"}),
    ("stoner_image_radial_profile", {}),
    ("stoner_image_radial_coordinates", {}),
    ("stoner_image_sort", {"image": MASKED}),
    ("stoner_image_argsort", {"image": MASKED}),
    ("stoner_image_dot", {"b": MOVED}),
    ("stoner_image_std", {"image": MASKED}),
    ("stoner_image_percentile", {"q": "pair", "n_q": "2", "values": "doubles"}),
    ("stoner_image_draw_ellipse", {"image": "drawn", "x": "20.0", "y": "20.0", "x_radius": "9.0", "y_radius": "5.0", "rotation": "0.3"}),
    ("stoner_image_draw_bezier_curve", {"image": "drawn", "x0": "1", "y0": "1", "x1": "30", "y1": "9", "x2": "50", "y2": "60", "weight": "1.0"}),
    ("stoner_image_imshow", {"path": "out_png"}),
    ("stoner_image_imshow", {"path": "out_png", "image": "scan"}),
    ("stoner_image_plot_histogram", {"path": "out_png", "bins": "30"}),
    ("stoner_table_plot", {"path": "out_png"}),
    ("stoner_image_save_tiff", {"path": "out_tif", "image": "scan"}),
    ("stoner_image_save_png", {"path": "out_png", "image": "scan"}),
    ("stoner_image_save_npy", {"path": "out_npy", "image": STACK}),
    ("stoner_image_save", {"path": "out_nxs", "image": "scan"}),
    ("stoner_image_dump", {"path": "out_npy"}),
    ("stoner_table_save", {"path": "out_csv"}),
    ("stoner_table_save", {"path": "out_csv", "format": '"tdi"'}),
    ("stoner_load", {"path": '"data/demo/domain_plus.hdf5"'}),
    ("stoner_load_stxm", {"path": '"data/demo/domain_plus.hdf5"', "regrid": "1", "bcn": "1"}),
    *(("stoner_load", {"path": path}) for path in ("in_tif", "in_png", "in_npy", "in_nxs", '"tests/data/sidecar_v1.tif"', '"tests/data/sidecar_v2.png"', NO_PICTURE)),
    ("stoner_scan_open", {"path": '"data/demo/domain_plus.hdf5"'}),
    ("stoner_live_new", {"rows": "64", "columns": "64", "x_step": "1", "y_step": "-1"}),
    ("stoner_live_push", {"x": "pair", "y": "pair", "counts": "pair", "n_points": "2"}),
    ("stoner_live_image", {}),
    *((f"stoner_scan_{name}", {}) for name in ("image", "frame", "spectrum", "points")),
    ("stoner_table_load", {"path": "in_csv"}),
    ("stoner_table_load", {"path": "in_tdi"}),
    ("stoner_image_apply", {"operation": '"gaussian_filter"', "options": "options"}),
    ("stoner_image_apply_all", {"steps": "steps"}),
]  # fmt: skip

PROLOGUE = r"""
#include "small_stack.h"

static stoner_image *scene, *moved, *masked, *stack, *jittered, *drawn, *scan;
static stoner_table *columns;
static stoner_metadata *options;
static int32_t last_status;
static const double pair[4] = {1.5, 2.5, 1.5, 2.5}, far[2] = {50, 40};
static char out_tif[512], out_png[512], out_npy[512], out_csv[512], in_tif[512], in_png[512], in_npy[512], in_nxs[512], out_nxs[512], in_csv[512], in_tdi[512];
static const char steps[] = "[{\"operation\": \"gaussian_filter\", \"options\": {\"sigma\": 1.5}}, {\"operation\": \"crop\", \"options\": {\"box\": [1, 20, 2, 30]}}]";

static void free_outputs(void) {
    stoner_image_free(out_stoner_image);
    stoner_live_free(out_stoner_live);
    stoner_metadata_free(out_stoner_metadata);
    stoner_scan_free(out_stoner_scan);
    stoner_table_free(out_stoner_table);
    stoner_context_free(out_stoner_context);
    out_stoner_image = NULL, out_stoner_live = NULL, out_stoner_metadata = NULL, out_stoner_scan = NULL, out_stoner_table = NULL, out_stoner_context = NULL;
}

enum { SIDE = 64, FRAMES = 4 };

static stoner_image *from(const double *pixels, int32_t ndim) {
    static const int64_t sides[3] = {FRAMES, SIDE, SIDE};
    stoner_image *made = NULL;
    stoner_image_from_data(NULL, pixels, STONER_F64, ndim, sides + 3 - ndim, NULL, NULL, &made);
    return made;
}

static void real_inputs(const char *folder) {
    static double pixels[FRAMES][SIDE][SIDE], at[2][SIDE][SIDE];
    static const double origin[2] = {0, 0}, step[4] = {1, 0, 0, 1};
    static uint8_t mask[SIDE * SIDE];
    stoner_image *plane;
    int f, r, c, i;
    struct {
        char *path;
        const char *name;
    } const files[] = {{out_tif, "out.tif"}, {out_png, "out.png"}, {out_npy, "out.npy"}, {out_csv, "out.csv"}, {in_tif, "in.tif"},
                       {in_png, "in.png"},   {in_npy, "in.npy"},   {in_csv, "in.csv"},   {in_tdi, "in.txt"},
                       {out_nxs, "out.nxs"}, {in_nxs, "in.nxs"}};
    for (i = 0; i < (int)(sizeof files / sizeof *files); i++) {
        snprintf(files[i].path, 512, "%s/small_stack_%s", folder, files[i].name);
    }
    for (f = 0; f < FRAMES; f++) {
        for (r = 0; r < SIDE; r++) {
            for (c = 0; c < SIDE; c++) {
                const double x = c - 0.7 * f, y = r + 0.4 * f, noise = (r * 7919 + c * 104729 + f * 1299709) % 1000 / 5000.0;
                pixels[f][r][c] = sin(x / 7.3) * cos(y / 5.1) + sin((x + 2 * y) / 11) + noise;
                at[0][r][c] = c + 0.3 * sin(r * 3.1 + c), at[1][r][c] = r + 0.3 * cos(c * 2.3 + r);
                mask[r * SIDE + c] = (r * 31 + c * 17) % 50 == 0;
            }
        }
    }
    scene = from(pixels[0][0], 2), moved = from(pixels[1][0], 2), masked = from(pixels[0][0], 2), stack = from(pixels[0][0], 3);
    jittered = from(pixels[0][0], 2), drawn = from(pixels[0][0], 2);
    stoner_image_write_mask(NULL, masked, mask, SIDE * SIDE);
    stoner_image_set_map(NULL, jittered, origin, step, "sample_x", "sample_y", "um", "um");
    for (i = 0; i < 2; i++) {
        plane = from(at[i][0], 2);
        stoner_image_set_plane(NULL, jittered, i == 0 ? "actual_x" : "actual_y", plane, "um");
        stoner_image_free(plane);
    }
    stoner_image_metadata_set_f64(NULL, scene, "collection.polarization.value", 1);
    stoner_image_metadata_set_f64(NULL, moved, "collection.polarization.value", -1);
    stoner_table_new(NULL, &columns);
    stoner_table_add_column(NULL, columns, "energy", "eV", pixels[0][0], SIDE);
    stoner_table_add_column(NULL, columns, "signal", NULL, pixels[0][1], SIDE);
    stoner_metadata_new(NULL, &options);
    stoner_metadata_set_f64(NULL, options, "sigma", 1.5);
    stoner_load(NULL, "data/demo/domain_plus.hdf5", NULL, &scan);
    stoner_image_save_tiff(NULL, jittered, in_tif, 1);
    stoner_image_save_png(NULL, jittered, in_png);
    stoner_image_save_npy(NULL, jittered, in_npy);
    stoner_image_save(NULL, scan, in_nxs, NULL, 0);
    stoner_table_save(NULL, columns, in_csv, NULL);
    stoner_table_save(NULL, columns, in_tdi, "tdi");
}

static void free_real_inputs(void) {
    stoner_image *const images_made[] = {scene, moved, masked, stack, jittered, drawn, scan};
    int i;
    for (i = 0; i < 7; i++) {
        stoner_image_free(images_made[i]);
    }
    stoner_table_free(columns);
    stoner_metadata_free(options);
}

static int is_measured(void) {
#ifdef __SANITIZE_ADDRESS__
    return 0;
#else
    const char *preloaded = getenv("LD_PRELOAD"), *path = getenv("LD_LIBRARY_PATH");
    return (preloaded == NULL || strstr(preloaded, "vgpreload") == NULL) && (path == NULL || strstr(path, "build/dev") == NULL);
#endif
}

"""


def value(p, given):
    """A parameter of real work, as C."""
    if p.name in given:
        return given[p.name]
    if p.role == "new":
        return f"&out_{p.base}"
    if p.role == "context":
        return "NULL"
    if p.name in GIVEN and p.role == "handle":
        return GIVEN[p.name]
    if p.optional:
        return "NULL"
    if p.role in ("result", "buffer"):
        return {"double": "doubles", "int32_t": "ints", "int64_t": "integers"}[p.base]
    default = p.default if p.default is not interface.REQUIRED and p.default is not None else p.unset
    if default is interface.REQUIRED:
        default = 0
    if isinstance(default, float) and math.isnan(default):
        return "NAN"
    return str(int(default)) if isinstance(default, bool) else str(default)


def main():
    header = open(sys.argv[1], encoding="utf-8").read()
    functions = {function.name: function for function in interface.read().functions}
    print("#define _XOPEN_SOURCE 700")
    # The check of bad calls is not needed.
    prologue = small.PROLOGUE.replace("make_bad_calls.py", "make_small_stack.py")
    print(re.sub(r"^static void after\(.*?^}\n", "", prologue, flags=re.M | re.S).replace("static int64_t n_calls;\n", ""))
    print(PROLOGUE)
    tests = []

    def test(name, call, check=""):
        print(f"static void call_{name}(void) {{\n    {call};\n}}\n")
        body = [f'check_stack("{name}", call_{name});', *filter(None, [check]), "free_outputs();"]
        print(f"static void stack_{name}(void) {{\n    " + "\n    ".join(body) + "\n}\n")
        tests.append(name)

    for name, parameters in small.prototypes(header):
        # Those that free are called in every other test, and would free what these use.
        if not name.endswith("_free"):
            test(f"small_{name}", f"{name}({', '.join(small.good(name, kind, p) for kind, p in parameters)})")
    for i, (name, given) in enumerate(WORK):
        arguments = ", ".join(value(p, given) for p in functions[name].parameters)
        expected = "STONER_ERR_FORMAT" if given.get("path") == NO_PICTURE else "STONER_OK"
        test(f"real_{i}_{name}", f"last_status = {name}({arguments})", f"CHECK_STATUS(last_status, {expected});")
    print(small.MAIN_HEAD)
    print("    real_inputs(folder);\n    if (!is_measured()) {\n        harness.skipped = \"the stack of a library that is not optimised is not measured\";\n"
          "        harness_close(\"small_stack\");\n    } else {")
    for name in tests:
        print(f"        set_up(), RUN(stack_{name});")
    print('        printf("# the most: %zu bytes of stack, %s\\n", deepest, deepest_name);\n    }\n    free_real_inputs();')
    print(small.MAIN_TAIL.replace('    printf("# %lld bad calls\\n", (long long)n_calls);\n', ""))


if __name__ == "__main__":
    main()
