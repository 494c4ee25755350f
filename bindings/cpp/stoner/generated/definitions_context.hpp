/// @file definitions_context.hpp
/// How the members of Context call C.
/// Made from interface/interface.json by bindings/generator: do not edit.

#ifndef STONER_DEFINITIONS_CONTEXT_HPP
#define STONER_DEFINITIONS_CONTEXT_HPP

#include "../context.hpp"

STONER_NAMESPACE_BEGIN

namespace detail {

template <class Tag> Result<std::string> ContextMethods<Tag>::try_last_error() const {
    return detail::filled<std::string>(handle(), [&](auto... buffer) {
        return stoner_last_error_read(handle(), buffer...);
    });
}

template <class Tag> Result<void> ContextMethods<Tag>::try_clear_error() {
    const std::int32_t c_status = stoner_context_clear_error(handle());
    if (detail::failed(c_status)) {
        return detail::error_of(handle(), c_status);
    }
    return {};
}

template <class Tag> Result<ContextWarningCountResult> ContextMethods<Tag>::try_warning_count() const {
    std::int64_t kept{};
    std::int64_t dropped{};
    const std::int32_t c_status = stoner_context_warning_count(handle(), &kept, &dropped);
    if (detail::failed(c_status)) {
        return detail::error_of(handle(), c_status);
    }
    return ContextWarningCountResult{kept, dropped};
}

template <class Tag> Result<std::string> ContextMethods<Tag>::try_warning(std::int64_t index) const {
    return detail::filled<std::string>(handle(), [&](auto... buffer) {
        return stoner_context_warning(handle(), index, buffer...);
    });
}

template <class Tag> Result<Warning> ContextMethods<Tag>::try_warning_code(std::int64_t index) const {
    std::int32_t code{};
    const std::int32_t c_status = stoner_context_warning_code(handle(), index, &code);
    if (detail::failed(c_status)) {
        return detail::error_of(handle(), c_status);
    }
    return static_cast<Warning>(code);
}

template <class Tag> Result<void> ContextMethods<Tag>::try_clear_warnings() {
    const std::int32_t c_status = stoner_context_clear_warnings(handle());
    if (detail::failed(c_status)) {
        return detail::error_of(handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ContextMethods<Tag>::try_set_threads(std::int32_t threads) {
    const std::int32_t c_status = stoner_context_set_threads(handle(), threads);
    if (detail::failed(c_status)) {
        return detail::error_of(handle(), c_status);
    }
    return {};
}

template <class Tag> Result<std::int32_t> ContextMethods<Tag>::try_threads() const {
    std::int32_t threads{};
    const std::int32_t c_status = stoner_context_threads(handle(), &threads);
    if (detail::failed(c_status)) {
        return detail::error_of(handle(), c_status);
    }
    return threads;
}

template <class Tag> Result<void> ContextMethods<Tag>::try_set_memory_limit(std::int64_t bytes) {
    detail::Arguments arguments;
    const auto bytes_for_c = arguments.not_zero("bytes", bytes, "1 or more");
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_context_set_memory_limit(handle(), bytes_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(handle(), c_status);
    }
    return {};
}

template <class Tag> Result<std::int64_t> ContextMethods<Tag>::try_memory_limit() const {
    std::int64_t bytes{};
    const std::int32_t c_status = stoner_context_memory_limit(handle(), &bytes);
    if (detail::failed(c_status)) {
        return detail::error_of(handle(), c_status);
    }
    return bytes;
}

template <class Tag> Result<void> ContextMethods<Tag>::try_cancel() {
    const std::int32_t c_status = stoner_context_cancel(handle());
    if (detail::failed(c_status)) {
        return detail::error_of(handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ContextMethods<Tag>::try_reset_cancel() {
    const std::int32_t c_status = stoner_context_reset_cancel(handle());
    if (detail::failed(c_status)) {
        return detail::error_of(handle(), c_status);
    }
    return {};
}

template <class Tag> Result<bool> ContextMethods<Tag>::try_is_cancelled() const {
    std::int32_t cancelled{};
    const std::int32_t c_status = stoner_context_is_cancelled(handle(), &cancelled);
    if (detail::failed(c_status)) {
        return detail::error_of(handle(), c_status);
    }
    return cancelled != 0;
}

template <class Tag> Result<double> ContextMethods<Tag>::try_progress() const {
    double fraction{};
    const std::int32_t c_status = stoner_context_progress(handle(), &fraction);
    if (detail::failed(c_status)) {
        return detail::error_of(handle(), c_status);
    }
    return fraction;
}

template <class Tag> Result<void> ContextMethods<Tag>::try_set_debug(bool debug) {
    const std::int32_t c_status = stoner_context_set_debug(handle(), debug ? 1 : 0);
    if (detail::failed(c_status)) {
        return detail::error_of(handle(), c_status);
    }
    return {};
}

template <class Tag> Result<bool> ContextMethods<Tag>::try_debug() const {
    std::int32_t debug{};
    const std::int32_t c_status = stoner_context_debug(handle(), &debug);
    if (detail::failed(c_status)) {
        return detail::error_of(handle(), c_status);
    }
    return debug != 0;
}

#if STONER_EXCEPTIONS
template <class Tag> std::string ContextMethods<Tag>::last_error() const {
    return try_last_error().value();
}

template <class Tag> void ContextMethods<Tag>::clear_error() {
    try_clear_error().value();
}

template <class Tag> ContextWarningCountResult ContextMethods<Tag>::warning_count() const {
    return try_warning_count().value();
}

template <class Tag> std::string ContextMethods<Tag>::warning(std::int64_t index) const {
    return try_warning(index).value();
}

template <class Tag> Warning ContextMethods<Tag>::warning_code(std::int64_t index) const {
    return try_warning_code(index).value();
}

template <class Tag> void ContextMethods<Tag>::clear_warnings() {
    try_clear_warnings().value();
}

template <class Tag> void ContextMethods<Tag>::set_threads(std::int32_t threads) {
    try_set_threads(threads).value();
}

template <class Tag> std::int32_t ContextMethods<Tag>::threads() const {
    return try_threads().value();
}

template <class Tag> void ContextMethods<Tag>::set_memory_limit(std::int64_t bytes) {
    try_set_memory_limit(bytes).value();
}

template <class Tag> std::int64_t ContextMethods<Tag>::memory_limit() const {
    return try_memory_limit().value();
}

template <class Tag> void ContextMethods<Tag>::cancel() {
    try_cancel().value();
}

template <class Tag> void ContextMethods<Tag>::reset_cancel() {
    try_reset_cancel().value();
}

template <class Tag> bool ContextMethods<Tag>::is_cancelled() const {
    return try_is_cancelled().value();
}

template <class Tag> double ContextMethods<Tag>::progress() const {
    return try_progress().value();
}

template <class Tag> void ContextMethods<Tag>::set_debug(bool debug) {
    try_set_debug(debug).value();
}

template <class Tag> bool ContextMethods<Tag>::debug() const {
    return try_debug().value();
}
#endif

} // namespace detail

STONER_NAMESPACE_END

#endif
