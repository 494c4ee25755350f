//! The result of a registration.

use crate::image::Value;

/// A movement that was found.
#[derive(Debug, Clone, Default)]
pub struct Registration {
    /// (x, y) in pixels by which the image's content is to be moved to lie on the reference.
    pub shift: [f64; 2],
    /// The standard errors of both, where the method gives them.
    pub sigma: Option<[f64; 2]>,
    /// The angle in radians by which the content is to be turned before, clockwise as seen on the screen, about the middle
    /// ((columns - 1) / 2, (rows - 1) / 2) of what both frames have in common from (0, 0) on; 0 for methods of translation.
    pub angle: f64,
    /// The factor by which the content is to be enlarged about that middle before; 1 for methods of translation.
    pub scale: f64,
    /// The method's further results, for the metadata.
    pub details: Vec<(&'static str, Value)>,
}
