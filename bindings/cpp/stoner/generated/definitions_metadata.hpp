/// @file definitions_metadata.hpp
/// How the members of Metadata call C.
/// Made from interface/interface.json by bindings/generator: do not edit.

#ifndef STONER_DEFINITIONS_METADATA_HPP
#define STONER_DEFINITIONS_METADATA_HPP

#include "../image.hpp"
#include "../live.hpp"
#include "../metadata.hpp"
#include "../scan.hpp"
#include "../table.hpp"

STONER_NAMESPACE_BEGIN

namespace detail {

template <class Tag> Result<bool> MetadataMethods<Tag>::try_equal(const Metadata &b, ContextRef context) const {
    std::int32_t equal{};
    const std::int32_t c_status = stoner_metadata_equal(context.handle(), handle(), b.handle(), &equal);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return equal != 0;
}

template <class Tag> Result<std::int64_t> MetadataMethods<Tag>::try_count(ContextRef context) const {
    std::int64_t n{};
    const std::int32_t c_status = stoner_metadata_count(context.handle(), handle(), &n);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return n;
}

template <class Tag> Result<std::string> MetadataMethods<Tag>::try_key(std::int64_t index, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_metadata_key(context.handle(), handle(), index, buffer...);
    });
}

template <class Tag> Result<bool> MetadataMethods<Tag>::try_contains(const std::string &key, ContextRef context) const {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    std::int32_t found{};
    const std::int32_t c_status = stoner_metadata_contains(context.handle(), handle(), key_for_c, &found);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return found != 0;
}

template <class Tag> Result<Type> MetadataMethods<Tag>::try_type(const std::string &key, ContextRef context) const {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    std::int32_t value_type{};
    const std::int32_t c_status = stoner_metadata_type(context.handle(), handle(), key_for_c, &value_type);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return static_cast<Type>(value_type);
}

template <class Tag> Result<std::string> MetadataMethods<Tag>::try_type_name(const std::string &key,
                                                                             ContextRef context) const {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_metadata_type_name(context.handle(), handle(), key_for_c, buffer...);
    });
}

template <class Tag> Result<std::string> MetadataMethods<Tag>::try_unit(const std::string &key, ContextRef context) const {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_metadata_unit(context.handle(), handle(), key_for_c, buffer...);
    });
}

template <class Tag> Result<void> MetadataMethods<Tag>::try_set_unit(const std::string &key,
                                                                     const std::optional<std::string> &unit,
                                                                     ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    const auto unit_for_c = arguments.text("unit", unit);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_metadata_set_unit(context.handle(), handle(), key_for_c, unit_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<Metadata> MetadataMethods<Tag>::try_pop(const std::string &key, ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Metadata, stoner_metadata> out;
    const std::int32_t c_status = stoner_metadata_pop(context.handle(), handle(), key_for_c, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Metadata> MetadataMethods<Tag>::try_popitem(ContextRef context) {
    detail::New<Metadata, stoner_metadata> out;
    const std::int32_t c_status = stoner_metadata_popitem(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<void> MetadataMethods<Tag>::try_setdefault(const std::string &key, const Metadata &defaults,
                                                                       ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_metadata_setdefault(context.handle(), handle(), key_for_c, defaults.handle());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> MetadataMethods<Tag>::try_update(const Metadata &other, ContextRef context) {
    const std::int32_t c_status = stoner_metadata_update(context.handle(), handle(), other.handle());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> MetadataMethods<Tag>::try_clear(ContextRef context) {
    const std::int32_t c_status = stoner_metadata_clear(context.handle(), handle());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<bool> MetadataMethods<Tag>::try_get_bool(const std::string &key, ContextRef context) const {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    std::int32_t value{};
    const std::int32_t c_status = stoner_metadata_get_bool(context.handle(), handle(), key_for_c, &value);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return value != 0;
}

template <class Tag> Result<std::int64_t> MetadataMethods<Tag>::try_get_i64(const std::string &key,
                                                                            ContextRef context) const {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    std::int64_t value{};
    const std::int32_t c_status = stoner_metadata_get_i64(context.handle(), handle(), key_for_c, &value);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return value;
}

template <class Tag> Result<double> MetadataMethods<Tag>::try_get_f64(const std::string &key, ContextRef context) const {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    double value{};
    const std::int32_t c_status = stoner_metadata_get_f64(context.handle(), handle(), key_for_c, &value);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return value;
}

template <class Tag> Result<std::string> MetadataMethods<Tag>::try_get_string(const std::string &key,
                                                                              ContextRef context) const {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_metadata_get_string(context.handle(), handle(), key_for_c, buffer...);
    });
}

template <class Tag> Result<std::complex<double>> MetadataMethods<Tag>::try_get_complex(const std::string &key,
                                                                                        ContextRef context) const {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    double re{};
    double im{};
    const std::int32_t c_status = stoner_metadata_get_complex(context.handle(), handle(), key_for_c, &re, &im);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return std::complex<double>{re, im};
}

template <class Tag> Result<std::vector<std::uint8_t>> MetadataMethods<Tag>::try_get_bytes(const std::string &key,
                                                                                           ContextRef context) const {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_metadata_get_bytes(context.handle(), handle(), key_for_c, buffer...);
    });
}

template <class Tag> Result<Image> MetadataMethods<Tag>::try_get_array(const std::string &key, ContextRef context) const {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_metadata_get_array(context.handle(), handle(), key_for_c, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Metadata> MetadataMethods<Tag>::try_get_nested(const std::string &key,
                                                                           ContextRef context) const {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Metadata, stoner_metadata> out;
    const std::int32_t c_status = stoner_metadata_get_nested(context.handle(), handle(), key_for_c, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<std::string> MetadataMethods<Tag>::try_get_text(const std::string &key,
                                                                            ContextRef context) const {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_metadata_get_text(context.handle(), handle(), key_for_c, buffer...);
    });
}

template <class Tag> Result<std::string> MetadataMethods<Tag>::try_export_(const std::string &key,
                                                                           ContextRef context) const {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_metadata_export(context.handle(), handle(), key_for_c, buffer...);
    });
}

template <class Tag> Result<void> MetadataMethods<Tag>::try_set_bool(const std::string &key, bool value,
                                                                     ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_metadata_set_bool(context.handle(), handle(), key_for_c, value ? 1 : 0);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> MetadataMethods<Tag>::try_set_i64(const std::string &key, std::int64_t value,
                                                                    ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_metadata_set_i64(context.handle(), handle(), key_for_c, value);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> MetadataMethods<Tag>::try_set_f64(const std::string &key, double value,
                                                                    ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_metadata_set_f64(context.handle(), handle(), key_for_c, value);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> MetadataMethods<Tag>::try_set_string(const std::string &key, const std::string &value,
                                                                       ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    const auto value_for_c = arguments.text("value", value);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_metadata_set_string(context.handle(), handle(), key_for_c, value_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> MetadataMethods<Tag>::try_set_none(const std::string &key, ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_metadata_set_none(context.handle(), handle(), key_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> MetadataMethods<Tag>::try_set_complex(const std::string &key, std::complex<double> value,
                                                                        ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_metadata_set_complex(context.handle(), handle(), key_for_c, value.real(),
                                                              value.imag());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> MetadataMethods<Tag>::try_set_bytes(const std::string &key, Span<std::uint8_t> value,
                                                                      ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    const auto length_for_c = arguments.count<std::int64_t>("value", value.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_metadata_set_bytes(context.handle(), handle(), key_for_c, value.data(),
                                                            length_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> MetadataMethods<Tag>::try_set_timestamp(const std::string &key, const std::string &value,
                                                                          ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    const auto value_for_c = arguments.text("value", value);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_metadata_set_timestamp(context.handle(), handle(), key_for_c, value_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> MetadataMethods<Tag>::try_set_array(const std::string &key, const Image &value,
                                                                      ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_metadata_set_array(context.handle(), handle(), key_for_c, value.handle());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> MetadataMethods<Tag>::try_set_cluster(const std::string &key, const Metadata &value,
                                                                        ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_metadata_set_cluster(context.handle(), handle(), key_for_c, value.handle());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> MetadataMethods<Tag>::try_set_list(const std::string &key, const Metadata &value,
                                                                     ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_metadata_set_list(context.handle(), handle(), key_for_c, value.handle());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> MetadataMethods<Tag>::try_set_tuple(const std::string &key, const Metadata &value,
                                                                      ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_metadata_set_tuple(context.handle(), handle(), key_for_c, value.handle());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> MetadataMethods<Tag>::try_set_text(const std::string &key, const std::string &value,
                                                                     const std::optional<std::string> &type_name,
                                                                     ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    const auto type_name_for_c = arguments.text("type_name", type_name);
    const auto value_for_c = arguments.text("value", value);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_metadata_set_text(context.handle(), handle(), key_for_c, type_name_for_c,
                                                           value_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

#if STONER_EXCEPTIONS
template <class Tag> bool MetadataMethods<Tag>::equal(const Metadata &b, ContextRef context) const {
    return try_equal(b, context).value();
}

template <class Tag> std::int64_t MetadataMethods<Tag>::count(ContextRef context) const {
    return try_count(context).value();
}

template <class Tag> std::string MetadataMethods<Tag>::key(std::int64_t index, ContextRef context) const {
    return try_key(index, context).value();
}

template <class Tag> bool MetadataMethods<Tag>::contains(const std::string &key, ContextRef context) const {
    return try_contains(key, context).value();
}

template <class Tag> Type MetadataMethods<Tag>::type(const std::string &key, ContextRef context) const {
    return try_type(key, context).value();
}

template <class Tag> std::string MetadataMethods<Tag>::type_name(const std::string &key, ContextRef context) const {
    return try_type_name(key, context).value();
}

template <class Tag> std::string MetadataMethods<Tag>::unit(const std::string &key, ContextRef context) const {
    return try_unit(key, context).value();
}

template <class Tag> void MetadataMethods<Tag>::set_unit(const std::string &key, const std::optional<std::string> &unit,
                                                         ContextRef context) {
    try_set_unit(key, unit, context).value();
}

template <class Tag> Metadata MetadataMethods<Tag>::pop(const std::string &key, ContextRef context) {
    return try_pop(key, context).value();
}

template <class Tag> Metadata MetadataMethods<Tag>::popitem(ContextRef context) {
    return try_popitem(context).value();
}

template <class Tag> void MetadataMethods<Tag>::setdefault(const std::string &key, const Metadata &defaults,
                                                           ContextRef context) {
    try_setdefault(key, defaults, context).value();
}

template <class Tag> void MetadataMethods<Tag>::update(const Metadata &other, ContextRef context) {
    try_update(other, context).value();
}

template <class Tag> void MetadataMethods<Tag>::clear(ContextRef context) {
    try_clear(context).value();
}

template <class Tag> bool MetadataMethods<Tag>::get_bool(const std::string &key, ContextRef context) const {
    return try_get_bool(key, context).value();
}

template <class Tag> std::int64_t MetadataMethods<Tag>::get_i64(const std::string &key, ContextRef context) const {
    return try_get_i64(key, context).value();
}

template <class Tag> double MetadataMethods<Tag>::get_f64(const std::string &key, ContextRef context) const {
    return try_get_f64(key, context).value();
}

template <class Tag> std::string MetadataMethods<Tag>::get_string(const std::string &key, ContextRef context) const {
    return try_get_string(key, context).value();
}

template <class Tag> std::complex<double> MetadataMethods<Tag>::get_complex(const std::string &key,
                                                                            ContextRef context) const {
    return try_get_complex(key, context).value();
}

template <class Tag> std::vector<std::uint8_t> MetadataMethods<Tag>::get_bytes(const std::string &key,
                                                                               ContextRef context) const {
    return try_get_bytes(key, context).value();
}

template <class Tag> Image MetadataMethods<Tag>::get_array(const std::string &key, ContextRef context) const {
    return try_get_array(key, context).value();
}

template <class Tag> Metadata MetadataMethods<Tag>::get_nested(const std::string &key, ContextRef context) const {
    return try_get_nested(key, context).value();
}

template <class Tag> std::string MetadataMethods<Tag>::get_text(const std::string &key, ContextRef context) const {
    return try_get_text(key, context).value();
}

template <class Tag> std::string MetadataMethods<Tag>::export_(const std::string &key, ContextRef context) const {
    return try_export_(key, context).value();
}

template <class Tag> void MetadataMethods<Tag>::set_bool(const std::string &key, bool value, ContextRef context) {
    try_set_bool(key, value, context).value();
}

template <class Tag> void MetadataMethods<Tag>::set_i64(const std::string &key, std::int64_t value, ContextRef context) {
    try_set_i64(key, value, context).value();
}

template <class Tag> void MetadataMethods<Tag>::set_f64(const std::string &key, double value, ContextRef context) {
    try_set_f64(key, value, context).value();
}

template <class Tag> void MetadataMethods<Tag>::set_string(const std::string &key, const std::string &value,
                                                           ContextRef context) {
    try_set_string(key, value, context).value();
}

template <class Tag> void MetadataMethods<Tag>::set_none(const std::string &key, ContextRef context) {
    try_set_none(key, context).value();
}

template <class Tag> void MetadataMethods<Tag>::set_complex(const std::string &key, std::complex<double> value,
                                                            ContextRef context) {
    try_set_complex(key, value, context).value();
}

template <class Tag> void MetadataMethods<Tag>::set_bytes(const std::string &key, Span<std::uint8_t> value,
                                                          ContextRef context) {
    try_set_bytes(key, value, context).value();
}

template <class Tag> void MetadataMethods<Tag>::set_timestamp(const std::string &key, const std::string &value,
                                                              ContextRef context) {
    try_set_timestamp(key, value, context).value();
}

template <class Tag> void MetadataMethods<Tag>::set_array(const std::string &key, const Image &value, ContextRef context) {
    try_set_array(key, value, context).value();
}

template <class Tag> void MetadataMethods<Tag>::set_cluster(const std::string &key, const Metadata &value,
                                                            ContextRef context) {
    try_set_cluster(key, value, context).value();
}

template <class Tag> void MetadataMethods<Tag>::set_list(const std::string &key, const Metadata &value, ContextRef context) {
    try_set_list(key, value, context).value();
}

template <class Tag> void MetadataMethods<Tag>::set_tuple(const std::string &key, const Metadata &value,
                                                          ContextRef context) {
    try_set_tuple(key, value, context).value();
}

template <class Tag> void MetadataMethods<Tag>::set_text(const std::string &key, const std::string &value,
                                                         const std::optional<std::string> &type_name, ContextRef context) {
    try_set_text(key, value, type_name, context).value();
}
#endif

} // namespace detail

STONER_NAMESPACE_END

#endif
