//! What belongs to one frame of a stack: its pixels, its part of the points in time, its own values of the metadata.

use super::walk::{Large, Walk};
use crate::array::{Data, alloc, select};
use crate::context::{Context, Result, Status, Warning};
use crate::image::picked::of_frames;
use crate::image::{Entry, Metadata, Value};
use std::ops::Range;

/// Longer arrays that belong to no frame are left out.
const LONGEST: usize = 1 << 20;

/// The numbers of a dataset, or those of one index of its first axis.
///
/// # Errors
/// Those of the dataset.
pub fn numbers(large: &Large<'_>, frame: Option<usize>) -> Result<Data> {
    let Some(frame) = frame.filter(|_| large.shape.len() == 3) else {
        return large.dataset.content(u64::MAX)?.into_numbers();
    };
    let mut data = large.dataset.rows(frame as u64..frame as u64 + 1)?.into_numbers()?;
    data.index_first(0);
    Ok(data)
}

/// The same, and which of them were not measured, as far as the dataset tells: an array of booleans of the same shape.
///
/// # Errors
/// Those of the dataset.
pub fn salvaged(large: &Large<'_>, frame: Option<usize>) -> Result<(Data, Option<Data>)> {
    let frame = frame.filter(|_| large.shape.len() == 3);
    let (mut data, missing) = large.dataset.salvage(frame.map(|frame| frame as u64..frame as u64 + 1))?;
    let mut missing = match missing {
        Some(missing) => Some(Data::from(alloc::from_vec(data.shape(), missing)?)),
        None => None,
    };
    if frame.is_some() {
        data.index_first(0);
        missing.iter_mut().for_each(|missing| missing.index_first(0));
    }
    Ok((data, missing))
}

/// The metadata of one frame: of arrays with a value for each frame its own value, of those with one for each point in time its own
/// points.
///
/// # Errors
/// [`Status::NoMemory`], [`Status::Cancelled`].
pub fn metadata(
    ctx: &Context,
    walk: &Walk<'_>,
    detector: &str,
    frame_axis: Option<&str>,
    frame: usize,
    [frames, points]: [usize; 2],
) -> Result<Metadata> {
    let mut metadata = walk.metadata.clone();
    for key in of_frames(&metadata, frames, frame_axis) {
        if let Some(entry) = metadata.get(&key).cloned()
            && let Some(value) = one_of(&entry.value, frame)
        {
            metadata.insert(key, Entry { value, unit: entry.unit });
        }
    }
    let all = measured(walk, detector);
    let own = |n: usize| (frame * points).min(n)..((frame + 1) * points).min(n);
    let in_time = |key: &str, n: usize| key.starts_with("instrument.") && key.ends_with(".data") && Some(n) == all;
    let short: Vec<(String, usize)> =
        metadata.iter().filter_map(|(key, entry)| Some((key.to_owned(), length(&entry.value)?))).collect();
    for (key, n) in short.into_iter().filter(|(key, n)| in_time(key, *n)) {
        let Some(entry) = metadata.get(&key).cloned() else { continue };
        match part(&entry.value, own(n))? {
            Some(value) => drop(metadata.insert(key, Entry { value, unit: entry.unit })),
            None => drop(metadata.pop(&key)),
        }
    }
    let mut left_out = Vec::new();
    for (key, large) in &walk.large {
        let [n] = *large.shape else { continue };
        let rows = match in_time(key, n) {
            true => Some(own(n)).filter(|rows| !rows.is_empty()),
            false if n <= LONGEST && *key != format!("{detector}.data") => Some(0..n),
            false => {
                left_out.push(format!("'{key}'"));
                None
            }
        };
        let Some(rows) = rows else { continue };
        match walk.read_left(key, Some(rows)) {
            Ok(entry) => drop(metadata.insert(key.as_str(), entry)),
            Err(error) if matches!(error.status(), Status::NoMemory | Status::Cancelled) => return Err(error),
            Err(error) => ctx.warn_of(Warning::FileDamaged, format!("'{key}' is left out: {error}")),
        }
    }
    if !left_out.is_empty() {
        ctx.warn_of(
            Warning::FileReduced,
            format!(
                "arrays of more than {LONGEST} values that belong to no frame are left out: {}",
                left_out.join(", ")
            ),
        );
    }
    if all.is_some_and(|n| own(n).is_empty()) {
        ctx.warn_of(Warning::NotMeasured, format!("frame {frame} was not measured: it has no positions"));
    }
    Ok(metadata)
}

/// How many points the detector has measured, one after the other.
pub fn measured(walk: &Walk<'_>, detector: &str) -> Option<usize> {
    [detector, "counter0"].into_iter().find_map(|detector| {
        let key = format!("instrument.{detector}.data");
        match walk.large.get(&key) {
            Some(large) => (large.shape.len() == 1).then(|| large.shape[0]),
            None => length(walk.metadata.value(&key)?),
        }
    })
}

fn length(value: &Value) -> Option<usize> {
    match value {
        Value::Array(array) if array.shape().len() == 1 => Some(array.shape()[0]),
        _ => None,
    }
}

/// Some elements of an array; `None` where there are none.
fn part(value: &Value, range: Range<usize>) -> Result<Option<Value>> {
    let Value::Array(array) = value else { return Ok(None) };
    if range.is_empty() {
        return Ok(None);
    }
    let places: Vec<usize> = range.collect();
    select::pick(&array.to_array()?, 0, &places).map(|array| Some(Value::from(array)))
}

fn one_of(value: &Value, frame: usize) -> Option<Value> {
    match value {
        Value::List(values) | Value::Tuple(values) => values.get(frame).cloned(),
        Value::Array(_) => part(value, frame..frame + 1).ok()?.as_ref().and_then(crate::image::picked::only),
        _ => None,
    }
}
