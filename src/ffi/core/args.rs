//! Arguments from C into Rust, results from Rust into the caller's memory.
//!
//! These functions trust the caller where they cannot check: a pointer that is not NULL points to what the
//! header says. The lifetimes of what they return end with the exported call.

use super::enumerations;
use super::handles::{images, lives, metadata, scans, tables};
#[cfg(feature = "reserve")]
use crate::array::Element;
use crate::array::exchange::{self, ByteLayout};
use crate::array::{self, DType, Data, FromScalar, MaskedArray, Scalar, alloc, elementwise};
use crate::context::{Error, Result, Status, memory};
use crate::dispatch_dtype;
use crate::ffi::types::{STONER_DEGREE_ZERO, stoner_image, stoner_live, stoner_metadata, stoner_scan, stoner_table};
use crate::image::{Image, Metadata, PixelBox, Table};
use crate::io;
use crate::live::Live;
use crate::ops::geometry::resample::Boundary;
use crate::scan::Scan;
use std::ffi::{CStr, c_char, c_void};
use std::path::Path;

fn null(name: &str) -> Error {
    Error::new(Status::NullPointer, format!("`{name}` is NULL; a pointer is needed"))
}

/// A place for one result.
pub(in crate::ffi) struct Out<T>(*mut T);

impl<T> Out<T> {
    /// Puts the result there, unless memory ran out: the call has no result then.
    pub(in crate::ffi) fn set(self, value: T) {
        if memory::ran_out() {
            return;
        }
        // SAFETY: the pointer is not NULL (checked by `out`) and, by the caller's contract, points to room for a `T`.
        unsafe { self.0.write(value) }
    }

    /// The same, as the end of a call.
    pub(in crate::ffi) fn give(self, value: T) -> Result<()> {
        self.set(value);
        Ok(())
    }
}

/// A required place for a result.
pub(in crate::ffi) fn out<T>(pointer: *mut T, name: &str) -> Result<Out<T>> {
    if pointer.is_null() { Err(null(name)) } else { Ok(Out(pointer)) }
}

/// A place for a result that the caller may omit.
pub(in crate::ffi) fn optional_out<T>(pointer: *mut T) -> Option<Out<T>> {
    (!pointer.is_null()).then_some(Out(pointer))
}

impl Out<*mut stoner_image> {
    /// Puts a new handle for an image there.
    pub(in crate::ffi) fn set_image(self, image: Image) -> Result<()> {
        images::insert(image).map(|handle| self.set(handle))
    }
}

impl Out<*mut stoner_metadata> {
    /// Puts a new handle for metadata there.
    pub(in crate::ffi) fn set_metadata(self, value: Metadata) -> Result<()> {
        metadata::insert(value).map(|handle| self.set(handle))
    }
}

impl Out<*mut stoner_table> {
    /// Puts a new handle for a table there.
    pub(in crate::ffi) fn set_table(self, table: Table) -> Result<()> {
        tables::insert(table).map(|handle| self.set(handle))
    }
}

impl Out<*mut stoner_scan> {
    /// Puts a new handle for a scan there.
    pub(in crate::ffi) fn set_scan(self, scan: Scan) -> Result<()> {
        scans::insert(scan).map(|handle| self.set(handle))
    }
}

impl Out<*mut stoner_live> {
    /// Puts a new handle for a live image there.
    pub(in crate::ffi) fn set_live(self, live: Live) -> Result<()> {
        lives::insert(live).map(|handle| self.set(handle))
    }
}

/// A required string.
pub(in crate::ffi) fn text<'a>(pointer: *const c_char, name: &str) -> Result<&'a str> {
    optional_text(pointer, name)?.ok_or_else(|| null(name))
}

/// The name of a file that is written in a format with these endings.
pub(in crate::ffi) fn named<'a>(pointer: *const c_char, written: &[&str]) -> Result<&'a Path> {
    let path = Path::new(text(pointer, "path")?);
    io::name::check(path, written)?;
    Ok(path)
}

/// The number at an address, of a dtype that the caller names or else of the image's `own`; `None` for NULL.
pub(in crate::ffi) fn optional_number(
    (dtype, name): (i32, &str),
    value: *const c_void,
    own: DType,
) -> Result<Option<Scalar>> {
    let dtype = optional_dtype(dtype, name)?.unwrap_or(own);
    if value.is_null() {
        return Ok(None);
    }
    let element = MaskedArray::from(caller_array(value, dtype, &[], std::ptr::null())?);
    Ok(Some(elementwise::item(&element, 0).0))
}

/// The number at an address that must be given.
pub(in crate::ffi) fn number(dtype: i32, value: *const c_void, own: DType) -> Result<Scalar> {
    optional_number((dtype, "dtype"), value, own)?.ok_or_else(|| null("value"))
}

/// Puts an element at an address, as a number of a dtype that the caller names or else of the image's `own`. Integers stay exact; what is
/// not an integer does not become one, and what is complex stays so.
pub(in crate::ffi) fn put_number(
    found: Scalar,
    own: DType,
    dtype: i32,
    (place, name): (*mut c_void, &str),
) -> Result<()> {
    let dtype = optional_dtype(dtype, "dtype")?.unwrap_or(own);
    let room = slice_mut(place.cast::<u8>(), dtype.itemsize(), name)?;
    let loses = (own.is_float() || own.is_complex()) && !(dtype.is_float() || dtype.is_complex());
    if loses || own.is_complex() && !dtype.is_complex() {
        return Err(Error::new(
            Status::Dtype,
            format!("`dtype` is {dtype}, which holds no element of an image of {own}"),
        ));
    }
    let whole = match found {
        Scalar::Bool(flag) => Scalar::Int(flag.into()),
        found => found,
    };
    if dtype == DType::Bool && own != DType::Bool && !matches!(whole, Scalar::Int(0 | 1)) || !whole.fits(dtype) {
        return Err(Error::out_of_range(name, found, format!("a value that {dtype} can hold")));
    }
    let element = dispatch_dtype!(dtype, T => Data::from(alloc::full::<T>(&[], T::from_scalar(whole))?));
    memory::check()?;
    exchange::store(&element, dtype, &ByteLayout::new(&[], dtype.itemsize(), None)?, room)
}

/// A string or NULL.
pub(in crate::ffi) fn optional_text<'a>(pointer: *const c_char, name: &str) -> Result<Option<&'a str>> {
    if pointer.is_null() {
        return Ok(None);
    }
    // SAFETY: not NULL, and by the caller's contract a NUL-terminated string that lives during the call.
    let bytes = unsafe { CStr::from_ptr(pointer) };
    bytes.to_str().map(Some).map_err(|error| {
        Error::new(
            Status::InvalidUtf8,
            format!("`{name}` is not UTF-8 from byte {} on: {:?}", error.valid_up_to(), bytes.to_string_lossy()),
        )
    })
}

/// A count, capacity or length: not negative.
pub(in crate::ffi) fn count(value: i64, name: &str) -> Result<usize> {
    usize::try_from(value).map_err(|_| Error::argument(name, value, "0 or more"))
}

/// A required array of `n` elements; NULL only when there is none.
pub(in crate::ffi) fn slice<'a, T>(pointer: *const T, n: usize, name: &str) -> Result<&'a [T]> {
    if n == 0 {
        return Ok(&[]);
    }
    if pointer.is_null() {
        return Err(null(name));
    }
    if n > isize::MAX as usize / size_of::<T>().max(1) {
        return Err(Error::new(Status::NoMemory, format!("`{name}`: {n} elements exceed the address space")));
    }
    // SAFETY: not NULL, the size does not overflow, and by the caller's contract there are `n` elements that nobody
    // changes during the call.
    Ok(unsafe { std::slice::from_raw_parts(pointer, n) })
}

/// An array of fixed length or NULL.
pub(in crate::ffi) fn optional_array<'a, T, const N: usize>(
    pointer: *const T,
    name: &str,
) -> Result<Option<&'a [T; N]>> {
    if pointer.is_null() {
        return Ok(None);
    }
    Ok(slice(pointer, N, name)?.try_into().ok())
}

/// Room for `n` elements of the caller's; NULL only when there is none.
pub(in crate::ffi) fn slice_mut<'a, T>(pointer: *mut T, n: usize, name: &str) -> Result<&'a mut [T]> {
    if n == 0 {
        return Ok(&mut []);
    }
    if pointer.is_null() {
        return Err(null(name));
    }
    if n > isize::MAX as usize / size_of::<T>().max(1) {
        return Err(Error::new(Status::NoMemory, format!("`{name}`: {n} elements exceed the address space")));
    }
    // SAFETY: not NULL, the size does not overflow, and by the caller's contract there is initialised room for `n`
    // elements that nobody else uses during the call. (Only integers and floats are written through it.)
    Ok(unsafe { std::slice::from_raw_parts_mut(pointer, n) })
}

/// A boolean: any value but 0 and 1 is a mistake.
pub(in crate::ffi) fn boolean(value: i32, name: &str) -> Result<bool> {
    match value {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(Error::argument(name, value, "0 (no) or 1 (yes)")),
    }
}

/// A dtype; 0 is the function's default.
pub(in crate::ffi) fn optional_dtype(value: i32, name: &str) -> Result<Option<DType>> {
    if value == 0 {
        return Ok(None);
    }
    DType::from_code(value).map(Some).ok_or_else(|| enumerations::DTYPE.refuse(name, value))
}

/// A dtype that must be given.
pub(in crate::ffi) fn dtype(value: i32, name: &str) -> Result<DType> {
    DType::from_code(value).ok_or_else(|| enumerations::DTYPE.refuse_without_default(name, value))
}

/// The values beyond the edges; 0 is the function's default.
pub(in crate::ffi) fn boundary(value: i32, name: &str, default: Boundary) -> Result<Boundary> {
    if value == 0 {
        return Ok(default);
    }
    Boundary::from_code(value).ok_or_else(|| enumerations::MODE.refuse(name, value))
}

/// A number that cannot be 0, which is the default.
pub(in crate::ffi) fn or_default(value: f64, default: f64) -> f64 {
    if value == 0.0 { default } else { value }
}

/// The degree of a polynomial.
pub(in crate::ffi) fn optional_degree(degree: i32, name: &str, default: usize) -> Result<usize> {
    match degree {
        0 => Ok(default),
        STONER_DEGREE_ZERO => Ok(0),
        _ => usize::try_from(degree).map_err(|_| {
            Error::argument(name, degree, format!("STONER_DEGREE_ZERO (-1), or 1 or more; 0 is the default, {default}"))
        }),
    }
}

/// A vector or a point, (x, y) in pixels.
pub(in crate::ffi) fn pixel_vector(pointer: *const f64, name: &str) -> Result<[f64; 2]> {
    optional_array(pointer, name)?.copied().ok_or_else(|| null(name))
}

/// A box for an image; NULL is the whole.
pub(in crate::ffi) fn pixel_box(pointer: *const i64, name: &str, image: &Image) -> Result<PixelBox> {
    let (rows, columns) = image.frame_shape()?;
    match optional_array::<i64, 4>(pointer, name)? {
        None => Ok(PixelBox::whole(rows, columns)),
        Some(&edges) => {
            PixelBox::from_pixels(edges, rows, columns).map_err(|error| error.during(format!("`{name}` does not fit")))
        }
    }
}

/// An axis, or NULL for all elements in a row.
pub(in crate::ffi) fn optional_axis(axis: *const i32) -> Result<Option<i32>> {
    Ok(optional_array::<i32, 1>(axis, "axis")?.map(|&[axis]| axis))
}

/// One axis, or `None` for all elements in a row.
pub(in crate::ffi) fn axis_of(axis: *const i32, image: &Image) -> Result<Option<usize>> {
    optional_axis(axis)?.map(|axis| array::axis(axis, image.ndim(), "axis")).transpose()
}

/// The axes that a caller names; none for NULL.
pub(in crate::ffi) fn named_axes<'a>(axes: *const i32, n_axes: i32) -> Result<&'a [i32]> {
    slice(axes, count(n_axes.into(), "n_axes")?, "axes")
}

/// The axes that a caller names, counted from 0, of an image.
pub(in crate::ffi) fn axes_of(axes: *const i32, n_axes: i32, image: &Image) -> Result<Vec<usize>> {
    let named = named_axes(axes, n_axes)?;
    array::axes(named, image.ndim(), "axes")
}

/// A copy of the elements in the caller's memory; see [`exchange`].
pub(in crate::ffi) fn caller_array(
    data: *const c_void,
    dtype: DType,
    shape: &[usize],
    byte_strides: *const i64,
) -> Result<Data> {
    let strides = (!byte_strides.is_null()).then(|| slice(byte_strides, shape.len(), "byte_strides")).transpose()?;
    let layout = ByteLayout::new(shape, dtype.itemsize(), strides)?;
    let bytes = layout.bytes_before() + layout.bytes_after();
    let start = data.cast::<u8>().wrapping_sub(layout.bytes_before());
    if bytes > 0 && data.is_null() {
        return Err(Error::new(Status::NullPointer, "`data` is NULL; a pointer is needed"));
    }
    exchange::load(dtype, &layout, slice(start, bytes, "data")?)
}

/// An array that lies in the caller's memory, or a copy where its elements cannot be used as they lie. `release` is dropped when the
/// memory is free.
pub(in crate::ffi) fn borrowed_array(
    data: *const c_void,
    dtype: DType,
    shape: &[usize],
    byte_strides: *const i64,
    release: Box<dyn Send>,
) -> Result<Data> {
    #[cfg(feature = "reserve")]
    {
        let strides =
            (!byte_strides.is_null()).then(|| slice(byte_strides, shape.len(), "byte_strides")).transpose()?;
        let layout = ByteLayout::new(shape, dtype.itemsize(), strides)?;
        if layout.bytes_after() > 0 && !data.is_null() && dtype != DType::Bool {
            let mut release = Some(release);
            if let Some(array) = dispatch_dtype!(dtype, T => in_place::<T>(data.cast(), &layout, &mut release)) {
                return Ok(array);
            }
            // The caller hears that its memory is free when all is copied.
            return caller_array(data, dtype, shape, byte_strides);
        }
    }
    let copy = caller_array(data, dtype, shape, byte_strides);
    drop(release);
    copy
}

#[cfg(feature = "reserve")]
fn in_place<T: Element>(
    data: *const T,
    layout: &ByteLayout,
    release: &mut Option<memory::borrowed::Release>,
) -> Option<Data> {
    let size = size_of::<T>();
    let start = data.cast::<u8>().wrapping_sub(layout.bytes_before()).cast::<T>();
    let whole = layout.strides().iter().all(|stride| stride.unsigned_abs() % size == 0);
    let len = (layout.bytes_before() + layout.bytes_after()) / size;
    if !whole || !start.is_aligned() || len > isize::MAX as usize / size {
        return None;
    }
    // An axis of one element has no step that counts.
    let steps: Vec<usize> = layout
        .strides()
        .iter()
        .zip(layout.shape())
        .map(|(stride, &n)| if n == 1 { 1 } else { stride.unsigned_abs() / size })
        .collect();
    let release = release.take()?;
    // SAFETY: by the caller's contract the elements that shape and strides reach are there, and are not changed until the release.
    let mut array = Data::from(unsafe { alloc::borrow::<T>(start, len, (layout.shape(), &steps), release) }?);
    for (axis, (&stride, &n)) in layout.strides().iter().zip(layout.shape()).enumerate() {
        if stride < 0 && n > 1 {
            array.invert_axis(axis);
        }
    }
    Some(array)
}

/// Room of the caller's for the elements of an array; nothing lies before element 0.
pub(in crate::ffi) fn caller_room<'a>(
    shape: &[usize],
    dtype: DType,
    byte_strides: *const i64,
    buffer: *mut c_void,
    buffer_bytes: i64,
) -> Result<(ByteLayout, &'a mut [u8])> {
    let strides = (!byte_strides.is_null()).then(|| slice(byte_strides, shape.len(), "byte_strides")).transpose()?;
    let layout = ByteLayout::new(shape, dtype.itemsize(), strides)?;
    if layout.bytes_before() > 0 {
        return Err(Error::argument(
            "byte_strides",
            format!("{strides:?}"),
            "0 or more: `buffer` begins with element 0",
        ));
    }
    let bytes = slice_mut(buffer.cast::<u8>(), count(buffer_bytes, "buffer_bytes")?, "buffer")?;
    Ok((layout, bytes))
}

/// The answer to a caller that gives no buffer: only the length.
pub(in crate::ffi) fn put_length(n: usize, length: *mut i64) -> Result<()> {
    out(length, "length").map(|length| length.set(n as i64))
}

/// Text into the caller's buffer: see convention 5 of the header's preface.
pub(in crate::ffi) fn put_text(value: &str, buffer: *mut c_char, capacity: i64, length: *mut i64) -> Result<()> {
    let needed = value.len() + 1;
    if let Some(room) = room(buffer.cast::<u8>(), capacity, length, value.len(), needed, "bytes, the NUL included")? {
        room[..value.len()].copy_from_slice(value.as_bytes());
        room[value.len()] = 0;
    }
    Ok(())
}

/// Elements into the caller's buffer: see convention 5 of the header's preface.
pub(in crate::ffi) fn put_slice<T: Copy>(values: &[T], buffer: *mut T, capacity: i64, length: *mut i64) -> Result<()> {
    if let Some(room) = room(buffer, capacity, length, values.len(), values.len(), "elements")? {
        room.copy_from_slice(values);
    }
    Ok(())
}

/// Bytes that are made right in the caller's buffer: see convention 5 of the header's preface.
pub(in crate::ffi) fn put_bytes(
    n: usize,
    buffer: *mut u8,
    capacity: i64,
    length: *mut i64,
    make: impl FnOnce(&mut [u8]) -> Result<()>,
) -> Result<()> {
    room(buffer, capacity, length, n, n, "bytes")?.map_or(Ok(()), make)
}

/// The first `needed` elements of the caller's buffer; `None` where only the length is asked for. `length` receives `n`.
fn room<'a, T>(
    buffer: *mut T,
    capacity: i64,
    length: *mut i64,
    n: usize,
    needed: usize,
    what: &str,
) -> Result<Option<&'a mut [T]>> {
    memory::check()?;
    let capacity = count(capacity, "capacity")?;
    if capacity == 0 {
        return put_length(n, length).map(|()| None);
    }
    let room = slice_mut(buffer, capacity, "buffer")?;
    if let Some(length) = optional_out(length) {
        length.set(n as i64);
    }
    match room.get_mut(..needed) {
        Some(room) => Ok(Some(room)),
        None => Err(Error::new(Status::BufferTooSmall, format!("`capacity` is {capacity}; needed: {needed} {what}"))),
    }
}
