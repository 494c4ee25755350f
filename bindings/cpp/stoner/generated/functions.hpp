/// @file functions.hpp
/// Functions that belong to no object.
/// Made from interface/interface.json by bindings/generator: do not edit.

#ifndef STONER_FUNCTIONS_HPP
#define STONER_FUNCTIONS_HPP

#include "../image.hpp"
#include "../live.hpp"
#include "../metadata.hpp"
#include "../scan.hpp"
#include "../table.hpp"

STONER_NAMESPACE_BEGIN

/// The version as text, "major.minor.patch". Never freed.
std::string version();

/// The version as a number, for comparison with STONER_VERSION_NUMBER: major * 10000 + minor * 100 + patch.
std::int32_t version_number();

/// The number of handles, of all types, that were given out and not freed: 0 at the end of a program without leaks.
std::int64_t live_handles();

#if STONER_EXCEPTIONS
/// Sets how much memory of freed images the library keeps for new ones of the same size, in the whole process: the
/// system clears a fresh image's memory before the first pixel is written, which takes longer than many operations. It
/// keeps none of less than 1 MiB, gives back what it kept before, and gives all back when the last image, scan, table
/// and set of metadata is freed, or the system has no more for others.
/// @param bytes the number of bytes at most; 1: nothing is kept
/// @throws Error with Status::invalid_argument
void set_kept_memory(std::int64_t bytes = 67108864, ContextRef context = {});

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

/// What this library is, as text in UTF-8: lines of a name, a colon and a value (version, features, target, compiler,
/// processor, instruction sets, HDF5 reader), then an empty line and the licences of all that is linked in. To be sent
/// with a report of a fault.
std::string version_report(ContextRef context = {});

/// The description of this interface as JSON, in UTF-8: every function with its parameters, their types, units,
/// defaults and ranges, and all constants. docs/interface.md explains its members.
std::string interface(ContextRef context = {});

/// Loads an image file of any supported kind: NXstxm (HDF5), SDF, TIFF, PNG, npy. The kind is determined from its
/// content, then from its name.
/// @param path UTF-8
/// @param filetype "nxstxm", "sdf", "tiff", "png" or "npy" uses that loader only; not given: determined
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

/// Puts images together as the frames of a stack, in their order. They have one size; stacks among them give all their
/// frames. The dtype is the smallest that holds the values of all; masks are kept.
///
/// The result has the metadata, names and map of the first image. Energies, dwells and polarizations that are not all
/// equal become arrays with a value for each frame. Maps that lie at other places give a warning each; if the sizes of
/// the pixels differ the map is dropped. A plane stays where all images have it in one unit: shared if it is equal in
/// all, else one for each frame; the others are dropped with a warning.
/// @param images the images
/// @throws Error with Status::shape (not all of one size, or not of rank 2 or 3); Status::invalid_argument (no image)
Image image_stack(Span<Image> images, ContextRef context = {});

/// Opens a file as a scan: NXstxm (HDF5) or SDF (its header .hdr, or one of its data files). Reads what the file says
/// of itself, and no pixels: a large file takes no longer than a small one with as many entries.
/// @param path UTF-8
/// @throws Error with Status::file_not_found; Status::format (no scan; the message says what it is); Status::corrupt;
/// Status::being_written; Status::io; Status::no_memory
Scan scan_open(const Path &path, ContextRef context = {});

/// Makes a live image without points. Its pixel (column, row) is centred at (x_first + x_step column, y_first + y_step
/// row) and reaches half a step to each side; row 0 is at the top, so that y_step is negative where y grows upwards.
/// @param rows the number of rows
/// @param columns the number of columns
/// @param x_first x of the centre of the first column
/// @param y_first y of the centre of the first row
/// @param x_step from one column to the next; not 0
/// @param y_step from one row to the next; not 0
/// @throws Error with Status::invalid_argument (a grid that takes more memory than Context::set_memory_limit allows: 32
/// bytes a pixel; others); Status::no_memory
/// @see LiveNewOptions
Live live_new(std::int64_t rows, std::int64_t columns, double x_first, double y_first, double x_step, double y_step,
              const LiveNewOptions &options = {}, ContextRef context = {});

/// Loads a table that Table::save or the Python package wrote, or any CSV file of numbers. A first line that is not all
/// numbers names the columns; a field that is empty or missing is NaN. Between the fields of CSV may stand semicolons
/// or tabs, and then numbers may have a decimal comma.
/// @param path UTF-8
/// @param format "csv" or "tdi"; not given: by the beginning of the file
/// @throws Error with Status::file_not_found; Status::format; Status::corrupt (the message names the line); Status::io;
/// Status::no_memory
Table table_load(const Path &path, const std::optional<std::string> &format = {}, ContextRef context = {});

/// The number of colour maps, their reverses included.
/// @return how many there are
std::int32_t cmap_count(ContextRef context = {});

/// The name of a colour map: gray, viridis, plasma, inferno, magma, cividis, turbo, hot, afmhot, jet, bone, copper,
/// Greys, Blues, coolwarm, RdBu, seismic, bwr, PuOr, PiYG, RdGy, Spectral, cubehelix, hsv, and each with _r for its
/// reverse.
/// @param index 0 to the number of colour maps - 1
/// @throws Error with Status::out_of_range
std::string cmap_name(std::int32_t index, ContextRef context = {});

/// The colours of a colour map: the bytes that matplotlib paints with.
/// @param cmap its name
/// @return 256 colours from the lower end of the scale to the upper
/// @throws Error with Status::invalid_argument for a map that there is not; the message lists those there are
std::array<std::uint8_t, 1024> cmap_colours(const std::optional<std::string> &cmap = {}, ContextRef context = {});

/// The factor by which the size of a line of text is to be multiplied so that the text fits into a box, in the font of
/// pictures.
/// @param value the text
/// @param size the size of the text (of the em square)
/// @param width of the box
/// @param height of the box
/// @return the factor; 1 for an empty text
/// @throws Error with Status::invalid_argument
/// @see AutoFitFontsizeOptions
double auto_fit_fontsize(const std::string &value, double size, double width, double height,
                         const AutoFitFontsizeOptions &options = {}, ContextRef context = {});

/// A quantity's name, the same for all facilities: "energy", "ring_current".
/// @param quantity a value of Quantity
/// @throws Error with Status::invalid_argument
std::string quantity_name(Quantity quantity, ContextRef context = {});

/// A quantity's unit, the same for all facilities: "eV", "mA"; "" for a number without one.
/// @param quantity a value of Quantity
/// @throws Error with Status::invalid_argument
std::string quantity_unit(Quantity quantity, ContextRef context = {});

/// The number of loaders. They are numbered in the order in which load tries them.
/// @return how many there are
std::int32_t loader_count(ContextRef context = {});

/// A loader's name, which load takes as `filetype`.
/// @param index 0 to the number of loaders - 1
/// @throws Error with Status::out_of_range
std::string loader_name(std::int32_t index, ContextRef context = {});

/// A loader's priority: lower numbers are tried first.
/// @param index 0 to the number of loaders - 1
/// @return the priority
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

/// The formats that an image can be saved in, separated by commas, as Image::save takes them:
/// "tif,tiff,png,npy,nxs,hdf5,h5,hdf".
std::string fmts(ContextRef context = {});

/// Asks the user for files or a folder through the hook of Context::set_file_hook.
///
/// The user is asked once: an answer that was not read yet (capacity 0, or too small) is kept in the context for the
/// next call with the same arguments.
/// @throws Error with Status::not_interactive; Status::cancelled when nothing was chosen
/// @see GetFiledialogOptions
std::string get_filedialog(const GetFiledialogOptions &options = {}, ContextRef context = {});

#endif

// The same without exceptions: each of these gives the result or the error of the function with its name.

Result<void> try_set_kept_memory(std::int64_t bytes = 67108864, ContextRef context = {});
Result<void> try_set_instruction_set(InstructionSet instruction_set = InstructionSet::best, ContextRef context = {});
Result<InstructionSetResult> try_instruction_set(ContextRef context = {});
Result<std::string> try_version_report(ContextRef context = {});
Result<std::string> try_interface(ContextRef context = {});
Result<Image> try_load(const Path &path, const std::optional<std::string> &filetype = {}, ContextRef context = {});
Result<Image> try_load_stxm(const Path &path, const LoadStxmOptions &options = {}, ContextRef context = {});
Result<Image> try_image_stack(Span<Image> images, ContextRef context = {});
Result<Scan> try_scan_open(const Path &path, ContextRef context = {});
Result<Live> try_live_new(std::int64_t rows, std::int64_t columns, double x_first, double y_first, double x_step,
                          double y_step, const LiveNewOptions &options = {}, ContextRef context = {});
Result<Table> try_table_load(const Path &path, const std::optional<std::string> &format = {}, ContextRef context = {});
Result<std::int32_t> try_cmap_count(ContextRef context = {});
Result<std::string> try_cmap_name(std::int32_t index, ContextRef context = {});
Result<std::array<std::uint8_t, 1024>> try_cmap_colours(const std::optional<std::string> &cmap = {},
                                                        ContextRef context = {});
Result<double> try_auto_fit_fontsize(const std::string &value, double size, double width, double height,
                                     const AutoFitFontsizeOptions &options = {}, ContextRef context = {});
Result<std::string> try_quantity_name(Quantity quantity, ContextRef context = {});
Result<std::string> try_quantity_unit(Quantity quantity, ContextRef context = {});
Result<std::int32_t> try_loader_count(ContextRef context = {});
Result<std::string> try_loader_name(std::int32_t index, ContextRef context = {});
Result<std::int32_t> try_loader_priority(std::int32_t index, ContextRef context = {});
Result<std::string> try_loader_mime_type(std::int32_t index, ContextRef context = {});
Result<std::string> try_loader_patterns(std::int32_t index, ContextRef context = {});
Result<std::string> try_fmts(ContextRef context = {});
Result<std::string> try_get_filedialog(const GetFiledialogOptions &options = {}, ContextRef context = {});

inline std::string version() {
    return stoner_version();
}

inline std::int32_t version_number() {
    return stoner_version_number();
}

inline std::int64_t live_handles() {
    return stoner_live_handles();
}

inline Result<void> try_set_kept_memory(std::int64_t bytes, ContextRef context) {
    detail::Arguments arguments;
    const auto bytes_for_c = arguments.not_zero("bytes", bytes, "1 or more");
    if (arguments.refused()) {
        return arguments.error();
    }
    const std::int32_t c_status = stoner_set_kept_memory(context.handle(), bytes_for_c);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

inline Result<void> try_set_instruction_set(InstructionSet instruction_set, ContextRef context) {
    const std::int32_t c_status = stoner_set_instruction_set(context.handle(), static_cast<std::int32_t>(instruction_set));
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return {};
}

inline Result<InstructionSetResult> try_instruction_set(ContextRef context) {
    std::int32_t instruction_set{};
    std::int32_t best{};
    const std::int32_t c_status = stoner_instruction_set(context.handle(), &instruction_set, &best);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return InstructionSetResult{static_cast<InstructionSet>(instruction_set), static_cast<InstructionSet>(best)};
}

inline Result<std::string> try_version_report(ContextRef context) {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_version_report(context.handle(), buffer...);
    });
}

inline Result<std::string> try_interface(ContextRef context) {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_interface(context.handle(), buffer...);
    });
}

inline Result<Image> try_load(const Path &path, const std::optional<std::string> &filetype, ContextRef context) {
    detail::Arguments arguments;
    const auto path_for_c = arguments.text("path", path);
    const auto filetype_for_c = arguments.text("filetype", filetype);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_load(context.handle(), path_for_c, filetype_for_c, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

inline Result<Image> try_load_stxm(const Path &path, const LoadStxmOptions &options, ContextRef context) {
    detail::Arguments arguments;
    const auto path_for_c = arguments.text("path", path);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_load_stxm(context.handle(), path_for_c, options.regrid ? 1 : 0, options.bcn ? 1 : 0,
                                                   out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

inline Result<Image> try_image_stack(Span<Image> images, ContextRef context) {
    detail::Arguments arguments;
    const auto images_handles = detail::handles<const stoner_image>(images);
    const auto n_images_for_c = arguments.count<std::int64_t>("images", images.size());
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Image, stoner_image> out;
    const std::int32_t c_status = stoner_image_stack(context.handle(), images_handles.data(), n_images_for_c, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

inline Result<Scan> try_scan_open(const Path &path, ContextRef context) {
    detail::Arguments arguments;
    const auto path_for_c = arguments.text("path", path);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Scan, stoner_scan> out;
    const std::int32_t c_status = stoner_scan_open(context.handle(), path_for_c, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

inline Result<Live> try_live_new(std::int64_t rows, std::int64_t columns, double x_first, double y_first, double x_step,
                                 double y_step, const LiveNewOptions &options, ContextRef context) {
    detail::Arguments arguments;
    const auto reference_for_c = arguments.not_zero("reference", options.reference, "above 0");
    const auto unit_for_c = arguments.text("unit", options.unit);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Live, stoner_live> out;
    const std::int32_t c_status = stoner_live_new(context.handle(), rows, columns, x_first, y_first, x_step, y_step,
                                                  static_cast<std::int32_t>(options.spread), reference_for_c, unit_for_c,
                                                  out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

inline Result<Table> try_table_load(const Path &path, const std::optional<std::string> &format, ContextRef context) {
    detail::Arguments arguments;
    const auto path_for_c = arguments.text("path", path);
    const auto format_for_c = arguments.text("format", format);
    if (arguments.refused()) {
        return arguments.error();
    }
    detail::New<Table, stoner_table> out;
    const std::int32_t c_status = stoner_table_load(context.handle(), path_for_c, format_for_c, out.out());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return out.take();
}

inline Result<std::int32_t> try_cmap_count(ContextRef context) {
    std::int32_t n{};
    const std::int32_t c_status = stoner_cmap_count(context.handle(), &n);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return n;
}

inline Result<std::string> try_cmap_name(std::int32_t index, ContextRef context) {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_cmap_name(context.handle(), index, buffer...);
    });
}

inline Result<std::array<std::uint8_t, 1024>> try_cmap_colours(const std::optional<std::string> &cmap, ContextRef context) {
    detail::Arguments arguments;
    const auto cmap_for_c = arguments.text("cmap", cmap);
    if (arguments.refused()) {
        return arguments.error();
    }
    std::array<std::uint8_t, 1024> rgba{};
    const std::int32_t c_status = stoner_cmap_colours(context.handle(), cmap_for_c, rgba.data());
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return rgba;
}

inline Result<double> try_auto_fit_fontsize(const std::string &value, double size, double width, double height,
                                            const AutoFitFontsizeOptions &options, ContextRef context) {
    detail::Arguments arguments;
    const auto value_for_c = arguments.text("value", value);
    if (arguments.refused()) {
        return arguments.error();
    }
    double factor{};
    const std::int32_t c_status = stoner_auto_fit_fontsize(context.handle(), value_for_c, size, width, height,
                                                           options.scale_down ? 1 : 0, options.scale_up ? 1 : 0, &factor);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return factor;
}

inline Result<std::string> try_quantity_name(Quantity quantity, ContextRef context) {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_quantity_name(context.handle(), static_cast<std::int32_t>(quantity), buffer...);
    });
}

inline Result<std::string> try_quantity_unit(Quantity quantity, ContextRef context) {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_quantity_unit(context.handle(), static_cast<std::int32_t>(quantity), buffer...);
    });
}

inline Result<std::int32_t> try_loader_count(ContextRef context) {
    std::int32_t n{};
    const std::int32_t c_status = stoner_loader_count(context.handle(), &n);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return n;
}

inline Result<std::string> try_loader_name(std::int32_t index, ContextRef context) {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_loader_name(context.handle(), index, buffer...);
    });
}

inline Result<std::int32_t> try_loader_priority(std::int32_t index, ContextRef context) {
    std::int32_t priority{};
    const std::int32_t c_status = stoner_loader_priority(context.handle(), index, &priority);
    if (detail::failed(c_status)) {
        return detail::error_of(context.handle(), c_status);
    }
    return priority;
}

inline Result<std::string> try_loader_mime_type(std::int32_t index, ContextRef context) {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_loader_mime_type(context.handle(), index, buffer...);
    });
}

inline Result<std::string> try_loader_patterns(std::int32_t index, ContextRef context) {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_loader_patterns(context.handle(), index, buffer...);
    });
}

inline Result<std::string> try_fmts(ContextRef context) {
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_fmts(context.handle(), buffer...);
    });
}

inline Result<std::string> try_get_filedialog(const GetFiledialogOptions &options, ContextRef context) {
    detail::Arguments arguments;
    const auto title_for_c = arguments.text("title", options.title);
    const auto patterns_for_c = arguments.text("patterns", options.patterns);
    if (arguments.refused()) {
        return arguments.error();
    }
    return detail::filled<std::string>(context.handle(), [&](auto... buffer) {
        return stoner_get_filedialog(context.handle(), static_cast<std::int32_t>(options.what), title_for_c, patterns_for_c, buffer...);
    });
}

#if STONER_EXCEPTIONS
inline void set_kept_memory(std::int64_t bytes, ContextRef context) {
    try_set_kept_memory(bytes, context).value();
}

inline void set_instruction_set(InstructionSet instruction_set, ContextRef context) {
    try_set_instruction_set(instruction_set, context).value();
}

inline InstructionSetResult instruction_set(ContextRef context) {
    return try_instruction_set(context).value();
}

inline std::string version_report(ContextRef context) {
    return try_version_report(context).value();
}

inline std::string interface(ContextRef context) {
    return try_interface(context).value();
}

inline Image load(const Path &path, const std::optional<std::string> &filetype, ContextRef context) {
    return try_load(path, filetype, context).value();
}

inline Image load_stxm(const Path &path, const LoadStxmOptions &options, ContextRef context) {
    return try_load_stxm(path, options, context).value();
}

inline Image image_stack(Span<Image> images, ContextRef context) {
    return try_image_stack(images, context).value();
}

inline Scan scan_open(const Path &path, ContextRef context) {
    return try_scan_open(path, context).value();
}

inline Live live_new(std::int64_t rows, std::int64_t columns, double x_first, double y_first, double x_step, double y_step,
                     const LiveNewOptions &options, ContextRef context) {
    return try_live_new(rows, columns, x_first, y_first, x_step, y_step, options, context).value();
}

inline Table table_load(const Path &path, const std::optional<std::string> &format, ContextRef context) {
    return try_table_load(path, format, context).value();
}

inline std::int32_t cmap_count(ContextRef context) {
    return try_cmap_count(context).value();
}

inline std::string cmap_name(std::int32_t index, ContextRef context) {
    return try_cmap_name(index, context).value();
}

inline std::array<std::uint8_t, 1024> cmap_colours(const std::optional<std::string> &cmap, ContextRef context) {
    return try_cmap_colours(cmap, context).value();
}

inline double auto_fit_fontsize(const std::string &value, double size, double width, double height,
                                const AutoFitFontsizeOptions &options, ContextRef context) {
    return try_auto_fit_fontsize(value, size, width, height, options, context).value();
}

inline std::string quantity_name(Quantity quantity, ContextRef context) {
    return try_quantity_name(quantity, context).value();
}

inline std::string quantity_unit(Quantity quantity, ContextRef context) {
    return try_quantity_unit(quantity, context).value();
}

inline std::int32_t loader_count(ContextRef context) {
    return try_loader_count(context).value();
}

inline std::string loader_name(std::int32_t index, ContextRef context) {
    return try_loader_name(index, context).value();
}

inline std::int32_t loader_priority(std::int32_t index, ContextRef context) {
    return try_loader_priority(index, context).value();
}

inline std::string loader_mime_type(std::int32_t index, ContextRef context) {
    return try_loader_mime_type(index, context).value();
}

inline std::string loader_patterns(std::int32_t index, ContextRef context) {
    return try_loader_patterns(index, context).value();
}

inline std::string fmts(ContextRef context) {
    return try_fmts(context).value();
}

inline std::string get_filedialog(const GetFiledialogOptions &options, ContextRef context) {
    return try_get_filedialog(options, context).value();
}
#endif

STONER_NAMESPACE_END

#endif
