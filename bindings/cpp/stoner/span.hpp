/// @file span.hpp
/// Elements in a row that belong to somebody else.

#ifndef STONER_SPAN_HPP
#define STONER_SPAN_HPP

#include <cstddef>
#include <initializer_list>
#include <type_traits>
#include <utility>

#include "fwd.hpp"

STONER_NAMESPACE_BEGIN

/// Elements in a row that belong to the caller: a vector, an array, a std::span, a list in braces, a pointer with a length. It does
/// not own them, and as a parameter lives no longer than the call. It converts to a std::span.
template <class T> class Span {
public:
    using value_type = T;
    using const_iterator = const T *;

    constexpr Span() noexcept = default;
    constexpr Span(const T *data, std::size_t size) noexcept : data_(data), size_(size) {}
    // A list lives until the end of the call that it is written in.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Winit-list-lifetime"
#endif
    constexpr Span(std::initializer_list<T> list) noexcept : data_(list.begin()), size_(list.size()) {}
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif
    template <std::size_t N> constexpr Span(const T (&array)[N]) noexcept : data_(array), size_(N) {}
    /// Anything with data() and size() of this type: std::vector, std::array, std::span.
    template <class Container,
              class = std::enable_if_t<std::is_convertible_v<decltype(std::declval<const Container &>().data()), const T *> &&
                                       std::is_convertible_v<decltype(std::declval<const Container &>().size()), std::size_t>>>
    constexpr Span(const Container &container) noexcept : data_(container.data()), size_(container.size()) {}

    constexpr const T *data() const noexcept { return data_; }
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool empty() const noexcept { return size_ == 0; }
    constexpr const T *begin() const noexcept { return data_; }
    constexpr const T *end() const noexcept { return data_ + size_; }
    constexpr const T &operator[](std::size_t i) const noexcept { return data_[i]; }

    /// Whether both have equal elements, as many of them.
    friend constexpr bool operator==(Span a, Span b) noexcept {
        bool equal = a.size_ == b.size_;
        for (std::size_t i = 0; equal && i < a.size_; ++i) {
            equal = a.data_[i] == b.data_[i];
        }
        return equal;
    }
    friend constexpr bool operator!=(Span a, Span b) noexcept { return !(a == b); }

private:
    const T *data_ = nullptr;
    std::size_t size_ = 0;
};

STONER_NAMESPACE_END

#endif
