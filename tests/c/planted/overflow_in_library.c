/* finds: heap-buffer-overflow */
/* The caller lies about the room for a shape: the library's own code writes past it. */
#include <stdlib.h>

#include "stoner.h"

int main(void) {
    static const double pixels[6] = {0};
    static const int64_t pixels_shape[2] = {2, 3};
    stoner_image *image = NULL;
    int64_t *shape = malloc(sizeof *shape);
    if (shape == NULL || stoner_image_from_data(NULL, pixels, STONER_F64, 2, pixels_shape, NULL, NULL, &image) != STONER_OK) {
        return EXIT_FAILURE;
    }
    (void)stoner_image_shape(NULL, image, shape, STONER_MAX_NDIM, NULL);
    free(shape);
    (void)stoner_image_free(image);
    return EXIT_SUCCESS;
}
