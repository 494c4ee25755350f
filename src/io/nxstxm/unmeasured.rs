//! Which pixels of a scan that was stopped were not measured.

use crate::array::{Data, Element, Shared, alloc};
use crate::context::{Context, Result, Warning};
use crate::dispatch;

/// Zeros at the end of a scan count as not measured where it is less probable than this that so many follow each other by chance.
const CHANCE: f64 = 1e-9;

/// The pixels at the end of a scan that have the value 0 of what was never written; `None` where there are none.
///
/// Where there is a ring current of each pixel, which is not 0 in the whole scan, it decides: one of 0 was not measured. Where there is none, the
/// zeros at the end count if a line at least was measured, and they are far more than the zeros in what was measured make likely. It is asked for
/// only where the last pixel is 0.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory).
pub fn at_the_end(pixels: &Data, current: impl FnOnce() -> Option<Data>) -> Result<Option<Data>> {
    let len = pixels.len();
    let lit = written(pixels);
    if lit == len {
        return Ok(None);
    }
    let current = current().filter(|current| current.len() == len);
    let measured = lit.max(current.as_ref().map_or(0, written));
    let zeros = len - measured;
    if zeros == 0 {
        return Ok(None);
    }
    if current.is_none() {
        let line = pixels.shape().last().copied().unwrap_or(1);
        if measured < line || pixels.shape().len() < 2 {
            return Ok(None);
        }
        let before = zeros_in(pixels, measured);
        let chance = (before as f64 + 1.0) / (measured as f64 + 2.0);
        if chance.ln() * zeros as f64 > CHANCE.ln() {
            return Ok(None);
        }
    }
    let mut missing = alloc::zeroed_vec::<bool>(len)?;
    missing[measured..].fill(true);
    alloc::from_vec(pixels.shape(), missing).map(|missing| Some(Data::from(missing)))
}

/// The elements up to the last that is not 0.
fn written(data: &Data) -> usize {
    fn of<T: Element>(array: &Shared<T>) -> usize {
        let last = array.as_slice().unwrap_or_default().iter().rposition(|x| *x != T::default());
        last.map_or(0, |last| last + 1)
    }
    dispatch!(all data, |array| of(array))
}

/// The zeros among the first `n` elements.
fn zeros_in(data: &Data, n: usize) -> usize {
    fn of<T: Element>(array: &Shared<T>, n: usize) -> usize {
        array.iter().take(n).filter(|x| **x == T::default()).count()
    }
    dispatch!(all data, |array| of(array, n))
}

/// Which pixels are 0, or no number.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory).
pub fn without_value(pixels: &Data) -> Result<Vec<bool>> {
    let mut without = alloc::vec(pixels.len())?;
    without.extend(pixels.to_f64()?.iter().map(|x| *x == 0.0 || x.is_nan()));
    Ok(without)
}

/// What is true in one of two arrays.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory).
pub fn both(a: Option<Data>, b: Option<Data>) -> Result<Option<Data>> {
    let (Some(a), Some(b)) = (&a, &b) else { return Ok(a.or(b)) };
    match (a.typed::<bool>(), b.typed::<bool>()) {
        (Some(a), Some(b)) if a.shape() == b.shape() => {
            alloc::zip_map(a.view(), b.view(), |a, b| a | b).map(|both| Some(Data::from(both)))
        }
        _ => Ok(Some(a.clone())),
    }
}

/// The mask of an image: what its dataset says was not measured, and what the points in time say; with a warning that tells how many.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory).
pub fn mask(ctx: &Context, of_dataset: Option<Data>, in_time: Option<Data>) -> Result<Option<Data>> {
    let Some(mask) = both(of_dataset, in_time)? else { return Ok(None) };
    let count = mask.typed::<bool>().map_or(0, |mask| mask.iter().filter(|&&m| m).count());
    if count == 0 {
        return Ok(None);
    }
    ctx.warn_of(
        Warning::NotMeasured,
        format!(
            "{count} of {} pixels ({:.1} %) were not measured and are masked",
            mask.len(),
            100.0 * count as f64 / mask.len() as f64
        ),
    );
    Ok(Some(mask))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data(values: Vec<f64>) -> Data {
        Data::from(alloc::from_vec(&[values.len() / 10, 10], values).unwrap())
    }

    fn missing(values: Vec<f64>, current: Option<Vec<f64>>) -> usize {
        let found = at_the_end(&data(values), || current.map(data)).unwrap();
        found.map_or(0, |found| found.typed::<bool>().unwrap().iter().filter(|&&m| m).count())
    }

    #[test]
    fn zeros_at_the_end_are_not_measured_where_chance_does_not_make_them() {
        let bright = |n: usize, zeros: usize| [vec![100.0; n], vec![0.0; zeros]].concat();
        assert_eq!(missing(bright(90, 10), None), 10);
        assert_eq!(missing(bright(99, 1), None), 0);
        assert_eq!(missing(bright(0, 100), None), 0);
        assert_eq!(missing(bright(9, 91), None), 0);
        assert_eq!(missing(bright(100, 0), None), 0);
        // A dark image has zeros everywhere.
        let dark: Vec<f64> = (0..100).map(|i| f64::from(u8::from(i % 10 == 0 && i < 80))).collect();
        assert_eq!(missing(dark, None), 0);
        // The ring current decides.
        assert_eq!(missing(bright(90, 10), Some(vec![400.0; 100])), 0);
        assert_eq!(missing(bright(99, 1), Some(bright(99, 1))), 1);
    }
}
