//! The error of a damaged file.

use crate::context::{Error, Status};

/// The error that a file is damaged, and how.
pub fn corrupt(what: impl Into<String>) -> Error {
    Error::new(Status::Corrupt, what)
}
