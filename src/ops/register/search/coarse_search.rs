//! The coarse search: the movement of reduced images, to a fraction of their pixels, as a start for the methods.
//!
//! Both frames are averaged over squares, slow variations are subtracted, and [`correlate`] gives Pearson's coefficient r
//! at every whole shift. The best shift is the most significant one, by Fisher's z = atanh(r) sqrt(n) with n the pixels of
//! the overlap (R. A. Fisher 1921, "On the 'probable error' of a coefficient of correlation", Metron 1, 3-32): a small overlap must
//! agree better than a large one. If the pixels agree badly, as with magnetic contrast of opposite sign, the magnitudes of the
//! gradients, which have no sign, are correlated too, and both results are starts.

use super::correlate::{Correlation, correlate};
use crate::array::alloc;
use crate::context::{Error, Result, Stage, Status};
use crate::ops::register::pair::frame::RegistrationFrame;
use crate::ops::register::pair::gradient::scharr_magnitude;
use crate::ops::register::pair::smooth::{gaussian, smooth};

/// What was compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Structure {
    /// The pixels.
    Pixels,
    /// The magnitude of their gradients.
    Gradients,
}

/// A rough movement that lays the image on the reference.
#[derive(Debug, Clone, Copy)]
pub struct CoarseShift {
    /// (x, y) in pixels of the original frames.
    pub shift: [f64; 2],
    /// Pearson's coefficient there.
    pub coefficient: f64,
    /// Fisher's z there.
    pub significance: f64,
    /// The standard deviation of z elsewhere, by chance.
    pub chance: f64,
    /// Whether pixels or gradients agree there.
    pub structure: Structure,
    /// Another shift that is nearly as good, and its coefficient.
    pub rival: Option<([f64; 2], f64)>,
}

impl CoarseShift {
    /// How many times as significant as an arbitrary movement.
    pub fn standing_out(&self) -> f64 {
        self.significance / self.chance.max(1.0)
    }
}

/// Overlaps smaller than this fraction of the smaller frame are ignored.
const LEAST_OVERLAP: f64 = 0.2;
/// The least z of a result. For ten thousand shifts of unrelated frames z rarely exceeds 4, and never this.
const SIGNIFICANT: f64 = 6.0;
/// The same for gradients, whose neighbours share pixels.
const SIGNIFICANT_GRADIENTS: f64 = 15.0;
/// A maximum above these fractions of the best one's coefficient and z is a rival.
const RIVAL: (f64, f64) = (0.9, 0.8);
/// Below this coefficient of the pixels the gradients are compared too.
const DOUBTFUL: f64 = 0.5;
/// Values are clipped at this many typical deviations.
const CLIP: f64 = 1.5;
/// Within this many pixels, or squares, of a known shift no other one is looked for.
const NEAR: (f64, f64) = (1.5, 1.0);
/// The approximate number of shifts from which the agreement by chance is estimated.
const CHANCES: usize = 4001;
/// The sigma, in squares, of the local mean that is subtracted.
const SLOW: f64 = 4.0;

/// Finds one or two starts, with squares of `side` x `side` pixels. Structure weaker than `threshold` times the strongest gradient
/// is ignored.
///
/// # Errors
/// [`Status::NoResult`] when nothing agrees; [`Status::NoMemory`]; [`Status::Cancelled`].
pub fn starts(
    stage: &Stage<'_>,
    image: &RegistrationFrame,
    reference: &RegistrationFrame,
    side: usize,
    threshold: f64,
) -> Result<Vec<CoarseShift>> {
    let small = [binned(image, side)?, binned(reference, side)?];
    let flat = [flattened(stage, &small[0], threshold)?, flattened(stage, &small[1], threshold)?];
    let mut starts = Vec::with_capacity(2);
    starts.extend(best(stage, [&flat[0], &flat[1]], side, Structure::Pixels)?);
    if starts.iter().all(|start| start.coefficient < DOUBTFUL || start.rival.is_some()) {
        let gradients = [gradients(stage, &small[0])?, gradients(stage, &small[1])?];
        starts.extend(best(stage, [&gradients[0], &gradients[1]], side, Structure::Gradients)?);
    }
    let best = starts.iter().copied().max_by(|a, b| a.significance.total_cmp(&b.significance));
    let needed = |structure| match structure {
        Structure::Pixels => SIGNIFICANT,
        Structure::Gradients => SIGNIFICANT_GRADIENTS,
    };
    starts.retain(|start| start.significance >= needed(start.structure));
    if !starts.is_empty() {
        return Ok(starts);
    }
    let found = best.map_or_else(
        || "no overlap has contrast".to_owned(),
        |best| {
            format!(
                "the best, at ({:.0}, {:.0}), has the correlation {:.2} and the significance {:.1}; needed: {}",
                best.shift[0],
                best.shift[1],
                best.coefficient,
                best.significance,
                needed(best.structure)
            )
        },
    );
    Err(Error::new(Status::NoResult, format!("no movement aligns the image with the reference: {found}")))
}

/// Further starts that are not near known ones: the best one of the gradients, and the best ones of the pixels, unchanged and
/// clipped.
///
/// # Errors
/// [`Status::NoMemory`]; [`Status::Cancelled`].
pub fn others(
    stage: &Stage<'_>,
    sides: [&RegistrationFrame; 2],
    side: usize,
    threshold: f64,
    known: &[[f64; 2]],
) -> Result<Vec<CoarseShift>> {
    let small = [binned(sides[0], side)?, binned(sides[1], side)?];
    let flat = [flattened(stage, &small[0], threshold)?, flattened(stage, &small[1], threshold)?];
    let clipped = [clipped(&flat[0])?, clipped(&flat[1])?];
    let mut starts = Vec::with_capacity(3);
    for [image, reference] in [&flat, &clipped] {
        let found = best_but(stage, [image, reference], side, Structure::Pixels, known)?;
        starts.extend(found.filter(|start| start.significance >= SIGNIFICANT));
    }
    let gradients = [gradients(stage, &small[0])?, gradients(stage, &small[1])?];
    let found = best_but(stage, [&gradients[0], &gradients[1]], side, Structure::Pixels, known)?;
    starts.extend(found.filter(|start| start.significance >= SIGNIFICANT_GRADIENTS));
    starts.iter_mut().for_each(|start| start.rival = None);
    Ok(starts)
}

/// The frame with its values clipped at [`CLIP`] typical deviations.
fn clipped(frame: &RegistrationFrame) -> Result<RegistrationFrame> {
    let mut sizes = alloc::vec(frame.pixels.len())?;
    sizes.extend((0..frame.pixels.len()).filter(|&i| frame.is_valid(i)).map(|i| frame.pixels[i].abs()));
    if sizes.is_empty() {
        return frame.copied();
    }
    let middle = sizes.len() / 2;
    let limit = CLIP * *sizes.select_nth_unstable_by(middle, f64::total_cmp).1 / 0.6745;
    let mut pixels = alloc::vec(frame.pixels.len())?;
    pixels.extend(frame.pixels.iter().map(|x| x.clamp(-limit, limit)));
    frame.with_pixels(pixels)
}

/// The magnitude of the smoothed frame's gradient, less its local mean.
fn gradients(stage: &Stage<'_>, frame: &RegistrationFrame) -> Result<RegistrationFrame> {
    let smoothed = smooth(stage, frame, 0.0, &gaussian(0.5, 2))?.0;
    if !(0..smoothed.len()).any(|i| frame.is_valid(i)) {
        return frame.copied();
    }
    let pixels = scharr_magnitude(&frame.with_pixels(smoothed)?)?;
    flattened(stage, &frame.with_pixels(pixels)?, 0.0)
}

/// The means of squares of pixels; one is valid where half of its pixels are. Incomplete squares at the right and at the bottom are
/// left out.
pub fn binned(frame: &RegistrationFrame, side: usize) -> Result<RegistrationFrame> {
    if side == 1 {
        return frame.copied();
    }
    let (rows, columns) = (frame.rows / side, frame.columns / side);
    let mut pixels = alloc::vec(rows * columns)?;
    let mut invalid = match frame.invalid {
        Some(_) => Some(alloc::vec::<bool>(rows * columns)?),
        None => None,
    };
    let whole = 1.0 / (side * side) as f64;
    for row in 0..rows {
        for column in 0..columns {
            let (mut sum, mut n) = (0.0, 0usize);
            for r in row * side..(row + 1) * side {
                let from = r * frame.columns + column * side;
                match &frame.invalid {
                    None => sum += frame.pixels[from..from + side].iter().sum::<f64>(),
                    Some(invalid) => {
                        let valid = (from..from + side).filter(|&i| !invalid[i]);
                        valid.for_each(|i| {
                            sum += frame.pixels[i];
                            n += 1;
                        });
                    }
                }
            }
            match &mut invalid {
                None => pixels.push(sum * whole),
                Some(invalid) => {
                    pixels.push(if n > 0 { sum / n as f64 } else { 0.0 });
                    invalid.push(2 * n < side * side);
                }
            }
        }
    }
    Ok(RegistrationFrame { pixels, invalid, rows, columns })
}

/// The frame less its local mean; 0 where the gradient is weaker than `threshold` times the strongest.
fn flattened(stage: &Stage<'_>, frame: &RegistrationFrame, threshold: f64) -> Result<RegistrationFrame> {
    let (slow, _) = smooth(stage, frame, 0.0, &gaussian(SLOW * SLOW, (3.0 * SLOW) as usize))?;
    let mut pixels = alloc::vec(frame.pixels.len())?;
    pixels.extend(frame.pixels.iter().zip(&slow).map(|(x, slow)| x - slow));
    if threshold > 0.0 && (0..pixels.len()).any(|i| frame.is_valid(i)) {
        let weak = weak(frame, threshold)?;
        pixels.iter_mut().zip(weak).filter(|(_, weak)| *weak).for_each(|(x, _)| *x = 0.0);
    }
    frame.with_pixels(pixels)
}

/// Marks the pixels whose gradient is weaker than `threshold` times the strongest of a valid pixel.
pub fn weak(frame: &RegistrationFrame, threshold: f64) -> Result<Vec<bool>> {
    let magnitude = scharr_magnitude(frame)?;
    let valid = magnitude.iter().enumerate().filter(|&(i, _)| frame.is_valid(i));
    let strongest = valid.fold(0.0f64, |m, (_, &x)| m.max(x));
    let mut weak = alloc::vec(magnitude.len())?;
    weak.extend(magnitude.iter().map(|&x| x < threshold * strongest));
    Ok(weak)
}

/// The most significant shift.
fn best(
    stage: &Stage<'_>,
    sides: [&RegistrationFrame; 2],
    side: usize,
    structure: Structure,
) -> Result<Option<CoarseShift>> {
    best_but(stage, sides, side, structure, &[])
}

/// The most significant maximum that is not near a known shift.
fn best_but(
    stage: &Stage<'_>,
    [image, reference]: [&RegistrationFrame; 2],
    side: usize,
    structure: Structure,
    known: &[[f64; 2]],
) -> Result<Option<CoarseShift>> {
    if image.pixels.is_empty() || reference.pixels.is_empty() {
        return Ok(None);
    }
    let map = correlate(stage.context(), image, reference, LEAST_OVERLAP)?;
    let z = |i: usize| {
        // Below this bound atanh(r) differs from r by some thousandths only.
        let r = map.coefficient[i];
        let r = if r > 0.1 { r.min(1.0 - 1e-12).atanh() } else { r };
        r * map.overlap[i].sqrt()
    };
    let Some((peak, significance)) = (0..map.coefficient.len())
        .filter(|&i| map.coefficient[i] > 0.0 && known.iter().all(|&known| elsewhere(&map, i, side, known)))
        .map(|i| (i, z(i)))
        .max_by(|a, b| a.1.total_cmp(&b.1))
    else {
        return Ok(None);
    };
    let coefficient = map.coefficient[peak];
    let shift = |i: usize| {
        let [x, y] = refined(&map, i);
        [x * side as f64, y * side as f64]
    };
    let rival = rival(&map, peak, z).map(|i| (shift(i), map.coefficient[i]));
    let chance = chance(&map, z)?;
    Ok(Some(CoarseShift { shift: shift(peak), coefficient, significance, chance, structure, rival }))
}

/// The standard deviation of z over all shifts, from its median. It is 1 if neighbours are independent; smooth
/// content agrees better by chance (M. S. Bartlett 1946, "On the theoretical specification and sampling properties of
/// autocorrelated time-series", J. R. Stat. Soc. Suppl. 8, 27-41).
fn chance(map: &Correlation, z: impl Fn(usize) -> f64) -> Result<f64> {
    let n = map.coefficient.len();
    let step = n.div_ceil(CHANCES).max(1);
    let mut sizes = alloc::vec(n.div_ceil(step))?;
    sizes.extend((0..n).step_by(step).filter(|&i| map.overlap[i] > 0.0).map(|i| z(i).abs()));
    if sizes.is_empty() {
        return Ok(1.0);
    }
    let middle = sizes.len() / 2;
    Ok(*sizes.select_nth_unstable_by(middle, f64::total_cmp).1 / 0.6745)
}

/// Whether an entry is a maximum that is not at a known shift.
fn elsewhere(map: &Correlation, i: usize, side: usize, known: [f64; 2]) -> bool {
    let (rows, columns) = map.shape;
    let (row, column) = (i / columns, i % columns);
    let at = [column as f64 - map.origin.1 as f64, row as f64 - map.origin.0 as f64].map(|x| x * side as f64);
    let distance = (at[0] - known[0]).abs().max((at[1] - known[1]).abs());
    let around = |k: usize, n: usize| k.saturating_sub(1)..(k + 2).min(n);
    distance > NEAR.0.max(NEAR.1 * side as f64)
        && around(row, rows)
            .all(|r| around(column, columns).all(|c| map.coefficient[r * columns + c] <= map.coefficient[i]))
}

/// The shift of an entry, refined by parabolas through its neighbours.
fn refined(map: &Correlation, peak: usize) -> [f64; 2] {
    let (row, column) = (peak / map.shape.1, peak % map.shape.1);
    let at = |row: usize, column: usize| {
        let i = row * map.shape.1 + column;
        (map.overlap[i] > 0.0).then(|| map.coefficient[i])
    };
    let vertex = |before: Option<f64>, after: Option<f64>| {
        let (Some(before), Some(after)) = (before, after) else { return 0.0 };
        let curvature = before + after - 2.0 * map.coefficient[peak];
        if curvature < 0.0 { ((before - after) / (2.0 * curvature)).clamp(-0.5, 0.5) } else { 0.0 }
    };
    let inside = |i: usize, n: usize| i > 0 && i + 1 < n;
    let x = if inside(column, map.shape.1) { vertex(at(row, column - 1), at(row, column + 1)) } else { 0.0 };
    let y = if inside(row, map.shape.0) { vertex(at(row - 1, column), at(row + 1, column)) } else { 0.0 };
    [column as f64 - map.origin.1 as f64 + x, row as f64 - map.origin.0 as f64 + y]
}

/// The most significant other maximum that is nearly as good and separated by a valley.
fn rival(map: &Correlation, peak: usize, z: impl Fn(usize) -> f64) -> Option<usize> {
    let (rows, columns) = map.shape;
    let place = |i: usize| ((i / columns) as f64, (i % columns) as f64);
    let (good, significant) = (RIVAL.0 * map.coefficient[peak], RIVAL.1 * z(peak));
    let is_maximum = |i: usize| {
        let (row, column) = (i / columns, i % columns);
        let around = |k: usize, n: usize| k.saturating_sub(1)..(k + 2).min(n);
        around(row, rows)
            .all(|r| around(column, columns).all(|c| map.coefficient[r * columns + c] <= map.coefficient[i]))
    };
    let (from_row, from_column) = place(peak);
    let behind_a_valley = |i: usize| {
        let (row, column) = place(i);
        let steps = (row - from_row).abs().max((column - from_column).abs());
        (1..steps as usize).any(|k| {
            let t = k as f64 / steps;
            let (r, c) = (from_row + t * (row - from_row), from_column + t * (column - from_column));
            map.coefficient[r.round() as usize * columns + c.round() as usize] < 0.8 * good
        })
    };
    (0..map.coefficient.len())
        .filter(|&i| map.coefficient[i] >= good && z(i) >= significant && i != peak)
        .filter(|&i| is_maximum(i) && behind_a_valley(i))
        .max_by(|&a, &b| z(a).total_cmp(&z(b)))
}
