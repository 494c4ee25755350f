//! A safe wrapper of the few HDF5 calls that a reader needs. `unsafe` of the io layer stands here alone.
//!
//! HDF5 is not thread-safe: every call happens inside [`locked`], which holds the process-wide lock and hands out a
//! [`Session`]; all objects borrow the session, so none outlives the lock. What a file holds never makes this library
//! read another one: external links, user-defined links, external storage and virtual datasets are not followed, and
//! no plugin is loaded.
//!
//! | file | what |
//! |---|---|
//! | `session` | the lock, and what is set for the whole library |
//! | `file` | opening, beside a writer too |
//! | `group` | links and the objects behind them |
//! | `dataset` | datasets and attributes |
//! | `content` | what they hold, as arrays and text |
//! | `error` | HDF5's error stack as an [`Error`](crate::context::Error) |
//! | `raw` | declarations |

mod content;
mod dataset;
mod error;
mod file;
mod group;
mod raw;
mod session;

pub use content::{Content, Shape, to_utf8};
pub use dataset::{Attribute, Dataset, MAX_RANK};
pub use file::{File, SIGNATURE, has_signature};
pub use group::{Group, Link, LinkKind, Object};
pub use raw::Token;
pub use session::{Session, locked};
