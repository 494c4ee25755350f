/* Images in the caller's memory: no copy, one release, whatever happens; and results that go into existing images and memory. */
#define _XOPEN_SOURCE 700
#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"
#include "stoner.h"

typedef struct {
    int times;
    void *memory;
} lent;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* The memory goes at once, so that a sanitizer finds whoever looks at it later. */
static void release(void *user_data) {
    lent *block = user_data;
    pthread_mutex_lock(&lock);
    block->times++;
    free(block->memory);
    block->memory = NULL;
    pthread_mutex_unlock(&lock);
}

static void count(void *user_data) { ++*(int *)user_data; }

static double *ramp(lent *block, size_t n) {
    double *pixels = malloc(n * sizeof *pixels);
    size_t i;
    for (i = 0; i < n; i++) {
        pixels[i] = (double)i;
    }
    block->times = 0;
    block->memory = pixels;
    return pixels;
}

static double at(const stoner_image *image, int64_t row, int64_t column) {
    const int64_t index[2] = {row, column};
    double value = -1;
    CHECK_STATUS(stoner_image_item(NULL, image, index, 2, &value, NULL), STONER_OK);
    return value;
}

static stoner_image *borrow(lent *block, int64_t rows, int64_t columns) {
    const int64_t shape[2] = {rows, columns};
    stoner_image *image = NULL;
    CHECK_STATUS(
        stoner_image_borrow(NULL, ramp(block, (size_t)(rows * columns)), STONER_F64, 2, shape, NULL, NULL, release, block, &image),
        STONER_OK
    );
    return image;
}

TEST(no_pixel_is_copied_and_the_memory_comes_back_once) {
    lent block;
    stoner_image *image = borrow(&block, 3, 4), *copy = NULL, *turned = NULL;
    const void *data = NULL;
    CHECK_STATUS(stoner_image_data(NULL, image, &data, NULL), STONER_OK);
    CHECK(data == block.memory);
    CHECK_STATUS(stoner_image_clone(NULL, image, &copy), STONER_OK);
    CHECK_STATUS(stoner_image_cw(NULL, image, &turned), STONER_OK);
    CHECK_STATUS(stoner_image_free(image), STONER_OK);
    CHECK(block.times == 0);
    CHECK_STATUS(stoner_image_free(copy), STONER_OK);
    CHECK(block.times == 0 && at(turned, 0, 0) == 8);
    CHECK_STATUS(stoner_image_free(turned), STONER_OK);
    CHECK(block.times == 1);
}

TEST(the_first_change_copies) {
    lent block;
    stoner_image *image = borrow(&block, 3, 4), *copy = NULL;
    const int64_t index[1] = {0};
    double *memory = block.memory;
    CHECK_STATUS(stoner_image_clone(NULL, image, &copy), STONER_OK);
    CHECK_STATUS(stoner_image_itemset(NULL, copy, index, 1, 99), STONER_OK);
    CHECK(memory[0] == 0 && at(image, 0, 0) == 0 && at(copy, 0, 0) == 99);
    CHECK_STATUS(stoner_image_free(copy), STONER_OK);
    CHECK(block.times == 0);
    /* The only owner copies too: the memory is never written to. */
    CHECK_STATUS(stoner_image_itemset(NULL, image, index, 1, 98), STONER_OK);
    CHECK(block.times == 1 && at(image, 0, 0) == 98 && at(image, 2, 3) == 11);
    CHECK_STATUS(stoner_image_free(image), STONER_OK);
    CHECK(block.times == 1);
}

TEST(every_layout_is_read_as_it_lies) {
    static const double pixels[24] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23};
    static const struct {
        int start;
        int64_t shape[3], strides[3];
    } cases[] = {
        {0, {2, 3, 4}, {96, 32, 8}},     {0, {4, 3, 2}, {8, 32, 96}},   {0, {2, 3, 3}, {96, 32, 8}},
        {23, {2, 3, 4}, {-96, -32, -8}}, {3, {2, 3, 4}, {96, 32, -8}},  {0, {2, 2, 2}, {96, 64, 16}},
        {5, {1, 3, 2}, {8000, 24, 8}},   {0, {2, 3, 4}, {0, 32, 8}},    {0, {3, 3, 2}, {8, 8, 8}},
        {0, {2, 0, 4}, {96, 32, 8}},
    };
    size_t i;
    for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        stoner_image *lent_image = NULL, *copied = NULL;
        int32_t equal = 0;
        int times = 0;
        CHECK_STATUS(
            stoner_image_borrow(
                NULL, pixels + cases[i].start, STONER_F64, 3, cases[i].shape, cases[i].strides, NULL, count, &times, &lent_image
            ),
            STONER_OK
        );
        CHECK_STATUS(
            stoner_image_from_data(NULL, pixels + cases[i].start, STONER_F64, 3, cases[i].shape, cases[i].strides, NULL, &copied),
            STONER_OK
        );
        CHECK_STATUS(stoner_image_equal(NULL, lent_image, copied, 1, &equal), STONER_OK);
        CHECK(equal == 1);
        /* Elements that overlap cannot be an image's own: these are copied. */
        CHECK(times == (i >= 7 ? 1 : 0));
        stoner_image_free(copied);
        stoner_image_free(lent_image);
        CHECK(times == 1);
    }
}

TEST(what_cannot_be_used_as_it_lies_is_copied) {
    static const uint8_t truths[4] = {0, 1, 7, 0};
    static uint8_t crooked[33];
    const int64_t shape[2] = {2, 2}, odd[2] = {17, 8};
    stoner_image *image = NULL;
    int times = 0;
    CHECK_STATUS(stoner_image_borrow(NULL, truths, STONER_BOOL, 2, shape, NULL, NULL, count, &times, &image), STONER_OK);
    CHECK(times == 1 && at(image, 1, 0) == 1);
    stoner_image_free(image);
    CHECK_STATUS(stoner_image_borrow(NULL, crooked + 1, STONER_F64, 2, shape, NULL, NULL, count, &times, &image), STONER_OK);
    CHECK(times == 2);
    stoner_image_free(image);
    CHECK_STATUS(stoner_image_borrow(NULL, crooked, STONER_F64, 2, shape, odd, NULL, count, &times, &image), STONER_OK);
    CHECK(times == 3);
    stoner_image_free(image);
    CHECK(times == 3);
}

TEST(a_call_that_fails_gives_the_memory_back) {
    static const double pixels[4] = {1, 2, 3, 4};
    const int64_t shape[2] = {2, 2}, negative[2] = {2, -2};
    stoner_image *image = NULL;
    stoner_context *freed = NULL;
    int times = 0;
    CHECK_STATUS(stoner_context_new(NULL, &freed), STONER_OK);
    stoner_context_free(freed);
    CHECK_STATUS(stoner_image_borrow(NULL, pixels, 99, 2, shape, NULL, NULL, count, &times, &image), STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(
        stoner_image_borrow(NULL, pixels, STONER_F64, 2, negative, NULL, NULL, count, &times, &image), STONER_ERR_INVALID_ARGUMENT
    );
    CHECK_STATUS(stoner_image_borrow(NULL, NULL, STONER_F64, 2, shape, NULL, NULL, count, &times, &image), STONER_ERR_NULL_POINTER);
    CHECK_STATUS(stoner_image_borrow(NULL, pixels, STONER_F64, 2, shape, NULL, NULL, count, &times, NULL), STONER_ERR_NULL_POINTER);
    CHECK_STATUS(
        stoner_image_borrow(freed, pixels, STONER_F64, 2, shape, NULL, NULL, count, &times, &image), STONER_ERR_INVALID_HANDLE
    );
    CHECK(times == 5 && image == NULL);
    /* A promise instead of a function. */
    CHECK_STATUS(stoner_image_borrow(NULL, pixels, STONER_F64, 2, shape, NULL, NULL, NULL, NULL, &image), STONER_OK);
    CHECK(at(image, 1, 1) == 4);
    stoner_image_free(image);
}

TEST(one_block_lent_twice_comes_back_when_both_images_are_gone) {
    static const double pixels[4] = {1, 2, 3, 4};
    const int64_t shape[2] = {2, 2};
    stoner_image *a = NULL, *b = NULL;
    int first = 0, second = 0;
    CHECK_STATUS(stoner_image_borrow(NULL, pixels, STONER_F64, 2, shape, NULL, NULL, count, &first, &a), STONER_OK);
    CHECK_STATUS(stoner_image_borrow(NULL, pixels, STONER_F64, 2, shape, NULL, NULL, count, &second, &b), STONER_OK);
    stoner_image_free(a);
    CHECK(first == 0 && second == 0);
    stoner_image_free(b);
    CHECK(first == 1 && second == 1);
}

static stoner_image *within;

static void call_the_library(void *user_data) {
    CHECK_STATUS(stoner_image_free(within), STONER_OK);
    within = NULL;
    ++*(int *)user_data;
}

TEST(the_release_may_call_the_library) {
    static const double pixels[4] = {1, 2, 3, 4};
    const int64_t shape[2] = {2, 2}, index[1] = {0};
    stoner_image *image = NULL;
    int times = 0;
    CHECK_STATUS(stoner_image_from_data(NULL, pixels, STONER_F64, 2, shape, NULL, NULL, &within), STONER_OK);
    CHECK_STATUS(stoner_image_borrow(NULL, pixels, STONER_F64, 2, shape, NULL, NULL, call_the_library, &times, &image), STONER_OK);
    CHECK_STATUS(stoner_image_itemset(NULL, image, index, 1, 5), STONER_OK);
    CHECK(times == 1 && within == NULL);
    stoner_image_free(image);
}

enum { THREADS = 4, ROUNDS = 50 };

static void *use_and_free(void *argument) {
    stoner_image *image = argument, *out = NULL;
    double mean = 0;
    stoner_image_mean_value(NULL, image, &mean, NULL);
    CHECK_STATUS(stoner_image_math(NULL, image, STONER_MATH_SQRT, 0, &out), STONER_OK);
    stoner_image_free(out);
    CHECK_STATUS(stoner_image_free(image), STONER_OK);
    return NULL;
}

TEST(threads_free_what_others_still_use) {
    int round;
    for (round = 0; round < ROUNDS; round++) {
        lent block;
        stoner_image *image = borrow(&block, 37, 61), *copies[THREADS];
        pthread_t threads[THREADS];
        int i;
        for (i = 0; i < THREADS; i++) {
            CHECK_STATUS(stoner_image_clone(NULL, image, &copies[i]), STONER_OK);
        }
        for (i = 0; i < THREADS; i++) {
            REQUIRE(pthread_create(&threads[i], NULL, use_and_free, copies[i]) == 0);
        }
        CHECK_STATUS(stoner_image_free(image), STONER_OK);
        for (i = 0; i < THREADS; i++) {
            pthread_join(threads[i], NULL);
        }
        CHECK(block.times == 1);
    }
}

static stoner_image *constant(double value, int64_t rows, int64_t columns, int32_t dtype) {
    const int64_t shape[2] = {rows, columns}, strides[2] = {0, 0};
    stoner_image *image = NULL, *same = NULL;
    CHECK_STATUS(stoner_image_from_data(NULL, &value, STONER_F64, 2, shape, strides, NULL, &image), STONER_OK);
    CHECK_STATUS(stoner_image_astype(NULL, image, dtype, 0, 0, &same), STONER_OK);
    stoner_image_free(image);
    return same;
}

static const void *place(const stoner_image *image) {
    const void *data = NULL;
    CHECK_STATUS(stoner_image_data(NULL, image, &data, NULL), STONER_OK);
    return data;
}

TEST(a_result_goes_into_an_image_that_is_there) {
    stoner_image *a = constant(5, 40, 50, STONER_F64), *b = constant(3, 40, 50, STONER_F64), *target = constant(0, 40, 50, STONER_F64);
    stoner_image *shared = NULL;
    const void *before = place(target);
    CHECK_STATUS(stoner_image_set_title(NULL, a, "frame"), STONER_OK);
    CHECK_STATUS(stoner_image_arithmetic_into(NULL, a, STONER_ARITHMETIC_SUBTRACT, b, 0, target), STONER_OK);
    CHECK(at(target, 39, 49) == 2 && place(target) == before);
    CHECK_STATUS(stoner_image_arithmetic_scalar_into(NULL, target, STONER_ARITHMETIC_DIVIDE, 8, 1, 0, target), STONER_OK);
    CHECK(at(target, 0, 0) == 4 && place(target) == before);
    CHECK_STATUS(stoner_image_math_into(NULL, target, STONER_MATH_SQRT, 0, target), STONER_OK);
    CHECK(at(target, 7, 7) == 2 && place(target) == before);
    CHECK_STATUS(stoner_image_arithmetic_into(NULL, target, STONER_ARITHMETIC_MULTIPLY, target, 0, target), STONER_OK);
    CHECK(at(target, 20, 20) == 4 && place(target) == before);
    /* A copy keeps its own: the target gets other memory. */
    CHECK_STATUS(stoner_image_clone(NULL, target, &shared), STONER_OK);
    CHECK_STATUS(stoner_image_arithmetic_into(NULL, b, STONER_ARITHMETIC_ADD, target, 0, target), STONER_OK);
    CHECK(at(target, 1, 1) == 7 && at(shared, 1, 1) == 4 && place(shared) == before && place(target) != before);
    /* An error leaves all as it was. */
    before = place(target);
    CHECK_STATUS(stoner_image_arithmetic_into(NULL, a, 99, b, 0, target), STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(stoner_image_arithmetic_into(NULL, a, STONER_ARITHMETIC_POWER, b, STONER_U8, target), STONER_ERR_DTYPE);
    CHECK(at(target, 1, 1) == 7 && place(target) == before);
    CHECK_STATUS(stoner_image_assign(NULL, target, a), STONER_OK);
    CHECK(place(target) == place(a) && at(target, 0, 0) == 5);
    stoner_image_free(a);
    stoner_image_free(b);
    stoner_image_free(target);
    stoner_image_free(shared);
}

TEST(a_result_goes_into_the_callers_memory) {
    static const double data[6] = {8, 6, 4, 2, 1, 0};
    static const uint8_t hidden[6] = {0, 1, 0, 0, 0, 0};
    const int64_t shape[2] = {2, 3}, columns_first[2] = {4, 8}, gaps[2] = {7, 2}, backwards[2] = {-24, 8};
    stoner_image *a = NULL, *b = NULL;
    float out[8] = {-1, -1, -1, -1, -1, -1, -1, -1};
    uint8_t mask[7] = {9, 9, 9, 9, 9, 9, 9}, crooked[14];
    uint16_t value;
    CHECK_STATUS(stoner_image_from_data(NULL, data, STONER_F64, 2, shape, NULL, hidden, &a), STONER_OK);
    CHECK_STATUS(stoner_image_from_data(NULL, data, STONER_F64, 2, shape, NULL, NULL, &b), STONER_OK);
    CHECK_STATUS(
        stoner_image_arithmetic_read(
            NULL, a, STONER_ARITHMETIC_DIVIDE, b, STONER_F32, columns_first, out, (int64_t)sizeof out, mask, (int64_t)sizeof mask
        ),
        STONER_OK
    );
    /* Columns first: (0,0) (1,0) (0,1) (1,1) (0,2) (1,2); what is masked has the first operand's value. */
    CHECK(out[0] == 1 && out[1] == 1 && out[2] == 6 && out[3] == 1 && out[4] == 1 && out[5] == 0 && out[6] == -1);
    CHECK(memcmp(mask, "\0\1\0\0\0\1\11", 7) == 0);
    memset(crooked, 0xEE, sizeof crooked);
    CHECK_STATUS(
        stoner_image_arithmetic_read(NULL, b, STONER_ARITHMETIC_ADD, b, STONER_F64, gaps, crooked, 13, NULL, 0),
        STONER_ERR_BUFFER_TOO_SMALL
    );
    stoner_image_free(a);
    CHECK_STATUS(stoner_image_astype(NULL, b, STONER_U16, 0, 0, &a), STONER_OK);
    CHECK_STATUS(stoner_image_arithmetic_read(NULL, a, STONER_ARITHMETIC_ADD, a, 0, gaps, crooked, 13, NULL, 0), STONER_OK);
    memcpy(&value, crooked, 2);
    CHECK(value == 16 && crooked[6] == 0xEE && crooked[13] == 0xEE);
    memcpy(&value, crooked + 7, 2);
    CHECK(value == 4);
    CHECK_STATUS(
        stoner_image_arithmetic_read(NULL, a, STONER_ARITHMETIC_ADD, a, 0, gaps, crooked, 12, NULL, 0), STONER_ERR_BUFFER_TOO_SMALL
    );
    CHECK_STATUS(
        stoner_image_arithmetic_read(NULL, a, STONER_ARITHMETIC_ADD, a, 0, backwards, out, (int64_t)sizeof out, NULL, 0),
        STONER_ERR_INVALID_ARGUMENT
    );
    CHECK_STATUS(
        stoner_image_arithmetic_read(NULL, a, STONER_ARITHMETIC_ADD, a, 0, NULL, out, (int64_t)sizeof out, mask, 5),
        STONER_ERR_BUFFER_TOO_SMALL
    );
    stoner_image_free(a);
    stoner_image_free(b);
}

int main(void) {
    RUN(no_pixel_is_copied_and_the_memory_comes_back_once);
    RUN(the_first_change_copies);
    RUN(every_layout_is_read_as_it_lies);
    RUN(what_cannot_be_used_as_it_lies_is_copied);
    RUN(a_call_that_fails_gives_the_memory_back);
    RUN(one_block_lent_twice_comes_back_when_both_images_are_gone);
    RUN(the_release_may_call_the_library);
    RUN(threads_free_what_others_still_use);
    RUN(a_result_goes_into_an_image_that_is_there);
    RUN(a_result_goes_into_the_callers_memory);
    return finish();
}
