//! Ellipses: filled, as lines, and rings.

use super::bezier::{Control, segment};
use super::canvas::{Canvas, Shape, check_radius, check_real, check_whole};
use crate::context::{Error, Result, Stage};

/// A filled ellipse: the pixels whose centres lie inside.
#[derive(Debug, Clone, Copy)]
pub struct Ellipse {
    /// (x, y)
    pub centre: (f64, f64),
    /// Half axes along x and y, before the rotation.
    pub radii: (f64, f64),
    /// The angle by which it is turned, clockwise.
    pub rotation: f64,
}

impl Ellipse {
    /// A filled circle.
    pub fn disk(centre: (f64, f64), radius: f64) -> Ellipse {
        Ellipse { centre, radii: (radius, radius), rotation: 0.0 }
    }

    fn check(&self) -> Result<()> {
        check_real(&[("x", self.centre.0), ("y", self.centre.1), ("rotation", self.rotation)])?;
        check_radius("radius", self.radii.0)?;
        check_radius("radius", self.radii.1)
    }

    /// The first and the last column inside, in one row, of a frame of so many columns.
    ///
    /// Along a row the distance from the centre, measured by the half axes, is convex: from its least value on each side the
    /// end is found by bisection, so that the answer is that of the formula at each pixel, at a few of them.
    fn columns(&self, row: i64, columns: i64) -> Option<(i64, i64)> {
        // As skimage.draw.ellipse, whose angle runs counter-clockwise.
        let (sin, cos) = (-self.rotation).rem_euclid(std::f64::consts::PI).sin_cos();
        let (cx, cy) = self.centre;
        let (a, b) = self.radii;
        let y = row as f64 - cy;
        let inside = |column: i64| {
            let x = column as f64 - cx;
            ((y * cos + x * sin) / b).powi(2) + ((y * sin - x * cos) / a).powi(2) < 1.0
        };
        // The least distance: the derivative by x is 0. In parts of the larger half axis, which cannot overflow.
        let larger = a.max(b);
        let (a, b) = (a / larger, b / larger);
        let x = y * sin * cos * (b * b - a * a) / ((sin * a).powi(2) + (cos * b).powi(2));
        let nearest = (cx + x).clamp(0.0, (columns - 1) as f64);
        let start = [nearest.floor(), nearest.ceil()].map(|v| v as i64).into_iter().find(|&column| inside(column))?;
        let end = |mut within: i64, mut beyond: i64| {
            while (beyond - within).abs() > 1 {
                let middle = within + (beyond - within) / 2;
                if inside(middle) {
                    within = middle;
                } else {
                    beyond = middle;
                }
            }
            within
        };
        Some((end(start, -1), end(start, columns)))
    }

    fn rows(&self, canvas: &Canvas) -> std::ops::Range<i64> {
        let reach = self.radii.0.max(self.radii.1);
        canvas.rows_within(self.centre.1 - reach, self.centre.1 + reach)
    }
}

impl Shape for Ellipse {
    fn draw(&self, stage: &Stage<'_>, canvas: &mut Canvas) -> Result<()> {
        self.check()?;
        let rows = self.rows(canvas);
        for row in rows {
            if row % 256 == 0 {
                stage.context().check_cancelled()?;
            }
            if let Some((first, last)) = self.columns(row, canvas.columns) {
                canvas.span(row, first, last)?;
            }
        }
        Ok(())
    }
}

/// The ring between two circles, or, where the second radius is the smaller one, all but that ring.
#[derive(Debug, Clone, Copy)]
pub struct Annulus {
    /// (x, y)
    pub centre: (f64, f64),
    /// The inner and the outer radius.
    pub radii: (f64, f64),
}

impl Shape for Annulus {
    fn draw(&self, _: &Stage<'_>, canvas: &mut Canvas) -> Result<()> {
        let inverted = self.radii.1 < self.radii.0;
        let inner = Ellipse::disk(self.centre, self.radii.0.min(self.radii.1));
        let outer = Ellipse::disk(self.centre, self.radii.0.max(self.radii.1));
        inner.check()?;
        outer.check()?;
        check_radius("radius1", self.radii.0)?;
        check_radius("radius2", self.radii.1)?;
        let last = canvas.columns - 1;
        for row in if inverted { 0..canvas.rows } else { outer.rows(canvas) } {
            let (inner, outer) = (inner.columns(row, canvas.columns), outer.columns(row, canvas.columns));
            match (inner, outer, inverted) {
                (None, None, true) => canvas.span(row, 0, last)?,
                (_, None, _) => {}
                (None, Some((a, b)), false) => canvas.span(row, a, b)?,
                (None, Some((a, b)), true) => {
                    canvas.span(row, 0, a - 1)?;
                    canvas.span(row, b + 1, last)?;
                }
                (Some((c, d)), Some((a, b)), false) => {
                    canvas.span(row, a, c - 1)?;
                    canvas.span(row, d + 1, b)?;
                }
                (Some((c, d)), Some((a, b)), true) => {
                    canvas.span(row, 0, a - 1)?;
                    canvas.span(row, c, d)?;
                    canvas.span(row, b + 1, last)?;
                }
            }
        }
        Ok(())
    }
}

/// An ellipse as a line one pixel wide (Zingl 2012, "A rasterizing algorithm for drawing curves").
#[derive(Debug, Clone, Copy)]
pub struct EllipsePerimeter {
    /// (x, y)
    pub centre: (i64, i64),
    /// Half axes along x and y, before the rotation.
    pub radii: (i64, i64),
    /// The angle by which it is turned, clockwise.
    pub orientation: f64,
}

/// Larger half axes are not followed step by step.
const FOLLOWED: i64 = 1 << 20;

impl Shape for EllipsePerimeter {
    fn draw(&self, _: &Stage<'_>, canvas: &mut Canvas) -> Result<()> {
        let (a, b) = self.radii;
        check_whole(&[("x", self.centre.0), ("y", self.centre.1), ("x_radius", a), ("y_radius", b)])?;
        check_real(&[("orientation", self.orientation)])?;
        for (name, radius) in [("x_radius", a), ("y_radius", b)] {
            if radius < 0 {
                return Err(Error::argument(name, radius, "0 or more"));
            }
        }
        match (a, b) {
            (0, 0) => canvas.pixel(self.centre.0, self.centre.1),
            _ if a > FOLLOWED || b > FOLLOWED => self.seen(canvas),
            _ if self.orientation == 0.0 => self.upright(canvas),
            _ => self.turned(canvas),
        }
    }
}

impl EllipsePerimeter {
    fn quadrants(&self, canvas: &mut Canvas, dx: i64, dy: i64) -> Result<()> {
        let (x, y) = self.centre;
        for (dx, dy) in [(dx, dy), (-dx, dy), (dx, -dy), (-dx, -dy)] {
            canvas.pixel(x + dx, y + dy)?;
        }
        Ok(())
    }

    /// Zingl's ellipse: `error` is x^2 b^2 + y^2 a^2 - a^2 b^2 at the next diagonal pixel.
    fn upright(&self, canvas: &mut Canvas) -> Result<()> {
        let (aa, bb) = (i128::from(self.radii.0).pow(2), i128::from(self.radii.1).pow(2));
        let (mut x, mut y) = (-i128::from(self.radii.0), 0i128);
        let mut error = x * (2 * bb + x) + bb;
        while x <= 0 {
            self.quadrants(canvas, x as i64, y as i64)?;
            let twice = 2 * error;
            if twice >= (2 * x + 1) * bb {
                x += 1;
                error += (2 * x + 1) * bb;
            }
            if twice <= (2 * y + 1) * aa {
                y += 1;
                error += (2 * y + 1) * aa;
            }
        }
        // A flat one ends too early.
        for y in y as i64 + 1..=self.radii.1 {
            self.quadrants(canvas, 0, y)?;
        }
        Ok(())
    }

    /// Four rational Bezier curves inside the rectangle around the ellipse.
    fn turned(&self, canvas: &mut Canvas) -> Result<()> {
        let (x, y) = (self.centre.0 as f64, self.centre.1 as f64);
        let (aa, bb) = ((self.radii.0 * self.radii.0) as f64, (self.radii.1 * self.radii.1) as f64);
        let angle = self.orientation;
        let sheared = (aa - bb) * angle.sin();
        let half = |square: f64| square.max(0.0).sqrt();
        let (half_x, half_y) = (half(aa - sheared * angle.sin()), half(bb + sheared * angle.sin()));
        if half_x * half_y == 0.0 {
            // A half axis of 0, turned on to an axis of the image: a line along the other one.
            let radii = (half_x.round() as i64, half_y.round() as i64);
            return EllipsePerimeter { radii, orientation: 0.0, ..*self }.upright(canvas);
        }
        let (a, b) = (half_x + 0.5, half_y + 0.5);
        let sheared = sheared * a * b / (half_x * half_y);
        let [left, right, top, bottom] = [x - a, x + a, y - b, y + b].map(|v| v.floor() as i64);
        let (width, height) = ((right - left) as f64, (bottom - top) as f64);
        let area = width * height;
        let weight = if area == 0.0 { 0.0 } else { (area - 4.0 * sheared * angle.cos()) / (area + area) };
        let dx = (width * weight + 0.5).floor() as i64;
        let dy = (height * weight + 0.5).floor() as i64;
        let curve = |from, over, to, weight| Control { from, over, to, weight };
        for control in [
            curve((left, top + dy), (left, top), (left + dx, top), 1.0 - weight),
            curve((left, top + dy), (left, bottom), (right - dx, bottom), weight),
            curve((right, bottom - dy), (right, bottom), (right - dx, bottom), 1.0 - weight),
            curve((right, bottom - dy), (right, top), (left + dx, top), weight),
        ] {
            segment(canvas, control)?;
        }
        Ok(())
    }

    /// Where the ellipse crosses the columns (where it is flat) and the rows (where it is steep) of the frame.
    fn seen(&self, canvas: &mut Canvas) -> Result<()> {
        let (sin, cos) = self.orientation.sin_cos();
        let (a, b) = (self.radii.0.max(1) as f64, self.radii.1.max(1) as f64);
        // p x^2 + 2 q x y + r y^2 = 1
        let p = (cos / a).powi(2) + (sin / b).powi(2);
        let r = (sin / a).powi(2) + (cos / b).powi(2);
        let q = sin * cos * (1.0 / (a * a) - 1.0 / (b * b));
        for (size, centre, other, p, r, is_column) in [
            (canvas.columns, self.centre.0, self.centre.1, p, r, true),
            (canvas.rows, self.centre.1, self.centre.0, r, p, false),
        ] {
            for i in 0..size {
                let u = (i - centre) as f64;
                let root = (q * u * q * u - r * (p * u * u - 1.0)).sqrt();
                for v in [(-q * u + root) / r, (-q * u - root) / r] {
                    // The slope |dv / du| is at most 1; NaN where the column misses the ellipse.
                    if (p * u + q * v).abs() <= (q * u + r * v).abs() {
                        let at = other.saturating_add(v.round() as i64);
                        let (x, y) = if is_column { (i, at) } else { (at, i) };
                        canvas.pixel(x, y)?;
                    }
                }
            }
        }
        Ok(())
    }
}
