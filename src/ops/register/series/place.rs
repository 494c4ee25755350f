//! The place of a stack's frame, and the strategies to find it.

/// Which frames are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SeriesStrategy {
    /// Each with the reference. If the result is doubtful or imprecise, the frame is also compared with reliable frames near it.
    #[default]
    Reference,
    /// Each with the one before it, with the one before that and with the reference, and with others if these disagree; the
    /// movements are added.
    Neighbour,
    /// Each with each; the movements fit all comparisons best, by weighted least squares. Comparisons that are doubtful, or
    /// contradict the others, are not used.
    AllPairs,
}

/// The place of a frame: the movement of its content, and its variances.
#[derive(Debug, Clone, Copy)]
pub struct FramePlace {
    pub shift: [f64; 2],
    /// NaN if the method gives none.
    pub variance: [f64; 2],
}

impl FramePlace {
    /// That of the reference.
    pub const STILL: FramePlace = FramePlace { shift: [0.0; 2], variance: [0.0; 2] };
}
