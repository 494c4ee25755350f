/// @file keywords.hpp
/// Options that C takes as metadata: values by name.

#ifndef STONER_KEYWORDS_HPP
#define STONER_KEYWORDS_HPP

#include <cstdint>
#include <initializer_list>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "handle.hpp"

namespace stoner {

class Metadata;

/// Values by name, written where they are used: `image.imshow("a.png", {{"cmap", "viridis"}, {"vmin", 0.5}, {"colorbar", true}})`.
/// Metadata serve as well.
class Keywords {
public:
    /// A value: true or false, a number, text, or a list of numbers or texts.
    class Value {
    public:
        Value(bool value) : value_(value) {}
        Value(const char *value) : value_(std::string(value)) {}
        Value(std::string value) : value_(std::move(value)) {}
        Value(std::vector<double> values) : value_(std::move(values)) {}
        Value(std::vector<std::string> values) : value_(std::move(values)) {}
        template <class Integer, std::enable_if_t<std::is_integral_v<Integer> && !std::is_same_v<Integer, bool>, int> = 0>
        Value(Integer value) : value_(static_cast<std::int64_t>(value)) {}
        template <class Float, std::enable_if_t<std::is_floating_point_v<Float>, int> = 0>
        Value(Float value) : value_(static_cast<double>(value)) {}

    private:
        friend class Keywords;
        std::variant<bool, std::int64_t, double, std::string, std::vector<double>, std::vector<std::string>> value_;
    };

    /// None: everything by default.
    Keywords() noexcept = default;
    Keywords(std::initializer_list<std::pair<std::string, Value>> values) : handle_(made()) {
        for (const auto &[name, value] : values) {
            std::visit([this, &key = name](const auto &each) { set(handle_.handle(), key, each); }, value.value_);
        }
    }
    Keywords(const Metadata &metadata);

    /// The handle, to call C with; null where there are none.
    const stoner_metadata *handle() const noexcept { return handle_.handle(); }

private:
    struct Owned : detail::Owner<stoner_metadata> {
        Owned() noexcept = default;
        explicit Owned(stoner_metadata *handle) noexcept : Owner(handle) {}
    };

    static Owned made() {
        stoner_metadata *handle = nullptr;
        detail::check(nullptr, stoner_metadata_new(nullptr, &handle));
        return Owned(handle);
    }

    static void set(stoner_metadata *to, const std::string &key, bool value) {
        detail::check(nullptr, stoner_metadata_set_bool(nullptr, to, detail::c_str(key), value ? 1 : 0));
    }
    static void set(stoner_metadata *to, const std::string &key, std::int64_t value) {
        detail::check(nullptr, stoner_metadata_set_i64(nullptr, to, detail::c_str(key), value));
    }
    static void set(stoner_metadata *to, const std::string &key, double value) {
        detail::check(nullptr, stoner_metadata_set_f64(nullptr, to, detail::c_str(key), value));
    }
    static void set(stoner_metadata *to, const std::string &key, const std::string &value) {
        detail::check(nullptr, stoner_metadata_set_string(nullptr, to, detail::c_str(key), detail::c_str(value)));
    }
    template <class T> static void set(stoner_metadata *to, const std::string &key, const std::vector<T> &values) {
        const Owned list = made();
        std::size_t place = 0;
        for (const T &value : values) {
            set(list.handle(), std::to_string(place++), value);
        }
        detail::check(nullptr, stoner_metadata_set_list(nullptr, to, detail::c_str(key), list.handle()));
    }

    Owned handle_;
};

} // namespace stoner

#endif
