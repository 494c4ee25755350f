/* What Windows alone has: UTF-8 in names that the system keeps as UTF-16, paths of more than 260 characters, files that
 * another program has open, lines that end with CR LF. usage: test_windows SCRATCH FOLDER */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

#include "harness.h"
#include "stoner.h"

static const char *scratch = ".";

static stoner_image *picture(double first) {
    double pixels[12];
    const int64_t shape[2] = {3, 4};
    stoner_image *image = NULL;
    for (int i = 0; i < 12; i++) {
        pixels[i] = first + i;
    }
    CHECK_STATUS(stoner_image_from_data(NULL, pixels, STONER_F64, 2, shape, NULL, NULL, &image), STONER_OK);
    return image;
}

static const char *in_scratch(const char *name) {
    static char paths[4][2048];
    static int turn;
    turn = (turn + 1) % 4;
    snprintf(paths[turn], sizeof paths[turn], "%s/%s", scratch, name);
    return paths[turn];
}

/* The name as Windows has it. */
static const wchar_t *wide(const char *path) {
    static wchar_t buffers[4][4096];
    static int turn;
    turn = (turn + 1) % 4;
    CHECK(MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, path, -1, buffers[turn], 4096) > 0);
    return buffers[turn];
}

static int exists(const char *path) {
    return GetFileAttributesW(wide(path)) != INVALID_FILE_ATTRIBUTES;
}

static void saved_and_loaded(const char *path) {
    stoner_image *image = picture(1), *back = NULL;
    int32_t equal = 0;
    CHECK_STATUS(stoner_image_save(NULL, image, path, NULL, 0), STONER_OK);
    CHECK_STATUS(stoner_load(NULL, path, NULL, &back), STONER_OK);
    CHECK_STATUS(stoner_image_equal(NULL, image, back, 0, &equal), STONER_OK);
    CHECK(equal == 1);
    stoner_image_free(image);
    stoner_image_free(back);
}

/* Files in a folder whose name begins so; what a save leaves behind begins with a dot. */
static int count(const char *pattern) {
    WIN32_FIND_DATAW found;
    HANDLE search = FindFirstFileW(wide(in_scratch(pattern)), &found);
    int n = 0;
    if (search != INVALID_HANDLE_VALUE) {
        do {
            n++;
        } while (FindNextFileW(search, &found));
        FindClose(search);
    }
    return n;
}

TEST(names_with_umlauts_and_blanks) {
    const char *path = in_scratch("Probe \xc3\xa4\xc3\xb6\xc3\xbc \xce\xbcm \xe6\xb8\xac.npy");
    stoner_image *image = NULL;
    char name[2048];
    DeleteFileW(wide(path));
    saved_and_loaded(path);
    CHECK(exists(path));
    CHECK_STATUS(stoner_load(NULL, path, NULL, &image), STONER_OK);
    CHECK_STATUS(stoner_image_filename(NULL, image, name, sizeof name, NULL), STONER_OK);
    CHECK(strstr(name, "\xc3\xa4\xc3\xb6\xc3\xbc \xce\xbcm") != NULL);
    stoner_image_free(image);
}

TEST(backslashes_and_drives) {
    char full[2048];
    wchar_t absolute[2048];
    saved_and_loaded(in_scratch("slash.npy"));
    CHECK(GetFullPathNameW(wide(in_scratch("slash.npy")), 2048, absolute, NULL) > 0);
    CHECK(WideCharToMultiByte(CP_UTF8, 0, absolute, -1, full, sizeof full, NULL, NULL) > 0);
    CHECK(strchr(full, '\\') != NULL && full[1] == ':');
    saved_and_loaded(full);
    /* The form that takes any length. */
    {
        char verbatim[2100];
        snprintf(verbatim, sizeof verbatim, "\\\\?\\%s", full);
        saved_and_loaded(verbatim);
    }
}

TEST(longer_than_260_characters) {
    wchar_t folder[4096] = L"\\\\?\\";
    char path[4096];
    CHECK(GetFullPathNameW(wide(scratch), 4000, folder + 4, NULL) > 0);
    for (int i = 0; i < 6; i++) {
        wcscat(folder, L"\\a folder whose name alone has some sixty characters, as they do");
        CreateDirectoryW(folder, NULL);
    }
    CHECK(WideCharToMultiByte(CP_UTF8, 0, folder + 4, -1, path, sizeof path - 20, NULL, NULL) > 300);
    strcat(path, "\\image.npy");
    saved_and_loaded(path);
}

TEST(a_file_that_another_program_reads) {
    const char *path = in_scratch("open.npy");
    stoner_image *other = picture(100), *back = NULL;
    int32_t equal = 0;
    HANDLE reader;
    saved_and_loaded(path);
    /* As fopen opens it: others may read and write, not delete. */
    reader = CreateFileW(wide(path), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
    REQUIRE(reader != INVALID_HANDLE_VALUE);
    CHECK_STATUS(stoner_load(NULL, path, NULL, &back), STONER_OK);
    {
        const int32_t status = stoner_image_save(NULL, other, path, NULL, 0);
        stoner_image *now = NULL;
        CHECK_STATUS(stoner_load(NULL, path, NULL, &now), STONER_OK);
        /* Either it was replaced, or it is an error and the old file is whole. */
        CHECK_STATUS(stoner_image_equal(NULL, now, status == STONER_OK ? other : back, 0, &equal), STONER_OK);
        CHECK(equal == 1);
        CHECK(status == STONER_OK || status == STONER_ERR_IO);
        CHECK(status == STONER_OK || strstr(stoner_last_error(NULL), "open.npy") != NULL);
        stoner_image_free(now);
    }
    CloseHandle(reader);
    CHECK_STATUS(stoner_image_save(NULL, other, path, NULL, 0), STONER_OK);
    CHECK(count(".stoner-*") == 0);
    stoner_image_free(back);
    stoner_image_free(other);
}

TEST(a_file_that_another_program_keeps_to_itself) {
    const char *path = in_scratch("kept.npy");
    stoner_image *image = picture(5), *back = NULL;
    HANDLE owner;
    saved_and_loaded(path);
    owner = CreateFileW(wide(path), GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
    REQUIRE(owner != INVALID_HANDLE_VALUE);
    CHECK_STATUS(stoner_load(NULL, path, NULL, &back), STONER_ERR_IO);
    CHECK(back == NULL && strstr(stoner_last_error(NULL), "kept.npy") != NULL);
    CHECK_STATUS(stoner_image_save(NULL, image, path, NULL, 0), STONER_ERR_IO);
    CHECK(count(".stoner-*") == 0);
    CloseHandle(owner);
    saved_and_loaded(path);
    stoner_image_free(image);
}

TEST(a_file_that_is_loaded_can_be_renamed_and_removed) {
    const char *path = in_scratch("gone.npy");
    stoner_image *image = NULL;
    saved_and_loaded(path);
    CHECK_STATUS(stoner_load(NULL, path, NULL, &image), STONER_OK);
    CHECK(DeleteFileW(wide(path)));
    CHECK(!exists(path));
    stoner_image_free(image);
}

TEST(a_protected_file_stays) {
    const char *path = in_scratch("protected.npy");
    stoner_image *image = picture(7), *back = NULL, *before = NULL;
    int32_t equal = 0;
    SetFileAttributesW(wide(path), FILE_ATTRIBUTE_NORMAL);
    saved_and_loaded(path);
    CHECK_STATUS(stoner_load(NULL, path, NULL, &before), STONER_OK);
    CHECK(SetFileAttributesW(wide(path), FILE_ATTRIBUTE_READONLY));
    CHECK_STATUS(stoner_image_save(NULL, image, path, NULL, 0), STONER_ERR_IO);
    CHECK_STATUS(stoner_load(NULL, path, NULL, &back), STONER_OK);
    CHECK_STATUS(stoner_image_equal(NULL, before, back, 0, &equal), STONER_OK);
    CHECK(equal == 1 && count(".stoner-*") == 0);
    CHECK(SetFileAttributesW(wide(path), FILE_ATTRIBUTE_NORMAL));
    stoner_image_free(image);
    stoner_image_free(before);
    stoner_image_free(back);
}

TEST(paths_that_are_no_files) {
    stoner_image *back = NULL;
    CHECK_STATUS(stoner_load(NULL, in_scratch("no such folder/image.npy"), NULL, &back), STONER_ERR_FILE_NOT_FOUND);
    CHECK_STATUS(stoner_load(NULL, scratch, NULL, &back), STONER_ERR_IO);
    CHECK_STATUS(stoner_load(NULL, "\xff.npy", NULL, &back), STONER_ERR_INVALID_UTF8);
    CHECK(back == NULL && count(".stoner-*") == 0);
}

TEST(tables_with_carriage_returns) {
    static const char unix_lines[] = "x,y\n1,2\n3,4\n", windows_lines[] = "x,y\r\n1,2\r\n3,4\r\n";
    const char *paths[2] = {in_scratch("lf.csv"), in_scratch("crlf.csv")};
    const char *texts[2] = {unix_lines, windows_lines};
    stoner_table *tables[2] = {NULL, NULL};
    int32_t equal = 0;
    for (int i = 0; i < 2; i++) {
        FILE *file = fopen(paths[i], "wb");
        REQUIRE(file != NULL);
        CHECK(fwrite(texts[i], 1, strlen(texts[i]), file) == strlen(texts[i]));
        CHECK(fclose(file) == 0);
        CHECK_STATUS(stoner_table_load(NULL, paths[i], NULL, &tables[i]), STONER_OK);
    }
    CHECK_STATUS(stoner_table_equal(NULL, tables[0], tables[1], 0, &equal), STONER_OK);
    CHECK(equal == 1);
    stoner_table_free(tables[0]);
    stoner_table_free(tables[1]);
}

int main(int argc, char **argv) {
    scratch = argc > 1 ? argv[1] : scratch;
    RUN(names_with_umlauts_and_blanks);
    RUN(backslashes_and_drives);
    RUN(longer_than_260_characters);
    RUN(a_file_that_another_program_reads);
    RUN(a_file_that_another_program_keeps_to_itself);
    RUN(a_file_that_is_loaded_can_be_renamed_and_removed);
    RUN(a_protected_file_stays);
    RUN(paths_that_are_no_files);
    RUN(tables_with_carriage_returns);
    return finish();
}
