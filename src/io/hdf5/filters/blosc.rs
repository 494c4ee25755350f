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

#[cfg(test)]
mod tests {
    use super::*;

    /// A chunk: codec and flags, an element's size, the lengths of all and of a block, each block's parts.
    fn chunk(codec: u8, flags: u8, size: u8, bytes: u32, block: u32, blocks: &[&[&[u8]]]) -> Vec<u8> {
        let mut out = vec![2, 1, codec << 5 | flags, size];
        [bytes, block, 0].iter().for_each(|n| out.extend(n.to_le_bytes()));
        let mut at = 16 + 4 * blocks.len();
        for parts in blocks {
            out.extend((at as u32).to_le_bytes());
            at += parts.iter().map(|part| 4 + part.len()).sum::<usize>();
        }
        for part in blocks.iter().copied().flatten() {
            out.extend((part.len() as u32).to_le_bytes());
            out.extend(*part);
        }
        out
    }

    fn unpack(bytes: &[u8]) -> std::result::Result<Vec<u8>, (Status, String)> {
        let mut to = Vec::new();
        let done = decompress(bytes, &mut to, 10_000);
        done.map(|()| to).map_err(|error| (error.status(), error.message().to_owned()))
    }

    fn damage(bytes: &[u8]) -> String {
        let (status, message) = unpack(bytes).unwrap_err();
        assert_eq!(status, Status::Corrupt, "{message}");
        message
    }

    #[test]
    fn every_codec_unpacks() {
        let twenty = [7u8; 20];
        let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut zlib, &twenty).unwrap();
        // BloscLZ: a literal, and nineteen by a reference to the byte before.
        let packed: [(u8, Vec<u8>); 4] = [
            (0, vec![0, 7, 0xE0, 10, 0]),
            (1, lz4_flex::block::compress(&twenty)),
            (3, zlib.finish().unwrap()),
            (4, zstd::stored(&twenty)),
        ];
        for (codec, packed) in &packed {
            assert_eq!(unpack(&chunk(*codec, 0, 1, 20, 20, &[&[packed]])).unwrap(), twenty, "{codec}");
            // A part that is as long as what it holds is stored.
            let stored = chunk(*codec, 0, 1, 40, 20, &[&[packed], &[&[8; 20]]]);
            assert_eq!(unpack(&stored).unwrap(), [twenty, [8; 20]].concat(), "{codec}");
            let other = chunk(*codec, 0, 1, 21, 21, &[&[packed]]);
            assert!(unpack(&other).is_err(), "{codec}");
        }
        for (codec, name) in [(2, "its codec Snappy is not built in"), (7, "its codec number 7 is not built in")] {
            let found = unpack(&chunk(codec, 0, 1, 20, 20, &[&[b"x"]]));
            assert_eq!(found, Err((Status::Unsupported, name.to_owned())));
        }
        assert_eq!(damage(&chunk(3, 0, 1, 20, 20, &[&[b"no zlib"]])), "the compressed bytes are damaged");
        let short = &packed[2].1;
        assert_eq!(damage(&chunk(3, 0, 1, 30, 30, &[&[short]])), "a block has another length than it says");
    }

    #[test]
    fn bytes_and_bits_of_elements_come_together_again() {
        let elements: Vec<u8> = (0..64).map(|i| (i * 37 % 251) as u8).collect();
        let shuffled: Vec<u8> = (0..4).flat_map(|k| elements.iter().skip(k).step_by(4).copied()).collect();
        assert_eq!(unpack(&chunk(0, SHUFFLED, 4, 64, 64, &[&[&shuffled]])).unwrap(), elements);
        let mut bits = vec![0u8; 64];
        for (i, byte) in elements.iter().enumerate() {
            (0..8).for_each(|bit| bits[8 * bit + i / 8] |= (byte >> bit & 1) << (i % 8));
        }
        assert_eq!(unpack(&chunk(0, BIT_SHUFFLED, 1, 64, 64, &[&[&bits]])).unwrap(), elements);
        // Nine elements are no multiple of eight: they are stored unchanged.
        assert_eq!(unpack(&chunk(0, BIT_SHUFFLED, 1, 9, 9, &[&[&elements[..9]]])).unwrap(), elements[..9]);
        // Two bytes of each of 128 elements lie in parts of their own, unless the flag says that they do not.
        let long: Vec<u8> = (0..256).map(|i| (i * 91 % 256) as u8).collect();
        let (low, high) = (&long[..128], &long[128..]);
        assert_eq!(unpack(&chunk(0, 0, 2, 256, 256, &[&[low, high]])).unwrap(), long);
        assert_eq!(unpack(&chunk(0, NOT_SPLIT, 2, 256, 256, &[&[&long]])).unwrap(), long);
    }

    #[test]
    fn lengths_that_cannot_be_are_errors() {
        let early = "the compressed bytes end early";
        let whole = chunk(0, 0, 1, 3, 3, &[&[b"xyz"]]);
        assert_eq!(unpack(&whole).unwrap(), b"xyz");
        assert_eq!(unpack(&chunk(0, 0, 1, 0, 0, &[])).unwrap(), b"");
        for length in [0, 3, 15, 18, 22, 26] {
            assert_eq!(damage(&whole[..length]), early, "{length}");
        }
        let copied = [&chunk(0, COPIED, 1, 3, 3, &[])[..], b"xyz"].concat();
        assert_eq!(unpack(&copied).unwrap(), b"xyz");
        assert_eq!(damage(&copied[..18]), early);
        assert_eq!(damage(&chunk(0, 0, 1, 10_001, 3, &[])), "the compressed bytes hold more than they may");
        assert_eq!(damage(&chunk(0, 0, 1, 3, 0, &[])), "3 bytes are said to lie in blocks of 0");
        assert_eq!(damage(&chunk(0, 0, 1, 3, 4, &[])), "3 bytes are said to lie in blocks of 4");
        // Three parts of 128 bytes are one byte less than the block.
        let parts = [&[1u8; 128][..]; 3];
        assert_eq!(damage(&chunk(0, 0, 3, 385, 385, &[&parts])), "a block of 385 bytes unpacks to 384");
    }

    #[test]
    fn blosclz_refers_to_bytes_before() {
        let unpack = |packed: &[u8], wanted: usize| {
            // What lies before a block is not part of it.
            let mut to = b"before".to_vec();
            blosclz(packed, &mut to, wanted).map(|()| to.split_off(6)).map_err(|error| error.message().to_owned())
        };
        assert_eq!(unpack(&[0, b'a', 0x20, 0], 4).unwrap(), b"aaaa");
        assert_eq!(unpack(&[1, b'a', b'b', 0x40, 1, 0, b'c'], 7).unwrap(), b"abababc");
        // The high bits of the first byte say nothing.
        assert_eq!(unpack(&[0xE1, b'a', b'b'], 2).unwrap(), b"ab");
        assert_eq!(unpack(&[0, b'a', 0xE0, 255, 2, 0], 267).unwrap(), [b'a'; 267]);
        let mut far: Vec<u8> = Vec::new();
        let literals: Vec<u8> = (0..8320u32).map(|i| (i * i % 251) as u8).collect();
        literals.chunks(32).for_each(|part| far.extend([&[31], part].concat()));
        far.extend([0x3F, 255, 0, 5]);
        let from = 8320 - (5 + 8191 + 1);
        assert_eq!(unpack(&far, 8323).unwrap(), [&literals[..], &literals[from..from + 3]].concat());
        for (packed, wanted) in [
            (&[][..], 4),
            (&[3, b'a'], 4),
            (&[0, b'a', 0x20], 4),
            (&[0, b'a', 0xE0], 40),
            (&[0, b'a', 0x3F, 255, 0], 40),
            // Before the block's first byte; more than is wanted, by a reference and by literals.
            (&[0, b'a', 0x20, 1], 4),
            (&[0, b'a', 0x20, 0], 3),
            (&[0, b'a', 0xE0, 255, 255, 255, 0], 100),
            (&[1, b'a', b'b'], 1),
        ] {
            assert_eq!(unpack(packed, wanted).unwrap_err(), "the compressed bytes are damaged", "{packed:?}");
        }
    }
}
