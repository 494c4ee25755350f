//! Arrays: shape and memory
//!
//! Properties of arrays, other shapes, other orders of axes, other dtypes. A result that only shows the
//! same elements differently copies nothing.
//!
//! @since 0.1.0

use super::core::args::{count, dtype, named_axes, put_slice, slice, slice_mut};
use super::core::calls::{apply, moved, reshaped, write_scalar};
use super::core::enumerations;
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::array::casting::Casting;
use crate::array::shape::{self, Order};
use crate::array::{MaskedArray, bytes, elementwise, raw_bytes};
use crate::context::{Error, Result, Status};
use crate::ops::geometry::turns;
use crate::ops::pick;

/// [Order] The function's own order, as its comment says.
pub const STONER_ORDER_DEFAULT: i32 = 0;
/// [Order] The last axis runs fastest.
pub const STONER_ORDER_C: i32 = 1;
/// [Order] The first axis runs fastest.
pub const STONER_ORDER_F: i32 = 2;
/// [Order] F if the elements are contiguous in Fortran order and not in C order, else C.
pub const STONER_ORDER_A: i32 = 3;
/// [Order] The order of the elements in memory.
pub const STONER_ORDER_K: i32 = 4;

/// [Casting] The function's own rule, as its comment says.
pub const STONER_CASTING_DEFAULT: i32 = 0;
/// [Casting] Nothing may change.
pub const STONER_CASTING_NO: i32 = 1;
/// [Casting] The byte order may change (there is one here: as STONER_CASTING_NO).
pub const STONER_CASTING_EQUIV: i32 = 2;
/// [Casting] Every value must fit.
pub const STONER_CASTING_SAFE: i32 = 3;
/// [Casting] As SAFE, or the kind stays or widens: bool, unsigned, signed, float, complex.
pub const STONER_CASTING_SAME_KIND: i32 = 4;
/// [Casting] Everything.
pub const STONER_CASTING_UNSAFE: i32 = 5;

/// [Flag] A flag of stoner_image_flags: the elements are contiguous in C order.
pub const STONER_FLAG_C_CONTIGUOUS: i32 = 1;
/// [Flag] A flag of stoner_image_flags: the elements are contiguous in Fortran order.
pub const STONER_FLAG_F_CONTIGUOUS: i32 = 2;
/// [Flag] A flag of stoner_image_flags: always, since a handle is a value.
pub const STONER_FLAG_OWNDATA: i32 = 4;
/// [Flag] A flag of stoner_image_flags: always.
pub const STONER_FLAG_ALIGNED: i32 = 256;
/// [Flag] A flag of stoner_image_flags: always, since a handle is a value.
pub const STONER_FLAG_WRITEABLE: i32 = 1024;

/// [ByteOrder] The other byte order.
pub const STONER_BYTE_ORDER_SWAP: i32 = 0;
/// [ByteOrder] This machine's.
pub const STONER_BYTE_ORDER_NATIVE: i32 = 1;
/// [ByteOrder] The lowest byte first.
pub const STONER_BYTE_ORDER_LITTLE: i32 = 2;
/// [ByteOrder] The highest byte first.
pub const STONER_BYTE_ORDER_BIG: i32 = 3;

/// The order that a caller names.
pub(super) fn order(value: i32, default: Order) -> Result<Order> {
    match value {
        STONER_ORDER_DEFAULT => Ok(default),
        STONER_ORDER_C => Ok(Order::C),
        STONER_ORDER_F => Ok(Order::F),
        STONER_ORDER_A => Ok(Order::A),
        STONER_ORDER_K => Ok(Order::K),
        _ => Err(enumerations::ORDER.refuse("order", value)),
    }
}

/// The size of one element in bytes.
/// @param itemsize [count] {C:receives }the bytes of an element
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_itemsize(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    itemsize: *mut i64,
) -> i32 {
    write_scalar(ctx, image, itemsize, "itemsize", |array| array.dtype().itemsize() as i64)
}

/// The size of all elements in bytes: what stoner_image_read needs in the image's own dtype.
/// @param nbytes [count] {C:receives }the bytes of all elements
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_nbytes(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    nbytes: *mut i64,
) -> i32 {
    write_scalar(ctx, image, nbytes, "nbytes", |array| bytes::nbytes(array) as i64)
}

/// The steps in bytes from an element to the next along each axis, as stoner_image_data gives them; negative where an axis
/// is reversed.
/// @param strides [strides] {C:room for `capacity` }steps{C:; STONER_MAX_NDIM is always enough}
/// @param capacity [count] 0: only the rank is wanted
/// @param ndim [as stoner_image_shape]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_strides(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    strides: *mut i64,
    capacity: i64,
    ndim: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let image = images::get(image, "image")?;
        let size = image.dtype().itemsize() as i64;
        let steps: Vec<i64> = image.data().strides().iter().map(|&s| s as i64 * size).collect();
        put_slice(&steps, strides, capacity, ndim)
    })
}

/// Whether the elements are contiguous in C order.
/// @param contiguous [bool] {C:receives }0 or 1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_iscontiguous(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    contiguous: *mut i32,
) -> i32 {
    write_scalar(ctx, image, contiguous, "contiguous", |array| i32::from(array.data().is_c_contiguous()))
}

/// The same elements in another shape. Copies nothing if the elements are in the requested order, or if axes are
/// only merged or have length 1. Planes and map stay only where the shape does.
/// @param shape [shape; size n_shape; required] {C:`n_shape` }lengths; one of them may be -1: it is computed. NULL{C: with
///        n_shape 0}: rank 0, one element.
/// @param n_shape [count; min 0; max 8]
/// @param order [enum Order; default STONER_ORDER_C; unset 0] in which the elements are counted, before and after:
///        STONER_ORDER_C, F, A; K means A
/// @return STONER_ERR_SHAPE when the number of elements would change, or -1 stands twice
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_reshape(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    shape: *const i64,
    n_shape: i32,
    order: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    let rearrange = |array: &MaskedArray| {
        let shape = slice(shape, count(n_shape.into(), "n_shape")?, "shape")?;
        shape::reshape(array, shape, self::order(order, Order::C)?)
    };
    if order == STONER_ORDER_DEFAULT || order == STONER_ORDER_C {
        return reshaped(ctx, image, out, "reshape", rearrange);
    }
    moved(ctx, image, out, "reshape", rearrange)
}

/// The axes in another order; nothing is copied. Planes and map follow where the last two axes stay or are exchanged with
/// each other, else they are dropped with a warning.
/// @param axes [axes; size n_axes; optional] {C:`n_axes` }axes, each once, negative ones counted from the end; NULL{C: with
///        n_axes 0}: all in reverse order
/// @param n_axes [count] 0 or the rank
/// @return STONER_ERR_OUT_OF_RANGE (an axis), STONER_ERR_INVALID_ARGUMENT (one twice, or not all)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_transpose_axes(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axes: *const i32,
    n_axes: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| turns::permute(context, image, named_axes(axes, n_axes)?))
}

/// Exchanges two axes; nothing is copied. Planes and map as in stoner_image_transpose_axes.
/// @param axis1 [axis] negative ones count from the end
/// @param axis2 [axis] negative ones count from the end
/// @return STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_swapaxes(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axis1: i32,
    axis2: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| turns::swapaxes(context, image, axis1, axis2))
}

/// Removes axes of length 1; nothing is copied. Planes and map stay where the shape does, and where the only frame of a stack
/// becomes an image.
/// @param axes [axes; size n_axes; optional; keyword axis] {C:`n_axes` }axes, negative ones counted from the end; NULL{C: with
///        n_axes 0}: all of length 1
/// @param n_axes [count] 0 to the rank
/// @return STONER_ERR_SHAPE when an axis that is named is longer; STONER_ERR_OUT_OF_RANGE; STONER_ERR_INVALID_ARGUMENT
///         (one twice)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_squeeze(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    axes: *const i32,
    n_axes: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| pick::squeeze(context, image, named_axes(axes, n_axes)?))
}

/// All elements in a row; nothing is copied where they lie in that order. Planes and map are dropped with a warning.
/// @param order [enum Order; default STONER_ORDER_C; unset 0] STONER_ORDER_C, F, A; K means A, as in numpy.ma
/// @param out the new image of rank 1{C:, to be freed with stoner_image_free}
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_ravel(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    order: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    moved(ctx, image, out, "ravel", |array| shape::ravel(array, self::order(order, Order::C)?))
}

/// All elements in a row, as stoner_image_ravel (images are values: a copy is made when one of the two is written to);
/// STONER_ORDER_K uses their order in memory.
/// @param order [enum Order; default STONER_ORDER_C; unset 0] STONER_ORDER_C, F, A, K
/// @param out the new image of rank 1{C:, to be freed with stoner_image_free}
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_flatten(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    order: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    moved(ctx, image, out, "flatten", |array| shape::flatten(array, self::order(order, Order::C)?))
}

/// Always fails, as numpy.ma's method: a masked array can not be resized in place. stoner_image_reshape keeps the number of
/// elements, stoner_image_repeat and stoner_image_take change it.
/// @param shape [shape; size n_shape] {C:`n_shape` }lengths
/// @return STONER_ERR_UNSUPPORTED
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_resize(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    shape: *const i64,
    n_shape: i32,
) -> i32 {
    guard!(ctx, |_context| {
        images::get(image, "image")?;
        let shape = slice(shape, count(n_shape.into(), "n_shape")?, "shape")?;
        Err(Error::new(
            Status::Unsupported,
            format!("a masked array can not be resized, here to {shape:?}; reshape, repeat and take make another one"),
        ))
    })
}

/// The array in another dtype. A float that does not fit an integer becomes the nearest integer that does, and NaN becomes 0
/// (C leaves both undefined); of a complex number the real part is taken. Mask, planes and map stay; the fill value is converted.
/// @param dtype [dtype] STONER_BOOL to STONER_C128
/// @param order [enum Order; default STONER_ORDER_K; unset 0] the order of the result in memory: STONER_ORDER_K (also 0:
///        axes as they are), C, F, A
/// @param casting [enum Casting; default STONER_CASTING_UNSAFE; unset 0] what may be lost: STONER_CASTING_UNSAFE
///        everything, NO, EQUIV, SAFE, SAME_KIND less
/// @return STONER_ERR_DTYPE when the rule does not allow the conversion
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_astype(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    dtype: i32,
    order: i32,
    casting: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    reshaped(ctx, image, out, "astype", |array| {
        let casting = match casting {
            STONER_CASTING_DEFAULT | STONER_CASTING_UNSAFE => Casting::Unsafe,
            STONER_CASTING_NO => Casting::No,
            STONER_CASTING_EQUIV => Casting::Equiv,
            STONER_CASTING_SAFE => Casting::Safe,
            STONER_CASTING_SAME_KIND => Casting::SameKind,
            _ => return Err(enumerations::CASTING.refuse("casting", casting)),
        };
        elementwise::astype(array, self::dtype(dtype, "dtype")?, self::order(order, Order::K)?, casting)
    })
}

/// The bytes of the elements as elements of another dtype (numpy's view). If its size differs, the last axis becomes longer or
/// shorter; it must then be contiguous and divisible, and there must be no mask. In bool every byte except 0 is true. The
/// fill value becomes the default.
/// @param dtype [dtype] STONER_BOOL to STONER_C128
/// @return STONER_ERR_SHAPE when the size of an element differs and the last axis does not divide into the new elements
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_view(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    dtype: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    reshaped(ctx, image, out, "view", |array| raw_bytes::view(array, self::dtype(dtype, "dtype")?))
}

/// Each element with its bytes in reverse order; of complex numbers each part.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_byteswap(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    reshaped(ctx, image, out, "byteswap", raw_bytes::byteswap)
}

/// The values that the bytes have when they are read in another byte order. (Images are always in this machine's, so the
/// result is the array that numpy shows, not a mark on the same bytes.)
/// @param byte_order [enum ByteOrder; default STONER_BYTE_ORDER_SWAP; keyword new_order] STONER_BYTE_ORDER_SWAP (the
///        other one), NATIVE, LITTLE, BIG
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_newbyteorder(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    byte_order: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    reshaped(ctx, image, out, "newbyteorder", |array| {
        let native = match byte_order {
            STONER_BYTE_ORDER_SWAP => false,
            STONER_BYTE_ORDER_NATIVE => true,
            STONER_BYTE_ORDER_LITTLE => cfg!(target_endian = "little"),
            STONER_BYTE_ORDER_BIG => cfg!(target_endian = "big"),
            _ => return Err(enumerations::BYTE_ORDER.refuse("byte_order", byte_order)),
        };
        if native { Ok(array.clone()) } else { raw_bytes::byteswap(array) }
    })
}

/// A part of each element's bytes as an element of another dtype.
/// @param dtype [dtype] STONER_BOOL to STONER_C128, not larger than the image's own
/// @param offset [integer; default 0] bytes from the element's first byte; part and offset must lie inside the element
/// @return STONER_ERR_INVALID_ARGUMENT (dtype), STONER_ERR_OUT_OF_RANGE (offset)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_getfield(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    dtype: i32,
    offset: i64,
    out: *mut *mut stoner_image,
) -> i32 {
    reshaped(ctx, image, out, "getfield", |array| raw_bytes::getfield(array, self::dtype(dtype, "dtype")?, offset))
}

/// Writes values into a part of each element's bytes. The mask is ignored.
/// @param values [image; keyword val] an image whose shape can be broadcast; converted to `dtype`
/// @param dtype [as stoner_image_getfield]
/// @param offset [as stoner_image_getfield]
/// @return STONER_ERR_INVALID_ARGUMENT (dtype), STONER_ERR_OUT_OF_RANGE (offset), STONER_ERR_SHAPE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_setfield(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    values: *const stoner_image,
    dtype: i32,
    offset: i64,
) -> i32 {
    guard!(ctx, |_context| {
        let dtype = self::dtype(dtype, "dtype")?;
        let values = images::get(values, "values")?;
        images::update(image, "image", |image| raw_bytes::setfield(image.array_mut(), values.array(), dtype, offset))
    })
}

/// numpy's flags as a set of bits: STONER_FLAG_C_CONTIGUOUS and so on.
/// @param flags [integer] {C:receives }the sum of STONER_FLAG_ constants
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_flags(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    flags: *mut i32,
) -> i32 {
    write_scalar(ctx, image, flags, "flags", |array| {
        let c = if array.data().is_c_contiguous() { STONER_FLAG_C_CONTIGUOUS } else { 0 };
        let f = if shape::is_f_contiguous(array) { STONER_FLAG_F_CONTIGUOUS } else { 0 };
        c | f | STONER_FLAG_OWNDATA | STONER_FLAG_ALIGNED | STONER_FLAG_WRITEABLE
    })
}

/// The addresses of the first element and of its mask's byte; 0 where there is no mask. Compare them, do not follow them: images
/// that share their pixels have the same.
/// @param ids [integer; size 2] that of the pixels, and that of the mask{C:: room for 2 values}
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_ids(ctx: *mut stoner_context, image: *const stoner_image, ids: *mut i64) -> i32 {
    guard!(ctx, |_context| {
        let place = slice_mut(ids, 2, "ids")?;
        place.copy_from_slice(&raw_bytes::ids(images::get(image, "image")?.array()));
        Ok(())
    })
}
