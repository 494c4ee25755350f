/* A limit to the address space (RLIMIT_AS), from nothing more than the process has to all that the call wants: each call gives its result,
 * whole, or STONER_ERR_NO_MEMORY, prints nothing, leaves no handle and no file, and works again when the limit is lifted.
 * usage: limits FOLDER LIMITS_OF_EACH_CALL
 *
 * Each limit is tried in a process of its own, forked from one that has made the inputs and nothing else. */
#define _GNU_SOURCE
#include <dirent.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "harness.h"

enum { SIDES = 2, PATIENCE = 120 };

/* The larger images do not fit into the reserve that the library keeps. */
static const int64_t sides[SIDES] = {48, 1100};
static const double sigma[2] = {1.5, 1.5};
static const char *const scan = "data/demo/domain_plus.hdf5";
static char folder[1024], out_path[1100], in_path[4][1100];
static stoner_image *image, *moved, *scattered, *stack;
static stoner_table *table;

typedef struct {
    stoner_image *image;
    stoner_table *table;
    int is_file;
} result;

#define WITH_DEFAULTS(operation) return stoner_image_apply(NULL, image, operation, NULL, &made->image)

/* The path of a call's file. */
static const char *out_file(result *made, const char *suffix) {
    made->is_file = 1;
    snprintf(out_path, sizeof out_path, "%s/out.%s", folder, suffix);
    return out_path;
}

static int32_t load_scan(result *made) { return stoner_load(NULL, scan, NULL, &made->image); }
static int32_t load_regridded(result *made) { return stoner_load_stxm(NULL, scan, 1, 1, &made->image); }
static int32_t load_tiff(result *made) { return stoner_load(NULL, in_path[0], NULL, &made->image); }
static int32_t load_png(result *made) { return stoner_load(NULL, in_path[1], NULL, &made->image); }
static int32_t load_npy(result *made) { return stoner_load(NULL, in_path[2], NULL, &made->image); }
static int32_t load_csv(result *made) { return stoner_table_load(NULL, in_path[3], NULL, &made->table); }
static int32_t save_tiff(result *made) { return stoner_image_save_tiff(NULL, scattered, out_file(made, "tiff"), 1); }
static int32_t save_png(result *made) { return stoner_image_save_png(NULL, scattered, out_file(made, "png")); }
static int32_t save_npy(result *made) { return stoner_image_save_npy(NULL, scattered, out_file(made, "npy")); }
static int32_t save_csv(result *made) { return stoner_table_save(NULL, table, out_file(made, "csv"), NULL); }
static int32_t figure(result *made) { return stoner_image_imshow(NULL, image, out_file(made, "png"), NULL); }
static int32_t xmcd(result *made) { return stoner_image_xmcd(NULL, image, moved, &made->image); }
static int32_t add(result *made) { return stoner_image_arithmetic(NULL, image, STONER_ARITHMETIC_ADD, moved, 0, &made->image); }
static int32_t clone(result *made) { return stoner_image_clone(NULL, image, &made->image); }
static int32_t convert(result *made) { return stoner_image_convert(NULL, image, STONER_C128, 0, 0, 1, &made->image); }
static int32_t rotate(result *made) { return stoner_image_rotate(NULL, image, 0.3, 1, NULL, 3, 0, 0.0, 1, 0, &made->image); }
static int32_t align(result *made) {
    return stoner_image_align(NULL, moved, image, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, &made->image);
}
static int32_t align_stack(result *made) {
    return stoner_image_align_stack(NULL, stack, 0, 0, NULL, NULL, 0, 0, 0, 0, 0, 1, 0, 0, &made->table, &made->image);
}
static int32_t grid(result *made) {
    return stoner_image_gridimage(NULL, scattered, NULL, NULL, NULL, NULL, STONER_GRID_LINEAR, 0, 0, 0, 0, 0, NULL, &made->image);
}
static int32_t histogram(result *made) { return stoner_image_hist(NULL, image, 50, NULL, 0, NULL, &made->table); }
static int32_t level(result *made) { WITH_DEFAULTS("level_image"); }
static int32_t smooth(result *made) { return stoner_image_gaussian_filter(NULL, image, sigma, NULL, NULL, 0.0, 4.0, &made->image); }
static int32_t denoise(result *made) { WITH_DEFAULTS("denoise"); }
static int32_t transform(result *made) { WITH_DEFAULTS("fft"); }
static int32_t contrast(result *made) { WITH_DEFAULTS("adjust_contrast"); }
static int32_t sort(result *made) { return stoner_image_sort(NULL, image, NULL, 1, 0, 0.0, &made->image); }
static int32_t steps(result *made) {
    return stoner_image_apply_all(NULL, image, "[{\"operation\": \"gaussian_filter\", \"options\": {\"sigma\": 1.5}}, {\"operation\": \"normalise\"}]", &made->image);
}

#define CALL(name) {#name, name}
static const struct {
    const char *name;
    int32_t (*make)(result *made);
} calls[] = {
    CALL(load_scan), CALL(load_regridded), CALL(load_tiff), CALL(load_png), CALL(load_npy), CALL(load_csv), CALL(save_tiff),
    CALL(save_png), CALL(save_npy), CALL(save_csv), CALL(figure), CALL(xmcd), CALL(add), CALL(clone), CALL(convert), CALL(rotate),
    CALL(align), CALL(align_stack), CALL(grid), CALL(histogram), CALL(level), CALL(smooth), CALL(denoise), CALL(transform),
    CALL(contrast), CALL(sort), CALL(steps),
};
enum { CALLS = sizeof calls / sizeof *calls };

/* How a child ends. */
enum { NO_MEMORY, WHOLE, OTHER_STATUS, NOT_WHOLE, NEXT_FAILS, FILES_LEFT, HANDLES_LEFT, PRINTED, NOT_LIMITED, OUTCOMES };
static const char *const outcomes[OUTCOMES] = {
    "no memory", "whole", "another status", "not whole", "the next call fails", "files are left", "handles are left", "something was printed",
    "the limit could not be set",
};

static void release(result *made) {
    if (made->image != NULL) {
        stoner_image_free(made->image);
    }
    if (made->table != NULL) {
        stoner_table_free(made->table);
    }
    made->image = NULL, made->table = NULL;
}

/* The bytes of a file, or NULL. */
static char *content(const char *path, long *size) {
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    if (file != NULL && fseek(file, 0, SEEK_END) == 0 && (*size = ftell(file)) >= 0 && (bytes = malloc((size_t)*size + 1)) != NULL) {
        rewind(file);
        if (fread(bytes, 1, (size_t)*size, file) != (size_t)*size) {
            free(bytes), bytes = NULL;
        }
    }
    if (file != NULL) {
        fclose(file);
    }
    return bytes;
}

static int n_files(void) {
    int n = 0;
    DIR *open = opendir(folder);
    while (open != NULL && readdir(open) != NULL) {
        n++;
    }
    if (open != NULL) {
        closedir(open);
    }
    return n;
}

static int same(const result *a, const result *b) {
    int32_t equal = 1;
    if (a->image != NULL && (stoner_image_equal(NULL, a->image, b->image, 1, &equal) != STONER_OK || !equal)) {
        return 0;
    }
    if (a->table != NULL && (stoner_table_equal(NULL, a->table, b->table, 1, &equal) != STONER_OK || !equal)) {
        return 0;
    }
    return 1;
}

/* A line of /proc/self/status, in bytes. */
static int64_t status_of(const char *field) {
    char line[256];
    long long kib = -1;
    FILE *file = fopen("/proc/self/status", "r");
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        if (strncmp(line, field, strlen(field)) == 0) {
            sscanf(line + strlen(field), ": %lld", &kib);
        }
    }
    if (file != NULL) {
        fclose(file);
    }
    return kib << 10;
}

/* What a child does under one limit. */
static int limited(int call, int64_t extra) {
    const int64_t live = stoner_live_handles(), size = status_of("VmSize");
    const struct rlimit limit = {(rlim_t)(size + extra), RLIM_INFINITY}, lifted = {RLIM_INFINITY, RLIM_INFINITY};
    const int files = n_files();
    result first = {NULL, NULL, 0}, next = {NULL, NULL, 0};
    long length[2] = {0, 0};
    char *bytes[2] = {NULL, NULL};
    int32_t status;
    if (size <= 0 || setrlimit(RLIMIT_AS, &limit) != 0) {
        return NOT_LIMITED;
    }
    status = calls[call].make(&first);
    setrlimit(RLIMIT_AS, &lifted);
    if (status != STONER_OK && status != STONER_ERR_NO_MEMORY) {
        fprintf(stdout, "# %s with %lld bytes: %s\n", calls[call].name, (long long)extra, stoner_last_error(NULL));
        return OTHER_STATUS;
    }
    if (status != STONER_OK && (n_files() != files || first.image != NULL || first.table != NULL)) {
        return FILES_LEFT;
    }
    if (status == STONER_OK && first.is_file && (bytes[0] = content(out_path, &length[0])) == NULL) {
        return NOT_WHOLE;
    }
    if (calls[call].make(&next) != STONER_OK) {
        return NEXT_FAILS;
    }
    if (status == STONER_OK && first.is_file) {
        bytes[1] = content(out_path, &length[1]);
        if (bytes[1] == NULL || length[0] != length[1] || memcmp(bytes[0], bytes[1], (size_t)length[0]) != 0) {
            return NOT_WHOLE;
        }
    }
    if (status == STONER_OK && !same(&first, &next)) {
        return NOT_WHOLE;
    }
    free(bytes[0]), free(bytes[1]);
    release(&first), release(&next);
    if (stoner_live_handles() != live) {
        return HANDLES_LEFT;
    }
    return lseek(2, 0, SEEK_CUR) > 0 ? PRINTED : status == STONER_OK ? WHOLE : NO_MEMORY;
}

/* Removes what the calls save: all but the inputs. */
static void remove_results(void) {
    static const char *const suffixes[] = {"tiff", "png", "npy", "csv"};
    for (int i = 0; i < 4; i++) {
        char path[1100];
        snprintf(path, sizeof path, "%s/out.%s", folder, suffixes[i]);
        remove(path);
    }
}

/* A stack that can no longer grow ends a process at any call, of any library. So it is as large as it needs to be beforehand, in a build without
 * optimisation too; small_stack measures how much that is. */
static void grow_stack(void) {
    volatile char pages[1 << 20];
    for (size_t i = 0; i < sizeof pages; i += 1024) {
        pages[i] = 1;
    }
}

/* What the call adds to the address space where nothing limits it, or -1. */
static int64_t wanted(int call) {
    int ends[2];
    int64_t bytes = -1;
    pid_t child;
    if (pipe(ends) != 0) {
        return -1;
    }
    fflush(NULL);
    child = fork();
    if (child == 0) {
        const int64_t before = status_of("VmSize");
        result made = {NULL, NULL, 0};
        const int32_t status = calls[call].make(&made);
        const int64_t more = status == STONER_OK ? status_of("VmPeak") - before : -1;
        if (status != STONER_OK) {
            printf("# %s: %s\n", calls[call].name, stoner_last_error(NULL));
            fflush(stdout);
        }
        _exit(write(ends[1], &more, sizeof more) != sizeof more);
    }
    close(ends[1]);
    if (read(ends[0], &bytes, sizeof bytes) != sizeof bytes) {
        bytes = -1;
    }
    close(ends[0]);
    waitpid(child, NULL, 0);
    remove_results();
    return bytes;
}

static void make_inputs(int64_t side) {
    const int64_t shape[3] = {4, side, side};
    const double origin[2] = {0, 0}, step[4] = {1, 0, 0, 1};
    const size_t pixels = (size_t)(side * side);
    double *scene = malloc(4 * pixels * sizeof *scene), *x = malloc(pixels * sizeof *x), *y = malloc(pixels * sizeof *y);
    stoner_image *plane = NULL;
    uint32_t noise = 12345;
    if (scene == NULL || x == NULL || y == NULL) {
        CHECK(!"memory for the inputs");
        exit(1);
    }
    for (int64_t frame = 0; frame < 4; frame++) {
        for (int64_t row = 0; row < side; row++) {
            for (int64_t column = 0; column < side; column++) {
                const int64_t r = row + 2 * frame, c = column - frame;
                /* Hills at places without a pattern, moved from frame to frame. */
                uint32_t cell = (uint32_t)((r / 6) * 2654435761u + ((c + side) / 6) * 40503u);
                cell ^= cell >> 13, cell *= 2246822519u, cell ^= cell >> 16;
                scene[((frame * side) + row) * side + column] = 100 + cell % 50 + (double)((r * 7 + c * 3) % 11) / 10;
            }
        }
    }
    for (int64_t i = 0; i < side * side; i++) {
        noise = noise * 1664525u + 1013904223u;
        x[i] = (double)(i % side) + 0.3 * (double)(noise >> 8) / (1 << 24);
        noise = noise * 1664525u + 1013904223u;
        y[i] = (double)(i / side) + 0.3 * (double)(noise >> 8) / (1 << 24);
    }
    CHECK_STATUS(stoner_image_from_data(NULL, scene, STONER_F64, 2, shape + 1, NULL, NULL, &image), STONER_OK);
    CHECK_STATUS(stoner_image_from_data(NULL, scene + pixels, STONER_F64, 2, shape + 1, NULL, NULL, &moved), STONER_OK);
    CHECK_STATUS(stoner_image_from_data(NULL, scene, STONER_F64, 2, shape + 1, NULL, NULL, &scattered), STONER_OK);
    CHECK_STATUS(stoner_image_from_data(NULL, scene, STONER_F64, 3, shape, NULL, NULL, &stack), STONER_OK);
    CHECK_STATUS(stoner_image_metadata_set_f64(NULL, image, "collection.polarization.value", 1.0), STONER_OK);
    CHECK_STATUS(stoner_image_metadata_set_f64(NULL, moved, "collection.polarization.value", -1.0), STONER_OK);
    CHECK_STATUS(stoner_image_set_map(NULL, scattered, origin, step, "sample_x", "sample_y", "um", "um"), STONER_OK);
    CHECK_STATUS(stoner_image_from_data(NULL, x, STONER_F64, 2, shape + 1, NULL, NULL, &plane), STONER_OK);
    CHECK_STATUS(stoner_image_set_plane(NULL, scattered, "actual_x", plane, "um"), STONER_OK);
    stoner_image_free(plane);
    CHECK_STATUS(stoner_image_from_data(NULL, y, STONER_F64, 2, shape + 1, NULL, NULL, &plane), STONER_OK);
    CHECK_STATUS(stoner_image_set_plane(NULL, scattered, "actual_y", plane, "um"), STONER_OK);
    stoner_image_free(plane);
    CHECK_STATUS(stoner_table_new(NULL, &table), STONER_OK);
    CHECK_STATUS(stoner_table_add_column(NULL, table, "signal", "eV", scene, side < 1000 ? side : side * 50), STONER_OK);
    CHECK_STATUS(stoner_image_save_tiff(NULL, scattered, in_path[0], 1), STONER_OK);
    CHECK_STATUS(stoner_image_save_png(NULL, scattered, in_path[1]), STONER_OK);
    CHECK_STATUS(stoner_image_save_npy(NULL, scattered, in_path[2]), STONER_OK);
    CHECK_STATUS(stoner_table_save(NULL, table, in_path[3], "csv"), STONER_OK);
    free(scene), free(x), free(y);
}

static void free_inputs(void) {
    CHECK_STATUS(stoner_image_free(image), STONER_OK);
    CHECK_STATUS(stoner_image_free(moved), STONER_OK);
    CHECK_STATUS(stoner_image_free(scattered), STONER_OK);
    CHECK_STATUS(stoner_image_free(stack), STONER_OK);
    CHECK_STATUS(stoner_table_free(table), STONER_OK);
    image = moved = scattered = stack = NULL, table = NULL;
}

/* All limits of one call. */
static long sweep(int call, int64_t side, int limits) {
    const int64_t want = wanted(call);
    long count[OUTCOMES] = {0}, bad = 0;
    CHECK(want >= 0);
    for (int i = 0; i < limits && want >= 0; i++) {
        /* The first ones page by page: there the small requests are. */
        const int64_t extra = i < limits / 3 ? (int64_t)i * 4096 : want * (i - limits / 3) / (limits - limits / 3 - 1 > 0 ? limits - limits / 3 - 1 : 1);
        FILE *printed = tmpfile();
        int state = -1, outcome;
        pid_t child;
        remove_results();
        fflush(NULL);
        child = fork();
        if (child == 0) {
            alarm(PATIENCE);
            dup2(fileno(printed), 2);
            outcome = limited(call, extra);
            fflush(stdout);
            _exit(outcome);
        }
        CHECK(printed != NULL && child > 0 && waitpid(child, &state, 0) == child);
        outcome = WIFEXITED(state) && WEXITSTATUS(state) < OUTCOMES ? WEXITSTATUS(state) : -1;
        if (outcome >= 0) {
            count[outcome]++;
        }
        if (outcome != NO_MEMORY && outcome != WHOLE) {
            char text[512] = "";
            rewind(printed);
            text[fread(text, 1, sizeof text - 1, printed)] = 0;
            bad++;
            printf("# %s, %lld rows, %lld bytes more: %s %d %s\n", calls[call].name, (long long)side, (long long)extra,
                   outcome >= 0 ? outcomes[outcome] : WIFSIGNALED(state) ? "ended by signal" : "ended", WIFSIGNALED(state) ? WTERMSIG(state) : 0, text);
        }
        fclose(printed);
    }
    printf("# %s, %lld rows, wants %lld KiB: %ld without memory, %ld whole, %ld bad\n", calls[call].name, (long long)side, (long long)(want >> 10),
           count[NO_MEMORY], count[WHOLE], bad);
    CHECK(bad == 0);
    return limits;
}

int main(int argc, char **argv) {
    const int limits = argc > 2 ? atoi(argv[2]) : 45;
    long tried = 0;
    static const char *const suffixes[4] = {"tiff", "png", "npy", "csv"};
    snprintf(folder, sizeof folder, "%s", argc > 1 ? argv[1] : ".");
    /* What is kept of freed images is no memory that a call asks for. */
    CHECK_STATUS(stoner_set_kept_memory(NULL, 1), STONER_OK);
    grow_stack();
    for (int i = 0; i < 4; i++) {
        snprintf(in_path[i], sizeof in_path[i], "%s/in.%s", folder, suffixes[i]);
    }
    for (int i = 0; i < SIDES; i++) {
        make_inputs(sides[i]);
        harness_close("inputs");
        for (int call = 0; call < CALLS; call++) {
            if (argc > 3 && strcmp(argv[3], calls[call].name) != 0) {
                continue;
            }
            tried += sweep(call, sides[i], limits);
            harness_close(calls[call].name);
        }
        free_inputs();
    }
    printf("# %ld limits\n", tried);
    return finish();
}
