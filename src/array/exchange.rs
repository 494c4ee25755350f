//! Copies elements from and to a caller's memory: any dtype, any byte strides, converted in one pass.
//!
//! A caller's array is a slice of bytes, the offset of its element 0 in it, and a step in bytes for each axis, which may
//! be negative, or not a multiple of the element's size. Elements are copied as bytes, so any alignment will do.

use super::cast::{Cast, CastAll};
use super::{DType, Data, Element, Shared, alloc};
use crate::context::{Error, Result, Status};
use crate::{dispatch, dispatch_dtype};
use ndarray::{ArrayView2, ArrayViewD, Axis, Ix2, s};

/// The side of the square tiles in which two axes are walked, so that a transposing copy stays in the cache.
const TILE: usize = 32;

/// Where a caller's elements are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByteLayout {
    shape: Vec<usize>,
    strides: Vec<isize>,
    /// The lowest offset that is touched, relative to element 0: 0 or negative.
    lowest: isize,
    /// The first offset beyond those that are touched.
    end: isize,
}

impl ByteLayout {
    /// A layout with these strides, or in C order without gaps.
    ///
    /// # Errors
    /// [`Status::InvalidArgument`] when an offset overflows.
    pub fn new(shape: &[usize], itemsize: usize, byte_strides: Option<&[i64]>) -> Result<Self> {
        let too_far = || {
            Error::argument(
                "byte_strides",
                format!("{byte_strides:?} for shape {shape:?}"),
                "strides within the address space",
            )
        };
        let strides: Vec<isize> = match byte_strides {
            Some(strides) => strides.iter().map(|&s| isize::try_from(s).unwrap_or(isize::MAX)).collect(),
            None => {
                alloc::checked_len(shape, itemsize)?;
                let mut step = itemsize as isize;
                let mut strides = vec![0; shape.len()];
                for (stride, &n) in strides.iter_mut().zip(shape).rev() {
                    *stride = step;
                    step *= n.max(1) as isize;
                }
                strides
            }
        };
        let (mut lowest, mut end) = (0isize, 0isize);
        if !shape.contains(&0) {
            end = itemsize as isize;
            for (&stride, &n) in strides.iter().zip(shape) {
                let reach = isize::try_from(n - 1).ok().and_then(|n| n.checked_mul(stride)).ok_or_else(too_far)?;
                let side = if reach < 0 { &mut lowest } else { &mut end };
                *side = side.checked_add(reach).ok_or_else(too_far)?;
            }
        }
        end.checked_sub(lowest).ok_or_else(too_far)?;
        Ok(ByteLayout { shape: shape.to_vec(), strides, lowest, end })
    }

    /// How many bytes before element 0 are touched.
    pub fn bytes_before(&self) -> usize {
        self.lowest.unsigned_abs()
    }

    /// How many bytes from element 0 on are touched.
    pub fn bytes_after(&self) -> usize {
        self.end.unsigned_abs()
    }

    /// The lengths of the axes.
    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// One step in bytes for each axis.
    pub fn strides(&self) -> &[isize] {
        &self.strides
    }

    /// Whether the elements lie in C order without gaps.
    pub(super) fn is_c_contiguous(&self, itemsize: usize) -> bool {
        let mut step = itemsize;
        self.strides.iter().zip(&self.shape).rev().all(|(&stride, &n)| {
            let fits = n <= 1 || stride == step as isize;
            step *= n.max(1);
            fits
        })
    }

    /// Writes a run of elements of one row, given by its indices but the last, into bytes that start at the lowest offset.
    pub(super) fn store_run<T: AsBytes>(&self, run: &[T], row: &[usize], column: usize, bytes: &mut [u8]) {
        let step = self.strides.last().copied().unwrap_or(0);
        let first = row.iter().zip(&self.strides).map(|(&i, &s)| i as isize * s).sum::<isize>() - self.lowest;
        for (i, &element) in run.iter().enumerate() {
            let at = (first + (column + i) as isize * step) as usize;
            element.put(&mut bytes[at..at + size_of::<T>()]);
        }
    }

    /// Calls `f` for each 2-d block of the last two axes with the offset of its first element from the slice's start.
    fn each_block(&self, mut f: impl FnMut(&[usize], usize)) {
        let outer = self.shape.len() - 2;
        if self.shape.contains(&0) {
            return;
        }
        let mut index = vec![0; outer];
        loop {
            let offset = index.iter().zip(&self.strides).map(|(&i, &s)| i as isize * s).sum::<isize>() - self.lowest;
            f(&index, offset as usize);
            let Some(axis) = (0..outer).rev().find(|&a| index[a] + 1 < self.shape[a]) else { return };
            index[axis] += 1;
            index[axis + 1..].fill(0);
        }
    }

    /// The same layout with leading axes of length 1, up to rank 2.
    fn at_least_2d(&self) -> ByteLayout {
        let missing = 2usize.saturating_sub(self.shape.len());
        let mut layout = self.clone();
        layout.shape.splice(0..0, std::iter::repeat_n(1, missing));
        layout.strides.splice(0..0, std::iter::repeat_n(0, missing));
        layout
    }
}

/// An element as its bytes.
pub(super) trait AsBytes: Element {
    fn put(self, to: &mut [u8]);
    fn get(from: &[u8]) -> Self;
}

macro_rules! as_bytes {
    ($($type:ty)+) => { $(impl AsBytes for $type {
        fn put(self, to: &mut [u8]) {
            to.copy_from_slice(&self.to_ne_bytes());
        }
        fn get(from: &[u8]) -> Self {
            <$type>::from_ne_bytes(from.try_into().expect("the slice has the element's size"))
        }
    })+ };
}
as_bytes!(u8 i8 u16 i16 u32 i32 u64 i64 f32 f64);

impl AsBytes for bool {
    fn put(self, to: &mut [u8]) {
        to[0] = u8::from(self);
    }
    fn get(from: &[u8]) -> Self {
        from[0] != 0
    }
}

impl<F: AsBytes> AsBytes for num_complex::Complex<F>
where
    num_complex::Complex<F>: Element,
{
    fn put(self, to: &mut [u8]) {
        let (re, im) = to.split_at_mut(size_of::<F>());
        self.re.put(re);
        self.im.put(im);
    }
    fn get(from: &[u8]) -> Self {
        let (re, im) = from.split_at(size_of::<F>());
        num_complex::Complex::new(F::get(re), F::get(im))
    }
}

/// Converts a run of elements and puts their bytes side by side.
type Pack<T> = fn(&[T], &mut [u8]);

fn pack<T: Cast<U> + Copy, U: AsBytes>(run: &[T], out: &mut [u8]) {
    run.iter().zip(out.chunks_exact_mut(size_of::<U>())).for_each(|(&x, out)| x.cast().put(out));
}

/// Writes the elements, converted to `dtype`, into a caller's bytes. The slice starts at the layout's lowest offset.
///
/// # Errors
/// [`Status::BufferTooSmall`] when the slice does not hold the layout; [`Status::Shape`] when the shapes differ.
pub fn store(data: &Data, dtype: DType, layout: &ByteLayout, bytes: &mut [u8]) -> Result<()> {
    check(layout, bytes.len(), data.shape())?;
    fn from<T: CastAll>(a: &Shared<T>, dtype: DType, layout: &ByteLayout, bytes: &mut [u8]) {
        let pack: Pack<T> = dispatch_dtype!(dtype, U => pack::<T, U>);
        store_packed(a.view(), pack, dtype.itemsize(), layout, bytes);
    }
    dispatch!(all data, |a| from(a, dtype, layout, bytes));
    Ok(())
}

fn store_packed<T: Element>(
    mut view: ArrayViewD<'_, T>,
    pack: Pack<T>,
    size: usize,
    layout: &ByteLayout,
    bytes: &mut [u8],
) {
    let layout = layout.at_least_2d();
    while view.ndim() < 2 {
        view = view.insert_axis(Axis(0));
    }
    let [row_step, column_step] = [layout.strides[layout.shape.len() - 2], layout.strides[layout.shape.len() - 1]];
    let mut packed = [0u8; TILE * size_of::<num_complex::Complex<f64>>()];
    layout.each_block(|index, start| {
        let block = pick(&view, index);
        let (rows, columns) = block.dim();
        let offset = |r: usize, c: usize| start.wrapping_add_signed(r as isize * row_step + c as isize * column_step);
        if column_step == size as isize {
            for (r, row) in block.rows().into_iter().enumerate() {
                let mut at = offset(r, 0);
                alloc::each_run(row.into_dyn(), &mut |run| {
                    pack(run, &mut bytes[at..at + run.len() * size]);
                    at += run.len() * size;
                });
            }
            return;
        }
        for r0 in (0..rows).step_by(TILE) {
            for c0 in (0..columns).step_by(TILE) {
                for r in r0..rows.min(r0 + TILE) {
                    let mut c = c0;
                    let row = block.slice(s![r, c0..columns.min(c0 + TILE)]);
                    alloc::each_run(row.into_dyn(), &mut |run| {
                        pack(run, &mut packed);
                        for element in packed.chunks_exact(size).take(run.len()) {
                            let at = offset(r, c);
                            bytes[at..at + size].copy_from_slice(element);
                            c += 1;
                        }
                    });
                }
            }
        }
    });
}

/// Copies a caller's elements into an array of ours. The slice starts at the layout's lowest offset.
///
/// # Errors
/// [`Status::BufferTooSmall`] when the slice does not hold the layout; [`Status::NoMemory`].
pub fn load(dtype: DType, layout: &ByteLayout, bytes: &[u8]) -> Result<Data> {
    check(layout, bytes.len(), layout.shape())?;
    dispatch_dtype!(dtype, T => load_typed::<T>(layout, bytes))
}

fn load_typed<T: AsBytes>(layout: &ByteLayout, bytes: &[u8]) -> Result<Data> {
    let mut out = alloc::vec::<T>(alloc::checked_len(layout.shape(), size_of::<T>())?)?;
    let padded = layout.at_least_2d();
    let [rows, columns] = [padded.shape[padded.shape.len() - 2], padded.shape[padded.shape.len() - 1]];
    let [row_step, column_step] = [padded.strides[padded.shape.len() - 2], padded.strides[padded.shape.len() - 1]];
    let size = size_of::<T>();
    padded.each_block(|_, start| {
        for r in 0..rows {
            let first = start as isize + r as isize * row_step;
            if column_step == size as isize {
                let first = first as usize;
                out.extend(bytes[first..first + columns * size].chunks_exact(size).map(T::get));
            } else {
                out.extend((0..columns).map(|c| {
                    let at = (first + c as isize * column_step) as usize;
                    T::get(&bytes[at..at + size])
                }));
            }
        }
    });
    alloc::from_vec(layout.shape(), out).map(Data::from)
}

fn pick<'a, T>(view: &'a ArrayViewD<'_, T>, index: &[usize]) -> ArrayView2<'a, T> {
    let mut block = view.view();
    for &i in index {
        block = block.index_axis_move(Axis(0), i);
    }
    block.into_dimensionality::<Ix2>().expect("all axes but the last two are gone")
}

pub(super) fn check(layout: &ByteLayout, bytes: usize, shape: &[usize]) -> Result<()> {
    if layout.shape() != shape {
        return Err(Error::new(Status::Shape, format!("shapes {:?} and {shape:?} differ", layout.shape())));
    }
    let needed = layout.bytes_before() + layout.bytes_after();
    if bytes < needed {
        return Err(Error::new(
            Status::BufferTooSmall,
            format!("the buffer has {bytes} bytes; shape {shape:?} with these strides needs {needed}"),
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ramp(shape: &[usize]) -> Data {
        let len = shape.iter().product::<usize>();
        Data::from(alloc::from_vec(shape, (0..len).map(|i| i as f64).collect()).unwrap())
    }

    #[test]
    fn every_rank_goes_out_and_comes_back_in_any_layout() {
        for shape in [&[][..], &[5], &[3, 70], &[2, 3, 4], &[2, 1, 3, 2], &[3, 0, 2]] {
            let data = ramp(shape);
            let mut column_major = vec![0i64; shape.len()];
            let mut step = 8;
            for (s, &n) in column_major.iter_mut().zip(shape) {
                *s = step;
                step *= n as i64;
            }
            for strides in [None, Some(&column_major[..])] {
                let layout = ByteLayout::new(shape, 8, strides).unwrap();
                let mut bytes = vec![0u8; data.len() * 8];
                store(&data, DType::F64, &layout, &mut bytes).unwrap();
                assert!(load(DType::F64, &layout, &bytes).unwrap().equals(&data), "{shape:?} {strides:?}");
            }
        }
    }

    #[test]
    fn negative_and_odd_strides_are_followed() {
        // Rows backwards, 3 bytes of padding after each u16.
        let layout = ByteLayout::new(&[2, 2], 2, Some(&[-10, 5])).unwrap();
        assert_eq!((layout.bytes_before(), layout.bytes_after()), (10, 7));
        let mut bytes = vec![0xEE; 17];
        store(&ramp(&[2, 2]), DType::U16, &layout, &mut bytes).unwrap();
        assert_eq!(bytes[10..12], 0u16.to_ne_bytes());
        assert_eq!(bytes[15..17], 1u16.to_ne_bytes());
        assert_eq!(bytes[0..2], 2u16.to_ne_bytes());
        assert_eq!(bytes[5..7], 3u16.to_ne_bytes());
        assert_eq!(bytes.iter().filter(|&&b| b == 0xEE).count(), 9);
        assert!(load(DType::U16, &layout, &bytes).unwrap().equals(&ramp(&[2, 2]).cast(DType::U16).unwrap()));
    }

    #[test]
    fn short_buffers_and_overflowing_strides_are_errors() {
        let layout = ByteLayout::new(&[2, 2], 8, None).unwrap();
        assert_eq!(
            store(&ramp(&[2, 2]), DType::F64, &layout, &mut [0; 31]).unwrap_err().status(),
            Status::BufferTooSmall
        );
        assert!(ByteLayout::new(&[3, 3], 8, Some(&[i64::MAX / 2, 8])).is_err());
        assert!(ByteLayout::new(&[usize::MAX / 2, 3], 8, None).is_err());
    }

    #[test]
    fn a_view_is_stored_in_its_logical_order() {
        let mut data = ramp(&[3, 2]);
        data.swap_axes(0, 1);
        data.invert_axis(1);
        let layout = ByteLayout::new(&[2, 3], 1, None).unwrap();
        let mut bytes = vec![0; 6];
        store(&data, DType::U8, &layout, &mut bytes).unwrap();
        assert_eq!(bytes, [4, 2, 0, 5, 3, 1]);
    }
}
