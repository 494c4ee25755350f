//! The intensity along a line.

use crate::array::{DType, MaskedArray, alloc};
use crate::context::{Context, Error, Result, Status, Warning};
use crate::image::units::canonical;
use crate::image::{Image, Table};
use crate::ops::geometry::resample::{self, Across, Boundary, Kernel, Sampling};

/// The metadata entry with the size of a pixel where an image has no map.
pub const MICRONS_PER_PIXEL: &str = "MicronsPerPixel";

/// The widest line: wider than any picture, and what is beyond the edges is all the same.
const MAX_LINEWIDTH: usize = 1 << 16;
/// The longest line, in points.
const MAX_LENGTH: usize = 1 << 24;
/// The most points along and across, some seconds' worth.
const MAX_POINTS: usize = 1 << 27;

/// Where a line runs; coordinates are (x, y), in pixels or real units.
#[derive(Debug, Clone, Copy)]
pub enum Line {
    /// From a point to another, both included.
    Between([f64; 2], [f64; 2]),
    /// The whole column of pixels at an x, from row 0 to the last.
    AtX(f64),
    /// The whole row of pixels at a y, from column 0 to the last.
    AtY(f64),
}

/// The options of [`profile_line`]. The default is that of the original, in pixels.
#[derive(Debug, Clone, Copy)]
pub struct Profile {
    /// The width across the line in pixels, over which the mean is taken.
    pub linewidth: usize,
    /// 0 to 5, kernels as scipy.ndimage's; `None` is 0 for bool images, else 1.
    pub order: Option<i32>,
    /// The values beyond the edges.
    pub boundary: Boundary,
    /// The constant there.
    pub cval: f64,
    /// The line's ends are moved into the image.
    pub constrain: bool,
    /// The line is given and described in the units of the image's map, or where there is none by the metadata entry
    /// [`MICRONS_PER_PIXEL`].
    pub real_units: bool,
}

impl Default for Profile {
    fn default() -> Self {
        Profile {
            linewidth: 1,
            order: None,
            boundary: Boundary::GridConstant,
            cval: 0.0,
            constrain: true,
            real_units: false,
        }
    }
}

/// The profile of an image along a line, as `skimage.measure.profile_line` takes it (without its rounding of integers): a
/// table with the columns X, Y, Distance (from the line's beginning) and Intensity, and the image's metadata. Of a stack
/// there is a column `Intensity 0`, `Intensity 1`, ... for each frame.
///
/// The points are evenly spaced, at most a pixel apart, both ends included; across the line they are a pixel apart, around
/// its middle. Masked pixels and NaN are left out of the mean; where all points across are masked it is NaN.
///
/// # Errors
/// [`Status::InvalidArgument`] for coordinates that are not finite, an order outside 0 to 5, a width outside 1 to 65536 or more
/// than 2^27 points along and across;
/// [`Status::KeyNotFound`] for real units without map and metadata; [`Status::NoResult`] where the map or the metadata entry
/// do not lead back to pixels; [`Status::Dtype`] for complex images and for bool images at other orders than 0;
/// [`Status::Shape`] when the rank is not 2 or 3 or there is no pixel; [`Status::NoMemory`]; [`Status::Cancelled`].
pub fn profile_line(ctx: &Context, image: &Image, line: Line, options: &Profile) -> Result<Table> {
    let (rows, columns) = image.frame_shape()?;
    if rows == 0 || columns == 0 {
        return Err(Error::new(Status::Shape, format!("an image of shape {:?} has no pixel to sample", image.shape())));
    }
    let linewidth = options.linewidth;
    if !(1..=MAX_LINEWIDTH).contains(&linewidth) {
        return Err(Error::argument("linewidth", linewidth, format!("1 to {MAX_LINEWIDTH}")));
    }
    let kernel = kernel(image, options.order)?;
    let units = Units::of(image, options.real_units)?;
    let ends = units.ends(line, rows, columns, options.constrain)?;
    let centres = centres(ends)?;
    if centres.len() * linewidth > MAX_POINTS {
        return Err(Error::argument(
            "linewidth",
            linewidth,
            format!("at most {} for a line of {} points", MAX_POINTS / centres.len(), centres.len()),
        ));
    }
    let [src, dst] = ends;
    let (sin, cos) = (dst[1] - src[1]).atan2(dst[0] - src[0]).sin_cos();
    let points = Across { centres: &centres, step: [-sin, cos], count: linewidth };
    let sampling = Sampling { kernel, boundary: options.boundary.on_grid(), cval: options.cval };
    let values = resample::means_across(&ctx.whole(), image.array(), &points, sampling)?;
    let mut table = Table::of(image);
    let positions = collect(centres.iter().map(|&at| units.position(at)), centres.len())?;
    let distance = |at: &[f64; 2]| (at[0] - positions[0][0]).hypot(at[1] - positions[0][1]);
    table.add_column("X", units.unit(0), collect(positions.iter().map(|at| at[0]), positions.len())?)?;
    table.add_column("Y", units.unit(1), collect(positions.iter().map(|at| at[1]), positions.len())?)?;
    let [across_x, along_y] = [0, 1].map(|i| units.unit(i).map(|unit| canonical(&unit)));
    let unit = units.unit(0).filter(|_| across_x == along_y);
    if across_x != along_y {
        let [x, y] = [across_x, along_y].map(|unit| unit.unwrap_or_else(|| "no unit".to_owned()));
        ctx.warn_of(
            Warning::NoUnit,
            format!("profile_line: x is in {x} and y in {y}, so that `Distance` mixes them and has no unit"),
        );
    }
    table.add_column("Distance", unit, collect(positions.iter().map(distance), positions.len())?)?;
    let frames = if image.ndim() == 2 { 1 } else { image.shape()[0] };
    for frame in 0..frames {
        let name = if image.ndim() == 2 { "Intensity".to_owned() } else { format!("Intensity {frame}") };
        table.add_column(name, None, means(&values, frame * centres.len(), centres.len())?)?;
    }
    table.set_usual_plot();
    Ok(table)
}

fn kernel(image: &Image, order: Option<i32>) -> Result<Kernel> {
    let is_bool = image.dtype() == DType::Bool;
    let order = order.unwrap_or(i32::from(!is_bool));
    let kernel = Kernel::of_spline(order).ok_or_else(|| Error::argument("order", order, "0 to 5"))?;
    if is_bool && kernel != Kernel::Nearest {
        return Err(Error::new(
            Status::Dtype,
            format!("`order` is {order}, but bool has no values between false and true: use order 0, or convert first"),
        ));
    }
    Ok(kernel)
}

/// The meaning of coordinates: (x, y) = origin + step (column, row).
struct Units {
    origin: [f64; 2],
    step: [[f64; 2]; 2],
    units: [Option<String>; 2],
}

impl Units {
    fn of(image: &Image, real: bool) -> Result<Units> {
        let scaled = |s: f64, unit: Option<&str>| {
            let units = [0, 1].map(|_| unit.map(str::to_owned));
            Units { origin: [0.0; 2], step: [[s, 0.0], [0.0, s]], units }
        };
        if !real {
            return Ok(scaled(1.0, None));
        }
        if let Some(map) = image.map() {
            return Ok(Units { origin: map.origin, step: map.step, units: map.units.clone() });
        }
        let Some(entry) = image.own_metadata().get(MICRONS_PER_PIXEL) else {
            return Err(Error::new(
                Status::KeyNotFound,
                format!(
                    "real units need the image's map or the metadata entry '{MICRONS_PER_PIXEL}'; there is neither"
                ),
            ));
        };
        let size = entry.value.as_f64().filter(|size| size.is_finite() && *size > 0.0).ok_or_else(|| {
            Error::new(Status::NoResult, format!("the metadata entry '{MICRONS_PER_PIXEL}' is not a positive number"))
        })?;
        Ok(scaled(size, Some(entry.unit.as_deref().unwrap_or("um"))))
    }

    fn unit(&self, i: usize) -> Option<String> {
        self.units[i].clone()
    }

    fn position(&self, [column, row]: [f64; 2]) -> [f64; 2] {
        [0, 1].map(|i| self.origin[i] + self.step[i][0] * column + self.step[i][1] * row)
    }

    /// The pixel at a position.
    fn pixel(&self, at: [f64; 2]) -> Result<[f64; 2]> {
        let [[a, b], [c, d]] = self.step;
        let determinant = a * d - b * c;
        let (dx, dy) = (at[0] - self.origin[0], at[1] - self.origin[1]);
        let pixel = [(d * dx - b * dy) / determinant, (a * dy - c * dx) / determinant];
        if pixel.iter().all(|x| x.is_finite()) {
            return Ok(pixel);
        }
        Err(Error::new(
            Status::NoResult,
            format!("the map with steps {:?} gives no pixel for the position ({}, {})", self.step, at[0], at[1]),
        ))
    }

    /// The line's ends in pixels.
    fn ends(&self, line: Line, rows: usize, columns: usize, constrain: bool) -> Result<[[f64; 2]; 2]> {
        let (right, bottom) = (columns as f64 - 1.0, rows as f64 - 1.0);
        let finite = |name: &str, at: &[f64]| {
            let all = at.iter().all(|x| x.is_finite());
            if all { Ok(()) } else { Err(Error::argument(name, format!("{at:?}"), "finite numbers")) }
        };
        let ends = match line {
            Line::Between(src, dst) => {
                finite("src", &src)?;
                finite("dst", &dst)?;
                [self.pixel(src)?, self.pixel(dst)?]
            }
            // The pixels' column whose middle has this x.
            Line::AtX(x) => {
                finite("x", &[x])?;
                let [_, y] = self.position([right / 2.0, bottom / 2.0]);
                let [column, _] = self.pixel([x, y])?;
                [[column, 0.0], [column, bottom]]
            }
            Line::AtY(y) => {
                finite("y", &[y])?;
                let [x, _] = self.position([right / 2.0, bottom / 2.0]);
                let [_, row] = self.pixel([x, y])?;
                [[0.0, row], [right, row]]
            }
        };
        let inside = |[x, y]: [f64; 2]| [x.clamp(0.0, right), y.clamp(0.0, bottom)];
        Ok(if constrain { ends.map(inside) } else { ends })
    }
}

/// The points on the line.
fn centres([src, dst]: [[f64; 2]; 2]) -> Result<Vec<[f64; 2]>> {
    let length = (dst[0] - src[0]).hypot(dst[1] - src[1]);
    // From float to integer clips.
    let n = (length + 1.0).ceil() as usize;
    if n > MAX_LENGTH {
        return Err(Error::new(
            Status::NoMemory,
            format!("from `src` to `dst` the line is {length} pixels long; allowed: at most {MAX_LENGTH} points"),
        ));
    }
    let step = [0, 1].map(|k| (dst[k] - src[k]) / (n - 1).max(1) as f64);
    let at = |i: usize| if i > 0 && i == n - 1 { dst } else { [0, 1].map(|k| src[k] + step[k] * i as f64) };
    collect((0..n).map(at), n)
}

/// One frame's means; NaN where there is none.
fn means(values: &MaskedArray, first: usize, len: usize) -> Result<Vec<f64>> {
    let data = values.data().to_f64()?;
    let data = data.as_slice().unwrap_or_default();
    let mask = values.mask().and_then(|mask| mask.as_slice());
    let mean = |i: usize| if mask.is_some_and(|mask| mask[i]) { f64::NAN } else { data[i] };
    collect((first..first + len).map(mean), len)
}

fn collect<T>(items: impl Iterator<Item = T>, len: usize) -> Result<Vec<T>> {
    alloc::checked_len(&[len], size_of::<T>())?;
    let mut out = alloc::vec(len)?;
    out.extend(items);
    Ok(out)
}
