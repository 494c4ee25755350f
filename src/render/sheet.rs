//! A sheet of paper to draw a figure on: a canvas, the font, and a list of the places of all parts.

use super::canvas::{Area, Canvas, Pen};
use super::colour::Rgba;
use super::options::{Output, Page};
use super::text::{ASCENT, DESCENT, Direction, Fonts};
use crate::array::alloc;
use crate::context::{Context, Result};
use crate::image::Table;

/// A finished picture.
#[derive(Debug, Clone)]
pub struct Picture {
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
    /// Red, green, blue, alpha (not premultiplied) of each pixel, in C order; empty if only places are wanted.
    pub pixels: Vec<Rgba>,
    /// The places of the parts.
    pub boxes: Vec<(String, Area)>,
}

impl Picture {
    /// The places of the parts, as a table: a column for each part, four rows: xmin, xmax, ymin, ymax in pixels of the picture.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory).
    pub fn layout(&self) -> Result<Table> {
        let mut table = Table::new();
        for (name, area) in &self.boxes {
            let mut values = alloc::vec(4)?;
            values.extend([area.left, area.right, area.top, area.bottom]);
            table.add_column(name, Some("pixel".to_owned()), values)?;
        }
        Ok(table)
    }
}

/// The smallest size to which text is reduced so that it has room.
pub const LEAST_SIZE: f64 = 8.0;

/// A figure that is being drawn. It knows what is drawn where, so that no part is drawn over another: text that has no
/// room is left out.
pub struct Sheet<'a> {
    /// What it is drawn on.
    pub canvas: Canvas,
    /// What text is drawn with.
    pub fonts: &'a Fonts,
    boxes: Vec<(String, Area)>,
    taken: Vec<Area>,
    left_out: Vec<String>,
}

/// The side of a point on which text is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

impl<'a> Sheet<'a> {
    /// An empty sheet of the page's paper, without pixels if only places are wanted.
    ///
    /// # Errors
    /// As [`Canvas::new`].
    pub fn new(fonts: &'a Fonts, width: usize, height: usize, page: &Page) -> Result<Sheet<'a>> {
        let canvas = match page.output {
            Output::Picture => Canvas::new(width, height, page.theme.paper)?,
            Output::Places => Canvas::size_only(width, height)?,
        };
        let boxes = vec![("figure".to_owned(), Area::new(0.0, 0.0, width as f64, height as f64))];
        Ok(Sheet { canvas, fonts, boxes, taken: Vec::new(), left_out: Vec::new() })
    }

    /// Records the place of a part inside another part.
    pub fn note(&mut self, name: impl Into<String>, area: Area) {
        self.boxes.push((name.into(), area));
    }

    /// Records the place of a part. Nothing else is drawn there.
    pub fn take(&mut self, name: impl Into<String>, area: Area) {
        self.taken.push(area);
        self.note(name, area);
    }

    /// Whether a box is on the sheet and free.
    pub fn is_free(&self, area: Area) -> bool {
        let Area { left, top, right, bottom } = area;
        let inside =
            left >= 0.0 && top >= 0.0 && right <= self.canvas.width() as f64 && bottom <= self.canvas.height() as f64;
        inside
            && self
                .taken
                .iter()
                .all(|other| right <= other.left || other.right <= left || bottom <= other.top || other.bottom <= top)
    }

    /// Records that a requested part has no room.
    pub fn leave_out(&mut self, name: &str) {
        self.left_out.push(name.to_owned());
    }

    /// A line of text in a free place; `false`: it has no room and is not drawn. `at` is on its base line, at the
    /// side that the anchor says; its box is noted under a name.
    pub fn text(
        &mut self,
        name: &str,
        text: &str,
        size: f64,
        at: [f64; 2],
        turn: (Direction, Anchor),
        colour: Rgba,
    ) -> bool {
        let (at, area) = self.place(text, size, at, turn);
        if text.is_empty() || !self.is_free(area) {
            return false;
        }
        self.fonts.draw(&mut self.canvas, text, size, at, turn.0, colour);
        self.take(name, area);
        true
    }

    /// A line of text inside a part that has been placed, as [`Sheet::text`].
    pub fn text_inside(
        &mut self,
        (part, name): (Area, &str),
        text: &str,
        size: f64,
        at: [f64; 2],
        turn: (Direction, Anchor),
        colour: Rgba,
    ) -> bool {
        let (at, area) = self.place(text, size, at, turn);
        let inside =
            part.left <= area.left && area.right <= part.right && part.top <= area.top && area.bottom <= part.bottom;
        if text.is_empty() || !inside {
            return false;
        }
        self.fonts.draw(&mut self.canvas, text, size, at, turn.0, colour);
        self.note(name, area);
        true
    }

    /// A line of text whose place has been reserved.
    pub fn plain_text(&mut self, text: &str, size: f64, at: [f64; 2], turn: (Direction, Anchor), colour: Rgba) {
        let at = self.start(text, size, at, turn);
        self.fonts.draw(&mut self.canvas, text, size, at, turn.0, colour);
    }

    /// The start of a line of text, and its box.
    fn place(&self, text: &str, size: f64, at: [f64; 2], turn: (Direction, Anchor)) -> ([f64; 2], Area) {
        let at = self.start(text, size, at, turn);
        (at, self.fonts.area(text, size, at, turn.0))
    }

    /// The start of a line of text.
    fn start(&self, text: &str, size: f64, at: [f64; 2], (direction, anchor): (Direction, Anchor)) -> [f64; 2] {
        let back = match anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => 0.5,
            Anchor::End => 1.0,
        } * self.fonts.width(text, size);
        match direction {
            Direction::Right => [at[0] - back, at[1]],
            Direction::Up => [at[0], at[1] + back],
        }
    }

    /// A straight line of whole pixels: a tick, an axis.
    pub fn rule(&mut self, from: [f64; 2], to: [f64; 2], width: f64, colour: Rgba) {
        let half = width / 2.0;
        let upright = from[0] == to[0];
        let (x, y) = ((from[0] - half).round(), (from[1] - half).round());
        let area = match upright {
            true => Area::new(x, from[1].min(to[1]), x + width, from[1].max(to[1])),
            false => Area::new(from[0].min(to[0]), y, from[0].max(to[0]), y + width),
        };
        self.canvas.fill(area, colour);
    }

    /// A line through points; see [`Canvas::line`].
    ///
    /// # Errors
    /// As there.
    pub fn line(&mut self, points: &[[f64; 2]], pen: Pen, within: Area) -> Result<()> {
        self.canvas.line(points, pen, within)
    }

    /// The picture, with a warning of parts that had no room.
    pub fn finish(self, ctx: &Context) -> Picture {
        if !self.left_out.is_empty() {
            let names = self.left_out.join(", ");
            ctx.warn_of(
                crate::context::Warning::Picture,
                format!("the figure has no room for {names}: left out; make the picture larger or the text smaller"),
            );
        }
        let (width, height) = (self.canvas.width(), self.canvas.height());
        Picture { width, height, pixels: self.canvas.into_pixels(), boxes: self.boxes }
    }
}

/// The size of text that fits into a width and a height: unchanged, or smaller, but not below `least`; text that is still too long
/// then ends in an ellipsis.
pub fn fitted(fonts: &Fonts, text: &str, size: f64, (width, height): (f64, f64), least: f64) -> (String, f64) {
    if text.is_empty() {
        return (String::new(), size);
    }
    let factor = (width / fonts.width(text, size)).min(height / ((ASCENT + DESCENT) * size)).min(1.0);
    let fitted = (size * factor).max(least.min(size));
    (fonts.shortened(text, fitted, width), fitted)
}

/// Warns of characters that are drawn as boxes.
pub fn warn_of_lacking(ctx: &Context, fonts: &Fonts, texts: &[&str]) {
    let mut lacking: Vec<char> = texts.iter().flat_map(|text| fonts.lacking(text)).collect();
    lacking.sort_unstable();
    lacking.dedup();
    if !lacking.is_empty() {
        let shown: String = lacking.iter().take(20).collect();
        ctx.warn_of(
            crate::context::Warning::Picture,
            format!(
                "the font of pictures (Latin, Greek, Cyrillic, symbols) lacks {} characters: {shown}",
                lacking.len()
            ),
        );
    }
}
