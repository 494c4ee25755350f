//! Datatypes ("HDF5 File Format Specification", IV.A.2.d), for the types of elements that are read.

use super::cursor::Cursor;
use super::damage::corrupt;
use crate::array::DType;
use crate::context::Result;

/// The type of elements in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Datatype {
    pub kind: Kind,
    /// The size of one element in the file, in bytes.
    pub size: usize,
}

/// What the elements are.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Integer(Integer),
    Float(Float),
    /// An enumeration: its numbers.
    Enumeration(Integer),
    /// An enumeration of one byte with the members FALSE and TRUE, as h5py writes it.
    Bool,
    /// A compound of a real part `r` and an imaginary part `i`, as h5py writes it: the type of both.
    Complex(Float),
    FixedText {
        spaces: bool,
    },
    VariableText,
    /// A type that is not supported; its name.
    Other(&'static str),
}

/// The positions of an integer's bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Integer {
    pub size: u8,
    pub signed: bool,
    pub big_endian: bool,
    pub offset: u16,
    pub precision: u16,
}

/// The positions of the parts of a floating-point number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Float {
    pub size: u8,
    pub big_endian: bool,
    pub sign: u8,
    pub exponent: (u8, u8),
    pub mantissa: (u8, u8),
    pub bias: u32,
    /// The mantissa's first bit is 1 and not stored.
    pub implied: bool,
}

/// The size of a floating-point number, the positions of its sign, exponent and mantissa, and the exponent's bias.
type FloatLayout = (u8, u8, (u8, u8), (u8, u8), u32);

/// IEEE 754's binary16, binary32 and binary64.
const IEEE: [FloatLayout; 3] =
    [(2, 15, (10, 5), (0, 10), 15), (4, 31, (23, 8), (0, 23), 127), (8, 63, (52, 11), (0, 52), 1023)];

impl Datatype {
    pub fn parse(cursor: &mut Cursor<'_>) -> Result<Self> {
        let start = cursor.u32()?;
        let (class, version, bits) = (start & 0xF, start >> 4 & 0xF, start >> 8);
        let size = cursor.u32()? as usize;
        if !(1..=5).contains(&version) {
            return Err(corrupt(format!("a datatype has version {version}; known: 1 to 5")));
        }
        if size == 0 {
            return Err(corrupt(match class {
                0 => "an integer type has no size",
                3 => "a text type has no size",
                _ => "a datatype has no size",
            }));
        }
        let kind = match class {
            0 => match Integer::parse(cursor, bits, size)? {
                Some(integer) => Kind::Integer(integer),
                None => Kind::Other("integers of more than 64 bits"),
            },
            1 => match Float::parse(cursor, bits, size)? {
                Some(float) => Kind::Float(float),
                None => Kind::Other("floating-point numbers of an unusual layout"),
            },
            2 => Kind::Other("times"),
            3 => Kind::FixedText { spaces: bits & 0xF == 2 },
            4 => Kind::Other("bit fields"),
            5 => Kind::Other("opaque bytes"),
            6 => match complex(*cursor, version, bits, size) {
                Ok(Some(float)) => Kind::Complex(float),
                _ => Kind::Other("compounds"),
            },
            7 => Kind::Other("references"),
            8 => enumeration(cursor, version, bits, size)?,
            9 if bits & 0xF == 1 => Kind::VariableText,
            9 => Kind::Other("sequences of variable length"),
            10 => Kind::Other("arrays in arrays"),
            11 => Kind::Other("complex numbers"),
            _ => return Err(corrupt("a datatype is of no known class")),
        };
        let reference = 8 + usize::from(cursor.sizes.offsets);
        if class == 9 && size != reference {
            return Err(corrupt(format!("an element of variable length takes {size} bytes, not {reference}")));
        }
        Ok(Datatype { kind, size })
    }
}

impl Kind {
    /// The dtype of numbers.
    pub fn dtype(&self) -> Option<DType> {
        Some(match self {
            Kind::Integer(integer) => integer.dtype(),
            Kind::Float(float) => {
                if float.size <= 4 {
                    DType::F32
                } else {
                    DType::F64
                }
            }
            Kind::Enumeration(_) => DType::I64,
            Kind::Bool => DType::Bool,
            Kind::Complex(float) => {
                if float.size == 4 {
                    DType::C64
                } else {
                    DType::C128
                }
            }
            _ => return None,
        })
    }
}

impl Integer {
    /// `None` for more than 64 bits.
    fn parse(cursor: &mut Cursor<'_>, bits: u32, size: usize) -> Result<Option<Self>> {
        let (offset, precision) = (cursor.u16()?, cursor.u16()?);
        let Ok(size @ 1..=8) = u8::try_from(size) else { return Ok(None) };
        if precision == 0 || u32::from(offset) + u32::from(precision) > 8 * u32::from(size) {
            return Err(corrupt(format!("an integer of {size} bytes has {precision} bits from bit {offset} on")));
        }
        Ok(Some(Integer { size, signed: bits & 8 != 0, big_endian: bits & 1 != 0, offset, precision }))
    }

    fn dtype(self) -> DType {
        match (self.size, self.signed) {
            (1, false) => DType::U8,
            (1, true) => DType::I8,
            (2, false) => DType::U16,
            (2, true) => DType::I16,
            (3..=4, false) => DType::U32,
            (3..=4, true) => DType::I32,
            (_, false) => DType::U64,
            (_, true) => DType::I64,
        }
    }

    /// All bits count, and there are 8, 16, 32 or 64 of them.
    pub fn is_plain(self) -> bool {
        self.offset == 0 && self.precision == 8 * u16::from(self.size) && self.size.is_power_of_two()
    }

    /// The value of an element's bytes, of which there are up to eight.
    pub fn value(self, bytes: &[u8]) -> i64 {
        let raw = wide(bytes, self.big_endian) as u64 >> self.offset;
        let unused = 64 - u32::from(self.precision);
        let shifted = raw << unused;
        if self.signed { (shifted as i64) >> unused } else { (shifted >> unused) as i64 }
    }
}

impl Float {
    /// `None` for formats that are not supported: VAX order, more than 16 bytes, a stored first bit in 8 bytes or fewer.
    fn parse(cursor: &mut Cursor<'_>, bits: u32, size: usize) -> Result<Option<Self>> {
        cursor.skip(4)?;
        let exponent = (cursor.u8()?, cursor.u8()?);
        let mantissa = (cursor.u8()?, cursor.u8()?);
        let bias = cursor.u32()?;
        let sign = (bits >> 8) as u8;
        let Ok(size @ 1..=16) = u8::try_from(size) else { return Ok(None) };
        let fits = |(at, n): (u8, u8)| n > 0 && u32::from(at) + u32::from(n) <= 8 * u32::from(size);
        if !fits(exponent) || !fits(mantissa) || !fits((sign, 1)) {
            return Err(corrupt(format!("a floating-point number of {size} bytes has parts outside of them")));
        }
        if exponent.1 > 30 || bits & 0x41 > 1 {
            return Ok(None);
        }
        let implied = match bits >> 4 & 3 {
            2 => true,
            // 1: the first bit is always set, and stored, as in x87's 80 bits. libhdf5 takes others of IEEE's sizes for IEEE's numbers.
            0 | 1 if size > 8 => false,
            0 | 1 => return Ok(None),
            _ => return Err(corrupt("a floating-point number has an unknown normalization")),
        };
        Ok(Some(Float { size, big_endian: bits & 1 != 0, sign, exponent, mantissa, bias, implied }))
    }

    /// The number of bytes of IEEE 754's format of this layout, if it is one.
    pub fn ieee(self) -> Option<u8> {
        IEEE.iter()
            .find(|&&(size, sign, exponent, mantissa, bias)| {
                self.implied
                    && (self.size, self.sign, self.exponent, self.mantissa, self.bias)
                        == (size, sign, exponent, mantissa, bias)
            })
            .map(|&(size, ..)| size)
    }

    /// The value of an element's bytes, rounded to the nearest f64.
    pub fn value(self, bytes: &[u8]) -> f64 {
        let raw = wide(bytes, self.big_endian);
        let part = |(at, n): (u8, u8)| raw >> at & (u128::MAX >> (128 - u32::from(n)));
        let negative = part((self.sign, 1)) == 1;
        let (exponent, mantissa) = (part(self.exponent) as i64, part(self.mantissa));
        let largest = (1i64 << self.exponent.1) - 1;
        let fraction_bits = i64::from(self.mantissa.1) - i64::from(!self.implied);
        let fraction = if self.implied { mantissa } else { mantissa & !(1 << fraction_bits.max(0)) };
        let size = if exponent == largest {
            if fraction == 0 { f64::INFINITY } else { f64::NAN }
        } else {
            let (whole, power) = match (self.implied, exponent) {
                (true, 0) => (mantissa, 1),
                (true, _) => (mantissa | 1 << self.mantissa.1, exponent),
                (false, 0) => (mantissa, 1),
                (false, _) => (mantissa, exponent),
            };
            scale(whole as f64, power - i64::from(self.bias) - fraction_bits)
        };
        if negative { -size } else { size }
    }
}

/// `x` times two to the power, in steps that neither overflow nor round twice.
fn scale(mut x: f64, mut power: i64) -> f64 {
    while power > 1000 && x != 0.0 && x.is_finite() {
        x *= 2f64.powi(1000);
        power -= 1000;
    }
    while power < -1000 && x != 0.0 {
        x *= 2f64.powi(-900);
        power += 900;
    }
    x * 2f64.powi(power.clamp(-1000, 1000) as i32)
}

/// Up to 16 bytes as a number.
fn wide(bytes: &[u8], big_endian: bool) -> u128 {
    let add = |wide: u128, &byte: &u8| wide << 8 | u128::from(byte);
    if big_endian { bytes.iter().fold(0, add) } else { bytes.iter().rev().fold(0, add) }
}

fn enumeration(cursor: &mut Cursor<'_>, version: u32, bits: u32, size: usize) -> Result<Kind> {
    let members = bits & 0xFFFF;
    let base = Datatype::parse_base(cursor)?;
    if base.size != size {
        return Err(corrupt(format!("an enumeration of {size} bytes has values of {}", base.size)));
    }
    let Kind::Integer(integer) = base.kind else { return Ok(Kind::Other("enumerations of no integers")) };
    if size == 1 && members == 2 {
        let mut known = true;
        for _ in 0..2 {
            let name = cursor.text()?;
            // Before version 3 names are padded to multiples of eight bytes.
            if version < 3 {
                cursor.skip((name.len() + 1).next_multiple_of(8) - name.len() - 1)?;
            }
            known &= matches!(name, b"FALSE" | b"TRUE");
        }
        if known {
            return Ok(Kind::Bool);
        }
    }
    Ok(Kind::Enumeration(integer))
}

/// The type of both parts of a complex number; `None` for any other compound.
fn complex(mut cursor: Cursor<'_>, version: u32, bits: u32, size: usize) -> Result<Option<Float>> {
    if bits & 0xFFFF != 2 || !matches!(size, 8 | 16) {
        return Ok(None);
    }
    let mut parts = [None; 2];
    for (i, part) in parts.iter_mut().enumerate() {
        let name = cursor.text()?;
        if name != [b"r", b"i"][i] {
            return Ok(None);
        }
        // Before version 3 names are padded to multiples of eight bytes, and offsets have four bytes.
        cursor.skip(if version < 3 { 8 - name.len() - 1 } else { 0 })?;
        let offset = cursor.number(if version < 3 { 4 } else { 1 })?;
        if version == 1 {
            // The member as an array, which it is not.
            cursor.skip(28)?;
        }
        let mut ahead = cursor;
        if offset != (i * size / 2) as u64 || ahead.u32()? & 0xF != 1 {
            return Ok(None);
        }
        *part = match Datatype::parse(&mut cursor)? {
            Datatype { kind: Kind::Float(float), size: own } if own == size / 2 => Some(float),
            _ => None,
        };
    }
    // Each has the bytes of an IEEE 754 number.
    let [real, imaginary] = parts;
    let plain = |float: &Float| float.ieee().is_some_and(|bytes| bytes == float.size);
    Ok(real.filter(|float| plain(float) && imaginary == real))
}

impl Datatype {
    /// The base of an enumeration. It must be an integer, so that types are not nested.
    fn parse_base(cursor: &mut Cursor<'_>) -> Result<Self> {
        let mut ahead = *cursor;
        if ahead.u32()? & 0xF != 0 {
            return Ok(Datatype { kind: Kind::Other("something else"), size: ahead.u32()? as usize });
        }
        Datatype::parse(cursor)
    }
}

#[cfg(test)]
mod tests {
    use super::super::cursor::Sizes;
    use super::*;

    fn float(ieee: usize) -> Float {
        let (size, sign, exponent, mantissa, bias) = IEEE[ieee];
        Float { size, big_endian: false, sign, exponent, mantissa, bias, implied: true }
    }

    #[test]
    fn floats_of_any_layout_have_their_value() {
        for x in [0.0, -0.0, 1.0, -1.5, 1e-300, f64::MIN_POSITIVE / 8.0, f64::MAX, f64::INFINITY, 5e-324] {
            assert_eq!(float(2).value(&x.to_le_bytes()).to_bits(), x.to_bits(), "{x}");
        }
        assert!(float(2).value(&f64::NAN.to_le_bytes()).is_nan());
        for x in [0.1f32, -3e38, 1e-45, f32::NEG_INFINITY] {
            assert_eq!(float(1).value(&x.to_le_bytes()), f64::from(x));
        }
        // binary16: 1/3 and the smallest number.
        assert_eq!(float(0).value(&0x3555u16.to_le_bytes()), 0.333251953125);
        assert_eq!(float(0).value(&1u16.to_le_bytes()), 2f64.powi(-24));
        // bfloat16 of pi.
        let brain =
            Float { size: 2, big_endian: true, sign: 15, exponent: (7, 8), mantissa: (0, 7), bias: 127, implied: true };
        assert_eq!(brain.value(&0x4049u16.to_be_bytes()), 3.140625);
        // x87's 80 bits in 16 bytes, the mantissa's first bit stored: 1 and -0.75.
        let x87 = Float {
            size: 16,
            big_endian: false,
            sign: 79,
            exponent: (64, 15),
            mantissa: (0, 64),
            bias: 16383,
            implied: false,
        };
        assert_eq!(x87.value(&(0x3FFFu128 << 64 | 1 << 63).to_le_bytes()), 1.0);
        assert_eq!(x87.value(&(0xBFFEu128 << 64 | 3 << 62).to_le_bytes()), -0.75);
        assert_eq!(x87.value(&(0x7FFFu128 << 64 | 1 << 63).to_le_bytes()), f64::INFINITY);
    }

    #[test]
    fn integers_of_any_bits_have_their_value() {
        let integer =
            |size, signed, big_endian, offset, precision| Integer { size, signed, big_endian, offset, precision };
        assert_eq!(integer(3, true, false, 0, 24).value(&[0xFE, 0xFF, 0xFF]), -2);
        assert_eq!(integer(2, false, true, 0, 16).value(&[1, 2]), 258);
        assert_eq!(integer(2, true, false, 4, 10).value(&0x3FF0u16.to_le_bytes()), -1);
        assert_eq!(integer(8, false, false, 0, 64).value(&u64::MAX.to_le_bytes()) as u64, u64::MAX);
    }

    #[test]
    fn damaged_types_are_errors() {
        let sizes = Sizes { offsets: 8, lengths: 8 };
        let parse = |bytes: &[u8]| Datatype::parse(&mut Cursor::new(bytes, sizes));
        assert!(parse(&[0x10, 0, 0, 0, 4, 0, 0, 0, 0, 0, 32, 0]).is_ok());
        assert!(parse(&[0x10, 0, 0, 0, 4, 0, 0, 0, 1, 0, 32, 0]).is_err());
        assert!(parse(&[0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 32, 0]).is_err());
        assert!(parse(&[0x10, 0, 0, 0, 4, 0, 0, 0, 0, 0]).is_err());
        assert!(parse(&[0x1F, 0, 0, 0, 4, 0, 0, 0]).is_err());
        // An enumeration of enumerations of ...
        let deep: Vec<u8> = [0x38, 2, 0, 0, 1, 0, 0, 0].repeat(10_000);
        assert_eq!(parse(&deep).unwrap().kind, Kind::Other("enumerations of no integers"));
    }
}
