//! The places of an image in its figure, and of the parts around it.
//!
//! The layout goes from the outside in: the parts around the image say what room they need, the image takes what is left
//! with its own aspect. How much the parts need depends on the ticks that have room along the image, so it is done in a few
//! rounds. Where the picture is too small for all parts, some are left out, the ones that say least first.

use super::options::Figure;
use crate::context::{Error, Result};
use crate::render::axis::{Axis, Fitted, Side, line_width};
use crate::render::canvas::{Area, MAX_SIDE, check_size};
use crate::render::colour_bar::ColourBar;
use crate::render::norm::Scale;
use crate::render::options::Page;
use crate::render::scale_bar::{self, Placed, Width};
use crate::render::text::{ASCENT, DESCENT, Fonts};
use crate::render::title::{MARGIN, Title};

/// The longest side of an image in a picture whose size is not given: a whole number of times its pixels, at least this.
const USUAL: f64 = 512.0;
/// The sides of an image that fills its room there.
const USUAL_BOX: (f64, f64) = (640.0, 480.0);
/// And the longest that it becomes.
const LARGEST: f64 = 4096.0;
/// The least room for the image, in pixels.
const LEAST: f64 = 16.0;
/// The size of a title, in sizes of text.
pub(super) const TITLE: f64 = 1.25;
/// The size of the line of metadata, in sizes of text.
pub(super) const LINE: f64 = 0.85;
/// The room above the line of metadata and above a scale bar beneath the image, in sizes of text.
const ROW_GAP: f64 = 0.5;
/// The part of a picture's height that a title may take.
const TITLE_PART: f64 = 0.3;
/// So wide a picture becomes, in sizes of text, where its width is not given and its image is narrower than its text.
const TEXT_WIDTH: f64 = 30.0;

/// The parts around the image, and the room that they take.
pub(super) struct Around<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) figure: &'a Figure,
    pub(super) size: f64,
    /// The axes, if there are.
    pub(super) axes: Option<[Axis; 2]>,
    pub(super) scale: Scale,
    /// The colour bar's label, if there is a bar.
    pub(super) colorbar: Option<&'a str>,
    pub(super) title: &'a str,
    pub(super) title_size: f64,
    pub(super) line: &'a str,
    /// The image's width, if there is a scale bar.
    pub(super) width: Option<Width>,
    /// The image's height divided by its width; `None`: it fills its room.
    pub(super) ratio: Option<f64>,
    /// The size of the image where that of the picture is not given.
    pub(super) usual: (f64, f64),
}

/// The same for an image of a certain size.
pub(super) struct Fit {
    pub(super) axes: Option<[Fitted; 2]>,
    pub(super) bar: Option<ColourBar>,
    pub(super) title: Title,
    /// How far the axis and the labels of the colour bar reach above the image.
    pub(super) above: f64,
    /// How far they reach beneath it.
    below: f64,
    /// Left, top, right, bottom.
    margins: [f64; 4],
    /// The width of the picture.
    width: f64,
}

/// The places of all parts.
pub(super) struct Laid {
    /// The image.
    pub(super) area: Area,
    /// The parts around it.
    pub(super) fit: Fit,
    /// The size of the picture.
    pub(super) size: (usize, usize),
    /// The scale bar.
    pub(super) scale_bar: Option<Placed>,
    /// The base line of the metadata.
    pub(super) base: f64,
}

/// The image, the parts around it, and the size of the picture.
type Rounds = (Area, Fit, (usize, usize));

/// A direction in which there is no room, and the least that would do.
enum Lacking {
    Width(f64),
    Height(f64),
}

impl Around<'_> {
    /// Whether there is nothing but the image.
    fn is_bare(&self, beneath: bool) -> bool {
        self.axes.is_none() && self.colorbar.is_none() && self.title.is_empty() && self.line.is_empty() && !beneath
    }

    /// Leaves out the part that says least of those that take room in a direction; its name.
    fn leave_out(&mut self, lacking: &Lacking) -> Option<&'static str> {
        let named = |axes: &mut Option<[Axis; 2]>, i: usize| match axes {
            Some(axes) if !(axes[i].name.is_empty() && axes[i].unit.is_empty()) => {
                axes[i].name.clear();
                axes[i].unit.clear();
                true
            }
            _ => false,
        };
        if let Lacking::Height(_) = lacking {
            if !std::mem::take(&mut self.line).is_empty() {
                return Some("metadata");
            }
            if !std::mem::take(&mut self.title).is_empty() {
                return Some("title");
            }
            if named(&mut self.axes, 0) {
                return Some("x_label");
            }
        } else {
            if self.colorbar.is_some_and(|label| !label.is_empty()) {
                self.colorbar = Some("");
                return Some("colorbar_label");
            }
            if named(&mut self.axes, 1) {
                return Some("y_label");
            }
        }
        if self.colorbar.take().is_some() {
            return Some("colorbar");
        }
        if self.axes.take().is_some() {
            return Some("axes");
        }
        if !std::mem::take(&mut self.title).is_empty() {
            return Some("title");
        }
        (!std::mem::take(&mut self.line).is_empty()).then_some("metadata")
    }

    /// The parts around an image of a size. `beneath`: the scale bar is below the image.
    fn fit(&self, (width, height): (f64, f64), beneath: bool) -> Fit {
        let (size, fonts, page) = (self.size, self.fonts, &self.figure.page);
        let edge = (MARGIN * size).round();
        let mut margins = [edge; 4];
        let line = line_width(size);
        let axes = self
            .axes
            .as_ref()
            .map(|[x, y]| [x.fit(fonts, Side::Bottom, width, size), y.fit(fonts, Side::Left, height, size)]);
        let [mut behind, mut below, mut above] = [0.0f64; 3];
        if let Some([x, y]) = &axes {
            margins[0] += line + y.depth(Side::Left);
            below = line + x.depth(Side::Bottom);
            let [before, after] = x.overhang(fonts, Side::Bottom, width);
            let [under, over] = y.overhang(fonts, Side::Left, height);
            (below, above) = (below.max(under), over);
            behind = after;
            margins[0] = margins[0].max(edge + before);
        } else if self.colorbar.is_some() {
            // The image has a frame as the bar has.
            margins.iter_mut().for_each(|margin| *margin += line);
        }
        let title_room = TITLE_PART * page.height.map_or(height.max(USUAL), |height| height as f64);
        let line_height = if self.line.is_empty() { 0.0 } else { (ROW_GAP + ASCENT + DESCENT) * LINE * size };
        let bar = self.colorbar.map(|label| {
            let one = if self.title.is_empty() { 0.0 } else { 1.6 * self.title_size };
            let room = page.height.map_or(f64::INFINITY, |page| {
                // Its outermost labels and what stands above them.
                page as f64 - 2.0 * (edge + line) - one - line_height - 2.5 * size
            });
            ColourBar::new(fonts, &self.scale, label, (height, room), behind, size)
        });
        if let Some(bar) = &bar {
            margins[2] += bar.depth();
            let [under, over] = bar.overhang(fonts, height);
            (below, above) = (below.max(under), above.max(over));
        }
        margins[2] = margins[2].max(edge + behind);
        let mut bottom = edge + below;
        if beneath {
            bottom += (ROW_GAP * size).ceil() + scale_bar::height_beneath(size);
        }
        margins[3] = margins[3].max(bottom) + line_height;
        // A picture whose width is free has room for its text.
        let natural = [(self.title, self.title_size), (self.line, LINE * size)];
        let names = axes.as_ref().map_or(0.0, |[x, _]| fonts.width(&x.name(), size));
        let text = natural.into_iter().flat_map(|(text, size)| text.lines().map(move |line| (line, size)));
        let text = text.map(|(text, size)| fonts.width(text, size)).fold(names, f64::max);
        let whole = margins[0] + width + margins[2];
        let wide = match page.width {
            Some(width) => width as f64,
            None => whole.max((text + 2.0 * edge).min(TEXT_WIDTH * size)).ceil(),
        };
        let room = (wide - 2.0 * edge).max(size);
        let title = Title::new(fonts, self.title, self.title_size, room, title_room);
        margins[1] += above + title.height();
        Fit { axes, bar, title, above, below, margins: margins.map(f64::ceil), width: wide }
    }

    /// Finds places for all parts, of which those that have no room are left out: their names.
    ///
    /// # Errors
    /// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) for a size that is none.
    pub(super) fn lay_out(&mut self) -> Result<(Laid, Vec<&'static str>)> {
        let mut left_out = Vec::new();
        // Once the scale bar had no room on the image it has none on a smaller one.
        let mut beneath = false;
        loop {
            let bare = self.is_bare(beneath);
            let (area, fit, size) = match self.rounds(bare, beneath)? {
                Ok(found) => found,
                Err(lacking) => {
                    // A scale bar beneath the image takes room in height, and a margin.
                    let part = match (&lacking, beneath) {
                        (Lacking::Height(_), true) => None,
                        _ => self.leave_out(&lacking),
                    };
                    match part {
                        Some(part) => left_out.push(part),
                        None if std::mem::take(&mut beneath) => {
                            self.width = None;
                            left_out.push("scale_bar");
                        }
                        None => return Err(lacking.error(&self.figure.page)),
                    }
                    continue;
                }
            };
            let page = size.0 as f64;
            let mut base = area.bottom + fit.below.ceil();
            let mut placed = None;
            if let (Some(bar), Some(width)) = (&self.figure.scale_bar, &self.width) {
                placed = match beneath {
                    false => bar.on(self.fonts, area, width, self.size),
                    true => {
                        base += (ROW_GAP * self.size).ceil();
                        bar.beneath(self.fonts, area, base, page, width, self.size)
                    }
                };
                if placed.is_none() && !beneath {
                    beneath = true;
                    continue;
                }
                if placed.is_none() {
                    (beneath, self.width) = (false, None);
                    left_out.push("scale_bar");
                    continue;
                }
                if beneath {
                    base += scale_bar::height_beneath(self.size);
                }
            }
            base += (ROW_GAP * LINE + ASCENT * LINE) * self.size;
            return Ok((Laid { area, fit, size, scale_bar: placed, base }, left_out));
        }
    }

    fn rounds(&self, bare: bool, beneath: bool) -> Result<std::result::Result<Rounds, Lacking>> {
        let (page, ratio, usual) = (&self.figure.page, self.ratio, self.usual);
        let fitted = |inner| {
            let mut fit = self.fit(inner, beneath);
            if bare {
                fit.margins = [0.0; 4];
                fit.width = inner.0;
            }
            fit
        };
        let mut inner = usual;
        let mut fit = fitted(inner);
        for _ in 0..4 {
            let [left, top, right, bottom] = fit.margins;
            let least = if bare { 1.0 } else { LEAST };
            let room = |side: Option<usize>, margin: f64| side.map(|side| side as f64 - margin);
            let (wide, high) = (room(page.width, left + right), room(page.height, top + bottom));
            if wide.is_some_and(|wide| wide < least) {
                return Ok(Err(Lacking::Width(left + right + least)));
            }
            if high.is_some_and(|high| high < least) {
                return Ok(Err(Lacking::Height(top + bottom + least)));
            }
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
            fit = fitted(inner);
        }
        let [left, top, right, bottom] = fit.margins;
        let (needed, needed_high) = (left + inner.0 + right, top + inner.1 + bottom);
        let width = page.width.unwrap_or(needed.max(fit.width) as usize);
        let height = page.height.unwrap_or(needed_high as usize);
        check_size(width, height)?;
        // What is left over stands on both sides.
        let spare = |side: usize, needed: f64| ((side as f64 - needed).max(0.0) / 2.0).floor();
        let (x, y) = (left + spare(width, needed), top + spare(height, needed_high));
        // The last round may have moved the margins by a pixel.
        let inner = (inner.0.min(width as f64 - x).max(1.0), inner.1.min(height as f64 - y).max(1.0));
        Ok(Ok((Area::new(x, y, x + inner.0, y + inner.1), fit, (width, height))))
    }
}

impl Lacking {
    fn error(&self, page: &Page) -> Error {
        let (name, given, needed) = match *self {
            Lacking::Width(needed) => ("width", page.width, needed),
            Lacking::Height(needed) => ("height", page.height, needed),
        };
        Error::argument(name, given.unwrap_or_default(), format!("at least {needed}"))
    }
}

/// The size of an image in a picture whose size is not given.
pub(super) fn usual_size(columns: usize, rows: usize, ratio: Option<f64>) -> (f64, f64) {
    let Some(ratio) = ratio else {
        // So many times its pixels as fill the box, and not much flatter or narrower than that.
        let side = |n: usize, usual: f64| (n as f64 * (usual / n as f64).ceil()).min(LARGEST.max(usual));
        let (width, height) = (side(columns, USUAL_BOX.0), side(rows, USUAL_BOX.1));
        return (width.max((height / 2.0).round()), height.max((width / 2.0).round()));
    };
    let (width, height) = (columns as f64, columns as f64 * ratio);
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
        assert_eq!(usual_size(20000, 10, Some(0.0005)), (4096.0, 2.0));
        assert_eq!(usual_size(50, 400, None), (650.0, 800.0));
        assert_eq!(usual_size(20000, 10, None), (4096.0, 2048.0));
        assert_eq!(usual_size(1, 1, None), (640.0, 480.0));
    }
}
