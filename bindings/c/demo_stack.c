/* A stack of images across an absorption edge in; where the element is, and its spectrum, out: element.png, spectrum.png, spectrum.csv.
 * cc demo_stack.c -I include -L lib -lstoner -lm -o demo_stack && ./demo_stack stack.hdf5 775 778 demo-out */
#include <math.h>
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

static void *memory(int64_t n, size_t size) {
    void *place = calloc((size_t)n, size);
    if (place == NULL) {
        fprintf(stderr, "demo: there is not enough memory\n");
        exit(EXIT_FAILURE);
    }
    return place;
}

/* The frame whose photon energy is nearest to the one that is wanted. */
static int64_t nearest(const double *energy, int64_t frames, double wanted) {
    int64_t i, best = 0;
    for (i = 1; i < frames; i++) {
        best = fabs(energy[i] - wanted) < fabs(energy[best] - wanted) ? i : best;
    }
    return best;
}

/* The tenth of an image's pixels that has the highest values: 1 for each of them, 0 for the others. */
static uint8_t *brightest(const stoner_image *image, int64_t pixels) {
    const double percent = 90.0;
    double limit;
    uint8_t *region = memory(pixels, 1), *mask = memory(pixels, 1);
    stoner_image *above = NULL;
    int64_t i;
    check(stoner_image_percentile(NULL, image, &percent, 1, &limit), "percentile");
    check(stoner_image_compare_scalar(NULL, image, STONER_COMPARISON_GREATER, limit, &above), "compare");
    check(stoner_image_read(NULL, above, STONER_BOOL, NULL, region, pixels), "region");
    check(stoner_image_read_mask(NULL, above, mask, pixels, NULL), "mask");
    for (i = 0; i < pixels; i++) {
        region[i] = region[i] && !mask[i];
    }
    stoner_image_free(above);
    free(mask);
    return region;
}

/* The mean of a region of each frame. */
static double *means(const stoner_image *stack, int64_t frames, const uint8_t *region, int64_t pixels) {
    double *mean = memory(frames, sizeof *mean);
    int64_t i;
    for (i = 0; i < frames; i++) {
        stoner_image *frame = NULL, *part = NULL;
        check(stoner_image_frame(NULL, stack, i, &frame), "frame");
        check(stoner_image_compress(NULL, frame, region, pixels, NULL, &part), "compress");
        check(stoner_image_mean_value(NULL, part, &mean[i], NULL), "mean");
        stoner_image_free(frame);
        stoner_image_free(part);
    }
    return mean;
}

/* The optical density of a frame: -ln(counts / counts without a sample). */
static stoner_image *optical_density(const stoner_image *stack, int64_t i, double without) {
    stoner_image *frame = NULL, *ratio = NULL, *density = NULL;
    check(stoner_image_frame(NULL, stack, i, &frame), "frame");
    check(stoner_image_arithmetic_scalar(NULL, frame, STONER_ARITHMETIC_DIVIDE, without, 1, 0, &ratio), "divide");
    check(stoner_image_math(NULL, ratio, STONER_MATH_LOG, 0, &density), "log");
    stoner_image_free(frame);
    stoner_image_free(ratio);
    return density;
}

static void save_figure(const stoner_image *image, const char *path) {
    stoner_metadata *options = NULL;
    check(stoner_metadata_new(NULL, &options), "options");
    check(stoner_metadata_set_string(NULL, options, "cmap", "viridis"), "cmap");
    check(stoner_metadata_set_bool(NULL, options, "show_axis", 1), "show_axis");
    check(stoner_metadata_set_bool(NULL, options, "colorbar", 1), "colorbar");
    check(stoner_metadata_set_string(NULL, options, "colorbar_label", "optical density at the edge, less before it"), "colorbar_label");
    check(stoner_metadata_set_bool(NULL, options, "scale_bar", 1), "scale_bar");
    check(stoner_metadata_set_bool(NULL, options, "title", 1), "title");
    check(stoner_image_imshow(NULL, image, path, options), path);
    stoner_metadata_free(options);
}

static void save_spectrum(const double *energy, const double *density, int64_t frames, const char *folder) {
    char path[1024];
    stoner_table *table = NULL;
    stoner_metadata *options = NULL;
    check(stoner_table_new(NULL, &table), "table");
    check(stoner_table_add_column(NULL, table, "energy", "eV", energy, frames), "energy");
    check(stoner_table_add_column(NULL, table, "optical density", "", density, frames), "optical density");
    snprintf(path, sizeof path, "%s/spectrum.csv", folder);
    check(stoner_table_save(NULL, table, path, "csv"), path);
    check(stoner_metadata_new(NULL, &options), "options");
    check(stoner_metadata_set_string(NULL, options, "marker", "o"), "marker");
    check(stoner_metadata_set_string(NULL, options, "title", "Spectrum of the element"), "title");
    check(stoner_metadata_set_bool(NULL, options, "grid", 1), "grid");
    snprintf(path, sizeof path, "%s/spectrum.png", folder);
    check(stoner_table_plot(NULL, table, path, options), path);
    stoner_metadata_free(options);
    stoner_table_free(table);
}

int main(int argc, char **argv) {
    stoner_scan *scan = NULL;
    stoner_image *stack = NULL, *aligned = NULL, *mean = NULL, *low = NULL, *high = NULL, *element = NULL;
    stoner_table *shifts = NULL;
    const int32_t frame_axis = 0;
    int64_t frames, rows, columns, shape[STONER_MAX_NDIM], i, before, at;
    double *energy, *without, *with;
    uint8_t *empty, *region;
    char path[1024];

    if (argc != 5 || strlen(argv[4]) > sizeof path - 16) {
        fprintf(stderr, "usage: %s STACK ENERGY_BEFORE ENERGY_AT FOLDER (energies in eV)\n", argv[0]);
        return EXIT_FAILURE;
    }
    /* What the file holds is known before a pixel is read. */
    check(stoner_scan_open(NULL, argv[1], &scan), argv[1]);
    check(stoner_scan_frame_count(NULL, scan, NULL, NULL, &frames), "frames");
    energy = memory(frames, sizeof *energy);
    check(stoner_scan_quantity(NULL, scan, NULL, NULL, STONER_QUANTITY_ENERGY, energy, frames, NULL), "energy");
    before = nearest(energy, frames, atof(argv[2]));
    at = nearest(energy, frames, atof(argv[3]));

    /* The sample drifts meanwhile: each frame is laid on the first. */
    check(stoner_scan_image(NULL, scan, NULL, NULL, &stack), "image");
    check(stoner_image_align_stack(NULL, stack, STONER_SERIES_REFERENCE, 0, NULL, NULL, 0.0, STONER_PREFILTER_NONE, 0.0, 0.0, 0.0,
                                   STONER_INTERPOLATION_DEFAULT, STONER_MODE_CONSTANT, NAN, &shifts, &aligned), "align");
    check(stoner_image_shape(NULL, aligned, shape, STONER_MAX_NDIM, NULL), "shape");
    rows = shape[1];
    columns = shape[2];

    /* The brightest pixels of the mean have no sample in them; the element is where the contrast is highest. */
    check(stoner_image_mean(NULL, aligned, &frame_axis, 1, 0, 0, &mean), "mean");
    empty = brightest(mean, rows * columns);
    without = means(aligned, frames, empty, rows * columns);
    low = optical_density(aligned, before, without[before]);
    high = optical_density(aligned, at, without[at]);
    check(stoner_image_arithmetic(NULL, high, STONER_ARITHMETIC_SUBTRACT, low, 0, &element), "subtract");
    check(stoner_image_set_title(NULL, element, "The element's image"), "title");
    snprintf(path, sizeof path, "%s/element.png", argv[4]);
    save_figure(element, path);

    region = brightest(element, rows * columns);
    with = means(aligned, frames, region, rows * columns);
    for (i = 0; i < frames; i++) {
        with[i] = log(without[i] / with[i]);
    }
    save_spectrum(energy, with, frames, argv[4]);

    printf("stack  %lld frames of %lld x %lld pixels, %.4g to %.4g eV; element at %.4g eV less %.4g eV\n", (long long)frames, (long long)rows,
           (long long)columns, energy[0], energy[frames - 1], energy[at], energy[before]);
    printf("wrote %s/element.png, spectrum.png and spectrum.csv\n", argv[4]);

    free(energy);
    free(without);
    free(with);
    free(empty);
    free(region);
    stoner_scan_free(scan);
    stoner_image_free(stack);
    stoner_image_free(aligned);
    stoner_image_free(mean);
    stoner_image_free(low);
    stoner_image_free(high);
    stoner_image_free(element);
    stoner_table_free(shifts);
    return stoner_live_handles() == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
