//! A chart: an area with axes at its sides, a title above, a legend inside, for what draws lines and bars in it.

use super::axis::{Axis, Fitted, Side, line_width};
use super::canvas::{Area, Pen, check_size};
use super::colour::Rgba;
use super::options::Page;
use super::sheet::{Anchor, Picture, Sheet, warn_of_lacking};
use super::text::{ASCENT, CAPITALS, DESCENT, Direction, Fonts};
use super::title::{MARGIN, draw_title};
use crate::context::{Context, Error, Result};

/// The size of a chart of which neither side is given.
const USUAL: (f64, f64) = (800.0, 600.0);
/// The least room for the area, in pixels.
const LEAST: f64 = 32.0;

/// What stands around the area.
pub(super) struct Chart<'a> {
    /// The horizontal axis.
    pub x: Axis,
    /// The vertical axis at the left.
    pub y: Axis,
    /// The one at the right.
    pub second: Option<Axis>,
    /// The title's text.
    pub title: &'a str,
    /// Theme and sizes.
    pub page: &'a Page,
    /// Whether faint lines go through the ticks.
    pub grid: bool,
}

/// The area of a chart with what is needed to draw in it.
pub(super) struct Plot<'a> {
    /// The area.
    pub area: Area,
    /// The size of text.
    pub size: f64,
    x: &'a Axis,
    y: &'a Axis,
    second: Option<&'a Axis>,
}

impl Plot<'_> {
    /// Where a horizontal value stands.
    pub fn across(&self, x: f64) -> f64 {
        self.area.left + self.area.width() * self.x.place(x)
    }

    /// The place of a point.
    pub fn point(&self, x: f64, y: f64) -> [f64; 2] {
        [self.across(x), self.area.bottom - self.area.height() * self.y.place(y)]
    }

    /// The place of a point on the second axis.
    pub fn second_point(&self, x: f64, y: f64) -> [f64; 2] {
        let place = self.second.map_or(f64::NAN, |axis| axis.place(y));
        [self.across(x), self.area.bottom - self.area.height() * place]
    }

    /// The usual width of lines.
    pub fn line_width(&self) -> f64 {
        (0.11 * self.size).max(1.0)
    }
}

/// Lays a chart out and draws it; `draw` draws what stands in its area.
pub(super) fn chart(
    ctx: &Context,
    chart: &Chart<'_>,
    draw: impl FnOnce(&mut Sheet<'_>, &Plot<'_>) -> Result<()>,
) -> Result<Picture> {
    let Chart { x, y, second, title, page, grid } = chart;
    page.check_size()?;
    let (width, height) = match (page.width, page.height) {
        (Some(width), Some(height)) => (width, height),
        (Some(width), None) => (width, (width * 3).div_ceil(4)),
        (None, Some(height)) => ((height * 4).div_ceil(3), height),
        (None, None) => (USUAL.0 as usize, USUAL.1 as usize),
    };
    check_size(width, height)?;
    let size = Page { width: Some(width), height: Some(height), ..(*page).clone() }.text_size(USUAL);
    let fonts = Fonts::new()?;
    let names = [x, y].into_iter().chain(second).map(|axis| axis.name.as_str());
    warn_of_lacking(ctx, &fonts, &names.chain([*title]).collect::<Vec<_>>());
    let title_size = page.title_size.unwrap_or(1.25 * size);
    let (area, axes) = lay_out(chart, &fonts, (width as f64, height as f64), size, title_size)?;

    let mut sheet = Sheet::new(&fonts, width, height, page.theme.paper)?;
    let theme = page.theme;
    let [x_axis, y_axis, second_axis] = &axes;
    if *grid {
        let faint = [theme.faint[0], theme.faint[1], theme.faint[2], 60];
        for (fitted, upright) in [(x_axis, true), (y_axis, false)] {
            for place in fitted.iter().flat_map(Fitted::places) {
                let (at, along) = (area.left + area.width() * place, area.bottom - area.height() * place);
                match upright {
                    true => sheet.rule([at, area.top], [at, area.bottom], line_width(size), faint),
                    false => sheet.rule([area.left, along], [area.right, along], line_width(size), faint),
                }
            }
        }
    }
    sheet.note("axes", area);
    ctx.check_cancelled()?;
    draw(&mut sheet, &Plot { area, size, x, y, second: second.as_ref() })?;
    sheet.canvas.frame(area, line_width(size), theme.ink);
    for (fitted, side, prefix, ink) in [
        (x_axis, Side::Bottom, "x", theme.ink),
        (y_axis, Side::Left, "y", theme.ink),
        (second_axis, Side::Right, "y2", theme.second),
    ] {
        if let Some(fitted) = fitted {
            fitted.draw(&mut sheet, side, area, prefix, ink);
        }
    }
    let above = y_axis.as_ref().map_or(0.0, |axis| axis.overhang(&fonts, Side::Left, area.height())[1]);
    draw_title(&mut sheet, page, title, title_size, Area { top: area.top - above.max(0.0), ..area }, size);
    Ok(sheet.finish())
}

/// The area, and the axes that fit it.
fn lay_out(
    chart: &Chart<'_>,
    fonts: &Fonts,
    (width, height): (f64, f64),
    size: f64,
    title_size: f64,
) -> Result<(Area, [Option<Fitted>; 3])> {
    let edge = (MARGIN * size).round();
    let mut inner = (width, height);
    let mut rounds = 0;
    loop {
        let x = chart.x.fit(fonts, Side::Bottom, inner.0, size);
        let y = chart.y.fit(fonts, Side::Left, inner.1, size);
        let second = chart.second.as_ref().map(|axis| axis.fit(fonts, Side::Right, inner.1, size));
        let line = line_width(size);
        let [before, behind] = x.overhang(fonts, Side::Bottom, inner.0);
        let [below, above] = y.overhang(fonts, Side::Left, inner.1);
        let left = (edge + line + y.depth(Side::Left)).max(edge + before).ceil();
        let right = second.as_ref().map_or(0.0, |axis| axis.depth(Side::Right) + line);
        let right = (edge + line + right.max(behind)).ceil();
        let title = if chart.title.is_empty() { 0.0 } else { (0.5 + ASCENT + DESCENT) * title_size };
        let top = (edge + line + above.max(0.0) + title).ceil();
        let bottom = (edge + line + x.depth(Side::Bottom)).max(edge + below).ceil();
        let room = (width - left - right, height - top - bottom);
        for (name, side, room) in [("width", width, room.0), ("height", height, room.1)] {
            if room < LEAST {
                let needed = side - room + LEAST;
                return Err(Error::argument(
                    name,
                    side,
                    format!("at least {needed}, the room for text and {LEAST} pixels"),
                ));
            }
        }
        rounds += 1;
        if rounds == 4 {
            return Ok((Area::new(left, top, left + room.0, top + room.1), [Some(x), Some(y), second]));
        }
        inner = room;
    }
}

/// An entry of a legend: a sample of a line, or of a bar, and its name.
pub(super) struct Entry {
    /// Its name.
    pub name: String,
    /// What it is drawn with.
    pub pen: Option<Pen>,
    /// The colour of its markers.
    pub marker: Option<Rgba>,
}

/// Draws a legend in the corner of the area in which the fewest of some places lie.
pub(super) fn legend(
    sheet: &mut Sheet<'_>,
    plot: &Plot<'_>,
    page: &Page,
    entries: &[Entry],
    places: impl Iterator<Item = [f64; 2]>,
) -> Result<()> {
    let (area, mut size) = (plot.area, 0.9 * plot.size);
    let (padding, sample, gap) = (0.5, 1.9, 0.5);
    let longest = |sheet: &Sheet<'_>, size: f64| {
        entries.iter().map(|entry| sheet.fonts.width(&entry.name, size)).fold(0.0, f64::max)
    };
    let line = 1.45;
    let wide = |sheet: &Sheet<'_>, size: f64| longest(sheet, size) + (2.0 * padding + sample + gap) * size;
    let high = |size: f64| (2.0 * padding + line * entries.len() as f64 - (line - CAPITALS)) * size;
    // At most three quarters of the area.
    let factor = (0.75 * area.width() / wide(sheet, size)).min(0.75 * area.height() / high(size)).min(1.0);
    size = (size * factor).max(5.0);
    let margin = (0.5 * size).round();
    let room = |length: f64| (length - 2.0 * margin - 1.0).floor();
    let (width, height) =
        (wide(sheet, size).ceil().min(room(area.width())), high(size).ceil().min(room(area.height())));
    let corners = [(true, true), (false, true), (true, false), (false, false)].map(|(right, top)| {
        let left = if right { area.right - margin - width } else { area.left + margin };
        let upper = if top { area.top + margin } else { area.bottom - margin - height };
        Area::new(left.round(), upper.round(), left.round() + width, upper.round() + height)
    });
    let mut hidden = [0usize; 4];
    for [x, y] in places {
        for (count, corner) in hidden.iter_mut().zip(&corners) {
            let inside = (corner.left..corner.right).contains(&x) && (corner.top..corner.bottom).contains(&y);
            *count += usize::from(inside);
        }
    }
    let best = (0..4).min_by_key(|&i| hidden[i]).map_or(corners[0], |i| corners[i]);
    let theme = page.theme;
    let [r, g, b, _] = theme.paper;
    sheet.canvas.fill(best, [r, g, b, 215]);
    let [r, g, b, _] = theme.faint;
    sheet.canvas.frame(best.grown(-1.0), 1.0, [r, g, b, 110]);
    sheet.note("legend", best);
    for (i, entry) in entries.iter().enumerate() {
        let base = best.top + (padding + CAPITALS + line * i as f64) * size;
        let middle = base - CAPITALS / 2.0 * size;
        let left = best.left + padding * size;
        if base > best.bottom {
            break;
        }
        if let Some(pen) = entry.pen {
            sheet.line(&[[left, middle], [left + sample * size, middle]], pen, best)?;
        }
        if let Some(colour) = entry.marker {
            sheet.canvas.disk([left + sample / 2.0 * size, middle], 0.22 * size, colour, best)?;
        }
        let start = left + (sample + gap) * size;
        let name = sheet.fonts.shortened(&entry.name, size, best.right - padding * size - start + 1.0);
        sheet.text(&format!("legend_{i}"), &name, size, [start, base], (Direction::Right, Anchor::Start), theme.ink);
    }
    Ok(())
}

/// An axis over values with some room around them; where there is none, 0 to 1.
pub(super) fn axis_over(found: Option<[f64; 2]>, given: Option<[f64; 2]>, log: bool, room: f64) -> Axis {
    let [low, high] = given.or(found).unwrap_or(if log { [1.0, 10.0] } else { [0.0, 1.0] });
    let scale = super::norm::Scale { log, low, high }.widened();
    let (mut start, mut end) = (scale.low, scale.high);
    if given.is_none() && log {
        let factor = (end / start).powf(room);
        (start, end) = ((start / factor).max(f64::MIN_POSITIVE), (end * factor).min(f64::MAX));
    } else if given.is_none() {
        let more = (end / 2.0 - start / 2.0) * 2.0 * room;
        if (end + more - (start - more)).is_finite() {
            (start, end) = (start - more, end + more);
        }
    }
    Axis { start, end, log, name: String::new(), unit: String::new(), whole: false }
}
