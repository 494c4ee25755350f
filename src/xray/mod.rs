//! What a beamline does with images.

pub mod polarization;
pub mod xmcd;

pub use polarization::polarization;
pub use xmcd::xmcd;
