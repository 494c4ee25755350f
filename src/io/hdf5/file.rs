//! An open file: its superblock and its bytes.

use super::checksum::verified;
use super::cursor::{Cursor, Sizes};
use super::damage::corrupt;
use super::heap_cache::GlobalHeaps;
use super::limits::Budget;
use super::link_cache::GroupLinks;
use super::parts::Parts;
use super::snapshot::{SIGNATURE, State, Writer};
use crate::context::{Context, Error, Result, Status};
use std::borrow::Cow;
use std::sync::Arc;

/// The bytes of a file from its superblock on, with the budget for reading them.
pub(super) struct Body {
    bytes: Bytes,
    /// The position of the superblock, from which addresses are counted.
    base: usize,
    budget: Budget,
}

/// The bytes of a file.
pub enum Bytes {
    /// All of them, in memory.
    Whole(Vec<u8>),
    /// Those that are asked for.
    Parts(Parts),
}

impl Bytes {
    fn length(&self) -> u64 {
        match self {
            Bytes::Whole(bytes) => bytes.len() as u64,
            Bytes::Parts(parts) => parts.length(),
        }
    }

    fn get(&self, from: u64, length: u64) -> Result<Option<&[u8]>> {
        match self {
            Bytes::Whole(bytes) => {
                let range = usize::try_from(from).ok().zip(usize::try_from(length).ok());
                Ok(range.and_then(|(from, length)| bytes.get(from..from.checked_add(length)?)))
            }
            Bytes::Parts(parts) => parts.get(from, length),
        }
    }
}

impl AsRef<[u8]> for Body {
    /// All bytes; none of a file that is read in parts.
    fn as_ref(&self) -> &[u8] {
        match &self.bytes {
            Bytes::Whole(bytes) => &bytes[self.base..],
            Bytes::Parts(_) => &[],
        }
    }
}

impl Body {
    /// The length from the superblock on.
    fn length(&self) -> u64 {
        self.bytes.length().saturating_sub(self.base as u64)
    }

    fn get(&self, address: u64, length: u64) -> Result<Option<&[u8]>> {
        address.checked_add(self.base as u64).map_or(Ok(None), |from| self.bytes.get(from, length))
    }
}

/// An open file.
pub struct File<'c> {
    ctx: &'c Context,
    body: Arc<Body>,
    sizes: Sizes,
    pub(super) root: u64,
    pub(super) global_heaps: GlobalHeaps,
    pub(super) group_links: GroupLinks,
}

impl<'c> File<'c> {
    /// The file whose superblock is at `base`.
    ///
    /// # Errors
    /// [`Status::Corrupt`](crate::context::Status::Corrupt).
    pub(super) fn new(ctx: &'c Context, bytes: Bytes, base: usize, writer: Writer) -> Result<Self> {
        let length = bytes.length();
        let superblock = Superblock::read(&bytes, base, writer)
            .map_err(|error| error.during("the HDF5 file cannot be opened: it is damaged or incomplete"))?;
        let budget = Budget::new(length, ctx.memory_limit());
        Ok(File {
            ctx,
            body: Arc::new(Body { bytes, base, budget }),
            sizes: superblock.sizes,
            root: superblock.root,
            global_heaps: GlobalHeaps::default(),
            group_links: GroupLinks::default(),
        })
    }

    /// The length of the file.
    pub fn length(&self) -> u64 {
        self.body.bytes.length()
    }

    /// Whether the parts that were read are in the file as before; true of a file that was read as a whole.
    pub(super) fn are_parts_same(&self) -> Result<bool> {
        match &self.body.bytes {
            Bytes::Whole(_) => Ok(true),
            Bytes::Parts(parts) => parts.are_same(self.ctx),
        }
    }

    /// The state of a file that is read in parts.
    pub(super) fn state(&self) -> Result<Option<State>> {
        match &self.body.bytes {
            Bytes::Whole(_) => Ok(None),
            Bytes::Parts(parts) => parts.state().map(Some),
        }
    }

    pub(super) fn sizes(&self) -> Sizes {
        self.sizes
    }

    pub(super) fn budget(&self) -> &Budget {
        &self.body.budget
    }

    pub(super) fn context(&self) -> &'c Context {
        self.ctx
    }

    pub(super) fn check_cancelled(&self) -> Result<()> {
        self.ctx.check_cancelled()
    }

    /// The bytes at an address.
    pub(super) fn at(&self, address: u64, length: u64) -> Result<&[u8]> {
        let found = self.body.get(address, length)?.ok_or_else(|| self.outside(address, length))?;
        self.budget().look_at(length)?;
        Ok(found)
    }

    /// The bytes at an address, fewer where the file ends earlier.
    pub(super) fn at_most(&self, address: u64, length: u64) -> Result<&[u8]> {
        let left = self.body.length().saturating_sub(address);
        self.at(address, length.min(left))
    }

    /// The bytes at an address, which are not charged to the budget.
    pub(super) fn uncharged(&self, address: u64, length: u64) -> Result<&[u8]> {
        self.body.get(address, length)?.ok_or_else(|| self.outside(address, length))
    }

    /// The bytes at an address, which are wanted once. In a file that is read in parts they take memory only as long as the
    /// caller keeps them.
    pub(super) fn passing(&self, address: u64, length: u64) -> Result<Cow<'_, [u8]>> {
        let Bytes::Parts(parts) = &self.body.bytes else { return self.at(address, length).map(Cow::Borrowed) };
        let from = address.checked_add(self.body.base as u64);
        let found = from.map_or(Ok(None), |from| parts.pass(from, length))?;
        let found = found.ok_or_else(|| self.outside(address, length))?;
        self.budget().look_at(length)?;
        Ok(Cow::Owned(found))
    }

    /// Whether the file reaches as far.
    pub(super) fn has(&self, address: u64, length: u64) -> bool {
        address.checked_add(length).is_some_and(|end| end <= self.body.length())
    }

    /// How many bytes the file has from an address on.
    pub(super) fn left_from(&self, address: u64) -> u64 {
        self.body.length().saturating_sub(address)
    }

    fn outside(&self, address: u64, length: u64) -> Error {
        let has = self.body.length();
        corrupt(format!("{length} bytes are said to lie at {address}, but the file has {has} bytes"))
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
        self.body.length()
    }

    fn read_range(&self, offset: u64, len: usize) -> hdf5_reader::error::Result<hdf5_reader::StorageBuffer> {
        use hdf5_reader::error::Error;
        self.body.budget.look_at(len as u64).map_err(|e| Error::ResourceLimit(e.to_string()))?;
        if let Bytes::Parts(_) = self.body.bytes {
            let found = self.body.get(offset, len as u64).map_err(|e| Error::ResourceLimit(e.to_string()))?;
            let found = found.ok_or(Error::OffsetOutOfBounds(offset))?;
            return Ok(hdf5_reader::StorageBuffer::from_vec(found.to_vec()));
        }
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

/// No superblock is longer.
const LONGEST: u64 = 256;

impl Superblock {
    fn read(file: &Bytes, base: usize, writer: Writer) -> Result<Self> {
        let length = file.length();
        let bytes = file.get(base as u64, LONGEST.min(length.saturating_sub(base as u64)))?;
        let bytes = bytes.ok_or_else(|| corrupt("the superblock lies outside the file"))?;
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
        let began = cursor.offset()?;
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
        let wanted = end.wrapping_sub(began).saturating_add(base as u64);
        if writer == Writer::None && wanted > length {
            return Err(corrupt(format!("the file is cut: it should have {wanted} bytes, but has {length}")));
        }
        Ok(Superblock { sizes: cursor.sizes, root })
    }
}
