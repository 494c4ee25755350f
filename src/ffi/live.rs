//! Live images: while the scan runs
//!
//! An acquisition program pushes points as they are measured, in any order, and takes an image at any moment. Each point is sorted
//! into the pixel of a regular grid in which it lies (or shared among the four around it), and each pixel sums counts and monitor over its
//! points. The value of a pixel is the ratio of both, times `reference`: I / I0 where the monitor is I0, and the mean counts of a point where
//! there is no monitor and `reference` is 1.
//!
//! A push costs each point the same however many there are, and needs no memory after stoner_live_new. The sums do not depend on how points
//! were divided into pushes: the last image is, bit for bit, that of all points pushed at once. One thread may push while another takes images;
//! each waits for the other's call to end.
//!
//! @since 0.1.0

#![allow(dead_code, reason = "the constants are for C")]

use super::core::args::{count, optional_out, optional_text, or_default, out, slice, slice_mut};
use super::core::enumerations;
use super::core::handles::{lives, metadata};
use super::types::{stoner_context, stoner_image, stoner_live, stoner_metadata};
use crate::context::{Error, Result};
use crate::live::{Grid, Live, Points, Room, Spread};
use std::ffi::c_char;

/// [Spread] A point goes to the pixel in which it lies.
pub const STONER_SPREAD_NEAREST: i32 = 0;
/// [Spread] A point is shared among the four pixels around it, with the weights of bilinear interpolation (cloud in cell). Its positions count more
/// exactly, and neighbours' errors are no longer independent.
pub const STONER_SPREAD_LINEAR: i32 = 1;

/// Makes a live image without points. Its pixel (column, row) is centred at (x_first + x_step column, y_first + y_step row) and reaches half a
/// step to each side; row 0 is at the top, so that y_step is negative where y grows upwards.
/// @param rows [count; min 1] the number of rows
/// @param columns [count; min 1] the number of columns
/// @param x_first [real] x of the centre of the first column
/// @param y_first [real] y of the centre of the first row
/// @param x_step [real] from one column to the next; not 0
/// @param y_step [real] from one row to the next; not 0
/// @param spread [enum Spread; default STONER_SPREAD_NEAREST] to which pixels a point goes
/// @param reference [real; default 1.0; unset 0; above 0] what counts are given for: counts for so much of the monitor
/// @param unit [text; optional] the unit of x and y, "µm" for example; NULL: none
/// @return STONER_ERR_INVALID_ARGUMENT (a grid that takes more memory than stoner_context_set_memory_limit allows: 32 bytes a pixel; others);
///         STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_live_new(
    ctx: *mut stoner_context,
    rows: i64,
    columns: i64,
    x_first: f64,
    y_first: f64,
    x_step: f64,
    y_step: f64,
    spread: i32,
    reference: f64,
    unit: *const c_char,
    out: *mut *mut stoner_live,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let (rows, columns) = (count(rows, "rows")?, count(columns, "columns")?);
        let unit = optional_text(unit, "unit")?.filter(|unit| !unit.is_empty()).map(str::to_owned);
        let grid = Grid { rows, columns, first: [x_first, y_first], step: [x_step, y_step], unit }.check()?;
        let reference = or_default(reference, 1.0);
        if !(reference > 0.0 && reference.is_finite()) {
            return Err(Error::argument("reference", reference, "finite numbers above 0"));
        }
        place.set_live(Live::new(context, grid, self::spread(spread)?, reference)?)
    })
}

/// Makes a second live image with the same points, which goes its own way from here. Copies the sums.
///
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_live_clone(
    ctx: *mut stoner_context,
    live: *const stoner_live,
    out: *mut *mut stoner_live,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(out, "out")?;
        place.set_live(lives::get(live, "live")?.copy()?)
    })
}

/// Frees a live image. NULL is fine; a handle that is not live is STONER_ERR_INVALID_HANDLE. Its images live on.
///
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_live_free(live: *mut stoner_live) -> i32 {
    guard!(std::ptr::null(), |_context| lives::free(live, "live"))
}

/// Adds points. The arrays are only read during the call, and no memory is asked for. Points outside of the grid are left out, and so are those with a
/// position, counts or monitor that is not finite, or a monitor that is not above 0; stoner_live_state counts both.
/// @param x [data; size n_points] positions, in the units of the grid
/// @param y [data; size n_points] positions
/// @param counts [data; size n_points] what the detector counted at each point
/// @param monitor [data; size n_points; optional] what the monitor (ring current, I0, dwell) read at each point; NULL: none. All points have one, or none has.
/// @param n_points [count] how many points there are
/// @return STONER_ERR_INVALID_ARGUMENT (points with a monitor after points without, or the other way round)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_live_push(
    ctx: *mut stoner_context,
    live: *mut stoner_live,
    x: *const f64,
    y: *const f64,
    counts: *const f64,
    monitor: *const f64,
    n_points: i64,
) -> i32 {
    guard!(ctx, |_context| {
        let live = lives::get(live, "live")?;
        let n = count(n_points, "n_points")?;
        let monitor = (!monitor.is_null()).then(|| slice(monitor, n, "monitor")).transpose()?;
        live.push(Points { x: slice(x, n, "x")?, y: slice(y, n, "y")?, counts: slice(counts, n, "counts")?, monitor })
    })
}

/// Takes an image of all points so far: f64, masked where no point is, with a map, the metadata of stoner_live_set_metadata, and the planes
/// "coverage" (the number of points in each pixel) and "error" (the standard error where photons are counted: the root of the counts, that of one
/// count where there are none). The entries "live.points", "live.outside", "live.invalid" and "live.coverage" are those of
/// stoner_live_state.
///
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_live_image(
    ctx: *mut stoner_context,
    live: *const stoner_live,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(out, "out")?;
        place.set_image(lives::get(live, "live")?.image()?)
    })
}

/// Writes the same into memory of the caller's, row by row. Needs no memory.
/// @param values [data; size n_pixels; optional] receives the values; NaN where no point is
/// @param errors [data; size n_pixels; optional] receives their standard errors; NaN where no point is
/// @param coverage [data; size n_pixels; optional] receives the number of points in each pixel
/// @param n_pixels [count] the number of pixels, rows times columns
/// @return STONER_ERR_SHAPE (n_pixels)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_live_read(
    ctx: *mut stoner_context,
    live: *const stoner_live,
    values: *mut f64,
    errors: *mut f64,
    coverage: *mut f64,
    n_pixels: i64,
) -> i32 {
    guard!(ctx, |_context| {
        let live = lives::get(live, "live")?;
        let n = count(n_pixels, "n_pixels")?;
        let room = |to: *mut f64, name| (!to.is_null()).then(|| slice_mut(to, n, name)).transpose();
        live.read(Room {
            values: room(values, "values")?,
            errors: room(errors, "errors")?,
            coverage: room(coverage, "coverage")?,
        })
    })
}

/// How far the measurement is.
/// @param points [count; optional] receives the number of points that were pushed
/// @param outside [count; optional] receives the number of those that lie outside of the grid
/// @param invalid [count; optional] receives the number of those with a position, counts or monitor that is not finite, or a monitor that is not above 0
/// @param coverage [fraction; optional] receives the part of the pixels that have points
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_live_state(
    ctx: *mut stoner_context,
    live: *const stoner_live,
    points: *mut i64,
    outside: *mut i64,
    invalid: *mut i64,
    coverage: *mut f64,
) -> i32 {
    guard!(ctx, |_context| {
        let state = lives::get(live, "live")?.state();
        for (place, value) in [(points, state.points), (outside, state.outside), (invalid, state.invalid)] {
            if let Some(place) = optional_out(place) {
                place.set(value as i64);
            }
        }
        if let Some(place) = optional_out(coverage) {
            place.set(state.coverage);
        }
        Ok(())
    })
}

/// Forgets all points, for the next frame. Grid and metadata stay.
///
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_live_reset(ctx: *mut stoner_context, live: *mut stoner_live) -> i32 {
    guard!(ctx, |_context| {
        lives::get(live, "live")?.reset();
        Ok(())
    })
}

/// Gives metadata (energy, dwell, polarization, ...) to the images that are taken from now on. They are copied. The images' own positions and planes
/// replace entries of these names.
///
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_live_set_metadata(
    ctx: *mut stoner_context,
    live: *mut stoner_live,
    metadata: *const stoner_metadata,
) -> i32 {
    guard!(ctx, |_context| {
        let live = lives::get(live, "live")?;
        live.set_metadata(self::metadata::get(metadata, "metadata")?.as_ref().clone());
        Ok(())
    })
}

fn spread(spread: i32) -> Result<Spread> {
    match spread {
        STONER_SPREAD_NEAREST => Ok(Spread::Nearest),
        STONER_SPREAD_LINEAR => Ok(Spread::Linear),
        _ => Err(enumerations::SPREAD.refuse("spread", spread)),
    }
}
