// For programs that are built without exceptions: each call gives its value or its error.
// c++ -std=c++17 -fno-exceptions without_exceptions.cpp $(pkg-config --cflags --libs stoner) -o without && ./without plus.hdf5 minus.hdf5 folder
#include <cstdio>
#include <cstdlib>
#include <string>

#include <stoner.hpp>

namespace {

stoner::Result<void> run(const char *plus_path, const char *minus_path, const std::string &folder) {
    // One after the other, with a look at each.
    const auto plus = stoner::try_load(plus_path);
    if (!plus) {
        return plus.error();
    }
    const auto minus = stoner::try_load(minus_path);
    if (!minus) {
        return minus.error();
    }
    // In a chain, which ends at the first error.
    return plus->try_xmcd(*minus)
        .and_then([](const stoner::Image &xmcd) { return xmcd.try_gaussian_filter({1, 1}); })
        .and_then([&](const stoner::Image &smooth) {
            std::printf("mean %.4f\n", smooth.try_mean().value_or(stoner::Masked<double>{}).value);
            return smooth.try_save(folder + "/smooth.png");
        });
}

} // namespace

int main(int argc, char **argv) {
    if (argc != 4) {
        std::fprintf(stderr, "usage: %s SCAN SCAN FOLDER\n", argv[0]);
        return EXIT_FAILURE;
    }
    if (const auto done = run(argv[1], argv[2], argv[3]); !done) {
        std::fprintf(stderr, "without_exceptions: %s\n", done.error().what());
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
