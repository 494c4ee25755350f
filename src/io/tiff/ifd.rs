//! The directories of a TIFF, read before its pixels are: what the decoding library leaves to its caller (colour
//! maps, private tags, text that is not ASCII), and checks that keep it from asking for memory that no file of this
//! length can fill.

use crate::array::alloc;
use crate::context::{Error, Result, Status};
use crate::io::limits::Budget;
use std::collections::HashSet;
use std::io::{ErrorKind, Read, Seek, SeekFrom};

/// A directory has fewer entries.
const MAX_ENTRIES: u64 = 4096;
/// No compression that is read makes more of its input: LZW at 12 bits gives at most 4096 bytes for 3/2.
const MAX_RATIO: u64 = 2800;
/// The memory of a page's entries, and of its place in the list of those seen.
const PAGE_COST: u64 = 640;
/// Tiles are no longer than this on a side beyond the image itself.
const MAX_TILE: u64 = 1 << 16;

/// The tags that the decoding library reads. It believes their counts, so they are checked here.
const DECODED_TAGS: &[u16] =
    &[256, 257, 258, 259, 262, 266, 273, 277, 278, 279, 284, 317, 322, 323, 324, 325, 338, 339, 347, 530];

/// Bytes that are read in place of those in the file.
pub(super) struct Patched<R> {
    inner: R,
    position: u64,
    /// In ascending order.
    patches: Vec<(u64, u8)>,
    /// No more bytes are given at a time.
    at_once: usize,
}

impl<R: Read + Seek> Patched<R> {
    /// Reads from the beginning of the file, no more than so many bytes at a time: what undoes a compression asks for far more
    /// than a small strip has.
    pub fn new(mut inner: R, mut patches: Vec<(u64, u8)>, at_once: usize) -> std::io::Result<Self> {
        inner.seek(SeekFrom::Start(0))?;
        patches.sort_unstable();
        Ok(Patched { inner, position: 0, patches, at_once })
    }
}

impl<R: Read> Read for Patched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let most = buffer.len().min(self.at_once);
        let n = self.inner.read(&mut buffer[..most])?;
        let first = self.patches.partition_point(|&(at, _)| at < self.position);
        let here = self.patches[first..].iter().take_while(|&&(at, _)| at - self.position < n as u64);
        for &(at, byte) in here {
            buffer[(at - self.position) as usize] = byte;
        }
        self.position += n as u64;
        Ok(n)
    }
}

impl<R: Seek> Seek for Patched<R> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        let by = match to {
            SeekFrom::Start(at) => i64::try_from(i128::from(at) - i128::from(self.position)).ok(),
            SeekFrom::Current(by) => Some(by),
            SeekFrom::End(_) => None,
        };
        match by {
            // A buffered reader keeps what it holds, where it can: a page may have a million strips.
            Some(by) => {
                self.inner.seek_relative(by)?;
                self.position = self.position.wrapping_add_signed(by);
            }
            None => self.position = self.inner.seek(to)?,
        }
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

/// The entries of one page.
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
    pub sidecar: Option<Vec<u8>>,
    /// ImageJ's lengths and bytes of its own metadata.
    pub imagej: Option<(Vec<u64>, Vec<u8>)>,
    /// Pixels per unit along x and y, and the number of that unit.
    pub resolution: [Option<f64>; 2],
    pub resolution_unit: u64,
    /// How many strips or tiles its pixels are cut into.
    pub pieces: u64,
    /// The page's relation to another one, if it is not an image of its own.
    pub part: Option<Part>,
    /// Where the low byte of the photometric interpretation is.
    pub photometric_at: u64,
    /// Where the pixels begin, if they stand in one piece, uncompressed and in the order of the rows.
    pub contiguous_at: Option<u64>,
    /// Where its directory is.
    pub at: u64,
    /// The directories below its own.
    pub sub_directories: Vec<u64>,
}

/// A page that belongs to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The same picture with fewer pixels.
    Reduced,
    /// Its transparency.
    Mask,
}

/// The pages of a file.
pub(super) struct Pages {
    /// Those that the file links one to the next.
    pub pages: Vec<Page>,
    /// Those below them; looked for only where no linked page is an image of its own.
    pub below: Vec<Page>,
    pub big_endian: bool,
    /// Offsets of 8 bytes.
    pub big: bool,
    /// Where directories and values outside of them begin.
    pub structures: Vec<u64>,
}

impl Page {
    /// Whether two pages can be frames of one stack.
    pub fn like(&self, other: &Page) -> bool {
        let kind = |p: &Page| (p.width, p.height, p.samples, p.bits, p.format, p.photometric);
        kind(self) == kind(other)
    }

    /// Its name in warnings.
    pub fn name(&self) -> String {
        let kind = match self.format {
            2 => "int",
            3 => "float",
            _ => "uint",
        };
        let samples = if self.samples > 1 { format!(", {} samples", self.samples) } else { String::new() };
        format!("{} x {} pixels, {kind}{}{samples}", self.width, self.height, self.bits)
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
pub(super) fn pages<R: Read + Seek>(file: R, length: u64, budget: &Budget) -> Result<Pages> {
    let mut walker = Walker::new(file, length, budget)?;
    let mut at = walker.first()?;
    let mut pages: Vec<Page> = Vec::new();
    while at != 0 {
        let (page, next) = match walker.page_at(at, pages.len()) {
            Ok(found) => found,
            // The pages before are whole.
            Err(error) if pages.is_empty() || error.status() == Status::NoMemory => return Err(error),
            Err(error) => return Err(corrupt(format!("its page {} cannot be read", pages.len())).because(error)),
        };
        pages.push(page);
        at = next;
    }
    if pages.is_empty() {
        return Err(corrupt("it has no pages"));
    }
    let mut below = Vec::new();
    if pages.iter().all(|page| page.part.is_some()) {
        let places: Vec<u64> = pages.iter().flat_map(|page| page.sub_directories.iter().copied()).collect();
        for at in places.into_iter().filter(|&at| at != 0) {
            below.push(walker.page_at(at, pages.len() + below.len())?.0);
        }
    }
    let Walker { big_endian, big, structures, .. } = walker;
    Ok(Pages { pages, below, big_endian, big, structures })
}

fn corrupt(what: impl std::fmt::Display) -> Error {
    Error::new(Status::Corrupt, format!("the TIFF is damaged: {what}"))
}

struct Walker<'b, R> {
    file: R,
    position: u64,
    budget: &'b Budget,
    length: u64,
    big_endian: bool,
    big: bool,
    seen: HashSet<u64>,
    /// The size of all pages so far, as far as the file must hold it.
    total: u64,
    structures: Vec<u64>,
    /// Whether a page that is an image of its own was found, from which description and sidecar are taken.
    has_image: bool,
}

impl<'b, R: Read + Seek> Walker<'b, R> {
    fn new(mut file: R, length: u64, budget: &'b Budget) -> Result<Self> {
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
        Ok(Walker {
            file,
            position: magic.len() as u64,
            budget,
            length,
            big_endian,
            big: magic.contains(&b'+'),
            seen: HashSet::new(),
            total: 0,
            structures: Vec::new(),
            has_image: false,
        })
    }

    /// The page whose directory is there, and the place of the next.
    fn page_at(&mut self, at: u64, number: usize) -> Result<(Page, u64)> {
        if !self.seen.insert(at) {
            return Err(corrupt("its pages are linked in a circle"));
        }
        self.budget.take(PAGE_COST, "the pages")?;
        let (entries, next) = self.directory(at)?;
        let mut page = self.page(&entries)?;
        page.at = at;
        let ratio = if page.compression == 1 { 1 } else { MAX_RATIO };
        self.total = self.total.saturating_add(page.bytes() / ratio);
        if self.total > self.length {
            return Err(corrupt(format!(
                "it claims {} x {} pixels of {} x {} bits on page {number}, more than {} bytes can hold",
                page.width, page.height, page.samples, page.bits, self.length
            )));
        }
        if page.compression == 1 {
            self.budget.allow(usize::try_from(page.bytes()).unwrap_or(usize::MAX));
        }
        self.has_image |= page.part.is_none();
        Ok((page, next))
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
        self.budget.look_at(buffer.len() as u64)?;
        // Relative, so that what a buffered reader holds is kept where it can be.
        let result = self.file.seek_relative(at.wrapping_sub(self.position) as i64).and_then(|()| {
            self.position = at;
            self.file.read_exact(buffer)
        });
        self.position = match result {
            Ok(()) => at + buffer.len() as u64,
            Err(_) => self.file.stream_position().unwrap_or(at),
        };
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
        self.structures.push(at);
        let count = self.integer(at, count_size)?;
        if count > MAX_ENTRIES {
            return Err(corrupt(format!("a directory claims {count} entries")));
        }
        self.budget.take_each(count as usize, size_of::<u64>(), "the pages")?;
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
            if !inline {
                self.structures.push(at);
            }
            entries.push(Entry { tag, kind, count, at });
        }
        Ok((entries, next))
    }

    /// The bytes of an entry that stay in memory.
    fn kept(&mut self, entry: &Entry) -> Result<Vec<u8>> {
        let bytes = self.bytes(entry)?;
        self.budget.take(bytes.len() as u64, "the tags")?;
        Ok(bytes)
    }

    /// The integers of an entry that stay in memory.
    fn kept_integers(&mut self, entry: &Entry) -> Result<Vec<u64>> {
        let integers = self.integers(entry)?;
        self.budget.take_each(integers.len(), size_of::<u64>(), "the tags")?;
        Ok(integers)
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

    /// The first number of an entry: an integer, a fraction or a floating-point number.
    fn real(&mut self, entry: &Entry) -> Result<Option<f64>> {
        let bytes = self.bytes(entry)?;
        Ok(match (entry.kind, bytes.as_slice()) {
            (5, [a, b, c, d, rest @ ..]) if rest.len() >= 4 => {
                let (n, d) = (self.number(&[*a, *b, *c, *d]), self.number(&rest[..4]));
                Some(n as f64 / d as f64)
            }
            (11, bytes) if bytes.len() >= 4 => Some(f64::from(f32::from_bits(self.number(&bytes[..4]) as u32))),
            (12, bytes) if bytes.len() >= 8 => Some(f64::from_bits(self.number(&bytes[..8]))),
            (3 | 4, _) => self.integers(entry)?.first().map(|&n| n as f64),
            _ => None,
        })
    }

    fn page(&mut self, entries: &[Entry]) -> Result<Page> {
        let mut page = Page {
            samples: 1,
            bits: 1,
            format: 1,
            photometric: 1,
            compression: 1,
            resolution_unit: 2,
            ..Page::default()
        };
        let describes = !self.has_image;
        let mut tile: [Option<u64>; 2] = [None; 2];
        let (mut planar, mut fill_order) = (1, 1);
        let (mut offsets, mut lengths, mut labels) = (None, None, (None, None));
        for entry in entries {
            let size = size_of_kind(entry.kind).saturating_mul(entry.count);
            if matches!(entry.tag, 273 | 324) {
                page.pieces = entry.count;
            }
            if DECODED_TAGS.contains(&entry.tag) && entry.at.saturating_add(size) > self.length {
                return Err(corrupt(format!("tag {} claims {} values", entry.tag, entry.count)));
            }
            let mut one =
                || self.integers(entry)?.first().copied().ok_or_else(|| corrupt(format!("tag {} is empty", entry.tag)));
            match entry.tag {
                254 => match one()? {
                    kind if kind & 4 != 0 => page.part = Some(Part::Mask),
                    kind if kind & 1 != 0 => page.part = Some(Part::Reduced),
                    _ => {}
                },
                // The same, in files older than 1992.
                255 if one().is_ok_and(|kind| kind == 2) => page.part = page.part.or(Some(Part::Reduced)),
                256 => page.width = one()?,
                257 => page.height = one()?,
                258 => page.bits = self.integers(entry)?.into_iter().max().unwrap_or(1),
                259 => page.compression = one()?,
                262 => {
                    page.photometric = one()?;
                    let size = size_of_kind(entry.kind);
                    page.photometric_at = entry.at + if self.big_endian { size - 1 } else { 0 };
                }
                266 => fill_order = one()?,
                270 if describes => page.description = damaged_is_none(self.kept(entry))?,
                273 if describes => offsets = self.integers(entry).ok(),
                277 => page.samples = one()?,
                279 if describes => lengths = self.integers(entry).ok(),
                282 if describes => page.resolution[0] = self.real(entry).ok().flatten(),
                283 if describes => page.resolution[1] = self.real(entry).ok().flatten(),
                284 => planar = one()?,
                296 if describes => {
                    page.resolution_unit = self.integers(entry).ok().and_then(|n| n.first().copied()).unwrap_or(0)
                }
                320 => page.colour_map = damaged_is_none(self.kept_integers(entry))?,
                322 => tile[0] = Some(one()?),
                323 => tile[1] = Some(one()?),
                330 => page.sub_directories = damaged_is_none(self.kept_integers(entry))?.unwrap_or_default(),
                339 => page.format = one()?,
                50838 if describes => labels.0 = damaged_is_none(self.kept_integers(entry))?,
                50839 if describes => labels.1 = damaged_is_none(self.kept(entry))?,
                super::SIDECAR_TAG if describes => page.sidecar = damaged_is_none(self.kept(entry))?,
                _ => {}
            }
        }
        if page.width == 0 || page.height == 0 {
            return Err(corrupt(format!("it has {} x {} pixels", page.width, page.height)));
        }
        if tile != [None, None] {
            let [width, height] = tile.map(|side| side.unwrap_or(0));
            let far = |side: u64, image: u64| side == 0 || side > image.saturating_add(MAX_TILE);
            if far(width, page.width) || far(height, page.height) {
                return Err(corrupt(format!("its tiles have {width} x {height} pixels")));
            }
        }
        if !(1..=64).contains(&page.bits) || !(1..=64).contains(&page.samples) {
            return Err(corrupt(format!("it has {} samples of {} bits a pixel", page.samples, page.bits)));
        }
        if let (Some(lengths), Some(bytes)) = labels {
            page.imagej = Some((lengths, bytes));
        }
        let plain = page.compression == 1 && planar == 1 && fill_order == 1 && tile == [None, None];
        if let (true, Some(offsets)) = (plain, offsets) {
            page.contiguous_at = contiguous(&offsets, &lengths.unwrap_or_default());
        }
        Ok(page)
    }
}

/// A tag that is damaged is left out; a lack of memory is an error.
fn damaged_is_none<T>(read: Result<T>) -> Result<Option<T>> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.status() == Status::NoMemory => Err(error),
        Err(_) => Ok(None),
    }
}

/// Where strips begin that follow each other without a gap.
fn contiguous(offsets: &[u64], lengths: &[u64]) -> Option<u64> {
    let follow = |(at, length): (&[u64], &u64)| at[0].checked_add(*length) == Some(at[1]);
    let whole = offsets.len() == 1 || offsets.len() == lengths.len();
    (whole && offsets.windows(2).zip(lengths).all(follow)).then(|| offsets.first().copied()).flatten()
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{BufReader, Cursor};

    #[test]
    fn bytes_are_read_patched_wherever_a_reader_goes() {
        let mut expected: Vec<u8> = (0..1000u32).map(|i| (i * 7) as u8).collect();
        let whole = BufReader::with_capacity(16, Cursor::new(expected.clone()));
        let patches = vec![(999, 7), (6, 201), (5, 200), (500, 1)];
        patches.iter().for_each(|&(at, byte): &(u64, u8)| expected[at as usize] = byte);
        let mut patched = Patched::new(whole, patches, 7).unwrap();
        let mut at = 0i64;
        for i in 0..2000i64 {
            let to = (i * i * 37 + i * 11) % 1000;
            let seek = match i % 4 {
                0 => SeekFrom::Start(to as u64),
                1 => SeekFrom::Current(to - at),
                2 => SeekFrom::End(to - 1000),
                _ => SeekFrom::Current(0),
            };
            at = if i % 4 == 3 { at } else { to };
            assert_eq!(patched.seek(seek).unwrap(), at as u64);
            let mut bytes = vec![0; (i % 40).min(1000 - at) as usize];
            patched.read_exact(&mut bytes).unwrap();
            assert_eq!(bytes, expected[at as usize..][..bytes.len()], "{at}");
            at += bytes.len() as i64;
        }
        assert!(patched.seek(SeekFrom::Current(-2000)).is_err());
        assert_eq!(patched.stream_position().unwrap(), at as u64);
        patched.seek(SeekFrom::Start(5)).unwrap();
        let mut two = [0; 2];
        patched.read_exact(&mut two).unwrap();
        assert_eq!(two, [200, 201]);
    }
}
