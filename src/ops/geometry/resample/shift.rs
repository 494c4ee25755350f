//! Sampling along a pure translation: every pixel has the same weights, first down, then along.

use super::kernel::Kernel;
use super::kernel::MAX_TAPS;
use super::source::Source;
use crate::array::simd::multiversioned;
use crate::array::{Float, alloc};
use crate::context::{Result, Stage, parallel};
use std::ops::Range;

/// Fills `out`, which has rows of `columns` pixels, from a source: what stood at a pixel stands at that pixel plus
/// `vector` (x, y). Values are then limited to a range, if there is one.
pub(super) fn shift<T: Float>(
    stage: &Stage<'_>,
    source: &Source<'_, T>,
    vector: [f64; 2],
    out: &mut [T],
    columns: usize,
    range: Option<(T, T)>,
) -> Result<()> {
    let rows = out.len() / columns.max(1);
    let across = Axis::new(source, vector[0], columns, source.columns);
    let down = Axis::new(source, vector[1], rows, source.rows);
    parallel::rows(stage, out, columns, 1, |first, piece| {
        let mut line: Vec<T> = alloc::zeroed_vec(source.columns)?;
        for (r, out) in piece.chunks_mut(columns).enumerate() {
            down.combine(first + r, source, &mut line);
            match down.at(first + r) {
                Place::Constant => out.fill(source.cval),
                _ => across.slide(&line, out, source.cval),
            }
            if let Some((low, high)) = range {
                limit(out, low, high);
            }
        }
        Ok(())
    })
}

/// Where the pixels along one axis of the result come from.
struct Axis<T> {
    /// Those that have the same weights and all their pixels inside: output `o` begins at `o + start`.
    main: Range<usize>,
    start: isize,
    weights: Vec<T>,
    /// The others, before and after.
    edges: Vec<Edge<T>>,
}

struct Edge<T> {
    /// The pixel and weight of each tap; no pixel means the constant. Without taps it is all constant.
    taps: Vec<(Option<usize>, T)>,
}

enum Place<'a, T> {
    Main(usize),
    Edge(&'a Edge<T>),
    Constant,
}

impl<T: Float> Axis<T> {
    fn new(source: &Source<'_, T>, shift: f64, outputs: usize, n: usize) -> Self {
        let pad = source.pad as f64;
        // The same fraction for all, so that no rounding depends on the place.
        let (first, mut weights) = source.kernel.at::<T>(-shift);
        let used = |w: &[T; MAX_TAPS]| {
            let from = w.iter().position(|w| *w != T::ZERO).unwrap_or(0);
            from..w.iter().rposition(|w| *w != T::ZERO).map_or(1, |last| last + 1)
        };
        let taps = used(&weights);
        weights.rotate_left(taps.start);
        let start = first.saturating_add((taps.start + source.pad) as isize);
        // One and two pixels, four and six have loops of their own.
        let count = [1, 1, 2, 4, 4, 6, 6][taps.len()].min(MAX_TAPS);
        let (mut begin, mut end) = (start.saturating_neg(), (n as isize - count as isize + 1).saturating_sub(start));
        if source.kernel == Kernel::Nearest {
            // Half a pixel beyond the outermost centres it is a boundary's to say which pixel that is.
            begin = begin.max((shift - pad).ceil() as isize);
            end = end.min(((n as f64 - 1.0 + shift - pad).floor() as isize).saturating_add(1));
        }
        let begin = begin.clamp(0, outputs as isize);
        let end = end.clamp(begin, outputs as isize);
        let main = begin as usize..end as usize;
        let edge = |o: usize| {
            // A position far beyond the edges is one in the outermost pixels where nothing maps it back.
            let Some(x) = source.boundary.position(o as f64 - shift + pad, n) else { return Edge { taps: Vec::new() } };
            let (start, weights) = source.kernel.at::<T>(x.clamp(-16.0, n as f64 + 16.0));
            let around = source.boundary.around_position();
            let taps = weights.iter().enumerate().filter(|&(_, w)| *w != T::ZERO);
            Edge { taps: taps.map(|(k, &w)| (around.index(start + k as isize, n), w)).collect() }
        };
        let edges: Vec<_> = (0..main.start).chain(main.end..outputs).map(edge).collect();
        Axis { main, start, weights: weights[..count].to_vec(), edges }
    }

    fn at(&self, output: usize) -> Place<'_, T> {
        let edge = match output {
            o if o < self.main.start => o,
            o if o < self.main.end => return Place::Main((o as isize + self.start) as usize),
            o => o - self.main.len(),
        };
        match &self.edges[edge] {
            edge if edge.taps.is_empty() => Place::Constant,
            edge => Place::Edge(edge),
        }
    }

    /// One output row as a weighted sum of source rows.
    fn combine(&self, output: usize, source: &Source<'_, T>, line: &mut [T]) {
        let columns = source.columns;
        let row = |i: usize| &source.pixels[i * columns..(i + 1) * columns];
        match self.at(output) {
            Place::Constant => {}
            Place::Main(first) => weighted(&|k| row(first + k), &self.weights, line),
            Place::Edge(edge) => {
                line.fill(edge.taps.iter().filter(|(i, _)| i.is_none()).map(|&(_, w)| w * source.cval).sum());
                for (i, w) in edge.taps.iter().filter_map(|&(i, w)| i.map(|i| (i, w))) {
                    add(row(i), w, line);
                }
            }
        }
    }

    /// Weighted sums along a line.
    fn slide(&self, line: &[T], out: &mut [T], cval: T) {
        if !self.main.is_empty() {
            let first = (self.main.start as isize + self.start) as usize;
            weighted(&|k| &line[first + k..], &self.weights, &mut out[self.main.clone()]);
        }
        for (o, edge) in (0..self.main.start).chain(self.main.end..out.len()).zip(&self.edges) {
            out[o] = if edge.taps.is_empty() {
                cval
            } else {
                edge.taps.iter().map(|&(i, w)| w * i.map_or(cval, |i| line[i])).sum()
            };
        }
    }
}

/// `out` = the sum of some lines, each with its weight.
fn weighted<'a, T: Float>(line: &dyn Fn(usize) -> &'a [T], weights: &[T], out: &mut [T]) {
    let w = |k: usize| weights[k];
    match weights.len() {
        1 => sum1(line(0), w(0), out),
        2 => sum2([line(0), line(1)], [w(0), w(1)], out),
        4 => sum4([0, 1, 2, 3].map(line), [0, 1, 2, 3].map(w), out),
        _ => sum6([0, 1, 2, 3, 4, 5].map(line), [0, 1, 2, 3, 4, 5].map(w), out),
    }
}

multiversioned! {
    fn sum1<T: Float>(a: &[T], w: T, out: &mut [T]) {
        out.iter_mut().zip(a).for_each(|(out, &a)| *out = w * a);
    }
}

multiversioned! {
    fn sum2<T: Float>([a, b]: [&[T]; 2], w: [T; 2], out: &mut [T]) {
        out.iter_mut().zip(a).zip(b).for_each(|((out, &a), &b)| *out = w[0] * a + w[1] * b);
    }
}

multiversioned! {
    fn sum4<T: Float>([a, b, c, d]: [&[T]; 4], w: [T; 4], out: &mut [T]) {
        let lines = a.iter().zip(b).zip(c.iter().zip(d));
        out.iter_mut().zip(lines).for_each(|(out, ((&a, &b), (&c, &d)))| *out = w[0] * a + w[1] * b + w[2] * c + w[3] * d);
    }
}

multiversioned! {
    fn sum6<T: Float>([a, b, c, d, e, f]: [&[T]; 6], w: [T; 6], out: &mut [T]) {
        let lines = a.iter().zip(b).zip(c.iter().zip(d)).zip(e.iter().zip(f));
        out.iter_mut().zip(lines).for_each(|(out, (((&a, &b), (&c, &d)), (&e, &f)))| {
            *out = w[0] * a + w[1] * b + w[2] * c + w[3] * d + w[4] * e + w[5] * f;
        });
    }
}

multiversioned! {
    fn add<T: Float>(a: &[T], w: T, out: &mut [T]) {
        out.iter_mut().zip(a).for_each(|(out, &a)| *out += w * a);
    }
}

multiversioned! {
    /// Limits values to a range; NaN stays.
    pub(super) fn limit<T: Float>(values: &mut [T], low: T, high: T) {
        for x in values {
            *x = if *x < low { low } else { *x };
            *x = if *x > high { high } else { *x };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Affine, Boundary, Sampling, warp};
    use super::*;
    use crate::context::Context;
    use crate::ops::engine::frames::Frame;

    /// Both fast ways give what each point by itself gives.
    #[test]
    fn shifting_and_warping_are_sampling_at_every_pixel() {
        let ctx = Context::new();
        for (rows, columns) in [(1, 7), (6, 1), (2, 2), (9, 14), (18, 11)] {
            let pixels: Vec<f64> = (0..rows * columns).map(|i| ((i * 37) % 101) as f64 - 20.0).collect();
            let frame = Frame { pixels: &pixels, invalid: None, rows, columns };
            for kernel in (0..6).flat_map(|order| [Kernel::of_warp(order).unwrap(), Kernel::of_spline(order).unwrap()])
            {
                for boundary in Boundary::ALL {
                    let source = Source::new(&ctx.whole(), frame, Sampling { kernel, boundary, cval: 7.0 }).unwrap();
                    for vector in [[0.0, 0.0], [1.0, -2.0], [0.3, 0.75], [-1.2, 4.0], [-30.6, 100.1], [3.0, 0.5]] {
                        let mut shifted = vec![0.0; rows * columns];
                        shift(&ctx.whole(), &source, vector, &mut shifted, columns, None).unwrap();
                        let mut warped = vec![0.0; rows * columns];
                        let map = Affine::translation(vector);
                        warp::warp(&ctx.whole(), &source, &map, &mut warped, columns, None).unwrap();
                        for i in 0..rows * columns {
                            let (x, y) = ((i % columns) as f64 - vector[0], (i / columns) as f64 - vector[1]);
                            // Halfway between two pixels rounding decides which is the nearest.
                            if kernel == Kernel::Nearest && [x, y].iter().any(|x| (x - x.floor() - 0.5).abs() < 1e-9) {
                                continue;
                            }
                            let expected = source.sample(x, y);
                            let case = format!("{kernel:?} {boundary:?} {rows} x {columns} {vector:?} pixel {i}");
                            assert!((shifted[i] - expected).abs() < 1e-9, "{case}: {} {expected}", shifted[i]);
                            assert!((warped[i] - expected).abs() < 1e-9, "{case}: {} {expected}", warped[i]);
                        }
                    }
                }
            }
        }
    }
}
