// C++20's way to give options.
#include "helpers.hpp"

#if __cpp_designated_initializers >= 201707L
TEST_CASE("options by their names") {
    const stoner::Image image = helpers::ramp<double>({6, 8});
    CHECK(image.mean({.axes = {0}}).shape() == std::vector<std::int64_t>{8});
    CHECK(image.rotate(0.4, {.resize = true}).size() > image.size());
    CHECK(image.level_image({.poly_vert = 0, .mode = stoner::Level::none}).size() == image.size());
    CHECK(image.clip({.max = 5}).max() == 5);
    CHECK(image.sort({.axis = 0, .fill_value = 3}).size() == 48);
    CHECK(image.count({.axes = {1}}).size() == 6);
    CHECK(image.argmin({.axis = 0}).size() == 8);
    CHECK(image.trace({.axis1 = 0, .axis2 = 1}).size() == 1);
}
#endif
