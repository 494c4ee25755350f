//! Straight lines.

use super::canvas::{Canvas, Shape, check_whole};
use crate::context::{Result, Stage};

/// A line one pixel wide, both ends included (Bresenham 1965, "Algorithm for computer control of a digital plotter").
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// (x, y) of one end.
    pub from: (i64, i64),
    /// (x, y) of the other end.
    pub to: (i64, i64),
}

impl Shape for Line {
    fn draw(&self, _: &Stage<'_>, canvas: &mut Canvas) -> Result<()> {
        check_whole(&[("x0", self.from.0), ("y0", self.from.1), ("x1", self.to.0), ("y1", self.to.1)])?;
        line(canvas, self.from, self.to)
    }
}

/// The part of the line that is inside, at the cost of that part: after i steps along its longer axis, of `long` ones, it
/// has made floor((2 short i + long) / (2 long)) steps along the other one, so that the first and the last step inside are
/// found by division. Coordinates are not above [`super::LARGEST`].
pub(super) fn line(canvas: &mut Canvas, from: (i64, i64), to: (i64, i64)) -> Result<()> {
    let (x0, y0, x1, y1) = (i128::from(from.0), i128::from(from.1), i128::from(to.0), i128::from(to.1));
    let (size_x, size_y) = (i128::from(canvas.columns), i128::from(canvas.rows));
    let steep = (y1 - y0).abs() > (x1 - x0).abs();
    let (a0, a1, size_a, b0, b1, size_b) =
        if steep { (y0, y1, size_y, x0, x1, size_x) } else { (x0, x1, size_x, y0, y1, size_y) };
    let (long, short) = ((a1 - a0).abs(), (b1 - b0).abs());
    let inside = steps_inside(a0, a1 - a0, size_a);
    let across = steps_inside(b0, b1 - b0, size_b);
    // The first step at which `k` steps across have been made.
    let when = |k: i128| {
        if k <= 0 {
            0
        } else if short == 0 {
            long + 1
        } else {
            div_ceil((2 * k - 1) * long, 2 * short)
        }
    };
    let first = inside.0.max(when(across.0)).max(0);
    let end = (inside.1 + 1).min(if across.1 < 0 { 0 } else { when(across.1 + 1) }).min(long + 1);
    if first >= end {
        return Ok(());
    }
    let twice = 2 * long.max(1);
    let (mut k, mut rest) =
        ((2 * short * first + long).div_euclid(twice), (2 * short * first + long).rem_euclid(twice));
    for i in first..end {
        let (a, b) = (a0 + (a1 - a0).signum() * i, b0 + (b1 - b0).signum() * k);
        let (x, y) = if steep { (b, a) } else { (a, b) };
        // Both are inside the frame, whose sides are `i64`.
        canvas.pixel(x as i64, y as i64)?;
        rest += 2 * short;
        if rest >= twice {
            rest -= twice;
            k += 1;
        }
    }
    Ok(())
}

/// The first and the last step from `start` in a direction that lie in `0..size`; in the wrong order where none does.
fn steps_inside(start: i128, direction: i128, size: i128) -> (i128, i128) {
    match direction.signum() {
        1 => (-start, size - 1 - start),
        -1 => (start - (size - 1), start),
        // No step is made: all or none.
        _ if (0..size).contains(&start) => (0, i128::from(i64::MAX)),
        _ => (1, 0),
    }
}

fn div_ceil(a: i128, b: i128) -> i128 {
    -((-a).div_euclid(b))
}
