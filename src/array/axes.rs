//! The axes that a caller names: negative numbers count from the end, as in numpy.

use crate::context::{Error, Result, Status};

/// One axis of an array of rank `ndim`.
///
/// # Errors
/// [`Status::OutOfRange`] unless it lies in `-ndim..ndim`.
pub fn axis(axis: i32, ndim: usize, name: &str) -> Result<usize> {
    let n = ndim as i32;
    if (-n..n).contains(&axis) {
        return Ok(if axis < 0 { axis + n } else { axis } as usize);
    }
    let allowed = match ndim {
        0 => "none: the array has rank 0".to_owned(),
        _ => format!("{} to {} for an array of rank {ndim}", -n, n - 1),
    };
    Err(Error::out_of_range(name, axis, allowed))
}

/// Several axes in ascending order; none named means all.
///
/// # Errors
/// As [`axis`]; [`Status::InvalidArgument`] when one is named twice.
pub fn axes(named: &[i32], ndim: usize, name: &str) -> Result<Vec<usize>> {
    if named.is_empty() {
        return Ok((0..ndim).collect());
    }
    let mut all = named.iter().map(|&a| axis(a, ndim, name)).collect::<Result<Vec<_>>>()?;
    all.sort_unstable();
    if all.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(Error::new(
            Status::InvalidArgument,
            format!("`{name}` is {named:?}, which names an axis twice; allowed: each axis once"),
        ));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negative_axes_count_from_the_end() {
        assert_eq!(
            [axis(0, 3, "axis").unwrap(), axis(-1, 3, "axis").unwrap(), axis(-3, 3, "axis").unwrap()],
            [0, 2, 0]
        );
        for (a, ndim) in [(3, 3), (-4, 3), (0, 0), (i32::MIN, 8), (i32::MAX, 8)] {
            assert_eq!(axis(a, ndim, "axis").unwrap_err().status(), Status::OutOfRange, "{a} {ndim}");
        }
    }

    #[test]
    fn no_axis_is_all_and_none_comes_twice() {
        assert_eq!(axes(&[], 3, "axes").unwrap(), [0, 1, 2]);
        assert_eq!(axes(&[], 0, "axes").unwrap(), [0usize; 0]);
        assert_eq!(axes(&[-1, 0], 3, "axes").unwrap(), [0, 2]);
        assert_eq!(axes(&[1, -2], 3, "axes").unwrap_err().status(), Status::InvalidArgument);
        assert_eq!(axes(&[1, 5], 3, "axes").unwrap_err().status(), Status::OutOfRange);
    }
}
