//! Chunk indexes: B-trees of version 1, fixed and extensible arrays ("HDF5 File Format Specification", III.A.1,
//! VII.C, VII.D). `hdf5-reader` reads them too, but ignores the checksums of arrays and the order of keys, and
//! numbers the chunks of a fixed array by the extent, not by the largest one.

use super::checksum::verified;
use super::cursor::Cursor;
use super::damage::corrupt;
use super::file::File;
use super::limits::count;
use crate::context::Result;

/// A B-tree with more levels is damaged.
const MAX_LEVELS: u8 = 32;

/// The place of a chunk in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub address: u64,
    /// Its size in the file in bytes; 0 if it follows from its shape.
    pub size: u64,
    /// Bit i is set if filter i was not applied.
    pub filter_mask: u32,
    /// The index of its first element.
    pub offsets: Vec<u64>,
}

/// The leaves of a B-tree of version 1.
pub fn btree_1(file: &File<'_>, address: u64, rank: usize) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    let root = node_1(file, address, rank, None, &mut entries)?;
    let mut nodes = root;
    // Level by level, so that each node's keys are known to lie between those of its parent.
    while let Some((address, level)) = nodes.pop() {
        let below = node_1(file, address, rank, Some(level), &mut entries)?;
        nodes.extend(below);
    }
    entries.sort_by(|a, b| a.offsets.cmp(&b.offsets));
    Ok(entries)
}

/// Reads a node: its children, or its chunks.
fn node_1(
    file: &File<'_>,
    address: u64,
    rank: usize,
    parent: Option<u8>,
    entries: &mut Vec<Entry>,
) -> Result<Vec<(u64, u8)>> {
    let sizes = file.sizes();
    let head = 8 + 2 * u64::from(sizes.offsets);
    let mut cursor = Cursor::new(file.at(address, head)?, sizes);
    cursor.signature(b"TREE")?;
    let (kind, level) = (cursor.u8()?, cursor.u8()?);
    let used = u64::from(cursor.u16()?);
    // The key of a chunk: its size, filters left out, and where it begins, with the byte within an element, 0.
    let key = 8 + 8 * (rank as u64 + 1);
    if kind != 1 || level >= parent.unwrap_or(MAX_LEVELS) {
        return Err(corrupt("the index of chunks is no B-tree of chunks, or leads in a circle"));
    }
    let length = head + used * (key + u64::from(sizes.offsets)) + key;
    let mut cursor = Cursor::new(file.at(address, length)?, sizes);
    cursor.skip(head as usize)?;
    let mut children = Vec::new();
    let mut last: Option<Vec<u64>> = None;
    for i in 0..=used {
        let (size, filter_mask) = (u64::from(cursor.u32()?), cursor.u32()?);
        let mut offsets = (0..=rank).map(|_| cursor.number(8)).collect::<Result<Vec<u64>>>()?;
        if last.as_ref().is_some_and(|last| *last >= offsets) {
            return Err(corrupt("the keys of a B-tree of chunks are out of order"));
        }
        last = Some(offsets.clone());
        if i == used {
            break;
        }
        let address = cursor.offset()?;
        if level > 0 {
            children.push((address, level));
        } else {
            if offsets.pop() != Some(0) {
                return Err(corrupt("a chunk begins within an element"));
            }
            // The size is given for chunks without filters too; it is 0 in the last key alone.
            if size == 0 {
                return Err(corrupt(format!("the chunk at {offsets:?} is said to take no bytes")));
            }
            entries.push(Entry { address, size, filter_mask, offsets });
        }
    }
    Ok(children)
}

/// How the chunks of an array are numbered: in C order over the largest extent; the axis without a limit comes first.
struct Numbering {
    /// The axes in the order of numbering.
    order: Vec<usize>,
    /// The number of chunks along each limited axis of `order`.
    most: Vec<u64>,
    chunk: Vec<u64>,
    /// Chunks within the extent, along each axis.
    inside: Vec<u64>,
}

impl Numbering {
    fn new(dims: &[u64], max_dims: &[u64], chunk: &[u64]) -> Result<Self> {
        let mut order: Vec<usize> = (0..dims.len()).collect();
        if let Some(open) = max_dims.iter().position(|&n| n == u64::MAX) {
            order.remove(open);
            order.insert(0, open);
        }
        let most: Vec<u64> = order.iter().map(|&i| max_dims[i].div_ceil(chunk[i])).collect();
        if count(&most[1..]).is_none() {
            return Err(corrupt("a dataset may have more chunks than can be numbered"));
        }
        let inside = dims.iter().zip(chunk).map(|(n, c)| n.div_ceil(*c)).collect();
        Ok(Numbering { order, most, chunk: chunk.to_vec(), inside })
    }

    /// The first element of the chunk with a number; `None` beyond the extent.
    fn offsets(&self, mut number: u64) -> Option<Vec<u64>> {
        let mut offsets = vec![0; self.chunk.len()];
        for (k, &axis) in self.order.iter().enumerate().rev() {
            let at = if k == 0 { number } else { number % self.most[k].max(1) };
            number = if k == 0 { 0 } else { number / self.most[k].max(1) };
            if at >= self.inside[axis] {
                return None;
            }
            offsets[axis] = at * self.chunk[axis];
        }
        Some(offsets)
    }
}

/// A reader of an array's elements.
struct Elements<'f> {
    file: &'f File<'f>,
    numbering: Numbering,
    /// The bytes of an element, and whether it has a size and a filter mask.
    size: u64,
    filtered: bool,
    entries: Vec<Entry>,
}

impl<'f> Elements<'f> {
    fn new(file: &'f File<'f>, client: u8, size: u8, numbering: Numbering) -> Result<Self> {
        let (filtered, least) = match client {
            0 => (false, file.sizes().offsets),
            1 => (true, file.sizes().offsets + 4),
            _ => return Err(corrupt(format!("an array of chunks holds elements of the unknown kind {client}"))),
        };
        if size < least || size > least + 8 {
            return Err(corrupt(format!("an array of chunks has elements of {size} bytes")));
        }
        Ok(Elements { file, numbering, size: u64::from(size), filtered, entries: Vec::new() })
    }

    /// Reads elements; the first has this number.
    fn take(&mut self, cursor: &mut Cursor<'f>, first: u64, elements: u64) -> Result<()> {
        let sizes = self.file.sizes();
        for i in 0..elements {
            let mut cursor = Cursor::new(cursor.take(self.size as usize)?, sizes);
            let address = cursor.offset()?;
            let (size, filter_mask) = match self.filtered {
                true => (cursor.number(self.size as u8 - sizes.offsets - 4)?, cursor.u32()?),
                false => (0, 0),
            };
            if sizes.undefined(address) {
                continue;
            }
            if let Some(offsets) = first.checked_add(i).and_then(|number| self.numbering.offsets(number)) {
                self.entries.push(Entry { address, size, filter_mask, offsets });
            }
        }
        Ok(())
    }

    /// A run of elements with its checksum.
    fn run(&mut self, address: u64, first: u64, elements: u64) -> Result<()> {
        let length = elements.checked_mul(self.size).and_then(|n| n.checked_add(4));
        let length = length.ok_or_else(|| corrupt("an array of chunks is too large"))?;
        let mut cursor = Cursor::new(verified(self.file.at(address, length)?)?, self.file.sizes());
        self.take(&mut cursor, first, elements)
    }
}

/// The bytes of a block, whose checksum is verified. The cursor is placed after signature, version, client and the
/// address of the header.
fn block<'f>(file: &'f File<'f>, address: u64, signature: &[u8; 4], more: u64) -> Result<Cursor<'f>> {
    let length = more.checked_add(10 + u64::from(file.sizes().offsets));
    let length = length.ok_or_else(|| corrupt("an array of chunks is too large"))?;
    let mut cursor = Cursor::new(verified(file.at(address, length)?)?, file.sizes());
    cursor.signature(signature)?;
    cursor.version("a block of an array of chunks", 0..=0)?;
    cursor.skip(1)?;
    cursor.offset()?;
    Ok(cursor)
}

fn beyond(address: u64, bytes: u64) -> Result<u64> {
    address.checked_add(bytes).ok_or_else(|| corrupt("an array of chunks lies outside the file"))
}

/// The chunks of a fixed array (VII.C).
pub fn fixed_array<'f>(file: &'f File<'f>, address: u64, [dims, max_dims, chunk]: [&[u64]; 3]) -> Result<Vec<Entry>> {
    let sizes = file.sizes();
    let length = 12 + u64::from(sizes.lengths) + u64::from(sizes.offsets);
    let mut head = Cursor::new(verified(file.at(address, length)?)?, sizes);
    head.signature(b"FAHD")?;
    head.version("a fixed array", 0..=0)?;
    let (client, size, page_bits) = (head.u8()?, head.u8()?, head.u8()?);
    let (elements, data) = (head.length()?, head.offset()?);
    let mut found = Elements::new(file, client, size, Numbering::new(dims, max_dims, chunk)?)?;
    if sizes.undefined(data) {
        return Ok(found.entries);
    }
    let page = 1u64.checked_shl(u32::from(page_bits)).unwrap_or(u64::MAX);
    if elements <= page {
        let more = elements.checked_mul(found.size).ok_or_else(|| corrupt("a fixed array is too large"))?;
        let mut cursor = block(file, data, b"FADB", more)?;
        found.take(&mut cursor, 0, elements)?;
        return Ok(found.entries);
    }
    let pages = elements.div_ceil(page);
    let mut cursor = block(file, data, b"FADB", pages.div_ceil(8))?;
    let initialized = cursor.take(pages.div_ceil(8) as usize)?;
    let mut at = beyond(data, 10 + u64::from(sizes.offsets) + pages.div_ceil(8))?;
    for i in 0..pages {
        let n = page.min(elements - i * page);
        if initialized[i as usize / 8] & 0x80 >> (i % 8) != 0 {
            found.run(at, i * page, n)?;
        }
        at = beyond(at, n.saturating_mul(found.size).saturating_add(4))?;
    }
    Ok(found.entries)
}

/// The chunks of an extensible array (VII.D). Its elements are in the index block, in data blocks that the index block
/// lists, and in data blocks that secondary blocks list. On every second level the blocks are twice as large.
pub fn extensible_array<'f>(
    file: &'f File<'f>,
    address: u64,
    [dims, max_dims, chunk]: [&[u64]; 3],
) -> Result<Vec<Entry>> {
    let sizes = file.sizes();
    let length = 16 + 6 * u64::from(sizes.lengths) + u64::from(sizes.offsets);
    let mut head = Cursor::new(verified(file.at(address, length)?)?, sizes);
    head.signature(b"EAHD")?;
    head.version("an extensible array", 0..=0)?;
    let (client, size) = (head.u8()?, head.u8()?);
    let bits = head.u8()?;
    let inline = u64::from(head.u8()?);
    let (least, pointers, page_bits) = (u64::from(head.u8()?), u64::from(head.u8()?), head.u8()?);
    for _ in 0..6 {
        head.length()?;
    }
    let index = head.offset()?;
    let mut found = Elements::new(file, client, size, Numbering::new(dims, max_dims, chunk)?)?;
    if sizes.undefined(index) {
        return Ok(found.entries);
    }
    if !least.is_power_of_two() || !pointers.is_power_of_two() || bits > 64 || u32::from(bits) < least.ilog2() {
        return Err(corrupt("an extensible array has impossible parameters"));
    }
    let offset_bytes = u64::from(bits.div_ceil(8));
    let page = 1u64.checked_shl(u32::from(page_bits)).unwrap_or(u64::MAX);
    let levels = 1 + u32::from(bits) - least.ilog2();
    // Levels whose data blocks the index block lists.
    let direct = (2 * pointers.ilog2()).min(levels);
    let shape = |level: u32| {
        let blocks = 1u64.checked_shl(level / 2)?;
        Some((blocks, least.checked_mul(1u64.checked_shl(level.div_ceil(2))?)?))
    };
    let shape = |level| shape(level).ok_or_else(|| corrupt("an extensible array is too large"));
    let mut direct_blocks = 0;
    for level in 0..direct {
        direct_blocks += shape(level)?.0;
    }
    let addresses = (direct_blocks + u64::from(levels - direct)) * u64::from(sizes.offsets);
    let mut cursor = block(file, index, b"EAIB", inline * found.size + addresses)?;
    found.take(&mut cursor, 0, inline)?;
    let mut first = inline;
    let mut data_block = |address: u64, first: u64, elements: u64, pages: Option<(&[u8], u64)>| -> Result<()> {
        if elements <= page {
            let more = elements.checked_mul(found.size).and_then(|n| n.checked_add(offset_bytes));
            let mut cursor = block(file, address, b"EADB", more.unwrap_or(u64::MAX))?;
            cursor.skip(offset_bytes as usize)?;
            return found.take(&mut cursor, first, elements);
        }
        block(file, address, b"EADB", offset_bytes)?;
        let (pages, bit) = pages.ok_or_else(|| corrupt("a block of an extensible array is larger than it can be"))?;
        let mut at = beyond(address, 10 + u64::from(sizes.offsets) + offset_bytes)?;
        for i in 0..elements / page {
            // The bits of all blocks of a level follow each other.
            if pages[(bit + i) as usize / 8] & 0x80 >> ((bit + i) % 8) != 0 {
                found.run(at, first.saturating_add(i.saturating_mul(page)), page)?;
            }
            at = beyond(at, page.saturating_mul(found.size).saturating_add(4))?;
        }
        Ok(())
    };
    for level in 0..levels {
        let (blocks, elements) = shape(level)?;
        if level < direct {
            for _ in 0..blocks {
                let address = cursor.offset()?;
                if !sizes.undefined(address) {
                    data_block(address, first, elements, None)?;
                }
                first = beyond(first, elements)?;
            }
            continue;
        }
        let address = cursor.offset()?;
        let all = blocks.saturating_mul(elements);
        if !sizes.undefined(address) {
            let pages = if elements > page { (elements / page).div_ceil(8) } else { 0 };
            let more = blocks.checked_mul(pages + u64::from(sizes.offsets)).and_then(|n| n.checked_add(offset_bytes));
            let mut secondary = block(file, address, b"EASB", more.unwrap_or(u64::MAX))?;
            secondary.skip(offset_bytes as usize)?;
            let bitmaps = secondary.take((blocks * pages) as usize)?;
            for i in 0..blocks {
                let address = secondary.offset()?;
                if !sizes.undefined(address) {
                    data_block(
                        address,
                        first.saturating_add(i.saturating_mul(elements)),
                        elements,
                        Some((bitmaps, i * (elements / page))),
                    )?;
                }
            }
        }
        first = first.saturating_add(all);
    }
    Ok(found.entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_numbered_over_the_largest_extent() {
        let numbering = Numbering::new(&[5, 5], &[5, 20], &[2, 5]).unwrap();
        assert_eq!(numbering.offsets(0), Some(vec![0, 0]));
        assert_eq!(numbering.offsets(1), None);
        assert_eq!(numbering.offsets(4), Some(vec![2, 0]));
        assert_eq!(numbering.offsets(12), None);
        let open = Numbering::new(&[4, 9], &[4, u64::MAX], &[2, 3]).unwrap();
        assert_eq!(open.offsets(1), Some(vec![2, 0]));
        assert_eq!(open.offsets(2), Some(vec![0, 3]));
        assert_eq!(open.offsets(u64::MAX), None);
    }
}
