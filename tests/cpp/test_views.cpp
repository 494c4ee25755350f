// Pixels without a copy.
#include "helpers.hpp"

using namespace helpers;
using stoner::Image;
using stoner::Status;

namespace {

/// The address that C lends for a handle.
const void *lent(const Image &image) {
    const void *element = nullptr;
    std::int64_t strides[STONER_MAX_NDIM];
    REQUIRE(stoner_image_data(nullptr, image.handle(), &element, strides) == STONER_OK);
    return element;
}

} // namespace

TEST_CASE("a view shows the library's own memory") {
    const Image image = ramp<double>({512, 1024});
    const auto view = image.data<double>();
    CHECK(static_cast<const void *>(view.data()) == lent(image));
    CHECK(view.shape() == std::vector<std::int64_t>{512, 1024});
    CHECK(view.strides() == std::vector<std::int64_t>{1024, 1});
    CHECK(view.is_contiguous());
    CHECK(view(3, 5) == 3 * 1024 + 5);
    CHECK(view.data() == image.data<double>().data());
    // Crops, flips and turns lie in the same memory.
    CHECK(image.crop({5, 100, 3, 50}).data<double>().data() == &view(3, 5));
    const auto flipped = image.flip_h().data<double>();
    CHECK(flipped.data() == &view(0, 1023));
    CHECK(flipped.strides() == std::vector<std::int64_t>{1024, -1});
    CHECK(flipped(2, 0) == view(2, 1023));
    CHECK_FALSE(flipped.is_contiguous());
    CHECK(image.T().data<double>()(7, 2) == view(2, 7));
}

TEST_CASE("a view keeps what it shows") {
    Image image = ramp<float>({16, 16});
    const auto view = image.data<float>();
    image.fill(-1);
    CHECK(view(1, 2) == 18);
    image = Image();
    CHECK(view(1, 2) == 18);
    // Of an image that is gone at the end of the line.
    const auto turned = ramp<float>({4, 4}).CW().data<float>();
    CHECK(turned(0, 0) == 12);
}

TEST_CASE("the elements of a view in C order") {
    const Image stack = ramp<std::int32_t>({3, 4, 5});
    for (const Image &image : {stack, stack.flip_v(), stack.crop({1, 4, 1, 3}), stack.T(), stack.crop({2, 3, 0, 4})}) {
        const auto view = image.data<std::int32_t>();
        const std::vector<std::int32_t> elements(view.begin(), view.end());
        CHECK(elements == image.read<std::int32_t>());
        CHECK(view.size() == elements.size());
    }
    CHECK(std::accumulate(stack.data<std::int32_t>().begin(), stack.data<std::int32_t>().begin(), 0) == 0);
}

TEST_CASE("a view of another type, and indices outside, are errors") {
    const Image image = ramp<float>({4, 4});
    CHECK(status_of([&] { image.data<double>(); }) == Status::dtype);
    CHECK(status_of([&] { image.data<std::uint32_t>(); }) == Status::dtype);
    const auto view = image.data<float>();
    CHECK(view.at(3, 3) == 15);
    CHECK(status_of([&] { view.at(4, 0); }) == Status::out_of_range);
    CHECK(status_of([&] { view.at(0, -1); }) == Status::out_of_range);
    CHECK(status_of([&] { view.at(0); }) == Status::shape);
}

#ifdef __cpp_lib_mdspan
TEST_CASE("a view as std::mdspan") {
    const Image image = ramp<double>({6, 8});
    for (const Image &each : {image, image.flip_h(), image.flip_v().crop({1, 5, 2, 6}), image.CW()}) {
        const auto view = each.data<double>();
        const auto span = view.mdspan<2>();
        REQUIRE(span.extent(0) == view.shape()[0]);
        for (std::int64_t row = 0; row < span.extent(0); ++row) {
            for (std::int64_t column = 0; column < span.extent(1); ++column) {
                CHECK(&span[row, column] == &view(row, column));
            }
        }
    }
    CHECK(status_of([&] { image.data<double>().mdspan<3>(); }) == Status::shape);
}
#endif
