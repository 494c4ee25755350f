//! Images: creation, copies, properties
//!
//! @since 0.1.0

use super::core::args::{
    boolean, borrowed_array, caller_array, count, dtype, optional_text, out, put_slice, put_text, slice,
};
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::array::{MAX_NDIM, alloc};
use crate::context::{Error, Result};
use crate::image::Image;
use crate::ops::stack;
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

/// Makes an image of the caller's array without copying it: the image lies in the caller's memory until it is freed. For programs that
/// acquire data, so that handing a frame over costs nothing.
///
/// The memory must stay, and must not be changed, until `release` is called. It is called exactly once, whatever this function returns:
/// when the last image that lies there has been freed or changed (clones, crops and turned images share the memory; the first
/// change of an image copies it), at the end of that call, on its thread. That can be another thread, whose call was still using the
/// image when it was freed. No lock is held: it may call the library. What is written to the memory meanwhile shows in the results
/// of calls in any mixture of old and new; it does no other harm.
///
/// Where pixels cannot be used as they lie (bool; elements that are not aligned, that overlap, or whose steps are no multiples of
/// their size) they are copied, and `release` is called before this function returns.
/// @param data [as stoner_image_from_data]
/// @param dtype [as stoner_image_from_data]
/// @param ndim [as stoner_image_from_data]
/// @param shape [as stoner_image_from_data]
/// @param byte_strides [as stoner_image_from_data]
/// @param mask [as stoner_image_from_data] It is copied.
/// @param release tells that the memory is free again; NULL: nobody needs to know, and the memory stays as long as the images do
/// @param user_data passed to `release` unchanged
/// @return STONER_ERR_INVALID_ARGUMENT (dtype, ndim, a negative length), STONER_ERR_NULL_POINTER, STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_borrow(
    ctx: *mut stoner_context,
    data: *const c_void,
    dtype: i32,
    ndim: i32,
    shape: *const i64,
    byte_strides: *const i64,
    mask: *const u8,
    release: Option<extern "C" fn(user_data: *mut c_void)>,
    user_data: *mut c_void,
    out: *mut *mut stoner_image,
) -> i32 {
    // Dropped wherever the call ends.
    let release = Release { release, user_data };
    guard!(ctx, |_context| {
        let release = release;
        let place = self::out(out, "out")?;
        let dtype = self::dtype(dtype, "dtype")?;
        let shape = shape_argument(ndim, shape)?;
        let mask = match mask.is_null() {
            true => None,
            false => Some(slice(mask, alloc::checked_len(&shape, 1)?, "mask")?),
        };
        let mut image = Image::new(borrowed_array(data, dtype, &shape, byte_strides, Box::new(release))?);
        image.write_mask(mask)?;
        place.set_image(image)
    })
}

/// Tells the caller that memory which it lent is free again.
struct Release {
    release: Option<extern "C" fn(user_data: *mut c_void)>,
    user_data: *mut c_void,
}

// SAFETY: the pointer is passed on and not looked at; the header says on which threads the function is called.
unsafe impl Send for Release {}

impl Drop for Release {
    fn drop(&mut self) {
        if let Some(release) = self.release {
            release(self.user_data);
        }
    }
}

/// The shape that a caller gives: 0 to 8 lengths, none negative.
fn shape_argument(ndim: i32, shape: *const i64) -> Result<Vec<usize>> {
    let ndim =
        usize::try_from(ndim).ok().filter(|&n| n <= MAX_NDIM).ok_or_else(|| Error::argument("ndim", ndim, "0 to 8"))?;
    slice(shape, ndim, "shape")?.iter().map(|&n| count(n, "shape")).collect()
}

/// Makes a second image with the same content. Copies no pixels: they are shared until one of the two changes.
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

/// Puts images together as the frames of a stack, in their order. They have one size; stacks among them give all their frames.
/// The dtype is the smallest that holds the values of all; masks are kept.
///
/// The result has the metadata, names and map of the first image. Energies, dwells and polarizations that are not all equal
/// become arrays with a value for each frame. Maps that lie at other places give a warning each; if the sizes of the pixels differ
/// the map is dropped. A plane stays where all images have it in one unit: shared if it is equal in all, else one for each frame;
/// the others are dropped with a warning.
/// @param images [images; size n_images] the images
/// @param n_images [count; min 1] how many there are
/// @return STONER_ERR_SHAPE (not all of one size, or not of rank 2 or 3); STONER_ERR_INVALID_ARGUMENT (no image)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_stack(
    ctx: *mut stoner_context,
    images: *const *const stoner_image,
    n_images: i64,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let handles = slice(images, count(n_images, "n_images")?, "images")?;
        let images: Vec<_> = handles.iter().map(|&image| images::get(image, "images")).collect::<Result<_>>()?;
        place.set_image(stack::stack(context, &images.iter().map(|image| &**image).collect::<Vec<_>>())?)
    })
}

/// One frame of a stack as an image, with its map, planes, mask, and its own energy, dwell and polarization. Copies no pixels.
/// @param index [index] which one, from 0; a negative one is counted from the end
/// @return STONER_ERR_SHAPE unless the rank is 3; STONER_ERR_OUT_OF_RANGE (index)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_frame(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    index: i64,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(out, "out")?;
        place.set_image(stack::frame(&*images::get(image, "image")?, index)?)
    })
}

/// Makes an existing image what another one is: pixels, mask, planes, map, metadata, names. Copies no pixels. So a program that shows
/// `target` all the time can put the result of any function there.
/// @param target [image] becomes a copy of `source`
/// @param source [image] stays as it is, and must still be freed
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_assign(
    ctx: *mut stoner_context,
    target: *mut stoner_image,
    source: *const stoner_image,
) -> i32 {
    guard!(ctx, |_context| {
        let source = Image::clone(&*images::get(source, "source")?);
        // What was there is dropped without the lock.
        let old = images::update(target, "target", |target| Ok(std::mem::replace(target, source)))?;
        drop(old);
        Ok(())
    })
}

/// Does nothing: a copy, as stoner_image_clone makes it. For testing a program's calls.
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
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_free(image: *mut stoner_image) -> i32 {
    guard!(std::ptr::null(), |_context| images::free(image, "image"))
}

/// Whether two images are equal: dtype, shape, mask and every unmasked element (NaN equals NaN), and with `all` also
/// planes, map, metadata, file name and title.
/// @param all [bool; default false] 0: pixels and mask only; 1: everything
/// @param equal [bool] {C:receives }0 or 1
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
        place.give(i32::from(equal))
    })
}

/// The rank: 2 for an image, 3 for a stack.
/// @param ndim [count] {C:receives }the rank
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_ndim(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    ndim: *mut i32,
) -> i32 {
    guard!(ctx, |_context| out(ndim, "ndim")?.give(images::get(image, "image")?.ndim() as i32))
}

/// The lengths of the axes: (rows, columns) of an image.
/// @param shape [shape] {C:room for `capacity` }lengths{C:; STONER_MAX_NDIM is always enough}
/// @param capacity [count] 0: only the rank is wanted
/// @param ndim [count; optional] {C:receives }the rank{C:; may be NULL when capacity is not 0}
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
/// @param dtype [dtype] {C:receives }the dtype
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_dtype(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    dtype: *mut i32,
) -> i32 {
    guard!(ctx, |_context| out(dtype, "dtype")?.give(images::get(image, "image")?.dtype().code()))
}

/// The number of elements.
/// @param size [count] {C:receives }the number of elements
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_size(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    size: *mut i64,
) -> i32 {
    guard!(ctx, |_context| out(size, "size")?.give(images::get(image, "image")?.array().len() as i64))
}

/// The title that was set, else the file name without its folder, else "".
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
