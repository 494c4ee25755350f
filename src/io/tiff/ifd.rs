//! The directories of a TIFF, read before its pixels are: what the decoding library leaves to its caller (colour
//! maps, private tags, text that is not ASCII), and checks that keep it from asking for memory that no file of this
//! length can fill.

use crate::array::alloc;
use crate::context::{Error, Result, Status};
use std::collections::HashSet;
use std::io::{ErrorKind, Read, Seek, SeekFrom};

/// A directory has fewer entries.
const MAX_ENTRIES: u64 = 4096;
/// No compression that is read makes more of its input: LZW at 12 bits gives at most 4096 bytes for 3/2.
const MAX_RATIO: u64 = 2800;
/// Tiles are no longer than this on a side beyond the image itself.
const MAX_TILE: u64 = 1 << 16;

/// The tags that the decoding library reads. It believes their counts, so they are checked here.
const DECODED_TAGS: &[u16] =
    &[256, 257, 258, 259, 262, 266, 273, 277, 278, 279, 284, 317, 322, 323, 324, 325, 338, 339, 347, 530];

/// Bytes that are read in place of those in the file.
pub(super) struct Patched<R> {
    inner: R,
    position: u64,
    pub patches: Vec<(u64, u8)>,
}

impl<R: Read + Seek> Patched<R> {
    /// Reads from the beginning of the file.
    pub fn new(mut inner: R) -> std::io::Result<Self> {
        inner.seek(SeekFrom::Start(0))?;
        Ok(Patched { inner, position: 0, patches: Vec::new() })
    }
}

impl<R: Read> Read for Patched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let n = self.inner.read(buffer)?;
        for &(at, byte) in &self.patches {
            if let Some(i) = at.checked_sub(self.position).filter(|&i| i < n as u64) {
                buffer[i as usize] = byte;
            }
        }
        self.position += n as u64;
        Ok(n)
    }
}

impl<R: Seek> Seek for Patched<R> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.position = self.inner.seek(to)?;
        Ok(self.position)
    }
}

/// One entry of a directory.
struct Entry {
    tag: u16,
    kind: u16,
    count: u64,
    /// Where its values are in the file.
    at: u64,
}

/// What one page says of itself.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    pub width: u64,
    pub height: u64,
    pub samples: u64,
    pub bits: u64,
    pub format: u64,
    pub photometric: u64,
    pub compression: u64,
    /// The red, green and blue values of a palette, one after the other.
    pub colour_map: Option<Vec<u64>>,
    pub description: Option<Vec<u8>>,
    pub carrier: Option<Vec<u8>>,
    /// A thumbnail or a mask of another page.
    pub secondary: bool,
    /// Where the low byte of the photometric interpretation is.
    pub photometric_at: u64,
}

impl Page {
    /// Whether two pages can be frames of one stack.
    pub fn like(&self, other: &Page) -> bool {
        let kind = |p: &Page| (p.width, p.height, p.samples, p.bits, p.format, p.photometric);
        kind(self) == kind(other)
    }

    /// The size of the pixels in bytes.
    pub fn bytes(&self) -> u64 {
        let row = self.width.saturating_mul(self.samples).saturating_mul(self.bits).div_ceil(8);
        row.saturating_mul(self.height)
    }
}

/// Reads all pages of a file.
///
/// # Errors
/// [`Status::Format`] when it is no TIFF; [`Status::Corrupt`] when it is damaged.
pub(super) fn pages<R: Read + Seek>(file: R, length: u64) -> Result<Vec<Page>> {
    let mut walker = Walker::new(file, length)?;
    let mut at = walker.first()?;
    let (mut pages, mut seen, mut total) = (Vec::new(), HashSet::new(), 0u64);
    while at != 0 {
        if !seen.insert(at) {
            return Err(corrupt("its pages are linked in a circle"));
        }
        let (entries, next) = match walker.directory(at) {
            Ok(found) => found,
            // The pages before are whole.
            Err(error) if pages.is_empty() => return Err(error),
            Err(_) => return Err(corrupt(format!("its page {} is cut off", pages.len()))),
        };
        let page = walker.page(&entries, pages.is_empty())?;
        let ratio = if page.compression == 1 { 1 } else { MAX_RATIO };
        total = total.saturating_add(page.bytes() / ratio);
        if total > length {
            return Err(corrupt(format!(
                "it claims {} x {} pixels of {} x {} bits on page {}, more than {length} bytes can hold",
                page.width,
                page.height,
                page.samples,
                page.bits,
                pages.len()
            )));
        }
        pages.push(page);
        at = next;
    }
    if pages.is_empty() {
        return Err(corrupt("it has no page"));
    }
    Ok(pages)
}

fn corrupt(what: impl std::fmt::Display) -> Error {
    Error::new(Status::Corrupt, format!("the TIFF is damaged: {what}"))
}

struct Walker<R> {
    file: R,
    length: u64,
    big_endian: bool,
    big: bool,
}

impl<R: Read + Seek> Walker<R> {
    fn new(mut file: R, length: u64) -> Result<Self> {
        let mut magic = [0; 4];
        file.seek(SeekFrom::Start(0)).map_err(|e| Error::io("reading the file", &e))?;
        match file.read_exact(&mut magic) {
            Ok(()) if super::sniff(&magic) => {}
            Ok(()) => return Err(Error::new(Status::Format, "the file does not begin with the signature of a TIFF")),
            Err(e) if e.kind() == ErrorKind::UnexpectedEof => {
                return Err(Error::new(Status::Format, "the file is too short for a TIFF"));
            }
            Err(e) => return Err(Error::io("reading the file", &e)),
        }
        let big_endian = magic[0] == b'M';
        Ok(Walker { file, length, big_endian, big: magic.contains(&b'+') })
    }

    fn first(&mut self) -> Result<u64> {
        let at = if self.big { 8 } else { 4 };
        let size = if self.big { 8 } else { 4 };
        self.integer(at, size)
    }

    fn read(&mut self, at: u64, buffer: &mut [u8]) -> Result<()> {
        let end = at.checked_add(buffer.len() as u64).filter(|&end| end <= self.length);
        if end.is_none() {
            return Err(corrupt(format!("it refers to byte {at} of {}", self.length)));
        }
        let result = self.file.seek(SeekFrom::Start(at)).and_then(|_| self.file.read_exact(buffer));
        result.map_err(|e| match e.kind() {
            ErrorKind::UnexpectedEof => corrupt("it ends early"),
            _ => Error::io("reading the file", &e),
        })
    }

    fn integer(&mut self, at: u64, size: usize) -> Result<u64> {
        let mut bytes = [0; 8];
        self.read(at, &mut bytes[..size])?;
        Ok(self.number(&bytes[..size]))
    }

    fn number(&self, bytes: &[u8]) -> u64 {
        let fold = |n: u64, &b: &u8| n << 8 | u64::from(b);
        if self.big_endian { bytes.iter().fold(0, fold) } else { bytes.iter().rev().fold(0, fold) }
    }

    /// The entries of a directory and the place of the next one.
    fn directory(&mut self, at: u64) -> Result<(Vec<Entry>, u64)> {
        let (count_size, entry_size, offset_size) = if self.big { (8, 20, 8) } else { (2, 12, 4) };
        let count = self.integer(at, count_size)?;
        if count > MAX_ENTRIES {
            return Err(corrupt(format!("a directory claims {count} entries")));
        }
        let mut bytes = vec![0; count as usize * entry_size];
        let start = at + count_size as u64;
        self.read(start, &mut bytes)?;
        let next = self.integer(start + bytes.len() as u64, offset_size)?;
        let mut entries = Vec::with_capacity(count as usize);
        for (i, entry) in bytes.chunks_exact(entry_size).enumerate() {
            let (tag, kind) = (self.number(&entry[..2]) as u16, self.number(&entry[2..4]) as u16);
            let count = self.number(&entry[4..4 + offset_size]);
            let inline = size_of_kind(kind).checked_mul(count).is_some_and(|n| n <= offset_size as u64);
            let value = entry_size - offset_size;
            let at = match inline {
                true => start + (i * entry_size + value) as u64,
                false => self.number(&entry[value..]),
            };
            entries.push(Entry { tag, kind, count, at });
        }
        Ok((entries, next))
    }

    fn bytes(&mut self, entry: &Entry) -> Result<Vec<u8>> {
        let size = size_of_kind(entry.kind).checked_mul(entry.count).filter(|&n| n <= self.length);
        let Some(size) = size else {
            return Err(corrupt(format!("tag {} claims {} values", entry.tag, entry.count)));
        };
        let mut bytes = alloc::zeroed_vec::<u8>(size as usize)?;
        self.read(entry.at, &mut bytes)?;
        Ok(bytes)
    }

    /// Unsigned integers of any width.
    fn integers(&mut self, entry: &Entry) -> Result<Vec<u64>> {
        if !matches!(entry.kind, 1 | 3 | 4 | 13 | 16 | 18) || entry.count > 1 << 20 {
            return Err(corrupt(format!("tag {} is not made of integers", entry.tag)));
        }
        let bytes = self.bytes(entry)?;
        Ok(bytes.chunks_exact(size_of_kind(entry.kind) as usize).map(|b| self.number(b)).collect())
    }

    fn page(&mut self, entries: &[Entry], is_first: bool) -> Result<Page> {
        let mut page = Page { samples: 1, bits: 1, format: 1, photometric: 1, compression: 1, ..Page::default() };
        let mut tile = [1, 1];
        for entry in entries {
            let size = size_of_kind(entry.kind).saturating_mul(entry.count);
            if DECODED_TAGS.contains(&entry.tag) && entry.at.saturating_add(size) > self.length {
                return Err(corrupt(format!("tag {} claims {} values", entry.tag, entry.count)));
            }
            let mut one =
                || self.integers(entry)?.first().copied().ok_or_else(|| corrupt(format!("tag {} is empty", entry.tag)));
            match entry.tag {
                254 => page.secondary = one()? & 5 != 0,
                256 => page.width = one()?,
                257 => page.height = one()?,
                258 => page.bits = self.integers(entry)?.into_iter().max().unwrap_or(1),
                259 => page.compression = one()?,
                262 => {
                    page.photometric = one()?;
                    let size = size_of_kind(entry.kind);
                    page.photometric_at = entry.at + if self.big_endian { size - 1 } else { 0 };
                }
                270 if is_first => page.description = self.bytes(entry).ok(),
                277 => page.samples = one()?,
                320 => page.colour_map = self.integers(entry).ok(),
                322 => tile[0] = one()?,
                323 => tile[1] = one()?,
                339 => page.format = one()?,
                super::CARRIER_TAG if is_first => page.carrier = self.bytes(entry).ok(),
                _ => {}
            }
        }
        if page.width == 0 || page.height == 0 {
            return Err(corrupt(format!("it has {} x {} pixels", page.width, page.height)));
        }
        let far = |side: u64, image: u64| side > image.saturating_add(MAX_TILE);
        if far(tile[0], page.width) || far(tile[1], page.height) {
            return Err(corrupt(format!("its tiles have {} x {} pixels", tile[0], tile[1])));
        }
        if !(1..=64).contains(&page.bits) || !(1..=64).contains(&page.samples) {
            return Err(corrupt(format!("it has {} samples of {} bits a pixel", page.samples, page.bits)));
        }
        Ok(page)
    }
}

/// The size of one value of a field type; 1 for those that are not known.
fn size_of_kind(kind: u16) -> u64 {
    match kind {
        3 | 8 => 2,
        4 | 9 | 11 | 13 => 4,
        5 | 10 | 12 | 16 | 17 | 18 => 8,
        _ => 1,
    }
}
