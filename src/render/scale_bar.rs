//! The scale bar: a round length on the image, on a ground that keeps it readable over any pixels; beneath an image that
//! has no room for it.

use super::canvas::Area;
use super::colour::Rgba;
use super::sheet::{Anchor, LEAST_SIZE, Sheet};
use super::text::{ASCENT, CAPITALS, DESCENT, Direction, Fonts};
use super::ticks;

/// The corner of the image that it is drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Corner {
    /// The lower right one.
    #[default]
    LowerRight,
    /// The lower left one.
    LowerLeft,
    /// The upper right one.
    UpperRight,
    /// The upper left one.
    UpperLeft,
}

/// A scale bar.
#[derive(Debug, Clone)]
pub struct ScaleBar {
    /// Its length in the unit; `None`: round, about a quarter of the image's width.
    pub length: Option<f64>,
    /// The colour of bar and text; `None`: white on the image, the theme's ink beside it.
    pub colour: Option<Rgba>,
    /// Its corner.
    pub corner: Corner,
}

/// The width of an image on the sample.
#[derive(Debug, Clone)]
pub struct Width {
    /// In the unit.
    pub length: f64,
    /// The unit.
    pub unit: String,
    /// Whether there are only whole lengths: pixels.
    pub whole: bool,
}

/// A scale bar with its place.
#[derive(Debug, Clone)]
pub struct Placed {
    label: String,
    size: f64,
    /// The bar's length in pixels of the picture.
    across: f64,
    /// All of it.
    ground: Area,
    inside: bool,
}

/// Between the image's edge and the bar's ground, between that and what stands on it, in sizes of text.
const MARGIN: f64 = 0.5;
const PADDING: f64 = 0.45;
/// Between text and bar.
const GAP: f64 = 0.4;
/// The shortest bar that can be read, in pixels of the picture.
const SHORTEST: f64 = 4.0;
/// It covers at most this part of an image's height.
const PART: f64 = 0.5;
/// The part of an image's width that a default length takes, unless the image is narrower than this, in sizes of
/// text.
const PART_OF_WIDTH: f64 = 1.0 / 3.5;
const NARROW: f64 = 20.0;

impl ScaleBar {
    /// The length to show on an image of a width, of which it takes at most a part.
    fn shown(&self, width: &Width, part: f64) -> Option<f64> {
        let length = self.length.unwrap_or_else(|| ticks::round_down(width.length * part));
        let length = if width.whole && self.length.is_none() { length.max(1.0) } else { length };
        (length > 0.0 && length.is_finite()).then_some(length)
    }

    /// On an image, if there is room; text may become smaller.
    pub fn on(&self, fonts: &Fonts, image: Area, width: &Width, size: f64) -> Option<Placed> {
        let length = self.shown(width, PART_OF_WIDTH)?;
        let across = image.width() * length / width.length;
        let label = label(length, &width.unit);
        let text = [1.0, 0.85, 0.7].map(|part| (part * size).max(LEAST_SIZE.min(size)));
        text.into_iter().find_map(|text| {
            let margin = (MARGIN * text).min(image.width() / 20.0);
            let inner = fonts.width(&label, text).max(across).ceil();
            let wide = (inner + 2.0 * PADDING * text).round();
            let high = (CAPITALS * text + GAP * text + thickness(text) + 2.0 * PADDING * text).round();
            let fits = wide + 2.0 * margin <= image.width() && high + margin <= PART * image.height();
            if !fits || across < SHORTEST {
                return None;
            }
            let left = match self.corner {
                Corner::LowerLeft | Corner::UpperLeft => image.left + margin,
                _ => image.right - margin - wide,
            }
            .round();
            let top = match self.corner {
                Corner::UpperLeft | Corner::UpperRight => image.top + margin,
                _ => image.bottom - margin - high,
            }
            .round();
            let ground = Area::new(left, top, left + wide, top + high);
            Some(Placed { label: label.clone(), size: text, across, ground, inside: true })
        })
    }

    /// Below an image of a width, from a height on, in a picture of a width, if its length can be shown.
    pub fn beneath(&self, fonts: &Fonts, image: Area, top: f64, page: f64, width: &Width, size: f64) -> Option<Placed> {
        // As on the image, but where that is narrow.
        let part = if image.width() > NARROW * size { PART_OF_WIDTH } else { 1.0 };
        let length = self.shown(width, part)?;
        let across = image.width() * length / width.length;
        let label = label(length, &width.unit);
        let wide = fonts.width(&label, size).max(across).ceil();
        if !(across >= SHORTEST && wide <= page) || (width.whole && length >= width.length) {
            return None;
        }
        let left = ((image.left + image.right - wide) / 2.0).min(page - wide).max(0.0).round();
        let ground = Area::new(left, top.ceil(), left + wide, top.ceil() + height_beneath(size));
        Some(Placed { label, size, across, ground, inside: false })
    }
}

/// The height of a scale bar beneath an image.
pub fn height_beneath(size: f64) -> f64 {
    thickness(size) + (GAP * size).round() + ((ASCENT + DESCENT) * size).ceil()
}

fn thickness(size: f64) -> f64 {
    (0.28 * size).round().max(2.0)
}

impl Placed {
    /// Draws it; `ink` is the theme's.
    pub fn draw(&self, sheet: &mut Sheet<'_>, bar: &ScaleBar, ink: Rgba) {
        let Placed { ref label, size, across, ground, inside } = *self;
        let colour = bar.colour.unwrap_or(if inside { [255; 4] } else { ink });
        if inside {
            sheet.canvas.fill(ground, against(colour));
            sheet.note("scale_bar", ground);
        } else if sheet.is_free(ground) {
            sheet.take("scale_bar", ground);
        } else {
            sheet.leave_out("scale_bar");
            return;
        }
        let middle = (ground.left + ground.right) / 2.0;
        let start = (middle - across / 2.0).round();
        let thick = thickness(size);
        // On the image the number stands above, beneath it below the bar.
        let (base, top) = match inside {
            true => {
                let padding = PADDING * size;
                ((ground.top + padding + CAPITALS * size).round(), ground.bottom - padding.round() - thick)
            }
            false => (ground.top + thick + (GAP * size).round() + ASCENT * size, ground.top),
        };
        sheet.text_inside(
            (ground, "scale_bar_label"),
            label,
            size,
            [middle, base],
            (Direction::Right, Anchor::Middle),
            colour,
        );
        let line = Area::new(start.max(ground.left), top, (start + across).min(ground.right), top + thick);
        sheet.canvas.fill(line, colour);
        sheet.note("scale_bar_line", line);
    }
}

/// A half transparent ground that a colour stands out from.
fn against([r, g, b, _]: Rgba) -> Rgba {
    // Rec. 709.
    let luminance = 0.2126 * f64::from(r) + 0.7152 * f64::from(g) + 0.0722 * f64::from(b);
    if luminance > 128.0 { [0, 0, 0, 150] } else { [255, 255, 255, 170] }
}

/// The length with its unit; micrometres become nanometres or millimetres where that is shorter.
fn label(length: f64, unit: &str) -> String {
    let (length, unit) = match unit {
        "µm" if length < 1.0 => (length * 1e3, "nm"),
        "µm" if length >= 1e3 => (length / 1e3, "mm"),
        other => (length, other),
    };
    // So many digits as the length has, up to six.
    let exact = |decimals: &usize| {
        let shown: f64 = format!("{length:.*}", *decimals).parse().unwrap_or(0.0);
        (shown - length).abs() <= 1e-9 * length.abs()
    };
    let number = match (0..=6).find(exact) {
        Some(decimals) if length < 1e6 => ticks::number(length, decimals),
        _ => format!("{length:.3e}").replace('-', "−"),
    };
    format!("{number} {unit}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_in_the_unit_that_fits() {
        for (length, unit, expected) in [
            (2.0, "µm", "2 µm"),
            (0.5, "µm", "500 nm"),
            (0.02, "µm", "20 nm"),
            (2000.0, "µm", "2 mm"),
            (0.05, "mm", "0.05 mm"),
            (50.0, "pixel", "50 pixel"),
            (1e-9, "m", "1.000e−9 m"),
        ] {
            assert_eq!(label(length, unit), expected);
        }
    }
}
