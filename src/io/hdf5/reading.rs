//! Files are opened, and read again where another program writes them meanwhile.

use super::file::{Bytes, File};
use super::parts::Parts;
use super::snapshot::{self, PATIENCE, SIGNATURE, State, Writer};
use crate::context::{Context, Error, Result, Status};
use std::path::Path;
use std::time::{Duration, Instant};

/// Opens a file and calls `work` with it. If another program is writing or copying the file, and its parts do not fit together,
/// both are repeated for less than a second.
///
/// # Errors
/// Those of `work`; [`Status::FileNotFound`], [`Status::Io`]; [`Status::Format`] when it is no HDF5 file;
/// [`Status::BeingWritten`]; [`Status::Corrupt`]; [`Status::NoMemory`], [`Status::Cancelled`].
pub fn read<R>(ctx: &Context, path: &Path, mut work: impl FnMut(&File<'_>) -> Result<R>) -> Result<R> {
    let deadline = Instant::now() + PATIENCE;
    let mut pause = Duration::from_millis(20);
    loop {
        let snapshot = snapshot::take(ctx, path, deadline)?;
        let (writer, state) = (snapshot.writer, snapshot.state);
        let whole = File::new(ctx, Bytes::Whole(snapshot.bytes), snapshot.base, writer);
        let result = whole.and_then(|file| work(&file));
        match result {
            Err(error)
                if error.status() == Status::Corrupt
                    && (writer == Writer::WithReaders || snapshot::is_changing(path, &state)) =>
            {
                wait(ctx, deadline, &mut pause, || unfinished(error))?;
            }
            result => return result,
        }
    }
}

/// Opens a file and calls `work` with it; only the parts are read that it needs. What it gives belongs to one state of the file, which is
/// returned too: a file that is changed meanwhile is read again, for less than a second.
///
/// # Errors
/// Those of `work`; [`Status::FileNotFound`], [`Status::Io`]; [`Status::Format`] when it is no HDF5 file;
/// [`Status::Changed`] when it is no longer in the state that is `expected`; [`Status::BeingWritten`]; [`Status::Corrupt`];
/// [`Status::NoMemory`], [`Status::Cancelled`].
pub fn read_parts<R>(
    ctx: &Context,
    path: &Path,
    expected: Option<&State>,
    mut work: impl FnMut(&File<'_>) -> Result<R>,
) -> Result<(R, State)> {
    let deadline = Instant::now() + PATIENCE;
    let mut pause = Duration::from_millis(5);
    loop {
        let handle = snapshot::open(path)?;
        let state = State::of(&handle)?;
        if expected.is_some_and(|expected| *expected != state) {
            return Err(changed());
        }
        let mut parts = Parts::new(handle, &state, false)?;
        let base = find_signature(&parts)?.ok_or_else(snapshot::no_signature)?;
        let head = parts.get(base as u64, 12.min(state.length - base as u64))?;
        let writer = snapshot::writer(head.unwrap_or_default());
        if writer == Writer::Alone {
            return Err(snapshot::no_readers());
        }
        if writer == Writer::WithReaders {
            parts.compare();
        }
        let file = File::new(ctx, Bytes::Parts(parts), base, writer);
        let (result, steady) = match file {
            Err(error) => (Err(error), true),
            Ok(file) => {
                let result = work(&file);
                let same = file.state()?.as_ref() == Some(&state);
                // Times of change are coarse, so if the file is marked as being written the bytes are compared.
                let steady = same && (writer == Writer::None || file.are_parts_same()?);
                (result, steady)
            }
        };
        match result {
            Ok(result) if steady => return Ok((result, state)),
            Ok(_) => wait(ctx, deadline, &mut pause, snapshot::never_steady)?,
            Err(error)
                if error.status() == Status::Corrupt
                    && (!steady || writer == Writer::WithReaders || snapshot::is_changing(path, &state)) =>
            {
                wait(ctx, deadline, &mut pause, || unfinished(error))?;
            }
            Err(error) => return Err(error),
        }
    }
}

/// The present state of a file.
///
/// # Errors
/// [`Status::FileNotFound`], [`Status::Io`]; [`Status::Format`] when it is empty.
pub fn state_of(path: &Path) -> Result<State> {
    State::of(&snapshot::open(path)?)
}

fn find_signature(parts: &Parts) -> Result<Option<usize>> {
    for place in snapshot::places() {
        match parts.get(place as u64, SIGNATURE.len() as u64)? {
            None => break,
            Some(bytes) if *bytes == SIGNATURE => return Ok(Some(place)),
            Some(_) => {}
        }
    }
    Ok(None)
}

/// Waits before the file is read again, longer each time.
fn wait(ctx: &Context, deadline: Instant, pause: &mut Duration, or: impl FnOnce() -> Error) -> Result<()> {
    if Instant::now() + *pause >= deadline {
        return Err(or());
    }
    ctx.check_cancelled()?;
    std::thread::sleep(*pause);
    *pause *= 2;
    Ok(())
}

fn unfinished(error: Error) -> Error {
    error
        .with_status(Status::BeingWritten)
        .during("another program is writing the file, or has left it unfinished: it cannot be read yet")
}

fn changed() -> Error {
    Error::new(Status::Changed, "the file has changed since the scan was opened: open it again")
}
