//! Alignment of the frames of a stack.
//!
//! | file | what |
//! |---|---|
//! | `align_stack` | the stack with every frame moved, and the table of movements |
//! | `place` | which frames are compared, and where a frame lies |
//! | `compare` | comparisons of two frames at a time |
//! | `placement` | places from comparisons with frames that are placed already |
//! | `all_pairs` | places that fit the comparisons of all frames best |

mod align_stack;
mod all_pairs;
mod compare;
mod place;
mod placement;

pub use align_stack::align_stack;
pub use place::SeriesStrategy;
