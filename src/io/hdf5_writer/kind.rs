//! Types of elements (IV.A.2.d), little-endian.

use crate::array::DType;

/// The type of numbers: booleans and complex numbers as h5py writes them.
pub fn of_numbers(dtype: DType) -> Vec<u8> {
    match dtype {
        DType::Bool => boolean(),
        DType::C64 => complex(DType::F32),
        DType::C128 => complex(DType::F64),
        real => number(real),
    }
}

/// Text of this many bytes in UTF-8, filled up with zeros: no reader has to look elsewhere for it.
pub fn text(length: u32) -> Vec<u8> {
    head(1, 3, 0x11, length)
}

/// Text of variable length in UTF-8, which stands in a heap.
pub fn text_in_heap() -> Vec<u8> {
    let mut out = head(1, 9, 0x101, 16);
    out.extend(number(DType::U8));
    out
}

/// Class and version, the class's bits, the size of an element.
fn head(version: u8, class: u8, bits: u32, size: u32) -> Vec<u8> {
    let mut out = vec![version << 4 | class];
    out.extend(&bits.to_le_bytes()[..3]);
    out.extend(size.to_le_bytes());
    out
}

/// An integer or a floating-point number of IEEE 754.
fn number(dtype: DType) -> Vec<u8> {
    let size = dtype.itemsize() as u32;
    let precision = (8 * size as u16).to_le_bytes();
    if !dtype.is_float() {
        let mut out = head(1, 0, if dtype.is_signed_integer() { 8 } else { 0 }, size);
        out.extend([0, 0, precision[0], precision[1]]);
        return out;
    }
    let (sign, exponent, exponent_bits, mantissa_bits, bias) =
        if size == 4 { (31u32, 23u8, 8u8, 23u8, 127u32) } else { (63, 52, 11, 52, 1023) };
    // The first bit of the mantissa is 1 and not stored.
    let mut out = head(1, 1, sign << 8 | 0x20, size);
    out.extend([0, 0, precision[0], precision[1], exponent, exponent_bits, 0, mantissa_bits]);
    out.extend(bias.to_le_bytes());
    out
}

/// An enumeration of one byte.
fn boolean() -> Vec<u8> {
    let mut out = head(3, 8, 2, 1);
    out.extend(number(DType::I8));
    out.extend(b"FALSE\0TRUE\0\x00\x01");
    out
}

/// A compound of the real part `r` and the imaginary part `i`.
fn complex(part: DType) -> Vec<u8> {
    let size = part.itemsize() as u8;
    let mut out = head(3, 6, 2, 2 * u32::from(size));
    for (name, offset) in [(b"r\0", 0), (b"i\0", size)] {
        out.extend(name);
        out.push(offset);
        out.extend(number(part));
    }
    out
}
