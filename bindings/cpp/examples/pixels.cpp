// Pixels: read where they lie, walked through by rows, changed, and exchanged with the program's own memory.
// c++ -std=c++17 pixels.cpp $(pkg-config --cflags --libs stoner) -o pixels && ./pixels scan.hdf5
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <stoner.hpp>

int main(int argc, char **argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: %s SCAN\n", argv[0]);
        return EXIT_FAILURE;
    }
    try {
        const stoner::Image scan = stoner::load(argv[1]);

        // No pixel is copied; the view keeps them, whatever becomes of the image.
        const auto pixels = scan.asfloat().data<double>();
        const auto mask = scan.mask();
        double brightest = 0;
        for (const auto row : pixels.rows()) {
            brightest = std::max(brightest, *std::max_element(row.begin(), row.end()));
        }
        std::printf("%zu pixels, %td masked, the brightest has %.6g\n", pixels.size(), std::count(mask.begin(), mask.end(), true), brightest);
        std::printf("the first of row 3: %.6g\n", pixels(3, 0));

        // The program's own memory, here column by column as in a matrix of Fortran's or MATLAB's.
        const auto rows = static_cast<std::size_t>(pixels.shape()[0]), columns = static_cast<std::size_t>(pixels.shape()[1]);
        std::vector<double> own(rows * columns);
        scan.read_into(own.data(), own.size(), {sizeof(double), static_cast<std::int64_t>(sizeof(double) * rows)});
        stoner::FromDataOptions columnwise;
        columnwise.byte_strides = {sizeof(double), static_cast<std::int64_t>(sizeof(double) * rows)};
        const stoner::Image again = stoner::Image::from_data(own.data(), {pixels.shape()[0], pixels.shape()[1]}, columnwise);
        std::printf("there and back: %s\n", again.read<double>() == scan.read<double>() ? "the same" : "another");

        // Changing a copy leaves the original alone.
        stoner::Image marked = again;
        marked.write(std::vector<double>(12, 0.0), stoner::Box{2, 6, 1, 4});
        marked.write_mask(std::vector<std::uint8_t>(own.size()));
        std::printf("at (1, 2): %.6g, before %.6g\n", marked.item({1, 2}).value, again.item({1, 2}).value);
    } catch (const stoner::Error &error) {
        std::fprintf(stderr, "pixels: %s\n", error.what());
        return EXIT_FAILURE;
    }
}
