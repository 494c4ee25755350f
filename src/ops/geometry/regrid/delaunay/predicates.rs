//! On which side a point lies: exact, and fast where the answer is clear.
//!
//! Each predicate is first computed in plain arithmetic. Where the result exceeds the bound of its rounding error, its sign is
//! right; the bounds are those of J. Shewchuk 1997, "Adaptive precision floating-point arithmetic and fast robust
//! geometric predicates" (Discrete & Computational Geometry 18, 305), section 4. Otherwise the crate `robust` decides, by
//! the exact arithmetic of that paper.

use robust::{Coord, incircle, orient2d};

/// Half the distance from 1 to the next number.
const HALF_ULP: f64 = 0.5 * f64::EPSILON;
const ORIENTATION: f64 = (3.0 + 16.0 * HALF_ULP) * HALF_ULP;
const IN_CIRCLE: f64 = (10.0 + 96.0 * HALF_ULP) * HALF_ULP;

/// A position as the predicates see it.
pub type Place = [f64; 2];

/// Above 0 where a, b, c turn left, below where they turn right, 0 where they lie on one line.
#[inline]
pub fn turn(a: Place, b: Place, c: Place) -> f64 {
    let left = (a[0] - c[0]) * (b[1] - c[1]);
    let right = (a[1] - c[1]) * (b[0] - c[0]);
    let turn = left - right;
    if turn.abs() > ORIENTATION * (left.abs() + right.abs()) { turn } else { exact_turn(a, b, c) }
}

/// Whether d lies inside the circle through a, b, c, which turn left.
#[inline]
pub fn is_in_circle(a: Place, b: Place, c: Place, d: Place) -> bool {
    let (ax, ay) = (a[0] - d[0], a[1] - d[1]);
    let (bx, by) = (b[0] - d[0], b[1] - d[1]);
    let (cx, cy) = (c[0] - d[0], c[1] - d[1]);
    let (bc, cb) = (bx * cy, cx * by);
    let (ca, ac) = (cx * ay, ax * cy);
    let (ab, ba) = (ax * by, bx * ay);
    let (aa, bb, cc) = (ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy);
    let inside = aa * (bc - cb) + bb * (ca - ac) + cc * (ab - ba);
    let size = aa * (bc.abs() + cb.abs()) + bb * (ca.abs() + ac.abs()) + cc * (ab.abs() + ba.abs());
    if inside.abs() > IN_CIRCLE * size { inside > 0.0 } else { exactly_in_circle(a, b, c, d) }
}

#[cold]
#[inline(never)]
fn exact_turn(a: Place, b: Place, c: Place) -> f64 {
    orient2d(coord(a), coord(b), coord(c))
}

#[cold]
#[inline(never)]
fn exactly_in_circle(a: Place, b: Place, c: Place, d: Place) -> bool {
    incircle(coord(a), coord(b), coord(c), coord(d)) > 0.0
}

fn coord([x, y]: Place) -> Coord<f64> {
    Coord { x, y }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Integers, whose determinants are exact, moved by a power of 2 times a few last digits.
    #[test]
    fn signs_are_those_of_integer_arithmetic() {
        let mut state = 7u64;
        let mut random = |n: i64| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 33) as i64 % n
        };
        let (mut ties, mut all) = (0, 0);
        for size in [3, 9, 1 << 15] {
            for scale in [1.0, 2f64.powi(-100), 2f64.powi(60)] {
                for _ in 0..3000 {
                    let mut p = [[0i64; 2]; 4];
                    for p in &mut p {
                        *p = [random(size), random(size)];
                    }
                    if random(3) == 0 {
                        // On one line with the first two, or nearly.
                        p[2] = [2 * p[1][0] - p[0][0], 2 * p[1][1] - p[0][1] + random(2)];
                    }
                    let [a, b, c, d] = p.map(|p| p.map(|x| x as f64 * scale));
                    let minor = |a: [i64; 2], b: [i64; 2], c: [i64; 2]| {
                        i128::from((a[0] - c[0]) * (b[1] - c[1]) - (a[1] - c[1]) * (b[0] - c[0]))
                    };
                    let wanted = minor(p[0], p[1], p[2]);
                    assert_eq!(turn(a, b, c).partial_cmp(&0.0), wanted.partial_cmp(&0), "{p:?}");
                    let lift = |p: [i64; 2]| i128::from(p[0] * p[0] + p[1] * p[1]);
                    let [x, y, z] = [p[0], p[1], p[2]].map(|q| [q[0] - p[3][0], q[1] - p[3][1]]);
                    let cross = |a: [i64; 2], b: [i64; 2]| i128::from(a[0] * b[1] - a[1] * b[0]);
                    let inside = lift(x) * cross(y, z) + lift(y) * cross(z, x) + lift(z) * cross(x, y);
                    assert_eq!(is_in_circle(a, b, c, d), inside > 0, "{p:?}");
                    ties += usize::from(inside == 0);
                    all += 1;
                }
            }
        }
        assert!(ties > all / 100);
    }
}
