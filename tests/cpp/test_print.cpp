// Objects as text.
#include "helpers.hpp"

using namespace helpers;
using stoner::Image;

namespace {

template <class Object> std::string text(const Object &object) {
    std::ostringstream out;
    out << object;
    return out.str();
}

} // namespace

TEST_CASE("an image tells its shape, its dtype and its few elements") {
    Image image(std::vector<double>{1, 2.5, -3, 1e9}, {2, 2}, {0, 1, 0, 0});
    image.set_title("a title");
    CHECK(text(image) == "Image 2 x 2 f64, 1 masked, \"a title\"\n 1     --\n-3  1e+09");
    CHECK(text(Image()) == "Image: none");
    CHECK(text(ramp<std::uint16_t>({40, 50})) == "Image 40 x 50 u16");
    CHECK(text(ramp<float>({2, 3, 4})) == "Image 2 x 3 x 4 f32");
    // No double holds these.
    CHECK(text(Image(std::vector<std::int64_t>{9007199254740993}, {1})) == "Image 1 i64\n9007199254740993");
    CHECK(text(Image(std::vector<std::uint64_t>{18446744073709551615U}, {1})) == "Image 1 u64\n18446744073709551615");
    CHECK(text(Image(std::vector<double>{}, {0, 4})) == "Image 0 x 4 f64");
    CHECK(text(Image(std::vector<double>{2.5}, {})) == "Image f64\n2.5");
    CHECK(text(Image(std::vector<std::complex<double>>{{1, 2}}, {1})) == "Image 1 c128");
}

TEST_CASE("a table, metadata, entries") {
    stoner::Table table;
    table.add_column("x", {1, 2}, "um");
    table.add_column("Intensity", {0.25, -10});
    CHECK(text(table) == "Table of 2 rows\nx (um)  Intensity\n     1       0.25\n     2        -10");
    CHECK(text(stoner::Table()) == "Table of 0 rows");
    stoner::Table large;
    large.add_column("n", std::vector<double>(1000));
    CHECK(text(large).find("\n... 980 more rows") != std::string::npos);

    stoner::Metadata metadata;
    metadata["energy"] = 708.5;
    metadata["energy"].set_unit("eV");
    metadata["name"] = "domain";
    CHECK(text(metadata) == "energy = 708.5 eV\nname = domain");
    CHECK(text(metadata["energy"]) == "708.5");
    CHECK(text(static_cast<const stoner::Metadata &>(metadata)["name"]) == "domain");
    CHECK(text(metadata["none"]).find("key_not_found: ") == 0);
    CHECK(text(stoner::Metadata()) == "");
    // Not cut within a character.
    metadata.clear();
    std::string long_text(99, 'x');
    metadata["long"] = long_text + "\xc3\xa4\xc3\xa4";
    CHECK(text(metadata) == "long = " + long_text + "...");
}

TEST_CASE("constants, errors, boxes, masked values") {
    CHECK(text(stoner::Dtype::f32) == "f32");
    CHECK(text(stoner::Dtype::bool_) == "bool");
    CHECK(text(stoner::Status::file_not_found) == "file_not_found");
    CHECK(text(static_cast<stoner::Dtype>(99)) == "unknown");
    CHECK(text(stoner::Box{1, stoner::extent, 0, 7}) == "x 1 to end, y 0 to 7");
    CHECK(text(stoner::Masked<double>{2.5, false}) == "2.5");
    CHECK(text(stoner::Masked<double>{2.5, true}) == "--");
    const auto none = stoner::try_load("no such file");
    CHECK(text(none.error()).find("file_not_found: ") == 0);
    CHECK(text(none.error()).find("no such file") != std::string::npos);
    for (const auto dtype : {stoner::Dtype::u8, stoner::Dtype::c64, stoner::Dtype::u64}) {
        CHECK(std::string(stoner::to_string(dtype)) == text(dtype));
    }
}
