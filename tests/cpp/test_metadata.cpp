// Entries of metadata by brackets.
#include "helpers.hpp"

using namespace helpers;
using stoner::Image;
using stoner::Metadata;
using stoner::Status;
using stoner::Type;

TEST_CASE("an entry is assigned and read by its key") {
    Metadata metadata;
    metadata["energy"] = 708.5;
    metadata["energy"].set_unit("eV");
    metadata["count"] = 42;
    metadata["flag"] = true;
    metadata["name"] = "domain";
    metadata["phase"] = std::complex<double>{1, 2};
    metadata["bytes"] = std::vector<std::uint8_t>{1, 2};
    metadata["array"] = ramp<double>({2, 2});

    const double energy = metadata["energy"];
    const int count = metadata["count"];
    const bool flag = metadata["flag"];
    const std::string name = metadata["name"];
    CHECK(energy == 708.5);
    CHECK(count == 42);
    CHECK(flag);
    CHECK(name == "domain");
    std::string other;
    other = metadata["name"];
    CHECK(other == "domain");
    CHECK(metadata["energy"] == 708.5);
    CHECK(metadata["name"] == "domain");
    CHECK(metadata["name"] != "another");
    CHECK(metadata["count"] == 42);
    CHECK(metadata["energy"].unit() == "eV");
    CHECK(metadata["energy"].type() == Type::f64);
    CHECK(metadata["energy"].text() == "708.5");
    CHECK(metadata["phase"].get<std::complex<double>>() == std::complex<double>{1, 2});
    CHECK(metadata["bytes"].get<std::vector<std::uint8_t>>().size() == 2);
    CHECK(metadata["array"].get<Image>().size() == 4);
    CHECK(metadata.keys() == std::vector<std::string>{"energy", "count", "flag", "name", "phase", "bytes", "array"});

    metadata["count"] = "many";
    CHECK(metadata["count"].type() == Type::string);
    CHECK(metadata["energy"].exists());
    CHECK(metadata["energy"].value_or(1.0) == 708.5);
}

TEST_CASE("an entry that is not there, or of another type, is an error") {
    Metadata metadata;
    metadata["name"] = "domain";
    const auto live = stoner::live_handles();
    CHECK_FALSE(metadata["none"].exists());
    CHECK(metadata["none"].value_or(1.5) == 1.5);
    CHECK(metadata["none"].value_or("text") == "text");
    CHECK(status_of([&] { static_cast<void>(static_cast<double>(metadata["none"])); }) == Status::key_not_found);
    CHECK(status_of([&] { metadata["name"].get<double>(); }) == Status::metadata_type);
    CHECK(status_of([&] { metadata["name"].value_or(1.0); }) == Status::metadata_type);
    CHECK(status_of([&] { metadata["none"].set_unit("eV"); }) == Status::key_not_found);
    CHECK(metadata["none"].try_get<double>().error().status() == Status::key_not_found);
    // Reading makes no entry.
    CHECK(metadata.count() == 1);
    CHECK(status_of([&] { metadata["none"]["deeper"].get<int>(); }) != Status::ok);
    CHECK(status_of([&] { metadata["name"]["deeper"] = 1; }) != Status::ok);
    CHECK(status_of([&] { metadata["none"]["deeper"] = 1; }) == Status::key_not_found);
    CHECK(metadata.count() == 1);
    CHECK(stoner::live_handles() == live);
}

TEST_CASE("entries of clusters, lists and tuples") {
    Metadata inner, list, metadata;
    inner["x"] = 1.5;
    inner["y"] = 2;
    list["0"] = "a";
    list["1"] = "b";
    metadata.set_cluster("roi", inner);
    metadata.set_list("labels", list);
    metadata.set_tuple("pair", list);
    CHECK(metadata["roi"]["x"] == 1.5);
    const Metadata &fixed = metadata;
    CHECK(fixed["roi"]["y"].get<int>() == 2);
    metadata["roi"]["x"] = 7;
    CHECK(fixed["roi"]["x"] == 7);
    CHECK(fixed["roi"]["y"] == 2);
    metadata["roi"]["x"].set_unit("um");
    CHECK(fixed["roi"]["x"].unit() == "um");
    metadata["labels"]["1"] = "c";
    CHECK(fixed["labels"]["1"] == "c");
    CHECK(fixed["labels"].type() == Type::list);
    metadata["pair"]["0"] = "d";
    CHECK(fixed["pair"].type() == Type::tuple);
    CHECK(fixed["pair"]["0"] == "d");
}

TEST_CASE("an entry is copied with its type and unit") {
    Metadata from, to, inner;
    inner["x"] = 1;
    from["flag"] = false;
    from["count"] = -3;
    from["energy"] = 708.5;
    from["energy"].set_unit("eV");
    from["phase"] = std::complex<double>{1, 2};
    from["name"] = "domain";
    from["bytes"] = std::vector<std::uint8_t>{1, 2, 3};
    from.set_none("none");
    from.set_timestamp("time", "2021-03-16T12:30:00+01:00");
    from["array"] = ramp<float>({2, 3});
    from.set_cluster("cluster", inner);
    inner.clear();
    inner["0"] = 5;
    from.set_list("list", inner);
    from.set_tuple("tuple", inner);
    for (const auto &[key, value] : from) {
        to[key] = value;
        CHECK(to[key].type() == value.type());
    }
    CHECK(to == from);
    to["second"] = to["energy"];
    CHECK(to["second"] == 708.5);
    CHECK(to["second"].unit() == "eV");
    CHECK(status_of([&] { to["third"] = to["nothing"]; }) == Status::key_not_found);
    CHECK_FALSE(to.contains("third"));
}

TEST_CASE("an image's entries") {
    Image image = stoner::load(plus);
    CHECK(image.metadata()["counter0.energy"].get<double>() == image.metadata_get_f64("counter0.energy"));
    CHECK(image.metadata_get<double>("counter0.energy") == image.metadata_get_f64("counter0.energy"));
    image.metadata_set("note", "seen");
    image.metadata_set("count", std::uint16_t{3});
    image.metadata_set("good", true);
    image.metadata_set("length", 1.5f);
    CHECK(image.metadata_get<std::string>("note") == "seen");
    CHECK(image.metadata_get<std::uint8_t>("count") == 3);
    CHECK(image.metadata_get<bool>("good"));
    CHECK(image.metadata_get<float>("length") == 1.5f);
    CHECK(status_of([&] { image.metadata_set("n", std::numeric_limits<std::uint64_t>::max()); }) == Status::invalid_argument);
    image.metadata_set("n", 300);
    CHECK(status_of([&] { image.metadata_get<std::uint8_t>("n"); }) == Status::metadata_type);
    Metadata metadata = image.metadata();
    metadata["note"] = "twice";
    CHECK(image.metadata_get<std::string>("note") == "seen");
    image.set_metadata(metadata);
    CHECK(image.metadata()["note"] == "twice");
}
