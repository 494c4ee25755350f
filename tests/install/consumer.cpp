// A user's program: prints the library's version and the shape of a scan.
#include <iostream>

#include <stoner.hpp>

int main(int argc, char **argv) {
    try {
        const auto shape = stoner::load(argc > 1 ? argv[1] : "").shape();
        std::cout << stoner::version() << ' ' << shape[0] << " x " << shape[1] << '\n';
    } catch (const stoner::Error &error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
