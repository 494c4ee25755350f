/* Calls every function of the library as LabVIEW's Call Library Function Nodes can: through the flat header, with numbers, memory that is
 * laid out before, and C strings, each call on another thread than the one before. Then plays a program of two loops.
 *
 * usage: host PLUS MINUS FOLDER, two scans and a folder for files. Prints `ok` and `not ok` lines. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stoner_labview.h"

#define WORKERS 4

static int failures;

static void result(int good, const char *what) {
    printf("%s %s\n", good ? "ok" : "not ok", what);
    fflush(stdout);
    failures += !good;
}

/* Memory of a node: exactly as large as its settings say, with watched bytes around. */

#define EDGE 64
typedef struct {
    unsigned char *blocks[16];
    size_t sizes[16];
    int n;
} arena;

static void *lay_out(arena *a, size_t bytes, int value) {
    unsigned char *block = malloc(bytes + 2 * EDGE);
    if (block == NULL || a->n == 16) {
        abort();
    }
    memset(block, 0xA5, bytes + 2 * EDGE);
    memset(block + EDGE, value, bytes);
    a->sizes[a->n] = bytes;
    a->blocks[a->n++] = block;
    return block + EDGE;
}

static void *input(arena *a, size_t bytes) { return lay_out(a, bytes, 0); }
static void *output(arena *a, size_t bytes) { return lay_out(a, bytes, 0x11); }

/* Whether the bytes around are unchanged. */
static int check_and_free(arena *a) {
    int whole = 1;
    for (int i = 0; i < a->n; i++) {
        for (size_t j = 0; j < EDGE; j++) {
            whole &= a->blocks[i][j] == 0xA5 && a->blocks[i][EDGE + a->sizes[i] + j] == 0xA5;
        }
        free(a->blocks[i]);
    }
    return whole;
}

static void fill_array(void *array, const void *given, size_t given_bytes, size_t bytes) {
    memcpy(array, given, given_bytes < bytes ? given_bytes : bytes);
}

/* The values on the wires. Loops share the images; each has its own context. */

enum { KIND_IMAGE, KIND_LIVE, KIND_METADATA, KIND_SCAN, KIND_TABLE, KIND_CONTEXT };
typedef unsigned long long word;

typedef struct {
    word ctx, image, minus, live, metadata, opened, table, context, zeros, bytes_image, row, points, squeezable, complex, stack;
    const double *pixels;
    long long size, bytes;
    const char *key, *scan, *csv;
    char path[512], path_png[512], path_tiff[512], path_npy[512];
} bench;

typedef struct {
    const char *name;
    int (*call)(const bench *b, int nulls);
    int fails;
} entry;

static void release(word handle, int kind) {
    switch (kind) {
    case KIND_IMAGE: stoner_image_free(handle); break;
    case KIND_LIVE: stoner_live_free(handle); break;
    case KIND_METADATA: stoner_metadata_free(handle); break;
    case KIND_SCAN: stoner_scan_free(handle); break;
    case KIND_TABLE: stoner_table_free(handle); break;
    case KIND_CONTEXT: stoner_context_free(handle); break;
    }
}

static word copy_of(word handle, int kind) {
    word copy = 0;
    switch (kind) {
    case KIND_IMAGE: stoner_image_clone(0, handle, &copy); break;
    case KIND_LIVE: stoner_live_clone(0, handle, &copy); break;
    case KIND_METADATA: stoner_metadata_clone(0, handle, &copy); break;
    case KIND_SCAN: stoner_scan_clone(0, handle, &copy); break;
    case KIND_TABLE: stoner_table_clone(0, handle, &copy); break;
    }
    return copy;
}

static word fresh_image(void) {
    word made = 0;
    long long shape[2] = {1, 1};
    double pixel = 1;
    stoner_image_from_data(0, (unsigned char *)&pixel, STONER_F64, 2, shape, NULL, NULL, &made);
    return made;
}
static word fresh_metadata(void) {
    word made = 0;
    stoner_metadata_new(0, &made);
    return made;
}
static word fresh_table(void) {
    word made = 0;
    stoner_table_new(0, &made);
    return made;
}
static const char *scan_path;
static word fresh_live(void) {
    word made = 0;
    stoner_live_new(0, 2, 2, 0, 0, 1, 1, 0, 0, NULL, &made);
    return made;
}
static word fresh_scan(void) {
    word made = 0;
    stoner_scan_open(0, scan_path, &made);
    return made;
}
static word fresh_context(void) {
    word made = 0;
    stoner_context_new(0, &made);
    return made;
}

#include "calls.inc"

#define N_ENTRIES ((int)(sizeof ENTRIES / sizeof ENTRIES[0]))

/* LabVIEW's pool of threads: a node runs on any of them. */

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static struct {
    int turn;           /* the worker that has the next call; -1: end */
    const entry *entry; /* NULL: nothing to do */
    const bench *bench;
    int nulls, status;
} job;

static void *worker(void *argument) {
    int own = *(int *)argument;
    pthread_mutex_lock(&mutex);
    for (;;) {
        while (job.turn != -1 && !(job.turn == own && job.entry != NULL)) {
            pthread_cond_wait(&changed, &mutex);
        }
        if (job.turn == -1) {
            break;
        }
        const entry *todo = job.entry;
        pthread_mutex_unlock(&mutex);
        int status = todo->call(job.bench, job.nulls);
        pthread_mutex_lock(&mutex);
        job.status = status;
        job.entry = NULL;
        pthread_cond_broadcast(&changed);
    }
    pthread_mutex_unlock(&mutex);
    return NULL;
}

/* Runs a call on the next worker. */
static int on_next_thread(const entry *todo, const bench *b, int nulls) {
    static int next;
    pthread_mutex_lock(&mutex);
    job.turn = next++ % WORKERS;
    job.entry = todo;
    job.bench = b;
    job.nulls = nulls;
    pthread_cond_broadcast(&changed);
    while (job.entry != NULL) {
        pthread_cond_wait(&changed, &mutex);
    }
    int status = job.status;
    pthread_mutex_unlock(&mutex);
    return status;
}

/* Whether a status is one that the error file has a text for. */
static int is_status(int status) {
    return status == STONER_OK || (status >= 5000 && status <= 5999 && status != STONER_ERR_INTERNAL);
}

static void message_of(word ctx, char *text, long long capacity) {
    long long length;
    text[0] = 0;
    stoner_last_error_read(ctx, text, capacity, &length);
}

static void every_function(const bench *b) {
    int own[WORKERS], broken = 0, well = 0;
    pthread_t threads[WORKERS];
    job.turn = 0;
    for (int i = 0; i < WORKERS; i++) {
        own[i] = i;
        pthread_create(&threads[i], NULL, worker, &own[i]);
    }
    for (int i = 0; i < N_ENTRIES; i++) {
        const entry *e = &ENTRIES[i];
        int status[4];
        status[0] = on_next_thread(e, b, 0);
        status[1] = on_next_thread(e, b, 1);
        bench without = *b;
        without.ctx = 0;
        status[2] = on_next_thread(e, &without, 0);
        status[3] = on_next_thread(e, &without, 1);
        int good = 0;
        for (int j = 0; j < 4; j++) {
            good |= status[j] == STONER_OK;
            if (!is_status(status[j])) {
                printf("# %s, call %d: %s\n", e->name, j, status[j] == -1 ? "wrote outside of its memory" : "a status without text");
                broken++;
            }
        }
        well += good;
        if (good == e->fails) {
            char text[1000];
            message_of(b->ctx, text, sizeof text);
            printf("# %s gave %d, %d: %s\n", e->name, status[0], status[1], text);
        }
    }
    pthread_mutex_lock(&mutex);
    job.turn = -1;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&mutex);
    for (int i = 0; i < WORKERS; i++) {
        pthread_join(threads[i], NULL);
    }
    char what[200];
    snprintf(what, sizeof what, "%d functions stay inside the memory that nodes.csv states, and give a status that has a text", N_ENTRIES);
    result(broken == 0, what);
    /* What is newer than make_calls.py's tables may lack the arguments that it needs; most must succeed. */
    snprintf(what, sizeof what, "%d of %d functions did what was asked", well, N_ENTRIES);
    result(well * 100 >= N_ENTRIES * 95, what);
}

/* All functions on all threads at once, on images that they share. */

typedef struct {
    bench b;
    int broken;
} loop;

static void *all_at_once(void *argument) {
    loop *own = argument;
    for (int i = 0; i < N_ENTRIES; i++) {
        own->broken += !is_status(ENTRIES[i].call(&own->b, i & 1));
    }
    return NULL;
}

static void side_by_side(const bench *b, const char *folder) {
    loop loops[WORKERS];
    pthread_t threads[WORKERS];
    int broken = 0;
    for (int i = 0; i < WORKERS; i++) {
        loops[i].b = *b;
        loops[i].broken = 0;
        stoner_context_new(0, &loops[i].b.ctx);
        stoner_context_set_threads(loops[i].b.ctx, 1);
        snprintf(loops[i].b.path, 512, "%s/loop%d.csv", folder, i);
        snprintf(loops[i].b.path_png, 512, "%s/loop%d.png", folder, i);
        snprintf(loops[i].b.path_tiff, 512, "%s/loop%d.tiff", folder, i);
        snprintf(loops[i].b.path_npy, 512, "%s/loop%d.npy", folder, i);
        pthread_create(&threads[i], NULL, all_at_once, &loops[i]);
    }
    for (int i = 0; i < WORKERS; i++) {
        pthread_join(threads[i], NULL);
        broken += loops[i].broken;
        stoner_context_free(loops[i].b.ctx);
    }
    result(broken == 0, "all functions from four threads at once");
}

/* The error cluster: with a context the message is found from any thread; without one only from the thread that failed. */

static word failing_ctx;
static int failing_status;

static void *fail(void *unused) {
    word out = 0;
    failing_status = stoner_load(failing_ctx, "no such scan.hdf5", NULL, &out);
    return unused;
}

static void errors_across_threads(void) {
    char text[1000] = "";
    long long length = 0;
    pthread_t thread;
    stoner_context_new(0, &failing_ctx);
    pthread_create(&thread, NULL, fail, NULL);
    pthread_join(thread, NULL);
    result(failing_status == STONER_ERR_FILE_NOT_FOUND, "the status goes into the error cluster's code");
    int status = stoner_last_error_read(failing_ctx, text, sizeof text, &length);
    result(status == STONER_OK && strstr(text, "no such scan.hdf5") != NULL && length == (long long)strlen(text),
           "the message of a context is read from another thread");
    stoner_context_free(failing_ctx);

    failing_ctx = 0;
    stoner_last_error_read(0, text, sizeof text, &length);
    char before[1000];
    strcpy(before, text);
    pthread_create(&thread, NULL, fail, NULL);
    pthread_join(thread, NULL);
    stoner_last_error_read(0, text, sizeof text, &length);
    result(strcmp(before, text) == 0, "without a context the message stays with the thread that failed");
}

/* Strings: the length first, or a buffer that is large enough. */

static void strings(const bench *b) {
    long long length = -1, again = -1;
    char small[4] = "abc", *text;
    int status = stoner_image_title(b->ctx, b->image, NULL, 0, &length);
    result(status == STONER_OK && length > 4, "capacity 0 gives the length");
    status = stoner_image_title(b->ctx, b->image, small, sizeof small, &again);
    result(status == STONER_ERR_BUFFER_TOO_SMALL && again == length && strcmp(small, "abc") == 0, "a buffer too small is left alone");
    text = malloc((size_t)length + 1);
    status = stoner_image_title(b->ctx, b->image, text, length + 1, &again);
    result(status == STONER_OK && (long long)strlen(text) == length, "a buffer of length + 1 has room");
    free(text);
}

/* A scan that runs: one loop measures lines and writes them into its image, another shows what there is, at its own pace. */

#define LINES 60
#define COLUMNS 80
static word live;
static int lines_done, stop_display;
static pthread_mutex_t live_mutex = PTHREAD_MUTEX_INITIALIZER;

static void *measure(void *unused) {
    word ctx = 0;
    double line[COLUMNS];
    stoner_context_new(0, &ctx);
    for (long long y = 0; y < LINES; y++) {
        for (int x = 0; x < COLUMNS; x++) {
            line[x] = (double)(1000 + 10 * y + x);
        }
        long long box[4] = {STONER_EXTENT, STONER_EXTENT, y, y + 1};
        if (stoner_image_write(ctx, live, box, (unsigned char *)line, STONER_F64, NULL) != STONER_OK) {
            break;
        }
        pthread_mutex_lock(&live_mutex);
        lines_done = (int)y + 1;
        pthread_mutex_unlock(&live_mutex);
    }
    stoner_context_free(ctx);
    pthread_mutex_lock(&live_mutex);
    stop_display = 1;
    pthread_mutex_unlock(&live_mutex);
    return unused;
}

static void live_display(void) {
    static double nothing[LINES * COLUMNS];
    static unsigned char masked[LINES * COLUMNS], picture[LINES * COLUMNS];
    long long shape[2] = {LINES, COLUMNS};
    word ctx = 0;
    int shown = 0, wrong = 0, end = 0;
    pthread_t thread;
    memset(masked, 1, sizeof masked);
    stoner_context_new(0, &ctx);
    result(stoner_image_from_data(ctx, (unsigned char *)nothing, STONER_F64, 2, shape, NULL, masked, &live) == STONER_OK,
           "a scan begins as an image of which every pixel is masked");
    pthread_create(&thread, NULL, measure, NULL);
    while (!end) {
        word still = 0, grey = 0;
        double low = 0, high = 0;
        int before, after;
        pthread_mutex_lock(&live_mutex);
        end = stop_display;
        before = lines_done;
        pthread_mutex_unlock(&live_mutex);
        /* A copy does not change while the scan continues; no pixels are copied. */
        if (stoner_image_clone(ctx, live, &still) != STONER_OK) {
            wrong++;
            break;
        }
        pthread_mutex_lock(&live_mutex);
        after = lines_done + 1;
        pthread_mutex_unlock(&live_mutex);
        int status = stoner_image_span(ctx, still, &low, &high);
        if (status == STONER_OK) {
            long long n = 0;
            double scale[2] = {0, 255};
            stoner_image_count_value(ctx, still, &n);
            wrong += n % COLUMNS != 0 || n / COLUMNS < before || n / COLUMNS > after;
            wrong += low != 1000 || high != 1000 + 10 * (double)(n / COLUMNS - 1) + COLUMNS - 1;
            wrong += stoner_image_normalise(ctx, still, scale, NULL, NULL, 0, &grey) != STONER_OK;
            wrong += stoner_image_read(ctx, grey, STONER_U8, NULL, picture, sizeof picture) != STONER_OK;
            wrong += picture[0] != 0 || picture[n - 1] != 255;
            stoner_image_free(grey);
            shown++;
        } else {
            /* Before the first line there is nothing to show. */
            wrong += status != STONER_ERR_NO_RESULT || before > 0;
        }
        stoner_image_free(still);
    }
    pthread_join(thread, NULL);
    result(wrong == 0 && shown > 0 && lines_done == LINES, "a loop shows whole lines of a scan that another loop measures");
    stoner_image_free(live);
    stoner_context_free(ctx);
}

/* The stop button: another loop cancels what runs with a context, and sees how far it has come. */

static void *long_call(void *argument) {
    word *ctx_and_image = argument, out = 0;
    static int status;
    do {
        status = stoner_image_denoise(ctx_and_image[0], ctx_and_image[1], 1000, &out);
        stoner_image_free(out);
        out = 0;
    } while (status == STONER_OK);
    return &status;
}

static void stop_button(void) {
    word ctx = 0, image = 0;
    enum { N = 700 };
    double *pixels = malloc(N * N * sizeof(double)), fraction = 0;
    long long shape[2] = {N, N};
    pthread_t thread;
    void *status;
    for (int i = 0; i < N * N; i++) {
        pixels[i] = (i * 7919LL) % 1013;
    }
    stoner_context_new(0, &ctx);
    stoner_image_from_data(ctx, (unsigned char *)pixels, STONER_F64, 2, shape, NULL, NULL, &image);
    word arguments[2] = {ctx, image};
    pthread_create(&thread, NULL, long_call, arguments);
    while (fraction == 0) {
        stoner_context_progress(ctx, &fraction);
    }
    result(fraction > 0 && fraction <= 1, "another loop sees the progress");
    stoner_context_cancel(ctx);
    pthread_join(thread, &status);
    int cancelled = 0;
    stoner_context_is_cancelled(ctx, &cancelled);
    result(*(int *)status == STONER_ERR_CANCELLED && cancelled == 1, "another loop cancels");
    result(stoner_context_reset_cancel(ctx) == STONER_OK, "and takes it back");
    stoner_image_free(image);
    stoner_context_free(ctx);
    free(pixels);
}

/* Wrong wires: handles that were freed or have another type, or arbitrary numbers. */
static void wrong_wires(const bench *b) {
    word freed = fresh_image(), out = 0, wrong[] = {0, 1, 0xFFFFFFFFFFFFFFFFULL, 0x123456789ABCDEFULL, 0, 0, 0};
    int bad = 0, n = 0;
    stoner_image_free(freed);
    wrong[4] = freed;
    wrong[5] = b->table;
    wrong[6] = (word)(size_t)&bad;
    for (int i = 0; i < 7; i++) {
        int status = stoner_image_clone(b->ctx, wrong[i], &out);
        bad += status != STONER_ERR_INVALID_HANDLE && status != STONER_ERR_NULL_POINTER;
        n++;
    }
    result(bad == 0 && out == 0 && n == 7, "a number that is no handle is an error");
    result(stoner_image_free(freed) == STONER_ERR_INVALID_HANDLE && stoner_image_free(0) == STONER_OK, "freeing twice is an error, freeing 0 is not");
}

int main(int argc, char **argv) {
    if (argc != 4) {
        return 2;
    }
    static bench b;
    long long before = stoner_live_handles();
    stoner_context_new(0, &b.ctx);
    if (stoner_load(b.ctx, argv[1], NULL, &b.image) != STONER_OK || stoner_load(b.ctx, argv[2], NULL, &b.minus) != STONER_OK) {
        printf("not ok the scans are loaded: %s\n", stoner_last_error(b.ctx));
        return 1;
    }
    b.scan = scan_path = argv[1];
    b.opened = fresh_scan();
    b.live = fresh_live();
    b.key = "collection.energy.value";
    stoner_image_size(0, b.image, &b.size);
    stoner_image_nbytes(0, b.image, &b.bytes);
    double *pixels = calloc(1, (size_t)b.bytes);
    stoner_image_read(0, b.image, STONER_F64, NULL, (unsigned char *)pixels, b.bytes);
    b.pixels = pixels;
    snprintf(b.path, 512, "%s/table.csv", argv[3]);
    snprintf(b.path_png, 512, "%s/image.png", argv[3]);
    snprintf(b.path_tiff, 512, "%s/image.tiff", argv[3]);
    snprintf(b.path_npy, 512, "%s/image.npy", argv[3]);

    /* Further subjects, for functions that need one of their own kind. */
    long long square[2] = {8, 8}, two[2] = {4, 2}, one[1] = {4}, flat[2] = {1, 8}, frames[3] = {2, 8, 4};
    static long long zeros[64];
    static unsigned char bytes[64];
    double row[4] = {1, 2, 3, 4}, points[8] = {0, 0, 1, 0, 0, 1, 1, 1};
    stoner_image_from_data(0, (unsigned char *)zeros, STONER_I64, 2, square, NULL, NULL, &b.zeros);
    stoner_image_from_data(0, bytes, STONER_U8, 2, square, NULL, NULL, &b.bytes_image);
    stoner_image_from_data(0, (unsigned char *)row, STONER_F64, 1, one, NULL, NULL, &b.row);
    stoner_image_from_data(0, (unsigned char *)points, STONER_F64, 2, two, NULL, NULL, &b.points);
    stoner_image_from_data(0, (unsigned char *)zeros, STONER_I64, 2, flat, NULL, NULL, &b.squeezable);
    stoner_image_from_data(0, (unsigned char *)zeros, STONER_I64, 3, frames, NULL, NULL, &b.stack);
    stoner_image_astype(0, b.row, STONER_C128, 0, 0, &b.complex);
    word cluster = fresh_metadata(), loose = 0;
    double sides[4] = {0.1, 0.5, 0.2, 0.6};
    long long four[1] = {4};
    word box = 0;
    stoner_image_from_data(0, (unsigned char *)sides, STONER_F64, 1, four, NULL, NULL, &box);
    stoner_metadata_set_f64(0, cluster, "inside", 1);
    stoner_image_metadata(0, b.image, &loose);
    stoner_metadata_set_bool(0, loose, "bool", 1);
    stoner_metadata_set_i64(0, loose, "int", 7);
    stoner_metadata_set_string(0, loose, "text", "words");
    stoner_metadata_set_bytes(0, loose, "bytes", bytes, 3);
    stoner_metadata_set_array(0, loose, "array", b.row);
    stoner_metadata_set_array(0, loose, "box", box);
    stoner_metadata_set_cluster(0, loose, "cluster", cluster);
    stoner_image_set_metadata(0, b.image, loose);
    b.metadata = loose;
    static const double r[3] = {1, 2, 3};
    b.table = fresh_table();
    stoner_table_add_column(0, b.table, "r", "nm", r, 3);
    static char csv[600];
    snprintf(csv, sizeof csv, "%s/given.csv", argv[3]);
    stoner_table_save(0, b.table, csv, "csv");
    b.csv = csv;
    /* A warning, for the functions that read one. */
    word clipped = 0;
    stoner_image_clip_intensity(b.ctx, b.image, 1, NULL, &clipped);
    stoner_image_free(clipped);

    every_function(&b);
    side_by_side(&b, argv[3]);
    errors_across_threads();
    strings(&b);
    live_display();
    stop_button();
    wrong_wires(&b);

    word all[] = {b.image, b.minus, b.zeros, b.bytes_image, b.row, b.points, b.squeezable, b.complex, b.stack, box};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        stoner_image_free(all[i]);
    }
    stoner_metadata_free(loose), stoner_metadata_free(cluster), stoner_scan_free(b.opened), stoner_live_free(b.live), stoner_table_free(b.table), stoner_context_free(b.ctx);
    free(pixels);
    result(stoner_live_handles() == before, "no handle is left");
    return failures != 0;
}
