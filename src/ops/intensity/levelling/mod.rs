//! Levelling: a polynomial background, fitted along x and y, subtracted.

mod joint;
mod polynomial;
mod sums;

use super::clip::warn_of_change;
use super::range::normalise;
use crate::array::simd::multiversioned;
use crate::array::{Float, MaskedArray, alloc};
use crate::context::{Context, Error, Result, Stage, parallel};
use crate::image::{Image, PixelBox};
use crate::ops::engine::frames::{Frame, FrameOperation, each_frame};
use polynomial::{Axis, Polynomial};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use sums::{Sums, Valid};

/// What becomes of values outside -1 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LevelMode {
    /// They are clipped, with a warning when that changes more than 1 % of the pixels.
    Clip,
    /// The whole is normalised to -1 to 1.
    Norm,
    /// They stay.
    None,
}

/// What is subtracted along one axis.
#[derive(Debug, Clone, Copy)]
pub enum Background<'a> {
    /// A polynomial of this degree, fitted; 0: none.
    Fit(usize),
    /// The polynomial with these coefficients, the highest power first, of the pixel's index.
    Given(&'a [f64]),
}

/// The image without its polynomial background: first along x (`horiz`), then along y (`vert`). `f32` stays, all else
/// becomes `f64`.
///
/// The fits are least squares over the valid pixels in `area` (neither masked nor NaN), less their mean, so that this mean
/// is kept; what they give is subtracted from the whole image. Where all pixels of the area are valid, one fit after the
/// other is the fit of both; else both polynomials are fitted together, so that a background of these degrees vanishes whatever
/// the mask. A degree for which there are too few columns or rows is reduced, with a warning; where the valid pixels do not
/// tell terms along x from terms along y, the smallest background that fits is subtracted, with a warning. A stack's frames are
/// fitted each for itself.
///
/// The coefficients that were subtracted, the highest power first, of the pixel's index in the image, are written to the
/// metadata as `poly_horiz_subtract` and `poly_vert_subtract`; of a stack one row for each frame.
///
/// # Errors
/// `NoResult` when there is no valid pixel to fit, or for [`LevelMode::Norm`] when the result is constant;
/// `InvalidArgument` for coefficients that are not finite; `OutOfRange` for an area outside the image; `Shape`, `Dtype`
/// (complex), `NoMemory`, `Cancelled`.
pub fn level_image(
    ctx: &Context,
    image: &Image,
    vert: Background<'_>,
    horiz: Background<'_>,
    area: PixelBox,
    mode: LevelMode,
) -> Result<Image> {
    let (rows, columns) = image.frame_shape()?;
    for (name, background) in [("vert", vert), ("horiz", horiz)] {
        if let Background::Given(coefficients) = background
            && let Some(wrong) = coefficients.iter().find(|c| !c.is_finite())
        {
            return Err(Error::argument(name, wrong, "finite coefficients"));
        }
    }
    area.check(rows, columns)?;
    let levelling = Levelling {
        vert,
        horiz,
        area,
        clips: mode == LevelMode::Clip,
        clipped: AtomicUsize::new(0),
        subtracted: Mutex::default(),
    };
    let levelled = each_frame(&ctx.whole(), image.array(), &levelling)?;
    let valid = levelled.mask().map_or(levelled.len(), |mask| mask.iter().filter(|&&m| !m).count());
    warn_of_change(ctx, "level_image", levelling.clipped.into_inner(), valid);
    let subtracted = levelling.subtracted.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    let mut result = image.with_array(levelled)?;
    if mode == LevelMode::Norm {
        result = normalise(ctx, &result, None, None, (0.0, 1.0), false)?;
    }
    let frames = (image.ndim() == 3).then(|| image.shape()[0]);
    for (key, i) in [("poly_vert_subtract", 1), ("poly_horiz_subtract", 0)] {
        let all: Vec<f64> = subtracted.iter().flat_map(|both| &both[i]).copied().collect();
        let n = subtracted.first().map_or(0, |both| both[i].len());
        let shape = frames.map_or(vec![n], |frames| vec![frames, n]);
        result.own_metadata_mut().insert(key, MaskedArray::from(alloc::from_vec(&shape, all)?));
    }
    Ok(result)
}

struct Levelling<'a> {
    vert: Background<'a>,
    horiz: Background<'a>,
    area: PixelBox,
    clips: bool,
    clipped: AtomicUsize,
    /// The coefficients of each frame along x and along y.
    subtracted: Mutex<Vec<[Vec<f64>; 2]>>,
}

impl FrameOperation for Levelling<'_> {
    fn run<T: Float>(
        &self,
        stage: &Stage<'_>,
        input: Frame<'_, T>,
        out: &mut [T],
        _: Option<&mut [bool]>,
    ) -> Result<()> {
        let (rows, columns) = (input.rows, input.columns);
        let fits = |background: Background<'_>| matches!(background, Background::Fit(1..));
        let sums = if fits(self.vert) || fits(self.horiz) {
            Some(Sums::of(&stage.part(0.0..0.4), &input, self.area)?)
        } else {
            None
        };
        let PixelBox { xmin, xmax, ymin, ymax } = self.area;
        let along_x = Axis { name: "horizontal", len: columns, within: (xmin, xmax) };
        let along_y = Axis { name: "vertical", len: rows, within: (ymin, ymax) };
        let (ctx, valid) = (stage.context(), Valid::of(&input, self.area));
        let given = |background: Background<'_>, len: usize| match background {
            Background::Given(coefficients) => Polynomial::given(coefficients, len),
            Background::Fit(_) => Polynomial::given(&[0.0], len),
        };
        let [horiz, vert] = match (self.horiz, self.vert, &sums) {
            (Background::Fit(x @ 1..), Background::Fit(y @ 1..), Some(sums)) if !sums.is_full() => {
                joint::fit(ctx, sums, &valid, (along_x, x), (along_y, y))?
            }
            (Background::Fit(x @ 1..), vert, Some(sums)) => {
                let own = given(vert, rows);
                let is_given = matches!(vert, Background::Given(_));
                let horiz = along_x.fit(ctx, &sums.column_means(&valid, is_given.then_some(&own.values)), x);
                let vert = match vert {
                    Background::Fit(y @ 1..) => along_y.fit(ctx, &sums.row_means(&valid, &horiz.values), y),
                    _ => own,
                };
                [horiz, vert]
            }
            (horiz, Background::Fit(y @ 1..), Some(sums)) => {
                let horiz = given(horiz, columns);
                let vert = along_y.fit(ctx, &sums.row_means(&valid, &horiz.values), y);
                [horiz, vert]
            }
            (horiz, vert, _) => [given(horiz, columns), given(vert, rows)],
        };
        let lift: Vec<T> = horiz.values.iter().map(|&v| T::from_f64(v)).collect();
        let (low, high) = if self.clips { (-T::ONE, T::ONE) } else { (-T::ONE / T::ZERO, T::ONE / T::ZERO) };
        let none = alloc::zeroed_vec::<bool>(columns)?;
        parallel::rows(&stage.part(0.4..1.0), out, columns, 1, |first, out| {
            let mut clipped = 0;
            for (i, out) in out.chunks_mut(columns.max(1)).enumerate() {
                let row = first + i;
                let at = row * columns..(row + 1) * columns;
                let invalid = input.invalid.map_or(&none[..], |invalid| &invalid[at.clone()]);
                clipped +=
                    subtract((&input.pixels[at], invalid), &lift, T::from_f64(vert.values[row]), out, (low, high));
            }
            self.clipped.fetch_add(clipped, Ordering::Relaxed);
            Ok(())
        })?;
        let mut all = self.subtracted.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        all.push([horiz.coefficients, vert.coefficients]);
        Ok(())
    }
}

multiversioned! {
    /// Subtracts a row's part and each column's, and clips; the number of valid pixels that this changes.
    fn subtract<T: Float>(
        (pixels, invalid): (&[T], &[bool]),
        columns: &[T],
        row: T,
        out: &mut [T],
        (low, high): (T, T),
    ) -> usize {
        let mut clipped = 0;
        for (((&v, &invalid), &column), out) in pixels.iter().zip(invalid).zip(columns).zip(out) {
            let v = v - column - row;
            clipped += usize::from(!invalid & ((v < low) | (v > high)));
            *out = if v < low {
                low
            } else if v > high {
                high
            } else {
                v
            };
        }
        clipped
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::image::Value;

    const FIT: Background<'_> = Background::Fit(1);

    fn image(shape: &[usize], f: impl Fn(usize, f64, f64) -> f64) -> Image {
        let (rows, columns) = (shape[shape.len() - 2], shape[shape.len() - 1]);
        let values = (0..shape.iter().product::<usize>())
            .map(|i| f(i / (rows * columns), (i % columns) as f64, (i / columns % rows) as f64))
            .collect();
        Image::new(alloc::from_vec(shape, values).unwrap())
    }

    fn values(image: &Image) -> Vec<f64> {
        image.data().to_f64().unwrap().iter().copied().collect()
    }

    #[test]
    fn a_plane_becomes_its_mean() {
        for threads in [1, 3] {
            let ctx = Context::new();
            ctx.set_threads(threads);
            let plane = image(&[301, 200], |_, x, y| 1e6 + 3.0 * x - 2.0 * y);
            let mean = 1e6 + 3.0 * 99.5 - 2.0 * 150.0;
            let level = level_image(&ctx, &plane, FIT, FIT, PixelBox::whole(301, 200), LevelMode::None).unwrap();
            assert!(values(&level).iter().all(|v| (v - mean).abs() < 1e-8));
            let Some(Value::Array(horiz)) = level.own_metadata().value("poly_horiz_subtract") else { panic!("none") };
            let horiz: Vec<f64> = horiz.to_array().unwrap().data().to_f64().unwrap().iter().copied().collect();
            assert!((horiz[0] - 3.0).abs() < 1e-10 && (horiz[1] + 3.0 * 99.5).abs() < 1e-8, "{horiz:?}");
        }
    }

    #[test]
    fn degrees_that_the_area_cannot_give_are_reduced() {
        let ctx = Context::new();
        let line = image(&[1, 9], |_, x, _| 2.0 * x);
        let huge = Background::Fit(1 << 40);
        let level = level_image(&ctx, &line, huge, FIT, PixelBox::whole(1, 9), LevelMode::None).unwrap();
        assert!(values(&level).iter().all(|v| (v - 8.0).abs() < 1e-12));
        assert_eq!(ctx.warning_counts().0, 1);
    }

    #[test]
    fn each_frame_has_its_own_background() {
        let ctx = Context::new();
        let stack = image(&[3, 7, 13], |i, x, y| i as f64 * (0.01 * x * x - 0.02 * y));
        let fit = Background::Fit(2);
        let level = level_image(&ctx, &stack, fit, fit, PixelBox::whole(7, 13), LevelMode::Clip).unwrap();
        let Some(Value::Array(horiz)) = level.own_metadata().value("poly_horiz_subtract") else { panic!("none") };
        assert_eq!(horiz.shape(), [3, 3]);
        for (i, frame) in values(&level).chunks(91).enumerate() {
            let mean = i as f64 * (0.01 * 50.0 - 0.02 * 3.0);
            assert!(frame.iter().all(|v| (v - mean.min(1.0)).abs() < 1e-12));
        }
    }
}
