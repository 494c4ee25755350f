/// @file definitions_live.hpp
/// How the members of Live call C.
/// Made from interface/interface.json by bindings/generator: do not edit.

#ifndef STONER_DEFINITIONS_LIVE_HPP
#define STONER_DEFINITIONS_LIVE_HPP

#include "../image.hpp"
#include "../live.hpp"
#include "../metadata.hpp"
#include "../scan.hpp"
#include "../table.hpp"

STONER_NAMESPACE_BEGIN

namespace detail {

template <class Tag> Result<Image> LiveMethods<Tag>::try_image(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_live_image(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<LiveStateResult> LiveMethods<Tag>::try_state(ContextRef context) const {
    std::int64_t points{};
    std::int64_t outside{};
    std::int64_t invalid{};
    double coverage{};
    const std::int32_t c_status = stoner_live_state(context.handle(), handle(), &points, &outside, &invalid, &coverage);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return LiveStateResult{points, outside, invalid, coverage};
}

template <class Tag> Result<void> LiveMethods<Tag>::try_reset(ContextRef context) {
    const std::int32_t c_status = stoner_live_reset(context.handle(), handle());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> LiveMethods<Tag>::try_set_metadata(const Metadata &metadata, ContextRef context) {
    const std::int32_t c_status = stoner_live_set_metadata(context.handle(), handle(), metadata.handle());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

#if STONER_EXCEPTIONS
template <class Tag> Image LiveMethods<Tag>::image(ContextRef context) const {
    return try_image(context).value();
}

template <class Tag> LiveStateResult LiveMethods<Tag>::state(ContextRef context) const {
    return try_state(context).value();
}

template <class Tag> void LiveMethods<Tag>::reset(ContextRef context) {
    try_reset(context).value();
}

template <class Tag> void LiveMethods<Tag>::set_metadata(const Metadata &metadata, ContextRef context) {
    try_set_metadata(metadata, context).value();
}
#endif

} // namespace detail

STONER_NAMESPACE_END

#endif
