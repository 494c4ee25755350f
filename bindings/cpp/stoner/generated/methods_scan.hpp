/// @file methods_scan.hpp
/// The members of Scan that are functions of C.
/// Made from interface/interface.json by bindings/generator: do not edit.

#ifndef STONER_METHODS_SCAN_HPP
#define STONER_METHODS_SCAN_HPP

#include "../context.hpp"
#include "../handle.hpp"
#include "../keywords.hpp"
#include "options.hpp"

STONER_NAMESPACE_BEGIN

namespace detail {

template <class Tag> class ScanMethods : public Owner<stoner_scan> {
public:
#if STONER_EXCEPTIONS
    // Scans: what a file holds
    //
    // A scan is what a file says of a measurement, read without its pixels, and the way to them: entries (regions of
    // the sample, or measurements one after the other), in each of them detectors, and of each detector an image, a
    // stack of frames or a spectrum. scan_open reads only what it needs, so a file may be larger than memory. Entries
    // and detectors are named; not given means the one that the file names as its default. A scan is a value: what was
    // opened stays as it was. When its file has changed since, calls that read it return Status::changed, and never mix
    // old and new.

    /// The file.
    std::string filename(ContextRef context = {}) const;

    /// The rule by which the file was recognised as a scan.
    std::string rule(ContextRef context = {}) const;

    /// The number of entries; at least 1. They are numbered in the order in which they are preferred, the default one
    /// first.
    /// @return how many there are
    std::int32_t entry_count(ContextRef context = {}) const;

    /// An entry's name: its path in the file without the first slash.
    /// @param index 0 to the number of entries - 1
    /// @throws Error with Status::out_of_range
    std::string entry_name(std::int32_t index, ContextRef context = {}) const;

    /// The default entry: the one to which the file's attribute `default` leads, else the first by name.
    /// @return 0 to the number of entries - 1
    std::int32_t default_entry(ContextRef context = {}) const;

    /// What an entry scanned along what.
    /// @param entry an entry's name; not given: the default one
    /// @return a value of ScanKind
    /// @throws Error with Status::key_not_found (entry)
    ScanKind kind(const std::optional<std::string> &entry = {}, ContextRef context = {}) const;

    /// When an entry began, as the file says it (ISO 8601 in NeXus); "" where it does not.
    /// @param entry an entry's name; not given: the default one
    /// @throws Error with Status::key_not_found (entry)
    std::string start(const std::optional<std::string> &entry = {}, ContextRef context = {}) const;

    /// When an entry ended, as the file says it; "" where it does not: the scan may be going on, or was stopped.
    /// @param entry an entry's name; not given: the default one
    /// @throws Error with Status::key_not_found (entry)
    std::string end(const std::optional<std::string> &entry = {}, ContextRef context = {}) const;

    /// Where an entry was measured, as the file says it; "" where it does not.
    /// @param entry an entry's name; not given: the default one
    /// @throws Error with Status::key_not_found (entry)
    std::string facility(const std::optional<std::string> &entry = {}, ContextRef context = {}) const;

    /// How often the reader assumed something, or left something out, because an entry breaks a rule of its format.
    /// @param entry an entry's name; not given: the default one
    /// @return how many there are
    /// @throws Error with Status::key_not_found (entry)
    std::int32_t repair_count(const std::optional<std::string> &entry = {}, ContextRef context = {}) const;

    /// One of those, in words.
    /// @param index 0 to the number of repairs - 1
    /// @param entry an entry's name; not given: the default one
    /// @throws Error with Status::key_not_found (entry); Status::out_of_range
    std::string repair(std::int32_t index, const std::optional<std::string> &entry = {}, ContextRef context = {}) const;

    /// A copy of an entry's metadata, but for long arrays, which come with its images.
    /// @param entry an entry's name; not given: the default one
    /// @throws Error with Status::key_not_found (entry)
    Metadata metadata(const std::optional<std::string> &entry = {}, ContextRef context = {}) const;

    /// The number of an entry's detectors; at least 1. The default one comes first.
    /// @param entry an entry's name; not given: the default one
    /// @return how many there are
    /// @throws Error with Status::key_not_found (entry)
    std::int32_t detector_count(const std::optional<std::string> &entry = {}, ContextRef context = {}) const;

    /// A detector's name: the path of its group below the entry, and of its dataset where the group has several.
    /// @param index 0 to the number of detectors - 1
    /// @param entry an entry's name; not given: the default one
    /// @throws Error with Status::key_not_found (entry); Status::out_of_range
    std::string detector_name(std::int32_t index, const std::optional<std::string> &entry = {},
                              ContextRef context = {}) const;

    /// An entry's default detector: the one to which the file's attributes `default` and `signal` lead, else what load
    /// takes.
    /// @param entry an entry's name; not given: the default one
    /// @return 0 to the number of detectors - 1
    /// @throws Error with Status::key_not_found (entry)
    std::int32_t default_detector(const std::optional<std::string> &entry = {}, ContextRef context = {}) const;

    /// The number of an entry's monitors: what was measured beside the detectors at each pixel, the ring current for
    /// example. Their images are read under their names, as those of detectors.
    /// @param entry an entry's name; not given: the default one
    /// @return how many there are
    /// @throws Error with Status::key_not_found (entry)
    std::int32_t monitor_count(const std::optional<std::string> &entry = {}, ContextRef context = {}) const;

    /// A monitor's name.
    /// @param index 0 to the number of monitors - 1
    /// @param entry an entry's name; not given: the default one
    /// @throws Error with Status::key_not_found (entry); Status::out_of_range
    std::string monitor_name(std::int32_t index, const std::optional<std::string> &entry = {},
                             ContextRef context = {}) const;

    /// The lengths of the axes of a detector's image: (rows, columns), (frames, rows, columns), or (energies) of a
    /// point spectrum.
    /// @throws Error with Status::key_not_found (entry, detector)
    /// @see ScanShapeOptions
    std::vector<std::int64_t> shape(const ScanShapeOptions &options = {}, ContextRef context = {}) const;

    /// The dtype of a detector's values.
    /// @return the dtype
    /// @throws Error with Status::key_not_found (entry, detector)
    /// @see ScanDtypeOptions
    Dtype dtype(const ScanDtypeOptions &options = {}, ContextRef context = {}) const;

    /// The number of a detector's frames: the first of three axes; 1 for an image or a spectrum.
    /// @return how many there are
    /// @throws Error with Status::key_not_found (entry, detector)
    /// @see ScanFrameCountOptions
    std::int64_t frame_count(const ScanFrameCountOptions &options = {}, ContextRef context = {}) const;

    /// The name of an axis in the file: "energy", "sample_y"; "" where it has none.
    /// @param axis 0 to the rank - 1
    /// @throws Error with Status::key_not_found (entry, detector); Status::out_of_range
    /// @see ScanAxisNameOptions
    std::string axis_name(std::int32_t axis, const ScanAxisNameOptions &options = {}, ContextRef context = {}) const;

    /// The unit of an axis in the file; "" where it has none.
    /// @param axis 0 to the rank - 1
    /// @throws Error with Status::key_not_found (entry, detector); Status::out_of_range
    /// @see ScanAxisUnitOptions
    std::string axis_unit(std::int32_t axis, const ScanAxisUnitOptions &options = {}, ContextRef context = {}) const;

    /// The nominal points of an axis in the file's order and unit. (Rows of images come the other way round where these
    /// ascend: row 0 is the highest.) None where the file has none of the axis's length.
    /// @param axis 0 to the rank - 1
    /// @throws Error with Status::key_not_found (entry, detector); Status::out_of_range; Status::buffer_too_small
    /// @see ScanAxisValuesOptions
    std::vector<double> axis_values(std::int32_t axis, const ScanAxisValuesOptions &options = {},
                                    ContextRef context = {}) const;

    /// What runs along an axis.
    /// @param axis 0 to the rank - 1
    /// @return a value of AxisRole
    /// @throws Error with Status::key_not_found (entry, detector); Status::out_of_range
    /// @see ScanAxisRoleOptions
    AxisRole axis_role(std::int32_t axis, const ScanAxisRoleOptions &options = {}, ContextRef context = {}) const;

    /// Which way the points of an axis go in the file.
    /// @param axis 0 to the rank - 1
    /// @return a value of Direction
    /// @throws Error with Status::key_not_found (entry, detector); Status::out_of_range
    /// @see ScanAxisDirectionOptions
    Direction axis_direction(std::int32_t axis, const ScanAxisDirectionOptions &options = {}, ContextRef context = {}) const;

    /// A well-known quantity of each frame, in the unit that quantity_unit says, whatever the file's own. NaN where a
    /// frame has none. A number without a unit is taken to be in that one, with a warning (Warning::no_unit).
    /// @param quantity a value of Quantity
    /// @throws Error with Status::key_not_found (entry, detector, or the file says nothing of the quantity);
    /// Status::invalid_argument (quantity); Status::buffer_too_small
    /// @see ScanQuantityOptions
    std::vector<double> quantity(Quantity quantity, const ScanQuantityOptions &options = {}, ContextRef context = {}) const;

    // Scans: images, spectra, points
    //
    // These calls read the scan's file. When it has changed since scan_open they return Status::changed: open it again.

    /// The whole image of a detector or monitor, with positions, map, metadata as load gives them; a stack has an axis
    /// of frames.
    /// @throws Error with Status::key_not_found (entry, detector); Status::changed; Status::file_not_found;
    /// Status::corrupt; Status::being_written; Status::io; Status::no_memory
    /// @see ScanImageOptions
    Image image(const ScanImageOptions &options = {}, ContextRef context = {}) const;

    /// One frame of a detector's stack as an image of rank 2, with its own energy, dwell, positions, ring current and
    /// map. Only what belongs to the frame is read. An image is its own only frame.
    /// @param frame 0 to the number of frames - 1
    /// @throws Error with Status::key_not_found (entry, detector); Status::out_of_range (frame); as Scan::image
    /// @see ScanFrameOptions
    Image frame(std::int64_t frame, const ScanFrameOptions &options = {}, ContextRef context = {}) const;

    /// The spectrum of a region of the sample: a table with a row for each frame. Its columns are the axis of frames
    /// under its own name ("energy"), "mean" of the region's pixels, "standard error" (their standard deviation, n - 1,
    /// divided by the square root of their number), "pixels" (their number), and "dwell" and "polarization" where the
    /// scan has them. Masked pixels and NaN take no part. One frame is read at a time: the scan may be larger than
    /// memory.
    /// @throws Error with Status::invalid_argument (box and region); Status::out_of_range (box); Status::shape (region,
    /// or a detector without images); Status::key_not_found (entry, detector); as Scan::image
    /// @see ScanSpectrumOptions
    Table spectrum(const ScanSpectrumOptions &options = {}, ContextRef context = {}) const;

    /// The points of a frame in the order in which they were measured: a table with a row for each. Its columns are
    /// "row" and "column" of the pixel in the image, "value" of the detector, the measured positions "sample_x" and
    /// "sample_y", the nominal ones under the names of the axes ("nominal sample_x"), and "ring_current", as far as the
    /// file has them. The scan request and the detector's values in time tell the order.
    /// @param frame 0 to the number of frames - 1
    /// @throws Error with Status::no_result when the file does not tell the order; as Scan::frame
    /// @see ScanPointsOptions
    Table points(std::int64_t frame, const ScanPointsOptions &options = {}, ContextRef context = {}) const;

    /// The part of a detector's values that were written, as far as the file's storage tells, which counts chunks: 1
    /// for a complete scan, less for one that was stopped or is going on. NaN where the file does not tell.
    /// @return 0 to 1, or NaN
    /// @throws Error with Status::key_not_found (entry, detector); as Scan::image
    /// @see ScanCompletenessOptions
    double completeness(const ScanCompletenessOptions &options = {}, ContextRef context = {}) const;

    /// The scan as its file is now: a file that another program writes grows. The handle that is given stays as it is.
    /// Frames first to first + n - 1 of the detector are new, or may have changed: from the last one of before, if more
    /// are in the file by now, and all if the number is the same. n is 0 where the file has not changed. No lock is
    /// taken, and the writer is not disturbed.
    /// @throws Error with Status::key_not_found (entry, detector); as scan_open
    /// @see ScanRefreshOptions
    Scan refresh(const ScanRefreshOptions &options = {}, ContextRef context = {}) const;

#endif

    // The same without exceptions: each of these gives the result or the error of the function with its name.

    Result<std::string> try_filename(ContextRef context = {}) const;
    Result<std::string> try_rule(ContextRef context = {}) const;
    Result<std::int32_t> try_entry_count(ContextRef context = {}) const;
    Result<std::string> try_entry_name(std::int32_t index, ContextRef context = {}) const;
    Result<std::int32_t> try_default_entry(ContextRef context = {}) const;
    Result<ScanKind> try_kind(const std::optional<std::string> &entry = {}, ContextRef context = {}) const;
    Result<std::string> try_start(const std::optional<std::string> &entry = {}, ContextRef context = {}) const;
    Result<std::string> try_end(const std::optional<std::string> &entry = {}, ContextRef context = {}) const;
    Result<std::string> try_facility(const std::optional<std::string> &entry = {}, ContextRef context = {}) const;
    Result<std::int32_t> try_repair_count(const std::optional<std::string> &entry = {}, ContextRef context = {}) const;
    Result<std::string> try_repair(std::int32_t index, const std::optional<std::string> &entry = {},
                                   ContextRef context = {}) const;
    Result<Metadata> try_metadata(const std::optional<std::string> &entry = {}, ContextRef context = {}) const;
    Result<std::int32_t> try_detector_count(const std::optional<std::string> &entry = {}, ContextRef context = {}) const;
    Result<std::string> try_detector_name(std::int32_t index, const std::optional<std::string> &entry = {},
                                          ContextRef context = {}) const;
    Result<std::int32_t> try_default_detector(const std::optional<std::string> &entry = {}, ContextRef context = {}) const;
    Result<std::int32_t> try_monitor_count(const std::optional<std::string> &entry = {}, ContextRef context = {}) const;
    Result<std::string> try_monitor_name(std::int32_t index, const std::optional<std::string> &entry = {},
                                         ContextRef context = {}) const;
    Result<std::vector<std::int64_t>> try_shape(const ScanShapeOptions &options = {}, ContextRef context = {}) const;
    Result<Dtype> try_dtype(const ScanDtypeOptions &options = {}, ContextRef context = {}) const;
    Result<std::int64_t> try_frame_count(const ScanFrameCountOptions &options = {}, ContextRef context = {}) const;
    Result<std::string> try_axis_name(std::int32_t axis, const ScanAxisNameOptions &options = {},
                                      ContextRef context = {}) const;
    Result<std::string> try_axis_unit(std::int32_t axis, const ScanAxisUnitOptions &options = {},
                                      ContextRef context = {}) const;
    Result<std::vector<double>> try_axis_values(std::int32_t axis, const ScanAxisValuesOptions &options = {},
                                                ContextRef context = {}) const;
    Result<AxisRole> try_axis_role(std::int32_t axis, const ScanAxisRoleOptions &options = {},
                                   ContextRef context = {}) const;
    Result<Direction> try_axis_direction(std::int32_t axis, const ScanAxisDirectionOptions &options = {},
                                         ContextRef context = {}) const;
    Result<std::vector<double>> try_quantity(Quantity quantity, const ScanQuantityOptions &options = {},
                                             ContextRef context = {}) const;
    Result<Image> try_image(const ScanImageOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_frame(std::int64_t frame, const ScanFrameOptions &options = {}, ContextRef context = {}) const;
    Result<Table> try_spectrum(const ScanSpectrumOptions &options = {}, ContextRef context = {}) const;
    Result<Table> try_points(std::int64_t frame, const ScanPointsOptions &options = {}, ContextRef context = {}) const;
    Result<double> try_completeness(const ScanCompletenessOptions &options = {}, ContextRef context = {}) const;
    Result<Scan> try_refresh(const ScanRefreshOptions &options = {}, ContextRef context = {}) const;

protected:
    using Owner<stoner_scan>::Owner;
};

} // namespace detail

STONER_NAMESPACE_END

#endif
