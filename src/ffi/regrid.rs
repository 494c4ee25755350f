//! Regridding
//!
//! @since 0.1.0

#![allow(dead_code, reason = "the constants are for C")]

use super::core::args::{boolean, optional_out, out};
use super::core::enumerations;
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::array::MaskedArray;
use crate::context::{Error, Result};
use crate::ops::geometry::regrid::{self, Fill, GridImage, Method};

/// [Grid] Between the points: linear in each triangle of their Delaunay triangulation.
pub const STONER_GRID_LINEAR: i32 = 0;
/// [Grid] Between the points: the value of the nearest one.
pub const STONER_GRID_NEAREST: i32 = 1;
/// [Grid] Between the points: Clough-Tocher's cubic in each triangle, with a continuous gradient.
pub const STONER_GRID_CUBIC: i32 = 2;

/// [GridFill] Where there are no data: the mean of the valid pixels, masked.
pub const STONER_GRID_FILL_MEAN: i32 = 0;
/// [GridFill] Where there are no data: the given number (it may be NaN), masked.
pub const STONER_GRID_FILL_VALUE: i32 = 1;
/// [GridFill] Where there are no data: 0, masked.
pub const STONER_GRID_FILL_MASK: i32 = 2;

/// The values that are known at some points, at other positions (SciPy's griddata): any points, any targets, in two
/// dimensions. Long: it reports progress and can be cancelled.
///
/// Points whose position is masked or not finite, or whose value is masked or NaN, are ignored. Where several points lie
/// on one place, linear and cubic take the mean of their values, nearest the first; of points at one distance nearest takes
/// the first. Where four points lie on one circle the triangulation is not unique: a square along the axes is cut along
/// the diagonal on which x grows and y falls, wherever the origin is. The gradients of the cubic method are found to 12
/// digits in any units.
///
/// The result has the shape of `xi` without its last axis. It is f64, or complex128 where the values are complex; nearest
/// keeps the values' dtype (where a target is not a number, so that the fill is needed, as the other two). It has no mask.
///
/// The time hardly depends on the order of the points.
///
/// Delaunay triangulation with exact decisions: points sorted into strips, whose edges are flipped (C. Lawson 1977); very
/// uneven ones by divide and conquer (L. Guibas, J. Stolfi 1985). Clough-Tocher: P. Alfeld 1984, Computer Aided Geometric
/// Design 1, 169; gradients: G. Nielson 1983, Mathematics of Computation 40, 253.
/// @param image the points: an array of shape (n, 2), each row an x and a y
/// @param values n real or complex values, in any shape
/// @param xi the targets: an array of shape (..., 2), each row an x and a y
/// @param method [enum Grid; default STONER_GRID_LINEAR] STONER_GRID_LINEAR, STONER_GRID_NEAREST or STONER_GRID_CUBIC
/// @param fill_value [value; default NaN] the value outside the points' convex hull, and at targets that are not
///        numbers. Targets outside by no more than the rounding of the coordinates count as inside. The method nearest
///        needs it for targets that are not numbers only.
/// @param rescale [bool; default false] 1: scales x and y of the points to one length first, for coordinates that are
///        no lengths of one kind
/// @return STONER_ERR_SHAPE; STONER_ERR_DTYPE for complex positions; STONER_ERR_NO_RESULT when fewer than three points take
///         part or all lie on one line (nearest needs one point); STONER_ERR_CANCELLED; STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_griddata(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    values: *const stoner_image,
    xi: *const stoner_image,
    method: i32,
    fill_value: f64,
    rescale: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let image = images::get(image, "image")?;
        let (values, xi) = (images::get(values, "values")?, images::get(xi, "xi")?);
        let (method, rescale) = (self::method(method)?, boolean(rescale, "rescale")?);
        place.set_image(regrid::griddata(context, &image, &values, &xi, method, fill_value, rescale)?)
    })
}

/// Brings an image from the positions at which its pixels were measured to a regular grid of positions. In a stack each
/// frame is processed, with its own positions or with those that all frames share. Long: it reports progress and can be
/// cancelled.
///
/// Pixels that are masked or NaN, or whose position is, are left out. Grid points with no data beneath, outside of the
/// convex hull of the positions, take the fill and are masked; the method nearest finds data for all. Grid points in a hole
/// of the data are masked by every method (max_distance). Planes go to the
/// grid too ("beam current" among them), linearly or by the method nearest; afterwards the planes "actual_x" and
/// "actual_y" are the grid's positions, so that the function applied again changes nothing. f32 stays f32, complex stays
/// complex, all else becomes f64; it is computed in f64. Methods, ties and points on one place: stoner_image_griddata.
///
/// Metadata written: with remove_offset "gridimage_offset", an array of the offset's x and y.
/// @param points_x [image; optional] the measured x of each pixel: an image of the image's shape or of one frame's;
///        NULL: the plane "actual_x"
/// @param points_y [image; optional] the measured y; NULL: the plane "actual_y". Both are given or none.
/// @param xi_x [image; optional] the x of each new pixel: an image of rank 2, of any shape; NULL: the image's grid,
///        "sample_x". Where xi_x and xi_y are a regular grid they become the new map, else planes "sample_x" and
///        "sample_y".
/// @param xi_y [image; optional] the y of each new pixel; NULL: "sample_y". Both are given or none.
/// @param method [as stoner_image_griddata]
/// @param fill_mode [enum GridFill; default STONER_GRID_FILL_MEAN; decides fill_value] the value under the mask:
///        STONER_GRID_FILL_MEAN, of the frame's valid pixels, STONER_GRID_FILL_VALUE, STONER_GRID_FILL_MASK
/// @param fill_value [value; default NaN] the number for STONER_GRID_FILL_VALUE
/// @param rescale [bool; default false] 1: scales x and y of the positions to one length first
/// @param remove_offset [bool; default false] 1: first subtracts from the measured positions the median of their
///        difference from the nominal ones (of the image's own grid, or of xi_x and xi_y of the same shape), one offset
///        for all frames: stages have a constant offset of several pixels, which leaves a border of the grid without
///        data
/// @param max_distance [real; default 2; unset 0; above 0] in steps of the scan: the median distances between measured
///        positions of neighbouring pixels, along rows and along columns (where pixels follow no rows, the side of a square with
///        as much room as each has). A place without a pixel that takes part within
///        this distance is a hole: its grid points are masked up to the pixels around it, and a warning counts them.
///        Two lost lines side by side are filled by default, twelve are not; beyond the border of the data the method
///        nearest goes on. Infinity: no limit.
/// @param offset [real; size 2; optional] {C:room for 2 values: }the x and y that were subtracted, 0 without remove_offset{C:;
///        NULL: not wanted}
/// @return STONER_ERR_NO_RESULT when the image has no measured positions or no such grid and none are given, or when fewer
///         than three pixels are valid or all lie on one line (nearest needs one); STONER_ERR_SHAPE; STONER_ERR_DTYPE for
///         complex positions; STONER_ERR_CANCELLED; STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_gridimage(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    points_x: *const stoner_image,
    points_y: *const stoner_image,
    xi_x: *const stoner_image,
    xi_y: *const stoner_image,
    method: i32,
    fill_mode: i32,
    fill_value: f64,
    rescale: i32,
    remove_offset: i32,
    max_distance: f64,
    offset: *mut f64,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let image = images::get(image, "image")?;
        let how = GridImage {
            points: pair([(points_x, "points_x"), (points_y, "points_y")])?,
            xi: pair([(xi_x, "xi_x"), (xi_y, "xi_y")])?,
            method: self::method(method)?,
            fill: match fill_mode {
                STONER_GRID_FILL_MEAN => Fill::Mean,
                STONER_GRID_FILL_VALUE => Fill::Value(fill_value),
                STONER_GRID_FILL_MASK => Fill::Value(0.0),
                other => {
                    return Err(enumerations::GRID_FILL.refuse("fill_mode", other));
                }
            },
            rescale: boolean(rescale, "rescale")?,
            remove_offset: boolean(remove_offset, "remove_offset")?,
            max_distance: (max_distance != 0.0).then_some(max_distance),
        };
        let (regridded, found) = regrid::gridimage(context, &image, &how)?;
        place.set_image(regridded)?;
        if let Some(offset) = optional_out(offset.cast::<[f64; 2]>()) {
            offset.set(found);
        }
        Ok(())
    })
}

fn method(value: i32) -> Result<Method> {
    match value {
        STONER_GRID_LINEAR => Ok(Method::Linear),
        STONER_GRID_NEAREST => Ok(Method::Nearest),
        STONER_GRID_CUBIC => Ok(Method::Cubic),
        other => Err(enumerations::GRID.refuse("method", other)),
    }
}

/// Two images, or none.
fn pair(handles: [(*const stoner_image, &str); 2]) -> Result<Option<[MaskedArray; 2]>> {
    let [(x, x_name), (y, y_name)] = handles;
    match (x.is_null(), y.is_null()) {
        (true, true) => Ok(None),
        (false, false) => Ok(Some([images::get(x, x_name)?.array().clone(), images::get(y, y_name)?.array().clone()])),
        _ => Err(Error::argument(if x.is_null() { x_name } else { y_name }, "NULL", "both of x and y, or neither")),
    }
}
