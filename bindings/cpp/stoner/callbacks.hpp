/// @file callbacks.hpp
/// Functions of the host that C calls: kept under numbers, and their exceptions kept until the call has returned.

#ifndef STONER_CALLBACKS_HPP
#define STONER_CALLBACKS_HPP

#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "error.hpp"

STONER_NAMESPACE_BEGIN

namespace detail {

/// A function of the host with the context that it was given to.
struct Callback {
    explicit Callback(stoner_context *of) noexcept : context(of) {}
    Callback(const Callback &) = delete;
    Callback &operator=(const Callback &) = delete;
    virtual ~Callback() = default;

    stoner_context *context;
};

/// The functions of all contexts under numbers, which C passes back. A call that still runs when its context is freed, or gets
/// another function, finds either the function or nothing, never freed memory. A template, so that who sets no callback has none of it.
template <class Entry = Callback> class Callbacks {
public:
    static Callbacks &all() {
        // Never destroyed: calls may run while the program ends.
        static auto *callbacks = new Callbacks;
        return *callbacks;
    }

    std::uintptr_t add(std::shared_ptr<Entry> callback) {
        const std::lock_guard<std::mutex> lock(mutex_);
        entries_.emplace_back(++last_, std::move(callback));
        return last_;
    }

    void remove(std::uintptr_t number) noexcept {
        std::shared_ptr<Entry> removed; // Its captures are destroyed without the lock.
        const std::lock_guard<std::mutex> lock(mutex_);
        for (auto &entry : entries_) {
            if (entry.first == number) {
                removed = std::move(entry.second);
                entry = std::move(entries_.back());
                entries_.pop_back();
                return;
            }
        }
    }

    std::shared_ptr<Entry> find(void *number) {
        const std::lock_guard<std::mutex> lock(mutex_);
        for (const auto &entry : entries_) {
            if (entry.first == reinterpret_cast<std::uintptr_t>(number)) {
                return entry.second;
            }
        }
        return nullptr;
    }

private:
    std::mutex mutex_;
    std::uintptr_t last_ = 0;
    std::vector<std::pair<std::uintptr_t, std::shared_ptr<Entry>>> entries_;
};

/// Calls a function of the host from C. An exception is kept; `otherwise` then goes back to C.
template <class Call> std::int32_t guarded(std::int32_t otherwise, Call call) noexcept {
#if STONER_EXCEPTIONS
    try {
        return call();
    } catch (...) {
        pending() = std::current_exception();
        return otherwise;
    }
#else
    static_cast<void>(otherwise);
    return call();
#endif
}

} // namespace detail

STONER_NAMESPACE_END

#endif
