/// @file context.hpp
/// Contexts: warnings, threads, progress and cancellation of calls, and the host's callbacks.

#ifndef STONER_CONTEXT_HPP
#define STONER_CONTEXT_HPP

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "arguments.hpp"
#include "callbacks.hpp"
#include "generated/methods_context.hpp"

STONER_NAMESPACE_BEGIN

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

namespace detail {

struct Progress : Callback {
    using Callback::Callback;
    virtual void call(double fraction) = 0;
};
struct FileHook : Callback {
    using Callback::Callback;
    virtual std::optional<std::string> call(Dialog what, const std::string &title, const std::string &patterns) = 0;
};
struct LineHook : Callback {
    using Callback::Callback;
    virtual std::optional<Line> call(const Image &image) = 0;
};

template <class F> struct ProgressOf final : Progress {
    ProgressOf(stoner_context *of, F f) : Progress(of), function(std::move(f)) {}
    void call(double fraction) override { function(fraction); }
    F function;
};
template <class F> struct FileHookOf final : FileHook {
    FileHookOf(stoner_context *of, F f) : FileHook(of), function(std::move(f)) {}
    std::optional<std::string> call(Dialog what, const std::string &title, const std::string &patterns) override {
        return function(what, title, patterns);
    }
    F function;
};
template <class F> struct LineHookOf final : LineHook {
    LineHookOf(stoner_context *of, F f) : LineHook(of), function(std::move(f)) {}
    std::optional<Line> call(const Image &image) override { return function(image); }
    F function;
};

template <class F> constexpr bool is_none = std::is_same_v<F, std::nullptr_t>;

/// Whether a function is none: a null pointer, or an empty std::function.
template <class F, class = void> struct Nothing {
    static bool is(const F &) noexcept { return false; }
};
template <class F> struct Nothing<F *, void> {
    static bool is(F *function) noexcept { return function == nullptr; }
};
template <class F> struct Nothing<F, std::void_t<decltype(&F::operator bool)>> {
    static bool is(const F &function) { return !static_cast<bool>(function); }
};

// Called by C: finds the function, and keeps its exception until the call has returned.
template <class> void on_progress(double fraction, void *number) noexcept {
    const auto entry = Callbacks<>::all().find(number);
#if STONER_EXCEPTIONS
    // The first exception counts; the call is already ending.
    if (entry && pending()) {
        return;
    }
#endif
    if (entry && guarded(STONER_ERR_CANCELLED, [&] { return static_cast<Progress &>(*entry).call(fraction), STONER_OK; }) != STONER_OK) {
        stoner_context_cancel(entry->context);
    }
}

template <class> std::int32_t on_file(std::int32_t what, const char *title, const char *patterns, char *buffer, std::int64_t capacity,
                            void *number) noexcept {
    return guarded(STONER_ERR_CANCELLED, [&]() -> std::int32_t {
        const auto entry = Callbacks<>::all().find(number);
        const auto answer = entry ? static_cast<FileHook &>(*entry).call(static_cast<Dialog>(what), title, patterns) : std::nullopt;
        if (!answer) {
            return STONER_ERR_CANCELLED;
        }
        if (answer->find('\0') != std::string::npos) {
            return STONER_ERR_INVALID_ARGUMENT;
        }
        if (static_cast<std::int64_t>(answer->size()) >= capacity) {
            return STONER_ERR_BUFFER_TOO_SMALL;
        }
        std::memcpy(buffer, answer->c_str(), answer->size() + 1);
        return STONER_OK;
    });
}

template <class> std::int32_t on_line(const stoner_image *image, double *ends, void *number) noexcept;

} // namespace detail

/// The context of calls. A new one is made by `Context context;`; it can be moved, and used by several threads at once.
class Context : public detail::ContextMethods<Context> {
public:
    /// A new context.
    Context() : ContextMethods<Context>(nullptr) {
        stoner_context *handle = nullptr;
        detail::check(nullptr, stoner_context_new(nullptr, &handle));
        handle_ = handle;
    }
    Context(const Context &) = delete;
    Context &operator=(const Context &) = delete;
    Context(Context &&other) noexcept
        : ContextMethods<Context>(std::exchange(other.handle_, nullptr)), progress_(std::exchange(other.progress_, 0)),
          file_(std::exchange(other.file_, 0)), line_(std::exchange(other.line_, 0)), remove_(std::exchange(other.remove_, nullptr)) {}
    Context &operator=(Context &&other) noexcept {
        Context moved(std::move(other));
        std::swap(handle_, moved.handle_);
        std::swap(progress_, moved.progress_);
        std::swap(file_, moved.file_);
        std::swap(line_, moved.line_);
        std::swap(remove_, moved.remove_);
        return *this;
    }
    ~Context() {
        stoner_context_free(handle_);
        if (remove_ != nullptr) {
            remove_(progress_);
            remove_(file_);
            remove_(line_);
        }
    }

    /// The calling thread's own context, the default of all calls.
    static Context own() noexcept { return Context(nullptr); }

    /// The warnings that are kept, in the order in which they were added. Where a warning is taken away meanwhile, those before it.
    template <class Text = std::string> std::vector<Text> warnings() const {
        std::vector<Text> texts;
        for (std::int64_t i = 0;; ++i) {
            auto text = try_warning(i);
            if (!text) {
                return texts;
            }
            texts.push_back(*std::move(text));
        }
    }

    /// Sets a function `void(double fraction)` that long calls tell of their progress, 0.0 to 1.0, on the thread that makes the call.
    /// What it throws comes out of that call; the context is then cancelled, until reset_cancel(). An empty function, or nullptr: none.
    template <class F = std::nullptr_t> Result<void> try_set_progress_callback(F function) {
        static_assert(detail::is_none<F> || std::is_invocable_v<F &, double>, "progress is told to a function that takes a double: [](double fraction) { ... }");
        return set<detail::ProgressOf<F>>(progress_, std::move(function), &stoner_context_set_progress_callback, &detail::on_progress<F>);
    }

    /// Sets the function `std::optional<std::string>(Dialog what, const std::string &title, const std::string &patterns)` that shows a
    /// dialog for files; it gives a name, several on separate lines, or std::nullopt if nothing was chosen. What it throws comes out of
    /// the call that asked. An empty function, or nullptr: none.
    template <class F = std::nullptr_t> Result<void> try_set_file_hook(F function) {
        static_assert(detail::is_none<F> || std::is_invocable_r_v<std::optional<std::string>, F &, Dialog, const std::string &, const std::string &>,
                      "a dialog for files is a function std::optional<std::string>(stoner::Dialog, const std::string &title, const "
                      "std::string &patterns)");
        return set<detail::FileHookOf<F>>(file_, std::move(function), &stoner_context_set_file_hook, &detail::on_file<F>);
    }

    /// Sets the function `std::optional<Line>(const Image &image)` that shows an image and lets the user draw a line on it; std::nullopt
    /// if none was drawn. What it throws comes out of the call that asked. An empty function, or nullptr: none.
    template <class F = std::nullptr_t> Result<void> try_set_line_hook(F function) {
        static_assert(detail::is_none<F> || std::is_invocable_r_v<std::optional<Line>, F &, const Image &>,
                      "a line is drawn by a function std::optional<stoner::Line>(const stoner::Image &)");
        return set<detail::LineHookOf<F>>(line_, std::move(function), &stoner_context_set_line_hook, &detail::on_line<F>);
    }

#if STONER_EXCEPTIONS
    /// As try_set_progress_callback(), with an exception in place of the error.
    template <class F = std::nullptr_t> void set_progress_callback(F function) { try_set_progress_callback(std::move(function)).value(); }
    /// As try_set_file_hook(), with an exception in place of the error.
    template <class F = std::nullptr_t> void set_file_hook(F function) { try_set_file_hook(std::move(function)).value(); }
    /// As try_set_line_hook(), with an exception in place of the error.
    template <class F = std::nullptr_t> void set_line_hook(F function) { try_set_line_hook(std::move(function)).value(); }
#endif

private:
    explicit Context(std::nullptr_t) noexcept : ContextMethods<Context>(nullptr) {}

    template <class Kind, class F, class Setter, class Trampoline>
    Result<void> set(std::uintptr_t &number, F function, Setter setter, Trampoline trampoline) {
        if constexpr (detail::is_none<F>) {
            return unset(number, setter);
        } else {
            if (detail::Nothing<F>::is(function)) {
                return unset(number, setter);
            }
            return handle_ == nullptr ? Result<void>(none()) : replace(number, std::make_shared<Kind>(handle_, std::move(function)), setter, trampoline);
        }
    }

    template <class Setter> Result<void> unset(std::uintptr_t &number, Setter setter) {
        if (handle_ == nullptr) {
            return none();
        }
        if (const std::int32_t status = setter(handle_, nullptr, nullptr); detail::failed(status)) {
            return detail::error_of(handle_, status);
        }
        detail::Callbacks<>::all().remove(std::exchange(number, 0));
        return {};
    }

    template <class Setter, class Trampoline>
    Result<void> replace(std::uintptr_t &number, std::shared_ptr<detail::Callback> callback, Setter setter, Trampoline trampoline) {
        auto &callbacks = detail::Callbacks<>::all();
        remove_ = [](std::uintptr_t place) { detail::Callbacks<>::all().remove(place); };
        const std::uintptr_t added = callbacks.add(std::move(callback));
        const std::int32_t status = setter(handle_, trampoline, reinterpret_cast<void *>(added));
        callbacks.remove(status == STONER_OK ? std::exchange(number, added) : added);
        return detail::ended(handle_, status);
    }

    static Error none() { return Error(Status::unsupported, "a thread's own context takes no callbacks here; make a stoner::Context"); }

    std::uintptr_t progress_ = 0, file_ = 0, line_ = 0;
    /// What takes a callback away; none where there was no callback yet, which is how most programs use a context.
    void (*remove_)(std::uintptr_t number) = nullptr;
};

inline ContextRef::ContextRef(const Context &context) noexcept : handle_(context.handle()) {}

STONER_NAMESPACE_END

#include "generated/definitions_context.hpp"

#endif
