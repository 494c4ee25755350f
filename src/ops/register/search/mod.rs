//! Where to begin, and the way from there to a maximum.
//!
//! | file | what |
//! |---|---|
//! | `correlate`, `coarse_search` | cross-correlation normalised over the overlap; the places to begin |
//! | `dft`, `windowed` | correlations between the lattice's points; under windows that move with the content |
//! | `hill_climb` | the maximum that is reached with derivatives |
//! | `noise_smoothing` | the smoothing that noise asks for |

pub mod coarse_search;
pub mod correlate;
pub mod dft;
pub mod hill_climb;
pub mod noise_smoothing;
pub mod windowed;
