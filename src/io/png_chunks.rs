//! The chunks that a PNG is made of, where the coding library leaves them to its caller: their length, and their text.
//!
//! Reference: W3C, "Portable Network Graphics (PNG) Specification", third edition, sections 5.3 and 11.3.

use super::limits::Budget;
use super::{pack, source};
use crate::context::Result;
use std::io::Write;

pub(super) const MAGIC: &[u8] = b"\x89PNG\r\n\x1a\n";
/// No chunk is longer: readers in use refuse those of 8,000,000 bytes.
pub(super) const MAX_CHUNK: usize = 4 << 20;
/// The limit of all unpacked text of a file: one chunk of text may have as much by the reference library's default.
const MAX_UNPACKED: usize = 8_000_000;

const IDAT: &[u8; 4] = b"IDAT";

/// One chunk.
pub(super) struct Chunk<'a> {
    pub kind: [u8; 4],
    pub data: &'a [u8],
    /// With its length, kind and checksum.
    whole: &'a [u8],
}

impl Chunk<'_> {
    fn is_whole(&self) -> bool {
        let sum = &self.whole[self.whole.len() - 4..];
        crc32fast::hash(&self.whole[4..self.whole.len() - 4]).to_be_bytes() == sum
    }
}

/// The chunks up to the first that is cut off.
pub(super) fn chunks(file: &[u8]) -> impl Iterator<Item = Chunk<'_>> {
    let mut rest = file.get(MAGIC.len()..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (head, after) = rest.split_at_checked(8)?;
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let (data, after) = after.split_at_checked(length)?;
        let after = after.get(4..)?;
        let whole = &rest[..rest.len() - after.len()];
        rest = after;
        Some(Chunk { kind: [head[4], head[5], head[6], head[7]], data, whole })
    })
}

/// Writes a PNG, its pixels in chunks that every reader takes.
pub(crate) fn write_split(png: &[u8], out: &mut dyn Write) -> std::io::Result<()> {
    if png.len() <= MAX_CHUNK {
        return out.write_all(png);
    }
    out.write_all(MAGIC)?;
    for chunk in chunks(png) {
        if chunk.kind != *IDAT || chunk.data.len() <= MAX_CHUNK {
            out.write_all(chunk.whole)?;
            continue;
        }
        for part in chunk.data.chunks(MAX_CHUNK) {
            let mut sum = crc32fast::Hasher::new();
            sum.update(IDAT);
            sum.update(part);
            out.write_all(&(part.len() as u32).to_be_bytes())?;
            out.write_all(IDAT)?;
            out.write_all(part)?;
            out.write_all(&sum.finalize().to_be_bytes())?;
        }
    }
    Ok(())
}

/// Keywords and texts in the order of the file, and how many of them are left out: damaged, or too much when unpacked.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory) when they are more than the context allows.
pub(super) fn texts(file: &[u8], budget: &Budget) -> Result<(Vec<(String, String)>, usize)> {
    let mut unpacked = MAX_UNPACKED.max(budget.limit() / 32);
    let mut lost = 0;
    let mut found = Vec::new();
    for chunk in chunks(file) {
        let text = match &chunk.kind {
            _ if !matches!(&chunk.kind, b"tEXt" | b"zTXt" | b"iTXt") => continue,
            _ if !chunk.is_whole() => None,
            b"tEXt" => plain(chunk.data),
            b"zTXt" => packed(chunk.data, &mut unpacked),
            _ => international(chunk.data, &mut unpacked),
        };
        match text {
            Some((keyword, text)) => {
                // Their memory, and that of a copy.
                budget.take(2 * (keyword.len() + text.len()) as u64, "the text of the PNG")?;
                found.push((keyword, text));
            }
            None => lost += 1,
        }
    }
    Ok((found, lost))
}

fn split(data: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = data.iter().position(|&b| b == 0)?;
    Some((&data[..end], &data[end + 1..]))
}

fn latin(bytes: &[u8]) -> String {
    bytes.iter().map(|&b| char::from(b)).collect()
}

fn plain(data: &[u8]) -> Option<(String, String)> {
    let (keyword, text) = split(data)?;
    Some((latin(keyword), latin(text)))
}

fn packed(data: &[u8], budget: &mut usize) -> Option<(String, String)> {
    let (keyword, rest) = split(data)?;
    // The only method is 0, deflate.
    let text = inflate(rest.strip_prefix(&[0])?, budget)?;
    Some((latin(keyword), latin(&text)))
}

fn international(data: &[u8], budget: &mut usize) -> Option<(String, String)> {
    let (keyword, rest) = split(data)?;
    let (head, rest) = rest.split_at_checked(2)?;
    let (_language, rest) = split(rest)?;
    let (_translated, text) = split(rest)?;
    let text = match head {
        [0, _] => source::text(text),
        [1, 0] => source::text(&inflate(text, budget)?),
        _ => return None,
    };
    Some((latin(keyword), text))
}

fn inflate(packed: &[u8], budget: &mut usize) -> Option<Vec<u8>> {
    let text = pack::inflate_at_most(packed, *budget)?;
    *budget -= text.len();
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
        let mut out = (data.len() as u32).to_be_bytes().to_vec();
        out.extend(kind);
        out.extend(data);
        let sum = crc32fast::hash(&out[4..]);
        out.extend(sum.to_be_bytes());
        out
    }

    #[test]
    fn long_pixels_are_split_and_nothing_else() {
        let data: Vec<u8> = (0..2 * MAX_CHUNK + 7).map(|i| (i % 251) as u8).collect();
        let png = [MAGIC, &chunk(b"IHDR", b"head"), &chunk(IDAT, &data), &chunk(b"IEND", b"")].concat();
        let mut out = Vec::new();
        write_split(&png, &mut out).unwrap();
        let kinds: Vec<[u8; 4]> = chunks(&out).map(|c| c.kind).collect();
        assert_eq!(kinds, [*b"IHDR", *IDAT, *IDAT, *IDAT, *b"IEND"]);
        assert!(chunks(&out).all(|c| c.is_whole() && c.data.len() <= MAX_CHUNK));
        let joined: Vec<u8> = chunks(&out).filter(|c| c.kind == *IDAT).flat_map(|c| c.data.to_vec()).collect();
        assert_eq!(joined, data);
        let small = [MAGIC, &chunk(IDAT, b"x")].concat();
        out.clear();
        write_split(&small, &mut out).unwrap();
        assert_eq!(out, small);
    }

    #[test]
    fn damaged_text_is_counted() {
        let mut wrong = chunk(b"tEXt", b"a\0b");
        wrong[9] ^= 1;
        let png = [
            MAGIC,
            &wrong,
            &chunk(b"tEXt", b"no end"),
            &chunk(b"zTXt", b"a\0\x01x"),
            &chunk(b"zTXt", b"a\0\0not deflated"),
            &chunk(b"iTXt", b"a\0"),
            &chunk(b"iTXt", b"a\0\x02\0\0\0x"),
            &chunk(b"iTXt", "a\0\0\0de\0b\0\u{3bc}".as_bytes()),
            &chunk(b"tEXt", b"k\0\xb5"),
        ]
        .concat();
        let (found, lost) = texts(&png, &Budget::new(&crate::context::Context::new(), 100)).unwrap();
        assert_eq!(lost, 6);
        assert_eq!(found, [("a".to_owned(), "\u{3bc}".to_owned()), ("k".to_owned(), "\u{b5}".to_owned())]);
    }
}
