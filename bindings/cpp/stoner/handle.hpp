/// @file handle.hpp
/// Ownership of the library's handles.

#ifndef STONER_HANDLE_HPP
#define STONER_HANDLE_HPP

#include <utility>

#include "context.hpp"

namespace stoner::detail {

template <class Handle> struct Functions;

template <> struct Functions<stoner_image> {
    static constexpr auto clone = &stoner_image_clone;
    static constexpr auto free = &stoner_image_free;
};
template <> struct Functions<stoner_metadata> {
    static constexpr auto clone = &stoner_metadata_clone;
    static constexpr auto free = &stoner_metadata_free;
};
template <> struct Functions<stoner_table> {
    static constexpr auto clone = &stoner_table_clone;
    static constexpr auto free = &stoner_table_free;
};

/// An owned handle with value semantics. An empty one, which is what a move leaves behind, makes every call throw.
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

    /// The handle, to call C with. It stays this object's.
    Handle *handle() const noexcept { return handle_; }

    /// Gives the handle away, to be freed by the caller.
    Handle *release() noexcept { return std::exchange(handle_, nullptr); }

    /// Whether there is a handle.
    explicit operator bool() const noexcept { return handle_ != nullptr; }

protected:
    explicit Owner(Handle *handle) noexcept : handle_(handle) {}

    /// Where a constructor lets C put a new handle.
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

/// Where a call puts a new handle: freed again when the call turns out to have failed.
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

} // namespace stoner::detail

#endif
