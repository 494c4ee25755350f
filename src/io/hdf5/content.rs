//! What datasets and attributes hold, as arrays and text.

use super::cursor::Cursor;
use super::damage::corrupt;
use super::datatype::{Datatype, Kind};
use super::file::File;
use super::heap::global_object;
use super::space::Space;
use super::text::to_utf8;
use super::values::Values;
use crate::array::{Data, Element, MAX_NDIM, alloc};
use crate::context::{Error, Result, Status};
use crate::io::bytes::FileElement;
use num_complex::Complex;
use std::borrow::Cow;

/// The lengths of the axes.
pub type Shape = Vec<usize>;

/// What a dataset or an attribute holds.
#[derive(Debug, Clone)]
pub enum Content {
    /// Declared to hold nothing.
    Null,
    /// Numbers or booleans.
    Numbers(Data),
    /// Text, in C order.
    Text(Shape, Vec<String>),
    /// Elements of a kind that is not supported; its name.
    Unread(&'static str),
}

/// The least number of bytes of memory that the content needs.
pub(super) fn memory(space: &Space, datatype: &Datatype) -> Result<u64> {
    let each = match (&datatype.kind, datatype.kind.dtype()) {
        (_, Some(dtype)) => dtype.itemsize() as u64,
        (Kind::FixedText { .. }, _) => (2 * datatype.size + size_of::<String>()) as u64,
        (Kind::VariableText, _) => size_of::<String>() as u64,
        _ => 0,
    };
    space.len()?.checked_mul(each).ok_or_else(|| corrupt("a dataset is too large"))
}

/// The content where no values need to be read for it.
pub(super) fn without_values(space: &Space, datatype: &Datatype) -> Option<Content> {
    let Some(dims) = &space.dims else { return Some(Content::Null) };
    match datatype.kind {
        Kind::Other(name) => Some(Content::Unread(name)),
        Kind::FixedText { .. } | Kind::VariableText => None,
        _ if dims.len() > MAX_NDIM => Some(Content::Unread("an array of more than eight axes")),
        _ => None,
    }
}

/// Reads everything. The caller has checked its size against the limits.
pub(super) fn read<'f>(
    file: &'f File<'f>,
    space: &Space,
    datatype: &Datatype,
    values: &Values<'f>,
    fill: Option<&[u8]>,
) -> Result<Content> {
    if fill.is_some_and(|fill| fill.len() != datatype.size) {
        return Err(corrupt("a fill value has not the size of its type"));
    }
    let Some(shape) = space.shape() else { return Ok(Content::Null) };
    let numbers = Numbers { shape: &shape, size: datatype.size, source: values, fill };
    let data = match datatype.kind {
        Kind::Integer(integer) => {
            let big_endian = integer.big_endian;
            let value = |bytes: &[u8]| integer.value(bytes);
            match (integer.size, integer.signed, integer.is_plain()) {
                (1, false, true) => numbers.plain::<u8>(big_endian),
                (1, true, true) => numbers.plain::<i8>(big_endian),
                (2, false, true) => numbers.plain::<u16>(big_endian),
                (2, true, true) => numbers.plain::<i16>(big_endian),
                (4, false, true) => numbers.plain::<u32>(big_endian),
                (4, true, true) => numbers.plain::<i32>(big_endian),
                (8, false, true) => numbers.plain::<u64>(big_endian),
                (8, true, true) => numbers.plain::<i64>(big_endian),
                (1, false, _) => numbers.read(|b| value(b) as u8),
                (1, true, _) => numbers.read(|b| value(b) as i8),
                (2, false, _) => numbers.read(|b| value(b) as u16),
                (2, true, _) => numbers.read(|b| value(b) as i16),
                (3..=4, false, _) => numbers.read(|b| value(b) as u32),
                (3..=4, true, _) => numbers.read(|b| value(b) as i32),
                (_, false, _) => numbers.read(|b| value(b) as u64),
                (_, true, _) => numbers.read(value),
            }
        }
        Kind::Float(float) => match (float.ieee(), float.size) {
            (Some(4), _) => numbers.plain::<f32>(float.big_endian),
            (Some(8), _) => numbers.plain::<f64>(float.big_endian),
            (_, ..=4) => numbers.read(|b| float.value(b) as f32),
            _ => numbers.read(|b| float.value(b)),
        },
        Kind::Enumeration(integer) => numbers.read(|b| integer.value(b)),
        Kind::Bool => numbers.read(|b| b[0] != 0),
        Kind::Complex(part) if part.size == 4 => numbers.plain::<Complex<f32>>(part.big_endian),
        Kind::Complex(part) => numbers.plain::<Complex<f64>>(part.big_endian),
        Kind::FixedText { spaces } => {
            let text = numbers.texts(file, |bytes, _| Ok(Cow::Borrowed(fixed_text(bytes, spaces))))?;
            return Ok(Content::Text(shape, text));
        }
        Kind::VariableText => {
            let text = numbers.texts(file, |bytes, file| variable_text(file, bytes).map(Cow::Borrowed))?;
            return Ok(Content::Text(shape, text));
        }
        Kind::Other(name) => return Ok(Content::Unread(name)),
    };
    data.map(Content::Numbers)
}

/// Elements of one kind.
struct Numbers<'a, 'f> {
    shape: &'a [usize],
    /// The bytes of an element in the file.
    size: usize,
    source: &'a Values<'f>,
    fill: Option<&'a [u8]>,
}

impl Numbers<'_, '_> {
    /// Numbers that are stored as in memory, except for the byte order.
    fn plain<T: FileElement>(&self, big_endian: bool) -> Result<Data>
    where
        Data: From<ndarray::ArrayD<T>>,
    {
        // The byte order is decided outside the loops, so that they become copies.
        match big_endian {
            false => self.read(|bytes| T::get(bytes, false)),
            true => self.read(|bytes| T::get(bytes, true)),
        }
    }

    fn read<T: Element>(&self, value: impl Fn(&[u8]) -> T + Sync) -> Result<Data>
    where
        Data: From<ndarray::ArrayD<T>>,
    {
        let len = alloc::checked_len(self.shape, size_of::<T>().max(self.size))?;
        let values = match self.source.whole() {
            Some(bytes) => {
                let mut values = alloc::vec::<T>(len)?;
                values.extend(bytes.chunks_exact(self.size).map(value));
                values
            }
            None => {
                let mut values = match self.fill.filter(|fill| fill.iter().any(|&b| b != 0)) {
                    None => alloc::zeroed_vec::<T>(len)?,
                    Some(fill) => {
                        let mut values = alloc::vec::<T>(len)?;
                        values.resize(len, value(fill));
                        values
                    }
                };
                let put = |into: &mut [T], bytes: &[u8]| {
                    into.iter_mut().zip(bytes.chunks_exact(self.size)).for_each(|(to, from)| *to = value(from));
                };
                match self.source.blocks() {
                    Some(blocks) => blocks.read(&mut values, &put)?,
                    None => self.source.each_run(|at, bytes| {
                        put(values.get_mut(at..).unwrap_or_default(), bytes);
                        Ok(())
                    })?,
                }
                values
            }
        };
        alloc::from_vec(self.shape, values).map(Data::from)
    }

    fn texts<'f>(
        &self,
        file: &'f File<'f>,
        text: impl for<'b> Fn(&'b [u8], &'b File<'f>) -> Result<Cow<'b, [u8]>>,
    ) -> Result<Vec<String>> {
        let len = alloc::checked_len(self.shape, size_of::<String>().max(self.size))?;
        let one = |bytes: &[u8]| -> Result<String> {
            let text = text(bytes, file)?;
            file.budget().decode(text.len() as u64)?;
            Ok(to_utf8(&text).into_owned())
        };
        let mut texts: Vec<String> = alloc::vec(len)?;
        if let Some(bytes) = self.source.whole() {
            for bytes in bytes.chunks_exact(self.size) {
                texts.push(one(bytes)?);
            }
            return Ok(texts);
        }
        let fill = self.fill.map_or(Ok(String::new()), one)?;
        texts.resize(len, fill);
        self.source.each_run(|at, bytes| {
            let into = texts.get_mut(at..).unwrap_or_default();
            for (to, from) in into.iter_mut().zip(bytes.chunks_exact(self.size)) {
                *to = one(from)?;
            }
            Ok(())
        })?;
        Ok(texts)
    }
}

/// A text of fixed length without its padding: what follows a NUL, or spaces at its end.
fn fixed_text(bytes: &[u8], spaces: bool) -> &[u8] {
    let end = bytes.iter().position(|&b| b == 0).unwrap_or(bytes.len());
    let mut text = &bytes[..end];
    while let (true, [before @ .., b' ']) = (spaces, text) {
        text = before;
    }
    text
}

/// The text that an element refers to. The element holds its length and its place in the global heap ("HDF5 File Format
/// Specification", VIII.A).
fn variable_text<'f>(file: &'f File<'_>, bytes: &[u8]) -> Result<&'f [u8]> {
    let mut cursor = Cursor::new(bytes, file.sizes());
    let (length, address, index) = (cursor.u32()? as usize, cursor.offset()?, cursor.u32()?);
    if length == 0 || address == 0 || file.sizes().undefined(address) {
        return Ok(&[]);
    }
    let object = global_object(file, address, index)?;
    let text = object
        .get(..length)
        .ok_or_else(|| corrupt(format!("a text of {length} bytes lies in a heap's object of {}", object.len())))?;
    Ok(fixed_text(text, false))
}

impl Content {
    /// Its text, if it holds exactly one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Content::Text(_, text) if text.len() == 1 => Some(&text[0]),
            _ => None,
        }
    }

    /// Approximately how much memory it takes, in bytes.
    pub fn bytes(&self) -> u64 {
        match self {
            Content::Numbers(data) => (data.len() * data.dtype().itemsize()) as u64,
            Content::Text(_, text) => text.iter().map(|text| (text.len() + size_of::<String>()) as u64).sum(),
            Content::Null | Content::Unread(_) => 0,
        }
    }

    /// The numbers.
    ///
    /// # Errors
    /// [`Status::Format`] when it holds something else.
    pub fn into_numbers(self) -> Result<Data> {
        let found = match self {
            Content::Numbers(data) => return Ok(data),
            Content::Null => "nothing",
            Content::Text(..) => "text",
            Content::Unread(name) => name,
        };
        Err(Error::new(Status::Format, format!("it holds {found}; numbers are needed")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_fixed_length_ends_at_its_padding() {
        assert_eq!(fixed_text(b"ab\0cd", false), b"ab");
        assert_eq!(fixed_text(b"ab  ", true), b"ab");
        assert_eq!(fixed_text(b"ab  ", false), b"ab  ");
        assert_eq!(fixed_text(b"   ", true), b"");
    }
}
