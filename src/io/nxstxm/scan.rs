//! The image of a scan, its axes and its map.

use super::axes::{self, Axis};
use super::options::Options;
use super::planes;
use super::signal::{self, Signal};
use super::walk::Walk;
use crate::array::{Data, alloc};
use crate::context::{Context, Error, Result, Status};
use crate::dispatch;
use crate::image::{Image, Map, Metadata, Value};
use crate::ops::geometry::regrid::{GridImage, gridimage};

/// The file's data of the image: read while the file is open, worked on afterwards.
pub struct Scan {
    /// The key of the group that holds the image, and so the name of its detector.
    pub detector: String,
    /// In the file's orientation.
    pixels: Data,
    /// One for each of the pixels' axes.
    axes: Vec<Axis>,
    /// In the file's orientation, with its unit.
    ring_current: Option<(Data, Option<String>)>,
}

impl Scan {
    /// Reads the image and what belongs to it.
    ///
    /// # Errors
    /// [`Status::Format`] when it has no numbers or has more than three axes; [`Status::Corrupt`],
    /// [`Status::NoMemory`].
    pub fn read(ctx: &Context, signal: Signal, walk: &Walk<'_>) -> Result<Scan> {
        let Signal { group: detector, key } = signal;
        let whose = |error: Error| error.during(format!("reading the image '{}'", key.replace('.', "/")));
        let mut pixels = match walk.large.get(&key) {
            Some(large) if large.shape.len() > 3 => {
                return Err(whose(Error::new(
                    Status::Format,
                    format!("it has shape {:?}; allowed: 1 to 3 axes", large.shape),
                )));
            }
            Some(large) => large.dataset.content(u64::MAX).and_then(|content| content.into_numbers()).map_err(whose)?,
            None if walk.left_out.contains_key(&key) => return Err(whose(walk.left_out[&key].clone())),
            None => match walk.metadata.value(&key) {
                Some(Value::Array(values)) => values.to_array()?.data().clone(),
                Some(number) if number.as_f64().is_some() => {
                    Data::from(alloc::full(&[1], number.as_f64().unwrap_or(f64::NAN))?)
                }
                _ => return Err(whose(Error::new(Status::Format, "it has no numbers"))),
            },
        };
        if pixels.is_empty() || pixels.dtype().is_complex() {
            let found = format!("it has dtype {} and shape {:?}", pixels.dtype(), pixels.shape());
            return Err(whose(Error::new(Status::Format, format!("{found}; allowed: real numbers, at least one"))));
        }
        let mut ring_current = None;
        if let Some(large) = walk.large.get("control.data") {
            match large.dataset.content(u64::MAX).and_then(|content| content.into_numbers()) {
                Ok(data) => {
                    let instruments = || walk.metadata.get("instrument.control.data").and_then(|e| e.unit.clone());
                    ring_current = Some((data, large.unit.clone().or_else(instruments)));
                }
                Err(error) if error.status() == Status::NoMemory => return Err(error),
                Err(error) => ctx.warn_of(
                    crate::context::Warning::NotMeasured,
                    format!("the ring current 'control.data' is left out: {error}"),
                ),
            }
        }
        let names = signal::axis_names(&walk.groups[&detector], signal::name_in(&key)).unwrap_or_default();
        let mut axes = axes::find(&walk.metadata, &detector, &names, pixels.shape());
        // Some facilities write a single image as a stack of one frame.
        let one_image = signal::scan_type(walk, &detector) == "sample image";
        if pixels.shape().len() == 3 && pixels.shape()[0] == 1 && one_image {
            if let Some((current, _)) = &mut ring_current
                && current.shape() == pixels.shape()
            {
                current.index_first(0);
            }
            pixels.index_first(0);
            axes.remove(0);
        }
        if ring_current.as_ref().is_some_and(|(data, _)| data.shape() != pixels.shape()) {
            ctx.warn_of(
                crate::context::Warning::NotMeasured,
                "the ring current 'control.data' is left out: its shape is not that of the image",
            );
            ring_current = None;
        }
        Ok(Scan { detector, pixels, axes, ring_current })
    }

    /// The image with everything that belongs to it.
    ///
    /// # Errors
    /// [`Status::NoMemory`]; [`Status::NoResult`] for `bcn` without a ring current; [`Status::Cancelled`].
    pub fn into_image(mut self, ctx: &Context, metadata: Metadata, options: &Options) -> Result<Image> {
        ctx.check_cancelled()?;
        let frame = self.frame();
        let positions = match frame {
            Some(_) => planes::positions(ctx, &metadata, &self.detector, &self.pixels)?,
            None => Vec::new(),
        };
        ctx.check_cancelled()?;
        let upside_down = frame.is_some() && !self.rows_descend();
        let turn = |data: &mut Data| if upside_down { reverse_rows(data) } else { Ok(()) };
        turn(&mut self.pixels)?;
        let mut image = Image::new(self.pixels);
        if let Some((rows, columns)) = frame {
            let map = make_map(&self.axes, upside_down);
            for (name, mut data, unit) in positions {
                turn(&mut data)?;
                image.set_plane(
                    name,
                    planes::plane(data, unit.or_else(|| axes::unit(&metadata, &self.detector, name))),
                )?;
            }
            if let Some((mut data, unit)) = self.ring_current {
                turn(&mut data)?;
                image
                    .set_plane(crate::image::BEAM_CURRENT, planes::plane(data.cast(crate::array::DType::F64)?, unit))?;
            }
            let mapped = map.as_ref().map_or([None, None], |map| [Some(&map.names[0]), Some(&map.names[1])]);
            for (name, along, points, unit) in nominal_planes(&metadata, &self.detector, &self.axes) {
                if mapped.contains(&Some(&name)) {
                    continue;
                }
                let mut data = planes::spread(&points, along, rows, columns)?;
                turn(&mut data)?;
                image.set_plane(&name, planes::plane(data, unit))?;
            }
            image.set_map(map);
        }
        axes::tell_missing_units(ctx, &self.axes, &image);
        *image.own_metadata_mut() = metadata;
        if options.bcn {
            // Before any regridding: no pixel beside one without current is spoilt by it.
            image = planes::mask_without_ring_current(ctx, &image)?;
        }
        if options.regrid {
            image = gridimage(ctx, &image, &GridImage::default()).map_err(|error| error.during("regridding"))?.0;
        }
        if options.bcn { planes::divide_by_ring_current(&image) } else { Ok(image) }
    }

    /// (rows, columns) where the pixels have them.
    fn frame(&self) -> Option<(usize, usize)> {
        match *self.pixels.shape() {
            [rows, columns] | [_, rows, columns] => Some((rows, columns)),
            _ => None,
        }
    }

    /// Whether the file's first row is the highest one already.
    fn rows_descend(&self) -> bool {
        let points = self.axes.len().checked_sub(2).and_then(|i| self.axes[i].points.as_deref());
        points.is_some_and(|points| points.len() > 1 && points.windows(2).all(|pair| pair[1] < pair[0]))
    }
}

/// The map, where the last two axes are regular grids.
fn make_map(axes: &[Axis], upside_down: bool) -> Option<Map> {
    let [.., rows, columns] = axes else { return None };
    let (x0, dx) = axes::regular(columns.points.as_deref()?)?;
    let row_points = rows.points.as_deref()?;
    let (mut y0, mut dy) = axes::regular(row_points)?;
    if upside_down {
        y0 = *row_points.last()?;
        dy = -dy;
    }
    Some(Map {
        origin: [x0, y0],
        step: [[dx, 0.0], [0.0, dy]],
        names: [columns.name.clone()?, rows.name.clone()?],
        units: [columns.unit.clone(), rows.unit.clone()],
    })
}

/// Nominal axes as candidates for planes: the image's own, and the sample positions of a scan along other axes. Each with
/// the axis of the frame along which it runs (0 rows, 1 columns).
fn nominal_planes(
    metadata: &Metadata,
    detector: &str,
    axes: &[Axis],
) -> Vec<(String, usize, Vec<f64>, Option<String>)> {
    let mut found: Vec<(String, usize, Vec<f64>, Option<String>)> = Vec::new();
    let [.., rows, columns] = axes else { return found };
    let lengths = [rows, columns].map(|axis| axis.points.as_ref().map(Vec::len));
    for (along, axis) in [(1, columns), (0, rows)] {
        if let (Some(name), Some(points)) = (&axis.name, &axis.points) {
            found.push((name.clone(), along, points.clone(), axis.unit.clone()));
        }
    }
    for name in ["sample_x", "sample_y"] {
        if found.iter().any(|(known, ..)| known == name) {
            continue;
        }
        let Some(points) = axes::points(metadata, detector, name) else { continue };
        let index = metadata.value(&format!("{detector}.{name}_indices")).and_then(Value::as_f64);
        let along = match index.map(|i| i as i64 - (axes.len() as i64 - 2)) {
            Some(along @ 0..=1) => along as usize,
            _ if lengths[1] == Some(points.len()) => 1,
            _ => 0,
        };
        if lengths[along] == Some(points.len()) {
            found.push((name.to_owned(), along, points, axes::unit(metadata, detector, name)));
        }
    }
    found
}

/// Reverses the rows of an image, or of each frame of a stack.
fn reverse_rows(data: &mut Data) -> Result<()> {
    fn reverse<T: crate::array::Element>(array: &mut crate::array::Shared<T>) -> Result<()> {
        let [.., rows, columns] = *array.shape() else { return Ok(()) };
        let mut view = alloc::unique(array)?;
        let Some(slice) = view.as_slice_mut() else {
            return Err(Error::new(Status::Internal, "pixels from a file are not in C order"));
        };
        for frame in slice.chunks_exact_mut((rows * columns).max(1)) {
            let (top, bottom) = frame.split_at_mut(rows / 2 * columns);
            let lower = bottom.rchunks_exact_mut(columns.max(1));
            top.chunks_exact_mut(columns.max(1)).zip(lower).for_each(|(a, b)| a.swap_with_slice(b));
        }
        Ok(())
    }
    dispatch!(all data, |array| reverse(array))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_reversed_frame_by_frame() {
        for rows in [1, 2, 3, 4] {
            let columns = 3;
            let values: Vec<i32> = (0..2 * rows * columns).map(|i| i as i32).collect();
            let mut data = Data::from(alloc::from_vec(&[2, rows, columns], values.clone()).unwrap());
            reverse_rows(&mut data).unwrap();
            let turned = data.typed::<i32>().unwrap();
            for ((f, r, c), i) in ndarray::indices((2, rows, columns)).into_iter().zip(values) {
                assert_eq!(turned[[f, rows - 1 - r, c]], i);
            }
        }
    }
}
