//! Polar coordinates around a centre, and profiles along the radius.
//!
//! | file | what |
//! |---|---|
//! | `polar` | the centre, the pixel size, [`coordinates`] |
//! | `profile` | [`profile`]: the requested rings, and the table |
//! | `rings` | which pixels lie in which ring, and their statistics |

mod polar;
mod profile;
mod rings;

pub use polar::{Angles, Coordinate, Origin, PixelSize, coordinates};
pub use profile::profile;
pub use rings::Sector;
