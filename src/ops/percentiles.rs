//! Two percentiles at once, for the operations that take their limits from the distribution of the pixels.

use crate::array::{MaskedArray, Real, alloc, visit_unmasked};
use crate::context::{Error, Result, Status};
use crate::dispatch;

/// The values below which two fractions of the unmasked pixels lie; NaN has no part. Between two pixels the value is
/// interpolated linearly (type 7 of Hyndman and Fan 1996, numpy's default).
///
/// # Errors
/// [`Status::InvalidArgument`] for fractions outside 0 to 1 or in the wrong order; [`Status::NoResult`] when no pixel is
/// left; [`Status::NoMemory`].
pub(super) fn percentiles(array: &MaskedArray, name: &str, fractions: (f64, f64)) -> Result<(f64, f64)> {
    if !(0.0 <= fractions.0 && fractions.0 <= fractions.1 && fractions.1 <= 1.0) {
        return Err(Error::argument(name, format!("{fractions:?}"), "(low, high) with 0 <= low <= high <= 1"));
    }
    let mut values = alloc::vec::<f64>(array.len())?;
    let data = array.data();
    dispatch!(real data, |a| visit_unmasked(a, array.mask(), |v| {
        let v = v.to_f64();
        if !v.is_nan() {
            values.push(v);
        }
    }), complex => ());
    if values.is_empty() {
        return Err(Error::new(Status::NoResult, "no pixel gives a percentile: all are masked or NaN"));
    }
    let high = percentile(&mut values, fractions.1);
    Ok((percentile(&mut values, fractions.0), high))
}

fn percentile(values: &mut [f64], fraction: f64) -> f64 {
    let place = fraction * (values.len() - 1) as f64;
    let (below, t) = (place.floor() as usize, place - place.floor());
    let (_, &mut low, above) = values.select_nth_unstable_by(below, f64::total_cmp);
    let high = above.iter().copied().min_by(f64::total_cmp).unwrap_or(low);
    // From the nearer end, as numpy does, so that both ends are exact; without a step where there is none (infinities).
    match high - low {
        _ if high == low || t == 0.0 => low,
        step if t < 0.5 => low + step * t,
        step => high - step * (1.0 - t),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_interpolated_between_sorted_values() {
        let of = |values: &[f64], fractions| {
            let array = MaskedArray::from(alloc::from_vec(&[values.len()], values.to_vec()).unwrap());
            percentiles(&array, "lims", fractions)
        };
        assert_eq!(of(&[4.0, 1.0, f64::NAN, 3.0, 2.0, 5.0], (0.25, 0.6)).unwrap(), (2.0, 3.4));
        assert_eq!(of(&[7.0], (0.0, 1.0)).unwrap(), (7.0, 7.0));
        assert_eq!(of(&[f64::INFINITY, 1.0, f64::INFINITY], (0.0, 0.9)).unwrap(), (1.0, f64::INFINITY));
        assert_eq!(of(&[f64::NAN], (0.0, 0.9)).unwrap_err().status(), Status::NoResult);
        for wrong in [(-0.1, 1.0), (0.5, 0.4), (0.5, f64::NAN), (0.0, 1.1)] {
            assert_eq!(of(&[1.0], wrong).unwrap_err().status(), Status::InvalidArgument);
        }
    }
}
