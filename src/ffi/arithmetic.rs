//! Arithmetic: images with images and numbers
//!
//! Element by element, as numpy.ma computes it. Shapes are broadcast: a frame, a row or one element is repeated along the
//! axes that it lacks. An image of rank 0 (stoner_image_from_data with ndim 0) is an integer or a complex number.
//!
//! Masks: an element is masked where one of its operands is, and where a division, a power or a function that does not exist
//! everywhere (square root, logarithm, ...) has no finite value. Under the mask lies the value of the first operand.
//!
//! Dtypes: two images have the smallest dtype that holds the values of both (int32 and uint32: int64; float32 and int32: float64;
//! uint64 and int64: float64). Division makes double of integers; so does a number. Floats stay as they are. Integers that do not fit
//! wrap around as in numpy, and a warning (STONER_WARNING_OVERFLOW) says how many did: counts of uint16 less a larger background
//! become large. `dtype` names another dtype in which is computed: STONER_F32 or STONER_I32 there.
//!
//! Planes, map, metadata and names are those of the first operand that has the result's shape, so in general those of the first
//! one. If the maps differ there is a warning (see stoner_image_unlike).
//!
//! @param a [image] the first operand
//! @param operation [enum Arithmetic] what is computed, such as STONER_ARITHMETIC_ADD
//! @param b [image] the second operand
//! @param dtype [dtype; default none; unset 0] the dtype of the result, in which is computed; 0: numpy's, the smallest that
//!        holds both
//! @since 0.1.0

use super::core::args::{boolean, caller_room, count, optional_dtype, out, slice_mut};
use super::core::calls::apply;
use super::core::enumerations;
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::array::alloc;
use crate::array::arithmetic::{Arithmetic, Comparison, Function, Logic};
use crate::context::{Error, Result, Status};
use crate::image::Image;
use crate::ops::arithmetic::{self, Operand, Source};
use std::ffi::c_void;
use std::sync::Arc;

/// [Arithmetic] a + b.
pub const STONER_ARITHMETIC_ADD: i32 = 1;
/// [Arithmetic] a - b.
pub const STONER_ARITHMETIC_SUBTRACT: i32 = 2;
/// [Arithmetic] a * b.
pub const STONER_ARITHMETIC_MULTIPLY: i32 = 3;
/// [Arithmetic] a / b; double for integers.
pub const STONER_ARITHMETIC_DIVIDE: i32 = 4;
/// [Arithmetic] a / b, rounded down.
pub const STONER_ARITHMETIC_FLOOR_DIVIDE: i32 = 5;
/// [Arithmetic] What is left of a after floor division by b; it has the sign of b.
pub const STONER_ARITHMETIC_REMAINDER: i32 = 6;
/// [Arithmetic] a to the power of b. Integers have no negative powers.
pub const STONER_ARITHMETIC_POWER: i32 = 7;
/// [Arithmetic] The smaller one, or NaN.
pub const STONER_ARITHMETIC_MINIMUM: i32 = 8;
/// [Arithmetic] The greater one, or NaN.
pub const STONER_ARITHMETIC_MAXIMUM: i32 = 9;
/// [Arithmetic] The square root of a * a + b * b.
pub const STONER_ARITHMETIC_HYPOT: i32 = 10;
/// [Arithmetic] The angle of the vector (b, a) in radians, from +b towards +a.
pub const STONER_ARITHMETIC_ARCTAN2: i32 = 11;

/// [Comparison] a == b.
pub const STONER_COMPARISON_EQUAL: i32 = 1;
/// [Comparison] a != b.
pub const STONER_COMPARISON_NOT_EQUAL: i32 = 2;
/// [Comparison] a < b.
pub const STONER_COMPARISON_LESS: i32 = 3;
/// [Comparison] a <= b.
pub const STONER_COMPARISON_LESS_EQUAL: i32 = 4;
/// [Comparison] a > b.
pub const STONER_COMPARISON_GREATER: i32 = 5;
/// [Comparison] a >= b.
pub const STONER_COMPARISON_GREATER_EQUAL: i32 = 6;

/// [Logic] a and b.
pub const STONER_LOGIC_AND: i32 = 1;
/// [Logic] a or b or both.
pub const STONER_LOGIC_OR: i32 = 2;
/// [Logic] Either a or b.
pub const STONER_LOGIC_XOR: i32 = 3;
/// [Logic] Not a; b is NULL.
pub const STONER_LOGIC_NOT: i32 = 4;

/// [Math] -x.
pub const STONER_MATH_NEGATIVE: i32 = 1;
/// [Math] The magnitude; real for complex images.
pub const STONER_MATH_ABSOLUTE: i32 = 2;
/// [Math] -1, 0 or 1; NaN for NaN.
pub const STONER_MATH_SIGN: i32 = 3;
/// [Math] x * x.
pub const STONER_MATH_SQUARE: i32 = 4;
/// [Math] The square root.
pub const STONER_MATH_SQRT: i32 = 5;
/// [Math] 1 / x; double for integers.
pub const STONER_MATH_RECIPROCAL: i32 = 6;
/// [Math] e to the power of x.
pub const STONER_MATH_EXP: i32 = 7;
/// [Math] e to the power of x, less 1: exact for small x.
pub const STONER_MATH_EXPM1: i32 = 8;
/// [Math] The natural logarithm.
pub const STONER_MATH_LOG: i32 = 9;
/// [Math] The natural logarithm of 1 + x: exact for small x.
pub const STONER_MATH_LOG1P: i32 = 10;
/// [Math] The logarithm to base 2.
pub const STONER_MATH_LOG2: i32 = 11;
/// [Math] The logarithm to base 10.
pub const STONER_MATH_LOG10: i32 = 12;
/// [Math] The sine of an angle in radians.
pub const STONER_MATH_SIN: i32 = 13;
/// [Math] The cosine of an angle in radians.
pub const STONER_MATH_COS: i32 = 14;
/// [Math] The tangent of an angle in radians.
pub const STONER_MATH_TAN: i32 = 15;
/// [Math] The angle in radians that has the sine x.
pub const STONER_MATH_ARCSIN: i32 = 16;
/// [Math] The angle in radians that has the cosine x.
pub const STONER_MATH_ARCCOS: i32 = 17;
/// [Math] The angle in radians that has the tangent x.
pub const STONER_MATH_ARCTAN: i32 = 18;
/// [Math] The greatest whole number that is not above x.
pub const STONER_MATH_FLOOR: i32 = 19;
/// [Math] The least whole number that is not below x.
pub const STONER_MATH_CEIL: i32 = 20;
/// [Math] x without what follows the point.
pub const STONER_MATH_TRUNC: i32 = 21;
/// [Math] Whether x is NaN, as bool.
pub const STONER_MATH_ISNAN: i32 = 22;
/// [Math] Whether x is infinite, as bool.
pub const STONER_MATH_ISINF: i32 = 23;
/// [Math] Whether x is neither NaN nor infinite, as bool.
pub const STONER_MATH_ISFINITE: i32 = 24;

fn arithmetic_of(value: i32) -> Result<Arithmetic> {
    Ok(match value {
        STONER_ARITHMETIC_ADD => Arithmetic::Add,
        STONER_ARITHMETIC_SUBTRACT => Arithmetic::Subtract,
        STONER_ARITHMETIC_MULTIPLY => Arithmetic::Multiply,
        STONER_ARITHMETIC_DIVIDE => Arithmetic::Divide,
        STONER_ARITHMETIC_FLOOR_DIVIDE => Arithmetic::FloorDivide,
        STONER_ARITHMETIC_REMAINDER => Arithmetic::Remainder,
        STONER_ARITHMETIC_POWER => Arithmetic::Power,
        STONER_ARITHMETIC_MINIMUM => Arithmetic::Minimum,
        STONER_ARITHMETIC_MAXIMUM => Arithmetic::Maximum,
        STONER_ARITHMETIC_HYPOT => Arithmetic::Hypot,
        STONER_ARITHMETIC_ARCTAN2 => Arithmetic::Arctan2,
        _ => return Err(enumerations::ARITHMETIC.refuse("operation", value)),
    })
}

fn comparison_of(value: i32) -> Result<Comparison> {
    Ok(match value {
        STONER_COMPARISON_EQUAL => Comparison::Equal,
        STONER_COMPARISON_NOT_EQUAL => Comparison::NotEqual,
        STONER_COMPARISON_LESS => Comparison::Less,
        STONER_COMPARISON_LESS_EQUAL => Comparison::LessEqual,
        STONER_COMPARISON_GREATER => Comparison::Greater,
        STONER_COMPARISON_GREATER_EQUAL => Comparison::GreaterEqual,
        _ => return Err(enumerations::COMPARISON.refuse("comparison", value)),
    })
}

fn function_of(value: i32) -> Result<Function> {
    Ok(match value {
        STONER_MATH_NEGATIVE => Function::Negative,
        STONER_MATH_ABSOLUTE => Function::Absolute,
        STONER_MATH_SIGN => Function::Sign,
        STONER_MATH_SQUARE => Function::Square,
        STONER_MATH_SQRT => Function::Sqrt,
        STONER_MATH_RECIPROCAL => Function::Reciprocal,
        STONER_MATH_EXP => Function::Exp,
        STONER_MATH_EXPM1 => Function::Expm1,
        STONER_MATH_LOG => Function::Log,
        STONER_MATH_LOG1P => Function::Log1p,
        STONER_MATH_LOG2 => Function::Log2,
        STONER_MATH_LOG10 => Function::Log10,
        STONER_MATH_SIN => Function::Sin,
        STONER_MATH_COS => Function::Cos,
        STONER_MATH_TAN => Function::Tan,
        STONER_MATH_ARCSIN => Function::Arcsin,
        STONER_MATH_ARCCOS => Function::Arccos,
        STONER_MATH_ARCTAN => Function::Arctan,
        STONER_MATH_FLOOR => Function::Floor,
        STONER_MATH_CEIL => Function::Ceil,
        STONER_MATH_TRUNC => Function::Trunc,
        STONER_MATH_ISNAN => Function::Isnan,
        STONER_MATH_ISINF => Function::Isinf,
        STONER_MATH_ISFINITE => Function::Isfinite,
        _ => return Err(enumerations::MATH.refuse("function", value)),
    })
}

/// An image with an image: sum, difference, product, quotient, power and more of each pair of elements.
/// @return STONER_ERR_SHAPE when the shapes cannot be broadcast; STONER_ERR_DTYPE (bool minus bool; remainders and angles of complex
///         numbers; a `dtype` of a lower kind than the images'); STONER_ERR_OUT_OF_RANGE (a negative power of integers);
///         STONER_ERR_INVALID_ARGUMENT (operation, dtype; a result that would be far larger than the images)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_arithmetic(
    ctx: *mut stoner_context,
    a: *const stoner_image,
    operation: i32,
    b: *const stoner_image,
    dtype: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let (operation, dtype) = (arithmetic_of(operation)?, optional_dtype(dtype, "dtype")?);
        let (a, b) = (images::get(a, "a")?, images::get(b, "b")?);
        place.set_image(arithmetic::arithmetic(context, operation, Operand::Image(&a), Operand::Image(&b), dtype)?)
    })
}

/// An image with a number, or a number with an image. The number has the image's dtype, or is double beside integers and bool.
/// @param image [image] the image
/// @param value [value] the number
/// @param swapped [bool; default false] 0: the image is `a` and the number `b`; 1: the number is `a`, as in 1 / image
/// @return STONER_ERR_DTYPE as stoner_image_arithmetic; STONER_ERR_OUT_OF_RANGE (a number that the dtype does not hold, a negative
///         power of integers); STONER_ERR_INVALID_ARGUMENT (operation, dtype)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_arithmetic_scalar(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    operation: i32,
    value: f64,
    swapped: i32,
    dtype: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let (operation, dtype) = (arithmetic_of(operation)?, optional_dtype(dtype, "dtype")?);
        let (image, value) = (Operand::Image(image), Operand::Number(value));
        let (a, b) = if boolean(swapped, "swapped")? { (value, image) } else { (image, value) };
        arithmetic::arithmetic(context, operation, a, b, dtype)
    })
}

/// Compares an image with an image: a bool image, which stoner_image_read gives as the bytes of a mask. Integers are compared exactly,
/// complex numbers by their real parts and then by their imaginary ones. With NaN all is false but STONER_COMPARISON_NOT_EQUAL.
/// @param comparison [enum Comparison] what is asked, such as STONER_COMPARISON_LESS
/// @return STONER_ERR_SHAPE when the shapes cannot be broadcast; STONER_ERR_INVALID_ARGUMENT (comparison; a result that would be
///         far larger than the images)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_compare(
    ctx: *mut stoner_context,
    a: *const stoner_image,
    comparison: i32,
    b: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let comparison = comparison_of(comparison)?;
        let (a, b) = (images::get(a, "a")?, images::get(b, "b")?);
        place.set_image(arithmetic::compare(context, comparison, Operand::Image(&a), Operand::Image(&b))?)
    })
}

/// Compares an image with a number, which has the image's dtype, or is double beside integers (of which those beyond 2^53 are rounded).
/// @param image [image] the first operand
/// @param comparison [as stoner_image_compare]
/// @param value [value] the second operand
/// @return STONER_ERR_INVALID_ARGUMENT (comparison)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_compare_scalar(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    comparison: i32,
    value: f64,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        arithmetic::compare(context, comparison_of(comparison)?, Operand::Image(image), Operand::Number(value))
    })
}

/// Combines truths: whatever is not 0 is true. The result is a bool image.
/// @param operation [enum Logic] how they are combined, such as STONER_LOGIC_AND
/// @param b [image; default none; unset NULL; optional] the second operand; NULL for STONER_LOGIC_NOT and for it alone
/// @return STONER_ERR_SHAPE when the shapes cannot be broadcast; STONER_ERR_INVALID_ARGUMENT (operation; `b` with
///         STONER_LOGIC_NOT; a result that would be far larger than the images); STONER_ERR_NULL_POINTER (`b` without it)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_logic(
    ctx: *mut stoner_context,
    a: *const stoner_image,
    operation: i32,
    b: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let operation = match operation {
            STONER_LOGIC_AND => Logic::And,
            STONER_LOGIC_OR => Logic::Or,
            STONER_LOGIC_XOR => Logic::Xor,
            STONER_LOGIC_NOT if b.is_null() => Logic::Not,
            STONER_LOGIC_NOT => return Err(Error::argument("b", "an image", "NULL with STONER_LOGIC_NOT")),
            _ => return Err(enumerations::LOGIC.refuse("operation", operation)),
        };
        let a = images::get(a, "a")?;
        let b = if operation == Logic::Not { None } else { Some(images::get(b, "b")?) };
        place.set_image(arithmetic::logic(context, operation, &a, b.as_deref())?)
    })
}

/// A function of each element: square root, logarithm, magnitude and more. Small integers become float, larger ones double, unless
/// the function gives integers of integers (STONER_MATH_NEGATIVE, _ABSOLUTE, _SIGN, _SQUARE, _FLOOR, _CEIL, _TRUNC).
/// @param function [enum Math] the function, such as STONER_MATH_SQRT
/// @param dtype [dtype; default none; unset 0] the dtype of the result, in which is computed; 0: numpy's
/// @return STONER_ERR_DTYPE (where a dtype has no such function, or a `dtype` of a lower kind than the image's);
///         STONER_ERR_INVALID_ARGUMENT (function, dtype)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_math(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    function: i32,
    dtype: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        arithmetic::function(context, function_of(function)?, image, optional_dtype(dtype, "dtype")?)
    })
}

/// Takes elements of `a` where a condition is true (not 0), else of `b`. An element is masked where the condition is, and where the one
/// that was taken is.
/// @param condition [image] the condition, such as stoner_image_compare makes
/// @param a [image] where the condition is true
/// @param b [image] where it is false
/// @return STONER_ERR_SHAPE when the shapes cannot be broadcast; STONER_ERR_INVALID_ARGUMENT (a result that would be far larger
///         than the images)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_where(
    ctx: *mut stoner_context,
    condition: *const stoner_image,
    a: *const stoner_image,
    b: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let (condition, a, b) = (images::get(condition, "condition")?, images::get(a, "a")?, images::get(b, "b")?);
        place.set_image(arithmetic::choose(context, &condition, Operand::Image(&a), Operand::Image(&b))?)
    })
}

/// An operand of a call whose result goes into `target`: nothing where it is the target itself.
fn operand(image: *const stoner_image, target: *mut stoner_image, name: &str) -> Result<Option<Arc<Image>>> {
    if image == target.cast_const() { Ok(None) } else { images::get(image, name).map(Some) }
}

fn source(image: &Option<Arc<Image>>) -> Source<'_> {
    image.as_ref().map_or(Source::Target, |image| Source::Other(Operand::Image(image)))
}

/// stoner_image_arithmetic for loops: an existing image becomes the result, with all that belongs to it. Where its memory fits (shape and
/// dtype are those of the result) and no other image shares it, it is used again, so that a loop needs no new memory. `target` may be
/// one of the operands: a = a - b. A mask that it has stays, where it marks nothing too. Other calls that use `target` wait meanwhile; the call is not cancelled, and reports no progress.
/// @param target [image] becomes the result; after an error it is as it was
/// @return as stoner_image_arithmetic
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_arithmetic_into(
    ctx: *mut stoner_context,
    a: *const stoner_image,
    operation: i32,
    b: *const stoner_image,
    dtype: i32,
    target: *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let (operation, dtype) = (arithmetic_of(operation)?, optional_dtype(dtype, "dtype")?);
        let (a, b) = (operand(a, target, "a")?, operand(b, target, "b")?);
        images::update(target, "target", |target| {
            arithmetic::arithmetic_into(context, operation, source(&a), source(&b), dtype, target)
        })
    })
}

/// stoner_image_arithmetic_scalar for loops; see stoner_image_arithmetic_into.
/// @param image [as stoner_image_arithmetic_scalar]
/// @param value [as stoner_image_arithmetic_scalar]
/// @param swapped [as stoner_image_arithmetic_scalar]
/// @param target [as stoner_image_arithmetic_into]
/// @return as stoner_image_arithmetic_scalar
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_arithmetic_scalar_into(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    operation: i32,
    value: f64,
    swapped: i32,
    dtype: i32,
    target: *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let (operation, dtype) = (arithmetic_of(operation)?, optional_dtype(dtype, "dtype")?);
        let swapped = boolean(swapped, "swapped")?;
        let image = operand(image, target, "image")?;
        let (image, value) = (source(&image), Source::Other(Operand::Number(value)));
        let (a, b) = if swapped { (value, image) } else { (image, value) };
        images::update(target, "target", |target| arithmetic::arithmetic_into(context, operation, a, b, dtype, target))
    })
}

/// stoner_image_math for loops; see stoner_image_arithmetic_into.
/// @param function [as stoner_image_math]
/// @param dtype [as stoner_image_math]
/// @param target [as stoner_image_arithmetic_into]
/// @return as stoner_image_math
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_math_into(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    function: i32,
    dtype: i32,
    target: *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let (function, dtype) = (function_of(function)?, optional_dtype(dtype, "dtype")?);
        let image = operand(image, target, "image")?;
        images::update(target, "target", |target| {
            arithmetic::function_into(context, function, source(&image), dtype, target)
        })
    })
}

/// stoner_image_arithmetic with the result in the caller's memory: no image is made. For displays and acquisition programs.
/// @param byte_strides [strides; min 0; per axis; optional] one step in bytes for each axis of the result; NULL: C order without gaps
/// @param buffer [data] {C:room for }all elements; must not be the memory of an operand. Its contents are not determined after an error.
/// @param buffer_bytes [bytes] its size: memory beyond it is never touched
/// @param mask [mask; size mask_bytes; optional] {C:room for }one byte for each element in C order: {C:receives }1 where the result is masked, else 0. NULL: not
///        wanted; masked elements have the value of the first operand
/// @param mask_bytes [bytes] its size; 0 for NULL
/// @return as stoner_image_arithmetic, and STONER_ERR_BUFFER_TOO_SMALL
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_arithmetic_read(
    ctx: *mut stoner_context,
    a: *const stoner_image,
    operation: i32,
    b: *const stoner_image,
    dtype: i32,
    byte_strides: *const i64,
    buffer: *mut c_void,
    buffer_bytes: i64,
    mask: *mut u8,
    mask_bytes: i64,
) -> i32 {
    guard!(ctx, |context| {
        let (operation, dtype) = (arithmetic_of(operation)?, optional_dtype(dtype, "dtype")?);
        let (a, b) = (images::get(a, "a")?, images::get(b, "b")?);
        let operands = (Operand::Image(&a), Operand::Image(&b));
        let (shape, dtype) = arithmetic::outline(operation, operands.0, operands.1, dtype)?;
        let (layout, bytes) = caller_room(&shape, dtype, byte_strides, buffer, buffer_bytes)?;
        let mask = match mask.is_null() {
            true => None,
            false => Some(flags(mask, mask_bytes, alloc::checked_len(&shape, 1)?)?),
        };
        arithmetic::arithmetic_to_bytes(context, operation, operands, dtype, (&layout, bytes), mask)
    })
}

/// Room of the caller's for flags, none of which is set.
fn flags<'a>(mask: *mut u8, mask_bytes: i64, len: usize) -> Result<&'a mut [bool]> {
    let bytes = slice_mut(mask, count(mask_bytes, "mask_bytes")?, "mask")?;
    let Some(bytes) = bytes.get_mut(..len) else {
        let message = format!("`mask_bytes` is {mask_bytes}; needed: {len}");
        return Err(Error::new(Status::BufferTooSmall, message));
    };
    bytes.fill(0);
    // SAFETY: a bool is a byte that is 0 or 1, and all of these are 0 now.
    Ok(unsafe { std::slice::from_raw_parts_mut(bytes.as_mut_ptr().cast::<bool>(), len) })
}
