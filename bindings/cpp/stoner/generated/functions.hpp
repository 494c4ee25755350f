/// @file functions.hpp
/// Functions that belong to no object, and how all of them call C.
/// Made from interface/interface.json by bindings/generator: do not edit.

#ifndef STONER_FUNCTIONS_HPP
#define STONER_FUNCTIONS_HPP

#include "../image.hpp"
#include "../metadata.hpp"
#include "../table.hpp"

namespace stoner {

/// The version as text, "major.minor.patch". Never freed.
std::string version();

/// The version as a number, for comparison with STONER_VERSION_NUMBER: major * 10000 + minor * 100 + patch.
std::int32_t version_number();

/// The number of handles, of all types, that were given out and not freed: 0 at the end of a program without leaks.
std::int64_t live_handles();

/// Limits the library's own kernels to an instruction set, in the whole process: for tests, and to find out whether a
/// fault comes from one of them. The bits of a result do not depend on it. Calls that are running change to it, too.
/// Fourier transforms, products of matrices of floating point and the C library's functions ignore it: other libraries
/// compute them, with the instructions that they find themselves. The environment variable STONER_INSTRUCTION_SET
/// (baseline, avx2, avx512) does the same from the start; it is read once, and an unknown name, or one that the
/// processor lacks, is a warning of every new context.
/// @param instruction_set InstructionSet: what they may use
/// @throws Error with Status::invalid_argument for an unknown one; Status::unsupported for one that the processor lacks
void set_instruction_set(InstructionSet instruction_set = InstructionSet::best, ContextRef context = {});

/// Which instruction set the library's own kernels use, in the whole process: the best that the processor has, unless
/// set_instruction_set or the environment variable STONER_INSTRUCTION_SET sets another.
InstructionSetResult instruction_set(ContextRef context = {});

/// The description of this interface as JSON, in UTF-8: every function with its parameters, their types, units,
/// defaults and ranges, and all constants. docs/interface.md explains its members.
std::string interface(ContextRef context = {});

/// Loads an image file of any supported kind: NXstxm (HDF5), TIFF, PNG, npy. The kind is determined from its content,
/// then from its name.
/// @param path UTF-8
/// @param filetype "nxstxm", "tiff", "png" or "npy" uses that loader only; not given: determined
/// @throws Error with Status::file_not_found; Status::format when no loader knows the file (the message has what each
/// of them said); Status::corrupt; Status::being_written; Status::io; Status::no_memory
Image load(const Path &path, const std::optional<std::string> &filetype = {}, ContextRef context = {});

/// Loads a scan of a scanning transmission X-ray microscope: NXstxm HDF5 as the PolLux beamline writes it. Row 0 is the
/// top of the picture, the highest sample_y. An image becomes an array of (rows, columns), an energy stack one of
/// (energies, rows, columns). The measured positions come as planes "actual_x" and "actual_y", the ring current as
/// plane "beam current", the nominal grid as the map; all else below the entry as metadata, in the order of the file,
/// under its path with dots ("collection.energy.value"). A unit that the file does not give is none, and a warning
/// tells.
///
/// Of several scans and detectors in a file the one is loaded to which NeXus' attributes `default` and `signal` lead;
/// without them the first entry by name, and in it the image of the sample before spectra of its pixels. A warning
/// names the others.
///
/// A file that a program has open for writing, in the old format or in SWMR mode, can be read.
/// @param path UTF-8
/// @throws Error with Status::file_not_found; Status::format (the message says what was looked for); Status::corrupt;
/// Status::being_written; Status::io; Status::no_result (regrid without measured positions or a grid in x and y, bcn
/// without a ring current above 0); Status::no_memory
/// @see LoadStxmOptions
Image load_stxm(const Path &path, const LoadStxmOptions &options = {}, ContextRef context = {});

/// Loads a table that Table::save or the Python package wrote, or any CSV file of numbers. A first line that is not all
/// numbers names the columns; a field that is empty or missing is NaN. Between the fields of CSV may stand semicolons
/// or tabs, and then numbers may have a decimal comma.
/// @param path UTF-8
/// @param format "csv" or "tdi"; not given: by the beginning of the file
/// @throws Error with Status::file_not_found; Status::format; Status::corrupt (the message names the line); Status::io;
/// Status::no_memory
Table table_load(const Path &path, const std::optional<std::string> &format = {}, ContextRef context = {});

/// The number of colour maps, their reverses included.
std::int32_t cmap_count(ContextRef context = {});

/// The name of a colour map: gray, viridis, plasma, inferno, magma, cividis, turbo, hot, afmhot, jet, bone, copper,
/// Greys, Blues, coolwarm, RdBu, seismic, bwr, PuOr, PiYG, RdGy, Spectral, cubehelix, hsv, and each with _r for its
/// reverse.
/// @param index 0 to the number of colour maps - 1
/// @throws Error with Status::out_of_range
std::string cmap_name(std::int32_t index, ContextRef context = {});

/// The colours of a colour map: the bytes that matplotlib paints with.
/// @param cmap its name
/// @return 1024 values: 256 colours from the lower end of the scale to the upper
/// @throws Error with Status::invalid_argument for a map that there is not; the message lists those there are
std::array<std::uint8_t, 1024> cmap_colours(const std::optional<std::string> &cmap = {}, ContextRef context = {});

/// The factor by which the size of a line of text is to be multiplied so that the text fits into a box, in the font of
/// pictures.
/// @param value the text
/// @param size the size of the text (of the em square)
/// @param width of the box
/// @param height of the box
/// @throws Error with Status::invalid_argument
/// @see AutoFitFontsizeOptions
double auto_fit_fontsize(const std::string &value, double size, double width, double height,
                         const AutoFitFontsizeOptions &options = {}, ContextRef context = {});

/// The number of loaders. They are numbered in the order in which load tries them.
std::int32_t loader_count(ContextRef context = {});

/// A loader's name, which load takes as `filetype`.
/// @param index 0 to the number of loaders - 1
/// @throws Error with Status::out_of_range
std::string loader_name(std::int32_t index, ContextRef context = {});

/// A loader's priority: lower numbers are tried first.
/// @param index 0 to the number of loaders - 1
/// @throws Error with Status::out_of_range
std::int32_t loader_priority(std::int32_t index, ContextRef context = {});

/// The media type of the files that a loader reads: "image/tiff".
/// @param index 0 to the number of loaders - 1
/// @throws Error with Status::out_of_range
std::string loader_mime_type(std::int32_t index, ContextRef context = {});

/// The patterns of the names of files that a loader reads, separated by spaces: "*.tif *.tiff".
/// @param index 0 to the number of loaders - 1
/// @throws Error with Status::out_of_range
std::string loader_patterns(std::int32_t index, ContextRef context = {});

/// The formats that an image can be saved in, separated by commas, as Image::save takes them: "tif,tiff,png,npy".
std::string fmts(ContextRef context = {});

/// Asks the user for files or a folder through the hook of Context::set_file_hook.
///
/// The user is asked once: an answer that was not read yet (capacity 0, or too small) is kept in the context for the
/// next call with the same arguments.
/// @throws Error with Status::not_interactive; Status::cancelled when nothing was chosen
/// @see GetFiledialogOptions
std::string get_filedialog(const GetFiledialogOptions &options = {}, ContextRef context = {});

namespace detail {

inline void ImageMethods::save(const std::optional<Path> &path, const SaveOptions &options, ContextRef context) const {
    detail::check(context.handle(), stoner_image_save(context.handle(), handle(), detail::c_str(path),
                                                      detail::c_str(options.formats), options.forcetype ? 1 : 0));
}

inline void ImageMethods::save_tiff(const Path &path, bool forcetype, ContextRef context) const {
    detail::check(context.handle(), stoner_image_save_tiff(context.handle(), handle(), detail::c_str(path),
                                                           forcetype ? 1 : 0));
}

inline void ImageMethods::save_png(const Path &path, ContextRef context) const {
    detail::check(context.handle(), stoner_image_save_png(context.handle(), handle(), detail::c_str(path)));
}

inline void ImageMethods::save_npy(const Path &path, ContextRef context) const {
    detail::check(context.handle(), stoner_image_save_npy(context.handle(), handle(), detail::c_str(path)));
}

inline Image ImageMethods::do_nothing(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_do_nothing(context.handle(), handle(), out.out()));
    return out.take();
}

inline bool ImageMethods::equal(const Image &b, bool all, ContextRef context) const {
    std::int32_t equal{};
    detail::check(context.handle(), stoner_image_equal(context.handle(), handle(), b.handle(), all ? 1 : 0, &equal));
    return equal != 0;
}

inline std::int32_t ImageMethods::ndim(ContextRef context) const {
    std::int32_t ndim{};
    detail::check(context.handle(), stoner_image_ndim(context.handle(), handle(), &ndim));
    return ndim;
}

inline std::vector<std::int64_t> ImageMethods::shape(ContextRef context) const {
    return detail::filled<std::vector<std::int64_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_shape(context.handle(), handle(), buffer...);
    });
}

inline Dtype ImageMethods::dtype(ContextRef context) const {
    std::int32_t dtype{};
    detail::check(context.handle(), stoner_image_dtype(context.handle(), handle(), &dtype));
    return static_cast<Dtype>(dtype);
}

inline std::int64_t ImageMethods::size(ContextRef context) const {
    std::int64_t size{};
    detail::check(context.handle(), stoner_image_size(context.handle(), handle(), &size));
    return size;
}

inline std::string ImageMethods::title(ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_image_title(context.handle(), handle(), buffer...);
    });
}

inline void ImageMethods::set_title(const std::optional<std::string> &title, ContextRef context) {
    detail::check(context.handle(), stoner_image_set_title(context.handle(), handle(), detail::c_str(title)));
}

inline std::string ImageMethods::filename(ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_image_filename(context.handle(), handle(), buffer...);
    });
}

inline void ImageMethods::set_filename(const std::optional<Path> &filename, ContextRef context) {
    detail::check(context.handle(), stoner_image_set_filename(context.handle(), handle(), detail::c_str(filename)));
}

inline std::string ContextMethods::last_error() const {
    return detail::filled<std::string>(handle(), [&](auto... buffer) {
        return stoner_last_error_read(handle(), buffer...);
    });
}

inline void ContextMethods::clear_error() {
    detail::check(handle(), stoner_context_clear_error(handle()));
}

inline ContextWarningCountResult ContextMethods::warning_count() const {
    std::int64_t kept{};
    std::int64_t dropped{};
    detail::check(handle(), stoner_context_warning_count(handle(), &kept, &dropped));
    return {kept, dropped};
}

inline std::string ContextMethods::warning(std::int64_t index) const {
    return detail::filled<std::string>(handle(), [&](auto... buffer) {
        return stoner_context_warning(handle(), index, buffer...);
    });
}

inline Warning ContextMethods::warning_code(std::int64_t index) const {
    std::int32_t code{};
    detail::check(handle(), stoner_context_warning_code(handle(), index, &code));
    return static_cast<Warning>(code);
}

inline void ContextMethods::clear_warnings() {
    detail::check(handle(), stoner_context_clear_warnings(handle()));
}

inline void ContextMethods::set_threads(std::int32_t threads) {
    detail::check(handle(), stoner_context_set_threads(handle(), threads));
}

inline std::int32_t ContextMethods::threads() const {
    std::int32_t threads{};
    detail::check(handle(), stoner_context_threads(handle(), &threads));
    return threads;
}

inline void ContextMethods::set_memory_limit(std::int64_t bytes) {
    detail::check(handle(), stoner_context_set_memory_limit(handle(), detail::not_zero("bytes", bytes, "1 or more")));
}

inline std::int64_t ContextMethods::memory_limit() const {
    std::int64_t bytes{};
    detail::check(handle(), stoner_context_memory_limit(handle(), &bytes));
    return bytes;
}

inline void ContextMethods::cancel() {
    detail::check(handle(), stoner_context_cancel(handle()));
}

inline void ContextMethods::reset_cancel() {
    detail::check(handle(), stoner_context_reset_cancel(handle()));
}

inline bool ContextMethods::is_cancelled() const {
    std::int32_t cancelled{};
    detail::check(handle(), stoner_context_is_cancelled(handle(), &cancelled));
    return cancelled != 0;
}

inline double ContextMethods::progress() const {
    double fraction{};
    detail::check(handle(), stoner_context_progress(handle(), &fraction));
    return fraction;
}

inline Image ImageMethods::CW(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_cw(context.handle(), handle(), out.out()));
    return out.take();
}

inline Image ImageMethods::CCW(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_ccw(context.handle(), handle(), out.out()));
    return out.take();
}

inline Image ImageMethods::flip_h(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_flip_h(context.handle(), handle(), out.out()));
    return out.take();
}

inline Image ImageMethods::flip_v(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_flip_v(context.handle(), handle(), out.out()));
    return out.take();
}

inline Image ImageMethods::T(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_transpose(context.handle(), handle(), out.out()));
    return out.take();
}

inline Image ImageMethods::crop(const Box &box, ContextRef context) const {
    const auto box_numbers = detail::numbers(box);
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_crop(context.handle(), handle(), box_numbers.data(), out.out()));
    return out.take();
}

inline Box ImageMethods::box_from_border(std::int64_t border, ContextRef context) const {
    std::array<std::int64_t, 4> box{};
    detail::check(context.handle(), stoner_image_box_from_border(context.handle(), handle(), border, box.data()));
    return Box{box[0], box[1], box[2], box[3]};
}

inline Box ImageMethods::box_from_border_fraction(double fraction, ContextRef context) const {
    std::array<std::int64_t, 4> box{};
    detail::check(context.handle(), stoner_image_box_from_border_fraction(context.handle(), handle(), fraction, box.data()));
    return Box{box[0], box[1], box[2], box[3]};
}

inline Box ImageMethods::box_from_fraction(const std::array<double, 4> &fractions, ContextRef context) const {
    std::array<std::int64_t, 4> box{};
    detail::check(context.handle(), stoner_image_box_from_fraction(context.handle(), handle(), fractions.data(),
                                                                   box.data()));
    return Box{box[0], box[1], box[2], box[3]};
}

inline Box ImageMethods::box_from_metadata(const std::string &key, ContextRef context) const {
    std::array<std::int64_t, 4> box{};
    detail::check(context.handle(), stoner_image_box_from_metadata(context.handle(), handle(), detail::c_str(key),
                                                                   box.data()));
    return Box{box[0], box[1], box[2], box[3]};
}

inline Box ImageMethods::max_box(ContextRef context) const {
    std::array<std::int64_t, 4> box{};
    detail::check(context.handle(), stoner_image_max_box(context.handle(), handle(), box.data()));
    return Box{box[0], box[1], box[2], box[3]};
}

inline double ImageMethods::aspect(ContextRef context) const {
    double aspect{};
    detail::check(context.handle(), stoner_image_aspect(context.handle(), handle(), &aspect));
    return aspect;
}

inline std::array<double, 2> ImageMethods::centre(ContextRef context) const {
    std::array<double, 2> centre{};
    detail::check(context.handle(), stoner_image_centre(context.handle(), handle(), centre.data()));
    return centre;
}

inline Image ImageMethods::rotate(double angle, const RotateOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_rotate(context.handle(), handle(), angle, options.resize ? 1 : 0,
                                                        detail::pointer(options.centre_xy),
                                                        static_cast<std::int32_t>(options.order),
                                                        static_cast<std::int32_t>(options.mode), options.cval,
                                                        options.clip ? 1 : 0, options.preserve_range ? 1 : 0, out.out()));
    return out.take();
}

inline Image ImageMethods::translate(const std::array<double, 2> &translation, const TranslateOptions &options,
                                     ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_translate(context.handle(), handle(), translation.data(),
                                                           options.add_metadata ? 1 : 0,
                                                           static_cast<std::int32_t>(options.order),
                                                           static_cast<std::int32_t>(options.mode),
                                                           detail::choice(options.cval, Cval::value),
                                                           options.cval.value_or(0.0), out.out()));
    return out.take();
}

inline std::array<double, 4> ImageMethods::translate_limits(const std::array<double, 2> &translation, bool reverse,
                                                            ContextRef context) const {
    std::array<double, 4> limits{};
    detail::check(context.handle(), stoner_image_translate_limits(context.handle(), handle(), translation.data(),
                                                                  reverse ? 1 : 0, limits.data()));
    return limits;
}

inline std::array<double, 2> ImageMethods::register_(const Image &reference, const RegisterOptions &options,
                                                     ContextRef context) const {
    const auto box_numbers = detail::numbers(options.box);
    std::array<double, 2> sigma_out{};
    double angle_out{};
    double magnification_out{};
    detail::New<Metadata, stoner_metadata> details_out;
    std::array<double, 2> shift{};
    detail::check(context.handle(), stoner_image_register(context.handle(), handle(), reference.handle(),
                                                          detail::c_str(options.method), box_numbers.data(),
                                                          detail::not_zero("scale", options.scale, "above 0"),
                                                          static_cast<std::int32_t>(options.prefilter),
                                                          detail::not_zero("prefilter_sigma", options.prefilter_sigma, "above 0"),
                                                          options.upsample_factor, options.threshold,
                                                          options.rotation ? 1 : 0, options.scaling ? 1 : 0, shift.data(),
                                                          options.sigma == nullptr ? nullptr : sigma_out.data(),
                                                          options.angle == nullptr ? nullptr : &angle_out,
                                                          options.magnification == nullptr ? nullptr : &magnification_out,
                                                          options.details == nullptr ? nullptr : details_out.out()));
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

inline Image ImageMethods::align(const Image &reference, const AlignOptions &options, ContextRef context) const {
    const auto box_numbers = detail::numbers(options.box);
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_align(context.handle(), handle(), reference.handle(),
                                                       detail::c_str(options.method), box_numbers.data(),
                                                       detail::not_zero("scale", options.scale, "above 0"),
                                                       static_cast<std::int32_t>(options.prefilter),
                                                       detail::not_zero("prefilter_sigma", options.prefilter_sigma, "above 0"),
                                                       options.upsample_factor, options.threshold, options.rotation ? 1 : 0,
                                                       options.scaling ? 1 : 0, static_cast<std::int32_t>(options.order),
                                                       static_cast<std::int32_t>(options.mode), options.cval,
                                                       options.do_shift ? 1 : 0, out.out()));
    return out.take();
}

inline Image ImageMethods::correct_drift(const Image &reference, const CorrectDriftOptions &options,
                                         ContextRef context) const {
    const auto box_numbers = detail::numbers(options.box);
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_correct_drift(context.handle(), handle(), reference.handle(),
                                                               options.threshold,
                                                               detail::not_zero("upsample_factor", options.upsample_factor, "1 or more"),
                                                               box_numbers.data(), options.do_shift ? 1 : 0, out.out()));
    return out.take();
}

inline Image ImageMethods::align_stack(const AlignStackOptions &options, ContextRef context) const {
    const auto box_numbers = detail::numbers(options.box);
    detail::New<Table, stoner_table> shifts_out;
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_align_stack(context.handle(), handle(),
                                                             static_cast<std::int32_t>(options.series), options.reference,
                                                             detail::c_str(options.method), box_numbers.data(),
                                                             detail::not_zero("scale", options.scale, "above 0"),
                                                             static_cast<std::int32_t>(options.prefilter),
                                                             detail::not_zero("prefilter_sigma", options.prefilter_sigma, "above 0"),
                                                             options.upsample_factor, options.threshold,
                                                             static_cast<std::int32_t>(options.order),
                                                             static_cast<std::int32_t>(options.mode), options.cval,
                                                             options.shifts == nullptr ? nullptr : shifts_out.out(),
                                                             out.out()));
    if (options.shifts != nullptr) {
        *options.shifts = shifts_out.take();
    }
    return out.take();
}

inline Image ImageMethods::griddata(const Image &values, const Image &xi, const GriddataOptions &options,
                                    ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_griddata(context.handle(), handle(), values.handle(), xi.handle(),
                                                          static_cast<std::int32_t>(options.method), options.fill_value,
                                                          options.rescale ? 1 : 0, out.out()));
    return out.take();
}

inline Image ImageMethods::gridimage(const GridimageOptions &options, ContextRef context) const {
    std::array<double, 2> offset_out{};
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_gridimage(context.handle(), handle(), detail::handle_of(options.points_x),
                                                           detail::handle_of(options.points_y),
                                                           detail::handle_of(options.xi_x), detail::handle_of(options.xi_y),
                                                           static_cast<std::int32_t>(options.method),
                                                           static_cast<std::int32_t>(options.fill_mode), options.fill_value,
                                                           options.rescale ? 1 : 0, options.remove_offset ? 1 : 0,
                                                           detail::not_zero("max_distance", options.max_distance, "above 0"),
                                                           options.offset == nullptr ? nullptr : offset_out.data(),
                                                           out.out()));
    if (options.offset != nullptr) {
        *options.offset = offset_out;
    }
    return out.take();
}

inline void ImageMethods::draw_line(std::int64_t x0, std::int64_t y0, std::int64_t x1, std::int64_t y1, double value,
                                    Draw target, ContextRef context) {
    detail::check(context.handle(), stoner_image_draw_line(context.handle(), handle(), x0, y0, x1, y1,
                                                           static_cast<std::int32_t>(target), value));
}

inline void ImageMethods::draw_disk(double x, double y, double radius, double value, Draw target, ContextRef context) {
    detail::check(context.handle(), stoner_image_draw_disk(context.handle(), handle(), x, y, radius,
                                                           static_cast<std::int32_t>(target), value));
}

inline void ImageMethods::draw_circle(double x, double y, double radius, double value, Draw target, ContextRef context) {
    detail::check(context.handle(), stoner_image_draw_circle(context.handle(), handle(), x, y, radius,
                                                             static_cast<std::int32_t>(target), value));
}

inline void ImageMethods::draw_annulus(double x, double y, double radius1, double radius2, double value, Draw target,
                                       ContextRef context) {
    detail::check(context.handle(), stoner_image_draw_annulus(context.handle(), handle(), x, y, radius1, radius2,
                                                              static_cast<std::int32_t>(target), value));
}

inline void ImageMethods::draw_circle_perimeter(std::int64_t x, std::int64_t y, std::int64_t radius, double value,
                                                const DrawCirclePerimeterOptions &options, ContextRef context) {
    detail::check(context.handle(), stoner_image_draw_circle_perimeter(context.handle(), handle(), x, y, radius,
                                                                       static_cast<std::int32_t>(options.method),
                                                                       static_cast<std::int32_t>(options.target), value));
}

inline void ImageMethods::draw_ellipse(double x, double y, double x_radius, double y_radius, double value,
                                       const DrawEllipseOptions &options, ContextRef context) {
    detail::check(context.handle(), stoner_image_draw_ellipse(context.handle(), handle(), x, y, x_radius, y_radius,
                                                              options.rotation, static_cast<std::int32_t>(options.target),
                                                              value));
}

inline void ImageMethods::draw_ellipse_perimeter(std::int64_t x, std::int64_t y, std::int64_t x_radius,
                                                 std::int64_t y_radius, double value,
                                                 const DrawEllipsePerimeterOptions &options, ContextRef context) {
    detail::check(context.handle(), stoner_image_draw_ellipse_perimeter(context.handle(), handle(), x, y, x_radius, y_radius,
                                                                        options.orientation,
                                                                        static_cast<std::int32_t>(options.target), value));
}

inline void ImageMethods::draw_polygon(Span<double> x, Span<double> y, double value, Draw target, ContextRef context) {
    detail::same_size("x", x.size(), "y", y.size());
    detail::check(context.handle(), stoner_image_draw_polygon(context.handle(), handle(), x.data(), y.data(),
                                                              detail::count<std::int64_t>(x.size()),
                                                              static_cast<std::int32_t>(target), value));
}

inline void ImageMethods::draw_polygon_perimeter(Span<double> x, Span<double> y, double value,
                                                 const DrawPolygonPerimeterOptions &options, ContextRef context) {
    detail::same_size("x", x.size(), "y", y.size());
    detail::check(context.handle(), stoner_image_draw_polygon_perimeter(context.handle(), handle(), x.data(), y.data(),
                                                                        detail::count<std::int64_t>(x.size()),
                                                                        options.clip ? 1 : 0,
                                                                        static_cast<std::int32_t>(options.target), value));
}

inline void ImageMethods::draw_rectangle(double x0, double y0, double x1, double y1, double value, Draw target,
                                         ContextRef context) {
    detail::check(context.handle(), stoner_image_draw_rectangle(context.handle(), handle(), x0, y0, x1, y1,
                                                                static_cast<std::int32_t>(target), value));
}

inline void ImageMethods::draw_rectangle_perimeter(double x0, double y0, double x1, double y1, double value,
                                                   const DrawRectanglePerimeterOptions &options, ContextRef context) {
    detail::check(context.handle(), stoner_image_draw_rectangle_perimeter(context.handle(), handle(), x0, y0, x1, y1,
                                                                          options.clip ? 1 : 0,
                                                                          static_cast<std::int32_t>(options.target), value));
}

inline void ImageMethods::draw_rotated_rectangle(double x, double y, double width, double height, double angle, double value,
                                                 Draw target, ContextRef context) {
    detail::check(context.handle(), stoner_image_draw_rotated_rectangle(context.handle(), handle(), x, y, width, height,
                                                                        angle, static_cast<std::int32_t>(target), value));
}

inline void ImageMethods::draw_rotated_rectangle_perimeter(double x, double y, double width, double height, double angle,
                                                           double value, Draw target, ContextRef context) {
    detail::check(context.handle(), stoner_image_draw_rotated_rectangle_perimeter(context.handle(), handle(), x, y, width,
                                                                                  height, angle,
                                                                                  static_cast<std::int32_t>(target), value));
}

inline void ImageMethods::draw_square(double x, double y, double width, double value, const DrawSquareOptions &options,
                                      ContextRef context) {
    detail::check(context.handle(), stoner_image_draw_square(context.handle(), handle(), x, y, width, options.angle,
                                                             static_cast<std::int32_t>(options.target), value));
}

inline void ImageMethods::draw_bezier_curve(std::int64_t x0, std::int64_t y0, std::int64_t x1, std::int64_t y1,
                                            std::int64_t x2, std::int64_t y2, double weight, double value, Draw target,
                                            ContextRef context) {
    detail::check(context.handle(), stoner_image_draw_bezier_curve(context.handle(), handle(), x0, y0, x1, y1, x2, y2,
                                                                   weight, static_cast<std::int32_t>(target), value));
}

inline Image ImageMethods::convert(Dtype dtype, const ConvertOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_convert(context.handle(), handle(), static_cast<std::int32_t>(dtype),
                                                         options.force_copy ? 1 : 0, options.uniform ? 1 : 0,
                                                         options.normalise ? 1 : 0, out.out()));
    return out.take();
}

inline Image ImageMethods::asfloat(const AsfloatOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_asfloat(context.handle(), handle(), options.normalise ? 1 : 0,
                                                         options.clip ? 1 : 0, options.clip_negative ? 1 : 0, out.out()));
    return out.take();
}

inline Image ImageMethods::clip_intensity(const ClipIntensityOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_clip_intensity(context.handle(), handle(), options.clip_negative ? 1 : 0,
                                                                detail::pointer(options.limits), out.out()));
    return out.take();
}

inline Image ImageMethods::normalise(const NormaliseOptions &options, ContextRef context) const {
    const auto sample_numbers = detail::numbers(options.sample);
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_normalise(context.handle(), handle(), detail::pointer(options.scale),
                                                           sample_numbers.data(), detail::pointer(options.limits),
                                                           options.scale_masked ? 1 : 0, out.out()));
    return out.take();
}

inline SpanResult ImageMethods::span(ContextRef context) const {
    double min{};
    double max{};
    detail::check(context.handle(), stoner_image_span(context.handle(), handle(), &min, &max));
    return {min, max};
}

inline Image ImageMethods::adjust_contrast(const AdjustContrastOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_adjust_contrast(context.handle(), handle(), detail::pointer(options.lims),
                                                                 options.percent ? 1 : 0, out.out()));
    return out.take();
}

inline Image ImageMethods::subtract_image(const Image &background, const SubtractImageOptions &options,
                                          ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_subtract_image(context.handle(), handle(), background.handle(),
                                                                options.contrast, options.clip ? 1 : 0, options.offset,
                                                                out.out()));
    return out.take();
}

inline Image ImageMethods::threshold_minmax(const ThresholdMinmaxOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_threshold_minmax(context.handle(), handle(), options.threshmin,
                                                                  options.threshmax, out.out()));
    return out.take();
}

inline Image ImageMethods::clip_neg(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_clip_neg(context.handle(), handle(), out.out()));
    return out.take();
}

inline Image ImageMethods::level_image(const LevelImageOptions &options, ContextRef context) const {
    const auto box_numbers = detail::numbers(options.box);
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_level_image(context.handle(), handle(),
                                                             detail::degree("poly_vert", options.poly_vert),
                                                             detail::degree("poly_horiz", options.poly_horiz),
                                                             box_numbers.data(),
                                                             options.vert.empty() ? nullptr : options.vert.data(),
                                                             detail::count<std::int32_t>(options.vert.size()),
                                                             options.horiz.empty() ? nullptr : options.horiz.data(),
                                                             detail::count<std::int32_t>(options.horiz.size()),
                                                             static_cast<std::int32_t>(options.mode), out.out()));
    return out.take();
}

inline Image ImageMethods::quantize(Span<double> output, Span<double> levels, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_quantize(context.handle(), handle(), output.data(),
                                                          detail::count<std::int64_t>(output.size()),
                                                          levels.empty() ? nullptr : levels.data(),
                                                          detail::count<std::int64_t>(levels.size()), out.out()));
    return out.take();
}

inline Image ImageMethods::remove_outliers(const RemoveOutliersOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_remove_outliers(context.handle(), handle(),
                                                                 detail::pointer(options.percentiles),
                                                                 detail::pointer(options.replace), out.out()));
    return out.take();
}

inline Image ImageMethods::asint(Dtype dtype, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_asint(context.handle(), handle(), static_cast<std::int32_t>(dtype),
                                                       out.out()));
    return out.take();
}

inline DtypeLimitsResult ImageMethods::dtype_limits(bool clip_negative, ContextRef context) const {
    double min{};
    double max{};
    detail::check(context.handle(), stoner_image_dtype_limits(context.handle(), handle(), clip_negative ? 1 : 0, &min,
                                                              &max));
    return {min, max};
}

inline Image ImageMethods::im_scale(std::int32_t n, std::int32_t m, Dtype dtype, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_im_scale(context.handle(), handle(), n, m, static_cast<std::int32_t>(dtype),
                                                          out.out()));
    return out.take();
}

inline bool ImageMethods::prec_loss(Dtype dtype, ContextRef context) const {
    std::int32_t loss{};
    detail::check(context.handle(), stoner_image_prec_loss(context.handle(), handle(), static_cast<std::int32_t>(dtype),
                                                           &loss));
    return loss != 0;
}

inline bool ImageMethods::sign_loss(Dtype dtype, ContextRef context) const {
    std::int32_t loss{};
    detail::check(context.handle(), stoner_image_sign_loss(context.handle(), handle(), static_cast<std::int32_t>(dtype),
                                                           &loss));
    return loss != 0;
}

inline Image ImageMethods::filter_image(const FilterImageOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_filter_image(context.handle(), handle(), detail::pointer(options.sigma_xy),
                                                              static_cast<std::int32_t>(options.mode), options.cval,
                                                              detail::not_zero("truncate", options.truncate, "above 0"),
                                                              options.preserve_range ? 1 : 0, out.out()));
    return out.take();
}

inline Image ImageMethods::gaussian_filter(const std::array<double, 2> &sigma_xy, const GaussianFilterOptions &options,
                                           ContextRef context) const {
    const auto mode_xy_numbers = detail::numbers(options.mode_xy);
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_gaussian_filter(context.handle(), handle(), sigma_xy.data(),
                                                                 detail::pointer(options.order_xy),
                                                                 detail::pointer(mode_xy_numbers), options.cval,
                                                                 detail::not_zero("truncate", options.truncate, "above 0"),
                                                                 out.out()));
    return out.take();
}

inline Image ImageMethods::sgolay2d(const Sgolay2dOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> angle_out;
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_sgolay2d(context.handle(), handle(),
                                                          detail::not_zero("points", options.points, "1 to 999"),
                                                          detail::degree("poly", options.poly),
                                                          static_cast<std::int32_t>(options.derivative), out.out(),
                                                          options.angle == nullptr ? nullptr : angle_out.out()));
    if (options.angle != nullptr) {
        *options.angle = angle_out.take();
    }
    return out.take();
}

inline Image ImageMethods::denoise(double weight, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_denoise(context.handle(), handle(),
                                                         detail::not_zero("weight", weight, "above 0"), out.out()));
    return out.take();
}

inline Image ImageMethods::fft(const FftOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_fft(context.handle(), handle(), options.shift ? 1 : 0,
                                                     static_cast<std::int32_t>(options.output), options.remove_dc ? 1 : 0,
                                                     options.gaussian, detail::c_str(options.window), out.out()));
    return out.take();
}

inline Table ImageMethods::profile_line(const std::array<double, 2> &src, const std::array<double, 2> &dst,
                                        const ProfileLineOptions &options, ContextRef context) const {
    detail::New<Table, stoner_table> out;
    detail::check(context.handle(), stoner_image_profile_line(context.handle(), handle(), src.data(), dst.data(),
                                                              detail::not_zero("linewidth", options.linewidth, "1 to 65536"),
                                                              static_cast<std::int32_t>(options.order),
                                                              static_cast<std::int32_t>(options.mode), options.cval,
                                                              options.constrain ? 1 : 0, options.real_units ? 1 : 0,
                                                              out.out()));
    return out.take();
}

inline Table ImageMethods::profile_line_x(double x, const ProfileLineXOptions &options, ContextRef context) const {
    detail::New<Table, stoner_table> out;
    detail::check(context.handle(), stoner_image_profile_line_x(context.handle(), handle(), x,
                                                                detail::not_zero("linewidth", options.linewidth, "1 to 65536"),
                                                                static_cast<std::int32_t>(options.order),
                                                                static_cast<std::int32_t>(options.mode), options.cval,
                                                                options.constrain ? 1 : 0, options.real_units ? 1 : 0,
                                                                out.out()));
    return out.take();
}

inline Table ImageMethods::profile_line_y(double y, const ProfileLineYOptions &options, ContextRef context) const {
    detail::New<Table, stoner_table> out;
    detail::check(context.handle(), stoner_image_profile_line_y(context.handle(), handle(), y,
                                                                detail::not_zero("linewidth", options.linewidth, "1 to 65536"),
                                                                static_cast<std::int32_t>(options.order),
                                                                static_cast<std::int32_t>(options.mode), options.cval,
                                                                options.constrain ? 1 : 0, options.real_units ? 1 : 0,
                                                                out.out()));
    return out.take();
}

inline Image ImageMethods::radial_coordinates(const RadialCoordinatesOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_radial_coordinates(context.handle(), handle(),
                                                                    detail::pointer(options.centre),
                                                                    detail::pointer(options.pixel_size),
                                                                    options.size_from_map ? 1 : 0,
                                                                    static_cast<std::int32_t>(options.which),
                                                                    static_cast<std::int32_t>(options.angles), out.out()));
    return out.take();
}

inline Table ImageMethods::radial_profile(const RadialProfileOptions &options, ContextRef context) const {
    detail::New<Table, stoner_table> out;
    detail::check(context.handle(), stoner_image_radial_profile(context.handle(), handle(),
                                                                options.angle.empty() ? nullptr : options.angle.data(),
                                                                detail::count<std::int32_t>(options.angle.size()),
                                                                options.sector_width,
                                                                options.r.empty() ? nullptr : options.r.data(),
                                                                detail::count<std::int64_t>(options.r.size()),
                                                                detail::pointer(options.centre),
                                                                detail::pointer(options.pixel_size),
                                                                options.size_from_map ? 1 : 0,
                                                                static_cast<std::int32_t>(options.angles), out.out()));
    return out.take();
}

inline Table ImageMethods::hist(const HistOptions &options, ContextRef context) const {
    detail::New<Table, stoner_table> out;
    detail::check(context.handle(), stoner_image_hist(context.handle(), handle(), options.bins,
                                                      options.edges.empty() ? nullptr : options.edges.data(),
                                                      detail::count<std::int64_t>(options.edges.size()),
                                                      detail::pointer(options.range), out.out()));
    return out.take();
}

inline std::int32_t ImageMethods::polarization(ContextRef context) const {
    std::int32_t polarization{};
    detail::check(context.handle(), stoner_image_polarization(context.handle(), handle(), &polarization));
    return polarization;
}

inline bool ImageMethods::unlike(const Image &other, ContextRef context) const {
    std::int32_t unlike{};
    detail::check(context.handle(), stoner_image_unlike(context.handle(), handle(), other.handle(), &unlike));
    return unlike != 0;
}

inline Image ImageMethods::xmcd(const Image &b, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_xmcd(context.handle(), handle(), b.handle(), out.out()));
    return out.take();
}

inline bool TableMethods::equal(const Table &b, bool all, ContextRef context) const {
    std::int32_t equal{};
    detail::check(context.handle(), stoner_table_equal(context.handle(), handle(), b.handle(), all ? 1 : 0, &equal));
    return equal != 0;
}

inline std::int64_t TableMethods::row_count(ContextRef context) const {
    std::int64_t n{};
    detail::check(context.handle(), stoner_table_row_count(context.handle(), handle(), &n));
    return n;
}

inline std::int32_t TableMethods::column_count(ContextRef context) const {
    std::int32_t n{};
    detail::check(context.handle(), stoner_table_column_count(context.handle(), handle(), &n));
    return n;
}

inline std::string TableMethods::column_name(std::int32_t column, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_table_column_name(context.handle(), handle(), column, buffer...);
    });
}

inline std::string TableMethods::column_unit(std::int32_t column, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_table_column_unit(context.handle(), handle(), column, buffer...);
    });
}

inline std::int32_t TableMethods::column_index(const std::string &name, ContextRef context) const {
    std::int32_t column{};
    detail::check(context.handle(), stoner_table_column_index(context.handle(), handle(), detail::c_str(name), &column));
    return column;
}

inline void TableMethods::set_column_name(std::int32_t column, const std::string &name, ContextRef context) {
    detail::check(context.handle(), stoner_table_set_column_name(context.handle(), handle(), column, detail::c_str(name)));
}

inline void TableMethods::set_column_unit(std::int32_t column, const std::optional<std::string> &unit, ContextRef context) {
    detail::check(context.handle(), stoner_table_set_column_unit(context.handle(), handle(), column, detail::c_str(unit)));
}

inline std::vector<double> TableMethods::read_column(std::int32_t column, ContextRef context) const {
    return detail::filled<std::vector<double>>(context.handle(), [&](auto... buffer) {
        return stoner_table_read_column(context.handle(), handle(), column, buffer...);
    });
}

inline std::vector<double> TableMethods::read(bool column_major, ContextRef context) const {
    return detail::filled<std::vector<double>>(context.handle(), [&](auto... buffer) {
        return stoner_table_read(context.handle(), handle(), column_major ? 1 : 0, buffer...);
    });
}

inline void TableMethods::add_column(const std::string &name, Span<double> values, const std::optional<std::string> &unit,
                                     ContextRef context) {
    detail::check(context.handle(), stoner_table_add_column(context.handle(), handle(), detail::c_str(name),
                                                            detail::c_str(unit), values.data(),
                                                            detail::count<std::int64_t>(values.size())));
}

inline Metadata TableMethods::metadata(ContextRef context) const {
    detail::New<Metadata, stoner_metadata> out;
    detail::check(context.handle(), stoner_table_metadata(context.handle(), handle(), out.out()));
    return out.take();
}

inline void TableMethods::set_metadata(const Metadata &metadata, ContextRef context) {
    detail::check(context.handle(), stoner_table_set_metadata(context.handle(), handle(), metadata.handle()));
}

inline void TableMethods::save(const Path &path, const std::optional<std::string> &format, ContextRef context) const {
    detail::check(context.handle(), stoner_table_save(context.handle(), handle(), detail::c_str(path),
                                                      detail::c_str(format)));
}

inline std::vector<std::uint8_t> ImageMethods::to_rgba(const Keywords &keywords, ContextRef context) const {
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_to_rgba(context.handle(), handle(), keywords.handle(), buffer...);
    });
}

inline void ImageMethods::imshow(const Path &path, const Keywords &keywords, ContextRef context) const {
    detail::check(context.handle(), stoner_image_imshow(context.handle(), handle(), detail::c_str(path), keywords.handle()));
}

inline std::vector<std::uint8_t> ImageMethods::imshow_rgba(std::int64_t width, std::int64_t height, const Keywords &keywords,
                                                           ContextRef context) const {
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_imshow_rgba(context.handle(), handle(), keywords.handle(), width, height, buffer...);
    });
}

inline Table ImageMethods::imshow_layout(std::int64_t width, std::int64_t height, const Keywords &keywords,
                                         ContextRef context) const {
    detail::New<Table, stoner_table> out;
    detail::check(context.handle(), stoner_image_imshow_layout(context.handle(), handle(), keywords.handle(), width, height,
                                                               out.out()));
    return out.take();
}

inline void ImageMethods::plot_histogram(const Path &path, const Keywords &keywords, std::int64_t bins,
                                         ContextRef context) const {
    detail::check(context.handle(), stoner_image_plot_histogram(context.handle(), handle(),
                                                                detail::not_zero("bins", bins, "1 to 16777216"),
                                                                detail::c_str(path), keywords.handle()));
}

inline std::vector<std::uint8_t> ImageMethods::plot_histogram_rgba(std::int64_t width, std::int64_t height,
                                                                   const Keywords &keywords, std::int64_t bins,
                                                                   ContextRef context) const {
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_plot_histogram_rgba(context.handle(), handle(), detail::not_zero("bins", bins, "1 to 16777216"), keywords.handle(), width, height, buffer...);
    });
}

inline Table ImageMethods::plot_histogram_layout(std::int64_t width, std::int64_t height, const Keywords &keywords,
                                                 std::int64_t bins, ContextRef context) const {
    detail::New<Table, stoner_table> out;
    detail::check(context.handle(), stoner_image_plot_histogram_layout(context.handle(), handle(),
                                                                       detail::not_zero("bins", bins, "1 to 16777216"),
                                                                       keywords.handle(), width, height, out.out()));
    return out.take();
}

inline void TableMethods::plot(const Path &path, const Keywords &keywords, ContextRef context) const {
    detail::check(context.handle(), stoner_table_plot(context.handle(), handle(), detail::c_str(path), keywords.handle()));
}

inline std::vector<std::uint8_t> TableMethods::plot_rgba(std::int64_t width, std::int64_t height, const Keywords &keywords,
                                                         ContextRef context) const {
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_table_plot_rgba(context.handle(), handle(), keywords.handle(), width, height, buffer...);
    });
}

inline Table TableMethods::plot_layout(std::int64_t width, std::int64_t height, const Keywords &keywords,
                                       ContextRef context) const {
    detail::New<Table, stoner_table> out;
    detail::check(context.handle(), stoner_table_plot_layout(context.handle(), handle(), keywords.handle(), width, height,
                                                             out.out()));
    return out.take();
}

inline std::vector<std::uint8_t> ImageMethods::read_mask(ContextRef context) const {
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_read_mask(context.handle(), handle(), buffer...);
    });
}

inline Metadata ImageMethods::metadata(ContextRef context) const {
    detail::New<Metadata, stoner_metadata> out;
    detail::check(context.handle(), stoner_image_metadata(context.handle(), handle(), out.out()));
    return out.take();
}

inline void ImageMethods::set_metadata(const Metadata &metadata, ContextRef context) {
    detail::check(context.handle(), stoner_image_set_metadata(context.handle(), handle(), metadata.handle()));
}

inline bool MetadataMethods::equal(const Metadata &b, ContextRef context) const {
    std::int32_t equal{};
    detail::check(context.handle(), stoner_metadata_equal(context.handle(), handle(), b.handle(), &equal));
    return equal != 0;
}

inline std::int64_t MetadataMethods::count(ContextRef context) const {
    std::int64_t n{};
    detail::check(context.handle(), stoner_metadata_count(context.handle(), handle(), &n));
    return n;
}

inline std::string MetadataMethods::key(std::int64_t index, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_metadata_key(context.handle(), handle(), index, buffer...);
    });
}

inline bool MetadataMethods::contains(const std::string &key, ContextRef context) const {
    std::int32_t found{};
    detail::check(context.handle(), stoner_metadata_contains(context.handle(), handle(), detail::c_str(key), &found));
    return found != 0;
}

inline Type MetadataMethods::type(const std::string &key, ContextRef context) const {
    std::int32_t value_type{};
    detail::check(context.handle(), stoner_metadata_type(context.handle(), handle(), detail::c_str(key), &value_type));
    return static_cast<Type>(value_type);
}

inline std::string MetadataMethods::type_name(const std::string &key, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_metadata_type_name(context.handle(), handle(), detail::c_str(key), buffer...);
    });
}

inline std::string MetadataMethods::unit(const std::string &key, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_metadata_unit(context.handle(), handle(), detail::c_str(key), buffer...);
    });
}

inline void MetadataMethods::set_unit(const std::string &key, const std::optional<std::string> &unit, ContextRef context) {
    detail::check(context.handle(), stoner_metadata_set_unit(context.handle(), handle(), detail::c_str(key),
                                                             detail::c_str(unit)));
}

inline Metadata MetadataMethods::pop(const std::string &key, ContextRef context) {
    detail::New<Metadata, stoner_metadata> out;
    detail::check(context.handle(), stoner_metadata_pop(context.handle(), handle(), detail::c_str(key), out.out()));
    return out.take();
}

inline Metadata MetadataMethods::popitem(ContextRef context) {
    detail::New<Metadata, stoner_metadata> out;
    detail::check(context.handle(), stoner_metadata_popitem(context.handle(), handle(), out.out()));
    return out.take();
}

inline void MetadataMethods::setdefault(const std::string &key, const Metadata &defaults, ContextRef context) {
    detail::check(context.handle(), stoner_metadata_setdefault(context.handle(), handle(), detail::c_str(key),
                                                               defaults.handle()));
}

inline void MetadataMethods::update(const Metadata &other, ContextRef context) {
    detail::check(context.handle(), stoner_metadata_update(context.handle(), handle(), other.handle()));
}

inline void MetadataMethods::clear(ContextRef context) {
    detail::check(context.handle(), stoner_metadata_clear(context.handle(), handle()));
}

inline bool MetadataMethods::get_bool(const std::string &key, ContextRef context) const {
    std::int32_t value{};
    detail::check(context.handle(), stoner_metadata_get_bool(context.handle(), handle(), detail::c_str(key), &value));
    return value != 0;
}

inline std::int64_t MetadataMethods::get_i64(const std::string &key, ContextRef context) const {
    std::int64_t value{};
    detail::check(context.handle(), stoner_metadata_get_i64(context.handle(), handle(), detail::c_str(key), &value));
    return value;
}

inline double MetadataMethods::get_f64(const std::string &key, ContextRef context) const {
    double value{};
    detail::check(context.handle(), stoner_metadata_get_f64(context.handle(), handle(), detail::c_str(key), &value));
    return value;
}

inline std::string MetadataMethods::get_string(const std::string &key, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_metadata_get_string(context.handle(), handle(), detail::c_str(key), buffer...);
    });
}

inline std::complex<double> MetadataMethods::get_complex(const std::string &key, ContextRef context) const {
    double re{};
    double im{};
    detail::check(context.handle(), stoner_metadata_get_complex(context.handle(), handle(), detail::c_str(key), &re, &im));
    return std::complex<double>{re, im};
}

inline std::vector<std::uint8_t> MetadataMethods::get_bytes(const std::string &key, ContextRef context) const {
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_metadata_get_bytes(context.handle(), handle(), detail::c_str(key), buffer...);
    });
}

inline Image MetadataMethods::get_array(const std::string &key, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_metadata_get_array(context.handle(), handle(), detail::c_str(key), out.out()));
    return out.take();
}

inline Metadata MetadataMethods::get_nested(const std::string &key, ContextRef context) const {
    detail::New<Metadata, stoner_metadata> out;
    detail::check(context.handle(), stoner_metadata_get_nested(context.handle(), handle(), detail::c_str(key), out.out()));
    return out.take();
}

inline std::string MetadataMethods::get_text(const std::string &key, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_metadata_get_text(context.handle(), handle(), detail::c_str(key), buffer...);
    });
}

inline std::string MetadataMethods::export_(const std::string &key, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_metadata_export(context.handle(), handle(), detail::c_str(key), buffer...);
    });
}

inline bool ImageMethods::metadata_get_bool(const std::string &key, ContextRef context) const {
    std::int32_t value{};
    detail::check(context.handle(), stoner_image_metadata_get_bool(context.handle(), handle(), detail::c_str(key), &value));
    return value != 0;
}

inline std::int64_t ImageMethods::metadata_get_i64(const std::string &key, ContextRef context) const {
    std::int64_t value{};
    detail::check(context.handle(), stoner_image_metadata_get_i64(context.handle(), handle(), detail::c_str(key), &value));
    return value;
}

inline double ImageMethods::metadata_get_f64(const std::string &key, ContextRef context) const {
    double value{};
    detail::check(context.handle(), stoner_image_metadata_get_f64(context.handle(), handle(), detail::c_str(key), &value));
    return value;
}

inline std::string ImageMethods::metadata_get_string(const std::string &key, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_image_metadata_get_string(context.handle(), handle(), detail::c_str(key), buffer...);
    });
}

inline void MetadataMethods::set_bool(const std::string &key, bool value, ContextRef context) {
    detail::check(context.handle(), stoner_metadata_set_bool(context.handle(), handle(), detail::c_str(key), value ? 1 : 0));
}

inline void MetadataMethods::set_i64(const std::string &key, std::int64_t value, ContextRef context) {
    detail::check(context.handle(), stoner_metadata_set_i64(context.handle(), handle(), detail::c_str(key), value));
}

inline void MetadataMethods::set_f64(const std::string &key, double value, ContextRef context) {
    detail::check(context.handle(), stoner_metadata_set_f64(context.handle(), handle(), detail::c_str(key), value));
}

inline void MetadataMethods::set_string(const std::string &key, const std::string &value, ContextRef context) {
    detail::check(context.handle(), stoner_metadata_set_string(context.handle(), handle(), detail::c_str(key),
                                                               detail::c_str(value)));
}

inline void MetadataMethods::set_none(const std::string &key, ContextRef context) {
    detail::check(context.handle(), stoner_metadata_set_none(context.handle(), handle(), detail::c_str(key)));
}

inline void MetadataMethods::set_complex(const std::string &key, std::complex<double> value, ContextRef context) {
    detail::check(context.handle(), stoner_metadata_set_complex(context.handle(), handle(), detail::c_str(key), value.real(),
                                                                value.imag()));
}

inline void MetadataMethods::set_bytes(const std::string &key, Span<std::uint8_t> value, ContextRef context) {
    detail::check(context.handle(), stoner_metadata_set_bytes(context.handle(), handle(), detail::c_str(key), value.data(),
                                                              detail::count<std::int64_t>(value.size())));
}

inline void MetadataMethods::set_timestamp(const std::string &key, const std::string &value, ContextRef context) {
    detail::check(context.handle(), stoner_metadata_set_timestamp(context.handle(), handle(), detail::c_str(key),
                                                                  detail::c_str(value)));
}

inline void MetadataMethods::set_array(const std::string &key, const Image &value, ContextRef context) {
    detail::check(context.handle(), stoner_metadata_set_array(context.handle(), handle(), detail::c_str(key),
                                                              value.handle()));
}

inline void MetadataMethods::set_cluster(const std::string &key, const Metadata &value, ContextRef context) {
    detail::check(context.handle(), stoner_metadata_set_cluster(context.handle(), handle(), detail::c_str(key),
                                                                value.handle()));
}

inline void MetadataMethods::set_list(const std::string &key, const Metadata &value, ContextRef context) {
    detail::check(context.handle(), stoner_metadata_set_list(context.handle(), handle(), detail::c_str(key),
                                                             value.handle()));
}

inline void MetadataMethods::set_tuple(const std::string &key, const Metadata &value, ContextRef context) {
    detail::check(context.handle(), stoner_metadata_set_tuple(context.handle(), handle(), detail::c_str(key),
                                                              value.handle()));
}

inline void MetadataMethods::set_text(const std::string &key, const std::string &value,
                                      const std::optional<std::string> &type_name, ContextRef context) {
    detail::check(context.handle(), stoner_metadata_set_text(context.handle(), handle(), detail::c_str(key),
                                                             detail::c_str(type_name), detail::c_str(value)));
}

inline void ImageMethods::metadata_set_bool(const std::string &key, bool value, ContextRef context) {
    detail::check(context.handle(), stoner_image_metadata_set_bool(context.handle(), handle(), detail::c_str(key),
                                                                   value ? 1 : 0));
}

inline void ImageMethods::metadata_set_i64(const std::string &key, std::int64_t value, ContextRef context) {
    detail::check(context.handle(), stoner_image_metadata_set_i64(context.handle(), handle(), detail::c_str(key), value));
}

inline void ImageMethods::metadata_set_f64(const std::string &key, double value, ContextRef context) {
    detail::check(context.handle(), stoner_image_metadata_set_f64(context.handle(), handle(), detail::c_str(key), value));
}

inline void ImageMethods::metadata_set_string(const std::string &key, const std::string &value, ContextRef context) {
    detail::check(context.handle(), stoner_image_metadata_set_string(context.handle(), handle(), detail::c_str(key),
                                                                     detail::c_str(value)));
}

inline std::int64_t ImageMethods::plane_count(ContextRef context) const {
    std::int64_t n{};
    detail::check(context.handle(), stoner_image_plane_count(context.handle(), handle(), &n));
    return n;
}

inline std::string ImageMethods::plane_name(std::int64_t index, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_image_plane_name(context.handle(), handle(), index, buffer...);
    });
}

inline Image ImageMethods::plane(const std::string &name, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_plane(context.handle(), handle(), detail::c_str(name), out.out()));
    return out.take();
}

inline std::string ImageMethods::plane_unit(const std::string &name, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_image_plane_unit(context.handle(), handle(), detail::c_str(name), buffer...);
    });
}

inline void ImageMethods::set_plane(const std::string &name, const Image &plane, const std::optional<std::string> &unit,
                                    ContextRef context) {
    detail::check(context.handle(), stoner_image_set_plane(context.handle(), handle(), detail::c_str(name), plane.handle(),
                                                           detail::c_str(unit)));
}

inline void ImageMethods::remove_plane(const std::string &name, ContextRef context) {
    detail::check(context.handle(), stoner_image_remove_plane(context.handle(), handle(), detail::c_str(name)));
}

inline MapResult ImageMethods::map(ContextRef context) const {
    std::array<double, 2> origin{};
    std::array<double, 4> step{};
    detail::check(context.handle(), stoner_image_map(context.handle(), handle(), origin.data(), step.data()));
    return {origin, step};
}

inline std::string ImageMethods::map_name(std::int32_t coordinate, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_image_map_name(context.handle(), handle(), coordinate, buffer...);
    });
}

inline std::string ImageMethods::map_unit(std::int32_t coordinate, ContextRef context) const {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_image_map_unit(context.handle(), handle(), coordinate, buffer...);
    });
}

inline void ImageMethods::set_map(const std::array<double, 2> &origin, const SetMapOptions &options, ContextRef context) {
    detail::check(context.handle(), stoner_image_set_map(context.handle(), handle(), origin.data(),
                                                         detail::pointer(options.step), detail::c_str(options.name_x),
                                                         detail::c_str(options.name_y), detail::c_str(options.unit_x),
                                                         detail::c_str(options.unit_y)));
}

inline PixelSizeResult ImageMethods::pixel_size(ContextRef context) const {
    double width{};
    double height{};
    detail::check(context.handle(), stoner_image_pixel_size(context.handle(), handle(), &width, &height));
    return {width, height};
}

inline PositionResult ImageMethods::position(double column, double row, ContextRef context) const {
    double x{};
    double y{};
    detail::check(context.handle(), stoner_image_position(context.handle(), handle(), column, row, &x, &y));
    return {x, y};
}

inline std::int64_t ImageMethods::itemsize(ContextRef context) const {
    std::int64_t itemsize{};
    detail::check(context.handle(), stoner_image_itemsize(context.handle(), handle(), &itemsize));
    return itemsize;
}

inline std::int64_t ImageMethods::nbytes(ContextRef context) const {
    std::int64_t nbytes{};
    detail::check(context.handle(), stoner_image_nbytes(context.handle(), handle(), &nbytes));
    return nbytes;
}

inline std::vector<std::int64_t> ImageMethods::strides(ContextRef context) const {
    return detail::filled<std::vector<std::int64_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_strides(context.handle(), handle(), buffer...);
    });
}

inline bool ImageMethods::iscontiguous(ContextRef context) const {
    std::int32_t contiguous{};
    detail::check(context.handle(), stoner_image_iscontiguous(context.handle(), handle(), &contiguous));
    return contiguous != 0;
}

inline Image ImageMethods::reshape(Span<std::int64_t> shape, Order order, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_reshape(context.handle(), handle(), shape.data(),
                                                         detail::count<std::int32_t>(shape.size()),
                                                         static_cast<std::int32_t>(order), out.out()));
    return out.take();
}

inline Image ImageMethods::transpose(Span<std::int32_t> axes, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_transpose_axes(context.handle(), handle(),
                                                                axes.empty() ? nullptr : axes.data(),
                                                                detail::count<std::int32_t>(axes.size()), out.out()));
    return out.take();
}

inline Image ImageMethods::swapaxes(std::int32_t axis1, std::int32_t axis2, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_swapaxes(context.handle(), handle(), axis1, axis2, out.out()));
    return out.take();
}

inline Image ImageMethods::squeeze(Span<std::int32_t> axes, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_squeeze(context.handle(), handle(), axes.empty() ? nullptr : axes.data(),
                                                         detail::count<std::int32_t>(axes.size()), out.out()));
    return out.take();
}

inline Image ImageMethods::ravel(Order order, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_ravel(context.handle(), handle(), static_cast<std::int32_t>(order),
                                                       out.out()));
    return out.take();
}

inline Image ImageMethods::flatten(Order order, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_flatten(context.handle(), handle(), static_cast<std::int32_t>(order),
                                                         out.out()));
    return out.take();
}

inline void ImageMethods::resize(Span<std::int64_t> shape, ContextRef context) {
    detail::check(context.handle(), stoner_image_resize(context.handle(), handle(), shape.data(),
                                                        detail::count<std::int32_t>(shape.size())));
}

inline Image ImageMethods::astype(Dtype dtype, const AstypeOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_astype(context.handle(), handle(), static_cast<std::int32_t>(dtype),
                                                        static_cast<std::int32_t>(options.order),
                                                        static_cast<std::int32_t>(options.casting), out.out()));
    return out.take();
}

inline Image ImageMethods::view(Dtype dtype, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_view(context.handle(), handle(), static_cast<std::int32_t>(dtype),
                                                      out.out()));
    return out.take();
}

inline Image ImageMethods::byteswap(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_byteswap(context.handle(), handle(), out.out()));
    return out.take();
}

inline Image ImageMethods::newbyteorder(ByteOrder byte_order, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_newbyteorder(context.handle(), handle(),
                                                              static_cast<std::int32_t>(byte_order), out.out()));
    return out.take();
}

inline Image ImageMethods::getfield(Dtype dtype, std::int64_t offset, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_getfield(context.handle(), handle(), static_cast<std::int32_t>(dtype),
                                                          offset, out.out()));
    return out.take();
}

inline void ImageMethods::setfield(const Image &values, Dtype dtype, std::int64_t offset, ContextRef context) {
    detail::check(context.handle(), stoner_image_setfield(context.handle(), handle(), values.handle(),
                                                          static_cast<std::int32_t>(dtype), offset));
}

inline std::int32_t ImageMethods::flags(ContextRef context) const {
    std::int32_t flags{};
    detail::check(context.handle(), stoner_image_flags(context.handle(), handle(), &flags));
    return flags;
}

inline std::array<std::int64_t, 2> ImageMethods::ids(ContextRef context) const {
    std::array<std::int64_t, 2> ids{};
    detail::check(context.handle(), stoner_image_ids(context.handle(), handle(), ids.data()));
    return ids;
}

inline void ImageMethods::harden_mask(ContextRef context) {
    detail::check(context.handle(), stoner_image_harden_mask(context.handle(), handle()));
}

inline void ImageMethods::soften_mask(ContextRef context) {
    detail::check(context.handle(), stoner_image_soften_mask(context.handle(), handle()));
}

inline bool ImageMethods::hardmask(ContextRef context) const {
    std::int32_t hard{};
    detail::check(context.handle(), stoner_image_hardmask(context.handle(), handle(), &hard));
    return hard != 0;
}

inline void ImageMethods::shrink_mask(ContextRef context) {
    detail::check(context.handle(), stoner_image_shrink_mask(context.handle(), handle()));
}

inline std::complex<double> ImageMethods::fill_value(ContextRef context) const {
    double fill_value{};
    double imaginary{};
    detail::check(context.handle(), stoner_image_fill_value(context.handle(), handle(), &fill_value, &imaginary));
    return std::complex<double>{fill_value, imaginary};
}

inline std::int64_t ImageMethods::fill_value_i64(ContextRef context) const {
    std::int64_t fill_value{};
    detail::check(context.handle(), stoner_image_fill_value_i64(context.handle(), handle(), &fill_value));
    return fill_value;
}

inline std::uint64_t ImageMethods::fill_value_u64(ContextRef context) const {
    std::uint64_t fill_value{};
    detail::check(context.handle(), stoner_image_fill_value_u64(context.handle(), handle(), &fill_value));
    return fill_value;
}

inline void ImageMethods::set_fill_value(const SetFillValueOptions &options, ContextRef context) {
    detail::check(context.handle(), stoner_image_set_fill_value(context.handle(), handle(),
                                                                detail::choice(options.fill_value, Fill::value),
                                                                options.fill_value.value_or(0.0), options.imaginary));
}

inline void ImageMethods::set_fill_value_i64(std::int64_t fill_value, ContextRef context) {
    detail::check(context.handle(), stoner_image_set_fill_value_i64(context.handle(), handle(), fill_value));
}

inline void ImageMethods::set_fill_value_u64(std::uint64_t fill_value, ContextRef context) {
    detail::check(context.handle(), stoner_image_set_fill_value_u64(context.handle(), handle(), fill_value));
}

inline Image ImageMethods::filled(std::optional<double> fill_value, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_filled(context.handle(), handle(), detail::choice(fill_value, Fill::value),
                                                        fill_value.value_or(0.0), out.out()));
    return out.take();
}

inline Image ImageMethods::filled_i64(std::int64_t fill_value, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_filled_i64(context.handle(), handle(), fill_value, out.out()));
    return out.take();
}

inline Image ImageMethods::filled_u64(std::uint64_t fill_value, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_filled_u64(context.handle(), handle(), fill_value, out.out()));
    return out.take();
}

inline Image ImageMethods::compressed(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_compressed(context.handle(), handle(), out.out()));
    return out.take();
}

inline std::vector<std::uint8_t> ImageMethods::toflex(ContextRef context) const {
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_toflex(context.handle(), handle(), buffer...);
    });
}

inline std::vector<std::uint8_t> ImageMethods::torecords(ContextRef context) const {
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_torecords(context.handle(), handle(), buffer...);
    });
}

inline Masked<double> ImageMethods::item(Span<std::int64_t> index, ContextRef context) const {
    double value{};
    std::int32_t masked{};
    detail::check(context.handle(), stoner_image_item(context.handle(), handle(), index.empty() ? nullptr : index.data(),
                                                      detail::count<std::int64_t>(index.size()), &value, &masked));
    return Masked<double>{value, masked != 0};
}

inline Masked<std::int64_t> ImageMethods::item_i64(Span<std::int64_t> index, ContextRef context) const {
    std::int64_t value{};
    std::int32_t masked{};
    detail::check(context.handle(), stoner_image_item_i64(context.handle(), handle(), index.empty() ? nullptr : index.data(),
                                                          detail::count<std::int64_t>(index.size()), &value, &masked));
    return Masked<std::int64_t>{value, masked != 0};
}

inline Masked<std::uint64_t> ImageMethods::item_u64(Span<std::int64_t> index, ContextRef context) const {
    std::uint64_t value{};
    std::int32_t masked{};
    detail::check(context.handle(), stoner_image_item_u64(context.handle(), handle(), index.empty() ? nullptr : index.data(),
                                                          detail::count<std::int64_t>(index.size()), &value, &masked));
    return Masked<std::uint64_t>{value, masked != 0};
}

inline Masked<std::complex<double>> ImageMethods::item_complex(Span<std::int64_t> index, ContextRef context) const {
    double re{};
    double im{};
    std::int32_t masked{};
    detail::check(context.handle(), stoner_image_item_complex(context.handle(), handle(),
                                                              index.empty() ? nullptr : index.data(),
                                                              detail::count<std::int64_t>(index.size()), &re, &im, &masked));
    return Masked<std::complex<double>>{std::complex<double>{re, im}, masked != 0};
}

inline void ImageMethods::itemset(double value, Span<std::int64_t> index, ContextRef context) {
    detail::check(context.handle(), stoner_image_itemset(context.handle(), handle(), index.empty() ? nullptr : index.data(),
                                                         detail::count<std::int64_t>(index.size()), value));
}

inline void ImageMethods::itemset_i64(std::int64_t value, Span<std::int64_t> index, ContextRef context) {
    detail::check(context.handle(), stoner_image_itemset_i64(context.handle(), handle(),
                                                             index.empty() ? nullptr : index.data(),
                                                             detail::count<std::int64_t>(index.size()), value));
}

inline void ImageMethods::itemset_u64(std::uint64_t value, Span<std::int64_t> index, ContextRef context) {
    detail::check(context.handle(), stoner_image_itemset_u64(context.handle(), handle(),
                                                             index.empty() ? nullptr : index.data(),
                                                             detail::count<std::int64_t>(index.size()), value));
}

inline void ImageMethods::itemset_complex(std::complex<double> value, Span<std::int64_t> index, ContextRef context) {
    detail::check(context.handle(), stoner_image_itemset_complex(context.handle(), handle(),
                                                                 index.empty() ? nullptr : index.data(),
                                                                 detail::count<std::int64_t>(index.size()), value.real(),
                                                                 value.imag()));
}

inline void ImageMethods::fill(double value, ContextRef context) {
    detail::check(context.handle(), stoner_image_fill(context.handle(), handle(), value));
}

inline void ImageMethods::fill_i64(std::int64_t value, ContextRef context) {
    detail::check(context.handle(), stoner_image_fill_i64(context.handle(), handle(), value));
}

inline void ImageMethods::fill_u64(std::uint64_t value, ContextRef context) {
    detail::check(context.handle(), stoner_image_fill_u64(context.handle(), handle(), value));
}

inline void ImageMethods::fill_complex(std::complex<double> value, ContextRef context) {
    detail::check(context.handle(), stoner_image_fill_complex(context.handle(), handle(), value.real(), value.imag()));
}

inline void ImageMethods::put(Span<std::int64_t> indices, const Image &values, Index mode, ContextRef context) {
    detail::check(context.handle(), stoner_image_put(context.handle(), handle(), indices.data(),
                                                     detail::count<std::int64_t>(indices.size()), values.handle(),
                                                     static_cast<std::int32_t>(mode)));
}

inline Image ImageMethods::take(Span<std::int64_t> indices, const TakeOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_take(context.handle(), handle(), indices.data(),
                                                      detail::count<std::int64_t>(indices.size()),
                                                      detail::pointer(options.axis), static_cast<std::int32_t>(options.mode),
                                                      out.out()));
    return out.take();
}

inline Image ImageMethods::choose(Span<Image> choices, Index mode, ContextRef context) const {
    const auto choices_handles = detail::handles<const stoner_image>(choices);
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_choose(context.handle(), handle(), choices_handles.data(),
                                                        detail::count<std::int64_t>(choices.size()),
                                                        static_cast<std::int32_t>(mode), out.out()));
    return out.take();
}

inline Image ImageMethods::compress(Span<std::uint8_t> condition, std::optional<std::int32_t> axis,
                                    ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_compress(context.handle(), handle(), condition.data(),
                                                          detail::count<std::int64_t>(condition.size()),
                                                          detail::pointer(axis), out.out()));
    return out.take();
}

inline Image ImageMethods::repeat(Span<std::int64_t> repeats, std::optional<std::int32_t> axis, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_repeat(context.handle(), handle(), repeats.data(),
                                                        detail::count<std::int64_t>(repeats.size()), detail::pointer(axis),
                                                        out.out()));
    return out.take();
}

inline Image ImageMethods::diagonal(const DiagonalOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_diagonal(context.handle(), handle(), options.offset, options.axis1,
                                                          options.axis2, out.out()));
    return out.take();
}

inline Image ImageMethods::nonzero(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_nonzero(context.handle(), handle(), out.out()));
    return out.take();
}

inline Image ImageMethods::clip(const ClipOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_clip(context.handle(), handle(), options.min, options.max, out.out()));
    return out.take();
}

inline Image ImageMethods::clip_i64(const ClipI64Options &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_clip_i64(context.handle(), handle(), detail::pointer(options.min),
                                                          detail::pointer(options.max), out.out()));
    return out.take();
}

inline Image ImageMethods::clip_u64(const ClipU64Options &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_clip_u64(context.handle(), handle(), detail::pointer(options.min),
                                                          detail::pointer(options.max), out.out()));
    return out.take();
}

inline Image ImageMethods::clip_images(const ClipImagesOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_clip_images(context.handle(), handle(), detail::handle_of(options.min),
                                                             detail::handle_of(options.max), out.out()));
    return out.take();
}

inline Image ImageMethods::round(std::int32_t decimals, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_round(context.handle(), handle(), decimals, out.out()));
    return out.take();
}

inline Image ImageMethods::real(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_real(context.handle(), handle(), out.out()));
    return out.take();
}

inline Image ImageMethods::get_real(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_get_real(context.handle(), handle(), out.out()));
    return out.take();
}

inline Image ImageMethods::imag(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_imag(context.handle(), handle(), out.out()));
    return out.take();
}

inline Image ImageMethods::get_imag(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_get_imag(context.handle(), handle(), out.out()));
    return out.take();
}

inline Image ImageMethods::conj(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_conj(context.handle(), handle(), out.out()));
    return out.take();
}

inline Image ImageMethods::conjugate(ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_conjugate(context.handle(), handle(), out.out()));
    return out.take();
}

inline Image ImageMethods::all(const AllOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_all(context.handle(), handle(),
                                                     options.axes.empty() ? nullptr : options.axes.data(),
                                                     detail::count<std::int32_t>(options.axes.size()),
                                                     options.keepdims ? 1 : 0, out.out()));
    return out.take();
}

inline Masked<double> ImageMethods::all(ContextRef context) const {
    double value{};
    std::int32_t masked{};
    detail::check(context.handle(), stoner_image_all_value(context.handle(), handle(), &value, &masked));
    return Masked<double>{value, masked != 0};
}

inline Image ImageMethods::any(const AnyOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_any(context.handle(), handle(),
                                                     options.axes.empty() ? nullptr : options.axes.data(),
                                                     detail::count<std::int32_t>(options.axes.size()),
                                                     options.keepdims ? 1 : 0, out.out()));
    return out.take();
}

inline Masked<double> ImageMethods::any(ContextRef context) const {
    double value{};
    std::int32_t masked{};
    detail::check(context.handle(), stoner_image_any_value(context.handle(), handle(), &value, &masked));
    return Masked<double>{value, masked != 0};
}

inline Image ImageMethods::sum(const SumOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_sum(context.handle(), handle(),
                                                     options.axes.empty() ? nullptr : options.axes.data(),
                                                     detail::count<std::int32_t>(options.axes.size()),
                                                     static_cast<std::int32_t>(options.dtype), options.keepdims ? 1 : 0,
                                                     out.out()));
    return out.take();
}

inline Masked<double> ImageMethods::sum(ContextRef context) const {
    double value{};
    std::int32_t masked{};
    detail::check(context.handle(), stoner_image_sum_value(context.handle(), handle(), &value, &masked));
    return Masked<double>{value, masked != 0};
}

inline Image ImageMethods::prod(const ProdOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_prod(context.handle(), handle(),
                                                      options.axes.empty() ? nullptr : options.axes.data(),
                                                      detail::count<std::int32_t>(options.axes.size()),
                                                      static_cast<std::int32_t>(options.dtype), options.keepdims ? 1 : 0,
                                                      out.out()));
    return out.take();
}

inline Masked<double> ImageMethods::prod(ContextRef context) const {
    double value{};
    std::int32_t masked{};
    detail::check(context.handle(), stoner_image_prod_value(context.handle(), handle(), &value, &masked));
    return Masked<double>{value, masked != 0};
}

inline Image ImageMethods::product(const ProductOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_product(context.handle(), handle(),
                                                         options.axes.empty() ? nullptr : options.axes.data(),
                                                         detail::count<std::int32_t>(options.axes.size()),
                                                         static_cast<std::int32_t>(options.dtype), options.keepdims ? 1 : 0,
                                                         out.out()));
    return out.take();
}

inline Masked<double> ImageMethods::product(ContextRef context) const {
    double value{};
    std::int32_t masked{};
    detail::check(context.handle(), stoner_image_product_value(context.handle(), handle(), &value, &masked));
    return Masked<double>{value, masked != 0};
}

inline Image ImageMethods::count(const CountOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_count(context.handle(), handle(),
                                                       options.axes.empty() ? nullptr : options.axes.data(),
                                                       detail::count<std::int32_t>(options.axes.size()),
                                                       options.keepdims ? 1 : 0, out.out()));
    return out.take();
}

inline std::int64_t ImageMethods::count(ContextRef context) const {
    std::int64_t n{};
    detail::check(context.handle(), stoner_image_count_value(context.handle(), handle(), &n));
    return n;
}

inline Image ImageMethods::mean(const MeanOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_mean(context.handle(), handle(),
                                                      options.axes.empty() ? nullptr : options.axes.data(),
                                                      detail::count<std::int32_t>(options.axes.size()),
                                                      static_cast<std::int32_t>(options.dtype), options.keepdims ? 1 : 0,
                                                      out.out()));
    return out.take();
}

inline Masked<double> ImageMethods::mean(ContextRef context) const {
    double value{};
    std::int32_t masked{};
    detail::check(context.handle(), stoner_image_mean_value(context.handle(), handle(), &value, &masked));
    return Masked<double>{value, masked != 0};
}

inline Image ImageMethods::var(const VarOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_var(context.handle(), handle(),
                                                     options.axes.empty() ? nullptr : options.axes.data(),
                                                     detail::count<std::int32_t>(options.axes.size()),
                                                     static_cast<std::int32_t>(options.dtype), options.ddof,
                                                     options.keepdims ? 1 : 0, out.out()));
    return out.take();
}

inline Masked<double> ImageMethods::var(std::int64_t ddof, ContextRef context) const {
    double value{};
    std::int32_t masked{};
    detail::check(context.handle(), stoner_image_var_value(context.handle(), handle(), ddof, &value, &masked));
    return Masked<double>{value, masked != 0};
}

inline Image ImageMethods::std(const StdOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_std(context.handle(), handle(),
                                                     options.axes.empty() ? nullptr : options.axes.data(),
                                                     detail::count<std::int32_t>(options.axes.size()),
                                                     static_cast<std::int32_t>(options.dtype), options.ddof,
                                                     options.keepdims ? 1 : 0, out.out()));
    return out.take();
}

inline Masked<double> ImageMethods::std(std::int64_t ddof, ContextRef context) const {
    double value{};
    std::int32_t masked{};
    detail::check(context.handle(), stoner_image_std_value(context.handle(), handle(), ddof, &value, &masked));
    return Masked<double>{value, masked != 0};
}

inline Image ImageMethods::anom(const AnomOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_anom(context.handle(), handle(),
                                                      options.axes.empty() ? nullptr : options.axes.data(),
                                                      detail::count<std::int32_t>(options.axes.size()),
                                                      static_cast<std::int32_t>(options.dtype), out.out()));
    return out.take();
}

inline Image ImageMethods::min(const MinOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_min(context.handle(), handle(),
                                                     options.axes.empty() ? nullptr : options.axes.data(),
                                                     detail::count<std::int32_t>(options.axes.size()),
                                                     detail::choice(options.fill_value, Fill::value),
                                                     options.fill_value.value_or(0.0), options.keepdims ? 1 : 0, out.out()));
    return out.take();
}

inline Masked<double> ImageMethods::min(ContextRef context) const {
    double value{};
    std::int32_t masked{};
    detail::check(context.handle(), stoner_image_min_value(context.handle(), handle(), &value, &masked));
    return Masked<double>{value, masked != 0};
}

inline Image ImageMethods::max(const MaxOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_max(context.handle(), handle(),
                                                     options.axes.empty() ? nullptr : options.axes.data(),
                                                     detail::count<std::int32_t>(options.axes.size()),
                                                     detail::choice(options.fill_value, Fill::value),
                                                     options.fill_value.value_or(0.0), options.keepdims ? 1 : 0, out.out()));
    return out.take();
}

inline Masked<double> ImageMethods::max(ContextRef context) const {
    double value{};
    std::int32_t masked{};
    detail::check(context.handle(), stoner_image_max_value(context.handle(), handle(), &value, &masked));
    return Masked<double>{value, masked != 0};
}

inline Image ImageMethods::mini(std::optional<std::int32_t> axis, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_mini(context.handle(), handle(), detail::pointer(axis), out.out()));
    return out.take();
}

inline Image ImageMethods::ptp(const PtpOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_ptp(context.handle(), handle(),
                                                     options.axes.empty() ? nullptr : options.axes.data(),
                                                     detail::count<std::int32_t>(options.axes.size()),
                                                     detail::choice(options.fill_value, Fill::value),
                                                     options.fill_value.value_or(0.0), options.keepdims ? 1 : 0, out.out()));
    return out.take();
}

inline Masked<double> ImageMethods::ptp(ContextRef context) const {
    double value{};
    std::int32_t masked{};
    detail::check(context.handle(), stoner_image_ptp_value(context.handle(), handle(), &value, &masked));
    return Masked<double>{value, masked != 0};
}

inline Image ImageMethods::argmin(const ArgminOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_argmin(context.handle(), handle(), detail::pointer(options.axis),
                                                        detail::choice(options.fill_value, Fill::value),
                                                        options.fill_value.value_or(0.0), options.keepdims ? 1 : 0,
                                                        out.out()));
    return out.take();
}

inline std::int64_t ImageMethods::argmin(ContextRef context) const {
    std::int64_t index{};
    detail::check(context.handle(), stoner_image_argmin_value(context.handle(), handle(), &index));
    return index;
}

inline Image ImageMethods::argmax(const ArgmaxOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_argmax(context.handle(), handle(), detail::pointer(options.axis),
                                                        detail::choice(options.fill_value, Fill::value),
                                                        options.fill_value.value_or(0.0), options.keepdims ? 1 : 0,
                                                        out.out()));
    return out.take();
}

inline std::int64_t ImageMethods::argmax(ContextRef context) const {
    std::int64_t index{};
    detail::check(context.handle(), stoner_image_argmax_value(context.handle(), handle(), &index));
    return index;
}

inline Image ImageMethods::cumsum(const CumsumOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_cumsum(context.handle(), handle(), detail::pointer(options.axis),
                                                        static_cast<std::int32_t>(options.dtype), out.out()));
    return out.take();
}

inline Image ImageMethods::cumprod(const CumprodOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_cumprod(context.handle(), handle(), detail::pointer(options.axis),
                                                         static_cast<std::int32_t>(options.dtype), out.out()));
    return out.take();
}

inline Image ImageMethods::dot(const Image &b, bool strict, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_dot(context.handle(), handle(), b.handle(), strict ? 1 : 0, out.out()));
    return out.take();
}

inline Image ImageMethods::trace(const TraceOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_trace(context.handle(), handle(), options.offset, options.axis1,
                                                       options.axis2, static_cast<std::int32_t>(options.dtype), out.out()));
    return out.take();
}

inline double ImageMethods::trace(std::int64_t offset, ContextRef context) const {
    double value{};
    detail::check(context.handle(), stoner_image_trace_value(context.handle(), handle(), offset, &value));
    return value;
}

inline Image ImageMethods::sort(const SortOptions &options, ContextRef context) const {
    const std::int32_t axis_number = options.axis.value_or(STONER_AXIS_NONE);
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_sort(context.handle(), handle(), &axis_number, options.endwith ? 1 : 0,
                                                      detail::choice(options.fill_value, Fill::value),
                                                      options.fill_value.value_or(0.0), out.out()));
    return out.take();
}

inline Image ImageMethods::argsort(const ArgsortOptions &options, ContextRef context) const {
    const std::int32_t axis_number = options.axis.value_or(STONER_AXIS_NONE);
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_argsort(context.handle(), handle(), &axis_number, options.endwith ? 1 : 0,
                                                         detail::choice(options.fill_value, Fill::value),
                                                         options.fill_value.value_or(0.0), out.out()));
    return out.take();
}

inline Image ImageMethods::partition(Span<std::int64_t> kth, const PartitionOptions &options, ContextRef context) const {
    const std::int32_t axis_number = options.axis.value_or(STONER_AXIS_NONE);
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_partition(context.handle(), handle(), kth.data(),
                                                           detail::count<std::int32_t>(kth.size()), &axis_number,
                                                           options.endwith ? 1 : 0,
                                                           detail::choice(options.fill_value, Fill::value),
                                                           options.fill_value.value_or(0.0), out.out()));
    return out.take();
}

inline Image ImageMethods::argpartition(Span<std::int64_t> kth, const ArgpartitionOptions &options,
                                        ContextRef context) const {
    const std::int32_t axis_number = options.axis.value_or(STONER_AXIS_NONE);
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_argpartition(context.handle(), handle(), kth.data(),
                                                              detail::count<std::int32_t>(kth.size()), &axis_number,
                                                              options.endwith ? 1 : 0,
                                                              detail::choice(options.fill_value, Fill::value),
                                                              options.fill_value.value_or(0.0), out.out()));
    return out.take();
}

inline Image ImageMethods::searchsorted(const Image &v, const SearchsortedOptions &options, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_searchsorted(context.handle(), handle(), v.handle(),
                                                              static_cast<std::int32_t>(options.side),
                                                              detail::handle_of(options.sorter), out.out()));
    return out.take();
}

inline std::vector<double> ImageMethods::percentile(Span<double> q, ContextRef context) const {
    std::vector<double> values(q.size());
    detail::check(context.handle(), stoner_image_percentile(context.handle(), handle(), q.data(),
                                                            detail::count<std::int32_t>(q.size()), values.data()));
    return values;
}

inline std::vector<std::uint8_t> ImageMethods::tobytes(const TobytesOptions &options, ContextRef context) const {
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_tobytes(context.handle(), handle(), detail::choice(options.fill_value, Fill::value), options.fill_value.value_or(0.0), static_cast<std::int32_t>(options.order), buffer...);
    });
}

inline std::vector<std::uint8_t> ImageMethods::tostring(const TostringOptions &options, ContextRef context) const {
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_tostring(context.handle(), handle(), detail::choice(options.fill_value, Fill::value), options.fill_value.value_or(0.0), static_cast<std::int32_t>(options.order), buffer...);
    });
}

inline void ImageMethods::tofile(const Path &path, ContextRef context) const {
    detail::check(context.handle(), stoner_image_tofile(context.handle(), handle(), detail::c_str(path)));
}

inline std::vector<std::uint8_t> ImageMethods::dumps(ContextRef context) const {
    return detail::filled<std::vector<std::uint8_t>>(context.handle(), [&](auto... buffer) {
        return stoner_image_dumps(context.handle(), handle(), buffer...);
    });
}

inline void ImageMethods::dump(const Path &path, ContextRef context) const {
    detail::check(context.handle(), stoner_image_dump(context.handle(), handle(), detail::c_str(path)));
}

inline void ContextMethods::set_debug(bool debug) {
    detail::check(handle(), stoner_context_set_debug(handle(), debug ? 1 : 0));
}

inline bool ContextMethods::debug() const {
    std::int32_t debug{};
    detail::check(handle(), stoner_context_debug(handle(), &debug));
    return debug != 0;
}

inline Image ImageMethods::apply(const std::string &operation, const Keywords &keywords, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_apply(context.handle(), handle(), detail::c_str(operation),
                                                       keywords.handle(), out.out()));
    return out.take();
}

inline Image ImageMethods::apply_all(const std::string &steps, ContextRef context) const {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_image_apply_all(context.handle(), handle(), detail::c_str(steps), out.out()));
    return out.take();
}

inline void ImageMethods::get_filename(Dialog what, ContextRef context) {
    detail::check(context.handle(), stoner_image_get_filename(context.handle(), handle(), static_cast<std::int32_t>(what)));
}

inline std::array<double, 4> ImageMethods::line_select(ContextRef context) const {
    std::array<double, 4> ends{};
    detail::check(context.handle(), stoner_image_line_select(context.handle(), handle(), ends.data()));
    return ends;
}

} // namespace detail

inline std::string version() {
    return stoner_version();
}

inline std::int32_t version_number() {
    return stoner_version_number();
}

inline std::int64_t live_handles() {
    return stoner_live_handles();
}

inline void set_instruction_set(InstructionSet instruction_set, ContextRef context) {
    detail::check(context.handle(), stoner_set_instruction_set(context.handle(),
                                                               static_cast<std::int32_t>(instruction_set)));
}

inline InstructionSetResult instruction_set(ContextRef context) {
    std::int32_t instruction_set{};
    std::int32_t best{};
    detail::check(context.handle(), stoner_instruction_set(context.handle(), &instruction_set, &best));
    return {static_cast<InstructionSet>(instruction_set), static_cast<InstructionSet>(best)};
}

inline std::string interface(ContextRef context) {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_interface(context.handle(), buffer...);
    });
}

inline Image load(const Path &path, const std::optional<std::string> &filetype, ContextRef context) {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_load(context.handle(), detail::c_str(path), detail::c_str(filetype), out.out()));
    return out.take();
}

inline Image load_stxm(const Path &path, const LoadStxmOptions &options, ContextRef context) {
    detail::New<Image, stoner_image> out;
    detail::check(context.handle(), stoner_load_stxm(context.handle(), detail::c_str(path), options.regrid ? 1 : 0,
                                                     options.bcn ? 1 : 0, out.out()));
    return out.take();
}

inline Table table_load(const Path &path, const std::optional<std::string> &format, ContextRef context) {
    detail::New<Table, stoner_table> out;
    detail::check(context.handle(), stoner_table_load(context.handle(), detail::c_str(path), detail::c_str(format),
                                                      out.out()));
    return out.take();
}

inline std::int32_t cmap_count(ContextRef context) {
    std::int32_t n{};
    detail::check(context.handle(), stoner_cmap_count(context.handle(), &n));
    return n;
}

inline std::string cmap_name(std::int32_t index, ContextRef context) {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_cmap_name(context.handle(), index, buffer...);
    });
}

inline std::array<std::uint8_t, 1024> cmap_colours(const std::optional<std::string> &cmap, ContextRef context) {
    std::array<std::uint8_t, 1024> rgba{};
    detail::check(context.handle(), stoner_cmap_colours(context.handle(), detail::c_str(cmap), rgba.data()));
    return rgba;
}

inline double auto_fit_fontsize(const std::string &value, double size, double width, double height,
                                const AutoFitFontsizeOptions &options, ContextRef context) {
    double factor{};
    detail::check(context.handle(), stoner_auto_fit_fontsize(context.handle(), detail::c_str(value), size, width, height,
                                                             options.scale_down ? 1 : 0, options.scale_up ? 1 : 0, &factor));
    return factor;
}

inline std::int32_t loader_count(ContextRef context) {
    std::int32_t n{};
    detail::check(context.handle(), stoner_loader_count(context.handle(), &n));
    return n;
}

inline std::string loader_name(std::int32_t index, ContextRef context) {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_loader_name(context.handle(), index, buffer...);
    });
}

inline std::int32_t loader_priority(std::int32_t index, ContextRef context) {
    std::int32_t priority{};
    detail::check(context.handle(), stoner_loader_priority(context.handle(), index, &priority));
    return priority;
}

inline std::string loader_mime_type(std::int32_t index, ContextRef context) {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_loader_mime_type(context.handle(), index, buffer...);
    });
}

inline std::string loader_patterns(std::int32_t index, ContextRef context) {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_loader_patterns(context.handle(), index, buffer...);
    });
}

inline std::string fmts(ContextRef context) {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_fmts(context.handle(), buffer...);
    });
}

inline std::string get_filedialog(const GetFiledialogOptions &options, ContextRef context) {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_get_filedialog(context.handle(), static_cast<std::int32_t>(options.what), detail::c_str(options.title), detail::c_str(options.patterns), buffer...);
    });
}

} // namespace stoner

#endif
