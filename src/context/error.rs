//! An error: its status, what went wrong, and its causes.

use super::Status;
use std::fmt;

/// The result of a call that can fail.
pub type Result<T> = std::result::Result<T, Error>;

/// A failed call: the status for the program, the message and its causes for the person.
#[derive(Debug, Clone)]
pub struct Error {
    status: Status,
    message: String,
    /// From the nearest cause to the root.
    causes: Vec<String>,
}

impl Error {
    /// An error without further causes.
    pub fn new(status: Status, message: impl Into<String>) -> Self {
        Error { status, message: message.into(), causes: Vec::new() }
    }

    /// An argument that is not allowed: which one, what was found, what is allowed.
    pub fn argument(name: &str, found: impl fmt::Display, allowed: impl fmt::Display) -> Self {
        Error::new(Status::InvalidArgument, format!("`{name}` is {found}; allowed: {allowed}"))
    }

    /// An index, axis or box outside its range.
    pub fn out_of_range(name: &str, found: impl fmt::Display, allowed: impl fmt::Display) -> Self {
        Error::new(Status::OutOfRange, format!("`{name}` is {found}; allowed: {allowed}"))
    }

    /// Says what the library was doing; the message so far becomes the nearest cause.
    #[must_use]
    pub fn during(mut self, what: impl Into<String>) -> Self {
        let cause = std::mem::replace(&mut self.message, what.into());
        self.causes.insert(0, cause);
        self
    }

    /// Adds the root cause, usually another library's message.
    #[must_use]
    pub fn because(mut self, cause: impl fmt::Display) -> Self {
        self.causes.push(cause.to_string());
        self
    }

    /// The same error under another status.
    #[must_use]
    pub fn with_status(mut self, status: Status) -> Self {
        self.status = status;
        self
    }

    /// The status.
    pub fn status(&self) -> Status {
        self.status
    }

    /// The message without its causes.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The causes, the nearest first.
    pub fn causes(&self) -> &[String] {
        &self.causes
    }

    /// An error of the operating system while doing something with a file.
    pub fn io(what: impl Into<String>, error: &std::io::Error) -> Self {
        let status = match error.kind() {
            std::io::ErrorKind::NotFound => Status::FileNotFound,
            std::io::ErrorKind::OutOfMemory => Status::NoMemory,
            _ => Status::Io,
        };
        Error::new(status, what).because(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        for cause in &self.causes {
            write!(f, ": {cause}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causes_read_from_the_task_to_the_root() {
        let error = Error::new(Status::Corrupt, "dataset 'data' ends early").because("EOF").during("loading 'a.hdf5'");
        assert_eq!(error.to_string(), "loading 'a.hdf5': dataset 'data' ends early: EOF");
        assert_eq!(error.status(), Status::Corrupt);
    }
}
