//! Profiles along the radius
//!
//! Around a centre (cx, cy), in pixels, z = (x - cx) dx + i (y - cy) dy: angle 0 points right, pi/2 down, so angles grow clockwise on
//! the screen. STONER_ANGLES_FROM_LEFT asks for those of the Python original, z = -(x - cx) dx + i (y - cy) dy.
//!
//! @since 0.1.0

use super::core::args::{boolean, count, optional_array, out, slice};
use super::core::enumerations;
use super::core::handles::images;
use super::types::{stoner_context, stoner_image, stoner_table};
use crate::context::{Error, Result};
use crate::ops::profile::radial::{self, Angles, Coordinate, Origin, PixelSize, Sector};

/// [Radial] The distance from the centre, |z|.
pub const STONER_RADIAL_DISTANCE: i32 = 0;
/// [Radial] The angle, arg z, in radians between -pi and pi.
pub const STONER_RADIAL_ANGLE: i32 = 1;
/// [Radial] z itself.
pub const STONER_RADIAL_COMPLEX: i32 = 2;

/// [Angles] 0 points right, pi/2 down.
pub const STONER_ANGLES_FROM_RIGHT: i32 = 0;
/// [Angles] 0 points left, pi/2 down, as in the Python original.
pub const STONER_ANGLES_FROM_LEFT: i32 = 1;

/// An image of the polar coordinates of each pixel, of dtype f64 (or c128). Planes, map, metadata and mask stay. Each
/// frame of a stack has the same.
/// @param centre [point; size 2; optional] (x, y) in pixels, NaN for the default of one; NULL: (columns / 2, rows / 2),
///        as in the original
/// @param pixel_size [real; size 2; optional] 2 values, the width and height of a pixel; NULL: 1 and 1
/// @param size_from_map [bool; default false] 1: the pixel size of the image's map, and `pixel_size` is NULL
/// @param which [enum Radial; default STONER_RADIAL_DISTANCE] STONER_RADIAL_DISTANCE, STONER_RADIAL_ANGLE (0 at the
///        centre) or STONER_RADIAL_COMPLEX
/// @param angles [enum Angles; default STONER_ANGLES_FROM_RIGHT] where angles begin
/// @return STONER_ERR_SHAPE (the rank is not 2 or 3); STONER_ERR_INVALID_ARGUMENT; STONER_ERR_NO_RESULT when the image has no
///         map, or one whose coordinates have different units; STONER_ERR_NO_MEMORY; STONER_ERR_CANCELLED
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_radial_coordinates(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    centre: *const f64,
    pixel_size: *const f64,
    size_from_map: i32,
    which: i32,
    angles: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let image = images::get(image, "image")?;
        let which = match which {
            STONER_RADIAL_DISTANCE => Coordinate::Distance,
            STONER_RADIAL_ANGLE => Coordinate::Angle,
            STONER_RADIAL_COMPLEX => Coordinate::Complex,
            _ => return Err(enumerations::RADIAL.refuse("which", which)),
        };
        let origin = origin(centre, pixel_size, size_from_map, angles)?;
        place.set_image(radial::coordinates(context, &image, &origin, which)?)
    })
}

/// The profile of an image along the radius: a table with one row for each ring, in the columns "Low_r", "r" (the ring's
/// middle), "high_r", "mean", "std" (ddof 0) and "number" of the pixels with Low_r <= r < high_r. Masked and NaN pixels
/// are left out; a ring without pixels has number 0 and NaN. Of a stack each frame has its own "mean 0", "std 0",
/// "number 0", "mean 1", ... The table has the image's metadata, and with `size_from_map` the map's unit. Uses several
/// threads; the result does not depend on their number.
/// @param angle [angle; size n_angle; optional] NULL: all angles; one: those around it; two: from the first to the
///        second, both included, in the sense in which angles grow, a full turn making no difference (3 to -3 crosses
///        pi)
/// @param n_angle [count] 0, 1 or 2
/// @param sector_width [angle; default 0] around one angle the width of the sector in radians; 0: one pixel wide at
///        each radius
/// @param r [real; size n_r; optional] the edges of the rings,{C: `n_r`} rising numbers, one more than rings; NULL: from 0 to
///        where the image's edge begins, 1 wide, or with `size_from_map` as wide as a pixel's smaller side
/// @param n_r [count] 0 for NULL, else 2 or more
/// @param centre [as stoner_image_radial_coordinates]
/// @param pixel_size [as stoner_image_radial_coordinates]
/// @param size_from_map [as stoner_image_radial_coordinates]
/// @param angles [as stoner_image_radial_coordinates]
/// @return STONER_ERR_SHAPE (the rank is not 2 or 3); STONER_ERR_DTYPE (complex); STONER_ERR_INVALID_ARGUMENT;
///         STONER_ERR_NO_RESULT when there is no map with one unit, or, without `r`, when the centre does not lie inside;
///         STONER_ERR_NO_MEMORY; STONER_ERR_CANCELLED
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_radial_profile(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    angle: *const f64,
    n_angle: i32,
    sector_width: f64,
    r: *const f64,
    n_r: i64,
    centre: *const f64,
    pixel_size: *const f64,
    size_from_map: i32,
    angles: i32,
    out: *mut *mut stoner_table,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let image = images::get(image, "image")?;
        let sector = match *slice(angle, count(i64::from(n_angle), "n_angle")?, "angle")? {
            [] => Sector::All,
            [angle] => Sector::Around(angle, (sector_width != 0.0).then_some(sector_width)),
            [low, high] => Sector::Range(low, high),
            _ => return Err(Error::argument("n_angle", n_angle, "0 (all), 1 (one angle), 2 (a range)")),
        };
        if sector_width != 0.0 && n_angle != 1 {
            return Err(Error::argument("sector_width", sector_width, "0 unless there is one angle"));
        }
        let n_r = count(n_r, "n_r")?;
        let edges = (n_r > 0).then(|| slice(r, n_r, "r")).transpose()?;
        let origin = origin(centre, pixel_size, size_from_map, angles)?;
        place.set_table(radial::profile(context, &image, sector, edges, &origin)?)
    })
}

fn origin(centre: *const f64, pixel_size: *const f64, size_from_map: i32, angles: i32) -> Result<Origin> {
    let centre = optional_array::<f64, 2>(centre, "centre")?.copied().unwrap_or([f64::NAN; 2]);
    let pixel_size =
        match (optional_array::<f64, 2>(pixel_size, "pixel_size")?, boolean(size_from_map, "size_from_map")?) {
            (None, false) => PixelSize::One,
            (Some(&size), false) => PixelSize::Given(size),
            (None, true) => PixelSize::Map,
            (Some(_), true) => return Err(Error::argument("size_from_map", 1, "0 where `pixel_size` is given")),
        };
    let angles = match angles {
        STONER_ANGLES_FROM_RIGHT => Angles::FromRight,
        STONER_ANGLES_FROM_LEFT => Angles::FromLeft,
        _ => return Err(enumerations::ANGLES.refuse("angles", angles)),
    };
    Ok(Origin { centre: centre.map(|x| (!x.is_nan()).then_some(x)), pixel_size, angles })
}
