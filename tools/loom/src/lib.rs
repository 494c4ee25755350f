//! The library's handle registry, built with loom's locks. The tests in `tests/` run it under every order in which
//! threads can run. A crate of its own, it needs neither HDF5 nor anything else of the library.

#[path = "../../../src/context/mod.rs"]
pub mod context;
pub mod ffi;
