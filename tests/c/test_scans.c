/* Scans through the C interface: the bundled scans opened, asked, read; wrong names, numbers and files.
 * usage: test_scans [SCRATCH FOLDER] [FOLDER OF THE BUNDLED SCANS] */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "harness.h"
#include "stoner.h"

static const char *scratch = ".", *bundled = "data/demo";
static char path[1024];

static stoner_scan *open_scan(void) {
    stoner_scan *scan = NULL;
    snprintf(path, sizeof path, "%s/domain_plus.hdf5", bundled);
    CHECK_STATUS(stoner_scan_open(NULL, path, &scan), STONER_OK);
    return scan;
}

static void what_a_scan_says(void) {
    stoner_scan *scan = open_scan();
    char text[1024], again[1024];
    int64_t length = 0, shape[STONER_MAX_NDIM], ndim = 0, frames = 0;
    int32_t n = 0, index = -1, kind = -1, dtype = 0, role = -1, direction = 0;
    double values[512], energy = 0, fraction = 0;
    CHECK_STATUS(stoner_scan_filename(NULL, scan, text, sizeof text, &length), STONER_OK);
    CHECK(strcmp(text, path) == 0 && length == (int64_t)strlen(path));
    CHECK_STATUS(stoner_scan_rule(NULL, scan, text, sizeof text, NULL), STONER_OK);
    CHECK(strstr(text, "NXstxm") != NULL);
    CHECK_STATUS(stoner_scan_entry_count(NULL, scan, &n), STONER_OK);
    CHECK_STATUS(stoner_scan_default_entry(NULL, scan, &index), STONER_OK);
    CHECK(n == 1 && index == 0);
    CHECK_STATUS(stoner_scan_entry_name(NULL, scan, 0, text, sizeof text, NULL), STONER_OK);
    CHECK(strcmp(text, "entry1") == 0);
    CHECK_STATUS(stoner_scan_entry_name(NULL, scan, 1, text, sizeof text, NULL), STONER_ERR_OUT_OF_RANGE);
    CHECK_STATUS(stoner_scan_kind(NULL, scan, NULL, &kind), STONER_OK);
    CHECK(kind == STONER_SCAN_KIND_IMAGE);
    CHECK_STATUS(stoner_scan_detector_count(NULL, scan, "entry1", &n), STONER_OK);
    CHECK_STATUS(stoner_scan_default_detector(NULL, scan, NULL, &index), STONER_OK);
    CHECK(n >= 1 && index == 0);
    CHECK_STATUS(stoner_scan_detector_name(NULL, scan, NULL, 0, again, sizeof again, NULL), STONER_OK);
    CHECK_STATUS(stoner_scan_shape(NULL, scan, NULL, again, shape, STONER_MAX_NDIM, &ndim), STONER_OK);
    CHECK(ndim == 2 && shape[0] > 0 && shape[0] <= 512 && shape[1] <= 512);
    CHECK_STATUS(stoner_scan_dtype(NULL, scan, NULL, NULL, &dtype), STONER_OK);
    CHECK(dtype == STONER_F64);
    CHECK_STATUS(stoner_scan_frame_count(NULL, scan, NULL, NULL, &frames), STONER_OK);
    CHECK(frames == 1);
    CHECK_STATUS(stoner_scan_axis_name(NULL, scan, NULL, NULL, 1, text, sizeof text, NULL), STONER_OK);
    CHECK(strcmp(text, "sample_x") == 0);
    CHECK_STATUS(stoner_scan_axis_values(NULL, scan, NULL, NULL, 1, values, 512, &length), STONER_OK);
    CHECK(length == shape[1] && values[1] > values[0]);
    CHECK_STATUS(stoner_scan_axis_role(NULL, scan, NULL, NULL, 0, &role), STONER_OK);
    CHECK_STATUS(stoner_scan_axis_direction(NULL, scan, NULL, NULL, 0, &direction), STONER_OK);
    CHECK(role == STONER_AXIS_ROLE_ROW && direction == STONER_DIRECTION_ASCENDING);
    CHECK_STATUS(stoner_scan_axis_role(NULL, scan, NULL, NULL, 2, &role), STONER_ERR_OUT_OF_RANGE);
    CHECK_STATUS(stoner_scan_quantity(NULL, scan, NULL, NULL, STONER_QUANTITY_ENERGY, &energy, 1, NULL), STONER_OK);
    CHECK(energy > 100 && energy < 2000);
    CHECK_STATUS(stoner_quantity_unit(NULL, STONER_QUANTITY_ENERGY, text, sizeof text, NULL), STONER_OK);
    CHECK(strcmp(text, "eV") == 0);
    CHECK_STATUS(stoner_scan_quantity(NULL, scan, NULL, NULL, 0, &energy, 1, NULL), STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(stoner_scan_completeness(NULL, scan, NULL, NULL, &fraction), STONER_OK);
    CHECK(fraction == 1);
    CHECK_STATUS(stoner_scan_kind(NULL, scan, "entry2", &kind), STONER_ERR_KEY_NOT_FOUND);
    CHECK_STATUS(stoner_scan_shape(NULL, scan, NULL, "counter7", shape, STONER_MAX_NDIM, &ndim), STONER_ERR_KEY_NOT_FOUND);
    CHECK_STATUS(stoner_scan_free(scan), STONER_OK);
    CHECK_STATUS(stoner_scan_free(scan), STONER_ERR_INVALID_HANDLE);
    CHECK_STATUS(stoner_scan_free(NULL), STONER_OK);
}

static void what_a_scan_reads(void) {
    stoner_scan *scan = open_scan(), *clone = NULL;
    stoner_image *loaded = NULL, *image = NULL, *frame = NULL;
    stoner_table *spectrum = NULL, *points = NULL;
    int64_t rows = 0, size = 0;
    int32_t equal = 0, column = -1;
    double mean = 0, expected = 0;
    CHECK_STATUS(stoner_scan_clone(NULL, scan, &clone), STONER_OK);
    CHECK_STATUS(stoner_scan_free(scan), STONER_OK);
    CHECK_STATUS(stoner_load(NULL, path, NULL, &loaded), STONER_OK);
    CHECK_STATUS(stoner_scan_image(NULL, clone, NULL, NULL, &image), STONER_OK);
    CHECK_STATUS(stoner_image_equal(NULL, image, loaded, 1, &equal), STONER_OK);
    CHECK(equal == 1);
    CHECK_STATUS(stoner_scan_frame(NULL, clone, "entry1", NULL, 0, &frame), STONER_OK);
    CHECK_STATUS(stoner_image_equal(NULL, frame, loaded, 0, &equal), STONER_OK);
    CHECK(equal == 1);
    stoner_image_free(frame);
    frame = NULL;
    CHECK_STATUS(stoner_scan_frame(NULL, clone, NULL, NULL, 1, &frame), STONER_ERR_OUT_OF_RANGE);
    CHECK(frame == NULL);
    CHECK_STATUS(stoner_scan_spectrum(NULL, clone, NULL, NULL, NULL, NULL, &spectrum), STONER_OK);
    CHECK_STATUS(stoner_table_column_index(NULL, spectrum, "mean", &column), STONER_OK);
    CHECK_STATUS(stoner_table_read_column(NULL, spectrum, column, &mean, 1, &rows), STONER_OK);
    CHECK_STATUS(stoner_image_mean_value(NULL, loaded, &expected, NULL), STONER_OK);
    CHECK(rows == 1 && fabs(mean - expected) < 1e-9 * fabs(expected));
    CHECK_STATUS(stoner_scan_points(NULL, clone, NULL, NULL, 0, &points), STONER_OK);
    CHECK_STATUS(stoner_table_row_count(NULL, points, &rows), STONER_OK);
    CHECK_STATUS(stoner_image_size(NULL, loaded, &size), STONER_OK);
    CHECK(rows == size);
    stoner_image_free(loaded), stoner_image_free(image);
    stoner_table_free(spectrum), stoner_table_free(points);
    stoner_scan *fresh = NULL;
    int64_t first = -1, n = -1;
    CHECK_STATUS(stoner_scan_refresh(NULL, clone, NULL, NULL, &first, &n, &fresh), STONER_OK);
    CHECK(n == 0 && first == 1);
    CHECK_STATUS(stoner_scan_refresh(NULL, clone, NULL, "no such", NULL, NULL, &fresh), STONER_ERR_KEY_NOT_FOUND);
    CHECK_STATUS(stoner_scan_free(fresh), STONER_OK);
    CHECK_STATUS(stoner_scan_free(clone), STONER_OK);
}

static void frames_of_a_stack(void) {
    static const double pixels[12] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, energies[3] = {280, 300, 320};
    static const int64_t shape[3] = {3, 2, 2}, places[2] = {2, 0};
    static const int32_t axis = 0;
    stoner_image *stack = NULL, *taken = NULL;
    char text[64];
    double values[3];
    int64_t n = 0;
    CHECK_STATUS(stoner_image_from_data(NULL, pixels, STONER_F64, 3, shape, NULL, NULL, &stack), STONER_OK);
    CHECK_STATUS(stoner_image_frame_axis_name(NULL, stack, text, sizeof text, &n), STONER_OK);
    CHECK(n == 0);
    CHECK_STATUS(stoner_image_set_frame_axis(NULL, stack, "energy", "eV", energies, 2), STONER_ERR_SHAPE);
    CHECK_STATUS(stoner_image_set_frame_axis(NULL, stack, "energy", "eV", energies, 3), STONER_OK);
    CHECK_STATUS(stoner_image_take(NULL, stack, places, 2, &axis, 0, &taken), STONER_OK);
    CHECK_STATUS(stoner_image_frame_axis_name(NULL, taken, text, sizeof text, NULL), STONER_OK);
    CHECK(strcmp(text, "energy") == 0);
    CHECK_STATUS(stoner_image_quantity(NULL, taken, STONER_QUANTITY_ENERGY, values, 3, &n), STONER_OK);
    CHECK(n == 2 && values[0] == 320 && values[1] == 280);
    CHECK_STATUS(stoner_image_quantity(NULL, taken, STONER_QUANTITY_DWELL, values, 3, &n), STONER_ERR_KEY_NOT_FOUND);
    stoner_image_free(taken), stoner_image_free(stack);
}

static void what_is_no_scan(void) {
    static const double pixel = 1;
    static const int64_t shape[2] = {1, 1};
    stoner_image *image = NULL;
    stoner_scan *scan = NULL;
    CHECK_STATUS(stoner_scan_open(NULL, "no such file", &scan), STONER_ERR_FILE_NOT_FOUND);
    CHECK_STATUS(stoner_image_from_data(NULL, &pixel, STONER_F64, 2, shape, NULL, NULL, &image), STONER_OK);
    snprintf(path, sizeof path, "%s/no_scan.tiff", scratch);
    CHECK_STATUS(stoner_image_save_tiff(NULL, image, path, 0), STONER_OK);
    CHECK_STATUS(stoner_scan_open(NULL, path, &scan), STONER_ERR_FORMAT);
    CHECK(strstr(stoner_last_error(NULL), "stoner_load") != NULL);
    CHECK(scan == NULL);
    stoner_image_free(image);
}

int main(int argc, char **argv) {
    scratch = argc > 1 ? argv[1] : scratch;
    bundled = argc > 2 ? argv[2] : bundled;
    RUN(what_a_scan_says);
    RUN(what_a_scan_reads);
    RUN(frames_of_a_stack);
    RUN(what_is_no_scan);
    return finish();
}
