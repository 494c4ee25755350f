//! Checksums of the file's structures.

use super::damage::corrupt;
use crate::context::Result;
use hdf5_reader::checksum::jenkins_lookup3;

/// The bytes before a checksum, which is verified.
pub fn verified(bytes: &[u8]) -> Result<&[u8]> {
    let (body, sum) = bytes.split_last_chunk::<4>().ok_or_else(|| corrupt("a structure ends before its checksum"))?;
    if jenkins_lookup3(body) == u32::from_le_bytes(*sum) {
        return Ok(body);
    }
    Err(corrupt("a checksum does not fit: bytes of the file were changed, or are still being written"))
}
