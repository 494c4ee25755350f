//! The similarity that lays one image on the other: translation by phase correlation, and rotation and scale, if asked for, from the
//! spectra's magnitudes.
//!
//! B. S. Reddy, B. N. Chatterji (1996), "An FFT-based technique for translation, rotation, and scale-invariant image
//! registration", IEEE Trans. Image Process. 5, 1266-1271. The magnitude of a spectrum does not depend on a movement; on
//! axes of angle and logarithm of frequency a rotation and a scale are displacements. The result is ambiguous by half a
//! turn; the better correlation decides. This is repeated with the moved image. If rotation or scale is
//! asked for, all parameters are refined together at the end by maximising the correlation coefficient (see [`ecc`](super::ecc)).

use super::common;
use super::ecc::Refinement;
use super::initial_shift::{self, Contrast, InitialShift, RoughShift};
use super::similarity::{Motion, Similarity};
use crate::array::alloc;
use crate::context::{Error, Result, Stage, Status};
use crate::image::Value;
use crate::ops::register::options::Options;
use crate::ops::register::pair::Pair;
use crate::ops::register::pair::frame::RegistrationFrame;
use crate::ops::register::pair::overlap::{Margin, rising};
use crate::ops::register::registration::Registration;
use crate::ops::register::search::coarse_search::binned;
use crate::ops::register::search::correlate::fast_length;
use crate::ops::register::search::dft::{Surface, Transform, greatest};
use crate::ops::register::search::hill_climb::{climb, no_maximum};
use crate::ops::register::search::noise_smoothing;
use crate::ops::register::search::windowed::{Spectra, Windowed};
use num_complex::Complex;
use std::f64::consts::PI;
use std::sync::Arc;

/// The movement by phase correlation; with `rotation` and `scaling` the angle and the factor too.
///
/// `details`: `success`, the height of the phase correlation's maximum, 1 if all phases agree; `angle` in radians, `angle_degrees` and
/// `scale`, and if they were asked for their standard errors, `angle_sigma` and `scale_sigma`.
///
/// # Errors
/// [`Status::NoResult`] when nothing was found; [`Status::InvalidArgument`] for a threshold; `NoMemory`, `Cancelled`.
pub fn estimate(stage: &Stage<'_>, pair: &Pair, options: &Options) -> Result<Registration> {
    if options.threshold > 0.0 {
        return Err(Error::argument(
            "threshold",
            options.threshold,
            "0 with imreg_dft: a phase belongs to a frequency, so no pixels can be left out",
        ));
    }
    if options.rotation || options.scaling {
        return similarity(stage, pair, options);
    }
    let start = initial_shift::find(&stage.part(0.0..0.4), pair, options, Contrast::Same)?;
    let smoothing = noise_smoothing::smoothing(&stage.part(0.4..0.45), &start.pair)?;
    let reference = noise_smoothing::smoothed(&stage.part(0.45..0.5), &start.pair.reference, smoothing)?;
    let image = noise_smoothing::smoothed(&stage.part(0.5..0.55), &start.pair.image, smoothing)?;
    let top = phase_correlation(&reference, &image, smoothing).correlate(&stage.part(0.55..1.0), start.shift)?;
    let sigma = start.judge(stage.context(), options, top.shift, Some(top.sigma));
    let details = vec![
        ("success", Value::Float(top.height)),
        ("angle", Value::Float(0.0)),
        ("angle_degrees", Value::Float(0.0)),
        ("scale", Value::Float(1.0)),
    ];
    Ok(Registration { shift: common::rounded(top.shift, options), sigma, angle: 0.0, scale: 1.0, details })
}

fn phase_correlation<'a>(
    reference: &'a RegistrationFrame,
    image: &'a RegistrationFrame,
    smoothing: f64,
) -> Windowed<'a, impl Fn(&Spectra<'_>) -> Result<Vec<Complex<f64>>>> {
    let edge = 2.0 * smoothing;
    let margin = Margin { other: edge, own: edge, rise: 1.0, invalid: common::reach(smoothing), soft: true };
    Windowed { reference, image, margin, product: phases }
}

/// The movement with rotation, scale or both.
fn similarity(stage: &Stage<'_>, pair: &Pair, options: &Options) -> Result<Registration> {
    let smoothing = noise_smoothing::smoothing(&stage.part(0.0..0.05), pair)?;
    let rough = rough_similarity(&stage.part(0.05..0.5), pair, smoothing, options)?;
    let reference = noise_smoothing::smoothed(&stage.part(0.5..0.52), &pair.reference, smoothing)?;
    let image = noise_smoothing::smoothed(&stage.part(0.52..0.54), &pair.image, smoothing)?;
    let mut motions = vec![Motion::Right, Motion::Down];
    motions.extend(options.rotation.then_some(Motion::Turn));
    motions.extend(options.scaling.then_some(Motion::Grow));
    let search = Refinement {
        reference: &reference,
        image: &image,
        structure: None,
        smoothing,
        own: 0.0,
        motions: &motions,
        close: SETTLED,
        reach: REACH,
    };
    let top = search.climb(&stage.part(0.54..0.8), rough)?;
    // After this turn no movement should be left: the default method checks whether that can be trusted.
    let turned = Pair {
        image: Arc::new(common::turned(&stage.part(0.8..0.82), &pair.image, top.at.back(), &pair.reference)?),
        reference: Arc::clone(&pair.reference),
    };
    let left = initial_shift::find(&stage.part(0.82..0.95), &turned, options, Contrast::Same)?;
    let start = InitialShift { shift: [0, 1].map(|k| top.at.shift[k] + left.shift[k]), ..left };
    let sigma = start.judge(stage.context(), options, top.at.shift, Some([top.sigma[0], top.sigma[1]]));
    let turned = noise_smoothing::smoothed(&stage.part(0.95..0.97), &start.pair.image, smoothing)?;
    let height = phase_correlation(&reference, &turned, smoothing).height(&stage.part(0.97..1.0), [0.0; 2])?;
    let (angle, scale) = (top.at.angle, top.at.scale);
    let error_of = |motion: Motion| motions.iter().position(|&m| m == motion).map_or(0.0, |i| top.sigma[i]);
    let details = vec![
        ("success", Value::Float(height)),
        ("angle", Value::Float(angle)),
        ("angle_degrees", Value::Float(angle.to_degrees())),
        ("angle_sigma", Value::Float(error_of(Motion::Turn))),
        ("scale", Value::Float(scale)),
        ("scale_sigma", Value::Float(scale * error_of(Motion::Grow))),
    ];
    Ok(Registration { shift: common::rounded(top.at.shift, options), sigma, angle, scale, details })
}

/// The phases of the product of both spectra. Pure phases would give frequencies with noise the same weight as those with
/// signal. So each phase is weighted by the mean amplitude in its ring that both images share, times the shared fraction.
fn phases(spectra: &Spectra<'_>) -> Result<Vec<Complex<f64>>> {
    let t = spectra.transform;
    let longest = t.rows.max(t.columns);
    let frequency = |k: usize| [Transform::frequency(k / t.rows, t.columns), Transform::frequency(k % t.rows, t.rows)];
    let ring = |[x, y]: [f64; 2]| (x.hypot(y) * longest as f64) as usize;
    let mut product = alloc::vec(spectra.reference.len())?;
    product.extend(spectra.reference.iter().zip(spectra.image).map(|(a, b)| a * b.conj()));
    // For each ring: the sum that agrees in phase, and the powers.
    let mut rings = vec![(0.0, 0.0, 0.0); longest + 1];
    for (k, z) in product.iter().enumerate() {
        let at = frequency(k);
        let phase = 2.0 * PI * (at[0] * spectra.shift[0] + at[1] * spectra.shift[1]);
        let ring = &mut rings[ring(at)];
        ring.0 += (z * Complex::from_polar(1.0, phase)).re;
        ring.1 += spectra.reference[k].norm_sqr();
        ring.2 += spectra.image[k].norm_sqr();
    }
    let weights: Vec<f64> = rings
        .iter()
        .map(|&(agrees, a, b)| {
            let power = (a * b).sqrt();
            if power > 0.0 { (agrees / power).clamp(0.0, 1.0) * agrees.max(0.0).sqrt() } else { 0.0 }
        })
        .collect();
    for (k, z) in product.iter_mut().enumerate() {
        let magnitude = z.norm();
        *z = if magnitude > 0.0 { *z * (weights[ring(frequency(k))] / magnitude) } else { Complex::ZERO };
    }
    Ok(product)
}

/// How often angle and scale are estimated; from the second time on with the moved image.
const ROUNDS: usize = 2;
/// The refinement ends with steps shorter than this, in pixels at the frame's corner.
const SETTLED: f64 = 1e-3;
/// The greatest error of the rough similarity there, in pixels.
const REACH: f64 = 8.0;

/// The similarity to about one step of the angle.
fn rough_similarity(stage: &Stage<'_>, pair: &Pair, smoothing: f64, options: &Options) -> Result<Similarity> {
    let common = [pair.reference.columns.min(pair.image.columns), pair.reference.rows.min(pair.image.rows)];
    let least = common[0].min(common[1]);
    if least < 16 {
        return Err(Error::new(
            Status::NoResult,
            format!("rotation and scale need frames of 16 x 16 pixels at least, found {} x {}", common[1], common[0]),
        ));
    }
    let step = (least as f64 / LARGEST).ceil() as usize;
    let reference = binned(&noise_smoothing::smoothed(stage, &pair.reference, smoothing)?, step)?;
    let middle = common.map(|n| (n as f64 - 1.0) / 2.0);
    let reference_map = LogPolar::new(&stage.part(0.0..0.1), &reference, common, step, smoothing)?;
    let mut best = Similarity { middle, ..Similarity::NONE };
    for round in 0..ROUNDS {
        let stage = stage.part(0.1..1.0).nth(round, ROUNDS);
        let moved = match round {
            0 => Arc::clone(&pair.image),
            _ => Arc::new(common::turned(&stage, &pair.image, best.back(), &pair.reference)?),
        };
        let small = binned(&noise_smoothing::smoothed(&stage, &moved, smoothing)?, step)?;
        let map = LogPolar::new(&stage.part(0.0..0.2), &small, common, step, smoothing)?;
        let (angle, scale) = reference_map.displacement(&stage.part(0.2..0.4), &map, options, round > 0)?;
        let next = |angle: f64, stage: &Stage<'_>| -> Result<(Similarity, RoughShift)> {
            let turned = best.then(angle, scale, [0.0; 2]);
            let image = common::turned(&stage.part(0.0..0.5), &pair.image, turned.back(), &pair.reference)?;
            let pair = Pair { image: Arc::new(image), reference: Arc::clone(&pair.reference) };
            let rough = initial_shift::rough(&stage.part(0.5..1.0), &pair, smoothing)?;
            Ok((turned.then(0.0, 1.0, rough.shift), rough))
        };
        let here = next(angle, &stage.part(0.4..0.7));
        // Magnitudes do not change by half a turn. Later rounds are close to the result already.
        let there = (options.rotation && round == 0).then(|| next(angle + PI, &stage.part(0.7..1.0)));
        best = match (here, there) {
            (Ok(a), Some(Ok(b))) => {
                if b.1.correlation > a.1.correlation {
                    b.0
                } else {
                    a.0
                }
            }
            (Ok((found, _)), _) | (Err(_), Some(Ok((found, _)))) => found,
            (Err(error), _) => return Err(error),
        };
    }
    Ok(best)
}

/// Frames larger than this are reduced for the magnitudes.
const LARGEST: f64 = 512.0;
/// Steps of half a turn.
const ANGLES: usize = 360;
/// Changes of scale that are looked for: half to twice.
const SCALES: f64 = 2.0;

/// The magnitudes of a spectrum on axes of angle (down: half a turn) and logarithm of frequency (to the right).
struct LogPolar {
    values: Vec<f64>,
    columns: usize,
}

impl LogPolar {
    /// Of the circle in the middle of what both frames have in common.
    fn new(
        stage: &Stage<'_>,
        side: &RegistrationFrame,
        common: [usize; 2],
        step: usize,
        smoothing: f64,
    ) -> Result<LogPolar> {
        let [width, height] = common.map(|n| n / step);
        let n = width.min(height);
        let middle = [width, height].map(|n| (n as f64 - 1.0) / 2.0);
        let pixels = side.filled_mean()?;
        let hann = |r: usize, c: usize| {
            let distance = (c as f64 - middle[0]).hypot(r as f64 - middle[1]) / (n as f64 / 2.0);
            if distance < 1.0 { 0.5 + 0.5 * (PI * distance).cos() } else { 0.0 }
        };
        let (mut sum, mut weight) = (0.0, 0.0);
        for r in 0..height {
            for c in 0..width {
                let w = hann(r, c);
                (sum, weight) = (sum + w * pixels[r * side.columns + c], weight + w);
            }
        }
        let mean = sum / weight;
        // Padding with zeros samples the spectrum more densely.
        let size = fast_length(2 * n);
        let (top, left) = ((height - n) / 2, (width - n) / 2);
        let mut circle = alloc::zeroed_vec::<f64>(n * n)?;
        for (r, row) in circle.chunks_mut(n).enumerate() {
            for (c, x) in row.iter_mut().enumerate() {
                let at = (top + r) * side.columns + left + c;
                *x = (pixels[at] - mean) * hann(top + r, left + c);
            }
        }
        let t = Transform::new(size, size);
        let spectrum = t.forward(stage, &circle, n)?;
        let magnitude = |u: i64, v: i64| {
            // Half of the spectrum mirrors the other.
            let (u, v) = if u < 0 { (-u, -v) } else { (u, v) };
            let u = (u as usize).min(t.half - 1);
            spectrum[u * size + v.rem_euclid(size as i64) as usize].norm()
        };
        let (lowest, highest) = Self::range(n, size);
        let columns = Self::columns(n, size);
        let mut values = alloc::zeroed_vec::<f64>(ANGLES * columns)?;
        for (a, row) in values.chunks_mut(columns).enumerate() {
            let (sin, cos) = (PI * a as f64 / ANGLES as f64).sin_cos();
            for (i, value) in row.iter_mut().enumerate() {
                let radius = lowest * (highest / lowest).powf(i as f64 / (columns - 1) as f64);
                let (x, y) = (radius * cos, radius * sin);
                let (u, v) = (x.floor(), y.floor());
                let (s, t) = (x - u, y - v);
                let (u, v) = (u as i64, v as i64);
                let mixed = (1.0 - t) * ((1.0 - s) * magnitude(u, v) + s * magnitude(u + 1, v))
                    + t * ((1.0 - s) * magnitude(u, v + 1) + s * magnitude(u + 1, v + 1));
                // High frequencies, which the smoothing removed, are noise; low ones are few and strong.
                let k = 2.0 * PI * radius / size as f64 * smoothing / step as f64;
                *value = mixed * radius * (-k * k / 2.0).exp();
            }
        }
        // The mean at each frequency does not depend on a rotation.
        for i in 0..columns {
            let mean = values.iter().skip(i).step_by(columns).sum::<f64>() / ANGLES as f64;
            values.iter_mut().skip(i).step_by(columns).for_each(|x| *x -= mean);
        }
        for row in values.chunks_mut(columns) {
            for (i, x) in row.iter_mut().enumerate() {
                let inside = (i as f64 + 0.5).min(columns as f64 - i as f64 - 0.5) / (0.1 * columns as f64);
                *x *= rising(inside);
            }
        }
        Ok(LogPolar { values, columns })
    }

    /// The lowest and the highest frequency, in samples of the spectrum.
    fn range(n: usize, size: usize) -> (f64, f64) {
        (3.0 * size as f64 / n as f64, 0.45 * size as f64)
    }

    /// The number of steps along the logarithm of frequency; one is as long as a step of the angle.
    fn columns(n: usize, size: usize) -> usize {
        let (lowest, highest) = Self::range(n, size);
        (((highest / lowest).ln() * ANGLES as f64 / PI).ceil() as usize).max(16)
    }

    /// (angle, scale) by which the other's image is to be turned and scaled; with `close` only near (0, 1).
    fn displacement(&self, stage: &Stage<'_>, other: &LogPolar, options: &Options, close: bool) -> Result<(f64, f64)> {
        let padded = fast_length(2 * self.columns);
        let t = Transform::new(ANGLES, padded);
        let a = t.forward(&stage.part(0.0..0.5), &self.values, self.columns)?;
        let b = t.forward(&stage.part(0.5..1.0), &other.values, self.columns)?;
        let surface = Surface::correlation(&t, &a, &b)?;
        let step = PI / ANGLES as f64;
        let widest = |asked: bool, most: f64| {
            if !asked {
                0
            } else if close {
                20
            } else {
                (most / step) as i64
            }
        };
        let places = |most: i64| (-most..=most).map(|i| i as f64).collect::<Vec<f64>>();
        let (xs, ys) = (places(widest(options.scaling, SCALES.ln())), places(widest(options.rotation, PI / 2.0)));
        let (row, column) = greatest(&surface.grid(&xs, &ys)?, xs.len());
        let from = [xs[column], ys[row]];
        let at = if options.rotation && options.scaling {
            climb(|at| surface.jet(at), from, 3.0).ok_or_else(|| no_maximum([0.0; 2]))?.0
        } else {
            along_axis(&surface, from, usize::from(options.rotation))
        };
        // Values whose squares are beyond what a number holds.
        if !at.iter().all(|x| x.is_finite()) {
            return Err(no_maximum([0.0; 2]));
        }
        // The spectrum is scaled by the inverse factor.
        Ok((at[1] * step, (-at[0] * step).exp()))
    }
}

/// The maximum along one axis, by Newton's method in one dimension.
fn along_axis(surface: &Surface, from: [f64; 2], axis: usize) -> [f64; 2] {
    let mut at = from;
    for _ in 0..30 {
        let jet = surface.jet(at);
        let bend = jet.hessian[2 * axis];
        let step = if bend < 0.0 {
            (-jet.gradient[axis] / bend).clamp(-0.25, 0.25)
        } else {
            0.1 * jet.gradient[axis].signum()
        };
        at[axis] = (at[axis] + step).clamp(from[axis] - 1.0, from[axis] + 1.0);
        if step.abs() < 1e-7 {
            break;
        }
    }
    at
}
