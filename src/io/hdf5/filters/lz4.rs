//! The filter LZ4 (number 32004): the length of the whole and of a block, then blocks, each with its length before it;
//! all numbers have their high byte first. A block that could not be made smaller is stored as it is.

use crate::context::Result;
use crate::io::hdf5::damage::corrupt;

/// Decompresses `from` and appends the result, up to `most` bytes.
pub fn decompress(from: &[u8], to: &mut Vec<u8>, most: usize) -> Result<()> {
    let ends = || corrupt("the compressed bytes end early");
    let (total, rest) = from.split_first_chunk::<8>().ok_or_else(ends)?;
    let (block, mut rest) = rest.split_first_chunk::<4>().ok_or_else(ends)?;
    let total = usize::try_from(u64::from_be_bytes(*total)).ok().filter(|&n| n <= most);
    let total = total.ok_or_else(|| corrupt("the compressed bytes hold more than they may"))?;
    let block = (u32::from_be_bytes(*block) as usize).min(total);
    if block == 0 && total > 0 {
        return Err(corrupt("the blocks have no length"));
    }
    while to.len() < total {
        let (length, after) = rest.split_first_chunk::<4>().ok_or_else(ends)?;
        let (packed, after) = after.split_at_checked(u32::from_be_bytes(*length) as usize).ok_or_else(ends)?;
        rest = after;
        let wanted = block.min(total - to.len());
        if packed.len() == wanted {
            to.extend_from_slice(packed);
        } else {
            self::block(packed, to, wanted)?;
        }
    }
    Ok(())
}

/// Decompresses one LZ4 block of a known size and appends it.
pub fn block(packed: &[u8], to: &mut Vec<u8>, wanted: usize) -> Result<()> {
    let start = to.len();
    super::reserve(to, wanted)?;
    to.resize(start + wanted, 0);
    match lz4_flex::block::decompress_into(packed, &mut to[start..]) {
        Ok(n) if n == wanted => Ok(()),
        Ok(n) => Err(corrupt(format!("a block of {wanted} bytes unpacks to {n}"))),
        Err(error) => Err(corrupt("the compressed bytes are damaged").because(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lengths of the whole and of a block, then blocks with their lengths.
    fn packed(total: u64, block: u32, blocks: &[&[u8]]) -> Vec<u8> {
        let mut out = [&total.to_be_bytes()[..], &block.to_be_bytes()].concat();
        for block in blocks {
            out.extend((block.len() as u32).to_be_bytes());
            out.extend(*block);
        }
        out
    }

    fn unpack(bytes: &[u8]) -> std::result::Result<Vec<u8>, String> {
        let mut to = Vec::new();
        decompress(bytes, &mut to, 100).map(|()| to).map_err(|error| error.message().to_owned())
    }

    #[test]
    fn blocks_are_stored_or_packed() {
        let twenty = lz4_flex::block::compress(b"aaaaaaaaaaaaaaaaaaaa");
        assert!(twenty.len() < 20);
        assert_eq!(unpack(&packed(23, 20, &[&twenty, b"xyz"])).unwrap(), b"aaaaaaaaaaaaaaaaaaaaxyz");
        assert_eq!(unpack(&packed(0, 0, &[])).unwrap(), b"");
        // A block that is longer than the whole is as long as the whole.
        assert_eq!(unpack(&packed(3, u32::MAX, &[b"xyz"])).unwrap(), b"xyz");
    }

    #[test]
    fn lengths_that_cannot_be_are_errors() {
        let early = "the compressed bytes end early";
        for (bytes, message) in [
            (packed(3, 3, &[])[..7].to_vec(), early),
            (packed(3, 3, &[])[..11].to_vec(), early),
            (packed(3, 3, &[]), early),
            (packed(3, 3, &[b"xyz"])[..18].to_vec(), early),
            (packed(101, 10, &[b"xyz"]), "the compressed bytes hold more than they may"),
            (packed(u64::MAX, 10, &[b"xyz"]), "the compressed bytes hold more than they may"),
            (packed(3, 0, &[b"xyz"]), "the blocks have no length"),
            (packed(20, 20, &[&lz4_flex::block::compress(&[7; 19])]), "a block of 20 bytes unpacks to 19"),
            (packed(20, 20, &[&lz4_flex::block::compress(&[7; 90])]), "the compressed bytes are damaged"),
        ] {
            assert_eq!(unpack(&bytes).unwrap_err(), message, "{bytes:?}");
        }
    }
}
