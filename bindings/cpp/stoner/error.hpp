/// @file error.hpp
/// Failed calls as exceptions.

#ifndef STONER_ERROR_HPP
#define STONER_ERROR_HPP

#include <exception>
#include <stdexcept>
#include <string>
#include <utility>

#include "generated/constants.hpp"

namespace stoner {

/// A failed call: the status, and in what() the library's message, which says what was asked, what was found and what is
/// allowed. The classes below are the bands of statuses.
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

[[noreturn]] inline void raise(Status status, const std::string &message) {
    const auto number = static_cast<std::int32_t>(status);
    if (status == Status::cancelled) {
        throw Cancelled(status, message);
    }
    if (status == Status::no_memory) {
        throw NoMemory(status, message);
    }
    switch (number / 10) {
    case 502: throw DataError(status, message);
    case 503: throw MetadataError(status, message);
    case 504: throw FileError(status, message);
    default: throw Error(status, message);
    }
}

/// The exception of a callback during a call of this thread. It must not pass through C, so it is kept until the call has returned.
inline std::exception_ptr &pending() noexcept {
    thread_local std::exception_ptr exception;
    return exception;
}

/// Ends every call: throws a callback's exception, or the error of a call that failed.
inline void check(stoner_context *context, std::int32_t status) {
    if (pending()) {
        std::rethrow_exception(std::exchange(pending(), nullptr));
    }
    if (status != STONER_OK) {
        // Another thread's call with the same context may have failed since.
        const bool own = stoner_last_error_status(context) == status;
        raise(static_cast<Status>(status), own ? stoner_last_error(context) : stoner_status_text(status));
    }
}

} // namespace detail
} // namespace stoner

#endif
