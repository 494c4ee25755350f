//! What a call does when memory runs out.
//!
//! Memory as large as a file or an image comes from fallible functions (`array::alloc`): a lack of it is an error at once.
//! Small memory (names, messages, nodes of a map, buffers of other crates) is asked for in a thousand places that cannot
//! fail: Rust's standard library ends the process there. While a call runs, such requests are served from a reserve
//! (`reserve`), the call notes that memory ran out, and it ends with [`Status::NoMemory`], whatever it made of that. So a result is never
//! made of what was left over: where any request of a call was refused, the call has no result.
//!
//! The reserve belongs to the shared library, whose allocator uses it (feature `reserve`). Without that feature nothing is
//! noted, and small requests end the process as in every Rust program.

#[cfg(feature = "reserve")]
mod allocator;
#[cfg(all(feature = "reserve", debug_assertions))]
pub use allocator::{large_requests, largest_request};
#[cfg(feature = "reserve")]
pub mod borrowed;
#[cfg(feature = "reserve")]
mod kept;
#[cfg(feature = "reserve")]
mod reserve;

use super::{Error, Result, Status};
use std::cell::Cell;
use std::marker::PhantomData;

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// The thread makes no call.
    Outside,
    Enough,
    /// The reserve gave what the system refused.
    Short,
    /// A request got nothing.
    Refused,
}

// Neither needs memory nor a destructor: the allocator asks them.
thread_local! {
    static STATE: Cell<State> = const { Cell::new(State::Outside) };
    static REFUSABLE: Cell<bool> = const { Cell::new(false) };
}

/// While it lives the thread makes a call, which is not touched by what happened to calls around it.
pub struct Call {
    before: State,
    of_this_thread: PhantomData<*const ()>,
}

impl Call {
    /// A call of its own.
    pub fn begin() -> Call {
        let state = if exhausted() { State::Short } else { State::Enough };
        Call { before: STATE.replace(state), of_this_thread: PhantomData }
    }

    /// This thread's part of a call that another thread makes; nothing where that one makes none, by its [`within`].
    pub fn part(within: bool) -> Call {
        let state = if within { State::Enough } else { State::Outside };
        Call { before: STATE.replace(state), of_this_thread: PhantomData }
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        STATE.set(self.before);
    }
}

/// Whether the thread makes a call.
pub fn within() -> bool {
    STATE.get() != State::Outside
}

/// Whether the system refused a request for memory during the thread's call.
pub fn ran_out() -> bool {
    matches!(STATE.get(), State::Short | State::Refused)
}

/// Notes that memory ran out in the thread's call.
pub fn note() {
    if within() {
        STATE.set(State::Refused);
    }
}

/// Notes that the reserve helps the thread's call.
#[cfg(feature = "reserve")]
fn note_short() {
    if STATE.get() == State::Enough {
        STATE.set(State::Short);
    }
}

/// For a call whose work is done and cannot be undone: where the reserve gave it all that it asked for, it succeeds. What it took
/// stays in use.
pub fn is_done() {
    if STATE.get() == State::Short {
        STATE.set(State::Enough);
    }
}

/// Whether so much of the reserve stays in use that a call must not begin, because there is no other memory either.
fn exhausted() -> bool {
    #[cfg(feature = "reserve")]
    return reserve::is_low() && !allocator::has_memory();
    #[cfg(not(feature = "reserve"))]
    false
}

/// # Errors
/// [`Status::NoMemory`] when memory ran out in the thread's call.
pub fn check() -> Result<()> {
    if ran_out() { Err(lacking()) } else { Ok(()) }
}

/// The outcome of the thread's call: it failed where memory ran out, also when its work does not say so.
///
/// # Errors
/// As [`check`], and those of the work.
pub fn outcome<T>(of_work: Result<T>) -> Result<T> {
    match of_work {
        Ok(_) if ran_out() => Err(lacking()),
        // The work stumbled over what it did not get, and took it for a fault of its own or of a file.
        Err(error) if ran_out() && matches!(error.status(), Status::Internal | Status::Format | Status::Corrupt) => {
            Err(lacking().because(error))
        }
        result => result,
    }
}

fn lacking() -> Error {
    Error::new(Status::NoMemory, "memory ran out during the call")
}

/// Whether an address lies in memory of the host program's, which nothing may be written to.
pub fn is_borrowed(_address: *const u8) -> bool {
    #[cfg(feature = "reserve")]
    return borrowed::holds(_address);
    #[cfg(not(feature = "reserve"))]
    false
}

/// How much memory of freed images is kept at most where nobody says another number, in bytes.
pub const DEFAULT_KEPT: usize = 64 << 20;

/// From now on so many bytes of freed images are kept for new ones of the same size, at most; 0: [`DEFAULT_KEPT`]. What is kept now goes back to the system.
/// Without the feature `reserve` nothing is kept.
pub fn keep_at_most(bytes: usize) {
    let _bytes = if bytes == 0 { DEFAULT_KEPT } else { bytes };
    #[cfg(feature = "reserve")]
    kept::KEPT.set_limit(_bytes);
}

/// Whether any memory of freed images is kept.
pub fn keeps() -> bool {
    #[cfg(feature = "reserve")]
    return kept::KEPT.any();
    #[cfg(not(feature = "reserve"))]
    false
}

/// Gives what is kept of freed images back to the system.
pub fn release_kept() {
    #[cfg(feature = "reserve")]
    kept::KEPT.release();
}

/// Asks for memory and takes no for an answer: such requests leave the reserve alone.
pub fn refusable<T>(ask: impl FnOnce() -> T) -> T {
    let before = REFUSABLE.replace(true);
    let answer = ask();
    REFUSABLE.set(before);
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_notes_that_memory_ran_out_and_those_around_it_do_not() {
        note();
        assert!(!within() && !ran_out(), "outside of calls nothing is noted");
        let outer = Call::begin();
        let inner = Call::begin();
        note();
        assert_eq!(check().unwrap_err().status(), Status::NoMemory);
        assert_eq!(outcome(Ok(())).unwrap_err().status(), Status::NoMemory);
        drop(inner);
        assert!(within() && outcome(Ok(())).is_ok());
        drop(outer);
        assert!(!within());
    }

    #[test]
    fn lack_of_memory_is_not_called_damage() {
        for (status, expected) in
            [(Status::Io, Status::Io), (Status::Corrupt, Status::NoMemory), (Status::Internal, Status::NoMemory)]
        {
            let _call = Call::begin();
            note();
            assert_eq!(outcome::<()>(Err(Error::new(status, "why"))).unwrap_err().status(), expected);
        }
    }
}
