/* Files through the C interface: the bundled scans, every format out and in, and files that are no scans.
 * usage: test_files [SCRATCH FOLDER] [FOLDER OF THE BUNDLED SCANS] */
#define _XOPEN_SOURCE 700
#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifndef _WIN32
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#endif

#include "harness.h"
#include "stoner.h"

static const char *scratch = ".", *bundled = "data/demo";

static const char *in(const char *folder, const char *name) {
    static char paths[4][1024];
    static int turn;
    turn = (turn + 1) % 4;
    snprintf(paths[turn], sizeof paths[turn], "%s/%s", folder, name);
    return paths[turn];
}

static void put_file(const char *path, const void *bytes, size_t n) {
    FILE *file = fopen(path, "wb");
    CHECK(file != NULL);
    if (file != NULL) {
        CHECK(fwrite(bytes, 1, n, file) == n);
        CHECK(fclose(file) == 0);
    }
}

static stoner_image *load(const char *path) {
    stoner_image *image = NULL;
    CHECK_STATUS(stoner_load(NULL, path, NULL, &image), STONER_OK);
    return image;
}

static void a_scan(void) {
    stoner_image *image = load(in(bundled, "domain_plus.hdf5")), *same = NULL, *normalised = NULL;
    double origin[2], step[4], low, high, low_n, high_n;
    int32_t polarization = 0, equal = 0, dtype = 0;
    int64_t n = 0, length = 0;
    char text[1024];
    CHECK_STATUS(stoner_load_stxm(NULL, in(bundled, "domain_plus.hdf5"), 0, 0, &same), STONER_OK);
    CHECK_STATUS(stoner_image_equal(NULL, image, same, 1, &equal), STONER_OK);
    CHECK(equal == 1);
    CHECK_STATUS(stoner_image_polarization(NULL, image, &polarization), STONER_OK);
    CHECK(polarization == 1);
    CHECK_STATUS(stoner_image_dtype(NULL, image, &dtype), STONER_OK);
    CHECK(dtype == STONER_F64);
    CHECK_STATUS(stoner_image_map(NULL, image, origin, step), STONER_OK);
    CHECK(step[0] > 0 && step[3] < 0 && step[1] == 0 && step[2] == 0);
    CHECK_STATUS(stoner_image_plane_count(NULL, image, &n), STONER_OK);
    CHECK(n == 3);
    CHECK_STATUS(stoner_image_filename(NULL, image, text, sizeof text, NULL), STONER_OK);
    CHECK(strstr(text, "domain_plus.hdf5") != NULL);
    CHECK_STATUS(stoner_image_title(NULL, image, text, sizeof text, &length), STONER_OK);
    CHECK(strcmp(text, "domain_plus.hdf5") == 0);

    /* The ring current falls during a scan: dividing by it changes counts into counts / mA. */
    CHECK_STATUS(stoner_load_stxm(NULL, in(bundled, "domain_plus.hdf5"), 0, 1, &normalised), STONER_OK);
    CHECK_STATUS(stoner_image_span(NULL, image, &low, &high), STONER_OK);
    CHECK_STATUS(stoner_image_span(NULL, normalised, &low_n, &high_n), STONER_OK);
    CHECK(high_n < high / 100 && low_n > 0);
    stoner_image_free(normalised);
    normalised = NULL;
    /* On the nominal grid the measured positions are the grid's, and linear interpolation stays within the values. */
    CHECK_STATUS(stoner_load_stxm(NULL, in(bundled, "domain_plus.hdf5"), 1, 0, &normalised), STONER_OK);
    CHECK_STATUS(stoner_image_span(NULL, normalised, &low_n, &high_n), STONER_OK);
    CHECK(low_n >= low && high_n <= high && high_n > low_n);
    {
        stoner_image *measured = NULL;
        const int64_t corner[2] = {0, 0};
        int32_t masked = 0;
        double x = 0, y = 0, first = 1e300;
        CHECK_STATUS(stoner_image_plane(NULL, normalised, "actual_x", &measured), STONER_OK);
        CHECK_STATUS(stoner_image_position(NULL, normalised, 0, 0, &x, &y), STONER_OK);
        CHECK_STATUS(stoner_image_item(NULL, measured, corner, 2, &first, &masked), STONER_OK);
        CHECK(first - x < 1e-9 && x - first < 1e-9);
        stoner_image_free(measured);
    }
    stoner_image_free(normalised);
    normalised = NULL;
    CHECK_STATUS(stoner_load_stxm(NULL, in(bundled, "domain_plus.hdf5"), 2, 0, &normalised),
                 STONER_ERR_INVALID_ARGUMENT);
    CHECK(normalised == NULL);
    stoner_image_free(image);
    stoner_image_free(same);
}

/* Saved and loaded: TIFF with forced types preserves everything. */
static void round_trips(void) {
    stoner_image *image = load(in(bundled, "domain_minus.hdf5")), *back = NULL;
    double energy = 0, before = 0;
    int32_t equal = 0;
    int64_t n = 0;
    CHECK_STATUS(stoner_image_save_tiff(NULL, image, in(scratch, "exact.tiff"), 1), STONER_OK);
    back = load(in(scratch, "exact.tiff"));
    CHECK_STATUS(stoner_image_equal(NULL, image, back, 0, &equal), STONER_OK);
    CHECK(equal == 1);
    CHECK_STATUS(stoner_image_metadata_get_f64(NULL, image, "counter0.energy", &before), STONER_OK);
    CHECK_STATUS(stoner_image_metadata_get_f64(NULL, back, "counter0.energy", &energy), STONER_OK);
    CHECK(energy == before && energy > 100);
    CHECK_STATUS(stoner_image_plane_count(NULL, back, &n), STONER_OK);
    CHECK(n == 3);
    stoner_image_free(back);

    CHECK_STATUS(stoner_image_save_npy(NULL, image, in(scratch, "pixels.npy")), STONER_OK);
    back = load(in(scratch, "pixels.npy"));
    CHECK_STATUS(stoner_image_equal(NULL, image, back, 0, &equal), STONER_OK);
    CHECK(equal == 1);
    stoner_image_free(back);

    CHECK_STATUS(stoner_image_save(NULL, image, in(scratch, "several.png"), "png, tif", 0), STONER_OK);
    back = load(in(scratch, "several.png"));
    CHECK_STATUS(stoner_image_metadata_get_f64(NULL, back, "counter0.energy", &energy), STONER_OK);
    CHECK(energy == before);
    stoner_image_free(back);
    stoner_image_free(load(in(scratch, "several.tiff")));

    CHECK_STATUS(stoner_image_save(NULL, image, in(scratch, "image.xyz"), NULL, 0), STONER_ERR_INVALID_ARGUMENT);
    CHECK(strstr(stoner_last_error(NULL), "png") != NULL && access(in(scratch, "image.xyz"), F_OK) != 0);
    CHECK_STATUS(stoner_image_save(NULL, image, in(scratch, "nowhere/image.png"), NULL, 0), STONER_ERR_FILE_NOT_FOUND);
    CHECK_STATUS(stoner_image_set_filename(NULL, image, NULL), STONER_OK);
    CHECK_STATUS(stoner_image_save(NULL, image, NULL, NULL, 0), STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(stoner_image_set_filename(NULL, image, in(scratch, "named.png")), STONER_OK);
    CHECK_STATUS(stoner_image_save(NULL, image, NULL, NULL, 0), STONER_OK);
    CHECK(access(in(scratch, "named.png"), F_OK) == 0);
    stoner_image_free(image);
}

static void refuse(const char *path, int32_t expected, const char *said) {
    stoner_image *image = NULL;
    CHECK_STATUS(stoner_load(NULL, path, NULL, &image), expected);
    if (said != NULL) {
        CHECK(strstr(stoner_last_error(NULL), said) != NULL);
    }
    CHECK(image == NULL);
    CHECK(stoner_load_stxm(NULL, path, 0, 0, &image) != STONER_OK);
    CHECK(image == NULL);
}

static void what_is_no_scan(void) {
    stoner_image *image = NULL;
    refuse(in(scratch, "missing.hdf5"), STONER_ERR_FILE_NOT_FOUND, "missing.hdf5");
    refuse(scratch, STONER_ERR_IO, NULL);
    put_file(in(scratch, "empty.hdf5"), "", 0);
    refuse(in(scratch, "empty.hdf5"), STONER_ERR_FORMAT, "empty");
    put_file(in(scratch, "text.hdf5"), "energy = 708.5\n", 15);
    refuse(in(scratch, "text.hdf5"), STONER_ERR_FORMAT, "text.hdf5");
    CHECK_STATUS(stoner_load(NULL, in(bundled, "domain_plus.hdf5"), "png", &image), STONER_ERR_FORMAT);
    CHECK_STATUS(stoner_load(NULL, in(bundled, "domain_plus.hdf5"), "jpeg2000", &image), STONER_ERR_INVALID_ARGUMENT);
    CHECK(strstr(stoner_last_error(NULL), "nxstxm") != NULL);
    CHECK_STATUS(stoner_load(NULL, "\xff\xfe.hdf5", NULL, &image), STONER_ERR_INVALID_UTF8);
    CHECK(image == NULL);
}

#ifndef _WIN32
static long size_of(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 ? (long)status.st_size : -1;
}

/* A disk that is full: a child may write no more than 1000 bytes to a file. The old file stays as it was, and nothing
 * is left beside it. */
static void full_disk(const char *name) {
    char path[1024];
    stoner_image *image = load(in(bundled, "domain_plus.hdf5")), *old = NULL;
    long size;
    int state = -1, same = 0;
    pid_t child;
    snprintf(path, sizeof path, "%s/full/%s", scratch, name);
    mkdir(in(scratch, "full"), 0777);
    CHECK_STATUS(stoner_image_save(NULL, image, path, NULL, 0), STONER_OK);
    size = size_of(path);
    old = load(path);
    fflush(NULL);
    child = fork();
    if (child == 0) {
        struct rlimit limit = {1000, 1000};
        int32_t status;
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
        status = stoner_image_save(NULL, image, path, NULL, 0);
        _exit(status == STONER_ERR_IO && strstr(stoner_last_error(NULL), path) != NULL ? 0 : 1);
    }
    CHECK(child > 0 && waitpid(child, &state, 0) == child && WIFEXITED(state) && WEXITSTATUS(state) == 0);
    CHECK(size_of(path) == size);
    stoner_image_free(image);
    image = load(path);
    CHECK_STATUS(stoner_image_equal(NULL, image, old, 1, &same), STONER_OK);
    CHECK(same == 1);
    stoner_image_free(image);
    stoner_image_free(old);
    CHECK(remove(path) == 0);
    CHECK(rmdir(in(scratch, "full")) == 0); /* fails when anything was left there */
}
#endif

static void count_reports(double fraction, void *user_data) {
    double *seen = user_data;
    CHECK(fraction >= seen[1] && fraction <= 1);
    seen[0] += 1, seen[1] = fraction;
}

static void cancel_at_half(double fraction, void *user_data) {
    if (fraction >= 0.5) {
        CHECK_STATUS(stoner_context_cancel(user_data), STONER_OK);
    }
}

static void cancelled_calls(void) {
    static const double pixels[24] = {0};
    static const int64_t shape[3] = {6, 2, 2};
    double seen[2] = {0, 0}, fraction = 0;
    stoner_context *ctx = NULL;
    stoner_image *stack = NULL, *back = NULL;
    int64_t rank = 0;
    CHECK_STATUS(stoner_context_new(NULL, &ctx), STONER_OK);
    CHECK_STATUS(stoner_image_from_data(ctx, pixels, STONER_F64, 3, shape, NULL, NULL, &stack), STONER_OK);
    CHECK_STATUS(stoner_image_save_tiff(ctx, stack, in(scratch, "stack.tiff"), 1), STONER_OK);
    CHECK_STATUS(stoner_context_set_progress_callback(ctx, count_reports, seen), STONER_OK);
    CHECK_STATUS(stoner_load(ctx, in(scratch, "stack.tiff"), NULL, &back), STONER_OK);
    CHECK(seen[0] >= 6);
    CHECK_STATUS(stoner_image_shape(ctx, back, NULL, 0, &rank), STONER_OK);
    CHECK(rank == 3);
    stoner_image_free(back);
    back = NULL;
    CHECK_STATUS(stoner_context_set_progress_callback(ctx, cancel_at_half, ctx), STONER_OK);
    CHECK_STATUS(stoner_load(ctx, in(scratch, "stack.tiff"), NULL, &back), STONER_ERR_CANCELLED);
    CHECK(back == NULL);
    CHECK_STATUS(stoner_context_progress(ctx, &fraction), STONER_OK);
    CHECK(fraction >= 0.5 && fraction < 1);
    /* Sticky: also for a scan. */
    CHECK_STATUS(stoner_load(ctx, in(bundled, "domain_plus.hdf5"), NULL, &back), STONER_ERR_CANCELLED);
    CHECK_STATUS(stoner_context_reset_cancel(ctx), STONER_OK);
    CHECK_STATUS(stoner_load(ctx, in(bundled, "domain_plus.hdf5"), NULL, &back), STONER_OK);
    stoner_image_free(back);
    stoner_image_free(stack);
    CHECK_STATUS(stoner_context_free(ctx), STONER_OK);
}

int main(int argc, char **argv) {
    scratch = argc > 1 ? argv[1] : scratch;
    bundled = argc > 2 ? argv[2] : bundled;
    RUN(a_scan);
    RUN(round_trips);
    RUN(what_is_no_scan);
    RUN(cancelled_calls);
#ifndef _WIN32
    full_disk("image.tiff");
    full_disk("image.png");
    full_disk("image.npy");
#endif
    return finish();
}
