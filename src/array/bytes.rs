//! Elements as bytes.

use super::exchange::{self, ByteLayout};
use super::shape::Order;
use super::{DType, Data, Mask, MaskedArray, Scalar, Shared, alloc, elementwise};
use crate::context::{Error, Result, Status};
use crate::dispatch;

impl Data {
    /// The bytes of all elements in C order.
    ///
    /// # Errors
    /// [`Status::NoMemory`].
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        let mut bytes = alloc::zeroed_vec::<u8>(
            alloc::checked_len(self.shape(), self.dtype().itemsize())? * self.dtype().itemsize(),
        )?;
        let layout = ByteLayout::new(self.shape(), self.dtype().itemsize(), None)?;
        exchange::store(self, self.dtype(), &layout, &mut bytes)?;
        Ok(bytes)
    }

    /// An array of the elements that these bytes hold in C order; of bool every byte but 0 is true.
    ///
    /// # Errors
    /// [`Status::BufferTooSmall`]; [`Status::NoMemory`].
    pub fn from_bytes(dtype: DType, shape: &[usize], bytes: &[u8]) -> Result<Data> {
        exchange::load(dtype, &ByteLayout::new(shape, dtype.itemsize(), None)?, bytes)
    }
}

/// The number of bytes of all elements.
pub fn nbytes(array: &MaskedArray) -> usize {
    array.len() * array.dtype().itemsize()
}

/// Writes the bytes of all elements into `out`, which has just that size, with masked elements filled.
///
/// # Errors
/// [`Status::OutOfRange`] when the dtype does not hold the fill value; [`Status::NoMemory`].
pub fn tobytes(array: &MaskedArray, fill: Option<Scalar>, order: Order, out: &mut [u8]) -> Result<()> {
    let mut data = elementwise::filled(array, fill)?;
    if order.decided(array) == Order::F {
        let reversed: Vec<usize> = (0..array.ndim()).rev().collect();
        data = data.permuted(&reversed);
    }
    let layout = ByteLayout::new(data.shape(), data.dtype().itemsize(), None)?;
    exchange::store(&data, data.dtype(), &layout, out)
}

/// Writes all elements in C order, converted to a dtype, into a caller's bytes. Masked elements are 0 there and 1 in the
/// mask, or with a fill value that value and 0.
///
/// # Errors
/// [`Status::BufferTooSmall`]; [`Status::OutOfRange`] (fill value); [`Status::NoMemory`].
pub fn tolist(
    array: &MaskedArray,
    fill: Option<Scalar>,
    dtype: DType,
    out: &mut [u8],
    mask: Option<&mut [u8]>,
) -> Result<()> {
    let data = elementwise::filled(array, Some(fill.unwrap_or(Scalar::Bool(false))))?;
    exchange::store(&data, dtype, &ByteLayout::new(array.shape(), dtype.itemsize(), None)?, out)?;
    let Some(out) = mask else { return Ok(()) };
    let Some(out) = out.get_mut(..array.len()) else {
        return Err(Error::new(
            Status::BufferTooSmall,
            format!("the mask's buffer has less than {} bytes", array.len()),
        ));
    };
    match array.mask() {
        Some(mask) if fill.is_none() => out.iter_mut().zip(mask).for_each(|(out, &m)| *out = u8::from(m)),
        _ => out.fill(0),
    }
    Ok(())
}

/// Writes a record for each element, in C order, into `out`, which has just that size: the element, then one byte that is 1
/// where it is masked.
pub fn records(array: &MaskedArray, out: &mut [u8]) {
    fn typed<T: exchange::AsBytes>(a: &Shared<T>, mask: Option<&Mask>, out: &mut [u8]) {
        let size = size_of::<T>();
        let mut records = out.chunks_exact_mut(size + 1);
        match mask {
            None => alloc::each_run(a.view(), &mut |run| {
                run.iter().zip(records.by_ref()).for_each(|(&x, record)| {
                    x.put(&mut record[..size]);
                    record[size] = 0;
                });
            }),
            Some(mask) => alloc::each_run_of_pairs(a.view(), mask.view(), &mut |run, masked| {
                run.iter().zip(masked).zip(records.by_ref()).for_each(|((&x, &m), record)| {
                    x.put(&mut record[..size]);
                    record[size] = u8::from(m);
                });
            }),
        }
    }
    dispatch!(all array.data(), |a| typed(a, array.mask(), out));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn array() -> MaskedArray {
        let mask = alloc::from_vec(&[2, 2], vec![false, true, false, false]).unwrap().into_shared();
        MaskedArray::new(Data::from(alloc::from_vec(&[2, 2], vec![1i16, 2, 3, 4]).unwrap()), Some(mask)).unwrap()
    }

    #[test]
    fn bytes_go_out_in_both_orders_and_come_back() {
        let mut out = [0; 8];
        tobytes(&array(), Some(Scalar::Int(9)), Order::C, &mut out).unwrap();
        assert_eq!(out.map(i32::from), [1, 0, 9, 0, 3, 0, 4, 0]);
        tobytes(&array(), None, Order::F, &mut out).unwrap();
        assert_eq!(out[..4], [1, 0, 3, 0]);
        assert_eq!(i16::from_ne_bytes([out[4], out[5]]), 999_999i32 as i16);
        let bytes = array().data().to_bytes().unwrap();
        assert!(Data::from_bytes(DType::I16, &[2, 2], &bytes).unwrap().equals(array().data()));
        let mut out = [7; 12];
        records(&array(), &mut out);
        assert_eq!(out, [1, 0, 0, 2, 0, 1, 3, 0, 0, 4, 0, 0]);
    }

    #[test]
    fn lists_show_nothing_that_is_masked() {
        let (mut out, mut mask) = ([7; 4], [7; 4]);
        tolist(&array(), None, DType::U8, &mut out, Some(&mut mask)).unwrap();
        assert_eq!((out, mask), ([1, 0, 3, 4], [0, 1, 0, 0]));
        tolist(&array(), Some(Scalar::Int(5)), DType::U8, &mut out, Some(&mut mask)).unwrap();
        assert_eq!((out, mask), ([1, 5, 3, 4], [0; 4]));
        assert_eq!(
            tolist(&array(), None, DType::U8, &mut out, Some(&mut [0; 3])).unwrap_err().status(),
            Status::BufferTooSmall
        );
    }
}
