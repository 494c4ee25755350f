//! Pixelwise operations in floating point: memory, threads, masks and counts for the operations that use one pixel at a
//! time. The kernels are in the operations' files.

use crate::array::{Data, Element, Float, Mask, MaskedArray, Real, Shared, alloc};
use crate::context::{Error, Result, Stage, Status, parallel};
use std::ops::{AddAssign, Range};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Counts that a kernel reports.
#[derive(Clone, Copy, Default)]
pub(in crate::ops) struct Tally {
    /// The number of unmasked pixels that were clipped.
    pub clipped: usize,
    /// Whether a pixel of the result is to be masked because it is NaN.
    pub nan: bool,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.clipped += other.clipped;
        self.nan |= other.nan;
    }
}

/// The number of pixels that a kernel gets at once: they stay in the cache, so that a kernel may read them more than once.
pub(in crate::ops) const CHUNK: usize = 4096;
static UNMASKED: [bool; CHUNK] = [false; CHUNK];

/// Makes `len` elements in chunks, on the threads that the context allows. `work` is told which ones, which of them are
/// masked, and where they go.
pub(in crate::ops) fn chunks<B: Element>(
    stage: &Stage<'_>,
    len: usize,
    mask: Option<&[bool]>,
    work: impl Fn(Range<usize>, &[bool], &mut [B]) -> Tally + Sync,
) -> Result<(Vec<B>, Tally)> {
    made(stage, len, mask, &work)
}

/// Makes a chunk: which elements, which of them are masked, and where they go.
type Work<'a, B> = &'a (dyn Fn(Range<usize>, &[bool], &mut [B]) -> Tally + Sync);

/// [`chunks`], compiled once for each type of elements.
fn made<B: Element>(
    stage: &Stage<'_>,
    len: usize,
    mask: Option<&[bool]>,
    work: Work<'_, B>,
) -> Result<(Vec<B>, Tally)> {
    let mut out = alloc::zeroed_vec::<B>(len)?;
    let (clipped, nan) = (AtomicUsize::new(0), AtomicBool::new(false));
    parallel::rows(stage, &mut out, CHUNK, 1, |first, piece| {
        let mut tally = Tally::default();
        for (i, out) in piece.chunks_mut(CHUNK).enumerate() {
            let at = (first + i) * CHUNK..(first + i) * CHUNK + out.len();
            let masked = mask.map_or(&UNMASKED[..out.len()], |mask| &mask[at.clone()]);
            tally += work(at, masked, out);
        }
        clipped.fetch_add(tally.clipped, Ordering::Relaxed);
        nan.fetch_or(tally.nan, Ordering::Relaxed);
        Ok(())
    })?;
    Ok((out, Tally { clipped: clipped.into_inner(), nan: nan.into_inner() }))
}

/// A function of one pixel, written once for `f32` and `f64`.
pub(in crate::ops) trait PixelFunction: Sync {
    /// Fills in `out`; NaN becomes NaN.
    fn run<T: Float>(&self, pixels: &[T], out: &mut [T]);
}

/// Applies a function to each pixel: `f32` stays, all other real dtypes become `f64`. Where the result is NaN it is masked.
pub(in crate::ops) fn apply(
    stage: &Stage<'_>,
    array: &MaskedArray,
    function: &impl PixelFunction,
) -> Result<MaskedArray> {
    fn typed<T: Float>(
        stage: &Stage<'_>,
        (array, data): (&MaskedArray, &Shared<T>),
        function: &impl PixelFunction,
    ) -> Result<MaskedArray> {
        let data = alloc::contiguous(data)?;
        let pixels = data.as_slice().unwrap_or_default();
        let (out, tally) = chunks(stage, pixels.len(), None, |at, _, out| {
            function.run(&pixels[at], out);
            Tally { clipped: 0, nan: any_nan(out) }
        })?;
        assemble(array.shape(), out, array.mask().cloned(), tally)
    }
    match array.data() {
        Data::F32(data) => typed(stage, (array, data), function),
        data => typed(stage, (array, &to_f64(data)?), function),
    }
}

/// The pixels of a real array as `f64`.
pub(in crate::ops) fn to_f64(data: &Data) -> Result<Shared<f64>> {
    if data.dtype().is_complex() {
        return Err(Error::new(
            Status::Dtype,
            format!(
                "{} values have no order: take the real part, the imaginary part or the magnitude first",
                data.dtype()
            ),
        ));
    }
    data.to_f64()
}

/// The result as an array: pixels that are NaN are masked too.
pub(in crate::ops) fn assemble<T: Real>(
    shape: &[usize],
    out: Vec<T>,
    mask: Option<Mask>,
    tally: Tally,
) -> Result<MaskedArray> {
    let out = alloc::from_vec(shape, out)?;
    if !tally.nan {
        return MaskedArray::new(out, mask);
    }
    let more = alloc::map(out.view(), |v| v.is_nan())?.into_shared();
    MaskedArray::new(out, mask)?.with_more_mask(more)
}

/// Whether any is NaN; without an early end, so that it is done at the speed of memory.
#[inline(always)]
pub(in crate::ops) fn any_nan<T: Float>(pixels: &[T]) -> bool {
    pixels.iter().fold(false, |any, v| any | v.is_nan())
}
