//! Alignment of the frames of a stack.

use super::compare::Comparer;
use super::place::{FramePlace, SeriesStrategy};
use super::{all_pairs, placement};
use crate::array::{Data, MaskedArray, alloc};
use crate::context::{Context, Error, Result, Stage, Status, parallel};
use crate::dispatch;
use crate::image::{BEAM_CURRENT, Image, Plane, Table};
use crate::ops::geometry::resample;
use crate::ops::register::align::{kernel, sampling};
use crate::ops::register::options::Options;
use crate::ops::register::pair::frame::RegistrationFrame;
use ndarray::Axis;
use std::sync::Arc;

/// The stack with every frame moved onto frame `reference`, as [`align`](crate::ops::register::align()) moves an image, and a table of the movements:
/// columns `frame`, `x`, `y` (of the content, in pixels), `sigma_x`, `sigma_y` (NaN where the method gives none).
///
/// A frame that cannot be aligned is NaN in the table and completely masked in the result, and a warning gives the reason. A warning
/// names every frame with a doubtful movement: its comparisons are doubtful, or disagree. The
/// standard errors are those of the frame against the reference: with [`SeriesStrategy::Neighbour`] those of the comparisons, added in squares: an upper
/// bound, since the noise of a frame enters two of them with opposite signs; with [`SeriesStrategy::AllPairs`] the frames' own variances are
/// fitted to those of all pairs, since comparing a frame with many others does not lessen its own noise.
///
/// Without `options.do_shift` there is no stack in the result. Rotation and scale are not looked for.
///
/// # Errors
/// [`Status::Shape`] when the rank is not 3; [`Status::OutOfRange`] for the reference; [`Status::NoResult`] when no frame could
/// be aligned with another; [`Status::Unsupported`] for rotation and scale; otherwise as [`align`](crate::ops::register::align()).
pub fn align_stack(
    ctx: &Context,
    stack: &Image,
    reference: usize,
    chain: SeriesStrategy,
    options: &Options,
) -> Result<(Option<Image>, Table)> {
    options.check()?;
    let kernel = kernel(options)?;
    let sampling = sampling(stack, options, kernel)?;
    let [frames, _, _] = *stack.shape() else {
        return Err(Error::new(
            Status::Shape,
            format!("a series needs rank 3 (frames, rows, columns); this array has shape {:?}", stack.shape()),
        ));
    };
    if reference >= frames {
        return Err(Error::out_of_range("reference", reference, format!("less than {frames}, the number of frames")));
    }
    if options.rotation || options.scaling {
        return Err(Error::new(Status::Unsupported, "a series is aligned by translations alone"));
    }
    let whole = ctx.whole();
    let sides = sides(&whole.part(0.0..0.1), stack, options)?;
    let compare = Comparer { sides: &sides, options };
    let stage = whole.part(0.1..if options.do_shift { 0.8 } else { 1.0 });
    let places = match chain {
        SeriesStrategy::Reference | SeriesStrategy::Neighbour => placement::places(&stage, &compare, reference, chain)?,
        SeriesStrategy::AllPairs => all_pairs::places(&stage, &compare, reference)?,
    };
    if frames > 1 && places.iter().flatten().count() <= 1 {
        return Err(Error::new(Status::NoResult, "no frame could be aligned with another; the warnings say why"));
    }
    let table = table(stack, &places)?;
    let moved = if options.do_shift { Some(moved(&whole.part(0.8..1.0), stack, &places, sampling)?) } else { None };
    ctx.report(1.0)?;
    Ok((moved, table))
}

/// Prepares every frame.
fn sides(stage: &Stage<'_>, stack: &Image, options: &Options) -> Result<Vec<Arc<RegistrationFrame>>> {
    let frames = stack.shape()[0];
    let mut sides: Vec<Option<Arc<RegistrationFrame>>> = vec![None; frames];
    parallel::for_each(stage, sides.iter_mut().enumerate(), |(i, side)| {
        let mut image = Image::new(frame(stack.array(), i));
        if let Some(plane) = stack.planes().get(BEAM_CURRENT) {
            image.set_plane(BEAM_CURRENT, frame_of(plane, i))?;
        }
        *side = Some(Arc::new(RegistrationFrame::new(&stage.piece(), &image, options, &format!("frame {i}"))?));
        Ok(())
    })?;
    Ok(sides.into_iter().flatten().collect())
}

fn frame(array: &MaskedArray, index: usize) -> MaskedArray {
    let mut frame = array.clone();
    frame.index_first(index);
    frame
}

/// The plane of one frame: its own part of the plane, or the plane itself if all frames share it.
fn frame_of(plane: &Plane, index: usize) -> Plane {
    let array = if plane.array.ndim() == 3 { frame(&plane.array, index) } else { plane.array.clone() };
    Plane { array, unit: plane.unit.clone() }
}

fn table(stack: &Image, places: &[Option<FramePlace>]) -> Result<Table> {
    let mut table = Table::of(stack);
    let column =
        |f: &dyn Fn(&FramePlace) -> f64| places.iter().map(|place| place.as_ref().map_or(f64::NAN, f)).collect();
    let pixels = || Some("px".to_owned());
    table.add_column("frame", None, (0..places.len()).map(|i| i as f64).collect())?;
    table.add_column("x", pixels(), column(&|place| place.shift[0]))?;
    table.add_column("y", pixels(), column(&|place| place.shift[1]))?;
    table.add_column("sigma_x", pixels(), column(&|place| place.variance[0].sqrt()))?;
    table.add_column("sigma_y", pixels(), column(&|place| place.variance[1].sqrt()))?;
    table.set_usual_plot();
    Ok(table)
}

/// Every frame moved to its place; a frame without a place is masked. Planes of single frames move with them; shared planes and
/// the map stay: they are the reference's.
fn moved(
    stage: &Stage<'_>,
    stack: &Image,
    places: &[Option<FramePlace>],
    sampling: resample::Sampling,
) -> Result<Image> {
    let own: Vec<&str> =
        stack.planes().iter().filter(|(_, plane)| plane.array.ndim() == 3).map(|(name, _)| name).collect();
    let mut frames: Vec<Option<Image>> = vec![None; places.len()];
    parallel::for_each(stage, frames.iter_mut().zip(places).enumerate(), |(i, (moved, place))| {
        let mut image = Image::new(frame(stack.array(), i));
        for &name in &own {
            if let Some(plane) = stack.planes().get(name) {
                image.set_plane(name, frame_of(plane, i))?;
            }
        }
        let shift = place.map_or([0.0; 2], |place| place.shift);
        *moved = Some(resample::shifted_in(&stage.piece(), &image, shift, sampling, false)?);
        Ok(())
    })?;
    let frames: Vec<Image> = frames.into_iter().flatten().collect();
    let arrays: Vec<&MaskedArray> = frames.iter().map(Image::array).collect();
    let mut result = stack.with_array(stacked(&arrays, places)?)?;
    for name in own {
        let arrays: Vec<&MaskedArray> =
            frames.iter().filter_map(|frame| frame.planes().get(name)).map(|plane| &plane.array).collect();
        let unit = stack.planes().get(name).and_then(|plane| plane.unit.clone());
        result.set_plane(name, Plane { array: stacked(&arrays, places)?, unit })?;
    }
    Ok(result)
}

/// Stacks the frames; those without a place are masked.
fn stacked(frames: &[&MaskedArray], places: &[Option<FramePlace>]) -> Result<MaskedArray> {
    let Some(first) = frames.first() else { return Err(Error::new(Status::Shape, "a series without frames")) };
    let shape = [&[frames.len()], first.shape()].concat();
    let mut data = Data::zeros(first.dtype(), &shape)?;
    let mut mask = alloc::full(&shape, false)?;
    for (i, (frame, place)) in frames.iter().zip(places).enumerate() {
        match (place, frame.mask()) {
            (None, _) => mask.index_axis_mut(Axis(0), i).fill(true),
            (Some(_), Some(masked)) => mask.index_axis_mut(Axis(0), i).assign(masked),
            (Some(_), None) => {}
        }
        put(&mut data, i, frame.data())?;
    }
    let mask = mask.iter().any(|&masked| masked).then(|| mask.into_shared());
    MaskedArray::new(data, mask)
}

/// Copies one frame into a stack of the same dtype.
fn put(stack: &mut Data, index: usize, frame: &Data) -> Result<()> {
    fn copy<T: crate::array::Element>(stack: &mut crate::array::Shared<T>, index: usize, frame: &Data) -> Result<()> {
        if let Some(frame) = frame.typed::<T>() {
            alloc::assign(alloc::unique(stack)?.index_axis_mut(Axis(0), index), frame.view(), None);
        }
        Ok(())
    }
    dispatch!(all stack, |array| copy(array, index, frame))
}
