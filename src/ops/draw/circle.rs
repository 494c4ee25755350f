//! Circles, as lines.

use super::canvas::{Canvas, Shape, check_whole};
use crate::context::{Error, Result, Stage};

/// Which pixels make a circle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CircleMethod {
    /// The midpoint circle: in each octant one pixel a column (Bresenham 1965).
    Bresenham,
    /// Circles of radii that differ by 1 leave no holes between them (Andres 1994, "Discrete circles, rings and spheres").
    Andres,
}

/// A circle one pixel wide.
#[derive(Debug, Clone, Copy)]
pub struct CirclePerimeter {
    /// (x, y)
    pub centre: (i64, i64),
    /// 0 or more.
    pub radius: i64,
    /// Which pixels.
    pub method: CircleMethod,
}

/// Circles up to this radius are followed step by step from one end of the octant; larger ones, of which the image sees
/// hardly more than a straight piece, are computed where they are seen.
const FOLLOWED: i64 = 1 << 20;

impl Shape for CirclePerimeter {
    fn draw(&self, _: &Stage<'_>, canvas: &mut Canvas) -> Result<()> {
        check_whole(&[("x", self.centre.0), ("y", self.centre.1), ("radius", self.radius)])?;
        if self.radius < 0 {
            return Err(Error::argument("radius", self.radius, "0 or more"));
        }
        match self.method {
            _ if self.radius > FOLLOWED => self.seen(canvas),
            CircleMethod::Bresenham => self.bresenham(canvas),
            CircleMethod::Andres => self.andres(canvas),
        }
    }
}

impl CirclePerimeter {
    fn octants(&self, canvas: &mut Canvas, a: i64, b: i64) -> Result<()> {
        let (x, y) = self.centre;
        for (dx, dy) in [(a, b), (b, a)] {
            for (dx, dy) in [(dx, dy), (-dx, dy), (dx, -dy), (-dx, -dy)] {
                canvas.pixel(x + dx, y + dy)?;
            }
        }
        Ok(())
    }

    fn bresenham(&self, canvas: &mut Canvas) -> Result<()> {
        // `error` is 2 (a + 1)^2 + b^2 + (b - 1)^2 - 2 r^2: twice how far the middle between the two next pixels is outside.
        let (mut a, mut b, mut error) = (0, self.radius, 3 - 2 * self.radius);
        while b >= a {
            self.octants(canvas, a, b)?;
            if error < 0 {
                error += 4 * a + 6;
            } else {
                error += 4 * (a - b) + 10;
                b -= 1;
            }
            a += 1;
        }
        Ok(())
    }

    fn andres(&self, canvas: &mut Canvas) -> Result<()> {
        // scikit-image's form of the algorithm.
        let (mut a, mut b, mut d) = (0, self.radius, self.radius - 1);
        while b >= a {
            self.octants(canvas, a, b)?;
            if d >= 2 * (a - 1) {
                d -= 2 * a;
                a += 1;
            } else if d <= 2 * (self.radius - b) {
                d += 2 * b - 1;
                b -= 1;
            } else {
                d += 2 * (b - a - 1);
                b -= 1;
                a += 1;
            }
        }
        Ok(())
    }

    /// By the definitions: of Bresenham's circle the pixel nearest to it, of Andres' those with
    /// (r - 1/2)^2 <= x^2 + y^2 < (r + 1/2)^2; in each column where the circle is flat and in each row where it is steep.
    pub(super) fn seen(&self, canvas: &mut Canvas) -> Result<()> {
        let (cx, cy) = self.centre;
        let radius = i128::from(self.radius);
        // 4 (x^2 + y^2) lies in this range.
        let (least, most) = match self.method {
            CircleMethod::Bresenham => (4 * radius * radius, 4 * radius * radius),
            CircleMethod::Andres => ((2 * radius - 1).pow(2), (2 * radius + 1).pow(2) - 1),
        };
        for (size, centre, is_column) in [(canvas.columns, cx, true), (canvas.rows, cy, false)] {
            for i in 0..size {
                let a = i128::from(i - centre).abs();
                if a > radius {
                    continue;
                }
                // Twice the least and greatest b.
                let root = |v: i128| v.max(0).unsigned_abs().isqrt() as i128;
                let (low, high) = match self.method {
                    // The nearest integer: half of what is rounded up.
                    CircleMethod::Bresenham => {
                        let nearest = (root(least - 4 * a * a) + 1) / 2;
                        (nearest, nearest)
                    }
                    CircleMethod::Andres => {
                        let below = root((least - 4 * a * a - 1).max(0));
                        (if least - 4 * a * a <= 0 { 0 } else { below / 2 + 1 }, root(most - 4 * a * a) / 2)
                    }
                };
                for b in low.max(a)..=high {
                    for b in [b as i64, -(b as i64)] {
                        let (x, y) = if is_column { (i, cy + b) } else { (cx + b, i) };
                        canvas.pixel(x, y)?;
                    }
                }
            }
        }
        Ok(())
    }
}
