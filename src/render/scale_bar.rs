//! The scale bar: a round length on the image, on a ground that keeps it readable over any pixels.

use super::canvas::Area;
use super::colour::Rgba;
use super::sheet::{Anchor, Sheet};
use super::text::{CAPITALS, Direction};
use super::ticks;

/// The corner of the image that it stands in.
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
    /// The colour of bar and text.
    pub colour: Rgba,
    /// Where it stands.
    pub corner: Corner,
}

/// Draws it on an image whose width is `width` in `unit`.
pub fn draw(sheet: &mut Sheet<'_>, bar: &ScaleBar, image: Area, width: f64, unit: &str, size: f64) {
    let length = bar.length.unwrap_or_else(|| ticks::round_down(width / 3.5));
    let across = image.width() * length / width;
    let label = label(length, unit);
    let margin = (0.5 * size).min(image.width() / 20.0);
    let padding = 0.45 * size;
    let thickness = (0.28 * size).round().max(2.0);
    // Small images have small text.
    let room = image.width() - 2.0 * (margin + padding);
    let (label, text) = super::sheet::fitted(sheet.fonts, &label, size, (room, image.height() / 3.0), 5.0);
    let inner = sheet.fonts.width(&label, text).max(across.min(room)).ceil();
    let height = (CAPITALS * text + 0.4 * size + thickness + 2.0 * padding).round();
    let outer = (inner + 2.0 * padding).round();
    let left = match bar.corner {
        Corner::LowerLeft | Corner::UpperLeft => image.left + margin,
        _ => image.right - margin - outer,
    }
    .round();
    let top = match bar.corner {
        Corner::UpperLeft | Corner::UpperRight => image.top + margin,
        _ => image.bottom - margin - height,
    }
    .round();
    let ground = Area::new(left, top, left + outer, top + height);
    sheet.canvas.fill(ground, against(bar.colour));
    sheet.note("scale_bar", ground);
    let middle = (ground.left + ground.right) / 2.0;
    let base = (ground.top + padding + CAPITALS * text).round();
    sheet.text("scale_bar_label", &label, text, [middle, base], (Direction::Right, Anchor::Middle), bar.colour);
    let start = (middle - across / 2.0).round();
    let line =
        Area::new(start, ground.bottom - padding.round() - thickness, start + across, ground.bottom - padding.round());
    sheet.canvas.fill(line, bar.colour);
    sheet.note("scale_bar_line", line);
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
