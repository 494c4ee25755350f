//! Scans: images, spectra, points
//!
//! These calls read the scan's file. When it has changed since stoner_scan_open they return STONER_ERR_CHANGED: open it again.
//!
//! @since 0.1.0

use super::core::args::{optional_array, optional_out, optional_text, out};
use super::core::handles::{images, scans};
use super::types::{stoner_context, stoner_image, stoner_scan, stoner_table};
use crate::context::{Error, Result, Status};
use crate::image::{Image, PixelBox};
use crate::scan::{self, Region, Scan};
use std::ffi::c_char;

/// The whole image of a detector or monitor, with positions, map, metadata as stoner_load gives them; a stack has an axis of frames.
/// @return STONER_ERR_KEY_NOT_FOUND (entry, detector); STONER_ERR_CHANGED; STONER_ERR_FILE_NOT_FOUND; STONER_ERR_CORRUPT;
///         STONER_ERR_BEING_WRITTEN; STONER_ERR_IO; STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_image(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    detector: *const c_char,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let (scan, entry, detector) = named(scan, entry, detector)?;
        place.set_image(scan.image(context, entry, detector)?)
    })
}

/// One frame of a detector's stack as an image of rank 2, with its own energy, dwell, positions, ring current and map. Only what belongs
/// to the frame is read. An image is its own only frame.
/// @param frame [index] 0 to the number of frames - 1
/// @return STONER_ERR_KEY_NOT_FOUND (entry, detector); STONER_ERR_OUT_OF_RANGE (frame); as stoner_scan_image
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_frame(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    detector: *const c_char,
    frame: i64,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let (scan, entry, detector) = named(scan, entry, detector)?;
        place.set_image(scan.frame(context, entry, detector, frame_argument(&scan, entry, detector, frame)?)?)
    })
}

/// The spectrum of a region of the sample: a table with a row for each frame. Its columns are the axis of frames under its own name
/// ("energy"), "mean" of the region's pixels, "standard error" (their standard deviation, n - 1, divided by the square root of their
/// number), "pixels" (their number), and "dwell" and "polarization" where the scan has them. Masked pixels and NaN take no
/// part. One frame is read at a time: the scan may be larger than memory.
/// @param box [box; size 4; optional] {xmin, xmax, ymin, ymax} in pixels of a frame, upper exclusive, STONER_EXTENT for the end; NULL:
///        the whole
/// @param region [image; optional] an image of a frame's shape that is not 0 in the pixels of the region; instead of a box. A masked
///        pixel of it is outside.
/// @return STONER_ERR_INVALID_ARGUMENT (box and region); STONER_ERR_OUT_OF_RANGE (box); STONER_ERR_SHAPE (region, or a detector
///         without images); STONER_ERR_KEY_NOT_FOUND (entry, detector); as stoner_scan_image
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_spectrum(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    detector: *const c_char,
    r#box: *const i64,
    region: *const stoner_image,
    out: *mut *mut stoner_table,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let (scan, entry, detector) = named(scan, entry, detector)?;
        let edges = optional_array::<i64, 4>(r#box, "box")?;
        let region = match (edges, region.is_null()) {
            (Some(_), false) => {
                return Err(Error::new(
                    Status::InvalidArgument,
                    "`box` and `region` are given; only one of them may be",
                ));
            }
            (_, false) => Region::Pixels(Box::new(Image::clone(&*images::get(region, "region")?))),
            (edges, true) => {
                let shape = &scan.entry(entry)?.detector(detector)?.shape;
                let (rows, columns) = match **shape {
                    [.., rows, columns] => (rows, columns),
                    _ => (0, 0),
                };
                Region::Box(match edges {
                    None => PixelBox::whole(rows, columns),
                    Some(&edges) => PixelBox::from_pixels(edges, rows, columns)
                        .map_err(|error| error.during("`box` does not fit"))?,
                })
            }
        };
        place.set_table(scan::spectrum(context, &scan, entry, detector, &region)?)
    })
}

/// The points of a frame in the order in which they were measured: a table with a row for each. Its columns are "row" and "column" of the
/// pixel in the image, "value" of the detector, the measured positions "sample_x" and "sample_y", the nominal ones under the names of
/// the axes ("nominal sample_x"), and "ring_current", as far as the file has them. The scan request and the detector's values in
/// time tell the order.
/// @param frame [as stoner_scan_frame]
/// @return STONER_ERR_NO_RESULT when the file does not tell the order; as stoner_scan_frame
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_points(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    detector: *const c_char,
    frame: i64,
    out: *mut *mut stoner_table,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let (scan, entry, detector) = named(scan, entry, detector)?;
        place.set_table(scan.points(context, entry, detector, frame_argument(&scan, entry, detector, frame)?)?)
    })
}

/// The part of a detector's values that were written, as far as the file's storage tells, which counts chunks: 1 for a complete scan, less for one
/// that was stopped or is going on. NaN where the file does not tell.
/// @param fraction [fraction] {C:receives }0 to 1, or NaN
/// @return STONER_ERR_KEY_NOT_FOUND (entry, detector); as stoner_scan_image
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_completeness(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    detector: *const c_char,
    fraction: *mut f64,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(fraction, "fraction")?;
        let (scan, entry, detector) = named(scan, entry, detector)?;
        place.give(scan.completeness(context, entry, detector)?.unwrap_or(f64::NAN))
    })
}

/// The scan as its file is now: a file that another program writes grows. The handle that is given stays as it is. Frames first to first + n - 1 of
/// the detector are new, or may have changed: from the last one of before, if more are in the file by now, and all if the number is the same.
/// n is 0 where the file has not changed. No lock is taken, and the writer is not disturbed.
/// @param first [index; optional] receives the first frame that is new
/// @param n [count; optional] receives the number of frames from it on
/// @return STONER_ERR_KEY_NOT_FOUND (entry, detector); as stoner_scan_open
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_scan_refresh(
    ctx: *mut stoner_context,
    scan: *const stoner_scan,
    entry: *const c_char,
    detector: *const c_char,
    first: *mut i64,
    n: *mut i64,
    out: *mut *mut stoner_scan,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let (scan, entry, detector) = named(scan, entry, detector)?;
        let (scan, frames) = scan.refreshed(context, entry, detector)?;
        if let Some(first) = optional_out(first) {
            first.set(frames.start as i64);
        }
        if let Some(n) = optional_out(n) {
            n.set(frames.len() as i64);
        }
        place.set_scan(scan)
    })
}

type Named<'a> = (std::sync::Arc<Scan>, Option<&'a str>, Option<&'a str>);

fn named<'a>(scan: *const stoner_scan, entry: *const c_char, detector: *const c_char) -> Result<Named<'a>> {
    Ok((scans::get(scan, "scan")?, optional_text(entry, "entry")?, optional_text(detector, "detector")?))
}

fn frame_argument(scan: &Scan, entry: Option<&str>, detector: Option<&str>, frame: i64) -> Result<usize> {
    let frames = scan.entry(entry)?.detector(detector)?.frames();
    usize::try_from(frame).map_err(|_| Error::out_of_range("frame", frame, format!("0 to {}", frames - 1)))
}
