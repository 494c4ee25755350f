//! The two frames of a registration, made ready: the box cut out, prefiltered, rescaled, as `f64`.

use super::frame::RegistrationFrame;
use super::{gradient, outliers, row_brightness};
use crate::array::{Data, MaskedArray, alloc};
use crate::context::{Error, Result, Stage, Status};
use crate::image::{Image, PixelBox};
use crate::ops::engine::frames;
use crate::ops::filter::Gaussian;
use crate::ops::geometry::crops;
use crate::ops::geometry::resample::{self, Affine, Boundary, Kernel, Sampling};
use crate::ops::register::options::{Options, Prefilter};
use ndarray::Axis;
use std::sync::Arc;

/// Both frames of a registration; their sizes may differ. Pixel (0, 0) of both is at the same place of the images that
/// they were taken from.
#[derive(Debug, Clone)]
pub struct Pair {
    /// The frame that is to be moved.
    pub image: Arc<RegistrationFrame>,
    /// The frame onto which it is to be moved.
    pub reference: Arc<RegistrationFrame>,
}

impl RegistrationFrame {
    /// Prepares one image.
    pub fn new(stage: &Stage<'_>, image: &Image, options: &Options, name: &str) -> Result<RegistrationFrame> {
        let [rows, columns] = *image.shape() else {
            return Err(Error::new(
                Status::Shape,
                format!(
                    "`{name}` has shape {:?}; a registration needs rank 2; for a stack use align_stack",
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
        let inside =
            part(options, rows, columns).map_err(|error| error.during(format!("`box` does not fit `{name}`")))?;
        let mut part = as_f64(&crops::crop(image, inside)?)?;
        part = without_missing_lines(&part)?;
        part = row_brightness::by_current(&part)?;
        part = outliers::without(&part)?;
        let filtering = stage.part(0.0..0.5);
        part = match &options.prefilter {
            Prefilter::None => part,
            Prefilter::Gaussian(sigma) => {
                if !(*sigma > 0.0 && sigma.is_finite()) {
                    return Err(Error::argument("prefilter_sigma", sigma, "finite and above 0, in pixels"));
                }
                part.with_array(Gaussian::smooth(*sigma).apply(&filtering, part.array())?)?
            }
            Prefilter::Scharr => scharr_magnitude(&part)?,
            Prefilter::Custom(filter) => {
                let filtered = filter(&filtering, &part)?;
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
            part = rescaled(&stage.part(0.5..1.0), &part, options.scale)?;
        }
        RegistrationFrame::of_array(part.array())
    }

    /// The pixels of an array of rank 2 of `f64`.
    pub fn of_array(array: &MaskedArray) -> Result<RegistrationFrame> {
        let data = alloc::contiguous(&array.data().to_f64()?)?;
        let [rows, columns] = *data.shape() else { return Err(Error::new(Status::Shape, "no rows and columns")) };
        let pixels = alloc::copied(data.as_slice().unwrap_or_default())?;
        let mut invalid = frames::invalid(&pixels, array.mask())?;
        if pixels.iter().any(|x| x.is_infinite()) {
            let mut all = match invalid {
                Some(invalid) => invalid,
                None => alloc::zeroed_vec(pixels.len())?,
            };
            all.iter_mut().zip(&pixels).for_each(|(invalid, x)| *invalid |= x.is_infinite());
            invalid = Some(all);
        }
        Ok(RegistrationFrame { pixels, invalid, rows, columns })
    }
}

impl Pair {
    /// Both frames with rows of equal brightness over the columns that both show after a movement.
    ///
    /// # Errors
    /// [`Status::NoMemory`].
    pub fn with_even_rows(&self, shift: [f64; 2]) -> Result<Pair> {
        let Pair { image, reference } = self;
        let right = shift[0].round() as isize;
        let from = right.max(0);
        let to = (image.columns as isize + right).min(reference.columns as isize).max(from);
        let of_image = (from - right) as usize..(to - right) as usize;
        let of_reference = from as usize..to as usize;
        Ok(Pair {
            image: Arc::new(row_brightness::even(image, of_image)?),
            reference: Arc::new(row_brightness::even(reference, of_reference)?),
        })
    }

    /// Prepares both images.
    ///
    /// # Errors
    /// [`Status::Shape`] when one has not rank 2 or no pixel; [`Status::Dtype`] for complex images;
    /// [`Status::OutOfRange`] when the box does not fit; [`Status::InvalidArgument`]; [`Status::NoMemory`].
    pub fn new(stage: &Stage<'_>, image: &Image, reference: &Image, options: &Options) -> Result<Pair> {
        Ok(Pair {
            image: Arc::new(RegistrationFrame::new(&stage.part(0.0..0.5), image, options, "image")?),
            reference: Arc::new(RegistrationFrame::new(&stage.part(0.5..1.0), reference, options, "reference")?),
        })
    }
}

/// The part of an image that is used.
///
/// # Errors
/// [`Status::OutOfRange`] when it is empty.
pub fn part(options: &Options, rows: usize, columns: usize) -> Result<PixelBox> {
    match options.r#box {
        Some(edges) => PixelBox::from_pixels(edges, rows, columns),
        None => Ok(PixelBox::whole(rows, columns)),
    }
}

/// Lines of fewer pixels than this may have equal values by chance.
const LEAST_LINE: usize = 8;

/// The image with missing scan lines masked: rows, or columns, of equal pixels, in an image in which most neighbours
/// along the lines differ. (In a picture without noise, lines of equal pixels are normal.)
fn without_missing_lines(image: &Image) -> Result<Image> {
    let array = image.array();
    let Data::F64(data) = array.data() else { return Ok(image.clone()) };
    let Ok(matrix) = data.view().into_dimensionality::<ndarray::Ix2>() else { return Ok(image.clone()) };
    for axis in [Axis(0), Axis(1)] {
        let lines = matrix.lanes(Axis(1 - axis.index()));
        let length = matrix.len_of(Axis(1 - axis.index()));
        if length < LEAST_LINE {
            continue;
        }
        let (mut missing, mut equal, mut different) = (Vec::new(), 0usize, 0usize);
        for (i, line) in lines.into_iter().enumerate() {
            let same = line.windows(2).into_iter().filter(|pair| pair[0] == pair[1]).count();
            if same + 1 == length {
                missing.push(i);
            } else {
                equal += same;
                different += length - 1 - same;
            }
        }
        if missing.is_empty() || equal >= different {
            continue;
        }
        let mut mask = match array.mask() {
            Some(mask) => alloc::copy(mask.view())?,
            None => alloc::full(array.shape(), false)?,
        };
        missing.into_iter().for_each(|i| mask.index_axis_mut(axis, i).fill(true));
        return image.with_array(MaskedArray::new(array.data().clone(), Some(mask.into_shared()))?);
    }
    Ok(image.clone())
}

fn as_f64(image: &Image) -> Result<Image> {
    let array = image.array();
    image.with_array(MaskedArray::new(Data::F64(array.data().to_f64()?), array.mask().cloned())?)
}

/// The most pixels that an image is enlarged to.
const MOST_PIXELS: f64 = (1u64 << 26) as f64;

/// The image with `scale` times as many rows and columns (rounded), by a cubic spline. If it becomes smaller, it is first smoothed
/// by a Gaussian with sigma half of the reduction factor minus 1. Pixel (0, 0)'s outer corner stays where it is.
fn rescaled(stage: &Stage<'_>, image: &Image, scale: f64) -> Result<Image> {
    let (rows, columns) = image.frame_shape()?;
    let length = |n: usize| (n as f64 * scale).round() as usize;
    if rows > 0 && columns > 0 && (length(rows) == 0 || length(columns) == 0) {
        return Err(Error::argument("scale", scale, format!("a factor that leaves pixels of {rows} x {columns}")));
    }
    // Before any work: what is larger would take minutes, and the registrations look between pixels anyway.
    if scale > 1.0 && length(rows) as f64 * length(columns) as f64 > MOST_PIXELS {
        let most = (MOST_PIXELS / (rows as f64 * columns as f64)).sqrt().max(1.0);
        return Err(Error::argument("scale", scale, format!("at most {most:.3} for {rows} x {columns} pixels")));
    }
    let smoothed;
    let source = if scale < 1.0 {
        let gaussian = Gaussian::smooth((1.0 / scale - 1.0) / 2.0);
        smoothed = image.with_array(gaussian.apply(&stage.part(0.0..0.5), image.array())?)?;
        &smoothed
    } else {
        image
    };
    let (step, offset) = (1.0 / scale, 0.5 / scale - 0.5);
    let map = Affine { offset: [offset; 2], matrix: [[step, 0.0], [0.0, step]] };
    let sampling = Sampling { kernel: Kernel::Spline3, boundary: Boundary::Reflect, cval: 0.0 };
    resample::along_in(&stage.part(0.5..1.0), source, map, (length(rows), length(columns)), sampling, false)
}

/// The magnitude of the gradient by Scharr's operator; see [`gradient`].
fn scharr_magnitude(image: &Image) -> Result<Image> {
    let side = RegistrationFrame::of_array(image.array())?;
    let magnitude = self::gradient::scharr_magnitude(&side)?;
    let array = alloc::from_vec(&[side.rows, side.columns], magnitude)?;
    image.with_array(MaskedArray::new(array, image.array().mask().cloned())?)
}
