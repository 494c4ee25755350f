//! Operations of a beamline.

pub mod polarization;
pub mod xmcd;

pub use polarization::polarization;
pub use xmcd::xmcd;
