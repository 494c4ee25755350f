//! Rational quadratic Bezier curves (A. Zingl 2012, "A rasterizing algorithm for drawing curves").

use super::canvas::{Canvas, Shape, check_whole};
use super::line::line;
use crate::context::{Error, Result, Stage};

/// A curve from one point to another that bends towards a third.
#[derive(Debug, Clone, Copy)]
pub struct BezierCurve {
    /// (x, y) of the start.
    pub from: (i64, i64),
    /// (x, y) of the point towards which it bends.
    pub over: (i64, i64),
    /// (x, y) of the end.
    pub to: (i64, i64),
    /// How strongly it bends: 0 a straight line, 1 a parabola.
    pub weight: f64,
}

/// Curves with larger coordinates are not followed step by step.
const FOLLOWED: u64 = 1 << 20;

impl Shape for BezierCurve {
    fn draw(&self, _: &Stage<'_>, canvas: &mut Canvas) -> Result<()> {
        let (from, over, to) = (self.from, self.over, self.to);
        let all = [("x0", from.0), ("y0", from.1), ("x1", over.0), ("y1", over.1), ("x2", to.0), ("y2", to.1)];
        check_whole(&all)?;
        if !(0.0..=1e6).contains(&self.weight) {
            return Err(Error::argument("weight", self.weight, "0 to 1e6"));
        }
        if all.iter().any(|(_, v)| v.unsigned_abs() > FOLLOWED) {
            return pieces(canvas, self);
        }
        let mut curve = Control { from, over, to, weight: self.weight };
        // Split where it turns back along x, then along y: what is left rises or falls along both.
        let along = |p: (i64, i64)| (p.0 as f64, p.1 as f64);
        let ((x0, y0), (x1, y1), (x2, y2)) = (along(from), along(over), along(to));
        if (x0 - x1) * (x2 - x1) > 0.0 {
            let bend = ((x0 - x1) * (y0 - 2.0 * y1 + y2)).abs() > ((y0 - y1) * (x0 - 2.0 * x1 + x2)).abs();
            if (y0 - y1) * (y2 - y1) != 0.0 && bend {
                (curve.from, curve.to) = (curve.to, curve.from);
            }
            curve.split_off(canvas, |p| p, |x, y| (x, y))?;
        }
        if (curve.from.1 - curve.over.1) as f64 * (curve.to.1 - curve.over.1) as f64 > 0.0 {
            curve.split_off(canvas, |p| (p.1, p.0), |y, x| (x, y))?;
        }
        segment(canvas, Control { weight: curve.weight * curve.weight, ..curve })
    }
}

/// The points that define a curve, and its weight.
#[derive(Clone, Copy)]
pub(super) struct Control {
    pub from: (i64, i64),
    pub over: (i64, i64),
    pub to: (i64, i64),
    pub weight: f64,
}

impl Control {
    /// Draws the part up to where the curve turns back along the first coordinate that `order` gives, and keeps the rest.
    fn split_off(
        &mut self,
        canvas: &mut Canvas,
        order: impl Fn((i64, i64)) -> (i64, i64),
        point: impl Fn(i64, i64) -> (i64, i64),
    ) -> Result<()> {
        let real = |p| {
            let (u, v) = order(p);
            (u as f64, v as f64)
        };
        let ((u0, v0), (u1, v1), (u2, v2)) = (real(self.from), real(self.over), real(self.to));
        let w = self.weight;
        // The parameter of the turning point: the derivative is 0.
        let t = if u0 == u2 || w == 1.0 {
            (u0 - u1) / (u0 - 2.0 * u1 + u2)
        } else {
            let root = (4.0 * w * w * (u0 - u1) * (u2 - u1) + (u2 - u0) * (u2 - u0)).sqrt();
            let root = if u1 < u0 { -root } else { root };
            (2.0 * w * (u0 - u1) - u0 + u2 + root) / (2.0 * (1.0 - w) * (u2 - u0))
        };
        let q = 1.0 / (2.0 * t * (1.0 - t) * (w - 1.0) + 1.0);
        let at = |a: f64, b: f64, c: f64| (t * t * (a - 2.0 * w * b + c) + 2.0 * t * (w * b - a) + a) * q;
        let (u, v) = (at(u0, u1, u2), at(v0, v1, v2));
        let round = |x: f64| (x + 0.5).floor() as i64;
        let turn = (round(u), round(v));
        let lift = t * (w - 1.0) + 1.0;
        let before = Control {
            from: self.from,
            over: point(turn.0, round((u - u0) * (v1 - v0) / (u1 - u0) + v0)),
            to: point(turn.0, turn.1),
            weight: lift * (lift * q),
        };
        segment(canvas, before)?;
        *self = Control {
            from: before.to,
            over: point(turn.0, round((u - u2) * (v1 - v2) / (u1 - u2) + v2)),
            to: self.to,
            weight: ((1.0 - t) * (w - 1.0) + 1.0) * q.sqrt(),
        };
        Ok(())
    }
}

/// A curve that rises or falls along both coordinates; its weight is the square of the curve's.
///
/// The implicit equation of the conic is followed by its differences, from the end where it bends more strongly; where they
/// lose the curve, a straight line leads to the end.
pub(super) fn segment(canvas: &mut Canvas, control: Control) -> Result<()> {
    let Control { mut from, over, mut to, weight } = control;
    let less = |a: (i64, i64), b: (i64, i64)| ((a.0 - b.0) as f64, (a.1 - b.1) as f64);
    let (end, chord, start) = (less(to, over), less(from, to), less(from, over));
    let mut xy = start.0 * end.1 + start.1 * end.0;
    let mut curvature = start.0 * end.1 - start.1 * end.0;
    if curvature != 0.0 && weight > 0.0 {
        if end.0 * end.0 + end.1 * end.1 > start.0 * start.0 + start.1 * start.1 {
            (from, to) = (to, from);
            curvature = -curvature;
        }
        let mut xx = 2.0 * (4.0 * weight * end.0 * start.0 + chord.0 * chord.0);
        let mut yy = 2.0 * (4.0 * weight * end.1 * start.1 + chord.1 * chord.1);
        let sign = |a: i64, b: i64| if a < b { 1 } else { -1 };
        let (step_x, step_y) = (sign(from.0, to.0), sign(from.1, to.1));
        let (sx, sy) = (step_x as f64, step_y as f64);
        xy = -2.0 * sx * sy * (2.0 * weight * xy + chord.0 * chord.1);
        if curvature * sx * sy < 0.0 {
            (xx, yy, xy, curvature) = (-xx, -yy, -xy, -curvature);
        }
        let to_over = less(over, from);
        let mut dx = 4.0 * weight * to_over.0 * sy * curvature + xx / 2.0 + xy;
        let mut dy = 4.0 * weight * -to_over.1 * sx * curvature + yy / 2.0 + xy;
        if weight < 0.5 && (dy > xy || dx < xy) {
            return halves(canvas, Control { from, over, to, weight });
        }
        let mut error = dx + dy - xy;
        while dy <= xy && dx >= xy {
            canvas.pixel(from.0, from.1)?;
            if from == to {
                return Ok(());
            }
            let before = from;
            let step_along_x = 2.0 * error > dy;
            let step_along_y = 2.0 * (error + yy) < -dy;
            if 2.0 * error < dx || step_along_y {
                from.1 += step_y;
                dy += xy;
                dx += xx;
                error += dx;
            }
            if 2.0 * error > dx || step_along_x {
                from.0 += step_x;
                dx += xy;
                dy += yy;
                error += dy;
            }
            if from == before {
                break;
            }
        }
    }
    line(canvas, from, to)
}

/// A flat curve is followed in two halves.
fn halves(canvas: &mut Canvas, control: Control) -> Result<()> {
    let Control { from, over, to, weight } = control;
    let root = weight.sqrt();
    let share = 1.0 / (root + 1.0);
    let near = |a: i64, b: i64| ((root * b as f64 + a as f64) * share + 0.5).floor() as i64;
    let middle =
        |a: i64, b: i64, c: i64| ((a as f64 + 2.0 * root * b as f64 + c as f64) * share * 0.5 + 0.5).floor() as i64;
    let middle = (middle(from.0, over.0, to.0), middle(from.1, over.1, to.1));
    let near = |end: (i64, i64)| (near(end.0, over.0), near(end.1, over.1));
    let weight = (weight + 1.0) / 2.0;
    segment(canvas, Control { from, over: near(from), to: middle, weight })?;
    segment(canvas, Control { from: middle, over: near(to), to, weight })
}

/// A point with its weight: (weight x, weight y, weight).
type Weighted = [f64; 3];

/// The part inside the frame of a curve that reaches far beyond it, in straight pieces that leave it by less than half a
/// pixel: halves of which none of the three points' hull touches the frame are left out.
fn pieces(canvas: &mut Canvas, curve: &BezierCurve) -> Result<()> {
    if curve.weight == 0.0 {
        return line(canvas, curve.from, curve.to);
    }
    let weighted = |p: (i64, i64), w: f64| -> Weighted { [w * p.0 as f64, w * p.1 as f64, w] };
    let mut open: Vec<([Weighted; 3], u32)> =
        vec![([weighted(curve.from, 1.0), weighted(curve.over, curve.weight), weighted(curve.to, 1.0)], 0)];
    let half = |a: Weighted, b: Weighted| [0, 1, 2].map(|i| (a[i] + b[i]) / 2.0);
    let (width, height) = (canvas.columns as f64, canvas.rows as f64);
    while let Some((points, depth)) = open.pop() {
        let flat = points.map(|p| [p[0] / p[2], p[1] / p[2]]);
        let outside =
            |axis: usize, size: f64| flat.iter().all(|p| p[axis] < -1.0) || flat.iter().all(|p| p[axis] > size);
        if outside(0, width) || outside(1, height) {
            continue;
        }
        let [a, b, c] = flat;
        let (dx, dy) = (c[0] - a[0], c[1] - a[1]);
        let length = dx.hypot(dy);
        let off = ((b[0] - a[0]) * dy - (b[1] - a[1]) * dx).abs() / length;
        // NaN where both ends are one point.
        let straight = off < 0.5 || length == 0.0 && (b[0] - a[0]).hypot(b[1] - a[1]) < 0.5;
        // Doublings of the resolution that a number has.
        if straight || depth == 64 {
            let whole = |p: [f64; 2]| (p[0].round() as i64, p[1].round() as i64);
            line(canvas, whole(a), whole(c))?;
            continue;
        }
        let (first, second) = (half(points[0], points[1]), half(points[1], points[2]));
        let middle = half(first, second);
        open.push(([points[0], first, middle], depth + 1));
        open.push(([middle, second, points[2]], depth + 1));
    }
    Ok(())
}
