//! Fractal heaps, which store many links or attributes of an object ("HDF5 File Format Specification", III.G). Managed objects
//! are read here; huge and tiny ones, and those of heaps with filters, by `hdf5-reader`, which reads heaps of several levels
//! wrongly and reads their tables again for each object.

use super::checksum::verified;
use super::cursor::Cursor;
use super::damage::corrupt;
use super::file::{File, from_reader};
use crate::context::Result;
use hdf5_reader::checksum::jenkins_lookup3;
use hdf5_reader::fractal_heap::{FractalHeap, FractalHeapDirectBlockCache};
use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

/// Offsets of 64 bits cannot have more levels of tables.
const MAX_LEVELS: usize = 64;

/// An open heap.
pub struct ObjectHeap<'f> {
    file: &'f File<'f>,
    theirs: FractalHeap,
    their_blocks: FractalHeapDirectBlockCache,
    /// Blocks per row.
    width: u64,
    /// The size of the smallest block, and of the largest that holds objects.
    sizes: (u64, u64),
    /// The sizes of an offset and of a length in an identifier, in bytes.
    fields: (u8, u8),
    tables: HashMap<u64, Rc<Vec<u64>>>,
    blocks: HashMap<u64, &'f [u8]>,
}

impl<'f> ObjectHeap<'f> {
    pub fn open(file: &'f File<'f>, address: u64) -> Result<Self> {
        let sizes = file.sizes();
        let theirs = FractalHeap::parse_at_storage(&file.storage(), address, sizes.offsets, sizes.lengths)
            .map_err(from_reader)?;
        let (width, least, most) =
            (u64::from(theirs.table_width), theirs.starting_block_size, theirs.max_direct_block_size);
        let powers = width.is_power_of_two() && least.is_power_of_two() && most.is_power_of_two();
        let fits =
            powers && least <= most && (1..=64).contains(&theirs.max_heap_size) && least.checked_mul(width).is_some();
        if !fits || theirs.max_managed_object_size == 0 {
            return Err(corrupt("a heap has impossible parameters"));
        }
        let length = most.ilog2().div_ceil(8).min(theirs.max_managed_object_size.ilog2().div_ceil(8));
        let fields = (theirs.max_heap_size.div_ceil(8) as u8, length as u8);
        Ok(ObjectHeap {
            file,
            theirs,
            their_blocks: FractalHeapDirectBlockCache::default(),
            width,
            sizes: (least, most),
            fields,
            tables: HashMap::new(),
            blocks: HashMap::new(),
        })
    }

    /// The object with this identifier.
    pub fn object(&mut self, id: &[u8]) -> Result<Cow<'f, [u8]>> {
        let kind = id.first().copied().ok_or_else(|| corrupt("a heap's object has no identifier"))? >> 4;
        if kind != 0 || self.theirs.io_filters_len > 0 {
            let sizes = self.file.sizes();
            let storage = self.file.storage();
            return self
                .theirs
                .get_object_storage_cached(id, &storage, sizes.offsets, sizes.lengths, &mut self.their_blocks)
                .map(Cow::Owned)
                .map_err(from_reader);
        }
        let mut cursor = Cursor::new(&id[1..], self.file.sizes());
        let (offset, length) = (cursor.number(self.fields.0)?, cursor.number(self.fields.1)?);
        let (block, start) = self.find(offset)?;
        let at = (offset - start) as usize;
        let object = usize::try_from(length).ok().and_then(|length| block.get(at..at.checked_add(length)?));
        object.map(Cow::Borrowed).ok_or_else(|| corrupt("a heap's object reaches beyond its block"))
    }

    /// The block that holds an offset, and the offset at which it begins.
    fn find(&mut self, offset: u64) -> Result<(&'f [u8], u64)> {
        let mut address = self.theirs.root_block_address;
        let mut rows = u64::from(self.theirs.current_rows_in_root_indirect);
        if rows == 0 {
            return Ok((self.block(address, self.sizes.0, 0)?, 0));
        }
        let (least, most) = self.sizes;
        let first_row = least * self.width;
        // Rows whose blocks hold objects; those of later rows are tables.
        let direct_rows = u64::from(most.ilog2() - least.ilog2()) + 2;
        let mut start = 0;
        for _ in 0..MAX_LEVELS {
            let relative = offset - start;
            let row = if relative < first_row { 0 } else { u64::from(relative.ilog2() - first_row.ilog2()) + 1 };
            let size = if row == 0 { least } else { least << (row - 1) };
            let row_start = if row == 0 { 0 } else { first_row << (row - 1) };
            let column = (relative - row_start) / size;
            if row >= rows {
                return Err(corrupt("a heap's object lies outside of its heap"));
            }
            let table = self.table(address, rows, start)?;
            address = table[(row * self.width + column) as usize];
            start += row_start + column * size;
            if self.file.sizes().undefined(address) {
                return Err(corrupt("a heap's object lies in a block that is not there"));
            }
            if row < direct_rows {
                return Ok((self.block(address, size, start)?, start));
            }
            rows = u64::from(size.ilog2()).checked_sub(u64::from(first_row.ilog2())).map_or(0, |rows| rows + 1);
        }
        Err(corrupt("the tables of a heap lead in a circle"))
    }

    /// The head of a block, which gives its offset in the heap.
    fn head(&self, bytes: &'f [u8], signature: &[u8; 4], offset: u64) -> Result<Cursor<'f>> {
        let mut cursor = Cursor::new(bytes, self.file.sizes());
        cursor.signature(signature)?;
        cursor.version("a block of a heap", 0..=0)?;
        cursor.offset()?;
        if cursor.number(self.fields.0)? != offset {
            return Err(corrupt("a block of a heap is not the one that is looked for"));
        }
        Ok(cursor)
    }

    /// The addresses in a table with this many rows.
    fn table(&mut self, address: u64, rows: u64, offset: u64) -> Result<Rc<Vec<u64>>> {
        if let Some(known) = self.tables.get(&address) {
            if known.len() as u64 != rows * self.width {
                return Err(corrupt("a table of a heap has two sizes"));
            }
            return Ok(known.clone());
        }
        let file = self.file;
        let offsets = u64::from(file.sizes().offsets);
        let length = 5 + offsets + u64::from(self.fields.0) + rows * self.width * offsets + 4;
        let bytes = verified(file.at(address, length)?)?;
        let mut cursor = self.head(bytes, b"FHIB", offset)?;
        let table = (0..rows * self.width).map(|_| cursor.offset()).collect::<Result<Vec<u64>>>()?;
        file.budget().decode(8 * table.len() as u64)?;
        let table = Rc::new(table);
        self.tables.insert(address, table.clone());
        Ok(table)
    }

    /// A block of objects; their offsets count from its start.
    fn block(&mut self, address: u64, size: u64, offset: u64) -> Result<&'f [u8]> {
        if let Some(known) = self.blocks.get(&address) {
            return if known.len() as u64 == size {
                Ok(known)
            } else {
                Err(corrupt("a block of a heap has two sizes"))
            };
        }
        let file = self.file;
        let bytes = file.at(address, size)?;
        let mut cursor = self.head(bytes, b"FHDB", offset)?;
        if self.theirs.flags & 2 != 0 {
            let at = cursor.position();
            let sum = cursor.u32()?;
            // The checksum is computed with zeros in its own place.
            let mut zeroed = bytes.to_vec();
            zeroed[at..at + 4].fill(0);
            if jenkins_lookup3(&zeroed) != sum {
                return Err(corrupt("the checksum of a heap's block does not fit"));
            }
        }
        self.blocks.insert(address, bytes);
        Ok(bytes)
    }
}
