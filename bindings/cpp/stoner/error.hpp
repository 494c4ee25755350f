/// @file error.hpp
/// Failed calls: what is thrown, or found in a Result.

#ifndef STONER_ERROR_HPP
#define STONER_ERROR_HPP

#include <cstddef>
#include <exception>
#include <stdexcept>
#include <string>
#include <utility>

#include "generated/constants.hpp"
#include "fwd.hpp"

STONER_NAMESPACE_BEGIN

/// A failed call: the status, and in what() the library's message, which says what was asked, what was found and what is
/// allowed. The classes below are the bands of statuses; a Result has an Error.
class Error : public std::runtime_error {
public:
    Error(Status status, const std::string &message) : std::runtime_error(message), status_(status) {}

    Status status() const noexcept { return status_; }

    /// The status in a few words, "an argument has a value that is not allowed".
    std::string status_text() const { return stoner_status_text(static_cast<std::int32_t>(status_)); }

private:
    Status status_;
};

/// The call was cancelled through its context.
class Cancelled : public Error {
public:
    using Error::Error;
};

/// Memory could not be allocated.
class NoMemory : public Error {
public:
    using Error::Error;
};

/// Index, shape, dtype or pixels do not allow the request (5020 to 5029).
class DataError : public Error {
public:
    using Error::Error;
};

/// There is no such metadata entry, or it has another type (5030 to 5039).
class MetadataError : public Error {
public:
    using Error::Error;
};

/// A file does not exist, cannot be read or written, or has the wrong contents (5040 to 5049).
class FileError : public Error {
public:
    using Error::Error;
};

namespace detail {

/// Throws an error as the class of its band. Where nothing can be thrown, it ends a program that takes the result of a failed call.
#if STONER_EXCEPTIONS
[[noreturn]] inline void raise(const Error &error) {
    const Status status = error.status();
    if (status == Status::cancelled) {
        throw Cancelled(status, error.what());
    }
    if (status == Status::no_memory) {
        throw NoMemory(status, error.what());
    }
    switch (static_cast<std::int32_t>(status) / 10) {
    case 502: throw DataError(status, error.what());
    case 503: throw MetadataError(status, error.what());
    case 504: throw FileError(status, error.what());
    default: throw error;
    }
}

/// The exception of a callback during a call of this thread. It must not pass through C, so it is kept until the call has returned.
inline std::exception_ptr &pending() noexcept {
    thread_local std::exception_ptr exception;
    return exception;
}
#else
[[noreturn]] inline void raise(const Error &) { std::terminate(); }
#endif

/// Whether a call failed. A callback's exception goes on from here.
inline bool failed(std::int32_t status) {
#if STONER_EXCEPTIONS
    if (pending()) {
        std::rethrow_exception(std::exchange(pending(), nullptr));
    }
#endif
    return status != STONER_OK;
}

/// The error of a call that failed.
inline Error error_of(stoner_context *context, std::int32_t status) {
    if (status == STONER_ERR_NULL_POINTER) {
        return Error(Status::null_pointer, "an object of the call is empty, as a move leaves it and Image() makes it, or its data are a null pointer");
    }
    // Another thread's call with the same context may have failed since.
    const bool own = stoner_last_error_status(context) == status;
    return Error(static_cast<Status>(status), own ? stoner_last_error(context) : stoner_status_text(status));
}

/// Ends a call whose error has no other way out: constructors and copies. Without exceptions the object stays empty.
inline void check(stoner_context *context, std::int32_t status) {
    if (failed(status)) {
#if STONER_EXCEPTIONS
        raise(error_of(context, status));
#else
        static_cast<void>(context);
#endif
    }
}

/// A condition that is false for every T, so that a static_assert speaks only where its function is used.
template <class...> constexpr bool never = false;

} // namespace detail

STONER_NAMESPACE_END

#endif
