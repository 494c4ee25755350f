//! Text in the bundled font, DejaVu Sans without hinting, on one line.
//!
//! Sizes are those of the em square in pixels, as a font size of points is at 72 dots per inch.

use super::canvas::{Area, Canvas};
use super::colour::Rgba;
use crate::context::{Error, Result, Status};
use ab_glyph::{Font, FontRef, Glyph, PxScale, ScaleFont, point};
use once_cell::race::OnceBox;

static DEJAVU: &[u8] = include_bytes!("../../assets/DejaVuSans.ttf");

/// The largest size of text.
pub const MAX_SIZE: f64 = 2048.0;

/// The font, ready to measure and to draw.
pub struct Fonts {
    font: &'static FontRef<'static>,
}

/// The direction of a line of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    Right,
    /// From bottom to top.
    Up,
}

/// The height of capitals and digits, in sizes.
pub const CAPITALS: f64 = 0.729;
/// How far letters reach above the base line, in sizes.
pub const ASCENT: f64 = 0.79;
/// How far letters reach below the base line, in sizes.
pub const DESCENT: f64 = 0.24;

impl Fonts {
    /// The bundled font.
    ///
    /// # Errors
    /// None, as long as the bundled font is valid.
    pub fn new() -> Result<Fonts> {
        // Threads that come first together each make one, and none waits: the child of a `fork` could wait for ever.
        static FONT: OnceBox<FontRef<'static>> = OnceBox::new();
        let font = FONT
            .get_or_try_init(|| FontRef::try_from_slice(DEJAVU).map(Box::new))
            .map_err(|error| Error::new(Status::Internal, "the bundled font is damaged").because(error))?;
        Ok(Fonts { font })
    }

    /// The width of a line of text.
    pub fn width(&self, text: &str, size: f64) -> f64 {
        self.glyphs(text, size).1
    }

    /// The box of a line of text whose base line begins at `at`.
    pub fn area(&self, text: &str, size: f64, at: [f64; 2], direction: Direction) -> Area {
        let (width, [x, y]) = (self.width(text, size), at);
        match direction {
            Direction::Right => Area::new(x, y - ASCENT * size, x + width, y + DESCENT * size),
            Direction::Up => Area::new(x - ASCENT * size, y - width, x + DESCENT * size, y),
        }
    }

    /// The characters that the font lacks.
    pub fn lacking(&self, text: &str) -> Vec<char> {
        shown(text).filter(|&c| self.font.glyph_id(c).0 == 0).collect()
    }

    /// Draws a line of text whose base line begins at `at`, moved to whole pixels so that lines of one text look alike.
    pub fn draw(&self, canvas: &mut Canvas, text: &str, size: f64, at: [f64; 2], direction: Direction, colour: Rgba) {
        let [x, y] = at.map(f64::round);
        if !(x.abs() < 1e9 && y.abs() < 1e9 && canvas.has_pixels()) {
            return;
        }
        let (x, y) = (x as i64, y as i64);
        for glyph in self.glyphs(text, size).0 {
            let Some(outlined) = self.font.outline_glyph(glyph) else { continue };
            let bounds = outlined.px_bounds();
            let (left, top) = (bounds.min.x as i64, bounds.min.y as i64);
            outlined.draw(|u, v, coverage| {
                let (along, down) = (left + i64::from(u), top + i64::from(v));
                let (px, py) = match direction {
                    Direction::Right => (x + along, y + down),
                    Direction::Up => (x + down, y - 1 - along),
                };
                let coverage = (255.0 * coverage).round().clamp(0.0, 255.0) as u8;
                if coverage > 0 {
                    canvas.blend(px, py, colour, coverage);
                }
            });
        }
    }

    /// The text, ending in an ellipsis if it is wider than the room.
    pub fn shortened(&self, text: &str, size: f64, room: f64) -> String {
        if self.width(text, size) <= room { text.to_owned() } else { self.ended(text, size, room) }
    }

    /// As much of the text as there is room for, with an ellipsis at its end.
    pub fn ended(&self, text: &str, size: f64, room: f64) -> String {
        let ended = text.trim_end().to_owned() + "…";
        if self.width(&ended, size) <= room {
            return ended;
        }
        let mut kept: Vec<char> = text.chars().collect();
        loop {
            kept.pop();
            let text: String = kept.iter().collect::<String>().trim_end().to_owned() + "…";
            if kept.is_empty() || self.width(&text, size) <= room {
                return text;
            }
            // A text of a thousand characters takes some steps only.
            let excess = self.width(&text, size) / room.max(1.0);
            if excess > 2.0 {
                kept.truncate((kept.len() as f64 / excess * 1.5) as usize + 1);
            }
        }
    }

    fn glyphs(&self, text: &str, size: f64) -> (Vec<Glyph>, f64) {
        let size = size.clamp(0.0, MAX_SIZE) as f32;
        let units = self.font.units_per_em().unwrap_or(1000.0);
        let scale = PxScale::from(size * self.font.height_unscaled() / units);
        let scaled = self.font.as_scaled(scale);
        let mut glyphs: Vec<Glyph> = Vec::new();
        let mut x = 0.0;
        for c in shown(text) {
            let id = scaled.glyph_id(c);
            if let Some(last) = glyphs.last() {
                x += scaled.kern(last.id, id);
            }
            glyphs.push(id.with_scale_and_position(scale, point(x, 0.0)));
            x += scaled.h_advance(id);
        }
        (glyphs, f64::from(x))
    }
}

/// The most characters of a line that are used: more than any picture has room for.
const MAX_LENGTH: usize = 4096;

/// Control characters, line breaks among them, become spaces.
fn shown(text: &str) -> impl Iterator<Item = char> {
    text.chars().take(MAX_LENGTH).map(|c| if c.is_control() { ' ' } else { c })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_in_its_box() {
        let fonts = Fonts::new().unwrap();
        for size in [7.0, 12.0, 13.7, 40.0] {
            for text in ["Magnetic |gjpqy| ÅÉ µm", "0123456789−×10⁻³", "fj"] {
                for direction in [Direction::Right, Direction::Up] {
                    let mut canvas = Canvas::new(1000, 1000, [255; 4]).unwrap();
                    fonts.draw(&mut canvas, text, size, [500.0, 500.0], direction, [0, 0, 0, 255]);
                    let area = fonts.area(text, size, [500.0, 500.0], direction).grown(1.0 + 0.2 * size);
                    let dark = |(i, p): (usize, &Rgba)| (p[0] < 128).then_some((i % 1000, i / 1000));
                    let ink: Vec<(usize, usize)> = canvas.pixels().iter().enumerate().filter_map(dark).collect();
                    assert!(ink.len() > 3, "{text} {size}");
                    for (x, y) in ink {
                        let inside = (area.left..area.right).contains(&(x as f64))
                            && (area.top..area.bottom).contains(&(y as f64));
                        assert!(inside, "{text} {size} {x} {y} {area:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn widths_grow_with_size_and_unknown_characters_are_named() {
        let fonts = Fonts::new().unwrap();
        let width = fonts.width("domain", 10.0);
        assert!((fonts.width("domain", 30.0) / width - 3.0).abs() < 1e-3);
        assert!(fonts.lacking("x (µm) ×10⁻³ ∞ Ångström α…").is_empty());
        assert_eq!(fonts.lacking("a測b"), ['測']);
        let short = fonts.shortened(&"domain ".repeat(2000), 10.0, 200.0);
        assert!(short.ends_with('…') && fonts.width(&short, 10.0) <= 200.0 && fonts.width(&short, 10.0) > 140.0);
        assert_eq!(fonts.shortened("ab", 10.0, 200.0), "ab");
    }
}
