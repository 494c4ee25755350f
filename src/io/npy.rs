//! numpy's `.npy`: the array alone.
//!
//! Written is version 1.0, little-endian, C order. Read are versions 1 to 3, either byte order, either axis order, headers
//! of Python 2, and all dtypes that an array can have here in every spelling of numpy's (half floats become single ones).
//!
//! Reference: NumPy Enhancement Proposal 1, "A simple file format for NumPy arrays".

use super::{atomic, bytes, source};
use crate::array::{DType, Data, MAX_NDIM, MaskedArray};
use crate::context::{Context, Error, Result, Status};
use crate::image::{Image, Metadata, Value, metadata::text};
use std::path::Path;

const MAGIC: &[u8] = b"\x93NUMPY";
/// A longer header describes records, which cannot be read anyway; numpy itself believes 10,000 bytes.
const MAX_HEADER: usize = 1 << 16;

/// Whether the first bytes of a file are those of this format.
pub fn sniff(head: &[u8]) -> bool {
    head.starts_with(MAGIC)
}

/// Saves the array. Mask, planes, map and metadata have no place in this format; losing a mask is a warning.
///
/// # Errors
/// As [`atomic::write`].
pub fn save(ctx: &Context, image: &Image, path: &Path) -> Result<()> {
    if image.array().any_masked() {
        ctx.warn_of(
            crate::context::Warning::FileReduced,
            format!("'{}' is saved without the image's mask: the npy format has none", path.display()),
        );
    }
    let header = header(image.dtype(), image.shape());
    atomic::write(path, |out| {
        out.write_all(&header)
            .and_then(|()| bytes::write_le(image.data(), out))
            .map_err(|e| Error::io("writing the array", &e))
    })
}

fn header(dtype: DType, shape: &[usize]) -> Vec<u8> {
    let (kind, size) = match dtype {
        DType::Bool => ('b', 1),
        d if d.is_signed_integer() => ('i', d.itemsize()),
        d if d.is_unsigned_integer() => ('u', d.itemsize()),
        d if d.is_float() => ('f', d.itemsize()),
        d => ('c', d.itemsize()),
    };
    let order = if size == 1 { '|' } else { '<' };
    let mut lengths: String = shape.iter().map(|n| format!("{n}, ")).collect();
    if shape.len() > 1 {
        lengths.truncate(lengths.len() - 2);
    } else {
        lengths.truncate(lengths.trim_end().len());
    }
    let mut text = format!("{{'descr': '{order}{kind}{size}', 'fortran_order': False, 'shape': ({lengths}), }}");
    // Magic, version, length, text and a line feed fill a multiple of 64 bytes.
    let total = (MAGIC.len() + 4 + text.len() + 1).next_multiple_of(64);
    text += &" ".repeat(total - MAGIC.len() - 4 - text.len() - 1);
    text.push('\n');
    let mut out = MAGIC.to_vec();
    out.extend([1, 0]);
    out.extend((text.len() as u16).to_le_bytes());
    out.extend(text.bytes());
    out
}

/// Loads an array.
///
/// # Errors
/// [`Status::Format`] when the file is no npy file; [`Status::Unsupported`] for dtypes without a counterpart here;
/// [`Status::Corrupt`] when it is damaged or too short.
pub fn load(_ctx: &Context, path: &Path) -> Result<Image> {
    let file = source::read_all(path)?;
    decode(&file).map(Image::from).map_err(|e| e.during(format!("loading '{}' as npy", path.display())))
}

fn decode(file: &[u8]) -> Result<MaskedArray> {
    let Some(rest) = file.strip_prefix(MAGIC) else {
        return Err(Error::new(Status::Format, "the file does not begin with the signature of the npy format"));
    };
    let short = || Error::new(Status::Corrupt, "the file ends within its header");
    let (version, length, rest) = match *rest {
        [1, minor, a, b, ref rest @ ..] => ((1, minor), usize::from(u16::from_le_bytes([a, b])), rest),
        [major @ (2 | 3), minor, a, b, c, d, ref rest @ ..] => {
            ((major, minor), u32::from_le_bytes([a, b, c, d]) as usize, rest)
        }
        [major, minor, ..] if !(1..=3).contains(&major) => {
            return Err(Error::new(
                Status::Unsupported,
                format!("the file has version {major}.{minor} of the npy format; allowed: 1, 2 and 3"),
            ));
        }
        _ => return Err(short()),
    };
    let _ = version;
    let header = rest.get(..length).ok_or_else(short)?;
    if length > MAX_HEADER {
        return Err(Error::new(
            Status::Unsupported,
            format!("the file has a header of {length} bytes; allowed: up to {MAX_HEADER}"),
        ));
    }
    let Layout { dtype, half, big_endian, fortran, shape } = parse_header(&of_today(&source::text(header)))?;
    let stored = if half { DType::U16 } else { dtype };
    let data = bytes::read(&rest[length..], stored, &shape, big_endian, fortran)?;
    let data = match data {
        Data::U16(bits) if half => Data::from(crate::array::alloc::map(bits.view(), half_to_f32)?),
        data => data,
    };
    Ok(MaskedArray::from(data))
}

struct Layout {
    dtype: DType,
    half: bool,
    big_endian: bool,
    fortran: bool,
    shape: Vec<usize>,
}

fn parse_header(header: &str) -> Result<Layout> {
    let damaged = |what: &str| Error::new(Status::Corrupt, format!("the header of the npy file {what}"));
    let Value::Cluster(fields) = text::import_value("Cluster ()", header) else {
        return Err(damaged("is not a dictionary"));
    };
    let field = |fields: &Metadata, key: &str| {
        fields.value(key).cloned().ok_or_else(|| damaged(&format!("has no entry '{key}'")))
    };
    let Value::String(descr) = field(&fields, "descr")? else {
        return Err(Error::new(Status::Unsupported, "the file holds records; only plain arrays can be read"));
    };
    let Value::Bool(fortran) = field(&fields, "fortran_order")? else {
        return Err(damaged("has a 'fortran_order' that is neither True nor False"));
    };
    let Value::Tuple(lengths) = field(&fields, "shape")? else {
        return Err(damaged("has a 'shape' that is not a tuple"));
    };
    let shape = lengths
        .iter()
        .map(|n| match n {
            Value::Int(n) => usize::try_from(*n).ok(),
            _ => None,
        })
        .collect::<Option<Vec<usize>>>()
        .ok_or_else(|| damaged("has a 'shape' that is not made of lengths"))?;
    if shape.len() > MAX_NDIM {
        return Err(Error::new(
            Status::Unsupported,
            format!("the array has rank {}; allowed: 0 to {MAX_NDIM}", shape.len()),
        ));
    }
    let (order, name) = match descr.as_bytes().first() {
        Some(b'<' | b'>' | b'|' | b'=') => descr.split_at(1),
        _ => ("=", &descr[..]),
    };
    let (dtype, half) = match name {
        "f2" | "e" | "float16" => (DType::F32, true),
        name => match dtype(name) {
            Some(dtype) => (dtype, false),
            None => {
                return Err(Error::new(
                    Status::Unsupported,
                    format!(
                        "the file has dtype '{}'; allowed: bool, integers, floats and complex numbers",
                        source::shown(&descr)
                    ),
                ));
            }
        },
    };
    let big_endian = order == ">" || (order != "<" && cfg!(target_endian = "big"));
    Ok(Layout { dtype, half, big_endian, fortran, shape })
}

/// numpy's names: with their size, as a letter, in full.
fn dtype(name: &str) -> Option<DType> {
    Some(match name {
        "b1" | "?" => DType::Bool,
        "i1" | "b" => DType::I8,
        "i2" | "h" => DType::I16,
        "i4" | "i" => DType::I32,
        "i8" | "q" => DType::I64,
        "u1" | "B" => DType::U8,
        "u2" | "H" => DType::U16,
        "u4" | "I" => DType::U32,
        "u8" | "Q" => DType::U64,
        "f4" | "f" => DType::F32,
        "f8" | "d" | "float" => DType::F64,
        "c8" | "F" => DType::C64,
        "c16" | "D" | "complex" => DType::C128,
        name => return DType::from_name(name),
    })
}

/// A header of Python 2 as Python 3 writes it: long integers have no `L`, texts no `u` before their quotes.
fn of_today(header: &str) -> String {
    let mut out = String::with_capacity(header.len());
    let mut quote = None;
    let mut rest = header.chars().peekable();
    while let Some(c) = rest.next() {
        match quote {
            Some(open) => quote = Some(open).filter(|&open| open != c),
            None if matches!(c, '\'' | '"') => quote = Some(c),
            None if c == 'L' && out.ends_with(|c: char| c.is_ascii_digit()) => continue,
            None if c == 'u' && matches!(rest.peek(), Some('\'' | '"')) => continue,
            None => {}
        }
        out.push(c);
    }
    out
}

/// IEEE 754 binary16, exactly.
pub(super) fn half_to_f32(bits: u16) -> f32 {
    let sign = if bits & 0x8000 == 0 { 1.0 } else { -1.0 };
    let exponent = i32::from(bits >> 10 & 0x1F);
    let fraction = f32::from(bits & 0x3FF) / 1024.0;
    sign * match exponent {
        0 => fraction * 2f32.powi(-14),
        31 if fraction == 0.0 => f32::INFINITY,
        31 => f32::NAN,
        e => (1.0 + fraction) * 2f32.powi(e - 15),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_is_numpys() {
        let bytes = header(DType::F64, &[2, 3]);
        assert_eq!(bytes.len(), 128);
        assert!(
            bytes.starts_with(b"\x93NUMPY\x01\x00\x76\x00{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }")
        );
        assert!(bytes.ends_with(b" \n"));
        let shown = |shape: &[usize]| source::text(&header(DType::Bool, shape)[10..]).trim_end().to_owned();
        assert_eq!(shown(&[]), "{'descr': '|b1', 'fortran_order': False, 'shape': (), }");
        assert_eq!(shown(&[7]), "{'descr': '|b1', 'fortran_order': False, 'shape': (7,), }");
    }

    #[test]
    fn byte_order_axis_order_and_versions_are_followed() {
        let file = |version: u8, text: &str, body: &[u8]| {
            let mut out = MAGIC.to_vec();
            out.extend([version, 0]);
            match version {
                1 => out.extend((text.len() as u16).to_le_bytes()),
                _ => out.extend((text.len() as u32).to_le_bytes()),
            }
            out.extend(text.bytes());
            out.extend(body);
            out
        };
        let big = file(2, "{'descr': '>u2', 'fortran_order': True, 'shape': (2, 2), }\n", &[0, 1, 0, 2, 0, 3, 1, 0]);
        let array = decode(&big).unwrap();
        let values: Vec<u16> = array.data().typed::<u16>().unwrap().iter().copied().collect();
        assert_eq!(values, [1, 3, 2, 256]);
        let half = file(3, "{'descr': '<f2', 'fortran_order': False, 'shape': (2,), }\n", &[0x00, 0x3E, 0x01, 0x00]);
        let array = decode(&half).unwrap();
        let values: Vec<f32> = array.data().typed::<f32>().unwrap().iter().copied().collect();
        assert_eq!(values, [1.5, 2f32.powi(-24)]);
    }

    #[test]
    fn headers_of_python_2_and_dtypes_of_every_spelling() {
        assert_eq!(of_today("{u'descr': u'<f8L', 'shape': (3L, 10L), }"), "{'descr': '<f8L', 'shape': (3, 10), }");
        let layout = |descr: &str| {
            let header = format!("{{'descr': '{descr}', 'fortran_order': False, 'shape': (3L, 4L), }}");
            parse_header(&of_today(&header))
        };
        for (descr, dtype, big_endian) in [
            ("f8", DType::F64, false),
            ("=f8", DType::F64, false),
            ("|f8", DType::F64, false),
            (">d", DType::F64, true),
            ("|u1", DType::U8, false),
            ("u1", DType::U8, false),
            ("?", DType::Bool, false),
            ("float32", DType::F32, false),
            (">uint16", DType::U16, true),
            ("e", DType::F32, false),
            ("c16", DType::C128, false),
        ] {
            let found = layout(descr).unwrap();
            assert_eq!((found.dtype, found.big_endian, found.shape), (dtype, big_endian, vec![3, 4]), "{descr}");
            assert_eq!(found.half, descr == "e");
        }
        for descr in ["", "<", "f3", "x8", "<U4", "\u{3bc}8", "l"] {
            assert_eq!(layout(descr).err().unwrap().status(), Status::Unsupported, "{descr}");
        }
    }

    #[test]
    fn damaged_headers_are_errors() {
        let file = |text: &str| {
            let mut out = b"\x93NUMPY\x01\x00".to_vec();
            out.extend((text.len() as u16).to_le_bytes());
            out.extend(text.bytes());
            out
        };
        for (text, status) in [
            ("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }", Status::Corrupt),
            ("{'descr': '<f8', 'fortran_order': False, 'shape': (9223372036854775807, 9), }", Status::NoMemory),
            ("{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }", Status::Corrupt),
            ("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", Status::Unsupported),
            ("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }", Status::Unsupported),
            ("{'fortran_order': False, 'shape': (1,), }", Status::Corrupt),
            ("nonsense", Status::Corrupt),
        ] {
            assert_eq!(decode(&file(text)).unwrap_err().status(), status, "{text}");
        }
        assert_eq!(decode(b"\x93NUMPY\x07\x00  ").unwrap_err().status(), Status::Unsupported);
        assert_eq!(decode(b"text").unwrap_err().status(), Status::Format);
    }
}
