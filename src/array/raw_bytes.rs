//! Addresses of arrays, and the bytes of their elements. In native byte order only.

use super::exchange::AsBytes;
use super::{DType, Data, Element, MaskedArray, Rearrange, Shared, alloc};
use crate::context::{Error, Result, Status};
use crate::{dispatch, dispatch_dtype};
use ndarray::IxDyn;
use num_complex::Complex;

/// The addresses of the first element and of its mask; 0 where there is no mask.
pub fn ids(array: &MaskedArray) -> [i64; 2] {
    [array.data().as_ptr() as i64, array.mask().map_or(0, |mask| mask.as_ptr() as i64)]
}

/// Elements whose bytes can be reversed.
trait Swap: Element {
    fn swapped(self) -> Self;
}

macro_rules! swap {
    ($($type:ty)+) => { $(impl Swap for $type {
        fn swapped(self) -> Self {
            let mut bytes = self.to_ne_bytes();
            bytes.reverse();
            <$type>::from_ne_bytes(bytes)
        }
    })+ };
}
swap!(u8 i8 u16 i16 u32 i32 u64 i64 f32 f64);

impl Swap for bool {
    fn swapped(self) -> bool {
        self
    }
}

impl<F: Swap> Swap for Complex<F>
where
    Complex<F>: Element,
{
    fn swapped(self) -> Self {
        Complex::new(self.re.swapped(), self.im.swapped())
    }
}

/// Each element with its bytes in reverse order (of complex numbers each part).
///
/// # Errors
/// [`Status::NoMemory`].
pub fn byteswap(array: &MaskedArray) -> Result<MaskedArray> {
    array.with_data(dispatch!(all array.data(), |a| alloc::map(a.view(), Swap::swapped).map(Data::from))?)
}

/// The bytes of the elements as elements of another dtype, without a copy where they lie in C order. If its size differs, the last axis becomes longer or shorter. The
/// fill value becomes the default.
///
/// # Errors
/// [`Status::Shape`] for another size of element when the rank is 0, the last axis has gaps or does not divide, or there is
/// a mask.
pub fn view(array: &MaskedArray, dtype: DType) -> Result<MaskedArray> {
    let (from, to) = (array.dtype().itemsize(), dtype.itemsize());
    let mut lengths = array.shape().to_vec();
    if from != to {
        let refuse = |why: String| Err(Error::new(Status::Shape, format!("{} as {dtype}: {why}", array.dtype())));
        let Some((last, step)) = lengths.last_mut().zip(array.data().strides().last()) else {
            return refuse("an array of rank 0 has no axis that could become longer".to_owned());
        };
        if *last != 1 && !array.is_empty() && *step != 1 {
            return refuse("the elements of the last axis must be contiguous".to_owned());
        }
        if !(*last * from).is_multiple_of(to) {
            return refuse(format!("the last axis has {} bytes, which is not a multiple of {to}", *last * from));
        }
        if array.mask().is_some() {
            return refuse(
                "the mask has one entry for each element of the old size; shrink or drop it first".to_owned(),
            );
        }
        *last = *last * from / to;
    }
    let mut out = MaskedArray::new(read_bytes(array.data(), dtype, &lengths, to, 0)?, array.mask().cloned())?;
    out.set_hard(array.is_hard());
    Ok(out)
}

/// Elements of a dtype from the bytes of others: one of each `step` bytes, from `offset` on. They share the memory where they can.
fn read_bytes(data: &Data, dtype: DType, shape: &[usize], step: usize, offset: usize) -> Result<Data> {
    dispatch_dtype!(dtype, U => {
        if let Some(shared) = alloc::share_bytes::<U>(data, shape, (step, offset)) {
            return Ok(Data::from(shared));
        }
        let size = size_of::<U>();
        let mut out = alloc::vec::<U>(alloc::checked_len(shape, size)?)?;
        each_strip(data, &mut |bytes| {
            out.extend(bytes.chunks_exact(step).map(|element| <U as AsBytes>::get(&element[offset..offset + size])));
        });
        alloc::from_vec(shape, out).map(Data::from)
    })
}

/// Calls `f` with the bytes of all elements in C order, a strip that stays in the cache at a time. A row that lies apart from
/// the others has strips of its own, and each but its last holds 256 elements, so none ends within an element of a larger dtype
/// of which rows are made.
fn each_strip(data: &Data, f: &mut dyn FnMut(&[u8])) {
    const STRIP: usize = 256;
    fn typed<T: AsBytes>(a: &Shared<T>, f: &mut dyn FnMut(&[u8])) {
        let size = size_of::<T>();
        let mut strip = [0u8; STRIP * size_of::<Complex<f64>>()];
        alloc::each_run(a.view(), &mut |run| {
            for run in run.chunks(STRIP) {
                run.iter().zip(strip.chunks_exact_mut(size)).for_each(|(&x, to)| x.put(to));
                f(&strip[..size_of_val(run)]);
            }
        });
    }
    dispatch!(all data, |a| typed(a, f));
}

fn check_field(array: &MaskedArray, dtype: DType, offset: i64) -> Result<usize> {
    let room = array.dtype().itemsize() as i64 - dtype.itemsize() as i64;
    match offset {
        offset if (0..=room).contains(&offset) => Ok(offset as usize),
        _ if room < 0 => Err(Error::argument("dtype", dtype, format!("dtypes not larger than {}", array.dtype()))),
        _ => Err(Error::out_of_range("offset", offset, format!("0 to {room}"))),
    }
}

/// A part of each element's bytes as an element of another dtype.
///
/// # Errors
/// [`Status::InvalidArgument`] for a larger dtype; [`Status::OutOfRange`] (offset); [`Status::NoMemory`].
pub fn getfield(array: &MaskedArray, dtype: DType, offset: i64) -> Result<MaskedArray> {
    let offset = check_field(array, dtype, offset)?;
    array.with_data(read_bytes(array.data(), dtype, array.shape(), array.dtype().itemsize(), offset)?)
}

/// Writes values, cast to a dtype and broadcast, into a part of each element's bytes. The mask is ignored.
///
/// # Errors
/// As [`getfield`]; [`Status::Shape`] when the values do not broadcast to the array.
pub fn setfield(array: &mut MaskedArray, values: &MaskedArray, dtype: DType, offset: i64) -> Result<()> {
    struct Broadcast<'a>(&'a [usize]);
    impl Rearrange for Broadcast<'_> {
        fn apply<T: Element>(&self, a: &Shared<T>) -> Result<Shared<T>> {
            match a.broadcast(IxDyn(self.0)) {
                Some(view) => Ok(alloc::copy(view)?.into_shared()),
                None => Err(Error::new(
                    Status::Shape,
                    format!("values of shape {:?} can not be broadcast to {:?}", a.shape(), self.0),
                )),
            }
        }
    }
    let offset = check_field(array, dtype, offset)?;
    let values = values.data().cast(dtype)?;
    let spread = Broadcast(array.shape());
    let field = dispatch!(all & values, |a| spread.apply(a).map(Data::from))?.to_bytes()?;
    let mut bytes = array.data().to_bytes()?;
    let elements = bytes.chunks_exact_mut(array.dtype().itemsize());
    elements
        .zip(field.chunks_exact(dtype.itemsize()))
        .for_each(|(element, field)| element[offset..offset + field.len()].copy_from_slice(field));
    let data = Data::from_bytes(array.dtype(), array.shape(), &bytes)?;
    *array = array.with_data(data)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn array() -> MaskedArray {
        Data::from(alloc::from_vec(&[2, 2], vec![1u32, 2, 0x0102_0304, u32::MAX]).unwrap()).into()
    }

    #[cfg(feature = "reserve")]
    #[test]
    fn what_can_share_its_memory_copies_nothing_and_is_not_written_through() {
        let of = |a: &MaskedArray| a.data().as_ptr() as usize;
        let (source, other) = (array(), array());
        let mut halves = view(&source, DType::U16).unwrap();
        let byte = getfield(&other, DType::U8, 1).unwrap();
        assert_eq!((of(&halves), of(&byte)), (of(&source), of(&other) + 1));
        assert_eq!(byte.data().strides(), [8, 4]);
        // So does a view of a view, and it outlives that one.
        let again = view(&view(&halves, DType::U8).unwrap(), DType::U32).unwrap();
        assert!(of(&again) == of(&source) && again.equals(&source));
        let (before, seen) = (array(), view(&array(), DType::U16).unwrap());
        drop(source);
        assert!(halves.equals(&seen) && again.equals(&array()));
        setfield(&mut halves, &byte, DType::U8, 0).unwrap_err();
        let ones = MaskedArray::from(alloc::full::<u8>(&[2, 4], 1).unwrap());
        setfield(&mut halves, &ones, DType::U8, 0).unwrap();
        assert!(!halves.equals(&seen) && getfield(&before, DType::U8, 1).unwrap().equals(&byte));
        // A byte of an integer is no bool.
        let bools = view(&array(), DType::Bool).unwrap();
        assert!(bools.data().typed::<bool>().unwrap().iter().filter(|&&x| x).count() == 10);
    }

    #[test]
    fn bytes_are_swapped_viewed_and_taken_apart() {
        let swapped = byteswap(&array()).unwrap();
        assert_eq!(swapped.data().typed::<u32>().unwrap().as_slice().unwrap()[2], 0x0403_0201);
        let halves = view(&array(), DType::U16).unwrap();
        assert_eq!(halves.shape(), [2, 4]);
        assert!(view(&halves, DType::U32).unwrap().equals(&array()));
        assert_eq!(view(&halves, DType::C128).unwrap_err().status(), Status::Shape);
        let mut turned = array();
        turned.swap_axes(0, 1);
        assert_eq!(view(&turned, DType::U16).unwrap_err().status(), Status::Shape);
        let byte = getfield(&array(), DType::U8, 1).unwrap();
        let expected = if cfg!(target_endian = "little") { [0, 0, 3, 255] } else { [0, 0, 2, 255] };
        assert!(byte.data().typed::<u8>().unwrap().iter().eq(&expected));
        assert_eq!(getfield(&array(), DType::U16, 3).unwrap_err().status(), Status::OutOfRange);
        assert_eq!(getfield(&array(), DType::F64, 0).unwrap_err().status(), Status::InvalidArgument);
        let mut changed = array();
        setfield(&mut changed, &byte, DType::U8, 1).unwrap();
        assert!(changed.equals(&array()));
    }
}
