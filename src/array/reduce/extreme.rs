//! `min`, `max`, `ptp`, `argmin`, `argmax`.

use super::over::{End, Over};
use super::results::{counts, finish, shaped};
use super::walk::{Plan, buffer, walk};
use super::wide::{Wide, Widened, fill_as, load};
use crate::array::simd::multiversioned;
use crate::array::{Data, Mask, MaskedArray, Scalar, Shared, alloc};
use crate::context::{Error, Result, Stage, Status};
use crate::dispatch;

/// The least or the greatest value over axes, in the array's dtype. NaN is the least and the greatest; complex numbers are compared by
/// their real parts, then by their imaginary parts. A `fill` stands for masked elements; without one they are ignored.
///
/// # Errors
/// [`Status::NoResult`] if an element of the result has no element of the array to be made from; [`Status::InvalidArgument`] for a
/// fill that the dtype cannot hold; [`Status::NoMemory`], [`Status::Cancelled`].
pub fn extreme(
    stage: &Stage<'_>,
    array: &MaskedArray,
    over: Over<'_>,
    end: End,
    fill: Option<Scalar>,
) -> Result<MaskedArray> {
    not_empty(array, over)?;
    let values = dispatch!(all array.data(), |a| {
        let values = values(stage, a, array.mask(), over, end, fill)?;
        shaped(array, over, values)?
    });
    finish(array, over, values, counts(stage, array, over)?.as_deref())
}

/// The greatest less the least value over axes, in the array's dtype: integers wrap.
///
/// # Errors
/// As [`extreme`]; [`Status::Dtype`] for bool.
pub fn ptp(stage: &Stage<'_>, array: &MaskedArray, over: Over<'_>, fill: Option<Scalar>) -> Result<MaskedArray> {
    fn spread<T: Widened>(
        stage: &Stage<'_>,
        a: &Shared<T>,
        mask: Option<&Mask>,
        over: Over<'_>,
        fill: Option<Scalar>,
    ) -> Result<Vec<T>> {
        let mut high = values(&stage.part(0.0..0.5), a, mask, over, End::Max, fill)?;
        let low = values(&stage.part(0.5..1.0), a, mask, over, End::Min, fill)?;
        for (high, low) in high.iter_mut().zip(low) {
            let (wide_high, wide_low): (T::Wide, T::Wide) = (high.cast(), low.cast());
            *high = T::narrow(wide_high.minus(wide_low));
        }
        Ok(high)
    }
    not_empty(array, over)?;
    if let Data::Bool(_) = array.data() {
        return Err(Error::new(Status::Dtype, "booleans have no difference: convert to an integer dtype first"));
    }
    let values = dispatch!(all array.data(), |a| {
        let values = spread(stage, a, array.mask(), over, fill)?;
        shaped(array, over, values)?
    });
    finish(array, over, values, counts(stage, array, over)?.as_deref())
}

/// The position of the first least or greatest value along an axis, or in the whole array in C order, as `i64`. Masked elements have the
/// value `fill`, or else the worst value of the dtype.
///
/// # Errors
/// As [`extreme`].
pub fn arg_extreme(
    stage: &Stage<'_>,
    array: &MaskedArray,
    axis: Option<usize>,
    keepdims: bool,
    end: End,
    fill: Option<Scalar>,
) -> Result<MaskedArray> {
    fn positions<T: Widened>(
        stage: &Stage<'_>,
        a: &Shared<T>,
        mask: Option<&Mask>,
        over: Over<'_>,
        end: End,
        fill: Option<Scalar>,
    ) -> Result<Vec<i64>> {
        match end {
            End::Min => fold::<T, false>(stage, a, mask, over, fill, true).map(|best| best.at),
            End::Max => fold::<T, true>(stage, a, mask, over, fill, true).map(|best| best.at),
        }
    }
    let all: Vec<usize> = (0..array.ndim()).collect();
    let one = axis.map(|axis| [axis]);
    let over = Over { axes: one.as_ref().map_or(&all, |one| one), keepdims };
    not_empty(array, over)?;
    let at = dispatch!(all array.data(), |a| positions(stage, a, array.mask(), over, end, fill)?);
    MaskedArray::new(shaped(array, over, at)?, None)
}

fn not_empty(array: &MaskedArray, over: Over<'_>) -> Result<()> {
    if over.reduced_len(array.shape()) == 0 {
        return Err(Error::new(
            Status::NoResult,
            format!("shape {:?} has no elements along the axes {:?}", array.shape(), over.axes),
        ));
    }
    Ok(())
}

fn values<T: Widened>(
    stage: &Stage<'_>,
    a: &Shared<T>,
    mask: Option<&Mask>,
    over: Over<'_>,
    end: End,
    fill: Option<Scalar>,
) -> Result<Vec<T>> {
    let wide = match end {
        End::Min => fold::<T, false>(stage, a, mask, over, fill, false)?.values,
        End::Max => fold::<T, true>(stage, a, mask, over, fill, false)?.values,
    };
    let mut values = alloc::vec(wide.len())?;
    values.extend(wide.into_iter().map(T::from_ordered));
    Ok(values)
}

fn fold<T: Widened, const MAX: bool>(
    stage: &Stage<'_>,
    a: &Shared<T>,
    mask: Option<&Mask>,
    over: Over<'_>,
    fill: Option<Scalar>,
    positions: bool,
) -> Result<Best<T::Wide>> {
    let worst = <T::Wide as Wide>::worst::<MAX>();
    let neutral = match fill {
        Some(fill) => fill_as::<T>(fill)?.ordered(),
        // The end of the type itself: a real element there is as good.
        None if MAX => T::end::<false>(),
        None => T::end::<true>(),
    };
    let places = over.places(a.shape(), size_of::<T::Wide>())?;
    let mut best = Best { values: alloc::vec(places)?, at: Vec::new() };
    best.values.resize(places, worst);
    if positions {
        best.at = alloc::zeroed_vec(places)?;
    }
    let logical = positions && over.axes.len() > 1;
    let plan = Plan::new(a.shape(), a.strides(), over.axes, logical);
    let mut buffer = buffer::<T::Wide>(a.len())?;
    walk(stage, &plan, a.view(), mask.map(|mask| mask.view()), &mut |step, values, mask| {
        let values = load(values, mask, neutral, &mut buffer, T::ordered);
        match (step.same, positions) {
            (true, false) => {
                let found = best_of::<_, MAX>(values);
                if found.replaces::<MAX>(best.values[step.place]) {
                    best.values[step.place] = found;
                }
            }
            (true, true) => best.find::<MAX>(step.place, step.index, values),
            (false, false) => better::<_, MAX>(&mut best.values[step.place..], values),
            (false, true) => {
                better_at::<_, MAX>(
                    &mut best.values[step.place..],
                    &mut best.at[step.place..],
                    step.index as i64,
                    values,
                );
            }
        }
    })?;
    Ok(best)
}

struct Best<W> {
    values: Vec<W>,
    at: Vec<i64>,
}

impl<W: Wide> Best<W> {
    /// The first of a run that is better than what came before.
    fn find<const MAX: bool>(&mut self, place: usize, index: usize, values: &[W]) {
        let found = best_of::<_, MAX>(values);
        if found.replaces::<MAX>(self.values[place]) {
            self.values[place] = found;
            // Nothing better than the best, so the first that is not worse is it.
            let first = values.iter().position(|&x| !found.replaces::<MAX>(x)).unwrap_or_default();
            self.at[place] = (index + first) as i64;
        }
    }
}

multiversioned! {
    fn best_of<W: Wide, const MAX: bool>(values: &[W]) -> W {
        let mut lanes = [W::worst::<MAX>(); 16];
        let (chunks, rest) = values.as_chunks::<16>();
        for chunk in chunks {
            for (lane, &x) in lanes.iter_mut().zip(chunk) {
                *lane = if x.replaces::<MAX>(*lane) { x } else { *lane };
            }
        }
        for (lane, &x) in lanes.iter_mut().zip(rest) {
            *lane = if x.replaces::<MAX>(*lane) { x } else { *lane };
        }
        lanes.into_iter().fold(W::worst::<MAX>(), |best, x| if x.replaces::<MAX>(best) { x } else { best })
    }
}

multiversioned! {
    fn better<W: Wide, const MAX: bool>(best: &mut [W], values: &[W]) {
        for (best, &x) in best.iter_mut().zip(values) {
            *best = if x.replaces::<MAX>(*best) { x } else { *best };
        }
    }
}

multiversioned! {
    fn better_at<W: Wide, const MAX: bool>(best: &mut [W], at: &mut [i64], index: i64, values: &[W]) {
        for ((best, at), &x) in best.iter_mut().zip(at).zip(values) {
            let replaces = x.replaces::<MAX>(*best);
            *best = if replaces { x } else { *best };
            *at = if replaces { index } else { *at };
        }
    }
}
