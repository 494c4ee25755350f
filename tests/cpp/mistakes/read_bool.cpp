// expected: read<std::uint8_t>() gives 0 and 1
#include <stoner.hpp>

void mistake(const stoner::Image &image) { image.read<bool>(); }
