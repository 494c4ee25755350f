//! The methods: each makes a movement of a pair of frames.
//!
//! | file or folder | what |
//! |---|---|
//! | `gauss_newton` | the default: symmetric Gauss-Newton on splines, at the noise bound |
//! | `scharr`, `chi2_shift`, `imreg_dft`, `ecc` | the four methods of the original |
//! | `initial_shift` | what these four begin with: the default's movement, and what it warns of |
//! | `similarity` | movements with rotation and scale |
//! | `standard_errors` | errors from residuals |
//! | `common` | borders, thresholds, rounding |

pub mod chi2_shift;
mod common;
pub mod ecc;
pub mod gauss_newton;
pub mod imreg_dft;
mod initial_shift;
pub mod scharr;
mod similarity;
mod standard_errors;
#[cfg(test)]
mod tests;
