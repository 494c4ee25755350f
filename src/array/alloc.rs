//! Allocation of memory as large as an image.
//!
//! Every function here is fallible: sizes are checked before they are multiplied, and a lack of memory is
//! [`Status::NoMemory`], never an abort. From 4 MiB on huge pages are requested, since a fresh array's first touch
//! otherwise costs more than most kernels.

use super::{Element, Shared};
use crate::context::{Error, Result, Status, memory};
use ndarray::{ArrayD, ArrayView1, ArrayViewD, ArrayViewMutD, Axis, IxDyn, Zip};
use std::alloc::Layout;

/// From this size on huge pages are requested.
#[cfg(target_os = "linux")]
const HUGE_FROM: usize = 4 << 20;

/// The number of elements of an array of this shape.
///
/// # Errors
/// [`Status::NoMemory`] when the number, or its size in bytes, overflows.
pub fn checked_len(shape: &[usize], itemsize: usize) -> Result<usize> {
    // ndarray multiplies the non-zero lengths too, so an empty array with huge other axes is refused as well.
    let bound = isize::MAX as usize / itemsize.max(1);
    let fits = shape.iter().filter(|&&n| n != 0).try_fold(1usize, |len, &n| len.checked_mul(n)).filter(|&n| n <= bound);
    match fits {
        Some(_) if shape.contains(&0) => Ok(0),
        Some(len) => Ok(len),
        None => Err(Error::new(
            Status::NoMemory,
            format!("an array of shape {shape:?} with {itemsize} bytes an element exceeds the address space"),
        )),
    }
}

/// An empty vector with room for `len` elements.
///
/// # Errors
/// [`Status::NoMemory`].
pub fn vec<T>(len: usize) -> Result<Vec<T>> {
    let mut vec: Vec<T> = Vec::new();
    memory::refusable(|| vec.try_reserve_exact(len)).map_err(|_| {
        Error::new(Status::NoMemory, format!("{} bytes could not be allocated", len.saturating_mul(size_of::<T>())))
    })?;
    advise_huge(vec.as_ptr().cast(), len.saturating_mul(size_of::<T>()));
    Ok(vec)
}

/// A vector of the same values.
///
/// # Errors
/// [`Status::NoMemory`].
pub fn copied<T: Copy>(values: &[T]) -> Result<Vec<T>> {
    let mut copy = vec(values.len())?;
    copy.extend_from_slice(values);
    Ok(copy)
}

/// A vector of `len` zeros (`false` for bool). The system gives large ones as pages that it fills when they are first
/// written to, so that this costs next to nothing.
///
/// # Errors
/// [`Status::NoMemory`].
pub fn zeroed_vec<T: Element>(len: usize) -> Result<Vec<T>> {
    let refused =
        || Error::new(Status::NoMemory, format!("{} bytes could not be allocated", len.saturating_mul(size_of::<T>())));
    let layout = Layout::array::<T>(len).map_err(|_| refused())?;
    if layout.size() == 0 {
        return Ok(Vec::new());
    }
    // SAFETY: the size is not 0.
    let start = memory::refusable(|| unsafe { std::alloc::alloc_zeroed(layout) });
    if start.is_null() {
        return Err(refused());
    }
    advise_huge(start, layout.size());
    // SAFETY: the global allocator gave this memory with this layout, and it holds `len` elements: an `Element` is one of the
    // dtypes (bool, integers, floats, pairs of floats), all of which are 0 or false where all bits are 0. Zeros that the
    // system hands out are not written again: on 32 MB that saves a fifth of a filter's time.
    Ok(unsafe { Vec::from_raw_parts(start.cast(), len, len) })
}

/// An array of zeros in C order.
///
/// # Errors
/// [`Status::NoMemory`].
pub fn zeros<T: Element>(shape: &[usize]) -> Result<ArrayD<T>> {
    let len = checked_len(shape, size_of::<T>())?;
    from_vec(shape, zeroed_vec(len)?)
}

/// An array of one value in C order.
///
/// # Errors
/// [`Status::NoMemory`].
pub fn full<T: Element>(shape: &[usize], value: T) -> Result<ArrayD<T>> {
    let len = checked_len(shape, size_of::<T>())?;
    let mut vec = vec(len)?;
    vec.resize(len, value);
    from_vec(shape, vec)
}

/// The vector as an array in C order.
///
/// # Errors
/// [`Status::Shape`] when the length is not that of the shape.
pub fn from_vec<T>(shape: &[usize], vec: Vec<T>) -> Result<ArrayD<T>> {
    let found = vec.len();
    ArrayD::from_shape_vec(IxDyn(shape), vec)
        .map_err(|_| Error::new(Status::Shape, format!("{found} elements do not make an array of shape {shape:?}")))
}

/// A new array in C order, made element by element.
///
/// # Errors
/// [`Status::NoMemory`].
pub fn map<A: Copy + Default, B>(input: ArrayViewD<'_, A>, mut f: impl FnMut(A) -> B) -> Result<ArrayD<B>> {
    let mut out = vec(checked_len(input.shape(), size_of::<B>())?)?;
    each_run(input.view(), &mut |run| out.extend(run.iter().map(|&a| f(a))));
    from_vec(input.shape(), out)
}

/// A new array in C order, made pair by pair from two arrays of one shape.
///
/// # Errors
/// [`Status::NoMemory`]; [`Status::Shape`] when the shapes differ.
pub fn zip_map<A: Copy + Default, B: Copy + Default, C>(
    a: ArrayViewD<'_, A>,
    b: ArrayViewD<'_, B>,
    mut f: impl FnMut(A, B) -> C,
) -> Result<ArrayD<C>> {
    if a.shape() != b.shape() {
        return Err(Error::new(Status::Shape, format!("shapes {:?} and {:?} differ", a.shape(), b.shape())));
    }
    let mut out = vec(checked_len(a.shape(), size_of::<C>())?)?;
    each_run_of_pairs(a.view(), b, &mut |x, y| out.extend(x.iter().zip(y).map(|(&x, &y)| f(x, y))));
    from_vec(a.shape(), out)
}

/// The number of elements that are gathered at a time where they are not contiguous.
const PIECE: usize = 256;

/// Calls `f` with the elements in logical order, in contiguous runs: one if the whole array is contiguous, else rows
/// or pieces of them. What is done to a run is then compiled for slices alone.
pub fn each_run<T: Copy + Default>(view: ArrayViewD<'_, T>, f: &mut dyn FnMut(&[T])) {
    if let Some(slice) = view.as_slice() {
        return f(slice);
    }
    let mut piece = [T::default(); PIECE];
    for row in view.rows() {
        match row.as_slice() {
            Some(slice) => f(slice),
            None => row.axis_chunks_iter(Axis(0), PIECE).for_each(|part| f(gather(&part, &mut piece))),
        }
    }
}

/// [`each_run`] over two arrays of one shape: each pair of runs has one length.
pub fn each_run_of_pairs<A: Copy + Default, B: Copy + Default>(
    a: ArrayViewD<'_, A>,
    b: ArrayViewD<'_, B>,
    f: &mut dyn FnMut(&[A], &[B]),
) {
    debug_assert_eq!(a.shape(), b.shape());
    if let (Some(a), Some(b)) = (a.as_slice(), b.as_slice()) {
        return f(a, b);
    }
    let (mut piece_a, mut piece_b) = ([A::default(); PIECE], [B::default(); PIECE]);
    for (a, b) in a.rows().into_iter().zip(b.rows()) {
        match (a.as_slice(), b.as_slice()) {
            (Some(a), Some(b)) => f(a, b),
            _ => a
                .axis_chunks_iter(Axis(0), PIECE)
                .zip(b.axis_chunks_iter(Axis(0), PIECE))
                .for_each(|(a, b)| f(gather(&a, &mut piece_a), gather(&b, &mut piece_b))),
        }
    }
}

fn gather<'a, T: Copy>(part: &ArrayView1<'_, T>, piece: &'a mut [T; PIECE]) -> &'a [T] {
    piece.iter_mut().zip(part).for_each(|(to, &from)| *to = from);
    &piece[..part.len()]
}

/// A copy in C order.
///
/// # Errors
/// [`Status::NoMemory`].
pub fn copy<T: Copy + Default>(input: ArrayViewD<'_, T>) -> Result<ArrayD<T>> {
    if lies_across(&input) { copy_across(input) } else { map(input, |x| x) }
}

/// The array in C order without gaps: itself where it is.
///
/// # Errors
/// [`Status::NoMemory`].
pub fn contiguous<T: Element>(array: &Shared<T>) -> Result<Shared<T>> {
    if array.is_standard_layout() { Ok(array.clone()) } else { Ok(copy(array.view())?.into_shared()) }
}

/// Whether columns are closer together in memory than rows, as in a transposed array: reading row by row then needs a cache line for each element.
fn lies_across<T>(view: &ArrayViewD<'_, T>) -> bool {
    match (view.shape(), view.strides()) {
        ([.., rows, columns], [.., down, right]) => {
            *rows >= STRIP && *columns >= STRIP && down.unsigned_abs() < right.unsigned_abs()
        }
        _ => false,
    }
}

/// The number of rows that are copied together from a transposed array: their part of a column is read at once.
const STRIP: usize = 16;

/// [`copy`] of an array that [`lies_across`], strip by strip.
fn copy_across<T: Copy + Default>(input: ArrayViewD<'_, T>) -> Result<ArrayD<T>> {
    let shape = input.shape().to_vec();
    let columns = shape[shape.len() - 1];
    let mut out = vec(checked_len(&shape, size_of::<T>())?)?;
    // The rows of the strip are not a power of two apart, or they would all want the same few lines of the cache.
    let step = columns + 64 / size_of::<T>().max(1) + 1;
    let mut strip: Vec<T> = vec(step.saturating_mul(STRIP))?;
    strip.resize(step.saturating_mul(STRIP), T::default());
    for_each_matrix(input, &mut |matrix| {
        for rows in matrix.axis_chunks_iter(Axis(0), STRIP) {
            for (c, column) in rows.columns().into_iter().enumerate() {
                let to = strip[c..].iter_mut().step_by(step);
                match column.as_slice() {
                    Some(column) => to.zip(column).for_each(|(to, &from)| *to = from),
                    None => to.zip(column).for_each(|(to, &from)| *to = from),
                }
            }
            strip.chunks_exact(step).take(rows.nrows()).for_each(|row| out.extend_from_slice(&row[..columns]));
        }
    });
    from_vec(&shape, out)
}

/// Calls `f` with each matrix of the last two axes in logical order.
fn for_each_matrix<T>(view: ArrayViewD<'_, T>, f: &mut dyn FnMut(ndarray::ArrayView2<'_, T>)) {
    match view.ndim() {
        0 | 1 => {}
        2 => {
            if let Ok(matrix) = view.into_dimensionality::<ndarray::Ix2>() {
                f(matrix);
            }
        }
        _ => view.outer_iter().for_each(|inner| for_each_matrix(inner, f)),
    }
}

/// A view to write through. Shared storage is copied first.
///
/// # Errors
/// [`Status::NoMemory`].
pub fn unique<T: Element>(shared: &mut Shared<T>) -> Result<ArrayViewMutD<'_, T>> {
    let empty = Shared::from_shape_vec(IxDyn(&[0]), Vec::new()).expect("an empty vector makes an array of length 0");
    let taken = std::mem::replace(shared, empty);
    match taken.try_into_owned_nocopy() {
        Ok(owned) => *shared = owned.into_shared(),
        Err(taken) => match copy(taken.view()) {
            Ok(owned) => *shared = owned.into_shared(),
            Err(error) => {
                *shared = taken;
                return Err(error);
            }
        },
    }
    #[allow(clippy::disallowed_methods, reason = "the storage is not shared any more: nothing is copied")]
    Ok(shared.view_mut())
}

/// Copies element by element between arrays of one shape.
pub fn assign<A: Copy, B>(to: ArrayViewMutD<'_, B>, from: ArrayViewD<'_, A>, f: impl Fn(A) -> B) {
    Zip::from(to).and(from).for_each(|to, &from| *to = f(from));
}

#[cfg(target_os = "linux")]
fn advise_huge(start: *const u8, bytes: usize) {
    const PAGE: usize = 4096;
    if bytes < HUGE_FROM {
        return;
    }
    let first = (start as usize).next_multiple_of(PAGE);
    let end = (start as usize + bytes) / PAGE * PAGE;
    // SAFETY: the pages lie wholly inside an allocation of ours; the advice changes how they are backed, not what is
    // in them. Where the kernel does not take it nothing is lost, so the result is not looked at.
    unsafe {
        libc::madvise(first as *mut libc::c_void, end - first, libc::MADV_HUGEPAGE);
    }
}

#[cfg(not(target_os = "linux"))]
fn advise_huge(_start: *const u8, _bytes: usize) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_that_overflow_are_refused() {
        let huge = usize::MAX / 4;
        for shape in [&[huge, huge][..], &[huge][..], &[0, huge, huge]] {
            assert_eq!(zeros::<f64>(shape).unwrap_err().status(), Status::NoMemory, "{shape:?}");
        }
        assert_eq!(checked_len(&[], 8).unwrap(), 1);
        assert_eq!(checked_len(&[3, 0, 5], 8).unwrap(), 0);
    }

    #[cfg(feature = "planted-overflow")]
    #[test]
    fn planted_overflow() {
        let room = std::hint::black_box(vec::<u8>(16).unwrap());
        // SAFETY: there is none: this is the fault that the sanitizer must find.
        std::hint::black_box(unsafe { room.as_ptr().add(room.capacity()).read() });
    }

    #[test]
    fn more_memory_than_there_is_is_an_error() {
        assert_eq!(zeros::<f64>(&[1 << 30, 1 << 25]).unwrap_err().status(), Status::NoMemory);
    }

    #[test]
    fn map_follows_the_logical_order_of_any_view() {
        let a = from_vec(&[2, 3], vec![1, 2, 3, 4, 5, 6]).unwrap();
        let t = a.view().reversed_axes();
        assert_eq!(map(t.view(), |x| x * 10).unwrap().as_slice().unwrap(), [10, 40, 20, 50, 30, 60]);
        let b = from_vec(&[3, 2], vec![1, 1, 1, 2, 2, 2]).unwrap();
        assert_eq!(zip_map(t, b.view(), |x, y| x * y).unwrap().as_slice().unwrap(), [1, 4, 2, 10, 6, 12]);
        let scalar = from_vec(&[], vec![7]).unwrap();
        assert_eq!(copy(scalar.view()).unwrap().as_slice().unwrap(), [7]);
    }

    #[test]
    fn runs_hold_every_element_in_its_order() {
        let a = from_vec(&[3, 700], (0..2100).collect::<Vec<i32>>()).unwrap();
        let mut cropped = a.view();
        cropped.slice_axis_inplace(ndarray::Axis(1), ndarray::Slice::from(1..600));
        let mut flipped = cropped.clone();
        flipped.invert_axis(ndarray::Axis(1));
        for view in [a.view(), cropped, flipped, a.view().reversed_axes()] {
            let mut seen = Vec::new();
            each_run(view.clone(), &mut |run| seen.extend_from_slice(run));
            assert!(seen.iter().eq(view.iter()));
            let other = copy(view.view()).unwrap();
            for (x, y) in [(view.view(), other.view()), (other.view(), view.view()), (view.view(), view.view())] {
                let mut pairs = 0;
                each_run_of_pairs(x, y, &mut |x, y| {
                    assert_eq!(x, y);
                    pairs += x.len();
                });
                assert_eq!(pairs, view.len());
            }
        }
    }

    #[test]
    fn transposed_arrays_are_copied_as_the_plain_way_copies() {
        let a = from_vec(&[2, 67, 45], (0..2 * 67 * 45).collect::<Vec<i32>>()).unwrap();
        for flip in [None, Some(0), Some(1), Some(2)] {
            let mut view = a.view();
            view.swap_axes(1, 2);
            flip.into_iter().for_each(|axis| view.invert_axis(Axis(axis)));
            assert!(lies_across(&view));
            assert!(copy(view.view()).unwrap() == map(view, |x| x).unwrap());
        }
    }

    #[test]
    fn unique_copies_only_what_is_shared() {
        let mut a = from_vec(&[2, 2], vec![1u8, 2, 3, 4]).unwrap().into_shared();
        let before = a.as_ptr();
        unique(&mut a).unwrap()[[0, 0]] = 9;
        assert_eq!(a.as_ptr(), before);
        let b = a.clone();
        unique(&mut a).unwrap()[[0, 0]] = 5;
        assert_ne!(a.as_ptr(), b.as_ptr());
        assert_eq!((a[[0, 0]], b[[0, 0]]), (5, 9));
    }
}
