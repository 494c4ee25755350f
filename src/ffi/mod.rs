//! The C surface: converts arguments and guards, nothing else. One file per section of the header.

mod registry;
mod sync;
