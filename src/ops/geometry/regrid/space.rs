//! The coordinates that the algorithms work in: positions moved to the middle and scaled, so that huge and tiny ones
//! neither overflow nor vanish.

/// From positions to working coordinates of about -1 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Space {
    /// Applied first; a power of 2.
    before: f64,
    middle: [f64; 2],
    /// Applied last: a power of 2 for both axes, or what brings each axis to one length.
    scale: [f64; 2],
    /// The rounding error of the positions, in working coordinates.
    pub grain: f64,
    /// The width and height of all points, in working coordinates.
    pub extent: [f64; 2],
}

impl Space {
    /// For points whose coordinates are finite. `rescale` brings both axes to length 1.
    pub fn new(points: impl Iterator<Item = [f64; 2]> + Clone, rescale: bool) -> Space {
        let mut largest = 0.0f64;
        for [x, y] in points.clone() {
            largest = largest.max(x.abs()).max(y.abs());
        }
        let before = power_of_2(largest);
        let (mut low, mut high) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
        for [x, y] in points {
            let [x, y] = [x * before, y * before];
            low = [low[0].min(x), low[1].min(y)];
            high = [high[0].max(x), high[1].max(y)];
        }
        let empty = low[0] > high[0];
        let width = [0, 1].map(|i| if empty { 0.0 } else { high[i] - low[i] });
        let middle = [0, 1].map(|i| if empty { 0.0 } else { low[i] + 0.5 * width[i] });
        let common = power_of_2(width[0].max(width[1]));
        let scale = width.map(|w| if rescale && w > 0.0 { (1.0 / w).min(f64::MAX) } else { common });
        let rounding = |i: usize| f64::EPSILON * low[i].abs().max(high[i].abs()) * scale[i];
        Space {
            before,
            middle,
            scale,
            grain: if empty { 0.0 } else { rounding(0).max(rounding(1)) },
            extent: [0, 1].map(|i| width[i] * scale[i]),
        }
    }

    /// A position in working coordinates.
    #[inline]
    pub fn to(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        [(x * self.before - self.middle[0]) * self.scale[0], (y * self.before - self.middle[1]) * self.scale[1]]
    }

    /// The position of working coordinates, up to rounding.
    pub fn from(&self, p: [f64; 2]) -> [f64; 2] {
        [0, 1].map(|i| (p[i] / self.scale[i] + self.middle[i]) / self.before)
    }

    /// A difference of positions in working coordinates.
    pub fn vector(&self, d: [f64; 2]) -> [f64; 2] {
        [0, 1].map(|i| d[i] * self.before * self.scale[i])
    }
}

/// The power of 2 that brings a positive number near 1.
fn power_of_2(x: f64) -> f64 {
    if x > 0.0 && x.is_finite() { (-x.log2().floor()).clamp(-1020.0, 1020.0).exp2() } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_coordinates_come_near_1() {
        for scale in [1e-300, 1e-3, 1.0, 1e12, 1e308] {
            let points = [[0.5 * scale, -scale], [0.75 * scale, 1.5 * scale], [0.6 * scale, 0.0]];
            for rescale in [false, true] {
                let space = Space::new(points.iter().copied(), rescale);
                for q in points {
                    let back = space.from(space.to(q));
                    assert!((0..2).all(|i| (back[i] - q[i]).abs() <= 1e-14 * scale), "{q:?}: {back:?}");
                }
                for p in points.map(|p| space.to(p)) {
                    assert!(p.iter().all(|x| x.abs() <= 2.0), "{scale}: {p:?}");
                }
                assert!(space.extent[1] >= 0.5 && space.grain > 0.0 && space.grain < 1e-14);
            }
        }
        let one = Space::new([[3.0, 3.0]].into_iter(), true);
        assert_eq!(one.to([3.0, 3.0]), [0.0, 0.0]);
        Space::new(std::iter::empty(), false);
    }
}
