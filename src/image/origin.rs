//! The file that an image was loaded from, as it was then.

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A file and what tells whether it has changed since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The file, by its absolute path.
    pub path: PathBuf,
    length: u64,
    modified: Option<SystemTime>,
}

impl Origin {
    /// The file that this path leads to, as the system describes it.
    pub fn new(path: &Path, about: &Metadata) -> Origin {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        Origin { path, length: about.len(), modified: about.modified().ok() }
    }

    /// Its length in bytes.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Whether the file is still as it was, as far as its length and its time of change tell.
    pub fn is_unchanged(&self, about: &Metadata) -> bool {
        self.modified.is_some() && *self == Origin::new(&self.path, about)
    }
}
