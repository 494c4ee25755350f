/* The functions that ask a person: without hooks, with hooks that answer, refuse, fail and misbehave. And a function that is told of
 * progress and uses the handle that is drawn on. */
#define _POSIX_C_SOURCE 200809L
#include <string.h>
#ifndef _WIN32
#include <unistd.h>
#endif

#include "harness.h"

typedef struct {
    int calls;
    int32_t status, what;
    const char *answer;
    char title[64], patterns[256];
    stoner_context *ctx;
} host;

static int32_t ask_for_file(int32_t what, const char *title, const char *patterns, char *buffer, int64_t capacity,
                            void *user_data) {
    host *self = user_data;
    self->calls++;
    self->what = what;
    snprintf(self->title, sizeof self->title, "%s", title);
    snprintf(self->patterns, sizeof self->patterns, "%s", patterns);
    if (self->answer != NULL) {
        snprintf(buffer, (size_t)capacity, "%s", self->answer);
    }
    return self->status;
}

/* Writes to the last byte it was given, without a NUL. */
static int32_t fill_the_buffer(int32_t what, const char *title, const char *patterns, char *buffer, int64_t capacity,
                               void *user_data) {
    (void)what, (void)title, (void)patterns, (void)user_data;
    memset(buffer, 'x', (size_t)capacity);
    return STONER_OK;
}

static int32_t draw_a_line(const stoner_image *image, double *ends, void *user_data) {
    host *self = user_data;
    int64_t shape[2] = {0, 0}, ndim = 0;
    self->calls++;
    /* The library may be called from here, with the same context too. */
    CHECK_STATUS(stoner_image_shape(self->ctx, image, shape, 2, &ndim), STONER_OK);
    CHECK(shape[0] == 2 && shape[1] == 3);
    ends[0] = 0.5, ends[1] = 1, ends[2] = 2.5;
    if (self->answer != NULL) {
        ends[3] = 4;
    }
    return self->status;
}

static int32_t free_the_image(const stoner_image *image, double *ends, void *user_data) {
    (void)user_data;
    CHECK_STATUS(stoner_image_free((stoner_image *)image), STONER_OK);
    ends[0] = ends[1] = ends[2] = ends[3] = 0;
    return STONER_OK;
}

static stoner_context *ctx;
static stoner_image *image;

TEST(without_hooks_nothing_is_asked) {
    char text[64];
    int64_t length = 7;
    double ends[4] = {1, 2, 3, 4};
    CHECK_STATUS(stoner_get_filedialog(ctx, STONER_DIALOG_FILE, NULL, NULL, text, sizeof text, &length),
                 STONER_ERR_NOT_INTERACTIVE);
    CHECK_STATUS(stoner_image_get_filename(ctx, image, STONER_DIALOG_SAVE), STONER_ERR_NOT_INTERACTIVE);
    CHECK_STATUS(stoner_image_line_select(ctx, image, ends), STONER_ERR_NOT_INTERACTIVE);
    CHECK_STATUS(stoner_image_line_select(NULL, image, ends), STONER_ERR_NOT_INTERACTIVE);
    CHECK(length == 7 && ends[0] == 1 && ends[3] == 4);
    CHECK(strstr(stoner_last_error(ctx), "hook") != NULL);
}

TEST(a_file_dialog_is_shown_once) {
    host self = {0};
    char text[64] = "";
    int64_t length = 0;
    self.answer = "/tmp/a \xc3\xa4.tif";
    CHECK_STATUS(stoner_context_set_file_hook(ctx, ask_for_file, &self), STONER_OK);
    CHECK_STATUS(stoner_get_filedialog(ctx, STONER_DIALOG_SAVE, "Save as", "*.tif", NULL, 0, &length), STONER_OK);
    CHECK(length == (int64_t)strlen(self.answer));
    CHECK_STATUS(stoner_get_filedialog(ctx, STONER_DIALOG_SAVE, "Save as", "*.tif", text, 3, &length),
                 STONER_ERR_BUFFER_TOO_SMALL);
    CHECK_STATUS(stoner_get_filedialog(ctx, STONER_DIALOG_SAVE, "Save as", "*.tif", text, sizeof text, NULL), STONER_OK);
    CHECK(self.calls == 1 && self.what == STONER_DIALOG_SAVE && strcmp(text, self.answer) == 0);
    CHECK(strcmp(self.title, "Save as") == 0 && strcmp(self.patterns, "*.tif") == 0);
    /* Read whole: the next call asks again. */
    self.answer = "a\nb";
    CHECK_STATUS(stoner_get_filedialog(ctx, STONER_DIALOG_FILES, NULL, NULL, text, sizeof text, NULL), STONER_OK);
    CHECK(self.calls == 2 && self.what == STONER_DIALOG_FILES && strcmp(text, "a\nb") == 0);
    CHECK(self.title[0] == '\0' && strstr(self.patterns, "*.tiff") != NULL);
    CHECK_STATUS(stoner_get_filedialog(ctx, 4, NULL, NULL, text, sizeof text, NULL), STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(stoner_get_filedialog(ctx, STONER_DIALOG_FILE, NULL, NULL, NULL, 0, NULL), STONER_ERR_NULL_POINTER);
    CHECK(self.calls == 2);
    CHECK_STATUS(stoner_context_set_file_hook(ctx, NULL, NULL), STONER_OK);
    CHECK_STATUS(stoner_get_filedialog(ctx, STONER_DIALOG_FILE, NULL, NULL, text, sizeof text, NULL),
                 STONER_ERR_NOT_INTERACTIVE);
}

TEST(refusals_and_failures_become_the_status) {
    host self = {0};
    char text[64] = "old";
    stoner_context_set_file_hook(ctx, ask_for_file, &self);
    self.status = STONER_ERR_CANCELLED;
    CHECK_STATUS(stoner_get_filedialog(ctx, 0, NULL, NULL, text, sizeof text, NULL), STONER_ERR_CANCELLED);
    self.status = STONER_ERR_IO;
    CHECK_STATUS(stoner_get_filedialog(ctx, 0, NULL, NULL, text, sizeof text, NULL), STONER_ERR_IO);
    self.status = -17;
    CHECK_STATUS(stoner_get_filedialog(ctx, 0, NULL, NULL, text, sizeof text, NULL), STONER_ERR_CANCELLED);
    self.status = STONER_OK; /* and nothing written */
    CHECK_STATUS(stoner_get_filedialog(ctx, 0, NULL, NULL, text, sizeof text, NULL), STONER_ERR_CANCELLED);
    self.answer = "\xff";
    CHECK_STATUS(stoner_get_filedialog(ctx, 0, NULL, NULL, text, sizeof text, NULL), STONER_ERR_INVALID_UTF8);
    CHECK(strcmp(text, "old") == 0 && self.calls == 5);
    stoner_context_set_file_hook(ctx, fill_the_buffer, NULL);
    CHECK_STATUS(stoner_get_filedialog(ctx, 0, NULL, NULL, text, sizeof text, NULL), STONER_ERR_BUFFER_TOO_SMALL);
    stoner_context_set_file_hook(ctx, NULL, NULL);
}

TEST(an_image_gets_the_name_that_was_chosen) {
    host self = {0};
    char text[64];
    self.answer = "chosen.tif";
    stoner_context_set_file_hook(ctx, ask_for_file, &self);
    stoner_image_set_filename(ctx, image, "before.hdf5");
    CHECK_STATUS(stoner_image_get_filename(ctx, image, STONER_DIALOG_FILES), STONER_ERR_INVALID_ARGUMENT);
    self.status = STONER_ERR_CANCELLED;
    CHECK_STATUS(stoner_image_get_filename(ctx, image, STONER_DIALOG_SAVE), STONER_ERR_CANCELLED);
    CHECK_STATUS(stoner_image_filename(ctx, image, text, sizeof text, NULL), STONER_OK);
    CHECK(strcmp(text, "before.hdf5") == 0);
    self.status = STONER_OK;
    CHECK_STATUS(stoner_image_get_filename(ctx, image, STONER_DIALOG_SAVE), STONER_OK);
    CHECK_STATUS(stoner_image_filename(ctx, image, text, sizeof text, NULL), STONER_OK);
    CHECK(strcmp(text, "chosen.tif") == 0 && self.what == STONER_DIALOG_SAVE && strcmp(self.title, "before.hdf5") == 0);
    stoner_context_set_file_hook(ctx, NULL, NULL);
}

TEST(a_line_is_drawn) {
    host self = {0};
    double ends[4] = {0};
    const int64_t live = stoner_live_handles();
    self.ctx = ctx, self.answer = "";
    CHECK_STATUS(stoner_context_set_line_hook(ctx, draw_a_line, &self), STONER_OK);
    CHECK_STATUS(stoner_image_line_select(ctx, image, ends), STONER_OK);
    CHECK(ends[0] == 0.5 && ends[1] == 1 && ends[2] == 2.5 && ends[3] == 4 && self.calls == 1);
    self.status = STONER_ERR_CANCELLED;
    CHECK_STATUS(stoner_image_line_select(ctx, image, ends), STONER_ERR_CANCELLED);
    self.status = STONER_OK, self.answer = NULL; /* the last number is missing */
    CHECK_STATUS(stoner_image_line_select(ctx, image, ends), STONER_ERR_CANCELLED);
    CHECK(ends[3] == 4);
    stoner_context_set_line_hook(ctx, free_the_image, NULL);
    CHECK_STATUS(stoner_image_line_select(ctx, image, ends), STONER_OK);
    CHECK(stoner_live_handles() == live);
    CHECK_STATUS(stoner_context_set_line_hook(ctx, NULL, NULL), STONER_OK);
    CHECK_STATUS(stoner_image_line_select(ctx, image, ends), STONER_ERR_NOT_INTERACTIVE);
}

TEST(loaders_are_listed_in_the_order_of_their_priorities) {
    int32_t n = 0, i, priority = 0, last = INT32_MIN, tiff = 0;
    char name[64], mime[64], patterns[64], formats[64];
    REQUIRE(stoner_loader_count(ctx, &n) == STONER_OK && n >= 3);
    for (i = 0; i < n; i++) {
        CHECK_STATUS(stoner_loader_name(ctx, i, name, sizeof name, NULL), STONER_OK);
        CHECK_STATUS(stoner_loader_mime_type(ctx, i, mime, sizeof mime, NULL), STONER_OK);
        CHECK_STATUS(stoner_loader_patterns(ctx, i, patterns, sizeof patterns, NULL), STONER_OK);
        CHECK_STATUS(stoner_loader_priority(ctx, i, &priority), STONER_OK);
        CHECK(priority >= last && strchr(mime, '/') != NULL && strncmp(patterns, "*.", 2) == 0);
        last = priority;
        if (strcmp(name, "tiff") == 0) {
            tiff++;
            CHECK(strcmp(mime, "image/tiff") == 0 && strcmp(patterns, "*.tif *.tiff") == 0);
        }
    }
    CHECK(tiff == 1);
    CHECK_STATUS(stoner_loader_name(ctx, n, name, sizeof name, NULL), STONER_ERR_OUT_OF_RANGE);
    CHECK_STATUS(stoner_loader_priority(ctx, -1, &priority), STONER_ERR_OUT_OF_RANGE);
    CHECK_STATUS(stoner_fmts(ctx, formats, sizeof formats, NULL), STONER_OK);
    CHECK(strcmp(formats, "tif,tiff,png,npy,nxs,hdf5,h5,hdf") == 0);
}

static char saved[4096];

TEST(every_listed_format_is_saved_and_loading_explains_itself) {
    char formats[64], path[4200], warning[8192];
    int32_t debug = -1;
    int64_t kept = 0;
    stoner_image *loaded = NULL;
    REQUIRE(stoner_fmts(ctx, formats, sizeof formats, NULL) == STONER_OK);
    snprintf(path, sizeof path, "%s/fmts", saved);
    CHECK_STATUS(stoner_image_save(ctx, image, path, formats, 0), STONER_OK);
    snprintf(path, sizeof path, "%s/fmts.npy", saved);
    stoner_context_clear_warnings(ctx);
    CHECK_STATUS(stoner_load(ctx, path, NULL, &loaded), STONER_OK);
    stoner_image_free(loaded);
    CHECK_STATUS(stoner_context_warning_count(ctx, &kept, NULL), STONER_OK);
    CHECK(kept == 0);
    CHECK(stoner_context_debug(ctx, &debug) == STONER_OK && debug == 0);
    CHECK_STATUS(stoner_context_set_debug(ctx, 2), STONER_ERR_INVALID_ARGUMENT);
    CHECK_STATUS(stoner_context_set_debug(ctx, 1), STONER_OK);
    CHECK(stoner_context_debug(ctx, &debug) == STONER_OK && debug == 1);
    loaded = NULL;
    CHECK_STATUS(stoner_load(ctx, path, NULL, &loaded), STONER_OK);
    stoner_image_free(loaded);
    CHECK_STATUS(stoner_context_warning(ctx, 0, warning, sizeof warning, NULL), STONER_OK);
    CHECK(strstr(warning, "npy (by content) loaded it") != NULL);
}

TEST(nothing_is_done) {
    stoner_image *same = NULL;
    int32_t equal = 0;
    CHECK_STATUS(stoner_image_do_nothing(ctx, image, &same), STONER_OK);
    CHECK_STATUS(stoner_image_equal(ctx, image, same, 1, &equal), STONER_OK);
    CHECK(equal == 1 && same != image);
    stoner_image_free(same);
}

/* What the function that is told of progress does with the image that is drawn on. */
typedef struct {
    stoner_image *drawn;
    int frees, calls;
} meddler;

static void meddle(double fraction, void *user_data) {
    meddler *self = user_data;
    double value = 0;
    (void)fraction;
    if (self->calls++ == 0) {
        CHECK_STATUS(stoner_image_max_value(ctx, self->drawn, &value, NULL), STONER_OK);
        CHECK(value == 6);
        CHECK_STATUS(stoner_image_fill(ctx, self->drawn, 9), STONER_OK);
        if (self->frees) {
            CHECK_STATUS(stoner_image_free(self->drawn), STONER_OK);
        }
    }
}

TEST(who_is_told_of_progress_may_use_the_image_that_is_drawn_on) {
    static const double x[3] = {0, 1, 1}, y[3] = {0, 0, 1}, three = 3;
    int shape, frees;
    stoner_context_set_progress_callback(ctx, NULL, NULL);
#ifndef _WIN32
    /* A call that waits for its own handle would wait for ever. */
    alarm(120);
#endif
    for (frees = 0; frees < 2; frees++) {
        for (shape = 0; shape < 3; shape++) {
            const int32_t wanted = frees ? STONER_ERR_INVALID_HANDLE : STONER_OK;
            meddler self = {NULL, 0, 0};
            double value = 0;
            self.frees = frees;
            REQUIRE(stoner_image_clone(ctx, image, &self.drawn) == STONER_OK);
            stoner_context_set_progress_callback(ctx, meddle, &self);
            switch (shape) {
            case 0: CHECK_STATUS(stoner_image_draw_polygon(ctx, self.drawn, x, y, 3, STONER_DRAW_IMAGE, STONER_F64, &three), wanted); break;
            case 1: CHECK_STATUS(stoner_image_draw_polygon_perimeter(ctx, self.drawn, x, y, 3, 0, STONER_DRAW_IMAGE, STONER_F64, &three), wanted); break;
            default: CHECK_STATUS(stoner_image_draw_rotated_rectangle(ctx, self.drawn, 0, 0, 1, 2, 0.3, STONER_DRAW_IMAGE, STONER_F64, &three), wanted);
            }
            CHECK(self.calls > 0);
            stoner_context_set_progress_callback(ctx, NULL, NULL);
            if (!frees) {
                /* Drawn on what the function left. */
                CHECK_STATUS(stoner_image_min_value(ctx, self.drawn, &value, NULL), STONER_OK);
                CHECK(value == 3);
                CHECK_STATUS(stoner_image_max_value(ctx, self.drawn, &value, NULL), STONER_OK);
                CHECK(value == 9);
                stoner_image_free(self.drawn);
            }
        }
    }
#ifndef _WIN32
    alarm(0);
#endif
}

int main(int argc, char **argv) {
    const double pixels[6] = {1, 2, 3, 4, 5, 6};
    const int64_t shape[2] = {2, 3};
    snprintf(saved, sizeof saved, "%s", argc > 1 ? argv[1] : ".");
    CHECK_STATUS(stoner_context_new(NULL, &ctx), STONER_OK);
    CHECK_STATUS(stoner_image_from_data(ctx, pixels, STONER_F64, 2, shape, NULL, NULL, &image), STONER_OK);
    RUN(without_hooks_nothing_is_asked);
    RUN(a_file_dialog_is_shown_once);
    RUN(refusals_and_failures_become_the_status);
    RUN(an_image_gets_the_name_that_was_chosen);
    RUN(a_line_is_drawn);
    RUN(loaders_are_listed_in_the_order_of_their_priorities);
    RUN(every_listed_format_is_saved_and_loading_explains_itself);
    RUN(nothing_is_done);
    RUN(who_is_told_of_progress_may_use_the_image_that_is_drawn_on);
    stoner_image_free(image);
    stoner_context_free(ctx);
    return finish();
}
