//! The error of a damaged file.

use crate::context::{Error, Status};

/// What is wrong with a file.
pub fn corrupt(what: impl Into<String>) -> Error {
    Error::new(Status::Corrupt, what)
}
