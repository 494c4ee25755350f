// expected: the shape of the image is missing
#include <stoner.hpp>

stoner::Image mistake() { return stoner::Image(std::vector<double>{1, 2}); }
