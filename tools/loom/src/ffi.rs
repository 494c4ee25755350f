//! The files of the C surface that are checked.

#[path = "../../../src/ffi/registry.rs"]
pub mod registry;
#[path = "../../../src/ffi/sync.rs"]
mod sync;
