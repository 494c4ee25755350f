/* Every row of the section "Metadata", from C. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"
#include "stoner.h"

static char text[256];

static void expect_text(const stoner_metadata *m, const char *key, const char *type, const char *value) {
    CHECK_STATUS(stoner_metadata_type_name(NULL, m, key, text, sizeof text, NULL), STONER_OK);
    if (strcmp(text, type) != 0) printf("# %s: type '%s', not '%s'\n", key, text, type);
    CHECK(strcmp(text, type) == 0);
    CHECK_STATUS(stoner_metadata_get_text(NULL, m, key, text, sizeof text, NULL), STONER_OK);
    if (strcmp(text, value) != 0) printf("# %s: text '%s', not '%s'\n", key, text, value);
    CHECK(strcmp(text, value) == 0);
}

static void typed_values(void) {
    static const uint8_t bytes[3] = {0, 255, 7};
    static const double numbers[3] = {1, 2, 3};
    static const int64_t three[1] = {3};
    uint8_t got_bytes[3];
    int32_t flag = -1, type = -1;
    int64_t integer = -1, length = -1, n = -1;
    double re = -1, im = -1, got[3];
    stoner_metadata *m = NULL, *nested = NULL, *got_nested = NULL;
    stoner_image *array = NULL, *got_array = NULL;
    CHECK_STATUS(stoner_metadata_new(NULL, &m), STONER_OK);
    CHECK_STATUS(stoner_metadata_new(NULL, &nested), STONER_OK);
    CHECK_STATUS(stoner_image_from_data(NULL, numbers, STONER_F64, 1, three, NULL, NULL, &array), STONER_OK);

    CHECK_STATUS(stoner_metadata_set_bool(NULL, m, "bool", 1), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_bool(NULL, m, "bool", 2), STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(stoner_metadata_set_i64(NULL, m, "int", -5), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_f64(NULL, m, "float", 708.5), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_complex(NULL, m, "complex", 1, -2), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_string(NULL, m, "string", "\xc2\xb5m"), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_bytes(NULL, m, "bytes", bytes, 3), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_timestamp(NULL, m, "time", "2021-03-16T12:30:00+01:00"), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_timestamp(NULL, m, "time", "yesterday"), STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(stoner_metadata_set_array(NULL, m, "array", array), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_none(NULL, m, "none"), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_i64(NULL, nested, "a", 1), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_f64(NULL, nested, "b", 2.5), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_list(NULL, m, "list", nested), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_tuple(NULL, m, "tuple", nested), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_cluster(NULL, m, "cluster", nested), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_i64(NULL, m, "", 1), STONER_ERR_INVALID_ARGUMENT);

    CHECK_STATUS(stoner_metadata_get_bool(NULL, m, "bool", &flag), STONER_OK);
    CHECK(flag == 1);
    CHECK_STATUS(stoner_metadata_get_i64(NULL, m, "int", &integer), STONER_OK);
    CHECK(integer == -5);
    CHECK_STATUS(stoner_metadata_get_f64(NULL, m, "float", &re), STONER_OK);
    CHECK(re == 708.5);
    CHECK_STATUS(stoner_metadata_get_f64(NULL, m, "int", &re), STONER_OK);
    CHECK(re == -5);
    CHECK_STATUS(stoner_metadata_get_complex(NULL, m, "complex", &re, &im), STONER_OK);
    CHECK(re == 1 && im == -2);
    CHECK_STATUS(stoner_metadata_get_complex(NULL, m, "float", &re, &im), STONER_OK);
    CHECK(re == 708.5 && im == 0);
    CHECK_STATUS(stoner_metadata_get_string(NULL, m, "string", text, sizeof text, &length), STONER_OK);
    CHECK(length == 3 && strcmp(text, "\xc2\xb5m") == 0);
    CHECK_STATUS(stoner_metadata_get_string(NULL, m, "time", text, sizeof text, NULL), STONER_OK);
    CHECK(strcmp(text, "2021-03-16T12:30:00+01:00") == 0);
    CHECK_STATUS(stoner_metadata_get_bytes(NULL, m, "bytes", got_bytes, 3, &length), STONER_OK);
    CHECK(length == 3 && memcmp(bytes, got_bytes, 3) == 0);
    CHECK_STATUS(stoner_metadata_get_array(NULL, m, "array", &got_array), STONER_OK);
    CHECK_STATUS(stoner_image_read(NULL, got_array, STONER_F64, NULL, got, sizeof got), STONER_OK);
    CHECK(memcmp(got, numbers, sizeof got) == 0);
    CHECK_STATUS(stoner_metadata_get_nested(NULL, m, "list", &got_nested), STONER_OK);
    CHECK_STATUS(stoner_metadata_get_f64(NULL, got_nested, "1", &re), STONER_OK);
    CHECK(re == 2.5);
    stoner_metadata_free(got_nested);
    CHECK_STATUS(stoner_metadata_get_nested(NULL, m, "cluster", &got_nested), STONER_OK);
    CHECK_STATUS(stoner_metadata_get_f64(NULL, got_nested, "b", &re), STONER_OK);
    CHECK(re == 2.5);

    /* Another type than asked for: the value stays untouched, the message names key and types. */
    integer = 77;
    CHECK_STATUS(stoner_metadata_get_i64(NULL, m, "float", &integer), STONER_ERR_METADATA_TYPE);
    CHECK(integer == 77 && strstr(stoner_last_error(NULL), "float") && strstr(stoner_last_error(NULL), "integer"));
    CHECK_STATUS(stoner_metadata_get_bool(NULL, m, "int", &flag), STONER_ERR_METADATA_TYPE);
    CHECK_STATUS(stoner_metadata_get_string(NULL, m, "int", text, sizeof text, NULL), STONER_ERR_METADATA_TYPE);
    CHECK_STATUS(stoner_metadata_get_f64(NULL, m, "none", &re), STONER_ERR_METADATA_TYPE);
    CHECK_STATUS(stoner_metadata_get_i64(NULL, m, "nowhere", &integer), STONER_ERR_KEY_NOT_FOUND);
    CHECK(strstr(stoner_last_error(NULL), "nowhere") != NULL);
    CHECK_STATUS(stoner_metadata_type(NULL, m, "tuple", &type), STONER_OK);
    CHECK(type == STONER_TYPE_TUPLE);
    CHECK_STATUS(stoner_metadata_type(NULL, m, "none", &type), STONER_OK);
    CHECK(type == STONER_TYPE_NONE);
    CHECK_STATUS(stoner_metadata_count(NULL, m, &n), STONER_OK);
    CHECK(n == 12);

    expect_text(m, "bool", "Boolean", "True");
    expect_text(m, "int", "I32", "-5");
    expect_text(m, "float", "Double Float", "708.5");
    expect_text(m, "none", "Void", "None");
    expect_text(m, "list", "List", "[1, 2.5]");
    expect_text(m, "tuple", "Cluster (I32,Double Float)", "(1, 2.5)");
    expect_text(m, "array", "1D Array (Double Float)", "array([1., 2., 3.])");
    CHECK_STATUS(stoner_metadata_export(NULL, m, "float", text, sizeof text, NULL), STONER_OK);
    CHECK(strcmp(text, "float{Double Float}=708.5") == 0);
    CHECK_STATUS(stoner_metadata_set_text(NULL, m, "read", "Double Float", "1e-3"), STONER_OK);
    CHECK_STATUS(stoner_metadata_get_f64(NULL, m, "read", &re), STONER_OK);
    CHECK(re == 1e-3);
    CHECK_STATUS(stoner_metadata_set_text(NULL, m, "read", "Double Float", "abc"), STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(stoner_metadata_set_text(NULL, m, "guess", NULL, "[1, 2]"), STONER_OK);
    CHECK_STATUS(stoner_metadata_type(NULL, m, "guess", &type), STONER_OK);
    CHECK(type == STONER_TYPE_LIST);

    CHECK_STATUS(stoner_metadata_set_unit(NULL, m, "float", "eV"), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_f64(NULL, m, "float", 710), STONER_OK);
    CHECK_STATUS(stoner_metadata_unit(NULL, m, "float", text, sizeof text, NULL), STONER_OK);
    CHECK(strcmp(text, "eV") == 0);
    CHECK_STATUS(stoner_metadata_set_unit(NULL, m, "float", NULL), STONER_OK);
    CHECK_STATUS(stoner_metadata_unit(NULL, m, "float", text, sizeof text, &length), STONER_OK);
    CHECK(length == 0);
    stoner_metadata_free(m);
    stoner_metadata_free(nested);
    stoner_metadata_free(got_nested);
    stoner_image_free(array);
    stoner_image_free(got_array);
}

static void keys_in_order(const stoner_metadata *m, const char *expected) {
    int64_t n = 0, i;
    char all[256] = "";
    CHECK_STATUS(stoner_metadata_count(NULL, m, &n), STONER_OK);
    for (i = 0; i < n; i++) {
        CHECK_STATUS(stoner_metadata_key(NULL, m, i, text, sizeof text, NULL), STONER_OK);
        strcat(strcat(all, text), " ");
    }
    CHECK(strcmp(all, expected) == 0);
    CHECK_STATUS(stoner_metadata_key(NULL, m, n, text, sizeof text, NULL), STONER_ERR_OUT_OF_RANGE);
    CHECK_STATUS(stoner_metadata_key(NULL, m, -1, text, sizeof text, NULL), STONER_ERR_INVALID_ARGUMENT);
}

static void walking_and_changing(void) {
    stoner_metadata *m = NULL, *other = NULL, *popped = NULL;
    int64_t value = 0;
    int32_t found = -1, equal = -1;
    CHECK_STATUS(stoner_metadata_new(NULL, &m), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_i64(NULL, m, "z", 1), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_i64(NULL, m, "a", 2), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_i64(NULL, m, "m", 3), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_i64(NULL, m, "z", 4), STONER_OK);
    keys_in_order(m, "z a m ");
    CHECK_STATUS(stoner_metadata_clone(NULL, m, &other), STONER_OK);
    CHECK_STATUS(stoner_metadata_pop(NULL, m, "z", &popped), STONER_OK);
    CHECK_STATUS(stoner_metadata_get_i64(NULL, popped, "z", &value), STONER_OK);
    CHECK(value == 4);
    stoner_metadata_free(popped);
    popped = NULL;
    keys_in_order(m, "a m ");
    keys_in_order(other, "z a m ");
    CHECK_STATUS(stoner_metadata_pop(NULL, m, "z", &popped), STONER_ERR_KEY_NOT_FOUND);
    CHECK(popped == NULL);
    CHECK_STATUS(stoner_metadata_popitem(NULL, m, NULL), STONER_OK);
    keys_in_order(m, "a ");
    CHECK_STATUS(stoner_metadata_setdefault(NULL, m, "a", other), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_i64(NULL, other, "a", 99), STONER_OK);
    CHECK_STATUS(stoner_metadata_setdefault(NULL, m, "a", other), STONER_OK);
    CHECK_STATUS(stoner_metadata_get_i64(NULL, m, "a", &value), STONER_OK);
    CHECK(value == 2);
    CHECK_STATUS(stoner_metadata_setdefault(NULL, m, "m", other), STONER_OK);
    keys_in_order(m, "a m ");
    CHECK_STATUS(stoner_metadata_setdefault(NULL, m, "nowhere", other), STONER_ERR_KEY_NOT_FOUND);
    CHECK_STATUS(stoner_metadata_update(NULL, m, other), STONER_OK);
    keys_in_order(m, "a m z ");
    CHECK_STATUS(stoner_metadata_equal(NULL, m, other, &equal), STONER_OK);
    CHECK(equal == 1);
    CHECK_STATUS(stoner_metadata_set_f64(NULL, m, "nan", NAN), STONER_OK);
    CHECK_STATUS(stoner_metadata_equal(NULL, m, other, &equal), STONER_OK);
    CHECK(equal == 0);
    CHECK_STATUS(stoner_metadata_update(NULL, m, m), STONER_OK);
    CHECK_STATUS(stoner_metadata_equal(NULL, m, m, &equal), STONER_OK);
    CHECK(equal == 1);
    CHECK_STATUS(stoner_metadata_contains(NULL, m, "nan", &found), STONER_OK);
    CHECK(found == 1);
    CHECK_STATUS(stoner_metadata_clear(NULL, m), STONER_OK);
    keys_in_order(m, "");
    CHECK_STATUS(stoner_metadata_popitem(NULL, m, &popped), STONER_ERR_KEY_NOT_FOUND);
    CHECK_STATUS(stoner_metadata_contains(NULL, m, "a", &found), STONER_OK);
    CHECK(found == 0);
    stoner_metadata_free(m);
    stoner_metadata_free(other);
}

static void of_an_image(void) {
    static const double pixels[4] = {1, 2, 3, 4}, origin[2] = {5, 6}, step[4] = {1, 0, 0, -1};
    static const int64_t shape[2] = {2, 2};
    stoner_image *image = NULL, *plane = NULL, *grid = NULL;
    stoner_metadata *m = NULL;
    double value = 0, values[4];
    int32_t flag = 0;
    int64_t n = 0;
    CHECK_STATUS(stoner_image_from_data(NULL, pixels, STONER_F64, 2, shape, NULL, NULL, &image), STONER_OK);
    CHECK_STATUS(stoner_image_clone(NULL, image, &plane), STONER_OK);
    CHECK_STATUS(stoner_image_metadata_set_f64(NULL, image, "energy", 708.5), STONER_OK);
    CHECK_STATUS(stoner_image_metadata_set_bool(NULL, image, "fine", 1), STONER_OK);
    CHECK_STATUS(stoner_image_metadata_set_string(NULL, image, "who", "me"), STONER_OK);
    CHECK_STATUS(stoner_image_metadata_set_i64(NULL, image, "n", 3), STONER_OK);
    CHECK_STATUS(stoner_image_set_plane(NULL, image, "actual_x", plane, "um"), STONER_OK);
    CHECK_STATUS(stoner_image_set_map(NULL, image, origin, step, NULL, NULL, "um", "um"), STONER_OK);
    CHECK_STATUS(stoner_image_metadata_get_f64(NULL, image, "energy", &value), STONER_OK);
    CHECK(value == 708.5);
    CHECK_STATUS(stoner_image_metadata_get_bool(NULL, image, "fine", &flag), STONER_OK);
    CHECK(flag == 1);
    CHECK_STATUS(stoner_image_metadata_get_i64(NULL, image, "n", &n), STONER_OK);
    CHECK(n == 3);
    CHECK_STATUS(stoner_image_metadata_get_string(NULL, image, "who", text, sizeof text, NULL), STONER_OK);
    CHECK(strcmp(text, "me") == 0);

    CHECK_STATUS(stoner_image_metadata(NULL, image, &m), STONER_OK);
    keys_in_order(m, "energy fine who n actual_x sample_x sample_y ");
    CHECK_STATUS(stoner_metadata_get_array(NULL, m, "sample_y", &grid), STONER_OK);
    CHECK_STATUS(stoner_image_read(NULL, grid, STONER_F64, NULL, values, sizeof values), STONER_OK);
    CHECK(values[0] == 6 && values[1] == 6 && values[2] == 5 && values[3] == 5);
    stoner_image_free(grid);

    /* A snapshot: neither changes the other. */
    CHECK_STATUS(stoner_metadata_set_f64(NULL, m, "energy", 1), STONER_OK);
    CHECK_STATUS(stoner_image_metadata_get_f64(NULL, image, "energy", &value), STONER_OK);
    CHECK(value == 708.5);
    CHECK_STATUS(stoner_image_set_metadata(NULL, image, m), STONER_OK);
    CHECK_STATUS(stoner_image_metadata_get_f64(NULL, image, "energy", &value), STONER_OK);
    CHECK(value == 1);
    CHECK_STATUS(stoner_image_plane_count(NULL, image, &n), STONER_OK);
    CHECK(n == 1);

    /* A plane is no number; the image stays as it was. */
    CHECK_STATUS(stoner_metadata_set_f64(NULL, m, "actual_x", 1), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_f64(NULL, m, "energy", 2), STONER_OK);
    CHECK_STATUS(stoner_image_set_metadata(NULL, image, m), STONER_ERR_METADATA_TYPE);
    CHECK_STATUS(stoner_image_metadata_get_f64(NULL, image, "energy", &value), STONER_OK);
    CHECK(value == 1);

    CHECK_STATUS(stoner_metadata_clear(NULL, m), STONER_OK);
    CHECK_STATUS(stoner_image_set_metadata(NULL, image, m), STONER_OK);
    CHECK_STATUS(stoner_image_plane_count(NULL, image, &n), STONER_OK);
    CHECK(n == 0);
    CHECK_STATUS(stoner_image_position(NULL, image, 0, 0, &value, &value), STONER_ERR_NO_RESULT);
    stoner_metadata_free(m);
    stoner_image_free(image);
    stoner_image_free(plane);
}

int main(void) {
    RUN(typed_values);
    RUN(walking_and_changing);
    RUN(of_an_image);
    return finish();
}
