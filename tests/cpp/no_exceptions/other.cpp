// A second file with the same headers.
#include "checks.hpp"

#include <sstream>

void other_file() {
    const auto image = stoner::Image::try_from_rows({{1.0, 2.0}, {3.0, 4.0}});
    CHECK(image);
    std::ostringstream text;
    text << *image << ' ' << stoner::Status::shape << ' ' << image->try_crop({3, 2, 0, 1}).error();
    CHECK(text.str().find("Image 2 x 2 f64") == 0);
    CHECK(text.str().find("out_of_range: ") != std::string::npos);
    CHECK(image->try_mean().value_or(stoner::Masked<double>{}).value == 2.5);
}
