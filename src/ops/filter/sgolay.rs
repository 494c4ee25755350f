//! The Savitzky-Golay filter in two dimensions.

use super::fit::Fit;
use super::separable::{Kernel, Separable, Term};
use crate::array::{Float, MaskedArray, Shared, alloc};
use crate::context::{Context, Error, Result, Stage};
use crate::image::Image;
use crate::ops::engine::frames::{Frame, FrameOperation, each_frame};
use crate::ops::geometry::resample::Boundary;

/// The quantity computed from the fitted polynomial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Derivative {
    /// Its value: the image smoothed.
    #[default]
    Smooth,
    /// Its derivative along x, the columns' number.
    X,
    /// Its derivative along y, the rows' number.
    Y,
    /// Magnitude and direction of its gradient.
    Both,
}

/// The largest window: beyond it its polynomials lose digits.
const MAX_POINTS: usize = 999;
/// The highest degree.
const MAX_DEGREE: usize = 20;

/// Fits a polynomial in x and y of total degree `poly` to the square window of `points` x `points` pixels around each pixel, by least
/// squares, and takes its value or derivative there (A. Savitzky, M. J. E. Golay 1964, Anal. Chem. 36, 1627; in two
/// dimensions K. L. Ratzlaff, J. T. Johnson 1989, Anal. Chem. 61, 1303). Of `Both` the second image is the direction of
/// steepest ascent in radians, clockwise on the screen from +x; there is none otherwise. Derivatives are per pixel.
///
/// - Where the window would reach beyond the edge it is shifted inside, and its polynomial is evaluated off its middle: so
///   that a polynomial of the degree comes out as it was, up to the edge.
/// - Masked pixels and NaN are left out of the fits. Where the valid pixels of a window do not determine the polynomial, a
///   lower degree is fitted, the highest that they do determine; a derivative that needs degree 1 and does not get it is
///   masked. The result keeps the mask. The result for a masked pixel is 0.
///
/// # Errors
/// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) unless `points` is odd, at most 999, and not more than
/// the image's rows or columns, and `poly` is below `points`, at most 20, and at least 1 for a derivative; `Shape` when the rank
/// is not 2 or 3, `Dtype` for complex images; `NoMemory`, `Cancelled`.
pub fn sgolay2d(
    ctx: &Context,
    image: &Image,
    points: usize,
    poly: usize,
    derivative: Derivative,
) -> Result<(Image, Option<Image>)> {
    let (rows, columns) = image.frame_shape()?;
    if points.is_multiple_of(2) || points > MAX_POINTS {
        return Err(Error::argument("points", points, format!("an odd number from 1 to {MAX_POINTS}")));
    }
    if points > rows.min(columns) {
        let allowed = format!("at most the image's {rows} rows and {columns} columns");
        return Err(Error::argument("points", points, allowed));
    }
    let least = usize::from(derivative != Derivative::Smooth);
    if poly < least || poly >= points || poly > MAX_DEGREE {
        let most = MAX_DEGREE.min(points - 1);
        let allowed =
            format!("{least} to {most} for {points} points{}", if least > 0 { " and a derivative" } else { "" });
        return Err(Error::argument("poly", poly, allowed));
    }
    let run = |stage: &Stage<'_>, along: [usize; 2]| {
        each_frame(stage, image.array(), &SavitzkyGolay { fit: Fit::new(points, poly, along) })
    };
    let whole = ctx.whole();
    match derivative {
        Derivative::Smooth => Ok((image.with_array(run(&whole, [0, 0])?)?, None)),
        Derivative::X => Ok((image.with_array(run(&whole, [0, 1])?)?, None)),
        Derivative::Y => Ok((image.with_array(run(&whole, [1, 0])?)?, None)),
        Derivative::Both => {
            let x = run(&whole.part(0.0..0.45), [0, 1])?;
            let y = run(&whole.part(0.45..0.9), [1, 0])?;
            let (magnitude, angle) = match (x.data().typed::<f32>(), y.data().typed::<f32>()) {
                (Some(dx), Some(dy)) => polar((&x, dx), dy)?,
                _ => polar((&x, &x.data().to_f64()?), &y.data().to_f64()?)?,
            };
            Ok((image.with_array(magnitude)?, Some(image.with_array(angle)?)))
        }
    }
}

/// Magnitude and angle. Both derivatives have the same mask.
fn polar<T: Float>((x, dx): (&MaskedArray, &Shared<T>), dy: &Shared<T>) -> Result<(MaskedArray, MaskedArray)> {
    let magnitude = |x: T, y: T| T::from_f64(x.to_f64().hypot(y.to_f64()));
    let angle = |x: T, y: T| T::from_f64(y.to_f64().atan2(x.to_f64()));
    Ok((
        x.with_data(alloc::zip_map(dx.view(), dy.view(), magnitude)?)?,
        x.with_data(alloc::zip_map(dx.view(), dy.view(), angle)?)?,
    ))
}

struct SavitzkyGolay {
    fit: Fit,
}

impl FrameOperation for SavitzkyGolay {
    const MAKES_MASK: bool = true;

    fn run<T: Float>(
        &self,
        stage: &Stage<'_>,
        input: Frame<'_, T>,
        out: &mut [T],
        mask: Option<&mut [bool]>,
    ) -> Result<()> {
        // Everywhere by convolution; then again what has a window that is shifted or has gaps.
        let mut terms = Vec::new();
        for [vertical, horizontal] in self.fit.products() {
            terms.push(Term {
                vertical: Kernel::new(&vertical.half, vertical.odd)?,
                horizontal: Kernel::new(&horizontal.half, horizontal.odd)?,
            });
        }
        let everywhere = Separable { terms: &terms, boundary: [Boundary::Nearest; 2], cval: 0.0, stored: None };
        everywhere.run(&stage.part(0.0..0.5), input, out)?;
        let stage = stage.part(0.5..1.0);
        match (input.invalid, mask) {
            (Some(invalid), Some(mask)) => self.fit.around_gaps(&stage, input, invalid, out, mask),
            _ => self.fit.at_edges(&stage, input, out),
        }
    }
}
