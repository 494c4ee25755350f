/* Images through the C interface: in and out of memory in any layout, masks, planes, map, names, lending. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"
#include "stoner.h"

static const double PIXELS[6] = {1, 2, 3, 4, 5, 6};
static const int64_t SHAPE[2] = {2, 3};

static stoner_image *ramp(const uint8_t *mask) {
    stoner_image *image = NULL;
    CHECK_STATUS(stoner_image_from_data(NULL, PIXELS, STONER_F64, 2, SHAPE, NULL, mask, &image), STONER_OK);
    return image;
}

static void getters(void) {
    stoner_image *image = ramp(NULL);
    int32_t ndim = -1, dtype = -1;
    int64_t size = -1, shape[STONER_MAX_NDIM] = {0}, rank = -1;
    CHECK_STATUS(stoner_image_ndim(NULL, image, &ndim), STONER_OK);
    CHECK_STATUS(stoner_image_dtype(NULL, image, &dtype), STONER_OK);
    CHECK_STATUS(stoner_image_size(NULL, image, &size), STONER_OK);
    CHECK_STATUS(stoner_image_shape(NULL, image, shape, STONER_MAX_NDIM, &rank), STONER_OK);
    CHECK(ndim == 2 && dtype == STONER_F64 && size == 6 && rank == 2 && shape[0] == 2 && shape[1] == 3);
    rank = -1;
    CHECK_STATUS(stoner_image_shape(NULL, image, NULL, 0, &rank), STONER_OK);
    CHECK(rank == 2);
    shape[0] = 77, rank = -1;
    CHECK_STATUS(stoner_image_shape(NULL, image, shape, 1, &rank), STONER_ERR_BUFFER_TOO_SMALL);
    CHECK(rank == 2 && shape[0] == 77);
    CHECK_STATUS(stoner_image_free(image), STONER_OK);
}

/* Every dtype in, as every dtype out. */
static void all_dtypes(void) {
    static const int64_t n[1] = {3};
    static const double reals[3] = {0, 1, 100};
    int32_t from, to;
    stoner_image *doubles = NULL;
    CHECK_STATUS(stoner_image_from_data(NULL, reals, STONER_F64, 1, n, NULL, NULL, &doubles), STONER_OK);
    for (from = STONER_BOOL; from <= STONER_C128; from++) {
        unsigned char raw[3 * 16];
        stoner_image *image = NULL;
        CHECK_STATUS(stoner_image_read(NULL, doubles, from, NULL, raw, sizeof raw), STONER_OK);
        CHECK_STATUS(stoner_image_from_data(NULL, raw, from, 1, n, NULL, NULL, &image), STONER_OK);
        for (to = STONER_BOOL; to <= STONER_C128; to++) {
            unsigned char converted[3 * 16];
            double back[3];
            double last = from == STONER_BOOL || to == STONER_BOOL ? 1 : 100;
            stoner_image *again = NULL;
            CHECK_STATUS(stoner_image_read(NULL, image, to, NULL, converted, sizeof converted), STONER_OK);
            CHECK_STATUS(stoner_image_from_data(NULL, converted, to, 1, n, NULL, NULL, &again), STONER_OK);
            CHECK_STATUS(stoner_image_read(NULL, again, STONER_F64, NULL, back, sizeof back), STONER_OK);
            CHECK(back[0] == 0 && back[1] == 1 && back[2] == last);
            stoner_image_free(again);
        }
        stoner_image_free(image);
    }
    stoner_image_free(doubles);
}

static void layouts(void) {
    stoner_image *image = ramp(NULL), *copy = NULL;
    static const int64_t column_major[2] = {8, 16};
    double matrix[6], guarded[8] = {0, 0, 0, 0, 0, 0, -1, -1};
    int32_t equal = 0;
    int64_t backwards[2] = {-24, -8};
    float small[6];
    CHECK_STATUS(stoner_image_read(NULL, image, STONER_F64, column_major, matrix, sizeof matrix), STONER_OK);
    CHECK(matrix[0] == 1 && matrix[1] == 4 && matrix[2] == 2 && matrix[3] == 5 && matrix[4] == 3 && matrix[5] == 6);
    CHECK_STATUS(stoner_image_from_data(NULL, matrix, STONER_F64, 2, SHAPE, column_major, NULL, &copy), STONER_OK);
    CHECK_STATUS(stoner_image_equal(NULL, image, copy, 1, &equal), STONER_OK);
    CHECK(equal == 1);
    stoner_image_free(copy);
    CHECK_STATUS(stoner_image_from_data(NULL, PIXELS + 5, STONER_F64, 2, SHAPE, backwards, NULL, &copy), STONER_OK);
    CHECK_STATUS(stoner_image_read(NULL, copy, 0, NULL, guarded, 6 * 8), STONER_OK);
    CHECK(guarded[0] == 6 && guarded[5] == 1 && guarded[6] == -1);
    CHECK_STATUS(stoner_image_read(NULL, copy, STONER_F64, backwards, guarded, 6 * 8), STONER_ERR_INVALID_ARGUMENT);
    guarded[0] = 42;
    CHECK_STATUS(stoner_image_read(NULL, copy, STONER_F64, NULL, guarded, 6 * 8 - 1), STONER_ERR_BUFFER_TOO_SMALL);
    CHECK(guarded[0] == 42);
    CHECK_STATUS(stoner_image_read(NULL, image, STONER_F32, NULL, small, sizeof small), STONER_OK);
    CHECK(small[0] == 1.0f && small[5] == 6.0f);
    stoner_image_free(copy);
    stoner_image_free(image);
}

static void masks(void) {
    static const uint8_t mask[6] = {0, 1, 0, 0, 0, 7};
    static const int64_t box[4] = {1, 3, 0, 1};
    static const int64_t outside[4] = {1, 4, 0, 1};
    static const int32_t values[2] = {20, 30};
    uint8_t seen[6] = {9, 9, 9, 9, 9, 9};
    double pixels[6];
    int64_t length = 0;
    int32_t equal = -1;
    stoner_image *image = ramp(mask), *before = NULL;
    CHECK_STATUS(stoner_image_read_mask(NULL, image, NULL, 0, &length), STONER_OK);
    CHECK(length == 6);
    CHECK_STATUS(stoner_image_read_mask(NULL, image, seen, 6, NULL), STONER_OK);
    CHECK(seen[0] == 0 && seen[1] == 1 && seen[5] == 1);
    CHECK_STATUS(stoner_image_read_mask(NULL, image, seen, 5, &length), STONER_ERR_BUFFER_TOO_SMALL);

    CHECK_STATUS(stoner_image_clone(NULL, image, &before), STONER_OK);
    CHECK_STATUS(stoner_image_write(NULL, image, box, values, STONER_I32, NULL), STONER_OK);
    CHECK_STATUS(stoner_image_read(NULL, image, STONER_F64, NULL, pixels, sizeof pixels), STONER_OK);
    CHECK(pixels[0] == 1 && pixels[1] == 20 && pixels[2] == 30 && pixels[3] == 4);
    CHECK_STATUS(stoner_image_read_mask(NULL, image, seen, 6, NULL), STONER_OK);
    CHECK(seen[1] == 0 && seen[5] == 1);
    CHECK_STATUS(stoner_image_read(NULL, before, STONER_F64, NULL, pixels, sizeof pixels), STONER_OK);
    CHECK(pixels[1] == 2);
    CHECK_STATUS(stoner_image_equal(NULL, image, before, 0, &equal), STONER_OK);
    CHECK(equal == 0);
    CHECK_STATUS(stoner_image_write(NULL, image, outside, values, STONER_I32, NULL), STONER_ERR_OUT_OF_RANGE);

    CHECK_STATUS(stoner_image_write_mask(NULL, image, seen, 5), STONER_ERR_SHAPE);
    CHECK_STATUS(stoner_image_write_mask(NULL, image, NULL, 0), STONER_OK);
    CHECK_STATUS(stoner_image_read_mask(NULL, image, seen, 6, NULL), STONER_OK);
    CHECK(memcmp(seen, "\0\0\0\0\0\0", 6) == 0);
    stoner_image_free(before);
    stoner_image_free(image);
}

/* Integers that a double cannot represent are stored and read back exactly. */
static void whole_numbers(void) {
    static const int64_t n[1] = {2};
    static const uint8_t mask[2] = {1, 0};
    const uint64_t values[2] = {0, UINT64_MAX}, low = ((uint64_t)1 << 53) + 1, fill = UINT64_MAX - 1, most = UINT64_MAX - 2;
    const int64_t negative = -1;
    uint64_t read[2] = {0, 0}, found = 0;
    int64_t place = 1, signed_found = 0;
    int32_t masked = -1;
    stoner_image *image = NULL, *out = NULL;
    CHECK_STATUS(stoner_image_from_data(NULL, values, STONER_U64, 1, n, NULL, mask, &image), STONER_OK);
    CHECK_STATUS(stoner_image_item_as(NULL, image, &place, 1, STONER_U64, &found, &masked), STONER_OK);
    CHECK(found == UINT64_MAX && masked == 0);
    CHECK_STATUS(stoner_image_item_as(NULL, image, &place, 1, STONER_I64, &signed_found, NULL), STONER_ERR_OUT_OF_RANGE);
    CHECK(signed_found == 0);
    CHECK_STATUS(stoner_image_filled_as(NULL, image, STONER_U64, &fill, &out), STONER_OK);
    CHECK_STATUS(stoner_image_read(NULL, out, STONER_U64, NULL, read, sizeof read), STONER_OK);
    CHECK(read[0] == UINT64_MAX - 1 && read[1] == UINT64_MAX);
    stoner_image_free(out);
    CHECK_STATUS(stoner_image_set_fill_value_as(NULL, image, 0, &low), STONER_OK);
    CHECK_STATUS(stoner_image_fill_value_as(NULL, image, 0, &found), STONER_OK);
    CHECK(found == low);
    CHECK_STATUS(stoner_image_set_fill_value_as(NULL, image, STONER_I64, &negative), STONER_ERR_OUT_OF_RANGE);
    CHECK_STATUS(stoner_image_max(NULL, image, NULL, 0, STONER_FILL_OWN, 0, 0, &out), STONER_OK);
    CHECK_STATUS(stoner_image_item_as(NULL, out, NULL, 0, STONER_U64, &found, NULL), STONER_OK);
    CHECK(found == UINT64_MAX);
    stoner_image_free(out);
    CHECK_STATUS(stoner_image_clip_as(NULL, image, STONER_U64, &low, 0, NULL, &out), STONER_OK);
    CHECK_STATUS(stoner_image_read(NULL, out, STONER_U64, NULL, read, sizeof read), STONER_OK);
    CHECK(read[0] == low && read[1] == UINT64_MAX);
    stoner_image_free(out);
    CHECK_STATUS(stoner_image_itemset_as(NULL, image, &place, 1, STONER_U64, &low), STONER_OK);
    CHECK_STATUS(stoner_image_read(NULL, image, STONER_U64, NULL, read, sizeof read), STONER_OK);
    CHECK(read[1] == low);
    CHECK_STATUS(stoner_image_fill_as(NULL, image, STONER_U64, &most), STONER_OK);
    CHECK_STATUS(stoner_image_read(NULL, image, STONER_U64, NULL, read, sizeof read), STONER_OK);
    CHECK(read[0] == UINT64_MAX - 2 && read[1] == UINT64_MAX - 2);
    /* Nothing at the address: what is optional has its default, what is needed is an error. */
    CHECK_STATUS(stoner_image_fill_as(NULL, image, STONER_U64, NULL), STONER_ERR_NULL_POINTER);
    CHECK_STATUS(stoner_image_itemset_as(NULL, image, &place, 1, STONER_U64, NULL), STONER_ERR_NULL_POINTER);
    CHECK_STATUS(stoner_image_item_as(NULL, image, &place, 1, STONER_U64, NULL, NULL), STONER_ERR_NULL_POINTER);
    CHECK_STATUS(stoner_image_fill_value_as(NULL, image, STONER_U64, NULL), STONER_ERR_NULL_POINTER);
    CHECK_STATUS(stoner_image_fill_as(NULL, image, 99, &most), STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(stoner_image_clip_as(NULL, image, 0, NULL, 0, NULL, &out), STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(stoner_image_set_fill_value_as(NULL, image, 0, NULL), STONER_OK);
    CHECK_STATUS(stoner_image_fill_value_as(NULL, image, STONER_U64, &found), STONER_OK);
    CHECK(found == 999999);
    CHECK_STATUS(stoner_image_free(image), STONER_OK);
}

static void lending(void) {
    stoner_image *image = ramp(NULL), *flipped = NULL, *clone = NULL;
    const void *data = NULL, *same = NULL;
    int64_t strides[STONER_MAX_NDIM];
    static const double nine = 9;
    static const int64_t corner[4] = {0, 1, 0, 1};
    CHECK_STATUS(stoner_image_data(NULL, image, &data, NULL), STONER_OK);
    CHECK(((const double *)data)[5] == 6);
    CHECK_STATUS(stoner_image_flip_h(NULL, image, &flipped), STONER_OK);
    CHECK_STATUS(stoner_image_data(NULL, flipped, &same, NULL), STONER_ERR_UNSUPPORTED);
    CHECK_STATUS(stoner_image_data(NULL, flipped, &same, strides), STONER_OK);
    CHECK(strides[0] == 24 && strides[1] == -8 && *(const double *)same == 3);
    CHECK((const double *)same == (const double *)data + 2);
    /* Changes of a clone, or of the storage of the first image's clone, do not affect lent pixels. */
    CHECK_STATUS(stoner_image_clone(NULL, image, &clone), STONER_OK);
    CHECK_STATUS(stoner_image_write(NULL, clone, corner, &nine, STONER_F64, NULL), STONER_OK);
    CHECK(*(const double *)data == 1);
    stoner_image_free(flipped);
    stoner_image_free(clone);
    CHECK(*(const double *)data == 1);
    stoner_image_free(image);
}

static void names(void) {
    stoner_image *image = ramp(NULL);
    char text[16] = "untouched";
    int64_t length = -1;
    CHECK_STATUS(stoner_image_title(NULL, image, text, sizeof text, &length), STONER_OK);
    CHECK(length == 0 && text[0] == '\0');
    CHECK_STATUS(stoner_image_set_filename(NULL, image, "/data/scan_7.hdf5"), STONER_OK);
    CHECK_STATUS(stoner_image_title(NULL, image, text, sizeof text, &length), STONER_OK);
    CHECK(strcmp(text, "scan_7.hdf5") == 0);
    CHECK_STATUS(stoner_image_set_title(NULL, image, "\xc2\xb5-magnet"), STONER_OK);
    CHECK_STATUS(stoner_image_title(NULL, image, text, 9, &length), STONER_ERR_BUFFER_TOO_SMALL);
    CHECK(length == 9 && strcmp(text, "scan_7.hdf5") == 0);
    CHECK_STATUS(stoner_image_title(NULL, image, text, 10, &length), STONER_OK);
    CHECK(strcmp(text, "\xc2\xb5-magnet") == 0);
    CHECK_STATUS(stoner_image_set_title(NULL, image, "\xb5"), STONER_ERR_INVALID_UTF8);
    CHECK_STATUS(stoner_image_set_title(NULL, image, NULL), STONER_OK);
    CHECK_STATUS(stoner_image_title(NULL, image, NULL, 0, &length), STONER_OK);
    CHECK(length == 11);
    stoner_image_free(image);
}

static void planes_and_map(void) {
    static const double origin[2] = {10, 20}, step[4] = {0.5, 0, 0, -0.25};
    static const int64_t box[4] = {1, 3, 1, 2};
    static const double bad[4] = {0.5, 0, NAN, 1};
    double got_origin[2], got_step[4], x = 0, y = 0, width, height, value[2];
    char text[32];
    int64_t n = -1;
    stoner_image *image = ramp(NULL), *plane = ramp(NULL), *cropped = NULL, *got = NULL, *wrong = NULL;
    CHECK_STATUS(stoner_image_map(NULL, image, got_origin, got_step), STONER_ERR_NO_RESULT);
    CHECK_STATUS(stoner_image_set_map(NULL, image, origin, bad, NULL, NULL, NULL, NULL), STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(stoner_image_set_map(NULL, image, origin, step, "a", "a", NULL, NULL), STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(stoner_image_set_map(NULL, image, origin, step, NULL, "zone_plate", "um", NULL), STONER_OK);
    CHECK_STATUS(stoner_image_set_plane(NULL, image, "drift", plane, "nm"), STONER_OK);
    CHECK_STATUS(stoner_image_crop(NULL, image, box, &cropped), STONER_OK);
    CHECK_STATUS(stoner_image_map(NULL, cropped, got_origin, got_step), STONER_OK);
    CHECK(got_origin[0] == 10.5 && got_origin[1] == 19.75 && memcmp(got_step, step, sizeof step) == 0);
    CHECK_STATUS(stoner_image_position(NULL, cropped, 1, 0, &x, &y), STONER_OK);
    CHECK(x == 11 && y == 19.75);
    CHECK_STATUS(stoner_image_pixel_size(NULL, cropped, &width, &height), STONER_OK);
    CHECK(width == 0.5 && height == 0.25);
    CHECK_STATUS(stoner_image_map_name(NULL, cropped, 1, text, sizeof text, NULL), STONER_OK);
    CHECK(strcmp(text, "zone_plate") == 0);
    CHECK_STATUS(stoner_image_map_unit(NULL, cropped, 0, text, sizeof text, NULL), STONER_OK);
    CHECK(strcmp(text, "um") == 0);
    CHECK_STATUS(stoner_image_map_unit(NULL, cropped, 2, text, sizeof text, NULL), STONER_ERR_INVALID_ARGUMENT);

    CHECK_STATUS(stoner_image_plane_count(NULL, cropped, &n), STONER_OK);
    CHECK(n == 1);
    CHECK_STATUS(stoner_image_plane_name(NULL, cropped, 0, text, sizeof text, NULL), STONER_OK);
    CHECK(strcmp(text, "drift") == 0);
    CHECK_STATUS(stoner_image_plane_name(NULL, cropped, 1, text, sizeof text, NULL), STONER_ERR_OUT_OF_RANGE);
    CHECK_STATUS(stoner_image_plane_unit(NULL, cropped, "drift", text, sizeof text, NULL), STONER_OK);
    CHECK(strcmp(text, "nm") == 0);
    CHECK_STATUS(stoner_image_plane(NULL, cropped, "drift", &got), STONER_OK);
    CHECK_STATUS(stoner_image_read(NULL, got, STONER_F64, NULL, value, sizeof value), STONER_OK);
    CHECK(value[0] == 5 && value[1] == 6);
    CHECK_STATUS(stoner_image_set_plane(NULL, image, "wrong", got, NULL), STONER_ERR_SHAPE);
    CHECK_STATUS(stoner_image_plane(NULL, cropped, "none", &wrong), STONER_ERR_KEY_NOT_FOUND);
    CHECK(wrong == NULL && strstr(stoner_last_error(NULL), "drift") != NULL);
    CHECK_STATUS(stoner_image_remove_plane(NULL, cropped, "drift"), STONER_OK);
    CHECK_STATUS(stoner_image_remove_plane(NULL, cropped, "drift"), STONER_ERR_KEY_NOT_FOUND);
    CHECK_STATUS(stoner_image_set_map(NULL, cropped, NULL, NULL, NULL, NULL, NULL, NULL), STONER_OK);
    CHECK_STATUS(stoner_image_position(NULL, cropped, 0, 0, &x, &y), STONER_ERR_NO_RESULT);
    stoner_image_free(image);
    stoner_image_free(plane);
    stoner_image_free(cropped);
    stoner_image_free(got);
}

static void sizes_that_overflow(void) {
    static const int64_t huge[2] = {INT64_MAX / 2, INT64_MAX / 2};
    static const int64_t large[2] = {INT64_C(1) << 31, INT64_C(1) << 31};
    static const int64_t negative[2] = {-1, 2};
    stoner_image *image = NULL;
    CHECK_STATUS(stoner_image_from_data(NULL, PIXELS, STONER_F64, 2, huge, NULL, NULL, &image), STONER_ERR_NO_MEMORY);
    CHECK_STATUS(stoner_image_from_data(NULL, PIXELS, STONER_F64, 2, large, NULL, NULL, &image), STONER_ERR_NO_MEMORY);
    CHECK_STATUS(stoner_image_from_data(NULL, PIXELS, STONER_F64, 2, negative, NULL, NULL, &image),
                 STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(stoner_image_from_data(NULL, PIXELS, STONER_F64, 9, SHAPE, NULL, NULL, &image),
                 STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(stoner_image_from_data(NULL, PIXELS, 14, 2, SHAPE, NULL, NULL, &image), STONER_ERR_INVALID_ARGUMENT);
    CHECK(image == NULL);
}

static void contexts(void) {
    stoner_context *a = NULL, *b = NULL;
    int64_t kept = -1, dropped = -1, length = -1;
    int32_t flag = -1, threads = 0;
    double fraction = -1;
    char text[8];
    int32_t ndim;
    CHECK_STATUS(stoner_context_new(NULL, &a), STONER_OK);
    CHECK_STATUS(stoner_context_new(NULL, &b), STONER_OK);
    CHECK(strcmp(stoner_last_error(a), "") == 0 && stoner_last_error_status(a) == STONER_OK);
    CHECK_STATUS(stoner_image_ndim(a, NULL, &ndim), STONER_ERR_NULL_POINTER);
    CHECK(strstr(stoner_last_error(a), "image") != NULL && strcmp(stoner_last_error(b), "") == 0);
    CHECK(stoner_last_error_status(a) == STONER_ERR_NULL_POINTER);
    CHECK_STATUS(stoner_last_error_read(a, text, sizeof text, &length), STONER_ERR_BUFFER_TOO_SMALL);
    CHECK(length == (int64_t)strlen(stoner_last_error(a)));
    CHECK_STATUS(stoner_context_warning_count(a, &kept, &dropped), STONER_OK);
    CHECK(kept == 0 && dropped == 0);
    CHECK_STATUS(stoner_context_warning(a, 0, text, sizeof text, NULL), STONER_ERR_OUT_OF_RANGE);
    CHECK_STATUS(stoner_context_clear_error(a), STONER_OK);
    CHECK(stoner_last_error_status(a) == STONER_OK);
    CHECK_STATUS(stoner_context_set_threads(a, 3), STONER_OK);
    CHECK_STATUS(stoner_context_threads(a, &threads), STONER_OK);
    CHECK(threads == 3);
    int64_t bytes = 0;
    CHECK_STATUS(stoner_context_memory_limit(a, &bytes), STONER_OK);
    CHECK(bytes == 268435456);
    CHECK_STATUS(stoner_context_set_memory_limit(a, -1), STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(stoner_context_set_memory_limit(a, 1 << 20), STONER_OK);
    CHECK_STATUS(stoner_context_memory_limit(a, &bytes), STONER_OK);
    CHECK(bytes == 1 << 20);
    CHECK_STATUS(stoner_context_set_threads(a, -1), STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(stoner_context_cancel(a), STONER_OK);
    CHECK_STATUS(stoner_context_is_cancelled(a, &flag), STONER_OK);
    CHECK(flag == 1);
    CHECK_STATUS(stoner_context_reset_cancel(a), STONER_OK);
    CHECK_STATUS(stoner_context_is_cancelled(a, &flag), STONER_OK);
    CHECK(flag == 0);
    CHECK_STATUS(stoner_context_progress(a, &fraction), STONER_OK);
    CHECK(fraction == 0);
    CHECK_STATUS(stoner_context_free(a), STONER_OK);
    CHECK_STATUS(stoner_context_free(a), STONER_ERR_INVALID_HANDLE);
    CHECK(strstr(stoner_last_error(NULL), "freed") != NULL);
    CHECK_STATUS(stoner_image_ndim(a, NULL, &ndim), STONER_ERR_INVALID_HANDLE);
    CHECK_STATUS(stoner_context_free(b), STONER_OK);
    CHECK_STATUS(stoner_context_free(NULL), STONER_OK);
}

int main(void) {
    CHECK(stoner_version_number() == STONER_VERSION_NUMBER);
    CHECK(strcmp(stoner_status_text(STONER_OK), "success") == 0);
    CHECK(strlen(stoner_status_text(STONER_ERR_SHAPE)) > 5 && stoner_status_text(-7) != NULL);
    RUN(getters);
    RUN(all_dtypes);
    RUN(layouts);
    RUN(masks);
    RUN(whole_numbers);
    RUN(lending);
    RUN(names);
    RUN(planes_and_map);
    RUN(sizes_that_overflow);
    RUN(contexts);
    return finish();
}
