// Calls that give a Result in place of an exception.
#include "helpers.hpp"

using namespace helpers;
using stoner::Error;
using stoner::Image;
using stoner::Result;
using stoner::Status;

TEST_CASE("a result has the value or the error") {
    const Result<Image> none = stoner::try_load("no/such/file.hdf5");
    CHECK_FALSE(none);
    CHECK_FALSE(none.has_value());
    CHECK(none.error().status() == Status::file_not_found);
    CHECK(std::string(none.error().what()).find("no/such/file.hdf5") != std::string::npos);
    // Who takes its value gets the error, in the class of its band.
    CHECK_THROWS_AS(none.value(), const stoner::FileError &);
    CHECK_THROWS_AS(static_cast<void>(*none), const stoner::FileError &);
    CHECK_THROWS_AS(static_cast<void>(none->valid()), const stoner::FileError &);
    CHECK_FALSE(none.value_or(Image()).valid());

    Result<Image> scan = stoner::try_load(plus);
    REQUIRE(scan);
    CHECK(scan->ndim() == 2);
    CHECK((*scan).equal(stoner::load(plus)));
    Result<Image> copy = scan;
    CHECK(copy->equal(*scan));
    const Image moved = std::move(copy).value();
    CHECK(moved.equal(*scan));
    copy = none;
    CHECK(copy.error().status() == Status::file_not_found);
    copy = scan;
    CHECK(copy->equal(*scan));
    const Result<Image> &same = copy;
    copy = same;
    CHECK(copy->equal(*scan));
}

TEST_CASE("results are chained") {
    const auto mean_of = [](const char *path) {
        return stoner::try_load(path)
            .and_then([](const Image &image) { return image.try_crop({10, 40, 10, 40}); })
            .and_then([](const Image &image) { return image.try_gaussian_filter({1.0, 1.0}); })
            .and_then([](const Image &image) { return image.try_mean(); })
            .transform([](double mean) { return 2 * mean; });
    };
    const auto twice = mean_of(plus.c_str());
    REQUIRE(twice);
    CHECK(*twice == doctest::Approx(2 * stoner::load(plus).crop({10, 40, 10, 40}).gaussian_filter({1.0, 1.0}).mean()));
    CHECK(mean_of("none").error().status() == Status::file_not_found);
    const auto other = stoner::try_load("none").or_else([](const Error &) { return stoner::try_load(minus); });
    CHECK(other->polarization() == -1);
    const std::string text = stoner::try_load("none").transform([](const Image &) { return std::string("loaded"); }).value_or("failed");
    CHECK(text == "failed");
}

TEST_CASE("a result without a value") {
    Image image = ramp<double>({3, 4});
    const Result<void> done = image.try_fill(1.0);
    CHECK(done);
    CHECK_NOTHROW(done.value());
    const Result<void> failed = image.try_save("build/cpp/scratch/x.unknown");
    CHECK_FALSE(failed);
    CHECK(failed.error().status() == Status::invalid_argument);
    CHECK_THROWS_AS(failed.value(), const Error &);
    CHECK(done.and_then([&] { return image.try_mean(); })->value == 1);
    CHECK(failed.and_then([&] { return image.try_mean(); }).error().status() == Status::invalid_argument);
    CHECK(failed.or_else([](const Error &) { return Result<void>(); }));
}

TEST_CASE("every way to refuse an argument gives an error") {
    Image image = ramp<double>({8, 8});
    CHECK(image.try_draw_polygon({1, 6}, {1, 1, 6}, 100).error().status() == Status::shape);
    CHECK(stoner::try_load(std::string("data\0.hdf5", 10)).error().status() == Status::invalid_argument);
    CHECK(std::string(stoner::try_load(std::string("data\0.hdf5", 10)).error().what()).find("`path`") != std::string::npos);
    CHECK(Image::try_from(std::vector<double>{1, 2}, {3}).error().status() == Status::shape);
    CHECK(Image::try_from(std::vector<double>{1, 2}, {2}, {1}).error().status() == Status::shape);
    CHECK(Image::try_from_rows({{1.0, 2.0}, {3.0}}).error().status() == Status::shape);
    CHECK(image.try_data<float>().error().status() == Status::dtype);
    CHECK(image.try_write(std::vector<double>{1}).error().status() == Status::shape);
    std::vector<double> room(3);
    CHECK_FALSE(image.try_read_into(room.data(), room.size()));
    CHECK(image.try_to_rgba({{std::string("cm\0ap", 5), "gray"}}).error().status() == Status::invalid_argument);
    CHECK(image.try_to_rgba({{"cmap", std::string("gr\0ay", 5)}}).error().status() == Status::invalid_argument);
    CHECK(image.try_metadata_get<double>("none").error().status() == Status::key_not_found);
    stoner::LevelImageOptions options;
    options.poly_vert = -1;
    CHECK(image.try_level_image(options).error().status() == Status::invalid_argument);
    const Image none;
    CHECK(none.try_mean().error().status() == Status::null_pointer);
    CHECK(std::string(none.try_mean().error().what()).find("is empty") != std::string::npos);
    CHECK(image.try_xmcd(none).error().status() == Status::null_pointer);
    CHECK(none.try_read<double>().error().status() == Status::null_pointer);
    CHECK(none.try_data<double>().error().status() == Status::null_pointer);
    CHECK(none.try_mask().error().status() == Status::null_pointer);
}

#ifdef __cpp_lib_expected
TEST_CASE("a result becomes a std::expected") {
    const std::expected<Image, Error> scan = stoner::try_load(plus);
    REQUIRE(scan.has_value());
    CHECK(scan->ndim() == 2);
    const std::expected<Image, Error> none = stoner::try_load("none");
    CHECK(none.error().status() == Status::file_not_found);
    const auto as_lvalue = stoner::try_load("none");
    CHECK(std::expected<Image, Error>(as_lvalue).error().status() == Status::file_not_found);
    Image image = ramp<double>({2, 2});
    const std::expected<void, Error> done = image.try_fill(1.0);
    CHECK(done.has_value());
    const std::expected<void, Error> failed = image.try_save_npy("no/such/folder/x.npy");
    CHECK(failed.error().status() == Status::file_not_found);
}
#endif
