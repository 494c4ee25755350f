//! Frames put together as a stack, and taken out of one.

use crate::array::casting::promote;
use crate::array::{DType, Data, Element, Mask, MaskedArray, alloc};
use crate::context::{Context, Error, Result, Status, Warning};
use crate::dispatch_dtype;
use crate::image::quantities::{may_be_of_frames, name_in_key};
use crate::image::unlike::{Alike, warn_of_unlike};
use crate::image::{Entry, Image, Plane, Quantity, Value};

/// One frame of a stack; a negative index is counted from the end.
///
/// # Errors
/// [`Status::Shape`] unless the rank is 3; [`Status::OutOfRange`] (index); [`Status::NoMemory`].
pub fn frame(stack: &Image, index: i64) -> Result<Image> {
    let [frames, ..] = *stack.shape() else { return Err(no_stack(stack)) };
    if stack.ndim() != 3 {
        return Err(no_stack(stack));
    }
    let n = frames as i64;
    match index {
        _ if (-n..n).contains(&index) => stack.frame(index.rem_euclid(n) as usize),
        _ => Err(Error::out_of_range("index", index, format!("{} to {} of {n} frames", -n, n - 1))),
    }
}

fn no_stack(image: &Image) -> Error {
    Error::new(
        Status::Shape,
        format!("a frame is taken of a stack (frames, rows, columns); this image has shape {:?}", image.shape()),
    )
}

/// Images of one size as the frames of a stack, in their order; stacks among them give all their frames.
///
/// Metadata and names are the first one's; energies, dwells and polarizations that differ become arrays. The map is the first one's
/// too, with a warning where another one lies elsewhere, and none where the sizes of the pixels differ. Planes stay where all
/// have them.
///
/// # Errors
/// [`Status::Shape`] when sizes differ or a rank is not 2 or 3; [`Status::InvalidArgument`] without images;
/// [`Status::NoMemory`].
pub fn stack(ctx: &Context, images: &[&Image]) -> Result<Image> {
    let Some((first, others)) = images.split_first() else {
        return Err(Error::argument("n_images", 0, "1 or more"));
    };
    let (rows, columns) = first.frame_shape()?;
    for (i, image) in others.iter().enumerate() {
        if image.frame_shape()? != (rows, columns) {
            return Err(Error::new(
                Status::Shape,
                format!(
                    "stack: image {} has shape {:?}; needed: frames of {rows} x {columns} as in image 0",
                    i + 1,
                    image.shape()
                ),
            ));
        }
    }
    let arrays: Vec<&MaskedArray> = images.iter().map(|image| image.array()).collect();
    let array = joined(&arrays, rows, columns)?.with_attributes_of(first.array());
    let mut result = Image::new(array);
    *result.own_metadata_mut() = first.own_metadata().clone();
    result.set_filename(first.filename().map(str::to_owned));
    // Where none was set it is the file's name.
    if first.filename().is_none() && !first.title().is_empty() {
        result.set_title(Some(first.title().to_owned()));
    }
    set_conditions(&mut result, images);
    set_map(ctx, &mut result, images);
    set_planes(ctx, &mut result, images, (rows, columns))?;
    Ok(result)
}

/// The frames of all in a row.
fn joined(arrays: &[&MaskedArray], rows: usize, columns: usize) -> Result<MaskedArray> {
    let dtype = arrays.iter().map(|array| array.dtype()).reduce(promote).unwrap_or(DType::Bool);
    let frames = arrays.iter().map(|array| frames_of(array.shape())).sum();
    let shape = [frames, rows, columns];
    fn data<T: Element>(arrays: &[&MaskedArray], shape: &[usize]) -> Result<Data> {
        let mut out = alloc::vec::<T>(alloc::checked_len(shape, size_of::<T>())?)?;
        for array in arrays {
            let data = array.data().cast(T::DTYPE)?;
            if let Some(data) = data.typed::<T>() {
                alloc::each_run(data.view(), &mut |run| out.extend_from_slice(run));
            }
        }
        alloc::from_vec(shape, out).map(Data::from)
    }
    let data = dispatch_dtype!(dtype, T => data::<T>(arrays, &shape))?;
    if arrays.iter().all(|array| array.mask().is_none()) {
        return MaskedArray::new(data, None);
    }
    let mut mask = alloc::vec::<bool>(data.len())?;
    for array in arrays {
        match array.mask() {
            Some(own) => alloc::each_run(own.view(), &mut |run| mask.extend_from_slice(run)),
            None => mask.resize(mask.len() + array.len(), false),
        }
    }
    let mask: Mask = alloc::from_vec(&shape, mask)?.into_shared();
    MaskedArray::new(data, Some(mask))
}

fn frames_of(shape: &[usize]) -> usize {
    if shape.len() == 3 { shape[0] } else { 1 }
}

/// Numbers that frames have of their own, and that are not all equal, become arrays. One of them is the axis of frames: the one that is that of
/// the first image, else an energy, else the first.
fn set_conditions(result: &mut Image, images: &[&Image]) {
    let keys: Vec<String> = result
        .own_metadata()
        .iter()
        .map(|(key, _)| key)
        .filter(|key| may_be_of_frames(name_in_key(key)))
        .map(str::to_owned)
        .collect();
    let mut differing: Vec<String> = Vec::new();
    for key in keys {
        let Some(entry) = result.own_metadata().get(&key).cloned() else { continue };
        let mut values = Vec::new();
        for image in images {
            let Some(own) = image.own_metadata().get(&key).filter(|own| own.unit == entry.unit) else { break };
            let Some(own) = of_each_frame(&own.value, frames_of(image.shape())) else { break };
            values.extend(own);
        }
        if values.len() != result.shape()[0] || values.windows(2).all(|pair| pair[0] == pair[1]) {
            continue;
        }
        if let Ok(array) = alloc::from_vec(&[values.len()], values) {
            let value = Value::from(MaskedArray::from(array));
            result.own_metadata_mut().insert(key.as_str(), Entry { value, unit: entry.unit });
            differing.push(key);
        }
    }
    let first = images[0].frame_key();
    let is_energy = |key: &&String| Quantity::Energy.of_detector().contains(&name_in_key(key));
    let axis = differing.iter().find(|key| first == Some(key.as_str())).or_else(|| differing.iter().find(is_energy));
    result.set_frame_key(axis.or(differing.first()).map(String::as_str));
}

/// A number for each of so many frames.
fn of_each_frame(value: &Value, frames: usize) -> Option<Vec<f64>> {
    match value {
        Value::Int(_) | Value::Float(_) => value.as_f64().map(|number| vec![number; frames]),
        Value::Array(array) if array.shape() == [frames] => {
            let array = array.to_array().ok().filter(|array| !array.dtype().is_complex() && !array.any_masked())?;
            Some(array.data().to_f64().ok()?.iter().copied().collect())
        }
        _ => None,
    }
}

fn set_map(ctx: &Context, result: &mut Image, images: &[&Image]) {
    let Some(map) = images[0].map() else { return };
    let mut drop = false;
    for (i, image) in images.iter().enumerate().skip(1) {
        let named = [("images[0]", images[0]), (&*format!("images[{i}]"), *image)];
        // First what makes the map useless, then what makes it wrong for a frame.
        let aside = ctx.aside();
        drop |= warn_of_unlike(&aside, "stack", named[0], named[1], Alike::PixelSize);
        warn_of_unlike(ctx, "stack", named[0], named[1], Alike::Places);
    }
    if drop {
        ctx.warn_of(Warning::PositionsDropped, "stack: the sizes of the pixels differ; dropped: map");
    } else {
        result.set_map(Some(map.clone()));
    }
}

fn set_planes(ctx: &Context, result: &mut Image, images: &[&Image], (rows, columns): (usize, usize)) -> Result<()> {
    let mut lost: Vec<&str> = Vec::new();
    for image in images {
        lost.extend(image.planes().names().filter(|name| images[0].planes().get(name).is_none()));
    }
    for (name, plane) in images[0].planes().iter() {
        let all: Vec<&Plane> = images.iter().filter_map(|image| image.planes().get(name)).collect();
        if all.len() != images.len() || all.iter().any(|other| other.unit != plane.unit) {
            lost.push(name);
            continue;
        }
        let shared = plane.array.ndim() == 2 && all.iter().all(|other| *other == plane);
        let array = if shared {
            plane.array.clone()
        } else {
            let repeated = images.iter().zip(&all).flat_map(|(image, plane)| {
                // One plane for all frames of a stack stands for each of them.
                let times = if plane.array.ndim() == 2 { frames_of(image.shape()) } else { 1 };
                std::iter::repeat_n(&plane.array, times)
            });
            joined(&repeated.collect::<Vec<_>>(), rows, columns)?
        };
        result.set_plane(name, Plane { array, unit: plane.unit.clone() })?;
    }
    lost.sort_unstable();
    lost.dedup();
    if !lost.is_empty() {
        ctx.warn_of(
            Warning::PositionsDropped,
            format!("stack: not all images have these planes in one unit; dropped: {}", lost.join(", ")),
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::image::Map;

    fn image(value: f64, energy: f64) -> Image {
        let mut image = Image::new(alloc::full(&[2, 3], value).unwrap());
        let energy = Entry { value: energy.into(), unit: Some("eV".into()) };
        image.own_metadata_mut().insert("counter0.energy", energy);
        image.own_metadata_mut().insert("collection.energy.value", value);
        image.own_metadata_mut().insert("operator", "me");
        for (name, content) in [("same", 1.0), ("own", value)] {
            let array = MaskedArray::from(alloc::full(&[2, 3], content).unwrap());
            image.set_plane(name, Plane { array, unit: None }).unwrap();
        }
        let names = ["sample_x".into(), "sample_y".into()];
        let step = [[0.5, 0.0], [0.0, -0.5]];
        image.set_map(Some(Map { origin: [1.0, 2.0], step, names, units: [None, None] }));
        image
    }

    fn told(ctx: &Context) -> Vec<String> {
        ctx.warnings().into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn frames_go_in_and_come_out_as_they_were() {
        let ctx = Context::new();
        let images = [image(1.0, 700.0), image(2.0, 710.0), image(3.0, 720.0)];
        let made = stack(&ctx, &images.iter().collect::<Vec<_>>()).unwrap();
        assert_eq!(made.shape(), [3, 2, 3]);
        assert_eq!(made.planes().get("same").unwrap().array.shape(), [2, 3]);
        assert_eq!(made.planes().get("own").unwrap().array.shape(), [3, 2, 3]);
        for (i, image) in images.iter().enumerate() {
            assert!(frame(&made, i as i64).unwrap().equals(image));
            assert!(frame(&made, i as i64 - 3).unwrap().equals(image));
        }
        // A stack gives all its frames.
        let longer = stack(&ctx, &[&made, &images[0]]).unwrap();
        assert_eq!(longer.shape(), [4, 2, 3]);
        assert!(frame(&longer, 3).unwrap().equals(&images[0]) && frame(&longer, 1).unwrap().equals(&images[1]));
        assert_eq!(told(&ctx), [""; 0]);
    }

    #[test]
    fn what_differs_is_told() {
        let ctx = Context::new();
        let (a, mut b) = (image(1.0, 700.0), image(2.0, 700.0));
        let mut map = b.map().unwrap().clone();
        map.origin[0] += 3.0;
        b.set_map(Some(map.clone()));
        b.remove_plane("same");
        let made = stack(&ctx, &[&a, &b]).unwrap();
        let warnings = told(&ctx);
        assert!(
            warnings.len() == 2 && warnings[0].contains("images[1]") && warnings[1].contains("same"),
            "{warnings:?}"
        );
        assert!(made.map() == a.map() && made.own_metadata().value("counter0.energy") == Some(&Value::Float(700.0)));
        map.step[0][0] = 0.7;
        b.set_map(Some(map));
        assert!(stack(&ctx, &[&a, &b]).unwrap().map().is_none());
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let (ctx, one) = (Context::new(), image(1.0, 1.0));
        assert_eq!(stack(&ctx, &[]).unwrap_err().status(), Status::InvalidArgument);
        let other = Image::new(alloc::full(&[3, 2], 1.0).unwrap());
        assert_eq!(stack(&ctx, &[&one, &other]).unwrap_err().status(), Status::Shape);
        assert_eq!(frame(&one, 0).unwrap_err().status(), Status::Shape);
        let two = stack(&ctx, &[&one, &one]).unwrap();
        for index in [2, -3, i64::MIN, i64::MAX] {
            assert_eq!(frame(&two, index).unwrap_err().status(), Status::OutOfRange);
        }
    }

    #[test]
    fn dtypes_are_promoted_and_masks_kept() {
        let mask: Mask = alloc::from_vec(&[1, 2], vec![true, false]).unwrap().into_shared();
        let data = alloc::from_vec(&[1, 2], vec![1u8, 2]).unwrap();
        let a = Image::new(MaskedArray::new(data, Some(mask)).unwrap());
        let b = Image::new(alloc::from_vec(&[1, 2], vec![-3i8, 4]).unwrap());
        let made = stack(&Context::new(), &[&a, &b]).unwrap();
        assert_eq!(made.data().typed::<i16>().unwrap().as_slice().unwrap(), [1, 2, -3, 4]);
        assert_eq!(made.array().mask().unwrap().as_slice().unwrap(), [true, false, false, false]);
    }
}
