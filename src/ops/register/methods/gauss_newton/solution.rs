//! One step of the iteration.

use super::resolution::Resolution;
use super::state::State;
use super::sums::Sums;
use super::two_by_two::{eigenvalues, eigenvalues_of_ratio, inverse};
use crate::context::{Error, Result, Status};

/// Where a difference begins to count less, in standard deviations: before, and once some are known to be something else.
const LIMITS: (f64, f64) = (3.0, 2.5);
/// Differences of this fraction of the images' own standard deviation are rounding.
const ROUNDING: f64 = 1e-12;
/// The numbers that are fitted: the movement, gain and offset; what is smooth takes less of the noise than one each.
const FITTED: f64 = 3.0;

/// One step's results.
#[derive(Clone, Copy)]
pub struct Solution {
    pub step: [f64; 2],
    /// The inverse of the second derivative.
    pub inverse: [[f64; 2]; 2],
    /// The gradients' products that both frames share, without noise on average, and half of what noise alone makes of them.
    pub shared: [[f64; 2]; 2],
    pub apart: [[f64; 2]; 2],
    /// What of the template and of 1 is in the gradient's x and y.
    pub projection: [[f64; 2]; 2],
    /// The variance of the difference of the pixels before they are smoothed, where the relative variance is 1.
    pub noise: f64,
    /// That over the mean square of the gradient.
    pub noise_to_gradient: f64,
    /// Pearson's coefficient.
    pub coefficient: f64,
    /// The number of valid pixels.
    pub count: f64,
    /// The fraction of them whose difference is beyond the limit.
    pub beyond: f64,
}

impl Resolution {
    /// The step that the sums give; gain, offset and weights of the next follow.
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
        // How much of the gradients is in both frames, in the worse direction.
        let common = eigenvalues_of_ratio(gauss, cross);
        let hessian = if common > 0.2 { cross } else { gauss };
        let inverse = inverse(hessian);
        let step = [0, 1].map(|k| inverse[k][0] * score[0] + inverse[k][1] * score[1]);
        // The kernel and the spline together, of which each is seen at its own fraction of a pixel.
        let attenuation = self.attenuation(state.shift);
        // What the template has in the difference belongs to the gain.
        let spread = (var_d - cov_dm * slope).max(0.0);
        let relative = spread / v;
        // What was fitted has taken its part of the noise, the more the fewer pixels are independent.
        let fitted = FITTED * 2.0 * self.alike() / v;
        let noise = relative / attenuation / (1.0 - fitted).max(0.3);
        let information = (cross[0][0] + cross[1][1]).max(1e-6 * (gauss[0][0] + gauss[1][1])) / 2.0;
        let noise_to_gradient = noise * v / information;
        let (var_a, var_b) = (var_m + cov_dm + var_d / 4.0, var_m - cov_dm + var_d / 4.0);
        let coefficient = (var_m - var_d / 4.0) / (var_a * var_b).max(f64::MIN_POSITIVE).sqrt();

        let how = &mut state.how;
        // Halves of the gain's logarithm to each frame.
        let root = (var_b / var_a).powf(0.25);
        if root.is_finite() && root > 0.0 {
            how.offset += d / w;
            let (mean_a, mean_b) = (m / w + how.offset / 2.0, m / w - how.offset / 2.0);
            how.offset = mean_a * root - mean_b / root;
            how.gains = [how.gains[0] * root, how.gains[1] / root];
        }
        let (mean_m, mean_dd) = (vm / v, vdd / v);
        let growth = (vddm / v - mean_dd * mean_m) / (vmm / v - mean_m * mean_m);
        let at_zero = mean_dd - growth * mean_m;
        how.growth = if at_zero > 0.0 && growth.is_finite() { growth / at_zero } else { 0.0 };
        // Frames that are equal to the last bit have no difference to take a limit from.
        let rounding = ROUNDING * (var_m / v).sqrt();
        how.limit = if how.redescend { LIMITS.1 } else { LIMITS.0 } * relative.sqrt().max(rounding);
        Ok(Solution {
            step,
            inverse,
            shared: cross,
            apart: [[exx, exy], [exy, eyy]],
            projection: [0, 1].map(|k| [jm[k] / var_m, j[k] / w - jm[k] / var_m * m / w]),
            noise,
            noise_to_gradient,
            coefficient,
            count: v,
            beyond: beyond / v,
        })
    }
}
