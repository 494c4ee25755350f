/// @file definitions_table.hpp
/// How the members of Table call C.
/// Made from interface/interface.json by bindings/generator: do not edit.

#ifndef STONER_DEFINITIONS_TABLE_HPP
#define STONER_DEFINITIONS_TABLE_HPP

#include "../image.hpp"
#include "../live.hpp"
#include "../metadata.hpp"
#include "../scan.hpp"
#include "../table.hpp"

STONER_NAMESPACE_BEGIN

namespace detail {

template <class Tag> Result<bool> TableMethods<Tag>::try_equal(const Table &b, bool all, ContextRef context) const {
    std::int32_t equal{};
    const std::int32_t c_status = stoner_table_equal(context.handle(), handle(), b.handle(), all ? 1 : 0, &equal);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return equal != 0;
}

template <class Tag> Result<std::int64_t> TableMethods<Tag>::try_row_count(ContextRef context) const {
    std::int64_t n{};
    const std::int32_t c_status = stoner_table_row_count(context.handle(), handle(), &n);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return n;
}

template <class Tag> Result<std::int32_t> TableMethods<Tag>::try_column_count(ContextRef context) const {
    std::int32_t n{};
    const std::int32_t c_status = stoner_table_column_count(context.handle(), handle(), &n);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return n;
}

template <class Tag> Result<std::string> TableMethods<Tag>::try_column_name(std::int32_t column, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_table_column_name(context.handle(), handle(), column, buffer...);
    });
}

template <class Tag> Result<std::string> TableMethods<Tag>::try_column_unit(std::int32_t column, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_table_column_unit(context.handle(), handle(), column, buffer...);
    });
}

template <class Tag> Result<std::int32_t> TableMethods<Tag>::try_column_index(const std::string &name,
                                                                              ContextRef context) const {
    detail::Arguments arguments;
    const auto name_for_c = arguments.text("name", name);
    if (arguments.refused()) {
        return arguments.error();
    }
    std::int32_t column{};
    const std::int32_t c_status = stoner_table_column_index(context.handle(), handle(), name_for_c, &column);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return column;
}

template <class Tag> Result<void> TableMethods<Tag>::try_set_column_name(std::int32_t column, const std::string &name,
                                                                         ContextRef context) {
    detail::Arguments arguments;
    const auto name_for_c = arguments.text("name", name);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_table_set_column_name(context.handle(), handle(), column, name_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> TableMethods<Tag>::try_set_column_unit(std::int32_t column,
                                                                         const std::optional<std::string> &unit,
                                                                         ContextRef context) {
    detail::Arguments arguments;
    const auto unit_for_c = arguments.text("unit", unit);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_table_set_column_unit(context.handle(), handle(), column, unit_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<std::vector<double>> TableMethods<Tag>::try_read_column(std::int32_t column,
                                                                                    ContextRef context) const {
    return detail::filled<std::vector<double>>(context.handle(), [&](auto... buffer) {
        return stoner_table_read_column(context.handle(), handle(), column, buffer...);
    });
}

template <class Tag> Result<std::vector<double>> TableMethods<Tag>::try_read(bool column_major, ContextRef context) const {
    return detail::filled<std::vector<double>>(context.handle(), [&](auto... buffer) {
        return stoner_table_read(context.handle(), handle(), column_major ? 1 : 0, buffer...);
    });
}

template <class Tag> Result<void> TableMethods<Tag>::try_add_column(const std::string &name, Span<double> values,
                                                                    const std::optional<std::string> &unit,
                                                                    ContextRef context) {
    detail::Arguments arguments;
    const auto name_for_c = arguments.text("name", name);
    const auto unit_for_c = arguments.text("unit", unit);
    const auto n_values_for_c = arguments.count<std::int64_t>("values", values.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_table_add_column(context.handle(), handle(), name_for_c, unit_for_c, values.data(),
                                                          n_values_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<Metadata> TableMethods<Tag>::try_metadata(ContextRef context) const {
    detail::New<Metadata, stoner_metadata> out;
    const std::int32_t c_status = stoner_table_metadata(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<void> TableMethods<Tag>::try_set_metadata(const Metadata &metadata, ContextRef context) {
    const std::int32_t c_status = stoner_table_set_metadata(context.handle(), handle(), metadata.handle());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> TableMethods<Tag>::try_save(const Path &path, const std::optional<std::string> &format,
                                                              ContextRef context) const {
    detail::Arguments arguments;
    const auto path_for_c = arguments.text("path", path);
    const auto format_for_c = arguments.text("format", format);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_table_save(context.handle(), handle(), path_for_c, format_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> TableMethods<Tag>::try_plot(const Path &path, const Keywords &keywords,
                                                              ContextRef context) const {
    detail::Arguments arguments;
    const auto path_for_c = arguments.text("path", path);
    const auto options_for_c = arguments.options(keywords);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_table_plot(context.handle(), handle(), path_for_c, options_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<std::vector<std::uint8_t>> TableMethods<Tag>::try_plot_rgba(std::int64_t width,
                                                                                        std::int64_t height,
                                                                                        const Keywords &keywords,
                                                                                        ContextRef context) const {
    detail::Arguments arguments;
    const auto options_for_c = arguments.options(keywords);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_table_plot_rgba(context.handle(), handle(), options_for_c, width, height, buffer...);
    });
}

template <class Tag> Result<Table> TableMethods<Tag>::try_plot_layout(std::int64_t width, std::int64_t height,
                                                                      const Keywords &keywords, ContextRef context) const {
    detail::Arguments arguments;
    const auto options_for_c = arguments.options(keywords);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Table, stoner_table> out;
    const std::int32_t c_status = stoner_table_plot_layout(context.handle(), handle(), options_for_c, width, height,
                                                           out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

#if STONER_EXCEPTIONS
template <class Tag> bool TableMethods<Tag>::equal(const Table &b, bool all, ContextRef context) const {
    return try_equal(b, all, context).value();
}

template <class Tag> std::int64_t TableMethods<Tag>::row_count(ContextRef context) const {
    return try_row_count(context).value();
}

template <class Tag> std::int32_t TableMethods<Tag>::column_count(ContextRef context) const {
    return try_column_count(context).value();
}

template <class Tag> std::string TableMethods<Tag>::column_name(std::int32_t column, ContextRef context) const {
    return try_column_name(column, context).value();
}

template <class Tag> std::string TableMethods<Tag>::column_unit(std::int32_t column, ContextRef context) const {
    return try_column_unit(column, context).value();
}

template <class Tag> std::int32_t TableMethods<Tag>::column_index(const std::string &name, ContextRef context) const {
    return try_column_index(name, context).value();
}

template <class Tag> void TableMethods<Tag>::set_column_name(std::int32_t column, const std::string &name,
                                                             ContextRef context) {
    try_set_column_name(column, name, context).value();
}

template <class Tag> void TableMethods<Tag>::set_column_unit(std::int32_t column, const std::optional<std::string> &unit,
                                                             ContextRef context) {
    try_set_column_unit(column, unit, context).value();
}

template <class Tag> std::vector<double> TableMethods<Tag>::read_column(std::int32_t column, ContextRef context) const {
    return try_read_column(column, context).value();
}

template <class Tag> std::vector<double> TableMethods<Tag>::read(bool column_major, ContextRef context) const {
    return try_read(column_major, context).value();
}

template <class Tag> void TableMethods<Tag>::add_column(const std::string &name, Span<double> values,
                                                        const std::optional<std::string> &unit, ContextRef context) {
    try_add_column(name, values, unit, context).value();
}

template <class Tag> Metadata TableMethods<Tag>::metadata(ContextRef context) const {
    return try_metadata(context).value();
}

template <class Tag> void TableMethods<Tag>::set_metadata(const Metadata &metadata, ContextRef context) {
    try_set_metadata(metadata, context).value();
}

template <class Tag> void TableMethods<Tag>::save(const Path &path, const std::optional<std::string> &format,
                                                  ContextRef context) const {
    try_save(path, format, context).value();
}

template <class Tag> void TableMethods<Tag>::plot(const Path &path, const Keywords &keywords, ContextRef context) const {
    try_plot(path, keywords, context).value();
}

template <class Tag> std::vector<std::uint8_t> TableMethods<Tag>::plot_rgba(std::int64_t width, std::int64_t height,
                                                                            const Keywords &keywords,
                                                                            ContextRef context) const {
    return try_plot_rgba(width, height, keywords, context).value();
}

template <class Tag> Table TableMethods<Tag>::plot_layout(std::int64_t width, std::int64_t height, const Keywords &keywords,
                                                          ContextRef context) const {
    return try_plot_layout(width, height, keywords, context).value();
}
#endif

} // namespace detail

STONER_NAMESPACE_END

#endif
