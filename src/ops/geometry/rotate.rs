//! Turning an image by any angle.

use super::resample::{self, Affine, Boundary, Kernel, Sampling};
use crate::array::DType;
use crate::context::{Context, Error, Result, Status};
use crate::image::Image;
use crate::ops::convert;

/// The metadata entry that holds the angle.
pub const ROTATION: &str = "transform:rotation";

/// The options of [`rotate`]. The default is that of the original.
#[derive(Debug, Clone, Copy)]
pub struct Rotation {
    /// The result is as large as the turned image needs.
    pub resize: bool,
    /// The (x, y) of what does not move; `None` is the middle, ((columns - 1) / 2, (rows - 1) / 2).
    pub centre: Option<[f64; 2]>,
    /// 0 to 5; `None` is 0 for bool images, else 1.
    pub order: Option<i32>,
    /// The values beyond the edges.
    pub boundary: Boundary,
    /// The constant there.
    pub cval: f64,
    /// Values are limited to those of the image.
    pub clip: bool,
    /// Integers keep their values, instead of being divided by their dtype's maximum.
    pub preserve_range: bool,
}

impl Default for Rotation {
    fn default() -> Self {
        Rotation {
            resize: false,
            centre: None,
            order: None,
            boundary: Boundary::GridConstant,
            cval: 0.0,
            clip: true,
            preserve_range: false,
        }
    }
}

/// The image turned clockwise by an angle in radians; of a stack each frame is. Values are those of
/// `skimage.transform.rotate` with the negative angle in degrees: at order 3 the kernel is Catmull-Rom's, at 2, 4 and 5 a
/// B-spline, and [`Boundary::Constant`] and [`Boundary::Wrap`] are taken on the grid.
///
/// At order 0 every dtype stays. Else `f32` stays, all others become `f64`; integers are divided by their dtype's maximum
/// unless `preserve_range` is set. With a constant beyond the edges, the pixels that come from there are masked, and
/// no other has a part of the constant.
/// Planes and map follow; the metadata entry [`ROTATION`] is written.
///
/// # Errors
/// [`Status::InvalidArgument`] for an angle that is not finite or an order outside 0 to 5; [`Status::Dtype`] for complex images
/// and for bool images at other orders than 0; otherwise as [`resample::along`].
pub fn rotate(ctx: &Context, image: &Image, angle: f64, options: &Rotation) -> Result<Image> {
    let (rows, columns) = image.frame_shape()?;
    if !angle.is_finite() {
        return Err(Error::argument("angle", angle, "finite, in radians"));
    }
    let centre = options.centre.unwrap_or([(columns as f64 - 1.0) / 2.0, (rows as f64 - 1.0) / 2.0]);
    if !centre.iter().all(|x| x.is_finite()) {
        return Err(Error::argument("centre_xy", format!("{centre:?}"), "two finite numbers"));
    }
    let kernel = kernel(image, options.order, 1)?;
    let (sin, cos) = angle.sin_cos();
    // From the result back to the image: counter-clockwise.
    let matrix = [[cos, sin], [-sin, cos]];
    let back = |[x, y]: [f64; 2]| {
        let (dx, dy) = (x - centre[0], y - centre[1]);
        [0, 1].map(|k| centre[k] + matrix[k][0] * dx + matrix[k][1] * dy)
    };
    let (mut corner, mut shape) = ([0.0; 2], (rows, columns));
    if options.resize && rows > 0 && columns > 0 {
        let (right, bottom) = (columns as f64 - 1.0, rows as f64 - 1.0);
        let turned = [[0.0, 0.0], [right, 0.0], [0.0, bottom], [right, bottom]].map(|[x, y]| {
            let (dx, dy) = (x - centre[0], y - centre[1]);
            [0, 1].map(|k| centre[k] + matrix[0][k] * dx + matrix[1][k] * dy)
        });
        let ends = [0, 1].map(|k| {
            let coordinates = turned.map(|corner| corner[k]);
            (
                coordinates.into_iter().fold(f64::INFINITY, f64::min),
                coordinates.into_iter().fold(f64::NEG_INFINITY, f64::max),
            )
        });
        corner = ends.map(|(low, _)| low);
        let [width, height] = ends.map(|(low, high)| (high - low + 1.0).round_ties_even() as usize);
        shape = (height, width);
    }
    let sampling = Sampling { kernel, boundary: options.boundary.on_grid(), cval: options.cval };
    let map = Affine { offset: back(corner), matrix };
    let pixels = as_computed(ctx, image, kernel, options.preserve_range)?;
    let mut result = resample::along(ctx, &pixels, map, shape, sampling, options.clip)?;
    result.own_metadata_mut().insert(ROTATION, angle);
    Ok(result)
}

/// The kernel for an order, as scikit-image's warps take it for the image's dtype.
pub(in crate::ops) fn kernel(image: &Image, order: Option<i32>, default: i32) -> Result<Kernel> {
    let is_bool = image.dtype() == DType::Bool;
    let order = order.unwrap_or(if is_bool { 0 } else { default });
    let kernel = Kernel::of_warp(order).ok_or_else(|| Error::argument("order", order, "0 to 5"))?;
    if is_bool && kernel != Kernel::Nearest {
        return Err(Error::new(
            Status::Dtype,
            format!("`order` is {order}, but bool has no values between false and true: use order 0, or convert first"),
        ));
    }
    Ok(kernel)
}

/// The image in the values that scikit-image's warps compute with.
pub(in crate::ops) fn as_computed(ctx: &Context, image: &Image, kernel: Kernel, preserve_range: bool) -> Result<Image> {
    if image.dtype().is_integer() && kernel != Kernel::Nearest && !preserve_range {
        return convert::convert(ctx, image, DType::F64, false, true, false);
    }
    Ok(image.clone())
}
