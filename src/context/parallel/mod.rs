//! Distributes one call's work among threads.
//!
//! The threads end with the call. Each takes the next piece of work when it is done with one, so pieces may have
//! different lengths. Progress is reported by the calling thread alone; all stop after their piece when the call is
//! cancelled, fails or panics. If no thread can be started, the calling thread does all the work.

mod threads;

use super::{Context, Result, memory};
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// A part of a call's work, with its share of the progress.
#[derive(Clone)]
pub struct Stage<'a> {
    ctx: &'a Context,
    from: f64,
    to: f64,
    /// Whether it is a piece of work that some thread of the call does.
    piece: bool,
}

impl Context {
    /// The whole of a call.
    pub fn whole(&self) -> Stage<'_> {
        Stage { ctx: self, from: 0.0, to: 1.0, piece: false }
    }
}

impl<'a> Stage<'a> {
    /// A part of this part; `range` lies within 0 to 1.
    #[must_use]
    pub fn part(&self, range: Range<f64>) -> Stage<'a> {
        let at = |fraction: f64| self.from + (self.to - self.from) * fraction;
        Stage { ctx: self.ctx, from: at(range.start), to: at(range.end), piece: self.piece }
    }

    /// The `index`th of `count` parts of equal length.
    #[must_use]
    pub fn nth(&self, index: usize, count: usize) -> Stage<'a> {
        let at = |i: usize| i as f64 / count.max(1) as f64;
        self.part(at(index)..at(index + 1))
    }

    /// For operations that are called while a piece of work is done (see [`for_each`]), on whichever thread: they report
    /// nothing, start no threads and only ask whether to go on.
    #[must_use]
    pub fn piece(&self) -> Stage<'a> {
        Stage { piece: true, ..self.clone() }
    }

    /// The same part of the call in the context that was made for it ([`Context::aside`]).
    #[must_use]
    pub fn aside<'b>(&self, ctx: &'b Context) -> Stage<'b> {
        Stage { ctx, from: self.from, to: self.to, piece: self.piece }
    }

    /// The context of the call.
    pub fn context(&self) -> &'a Context {
        self.ctx
    }

    /// Reports that a fraction of this part is done, and asks whether to go on.
    ///
    /// # Errors
    /// [`Status::Cancelled`](super::Status::Cancelled).
    pub fn report(&self, fraction: f64) -> Result<()> {
        if self.piece {
            return self.ctx.check_cancelled();
        }
        self.ctx.report(self.from + (self.to - self.from) * fraction)
    }
}

/// Calls `work` with each item, in any order, on as many threads as the context allows.
///
/// # Errors
/// The first error of `work`; as [`Context::check_cancelled`].
pub fn for_each<I: Send>(
    stage: &Stage<'_>,
    items: impl ExactSizeIterator<Item = I> + Send,
    work: impl Fn(I) -> Result<()> + Sync,
) -> Result<()> {
    let (count, mut items) = (items.len(), items);
    each_item(stage, count, &mut items, &work)
}

/// [`for_each`], compiled once for each type of items.
fn each_item<I: Send>(
    stage: &Stage<'_>,
    count: usize,
    items: &mut (dyn Iterator<Item = I> + Send),
    work: &(dyn Fn(I) -> Result<()> + Sync),
) -> Result<()> {
    let items = Mutex::new(items);
    share(stage, count, &|| {
        let item = items.lock().unwrap_or_else(PoisonError::into_inner).next();
        item.map_or(Ok(false), |item| work(item).map(|()| true))
    })
}

/// Calls `next`, which works on one of `count` pieces, until it returns that none is left. Compiled once: all code that
/// starts threads is here.
fn share(stage: &Stage<'_>, count: usize, next: &(dyn Fn() -> Result<bool> + Sync)) -> Result<()> {
    let queue = Queue { next, stop: AtomicBool::new(false), done: AtomicUsize::new(0) };
    let threads = if stage.piece || count < 2 || memory::ran_out() { 1 } else { stage.ctx.threads().min(count) };
    let (within, ran_out) = (memory::within(), AtomicBool::new(false));
    let theirs = Mutex::new(Ok(()));
    let help = || {
        let _part = memory::Call::part(within);
        let result = queue.run(|_| stage.ctx.check_cancelled());
        ran_out.fetch_or(memory::ran_out(), Ordering::Relaxed);
        if result.is_err() {
            let mut theirs = theirs.lock().unwrap_or_else(PoisonError::into_inner);
            *theirs = std::mem::replace(&mut *theirs, Ok(())).and(result);
        }
    };
    let own = threads::beside(threads.saturating_sub(1), &help, || {
        queue.run(|done| stage.report(done as f64 / count as f64))
    });
    if ran_out.into_inner() {
        memory::note();
    }
    own.and(theirs.into_inner().unwrap_or_else(PoisonError::into_inner))?;
    stage.report(1.0)
}

struct Queue<'a> {
    next: &'a (dyn Fn() -> Result<bool> + Sync),
    stop: AtomicBool,
    done: AtomicUsize,
}

impl Queue<'_> {
    fn run(&self, go_on: impl Fn(usize) -> Result<()>) -> Result<()> {
        // Also when the work panics the others are told.
        let stop = StopOnDrop(&self.stop);
        while !self.stop.load(Ordering::Relaxed) && (self.next)()? {
            go_on(self.done.fetch_add(1, Ordering::Relaxed) + 1)?;
        }
        std::mem::forget(stop);
        Ok(())
    }
}

struct StopOnDrop<'a>(&'a AtomicBool);

impl Drop for StopOnDrop<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// How many elements make a piece of work: some tens of microseconds for a simple kernel, so that starting a thread is
/// worth it and cancelling is quick.
const PIECE: usize = 1 << 16;

/// Splits an array of rows into pieces of whole rows and calls `work` with the index of each piece's first row and its
/// elements. `cost` is the work on one element in multiples of a simple kernel's (1).
///
/// # Errors
/// As [`for_each`].
pub fn rows<T: Send>(
    stage: &Stage<'_>,
    out: &mut [T],
    columns: usize,
    cost: usize,
    work: impl Fn(usize, &mut [T]) -> Result<()> + Sync,
) -> Result<()> {
    pieces_of_rows(stage, out, columns, cost, &work)
}

/// [`rows`], compiled once for each type of elements.
fn pieces_of_rows<T: Send>(
    stage: &Stage<'_>,
    out: &mut [T],
    columns: usize,
    cost: usize,
    work: &(dyn Fn(usize, &mut [T]) -> Result<()> + Sync),
) -> Result<()> {
    let rows_a_piece = (PIECE / (columns * cost).max(1)).max(1);
    let pieces = out.chunks_mut((rows_a_piece * columns).max(1)).enumerate();
    for_each(stage, pieces, |(piece, out)| work(piece * rows_a_piece, out))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{Error, Status};

    #[test]
    fn every_row_is_worked_on_once_with_any_number_of_threads() {
        for threads in [1, 2, 5] {
            let ctx = Context::new();
            ctx.set_threads(threads);
            for (rows_, columns) in [(0, 5), (1, 1), (7, 0), (1000, 300), (3, 100_000)] {
                let mut out = vec![0usize; rows_ * columns];
                rows(&ctx.whole(), &mut out, columns, 1, |first, piece| {
                    for (i, x) in piece.iter_mut().enumerate() {
                        *x += first * columns + i + 1;
                    }
                    Ok(())
                })
                .unwrap();
                assert!(out.iter().enumerate().all(|(i, &x)| x == i + 1));
                assert_eq!(ctx.progress(), 1.0);
            }
        }
    }

    #[test]
    fn an_error_and_a_cancellation_stop_the_work() {
        for threads in [1, 3] {
            let ctx = Context::new();
            ctx.set_threads(threads);
            let worked = AtomicUsize::new(0);
            let fails = |i: usize| {
                worked.fetch_add(1, Ordering::Relaxed);
                if i == 10 { Err(Error::new(Status::Shape, "ten")) } else { Ok(()) }
            };
            assert_eq!(for_each(&ctx.whole(), 0..100_000, fails).unwrap_err().status(), Status::Shape);
            assert!(worked.load(Ordering::Relaxed) < 100_000);
            ctx.cancel();
            assert_eq!(for_each(&ctx.whole(), 0..9, |_| Ok(())).unwrap_err().status(), Status::Cancelled);
        }
    }

    #[test]
    fn a_panic_in_any_thread_reaches_the_caller() {
        let ctx = Context::new();
        ctx.set_threads(4);
        let call = || for_each(&ctx.whole(), 0..1000, |i| if i == 500 { panic!("planted") } else { Ok(()) });
        let panic = std::panic::catch_unwind(std::panic::AssertUnwindSafe(call)).unwrap_err();
        assert_eq!(panic.downcast_ref::<&str>(), Some(&"planted"));
    }

    #[test]
    fn parts_of_a_call_share_its_progress() {
        let ctx = Context::new();
        let half = ctx.whole().part(0.5..1.0);
        half.nth(1, 4).report(0.5).unwrap();
        assert_eq!(ctx.progress(), 0.6875);
    }
}
