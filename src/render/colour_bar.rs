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
/// The least height of the bar, in sizes of text: as high as a flat image it could show no numbers.
const LEAST: f64 = 9.0;
/// Between the labels of the image's axis and a bar that is higher than the image, in sizes of text.
const APART: f64 = 0.5;

/// A colour bar at the right of an image.
pub struct ColourBar {
    axis: Fitted,
    size: f64,
    height: f64,
    gap: f64,
}

impl ColourBar {
    /// For a scale; `label` is beside it. It is as high as the image, or higher if that is flat, up to `room`. Labels
    /// of the image's axis reach `behind` beyond its right side.
    pub fn new(
        fonts: &Fonts,
        scale: &Scale,
        label: &str,
        (height, room): (f64, f64),
        behind: f64,
        size: f64,
    ) -> ColourBar {
        let axis = Axis {
            start: scale.low,
            end: scale.high,
            log: scale.log,
            name: label.to_owned(),
            unit: String::new(),
            whole: false,
            ticked: true,
        };
        let higher = height.max((LEAST * size).min(room)).round();
        let gap = if higher > height { (GAP * size).max(behind + APART * size) } else { GAP * size };
        ColourBar { axis: axis.fit(fonts, Side::Right, higher, size), size, height: higher, gap: gap.round() }
    }

    fn width(&self) -> f64 {
        (WIDTH * self.size).round().max(3.0)
    }

    /// The room that it takes at the right of the image.
    pub fn depth(&self) -> f64 {
        let line = line_width(self.size);
        let beside = self.width() + line + self.axis.depth(Side::Right);
        self.gap + line + beside.max(self.axis.scale_width())
    }

    /// How far it and its labels reach beyond an image of a height, below and above.
    pub fn overhang(&self, fonts: &Fonts, height: f64) -> [f64; 2] {
        let more = ((self.height - height) / 2.0).max(0.0).ceil();
        let line = line_width(self.size);
        let [below, above] = self.axis.overhang(fonts, Side::Right, self.height);
        [below.max(line) + more, above.max(line) + more]
    }

    /// Its place at the right of an image.
    fn area(&self, image: Area) -> Area {
        let left = image.right + self.gap + line_width(self.size);
        let top = (image.top - ((self.height - image.height()) / 2.0).max(0.0)).round();
        let height = if self.height > image.height() { self.height } else { image.height() };
        Area::new(left, top, left + self.width(), top + height)
    }

    /// Draws the bar; its labels follow with [`ColourBar::draw_axis`].
    pub fn draw(&self, sheet: &mut Sheet<'_>, image: Area, palette: &Palette, ink: Rgba) {
        let bar = self.area(image);
        let rows = bar.height().max(1.0);
        for row in 0..rows as usize {
            let place = 1.0 - (row as f64 + 0.5) / rows;
            let top = bar.top + row as f64;
            sheet.canvas.fill(Area::new(bar.left, top, bar.right, top + 1.0), palette.at(place as f32));
        }
        sheet.canvas.frame(bar, line_width(self.size), ink);
        sheet.take("colorbar", bar);
    }

    /// Draws the axis of the bar.
    pub fn draw_axis(&self, sheet: &mut Sheet<'_>, image: Area, ink: Rgba) {
        self.axis.draw(sheet, Side::Right, self.area(image), "colorbar", ink);
    }
}
