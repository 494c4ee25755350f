/* The header itself: versions, types, constants, and that it can be included twice. */
#include "stoner.h"
#include "harness.h"

#include <limits.h>
#include <string.h>

TEST(header_and_library_are_of_one_version) {
    char text[64];
    CHECK(stoner_version_number() == STONER_VERSION_NUMBER);
    snprintf(text, sizeof text, "%d.%d.%d", STONER_VERSION_MAJOR, STONER_VERSION_MINOR, STONER_VERSION_PATCH);
    CHECK(strcmp(stoner_version(), text) == 0);
}

TEST(versions_can_be_compared) {
    CHECK(STONER_VERSION_AT_LEAST(STONER_VERSION_MAJOR, STONER_VERSION_MINOR, STONER_VERSION_PATCH));
    CHECK(STONER_VERSION_AT_LEAST(0, 0, 1));
    CHECK(!STONER_VERSION_AT_LEAST(STONER_VERSION_MAJOR, STONER_VERSION_MINOR, STONER_VERSION_PATCH + 1));
    CHECK(!STONER_VERSION_AT_LEAST(STONER_VERSION_MAJOR, STONER_VERSION_MINOR + 1, 0));
    CHECK(!STONER_VERSION_AT_LEAST(STONER_VERSION_MAJOR + 1, 0, 0));
#if !STONER_VERSION_AT_LEAST(0, 1, 0)
    CHECK(!"the preprocessor can compare versions too");
#endif
}

TEST(handles_are_pointers_of_64_bits) {
    CHECK(sizeof(stoner_image *) * CHAR_BIT == 64);
    CHECK(sizeof(stoner_metadata *) * CHAR_BIT == 64);
    CHECK(sizeof(stoner_context *) * CHAR_BIT == 64);
}

TEST(statuses_lie_in_the_users_range_and_have_texts) {
    static const int32_t statuses[] = {
        STONER_ERR_INVALID_ARGUMENT, STONER_ERR_INVALID_HANDLE, STONER_ERR_NULL_POINTER, STONER_ERR_INVALID_UTF8,
        STONER_ERR_BUFFER_TOO_SMALL, STONER_ERR_NO_MEMORY, STONER_ERR_CANCELLED, STONER_ERR_NOT_INTERACTIVE,
        STONER_ERR_UNSUPPORTED, STONER_ERR_INTERNAL, STONER_ERR_OUT_OF_RANGE, STONER_ERR_SHAPE, STONER_ERR_DTYPE,
        STONER_ERR_NO_RESULT, STONER_ERR_KEY_NOT_FOUND, STONER_ERR_METADATA_TYPE, STONER_ERR_FILE_NOT_FOUND,
        STONER_ERR_IO, STONER_ERR_FORMAT, STONER_ERR_CORRUPT, STONER_ERR_BEING_WRITTEN, STONER_ERR_POLARIZATION,
    };
    const size_t n = sizeof statuses / sizeof *statuses;
    const char *unknown = stoner_status_text(-1);
    size_t i, j;
    REQUIRE(unknown != NULL);
    CHECK(STONER_OK == 0);
    CHECK(strcmp(stoner_status_text(STONER_OK), unknown) != 0);
    for (i = 0; i < n; i++) {
        CHECK(statuses[i] >= 5000 && statuses[i] < 6000);
        CHECK(strlen(stoner_status_text(statuses[i])) > 0);
        CHECK(strcmp(stoner_status_text(statuses[i]), unknown) != 0);
        for (j = 0; j < i; j++) {
            CHECK(statuses[i] != statuses[j]);
        }
    }
}

TEST(constants_fit_their_types) {
    const int64_t extent = STONER_EXTENT;
    int64_t shape[STONER_MAX_NDIM];
    CHECK(extent == INT64_MIN);
    CHECK(sizeof shape / sizeof *shape >= 8);
}

TEST(the_kernels_are_held_to_an_instruction_set) {
    int32_t first = -1, best = -1, now = -1, level;
    CHECK_STATUS(stoner_instruction_set(NULL, &first, &best), STONER_OK);
    CHECK(first >= STONER_INSTRUCTION_SET_BASELINE && first <= best && best <= STONER_INSTRUCTION_SET_AVX512);
    for (level = STONER_INSTRUCTION_SET_BASELINE; level <= STONER_INSTRUCTION_SET_AVX512; level++) {
        const int32_t before = now;
        CHECK_STATUS(stoner_set_instruction_set(NULL, level), level <= best ? STONER_OK : STONER_ERR_UNSUPPORTED);
        CHECK(level <= best || strstr(stoner_last_error(NULL), "which this processor lacks") != NULL);
        CHECK_STATUS(stoner_instruction_set(NULL, &now, NULL), STONER_OK);
        CHECK(now == (level <= best ? level : before));
    }
    CHECK_STATUS(stoner_set_instruction_set(NULL, 4), STONER_ERR_INVALID_ARGUMENT);
    CHECK(strstr(stoner_last_error(NULL), "`instruction_set` is 4; allowed: STONER_INSTRUCTION_SET_BEST (0)") != NULL);
    CHECK_STATUS(stoner_set_instruction_set(NULL, -1), STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(stoner_instruction_set(NULL, NULL, &now), STONER_ERR_NULL_POINTER);
    CHECK_STATUS(stoner_set_instruction_set(NULL, STONER_INSTRUCTION_SET_BEST), STONER_OK);
    CHECK_STATUS(stoner_instruction_set(NULL, &now, NULL), STONER_OK);
    CHECK(now == best);
}

int main(void) {
    RUN(header_and_library_are_of_one_version);
    RUN(versions_can_be_compared);
    RUN(handles_are_pointers_of_64_bits);
    RUN(statuses_lie_in_the_users_range_and_have_texts);
    RUN(constants_fit_their_types);
    RUN(the_kernels_are_held_to_an_instruction_set);
    return finish();
}
