//! The values beyond the edges of an image: one enumeration for filters, resampling and profiles.
//!
//! | here | scipy.ndimage | skimage.transform, numpy.pad | `k` beyond either edge of `a b c d` |
//! |---|---|---|---|
//! | [`Constant`](Boundary::Constant) | constant | | `k k k k / a b c d / k k k k` |
//! | [`GridConstant`](Boundary::GridConstant) | grid-constant | constant | `k k k k / a b c d / k k k k` |
//! | [`Nearest`](Boundary::Nearest) | nearest | edge | `a a a a / a b c d / d d d d` |
//! | [`Reflect`](Boundary::Reflect) | reflect, grid-mirror | symmetric | `d c b a / a b c d / d c b a` |
//! | [`Mirror`](Boundary::Mirror) | mirror | reflect | `  d c b / a b c d / c b a  ` |
//! | [`Wrap`](Boundary::Wrap) | wrap | | `a b c d / a b c d / a b c d` |
//! | [`GridWrap`](Boundary::GridWrap) | grid-wrap | wrap | `a b c d / a b c d / a b c d` |
//!
//! At whole pixels, so in filters, `Constant` is `GridConstant` and `Wrap` is `GridWrap`. Between pixels they differ:
//! `GridConstant` and `GridWrap` interpolate over the edge as over any other pixels; `Constant` gives the constant wherever
//! the position is outside of the outermost pixels' centres; `Wrap` takes the first and the last pixel for the same point,
//! so that its period is one pixel less than the image's length.

/// The values beyond the edges; see the [module](self).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Boundary {
    /// A constant, with a hard edge at the centres of the outermost pixels.
    Constant,
    /// A constant, as if there were more pixels.
    GridConstant,
    /// The outermost pixel.
    Nearest,
    /// The image reflected at its edge: the outermost pixel comes twice.
    Reflect,
    /// The image reflected at the outermost pixels' centres: they come once.
    Mirror,
    /// The image again, its last pixel on its first.
    Wrap,
    /// The image again, its first pixel beside its last.
    GridWrap,
}

use Boundary::{Constant, GridConstant, GridWrap, Mirror, Nearest, Reflect, Wrap};

impl Boundary {
    /// All of them, in the order of their codes.
    pub const ALL: [Boundary; 7] = [Constant, GridConstant, Nearest, Reflect, Mirror, Wrap, GridWrap];

    /// The number that the C interface uses; 0 is a function's own default there.
    pub const fn code(self) -> i32 {
        self as i32 + 1
    }

    /// The boundary with this number of the C interface.
    pub fn from_code(code: i32) -> Option<Boundary> {
        Boundary::ALL.into_iter().find(|b| b.code() == code)
    }

    /// scipy.ndimage's name.
    pub const fn name(self) -> &'static str {
        match self {
            Constant => "constant",
            GridConstant => "grid-constant",
            Nearest => "nearest",
            Reflect => "reflect",
            Mirror => "mirror",
            Wrap => "wrap",
            GridWrap => "grid-wrap",
        }
    }

    /// The boundary that scikit-image's warps mean: theirs interpolate over the edge in every mode.
    #[must_use]
    pub const fn on_grid(self) -> Boundary {
        match self {
            Constant => GridConstant,
            Wrap => GridWrap,
            other => other,
        }
    }

    /// Whether pixels beyond the edges have a constant's value.
    pub const fn is_constant(self) -> bool {
        matches!(self, Constant | GridConstant)
    }

    /// The boundary for pixels that are near to an edge, but not beyond it: where a constant is taken on the grid, the
    /// outermost pixels go on in its place. The hard edge of `Constant` has nothing of the constant inside.
    #[must_use]
    pub const fn continued(self) -> Boundary {
        if matches!(self, GridConstant) { Nearest } else { self }
    }

    /// The pixel among `n` that is used at any place; `None` where the constant is (and if there are
    /// no pixels).
    pub fn index(self, place: isize, n: usize) -> Option<usize> {
        if n == 0 {
            return None;
        }
        if let Ok(place) = usize::try_from(place)
            && place < n
        {
            return Some(place);
        }
        // No array is longer than isize::MAX.
        let n = n as isize;
        let index = match self {
            Constant | GridConstant => return None,
            Nearest => place.clamp(0, n - 1),
            Wrap | GridWrap => place.rem_euclid(n),
            Mirror if n == 1 => 0,
            Mirror => {
                let place = place.rem_euclid(2 * n - 2);
                if place < n { place } else { 2 * n - 2 - place }
            }
            Reflect => {
                let place = place.rem_euclid(2 * n);
                if place < n { place } else { 2 * n - 1 - place }
            }
        };
        Some(index as usize)
    }

    /// The position between the outermost pixels' centres (with `Reflect` and `GridWrap` up to half a pixel or a pixel
    /// beyond) that has the same value by this boundary's symmetry; `None` where the constant is.
    ///
    /// `GridConstant` and `Nearest` have no symmetry: positions are unchanged.
    pub(super) fn position(self, x: f64, n: usize) -> Option<f64> {
        let last = n as f64 - 1.0;
        if (0.0..=last).contains(&x) {
            return Some(x);
        }
        if n <= 1 && !self.is_constant() {
            return Some(0.0);
        }
        let modulo = |period: f64| (x - period * (x / period).floor()).clamp(0.0, period);
        match self {
            Constant => None,
            GridConstant | Nearest => Some(x),
            Mirror => {
                let x = modulo(2.0 * last);
                Some(if x <= last { x } else { 2.0 * last - x })
            }
            Reflect => {
                let (n, x) = (n as f64, modulo(2.0 * n as f64));
                Some(match x {
                    x if x <= n - 0.5 => x,
                    x if x <= 2.0 * n - 0.5 => 2.0 * n - 1.0 - x,
                    x => x - 2.0 * n,
                })
            }
            Wrap => Some(modulo(last)),
            GridWrap => {
                let x = modulo(n as f64);
                Some(if x >= n as f64 { 0.0 } else { x })
            }
        }
    }

    /// The boundary that the pixels around a [position](Self::position) follow.
    pub(super) const fn around_position(self) -> Boundary {
        match self {
            Constant | Wrap => Mirror,
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Extends by copying, one pixel at a time.
    fn padded(boundary: Boundary, n: usize, width: usize) -> Vec<Option<usize>> {
        let mut row: std::collections::VecDeque<Option<usize>> = (0..n).map(Some).collect();
        for k in 0..width {
            let len = row.len();
            // How far from the edge the copied pixel stands, counted inwards in the row so far.
            let inwards = match boundary {
                Constant | GridConstant => None,
                Nearest => Some(0),
                Reflect => Some(2 * k),
                Mirror => Some(2 * k + 1),
                Wrap | GridWrap => Some(n - 1),
            };
            let (left, right) = match inwards {
                None => (None, None),
                Some(_) if n == 1 => (Some(0), Some(0)),
                Some(i) => (row[i.min(len - 1)], row[len - 1 - i.min(len - 1)]),
            };
            row.push_front(left);
            row.push_back(right);
        }
        row.into()
    }

    #[test]
    fn indices_are_those_of_padding_by_hand() {
        for boundary in Boundary::ALL {
            // Reflections copy what stands beyond the other edge, once they reach it: stay within one period.
            for n in 1..6usize {
                let width = if matches!(boundary, Nearest | Constant | GridConstant) { 20 } else { n.max(2) - 1 };
                for (i, expected) in padded(boundary, n, width).into_iter().enumerate() {
                    let place = i as isize - width as isize;
                    assert_eq!(boundary.index(place, n), expected, "{boundary:?} n = {n} place = {place}");
                }
            }
        }
    }

    #[test]
    fn periods_are_as_long_as_they_should_be() {
        for n in 1..6usize {
            for place in -40..40 {
                for (boundary, period) in [(Wrap, n), (GridWrap, n), (Reflect, 2 * n), (Mirror, (2 * n).max(3) - 2)] {
                    assert_eq!(boundary.index(place, n), boundary.index(place + period as isize, n));
                }
            }
        }
        for boundary in Boundary::ALL {
            assert_eq!(boundary.index(0, 0), None);
            for place in [isize::MIN, isize::MAX, isize::MIN + 1] {
                assert!(boundary.index(place, 5).is_none_or(|i| i < 5));
            }
        }
    }

    #[test]
    fn codes_and_names_are_unique() {
        for boundary in Boundary::ALL {
            assert_eq!(Boundary::from_code(boundary.code()), Some(boundary));
            assert_eq!(Boundary::ALL.iter().filter(|b| b.name() == boundary.name()).count(), 1);
        }
        assert_eq!((Boundary::from_code(0), Boundary::from_code(8)), (None, None));
    }
}
