/* Names that Windows cannot hold, or takes for another file, a device or a stream beside a file's contents: each is an error
 * that says so, for every way to save and to load, and nothing is written anywhere. usage: test_names SCRATCH FOLDER */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "harness.h"
#include "stoner.h"

static char folder[1024];
static const double old_pixels[2] = {1, 2}, new_pixels[2] = {3, 4};

static stoner_image *picture(const double *pixels) {
    const int64_t shape[2] = {1, 2};
    stoner_image *image = NULL;
    CHECK_STATUS(stoner_image_from_data(NULL, pixels, STONER_F64, 2, shape, NULL, NULL, &image), STONER_OK);
    return image;
}

static const char *in(const char *base, const char *name) {
    static char paths[4][2048];
    static int turn;
    turn = (turn + 1) % 4;
    snprintf(paths[turn], sizeof paths[turn], "%s/%s", base, name);
    return paths[turn];
}

/* All that lies in a folder, of whatever kind. */
static int count(const char *base) {
    WIN32_FIND_DATAA found;
    HANDLE search = FindFirstFileA(in(base, "*"), &found);
    int n = 0;
    if (search != INVALID_HANDLE_VALUE) {
        do {
            n++;
        } while (FindNextFileA(search, &found));
        FindClose(search);
    }
    return n;
}

static void refused(int32_t status, const char *name) {
    const char *said = stoner_last_error(NULL);
    const int good = status == STONER_ERR_INVALID_ARGUMENT && strstr(said, name) != NULL && strstr(said, "Windows") != NULL;
    if (!CHECK(good)) {
        printf("#     '%s': %d, %s\n", name, (int)status, said);
    }
}

/* The calls that take any ending, and those that take an image's. */
static void nothing_is_done(const char *name) {
    const char *path = in(folder, name);
    stoner_image *image = picture(new_pixels), *back = NULL;
    stoner_table *table = NULL, *loaded = NULL;
    stoner_scan *scan = NULL;
    const int before = count(folder), beside = count(".");
    CHECK_STATUS(stoner_table_new(NULL, &table), STONER_OK);
    CHECK_STATUS(stoner_table_add_column(NULL, table, "x", NULL, new_pixels, 2), STONER_OK);
    refused(stoner_image_dump(NULL, image, path), name);
    refused(stoner_load(NULL, path, NULL, &back), name);
    refused(stoner_load(NULL, path, "npy", &back), name);
    refused(stoner_scan_open(NULL, path, &scan), name);
    refused(stoner_table_load(NULL, path, NULL, &loaded), name);
    if (strlen(name) > 4 && strcmp(name + strlen(name) - 4, ".npy") == 0) {
        refused(stoner_image_save(NULL, image, path, NULL, 0), name);
    } else {
        refused(stoner_table_save(NULL, table, path, "csv"), name);
    }
    CHECK(back == NULL && loaded == NULL && scan == NULL);
    if (!CHECK(count(folder) == before && count(".") == beside)) {
        printf("#     '%s' left a file\n", name);
    }
    stoner_image_free(image);
    stoner_image_free(back);
    stoner_scan_free(scan);
    stoner_table_free(table);
    stoner_table_free(loaded);
}

TEST(names_that_cannot_be) {
    static const char *const names[] = {
        "a<b.npy", "a>b.npy", "a|b.npy", "a?b.npy", "a*b.npy", "a\"b.npy", "a\nb.npy", "a\x1f" "b.npy", "sub?/a.npy",
        /* streams of a file that is there, and of one that is not */
        "there.npy:b", "there.npy:b.npy", "there.npy::$DATA", "none.npy:b.npy", "sub:b/a.npy",
        /* Windows leaves these ends out: other files */
        "there.npy.", "there.npy ", "there.npy. .", "none.npy.", "sub./a.npy", "sub /a.npy", "...", "sub\\.../a.npy",
        /* devices, whatever the ending and the case */
        "CON", "CON.npy", "prn.npy", "AUX.npy", "nul", "NUL.npy", "nul.tar.npy", "NUL .npy", "COM1.npy", "com9.npy", "LPT1.npy",
        "COM\xc2\xb9.npy", "CONIN$", "conout$", "sub/NUL.npy", "nul/a.npy",
    };
    char sub[1100];
    stoner_image *image = picture(old_pixels), *back = NULL;
    int32_t equal = 0;
    CreateDirectoryA(in(folder, "sub"), NULL);
    snprintf(sub, sizeof sub, "%s/sub", folder);
    CHECK_STATUS(stoner_image_save(NULL, image, in(folder, "there.npy"), NULL, 0), STONER_OK);
    CHECK_STATUS(stoner_image_save(NULL, image, in(sub, "a.npy"), NULL, 0), STONER_OK);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        nothing_is_done(names[i]);
    }
    CHECK(count(sub) == 3);
    CHECK_STATUS(stoner_load(NULL, in(folder, "there.npy"), NULL, &back), STONER_OK);
    CHECK_STATUS(stoner_image_equal(NULL, image, back, 0, &equal), STONER_OK);
    CHECK(equal == 1);
    stoner_image_free(image);
    stoner_image_free(back);
}

/* A format's ending is put behind the name: what comes out is looked at, not what went in. */
TEST(with_a_list_of_formats) {
    stoner_image *image = picture(new_pixels);
    const int before = count(folder);
    refused(stoner_image_save(NULL, image, in(folder, "NUL"), "npy,tiff", 0), "NUL");
    refused(stoner_image_save(NULL, image, in(folder, "there:b"), "npy", 0), "there:b");
    CHECK(count(folder) == before);
    stoner_image_free(image);
}

/* As the system takes paths that begin with a drive, a server or the sign that nothing is to be read into them. */
TEST(other_beginnings) {
    static const char *const paths[] = {"\\\\.\\NUL", "\\\\.\\C:\\a.npy", "\\\\.\\pipe\\a.npy", "//./COM1", "C:\\a:b.npy", "\\\\?\\C:\\a?b.npy", "\\\\?\\C:\\a.npy:b.npy"};
    stoner_image *image = picture(new_pixels), *back = NULL;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        refused(stoner_image_dump(NULL, image, paths[i]), paths[i]);
        refused(stoner_load(NULL, paths[i], NULL, &back), paths[i]);
    }
    CHECK(back == NULL);
    stoner_image_free(image);
}

/* Names that only look like those. */
TEST(names_that_can_be) {
    static const char *const names[] = {"nullify.npy", "console.npy", "com.npy", "com10.npy", "lpt.npy", "auxiliary.npy", ".npy.npy", "a.b.npy", " a.npy", "./there.npy", "sub/../there.npy"};
    stoner_image *image = picture(new_pixels), *back = NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        CHECK_STATUS(stoner_image_save(NULL, image, in(folder, names[i]), NULL, 0), STONER_OK);
        CHECK_STATUS(stoner_load(NULL, in(folder, names[i]), NULL, &back), STONER_OK);
        stoner_image_free(back);
    }
    stoner_image_free(image);
}

/* More than the 32,767 characters of the longest path; and a name of more than 255, which the system refuses. */
TEST(too_long) {
    enum { LENGTH = 40000 };
    char *path = malloc(LENGTH + 1), name[400];
    stoner_image *image = picture(new_pixels), *back = NULL;
    const int before = count(folder);
    REQUIRE(path != NULL);
    for (int i = 0; i < LENGTH; i++) {
        path[i] = i % 100 == 99 ? '/' : 'x';
    }
    memcpy(path, folder, strlen(folder));
    memcpy(path + LENGTH - 4, ".npy", 5);
    CHECK_STATUS(stoner_image_save(NULL, image, path, NULL, 0), STONER_ERR_INVALID_ARGUMENT);
    CHECK(strstr(stoner_last_error(NULL), "32,767") != NULL && strlen(stoner_last_error(NULL)) < 2000);
    CHECK_STATUS(stoner_load(NULL, path, NULL, &back), STONER_ERR_INVALID_ARGUMENT);
    CHECK(strstr(stoner_last_error(NULL), "32,767") != NULL);
    memset(name, 'y', sizeof name);
    memcpy(name + sizeof name - 5, ".npy", 5);
    CHECK(stoner_image_save(NULL, image, in(folder, name), NULL, 0) != STONER_OK);
    CHECK(strstr(stoner_last_error(NULL), ": ") != NULL);
    CHECK(stoner_load(NULL, in(folder, name), NULL, &back) != STONER_OK && back == NULL);
    CHECK(strstr(stoner_last_error(NULL), ": ") != NULL);
    CHECK(count(folder) == before);
    free(path);
    stoner_image_free(image);
}

int main(int argc, char **argv) {
    snprintf(folder, sizeof folder, "%s/names", argc > 1 ? argv[1] : ".");
    CreateDirectoryA(folder, NULL);
    RUN(names_that_cannot_be);
    RUN(with_a_list_of_formats);
    RUN(other_beginnings);
    RUN(names_that_can_be);
    RUN(too_long);
    return finish();
}
