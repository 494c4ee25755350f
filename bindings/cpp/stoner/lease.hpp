/// @file lease.hpp
/// Memory that the library uses until it gives it back.

#ifndef STONER_LEASE_HPP
#define STONER_LEASE_HPP

#include <new>
#include <utility>

#include "config.hpp"

STONER_NAMESPACE_BEGIN

namespace detail {

/// Something that is kept until memory is given back, and needs no call then.
template <class Object> struct Kept {
    Object object;
    void operator()() const noexcept {}
};

/// A function that is called once, when memory is given back. C calls it through end() if pass() has handed it over; otherwise the destructor does.
template <class Release> class Lease {
public:
    explicit Lease(Release release) noexcept : release_(new (std::nothrow) Release(std::move(release))) {
        if (release_ == nullptr) {
            release();
        }
    }
    Lease(const Lease &) = delete;
    Lease &operator=(const Lease &) = delete;
    ~Lease() {
        if (release_ != nullptr) {
            end(release_);
        }
    }

    bool valid() const noexcept { return release_ != nullptr; }
    void *pass() noexcept { return std::exchange(release_, nullptr); }

    static void end(void *passed) noexcept {
        auto *release = static_cast<Release *>(passed);
        (*release)();
        delete release;
    }

private:
    Release *release_;
};

} // namespace detail

STONER_NAMESPACE_END

#endif
