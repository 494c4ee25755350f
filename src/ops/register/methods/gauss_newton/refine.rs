//! From a coarse shift to the fine one.

use super::compared_frames::{ComparedFrames, DOUBTFUL};
use super::errors::Estimate;
use super::progress::Progress;
use super::resolution::Resolution;
use super::state::State;
use crate::context::{Result, Status};
use crate::image::Value;
use crate::ops::register::options::Options;
use crate::ops::register::pair::Pair;
use crate::ops::register::pair::frame::RegistrationFrame;
use crate::ops::register::pair::gradient::scharr_magnitude;
use crate::ops::register::pair::smooth::{gaussian, smooth};
use crate::ops::register::search::coarse_search::{CoarseShift, Structure, binned};
use crate::ops::register::search::noise_smoothing;
use std::sync::Arc;

/// The least and the greatest sigma of the Gaussian in pixels; in large frames it may be up to this fraction of the shorter side.
const WIDTHS: (f64, f64) = (1.0, 3.0);
const WIDEST: f64 = 16.0;
/// A larger sigma is taken from the spectra instead.
const LOUD: f64 = 1.25;
/// The movement from all pixels must agree with that of the pixels away from the edges within this many standard errors.
const AGREES: f64 = 4.0;

/// From the coarse shift to the fine one, first at a reduced size if there is one.
pub fn refined(
    progress: &mut Progress<'_, '_>,
    frames: &ComparedFrames<'_>,
    options: &Options,
    square: usize,
    start: CoarseShift,
) -> Result<Estimate> {
    let near = frames.near(start.shift)?;
    let gradients;
    let [image, reference]: [&RegistrationFrame; 2] = match start.structure {
        Structure::Pixels => [&near[0], &near[1]],
        Structure::Gradients => {
            gradients = [magnitude(&mut *progress, &near[0])?, magnitude(progress, &near[1])?];
            [&gradients[0], &gradients[1]]
        }
    };
    let mut state = State::new(start.shift, [image, reference])?;
    let mut sigma = WIDTHS.0;
    let shortest = [image.rows, image.columns, reference.rows, reference.columns].into_iter().min().unwrap_or(0);
    let widest = (shortest as f64 / WIDEST).max(WIDTHS.1);
    let smaller = square / 2;
    if smaller > 1 {
        let small = [binned(image, smaller)?, binned(reference, smaller)?];
        let level = Resolution::new(progress, [&small[0], &small[1]], &state, sigma, options.threshold, false)?;
        state.shift = state.shift.map(|x| x / smaller as f64);
        let solution = level.iterate(progress, &mut state, 8, 0.02)?;
        state.shift = state.shift.map(|x| x * smaller as f64);
        // In larger pixels gradients are larger and the noise of the means is smaller, both in proportion to their side.
        sigma = width(solution.noise_to_gradient * (smaller as f64).powi(4), widest);
    }
    let mut spectral = None;
    for attempt in 0.. {
        let level = Resolution::new(progress, [image, reference], &state, sigma, options.threshold, false)?;
        let solution = level.iterate(progress, &mut state, 12, 0.03)?;
        let mut fitting = width(solution.noise_to_gradient, widest);
        if start.structure == Structure::Pixels {
            let noise = frames.own_noise();
            let own = state.gains()[0].powi(2) * noise[0] + state.gains()[1].powi(2) * noise[1];
            if fitting > LOUD && solution.noise < DOUBTFUL * own {
                fitting = match spectral {
                    Some(known) => known,
                    None => {
                        let pair = Pair { image: Arc::clone(&near[0]), reference: Arc::clone(&near[1]) };
                        noise_smoothing::smoothing(&progress.next(0.1), &pair)?.max(WIDTHS.0)
                    }
                };
                spectral = Some(fitting);
            }
        }
        if attempt < 2 && !(0.8..1.25).contains(&(fitting / sigma)) {
            sigma = fitting;
            continue;
        }
        let mut found = level.finish(progress, state, &solution, start)?;
        // Not for magnitudes of gradients, which at the edges are those of the edges.
        if start.structure == Structure::Pixels
            && level.loses_much()
            && found.undetermined.is_none()
            && let Some(better) = up_to_edges(progress, [image, reference], options, sigma, (state, start), &found)?
        {
            found = better;
        }
        if frames.even.is_some() {
            found.registration.details.push(("rows", Value::String("made even".to_owned())));
        }
        return Ok(found);
    }
    unreachable!("the last attempt returns")
}

/// The movement from all pixels of small frames, which are extended beyond their edges. The extension bends straight structure, so this
/// only refines the movement of the inner pixels, and must agree with it.
fn up_to_edges(
    progress: &mut Progress<'_, '_>,
    sides: [&RegistrationFrame; 2],
    options: &Options,
    sigma: f64,
    (mut state, start): (State, CoarseShift),
    within: &Estimate,
) -> Result<Option<Estimate>> {
    let level = Resolution::new(progress, sides, &state, sigma, options.threshold, true)?;
    let found = level.iterate(progress, &mut state, 6, 0.03);
    match found.and_then(|solution| level.finish(progress, state, &solution, start)) {
        Ok(found) => {
            let ([x, y], at) = (within.registration.sigma.unwrap_or_default(), within.registration.shift);
            let off = [0, 1].map(|k| (found.registration.shift[k] - at[k]).abs());
            let agrees = off[0] < AGREES * x && off[1] < AGREES * y;
            Ok((agrees && found.undetermined.is_none()).then_some(found))
        }
        Err(error) if error.status() == Status::NoResult => Ok(None),
        Err(error) => Err(error),
    }
}

/// The Gaussian's sigma for the least noise of the shift, from the noise's variance over the mean square of the gradient along
/// an axis. The rule is empirical: on scenes of pixels and domains with 20 to 20,000 counts the shift's errors are within some percent
/// of the least ones. The fourth root makes sigma proportional to the scale of the structure.
fn width(noise_to_gradient: f64, widest: f64) -> f64 {
    (noise_to_gradient / 50.0).powf(0.25).clamp(WIDTHS.0, widest)
}

/// The magnitude of the smoothed frame's gradient.
fn magnitude(progress: &mut Progress<'_, '_>, side: &RegistrationFrame) -> Result<RegistrationFrame> {
    let (pixels, _) = smooth(&progress.next(0.05), side, 0.0, &gaussian(1.0, 4))?;
    let smoothed = side.with_pixels(pixels)?;
    Ok(RegistrationFrame { pixels: scharr_magnitude(&smoothed)?, ..smoothed })
}
