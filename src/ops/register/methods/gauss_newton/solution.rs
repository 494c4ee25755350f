//! One step of the iteration.

use super::resolution::Resolution;
use super::state::State;
use super::sums::Sums;
use super::two_by_two::{eigenvalues, eigenvalues_of_ratio, inverse};
use crate::context::{Error, Result, Status};

/// Differences beyond this many standard deviations count less: at first, and once some are known not to be noise.
const LIMITS: (f64, f64) = (3.0, 2.5);
/// Differences below this fraction of the images' standard deviation are rounding errors.
const ROUNDING: f64 = 1e-12;
/// The number of fitted parameters: movement, gain and offset are four, but smooth terms remove less noise than one each.
const FITTED: f64 = 3.0;

/// One step's results.
#[derive(Clone, Copy)]
pub struct Solution {
    pub step: [f64; 2],
    /// The inverse of the second derivative.
    pub inverse: [[f64; 2]; 2],
    /// The products of one frame's gradient with the other's, to which noise does not contribute on average; and half of noise's contribution to
    /// those of the mean gradient.
    pub common: [[f64; 2]; 2],
    pub noise_part: [[f64; 2]; 2],
    /// The coefficients of the template and of 1 in the gradient's x and y.
    pub projection: [[f64; 2]; 2],
    /// The variance of the difference of the pixels before they are smoothed, where the relative variance is 1.
    pub noise: f64,
    /// This variance over the mean square of the gradient.
    pub noise_to_gradient: f64,
    /// Pearson's coefficient.
    pub coefficient: f64,
    /// The number of valid pixels.
    pub count: f64,
    /// The fraction of them whose difference is beyond the limit.
    pub beyond: f64,
}

impl Resolution {
    /// The step from the sums; updates gain, offset and weights for the next one.
    pub fn solve(&self, state: &mut State, sums: &Sums) -> Result<Solution> {
        state.steps += 1;
        let [w, m, mm, d, dd, dm] = sums.plain;
        let [v, vm, vmm, vdd, vddm, beyond] = sums.noise;
        if !(v >= 16.0 && w > 0.0) {
            return Err(Error::new(Status::NoResult, format!("only {v:.0} valid pixels overlap")));
        }
        let (var_m, cov_dm, var_d) = (mm - m * m / w, dm - d * m / w, dd - d * d / w);
        if !(var_m > 0.0 && var_m.is_finite()) {
            return Err(Error::new(Status::NoResult, "the overlap has no contrast"));
        }
        let [jx, jy, jxm, jym, jxd, jyd] = sums.gradient;
        let ([j, jm, jd], slope) =
            ([[jx, jy], [jxm - jx * m / w, jym - jy * m / w], [jxd - jx * d / w, jyd - jy * d / w]], cov_dm / var_m);
        let score = [0, 1].map(|k| jd[k] - jm[k] * slope);
        let [jxx, jxy, jyy, exx, exy, eyy] = sums.products;
        let projected = |s: f64, i: usize, k: usize| s - j[i] * j[k] / w - jm[i] * jm[k] / var_m;
        let gauss = [[projected(jxx, 0, 0), projected(jxy, 0, 1)], [projected(jxy, 0, 1), projected(jyy, 1, 1)]];
        let cross = [[gauss[0][0] - exx, gauss[0][1] - exy], [gauss[1][0] - exy, gauss[1][1] - eyy]];
        let (least, most) = eigenvalues(gauss);
        if least.is_nan() || least <= 1e-9 * most {
            return Err(Error::new(
                Status::NoResult,
                "the images have structure in one direction alone, or none: they do not determine the movement at right angles to it",
            ));
        }
        // The fraction of the gradients that both frames share, in the worse direction.
        let common = eigenvalues_of_ratio(gauss, cross);
        let hessian = if common > 0.2 { cross } else { gauss };
        let inverse = inverse(hessian);
        let step = [0, 1].map(|k| inverse[k][0] * score[0] + inverse[k][1] * score[1]);
        // Of kernel and spline together, at each frame's own fraction of a pixel.
        let attenuation = self.attenuation(state.shift);
        // The part of the difference that is proportional to the template belongs to the gain.
        let spread = (var_d - cov_dm * slope).max(0.0);
        let relative = spread / v;
        // The fit removes noise, more of it if fewer pixels are independent.
        let fitted = FITTED * 2.0 * self.correlated_pixels() / v;
        let noise = relative / attenuation / (1.0 - fitted).max(0.3);
        let information = (cross[0][0] + cross[1][1]).max(1e-6 * (gauss[0][0] + gauss[1][1])) / 2.0;
        let noise_to_gradient = noise * v / information;
        let (var_a, var_b) = (var_m + cov_dm + var_d / 4.0, var_m - cov_dm + var_d / 4.0);
        let coefficient = (var_m - var_d / 4.0) / (var_a * var_b).max(f64::MIN_POSITIVE).sqrt();

        let weighting = &mut state.weighting;
        // Each frame gets the square root of the gain's change.
        let root = (var_b / var_a).powf(0.25);
        if root.is_finite() && root > 0.0 {
            weighting.offset += d / w;
            let (mean_a, mean_b) = (m / w + weighting.offset / 2.0, m / w - weighting.offset / 2.0);
            weighting.offset = mean_a * root - mean_b / root;
            weighting.gains = [weighting.gains[0] * root, weighting.gains[1] / root];
        }
        let (mean_m, mean_dd) = (vm / v, vdd / v);
        let growth = (vddm / v - mean_dd * mean_m) / (vmm / v - mean_m * mean_m);
        let at_zero = mean_dd - growth * mean_m;
        weighting.growth = if at_zero > 0.0 && growth.is_finite() { growth / at_zero } else { 0.0 };
        // Identical frames have no differences that could give a limit.
        let rounding = ROUNDING * (var_m / v).sqrt();
        weighting.limit = if weighting.redescend { LIMITS.1 } else { LIMITS.0 } * relative.sqrt().max(rounding);
        Ok(Solution {
            step,
            inverse,
            common: cross,
            noise_part: [[exx, exy], [exy, eyy]],
            projection: [0, 1].map(|k| [jm[k] / var_m, j[k] / w - jm[k] / var_m * m / w]),
            noise,
            noise_to_gradient,
            coefficient,
            count: v,
            beyond: beyond / v,
        })
    }
}
