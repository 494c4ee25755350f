/* finds: detected memory leaks */
#include <stdlib.h>

#include "stoner.h"

int main(void) {
    /* Nothing points to the memory any more when the program ends. */
    volatile char *volatile bytes = malloc(100);
    if (bytes == NULL || stoner_live_handles() != 0) {
        return EXIT_FAILURE;
    }
    bytes[0] = 1;
    bytes = NULL;
    return EXIT_SUCCESS;
}
