//! Registration: the movement that lays one image on another.
//!
//! [`register`] finds the movement; five [`Method`]s do it. All of them see the two frames as a `Pair`: the box cut out,
//! prefiltered, rescaled, as `f64`, with the pixels marked that take no part.
//!
//! | file or folder | what |
//! |---|---|
//! | [`options`], `registration` | what is asked, and what is found |
//! | `estimate` | the movement between two images |
//! | `align`, `series` | an image moved onto another; the frames of a stack onto each other |
//! | `pair` | both frames, made ready: outliers, brightness of rows, gradients, smoothing, overlap |
//! | `search` | where to begin, and the way to a maximum: correlations |
//! | `methods` | the five methods |
//! | `linear_system` | systems of equations |

mod align;
mod estimate;
mod linear_system;
mod methods;
pub mod options;
mod pair;
mod registration;
mod search;
mod series;

pub use align::{ALIGN_METHOD, DRIFT, DRIFT_SIGMA, TVEC, TVEC_SIGMA, align, correct_drift};
pub use estimate::register;
pub use options::{CustomFilter, Method, Options, Prefilter};
pub use registration::Registration;
pub use series::{SeriesStrategy, align_stack};
