//! Functions of the host program that ask the user: for files, in a dialog, and for a line on an image.
//!
//! Only the functions that ask the user need a hook. It is called on the caller's thread, with no lock held.

use super::{Context, Error, Result, Status, lock};
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

/// Returns the path that the user chose; several paths are on lines of their own. [`Status::Cancelled`] if none was chosen.
pub type FileHook = Arc<dyn Fn(&Question) -> Result<String> + Send + Sync>;

/// Shows an image, which is passed as [`Any`] because its type is in a layer above, and returns the two ends
/// (x, y, x, y) of the line that the user drew. [`Status::Cancelled`] if none was drawn.
pub type LineHook = Arc<dyn Fn(&dyn Any) -> Result<[f64; 4]> + Send + Sync>;

/// The hooks of a context.
#[derive(Default)]
pub(super) struct Hooks {
    file: Mutex<Option<FileHook>>,
    line: Mutex<Option<LineHook>>,
    /// An answer that its caller has not read yet.
    answer: Mutex<Option<(Question, String)>>,
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

fn none(what: &str) -> Error {
    Error::new(Status::NotInteractive, format!("the context has no hook to {what}; the host program must set one"))
}

impl Context {
    /// Sets or removes the hook for files.
    pub fn set_file_hook(&self, hook: Option<FileHook>) {
        *lock(&self.hooks.file) = hook;
    }

    /// Sets or removes the hook for lines.
    pub fn set_line_hook(&self, hook: Option<LineHook>) {
        *lock(&self.hooks.line) = hook;
    }

    /// Asks for files. Until [`Context::answer_taken`] the same question gets the same answer without asking again, so that a
    /// caller can get its length first.
    ///
    /// # Errors
    /// [`Status::NotInteractive`] without a hook; [`Status::Cancelled`] when nothing was chosen; those of the hook.
    pub fn ask_for_files(&self, question: &Question) -> Result<String> {
        let kept = lock(&self.hooks.answer).clone();
        if let Some((_, answer)) = kept.filter(|(asked, _)| asked == question) {
            return Ok(answer);
        }
        let hook = lock(&self.hooks.file).clone().ok_or_else(|| none("ask for files"))?;
        let answer = hook(question)?;
        if answer.is_empty() {
            return Err(Error::new(Status::Cancelled, "no file was chosen"));
        }
        *lock(&self.hooks.answer) = Some((question.clone(), answer.clone()));
        Ok(answer)
    }

    /// Forgets the last answer.
    pub fn answer_taken(&self) {
        *lock(&self.hooks.answer) = None;
    }

    /// Asks for a line on an image.
    ///
    /// # Errors
    /// [`Status::NotInteractive`] without a hook; [`Status::Cancelled`] when no line was drawn, or one without finite ends;
    /// those of the hook.
    pub fn ask_for_line(&self, image: &dyn Any) -> Result<[f64; 4]> {
        let hook = lock(&self.hooks.line).clone().ok_or_else(|| none("draw a line"))?;
        let line = hook(image)?;
        if !line.iter().all(|x| x.is_finite()) {
            return Err(Error::new(Status::Cancelled, format!("the line has no finite ends: {line:?}")));
        }
        Ok(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn a_question_is_asked_once_until_its_answer_is_taken() {
        let ctx = Context::new();
        let question = Question { dialog: Dialog::Save, title: "t".into(), patterns: String::new() };
        assert_eq!(ctx.ask_for_files(&question).unwrap_err().status(), Status::NotInteractive);
        let asked = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&asked);
        ctx.set_file_hook(Some(Arc::new(move |question| {
            counter.fetch_add(1, Ordering::Relaxed);
            Ok(question.title.clone())
        })));
        for _ in 0..3 {
            assert_eq!(ctx.ask_for_files(&question).unwrap(), "t");
        }
        assert_eq!(asked.load(Ordering::Relaxed), 1);
        ctx.answer_taken();
        ctx.ask_for_files(&question).unwrap();
        let other = Question { title: String::new(), ..question };
        assert_eq!(ctx.ask_for_files(&other).unwrap_err().status(), Status::Cancelled);
        assert_eq!(asked.load(Ordering::Relaxed), 3);
    }

    #[test]
    fn a_line_needs_a_hook_and_finite_ends() {
        let ctx = Context::new();
        assert_eq!(ctx.ask_for_line(&0).unwrap_err().status(), Status::NotInteractive);
        ctx.set_line_hook(Some(Arc::new(|image| {
            let scale = image.downcast_ref::<f64>().copied().unwrap_or(f64::NAN);
            Ok([1.0, 2.0, 3.0, 4.0].map(|x| x * scale))
        })));
        assert_eq!(ctx.ask_for_line(&2.0f64).unwrap(), [2.0, 4.0, 6.0, 8.0]);
        assert_eq!(ctx.ask_for_line(&2i32).unwrap_err().status(), Status::Cancelled);
    }
}
