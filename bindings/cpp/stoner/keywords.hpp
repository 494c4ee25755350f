/// @file keywords.hpp
/// Options that C takes as metadata: values by name.

#ifndef STONER_KEYWORDS_HPP
#define STONER_KEYWORDS_HPP

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "arguments.hpp"
#include "handle.hpp"

STONER_NAMESPACE_BEGIN

/// Values by name, written where they are used: `image.imshow("a.png", {{"cmap", "viridis"}, {"vmin", 0.5}, {"xlim", {0, 2}}})`.
/// Metadata serve as well.
class Keywords {
public:
    /// A value: true or false, a number, text, or a list of these.
    class Value {
    public:
        Value(bool value) : kind_(Kind::flag), integer_(value ? 1 : 0) {}
        Value(const char *value) : kind_(Kind::text), text_(value) {}
        Value(std::string value) : kind_(Kind::text), text_(std::move(value)) {}
        Value(std::initializer_list<Value> values) : kind_(Kind::list), list_(values) {}
        template <class T> Value(const std::vector<T> &values) : kind_(Kind::list), list_(values.begin(), values.end()) {}
        template <class Integer, std::enable_if_t<std::is_integral_v<Integer> && !std::is_same_v<Integer, bool>, int> = 0>
        Value(Integer value) : kind_(Kind::integer), integer_(static_cast<std::int64_t>(value)) {}
        template <class Float, std::enable_if_t<std::is_floating_point_v<Float>, int> = 0>
        Value(Float value) : kind_(Kind::real), real_(static_cast<double>(value)) {}

    private:
        friend class Keywords;
        enum class Kind { flag, integer, real, text, list };

        Kind kind_;
        std::int64_t integer_ = 0;
        double real_ = 0;
        std::string text_;
        std::vector<Value> list_;
    };

    /// None: everything by default.
    Keywords() noexcept = default;
    /// What cannot be taken is an error of the call that gets them.
    Keywords(std::initializer_list<std::pair<std::string, Value>> values) : handle_(made()) {
        for (const auto &[name, value] : values) {
            set(handle_.handle(), name, value);
        }
    }
    Keywords(const Metadata &metadata);

    /// The handle, to call C with; null where there are none.
    const stoner_metadata *handle() const noexcept { return handle_.handle(); }

    /// Why they could not be taken, if so: the error of each call that gets them.
    const std::optional<Error> &error() const noexcept { return error_; }

private:
    struct Owned : detail::Owner<stoner_metadata> {
        Owned() noexcept = default;
        explicit Owned(stoner_metadata *handle) noexcept : Owner(handle) {}
    };

    Owned made() {
        stoner_metadata *handle = nullptr;
        note(stoner_metadata_new(nullptr, &handle));
        return Owned(handle);
    }

    void note(std::int32_t status) {
        if (status != STONER_OK && !error_) {
            error_ = detail::error_of(nullptr, status);
        }
    }

    void set(stoner_metadata *to, const std::string &name, const Value &value) {
        detail::Arguments arguments;
        const char *key = arguments.text("the name of an option", name);
        const char *text = arguments.text(name.c_str(), value.text_);
        if (arguments.refused()) {
            error_ = error_ ? error_ : arguments.error();
            return;
        }
        switch (value.kind_) {
        case Value::Kind::flag: note(stoner_metadata_set_bool(nullptr, to, key, value.integer_ != 0 ? 1 : 0)); break;
        case Value::Kind::integer: note(stoner_metadata_set_i64(nullptr, to, key, value.integer_)); break;
        case Value::Kind::real: note(stoner_metadata_set_f64(nullptr, to, key, value.real_)); break;
        case Value::Kind::text: note(stoner_metadata_set_string(nullptr, to, key, text)); break;
        case Value::Kind::list: {
            const Owned list = made();
            std::size_t place = 0;
            for (const Value &each : value.list_) {
                set(list.handle(), std::to_string(place++), each);
            }
            note(stoner_metadata_set_list(nullptr, to, key, list.handle()));
            break;
        }
        }
    }

    std::optional<Error> error_;
    Owned handle_;
};

STONER_NAMESPACE_END

#endif
