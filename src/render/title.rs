//! The title of a figure.

use super::canvas::Area;
use super::options::{Page, Place};
use super::sheet::{Anchor, Sheet, fitted};
use super::text::{DESCENT, Direction};

/// The room that is left around everything in a figure, in sizes of text.
pub(super) const MARGIN: f64 = 0.8;

/// The title above an area, as large as there is room.
pub(super) fn draw_title(sheet: &mut Sheet<'_>, page: &Page, title: &str, title_size: f64, area: Area, size: f64) {
    if title.is_empty() {
        return;
    }
    let width = sheet.canvas.width() as f64;
    let edge = (MARGIN * size).round();
    let (text, fitted_size) = fitted(sheet.fonts, title, title_size, (width - 2.0 * edge, 1.2 * title_size), 6.0);
    let long = sheet.fonts.width(&text, fitted_size);
    let base = area.top - (0.5 + DESCENT * 0.4) * title_size;
    let (x, anchor) = match page.title_place {
        Place::Left if long <= area.width() => (area.left, Anchor::Start),
        Place::Right if long <= area.width() => (area.right, Anchor::End),
        _ => (within(area, long, width, size), Anchor::Middle),
    };
    let colour = page.title_colour.unwrap_or(page.theme.ink);
    sheet.text("title", &text, fitted_size, [x, base], (Direction::Right, anchor), colour);
}

/// The middle of a text of a width: that of the area, or as near as it does not leave the picture.
pub(super) fn within(area: Area, long: f64, width: f64, size: f64) -> f64 {
    let reach = long / 2.0 + (MARGIN * size).round();
    ((area.left + area.right) / 2.0).max(reach).min(width - reach).max(long / 2.0)
}
