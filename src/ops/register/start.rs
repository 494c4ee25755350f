//! What the methods of the original begin with: how much the frames need to be smoothed, and the movement to within a
//! pixel or so.

use super::dft::{Transform, quick_length};
use super::pair::{Pair, Side};
use crate::array::{MaskedArray, alloc};
use crate::context::{Error, Result, Stage, Status};
use crate::ops::filter::Gaussian;
use num_complex::Complex;
use std::f64::consts::PI;

/// Where a method begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    /// (x, y) by which the image's content is to be moved, to within about `step`.
    pub(super) shift: [f64; 2],
    /// The pixels to which it is known.
    pub(super) step: f64,
    /// The correlation coefficient of the gradients there.
    pub(super) correlation: f64,
}

/// Whether dark may lie on bright.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Contrast {
    /// What is bright in one is bright in the other.
    Same,
    /// It may also be dark.
    Either,
}

/// The side of the larger frames is brought to about this number of pixels for the first look.
const COARSE: f64 = 100.0;
/// The least part of the smaller frame that has to be seen in both.
const LEAST_OVERLAP: f64 = 0.1;
/// The Gaussian's sigma in pixels of the first look.
const SMOOTH: f64 = 1.5;
/// How many standard deviations of pure noise's correlation a maximum must have. The greatest of the ten thousand or so
/// independent values of pure noise stays below 4.5.
const SIGNIFICANT: f64 = 5.5;
/// A second maximum this high makes the first one doubtful.
const RIVAL: f64 = 0.9;

/// The movement by the normalised correlation of the gradients: at each whole displacement the sum over the valid pixels of
/// both frames of the products of the gradients, over the root of the product of the sums of their squares (the normalisation over
/// the overlap: D. Padfield 2012, "Masked object registration in the Fourier domain", IEEE Trans. Image Process. 21,
/// 2706; the gradient as a vector: V. Argyriou, T. Vlachos 2003, "Estimation of sub-pixel motion using gradient
/// cross-correlation", Electron. Lett. 39, 980). Nothing wraps, and offset and slow slopes have no part in it. What is
/// maximised is the coefficient times the root of the overlap, that is, its significance.
///
/// # Errors
/// [`Status::NoResult`] for frames without structure, and when no maximum stands out of the noise; `NoMemory`, `Cancelled`.
pub(super) fn find(stage: &Stage<'_>, pair: &Pair, smoothing: f64, contrast: Contrast) -> Result<Start> {
    let least_side = [&pair.reference, &pair.image].iter().map(|side| side.rows.min(side.columns)).min().unwrap_or(0);
    let step = (least_side as f64 / COARSE).round().max(1.0) as usize;
    let sigma = SMOOTH.max(smoothing / step as f64);
    let part = |i: usize| stage.nth(i, 8);
    let reference = Gradient::of(&part(0), &pair.reference, step, sigma, "reference")?;
    let image = Gradient::of(&part(1), &pair.image, step, sigma, "image")?;
    let [rows, columns] = [reference.rows + image.rows - 1, reference.columns + image.columns - 1].map(quick_length);
    let t = Transform::new(rows, columns);
    let spectra = |i: usize, g: &Gradient| -> Result<[Vec<Complex<f64>>; 4]> {
        let of = |x: &[f64]| t.forward(&part(i), x, g.columns);
        Ok([of(&g.x)?, of(&g.y)?, of(&g.square)?, of(&g.valid)?])
    };
    let (r, i) = (spectra(2, &reference)?, spectra(3, &image)?);
    let sum = |k: usize, pairs: &[(usize, usize)]| -> Result<Vec<f64>> {
        let mut product = alloc::zeroed_vec::<Complex<f64>>(r[0].len())?;
        for &(a, b) in pairs {
            product.iter_mut().zip(r[a].iter().zip(&i[b])).for_each(|(sum, (a, b))| *sum += a * b.conj());
        }
        t.inverse(&part(k), product)
    };
    let (product, of_reference, of_image, count) =
        (sum(4, &[(0, 0), (1, 1)])?, sum(5, &[(2, 3)])?, sum(6, &[(3, 2)])?, sum(7, &[(3, 3)])?);
    let total = |g: &Gradient| g.valid.iter().sum::<f64>();
    let most = total(&reference).min(total(&image));
    // Sums of squares below this are rounding.
    let floor = |energy: &[f64]| 1e-9 * energy.iter().fold(0.0, |a: f64, &b| a.max(b));
    let floors = [floor(&of_reference), floor(&of_image)];
    let mut score = product;
    for (k, score) in score.iter_mut().enumerate() {
        let usable =
            count[k] >= (LEAST_OVERLAP * most).max(4.0) && of_reference[k] > floors[0] && of_image[k] > floors[1];
        let coefficient = if usable { *score / (of_reference[k] * of_image[k]).sqrt() } else { 0.0 };
        let coefficient = if contrast == Contrast::Either { coefficient.abs() } else { coefficient };
        *score = coefficient.min(1.0) * count[k].max(0.0).sqrt();
    }
    let best = score.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).map_or(0, |(k, _)| k);
    let correlation = score[best] / count[best].max(1.0).sqrt();
    // White noise of n pixels, smoothed: its gradients' coefficient has the variance pi sigma^2 / (2 n).
    let significance = score[best] / (PI / 2.0).sqrt() / sigma;
    if significance.is_nan() || significance <= SIGNIFICANT {
        return Err(Error::new(
            Status::NoResult,
            format!(
                "nothing that the two images have in common stands out of the noise: the best correlation of their gradients is \
                 {correlation:.3}, {significance:.1} standard deviations of what noise gives ({SIGNIFICANT} are asked for)"
            ),
        ));
    }
    let lattice = Lattice { score: &score, rows, columns };
    if let Some((height, at)) = lattice.rival(best, (3.0 * sigma).ceil() as i64) {
        let [x, y] = at.map(|k| k * step as i64);
        stage.context().warn(format!(
            "registration is ambiguous: a movement by ({x}, {y}) fits {:.0} % as well as the one that was found",
            100.0 * height
        ));
    }
    let shift = lattice.refined(best).map(|x| x * step as f64);
    Ok(Start { shift, step: step as f64, correlation })
}

/// A score at each whole displacement, periodic: those beyond the middle are negative.
struct Lattice<'a> {
    score: &'a [f64],
    rows: usize,
    columns: usize,
}

impl Lattice<'_> {
    fn at(&self, place: usize, [x, y]: [i64; 2]) -> f64 {
        let (row, column) = ((place / self.columns) as i64 + y, (place % self.columns) as i64 + x);
        let (row, column) = (row.rem_euclid(self.rows as i64), column.rem_euclid(self.columns as i64));
        self.score[row as usize * self.columns + column as usize]
    }

    fn displacement(&self, place: usize) -> [i64; 2] {
        let signed = |k: usize, n: usize| if 2 * k > n { k as i64 - n as i64 } else { k as i64 };
        [signed(place % self.columns, self.columns), signed(place / self.columns, self.rows)]
    }

    /// The place of a maximum, between the lattice's by a parabola along each axis.
    fn refined(&self, place: usize) -> [f64; 2] {
        let whole = self.displacement(place);
        let along = |k: usize| {
            let step = |by: i64| self.at(place, if k == 0 { [by, 0] } else { [0, by] });
            let (before, here, after) = (step(-1), step(0), step(1));
            let bend = before - 2.0 * here + after;
            if bend < 0.0 { (0.5 * (before - after) / bend).clamp(-0.5, 0.5) } else { 0.0 }
        };
        [0, 1].map(|k| whole[k] as f64 + along(k))
    }

    /// The highest other maximum that reaches [`RIVAL`] of the best one, further than `distance` from it: its height over
    /// the best one's, and its displacement.
    fn rival(&self, best: usize, distance: i64) -> Option<(f64, [i64; 2])> {
        let from = self.displacement(best);
        let top = self.score[best];
        let mut found: Option<(f64, [i64; 2])> = None;
        for (place, &height) in self.score.iter().enumerate() {
            if height < RIVAL * top || found.is_some_and(|(known, _)| height <= known * top) {
                continue;
            }
            let to = self.displacement(place);
            let far = (to[0] - from[0]).abs().max((to[1] - from[1]).abs()) > distance;
            let around = (-1..=1).flat_map(|y| (-1..=1).map(move |x| [x, y])).filter(|&d| d != [0, 0]);
            if far && around.into_iter().all(|d| self.at(place, d) <= height) {
                found = Some((height / top, to));
            }
        }
        found
    }
}

/// The gradient of a frame that was made smaller and smoothed. All that is not known is 0.
struct Gradient {
    x: Vec<f64>,
    y: Vec<f64>,
    square: Vec<f64>,
    valid: Vec<f64>,
    rows: usize,
    columns: usize,
}

impl Gradient {
    fn of(stage: &Stage<'_>, side: &Side, step: usize, sigma: f64, name: &str) -> Result<Gradient> {
        let small = binned(side, step)?;
        let side = smoothed(stage, &small, sigma)?;
        let (rows, columns) = (side.rows, side.columns);
        let new = || alloc::zeroed_vec::<f64>(rows * columns);
        let mut g = Gradient { x: new()?, y: new()?, square: new()?, valid: new()?, rows, columns };
        let mut largest = 0.0f64;
        for r in 1..rows.saturating_sub(1) {
            for c in 1..columns.saturating_sub(1) {
                let at = r * columns + c;
                let around = [at - 1, at + 1, at - columns, at + columns];
                if !side.is_valid(at) || !around.iter().all(|&k| side.is_valid(k)) {
                    continue;
                }
                let [left, right, above, below] = around.map(|k| side.pixels[k]);
                (g.x[at], g.y[at]) = ((right - left) / 2.0, (below - above) / 2.0);
                g.square[at] = g.x[at] * g.x[at] + g.y[at] * g.y[at];
                g.valid[at] = 1.0;
                largest = largest.max(side.pixels[at].abs());
            }
        }
        let count = g.valid.iter().sum::<f64>();
        if count == 0.0 {
            return Err(Error::new(
                Status::NoResult,
                format!("`{name}` has too few valid pixels side by side: nothing to register"),
            ));
        }
        let energy = (g.square.iter().sum::<f64>() / count).sqrt();
        if energy.is_nan() || energy <= 1e-12 * largest {
            return Err(Error::new(Status::NoResult, format!("`{name}` is flat: it has no structure to register")));
        }
        Ok(g)
    }
}

/// The means of the valid pixels of squares; fewer than half of them make an invalid one. What is left at the right and lower
/// edges has no part.
pub(super) fn binned(side: &Side, step: usize) -> Result<Side> {
    if step == 1 {
        return Ok(side.clone());
    }
    let (rows, columns) = (side.rows / step, side.columns / step);
    let (mut pixels, mut invalid) = (alloc::vec(rows * columns)?, alloc::vec(rows * columns)?);
    for r in 0..rows {
        for c in 0..columns {
            let (mut sum, mut count) = (0.0, 0);
            for row in r * step..(r + 1) * step {
                for at in row * side.columns + c * step..row * side.columns + (c + 1) * step {
                    if side.is_valid(at) {
                        sum += side.pixels[at];
                        count += 1;
                    }
                }
            }
            pixels.push(if count > 0 { sum / f64::from(count) } else { 0.0 });
            invalid.push(2 * (count as usize) < step * step);
        }
    }
    let invalid = invalid.contains(&true).then_some(invalid);
    Ok(Side { pixels, invalid, rows, columns })
}

/// The frame smoothed by a Gaussian over its valid pixels; 0 leaves it alone.
///
/// # Errors
/// `NoMemory`, `Cancelled`.
pub(super) fn smoothed(stage: &Stage<'_>, side: &Side, sigma: f64) -> Result<Side> {
    if sigma <= 0.0 {
        return Ok(side.clone());
    }
    let (rows, columns) = (side.rows, side.columns);
    let mut pixels = alloc::vec(side.pixels.len())?;
    pixels.extend_from_slice(&side.pixels);
    let invalid = match &side.invalid {
        Some(invalid) => {
            let mut mask = alloc::vec(invalid.len())?;
            mask.extend_from_slice(invalid);
            Some(mask)
        }
        None => None,
    };
    let mask = match &invalid {
        Some(mask) => {
            let mut copy = alloc::vec(mask.len())?;
            copy.extend_from_slice(mask);
            Some(alloc::from_vec(&[rows, columns], copy)?.into_shared())
        }
        None => None,
    };
    let array = MaskedArray::new(alloc::from_vec(&[rows, columns], pixels)?, mask)?;
    let filtered = Gaussian::smooth(sigma).apply(stage, &array)?;
    let data = alloc::contiguous(&filtered.data().to_f64()?)?;
    let mut pixels = alloc::vec(data.len())?;
    pixels.extend_from_slice(data.as_slice().unwrap_or_default());
    Ok(Side { pixels, invalid, rows, columns })
}

/// Windows of at most this side are looked at for the noise.
const WINDOW: usize = 512;
/// The widths among which the smoothing is chosen, in pixels.
const WIDTHS: [f64; 14] = [0.0, 0.5, 0.7, 0.85, 1.0, 1.2, 1.4, 1.7, 2.0, 2.4, 2.8, 3.4, 4.0, 5.6];

/// The Gaussian's sigma that lets noise move the maximum of the correlation of both frames the least.
///
/// With white noise of variance n in both, structure of power s(k) and a smoothing g(k) of both, the correlation's maximum has a
/// variance of the sum of k^2 g^4 (2 n s + n^2) over the square of the sum of k^2 g^2 s (the first term: noise against structure,
/// the second: noise against noise). Power and noise come from the spectra under a Hann window: the noise is what stands at the
/// highest frequencies, which a beam of more than a pixel does not reach; the power is the mean over each ring less the noise,
/// up to the ring where it drowns in it.
///
/// # Errors
/// [`Status::NoResult`] when no pixel is valid; `NoMemory`, `Cancelled`.
pub(super) fn smoothing(stage: &Stage<'_>, pair: &Pair) -> Result<f64> {
    let sides = [&pair.reference, &pair.image];
    let rows = sides.map(|side| side.rows).into_iter().min().unwrap_or(0).min(WINDOW);
    let columns = sides.map(|side| side.columns).into_iter().min().unwrap_or(0).min(WINDOW);
    let longest = rows.max(columns);
    if rows.min(columns) < 16 {
        return Ok(0.0);
    }
    let t = Transform::new(rows, columns);
    let mut power = alloc::zeroed_vec::<f64>(t.half * rows)?;
    for (i, side) in sides.into_iter().enumerate() {
        let window = windowed(side, rows, columns)?;
        let spectrum = t.forward(&stage.nth(i, 2), &window, columns)?;
        power.iter_mut().zip(&spectrum).for_each(|(sum, z)| *sum += z.norm_sqr());
    }
    // Powers of pixels' white noise of variance 1 are 1 then; a Hann window's squares have the mean (3/8)^2.
    let scale = 1.0 / (2.0 * rows as f64 * columns as f64 * (3.0f64 / 8.0).powi(2));
    let place = |k: usize| {
        let (u, v) = (k / rows, k % rows);
        [Transform::frequency(u, columns), Transform::frequency(v, rows)]
    };
    let ring = |k: usize| {
        let [x, y] = place(k);
        (x.hypot(y) * longest as f64) as usize
    };
    let mut corner: Vec<f64> = alloc::vec(power.len())?;
    let mut rings = vec![(0.0, 0.0); longest + 1];
    for (k, power) in power.iter_mut().enumerate() {
        *power *= scale;
        if place(k).iter().all(|f| f.abs() > 0.35) {
            corner.push(*power);
        }
        let ring = &mut rings[ring(k)];
        *ring = (ring.0 + *power, ring.1 + 1.0);
    }
    if corner.is_empty() {
        return Ok(0.0);
    }
    let middle = corner.len() / 2;
    // The mean of two exponential variables has its median at 0.8392 of its mean.
    let noise = *corner.select_nth_unstable_by(middle, f64::total_cmp).1 / 0.8392;
    let mut drowned = false;
    let structure: Vec<f64> = rings
        .iter()
        .enumerate()
        .map(|(i, &(sum, count))| {
            let above = if count > 0.0 { sum / count - noise } else { 0.0 };
            drowned |= i > 1 && above < 0.5 * noise;
            if drowned { 0.0 } else { above.max(0.0) }
        })
        .collect();
    let variance = |sigma: f64| {
        let (mut above, mut below) = (0.0, 0.0);
        for (i, &(_, count)) in rings.iter().enumerate() {
            let k = 2.0 * PI * (i as f64 + 0.5) / longest as f64;
            let g = (-(k * sigma) * (k * sigma)).exp();
            let s = structure[i];
            above += count * k * k * g * g * noise * (2.0 * s + noise);
            below += count * k * k * g * s;
        }
        if below > 0.0 { above / (below * below) } else { f64::INFINITY }
    };
    let widest = rows.min(columns) as f64 / 16.0;
    let widths = WIDTHS.into_iter().filter(|&sigma| sigma <= widest);
    Ok(widths.map(|sigma| (sigma, variance(sigma))).min_by(|a, b| a.1.total_cmp(&b.1)).map_or(0.0, |(sigma, _)| sigma))
}

/// The middle of a frame less its mean, under a Hann window.
fn windowed(side: &Side, rows: usize, columns: usize) -> Result<Vec<f64>> {
    let pixels = side.filled_nearest()?;
    let (top, left) = ((side.rows - rows) / 2, (side.columns - columns) / 2);
    let mut out = alloc::vec(rows * columns)?;
    for row in pixels.chunks(side.columns).skip(top).take(rows) {
        out.extend_from_slice(&row[left..left + columns]);
    }
    let hann = |i: usize, n: usize| 0.5 - 0.5 * (2.0 * PI * (i as f64 + 0.5) / n as f64).cos();
    let mean = out.iter().sum::<f64>() / out.len() as f64;
    for (r, row) in out.chunks_mut(columns).enumerate() {
        let down = hann(r, rows);
        row.iter_mut().enumerate().for_each(|(c, x)| *x = (*x - mean) * down * hann(c, columns));
    }
    Ok(out)
}
