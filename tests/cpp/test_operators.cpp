// Operators and functions of images. What they compute is compared with the same of each element in C++.
#include "helpers.hpp"

using namespace helpers;
using stoner::Dtype;
using stoner::Image;
using stoner::Status;

namespace {

const std::vector<double> left{0.5, -2, 3, 8, -1, 4}, right{2, 4, -0.5, 1, 3, 4};

/// An image's elements beside what a function makes of those of both operands.
template <class F> void check_pairs(const Image &made, const std::vector<double> &a, const std::vector<double> &b, F f) {
    const auto values = made.read<double>();
    REQUIRE(values.size() == a.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        CHECK(values[i] == doctest::Approx(static_cast<double>(f(a[i], b[i]))));
    }
}
template <class F> void check_each(const Image &made, F f) { check_pairs(made, left, left, [&](double v, double) { return f(v); }); }

} // namespace

TEST_CASE("images with images") {
    const Image a(left, {2, 3}), b(right, {2, 3});
    check_pairs(a + b, left, right, std::plus<>());
    check_pairs(a - b, left, right, std::minus<>());
    check_pairs(a * b, left, right, std::multiplies<>());
    check_pairs(a / b, left, right, std::divides<>());
    check_pairs(a == b, left, right, std::equal_to<>());
    check_pairs(a != b, left, right, std::not_equal_to<>());
    check_pairs(a < b, left, right, std::less<>());
    check_pairs(a <= b, left, right, std::less_equal<>());
    check_pairs(a > b, left, right, std::greater<>());
    check_pairs(a >= b, left, right, std::greater_equal<>());
    check_pairs(a < 0 && b > 1, left, right, [](double x, double y) { return x < 0 && y > 1; });
    check_pairs(a < 0 || b > 3, left, right, [](double x, double y) { return x < 0 || y > 3; });
    check_pairs(!(a < b), left, right, [](double x, double y) { return !(x < y); });
    check_pairs(pow(abs(a), b), left, right, [](double x, double y) { return std::pow(std::abs(x), y); });
    check_pairs(hypot(a, b), left, right, [](double x, double y) { return std::hypot(x, y); });
    check_pairs(atan2(a, b), left, right, [](double x, double y) { return std::atan2(x, y); });
    check_pairs(minimum(a, b), left, right, [](double x, double y) { return std::min(x, y); });
    check_pairs(maximum(a, b), left, right, [](double x, double y) { return std::max(x, y); });
    check_pairs(floor_divide(a, b), left, right, [](double x, double y) { return std::floor(x / y); });
    check_pairs(remainder(a, b), left, right, [](double x, double y) { return x - y * std::floor(x / y); });
    check_pairs(where(a < b, a, b), left, right, [](double x, double y) { return x < y ? x : y; });
    CHECK((a < b).dtype() == Dtype::bool_);
    CHECK_FALSE((a == b).all());
    CHECK((a == b).any());
    CHECK((a == a).all());
    // A row for each row.
    CHECK((a + Image(std::vector<double>{1, 2, 3}, {3})).item({1, 2}).value == 7);
    CHECK(status_of([&] { static_cast<void>(a + Image(std::vector<double>{1, 2}, {2})); }) == Status::shape);
}

TEST_CASE("numbers on both sides") {
    const Image a(left, {2, 3});
    check_each(a + 1, [](double v) { return v + 1; });
    check_each(1 + a, [](double v) { return 1 + v; });
    check_each(a - 2.5, [](double v) { return v - 2.5; });
    check_each(2.5 - a, [](double v) { return 2.5 - v; });
    check_each(a * 3L, [](double v) { return 3 * v; });
    check_each(3.0f * a, [](double v) { return 3 * v; });
    check_each(a / 4, [](double v) { return v / 4; });
    check_each(1 / a, [](double v) { return 1 / v; });
    check_each(1.0 / a, [](double v) { return 1 / v; });
    check_each(-a, [](double v) { return -v; });
    check_each(+a, [](double v) { return v; });
    check_each(a < 3, [](double v) { return v < 3; });
    check_each(3 < a, [](double v) { return 3 < v; });
    check_each(3 <= a, [](double v) { return 3 <= v; });
    check_each(3.0 > a, [](double v) { return 3.0 > v; });
    check_each(3u >= a, [](double v) { return 3.0 >= v; });
    check_each(a <= 3.0, [](double v) { return v <= 3; });
    check_each(a > 3, [](double v) { return v > 3; });
    check_each(a >= 3, [](double v) { return v >= 3; });
    check_each(a == 3, [](double v) { return v == 3; });
    check_each(3 == a, [](double v) { return v == 3; });
    check_each(a != 3, [](double v) { return v != 3; });
    check_each(pow(a, 2), [](double v) { return v * v; });
    check_each(pow(2.0, a), [](double v) { return std::pow(2.0, v); });
    check_each(where(a < 0, 0, a), [](double v) { return v < 0 ? 0 : v; });
    check_each(where(a > 0, a, -1.5), [](double v) { return v > 0 ? v : -1.5; });
    // What a statistic gives, and what metadata say.
    check_each(a - a.mean(), [](double v) { return v - 12.5 / 6; });
    check_each(a / a.max(), [](double v) { return v / 8; });
    stoner::Metadata metadata;
    metadata["current"] = 2.0;
    check_each(a / metadata["current"], [](double v) { return v / 2; });
    check_each(a / std::as_const(metadata)["current"], [](double v) { return v / 2; });
    CHECK(status_of([&] { static_cast<void>(a - Image(std::vector<double>{1}, {1}, {1}).mean()); }) == Status::no_result);
    Image changed = a;
    changed += 1;
    changed *= a;
    changed -= a;
    changed /= 2.0;
    check_each(changed, [](double v) { return ((v + 1) * v - v) / 2; });
    check_each(a, [](double v) { return v; });
}

TEST_CASE("functions under the names that numbers have") {
    const Image a(left, {2, 3}), positive = abs(a);
    using std::abs, std::sqrt, std::log, std::exp;
    check_each(abs(a), [](double v) { return std::abs(v); });
    check_each(sqrt(positive), [](double v) { return std::sqrt(std::abs(v)); });
    check_each(log(positive), [](double v) { return std::log(std::abs(v)); });
    check_each(log10(positive), [](double v) { return std::log10(std::abs(v)); });
    check_each(log2(positive), [](double v) { return std::log2(std::abs(v)); });
    check_each(log1p(positive), [](double v) { return std::log1p(std::abs(v)); });
    check_each(exp(a), [](double v) { return std::exp(v); });
    check_each(expm1(a), [](double v) { return std::expm1(v); });
    check_each(sin(a), [](double v) { return std::sin(v); });
    check_each(cos(a), [](double v) { return std::cos(v); });
    check_each(tan(a), [](double v) { return std::tan(v); });
    check_each(asin(a / 8), [](double v) { return std::asin(v / 8); });
    check_each(acos(a / 8), [](double v) { return std::acos(v / 8); });
    check_each(atan(a), [](double v) { return std::atan(v); });
    check_each(floor(a), [](double v) { return std::floor(v); });
    check_each(ceil(a), [](double v) { return std::ceil(v); });
    check_each(trunc(a), [](double v) { return std::trunc(v); });
    check_each(isfinite(a), [](double) { return true; });
    check_each(isnan(a), [](double) { return false; });
    check_each(isinf(a), [](double) { return false; });
    // Where there is no value the result is masked.
    CHECK(sqrt(a).mask()(0, 1));
    CHECK_FALSE(sqrt(a).mask()(0, 0));
}

TEST_CASE_TEMPLATE("a whole number beside integers keeps their dtype", T, std::uint8_t, std::int8_t, std::uint16_t, std::int16_t, std::uint32_t,
                   std::int32_t, std::uint64_t, std::int64_t) {
    const Image counts = ramp<T>({2, 3});
    CHECK((counts + 1).dtype() == stoner::dtype_for<T>());
    CHECK((2 * counts).dtype() == stoner::dtype_for<T>());
    CHECK((counts + 1).template read<T>() == std::vector<T>{1, 2, 3, 4, 5, 6});
    CHECK((7 - counts).template read<T>() == std::vector<T>{7, 6, 5, 4, 3, 2});
    CHECK((counts + 0.5).template read<double>()[1] == 1.5);
    CHECK((counts / 2).template read<double>()[3] == 1.5);
    const T most = std::numeric_limits<T>::max(), least = std::numeric_limits<T>::min();
    CHECK((counts * T{0} + most).template read<T>()[0] == most);
    CHECK((counts * T{0} + least).template read<T>()[0] == least);
    // Exact where no double is.
    CHECK(((counts * T{0} + most) == most).all());
    CHECK_FALSE(((counts * T{0} + most) == static_cast<T>(most - 1)).any());
    CHECK(((counts * T{0} + most) > static_cast<T>(most - 1)).all());
}

TEST_CASE("a number that the dtype cannot hold, complex numbers, masks, maps") {
    const Image counts = ramp<std::uint8_t>({2, 3});
    CHECK((counts + 1000).read<int>() == std::vector<int>{1000, 1001, 1002, 1003, 1004, 1005});
    CHECK((counts - (-1)).read<int>()[5] == 6);
    CHECK((counts * std::complex<double>{0, 2}).item<std::complex<double>>({1, 2}).value == std::complex<double>{0, 10});
    CHECK((counts == std::complex<double>{2, 0}).read<int>()[2] == 1);
    const Image masked(left, {2, 3}, {0, 1, 0, 0, 0, 0});
    CHECK((masked + 1).count() == 5);
    CHECK((1 - masked).count() == 5);
    CHECK((masked < 1).count() == 5);
    const Image scan = stoner::load(plus);
    CHECK((scan * 2).map().origin == scan.map().origin);
    CHECK((2 * scan).map().origin == scan.map().origin);
    CHECK((1.0 / scan).metadata_get<double>("counter0.energy") == scan.metadata_get<double>("counter0.energy"));
    CHECK((1 - scan).metadata_get<double>("counter0.energy") == scan.metadata_get<double>("counter0.energy"));
    const Image minus_scan = stoner::load(minus);
    const Image contrast = (scan.asfloat() - minus_scan.asfloat()) / (scan.asfloat() + minus_scan.asfloat());
    CHECK(abs(contrast - scan.xmcd(minus_scan)).max() == doctest::Approx(0));
    CHECK(status_of([&] { static_cast<void>(Image() + scan); }) == Status::null_pointer);
}
