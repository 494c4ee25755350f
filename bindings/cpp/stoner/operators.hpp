/// @file operators.hpp
/// Arithmetic, comparisons and functions of images, written as those of numbers. They throw; without exceptions use try_arithmetic(),
/// try_compare(), try_logic() and try_math().

#ifndef STONER_OPERATORS_HPP
#define STONER_OPERATORS_HPP

#include <complex>
#include <cstdint>
#include <type_traits>

#include "image.hpp"

#if STONER_EXCEPTIONS

STONER_NAMESPACE_BEGIN

namespace detail {

template <class T> constexpr bool is_image = std::is_base_of_v<Image, T>;

/// What stands beside an image: a number, a number that may be masked, an entry of metadata.
template <class T> struct NumberOf {
    static constexpr bool is = std::is_arithmetic_v<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, char>;
    static const T &get(const T &value) { return value; }
};
template <class T> struct NumberOf<std::complex<T>> {
    static constexpr bool is = true;
    static std::complex<T> get(const std::complex<T> &value) { return value; }
};
template <class T> struct NumberOf<Masked<T>> {
    static constexpr bool is = NumberOf<T>::is;
    static T get(const Masked<T> &value) {
        if (value.masked) {
            raise(Error(Status::no_result, "the number beside an image is masked; allowed: a number, as mean() gives it where not all pixels are masked"));
        }
        return value.value;
    }
};
template <class Of> struct NumberOf<MetadataEntry<Of>> {
    static constexpr bool is = true;
    static double get(const MetadataEntry<Of> &entry) { return entry.template get<double>(); }
};
template <class Of> struct NumberOf<MetadataReference<Of>> {
    static constexpr bool is = true;
    static double get(const MetadataReference<Of> &entry) { return entry.template get<double>(); }
};

/// An operator's result, where one operand is an image and the other an image or a number.
template <class A, class B>
using IfImages = std::enable_if_t<(is_image<A> && (is_image<B> || NumberOf<B>::is)) || (is_image<B> && NumberOf<A>::is), Image>;

/// An image of one element.
template <class T> Image single(T value) { return Image::from_data(&value, {}); }

/// A number as an image of one element, of the dtype that the result shall have.
template <class T> Image number_for(const Image &beside, T value) {
    if constexpr (std::is_integral_v<T>) {
        // Beside integers it is one of them, where it fits: counts + 1 are counts. Else it decides with its own type.
        const Dtype dtype = beside.dtype();
        const bool integers = dtype == Dtype::u8 || dtype == Dtype::i8 || dtype == Dtype::u16 || dtype == Dtype::i16 || dtype == Dtype::u32 ||
                              dtype == Dtype::i32 || dtype == Dtype::u64 || dtype == Dtype::i64;
        const auto bits = static_cast<int>(8 * beside.itemsize());
        const bool is_signed = dtype == Dtype::i8 || dtype == Dtype::i16 || dtype == Dtype::i32 || dtype == Dtype::i64;
        const bool fits = value < 0 ? is_signed && (bits == 64 || static_cast<std::int64_t>(value) >= -(std::int64_t{1} << (bits - 1)))
                                    : static_cast<std::uint64_t>(value) <= (~std::uint64_t{0} >> (64 - bits + (is_signed ? 1 : 0)));
        return integers && fits ? single(value).astype(dtype) : single(value);
    } else {
        return single(value);
    }
}

template <class A, class B> Image computed(const A &a, Arithmetic operation, const B &b) {
    if constexpr (is_image<A> && is_image<B>) {
        return a.arithmetic(operation, b);
    } else if constexpr (is_image<A>) {
        const auto number = NumberOf<B>::get(b);
        if constexpr (std::is_floating_point_v<decltype(+number)>) {
            return a.arithmetic_scalar(operation, static_cast<double>(number));
        } else {
            return a.arithmetic(operation, number_for(a, number));
        }
    } else {
        const auto number = NumberOf<A>::get(a);
        if constexpr (std::is_floating_point_v<decltype(+number)>) {
            ArithmeticScalarOptions swapped;
            swapped.swapped = true;
            return b.arithmetic_scalar(operation, static_cast<double>(number), swapped);
        } else {
            // The image keeps its map and metadata, since it has the result's shape.
            return number_for(b, number).arithmetic(operation, b);
        }
    }
}

template <class A, class B> Image compared(const A &a, Comparison comparison, const B &b) {
    if constexpr (is_image<A> && is_image<B>) {
        return a.compare(comparison, b);
    } else if constexpr (is_image<A>) {
        const auto number = NumberOf<B>::get(b);
        if constexpr (std::is_floating_point_v<decltype(+number)>) {
            return a.compare_scalar(comparison, static_cast<double>(number));
        } else {
            return a.compare(comparison, single(number)); // Integers are compared exactly.
        }
    } else {
        constexpr Comparison mirrored[] = {Comparison{},          Comparison::equal,   Comparison::not_equal, Comparison::greater,
                                           Comparison::greater_equal, Comparison::less, Comparison::less_equal};
        return compared(b, mirrored[static_cast<std::int32_t>(comparison)], a);
    }
}

} // namespace detail

/// Element by element, with masks, dtypes and broadcasting as Image::arithmetic has them. A whole number beside an image of integers
/// that can hold it has their dtype: `counts + 1` are counts. A number with a fraction makes double of integers.
template <class A, class B> detail::IfImages<A, B> operator+(const A &a, const B &b) { return detail::computed(a, Arithmetic::add, b); }
template <class A, class B> detail::IfImages<A, B> operator-(const A &a, const B &b) { return detail::computed(a, Arithmetic::subtract, b); }
template <class A, class B> detail::IfImages<A, B> operator*(const A &a, const B &b) { return detail::computed(a, Arithmetic::multiply, b); }
template <class A, class B> detail::IfImages<A, B> operator/(const A &a, const B &b) { return detail::computed(a, Arithmetic::divide, b); }
inline Image operator-(const Image &image) { return image.math(Math::negative); }
inline Image operator+(const Image &image) { return image; }

/// `a += b` is `a = a + b`: the dtype may become another one.
template <class B> detail::IfImages<Image, B> &operator+=(Image &a, const B &b) { return a = a + b; }
template <class B> detail::IfImages<Image, B> &operator-=(Image &a, const B &b) { return a = a - b; }
template <class B> detail::IfImages<Image, B> &operator*=(Image &a, const B &b) { return a = a * b; }
template <class B> detail::IfImages<Image, B> &operator/=(Image &a, const B &b) { return a = a / b; }

/// An image of true and false, element by element. equal() tells whether two images are the same.
template <class A, class B> detail::IfImages<A, B> operator==(const A &a, const B &b) { return detail::compared(a, Comparison::equal, b); }
template <class A, class B> detail::IfImages<A, B> operator!=(const A &a, const B &b) { return detail::compared(a, Comparison::not_equal, b); }
template <class A, class B> detail::IfImages<A, B> operator<(const A &a, const B &b) { return detail::compared(a, Comparison::less, b); }
template <class A, class B> detail::IfImages<A, B> operator<=(const A &a, const B &b) { return detail::compared(a, Comparison::less_equal, b); }
template <class A, class B> detail::IfImages<A, B> operator>(const A &a, const B &b) { return detail::compared(a, Comparison::greater, b); }
template <class A, class B> detail::IfImages<A, B> operator>=(const A &a, const B &b) { return detail::compared(a, Comparison::greater_equal, b); }

/// Element by element; whatever is not 0 is true. Both sides are computed, other than with bool.
inline Image operator&&(const Image &a, const Image &b) { return a.logic(Logic::and_, &b); }
inline Image operator||(const Image &a, const Image &b) { return a.logic(Logic::or_, &b); }
inline Image operator!(const Image &image) { return image.logic(Logic::not_); }

// Functions, under the names that they have for numbers.

template <class A, class B> detail::IfImages<A, B> pow(const A &a, const B &b) { return detail::computed(a, Arithmetic::power, b); }
template <class A, class B> detail::IfImages<A, B> hypot(const A &a, const B &b) { return detail::computed(a, Arithmetic::hypot, b); }
template <class A, class B> detail::IfImages<A, B> atan2(const A &a, const B &b) { return detail::computed(a, Arithmetic::arctan2, b); }
/// The smaller and the greater one of each pair; NaN where one of both is NaN.
template <class A, class B> detail::IfImages<A, B> minimum(const A &a, const B &b) { return detail::computed(a, Arithmetic::minimum, b); }
template <class A, class B> detail::IfImages<A, B> maximum(const A &a, const B &b) { return detail::computed(a, Arithmetic::maximum, b); }
/// The quotient rounded down, and what is left of it, with the sign of b.
template <class A, class B> detail::IfImages<A, B> floor_divide(const A &a, const B &b) { return detail::computed(a, Arithmetic::floor_divide, b); }
template <class A, class B> detail::IfImages<A, B> remainder(const A &a, const B &b) { return detail::computed(a, Arithmetic::remainder, b); }

inline Image abs(const Image &image) { return image.math(Math::absolute); }
inline Image sqrt(const Image &image) { return image.math(Math::sqrt); }
inline Image exp(const Image &image) { return image.math(Math::exp); }
inline Image expm1(const Image &image) { return image.math(Math::expm1); }
inline Image log(const Image &image) { return image.math(Math::log); }
inline Image log1p(const Image &image) { return image.math(Math::log1p); }
inline Image log2(const Image &image) { return image.math(Math::log2); }
inline Image log10(const Image &image) { return image.math(Math::log10); }
inline Image sin(const Image &image) { return image.math(Math::sin); }
inline Image cos(const Image &image) { return image.math(Math::cos); }
inline Image tan(const Image &image) { return image.math(Math::tan); }
inline Image asin(const Image &image) { return image.math(Math::arcsin); }
inline Image acos(const Image &image) { return image.math(Math::arccos); }
inline Image atan(const Image &image) { return image.math(Math::arctan); }
inline Image floor(const Image &image) { return image.math(Math::floor); }
inline Image ceil(const Image &image) { return image.math(Math::ceil); }
inline Image trunc(const Image &image) { return image.math(Math::trunc); }
inline Image isnan(const Image &image) { return image.math(Math::isnan); }
inline Image isinf(const Image &image) { return image.math(Math::isinf); }
inline Image isfinite(const Image &image) { return image.math(Math::isfinite); }

/// Elements of `a` where the condition is true, else of `b`: `where(image < 0, 0, image)`.
template <class A, class B, class = detail::IfImages<A, B>> Image where(const Image &condition, const A &a, const B &b) {
    if constexpr (detail::is_image<A> && detail::is_image<B>) {
        return condition.where(a, b);
    } else if constexpr (detail::is_image<A>) {
        return condition.where(a, detail::number_for(a, detail::NumberOf<B>::get(b)));
    } else {
        return condition.where(detail::number_for(b, detail::NumberOf<A>::get(a)), b);
    }
}

STONER_NAMESPACE_END

#endif

#endif
