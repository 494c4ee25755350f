/* A program without any C runtime: what a linker of MSVC's kind must find is in stoner.lib and kernel32.lib alone. It is
 * compiled as Microsoft's compiler would. Its status is that of the calls; 99 where the version is not the header's. */
#include "stoner.h"

__declspec(dllimport) void __stdcall ExitProcess(unsigned int status);

int _fltused; /* asked for by objects that use floating point */

void start(void) {
    static const double pixels[4] = {1, 2, 3, 4};
    static const int64_t shape[2] = {2, 2};
    stoner_image *image = 0;
    double mean = 0;
    int32_t status = stoner_image_from_data(0, pixels, STONER_F64, 2, shape, 0, 0, &image);
    if (status == STONER_OK) {
        stoner_image *result = 0;
        status = stoner_image_clone(0, image, &result);
        stoner_image_free(result);
    }
    if (status == STONER_OK) {
        const int64_t corner[2] = {1, 1};
        int32_t masked = 0;
        status = stoner_image_item(0, image, corner, 2, &mean, &masked);
    }
    stoner_image_free(image);
    ExitProcess(status != STONER_OK ? (unsigned int)status : mean == 4 && stoner_live_handles() == 0 ? 0 : 99);
}
