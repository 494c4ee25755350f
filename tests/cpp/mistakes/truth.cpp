// expected: an image is not true or false
#include <stoner.hpp>

bool mistake(const stoner::Image &image) { return image ? true : false; }
