// A fault that AddressSanitizer has to find: one element beyond an image of 4 x 4, read into memory of its own.
#include <stoner.hpp>

int main() {
    const stoner::Image image(std::vector<double>(16), {4, 4});
    const std::vector<double> values = image.read<double>();
    return values.data()[16] > 0 ? 2 : 0;
}
