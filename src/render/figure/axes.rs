//! What an image's map says of its axes: their names, units and ends, and the shape of a pixel.

use super::options::{Aspect, Figure};
use crate::image::Map;
use crate::render::axis::Axis;

/// The height of a pixel divided by its width; `None` where the image fills its room.
pub(super) fn aspect(aspect: Aspect, map: Option<&Map>) -> Option<f64> {
    match aspect {
        Aspect::Auto => None,
        Aspect::Pixel(ratio) => Some(ratio),
        Aspect::Equal => Some(match map {
            Some(map) if unit(map, 0) == unit(map, 1) => {
                let [width, height] = map.pixel_size();
                let ratio = height / width;
                // A line or a column has no step across.
                if ratio.is_finite() && ratio > 0.0 { ratio } else { 1.0 }
            }
            _ => 1.0,
        }),
    }
}

/// The unit of one of a map's coordinates, as it is written.
fn unit(map: &Map, coordinate: usize) -> String {
    shown_unit(map.units[coordinate].as_deref().unwrap_or_default())
}

/// "um" and the micro sign's two codes become one.
pub(in crate::render) fn shown_unit(unit: &str) -> String {
    match unit.trim() {
        "um" | "μm" | "micron" | "microns" | "micrometer" | "micrometre" => "µm".to_owned(),
        unit => unit.replace('μ', "µ"),
    }
}

/// The axes of an image: the map's coordinates where they run along rows and columns; where they don't, lengths from the first pixel;
/// without a map columns and rows.
pub(super) fn axes(figure: &Figure, map: Option<&Map>, rows: usize, columns: usize) -> [Axis; 2] {
    let axis = |direction: usize| {
        let n = [columns, rows][direction] as f64;
        let (name, unit, origin, step) = match map {
            None => (["x", "y"][direction].to_owned(), "pixel".to_owned(), 0.0, 1.0),
            Some(map) => along(map, direction),
        };
        let (mut start, mut end) = (origin - 0.5 * step, origin + (n - 0.5) * step);
        // Rows go down, the axis goes up.
        if direction == 1 {
            (start, end) = (end, start);
        }
        let label = [&figure.xlabel, &figure.ylabel][direction].clone();
        let whole = map.is_none();
        match label {
            None => Axis { start, end, log: false, name, unit, whole },
            Some(label) => Axis { start, end, log: false, name: label, unit: String::new(), whole },
        }
    };
    [axis(0), axis(1)]
}

/// Name, unit, origin and step of what a map shows along rows (0) or columns (1).
fn along(map: &Map, direction: usize) -> (String, String, f64, f64) {
    let steps = [map.step[0][direction], map.step[1][direction]];
    let others = [map.step[0][1 - direction], map.step[1][1 - direction]];
    let longest = steps[0].abs().max(steps[1].abs());
    // A coordinate that grows along this direction alone.
    let own = (0..2).find(|&i| {
        steps[i].abs() == longest
            && longest > 0.0
            && steps[1 - i].abs() <= 1e-9 * longest
            && others[i].abs() <= 1e-9 * longest
    });
    match own {
        Some(i) => {
            let name = map.names[i].strip_prefix("sample_").unwrap_or(&map.names[i]).replace('_', " ");
            (name, unit(map, i), map.origin[i], steps[i])
        }
        None if longest > 0.0 && unit(map, 0) == unit(map, 1) => {
            ("distance".to_owned(), unit(map, 0), 0.0, map.pixel_size()[direction])
        }
        None => (["x", "y"][direction].to_owned(), "pixel".to_owned(), 0.0, 1.0),
    }
}

/// The width of an image on the sample, with its unit; in pixels where there is no map.
pub(super) fn sample_width(map: Option<&Map>, columns: usize) -> (f64, String) {
    let pixels = (columns as f64, "pixel".to_owned());
    map.map_or(pixels.clone(), |map| {
        let step = map.pixel_size()[0];
        let (_, unit, _, _) = along(map, 0);
        if step > 0.0 && step.is_finite() && unit != "pixel" { (columns as f64 * step, unit) } else { pixels }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_follow_the_map() {
        let map = |step| Map {
            origin: [10.0, 20.0],
            step,
            names: ["sample_x".into(), "sample_y".into()],
            units: [Some("um".into()), Some("µm".into())],
        };
        let figure = Figure::default();
        let [x, y] = axes(&figure, Some(&map([[0.5, 0.0], [0.0, -0.25]])), 4, 8);
        assert_eq!((x.start, x.end, x.name.as_str(), x.unit.as_str()), (9.75, 13.75, "x", "µm"));
        assert_eq!((y.start, y.end, y.name.as_str()), (19.125, 20.125, "y"));
        // Turned by a quarter.
        let [x, y] = axes(&figure, Some(&map([[0.0, 0.5], [0.25, 0.0]])), 4, 8);
        assert_eq!((x.name.as_str(), x.start, y.name.as_str(), y.end), ("y", 19.875, "x", 9.75));
        // At an angle.
        let [x, _] = axes(&figure, Some(&map([[0.3, 0.4], [-0.4, 0.3]])), 4, 8);
        assert_eq!((x.name.as_str(), x.start, x.end), ("distance", -0.25, 3.75));
        let [x, y] = axes(&figure, None, 4, 8);
        assert_eq!((x.start, x.end, y.start, y.end, x.unit.as_str()), (-0.5, 7.5, 3.5, -0.5, "pixel"));
        assert_eq!(aspect(Aspect::Equal, Some(&map([[0.5, 0.0], [0.0, -0.25]]))), Some(0.5));
    }
}
