/// @file definitions_scan.hpp
/// How the members of Scan call C.
/// Made from interface/interface.json by bindings/generator: do not edit.

#ifndef STONER_DEFINITIONS_SCAN_HPP
#define STONER_DEFINITIONS_SCAN_HPP

#include "../image.hpp"
#include "../live.hpp"
#include "../metadata.hpp"
#include "../scan.hpp"
#include "../table.hpp"

STONER_NAMESPACE_BEGIN

namespace detail {

template <class Tag> Result<std::string> ScanMethods<Tag>::try_filename(ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_scan_filename(context.handle(), handle(), buffer...);
    });
}

template <class Tag> Result<std::string> ScanMethods<Tag>::try_rule(ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_scan_rule(context.handle(), handle(), buffer...);
    });
}

template <class Tag> Result<std::int32_t> ScanMethods<Tag>::try_entry_count(ContextRef context) const {
    std::int32_t n{};
    const std::int32_t c_status = stoner_scan_entry_count(context.handle(), handle(), &n);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return n;
}

template <class Tag> Result<std::string> ScanMethods<Tag>::try_entry_name(std::int32_t index, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_scan_entry_name(context.handle(), handle(), index, buffer...);
    });
}

template <class Tag> Result<std::int32_t> ScanMethods<Tag>::try_default_entry(ContextRef context) const {
    std::int32_t index{};
    const std::int32_t c_status = stoner_scan_default_entry(context.handle(), handle(), &index);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return index;
}

template <class Tag> Result<ScanKind> ScanMethods<Tag>::try_kind(const std::optional<std::string> &entry,
                                                                 ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", entry);
    if (arguments.refused()) {
        return arguments.error();
    }
    std::int32_t kind{};
    const std::int32_t c_status = stoner_scan_kind(context.handle(), handle(), entry_for_c, &kind);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return static_cast<ScanKind>(kind);
}

template <class Tag> Result<std::string> ScanMethods<Tag>::try_start(const std::optional<std::string> &entry,
                                                                     ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", entry);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_scan_start(context.handle(), handle(), entry_for_c, buffer...);
    });
}

template <class Tag> Result<std::string> ScanMethods<Tag>::try_end(const std::optional<std::string> &entry,
                                                                   ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", entry);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_scan_end(context.handle(), handle(), entry_for_c, buffer...);
    });
}

template <class Tag> Result<std::string> ScanMethods<Tag>::try_facility(const std::optional<std::string> &entry,
                                                                        ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", entry);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_scan_facility(context.handle(), handle(), entry_for_c, buffer...);
    });
}

template <class Tag> Result<std::int32_t> ScanMethods<Tag>::try_repair_count(const std::optional<std::string> &entry,
                                                                             ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", entry);
    if (arguments.refused()) {
        return arguments.error();
    }
    std::int32_t n{};
    const std::int32_t c_status = stoner_scan_repair_count(context.handle(), handle(), entry_for_c, &n);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return n;
}

template <class Tag> Result<std::string> ScanMethods<Tag>::try_repair(std::int32_t index,
                                                                      const std::optional<std::string> &entry,
                                                                      ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", entry);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_scan_repair(context.handle(), handle(), entry_for_c, index, buffer...);
    });
}

template <class Tag> Result<Metadata> ScanMethods<Tag>::try_metadata(const std::optional<std::string> &entry,
                                                                     ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", entry);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Metadata, stoner_metadata> out;
    const std::int32_t c_status = stoner_scan_metadata(context.handle(), handle(), entry_for_c, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<std::int32_t> ScanMethods<Tag>::try_detector_count(const std::optional<std::string> &entry,
                                                                               ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", entry);
    if (arguments.refused()) {
        return arguments.error();
    }
    std::int32_t n{};
    const std::int32_t c_status = stoner_scan_detector_count(context.handle(), handle(), entry_for_c, &n);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return n;
}

template <class Tag> Result<std::string> ScanMethods<Tag>::try_detector_name(std::int32_t index,
                                                                             const std::optional<std::string> &entry,
                                                                             ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", entry);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_scan_detector_name(context.handle(), handle(), entry_for_c, index, buffer...);
    });
}

template <class Tag> Result<std::int32_t> ScanMethods<Tag>::try_default_detector(const std::optional<std::string> &entry,
                                                                                 ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", entry);
    if (arguments.refused()) {
        return arguments.error();
    }
    std::int32_t index{};
    const std::int32_t c_status = stoner_scan_default_detector(context.handle(), handle(), entry_for_c, &index);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return index;
}

template <class Tag> Result<std::int32_t> ScanMethods<Tag>::try_monitor_count(const std::optional<std::string> &entry,
                                                                              ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", entry);
    if (arguments.refused()) {
        return arguments.error();
    }
    std::int32_t n{};
    const std::int32_t c_status = stoner_scan_monitor_count(context.handle(), handle(), entry_for_c, &n);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return n;
}

template <class Tag> Result<std::string> ScanMethods<Tag>::try_monitor_name(std::int32_t index,
                                                                            const std::optional<std::string> &entry,
                                                                            ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", entry);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_scan_monitor_name(context.handle(), handle(), entry_for_c, index, buffer...);
    });
}

template <class Tag> Result<std::vector<std::int64_t>> ScanMethods<Tag>::try_shape(const ScanShapeOptions &options,
                                                                                   ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", options.entry);
    const auto detector_for_c = arguments.text("detector", options.detector);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::vector<std::int64_t>>(context.handle(), [&](auto... buffer) {
        return stoner_scan_shape(context.handle(), handle(), entry_for_c, detector_for_c, buffer...);
    });
}

template <class Tag> Result<Dtype> ScanMethods<Tag>::try_dtype(const ScanDtypeOptions &options, ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", options.entry);
    const auto detector_for_c = arguments.text("detector", options.detector);
    if (arguments.refused()) {
        return arguments.error();
    }
    std::int32_t dtype{};
    const std::int32_t c_status = stoner_scan_dtype(context.handle(), handle(), entry_for_c, detector_for_c, &dtype);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return static_cast<Dtype>(dtype);
}

template <class Tag> Result<std::int64_t> ScanMethods<Tag>::try_frame_count(const ScanFrameCountOptions &options,
                                                                            ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", options.entry);
    const auto detector_for_c = arguments.text("detector", options.detector);
    if (arguments.refused()) {
        return arguments.error();
    }
    std::int64_t n{};
    const std::int32_t c_status = stoner_scan_frame_count(context.handle(), handle(), entry_for_c, detector_for_c, &n);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return n;
}

template <class Tag> Result<std::string> ScanMethods<Tag>::try_axis_name(std::int32_t axis,
                                                                         const ScanAxisNameOptions &options,
                                                                         ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", options.entry);
    const auto detector_for_c = arguments.text("detector", options.detector);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_scan_axis_name(context.handle(), handle(), entry_for_c, detector_for_c, axis, buffer...);
    });
}

template <class Tag> Result<std::string> ScanMethods<Tag>::try_axis_unit(std::int32_t axis,
                                                                         const ScanAxisUnitOptions &options,
                                                                         ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", options.entry);
    const auto detector_for_c = arguments.text("detector", options.detector);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_scan_axis_unit(context.handle(), handle(), entry_for_c, detector_for_c, axis, buffer...);
    });
}

template <class Tag> Result<std::vector<double>> ScanMethods<Tag>::try_axis_values(std::int32_t axis,
                                                                                   const ScanAxisValuesOptions &options,
                                                                                   ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", options.entry);
    const auto detector_for_c = arguments.text("detector", options.detector);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::vector<double>>(context.handle(), [&](auto... buffer) {
        return stoner_scan_axis_values(context.handle(), handle(), entry_for_c, detector_for_c, axis, buffer...);
    });
}

template <class Tag> Result<AxisRole> ScanMethods<Tag>::try_axis_role(std::int32_t axis, const ScanAxisRoleOptions &options,
                                                                      ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", options.entry);
    const auto detector_for_c = arguments.text("detector", options.detector);
    if (arguments.refused()) {
        return arguments.error();
    }
    std::int32_t role{};
    const std::int32_t c_status = stoner_scan_axis_role(context.handle(), handle(), entry_for_c, detector_for_c, axis,
                                                        &role);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return static_cast<AxisRole>(role);
}

template <class Tag> Result<Direction> ScanMethods<Tag>::try_axis_direction(std::int32_t axis,
                                                                            const ScanAxisDirectionOptions &options,
                                                                            ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", options.entry);
    const auto detector_for_c = arguments.text("detector", options.detector);
    if (arguments.refused()) {
        return arguments.error();
    }
    std::int32_t direction{};
    const std::int32_t c_status = stoner_scan_axis_direction(context.handle(), handle(), entry_for_c, detector_for_c, axis,
                                                             &direction);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return static_cast<Direction>(direction);
}

template <class Tag> Result<std::vector<double>> ScanMethods<Tag>::try_quantity(Quantity quantity,
                                                                                const ScanQuantityOptions &options,
                                                                                ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", options.entry);
    const auto detector_for_c = arguments.text("detector", options.detector);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::vector<double>>(context.handle(), [&](auto... buffer) {
        return stoner_scan_quantity(context.handle(), handle(), entry_for_c, detector_for_c, static_cast<std::int32_t>(quantity), buffer...);
    });
}

template <class Tag> Result<Image> ScanMethods<Tag>::try_image(const ScanImageOptions &options, ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", options.entry);
    const auto detector_for_c = arguments.text("detector", options.detector);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_scan_image(context.handle(), handle(), entry_for_c, detector_for_c, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ScanMethods<Tag>::try_frame(std::int64_t frame, const ScanFrameOptions &options,
                                                               ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", options.entry);
    const auto detector_for_c = arguments.text("detector", options.detector);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_scan_frame(context.handle(), handle(), entry_for_c, detector_for_c, frame,
                                                    out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Table> ScanMethods<Tag>::try_spectrum(const ScanSpectrumOptions &options,
                                                                  ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", options.entry);
    const auto detector_for_c = arguments.text("detector", options.detector);
    const auto box_numbers = detail::numbers(options.box);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Table, stoner_table> out;
    const std::int32_t c_status = stoner_scan_spectrum(context.handle(), handle(), entry_for_c, detector_for_c,
                                                       box_numbers.data(), detail::handle_of(options.region), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Table> ScanMethods<Tag>::try_points(std::int64_t frame, const ScanPointsOptions &options,
                                                                ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", options.entry);
    const auto detector_for_c = arguments.text("detector", options.detector);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Table, stoner_table> out;
    const std::int32_t c_status = stoner_scan_points(context.handle(), handle(), entry_for_c, detector_for_c, frame,
                                                     out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<double> ScanMethods<Tag>::try_completeness(const ScanCompletenessOptions &options,
                                                                       ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", options.entry);
    const auto detector_for_c = arguments.text("detector", options.detector);
    if (arguments.refused()) {
        return arguments.error();
    }
    double fraction{};
    const std::int32_t c_status = stoner_scan_completeness(context.handle(), handle(), entry_for_c, detector_for_c,
                                                           &fraction);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return fraction;
}

template <class Tag> Result<Scan> ScanMethods<Tag>::try_refresh(const ScanRefreshOptions &options,
                                                                ContextRef context) const {
    detail::Arguments arguments;
    const auto entry_for_c = arguments.text("entry", options.entry);
    const auto detector_for_c = arguments.text("detector", options.detector);
    std::int64_t first_out{};
    std::int64_t n_out{};
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Scan, stoner_scan> out;
    const std::int32_t c_status = stoner_scan_refresh(context.handle(), handle(), entry_for_c, detector_for_c,
                                                      options.first == nullptr ? nullptr : &first_out,
                                                      options.n == nullptr ? nullptr : &n_out, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    if (options.first != nullptr) {
        *options.first = first_out;
    }
    if (options.n != nullptr) {
        *options.n = n_out;
    }
    return out.take();
}

#if STONER_EXCEPTIONS
template <class Tag> std::string ScanMethods<Tag>::filename(ContextRef context) const {
    return try_filename(context).value();
}

template <class Tag> std::string ScanMethods<Tag>::rule(ContextRef context) const {
    return try_rule(context).value();
}

template <class Tag> std::int32_t ScanMethods<Tag>::entry_count(ContextRef context) const {
    return try_entry_count(context).value();
}

template <class Tag> std::string ScanMethods<Tag>::entry_name(std::int32_t index, ContextRef context) const {
    return try_entry_name(index, context).value();
}

template <class Tag> std::int32_t ScanMethods<Tag>::default_entry(ContextRef context) const {
    return try_default_entry(context).value();
}

template <class Tag> ScanKind ScanMethods<Tag>::kind(const std::optional<std::string> &entry, ContextRef context) const {
    return try_kind(entry, context).value();
}

template <class Tag> std::string ScanMethods<Tag>::start(const std::optional<std::string> &entry, ContextRef context) const {
    return try_start(entry, context).value();
}

template <class Tag> std::string ScanMethods<Tag>::end(const std::optional<std::string> &entry, ContextRef context) const {
    return try_end(entry, context).value();
}

template <class Tag> std::string ScanMethods<Tag>::facility(const std::optional<std::string> &entry,
                                                            ContextRef context) const {
    return try_facility(entry, context).value();
}

template <class Tag> std::int32_t ScanMethods<Tag>::repair_count(const std::optional<std::string> &entry,
                                                                 ContextRef context) const {
    return try_repair_count(entry, context).value();
}

template <class Tag> std::string ScanMethods<Tag>::repair(std::int32_t index, const std::optional<std::string> &entry,
                                                          ContextRef context) const {
    return try_repair(index, entry, context).value();
}

template <class Tag> Metadata ScanMethods<Tag>::metadata(const std::optional<std::string> &entry, ContextRef context) const {
    return try_metadata(entry, context).value();
}

template <class Tag> std::int32_t ScanMethods<Tag>::detector_count(const std::optional<std::string> &entry,
                                                                   ContextRef context) const {
    return try_detector_count(entry, context).value();
}

template <class Tag> std::string ScanMethods<Tag>::detector_name(std::int32_t index, const std::optional<std::string> &entry,
                                                                 ContextRef context) const {
    return try_detector_name(index, entry, context).value();
}

template <class Tag> std::int32_t ScanMethods<Tag>::default_detector(const std::optional<std::string> &entry,
                                                                     ContextRef context) const {
    return try_default_detector(entry, context).value();
}

template <class Tag> std::int32_t ScanMethods<Tag>::monitor_count(const std::optional<std::string> &entry,
                                                                  ContextRef context) const {
    return try_monitor_count(entry, context).value();
}

template <class Tag> std::string ScanMethods<Tag>::monitor_name(std::int32_t index, const std::optional<std::string> &entry,
                                                                ContextRef context) const {
    return try_monitor_name(index, entry, context).value();
}

template <class Tag> std::vector<std::int64_t> ScanMethods<Tag>::shape(const ScanShapeOptions &options,
                                                                       ContextRef context) const {
    return try_shape(options, context).value();
}

template <class Tag> Dtype ScanMethods<Tag>::dtype(const ScanDtypeOptions &options, ContextRef context) const {
    return try_dtype(options, context).value();
}

template <class Tag> std::int64_t ScanMethods<Tag>::frame_count(const ScanFrameCountOptions &options,
                                                                ContextRef context) const {
    return try_frame_count(options, context).value();
}

template <class Tag> std::string ScanMethods<Tag>::axis_name(std::int32_t axis, const ScanAxisNameOptions &options,
                                                             ContextRef context) const {
    return try_axis_name(axis, options, context).value();
}

template <class Tag> std::string ScanMethods<Tag>::axis_unit(std::int32_t axis, const ScanAxisUnitOptions &options,
                                                             ContextRef context) const {
    return try_axis_unit(axis, options, context).value();
}

template <class Tag> std::vector<double> ScanMethods<Tag>::axis_values(std::int32_t axis,
                                                                       const ScanAxisValuesOptions &options,
                                                                       ContextRef context) const {
    return try_axis_values(axis, options, context).value();
}

template <class Tag> AxisRole ScanMethods<Tag>::axis_role(std::int32_t axis, const ScanAxisRoleOptions &options,
                                                          ContextRef context) const {
    return try_axis_role(axis, options, context).value();
}

template <class Tag> Direction ScanMethods<Tag>::axis_direction(std::int32_t axis, const ScanAxisDirectionOptions &options,
                                                                ContextRef context) const {
    return try_axis_direction(axis, options, context).value();
}

template <class Tag> std::vector<double> ScanMethods<Tag>::quantity(Quantity quantity, const ScanQuantityOptions &options,
                                                                    ContextRef context) const {
    return try_quantity(quantity, options, context).value();
}

template <class Tag> Image ScanMethods<Tag>::image(const ScanImageOptions &options, ContextRef context) const {
    return try_image(options, context).value();
}

template <class Tag> Image ScanMethods<Tag>::frame(std::int64_t frame, const ScanFrameOptions &options,
                                                   ContextRef context) const {
    return try_frame(frame, options, context).value();
}

template <class Tag> Table ScanMethods<Tag>::spectrum(const ScanSpectrumOptions &options, ContextRef context) const {
    return try_spectrum(options, context).value();
}

template <class Tag> Table ScanMethods<Tag>::points(std::int64_t frame, const ScanPointsOptions &options,
                                                    ContextRef context) const {
    return try_points(frame, options, context).value();
}

template <class Tag> double ScanMethods<Tag>::completeness(const ScanCompletenessOptions &options,
                                                           ContextRef context) const {
    return try_completeness(options, context).value();
}

template <class Tag> Scan ScanMethods<Tag>::refresh(const ScanRefreshOptions &options, ContextRef context) const {
    return try_refresh(options, context).value();
}
#endif

} // namespace detail

STONER_NAMESPACE_END

#endif
