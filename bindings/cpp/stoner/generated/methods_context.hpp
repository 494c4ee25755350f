/// @file methods_context.hpp
/// The members of contexts that are functions of C.
/// Made from interface/interface.json by bindings/generator: do not edit.

#ifndef STONER_METHODS_CONTEXT_HPP
#define STONER_METHODS_CONTEXT_HPP

#include "../arguments.hpp"
#include "options.hpp"

STONER_NAMESPACE_BEGIN

namespace detail {

template <class Tag> class ContextMethods {
public:
    /// The handle, to call C with; null for the thread's own context.
    stoner_context *handle() const noexcept { return handle_; }

#if STONER_EXCEPTIONS
    // Contexts: errors, warnings, threads, progress, cancellation

    /// The text of Error::what, into the caller's buffer. A failure of this call itself is only its status: the message
    /// is kept.
    std::string last_error() const;

    /// Forgets the last error.
    void clear_error();

    /// The number of warnings. A context keeps the first 256; later ones are only counted.
    ContextWarningCountResult warning_count() const;

    /// One warning, in the order in which they were added.
    /// @param index 0 to the number kept - 1
    std::string warning(std::int64_t index) const;

    /// What one warning is about, so that a program need not read its text.
    /// @param index 0 to the number kept - 1
    /// @return a Warning constant
    /// @throws Error with Status::out_of_range
    Warning warning_code(std::int64_t index) const;

    /// Forgets all warnings.
    void clear_warnings();

    /// Sets how many threads one call with this context may use. They end with the call, and the bits of a result do
    /// not depend on their number.
    /// @param threads 0: as many as there are processors
    void set_threads(std::int32_t threads = 0);

    /// How many threads one call with this context may use, at least 1.
    /// @return the number
    std::int32_t threads() const;

    /// Sets what one call with this context may take of memory where its inputs do not justify more: a file that
    /// unpacks to far more than its length, or an argument (a number of bins, the width of a line) that asks for far
    /// more than the image. A call may always take four times the memory of its inputs: of a file's pixels when they
    /// are decoded, of the images that it is given. What would take more is refused before the work begins: of an
    /// argument as Status::invalid_argument, of a file as Status::corrupt where no whole file of its length can ask for
    /// so much, else as Status::no_memory.
    /// @param bytes the number of bytes
    /// @throws Error with Status::invalid_argument
    void set_memory_limit(std::int64_t bytes = 268435456);

    /// What one call with this context may take of memory where its inputs do not justify more.
    /// @return the number of bytes
    std::int64_t memory_limit() const;

    /// Asks all calls that run or will run with this context to stop: they return Status::cancelled as soon as they
    /// can. Sticky until Context::reset_cancel. May be called from any thread and from the progress callback.
    void cancel();

    /// Withdraws a cancellation.
    void reset_cancel();

    /// Whether the context is cancelled.
    /// @return 0 or true
    bool is_cancelled() const;

    /// The progress of the long call that last reported. May be called from another thread.
    /// @return 0.0 to 1.0
    double progress() const;

    // Files: what can be loaded and saved

    /// Whether loading explains itself: each loader that load tries then adds a warning that says what it found.
    /// @param debug true: loading explains itself
    void set_debug(bool debug);

    /// Whether loading explains itself; initially 0.
    /// @return 0 or true
    bool debug() const;

#endif

    // The same without exceptions: each of these gives the result or the error of the function with its name.

    Result<std::string> try_last_error() const;
    Result<void> try_clear_error();
    Result<ContextWarningCountResult> try_warning_count() const;
    Result<std::string> try_warning(std::int64_t index) const;
    Result<Warning> try_warning_code(std::int64_t index) const;
    Result<void> try_clear_warnings();
    Result<void> try_set_threads(std::int32_t threads = 0);
    Result<std::int32_t> try_threads() const;
    Result<void> try_set_memory_limit(std::int64_t bytes = 268435456);
    Result<std::int64_t> try_memory_limit() const;
    Result<void> try_cancel();
    Result<void> try_reset_cancel();
    Result<bool> try_is_cancelled() const;
    Result<double> try_progress() const;
    Result<void> try_set_debug(bool debug);
    Result<bool> try_debug() const;

protected:
    explicit ContextMethods(stoner_context *handle) noexcept : handle_(handle) {}
    ~ContextMethods() = default;

    stoner_context *handle_;
};

} // namespace detail

STONER_NAMESPACE_END

#endif
