//! Values measured at scattered positions, brought to other positions.
//!
//! | file | what |
//! |---|---|
//! | [`griddata`] | any points, any targets: SciPy's function |
//! | [`grid`] | an image from its measured positions to a regular grid |
//! | `frames` | its frames and planes, one after the other or on several threads |
//! | [`interpolator`] | what both do: points and targets once, then any number of values |
//! | `points` | the positions that were measured |
//! | `holes` | targets without data nearby |
//! | `space` | coordinates without overflow |
//! | `mesh`, `delaunay` | the triangulation |
//! | [`locate`] | which triangle a target lies in |
//! | `linear`, `cubic`, `nearest` | the three methods |

mod cubic;
mod delaunay;
mod frames;
pub mod grid;
pub mod griddata;
mod holes;
pub mod interpolator;
mod linear;
pub mod locate;
mod mesh;
mod nearest;
mod points;
mod space;

pub use frames::Fill;
pub use grid::{GridImage, gridimage};
pub use griddata::griddata;
pub use interpolator::Method;
