//! Allocation of memory as large as an image.
//!
//! Every function here is fallible: sizes are checked before they are multiplied, and a lack of memory is
//! [`Status::NoMemory`], never an abort. From 4 MiB on huge pages are requested, since a fresh array's first touch
//! otherwise costs more than most kernels.

use super::{Data, Element, Shared};
use crate::context::{Error, Result, Status, memory};
use ndarray::{ArrayD, ArrayView1, ArrayViewD, ArrayViewMutD, Axis, Dimension, IxDyn};
use std::alloc::Layout;

/// From this size on huge pages are requested.
#[cfg(target_os = "linux")]
const HUGE_FROM: usize = 4 << 20;

/// The number of elements of an array of this shape.
///
/// # Errors
/// [`Status::NoMemory`] when the number, or its size in bytes, overflows.
#[inline(never)]
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
#[inline(never)]
pub fn vec<T>(len: usize) -> Result<Vec<T>> {
    let mut vec: Vec<T> = Vec::new();
    let bytes = len.saturating_mul(size_of::<T>());
    memory::refusable(|| vec.try_reserve_exact(len)).map_err(|_| refused(bytes))?;
    advise_huge(vec.as_ptr().cast(), bytes);
    Ok(vec)
}

#[cold]
fn refused(bytes: usize) -> Error {
    Error::new(Status::NoMemory, format!("{bytes} bytes could not be allocated"))
}

/// [`vec`] with room for the elements of an array of this shape.
fn vec_for<T>(shape: &[usize]) -> Result<Vec<T>> {
    vec(checked_len(shape, size_of::<T>())?)
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
#[inline(never)]
pub fn zeroed_vec<T: Element>(len: usize) -> Result<Vec<T>> {
    let layout = Layout::array::<T>(len).map_err(|_| refused(len.saturating_mul(size_of::<T>())))?;
    if layout.size() == 0 {
        return Ok(Vec::new());
    }
    // SAFETY: the size is not 0.
    let start = memory::refusable(|| unsafe { std::alloc::alloc_zeroed(layout) });
    if start.is_null() {
        return Err(refused(layout.size()));
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
#[inline(never)]
pub fn from_vec<T>(shape: &[usize], vec: Vec<T>) -> Result<ArrayD<T>> {
    let found = vec.len();
    ArrayD::from_shape_vec(IxDyn(shape), vec).map_err(|_| unfit(found, shape))
}

#[cold]
fn unfit(found: usize, shape: &[usize]) -> Error {
    Error::new(Status::Shape, format!("{found} elements do not make an array of shape {shape:?}"))
}

/// A new array in C order, made element by element.
///
/// # Errors
/// [`Status::NoMemory`].
pub fn map<A: Copy + Default, B>(input: ArrayViewD<'_, A>, mut f: impl FnMut(A) -> B) -> Result<ArrayD<B>> {
    let mut out = vec_for(input.shape())?;
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
        return Err(differ(a.shape(), b.shape()));
    }
    let mut out = vec_for(a.shape())?;
    each_run_of_pairs(a.view(), b, &mut |x, y| out.extend(x.iter().zip(y).map(|(&x, &y)| f(x, y))));
    from_vec(a.shape(), out)
}

#[cold]
fn differ(a: &[usize], b: &[usize]) -> Error {
    Error::new(Status::Shape, format!("shapes {a:?} and {b:?} differ"))
}

/// The number of elements that are gathered at a time where they are not contiguous.
const PIECE: usize = 256;

/// Calls `f` with the elements in logical order, in contiguous runs: one if the whole array is contiguous, else rows
/// or pieces of them. What is done to a run is then compiled for slices alone.
#[inline(never)]
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
#[inline(never)]
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
#[inline(never)]
pub fn copy<T: Element>(input: ArrayViewD<'_, T>) -> Result<ArrayD<T>> {
    let shape = input.raw_dim();
    from_vec(shape.slice(), moved(input, copy_bits)?)
}

fn copy_bits<T: Copy + Default>(input: ArrayViewD<'_, T>) -> Result<Vec<T>> {
    if lies_across(&input) {
        return copy_across(input);
    }
    let mut out = vec_for(input.shape())?;
    each_run(input, &mut |run| out.extend_from_slice(run));
    Ok(out)
}

/// Elements of an array, moved by `f`, which is compiled for each size of elements alone and gives back no other bits than it was given.
///
/// # Errors
/// Those of `f`; [`Status::Internal`] for a bool of other bits.
pub fn moved<T: Element>(
    view: ArrayViewD<'_, T>,
    f: impl FnOnce(ArrayViewD<'_, T::Bits>) -> Result<Vec<T::Bits>>,
) -> Result<Vec<T>> {
    const { assert!(size_of::<T>() == size_of::<T::Bits>() && align_of::<T>() == align_of::<T::Bits>()) };
    let moved = f(as_bits(view))?;
    if T::DTYPE == super::DType::Bool {
        let bools: &[u8] = (&moved as &dyn std::any::Any).downcast_ref::<Vec<u8>>().map_or(&[], |moved| moved);
        if bools.iter().fold(0, |any, &byte| any | byte) > 1 {
            return Err(Error::new(Status::Internal, "a bool of other bits than 0 and 1"));
        }
    }
    let mut moved = std::mem::ManuallyDrop::new(moved);
    // SAFETY: the memory is the vector's, which is not dropped, of elements of the same size and alignment. All bits but a bool's make an
    // element, and those were looked at.
    Ok(unsafe { Vec::from_raw_parts(moved.as_mut_ptr().cast(), moved.len(), moved.capacity()) })
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
fn copy_across<T: Copy + Default>(input: ArrayViewD<'_, T>) -> Result<Vec<T>> {
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
    Ok(out)
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

/// The elements as others of the same size: the same ones, or integers, which any bits make.
pub fn as_bits<T: Element, U: Element>(view: ArrayViewD<'_, T>) -> ArrayViewD<'_, U> {
    const {
        let any_bits = U::DTYPE.is_integer() || T::DTYPE.code() == U::DTYPE.code();
        assert!(any_bits && size_of::<T>() == size_of::<U>() && align_of::<T>() == align_of::<U>());
    };
    // SAFETY: what lives as long as the view are elements of the same size and alignment, and their bits are ones of this type: the lines
    // before have seen to both when this was compiled.
    unsafe { view.raw_view().cast::<U>().deref_into_view() }
}

/// [`as_bits`] of elements side by side.
pub fn bits_of<T: Element, U: Element>(elements: &[T]) -> &[U] {
    const {
        let any_bits = U::DTYPE.is_integer() || T::DTYPE.code() == U::DTYPE.code();
        assert!(any_bits && size_of::<T>() == size_of::<U>() && align_of::<T>() == align_of::<U>());
    };
    // SAFETY: as there.
    unsafe { std::slice::from_raw_parts(elements.as_ptr().cast(), elements.len()) }
}

/// The memory of an array from its lowest element to its highest one, and where the element lies in it whose indices are all 0.
pub fn spanned<T: Element>(array: &Shared<T>) -> (&[T], usize) {
    let (low, high) = reach(array.shape(), array.strides());
    if array.is_empty() {
        return (&[], 0);
    }
    // SAFETY: lowest and highest element are elements of one vector, which the storage keeps, and so is all that lies between them. What is shared
    // is not written to as long as it is borrowed.
    let memory = unsafe { std::slice::from_raw_parts(array.as_ptr().sub(low), low + high + 1) };
    (memory, low)
}

/// How far elements lie before and behind the one whose indices are all 0.
fn reach(shape: &[usize], strides: &[isize]) -> (usize, usize) {
    let (mut low, mut high) = (0, 0);
    for (&n, &step) in shape.iter().zip(strides) {
        let side = if step < 0 { &mut low } else { &mut high };
        *side += n.saturating_sub(1) * step.unsigned_abs();
    }
    (low, high)
}

/// A view to write through. Shared storage is copied first, and so is what the host program lent.
///
/// # Errors
/// [`Status::NoMemory`].
#[inline(never)]
pub fn unique<T: Element>(shared: &mut Shared<T>) -> Result<ArrayViewMutD<'_, T>> {
    let taken = std::mem::replace(shared, empty());
    let owned = if memory::is_borrowed(taken.as_ptr().cast()) { Err(taken) } else { taken.try_into_owned_nocopy() };
    let mut owned = match owned {
        Ok(owned) => owned,
        Err(taken) => match copy(taken.view()) {
            Ok(owned) => owned,
            Err(error) => {
                *shared = taken;
                return Err(error);
            }
        },
    };
    let view = owned.raw_view_mut();
    *shared = owned.into_shared();
    // SAFETY: the elements stay where they were when the storage became shared, this is its only owner, and it stays borrowed as long as the
    // view is used. ndarray's own `view_mut` would ask once more whether to copy, and have the code for that.
    Ok(unsafe { view.deref_into_view_mut() })
}

fn empty<T>() -> Shared<T> {
    Shared::from_shape_vec(IxDyn(&[0]), Vec::new()).expect("an empty vector makes an array of length 0")
}

/// Whether an array's storage is its own, so that [`unique`] copies nothing.
pub fn is_unique<T: Element>(shared: &mut Shared<T>) -> bool {
    if memory::is_borrowed(shared.as_ptr().cast()) {
        return false;
    }
    let (array, is_own) = match std::mem::replace(shared, empty()).try_into_owned_nocopy() {
        Ok(owned) => (owned.into_shared(), true),
        Err(taken) => (taken, false),
    };
    *shared = array;
    is_own
}

/// An array that lies in memory of the host program's, and is never written to. `strides` are steps in elements; none is negative.
/// `None` where elements overlap or lie in disorder.
///
/// `release` is dropped when the last array that lies there is gone, in any case.
///
/// # Safety
/// From `start` on there are `len` elements that are not changed until `release` is dropped; `start` is aligned and not NULL, and
/// `len` not 0. They reach as far as shape and strides do.
#[cfg(feature = "reserve")]
pub unsafe fn borrow<T: Element>(
    start: *const T,
    len: usize,
    (shape, strides): (&[usize], &[usize]),
    release: memory::borrowed::Release,
) -> Option<Shared<T>> {
    use ndarray::ShapeBuilder;
    memory::borrowed::lend(start.cast(), len * size_of::<T>(), release);
    // SAFETY: the elements are there, by the contract. The global allocator, whose memory a vector is made of, is this library's own: it
    // has taken this block over just now, and gives it back to the host when the vector is dropped. Nothing is written through it: the
    // one way to that is `unique`.
    let elements = unsafe { Vec::from_raw_parts(start.cast_mut(), len, len) };
    ArrayD::from_shape_vec(IxDyn(shape).strides(IxDyn(strides)), elements).ok().map(ArrayD::into_shared)
}

/// The bytes of an array as elements of another type without a copy: an array of this shape, of one element in each `step` bytes from
/// `offset` on. The memory stays as long as either of the two arrays does, and neither is written through: see [`unique`].
///
/// `None` where a copy must be made: the bytes do not lie in C order, or not where such elements may lie, or are no such elements.
#[cfg(feature = "reserve")]
pub fn share_bytes<U: Element>(data: &Data, shape: &[usize], (step, offset): (usize, usize)) -> Option<Shared<U>> {
    use super::DType;
    use ndarray::ShapeBuilder;
    let (size, start) = (size_of::<U>(), data.as_ptr());
    let len = checked_len(shape, step).ok()?;
    // Any byte is an integer's or a float's; only 0 and 1 are a bool's.
    let any_bytes = U::DTYPE != DType::Bool || data.dtype() == DType::Bool;
    let fits = len > 0 && len * step <= data.len() * data.dtype().itemsize() && offset + size <= step;
    if !(any_bytes && fits && data.is_c_contiguous() && step.is_multiple_of(size)) {
        return None;
    }
    // SAFETY: at least one whole step lies in the array's memory, and the offset within it.
    let first = unsafe { start.add(offset) }.cast::<U>();
    if !first.is_aligned() {
        return None;
    }
    let mut strides = vec![0; shape.len()];
    let mut stride = step / size;
    for (to, &n) in strides.iter_mut().zip(shape).rev() {
        *to = stride;
        stride *= n;
    }
    let spanned = (len - 1) * (step / size) + 1;
    memory::borrowed::keep(first.cast(), spanned * size, Box::new(data.clone()));
    // SAFETY: `spanned` elements lie in the memory of `data`, which is kept until the vector is dropped, as are any bytes of this type. The
    // global allocator is this library's own: it frees nothing of a block that belongs to another array. Nothing is written through the
    // vector: the one way to that is `unique`.
    let elements = unsafe { Vec::from_raw_parts(first.cast_mut(), spanned, spanned) };
    ArrayD::from_shape_vec(IxDyn(shape).strides(IxDyn(&strides)), elements).ok().map(ArrayD::into_shared)
}

/// Without the library's own allocator all bytes are copied.
#[cfg(not(feature = "reserve"))]
pub fn share_bytes<U: Element>(_: &Data, _: &[usize], _: (usize, usize)) -> Option<Shared<U>> {
    None
}

/// Copies the elements of an array into another one of its shape; not where `kept` is true.
pub fn assign<T: Element>(to: ArrayViewMutD<'_, T>, from: ArrayViewD<'_, T>, kept: Option<ArrayViewD<'_, bool>>) {
    const { assert!(size_of::<T>() == size_of::<T::Bits>() && align_of::<T>() == align_of::<T::Bits>()) };
    let mut to = to;
    // SAFETY: `to` stays borrowed until this call ends, and what is written are the bits of elements of its type.
    let to = unsafe { to.raw_view_mut().cast::<T::Bits>().deref_into_view_mut() };
    assign_bits(to, as_bits(from), kept);
}

#[inline(never)]
fn assign_bits<T: Copy>(
    mut to: ArrayViewMutD<'_, T>,
    mut from: ArrayViewD<'_, T>,
    mut kept: Option<ArrayViewD<'_, bool>>,
) {
    debug_assert_eq!(to.shape(), from.shape());
    if let (None, Some(to), Some(from)) = (&kept, to.as_slice_mut(), from.as_slice()) {
        return to.copy_from_slice(from);
    }
    // Row by row along the axis whose elements are written side by side.
    let steps = to.strides().iter().zip(to.shape());
    let side_by_side = steps.enumerate().filter(|&(_, (_, &n))| n > 1).min_by_key(|(_, (step, _))| step.unsigned_abs());
    if let Some((axis, _)) = side_by_side {
        let last = to.ndim() - 1;
        to.swap_axes(axis, last);
        from.swap_axes(axis, last);
        kept.iter_mut().for_each(|kept| kept.swap_axes(axis, last));
    }
    let mut kept = kept.as_ref().map(|kept| kept.rows().into_iter());
    for (mut to, from) in to.rows_mut().into_iter().zip(from.rows()) {
        match (kept.as_mut().and_then(Iterator::next), to.as_slice_mut(), from.to_slice()) {
            (None, Some(to), Some(from)) => to.copy_from_slice(from),
            (None, ..) => to.iter_mut().zip(from).for_each(|(to, &from)| *to = from),
            (Some(kept), ..) => {
                let written = to.iter_mut().zip(from).zip(kept).filter(|&(_, &kept)| !kept);
                written.for_each(|((to, &from), _)| *to = from);
            }
        }
    }
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
