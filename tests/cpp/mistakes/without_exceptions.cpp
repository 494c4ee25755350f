// expected: no member named
// flags: -fno-exceptions
#include <stoner.hpp>

void mistake(const stoner::Image &image) { image.rotate(0.1); }
