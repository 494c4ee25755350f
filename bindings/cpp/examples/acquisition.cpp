// In a program that measures: images of its own buffer, work in another thread, progress, a button that cancels.
// c++ -std=c++17 acquisition.cpp $(pkg-config --cflags --libs stoner) -lpthread -o acquisition && ./acquisition
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <vector>

#include <stoner.hpp>

int main() {
    try {
        // What the detector has written so far: lines that are not yet there are masked.
        const std::int64_t rows = 600, columns = 600;
        std::vector<std::uint16_t> buffer(static_cast<std::size_t>(rows * columns));
        std::vector<std::uint8_t> missing(buffer.size(), 1);
        for (std::size_t i = 0; i < buffer.size() / 2; ++i) {
            buffer[i] = static_cast<std::uint16_t>(1000 + i % 97);
            missing[i] = 0;
        }
        const stoner::Image live(buffer, {rows, columns}, missing);
        std::printf("mean of what is there: %.4f\n", static_cast<double>(live.mean()));

        // A context of its own for the work in the background. Images may be passed to threads: each has a value of its own.
        stoner::Context context;
        std::atomic<double> done{0};
        context.set_progress_callback([&](double fraction) { done = fraction; });
        std::atomic<bool> cancelled{false};
        std::thread worker([&context, &cancelled, live] {
            try {
                for (int i = 0; i < 1000; ++i) {
                    live.denoise(0.3, context);
                }
            } catch (const stoner::Cancelled &) {
                cancelled = true;
            }
        });
        while (done <= 0) {
            std::this_thread::yield();
        }
        context.cancel(); // The user has pressed the button.
        worker.join();
        std::printf("cancelled: %s\n", cancelled ? "yes" : "no");
        context.reset_cancel();
    } catch (const stoner::Error &error) {
        std::fprintf(stderr, "acquisition: %s\n", error.what());
        return EXIT_FAILURE;
    }
}
