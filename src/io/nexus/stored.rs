//! Values of the metadata as HDF5 holds them, and back.

use crate::array::elementwise::item;
use crate::array::{DType, Data, MaskedArray, Scalar, alloc};
use crate::context::Result;
use crate::image::metadata::text;
use crate::image::{Entry, Value};
use crate::io::hdf5::Content;
use crate::io::hdf5_writer::Value as Written;

/// A longer text is in the block alone. Texts of one array have one length in HDF5: where that makes them more than so many bytes they are
/// written as one text.
const TEXTS: usize = 1 << 20;

/// What stands in a file for an entry.
pub struct Stored {
    pub value: Written,
    pub unit: Option<String>,
    /// Whether it brings the entry back as it is.
    pub exact: bool,
}

/// `None` for what has no form in HDF5.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory).
pub fn of_entry(entry: &Entry) -> Result<Option<Stored>> {
    let Some((value, exact)) = of_value(&entry.value)? else { return Ok(None) };
    let unit = entry.unit.as_ref().filter(|unit| is_text(unit)).cloned();
    let exact = exact && unit == entry.unit;
    Ok(Some(Stored { value, unit, exact }))
}

fn of_value(value: &Value) -> Result<Option<(Written, bool)>> {
    let one = |data: Result<Data>| data.map(|data| Some((Written::Numbers(data), true)));
    match value {
        Value::None => Ok(Some((Written::Null, true))),
        Value::Bool(x) => one(scalar(*x)),
        Value::Int(x) => one(scalar(*x)),
        Value::Float(x) => one(scalar(*x)),
        Value::Complex(x) => one(scalar(*x)),
        Value::String(text) if is_text(text) => Ok(Some((Written::Text(text.clone()), true))),
        Value::Timestamp(text) if is_text(text) => Ok(Some((Written::Text(text.clone()), false))),
        Value::String(_) | Value::Timestamp(_) => Ok(None),
        Value::Bytes(bytes) => {
            let data = Data::from(alloc::from_vec(&[bytes.len()], alloc::copied(bytes)?)?);
            Ok(Some((Written::Numbers(data), false)))
        }
        Value::Array(array) => {
            let array = array.to_array()?;
            let exact = array.ndim() > 0 && array.mask().is_none() && !array.is_hard();
            Ok(Some((Written::Numbers(array.data().clone()), exact)))
        }
        Value::List(values) | Value::Tuple(values) if value.depth() <= text::MAX_DEPTH => {
            let texts: Option<Vec<&str>> = values.iter().map(string).collect();
            let longest = |texts: &[&str]| texts.iter().map(|text| text.len()).max().unwrap_or(0);
            Ok(match texts {
                Some(texts) if !texts.is_empty() && texts.len().saturating_mul(longest(&texts)) <= TEXTS => {
                    let texts = texts.into_iter().map(str::to_owned).collect();
                    Some((Written::Texts(texts), matches!(value, Value::List(_))))
                }
                _ => as_text(value)?,
            })
        }
        Value::Cluster(_) if value.depth() <= text::MAX_DEPTH => as_text(value),
        // The block refuses it, with an error that says so.
        Value::List(_) | Value::Tuple(_) | Value::Cluster(_) => Ok(None),
    }
}

/// Anything as the text that stands for it in pictures.
fn as_text(value: &Value) -> Result<Option<(Written, bool)>> {
    let text = text::to_text(value)?;
    Ok(is_text(&text).then_some((Written::Text(text), false)))
}

/// A zero ends a text of HDF5.
fn is_text(text: &str) -> bool {
    text.len() <= TEXTS && !text.contains('\0')
}

fn string(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) if is_text(text) => Some(text),
        _ => None,
    }
}

fn scalar<T: crate::array::Element>(x: T) -> Result<Data>
where
    Data: From<ndarray::ArrayD<T>>,
{
    alloc::full(&[], x).map(Data::from)
}

/// A real number.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory).
pub fn of_number(x: f64) -> Result<Written> {
    scalar(x).map(Written::Numbers)
}

/// One number of a dtype.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory).
pub fn of_scalar(x: Scalar, dtype: DType) -> Result<Data> {
    match x {
        Scalar::Bool(x) => scalar(x)?,
        Scalar::Int(x) if x < 0 => scalar(x as i64)?,
        Scalar::Int(x) => scalar(x as u64)?,
        Scalar::Float(x) => scalar(x)?,
        Scalar::Complex(x) => scalar(x)?,
    }
    .cast(dtype)
}

/// The value that stands in a file; `None` for elements of a kind that is not read.
pub fn to_value(content: Content) -> Option<Value> {
    Some(match content {
        Content::Null => Value::None,
        Content::Text(shape, mut texts) if shape.is_empty() => Value::String(texts.pop()?),
        Content::Text(_, texts) => Value::List(texts.into_iter().map(Value::String).collect()),
        Content::Numbers(data) if data.shape().is_empty() => {
            let array = MaskedArray::from(data);
            match item(&array, 0).0 {
                Scalar::Bool(x) => Value::Bool(x),
                Scalar::Int(x) => match i64::try_from(x) {
                    Ok(x) => Value::Int(x),
                    Err(_) => Value::from(array),
                },
                Scalar::Float(x) => Value::Float(x),
                Scalar::Complex(x) => Value::Complex(x),
            }
        }
        Content::Numbers(data) => Value::from(MaskedArray::from(data)),
        Content::Unread(_) => return None,
    })
}

/// Whether a file holds what was written.
pub fn is_same(found: &Content, written: &Written) -> bool {
    match (found, written) {
        (Content::Null, Written::Null) => true,
        (Content::Text(shape, found), Written::Text(text)) => shape.is_empty() && *found == [text.as_str()],
        (Content::Text(shape, found), Written::Texts(texts)) => shape.len() == 1 && found == texts,
        (Content::Numbers(found), Written::Numbers(data)) => same_numbers(found, data),
        _ => false,
    }
}

/// Whether two arrays have the same dtype and elements; NaN is NaN.
pub fn same_numbers(a: &Data, b: &Data) -> bool {
    a.dtype() == b.dtype() && MaskedArray::from(a.clone()).equals(&MaskedArray::from(b.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_complex::Complex;

    /// What a reader of the file would find.
    fn read_back(written: &Written) -> Content {
        match written {
            Written::Null => Content::Null,
            Written::Text(text) => Content::Text(vec![], vec![text.clone()]),
            Written::Texts(texts) => Content::Text(vec![texts.len()], texts.clone()),
            Written::Numbers(data) => Content::Numbers(data.clone()),
        }
    }

    #[test]
    fn what_is_called_exact_comes_back_with_its_type() {
        let array = |shape: &[usize]| Value::from(MaskedArray::from(alloc::full(shape, 2.5f32).unwrap()));
        let masked = {
            let mask = alloc::full(&[2], true).unwrap().into_shared();
            Value::from(MaskedArray::new(Data::from(alloc::full(&[2], 1u8).unwrap()), Some(mask)).unwrap())
        };
        let texts = |n: usize| vec![Value::from("a"); n];
        for (value, exact) in [
            (Value::None, true),
            (Value::Bool(true), true),
            (Value::Int(i64::MIN), true),
            (Value::Float(f64::NAN), true),
            (Value::Complex(Complex::new(1.0, -2.0)), true),
            (Value::from(""), true),
            (Value::from("\u{3bc}m"), true),
            (Value::Timestamp("2020-01-02".into()), false),
            (Value::Bytes(vec![1, 0, 2]), false),
            (array(&[]), false),
            (array(&[1]), true),
            (array(&[2, 0, 3]), true),
            (masked, false),
            (Value::List(texts(2)), true),
            (Value::Tuple(texts(2)), false),
            (Value::List(texts(0)), false),
            (Value::List(vec![Value::Int(1), Value::from("a")]), false),
        ] {
            let stored = of_entry(&Entry::from(value.clone())).unwrap().unwrap();
            assert_eq!(stored.exact, exact, "{value:?}");
            let found = read_back(&stored.value);
            assert!(is_same(&found, &stored.value));
            assert_eq!(to_value(found).unwrap() == value, exact, "{value:?}");
        }
        assert!(of_entry(&Entry::from("a\0b")).unwrap().is_none());
        let unit = Entry { value: Value::Int(1), unit: Some("a\0".into()) };
        assert!(!of_entry(&unit).unwrap().unwrap().exact);
    }
}
