//! An axis along a side of a picture area: its ticks, their labels, its name.
//!
//! All lengths are multiples of the size of text, so that a figure looks alike at every size.

use super::canvas::Area;
use super::colour::Rgba;
use super::sheet::{Anchor, LEAST_SIZE, Sheet, fitted};
use super::text::{ASCENT, CAPITALS, DESCENT, Direction, Fonts};
use super::ticks::{self, Ticks};

/// What an axis shows.
#[derive(Debug, Clone)]
pub struct Axis {
    /// The value at the left or lower end.
    pub start: f64,
    /// The value at the right or upper end.
    pub end: f64,
    /// Whether it is logarithmic. Both ends are then above 0.
    pub log: bool,
    /// Its name; may be empty.
    pub name: String,
    /// The unit of its values; may be empty.
    pub unit: String,
    /// Whether only whole numbers are ticked.
    pub whole: bool,
    /// Whether it has ticks.
    pub ticked: bool,
}

/// An axis with as many ticks as fit along a length.
#[derive(Debug, Clone)]
pub struct Fitted {
    axis: Axis,
    ticks: Ticks,
    size: f64,
    /// The width of the widest label.
    widest: f64,
    /// The factor and the offset of the labels.
    scale: String,
    /// Its width.
    scale_width: f64,
    /// Whether it is below the name, not beside it.
    scale_beneath: bool,
}

/// The side of the area at which an axis is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Below.
    Bottom,
    /// At the left.
    Left,
    /// At the right.
    Right,
}

/// The length of a tick.
const TICK: f64 = 0.35;
/// Between a tick and its label.
const GAP: f64 = 0.3;
/// Between the labels of ticks and the axis's name.
const NAME_GAP: f64 = 0.45;
/// The least room between two labels side by side.
const BETWEEN: f64 = 0.9;
/// Between the last label of an upright axis and what stands above it.
const SCALE_GAP: f64 = 0.15;
/// The height of a line of text.
const LINE: f64 = ASCENT + DESCENT;

impl Axis {
    /// The place of a value, 0 at the start, 1 at the end.
    pub fn place(&self, value: f64) -> f64 {
        match self.log {
            true => (value.log10() - self.start.log10()) / (self.end.log10() - self.start.log10()),
            false => (value / 2.0 - self.start / 2.0) / (self.end / 2.0 - self.start / 2.0),
        }
    }

    fn ticks(&self, most: usize) -> Ticks {
        if !self.ticked {
            return Ticks::default();
        }
        let (low, high) = (self.start.min(self.end), self.start.max(self.end));
        if self.log {
            return ticks::logarithmic(low, high, most);
        }
        let mut found = ticks::linear(low, high, most);
        if self.whole && found.major.iter().any(|tick| tick.value.fract() != 0.0) {
            found.major.retain(|tick| tick.value.fract() == 0.0);
            found.major.iter_mut().for_each(|tick| tick.label = ticks::number(tick.value, 0));
            (found.exponent, found.offset) = (0, None);
        }
        found
    }

    fn ticks_that_fit(&self, most: usize, has_room: &impl Fn(&Ticks) -> bool) -> Option<Ticks> {
        (1..=most).rev().map(|most| self.ticks(most)).find(has_room)
    }

    /// With as many ticks along a length as their labels have room.
    pub fn fit(&self, fonts: &Fonts, side: Side, length: f64, size: f64) -> Fitted {
        let each = if side == Side::Bottom { 3.6 } else { 2.6 };
        let most = ((length / (each * size)) as usize).clamp(1, 9);
        let widths = |ticks: &Ticks| ticks.major.iter().map(|tick| fonts.width(&tick.label, size)).collect::<Vec<_>>();
        let has_room = |ticks: &Ticks| {
            let sizes = if side == Side::Bottom { widths(ticks) } else { vec![CAPITALS * size; ticks.major.len()] };
            let mut middles: Vec<(f64, f64)> =
                ticks.major.iter().map(|tick| length * self.place(tick.value)).zip(sizes).collect();
            middles.sort_by(|a, b| a.0.total_cmp(&b.0));
            middles.windows(2).all(|pair| {
                pair[1].0 - pair[0].0
                    >= (pair[0].1 + pair[1].1) / 2.0 + if side == Side::Bottom { BETWEEN * size } else { 0.5 * size }
            })
        };
        // One tick says nothing of the scale: rather two that stand close.
        let enough = |ticks: &Ticks| ticks.major.len() > 1;
        let fewer = self.ticks_that_fit(most, &has_room);
        let more =
            || (most + 1..=2 * most + 2).map(|most| self.ticks(most)).find(|ticks| enough(ticks) && has_room(ticks));
        let ticks = fewer.clone().filter(enough).or_else(more).or(fewer).unwrap_or_default();
        let widest = widths(&ticks).into_iter().fold(0.0, f64::max);
        let scale = ticks.scale();
        let scale_width = fonts.width(&scale, size);
        let mut fitted = Fitted { axis: self.clone(), ticks, size, widest, scale, scale_width, scale_beneath: false };
        let beside = (length - fonts.width(&fitted.name(), size)) / 2.0;
        fitted.scale_beneath = side == Side::Bottom && !fitted.name().is_empty() && beside < scale_width + size;
        fitted
    }
}

impl Fitted {
    /// The name and the unit in one line.
    pub fn name(&self) -> String {
        let Axis { name, unit, .. } = &self.axis;
        match unit.is_empty() {
            true => name.clone(),
            false => format!("{name} ({unit})").trim_start().to_owned(),
        }
    }

    /// The places of the ticks, 0 at the start, 1 at the end.
    pub fn places(&self) -> impl Iterator<Item = f64> {
        self.ticks.major.iter().map(|tick| self.axis.place(tick.value))
    }

    /// The room that ticks, labels and name take beside the area.
    pub fn depth(&self, side: Side) -> f64 {
        let labels = match side {
            Side::Bottom => CAPITALS,
            _ => self.widest / self.size,
        };
        let mut lines = usize::from(!self.name().is_empty());
        if side == Side::Bottom && !self.scale.is_empty() && (lines == 0 || self.scale_beneath) {
            lines += 1;
        }
        self.size
            * (TICK + if self.ticks.major.is_empty() { 0.0 } else { GAP + labels } + lines as f64 * (NAME_GAP + LINE))
    }

    /// The width of the factor and offset, which are written at the end of the axis.
    pub fn scale_width(&self) -> f64 {
        self.scale_width
    }

    /// How far labels, and what stands above them, reach beyond the start and the end of the axis.
    pub fn overhang(&self, fonts: &Fonts, side: Side, length: f64) -> [f64; 2] {
        let [before, behind] = self.overhang_of_labels(fonts, side, length);
        let above = if side == Side::Bottom || self.scale.is_empty() { 0.0 } else { (SCALE_GAP + LINE) * self.size };
        [before, behind + above]
    }

    fn overhang_of_labels(&self, fonts: &Fonts, side: Side, length: f64) -> [f64; 2] {
        self.ticks.major.iter().fold([0.0f64; 2], |[before, behind], tick| {
            let half = match side {
                Side::Bottom => fonts.width(&tick.label, self.size) / 2.0,
                _ => (ASCENT + DESCENT) / 2.0 * self.size,
            };
            let place = length * self.axis.place(tick.value);
            [before.max(half - place), behind.max(place + half - length)]
        })
    }

    /// Draws it beside an area. `prefix` begins the names of the boxes that are noted.
    pub fn draw(&self, sheet: &mut Sheet<'_>, side: Side, area: Area, prefix: &str, ink: Rgba) {
        let (size, width) = (self.size, line_width(self.size));
        let edge = match side {
            Side::Bottom => area.bottom + width,
            Side::Left => area.left - width,
            Side::Right => area.right + width,
        };
        let outwards = if side == Side::Left { -1.0 } else { 1.0 };
        let along = |value: f64| match side {
            Side::Bottom => area.left + area.width() * self.axis.place(value),
            _ => area.bottom - area.height() * self.axis.place(value),
        };
        let tick = |sheet: &mut Sheet<'_>, value: f64, length: f64| {
            let (at, tip) = (along(value), edge + outwards * (length * size).round());
            match side {
                Side::Bottom => sheet.rule([at, edge], [at, tip], width, ink),
                _ => sheet.rule([edge, at], [tip, at], width, ink),
            }
        };
        for &value in &self.ticks.minor {
            tick(sheet, value, 0.6 * TICK);
        }
        let from = edge + outwards * ((TICK * size).round() + GAP * size);
        // Labels without what is to be done to them would be other numbers.
        let true_labels = self.scale.is_empty() || self.draw_scale(sheet, side, area, edge, prefix, ink);
        for (i, major) in self.ticks.major.iter().enumerate() {
            tick(sheet, major.value, TICK);
            let at = along(major.value);
            let (place, anchor) = match side {
                Side::Bottom => ([at, from + CAPITALS * size], Anchor::Middle),
                Side::Left => ([from, at + CAPITALS / 2.0 * size], Anchor::End),
                Side::Right => ([from, at + CAPITALS / 2.0 * size], Anchor::Start),
            };
            if true_labels {
                sheet.text(&format!("{prefix}_tick_{i}"), &major.label, size, place, (Direction::Right, anchor), ink);
            }
        }
        self.draw_name(sheet, side, area, edge, prefix, ink);
    }

    /// The distance from the edge to the base line of the first line beneath the labels of an axis at the bottom.
    fn first_line(&self) -> f64 {
        let labels = if self.ticks.major.is_empty() { 0.0 } else { GAP + CAPITALS };
        (TICK + labels + NAME_GAP + ASCENT) * self.size
    }

    /// At the end of the axis: above an upright one, at the right beneath the labels of one at the bottom.
    fn draw_scale(&self, sheet: &mut Sheet<'_>, side: Side, area: Area, edge: f64, prefix: &str, ink: Rgba) -> bool {
        let (size, width) = (self.size, self.scale_width);
        let page = sheet.canvas.width() as f64;
        let inner = |x: f64| x.clamp(0.0, (page - width).max(0.0));
        let places = match side {
            Side::Bottom => {
                let lines = if self.scale_beneath { 1.0 } else { 0.0 };
                let base = edge + self.first_line() + lines * (NAME_GAP + LINE) * size;
                [area.right - width, area.left].map(|left| [inner(left), base])
            }
            _ => {
                let [_, above] = self.overhang_of_labels(sheet.fonts, side, area.height());
                let base = area.top - above.max(line_width(size)) - (SCALE_GAP + DESCENT) * size;
                // Where it covers least of what stands beside the axis.
                let outer = if side == Side::Left { edge - width } else { area.left };
                [outer, if side == Side::Left { edge } else { edge - width }].map(|left| [inner(left), base])
            }
        };
        let name = format!("{prefix}_scale");
        places.into_iter().any(|at| sheet.text(&name, &self.scale, size, at, (Direction::Right, Anchor::Start), ink))
    }

    /// Along the middle of the axis. A name that is longer may reach beyond; one that has no room becomes smaller,
    /// and finally ends in an ellipsis.
    fn draw_name(&self, sheet: &mut Sheet<'_>, side: Side, area: Area, edge: f64, prefix: &str, ink: Rgba) {
        let (size, name) = (self.size, self.name());
        if name.is_empty() {
            return;
        }
        let (from, to, page) = match side {
            Side::Bottom => (area.left, area.right, sheet.canvas.width() as f64),
            _ => (area.top, area.bottom, sheet.canvas.height() as f64),
        };
        let across = match side {
            Side::Bottom => edge + self.first_line(),
            Side::Left => edge - self.depth(side) + ASCENT * size,
            Side::Right => edge + self.depth(side) - DESCENT * size,
        };
        let margin = (0.4 * size).min(page / 8.0);
        for room in [page - 2.0 * margin, to - from] {
            // Along an image of a few pixels no name can be read.
            if room < 3.0 * size {
                continue;
            }
            let (name, name_size) = fitted(sheet.fonts, &name, size, (room, 2.0 * size), LEAST_SIZE);
            let half = sheet.fonts.width(&name, name_size) / 2.0;
            let middle = ((from + to) / 2.0).min(page - margin - half).max(margin + half);
            let (place, direction) = match side {
                Side::Bottom => ([middle, across], Direction::Right),
                _ => ([across, middle], Direction::Up),
            };
            if sheet.text(&format!("{prefix}_label"), &name, name_size, place, (direction, Anchor::Middle), ink) {
                return;
            }
        }
        sheet.leave_out(&format!("{prefix}_label"));
    }
}

/// The width of lines beside text of a size.
pub fn line_width(size: f64) -> f64 {
    (size / 14.0).round().max(1.0)
}
