//! An axis along a side of a picture area: its ticks, their labels, its name.
//!
//! All lengths are multiples of the size of text, so that a figure looks alike at every size.

use super::canvas::Area;
use super::colour::Rgba;
use super::sheet::{Anchor, Sheet};
use super::text::{ASCENT, CAPITALS, DESCENT, Direction, Fonts};
use super::ticks::{self, Ticks};

/// What an axis shows.
#[derive(Debug, Clone)]
pub struct Axis {
    /// The value at the left or lower end.
    pub start: f64,
    /// The value at the right or upper end.
    pub end: f64,
    /// Whether steps are factors. Both ends are then above 0.
    pub log: bool,
    /// Its name; may be empty.
    pub name: String,
    /// The unit of its values; may be empty.
    pub unit: String,
    /// Whether only whole numbers are ticked.
    pub whole: bool,
}

/// An axis with ticks that have room along a length.
#[derive(Debug, Clone)]
pub struct Fitted {
    axis: Axis,
    ticks: Ticks,
    size: f64,
    /// The width of the widest label.
    widest: f64,
}

/// The side of the area that an axis stands at.
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

impl Axis {
    /// Where a value stands, 0 at the start, 1 at the end.
    pub fn place(&self, value: f64) -> f64 {
        match self.log {
            true => (value.log10() - self.start.log10()) / (self.end.log10() - self.start.log10()),
            false => (value / 2.0 - self.start / 2.0) / (self.end / 2.0 - self.start / 2.0),
        }
    }

    fn ticks(&self, most: usize) -> Ticks {
        let (low, high) = (self.start.min(self.end), self.start.max(self.end));
        if self.log {
            return ticks::logarithmic(low, high, most);
        }
        let mut found = ticks::linear(low, high, most);
        if self.whole && found.major.iter().any(|tick| tick.value.fract() != 0.0) {
            found.major.retain(|tick| tick.value.fract() == 0.0);
            found.major.iter_mut().for_each(|tick| tick.label = ticks::number(tick.value, 0));
        }
        found
    }

    fn ticks_that_fit(&self, most: usize, has_room: &impl Fn(&Ticks) -> bool) -> Option<Ticks> {
        (1..=most).rev().map(|most| self.ticks(most)).find(has_room)
    }

    /// With as many ticks along a length as have room for their labels.
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
        Fitted { axis: self.clone(), ticks, size, widest }
    }
}

impl Fitted {
    /// The name, the factor of the labels and the unit in one line.
    pub fn name(&self) -> String {
        let Axis { name, unit, .. } = &self.axis;
        let factor = ticks::factor(self.ticks.exponent);
        let inside = match (factor.is_empty(), unit.is_empty()) {
            (true, true) => return name.clone(),
            (true, false) => unit.clone(),
            (false, true) => factor,
            (false, false) => format!("{factor} {unit}"),
        };
        format!("{name} ({inside})").trim_start().to_owned()
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
        let name = if self.name().is_empty() { 0.0 } else { NAME_GAP + ASCENT + DESCENT };
        self.size * (TICK + if self.ticks.major.is_empty() { 0.0 } else { GAP + labels } + name)
    }

    /// How far labels reach beyond the start and the end of the axis.
    pub fn overhang(&self, fonts: &Fonts, side: Side, length: f64) -> [f64; 2] {
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
        for (i, major) in self.ticks.major.iter().enumerate() {
            tick(sheet, major.value, TICK);
            let at = along(major.value);
            let (place, anchor) = match side {
                Side::Bottom => ([at, from + CAPITALS * size], Anchor::Middle),
                Side::Left => ([from, at + CAPITALS / 2.0 * size], Anchor::End),
                Side::Right => ([from, at + CAPITALS / 2.0 * size], Anchor::Start),
            };
            sheet.text(&format!("{prefix}_tick_{i}"), &major.label, size, place, (Direction::Right, anchor), ink);
        }
        let name = self.name();
        let room = if side == Side::Bottom { area.width() } else { area.height() };
        // Along an image of a few pixels no name can be read.
        if room < 3.0 * size {
            return;
        }
        // A name longer than its axis becomes smaller.
        let (name, name_size) = super::sheet::fitted(sheet.fonts, &name, size, (room, 2.0 * size), 0.6 * size);
        let end = edge + outwards * self.depth(side);
        let place = match side {
            Side::Bottom => [(area.left + area.right) / 2.0, end - DESCENT * size],
            Side::Left => [end + ASCENT * size, (area.top + area.bottom) / 2.0],
            Side::Right => [end - DESCENT * size, (area.top + area.bottom) / 2.0],
        };
        let direction = if side == Side::Bottom { Direction::Right } else { Direction::Up };
        sheet.text(&format!("{prefix}_label"), &name, name_size, place, (direction, Anchor::Middle), ink);
    }
}

/// The width of lines beside text of a size.
pub fn line_width(size: f64) -> f64 {
    (size / 14.0).round().max(1.0)
}
