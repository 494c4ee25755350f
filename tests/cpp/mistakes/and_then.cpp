// expected: what and_then() calls gives back a stoner::Result
#include <stoner.hpp>

void mistake() {
    static_cast<void>(stoner::try_load("scan.hdf5").and_then([](const stoner::Image &image) { return image.mean(); }));
}
