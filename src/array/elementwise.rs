//! Elementwise functions: conversion, limits, rounding, parts of complex numbers, filling.

use super::casting::{self, Casting, promote, promote_with_value};
use super::shape::Order;
use super::simd::multiversioned;
use super::{DType, Data, Element, FromScalar, Mask, MaskedArray, Scalar, Shared, alloc, select, shape};
use crate::context::{Error, Result, Status};
use crate::{dispatch, dispatch_dtype};
use num_complex::Complex;

/// The array in another dtype, as C converts (and as [`Cast`](super::Cast) says where C leaves it open), laid out in an order; `K` keeps
/// the order of axes in memory. The fill value is converted too.
///
/// # Errors
/// [`Status::Dtype`] when the rule does not allow the conversion; [`Status::NoMemory`].
pub fn astype(array: &MaskedArray, dtype: DType, order: Order, casting: Casting) -> Result<MaskedArray> {
    casting::check(array.dtype(), dtype, casting)?;
    array.with_data(in_order(array, order, |data| data.cast(dtype))?)
}

/// Applies a conversion whose result lies in C order so that the result lies in another order.
fn in_order(array: &MaskedArray, order: Order, f: impl FnOnce(&Data) -> Result<Data>) -> Result<Data> {
    let ndim = array.ndim();
    let axes: Vec<usize> = match order {
        Order::K => shape::memory_order(array.data()),
        _ if order.decided(array) == Order::F => (0..ndim).rev().collect(),
        _ => (0..ndim).collect(),
    };
    let turned = array.data().permuted(&axes);
    // A conversion to the same dtype shares the storage, in whatever order it lies.
    let turned = if turned.is_c_contiguous() { turned } else { turned.contiguous()? };
    let mut back = vec![0; ndim];
    axes.iter().enumerate().for_each(|(to, &from)| back[from] = to);
    Ok(f(&turned)?.permuted(&back))
}

/// The data with masked elements replaced; `None`: by the array's fill value. Without a mask the value is not used.
///
/// # Errors
/// [`Status::OutOfRange`] when the dtype does not hold the value; [`Status::NoMemory`].
pub fn filled(array: &MaskedArray, fill: Option<Scalar>) -> Result<Data> {
    let Some(mask) = array.mask() else { return Ok(array.data().clone()) };
    let fill = match fill {
        Some(fill) => array.fitting_fill(fill)?,
        None => array.fill_value(),
    };
    fn typed<T: FromScalar>(a: &Shared<T>, mask: &Mask, fill: T) -> Result<Data> {
        let mut out = alloc::vec(alloc::checked_len(a.shape(), size_of::<T>())?)?;
        alloc::each_run_of_pairs(a.view(), mask.view(), &mut |run, masked| {
            out.extend(run.iter().zip(masked).map(|(&x, &m)| if m { fill } else { x }));
        });
        alloc::from_vec(a.shape(), out).map(Data::from)
    }
    dispatch!(all array.data(), |a| typed(a, mask, FromScalar::from_scalar(fill)))
}

/// The real parts; what is not complex stays. As in numpy.ma neither hard mask nor fill value come along.
///
/// # Errors
/// [`Status::NoMemory`].
pub fn real(array: &MaskedArray) -> Result<MaskedArray> {
    MaskedArray::new(
        complex_part(array.data(), |x| x.re, |x| x.re)?.unwrap_or(array.data().clone()),
        array.mask().cloned(),
    )
}

/// The imaginary parts; 0 for what is not complex. As [`real`].
///
/// # Errors
/// [`Status::NoMemory`].
pub fn imag(array: &MaskedArray) -> Result<MaskedArray> {
    let data = match complex_part(array.data(), |x| x.im, |x| x.im)? {
        Some(data) => data,
        None => Data::zeros(array.dtype(), array.shape())?,
    };
    MaskedArray::new(data, array.mask().cloned())
}

fn complex_part<A: Element, B: Element>(
    data: &Data,
    f: impl Fn(Complex<f32>) -> A,
    g: impl Fn(Complex<f64>) -> B,
) -> Result<Option<Data>> {
    match data {
        Data::C64(a) => alloc::map(a.view(), f).map(Data::from).map(Some),
        Data::C128(a) => alloc::map(a.view(), g).map(Data::from).map(Some),
        _ => Ok(None),
    }
}

/// The complex conjugate; what is not complex stays.
///
/// # Errors
/// [`Status::NoMemory`].
pub fn conj(array: &MaskedArray) -> Result<MaskedArray> {
    match complex_part(array.data(), |x| x.conj(), |x| x.conj())? {
        Some(data) => array.with_data(data),
        None => Ok(array.clone()),
    }
}

/// Rounded to so many decimals, half to even; negative ones round integers to tens, hundreds and so on. Computed as numpy
/// does: multiplied by a power of ten, rounded, divided.
///
/// # Errors
/// [`Status::Dtype`] for bool with decimals; [`Status::NoMemory`].
pub fn round(array: &MaskedArray, decimals: i32) -> Result<MaskedArray> {
    let power = power_of_ten(decimals.unsigned_abs());
    let data = match array.data() {
        Data::Bool(_) if decimals == 0 => array.data().cast(DType::F32)?,
        Data::Bool(_) => {
            return Err(Error::new(Status::Dtype, "bool has no decimals to round to; allowed: `decimals` 0"));
        }
        Data::F64(a) => rounded(a, decimals, power)?,
        Data::F32(a) => rounded(a, decimals, power)?,
        Data::C128(a) => {
            alloc::map(a.view(), |x| Complex::new(one(x.re, decimals, power), one(x.im, decimals, power)))?.into()
        }
        Data::C64(a) => {
            alloc::map(a.view(), |x| Complex::new(one(x.re, decimals, power), one(x.im, decimals, power)))?.into()
        }
        integers if decimals >= 0 => integers.clone(),
        integers => {
            let Data::F64(a) = integers.cast(DType::F64)? else { unreachable!("cast gives the dtype asked for") };
            rounded(&a, decimals, power)?.cast(integers.dtype())?
        }
    };
    array.with_data(data)
}

/// The power of ten as numpy computes it, bit for bit: above 10^9 by repeated multiplication. From 10^309 on it is infinite.
fn power_of_ten(n: u32) -> f64 {
    (0..n.min(310)).fold(1.0, |power, _| power * 10.0)
}

/// The type in which numpy computes: f32 for f32 unless the power does not fit.
trait Rounds: Element {
    fn even(self) -> Self;
    fn times(self, power: f64) -> Self;
    fn over(self, power: f64) -> Self;
}

impl Rounds for f64 {
    #[inline(always)]
    fn even(self) -> f64 {
        self.round_ties_even()
    }
    #[inline(always)]
    fn times(self, power: f64) -> f64 {
        self * power
    }
    #[inline(always)]
    fn over(self, power: f64) -> f64 {
        self / power
    }
}

impl Rounds for f32 {
    #[inline(always)]
    fn even(self) -> f32 {
        self.round_ties_even()
    }
    #[inline(always)]
    fn times(self, power: f64) -> f32 {
        if power <= f64::from(f32::MAX) { self * power as f32 } else { (f64::from(self) * power) as f32 }
    }
    #[inline(always)]
    fn over(self, power: f64) -> f32 {
        if power <= f64::from(f32::MAX) { self / power as f32 } else { (f64::from(self) / power) as f32 }
    }
}

#[inline(always)]
fn one<T: Rounds>(x: T, decimals: i32, power: f64) -> T {
    match decimals {
        0 => x.even(),
        1.. => x.times(power).even().over(power),
        _ => x.over(power).even().times(power),
    }
}

multiversioned! {
    fn round_run<T: Rounds>(run: &[T], out: &mut [T], decimals: i32, power: f64) {
        match decimals {
            0 => run.iter().zip(out).for_each(|(&x, out)| *out = x.even()),
            1.. => run.iter().zip(out).for_each(|(&x, out)| *out = x.times(power).even().over(power)),
            _ => run.iter().zip(out).for_each(|(&x, out)| *out = x.over(power).even().times(power)),
        }
    }
}

fn rounded<T: Rounds>(a: &Shared<T>, decimals: i32, power: f64) -> Result<Data> {
    in_pieces(a, |run, out| round_run(run, out, decimals, power))
}

/// [`alloc::map`] with a kernel over slices, a piece of the cache at a time.
fn in_pieces<T: Element, U: Element>(a: &Shared<T>, mut kernel: impl FnMut(&[T], &mut [U])) -> Result<Data> {
    const PIECE: usize = 1024;
    let mut out = alloc::vec::<U>(alloc::checked_len(a.shape(), size_of::<U>())?)?;
    let mut piece = [U::default(); PIECE];
    alloc::each_run(a.view(), &mut |run| {
        for run in run.chunks(PIECE) {
            kernel(run, &mut piece[..run.len()]);
            out.extend_from_slice(&piece[..run.len()]);
        }
    });
    alloc::from_vec(a.shape(), out).map(Data::from)
}

/// Elements that have an order as numpy compares them: bool as integers, complex numbers by their real parts, then by their
/// imaginary ones.
pub trait Limited: FromScalar {
    /// Whether it is NaN, in any part.
    fn is_nan(self) -> bool;
    /// Whether it comes before another one.
    fn before(self, other: Self) -> bool;
    /// Whether it comes before another one or is equal to it.
    fn not_after(self, other: Self) -> bool;
}

macro_rules! limited {
    ($($type:ty)+) => { $(impl Limited for $type {
        #[inline(always)]
        #[allow(clippy::eq_op, reason = "only NaN differs from itself")]
        fn is_nan(self) -> bool {
            self != self
        }
        #[inline(always)]
        fn before(self, other: Self) -> bool {
            self < other
        }
        #[inline(always)]
        fn not_after(self, other: Self) -> bool {
            self <= other
        }
    })+ };
}
limited!(bool u8 i8 u16 i16 u32 i32 u64 i64 f32 f64);

macro_rules! limited_complex {
    ($($float:ty)+) => { $(impl Limited for Complex<$float> {
        fn is_nan(self) -> bool {
            self.re.is_nan() || self.im.is_nan()
        }
        fn before(self, other: Self) -> bool {
            self.re < other.re && !self.im.is_nan() && !other.im.is_nan() || self.re == other.re && self.im < other.im
        }
        fn not_after(self, other: Self) -> bool {
            self.re < other.re && !self.im.is_nan() && !other.im.is_nan() || self.re == other.re && self.im <= other.im
        }
    })+ };
}
limited_complex!(f32 f64);

/// The greater, or NaN where the first or else the second one is.
#[inline(always)]
pub(super) fn at_least<T: Limited>(x: T, low: T) -> T {
    if x.is_nan() || low.before(x) { x } else { low }
}

/// The smaller, or NaN where the first or else the second one is.
#[inline(always)]
pub(super) fn at_most<T: Limited>(x: T, high: T) -> T {
    if x.is_nan() || x.before(high) { x } else { high }
}

multiversioned! {
    fn clip_run<T: Limited>(run: &[T], out: &mut [T], low: Option<T>, high: Option<T>) {
        match (low, high) {
            (Some(low), Some(high)) => {
                run.iter().zip(out).for_each(|(&x, out)| *out = at_most(at_least(x, low), high));
            }
            (Some(low), None) => run.iter().zip(out).for_each(|(&x, out)| *out = at_least(x, low)),
            (None, Some(high)) => run.iter().zip(out).for_each(|(&x, out)| *out = at_most(x, high)),
            (None, None) => out.copy_from_slice(run),
        }
    }
}

fn no_limit() -> Error {
    Error::new(Status::InvalidArgument, "`min` and `max` are both missing; needed: at least one of them")
}

/// Limited to a range; NaN stays. The dtype is that of numpy for an array with numbers: integers take whole limits in their
/// own dtype, or the smallest one that holds them, and others as f64.
///
/// # Errors
/// [`Status::InvalidArgument`] without any limit; [`Status::NoMemory`].
pub fn clip(array: &MaskedArray, min: Option<Scalar>, max: Option<Scalar>) -> Result<MaskedArray> {
    if min.is_none() && max.is_none() {
        return Err(no_limit());
    }
    let dtype = [min, max].into_iter().flatten().fold(array.dtype(), promote_with_value);
    fn typed<T: Limited>(data: &Data, min: Option<Scalar>, max: Option<Scalar>) -> Result<Data> {
        let Some(a) = T::unwrap(data) else { return Err(Error::new(Status::Dtype, "the dtypes differ")) };
        let (min, max) = (min.map(T::from_scalar), max.map(T::from_scalar));
        in_pieces(a, |run, out| clip_run(run, out, min, max))
    }
    let data = array.data().cast(dtype)?;
    array.with_data(dispatch_dtype!(dtype, T => typed::<T>(&data, min, max))?)
}

/// Limited to a range that is given for each element; shapes are broadcast and dtypes promoted. An element is masked where it
/// or one of its limits is; where a limit is NaN so is the result.
///
/// # Errors
/// [`Status::InvalidArgument`] without any limit; [`Status::Shape`] when the shapes do not broadcast; [`Status::NoMemory`].
pub fn clip_arrays(array: &MaskedArray, min: Option<&MaskedArray>, max: Option<&MaskedArray>) -> Result<MaskedArray> {
    let given = || [min, max].into_iter().flatten();
    if given().next().is_none() {
        return Err(no_limit());
    }
    let dtype = given().fold(array.dtype(), |d, limit| promote(d, limit.dtype()));
    let lengths = given().try_fold(array.shape().to_vec(), |s, limit| select::broadcast_shape(&s, limit.shape()))?;
    fn typed<T: Limited>(arrays: [Option<&MaskedArray>; 3], dtype: DType, lengths: &[usize]) -> Result<Data> {
        let spread = |array: &MaskedArray| -> Result<Shared<T>> {
            let data = array.data().cast(dtype)?;
            let Some(a) = T::unwrap(&data) else { return Err(Error::new(Status::Dtype, "the dtypes differ")) };
            select::spread(a, lengths)
        };
        let [Some(x), min, max] = arrays else { return Err(no_limit()) };
        let mut out = spread(x)?;
        if let Some(min) = min {
            out = alloc::zip_map(out.view(), spread(min)?.view(), at_least)?.into_shared();
        }
        if let Some(max) = max {
            out = alloc::zip_map(out.view(), spread(max)?.view(), at_most)?.into_shared();
        }
        Ok(Data::from(out))
    }
    let data = dispatch_dtype!(dtype, T => typed::<T>([Some(array), min, max], dtype, &lengths))?;
    let mut mask: Option<Mask> = None;
    for one in [Some(array), min, max].into_iter().flatten().filter_map(|a| a.mask()) {
        let one = select::spread(one, &lengths)?;
        mask = Some(match mask {
            Some(mask) => alloc::zip_map(mask.view(), one.view(), |a, b| a | b)?.into_shared(),
            None => one,
        });
    }
    Ok(MaskedArray::new(data, mask)?.with_attributes_of(array))
}

/// Every element becomes one value, those under the mask too; the mask stays.
///
/// # Errors
/// [`Status::OutOfRange`] when the dtype does not hold the value; [`Status::NoMemory`].
pub fn fill(array: &mut MaskedArray, value: Scalar) -> Result<()> {
    let value = held(array, value, "value")?;
    array.update_data(|data| {
        fn typed<T: FromScalar>(a: &mut Shared<T>, value: Scalar) -> Result<()> {
            alloc::unique(a)?.fill(T::from_scalar(value));
            Ok(())
        }
        dispatch!(all data, |a| typed(a, value))
    })
}

/// The value at a flat index, and whether it is masked.
pub fn item(array: &MaskedArray, place: usize) -> (Scalar, bool) {
    fn at<T: Element>(a: &Shared<T>, place: usize) -> T {
        let mut rest = place;
        let mut index = vec![0; a.ndim()];
        for (i, &n) in index.iter_mut().zip(a.shape()).rev() {
            (*i, rest) = (rest % n, rest / n);
        }
        a[ndarray::IxDyn(&index)]
    }
    (dispatch!(all array.data(), |a| at(a, place).to_scalar()), array.mask().is_some_and(|mask| at(mask, place)))
}

/// Writes one value at a flat index, under the mask or not; the mask stays.
///
/// # Errors
/// [`Status::OutOfRange`] when the dtype does not hold the value; [`Status::NoMemory`].
pub fn itemset(array: &mut MaskedArray, place: usize, value: Scalar) -> Result<()> {
    let value = held(array, value, "value")?;
    let mask = array.mask().cloned();
    let one = dispatch_dtype!(array.dtype(), T => MaskedArray::from(alloc::full::<T>(&[1], T::from_scalar(value))?));
    let hard = array.is_hard();
    // `put` minds the mask, which numpy's `itemset` does not.
    array.set_mask(None)?;
    let put = select::put(array, &[place as i64], &one, select::Mode::Raise);
    array.set_mask(mask)?;
    array.set_hard(hard);
    put
}

fn held(array: &MaskedArray, value: Scalar, name: &str) -> Result<Scalar> {
    if value.fits(array.dtype()) {
        return Ok(value.in_dtype(array.dtype()));
    }
    Err(Error::out_of_range(name, value, format!("a value that {} can hold", array.dtype())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn array(values: Vec<f64>) -> MaskedArray {
        let n = values.len();
        let mask = alloc::from_vec(&[n], (0..n).map(|i| i == 1).collect()).unwrap().into_shared();
        MaskedArray::new(Data::from(alloc::from_vec(&[n], values).unwrap()), Some(mask)).unwrap()
    }

    fn values(array: &MaskedArray) -> Vec<f64> {
        array.data().to_f64().unwrap().iter().copied().collect()
    }

    #[test]
    fn the_kernels_equal_the_plain_functions() {
        let x: Vec<f64> = (0..5000).map(|i| (f64::from(i) - 2500.5) / 7.0).collect();
        for decimals in [-1, 0, 1, 3] {
            let power = 10f64.powi(i32::abs(decimals));
            let out = values(&round(&array(x.clone()), decimals).unwrap());
            assert!(x.iter().zip(&out).all(|(&x, &y)| one(x, decimals, power) == y));
        }
        for (low, high) in [(Some(-3.0), Some(9.0)), (None, Some(1.0)), (Some(2.0), None), (Some(5.0), Some(1.0))] {
            let limits = [low, high].map(|limit| limit.map(Scalar::Float));
            let out = values(&clip(&array(x.clone()), limits[0], limits[1]).unwrap());
            let plain =
                |x: f64| high.map_or_else(|| low.map_or(x, |l| x.max(l)), |h| low.map_or(x, |l| x.max(l)).min(h));
            assert!(x.iter().zip(&out).all(|(&x, &y)| plain(x) == y));
        }
    }

    #[test]
    fn nan_stays_and_limits_that_are_nan_win() {
        let a = array(vec![f64::NAN, 2.0, 3.0]);
        assert!(values(&clip(&a, Some(Scalar::Float(0.0)), Some(Scalar::Int(1))).unwrap())[0].is_nan());
        let limit = MaskedArray::from(alloc::from_vec(&[1], vec![f64::NAN]).unwrap());
        assert!(values(&clip_arrays(&a, Some(&limit), None).unwrap()).iter().all(|x| x.is_nan()));
        assert_eq!(clip(&a, None, None).unwrap_err().status(), Status::InvalidArgument);
    }

    #[test]
    fn integers_beyond_the_doubles_are_exact() {
        let (big, more) = ((1i64 << 53) + 1, i128::from(u64::MAX) - 1);
        let signed = MaskedArray::from(alloc::from_vec(&[3], vec![i64::MIN, 0, i64::MAX]).unwrap());
        let clipped = clip(&signed, Some(Scalar::Int(-i128::from(big))), Some(Scalar::Int(big.into()))).unwrap();
        assert_eq!(clipped.data().typed::<i64>().unwrap().as_slice().unwrap(), [-big, 0, big]);
        let unsigned = MaskedArray::from(alloc::from_vec(&[2], vec![0u64, u64::MAX]).unwrap());
        let clipped = clip(&unsigned, Some(Scalar::Int(big.into())), Some(Scalar::Int(more))).unwrap();
        assert_eq!(clipped.data().typed::<u64>().unwrap().as_slice().unwrap(), [big as u64, u64::MAX - 1]);
    }

    #[test]
    fn filling_and_items_mind_the_dtype() {
        let a = array(vec![1.0, 2.0, 3.0]);
        assert_eq!(filled(&a, Some(Scalar::Int(7))).unwrap().to_f64().unwrap().as_slice().unwrap(), [1.0, 7.0, 3.0]);
        let mut bytes = a.with_data(a.data().cast(DType::U8).unwrap()).unwrap();
        assert_eq!(filled(&bytes, Some(Scalar::Int(256))).unwrap_err().status(), Status::OutOfRange);
        assert_eq!(fill(&mut bytes, Scalar::Float(f64::NAN)).unwrap_err().status(), Status::OutOfRange);
        itemset(&mut bytes, 1, Scalar::Float(9.9)).unwrap();
        assert_eq!(item(&bytes, 1), (Scalar::Int(9), true));
        fill(&mut bytes, Scalar::Int(4)).unwrap();
        assert_eq!(values(&bytes), [4.0; 3]);
        assert!(item(&bytes, 1).1);
    }
}
