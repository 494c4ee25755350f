/// @file table.hpp
/// Tables: histograms, profiles, spectra.

#ifndef STONER_TABLE_HPP
#define STONER_TABLE_HPP

#include <string>
#include <vector>

#include "context.hpp"
#include "generated/methods_table.hpp"

STONER_NAMESPACE_BEGIN

/// Named columns of numbers with metadata.
class Table : public detail::TableMethods<Table> {
public:
    /// A table without columns.
    Table() { detail::check(nullptr, stoner_table_new(nullptr, made_into())); }

    /// Takes ownership of a handle, which is freed with the object.
    static Table adopt(stoner_table *handle) noexcept { return Table(handle); }

    /// A second table with the same content, as copying makes it.
    Table clone() const { return *this; }

    /// The values of the column with a name.
    template <class Number = double> Result<std::vector<Number>> try_column(const std::string &name, ContextRef context = {}) const {
        return try_column_index(name, context).and_then([&](std::int32_t index) { return try_read_column(index, context); });
    }

    /// The names of the columns, in their order.
    template <class Text = std::string> Result<std::vector<Text>> try_column_names(ContextRef context = {}) const {
        const auto n = try_column_count(context);
        if (!n) {
            return n.error();
        }
        std::vector<Text> names;
        for (std::int32_t i = 0; i < *n; ++i) {
            auto name = try_column_name(i, context);
            if (!name) {
                return name.error();
            }
            names.push_back(*std::move(name));
        }
        return names;
    }

#if STONER_EXCEPTIONS
    /// As try_column(), with an exception in place of the error.
    template <class Number = double> std::vector<Number> column(const std::string &name, ContextRef context = {}) const {
        return try_column<Number>(name, context).value();
    }
    /// As try_column_names(), with an exception in place of the error.
    template <class Text = std::string> std::vector<Text> column_names(ContextRef context = {}) const { return try_column_names<Text>(context).value(); }

    bool operator==(const Table &other) const { return equal(other, true); }
    bool operator!=(const Table &other) const { return !equal(other, true); }
#endif

private:
    explicit Table(stoner_table *handle) noexcept : TableMethods<Table>(handle) {}
};

STONER_NAMESPACE_END

#include "image.hpp"
#include "metadata.hpp"

#include "generated/definitions_table.hpp"

#endif
