/// @file metadata.hpp
/// Metadata: typed values under keys, in order.

#ifndef STONER_METADATA_HPP
#define STONER_METADATA_HPP

#include <complex>
#include <cstddef>
#include <iterator>
#include <string>
#include <type_traits>
#include <vector>

#include "image.hpp"
#include "keywords.hpp"
#include "generated/methods_metadata.hpp"

namespace stoner {

/// Typed values under keys, in order; a value by itself. `for (const auto &entry : metadata)` walks through them.
class Metadata : public detail::MetadataMethods {
public:
    class Entry;
    class Iterator;

    /// Empty metadata.
    Metadata() { detail::check(nullptr, stoner_metadata_new(nullptr, made_into())); }

    /// Takes ownership of a handle, which is freed with the object.
    static Metadata adopt(stoner_metadata *handle) noexcept { return Metadata(handle); }

    /// A second object with the same content, as copying makes it.
    Metadata clone() const { return *this; }

    /// A value as a C++ type: bool, an integer, a floating type, std::complex<double>, std::string, std::vector<std::uint8_t> for
    /// bytes, Image for an array, Metadata for a list or cluster.
    /// @throws MetadataError where there is no such key, the entry has another type, or its number does not fit T
    template <class T> T get(const std::string &key, ContextRef context = {}) const {
        if constexpr (std::is_same_v<T, bool>) {
            return get_bool(key, context);
        } else if constexpr (std::is_integral_v<T>) {
            const std::int64_t value = get_i64(key, context);
            const auto result = static_cast<T>(value);
            if (static_cast<std::int64_t>(result) != value || (value < 0) != (result < T{})) {
                detail::raise(Status::metadata_type, "the entry `" + key + "` is " + std::to_string(value) + ", which the type does not hold");
            }
            return result;
        } else if constexpr (std::is_floating_point_v<T>) {
            return static_cast<T>(get_f64(key, context));
        } else if constexpr (std::is_same_v<T, std::complex<double>>) {
            return get_complex(key, context);
        } else if constexpr (std::is_same_v<T, std::vector<std::uint8_t>>) {
            return get_bytes(key, context);
        } else if constexpr (std::is_same_v<T, Image>) {
            return get_array(key, context);
        } else if constexpr (std::is_same_v<T, Metadata>) {
            return get_nested(key, context);
        } else {
            static_assert(std::is_same_v<T, std::string>, "metadata hold no value of this type");
            return get_string(key, context);
        }
    }

    /// Sets a value by its C++ type; Metadata becomes a cluster (set_list() and set_tuple() make the others).
    template <class T> void set(const std::string &key, const T &value, ContextRef context = {}) {
        if constexpr (std::is_same_v<T, bool>) {
            set_bool(key, value, context);
        } else if constexpr (std::is_integral_v<T>) {
            const auto number = static_cast<std::int64_t>(value);
            if (static_cast<T>(number) != value || (number < 0) != (value < T{})) {
                detail::raise(Status::invalid_argument, std::to_string(value) + " is more than metadata hold; allowed: 64 bits with sign");
            }
            set_i64(key, number, context);
        } else if constexpr (std::is_floating_point_v<T>) {
            set_f64(key, static_cast<double>(value), context);
        } else if constexpr (std::is_same_v<T, std::complex<double>>) {
            set_complex(key, value, context);
        } else if constexpr (std::is_same_v<T, std::vector<std::uint8_t>>) {
            set_bytes(key, value, context);
        } else if constexpr (std::is_same_v<T, Image>) {
            set_array(key, value, context);
        } else if constexpr (std::is_same_v<T, Metadata>) {
            set_cluster(key, value, context);
        } else {
            static_assert(std::is_convertible_v<T, std::string>, "metadata hold no value of this type");
            set_string(key, std::string(value), context);
        }
    }

    /// The keys, in their order.
    std::vector<std::string> keys(ContextRef context = {}) const {
        std::vector<std::string> result;
        const std::int64_t n = count(context);
        for (std::int64_t i = 0; i < n; ++i) {
            result.push_back(key(i, context));
        }
        return result;
    }

    /// The present entries, in their order: later changes do not show.
    Iterator begin() const;
    Iterator end() const;

    bool operator==(const Metadata &other) const { return equal(other); }
    bool operator!=(const Metadata &other) const { return !equal(other); }

private:
    explicit Metadata(stoner_metadata *handle) noexcept : MetadataMethods(handle) {}
};

/// One entry of metadata during an iteration: its key, and access to its value.
class Metadata::Entry {
public:
    Entry(std::shared_ptr<const Metadata> metadata, std::string key) : metadata_(std::move(metadata)), key_(std::move(key)) {}

    const std::string &key() const noexcept { return key_; }
    Type type() const { return metadata_->type(key_); }
    std::string unit() const { return metadata_->unit(key_); }
    /// The value as text, in the form that files have.
    std::string text() const { return metadata_->get_text(key_); }
    /// The value, as Metadata::get.
    template <class T> T get() const { return metadata_->get<T>(key_); }

private:
    std::shared_ptr<const Metadata> metadata_;
    std::string key_;
};

class Metadata::Iterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Entry;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = Entry;

    Iterator(std::shared_ptr<const Metadata> metadata, std::int64_t place) : metadata_(std::move(metadata)), place_(place) {}

    Entry operator*() const { return Entry(metadata_, metadata_->key(place_)); }
    Iterator &operator++() noexcept {
        ++place_;
        return *this;
    }
    Iterator operator++(int) noexcept {
        Iterator old = *this;
        ++place_;
        return old;
    }
    bool operator==(const Iterator &other) const noexcept { return place_ == other.place_; }
    bool operator!=(const Iterator &other) const noexcept { return place_ != other.place_; }

private:
    std::shared_ptr<const Metadata> metadata_;
    std::int64_t place_;
};

inline Keywords::Keywords(const Metadata &metadata) : handle_(Metadata(metadata).release()) {}

inline Metadata::Iterator Metadata::begin() const { return Iterator(std::make_shared<const Metadata>(*this), 0); }
inline Metadata::Iterator Metadata::end() const { return Iterator(nullptr, count()); }

} // namespace stoner

#endif
