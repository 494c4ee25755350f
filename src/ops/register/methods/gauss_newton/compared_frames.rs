//! Both frames as they are compared, and whether a difference is larger than their noise.

use super::errors::Estimate;
use crate::context::Result;
use crate::ops::register::pair::frame::RegistrationFrame;
use crate::ops::register::pair::{Pair, outliers, row_brightness};
use std::sync::Arc;

/// A variance of the differences above this many times the noise's is more than noise.
pub const DOUBTFUL: f64 = 1.6;

/// Both frames as they are compared.
pub struct ComparedFrames<'a> {
    pub pair: &'a Pair,
    /// Both frames with rows of equal brightness, if rows differ in brightness as no content does.
    pub even: Option<[RegistrationFrame; 2]>,
    /// The variance of the pixels' noise in the image and in the reference.
    pub noise: [f64; 2],
}

impl<'a> ComparedFrames<'a> {
    pub fn new(pair: &'a Pair) -> Result<ComparedFrames<'a>> {
        let sides = [&*pair.image, &*pair.reference];
        let noise = [outliers::noise(sides[0])?, outliers::noise(sides[1])?];
        let mut even = None;
        if row_brightness::differ(sides[0], noise[0])? || row_brightness::differ(sides[1], noise[1])? {
            even = Some([
                row_brightness::even(sides[0], 0..sides[0].columns)?,
                row_brightness::even(sides[1], 0..sides[1].columns)?,
            ]);
        }
        Ok(ComparedFrames { pair, even, noise: noise.map(|sigma| sigma * sigma) })
    }

    pub fn coarse(&self) -> [&RegistrationFrame; 2] {
        match &self.even {
            Some([image, reference]) => [image, reference],
            None => [&self.pair.image, &self.pair.reference],
        }
    }

    /// The frames for comparison near a movement.
    pub fn near(&self, shift: [f64; 2]) -> Result<[Arc<RegistrationFrame>; 2]> {
        let Pair { image, reference } =
            if self.even.is_some() { self.pair.with_even_rows(shift)? } else { self.pair.clone() };
        Ok([image, reference])
    }

    /// The variance of the pixels' noise, after the rows were made equally bright.
    pub fn own_noise(&self) -> [f64; 2] {
        let scale = if self.even.is_some() { self.scale() } else { [1.0, 1.0] };
        [0, 1].map(|k| self.noise[k] / scale[k].powi(2))
    }

    /// The variance of a difference, divided by the one expected from the noise of both frames.
    pub fn over_noise(&self, found: &Estimate, variance: f64) -> f64 {
        let ([a, b], noise) = (found.gains, self.own_noise());
        let expected = a * a * noise[0] + b * b * noise[1];
        if expected > 0.0 { variance / expected } else { 1.0 }
    }

    /// The typical squared difference, divided by the one expected from noise.
    pub fn excess(&self, found: &Estimate) -> f64 {
        self.over_noise(found, found.typical_noise)
    }

    /// Whether the typical difference is larger than noise and chance explain for this number of pixels.
    pub fn doubtful(&self, found: &Estimate) -> bool {
        self.excess(found) > DOUBTFUL * (1.0 + 2.0 * (2.0 * found.square_variance).sqrt())
    }

    /// The average divisor of the rows of both frames.
    pub fn scale(&self) -> [f64; 2] {
        [&self.pair.image, &self.pair.reference].map(|side| row_brightness::scale(side))
    }
}
