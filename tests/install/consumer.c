/* A user's program: prints the library's version and the shape of a scan. */
#include <stdio.h>

#include <stoner.h>

int main(int argc, char **argv) {
    stoner_image *scan = NULL;
    int64_t shape[STONER_MAX_NDIM];
    int32_t status = stoner_load(NULL, argc > 1 ? argv[1] : "", NULL, &scan);
    if (status == STONER_OK) {
        status = stoner_image_shape(NULL, scan, shape, STONER_MAX_NDIM, NULL);
    }
    if (status != STONER_OK) {
        fprintf(stderr, "%s\n", stoner_last_error(NULL));
        return 1;
    }
    printf("%s %d x %d\n", stoner_version(), (int)shape[0], (int)shape[1]);
    return stoner_image_free(scan);
}
