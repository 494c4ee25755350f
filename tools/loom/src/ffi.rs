//! The files of the C surface that are checked.

#[path = "../../../src/ffi/core/kind.rs"]
pub mod kind;
#[path = "../../../src/ffi/core/registry.rs"]
pub mod registry;
#[path = "../../../src/ffi/core/sync.rs"]
mod sync;
