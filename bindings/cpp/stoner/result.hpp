/// @file result.hpp
/// What calls give back that do not throw: a value or an error.

#ifndef STONER_RESULT_HPP
#define STONER_RESULT_HPP

#include <new>
#include <optional>
#include <type_traits>
#include <utility>

#if defined(__has_include) && __has_include(<version>)
#include <version>
#endif
#ifdef __cpp_lib_expected
#include <expected>
#endif

#include "error.hpp"

STONER_NAMESPACE_BEGIN

namespace detail {

template <class T> struct IsResult : std::false_type {};
template <class T> struct IsResult<Result<T>> : std::true_type {};

} // namespace detail

/// A value or the Error of a call, with the members of std::expected:
///
///     if (const auto image = stoner::try_load("scan.hdf5")) {
///         use(*image);
///     } else {
///         report(image.error().what());
///     }
///
/// Who takes the value of a failed call gets its error as an exception; without exceptions the program ends there. Where there is
/// a std::expected, a Result converts to it.
template <class T> class [[nodiscard]] Result {
public:
    using value_type = T;
    using error_type = Error;

    Result(T value) : has_value_(true) { ::new (static_cast<void *>(&value_)) T(std::move(value)); }
    Result(Error error) noexcept : has_value_(false) { ::new (static_cast<void *>(&error_)) Error(std::move(error)); }
    Result(const Result &other) : has_value_(other.has_value_) { take(other); }
    Result(Result &&other) noexcept : has_value_(other.has_value_) { take(std::move(other)); }
    Result &operator=(Result other) noexcept {
        clear();
        has_value_ = other.has_value_;
        take(std::move(other));
        return *this;
    }
    ~Result() { clear(); }

    bool has_value() const noexcept { return has_value_; }
    explicit operator bool() const noexcept { return has_value_; }

    T &value() & { return present(), value_; }
    const T &value() const & { return present(), value_; }
    T value() && { return present(), std::move(value_); }
    T &operator*() & { return present(), value_; }
    const T &operator*() const & { return present(), value_; }
    T operator*() && { return present(), std::move(value_); }
    T *operator->() { return present(), &value_; }
    const T *operator->() const { return present(), &value_; }

    template <class U> T value_or(U &&other) const & { return has_value_ ? value_ : static_cast<T>(std::forward<U>(other)); }
    template <class U> T value_or(U &&other) && { return has_value_ ? std::move(value_) : static_cast<T>(std::forward<U>(other)); }

    /// The error of a call that failed. Of one that did not there is none: the program ends.
    const Error &error() const noexcept {
        if (has_value_) {
            std::terminate();
        }
        return error_;
    }

    /// What `next` gives of the value, which is a Result too; the error stays.
    template <class F> auto and_then(F &&next) const & {
        using Next = std::decay_t<decltype(std::forward<F>(next)(value_))>;
        static_assert(detail::IsResult<Next>::value, "what and_then() calls gives back a stoner::Result, as try_... do; else use transform()");
        return has_value_ ? std::forward<F>(next)(value_) : Next(error_);
    }
    template <class F> auto and_then(F &&next) && {
        using Next = std::decay_t<decltype(std::forward<F>(next)(std::move(value_)))>;
        static_assert(detail::IsResult<Next>::value, "what and_then() calls gives back a stoner::Result, as try_... do; else use transform()");
        return has_value_ ? std::forward<F>(next)(std::move(value_)) : Next(error_);
    }

    /// What `change` makes of the value; the error stays.
    template <class F> auto transform(F &&change) const & {
        using Next = Result<std::decay_t<decltype(std::forward<F>(change)(value_))>>;
        return has_value_ ? Next(std::forward<F>(change)(value_)) : Next(error_);
    }
    template <class F> auto transform(F &&change) && {
        using Next = Result<std::decay_t<decltype(std::forward<F>(change)(std::move(value_)))>>;
        return has_value_ ? Next(std::forward<F>(change)(std::move(value_))) : Next(error_);
    }

    /// What `other` gives of the error, in place of it.
    template <class F> Result or_else(F &&other) const & { return has_value_ ? *this : Result(std::forward<F>(other)(error_)); }
    template <class F> Result or_else(F &&other) && { return has_value_ ? std::move(*this) : Result(std::forward<F>(other)(error_)); }

#ifdef __cpp_lib_expected
    operator std::expected<T, Error>() const & { return has_value_ ? std::expected<T, Error>(value_) : std::unexpected<Error>(error_); }
    operator std::expected<T, Error>() && {
        return has_value_ ? std::expected<T, Error>(std::move(value_)) : std::unexpected<Error>(std::move(error_));
    }
#endif

private:
    void present() const {
        if (!has_value_) {
            detail::raise(error_);
        }
    }
    template <class Other> void take(Other &&other) {
        if (has_value_) {
            ::new (static_cast<void *>(&value_)) T(std::forward<Other>(other).value_);
        } else {
            ::new (static_cast<void *>(&error_)) Error(other.error_);
        }
    }
    void clear() noexcept {
        if (has_value_) {
            value_.~T();
        } else {
            error_.~Error();
        }
    }

    bool has_value_;
    union {
        T value_;
        Error error_;
    };
};

/// Success, or the Error of a call that has no result.
template <> class [[nodiscard]] Result<void> {
public:
    using value_type = void;
    using error_type = Error;

    Result() noexcept = default;
    Result(Error error) noexcept : error_(std::move(error)) {}

    bool has_value() const noexcept { return !error_.has_value(); }
    explicit operator bool() const noexcept { return !error_.has_value(); }

    void value() const {
        if (error_) {
            detail::raise(*error_);
        }
    }
    void operator*() const { value(); }

    const Error &error() const noexcept {
        if (!error_) {
            std::terminate();
        }
        return *error_;
    }

    template <class F> auto and_then(F &&next) const {
        using Next = std::decay_t<decltype(std::forward<F>(next)())>;
        static_assert(detail::IsResult<Next>::value, "what and_then() calls gives back a stoner::Result, as try_... do");
        return !error_ ? std::forward<F>(next)() : Next(*error_);
    }
    template <class F> Result or_else(F &&other) const { return !error_ ? Result() : Result(std::forward<F>(other)(*error_)); }

#ifdef __cpp_lib_expected
    operator std::expected<void, Error>() const {
        return !error_ ? std::expected<void, Error>() : std::expected<void, Error>(std::unexpected<Error>(*error_));
    }
#endif

private:
    std::optional<Error> error_;
};

namespace detail {

/// What a call came to that gives nothing back.
inline Result<void> ended(stoner_context *context, std::int32_t status) {
    if (failed(status)) {
        return error_of(context, status);
    }
    return {};
}

} // namespace detail

STONER_NAMESPACE_END

#endif
