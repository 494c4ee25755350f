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

TEST_CASE("views have random access") {
    using Iterator = stoner::View<std::int32_t>::iterator;
    static_assert(std::is_same_v<std::iterator_traits<Iterator>::iterator_category, std::random_access_iterator_tag>);
#ifdef __cpp_lib_ranges
    static_assert(std::random_access_iterator<Iterator> && std::ranges::random_access_range<stoner::View<double>>);
    static_assert(std::ranges::random_access_range<stoner::Slices<double>>);
#endif
    const Image stack = ramp<std::int32_t>({3, 4, 5});
    const Image scalar(std::vector<std::int32_t>{7}, {});
    for (const Image &image : {stack, stack.flip_v(), stack.flip_h(), stack.flip_v().flip_h(), stack.crop({1, 4, 1, 3}), stack.T(), stack.CW(),
                               stack.crop({2, 3, 0, 4}), scalar}) {
        const auto view = image.data<std::int32_t>();
        const auto truth = image.read<std::int32_t>();
        const auto n = static_cast<std::ptrdiff_t>(truth.size());
        REQUIRE(view.end() - view.begin() == n);
        CHECK(std::vector<std::int32_t>(std::make_reverse_iterator(view.end()), std::make_reverse_iterator(view.begin())) ==
              std::vector<std::int32_t>(truth.rbegin(), truth.rend()));
        for (std::ptrdiff_t i = 0; i < n; ++i) {
            CHECK(view.begin()[i] == truth[static_cast<std::size_t>(i)]);
            for (std::ptrdiff_t j = 0; j < n; j += 7) {
                auto from = view.begin() + i;
                from += j - i;
                CHECK(*from == truth[static_cast<std::size_t>(j)]);
                CHECK((from - view.begin() == j && (from < view.begin() + i) == (j < i) && (from >= view.begin() + i) == (j >= i)));
            }
        }
        auto back = view.end();
        --back;
        CHECK(*back == truth.back());
        CHECK(*(1 + view.begin() + (n - 2)) == truth.back());
        CHECK(std::distance(view.begin(), view.end()) == n);
    }
    // What algorithms ask of it.
    const auto sorted = stack.data<std::int32_t>();
    CHECK(std::lower_bound(sorted.begin(), sorted.end(), 33) - sorted.begin() == 33);
    std::vector<std::int32_t> drawn(10);
    std::partial_sort_copy(sorted.begin(), sorted.end(), drawn.begin(), drawn.end(), std::greater<>());
    CHECK(drawn.front() == 59);
    CHECK(drawn.back() == 50);
}

TEST_CASE("rows and frames") {
    const Image stack = ramp<double>({3, 4, 5});
    for (const Image &image : {stack, stack.flip_v(), stack.crop({1, 4, 1, 3})}) {
        const auto view = image.data<double>();
        std::vector<double> elements;
        std::size_t frames = 0;
        for (const auto frame : image.data<double>().frames()) {
            CHECK(frame.rank() == 2);
            CHECK(frame.shape() == view[static_cast<std::int64_t>(frames)].shape());
            ++frames;
            for (const auto row : frame.rows()) {
                CHECK(row.rank() == 1);
                elements.insert(elements.end(), row.begin(), row.end());
            }
        }
        CHECK(frames == 3);
        CHECK(elements == image.read<double>());
        elements.clear();
        for (const auto row : view.rows()) {
            elements.insert(elements.end(), row.begin(), row.end());
        }
        CHECK(elements == image.read<double>());
        CHECK(view.rows().size() == 3 * static_cast<std::size_t>(view.shape()[1]));
    }
    const Image plain = ramp<double>({4, 5});
    const auto view = plain.data<double>();
    CHECK(view.frames().size() == 1);
    CHECK((*view.frames().begin()).shape() == view.shape());
    CHECK(view[2](3) == 13);
    CHECK(view[2][3]() == 13);
    // A row keeps its pixels, when the image and its view are gone.
    const auto kept = ramp<double>({4, 5}).data<double>()[3];
    CHECK(kept(4) == 19);
    CHECK(stoner::View<double>().empty());
    CHECK(stoner::View<double>().begin() == stoner::View<double>().end());
    CHECK(Image(std::vector<double>{}, {0, 3}).data<double>().rows().size() == 0);
}

TEST_CASE("contiguous pixels are a span") {
    const Image image = ramp<double>({6, 8});
    const auto view = image.data<double>();
    const stoner::Span<double> span = view.span();
    CHECK(span.size() == 48);
    CHECK(span.data() == view.data());
    CHECK(image.crop({0, 8, 2, 4}).data<double>().span().size() == 16);
    CHECK(status_of([&] { image.crop({0, 7, 0, 6}).data<double>().span(); }) == Status::shape);
    CHECK(status_of([&] { image.flip_h().data<double>().span(); }) == Status::shape);
    CHECK(status_of([&] { image.T().data<double>().span(); }) == Status::shape);
#ifdef __cpp_lib_span
    const std::span<const double> standard = view.span();
    CHECK(standard.size() == 48);
    CHECK(Image(standard, {8, 6}).read<double>() == image.read<double>());
    CHECK(Image(std::span<const double>(standard.subspan(40)), {8}).item({0}).value == 40);
    std::vector<double> own(4, 1.0);
    CHECK(Image(std::span<double>(own), {2, 2}).sum() == 4);
    Image written = ramp<double>({2, 2});
    written.write(std::span<double>(own));
    CHECK(written.sum() == 4);
    CHECK(image.percentile(std::span<const double>(std::array<double, 1>{50.0})).size() == 1);
#endif
}

TEST_CASE("the mask in the shape of the image") {
    Image image(std::vector<double>{1, 2, 3, 4, 5, 6}, {2, 3}, {0, 1, 0, 0, 0, 1});
    const auto mask = image.mask();
    CHECK(mask.shape() == std::vector<std::int64_t>{2, 3});
    CHECK_FALSE(mask(0, 0));
    CHECK(mask(0, 1));
    CHECK(mask(1, 2));
    CHECK(std::count(mask.begin(), mask.end(), true) == 2);
    image.write_mask({});
    CHECK(mask(0, 1)); // It is a copy.
    CHECK(image.T().mask().shape() == std::vector<std::int64_t>{3, 2});
    CHECK(std::none_of(image.mask().begin(), image.mask().begin(), [](bool masked) { return masked; }));
    CHECK(Image(std::vector<double>{}, {0, 2}).mask().empty());
    // Values and mask side by side.
    image.write_mask({0, 1, 0, 0, 0, 1});
    const auto pixels = image.data<double>();
    const auto masked = image.mask();
    CHECK(std::inner_product(pixels.begin(), pixels.end(), masked.begin(), 0.0, std::plus<>(), [](double v, bool m) { return m ? 0 : v; }) == 13);
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

TEST_CASE("the frames of a stack are images") {
    Image stack = ramp<float>({3, 4, 5});
    stack.metadata_set("note", "kept");
    stoner::SetFrameAxisOptions energies;
    energies.name = "energy";
    energies.unit = "eV";
    stack.set_frame_axis({700.0, 705.5, 710.0}, energies);
    std::int64_t place = 0;
    for (const Image &frame : stack.frames()) {
        CHECK(frame.shape() == std::vector<std::int64_t>{4, 5});
        CHECK(frame.equal(stack.frame(place)));
        CHECK(frame.metadata_get<std::string>("note") == "kept");
        ++place;
    }
    CHECK(place == 3);
    // The range outlives the stack that it was asked of, and shares its pixels.
    const auto frames = Image(stack).frames();
    CHECK(frames.size() == 3);
    CHECK(lent(frames[1]) == static_cast<const void *>(&stack.data<float>()(1, 0, 0)));
    CHECK(std::distance(frames.begin(), frames.end()) == 3);
    const Image plain = ramp<double>({2, 3});
    CHECK(plain.frames().size() == 1);
    CHECK((*plain.frames().begin()).equal(plain));
    CHECK(ramp<double>({0, 3, 4}).frames().empty());
    CHECK_FALSE(Image().try_frames().has_value());
    CHECK(status_of([&] { (void)frames[3]; }) == Status::out_of_range);
}

TEST_CASE("an image takes a vector over") {
    std::vector<std::uint16_t> pixels(512 * 1024);
    std::iota(pixels.begin(), pixels.end(), std::uint16_t{0});
    const auto truth = pixels;
    const std::uint16_t *first = pixels.data();
    Image image(std::move(pixels), {512, 1024});
    CHECK(lent(image) == first);
    CHECK(image.read<std::uint16_t>() == truth);
    const Image turned = image.T();
    const auto view = image.data<std::uint16_t>();
    image.itemset(7, {0, 0}); // The first change copies.
    CHECK(lent(image) != first);
    CHECK(turned.read<std::uint16_t>()[0] == 0);
    CHECK(view(511, 3) == truth[511 * 1024 + 3]);
    // With a mask, from a temporary, of one element, of none.
    const Image masked(std::vector<double>{1, 2, 3, 4}, {2, 2}, std::vector<std::uint8_t>{0, 0, 0, 1});
    CHECK(static_cast<double>(masked.mean()) == 2);
    CHECK(Image(std::vector<float>{}, {0, 4}).size() == 0);
    CHECK(status_of([] { Image(std::vector<double>(5), {2, 2}); }) == Status::shape);
    CHECK(status_of([] { Image(std::vector<double>(4), {2, 2}, std::vector<std::uint8_t>(3)); }) == Status::shape);
}

TEST_CASE("an image lies in the caller's memory until it is given back") {
    const std::vector<double> buffer{0, 1, 2, 3, 4, 5};
    int released = 0;
    {
        const Image image = Image::borrow(buffer.data(), {2, 3}, [&] { ++released; });
        CHECK(lent(image) == buffer.data());
        const Image row = image.crop({0, 3, 1, 2});
        CHECK(row.read<double>() == std::vector<double>{3, 4, 5});
        CHECK(released == 0);
    }
    CHECK(released == 1);
    // A column-major matrix; what the function has captured lives as long.
    auto token = std::make_shared<int>(0);
    std::weak_ptr<int> watch = token;
    stoner::FromDataOptions columns;
    columns.byte_strides = {8, 16};
    {
        const Image image = Image::borrow(buffer.data(), {2, 3}, [token = std::move(token)]() noexcept { ++*token; }, columns);
        CHECK(image.read<double>() == std::vector<double>{0, 2, 4, 1, 3, 5});
        CHECK_FALSE(watch.expired());
    }
    CHECK(watch.expired());
    // It is given back where it is refused too, by the headers and by the library.
    released = 0;
    columns.byte_strides = {8};
    CHECK(status_of([&] { Image::borrow(buffer.data(), {2, 3}, [&] { ++released; }, columns); }) == Status::shape);
    CHECK(released == 1);
    CHECK_FALSE(Image::try_borrow(buffer.data(), {2, -3}, [&] { ++released; }).has_value());
    CHECK(released == 2);
    CHECK_FALSE(Image::try_borrow(static_cast<const double *>(nullptr), {2, 3}, [&] { ++released; }).has_value());
    CHECK(released == 3);
    // Truth values are copied.
    const bool flags[2] = {true, false};
    const Image truths = Image::borrow(flags, {1, 2}, [&] { ++released; });
    CHECK(released == 4);
    CHECK(lent(truths) != flags);
}
