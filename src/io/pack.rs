//! Numbers made small: their bytes are regrouped (all first bytes, then all second ones, ...), so that signs and
//! exponents stand together, and deflated (RFC 1951). The regrouping is HDF5's filter "shuffle".

use crate::array::alloc;
use crate::context::{Error, Result, Status};
use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status as Stream};

/// Fewer bytes are not packed: they would hardly become less.
const WORTH: usize = 64;
/// Deflate makes at most 1032 bytes of one.
const MAX_RATIO: usize = 1040;
/// The output grows by this much at a time.
const STEP: usize = 1 << 16;

/// Packs one array after the other: setting up the compressor costs more than a small array.
pub(super) struct Packer {
    stream: Compress,
    shuffled: Vec<u8>,
}

impl Packer {
    pub fn new() -> Packer {
        Packer::with_header(false)
    }

    /// The same with zlib's header and checksum (RFC 1950), as HDF5's filter "deflate" has them.
    #[cfg(feature = "hdf5")]
    pub fn with_zlib_header() -> Packer {
        Packer::with_header(true)
    }

    fn with_header(zlib: bool) -> Packer {
        // On the bytes of measured numbers higher levels take four times as long to save one part in ten.
        Packer { stream: Compress::new(Compression::fast(), zlib), shuffled: Vec::new() }
    }

    /// The packed bytes of numbers of `width` bytes each, or `None` when they would not become fewer.
    ///
    /// # Errors
    /// [`Status::NoMemory`].
    pub fn pack(&mut self, bytes: &[u8], width: usize) -> Result<Option<Vec<u8>>> {
        if bytes.len() < WORTH {
            return Ok(None);
        }
        let input = if width > 1 {
            reserve(&mut self.shuffled, bytes.len())?;
            shuffle(bytes, width, &mut self.shuffled);
            &self.shuffled[..]
        } else {
            bytes
        };
        self.stream.reset();
        let mut out = Vec::new();
        loop {
            if out.len() >= bytes.len() {
                return Ok(None);
            }
            reserve_more(&mut out, STEP.min(bytes.len()))?;
            let rest = &input[self.stream.total_in() as usize..];
            let done = self.stream.compress_vec(rest, &mut out, FlushCompress::Finish);
            match done.map_err(|e| Error::new(Status::Internal, "packing an array").because(e))? {
                Stream::StreamEnd => return Ok((out.len() < bytes.len()).then_some(out)),
                Stream::Ok | Stream::BufError => {}
            }
        }
    }
}

/// The `length` bytes that were packed, or `None` when they do not come out.
pub(super) fn unpack(packed: &[u8], width: usize, length: usize) -> Option<Vec<u8>> {
    // Asked before there is memory for them.
    if width == 0 || !length.is_multiple_of(width) || length / MAX_RATIO > packed.len() {
        return None;
    }
    let mut out = alloc::vec::<u8>(length).ok()?;
    let mut stream = Decompress::new(false);
    let end = stream.decompress_vec(packed, &mut out, FlushDecompress::Finish).ok()?;
    if end != Stream::StreamEnd || out.len() != length || stream.total_in() != packed.len() as u64 {
        return None;
    }
    if width == 1 {
        return Some(out);
    }
    let mut back = alloc::zeroed_vec::<u8>(length).ok()?;
    let n = length / width;
    for (b, group) in out.chunks_exact(n.max(1)).enumerate() {
        back[b..].iter_mut().step_by(width).zip(group).for_each(|(to, &from)| *to = from);
    }
    Some(back)
}

/// Unpacks data with zlib's header (RFC 1950), or `None` when it is damaged or more than `most` bytes.
pub(super) fn inflate_at_most(packed: &[u8], most: usize) -> Option<Vec<u8>> {
    let mut stream = Decompress::new(true);
    let mut out: Vec<u8> = Vec::new();
    loop {
        // One byte more tells that there is too much.
        let room = STEP.min((most + 1).saturating_sub(out.len()));
        if room == 0 {
            return None;
        }
        reserve_more(&mut out, room).ok()?;
        let before = (stream.total_in(), stream.total_out());
        let rest = packed.get(stream.total_in() as usize..)?;
        match stream.decompress_vec(rest, &mut out, FlushDecompress::None).ok()? {
            Stream::StreamEnd => return (out.len() <= most).then_some(out),
            Stream::Ok | Stream::BufError if (stream.total_in(), stream.total_out()) == before => return None,
            Stream::Ok | Stream::BufError => {}
        }
    }
}

fn shuffle(bytes: &[u8], width: usize, out: &mut Vec<u8>) {
    out.clear();
    for b in 0..width {
        out.extend(bytes[b..].iter().step_by(width));
    }
}

fn reserve(buffer: &mut Vec<u8>, length: usize) -> Result<()> {
    buffer.clear();
    reserve_more(buffer, length)
}

fn reserve_more(buffer: &mut Vec<u8>, length: usize) -> Result<()> {
    buffer
        .try_reserve(length)
        .map_err(|_| Error::new(Status::NoMemory, format!("{length} bytes could not be allocated")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back() {
        let mut packer = Packer::new();
        for (width, n) in [(1usize, 65usize), (2, 40), (4, 1000), (8, 8), (8, 30_001), (8, 5)] {
            let bytes: Vec<u8> = (0..n).flat_map(|i| (1.0 + i as f64 / 8.0).to_be_bytes()[..width].to_vec()).collect();
            match packer.pack(&bytes, width).unwrap() {
                Some(packed) => {
                    assert!(packed.len() < bytes.len());
                    assert_eq!(unpack(&packed, width, bytes.len()).unwrap(), bytes);
                    assert!(unpack(&packed, width, bytes.len() + width).is_none());
                    assert!(unpack(&packed[..packed.len() - 1], width, bytes.len()).is_none());
                    assert!(unpack(&[&packed[..], b"x"].concat(), width, bytes.len()).is_none());
                }
                None => assert!(bytes.len() < WORTH, "{width} {n}"),
            }
        }
    }

    #[test]
    fn what_does_not_become_smaller_is_left_alone() {
        let mut state = 1u64;
        let noise: Vec<u8> = (0..300_000)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (state >> 56) as u8
            })
            .collect();
        assert!(Packer::new().pack(&noise, 1).unwrap().is_none());
    }

    #[test]
    fn a_length_that_no_input_can_have_is_refused_before_memory_is_asked() {
        assert!(unpack(&[0; 100], 8, 1 << 40).is_none());
        assert!(unpack(&[], 8, 8).is_none());
    }
}
