//! Shared by all sections of the C surface.
//!
//! | file | what |
//! |---|---|
//! | `guard` | the macro around every export: the context, `catch_unwind`, error recording |
//! | `fork` | the locks around a `fork` |
//! | `kind`, `registry`, `sync` | values behind numbers that look like pointers, and the locks for that |
//! | `handles` | a registry for each type of handle |
//! | `args` | arguments from C, results into the caller's memory |
//! | `calls` | forms of exported functions that occur many times |
//! | `enumeration`, `enumerations` | the constants of each enumeration, made by `tools/header`, and the error for a number that is none of them |
//! | `json` | JSON as metadata |
//! | `operation` | an operation that can be called by name, and its arguments |

#[macro_use]
pub(super) mod guard;
pub(super) mod args;
pub(super) mod calls;
pub(super) mod enumeration;
#[rustfmt::skip]
pub(super) mod enumerations;
#[cfg(unix)]
mod fork;
pub(super) mod handles;
pub(super) mod json;
pub(super) mod kind;
pub(super) mod operation;
pub(super) mod registry;
pub(super) mod sync;
