// expected: the elements of an image are bool, integers of 8 to 64 bits, float, double, or std::complex of float or double
#include <stoner.hpp>

void mistake(const stoner::Image &image) { image.data<long double>(); }
