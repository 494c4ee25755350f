//! The state of the iteration: movement, gain, offset, and the weighting of pixels.

use super::sums::Weighting;
use crate::context::{Error, Result, Status};
use crate::ops::register::pair::frame::RegistrationFrame;

/// What changes from step to step.
#[derive(Clone, Copy)]
pub struct State {
    pub shift: [f64; 2],
    pub means: [f64; 2],
    pub weighting: Weighting,
    pub steps: usize,
}

impl State {
    pub fn new(shift: [f64; 2], sides: [&RegistrationFrame; 2]) -> Result<State> {
        let [image, reference] = sides.map(moments);
        let (Some(image), Some(reference)) = (image, reference) else {
            return Err(Error::new(
                Status::NoResult,
                "an image has no contrast, or no pixel that is neither masked nor NaN",
            ));
        };
        let root = (reference[1] / image[1]).powf(0.25);
        let weighting =
            Weighting { gains: [root, 1.0 / root], offset: 0.0, growth: 0.0, limit: f64::INFINITY, redescend: false };
        Ok(State { shift, means: [image[0], reference[0]], weighting, steps: 0 })
    }
}

impl State {
    /// The factors of the image's and the reference's values.
    pub fn gains(&self) -> [f64; 2] {
        self.weighting.gains
    }
}

/// Mean and variance of the valid pixels, if they vary.
fn moments(side: &RegistrationFrame) -> Option<[f64; 2]> {
    let valid = || side.pixels.iter().enumerate().filter(|&(i, _)| side.is_valid(i)).map(|(_, &x)| x);
    let n = valid().count() as f64;
    let mean = valid().sum::<f64>() / n;
    let variance = valid().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n;
    (variance > 1e-24 * mean * mean && variance > 0.0).then_some([mean, variance])
}
