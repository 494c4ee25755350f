//! Values of pixels, each changed by itself or counted; no pixel moves.
//!
//! | file | what |
//! |---|---|
//! | [`range`] | the range of the values: clipped, normalised |
//! | [`contrast`] | scaling, offsets, thresholds |
//! | [`quantize`] | few levels instead of many; outliers |
//! | [`levelling`] | a polynomial background |
//! | [`histogram`] | how often values occur |

pub mod contrast;
pub mod histogram;
pub mod levelling;
pub mod quantize;
pub mod range;
