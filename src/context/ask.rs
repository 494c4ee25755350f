//! Asking the user through the hooks of a context.

use super::hooks::{FileHook, LineHook, Question};
use super::lock::lock;
use super::{Context, Error, Result, Status};
use std::any::Any;

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
    use super::super::hooks::Dialog;
    use super::*;
    use std::sync::Arc;
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
