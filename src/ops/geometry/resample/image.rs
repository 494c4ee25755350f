//! Whole images, frame by frame, with their planes and map.

use super::affine::Affine;
use super::boundary::Boundary;
use super::coverage::{is_outside, mask_rows, normalised, pieces};
use super::kernel::Kernel;
use super::shift::{limit, shift};
use super::source::Sampling;
use super::source::Source;
use super::{nearest, warp};
use crate::array::simd::multiversioned;
use crate::array::{DType, Float, MaskedArray};
use crate::context::{Context, Error, Result, Stage, Status, parallel};
use crate::image::{Image, Plane};
use crate::ops::engine::frames::{Frame, FrameOperation, each_frame};

/// The image along a map, with frames of a shape of (rows, columns): pixel (column, row) of the result has the value at
/// the position that the map gives. `clip` limits values to the range of the frame's valid pixels.
///
/// With a constant beyond the edges, a pixel with less than half of its order-1 weight inside is masked and is
/// the constant; all others have their value as if the edge went on there ([`Boundary::continued`]), so that no value is
/// a mixture with what was never measured.
///
/// At order 0 every dtype stays; else `f32` stays and all others become `f64`, in their own values. Planes are resampled
/// linearly and masked outside, the map is composed.
///
/// # Errors
/// [`Status::Shape`] when the rank is not 2 or 3 or there is no pixel; [`Status::Dtype`] for complex images;
/// [`Status::OutOfRange`] when the map is not finite; [`Status::NoMemory`]; [`Status::Cancelled`].
pub fn along(
    ctx: &Context,
    image: &Image,
    map: Affine,
    shape: (usize, usize),
    sampling: Sampling,
    clip: bool,
) -> Result<Image> {
    along_in(&ctx.whole(), image, map, shape, sampling, clip)
}

/// [`along`] as a part of a call.
///
/// # Errors
/// As there.
pub fn along_in(
    stage: &Stage<'_>,
    image: &Image,
    map: Affine,
    shape: (usize, usize),
    sampling: Sampling,
    clip: bool,
) -> Result<Image> {
    resampled(stage, image, Resampling { map, shift: None, shape, sampling, clip, strict: false })
}

/// The image with its content moved by a vector (x, y); see [`along`]. With [`Kernel::of_spline`] and no clipping it is
/// `scipy.ndimage.shift`.
///
/// # Errors
/// As [`along`].
pub fn shifted(ctx: &Context, image: &Image, vector: [f64; 2], sampling: Sampling, clip: bool) -> Result<Image> {
    shifted_in(&ctx.whole(), image, vector, sampling, clip)
}

/// [`shifted`] as a part of a call.
///
/// # Errors
/// As there.
pub fn shifted_in(stage: &Stage<'_>, image: &Image, vector: [f64; 2], sampling: Sampling, clip: bool) -> Result<Image> {
    let shape = image.frame_shape()?;
    resampled(
        stage,
        image,
        Resampling { map: Affine::translation(vector), shift: Some(vector), shape, sampling, clip, strict: false },
    )
}

fn resampled(stage: &Stage<'_>, image: &Image, resampling: Resampling) -> Result<Image> {
    let (rows, columns) = image.frame_shape()?;
    let map = resampling.map;
    if rows == 0 || columns == 0 {
        return Err(Error::new(
            Status::Shape,
            format!("an image of shape {:?} has no pixels to resample", image.shape()),
        ));
    }
    // Far positions lose what is behind the point long before they lose their meaning.
    let far = |x: &f64| x.is_nan() || x.abs() > 1e15;
    if map.offset.iter().chain(map.matrix.as_flattened()).any(far) {
        return Err(Error::out_of_range("the map", format!("{map:?}"), "finite numbers up to 1e15"));
    }
    let count = 1 + image.planes().iter().count();
    let array = resampling.apply(&stage.nth(0, count), image.array())?;
    let mut planes = Vec::with_capacity(count - 1);
    for (i, (name, plane)) in image.planes().iter().enumerate() {
        let array = resampling.of_plane(&plane.array).apply(&stage.nth(1 + i, count), &plane.array)?;
        planes.push((name.to_owned(), Plane { array, unit: plane.unit.clone() }));
    }
    image.resampled(array, planes, map.offset, map.matrix)
}

#[derive(Clone, Copy)]
struct Resampling {
    map: Affine,
    /// The vector, when the map is a translation.
    shift: Option<[f64; 2]>,
    /// (rows, columns) of the result.
    shape: (usize, usize),
    sampling: Sampling,
    clip: bool,
    /// Whether all that lies outside of the outermost pixels' centres is masked.
    strict: bool,
}

impl Resampling {
    fn apply(&self, stage: &Stage<'_>, array: &MaskedArray) -> Result<MaskedArray> {
        let Sampling { kernel, boundary, cval } = self.sampling;
        if kernel == Kernel::Nearest {
            return nearest::nearest(stage, array, &self.map, self.shape, boundary, cval);
        }
        each_frame(stage, array, self)
    }

    /// How planes are resampled: positions and currents beyond the edges are unknown, whatever the image has there.
    fn of_plane(&self, plane: &MaskedArray) -> Resampling {
        let (kernel, boundary) = match plane.dtype() {
            DType::Bool => (Kernel::Nearest, Boundary::GridConstant),
            _ => (Kernel::Linear, Boundary::Nearest),
        };
        Resampling { sampling: Sampling { kernel, boundary, cval: 0.0 }, clip: false, strict: true, ..*self }
    }

    /// The values of one frame; pixels that come from a constant's area must be replaced by it.
    fn values<T: Float>(&self, stage: &Stage<'_>, frame: Frame<'_, T>, out: &mut [T]) -> Result<()> {
        let sampling = Sampling { boundary: self.sampling.boundary.continued(), ..self.sampling };
        let mut source = Source::new(&stage.part(0.0..0.3), frame, sampling)?;
        source.skips = self.sampling.boundary.is_constant();
        let stage = stage.part(0.3..1.0);
        let range = self.range(frame);
        match self.shift {
            Some(vector) => shift(&stage, &source, vector, out, self.shape.1, range),
            None => warp::warp(&stage, &source, &self.map, out, self.shape.1, range),
        }
    }

    /// Values and mask of one frame at order 1, from its valid pixels alone.
    fn normalised<T: Float>(
        &self,
        stage: &Stage<'_>,
        frame: Frame<'_, T>,
        out: &mut [T],
        mask: &mut [bool],
    ) -> Result<()> {
        let Sampling { boundary, cval, .. } = self.sampling;
        let (cval, columns) = (T::from_f64(cval), self.shape.1);
        let range = self.range(frame);
        let (rows_a_piece, pieces) = pieces(out, mask, columns);
        parallel::for_each(stage, pieces, |(piece, (out, mask))| {
            for (r, (row, mask)) in out.chunks_mut(columns).zip(mask.chunks_mut(columns)).enumerate() {
                let (start, step) = self.map.row((piece * rows_a_piece + r) as f64);
                for (column, (out, mask)) in row.iter_mut().zip(mask).enumerate() {
                    let at = [0, 1].map(|k| step[k] * column as f64 + start[k]);
                    (*out, *mask) = normalised(frame, at, boundary, (cval, false));
                    *mask |= self.strict && is_outside(frame, at);
                    if let Some((low, high)) = range
                        && !*mask
                    {
                        limit(std::slice::from_mut(out), low, high);
                    }
                }
            }
            Ok(())
        })
    }

    /// The limits of values: the range of the frame's valid pixels. Weights at order 1 cannot leave it but for
    /// rounding.
    fn range<T: Float>(&self, frame: Frame<'_, T>) -> Option<(T, T)> {
        let Sampling { kernel, boundary, .. } = self.sampling;
        let limits = self.clip && (kernel != Kernel::Linear || boundary.is_constant());
        limits.then(|| extremes(frame.pixels, frame.invalid))
    }
}

impl FrameOperation for Resampling {
    const MAKES_MASK: bool = true;

    fn shape(&self, _: usize, _: usize) -> (usize, usize) {
        self.shape
    }

    fn run<T: Float>(
        &self,
        stage: &Stage<'_>,
        frame: Frame<'_, T>,
        out: &mut [T],
        mask: Option<&mut [bool]>,
    ) -> Result<()> {
        let Sampling { kernel, boundary, cval } = self.sampling;
        let mask = mask.unwrap_or_default();
        if frame.invalid.is_some_and(|invalid| !invalid.contains(&false)) {
            out.fill(T::from_f64(cval));
            mask.fill(true);
            return stage.report(1.0);
        }
        if kernel == Kernel::Linear && frame.invalid.is_some() {
            return self.normalised(stage, frame, out, mask);
        }
        self.values(&stage.part(0.0..0.8), frame, out)?;
        if frame.invalid.is_none() && !boundary.is_constant() && !self.strict {
            return Ok(());
        }
        let (columns, cval) = (self.shape.1, T::from_f64(cval));
        let (rows_a_piece, pieces) = pieces(out, mask, columns);
        parallel::for_each(&stage.part(0.8..1.0), pieces, |(piece, (out, mask))| {
            let rows = (piece * rows_a_piece, columns);
            mask_rows(frame, &self.map, (boundary, self.strict), rows, (out, cval), mask);
            Ok(())
        })
    }
}

/// The least and the greatest of the valid values; NaN are left out.
fn extremes<T: Float>(values: &[T], invalid: Option<&[bool]>) -> (T, T) {
    let none = (T::from_f64(f64::INFINITY), T::from_f64(f64::NEG_INFINITY));
    match invalid {
        None => all_extremes(values, none),
        Some(invalid) => {
            let valid = values.iter().zip(invalid).filter(|&(_, &invalid)| !invalid);
            valid.fold(none, |(low, high), (&x, _)| (low.min(x), high.max(x)))
        }
    }
}

multiversioned! {
    fn all_extremes<T: Float>(values: &[T], (mut low, mut high): (T, T)) -> (T, T) {
        // Several at once, so that one comparison need not wait for the last; those with NaN are false.
        let (mut lows, mut highs) = ([low; 16], [high; 16]);
        let chunks = values.chunks_exact(16);
        let rest = chunks.remainder();
        for chunk in chunks {
            for (k, &x) in chunk.iter().enumerate() {
                lows[k] = if x < lows[k] { x } else { lows[k] };
                highs[k] = if x > highs[k] { x } else { highs[k] };
            }
        }
        for &x in lows.iter().chain(rest) {
            low = if x < low { x } else { low };
        }
        for &x in highs.iter().chain(rest) {
            high = if x > high { x } else { high };
        }
        (low, high)
    }
}
