//! A file of which only the parts are read that are asked for, so that a large file costs no more than what is wanted of it.
//!
//! What was read stays until the file is closed, so that it can be lent. Only what is read in passing (the values of
//! datasets) is given away.

use super::damage::corrupt;
use super::snapshot::State;
use crate::array::alloc;
use crate::context::{Context, Error, Result, lock};
use std::fs::File;
use std::hash::{DefaultHasher, Hasher};
use std::sync::{Mutex, OnceLock};

/// The file is read in windows that begin at multiples of this length.
const WINDOW: u64 = 1 << 16;
/// A window reaches this far into the next one, so that most structures lie in one.
const OVERLAP: u64 = 1 << 13;
/// The windows of one table.
const TABLE: u64 = 1 << 8;

type Window = OnceLock<Box<[u8]>>;

/// An open file and the parts of it that were read.
pub struct Parts {
    file: File,
    length: u64,
    tables: Vec<OnceLock<Box<[Window]>>>,
    /// What is longer than a window.
    long: Long,
    /// Where the values were that were read in passing, and a hash of each; kept where a writer may change them meanwhile.
    passed: Option<Mutex<Vec<(u64, u64, u64)>>>,
}

impl Parts {
    /// Reads nothing yet. `compare`: what is read will be compared with the file once more ([`Parts::are_same`]).
    pub fn new(file: File, state: &State, compare: bool) -> Result<Self> {
        let tables = usize::try_from(state.length.div_ceil(WINDOW * TABLE))
            .map_err(|_| corrupt("the file is longer than addresses reach"))?;
        let mut parts = Parts {
            file,
            length: state.length,
            tables: alloc::vec(tables)?,
            long: Long::default(),
            passed: compare.then(Mutex::default),
        };
        parts.tables.resize_with(tables, OnceLock::new);
        Ok(parts)
    }

    /// The length of the file.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// From now on what is read will be compared.
    pub fn compare(&mut self) {
        self.passed.get_or_insert_default();
    }

    /// The bytes at a place; `None` where the file is shorter.
    pub fn get(&self, from: u64, length: u64) -> Result<Option<&[u8]>> {
        if from.checked_add(length).is_none_or(|end| end > self.length) {
            return Ok(None);
        }
        let (number, offset) = (from / WINDOW, from % WINDOW);
        if offset + length > WINDOW + OVERLAP {
            return match self.long.find(from, length) {
                Some(found) => Ok(Some(found)),
                None => self.read(from, length).map(|bytes| Some(self.long.keep(from, bytes))),
            };
        }
        if length == 0 {
            return Ok(Some(&[]));
        }
        let window = self.window(number)?;
        Ok(window.get(offset as usize..(offset + length) as usize))
    }

    /// A copy of the bytes at a place, which are not kept; `None` where the file is shorter.
    pub fn pass(&self, from: u64, length: u64) -> Result<Option<Vec<u8>>> {
        if from.checked_add(length).is_none_or(|end| end > self.length) {
            return Ok(None);
        }
        let bytes = self.read(from, length)?;
        if let Some(passed) = &self.passed {
            lock(passed).push((from, length, hash(&bytes)));
        }
        Ok(Some(bytes.into_vec()))
    }

    /// Whether the file still has the bytes that were read.
    pub fn are_same(&self, ctx: &Context) -> Result<bool> {
        let windows = self.tables.iter().enumerate().flat_map(|(table, windows)| {
            let windows = windows.get().map(|windows| &windows[..]).unwrap_or_default();
            let first = table as u64 * TABLE;
            windows.iter().enumerate().filter_map(move |(i, w)| Some(((first + i as u64) * WINDOW, w.get()?)))
        });
        for (from, bytes) in windows.chain(self.long.iter()) {
            ctx.check_cancelled()?;
            if self.read(from, bytes.len() as u64)? != *bytes {
                return Ok(false);
            }
        }
        let Some(passed) = &self.passed else { return Ok(true) };
        for &(from, length, was) in lock(passed).iter() {
            ctx.check_cancelled()?;
            if hash(&self.read(from, length)?) != was {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The file's length and time of change now.
    pub fn state(&self) -> Result<State> {
        State::of(&self.file)
    }

    fn window(&self, number: u64) -> Result<&[u8]> {
        let table = &self.tables[(number / TABLE) as usize];
        let windows = match table.get() {
            Some(windows) => windows,
            None => {
                let mut windows = alloc::vec(TABLE as usize)?;
                windows.resize_with(TABLE as usize, OnceLock::new);
                table.get_or_init(|| windows.into_boxed_slice())
            }
        };
        let window = &windows[(number % TABLE) as usize];
        if let Some(bytes) = window.get() {
            return Ok(bytes);
        }
        let from = number * WINDOW;
        let bytes = self.read(from, (WINDOW + OVERLAP).min(self.length - from))?;
        Ok(window.get_or_init(|| bytes))
    }

    fn read(&self, from: u64, length: u64) -> Result<Box<[u8]>> {
        let length = usize::try_from(length).map_err(|_| corrupt("a part of the file does not fit into memory"))?;
        let mut bytes = alloc::zeroed_vec::<u8>(length)?;
        read_at(&self.file, &mut bytes, from).map_err(|error| match error.kind() {
            std::io::ErrorKind::UnexpectedEof => corrupt("the file became shorter while it was read"),
            _ => Error::io("the file cannot be read", &error),
        })?;
        Ok(bytes.into_boxed_slice())
    }
}

#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], from: u64) -> std::io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, from)
}

#[cfg(windows)]
fn read_at(file: &File, mut bytes: &mut [u8], mut from: u64) -> std::io::Result<()> {
    while !bytes.is_empty() {
        match std::os::windows::fs::FileExt::seek_read(file, bytes, from) {
            Ok(0) => return Err(std::io::ErrorKind::UnexpectedEof.into()),
            Ok(n) => {
                bytes = &mut bytes[n..];
                from += n as u64;
            }
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

/// Parts that only become more, so that they can be lent.
#[derive(Default)]
struct Long {
    first: OnceLock<Box<Part>>,
}

struct Part {
    from: u64,
    bytes: Box<[u8]>,
    next: Long,
}

impl Long {
    fn iter(&self) -> impl Iterator<Item = (u64, &Box<[u8]>)> {
        let first = self.first.get().map(|part| &**part);
        std::iter::successors(first, |part| part.next.first.get().map(|part| &**part))
            .map(|part| (part.from, &part.bytes))
    }

    fn find(&self, from: u64, length: u64) -> Option<&[u8]> {
        self.iter().find_map(|(start, bytes)| {
            let at = usize::try_from(from.checked_sub(start)?).ok()?;
            bytes.get(at..at.checked_add(length as usize)?)
        })
    }

    fn keep(&self, from: u64, bytes: Box<[u8]>) -> &[u8] {
        let mut place = self;
        let mut new = Some(Box::new(Part { from, bytes, next: Long::default() }));
        loop {
            let part = place.first.get_or_init(|| new.take().expect("it is given away once"));
            if new.is_none() {
                return &part.bytes;
            }
            place = &part.next;
        }
    }
}

impl Drop for Long {
    /// One after the other: many parts in each other would take a deep stack.
    fn drop(&mut self) {
        let mut next = self.first.take();
        while let Some(mut part) = next {
            next = part.next.first.take();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Seek, SeekFrom, Write};

    #[test]
    fn any_part_is_that_of_the_file() {
        let all: Vec<u8> = (0..3 * WINDOW + 1234).map(|i| (i * i % 251) as u8).collect();
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&all).unwrap();
        let state = State::of(&file).unwrap();
        let parts = Parts::new(file.try_clone().unwrap(), &state, true).unwrap();
        let n = all.len() as u64;
        for (from, length) in [
            (0, 8),
            (WINDOW - 3, 7),
            (WINDOW - 3, OVERLAP + 4),
            (5, n - 5),
            (n - 1, 1),
            (n, 0),
            (0, n),
            (7, 2 * WINDOW),
        ] {
            let wanted = &all[from as usize..(from + length) as usize];
            assert_eq!(parts.get(from, length).unwrap().unwrap(), wanted, "{from} {length}");
            assert_eq!(parts.get(from, length).unwrap().unwrap(), wanted, "{from} {length}, again");
            assert_eq!(parts.pass(from, length).unwrap().unwrap(), wanted);
        }
        for (from, length) in [(n, 1), (0, n + 1), (u64::MAX, 2)] {
            assert!(parts.get(from, length).unwrap().is_none() && parts.pass(from, length).unwrap().is_none());
        }
        assert!(parts.are_same(&Context::new()).unwrap());
        file.seek(SeekFrom::Start(WINDOW + 9)).unwrap();
        file.write_all(&[all[WINDOW as usize + 9] ^ 1]).unwrap();
        assert!(!parts.are_same(&Context::new()).unwrap());
    }

    #[test]
    fn a_file_that_became_shorter_is_an_error() {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&[1; 1000]).unwrap();
        let parts = Parts::new(file.try_clone().unwrap(), &State::of(&file).unwrap(), false).unwrap();
        file.set_len(10).unwrap();
        assert_eq!(parts.get(0, 100).unwrap_err().status(), crate::context::Status::Corrupt);
        assert_eq!(parts.pass(0, 100).unwrap_err().status(), crate::context::Status::Corrupt);
    }
}
