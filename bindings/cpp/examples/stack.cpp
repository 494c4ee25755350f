// A stack of frames: made in the program, laid on each other, its spectrum saved as a table.
// c++ -std=c++17 stack.cpp $(pkg-config --cflags --libs stoner) -o stack && ./stack folder
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <numeric>
#include <vector>

#include <stoner.hpp>

int main(int argc, char **argv) {
    if (argc != 2) {
        std::cerr << "usage: " << argv[0] << " FOLDER\n";
        return EXIT_FAILURE;
    }
    try {
        // Five frames of a spot that drifts and grows brighter.
        const std::int64_t frames = 5, rows = 40, columns = 50;
        std::vector<double> values;
        for (std::int64_t frame = 0; frame < frames; ++frame) {
            for (std::int64_t row = 0; row < rows; ++row) {
                for (std::int64_t column = 0; column < columns; ++column) {
                    const double x = static_cast<double>(column - 20 - frame), y = static_cast<double>(row - 22);
                    values.push_back(static_cast<double>(frame + 1) * std::exp(-(x * x + y * y) / 50));
                }
            }
        }
        const stoner::Image stack(values, {frames, rows, columns});

        stoner::Table shifts;
        stoner::AlignStackOptions options;
        options.shifts = &shifts;
        const stoner::Image aligned = stack.align_stack(options);
        std::cout << aligned << '\n' << shifts << '\n';

        // The mean of a box in each frame.
        std::vector<double> means, numbers(static_cast<std::size_t>(frames));
        std::iota(numbers.begin(), numbers.end(), 0.0);
        const auto box = aligned.crop({15, 26, 17, 28}).data<double>();
        for (const auto frame : box.frames()) {
            means.push_back(std::accumulate(frame.begin(), frame.end(), 0.0) / static_cast<double>(frame.size()));
        }
        stoner::Table spectrum;
        spectrum.add_column("frame", numbers);
        spectrum.add_column("Intensity", means);
        spectrum.save(std::filesystem::path(argv[1]) / "spectrum.csv");
        std::cout << spectrum << '\n';
    } catch (const stoner::Error &error) {
        std::cerr << "stack: " << error << '\n';
        return EXIT_FAILURE;
    }
}
