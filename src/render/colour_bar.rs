//! The colour bar: the scale's colours with an axis.

use super::axis::{Axis, Fitted, Side, line_width};
use super::canvas::Area;
use super::colour::Rgba;
use super::norm::Scale;
use super::paint::Palette;
use super::sheet::Sheet;
use super::text::Fonts;

/// The width of the bar, in sizes of text.
const WIDTH: f64 = 1.2;
/// Between the image and the bar, in sizes of text.
const GAP: f64 = 0.9;

/// A colour bar along a height.
pub struct ColourBar {
    axis: Fitted,
    size: f64,
}

impl ColourBar {
    /// For a scale; `label` stands beside it.
    pub fn new(fonts: &Fonts, scale: &Scale, label: &str, height: f64, size: f64) -> ColourBar {
        let axis = Axis {
            start: scale.low,
            end: scale.high,
            log: scale.log,
            name: label.to_owned(),
            unit: String::new(),
            whole: false,
        };
        ColourBar { axis: axis.fit(fonts, Side::Right, height, size), size }
    }

    /// The room that it takes at the right of the image.
    pub fn depth(&self) -> f64 {
        ((GAP + WIDTH) * self.size).round() + 3.0 * line_width(self.size) + self.axis.depth(Side::Right)
    }

    /// How far its labels reach beyond the image, below and above.
    pub fn overhang(&self, fonts: &Fonts, height: f64) -> [f64; 2] {
        self.axis.overhang(fonts, Side::Right, height)
    }

    /// Draws it at the right of an image.
    pub fn draw(&self, sheet: &mut Sheet<'_>, image: Area, palette: &Palette, ink: Rgba) {
        let left = image.right + (GAP * self.size).round() + line_width(self.size);
        let bar = Area::new(left, image.top, left + (WIDTH * self.size).round().max(3.0), image.bottom);
        let rows = bar.height().max(1.0);
        for row in 0..rows as usize {
            let place = 1.0 - (row as f64 + 0.5) / rows;
            let top = bar.top + row as f64;
            sheet.canvas.fill(Area::new(bar.left, top, bar.right, top + 1.0), palette.at(place as f32));
        }
        sheet.canvas.frame(bar, line_width(self.size), ink);
        sheet.note("colorbar", bar);
        self.axis.draw(sheet, Side::Right, bar, "colorbar", ink);
    }
}
