//! Values of pixels, each changed by itself or counted; no pixel moves. Planes, map and metadata are unchanged.
//!
//! | file | what |
//! |---|---|
//! | [`range`] | the range of the values, and scaling it to another one |
//! | [`clip`] | limiting values to a range |
//! | [`contrast`] | scaling, offsets, thresholds |
//! | [`quantize`] | few levels instead of many; outliers |
//! | [`levelling`] | a polynomial background |
//! | [`histogram`] | how often values occur |

pub mod clip;
pub mod contrast;
pub mod histogram;
pub mod levelling;
pub mod quantize;
pub mod range;

#[cfg(test)]
mod test_images;
