//! Where an image stands in its figure, and what stands around it.
//!
//! The layout goes from the outside in: the parts around the image say what room they need, the image takes what is left
//! with its own aspect. How much the parts need depends on the ticks that have room along the image, so it is done in a few
//! rounds.

use super::options::Figure;
use crate::context::{Error, Result};
use crate::render::axis::{Axis, Fitted, Side, line_width};
use crate::render::canvas::{Area, MAX_SIDE, check_size};
use crate::render::colour_bar::ColourBar;
use crate::render::norm::Scale;
use crate::render::options::Page;
use crate::render::text::{ASCENT, DESCENT, Fonts};
use crate::render::title::MARGIN;

/// The longest side of an image in a picture whose size is not given: a whole number of times its pixels, at least this.
const USUAL: f64 = 512.0;
/// And the longest that it becomes.
const LARGEST: f64 = 4096.0;
/// The least room for the image, in pixels.
const LEAST: f64 = 16.0;
/// The size of a title, in sizes of text.
pub(super) const TITLE: f64 = 1.25;
/// The size of the line of metadata, in sizes of text.
pub(super) const LINE: f64 = 0.85;

/// What stands around the image, and how much room it takes.
pub(super) struct Around<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) figure: &'a Figure,
    pub(super) size: f64,
    pub(super) axes: [Axis; 2],
    pub(super) scale: Scale,
    pub(super) title: &'a str,
    pub(super) title_size: f64,
    pub(super) line: &'a str,
}

/// The same for an image of a certain size.
pub(super) struct Fit {
    pub(super) axes: Option<[Fitted; 2]>,
    pub(super) bar: Option<ColourBar>,
    /// Left, top, right, bottom.
    pub(super) margins: [f64; 4],
}

impl Around<'_> {
    fn fit(&self, (width, height): (f64, f64)) -> Fit {
        let (size, fonts) = (self.size, self.fonts);
        let edge = (MARGIN * size).round();
        let mut margins = [edge; 4];
        let line = line_width(size);
        let axes = self.figure.show_axis.then(|| {
            let [x, y] = &self.axes;
            [x.fit(fonts, Side::Bottom, width, size), y.fit(fonts, Side::Left, height, size)]
        });
        let bar = self.figure.colorbar.as_ref().map(|label| ColourBar::new(fonts, &self.scale, label, height, size));
        let [mut behind, mut below, mut above] = [0.0f64; 3];
        if let Some([x, y]) = &axes {
            margins[0] += line + y.depth(Side::Left);
            margins[3] += line + x.depth(Side::Bottom);
            let [before, after] = x.overhang(fonts, Side::Bottom, width);
            [below, above] = y.overhang(fonts, Side::Left, height);
            behind = after;
            margins[0] = margins[0].max(edge + before);
        } else if self.figure.colorbar.is_some() {
            // The image has a frame as the bar has.
            margins.iter_mut().for_each(|margin| *margin += line);
        }
        if let Some(bar) = &bar {
            margins[2] += bar.depth();
            let [under, over] = bar.overhang(fonts, height);
            (below, above) = (below.max(under), above.max(over));
        }
        margins[2] = margins[2].max(edge + behind);
        margins[3] = margins[3].max(edge + below);
        margins[1] += above.max(0.0);
        if !self.title.is_empty() {
            margins[1] += (0.9 + ASCENT + DESCENT - 0.4) * self.title_size;
        }
        if !self.line.is_empty() {
            margins[3] += (0.5 + ASCENT + DESCENT) * LINE * size;
        }
        Fit { axes, bar, margins: margins.map(f64::ceil) }
    }
}

/// Where the image stands, what stands around it, and the size of the picture.
pub(super) fn lay_out(
    around: &Around<'_>,
    bare: bool,
    page: &Page,
    ratio: Option<f64>,
    usual: (f64, f64),
) -> Result<(Area, Fit, (usize, usize))> {
    let mut inner = usual;
    let mut fit = around.fit(inner);
    if bare {
        fit.margins = [0.0; 4];
    }
    for _ in 0..4 {
        let [left, top, right, bottom] = fit.margins;
        let room = |side: Option<usize>, margin: f64, name: &str| match side {
            Some(side) if side as f64 - margin < if bare { 1.0 } else { LEAST } => Err(Error::argument(
                name,
                side,
                format!("at least {}, the room for text and {LEAST} pixels of the image", margin + LEAST),
            )),
            side => Ok(side.map(|side| side as f64 - margin)),
        };
        let (wide, high) = (room(page.width, left + right, "width")?, room(page.height, top + bottom, "height")?);
        let aspect = ratio.unwrap_or(usual.1 / usual.0);
        inner = match (wide, high) {
            (Some(wide), Some(high)) if ratio.is_none() => (wide, high),
            (Some(wide), Some(high)) => (wide.min(high / aspect), high.min(wide * aspect)),
            (Some(wide), None) => (wide, wide * aspect),
            (None, Some(high)) => (high / aspect, high),
            (None, None) => usual,
        };
        inner = (inner.0.floor().max(1.0), inner.1.floor().max(1.0));
        if inner.0.max(inner.1) > MAX_SIDE as f64 {
            return Err(Error::argument(
                "width, height",
                format!("not both given, and an image of this aspect would be {} x {}", inner.0, inner.1),
                format!("up to {MAX_SIDE} on each side: give both"),
            ));
        }
        fit = around.fit(inner);
        if bare {
            fit.margins = [0.0; 4];
        }
    }
    let [left, top, right, bottom] = fit.margins;
    let (needed, needed_high) = (left + inner.0 + right, top + inner.1 + bottom);
    let (width, height) = (page.width.unwrap_or(needed as usize), page.height.unwrap_or(needed_high as usize));
    check_size(width, height)?;
    // What is left over stands on both sides.
    let spare = |side: usize, needed: f64| ((side as f64 - needed).max(0.0) / 2.0).floor();
    let (x, y) = (left + spare(width, needed), top + spare(height, needed_high));
    // The last round may have moved the margins by a pixel.
    let inner = (inner.0.min(width as f64 - x).max(1.0), inner.1.min(height as f64 - y).max(1.0));
    Ok((Area::new(x, y, x + inner.0, y + inner.1), fit, (width, height)))
}

/// The size of an image in a picture whose size is not given.
pub(super) fn usual_size(columns: usize, rows: usize, ratio: Option<f64>) -> (f64, f64) {
    let (width, height) = (columns as f64, ratio.map_or(rows as f64, |ratio| columns as f64 * ratio));
    let longest = width.max(height);
    let zoom = (USUAL / longest).ceil().min(LARGEST / longest);
    ((width * zoom).round().max(1.0), (height * zoom).round().max(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images_are_enlarged_by_whole_numbers() {
        assert_eq!(usual_size(128, 128, Some(1.0)), (512.0, 512.0));
        assert_eq!(usual_size(100, 50, Some(0.5)), (600.0, 300.0));
        assert_eq!(usual_size(1, 1, Some(1.0)), (512.0, 512.0));
        assert_eq!(usual_size(700, 350, Some(0.5)), (700.0, 350.0));
        assert_eq!(usual_size(20000, 10, None), (4096.0, 2.0));
    }
}
