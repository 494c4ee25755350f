//! Filters, which compress or rearrange chunks; they are undone in reverse order.
//!
//! | filter | who undoes it |
//! |---|---|
//! | deflate | `flate2` |
//! | shuffle, Fletcher-32, szip, n-bit, scale-offset | `hdf5-reader` |
//! | LZF, LZ4, bitshuffle, Blosc | the files here; LZ4's blocks `lz4_flex` |
//! | Zstandard | `ruzstd` |

use super::file::from_reader;
use super::layout::Filter;
use super::limits::MAX_COMPRESSION;
use crate::context::{Error, Result, Status};
use crate::io::hdf5::damage::corrupt;
use flate2::{Decompress, FlushDecompress};
use hdf5_reader::filters as theirs;

mod bitshuffle;
mod blosc;
mod lz4;
mod lzf;
mod zstd;

const DEFLATE: u16 = 1;
const SHUFFLE: u16 = 2;
const FLETCHER32: u16 = 3;
const SZIP: u16 = 4;
const NBIT: u16 = 5;
const SCALE_OFFSET: u16 = 6;
const LZF: u16 = 32000;
const BLOSC: u16 = 32001;
const LZ4: u16 = 32004;
const BITSHUFFLE: u16 = 32008;
const ZSTANDARD: u16 = 32015;

/// The filters that are undone, by name.
const KNOWN: [(u16, &str); 11] = [
    (DEFLATE, "deflate"),
    (SHUFFLE, "shuffle"),
    (FLETCHER32, "Fletcher-32"),
    (SZIP, "szip"),
    (NBIT, "n-bit"),
    (SCALE_OFFSET, "scale-offset"),
    (LZF, "LZF"),
    (BLOSC, "Blosc"),
    (LZ4, "LZ4"),
    (BITSHUFFLE, "bitshuffle"),
    (ZSTANDARD, "Zstandard"),
];

/// Registered filters that are not undone, by name.
const NAMES: [(u16, &str); 14] = [
    (305, "LZO"),
    (307, "bzip2"),
    (32002, "MAFISC"),
    (32003, "Snappy"),
    (32007, "VBZ"),
    (32009, "SPDP"),
    (32010, "LPC-Rice"),
    (32011, "CCSDS-123"),
    (32012, "JPEG-LS"),
    (32013, "ZFP"),
    (32014, "Fpzip"),
    (32017, "SZ"),
    (32024, "SZ3"),
    (32026, "Blosc2"),
];

/// Undoes the filters of one dataset, chunk by chunk.
pub struct Decoder<'d> {
    filters: &'d [Filter],
    element: usize,
    /// The bytes of a decoded chunk.
    bytes: usize,
    inflate: Option<Decompress>,
    buffers: [Vec<u8>; 2],
}

impl<'d> Decoder<'d> {
    /// # Errors
    /// [`Status::Unsupported`] when there is a filter that cannot be undone.
    pub fn new(filters: &'d [Filter], element: usize, bytes: u64) -> Result<Self> {
        for filter in filters {
            if KNOWN.iter().all(|(known, _)| *known != filter.id) {
                return Err(unknown(filter));
            }
        }
        let inflate = filters.iter().any(|filter| filter.id == DEFLATE).then(|| Decompress::new(true));
        let bytes = usize::try_from(bytes).map_err(|_| corrupt("a chunk is larger than memory"))?;
        Ok(Decoder { filters, element, bytes, inflate, buffers: [Vec::new(), Vec::new()] })
    }

    /// The chunk without its filters.
    pub fn decode<'a>(&'a mut self, stored: &'a [u8], skipped: u32) -> Result<&'a [u8]> {
        let applied = |i: &usize| skipped & (1 << i) == 0;
        let mut filled = false;
        for i in (0..self.filters.len()).filter(applied).rev() {
            let filter = &self.filters[i];
            let [from, to] = &mut self.buffers;
            let from: &[u8] = if filled { from } else { stored };
            // The output of a filter in the middle may be a little longer than the chunk.
            let most = self.bytes + self.bytes / 8 + 4096;
            let undone = undo(filter, from, to, most, self.element, self.inflate.as_mut());
            undone.map_err(|error| error.during(format!("the filter {} failed", name(filter))))?;
            self.buffers.swap(0, 1);
            filled = true;
        }
        let decoded: &[u8] = if filled { &self.buffers[0] } else { stored };
        if decoded.len() == self.bytes {
            return Ok(decoded);
        }
        Err(corrupt(format!("a chunk of {} bytes unpacks to {}", self.bytes, decoded.len())))
    }
}

fn undo(
    filter: &Filter,
    from: &[u8],
    to: &mut Vec<u8>,
    most: usize,
    element: usize,
    inflate: Option<&mut Decompress>,
) -> Result<()> {
    to.clear();
    match filter.id {
        DEFLATE => {
            let room = most.min((from.len() as u64).saturating_mul(MAX_COMPRESSION) as usize + 64);
            reserve(to, room)?;
            let inflate = inflate.ok_or_else(|| Error::new(Status::Internal, "there is no decompressor"))?;
            inflate.reset(true);
            match inflate.decompress_vec(from, to, FlushDecompress::Finish) {
                Ok(flate2::Status::StreamEnd) => Ok(()),
                Ok(_) => Err(corrupt("the compressed bytes end early, or hold more than they may")),
                Err(error) => Err(corrupt("the compressed bytes are damaged").because(error)),
            }
        }
        SHUFFLE => {
            let size = filter.values.first().map_or(element, |&size| size as usize);
            reserve(to, from.len())?;
            unshuffle(from, size, to);
            Ok(())
        }
        LZF => {
            reserve(to, most.min(from.len().saturating_mul(lzf::MAX_EXPANSION)))?;
            lzf::decompress(from, to, most)
        }
        BLOSC => blosc::decompress(from, to, most),
        LZ4 => lz4::decompress(from, to, most),
        BITSHUFFLE => bitshuffle::undo(from, &filter.values, to, most),
        ZSTANDARD => zstd::decompress(from, to, most),
        FLETCHER32 => fletcher32(from, to),
        _ => {
            let description = hdf5_reader::messages::filter_pipeline::FilterDescription {
                id: filter.id,
                name: None,
                client_data: filter.values.clone(),
            };
            let undone = match filter.id {
                SZIP => theirs::szip::decompress_with_limit(from, &description.client_data, most),
                NBIT => theirs::nbit::decompress_with_limit(from, &description.client_data, most),
                // Sign, order and whether there is a fill value: `hdf5-reader` takes any other number for one of them.
                SCALE_OFFSET if filter.values.iter().skip(5).take(3).any(|&flag| flag > 1) => {
                    return Err(corrupt("its parameters are impossible"));
                }
                SCALE_OFFSET => theirs::scaleoffset::decompress_with_limit(from, &description.client_data, most),
                _ => return Err(unknown(filter)),
            };
            *to = undone.map_err(from_reader)?;
            Ok(())
        }
    }
}

fn reserve(to: &mut Vec<u8>, room: usize) -> Result<()> {
    to.try_reserve(room).map_err(|_| Error::new(Status::NoMemory, format!("{room} bytes could not be allocated")))
}

/// Undoes shuffle: the first bytes of all elements are stored together, then the second bytes, and so on; left-over bytes follow unchanged.
fn unshuffle(from: &[u8], size: usize, to: &mut Vec<u8>) {
    let elements = from.len().checked_div(size).unwrap_or(0);
    if size <= 1 || elements <= 1 {
        to.extend_from_slice(from);
        return;
    }
    let whole = elements * size;
    to.resize(whole, 0);
    fn planes<const N: usize>(from: &[u8], elements: usize, to: &mut [u8]) {
        let planes: [&[u8]; N] = std::array::from_fn(|k| &from[k * elements..(k + 1) * elements]);
        for (i, element) in to.chunks_exact_mut(N).enumerate() {
            for (byte, plane) in element.iter_mut().zip(planes) {
                *byte = plane[i];
            }
        }
    }
    match size {
        2 => planes::<2>(from, elements, to),
        4 => planes::<4>(from, elements, to),
        8 => planes::<8>(from, elements, to),
        _ => {
            for (k, plane) in from[..whole].chunks_exact(elements).enumerate() {
                to[k..].iter_mut().step_by(size).zip(plane).for_each(|(to, &from)| *to = from);
            }
        }
    }
    to.extend_from_slice(&from[whole..]);
}

/// The bytes without their checksum, which is verified: Fletcher's, over 16-bit words of the high byte first. Before
/// version 1.6.3 HDF5 wrote it with swapped bytes on some machines, and still reads it so.
fn fletcher32(from: &[u8], to: &mut Vec<u8>) -> Result<()> {
    let (body, stored) = from.split_last_chunk::<4>().ok_or_else(|| corrupt("a chunk ends before its checksum"))?;
    let (mut a, mut b) = (0u32, 0u32);
    // Sums of 360 words do not overflow.
    for block in body.chunks(720) {
        for word in block.chunks(2) {
            a += u32::from(word[0]) << 8 | word.get(1).map_or(0, |&low| u32::from(low));
            b += a;
        }
        a = (a & 0xFFFF) + (a >> 16);
        b = (b & 0xFFFF) + (b >> 16);
    }
    a = (a & 0xFFFF) + (a >> 16);
    b = (b & 0xFFFF) + (b >> 16);
    let sum = b << 16 | a;
    let swapped = [sum.to_be_bytes()[1], sum.to_be_bytes()[0], sum.to_be_bytes()[3], sum.to_be_bytes()[2]];
    if u32::from_le_bytes(*stored) != sum && u32::from_le_bytes(*stored) != u32::from_be_bytes(swapped) {
        return Err(corrupt("a chunk's checksum does not fit"));
    }
    reserve(to, body.len())?;
    to.extend_from_slice(body);
    Ok(())
}

fn name(filter: &Filter) -> String {
    let known = KNOWN.iter().chain(&NAMES).find(|(known, _)| *known == filter.id).map_or("", |(_, name)| name);
    match (known, filter.name.as_str()) {
        ("", "") => format!("number {}", filter.id),
        ("", named) => format!("'{named}' (number {})", filter.id),
        (known, _) => known.to_owned(),
    }
}

fn unknown(filter: &Filter) -> Error {
    Error::new(
        Status::Unsupported,
        format!("values are packed with the filter {}, which is not built in", name(filter)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shuffled_bytes_come_back_with_any_size_of_elements() {
        for size in 0..=9 {
            for len in [0, 1, 7, 8, 40, 41, 47] {
                let bytes: Vec<u8> = (0..len).collect();
                let elements = bytes.len().checked_div(size).unwrap_or(0);
                let mut shuffled = Vec::new();
                for k in 0..size {
                    shuffled.extend((0..elements).map(|i| bytes[i * size + k]));
                }
                shuffled.extend(&bytes[elements * size..]);
                let mut back = Vec::new();
                unshuffle(&shuffled, size, &mut back);
                assert_eq!(back, bytes, "{size} {len}");
            }
        }
    }

    #[test]
    fn a_filter_that_is_not_built_in_is_named() {
        let filter = |id, name: &str| [Filter { id, name: name.to_owned(), values: Vec::new() }];
        let message = |filters: &[Filter]| Decoder::new(filters, 1, 1).err().unwrap().to_string();
        assert!(message(&filter(32013, "")).contains("ZFP"));
        assert!(message(&filter(40000, "mine")).contains("'mine' (number 40000)"));
        assert!(message(&filter(40000, "")).contains("40000"));
    }

    fn filter(id: u16, values: &[u32]) -> Filter {
        Filter { id, name: String::new(), values: values.to_vec() }
    }

    /// What a chunk of some bytes gives through filters, or the error with its causes.
    fn decoded(filters: &[Filter], bytes: u64, stored: &[u8], skipped: u32) -> std::result::Result<Vec<u8>, String> {
        let mut decoder = Decoder::new(filters, 1, bytes).unwrap();
        let decoded = decoder.decode(stored, skipped).map(<[u8]>::to_vec);
        decoded.map_err(|error| error.to_string())
    }

    fn deflated(bytes: &[u8]) -> Vec<u8> {
        let mut out = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut out, bytes).unwrap();
        out.finish().unwrap()
    }

    #[test]
    fn deflated_chunks_have_the_length_that_they_must_have() {
        let chain = [filter(SHUFFLE, &[2]), filter(DEFLATE, &[])];
        let packed = deflated(b"acebdf");
        assert_eq!(decoded(&chain, 6, &packed, 0).unwrap(), b"abcdef");
        // The shuffle was skipped, then both.
        assert_eq!(decoded(&chain, 6, &packed, 1).unwrap(), b"acebdf");
        assert_eq!(decoded(&chain, 6, b"abcdef", 3).unwrap(), b"abcdef");
        for (bytes, stored, message) in [
            (7, &packed[..], "a chunk of 7 bytes unpacks to 6"),
            (6, &packed[..packed.len() - 5], "the compressed bytes end early, or hold more than they may"),
            (6, &deflated(&[0; 9000]), "the compressed bytes end early, or hold more than they may"),
            (6, b"abcdef", "the compressed bytes are damaged"),
        ] {
            let error = decoded(&chain, bytes, stored, 0).unwrap_err();
            assert!(error.contains(message), "{error}");
        }
    }

    #[test]
    fn checksums_are_verified() {
        // Words 0x0102 and 0x0300: sums 0x0402, and 0x0102 + 0x0402.
        let body = [1, 2, 3];
        let sum = 0x0504_0402u32.to_le_bytes();
        let chain = [filter(FLETCHER32, &[])];
        let with = |sum: [u8; 4]| decoded(&chain, 3, &[&body[..], &sum].concat(), 0);
        assert_eq!(with(sum).unwrap(), body);
        assert_eq!(with([sum[1], sum[0], sum[3], sum[2]]).unwrap(), body);
        assert!(with([2, 4, 4, 6]).unwrap_err().contains("a chunk's checksum does not fit"));
        assert!(decoded(&chain, 3, &[1, 2, 3], 0).unwrap_err().contains("a chunk ends before its checksum"));
    }

    #[test]
    fn impossible_parameters_are_errors_that_name_the_filter() {
        for (id, values, message) in [
            (
                SCALE_OFFSET,
                &[2, 0, 8, 0, 4, 2, 0, 0][..],
                "the filter scale-offset failed: its parameters are impossible",
            ),
            (SCALE_OFFSET, &[], "the filter scale-offset failed"),
            (SZIP, &[], "the filter szip failed"),
            (NBIT, &[], "the filter n-bit failed"),
            (LZF, &[], "the filter LZF failed: the compressed bytes are damaged"),
            (BLOSC, &[], "the filter Blosc failed: the compressed bytes end early"),
            (LZ4, &[], "the filter LZ4 failed: the compressed bytes end early"),
            (BITSHUFFLE, &[], "the filter bitshuffle failed: elements have 0 bytes"),
            (ZSTANDARD, &[], "the filter Zstandard failed"),
        ] {
            let error = decoded(&[filter(id, values)], 8, &[5], 0).unwrap_err();
            assert!(error.starts_with(message), "{error}");
        }
    }
}
