//! Correlation with a long Gaussian in a time that does not grow with its length.
//!
//! A Gaussian that is cut off is, within its radius R, nearly a sum of a few cosines. The sum of a window's values times a cosine,
//! c(i) = sum over |j| <= R of cos(w j) x(i + j), follows from the two before it (M. Elboher, M. Werman 2012, "Cosine integral images for fast
//! spatial and range filtering"; K. Sugimoto, S. Kamata 2013, "Fast Gaussian filter with second-order shift property of DCT-5"):
//!
//! c(i + 1) = 2 cos(w) c(i) - c(i - 1) + cos(w R) (x(i + R + 1) + x(i - R - 1)) - cos(w (R + 1)) (x(i + R) + x(i - R)).
//!
//! The cosines are fitted to the kernel that the plain way uses, and the fit is measured: the sum of the absolute differences of all weights is at most
//! [`DIFFERENCE`], or there are no cosines. That bounds what the result differs by. The recursion adds rounding errors of some 1e-13 of the range.
//!
//! The columns come first, in blocks, then the rows, sixteen side by side. Both subtract a pixel's value before, so that a constant image stays itself
//! and an offset costs no digits.

use super::separable::Kernel;
use crate::array::simd::multiversioned;
use crate::array::{Float, alloc};
use crate::context::{Result, Stage, parallel};
use crate::ops::engine::frames::Frame;
use crate::ops::geometry::resample::Boundary;
use std::sync::atomic::{AtomicBool, Ordering};

/// What the weights of all cosines together may differ by from the kernel's, as a part of their sum, along each axis.
pub(super) const DIFFERENCE: f64 = 2.5e-7;
/// The shortest kernel and the shortest side of a frame for which this is quicker than to multiply.
const MIN_RADIUS: usize = 24;
const MIN_SIDE: usize = 64;
/// How many cosines are tried, the constant one among them.
const COSINES: std::ops::RangeInclusive<usize> = 5..=14;

/// Lines that are filtered side by side.
const LANES: usize = 16;
type Lanes = [f64; LANES];
/// Groups of columns that are gathered side by side: a row's part of them fills eight cache lines.
const GROUPS: usize = 4;
/// Places that are fetched, computed and stored at a time.
const CHUNK: usize = 16;

/// One cosine, with its weight in all factors.
struct Term {
    /// 2 cos(w)
    turn: f64,
    /// Of the values that are one beyond the window.
    outer: f64,
    /// Of the window's last values.
    inner: f64,
}

/// A kernel as a sum of cosines.
pub(super) struct Cosines {
    radius: usize,
    /// The weight of the constant.
    constant: f64,
    terms: Vec<Term>,
    /// For each distance from the middle the weights of all terms.
    weights: Vec<f64>,
}

/// How one axis is filtered.
pub(super) enum Pass {
    /// Not at all.
    None,
    Slides(Cosines),
}

impl Pass {
    /// Both passes for kernels along columns and rows, or `None` where the plain way is quicker or more precise. The sigmas are those of the Gaussians.
    ///
    /// # Errors
    /// `NoMemory`.
    pub(super) fn both(
        kernels: [&Kernel; 2],
        sigma: [f64; 2],
        (rows, columns): (usize, usize),
    ) -> Result<Option<[Pass; 2]>> {
        let radii = kernels.map(|kernel| kernel.half.len() - 1);
        let sides = [rows, columns];
        let short = |axis: usize| radii[axis] != 0 && (radii[axis] < MIN_RADIUS || sides[axis] < MIN_SIDE);
        if radii == [0, 0] || short(0) || short(1) {
            return Ok(None);
        }
        let pass = |axis: usize| {
            if radii[axis] == 0 {
                return Ok(Some(Pass::None));
            }
            Ok::<_, crate::context::Error>(Cosines::fitted(&kernels[axis].half, sigma[axis])?.map(Pass::Slides))
        };
        let (Some(vertical), Some(horizontal)) = (pass(0)?, pass(1)?) else { return Ok(None) };
        Ok(Some([vertical, horizontal]))
    }
}

impl Cosines {
    /// The fewest cosines that are near enough to the weights of a Gaussian from the middle on.
    fn fitted(half: &[f64], sigma: f64) -> Result<Option<Cosines>> {
        for count in COSINES {
            // The period that was found to need the fewest: the first cosine that is left out has the weight exp(-5.6^2 / 2) of the first.
            if let Some(cosines) = Self::fit(half, 5.6 / (sigma * count as f64), count)? {
                return Ok(Some(cosines));
            }
        }
        Ok(None)
    }

    /// The least squares of so many cosines of the frequencies 0, `base`, 2 `base`, ...
    fn fit(half: &[f64], base: f64, count: usize) -> Result<Option<Cosines>> {
        let radius = half.len() - 1;
        let mut table = alloc::vec::<f64>(half.len() * count)?;
        table.extend((0..half.len() * count).map(|i| (base * (i / count * (i % count)) as f64).cos()));
        // All weights but the middle one come twice.
        let twice = |i: usize| if i == 0 { 1.0 } else { 2.0 };
        let mut equations = vec![vec![0.0; count + 1]; count];
        for (i, (row, &weight)) in table.chunks_exact(count).zip(half).enumerate() {
            for (equation, &x) in equations.iter_mut().zip(row) {
                let x = twice(i) * x;
                equation.iter_mut().zip(row.iter().chain([&weight])).for_each(|(sum, &y)| *sum += x * y);
            }
        }
        let mut factors = solved(equations);
        let value = |row: &[f64], factors: &[f64]| row.iter().zip(factors).map(|(x, a)| x * a).sum::<f64>();
        let sum: f64 = table.chunks_exact(count).enumerate().map(|(i, row)| twice(i) * value(row, &factors)).sum();
        factors.iter_mut().for_each(|a| *a /= sum);
        let rows = table.chunks_exact(count).zip(half).enumerate();
        let difference: f64 = rows.map(|(i, (row, w))| twice(i) * (value(row, &factors) - w).abs()).sum();
        // Not a number where the equations have no solution.
        if difference.is_nan() || difference > DIFFERENCE {
            return Ok(None);
        }
        let terms = (1..count).map(|k| {
            let w = base * k as f64;
            let (outer, inner) = ((w * radius as f64).cos(), -(w * (radius + 1) as f64).cos());
            Term { turn: 2.0 * w.cos(), outer: factors[k] * outer, inner: factors[k] * inner }
        });
        let terms = terms.collect();
        let mut weights = alloc::vec(half.len() * (count - 1))?;
        for row in table.chunks_exact(count) {
            weights.extend(row.iter().zip(&factors).skip(1).map(|(x, a)| x * a));
        }
        Ok(Some(Cosines { radius, constant: factors[0], terms, weights }))
    }
}

/// The solution of linear equations, each with its right side last.
fn solved(mut equations: Vec<Vec<f64>>) -> Vec<f64> {
    let n = equations.len();
    for i in 0..n {
        let (above, below) = equations.split_at_mut(i + 1);
        let pivot = &above[i];
        for equation in below {
            let factor = equation[i] / pivot[i];
            equation.iter_mut().zip(pivot).for_each(|(x, p)| *x -= factor * p);
        }
    }
    let mut solution = vec![0.0; n];
    for i in (0..n).rev() {
        let known: f64 = (i + 1..n).map(|k| equations[i][k] * solution[k]).sum();
        solution[i] = (equations[i][n] - known) / equations[i][i];
    }
    solution
}

/// Filters a frame of valid pixels. Whether that is the result: `false` where a value is not finite, which would spread over whole lines.
///
/// # Errors
/// `NoMemory`, `Cancelled`.
pub(super) fn run<T: Float>(
    stage: &Stage<'_>,
    [vertical, horizontal]: &[Pass; 2],
    (boundary, cval): ([Boundary; 2], f64),
    frame: Frame<'_, T>,
    out: &mut [T],
) -> Result<bool> {
    let (rows, columns) = (frame.rows, frame.columns);
    let base = frame.pixels[0].to_f64();
    let outside = cval - base;
    let finite = AtomicBool::new(true);
    let shifted = |x: &T| x.to_f64() - base;
    match vertical {
        Pass::None => out.iter_mut().zip(frame.pixels).for_each(|(to, x)| *to = T::from_f64(shifted(x))),
        Pass::Slides(kernel) => {
            let width = GROUPS * LANES;
            let mut blocks: Vec<Vec<&mut [T]>> = Vec::new();
            for _ in 0..columns.div_ceil(width) {
                blocks.push(alloc::vec(rows)?);
            }
            for row in out.chunks_mut(columns) {
                blocks.iter_mut().zip(row.chunks_mut(width)).for_each(|(block, piece)| block.push(piece));
            }
            parallel::for_each(&stage.part(0.0..0.5), blocks.into_iter().enumerate(), |(block, mut pieces)| {
                let left = block * width;
                let width = width.min(columns - left);
                let fetch = |first: isize, to: &mut [Lanes]| {
                    for (place, to) in (first..).zip(to.chunks_exact_mut(GROUPS)) {
                        let to = to.as_flattened_mut();
                        match boundary[0].index(place, rows) {
                            Some(r) => {
                                let from = &frame.pixels[r * columns + left..][..width];
                                to.iter_mut().zip(from).for_each(|(to, x)| *to = shifted(x));
                            }
                            None => to.fill(outside),
                        }
                    }
                };
                let give = |first: usize, values: &[Lanes]| {
                    for (piece, values) in pieces[first..].iter_mut().zip(values.chunks_exact(GROUPS)) {
                        piece.iter_mut().zip(values.as_flattened()).for_each(|(to, &x)| *to = T::from_f64(x));
                    }
                };
                let done = Lines::new(kernel, GROUPS, rows, false)?.run(stage, fetch, give)?;
                finite.fetch_and(done, Ordering::Relaxed);
                Ok(())
            })?;
        }
    }
    let Pass::Slides(kernel) = horizontal else {
        out.iter_mut().for_each(|x| *x = T::from_f64(x.to_f64() + base));
        return Ok(finite.into_inner());
    };
    let groups = out.chunks_mut(LANES * columns);
    parallel::for_each(&stage.part(0.5..1.0), groups, |group| {
        let group = std::cell::RefCell::new(group);
        let fetch = |first: isize, to: &mut [Lanes]| {
            let group = group.borrow();
            if first >= 0 && first as usize + CHUNK <= columns {
                return gather(&group, columns, first as usize, to);
            }
            for (place, to) in (first..).zip(to) {
                let index = boundary[1].index(place, columns);
                let rows = group.chunks(columns);
                to.iter_mut().zip(rows).for_each(|(to, row)| *to = index.map_or(outside, |c| row[c].to_f64()));
            }
        };
        let give = |first: usize, values: &[Lanes]| {
            for (lane, row) in group.borrow_mut().chunks_mut(columns).enumerate() {
                let row = row[first..].iter_mut().zip(values);
                row.for_each(|(to, values)| *to = T::from_f64(values[lane] + base));
            }
        };
        // All places are fetched first: those beyond the right edge are pixels that have been written by then.
        let done = Lines::new(kernel, 1, columns, true)?.run(stage, fetch, give)?;
        finite.fetch_and(done, Ordering::Relaxed);
        Ok(())
    })?;
    Ok(finite.into_inner())
}

/// Some places of up to [`LANES`] rows, those of each place side by side.
fn gather<T: Float>(rows: &[T], columns: usize, first: usize, to: &mut [Lanes]) {
    for (lane, row) in rows.chunks(columns).enumerate() {
        to.iter_mut().zip(&row[first..]).for_each(|(to, x)| to[lane] = x.to_f64());
    }
}

/// Lines that are filtered side by side: `groups` times [`LANES`].
struct Lines<'a> {
    kernel: &'a Cosines,
    groups: usize,
    /// The number of places.
    len: usize,
    /// Whether all places are fetched before the first result is given.
    ahead: bool,
    /// The places around the window; a place's number modulo their count is where it is.
    ring: Vec<Lanes>,
    state: State,
}

/// For each group the sum of the window, and for each term the two last values.
struct State {
    sums: Vec<Lanes>,
    even: Vec<Lanes>,
    odd: Vec<Lanes>,
}

impl<'a> Lines<'a> {
    fn new(kernel: &'a Cosines, groups: usize, len: usize, ahead: bool) -> Result<Self> {
        let zeros = |n: usize| {
            let mut zeros = alloc::vec(n)?;
            zeros.resize(n, [0.0; LANES]);
            Ok::<_, crate::context::Error>(zeros)
        };
        let around = 2 * kernel.radius + 2 + 2 * CHUNK;
        let places = (if ahead { len + around } else { around }).next_power_of_two();
        let terms = groups * kernel.terms.len();
        let state = State { sums: zeros(groups)?, even: zeros(terms)?, odd: zeros(terms)? };
        Ok(Lines { kernel, groups, len, ahead, ring: zeros(places * groups)?, state })
    }

    /// `fetch` fills in the values of [`CHUNK`] places from one on, which may lie beyond the edges; `give` takes the results of some. Whether all is finite.
    fn run(
        mut self,
        stage: &Stage<'_>,
        mut fetch: impl FnMut(isize, &mut [Lanes]),
        mut give: impl FnMut(usize, &[Lanes]),
    ) -> Result<bool> {
        self.chunks(stage, &mut fetch, &mut give)
    }

    /// [`Lines::run`], compiled once.
    fn chunks(
        &mut self,
        stage: &Stage<'_>,
        fetch: &mut dyn FnMut(isize, &mut [Lanes]),
        give: &mut dyn FnMut(usize, &[Lanes]),
    ) -> Result<bool> {
        let (groups, radius) = (self.groups, self.kernel.radius);
        let places = self.ring.len() / groups;
        let mut results = [[0.0; LANES]; CHUNK * GROUPS];
        let mut fetched = 0;
        for first in (0..self.len).step_by(CHUNK) {
            if first % (64 * CHUNK) == 0 {
                stage.context().check_cancelled()?;
            }
            let count = CHUNK.min(self.len - first);
            // Place 0 of the ring is radius + 2 before the first pixel.
            let last = if self.ahead { self.len } else { first + count };
            while fetched < last + 2 * radius + 2 {
                let at = fetched % places * groups;
                fetch(fetched as isize - (radius + 2) as isize, &mut self.ring[at..][..CHUNK * groups]);
                fetched += CHUNK;
            }
            if first == 0 {
                begin(self.kernel, &self.ring, groups, &mut self.state);
            }
            let results = &mut results[..count * groups];
            advance(self.kernel, &self.ring, (first, groups), &mut self.state, results);
            give(first, results);
        }
        Ok(self.state.sums.as_flattened().iter().all(|x| x.is_finite()))
    }
}

multiversioned! {
    /// The state before the first place: the windows around the two places before it, by the definition.
    fn begin(kernel: &Cosines, ring: &[Lanes], groups: usize, state: &mut State) {
        let (radius, terms) = (kernel.radius, kernel.terms.len());
        for group in 0..groups {
            let value = |place: usize| &ring[place * groups + group];
            let sums = &mut state.sums[group];
            for place in 1..=2 * radius + 1 {
                sums.iter_mut().zip(value(place)).for_each(|(sum, x)| *sum += x);
            }
            for (j, weights) in kernel.weights.chunks_exact(terms).enumerate() {
                // Before the first place stands `even`, and before that `odd`.
                let pairs = |middle: usize| {
                    let (after, before) = (value(middle + j), value(middle - j));
                    let mut pairs = *after;
                    if j > 0 {
                        pairs.iter_mut().zip(before).for_each(|(pair, x)| *pair += x);
                    }
                    pairs
                };
                let (near, far) = (pairs(radius + 1), pairs(radius));
                let states = state.even[group * terms..].iter_mut().zip(&mut state.odd[group * terms..]);
                for (&w, (even, odd)) in weights.iter().zip(states) {
                    for lane in 0..LANES {
                        even[lane] += w * near[lane];
                        odd[lane] += w * far[lane];
                    }
                }
            }
        }
    }
}

multiversioned! {
    /// The results of places from `first` on.
    fn advance(kernel: &Cosines, ring: &[Lanes], (first, groups): (usize, usize), state: &mut State, out: &mut [Lanes]) {
        let (places, terms) = (ring.len() / groups, kernel.terms.len());
        for (i, out) in (first..).zip(out.chunks_exact_mut(groups)) {
            let row = |place: usize| &ring[(place & (places - 1)) * groups..][..groups];
            let after = [row(i + 2 * kernel.radius + 2), row(i + 2 * kernel.radius + 1)];
            let before = [row(i), row(i + 1)];
            let (now, old) = if i % 2 == 0 { (&state.even, &mut state.odd) } else { (&state.odd, &mut state.even) };
            let states = now.chunks_exact(terms).zip(old.chunks_exact_mut(terms));
            for (group, ((now, old), (out, sums))) in states.zip(out.iter_mut().zip(&mut state.sums)).enumerate() {
                let (after, before) = ([&after[0][group], &after[1][group]], [&before[0][group], &before[1][group]]);
                step(kernel, after, before, (now, old), sums, out);
            }
        }
    }
}

/// One place of one group. The values that enter the window come first.
#[inline(always)]
fn step(
    kernel: &Cosines,
    after: [&Lanes; 2],
    before: [&Lanes; 2],
    (now, old): (&[Lanes], &mut [Lanes]),
    sums: &mut Lanes,
    out: &mut Lanes,
) {
    let (mut outer, mut inner, mut result) = ([0.0; LANES], [0.0; LANES], [0.0; LANES]);
    for lane in 0..LANES {
        outer[lane] = after[0][lane] + before[0][lane];
    }
    for lane in 0..LANES {
        inner[lane] = after[1][lane] + before[1][lane];
    }
    for lane in 0..LANES {
        let sum = sums[lane] + (after[0][lane] - before[1][lane]);
        sums[lane] = sum;
        result[lane] = sum * kernel.constant;
    }
    for ((term, now), old) in kernel.terms.iter().zip(now).zip(old) {
        for lane in 0..LANES {
            let new = (term.outer * outer[lane] + term.inner * inner[lane] - old[lane]) + term.turn * now[lane];
            old[lane] = new;
            result[lane] += new;
        }
    }
    *out = result;
}

#[cfg(test)]
mod tests {
    use super::super::separable::{Separable, Term as Product};
    use super::*;
    use crate::context::Context;

    fn half(sigma: f64, truncate: f64) -> Vec<f64> {
        let mut half: Vec<f64> =
            (0..=(truncate * sigma + 0.5) as usize).map(|i| (-0.5 * (i as f64 / sigma).powi(2)).exp()).collect();
        let sum = half[0] + 2.0 * half[1..].iter().sum::<f64>();
        half.iter_mut().for_each(|w| *w /= sum);
        half
    }

    /// Both ways, and the range of the pixels.
    fn both(
        x: &[f64],
        (rows, columns): (usize, usize),
        sigma: [f64; 2],
        boundary: [Boundary; 2],
        cval: f64,
    ) -> (Vec<f64>, Vec<f64>) {
        let ctx = Context::new();
        let kernel = |sigma: f64| Kernel::new(&if sigma > 0.0 { half(sigma, 4.0) } else { vec![1.0] }, false).unwrap();
        let terms = [Product { vertical: kernel(sigma[0]), horizontal: kernel(sigma[1]) }];
        let frame = Frame { pixels: x, invalid: None, rows, columns };
        let (mut plain, mut slid) = (vec![0.0; x.len()], vec![0.0; x.len()]);
        Separable { terms: &terms, boundary, cval, stored: None }.run(&ctx.whole(), frame, &mut plain).unwrap();
        let passes = Pass::both([&terms[0].vertical, &terms[0].horizontal], sigma, (rows, columns)).unwrap().unwrap();
        assert!(run(&ctx.whole(), &passes, (boundary, cval), frame, &mut slid).unwrap());
        (plain, slid)
    }

    #[test]
    fn the_cosines_give_what_the_products_give() {
        let scattered = |i: usize| ((i * 7919 + 13) % 1009) as f64 / 1009.0;
        for (rows, columns) in [(64, 64), (67, 129), (200, 83)] {
            let x: Vec<f64> = (0..rows * columns).map(|i| scattered(i * i) + 1000.0).collect();
            for sigma in [[6.0, 6.0], [0.0, 9.3], [17.0, 0.0], [40.0, 7.2]] {
                for boundary in Boundary::ALL {
                    let (plain, slid) = both(&x, (rows, columns), sigma, [boundary, Boundary::Mirror], 1000.3);
                    let worst = slid.iter().zip(&plain).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
                    assert!(worst < 1e-6, "{rows} x {columns}, {sigma:?}, {boundary:?}: {worst:e}");
                }
            }
        }
    }

    #[test]
    fn the_worst_image_differs_by_less_than_a_millionth_of_its_range() {
        // Pixels of the sign of the kernels' difference: a stripe of each width.
        for width in [3, 20, 31, 33, 50] {
            let x: Vec<f64> = (0..128 * 160).map(|i| f64::from(u8::from(i % 160 / width % 2 == 0))).collect();
            let (plain, slid) = both(&x, (128, 160), [8.0, 8.0], [Boundary::Reflect; 2], 0.0);
            let worst = slid.iter().zip(&plain).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
            assert!(worst < 2.0 * DIFFERENCE && worst > 0.0, "{width}: {worst:e}");
        }
    }

    #[test]
    fn a_constant_stays_itself_and_what_is_not_finite_is_left_to_the_plain_way() {
        let (_, slid) = both(&vec![1e9 / 3.0; 100 * 90], (100, 90), [10.0, 7.0], [Boundary::Reflect; 2], 0.0);
        assert!(slid.iter().all(|&x| x == 1e9 / 3.0));
        let ctx = Context::new();
        let kernel = Kernel::new(&half(8.0, 4.0), false).unwrap();
        let passes = Pass::both([&kernel, &kernel], [8.0; 2], (70, 70)).unwrap().unwrap();
        for at in [0, 69, 70 * 69, 70 * 70 - 1, 2450] {
            let mut x = vec![1.0; 70 * 70];
            x[at] = f64::INFINITY;
            let frame = Frame { pixels: &x, invalid: None, rows: 70, columns: 70 };
            let mut out = vec![0.0; x.len()];
            assert!(!run(&ctx.whole(), &passes, ([Boundary::Reflect; 2], 0.0), frame, &mut out).unwrap(), "{at}");
        }
    }

    #[test]
    fn every_usual_cut_has_its_cosines() {
        for truncate in [2.0, 3.0, 3.5, 4.0, 5.0, 6.0] {
            for sigma in [12.5, 32.0, 100.0] {
                assert!(Cosines::fitted(&half(sigma, truncate), sigma).unwrap().is_some(), "{truncate}, {sigma}");
            }
        }
        // A kernel that is no Gaussian has none.
        let comb: Vec<f64> = (0..41).map(|i| f64::from(u8::from(i % 2 == 0)) / 41.0).collect();
        assert!(Cosines::fitted(&comb, 10.0).unwrap().is_none());
    }
}
