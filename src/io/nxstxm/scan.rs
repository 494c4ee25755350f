//! Which dataset is the image, its axes and its map.

use super::Options;
use super::planes;
use super::walk::Walk;
use crate::array::{Data, alloc};
use crate::context::{Context, Error, Result, Status};
use crate::dispatch;
use crate::image::{Image, Map, Metadata, Value};
use crate::ops::regrid::{GridImage, gridimage};

/// An axis counts as a regular grid when no point lies further from it than this fraction of a step.
const GRID_TOLERANCE: f64 = 1e-3;

/// The unit of positions whose file gives none.
const MICROMETRES: &str = "\u{3bc}m";

/// The axes along which something moves.
const POSITIONS: [&str; 8] =
    ["sample_x", "sample_y", "line_position", "zone_plate", "osa_x", "osa_y", "detector_x", "detector_y"];

/// What the file says of the image: read while the file is open, worked on afterwards.
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

/// One axis of the image.
pub struct Axis {
    pub name: Option<String>,
    /// The nominal points, as many as there are pixels along the axis.
    points: Option<Vec<f64>>,
    unit: Option<String>,
}

impl Scan {
    /// Finds and reads the image: the group `counter0`, else the first group of class NXdata that holds one.
    ///
    /// # Errors
    /// [`Status::Format`] when there is none, or it holds no numbers or has more than three axes;
    /// [`Status::Corrupt`], [`Status::NoMemory`].
    pub fn read(ctx: &Context, entry: &str, walk: &Walk<'_>) -> Result<Scan> {
        let (detector, key) = find_signal(entry, walk)?;
        let whose = |error: Error| error.during(format!("reading the image '{}'", key.replace('.', "/")));
        let mut pixels = match walk.large.get(&key) {
            Some(large) if large.shape.len() > 3 => {
                return Err(whose(Error::new(
                    Status::Format,
                    format!("it has shape {:?}; allowed: 1 to 3 axes", large.shape),
                )));
            }
            Some(large) => large.dataset.content(u64::MAX).and_then(|content| content.into_numbers()).map_err(whose)?,
            None => match walk.metadata.value(&key) {
                Some(Value::Array(values)) => values.to_array()?.data().clone(),
                Some(number) if number.as_f64().is_some() => {
                    Data::from(alloc::full(&[1], number.as_f64().unwrap_or(f64::NAN))?)
                }
                _ => return Err(whose(Error::new(Status::Format, "it holds no numbers"))),
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
        let mut axes = find_axes(&walk.metadata, &detector, pixels.shape());
        // Some facilities write a single image as a stack of one frame.
        if pixels.shape().len() == 3 && pixels.shape()[0] == 1 && scan_type(&walk.metadata, &detector) == "sample image"
        {
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
                    planes::plane(data, unit.or_else(|| axis_unit(&metadata, &self.detector, name))),
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
        *image.own_metadata_mut() = metadata;
        if options.regrid {
            // Before any regridding: it may take long.
            if options.bcn {
                planes::ring_current(&image)?;
            }
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

/// The keys of the group and of its dataset.
fn find_signal(entry: &str, walk: &Walk<'_>) -> Result<(String, String)> {
    let holds = |group: &str| {
        let named = walk.metadata.value(&format!("{group}.signal")).and_then(Value::as_str);
        named.into_iter().chain(["data"]).map(|name| format!("{group}.{name}")).find(|key| {
            walk.large.contains_key(key)
                || matches!(walk.metadata.value(key), Some(Value::Array(_) | Value::Int(_) | Value::Float(_)))
        })
    };
    let groups: Vec<&str> = walk
        .groups
        .iter()
        .filter(|(_, class)| class.as_deref() == Some("NXdata"))
        .map(|(key, _)| key.as_str())
        .collect();
    let first = groups.iter().filter(|key| **key == "counter0").chain(&groups);
    for group in first {
        if let Some(key) = holds(group) {
            return Ok(((*group).to_owned(), key));
        }
    }
    // An image that is there but cannot be read is not a missing one.
    if let Some(error) = groups.iter().find_map(|group| walk.left_out.get(&format!("{group}.data"))) {
        return Err(error.clone().during("reading the image"));
    }
    Err(Error::new(
        Status::Format,
        format!(
            "not a complete NXstxm scan: no group of class NXdata with a dataset 'data' in '{entry}'; groups of that \
             class: {}",
            if groups.is_empty() { "none".to_owned() } else { groups.join(", ") }
        ),
    ))
}

fn scan_type(metadata: &Metadata, detector: &str) -> String {
    let text = metadata.value(&format!("{detector}.stxm_scan_type")).and_then(Value::as_str);
    text.unwrap_or_default().trim().to_ascii_lowercase()
}

/// The axes by the names that the group's attribute gives, or else by their usual names.
fn find_axes(metadata: &Metadata, detector: &str, shape: &[usize]) -> Vec<Axis> {
    let names: Vec<String> = match metadata.value(&format!("{detector}.axes")) {
        Some(Value::List(names)) => names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect(),
        Some(Value::String(names)) => names
            .trim_matches(['[', ']'])
            .split([',', ':'])
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect(),
        _ => Vec::new(),
    };
    (0..shape.len())
        .map(|i| {
            let points_of = |name: &str| points(metadata, detector, name).filter(|points| points.len() == shape[i]);
            let name = match names.len() == shape.len() {
                true => Some(names[i].clone()),
                false => usual_names(i, shape.len()).iter().find(|n| points_of(n).is_some()).map(|&n| n.to_owned()),
            };
            let points = name.as_deref().and_then(points_of);
            let unit = name.as_deref().and_then(|name| axis_unit(metadata, detector, name));
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

fn points(metadata: &Metadata, detector: &str, name: &str) -> Option<Vec<f64>> {
    match metadata.value(&format!("{detector}.{name}"))? {
        Value::Array(array) if array.shape().len() == 1 => {
            Some(array.to_array().ok()?.data().to_f64().ok()?.iter().copied().collect())
        }
        number => number.as_f64().map(|x| vec![x]),
    }
}

/// The unit that the file gives an axis; positions without one are in micrometres.
fn axis_unit(metadata: &Metadata, detector: &str, name: &str) -> Option<String> {
    // The measured positions are named after their axis.
    let name = name.strip_prefix("actual_").map_or(name.to_owned(), |axis| format!("sample_{axis}"));
    let own = metadata.get(&format!("{detector}.{name}")).and_then(|entry| entry.unit.clone());
    own.or_else(|| POSITIONS.contains(&name.as_str()).then(|| MICROMETRES.to_owned()))
}

/// The map, where the last two axes are regular grids.
fn make_map(axes: &[Axis], upside_down: bool) -> Option<Map> {
    let [.., rows, columns] = axes else { return None };
    let (x0, dx) = regular(columns.points.as_deref()?)?;
    let row_points = rows.points.as_deref()?;
    let (mut y0, mut dy) = regular(row_points)?;
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

/// The first point and the step of a regular grid; a single point has no step.
fn regular(points: &[f64]) -> Option<(f64, f64)> {
    let (&first, &last) = (points.first()?, points.last()?);
    let step = (last - first) / (points.len() as f64 - 1.0);
    let fits = |(i, &x): (usize, &f64)| (x - (first + step * i as f64)).abs() <= GRID_TOLERANCE * step.abs();
    (points.len() > 1 && step.is_finite() && step != 0.0 && points.iter().enumerate().all(fits))
        .then_some((first, step))
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
        let Some(points) = points(metadata, detector, name) else { continue };
        let index = metadata.value(&format!("{detector}.{name}_indices")).and_then(Value::as_f64);
        let along = match index.map(|i| i as i64 - (axes.len() as i64 - 2)) {
            Some(along @ 0..=1) => along as usize,
            _ if lengths[1] == Some(points.len()) => 1,
            _ => 0,
        };
        if lengths[along] == Some(points.len()) {
            found.push((name.to_owned(), along, points, axis_unit(metadata, detector, name)));
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
