//! What attributes and datasets hold.

use super::kind;
use super::output::extend;
use crate::array::{Data, alloc};
use crate::context::{Error, Result, Status};
use crate::io::bytes;

/// Values of one type.
#[derive(Debug, Clone)]
pub enum Value {
    /// Declared to hold nothing.
    Null,
    /// One text.
    Text(String),
    /// Texts in a row.
    Texts(Vec<String>),
    /// Numbers of any rank.
    Numbers(Data),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl Value {
    /// A whole number.
    ///
    /// # Errors
    /// [`Status::NoMemory`].
    pub fn whole(number: i64) -> Result<Value> {
        alloc::from_vec(&[], vec![number]).map(|array| Value::Numbers(Data::from(array)))
    }

    /// The type of the elements.
    pub(super) fn kind(&self) -> Result<Vec<u8>> {
        Ok(match self {
            Value::Null => kind::of_numbers(crate::array::DType::F64),
            Value::Text(_) | Value::Texts(_) => kind::text(self.width()?),
            Value::Numbers(data) => kind::of_numbers(data.dtype()),
        })
    }

    /// The bytes of one text: no text has none.
    fn width(&self) -> Result<u32> {
        let longest = match self {
            Value::Text(text) => text.len(),
            Value::Texts(texts) => texts.iter().map(String::len).max().unwrap_or(0),
            Value::Null | Value::Numbers(_) => 0,
        };
        u32::try_from(longest.max(1))
            .map_err(|_| Error::new(Status::Unsupported, format!("HDF5 has no text of {longest} bytes")))
    }

    /// The lengths of the axes (IV.A.2.b).
    pub(super) fn space(&self) -> Vec<u8> {
        let lengths = match self {
            Value::Null => return vec![2, 0, 0, 2],
            Value::Text(_) => Vec::new(),
            Value::Texts(texts) => vec![texts.len()],
            Value::Numbers(data) => data.shape().to_vec(),
        };
        let mut out = vec![2, lengths.len() as u8, 0, u8::from(!lengths.is_empty())];
        lengths.iter().for_each(|&n| out.extend((n as u64).to_le_bytes()));
        out
    }

    /// The length of all elements in bytes.
    pub(super) fn length(&self) -> Result<usize> {
        match self {
            Value::Null => Ok(0),
            Value::Text(_) => Ok(self.width()? as usize),
            Value::Texts(texts) => {
                alloc::checked_len(&[texts.len()], self.width()? as usize).and_then(|n| Ok(n * self.width()? as usize))
            }
            Value::Numbers(data) => {
                let size = data.dtype().itemsize();
                Ok(alloc::checked_len(data.shape(), size)? * size)
            }
        }
    }

    /// Adds the bytes of all elements.
    pub(super) fn elements(&self, out: &mut Vec<u8>) -> Result<()> {
        match self {
            Value::Null => Ok(()),
            Value::Text(text) => padded(out, text, self.width()? as usize),
            Value::Texts(texts) => {
                let width = self.width()? as usize;
                texts.iter().try_for_each(|text| padded(out, text, width))
            }
            Value::Numbers(data) => {
                let mut all = alloc::vec::<u8>(self.length()?)?;
                bytes::write_le(data, &mut all).map_err(|e| Error::io("copying an array", &e))?;
                extend(out, &all)
            }
        }
    }
}

fn padded(out: &mut Vec<u8>, text: &str, width: usize) -> Result<()> {
    extend(out, text.as_bytes())?;
    let end = out.len() + width - text.len();
    out.try_reserve(width - text.len()).map_err(|_| Error::new(Status::NoMemory, "a text does not fit into memory"))?;
    out.resize(end, 0);
    Ok(())
}
