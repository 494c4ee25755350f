//! Differences between the conditions of two images that are combined.

use super::conditions::{self, Condition};
use super::units::{canonical, with_unit};
use super::{Image, Map, Value};
use crate::context::{Context, Warning};

/// Maps may lie this far from each other, in pixels, and pixels differ by this part of them over the whole image.
const APART: f64 = 0.5;

/// Energies may differ by this fraction, the repeatability of a monochromator.
const ENERGY: f64 = 1e-4;

/// Times may differ by this part.
const DWELL: f64 = 0.01;

/// The conditions that two images must have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alike {
    /// Everything: their pixels are combined.
    All,
    /// The places: one image serves all frames of a stack, and has one condition for all of theirs.
    Places,
    /// The size of a pixel: one is laid on the other by what it shows.
    PixelSize,
}

/// Warns of each condition in which two images differ, with the values of both; the names are those of the parameters.
/// A condition that only one of them gives is no difference. Returns whether there was a warning.
pub fn warn_of_unlike(
    ctx: &Context,
    operation: &str,
    (name_a, a): (&str, &Image),
    (name_b, b): (&str, &Image),
    alike: Alike,
) -> bool {
    let mut found = Vec::new();
    if let (Some(map_a), Some(map_b)) = (a.map(), b.map()) {
        found.extend(maps(map_a, map_b, a.frame_shape().unwrap_or((1, 1)), alike));
    }
    if alike == Alike::All {
        type Read = fn(&super::Metadata) -> Option<Condition>;
        let conditions: [(&str, Read, f64); 2] =
            [("energy", conditions::energy, ENERGY), ("dwell", conditions::dwell, DWELL)];
        for (what, read, tolerance) in conditions {
            if let (Some(x), Some(y)) = (read(a.own_metadata()), read(b.own_metadata())) {
                found.extend(values(what, [&x, &y], [a, b], tolerance));
            }
        }
    }
    for (what, x, y) in &found {
        ctx.warn_of(
            Warning::Unlike,
            format!("{operation}: {what} of `{name_a}`{} is {x}, of `{name_b}`{} {y}", of(a), of(b)),
        );
    }
    !found.is_empty()
}

/// Which file an image is, in brackets.
fn of(image: &Image) -> String {
    if image.title().is_empty() { String::new() } else { format!(" ('{}')", image.title()) }
}

type Difference = (String, String, String);

fn maps(a: &Map, b: &Map, (rows, columns): (usize, usize), alike: Alike) -> Option<Difference> {
    let unit = |map: &Map, i: usize| map.units[i].as_deref().map(canonical).unwrap_or_default();
    let (size_a, size_b) = (a.pixel_size(), b.pixel_size());
    let shown = |map: &Map, pair: [f64; 2]| {
        let [x, y] = [0, 1].map(|i| with_unit(significant(pair[i]), map.units[i].as_deref()));
        format!("({x}, {y})")
    };
    // Without a unit a number can only be compared as it is.
    let units_differ = (0..2).any(|i| {
        let (x, y) = (unit(a, i), unit(b, i));
        !x.is_empty() && !y.is_empty() && x != y
    });
    let extent = [columns as f64, rows as f64];
    let sizes_differ = (0..2).any(|i| (size_a[i] - size_b[i]).abs() * extent[i] > APART * size_a[i]);
    if units_differ || sizes_differ {
        return Some(("the size of a pixel".to_owned(), shown(a, size_a), shown(b, size_b)));
    }
    if alike == Alike::PixelSize {
        return None;
    }
    // The two maps may be turned; so both ends of both axes are compared.
    let corners = [[0.0, 0.0], [extent[0] - 1.0, 0.0], [0.0, extent[1] - 1.0], [extent[0] - 1.0, extent[1] - 1.0]];
    let size = size_a.into_iter().filter(|s| *s > 0.0).fold(f64::INFINITY, f64::min);
    let apart = corners.map(|[column, row]| {
        let (p, q) = (a.position(column, row), b.position(column, row));
        (p[0] - q[0]).hypot(p[1] - q[1]) / size
    });
    let most = apart.into_iter().fold(0.0, f64::max);
    (most > APART).then(|| {
        let what = format!("the place of the first pixel ({} pixels apart)", significant(most));
        (what, shown(a, a.origin), shown(b, b.origin))
    })
}

fn values(what: &str, [x, y]: [&Condition; 2], [a, b]: [&Image; 2], tolerance: f64) -> Option<Difference> {
    let frames = |image: &Image| if image.ndim() == 3 { image.shape()[0] } else { 1 };
    let n = frames(a).max(frames(b));
    let unit = |c: &Condition| c.unit.as_deref().map(canonical);
    let differ = |p: f64, q: f64| (p - q).abs() > tolerance * p.abs().max(q.abs());
    let units_differ = unit(x).is_some() && unit(y).is_some() && unit(x) != unit(y);
    // Frame by frame where both say it, else the ranges.
    let frame = (0..n).find(|&i| matches!((x.of_frame(i, n), y.of_frame(i, n)), (Some(p), Some(q)) if differ(p, q)));
    let by_frame = (0..n).any(|i| x.of_frame(i, n).is_some() && y.of_frame(i, n).is_some());
    let ranges_differ = !by_frame && (0..2).any(|i| differ(x.range()[i], y.range()[i]));
    if !units_differ && frame.is_none() && !ranges_differ {
        return None;
    }
    let shown = |c: &Condition| match frame.and_then(|i| c.of_frame(i, n)) {
        Some(value) => with_unit(value, c.unit.as_deref()),
        None => {
            let [low, high] = c.range();
            let range = if low == high { format!("{low}") } else { format!("{low} to {high}") };
            c.unit.as_deref().map_or(range.clone(), |unit| format!("{range} {}", canonical(unit)))
        }
    };
    let of_frame = frame.filter(|_| n > 1).map(|i| format!(" of frame {i}")).unwrap_or_default();
    Some((format!("the {what}{of_frame}"), shown(x), shown(y)))
}

/// Six digits, enough for a warning.
fn significant(x: f64) -> f64 {
    format!("{x:.5e}").parse().unwrap_or(x)
}

/// Notes under a name which image took part in an operation: the file that it was loaded from, or else its title; and what was
/// done to it before, where it says so. An image without any of those has no name to be noted.
pub fn note_source(result: &mut Image, name: &str, source: &Image) {
    let metadata = source.own_metadata();
    let from = metadata.value("Loaded from").and_then(Value::as_str).or(source.filename());
    let from = from.map_or_else(|| source.title().to_owned(), str::to_owned);
    let before = metadata.value("provenance").cloned();
    let target = result.own_metadata_mut();
    if !from.is_empty() {
        target.insert(name, from);
    }
    if let Some(before) = before {
        target.insert(format!("{name}.provenance"), before);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::alloc;

    fn image(origin: f64, step: f64, unit: Option<&str>) -> Image {
        let mut image = Image::new(alloc::zeros::<f64>(&[10, 20]).unwrap());
        image.set_map(Some(Map {
            origin: [origin, 0.0],
            step: [[step, 0.0], [0.0, -step]],
            names: ["sample_x".into(), "sample_y".into()],
            units: [unit.map(str::to_owned), unit.map(str::to_owned)],
        }));
        image
    }

    fn told(a: &Image, b: &Image, alike: Alike) -> Vec<String> {
        let ctx = Context::new();
        let warned = warn_of_unlike(&ctx, "xmcd", ("a", a), ("b", b), alike);
        let warnings: Vec<String> = (0..).map_while(|i| ctx.warning(i)).collect();
        assert_eq!(warned, !warnings.is_empty());
        warnings
    }

    #[test]
    fn places_that_differ_are_told_with_both() {
        let here = image(100.0, 0.5, Some("um"));
        for like in [image(100.0, 0.5, Some("μm")), image(100.2, 0.5, Some("um")), image(100.0, 0.5, None)] {
            assert_eq!(told(&here, &like, Alike::All), [""; 0]);
        }
        let there = told(&here, &image(110.0, 0.5, Some("um")), Alike::All);
        assert_eq!(there.len(), 1);
        for said in ["xmcd: ", "20 pixels apart", "(100 µm, 0 µm)", "(110 µm, 0 µm)", "`a`", "`b`"] {
            assert!(there[0].contains(said), "{there:?}");
        }
        assert_eq!(told(&here, &image(110.0, 0.5, Some("um")), Alike::PixelSize), [""; 0]);
        for other in [image(100.0, 0.6, Some("um")), image(100.0, 0.5, Some("nm"))] {
            assert!(told(&here, &other, Alike::PixelSize)[0].contains("size of a pixel"));
        }
        let mut bare = here.clone();
        bare.set_map(None);
        assert_eq!(told(&here, &bare, Alike::All), [""; 0]);
    }

    #[test]
    fn energies_and_times_that_differ_are_told_with_both() {
        let with = |energy: f64, dwell: f64| {
            let mut image = image(0.0, 1.0, None);
            image.own_metadata_mut().insert("counter0.energy", energy);
            image.own_metadata_mut().insert("counter0.count_time", dwell);
            image
        };
        assert_eq!(told(&with(778.0, 0.01), &with(778.05, 0.0100001), Alike::All), [""; 0]);
        let both = told(&with(778.0, 0.01), &with(850.0, 0.02), Alike::All);
        assert!(both.len() == 2 && both[0].contains("energy of `a` is 778, of `b` 850"), "{both:?}");
        assert!(both[1].contains("dwell of `a` is 0.01, of `b` 0.02"), "{both:?}");
        assert_eq!(told(&with(778.0, 0.01), &image(0.0, 1.0, None), Alike::All), [""; 0]);
    }

    #[test]
    fn stacks_are_compared_frame_by_frame() {
        let stack = |energies: &[f64]| {
            let mut image = Image::new(alloc::zeros::<f64>(&[energies.len(), 2, 2]).unwrap());
            let values = alloc::from_vec(&[energies.len()], energies.to_vec()).unwrap();
            image.own_metadata_mut().insert("counter0.energy", Value::from(crate::array::MaskedArray::from(values)));
            image
        };
        assert_eq!(told(&stack(&[700.0, 710.0]), &stack(&[700.0, 710.0]), Alike::All), [""; 0]);
        let warnings = told(&stack(&[700.0, 710.0]), &stack(&[700.0, 711.0]), Alike::All);
        assert!(warnings[0].contains("energy of frame 1 of `a` is 710, of `b` 711"), "{warnings:?}");
    }
}
