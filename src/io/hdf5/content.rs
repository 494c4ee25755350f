//! What datasets and attributes hold, as arrays and text.

use super::dataset::MAX_RANK;
use super::error::failure;
use super::raw;
use super::session::{Id, Session};
use crate::array::{DType, Data, Element, MAX_NDIM, alloc};
use crate::context::{Error, Result, Status};
use crate::dispatch_dtype;
use hdf5_sys::h5::{herr_t, hsize_t};
use hdf5_sys::h5a::H5Aread;
use hdf5_sys::h5d::H5Dread;
use hdf5_sys::h5i::hid_t;
use hdf5_sys::h5p::H5P_DEFAULT;
use hdf5_sys::h5s::{H5S_ALL, H5Sget_simple_extent_dims, H5Sget_simple_extent_ndims};
use hdf5_sys::h5t::{self, H5Tget_member_name, H5Tget_nmembers, H5Tget_size, H5Tis_variable_str, H5Treclaim};
use std::borrow::Cow;
use std::ffi::{CStr, c_char, c_void};

/// The lengths of the axes.
pub type Shape = Vec<usize>;

/// What a dataset or an attribute holds.
#[derive(Debug, Clone)]
pub enum Content {
    /// Nothing, by declaration.
    Null,
    /// Numbers or booleans.
    Numbers(Data),
    /// Text, in C order.
    Text(Shape, Vec<String>),
    /// Elements of a kind that is not read: what it is called.
    Unread(&'static str),
}

/// Text from a file, in UTF-8: as it is where it is valid, else taken for latin-1. Files declare ASCII and hold
/// either, even for the same unit.
pub fn to_utf8(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|&b| char::from(b)).collect()),
    }
}

/// The extent of a dataset or an attribute.
pub(super) struct Space<'s> {
    id: Id<'s>,
    /// `None` where it is declared to hold nothing.
    shape: Option<Shape>,
}

impl<'s> Space<'s> {
    /// Takes the identifier over.
    pub fn new(session: &'s Session, id: hid_t) -> Result<Self> {
        let unreadable = "the shape of a dataset or an attribute cannot be read";
        let id = Id::new(session, id, Status::Corrupt, || unreadable.to_owned())?;
        let mut dims: [hsize_t; MAX_RANK] = [0; MAX_RANK];
        // SAFETY: the identifier is valid and the lock held; HDF5's largest rank is `MAX_RANK`, which is checked.
        let rank = unsafe {
            if raw::H5Sget_simple_extent_type(id.get()) == raw::SPACE_NULL {
                return Ok(Space { id, shape: None });
            }
            let rank = H5Sget_simple_extent_ndims(id.get());
            if !(0..=MAX_RANK as i32).contains(&rank)
                || H5Sget_simple_extent_dims(id.get(), dims.as_mut_ptr(), std::ptr::null_mut()) < 0
            {
                return Err(failure(Status::Corrupt, unreadable));
            }
            rank as usize
        };
        let shape = dims[..rank].iter().map(|&n| usize::try_from(n).unwrap_or(usize::MAX)).collect();
        Ok(Space { id, shape: Some(shape) })
    }

    pub fn into_shape(self) -> Option<Shape> {
        self.shape
    }
}

/// Whence bytes come.
#[derive(Clone, Copy)]
pub(super) enum Source {
    Dataset(hid_t),
    Attribute(hid_t),
}

impl Source {
    /// # Safety
    /// The identifiers are valid, the lock is held, and `buffer` has room for the elements of `space` in `memory`'s
    /// type.
    unsafe fn read(self, memory: hid_t, space: &Space<'_>, buffer: *mut c_void) -> Result<()> {
        // With the extent that the buffer was made for HDF5 refuses a dataset that has grown in the meantime.
        // SAFETY: as the caller says.
        let status: herr_t = unsafe {
            match self {
                Source::Dataset(id) => H5Dread(id, memory, space.id.get(), H5S_ALL, H5P_DEFAULT, buffer),
                Source::Attribute(id) => H5Aread(id, memory, buffer),
            }
        };
        if status < 0 {
            return Err(failure(
                Status::Corrupt,
                "values cannot be read: the file is damaged, incomplete, or needs a filter that is not built in",
            ));
        }
        Ok(())
    }
}

/// Reads everything. Takes the datatype's identifier over; `check` may refuse a number of bytes before there is memory
/// for them.
pub(super) fn read(
    session: &Session,
    source: Source,
    datatype: hid_t,
    space: Space<'_>,
    check: impl Fn(u64) -> Result<()>,
) -> Result<Content> {
    let datatype = Id::new(session, datatype, Status::Corrupt, || "a datatype cannot be read".to_owned())?;
    let Some(shape) = &space.shape else { return Ok(Content::Null) };
    let kind = Kind::of(&datatype)?;
    let len = alloc::checked_len(shape, kind.bytes()).map_err(|e| e.with_status(Status::Corrupt))?;
    check((len * kind.bytes()) as u64)?;
    match kind {
        Kind::Number(_) | Kind::Enumeration | Kind::Bool if shape.len() > MAX_NDIM => {
            Ok(Content::Unread("an array of more than eight axes"))
        }
        Kind::Number(dtype) => {
            dispatch_dtype!(dtype, T => numbers::<T>(source, memory_type(dtype), &space, shape).map(Content::Numbers))
        }
        Kind::Enumeration => numbers::<i64>(source, memory_type(DType::I64), &space, shape).map(Content::Numbers),
        Kind::Bool => bools(source, &datatype, &space, shape).map(Content::Numbers),
        Kind::FixedText { size, spaces } => {
            fixed_text(source, &datatype, &space, len, size, spaces).map(|text| Content::Text(shape.clone(), text))
        }
        Kind::VariableText => {
            variable_text(source, &datatype, &space, len).map(|text| Content::Text(shape.clone(), text))
        }
        Kind::Other(name) => Ok(Content::Unread(name)),
    }
}

/// What the elements are, and how they are read.
enum Kind {
    Number(DType),
    Enumeration,
    /// An enumeration of one byte with the members FALSE and TRUE, as h5py writes it.
    Bool,
    FixedText {
        size: usize,
        spaces: bool,
    },
    VariableText,
    Other(&'static str),
}

impl Kind {
    fn of(datatype: &Id<'_>) -> Result<Kind> {
        let id = datatype.get();
        // SAFETY: the identifier is valid and the lock held.
        let (class, size) = unsafe { (raw::H5Tget_class(id), H5Tget_size(id)) };
        Ok(match class {
            raw::CLASS_FLOAT => Kind::Number(if size <= 4 { DType::F32 } else { DType::F64 }),
            raw::CLASS_INTEGER => {
                // SAFETY: as above.
                let unsigned = unsafe { raw::H5Tget_sign(id) } == raw::SIGN_NONE;
                match (size, unsigned) {
                    (0, _) => return Err(failure(Status::Corrupt, "an integer type has no size")),
                    (1, true) => Kind::Number(DType::U8),
                    (1, false) => Kind::Number(DType::I8),
                    (2, true) => Kind::Number(DType::U16),
                    (2, false) => Kind::Number(DType::I16),
                    (3..=4, true) => Kind::Number(DType::U32),
                    (3..=4, false) => Kind::Number(DType::I32),
                    (5..=8, true) => Kind::Number(DType::U64),
                    (5..=8, false) => Kind::Number(DType::I64),
                    _ => Kind::Other("integers of more than 64 bits"),
                }
            }
            raw::CLASS_ENUM if size == 1 && is_bool(id) => Kind::Bool,
            raw::CLASS_ENUM => Kind::Enumeration,
            raw::CLASS_STRING => {
                // SAFETY: as above.
                match unsafe { H5Tis_variable_str(id) } {
                    0 if size == 0 => return Err(failure(Status::Corrupt, "a text type has no size")),
                    // SAFETY: as above.
                    0 => Kind::FixedText { size, spaces: unsafe { raw::H5Tget_strpad(id) } == raw::PAD_SPACE },
                    1.. => Kind::VariableText,
                    _ => return Err(failure(Status::Corrupt, "a text type cannot be read")),
                }
            }
            raw::CLASS_TIME => Kind::Other("times"),
            raw::CLASS_BITFIELD => Kind::Other("bit fields"),
            raw::CLASS_OPAQUE => Kind::Other("opaque bytes"),
            raw::CLASS_COMPOUND => Kind::Other("compounds"),
            raw::CLASS_REFERENCE => Kind::Other("references"),
            raw::CLASS_VLEN => Kind::Other("sequences of variable length"),
            raw::CLASS_ARRAY => Kind::Other("arrays in arrays"),
            raw::CLASS_COMPLEX => Kind::Other("complex numbers"),
            _ => return Err(failure(Status::Corrupt, "a datatype is of no known class")),
        })
    }

    fn bytes(&self) -> usize {
        match self {
            Kind::Number(dtype) => dtype.itemsize(),
            Kind::Enumeration => 8,
            Kind::Bool | Kind::Other(_) => 1,
            Kind::FixedText { size, .. } => *size,
            Kind::VariableText => size_of::<*mut c_char>(),
        }
    }
}

fn is_bool(datatype: hid_t) -> bool {
    // SAFETY: the identifier is valid and the lock held; a member's name ends with NUL and is released after use.
    unsafe {
        H5Tget_nmembers(datatype) == 2
            && (0..2).all(|member| {
                let name = H5Tget_member_name(datatype, member);
                if name.is_null() {
                    return false;
                }
                let known = matches!(CStr::from_ptr(name).to_bytes(), b"FALSE" | b"TRUE");
                hdf5_sys::h5::H5free_memory(name.cast());
                known
            })
    }
}

fn memory_type(dtype: DType) -> hid_t {
    match dtype {
        DType::U8 | DType::Bool => *h5t::H5T_NATIVE_UINT8,
        DType::I8 => *h5t::H5T_NATIVE_INT8,
        DType::U16 => *h5t::H5T_NATIVE_UINT16,
        DType::I16 => *h5t::H5T_NATIVE_INT16,
        DType::U32 => *h5t::H5T_NATIVE_UINT32,
        DType::I32 => *h5t::H5T_NATIVE_INT32,
        DType::U64 => *h5t::H5T_NATIVE_UINT64,
        DType::I64 => *h5t::H5T_NATIVE_INT64,
        DType::F32 | DType::C64 => *h5t::H5T_NATIVE_FLOAT,
        DType::F64 | DType::C128 => *h5t::H5T_NATIVE_DOUBLE,
    }
}

fn numbers<T: Element>(source: Source, memory: hid_t, space: &Space<'_>, shape: &[usize]) -> Result<Data> {
    let len = alloc::checked_len(shape, size_of::<T>())?;
    let mut values = alloc::vec::<T>(len)?;
    if len > 0 {
        // SAFETY: the vector has room for `len` elements, `memory` is the number type `T` (`Kind` gives no bool and no
        // complex), and when the read succeeds HDF5 has written all of them.
        unsafe {
            source.read(memory, space, values.as_mut_ptr().cast())?;
            values.set_len(len);
        }
    }
    alloc::from_vec(shape, values).map(Data::from)
}

fn bools(source: Source, datatype: &Id<'_>, space: &Space<'_>, shape: &[usize]) -> Result<Data> {
    let len = alloc::checked_len(shape, 1)?;
    let mut bytes = alloc::zeroed_vec::<u8>(len)?;
    if len > 0 {
        // SAFETY: an element of the datatype has one byte, and there are `len` of them.
        unsafe { source.read(datatype.get(), space, bytes.as_mut_ptr().cast())? };
    }
    let mut values = alloc::vec(len)?;
    values.extend(bytes.iter().map(|&b| b != 0));
    alloc::from_vec(shape, values).map(Data::from)
}

fn fixed_text(
    source: Source,
    datatype: &Id<'_>,
    space: &Space<'_>,
    len: usize,
    size: usize,
    spaces: bool,
) -> Result<Vec<String>> {
    let mut bytes = alloc::zeroed_vec::<u8>(len * size)?;
    if len > 0 {
        // SAFETY: an element of the datatype has `size` bytes, and there are `len` of them; the product was checked.
        unsafe { source.read(datatype.get(), space, bytes.as_mut_ptr().cast())? };
    }
    let mut text = alloc::vec(len)?;
    text.extend(bytes.chunks_exact(size).map(|chunk| {
        let end = chunk.iter().position(|&b| b == 0).unwrap_or(size);
        let mut chunk = &chunk[..end];
        while spaces && chunk.last() == Some(&b' ') {
            chunk = &chunk[..chunk.len() - 1];
        }
        to_utf8(chunk).into_owned()
    }));
    Ok(text)
}

fn variable_text(source: Source, datatype: &Id<'_>, space: &Space<'_>, len: usize) -> Result<Vec<String>> {
    let mut pointers: Vec<*mut c_char> = alloc::vec(len)?;
    pointers.resize(len, std::ptr::null_mut());
    if len == 0 {
        return Ok(Vec::new());
    }
    // SAFETY: an element of the datatype is one pointer, and there are `len` of them; HDF5 leaves NULL or a text that
    // ends with NUL, and takes back what it allocated.
    unsafe {
        source.read(datatype.get(), space, pointers.as_mut_ptr().cast())?;
        let text = pointers
            .iter()
            .map(|&p| if p.is_null() { String::new() } else { to_utf8(CStr::from_ptr(p).to_bytes()).into_owned() })
            .collect();
        if H5Treclaim(datatype.get(), space.id.get(), H5P_DEFAULT, pointers.as_mut_ptr().cast()) < 0 {
            return Err(failure(Status::Internal, "HDF5 could not take back the memory of a text"));
        }
        Ok(text)
    }
}

impl Content {
    /// The one text that it holds, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Content::Text(_, text) if text.len() == 1 => Some(&text[0]),
            _ => None,
        }
    }

    /// About how much memory it takes.
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
    fn text_is_utf8_or_else_latin_1() {
        assert_eq!(to_utf8(b"\xce\xbcm"), "μm");
        assert_eq!(to_utf8(b"\xb5m"), "\u{b5}m");
        assert_eq!(to_utf8(b""), "");
    }
}
