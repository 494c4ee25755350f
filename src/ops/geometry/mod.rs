//! Operations that move pixels; planes and map follow.
//!
//! | file | what |
//! |---|---|
//! | [`turns`] | turns, flips, other orders of axes; nothing is copied |
//! | [`crops`] | a box of the image; nothing is copied |
//! | [`resample`] | values between the pixels: what rotation, translation, profiles and registration need |
//! | [`rotate`] | by any angle |
//! | [`translate`] | by a vector |
//! | [`regrid`] | values measured at scattered positions, on a regular grid |

pub mod crops;
pub mod regrid;
pub mod resample;
pub mod rotate;
pub mod translate;
pub mod turns;
