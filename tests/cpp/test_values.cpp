// Images as values: made, copied, moved, compared; options and results.
#include "helpers.hpp"

using namespace helpers;
using stoner::Image;
using stoner::Status;

TEST_CASE_TEMPLATE("an image is made of a vector and read back", T, std::uint8_t, std::int8_t, std::uint16_t, std::int16_t, std::uint32_t,
                   std::int32_t, std::uint64_t, std::int64_t, float, double) {
    const Image image = ramp<T>({3, 4});
    CHECK(image.shape() == std::vector<std::int64_t>{3, 4});
    CHECK(image.ndim() == 2);
    CHECK(image.size() == 12);
    CHECK(image.dtype() == stoner::dtype_for<T>());
    CHECK(image.itemsize() == static_cast<std::int64_t>(sizeof(T)));
    const std::vector<T> back = image.read<T>();
    for (std::size_t i = 0; i < back.size(); ++i) {
        CHECK(back[i] == static_cast<T>(i));
    }
    // long and long long are the same to the library.
    CHECK(image.read<long long>()[5] == 5);
    CHECK(image.read<unsigned long>()[5] == 5);
}

TEST_CASE("an image is made of what C++ has in a row") {
    const std::array<float, 6> array{0, 1, 2, 3, 4, 5};
    CHECK(Image(array, {2, 3}).item({1, 2}).value == 5);
    CHECK(Image(stoner::Span<float>(array.data() + 2, 4), {2, 2}).item({0, 0}).value == 2);
    const double matrix[2][3] = {{1, 2, 3}, {4, 5, 6}};
    const Image of_matrix(matrix);
    CHECK(of_matrix.shape() == std::vector<std::int64_t>{2, 3});
    CHECK(of_matrix.item({1, 0}).value == 4);
    const Image written = Image::from_rows({{1.0, 2.0, 3.0}, {4.0, 5.0, 6.0}});
    CHECK(written.equal(of_matrix));
    CHECK(Image::from_rows<std::uint8_t>({{1, 2}}).dtype() == stoner::Dtype::u8);
    CHECK(Image::from_rows<double>({}).size() == 0);
    CHECK(status_of([] { Image::from_rows({{1, 2}, {3}}); }) == Status::shape);
    Image image(array, {6});
    image.write(std::array<int, 6>{6, 5, 4, 3, 2, 1});
    CHECK(image.item({0}).value == 6);
}

TEST_CASE("calls without arguments take the defaults") {
    const Image scan = stoner::load(plus);
    CHECK(scan.gridimage().shape() == scan.shape());
    CHECK(scan.gridimage().equal(scan.gridimage(stoner::GridimageOptions{})));
    CHECK(scan.normalise().max() == 1);
    CHECK(scan.crop().equal(scan));
    CHECK(scan.level_image().shape() == scan.shape());
    CHECK(scan.hist().row_count() > 0);
    CHECK(scan.filter_image().shape() == scan.shape());
    CHECK(scan.fft().shape() == scan.shape());
}

TEST_CASE("complex and boolean images") {
    const std::vector<std::complex<float>> values{{1, 2}, {3, -4}};
    const Image image(values, {1, 2});
    CHECK(image.dtype() == stoner::Dtype::c64);
    CHECK(image.data<std::complex<float>>()(0, 1) == std::complex<float>{3, -4});
    CHECK(image.item<std::complex<double>>({0, 1}).value == std::complex<double>{3, -4});
    CHECK(image.conj().item<std::complex<double>>({1}).value == std::complex<double>{3, 4});

    const bool flags[] = {true, false, true};
    const Image boolean = Image::from_data(flags, {3});
    CHECK(boolean.dtype() == stoner::Dtype::bool_);
    CHECK(boolean.read<std::uint8_t>() == std::vector<std::uint8_t>{1, 0, 1});
    CHECK(boolean.data<bool>()(2));
}

TEST_CASE_TEMPLATE("integers that no double holds stay exact", T, std::int64_t, std::uint64_t) {
    const T big = (T{1} << 53) + 1, most = std::numeric_limits<T>::max();
    for (const T value : {big, most, static_cast<T>(most - 1)}) {
        Image image = ramp<T>({2, 3});
        image.write_mask({0, 1, 0, 0, 0, 0});
        CHECK(image.filled(value).template read<T>()[1] == value);
        image.set_fill_value(value);
        CHECK(image.filled().template read<T>()[1] == value);
        image.itemset(value, {1, 2});
        CHECK(image.template read<T>()[5] == value);
        image.fill(value);
        CHECK(image.template read<T>() == std::vector<T>(6, value));
    }
    Image image = ramp<T>({2, 3});
    image.fill(most);
    stoner::ClipOptions limits;
    limits.max = static_cast<std::int64_t>(big);
    CHECK(image.clip(limits).template read<T>()[0] == big);
    limits.max = static_cast<std::uint64_t>(big) + 1;
    CHECK(image.clip(limits).template read<T>()[0] == big + 1);
    CHECK(image.template item<T>({0, 1}).value == most);
    image.set_fill_value(big);
    CHECK(image.template fill_value<T>() == big);
    CHECK(status_of([&] { image.template item<float>({9, 9}); }) == Status::out_of_range);
    Image drawn = ramp<T>({2, 3});
    drawn.draw_line(0, 0, 2, 0, most);
    CHECK(drawn.template item<T>({0, 2}).value == most);
    drawn.draw_line(0, 0, 0, 0);
    CHECK(drawn.item({0, 0}).value == 1);
}

TEST_CASE("numbers keep their type") {
    Image image(std::vector<std::complex<float>>(2), {2});
    image.fill(std::complex<double>{1, -2});
    CHECK(image.item<std::complex<double>>({1}).value == std::complex<double>{1, -2});
    image.itemset(true, {0});
    CHECK(image.item<std::complex<float>>({0}).value == std::complex<float>{1, 0});
    image.set_fill_value(std::complex<float>{3, 4});
    CHECK(image.fill_value<std::complex<double>>() == std::complex<double>{3, 4});
    image.set_fill_value();
    CHECK(image.fill_value<std::complex<double>>().imag() == 0);
    // What is lost altogether is an error.
    CHECK(status_of([&] { image.item({0}); }) == Status::dtype);
    CHECK(status_of([&] { image.item<int>({0}); }) == Status::dtype);
    CHECK(image.try_fill_value().error().status() == Status::dtype);
    CHECK(status_of([&] { ramp<double>({2}).fill(std::complex<double>{0, 1}); }) == Status::out_of_range);
    CHECK(stoner::Number(std::uint8_t{3}).dtype() == stoner::Dtype::u8);
}

TEST_CASE("memory of the caller with strides and a mask") {
    // Column-major 2 x 3: element (row, column) at row + 2 column.
    const double columns[] = {0, 10, 1, 11, 2, 12};
    stoner::FromDataOptions options;
    options.byte_strides = {8, 16};
    options.mask = {0, 1, 0, 0, 0, 1};
    const Image image = Image::from_data(columns, {2, 3}, options);
    CHECK(image.read<double>() == std::vector<double>{0, 1, 2, 10, 11, 12});
    CHECK(image.read_mask() == options.mask);
    CHECK(image.count() == 4);
    CHECK(image.mean() == doctest::Approx((0.0 + 2 + 10 + 11) / 4));

    std::vector<double> back(6);
    image.read_into(back.data(), back.size(), {8, 16});
    CHECK(std::equal(back.begin(), back.end(), columns));

    // From the last element backwards.
    options = {};
    options.byte_strides = {-8};
    CHECK(Image::from_data(columns + 5, {6}, options).read<double>() == std::vector<double>{12, 2, 11, 1, 10, 0});
}

TEST_CASE("images without elements") {
    const Image image(std::vector<float>{}, {0, 4});
    CHECK(image.size() == 0);
    CHECK(image.read<float>().empty());
    CHECK(image.data<float>().size() == 0);
    const Image scalar(std::vector<double>{2.5}, {});
    CHECK(scalar.ndim() == 0);
    CHECK(scalar.item().value == 2.5);
    CHECK(scalar.data<double>()() == 2.5);
}

TEST_CASE("a copy is a value of its own, and shares its pixels until one is changed") {
    Image a = ramp<double>({8, 8});
    a.set_title("a");
    Image b = a;
    CHECK(b.ids() == a.ids());
    b.fill(7);
    b.set_title("b");
    CHECK(a.item({0, 1}).value == 1);
    CHECK(b.item({0, 1}).value == 7);
    CHECK(a.title() == "a");
    CHECK(b.ids() != a.ids());

    a = b;
    CHECK(a.equal(b, true));
    Image &same = a;
    a = same;
    CHECK(a.item({0}).value == 7);
    CHECK(a.clone().equal(b));
}

TEST_CASE("a move leaves an empty image, whose calls throw") {
    static_assert(std::is_nothrow_move_constructible_v<Image> && std::is_nothrow_move_assignable_v<Image>);
    const auto live = stoner::live_handles();
    Image a = ramp<double>({2, 2});
    Image b = std::move(a);
    CHECK(stoner::live_handles() == live + 1);
    CHECK(b.size() == 4);
    CHECK(b.valid());
    CHECK_FALSE(a.valid()); // NOLINT: that is what is tested.
    CHECK(status_of([&] { a.size(); }) != Status::ok);
    CHECK_FALSE(Image{a}.valid());
    a = std::move(b);
    CHECK(a.size() == 4);
    std::vector<Image> many(3, a);
    CHECK(stoner::live_handles() == live + 4);
    many.clear();
    CHECK(stoner::live_handles() == live + 1);
    stoner_image *given = a.release();
    CHECK(Image::adopt(given).size() == 4);
    CHECK(stoner::live_handles() == live);
}

TEST_CASE("options have the original's defaults") {
    CHECK(stoner::RotateOptions{}.clip);
    CHECK_FALSE(stoner::RotateOptions{}.preserve_range);
    CHECK(stoner::SubtractImageOptions{}.contrast == 16);
    CHECK(stoner::SubtractImageOptions{}.offset == 0.5);
    CHECK(stoner::Sgolay2dOptions{}.points == 15);
    CHECK(stoner::SortOptions{}.axis == -1);
    CHECK(stoner::LevelImageOptions{}.poly_vert == 1);
    CHECK(!stoner::ClipOptions{}.min);

    // Each row by itself, as numpy's default axis of -1 has it.
    const Image image(std::vector<double>{3, 1, 2, 9, 8, 7}, {2, 3});
    CHECK(image.sort().read<double>() == std::vector<double>{1, 2, 3, 7, 8, 9});
    stoner::SortOptions flat;
    flat.axis = std::nullopt;
    CHECK(image.sort(flat).read<double>() == std::vector<double>{1, 2, 3, 7, 8, 9});
    CHECK(image.sort(flat).ndim() == 1);
    CHECK(image.asfloat().dtype() == stoner::Dtype::f64);
    CHECK(Image(std::vector<std::uint8_t>{255, 0}, {2}).asfloat().read<double>() == std::vector<double>{1, 0});
}

TEST_CASE("options reach the call") {
    const Image image = ramp<double>({6, 8});
    stoner::RotateOptions turn;
    turn.resize = true;
    CHECK(image.rotate(0.4).shape() == image.shape());
    CHECK(image.rotate(0.4, turn).shape() != image.shape());
    turn = {};
    turn.centre_xy = {{0, 0}};
    turn.cval = -5;
    turn.mode = stoner::Mode::constant;
    const Image corner = image.rotate(1.0, turn);
    CHECK(corner.item({0, 0}).value == 0);
    CHECK(corner.read<double>() != image.rotate(1.0).read<double>());

    stoner::MeanOptions rows;
    rows.axes = {1};
    rows.keepdims = true;
    CHECK(image.mean(rows).shape() == std::vector<std::int64_t>{6, 1});
    CHECK(image.mean(rows).read<double>()[1] == 11.5);
    CHECK(image.mean() == 23.5);
    CHECK(image.var(1) == doctest::Approx(48.0 * 49 / 12));
    CHECK(image.std() == doctest::Approx(std::sqrt(48.0 * 49 / 12 - image.var(1) / 48)));
    CHECK(image.argmax() == 47);

    stoner::Sgolay2dOptions gradient;
    Image angle;
    gradient.points = 3;
    gradient.derivative = stoner::Sgolay::both;
    gradient.angle = &angle;
    const Image slope = image.sgolay2d(gradient);
    CHECK(slope.item({3, 3}).value == doctest::Approx(std::hypot(1.0, 8.0)));
    CHECK(angle.item({3, 3}).value == doctest::Approx(std::atan2(8.0, 1.0)));

    stoner::GaussianFilterOptions beyond;
    beyond.mode_xy = {{stoner::Mode::wrap, stoner::Mode::nearest}};
    CHECK_FALSE(image.gaussian_filter({1, 1}, beyond).equal(image.gaussian_filter({1, 1})));
}

TEST_CASE("boxes, lists and results of several values") {
    const Image image = ramp<double>({6, 8});
    CHECK(image.crop({1, 4, 2, 6}).shape() == std::vector<std::int64_t>{4, 3});
    CHECK(image.crop().shape() == image.shape());
    stoner::Box lower;
    lower.ymin = 3;
    CHECK(image.crop(lower).shape() == std::vector<std::int64_t>{3, 8});
    CHECK(image.box_from_border(1) == stoner::Box{1, 7, 1, 5});
    CHECK(image.max_box() == stoner::Box{0, 8, 0, 6});
    const auto [low, high] = image.span();
    CHECK(low == 0);
    CHECK(high == 47);
    CHECK(image.reshape({4, -1}).shape() == std::vector<std::int64_t>{4, 12});
    CHECK(image.percentile({0, 50, 100}) == std::vector<double>{0, 23.5, 47});
    CHECK(image.take({2, 0}).read<double>() == std::vector<double>{2, 0});
    CHECK(image.take(std::vector<std::int64_t>{5}).size() == 1);
    CHECK(image.T().shape() == std::vector<std::int64_t>{8, 6});
    CHECK(image.transpose({1, 0}).equal(image.T()));
    CHECK(image.CW().CCW().equal(image));
    const Image choice(std::vector<std::int64_t>{1, 0}, {2});
    CHECK(choice.choose({Image(std::vector<double>{1, 2}, {2}), Image(std::vector<double>{3, 4}, {2})}).read<double>() ==
          std::vector<double>{3, 2});
    CHECK(image.clip({5, 9}).max() == 9);

    Image drawn = ramp<double>({8, 8});
    drawn.draw_polygon({1, 6, 1}, {1, 1, 6}, 100);
    CHECK(drawn.max() == 100);
    CHECK(status_of([&] { drawn.draw_polygon({1, 6}, {1, 1, 6}, 100); }) == Status::shape);
}

TEST_CASE("masked elements and fill values") {
    Image image(std::vector<double>{1, 2, 3}, {3}, {0, 1, 0});
    const auto item = image.item({1});
    CHECK(item.masked);
    CHECK(item.value == 2);
    CHECK(image.filled(-1).read<double>() == std::vector<double>{1, -1, 3});
    CHECK(image.filled().read<double>() == std::vector<double>{1, 1e20, 3});
    image.set_fill_value(9);
    CHECK(image.fill_value() == 9);
    CHECK(image.tolist<double>().mask == std::vector<std::uint8_t>{0, 1, 0});
    CHECK(image.tolist<float>(5).values == std::vector<float>{1, 5, 3});
    CHECK(Image(std::vector<double>{1}, {1}, {1}).mean().masked);
    image.write(std::vector<int>{7, 8, 9});
    CHECK(image.count() == 3);
    CHECK(image.read<int>() == std::vector<int>{7, 8, 9});
    image.write_mask({1, 0, 0});
    CHECK(image.read_mask() == std::vector<std::uint8_t>{1, 0, 0});
    image.write_mask({});
    CHECK(image.count() == 3);

    Image square = ramp<double>({4, 4});
    square.write(std::vector<float>{-1, -2}, stoner::Box{1, 3, 2, 3});
    CHECK(square.item({2, 2}).value == -2);
    CHECK(square.item({2, 3}).value == 11);
    // Negative sides count from the end.
    square.write(std::vector<float>{-5, -6}, stoner::Box{-2, 4, -1, stoner::extent});
    CHECK(square.item({3, 3}).value == -6);
    CHECK(status_of([&] { square.write(std::vector<float>{1}, stoner::Box{1, 3, 2, 3}); }) == Status::shape);
    const double columns[] = {1, 2, 3, 4};
    square.write_from(columns, {8, 16}, stoner::Box{0, 2, 0, 2});
    CHECK(square.item({0, 1}).value == 3);
}

TEST_CASE("frames are laid on each other") {
    // A hill, and the same hill two columns to the right and one row up.
    const auto hill = [](double x, double y) {
        std::vector<double> values;
        for (int row = 0; row < 48; ++row) {
            for (int column = 0; column < 48; ++column) {
                values.push_back(100 * std::exp(-((column - x) * (column - x) + (row - y) * (row - y)) / 60));
            }
        }
        return values;
    };
    const std::vector<double> first = hill(22, 25), second = hill(24, 24);
    const Image reference(first, {48, 48});
    const auto movement = Image(second, {48, 48}).register_(reference);
    CHECK(std::abs(movement[0]) == doctest::Approx(2).epsilon(0.02));
    CHECK(std::abs(movement[1]) == doctest::Approx(1).epsilon(0.02));
    const Image aligned = Image(second, {48, 48}).align(reference);
    CHECK(aligned.item({25, 22}).value == doctest::Approx(100).epsilon(0.01));

    std::vector<double> frames = first;
    frames.insert(frames.end(), second.begin(), second.end());
    stoner::Table shifts;
    stoner::AlignStackOptions options;
    options.shifts = &shifts;
    const Image stack = Image(frames, {2, 48, 48}).align_stack(options);
    CHECK(stack.shape() == std::vector<std::int64_t>{2, 48, 48});
    CHECK(stack.item({1, 25, 22}).value == doctest::Approx(100).epsilon(0.01));
    CHECK(std::abs(shifts.column("x")[1]) == doctest::Approx(2).epsilon(0.02));
    CHECK(Image(frames, {2, 48, 48}).align_stack().equal(stack));
}
