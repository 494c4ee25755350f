/* Two scans of opposite polarization in, their magnetic contrast out: xmcd.png, xmcd.tiff, figure.png and a summary.
 * cc demo.c -I include -L lib -lstoner -o demo && ./demo plus.hdf5 minus.hdf5 demo-out */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stoner.h"

/* Ends the program with the library's message when a call failed. */
static void check(int32_t status, const char *what) {
    if (status != STONER_OK) {
        fprintf(stderr, "demo: %s: error %d: %s\n", what, (int)status, stoner_last_error(NULL));
        exit(EXIT_FAILURE);
    }
}

static void summarise(const char *name, const stoner_image *image) {
    int64_t shape[STONER_MAX_NDIM];
    double energy, width, height, low, high;
    int32_t polarization;
    char unit[32];

    check(stoner_image_shape(NULL, image, shape, STONER_MAX_NDIM, NULL), "shape");
    check(stoner_image_polarization(NULL, image, &polarization), "polarization");
    check(stoner_image_span(NULL, image, &low, &high), "span");
    printf("%-5s  %lld x %lld pixels, polarization %+d", name, (long long)shape[0], (long long)shape[1], (int)polarization);
    if (stoner_image_metadata_get_f64(NULL, image, "counter0.energy", &energy) == STONER_OK) {
        printf(", %.2f eV", energy);
    }
    if (stoner_image_pixel_size(NULL, image, &width, &height) == STONER_OK) {
        check(stoner_image_map_unit(NULL, image, 0, unit, sizeof unit, NULL), "unit");
        printf(", pixel %.4g x %.4g %s", width, height, unit);
    }
    printf(", values %.6g to %.6g\n", low, high);
}

static void print_warnings(void) {
    int64_t n, i;
    char text[512];
    check(stoner_context_warning_count(NULL, &n, NULL), "warnings");
    for (i = 0; i < n; i++) {
        int32_t status = stoner_context_warning(NULL, i, text, sizeof text, NULL);
        printf("warning: %s\n", status == STONER_OK ? text : "(longer than this program shows)");
    }
}

/* The image as a figure, red and blue about zero, with axes, colour bar and scale bar. */
static void save_figure(const stoner_image *image, const char *path) {
    stoner_metadata *options = NULL;
    check(stoner_metadata_new(NULL, &options), "options");
    check(stoner_metadata_set_string(NULL, options, "cmap", "RdBu_r"), "cmap");
    check(stoner_metadata_set_string(NULL, options, "norm", "symmetric"), "norm");
    check(stoner_metadata_set_bool(NULL, options, "show_axis", 1), "show_axis");
    check(stoner_metadata_set_bool(NULL, options, "colorbar", 1), "colorbar");
    check(stoner_metadata_set_string(NULL, options, "colorbar_label", "XMCD asymmetry"), "colorbar_label");
    check(stoner_metadata_set_bool(NULL, options, "scale_bar", 1), "scale_bar");
    check(stoner_metadata_set_bool(NULL, options, "title", 1), "title");
    check(stoner_image_imshow(NULL, image, path, options), path);
    stoner_metadata_free(options);
}

int main(int argc, char **argv) {
    stoner_image *plus = NULL, *minus = NULL, *xmcd = NULL;
    char path[1024];

    if (argc != 4 || strlen(argv[3]) > sizeof path - 16) {
        fprintf(stderr, "usage: %s SCAN SCAN FOLDER\n", argv[0]);
        return EXIT_FAILURE;
    }
    check(stoner_load(NULL, argv[1], NULL, &plus), argv[1]);
    check(stoner_load(NULL, argv[2], NULL, &minus), argv[2]);
    check(stoner_image_xmcd(NULL, plus, minus, &xmcd), "xmcd");
    check(stoner_image_set_title(NULL, xmcd, "XMCD"), "title");

    snprintf(path, sizeof path, "%s/xmcd.png", argv[3]);
    check(stoner_image_save_png(NULL, xmcd, path), path);
    snprintf(path, sizeof path, "%s/xmcd.tiff", argv[3]);
    check(stoner_image_save_tiff(NULL, xmcd, path, 0), path);

    snprintf(path, sizeof path, "%s/figure.png", argv[3]);
    save_figure(xmcd, path);

    summarise("first", plus);
    summarise("other", minus);
    summarise("xmcd", xmcd);
    print_warnings();
    printf("wrote %s/xmcd.png, xmcd.tiff and figure.png\n", argv[3]);

    stoner_image_free(plus);
    stoner_image_free(minus);
    stoner_image_free(xmcd);
    return stoner_live_handles() == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
