//! `var`, `std`, `anom`.

use super::counts::masked;
use super::over::Over;
use super::results::{counts, masked_where, plan, shaped};
use super::sum::{Sums, WideSums, in_moment_dtype, mean, sum_lanes, sum_of, sum_unmasked, to_wide};
use super::walk::{Lying, buffer, walk};
use super::wide::{Wide, Widened, load};
use crate::array::casting::promote;
use crate::array::simd::multiversioned;
use crate::array::{Cast, DType, Data, Element, MaskedArray, Shared, alloc};
use crate::context::{Error, Result, Stage, Status};
use crate::dispatch;
use num_complex::Complex;
use std::ops::Sub;

/// The variance over axes, the mean of |x - mean|^2, with the number of elements less `ddof` as the divisor; where that is not above 0
/// the result is masked. Real for complex arrays too. dtypes as those of [`mean`], all real.
///
/// # Errors
/// As [`mean`]; [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) for a complex dtype of real values.
pub fn var(
    stage: &Stage<'_>,
    array: &MaskedArray,
    over: Over<'_>,
    dtype: Option<DType>,
    ddof: i64,
) -> Result<MaskedArray> {
    variance(stage, array, over, dtype, ddof, false)
}

/// The standard deviation over axes: the root of the variance, masked where it is not finite.
///
/// # Errors
/// As [`var`].
pub fn std(
    stage: &Stage<'_>,
    array: &MaskedArray,
    over: Over<'_>,
    dtype: Option<DType>,
    ddof: i64,
) -> Result<MaskedArray> {
    variance(stage, array, over, dtype, ddof, true)
}

fn variance(
    stage: &Stage<'_>,
    array: &MaskedArray,
    over: Over<'_>,
    dtype: Option<DType>,
    ddof: i64,
    root: bool,
) -> Result<MaskedArray> {
    let data = match dtype {
        Some(dtype) if dtype.is_complex() && !array.dtype().is_complex() => {
            return Err(Error::argument("dtype", dtype, "float32 or float64 for a real array"));
        }
        // A real dtype is that of the parts.
        Some(dtype) if array.dtype().is_complex() => array.data().cast(match dtype {
            DType::F32 | DType::C64 => DType::C64,
            DType::F64 | DType::C128 => DType::C128,
            _ => return Err(Error::argument("dtype", dtype, "float32 or float64")),
        })?,
        _ => in_moment_dtype(array, dtype)?,
    };
    let result_dtype = match (array.mask(), data.dtype()) {
        (None, DType::F32 | DType::C64) => DType::F32,
        _ => DType::F64,
    };
    let array = &array.with_data(data)?;
    let counts = counts(stage, array, over)?;
    let all = over.reduced_len(array.shape()) as i64;
    let mut squares = match array.data() {
        Data::C64(a) => deviations(stage, array, a, over, counts.as_deref(), <_ as Cast<Complex<f64>>>::cast)?,
        Data::C128(a) => deviations(stage, array, a, over, counts.as_deref(), <_ as Cast<Complex<f64>>>::cast)?,
        real => dispatch!(real real, |a| of_real(stage, array, a, over, counts.as_deref())?,
            complex => unreachable!("complex came before")),
    };
    let mut left = alloc::vec(squares.len())?;
    left.extend(
        (0..squares.len()).map(|place| counts.as_ref().map_or(all, |counts| counts[place]).saturating_sub(ddof)),
    );
    for (square, &left) in squares.iter_mut().zip(&left) {
        *square = if left > 0 { *square / left as f64 } else { 0.0 };
        if root {
            *square = square.sqrt();
        }
    }
    let mut bad = None;
    if root && squares.iter().any(|x| !x.is_finite()) {
        bad = Some(masked_where(array, over, &squares, |x| !x.is_finite())?);
    }
    let values = shaped(array, over, squares)?.cast(result_dtype)?;
    let result = match counts {
        None if left.iter().all(|&left| left > 0) => MaskedArray::new(values, None)?,
        _ => MaskedArray::new(values, Some(masked_where(array, over, &left, |&left| left <= 0)?))?,
    };
    match bad {
        Some(bad) => result.with_more_mask(bad),
        None => Ok(result),
    }
}

fn of_real<T: Widened + Cast<f64>>(
    stage: &Stage<'_>,
    array: &MaskedArray,
    a: &Shared<T>,
    over: Over<'_>,
    counts: Option<&[i64]>,
) -> Result<Vec<f64>> {
    deviations(stage, array, a, over, counts, <T as Cast<f64>>::cast)
}

/// A wide type with a magnitude.
trait Magnitude: Wide {
    /// |x|^2
    fn square(self) -> f64;
    /// x y
    fn scaled(self, y: f64) -> Self;
    /// The sums of [`to_wide`] in this type.
    fn from_sums(sums: WideSums) -> Option<Vec<Self>>;
}

impl Magnitude for f64 {
    #[inline(always)]
    fn square(self) -> f64 {
        self * self
    }
    #[inline(always)]
    fn scaled(self, y: f64) -> f64 {
        self * y
    }
    fn from_sums(sums: WideSums) -> Option<Vec<f64>> {
        match sums {
            WideSums::Real(sums) => Some(sums),
            WideSums::Complex(_) => None,
        }
    }
}

impl Magnitude for Complex<f64> {
    #[inline(always)]
    fn square(self) -> f64 {
        self.re * self.re + self.im * self.im
    }
    #[inline(always)]
    fn scaled(self, y: f64) -> Self {
        self * y
    }
    fn from_sums(sums: WideSums) -> Option<Vec<Self>> {
        match sums {
            WideSums::Complex(sums) => Some(sums),
            WideSums::Real(_) => None,
        }
    }
}

/// The sum of |x - mean|^2 for each place. One pass where runs go to one place: a run's own mean and squares, joined with those so
/// far (Chan, Golub, LeVeque 1979, Stanford STAN-CS-79-773, equation 2.1). Two passes where each value has its own place.
fn deviations<T: Widened, W: Magnitude>(
    stage: &Stage<'_>,
    array: &MaskedArray,
    a: &Shared<T>,
    over: Over<'_>,
    counts: Option<&[i64]>,
    wide: impl Fn(T) -> W + Copy,
) -> Result<Vec<f64>> {
    let places = over.places(a.shape(), size_of::<W>())?;
    let plan = plan(array, over);
    let mut buffer = buffer::<W>(a.len())?;
    if plan.same() {
        let mut joined = Joined {
            n: alloc::zeroed_vec(places)?,
            mean: alloc::zeroed_vec(places)?,
            squares: alloc::zeroed_vec(places)?,
        };
        walk(stage, &plan, &Lying::of(a), array.mask(), &mut |step, values, mask| {
            let n = values.len() - mask.map_or(0, masked);
            if n == 0 {
                return;
            }
            let (mean, squares) = match (mask, W::same(values)) {
                (Some(mask), Some(values)) => {
                    let mean = sum_unmasked(values, mask).scaled(1.0 / n as f64);
                    (mean, squares_unmasked(values, mask, mean))
                }
                _ => {
                    let mean = sum_of(load(values, mask, W::default(), &mut buffer, wide)).scaled(1.0 / n as f64);
                    // A masked value that is the mean adds nothing.
                    (mean, squares_of(load(values, mask, mean, &mut buffer, wide), mean))
                }
            };
            joined.join(step.place, n as f64, mean, squares);
        })?;
        return Ok(joined.squares);
    }
    let all = over.reduced_len(a.shape()) as f64;
    let sums = to_wide(&stage.part(0.0..0.5), array, over)?;
    let mut mean = W::from_sums(sums).unwrap_or_default();
    for (place, mean) in mean.iter_mut().enumerate() {
        *mean = mean.scaled(1.0 / counts.map_or(all, |counts| counts[place] as f64));
    }
    let mut fold = Sums::new(places)?;
    let mut squares = self::buffer::<f64>(a.len())?;
    walk(&stage.part(0.5..1.0), &plan, &Lying::of(a), array.mask(), &mut |step, values, mask| {
        let values = load(values, None, W::default(), &mut buffer, wide);
        let squares = &mut squares[..values.len()];
        squares_each(values, mask, &mean[step.place..], squares);
        fold.fold(step, squares);
    })?;
    fold.finish()
}

/// For each place number, mean, and sum of squares so far.
struct Joined<W> {
    n: Vec<f64>,
    mean: Vec<W>,
    squares: Vec<f64>,
}

impl<W: Magnitude> Joined<W> {
    fn join(&mut self, place: usize, n: f64, mean: W, squares: f64) {
        let before = self.n[place];
        let total = before + n;
        let step = mean.minus(self.mean[place]);
        self.n[place] = total;
        self.mean[place] = self.mean[place].plus(step.scaled(n / total));
        self.squares[place] += squares + step.square() * (before * n / total);
    }
}

multiversioned! {
    fn squares_of<W: Magnitude>(values: &[W], mean: W) -> f64 {
        let mut lanes = [0.0; 16];
        let (chunks, rest) = values.as_chunks::<16>();
        for chunk in chunks {
            for (lane, &x) in lanes.iter_mut().zip(chunk) {
                *lane += x.minus(mean).square();
            }
        }
        for (lane, &x) in lanes.iter_mut().zip(rest) {
            *lane += x.minus(mean).square();
        }
        sum_lanes(lanes)
    }
}

multiversioned! {
    /// [`squares_of`] a run whose masked values are the mean, to the bit.
    fn squares_unmasked<W: Magnitude>(values: &[W], mask: &[bool], mean: W) -> f64 {
        let mut lanes = [0.0; 16];
        let ((chunks, rest), (masks, masks_rest)) = (values.as_chunks::<16>(), mask.as_chunks::<16>());
        for (chunk, masks) in chunks.iter().zip(masks) {
            for ((lane, &x), &masked) in lanes.iter_mut().zip(chunk).zip(masks) {
                *lane += (if masked { mean } else { x }).minus(mean).square();
            }
        }
        for ((lane, &x), &masked) in lanes.iter_mut().zip(rest).zip(masks_rest) {
            *lane += (if masked { mean } else { x }).minus(mean).square();
        }
        sum_lanes(lanes)
    }
}

multiversioned! {
    fn squares_each<W: Magnitude>(values: &[W], mask: Option<&[bool]>, mean: &[W], squares: &mut [f64]) {
        for ((square, &x), &mean) in squares.iter_mut().zip(values).zip(mean) {
            *square = x.minus(mean).square();
        }
        if let Some(mask) = mask {
            for (square, &masked) in squares.iter_mut().zip(mask) {
                *square = if masked { 0.0 } else { *square };
            }
        }
    }
}

/// The differences from the mean over axes, in the array's shape. Floats keep their dtype where the mean is that of the whole array,
/// else that of array and mean together.
///
/// # Errors
/// As [`mean`].
pub fn anom(stage: &Stage<'_>, array: &MaskedArray, axes: &[usize], dtype: Option<DType>) -> Result<MaskedArray> {
    let whole = axes.len() == array.ndim();
    let mean = mean(stage, array, Over { axes, keepdims: !whole }, dtype)?;
    let own = array.dtype();
    let dtype = match whole {
        true if own.is_float() || own.is_complex() => own,
        true if mean.dtype().is_complex() => DType::C128,
        true => DType::F64,
        false => promote(own, mean.dtype()),
    };
    let (data, reference) = (array.data().cast(dtype)?, mean.data().cast(dtype)?);
    let data = match (&data, &reference) {
        (Data::F32(a), Data::F32(b)) => less(a, b),
        (Data::F64(a), Data::F64(b)) => less(a, b),
        (Data::C64(a), Data::C64(b)) => less(a, b),
        (Data::C128(a), Data::C128(b)) => less(a, b),
        _ => unreachable!("a mean is a float, and so is what it is promoted to"),
    }?;
    let result = MaskedArray::new(data, array.mask().cloned())?;
    match mean.mask() {
        Some(mask) => result.with_more_mask(alloc::copy(broadcast(mask, array.shape())?)?.into_shared()),
        None => Ok(result),
    }
}

fn less<T: Element + Sub<Output = T>>(a: &Shared<T>, b: &Shared<T>) -> Result<Data> {
    if let (1, Some(&b)) = (b.len(), b.first()) {
        return alloc::map(a.view(), |a| a - b).map(Data::from);
    }
    alloc::zip_map(a.view(), broadcast(b, a.shape())?, |a, b| a - b).map(Data::from)
}

/// An array with axes of length 1, or of rank 0, as one of full shape.
fn broadcast<'a, T>(a: &'a Shared<T>, shape: &[usize]) -> Result<ndarray::ArrayViewD<'a, T>> {
    a.broadcast(shape)
        .ok_or_else(|| Error::new(Status::Shape, format!("{:?} does not broadcast to {shape:?}", a.shape())))
}
