/// @file table.hpp
/// Tables: histograms, profiles, spectra.

#ifndef STONER_TABLE_HPP
#define STONER_TABLE_HPP

#include <string>
#include <vector>

#include "generated/methods_table.hpp"

namespace stoner {

/// Named columns of numbers with metadata.
class Table : public detail::TableMethods {
public:
    /// A table without columns.
    Table() { detail::check(nullptr, stoner_table_new(nullptr, made_into())); }

    /// Takes ownership of a handle, which is freed with the object.
    static Table adopt(stoner_table *handle) noexcept { return Table(handle); }

    /// A second table with the same content, as copying makes it.
    Table clone() const { return *this; }

    /// The values of the column with a name.
    std::vector<double> column(const std::string &name, ContextRef context = {}) const {
        return read_column(column_index(name, context), context);
    }

    /// The names of the columns, in their order.
    std::vector<std::string> column_names(ContextRef context = {}) const {
        std::vector<std::string> names;
        const std::int32_t n = column_count(context);
        for (std::int32_t i = 0; i < n; ++i) {
            names.push_back(column_name(i, context));
        }
        return names;
    }

    bool operator==(const Table &other) const { return equal(other, true); }
    bool operator!=(const Table &other) const { return !equal(other, true); }

private:
    explicit Table(stoner_table *handle) noexcept : TableMethods(handle) {}
};

} // namespace stoner

#endif
