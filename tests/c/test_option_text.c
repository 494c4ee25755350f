/* Options in one text, against the same options in metadata; and the report of versions. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"
#include "stoner.h"

static char folder[512];

static stoner_image *ramp(double step) {
    const int64_t shape[2] = {24, 31};
    double pixels[24 * 31];
    stoner_image *image = NULL;
    int i;
    for (i = 0; i < 24 * 31; i++) {
        pixels[i] = 3 + (i * 7919 % 97) * step;
    }
    CHECK_STATUS(stoner_image_from_data(NULL, pixels, STONER_F64, 2, shape, NULL, NULL, &image), STONER_OK);
    return image;
}

static int32_t same(const stoner_image *a, const stoner_image *b) {
    int32_t equal = 0;
    CHECK_STATUS(stoner_image_equal(NULL, a, b, 0, &equal), STONER_OK);
    return equal;
}

TEST(operations) {
    stoner_image *image = ramp(0.25), *by_text = NULL, *by_metadata = NULL, *plain = NULL;
    stoner_metadata *options = NULL;
    CHECK_STATUS(stoner_metadata_new(NULL, &options), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_f64(NULL, options, "angle", 0.3), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_string(NULL, options, "mode", "wrap"), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_i64(NULL, options, "order", 0), STONER_OK);
    CHECK_STATUS(stoner_image_apply(NULL, image, "rotate", options, &by_metadata), STONER_OK);
    CHECK_STATUS(stoner_image_apply_text(NULL, image, "rotate", " order=0;angle = 0.3 ; mode=wrap;", NULL, &by_text), STONER_OK);
    CHECK(same(by_text, by_metadata));
    stoner_image_free(by_text);
    /* Each option counts. */
    CHECK_STATUS(stoner_image_apply_text(NULL, image, "rotate", "angle=0.3; mode=wrap", NULL, &by_text), STONER_OK);
    CHECK(!same(by_text, by_metadata));
    stoner_image_free(by_text);
    /* A list in which null is the image's end. */
    CHECK_STATUS(stoner_image_apply_text(NULL, image, "crop", "box=[2, null, 3, 9]", NULL, &by_text), STONER_OK);
    CHECK_STATUS(stoner_image_apply_text(NULL, image, "cw", NULL, NULL, &plain), STONER_OK);
    stoner_image_free(plain);
    CHECK_STATUS(stoner_image_apply_text(NULL, image, "cw", "", NULL, &plain), STONER_OK);
    stoner_image_free(by_text);
    stoner_image_free(by_metadata);
    stoner_image_free(plain);
    stoner_image_free(image);
    stoner_metadata_free(options);
}

TEST(other_image) {
    stoner_image *image = ramp(0.25), *reference = ramp(0.5), *by_text = NULL, *direct = NULL;
    CHECK_STATUS(stoner_image_apply_text(NULL, image, "arithmetic", "operation=subtract", reference, &by_text), STONER_OK);
    CHECK_STATUS(stoner_image_arithmetic(NULL, image, STONER_ARITHMETIC_SUBTRACT, reference, 0, &direct), STONER_OK);
    CHECK(same(by_text, direct));
    stoner_image_free(by_text);
    stoner_image_free(direct);
    CHECK_STATUS(stoner_image_apply_text(NULL, image, "align", "method=scharr; do_shift=false", image, &by_text), STONER_OK);
    stoner_image_free(by_text);
    /* The other image comes with its metadata: polarizations are among them. */
    CHECK_STATUS(stoner_image_metadata_set_f64(NULL, image, "collection.polarization.value", 1), STONER_OK);
    CHECK_STATUS(stoner_image_metadata_set_f64(NULL, reference, "collection.polarization.value", -1), STONER_OK);
    CHECK_STATUS(stoner_image_apply_text(NULL, image, "xmcd", NULL, reference, &by_text), STONER_OK);
    CHECK_STATUS(stoner_image_xmcd(NULL, image, reference, &direct), STONER_OK);
    CHECK(same(by_text, direct));
    stoner_image_free(by_text);
    stoner_image_free(direct);
    /* Errors name what is wrong and leave no result. */
    by_text = NULL;
    CHECK_STATUS(stoner_image_apply_text(NULL, image, "align", "", NULL, &by_text), STONER_ERR_INVALID_ARGUMENT);
    CHECK(strstr(stoner_last_error(NULL), "`reference` is missing") != NULL);
    CHECK_STATUS(stoner_image_apply_text(NULL, image, "cw", "", reference, &by_text), STONER_ERR_INVALID_ARGUMENT);
    CHECK(strstr(stoner_last_error(NULL), "`other`") != NULL);
    CHECK_STATUS(stoner_image_apply_text(NULL, image, "arithmetic", "operation=subtract; b=1", reference, &by_text), STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(stoner_image_apply_text(NULL, image, "rotate", "angel=1", NULL, &by_text), STONER_ERR_INVALID_ARGUMENT);
    CHECK(strstr(stoner_last_error(NULL), "`angel`") != NULL);
    CHECK_STATUS(stoner_image_apply_text(NULL, image, "rotate", "angle", NULL, &by_text), STONER_ERR_INVALID_ARGUMENT);
    CHECK(strstr(stoner_last_error(NULL), "\"angle\" has no value") != NULL);
    CHECK_STATUS(stoner_image_apply_text(NULL, image, "rotate", "angle=1; angle=2", NULL, &by_text), STONER_ERR_INVALID_ARGUMENT);
    CHECK(by_text == NULL);
    stoner_image_free(image);
    stoner_image_free(reference);
}

static long read_file(const char *path, char **data) {
    FILE *file = fopen(path, "rb");
    long n = 0;
    *data = malloc(1 << 20);
    if (file != NULL && *data != NULL) {
        n = (long)fread(*data, 1, 1 << 20, file);
    }
    if (file != NULL) {
        fclose(file);
    }
    return n;
}

TEST(figures) {
    stoner_image *image = ramp(1);
    stoner_metadata *options = NULL;
    char one[600], two[600], *a = NULL, *b = NULL;
    int32_t type = 0;
    long n, m;
    snprintf(one, sizeof one, "%s/one.png", folder);
    snprintf(two, sizeof two, "%s/two.png", folder);
    CHECK_STATUS(stoner_metadata_new(NULL, &options), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_bool(NULL, options, "colorbar", 1), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_string(NULL, options, "cmap", "RdBu"), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_string(NULL, options, "title", "a; b = c"), STONER_OK);
    CHECK_STATUS(stoner_image_imshow(NULL, image, one, options), STONER_OK);
    CHECK_STATUS(stoner_image_imshow_text(NULL, image, two, "colorbar=true; cmap=RdBu; title=\"a; b = c\""), STONER_OK);
    n = read_file(one, &a), m = read_file(two, &b);
    CHECK(n > 0 && n == m && memcmp(a, b, (size_t)n) == 0);
    free(b);
    CHECK_STATUS(stoner_image_imshow_text(NULL, image, two, NULL), STONER_OK);
    m = read_file(two, &b);
    CHECK(m > 0 && (m != n || memcmp(a, b, (size_t)n) != 0));
    CHECK_STATUS(stoner_image_imshow_text(NULL, image, two, "colour=red"), STONER_ERR_INVALID_ARGUMENT);
    /* The same into metadata: all, or nothing where one is wrong. */
    CHECK_STATUS(stoner_metadata_set_options(NULL, options, "cmap=gray; vmin=2.5; n=4; list=[1, 2]"), STONER_OK);
    CHECK_STATUS(stoner_metadata_type(NULL, options, "vmin", &type), STONER_OK);
    CHECK(type == STONER_TYPE_F64);
    CHECK_STATUS(stoner_metadata_type(NULL, options, "list", &type), STONER_OK);
    CHECK(type == STONER_TYPE_LIST);
    CHECK_STATUS(stoner_metadata_set_options(NULL, options, "fresh=1; broken"), STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(stoner_metadata_type(NULL, options, "fresh", &type), STONER_ERR_KEY_NOT_FOUND);
    free(a);
    free(b);
    stoner_metadata_free(options);
    stoner_image_free(image);
}

TEST(report) {
    static const char *const lines[] = {"version: ", "\nfeatures: ", "\ntarget: ", "\ncompiler: rustc", "\nprocessor: ", "\ninstruction set: ", "\nHDF5 reader: ",
                                        "\nlicence: MIT OR Apache-2.0\n", "Apache License", "Bitstream Vera"};
    int64_t length = 0;
    char *text;
    size_t i;
    CHECK_STATUS(stoner_version_report(NULL, NULL, 0, &length), STONER_OK);
    text = malloc((size_t)length + 1);
    REQUIRE(text != NULL);
    CHECK_STATUS(stoner_version_report(NULL, text, length + 1, NULL), STONER_OK);
    CHECK((int64_t)strlen(text) == length);
    for (i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        CHECK(strstr(text, lines[i]) != NULL);
    }
    CHECK(strncmp(text + strlen("version: "), stoner_version(), strlen(stoner_version())) == 0);
    free(text);
}

int main(int argc, char **argv) {
    snprintf(folder, sizeof folder, "%s", argc > 1 ? argv[1] : ".");
    RUN(operations);
    RUN(other_image);
    RUN(figures);
    RUN(report);
    CHECK(stoner_live_handles() == 0);
    return finish();
}
