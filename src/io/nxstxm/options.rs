//! How a scan is loaded.

/// How a scan is loaded.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Divide by the ring current, which is regridded first where the image is; pixels where it is 0 or not a number are
    /// masked.
    pub bcn: bool,
    /// Interpolate linearly from the measured positions onto the nominal grid ([`gridimage`](crate::ops::geometry::regrid::gridimage)).
    pub regrid: bool,
}
