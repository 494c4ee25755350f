//! Noise removal by total variation.

use crate::array::simd::multiversioned;
use crate::array::{Float, alloc};
use crate::context::{Context, Error, Result, Stage, parallel};
use crate::image::Image;
use crate::ops::convert;
use crate::ops::engine::fill;
use crate::ops::engine::frames::{Frame, FrameOperation, each_frame};

/// The image u that makes (the sum of the squares of u - image) / (2 weight) + the total variation of u least: noise goes,
/// edges stay. The total variation is the sum over the pixels of the length of the gradient by forward differences.
///
/// Chambolle's iteration (A. Chambolle 2004, "An algorithm for total variation minimization and applications", J. Math.
/// Imaging Vision 20, 89) with the step 1/4, until the energy changes by less than 2e-4 of the first one or 200 times, as
/// skimage.restoration.denoise_tv_chambolle does it. `weight` is in the units of the pixels: in an image with values a
/// thousand times as large it has to be a thousand times as large for the same effect. Integers are scaled to 0 to 1 (-1 to 1)
/// before, so that the weight is in units of the dtype's maximum. Masked pixels and NaN have the value of the nearest
/// valid pixel. Besides the result two more arrays of its size are needed: the dual variable has two components.
///
/// # Errors
/// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) unless the weight is positive and finite;
/// [`Status::NoResult`](crate::context::Status::NoResult) when no pixel of a frame is valid; `Shape` when the rank is not
/// 2 or 3, `Dtype` for complex images, `NoMemory`, `Cancelled`.
pub fn denoise(ctx: &Context, image: &Image, weight: f64) -> Result<Image> {
    image.frame_shape()?;
    if !(weight > 0.0 && weight.is_finite()) {
        return Err(Error::argument("weight", weight, "a positive finite number"));
    }
    let float =
        if image.dtype().is_complex() { image.clone() } else { convert::asfloat(ctx, image, true, false, false)? };
    image.with_array(each_frame(&ctx.whole(), float.array(), &TotalVariation { weight })?)
}

struct TotalVariation {
    weight: f64,
}

/// The change of the energy, in units of the first one, below which the iteration ends.
const EPSILON: f64 = 2e-4;
const MOST_ITERATIONS: usize = 200;
/// Pixels that are worked on between two looks at whether the call was cancelled: about 2 ms.
const BAND: usize = 1 << 18;

impl FrameOperation for TotalVariation {
    fn run<T: Float>(
        &self,
        stage: &Stage<'_>,
        input: Frame<'_, T>,
        out: &mut [T],
        _: Option<&mut [bool]>,
    ) -> Result<()> {
        if out.is_empty() {
            return Ok(());
        }
        let filled = if input.invalid.is_some() { Some(fill::nearest(input)?) } else { None };
        let image = filled.as_deref().unwrap_or(input.pixels);
        let (size, columns) = (image.len(), input.columns);
        // The dual variable: its components along the columns of the image and along the rows.
        let (mut p0, mut p1) = (alloc::zeroed_vec::<T>(size)?, alloc::zeroed_vec::<T>(size)?);
        let threads = if size > BAND / 8 { stage.context().threads() } else { 1 };
        let bands = size.div_ceil(BAND).next_multiple_of(threads).min(input.rows);
        let band_rows = input.rows.div_ceil(bands);
        let band = band_rows * columns;
        // What the bands on either side had before this iteration, as three rows: the one above, two of those below.
        let mut halos = alloc::zeroed_vec::<T>(bands * 3 * columns)?;
        let mut energies = alloc::zeroed_vec::<f64>(bands)?;
        let (mut first, mut before) = (0.0, 0.0);
        for i in 0..MOST_ITERATIONS {
            for (b, halo) in halos.chunks_mut(3 * columns).enumerate() {
                let (start, end) = (b * band, (b + 1) * band);
                if start > 0 && start < size {
                    halo[..columns].copy_from_slice(&p0[start - columns..start]);
                }
                if end < size {
                    halo[columns..2 * columns].copy_from_slice(&p0[end..end + columns]);
                    halo[2 * columns..].copy_from_slice(&p1[end..end + columns]);
                }
            }
            let pieces = p0.chunks_mut(band).zip(p1.chunks_mut(band)).zip(out.chunks_mut(band));
            let pieces = pieces.zip(halos.chunks(3 * columns)).zip(energies.iter_mut()).enumerate();
            parallel::for_each(&stage.nth(i, MOST_ITERATIONS), pieces, |(b, ((((p0, p1), out), halo), energy))| {
                let start = b * band;
                let piece = Band { image: &image[start..], columns, halo, first: start == 0, weight: self.weight };
                *energy = piece.iterate(p0, p1, out)?;
                Ok(())
            })?;
            let energy = energies.iter().sum::<f64>() / size as f64;
            if i == 0 {
                first = energy;
            } else if (before - energy).abs() < EPSILON * first {
                break;
            }
            before = energy;
        }
        Ok(())
    }
}

/// Some rows of the image in one iteration.
struct Band<'a, T> {
    /// The image from the band's first row on, to its end.
    image: &'a [T],
    columns: usize,
    halo: &'a [T],
    /// Whether there is nothing above.
    first: bool,
    weight: f64,
}

impl<T: Float> Band<'_, T> {
    /// Writes image + divergence of `p` to `out`, then moves `p` along the gradient of that; returns the energy of `out`.
    /// A row of `p` moves when the one below it was used.
    fn iterate(&self, p0: &mut [T], p1: &mut [T], out: &mut [T]) -> Result<f64> {
        let columns = self.columns;
        let nothing = alloc::zeroed_vec::<T>(columns)?;
        let (mut beyond, mut norm) = (alloc::zeroed_vec::<T>(columns)?, alloc::zeroed_vec::<T>(columns)?);
        let (above, rest) = self.halo.split_at(columns);
        let (below_p0, below_p1) = rest.split_at(columns);
        let above = if self.first { &nothing[..] } else { above };
        let tau = 0.25;
        let step = [T::from_f64(tau), T::from_f64(tau / self.weight)];
        let rows = out.len() / columns;
        let has_below = self.image.len() > out.len();
        let row = |r: usize| r * columns..(r + 1) * columns;
        let (mut squares, mut norms) = (0.0, 0.0);
        squares += diverge(&self.image[row(0)], &p0[row(0)], &p1[row(0)], above, &mut out[row(0)]).to_f64();
        for r in 0..rows {
            if r + 1 < rows {
                let [before, here] = [row(r), row(r + 1)];
                let (image, p1) = (&self.image[here.clone()], &p1[here.clone()]);
                squares += diverge(image, &p0[here.clone()], p1, &p0[before], &mut out[here]).to_f64();
            } else if has_below {
                // The next band counts this row's squares.
                diverge(&self.image[row(r + 1)], below_p0, below_p1, &p0[row(r)], &mut beyond);
            }
            let (done, coming) = out.split_at(row(r).end);
            let here = &done[row(r)];
            let below = match coming.get(..columns) {
                Some(below) if r + 1 < rows => below,
                _ if has_below => &beyond,
                // No row below: no difference.
                _ => here,
            };
            norms += ascend(here, below, &mut p0[row(r)], &mut p1[row(r)], &mut norm, step).to_f64();
        }
        Ok(squares + self.weight * norms)
    }
}

/// The number of sums that run side by side.
const LANES: usize = 8;

#[inline(always)]
fn sum<T: Float>(values: &[T], f: impl Fn(T) -> T) -> T {
    let (chunks, rest) = values.as_chunks::<LANES>();
    let mut lanes = [T::ZERO; LANES];
    for chunk in chunks {
        lanes.iter_mut().zip(chunk).for_each(|(lane, &x)| *lane += f(x));
    }
    lanes.into_iter().sum::<T>() + rest.iter().map(|&x| f(x)).sum::<T>()
}

multiversioned! {
    /// A row of image - (negative adjoint of the forward differences of p); returns the sum of what is added, squared.
    fn diverge<T: Float>(image: &[T], p0: &[T], p1: &[T], above: &[T], out: &mut [T]) -> T {
        let n = image.len();
        let (p0, p1, above, out) = (&p0[..n], &p1[..n], &above[..n], &mut out[..n]);
        out[0] = above[0] - (p0[0] + p1[0]);
        {
            let before = &p1[..n - 1];
            let (p0, p1, above, out) = (&p0[1..], &p1[1..], &above[1..], &mut out[1..]);
            for x in 0..n - 1 {
                out[x] = -(p0[x] + p1[x]) + above[x] + before[x];
            }
        }
        let squares = sum(out, |d| d * d);
        out.iter_mut().zip(image).for_each(|(d, &x)| *d = x + *d);
        squares
    }
}

multiversioned! {
    /// Moves a row of p against the gradient and shortens it; returns the sum of the gradient's lengths.
    fn ascend<T: Float>(
        here: &[T],
        below: &[T],
        p0: &mut [T],
        p1: &mut [T],
        norm: &mut [T],
        [tau, tau_by_weight]: [T; 2],
    ) -> T {
        let last = here.len() - 1;
        let (p0, p1, norm) = (&mut p0[..=last], &mut p1[..=last], &mut norm[..=last]);
        {
            let (right, here, below) = (&here[1..], &here[..last], &below[..last]);
            let (p0, p1, norm) = (&mut p0[..last], &mut p1[..last], &mut norm[..last]);
            for x in 0..last {
                let (g0, g1) = (below[x] - here[x], right[x] - here[x]);
                let length = (g0 * g0 + g1 * g1).sqrt();
                norm[x] = length;
                let shorten = length * tau_by_weight + T::ONE;
                p0[x] = (p0[x] - tau * g0) / shorten;
                p1[x] = (p1[x] - tau * g1) / shorten;
            }
        }
        // The last pixel has no right neighbour.
        let g0 = below[last] - here[last];
        norm[last] = (g0 * g0).sqrt();
        let shorten = norm[last] * tau_by_weight + T::ONE;
        p0[last] = (p0[last] - tau * g0) / shorten;
        p1[last] /= shorten;
        sum(norm, |x| x)
    }
}
