//! Images: creation, copies, properties
//!
//! @since 0.1.0

use super::core::args::{boolean, caller_array, count, dtype, optional_text, out, put_slice, put_text, slice};
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::array::{MAX_NDIM, alloc};
use crate::context::{Error, Result};
use crate::image::Image;
use std::ffi::{c_char, c_void};

/// Makes an image from the caller's array, which is copied.
/// @param data [data; per element] element 0 (all indices 0)
/// @param dtype [dtype] STONER_BOOL to STONER_C128
/// @param ndim [count; min 0; max 8] an image has 2 (rows, columns), a stack 3 (frames, rows, columns)
/// @param shape [shape; size ndim] `ndim` lengths
/// @param byte_strides [strides; size ndim; optional] `ndim` steps in bytes, negative ones too; NULL: C order without
///        gaps. A column-major matrix of doubles has {8, 8 * rows}.
/// @param mask [mask; per element; optional] one byte for each element in C order, not 0: masked; NULL: nothing is
///        masked
/// @return STONER_ERR_INVALID_ARGUMENT (dtype, ndim, a negative length), STONER_ERR_NULL_POINTER, STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_from_data(
    ctx: *mut stoner_context,
    data: *const c_void,
    dtype: i32,
    ndim: i32,
    shape: *const i64,
    byte_strides: *const i64,
    mask: *const u8,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(out, "out")?;
        let dtype = self::dtype(dtype, "dtype")?;
        let shape = shape_argument(ndim, shape)?;
        let data = caller_array(data, dtype, &shape, byte_strides)?;
        let mask = match mask.is_null() {
            true => None,
            false => Some(slice(mask, alloc::checked_len(&shape, 1)?, "mask")?),
        };
        let mut image = Image::new(data);
        image.write_mask(mask)?;
        place.set_image(image)
    })
}

/// The shape that a caller gives: 0 to 8 lengths, none negative.
fn shape_argument(ndim: i32, shape: *const i64) -> Result<Vec<usize>> {
    let ndim =
        usize::try_from(ndim).ok().filter(|&n| n <= MAX_NDIM).ok_or_else(|| Error::argument("ndim", ndim, "0 to 8"))?;
    slice(shape, ndim, "shape")?.iter().map(|&n| count(n, "shape")).collect()
}

/// Makes a second image with the same content. Copies no pixels: they are shared until one of the two changes.
///
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_clone(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(out, "out")?;
        place.set_image(Image::clone(&*images::get(image, "image")?))
    })
}

/// Does nothing: a copy, as stoner_image_clone makes it. For testing a program's calls.
///
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_do_nothing(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(out, "out")?;
        place.set_image(Image::clone(&*images::get(image, "image")?))
    })
}

/// Frees an image. NULL is fine; a handle that is not live (freed twice, say) is STONER_ERR_INVALID_HANDLE. Calls that
/// still use the image finish normally.
///
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_free(image: *mut stoner_image) -> i32 {
    guard!(std::ptr::null(), |_context| images::free(image, "image"))
}

/// Whether two images are equal: dtype, shape, mask and every unmasked element (NaN equals NaN), and with `all` also
/// planes, map, metadata, file name and title.
/// @param all [bool; default false] 0: pixels and mask only; 1: everything
/// @param equal [bool] receives 0 or 1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_equal(
    ctx: *mut stoner_context,
    a: *const stoner_image,
    b: *const stoner_image,
    all: i32,
    equal: *mut i32,
) -> i32 {
    guard!(ctx, |_context| {
        let place = out(equal, "equal")?;
        let (a, b) = (images::get(a, "a")?, images::get(b, "b")?);
        let equal = if boolean(all, "all")? { a.equals(&b) } else { a.array().equals(b.array()) };
        place.set(i32::from(equal));
        Ok(())
    })
}

/// The rank: 2 for an image, 3 for a stack.
/// @param ndim [count] receives the rank
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_ndim(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    ndim: *mut i32,
) -> i32 {
    guard!(ctx, |_context| {
        let place = out(ndim, "ndim")?;
        place.set(images::get(image, "image")?.ndim() as i32);
        Ok(())
    })
}

/// The lengths of the axes: (rows, columns) of an image.
/// @param shape [shape] room for `capacity` lengths; STONER_MAX_NDIM is always enough
/// @param capacity [count] 0: only the rank is wanted
/// @param ndim [count; optional] receives the rank; may be NULL when capacity is not 0
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_shape(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    shape: *mut i64,
    capacity: i64,
    ndim: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let image = images::get(image, "image")?;
        let lengths: Vec<i64> = image.shape().iter().map(|&n| n as i64).collect();
        put_slice(&lengths, shape, capacity, ndim)
    })
}

/// The dtype: STONER_BOOL to STONER_C128.
/// @param dtype [dtype] receives the dtype
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_dtype(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    dtype: *mut i32,
) -> i32 {
    guard!(ctx, |_context| {
        let place = out(dtype, "dtype")?;
        place.set(images::get(image, "image")?.dtype().code());
        Ok(())
    })
}

/// The number of elements.
/// @param size [count] receives the number of elements
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_size(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    size: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let place = out(size, "size")?;
        place.set(images::get(image, "image")?.array().len() as i64);
        Ok(())
    })
}

/// The title that was set, else the file name without its folder, else "".
///
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_title(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| put_text(images::get(image, "image")?.title(), buffer, capacity, length))
}

/// Sets the title.
/// @param title [text; optional] NULL: back to the file name
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_set_title(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    title: *const c_char,
) -> i32 {
    guard!(ctx, |_context| {
        let title = optional_text(title, "title")?.map(str::to_owned);
        images::update(image, "image", |image| {
            image.set_title(title);
            Ok(())
        })
    })
}

/// The file that the image was loaded from, or the name that was set; "" if there is none.
///
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_filename(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        put_text(images::get(image, "image")?.filename().unwrap_or(""), buffer, capacity, length)
    })
}

/// Sets the file name, which stoner_image_save uses if it gets none.
/// @param filename [path; optional] NULL: none
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_set_filename(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    filename: *const c_char,
) -> i32 {
    guard!(ctx, |_context| {
        let filename = optional_text(filename, "filename")?.map(str::to_owned);
        images::update(image, "image", |image| {
            image.set_filename(filename);
            Ok(())
        })
    })
}
