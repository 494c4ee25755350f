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
