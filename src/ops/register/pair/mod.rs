//! Both frames of a registration, made ready, and what is computed of a frame before anything is compared.
//!
//! | file | what |
//! |---|---|
//! | `frame` | one frame |
//! | `prepare` | both, from the images |
//! | `outliers`, `row_brightness` | what is not the sample: single pixels, the brightness of rows |
//! | `gradient`, `smooth` | Scharr's operator; weighted sums of lines |
//! | `overlap` | weights of what both show |

pub mod frame;
pub mod gradient;
pub mod outliers;
pub mod overlap;
mod prepare;
pub mod row_brightness;
pub mod smooth;

pub use prepare::{Pair, part};
