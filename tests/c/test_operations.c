/* Operations through the C interface, against values computed by hand. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"
#include "stoner.h"

typedef int32_t (*operation)(stoner_context *, const stoner_image *, stoner_image **);

static stoner_image *make(const double *pixels, int64_t rows, int64_t columns, const uint8_t *mask) {
    const int64_t shape[2] = {rows, columns};
    stoner_image *image = NULL;
    CHECK_STATUS(stoner_image_from_data(NULL, pixels, STONER_F64, 2, shape, NULL, mask, &image), STONER_OK);
    return image;
}

static void expect(const stoner_image *image, int64_t rows, int64_t columns, const double *pixels) {
    double got[64];
    int64_t shape[STONER_MAX_NDIM] = {0}, i;
    CHECK_STATUS(stoner_image_shape(NULL, image, shape, STONER_MAX_NDIM, NULL), STONER_OK);
    CHECK(shape[0] == rows && shape[1] == columns);
    CHECK_STATUS(stoner_image_read(NULL, image, STONER_F64, NULL, got, sizeof got), STONER_OK);
    for (i = 0; i < rows * columns; i++) {
        CHECK(fabs(got[i] - pixels[i]) < 1e-15 || (isnan(got[i]) && isnan(pixels[i])));
    }
}

static void turns(void) {
    static const double pixels[6] = {1, 2, 3, 4, 5, 6};
    static const struct {
        operation apply;
        int64_t rows, columns;
        double pixels[6];
        double corner[2]; /* where the result's first pixel was: column, row */
    } cases[] = {
        {stoner_image_cw, 3, 2, {4, 1, 5, 2, 6, 3}, {0, 1}},
        {stoner_image_ccw, 3, 2, {3, 6, 2, 5, 1, 4}, {2, 0}},
        {stoner_image_flip_h, 2, 3, {3, 2, 1, 6, 5, 4}, {2, 0}},
        {stoner_image_flip_v, 2, 3, {4, 5, 6, 1, 2, 3}, {0, 1}},
        {stoner_image_transpose, 3, 2, {1, 4, 2, 5, 3, 6}, {0, 0}},
    };
    static const double origin[2] = {100, 200}, step[4] = {1, 0, 0, 1};
    stoner_image *image = make(pixels, 2, 3, NULL);
    size_t i;
    CHECK_STATUS(stoner_image_set_map(NULL, image, origin, step, NULL, NULL, NULL, NULL), STONER_OK);
    CHECK_STATUS(stoner_image_set_plane(NULL, image, "same", image, NULL), STONER_OK);
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        stoner_image *out = NULL, *plane = NULL;
        double x = 0, y = 0;
        CHECK_STATUS(cases[i].apply(NULL, image, &out), STONER_OK);
        expect(out, cases[i].rows, cases[i].columns, cases[i].pixels);
        CHECK_STATUS(stoner_image_plane(NULL, out, "same", &plane), STONER_OK);
        expect(plane, cases[i].rows, cases[i].columns, cases[i].pixels);
        CHECK_STATUS(stoner_image_position(NULL, out, 0, 0, &x, &y), STONER_OK);
        CHECK(x == 100 + cases[i].corner[0] && y == 200 + cases[i].corner[1]);
        stoner_image_free(out);
        stoner_image_free(plane);
    }
    stoner_image_free(image);
}

static void crops(void) {
    static const int64_t shape[2] = {20, 40}, open[4] = {STONER_EXTENT, 3, 18, STONER_EXTENT};
    static const int64_t inverted[4] = {5, 4, 0, 1}, beyond[4] = {-5, 400, 10, 12}, from_end[4] = {5, -15, 5, -5};
    static const double quarter[4] = {0.25, 0.5, NAN, 0.1};
    int64_t box[4] = {0}, got[STONER_MAX_NDIM] = {0};
    double *zeros = calloc(800, sizeof *zeros), aspect = 0, centre[2] = {0};
    stoner_image *image = NULL, *out = NULL;
    stoner_metadata *m = NULL, *list = NULL;
    CHECK(zeros != NULL);
    CHECK_STATUS(stoner_image_from_data(NULL, zeros, STONER_F64, 2, shape, NULL, NULL, &image), STONER_OK);
    free(zeros);
    CHECK_STATUS(stoner_image_crop(NULL, image, open, &out), STONER_OK);
    CHECK_STATUS(stoner_image_shape(NULL, out, got, STONER_MAX_NDIM, NULL), STONER_OK);
    CHECK(got[0] == 2 && got[1] == 3);
    stoner_image_free(out);
    CHECK_STATUS(stoner_image_crop(NULL, image, beyond, &out), STONER_OK);
    CHECK_STATUS(stoner_image_shape(NULL, out, got, STONER_MAX_NDIM, NULL), STONER_OK);
    CHECK(got[0] == 2 && got[1] == 5);
    stoner_image_free(out);
    CHECK_STATUS(stoner_image_crop(NULL, image, from_end, &out), STONER_OK);
    CHECK_STATUS(stoner_image_shape(NULL, out, got, STONER_MAX_NDIM, NULL), STONER_OK);
    CHECK(got[0] == 10 && got[1] == 20);
    stoner_image_free(out);
    out = NULL;
    CHECK_STATUS(stoner_image_crop(NULL, image, inverted, &out), STONER_ERR_OUT_OF_RANGE);
    CHECK(out == NULL && strstr(stoner_last_error(NULL), "40 columns") != NULL);

    CHECK_STATUS(stoner_image_box_from_border(NULL, image, 3, box), STONER_OK);
    CHECK(box[0] == 3 && box[1] == 37 && box[2] == 3 && box[3] == 17);
    CHECK_STATUS(stoner_image_box_from_border(NULL, image, 10, box), STONER_ERR_OUT_OF_RANGE);
    CHECK_STATUS(stoner_image_box_from_border_fraction(NULL, image, 0.1, box), STONER_OK);
    CHECK(box[0] == 2 && box[1] == 38 && box[2] == 1 && box[3] == 19);
    CHECK_STATUS(stoner_image_box_from_fraction(NULL, image, quarter, box), STONER_OK);
    CHECK(box[0] == 10 && box[1] == 20 && box[2] == 0 && box[3] == 2);
    CHECK_STATUS(stoner_image_max_box(NULL, image, box), STONER_OK);
    CHECK(box[0] == 0 && box[1] == 40 && box[2] == 0 && box[3] == 20);
    CHECK_STATUS(stoner_image_aspect(NULL, image, &aspect), STONER_OK);
    CHECK(aspect == 2);
    CHECK_STATUS(stoner_image_centre(NULL, image, centre), STONER_OK);
    CHECK(centre[0] == 10 && centre[1] == 20);

    CHECK_STATUS(stoner_image_metadata(NULL, image, &m), STONER_OK);
    CHECK_STATUS(stoner_metadata_new(NULL, &list), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_i64(NULL, list, "xmin", 4), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_none(NULL, list, "xmax"), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_f64(NULL, list, "ymin", 0.5), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_f64(NULL, list, "ymax", 15.6), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_tuple(NULL, m, "region", list), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_string(NULL, m, "text", "4"), STONER_OK);
    CHECK_STATUS(stoner_image_set_metadata(NULL, image, m), STONER_OK);
    CHECK_STATUS(stoner_image_box_from_metadata(NULL, image, "region", box), STONER_OK);
    CHECK(box[0] == 4 && box[1] == 40 && box[2] == 10 && box[3] == 16);
    CHECK_STATUS(stoner_image_box_from_metadata(NULL, image, "text", box), STONER_ERR_METADATA_TYPE);
    CHECK_STATUS(stoner_image_box_from_metadata(NULL, image, "nowhere", box), STONER_ERR_KEY_NOT_FOUND);
    stoner_metadata_free(m);
    stoner_metadata_free(list);
    stoner_image_free(image);
}

static void intensities(void) {
    static const double pixels[4] = {-2, 0.5, 0.25, 3};
    static const double clipped[4] = {-1, 0.5, 0.25, 1}, positive[4] = {0, 0.5, 0.25, 1}, limited[4] = {0.3, 0.5, 0.3, 0.4 + 0.2};
    static const double limits[2] = {0.3, 0.6}, scale[2] = {0, 10}, flat[4] = {7, 7, 7, 7};
    static const double normal[4] = {0, 5, 4.5, 10};
    static const uint8_t mask[4] = {0, 0, 0, 1};
    int64_t warnings = 0;
    double low = 0, high = 0;
    uint8_t bytes[4];
    stoner_image *image = make(pixels, 2, 2, NULL), *out = NULL, *constant = make(flat, 2, 2, NULL);
    stoner_image *masked = make(pixels, 2, 2, mask);
    CHECK_STATUS(stoner_context_clear_warnings(NULL), STONER_OK);
    CHECK_STATUS(stoner_image_clip_intensity(NULL, image, 0, NULL, &out), STONER_OK);
    expect(out, 2, 2, clipped);
    stoner_image_free(out);
    CHECK_STATUS(stoner_context_warning_count(NULL, &warnings, NULL), STONER_OK);
    CHECK(warnings == 1);
    CHECK_STATUS(stoner_image_clip_intensity(NULL, image, 1, NULL, &out), STONER_OK);
    expect(out, 2, 2, positive);
    stoner_image_free(out);
    CHECK_STATUS(stoner_image_clip_intensity(NULL, image, 0, limits, &out), STONER_OK);
    expect(out, 2, 2, limited);
    stoner_image_free(out);
    CHECK_STATUS(stoner_image_normalise(NULL, image, scale, NULL, NULL, 0, &out), STONER_OK);
    expect(out, 2, 2, normal);
    stoner_image_free(out);
    out = NULL;
    CHECK_STATUS(stoner_image_normalise(NULL, constant, NULL, NULL, NULL, 0, &out), STONER_ERR_NO_RESULT);
    CHECK(out == NULL && strstr(stoner_last_error(NULL), "constant") != NULL);
    CHECK_STATUS(stoner_image_span(NULL, masked, &low, &high), STONER_OK);
    CHECK(low == -2 && high == 0.5);
    CHECK_STATUS(stoner_image_asfloat(NULL, image, 1, 0, 1, &out), STONER_OK);
    expect(out, 2, 2, positive);
    stoner_image_free(out);
    CHECK_STATUS(stoner_image_convert(NULL, image, STONER_U8, 0, 0, 1, &out), STONER_OK);
    CHECK_STATUS(stoner_image_read(NULL, out, 0, NULL, bytes, sizeof bytes), STONER_OK);
    CHECK(bytes[0] == 0 && bytes[1] == 128 && bytes[2] == 64 && bytes[3] == 255);
    stoner_image_free(out);
    stoner_image_free(image);
    stoner_image_free(constant);
    stoner_image_free(masked);
}

static void dichroism(void) {
    static const double plus[4] = {3, 5, 0, 2}, minus[4] = {1, 5, 0, 6};
    static const double contrast[4] = {0.5, 0, 0, -0.5};
    stoner_image *a = make(plus, 2, 2, NULL), *b = make(minus, 2, 2, NULL), *out = NULL, *small = NULL;
    static const int64_t box[4] = {0, 1, 0, 1};
    uint8_t mask[4];
    double values[4];
    int32_t p = 9, i;
    CHECK_STATUS(stoner_image_polarization(NULL, a, &p), STONER_OK);
    CHECK(p == 0);
    CHECK_STATUS(stoner_image_xmcd(NULL, a, b, &out), STONER_ERR_POLARIZATION);
    CHECK_STATUS(stoner_image_metadata_set_f64(NULL, a, "collection.polarization.value", 0.2), STONER_OK);
    CHECK_STATUS(stoner_image_metadata_set_f64(NULL, b, "collection.polarization.value", 0.2), STONER_OK);
    CHECK_STATUS(stoner_image_xmcd(NULL, a, b, &out), STONER_ERR_POLARIZATION);
    CHECK_STATUS(stoner_image_metadata_set_f64(NULL, b, "collection.polarization.value", -0.2), STONER_OK);
    CHECK_STATUS(stoner_image_crop(NULL, b, box, &small), STONER_OK);
    CHECK_STATUS(stoner_image_xmcd(NULL, a, small, &out), STONER_ERR_SHAPE);
    CHECK(out == NULL);
    CHECK_STATUS(stoner_image_xmcd(NULL, a, b, &out), STONER_OK);
    CHECK_STATUS(stoner_image_read(NULL, out, STONER_F64, NULL, values, sizeof values), STONER_OK);
    CHECK_STATUS(stoner_image_read_mask(NULL, out, mask, 4, NULL), STONER_OK);
    CHECK(mask[0] == 0 && mask[1] == 0 && mask[2] == 1 && mask[3] == 0);
    for (i = 0; i < 4; i++) {
        CHECK(mask[i] || values[i] == contrast[i]);
    }
    CHECK_STATUS(stoner_image_polarization(NULL, out, &p), STONER_OK);
    CHECK(p == 1);
    stoner_image_free(out);
    /* In the other order: the same contrast, with the metadata of the first. */
    CHECK_STATUS(stoner_image_xmcd(NULL, b, a, &out), STONER_OK);
    CHECK_STATUS(stoner_image_read(NULL, out, STONER_F64, NULL, values, sizeof values), STONER_OK);
    CHECK(values[0] == 0.5 && values[3] == -0.5);
    CHECK_STATUS(stoner_image_polarization(NULL, out, &p), STONER_OK);
    CHECK(p == -1);
    stoner_image_free(a);
    stoner_image_free(b);
    stoner_image_free(small);
    stoner_image_free(out);
}

/* Image operations take rank 2 or 3. */
static void ranks(void) {
    static const double pixels[8] = {1, 2, 3, 4, 5, 6, 7, 8};
    static const int64_t shape[3] = {2, 2, 2};
    stoner_image *stack = NULL, *line = NULL, *out = NULL;
    double values[8];
    CHECK_STATUS(stoner_image_from_data(NULL, pixels, STONER_F64, 3, shape, NULL, NULL, &stack), STONER_OK);
    CHECK_STATUS(stoner_image_from_data(NULL, pixels, STONER_F64, 1, shape, NULL, NULL, &line), STONER_OK);
    CHECK_STATUS(stoner_image_cw(NULL, line, &out), STONER_ERR_SHAPE);
    CHECK(out == NULL && strstr(stoner_last_error(NULL), "rank 2 or 3") != NULL);
    CHECK_STATUS(stoner_image_cw(NULL, stack, &out), STONER_OK);
    CHECK_STATUS(stoner_image_read(NULL, out, STONER_F64, NULL, values, sizeof values), STONER_OK);
    CHECK(values[0] == 3 && values[1] == 1 && values[4] == 7 && values[7] == 6);
    stoner_image_free(out);
    stoner_image_free(stack);
    stoner_image_free(line);
}

TEST(arithmetic) {
    static const double pixels[6] = {1, 4, 9, 16, 25, 36}, halves[6] = {0.5, 2, 4.5, 8, 12.5, 18}, roots[6] = {1, 2, 3, 4, 5, 6};
    static const double inverse[6] = {36, 9, 4, 2.25, 1.44, 1}, above[6] = {0, 0, 0, 1, 1, 1}, picked[6] = {1, 2, 3, 16, 25, 36};
    static const double row[3] = {1, 4, 9}, differences[6] = {0, 0, 0, 15, 21, 27};
    stoner_image *image = make(pixels, 2, 3, NULL), *first = make(row, 1, 3, NULL), *out = NULL, *mask = NULL, *root = NULL;
    CHECK_STATUS(stoner_image_arithmetic_scalar(NULL, image, STONER_ARITHMETIC_DIVIDE, 2, 0, 0, &out), STONER_OK);
    expect(out, 2, 3, halves);
    stoner_image_free(out);
    CHECK_STATUS(stoner_image_arithmetic_scalar(NULL, image, STONER_ARITHMETIC_DIVIDE, 36, 1, 0, &out), STONER_OK);
    expect(out, 2, 3, inverse);
    stoner_image_free(out);
    CHECK_STATUS(stoner_image_arithmetic(NULL, image, STONER_ARITHMETIC_SUBTRACT, first, 0, &out), STONER_OK);
    expect(out, 2, 3, differences);
    stoner_image_free(out);
    CHECK_STATUS(stoner_image_math(NULL, image, STONER_MATH_SQRT, 0, &root), STONER_OK);
    expect(root, 2, 3, roots);
    CHECK_STATUS(stoner_image_compare_scalar(NULL, image, STONER_COMPARISON_GREATER, 9, &mask), STONER_OK);
    expect(mask, 2, 3, above);
    CHECK_STATUS(stoner_image_where(NULL, mask, image, root, &out), STONER_OK);
    expect(out, 2, 3, picked);
    stoner_image_free(out);
    CHECK_STATUS(stoner_image_logic(NULL, mask, STONER_LOGIC_XOR, mask, &out), STONER_OK);
    {
        static const double none[6] = {0, 0, 0, 0, 0, 0};
        expect(out, 2, 3, none);
    }
    stoner_image_free(out);
    stoner_image_free(mask);
    stoner_image_free(root);
    stoner_image_free(first);
    stoner_image_free(image);
}

TEST(frames) {
    static const double low[2] = {1, 2}, high[2] = {3, 4};
    const stoner_image *both[2];
    stoner_image *a = make(low, 1, 2, NULL), *b = make(high, 1, 2, NULL), *stack = NULL, *frame = NULL;
    both[0] = a, both[1] = b;
    CHECK_STATUS(stoner_image_stack(NULL, both, 2, &stack), STONER_OK);
    CHECK_STATUS(stoner_image_frame(NULL, stack, 1, &frame), STONER_OK);
    expect(frame, 1, 2, high);
    stoner_image_free(frame);
    CHECK_STATUS(stoner_image_frame(NULL, stack, -2, &frame), STONER_OK);
    expect(frame, 1, 2, low);
    stoner_image_free(frame);
    stoner_image_free(stack);
    stoner_image_free(a);
    stoner_image_free(b);
}

int main(void) {
    RUN(turns);
    RUN(crops);
    RUN(intensities);
    RUN(dichroism);
    RUN(ranks);
    RUN(arithmetic);
    RUN(frames);
    return finish();
}
