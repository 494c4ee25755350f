//! The filter Blosc (number 32001): the chunk format of C-Blosc 1 (its README_CHUNK_FORMAT.rst), with the codecs BloscLZ,
//! LZ4, zlib and Zstandard.

use super::{bitshuffle, lz4, reserve, unshuffle, zstd};
use crate::context::{Error, Result, Status};
use crate::io::hdf5::damage::corrupt;

/// Blocks are split by the bytes of their elements up to this many, and down to this many bytes a part.
const MOST_PARTS: usize = 16;
const LEAST_PART: usize = 128;

const SHUFFLED: u8 = 1;
const COPIED: u8 = 2;
const BIT_SHUFFLED: u8 = 4;
const NOT_SPLIT: u8 = 16;

/// Decompresses `from` and appends the result, up to `most` bytes.
pub fn decompress(from: &[u8], to: &mut Vec<u8>, most: usize) -> Result<()> {
    let ends = || corrupt("the compressed bytes end early");
    let number = |at: usize| {
        let bytes = from.get(at..)?.first_chunk::<4>()?;
        Some(u32::from_le_bytes(*bytes) as usize)
    };
    let (Some(bytes), Some(block), Some(_)) = (number(4), number(8), number(12)) else { return Err(ends()) };
    let (flags, size) = (from[2], usize::from(from[3]).max(1));
    if bytes > most {
        return Err(corrupt("the compressed bytes hold more than they may"));
    }
    reserve(to, bytes)?;
    if flags & COPIED != 0 {
        to.extend_from_slice(from.get(16..16 + bytes).ok_or_else(ends)?);
        return Ok(());
    }
    if bytes == 0 {
        return Ok(());
    }
    if block == 0 || block > bytes {
        return Err(corrupt(format!("{bytes} bytes are said to lie in blocks of {block}")));
    }
    let mut unpacked = Vec::new();
    for i in 0..bytes.div_ceil(block) {
        let mut at = number(16 + 4 * i).ok_or_else(ends)?;
        let length = block.min(bytes - i * block);
        let split = flags & NOT_SPLIT == 0 && size <= MOST_PARTS && block / size >= LEAST_PART && length == block;
        let parts = if split { size } else { 1 };
        unpacked.clear();
        for _ in 0..parts {
            let packed = number(at).ok_or_else(ends)?;
            let packed = from.get(at + 4..).and_then(|rest| rest.get(..packed)).ok_or_else(ends)?;
            at += 4 + packed.len();
            let wanted = length / parts;
            if packed.len() == wanted {
                unpacked.extend_from_slice(packed);
            } else {
                codec(flags >> 5, packed, &mut unpacked, wanted)?;
            }
        }
        if unpacked.len() != length {
            return Err(corrupt(format!("a block of {length} bytes unpacks to {}", unpacked.len())));
        }
        if flags & SHUFFLED != 0 {
            let start = to.len();
            let mut elements = Vec::new();
            unshuffle(&unpacked, size, &mut elements);
            to.extend_from_slice(&elements);
            debug_assert_eq!(to.len(), start + length);
        } else if flags & BIT_SHUFFLED != 0 && length / size % 8 == 0 {
            let whole = length / size * size;
            bitshuffle::untranspose(&unpacked[..whole], size, to);
            to.extend_from_slice(&unpacked[whole..]);
        } else {
            // Elements beyond a multiple of eight are stored unchanged.
            to.extend_from_slice(&unpacked);
        }
    }
    Ok(())
}

/// Decompresses one block and appends `wanted` bytes.
fn codec(codec: u8, packed: &[u8], to: &mut Vec<u8>, wanted: usize) -> Result<()> {
    let start = to.len();
    match codec {
        0 => blosclz(packed, to, wanted)?,
        1 => return lz4::block(packed, to, wanted),
        2 => return Err(Error::new(Status::Unsupported, "its codec Snappy is not built in")),
        3 => {
            let mut inflate = flate2::Decompress::new(true);
            reserve(to, wanted)?;
            to.resize(start + wanted, 0);
            inflate
                .decompress(packed, &mut to[start..], flate2::FlushDecompress::Finish)
                .map_err(|error| corrupt("the compressed bytes are damaged").because(error))?;
            to.truncate(start + inflate.total_out() as usize);
        }
        4 => zstd::decompress(packed, to, wanted)?,
        other => return Err(Error::new(Status::Unsupported, format!("its codec number {other} is not built in"))),
    }
    if to.len() - start == wanted { Ok(()) } else { Err(corrupt("a block has another length than it says")) }
}

/// BloscLZ: FastLZ's second format. Runs of literal bytes, and references to bytes before; the first control byte's high
/// bits say nothing.
fn blosclz(packed: &[u8], to: &mut Vec<u8>, wanted: usize) -> Result<()> {
    let damaged = || corrupt("the compressed bytes are damaged");
    let start = to.len();
    let mut from = packed.iter().copied();
    let mut next = || from.next().ok_or_else(damaged);
    let mut control = usize::from(next()? & 31);
    loop {
        if control >= 32 {
            let mut length = (control >> 5) - 1;
            let mut back = (control & 31) << 8;
            if length == 6 {
                loop {
                    let more = usize::from(next()?);
                    length += more;
                    if more != 255 || length > wanted {
                        break;
                    }
                }
            }
            let low = usize::from(next()?);
            // The furthest reference that fits is followed by sixteen bits for those beyond.
            back = if low == 255 && back == 31 << 8 {
                (usize::from(next()?) << 8 | usize::from(next()?)) + 8191
            } else {
                back + low
            };
            let from = to.len().checked_sub(back + 1).filter(|&from| from >= start).ok_or_else(damaged)?;
            if to.len() - start + length + 3 > wanted {
                return Err(damaged());
            }
            for at in from..from + length + 3 {
                to.push(to[at]);
            }
        } else {
            for _ in 0..=control {
                to.push(next()?);
            }
            if to.len() - start > wanted {
                return Err(damaged());
            }
        }
        match next() {
            Ok(byte) => control = usize::from(byte),
            Err(_) => return Ok(()),
        }
    }
}
