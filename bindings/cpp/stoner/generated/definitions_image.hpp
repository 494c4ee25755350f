/// @file definitions_image.hpp
/// How the members of Image call C.
/// Made from interface/interface.json by bindings/generator: do not edit.

#ifndef STONER_DEFINITIONS_IMAGE_HPP
#define STONER_DEFINITIONS_IMAGE_HPP

#include "../image.hpp"
#include "../live.hpp"
#include "../metadata.hpp"
#include "../scan.hpp"
#include "../table.hpp"

STONER_NAMESPACE_BEGIN

namespace detail {

template <class Tag> Result<void> ImageMethods<Tag>::try_save(const std::optional<Path> &path, const SaveOptions &options,
                                                              ContextRef context) const {
    detail::Arguments arguments;
    const auto path_for_c = arguments.text("path", path);
    const auto formats_for_c = arguments.text("formats", options.formats);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_save(context.handle(), handle(), path_for_c, formats_for_c,
                                                    options.forcetype ? 1 : 0);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_save_tiff(const Path &path, bool forcetype,
                                                                   ContextRef context) const {
    detail::Arguments arguments;
    const auto path_for_c = arguments.text("path", path);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_save_tiff(context.handle(), handle(), path_for_c, forcetype ? 1 : 0);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_save_png(const Path &path, ContextRef context) const {
    detail::Arguments arguments;
    const auto path_for_c = arguments.text("path", path);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_save_png(context.handle(), handle(), path_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_save_npy(const Path &path, ContextRef context) const {
    detail::Arguments arguments;
    const auto path_for_c = arguments.text("path", path);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_save_npy(context.handle(), handle(), path_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_frame(std::int64_t index, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_frame(context.handle(), handle(), index, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<void> ImageMethods<Tag>::try_assign(const Image &source, ContextRef context) {
    const std::int32_t c_status = stoner_image_assign(context.handle(), handle(), source.handle());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_do_nothing(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_do_nothing(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<bool> ImageMethods<Tag>::try_equal(const Image &b, bool all, ContextRef context) const {
    std::int32_t equal{};
    const std::int32_t c_status = stoner_image_equal(context.handle(), handle(), b.handle(), all ? 1 : 0, &equal);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return equal != 0;
}

template <class Tag> Result<std::int32_t> ImageMethods<Tag>::try_ndim(ContextRef context) const {
    std::int32_t ndim{};
    const std::int32_t c_status = stoner_image_ndim(context.handle(), handle(), &ndim);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return ndim;
}

template <class Tag> Result<std::vector<std::int64_t>> ImageMethods<Tag>::try_shape(ContextRef context) const {
    return detail::filled<std::vector<std::int64_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_shape(context.handle(), handle(), buffer...);
    });
}

template <class Tag> Result<Dtype> ImageMethods<Tag>::try_dtype(ContextRef context) const {
    std::int32_t dtype{};
    const std::int32_t c_status = stoner_image_dtype(context.handle(), handle(), &dtype);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return static_cast<Dtype>(dtype);
}

template <class Tag> Result<std::int64_t> ImageMethods<Tag>::try_size(ContextRef context) const {
    std::int64_t size{};
    const std::int32_t c_status = stoner_image_size(context.handle(), handle(), &size);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return size;
}

template <class Tag> Result<std::string> ImageMethods<Tag>::try_title(ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_image_title(context.handle(), handle(), buffer...);
    });
}

template <class Tag> Result<void> ImageMethods<Tag>::try_set_title(const std::optional<std::string> &title,
                                                                   ContextRef context) {
    detail::Arguments arguments;
    const auto title_for_c = arguments.text("title", title);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_set_title(context.handle(), handle(), title_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<std::string> ImageMethods<Tag>::try_filename(ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_image_filename(context.handle(), handle(), buffer...);
    });
}

template <class Tag> Result<void> ImageMethods<Tag>::try_set_filename(const std::optional<Path> &filename,
                                                                      ContextRef context) {
    detail::Arguments arguments;
    const auto filename_for_c = arguments.text("filename", filename);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_set_filename(context.handle(), handle(), filename_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_CW(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_cw(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_CCW(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_ccw(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_flip_h(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_flip_h(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_flip_v(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_flip_v(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_T(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_transpose(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_crop(const Box &box, ContextRef context) const {
    const auto box_numbers = detail::numbers(box);
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_crop(context.handle(), handle(), box_numbers.data(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Box> ImageMethods<Tag>::try_box_from_border(std::int64_t border, ContextRef context) const {
    std::array<std::int64_t, 4> box{};
    const std::int32_t c_status = stoner_image_box_from_border(context.handle(), handle(), border, box.data());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return Box{box[0], box[1], box[2], box[3]};
}

template <class Tag> Result<Box> ImageMethods<Tag>::try_box_from_border_fraction(double fraction, ContextRef context) const {
    std::array<std::int64_t, 4> box{};
    const std::int32_t c_status = stoner_image_box_from_border_fraction(context.handle(), handle(), fraction, box.data());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return Box{box[0], box[1], box[2], box[3]};
}

template <class Tag> Result<Box> ImageMethods<Tag>::try_box_from_fraction(const std::array<double, 4> &fractions,
                                                                          ContextRef context) const {
    std::array<std::int64_t, 4> box{};
    const std::int32_t c_status = stoner_image_box_from_fraction(context.handle(), handle(), fractions.data(), box.data());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return Box{box[0], box[1], box[2], box[3]};
}

template <class Tag> Result<Box> ImageMethods<Tag>::try_box_from_metadata(const std::string &key, ContextRef context) const {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    std::array<std::int64_t, 4> box{};
    const std::int32_t c_status = stoner_image_box_from_metadata(context.handle(), handle(), key_for_c, box.data());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return Box{box[0], box[1], box[2], box[3]};
}

template <class Tag> Result<Box> ImageMethods<Tag>::try_max_box(ContextRef context) const {
    std::array<std::int64_t, 4> box{};
    const std::int32_t c_status = stoner_image_max_box(context.handle(), handle(), box.data());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return Box{box[0], box[1], box[2], box[3]};
}

template <class Tag> Result<double> ImageMethods<Tag>::try_aspect(ContextRef context) const {
    double aspect{};
    const std::int32_t c_status = stoner_image_aspect(context.handle(), handle(), &aspect);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return aspect;
}

template <class Tag> Result<std::array<double, 2>> ImageMethods<Tag>::try_centre(ContextRef context) const {
    std::array<double, 2> centre{};
    const std::int32_t c_status = stoner_image_centre(context.handle(), handle(), centre.data());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return centre;
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_rotate(double angle, const RotateOptions &options,
                                                                 ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_rotate(context.handle(), handle(), angle, options.resize ? 1 : 0,
                                                      detail::pointer(options.centre_xy),
                                                      static_cast<std::int32_t>(options.order),
                                                      static_cast<std::int32_t>(options.mode), options.cval,
                                                      options.clip ? 1 : 0, options.preserve_range ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_translate(const std::array<double, 2> &translation,
                                                                    const TranslateOptions &options,
                                                                    ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_translate(context.handle(), handle(), translation.data(),
                                                         options.add_metadata ? 1 : 0,
                                                         static_cast<std::int32_t>(options.order),
                                                         static_cast<std::int32_t>(options.mode),
                                                         detail::choice(options.cval, Cval::value),
                                                         options.cval.value_or(0.0), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<std::array<double, 4>> ImageMethods<Tag>::try_translate_limits(const std::array<double, 2> &translation,
                                                                                           bool reverse,
                                                                                           ContextRef context) const {
    std::array<double, 4> limits{};
    const std::int32_t c_status = stoner_image_translate_limits(context.handle(), handle(), translation.data(),
                                                                reverse ? 1 : 0, limits.data());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return limits;
}

template <class Tag> Result<std::array<double, 2>> ImageMethods<Tag>::try_register_(const Image &reference,
                                                                                    const RegisterOptions &options,
                                                                                    ContextRef context) const {
    detail::Arguments arguments;
    const auto method_for_c = arguments.text("method", options.method);
    const auto box_numbers = detail::numbers(options.box);
    const auto scale_for_c = arguments.not_zero("scale", options.scale, "above 0");
    const auto prefilter_sigma_for_c = arguments.not_zero("prefilter_sigma", options.prefilter_sigma, "above 0");
    std::array<double, 2> sigma_out{};
    double angle_out{};
    double magnification_out{};
    detail::New<Metadata, stoner_metadata> details_out;
    if (arguments.refused()) {
        return arguments.error();
    }
    std::array<double, 2> shift{};
    const std::int32_t c_status = stoner_image_register(context.handle(), handle(), reference.handle(), method_for_c,
                                                        box_numbers.data(), scale_for_c,
                                                        static_cast<std::int32_t>(options.prefilter), prefilter_sigma_for_c,
                                                        options.upsample_factor, options.threshold, options.rotation ? 1 : 0,
                                                        options.scaling ? 1 : 0, shift.data(),
                                                        options.sigma == nullptr ? nullptr : sigma_out.data(),
                                                        options.angle == nullptr ? nullptr : &angle_out,
                                                        options.magnification == nullptr ? nullptr : &magnification_out,
                                                        options.details == nullptr ? nullptr : details_out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    if (options.sigma != nullptr) {
        *options.sigma = sigma_out;
    }
    if (options.angle != nullptr) {
        *options.angle = angle_out;
    }
    if (options.magnification != nullptr) {
        *options.magnification = magnification_out;
    }
    if (options.details != nullptr) {
        *options.details = details_out.take();
    }
    return shift;
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_align(const Image &reference, const AlignOptions &options,
                                                                ContextRef context) const {
    detail::Arguments arguments;
    const auto method_for_c = arguments.text("method", options.method);
    const auto box_numbers = detail::numbers(options.box);
    const auto scale_for_c = arguments.not_zero("scale", options.scale, "above 0");
    const auto prefilter_sigma_for_c = arguments.not_zero("prefilter_sigma", options.prefilter_sigma, "above 0");
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_align(context.handle(), handle(), reference.handle(), method_for_c,
                                                     box_numbers.data(), scale_for_c,
                                                     static_cast<std::int32_t>(options.prefilter), prefilter_sigma_for_c,
                                                     options.upsample_factor, options.threshold, options.rotation ? 1 : 0,
                                                     options.scaling ? 1 : 0, static_cast<std::int32_t>(options.order),
                                                     static_cast<std::int32_t>(options.mode), options.cval,
                                                     options.do_shift ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_correct_drift(const Image &reference,
                                                                        const CorrectDriftOptions &options,
                                                                        ContextRef context) const {
    detail::Arguments arguments;
    const auto upsample_factor_for_c = arguments.not_zero("upsample_factor", options.upsample_factor, "1 or more");
    const auto box_numbers = detail::numbers(options.box);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_correct_drift(context.handle(), handle(), reference.handle(),
                                                             options.threshold, upsample_factor_for_c, box_numbers.data(),
                                                             options.do_shift ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_align_stack(const AlignStackOptions &options,
                                                                      ContextRef context) const {
    detail::Arguments arguments;
    const auto method_for_c = arguments.text("method", options.method);
    const auto box_numbers = detail::numbers(options.box);
    const auto scale_for_c = arguments.not_zero("scale", options.scale, "above 0");
    const auto prefilter_sigma_for_c = arguments.not_zero("prefilter_sigma", options.prefilter_sigma, "above 0");
    detail::New<Table, stoner_table> shifts_out;
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_align_stack(context.handle(), handle(),
                                                           static_cast<std::int32_t>(options.series), options.reference,
                                                           method_for_c, box_numbers.data(), scale_for_c,
                                                           static_cast<std::int32_t>(options.prefilter),
                                                           prefilter_sigma_for_c, options.upsample_factor, options.threshold,
                                                           static_cast<std::int32_t>(options.order),
                                                           static_cast<std::int32_t>(options.mode), options.cval,
                                                           options.shifts == nullptr ? nullptr : shifts_out.out(),
                                                           out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    if (options.shifts != nullptr) {
        *options.shifts = shifts_out.take();
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_griddata(const Image &values, const Image &xi,
                                                                   const GriddataOptions &options,
                                                                   ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_griddata(context.handle(), handle(), values.handle(), xi.handle(),
                                                        static_cast<std::int32_t>(options.method), options.fill_value,
                                                        options.rescale ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_gridimage(const GridimageOptions &options,
                                                                    ContextRef context) const {
    detail::Arguments arguments;
    const auto max_distance_for_c = arguments.not_zero("max_distance", options.max_distance, "above 0");
    std::array<double, 2> offset_out{};
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_gridimage(context.handle(), handle(), detail::handle_of(options.points_x),
                                                         detail::handle_of(options.points_y),
                                                         detail::handle_of(options.xi_x), detail::handle_of(options.xi_y),
                                                         static_cast<std::int32_t>(options.method),
                                                         static_cast<std::int32_t>(options.fill_mode), options.fill_value,
                                                         options.rescale ? 1 : 0, options.remove_offset ? 1 : 0,
                                                         max_distance_for_c,
                                                         options.offset == nullptr ? nullptr : offset_out.data(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    if (options.offset != nullptr) {
        *options.offset = offset_out;
    }
    return out.take();
}

template <class Tag> Result<void> ImageMethods<Tag>::try_draw_line(std::int64_t x0, std::int64_t y0, std::int64_t x1,
                                                                   std::int64_t y1, const Number &value, Draw target,
                                                                   ContextRef context) {
    const std::int32_t c_status = stoner_image_draw_line(context.handle(), handle(), x0, y0, x1, y1,
                                                         static_cast<std::int32_t>(target), detail::dtype_code(value),
                                                         detail::address(value));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_draw_disk(double x, double y, double radius, const Number &value,
                                                                   Draw target, ContextRef context) {
    const std::int32_t c_status = stoner_image_draw_disk(context.handle(), handle(), x, y, radius,
                                                         static_cast<std::int32_t>(target), detail::dtype_code(value),
                                                         detail::address(value));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_draw_circle(double x, double y, double radius, const Number &value,
                                                                     Draw target, ContextRef context) {
    const std::int32_t c_status = stoner_image_draw_circle(context.handle(), handle(), x, y, radius,
                                                           static_cast<std::int32_t>(target), detail::dtype_code(value),
                                                           detail::address(value));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_draw_annulus(double x, double y, double radius1, double radius2,
                                                                      const Number &value, Draw target, ContextRef context) {
    const std::int32_t c_status = stoner_image_draw_annulus(context.handle(), handle(), x, y, radius1, radius2,
                                                            static_cast<std::int32_t>(target), detail::dtype_code(value),
                                                            detail::address(value));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_draw_circle_perimeter(std::int64_t x, std::int64_t y,
                                                                               std::int64_t radius, const Number &value,
                                                                               const DrawCirclePerimeterOptions &options,
                                                                               ContextRef context) {
    const std::int32_t c_status = stoner_image_draw_circle_perimeter(context.handle(), handle(), x, y, radius,
                                                                     static_cast<std::int32_t>(options.method),
                                                                     static_cast<std::int32_t>(options.target),
                                                                     detail::dtype_code(value), detail::address(value));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_draw_ellipse(double x, double y, double x_radius, double y_radius,
                                                                      const Number &value, const DrawEllipseOptions &options,
                                                                      ContextRef context) {
    const std::int32_t c_status = stoner_image_draw_ellipse(context.handle(), handle(), x, y, x_radius, y_radius,
                                                            options.rotation, static_cast<std::int32_t>(options.target),
                                                            detail::dtype_code(value), detail::address(value));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_draw_ellipse_perimeter(std::int64_t x, std::int64_t y,
                                                                                std::int64_t x_radius, std::int64_t y_radius,
                                                                                const Number &value,
                                                                                const DrawEllipsePerimeterOptions &options,
                                                                                ContextRef context) {
    const std::int32_t c_status = stoner_image_draw_ellipse_perimeter(context.handle(), handle(), x, y, x_radius, y_radius,
                                                                      options.orientation,
                                                                      static_cast<std::int32_t>(options.target),
                                                                      detail::dtype_code(value), detail::address(value));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_draw_polygon(Span<double> x, Span<double> y, const Number &value,
                                                                      Draw target, ContextRef context) {
    detail::Arguments arguments;
    arguments.same_size("x", x.size(), "y", y.size());
    const auto n_vertices_for_c = arguments.count<std::int64_t>("x", x.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_draw_polygon(context.handle(), handle(), x.data(), y.data(), n_vertices_for_c,
                                                            static_cast<std::int32_t>(target), detail::dtype_code(value),
                                                            detail::address(value));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_draw_polygon_perimeter(Span<double> x, Span<double> y,
                                                                                const Number &value,
                                                                                const DrawPolygonPerimeterOptions &options,
                                                                                ContextRef context) {
    detail::Arguments arguments;
    arguments.same_size("x", x.size(), "y", y.size());
    const auto n_vertices_for_c = arguments.count<std::int64_t>("x", x.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_draw_polygon_perimeter(context.handle(), handle(), x.data(), y.data(),
                                                                      n_vertices_for_c, options.clip ? 1 : 0,
                                                                      static_cast<std::int32_t>(options.target),
                                                                      detail::dtype_code(value), detail::address(value));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_draw_rectangle(double x0, double y0, double x1, double y1,
                                                                        const Number &value, Draw target,
                                                                        ContextRef context) {
    const std::int32_t c_status = stoner_image_draw_rectangle(context.handle(), handle(), x0, y0, x1, y1,
                                                              static_cast<std::int32_t>(target), detail::dtype_code(value),
                                                              detail::address(value));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_draw_rectangle_perimeter(double x0, double y0, double x1, double y1,
                                                                                  const Number &value,
                                                                                  const DrawRectanglePerimeterOptions &options,
                                                                                  ContextRef context) {
    const std::int32_t c_status = stoner_image_draw_rectangle_perimeter(context.handle(), handle(), x0, y0, x1, y1,
                                                                        options.clip ? 1 : 0,
                                                                        static_cast<std::int32_t>(options.target),
                                                                        detail::dtype_code(value), detail::address(value));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_draw_rotated_rectangle(double x, double y, double width,
                                                                                double height, double angle,
                                                                                const Number &value, Draw target,
                                                                                ContextRef context) {
    const std::int32_t c_status = stoner_image_draw_rotated_rectangle(context.handle(), handle(), x, y, width, height, angle,
                                                                      static_cast<std::int32_t>(target),
                                                                      detail::dtype_code(value), detail::address(value));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_draw_rotated_rectangle_perimeter(double x, double y, double width,
                                                                                          double height, double angle,
                                                                                          const Number &value, Draw target,
                                                                                          ContextRef context) {
    const std::int32_t c_status = stoner_image_draw_rotated_rectangle_perimeter(context.handle(), handle(), x, y, width,
                                                                                height, angle,
                                                                                static_cast<std::int32_t>(target),
                                                                                detail::dtype_code(value),
                                                                                detail::address(value));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_draw_square(double x, double y, double width, const Number &value,
                                                                     const DrawSquareOptions &options, ContextRef context) {
    const std::int32_t c_status = stoner_image_draw_square(context.handle(), handle(), x, y, width, options.angle,
                                                           static_cast<std::int32_t>(options.target),
                                                           detail::dtype_code(value), detail::address(value));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_draw_bezier_curve(std::int64_t x0, std::int64_t y0, std::int64_t x1,
                                                                           std::int64_t y1, std::int64_t x2, std::int64_t y2,
                                                                           double weight, const Number &value, Draw target,
                                                                           ContextRef context) {
    const std::int32_t c_status = stoner_image_draw_bezier_curve(context.handle(), handle(), x0, y0, x1, y1, x2, y2, weight,
                                                                 static_cast<std::int32_t>(target),
                                                                 detail::dtype_code(value), detail::address(value));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_arithmetic(Arithmetic operation, const Image &b, Dtype dtype,
                                                                     ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_arithmetic(context.handle(), handle(), static_cast<std::int32_t>(operation),
                                                          b.handle(), static_cast<std::int32_t>(dtype), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_arithmetic_scalar(Arithmetic operation, double value,
                                                                            const ArithmeticScalarOptions &options,
                                                                            ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_arithmetic_scalar(context.handle(), handle(),
                                                                 static_cast<std::int32_t>(operation), value,
                                                                 options.swapped ? 1 : 0,
                                                                 static_cast<std::int32_t>(options.dtype), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_compare(Comparison comparison, const Image &b,
                                                                  ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_compare(context.handle(), handle(), static_cast<std::int32_t>(comparison),
                                                       b.handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_compare_scalar(Comparison comparison, double value,
                                                                         ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_compare_scalar(context.handle(), handle(),
                                                              static_cast<std::int32_t>(comparison), value, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_logic(Logic operation, const Image *b, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_logic(context.handle(), handle(), static_cast<std::int32_t>(operation),
                                                     detail::handle_of(b), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_math(Math function, Dtype dtype, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_math(context.handle(), handle(), static_cast<std::int32_t>(function),
                                                    static_cast<std::int32_t>(dtype), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_where(const Image &a, const Image &b, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_where(context.handle(), handle(), a.handle(), b.handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<void> ImageMethods<Tag>::try_arithmetic_into(Arithmetic operation, const Image &b, Image &target,
                                                                         Dtype dtype, ContextRef context) const {
    const std::int32_t c_status = stoner_image_arithmetic_into(context.handle(), handle(),
                                                               static_cast<std::int32_t>(operation), b.handle(),
                                                               static_cast<std::int32_t>(dtype), target.handle());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_arithmetic_scalar_into(Arithmetic operation, double value,
                                                                                Image &target,
                                                                                const ArithmeticScalarIntoOptions &options,
                                                                                ContextRef context) const {
    const std::int32_t c_status = stoner_image_arithmetic_scalar_into(context.handle(), handle(),
                                                                      static_cast<std::int32_t>(operation), value,
                                                                      options.swapped ? 1 : 0,
                                                                      static_cast<std::int32_t>(options.dtype),
                                                                      target.handle());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_math_into(Math function, Image &target, Dtype dtype,
                                                                   ContextRef context) const {
    const std::int32_t c_status = stoner_image_math_into(context.handle(), handle(), static_cast<std::int32_t>(function),
                                                         static_cast<std::int32_t>(dtype), target.handle());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_convert(Dtype dtype, const ConvertOptions &options,
                                                                  ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_convert(context.handle(), handle(), static_cast<std::int32_t>(dtype),
                                                       options.force_copy ? 1 : 0, options.uniform ? 1 : 0,
                                                       options.normalise ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_asfloat(const AsfloatOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_asfloat(context.handle(), handle(), options.normalise ? 1 : 0,
                                                       options.clip ? 1 : 0, options.clip_negative ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_clip_intensity(const ClipIntensityOptions &options,
                                                                         ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_clip_intensity(context.handle(), handle(), options.clip_negative ? 1 : 0,
                                                              detail::pointer(options.limits), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_normalise(const NormaliseOptions &options,
                                                                    ContextRef context) const {
    const auto sample_numbers = detail::numbers(options.sample);
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_normalise(context.handle(), handle(), detail::pointer(options.scale),
                                                         sample_numbers.data(), detail::pointer(options.limits),
                                                         options.scale_masked ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<SpanResult> ImageMethods<Tag>::try_span(ContextRef context) const {
    double min{};
    double max{};
    const std::int32_t c_status = stoner_image_span(context.handle(), handle(), &min, &max);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return SpanResult{min, max};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_adjust_contrast(const AdjustContrastOptions &options,
                                                                          ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_adjust_contrast(context.handle(), handle(), detail::pointer(options.lims),
                                                               options.percent ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_subtract_image(const Image &background,
                                                                         const SubtractImageOptions &options,
                                                                         ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_subtract_image(context.handle(), handle(), background.handle(),
                                                              options.contrast, options.clip ? 1 : 0, options.offset,
                                                              out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_threshold_minmax(const ThresholdMinmaxOptions &options,
                                                                           ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_threshold_minmax(context.handle(), handle(), options.threshmin,
                                                                options.threshmax, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_clip_neg(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_clip_neg(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_level_image(const LevelImageOptions &options,
                                                                      ContextRef context) const {
    detail::Arguments arguments;
    const auto poly_vert_for_c = arguments.degree("poly_vert", options.poly_vert);
    const auto poly_horiz_for_c = arguments.degree("poly_horiz", options.poly_horiz);
    const auto box_numbers = detail::numbers(options.box);
    const auto n_vert_for_c = arguments.count<std::int32_t>("vert", options.vert.size());
    const auto n_horiz_for_c = arguments.count<std::int32_t>("horiz", options.horiz.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_level_image(context.handle(), handle(), poly_vert_for_c, poly_horiz_for_c,
                                                           box_numbers.data(),
                                                           options.vert.empty() ? nullptr : options.vert.data(),
                                                           n_vert_for_c,
                                                           options.horiz.empty() ? nullptr : options.horiz.data(),
                                                           n_horiz_for_c, static_cast<std::int32_t>(options.mode),
                                                           out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_quantize(Span<double> output, Span<double> levels,
                                                                   ContextRef context) const {
    detail::Arguments arguments;
    const auto n_output_for_c = arguments.count<std::int64_t>("output", output.size());
    const auto n_levels_for_c = arguments.count<std::int64_t>("levels", levels.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_quantize(context.handle(), handle(), output.data(), n_output_for_c,
                                                        levels.empty() ? nullptr : levels.data(), n_levels_for_c, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_remove_outliers(const RemoveOutliersOptions &options,
                                                                          ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_remove_outliers(context.handle(), handle(),
                                                               detail::pointer(options.percentiles),
                                                               detail::pointer(options.replace), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_asint(Dtype dtype, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_asint(context.handle(), handle(), static_cast<std::int32_t>(dtype),
                                                     out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<DtypeLimitsResult> ImageMethods<Tag>::try_dtype_limits(bool clip_negative,
                                                                                   ContextRef context) const {
    double min{};
    double max{};
    const std::int32_t c_status = stoner_image_dtype_limits(context.handle(), handle(), clip_negative ? 1 : 0, &min, &max);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return DtypeLimitsResult{min, max};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_im_scale(std::int32_t n, std::int32_t m, Dtype dtype,
                                                                   ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_im_scale(context.handle(), handle(), n, m, static_cast<std::int32_t>(dtype),
                                                        out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<bool> ImageMethods<Tag>::try_prec_loss(Dtype dtype, ContextRef context) const {
    std::int32_t loss{};
    const std::int32_t c_status = stoner_image_prec_loss(context.handle(), handle(), static_cast<std::int32_t>(dtype),
                                                         &loss);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return loss != 0;
}

template <class Tag> Result<bool> ImageMethods<Tag>::try_sign_loss(Dtype dtype, ContextRef context) const {
    std::int32_t loss{};
    const std::int32_t c_status = stoner_image_sign_loss(context.handle(), handle(), static_cast<std::int32_t>(dtype),
                                                         &loss);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return loss != 0;
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_filter_image(const FilterImageOptions &options,
                                                                       ContextRef context) const {
    detail::Arguments arguments;
    const auto truncate_for_c = arguments.not_zero("truncate", options.truncate, "above 0");
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_filter_image(context.handle(), handle(), detail::pointer(options.sigma_xy),
                                                            static_cast<std::int32_t>(options.mode), options.cval,
                                                            truncate_for_c, options.preserve_range ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_gaussian_filter(const std::array<double, 2> &sigma_xy,
                                                                          const GaussianFilterOptions &options,
                                                                          ContextRef context) const {
    detail::Arguments arguments;
    const auto mode_xy_numbers = detail::numbers(options.mode_xy);
    const auto truncate_for_c = arguments.not_zero("truncate", options.truncate, "above 0");
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_gaussian_filter(context.handle(), handle(), sigma_xy.data(),
                                                               detail::pointer(options.order_xy),
                                                               detail::pointer(mode_xy_numbers), options.cval,
                                                               truncate_for_c, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_sgolay2d(const Sgolay2dOptions &options,
                                                                   ContextRef context) const {
    detail::Arguments arguments;
    const auto points_for_c = arguments.not_zero("points", options.points, "1 to 999");
    const auto poly_for_c = arguments.degree("poly", options.poly);
    detail::New<Image, stoner_image> angle_out;
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_sgolay2d(context.handle(), handle(), points_for_c, poly_for_c,
                                                        static_cast<std::int32_t>(options.derivative), out.out(),
                                                        options.angle == nullptr ? nullptr : angle_out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    if (options.angle != nullptr) {
        *options.angle = angle_out.take();
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_denoise(double weight, ContextRef context) const {
    detail::Arguments arguments;
    const auto weight_for_c = arguments.not_zero("weight", weight, "above 0");
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_denoise(context.handle(), handle(), weight_for_c, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_fft(const FftOptions &options, ContextRef context) const {
    detail::Arguments arguments;
    const auto window_for_c = arguments.text("window", options.window);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_fft(context.handle(), handle(), options.shift ? 1 : 0,
                                                   static_cast<std::int32_t>(options.output), options.remove_dc ? 1 : 0,
                                                   options.gaussian, window_for_c, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Table> ImageMethods<Tag>::try_profile_line(const std::array<double, 2> &src,
                                                                       const std::array<double, 2> &dst,
                                                                       const ProfileLineOptions &options,
                                                                       ContextRef context) const {
    detail::Arguments arguments;
    const auto linewidth_for_c = arguments.not_zero("linewidth", options.linewidth, "1 to 65536");
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Table, stoner_table> out;
    const std::int32_t c_status = stoner_image_profile_line(context.handle(), handle(), src.data(), dst.data(),
                                                            linewidth_for_c, static_cast<std::int32_t>(options.order),
                                                            static_cast<std::int32_t>(options.mode), options.cval,
                                                            options.constrain ? 1 : 0, options.real_units ? 1 : 0,
                                                            out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Table> ImageMethods<Tag>::try_profile_line_x(double x, const ProfileLineXOptions &options,
                                                                         ContextRef context) const {
    detail::Arguments arguments;
    const auto linewidth_for_c = arguments.not_zero("linewidth", options.linewidth, "1 to 65536");
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Table, stoner_table> out;
    const std::int32_t c_status = stoner_image_profile_line_x(context.handle(), handle(), x, linewidth_for_c,
                                                              static_cast<std::int32_t>(options.order),
                                                              static_cast<std::int32_t>(options.mode), options.cval,
                                                              options.constrain ? 1 : 0, options.real_units ? 1 : 0,
                                                              out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Table> ImageMethods<Tag>::try_profile_line_y(double y, const ProfileLineYOptions &options,
                                                                         ContextRef context) const {
    detail::Arguments arguments;
    const auto linewidth_for_c = arguments.not_zero("linewidth", options.linewidth, "1 to 65536");
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Table, stoner_table> out;
    const std::int32_t c_status = stoner_image_profile_line_y(context.handle(), handle(), y, linewidth_for_c,
                                                              static_cast<std::int32_t>(options.order),
                                                              static_cast<std::int32_t>(options.mode), options.cval,
                                                              options.constrain ? 1 : 0, options.real_units ? 1 : 0,
                                                              out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_radial_coordinates(const RadialCoordinatesOptions &options,
                                                                             ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_radial_coordinates(context.handle(), handle(),
                                                                  detail::pointer(options.centre),
                                                                  detail::pointer(options.pixel_size),
                                                                  options.size_from_map ? 1 : 0,
                                                                  static_cast<std::int32_t>(options.which),
                                                                  static_cast<std::int32_t>(options.angles), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Table> ImageMethods<Tag>::try_radial_profile(const RadialProfileOptions &options,
                                                                         ContextRef context) const {
    detail::Arguments arguments;
    const auto n_angle_for_c = arguments.count<std::int32_t>("angle", options.angle.size());
    const auto n_r_for_c = arguments.count<std::int64_t>("r", options.r.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Table, stoner_table> out;
    const std::int32_t c_status = stoner_image_radial_profile(context.handle(), handle(),
                                                              options.angle.empty() ? nullptr : options.angle.data(),
                                                              n_angle_for_c, options.sector_width,
                                                              options.r.empty() ? nullptr : options.r.data(), n_r_for_c,
                                                              detail::pointer(options.centre),
                                                              detail::pointer(options.pixel_size),
                                                              options.size_from_map ? 1 : 0,
                                                              static_cast<std::int32_t>(options.angles), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Table> ImageMethods<Tag>::try_hist(const HistOptions &options, ContextRef context) const {
    detail::Arguments arguments;
    const auto n_edges_for_c = arguments.count<std::int64_t>("edges", options.edges.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Table, stoner_table> out;
    const std::int32_t c_status = stoner_image_hist(context.handle(), handle(), options.bins,
                                                    options.edges.empty() ? nullptr : options.edges.data(), n_edges_for_c,
                                                    detail::pointer(options.range), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<std::int32_t> ImageMethods<Tag>::try_polarization(ContextRef context) const {
    std::int32_t polarization{};
    const std::int32_t c_status = stoner_image_polarization(context.handle(), handle(), &polarization);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return polarization;
}

template <class Tag> Result<bool> ImageMethods<Tag>::try_unlike(const Image &other, ContextRef context) const {
    std::int32_t unlike{};
    const std::int32_t c_status = stoner_image_unlike(context.handle(), handle(), other.handle(), &unlike);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return unlike != 0;
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_xmcd(const Image &b, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_xmcd(context.handle(), handle(), b.handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<std::vector<std::uint8_t>> ImageMethods<Tag>::try_to_rgba(const Keywords &keywords,
                                                                                      ContextRef context) const {
    detail::Arguments arguments;
    const auto options_for_c = arguments.options(keywords);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_to_rgba(context.handle(), handle(), options_for_c, buffer...);
    });
}

template <class Tag> Result<void> ImageMethods<Tag>::try_imshow(const Path &path, const Keywords &keywords,
                                                                ContextRef context) const {
    detail::Arguments arguments;
    const auto path_for_c = arguments.text("path", path);
    const auto options_for_c = arguments.options(keywords);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_imshow(context.handle(), handle(), path_for_c, options_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<std::vector<std::uint8_t>> ImageMethods<Tag>::try_imshow_rgba(std::int64_t width,
                                                                                          std::int64_t height,
                                                                                          const Keywords &keywords,
                                                                                          ContextRef context) const {
    detail::Arguments arguments;
    const auto options_for_c = arguments.options(keywords);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_imshow_rgba(context.handle(), handle(), options_for_c, width, height, buffer...);
    });
}

template <class Tag> Result<Table> ImageMethods<Tag>::try_imshow_layout(std::int64_t width, std::int64_t height,
                                                                        const Keywords &keywords, ContextRef context) const {
    detail::Arguments arguments;
    const auto options_for_c = arguments.options(keywords);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Table, stoner_table> out;
    const std::int32_t c_status = stoner_image_imshow_layout(context.handle(), handle(), options_for_c, width, height,
                                                             out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<void> ImageMethods<Tag>::try_plot_histogram(const Path &path, const Keywords &keywords,
                                                                        std::int64_t bins, ContextRef context) const {
    detail::Arguments arguments;
    const auto bins_for_c = arguments.not_zero("bins", bins, "1 to 16777216");
    const auto path_for_c = arguments.text("path", path);
    const auto options_for_c = arguments.options(keywords);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_plot_histogram(context.handle(), handle(), bins_for_c, path_for_c,
                                                              options_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<std::vector<std::uint8_t>> ImageMethods<Tag>::try_plot_histogram_rgba(std::int64_t width,
                                                                                                  std::int64_t height,
                                                                                                  const Keywords &keywords,
                                                                                                  std::int64_t bins,
                                                                                                  ContextRef context) const {
    detail::Arguments arguments;
    const auto bins_for_c = arguments.not_zero("bins", bins, "1 to 16777216");
    const auto options_for_c = arguments.options(keywords);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_plot_histogram_rgba(context.handle(), handle(), bins_for_c, options_for_c, width, height, buffer...);
    });
}

template <class Tag> Result<Table> ImageMethods<Tag>::try_plot_histogram_layout(std::int64_t width, std::int64_t height,
                                                                                const Keywords &keywords, std::int64_t bins,
                                                                                ContextRef context) const {
    detail::Arguments arguments;
    const auto bins_for_c = arguments.not_zero("bins", bins, "1 to 16777216");
    const auto options_for_c = arguments.options(keywords);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Table, stoner_table> out;
    const std::int32_t c_status = stoner_image_plot_histogram_layout(context.handle(), handle(), bins_for_c, options_for_c,
                                                                     width, height, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<std::vector<std::uint8_t>> ImageMethods<Tag>::try_read_mask(ContextRef context) const {
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_read_mask(context.handle(), handle(), buffer...);
    });
}

template <class Tag> Result<Metadata> ImageMethods<Tag>::try_metadata(ContextRef context) const {
    detail::New<Metadata, stoner_metadata> out;
    const std::int32_t c_status = stoner_image_metadata(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<void> ImageMethods<Tag>::try_set_metadata(const Metadata &metadata, ContextRef context) {
    const std::int32_t c_status = stoner_image_set_metadata(context.handle(), handle(), metadata.handle());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<bool> ImageMethods<Tag>::try_metadata_get_bool(const std::string &key,
                                                                           ContextRef context) const {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    std::int32_t value{};
    const std::int32_t c_status = stoner_image_metadata_get_bool(context.handle(), handle(), key_for_c, &value);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return value != 0;
}

template <class Tag> Result<std::int64_t> ImageMethods<Tag>::try_metadata_get_i64(const std::string &key,
                                                                                  ContextRef context) const {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    std::int64_t value{};
    const std::int32_t c_status = stoner_image_metadata_get_i64(context.handle(), handle(), key_for_c, &value);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return value;
}

template <class Tag> Result<double> ImageMethods<Tag>::try_metadata_get_f64(const std::string &key,
                                                                            ContextRef context) const {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    double value{};
    const std::int32_t c_status = stoner_image_metadata_get_f64(context.handle(), handle(), key_for_c, &value);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return value;
}

template <class Tag> Result<std::string> ImageMethods<Tag>::try_metadata_get_string(const std::string &key,
                                                                                    ContextRef context) const {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_image_metadata_get_string(context.handle(), handle(), key_for_c, buffer...);
    });
}

template <class Tag> Result<void> ImageMethods<Tag>::try_metadata_set_bool(const std::string &key, bool value,
                                                                           ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_metadata_set_bool(context.handle(), handle(), key_for_c, value ? 1 : 0);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_metadata_set_i64(const std::string &key, std::int64_t value,
                                                                          ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_metadata_set_i64(context.handle(), handle(), key_for_c, value);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_metadata_set_f64(const std::string &key, double value,
                                                                          ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_metadata_set_f64(context.handle(), handle(), key_for_c, value);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_metadata_set_string(const std::string &key,
                                                                             const std::string &value, ContextRef context) {
    detail::Arguments arguments;
    const auto key_for_c = arguments.text("key", key);
    const auto value_for_c = arguments.text("value", value);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_metadata_set_string(context.handle(), handle(), key_for_c, value_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<std::int64_t> ImageMethods<Tag>::try_plane_count(ContextRef context) const {
    std::int64_t n{};
    const std::int32_t c_status = stoner_image_plane_count(context.handle(), handle(), &n);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return n;
}

template <class Tag> Result<std::string> ImageMethods<Tag>::try_plane_name(std::int64_t index, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_image_plane_name(context.handle(), handle(), index, buffer...);
    });
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_plane(const std::string &name, ContextRef context) const {
    detail::Arguments arguments;
    const auto name_for_c = arguments.text("name", name);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_plane(context.handle(), handle(), name_for_c, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<std::string> ImageMethods<Tag>::try_plane_unit(const std::string &name,
                                                                           ContextRef context) const {
    detail::Arguments arguments;
    const auto name_for_c = arguments.text("name", name);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_image_plane_unit(context.handle(), handle(), name_for_c, buffer...);
    });
}

template <class Tag> Result<void> ImageMethods<Tag>::try_set_plane(const std::string &name, const Image &plane,
                                                                   const std::optional<std::string> &unit,
                                                                   ContextRef context) {
    detail::Arguments arguments;
    const auto name_for_c = arguments.text("name", name);
    const auto unit_for_c = arguments.text("unit", unit);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_set_plane(context.handle(), handle(), name_for_c, plane.handle(), unit_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_remove_plane(const std::string &name, ContextRef context) {
    detail::Arguments arguments;
    const auto name_for_c = arguments.text("name", name);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_remove_plane(context.handle(), handle(), name_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<MapResult> ImageMethods<Tag>::try_map(ContextRef context) const {
    std::array<double, 2> origin{};
    std::array<double, 4> step{};
    const std::int32_t c_status = stoner_image_map(context.handle(), handle(), origin.data(), step.data());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return MapResult{origin, step};
}

template <class Tag> Result<std::string> ImageMethods<Tag>::try_map_name(std::int32_t coordinate, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_image_map_name(context.handle(), handle(), coordinate, buffer...);
    });
}

template <class Tag> Result<std::string> ImageMethods<Tag>::try_map_unit(std::int32_t coordinate, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_image_map_unit(context.handle(), handle(), coordinate, buffer...);
    });
}

template <class Tag> Result<void> ImageMethods<Tag>::try_set_map(const std::array<double, 2> &origin,
                                                                 const SetMapOptions &options, ContextRef context) {
    detail::Arguments arguments;
    const auto name_x_for_c = arguments.text("name_x", options.name_x);
    const auto name_y_for_c = arguments.text("name_y", options.name_y);
    const auto unit_x_for_c = arguments.text("unit_x", options.unit_x);
    const auto unit_y_for_c = arguments.text("unit_y", options.unit_y);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_set_map(context.handle(), handle(), origin.data(),
                                                       detail::pointer(options.step), name_x_for_c, name_y_for_c,
                                                       unit_x_for_c, unit_y_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<PixelSizeResult> ImageMethods<Tag>::try_pixel_size(ContextRef context) const {
    double width{};
    double height{};
    const std::int32_t c_status = stoner_image_pixel_size(context.handle(), handle(), &width, &height);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return PixelSizeResult{width, height};
}

template <class Tag> Result<PositionResult> ImageMethods<Tag>::try_position(double column, double row,
                                                                            ContextRef context) const {
    double x{};
    double y{};
    const std::int32_t c_status = stoner_image_position(context.handle(), handle(), column, row, &x, &y);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return PositionResult{x, y};
}

template <class Tag> Result<std::vector<double>> ImageMethods<Tag>::try_quantity(Quantity quantity,
                                                                                 ContextRef context) const {
    return detail::filled<std::vector<double>>(context.handle(), [&](auto... buffer) {
        return stoner_image_quantity(context.handle(), handle(), static_cast<std::int32_t>(quantity), buffer...);
    });
}

template <class Tag> Result<std::string> ImageMethods<Tag>::try_frame_axis_key(ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_image_frame_axis_key(context.handle(), handle(), buffer...);
    });
}

template <class Tag> Result<std::string> ImageMethods<Tag>::try_frame_axis_name(ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_image_frame_axis_name(context.handle(), handle(), buffer...);
    });
}

template <class Tag> Result<std::string> ImageMethods<Tag>::try_frame_axis_unit(ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_image_frame_axis_unit(context.handle(), handle(), buffer...);
    });
}

template <class Tag> Result<std::vector<double>> ImageMethods<Tag>::try_frame_axis_values(ContextRef context) const {
    return detail::filled<std::vector<double>>(context.handle(), [&](auto... buffer) {
        return stoner_image_frame_axis_values(context.handle(), handle(), buffer...);
    });
}

template <class Tag> Result<void> ImageMethods<Tag>::try_set_frame_axis(Span<double> values,
                                                                        const SetFrameAxisOptions &options,
                                                                        ContextRef context) {
    detail::Arguments arguments;
    const auto name_for_c = arguments.text("name", options.name);
    const auto unit_for_c = arguments.text("unit", options.unit);
    const auto n_values_for_c = arguments.count<std::int64_t>("values", values.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_set_frame_axis(context.handle(), handle(), name_for_c, unit_for_c,
                                                              values.data(), n_values_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<std::int64_t> ImageMethods<Tag>::try_itemsize(ContextRef context) const {
    std::int64_t itemsize{};
    const std::int32_t c_status = stoner_image_itemsize(context.handle(), handle(), &itemsize);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return itemsize;
}

template <class Tag> Result<std::int64_t> ImageMethods<Tag>::try_nbytes(ContextRef context) const {
    std::int64_t nbytes{};
    const std::int32_t c_status = stoner_image_nbytes(context.handle(), handle(), &nbytes);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return nbytes;
}

template <class Tag> Result<std::vector<std::int64_t>> ImageMethods<Tag>::try_strides(ContextRef context) const {
    return detail::filled<std::vector<std::int64_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_strides(context.handle(), handle(), buffer...);
    });
}

template <class Tag> Result<bool> ImageMethods<Tag>::try_iscontiguous(ContextRef context) const {
    std::int32_t contiguous{};
    const std::int32_t c_status = stoner_image_iscontiguous(context.handle(), handle(), &contiguous);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return contiguous != 0;
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_reshape(Span<std::int64_t> shape, Order order,
                                                                  ContextRef context) const {
    detail::Arguments arguments;
    const auto n_shape_for_c = arguments.count<std::int32_t>("shape", shape.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_reshape(context.handle(), handle(), shape.data(), n_shape_for_c,
                                                       static_cast<std::int32_t>(order), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_transpose(Span<std::int32_t> axes, ContextRef context) const {
    detail::Arguments arguments;
    const auto n_axes_for_c = arguments.count<std::int32_t>("axes", axes.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_transpose_axes(context.handle(), handle(),
                                                              axes.empty() ? nullptr : axes.data(), n_axes_for_c, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_swapaxes(std::int32_t axis1, std::int32_t axis2,
                                                                   ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_swapaxes(context.handle(), handle(), axis1, axis2, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_squeeze(Span<std::int32_t> axes, ContextRef context) const {
    detail::Arguments arguments;
    const auto n_axes_for_c = arguments.count<std::int32_t>("axes", axes.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_squeeze(context.handle(), handle(), axes.empty() ? nullptr : axes.data(),
                                                       n_axes_for_c, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_ravel(Order order, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_ravel(context.handle(), handle(), static_cast<std::int32_t>(order),
                                                     out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_flatten(Order order, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_flatten(context.handle(), handle(), static_cast<std::int32_t>(order),
                                                       out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<void> ImageMethods<Tag>::try_resize(Span<std::int64_t> shape, ContextRef context) {
    detail::Arguments arguments;
    const auto n_shape_for_c = arguments.count<std::int32_t>("shape", shape.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_resize(context.handle(), handle(), shape.data(), n_shape_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_astype(Dtype dtype, const AstypeOptions &options,
                                                                 ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_astype(context.handle(), handle(), static_cast<std::int32_t>(dtype),
                                                      static_cast<std::int32_t>(options.order),
                                                      static_cast<std::int32_t>(options.casting), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_view(Dtype dtype, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_view(context.handle(), handle(), static_cast<std::int32_t>(dtype), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_byteswap(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_byteswap(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_newbyteorder(ByteOrder byte_order, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_newbyteorder(context.handle(), handle(),
                                                            static_cast<std::int32_t>(byte_order), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_getfield(Dtype dtype, std::int64_t offset,
                                                                   ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_getfield(context.handle(), handle(), static_cast<std::int32_t>(dtype), offset,
                                                        out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<void> ImageMethods<Tag>::try_setfield(const Image &values, Dtype dtype, std::int64_t offset,
                                                                  ContextRef context) {
    const std::int32_t c_status = stoner_image_setfield(context.handle(), handle(), values.handle(),
                                                        static_cast<std::int32_t>(dtype), offset);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<std::int32_t> ImageMethods<Tag>::try_flags(ContextRef context) const {
    std::int32_t flags{};
    const std::int32_t c_status = stoner_image_flags(context.handle(), handle(), &flags);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return flags;
}

template <class Tag> Result<std::array<std::int64_t, 2>> ImageMethods<Tag>::try_ids(ContextRef context) const {
    std::array<std::int64_t, 2> ids{};
    const std::int32_t c_status = stoner_image_ids(context.handle(), handle(), ids.data());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return ids;
}

template <class Tag> Result<void> ImageMethods<Tag>::try_harden_mask(ContextRef context) {
    const std::int32_t c_status = stoner_image_harden_mask(context.handle(), handle());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_soften_mask(ContextRef context) {
    const std::int32_t c_status = stoner_image_soften_mask(context.handle(), handle());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<bool> ImageMethods<Tag>::try_hardmask(ContextRef context) const {
    std::int32_t hard{};
    const std::int32_t c_status = stoner_image_hardmask(context.handle(), handle(), &hard);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return hard != 0;
}

template <class Tag> Result<void> ImageMethods<Tag>::try_shrink_mask(ContextRef context) {
    const std::int32_t c_status = stoner_image_shrink_mask(context.handle(), handle());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_set_fill_value(const std::optional<Number> &fill_value,
                                                                        ContextRef context) {
    const std::int32_t c_status = stoner_image_set_fill_value_as(context.handle(), handle(), detail::dtype_code(fill_value),
                                                                 detail::address(fill_value));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_filled(const std::optional<Number> &fill_value,
                                                                 ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_filled_as(context.handle(), handle(), detail::dtype_code(fill_value),
                                                         detail::address(fill_value), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_compressed(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_compressed(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<std::vector<std::uint8_t>> ImageMethods<Tag>::try_toflex(ContextRef context) const {
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_toflex(context.handle(), handle(), buffer...);
    });
}

template <class Tag> Result<std::vector<std::uint8_t>> ImageMethods<Tag>::try_torecords(ContextRef context) const {
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_torecords(context.handle(), handle(), buffer...);
    });
}

template <class Tag> Result<void> ImageMethods<Tag>::try_itemset(const Number &value, Span<std::int64_t> index,
                                                                 ContextRef context) {
    detail::Arguments arguments;
    const auto n_index_for_c = arguments.count<std::int64_t>("index", index.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_itemset_as(context.handle(), handle(), index.empty() ? nullptr : index.data(),
                                                          n_index_for_c, detail::dtype_code(value), detail::address(value));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_fill(const Number &value, ContextRef context) {
    const std::int32_t c_status = stoner_image_fill_as(context.handle(), handle(), detail::dtype_code(value),
                                                       detail::address(value));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<void> ImageMethods<Tag>::try_put(Span<std::int64_t> indices, const Image &values, Index mode,
                                                             ContextRef context) {
    detail::Arguments arguments;
    const auto n_indices_for_c = arguments.count<std::int64_t>("indices", indices.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_put(context.handle(), handle(), indices.data(), n_indices_for_c,
                                                   values.handle(), static_cast<std::int32_t>(mode));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_take(Span<std::int64_t> indices, const TakeOptions &options,
                                                               ContextRef context) const {
    detail::Arguments arguments;
    const auto n_indices_for_c = arguments.count<std::int64_t>("indices", indices.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_take(context.handle(), handle(), indices.data(), n_indices_for_c,
                                                    detail::pointer(options.axis), static_cast<std::int32_t>(options.mode),
                                                    out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_choose(Span<Image> choices, Index mode, ContextRef context) const {
    detail::Arguments arguments;
    const auto choices_handles = detail::handles<const stoner_image>(choices);
    const auto n_choices_for_c = arguments.count<std::int64_t>("choices", choices.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_choose(context.handle(), handle(), choices_handles.data(), n_choices_for_c,
                                                      static_cast<std::int32_t>(mode), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_compress(Span<std::uint8_t> condition,
                                                                   std::optional<std::int32_t> axis,
                                                                   ContextRef context) const {
    detail::Arguments arguments;
    const auto n_condition_for_c = arguments.count<std::int64_t>("condition", condition.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_compress(context.handle(), handle(), condition.data(), n_condition_for_c,
                                                        detail::pointer(axis), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_repeat(Span<std::int64_t> repeats,
                                                                 std::optional<std::int32_t> axis,
                                                                 ContextRef context) const {
    detail::Arguments arguments;
    const auto n_repeats_for_c = arguments.count<std::int64_t>("repeats", repeats.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_repeat(context.handle(), handle(), repeats.data(), n_repeats_for_c,
                                                      detail::pointer(axis), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_diagonal(const DiagonalOptions &options,
                                                                   ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_diagonal(context.handle(), handle(), options.offset, options.axis1,
                                                        options.axis2, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_nonzero(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_nonzero(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_clip(const ClipOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_clip_as(context.handle(), handle(), detail::dtype_code(options.min),
                                                       detail::address(options.min), detail::dtype_code(options.max),
                                                       detail::address(options.max), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_clip_images(const ClipImagesOptions &options,
                                                                      ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_clip_images(context.handle(), handle(), detail::handle_of(options.min),
                                                           detail::handle_of(options.max), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_round(std::int32_t decimals, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_round(context.handle(), handle(), decimals, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_real(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_real(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_get_real(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_get_real(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_imag(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_imag(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_get_imag(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_get_imag(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_conj(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_conj(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_conjugate(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_conjugate(context.handle(), handle(), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_all(const AllOptions &options, ContextRef context) const {
    detail::Arguments arguments;
    const auto n_axes_for_c = arguments.count<std::int32_t>("axes", options.axes.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_all(context.handle(), handle(),
                                                   options.axes.empty() ? nullptr : options.axes.data(), n_axes_for_c,
                                                   options.keepdims ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Masked<double>> ImageMethods<Tag>::try_all(ContextRef context) const {
    double value{};
    std::int32_t masked{};
    const std::int32_t c_status = stoner_image_all_value(context.handle(), handle(), &value, &masked);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return Masked<double>{value, masked != 0};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_any(const AnyOptions &options, ContextRef context) const {
    detail::Arguments arguments;
    const auto n_axes_for_c = arguments.count<std::int32_t>("axes", options.axes.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_any(context.handle(), handle(),
                                                   options.axes.empty() ? nullptr : options.axes.data(), n_axes_for_c,
                                                   options.keepdims ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Masked<double>> ImageMethods<Tag>::try_any(ContextRef context) const {
    double value{};
    std::int32_t masked{};
    const std::int32_t c_status = stoner_image_any_value(context.handle(), handle(), &value, &masked);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return Masked<double>{value, masked != 0};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_sum(const SumOptions &options, ContextRef context) const {
    detail::Arguments arguments;
    const auto n_axes_for_c = arguments.count<std::int32_t>("axes", options.axes.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_sum(context.handle(), handle(),
                                                   options.axes.empty() ? nullptr : options.axes.data(), n_axes_for_c,
                                                   static_cast<std::int32_t>(options.dtype), options.keepdims ? 1 : 0,
                                                   out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Masked<double>> ImageMethods<Tag>::try_sum(ContextRef context) const {
    double value{};
    std::int32_t masked{};
    const std::int32_t c_status = stoner_image_sum_value(context.handle(), handle(), &value, &masked);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return Masked<double>{value, masked != 0};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_prod(const ProdOptions &options, ContextRef context) const {
    detail::Arguments arguments;
    const auto n_axes_for_c = arguments.count<std::int32_t>("axes", options.axes.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_prod(context.handle(), handle(),
                                                    options.axes.empty() ? nullptr : options.axes.data(), n_axes_for_c,
                                                    static_cast<std::int32_t>(options.dtype), options.keepdims ? 1 : 0,
                                                    out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Masked<double>> ImageMethods<Tag>::try_prod(ContextRef context) const {
    double value{};
    std::int32_t masked{};
    const std::int32_t c_status = stoner_image_prod_value(context.handle(), handle(), &value, &masked);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return Masked<double>{value, masked != 0};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_product(const ProductOptions &options, ContextRef context) const {
    detail::Arguments arguments;
    const auto n_axes_for_c = arguments.count<std::int32_t>("axes", options.axes.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_product(context.handle(), handle(),
                                                       options.axes.empty() ? nullptr : options.axes.data(), n_axes_for_c,
                                                       static_cast<std::int32_t>(options.dtype), options.keepdims ? 1 : 0,
                                                       out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Masked<double>> ImageMethods<Tag>::try_product(ContextRef context) const {
    double value{};
    std::int32_t masked{};
    const std::int32_t c_status = stoner_image_product_value(context.handle(), handle(), &value, &masked);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return Masked<double>{value, masked != 0};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_count(const CountOptions &options, ContextRef context) const {
    detail::Arguments arguments;
    const auto n_axes_for_c = arguments.count<std::int32_t>("axes", options.axes.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_count(context.handle(), handle(),
                                                     options.axes.empty() ? nullptr : options.axes.data(), n_axes_for_c,
                                                     options.keepdims ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<std::int64_t> ImageMethods<Tag>::try_count(ContextRef context) const {
    std::int64_t n{};
    const std::int32_t c_status = stoner_image_count_value(context.handle(), handle(), &n);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return n;
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_mean(const MeanOptions &options, ContextRef context) const {
    detail::Arguments arguments;
    const auto n_axes_for_c = arguments.count<std::int32_t>("axes", options.axes.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_mean(context.handle(), handle(),
                                                    options.axes.empty() ? nullptr : options.axes.data(), n_axes_for_c,
                                                    static_cast<std::int32_t>(options.dtype), options.keepdims ? 1 : 0,
                                                    out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Masked<double>> ImageMethods<Tag>::try_mean(ContextRef context) const {
    double value{};
    std::int32_t masked{};
    const std::int32_t c_status = stoner_image_mean_value(context.handle(), handle(), &value, &masked);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return Masked<double>{value, masked != 0};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_var(const VarOptions &options, ContextRef context) const {
    detail::Arguments arguments;
    const auto n_axes_for_c = arguments.count<std::int32_t>("axes", options.axes.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_var(context.handle(), handle(),
                                                   options.axes.empty() ? nullptr : options.axes.data(), n_axes_for_c,
                                                   static_cast<std::int32_t>(options.dtype), options.ddof,
                                                   options.keepdims ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Masked<double>> ImageMethods<Tag>::try_var(std::int64_t ddof, ContextRef context) const {
    double value{};
    std::int32_t masked{};
    const std::int32_t c_status = stoner_image_var_value(context.handle(), handle(), ddof, &value, &masked);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return Masked<double>{value, masked != 0};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_std(const StdOptions &options, ContextRef context) const {
    detail::Arguments arguments;
    const auto n_axes_for_c = arguments.count<std::int32_t>("axes", options.axes.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_std(context.handle(), handle(),
                                                   options.axes.empty() ? nullptr : options.axes.data(), n_axes_for_c,
                                                   static_cast<std::int32_t>(options.dtype), options.ddof,
                                                   options.keepdims ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Masked<double>> ImageMethods<Tag>::try_std(std::int64_t ddof, ContextRef context) const {
    double value{};
    std::int32_t masked{};
    const std::int32_t c_status = stoner_image_std_value(context.handle(), handle(), ddof, &value, &masked);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return Masked<double>{value, masked != 0};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_anom(const AnomOptions &options, ContextRef context) const {
    detail::Arguments arguments;
    const auto n_axes_for_c = arguments.count<std::int32_t>("axes", options.axes.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_anom(context.handle(), handle(),
                                                    options.axes.empty() ? nullptr : options.axes.data(), n_axes_for_c,
                                                    static_cast<std::int32_t>(options.dtype), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_min(const MinOptions &options, ContextRef context) const {
    detail::Arguments arguments;
    const auto n_axes_for_c = arguments.count<std::int32_t>("axes", options.axes.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_min(context.handle(), handle(),
                                                   options.axes.empty() ? nullptr : options.axes.data(), n_axes_for_c,
                                                   detail::choice(options.fill_value, Fill::value),
                                                   options.fill_value.value_or(0.0), options.keepdims ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Masked<double>> ImageMethods<Tag>::try_min(ContextRef context) const {
    double value{};
    std::int32_t masked{};
    const std::int32_t c_status = stoner_image_min_value(context.handle(), handle(), &value, &masked);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return Masked<double>{value, masked != 0};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_max(const MaxOptions &options, ContextRef context) const {
    detail::Arguments arguments;
    const auto n_axes_for_c = arguments.count<std::int32_t>("axes", options.axes.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_max(context.handle(), handle(),
                                                   options.axes.empty() ? nullptr : options.axes.data(), n_axes_for_c,
                                                   detail::choice(options.fill_value, Fill::value),
                                                   options.fill_value.value_or(0.0), options.keepdims ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Masked<double>> ImageMethods<Tag>::try_max(ContextRef context) const {
    double value{};
    std::int32_t masked{};
    const std::int32_t c_status = stoner_image_max_value(context.handle(), handle(), &value, &masked);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return Masked<double>{value, masked != 0};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_mini(std::optional<std::int32_t> axis, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_mini(context.handle(), handle(), detail::pointer(axis), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_ptp(const PtpOptions &options, ContextRef context) const {
    detail::Arguments arguments;
    const auto n_axes_for_c = arguments.count<std::int32_t>("axes", options.axes.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_ptp(context.handle(), handle(),
                                                   options.axes.empty() ? nullptr : options.axes.data(), n_axes_for_c,
                                                   detail::choice(options.fill_value, Fill::value),
                                                   options.fill_value.value_or(0.0), options.keepdims ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Masked<double>> ImageMethods<Tag>::try_ptp(ContextRef context) const {
    double value{};
    std::int32_t masked{};
    const std::int32_t c_status = stoner_image_ptp_value(context.handle(), handle(), &value, &masked);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return Masked<double>{value, masked != 0};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_argmin(const ArgminOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_argmin(context.handle(), handle(), detail::pointer(options.axis),
                                                      detail::choice(options.fill_value, Fill::value),
                                                      options.fill_value.value_or(0.0), options.keepdims ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<std::int64_t> ImageMethods<Tag>::try_argmin(ContextRef context) const {
    std::int64_t index{};
    const std::int32_t c_status = stoner_image_argmin_value(context.handle(), handle(), &index);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return index;
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_argmax(const ArgmaxOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_argmax(context.handle(), handle(), detail::pointer(options.axis),
                                                      detail::choice(options.fill_value, Fill::value),
                                                      options.fill_value.value_or(0.0), options.keepdims ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<std::int64_t> ImageMethods<Tag>::try_argmax(ContextRef context) const {
    std::int64_t index{};
    const std::int32_t c_status = stoner_image_argmax_value(context.handle(), handle(), &index);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return index;
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_cumsum(const CumsumOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_cumsum(context.handle(), handle(), detail::pointer(options.axis),
                                                      static_cast<std::int32_t>(options.dtype), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_cumprod(const CumprodOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_cumprod(context.handle(), handle(), detail::pointer(options.axis),
                                                       static_cast<std::int32_t>(options.dtype), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_dot(const Image &b, bool strict, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_dot(context.handle(), handle(), b.handle(), strict ? 1 : 0, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_trace(const TraceOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_trace(context.handle(), handle(), options.offset, options.axis1,
                                                     options.axis2, static_cast<std::int32_t>(options.dtype), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<double> ImageMethods<Tag>::try_trace(std::int64_t offset, ContextRef context) const {
    double value{};
    const std::int32_t c_status = stoner_image_trace_value(context.handle(), handle(), offset, &value);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return value;
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_sort(const SortOptions &options, ContextRef context) const {
    const std::int32_t axis_number = options.axis.value_or(STONER_AXIS_NONE);
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_sort(context.handle(), handle(), &axis_number, options.endwith ? 1 : 0,
                                                    detail::choice(options.fill_value, Fill::value),
                                                    options.fill_value.value_or(0.0), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_argsort(const ArgsortOptions &options, ContextRef context) const {
    const std::int32_t axis_number = options.axis.value_or(STONER_AXIS_NONE);
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_argsort(context.handle(), handle(), &axis_number, options.endwith ? 1 : 0,
                                                       detail::choice(options.fill_value, Fill::value),
                                                       options.fill_value.value_or(0.0), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_partition(Span<std::int64_t> kth, const PartitionOptions &options,
                                                                    ContextRef context) const {
    detail::Arguments arguments;
    const auto n_kth_for_c = arguments.count<std::int32_t>("kth", kth.size());
    const std::int32_t axis_number = options.axis.value_or(STONER_AXIS_NONE);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_partition(context.handle(), handle(), kth.data(), n_kth_for_c, &axis_number,
                                                         options.endwith ? 1 : 0,
                                                         detail::choice(options.fill_value, Fill::value),
                                                         options.fill_value.value_or(0.0), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_argpartition(Span<std::int64_t> kth,
                                                                       const ArgpartitionOptions &options,
                                                                       ContextRef context) const {
    detail::Arguments arguments;
    const auto n_kth_for_c = arguments.count<std::int32_t>("kth", kth.size());
    const std::int32_t axis_number = options.axis.value_or(STONER_AXIS_NONE);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_argpartition(context.handle(), handle(), kth.data(), n_kth_for_c,
                                                            &axis_number, options.endwith ? 1 : 0,
                                                            detail::choice(options.fill_value, Fill::value),
                                                            options.fill_value.value_or(0.0), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_searchsorted(const Image &v, const SearchsortedOptions &options,
                                                                       ContextRef context) const {
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_searchsorted(context.handle(), handle(), v.handle(),
                                                            static_cast<std::int32_t>(options.side),
                                                            detail::handle_of(options.sorter), out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<std::vector<double>> ImageMethods<Tag>::try_percentile(Span<double> q,
                                                                                   ContextRef context) const {
    detail::Arguments arguments;
    const auto n_q_for_c = arguments.count<std::int32_t>("q", q.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    std::vector<double> values(q.size());
    const std::int32_t c_status = stoner_image_percentile(context.handle(), handle(), q.data(), n_q_for_c, values.data());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return values;
}

template <class Tag> Result<std::vector<std::uint8_t>> ImageMethods<Tag>::try_tobytes(const TobytesOptions &options,
                                                                                      ContextRef context) const {
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_tobytes(context.handle(), handle(), detail::choice(options.fill_value, Fill::value), options.fill_value.value_or(0.0), static_cast<std::int32_t>(options.order), buffer...);
    });
}

template <class Tag> Result<std::vector<std::uint8_t>> ImageMethods<Tag>::try_tostring(const TostringOptions &options,
                                                                                       ContextRef context) const {
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_tostring(context.handle(), handle(), detail::choice(options.fill_value, Fill::value), options.fill_value.value_or(0.0), static_cast<std::int32_t>(options.order), buffer...);
    });
}

template <class Tag> Result<void> ImageMethods<Tag>::try_tofile(const Path &path, ContextRef context) const {
    detail::Arguments arguments;
    const auto path_for_c = arguments.text("path", path);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_tofile(context.handle(), handle(), path_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<std::vector<std::uint8_t>> ImageMethods<Tag>::try_dumps(ContextRef context) const {
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_dumps(context.handle(), handle(), buffer...);
    });
}

template <class Tag> Result<void> ImageMethods<Tag>::try_dump(const Path &path, ContextRef context) const {
    detail::Arguments arguments;
    const auto path_for_c = arguments.text("path", path);
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_image_dump(context.handle(), handle(), path_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_apply(const std::string &operation, const Keywords &keywords,
                                                                ContextRef context) const {
    detail::Arguments arguments;
    const auto operation_for_c = arguments.text("operation", operation);
    const auto options_for_c = arguments.options(keywords);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_apply(context.handle(), handle(), operation_for_c, options_for_c, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<Image> ImageMethods<Tag>::try_apply_all(const std::string &steps, ContextRef context) const {
    detail::Arguments arguments;
    const auto steps_for_c = arguments.text("steps", steps);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_apply_all(context.handle(), handle(), steps_for_c, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

template <class Tag> Result<void> ImageMethods<Tag>::try_get_filename(Dialog what, ContextRef context) {
    const std::int32_t c_status = stoner_image_get_filename(context.handle(), handle(), static_cast<std::int32_t>(what));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

template <class Tag> Result<std::array<double, 4>> ImageMethods<Tag>::try_line_select(ContextRef context) const {
    std::array<double, 4> ends{};
    const std::int32_t c_status = stoner_image_line_select(context.handle(), handle(), ends.data());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return ends;
}

#if STONER_EXCEPTIONS
template <class Tag> void ImageMethods<Tag>::save(const std::optional<Path> &path, const SaveOptions &options,
                                                  ContextRef context) const {
    try_save(path, options, context).value();
}

template <class Tag> void ImageMethods<Tag>::save_tiff(const Path &path, bool forcetype, ContextRef context) const {
    try_save_tiff(path, forcetype, context).value();
}

template <class Tag> void ImageMethods<Tag>::save_png(const Path &path, ContextRef context) const {
    try_save_png(path, context).value();
}

template <class Tag> void ImageMethods<Tag>::save_npy(const Path &path, ContextRef context) const {
    try_save_npy(path, context).value();
}

template <class Tag> Image ImageMethods<Tag>::frame(std::int64_t index, ContextRef context) const {
    return try_frame(index, context).value();
}

template <class Tag> void ImageMethods<Tag>::assign(const Image &source, ContextRef context) {
    try_assign(source, context).value();
}

template <class Tag> Image ImageMethods<Tag>::do_nothing(ContextRef context) const {
    return try_do_nothing(context).value();
}

template <class Tag> bool ImageMethods<Tag>::equal(const Image &b, bool all, ContextRef context) const {
    return try_equal(b, all, context).value();
}

template <class Tag> std::int32_t ImageMethods<Tag>::ndim(ContextRef context) const {
    return try_ndim(context).value();
}

template <class Tag> std::vector<std::int64_t> ImageMethods<Tag>::shape(ContextRef context) const {
    return try_shape(context).value();
}

template <class Tag> Dtype ImageMethods<Tag>::dtype(ContextRef context) const {
    return try_dtype(context).value();
}

template <class Tag> std::int64_t ImageMethods<Tag>::size(ContextRef context) const {
    return try_size(context).value();
}

template <class Tag> std::string ImageMethods<Tag>::title(ContextRef context) const {
    return try_title(context).value();
}

template <class Tag> void ImageMethods<Tag>::set_title(const std::optional<std::string> &title, ContextRef context) {
    try_set_title(title, context).value();
}

template <class Tag> std::string ImageMethods<Tag>::filename(ContextRef context) const {
    return try_filename(context).value();
}

template <class Tag> void ImageMethods<Tag>::set_filename(const std::optional<Path> &filename, ContextRef context) {
    try_set_filename(filename, context).value();
}

template <class Tag> Image ImageMethods<Tag>::CW(ContextRef context) const {
    return try_CW(context).value();
}

template <class Tag> Image ImageMethods<Tag>::CCW(ContextRef context) const {
    return try_CCW(context).value();
}

template <class Tag> Image ImageMethods<Tag>::flip_h(ContextRef context) const {
    return try_flip_h(context).value();
}

template <class Tag> Image ImageMethods<Tag>::flip_v(ContextRef context) const {
    return try_flip_v(context).value();
}

template <class Tag> Image ImageMethods<Tag>::T(ContextRef context) const {
    return try_T(context).value();
}

template <class Tag> Image ImageMethods<Tag>::crop(const Box &box, ContextRef context) const {
    return try_crop(box, context).value();
}

template <class Tag> Box ImageMethods<Tag>::box_from_border(std::int64_t border, ContextRef context) const {
    return try_box_from_border(border, context).value();
}

template <class Tag> Box ImageMethods<Tag>::box_from_border_fraction(double fraction, ContextRef context) const {
    return try_box_from_border_fraction(fraction, context).value();
}

template <class Tag> Box ImageMethods<Tag>::box_from_fraction(const std::array<double, 4> &fractions,
                                                              ContextRef context) const {
    return try_box_from_fraction(fractions, context).value();
}

template <class Tag> Box ImageMethods<Tag>::box_from_metadata(const std::string &key, ContextRef context) const {
    return try_box_from_metadata(key, context).value();
}

template <class Tag> Box ImageMethods<Tag>::max_box(ContextRef context) const {
    return try_max_box(context).value();
}

template <class Tag> double ImageMethods<Tag>::aspect(ContextRef context) const {
    return try_aspect(context).value();
}

template <class Tag> std::array<double, 2> ImageMethods<Tag>::centre(ContextRef context) const {
    return try_centre(context).value();
}

template <class Tag> Image ImageMethods<Tag>::rotate(double angle, const RotateOptions &options, ContextRef context) const {
    return try_rotate(angle, options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::translate(const std::array<double, 2> &translation,
                                                        const TranslateOptions &options, ContextRef context) const {
    return try_translate(translation, options, context).value();
}

template <class Tag> std::array<double, 4> ImageMethods<Tag>::translate_limits(const std::array<double, 2> &translation,
                                                                               bool reverse, ContextRef context) const {
    return try_translate_limits(translation, reverse, context).value();
}

template <class Tag> std::array<double, 2> ImageMethods<Tag>::register_(const Image &reference,
                                                                        const RegisterOptions &options,
                                                                        ContextRef context) const {
    return try_register_(reference, options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::align(const Image &reference, const AlignOptions &options,
                                                    ContextRef context) const {
    return try_align(reference, options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::correct_drift(const Image &reference, const CorrectDriftOptions &options,
                                                            ContextRef context) const {
    return try_correct_drift(reference, options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::align_stack(const AlignStackOptions &options, ContextRef context) const {
    return try_align_stack(options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::griddata(const Image &values, const Image &xi, const GriddataOptions &options,
                                                       ContextRef context) const {
    return try_griddata(values, xi, options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::gridimage(const GridimageOptions &options, ContextRef context) const {
    return try_gridimage(options, context).value();
}

template <class Tag> void ImageMethods<Tag>::draw_line(std::int64_t x0, std::int64_t y0, std::int64_t x1, std::int64_t y1,
                                                       const Number &value, Draw target, ContextRef context) {
    try_draw_line(x0, y0, x1, y1, value, target, context).value();
}

template <class Tag> void ImageMethods<Tag>::draw_disk(double x, double y, double radius, const Number &value, Draw target,
                                                       ContextRef context) {
    try_draw_disk(x, y, radius, value, target, context).value();
}

template <class Tag> void ImageMethods<Tag>::draw_circle(double x, double y, double radius, const Number &value, Draw target,
                                                         ContextRef context) {
    try_draw_circle(x, y, radius, value, target, context).value();
}

template <class Tag> void ImageMethods<Tag>::draw_annulus(double x, double y, double radius1, double radius2,
                                                          const Number &value, Draw target, ContextRef context) {
    try_draw_annulus(x, y, radius1, radius2, value, target, context).value();
}

template <class Tag> void ImageMethods<Tag>::draw_circle_perimeter(std::int64_t x, std::int64_t y, std::int64_t radius,
                                                                   const Number &value,
                                                                   const DrawCirclePerimeterOptions &options,
                                                                   ContextRef context) {
    try_draw_circle_perimeter(x, y, radius, value, options, context).value();
}

template <class Tag> void ImageMethods<Tag>::draw_ellipse(double x, double y, double x_radius, double y_radius,
                                                          const Number &value, const DrawEllipseOptions &options,
                                                          ContextRef context) {
    try_draw_ellipse(x, y, x_radius, y_radius, value, options, context).value();
}

template <class Tag> void ImageMethods<Tag>::draw_ellipse_perimeter(std::int64_t x, std::int64_t y, std::int64_t x_radius,
                                                                    std::int64_t y_radius, const Number &value,
                                                                    const DrawEllipsePerimeterOptions &options,
                                                                    ContextRef context) {
    try_draw_ellipse_perimeter(x, y, x_radius, y_radius, value, options, context).value();
}

template <class Tag> void ImageMethods<Tag>::draw_polygon(Span<double> x, Span<double> y, const Number &value, Draw target,
                                                          ContextRef context) {
    try_draw_polygon(x, y, value, target, context).value();
}

template <class Tag> void ImageMethods<Tag>::draw_polygon_perimeter(Span<double> x, Span<double> y, const Number &value,
                                                                    const DrawPolygonPerimeterOptions &options,
                                                                    ContextRef context) {
    try_draw_polygon_perimeter(x, y, value, options, context).value();
}

template <class Tag> void ImageMethods<Tag>::draw_rectangle(double x0, double y0, double x1, double y1, const Number &value,
                                                            Draw target, ContextRef context) {
    try_draw_rectangle(x0, y0, x1, y1, value, target, context).value();
}

template <class Tag> void ImageMethods<Tag>::draw_rectangle_perimeter(double x0, double y0, double x1, double y1,
                                                                      const Number &value,
                                                                      const DrawRectanglePerimeterOptions &options,
                                                                      ContextRef context) {
    try_draw_rectangle_perimeter(x0, y0, x1, y1, value, options, context).value();
}

template <class Tag> void ImageMethods<Tag>::draw_rotated_rectangle(double x, double y, double width, double height,
                                                                    double angle, const Number &value, Draw target,
                                                                    ContextRef context) {
    try_draw_rotated_rectangle(x, y, width, height, angle, value, target, context).value();
}

template <class Tag> void ImageMethods<Tag>::draw_rotated_rectangle_perimeter(double x, double y, double width,
                                                                              double height, double angle,
                                                                              const Number &value, Draw target,
                                                                              ContextRef context) {
    try_draw_rotated_rectangle_perimeter(x, y, width, height, angle, value, target, context).value();
}

template <class Tag> void ImageMethods<Tag>::draw_square(double x, double y, double width, const Number &value,
                                                         const DrawSquareOptions &options, ContextRef context) {
    try_draw_square(x, y, width, value, options, context).value();
}

template <class Tag> void ImageMethods<Tag>::draw_bezier_curve(std::int64_t x0, std::int64_t y0, std::int64_t x1,
                                                               std::int64_t y1, std::int64_t x2, std::int64_t y2,
                                                               double weight, const Number &value, Draw target,
                                                               ContextRef context) {
    try_draw_bezier_curve(x0, y0, x1, y1, x2, y2, weight, value, target, context).value();
}

template <class Tag> Image ImageMethods<Tag>::arithmetic(Arithmetic operation, const Image &b, Dtype dtype,
                                                         ContextRef context) const {
    return try_arithmetic(operation, b, dtype, context).value();
}

template <class Tag> Image ImageMethods<Tag>::arithmetic_scalar(Arithmetic operation, double value,
                                                                const ArithmeticScalarOptions &options,
                                                                ContextRef context) const {
    return try_arithmetic_scalar(operation, value, options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::compare(Comparison comparison, const Image &b, ContextRef context) const {
    return try_compare(comparison, b, context).value();
}

template <class Tag> Image ImageMethods<Tag>::compare_scalar(Comparison comparison, double value, ContextRef context) const {
    return try_compare_scalar(comparison, value, context).value();
}

template <class Tag> Image ImageMethods<Tag>::logic(Logic operation, const Image *b, ContextRef context) const {
    return try_logic(operation, b, context).value();
}

template <class Tag> Image ImageMethods<Tag>::math(Math function, Dtype dtype, ContextRef context) const {
    return try_math(function, dtype, context).value();
}

template <class Tag> Image ImageMethods<Tag>::where(const Image &a, const Image &b, ContextRef context) const {
    return try_where(a, b, context).value();
}

template <class Tag> void ImageMethods<Tag>::arithmetic_into(Arithmetic operation, const Image &b, Image &target,
                                                             Dtype dtype, ContextRef context) const {
    try_arithmetic_into(operation, b, target, dtype, context).value();
}

template <class Tag> void ImageMethods<Tag>::arithmetic_scalar_into(Arithmetic operation, double value, Image &target,
                                                                    const ArithmeticScalarIntoOptions &options,
                                                                    ContextRef context) const {
    try_arithmetic_scalar_into(operation, value, target, options, context).value();
}

template <class Tag> void ImageMethods<Tag>::math_into(Math function, Image &target, Dtype dtype, ContextRef context) const {
    try_math_into(function, target, dtype, context).value();
}

template <class Tag> Image ImageMethods<Tag>::convert(Dtype dtype, const ConvertOptions &options, ContextRef context) const {
    return try_convert(dtype, options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::asfloat(const AsfloatOptions &options, ContextRef context) const {
    return try_asfloat(options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::clip_intensity(const ClipIntensityOptions &options, ContextRef context) const {
    return try_clip_intensity(options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::normalise(const NormaliseOptions &options, ContextRef context) const {
    return try_normalise(options, context).value();
}

template <class Tag> SpanResult ImageMethods<Tag>::span(ContextRef context) const {
    return try_span(context).value();
}

template <class Tag> Image ImageMethods<Tag>::adjust_contrast(const AdjustContrastOptions &options,
                                                              ContextRef context) const {
    return try_adjust_contrast(options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::subtract_image(const Image &background, const SubtractImageOptions &options,
                                                             ContextRef context) const {
    return try_subtract_image(background, options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::threshold_minmax(const ThresholdMinmaxOptions &options,
                                                               ContextRef context) const {
    return try_threshold_minmax(options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::clip_neg(ContextRef context) const {
    return try_clip_neg(context).value();
}

template <class Tag> Image ImageMethods<Tag>::level_image(const LevelImageOptions &options, ContextRef context) const {
    return try_level_image(options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::quantize(Span<double> output, Span<double> levels, ContextRef context) const {
    return try_quantize(output, levels, context).value();
}

template <class Tag> Image ImageMethods<Tag>::remove_outliers(const RemoveOutliersOptions &options,
                                                              ContextRef context) const {
    return try_remove_outliers(options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::asint(Dtype dtype, ContextRef context) const {
    return try_asint(dtype, context).value();
}

template <class Tag> DtypeLimitsResult ImageMethods<Tag>::dtype_limits(bool clip_negative, ContextRef context) const {
    return try_dtype_limits(clip_negative, context).value();
}

template <class Tag> Image ImageMethods<Tag>::im_scale(std::int32_t n, std::int32_t m, Dtype dtype,
                                                       ContextRef context) const {
    return try_im_scale(n, m, dtype, context).value();
}

template <class Tag> bool ImageMethods<Tag>::prec_loss(Dtype dtype, ContextRef context) const {
    return try_prec_loss(dtype, context).value();
}

template <class Tag> bool ImageMethods<Tag>::sign_loss(Dtype dtype, ContextRef context) const {
    return try_sign_loss(dtype, context).value();
}

template <class Tag> Image ImageMethods<Tag>::filter_image(const FilterImageOptions &options, ContextRef context) const {
    return try_filter_image(options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::gaussian_filter(const std::array<double, 2> &sigma_xy,
                                                              const GaussianFilterOptions &options,
                                                              ContextRef context) const {
    return try_gaussian_filter(sigma_xy, options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::sgolay2d(const Sgolay2dOptions &options, ContextRef context) const {
    return try_sgolay2d(options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::denoise(double weight, ContextRef context) const {
    return try_denoise(weight, context).value();
}

template <class Tag> Image ImageMethods<Tag>::fft(const FftOptions &options, ContextRef context) const {
    return try_fft(options, context).value();
}

template <class Tag> Table ImageMethods<Tag>::profile_line(const std::array<double, 2> &src,
                                                           const std::array<double, 2> &dst,
                                                           const ProfileLineOptions &options, ContextRef context) const {
    return try_profile_line(src, dst, options, context).value();
}

template <class Tag> Table ImageMethods<Tag>::profile_line_x(double x, const ProfileLineXOptions &options,
                                                             ContextRef context) const {
    return try_profile_line_x(x, options, context).value();
}

template <class Tag> Table ImageMethods<Tag>::profile_line_y(double y, const ProfileLineYOptions &options,
                                                             ContextRef context) const {
    return try_profile_line_y(y, options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::radial_coordinates(const RadialCoordinatesOptions &options,
                                                                 ContextRef context) const {
    return try_radial_coordinates(options, context).value();
}

template <class Tag> Table ImageMethods<Tag>::radial_profile(const RadialProfileOptions &options, ContextRef context) const {
    return try_radial_profile(options, context).value();
}

template <class Tag> Table ImageMethods<Tag>::hist(const HistOptions &options, ContextRef context) const {
    return try_hist(options, context).value();
}

template <class Tag> std::int32_t ImageMethods<Tag>::polarization(ContextRef context) const {
    return try_polarization(context).value();
}

template <class Tag> bool ImageMethods<Tag>::unlike(const Image &other, ContextRef context) const {
    return try_unlike(other, context).value();
}

template <class Tag> Image ImageMethods<Tag>::xmcd(const Image &b, ContextRef context) const {
    return try_xmcd(b, context).value();
}

template <class Tag> std::vector<std::uint8_t> ImageMethods<Tag>::to_rgba(const Keywords &keywords,
                                                                          ContextRef context) const {
    return try_to_rgba(keywords, context).value();
}

template <class Tag> void ImageMethods<Tag>::imshow(const Path &path, const Keywords &keywords, ContextRef context) const {
    try_imshow(path, keywords, context).value();
}

template <class Tag> std::vector<std::uint8_t> ImageMethods<Tag>::imshow_rgba(std::int64_t width, std::int64_t height,
                                                                              const Keywords &keywords,
                                                                              ContextRef context) const {
    return try_imshow_rgba(width, height, keywords, context).value();
}

template <class Tag> Table ImageMethods<Tag>::imshow_layout(std::int64_t width, std::int64_t height,
                                                            const Keywords &keywords, ContextRef context) const {
    return try_imshow_layout(width, height, keywords, context).value();
}

template <class Tag> void ImageMethods<Tag>::plot_histogram(const Path &path, const Keywords &keywords, std::int64_t bins,
                                                            ContextRef context) const {
    try_plot_histogram(path, keywords, bins, context).value();
}

template <class Tag> std::vector<std::uint8_t> ImageMethods<Tag>::plot_histogram_rgba(std::int64_t width,
                                                                                      std::int64_t height,
                                                                                      const Keywords &keywords,
                                                                                      std::int64_t bins,
                                                                                      ContextRef context) const {
    return try_plot_histogram_rgba(width, height, keywords, bins, context).value();
}

template <class Tag> Table ImageMethods<Tag>::plot_histogram_layout(std::int64_t width, std::int64_t height,
                                                                    const Keywords &keywords, std::int64_t bins,
                                                                    ContextRef context) const {
    return try_plot_histogram_layout(width, height, keywords, bins, context).value();
}

template <class Tag> std::vector<std::uint8_t> ImageMethods<Tag>::read_mask(ContextRef context) const {
    return try_read_mask(context).value();
}

template <class Tag> Metadata ImageMethods<Tag>::metadata(ContextRef context) const {
    return try_metadata(context).value();
}

template <class Tag> void ImageMethods<Tag>::set_metadata(const Metadata &metadata, ContextRef context) {
    try_set_metadata(metadata, context).value();
}

template <class Tag> bool ImageMethods<Tag>::metadata_get_bool(const std::string &key, ContextRef context) const {
    return try_metadata_get_bool(key, context).value();
}

template <class Tag> std::int64_t ImageMethods<Tag>::metadata_get_i64(const std::string &key, ContextRef context) const {
    return try_metadata_get_i64(key, context).value();
}

template <class Tag> double ImageMethods<Tag>::metadata_get_f64(const std::string &key, ContextRef context) const {
    return try_metadata_get_f64(key, context).value();
}

template <class Tag> std::string ImageMethods<Tag>::metadata_get_string(const std::string &key, ContextRef context) const {
    return try_metadata_get_string(key, context).value();
}

template <class Tag> void ImageMethods<Tag>::metadata_set_bool(const std::string &key, bool value, ContextRef context) {
    try_metadata_set_bool(key, value, context).value();
}

template <class Tag> void ImageMethods<Tag>::metadata_set_i64(const std::string &key, std::int64_t value,
                                                              ContextRef context) {
    try_metadata_set_i64(key, value, context).value();
}

template <class Tag> void ImageMethods<Tag>::metadata_set_f64(const std::string &key, double value, ContextRef context) {
    try_metadata_set_f64(key, value, context).value();
}

template <class Tag> void ImageMethods<Tag>::metadata_set_string(const std::string &key, const std::string &value,
                                                                 ContextRef context) {
    try_metadata_set_string(key, value, context).value();
}

template <class Tag> std::int64_t ImageMethods<Tag>::plane_count(ContextRef context) const {
    return try_plane_count(context).value();
}

template <class Tag> std::string ImageMethods<Tag>::plane_name(std::int64_t index, ContextRef context) const {
    return try_plane_name(index, context).value();
}

template <class Tag> Image ImageMethods<Tag>::plane(const std::string &name, ContextRef context) const {
    return try_plane(name, context).value();
}

template <class Tag> std::string ImageMethods<Tag>::plane_unit(const std::string &name, ContextRef context) const {
    return try_plane_unit(name, context).value();
}

template <class Tag> void ImageMethods<Tag>::set_plane(const std::string &name, const Image &plane,
                                                       const std::optional<std::string> &unit, ContextRef context) {
    try_set_plane(name, plane, unit, context).value();
}

template <class Tag> void ImageMethods<Tag>::remove_plane(const std::string &name, ContextRef context) {
    try_remove_plane(name, context).value();
}

template <class Tag> MapResult ImageMethods<Tag>::map(ContextRef context) const {
    return try_map(context).value();
}

template <class Tag> std::string ImageMethods<Tag>::map_name(std::int32_t coordinate, ContextRef context) const {
    return try_map_name(coordinate, context).value();
}

template <class Tag> std::string ImageMethods<Tag>::map_unit(std::int32_t coordinate, ContextRef context) const {
    return try_map_unit(coordinate, context).value();
}

template <class Tag> void ImageMethods<Tag>::set_map(const std::array<double, 2> &origin, const SetMapOptions &options,
                                                     ContextRef context) {
    try_set_map(origin, options, context).value();
}

template <class Tag> PixelSizeResult ImageMethods<Tag>::pixel_size(ContextRef context) const {
    return try_pixel_size(context).value();
}

template <class Tag> PositionResult ImageMethods<Tag>::position(double column, double row, ContextRef context) const {
    return try_position(column, row, context).value();
}

template <class Tag> std::vector<double> ImageMethods<Tag>::quantity(Quantity quantity, ContextRef context) const {
    return try_quantity(quantity, context).value();
}

template <class Tag> std::string ImageMethods<Tag>::frame_axis_key(ContextRef context) const {
    return try_frame_axis_key(context).value();
}

template <class Tag> std::string ImageMethods<Tag>::frame_axis_name(ContextRef context) const {
    return try_frame_axis_name(context).value();
}

template <class Tag> std::string ImageMethods<Tag>::frame_axis_unit(ContextRef context) const {
    return try_frame_axis_unit(context).value();
}

template <class Tag> std::vector<double> ImageMethods<Tag>::frame_axis_values(ContextRef context) const {
    return try_frame_axis_values(context).value();
}

template <class Tag> void ImageMethods<Tag>::set_frame_axis(Span<double> values, const SetFrameAxisOptions &options,
                                                            ContextRef context) {
    try_set_frame_axis(values, options, context).value();
}

template <class Tag> std::int64_t ImageMethods<Tag>::itemsize(ContextRef context) const {
    return try_itemsize(context).value();
}

template <class Tag> std::int64_t ImageMethods<Tag>::nbytes(ContextRef context) const {
    return try_nbytes(context).value();
}

template <class Tag> std::vector<std::int64_t> ImageMethods<Tag>::strides(ContextRef context) const {
    return try_strides(context).value();
}

template <class Tag> bool ImageMethods<Tag>::iscontiguous(ContextRef context) const {
    return try_iscontiguous(context).value();
}

template <class Tag> Image ImageMethods<Tag>::reshape(Span<std::int64_t> shape, Order order, ContextRef context) const {
    return try_reshape(shape, order, context).value();
}

template <class Tag> Image ImageMethods<Tag>::transpose(Span<std::int32_t> axes, ContextRef context) const {
    return try_transpose(axes, context).value();
}

template <class Tag> Image ImageMethods<Tag>::swapaxes(std::int32_t axis1, std::int32_t axis2, ContextRef context) const {
    return try_swapaxes(axis1, axis2, context).value();
}

template <class Tag> Image ImageMethods<Tag>::squeeze(Span<std::int32_t> axes, ContextRef context) const {
    return try_squeeze(axes, context).value();
}

template <class Tag> Image ImageMethods<Tag>::ravel(Order order, ContextRef context) const {
    return try_ravel(order, context).value();
}

template <class Tag> Image ImageMethods<Tag>::flatten(Order order, ContextRef context) const {
    return try_flatten(order, context).value();
}

template <class Tag> void ImageMethods<Tag>::resize(Span<std::int64_t> shape, ContextRef context) {
    try_resize(shape, context).value();
}

template <class Tag> Image ImageMethods<Tag>::astype(Dtype dtype, const AstypeOptions &options, ContextRef context) const {
    return try_astype(dtype, options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::view(Dtype dtype, ContextRef context) const {
    return try_view(dtype, context).value();
}

template <class Tag> Image ImageMethods<Tag>::byteswap(ContextRef context) const {
    return try_byteswap(context).value();
}

template <class Tag> Image ImageMethods<Tag>::newbyteorder(ByteOrder byte_order, ContextRef context) const {
    return try_newbyteorder(byte_order, context).value();
}

template <class Tag> Image ImageMethods<Tag>::getfield(Dtype dtype, std::int64_t offset, ContextRef context) const {
    return try_getfield(dtype, offset, context).value();
}

template <class Tag> void ImageMethods<Tag>::setfield(const Image &values, Dtype dtype, std::int64_t offset,
                                                      ContextRef context) {
    try_setfield(values, dtype, offset, context).value();
}

template <class Tag> std::int32_t ImageMethods<Tag>::flags(ContextRef context) const {
    return try_flags(context).value();
}

template <class Tag> std::array<std::int64_t, 2> ImageMethods<Tag>::ids(ContextRef context) const {
    return try_ids(context).value();
}

template <class Tag> void ImageMethods<Tag>::harden_mask(ContextRef context) {
    try_harden_mask(context).value();
}

template <class Tag> void ImageMethods<Tag>::soften_mask(ContextRef context) {
    try_soften_mask(context).value();
}

template <class Tag> bool ImageMethods<Tag>::hardmask(ContextRef context) const {
    return try_hardmask(context).value();
}

template <class Tag> void ImageMethods<Tag>::shrink_mask(ContextRef context) {
    try_shrink_mask(context).value();
}

template <class Tag> void ImageMethods<Tag>::set_fill_value(const std::optional<Number> &fill_value, ContextRef context) {
    try_set_fill_value(fill_value, context).value();
}

template <class Tag> Image ImageMethods<Tag>::filled(const std::optional<Number> &fill_value, ContextRef context) const {
    return try_filled(fill_value, context).value();
}

template <class Tag> Image ImageMethods<Tag>::compressed(ContextRef context) const {
    return try_compressed(context).value();
}

template <class Tag> std::vector<std::uint8_t> ImageMethods<Tag>::toflex(ContextRef context) const {
    return try_toflex(context).value();
}

template <class Tag> std::vector<std::uint8_t> ImageMethods<Tag>::torecords(ContextRef context) const {
    return try_torecords(context).value();
}

template <class Tag> void ImageMethods<Tag>::itemset(const Number &value, Span<std::int64_t> index, ContextRef context) {
    try_itemset(value, index, context).value();
}

template <class Tag> void ImageMethods<Tag>::fill(const Number &value, ContextRef context) {
    try_fill(value, context).value();
}

template <class Tag> void ImageMethods<Tag>::put(Span<std::int64_t> indices, const Image &values, Index mode,
                                                 ContextRef context) {
    try_put(indices, values, mode, context).value();
}

template <class Tag> Image ImageMethods<Tag>::take(Span<std::int64_t> indices, const TakeOptions &options,
                                                   ContextRef context) const {
    return try_take(indices, options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::choose(Span<Image> choices, Index mode, ContextRef context) const {
    return try_choose(choices, mode, context).value();
}

template <class Tag> Image ImageMethods<Tag>::compress(Span<std::uint8_t> condition, std::optional<std::int32_t> axis,
                                                       ContextRef context) const {
    return try_compress(condition, axis, context).value();
}

template <class Tag> Image ImageMethods<Tag>::repeat(Span<std::int64_t> repeats, std::optional<std::int32_t> axis,
                                                     ContextRef context) const {
    return try_repeat(repeats, axis, context).value();
}

template <class Tag> Image ImageMethods<Tag>::diagonal(const DiagonalOptions &options, ContextRef context) const {
    return try_diagonal(options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::nonzero(ContextRef context) const {
    return try_nonzero(context).value();
}

template <class Tag> Image ImageMethods<Tag>::clip(const ClipOptions &options, ContextRef context) const {
    return try_clip(options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::clip_images(const ClipImagesOptions &options, ContextRef context) const {
    return try_clip_images(options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::round(std::int32_t decimals, ContextRef context) const {
    return try_round(decimals, context).value();
}

template <class Tag> Image ImageMethods<Tag>::real(ContextRef context) const {
    return try_real(context).value();
}

template <class Tag> Image ImageMethods<Tag>::get_real(ContextRef context) const {
    return try_get_real(context).value();
}

template <class Tag> Image ImageMethods<Tag>::imag(ContextRef context) const {
    return try_imag(context).value();
}

template <class Tag> Image ImageMethods<Tag>::get_imag(ContextRef context) const {
    return try_get_imag(context).value();
}

template <class Tag> Image ImageMethods<Tag>::conj(ContextRef context) const {
    return try_conj(context).value();
}

template <class Tag> Image ImageMethods<Tag>::conjugate(ContextRef context) const {
    return try_conjugate(context).value();
}

template <class Tag> Image ImageMethods<Tag>::all(const AllOptions &options, ContextRef context) const {
    return try_all(options, context).value();
}

template <class Tag> Masked<double> ImageMethods<Tag>::all(ContextRef context) const {
    return try_all(context).value();
}

template <class Tag> Image ImageMethods<Tag>::any(const AnyOptions &options, ContextRef context) const {
    return try_any(options, context).value();
}

template <class Tag> Masked<double> ImageMethods<Tag>::any(ContextRef context) const {
    return try_any(context).value();
}

template <class Tag> Image ImageMethods<Tag>::sum(const SumOptions &options, ContextRef context) const {
    return try_sum(options, context).value();
}

template <class Tag> Masked<double> ImageMethods<Tag>::sum(ContextRef context) const {
    return try_sum(context).value();
}

template <class Tag> Image ImageMethods<Tag>::prod(const ProdOptions &options, ContextRef context) const {
    return try_prod(options, context).value();
}

template <class Tag> Masked<double> ImageMethods<Tag>::prod(ContextRef context) const {
    return try_prod(context).value();
}

template <class Tag> Image ImageMethods<Tag>::product(const ProductOptions &options, ContextRef context) const {
    return try_product(options, context).value();
}

template <class Tag> Masked<double> ImageMethods<Tag>::product(ContextRef context) const {
    return try_product(context).value();
}

template <class Tag> Image ImageMethods<Tag>::count(const CountOptions &options, ContextRef context) const {
    return try_count(options, context).value();
}

template <class Tag> std::int64_t ImageMethods<Tag>::count(ContextRef context) const {
    return try_count(context).value();
}

template <class Tag> Image ImageMethods<Tag>::mean(const MeanOptions &options, ContextRef context) const {
    return try_mean(options, context).value();
}

template <class Tag> Masked<double> ImageMethods<Tag>::mean(ContextRef context) const {
    return try_mean(context).value();
}

template <class Tag> Image ImageMethods<Tag>::var(const VarOptions &options, ContextRef context) const {
    return try_var(options, context).value();
}

template <class Tag> Masked<double> ImageMethods<Tag>::var(std::int64_t ddof, ContextRef context) const {
    return try_var(ddof, context).value();
}

template <class Tag> Image ImageMethods<Tag>::std(const StdOptions &options, ContextRef context) const {
    return try_std(options, context).value();
}

template <class Tag> Masked<double> ImageMethods<Tag>::std(std::int64_t ddof, ContextRef context) const {
    return try_std(ddof, context).value();
}

template <class Tag> Image ImageMethods<Tag>::anom(const AnomOptions &options, ContextRef context) const {
    return try_anom(options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::min(const MinOptions &options, ContextRef context) const {
    return try_min(options, context).value();
}

template <class Tag> Masked<double> ImageMethods<Tag>::min(ContextRef context) const {
    return try_min(context).value();
}

template <class Tag> Image ImageMethods<Tag>::max(const MaxOptions &options, ContextRef context) const {
    return try_max(options, context).value();
}

template <class Tag> Masked<double> ImageMethods<Tag>::max(ContextRef context) const {
    return try_max(context).value();
}

template <class Tag> Image ImageMethods<Tag>::mini(std::optional<std::int32_t> axis, ContextRef context) const {
    return try_mini(axis, context).value();
}

template <class Tag> Image ImageMethods<Tag>::ptp(const PtpOptions &options, ContextRef context) const {
    return try_ptp(options, context).value();
}

template <class Tag> Masked<double> ImageMethods<Tag>::ptp(ContextRef context) const {
    return try_ptp(context).value();
}

template <class Tag> Image ImageMethods<Tag>::argmin(const ArgminOptions &options, ContextRef context) const {
    return try_argmin(options, context).value();
}

template <class Tag> std::int64_t ImageMethods<Tag>::argmin(ContextRef context) const {
    return try_argmin(context).value();
}

template <class Tag> Image ImageMethods<Tag>::argmax(const ArgmaxOptions &options, ContextRef context) const {
    return try_argmax(options, context).value();
}

template <class Tag> std::int64_t ImageMethods<Tag>::argmax(ContextRef context) const {
    return try_argmax(context).value();
}

template <class Tag> Image ImageMethods<Tag>::cumsum(const CumsumOptions &options, ContextRef context) const {
    return try_cumsum(options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::cumprod(const CumprodOptions &options, ContextRef context) const {
    return try_cumprod(options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::dot(const Image &b, bool strict, ContextRef context) const {
    return try_dot(b, strict, context).value();
}

template <class Tag> Image ImageMethods<Tag>::trace(const TraceOptions &options, ContextRef context) const {
    return try_trace(options, context).value();
}

template <class Tag> double ImageMethods<Tag>::trace(std::int64_t offset, ContextRef context) const {
    return try_trace(offset, context).value();
}

template <class Tag> Image ImageMethods<Tag>::sort(const SortOptions &options, ContextRef context) const {
    return try_sort(options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::argsort(const ArgsortOptions &options, ContextRef context) const {
    return try_argsort(options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::partition(Span<std::int64_t> kth, const PartitionOptions &options,
                                                        ContextRef context) const {
    return try_partition(kth, options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::argpartition(Span<std::int64_t> kth, const ArgpartitionOptions &options,
                                                           ContextRef context) const {
    return try_argpartition(kth, options, context).value();
}

template <class Tag> Image ImageMethods<Tag>::searchsorted(const Image &v, const SearchsortedOptions &options,
                                                           ContextRef context) const {
    return try_searchsorted(v, options, context).value();
}

template <class Tag> std::vector<double> ImageMethods<Tag>::percentile(Span<double> q, ContextRef context) const {
    return try_percentile(q, context).value();
}

template <class Tag> std::vector<std::uint8_t> ImageMethods<Tag>::tobytes(const TobytesOptions &options,
                                                                          ContextRef context) const {
    return try_tobytes(options, context).value();
}

template <class Tag> std::vector<std::uint8_t> ImageMethods<Tag>::tostring(const TostringOptions &options,
                                                                           ContextRef context) const {
    return try_tostring(options, context).value();
}

template <class Tag> void ImageMethods<Tag>::tofile(const Path &path, ContextRef context) const {
    try_tofile(path, context).value();
}

template <class Tag> std::vector<std::uint8_t> ImageMethods<Tag>::dumps(ContextRef context) const {
    return try_dumps(context).value();
}

template <class Tag> void ImageMethods<Tag>::dump(const Path &path, ContextRef context) const {
    try_dump(path, context).value();
}

template <class Tag> Image ImageMethods<Tag>::apply(const std::string &operation, const Keywords &keywords,
                                                    ContextRef context) const {
    return try_apply(operation, keywords, context).value();
}

template <class Tag> Image ImageMethods<Tag>::apply_all(const std::string &steps, ContextRef context) const {
    return try_apply_all(steps, context).value();
}

template <class Tag> void ImageMethods<Tag>::get_filename(Dialog what, ContextRef context) {
    try_get_filename(what, context).value();
}

template <class Tag> std::array<double, 4> ImageMethods<Tag>::line_select(ContextRef context) const {
    return try_line_select(context).value();
}
#endif

} // namespace detail

STONER_NAMESPACE_END

#endif
