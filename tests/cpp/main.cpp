// The tests' program. Its one argument besides doctest's own is where it writes files.
#define DOCTEST_CONFIG_IMPLEMENT
#include "helpers.hpp"

int main(int argc, char **argv) {
    doctest::Context tests(argc, argv);
    const int status = tests.run();
    if (tests.shouldExit()) {
        return status;
    }
    // Every handle that the tests took is free again.
    const auto live = stoner::live_handles();
    if (live != 0) {
        std::fprintf(stderr, "%lld handles are left\n", static_cast<long long>(live));
        return 1;
    }
    return status;
}
