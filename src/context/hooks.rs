//! Functions of the host program that ask the user: for files, in a dialog, and for a line on an image.
//!
//! Only the functions that ask the user need a hook. It is called on the caller's thread, with no lock held.

use super::Result;
use super::lock::lock;
use std::any::Any;
use std::sync::{Arc, Mutex, MutexGuard};

/// The kind of a dialog for files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    /// An existing file.
    File,
    /// A folder.
    Directory,
    /// A file to be written.
    Save,
    /// Several existing files.
    Files,
}

/// A question for a dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its kind.
    pub dialog: Dialog,
    /// The dialog's title; may be empty.
    pub title: String,
    /// The names that are of interest, "*.tif *.tiff"; empty: all.
    pub patterns: String,
}

/// Returns the path that the user chose; several paths are on lines of their own. [`Status::Cancelled`](super::Status::Cancelled) if none was chosen.
pub type FileHook = Arc<dyn Fn(&Question) -> Result<String> + Send + Sync>;

/// Shows an image, which is passed as [`Any`] because its type is in a layer above, and returns the two ends
/// (x, y, x, y) of the line that the user drew. [`Status::Cancelled`](super::Status::Cancelled) if none was drawn.
pub type LineHook = Arc<dyn Fn(&dyn Any) -> Result<[f64; 4]> + Send + Sync>;

/// The hooks of a context.
#[derive(Default)]
pub(super) struct Hooks {
    pub(super) file: Mutex<Option<FileHook>>,
    pub(super) line: Mutex<Option<LineHook>>,
    /// An answer that its caller has not read yet.
    pub(super) answer: Mutex<Option<(Question, String)>>,
}

/// Hooks that are locked.
pub(super) struct Frozen<'a> {
    _file: MutexGuard<'a, Option<FileHook>>,
    _line: MutexGuard<'a, Option<LineHook>>,
    _answer: MutexGuard<'a, Option<(Question, String)>>,
}

impl Hooks {
    pub(super) fn freeze(&self) -> Frozen<'_> {
        Frozen { _file: lock(&self.file), _line: lock(&self.line), _answer: lock(&self.answer) }
    }
}
