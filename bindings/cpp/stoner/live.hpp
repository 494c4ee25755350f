/// @file live.hpp
/// Images that grow while they are measured.

#ifndef STONER_LIVE_HPP
#define STONER_LIVE_HPP

#include "arguments.hpp"
#include "context.hpp"
#include "generated/methods_live.hpp"
#include "span.hpp"

STONER_NAMESPACE_BEGIN

/// Where Live::read() writes; a pointer that is null is left out. Each has room for all pixels.
struct LiveRoom {
    double *values = nullptr;
    double *errors = nullptr;
    double *coverage = nullptr;
};

/// An image that grows while it is measured, made by `live_new`: points are pushed in any order, an image is taken at any moment. One
/// thread may push while another takes images.
class Live : public detail::LiveMethods<Live> {
public:
    /// Takes ownership of a handle, which is freed with the object.
    static Live adopt(stoner_live *handle) noexcept { return Live(handle); }

    /// A second one with the same points, which goes its own way from here, as copying makes it.
    Live clone() const { return *this; }

    /// Adds points: positions in the units of the grid, what the detector counted, and what the monitor read. They are only read during the call.
    /// @param monitor empty: none. All points have one, or none has
    Result<void> try_push(Span<double> x, Span<double> y, Span<double> counts, Span<double> monitor = {}, ContextRef context = {}) {
        detail::Arguments arguments;
        const auto n = arguments.count<std::int64_t>("x", x.size());
        arguments.same_size("x", x.size(), "y", y.size());
        arguments.same_size("x", x.size(), "counts", counts.size());
        if (!monitor.empty()) {
            arguments.same_size("x", x.size(), "monitor", monitor.size());
        }
        if (arguments.refused()) {
            return arguments.error();
        }
        const double *current = monitor.empty() ? nullptr : monitor.data();
        return detail::ended(context.handle(), stoner_live_push(context.handle(), handle(), x.data(), y.data(), counts.data(), current, n));
    }

    /// Writes values, errors and coverage into memory that is there already, row by row; NaN where no point is.
    /// @param n the number of pixels that each has room for: rows times columns
    Result<void> try_read(const LiveRoom &room, std::size_t n, ContextRef context = {}) const {
        return detail::ended(context.handle(), stoner_live_read(context.handle(), handle(), room.values, room.errors, room.coverage, static_cast<std::int64_t>(n)));
    }

#if STONER_EXCEPTIONS
    /// As try_push(), with an exception in place of the error.
    void push(Span<double> x, Span<double> y, Span<double> counts, Span<double> monitor = {}, ContextRef context = {}) {
        try_push(x, y, counts, monitor, context).value();
    }
    /// As try_read(), with an exception in place of the error.
    void read(const LiveRoom &room, std::size_t n, ContextRef context = {}) const { try_read(room, n, context).value(); }
#endif

private:
    explicit Live(stoner_live *handle) noexcept : LiveMethods<Live>(handle) {}
};

STONER_NAMESPACE_END

#include "image.hpp"
#include "metadata.hpp"
#include "scan.hpp"
#include "table.hpp"

#include "generated/definitions_live.hpp"

#endif
