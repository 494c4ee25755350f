// Files, metadata, tables, and each family of functions once with a known answer.
#include "helpers.hpp"

using namespace helpers;
using stoner::Image;
using stoner::Metadata;
using stoner::Status;
using stoner::Table;
using stoner::Type;

TEST_CASE("a scan is loaded, treated and saved") {
    const auto folder = scratch("files \xc3\xa4");
    const Image scan = stoner::load(plus);
    CHECK(scan.ndim() == 2);
    CHECK(scan.polarization() == 1);
    CHECK(scan.metadata_get_f64("counter0.energy") == scan.metadata().get<double>("counter0.energy"));
    const Image xmcd = scan.xmcd(stoner::load(minus, "nxstxm"));
    CHECK(xmcd.min() >= -1);
    CHECK(xmcd.max() <= 1);

    stoner::SaveOptions exact;
    exact.formats = "tif,npy";
    exact.forcetype = true;
    xmcd.save(folder / "xmcd.tif", exact);
    const Image tiff = stoner::load(folder / "xmcd.tiff"), npy = stoner::load((folder / "xmcd.npy").string().c_str());
    CHECK(tiff.read<double>() == xmcd.read<double>());
    CHECK(npy.read<double>() == xmcd.read<double>());
    // It also has an entry for its source.
    Metadata read = tiff.metadata();
    read.update(xmcd.metadata().pop("Loaded from"));
    CHECK(read == xmcd.metadata());
    xmcd.save_png(folder / "xmcd.png");
    CHECK(stoner::load(folder / "xmcd.png").dtype() == stoner::Dtype::u8);
    CHECK(std::filesystem::file_size(folder / "xmcd.png") > 0);

    stoner::LoadStxmOptions regridded;
    regridded.regrid = true;
    CHECK(stoner::load_stxm(plus, regridded).shape() == scan.shape());
    const auto [width, height] = scan.pixel_size();
    CHECK(width > 0);
    CHECK(height > 0);
    const auto at = scan.position(0, 0);
    CHECK(at.x == scan.map().origin[0]);
    CHECK(scan.map_name(0) == "sample_x");
    CHECK(scan.plane("actual_x").shape() == scan.shape());
    CHECK(stoner::fmts().find("png") != std::string::npos);
    CHECK(stoner::loader_count() >= 4);
    CHECK(stoner::version_number() == STONER_VERSION_NUMBER);
    CHECK(stoner::version() == "0.1.0");
}

TEST_CASE("metadata by their C++ types") {
    Metadata metadata;
    metadata.set("flag", true);
    metadata.set("count", 42);
    metadata.set("large", std::uint64_t{1} << 40);
    metadata.set("energy", 708.5f);
    metadata.set("name", "domain");
    metadata.set("text", std::string("more"));
    metadata.set("phase", std::complex<double>{1, 2});
    metadata.set("bytes", std::vector<std::uint8_t>{1, 2, 3});
    metadata.set("array", ramp<double>({2, 2}));
    Metadata inner;
    inner.set("x", 1.5);
    metadata.set("cluster", inner);
    metadata.set_unit("energy", "eV");
    metadata.set_none("nothing");
    metadata.set_timestamp("time", "2021-03-16T12:30:00+01:00");
    metadata.set_text("parsed", "[1, 2]");

    CHECK(metadata.get<bool>("flag"));
    CHECK(metadata.get<int>("count") == 42);
    CHECK(metadata.get<std::uint8_t>("count") == 42);
    CHECK(metadata.get<std::int64_t>("large") == std::int64_t{1} << 40);
    CHECK(metadata.get<double>("energy") == 708.5);
    CHECK(metadata.get<float>("count") == 42);
    CHECK(metadata.get<std::string>("name") == "domain");
    CHECK(metadata.get<std::complex<double>>("phase") == std::complex<double>{1, 2});
    CHECK(metadata.get<std::vector<std::uint8_t>>("bytes") == std::vector<std::uint8_t>{1, 2, 3});
    CHECK(metadata.get<Image>("array").size() == 4);
    CHECK(metadata.get<Metadata>("cluster").get<double>("x") == 1.5);
    CHECK(metadata.unit("energy") == "eV");
    CHECK(metadata.type("nothing") == Type::none);
    CHECK(metadata.type("parsed") == Type::list);
    CHECK(metadata.get_text("parsed") == "[1, 2]");
    CHECK(metadata.contains("flag"));
    CHECK_FALSE(metadata.contains("flags"));
    CHECK(status_of([&] { metadata.get<double>("name"); }) == Status::metadata_type);
    CHECK(status_of([&] { metadata.get<double>("none"); }) == Status::key_not_found);
    CHECK(status_of([&] { metadata.get<std::uint8_t>("large"); }) == Status::metadata_type);
    CHECK(status_of([&] { metadata.set("key", std::numeric_limits<std::uint64_t>::max()); }) == Status::invalid_argument);

    // In order, as they were when the iteration began.
    std::vector<std::string> keys;
    for (const auto &entry : metadata) {
        keys.push_back(entry.key());
        CHECK(entry.type() == metadata.type(entry.key()));
        if (entry.key() == "energy") {
            CHECK(entry.get<double>() == 708.5);
            CHECK(entry.unit() == "eV");
            CHECK(entry.text() == "708.5");
        }
    }
    CHECK(keys == metadata.keys());
    CHECK(keys.size() == static_cast<std::size_t>(metadata.count()));
    CHECK(keys.front() == "flag");
    Metadata copy = metadata;
    CHECK(copy == metadata);
    CHECK(copy.pop("energy").get<double>("energy") == 708.5);
    CHECK(copy != metadata);
    copy.update(metadata);
    CHECK(copy == metadata);
    copy.clear();
    CHECK(copy.count() == 0);
    CHECK(copy.begin() == copy.end());

    Image image = ramp<double>({2, 2});
    image.set_metadata(metadata);
    CHECK(image.metadata() == metadata);
    image.metadata_set_f64("energy", 1);
    CHECK(metadata.get<double>("energy") == 708.5);
}

TEST_CASE("tables") {
    const auto folder = scratch("tables");
    Table table;
    table.add_column("x", {1, 2, 3}, "um");
    table.add_column("y", std::vector<double>{4, 5, 6});
    CHECK(table.column_names() == std::vector<std::string>{"x", "y"});
    CHECK(table.column("y") == std::vector<double>{4, 5, 6});
    CHECK(table.column_unit(0) == "um");
    CHECK(table.read() == std::vector<double>{1, 4, 2, 5, 3, 6});
    CHECK(table.read(true) == std::vector<double>{1, 2, 3, 4, 5, 6});
    table.save(folder / "table.csv");
    CHECK(stoner::table_load(folder / "table.csv").column("x") == table.column("x"));
    Table copy = table;
    CHECK(copy == table);
    copy.set_column_name(0, "z");
    CHECK(copy != table);
    CHECK(status_of([&] { table.column("z"); }) != Status::ok);

    const Image image = ramp<double>({10, 10});
    const Table profile = image.profile_line({0, 0}, {9, 0});
    CHECK(profile.column("Intensity").back() == doctest::Approx(9));
    stoner::HistOptions bins;
    bins.bins = 4;
    CHECK(image.hist(bins).row_count() == 4);
    CHECK(image.radial_profile().row_count() > 0);
    // Longer than the first buffer.
    std::vector<double> many(5000);
    std::iota(many.begin(), many.end(), 0.0);
    Table large;
    large.add_column("n", many);
    CHECK(large.column("n") == many);
    Image named = image;
    named.set_title(std::string(3000, 't'));
    CHECK(named.title() == std::string(3000, 't'));
}

TEST_CASE("keywords are metadata") {
    const stoner::Keywords keywords{{"cmap", "viridis"}, {"colorbar", true},   {"width", 300},
                                    {"vmin", 0.5f},      {"title", std::string("t")}, {"xlim", std::vector<double>{0, 2.5}},
                                    {"label", std::vector<std::string>{"a", "b"}}};
    stoner_metadata *copy = nullptr;
    REQUIRE(stoner_metadata_clone(nullptr, keywords.handle(), &copy) == STONER_OK);
    const Metadata metadata = Metadata::adopt(copy);
    CHECK(metadata.keys() == std::vector<std::string>{"cmap", "colorbar", "width", "vmin", "title", "xlim", "label"});
    CHECK(metadata.get<std::string>("cmap") == "viridis");
    CHECK(metadata.get<bool>("colorbar"));
    CHECK(metadata.get<int>("width") == 300);
    CHECK(metadata.get<double>("vmin") == 0.5);
    CHECK(metadata.type("xlim") == Type::list);
    CHECK(metadata.get<Metadata>("xlim").get<double>("1") == 2.5);
    CHECK(metadata.get<Metadata>("label").get<std::string>("0") == "a");
    CHECK(stoner::Keywords().handle() == nullptr);
    CHECK(stoner::Keywords(metadata).handle() != nullptr);
}

TEST_CASE("pictures") {
    const auto folder = scratch("pictures");
    const Image image = ramp<double>({20, 30});
    image.imshow(folder / "image.png", {{"cmap", "viridis"}, {"colorbar", true}, {"vmax_percentile", 99.5}});
    CHECK(std::filesystem::file_size(folder / "image.png") > 0);
    // Every pixel in colours: the lowest and the highest one's are the map's ends.
    const std::vector<std::uint8_t> colours = image.to_rgba({{"cmap", "gray"}});
    REQUIRE(colours.size() == 4 * 600);
    CHECK(std::vector<std::uint8_t>(colours.begin(), colours.begin() + 4) == std::vector<std::uint8_t>{0, 0, 0, 255});
    CHECK(std::vector<std::uint8_t>(colours.end() - 4, colours.end()) == std::vector<std::uint8_t>{255, 255, 255, 255});
    CHECK(image.imshow_rgba(300, 200).size() == 4 * 300 * 200);
    Metadata options;
    options.set("cmap", "no such map");
    CHECK(status_of([&] { image.to_rgba(options); }) == Status::invalid_argument);
    Table table;
    table.add_column("x", {1, 2, 3});
    table.add_column("y", {1, 4, 9});
    table.plot(folder / "table.png", {{"xlim", std::vector<double>{0, 4}}, {"label", std::vector<std::string>{"square"}}, {"legend", true}});
    CHECK(std::filesystem::file_size(folder / "table.png") > 0);
}
