/// @file context.hpp
/// Contexts: warnings, threads, progress and cancellation of calls, and the host's callbacks.

#ifndef STONER_CONTEXT_HPP
#define STONER_CONTEXT_HPP

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "arguments.hpp"
#include "generated/options.hpp"

namespace stoner {

class Context;
class Image;

/// A context for one call; one that is not given is the calling thread's own. Does not own it.
class ContextRef {
public:
    ContextRef() noexcept = default;
    ContextRef(const Context &context) noexcept;

    stoner_context *handle() const noexcept { return handle_; }

private:
    stoner_context *handle_ = nullptr;
};

/// The two ends of a line, (x, y) each, in pixels.
struct Line {
    std::array<double, 2> src{};
    std::array<double, 2> dst{};
};

using ProgressCallback = std::function<void(double fraction)>;
/// Shows a dialog for files; the answer is a name, several on separate lines, or nothing if nothing was chosen.
using FileHook = std::function<std::optional<std::string>(Dialog what, const std::string &title, const std::string &patterns)>;
/// Shows an image and lets the user draw a line on it; nothing if none was drawn.
using LineHook = std::function<std::optional<Line>(const Image &image)>;

} // namespace stoner

#include "generated/methods_context.hpp"

namespace stoner {
namespace detail {

/// The functions of all contexts under numbers, which C passes back. A call that still runs when its context is freed, or gets
/// another function, finds either the function or nothing, never freed memory.
template <class Function> class Callbacks {
public:
    struct Entry {
        stoner_context *context;
        Function function;
    };

    static Callbacks &all() {
        // Never destroyed: calls may run while the program ends.
        static auto *callbacks = new Callbacks;
        return *callbacks;
    }

    std::uintptr_t add(stoner_context *context, Function function) {
        auto entry = std::make_shared<const Entry>(Entry{context, std::move(function)});
        const std::lock_guard<std::mutex> lock(mutex_);
        entries_.emplace(++last_, std::move(entry));
        return last_;
    }

    void remove(std::uintptr_t number) noexcept {
        std::shared_ptr<const Entry> removed; // Its captures are destroyed without the lock.
        const std::lock_guard<std::mutex> lock(mutex_);
        if (const auto found = entries_.find(number); found != entries_.end()) {
            removed = std::move(found->second);
            entries_.erase(found);
        }
    }

    std::shared_ptr<const Entry> find(void *number) {
        const std::lock_guard<std::mutex> lock(mutex_);
        const auto found = entries_.find(reinterpret_cast<std::uintptr_t>(number));
        return found == entries_.end() ? nullptr : found->second;
    }

private:
    std::mutex mutex_;
    std::uintptr_t last_ = 0;
    std::map<std::uintptr_t, std::shared_ptr<const Entry>> entries_;
};

// Called by C: finds the function, and keeps its exception until the call has returned.
void on_progress(double fraction, void *number) noexcept;
std::int32_t on_file(std::int32_t what, const char *title, const char *patterns, char *buffer, std::int64_t capacity,
                     void *number) noexcept;
std::int32_t on_line(const stoner_image *image, double *ends, void *number) noexcept;

} // namespace detail

/// The context of calls. A new one is made by `Context context;`; it can be moved, and used by several threads at once.
class Context : public detail::ContextMethods {
public:
    /// A new context.
    Context() : ContextMethods(nullptr) {
        stoner_context *handle = nullptr;
        detail::check(nullptr, stoner_context_new(nullptr, &handle));
        handle_ = handle;
    }
    Context(const Context &) = delete;
    Context &operator=(const Context &) = delete;
    Context(Context &&other) noexcept
        : ContextMethods(std::exchange(other.handle_, nullptr)), progress_(std::exchange(other.progress_, 0)),
          file_(std::exchange(other.file_, 0)), line_(std::exchange(other.line_, 0)) {}
    Context &operator=(Context &&other) noexcept {
        Context moved(std::move(other));
        std::swap(handle_, moved.handle_);
        std::swap(progress_, moved.progress_);
        std::swap(file_, moved.file_);
        std::swap(line_, moved.line_);
        return *this;
    }
    ~Context() {
        stoner_context_free(handle_);
        detail::Callbacks<ProgressCallback>::all().remove(progress_);
        detail::Callbacks<FileHook>::all().remove(file_);
        detail::Callbacks<LineHook>::all().remove(line_);
    }

    /// The calling thread's own context, the default of all calls.
    static Context own() noexcept { return Context(nullptr); }

    /// The warnings that are kept, in the order in which they were added.
    std::vector<std::string> warnings() const {
        std::vector<std::string> texts;
        const std::int64_t kept = warning_count().kept;
        for (std::int64_t i = 0; i < kept; ++i) {
            texts.push_back(warning(i));
        }
        return texts;
    }

    /// Sets a function that long calls tell of their progress, 0.0 to 1.0, on the thread that makes the call. What it throws comes
    /// out of that call; the context is then cancelled, until reset_cancel(). An empty function: none.
    void set_progress_callback(ProgressCallback callback) {
        set(progress_, std::move(callback), &stoner_context_set_progress_callback, &detail::on_progress);
    }

    /// Sets the function that shows a dialog for files. What it throws comes out of the call that asked. An empty function: none.
    void set_file_hook(FileHook hook) { set(file_, std::move(hook), &stoner_context_set_file_hook, &detail::on_file); }

    /// Sets the function that lets the user draw a line. What it throws comes out of the call that asked. An empty function: none.
    void set_line_hook(LineHook hook) { set(line_, std::move(hook), &stoner_context_set_line_hook, &detail::on_line); }

private:
    explicit Context(std::nullptr_t) noexcept : ContextMethods(nullptr) {}

    template <class Function, class Setter, class Trampoline>
    void set(std::uintptr_t &number, Function function, Setter setter, Trampoline trampoline) {
        if (handle_ == nullptr) {
            detail::raise(Status::unsupported, "a thread's own context takes no callbacks here; make a stoner::Context");
        }
        auto &callbacks = detail::Callbacks<Function>::all();
        if (!function) {
            detail::check(handle_, setter(handle_, nullptr, nullptr));
            callbacks.remove(std::exchange(number, 0));
            return;
        }
        const std::uintptr_t added = callbacks.add(handle_, std::move(function));
        const std::int32_t status = setter(handle_, trampoline, reinterpret_cast<void *>(added));
        callbacks.remove(status == STONER_OK ? std::exchange(number, added) : added);
        detail::check(handle_, status);
    }

    std::uintptr_t progress_ = 0, file_ = 0, line_ = 0;
};

inline ContextRef::ContextRef(const Context &context) noexcept : handle_(context.handle()) {}

namespace detail {

inline void on_progress(double fraction, void *number) noexcept {
    // The first exception counts; the call is already ending.
    if (const auto entry = Callbacks<ProgressCallback>::all().find(number); entry && !pending()) {
        try {
            entry->function(fraction);
        } catch (...) {
            pending() = std::current_exception();
            stoner_context_cancel(entry->context);
        }
    }
}

inline std::int32_t on_file(std::int32_t what, const char *title, const char *patterns, char *buffer, std::int64_t capacity,
                            void *number) noexcept {
    try {
        const auto entry = Callbacks<FileHook>::all().find(number);
        const auto answer = entry ? entry->function(static_cast<Dialog>(what), title, patterns) : std::nullopt;
        if (!answer) {
            return STONER_ERR_CANCELLED;
        }
        if (static_cast<std::int64_t>(answer->size()) >= capacity) {
            return STONER_ERR_BUFFER_TOO_SMALL;
        }
        std::copy_n(c_str(*answer), answer->size() + 1, buffer);
        return STONER_OK;
    } catch (...) {
        pending() = std::current_exception();
        return STONER_ERR_CANCELLED;
    }
}

} // namespace detail
} // namespace stoner

#endif
