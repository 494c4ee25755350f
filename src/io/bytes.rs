//! Elements as bytes of either order: what the file formats are made of.

use crate::array::{DType, Data, Element, alloc};
use crate::context::{Error, Result, Status};
use crate::{dispatch, dispatch_dtype};
use num_complex::Complex;
use std::io::Write;

/// How many bytes are converted at a time.
const BLOCK: usize = 1 << 16;

/// An element with its bytes in a file.
pub(super) trait FileElement: Element {
    fn put_le(self, to: &mut [u8]);
    fn get(from: &[u8], big_endian: bool) -> Self;
}

macro_rules! numbers {
    ($($type:ty)+) => { $(impl FileElement for $type {
        fn put_le(self, to: &mut [u8]) {
            to.copy_from_slice(&self.to_le_bytes());
        }
        fn get(from: &[u8], big_endian: bool) -> Self {
            let bytes = from.try_into().expect("the slice has the element's size");
            if big_endian { <$type>::from_be_bytes(bytes) } else { <$type>::from_le_bytes(bytes) }
        }
    })+ };
}
numbers!(u8 i8 u16 i16 u32 i32 u64 i64 f32 f64);

impl FileElement for bool {
    fn put_le(self, to: &mut [u8]) {
        to[0] = u8::from(self);
    }
    fn get(from: &[u8], _big_endian: bool) -> Self {
        from[0] != 0
    }
}

impl<F: FileElement> FileElement for Complex<F>
where
    Complex<F>: Element,
{
    fn put_le(self, to: &mut [u8]) {
        let (re, im) = to.split_at_mut(size_of::<F>());
        self.re.put_le(re);
        self.im.put_le(im);
    }
    fn get(from: &[u8], big_endian: bool) -> Self {
        let (re, im) = from.split_at(size_of::<F>());
        Complex::new(F::get(re, big_endian), F::get(im, big_endian))
    }
}

/// Writes the elements in C order, little-endian.
pub(super) fn write_le(data: &Data, out: &mut dyn Write) -> std::io::Result<()> {
    fn typed<T: FileElement>(a: ndarray::ArrayViewD<'_, T>, out: &mut dyn Write) -> std::io::Result<()> {
        let size = size_of::<T>();
        // Not on the stack: some hosts' threads have 64 KiB of that.
        let mut block = vec![0u8; BLOCK];
        let mut filled = 0;
        let mut put = |x: T, out: &mut dyn Write| {
            x.put_le(&mut block[filled..filled + size]);
            filled += size;
            if filled == BLOCK {
                filled = 0;
                return out.write_all(&block);
            }
            Ok(())
        };
        match a.as_slice() {
            Some(slice) => {
                for part in slice.chunks(BLOCK / size) {
                    block.chunks_exact_mut(size).zip(part).for_each(|(to, &x)| x.put_le(to));
                    out.write_all(&block[..size_of_val(part)])?;
                }
                return Ok(());
            }
            None => a.iter().try_for_each(|&x| put(x, out))?,
        }
        out.write_all(&block[..filled])
    }
    dispatch!(all data, |a| typed(a.view(), out))
}

/// An array from bytes in C order, or with `fortran` in column-major order.
///
/// # Errors
/// [`Status::Corrupt`] when there are fewer bytes than the shape needs; [`Status::NoMemory`].
pub(super) fn read(bytes: &[u8], dtype: DType, shape: &[usize], big_endian: bool, fortran: bool) -> Result<Data> {
    let reversed: Vec<usize> = shape.iter().rev().copied().collect();
    let stored = if fortran { &reversed[..] } else { shape };
    let len = alloc::checked_len(stored, dtype.itemsize())?;
    let needed = len * dtype.itemsize();
    let Some(bytes) = bytes.get(..needed) else {
        return Err(Error::new(
            Status::Corrupt,
            format!("an array of shape {shape:?} and dtype {dtype} needs {needed} bytes; there are {}", bytes.len()),
        ));
    };
    dispatch_dtype!(dtype, T => {
        let mut out = alloc::vec::<T>(len)?;
        out.extend(bytes.chunks_exact(size_of::<T>()).map(|b| <T as FileElement>::get(b, big_endian)));
        let array = alloc::from_vec(stored, out)?;
        Ok(Data::from(if fortran { array.reversed_axes() } else { array }))
    })
}
