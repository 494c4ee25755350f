//! The axes of an image: their names, points and units.

use crate::context::{Context, Warning};
use crate::image::{ACTUAL_X, ACTUAL_Y, Image, Metadata, Value};

/// An axis counts as a regular grid when no point lies further from it than this fraction of a step.
const GRID_TOLERANCE: f64 = 1e-3;

/// One axis of the image.
pub struct Axis {
    pub name: Option<String>,
    /// The nominal points, as many as there are pixels along the axis.
    pub points: Option<Vec<f64>>,
    pub unit: Option<String>,
}

/// The axes by the names that attributes give, or else by their usual names.
pub fn find(metadata: &Metadata, detector: &str, names: &[String], shape: &[usize]) -> Vec<Axis> {
    (0..shape.len())
        .map(|i| {
            let points_of = |name: &str| points(metadata, detector, name).filter(|points| points.len() == shape[i]);
            let name = match names.len() == shape.len() {
                true => Some(names[i].clone()),
                false => usual_names(i, shape.len()).iter().find(|n| points_of(n).is_some()).map(|&n| n.to_owned()),
            };
            let points = name.as_deref().and_then(points_of);
            let unit = name.as_deref().and_then(|name| unit(metadata, detector, name));
            Axis { name, points, unit }
        })
        .collect()
}

fn usual_names(axis: usize, rank: usize) -> &'static [&'static str] {
    match (rank - axis, rank) {
        (1, 1) | (3, _) => &["energy", "photon_energy"],
        (1, _) => &["sample_x", "line_position", "osa_x", "detector_x"],
        _ => &["sample_y", "zone_plate", "osa_y", "detector_y", "energy", "photon_energy"],
    }
}

pub fn points(metadata: &Metadata, detector: &str, name: &str) -> Option<Vec<f64>> {
    match metadata.value(&format!("{detector}.{name}"))? {
        Value::Array(array) if array.shape().len() == 1 => {
            Some(array.to_array().ok()?.data().to_f64().ok()?.iter().copied().collect())
        }
        number => number.as_f64().map(|x| vec![x]),
    }
}

/// The unit that the file gives an axis: its own, that of the positions measured along it, or, where its points are
/// distances along the line through `sample_x` and `sample_y`, theirs. A file that gives none has none.
pub fn unit(metadata: &Metadata, detector: &str, name: &str) -> Option<String> {
    // The measured positions are named after their axis.
    let name = name.strip_prefix("actual_").map_or(name.to_owned(), |axis| format!("sample_{axis}"));
    let given = |key: String| metadata.get(&key).and_then(|entry| entry.unit.clone());
    let own = |name: &str| {
        given(format!("{detector}.{name}"))
            .or_else(|| given(format!("instrument.{name}.data")))
            .or_else(|| given(format!("instrument.{name}.value")))
    };
    own(&name).or_else(|| {
        let [x, y] = ["sample_x", "sample_y"].map(own);
        (name == "line_position" && x == y && is_distance(metadata, detector)).then_some(x).flatten()
    })
}

/// Whether the points of `line_position` are as far from each other as the sample's positions.
fn is_distance(metadata: &Metadata, detector: &str) -> bool {
    let [line, x, y] = ["line_position", "sample_x", "sample_y"].map(|name| points(metadata, detector, name));
    let (Some(line), Some(x), Some(y)) = (line, x, y) else { return false };
    if line.len() < 2 || line.len() != x.len() || line.len() != y.len() {
        return false;
    }
    (1..line.len()).all(|i| {
        let (along, apart) = ((line[i] - line[0]).abs(), (x[i] - x[0]).hypot(y[i] - y[0]));
        (along - apart).abs() <= GRID_TOLERANCE * along.max(apart)
    })
}

/// Tells which axes and which measured positions have numbers without a unit.
pub fn tell_missing_units(ctx: &Context, axes: &[Axis], image: &Image) {
    let missing = axes.iter().filter(|axis| axis.unit.is_none() && axis.points.is_some());
    let mut missing: Vec<String> = missing.filter_map(|axis| Some(format!("'{}'", axis.name.as_ref()?))).collect();
    for (measured, nominal) in [(ACTUAL_X, "'sample_x'"), (ACTUAL_Y, "'sample_y'")] {
        // One that has its axis's place is told with it.
        let plane = image.planes().get(measured).filter(|plane| plane.unit.is_none());
        if plane.is_some() && !missing.iter().any(|name| name == nominal) {
            missing.push(format!("'{measured}'"));
        }
    }
    if !missing.is_empty() {
        ctx.warn_of(
            Warning::NoUnit,
            format!(
                "the file gives no unit for {}: its numbers are kept without one, and lengths in pictures are in pixels",
                missing.join(", ")
            ),
        );
    }
}

/// The first point and the step of a regular grid; a single point has no step.
pub fn regular(points: &[f64]) -> Option<(f64, f64)> {
    let (&first, &last) = (points.first()?, points.last()?);
    let step = (last - first) / (points.len() as f64 - 1.0);
    let fits = |(i, &x): (usize, &f64)| (x - (first + step * i as f64)).abs() <= GRID_TOLERANCE * step.abs();
    (points.len() > 1 && step.is_finite() && step != 0.0 && points.iter().enumerate().all(fits))
        .then_some((first, step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grid_is_regular_up_to_a_thousandth_of_a_step() {
        assert_eq!(regular(&[1.0, 1.5, 2.0]), Some((1.0, 0.5)));
        assert_eq!(regular(&[2.0, 1.5, 1.0]), Some((2.0, -0.5)));
        assert!(regular(&[1.0, 1.5004, 2.0]).is_some());
        assert!(regular(&[1.0, 1.51, 2.0]).is_none());
        for points in [&[][..], &[1.0], &[1.0, 1.0], &[1.0, f64::NAN], &[f64::NAN, 1.0, 2.0], &[0.0, f64::INFINITY]] {
            assert!(regular(points).is_none(), "{points:?}");
        }
    }
}
