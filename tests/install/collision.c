/* A program with an HDF5, a zlib and a Rust of its own, whose functions do other things: the library must not call them, nor
 * they be defined twice. Prints what consumer.c prints. */
#include <stdio.h>
#include <stdlib.h>

#include <stoner.h>

#define OTHER(name)     \
    long name(void);    \
    long name(void) {   \
        abort();        \
    }

OTHER(H5open)
OTHER(H5close)
OTHER(H5Fopen)
OTHER(H5Fclose)
OTHER(H5Dopen2)
OTHER(H5Dread)
OTHER(H5Pcreate)
OTHER(H5Gopen2)
OTHER(H5_init_library)
OTHER(inflate)
OTHER(inflateInit_)
OTHER(deflate)
OTHER(uncompress)
OTHER(crc32)
OTHER(adler32)
OTHER(rust_eh_personality)
OTHER(rust_begin_unwind)

int main(int argc, char **argv) {
    stoner_image *scan = NULL;
    int64_t shape[STONER_MAX_NDIM];
    if (stoner_load(NULL, argc > 1 ? argv[1] : "", NULL, &scan) != STONER_OK ||
        stoner_image_shape(NULL, scan, shape, STONER_MAX_NDIM, NULL) != STONER_OK) {
        fprintf(stderr, "%s\n", stoner_last_error(NULL));
        return 1;
    }
    printf("%s %d x %d\n", stoner_version(), (int)shape[0], (int)shape[1]);
    return stoner_image_free(scan);
}
