// Images that grow.
#include "helpers.hpp"

using namespace helpers;
using stoner::Live;
using stoner::Status;

TEST_CASE("points become an image") {
    stoner::LiveNewOptions options;
    options.unit = "um";
    Live live = stoner::live_new(2, 3, 10.0, 5.0, 0.5, -0.5, options);
    live.push({10.0, 11.0, 10.0, 99.0}, {5.0, 4.5, 5.0, 0.0}, {1.0, 8.0, 3.0, 1.0}, {2.0, 4.0, 2.0, 1.0});
    const auto state = live.state();
    CHECK(state.points == 4);
    CHECK(state.outside == 1);
    CHECK(state.coverage == doctest::Approx(2.0 / 6));
    const stoner::Image image = live.image();
    CHECK(image.read<double>()[0] == 1);
    CHECK(image.read<double>()[5] == 2);
    CHECK(image.mask()(0, 1));
    CHECK(image.plane("coverage").read<double>() == std::vector<double>{2, 0, 0, 0, 0, 1});
    std::vector<double> values(6), errors(6);
    live.read({values.data(), errors.data(), nullptr}, 6);
    CHECK(values[5] == 2);
    CHECK(errors[0] == doctest::Approx(0.5));
    CHECK(std::isnan(values[1]));
    // A copy goes its own way.
    Live copy = live;
    copy.reset();
    CHECK(copy.state().points == 0);
    CHECK(live.state().points == 4);
    CHECK(status_of([&] { live.push({1.0, 2.0}, {1.0}, {1.0, 2.0}); }) == Status::shape);
    CHECK(status_of([&] { live.push({10.0}, {5.0}, {1.0}); }) == Status::invalid_argument);
    CHECK_FALSE(live.try_read({values.data()}, 5).has_value());
    CHECK(status_of([] { (void)stoner::live_new(0, 3, 0.0, 0.0, 1.0, 1.0); }) == Status::invalid_argument);
}
