//! Points in an order that no rule has, spirals and lists: each belongs to the pixel whose nominal position is next to the measured one.
//!
//! It is believed where every point has a pixel of its own, and the detector's value in time is that of the pixel.

use super::order::equals;
use crate::array::alloc;
use crate::context::Result;

/// What the instrument measured, in the order of time.
pub struct Measured<'a> {
    /// The values of the detector.
    pub counts: &'a [f64],
    /// x and y.
    pub at: [&'a [f64]; 2],
}

/// The pixel of each point. The nominal points are those of the columns (x) and of the rows (y).
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory).
pub fn find(measured: &Measured<'_>, nominal: [&[f64]; 2], image: &[f64]) -> Result<Option<Vec<usize>>> {
    let count = measured.counts.len();
    let frame = nominal[0].len() * nominal[1].len();
    let fits = frame > 0 && image.len().is_multiple_of(frame) && count <= image.len();
    if count == 0
        || !fits
        || measured.at.iter().any(|at| at.len() < count || !at[..count].iter().all(|x| x.is_finite()))
    {
        return Ok(None);
    }
    let [Some(x), Some(y)] = nominal.map(Line::new) else { return Ok(None) };
    if let Some(pixels) = assigned(measured, [&x, &y], [0.0; 2], image)? {
        return Ok(Some(pixels));
    }
    // A stage that lags on its lines is off by the same everywhere.
    let lag = [x.lag(&measured.at[0][..count])?, y.lag(&measured.at[1][..count])?];
    assigned(measured, [&x, &y], lag, image)
}

/// The pixels next to the points, if they are as many and have their values.
fn assigned(
    measured: &Measured<'_>,
    [x, y]: [&Line<'_>; 2],
    lag: [f64; 2],
    image: &[f64],
) -> Result<Option<Vec<usize>>> {
    let (columns, frame) = (x.points.len(), x.points.len() * y.points.len());
    let mut taken: Vec<bool> = alloc::zeroed_vec(image.len())?;
    let mut pixels = alloc::vec(measured.counts.len())?;
    for (k, &count) in measured.counts.iter().enumerate() {
        let [column, row] = [(x, 0), (y, 1)].map(|(line, i)| line.nearest(measured.at[i][k] - lag[i]));
        let pixel = k / frame * frame + row * columns + column;
        if taken[pixel] || !equals(image[pixel], count) {
            return Ok(None);
        }
        taken[pixel] = true;
        pixels.push(pixel);
    }
    Ok(Some(pixels))
}

/// The nominal points along an axis, which rise or fall.
struct Line<'a> {
    points: &'a [f64],
    rising: bool,
}

impl<'a> Line<'a> {
    fn new(points: &'a [f64]) -> Option<Line<'a>> {
        let rising = points.last() >= points.first();
        let ordered = points.windows(2).all(|pair| if rising { pair[0] < pair[1] } else { pair[0] > pair[1] });
        (ordered && points.iter().all(|x| x.is_finite())).then_some(Line { points, rising })
    }

    /// The index of the point that is next to a position.
    fn nearest(&self, position: f64) -> usize {
        let after = self.points.partition_point(|&x| if self.rising { x < position } else { x > position });
        let before = after.saturating_sub(1);
        let distance = |i: usize| self.points.get(i).map_or(f64::INFINITY, |x| (x - position).abs());
        if distance(before) <= distance(after) { before } else { after }
    }

    /// The median of what the positions are off from the points next to them.
    fn lag(&self, positions: &[f64]) -> Result<f64> {
        let mut off = alloc::vec(positions.len())?;
        off.extend(positions.iter().map(|&x| x - self.points[self.nearest(x)]));
        let middle = off.len() / 2;
        Ok(*off.select_nth_unstable_by(middle, f64::total_cmp).1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From the middle outwards, by turns of a right angle.
    fn spiral(rows: usize, columns: usize) -> Vec<usize> {
        let (mut r, mut c) = ((rows / 2) as isize, (columns / 2) as isize);
        let (mut pixels, mut step, mut direction) = (Vec::new(), 1, 0);
        while pixels.len() < rows * columns {
            for _ in 0..2 {
                for _ in 0..step {
                    if (0..rows as isize).contains(&r) && (0..columns as isize).contains(&c) {
                        pixels.push(r as usize * columns + c as usize);
                    }
                    let [dr, dc] = [[0, 1], [1, 0], [0, -1], [-1, 0]][direction];
                    (r, c) = (r + dr, c + dc);
                }
                direction = (direction + 1) % 4;
            }
            step += 1;
        }
        pixels
    }

    #[test]
    fn any_order_is_found_by_its_positions() {
        let (rows, columns) = (11, 8);
        let x: Vec<f64> = (0..columns).map(|i| 12.0 + 0.5 * i as f64).collect();
        let y: Vec<f64> = (0..rows).map(|i| -3.0 - 0.25 * i as f64).collect();
        let image: Vec<f64> = (0..2 * rows * columns).map(|i| ((i * 7919) % 10007) as f64).collect();
        let frame = spiral(rows, columns);
        let pixels: Vec<usize> = frame.iter().copied().chain(frame.iter().map(|p| p + rows * columns)).collect();
        let counts: Vec<f64> = pixels.iter().map(|&p| image[p]).collect();
        for lag in [0.0, 0.4] {
            let jitter = |k: usize| 0.08 * (((k * 37) % 11) as f64 / 5.0 - 1.0) - lag;
            let at_x: Vec<f64> = pixels.iter().enumerate().map(|(k, p)| x[p % columns] + 0.5 * jitter(k)).collect();
            let at_y: Vec<f64> =
                pixels.iter().enumerate().map(|(k, p)| y[p / columns % rows] + 0.25 * jitter(k + 5)).collect();
            let measured = |n: usize| Measured { counts: &counts[..n], at: [&at_x, &at_y] };
            assert_eq!(find(&measured(counts.len()), [&x, &y], &image).unwrap().unwrap(), pixels);
            assert_eq!(find(&measured(30), [&x, &y], &image).unwrap().unwrap(), pixels[..30]);
        }
    }

    #[test]
    fn what_does_not_fit_is_not_guessed() {
        let (x, y) = ([0.0, 1.0, 2.0], [0.0, 1.0]);
        let image = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        let (at_x, at_y) = ([0.1, 1.1, 2.0, 2.1, 0.9, 0.0], [0.0, 0.1, 0.0, 1.0, 1.1, 0.9]);
        let counts = [1.0, 2.0, 3.0, 6.0, 5.0, 4.0];
        let found = |counts: &[f64], at_x: &[f64], x: &[f64]| {
            find(&Measured { counts, at: [at_x, &at_y] }, [x, &y], &image).unwrap()
        };
        assert_eq!(found(&counts, &at_x, &x).unwrap(), [0, 1, 2, 5, 4, 3]);
        // Another value; two points at one pixel; a position that was lost; an axis that turns back; more points than pixels.
        assert_eq!(found(&[1.0, 2.0, 3.0, 6.0, 4.0, 5.0], &at_x, &x), None);
        assert_eq!(found(&[1.0, 1.0, 3.0, 6.0, 5.0, 4.0], &[0.1, 0.1, 2.0, 2.1, 0.9, 0.0], &x), None);
        assert_eq!(found(&counts, &[f64::NAN, 1.1, 2.0, 2.1, 0.9, 0.0], &x), None);
        assert_eq!(found(&counts, &at_x, &[0.0, 2.0, 1.0]), None);
        assert_eq!(found(&[1.0; 7], &at_x, &x), None);
    }
}
