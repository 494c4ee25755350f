//! Registration: aligning images, drift
//!
//! All of these find the movement that aligns one image with another. A movement is that of the content, (x, y) in pixels: +x right,
//! +y down. Pixel (0, 0) of both images is taken to be the same place; their sizes may differ. Pixels that are masked, NaN or
//! infinite are ignored, and so are missing scan lines: rows (or columns) of one value in an image that otherwise varies. Rows whose
//! brightness follows the plane "beam current" are divided by it first. Where nothing was found that is an
//! error, STONER_ERR_NO_RESULT; a warning tells where another movement would do nearly as well, or where the standard errors of
//! gauss_newton are above 0.4 pixels.
//!
//! Methods, by the original's names:
//!
//! | name | what it is |
//! |---|---|
//! | gauss_newton | the default: normalised cross-correlation over the overlap, then symmetric Gauss-Newton on quintic splines with gain and offset, of a precision near the bound that noise sets; gives standard errors. Metadata: `correlation`, `gain`, `offset` (reference = gain image + offset), `noise` (the standard deviation of the pixels' differences), `prefilter_sigma`, `pixels`, `steps`, `structure` ("pixels", or "gradients" where only their magnitude agrees, as with magnetic contrast of opposite sign) |
//! | scharr | the magnitudes of the gradients by Scharr's operator, laid on each other by sub-pixel steps: contrast may be inverted, in all of the image or in parts. Metadata: `success`, the correlation coefficient of the magnitudes |
//! | chi2_shift | the least chi squared, gain and offset fitted. Metadata: `chi2_shift` (x, y, their standard errors), `chi2_residual` |
//! | imreg_dft | phase correlation; with `rotation` and `scaling` these from the spectra's magnitudes, all refined together at the end. Metadata: `success`, the height of the phase correlation's maximum; `angle` in radians (in degrees, as the Python original has it, `angle_degrees`) and `scale`, with `angle_sigma` and `scale_sigma` where they are looked for |
//! | cv2 | maximisation of the enhanced correlation coefficient (ECC), as OpenCV's findTransformECC for translations. Metadata: `correlation`, `iterations` |
//!
//! The other methods begin where gauss_newton ends and tell what it warns of; a method that finds another movement than it, by more
//! than a third of a pixel, warns too. All give standard errors.
//!
//! Moving an image between its pixels takes variance from its noise, which then is correlated. At half a pixel along one axis
//! this much of it stays (order: part of the variance): 0: 1.00, 1: 0.50, 2: 0.71, 3: 0.76, 4: 0.81, 5: 0.84 (Catmull-Rom, the cubic of
//! stoner_image_translate: 0.64); along both axes the square of that; at whole pixels all. Where statistics of counts are taken
//! afterwards, order 0 keeps all of it, and order 5 most of what a sub-pixel movement can keep.
//!
//! @since 0.1.0

use super::core::args::{boolean, boundary, count, optional_array, optional_out, optional_text, or_default, out};
use super::core::enumerations;
use super::core::handles::images;
use super::resample::optional_order;
use super::types::{stoner_context, stoner_image, stoner_metadata, stoner_table};
use crate::context::{Error, Result};
use crate::image::Metadata;
use crate::ops::geometry::resample::Boundary;
use crate::ops::register::{self, Method, Options, Prefilter, SeriesStrategy};
use std::ffi::c_char;

/// [Prefilter] Both images are used unchanged.
pub const STONER_PREFILTER_NONE: i32 = 0;
/// [Prefilter] Both images are smoothed by a Gaussian.
pub const STONER_PREFILTER_GAUSSIAN: i32 = 1;
/// [Prefilter] Of both images the magnitude of the gradient by Scharr's operator is taken.
pub const STONER_PREFILTER_SCHARR: i32 = 2;

/// [Series] Each frame is compared with the reference; where that is in doubt, with sure frames near it too.
pub const STONER_SERIES_REFERENCE: i32 = 0;
/// [Series] Each frame is compared with the one before it, with the one before that and with the reference, and the movements are added
/// up.
pub const STONER_SERIES_NEIGHBOUR: i32 = 1;
/// [Series] Each frame is compared with each; the movements fit all of them best, by weighted least squares.
pub const STONER_SERIES_ALL_PAIRS: i32 = 2;

/// Finds the movement that aligns an image with a reference, and moves nothing.
/// @param image rank 2, real
/// @param reference rank 2, real
/// @param method [name; default gauss_newton; unset NULL; optional] gauss_newton, scharr, chi2_shift, imreg_dft or cv2
/// @param box [box; size 4; optional] {xmin, xmax, ymin, ymax} in pixels, upper exclusive, STONER_EXTENT as far as
///        there is: the part of both images that is used; NULL: the whole
/// @param scale [factor; default 1; unset 0; above 0] both are enlarged (below 1: made smaller) by this factor first. The results
///        are in pixels of the images.
/// @param prefilter [enum Prefilter; default STONER_PREFILTER_NONE] STONER_PREFILTER_*: what is done to both first
/// @param prefilter_sigma [pixels; default 1; unset 0; above 0] the Gaussian's; used only with STONER_PREFILTER_GAUSSIAN
/// @param upsample_factor [real; default 0] the movement is found to 1 / upsample_factor pixels; 0: as well as the
///        method can (its own default)
/// @param threshold [real; default 0] structure weaker than this fraction of the strongest gradient takes no part; 0:
///        all takes part
/// @param rotation [bool; default false] 1: a method that can looks for a rotation (imreg_dft)
/// @param scaling [bool; default false] 1: a method that can looks for a change of scale (imreg_dft)
/// @param shift [real; size 2] {C:room for 2 values, }the movement of the content (x, y) in pixels
/// @param sigma [real; size 2; optional] {C:room for 2 values, }its standard errors{C:. NULL: not wanted}
/// @param angle [angle; optional] by which the content is to be turned before, in radians, clockwise on the screen, about
///        the middle of what both boxes have in common{C:. NULL: not wanted}
/// @param magnification [real; optional] the factor by which the content is to be enlarged about it{C:. NULL: not wanted}
/// @param details [metadata; optional] the method's further results{C:, to be freed with stoner_metadata_free}{C:. NULL: not
///        wanted}
/// @return STONER_ERR_NO_RESULT when nothing was found; STONER_ERR_INVALID_ARGUMENT; STONER_ERR_SHAPE; STONER_ERR_DTYPE (complex);
///         STONER_ERR_OUT_OF_RANGE (box); STONER_ERR_NO_MEMORY; STONER_ERR_CANCELLED
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_register(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    reference: *const stoner_image,
    method: *const c_char,
    r#box: *const i64,
    scale: f64,
    prefilter: i32,
    prefilter_sigma: f64,
    upsample_factor: f64,
    threshold: f64,
    rotation: i32,
    scaling: i32,
    shift: *mut f64,
    sigma: *mut f64,
    angle: *mut f64,
    magnification: *mut f64,
    details: *mut *mut stoner_metadata,
) -> i32 {
    guard!(ctx, |context| {
        let shift = out(shift.cast::<[f64; 2]>(), "shift")?;
        let look = Look { scale, prefilter, prefilter_sigma, upsample_factor, threshold, rotation, scaling };
        let options = look.options(method, r#box)?;
        let (image, reference) = (images::get(image, "image")?, images::get(reference, "reference")?);
        let found = register::register(context, &image, &reference, &options)?;
        if let Some(details) = optional_out(details) {
            let entries = found.details.iter().map(|(name, value)| (*name, value.clone().into()));
            details.set_metadata(entries.collect::<Metadata>())?;
        }
        if let Some(sigma) = optional_out(sigma.cast::<[f64; 2]>()) {
            sigma.set(found.sigma.unwrap_or([f64::NAN; 2]));
        }
        if let Some(angle) = optional_out(angle) {
            angle.set(found.angle);
        }
        if let Some(magnification) = optional_out(magnification) {
            magnification.set(found.scale);
        }
        shift.give(found.shift)
    })
}

/// Moves an image so that its content lies on that of a reference. The result has the image's shape, its planes moved along, and
/// the reference's map (if it has one). Content never wraps around an edge unless `mode` says so.
///
/// At order 0 every dtype stays, else `float` stays and all others become `double`. Values are those of scipy.ndimage.shift.
/// @param image rank 2, real
/// @param reference rank 2, real
/// @param method [as stoner_image_register]
/// @param box [box; size 4; optional] {xmin, xmax, ymin, ymax} as for stoner_image_register; NULL: the whole
/// @param scale [as stoner_image_register]
/// @param prefilter [as stoner_image_register]
/// @param prefilter_sigma [as stoner_image_register]
/// @param upsample_factor [real; default 0] the movement is found to 1 / upsample_factor pixels; 0: as well as the
///        method can
/// @param threshold [as stoner_image_register]
/// @param rotation [as stoner_image_register]
/// @param scaling [as stoner_image_register]
/// @param order [order; default none] of the spline by which the image is moved: 0 nearest, 1 linear, 2 to 5 B-splines
///        through the pixels; STONER_INTERPOLATION_DEFAULT: cubic. The section "Registration: aligning images, drift" says what
///        each takes from noise.
/// @param mode [boundary; default STONER_MODE_CONSTANT; unset 0] STONER_MODE_*: the values beyond the edges, whose
///        pixels are masked
/// @param cval [value; default NaN] the constant, beneath the mask; NaN is allowed with STONER_MODE_CONSTANT
/// @param do_shift [bool; default true] 1: the image is moved; 0: the result is the image with its new metadata alone
/// @param out the new image{C:, to be freed with stoner_image_free}. Metadata written: `tvec` (row, column) and
///        `tvec_sigma`, the movement and its standard errors; `translation_limits` (xmin, xmax, ymin, ymax), where the
///        result has pixels of the image; `align_method`; the method's own, see the section
///        "Registration: aligning images, drift"
/// @return as stoner_image_register
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_align(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    reference: *const stoner_image,
    method: *const c_char,
    r#box: *const i64,
    scale: f64,
    prefilter: i32,
    prefilter_sigma: f64,
    upsample_factor: f64,
    threshold: f64,
    rotation: i32,
    scaling: i32,
    order: i32,
    mode: i32,
    cval: f64,
    do_shift: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let out = self::out(out, "out")?;
        let look = Look { scale, prefilter, prefilter_sigma, upsample_factor, threshold, rotation, scaling };
        let options = moving(look.options(method, r#box)?, order, mode, cval, do_shift)?;
        let (image, reference) = (images::get(image, "image")?, images::get(reference, "reference")?);
        out.set_image(register::align(context, &image, &reference, &options)?)
    })
}

/// Moves an image back by what it has drifted from a reference: its features, the structure whose gradient is strong, are laid on
/// those of the reference by the method gauss_newton. The image moves by the cubic spline; what comes from outside is masked, with NaN
/// beneath. The result has the reference's map.
/// @param image rank 2, real
/// @param reference rank 2, real: the image that is taken to have no drift
/// @param threshold [fraction; default 0.005; min 0; below 1] structure weaker than this fraction of the strongest
///        gradient takes no part
/// @param upsample_factor [real; default 50; unset 0; min 1] the movement is rounded to 1 / upsample_factor pixels;
///        infinity: not rounded
/// @param box [box; size 4; optional] {xmin, xmax, ymin, ymax} as for stoner_image_register, so that annotations are
///        not taken for features; NULL: the whole
/// @param do_shift [as stoner_image_align]
/// @param out the new image{C:, to be freed with stoner_image_free}. Metadata written: `drift_shift`, and under the
///        original's two spellings `correct_drift` and `correct drift`: the (x, y) movement that brings the image back
///        (the drift is its negative); `drift_shift_sigma`, its standard errors
/// @return as stoner_image_register
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_correct_drift(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    reference: *const stoner_image,
    threshold: f64,
    upsample_factor: f64,
    r#box: *const i64,
    do_shift: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let out = self::out(out, "out")?;
        let options = Options {
            threshold,
            upsample_factor: match upsample_factor {
                0.0 => Some(50.0),
                f64::INFINITY => None,
                factor => Some(factor),
            },
            r#box: optional_array(r#box, "box")?.copied(),
            do_shift: boolean(do_shift, "do_shift")?,
            ..Options::default()
        };
        let (image, reference) = (images::get(image, "image")?, images::get(reference, "reference")?);
        out.set_image(register::correct_drift(context, &image, &reference, &options)?)
    })
}

/// Lays the frames of a series on each other. Frames are compared on several threads; progress is reported, and a cancel stops it.
///
/// A frame that cannot be laid on the others is NaN in the table and masked in the result, and a warning tells why. A frame whose
/// movement is in doubt is warned of by its number: a comparison warns, or what it is compared with does not say the same.
/// @param stack rank 3 (frames, rows, columns), real
/// @param series [enum Series; default STONER_SERIES_REFERENCE] STONER_SERIES_*: which frames are compared
/// @param reference [index; default 0] the index of the frame that stays where it is
/// @param method [name; default gauss_newton; unset NULL; optional] gauss_newton, scharr, chi2_shift, imreg_dft or cv2.
///        Translations alone are looked for.
/// @param box [as stoner_image_align]
/// @param scale [as stoner_image_register]
/// @param prefilter [as stoner_image_register]
/// @param prefilter_sigma [as stoner_image_register]
/// @param upsample_factor [as stoner_image_align]
/// @param threshold [as stoner_image_register]
/// @param order [as stoner_image_align]
/// @param mode [as stoner_image_align]
/// @param cval [as stoner_image_align]
/// @param shifts [table; optional] a table with a row for each frame{C:, to be freed with stoner_table_free}: `frame`, `x`,
///        `y`, the movement of its content in pixels, `sigma_x`, `sigma_y`, their standard errors against the reference
///        (with STONER_SERIES_NEIGHBOUR an upper bound){C:. NULL: not wanted}
/// @param out [image; optional] the stack with every frame moved{C:, to be freed with stoner_image_free}{C:. NULL: not wanted,
///        only the table is made}
/// @return as stoner_image_register; STONER_ERR_NO_RESULT when no frame could be laid on another; STONER_ERR_OUT_OF_RANGE for the
///         reference
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_align_stack(
    ctx: *mut stoner_context,
    stack: *const stoner_image,
    series: i32,
    reference: i64,
    method: *const c_char,
    r#box: *const i64,
    scale: f64,
    prefilter: i32,
    prefilter_sigma: f64,
    upsample_factor: f64,
    threshold: f64,
    order: i32,
    mode: i32,
    cval: f64,
    shifts: *mut *mut stoner_table,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let look = Look { scale, prefilter, prefilter_sigma, upsample_factor, threshold, rotation: 0, scaling: 0 };
        let options = moving(look.options(method, r#box)?, order, mode, cval, i32::from(!out.is_null()))?;
        let chain = match series {
            STONER_SERIES_REFERENCE => SeriesStrategy::Reference,
            STONER_SERIES_NEIGHBOUR => SeriesStrategy::Neighbour,
            STONER_SERIES_ALL_PAIRS => SeriesStrategy::AllPairs,
            other => {
                return Err(enumerations::SERIES.refuse("series", other));
            }
        };
        if shifts.is_null() && out.is_null() {
            return Err(Error::argument("out", "NULL and so is `shifts`", "at least one of the two"));
        }
        let reference = count(reference, "reference")?;
        let stack = images::get(stack, "stack")?;
        let (moved, table) = register::align_stack(context, &stack, reference, chain, &options)?;
        let moved = moved.map(images::insert).transpose()?;
        if let Some(shifts) = optional_out(shifts)
            && let Err(error) = shifts.set_table(table)
        {
            moved.map_or(Ok(()), |moved| images::free(moved, "out"))?;
            return Err(error);
        }
        if let (Some(out), Some(moved)) = (optional_out(out), moved) {
            out.set(moved);
        }
        Ok(())
    })
}

/// How a movement is looked for, as C gives it.
struct Look {
    scale: f64,
    prefilter: i32,
    prefilter_sigma: f64,
    upsample_factor: f64,
    threshold: f64,
    rotation: i32,
    scaling: i32,
}

impl Look {
    fn options(&self, method: *const c_char, r#box: *const i64) -> Result<Options> {
        let method = optional_text(method, "method")?.map(Method::parse).transpose()?.unwrap_or_default();
        let prefilter = match self.prefilter {
            STONER_PREFILTER_NONE => Prefilter::None,
            STONER_PREFILTER_GAUSSIAN => Prefilter::Gaussian(or_default(self.prefilter_sigma, 1.0)),
            STONER_PREFILTER_SCHARR => Prefilter::Scharr,
            other => {
                return Err(enumerations::PREFILTER.refuse("prefilter", other));
            }
        };
        Ok(Options {
            method,
            r#box: optional_array(r#box, "box")?.copied(),
            scale: or_default(self.scale, 1.0),
            prefilter,
            upsample_factor: optional_factor(self.upsample_factor),
            threshold: self.threshold,
            rotation: boolean(self.rotation, "rotation")?,
            scaling: boolean(self.scaling, "scaling")?,
            ..Options::default()
        })
    }
}

/// 0 leaves the resolution to the method.
fn optional_factor(factor: f64) -> Option<f64> {
    (factor != 0.0).then_some(factor)
}

/// How the image is moved, as C gives it.
fn moving(options: Options, order: i32, mode: i32, cval: f64, do_shift: i32) -> Result<Options> {
    Ok(Options {
        order: optional_order(order)?.unwrap_or(3),
        boundary: boundary(mode, "mode", Boundary::Constant)?,
        cval: Some(cval),
        do_shift: boolean(do_shift, "do_shift")?,
        ..options
    })
}
