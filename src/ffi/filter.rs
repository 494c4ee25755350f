//! Filters and transforms
//!
//! Each frame of a stack is processed by itself. Planes, map and metadata are kept, except by the Fourier transform.
//!
//! @since 0.1.0

use super::core::args::{
    boolean, boundary, count, optional_array, optional_degree, optional_out, optional_text, or_default, out, slice,
};
use super::core::calls::apply;
use super::core::enumerations;
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::context::Result;
use crate::ops::filter::{self, Derivative, Gaussian};
use crate::ops::fourier::{self, Fourier, Output, window::Window};
use crate::ops::geometry::resample::Boundary;
use std::ffi::c_char;

/// [Sgolay] stoner_image_sgolay2d: the image smoothed.
pub const STONER_SGOLAY_SMOOTH: i32 = 0;
/// [Sgolay] stoner_image_sgolay2d: the derivative along x.
pub const STONER_SGOLAY_X: i32 = 1;
/// [Sgolay] stoner_image_sgolay2d: the derivative along y.
pub const STONER_SGOLAY_Y: i32 = 2;
/// [Sgolay] stoner_image_sgolay2d: magnitude and direction of the gradient.
pub const STONER_SGOLAY_BOTH: i32 = 3;

/// [Fft] stoner_image_fft: the magnitude.
pub const STONER_FFT_MAGNITUDE: i32 = 0;
/// [Fft] stoner_image_fft: the phase angle.
pub const STONER_FFT_PHASE: i32 = 1;
/// [Fft] stoner_image_fft: the complex transform.
pub const STONER_FFT_COMPLEX: i32 = 2;

/// Smooths by a Gaussian, in floating point (float stays float, all else becomes double). Masked pixels and NaN are left
/// out: each pixel becomes the mean of the valid ones weighted by the Gaussian; the result keeps the mask.
/// Algorithm: that of skimage.filters.gaussian; masks by normalised convolution (Knutsson, Westin 1993).
/// @param sigma_xy [real; default 2, 2; unset NULL; min 0; size 2; optional; keyword sigma] 2 standard deviations in pixels, along
///        x and along y
/// @param mode [boundary; default STONER_MODE_NEAREST; unset 0] the values beyond the edges
/// @param cval [value; default 0] the value beyond the edges of the modes with a constant
/// @param truncate [real; default 4; unset 0; above 0] where the Gaussian is cut off, in standard deviations
/// @param preserve_range [bool; default false] 1: integers keep their values; 0: they are divided by their type's
///        maximum
/// @return STONER_ERR_INVALID_ARGUMENT (sigma_xy, mode, truncate); STONER_ERR_SHAPE unless the rank is 2 or 3;
///         STONER_ERR_DTYPE (complex)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_filter_image(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    sigma_xy: *const f64,
    mode: i32,
    cval: f64,
    truncate: f64,
    preserve_range: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let [x, y] = optional_array::<f64, 2>(sigma_xy, "sigma_xy")?.copied().unwrap_or([2.0, 2.0]);
        let mode = boundary(mode, "mode", Boundary::Nearest)?;
        let gaussian =
            Gaussian { sigma: [y, x], order: [0, 0], mode: [mode; 2], cval, truncate: or_default(truncate, 4.0) };
        filter::filter_image(context, image, &gaussian, boolean(preserve_range, "preserve_range")?)
    })
}

/// Convolves with a Gaussian or with its derivatives, in the image's own dtype: integers are truncated after the
/// pass along y and after that along x, and unsigned ones wrap where a derivative is negative (with a warning). Complex
/// images are filtered component by component. Smoothing leaves masked pixels and NaN out: each pixel becomes the mean
/// of the valid ones weighted by the Gaussian; for derivatives they have the value of the nearest valid pixel. The result
/// keeps the mask. Smoothing floating-point images, none of whose pixels is left out, by a Gaussian of a radius of 24 pixels or more (sigma 6 at the
/// default of truncate) gives the plain sum to 1e-6 of the image's range, in a time that does not grow with sigma.
/// Algorithm: that of scipy.ndimage.gaussian_filter; long ones as sums of cosines (Elboher, Werman 2012; Sugimoto, Kamata 2013); masks by normalised convolution (Knutsson, Westin 1993).
/// @param sigma_xy [real; size 2; keyword sigma] 2 standard deviations in pixels, along x and along y; an axis with 0
///        is not filtered
/// @param order_xy [degree; default 0, 0; unset NULL; size 2; optional; keyword order] 2 orders, along x and along y: 0 smooths, 1
///        to 20 is that derivative
/// @param mode_xy [boundary; default STONER_MODE_REFLECT, STONER_MODE_REFLECT; unset NULL; size 2; optional; keyword mode]
///        2 values: the values beyond the edges in x and in y; 0 among them is STONER_MODE_REFLECT
/// @param cval [as stoner_image_filter_image]
/// @param truncate [as stoner_image_filter_image]
/// @return STONER_ERR_INVALID_ARGUMENT (sigma_xy, order_xy, mode_xy, truncate); STONER_ERR_SHAPE unless the rank is 2 or 3;
///         STONER_ERR_NO_RESULT for a derivative when no pixel of a frame is valid
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_gaussian_filter(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    sigma_xy: *const f64,
    order_xy: *const i32,
    mode_xy: *const i32,
    cval: f64,
    truncate: f64,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let &[x, y] = slice(sigma_xy, 2, "sigma_xy")?.first_chunk().unwrap_or(&[0.0; 2]);
        let order = optional_array::<i32, 2>(order_xy, "order_xy")?.copied().unwrap_or([0, 0]);
        let order = |axis: usize| count(i64::from(order[axis]), "order_xy");
        let mode = optional_array::<i32, 2>(mode_xy, "mode_xy")?.copied().unwrap_or([0, 0]);
        let mode = |axis: usize| boundary(mode[axis], "mode_xy", Boundary::Reflect);
        let gaussian = Gaussian {
            sigma: [y, x],
            order: [order(1)?, order(0)?],
            mode: [mode(1)?, mode(0)?],
            cval,
            truncate: or_default(truncate, 4.0),
        };
        filter::gaussian_filter(context, image, &gaussian)
    })
}

/// Fits a polynomial to the square window around each pixel and takes its value or derivative there (Savitzky-Golay).
/// Where a window would reach beyond the edge it is shifted inside and its polynomial is taken off its middle, so that a
/// polynomial of the degree comes out as it was, edges included. Masked pixels and NaN are left out of the fits; where the
/// valid pixels do not determine the polynomial the highest degree that they do determine is fitted, and a derivative
/// that would need degree 1 and does not get it is masked. The result keeps the mask. Algorithm: Savitzky, Golay
/// 1964, Anal. Chem. 36, 1627; in two dimensions Ratzlaff, Johnson 1989, Anal. Chem. 61, 1303.
/// @param points [pixels; default 15; unset 0; min 1; max 999] the window's width and height, odd, and at most the image's
/// @param poly [degree; default 1; unset 0; zero STONER_DEGREE_ZERO; min 0; max 20] the polynomial's total degree in x and y, below `points`
/// @param derivative [enum Sgolay; default STONER_SGOLAY_SMOOTH] STONER_SGOLAY_SMOOTH, STONER_SGOLAY_X or
///        STONER_SGOLAY_Y (per pixel, along the columns or the rows), STONER_SGOLAY_BOTH
/// @param out the new image, with STONER_SGOLAY_BOTH the gradient's magnitude{C:; to be freed with stoner_image_free}
/// @param angle [image; optional] with STONER_SGOLAY_BOTH a second new image: the gradient's direction in radians,
///        clockwise on the screen from +x; otherwise not written{C:. NULL: not wanted}
/// @return STONER_ERR_INVALID_ARGUMENT (points, poly, derivative); STONER_ERR_SHAPE unless the rank is 2 or 3;
///         STONER_ERR_DTYPE (complex)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_sgolay2d(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    points: i64,
    poly: i32,
    derivative: i32,
    out: *mut *mut stoner_image,
    angle: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let image = images::get(image, "image")?;
        let points = if points == 0 { 15 } else { count(points, "points")? };
        let poly = optional_degree(poly, "poly", 1)?;
        let (first, second) = filter::sgolay2d(context, &image, points, poly, self::derivative(derivative)?)?;
        let first = images::insert(first)?;
        if let (Some(second), Some(angle)) = (second, optional_out(angle))
            && let Err(error) = angle.set_image(second)
        {
            images::free(first, "out")?;
            return Err(error);
        }
        place.give(first)
    })
}

/// Removes noise and keeps edges: the image u that makes the sum of squares of u - image, by 2 weight, plus the
/// total variation of u least. Float stays float, all else becomes double: integers are divided by their type's maximum, as
/// scikit-image does. Masked pixels and NaN have the value of the nearest valid pixel; the result keeps the mask.
/// Algorithm: Chambolle 2004, J. Math. Imaging Vision 20, 89, until the energy changes by less than 2e-4 of the first one,
/// at most 200 times.
/// @param weight [real; default 0.1; unset 0; above 0] how much is smoothed, in the units of the pixels (for integers: of the type's
///        maximum): an image with values a thousand times as large needs a thousand times the weight
/// @return STONER_ERR_INVALID_ARGUMENT (weight); STONER_ERR_SHAPE unless the rank is 2 or 3; STONER_ERR_NO_RESULT when no
///         pixel of a frame is valid; STONER_ERR_DTYPE (complex)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_denoise(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    weight: f64,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| filter::denoise(context, image, or_default(weight, 0.1)))
}

/// The discrete Fourier transform: the sum over the pixels of value times exp(-2 pi i (u x / columns + v y / rows)), without
/// a factor. Float gives float or its complex, all else double or its complex. Masked pixels and NaN count as the mean of
/// the others; the result has no mask. Planes and map, which belong to pixels, are dropped with a warning.
/// @param shift [bool; default true] 1: frequency 0 stands in the middle, at column columns / 2 and row rows / 2
///        rounded down; 0: at column 0 and row 0
/// @param output [enum Fft; default STONER_FFT_MAGNITUDE] STONER_FFT_MAGNITUDE, STONER_FFT_PHASE (radians, -pi to pi)
///        or STONER_FFT_COMPLEX
/// @param remove_dc [bool; default false] 1: frequency 0 and its eight neighbours are replaced by the mean magnitude of
///        all others
/// @param gaussian [real; default 0] sigma in pixels of a blur of magnitude or phase, which goes on over the edges to
///        the other side, as a spectrum does; 0: none
/// @param window [text; optional] the window by which the image is multiplied first, round as skimage.filters.window makes it. NULL:
///        nothing. Names are those of scipy.signal.windows and its short ones: boxcar, triang, parzen, bohman, blackman, nuttall,
///        blackmanharris, flattop, bartlett, hann, hamming, barthann, cosine, lanczos; with parameters in parentheses
///        exponential(tau; 1), tukey(alpha; 0.5), taylor(nbar, sll; 4, 30), kaiser(beta), kaiser_bessel_derived(beta), gaussian(std),
///        general_gaussian(power, width), general_hamming(alpha), chebwin(attenuation in dB), dpss(normalised half-bandwidth),
///        general_cosine(coefficients), where the numbers behind the semicolon are the defaults: "tukey(0.25)". A number alone is a
///        Kaiser window's beta: "8.6"
/// @return STONER_ERR_INVALID_ARGUMENT (output, window, gaussian; a blur of the complex transform); STONER_ERR_SHAPE
///         unless the rank is 2 or 3; STONER_ERR_NO_RESULT when no pixel of a frame is valid or remove_dc leaves nothing
///         for the mean; STONER_ERR_DTYPE (complex)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_fft(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    shift: i32,
    output: i32,
    remove_dc: i32,
    gaussian: f64,
    window: *const c_char,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, |context, image| {
        let how = Fourier {
            shift: boolean(shift, "shift")?,
            output: self::output(output)?,
            remove_dc: boolean(remove_dc, "remove_dc")?,
            gaussian,
            window: optional_text(window, "window")?.map(Window::parse).transpose()?,
        };
        fourier::fft(context, image, &how)
    })
}

fn derivative(code: i32) -> Result<Derivative> {
    match code {
        STONER_SGOLAY_SMOOTH => Ok(Derivative::Smooth),
        STONER_SGOLAY_X => Ok(Derivative::X),
        STONER_SGOLAY_Y => Ok(Derivative::Y),
        STONER_SGOLAY_BOTH => Ok(Derivative::Both),
        _ => Err(enumerations::SGOLAY.refuse("derivative", code)),
    }
}

fn output(code: i32) -> Result<Output> {
    match code {
        STONER_FFT_MAGNITUDE => Ok(Output::Magnitude),
        STONER_FFT_PHASE => Ok(Output::Phase),
        STONER_FFT_COMPLEX => Ok(Output::Complex),
        _ => Err(enumerations::FFT.refuse("output", code)),
    }
}
