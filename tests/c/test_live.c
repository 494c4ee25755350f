/* Live images through the C interface: a thread pushes while another takes images, into memory that is there already.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#ifndef _WIN32
#include <pthread.h>
#endif

#include "harness.h"
#include "stoner.h"

enum { ROWS = 40, COLUMNS = 50, PIXELS = ROWS * COLUMNS };

static stoner_live *new_live(void) {
    stoner_live *live = NULL;
    CHECK_STATUS(stoner_live_new(NULL, ROWS, COLUMNS, 0, 0, 1, -1, STONER_SPREAD_NEAREST, 0, "um", &live), STONER_OK);
    return live;
}

/* One line of a scan: a point in each pixel, counts that name the pixel. */
static void push_line(stoner_live *live, int row) {
    double x[COLUMNS], y[COLUMNS], counts[COLUMNS], monitor[COLUMNS];
    int i;
    for (i = 0; i < COLUMNS; i++) {
        x[i] = i, y[i] = -row, counts[i] = 4 * (row * COLUMNS + i), monitor[i] = 2;
    }
    CHECK_STATUS(stoner_live_push(NULL, live, x, y, counts, monitor, COLUMNS), STONER_OK);
}

static void an_image_at_any_moment(void) {
    stoner_live *live = new_live(), *copy = NULL;
    stoner_image *image = NULL;
    stoner_metadata *metadata = NULL;
    double values[PIXELS], errors[PIXELS], coverage[PIXELS], fraction = -1, energy = 0;
    int64_t points = -1, outside = -1, invalid = -1, count = -1;
    int row, i;
    CHECK_STATUS(stoner_live_image(NULL, live, &image), STONER_OK);
    CHECK_STATUS(stoner_image_count_value(NULL, image, &count), STONER_OK);
    CHECK(count == 0);
    stoner_image_free(image);
    for (row = 0; row < ROWS / 2; row++) {
        push_line(live, row);
    }
    CHECK_STATUS(stoner_live_state(NULL, live, &points, &outside, &invalid, &fraction), STONER_OK);
    CHECK(points == PIXELS / 2 && outside == 0 && invalid == 0 && fraction == 0.5);
    CHECK_STATUS(stoner_live_state(NULL, live, NULL, NULL, NULL, NULL), STONER_OK);
    CHECK_STATUS(stoner_live_read(NULL, live, values, errors, coverage, PIXELS), STONER_OK);
    for (i = 0; i < PIXELS; i++) {
        if (i < PIXELS / 2) {
            CHECK(values[i] == 2.0 * i && coverage[i] == 1 && fabs(errors[i] - (i == 0 ? 0.5 : sqrt(4.0 * i) / 2)) <= 1e-12 * errors[i]);
        } else {
            CHECK(isnan(values[i]) && isnan(errors[i]) && coverage[i] == 0);
        }
    }
    CHECK_STATUS(stoner_live_read(NULL, live, NULL, NULL, NULL, PIXELS), STONER_OK);
    CHECK_STATUS(stoner_live_read(NULL, live, values, NULL, NULL, PIXELS - 1), STONER_ERR_SHAPE);
    CHECK_STATUS(stoner_metadata_new(NULL, &metadata), STONER_OK);
    CHECK_STATUS(stoner_metadata_set_f64(NULL, metadata, "energy", 708.5), STONER_OK);
    CHECK_STATUS(stoner_live_set_metadata(NULL, live, metadata), STONER_OK);
    CHECK_STATUS(stoner_live_clone(NULL, live, &copy), STONER_OK);
    CHECK_STATUS(stoner_live_reset(NULL, live), STONER_OK);
    CHECK_STATUS(stoner_live_state(NULL, live, &points, NULL, NULL, &fraction), STONER_OK);
    CHECK(points == 0 && fraction == 0);
    CHECK_STATUS(stoner_live_free(live), STONER_OK);
    CHECK_STATUS(stoner_live_image(NULL, copy, &image), STONER_OK);
    CHECK_STATUS(stoner_live_free(copy), STONER_OK);
    CHECK_STATUS(stoner_live_free(copy), STONER_ERR_INVALID_HANDLE);
    CHECK_STATUS(stoner_live_free(NULL), STONER_OK);
    CHECK_STATUS(stoner_image_metadata_get_f64(NULL, image, "energy", &energy), STONER_OK);
    CHECK_STATUS(stoner_image_metadata_get_i64(NULL, image, "live.points", &count), STONER_OK);
    CHECK(energy == 708.5 && count == PIXELS / 2);
    stoner_image_free(image), stoner_metadata_free(metadata);
}

#ifndef _WIN32
static void *push_frame(void *live) {
    int row;
    for (row = 0; row < ROWS; row++) {
        push_line(live, row);
    }
    return NULL;
}

/* What is taken meanwhile is whole lines: no point is half added. */
static void beside_the_acquisition(void) {
    stoner_live *live = new_live();
    pthread_t acquisition;
    double values[PIXELS], fraction = 0;
    int i, images = 0;
    CHECK(pthread_create(&acquisition, NULL, push_frame, live) == 0);
    do {
        stoner_image *image = NULL;
        CHECK_STATUS(stoner_live_state(NULL, live, NULL, NULL, NULL, &fraction), STONER_OK);
        CHECK_STATUS(stoner_live_read(NULL, live, values, NULL, NULL, PIXELS), STONER_OK);
        for (i = 0; i < PIXELS; i++) {
            if (isnan(values[i])) {
                break;
            }
            CHECK(values[i] == 2.0 * i);
        }
        CHECK(i % COLUMNS == 0 && i >= fraction * PIXELS - 0.5);
        CHECK_STATUS(stoner_live_image(NULL, live, &image), STONER_OK);
        stoner_image_free(image);
        images++;
    } while (fraction < 1);
    CHECK(pthread_join(acquisition, NULL) == 0 && images > 0);
    stoner_live_free(live);
}
#endif

int main(void) {
    const int64_t before = stoner_live_handles();
    RUN(an_image_at_any_moment);
#ifndef _WIN32
    RUN(beside_the_acquisition);
#endif
    CHECK(stoner_live_handles() == before);
    return finish();
}
