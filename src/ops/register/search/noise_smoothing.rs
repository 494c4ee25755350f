//! Smoothing that keeps noise from moving the maximum of a correlation.

use super::dft::Transform;
use crate::array::{MaskedArray, alloc};
use crate::context::{Result, Stage};
use crate::ops::filter::Gaussian;
use crate::ops::register::pair::Pair;
use crate::ops::register::pair::frame::RegistrationFrame;
use std::f64::consts::PI;

/// The frame smoothed by a Gaussian over its valid pixels; unchanged if `sigma` is 0.
///
/// # Errors
/// `NoMemory`, `Cancelled`.
pub fn smoothed(stage: &Stage<'_>, side: &RegistrationFrame, sigma: f64) -> Result<RegistrationFrame> {
    if sigma <= 0.0 {
        return side.copied();
    }
    let (rows, columns) = (side.rows, side.columns);
    let pixels = alloc::copied(&side.pixels)?;
    let invalid = match &side.invalid {
        Some(invalid) => {
            let mask = alloc::copied(invalid)?;
            Some(mask)
        }
        None => None,
    };
    let mask = match &invalid {
        Some(mask) => {
            let copy = alloc::copied(mask)?;
            Some(alloc::from_vec(&[rows, columns], copy)?.into_shared())
        }
        None => None,
    };
    let array = MaskedArray::new(alloc::from_vec(&[rows, columns], pixels)?, mask)?;
    let filtered = Gaussian::smooth(sigma).apply(stage, &array)?;
    let data = alloc::contiguous(&filtered.data().to_f64()?)?;
    let pixels = alloc::copied(data.as_slice().unwrap_or_default())?;
    Ok(RegistrationFrame { pixels, invalid, rows, columns })
}

/// The noise is estimated in a window of at most this many rows and columns.
const WINDOW: usize = 512;
/// The sigmas among which the smoothing is chosen, in pixels.
const WIDTHS: [f64; 14] = [0.0, 0.5, 0.7, 0.85, 1.0, 1.2, 1.4, 1.7, 2.0, 2.4, 2.8, 3.4, 4.0, 5.6];

/// The Gaussian's sigma with which noise moves the maximum of both frames' correlation least.
///
/// With white noise of variance n in both, structure of power s(k) and a smoothing g(k) of both, the correlation's maximum has a
/// variance of the sum of k^2 g^4 (2 n s + n^2) over the square of the sum of k^2 g^2 s (the first term: noise against structure,
/// the second: noise against noise). Power and noise come from the spectra under a Hann window: the noise is the power at the
/// highest frequencies, where a beam wider than a pixel has no signal; the signal's power is the mean over each ring less the noise,
/// up to the ring where it is below the noise.
///
/// # Errors
/// [`Status::NoResult`](crate::context::Status::NoResult) when no pixel is valid; `NoMemory`, `Cancelled`.
pub fn smoothing(stage: &Stage<'_>, pair: &Pair) -> Result<f64> {
    smoothing_of(stage, pair, 0)
}

/// [`smoothing`] for a correlation of derivatives of an order, which multiply powers by k^2 each.
///
/// # Errors
/// As [`smoothing`].
pub fn smoothing_of(stage: &Stage<'_>, pair: &Pair, order: i32) -> Result<f64> {
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
            let g = k.powi(2 * order) * (-(k * sigma) * (k * sigma)).exp();
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
fn windowed(side: &RegistrationFrame, rows: usize, columns: usize) -> Result<Vec<f64>> {
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
