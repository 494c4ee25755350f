/// @file metadata.hpp
/// Metadata: typed values under keys, in order.

#ifndef STONER_METADATA_HPP
#define STONER_METADATA_HPP

#include <complex>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "context.hpp"
#include "generated/methods_metadata.hpp"
#include "keywords.hpp"

STONER_NAMESPACE_BEGIN

namespace detail {

/// Whether metadata hold a value of a type, to get it as that.
template <class T>
constexpr bool is_metadata_value =
    (std::is_arithmetic_v<T> && !std::is_same_v<T, char>) || std::is_same_v<T, std::complex<double>> || std::is_same_v<T, std::string> ||
    std::is_same_v<T, std::vector<std::uint8_t>> || std::is_same_v<T, Image> || std::is_same_v<T, Metadata>;

// Templates, so that a compiler only works on the members that a program uses.
template <class Of> class MetadataEntry;
template <class Of> class MetadataReference;
template <class Of> class MetadataIterator;

} // namespace detail

/// Typed values under keys, in order; a value by itself.
///
///     metadata["energy"] = 708.5;
///     const double energy = metadata["energy"];
///     for (const auto &[key, value] : metadata) { std::cout << key << " = " << value.text() << '\n'; }
class Metadata : public detail::MetadataMethods<Metadata> {
public:
    using Entry = detail::MetadataEntry<Metadata>;
    using Reference = detail::MetadataReference<Metadata>;
    using Iterator = detail::MetadataIterator<Metadata>;

    /// Empty metadata.
    Metadata() { detail::check(nullptr, stoner_metadata_new(nullptr, made_into())); }

    /// Takes ownership of a handle, which is freed with the object.
    static Metadata adopt(stoner_metadata *handle) noexcept { return Metadata(handle); }

    /// A second object with the same content, as copying makes it.
    Metadata clone() const { return *this; }

    /// An entry, to be read and assigned to. Assigning makes it where there is none; to read one that is not there is an error.
    Reference operator[](std::string key) &;
    /// An entry, to be read.
    Entry operator[](std::string key) const &;
    /// An entry of what a function gave back, as in `image.metadata()["energy"]`: to be read only, since what would be assigned to it were lost.
    Entry operator[](std::string key) &&;

    /// A value as a C++ type: bool, an integer, a floating type, std::complex<double>, std::string, std::vector<std::uint8_t> for
    /// bytes, Image for an array, Metadata for a list or cluster.
    /// @throws MetadataError where there is no such key, the entry has another type, or its number does not fit T
    template <class T> Result<T> try_get(const std::string &key, ContextRef context = {}) const {
        static_assert(detail::is_metadata_value<T>, "metadata hold bool, numbers, std::complex<double>, std::string, std::vector<std::uint8_t>, "
                                                    "stoner::Image and stoner::Metadata: get one of these types");
        if constexpr (std::is_same_v<T, bool>) {
            return try_get_bool(key, context);
        } else if constexpr (std::is_integral_v<T>) {
            return try_get_i64(key, context).and_then([&](std::int64_t value) { return detail::narrowed<T>(key, value); });
        } else if constexpr (std::is_floating_point_v<T>) {
            return try_get_f64(key, context).transform([](double value) { return static_cast<T>(value); });
        } else if constexpr (std::is_same_v<T, std::complex<double>>) {
            return try_get_complex(key, context);
        } else if constexpr (std::is_same_v<T, std::vector<std::uint8_t>>) {
            return try_get_bytes(key, context);
        } else if constexpr (std::is_same_v<T, Image>) {
            // Depends on T, so that an Image need not be known before.
            using Own = std::conditional_t<std::is_void_v<T>, T, Metadata>;
            return static_cast<const Own &>(*this).try_get_array(key, context);
        } else if constexpr (std::is_same_v<T, Metadata>) {
            return try_get_nested(key, context);
        } else {
            return try_get_string(key, context);
        }
    }

    /// Sets a value by its C++ type; Metadata becomes a cluster (set_list() and set_tuple() make the others).
    template <class T> Result<void> try_set(const std::string &key, const T &value, ContextRef context = {}) {
        using Value = std::decay_t<const T>;
        static_assert(detail::is_metadata_value<Value> || std::is_same_v<Value, Entry> || std::is_convertible_v<T, std::string>,
                      "metadata hold bool, numbers, std::complex<double>, text, std::vector<std::uint8_t>, stoner::Image and stoner::Metadata");
        if constexpr (std::is_same_v<Value, bool>) {
            return try_set_bool(key, value, context);
        } else if constexpr (std::is_integral_v<Value>) {
            return detail::widened(value).and_then([&](std::int64_t number) { return try_set_i64(key, number, context); });
        } else if constexpr (std::is_floating_point_v<Value>) {
            return try_set_f64(key, static_cast<double>(value), context);
        } else if constexpr (std::is_same_v<Value, std::complex<double>>) {
            return try_set_complex(key, value, context);
        } else if constexpr (std::is_same_v<Value, std::vector<std::uint8_t>>) {
            return try_set_bytes(key, value, context);
        } else if constexpr (std::is_same_v<Value, Image>) {
            return try_set_array(key, value, context);
        } else if constexpr (std::is_same_v<Value, Metadata>) {
            return try_set_cluster(key, value, context);
        } else if constexpr (std::is_same_v<Value, Entry>) {
            return try_set_entry(key, value, context);
        } else {
            return try_set_string(key, std::string(value), context);
        }
    }

    /// Sets a value to that of another entry, with its unit.
    template <class T, std::enable_if_t<std::is_same_v<T, Entry>, int> = 0>
    Result<void> try_set_entry(const std::string &key, const T &other, ContextRef context = {});

    /// The keys, in their order.
    template <class Text = std::string> Result<std::vector<Text>> try_keys(ContextRef context = {}) const {
        const auto n = try_count(context);
        if (!n) {
            return n.error();
        }
        std::vector<Text> result;
        for (std::int64_t i = 0; i < *n; ++i) {
            auto key = try_key(i, context);
            if (!key) {
                return key.error();
            }
            result.push_back(*std::move(key));
        }
        return result;
    }

#if STONER_EXCEPTIONS
    /// As try_get(), with an exception in place of the error.
    template <class T> T get(const std::string &key, ContextRef context = {}) const { return try_get<T>(key, context).value(); }
    /// As try_set(), with an exception in place of the error.
    template <class T> void set(const std::string &key, const T &value, ContextRef context = {}) { try_set(key, value, context).value(); }
    /// As try_keys(), with an exception in place of the error.
    template <class Text = std::string> std::vector<Text> keys(ContextRef context = {}) const { return try_keys<Text>(context).value(); }

    bool operator==(const Metadata &other) const { return equal(other); }
    bool operator!=(const Metadata &other) const { return !equal(other); }
#endif

    /// The present entries, in their order: later changes do not show. Metadata that cannot be read have none.
    Iterator begin() const;
    Iterator end() const;

private:
    explicit Metadata(stoner_metadata *handle) noexcept : MetadataMethods<Metadata>(handle) {}
};

namespace detail {

/// One entry of metadata, to be read: what `metadata[key]` gives, and each step of an iteration. It keeps what it reads from.
template <class Of> class MetadataEntry {
public:
    MetadataEntry(std::shared_ptr<const Of> metadata, std::string key) : metadata_(std::move(metadata)), key_(std::move(key)) {}

    const std::string &key() const noexcept { return key_; }
    /// Whether there is such an entry.
    bool exists(ContextRef context = {}) const { return metadata_->try_contains(key_, context).value_or(false); }

    /// The value, as Metadata::try_get.
    template <class T> Result<T> try_get(ContextRef context = {}) const { return metadata_->template try_get<T>(key_, context); }
    Result<std::string> try_text(ContextRef context = {}) const { return metadata_->try_get_text(key_, context); }
    Result<std::string> try_unit(ContextRef context = {}) const { return metadata_->try_unit(key_, context); }
    Result<Type> try_type(ContextRef context = {}) const { return metadata_->try_type(key_, context); }

    /// An entry of the list or cluster that this one is: `metadata["roi"]["x"]`. Where it is none, each of its members fails.
    // Without this one the built-in `number["text"]` would fit as well, for the entry converts to numbers.
    MetadataEntry operator[](const char *key) const { return (*this)[std::string(key)]; }
    MetadataEntry operator[](const std::string &key) const {
        auto nested = metadata_->try_get_nested(key_);
        return MetadataEntry(std::make_shared<const Of>(nested ? *std::move(nested) : Of::adopt(nullptr)), key);
    }

#if STONER_EXCEPTIONS
    /// The value, as Metadata::get.
    template <class T> T get(ContextRef context = {}) const { return try_get<T>(context).value(); }
    /// The value where there is an entry, else `other`. An entry of another type is an error.
    template <class T> T value_or(T other) const { return exists() ? get<T>() : other; }
    std::string value_or(const char *other) const { return exists() ? get<std::string>() : other; }
    Type type() const { return try_type().value(); }
    std::string unit() const { return try_unit().value(); }
    /// The value as text, in the form that files have.
    std::string text() const { return try_text().value(); }

    /// The value, as get() gives it, where the type is known: `double energy = metadata["energy"]`.
    template <class T, std::enable_if_t<detail::is_metadata_value<T>, int> = 0> operator T() const { return get<T>(); }
    template <class T, std::enable_if_t<detail::is_metadata_value<T>, int> = 0> friend bool operator==(const MetadataEntry &a, const T &b) {
        return a.get<T>() == b;
    }
    friend bool operator==(const MetadataEntry &a, const char *b) { return a.get<std::string>() == b; }
    template <class T> friend bool operator!=(const MetadataEntry &a, const T &b) { return !(a == b); }
#endif

    template <class T> void operator=(const T &) const {
        static_assert(detail::never<T>, "these metadata are a copy, or const: what is assigned would be lost. Assign to an object, `Metadata "
                                        "metadata = image.metadata(); metadata[key] = value;`, or use image.metadata_set(key, value)");
    }

private:
    std::shared_ptr<const Of> metadata_;
    std::string key_;
};

/// One entry of metadata, to be read and assigned to. Valid as long as the metadata.
template <class Of> class MetadataReference {
public:
    MetadataReference(Of &metadata, std::vector<std::string> path) : metadata_(&metadata), path_(std::move(path)) {}
    MetadataReference(const MetadataReference &) = default;

    /// The entry as it is now.
    MetadataEntry<Of> entry() const {
        MetadataEntry<Of> found = std::as_const(*metadata_)[path_.front()];
        for (std::size_t i = 1; i < path_.size(); ++i) {
            MetadataEntry<Of> inner = found[path_[i]];
            found = std::move(inner);
        }
        return found;
    }

    const std::string &key() const noexcept { return path_.back(); }
    bool exists(ContextRef context = {}) const { return entry().exists(context); }
    template <class T> Result<T> try_get(ContextRef context = {}) const { return entry().template try_get<T>(context); }
    Result<std::string> try_text(ContextRef context = {}) const { return entry().try_text(context); }
    Result<std::string> try_unit(ContextRef context = {}) const { return entry().try_unit(context); }
    Result<Type> try_type(ContextRef context = {}) const { return entry().try_type(context); }

    /// Sets the value, as Metadata::try_set. Of an entry in a cluster or a list, these are set with it.
    template <class T> Result<void> try_set(const T &value, ContextRef context = {}) const {
        return changed(*metadata_, 0, [&](Of &in, const std::string &key) { return in.try_set(key, value, context); }, context);
    }
    /// Sets the unit of an entry that is there.
    Result<void> try_set_unit(const std::string &unit, ContextRef context = {}) const {
        return changed(*metadata_, 0, [&](Of &in, const std::string &key) { return in.try_set_unit(key, unit, context); }, context);
    }

    /// An entry of the list or cluster that this one is.
    MetadataReference operator[](const char *key) const { return (*this)[std::string(key)]; }
    MetadataReference operator[](std::string key) const {
        std::vector<std::string> path = path_;
        path.push_back(std::move(key));
        return MetadataReference(*metadata_, std::move(path));
    }

#if STONER_EXCEPTIONS
    template <class T> T get(ContextRef context = {}) const { return try_get<T>(context).value(); }
    template <class T> T value_or(T other) const { return entry().value_or(std::move(other)); }
    std::string value_or(const char *other) const { return entry().value_or(other); }
    Type type() const { return try_type().value(); }
    std::string unit() const { return try_unit().value(); }
    std::string text() const { return try_text().value(); }
    void set_unit(const std::string &unit) const { try_set_unit(unit).value(); }

    template <class T, std::enable_if_t<detail::is_metadata_value<T>, int> = 0> operator T() const { return get<T>(); }
    template <class T> const MetadataReference &operator=(const T &value) const {
        try_set(value).value();
        return *this;
    }
    /// The value of another entry, with its unit.
    MetadataReference &operator=(const MetadataReference &other) {
        try_set(other.entry()).value();
        return *this;
    }
    template <class T, std::enable_if_t<detail::is_metadata_value<T>, int> = 0> friend bool operator==(const MetadataReference &a, const T &b) {
        return a.get<T>() == b;
    }
    friend bool operator==(const MetadataReference &a, const char *b) { return a.get<std::string>() == b; }
    template <class T> friend bool operator!=(const MetadataReference &a, const T &b) { return !(a == b); }
#else
    MetadataReference &operator=(const MetadataReference &) = delete;
#endif

private:
    /// Changes an entry where it lies, and sets what holds it again.
    template <class Change> Result<void> changed(Of &in, std::size_t depth, Change change, ContextRef context) const {
        const std::string &key = path_[depth];
        if (depth + 1 == path_.size()) {
            return change(in, key);
        }
        const auto type = in.try_type(key, context);
        if (!type) {
            return type.error();
        }
        auto nested = in.try_get_nested(key, context);
        if (!nested) {
            return nested.error();
        }
        const auto done = changed(*nested, depth + 1, change, context);
        if (!done) {
            return done;
        }
        switch (*type) {
        case Type::list: return in.try_set_list(key, *nested, context);
        case Type::tuple: return in.try_set_tuple(key, *nested, context);
        default: return in.try_set_cluster(key, *nested, context);
        }
    }

    Of *metadata_;
    std::vector<std::string> path_;
};

template <class Of> class MetadataIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = MetadataEntry<Of>;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = MetadataEntry<Of>;

    MetadataIterator(std::shared_ptr<const Of> metadata, std::int64_t place) : metadata_(std::move(metadata)), place_(place) {}

    MetadataEntry<Of> operator*() const { return MetadataEntry<Of>(metadata_, metadata_->try_key(place_).value_or(std::string())); }
    MetadataIterator &operator++() noexcept {
        ++place_;
        return *this;
    }
    MetadataIterator operator++(int) noexcept {
        MetadataIterator old = *this;
        ++place_;
        return old;
    }
    bool operator==(const MetadataIterator &other) const noexcept { return place_ == other.place_; }
    bool operator!=(const MetadataIterator &other) const noexcept { return place_ != other.place_; }

private:
    std::shared_ptr<const Of> metadata_;
    std::int64_t place_;
};

} // namespace detail

inline Keywords::Keywords(const Metadata &metadata) : handle_(Metadata(metadata).release()) {}

inline Metadata::Reference Metadata::operator[](std::string key) & { return Reference(*this, {std::move(key)}); }
inline Metadata::Entry Metadata::operator[](std::string key) const & { return Entry(std::make_shared<const Metadata>(*this), std::move(key)); }
inline Metadata::Entry Metadata::operator[](std::string key) && {
    return Entry(std::make_shared<const Metadata>(std::move(*this)), std::move(key));
}

inline Metadata::Iterator Metadata::begin() const { return Iterator(std::make_shared<const Metadata>(*this), 0); }
inline Metadata::Iterator Metadata::end() const { return Iterator(nullptr, try_count().value_or(0)); }

/// Key and value of an entry, so that `const auto &[key, value] = entry` works; the value is the entry itself.
template <std::size_t I> decltype(auto) get(const Metadata::Entry &entry) noexcept {
    if constexpr (I == 0) {
        return (entry.key());
    } else {
        return (entry);
    }
}

STONER_NAMESPACE_END

template <> struct std::tuple_size<stoner::Metadata::Entry> : std::integral_constant<std::size_t, 2> {};
template <> struct std::tuple_element<0, stoner::Metadata::Entry> {
    using type = const std::string;
};
template <> struct std::tuple_element<1, stoner::Metadata::Entry> {
    using type = const stoner::Metadata::Entry;
};

#include "image.hpp"
#include "table.hpp"

#include "generated/definitions_metadata.hpp"

STONER_NAMESPACE_BEGIN

template <class T, std::enable_if_t<std::is_same_v<T, Metadata::Entry>, int>>
Result<void> Metadata::try_set_entry(const std::string &key, const T &other, ContextRef context) {
    const auto type = other.try_type(context);
    const auto unit = other.try_unit(context);
    if (!type || !unit) {
        return type ? unit.error() : type.error();
    }
    const auto set = [&](auto value, auto setter) -> Result<void> {
        return value.and_then([&](const auto &found) { return (this->*setter)(key, found, context); });
    };
    const auto done = [&]() -> Result<void> {
        switch (*type) {
        case Type::none: return try_set_none(key, context);
        case Type::bool_: return set(other.template try_get<bool>(context), &Metadata::try_set_bool);
        case Type::i64: return set(other.template try_get<std::int64_t>(context), &Metadata::try_set_i64);
        case Type::f64: return set(other.template try_get<double>(context), &Metadata::try_set_f64);
        case Type::complex: return set(other.template try_get<std::complex<double>>(context), &Metadata::try_set_complex);
        case Type::bytes: return other.template try_get<std::vector<std::uint8_t>>(context).and_then([&](const auto &bytes) { return try_set_bytes(key, bytes, context); });
        case Type::timestamp: return set(other.template try_get<std::string>(context), &Metadata::try_set_timestamp);
        case Type::array: return other.template try_get<Image>(context).and_then([&](const Image &array) { return try_set_array(key, array, context); });
        case Type::list: return set(other.template try_get<Metadata>(context), &Metadata::try_set_list);
        case Type::cluster: return set(other.template try_get<Metadata>(context), &Metadata::try_set_cluster);
        case Type::tuple: return set(other.template try_get<Metadata>(context), &Metadata::try_set_tuple);
        case Type::string: break;
        }
        return set(other.template try_get<std::string>(context), &Metadata::try_set_string);
    }();
    return done && !unit->empty() ? try_set_unit(key, *unit, context) : done;
}

STONER_NAMESPACE_END

#endif
