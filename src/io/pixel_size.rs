//! The size of a pixel as image files have it: a number of pixels per length, without a place.

use crate::image::{Image, Map};

/// Finer than any printer: a resolution per inch, or per metre of a PNG, that is coarser tells how large the picture is
/// printed, not how large the sample is. In metres.
const FINER_THAN_PRINT: f64 = 2e-6;

/// As scans have it.
const MICROMETRES: &str = "\u{3bc}m";

/// The length of this unit in metres.
pub(super) fn metres(unit: &str) -> Option<f64> {
    Some(match unit.trim() {
        "m" | "metre" | "meter" => 1.0,
        "cm" => 1e-2,
        "mm" => 1e-3,
        "um" | "\u{b5}m" | "\u{3bc}m" | "micron" | "microns" | "micrometre" | "micrometer" => 1e-6,
        "nm" | "nanometre" | "nanometer" => 1e-9,
        "\u{c5}" | "\u{212b}" | "angstrom" | "Angstrom" => 1e-10,
        "pm" => 1e-12,
        "inch" | "in" => 0.0254,
        _ => return None,
    })
}

/// The width and height of an image's pixels in metres, where both of the map's coordinates are lengths.
pub(super) fn of(image: &Image) -> Option<[f64; 2]> {
    let map = image.map()?;
    let lengths = [metres(map.units[0].as_deref()?)?, metres(map.units[1].as_deref()?)?];
    let size = [0, 1].map(|j| (map.step[0][j] * lengths[0]).hypot(map.step[1][j] * lengths[1]));
    size.iter().all(|x| x.is_finite() && *x > 0.0).then_some(size)
}

/// Pixels that begin at 0. `size` is in units of `units`.
pub(super) fn map(size: [f64; 2], units: [Option<String>; 2]) -> Option<Map> {
    let usable = size.iter().all(|x| x.is_finite() && *x > 0.0);
    usable.then(|| Map {
        origin: [0.0, 0.0],
        step: [[size[0], 0.0], [0.0, size[1]]],
        names: ["sample_x".to_owned(), "sample_y".to_owned()],
        units,
    })
}

/// Pixels of a size in metres, in micrometres.
pub(super) fn in_micrometres(size: [f64; 2]) -> Option<Map> {
    map(size.map(|x| x * 1e6), [Some(MICROMETRES.to_owned()), Some(MICROMETRES.to_owned())])
}

/// The same, unless it is a resolution for printing.
pub(super) fn finer_than_print(size: [f64; 2]) -> Option<Map> {
    size.iter().all(|&x| x < FINER_THAN_PRINT).then(|| in_micrometres(size))?
}
