//! `min`, `max`, `ptp`, `argmin`, `argmax`.

use super::ordered::{Ordered, Ranked};
use super::over::{End, Over};
use super::results::{counts, finish, shaped};
use super::walk::{LONG_RUN, Lying, Plan, Sink, Step, buffer, walk};
use super::wide::{fill_as, select};
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
        let bits = Bits::of(a, array.mask(), over);
        let values = best(stage, &bits, end_of(a, end, fill)?)?;
        shaped(array, over, elements(a, values)?)?
    });
    finish(array, over, values, counts(stage, array, over)?.as_deref())
}

/// The greatest less the least value over axes, in the array's dtype: integers wrap.
///
/// # Errors
/// As [`extreme`]; [`Status::Dtype`] for bool.
pub fn ptp(stage: &Stage<'_>, array: &MaskedArray, over: Over<'_>, fill: Option<Scalar>) -> Result<MaskedArray> {
    fn spreads<T: Ordered>(a: &Shared<T>, low: Vec<T::Rank>, high: Vec<T::Rank>) -> Result<Vec<T>> {
        let (low, mut high) = (elements(a, low)?, elements(a, high)?);
        high.iter_mut().zip(low).for_each(|(high, low)| *high = T::spread(*high, low));
        Ok(high)
    }
    not_empty(array, over)?;
    if let Data::Bool(_) = array.data() {
        return Err(Error::new(Status::Dtype, "booleans have no difference: convert to an integer dtype first"));
    }
    let values = dispatch!(all array.data(), |a| {
        let bits = Bits::of(a, array.mask(), over);
        let (low, high) = both(stage, &bits, end_of(a, End::Min, fill)?, end_of(a, End::Max, fill)?)?;
        shaped(array, over, spreads(a, low, high)?)?
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
    let all: Vec<usize> = (0..array.ndim()).collect();
    let one = axis.map(|axis| [axis]);
    let over = Over { axes: one.as_ref().map_or(&all, |one| one), keepdims };
    not_empty(array, over)?;
    let at = dispatch!(all array.data(), |a| first(stage, &Bits::of(a, array.mask(), over), end_of(a, end, fill)?)?);
    MaskedArray::new(shaped(array, over, at)?, None)
}

/// An expression with a constant for whether the greatest value is sought.
macro_rules! either_end {
    ($end:expr, $max:ident => $body:expr) => {
        if $end == End::Max {
            const $max: bool = true;
            $body
        } else {
            const $max: bool = false;
            $body
        }
    };
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

/// An array as what its elements are compared as, and over which axes.
struct Bits<'a, R> {
    data: Lying<'a, R>,
    mask: Option<&'a Mask>,
    over: Over<'a>,
}

impl<'a, R: Ranked> Bits<'a, R> {
    fn of<T: Ordered<Rank = R>>(a: &'a Shared<T>, mask: Option<&'a Mask>, over: Over<'a>) -> Self {
        Bits { data: Lying::of(a).bits(), mask, over }
    }

    fn worst(&self, end: End) -> Result<Vec<R>> {
        let places = self.over.places(self.data.shape, size_of::<R>())?;
        let mut worst = alloc::vec(places)?;
        worst.resize(places, R::worst(end));
        Ok(worst)
    }

    fn plan(&self, logical: bool) -> Plan {
        Plan::new(self.data.shape, self.data.strides, self.over.axes, logical)
    }

    fn walk(&self, stage: &Stage<'_>, plan: &Plan, sink: Sink<'_, R>) -> Result<()> {
        walk(stage, plan, &self.data, self.mask, sink)
    }
}

/// Which end is sought, and the bits that stand for masked elements.
#[derive(Clone, Copy)]
struct Sought<R> {
    end: End,
    neutral: R,
}

/// Masked elements count as the fill, or else as the end of the type itself, where a real element is as good.
fn end_of<T: Ordered>(_: &Shared<T>, end: End, fill: Option<Scalar>) -> Result<Sought<T::Rank>> {
    let neutral = match fill {
        Some(fill) => fill_as::<T>(fill)?.bits(),
        None => T::last(end),
    };
    Ok(Sought { end, neutral })
}

/// The elements of an array that have these bits.
fn elements<T: Ordered>(_: &Shared<T>, bits: Vec<T::Rank>) -> Result<Vec<T>> {
    let mut elements = alloc::vec(bits.len())?;
    elements.extend(bits.into_iter().map(T::of_bits));
    Ok(elements)
}

/// The least, or the greatest, value for each place of the result.
fn best<R: Ranked>(stage: &Stage<'_>, array: &Bits<'_, R>, sought: Sought<R>) -> Result<Vec<R>> {
    let mut best = array.worst(sought.end)?;
    let plan = array.plan(false).in_runs_of(LONG_RUN);
    let mut buffer = buffer::<R>(array.data.shape.iter().product())?;
    array.walk(stage, &plan, &mut |step, values, mask| take(&mut best, step, (values, mask), sought, &mut buffer))?;
    Ok(best)
}

/// Takes a run into the best values of the places that it goes to.
fn take<R: Ranked>(
    best: &mut [R],
    step: Step,
    (values, mask): (&[R], Option<&[bool]>),
    sought: Sought<R>,
    buffer: &mut [R],
) {
    if step.same {
        let found = best_of_run(values, mask, sought);
        if takes_the_place(found, best[step.place], sought.end) {
            best[step.place] = found;
        }
    } else {
        let (best, values) = (&mut best[step.place..], covered(values, mask, sought.neutral, buffer));
        either_end!(sought.end, MAX => better::<R, MAX>(best, values));
    }
}

fn takes_the_place<R: Ranked>(found: R, best: R, end: End) -> bool {
    either_end!(end, MAX => found.replaces::<MAX>(best))
}

/// Where the best value of a run first stands.
fn position<R: Ranked>(values: &[R], found: R, end: End) -> usize {
    either_end!(end, MAX => first_of::<R, MAX>(values, found))
}

/// The least and the greatest value for each place of the result, in one walk.
fn both<R: Ranked>(
    stage: &Stage<'_>,
    array: &Bits<'_, R>,
    low: Sought<R>,
    high: Sought<R>,
) -> Result<(Vec<R>, Vec<R>)> {
    let (mut lows, mut highs) = (array.worst(low.end)?, array.worst(high.end)?);
    let mut buffer = buffer::<R>(array.data.shape.iter().product())?;
    array.walk(stage, &array.plan(false), &mut |step, values, mask| {
        // A run stays in the first-level cache between the two.
        take(&mut lows, step, (values, mask), low, &mut buffer);
        take(&mut highs, step, (values, mask), high, &mut buffer);
    })?;
    Ok((lows, highs))
}

/// The position of the first least, or greatest, value for each place of the result.
fn first<R: Ranked>(stage: &Stage<'_>, array: &Bits<'_, R>, sought: Sought<R>) -> Result<Vec<i64>> {
    let Sought { end, neutral } = sought;
    let mut best = array.worst(end)?;
    let mut at: Vec<i64> = alloc::zeroed_vec(best.len())?;
    let plan = array.plan(array.over.axes.len() > 1);
    let mut buffer = buffer::<R>(array.data.shape.iter().product())?;
    array.walk(stage, &plan, &mut |step, values, mask| {
        if step.same {
            let found = best_of_run(values, mask, sought);
            if takes_the_place(found, best[step.place], end) {
                best[step.place] = found;
                let values = covered(values, mask, neutral, &mut buffer);
                at[step.place] = (step.index + position(values, found, end)) as i64;
            }
        } else {
            let values = covered(values, mask, neutral, &mut buffer);
            let (best, at, index) = (&mut best[step.place..], &mut at[step.place..], step.index as i64);
            either_end!(end, MAX => better_at::<R, MAX>(best, at, index, values));
        }
    })?;
    Ok(at)
}

/// A run with masked values replaced.
fn covered<'a, R: Copy>(values: &'a [R], mask: Option<&[bool]>, neutral: R, buffer: &'a mut [R]) -> &'a [R] {
    let Some(mask) = mask else { return values };
    let buffer = &mut buffer[..values.len()];
    select(values, mask, neutral, buffer, |x| x);
    buffer
}

/// The best value of a run.
fn best_of_run<R: Ranked>(values: &[R], mask: Option<&[bool]>, sought: Sought<R>) -> R {
    let Sought { end, neutral } = sought;
    either_end!(end, MAX => match mask {
        None => best_of::<R, MAX>(values),
        Some(mask) => best_unmasked::<R, MAX>(values, mask, neutral),
    })
}

/// The values are compared in this many lanes side by side.
const LANES: usize = 16;
/// So many values are covered before they are compared: they stay in the first-level cache meanwhile.
const BLOCK: usize = 512;

/// What the lanes have found: the best of what is ordered, and the last that is not. In AVX-512 the compiler makes vectors of a part of the loop
/// alone: integers of 32 and 64 bits take four to six times as long there as in AVX2, floats 1.2 to 1.5 times.
struct Lanes<T, const MAX: bool> {
    best: [T; LANES],
    unordered: [T; LANES],
}

impl<T: Ranked, const MAX: bool> Lanes<T, MAX> {
    const WORST: T = if MAX { T::LEAST } else { T::GREATEST };

    #[inline(always)]
    fn new() -> Self {
        Lanes { best: [Self::WORST; LANES], unordered: [T::default(); LANES] }
    }

    #[inline(always)]
    fn see(&mut self, values: &[T]) {
        let (chunks, rest) = values.as_chunks::<LANES>();
        self.see_chunks(chunks);
        // The worst value changes nothing.
        let mut last = [Self::WORST; LANES];
        last[..rest.len()].copy_from_slice(rest);
        self.see_chunks(&[last]);
    }

    #[inline(always)]
    fn see_chunks(&mut self, chunks: &[[T; LANES]]) {
        self.see_each(chunks.iter().copied());
    }

    #[inline(always)]
    fn see_unmasked(&mut self, chunks: &[[T; LANES]], masks: &[[bool; LANES]], neutral: T) {
        self.see_each(chunks.iter().zip(masks).map(|(chunk, masked)| {
            let mut covered = [T::default(); LANES];
            for lane in 0..LANES {
                covered[lane] = chunk[lane].unless(masked[lane], neutral);
            }
            covered
        }));
    }

    #[inline(always)]
    fn see_each(&mut self, chunks: impl Iterator<Item = [T; LANES]>) {
        // Copies, and indices that are constants: so they stay in registers.
        let (mut best, mut unordered) = (self.best, self.unordered);
        for chunk in chunks {
            for lane in 0..LANES {
                let x = chunk[lane];
                best[lane] = if x.beats::<MAX>(best[lane]) { x } else { best[lane] };
                unordered[lane] = if x.unordered() { x } else { unordered[lane] };
            }
        }
        (self.best, self.unordered) = (best, unordered);
    }

    #[inline(always)]
    fn found(self) -> T {
        let best = self.best.into_iter().fold(Self::WORST, |best, x| if x.beats::<MAX>(best) { x } else { best });
        self.unordered.into_iter().find(|x| x.unordered()).unwrap_or(best)
    }
}

multiversioned! {
    #[no_avx512]
    fn best_of<T: Ranked, const MAX: bool>(values: &[T]) -> T {
        let mut lanes = Lanes::<T, MAX>::new();
        lanes.see(values);
        lanes.found()
    }
}

multiversioned! {
    #[no_avx512]
    /// [`best_of`] a run whose masked values are `neutral`, to the bit.
    fn best_unmasked<T: Ranked, const MAX: bool>(values: &[T], mask: &[bool], neutral: T) -> T {
        let mut lanes = Lanes::<T, MAX>::new();
        if T::BY_BITS {
            let ((chunks, rest), (masks, masks_rest)) = (values.as_chunks(), mask.as_chunks());
            lanes.see_unmasked(chunks, masks, neutral);
            // The worst value changes nothing.
            let (mut last, mut masked) = ([Lanes::<T, MAX>::WORST; LANES], [false; LANES]);
            last[..rest.len()].copy_from_slice(rest);
            masked[..rest.len()].copy_from_slice(masks_rest);
            lanes.see_unmasked(&[last], &[masked], neutral);
            return lanes.found();
        }
        // In a loop of its own the choice becomes vectors.
        let mut covered = [T::default(); BLOCK];
        for (values, mask) in values.chunks(BLOCK).zip(mask.chunks(BLOCK)) {
            let covered = &mut covered[..values.len()];
            for ((to, &x), &masked) in covered.iter_mut().zip(values).zip(mask) {
                *to = if masked { neutral } else { x };
            }
            lanes.see(covered);
        }
        lanes.found()
    }
}

multiversioned! {
    #[no_avx512]
    /// Where the first value stands that the best one, `found`, would not replace.
    fn first_of<T: Ranked, const MAX: bool>(values: &[T], found: T) -> usize {
        const CHUNK: usize = 64;
        let is_it = |&x: &T| !found.replaces::<MAX>(x);
        let (chunks, _) = values.as_chunks::<CHUNK>();
        let before = chunks.iter().take_while(|chunk| !chunk.iter().fold(false, |any, x| any | is_it(x))).count() * CHUNK;
        before + values[before..].iter().position(is_it).unwrap_or_default()
    }
}

multiversioned! {
    fn better<T: Ranked, const MAX: bool>(best: &mut [T], values: &[T]) {
        for (best, &x) in best.iter_mut().zip(values) {
            *best = if x.replaces::<MAX>(*best) { x } else { *best };
        }
    }
}

multiversioned! {
    fn better_at<T: Ranked, const MAX: bool>(best: &mut [T], at: &mut [i64], index: i64, values: &[T]) {
        for ((best, at), &x) in best.iter_mut().zip(at).zip(values) {
            let replaces = x.replaces::<MAX>(*best);
            *best = if replaces { x } else { *best };
            *at = if replaces { index } else { *at };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like_the_plain_loop<T: Ordered + PartialOrd + PartialEq>(end: End, value: impl Fn(usize) -> T) {
        let is_nan = |x: &T| x.partial_cmp(x).is_none();
        let beats = |a: &T, b: &T| if end == End::Max { a > b } else { a < b };
        let before = |a: &T, b: &T| !is_nan(b) && (beats(a, b) || is_nan(a));
        compare(end, value, before, |a, b| a == b || (is_nan(&a) && is_nan(&b)));
    }

    /// The fast loops against one that takes each value that comes `before` the best one.
    fn compare<T: Ordered>(
        end: End,
        value: impl Fn(usize) -> T,
        before: impl Fn(&T, &T) -> bool,
        same: impl Fn(T, T) -> bool,
    ) {
        let bits = |values: &[T]| values.iter().map(|x| x.bits()).collect::<Vec<_>>();
        let element = |found: T::Rank| T::of_bits(found);
        let plain =
            |values: &[T]| values[1..].iter().fold(values[0], |best, &x| if before(&x, &best) { x } else { best });
        for len in [1, 15, 16, 17, 63, 64, 200, 1031, 3000] {
            let values: Vec<T> = (0..len).map(&value).collect();
            let mask: Vec<bool> = (0..len).map(|i| i % 7 < 3 && i > 0).collect();
            let sought = Sought { end, neutral: values[0].bits() };
            let found = best_of_run(&bits(&values), None, sought);
            assert!(same(element(found), plain(&values)), "{len}");
            let at = values.iter().position(|&x| same(x, element(found))).unwrap();
            let first = position(&bits(&values), found, end);
            assert_eq!(first, at, "{len}");
            let shown: Vec<T> = values.iter().zip(&mask).map(|(&x, &m)| if m { values[0] } else { x }).collect();
            assert!(same(element(best_of_run(&bits(&values), Some(&mask), sought)), plain(&shown)), "{len}");
        }
    }

    #[test]
    fn fast_loops_find_what_the_plain_one_finds() {
        let scattered = |i: usize| (i * 7919 + 13) % 1009;
        for end in [End::Min, End::Max] {
            like_the_plain_loop::<f64>(end, |i| scattered(i) as f64 - 500.0);
            like_the_plain_loop::<f64>(end, |i| if i == 150 { f64::NAN } else { scattered(i) as f64 });
            like_the_plain_loop::<f32>(end, |i| scattered(i) as f32);
            like_the_plain_loop::<u8>(end, |i| (scattered(i) % 255) as u8);
            like_the_plain_loop::<i8>(end, |i| (scattered(i) % 255) as i8);
            like_the_plain_loop::<u16>(end, |i| u16::MAX - 3 * scattered(i) as u16);
            like_the_plain_loop::<u16>(end, |i| 31_000 + 3 * scattered(i) as u16);
            like_the_plain_loop::<i16>(end, |i| scattered(i) as i16 - 400);
            like_the_plain_loop::<u32>(end, |i| (1 << 31) - 400 + scattered(i) as u32);
            like_the_plain_loop::<i32>(end, |i| scattered(i) as i32 - 400);
            like_the_plain_loop::<u64>(end, |i| u64::MAX - scattered(i) as u64);
            like_the_plain_loop::<i64>(end, |i| scattered(i) as i64 - 400);
            like_the_plain_loop::<bool>(end, |i| i % 3 == 0);
            let complex = |i: usize| {
                let im = if i == 800 { f32::NAN } else { scattered(i) as f32 };
                num_complex::Complex::new((scattered(i) % 5) as f32, im)
            };
            type C = num_complex::Complex<f32>;
            let is_nan = |z: &C| z.re.is_nan() || z.im.is_nan();
            let beats = |a: &C, b: &C| {
                let (a, b) = ((a.re, a.im), (b.re, b.im));
                if end == End::Max { a > b } else { a < b }
            };
            compare(
                end,
                complex,
                |a: &C, b: &C| !is_nan(b) && (beats(a, b) || is_nan(a)),
                |a, b| a == b || (is_nan(&a) && is_nan(&b)),
            );
        }
    }
}
