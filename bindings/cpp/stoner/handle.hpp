/// @file handle.hpp
/// Ownership of the library's handles.

#ifndef STONER_HANDLE_HPP
#define STONER_HANDLE_HPP

#include <utility>

#include "error.hpp"

STONER_NAMESPACE_BEGIN

namespace detail {

template <class Handle> struct Functions;

template <> struct Functions<stoner_image> {
    static constexpr auto clone = &stoner_image_clone;
    static constexpr auto free = &stoner_image_free;
};
template <> struct Functions<stoner_live> {
    static constexpr auto clone = &stoner_live_clone;
    static constexpr auto free = &stoner_live_free;
};
template <> struct Functions<stoner_metadata> {
    static constexpr auto clone = &stoner_metadata_clone;
    static constexpr auto free = &stoner_metadata_free;
};
template <> struct Functions<stoner_scan> {
    static constexpr auto clone = &stoner_scan_clone;
    static constexpr auto free = &stoner_scan_free;
};
template <> struct Functions<stoner_table> {
    static constexpr auto clone = &stoner_table_clone;
    static constexpr auto free = &stoner_table_free;
};

/// An owned handle with value semantics. With an empty one, as a move leaves it, every call fails.
template <class Handle> class Owner {
public:
    Owner() noexcept = default;
    Owner(const Owner &other) : handle_(other.cloned()) {}
    Owner(Owner &&other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    Owner &operator=(Owner other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    ~Owner() { Functions<Handle>::free(handle_); }

    /// The handle, for calls of C. This object keeps it.
    Handle *handle() const noexcept { return handle_; }

    /// Releases the handle; the caller must free it.
    Handle *release() noexcept { return std::exchange(handle_, nullptr); }

    /// Whether there is something: not after a move, nor in an Image that was made by `Image()`.
    bool valid() const noexcept { return handle_ != nullptr; }

protected:
    explicit Owner(Handle *handle) noexcept : handle_(handle) {}

    /// The place where C stores a constructor's new handle.
    Handle **made_into() noexcept { return &handle_; }

private:
    Handle *cloned() const {
        Handle *copy = nullptr;
        if (handle_ != nullptr) {
            check(nullptr, Functions<Handle>::clone(nullptr, handle_, &copy));
        }
        return copy;
    }

    Handle *handle_ = nullptr;
};

/// The place for a call's new handle, which is freed if the call failed.
template <class Object, class Handle> class New {
public:
    New() noexcept = default;
    New(const New &) = delete;
    New &operator=(const New &) = delete;
    ~New() { Functions<Handle>::free(handle_); }

    Handle **out() noexcept { return &handle_; }
    Object take() noexcept { return Object::adopt(std::exchange(handle_, nullptr)); }

private:
    Handle *handle_ = nullptr;
};

} // namespace detail

STONER_NAMESPACE_END

#endif
