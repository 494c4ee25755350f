//! The axes of an image: their names, points and units.

use crate::context::{Context, Warning};
use crate::image::{ACTUAL_X, ACTUAL_Y, Image, Metadata, Value};
use crate::scan::{Axis, GRID_TOLERANCE};

/// The names of the axes along which the rows of an image lie.
pub const ROWS: &[&str] = &["sample_y", "zone_plate", "osa_y", "detector_y"];
/// The names of the axes along which its columns lie.
pub const COLUMNS: &[&str] = &["sample_x", "line_position", "osa_x", "detector_x"];

/// The points of an axis, or a single one.
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
