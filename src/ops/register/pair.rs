//! The two frames of a registration, made ready: the box cut out, prefiltered, rescaled, as `f64`.

use super::{Options, Prefilter};
use crate::array::{Data, MaskedArray, alloc};
use crate::context::{Context, Error, Result, Status};
use crate::image::{Image, PixelBox};
use crate::ops::filter::{Gaussian, gaussian_filter};
use crate::ops::frames::{self, Frame};
use crate::ops::resample::{self, Affine, Boundary, Kernel, Sampling};
use crate::ops::{fill, geometry};

/// One frame: its pixels row by row without gaps, and which of them take no part.
#[derive(Debug, Clone)]
pub(super) struct Side {
    /// The pixels, row by row. What invalid ones hold has no meaning, and may be NaN.
    pub(super) pixels: Vec<f64>,
    /// `true` where a pixel is masked, NaN or infinite; `None` where none is.
    pub(super) invalid: Option<Vec<bool>>,
    /// The number of rows.
    pub(super) rows: usize,
    /// The number of columns.
    pub(super) columns: usize,
}

/// Both frames of a registration; their sizes may differ. Pixel (0, 0) of both stands at the same place of the images that
/// they were taken from.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    /// The frame that is to be moved.
    pub(super) image: Side,
    /// The frame on which it is to lie.
    pub(super) reference: Side,
}

#[allow(dead_code, reason = "the methods of the original, which use all of it, come next")]
impl Side {
    /// The frame as other operations take it.
    pub(super) fn frame(&self) -> Frame<'_, f64> {
        Frame { pixels: &self.pixels, invalid: self.invalid.as_deref(), rows: self.rows, columns: self.columns }
    }

    /// The pixels, where invalid ones have the value of the nearest valid one.
    ///
    /// # Errors
    /// [`Status::NoResult`] when no pixel is valid; [`Status::NoMemory`].
    pub(super) fn filled_nearest(&self) -> Result<Vec<f64>> {
        fill::nearest(self.frame())
    }

    /// The pixels, where invalid ones have the mean of the valid ones.
    ///
    /// # Errors
    /// [`Status::NoResult`] when no pixel is valid; [`Status::NoMemory`].
    pub(super) fn filled_mean(&self) -> Result<Vec<f64>> {
        fill::mean(self.frame())
    }

    /// Whether a pixel takes part.
    pub(super) fn is_valid(&self, index: usize) -> bool {
        self.invalid.as_ref().is_none_or(|invalid| !invalid[index])
    }

    /// The part of it that begins at (row 0, column 0).
    fn corner(&self, rows: usize, columns: usize) -> Result<Side> {
        let mut pixels = alloc::vec(rows * columns)?;
        for row in self.pixels.chunks(self.columns).take(rows) {
            pixels.extend_from_slice(&row[..columns]);
        }
        let invalid = match &self.invalid {
            None => None,
            Some(all) => {
                let mut invalid = alloc::vec(rows * columns)?;
                for row in all.chunks(self.columns).take(rows) {
                    invalid.extend_from_slice(&row[..columns]);
                }
                invalid.contains(&true).then_some(invalid)
            }
        };
        Ok(Side { pixels, invalid, rows, columns })
    }

    /// Prepares one image.
    pub(super) fn new(ctx: &Context, image: &Image, options: &Options, name: &str) -> Result<Side> {
        let [rows, columns] = *image.shape() else {
            return Err(Error::new(
                Status::Shape,
                format!(
                    "`{name}` has shape {:?}; a registration needs rank 2: of a stack align the frames",
                    image.shape()
                ),
            ));
        };
        if image.dtype().is_complex() {
            return Err(Error::new(
                Status::Dtype,
                format!(
                    "`{name}` has {} values: take the real part, the imaginary part or the magnitude first",
                    image.dtype()
                ),
            ));
        }
        let mut part = match options.r#box {
            Some(edges) => geometry::crop(
                image,
                PixelBox::from_pixels(edges, rows, columns)
                    .map_err(|error| error.during(format!("`box` does not fit `{name}`")))?,
            )?,
            None => image.clone(),
        };
        part = as_f64(&part)?;
        part = match &options.prefilter {
            Prefilter::None => part,
            Prefilter::Gaussian(sigma) => {
                if !(*sigma > 0.0 && sigma.is_finite()) {
                    return Err(Error::argument("prefilter_sigma", sigma, "finite and above 0, in pixels"));
                }
                gaussian_filter(ctx, &part, &Gaussian::smooth(*sigma))?
            }
            Prefilter::Scharr => scharr_magnitude(&part)?,
            Prefilter::Custom(filter) => {
                let filtered = filter(ctx, &part)?;
                if filtered.shape() != part.shape() {
                    return Err(Error::new(
                        Status::Shape,
                        format!("the prefilter made shape {:?} of {:?}; it must stay", filtered.shape(), part.shape()),
                    ));
                }
                as_f64(&filtered)?
            }
        };
        if options.scale != 1.0 {
            part = rescaled(ctx, &part, options.scale)?;
        }
        Side::of_array(part.array())
    }

    /// The pixels of an array of rank 2 of `f64`.
    fn of_array(array: &MaskedArray) -> Result<Side> {
        let data = alloc::contiguous(&array.data().to_f64()?)?;
        let [rows, columns] = *data.shape() else { return Err(Error::new(Status::Shape, "no rows and columns")) };
        let mut pixels = alloc::vec(data.len())?;
        pixels.extend_from_slice(data.as_slice().unwrap_or_default());
        let mut invalid = frames::invalid(&pixels, array.mask())?;
        if pixels.iter().any(|x| x.is_infinite()) {
            let mut all = match invalid {
                Some(invalid) => invalid,
                None => alloc::zeroed_vec(pixels.len())?,
            };
            all.iter_mut().zip(&pixels).for_each(|(invalid, x)| *invalid |= x.is_infinite());
            invalid = Some(all);
        }
        Ok(Side { pixels, invalid, rows, columns })
    }
}

#[allow(dead_code, reason = "the methods of the original, which use all of it, come next")]
impl Pair {
    /// Prepares both images.
    ///
    /// # Errors
    /// [`Status::Shape`] when one has not rank 2 or no pixel; [`Status::Dtype`] for complex images;
    /// [`Status::OutOfRange`] when the box does not fit; [`Status::InvalidArgument`]; [`Status::NoMemory`].
    pub(super) fn new(ctx: &Context, image: &Image, reference: &Image, options: &Options) -> Result<Pair> {
        Ok(Pair {
            image: Side::new(ctx, image, options, "image")?,
            reference: Side::new(ctx, reference, options, "reference")?,
        })
    }

    /// Both frames cut to the size that they have in common, from (row 0, column 0) on.
    ///
    /// # Errors
    /// [`Status::NoMemory`].
    pub(super) fn common(&self) -> Result<Pair> {
        let rows = self.image.rows.min(self.reference.rows);
        let columns = self.image.columns.min(self.reference.columns);
        Ok(Pair { image: self.image.corner(rows, columns)?, reference: self.reference.corner(rows, columns)? })
    }
}

fn as_f64(image: &Image) -> Result<Image> {
    let array = image.array();
    image.with_array(MaskedArray::new(Data::F64(array.data().to_f64()?), array.mask().cloned())?)
}

/// The image with `scale` times as many rows and columns (rounded), through a cubic spline; made smaller it is first smoothed
/// by a Gaussian of half of what the factor exceeds 1 by. Pixel (0, 0)'s outer corner stays where it is.
fn rescaled(ctx: &Context, image: &Image, scale: f64) -> Result<Image> {
    let (rows, columns) = image.frame_shape()?;
    let length = |n: usize| (n as f64 * scale).round() as usize;
    if rows > 0 && columns > 0 && (length(rows) == 0 || length(columns) == 0) {
        return Err(Error::argument("scale", scale, format!("a factor that leaves pixels of {rows} x {columns}")));
    }
    let smoothed;
    let source = if scale < 1.0 {
        smoothed = gaussian_filter(ctx, image, &Gaussian::smooth((1.0 / scale - 1.0) / 2.0))?;
        &smoothed
    } else {
        image
    };
    let (step, offset) = (1.0 / scale, 0.5 / scale - 0.5);
    let map = Affine { offset: [offset; 2], matrix: [[step, 0.0], [0.0, step]] };
    let sampling = Sampling { kernel: Kernel::Spline3, boundary: Boundary::Reflect, cval: 0.0 };
    resample::along(ctx, source, map, (length(rows), length(columns)), sampling, false)
}

/// The magnitude of the gradient by Scharr's operator; see [`scharr_gradient`](super::scharr_gradient).
fn scharr_magnitude(image: &Image) -> Result<Image> {
    let side = Side::of_array(image.array())?;
    let magnitude = super::gradient::scharr_magnitude(&side)?;
    let array = alloc::from_vec(&[side.rows, side.columns], magnitude)?;
    image.with_array(MaskedArray::new(array, image.array().mask().cloned())?)
}
