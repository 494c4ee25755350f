// Scans: opened without pixels, asked, read.
#include "helpers.hpp"

using namespace helpers;
using stoner::Image;
using stoner::Scan;
using stoner::Status;

TEST_CASE("a scan says what it holds and reads what is wanted") {
    const Scan scan = stoner::scan_open(plus);
    CHECK(scan.entries() == std::vector<std::string>{"entry1"});
    const Scan copy = scan;
    CHECK(copy.filename() == scan.filename());
    CHECK(copy.frame_count() == 1);
    const Image loaded = stoner::load(plus);
    CHECK(copy.image().equal(loaded, true));
    CHECK(copy.frame(0).read<double>() == loaded.read<double>());
    CHECK(copy.points(0).row_count() == loaded.size());
    CHECK(status_of([&] { (void)copy.frame(1); }) == Status::out_of_range);
    CHECK(stoner::try_scan_open("no such file").error().status() == Status::file_not_found);
}
