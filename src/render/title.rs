//! The title of a figure: in the requested size if it has room, else smaller, else on several lines, finally with an
//! ellipsis. Line breaks in it are kept.

use super::canvas::Area;
use super::options::{Page, Place};
use super::sheet::{Anchor, LEAST_SIZE, Sheet};
use super::text::{ASCENT, DESCENT, Direction, Fonts};

/// The room that is left around everything in a figure, in sizes of text.
pub(super) const MARGIN: f64 = 0.8;
/// The room beneath a title, in its sizes.
const GAP: f64 = 0.5;
/// From one line to the next, in its sizes.
const PITCH: f64 = 1.2;
/// A title shrinks to this part of its size before it takes several lines.
const SHRINK: f64 = 0.7;
/// The most lines of a title.
const MOST_LINES: usize = 6;

/// A title in lines.
pub(super) struct Title {
    lines: Vec<String>,
    size: f64,
    wanted: f64,
}

impl Title {
    /// Within a width and the part of the picture's height that is left for it; there is always at least one line.
    pub fn new(fonts: &Fonts, text: &str, size: f64, width: f64, height: f64) -> Title {
        let paragraphs: Vec<&str> = text.lines().map(str::trim).collect();
        let longest = paragraphs.iter().map(|line| fonts.width(line, size)).fold(0.0, f64::max);
        if text.trim().is_empty() {
            return Title { lines: Vec::new(), size, wanted: size };
        }
        let least = (SHRINK * size).max(LEAST_SIZE).min(size);
        let shown = if longest > width { (size * width / longest).max(least) } else { size };
        let most = ((height / shown - (ASCENT + DESCENT)) / PITCH + 1.0).clamp(1.0, MOST_LINES as f64) as usize;
        let mut lines = Vec::new();
        for paragraph in paragraphs {
            wrap(fonts, paragraph, shown, width, most + 1, &mut lines);
        }
        if lines.len() > most {
            let rest = lines[most - 1..].join(" ");
            lines.truncate(most - 1);
            // More text than has room, so that it ends in an ellipsis.
            lines.push(fonts.ended(&rest, shown, width));
        }
        Title { lines, size: shown, wanted: size }
    }

    /// The height that it takes above an area, the gap included.
    pub fn height(&self) -> f64 {
        match self.lines.len() {
            0 => 0.0,
            n => GAP * self.wanted + ((n - 1) as f64 * PITCH + ASCENT + DESCENT) * self.size,
        }
    }

    /// Draws it above an area. Its box is that of all lines.
    pub fn draw(&self, sheet: &mut Sheet<'_>, page: &Page, area: Area, size: f64) {
        if self.lines.is_empty() {
            return;
        }
        let width = sheet.canvas.width() as f64;
        let long = self.lines.iter().map(|line| sheet.fonts.width(line, self.size)).fold(0.0, f64::max);
        let (x, anchor) = match page.title_place {
            Place::Left if long <= area.width() => (area.left, Anchor::Start),
            Place::Right if long <= area.width() => (area.right, Anchor::End),
            _ => (within(area, long, width, size), Anchor::Middle),
        };
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - long / 2.0,
            Anchor::End => x - long,
        };
        let bottom = area.top - GAP * self.wanted;
        let top = bottom - (self.height() - GAP * self.wanted);
        let block = Area::new(left, top, left + long, bottom);
        if !sheet.is_free(block) {
            sheet.leave_out("title");
            return;
        }
        sheet.take("title", block);
        let colour = page.title_colour.unwrap_or(page.theme.ink);
        for (i, line) in self.lines.iter().enumerate() {
            let base = top + (ASCENT + i as f64 * PITCH) * self.size;
            sheet.plain_text(line, self.size, [x, base], (Direction::Right, anchor), colour);
        }
    }
}

/// Cuts text into lines of a width, between words where it can; no more than `most` lines in all.
fn wrap(fonts: &Fonts, text: &str, size: f64, width: f64, most: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if lines.len() >= most {
            return;
        }
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if fonts.width(&longer, size) <= width {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        // A word that is longer than a line is cut anywhere.
        for letter in word.chars() {
            line.push(letter);
            if line.chars().count() > 1 && fonts.width(&line, size) > width {
                line.pop();
                lines.push(std::mem::replace(&mut line, letter.to_string()));
                if lines.len() >= most {
                    return;
                }
            }
        }
    }
    // An empty paragraph is an empty line.
    if !line.is_empty() || text.is_empty() {
        lines.push(line);
    }
}

/// The middle of a text of a width: that of the area, or as near as it does not leave the picture.
pub(super) fn within(area: Area, long: f64, width: f64, size: f64) -> f64 {
    let reach = long / 2.0 + (MARGIN * size).round();
    ((area.left + area.right) / 2.0).max(reach).min(width - reach).max(long / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_titles_become_smaller_then_wrap_then_end_in_an_ellipsis() {
        let fonts = Fonts::new().unwrap();
        let title = |text: &str, width: f64, height: f64| Title::new(&fonts, text, 20.0, width, height);
        let one = title("Domains", 300.0, 100.0);
        assert_eq!((one.lines.len(), one.size), (1, 20.0));
        let smaller = title("Domains of a film of cobalt", 250.0, 100.0);
        assert!(smaller.lines.len() == 1 && smaller.size < 20.0 && smaller.size >= 14.0);
        let wrapped = title("Domains of a film of cobalt and platinum at 20 K", 250.0, 100.0);
        assert_eq!(
            (wrapped.lines.join(" ").as_str(), wrapped.size),
            ("Domains of a film of cobalt and platinum at 20 K", 14.0)
        );
        assert!(wrapped.lines.len() > 1);
        for (text, width) in [("word ".repeat(500), 250.0), ("w".repeat(5000), 100.0), ("a\n".repeat(90), 30.0)] {
            let cut = title(&text, width, 60.0);
            assert!(cut.lines.last().unwrap().ends_with('…') && cut.height() <= 60.0 + 10.0, "{:?}", cut.lines);
            assert!(cut.lines.iter().all(|line| fonts.width(line, cut.size) <= width));
        }
        assert_eq!(title("a\n\nb\r\nc", 300.0, 200.0).lines, ["a", "", "b", "c"]);
        assert_eq!(title(" \n ", 300.0, 200.0).height(), 0.0);
        assert_eq!(Title::new(&fonts, "small", 5.0, 300.0, 200.0).size, 5.0);
    }
}
