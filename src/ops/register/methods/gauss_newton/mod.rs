//! The default method: symmetric Gauss-Newton on splines, at the noise bound.
//!
//! | file | what |
//! |---|---|
//! | `driver` | the method; warnings |
//! | `candidates` | movements from several places, and the best of them |
//! | `compared_frames` | both frames, and what their noise says of a difference |
//! | `refine` | from a coarse shift to the fine one |
//! | `resolution` | both frames at one size and under one Gaussian; one pass over the overlap |
//! | `state`, `iteration`, `solution` | what changes from step to step, steps until they are short, one step |
//! | `errors`, `influence` | the last step, with standard errors |
//! | `sums`, `two_by_two`, `progress` | the sums of one pass; small matrices; progress |

mod candidates;
mod compared_frames;
mod driver;
mod errors;
mod influence;
mod iteration;
mod progress;
mod refine;
mod resolution;
mod solution;
mod state;
mod sums;
mod two_by_two;

pub use driver::{UNCERTAIN, estimate};
