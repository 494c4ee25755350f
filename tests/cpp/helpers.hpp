// Shared by the tests.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <limits>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

#if defined(__has_include) && __has_include(<version>)
#include <version>
#endif
#ifdef __cpp_lib_span
#include <span>
#endif

#include <stoner.hpp>

namespace helpers {

inline const std::string plus = "data/demo/domain_plus.hdf5";
inline const std::string minus = "data/demo/domain_minus.hdf5";

/// 0, 1, 2, ... in a shape.
template <class T> stoner::Image ramp(const std::vector<std::int64_t> &shape) {
    std::int64_t size = 1;
    for (const std::int64_t length : shape) {
        size *= length;
    }
    std::vector<T> values(static_cast<std::size_t>(size));
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<T>(i);
    }
    return stoner::Image(values, shape);
}

/// An empty folder for the files of a test.
inline std::filesystem::path scratch(const std::string &name) {
    const auto folder = std::filesystem::path("build/cpp/scratch") / name;
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder;
}

/// The status of the error that a call throws; ok if it throws none.
template <class Call> stoner::Status status_of(Call call) {
    try {
        call();
    } catch (const stoner::Error &error) {
        return error.status();
    }
    return stoner::Status::ok;
}

} // namespace helpers
