//! Chunks whose elements lie side by side among those of the dataset, as those of whole rows do: they are unpacked on several threads.

use super::chunks::Chunks;
use super::damage::corrupt;
use super::index::Entry;
use super::limits::count;
use crate::array::alloc;
use crate::context::{Result, parallel};

/// Less than this, in bytes, one thread unpacks as fast.
const WORTH_IT: u64 = 1 << 20;
/// The unpacked bytes of one piece of a thread's work, at least.
const PIECE: u64 = 1 << 18;

/// The chunks of a dataset, each with its elements.
pub struct Blocks<'c> {
    chunks: &'c Chunks<'c>,
    blocks: Vec<Block<'c>>,
}

struct Block<'c> {
    entry: &'c Entry,
    /// The index of its first element among those that are wanted, and their number.
    at: usize,
    len: usize,
    /// How many elements of the chunk are before them.
    skipped: usize,
}

/// A block and where its elements are written.
type Place<'p, 'c, T> = (&'p Block<'c>, &'p mut [T]);

impl Chunks<'_> {
    /// The chunks as blocks; `None` where their elements do not lie side by side, or are few.
    pub fn blocks(&self) -> Option<Blocks<'_>> {
        let all = (self.entries.len() as u64).saturating_mul(self.bytes);
        if self.entries.len() < 2 || all < WORTH_IT || self.chunk[1..] != self.dims[1..] {
            return None;
        }
        let row = count(&self.dims[1..])?;
        let block = |entry: &'_ Entry| {
            let first = *entry.offsets.first()?;
            let end = first.saturating_add(self.chunk[0]).min(self.dims[0]).min(self.rows.end);
            let start = first.max(self.rows.start);
            let [at, len, skipped] = [start - self.rows.start, end.saturating_sub(start), start - first]
                .map(|rows| rows.checked_mul(row).and_then(|n| usize::try_from(n).ok()));
            Some((at?, len?, skipped?))
        };
        let mut blocks = alloc::vec(self.entries.len()).ok()?;
        for entry in &self.entries {
            let (at, len, skipped) = block(entry)?;
            blocks.push(Block { entry, at, len, skipped });
        }
        blocks.sort_unstable_by_key(|block| block.at);
        Some(Blocks { chunks: self, blocks })
    }
}

impl Blocks<'_> {
    /// Gives the bytes of the elements of each block, and their place among `values`, to `put`.
    ///
    /// # Errors
    /// Those of a damaged chunk.
    pub fn read<T: Send>(&self, values: &mut [T], put: &(dyn Fn(&mut [T], &[u8]) + Sync)) -> Result<()> {
        let mut places: Vec<Place<'_, '_, T>> = alloc::vec(self.blocks.len())?;
        let (mut rest, mut passed) = (values, 0);
        for block in &self.blocks {
            let skip = block.at.checked_sub(passed).filter(|skip| skip + block.len <= rest.len());
            let skip = skip.ok_or_else(|| corrupt("chunks lie one upon the other"))?;
            let (place, behind) = rest[skip..].split_at_mut(block.len);
            places.push((block, place));
            (rest, passed) = (behind, block.at + block.len);
        }
        let each = usize::try_from(PIECE / self.chunks.bytes.max(1)).unwrap_or(1).max(1);
        // What a load reports of its progress is not told by its parts.
        let stage = self.chunks.file.context().whole().part(0.0..0.0);
        parallel::for_each(&stage, places.chunks_mut(each), |places| self.unpack(places, put))
    }

    fn unpack<T>(&self, places: &mut [Place<'_, '_, T>], put: &(dyn Fn(&mut [T], &[u8]) + Sync)) -> Result<()> {
        let mut decoder = self.chunks.decoder()?;
        for (block, place) in places {
            let size = self.chunks.element;
            let (from, to) = (block.skipped * size, (block.skipped + block.len) * size);
            self.chunks.decode(block.entry, &mut decoder, &mut |bytes| {
                put(place, bytes.get(from..to).ok_or_else(|| corrupt("a chunk is too short"))?);
                Ok(())
            })?;
        }
        Ok(())
    }
}
