//! Turns, flips and other orders of the axes: operations that move pixels without changing their values.
//!
//! They act on the last two axes of an image or a stack, and none of them copies a pixel: the result shares the storage
//! of its input. Planes follow, and the map is composed, so that every pixel keeps its stage position.

use crate::array::{self, MaskedArray, shape};
use crate::context::{Context, Result, Warning};
use crate::image::Image;

/// A quarter turn clockwise.
///
/// # Errors
/// [`Status::Shape`](crate::context::Status::Shape) when the rank is not 2 or 3, as for all operations here.
pub fn cw(image: &Image) -> Result<Image> {
    let (rows, _) = image.frame_shape()?;
    let turn = |a: &mut MaskedArray| {
        a.invert_axis(y(a));
        a.swap_axes(y(a), x(a));
    };
    Ok(image.reindex(turn, [0.0, last(rows)], [[0.0, 1.0], [-1.0, 0.0]]))
}

/// A quarter turn counter-clockwise.
///
/// # Errors
/// As [`cw`].
pub fn ccw(image: &Image) -> Result<Image> {
    let (_, columns) = image.frame_shape()?;
    let turn = |a: &mut MaskedArray| {
        a.invert_axis(x(a));
        a.swap_axes(y(a), x(a));
    };
    Ok(image.reindex(turn, [last(columns), 0.0], [[0.0, -1.0], [1.0, 0.0]]))
}

/// Left becomes right.
///
/// # Errors
/// As [`cw`].
pub fn flip_h(image: &Image) -> Result<Image> {
    let (_, columns) = image.frame_shape()?;
    Ok(image.reindex(|a| a.invert_axis(x(a)), [last(columns), 0.0], [[-1.0, 0.0], [0.0, 1.0]]))
}

/// Top becomes bottom.
///
/// # Errors
/// As [`cw`].
pub fn flip_v(image: &Image) -> Result<Image> {
    let (rows, _) = image.frame_shape()?;
    Ok(image.reindex(|a| a.invert_axis(y(a)), [0.0, last(rows)], [[1.0, 0.0], [0.0, -1.0]]))
}

/// The axes in another order, of any rank. Planes and map follow where each frame stays an image: the last two axes keep
/// their places or change them with each other. Else they are dropped with a warning.
///
/// # Errors
/// As [`shape::transpose`].
pub fn permute(ctx: &Context, image: &Image, axes: &[i32]) -> Result<Image> {
    let order = shape::permutation(axes, image.ndim())?;
    let n = order.len();
    if order.iter().enumerate().all(|(i, &axis)| i == axis) {
        return Ok(image.clone());
    }
    if (2..=3).contains(&n) && order[n - 2..] == [n - 1, n - 2] {
        return Ok(image.reindex(|a| a.swap_axes(y(a), x(a)), [0.0, 0.0], [[0.0, 1.0], [1.0, 0.0]]));
    }
    Ok(image.with_moved_array(ctx, shape::transpose(image.array(), axes)?, "transpose"))
}

/// Two axes exchanged, as [`permute`].
///
/// # Errors
/// [`Status::OutOfRange`](crate::context::Status::OutOfRange).
pub fn swapaxes(ctx: &Context, image: &Image, axis1: i32, axis2: i32) -> Result<Image> {
    let ndim = image.ndim();
    let (a, b) = (array::axis(axis1, ndim, "axis1")?, array::axis(axis2, ndim, "axis2")?);
    let mut order: Vec<i32> = (0..ndim as i32).collect();
    order.swap(a, b);
    permute(ctx, image, &order)
}

/// The image with all axes reversed, numpy's `T`: rows become columns.
///
/// A stack's frames become its columns, which are no longer images of the sample: the map and the planes that all frames
/// share have no meaning then and are dropped with a warning. Planes of the stack's own shape follow.
///
/// # Errors
/// As [`cw`].
pub fn transpose(ctx: &Context, image: &Image) -> Result<Image> {
    image.frame_shape()?;
    if image.ndim() == 2 {
        return Ok(image.reindex(|a| a.swap_axes(0, 1), [0.0, 0.0], [[0.0, 1.0], [1.0, 0.0]]));
    }
    let mut lost: Vec<&str> =
        image.planes().iter().filter(|(_, p)| p.array.ndim() != 3).map(|(name, _)| name).collect();
    let mut whole = image.clone();
    for name in &lost {
        whole.remove_plane(name);
    }
    whole.set_map(None);
    lost.extend(image.map().map(|_| "map"));
    if !lost.is_empty() {
        ctx.warn_of(
            Warning::PositionsDropped,
            format!("transpose: the frames of the stack are gone; dropped: {}", lost.join(", ")),
        );
    }
    // Without a map the offset and matrix have nothing to act on.
    Ok(whole.reindex(|a| a.swap_axes(0, 2), [0.0, 0.0], [[1.0, 0.0], [0.0, 1.0]]))
}

/// The axis of the columns.
pub(super) fn x(a: &MaskedArray) -> usize {
    a.ndim() - 1
}

/// The axis of the rows.
pub(super) fn y(a: &MaskedArray) -> usize {
    a.ndim() - 2
}

fn last(n: usize) -> f64 {
    n as f64 - 1.0
}

#[cfg(test)]
mod tests {
    use super::super::crops::{aspect, centre, crop};
    use super::*;
    use crate::array::{DType, Data, Shared, alloc};
    use crate::context::Status;
    use crate::image::{ACTUAL_X, ACTUAL_Y, Map, PixelBox, Plane};
    use ndarray::{ArrayD, Dimension, IxDyn};

    fn ramp(shape: &[usize]) -> ArrayD<f64> {
        alloc::from_vec(shape, (0..shape.iter().product::<usize>()).map(|i| i as f64).collect()).unwrap()
    }

    fn values(image: &Image) -> Vec<f64> {
        image.data().to_f64().unwrap().iter().copied().collect()
    }

    /// A masked image whose pixel values are unique, with a skew map and the positions that follow from it as planes.
    fn scan(shape: &[usize]) -> Image {
        let pixels = ramp(shape);
        let mask = alloc::map(pixels.view(), |v| v % 3.0 == 1.0).unwrap().into_shared();
        let mut image = Image::new(MaskedArray::new(pixels, Some(mask)).unwrap());
        // Powers of two, so that positions are exact in any order of the arithmetic.
        let map = Map {
            origin: [-20.5, 7.25],
            step: [[0.125, 0.0625], [-0.03125, -0.25]],
            names: ["sample_x".into(), "sample_y".into()],
            units: [None, None],
        };
        let (rows, columns) = image.frame_shape().unwrap();
        for (i, name) in [ACTUAL_X, ACTUAL_Y].into_iter().enumerate() {
            let array = map.axis(i, rows, columns).evaluate().unwrap();
            image.set_plane(name, Plane { array, unit: Some("um".into()) }).unwrap();
        }
        image.set_plane("own", Plane { array: image.array().clone(), unit: None }).unwrap();
        image.set_map(Some(map));
        image
    }

    /// For every pixel (they are told apart by their values): position by the map, position by the planes, mask.
    fn positions(image: &Image) -> Vec<(f64, [f64; 2], [f64; 2], bool)> {
        let pixels = image.data().typed::<f64>().unwrap();
        let plane = |name| image.planes().get(name).unwrap().array.data().typed::<f64>().unwrap().clone();
        let (actual_x, actual_y): (Shared<f64>, Shared<f64>) = (plane(ACTUAL_X), plane(ACTUAL_Y));
        let mask = image.array().mask().unwrap();
        let mut all: Vec<_> = pixels
            .indexed_iter()
            .map(|(index, &value)| {
                let n = index.ndim();
                let (row, column) = (index[n - 2], index[n - 1]);
                let at = IxDyn(&[row, column]);
                let by_map = image.map().unwrap().position(column as f64, row as f64);
                (value, by_map, [actual_x[&at], actual_y[&at]], mask[index])
            })
            .collect();
        all.sort_by(|a, b| a.0.total_cmp(&b.0));
        all
    }

    type Op = (&'static str, fn(&Image) -> Result<Image>);
    const OPS: [Op; 6] = [
        ("cw", cw),
        ("ccw", ccw),
        ("flip_h", flip_h),
        ("flip_v", flip_v),
        ("transpose", |i| if i.ndim() == 2 { transpose(&Context::new(), i) } else { Ok(i.clone()) }),
        ("crop", |i| {
            let (rows, columns) = i.frame_shape()?;
            crop(i, PixelBox { xmin: columns / 3, xmax: columns, ymin: 0, ymax: rows - rows / 4 })
        }),
    ];

    #[test]
    fn small_images_move_as_numpy_moves_them() {
        let image = Image::new(ramp(&[2, 3]));
        let check = |op: fn(&Image) -> Result<Image>, shape: [usize; 2], expected: [u8; 6]| {
            let result = op(&image).unwrap();
            assert_eq!(result.shape(), shape);
            assert_eq!(values(&result), expected.map(f64::from));
        };
        check(cw, [3, 2], [3, 0, 4, 1, 5, 2]);
        check(ccw, [3, 2], [2, 5, 1, 4, 0, 3]);
        check(flip_h, [2, 3], [2, 1, 0, 5, 4, 3]);
        check(flip_v, [2, 3], [3, 4, 5, 0, 1, 2]);
        check(|i| transpose(&Context::new(), i), [3, 2], [0, 3, 1, 4, 2, 5]);
        let part = crop(&image, PixelBox { xmin: 1, xmax: 3, ymin: 1, ymax: 2 }).unwrap();
        assert_eq!((part.shape(), values(&part)), (&[1, 2][..], vec![4.0, 5.0]));
        assert_eq!((aspect(&image).unwrap(), centre(&image).unwrap()), (1.5, [1.0, 1.5]));
    }

    #[test]
    fn every_pixel_keeps_its_position_through_chains_of_operations() {
        for shape in [&[5, 8][..], &[1, 7], &[6, 1], &[1, 1], &[3, 5, 8]] {
            let start = scan(shape);
            // All chains of three, each step checked against the start.
            for chain in 0..OPS.len().pow(3) {
                let mut image = start.clone();
                let mut names = Vec::new();
                for step in [chain / 36, chain / 6 % 6, chain % 6] {
                    names.push(OPS[step].0);
                    image = OPS[step].1(&image).unwrap();
                    let own = &image.planes().get("own").unwrap().array;
                    assert!(own.equals(image.array()), "{shape:?} {names:?}");
                    let before = positions(&start);
                    for after in positions(&image) {
                        assert_eq!(before[after.0 as usize], after, "{shape:?} {names:?}");
                        assert_eq!(after.1, after.2, "{shape:?} {names:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn turns_and_flips_undo_each_other() {
        for shape in [&[4, 7][..], &[2, 3, 5], &[0, 4]] {
            let image = scan(shape);
            let twice =
                |f: fn(&Image) -> Result<Image>, g: fn(&Image) -> Result<Image>| g(&f(&image).unwrap()).unwrap();
            for (f, g) in [(cw as fn(&Image) -> _, ccw as fn(&Image) -> _), (flip_h, flip_h), (flip_v, flip_v)] {
                assert!(twice(f, g).equals(&image), "{shape:?}");
            }
            assert!(twice(cw, cw).equals(&twice(flip_h, flip_v)));
        }
    }

    #[test]
    fn nothing_is_copied_whatever_the_size() {
        for side in [64, 4096] {
            for dtype in [DType::U8, DType::F64] {
                let image = Image::new(Data::zeros(dtype, &[side, side]).unwrap());
                let size = (side * side * dtype.itemsize()) as isize;
                let start = image.data().as_ptr() as isize;
                let inside = |i: &Image| (0..size).contains(&(i.data().as_ptr() as isize - start));
                assert_eq!(image.clone().data().as_ptr(), image.data().as_ptr());
                for (name, op) in OPS {
                    assert!(inside(&op(&image).unwrap()), "{name}");
                }
            }
        }
    }

    #[test]
    fn the_transpose_of_a_stack_keeps_only_planes_of_its_own_shape() {
        let ctx = Context::new();
        let stack = scan(&[2, 3, 4]);
        let t = transpose(&ctx, &stack).unwrap();
        assert_eq!(t.shape(), [4, 3, 2]);
        assert_eq!(t.data().typed::<f64>().unwrap()[[3, 2, 1]], stack.data().typed::<f64>().unwrap()[[1, 2, 3]]);
        assert_eq!(t.planes().names().collect::<Vec<_>>(), ["own"]);
        assert!(t.planes().get("own").unwrap().array.equals(t.array()));
        assert!(t.map().is_none());
        assert_eq!(ctx.warning_counts(), (1, 0));
        let warning = ctx.warning(0).unwrap();
        assert!(["actual_x", "actual_y", "map"].iter().all(|name| warning.contains(name)), "{warning}");
        transpose(&ctx, &Image::new(ramp(&[2, 3, 4]))).unwrap();
        assert_eq!(ctx.warning_counts(), (1, 0));
    }

    #[test]
    fn other_ranks_and_boxes_outside_are_refused() {
        for shape in [&[][..], &[5], &[2, 2, 2, 2]] {
            let image = Image::new(ramp(shape));
            for (name, op) in &OPS[..4] {
                assert_eq!(op(&image).unwrap_err().status(), Status::Shape, "{name}");
            }
            assert_eq!(transpose(&Context::new(), &image).unwrap_err().status(), Status::Shape);
            assert_eq!(aspect(&image).unwrap_err().status(), Status::Shape);
        }
        let image = Image::new(ramp(&[3, 4]));
        for (xmin, xmax, ymin, ymax) in [(0, 5, 0, 3), (0, 4, 0, 4), (2, 2, 0, 3), (3, 1, 0, 3), (0, 4, 2, 1)] {
            let status = crop(&image, PixelBox { xmin, xmax, ymin, ymax }).unwrap_err().status();
            assert_eq!(status, Status::OutOfRange);
        }
        assert_eq!(aspect(&Image::new(ramp(&[0, 4]))).unwrap_err().status(), Status::NoResult);
    }
}
