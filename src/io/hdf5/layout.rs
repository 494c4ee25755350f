//! How a dataset's values are stored: its layout, filter pipeline and fill value ("HDF5 File Format Specification",
//! IV.A.2.i, IV.A.2.l, IV.A.2.e and f).

use super::cursor::Cursor;
use super::damage::corrupt;
use super::space::MAX_RANK;
use crate::context::Result;

/// Where the values are stored.
#[derive(Debug, Clone, PartialEq)]
pub enum Layout<'f> {
    /// In the object's header.
    Compact(&'f [u8]),
    /// In one run; its size, if the file gives it.
    Contiguous { address: u64, size: Option<u64> },
    /// In chunks.
    Chunked(Chunking),
    /// In other datasets; the place of their list in the global heap.
    Virtual { heap: u64, index: u32 },
}

/// The shape of chunks, and their index.
#[derive(Debug, Clone, PartialEq)]
pub struct Chunking {
    pub dims: Vec<u32>,
    /// The bytes of an element.
    pub element: u64,
    pub index: Index,
    pub address: u64,
    /// Whether chunks that reach beyond the extent are stored without filters.
    pub whole_edges: bool,
}

/// The index of chunks ("HDF5 File Format Specification", VII).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Index {
    BTree1,
    /// One chunk, with its size and its filter mask where it has filters.
    Single(Option<(u64, u32)>),
    Implicit,
    FixedArray,
    ExtensibleArray,
    BTree2,
}

impl<'f> Layout<'f> {
    pub fn parse(mut cursor: Cursor<'f>) -> Result<Self> {
        let version = cursor.version("a data layout", 1..=5)?;
        if version < 3 {
            return Self::parse_old(cursor, version);
        }
        match (cursor.u8()?, version) {
            (0, _) => {
                let size = cursor.u16()?;
                Ok(Layout::Compact(cursor.take(usize::from(size))?))
            }
            (1, _) => Ok(Layout::Contiguous { address: cursor.offset()?, size: Some(cursor.length()?) }),
            (2, 3) => {
                let axes = cursor.u8()?;
                let address = cursor.offset()?;
                let dims = dims(&mut cursor, axes, 4)?;
                chunked(dims, Index::BTree1, address, false)
            }
            (2, _) => Self::parse_chunks(cursor),
            (3, 4..) => Ok(Layout::Virtual { heap: cursor.offset()?, index: cursor.u32()? }),
            (class, _) => Err(corrupt(format!("a data layout has the unknown class {class}"))),
        }
    }

    fn parse_old(mut cursor: Cursor<'f>, version: u8) -> Result<Self> {
        let axes = cursor.u8()?;
        let class = cursor.u8()?;
        cursor.skip(5)?;
        let address = if class == 0 { 0 } else { cursor.offset()? };
        if usize::from(axes) > MAX_RANK + 1 {
            return Err(corrupt(format!("a data layout of version {version} has {axes} axes")));
        }
        let dims = dims(&mut cursor, axes, 4)?;
        match class {
            0 => {
                let size = cursor.u32()? as usize;
                Ok(Layout::Compact(cursor.take(size)?))
            }
            1 => Ok(Layout::Contiguous { address, size: None }),
            2 => chunked(dims, Index::BTree1, address, false),
            _ => Err(corrupt(format!("a data layout has the unknown class {class}"))),
        }
    }

    fn parse_chunks(mut cursor: Cursor<'f>) -> Result<Self> {
        let flags = cursor.u8()?;
        let axes = cursor.u8()?;
        let width = cursor.u8()?;
        let dims = dims(&mut cursor, axes, width)?;
        let index = match cursor.u8()? {
            1 if flags & 2 != 0 => Index::Single(Some((cursor.length()?, cursor.u32()?))),
            1 => Index::Single(None),
            2 => Index::Implicit,
            3 => {
                cursor.skip(1)?;
                Index::FixedArray
            }
            4 => {
                cursor.skip(5)?;
                Index::ExtensibleArray
            }
            5 => {
                cursor.skip(6)?;
                Index::BTree2
            }
            other => return Err(corrupt(format!("chunks have an index of the unknown kind {other}"))),
        };
        let address = cursor.offset()?;
        chunked(dims, index, address, flags & 1 != 0)
    }
}

fn dims(cursor: &mut Cursor<'_>, axes: u8, width: u8) -> Result<Vec<u64>> {
    if usize::from(axes) > MAX_RANK + 1 {
        return Err(corrupt(format!("chunks have {axes} axes; allowed: {MAX_RANK} and the element")));
    }
    (0..axes).map(|_| cursor.number(width)).collect()
}

/// A layout in chunks. The last of the lengths is that of an element.
fn chunked<'f>(mut lengths: Vec<u64>, index: Index, address: u64, whole_edges: bool) -> Result<Layout<'f>> {
    let element = lengths.pop().unwrap_or(0);
    let dims: Option<Vec<u32>> = lengths.iter().map(|&n| u32::try_from(n).ok().filter(|&n| n > 0)).collect();
    match dims {
        Some(dims) if !dims.is_empty() && element > 0 => {
            Ok(Layout::Chunked(Chunking { dims, element, index, address, whole_edges }))
        }
        _ => Err(corrupt(format!("chunks have the shape {lengths:?} of {element} bytes"))),
    }
}

/// One filter.
#[derive(Debug, Clone, PartialEq)]
pub struct Filter {
    pub id: u16,
    pub name: String,
    pub values: Vec<u32>,
}

/// The filters of a dataset, in the order in which they were applied.
pub fn pipeline(mut cursor: Cursor<'_>) -> Result<Vec<Filter>> {
    let version = cursor.version("a filter pipeline", 1..=2)?;
    let filters = cursor.u8()?;
    if filters > 32 {
        return Err(corrupt(format!("a dataset has {filters} filters; allowed: 32")));
    }
    if version == 1 {
        cursor.skip(6)?;
    }
    let mut found = Vec::new();
    for _ in 0..filters {
        let id = cursor.u16()?;
        let name = if version == 1 || id >= 256 { cursor.u16()? } else { 0 };
        cursor.skip(2)?;
        let values = cursor.u16()?;
        let name = cursor.take(usize::from(name))?;
        let name = name.split(|&b| b == 0).next().unwrap_or_default();
        let name = String::from_utf8_lossy(name).into_owned();
        let client = cursor.take(4 * usize::from(values))?;
        if version == 1 && values % 2 == 1 {
            cursor.skip(4)?;
        }
        let values = client.chunks_exact(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect();
        found.push(Filter { id, name, values });
    }
    Ok(found)
}

/// The value of elements that were never written, in the dataset's type; `None` for zeros.
pub fn fill_value(mut cursor: Cursor<'_>) -> Result<Option<&[u8]>> {
    let version = cursor.version("a fill value", 1..=3)?;
    let defined = if version < 3 {
        cursor.skip(2)?;
        let defined = cursor.u8()? != 0;
        defined || version == 1
    } else {
        cursor.u8()? & 0x20 != 0
    };
    if defined { old_fill_value(cursor) } else { Ok(None) }
}

/// The same from the older message: size and value.
pub fn old_fill_value(mut cursor: Cursor<'_>) -> Result<Option<&[u8]>> {
    // The size is signed: -1 is a value that is not defined.
    match cursor.u32()? {
        0 | 0x8000_0000.. => Ok(None),
        size => cursor.take(size as usize).map(Some),
    }
}
