//! LZF, h5py's own filter: LibLZF's format, in which a control byte begins a run of literal bytes or a
//! reference to bytes before. A chunk that could not be made smaller is stored as it is, with the filter skipped.

use crate::context::Result;
use crate::io::hdf5::damage::corrupt;

/// Three bytes decompress to 264 at most.
pub const MAX_EXPANSION: usize = 88;

/// Decompresses `from` and appends the result, up to `most` bytes.
pub fn decompress(mut from: &[u8], to: &mut Vec<u8>, most: usize) -> Result<()> {
    let damaged = || corrupt("the compressed bytes are damaged");
    while let Some((&control, rest)) = from.split_first() {
        let control = usize::from(control);
        let produced = if control < 32 {
            let (literals, rest) = rest.split_at_checked(control + 1).ok_or_else(damaged)?;
            from = rest;
            to.extend_from_slice(literals);
            literals.len()
        } else {
            let (length, rest) = match control >> 5 {
                7 => rest.split_first().map(|(&more, rest)| (7 + usize::from(more) + 2, rest)).ok_or_else(damaged)?,
                short => (short + 2, rest),
            };
            let (&low, rest) = rest.split_first().ok_or_else(damaged)?;
            from = rest;
            let back = ((control & 31) << 8 | usize::from(low)) + 1;
            let start = to.len().checked_sub(back).ok_or_else(damaged)?;
            // Source and destination may overlap.
            for at in start..start + length {
                to.push(to[at]);
            }
            length
        };
        if to.len() > most {
            return Err(damaged().because(format!("{produced} bytes too many")));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unpack(bytes: &[u8]) -> Option<Vec<u8>> {
        let mut to = Vec::new();
        decompress(bytes, &mut to, 1000).ok().map(|()| to)
    }

    #[test]
    fn literals_and_references_unpack() {
        assert_eq!(unpack(&[2, b'a', b'b', b'c']).unwrap(), b"abc");
        assert_eq!(unpack(&[0, b'x', 0x20, 0]).unwrap(), b"xxxx");
        assert_eq!(unpack(&[1, b'a', b'b', 0x40, 1]).unwrap(), b"ababab");
        assert_eq!(unpack(&[0, b'z', 0xE0, 10, 0]).unwrap().len(), 1 + 19);
    }

    #[test]
    fn damage_is_an_error() {
        for bytes in [&[5, 1][..], &[0x20, 0], &[0, b'x', 0xE0], &[0, b'x', 0x20], &[0, b'x', 0x3F, 0xFF]] {
            assert_eq!(unpack(bytes), None, "{bytes:?}");
        }
        let bomb: Vec<u8> = [0, b'x'].into_iter().chain([0xE0, 255, 0].repeat(10)).collect();
        assert_eq!(unpack(&bomb), None);
    }
}
