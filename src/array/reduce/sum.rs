//! `sum`, `prod`, `count`, `mean`.

use super::over::{Over, check_dtype};
use super::results::{counts, finish, masked_where, shaped};
use super::walk::{Lying, Plan, Step, buffer, walk};
use super::wide::{Wide, Widened, load};
use crate::array::simd::multiversioned;
use crate::array::{Cast, DType, Data, Mask, MaskedArray, Shared, alloc};
use crate::context::{Error, Result, Stage};
use crate::dispatch;

/// The sum over axes, in numpy's dtype (integers: 64 bits, bool: `i64`) or the one given. Masked elements count as 0.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled),
/// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) for a real dtype of complex values.
pub fn sum(stage: &Stage<'_>, array: &MaskedArray, over: Over<'_>, dtype: Option<DType>) -> Result<MaskedArray> {
    check_dtype(array, dtype)?;
    let dtype = dtype.unwrap_or(sum_dtype(array.dtype()));
    let array = &array.with_data(in_class_of(array.data(), dtype)?)?;
    let sums = dispatch!(all array.data(), |a| {
        let sums = sums(stage, a, array.mask(), over)?;
        shaped(array, over, sums)?
    });
    finish(array, over, sums.cast(dtype)?, counts(stage, array, over)?.as_deref())
}

/// The product over axes; dtypes as those of [`sum`]. Masked elements count as 1.
///
/// # Errors
/// As [`sum`].
pub fn prod(stage: &Stage<'_>, array: &MaskedArray, over: Over<'_>, dtype: Option<DType>) -> Result<MaskedArray> {
    check_dtype(array, dtype)?;
    let dtype = dtype.unwrap_or(sum_dtype(array.dtype()));
    let array = &array.with_data(in_class_of(array.data(), dtype)?)?;
    let products = dispatch!(all array.data(), |a| {
        let products = products(stage, a, array.mask(), over)?;
        shaped(array, over, products)?
    });
    finish(array, over, products.cast(dtype)?, counts(stage, array, over)?.as_deref())
}

/// The number of unmasked elements over axes, as `i64`.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
pub fn count(stage: &Stage<'_>, array: &MaskedArray, over: Over<'_>) -> Result<MaskedArray> {
    let counts = match counts(stage, array, over)? {
        Some(counts) => counts,
        None => {
            let places = over.places(array.shape(), 8)?;
            let mut counts = alloc::vec(places)?;
            counts.resize(places, over.reduced_len(array.shape()) as i64);
            counts
        }
    };
    MaskedArray::new(shaped(array, over, counts)?, None)
}

/// The mean over axes of the unmasked elements. Without a mask `f32` stays `f32`; otherwise the result is `f64`, as
/// numpy.ma's, and where the result is an array what is not finite is masked, as its documentation says.
///
/// # Errors
/// As [`sum`]; [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) for an integer dtype.
pub fn mean(stage: &Stage<'_>, array: &MaskedArray, over: Over<'_>, dtype: Option<DType>) -> Result<MaskedArray> {
    let result_dtype = mean_dtype(array, dtype);
    let array = &array.with_data(in_moment_dtype(array, dtype)?)?;
    // numpy.ma masks what is not finite of arrays, not of numbers.
    let masks = array.mask().is_some() && over.ndim(array.ndim()) > 0;
    let counts = counts(stage, array, over)?;
    let all = over.reduced_len(array.shape()) as f64;
    let count = |place: usize| counts.as_ref().map_or(all, |counts| counts[place] as f64);
    fn finite(x: &f64) -> bool {
        x.is_finite()
    }
    let (values, bad): (Data, Option<Mask>) = match to_wide(stage, array, over)? {
        WideSums::Real(mut sums) => {
            sums.iter_mut().enumerate().for_each(|(place, sum)| *sum = mean_of(*sum, count(place)));
            let bad = masks.then(|| masked_where(array, over, &sums, |x| !finite(x))).transpose()?;
            (shaped(array, over, sums)?, bad)
        }
        WideSums::Complex(mut sums) => {
            sums.iter_mut().enumerate().for_each(|(place, sum)| {
                (sum.re, sum.im) = (mean_of(sum.re, count(place)), mean_of(sum.im, count(place)));
            });
            let bad =
                masks.then(|| masked_where(array, over, &sums, |x| !(finite(&x.re) && finite(&x.im)))).transpose()?;
            (shaped(array, over, sums)?, bad)
        }
    };
    let result = finish(array, over, values.cast(result_dtype)?, counts.as_deref())?;
    match bad {
        Some(bad) => result.with_more_mask(bad),
        None => Ok(result),
    }
}

/// The mean of no elements is 0 / 0 where no mask can tell.
fn mean_of(sum: f64, count: f64) -> f64 {
    sum / count
}

/// numpy's dtype of a sum.
pub(in crate::array) fn sum_dtype(dtype: DType) -> DType {
    match dtype {
        DType::Bool => DType::I64,
        dtype if dtype.is_signed_integer() => DType::I64,
        dtype if dtype.is_unsigned_integer() => DType::U64,
        dtype => dtype,
    }
}

/// The data such that computing in their wide type and casting to `dtype` is computing in `dtype`: wide integers wrap as
/// narrow ones, all else is cast.
pub(in crate::array) fn in_class_of(data: &Data, dtype: DType) -> Result<Data> {
    let from = data.dtype();
    let integral = |dtype: DType| dtype.is_integer() || dtype == DType::Bool;
    // A sum of booleans as a boolean is whether any is true, not the sum's lowest bit.
    if from == dtype || dtype != DType::Bool && integral(from) && integral(dtype) {
        return Ok(data.clone());
    }
    data.cast(dtype)
}

/// The data of a mean or variance in the requested dtype.
pub(super) fn in_moment_dtype(array: &MaskedArray, dtype: Option<DType>) -> Result<Data> {
    check_dtype(array, dtype)?;
    match dtype {
        None => Ok(array.data().clone()),
        Some(dtype) if dtype.is_float() || dtype.is_complex() => array.data().cast(dtype),
        Some(dtype) => Err(Error::argument("dtype", dtype, "float32, float64, complex64, complex128")),
    }
}

/// numpy.ma's dtype of a mean.
pub(super) fn mean_dtype(array: &MaskedArray, dtype: Option<DType>) -> DType {
    let dtype = dtype.unwrap_or(array.dtype());
    match (dtype.is_complex(), array.mask().is_some()) {
        (true, true) => DType::C128,
        (true, false) => dtype,
        (false, false) if dtype.is_float() => dtype,
        (false, _) => DType::F64,
    }
}

pub(super) enum WideSums {
    Real(Vec<f64>),
    Complex(Vec<num_complex::Complex<f64>>),
}

/// The sums as means need them: those of integers as floats.
pub(super) fn to_wide(stage: &Stage<'_>, array: &MaskedArray, over: Over<'_>) -> Result<WideSums> {
    fn of_real<T: Cast<f64> + Widened>(
        stage: &Stage<'_>,
        a: &Shared<T>,
        mask: Option<&Mask>,
        over: Over<'_>,
    ) -> Result<WideSums> {
        sums_as(stage, a, mask, over, <T as Cast<f64>>::cast).map(WideSums::Real)
    }
    let mask = array.mask();
    match array.data() {
        Data::C64(a) => sums(stage, a, mask, over).map(WideSums::Complex),
        Data::C128(a) => sums(stage, a, mask, over).map(WideSums::Complex),
        real => dispatch!(real real, |a| of_real(stage, a, mask, over), complex => unreachable!("complex came before")),
    }
}

fn sums<T: Widened>(stage: &Stage<'_>, a: &Shared<T>, mask: Option<&Mask>, over: Over<'_>) -> Result<Vec<T::Wide>> {
    sums_as(stage, a, mask, over, T::cast)
}

/// The sum for each place of the result.
fn sums_as<T: Widened, W: Wide>(
    stage: &Stage<'_>,
    a: &Shared<T>,
    mask: Option<&Mask>,
    over: Over<'_>,
    wide: impl Fn(T) -> W + Copy,
) -> Result<Vec<W>> {
    let mut fold = Sums::new(over.places(a.shape(), size_of::<W>())?)?;
    let mut buffer = buffer::<W>(a.len())?;
    let plan = Plan::new(a.shape(), a.strides(), over.axes, false);
    walk(stage, &plan, &Lying::of(a), mask, &mut |step, values, mask| match (mask, W::same(values)) {
        (Some(mask), Some(values)) if step.same => fold.add(step.place, sum_unmasked(values, mask)),
        _ => fold.fold(step, load(values, mask, W::default(), &mut buffer, wide)),
    })?;
    fold.finish()
}

/// Adds up; see the module's description for how.
pub(super) struct Sums<W> {
    /// The sums of the last rows, at most [`ROWS`].
    rows: Vec<W>,
    total: Vec<W>,
    lost: Vec<W>,
}

/// The number of rows that are added plainly before the error is corrected.
const ROWS: usize = 64;

impl<W: Wide> Sums<W> {
    pub fn new(places: usize) -> Result<Self> {
        let zeros = || alloc::zeroed_vec(places);
        Ok(Sums { rows: zeros()?, total: zeros()?, lost: zeros()? })
    }

    pub fn fold(&mut self, step: Step, values: &[W]) {
        if step.same {
            return self.add(step.place, sum_of(values));
        }
        let range = step.place..step.place + values.len();
        add(&mut self.rows[range.clone()], values);
        if step.index % ROWS == ROWS - 1 {
            settle(&mut self.rows[range.clone()], &mut self.total[range.clone()], &mut self.lost[range]);
        }
    }

    /// Adds the sum of a run.
    fn add(&mut self, place: usize, sum: W) {
        let total = &mut self.total[place];
        let new = total.plus(sum);
        self.lost[place] = self.lost[place].plus(total.lost(sum, new));
        *total = new;
    }

    pub fn finish(mut self) -> Result<Vec<W>> {
        settle(&mut self.rows, &mut self.total, &mut self.lost);
        self.total.iter_mut().zip(&self.lost).for_each(|(total, &lost)| *total = total.settled(lost));
        Ok(self.total)
    }
}

multiversioned! {
    fn add<W: Wide>(to: &mut [W], values: &[W]) {
        to.iter_mut().zip(values).for_each(|(to, &x)| *to = to.plus(x));
    }
}

multiversioned! {
    fn settle<W: Wide>(rows: &mut [W], total: &mut [W], lost: &mut [W]) {
        for ((row, total), lost) in rows.iter_mut().zip(total).zip(lost) {
            let new = total.plus(*row);
            *lost = lost.plus(total.lost(*row, new));
            *total = new;
            *row = W::default();
        }
    }
}

/// The values are added in this many sums side by side.
const LANES: usize = 16;

multiversioned! {
    #[no_avx512]
    /// The sum of one run.
    pub(super) fn sum_of<W: Wide>(values: &[W]) -> W {
        let mut lanes = [W::default(); LANES];
        let (chunks, rest) = values.as_chunks::<LANES>();
        for chunk in chunks {
            for (lane, &x) in lanes.iter_mut().zip(chunk) {
                *lane = lane.plus(x);
            }
        }
        for (lane, &x) in lanes.iter_mut().zip(rest) {
            *lane = lane.plus(x);
        }
        sum_lanes(lanes)
    }
}

multiversioned! {
    #[no_avx512]
    /// [`sum_of`] a run whose masked values are 0, to the bit.
    pub(super) fn sum_unmasked<W: Wide>(values: &[W], mask: &[bool]) -> W {
        let mut lanes = [W::default(); LANES];
        let ((chunks, rest), (masks, masks_rest)) = (values.as_chunks::<LANES>(), mask.as_chunks::<LANES>());
        for (chunk, masks) in chunks.iter().zip(masks) {
            // First all that are kept, then all sums, by constant indices: that is what the compiler turns into vectors.
            let mut kept = [W::default(); LANES];
            for lane in 0..LANES {
                kept[lane] = chunk[lane].kept(!masks[lane]);
            }
            for lane in 0..LANES {
                lanes[lane] = lanes[lane].plus(kept[lane]);
            }
        }
        for ((lane, &x), &masked) in lanes.iter_mut().zip(rest).zip(masks_rest) {
            *lane = lane.plus(x.kept(!masked));
        }
        sum_lanes(lanes)
    }
}

#[inline(always)]
pub(super) fn sum_lanes<W: Wide>(mut lanes: [W; LANES]) -> W {
    let mut width = LANES / 2;
    while width > 0 {
        for i in 0..width {
            lanes[i] = lanes[i].plus(lanes[i + width]);
        }
        width /= 2;
    }
    lanes[0]
}

/// The product for each place, multiplied in the order of the walk.
fn products<T: Widened>(stage: &Stage<'_>, a: &Shared<T>, mask: Option<&Mask>, over: Over<'_>) -> Result<Vec<T::Wide>> {
    let places = over.places(a.shape(), size_of::<T::Wide>())?;
    let mut product = alloc::vec(places)?;
    product.resize(places, T::Wide::ONE);
    let mut buffer = buffer::<T::Wide>(a.len())?;
    let plan = Plan::new(a.shape(), a.strides(), over.axes, false);
    walk(stage, &plan, &Lying::of(a), mask, &mut |step, values, mask| {
        let values = load(values, mask, T::Wide::ONE, &mut buffer, T::cast);
        if step.same {
            product[step.place] = values.iter().fold(product[step.place], |product, &x| product.times(x));
        } else {
            multiply(&mut product[step.place..], values);
        }
    })?;
    Ok(product)
}

multiversioned! {
    fn multiply<W: Wide>(to: &mut [W], values: &[W]) {
        to.iter_mut().zip(values).for_each(|(to, &x)| *to = to.times(x));
    }
}
