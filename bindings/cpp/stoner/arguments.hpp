/// @file arguments.hpp
/// What calls take and give: boxes, paths, elements that may be masked; and how arguments become C's.

#ifndef STONER_ARGUMENTS_HPP
#define STONER_ARGUMENTS_HPP

#include <array>
#include <complex>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "result.hpp"
#include "span.hpp"

STONER_NAMESPACE_BEGIN

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
    // A std::filesystem::path, whose header is a large one that only those need who use it.
    template <class Native, class = decltype(std::declval<const Native &>().native())> Path(const Native &path) {
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
    static_assert(!std::is_const_v<T> && !std::is_reference_v<T>, "elements have a type without const or &: data<double>(), not data<const double>()");
    static_assert(dtype_of<T>().has_value(),
                  "the elements of an image are bool, integers of 8 to 64 bits, float, double, or std::complex of float or double");
    return dtype_of<T>().value_or(Dtype{});
}

/// A number of any type that elements have, which keeps its type on its way to C: integers of 64 bits stay exact.
class Number {
public:
    template <class T, std::enable_if_t<dtype_of<T>().has_value(), int> = 0> Number(T value) noexcept : dtype_(dtype_for<T>()) {
        static_assert(sizeof value <= sizeof bytes_, "the widest elements have 16 bytes");
        std::memcpy(bytes_, &value, sizeof value);
    }

    Dtype dtype() const noexcept { return dtype_; }
    /// The number in memory, of its dtype.
    const void *data() const noexcept { return bytes_; }

private:
    alignas(16) unsigned char bytes_[16] = {};
    Dtype dtype_;
};

namespace detail {

inline std::int32_t dtype_code(const Number &number) noexcept { return static_cast<std::int32_t>(number.dtype()); }
inline std::int32_t dtype_code(const std::optional<Number> &number) noexcept { return number ? dtype_code(*number) : 0; }
inline const void *address(const Number &number) noexcept { return number.data(); }
inline const void *address(const std::optional<Number> &number) noexcept { return number ? number->data() : nullptr; }

/// The arguments of a call on their way to C. The first that C++ has to refuse stays here, and the call is not made.
class Arguments {
public:
    bool refused() const noexcept { return error_.has_value(); }
    Error error() const { return *error_; }

    void refuse(Status status, const std::string &message) {
        if (!error_) {
            error_.emplace(status, message);
        }
    }
    void refuse(const Error &error) {
        if (!error_) {
            error_ = error;
        }
    }

    /// Text for C, which ends at a NUL: text with one inside is refused instead of cut off.
    const char *text(const char *name, const std::string &value) {
        if (value.find('\0') != std::string::npos) {
            refuse(Status::invalid_argument, "`" + std::string(name) + "` contains the character NUL; allowed: text without it");
        }
        return value.c_str();
    }
    const char *text(const char *name, const Path &value) { return text(name, value.utf8()); }
    template <class Text> const char *text(const char *name, const std::optional<Text> &value) {
        return value ? text(name, *value) : nullptr;
    }

    /// Options by name.
    template <class Options> const stoner_metadata *options(const Options &given) {
        if (given.error()) {
            refuse(*given.error());
        }
        return given.handle();
    }

    /// A number of elements.
    template <class Integer> Integer count(const char *name, std::size_t size) {
        const auto result = static_cast<Integer>(size);
        if (result < 0 || static_cast<std::size_t>(result) != size) {
            refuse(Status::invalid_argument, "`" + std::string(name) + "` has " + std::to_string(size) + " elements, more than this call can take");
        }
        return result;
    }

    /// A degree as C has it, where the number 0 is the default.
    std::int32_t degree(const char *name, std::int32_t value) {
        if (value < 0) {
            refuse(Status::invalid_argument, "`" + std::string(name) + "` is " + std::to_string(value) + "; allowed: 0 or more");
        }
        return value == 0 ? STONER_DEGREE_ZERO : value;
    }

    /// A number that cannot be 0, which in C is the default.
    template <class T> T not_zero(const char *name, T value, const char *allowed) {
        if (value == T{}) {
            refuse(Status::invalid_argument, "`" + std::string(name) + "` is 0; allowed: " + allowed);
        }
        return value;
    }

    /// Arrays that go together have one length.
    void same_size(const char *a, std::size_t size_a, const char *b, std::size_t size_b) {
        if (size_a != size_b) {
            refuse(Status::shape, "`" + std::string(a) + "` has " + std::to_string(size_a) + " elements and `" + b + "` has " +
                                      std::to_string(size_b) + "; allowed: as many of both");
        }
    }

    /// As many elements as something else asks for.
    void exact_size(const char *name, std::size_t found, std::size_t wanted, const char *why) {
        if (found != wanted) {
            refuse(Status::shape, "`" + std::string(name) + "` has " + std::to_string(found) + " elements; allowed: " + std::to_string(wanted) +
                                      ", " + why);
        }
    }

private:
    std::optional<Error> error_;
};

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

/// The memory that a call fills, of a size that only the call knows: text or numbers. `call(buffer, capacity, length)`. What it
/// fills may grow between two calls, so it is asked until it fits.
template <class Container, class Call> Result<Container> filled(stoner_context *context, Call call) {
    using Element = typename Container::value_type;
    // Text ends with a NUL that its length leaves out.
    constexpr std::int64_t end = std::is_same_v<Element, char> ? 1 : 0;
    Container result;
    std::int64_t length = 0;
    std::array<Element, 256 / sizeof(Element)> small;
    std::int32_t status = call(small.data(), static_cast<std::int64_t>(small.size()), &length);
    if (status == STONER_OK) {
        result.assign(small.data(), small.data() + length);
    }
    while (status == STONER_ERR_BUFFER_TOO_SMALL) {
        result.resize(static_cast<std::size_t>(length + end));
        status = call(result.data(), length + end, &length);
    }
    if (failed(status)) {
        return error_of(context, status);
    }
    result.resize(static_cast<std::size_t>(length));
    return result;
}

/// An integer entry as a type that may be too small for it.
template <class T> Result<T> narrowed(const std::string &key, std::int64_t value) {
    const auto result = static_cast<T>(value);
    if (static_cast<std::int64_t>(result) != value || (value < 0) != (result < T{})) {
        return Error(Status::metadata_type, "the entry `" + key + "` is " + std::to_string(value) + ", which the type does not hold");
    }
    return result;
}

/// An integer as metadata hold it.
template <class T> Result<std::int64_t> widened(T value) {
    const auto number = static_cast<std::int64_t>(value);
    if (static_cast<T>(number) != value || (number < 0) != (value < T{})) {
        return Error(Status::invalid_argument, std::to_string(value) + " is more than metadata hold; allowed: 64 bits with sign");
    }
    return number;
}

} // namespace detail

STONER_NAMESPACE_END

#endif
