// expected: elements have a type without const
#include <stoner.hpp>

void mistake(const stoner::Image &image) { image.data<const double>(); }
