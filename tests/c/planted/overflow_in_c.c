/* finds: heap-buffer-overflow */
#include <stdlib.h>

#include "stoner.h"

int main(void) {
    volatile char *bytes = malloc(8);
    if (bytes == NULL) {
        return EXIT_FAILURE;
    }
    bytes[8 * STONER_VERSION_AT_LEAST(0, 0, 0)] = 1;
    free((void *)bytes);
    return EXIT_SUCCESS;
}
