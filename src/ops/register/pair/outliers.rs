//! Single pixels that a beam cannot produce: hot and dead ones of a detector, cosmic rays. Hot and dead ones are fixed to the detector: in
//! both frames they agree best without a movement.

use super::frame::RegistrationFrame;
use crate::array::{Data, MaskedArray, alloc};
use crate::context::Result;
use crate::image::Image;

/// Pixels further from their neighbours' median than this many standard deviations of the noise ...
const NOISE: f64 = 10.0;
/// ... and than this many times the neighbours' spread are outliers. For a spot under a beam of sigma 1 pixel it is 2 times.
const SPREAD: f64 = 4.0;
/// If more than this fraction of the pixels would be outliers, none is.
const MOST: f64 = 0.02;

/// The standard deviation of the pixels' white noise: the median deviation of a pixel from its four neighbours' mean.
///
/// # Errors
/// `NoMemory`.
pub fn noise(side: &RegistrationFrame) -> Result<f64> {
    let (rows, columns) = (side.rows, side.columns);
    if rows < 3 || columns < 3 {
        return Ok(0.0);
    }
    let step = (rows * columns).div_ceil(6000).max(1);
    let mut sizes = alloc::vec(rows * columns / step + 1)?;
    for i in (columns + 1..rows * columns - columns - 1).step_by(step) {
        let around = [i - 1, i + 1, i - columns, i + columns];
        if (1..columns - 1).contains(&(i % columns)) && side.is_valid(i) && around.iter().all(|&k| side.is_valid(k)) {
            sizes.push((side.pixels[i] - around.iter().map(|&k| side.pixels[k]).sum::<f64>() / 4.0).abs());
        }
    }
    if sizes.is_empty() {
        return Ok(0.0);
    }
    let middle = sizes.len() / 2;
    let median = *sizes.select_nth_unstable_by(middle, f64::total_cmp).1;
    Ok(median / 0.6745 / 1.25f64.sqrt())
}

/// The image with such pixels set to the median of their neighbours.
///
/// # Errors
/// `NoMemory`.
pub fn without(image: &Image) -> Result<Image> {
    let side = RegistrationFrame::of_array(image.array())?;
    let (rows, columns) = (side.rows, side.columns);
    let noise = noise(&side)?;
    if noise <= 0.0 || noise.is_nan() {
        return Ok(image.clone());
    }
    let mut spots: Vec<(usize, f64)> = Vec::new();
    let most = (MOST * side.pixels.len() as f64) as usize + 1;
    for row in 0..rows {
        for column in 0..columns {
            let i = row * columns + column;
            if !side.is_valid(i) {
                continue;
            }
            let x = side.pixels[i];
            // A cheap test that few pixels pass; a neighbour that is an outlier itself moves the mean by less than half.
            let inside = (1..rows - 1).contains(&row) && (1..columns - 1).contains(&column);
            if inside && side.invalid.is_none() {
                let four = [i - 1, i + 1, i - columns, i + columns];
                if (x - four.map(|k| side.pixels[k]).iter().sum::<f64>() / 4.0).abs() <= NOISE / 2.0 * noise {
                    continue;
                }
            }
            let Some((median, spread)) = around(&side, row, column) else { continue };
            if (x - median).abs() > (NOISE * noise).max(SPREAD * spread) {
                spots.push((i, median));
                if spots.len() > most {
                    return Ok(image.clone());
                }
            }
        }
    }
    if spots.is_empty() {
        return Ok(image.clone());
    }
    let RegistrationFrame { mut pixels, .. } = side;
    spots.into_iter().for_each(|(i, median)| pixels[i] = median);
    let array = alloc::from_vec(&[rows, columns], pixels)?;
    image.with_array(MaskedArray::new(Data::from(array), image.array().mask().cloned())?)
}

/// The median of a pixel's valid neighbours, and their range without the two, or one, at each end: hot pixels
/// may have hot neighbours.
fn around(side: &RegistrationFrame, row: usize, column: usize) -> Option<(f64, f64)> {
    let (mut values, mut n) = ([0.0; 8], 0);
    for r in row.saturating_sub(1)..(row + 2).min(side.rows) {
        for c in column.saturating_sub(1)..(column + 2).min(side.columns) {
            let k = r * side.columns + c;
            if (r, c) != (row, column) && side.is_valid(k) {
                values[n] = side.pixels[k];
                n += 1;
            }
        }
    }
    let values = &mut values[..n];
    values.sort_by(f64::total_cmp);
    match n {
        7.. => Some(((values[(n - 1) / 2] + values[n / 2]) / 2.0, values[n - 3] - values[2])),
        5.. => Some(((values[(n - 1) / 2] + values[n / 2]) / 2.0, values[n - 2] - values[1])),
        3.. => Some(((values[(n - 1) / 2] + values[n / 2]) / 2.0, values[n - 1] - values[0])),
        _ => None,
    }
}
