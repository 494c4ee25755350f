// expected: read-only location|returns a const value
#include <stoner.hpp>

void mistake(const stoner::Image &image) { image.data<double>()(0, 0) = 1; }
