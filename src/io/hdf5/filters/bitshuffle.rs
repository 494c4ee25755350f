//! The filter bitshuffle (number 32008; K. Masui et al., Astronomy and Computing 12 (2015) 181): the first bits of all
//! elements of a block are stored together, then the second bits, and so on; blocks may be compressed.

use super::{lz4, reserve, zstd};
use crate::context::{Error, Result, Status};
use crate::io::hdf5::damage::corrupt;

/// If the filter chooses the size of a block: the most bytes, and the fewest elements.
const BLOCK_BYTES: usize = 8192;
const BLOCK_ELEMENTS: usize = 128;

/// How blocks are compressed (the filter's fifth value).
#[derive(Clone, Copy, PartialEq)]
enum Packing {
    None,
    Lz4,
    Zstandard,
}

/// Decompresses `from` and appends the result, up to `most` bytes. `values` are the filter's parameters: two for its version, the size of an
/// element, of a block, and the compression.
pub fn undo(from: &[u8], values: &[u32], to: &mut Vec<u8>, most: usize) -> Result<()> {
    let value = |i: usize| values.get(i).map_or(0, |&value| value as usize);
    let size = value(2);
    if size == 0 || size > most {
        return Err(corrupt(format!("elements have {size} bytes")));
    }
    let packing = match value(4) {
        0 => Packing::None,
        2 => Packing::Lz4,
        3 => Packing::Zstandard,
        other => {
            return Err(Error::new(Status::Unsupported, format!("blocks are compressed in the unknown way {other}")));
        }
    };
    let ends = || corrupt("the compressed bytes end early");
    let (bytes, block, mut rest) = if packing == Packing::None {
        let default = (BLOCK_BYTES / size / 8 * 8).max(BLOCK_ELEMENTS);
        (from.len(), if value(3) == 0 { default } else { value(3) }, from)
    } else {
        let (total, rest) = from.split_first_chunk::<8>().ok_or_else(ends)?;
        let (block, rest) = rest.split_first_chunk::<4>().ok_or_else(ends)?;
        let total = usize::try_from(u64::from_be_bytes(*total)).unwrap_or(usize::MAX);
        (total, u32::from_be_bytes(*block) as usize / size, rest)
    };
    if bytes > most || block == 0 || block % 8 != 0 {
        return Err(corrupt(format!("{bytes} bytes are said to lie in blocks of {block} elements")));
    }
    reserve(to, bytes)?;
    let mut unpacked = Vec::new();
    // The last block is shorter; up to seven elements after it are stored as they are.
    let mut elements = bytes / size;
    while elements >= 8 {
        let n = block.min(elements / 8 * 8);
        elements -= n;
        let shuffled = if packing == Packing::None {
            let (shuffled, after) = rest.split_at_checked(n * size).ok_or_else(ends)?;
            rest = after;
            shuffled
        } else {
            let (length, after) = rest.split_first_chunk::<4>().ok_or_else(ends)?;
            let (packed, after) = after.split_at_checked(u32::from_be_bytes(*length) as usize).ok_or_else(ends)?;
            rest = after;
            unpacked.clear();
            match packing {
                Packing::Lz4 => lz4::block(packed, &mut unpacked, n * size)?,
                _ => zstd::decompress(packed, &mut unpacked, n * size)?,
            }
            if unpacked.len() != n * size {
                return Err(corrupt(format!("a block of {} bytes unpacks to {}", n * size, unpacked.len())));
            }
            &unpacked
        };
        untranspose(shuffled, size, to);
    }
    let left = bytes - bytes / size / 8 * 8 * size;
    to.extend_from_slice(rest.get(..left).ok_or_else(ends)?);
    Ok(())
}

/// Appends the elements of a block, of which there is a multiple of eight. Row r of the block holds bit r of all elements,
/// the first element in the lowest bit.
pub fn untranspose(block: &[u8], size: usize, to: &mut Vec<u8>) {
    let row = block.len() / size / 8;
    let start = to.len();
    to.resize(start + block.len(), 0);
    let elements = &mut to[start..];
    for byte in 0..size {
        for eight in 0..row {
            // Eight bytes hold eight bits each of eight elements: an 8 x 8 matrix of bits, to be transposed.
            let bits = (0..8).fold(0u64, |bits, k| bits | u64::from(block[(8 * byte + k) * row + eight]) << (8 * k));
            let turned = transpose_bits(bits).to_le_bytes();
            for (i, &turned) in turned.iter().enumerate() {
                elements[(8 * eight + i) * size + byte] = turned;
            }
        }
    }
}

/// The transpose of an 8 x 8 matrix of bits, a row a byte (H. S. Warren, Hacker's Delight, 7-3).
fn transpose_bits(mut x: u64) -> u64 {
    for (shift, mask) in [(7, 0x00AA_00AA_00AA_00AA), (14, 0x0000_CCCC_0000_CCCC), (28, 0x0000_0000_F0F0_F0F0)] {
        let t = (x ^ (x >> shift)) & mask;
        x ^= t ^ (t << shift);
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_come_back_to_their_elements() {
        for size in [1, 2, 3, 8] {
            let elements: Vec<u8> = (0..16 * size).map(|i| (i * 37 % 251) as u8).collect();
            let mut block = vec![0u8; elements.len()];
            for i in 0..16 {
                for bit in 0..8 * size {
                    let set = elements[i * size + bit / 8] >> (bit % 8) & 1;
                    block[bit * 2 + i / 8] |= set << (i % 8);
                }
            }
            let mut back = Vec::new();
            untranspose(&block, size, &mut back);
            assert_eq!(back, elements, "{size}");
        }
    }

    /// 24 elements of a size, as a block of 16 and one of 8 or as one of 24, with their bits in rows.
    fn rows(elements: &[u8], size: usize) -> Vec<u8> {
        let n = elements.len() / size;
        let mut block = vec![0u8; elements.len()];
        for i in 0..n {
            for bit in 0..8 * size {
                let set = elements[i * size + bit / 8] >> (bit % 8) & 1;
                block[bit * n / 8 + i / 8] |= set << (i % 8);
            }
        }
        block
    }

    fn unpack(from: &[u8], values: &[u32]) -> std::result::Result<Vec<u8>, (Status, String)> {
        let mut to = Vec::new();
        let undone = undo(from, values, &mut to, 1000);
        undone.map(|()| to).map_err(|error| (error.status(), error.message().to_owned()))
    }

    /// The bytes and a block's elements, then packed blocks.
    fn packed(bytes: u64, block: u32, blocks: &[Vec<u8>], rest: &[u8]) -> Vec<u8> {
        let mut out = [&bytes.to_be_bytes()[..], &block.to_be_bytes()].concat();
        for block in blocks {
            out.extend((block.len() as u32).to_be_bytes());
            out.extend(block);
        }
        out.extend(rest);
        out
    }

    #[test]
    fn blocks_of_every_packing_come_back() {
        // 27 elements: the last three are stored as they are.
        let elements: Vec<u8> = (0..54).map(|i| (i * 37 % 251) as u8).collect();
        let (blocks, rest) = ([rows(&elements[..32], 2), rows(&elements[32..48], 2)], &elements[48..]);
        let plain = [&blocks[0][..], &blocks[1], rest].concat();
        assert_eq!(unpack(&plain, &[0, 4, 2, 16, 0]).unwrap(), elements);
        // The filter's own size of a block is more than there is.
        let whole = [&rows(&elements[..48], 2)[..], rest].concat();
        assert_eq!(unpack(&whole, &[0, 4, 2, 0, 0]).unwrap(), elements);
        let lz4 = blocks.clone().map(|block| lz4_flex::block::compress(&block));
        assert_eq!(unpack(&packed(54, 32, &lz4, rest), &[0, 4, 2, 0, 2]).unwrap(), elements);
        let zstd = blocks.map(|block| zstd::stored(&block));
        assert_eq!(unpack(&packed(54, 32, &zstd, rest), &[0, 4, 2, 0, 3]).unwrap(), elements);
    }

    #[test]
    fn what_cannot_be_is_an_error() {
        let early = "the compressed bytes end early";
        let block = || lz4_flex::block::compress(&[0; 32]);
        for (from, values, message) in [
            (vec![0; 32], &[0, 4, 0, 16, 0][..], "elements have 0 bytes"),
            (vec![0; 32], &[0, 4], "elements have 0 bytes"),
            (vec![0; 32], &[0, 4, 1001, 16, 0], "elements have 1001 bytes"),
            (vec![0; 32], &[0, 4, 2, 12, 0], "32 bytes are said to lie in blocks of 12 elements"),
            (vec![0; 1001], &[0, 4, 1, 16, 0], "1001 bytes are said to lie in blocks of 16 elements"),
            (packed(1001, 32, &[], &[]), &[0, 4, 2, 0, 2], "1001 bytes are said to lie in blocks of 16 elements"),
            (packed(32, 1, &[], &[]), &[0, 4, 2, 0, 2], "32 bytes are said to lie in blocks of 0 elements"),
            (vec![0; 7], &[0, 4, 2, 0, 2], early),
            (vec![0; 11], &[0, 4, 2, 0, 3], early),
            (packed(32, 32, &[], &[0; 3]), &[0, 4, 2, 0, 2], early),
            (packed(32, 32, &[], &[0, 0, 0, 9]), &[0, 4, 2, 0, 2], early),
            (packed(34, 32, &[block()], &[0]), &[0, 4, 2, 0, 2], early),
            (packed(32, 32, &[zstd::stored(&[0; 8])], &[]), &[0, 4, 2, 0, 3], "a block of 32 bytes unpacks to 8"),
        ] {
            assert_eq!(unpack(&from, values), Err((Status::Corrupt, message.to_owned())), "{values:?}");
        }
        let unknown = (Status::Unsupported, "blocks are compressed in the unknown way 1".to_owned());
        assert_eq!(unpack(&[0; 32], &[0, 4, 2, 16, 1]), Err(unknown));
    }
}
