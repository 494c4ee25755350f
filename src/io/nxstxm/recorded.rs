//! The image of a scan, its axes and its map.

use super::axes;
use super::frame;
use super::in_time::InTime;
use super::layout::Layout;
use super::options::Options;
use super::planes;
use super::signal::Signal;
use super::unmeasured;
use super::walk::{Large, Walk};
use crate::array::{Data, MaskedArray, alloc};
use crate::context::{Context, Error, Result, Status, Warning};
use crate::image::{Image, Metadata, Value};
use crate::ops::geometry::regrid::{GridImage, gridimage};
use crate::scan::{Axis, grid_map, reverse_rows, rows_descend, spread};

/// The image, divided by the ring current and regridded as the options say.
///
/// # Errors
/// [`Status::NoResult`] for `bcn` without a ring current; those of [`gridimage`].
pub fn with_options(ctx: &Context, mut image: Image, options: &Options) -> Result<Image> {
    if options.bcn {
        // Before any regridding: no pixel beside one without current is spoilt by it.
        image = planes::mask_without_ring_current(ctx, &image)?;
    }
    if options.regrid {
        image = gridimage(ctx, &image, &GridImage::default()).map_err(|error| error.during("regridding"))?.0;
    }
    if options.bcn { planes::divide_by_ring_current(&image) } else { Ok(image) }
}

/// The file's data of an image: read while the file is open, worked on afterwards.
pub struct Recorded {
    /// The key of the group that holds the image, and so the name of its detector.
    pub detector: String,
    /// With the file's first row first.
    pub pixels: Data,
    /// Which of them were not measured, as far as the dataset tells; of the same shape.
    pub missing: Option<Data>,
    /// One for each of the pixels' axes.
    pub axes: Vec<Axis>,
    /// As the pixels, with its unit.
    pub ring_current: Option<(Data, Option<String>)>,
    /// Positions that the detector's group gives for each pixel: the plane's name, as the pixels, with their unit.
    pub positions: Vec<(&'static str, Data, Option<String>)>,
    /// What is in the order of time and not among the metadata.
    pub in_time: InTime,
}

impl Recorded {
    /// Reads the image, or one frame of it, and what belongs to it.
    ///
    /// # Errors
    /// [`Status::Format`] when it has no numbers or has more than three axes; [`Status::Corrupt`],
    /// [`Status::NoMemory`].
    pub fn read(ctx: &Context, signal: Signal, walk: &Walk<'_>, frame: Option<usize>) -> Result<Recorded> {
        let Signal { group: detector, key } = signal;
        let whose = |error: Error| error.during(format!("reading the image '{}'", key.replace('.', "/")));
        let shape = match (walk.large.get(&key), walk.metadata.value(&key)) {
            (Some(large), _) => large.shape.clone(),
            (None, Some(Value::Array(values))) => values.shape().to_vec(),
            _ => vec![1],
        };
        let layout = Layout::of(walk, &detector, &key, &shape);
        let reading = Reading { layout: &layout, file: &shape, frame };
        let mut missing = None;
        let pixels = match walk.large.get(&key) {
            Some(large) if large.shape.len() > 3 => {
                return Err(whose(Error::new(
                    Status::Format,
                    format!("it has shape {:?}; allowed: 1 to 3 axes", large.shape),
                )));
            }
            Some(large) => {
                let (pixels, not_measured) = reading.image(walk, large).map_err(whose)?;
                missing = not_measured;
                pixels
            }
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
            // A current of another shape than the image's belongs to nothing.
            let read = if large.shape == shape { reading.of(large).map(Some) } else { Ok(None) };
            match read {
                Ok(Some(data)) => {
                    let instruments = || walk.metadata.get("instrument.control.data").and_then(|e| e.unit.clone());
                    ring_current = Some((data, large.unit.clone().or_else(instruments)));
                }
                Ok(None) => ctx.warn_of(
                    Warning::NotMeasured,
                    "the ring current 'control.data' is left out: its shape is not that of the image",
                ),
                Err(error) if error.status() == Status::NoMemory => return Err(error),
                Err(error) => {
                    ctx.warn_of(Warning::NotMeasured, format!("the ring current 'control.data' is left out: {error}"))
                }
            }
        }
        let mut positions = Vec::new();
        for (plane, key) in &layout.of_pixels {
            if let Some((data, unit)) = reading.positions(walk, key)? {
                positions.push((*plane, data, unit));
            }
        }
        // A frame behind the last point in time.
        if let (Some(k), Some(points)) = (frame, frame::measured(walk, &detector))
            && points <= k.saturating_mul(pixels.len())
        {
            let without = alloc::from_vec(pixels.shape(), unmeasured::without_value(&pixels)?)?;
            missing = unmeasured::both(missing, Some(Data::from(without)))?;
        }
        let in_time = InTime::read(ctx, walk, &detector, frame)?;
        for note in &layout.notes {
            ctx.warn_of(Warning::Assumed, note);
        }
        let mut axes = layout.axes;
        if frame.is_some() && axes.len() == 3 {
            axes.remove(0);
        }
        Ok(Recorded { detector, pixels, missing, axes, ring_current, positions, in_time })
    }

    /// The image with everything that belongs to it.
    ///
    /// # Errors
    /// [`Status::NoMemory`]; [`Status::NoResult`] for `bcn` without a ring current; [`Status::Cancelled`].
    pub fn into_image(mut self, ctx: &Context, metadata: Metadata, options: &Options) -> Result<Image> {
        ctx.check_cancelled()?;
        let frame = self.frame();
        let (positions, unmeasured) = match frame {
            Some(_) if self.positions.is_empty() => {
                planes::positions(ctx, &metadata, &self.detector, &self.pixels, &self.axes, &self.in_time)?
            }
            Some(_) => (self.positions.clone(), None),
            None => (Vec::new(), None),
        };
        let mut mask = unmeasured::mask(ctx, self.missing.take(), unmeasured)?;
        ctx.check_cancelled()?;
        let upside_down = self.is_upside_down(&positions);
        let turn = |data: &mut Data| if upside_down { reverse_rows(data) } else { Ok(()) };
        turn(&mut self.pixels)?;
        mask.iter_mut().try_for_each(turn)?;
        let mask = mask.and_then(|mask| mask.typed::<bool>().cloned());
        let mut image = Image::new(MaskedArray::new(self.pixels, mask)?);
        if let Some((rows, columns)) = frame {
            let map = grid_map(&self.axes, upside_down);
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
                let mut data = spread(&points, along, rows, columns)?;
                turn(&mut data)?;
                image.set_plane(&name, planes::plane(data, unit))?;
            }
            image.set_map(map);
        }
        axes::tell_missing_units(ctx, &self.axes, &image);
        *image.own_metadata_mut() = metadata;
        if let ([frames, ..], true) = (&self.axes[..], image.ndim() == 3)
            && let (Some(name), Some(_)) = (&frames.name, &frames.points)
        {
            image.set_frame_key(Some(&format!("{}.{name}", self.detector)));
        }
        with_options(ctx, image, options)
    }

    /// (rows, columns) where the pixels have them.
    pub fn frame(&self) -> Option<(usize, usize)> {
        match *self.pixels.shape() {
            [rows, columns] | [_, rows, columns] => Some((rows, columns)),
            _ => None,
        }
    }

    /// Whether the file's first row is the image's last: by the points of the axis of rows, or else by the positions of the pixels.
    pub fn is_upside_down(&self, positions: &[(&'static str, Data, Option<String>)]) -> bool {
        let Some((rows, columns)) = self.frame() else { return false };
        if let Some(descend) = rows_descend(&self.axes) {
            return !descend;
        }
        let Some((_, y, _)) = positions.iter().find(|(name, ..)| *name == crate::image::ACTUAL_Y) else { return true };
        let Ok(y) = y.to_f64() else { return true };
        let mean = |row: usize| {
            let of_row = y.iter().skip(row * columns).take(columns).filter(|y| y.is_finite());
            let (n, sum) = of_row.fold((0, 0.0), |(n, sum), y| (n + 1, sum + y));
            sum / f64::from(n)
        };
        let descends = mean(rows - 1) < mean(0);
        !descends
    }
}

/// What is read of datasets of the image's shape: all, or one frame, in the order of the image's axes.
struct Reading<'l> {
    layout: &'l Layout,
    /// The shape of the dataset.
    file: &'l [usize],
    frame: Option<usize>,
}

impl Reading<'_> {
    /// The pixels, and which of them were not measured.
    fn image(&self, walk: &Walk<'_>, large: &Large<'_>) -> Result<(Data, Option<Data>)> {
        let alone = self.frame.filter(|_| self.layout.has_frames_first());
        let (data, mut missing) = frame::salvaged(large, alone)?;
        if data.is_empty() || data.dtype().is_complex() {
            return Ok((data, None));
        }
        if missing.is_none() {
            missing = unmeasured::at_the_end(&data, || {
                let current = walk.large.get("control.data").filter(|current| current.shape == large.shape);
                current.and_then(|current| self.current_that_tells(current, alone))
            })?;
        }
        let missing = missing.map(|missing| self.turned(missing, alone.is_some())).transpose()?;
        Ok((self.turned(data, alone.is_some())?, missing))
    }

    /// The ring current, if it is not 0 everywhere: in the frame, or in the first one.
    fn current_that_tells(&self, current: &Large<'_>, alone: Option<usize>) -> Option<Data> {
        let is_on = |data: &Data| data.to_f64().is_ok_and(|current| current.iter().any(|&i| i != 0.0));
        let data = frame::numbers(current, alone).ok()?;
        let first = || alone.is_some() && frame::numbers(current, Some(0)).is_ok_and(|first| is_on(&first));
        (is_on(&data) || first()).then_some(data)
    }

    fn of(&self, large: &Large<'_>) -> Result<Data> {
        let alone = self.frame.filter(|_| self.layout.has_frames_first());
        let data = frame::numbers(large, alone)?;
        self.turned(data, alone.is_some())
    }

    fn turned(&self, data: Data, alone: bool) -> Result<Data> {
        let mut data = self.layout.turn(data, alone)?;
        if let (Some(frame), false, 3) = (self.frame, alone, data.shape().len()) {
            data.index_first(frame);
        }
        Ok(data)
    }

    /// Positions of each pixel, of all frames or of one; `None` where they are no numbers.
    fn positions(&self, walk: &Walk<'_>, key: &str) -> Result<Option<(Data, Option<String>)>> {
        let (data, unit) = match (walk.large.get(key), walk.metadata.get(key)) {
            (Some(large), _) => match frame::numbers(large, None) {
                Ok(data) => (data, large.unit.clone()),
                Err(error) if matches!(error.status(), Status::NoMemory | Status::Cancelled) => return Err(error),
                Err(_) => return Ok(None),
            },
            (None, Some(entry)) => match &entry.value {
                Value::Array(array) => (array.to_array()?.data().clone(), entry.unit.clone()),
                _ => return Ok(None),
            },
            (None, None) => return Ok(None),
        };
        let of_frame = &self.file[self.file.len() - 2..];
        let shape = if data.len() == self.file.iter().product::<usize>() { self.file } else { of_frame };
        let values = data.to_f64()?;
        let data = Data::from(alloc::from_vec(shape, alloc::copied(values.as_slice().unwrap_or_default())?)?);
        if shape.len() < self.file.len() && self.layout.has_frames_first() {
            return Ok(Some((self.layout.turn(data, true)?, unit)));
        }
        Ok(Some((self.turned(data, false)?, unit)))
    }
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
