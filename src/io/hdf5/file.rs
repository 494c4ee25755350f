//! An open file: its superblock and its bytes.

use super::checksum::verified;
use super::cursor::{Cursor, Sizes};
use super::damage::corrupt;
use super::heap_cache::GlobalHeaps;
use super::limits::Budget;
use super::snapshot::{self, PATIENCE, SIGNATURE, Snapshot, Writer};
use crate::context::{Context, Error, Result, Status};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The bytes of a file from its superblock on, with the budget for reading them.
pub(super) struct Body {
    snapshot: Snapshot,
    budget: Budget,
}

impl AsRef<[u8]> for Body {
    fn as_ref(&self) -> &[u8] {
        &self.snapshot.bytes[self.snapshot.base..]
    }
}

/// An open file.
pub struct File<'c> {
    ctx: &'c Context,
    body: Arc<Body>,
    sizes: Sizes,
    pub(super) root: u64,
    pub(super) global_heaps: GlobalHeaps,
}

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
        let result = File::new(ctx, snapshot).and_then(|file| work(&file));
        match result {
            Err(error)
                if error.status() == Status::Corrupt
                    && (writer == Writer::WithReaders || snapshot::is_changing(path, state)) =>
            {
                if Instant::now() + pause >= deadline {
                    return Err(error.with_status(Status::BeingWritten).during(
                        "another program is writing the file, or has left it unfinished: it cannot be read yet",
                    ));
                }
                ctx.check_cancelled()?;
                std::thread::sleep(pause);
                pause *= 2;
            }
            result => return result,
        }
    }
}

impl<'c> File<'c> {
    fn new(ctx: &'c Context, snapshot: Snapshot) -> Result<Self> {
        let superblock = Superblock::read(&snapshot)
            .map_err(|error| error.during("the HDF5 file cannot be opened: it is damaged or incomplete"))?;
        let budget = Budget::new(snapshot.bytes.len() as u64, ctx.memory_limit());
        Ok(File {
            ctx,
            body: Arc::new(Body { snapshot, budget }),
            sizes: superblock.sizes,
            root: superblock.root,
            global_heaps: GlobalHeaps::default(),
        })
    }

    /// The length of the file.
    pub fn length(&self) -> u64 {
        self.body.snapshot.bytes.len() as u64
    }

    pub(super) fn sizes(&self) -> Sizes {
        self.sizes
    }

    pub(super) fn budget(&self) -> &Budget {
        &self.body.budget
    }

    pub(super) fn check_cancelled(&self) -> Result<()> {
        self.ctx.check_cancelled()
    }

    /// The bytes at an address.
    pub(super) fn at(&self, address: u64, length: u64) -> Result<&[u8]> {
        let body = (*self.body).as_ref();
        let found = usize::try_from(address).ok().zip(usize::try_from(length).ok()).and_then(|(from, length)| {
            let to = from.checked_add(length)?;
            body.get(from..to)
        });
        let found = found.ok_or_else(|| {
            corrupt(format!("{length} bytes are said to lie at {address}, but the file has {} bytes", body.len()))
        })?;
        self.budget().look_at(length)?;
        Ok(found)
    }

    /// The bytes at an address, fewer where the file ends earlier.
    pub(super) fn at_most(&self, address: u64, length: u64) -> Result<&[u8]> {
        let left = ((*self.body).as_ref().len() as u64).saturating_sub(address);
        self.at(address, length.min(left))
    }

    /// The bytes from an address to the end of the file; they are not charged to the budget.
    pub(super) fn from(&self, address: u64) -> Result<&[u8]> {
        let body = (*self.body).as_ref();
        usize::try_from(address)
            .ok()
            .and_then(|from| body.get(from..))
            .ok_or_else(|| corrupt(format!("the address {address} lies outside the file's {} bytes", body.len())))
    }

    /// The file in the form that `hdf5-reader` takes.
    pub(super) fn storage(&self) -> ReaderStorage {
        ReaderStorage { body: self.body.clone() }
    }
}

/// The file in the form that `hdf5-reader` takes; what it reads is charged to the budget.
pub(super) struct ReaderStorage {
    body: Arc<Body>,
}

impl hdf5_reader::Storage for ReaderStorage {
    fn len(&self) -> u64 {
        (*self.body).as_ref().len() as u64
    }

    fn read_range(&self, offset: u64, len: usize) -> hdf5_reader::error::Result<hdf5_reader::StorageBuffer> {
        use hdf5_reader::error::Error;
        self.body.budget.look_at(len as u64).map_err(|e| Error::ResourceLimit(e.to_string()))?;
        let body = self.body.clone();
        let start = usize::try_from(offset).map_err(|_| Error::OffsetOutOfBounds(offset))?;
        hdf5_reader::StorageBuffer::from_shared_owner(body, start, len)
    }
}

/// Converts an error of `hdf5-reader`.
pub(super) fn from_reader(error: hdf5_reader::error::Error) -> Error {
    use hdf5_reader::error::Error as Theirs;
    let status = match &error {
        Theirs::UnsupportedFilter(_) | Theirs::UnsupportedEncoding(_) => Status::Unsupported,
        _ => Status::Corrupt,
    };
    Error::new(status, error.to_string())
}

/// The fields of the superblock that are needed ("HDF5 File Format Specification", II.A).
struct Superblock {
    sizes: Sizes,
    root: u64,
}

impl Superblock {
    fn read(snapshot: &Snapshot) -> Result<Self> {
        let bytes = &snapshot.bytes[snapshot.base..];
        let mut cursor = Cursor::new(bytes, Sizes { offsets: 8, lengths: 8 });
        cursor.skip(SIGNATURE.len())?;
        let version = cursor.version("the superblock", 0..=3)?;
        if version < 2 {
            cursor.skip(4)?;
        }
        cursor.sizes = Sizes { offsets: cursor.u8()?, lengths: cursor.u8()? };
        for size in [cursor.sizes.offsets, cursor.sizes.lengths] {
            if ![2, 4, 8].contains(&size) {
                return Err(corrupt(format!("the superblock says that addresses have {size} bytes; allowed: 2, 4, 8")));
            }
        }
        cursor.skip(match version {
            0 => 9,
            1 => 13,
            _ => 1,
        })?;
        let base = cursor.offset()?;
        cursor.offset()?;
        let end = cursor.offset()?;
        let root = if version < 2 {
            cursor.offset()?;
            cursor.length()?;
            cursor.offset()?
        } else {
            let root = cursor.offset()?;
            verified(&bytes[..(cursor.position() + 4).min(bytes.len())])?;
            root
        };
        // The end is counted from where the file began when its superblock was at `base`.
        let wanted = end.wrapping_sub(base).saturating_add(snapshot.base as u64);
        let length = snapshot.bytes.len() as u64;
        if snapshot.writer == Writer::None && wanted > length {
            return Err(corrupt(format!("the file is cut: it should have {wanted} bytes, but has {length}")));
        }
        Ok(Superblock { sizes: cursor.sizes, root })
    }
}
