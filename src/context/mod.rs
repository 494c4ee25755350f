//! The context of a call: where its error and warnings go, how many threads it may use, its progress and
//! whether it was cancelled. A [`Context`] is passed by reference down through every operation.

mod ask;
mod error;
mod hooks;
mod instructions;
mod lock;
pub mod memory;
pub mod parallel;
mod status;
mod warning;

pub use error::{Error, Result};
pub use hooks::{Dialog, FileHook, LineHook, Question};
pub use instructions::{InstructionSet, instruction_set, set_instruction_set};
pub use parallel::Stage;
pub use status::Status;
pub use warning::Warning;

pub(crate) use lock::lock;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock};

/// The number of warnings that a context keeps; later ones are counted only.
pub const MAX_WARNINGS: usize = 256;

/// The memory in bytes that a call may take where its inputs do not justify more, unless the context says another number.
pub const MEMORY_LIMIT: u64 = 256 << 20;

/// A call may take this many times the memory of its inputs, however low the limit is.
const TIMES_INPUT: u64 = 4;

/// Called with the fraction done, in `0.0..=1.0`, on the thread that makes the long call, with no lock held.
pub type ProgressCallback = Arc<dyn Fn(f64) + Send + Sync>;

/// The context of calls. All methods take `&self`: calls on several threads may share one context.
#[derive(Default)]
pub struct Context {
    messages: Mutex<Messages>,
    callback: Mutex<Option<ProgressCallback>>,
    /// The bits of an `f64`, so that another thread reads it without a lock.
    progress: Arc<AtomicU64>,
    cancelled: Arc<AtomicBool>,
    /// 0 stands for "as many as there are processors".
    threads: AtomicUsize,
    /// 0 stands for [`MEMORY_LIMIT`].
    memory_limit: AtomicU64,
    debug: AtomicBool,
    hooks: hooks::Hooks,
}

#[derive(Default)]
struct Messages {
    last_error: Option<Error>,
    warnings: Vec<(Warning, String)>,
    dropped: usize,
}

/// A context that is locked.
pub struct Frozen<'a> {
    _messages: MutexGuard<'a, Messages>,
    _callback: MutexGuard<'a, Option<ProgressCallback>>,
    _hooks: hooks::Frozen<'a>,
}

/// The number of processors that the process could use when this was first asked. Linux has it in several files, and to read them takes 20 times as
/// long as a whole operation on a small image, so that it is asked once.
pub fn processors() -> usize {
    static PROCESSORS: OnceLock<usize> = OnceLock::new();
    *PROCESSORS.get_or_init(|| std::thread::available_parallelism().map_or(1, usize::from))
}

impl Context {
    /// Locks everything, so that nobody is in the middle of a change. All these locks are held for a few instructions only.
    pub fn freeze(&self) -> Frozen<'_> {
        Frozen { _messages: lock(&self.messages), _callback: lock(&self.callback), _hooks: self.hooks.freeze() }
    }

    /// A context without errors, not cancelled, with as many threads as there are processors. Its one warning is that the
    /// environment asks for an instruction set that does not exist.
    pub fn new() -> Self {
        let context = Self::default();
        if let Some(fault) = instructions::environment_fault() {
            context.warn(fault);
        }
        context
    }

    /// A context for a part of a call, whose warnings the caller looks at before they are told: it is cancelled with this one,
    /// reports progress to the same function and has as many threads, but its warnings are its own.
    pub fn aside(&self) -> Context {
        Context {
            callback: Mutex::new(lock(&self.callback).clone()),
            progress: Arc::clone(&self.progress),
            cancelled: Arc::clone(&self.cancelled),
            threads: AtomicUsize::new(self.threads.load(Ordering::Relaxed)),
            memory_limit: AtomicU64::new(self.memory_limit()),
            debug: AtomicBool::new(self.debug()),
            ..Context::default()
        }
    }

    /// A context for work that is done whatever happens: it has as many threads, but is not cancelled, and tells nobody of progress.
    pub fn alone(&self) -> Context {
        Context { threads: AtomicUsize::new(self.threads.load(Ordering::Relaxed)), ..Context::default() }
    }

    /// Remembers the error of a failed call. The last failure wins; success clears nothing.
    pub fn record_error(&self, error: Error) {
        lock(&self.messages).last_error = Some(error);
    }

    /// The error of the last failed call.
    pub fn last_error(&self) -> Option<Error> {
        lock(&self.messages).last_error.clone()
    }

    /// Forgets the last error.
    pub fn clear_error(&self) {
        lock(&self.messages).last_error = None;
    }

    /// Adds a warning of the general kind; see [`Context::warn_of`].
    pub fn warn(&self, message: impl Into<String>) {
        self.warn_of(Warning::Other, message);
    }

    /// Adds a warning. After [`MAX_WARNINGS`] of them further ones are only counted.
    pub fn warn_of(&self, kind: Warning, message: impl Into<String>) {
        let mut messages = lock(&self.messages);
        if messages.warnings.len() < MAX_WARNINGS {
            messages.warnings.push((kind, message.into()));
        } else {
            messages.dropped += 1;
        }
    }

    /// The warning with this index, in the order in which they were added.
    pub fn warning(&self, index: usize) -> Option<String> {
        lock(&self.messages).warnings.get(index).map(|(_, message)| message.clone())
    }

    /// The kind of the warning with this index.
    pub fn warning_kind(&self, index: usize) -> Option<Warning> {
        lock(&self.messages).warnings.get(index).map(|(kind, _)| *kind)
    }

    /// How many warnings are kept, and how many came after the store was full.
    pub fn warning_counts(&self) -> (usize, usize) {
        let messages = lock(&self.messages);
        (messages.warnings.len(), messages.dropped)
    }

    /// All warnings that are kept.
    pub fn warnings(&self) -> Vec<(Warning, String)> {
        lock(&self.messages).warnings.clone()
    }

    /// Forgets all warnings.
    pub fn clear_warnings(&self) {
        let mut messages = lock(&self.messages);
        messages.warnings.clear();
        messages.dropped = 0;
    }

    /// Sets the number of threads that one call may use; 0 means as many as there are processors.
    pub fn set_threads(&self, threads: usize) {
        self.threads.store(threads, Ordering::Relaxed);
    }

    /// The number of threads that one call may use, at least 1.
    pub fn threads(&self) -> usize {
        match self.threads.load(Ordering::Relaxed) {
            0 => processors(),
            n => n,
        }
    }

    /// Sets the memory in bytes that one call may take where its inputs do not justify more; 0 means [`MEMORY_LIMIT`].
    pub fn set_memory_limit(&self, bytes: u64) {
        self.memory_limit.store(bytes, Ordering::Relaxed);
    }

    /// See [`Context::set_memory_limit`].
    pub fn memory_limit(&self) -> u64 {
        match self.memory_limit.load(Ordering::Relaxed) {
            0 => MEMORY_LIMIT,
            bytes => bytes,
        }
    }

    /// Whether a call may take `bytes` of memory for what its arguments ask for, beside inputs of `input` bytes: within the limit, or
    /// four times its inputs. Asked before the work begins.
    pub fn affords(&self, bytes: u64, input: u64) -> bool {
        bytes <= self.memory_limit().max(input.saturating_mul(TIMES_INPUT))
    }

    /// Checks an argument that decides on `bytes` of memory: see [`Context::affords`].
    ///
    /// # Errors
    /// [`Status::InvalidArgument`].
    pub fn check_cost(&self, name: &str, found: impl std::fmt::Display, bytes: u64, input: u64) -> Result<()> {
        if self.affords(bytes, input) {
            return Ok(());
        }
        Err(Error::argument(
            name,
            format!("{found}, which takes {bytes} bytes of memory"),
            format!(
                "what takes at most {} bytes; stoner_context_set_memory_limit raises this",
                self.memory_limit().max(input.saturating_mul(TIMES_INPUT))
            ),
        ))
    }

    /// Whether calls explain in warnings what they tried.
    pub fn set_debug(&self, debug: bool) {
        self.debug.store(debug, Ordering::Relaxed);
    }

    /// See [`Context::set_debug`].
    pub fn debug(&self) -> bool {
        self.debug.load(Ordering::Relaxed)
    }

    /// Asks the calls that use this context to stop soon; sticky until [`Context::reset_cancel`].
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Withdraws a cancellation.
    pub fn reset_cancel(&self) {
        self.cancelled.store(false, Ordering::Relaxed);
    }

    /// Whether [`Context::cancel`] was called.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// Whether a call is to go on.
    ///
    /// # Errors
    /// [`Status::Cancelled`] when [`Context::cancel`] was called; [`Status::NoMemory`] when memory ran out in the call, which
    /// can then have no result.
    pub fn check_cancelled(&self) -> Result<()> {
        memory::check()?;
        if self.is_cancelled() {
            return Err(Error::new(Status::Cancelled, "the call was cancelled through its context"));
        }
        Ok(())
    }

    /// The fraction done of the long call that last reported, in `0.0..=1.0`.
    pub fn progress(&self) -> f64 {
        f64::from_bits(self.progress.load(Ordering::Relaxed))
    }

    /// Sets or removes the function that is told of progress.
    pub fn set_progress_callback(&self, callback: Option<ProgressCallback>) {
        *lock(&self.callback) = callback;
    }

    /// Reports progress and asks whether to go on. A long call does this between two pieces of work.
    ///
    /// # Errors
    /// As [`Context::check_cancelled`].
    pub fn report(&self, fraction: f64) -> Result<()> {
        self.progress.store(fraction.clamp(0.0, 1.0).to_bits(), Ordering::Relaxed);
        let callback = lock(&self.callback).clone();
        if let Some(callback) = callback {
            callback(fraction.clamp(0.0, 1.0));
        }
        self.check_cancelled()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_failure_wins_and_success_clears_nothing() {
        let ctx = Context::new();
        assert!(ctx.last_error().is_none());
        ctx.record_error(Error::new(Status::Io, "first"));
        ctx.record_error(Error::new(Status::Shape, "second"));
        assert_eq!(ctx.last_error().unwrap().status(), Status::Shape);
        ctx.clear_error();
        assert!(ctx.last_error().is_none());
    }

    #[test]
    fn warnings_beyond_the_limit_are_counted() {
        let ctx = Context::new();
        for i in 0..MAX_WARNINGS + 7 {
            ctx.warn(format!("warning {i}"));
        }
        assert_eq!(ctx.warning_counts(), (MAX_WARNINGS, 7));
        assert_eq!(ctx.warning(255).as_deref(), Some("warning 255"));
        assert_eq!(ctx.warning(256), None);
        ctx.clear_warnings();
        assert_eq!(ctx.warning_counts(), (0, 0));
    }

    #[test]
    fn what_is_done_aside_is_cancelled_with_the_call_and_keeps_its_warnings() {
        let ctx = Context::new();
        ctx.set_threads(3);
        let aside = ctx.aside();
        aside.warn("aside");
        assert_eq!((ctx.warning_counts(), aside.warnings().len(), aside.threads()), ((0, 0), 1, 3));
        aside.report(0.5).unwrap();
        assert_eq!(ctx.progress(), 0.5);
        ctx.cancel();
        assert_eq!(aside.check_cancelled().unwrap_err().status(), Status::Cancelled);
    }

    #[test]
    fn what_an_argument_costs_is_within_the_limit_or_four_times_the_inputs() {
        let ctx = Context::new();
        assert_eq!(ctx.memory_limit(), MEMORY_LIMIT);
        assert!(ctx.check_cost("n", 7, MEMORY_LIMIT, 0).is_ok());
        let error = ctx.check_cost("n", 7, MEMORY_LIMIT + 1, 0).unwrap_err();
        assert_eq!(error.status(), Status::InvalidArgument);
        assert!(error.message().starts_with("`n` is 7, which takes 268435457 bytes"), "{error}");
        assert!(ctx.affords(4 * MEMORY_LIMIT, MEMORY_LIMIT) && !ctx.affords(4 * MEMORY_LIMIT + 1, MEMORY_LIMIT));
        ctx.set_memory_limit(100);
        assert!(ctx.affords(100, 0) && !ctx.affords(101, 0) && ctx.affords(101, 26));
        assert_eq!(ctx.aside().memory_limit(), 100);
        ctx.set_memory_limit(0);
        assert_eq!(ctx.memory_limit(), MEMORY_LIMIT);
    }

    #[test]
    fn cancellation_is_sticky_until_reset() {
        let ctx = Context::new();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let sink = Arc::clone(&seen);
        ctx.set_progress_callback(Some(Arc::new(move |f| sink.lock().unwrap().push(f))));
        assert!(ctx.report(0.25).is_ok());
        assert_eq!(ctx.progress(), 0.25);
        ctx.cancel();
        assert_eq!(ctx.report(0.5).unwrap_err().status(), Status::Cancelled);
        assert_eq!(ctx.report(0.75).unwrap_err().status(), Status::Cancelled);
        ctx.reset_cancel();
        assert!(ctx.report(1.0).is_ok());
        assert_eq!(*seen.lock().unwrap(), [0.25, 0.5, 0.75, 1.0]);
    }
}
