// Metadata: read, changed, listed.
// c++ -std=c++17 metadata.cpp $(pkg-config --cflags --libs stoner) -o metadata && ./metadata scan.hdf5
#include <cstdlib>
#include <iostream>
#include <string>

#include <stoner.hpp>

int main(int argc, char **argv) {
    if (argc != 2) {
        std::cerr << "usage: " << argv[0] << " SCAN\n";
        return EXIT_FAILURE;
    }
    try {
        stoner::Image scan = stoner::load(argv[1]);

        // One entry of an image.
        std::cout << "energy " << scan.metadata_get<double>("counter0.energy") << '\n';
        scan.metadata_set("operator's note", "second attempt");

        // All of them: a copy, which is given back when it is changed.
        stoner::Metadata metadata = scan.metadata();
        const std::string note = metadata["operator's note"];
        metadata["exposure"] = 0.25;
        metadata["exposure"].set_unit("s");
        const double dwell = metadata["dwell time"].value_or(1.0);
        scan.set_metadata(metadata);
        std::cout << "note: " << note << ", exposure " << scan.metadata()["exposure"] << ", dwell time " << dwell << '\n';

        for (const auto &[key, value] : scan.metadata()) {
            if (value.type() == stoner::Type::f64) {
                std::cout << key << " = " << value.get<double>() << ' ' << value.unit() << '\n';
            }
        }
    } catch (const stoner::Error &error) {
        std::cerr << "metadata: " << error << '\n';
        return EXIT_FAILURE;
    }
}
