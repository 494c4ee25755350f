//! Any points, any targets.

use super::interpolator::{Interpolator, Method};
use super::locate::Targets;
use super::points::Points;
use crate::array::{Data, MaskedArray, Shared, alloc};
use crate::context::{Context, Error, Result, Status};
use crate::image::Image;
use num_complex::Complex;

/// The values that an array's points have, at other positions: SciPy's `griddata` with the points as `self`.
///
/// `points` has shape (n, 2), each row an x and a y; `values` has n elements in any shape; `xi` has shape (..., 2), and the
/// result the shape without that last axis. Points take no part whose position is masked or not finite, or whose value
/// is masked or NaN. Where several lie on one place the mean of their values counts, for the nearest one the first.
/// `fill` stands at targets outside of the points' convex hull; the method nearest leaves none out but those that are no
/// numbers.
///
/// Linear and cubic results are f64, or complex128 where the values are complex; nearest keeps the values' dtype where no
/// target needs the fill.
///
/// # Errors
/// [`Status::Shape`] when shapes do not fit; [`Status::Dtype`] for complex positions; [`Status::NoResult`] when fewer than
/// three points take part, or all lie on one line (nearest needs one); [`Status::NoMemory`], [`Status::Cancelled`].
pub fn griddata(
    ctx: &Context,
    points: &Image,
    values: &Image,
    xi: &Image,
    method: Method,
    fill: f64,
    rescale: bool,
) -> Result<Image> {
    let at = columns(points.array(), "points")?;
    if points.ndim() != 2 {
        return Err(Error::new(Status::Shape, format!("the points have shape {:?}; allowed: (n, 2)", points.shape())));
    }
    let n = at[0].len();
    if values.array().len() != n {
        return Err(Error::new(
            Status::Shape,
            format!("there are {n} points and {} values (shape {:?})", values.array().len(), values.shape()),
        ));
    }
    let to = columns(xi.array(), "xi")?;
    let shape = &xi.shape()[..xi.ndim() - 1];
    let grid = match *shape {
        [rows, columns] => Targets::regular([&to[0], &to[1]], [rows, columns]),
        _ => None,
    };
    let targets = grid.unwrap_or(Targets::Points([&to[0], &to[1]]));
    let parts = parts(values.array())?;
    let mask = match values.array().mask() {
        Some(mask) => alloc::copy(mask.view())?.into_raw_vec_and_offset().0,
        None => Vec::new(),
    };
    let valid = |i: usize| !mask.get(i).is_some_and(|&m| m) && parts.iter().all(|part| !part[i].is_nan());
    let points = Points { at: [&at[0], &at[1]], shape: None };
    let stage = ctx.whole();
    let interpolator = Interpolator::new(&stage.part(0.0..0.7), method, rescale, &points, valid, &targets)?;
    let mut found = Vec::new();
    for (k, part) in parts.iter().enumerate() {
        let stage = stage.part(0.7..1.0).nth(k, parts.len());
        found.push(interpolator.apply(&stage, part, if k == 0 { fill } else { 0.0 })?);
    }
    let data = join(found, shape)?;
    let data = match method {
        Method::Nearest if (0..targets.len()).all(|i| interpolator.covers(i)) => data.cast(values.dtype())?,
        _ => data,
    };
    Ok(Image::new(data))
}

/// An array of the real parts, or of real and imaginary parts.
pub(super) fn join(mut parts: Vec<Vec<f64>>, shape: &[usize]) -> Result<Data> {
    match (parts.pop(), parts.pop()) {
        (Some(imaginary), Some(real)) => {
            let mut out = alloc::vec(real.len())?;
            out.extend(real.iter().zip(&imaginary).map(|(&re, &im)| Complex::new(re, im)));
            alloc::from_vec(shape, out).map(Data::from)
        }
        (real, _) => alloc::from_vec(shape, real.unwrap_or_default()).map(Data::from),
    }
}

/// The values as f64, or real and imaginary part.
pub(super) fn parts(array: &MaskedArray) -> Result<Vec<Vec<f64>>> {
    let flat = |array: ndarray::ArrayD<f64>| array.into_raw_vec_and_offset().0;
    Ok(match array.data() {
        Data::C64(data) => vec![
            flat(alloc::map(data.view(), |z| f64::from(z.re))?),
            flat(alloc::map(data.view(), |z| f64::from(z.im))?),
        ],
        Data::C128(data) => vec![flat(alloc::map(data.view(), |z| z.re)?), flat(alloc::map(data.view(), |z| z.im)?)],
        data => vec![flat(alloc::copy(data.to_f64()?.view())?)],
    })
}

/// The x and y of an array of shape (..., 2); NaN where they are masked.
fn columns(array: &MaskedArray, name: &str) -> Result<[Vec<f64>; 2]> {
    if array.shape().last() != Some(&2) || array.ndim() < 2 {
        return Err(Error::new(
            Status::Shape,
            format!(
                "`{name}` has shape {:?}; its last axis, of at least two, must have the length 2: x and y",
                array.shape()
            ),
        ));
    }
    let values = real(array, name)?;
    let (mut x, mut y) = (alloc::vec(array.len() / 2)?, alloc::vec(array.len() / 2)?);
    let mut part = |values: &[f64]| {
        x.extend(values.chunks_exact(2).map(|pair| pair[0]));
        y.extend(values.chunks_exact(2).map(|pair| pair[1]));
    };
    match values.as_slice() {
        Some(values) => part(values),
        None => part(&alloc::copy(values.view())?.into_raw_vec_and_offset().0),
    }
    if let Some(mask) = array.mask() {
        for (i, _) in mask.iter().enumerate().filter(|&(_, &masked)| masked) {
            if i % 2 == 0 { x[i / 2] = f64::NAN } else { y[i / 2] = f64::NAN }
        }
    }
    Ok([x, y])
}

/// Real numbers as f64, whatever is masked.
fn real(array: &MaskedArray, name: &str) -> Result<Shared<f64>> {
    if array.dtype().is_complex() {
        return Err(Error::new(Status::Dtype, format!("`{name}` is {}; positions are real", array.dtype())));
    }
    array.data().to_f64()
}

/// Real numbers as f64; NaN where they are masked.
pub(super) fn numbers(array: &MaskedArray, name: &str) -> Result<ndarray::ArrayD<f64>> {
    let values = real(array, name)?;
    match array.mask() {
        Some(mask) => alloc::zip_map(values.view(), mask.view(), |x, masked| if masked { f64::NAN } else { x }),
        None => alloc::copy(values.view()),
    }
}
