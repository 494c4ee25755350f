//! Rows of different brightness: the ring current decays and is refilled, or the beam flickers. A scan is measured row by row, so
//! they belong to the frame, not to the sample.

use super::frame::RegistrationFrame;
use crate::array::{Data, MaskedArray, alloc};
use crate::context::Result;
use crate::image::{BEAM_CURRENT, Image};
use std::ops::Range;

/// Differences between rows beyond this many standard deviations of their means' noise may be steps.
const STEP: f64 = 7.0;
/// A step is this many times as large as the range of the rows around it.
const ALONE: f64 = 3.0;
/// Rows flicker if the fourth differences of their means are this many times those from noise, and those of columns.
const FLICKER: f64 = 2.5;

/// The means of lines' valid pixels; NaN where less than half are valid.
fn means(side: &RegistrationFrame, along_rows: bool) -> Result<Vec<f64>> {
    let (lines, length) = if along_rows { (side.rows, side.columns) } else { (side.columns, side.rows) };
    let mut sums: Vec<(f64, usize)> = alloc::vec(lines)?;
    sums.resize(lines, (0.0, 0));
    for (row, pixels) in side.pixels.chunks(side.columns).enumerate() {
        for (column, &x) in pixels.iter().enumerate() {
            if side.is_valid(row * side.columns + column) {
                let sum = &mut sums[if along_rows { row } else { column }];
                *sum = (sum.0 + x, sum.1 + 1);
            }
        }
    }
    let mut means = alloc::vec(lines)?;
    means.extend(sums.iter().map(|&(sum, n)| if 2 * n >= length { sum / n as f64 } else { f64::NAN }));
    Ok(means)
}

fn median(values: &mut [f64]) -> Option<f64> {
    let middle = values.len() / 2;
    (!values.is_empty()).then(|| *values.select_nth_unstable_by(middle, f64::total_cmp).1)
}

/// The typical fourth difference; it is small for content that a beam has smoothed.
fn roughness(means: &[f64]) -> Result<f64> {
    let mut sizes = alloc::vec(means.len())?;
    let fourth = means.windows(5).map(|m| (m[0] - 4.0 * m[1] + 6.0 * m[2] - 4.0 * m[3] + m[4]).abs());
    sizes.extend(fourth.filter(|x| x.is_finite()));
    Ok(median(&mut sizes).unwrap_or(0.0) / 0.6745 / 70f64.sqrt())
}

/// Whether rows differ in brightness as no content under a beam does: by a step between two rows, or by flicker. `noise` is
/// that of the pixels.
///
/// # Errors
/// `NoMemory`.
pub fn differ(side: &RegistrationFrame, noise: f64) -> Result<bool> {
    if noise <= 0.0 || noise.is_nan() || side.rows < 16 || side.columns < 16 {
        return Ok(false);
    }
    let rows = means(side, true)?;
    let of_rows = noise / (side.columns as f64).sqrt();
    let rough = roughness(&rows)?;
    if rough > FLICKER * of_rows {
        let columns = means(side, false)?;
        let expected = noise / (side.rows as f64).sqrt();
        if rough / of_rows > FLICKER * (roughness(&columns)? / expected) {
            return Ok(true);
        }
    }
    let mut steps = alloc::vec(rows.len())?;
    steps.extend(rows.windows(2).map(|pair| pair[1] - pair[0]));
    Ok(steps.windows(7).any(|around| {
        let mut others = [around[0], around[1], around[2], around[4], around[5], around[6]];
        others.sort_by(f64::total_cmp);
        let (middle, spread) = ((others[2] + others[3]) / 2.0, others[5] - others[0]);
        // NaN compares as false.
        let size = (around[3] - middle).abs();
        size > STEP * 2f64.sqrt() * of_rows && size > ALONE * spread
    }))
}

/// The mean of a frame, the average divisor of its rows; 1 if they are not divided.
pub fn scale(side: &RegistrationFrame) -> f64 {
    let (mut sum, mut squares, mut n) = (0.0, 0.0, 0.0);
    for (_, &x) in side.pixels.iter().enumerate().filter(|&(i, _)| side.is_valid(i)) {
        (sum, squares, n) = (sum + x, squares + x * x, n + 1.0);
    }
    let mean = sum / n;
    // Values around 0 have no brightness that could be divided by.
    if mean > 0.0 && squares / n < 2.0 * mean * mean { mean } else { 1.0 }
}

/// The frame with its rows divided by their means over some columns; if the values are around 0 the means are subtracted instead.
///
/// # Errors
/// `NoMemory`.
pub fn even(side: &RegistrationFrame, columns: Range<usize>) -> Result<RegistrationFrame> {
    let divide = scale(side) != 1.0;
    let mut pixels = alloc::vec(side.pixels.len())?;
    let mut invalid = side.invalid.as_deref().map(alloc::copied).transpose()?;
    for (row, line) in side.pixels.chunks(side.columns).enumerate() {
        let from = row * side.columns;
        let (mut sum, mut n) = (0.0, 0.0);
        for column in columns.clone().filter(|&column| side.is_valid(from + column)) {
            (sum, n) = (sum + line[column], n + 1.0);
        }
        let mean = sum / n;
        if n == 0.0 || (divide && mean <= 0.0) {
            // The brightness of this row is not known.
            let all = match &mut invalid {
                Some(all) => all,
                None => invalid.insert(alloc::zeroed_vec(side.pixels.len())?),
            };
            all[from..from + line.len()].fill(true);
            pixels.extend_from_slice(line);
        } else if divide {
            pixels.extend(line.iter().map(|x| x / mean));
        } else {
            pixels.extend(line.iter().map(|x| x - mean));
        }
    }
    Ok(RegistrationFrame { pixels, invalid, rows: side.rows, columns: side.columns })
}

/// Rows follow the ring current if their brightness changes by at least this fraction of its change.
const FOLLOWS: f64 = 0.5;

/// The image with its rows divided by the ring current over its mean, if there is a plane "beam current" and the rows follow it.
/// The rows of an image that was divided before do not.
///
/// # Errors
/// `NoMemory`.
pub fn by_current(image: &Image) -> Result<Image> {
    let Some(plane) = image.planes().get(BEAM_CURRENT).filter(|plane| plane.array.shape() == image.shape()) else {
        return Ok(image.clone());
    };
    let mut current = RegistrationFrame::of_array(&plane.array)?;
    if current.pixels.iter().any(|&x| x <= 0.0) {
        let mut invalid = match current.invalid.take() {
            Some(invalid) => invalid,
            None => alloc::zeroed_vec(current.pixels.len())?,
        };
        invalid.iter_mut().zip(&current.pixels).for_each(|(invalid, &x)| *invalid |= x <= 0.0);
        current.invalid = Some(invalid);
    }
    let side = RegistrationFrame::of_array(image.array())?;
    if side.rows < 2 || side.columns == 0 {
        return Ok(image.clone());
    }
    let (bright, of_rows) = (means(&side, true)?, means(&current, true)?);
    let (mut product, mut square) = (0.0, 0.0);
    for (bright, current) in bright.windows(2).zip(of_rows.windows(2)) {
        let (b, c) = ((bright[1] / bright[0]).ln(), (current[1] / current[0]).ln());
        // Not if rows have no pixels, or values around 0.
        if b.is_finite() && c.is_finite() {
            (product, square) = (product + b * c, square + c * c);
        }
    }
    let follow = square > 0.0 && product > FOLLOWS * square;
    if !follow {
        return Ok(image.clone());
    }
    let (sum, n) = of_rows.iter().filter(|x| x.is_finite()).fold((0.0, 0.0), |(sum, n), x| (sum + x, n + 1.0));
    let mean = sum / n;
    let RegistrationFrame { mut pixels, rows, columns, .. } = side;
    for (row, &current) in pixels.chunks_mut(columns).zip(&of_rows) {
        // Rows of unknown current are not divided.
        let gain = if current.is_finite() { current / mean } else { f64::NAN };
        row.iter_mut().for_each(|x| *x /= gain);
    }
    let array = alloc::from_vec(&[rows, columns], pixels)?;
    image.with_array(MaskedArray::new(Data::from(array), image.array().mask().cloned())?)
}
