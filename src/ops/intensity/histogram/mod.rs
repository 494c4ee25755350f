//! Histograms.
//!
//! The definition is numpy's: bin i holds `edges[i] <= x < edges[i + 1]`, the last one its upper edge too. Which bin a pixel
//! lies in is decided by comparing it with the edges; a multiplication only gives a guess (`bins`).

mod bins;

use crate::array::simd::multiversioned;
use crate::array::{DType, Data, Mask, Real, Shared, alloc};
use crate::context::parallel::for_each;
use crate::context::{Context, Error, Result, Stage, Status};
use crate::dispatch;
use crate::image::{Image, Table};
pub use bins::{Bins, MAX_BINS};
use bins::{Finder, edges};
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

/// The memory of a bin: its edges, its counters and its row of the table.
const BIN_COST: u64 = 96;

/// Pixels are shared among threads in pieces of this many.
const PIECE: usize = 1 << 18;

/// Within a piece pixels are read and their bins found for so many at a time.
const CHUNK: usize = 2048;

/// Neighbours often lie in one bin. Several counters take turns, so that one increment need not wait for the last.
const LANES: usize = 4;

/// The histogram of all pixels that are neither masked nor NaN, of a stack over all frames: a table of the columns `low`,
/// `centre`, `high` (a bin's edges and middle), `count`, `density` (count / (sum of all counts x width)) and `cumulative`
/// (the sum of the counts so far). Pixels outside the bins are not counted.
///
/// Where all pixels have one value the range is 1 wide around it, where there is none from 0 to 1. Bins of one size over an
/// f32 image have edges that are f32 numbers, as numpy's.
///
/// # Errors
/// [`Status::InvalidArgument`] for a number of bins, edges or a range that is none, and for more bins than the context's memory limit
/// allows; [`Status::NoResult`] without a range when
/// a pixel is infinite; [`Status::Dtype`] for complex images; [`Status::NoMemory`], [`Status::Cancelled`].
pub fn histogram(ctx: &Context, image: &Image, bins: Bins<'_>) -> Result<Table> {
    check(bins)?;
    if let Bins::Count(n, _) = bins {
        ctx.check_cost("bins", n, n as u64 * BIN_COST, image.nbytes())?;
    }
    let pixels = Pixels::new(image)?;
    let (stage, data) = (ctx.whole(), &pixels.data);
    let (edges, counts) = match data {
        Data::F64(a) if pixels.mask.is_none() => {
            count(&stage, a.len(), &Source::Direct(a.as_slice().unwrap_or_default()), bins, false)
        }
        Data::Bool(a) => pixels.by_value(&stage, a, bins, 2, usize::from, |i| i as f64),
        Data::U8(a) if pixels.mask.is_none() => pixels.by_value_of(
            &stage,
            a,
            bins,
            1 << 8,
            |range, tally| {
                tally.add_bytes(&a.as_slice().unwrap_or_default()[range]);
            },
            |i| i as f64,
        ),
        Data::U8(a) => pixels.by_value(&stage, a, bins, 1 << 8, usize::from, |i| i as f64),
        Data::U16(a) => pixels.by_value(&stage, a, bins, 1 << 16, usize::from, |i| i as f64),
        Data::I8(a) => pixels.by_value(&stage, a, bins, 1 << 8, |x| usize::from(x as u8), |i| f64::from(i as u8 as i8)),
        Data::I16(a) => {
            pixels.by_value(&stage, a, bins, 1 << 16, |x| usize::from(x as u16), |i| f64::from(i as u16 as i16))
        }
        data => dispatch!(real data, |a| pixels.by_number(&stage, a, bins), complex => Err(Error::new(
            Status::Dtype,
            format!("{} values: take the real part, the imaginary part or the magnitude first", data.dtype()),
        ))),
    }?;
    table(image, &edges, &counts)
}

fn check(bins: Bins<'_>) -> Result<()> {
    match bins {
        Bins::Count(n, _) if n == 0 || n > MAX_BINS => Err(Error::argument("bins", n, format!("1 to {MAX_BINS}"))),
        Bins::Count(_, Some([low, high])) if !(low <= high && (high - low).is_finite()) => {
            Err(Error::argument("range", format!("({low}, {high})"), "two finite numbers, the lower one first"))
        }
        Bins::Edges(edges) if edges.len() < 2 || !edges.is_sorted() => {
            let shown = if edges.len() > 8 { format!("{:?}...", &edges[..8]) } else { format!("{edges:?}") };
            Err(Error::argument("edges", shown, "two or more numbers that do not decrease"))
        }
        _ => Ok(()),
    }
}

fn table(image: &Image, edges: &[f64], counts: &[u64]) -> Result<Table> {
    let total = counts.iter().sum::<u64>() as f64;
    let mut table = Table::of(image);
    let mut column = |name: &str, f: &mut dyn FnMut(f64, f64, u64) -> f64| {
        let mut values = alloc::vec(counts.len())?;
        values.extend(edges.windows(2).zip(counts).map(|(pair, &count)| f(pair[0], pair[1], count)));
        table.add_column(name, None, values)
    };
    column("low", &mut |low, _, _| low)?;
    column("centre", &mut |low, high, _| low + (high - low) / 2.0)?;
    column("high", &mut |_, high, _| high)?;
    column("count", &mut |_, _, count| count as f64)?;
    column("density", &mut |low, high, count| count as f64 / (high - low) / total)?;
    let mut so_far = 0;
    column("cumulative", &mut |_, _, count| {
        so_far += count;
        so_far as f64
    })?;
    table.set_usual_plot();
    Ok(table)
}

/// The pixels of an image without gaps.
struct Pixels {
    data: Data,
    mask: Option<Mask>,
}

impl Pixels {
    fn new(image: &Image) -> Result<Pixels> {
        fn packed<T: crate::array::Element>(a: &Shared<T>) -> Result<Data> {
            alloc::copy(a.view()).map(Data::from)
        }
        let data = image.data();
        let data = if data.is_c_contiguous() { data.clone() } else { dispatch!(all data, |a| packed(a))? };
        let mask = match image.array().mask() {
            Some(mask) if mask.is_standard_layout() => Some(mask.clone()),
            Some(mask) => Some(alloc::copy(mask.view())?.into_shared()),
            None => None,
        };
        Ok(Pixels { data, mask })
    }

    fn mask(&self) -> Option<&[bool]> {
        self.mask.as_ref().and_then(|mask| mask.as_slice())
    }

    /// Counts each of a few possible values, which are put into bins afterwards.
    fn by_value<T: Copy + Send + Sync>(
        &self,
        stage: &Stage<'_>,
        array: &Shared<T>,
        bins: Bins<'_>,
        values: usize,
        key: impl Fn(T) -> usize + Sync,
        value: impl Fn(usize) -> f64,
    ) -> Result<(Vec<f64>, Vec<u64>)> {
        let pixels = array.as_slice().unwrap_or_default();
        let tally = |range: Range<usize>, tally: &mut Tally| match self.mask().map(|mask| &mask[range.clone()]) {
            None => tally.add(&pixels[range], &key),
            Some(mask) => {
                for (pixels, mask) in pixels[range].chunks(CHUNK).zip(mask.chunks(CHUNK)) {
                    let mut keys = [values; CHUNK];
                    let unmasked = keys.iter_mut().zip(pixels).zip(mask).filter(|&(_, &masked)| !masked);
                    unmasked.for_each(|((to, &x), _)| *to = key(x));
                    tally.add(&keys[..pixels.len()], |key| key);
                }
            }
        };
        self.by_value_of(stage, array, bins, values, tally, value)
    }

    /// [`Pixels::by_value`], told how the values of a range are counted.
    fn by_value_of<T>(
        &self,
        stage: &Stage<'_>,
        array: &Shared<T>,
        bins: Bins<'_>,
        values: usize,
        add: impl Fn(Range<usize>, &mut Tally) + Sync,
        value: impl Fn(usize) -> f64,
    ) -> Result<(Vec<f64>, Vec<u64>)> {
        // One more, for masked pixels.
        let counts = in_pieces(stage, array.len(), values + 1, |range, tally| {
            add(range, tally);
            Ok(())
        })?;
        let there = || (0..values).filter(|&i| counts[i] > 0);
        let limits = there().map(&value).fold(None, |limits: Option<[f64; 2]>, x| {
            Some(limits.map_or([x, x], |[low, high]| [low.min(x), high.max(x)]))
        });
        let finder = Finder::new(edges(bins, limits, false)?)?;
        let mut out = alloc::zeroed_vec::<u64>(finder.len() + 1)?;
        for i in there() {
            let mut bin = [0];
            finder.find(&[value(i)], &mut bin);
            out[bin[0] as usize] += counts[i];
        }
        out.truncate(finder.len());
        Ok((finder.edges, out))
    }

    fn by_number<T: Real>(&self, stage: &Stage<'_>, array: &Shared<T>, bins: Bins<'_>) -> Result<(Vec<f64>, Vec<u64>)> {
        let pixels = array.as_slice().unwrap_or_default();
        // Masked pixels become NaN, which no bin holds.
        let read = |start: usize, out: &mut [f64]| {
            let end = start + out.len();
            out.iter_mut().zip(&pixels[start..end]).for_each(|(out, &x)| *out = x.to_f64());
            if let Some(mask) = self.mask() {
                let masked = out.iter_mut().zip(&mask[start..end]).filter(|&(_, &masked)| masked);
                masked.for_each(|(x, _)| *x = f64::NAN);
            }
        };
        count(stage, pixels.len(), &Source::Read(&read), bins, T::DTYPE == DType::F32)
    }
}

/// Pixels as numbers.
enum Source<'p> {
    /// As they are.
    Direct(&'p [f64]),
    /// Those from a place on, put into a buffer.
    Read(&'p (dyn Fn(usize, &mut [f64]) + Sync)),
}

impl<'p> Source<'p> {
    fn read<'a>(&self, start: usize, buffer: &'a mut [f64]) -> &'a [f64]
    where
        'p: 'a,
    {
        match self {
            Source::Direct(pixels) => &pixels[start..start + buffer.len()],
            Source::Read(read) => {
                read(start, buffer);
                buffer
            }
        }
    }
}

/// Puts pixels into bins.
fn count(
    stage: &Stage<'_>,
    len: usize,
    source: &Source<'_>,
    bins: Bins<'_>,
    single: bool,
) -> Result<(Vec<f64>, Vec<u64>)> {
    let mut counting = stage.clone();
    let mut found = None;
    if let Bins::Count(_, None) = bins {
        counting = stage.part(0.4..1.0);
        found = limits(&stage.part(0.0..0.4), len, source)?;
    }
    let finder = Finder::new(edges(bins, found, single)?)?;
    let mut counts = in_pieces(&counting, len, finder.len() + 1, |range, tally| {
        let (mut values, mut places) = ([0.0; CHUNK], [0; CHUNK]);
        for start in range.clone().step_by(CHUNK) {
            let n = CHUNK.min(range.end - start);
            finder.find(source.read(start, &mut values[..n]), &mut places[..n]);
            tally.add(&places[..n], |bin| bin as usize);
        }
        Ok(())
    })?;
    counts.truncate(finder.len());
    Ok((finder.edges, counts))
}

/// The least and the greatest of the pixels that are not NaN.
fn limits(stage: &Stage<'_>, len: usize, source: &Source<'_>) -> Result<Option<[f64; 2]>> {
    let all = Mutex::new([f64::INFINITY, f64::NEG_INFINITY]);
    for_each(stage, (0..len).step_by(PIECE), |first| {
        let end = len.min(first + PIECE);
        let mut values = [0.0; CHUNK];
        let mut mine = [[f64::INFINITY; 8], [f64::NEG_INFINITY; 8]];
        for start in (first..end).step_by(CHUNK) {
            let n = CHUNK.min(end - start);
            extend_limits(source.read(start, &mut values[..n]), &mut mine);
        }
        let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
        all[0] = mine[0].into_iter().fold(all[0], f64::min);
        all[1] = mine[1].into_iter().fold(all[1], f64::max);
        Ok(())
    })?;
    let [low, high] = all.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok((low <= high).then_some([low, high]))
}

multiversioned! {
    fn extend_limits(values: &[f64], limits: &mut [[f64; 8]; 2]) {
        let [mut low, mut high] = *limits;
        let (eights, rest) = values.as_chunks::<8>();
        for eight in eights {
            for lane in 0..8 {
                let x = eight[lane];
                // What is NaN is neither.
                low[lane] = if x < low[lane] { x } else { low[lane] };
                high[lane] = if x > high[lane] { x } else { high[lane] };
            }
        }
        for &x in rest {
            low[0] = if x < low[0] { x } else { low[0] };
            high[0] = if x > high[0] { x } else { high[0] };
        }
        *limits = [low, high];
    }
}

/// Counts of a piece, in lanes.
struct Tally {
    counts: Vec<u32>,
    kinds: usize,
}

impl Tally {
    /// Counts the key of each item, which is below the number of kinds.
    #[inline(always)]
    fn add<T: Copy>(&mut self, items: &[T], key: impl Fn(T) -> usize) {
        let (a, rest) = self.counts.split_at_mut(self.kinds);
        let (b, rest) = rest.split_at_mut(self.kinds);
        let (c, d) = rest.split_at_mut(self.kinds);
        let count = |lane: &mut [u32], item: T| {
            if let Some(count) = lane.get_mut(key(item)) {
                *count += 1;
            }
        };
        let (fours, rest) = items.as_chunks::<LANES>();
        for &[first, second, third, fourth] in fours {
            count(a, first);
            count(b, second);
            count(c, third);
            count(d, fourth);
        }
        rest.iter().for_each(|&item| count(a, item));
    }

    /// [`Tally::add`] of bytes, each of which is its key: eight are read at once, and no count can lie outside.
    fn add_bytes(&mut self, bytes: &[u8]) {
        let mut lanes = [[0u32; 256]; LANES];
        let (eights, rest) = bytes.as_chunks::<8>();
        for &eight in eights {
            let mut eight = u64::from_le_bytes(eight);
            for lane in [0, 1, 2, 3, 0, 1, 2, 3] {
                lanes[lane][usize::from(eight as u8)] += 1;
                eight >>= 8;
            }
        }
        rest.iter().for_each(|&byte| lanes[0][usize::from(byte)] += 1);
        for (to, from) in self.counts.chunks_exact_mut(self.kinds).zip(&lanes) {
            to.iter_mut().zip(from).for_each(|(to, &count)| *to += count);
        }
    }
}

/// Shares the places among threads and adds up what they count.
fn in_pieces(
    stage: &Stage<'_>,
    len: usize,
    kinds: usize,
    work: impl Fn(Range<usize>, &mut Tally) -> Result<()> + Sync,
) -> Result<Vec<u64>> {
    let total = Mutex::new(alloc::zeroed_vec::<u64>(kinds)?);
    // Clearing and adding up many counts must not cost more than the counting; a piece's counts fit a u32.
    let piece = PIECE.max(kinds.saturating_mul(4)).min(1 << 30);
    for_each(stage, (0..len).step_by(piece), |first| {
        let mut tally = Tally { counts: alloc::zeroed_vec(kinds * LANES)?, kinds };
        for start in (first..len.min(first + piece)).step_by(PIECE) {
            stage.context().check_cancelled()?;
            work(start..len.min(first + piece).min(start + PIECE), &mut tally)?;
        }
        let mut total = total.lock().unwrap_or_else(PoisonError::into_inner);
        for lane in tally.counts.chunks_exact(kinds) {
            total.iter_mut().zip(lane).for_each(|(total, &count)| *total += u64::from(count));
        }
        Ok(())
    })?;
    Ok(total.into_inner().unwrap_or_else(PoisonError::into_inner))
}
