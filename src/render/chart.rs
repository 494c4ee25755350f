//! A chart: an area with axes at its sides, a title above and a legend inside. Callers draw lines and bars in it.

use super::axis::{Axis, Fitted, Side, line_width};
use super::canvas::{Area, Pen, check_size};
use super::colour::Rgba;
use super::options::Page;
use super::sheet::{Anchor, LEAST_SIZE, Picture, Sheet, warn_of_lacking};
use super::text::{CAPITALS, DESCENT, Direction, Fonts};
use super::title::{MARGIN, Title};
use crate::context::{Context, Error, Result};

/// The size of a chart if neither side is given.
const USUAL: (f64, f64) = (800.0, 600.0);
/// The least room for the area, in pixels.
const LEAST: f64 = 32.0;

/// The parts around the area.
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

/// The area of a chart, and what is needed to draw in it.
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
    /// The place of a horizontal value.
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

/// Lays a chart out and draws it; `draw` draws the contents of its area.
pub(super) fn chart(
    ctx: &Context,
    chart: &Chart<'_>,
    draw: impl FnOnce(&mut Sheet<'_>, &Plot<'_>) -> Result<()>,
) -> Result<Picture> {
    let Chart { page, grid, .. } = chart;
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
    let axes = [Some(chart.x.clone()), Some(chart.y.clone()), chart.second.clone()];
    let names = axes.iter().flatten().map(|axis| axis.name.as_str());
    warn_of_lacking(ctx, &fonts, &names.chain([chart.title]).collect::<Vec<_>>());
    let title_size = page.title_size.unwrap_or(1.25 * size);
    let mut around = Around { axes, title: chart.title, title_size, size, fonts: &fonts };
    let mut left_out = Vec::new();
    let Laid { area, axes, title, above } = loop {
        match around.lay_out((width as f64, height as f64)) {
            Ok(found) => break found,
            Err(lacking) => match around.leave_out(&lacking) {
                Some(part) => left_out.push(part),
                None => return Err(lacking.error()),
            },
        }
    };

    let mut sheet = Sheet::new(&fonts, width, height, page)?;
    left_out.iter().for_each(|part| sheet.leave_out(part));
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
    sheet.take("axes", area);
    ctx.check_cancelled()?;
    draw(&mut sheet, &Plot { area, size, x: &chart.x, y: &chart.y, second: chart.second.as_ref() })?;
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
    title.draw(&mut sheet, page, Area { top: area.top - above, ..area }, size);
    Ok(sheet.finish(ctx))
}

/// The parts around the area of a chart: the axes below, at the left and at the right, and the title.
struct Around<'a> {
    axes: [Option<Axis>; 3],
    title: &'a str,
    title_size: f64,
    size: f64,
    fonts: &'a Fonts,
}

/// Where all stands.
struct Laid {
    area: Area,
    axes: [Option<Fitted>; 3],
    title: Title,
    /// How far labels reach above the area.
    above: f64,
}

/// A side that is too short, its length, and what it needs.
struct Lacking {
    side: &'static str,
    given: f64,
    needed: f64,
}

impl Lacking {
    fn error(&self) -> Error {
        let needed = format!("at least {}, the room for {LEAST} pixels of the plot", self.needed);
        Error::argument(self.side, self.given, needed)
    }
}

impl Around<'_> {
    /// Leaves out the least important part that takes room in a direction, and returns its name.
    fn leave_out(&mut self, lacking: &Lacking) -> Option<&'static str> {
        // Labels of the axes of the other direction reach beyond the area too, though not far.
        let wide = lacking.side == "width";
        let (named, ticked) = if wide { (&[2, 1][..], [2, 1, 0]) } else { (&[0][..], [0, 2, 1]) };
        if !wide && !std::mem::take(&mut self.title).is_empty() {
            return Some("title");
        }
        for &i in named {
            if let Some(axis) = self.axes[i].as_mut().filter(|axis| !(axis.name.is_empty() && axis.unit.is_empty())) {
                axis.name.clear();
                axis.unit.clear();
                return Some(["x_label", "y_label", "y2_label"][i]);
            }
        }
        for i in ticked {
            if let Some(axis) = self.axes[i].as_mut().filter(|axis| axis.ticked) {
                axis.ticked = false;
                return Some(["x ticks", "y ticks", "y2 ticks"][i]);
            }
        }
        None
    }

    /// The area, and what fits it.
    fn lay_out(&self, (width, height): (f64, f64)) -> std::result::Result<Laid, Lacking> {
        let (size, fonts) = (self.size, self.fonts);
        let edge = (MARGIN * size).round();
        let title = Title::new(fonts, self.title, self.title_size, (width - 2.0 * edge).max(size), 0.3 * height);
        let mut inner = (width, height);
        let mut rounds = 0;
        loop {
            let fit = |i: usize, side: Side, length: f64| -> Option<Fitted> {
                self.axes[i].as_ref().map(|axis| axis.fit(fonts, side, length, size))
            };
            let x = fit(0, Side::Bottom, inner.0);
            let y = fit(1, Side::Left, inner.1);
            let second = fit(2, Side::Right, inner.1);
            let line = line_width(size);
            let depth = |axis: &Option<Fitted>, side: Side| axis.as_ref().map_or(0.0, |axis| axis.depth(side));
            let over = |axis: &Option<Fitted>, side: Side, length: f64| {
                axis.as_ref().map_or([0.0; 2], |axis| axis.overhang(fonts, side, length))
            };
            let [before, behind] = over(&x, Side::Bottom, inner.0);
            let [[below, above], [under, over]] = [over(&y, Side::Left, inner.1), over(&second, Side::Right, inner.1)];
            let above = above.max(over).max(0.0).ceil();
            let left = (edge + line + depth(&y, Side::Left)).max(edge + before).ceil();
            let right = (edge + line + depth(&second, Side::Right).max(behind)).ceil();
            let top = (edge + line + above + title.height()).ceil();
            let bottom = (edge + line + depth(&x, Side::Bottom)).max(edge + below.max(under)).ceil();
            let room = (width - left - right, height - top - bottom);
            for (side, given, room) in [("width", width, room.0), ("height", height, room.1)] {
                if room < LEAST {
                    return Err(Lacking { side, given, needed: given - room + LEAST });
                }
            }
            rounds += 1;
            if rounds == 4 {
                let area = Area::new(left, top, left + room.0, top + room.1);
                return Ok(Laid { area, axes: [x, y, second], title, above });
            }
            inner = room;
        }
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

/// Draws a legend in the corner of the area that contains the fewest of some places.
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
    size = (size * factor).max(LEAST_SIZE.min(size));
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
        if base + DESCENT * size > best.bottom {
            sheet.leave_out(&format!("{} of {} entries of the legend", entries.len() - i, entries.len()));
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
        let turn = (Direction::Right, Anchor::Start);
        sheet.text_inside((best, &format!("legend_{i}")), &name, size, [start, base], turn, theme.ink);
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
    Axis { start, end, log, name: String::new(), unit: String::new(), whole: false, ticked: true }
}
