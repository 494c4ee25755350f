//! Selection of elements by their places: copies runs of the requested elements, data and mask alike.
//!
//! | file | what |
//! |---|---|
//! | `index` | indices and the places that they mean |
//! | `pick` | take, compress, repeat |
//! | `diagonal` | diagonals |
//! | `keep` | compressed, nonzero |
//! | `choose`, `broadcast` | elements of several arrays; shapes brought to one |
//! | `put` | elements that are written |

mod broadcast;
mod choose;
mod diagonal;
mod index;
mod keep;
mod pick;
mod put;
#[cfg(test)]
mod tests;

pub use broadcast::broadcast_shape;
pub(super) use broadcast::spread;
pub use choose::choose;
pub use diagonal::diagonal;
pub use index::{Mode, place};
pub use keep::{compressed, nonzero};
pub use pick::{compress, pick, places_of, places_repeated, places_where, repeat, take};
pub use put::put;
