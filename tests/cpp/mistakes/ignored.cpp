// expected: nodiscard
#include <stoner.hpp>

void mistake(stoner::Image &image) { image.try_fill(1.0); }
