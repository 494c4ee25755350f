//! Rectangles.

use super::canvas::{Canvas, Shape, check_radius, check_real};
use super::polygon::{Polygon, PolygonPerimeter};
use crate::context::{Result, Stage};

/// A filled rectangle along the axes, both corners included.
#[derive(Debug, Clone, Copy)]
pub struct Rectangle {
    /// (x, y) of one corner, rounded to a pixel (halves to the even one).
    pub from: (f64, f64),
    /// (x, y) of the opposite corner.
    pub to: (f64, f64),
}

impl Rectangle {
    /// Left, right, top, bottom, in whole pixels.
    fn sides(&self) -> Result<[f64; 4]> {
        let ((x0, y0), (x1, y1)) = (self.from, self.to);
        check_real(&[("x0", x0), ("y0", y0), ("x1", x1), ("y1", y1)])?;
        Ok([x0.min(x1), x0.max(x1), y0.min(y1), y0.max(y1)].map(f64::round_ties_even))
    }
}

impl Shape for Rectangle {
    fn draw(&self, _: &Stage<'_>, canvas: &mut Canvas) -> Result<()> {
        // The conversions saturate.
        let [left, right, top, bottom] = self.sides()?.map(|v| v as i64);
        for y in top.max(0)..=bottom.min(canvas.rows - 1) {
            canvas.span(y, left, right)?;
        }
        Ok(())
    }
}

/// The line one pixel wide around a rectangle: the pixels next to it, outside.
#[derive(Debug, Clone, Copy)]
pub struct RectanglePerimeter {
    /// The rectangle.
    pub inside: Rectangle,
    /// The outline is cut to the image first, so that it runs along the border.
    pub clip: bool,
}

impl Shape for RectanglePerimeter {
    fn draw(&self, stage: &Stage<'_>, canvas: &mut Canvas) -> Result<()> {
        let [left, right, top, bottom] = self.inside.sides()?;
        let (left, right, top, bottom) = (left - 1.0, right + 1.0, top - 1.0, bottom + 1.0);
        let (x, y) = ([left, right, right, left], [top, top, bottom, bottom]);
        PolygonPerimeter { x: &x, y: &y, clip: self.clip }.draw(stage, canvas)
    }
}

/// A rectangle around a centre, turned by an angle; the polygon between its corners.
#[derive(Debug, Clone, Copy)]
pub struct RotatedRectangle {
    /// (x, y)
    pub centre: (f64, f64),
    /// The lengths of the sides: along x and along y, before it is turned.
    pub size: (f64, f64),
    /// Clockwise.
    pub angle: f64,
    /// As a line one pixel wide; otherwise filled.
    pub perimeter: bool,
}

impl Shape for RotatedRectangle {
    fn draw(&self, stage: &Stage<'_>, canvas: &mut Canvas) -> Result<()> {
        let ((cx, cy), (width, height)) = (self.centre, self.size);
        check_real(&[("x", cx), ("y", cy), ("angle", self.angle)])?;
        check_radius("width", width)?;
        check_radius("height", height)?;
        let (sin, cos) = self.angle.sin_cos();
        let corners = [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)].map(|(u, v)| (u * width, v * height));
        let x = corners.map(|(u, v)| cx + (u * cos - v * sin));
        let y = corners.map(|(u, v)| cy + (u * sin + v * cos));
        if self.perimeter {
            PolygonPerimeter { x: &x, y: &y, clip: false }.draw(stage, canvas)
        } else {
            Polygon { x: &x, y: &y }.draw(stage, canvas)
        }
    }
}
