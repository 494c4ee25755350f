// Errors as exceptions; callbacks that throw; threads.
#include "helpers.hpp"

#include <atomic>
#include <cstring>
#include <thread>

using namespace helpers;
using stoner::Context;
using stoner::Image;
using stoner::Status;

TEST_CASE("a failed call throws its status and the library's message") {
    try {
        stoner::load("no/such/file.hdf5");
        FAIL("no error");
    } catch (const stoner::FileError &error) {
        CHECK(error.status() == Status::file_not_found);
        CHECK(std::string(error.what()).find("no/such/file.hdf5") != std::string::npos);
        CHECK_FALSE(error.status_text().empty());
        CHECK(std::string(error.what()) == stoner_last_error(nullptr));
    }
    const Image image = ramp<double>({4, 4});
    CHECK_THROWS_AS(image.crop({3, 2, 0, 4}), const stoner::Error &);
    CHECK_THROWS_AS(image.item({9, 9}), const stoner::DataError &);
    CHECK_THROWS_AS(image.metadata_get_f64("none"), const stoner::MetadataError &);
    CHECK_THROWS_AS(image.astype(static_cast<stoner::Dtype>(99)), const std::runtime_error &);
    CHECK(status_of([&] { image.xmcd(ramp<double>({3, 3})); }) != Status::ok);
    CHECK(status_of([&] { Image(std::vector<double>{1, 2}, {3}); }) == Status::shape);
    CHECK(status_of([&] { Image(std::vector<double>{1, 2}, {2}, {1}); }) == Status::shape);
    CHECK(status_of([&] { Image(std::vector<double>{1, 2}, {-2}); }) != Status::ok);
    CHECK(status_of([&] { image.save("build/cpp/scratch/x.unknown"); }) == Status::invalid_argument);
    CHECK(status_of([&] { image.save_npy("no/such/folder/x.npy"); }) == Status::file_not_found);
    CHECK(status_of([&] { Image(image).resize({2, 2}); }) != Status::ok);
    // A string with a NUL inside is not cut off.
    CHECK(status_of([&] { stoner::load(std::string("data\0.hdf5", 10)); }) == Status::invalid_argument);
    CHECK(status_of([&] { image.item(std::vector<std::int64_t>(7)); }) != Status::ok);
}

TEST_CASE("a failed call leaks no handle") {
    const Image image = ramp<double>({4, 4});
    const auto live = stoner::live_handles();
    for (int i = 0; i < 100; ++i) {
        CHECK(status_of([&] { image.swapaxes(0, 5); }) == Status::out_of_range);
        CHECK(status_of([&] { stoner::load("Makefile"); }) == Status::format);
    }
    CHECK(stoner::live_handles() == live);
}

TEST_CASE("errors of a context stay in it") {
    Context context;
    CHECK(status_of([&] { stoner::load("not there", {}, context); }) == Status::file_not_found);
    CHECK(context.last_error().find("not there") != std::string::npos);
    Context other;
    CHECK(other.last_error().empty());
    context.clear_error();
    CHECK(context.last_error().empty());
}

TEST_CASE("warnings, threads, debug") {
    Context context;
    CHECK(context.warnings().empty());
    const Image counts(std::vector<double>{0, 5, 10, 20}, {2, 2});
    counts.clip_intensity({}, context);
    REQUIRE(context.warnings().size() == 1);
    CHECK(context.warning(0) == context.warnings()[0]);
    CHECK(context.warning_count().kept == 1);
    context.clear_warnings();
    CHECK(context.warnings().empty());
    context.set_threads(2);
    CHECK(context.threads() == 2);
    context.set_memory_limit(1 << 20);
    CHECK(context.memory_limit() == 1 << 20);
    context.set_debug(true);
    CHECK(context.debug());
    Context moved = std::move(context);
    CHECK(moved.threads() == 2);
    context = std::move(moved);
    CHECK(context.debug());
    Context::own().clear_warnings();
    CHECK(Context::own().warnings().empty());
}

TEST_CASE("progress is told, and may cancel") {
    const Image image = ramp<double>({300, 300});
    Context context;
    context.set_threads(1);
    std::vector<double> fractions;
    context.set_progress_callback([&](double fraction) { fractions.push_back(fraction); });
    const Image smooth = image.denoise(0.1, context);
    REQUIRE_FALSE(fractions.empty());
    CHECK(std::is_sorted(fractions.begin(), fractions.end()));
    CHECK(fractions.back() <= 1);

    context.set_progress_callback([&](double) { context.cancel(); });
    CHECK_THROWS_AS(image.denoise(0.1, context), const stoner::Cancelled &);
    CHECK(context.is_cancelled());
    context.reset_cancel();
    context.set_progress_callback({});
    CHECK(image.denoise(0.1, context).equal(smooth));
    CHECK(status_of([&] { Context::own().set_progress_callback([](double) {}); }) == Status::unsupported);
}

TEST_CASE("what a callback throws comes out of the call") {
    struct Stop : std::exception {};
    const Image image = ramp<double>({300, 300});
    const auto live = stoner::live_handles();
    {
        Context context;
        int calls = 0;
        context.set_progress_callback([&](double) {
            ++calls;
            throw Stop();
        });
        CHECK_THROWS_AS(image.denoise(0.1, context), const Stop &);
        CHECK(calls == 1);
        CHECK(context.is_cancelled());
        // It is thrown once.
        CHECK_NOTHROW(image.mean());
        context.reset_cancel();
        context.set_progress_callback({});
        CHECK_NOTHROW(image.denoise(0.1, context));

        context.set_file_hook([](stoner::Dialog, const std::string &, const std::string &) -> std::optional<std::string> { throw Stop(); });
        CHECK_THROWS_AS(stoner::get_filedialog({}, context), const Stop &);
        context.set_line_hook([](const Image &) -> std::optional<stoner::Line> { throw Stop(); });
        CHECK_THROWS_AS(image.line_select(context), const Stop &);
    }
    CHECK(stoner::live_handles() == live);
}

TEST_CASE("dialogs ask the host's functions") {
    Image image = ramp<double>({5, 6});
    CHECK(status_of([&] { image.line_select(); }) == Status::not_interactive);
    Context context;
    const std::string long_name(1000, 'n');
    int asked = 0;
    context.set_file_hook([&](stoner::Dialog what, const std::string &title, const std::string &patterns) -> std::optional<std::string> {
        ++asked;
        CHECK(what == stoner::Dialog::save);
        CHECK(title == "Where to?");
        CHECK(patterns == "*.tif");
        return long_name;
    });
    stoner::GetFiledialogOptions options;
    options.what = stoner::Dialog::save;
    options.title = "Where to?";
    options.patterns = "*.tif";
    CHECK(stoner::get_filedialog(options, context) == long_name);
    CHECK(asked == 1);
    context.set_file_hook([](stoner::Dialog, const std::string &, const std::string &) { return std::nullopt; });
    CHECK_THROWS_AS(stoner::get_filedialog(options, context), const stoner::Cancelled &);
    context.set_file_hook([](stoner::Dialog, const std::string &, const std::string &) { return std::string("a.tif"); });
    image.get_filename(stoner::Dialog::file, context);
    CHECK(image.filename() == "a.tif");

    // The hook's image is its own, and may be kept.
    Image kept;
    context.set_line_hook([&](const Image &shown) -> std::optional<stoner::Line> {
        kept = shown;
        return stoner::Line{{1, 2}, {3, 4}};
    });
    CHECK(image.line_select(context) == std::array<double, 4>{1, 2, 3, 4});
    CHECK(kept.equal(image));
}

TEST_CASE("callbacks live as long as calls need them") {
    const Image image = ramp<double>({400, 400});
    for (int round = 0; round < 5; ++round) {
        Context context;
        context.set_threads(1);
        std::atomic<bool> begun{false};
        std::atomic<int> after{0};
        auto counter = std::make_shared<int>(0);
        context.set_progress_callback([&begun, counter](double) {
            ++*counter;
            begun = true;
        });
        std::thread worker([&] {
            try {
                image.denoise(0.3, context);
            } catch (const stoner::Cancelled &) {
                ++after;
            }
        });
        while (!begun) {
            std::this_thread::yield();
        }
        // Another function replaces it during the call.
        context.set_progress_callback([&](double) { context.cancel(); });
        worker.join();
        context.set_progress_callback({});
        CHECK(counter.use_count() == 1);
        CHECK(*counter > 0);
    }
}

TEST_CASE("threads share images and contexts") {
    const Image image = ramp<double>({64, 64});
    const Image expected = image.rotate(0.3);
    const auto live = stoner::live_handles();
    Context context;
    std::atomic<int> right{0}, errors{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            for (int k = 0; k < 20; ++k) {
                Image own = image;
                own.fill(k);
                right += image.rotate(0.3, {}, context).equal(expected) && own.max() == k && image.data<double>()(1, 1) == 65;
                try {
                    image.crop({2, 1, 0, 1}, context);
                } catch (const stoner::Error &) {
                    ++errors;
                }
            }
        });
    }
    for (auto &thread : threads) {
        thread.join();
    }
    CHECK(right == 160);
    CHECK(errors == 160);
    CHECK(stoner::live_handles() == live + 1);
}

TEST_CASE("the kernels are held to an instruction set") {
    const auto first = stoner::instruction_set();
    CHECK(first.instruction_set <= first.best);
    stoner::set_instruction_set(stoner::InstructionSet::baseline);
    CHECK(stoner::instruction_set().instruction_set == stoner::InstructionSet::baseline);
    stoner::set_instruction_set(first.instruction_set);
    CHECK_THROWS_AS(stoner::set_instruction_set(static_cast<stoner::InstructionSet>(9)), stoner::Error);
    CHECK(stoner::instruction_set().instruction_set == first.instruction_set);
}

TEST_CASE("how much memory of freed images is kept is set for the process") {
    stoner::set_kept_memory(1);
    CHECK_THROWS_AS(stoner::set_kept_memory(-1), stoner::Error);
    stoner::set_kept_memory();
}
