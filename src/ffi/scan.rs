//! Scans: what a file holds
//!
//! A scan is what a file says of a measurement, read without its pixels, and the way to them: entries (regions of the sample, or
//! measurements one after the other), in each of them detectors, and of each detector an image, a stack of frames or a spectrum.
//! stoner_scan_open reads only what it needs, so a file may be larger than memory. Entries and detectors are named; NULL means the
//! one that the file names as its default. A scan is a value: what was opened stays as it was. When its file has changed since,
//! calls that read it return STONER_ERR_CHANGED, and never mix old and new.
//!
//! @since 0.1.0

use super::core::args::{count, optional_text, out, put_slice, put_text, text};
use super::core::enumerations;
use super::core::handles::scans;
use super::types::{stoner_context, stoner_metadata, stoner_scan};
use crate::context::{Error, Result};
use crate::image::Quantity;
use crate::io;
use crate::scan::{Axis, Detector, Entry, Scan};
use std::ffi::c_char;
use std::path::Path;

/// Opens a file as a scan: NXstxm (HDF5) or SDF (its header .hdr, or one of its data files). Reads what the file says of itself, and no pixels: a large file takes no longer than a small
/// one with as many entries.
/// @return STONER_ERR_FILE_NOT_FOUND; STONER_ERR_FORMAT (no scan; the message says what it is); STONER_ERR_CORRUPT;
///         STONER_ERR_BEING_WRITTEN; STONER_ERR_IO; STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_open(
    ctx: *mut stoner_context,
    path: *const c_char,
    out: *mut *mut stoner_scan,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        place.set_scan(io::open_scan(context, Path::new(text(path, "path")?))?)
    })
}

/// Makes a second handle for the same scan. Copies nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_clone(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    out: *mut *mut stoner_scan,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(out, "out")?;
        place.set_scan(Scan::clone(&*scans::get(scan, "scan")?))
    })
}

/// Frees a scan. NULL is fine; a handle that is not live is STONER_ERR_INVALID_HANDLE. Its images live on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_free(scan: *mut stoner_scan) -> i32 {
    guard!(std::ptr::null(), |_context| scans::free(scan, "scan"))
}

/// The file.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_filename(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| put_text(&scans::get(scan, "scan")?.about().path, buffer, capacity, length))
}

/// The rule by which the file was recognised as a scan.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_rule(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| put_text(&scans::get(scan, "scan")?.about().rule, buffer, capacity, length))
}

/// The number of entries; at least 1. They are numbered in the order in which they are preferred, the default one first.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_entry_count(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    n: *mut i32,
) -> i32 {
    guard!(ctx, |_context| self::out(n, "n")?.give(scans::get(scan, "scan")?.about().entries.len() as i32))
}

/// An entry's name: its path in the file without the first slash.
/// @param index [index] 0 to the number of entries - 1
/// @return STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_entry_name(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    index: i32,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let scan = scans::get(scan, "scan")?;
        put_text(&at(&scan.about().entries, index)?.name, buffer, capacity, length)
    })
}

/// The default entry: the one to which the file's attribute `default` leads, else the first by name.
/// @param index [index] {C:receives }0 to the number of entries - 1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_default_entry(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    index: *mut i32,
) -> i32 {
    guard!(ctx, |_context| self::out(index, "index")?.give(scans::get(scan, "scan")?.about().default_entry as i32))
}

/// What an entry scanned along what.
/// @param kind [enum ScanKind] {C:receives }a value of STONER_SCAN_KIND_
/// @return STONER_ERR_KEY_NOT_FOUND (entry)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_kind(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    kind: *mut i32,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(kind, "kind")?;
        of_entry(scan, entry, |entry| place.give(entry.kind as i32))
    })
}

/// When an entry began, as the file says it (ISO 8601 in NeXus); "" where it does not.
/// @return STONER_ERR_KEY_NOT_FOUND (entry)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_start(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| of_entry(scan, entry, |entry| put_text(&entry.start, buffer, capacity, length)))
}

/// When an entry ended, as the file says it; "" where it does not: the scan may be going on, or was stopped.
/// @return STONER_ERR_KEY_NOT_FOUND (entry)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_end(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| of_entry(scan, entry, |entry| put_text(&entry.end, buffer, capacity, length)))
}

/// Where an entry was measured, as the file says it; "" where it does not.
/// @return STONER_ERR_KEY_NOT_FOUND (entry)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_facility(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| of_entry(scan, entry, |entry| put_text(&entry.facility, buffer, capacity, length)))
}

/// How often the reader assumed something, or left something out, because an entry breaks a rule of its format.
/// @return STONER_ERR_KEY_NOT_FOUND (entry)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_repair_count(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    n: *mut i32,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(n, "n")?;
        of_entry(scan, entry, |entry| place.give(entry.repairs.len() as i32))
    })
}

/// One of those, in words.
/// @param index [index] 0 to the number of repairs - 1
/// @return STONER_ERR_KEY_NOT_FOUND (entry); STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_repair(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    index: i32,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        of_entry(scan, entry, |entry| put_text(at(&entry.repairs, index)?, buffer, capacity, length))
    })
}

/// A copy of an entry's metadata, but for long arrays, which come with its images.
/// @return STONER_ERR_KEY_NOT_FOUND (entry)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_metadata(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    out: *mut *mut stoner_metadata,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(out, "out")?;
        of_entry(scan, entry, |entry| place.set_metadata(entry.metadata.clone()))
    })
}

/// The number of an entry's detectors; at least 1. The default one comes first.
/// @return STONER_ERR_KEY_NOT_FOUND (entry)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_detector_count(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    n: *mut i32,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(n, "n")?;
        of_entry(scan, entry, |entry| place.give(entry.detectors.len() as i32))
    })
}

/// A detector's name: the path of its group below the entry, and of its dataset where the group has several.
/// @param index [index] 0 to the number of detectors - 1
/// @return STONER_ERR_KEY_NOT_FOUND (entry); STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_detector_name(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    index: i32,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        of_entry(scan, entry, |entry| put_text(&at(&entry.detectors, index)?.name, buffer, capacity, length))
    })
}

/// An entry's default detector: the one to which the file's attributes `default` and `signal` lead, else what stoner_load takes.
/// @param index [index] {C:receives }0 to the number of detectors - 1
/// @return STONER_ERR_KEY_NOT_FOUND (entry)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_default_detector(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    index: *mut i32,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(index, "index")?;
        of_entry(scan, entry, |entry| place.give(entry.default_detector as i32))
    })
}

/// The number of an entry's monitors: what was measured beside the detectors at each pixel, the ring current for example. Their images
/// are read under their names, as those of detectors.
/// @return STONER_ERR_KEY_NOT_FOUND (entry)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_monitor_count(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    n: *mut i32,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(n, "n")?;
        of_entry(scan, entry, |entry| place.give(entry.monitors.len() as i32))
    })
}

/// A monitor's name.
/// @param index [index] 0 to the number of monitors - 1
/// @return STONER_ERR_KEY_NOT_FOUND (entry); STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_monitor_name(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    index: i32,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        of_entry(scan, entry, |entry| put_text(&at(&entry.monitors, index)?.name, buffer, capacity, length))
    })
}

/// The lengths of the axes of a detector's image: (rows, columns), (frames, rows, columns), or (energies) of a point spectrum.
/// @param shape [shape] {C:room for `capacity` }lengths{C:; STONER_MAX_NDIM is always enough}
/// @param capacity [count] 0: only the rank is wanted
/// @param ndim [count; optional] {C:receives }the rank; may be NULL when capacity is not 0
/// @return STONER_ERR_KEY_NOT_FOUND (entry, detector)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_shape(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    detector: *const c_char,
    shape: *mut i64,
    capacity: i64,
    ndim: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        of_detector(scan, entry, detector, |_, detector| {
            let lengths: Vec<i64> = detector.shape.iter().map(|&n| n as i64).collect();
            put_slice(&lengths, shape, capacity, ndim)
        })
    })
}

/// The dtype of a detector's values.
/// @param dtype [dtype] {C:receives }the dtype
/// @return STONER_ERR_KEY_NOT_FOUND (entry, detector)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_dtype(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    detector: *const c_char,
    dtype: *mut i32,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(dtype, "dtype")?;
        of_detector(scan, entry, detector, |_, detector| place.give(detector.dtype.code()))
    })
}

/// The number of a detector's frames: the first of three axes; 1 for an image or a spectrum.
/// @return STONER_ERR_KEY_NOT_FOUND (entry, detector)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_frame_count(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    detector: *const c_char,
    n: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(n, "n")?;
        of_detector(scan, entry, detector, |_, detector| place.give(detector.frames() as i64))
    })
}

/// The name of an axis in the file: "energy", "sample_y"; "" where it has none.
/// @param axis [index] 0 to the rank - 1
/// @return STONER_ERR_KEY_NOT_FOUND (entry, detector); STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_axis_name(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    detector: *const c_char,
    axis: i32,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        of_axis(scan, entry, detector, axis, |axis, _| {
            put_text(axis.name.as_deref().unwrap_or_default(), buffer, capacity, length)
        })
    })
}

/// The unit of an axis in the file; "" where it has none.
/// @param axis [as stoner_scan_axis_name]
/// @return STONER_ERR_KEY_NOT_FOUND (entry, detector); STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_axis_unit(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    detector: *const c_char,
    axis: i32,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        of_axis(scan, entry, detector, axis, |axis, _| {
            put_text(axis.unit.as_deref().unwrap_or_default(), buffer, capacity, length)
        })
    })
}

/// The nominal points of an axis in the file's order and unit. (Rows of images come the other way round where these ascend: row 0 is the
/// highest.) None where the file has none of the axis's length.
/// @param axis [as stoner_scan_axis_name]
/// @param buffer [value] {C:room for `capacity` }values
/// @param length [count; optional] {C:receives }the number of points, 0 or the axis's length; may be NULL when capacity is not
///        0
/// @return STONER_ERR_KEY_NOT_FOUND (entry, detector); STONER_ERR_OUT_OF_RANGE; STONER_ERR_BUFFER_TOO_SMALL
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_axis_values(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    detector: *const c_char,
    axis: i32,
    buffer: *mut f64,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        of_axis(scan, entry, detector, axis, |axis, _| {
            put_slice(axis.points.as_deref().unwrap_or_default(), buffer, capacity, length)
        })
    })
}

/// What runs along an axis.
/// @param axis [as stoner_scan_axis_name]
/// @param role [enum AxisRole] {C:receives }a value of STONER_AXIS_ROLE_
/// @return STONER_ERR_KEY_NOT_FOUND (entry, detector); STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_axis_role(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    detector: *const c_char,
    axis: i32,
    role: *mut i32,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(role, "role")?;
        let index = axis;
        of_axis(scan, entry, detector, axis, |axis, rank| place.give(axis.role(index as usize, rank) as i32))
    })
}

/// Which way the points of an axis go in the file.
/// @param axis [as stoner_scan_axis_name]
/// @param direction [enum Direction] {C:receives }a value of STONER_DIRECTION_
/// @return STONER_ERR_KEY_NOT_FOUND (entry, detector); STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_axis_direction(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    detector: *const c_char,
    axis: i32,
    direction: *mut i32,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(direction, "direction")?;
        of_axis(scan, entry, detector, axis, |axis, _| place.give(axis.direction() as i32))
    })
}

/// A well-known quantity of each frame, in the unit that stoner_quantity_unit says, whatever the file's own. NaN where a frame
/// has none. A number without a unit is taken to be in that one, with a warning (STONER_WARNING_NO_UNIT).
/// @param quantity [enum Quantity; required] a value of STONER_QUANTITY_
/// @param buffer [value] {C:room for `capacity` }values
/// @param length [count; optional] {C:receives }the number of frames; may be NULL when capacity is not 0
/// @return STONER_ERR_KEY_NOT_FOUND (entry, detector, or the file says nothing of the quantity); STONER_ERR_INVALID_ARGUMENT
///         (quantity); STONER_ERR_BUFFER_TOO_SMALL
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_quantity(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    detector: *const c_char,
    quantity: i32,
    buffer: *mut f64,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |context| {
        let quantity = quantity_argument(quantity)?;
        of_detector(scan, entry, detector, |entry, detector| {
            put_slice(&entry.quantity(context, detector, quantity)?, buffer, capacity, length)
        })
    })
}

/// The quantity that a caller names.
pub(super) fn quantity_argument(code: i32) -> Result<Quantity> {
    Quantity::from_code(code).ok_or_else(|| enumerations::QUANTITY.refuse("quantity", code))
}

fn of_entry(scan: *const stoner_scan, entry: *const c_char, f: impl FnOnce(&Entry) -> Result<()>) -> Result<()> {
    let name = optional_text(entry, "entry")?;
    f(scans::get(scan, "scan")?.entry(name)?)
}

fn of_detector(
    scan: *const stoner_scan,
    entry: *const c_char,
    detector: *const c_char,
    f: impl FnOnce(&Entry, &Detector) -> Result<()>,
) -> Result<()> {
    let name = optional_text(detector, "detector")?;
    of_entry(scan, entry, |entry| f(entry, entry.detector(name)?))
}

fn of_axis(
    scan: *const stoner_scan,
    entry: *const c_char,
    detector: *const c_char,
    axis: i32,
    f: impl FnOnce(&Axis, usize) -> Result<()>,
) -> Result<()> {
    of_detector(scan, entry, detector, |_, detector| {
        let rank = detector.axes.len();
        let allowed = || format!("0 to {}, the rank - 1", rank.saturating_sub(1));
        let found = count(axis.into(), "axis").ok().and_then(|axis| detector.axes.get(axis));
        f(found.ok_or_else(|| Error::out_of_range("axis", axis, allowed()))?, rank)
    })
}

fn at<T>(list: &[T], index: i32) -> Result<&T> {
    count(index.into(), "index").ok().and_then(|index| list.get(index)).ok_or_else(|| {
        let allowed = match list.len() {
            0 => "nothing: there is none".to_owned(),
            n => format!("0 to {}", n - 1),
        };
        Error::out_of_range("index", index, allowed)
    })
}
