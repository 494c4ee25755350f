/// @file arguments.hpp
/// What calls take and give: runs of numbers, boxes, paths, elements that may be masked.

#ifndef STONER_ARGUMENTS_HPP
#define STONER_ARGUMENTS_HPP

#include <array>
#include <complex>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "error.hpp"

namespace stoner {

/// Elements in a row that belong to the caller: a vector, an array, a list in braces, a pointer with a length. It does not own
/// them, and lives no longer than the call.
template <class T> class Span {
public:
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

private:
    const T *data_ = nullptr;
    std::size_t size_ = 0;
};

/// A part of an image in pixels, upper ends exclusive; `extent` for as far as there is, which is the default.
struct Box {
    std::int64_t xmin = extent, xmax = extent, ymin = extent, ymax = extent;

    bool operator==(const Box &other) const noexcept {
        return xmin == other.xmin && xmax == other.xmax && ymin == other.ymin && ymax == other.ymax;
    }
    bool operator!=(const Box &other) const noexcept { return !(*this == other); }
};

/// A file's name: UTF-8 text, or a std::filesystem::path.
class Path {
public:
    Path(const char *text) : text_(text) {}
    Path(std::string text) : text_(std::move(text)) {}
    Path(const std::filesystem::path &path) {
        // A std::string until C++17, a std::u8string since.
        const auto text = path.u8string();
        text_.assign(text.begin(), text.end());
    }

    const std::string &utf8() const noexcept { return text_; }

private:
    std::string text_;
};

/// A value that may be masked; it converts to the value by itself.
template <class T> struct Masked {
    T value{};
    bool masked = false;

    operator T() const noexcept { return value; }
};

/// An exact match for each type of elements, else nothing.
template <class T> constexpr std::optional<Dtype> dtype_of() noexcept {
    if constexpr (std::is_same_v<T, bool>) {
        return Dtype::bool_;
    } else if constexpr (std::is_same_v<T, float>) {
        return Dtype::f32;
    } else if constexpr (std::is_same_v<T, double>) {
        return Dtype::f64;
    } else if constexpr (std::is_same_v<T, std::complex<float>>) {
        return Dtype::c64;
    } else if constexpr (std::is_same_v<T, std::complex<double>>) {
        return Dtype::c128;
    } else if constexpr (std::is_integral_v<T>) {
        switch (sizeof(T)) {
        case 1: return std::is_signed_v<T> ? Dtype::i8 : Dtype::u8;
        case 2: return std::is_signed_v<T> ? Dtype::i16 : Dtype::u16;
        case 4: return std::is_signed_v<T> ? Dtype::i32 : Dtype::u32;
        case 8: return std::is_signed_v<T> ? Dtype::i64 : Dtype::u64;
        default: return std::nullopt;
        }
    } else {
        return std::nullopt;
    }
}

/// The dtype of elements of a type that the library has.
template <class T> constexpr Dtype dtype_for() noexcept {
    static_assert(dtype_of<T>().has_value(), "bool, an integer of 8 to 64 bits, float, double, or std::complex of these");
    return *dtype_of<T>();
}

namespace detail {

/// Text for C, which ends at a NUL: text with one inside is refused instead of cut off.
inline const char *c_str(const std::string &text) {
    if (text.find('\0') != std::string::npos) {
        raise(Status::invalid_argument, "a string contains the character NUL; allowed: text without it");
    }
    return text.c_str();
}
inline const char *c_str(const Path &path) { return c_str(path.utf8()); }
template <class Text> const char *c_str(const std::optional<Text> &text) { return text ? c_str(*text) : nullptr; }

/// A count for C.
template <class Integer> Integer count(std::size_t size) {
    const auto result = static_cast<Integer>(size);
    if (result < 0 || static_cast<std::size_t>(result) != size) {
        raise(Status::invalid_argument, std::to_string(size) + " elements are more than this call can take");
    }
    return result;
}

inline std::array<std::int64_t, 4> numbers(const Box &box) noexcept { return {box.xmin, box.xmax, box.ymin, box.ymax}; }
template <class Enumeration, std::size_t N>
std::optional<std::array<std::int32_t, N>> numbers(const std::optional<std::array<Enumeration, N>> &values) noexcept {
    std::optional<std::array<std::int32_t, N>> result;
    if (values) {
        result.emplace();
        for (std::size_t i = 0; i < N; ++i) {
            (*result)[i] = static_cast<std::int32_t>((*values)[i]);
        }
    }
    return result;
}
template <class T, std::size_t N> const T *pointer(const std::optional<std::array<T, N>> &values) noexcept {
    return values ? values->data() : nullptr;
}
template <class T> const T *pointer(const std::optional<T> &value) noexcept { return value ? &*value : nullptr; }

/// A degree as C has it, where the number 0 is the default.
inline std::int32_t degree(const char *name, std::int32_t value) {
    if (value < 0) {
        raise(Status::invalid_argument, "`" + std::string(name) + "` is " + std::to_string(value) + "; allowed: 0 or more");
    }
    return value == 0 ? STONER_DEGREE_ZERO : value;
}
/// A number that cannot be 0, which in C is the default.
template <class Number> Number not_zero(const char *name, Number value, const char *allowed) {
    if (value == Number{}) {
        raise(Status::invalid_argument, "`" + std::string(name) + "` is 0; allowed: " + allowed);
    }
    return value;
}

/// A choice between a function's own and a given value, as C has it.
template <class Choice> std::int32_t choice(const std::optional<double> &value, Choice given) noexcept {
    return static_cast<std::int32_t>(value ? given : Choice{});
}

template <class Object> auto handle_of(const Object *object) noexcept { return object ? object->handle() : nullptr; }

template <class Handle, class Object> std::vector<Handle *> handles(Span<Object> objects) {
    std::vector<Handle *> result;
    for (const Object &object : objects) {
        result.push_back(object.handle());
    }
    return result;
}

/// Arrays that go together have one length.
inline void same_size(const char *a, std::size_t size_a, const char *b, std::size_t size_b) {
    if (size_a != size_b) {
        raise(Status::shape, "`" + std::string(a) + "` has " + std::to_string(size_a) + " elements and `" + b + "` has " +
                                 std::to_string(size_b) + "; allowed: as many of both");
    }
}

/// The memory that a call fills, of a size that only the call knows: text or numbers. `call(buffer, capacity, length)`. What it
/// fills may grow between two calls, so it is asked until it fits.
template <class Container, class Call> Container filled(stoner_context *context, Call call) {
    using Element = typename Container::value_type;
    // Text ends with a NUL that its length leaves out.
    constexpr std::int64_t end = std::is_same_v<Element, char> ? 1 : 0;
    Container result;
    std::int64_t length = 0;
    std::array<Element, 256 / sizeof(Element)> small;
    std::int32_t status = call(small.data(), static_cast<std::int64_t>(small.size()), &length);
    if (status == STONER_OK) {
        check(context, status);
        result.assign(small.data(), small.data() + length);
        return result;
    }
    while (status == STONER_ERR_BUFFER_TOO_SMALL) {
        result.resize(static_cast<std::size_t>(length + end));
        status = call(result.data(), length + end, &length);
    }
    check(context, status);
    result.resize(static_cast<std::size_t>(length));
    return result;
}

} // namespace detail
} // namespace stoner

#endif
