//! Images made of some rows, columns or frames of another one: planes, map and metadata of the frames follow, or are dropped with a
//! warning.

use super::quantities::{may_be_of_frames, name_in_key};
use super::{Entry, Image, Metadata, Plane, Value};
use crate::array::{MaskedArray, select};
use crate::context::{Context, Result, Warning};

/// The entry with ImageJ's labels of frames: always a list.
const LABELS: &str = "Labels";

impl Image {
    /// This image's pixels at some places of an axis, which `array` holds.
    ///
    /// Planes are picked alike. Frames keep the map, and the entries that have a value for each frame (energies, dwells) are
    /// picked with them. Rows and columns keep the map where the places are evenly spaced; else it is dropped with a
    /// warning. Of ranks without frames everything is dropped.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory).
    pub fn picked(
        &self,
        ctx: &Context,
        array: MaskedArray,
        axis: usize,
        places: &[usize],
        operation: &str,
    ) -> Result<Image> {
        let ndim = self.ndim();
        if ndim == 1 && self.frame_axis().is_some() {
            // A value that was made of each frame.
            let mut image = Image { array, ..self.clone() };
            pick_entries(&mut image, self.shape()[0], places)?;
            return Ok(image);
        }
        if !(2..=3).contains(&ndim) {
            return Ok(self.with_moved_array(ctx, array, operation));
        }
        let mut image = Image { array, ..self.clone() };
        // Planes that all frames share have no axis of frames.
        let from_end = ndim - axis;
        for (name, plane) in self.planes.iter().filter(|(_, plane)| plane.array.ndim() >= from_end) {
            let array = select::pick(&plane.array, plane.array.ndim() - from_end, places)?;
            image.planes.insert(name, Plane { array, unit: plane.unit.clone() });
        }
        if from_end == 3 {
            pick_entries(&mut image, self.shape()[0], places)?;
        } else if ndim == 2 && from_end == 2 && self.frame_axis().is_some() {
            // The rows are what was made of each frame.
            pick_entries(&mut image, self.shape()[0], places)?;
        } else if let Some(map) = &self.map {
            image.map = evenly(places).map(|(first, step)| {
                let mut offset = [0.0; 2];
                let mut matrix = [[1.0, 0.0], [0.0, 1.0]];
                let along = usize::from(from_end == 2);
                (offset[along], matrix[along][along]) = (first, step);
                map.compose(offset, matrix)
            });
            if image.map.is_none() {
                ctx.warn_of(
                    Warning::PositionsDropped,
                    format!("{operation}: what is picked is not evenly spaced, which drops the map"),
                );
            }
        }
        Ok(image)
    }

    /// One frame of a stack as an image of rank 2, with its planes, map, and its own energy and dwell.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory).
    pub fn frame(&self, index: usize) -> Result<Image> {
        let mut image = self.clone();
        let n = self.shape()[0];
        image.array.index_first(index);
        for (name, plane) in self.planes.iter().filter(|(_, plane)| plane.array.ndim() == 3) {
            let mut array = plane.array.clone();
            array.index_first(index);
            image.planes.insert(name, Plane { array, unit: plane.unit.clone() });
        }
        // Before the frame is alone its entries are as long as the stack.
        pick_entries(&mut image, n, &[index])?;
        let own = image.entries_of_frames(1);
        image.frame_key = None;
        for key in own.into_iter().filter(|key| key != LABELS) {
            let Some(entry) = image.metadata.get(&key).cloned() else { continue };
            if let Some(value) = only(&entry.value) {
                image.own_metadata_mut().insert(key, Entry { value, unit: entry.unit });
            }
        }
        Ok(image)
    }

    /// Values that were made of all frames at once, for each pixel (a mean, a maximum), or of the frames of each pixel (sorted).
    /// Map and the planes that all frames share stay, those of each frame are dropped with a warning. The entries with a value
    /// for each frame tell what the result is made of and stay where there is one result.
    pub fn over_frames(&self, ctx: &Context, array: MaskedArray, operation: &str) -> Image {
        let mut image = Image { array, ..self.clone() };
        let mut lost: Vec<String> =
            self.planes.iter().filter(|(_, p)| p.array.ndim() == 3).map(|(n, _)| n.into()).collect();
        for name in &lost {
            image.planes.remove(name);
        }
        if image.ndim() == 3 && image.shape()[0] == self.shape()[0] && image.shape()[0] > 1 {
            lost.extend(image.forget_frames());
        }
        // The result has no frames, or others; that is what was asked for.
        image.frame_key = None;
        if !lost.is_empty() {
            ctx.warn_of(
                Warning::PositionsDropped,
                format!("{operation}: frames are mixed; dropped: {}", lost.join(", ")),
            );
        }
        image
    }

    /// Removes the entries with a value for each frame; tells their keys.
    pub(super) fn forget_frames(&mut self) -> Vec<String> {
        let keys = match self.shape() {
            [n, _, _] => self.entries_of_frames(*n),
            _ => Vec::new(),
        };
        for key in &keys {
            self.own_metadata_mut().pop(key).ok();
        }
        keys
    }
}

impl Image {
    /// The keys of the entries with a value for each of so many frames: the axis of frames among them.
    fn entries_of_frames(&self, frames: usize) -> Vec<String> {
        of_frames(&self.metadata, frames, self.frame_key())
    }
}

/// The keys of the entries with a value for each of so many frames: those of quantities that frames can have, where they are as
/// long, `axis`, and whatever a detector names as its first axis.
pub fn of_frames(metadata: &Metadata, frames: usize, axis: Option<&str>) -> Vec<String> {
    let is_frames = |key: &str, value: &Value| {
        let (group, name) = key.rsplit_once('.').unwrap_or(("", key));
        let first_axis = || match metadata.value(&format!("{group}.axes")) {
            // A stack has three axes; the first of two belongs to rows.
            Some(Value::List(names)) if names.len() == 3 => names[0].as_str().is_some_and(|first| first == name),
            _ => false,
        };
        let may_be = || Some(key) == axis || name == LABELS || may_be_of_frames(name_in_key(key));
        length(value) == Some(frames) && (may_be() || first_axis())
    };
    metadata.iter().filter(|(key, entry)| is_frames(key, &entry.value)).map(|(key, _)| key.to_owned()).collect()
}

fn length(value: &Value) -> Option<usize> {
    match value {
        Value::Array(array) if array.shape().len() == 1 => Some(array.shape()[0]),
        Value::List(values) | Value::Tuple(values) => Some(values.len()),
        _ => None,
    }
}

fn pick_entries(image: &mut Image, frames: usize, places: &[usize]) -> Result<()> {
    for key in image.entries_of_frames(frames) {
        let Some(entry) = image.metadata.get(&key).cloned() else { continue };
        let value = match &entry.value {
            Value::Array(array) => Value::from(select::pick(&array.to_array()?, 0, places)?),
            Value::List(values) => Value::List(places.iter().map(|&i| values[i].clone()).collect()),
            Value::Tuple(values) => Value::Tuple(places.iter().map(|&i| values[i].clone()).collect()),
            other => other.clone(),
        };
        image.own_metadata_mut().insert(key, Entry { value, unit: entry.unit });
    }
    Ok(())
}

/// The only number of a value.
pub fn only(value: &Value) -> Option<Value> {
    match value {
        Value::List(values) | Value::Tuple(values) => values.first().cloned(),
        Value::Array(array) => {
            let array = array.to_array().ok()?;
            let (scalar, masked) = crate::array::elementwise::item(&array, 0);
            match scalar {
                _ if masked => None,
                crate::array::Scalar::Bool(flag) => Some(Value::Bool(flag)),
                crate::array::Scalar::Int(number) => i64::try_from(number).ok().map(Value::Int),
                crate::array::Scalar::Float(number) => Some(Value::Float(number)),
                crate::array::Scalar::Complex(_) => None,
            }
        }
        _ => None,
    }
}

/// The first of evenly spaced places and the step between them; a single one stands for itself.
fn evenly(places: &[usize]) -> Option<(f64, f64)> {
    let (&first, rest) = places.split_first()?;
    let Some(&second) = rest.first() else { return Some((first as f64, 1.0)) };
    let step = second as i64 - first as i64;
    let even = places.windows(2).all(|pair| pair[1] as i64 - pair[0] as i64 == step);
    (even && step != 0).then_some((first as f64, step as f64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::{Data, alloc};
    use crate::image::Map;

    /// A stack of 3 frames of 2 x 4, whose pixels tell their place; a plane of each frame, one of all.
    fn stack() -> Image {
        let values: Vec<f64> = (0..24).map(f64::from).collect();
        let array =
            |n: usize, shape: &[usize]| MaskedArray::from(alloc::from_vec(shape, values[..n].to_vec()).unwrap());
        let mut image = Image::from(array(24, &[3, 2, 4]));
        image.set_plane("each", Plane { array: array(24, &[3, 2, 4]), unit: None }).unwrap();
        image.set_plane("all", Plane { array: array(8, &[2, 4]), unit: Some("mA".into()) }).unwrap();
        let names = ["sample_x".into(), "sample_y".into()];
        let step = [[0.5, 0.0], [0.0, -2.0]];
        image.set_map(Some(Map { origin: [10.0, 20.0], step, names, units: [None, None] }));
        let energies = Data::from(alloc::from_vec(&[3], vec![700.0, 710.0, 720.0]).unwrap());
        let energies = Entry { value: MaskedArray::from(energies).into(), unit: Some("eV".into()) };
        image.own_metadata_mut().insert("counter0.energy", energies);
        image.own_metadata_mut().insert("note", Value::List(vec![1i64.into(), 2i64.into(), 3i64.into()]));
        image.own_metadata_mut().insert(LABELS, Value::List(vec!["a".into(), "b".into(), "c".into()]));
        image
    }

    fn numbers(array: &MaskedArray) -> Vec<f64> {
        array.data().to_f64().unwrap().iter().copied().collect()
    }

    fn warnings(ctx: &Context) -> Vec<String> {
        (0..).map_while(|i| ctx.warning(i)).collect()
    }

    #[test]
    fn frames_bring_their_energies_and_planes() {
        let (ctx, stack) = (Context::new(), stack());
        let array = select::pick(stack.array(), 0, &[2, 0]).unwrap();
        let picked = stack.picked(&ctx, array, 0, &[2, 0], "take").unwrap();
        assert!(numbers(&picked.planes().get("each").unwrap().array) == numbers(picked.array()));
        assert_eq!(picked.planes().get("all"), stack.planes().get("all"));
        assert_eq!((picked.map(), warnings(&ctx)), (stack.map(), vec![]));
        let entry = picked.own_metadata().get("counter0.energy").unwrap();
        let Value::Array(energies) = &entry.value else { panic!("{entry:?}") };
        assert_eq!(numbers(&energies.to_array().unwrap()), [720.0, 700.0]);
        assert_eq!(entry.unit.as_deref(), Some("eV"));
        // What only happens to be as long stays.
        assert_eq!(picked.own_metadata().value("note"), stack.own_metadata().value("note"));
        let frame = stack.frame(1).unwrap();
        assert_eq!(frame.shape(), [2, 4]);
        assert_eq!(numbers(frame.array()), numbers(&frame.planes().get("each").unwrap().array));
        assert_eq!(frame.own_metadata().value("counter0.energy"), Some(&Value::Float(710.0)));
        assert_eq!(frame.map(), stack.map());
        assert_eq!(frame.own_metadata().value(LABELS), Some(&Value::List(vec!["b".into()])));
        assert_eq!(picked.own_metadata().value(LABELS), Some(&Value::List(vec!["c".into(), "a".into()])));
    }

    #[test]
    fn rows_and_columns_bring_their_places() {
        let stack = stack();
        for (axis, places, moved) in [(2, vec![3, 1], [11.5, 20.0]), (1, vec![1], [10.0, 18.0])] {
            let ctx = Context::new();
            let array = select::pick(stack.array(), axis, &places).unwrap();
            let picked = stack.picked(&ctx, array, axis, &places, "take").unwrap();
            assert_eq!(numbers(picked.array()), numbers(&picked.planes().get("each").unwrap().array));
            assert_eq!(picked.planes().get("all").unwrap().array.shape(), &picked.shape()[1..]);
            assert_eq!(picked.map().unwrap().position(0.0, 0.0), moved);
            assert_eq!(warnings(&ctx), [""; 0]);
        }
        let (ctx, places) = (Context::new(), [0, 1, 3]);
        let picked = stack.picked(&ctx, select::pick(stack.array(), 2, &places).unwrap(), 2, &places, "take").unwrap();
        assert!(picked.map().is_none() && warnings(&ctx)[0].contains("not evenly spaced"));
    }

    #[test]
    fn frames_that_are_mixed_keep_the_map() {
        let (ctx, stack) = (Context::new(), stack());
        let one = stack.over_frames(&ctx, stack.frame(0).unwrap().array().clone(), "mean");
        assert_eq!((one.map(), one.planes().names().collect::<Vec<_>>()), (stack.map(), vec!["all"]));
        assert!(one.own_metadata().contains("counter0.energy"));
        assert!(warnings(&ctx)[0].contains("mean") && warnings(&ctx)[0].contains("each"));
        let sorted = stack.over_frames(&ctx, stack.array().clone(), "sort");
        assert!(!sorted.own_metadata().contains("counter0.energy") && sorted.own_metadata().contains("note"));
    }
}
