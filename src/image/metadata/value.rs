//! Metadata and the types of its values, which may be metadata themselves.

use crate::array::MaskedArray;
use crate::image::map::GridAxis;
use indexmap::IndexMap;
use num_complex::Complex;

/// A value with the unit that its file gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The value.
    pub value: Value,
    /// The unit, as the file spells it, in UTF-8.
    pub unit: Option<String>,
}

impl<V: Into<Value>> From<V> for Entry {
    fn from(value: V) -> Self {
        Entry { value: value.into(), unit: None }
    }
}

/// Keys and typed values in the order of insertion.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Metadata {
    pub(super) entries: IndexMap<String, Entry>,
}

/// A typed metadata value. Two values are equal if their types and contents are; NaN equals NaN.
#[derive(Debug, Clone)]
pub enum Value {
    /// Nothing (Python's `None`).
    None,
    /// True or false.
    Bool(bool),
    /// An integer.
    Int(i64),
    /// A real number.
    Float(f64),
    /// A complex number.
    Complex(Complex<f64>),
    /// Text.
    String(String),
    /// Bytes that are not text.
    Bytes(Vec<u8>),
    /// A date and time in ISO 8601, as its source spells it.
    Timestamp(String),
    /// An array of numbers. Boxed: the other values are a third as large.
    Array(Box<ArrayValue>),
    /// Values in a row (Python's list).
    List(Vec<Value>),
    /// Named values (Python's dict).
    Cluster(Metadata),
    /// Values in a row of fixed length (Python's tuple); LabVIEW's cluster without names.
    Tuple(Vec<Value>),
}

/// An array among the metadata.
#[derive(Debug, Clone)]
pub enum ArrayValue {
    /// Its elements.
    Stored(MaskedArray),
    /// One coordinate of a regular grid, computed on request.
    Grid(GridAxis),
}

impl ArrayValue {
    /// The lengths of the axes.
    pub fn shape(&self) -> &[usize] {
        match self {
            ArrayValue::Stored(array) => array.shape(),
            ArrayValue::Grid(grid) => grid.shape(),
        }
    }

    /// The elements.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory) when a grid is evaluated.
    pub fn to_array(&self) -> crate::context::Result<MaskedArray> {
        match self {
            ArrayValue::Stored(array) => Ok(array.clone()),
            ArrayValue::Grid(grid) => grid.evaluate(),
        }
    }
}

impl PartialEq for ArrayValue {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (ArrayValue::Grid(a), ArrayValue::Grid(b)) => a == b,
            (a, b) => match (a.to_array(), b.to_array()) {
                (Ok(a), Ok(b)) => a.equals(&b),
                _ => false,
            },
        }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        let same = |a: f64, b: f64| a == b || (a.is_nan() && b.is_nan());
        match (self, other) {
            (Value::None, Value::None) => true,
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => same(*a, *b),
            (Value::Complex(a), Value::Complex(b)) => same(a.re, b.re) && same(a.im, b.im),
            (Value::String(a), Value::String(b)) | (Value::Timestamp(a), Value::Timestamp(b)) => a == b,
            (Value::Bytes(a), Value::Bytes(b)) => a == b,
            (Value::Array(a), Value::Array(b)) => a == b,
            (Value::List(a), Value::List(b)) | (Value::Tuple(a), Value::Tuple(b)) => a == b,
            (Value::Cluster(a), Value::Cluster(b)) => a == b,
            _ => false,
        }
    }
}

impl Value {
    /// The name of the type for messages.
    pub fn type_name(&self) -> &'static str {
        match self {
            Value::None => "none",
            Value::Bool(_) => "bool",
            Value::Int(_) => "integer",
            Value::Float(_) => "float",
            Value::Complex(_) => "complex",
            Value::String(_) => "string",
            Value::Bytes(_) => "bytes",
            Value::Timestamp(_) => "timestamp",
            Value::Array(_) => "array",
            Value::List(_) => "list",
            Value::Cluster(_) => "cluster",
            Value::Tuple(_) => "tuple",
        }
    }

    /// How many lists, tuples and clusters stand in each other: 0 for a number.
    pub fn depth(&self) -> usize {
        match self {
            Value::List(values) | Value::Tuple(values) => 1 + values.iter().map(Value::depth).max().unwrap_or(0),
            Value::Cluster(values) => 1 + values.iter().map(|(_, entry)| entry.value.depth()).max().unwrap_or(0),
            _ => 0,
        }
    }

    /// About how many bytes of memory the value takes beside itself.
    pub fn cost(&self) -> u64 {
        let each = |values: &[Value]| {
            let own = (values.len() as u64).saturating_mul(size_of::<Value>() as u64);
            values.iter().fold(own, |sum, value| sum.saturating_add(value.cost()))
        };
        match self {
            Value::String(text) | Value::Timestamp(text) => text.len() as u64,
            Value::Bytes(bytes) => bytes.len() as u64,
            Value::Array(array) => {
                let elements = match &**array {
                    ArrayValue::Stored(array) => array.len() * (array.dtype().itemsize() + 1),
                    ArrayValue::Grid(_) => 0,
                };
                (size_of::<ArrayValue>() + elements) as u64
            }
            Value::List(values) | Value::Tuple(values) => each(values),
            Value::Cluster(values) => values.iter().fold(0u64, |sum, (key, entry)| {
                let place = (size_of::<(String, Entry)>() + 2 * size_of::<usize>() + key.len()) as u64;
                sum.saturating_add(place).saturating_add(entry.value.cost())
            }),
            _ => 0,
        }
    }

    /// The value as a real number, when it is one (bool, integer, float).
    pub fn as_f64(&self) -> Option<f64> {
        match *self {
            Value::Bool(b) => Some(f64::from(u8::from(b))),
            Value::Int(i) => Some(i as f64),
            Value::Float(f) => Some(f),
            _ => None,
        }
    }

    /// The value as text, when it is text.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::String(s) | Value::Timestamp(s) => Some(s),
            _ => None,
        }
    }
}

macro_rules! from {
    ($($type:ty => $variant:ident),+) => { $(impl From<$type> for Value {
        fn from(x: $type) -> Self {
            Value::$variant(x.into())
        }
    })+ };
}
from!(bool => Bool, i64 => Int, i32 => Int, f64 => Float, Complex<f64> => Complex, String => String, &str => String,
    Vec<u8> => Bytes, Metadata => Cluster);

impl From<ArrayValue> for Value {
    fn from(array: ArrayValue) -> Self {
        Value::Array(Box::new(array))
    }
}

impl From<MaskedArray> for Value {
    fn from(array: MaskedArray) -> Self {
        Value::from(ArrayValue::Stored(array))
    }
}

impl From<MaskedArray> for ArrayValue {
    fn from(array: MaskedArray) -> Self {
        ArrayValue::Stored(array)
    }
}
