/// @file print.hpp
/// Objects as text: `std::cout << image`. Whoever writes to a stream includes its header.

#ifndef STONER_PRINT_HPP
#define STONER_PRINT_HPP

#include <cstdio>
#include <iosfwd>
#include <string>
#include <type_traits>
#include <vector>

#include "image.hpp"
#include "metadata.hpp"
#include "table.hpp"

STONER_NAMESPACE_BEGIN

namespace detail {

/// Longer images, tables and entries are cut.
constexpr std::size_t shown_elements = 100, shown_rows = 20, shown_characters = 100;

inline std::string text_of(double value) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.6g", value);
    return buffer;
}
template <class Integer, std::enable_if_t<std::is_integral_v<Integer>, int> = 0> std::string text_of(Integer value) {
    return std::to_string(value);
}

/// Cells below each other, flushed right.
template <class Rows> std::string aligned(const Rows &rows) {
    std::vector<std::size_t> widths;
    for (const auto &row : rows) {
        widths.resize(widths.size() < row.size() ? row.size() : widths.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = widths[i] < row[i].size() ? row[i].size() : widths[i];
        }
    }
    std::string text;
    for (const auto &row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += (i == 0 ? "\n" : "  ") + std::string(widths[i] - row[i].size(), ' ') + row[i];
        }
    }
    return text;
}

template <class Element, class T> std::string elements_of(const T &image, std::size_t columns) {
    const auto values = image.template try_read<Element>();
    const auto mask = image.try_read_mask();
    if (!values || !mask || columns == 0) {
        return "";
    }
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < values->size(); ++i) {
        if (i % columns == 0) {
            rows.emplace_back();
        }
        rows.back().push_back((*mask)[i] != 0 ? "--" : text_of((*values)[i]));
    }
    return aligned(rows);
}

/// "Image 40 x 50 f64, 3 masked, "title"", and the elements of a small one.
template <class T> std::enable_if_t<std::is_same_v<T, Image>, std::string> describe(const T &image) {
    if (!image.valid()) {
        return "Image: none";
    }
    const auto shape = image.try_shape();
    const auto dtype = image.try_dtype();
    if (!shape || !dtype) {
        return "Image: " + std::string(shape ? dtype.error().what() : shape.error().what());
    }
    std::string text = "Image";
    for (std::size_t axis = 0; axis < shape->size(); ++axis) {
        text += (axis == 0 ? " " : " x ") + std::to_string((*shape)[axis]);
    }
    text += " " + std::string(to_string(*dtype));
    const std::int64_t size = image.try_size().value_or(0);
    const std::int64_t masked = size - image.try_count().transform([](const auto &count) { return static_cast<std::int64_t>(count); }).value_or(size);
    text += masked == 0 ? "" : ", " + std::to_string(masked) + " masked";
    if (const std::string title = image.try_title().value_or(std::string()); !title.empty()) {
        text += ", \"" + title + "\"";
    }
    if (static_cast<std::size_t>(size) > shown_elements || shape->size() > 2) {
        return text;
    }
    const std::size_t columns = shape->empty() ? 1 : static_cast<std::size_t>(shape->back());
    switch (*dtype) {
    case Dtype::c64:
    case Dtype::c128: return text;
    case Dtype::f32:
    case Dtype::f64: return text + elements_of<double>(image, columns);
    case Dtype::u64: return text + elements_of<std::uint64_t>(image, columns);
    default: return text + elements_of<std::int64_t>(image, columns);
    }
}

/// The columns below their names and units, as many rows as fit.
template <class T> std::enable_if_t<std::is_same_v<T, Table>, std::string> describe(const T &table) {
    const auto columns = table.try_column_count();
    const auto rows = table.try_row_count();
    if (!columns || !rows) {
        return "Table: " + std::string(columns ? rows.error().what() : columns.error().what());
    }
    std::vector<std::vector<std::string>> cells(1);
    for (std::int32_t i = 0; i < *columns; ++i) {
        const std::string unit = table.try_column_unit(i).value_or(std::string());
        cells[0].push_back(table.try_column_name(i).value_or(std::string()) + (unit.empty() ? "" : " (" + unit + ")"));
        const auto values = table.try_read_column(i).value_or(std::vector<double>());
        for (std::size_t row = 0; row < values.size() && row < shown_rows; ++row) {
            cells.resize(cells.size() < row + 2 ? row + 2 : cells.size());
            cells[row + 1].push_back(text_of(values[row]));
        }
    }
    const std::int64_t more = *rows - static_cast<std::int64_t>(shown_rows);
    return "Table of " + std::to_string(*rows) + " rows" + aligned(cells) + (more > 0 ? "\n... " + std::to_string(more) + " more rows" : "");
}

/// `key = value unit`, one entry a line.
template <class T> std::enable_if_t<std::is_same_v<T, Metadata>, std::string> describe(const T &metadata) {
    std::string text;
    for (const auto &entry : metadata) {
        std::string value = entry.try_text().value_or(std::string("?"));
        if (value.size() > shown_characters) {
            // Not in the middle of a character of UTF-8.
            std::size_t end = shown_characters;
            while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U) {
                --end;
            }
            value = value.substr(0, end) + "...";
        }
        const std::string unit = entry.try_unit().value_or(std::string());
        text += (text.empty() ? "" : "\n") + entry.key() + " = " + value + (unit.empty() ? "" : " " + unit);
    }
    return text;
}

template <class T> std::enable_if_t<std::is_same_v<T, Box>, std::string> describe(const T &box) {
    const auto side = [](std::int64_t value) { return value == extent ? std::string("end") : std::to_string(value); };
    return "x " + side(box.xmin) + " to " + side(box.xmax) + ", y " + side(box.ymin) + " to " + side(box.ymax);
}

template <class T> std::enable_if_t<std::is_base_of_v<Error, T>, std::string> describe(const T &error) { return std::string(to_string(error.status())) + ": " + error.what(); }
template <class T> std::enable_if_t<std::is_same_v<T, Metadata::Entry>, std::string> describe(const T &entry) {
    const auto text = entry.try_text();
    return text ? *text : describe(text.error());
}
template <class T> std::enable_if_t<std::is_same_v<T, Metadata::Reference>, std::string> describe(const T &reference) { return describe(reference.entry()); }

} // namespace detail

/// An image, a table, metadata or one of their entries, a box, an error.
template <class Traits, class Object>
auto operator<<(std::basic_ostream<char, Traits> &out, const Object &object)
    -> std::enable_if_t<std::is_same_v<decltype(detail::describe(object)), std::string> && !std::is_arithmetic_v<Object>,
                        std::basic_ostream<char, Traits> &> {
    return out << detail::describe(object);
}

/// A value, or "--" where it is masked.
template <class Traits, class T>
std::basic_ostream<char, Traits> &operator<<(std::basic_ostream<char, Traits> &out, const Masked<T> &value) {
    return value.masked ? out << "--" : out << value.value;
}

/// A constant by its name.
template <class Traits, class Enumeration>
auto operator<<(std::basic_ostream<char, Traits> &out, Enumeration value)
    -> std::enable_if_t<std::is_enum_v<Enumeration> && std::is_same_v<decltype(to_string(value)), const char *>, std::basic_ostream<char, Traits> &> {
    return out << to_string(value);
}

STONER_NAMESPACE_END

#endif
