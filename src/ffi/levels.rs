//! Intensity: levels and contrast
//!
//! Masked pixels and NaN do not affect ranges and fits; the result keeps the mask, and NaN is masked too. Planes, map
//! and metadata are kept. Unless a comment says otherwise, `float` images stay `float` and integers become `double`.
//!
//! @since 0.1.0

use super::core::args::{boolean, dtype, optional_array, optional_degree, optional_dtype, out, pixel_box, slice};
use super::core::calls::apply;
use super::core::enumerations;
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::array::DType;
use crate::context::Error;
use crate::ops::convert;
use crate::ops::intensity::levelling::{self, Background, LevelMode};
use crate::ops::intensity::{contrast, quantize};

/// [Level] Values beyond -1 to 1 are clipped: the default of stoner_image_level_image.
pub const STONER_LEVEL_CLIP: i32 = 0;
/// [Level] The values are normalised to -1 to 1.
pub const STONER_LEVEL_NORM: i32 = 1;
/// [Level] The values stay as they are.
pub const STONER_LEVEL_NONE: i32 = 2;

/// Stretches the intensities so that two limits become the ends of the dtype's range; values beyond are clipped. Floats
/// fill [0, 1] when the lower limit is not negative, else [-1, 1]; integers all values of their dtype (from 0 when the
/// lower limit is not negative), fractions cut off. Equal limits leave nothing to stretch: every pixel becomes the
/// limit, clipped to that range. The dtype stays. Metadata: `adjust_contrast`, the two limits as values of pixels. The rule is that of
/// skimage.exposure.rescale_intensity.
/// @param lims [real; default 0.1, 0.9; unset NULL; size 2; optional] 2 values, low and high: fractions of the sorted pixels
///        (percentiles / 100, of a stack over all frames) or, without percent, values
/// @param percent [bool; default true] 1: lims are fractions; 0: lims are values
/// @return STONER_ERR_INVALID_ARGUMENT (lims); STONER_ERR_NO_RESULT when no pixel is valid; STONER_ERR_DTYPE (complex);
///         STONER_ERR_SHAPE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_adjust_contrast(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    lims: *const f64,
    percent: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let lims = optional_array::<f64, 2>(lims, "lims")?.map_or((0.1, 0.9), |&[low, high]| (low, high));
        contrast::adjust_contrast(context, image, lims, boolean(percent, "percent")?)
    })
}

/// contrast * (image - background) + offset. Two `float` images give `float`, all others `double`. A pixel is masked where
/// either is or where the result is not a number. A warning names places, pixel sizes, energies and dwells that differ; the
/// metadata entry "subtract_image.background" holds the file name of the background.
/// @param background an image of the same shape, or of that of one frame of a stack
/// @param contrast [real; default 16] the factor
/// @param clip [bool; default true] 1: the result is clipped to [-1, 1], with a warning when that changes more than 1 %
///        of the pixels; 0: not
/// @param offset [real; default 0.5] added at the end
/// @return STONER_ERR_SHAPE; STONER_ERR_DTYPE (complex); STONER_ERR_INVALID_ARGUMENT (contrast or offset not finite)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_subtract_image(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    background: *const stoner_image,
    contrast: f64,
    clip: i32,
    offset: f64,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let background = images::get(background, "background")?;
        contrast::subtract_image(context, image, &background, contrast, boolean(clip, "clip")?, offset)
    })
}

/// A bool image: where the pixels lie between two values, both excluded. Integers are divided by their dtype's maximum
/// first.
/// @param threshmin [real; default 0.1] the lower value
/// @param threshmax [real; default 0.9] the upper value
/// @return STONER_ERR_INVALID_ARGUMENT (NaN); STONER_ERR_DTYPE (complex); STONER_ERR_SHAPE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_threshold_minmax(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    threshmin: f64,
    threshmax: f64,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| contrast::threshold_minmax(context, image, threshmin, threshmax))
}

/// Sets negative values to 0; all others stay, those above 1 too. The dtype stays, and so does NaN.
/// @return STONER_ERR_DTYPE (complex)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_clip_neg(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |_, image| contrast::clip_neg(image))
}

/// Subtracts a polynomial background: one polynomial along x and one along y. Both are fitted together by least squares to the
/// valid pixels inside the box, less their mean, which the result keeps; they are subtracted from the whole image. Of a stack
/// each frame is fitted for itself. A degree for which the box has too few columns or rows is reduced, with a warning.
/// Metadata: `poly_vert_subtract` and `poly_horiz_subtract`, the coefficients subtracted, the highest power first, of the
/// pixel's index in the image (of a stack one row for each frame). Algorithm: orthogonal polynomials, G. E. Forsythe 1957.
/// @param poly_vert [degree; default 1; unset 0; zero STONER_DEGREE_ZERO; min 0] degree along y; of degree 0 nothing is
///        fitted. Not used where `vert` is given.
/// @param poly_horiz [degree; default 1; unset 0; zero STONER_DEGREE_ZERO; min 0] degree along x; of degree 0 nothing is
///        fitted. Not used where `horiz` is given.
/// @param box [box; size 4; optional] {xmin, xmax, ymin, ymax} in pixels, of the fits; NULL: the whole image
/// @param vert [real; size n_vert; optional] {C:n_vert }coefficients of a polynomial in y to be subtracted unchanged, the
///        highest power first; NULL{C: with n_vert 0}: it is fitted
/// @param n_vert [count] the number of coefficients; 0: none is given
/// @param horiz [real; size n_horiz; optional] {C:n_horiz }coefficients of a polynomial in x, as vert; NULL{C: with n_horiz 0}:
///        it is fitted
/// @param n_horiz [count] the number of coefficients; 0: none is given
/// @param mode [enum Level; default STONER_LEVEL_CLIP] STONER_LEVEL_CLIP: values beyond [-1, 1] are clipped, with a
///        warning when that changes more than 1 % of the pixels, as in an image of counts; STONER_LEVEL_NORM:
///        normalised to [-1, 1]; STONER_LEVEL_NONE
/// @return STONER_ERR_NO_RESULT when no pixel in the box is valid or, for STONER_LEVEL_NORM, when the result is constant;
///         STONER_ERR_OUT_OF_RANGE (box); STONER_ERR_INVALID_ARGUMENT; STONER_ERR_DTYPE (complex); STONER_ERR_SHAPE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_level_image(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    poly_vert: i32,
    poly_horiz: i32,
    r#box: *const i64,
    vert: *const f64,
    n_vert: i32,
    horiz: *const f64,
    n_horiz: i32,
    mode: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let not_negative =
            |value: i32, name| usize::try_from(value).map_err(|_| Error::argument(name, value, "0 or more"));
        let vert = slice(vert, not_negative(n_vert, "n_vert")?, "vert")?;
        let horiz = slice(horiz, not_negative(n_horiz, "n_horiz")?, "horiz")?;
        fn background(degree: usize, given: &[f64]) -> Background<'_> {
            if given.is_empty() { Background::Fit(degree) } else { Background::Given(given) }
        }
        let mode = match mode {
            STONER_LEVEL_CLIP => LevelMode::Clip,
            STONER_LEVEL_NORM => LevelMode::Norm,
            STONER_LEVEL_NONE => LevelMode::None,
            _ => return Err(enumerations::LEVEL.refuse("mode", mode)),
        };
        let (vert, horiz) = (
            background(optional_degree(poly_vert, "poly_vert", 1)?, vert),
            background(optional_degree(poly_horiz, "poly_horiz", 1)?, horiz),
        );
        levelling::level_image(context, image, vert, horiz, pixel_box(r#box, "box", image)?, mode)
    })
}

/// Gives each pixel one of a few values, by the band in which it lies; the upper edge belongs to its band. An integer
/// image keeps its dtype where that can hold all output values, else becomes `double`.
/// @param output [real; size n_output] {C:n_output }values, one for each band
/// @param n_output [count; min 1] their number
/// @param levels [real; size n_levels; optional] {C:n_levels }edges of the bands in rising order: one fewer than
///        values, then the outer bands are open, or one more, then a pixel beyond the ends keeps its value. NULL{C: with
///        n_levels 0}: equal bands from min - d to max + d, d = (max - min) / 100
/// @param n_levels [count] the number of edges
/// @return STONER_ERR_INVALID_ARGUMENT (numbers that do not fit, not rising, NaN); STONER_ERR_NO_RESULT when there are no
///         levels and the image is constant; STONER_ERR_DTYPE (complex); STONER_ERR_SHAPE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_quantize(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    output: *const f64,
    n_output: i64,
    levels: *const f64,
    n_levels: i64,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let output = slice(output, super::core::args::count(n_output, "n_output")?, "output")?;
        let n_levels = super::core::args::count(n_levels, "n_levels")?;
        let levels = (n_levels > 0).then(|| slice(levels, n_levels, "levels")).transpose()?;
        quantize::quantize(context, image, output, levels)
    })
}

/// Replaces the pixels below one and above another percentile. The dtype stays.
/// @param percentiles [real; default 0.01, 0.99; unset NULL; size 2; optional] 2 fractions of the sorted pixels, low and high, 0 to
///        1 (of a stack over all frames)
/// @param replace [real; size 2; optional] 2 values, for pixels below and above; NULL: the values of the percentiles
///        (type 7; of an integer image the next integers between them)
/// @return STONER_ERR_INVALID_ARGUMENT (percentiles; a value that the dtype cannot hold); STONER_ERR_NO_RESULT when no
///         pixel is valid; STONER_ERR_DTYPE (complex); STONER_ERR_SHAPE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_remove_outliers(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    percentiles: *const f64,
    replace: *const f64,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let pair = |&[low, high]: &[f64; 2]| (low, high);
        let fractions = optional_array(percentiles, "percentiles")?.map_or((0.01, 0.99), pair);
        quantize::remove_outliers(context, image, fractions, optional_array(replace, "replace")?.map(pair))
    })
}

/// Converts to integers, as stoner_image_convert does: floats from [-1, 1], rounded half to even; integers by their bits.
/// Lost precision and signs cause warnings.
/// @param dtype [dtype; default STONER_U16; unset 0] an integer dtype
/// @return STONER_ERR_INVALID_ARGUMENT (no integer dtype); STONER_ERR_DTYPE (complex)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_asint(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    dtype: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        convert::asint(context, image, optional_dtype(dtype, "dtype")?.unwrap_or(DType::U16))
    })
}

/// The range of intensities of the image's dtype: -1 and 1 for floats, 0 and 1 for bool, all values for integers (those of
/// 64 bits rounded to `double`).
/// @param clip_negative [bool; default true] 1: from 0 on; 0: the whole
/// @param min [real] the lower end
/// @param max [real] the upper end
/// @return STONER_ERR_DTYPE (complex)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_dtype_limits(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    clip_negative: i32,
    min: *mut f64,
    max: *mut f64,
) -> i32 {
    guard!(ctx, |_context| {
        let (place_min, place_max) = (out(min, "min")?, out(max, "max")?);
        let dtype = images::get(image, "image")?.dtype();
        let (min, max) = convert::dtype_limits(dtype, boolean(clip_negative, "clip_negative")?)?;
        place_min.set(min);
        place_max.give(max)
    })
}

/// Scales integers of n bits (0 to 2^n - 1) to m bits. Fewer bits: the first m ones are kept, or, with a warning, the values
/// as they are where all fit. More: the n bits are repeated, exact where m is a multiple of n.
/// @param n [bits; min 1; max 64] bits of the values, at most what the image's dtype holds
/// @param m [bits; min 1; max 64] bits of the result, at most what its dtype holds
/// @param dtype [dtype; default none; unset 0] an integer dtype for the result; STONER_DTYPE_DEFAULT: the smallest with
///        m bits, signed where the image's is
/// @return STONER_ERR_OUT_OF_RANGE when a pixel has not n bits; STONER_ERR_INVALID_ARGUMENT (n, m, dtype); STONER_ERR_DTYPE
///         when the image's dtype is not an integer
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_im_scale(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    n: i32,
    m: i32,
    dtype: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let bits = |value: i32, name| u32::try_from(value).map_err(|_| Error::argument(name, value, "1 to 64"));
        convert::im_scale(context, image, bits(n, "n")?, bits(m, "m")?, optional_dtype(dtype, "dtype")?)
    })
}

/// Whether converting to a dtype loses precision; then there is a warning too. From integer to integer it depends on the
/// pixels: where all fit they are kept.
/// @param dtype [dtype; keyword dtypeobj] STONER_BOOL to STONER_C128
/// @param loss [bool] 1: it does; 0: it does not
/// @return STONER_ERR_INVALID_ARGUMENT (dtype)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_prec_loss(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    dtype: i32,
    loss: *mut i32,
) -> i32 {
    guard!(ctx, |context| {
        let place = out(loss, "loss")?;
        let dtype = self::dtype(dtype, "dtype")?;
        place.give(i32::from(convert::prec_loss(context, &*images::get(image, "image")?, dtype)))
    })
}

/// Whether converting to a dtype loses signs: there are negative pixels and the dtype has no negative values; then there
/// is a warning too.
/// @param dtype [dtype; keyword dtypeobj] STONER_BOOL to STONER_C128
/// @param loss [bool] 1: it does; 0: it does not
/// @return STONER_ERR_INVALID_ARGUMENT (dtype); STONER_ERR_DTYPE (complex)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_sign_loss(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    dtype: i32,
    loss: *mut i32,
) -> i32 {
    guard!(ctx, |context| {
        let place = out(loss, "loss")?;
        let dtype = self::dtype(dtype, "dtype")?;
        place.give(i32::from(convert::sign_loss(context, &*images::get(image, "image")?, dtype)?))
    })
}
