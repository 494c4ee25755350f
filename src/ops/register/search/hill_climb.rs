//! Climbing to a maximum with first and second derivatives along x and y.

use crate::context::{Error, Status};

/// A maximum further than this from a method's start, in pixels, is a different one.
pub const REACH: f64 = 1.5;

/// A value and its derivatives along x and y.
#[derive(Debug, Clone, Copy, Default)]
pub struct Jet {
    pub value: f64,
    /// d/dx, d/dy.
    pub gradient: [f64; 2],
    /// d2/dx2, d2/dxdy, d2/dy2.
    pub hessian: [f64; 3],
}

impl Jet {
    /// The step to the maximum of the parabola with these derivatives; `None` if it has none.
    fn step_up(&self) -> Option<[f64; 2]> {
        let ([a, b, c], [x, y]) = (self.hessian, self.gradient);
        let determinant = a * c - b * b;
        // Also false for NaN.
        if !(a < 0.0 && determinant > 1e-12 * a * c) {
            return None;
        }
        Some([(b * y - c * x) / determinant, (b * x - a * y) / determinant])
    }
}

/// Climbs from `start` to a maximum by Newton's method. Returns its place and the jet there; `None` when there is none
/// within `reach` of the start along both axes.
pub fn climb(f: impl Fn([f64; 2]) -> Jet, start: [f64; 2], reach: f64) -> Option<([f64; 2], Jet)> {
    let (mut at, mut here) = (start, f(start));
    for _ in 0..50 {
        let mut step = match here.step_up() {
            Some(step) => step,
            None => {
                // Not yet concave: a step uphill.
                let [x, y] = here.gradient;
                let length = x.hypot(y);
                if !(length > 0.0 && length.is_finite()) {
                    return None;
                }
                [0.1 * x / length, 0.1 * y / length]
            }
        };
        let longest = step[0].abs().max(step[1].abs());
        if longest > 0.25 {
            step = step.map(|x| x * 0.25 / longest);
        }
        let mut next = f([at[0] + step[0], at[1] + step[1]]);
        // Near a maximum values differ only by rounding before steps are short.
        while next.value < here.value - 1e-12 * here.value.abs() && step[0].abs().max(step[1].abs()) > 1e-9 {
            step = step.map(|x| x / 4.0);
            next = f([at[0] + step[0], at[1] + step[1]]);
        }
        (at, here) = ([at[0] + step[0], at[1] + step[1]], next);
        if (0..2).any(|k| (at[k] - start[k]).abs() > reach) {
            return None;
        }
        if step[0].abs().max(step[1].abs()) < 1e-7 {
            return here.step_up().map(|_| (at, here));
        }
    }
    here.step_up().map(|_| (at, here))
}

/// The error when there is no maximum near a movement.
pub fn no_maximum(near: [f64; 2]) -> Error {
    Error::new(
        Status::NoResult,
        format!("near a movement by ({:.1}, {:.1}) there is no maximum that the images determine", near[0], near[1]),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// exp of minus a parabola about (0.3, -0.2).
    fn hill([x, y]: [f64; 2]) -> Jet {
        let (dx, dy) = (x - 0.3, y + 0.2);
        let value = (-(dx * dx + 2.0 * dy * dy - 0.5 * dx * dy)).exp();
        let slope = [-(2.0 * dx - 0.5 * dy), -(4.0 * dy - 0.5 * dx)];
        let bend = [slope[0] * slope[0] - 2.0, slope[0] * slope[1] + 0.5, slope[1] * slope[1] - 4.0];
        Jet { value, gradient: slope.map(|s| s * value), hessian: bend.map(|b| b * value) }
    }

    #[test]
    fn the_maximum_of_a_hill_is_reached_from_its_foot_and_none_is_found_on_a_slope() {
        let (top, jet) = climb(hill, [-1.0, 0.9], 3.0).unwrap();
        assert!((top[0] - 0.3).abs() < 1e-9 && (top[1] + 0.2).abs() < 1e-9 && (jet.value - 1.0).abs() < 1e-12);
        assert!(climb(|at| Jet { value: at[0], gradient: [1.0, 0.0], hessian: [0.0; 3] }, [0.0, 0.0], 2.0).is_none());
        assert!(climb(|_| Jet { value: f64::NAN, ..Jet::default() }, [0.0, 0.0], 2.0).is_none());
    }
}
