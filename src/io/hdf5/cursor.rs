//! Reads little-endian fields one after the other, never beyond the end of the bytes.

use super::damage::corrupt;
use crate::context::Result;

/// A position in a run of bytes.
#[derive(Clone, Copy)]
pub struct Cursor<'f> {
    bytes: &'f [u8],
    at: usize,
    /// The sizes of the file's addresses and lengths.
    pub sizes: Sizes,
}

/// The sizes of addresses ("offsets") and lengths in a file ("HDF5 File Format Specification", II.A).
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    pub offsets: u8,
    pub lengths: u8,
}

impl Sizes {
    /// Whether this address means that there is nothing: all its bits are set.
    pub fn undefined(self, address: u64) -> bool {
        address == u64::MAX >> (64 - 8 * u32::from(self.offsets.clamp(1, 8)))
    }
}

impl<'f> Cursor<'f> {
    pub fn new(bytes: &'f [u8], sizes: Sizes) -> Self {
        Cursor { bytes, at: 0, sizes }
    }

    pub fn position(&self) -> usize {
        self.at
    }

    pub fn rest(&self) -> &'f [u8] {
        &self.bytes[self.at..]
    }

    pub fn take(&mut self, n: usize) -> Result<&'f [u8]> {
        let taken = self
            .rest()
            .get(..n)
            .ok_or_else(|| corrupt(format!("a structure ends early: {n} bytes wanted, {} left", self.rest().len())))?;
        self.at += n;
        Ok(taken)
    }

    pub fn skip(&mut self, n: usize) -> Result<()> {
        self.take(n).map(|_| ())
    }

    pub fn u8(&mut self) -> Result<u8> {
        self.take(1).map(|b| b[0])
    }

    pub fn u16(&mut self) -> Result<u16> {
        self.take(2).map(|b| u16::from_le_bytes([b[0], b[1]]))
    }

    pub fn u32(&mut self) -> Result<u32> {
        self.take(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
    }

    /// A number of up to eight bytes.
    pub fn number(&mut self, bytes: u8) -> Result<u64> {
        if bytes > 8 {
            return Err(corrupt(format!("a number of {bytes} bytes; allowed: up to 8")));
        }
        let mut wide = [0; 8];
        wide[..usize::from(bytes)].copy_from_slice(self.take(usize::from(bytes))?);
        Ok(u64::from_le_bytes(wide))
    }

    pub fn offset(&mut self) -> Result<u64> {
        self.number(self.sizes.offsets)
    }

    pub fn length(&mut self) -> Result<u64> {
        self.number(self.sizes.lengths)
    }

    /// The bytes before the next NUL, which is skipped.
    pub fn text(&mut self) -> Result<&'f [u8]> {
        let end = self.rest().iter().position(|&b| b == 0);
        let end = end.ok_or_else(|| corrupt("a name does not end"))?;
        let text = self.take(end)?;
        self.skip(1)?;
        Ok(text)
    }

    /// Checks the four bytes that identify a structure.
    pub fn signature(&mut self, wanted: &[u8; 4]) -> Result<()> {
        if self.take(4)? == wanted {
            return Ok(());
        }
        let name = String::from_utf8_lossy(wanted);
        Err(corrupt(format!("a structure of the file is not where it should be ('{name}')")))
    }

    pub fn version(&mut self, what: &str, allowed: std::ops::RangeInclusive<u8>) -> Result<u8> {
        let version = self.u8()?;
        if allowed.contains(&version) {
            return Ok(version);
        }
        let (from, to) = (allowed.start(), allowed.end());
        Err(corrupt(format!("{what} has version {version}; known: {from} to {to}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_read_beyond_the_end() {
        let sizes = Sizes { offsets: 8, lengths: 4 };
        let mut cursor = Cursor::new(&[1, 2, 0, 4, 5], sizes);
        assert_eq!(cursor.text().unwrap(), [1, 2]);
        assert!(cursor.length().is_err());
        assert_eq!(cursor.u16().unwrap(), 0x0504);
        assert!(cursor.u8().is_err() && cursor.take(usize::MAX).is_err() && cursor.text().is_err());
        assert!(cursor.number(9).is_err());
        assert_eq!(cursor.number(0).unwrap(), 0);
    }

    #[test]
    fn undefined_addresses_have_all_bits_set() {
        assert!(Sizes { offsets: 4, lengths: 4 }.undefined(0xffff_ffff));
        assert!(!Sizes { offsets: 8, lengths: 8 }.undefined(0xffff_ffff));
        assert!(Sizes { offsets: 8, lengths: 8 }.undefined(u64::MAX));
    }
}
