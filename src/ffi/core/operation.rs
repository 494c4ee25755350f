//! An operation that can be called by name: its parameters, and the arguments of one call.

use super::handles::images;
use crate::array::DType;
use crate::context::Result;
use crate::ffi::types::{stoner_context, stoner_image};
use crate::image::{Image, Value};
use num_complex::Complex;
use std::ffi::{CString, c_char, c_void};

/// An operation and its parameters.
pub(in crate::ffi) struct Operation {
    pub name: &'static str,
    /// Whether it changes its subject; it is then called with a copy.
    pub changes: bool,
    pub parameters: &'static [Parameter],
    pub call: fn(&Call, &Arguments) -> i32,
}

/// The handles of one call.
pub(in crate::ffi) struct Call {
    pub ctx: *mut stoner_context,
    pub image: *mut stoner_image,
    pub out: *mut *mut stoner_image,
}

/// One parameter of an operation: `interface/interface.json` has it in full.
pub(in crate::ffi) struct Parameter {
    pub name: &'static str,
    /// The original's name for it, or "".
    pub keyword: &'static str,
    pub kind: Kind,
    /// How many numbers there are; 0: any number.
    pub size: usize,
    pub fallback: Fallback,
    pub zero: Zero,
    /// The names of an enumeration.
    pub words: &'static [(&'static str, i64)],
    /// The parameter whose value counts in the mode "value" alone.
    pub decides: &'static str,
}

#[derive(Clone, Copy, PartialEq)]
pub(in crate::ffi) enum Kind {
    Bool,
    Int32,
    Int64,
    Real,
    Int32s,
    Int64s,
    Box,
    Reals,
    Flags,
    /// A number of any dtype.
    Scalar,
    Text,
    Image,
    Images,
}

/// The value that means that none is given.
#[derive(Clone, Copy)]
pub(in crate::ffi) enum Fallback {
    Required,
    Null,
    Int(i64),
    Real(f64),
}

/// What the number 0 is, which C has for the default.
#[derive(Clone, Copy)]
pub(in crate::ffi) enum Zero {
    /// A number like others.
    Number,
    /// C has this for it.
    Code(i64),
    /// It is outside of the range, of which this is said.
    Refused(&'static str),
}

/// An image that an option holds, under a handle for the time of the call.
pub(in crate::ffi) struct Held(pub *mut stoner_image);

impl Held {
    pub(in crate::ffi) fn new(value: &Value) -> Option<Result<Self>> {
        let Value::Array(array) = value else { return None };
        Some(array.to_array().and_then(|array| Self::image(Image::from(array))))
    }

    pub(in crate::ffi) fn image(image: Image) -> Result<Self> {
        images::insert(image).map(Held)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // It was given out here, so there is nothing to say.
        let _ = images::free(self.0, "option");
    }
}

/// A value as the C function takes it.
pub(in crate::ffi) enum Argument {
    Null,
    Int(i64),
    Real(f64),
    Int32s(Vec<i32>),
    Int64s(Vec<i64>),
    Scalar(Number),
    Reals(Vec<f64>),
    Flags(Vec<u8>),
    Text(CString),
    Image(Held),
    Images { _held: Vec<Held>, handles: Vec<*const stoner_image> },
}

/// A number with its dtype.
pub(in crate::ffi) enum Number {
    Bool(bool),
    Signed(i64),
    Unsigned(u64),
    Real(f64),
    Complex(Complex<f64>),
}

impl Number {
    fn dtype(&self) -> DType {
        match self {
            Number::Bool(_) => DType::Bool,
            Number::Signed(_) => DType::I64,
            Number::Unsigned(_) => DType::U64,
            Number::Real(_) => DType::F64,
            Number::Complex(_) => DType::C128,
        }
    }

    fn address(&self) -> *const c_void {
        match self {
            Number::Bool(value) => std::ptr::from_ref(value).cast(),
            Number::Signed(value) => std::ptr::from_ref(value).cast(),
            Number::Unsigned(value) => std::ptr::from_ref(value).cast(),
            Number::Real(value) => std::ptr::from_ref(value).cast(),
            Number::Complex(value) => std::ptr::from_ref(value).cast(),
        }
    }
}

/// The arguments of one call, in the order of the operation's parameters.
pub(in crate::ffi) struct Arguments(pub Vec<Argument>);

// The table is made from the types that the functions have, so an argument is of the kind that is asked for, or absent.
impl Arguments {
    pub(in crate::ffi) fn i32(&self, at: usize) -> i32 {
        self.i64(at) as i32
    }

    pub(in crate::ffi) fn i64(&self, at: usize) -> i64 {
        if let Argument::Int(value) = self.0[at] { value } else { 0 }
    }

    pub(in crate::ffi) fn f64(&self, at: usize) -> f64 {
        match self.0[at] {
            Argument::Real(value) => value,
            Argument::Int(value) => value as f64,
            _ => 0.0,
        }
    }

    pub(in crate::ffi) fn i32s(&self, at: usize) -> *const i32 {
        if let Argument::Int32s(values) = &self.0[at] { values.as_ptr() } else { std::ptr::null() }
    }

    pub(in crate::ffi) fn i64s(&self, at: usize) -> *const i64 {
        if let Argument::Int64s(values) = &self.0[at] { values.as_ptr() } else { std::ptr::null() }
    }

    pub(in crate::ffi) fn dtype(&self, at: usize) -> i32 {
        if let Argument::Scalar(number) = &self.0[at] { number.dtype().code() } else { 0 }
    }

    pub(in crate::ffi) fn scalar(&self, at: usize) -> *const c_void {
        if let Argument::Scalar(number) = &self.0[at] { number.address() } else { std::ptr::null() }
    }

    pub(in crate::ffi) fn f64s(&self, at: usize) -> *const f64 {
        if let Argument::Reals(values) = &self.0[at] { values.as_ptr() } else { std::ptr::null() }
    }

    pub(in crate::ffi) fn u8s(&self, at: usize) -> *const u8 {
        if let Argument::Flags(values) = &self.0[at] { values.as_ptr() } else { std::ptr::null() }
    }

    pub(in crate::ffi) fn text(&self, at: usize) -> *const c_char {
        if let Argument::Text(text) = &self.0[at] { text.as_ptr() } else { std::ptr::null() }
    }

    pub(in crate::ffi) fn image(&self, at: usize) -> *const stoner_image {
        if let Argument::Image(held) = &self.0[at] { held.0 } else { std::ptr::null() }
    }

    pub(in crate::ffi) fn images(&self, at: usize) -> *const *const stoner_image {
        if let Argument::Images { handles, .. } = &self.0[at] { handles.as_ptr() } else { std::ptr::null() }
    }

    pub(in crate::ffi) fn len(&self, at: usize) -> i64 {
        let n = match &self.0[at] {
            Argument::Int32s(values) => values.len(),
            Argument::Int64s(values) => values.len(),
            Argument::Reals(values) => values.len(),
            Argument::Flags(values) => values.len(),
            Argument::Images { handles, .. } => handles.len(),
            _ => 0,
        };
        n as i64
    }
}
