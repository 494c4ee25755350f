//! The discrete Fourier transform of an image.

use super::window::{Radial, Window};
use crate::array::simd::multiversioned;
use crate::array::{Data, Element, Float, Mask, MaskedArray, Shared, alloc};
use crate::context::{Context, Error, Result, Stage, Status, Warning, parallel};
use crate::image::Image;
use crate::ops::engine::fill;
use crate::ops::engine::frames::{Frame, invalid};
use crate::ops::filter::Gaussian;
use crate::ops::geometry::resample::Boundary;
use num_complex::Complex;
use std::borrow::Cow;
use std::sync::Arc;
use stoner_fft::{Fft, Real, RealToComplex};

/// The part of the transform that is returned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Output {
    /// The magnitude.
    #[default]
    Magnitude,
    /// The phase angle in radians, -pi to pi.
    Phase,
    /// The complex transform.
    Complex,
}

/// How an image is transformed.
#[derive(Debug, Clone)]
pub struct Fourier {
    /// Whether frequency 0 is in the middle, at (columns / 2, rows / 2) rounded down; else at (0, 0).
    pub shift: bool,
    /// The part that is returned.
    pub output: Output,
    /// Whether the bin of frequency 0 and its eight neighbours are replaced by the mean magnitude of all others.
    pub remove_dc: bool,
    /// The sigma in pixels of a blur of magnitude or phase, 0 for none.
    pub gaussian: f64,
    /// The window by which the image is multiplied first.
    pub window: Option<Window>,
}

/// The discrete Fourier transform of each frame: the sum over the pixels of value times exp(-2 pi i (u x / columns + v y /
/// rows)), without a factor, at integer u along the columns and v along the rows.
///
/// Masked pixels and NaN count as the mean of the others. The result has no mask; planes and map, which belong to pixels, are
/// dropped with a warning. `f32` gives `f32` or `complex64`, all else `f64` or `complex128`. The spectrum is periodic, so
/// that the blur (a Gaussian, cut off at 4 sigma) continues over its edges on the other side.
///
/// # Errors
/// [`Status::InvalidArgument`] for a sigma that is negative or not finite, for a blur of the complex transform, for a
/// window that does not fit the image; [`Status::NoResult`] when no pixel is valid or nothing is left for the mean of
/// `remove_dc`; [`Status::Shape`] when the rank is not 2 or 3 or there are no pixels; [`Status::Dtype`] for complex images;
/// [`Status::NoMemory`], [`Status::Cancelled`].
pub fn fft(ctx: &Context, image: &Image, how: &Fourier) -> Result<Image> {
    let (rows, columns) = image.frame_shape()?;
    if rows == 0 || columns == 0 {
        return Err(Error::new(Status::Shape, format!("fft: an image of {rows} x {columns} pixels has no transform")));
    }
    if !(how.gaussian >= 0.0 && how.gaussian.is_finite()) {
        return Err(Error::argument("gaussian", how.gaussian, "a finite sigma of 0 or more"));
    }
    if how.gaussian > 0.0 && how.output == Output::Complex {
        return Err(Error::argument(
            "gaussian",
            how.gaussian,
            "0 with the complex transform: only magnitude or phase can be blurred",
        ));
    }
    let blurs = how.gaussian > 0.0;
    let stage = ctx.whole().part(0.0..if blurs { 0.8 } else { 1.0 });
    let array = image.array();
    let mut transform = match array.data() {
        Data::F32(data) => run(&stage, data, array.mask(), how)?,
        data if data.dtype().is_complex() => {
            return Err(Error::new(
                Status::Dtype,
                format!("fft: {} values: take the real part, the imaginary part or the magnitude first", data.dtype()),
            ));
        }
        data => run(&stage, &data.to_f64()?, array.mask(), how)?,
    };
    if blurs {
        let blur = Gaussian { mode: [Boundary::Wrap; 2], ..Gaussian::smooth(how.gaussian) };
        transform = blur.apply(&ctx.whole().part(0.8..1.0), &transform)?;
    }
    without_places(ctx, image, transform)
}

/// The image with values that no longer belong to positions.
fn without_places(ctx: &Context, image: &Image, array: MaskedArray) -> Result<Image> {
    let mut out = image.with_array(array)?;
    let planes: Vec<String> = image.planes().names().map(str::to_owned).collect();
    let lost: Vec<&str> = planes.iter().map(String::as_str).chain(image.map().map(|_| "map")).collect();
    if !lost.is_empty() {
        ctx.warn_of(
            Warning::PositionsDropped,
            format!("fft: a spectrum has no positions; dropped: {}", lost.join(", ")),
        );
    }
    planes.iter().for_each(|name| drop(out.remove_plane(name)));
    out.set_map(None);
    Ok(out)
}

/// Transforms each frame and returns the requested part.
fn run<T: Float + Real>(stage: &Stage<'_>, data: &Shared<T>, mask: Option<&Mask>, how: &Fourier) -> Result<MaskedArray>
where
    Complex<T>: Element,
{
    let shape = data.shape();
    let [frames @ .., rows, columns] = shape else { return Err(Error::new(Status::Shape, "fft: no rows and columns")) };
    let (rows, columns, frames) = (*rows, *columns, frames.iter().product::<usize>());
    let pixels = alloc::contiguous(data)?;
    let pixels = pixels.as_slice().unwrap_or_default();
    let invalid = invalid(pixels, mask)?;
    let plan = Plan::new(rows, columns, how)?;
    let size = rows * columns;
    let frame = |i: usize| {
        let range = i * size..(i + 1) * size;
        let invalid = invalid.as_deref().map(|all| &all[range.clone()]).filter(|all| all.contains(&true));
        Frame { pixels: &pixels[range], invalid, rows, columns }
    };
    let spectrum = |stage: &Stage<'_>, i: usize| plan.half_spectrum(stage, frame(i));
    // Two thirds of a frame's time for the transform, one for its mirror image.
    fn finish<T: Float, U: Element>(
        stage: &Stage<'_>,
        shape: &[usize],
        frames: usize,
        spectrum: impl Fn(&Stage<'_>, usize) -> Result<Vec<Complex<T>>>,
        spread: impl Fn(&Stage<'_>, &[Complex<T>], &mut [U]) -> Result<()>,
    ) -> Result<MaskedArray> {
        let mut out = alloc::zeroed_vec::<U>(alloc::checked_len(shape, size_of::<U>())?)?;
        for (i, out) in out.chunks_mut((shape.iter().product::<usize>() / frames.max(1)).max(1)).enumerate() {
            let stage = stage.nth(i, frames);
            let half = spectrum(&stage.part(0.0..0.7), i)?;
            spread(&stage.part(0.7..1.0), &half, out)?;
        }
        Ok(alloc::from_vec(shape, out)?.into())
    }
    let spread = Spread { rows, columns, shift: how.shift };
    match how.output {
        Output::Magnitude => {
            finish(stage, shape, frames, spectrum, |stage, half, out| spread.run(stage, half, out, magnitudes, |x| x))
        }
        Output::Phase => finish(stage, shape, frames, spectrum, |stage, half, out| {
            let phases = |from: &[Complex<T>], to: &mut [T]| {
                from.iter().zip(to).for_each(|(z, to)| *to = phase(z));
            };
            // The phase of a negative number is pi in both halves.
            spread.run(stage, half, out, phases, |x| if x.to_f64() == std::f64::consts::PI { x } else { -x })
        }),
        // The mean of all others is known only when all are there.
        Output::Complex if how.remove_dc => finish(stage, shape, frames, spectrum, |stage, half, out| {
            spread.run(stage, half, out, |from, to| to.copy_from_slice(from), |z| z.conj())
        }),
        Output::Complex => {
            let mut out = alloc::zeroed_vec::<Complex<T>>(alloc::checked_len(shape, size_of::<Complex<T>>())?)?;
            for (i, out) in out.chunks_mut(size).enumerate() {
                plan.whole_spectrum(&stage.nth(i, frames), frame(i), how.shift, out)?;
            }
            Ok(alloc::from_vec(shape, out)?.into())
        }
    }
}

fn phase<T: Float>(z: &Complex<T>) -> T {
    // Adding 0 makes -0 a 0: the sign of a zero is an accident of rounding.
    T::from_f64((z.im.to_f64() + 0.0).atan2(z.re.to_f64()))
}

multiversioned! {
    fn squares<T: Float>(from: &[Complex<T>], to: &mut [T]) -> T {
        let mut greatest = T::ZERO;
        for (z, to) in from.iter().zip(to) {
            let square = z.re * z.re + z.im * z.im;
            greatest = greatest.max(square);
            *to = square.sqrt();
        }
        greatest
    }
}

fn magnitudes<T: Float>(from: &[Complex<T>], to: &mut [T]) {
    // Squares may overflow, or lose what is small, where magnitudes do not.
    let greatest = squares(from, to).to_f64();
    let (low, high) = if T::EPSILON.to_f64() > 1e-10 { (1e-28, 1e38) } else { (1e-290, 1e300) };
    if greatest > high || greatest < low {
        for (z, to) in from.iter().zip(to) {
            *to = T::from_f64(z.re.to_f64().hypot(z.im.to_f64()));
        }
    }
}

/// Data that all frames share.
struct Plan<T> {
    rows: usize,
    columns: usize,
    /// Columns of the half of the spectrum that is computed: the other half mirrors it.
    half: usize,
    remove_dc: bool,
    window: Option<Radial>,
    along_rows: Arc<dyn RealToComplex<T>>,
    along_columns: Arc<dyn Fft<T>>,
}

/// Columns of a spectrum: their part of each row.
struct Block<'a, T> {
    /// The frequency of the first.
    first: usize,
    home: Vec<&'a mut [Complex<T>]>,
    /// The columns of the negative frequencies, from the last to the first; none where they are not wanted.
    mirror: Vec<&'a mut [Complex<T>]>,
}

/// Columns that are transformed together: their values in one row fill four cache lines.
const TOGETHER: usize = 16;

impl<T: Float + Real> Plan<T>
where
    Complex<T>: Element,
{
    fn new(rows: usize, columns: usize, how: &Fourier) -> Result<Self> {
        Ok(Plan {
            rows,
            columns,
            half: columns / 2 + 1,
            remove_dc: how.remove_dc,
            window: how.window.as_ref().map(|window| window.image(rows, columns)).transpose()?,
            along_rows: T::real_forward(columns),
            along_columns: T::forward(rows),
        })
    }

    /// The columns 0 to columns / 2 of the spectrum, row by row.
    fn half_spectrum(&self, stage: &Stage<'_>, frame: Frame<'_, T>) -> Result<Vec<Complex<T>>> {
        let len = alloc::checked_len(&[self.rows, self.half], size_of::<Complex<T>>())?;
        let mut spectrum = alloc::zeroed_vec::<Complex<T>>(len)?;
        self.rows(&stage.part(0.0..0.5), frame, &mut spectrum, (self.half, 0))?;
        let mut blocks = self.blocks(self.half)?;
        for row in spectrum.chunks_mut(self.half) {
            blocks.iter_mut().zip(row.chunks_mut(self.block())).for_each(|(block, piece)| block.home.push(piece));
        }
        self.columns(&stage.part(0.5..1.0), blocks, 0)?;
        if self.remove_dc {
            self.replace_dc(&mut spectrum)?;
        }
        Ok(spectrum)
    }

    /// The whole spectrum in its place: the computed half, and its mirror image as each column is stored, so that no pass over all bins follows.
    fn whole_spectrum(
        &self,
        stage: &Stage<'_>,
        frame: Frame<'_, T>,
        shift: bool,
        out: &mut [Complex<T>],
    ) -> Result<()> {
        let (down, right) = if shift { (self.rows / 2, self.columns / 2) } else { (0, 0) };
        self.rows(&stage.part(0.0..0.4), frame, out, (self.columns, right))?;
        // Shifted, the last column of an even number stands at the other end of the row.
        let together = self.half.min(self.columns - right);
        let mut blocks = self.blocks(together)?;
        let count = blocks.len();
        if together < self.half {
            blocks.push(Block { first: together, home: alloc::vec(self.rows)?, mirror: Vec::new() });
        }
        for block in &mut blocks {
            block.mirror = alloc::vec(self.rows)?;
        }
        for row in out.chunks_mut(self.columns) {
            // The columns right of frequency 0, and those left of it, from it on.
            let (left_part, right_part) = row.split_at_mut(right);
            let (mut home, mirrored) = if shift { (right_part, left_part) } else { right_part.split_at_mut(self.half) };
            let mut mirrored = mirrored;
            for (i, block) in blocks.iter_mut().enumerate() {
                if i == count {
                    block.home.push(std::mem::take(&mut mirrored));
                    continue;
                }
                let end = (block.first + self.block()).min(together);
                let (piece, rest) = home.split_at_mut(end - block.first);
                block.home.push(piece);
                home = rest;
                let twins = end.min(self.twins()).saturating_sub(block.first.max(1));
                let (rest, piece) = mirrored.split_at_mut(mirrored.len() - twins);
                block.mirror.push(piece);
                mirrored = rest;
            }
        }
        self.columns(&stage.part(0.4..1.0), blocks, down)
    }

    /// How many columns a block has, for a thread to take.
    fn block(&self) -> usize {
        self.half.div_ceil(32).next_multiple_of(TOGETHER)
    }

    /// The frequencies from 1 to below this have a mirror image in another column.
    fn twins(&self) -> usize {
        self.columns.div_ceil(2)
    }

    /// Blocks for the first so many columns, without their pieces.
    fn blocks<'a>(&self, columns: usize) -> Result<Vec<Block<'a, T>>> {
        (0..columns)
            .step_by(self.block())
            .map(|first| Ok(Block { first, home: alloc::vec(self.rows)?, mirror: Vec::new() }))
            .collect()
    }

    /// Transforms the rows: those of `out` are `stride` long, and frequency 0 is at `right`.
    fn rows(
        &self,
        stage: &Stage<'_>,
        frame: Frame<'_, T>,
        out: &mut [Complex<T>],
        (stride, right): (usize, usize),
    ) -> Result<()> {
        let pixels = match frame.invalid {
            Some(_) => Cow::Owned(fill::mean(frame)?),
            None => Cow::Borrowed(frame.pixels),
        };
        parallel::rows(stage, out, stride, 8, |first, out| self.some_rows(&pixels, first, out, (stride, right)))
    }

    /// Transforms rows from `first` on.
    fn some_rows(
        &self,
        pixels: &[T],
        first: usize,
        out: &mut [Complex<T>],
        (stride, right): (usize, usize),
    ) -> Result<()> {
        let zero = Complex::new(T::ZERO, T::ZERO);
        let mut row = filled(self.columns, T::ZERO)?;
        let mut scratch = filled(self.along_rows.get_scratch_len(), zero)?;
        // Where the half does not end in its row.
        let mut line = filled(if right + self.half > stride { self.half } else { 0 }, zero)?;
        for (r, out) in (first..).zip(out.chunks_mut(stride)) {
            row.copy_from_slice(&pixels[r * self.columns..][..self.columns]);
            if let Some(window) = &self.window {
                row.iter_mut().enumerate().for_each(|(c, x)| *x *= <T as Float>::from_f64(window.at(r, c)));
            }
            let to = if line.is_empty() { &mut out[right..][..self.half] } else { &mut line[..] };
            // It fails only for lengths that do not fit, or imaginary parts in the input, of which there are none.
            self.along_rows
                .process_with_scratch(&mut row, to, &mut scratch)
                .map_err(|error| Error::new(Status::Internal, format!("fft: {error}")))?;
            if !line.is_empty() {
                let (here, there) = line.split_at(stride - right);
                out[right..].copy_from_slice(here);
                out[..there.len()].copy_from_slice(there);
            }
        }
        Ok(())
    }

    /// Transforms the columns of blocks in place, several side by side so that each row's part of them is read at once. Frequency 0 comes
    /// into row `down`.
    fn columns(&self, stage: &Stage<'_>, blocks: Vec<Block<'_, T>>, down: usize) -> Result<()> {
        parallel::for_each(stage, blocks.into_iter(), |mut block| {
            // An odd number of cache lines between columns, so that they do not displace each other.
            let stride = self.rows.next_multiple_of(8) + 4;
            let zero = Complex::new(T::ZERO, T::ZERO);
            let mut gathered = filled(stride * TOGETHER, zero)?;
            let mut scratch = filled(self.along_columns.get_inplace_scratch_len(), zero)?;
            let width = block.home.first().map_or(0, |row| row.len());
            // Below this the block's frequencies have a mirror image; that of the last is the first of the piece.
            let twins = (block.first + width).min(self.twins());
            for first in (0..width).step_by(TOGETHER) {
                stage.context().check_cancelled()?;
                let n = TOGETHER.min(width - first);
                for (r, row) in block.home.iter().enumerate() {
                    row[first..first + n].iter().enumerate().for_each(|(c, &z)| gathered[c * stride + r] = z);
                }
                for column in gathered.chunks_mut(stride).take(n) {
                    self.along_columns.process_with_scratch(&mut column[..self.rows], &mut scratch);
                }
                for (r, row) in block.home.iter_mut().enumerate() {
                    let v = (r + self.rows - down) % self.rows;
                    row[first..first + n].iter_mut().enumerate().for_each(|(c, z)| *z = gathered[c * stride + v]);
                }
                // The frequencies of this run that have a mirror image.
                let run = (block.first + first).max(1)..(block.first + first + n).min(twins);
                for (r, row) in block.mirror.iter_mut().enumerate().filter(|_| !run.is_empty()) {
                    let v = (down + self.rows - r) % self.rows;
                    let to = row[twins - run.end..twins - run.start].iter_mut().rev();
                    to.zip(run.start - block.first..).for_each(|(z, c)| *z = gathered[(c - first) * stride + v].conj());
                }
            }
            Ok(())
        })
    }

    /// Replaces frequency 0 and its neighbours by the mean magnitude of all others.
    fn replace_dc(&self, spectrum: &mut [Complex<T>]) -> Result<()> {
        let others = self.rows * self.columns - self.rows.min(3) * self.columns.min(3);
        if others == 0 {
            return Err(Error::new(
                Status::NoResult,
                format!(
                    "remove_dc: the transform of {} x {} pixels has no bins except frequency 0 and its neighbours",
                    self.rows, self.columns
                ),
            ));
        }
        let near_row = |r: usize| r <= 1 || r + 1 == self.rows;
        let mut sum = 0.0;
        for (r, row) in spectrum.chunks(self.half).enumerate() {
            let magnitude = |z: &Complex<T>| z.re.to_f64().hypot(z.im.to_f64());
            let in_row = row.iter().enumerate().skip(if near_row(r) { 2 } else { 0 });
            // A column stands for its mirror image too, where that is another one.
            sum += in_row
                .map(|(c, z)| if c == 0 || 2 * c == self.columns { magnitude(z) } else { 2.0 * magnitude(z) })
                .sum::<f64>();
        }
        let mean = Complex::new(<T as Float>::from_f64(sum / others as f64), T::ZERO);
        for (_, row) in spectrum.chunks_mut(self.half).enumerate().filter(|&(r, _)| near_row(r)) {
            row.iter_mut().take(2).for_each(|z| *z = mean);
        }
        Ok(())
    }
}

fn filled<T: Copy>(n: usize, value: T) -> Result<Vec<T>> {
    let mut vec = alloc::vec(n)?;
    vec.resize(n, value);
    Ok(vec)
}

/// Expands half a spectrum to a whole one.
struct Spread {
    rows: usize,
    columns: usize,
    shift: bool,
}

impl Spread {
    /// `convert` turns a run of the half spectrum into values of the result; `mirror` gives the value at the negative
    /// frequency (u, v) -> (-u, -v) of a real image's transform from that at the positive one.
    fn run<T: Float, U: Element>(
        &self,
        stage: &Stage<'_>,
        spectrum: &[Complex<T>],
        out: &mut [U],
        convert: impl Fn(&[Complex<T>], &mut [U]) + Sync,
        mirror: impl Fn(U) -> U + Sync,
    ) -> Result<()> {
        let (rows, columns) = (self.rows, self.columns);
        let half = columns / 2 + 1;
        let (down, right) = if self.shift { (rows / 2, columns / 2) } else { (0, 0) };
        parallel::rows(stage, out, columns, 4, |first, piece| {
            let mut mirrored = alloc::zeroed_vec::<U>(columns - half)?;
            for (r, out) in (first..).zip(piece.chunks_mut(columns)) {
                let v = (r + rows - down) % rows;
                // The last of the half may stand at the other end of the row.
                let (here, there) = spectrum[v * half..][..half].split_at(half.min(columns - right));
                convert(here, &mut out[right..][..here.len()]);
                convert(there, &mut out[..there.len()]);
                let opposite = (rows - v) % rows;
                convert(&spectrum[opposite * half..][1..columns - half + 1], &mut mirrored);
                let rest = &mut out[(half + right) % columns..][..columns - half];
                rest.iter_mut().rev().zip(&mirrored).for_each(|(to, &from)| *to = mirror(from));
            }
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn random(n: usize) -> Vec<f64> {
        let mut seed = 7u64;
        (0..n)
            .map(|_| {
                seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                (seed >> 11) as f64 / (1u64 << 53) as f64 - 0.3
            })
            .collect()
    }

    /// The definition.
    fn plain(x: &[f64], rows: usize, columns: usize, v: usize, u: usize) -> Complex<f64> {
        let turn = |r: usize, c: usize| (u * c % columns) as f64 / columns as f64 + (v * r % rows) as f64 / rows as f64;
        let terms = (0..rows * columns).map(|i| (x[i], turn(i / columns, i % columns)));
        terms.map(|(x, turn)| Complex::from_polar(x, -2.0 * std::f64::consts::PI * turn)).sum()
    }

    #[test]
    fn the_transform_is_that_of_the_definition() {
        let ctx = Context::new();
        for (rows, columns) in [(1, 1), (1, 8), (9, 1), (2, 2), (3, 3), (7, 13), (16, 20), (5, 70)] {
            let x = random(rows * columns);
            let image = Image::new(alloc::from_vec(&[rows, columns], x.clone()).unwrap());
            for shift in [false, true] {
                let how = Fourier { shift, output: Output::Complex, remove_dc: false, gaussian: 0.0, window: None };
                let out = fft(&ctx, &image, &how).unwrap();
                let out = out.data().typed::<Complex<f64>>().unwrap().clone();
                for v in 0..rows {
                    for u in 0..columns {
                        let place = if shift { [(v + rows / 2) % rows, (u + columns / 2) % columns] } else { [v, u] };
                        let difference = out[&place[..]] - plain(&x, rows, columns, v, u);
                        assert!(difference.norm() < 1e-10, "{rows} x {columns}, {shift}: {v}, {u}");
                    }
                }
            }
        }
    }
}
