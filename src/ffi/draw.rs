//! Geometry: drawing
//!
//! Each function changes its image. Shapes are given in pixels, (x, y) = (column, row) with pixel centres at integers, angles
//! in radians clockwise on the screen; parts outside the image are left out, however far away, and in a stack
//! every frame is drawn on. The pixels are those of skimage.draw (whose angles run the other way). `target` says where to draw.
//! STONER_DRAW_IMAGE: the pixels take the value (exactly where the dtype of the image holds it; else a fraction is dropped, and what is out of range becomes the nearest value) and are
//! unmasked, except that under a hard mask masked ones stay; STONER_DRAW_MASK: a value other than 0 masks, 0 unmasks (not where
//! the mask is hard). On an error nothing is changed, and on an image without pixels nothing is drawn. All need rank 2 or 3
//! (STONER_ERR_SHAPE).
//!
//! @param target [enum Draw; default STONER_DRAW_IMAGE] STONER_DRAW_IMAGE or STONER_DRAW_MASK
//! @param dtype [dtype; default none; unset 0] the dtype of the number{C: at `value`}; 0: the image's own
//! @param value [scalar; of dtype; optional; default 1; unset NULL] the number to draw
//! @since 0.1.0

use super::core::args::{boolean, count, optional_number, slice};
use super::core::enumerations;
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::array::Scalar;
use crate::context::Result;
use crate::ops::draw::{self, Shape, Target};
use std::ffi::c_void;

/// [Draw] Onto the pixels: the default.
pub const STONER_DRAW_IMAGE: i32 = 0;
/// [Draw] Onto the mask.
pub const STONER_DRAW_MASK: i32 = 1;

/// [Circle] A circle with one pixel in each column of an octant: the default.
pub const STONER_CIRCLE_BRESENHAM: i32 = 0;
/// [Circle] A circle that leaves no holes between it and the next one.
pub const STONER_CIRCLE_ANDRES: i32 = 1;

/// A straight line one pixel wide, both ends included (J. E. Bresenham 1965).
/// @param x0 [pixels] column of one end, within 2^60 of 0 as all
/// @param y0 [pixels] row of one end
/// @param x1 [pixels] column of the other end
/// @param y1 [pixels] row of the other end
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_draw_line(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    x0: i64,
    y0: i64,
    x1: i64,
    y1: i64,
    target: i32,
    dtype: i32,
    value: *const c_void,
) -> i32 {
    paint(ctx, image, target, (dtype, value), || Ok(draw::Line { from: (x0, y0), to: (x1, y1) }))
}

/// A filled circle: the pixels nearer to its centre than the radius.
/// @param x [pixels] column of the centre
/// @param y [pixels] row of the centre
/// @param radius [pixels; min 0] from the centre to the edge
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_draw_disk(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    x: f64,
    y: f64,
    radius: f64,
    target: i32,
    dtype: i32,
    value: *const c_void,
) -> i32 {
    paint(ctx, image, target, (dtype, value), || Ok(draw::Ellipse::disk((x, y), radius)))
}

/// A filled circle, under the original's name for stoner_image_draw_disk.
/// @param x [pixels] column of the centre
/// @param y [pixels] row of the centre
/// @param radius [pixels; min 0] from the centre to the edge
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_draw_circle(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    x: f64,
    y: f64,
    radius: f64,
    target: i32,
    dtype: i32,
    value: *const c_void,
) -> i32 {
    paint(ctx, image, target, (dtype, value), || Ok(draw::Ellipse::disk((x, y), radius)))
}

/// A ring: the pixels within the outer circle but not within the inner one. With radius2 < radius1 all pixels but those of
/// the ring between them.
/// @param x [pixels] column of the centre
/// @param y [pixels] row of the centre
/// @param radius1 [pixels; min 0] the inner radius
/// @param radius2 [pixels; min 0] the outer radius
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_draw_annulus(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    x: f64,
    y: f64,
    radius1: f64,
    radius2: f64,
    target: i32,
    dtype: i32,
    value: *const c_void,
) -> i32 {
    paint(ctx, image, target, (dtype, value), || {
        draw::check_radius("radius1", radius1)?;
        draw::check_radius("radius2", radius2)?;
        Ok(draw::Annulus { centre: (x, y), radii: (radius1, radius2) })
    })
}

/// A circle one pixel wide: J. E. Bresenham 1965, or E. Andres 1994, "Discrete circles, rings and spheres".
/// @param x [pixels] column of the centre, within 2^60 of 0 as all
/// @param y [pixels] row of the centre
/// @param radius [pixels; min 0] from the centre to the edge
/// @param method [enum Circle; default STONER_CIRCLE_BRESENHAM] STONER_CIRCLE_BRESENHAM or STONER_CIRCLE_ANDRES
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_draw_circle_perimeter(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    x: i64,
    y: i64,
    radius: i64,
    method: i32,
    target: i32,
    dtype: i32,
    value: *const c_void,
) -> i32 {
    paint(ctx, image, target, (dtype, value), || {
        let method = match method {
            STONER_CIRCLE_BRESENHAM => draw::CircleMethod::Bresenham,
            STONER_CIRCLE_ANDRES => draw::CircleMethod::Andres,
            _ => return Err(enumerations::CIRCLE.refuse("method", method)),
        };
        Ok(draw::CirclePerimeter { centre: (x, y), radius, method })
    })
}

/// A filled ellipse.
/// @param x [pixels] column of the centre
/// @param y [pixels] row of the centre
/// @param x_radius [pixels; min 0] half axis along x before the rotation
/// @param y_radius [pixels] half axis along y
/// @param rotation [angle; default 0] the angle by which it is turned, clockwise
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_draw_ellipse(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    x: f64,
    y: f64,
    x_radius: f64,
    y_radius: f64,
    rotation: f64,
    target: i32,
    dtype: i32,
    value: *const c_void,
) -> i32 {
    paint(ctx, image, target, (dtype, value), || {
        draw::check_radius("x_radius", x_radius)?;
        draw::check_radius("y_radius", y_radius)?;
        Ok(draw::Ellipse { centre: (x, y), radii: (x_radius, y_radius), rotation })
    })
}

/// An ellipse one pixel wide (A. Zingl 2012, "A rasterizing algorithm for drawing curves").
/// @param x [pixels] column of the centre, within 2^60 of 0 as all
/// @param y [pixels] row of the centre
/// @param x_radius [pixels; min 0] half axis along x before the rotation
/// @param y_radius [pixels] half axis along y
/// @param orientation [angle; default 0] the angle by which it is turned, clockwise
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_draw_ellipse_perimeter(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    x: i64,
    y: i64,
    x_radius: i64,
    y_radius: i64,
    orientation: f64,
    target: i32,
    dtype: i32,
    value: *const c_void,
) -> i32 {
    paint(ctx, image, target, (dtype, value), || {
        Ok(draw::EllipsePerimeter { centre: (x, y), radii: (x_radius, y_radius), orientation })
    })
}

/// A filled polygon, with the pixels on its edges; where edges cross, the parts that an odd number of them surrounds (J. O'Rourke 1998,
/// "Computational geometry in C").
/// @param x [pixels; size n_vertices] the columns of the{C: n_vertices} vertices
/// @param y [pixels; size n_vertices] the rows of the{C: n_vertices} vertices
/// @param n_vertices [count; min 1] their number
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_draw_polygon(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    x: *const f64,
    y: *const f64,
    n_vertices: i64,
    target: i32,
    dtype: i32,
    value: *const c_void,
) -> i32 {
    paint(ctx, image, target, (dtype, value), || vertices(x, y, n_vertices).map(|(x, y)| draw::Polygon { x, y }))
}

/// A closed polygon one pixel wide, its vertices rounded to pixels (halves to the even one).
/// @param x [pixels; size n_vertices] the columns of the{C: n_vertices} vertices
/// @param y [pixels; size n_vertices] the rows of the{C: n_vertices} vertices
/// @param n_vertices [count; min 1] their number
/// @param clip [bool; default false] 1: the polygon is cut to the image first, its outline then runs along the border;
///        0: not
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_draw_polygon_perimeter(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    x: *const f64,
    y: *const f64,
    n_vertices: i64,
    clip: i32,
    target: i32,
    dtype: i32,
    value: *const c_void,
) -> i32 {
    paint(ctx, image, target, (dtype, value), || {
        let (x, y) = vertices(x, y, n_vertices)?;
        Ok(draw::PolygonPerimeter { x, y, clip: boolean(clip, "clip")? })
    })
}

/// A filled rectangle along the axes, both corners included.
/// @param x0 [pixels] column of one corner, rounded to a pixel (halves to the even one)
/// @param y0 [pixels] row of that corner
/// @param x1 [pixels] column of the opposite corner
/// @param y1 [pixels] row of the opposite corner
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_draw_rectangle(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    x0: f64,
    y0: f64,
    x1: f64,
    y1: f64,
    target: i32,
    dtype: i32,
    value: *const c_void,
) -> i32 {
    paint(ctx, image, target, (dtype, value), || Ok(draw::Rectangle { from: (x0, y0), to: (x1, y1) }))
}

/// The line one pixel wide around a rectangle: the pixels next to it, outside.
/// @param x0 [as stoner_image_draw_rectangle]
/// @param y0 [pixels] row of that corner
/// @param x1 [pixels] column of the opposite corner
/// @param y1 [pixels] row of the opposite corner
/// @param clip [bool; default false] 1: the outline is cut to the image first and then runs along the border; 0: not
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_draw_rectangle_perimeter(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    x0: f64,
    y0: f64,
    x1: f64,
    y1: f64,
    clip: i32,
    target: i32,
    dtype: i32,
    value: *const c_void,
) -> i32 {
    paint(ctx, image, target, (dtype, value), || {
        let inside = draw::Rectangle { from: (x0, y0), to: (x1, y1) };
        Ok(draw::RectanglePerimeter { inside, clip: boolean(clip, "clip")? })
    })
}

/// A filled rectangle around a centre, turned by an angle: the polygon between its corners. (The original's `rectangle`.)
/// @param x [pixels] column of the centre
/// @param y [pixels] row of the centre
/// @param width [pixels; min 0] the side along x before it is turned
/// @param height [pixels] the side along y
/// @param angle [angle] the angle by which it is turned, clockwise
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_draw_rotated_rectangle(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    angle: f64,
    target: i32,
    dtype: i32,
    value: *const c_void,
) -> i32 {
    paint(ctx, image, target, (dtype, value), || {
        Ok(draw::RotatedRectangle { centre: (x, y), size: (width, height), angle, perimeter: false })
    })
}

/// The outline of stoner_image_draw_rotated_rectangle, one pixel wide. (The original's `rectangle_perimeter`.)
/// @param x [pixels] column of the centre
/// @param y [pixels] row of the centre
/// @param width [pixels; min 0] the side along x before it is turned
/// @param height [pixels] the side along y
/// @param angle [angle] the angle by which it is turned, clockwise
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_draw_rotated_rectangle_perimeter(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    angle: f64,
    target: i32,
    dtype: i32,
    value: *const c_void,
) -> i32 {
    paint(ctx, image, target, (dtype, value), || {
        Ok(draw::RotatedRectangle { centre: (x, y), size: (width, height), angle, perimeter: true })
    })
}

/// A filled square around a centre, turned by an angle.
/// @param x [pixels] column of the centre
/// @param y [pixels] row of the centre
/// @param width [pixels; min 0] the length of a side
/// @param angle [angle; default 0] the angle by which it is turned, clockwise
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_draw_square(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    x: f64,
    y: f64,
    width: f64,
    angle: f64,
    target: i32,
    dtype: i32,
    value: *const c_void,
) -> i32 {
    paint(ctx, image, target, (dtype, value), || {
        Ok(draw::RotatedRectangle { centre: (x, y), size: (width, width), angle, perimeter: false })
    })
}

/// A rational quadratic Bezier curve one pixel wide (A. Zingl 2012, "A rasterizing algorithm for drawing curves").
/// @param x0 [pixels] column of the start, within 2^60 of 0 as all
/// @param y0 [pixels] row of the start
/// @param x1 [pixels] column of the point towards which it bends
/// @param y1 [pixels] row of that point
/// @param x2 [pixels] column of the end
/// @param y2 [pixels] row of the end
/// @param weight [real; min 0; max 1000000] how strongly it bends; 0: a straight line; 1: a parabola
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_draw_bezier_curve(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    x0: i64,
    y0: i64,
    x1: i64,
    y1: i64,
    x2: i64,
    y2: i64,
    weight: f64,
    target: i32,
    dtype: i32,
    value: *const c_void,
) -> i32 {
    paint(ctx, image, target, (dtype, value), || {
        Ok(draw::BezierCurve { from: (x0, y0), over: (x1, y1), to: (x2, y2), weight })
    })
}

fn vertices<'a>(x: *const f64, y: *const f64, n_vertices: i64) -> Result<(&'a [f64], &'a [f64])> {
    let n = count(n_vertices, "n_vertices")?;
    Ok((slice(x, n, "x")?, slice(y, n, "y")?))
}

/// The shape of the functions of this section.
fn paint<S: Shape>(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    target: i32,
    (dtype, value): (i32, *const c_void),
    shape: impl FnOnce() -> Result<S>,
) -> i32 {
    guard!(ctx, |context| {
        let target = match target {
            STONER_DRAW_IMAGE => Target::Image,
            STONER_DRAW_MASK => Target::Mask,
            _ => return Err(enumerations::DRAW.refuse("target", target)),
        };
        let shape = shape()?;
        // The handle is not locked while progress is reported: the host's function may use it.
        let frame = images::get(image, "image")?;
        let value = optional_number((dtype, "dtype"), value, frame.dtype())?.unwrap_or(Scalar::Int(1));
        let drawing = draw::Drawing::new(context, &frame, &shape, target, value)?;
        drop(frame);
        images::update(image, "image", |image| drawing.paint(image))
    })
}
