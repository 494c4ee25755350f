//! The colours of a figure's paper and ink.

use super::colour::{self, Rgba};

/// The colours of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theme {
    /// Behind everything.
    pub paper: Rgba,
    /// Text, axes and ticks.
    pub ink: Rgba,
    /// Less important parts: the line of metadata, grids.
    pub faint: Rgba,
    /// Bars.
    pub bars: Rgba,
    /// The second axis and its curve.
    pub second: Rgba,
}

/// Dark on white, for print.
pub const LIGHT: Theme = Theme {
    paper: [255, 255, 255, 255],
    ink: [26, 26, 26, 255],
    faint: [92, 92, 92, 255],
    bars: [0x7d, 0xb0, 0xdc, 255],
    second: [0xc2, 0x41, 0x0c, 255],
};

/// Light on dark, for the screens of a control room.
pub const DARK: Theme = Theme {
    paper: [22, 24, 29, 255],
    ink: [230, 230, 230, 255],
    faint: [165, 168, 175, 255],
    bars: [0x3a, 0x74, 0xa8, 255],
    second: [0xff, 0x9d, 0x4d, 255],
};

impl Theme {
    /// The colour of the `index`th line of a plot: matplotlib's cycle, on dark paper lighter by a third of the way to white.
    pub fn line(&self, index: usize) -> Rgba {
        let colour = colour::cycle(index);
        if self.paper[0] > 127 { colour } else { colour.map(|c| c + (255 - c) / 3) }
    }
}
