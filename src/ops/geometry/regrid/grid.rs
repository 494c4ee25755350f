//! An image from its measured positions to a regular grid.

use super::griddata::{join, numbers, parts};
use super::interpolator::{Interpolator, Method};
use super::locate::Targets;
use super::points::Points;
use crate::array::{DType, Mask, MaskedArray, alloc};
use crate::context::{Context, Error, Result, Stage, Status};
use crate::image::{ACTUAL_X, ACTUAL_Y, Image, Map, Plane};

/// The names of the grid's coordinates.
const GRID: [&str; 2] = ["sample_x", "sample_y"];

/// The key under which the offset that was removed is kept.
pub const OFFSET: &str = "gridimage_offset";

/// The value under the mask where there are no data.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Fill {
    /// The mean of the pixels that are valid, of each frame.
    #[default]
    Mean,
    /// A number, or NaN.
    Value(f64),
}

/// How an image is brought to a grid.
#[derive(Debug, Clone, Default)]
pub struct GridImage {
    /// The measured positions of the pixels, x and y, each of the shape of the image or of a frame; `None`: the planes
    /// `actual_x` and `actual_y`.
    pub points: Option<[MaskedArray; 2]>,
    /// The positions of the new pixels, x and y, of one shape of rank 2; `None`: the image's own grid, `sample_x` and
    /// `sample_y`.
    pub xi: Option<[MaskedArray; 2]>,
    /// How values between the points are found.
    pub method: Method,
    /// The value where there are no data.
    pub fill: Fill,
    /// Brings the extents of x and y to one length first.
    pub rescale: bool,
    /// First subtracts from the measured positions the median of their difference from the nominal ones.
    pub remove_offset: bool,
    /// How far from data a grid point may lie, in steps of the scan; `None` is [`MAX_DISTANCE`], infinity is no limit.
    pub max_distance: Option<f64>,
}

/// The usual largest distance from data: two lines that were lost side by side are filled, three are not.
pub const MAX_DISTANCE: f64 = 2.0;

/// The image on a regular grid of positions, and the offset that was removed (0, 0 if that was not requested).
///
/// Pixels that are masked or NaN, or whose position is, are left out. Grid points without data beneath take the fill and
/// are masked (the method nearest finds data for all), and so are those in a hole of the data: a place with no pixel
/// within `max_distance`, up to the pixels around it (but beyond the border of the data the method nearest goes on). Planes go to the grid too: by the same method where it is linear or
/// nearest, linearly with the cubic one; `actual_x` and `actual_y` are the grid's positions afterwards, so that doing it
/// again changes nothing. f32 stays f32, complex stays complex, all else becomes f64; it is computed in f64.
///
/// # Errors
/// [`Status::NoResult`] when the image has no measured positions or no grid of `sample_x` and `sample_y` and none are given,
/// or too few valid pixels; [`Status::InvalidArgument`] for a `max_distance` that is not above 0; [`Status::Shape`];
/// [`Status::Dtype`] for complex positions; [`Status::NoMemory`], [`Status::Cancelled`].
pub fn gridimage(ctx: &Context, image: &Image, how: &GridImage) -> Result<(Image, [f64; 2])> {
    let (rows, columns) = image.frame_shape()?;
    let frames = if image.ndim() == 3 { image.shape()[0] } else { 1 };
    let most = how.max_distance.unwrap_or(MAX_DISTANCE);
    if most.is_nan() || most <= 0.0 {
        return Err(Error::argument("max_distance", most, "above 0, in steps of the scan; infinity for no limit"));
    }
    let grid = Grid::new(image, how)?;
    let [xs, ys] = measured(image, how)?;
    let offset = if how.remove_offset { offset(image, &grid, [&xs, &ys], rows * columns)? } else { [0.0; 2] };
    let [xs, ys] = if offset == [0.0; 2] {
        [xs, ys]
    } else {
        [alloc::map(xs.view(), |x| x - offset[0])?, alloc::map(ys.view(), |y| y - offset[1])?]
    };
    let job = Job {
        grid: &grid,
        at: [xs.as_slice().unwrap_or_default(), ys.as_slice().unwrap_or_default()],
        shared: xs.ndim() == 2 && ys.ndim() == 2,
        frame: [rows, columns],
        rescale: how.rescale,
        most,
    };
    let planes: Vec<_> = image
        .planes()
        .iter()
        .filter(|(name, _)| ![ACTUAL_X, ACTUAL_Y].contains(name) && !GRID.contains(name))
        .collect();
    let mut job_cache = None;
    let stage = ctx.whole();
    let parts = 1 + planes.len();
    let (array, in_holes) =
        job.run(&stage.nth(0, parts), image.array(), frames, how.method, how.fill, &mut job_cache)?;
    if in_holes > 0 {
        ctx.warn_of(
            crate::context::Warning::NotMeasured,
            format!(
                "gridimage: {in_holes} of {} grid points are masked: they lie in holes of the data, where no pixel is \
                 within {most} steps of the scan (`max_distance`)",
                array.len()
            ),
        );
    }
    let mut regridded = bare(image)?.with_any_array(ctx, array, "gridimage");
    for (i, (name, plane)) in planes.into_iter().enumerate() {
        let method = if how.method == Method::Nearest { Method::Nearest } else { Method::Linear };
        let own_frames = if plane.array.ndim() == 3 { frames } else { 1 };
        let stage = stage.nth(i + 1, parts);
        let array = if plane.array.dtype().is_complex() || own_frames == frames || job.shared {
            job.run(&stage, &plane.array, own_frames, method, Fill::Mean, &mut job_cache)
        } else {
            // One plane for all frames, which lie at other positions each: so does the result.
            let every = repeat(&plane.array, frames)?;
            job.run(&stage, &every, frames, method, Fill::Mean, &mut job_cache)
        };
        match array {
            Ok((array, _)) => regridded.set_plane(name, Plane { array, unit: plane.unit.clone() })?,
            Err(error) if error.status() == Status::NoResult => {
                ctx.warn_of(
                    crate::context::Warning::PositionsDropped,
                    format!("gridimage: the plane '{name}' is left out: {error}"),
                );
            }
            Err(error) => return Err(error.during(format!("regridding the plane '{name}'"))),
        }
    }
    let units = units(image);
    for (i, name) in [ACTUAL_X, ACTUAL_Y].into_iter().enumerate() {
        regridded.set_plane(name, Plane { array: grid.at[i].clone(), unit: units[i].clone() })?;
    }
    match &grid.map {
        Some(map) => {
            let mut map = map.clone();
            for (unit, known) in map.units.iter_mut().zip(&units) {
                *unit = unit.take().or_else(|| known.clone());
            }
            regridded.set_map(Some(map));
        }
        None => {
            for (i, name) in GRID.into_iter().enumerate() {
                regridded.set_plane(name, Plane { array: grid.at[i].clone(), unit: units[i].clone() })?;
            }
        }
    }
    if how.remove_offset {
        let values = MaskedArray::from(alloc::from_vec(&[2], offset.to_vec())?);
        regridded
            .own_metadata_mut()
            .insert(OFFSET, crate::image::Entry { value: values.into(), unit: units[0].clone() });
    }
    Ok((regridded, offset))
}

/// The image without what belongs to its pixels.
fn bare(image: &Image) -> Result<Image> {
    let mut bare = image.clone();
    let names: Vec<String> = image.planes().names().map(str::to_owned).collect();
    for name in names {
        bare.remove_plane(&name);
    }
    bare.set_map(None);
    Ok(bare)
}

/// Where the new pixels lie.
struct Grid {
    shape: [usize; 2],
    map: Option<Map>,
    at: [MaskedArray; 2],
    /// The positions where they are no regular grid.
    flat: [Vec<f64>; 2],
}

impl Grid {
    fn new(image: &Image, how: &GridImage) -> Result<Grid> {
        let Some([x, y]) = &how.xi else { return Grid::of_image(image) };
        let ([rows, columns], true) = (x.shape(), x.shape() == y.shape()) else {
            return Err(Error::new(
                Status::Shape,
                format!("the grid's x has shape {:?}, its y {:?}; needed: one shape of rank 2", x.shape(), y.shape()),
            ));
        };
        let map = if rows * columns > 1 { Map::fit([x, y], GRID) } else { None };
        let flat = |array: &MaskedArray| -> Result<Vec<f64>> { Ok(numbers(array, "xi")?.into_raw_vec_and_offset().0) };
        let flat = if map.is_some() { [Vec::new(), Vec::new()] } else { [flat(x)?, flat(y)?] };
        Ok(Grid { shape: [*rows, *columns], map, at: [x.clone(), y.clone()], flat })
    }

    fn of_image(image: &Image) -> Result<Grid> {
        let (rows, columns) = image.frame_shape()?;
        let missing = |why: String| {
            Err(Error::new(
                Status::NoResult,
                format!("{why}; regridding needs a grid of 'sample_x' and 'sample_y': give one"),
            ))
        };
        if let Some(map) = image.map() {
            if map.names != GRID {
                return missing(format!("the image's grid is one of {:?}", map.names));
            }
            let axis = |i: usize| map.axis(i, rows, columns).evaluate();
            return Ok(Grid {
                shape: [rows, columns],
                map: Some(map.clone()),
                at: [axis(0)?, axis(1)?],
                flat: [Vec::new(), Vec::new()],
            });
        }
        let [Some(x), Some(y)] = GRID.map(|name| image.planes().get(name)) else {
            return missing("the image has no grid".to_owned());
        };
        let how = GridImage { xi: Some([x.array.clone(), y.array.clone()]), ..GridImage::default() };
        Grid::new(image, &how)
    }

    fn targets(&self) -> Targets<'_> {
        match &self.map {
            Some(map) => Targets::Grid { origin: map.origin, step: map.step, shape: self.shape },
            None => Targets::Points([&self.flat[0], &self.flat[1]]),
        }
    }
}

/// The measured positions: of one frame or of all.
fn measured(image: &Image, how: &GridImage) -> Result<[ndarray::ArrayD<f64>; 2]> {
    let (rows, columns) = image.frame_shape()?;
    let take = |i: usize, name: &str| {
        let array = match (&how.points, image.planes().get(name)) {
            (Some(points), _) => &points[i],
            (None, Some(plane)) => &plane.array,
            (None, None) => {
                return Err(Error::new(
                    Status::NoResult,
                    format!("the image has no measured positions: it has no plane '{name}', and none was given"),
                ));
            }
        };
        if array.shape() != [rows, columns] && array.shape() != image.shape() {
            return Err(Error::new(
                Status::Shape,
                format!(
                    "the positions '{name}' have shape {:?}; allowed: {:?} or {:?}",
                    array.shape(),
                    [rows, columns],
                    image.shape()
                ),
            ));
        }
        numbers(array, name)
    };
    let [x, y] = [take(0, ACTUAL_X)?, take(1, ACTUAL_Y)?];
    if x.ndim() == y.ndim() {
        return Ok([x, y]);
    }
    // One of them is shared by all frames.
    let frames = image.shape()[0];
    let full = |array: ndarray::ArrayD<f64>| -> Result<ndarray::ArrayD<f64>> {
        if array.ndim() == 3 { Ok(array) } else { repeated(&array, frames) }
    };
    Ok([full(x)?, full(y)?])
}

fn repeated<T: Copy>(frame: &ndarray::ArrayD<T>, frames: usize) -> Result<ndarray::ArrayD<T>> {
    let shape: Vec<usize> = std::iter::once(frames).chain(frame.shape().iter().copied()).collect();
    let mut out = alloc::vec(alloc::checked_len(&shape, size_of::<T>())?)?;
    (0..frames).for_each(|_| out.extend(frame.iter().copied()));
    alloc::from_vec(&shape, out)
}

/// A plane of one frame for each of several, as f64.
fn repeat(plane: &MaskedArray, frames: usize) -> Result<MaskedArray> {
    let data = repeated(&alloc::copy(plane.data().to_f64()?.view())?, frames)?;
    let mask = match plane.mask() {
        Some(mask) => Some(repeated(&alloc::copy(mask.view())?, frames)?.into_shared()),
        None => None,
    };
    MaskedArray::new(data, mask)
}

/// The median of measured minus nominal positions, over all pixels that have both.
fn offset(image: &Image, grid: &Grid, at: [&ndarray::ArrayD<f64>; 2], frame: usize) -> Result<[f64; 2]> {
    let (rows, columns) = image.frame_shape()?;
    let own;
    let nominal = match (grid.shape == [rows, columns], image.map()) {
        (true, _) => grid,
        (false, Some(_)) => {
            own = Grid::of_image(image)?;
            &own
        }
        (false, None) => {
            return Err(Error::new(
                Status::NoResult,
                "the offset cannot be found: the image has no nominal positions of its own, and the grid that is given \
                 has another shape",
            ));
        }
    };
    let targets = nominal.targets();
    let mut found = [0.0; 2];
    for i in 0..2 {
        let mut differences = alloc::vec(at[i].len())?;
        let nominal = |pixel: usize| targets.position(pixel % frame.max(1))[i];
        differences.extend(at[i].iter().enumerate().map(|(pixel, &x)| x - nominal(pixel)).filter(|d| d.is_finite()));
        let n = differences.len();
        if n == 0 {
            return Err(Error::new(Status::NoResult, "the offset cannot be found: no measured position is a number"));
        }
        let (below, &mut upper, _) = differences.select_nth_unstable_by(n / 2, f64::total_cmp);
        let lower = below.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        found[i] = if n % 2 == 1 { upper } else { 0.5 * lower + 0.5 * upper };
    }
    Ok(found)
}

/// The units of x and y: those of the measured positions, else those of the grid.
fn units(image: &Image) -> [Option<String>; 2] {
    [ACTUAL_X, ACTUAL_Y]
        .map(|name| image.planes().get(name).and_then(|plane| plane.unit.clone()))
        .into_iter()
        .enumerate()
        .map(|(i, unit)| unit.or_else(|| image.map().and_then(|map| map.units[i].clone())))
        .collect::<Vec<_>>()
        .try_into()
        .unwrap_or_default()
}

/// Data that image and planes share.
struct Job<'a> {
    grid: &'a Grid,
    at: [&'a [f64]; 2],
    /// All frames have one set of positions.
    shared: bool,
    frame: [usize; 2],
    rescale: bool,
    /// How far from data a grid point may lie, in steps.
    most: f64,
}

/// The last interpolator with its holes, and the frame of positions, the method and the pixels left out that it was made for.
type Cache = Option<(usize, Method, Vec<bool>, Interpolator, Option<Vec<bool>>)>;

impl Job<'_> {
    /// Brings each frame of an array to the grid; with the number of grid points in holes of the data.
    fn run(
        &self,
        stage: &Stage<'_>,
        array: &MaskedArray,
        frames: usize,
        method: Method,
        fill: Fill,
        cache: &mut Cache,
    ) -> Result<(MaskedArray, usize)> {
        let size = self.frame[0] * self.frame[1];
        let shape: Vec<usize> = array.shape()[..array.ndim() - 2].iter().copied().chain(self.grid.shape).collect();
        let frame_size = alloc::checked_len(&self.grid.shape, 8)?;
        let mut mask: Vec<bool> = alloc::zeroed_vec(alloc::checked_len(&shape, 8)?)?;
        let mask_len = mask.len();
        let (mut results, mut in_holes): (Vec<Vec<f64>>, usize) = (Vec::new(), 0);
        for i in 0..frames {
            let mut one = array.clone();
            if array.ndim() == 3 {
                one.index_first(i);
            }
            let stage = stage.nth(i, frames);
            let whose = |error: Error| match frames {
                1 => error,
                _ => error.during(format!("regridding frame {i}")),
            };
            let parts = parts(&one)?;
            let left_out = left_out(&parts, one.mask())?;
            let at = if self.shared { 0 } else { i };
            if !matches!(cache, Some((frame, known, without, ..)) if *frame == at && *known == method && *without == left_out)
            {
                // The old one's memory goes first.
                *cache = None;
                let [x, y] = self.at.map(|all| &all[at * size..(at + 1) * size]);
                let points = Points { at: [x, y], shape: Some(self.frame) };
                let valid = |i: usize| !left_out.get(i).is_some_and(|&out| out);
                let targets = self.grid.targets();
                let made = Interpolator::new(&stage.part(0.0..0.6), method, self.rescale, &points, valid, &targets);
                let made = made.map_err(whose)?;
                let holes = made.holes(&stage.part(0.6..0.7), &points, &targets, self.most)?;
                *cache = Some((at, method, left_out, made, holes));
            }
            let Some((_, _, left_out, interpolator, holes)) = cache else { continue };
            let mask = &mut mask[i * frame_size..(i + 1) * frame_size];
            mask.iter_mut().enumerate().for_each(|(i, masked)| *masked = !interpolator.covers(i));
            if let Some(holes) = holes {
                mask.iter_mut().zip(&*holes).for_each(|(masked, &hole)| *masked |= hole);
                in_holes += holes.iter().filter(|&&hole| hole).count();
            }
            for (k, part) in parts.iter().enumerate() {
                let filled = match fill {
                    Fill::Mean => mean(part, left_out, self.frame[1]),
                    Fill::Value(value) if k == 0 => value,
                    Fill::Value(_) => 0.0,
                };
                let stage = stage.part(0.7..1.0).nth(k, parts.len());
                let mut found = interpolator.apply(&stage, part, filled)?;
                if let Some(holes) = holes {
                    found.iter_mut().zip(&*holes).filter(|&(_, &hole)| hole).for_each(|(value, _)| *value = filled);
                }
                match results.get_mut(k) {
                    Some(all) => all.extend_from_slice(&found),
                    None if frames == 1 => results.push(found),
                    None => {
                        let mut all = alloc::vec(mask_len)?;
                        all.extend_from_slice(&found);
                        results.push(all);
                    }
                }
            }
            stage.report(1.0)?;
        }
        let data = join(results, &shape)?;
        let dtype = match array.dtype() {
            dtype @ (DType::F32 | DType::C64) => dtype,
            _ => data.dtype(),
        };
        let mask: Option<Mask> =
            if mask.contains(&true) { Some(alloc::from_vec(&shape, mask)?.into_shared()) } else { None };
        Ok((MaskedArray::new(data.cast(dtype)?, mask)?, in_holes))
    }
}

/// Pixels that are masked or NaN; empty where there are none.
fn left_out(parts: &[Vec<f64>], mask: Option<&Mask>) -> Result<Vec<bool>> {
    let mut out = match mask {
        Some(mask) => alloc::copy(mask.view())?.into_raw_vec_and_offset().0,
        None if parts.iter().any(|part| part.iter().any(|x| x.is_nan())) => alloc::zeroed_vec(parts[0].len())?,
        None => Vec::new(),
    };
    for part in parts {
        out.iter_mut().zip(part).for_each(|(out, x)| *out |= x.is_nan());
    }
    if !out.contains(&true) {
        out.clear();
    }
    Ok(out)
}

/// The mean of the pixels that are not left out, summed row by row so that rounding does not grow with the image.
fn mean(values: &[f64], left_out: &[bool], columns: usize) -> f64 {
    let (mut sum, mut count) = (0.0, 0usize);
    for (row, values) in values.chunks(columns.max(1)).enumerate() {
        let valid = |i: &usize| !left_out.get(row * columns + i).is_some_and(|&out| out);
        sum += (0..values.len()).filter(valid).map(|i| values[i]).sum::<f64>();
        count += (0..values.len()).filter(valid).count();
    }
    sum / count.max(1) as f64
}
