//! Polar coordinates around a centre.

use crate::array::{Data, Element, MaskedArray, alloc};
use crate::context::parallel::rows as parallel_rows;
use crate::context::{Context, Error, Result, Status};
use crate::image::Image;
use num_complex::Complex;

/// The centre and the size of a pixel.
#[derive(Debug, Clone, Copy, Default)]
pub struct Origin {
    /// (x, y) in pixels; `None` is columns / 2 or rows / 2.
    pub centre: [Option<f64>; 2],
    /// The pixel's width and height.
    pub pixel_size: PixelSize,
    /// The direction of angle 0.
    pub angles: Angles,
}

/// The direction of angle 0, and the sense in which angles grow.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Angles {
    /// 0 points right, pi/2 down, as everywhere in this library: z = (x - cx) dx + i (y - cy) dy.
    #[default]
    FromRight,
    /// 0 points left, pi/2 down, as in the Python original: z = -(x - cx) dx + i (y - cy) dy.
    FromLeft,
}

/// A pixel's width and height.
#[derive(Debug, Clone, Copy, Default)]
pub enum PixelSize {
    /// 1 and 1: lengths are in pixels.
    #[default]
    One,
    /// In a unit of the caller's.
    Given([f64; 2]),
    /// That of the image's map.
    Map,
}

/// An [`Origin`] in one image.
#[derive(Debug, Clone)]
pub(super) struct Polar {
    pub(super) centre: [f64; 2],
    pub(super) size: [f64; 2],
    pub(super) unit: Option<String>,
    pub(super) angles: Angles,
}

impl Polar {
    pub(super) fn new(image: &Image, origin: &Origin) -> Result<Polar> {
        let (rows, columns) = image.frame_shape()?;
        let middle = [columns as f64 / 2.0, rows as f64 / 2.0];
        let centre = [0, 1].map(|i| origin.centre[i].unwrap_or(middle[i]));
        if !centre.iter().all(|x| x.is_finite()) {
            return Err(Error::argument("centre", format!("{centre:?}"), "finite numbers"));
        }
        let (size, unit) = match origin.pixel_size {
            PixelSize::One => ([1.0, 1.0], None),
            PixelSize::Given(size) => (size, None),
            PixelSize::Map => {
                let map = image.map().ok_or_else(|| {
                    Error::new(Status::NoResult, "the image has no map, which would give the size of a pixel")
                })?;
                if map.units[0] != map.units[1] {
                    return Err(Error::new(
                        Status::NoResult,
                        format!(
                            "the map's coordinates have no common unit ({:?}), so distances are not defined",
                            map.units
                        ),
                    ));
                }
                (map.pixel_size(), map.units[0].clone())
            }
        };
        if !size.iter().all(|&x| x > 0.0 && x.is_finite()) {
            return Err(Error::argument("pixel_size", format!("{size:?}"), "finite numbers above 0"));
        }
        Ok(Polar { centre, size, unit, angles: origin.angles })
    }

    /// How far a column lies to the left of the centre: it falls along a row.
    pub(super) fn x(&self, column: usize) -> f64 {
        (self.centre[0] - column as f64) * self.size[0]
    }

    /// The imaginary part of z: positive below.
    pub(super) fn y(&self, row: usize) -> f64 {
        (row as f64 - self.centre[1]) * self.size[1]
    }

    /// The real part of z, from what [`Polar::x`] gives. It is never -0.0, which would turn an angle of 0 into pi.
    pub(super) fn real(&self, to_the_left: f64) -> f64 {
        match self.angles {
            Angles::FromRight => 0.0 - to_the_left,
            Angles::FromLeft => to_the_left,
        }
    }
}

/// The distance as every function here computes it, so that all agree on which side of an edge a pixel lies.
#[inline(always)]
pub(super) fn distance(x_squared: f64, y_squared: f64) -> f64 {
    (x_squared + y_squared).sqrt()
}

/// The coordinate that [`coordinates`] computes for each pixel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coordinate {
    /// |z|
    Distance,
    /// arg z in (-pi, pi]; 0 at the centre
    Angle,
    /// z
    Complex,
}

/// The polar coordinate of every pixel: with the z of [`Angles`] its distance |z|, its angle arg z, or z itself. Every frame of a
/// stack has the same. The mask stays.
///
/// # Errors
/// [`Status::Shape`] when the rank is not 2 or 3; [`Status::InvalidArgument`] for a centre or pixel size that is none;
/// [`Status::NoResult`] when the map has no pixel size; [`Status::NoMemory`], [`Status::Cancelled`].
pub fn coordinates(ctx: &Context, image: &Image, origin: &Origin, which: Coordinate) -> Result<Image> {
    let polar = Polar::new(image, origin)?;
    let data = match which {
        Coordinate::Distance => each_pixel(ctx, image, &polar, 1, |x, y| distance(x * x, y * y))?,
        Coordinate::Angle => each_pixel(ctx, image, &polar, 16, |x, y| y.atan2(polar.real(x)))?,
        Coordinate::Complex => each_pixel(ctx, image, &polar, 1, |x, y| Complex::new(polar.real(x), y))?,
    };
    image.with_array(MaskedArray::new(data, image.array().mask().cloned())?)
}

fn each_pixel<T: Element>(
    ctx: &Context,
    image: &Image,
    polar: &Polar,
    cost: usize,
    f: impl Fn(f64, f64) -> T + Sync,
) -> Result<Data> {
    let (rows, columns) = image.frame_shape()?;
    let mut out = alloc::zeroed_vec::<T>(alloc::checked_len(image.shape(), size_of::<T>())?)?;
    parallel_rows(&ctx.whole(), &mut out, columns, cost, |first, piece| {
        for (i, row) in piece.chunks_exact_mut(columns.max(1)).enumerate() {
            let y = polar.y((first + i) % rows);
            row.iter_mut().enumerate().for_each(|(column, out)| *out = f(polar.x(column), y));
        }
        Ok(())
    })?;
    alloc::from_vec(image.shape(), out).map(Data::from)
}
