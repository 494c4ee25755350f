// The headers where the compiler has no exceptions: everything by try_..., in two files that are linked together. Gives the number of faults.
#include "checks.hpp"

namespace {

void images() {
    stoner::Result<stoner::Image> made = stoner::Image::try_from(std::vector<double>{1, 2, 3, 4, 5, 6}, {2, 3}, {0, 0, 0, 0, 0, 1});
    CHECK(made);
    stoner::Image image = *made;
    CHECK(image.try_shape().value_or(std::vector<std::int64_t>{}).size() == 2);
    CHECK(*image.try_count().transform([](auto count) { return count; }) == 5);
    CHECK(stoner::Image::try_from(std::vector<double>{1}, {2, 3}).error().status() == stoner::Status::shape);
    CHECK(image.try_mean()->value == 3);
    CHECK(image.try_fill(7));
    CHECK(image.try_item({0, 0})->value == 7);
    CHECK(image.try_item({9, 9}).error().status() == stoner::Status::out_of_range);
    CHECK(std::strstr(image.try_item({9, 9}).error().what(), "9") != nullptr);
    CHECK(image.try_rotate(0.1).and_then([](const stoner::Image &turned) { return turned.try_crop({0, 2, 0, 2}); })->try_size().value_or(0) == 4);
    const stoner::Image copy = image;
    CHECK(*copy.try_equal(image));
    const stoner::Image none;
    const stoner::Image &empty = none;
    const stoner::Image still_none = empty;
    CHECK(!still_none.valid());
    CHECK(still_none.try_mean().error().status() == stoner::Status::null_pointer);
    const auto view = image.try_data<double>();
    CHECK(view);
    double sum = 0;
    for (const auto row : view->rows()) {
        for (const double pixel : row) {
            sum += pixel;
        }
    }
    CHECK(sum == 42);
    CHECK(view->try_at(5, 5).error().status() == stoner::Status::out_of_range);
    CHECK(view->try_span()->size() == 6);
    CHECK(image.try_data<float>().error().status() == stoner::Status::dtype);
    CHECK((*image.try_mask())(1, 2) && !(*image.try_mask())(0, 0));
    int frames = 0;
    const auto stack = stoner::Image::try_from(std::vector<float>(24), {2, 3, 4});
    for (const stoner::Image &frame : *stack->try_frames()) {
        frames += *frame.try_size() == 12;
    }
    CHECK(frames == 2);
    int released = 0;
    const float pixels[4] = {1, 2, 3, 6};
    CHECK(stoner::Image::try_borrow(pixels, {2, 2}, [&] { ++released; })->try_mean()->value == 3);
    CHECK(released == 1);
}

void files() {
    CHECK(stoner::try_load("no such file").error().status() == stoner::Status::file_not_found);
    const auto plus = stoner::try_load("data/demo/domain_plus.hdf5");
    const auto minus = stoner::try_load("data/demo/domain_minus.hdf5");
    CHECK(plus && minus);
    const auto xmcd = plus->try_xmcd(*minus);
    CHECK(xmcd);
    CHECK(plus->try_gridimage());
    CHECK(*plus->try_metadata_get<double>("counter0.energy") > 0);
    CHECK(xmcd->try_save("build/cpp/scratch/no_exceptions.unknown").error().status() == stoner::Status::invalid_argument);
    CHECK(xmcd->try_to_rgba({{"cmap", "viridis"}}));
    CHECK(xmcd->try_to_rgba({{"cmap", "none of these"}}).error().status() == stoner::Status::invalid_argument);
    CHECK(xmcd->try_to_rgba({{std::string("a\0b", 3), 1}}).error().status() == stoner::Status::invalid_argument);
    const auto histogram = xmcd->try_hist();
    CHECK(histogram->try_column_names()->size() == static_cast<std::size_t>(*histogram->try_column_count()));
}

void metadata() {
    stoner::Metadata metadata;
    CHECK(metadata.try_set("energy", 708.5));
    CHECK(metadata["energy"].try_set_unit("eV"));
    CHECK(*metadata["energy"].try_get<double>() == 708.5);
    CHECK(*metadata["energy"].try_unit() == "eV");
    CHECK(!metadata["none"].exists());
    CHECK(metadata["none"].try_get<int>().error().status() == stoner::Status::key_not_found);
    int entries = 0;
    for (const auto &[key, value] : metadata) {
        CHECK(key == "energy");
        CHECK(value.try_text());
        ++entries;
    }
    CHECK(entries == 1);
    stoner::Table table;
    CHECK(table.try_add_column("x", {1, 2, 3}));
    CHECK(table.try_column("y").error().status() != stoner::Status::ok);
}

void contexts() {
    stoner::Context context;
    double last = 0;
    int calls = 0;
    CHECK(context.try_set_progress_callback([&](double fraction) {
        last = fraction;
        ++calls;
    }));
    const auto image = stoner::try_load("data/demo/domain_plus.hdf5", {}, context);
    CHECK(image->try_denoise(0.1, context));
    CHECK(calls > 0 && last <= 1);
    CHECK(context.try_set_progress_callback(nullptr));
    CHECK(stoner::Context::own().try_set_progress_callback(nullptr).error().status() == stoner::Status::unsupported);
    CHECK(context.try_set_threads(2));
    CHECK(context.warnings().empty());
    CHECK(context.try_cancel());
    CHECK(image->try_denoise(0.1, context).error().status() == stoner::Status::cancelled);
}

} // namespace

int main() {
    images();
    files();
    metadata();
    contexts();
    other_file();
    CHECK(stoner::live_handles() == 0);
    return faults;
}
