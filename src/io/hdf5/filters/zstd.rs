//! The filter Zstandard (number 32015): a frame, or several.

use super::reserve;
use crate::context::Result;
use crate::io::hdf5::damage::corrupt;
use ruzstd::decoding::FrameDecoder;

/// Decompresses `from` and appends the result, up to `most` bytes. A checksum of the content is verified.
pub fn decompress(from: &[u8], to: &mut Vec<u8>, most: usize) -> Result<()> {
    let start = to.len();
    reserve(to, most)?;
    to.resize(start + most, 0);
    let unpacked = FrameDecoder::new().decode_all(from, &mut to[start..]);
    match unpacked {
        Ok(n) => {
            to.truncate(start + n);
            Ok(())
        }
        Err(error) => Err(corrupt("the compressed bytes are damaged").because(error)),
    }
}

/// A frame of up to 255 bytes that are stored as they are (RFC 8878, 3.1.1).
#[cfg(test)]
pub fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut out = vec![0x28, 0xB5, 0x2F, 0xFD, 0x20, bytes.len() as u8];
    // The last block, raw.
    out.extend(&(1 | (bytes.len() as u32) << 3).to_le_bytes()[..3]);
    out.extend(bytes);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_follow_each_other_and_damage_is_an_error() {
        let mut to = b"before".to_vec();
        decompress(&[stored(b"abc"), stored(b"de")].concat(), &mut to, 5).unwrap();
        assert_eq!(to, b"beforeabcde");
        for bytes in [&stored(b"abc")[..8], &stored(b"abcdef"), b"nothing"] {
            let error = decompress(bytes, &mut Vec::new(), 5).unwrap_err();
            assert_eq!(error.message(), "the compressed bytes are damaged", "{bytes:?}");
        }
    }
}
