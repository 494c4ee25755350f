//! Values for ignored pixels, for operations that need one: interpolation by splines, derivatives, total
//! variation, the Fourier transform.

use super::frames::Frame;
use crate::array::{Float, alloc};
use crate::context::{Error, Result, Status};

/// The frame's pixels, where the invalid ones have the value of the nearest valid one (Euclidean distance between pixel
/// centres; of several at one distance the lowest row, then the lowest column).
///
/// # Errors
/// [`Status::NoResult`] when no pixel is valid; [`Status::NoMemory`].
pub fn nearest<T: Copy>(frame: Frame<'_, T>) -> Result<Vec<T>> {
    let mut out = alloc::copied(frame.pixels)?;
    let Some(invalid) = frame.invalid else { return Ok(out) };
    for_each_nearest(invalid, frame.rows, frame.columns, |at, source| out[at] = frame.pixels[source])?;
    Ok(out)
}

/// The frame's pixels, where the invalid ones have the mean of the valid ones.
///
/// # Errors
/// [`Status::NoResult`] when no pixel is valid; [`Status::NoMemory`].
pub fn mean<T: Float>(frame: Frame<'_, T>) -> Result<Vec<T>> {
    let mut out = alloc::copied(frame.pixels)?;
    let Some(invalid) = frame.invalid else { return Ok(out) };
    // Row by row, so that rounding errors do not grow with the image.
    let (mut sum, mut count) = (0.0, 0usize);
    for (row, invalid) in frame.pixels.chunks(frame.columns.max(1)).zip(invalid.chunks(frame.columns.max(1))) {
        let valid = || row.iter().zip(invalid).filter(|&(_, &invalid)| !invalid);
        sum += valid().map(|(x, _)| x.to_f64()).sum::<f64>();
        count += valid().count();
    }
    if count == 0 {
        return Err(nothing_valid());
    }
    let mean = T::from_f64(sum / count as f64);
    out.iter_mut().zip(invalid).filter(|&(_, &invalid)| invalid).for_each(|(x, _)| *x = mean);
    Ok(out)
}

fn nothing_valid() -> Error {
    Error::new(Status::NoResult, "no pixel is valid: all are masked or NaN")
}

/// Calls `f` with each invalid pixel's index and that of the valid pixel nearest to it.
///
/// The exact Euclidean feature transform in two passes: within columns, then along rows the lower envelope of the
/// parabolas that the columns' distances make (Meijster, Roerdink, Hesselink 2000, "A general algorithm for computing
/// distance transforms in linear time").
fn for_each_nearest(invalid: &[bool], rows: usize, columns: usize, mut f: impl FnMut(usize, usize)) -> Result<()> {
    const NONE: u32 = u32::MAX;
    let too_large = |_| Error::new(Status::NoMemory, format!("{rows} rows exceed what a frame may have"));
    let last_row = u32::try_from(rows).map_err(too_large)?;
    // The row of the nearest valid pixel in the same column; the upper one of two at one distance.
    let mut source: Vec<u32> = alloc::vec(invalid.len())?;
    source.resize(invalid.len(), NONE);
    for row in 0..last_row {
        let at = row as usize * columns;
        for column in 0..columns {
            source[at + column] = match invalid[at + column] {
                false => row,
                true if row > 0 => source[at + column - columns],
                true => NONE,
            };
        }
    }
    for row in (0..last_row.saturating_sub(1)).rev() {
        let at = row as usize * columns;
        for column in 0..columns {
            let (above, below) = (source[at + column], source[at + columns + column]);
            if below != NONE && (above == NONE || below.abs_diff(row) < above.abs_diff(row)) {
                source[at + column] = below;
            }
        }
    }
    let mut hull: Vec<Parabola> = alloc::vec(columns)?;
    for row in 0..rows {
        let at = row * columns;
        if !invalid[at..at + columns].contains(&true) {
            continue;
        }
        lower_envelope(&source[at..at + columns], row, &mut hull);
        if hull.is_empty() {
            return Err(nothing_valid());
        }
        let mut k = 0;
        for column in 0..columns {
            while k + 1 < hull.len() && hull[k + 1].at(column) <= hull[k].at(column) {
                k += 1;
            }
            if invalid[at + column] {
                let distance = hull[k].at(column);
                let tied = hull[..=k].iter().rev().take_while(|p| p.at(column) == distance);
                // The hull is not empty, so there is one.
                let nearest = tied.min_by_key(|p| (p.row, p.column)).unwrap_or(&hull[k]);
                f(at + column, nearest.row as usize * columns + nearest.column);
            }
        }
    }
    Ok(())
}

/// The squared distance along a row to the valid pixel that is nearest in one column.
#[derive(Clone, Copy)]
struct Parabola {
    column: usize,
    row: u32,
    /// The square of the distance in rows.
    height: i128,
}

impl Parabola {
    fn at(&self, column: usize) -> i128 {
        let d = column as i128 - self.column as i128;
        self.height + d * d
    }

    /// Twice the distance between columns times the place where this one, further right, becomes lower than `other`.
    fn crossing(&self, other: &Parabola) -> (i128, i128) {
        let (a, b) = (self.column as i128, other.column as i128);
        (self.height + a * a - other.height - b * b, 2 * (a - b))
    }
}

fn lower_envelope(source: &[u32], row: usize, hull: &mut Vec<Parabola>) {
    hull.clear();
    for (column, &from) in source.iter().enumerate().filter(|&(_, &from)| from != u32::MAX) {
        let d = from as i128 - row as i128;
        let new = Parabola { column, row: from, height: d * d };
        // The last one counts nowhere when the new one is lower before it begins.
        while let [.., before, last] = hull[..] {
            let ((n1, d1), (n0, d0)) = (new.crossing(&last), last.crossing(&before));
            if n1 * d0 >= n0 * d1 {
                break;
            }
            hull.pop();
        }
        hull.push(new);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every valid pixel is tried.
    fn plain(invalid: &[bool], columns: usize, at: usize) -> usize {
        let place = |i: usize| ((i / columns) as i64, (i % columns) as i64);
        let (r, c) = place(at);
        let distance = |i: usize| (place(i).0 - r).pow(2) + (place(i).1 - c).pow(2);
        (0..invalid.len()).filter(|&i| !invalid[i]).min_by_key(|&i| (distance(i), i)).unwrap()
    }

    #[test]
    fn the_nearest_valid_pixel_is_that_of_a_search_through_all() {
        let mut seed = 1u64;
        let mut random = || {
            seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            seed >> 33
        };
        for (rows, columns) in [(1, 1), (1, 9), (9, 1), (7, 13), (13, 7), (20, 20)] {
            for density in [1, 2, 5, 20] {
                let mut invalid: Vec<bool> = (0..rows * columns).map(|_| random() % density != 0).collect();
                invalid[random() as usize % (rows * columns)] = false;
                let pixels: Vec<f64> = (0..rows * columns).map(|i| i as f64).collect();
                let frame = Frame { pixels: &pixels, invalid: Some(&invalid), rows, columns };
                let filled = nearest(frame).unwrap();
                for (at, &value) in filled.iter().enumerate() {
                    let expected = plain(&invalid, columns, at);
                    assert_eq!(value, expected as f64, "{rows} x {columns}, 1 in {density}, pixel {at}");
                }
            }
        }
    }

    #[test]
    fn the_mean_is_that_of_valid_pixels_and_there_must_be_one() {
        let pixels = [1.0f32, f32::NAN, 1e30, 4.0];
        let invalid = [false, true, true, false];
        let frame = Frame { pixels: &pixels, invalid: Some(&invalid), rows: 2, columns: 2 };
        assert_eq!(mean(frame).unwrap(), [1.0, 2.5, 2.5, 4.0]);
        let none = Frame { invalid: Some(&[true; 4]), ..frame };
        assert_eq!(mean(none).unwrap_err().status(), Status::NoResult);
        assert_eq!(nearest(none).unwrap_err().status(), Status::NoResult);
        assert_eq!(nearest(Frame { invalid: None, ..frame }).unwrap()[2], 1e30);
    }
}
