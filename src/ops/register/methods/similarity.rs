//! A movement of content with rotation and scale, and its small changes.

use crate::array::alloc;
use crate::context::Result;
use crate::ops::geometry::resample::Affine;
use std::f64::consts::PI;

/// A change of the image's content: turned (clockwise on the screen, in radians) and scaled about the middle, then moved.
#[derive(Debug, Clone, Copy)]
pub struct Similarity {
    pub angle: f64,
    pub scale: f64,
    pub shift: [f64; 2],
    pub middle: [f64; 2],
}

impl Similarity {
    pub const NONE: Similarity = Similarity { angle: 0.0, scale: 1.0, shift: [0.0; 2], middle: [0.0; 2] };

    /// A movement alone.
    pub fn translation(shift: [f64; 2]) -> Similarity {
        Similarity { shift, ..Similarity::NONE }
    }

    /// This similarity followed by another one.
    pub fn then(&self, angle: f64, scale: f64, shift: [f64; 2]) -> Similarity {
        let (sin, cos) = angle.sin_cos();
        let [x, y] = self.shift;
        let moved = [scale * (cos * x - sin * y) + shift[0], scale * (sin * x + cos * y) + shift[1]];
        let mut turned = self.angle + angle;
        turned -= 2.0 * PI * (turned / (2.0 * PI)).round();
        Similarity { angle: turned, scale: self.scale * scale, shift: moved, middle: self.middle }
    }

    /// The map from a pixel of the result to its place in the image.
    pub fn back(&self) -> Affine {
        let (sin, cos) = self.angle.sin_cos();
        let matrix = [[cos / self.scale, sin / self.scale], [-sin / self.scale, cos / self.scale]];
        let [x, y] = [0, 1].map(|k| self.middle[k] + self.shift[k]);
        let offset = [0, 1].map(|k| self.middle[k] - matrix[k][0] * x - matrix[k][1] * y);
        Affine { offset, matrix }
    }
}

/// A way in which content moves a little.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// To the right, by pixels.
    Right,
    /// Down, by pixels.
    Down,
    /// Clockwise on the screen about the middle, by radians.
    Turn,
    /// Away from the middle, by the logarithm of the factor.
    Grow,
}

impl Motion {
    /// The derivative of every pixel by this motion, from the image's gradient.
    ///
    /// # Errors
    /// `NoMemory`.
    pub fn change(self, [right, down]: &[Vec<f64>; 2], columns: usize, middle: [f64; 2]) -> Result<Vec<f64>> {
        let mut out = alloc::vec(right.len())?;
        let each = right.iter().zip(down).enumerate();
        out.extend(each.map(|(i, (gx, gy))| {
            let x = (i % columns) as f64 - middle[0];
            let y = (i / columns) as f64 - middle[1];
            // A pixel gets the value of the place that its content came from.
            -match self {
                Motion::Right => *gx,
                Motion::Down => *gy,
                Motion::Turn => x * gy - y * gx,
                Motion::Grow => x * gx + y * gy,
            }
        }));
        Ok(out)
    }

    /// The similarity followed by this motion.
    pub fn after(self, at: &Similarity, by: f64) -> Similarity {
        match self {
            Motion::Right => at.then(0.0, 1.0, [by, 0.0]),
            Motion::Down => at.then(0.0, 1.0, [0.0, by]),
            Motion::Turn => at.then(by, 1.0, [0.0; 2]),
            Motion::Grow => at.then(0.0, by.exp(), [0.0; 2]),
        }
    }

    /// How far a step moves a point at this distance from the middle, in pixels.
    pub fn pixels(self, step: f64, radius: f64) -> f64 {
        match self {
            Motion::Right | Motion::Down => step,
            Motion::Turn | Motion::Grow => step * radius,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_those_of_small_steps() {
        let middle = [6.2, 4.1];
        let value = |x: f64, y: f64| (0.3 * x - 0.2 * y).sin() + 0.01 * x * y;
        let gradient = |x: f64, y: f64| {
            let c = (0.3 * x - 0.2 * y).cos();
            [0.3 * c + 0.01 * y, -0.2 * c + 0.01 * x]
        };
        let (rows, columns) = (9, 13);
        let place = |i: usize| ((i % columns) as f64, (i / columns) as f64);
        let both =
            [0, 1].map(|k| (0..rows * columns).map(|i| gradient(place(i).0, place(i).1)[k]).collect::<Vec<f64>>());
        let none = Similarity { middle, ..Similarity::NONE };
        for motion in [Motion::Right, Motion::Down, Motion::Turn, Motion::Grow] {
            let change = motion.change(&both, columns, middle).unwrap();
            let at = |by: f64, i: usize| {
                let Affine { offset, matrix } = motion.after(&none, by).back();
                let (x, y) = place(i);
                let from = [0, 1].map(|k| offset[k] + matrix[k][0] * x + matrix[k][1] * y);
                value(from[0], from[1])
            };
            for (i, change) in change.iter().enumerate() {
                let h = 1e-5;
                let expected = (at(h, i) - at(-h, i)) / (2.0 * h);
                assert!((change - expected).abs() < 1e-7, "{motion:?} {i}: {change} {expected}");
            }
        }
    }
}
