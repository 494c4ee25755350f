//! The axes of an image according to its map: their names, units and ends, and the shape of a pixel.

use super::options::{Aspect, Figure};
use crate::image::{Map, units};
use crate::render::axis::Axis;
use crate::render::scale_bar::Width;

/// The height of a pixel divided by its width; `None` where the image fills its room.
pub(super) fn aspect(aspect: Aspect, map: Option<&Map>) -> Option<f64> {
    match aspect {
        Aspect::Auto => None,
        Aspect::Pixel(ratio) => Some(ratio),
        Aspect::Equal => match map {
            None => Some(1.0),
            Some(map) if shows_places(map) => {
                let [width, height] = map.pixel_size();
                let ratio = height / width;
                // A line or a column has no step across.
                Some(if ratio.is_finite() && ratio > 0.0 { ratio } else { 1.0 })
            }
            // A length on one axis is none on the other.
            Some(_) => None,
        },
    }
}

/// Whether both coordinates are places on one thing, in one unit, so that lengths can be compared in all directions.
fn shows_places(map: &Map) -> bool {
    let [x, y] = [0, 1].map(|i| place_on(&map.names[i]));
    x.is_some() && x == y && unit(map, 0) == unit(map, 1)
}

/// What a coordinate of this name is a place on: "sample" of "sample_x" and of "line_position"; nothing is said of that by "x".
/// `None` for coordinates that are not positions in the plane of an image: an energy, the place of a zone plate along the beam, a time.
fn place_on(name: &str) -> Option<String> {
    const DIRECTIONS: [&str; 10] = ["x", "y", "z", "h", "v", "horizontal", "vertical", "position", "column", "row"];
    let lower = name.trim().to_lowercase().replace([' ', '-', '.'], "_");
    if lower.is_empty() {
        return Some(String::new());
    }
    let (on, direction) = lower.rsplit_once('_').unwrap_or(("", &lower));
    let on = if on == "line" { "sample" } else { on };
    DIRECTIONS.contains(&direction).then(|| on.to_owned())
}

/// The unit of one of a map's coordinates, as written.
fn unit(map: &Map, coordinate: usize) -> String {
    units::canonical(map.units[coordinate].as_deref().unwrap_or_default())
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
            None => Axis { start, end, log: false, name, unit, whole, ticked: true },
            Some(label) => Axis { start, end, log: false, name: label, unit: String::new(), whole, ticked: true },
        }
    };
    [axis(0), axis(1)]
}

/// Name, unit, origin and step of a map's coordinate along rows (0) or columns (1).
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
        None if longest > 0.0 && shows_places(map) => {
            ("distance".to_owned(), unit(map, 0), 0.0, map.pixel_size()[direction])
        }
        None => (["x", "y"][direction].to_owned(), "pixel".to_owned(), 0.0, 1.0),
    }
}

/// The width of an image on the sample; in pixels where there is no map or no unit. `None` where columns show no place.
pub(super) fn sample_width(map: Option<&Map>, columns: usize) -> Option<Width> {
    let pixels = Width { length: columns as f64, unit: "pixel".to_owned(), whole: true };
    let Some(map) = map else { return Some(pixels) };
    let own = (0..2).find(|&i| map.step[i][0] != 0.0 && map.step[1 - i][0] == 0.0);
    if own.is_some_and(|i| place_on(&map.names[i]).is_none()) {
        return None;
    }
    let step = map.pixel_size()[0];
    let (_, unit, _, _) = along(map, 0);
    Some(if step > 0.0 && step.is_finite() && unit != "pixel" && !unit.is_empty() {
        Width { length: columns as f64 * step, unit, whole: false }
    } else {
        pixels
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

    #[test]
    fn pixels_have_a_shape_where_both_axes_are_places_on_one_thing() {
        let map = |x: &str, y: &str, unit: &str| Map {
            origin: [0.0; 2],
            step: [[0.5, 0.0], [0.0, 1.0]],
            names: [x.into(), y.into()],
            units: [Some("um".into()), Some(unit.into())],
        };
        for (x, y, unit, expected) in [
            ("sample_x", "sample_y", "um", Some(2.0)),
            ("sample_x", "sample_y", "nm", None),
            ("x", "Y", "um", Some(2.0)),
            ("", "", "um", Some(2.0)),
            ("osa_x", "osa_y", "um", Some(2.0)),
            ("line_position", "zone_plate", "um", None),
            ("line_position", "zone_plate_z", "um", None),
            ("sample_x", "detector_y", "um", None),
            ("energy", "sample_y", "um", None),
            ("energy", "energy", "um", None),
        ] {
            assert_eq!(aspect(Aspect::Equal, Some(&map(x, y, unit))), expected, "{x} {y} {unit}");
            assert_eq!(sample_width(Some(&map(x, y, unit)), 4).is_some(), x != "energy");
        }
        assert_eq!(aspect(Aspect::Equal, None), Some(1.0));
    }
}
