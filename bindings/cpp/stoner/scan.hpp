/// @file scan.hpp
/// Scans: what a file holds of a measurement, and the way to its images.

#ifndef STONER_SCAN_HPP
#define STONER_SCAN_HPP

#include <string>
#include <vector>

#include "context.hpp"
#include "generated/methods_scan.hpp"

STONER_NAMESPACE_BEGIN

/// A file as a scan, opened without reading pixels by `scan_open`: entries, detectors, axes, and the images themselves when they are asked
/// for.
class Scan : public detail::ScanMethods<Scan> {
public:
    /// Takes ownership of a handle, which is freed with the object.
    static Scan adopt(stoner_scan *handle) noexcept { return Scan(handle); }

    /// A second handle for the same scan, as copying makes it.
    Scan clone() const { return *this; }

    /// The names of the entries, the default one first.
    template <class Text = std::string> Result<std::vector<Text>> try_entries(ContextRef context = {}) const {
        const auto n = try_entry_count(context);
        if (!n) {
            return n.error();
        }
        std::vector<Text> names;
        for (std::int32_t i = 0; i < *n; ++i) {
            auto name = try_entry_name(i, context);
            if (!name) {
                return name.error();
            }
            names.push_back(*std::move(name));
        }
        return names;
    }

#if STONER_EXCEPTIONS
    /// As try_entries(), with an exception in place of the error.
    template <class Text = std::string> std::vector<Text> entries(ContextRef context = {}) const { return try_entries<Text>(context).value(); }
#endif

private:
    explicit Scan(stoner_scan *handle) noexcept : ScanMethods<Scan>(handle) {}
};

STONER_NAMESPACE_END

#include "image.hpp"
#include "metadata.hpp"
#include "table.hpp"

#include "generated/definitions_scan.hpp"

#endif
