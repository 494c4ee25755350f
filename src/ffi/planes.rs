//! Planes and map of the pixels
//!
//! A plane is passed as an image of its own.
//!
//! @since 0.1.0

use super::core::args::{count, optional_text, out, put_text, slice, slice_mut, text};
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::context::{Error, Result, Status};
use crate::image::{Image, Map, Plane};
use std::ffi::c_char;

/// The number of planes: arrays that belong to the pixels, such as the measured positions "actual_x", "actual_y" and the
/// ring current "beam current".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_plane_count(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    n: *mut i64,
) -> i32 {
    guard!(ctx, |_context| out(n, "n")?.give(images::get(image, "image")?.planes().iter().count() as i64))
}

/// The name of a plane.
/// @param index [index] 0 to the number of planes - 1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_plane_name(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    index: i64,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let image = images::get(image, "image")?;
        let name = image.planes().names().nth(count(index, "index")?).ok_or_else(|| {
            let n = image.planes().names().count();
            Error::out_of_range("index", index, format!("less than {n}, the number of planes"))
        })?;
        put_text(name, buffer, capacity, length)
    })
}

/// A plane as an image: of the image's shape, or of one frame's when all frames of a stack share it.
/// @param name [name] its name
/// @return STONER_ERR_KEY_NOT_FOUND
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_plane(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    name: *const c_char,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(out, "out")?;
        let image = images::get(image, "image")?;
        place.set_image(Image::from(plane(&image, text(name, "name")?)?.array.clone()))
    })
}

/// The unit of a plane; "" when it has none.
/// @param name [name] its name
/// @return STONER_ERR_KEY_NOT_FOUND
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_plane_unit(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    name: *const c_char,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let image = images::get(image, "image")?;
        let unit = plane(&image, text(name, "name")?)?.unit.as_deref().unwrap_or("");
        put_text(unit, buffer, capacity, length)
    })
}

/// Adds or replaces a plane.
/// @param name [name] its name
/// @param plane an image of the same shape, or of the shape of one frame; pixels and mask are taken, not copied
/// @param unit [name; optional] NULL: none
/// @return STONER_ERR_SHAPE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_set_plane(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    name: *const c_char,
    plane: *const stoner_image,
    unit: *const c_char,
) -> i32 {
    guard!(ctx, |_context| {
        let name = text(name, "name")?;
        let array = images::get(plane, "plane")?.array().clone();
        let unit = optional_text(unit, "unit")?.map(str::to_owned);
        images::update(image, "image", |image| image.set_plane(name, Plane { array, unit }))
    })
}

/// Removes a plane.
/// @param name [name] its name
/// @return STONER_ERR_KEY_NOT_FOUND
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_remove_plane(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    name: *const c_char,
) -> i32 {
    guard!(ctx, |_context| {
        let name = text(name, "name")?;
        images::update(image, "image", |image| {
            plane(image, name)?;
            image.remove_plane(name);
            Ok(())
        })
    })
}

/// The map from pixels to stage positions: x = origin[0] + step[0] * column + step[1] * row, y = origin[1] + step[2] *
/// column + step[3] * row. It follows crops, flips, turns and shifts exactly.
/// @param origin [real; size 2] {C:room for 2 values: }the position of the pixel in column 0, row 0
/// @param step [real; size 4] {C:room for 4 values, }row-major
/// @return STONER_ERR_NO_RESULT when the image has no map (its file gave no regular grid, or an operation dropped it)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_map(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    origin: *mut f64,
    step: *mut f64,
) -> i32 {
    guard!(ctx, |_context| {
        let origin = slice_mut(origin, 2, "origin")?;
        let step = slice_mut(step, 4, "step")?;
        let image = images::get(image, "image")?;
        let map = map(&image)?;
        origin.copy_from_slice(&map.origin);
        step.copy_from_slice(map.step.as_flattened());
        Ok(())
    })
}

/// The name of a coordinate of the map: "sample_x" and "sample_y" in a sample image, "zone_plate" down a focus scan.
/// @param coordinate [index; min 0; max 1] 0: x, 1: y
/// @return STONER_ERR_NO_RESULT without a map
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_map_name(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    coordinate: i32,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let image = images::get(image, "image")?;
        put_text(&map(&image)?.names[coordinate_index(coordinate)?], buffer, capacity, length)
    })
}

/// The unit of a coordinate of the map; "" when it has none.
/// @param coordinate [index; min 0; max 1] 0: x, 1: y
/// @return STONER_ERR_NO_RESULT without a map
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_map_unit(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    coordinate: i32,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let image = images::get(image, "image")?;
        let unit = map(&image)?.units[coordinate_index(coordinate)?].as_deref();
        put_text(unit.unwrap_or(""), buffer, capacity, length)
    })
}

/// Sets the map; see stoner_image_map.
/// @param origin [real; size 2] the position of the pixel in column 0, row 0
/// @param step [real; size 4; optional] 4 values, row-major; NULL removes the map (`origin` is then ignored)
/// @param name_x [name; default sample_x; unset NULL; optional] of the coordinate x
/// @param name_y [name; default sample_y; unset NULL; optional] of the coordinate y
/// @param unit_x [name; optional] NULL: none
/// @param unit_y [name; optional] NULL: none
/// @return STONER_ERR_INVALID_ARGUMENT for a value that is not finite or two equal names; STONER_ERR_SHAPE when the
///         image has not rank 2 or 3
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_set_map(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    origin: *const f64,
    step: *const f64,
    name_x: *const c_char,
    name_y: *const c_char,
    unit_x: *const c_char,
    unit_y: *const c_char,
) -> i32 {
    guard!(ctx, |_context| {
        let names = [
            optional_text(name_x, "name_x")?.unwrap_or("sample_x").to_owned(),
            optional_text(name_y, "name_y")?.unwrap_or("sample_y").to_owned(),
        ];
        let units = [optional_text(unit_x, "unit_x")?, optional_text(unit_y, "unit_y")?].map(|u| u.map(str::to_owned));
        let map = match step.is_null() {
            true => None,
            false => {
                let (origin, step) = (slice(origin, 2, "origin")?, slice(step, 4, "step")?);
                if let Some(bad) = origin.iter().chain(step).find(|v| !v.is_finite()) {
                    return Err(Error::argument("origin or step", bad, "finite numbers"));
                }
                if names[0] == names[1] {
                    return Err(Error::argument("name_y", format!("'{}', as name_x", names[1]), "another name"));
                }
                let step = [[step[0], step[1]], [step[2], step[3]]];
                Some(Map { origin: [origin[0], origin[1]], step, names, units })
            }
        };
        images::update(image, "image", |image| {
            image.frame_shape()?;
            image.set_map(map);
            Ok(())
        })
    })
}

/// The width and height of a pixel: the lengths of the map's steps by one column and by one row, in the map's units.
/// @param width [real] {C:receives }the width
/// @param height [real] {C:receives }the height
/// @return STONER_ERR_NO_RESULT without a map
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_pixel_size(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    width: *mut f64,
    height: *mut f64,
) -> i32 {
    guard!(ctx, |_context| {
        let (place_width, place_height) = (out(width, "width")?, out(height, "height")?);
        let image = images::get(image, "image")?;
        let [width, height] = map(&image)?.pixel_size();
        place_width.set(width);
        place_height.give(height)
    })
}

/// The stage position of a pixel according to the map. Pixel centres are at integers; fractions and pixels outside are fine.
/// @param column [pixels] the column, also between pixels
/// @param row [pixels] the row, also between pixels
/// @param x [real] {C:receives }x
/// @param y [real] {C:receives }y
/// @return STONER_ERR_NO_RESULT without a map
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_position(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    column: f64,
    row: f64,
    x: *mut f64,
    y: *mut f64,
) -> i32 {
    guard!(ctx, |_context| {
        let (place_x, place_y) = (out(x, "x")?, out(y, "y")?);
        let image = images::get(image, "image")?;
        let [x, y] = map(&image)?.position(column, row);
        place_x.set(x);
        place_y.give(y)
    })
}

fn plane<'a>(image: &'a Image, name: &str) -> Result<&'a Plane> {
    image.planes().get(name).ok_or_else(|| {
        let names = image.planes().names().collect::<Vec<_>>().join(", ");
        Error::new(Status::KeyNotFound, format!("the image has no plane '{name}'; it has: {names}"))
    })
}

fn map(image: &Image) -> Result<&Map> {
    image.map().ok_or_else(|| Error::new(Status::NoResult, "the image has no map from pixels to positions"))
}

fn coordinate_index(coordinate: i32) -> Result<usize> {
    match coordinate {
        0 | 1 => Ok(coordinate as usize),
        _ => Err(Error::argument("coordinate", coordinate, "0 (x) or 1 (y)")),
    }
}
