//! Chunks: where they are stored, and how they become elements ("HDF5 File Format Specification", III.A, VII).

use super::damage::corrupt;
use super::datatype::Datatype;
use super::file::{File, from_reader};
use super::filters::Decoder;
use super::index::{Entry, btree_1, extensible_array, fixed_array};
use super::layout::{Chunking, Filter, Index};
use super::limits::{MAX_COMPRESSION, count};
use super::space::Space;
use crate::array::alloc;
use crate::context::Result;
use hdf5_reader::chunk_index::collect_v2_chunk_entries_storage;
use std::collections::HashSet;
use std::ops::Range;

/// The chunks of a dataset.
pub struct Chunks<'f> {
    pub(super) file: &'f File<'f>,
    /// The lengths of the dataset's axes.
    pub(super) dims: Vec<u64>,
    /// The indices along the first axis that are wanted.
    pub(super) rows: Range<u64>,
    pub(super) chunk: Vec<u64>,
    pub(super) element: usize,
    /// The bytes of a decoded chunk.
    pub(super) bytes: u64,
    pub(super) entries: Vec<Entry>,
    filters: Vec<Filter>,
    whole_edges: bool,
}

/// Approximately the memory that one entry of the list of chunks takes, in bytes.
const EACH_ENTRY: usize = 128;

impl<'f> Chunks<'f> {
    pub fn new(
        file: &'f File<'f>,
        chunking: Chunking,
        space: &Space,
        datatype: &Datatype,
        filters: Vec<Filter>,
    ) -> Result<Self> {
        let dims = space.dims.clone().unwrap_or_default();
        if dims.len() != chunking.dims.len() || chunking.element != datatype.size as u64 {
            return Err(corrupt(format!(
                "a dataset of shape {dims:?} with elements of {} bytes has chunks of {:?} with {}",
                datatype.size, chunking.dims, chunking.element
            )));
        }
        let chunk: Vec<u64> = chunking.dims.iter().map(|&n| u64::from(n)).collect();
        let bytes = count(&chunk).and_then(|n| n.checked_mul(chunking.element)).filter(|&n| n <= u64::from(u32::MAX));
        let bytes = bytes.ok_or_else(|| corrupt(format!("chunks of {chunk:?} are larger than 4 GiB")))?;
        let mut chunks = Chunks {
            file,
            rows: 0..dims.first().copied().unwrap_or(0),
            dims,
            chunk,
            element: datatype.size,
            bytes,
            entries: Vec::new(),
            filters,
            whole_edges: chunking.whole_edges,
        };
        if !file.sizes().undefined(chunking.address) && !chunks.dims.contains(&0) {
            chunks.entries = chunks.find(&chunking, &space.max_dims)?;
            file.budget().decode((chunks.entries.len() * EACH_ENTRY) as u64)?;
            chunks.check()?;
        }
        Ok(chunks)
    }

    fn find(&self, chunking: &Chunking, max_dims: &[u64]) -> Result<Vec<Entry>> {
        let (file, address) = (self.file, chunking.address);
        let shapes = [&self.dims[..], max_dims, &self.chunk[..]];
        match chunking.index {
            Index::BTree1 => btree_1(file, address, self.dims.len()),
            Index::Single(stored) => {
                let (size, filter_mask) = stored.unwrap_or((self.bytes, 0));
                Ok(vec![Entry { address, size, filter_mask, offsets: vec![0; self.dims.len()] }])
            }
            Index::Implicit => self.implicit(address),
            Index::FixedArray => fixed_array(file, address, shapes),
            Index::ExtensibleArray => extensible_array(file, address, shapes),
            Index::BTree2 => {
                let (sizes, rank) = (file.sizes(), self.dims.len() as u32);
                let (offsets, lengths, chunk) = (sizes.offsets, sizes.lengths, &chunking.dims[..]);
                let found =
                    collect_v2_chunk_entries_storage(&file.storage(), address, offsets, lengths, rank, chunk, None)
                        .map_err(from_reader)?;
                let entry = |theirs: hdf5_reader::chunk_index::ChunkEntry| Entry {
                    address: theirs.address,
                    size: theirs.size,
                    filter_mask: theirs.filter_mask,
                    offsets: theirs.offsets,
                };
                let entries: Vec<Entry> = found.into_iter().map(entry).collect();
                // Who searches in a tree that is out of order finds some chunks and not others (III.A.2: records are sorted).
                match entries.windows(2).find(|pair| pair[0].offsets >= pair[1].offsets) {
                    Some(pair) => Err(corrupt(format!(
                        "a chunk is said to lie at {:?}, out of the order of the others",
                        pair[0].offsets
                    ))),
                    None => Ok(entries),
                }
            }
        }
    }

    /// All chunks are stored one after the other (VII.B).
    fn implicit(&self, address: u64) -> Result<Vec<Entry>> {
        let grid: Vec<u64> = self.dims.iter().zip(&self.chunk).map(|(n, c)| n.div_ceil(*c)).collect();
        let chunks = count(&grid).filter(|n| n.checked_mul(self.bytes).is_some_and(|all| all <= self.file.length()));
        let chunks = chunks.ok_or_else(|| corrupt("a dataset has more chunks than the file has room for"))?;
        let mut entries = alloc::vec(chunks as usize)?;
        let mut at = vec![0; grid.len()];
        for i in 0..chunks {
            let offsets = at.iter().zip(&self.chunk).map(|(i, c)| i * c).collect();
            let address =
                address.checked_add(i * self.bytes).ok_or_else(|| corrupt("a chunk lies outside the file"))?;
            entries.push(Entry { address, size: self.bytes, filter_mask: 0, offsets });
            advance(&mut at, &grid);
        }
        Ok(entries)
    }

    /// Checks that every chunk is on the grid and occurs once.
    fn check(&mut self) -> Result<()> {
        let sizes = self.file.sizes();
        self.entries.retain(|entry| !sizes.undefined(entry.address));
        let mut seen = HashSet::with_capacity(self.entries.len());
        for entry in &mut self.entries {
            if self.filters.is_empty() {
                // Only a B-tree of version 1 gives the size of chunks without filters.
                if entry.size != 0 && entry.size != self.bytes {
                    return Err(corrupt(format!("a chunk of {} bytes is said to take {}", self.bytes, entry.size)));
                }
                entry.size = self.bytes;
            }
            let on_grid = entry.offsets.iter().zip(&self.chunk).all(|(at, chunk)| at % chunk == 0);
            if !on_grid || !seen.insert(&entry.offsets) {
                return Err(corrupt(format!("a chunk is said to lie at {:?}, off the grid or twice", entry.offsets)));
            }
        }
        Ok(())
    }

    /// Leaves out what is not within these indices of the first axis; the elements are counted from the first of them.
    pub fn keep_rows(&mut self, rows: Range<u64>) {
        let long = self.chunk[0];
        self.entries.retain(|entry| entry.offsets[0] < rows.end && entry.offsets[0].saturating_add(long) > rows.start);
        self.rows = rows;
    }

    /// Leaves out the chunks behind the end of a file that was cut.
    pub fn drop_beyond_end(&mut self) {
        let file = self.file;
        self.entries.retain(|entry| file.has(entry.address, entry.size));
    }

    /// Calls `put` for each run of elements that have a chunk, with the index of its first element and its length.
    pub fn each_place(&self, put: &mut dyn FnMut(usize, usize)) {
        for entry in self.entries.iter().filter(|entry| entry.offsets.iter().zip(&self.dims).all(|(at, n)| at < n)) {
            let _: Result<()> = self.runs(&entry.offsets, &mut |_, to, run| {
                put(to, run);
                Ok(())
            });
        }
    }

    /// How many elements of the dataset have a chunk in the file.
    pub fn written(&self) -> u64 {
        let inside = |entry: &Entry| -> u64 {
            let lengths = entry.offsets.iter().zip(&self.dims).zip(&self.chunk);
            lengths.map(|((at, n), chunk)| n.saturating_sub(*at).min(*chunk)).product()
        };
        self.entries.iter().map(inside).fold(0, u64::saturating_add)
    }

    /// How many bytes the file spends on the chunks.
    pub fn stored(&self) -> u64 {
        self.entries.iter().fold(0, |sum, entry| entry.size.saturating_add(sum))
    }

    /// Calls `put` for each run of elements, with the index of its first element and its bytes.
    pub fn each_run(&self, put: &mut dyn FnMut(usize, &[u8]) -> Result<()>) -> Result<()> {
        let mut decoder = self.decoder()?;
        for entry in &self.entries {
            // A dataset that was made smaller may still have chunks beyond its extent.
            if entry.offsets.iter().zip(&self.dims).any(|(at, n)| at >= n) {
                continue;
            }
            self.decode(entry, &mut decoder, &mut |decoded| self.scatter(&entry.offsets, decoded, put))?;
        }
        Ok(())
    }

    /// What undoes the filters of these chunks.
    pub(super) fn decoder(&self) -> Result<Decoder<'_>> {
        Decoder::new(&self.filters, self.element, self.bytes)
    }

    /// Gives the bytes of a chunk, without its filters, to `take`.
    pub(super) fn decode(
        &self,
        entry: &Entry,
        decoder: &mut Decoder<'_>,
        take: &mut dyn FnMut(&[u8]) -> Result<()>,
    ) -> Result<()> {
        self.file.check_cancelled()?;
        if self.bytes > self.file.budget().small() && self.bytes / MAX_COMPRESSION > entry.size {
            return Err(corrupt(format!("a chunk claims {} bytes, but the file stores {}", self.bytes, entry.size)));
        }
        let bytes = self.file.passing(entry.address, entry.size)?;
        let edge = entry.offsets.iter().zip(&self.dims).zip(&self.chunk).any(|((at, n), c)| at + c > *n);
        take(if self.filters.is_empty() || (edge && self.whole_edges) {
            bytes.get(..self.bytes as usize).ok_or_else(|| corrupt("a chunk is too short"))?
        } else {
            self.file.budget().unpack(self.bytes)?;
            decoder
                .decode(&bytes, entry.filter_mask)
                .map_err(|error| error.during(format!("the chunk at {:?} cannot be read", entry.offsets)))?
        })
    }

    /// Gives the rows of a chunk to `put`, without what is outside of the dataset.
    fn scatter(&self, offsets: &[u64], bytes: &[u8], put: &mut dyn FnMut(usize, &[u8]) -> Result<()>) -> Result<()> {
        self.runs(offsets, &mut |from, to, run| {
            let row = bytes.get(from * self.element..(from + run) * self.element);
            put(to, row.ok_or_else(|| corrupt("a chunk is too short"))?)
        })
    }

    /// The runs of elements of a chunk: the first one's index in the chunk and among what is wanted, and their number.
    fn runs(&self, offsets: &[u64], each: &mut dyn FnMut(usize, usize, usize) -> Result<()>) -> Result<()> {
        let rank = self.dims.len();
        let mut inside: Vec<u64> = (0..rank).map(|i| self.chunk[i].min(self.dims[i] - offsets[i])).collect();
        // Along the first axis there may be elements before and behind those that are wanted.
        let skipped = self.rows.start.saturating_sub(offsets[0]);
        inside[0] = (offsets[0] + inside[0]).min(self.rows.end).saturating_sub(offsets[0] + skipped);
        let (lines, run) = inside.split_at(rank - 1);
        let run = run[0];
        let rows = count(lines).unwrap_or(0);
        let mut at = vec![0u64; rank - 1];
        for _ in 0..rows {
            let (mut from, mut to) = (0, 0);
            for (i, offset) in offsets.iter().enumerate() {
                let first = i == 0;
                let index = at.get(i).copied().unwrap_or(0) + if first { skipped } else { 0 };
                from = from * self.chunk[i] + index;
                to = to * self.dims[i] + offset + index - if first { self.rows.start } else { 0 };
            }
            each(from as usize, to as usize, run as usize)?;
            advance(&mut at, lines);
        }
        Ok(())
    }
}

/// The next index in C order.
fn advance(at: &mut [u64], dims: &[u64]) {
    for (i, n) in at.iter_mut().zip(dims).rev() {
        *i += 1;
        if *i < *n {
            return;
        }
        *i = 0;
    }
}
