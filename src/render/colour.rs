//! Colours: red, green, blue and alpha in 8 bits, not premultiplied.

use crate::context::{Error, Result};

/// Red, green, blue, alpha.
pub type Rgba = [u8; 4];

/// Nothing is drawn.
pub const NONE: Rgba = [0; 4];

/// The names that are allowed: some of CSS, and the ten of matplotlib's cycle.
const NAMES: &[(&str, u32)] = &[
    ("black", 0x000000),
    ("white", 0xffffff),
    ("gray", 0x808080),
    ("grey", 0x808080),
    ("silver", 0xc0c0c0),
    ("red", 0xff0000),
    ("maroon", 0x800000),
    ("orange", 0xffa500),
    ("yellow", 0xffff00),
    ("olive", 0x808000),
    ("lime", 0x00ff00),
    ("green", 0x008000),
    ("cyan", 0x00ffff),
    ("aqua", 0x00ffff),
    ("teal", 0x008080),
    ("blue", 0x0000ff),
    ("navy", 0x000080),
    ("magenta", 0xff00ff),
    ("fuchsia", 0xff00ff),
    ("purple", 0x800080),
    ("C0", 0x1f77b4),
    ("C1", 0xff7f0e),
    ("C2", 0x2ca02c),
    ("C3", 0xd62728),
    ("C4", 0x9467bd),
    ("C5", 0x8c564b),
    ("C6", 0xe377c2),
    ("C7", 0x7f7f7f),
    ("C8", 0xbcbd22),
    ("C9", 0x17becf),
];

/// The colour of the `index`th line of a plot: matplotlib's cycle of ten.
pub fn cycle(index: usize) -> Rgba {
    opaque(NAMES[NAMES.len() - 10 + index % 10].1)
}

const fn opaque(rgb: u32) -> Rgba {
    [(rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8, 255]
}

/// A colour as matplotlib writes it: "#rrggbb", "#rrggbbaa", "#rgb", "#rgba", a name, or "none".
///
/// # Errors
/// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) with the names that there are.
pub fn parse(option: &str, text: &str) -> Result<Rgba> {
    let named = || NAMES.iter().find(|(name, _)| *name == text).map(|&(_, rgb)| opaque(rgb));
    let found = if text == "none" { Some(NONE) } else { hexadecimal(text).or_else(named) };
    found.ok_or_else(|| {
        let names: Vec<&str> = NAMES.iter().map(|(name, _)| *name).collect();
        Error::argument(
            option,
            format!("'{text}'"),
            format!("#rgb, #rgba, #rrggbb, #rrggbbaa, none, {}", names.join(", ")),
        )
    })
}

fn hexadecimal(text: &str) -> Option<Rgba> {
    let digits: Vec<u8> =
        text.strip_prefix('#')?.chars().map(|c| c.to_digit(16).map(|d| d as u8)).collect::<Option<_>>()?;
    let mut colour = [255; 4];
    match digits.len() {
        3 | 4 => colour.iter_mut().zip(&digits).for_each(|(to, d)| *to = 17 * d),
        6 | 8 => colour.iter_mut().zip(digits.chunks_exact(2)).for_each(|(to, d)| *to = 16 * d[0] + d[1]),
        _ => return None,
    }
    Some(colour)
}

/// `colour` over `under`, covering a part of it (0 to 255).
#[inline]
pub fn over(under: Rgba, colour: Rgba, coverage: u8) -> Rgba {
    let a = u32::from(colour[3]) * u32::from(coverage);
    // Of 255 x 255.
    const FULL: u32 = 255 * 255;
    if a == FULL {
        return colour;
    }
    if under[3] == 255 {
        let mix = |u: u8, c: u8| ((u32::from(u) * (FULL - a) + u32::from(c) * a + FULL / 2) / FULL) as u8;
        return [mix(under[0], colour[0]), mix(under[1], colour[1]), mix(under[2], colour[2]), 255];
    }
    let (a, b) = (f64::from(a) / f64::from(FULL), f64::from(under[3]) / 255.0);
    let alpha = a + b * (1.0 - a);
    if alpha == 0.0 {
        return NONE;
    }
    let mix = |u: u8, c: u8| ((f64::from(c) * a + f64::from(u) * b * (1.0 - a)) / alpha).round() as u8;
    [mix(under[0], colour[0]), mix(under[1], colour[1]), mix(under[2], colour[2]), (255.0 * alpha).round() as u8]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_matplotlib_writes_them() {
        for (text, colour) in [
            ("#0f8", [0, 255, 136, 255]),
            ("#0f84", [0, 255, 136, 68]),
            ("#102030", [16, 32, 48, 255]),
            ("#10203040", [16, 32, 48, 64]),
            ("none", NONE),
            ("green", [0, 128, 0, 255]),
            ("C1", [0xff, 0x7f, 0x0e, 255]),
        ] {
            assert_eq!(parse("color", text).unwrap(), colour, "{text}");
        }
        for text in ["", "#", "#12", "#12345", "#gggggg", "Green", "#1234567", "#+12345"] {
            assert!(parse("color", text).unwrap_err().message().contains("magenta"), "{text}");
        }
        assert_eq!(cycle(11), parse("", "C1").unwrap());
    }

    #[test]
    fn over_keeps_what_is_under_in_proportion() {
        assert_eq!(over([0, 0, 0, 255], [255, 255, 255, 255], 128)[0], 128);
        assert_eq!(over([10, 20, 30, 255], [200, 100, 0, 0], 255), [10, 20, 30, 255]);
        assert_eq!(over(NONE, [200, 100, 0, 128], 255), [200, 100, 0, 128]);
        assert_eq!(over([1, 2, 3, 200], [9, 8, 7, 255], 255), [9, 8, 7, 255]);
        assert_eq!(over(NONE, [200, 100, 0, 255], 0), NONE);
    }
}
