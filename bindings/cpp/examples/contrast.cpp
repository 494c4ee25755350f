// Two scans of opposite polarization in, their magnetic contrast out: xmcd.png, xmcd.tiff, a profile as CSV, and a summary.
// c++ -std=c++17 contrast.cpp $(pkg-config --cflags --libs stoner) -o contrast && ./contrast plus.hdf5 minus.hdf5 folder
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>

#include <stoner.hpp>

namespace {

void summarise(const char *name, const stoner::Image &image) {
    const auto shape = image.shape();
    const auto [low, high] = image.span();
    std::printf("%-5s  %lld x %lld pixels, polarization %+d", name, static_cast<long long>(shape[0]),
                static_cast<long long>(shape[1]), static_cast<int>(image.polarization()));
    const stoner::Metadata metadata = image.metadata();
    if (metadata.contains("counter0.energy")) {
        std::printf(", %.2f eV", metadata.get<double>("counter0.energy"));
    }
    std::printf(", values %.6g to %.6g\n", low, high);
}

/// The sum of the unmasked pixels, read where they lie in the library's memory.
double sum(const stoner::Image &image) {
    const auto pixels = image.data<double>();
    const auto mask = image.read_mask();
    double total = 0;
    std::size_t i = 0;
    for (const double pixel : pixels) {
        total += mask[i++] == 0 ? pixel : 0;
    }
    return total;
}

void run(const char *plus_path, const char *minus_path, const std::filesystem::path &folder) {
    stoner::Context context;
    const stoner::Image plus = stoner::load(plus_path, {}, context);
    const stoner::Image minus = stoner::load(minus_path, {}, context);
    stoner::Image xmcd = plus.xmcd(minus, context);
    xmcd.set_title("XMCD");
    summarise("plus", plus);
    summarise("minus", minus);
    summarise("xmcd", xmcd);
    std::printf("mean of the contrast %.6g\n", sum(xmcd) / static_cast<double>(xmcd.count()));

    context.set_progress_callback([](double fraction) { std::printf("\rsmoothing %3.0f %%", 100 * fraction); });
    const stoner::Image smooth = xmcd.denoise(0.02, context);
    context.set_progress_callback({});
    std::printf("\n");

    stoner::SaveOptions both;
    both.formats = "png,tif";
    smooth.save(folder / "xmcd.png", both, context);

    stoner::ProfileLineOptions wide;
    wide.linewidth = 5;
    const auto rows = static_cast<double>(smooth.shape()[0] - 1), columns = static_cast<double>(smooth.shape()[1] - 1);
    smooth.profile_line({0, 0}, {columns, rows}, wide, context).save(folder / "profile.csv", {}, context);
    for (const auto &warning : context.warnings()) {
        std::printf("warning: %s\n", warning.c_str());
    }
}

} // namespace

int main(int argc, char **argv) {
    if (argc != 4) {
        std::fprintf(stderr, "usage: %s SCAN SCAN FOLDER\n", argv[0]);
        return EXIT_FAILURE;
    }
    try {
        run(argv[1], argv[2], argv[3]);
        return EXIT_SUCCESS;
    } catch (const stoner::Error &error) {
        std::fprintf(stderr, "contrast: %s: %s\n", error.status_text().c_str(), error.what());
    } catch (const std::exception &error) {
        std::fprintf(stderr, "contrast: %s\n", error.what());
    }
    return EXIT_FAILURE;
}
