//! Where a frame of a stack lies, and how that is found.

/// Which frames are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SeriesStrategy {
    /// Each with the reference. A frame of which that is in doubt, or not precise, is compared with sure ones near it too.
    #[default]
    Reference,
    /// Each with the one before it, with the one before that and with the reference, and with others where these do not say the same; the
    /// movements are added up.
    Neighbour,
    /// Each with each; the movements are those that fit all of them best, by weighted least squares. A comparison that is in doubt, or
    /// that the others contradict, has no part.
    AllPairs,
}

/// Where a frame lies: the movement of its content, and its variances.
#[derive(Debug, Clone, Copy)]
pub struct FramePlace {
    pub shift: [f64; 2],
    /// NaN where the method gives none.
    pub variance: [f64; 2],
}

impl FramePlace {
    /// That of the reference.
    pub const STILL: FramePlace = FramePlace { shift: [0.0; 2], variance: [0.0; 2] };
}
