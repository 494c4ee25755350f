//! An image from its measured positions to a regular grid.

use super::frames::{Fill, Job, Part};
use super::griddata::numbers;
use super::interpolator::Method;
use super::locate::Targets;
use crate::array::{MaskedArray, alloc};
use crate::context::{Context, Error, Result, Status};
use crate::image::{ACTUAL_X, ACTUAL_Y, Image, Map, Plane};
use std::borrow::Cow;

/// The names of the grid's coordinates.
const GRID: [&str; 2] = ["sample_x", "sample_y"];

/// The key under which the offset that was removed is kept.
pub const OFFSET: &str = "gridimage_offset";

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
        targets: &grid.targets(),
        shape: grid.shape,
        at: [xs.as_slice().unwrap_or_default(), ys.as_slice().unwrap_or_default()],
        shared: xs.ndim() == 2 && ys.ndim() == 2,
        frame: [rows, columns],
        rescale: how.rescale,
        most,
    };
    let own = |name: &str| ![ACTUAL_X, ACTUAL_Y].contains(&name) && !GRID.contains(&name);
    let mut parts = vec![Part { array: Cow::Borrowed(image.array()), name: None, method: how.method, fill: how.fill }];
    for (name, plane) in image.planes().iter().filter(|(name, _)| own(name)) {
        let method = if how.method == Method::Nearest { Method::Nearest } else { Method::Linear };
        // One plane for all frames, which lie at other positions each: so does the result.
        let repeated = plane.array.ndim() == 2 && frames > 1 && !job.shared && !plane.array.dtype().is_complex();
        let array = if repeated { Cow::Owned(repeat(&plane.array, frames)?) } else { Cow::Borrowed(&plane.array) };
        parts.push(Part { array, name: Some(name), method, fill: Fill::Mean });
    }
    let mut on_grid = job.run(&ctx.whole(), &parts)?.into_iter();
    let (array, in_holes) = on_grid.next().unwrap_or_else(|| unreachable!("the image is the first part"))?;
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
    for ((name, plane), found) in image.planes().iter().filter(|(name, _)| own(name)).zip(on_grid) {
        match found {
            Ok((array, _)) => regridded.set_plane(name, Plane { array, unit: plane.unit.clone() })?,
            Err(error) if error.status() == Status::NoResult => ctx.warn_of(
                crate::context::Warning::PositionsDropped,
                format!("gridimage: the plane '{name}' is left out: {error}"),
            ),
            Err(error) => return Err(error),
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
