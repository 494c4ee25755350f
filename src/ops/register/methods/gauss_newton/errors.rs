//! The last step, with standard errors.

use super::influence::Influence;
use super::progress::Progress;
use super::resolution::Resolution;
use super::solution::Solution;
use super::state::State;
use super::sums::Weighting;
use super::two_by_two::{along, least_direction};
use crate::array::alloc;
use crate::context::{Error, Result, Status};
use crate::image::Value;
use crate::ops::register::registration::Registration;
use crate::ops::register::search::coarse_search::{CoarseShift, Structure};

/// If the scores of squares vary this many times as much as noise, the differences are not only noise.
const NOT_NOISE: f64 = 1.3;
/// A direction is determined if the common gradient along it exceeds zero by this many standard deviations of its noise.
const DETERMINED: f64 = 5.0;

/// A movement, and what makes it doubtful.
pub struct Estimate {
    pub registration: Registration,
    /// The direction along which the frames do not determine the movement, if any, and the standard error across it.
    pub undetermined: Option<([f64; 2], f64)>,
    /// The typical variance of the difference of two pixels.
    pub typical_noise: f64,
    /// The mean variance of the difference of two pixels.
    pub mean_noise: f64,
    /// Half of the relative variance of a mean of squared differences; it is large because smoothing correlates neighbours.
    pub square_variance: f64,
    /// The factors of the image's and the reference's values.
    pub gains: [f64; 2],
}

impl Resolution {
    /// The last step, with standard errors.
    pub fn finish(
        &self,
        progress: &mut Progress<'_, '_>,
        mut state: State,
        before: &Solution,
        start: CoarseShift,
    ) -> Result<Estimate> {
        let region = self.region(state.shift)?;
        let n = region.1.len();
        let size = region.0.len() * n;
        let sides = [n as f64, region.0.len() as f64];
        let mut influence = Influence {
            x: alloc::zeroed_vec(size)?,
            y: alloc::zeroed_vec(size)?,
            variance: alloc::zeroed_vec(size)?,
            difference: alloc::zeroed_vec(size)?,
            columns: n,
        };
        let rows_a_piece = Self::rows_a_piece(n);
        let chunk = rows_a_piece * n;
        let Influence { x, y, variance, difference, .. } = &mut influence;
        let keep = x
            .chunks_mut(chunk)
            .zip(y.chunks_mut(chunk))
            .zip(variance.chunks_mut(chunk).zip(difference.chunks_mut(chunk)));
        let [[xm, x1], [ym, y1]] = before.projection;
        let sums = self.pass(&progress.next(0.3), &state, region, keep, rows_a_piece, |keep, row, products| {
            let ((x, y), (variance, difference)) = keep;
            let at = row * n..(row + 1) * n;
            let lines = products.jx.iter().zip(&products.jy).zip(&products.m).zip(&products.w);
            for (((((jx, jy), m), w), x), y) in lines.zip(&mut x[at.clone()]).zip(&mut y[at.clone()]) {
                (*x, *y) = (w * (jx - xm * m - x1), w * (jy - ym * m - y1));
            }
            variance[at.clone()].copy_from_slice(&products.v);
            // Pixels without weight have no difference.
            let counted = products.d.iter().zip(&products.w).map(|(&d, &w)| if w > 0.0 { d } else { 0.0 });
            difference[at].iter_mut().zip(counted).for_each(|(difference, d)| *difference = d);
        })?;
        let solution = self.solve(&mut state, &sums)?;
        let shift = [0, 1].map(|k| state.shift[k] + solution.step[k]);
        let noise = influence.of_noise(self.sigma)?.map(|s| s * solution.noise);
        let errors = |score: [f64; 3]| {
            let [a, b, c] = score;
            let h = solution.inverse;
            [0, 1].map(|k| h[k][0] * h[k][0] * a + 2.0 * h[k][0] * h[k][1] * b + h[k][1] * h[k][1] * c)
        };
        let mut variances = errors(noise);
        let of_squares = errors(influence.of_squares());
        if of_squares[0] + of_squares[1] > NOT_NOISE * (variances[0] + variances[1]) {
            // The scores of a few squares may cancel along an axis: the error is never smaller than that from noise.
            variances = [0, 1].map(|k| variances[k].max(of_squares[k]));
        }
        let undetermined = self.undetermined(&solution)?;
        let undetermined = undetermined.map(|v| {
            let across = [v[1], -v[0]];
            let sigma = (variances[0] * across[0] * across[0] + variances[1] * across[1] * across[1]).sqrt();
            // The movement may be anywhere along it, within the frames.
            let extent = (sides[0] * v[0]).hypot(sides[1] * v[1]);
            variances = [0, 1].map(|k| variances[k] + v[k] * v[k] * extent * extent / 12.0);
            (v, sigma)
        });
        let attenuation = self.attenuation(state.shift);
        let Weighting { gains, offset, .. } = state.weighting;
        let gain = gains[0] / gains[1];
        let offset = state.means[1] - offset / gains[1] - gain * state.means[0];
        let typical_noise = influence.typical_square()? / attenuation;
        let mean_noise = influence.mean_square() / attenuation;
        let registration = Registration {
            shift,
            sigma: Some(variances.map(f64::sqrt)),
            angle: 0.0,
            scale: 1.0,
            details: vec![
                ("correlation", Value::Float(solution.coefficient)),
                ("gain", Value::Float(gain)),
                ("offset", Value::Float(offset)),
                ("noise", Value::Float(solution.noise.sqrt())),
                ("prefilter_sigma", Value::Float(self.sigma)),
                ("pixels", Value::Int(solution.count.round() as i64)),
                ("steps", Value::Int(state.steps as i64)),
                (
                    "structure",
                    Value::String(
                        match start.structure {
                            Structure::Pixels => "pixels",
                            Structure::Gradients => "gradients",
                        }
                        .to_owned(),
                    ),
                ),
            ],
        };
        Ok(Estimate {
            registration,
            undetermined,
            typical_noise,
            mean_noise,
            square_variance: self.correlated_pixels() / solution.count,
            gains,
        })
    }

    /// The direction along which the common gradient is not significant, if there is one.
    ///
    /// If the gradient of each frame has noise of variance g^2, the sum of their products over n pixels has the standard deviation
    /// g^2 sqrt(n c), where c is the sum of the squared correlations between neighbours' noise: 3/4 of 2 pi sigma^2 for the
    /// derivative of white noise under a Gaussian. Half of the gradients' difference has the mean square g^2 / 2.
    fn undetermined(&self, solution: &Solution) -> Result<Option<[f64; 2]>> {
        let correlated = 1.5 * std::f64::consts::PI * self.sigma * self.sigma;
        let significance = |v: [f64; 2]| {
            let noise = 2.0 * along(solution.noise_part, v) * (correlated / solution.count).sqrt();
            along(solution.common, v) / noise
        };
        let least = least_direction(solution.common);
        let most = [least[1], -least[0]];
        if significance(most) < DETERMINED {
            return Err(Error::new(
                Status::NoResult,
                format!(
                    "the common content does not rise above the noise: {:.1} standard deviations, needed: {DETERMINED}",
                    significance(most)
                ),
            ));
        }
        let sure = significance(least);
        // NaN: frames without noise and without structure.
        Ok((sure < DETERMINED || sure.is_nan()).then_some(least))
    }
}
