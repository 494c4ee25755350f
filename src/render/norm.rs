//! Maps values to places on the colour scale, 0 to 1: linear, logarithmic, or linear and symmetric about zero, between
//! limits that are found, given, or percentiles.

use crate::array::simd::multiversioned;
use crate::array::{Data, Mask, MaskedArray, Real, alloc, order};
use crate::context::parallel::for_each;
use crate::context::{Context, Error, Result, Status};
use crate::dispatch;
use std::sync::{Mutex, PoisonError};

/// How values become places on the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Norm {
    /// (x - low) / (high - low)
    #[default]
    Linear,
    /// (log x - log low) / (log high - log low); values that are not above 0 have no place.
    Log,
    /// Linear from -m to m, where m is the larger of the limits' magnitudes.
    Symmetric,
}

/// One end of the scale.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Limit {
    /// The least or greatest finite pixel; with [`Norm::Log`] of those above 0.
    #[default]
    Found,
    /// This value.
    Value(f64),
    /// A percentile of the pixels, 0 to 100.
    Percentile(f64),
}

/// A norm with its limits as requested.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Norming {
    /// How values become places.
    pub norm: Norm,
    /// The lower end.
    pub low: Limit,
    /// The upper end.
    pub high: Limit,
}

/// A norm with its limits, low <= high, both finite; with [`Norm::Log`] above 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// Whether it is logarithmic.
    pub log: bool,
    /// The value at place 0.
    pub low: f64,
    /// The value at place 1.
    pub high: f64,
}

impl Norming {
    /// The limits for these pixels. Without valid pixels (all masked, NaN, infinite) they are 0 to 1 (logarithmic: 1 to 10),
    /// with a warning.
    ///
    /// # Errors
    /// [`Status::InvalidArgument`] for limits that are not finite, not in order, or not above 0 with [`Norm::Log`];
    /// [`Status::OutOfRange`] for percentiles; [`Status::NoResult`] for [`Norm::Log`] of pixels of which none is above 0;
    /// [`Status::Dtype`] for complex ones.
    pub fn resolve(&self, ctx: &Context, array: &MaskedArray) -> Result<Scale> {
        let log = self.norm == Norm::Log;
        let sides = [(self.low, "vmin"), (self.high, "vmax")];
        for (limit, name) in sides {
            match limit {
                Limit::Value(x) if !x.is_finite() => return Err(Error::argument(name, x, "a finite number")),
                Limit::Value(x) if log && x <= 0.0 => {
                    return Err(Error::argument(name, x, "a number above 0, where the norm is logarithmic"));
                }
                Limit::Percentile(q) if !(0.0..=100.0).contains(&q) => {
                    return Err(Error::out_of_range(&format!("{name}_percentile"), q, "0 to 100"));
                }
                _ => {}
            }
        }
        let given = |limit| matches!(limit, Limit::Value(_));
        let found = match sides.iter().all(|&(limit, _)| given(limit)) {
            true => None,
            false => extremes(ctx, array, log)?,
        };
        if found.is_none() && !sides.iter().any(|&(limit, _)| given(limit)) {
            if log && extremes(ctx, array, false)?.is_some() {
                return Err(Error::new(
                    Status::NoResult,
                    "no pixel is above 0: a logarithmic norm has nothing to show; give vmin and vmax, or another norm",
                ));
            }
            ctx.warn_of(
                crate::context::Warning::Picture,
                "no pixel is finite and unmasked: the picture is empty, and its scale is arbitrary",
            );
        }
        let [first, last] = found.unwrap_or(if log { [1.0, 10.0] } else { [0.0, 1.0] });
        let percentile = |q: f64, nothing: f64| -> Result<f64> {
            Ok(if found.is_some() {
                order::percentiles(&ctx.whole(), array, &[q])?[0].clamp(first, last)
            } else {
                nothing
            })
        };
        let value = |limit, otherwise: f64| match limit {
            Limit::Found => Ok(otherwise),
            Limit::Value(x) => Ok(x),
            Limit::Percentile(q) => percentile(q, otherwise),
        };
        let (mut low, mut high) = (value(self.low, first)?, value(self.high, last)?);
        if self.norm == Norm::Symmetric {
            let magnitude = match (self.low, self.high) {
                (Limit::Found, Limit::Found) => low.abs().max(high.abs()),
                (_, Limit::Found) => low.abs(),
                (Limit::Found, _) => high.abs(),
                _ => low.abs().max(high.abs()),
            };
            (low, high) = (-magnitude, magnitude);
        }
        // Where one limit is given and no pixel lies on its other side, all lie beyond the scale.
        if low > high {
            match (given(self.low), given(self.high)) {
                (true, false) => high = low,
                (false, true) => low = high,
                _ => return Err(Error::argument("vmin", low, format!("at most vmax, {high}"))),
            }
        }
        Ok(Scale { log, low, high })
    }
}

impl Scale {
    /// The same with some room where both limits are one value, so that an axis can be drawn.
    #[must_use]
    pub fn widened(self) -> Scale {
        if self.low < self.high {
            return self;
        }
        let (low, high) = match (self.log, self.low) {
            (true, x) => ((x / 2.0).max(f64::MIN_POSITIVE), (x * 2.0).min(f64::MAX)),
            (false, 0.0) => (-0.1, 0.1),
            (false, x) => {
                let room = 0.1 * x.abs();
                ((x - room).max(f64::MIN), (x + room).min(f64::MAX))
            }
        };
        Scale { log: self.log, low, high }
    }

    /// The place of a value: 0 at `low`, 1 at `high`.
    pub fn place(&self, x: f64) -> f64 {
        match self.log {
            true => (x.log10() - self.low.log10()) / (self.high.log10() - self.low.log10()),
            // Halves, so that the range of the largest numbers is finite too.
            false => (x / 2.0 - self.low / 2.0) / (self.high / 2.0 - self.low / 2.0),
        }
    }
}

/// The least and the greatest of the finite unmasked pixels, if there is any; with `positive` of those above 0.
///
/// # Errors
/// [`Status::Dtype`] for complex pixels.
pub fn extremes(ctx: &Context, array: &MaskedArray, positive: bool) -> Result<Option<[f64; 2]>> {
    let floor = if positive { 0.0 } else { f64::NEG_INFINITY };
    let none = [f64::INFINITY, f64::NEG_INFINITY];
    let all = Mutex::new(none);
    let join = |found| join(&mut all.lock().unwrap_or_else(PoisonError::into_inner), found);
    fn typed<T: Real>(
        ctx: &Context,
        a: &crate::array::Shared<T>,
        mask: Option<&Mask>,
        floor: f64,
        join: &(impl Fn([f64; 2]) + Sync),
    ) -> Result<()> {
        const PIECE: usize = 1 << 17;
        let plain = |x: &[T]| join(finite_extremes(x, floor));
        let masked = |x: &[T], mask: &[bool]| join(unmasked_extremes(x, mask, floor));
        match (a.as_slice(), mask.map(|mask| mask.as_slice())) {
            (Some(x), None) => for_each(&ctx.whole(), x.chunks(PIECE), |x| {
                plain(x);
                Ok(())
            }),
            (Some(x), Some(Some(mask))) => {
                for_each(&ctx.whole(), x.chunks(PIECE).zip(mask.chunks(PIECE)), |(x, mask)| {
                    masked(x, mask);
                    Ok(())
                })
            }
            _ => {
                match mask {
                    None => alloc::each_run(a.view(), &mut |x| plain(x)),
                    Some(mask) => alloc::each_run_of_pairs(a.view(), mask.view(), &mut |x, mask| masked(x, mask)),
                }
                Ok(())
            }
        }
    }
    dispatch!(real array.data(), |a| typed(ctx, a, array.mask(), floor, &join), complex => Err(complex_pixels(array.data())))?;
    let found = all.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok((found[0] <= found[1]).then_some(found))
}

/// The error for pixels that no colour scale can show.
pub fn complex_pixels(data: &Data) -> Error {
    Error::new(
        Status::Dtype,
        format!(
            "a picture shows real pixels, these are {}: take the real part, the imaginary part or the magnitude",
            data.dtype()
        ),
    )
}

/// The number of independent comparisons in the inner loop.
const LANES: usize = 16;

/// The least and the greatest are looked for one after the other while so many pixels are in the cache: a loop that does both
/// does not become vectors (measured, 1024 x 1024 f64: 1.0 ms in one loop, 0.15 ms so).
const BLOCK: usize = 2048;

fn finite_extremes<T: Real>(x: &[T], floor: f64) -> [f64; 2] {
    let mut found = [f64::INFINITY, f64::NEG_INFINITY];
    for x in x.chunks(BLOCK) {
        join(&mut found, [least(x, floor), greatest(x)]);
    }
    above(found, floor)
}

fn unmasked_extremes<T: Real>(x: &[T], mask: &[bool], floor: f64) -> [f64; 2] {
    let mut found = [f64::INFINITY, f64::NEG_INFINITY];
    for (x, mask) in x.chunks(BLOCK).zip(mask.chunks(BLOCK)) {
        join(&mut found, [least_unmasked(x, mask, floor), greatest_unmasked(x, mask)]);
    }
    above(found, floor)
}

fn join(found: &mut [f64; 2], [low, high]: [f64; 2]) {
    *found = [found[0].min(low), found[1].max(high)];
}

/// The greatest was found regardless of the floor: if it is not above the floor, no value is.
fn above(found: [f64; 2], floor: f64) -> [f64; 2] {
    if found[1] > floor && found[0] < f64::INFINITY { found } else { [f64::INFINITY, f64::NEG_INFINITY] }
}

// Comparisons with NaN are false, so that it changes nothing; infinities are kept away from both sides.
multiversioned! {
    fn least<T: Real>(x: &[T], floor: f64) -> f64 {
        let mut lanes = [f64::INFINITY; LANES];
        let (blocks, rest) = x.as_chunks::<LANES>();
        let take = |lane: &mut f64, x: &T| {
            let x = x.to_f64();
            let x = if x > floor { x } else { f64::INFINITY };
            *lane = if x < *lane { x } else { *lane };
        };
        blocks.iter().for_each(|block| lanes.iter_mut().zip(block).for_each(|(lane, x)| take(lane, x)));
        lanes.iter_mut().zip(rest).for_each(|(lane, x)| take(lane, x));
        lanes.into_iter().fold(f64::INFINITY, f64::min)
    }
}

multiversioned! {
    fn greatest<T: Real>(x: &[T]) -> f64 {
        let mut lanes = [f64::NEG_INFINITY; LANES];
        let (blocks, rest) = x.as_chunks::<LANES>();
        let take = |lane: &mut f64, x: &T| {
            let x = x.to_f64();
            let x = if x < f64::INFINITY { x } else { f64::NEG_INFINITY };
            *lane = if x > *lane { x } else { *lane };
        };
        blocks.iter().for_each(|block| lanes.iter_mut().zip(block).for_each(|(lane, x)| take(lane, x)));
        lanes.iter_mut().zip(rest).for_each(|(lane, x)| take(lane, x));
        lanes.into_iter().fold(f64::NEG_INFINITY, f64::max)
    }
}

multiversioned! {
    fn least_unmasked<T: Real>(x: &[T], mask: &[bool], floor: f64) -> f64 {
        let mut lanes = [f64::INFINITY; LANES];
        for (x, mask) in x.chunks(LANES).zip(mask.chunks(LANES)) {
            for ((lane, x), &masked) in lanes.iter_mut().zip(x).zip(mask) {
                let x = x.to_f64();
                let x = if !masked & (x > floor) { x } else { f64::INFINITY };
                *lane = if x < *lane { x } else { *lane };
            }
        }
        lanes.into_iter().fold(f64::INFINITY, f64::min)
    }
}

multiversioned! {
    fn greatest_unmasked<T: Real>(x: &[T], mask: &[bool]) -> f64 {
        let mut lanes = [f64::NEG_INFINITY; LANES];
        for (x, mask) in x.chunks(LANES).zip(mask.chunks(LANES)) {
            for ((lane, x), &masked) in lanes.iter_mut().zip(x).zip(mask) {
                let x = x.to_f64();
                let x = if !masked & (x < f64::INFINITY) { x } else { f64::NEG_INFINITY };
                *lane = if x > *lane { x } else { *lane };
            }
        }
        lanes.into_iter().fold(f64::NEG_INFINITY, f64::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::alloc::from_vec;

    fn masked(values: Vec<f64>, mask: Option<Vec<bool>>) -> MaskedArray {
        let n = values.len();
        let mask = mask.map(|m| from_vec(&[1, n], m).unwrap().into_shared());
        MaskedArray::new(from_vec(&[1, n], values).unwrap(), mask).unwrap()
    }

    #[test]
    fn extremes_leave_out_what_is_masked_and_what_is_not_finite() {
        let ctx = Context::new();
        for n in [1usize, 15, 16, 17, 100] {
            let mut values: Vec<f64> = (0..n).map(|i| (i as f64 * 7.3).sin()).collect();
            let plain = values.iter().fold([f64::MAX, f64::MIN], |[a, b], &x| [a.min(x), b.max(x)]);
            assert_eq!(extremes(&ctx, &masked(values.clone(), None), false).unwrap(), Some(plain));
            values.extend([f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e9, -1e9]);
            let mask = (0..n + 5).map(|i| i >= n + 3).collect();
            assert_eq!(extremes(&ctx, &masked(values.clone(), Some(mask)), false).unwrap(), Some(plain));
        }
        assert_eq!(extremes(&ctx, &masked(vec![f64::NAN, f64::INFINITY], None), false).unwrap(), None);
        assert_eq!(extremes(&ctx, &masked(vec![-1.0, 0.0, 2.0, 3.0], None), true).unwrap(), Some([2.0, 3.0]));
    }

    #[test]
    fn symmetric_limits_follow_those_that_are_given() {
        let ctx = Context::new();
        let array = masked(vec![-1.0, 0.5, 3.0], None);
        let limits = |low, high| {
            let scale = Norming { norm: Norm::Symmetric, low, high }.resolve(&ctx, &array).unwrap();
            [scale.low, scale.high]
        };
        assert_eq!(limits(Limit::Found, Limit::Found), [-3.0, 3.0]);
        assert_eq!(limits(Limit::Value(-2.0), Limit::Found), [-2.0, 2.0]);
        assert_eq!(limits(Limit::Found, Limit::Value(0.1)), [-0.1, 0.1]);
        assert_eq!(limits(Limit::Percentile(0.0), Limit::Percentile(50.0)), [-1.0, 1.0]);
    }
}
