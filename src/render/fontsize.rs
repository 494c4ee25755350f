//! The size of text that fits into a box.

use super::text::{ASCENT, DESCENT, Fonts, MAX_SIZE};
use crate::context::{Error, Result};

/// The factor by which a text's size is to be multiplied so that it fits into a box of `width` x `height` pixels: below 1
/// only where `scale_down`, above 1 only where `scale_up`. An empty text fits.
///
/// # Errors
/// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) for a size or a box that is none.
pub fn auto_fit_fontsize(
    text: &str,
    size: f64,
    (width, height): (f64, f64),
    scale_down: bool,
    scale_up: bool,
) -> Result<f64> {
    if !(size > 0.0 && size <= MAX_SIZE) {
        return Err(Error::argument("size", size, format!("above 0, up to {MAX_SIZE}")));
    }
    for (name, value) in [("width", width), ("height", height)] {
        if !(value > 0.0 && value.is_finite()) {
            return Err(Error::argument(name, value, "a number of pixels above 0"));
        }
    }
    let (text_width, text_height) = text_size(&Fonts::new()?, text, size);
    if text_width == 0.0 {
        return Ok(1.0);
    }
    let factor = (width / text_width).min(height / text_height).min(MAX_SIZE / size);
    Ok(if (factor < 1.0 && scale_down) || (factor > 1.0 && scale_up) { factor } else { 1.0 })
}

/// The width and height of a line of text.
pub fn text_size(fonts: &Fonts, text: &str, size: f64) -> (f64, f64) {
    (fonts.width(text, size), (ASCENT + DESCENT) * size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_fits_its_box_and_touches_one_side() {
        let fonts = Fonts::new().unwrap();
        for (size, room) in [(20.0, (50.0, 100.0)), (20.0, (500.0, 12.0)), (4.0, (300.0, 100.0))] {
            let factor = auto_fit_fontsize("Co/Pt multilayer", size, room, true, true).unwrap();
            let (width, height) = text_size(&fonts, "Co/Pt multilayer", size * factor);
            assert!(width <= room.0 * 1.001 && height <= room.1 * 1.001);
            assert!(width >= room.0 * 0.999 || height >= room.1 * 0.999);
            let down = auto_fit_fontsize("Co/Pt multilayer", size, room, true, false).unwrap();
            let up = auto_fit_fontsize("Co/Pt multilayer", size, room, false, true).unwrap();
            assert_eq!((down, up), (factor.min(1.0), factor.max(1.0)));
        }
        assert_eq!(auto_fit_fontsize("", 10.0, (1.0, 1.0), true, true).unwrap(), 1.0);
        for size in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert!(auto_fit_fontsize("a", size, (1.0, 1.0), true, true).is_err());
            assert!(auto_fit_fontsize("a", 10.0, (size, 1.0), true, true).is_err());
        }
    }
}
