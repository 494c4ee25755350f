//! The edges of bins, and the bin of a value.

use crate::array::alloc;
use crate::array::simd::multiversioned;
use crate::context::{Error, Result, Status};

/// The most bins of one size.
pub const MAX_BINS: usize = 1 << 24;

/// The requested bins.
#[derive(Debug, Clone, Copy)]
pub enum Bins<'a> {
    /// A number of bins of one size, over a range; `None`: from the least to the greatest pixel.
    Count(usize, Option<[f64; 2]>),
    /// By their edges.
    Edges(&'a [f64]),
}

/// The edges of the requested bins. `single` rounds those of equal bins to f32.
pub(super) fn edges(bins: Bins<'_>, found: Option<[f64; 2]>, single: bool) -> Result<Vec<f64>> {
    let (n, range) = match bins {
        Bins::Edges(edges) => {
            let copy = alloc::copied(edges)?;
            return Ok(copy);
        }
        Bins::Count(n, range) => (n, range),
    };
    let [mut low, mut high] = range.or(found).unwrap_or([0.0, 1.0]);
    if !(high - low).is_finite() {
        return Err(Error::new(
            Status::NoResult,
            format!("the pixels range from {low} to {high}, which is not finite; give `range`"),
        ));
    }
    if low == high {
        (low, high) = (low - 0.5, high + 0.5);
    }
    // As numpy.linspace, in this order.
    let width = high - low;
    let step = width / n as f64;
    let at = |i: usize| match step == 0.0 {
        true => i as f64 / n as f64 * width + low,
        false => i as f64 * step + low,
    };
    let mut edges = alloc::vec(n + 1)?;
    edges.extend((0..n).map(at).chain([high]).map(|x| if single { f64::from(x as f32) } else { x }));
    Ok(edges)
}

/// A guess at a bin, (x - low) scale, which is off by one bin at most.
///
/// It never decreases as x increases. So if its fraction is farther from 0 and 1 than that of any edge is, x is between the edges
/// on its two sides, and no comparison is needed.
#[derive(Clone, Copy)]
struct Guess {
    low: f64,
    high: f64,
    scale: f64,
    bins: usize,
    doubt: f64,
}

/// Finds the bin of a value.
pub(super) struct Finder {
    pub edges: Vec<f64>,
    /// Where the edges are nearly uniform: how to guess a bin.
    guess: Option<Guess>,
    /// The bounds of each bin as the correction of such a guess needs them: the first has no lower, the last no upper one; one
    /// more "bin" for values in none.
    bounds: Vec<[f64; 2]>,
}

impl Finder {
    pub fn new(edges: Vec<f64>) -> Result<Finder> {
        let n = edges.len() - 1;
        let step = (edges[n] - edges[0]) / n as f64;
        let near = |(i, &edge): (usize, &f64)| (edge - (edges[0] + i as f64 * step)).abs() < 0.25 * step;
        let uniform = step.is_normal() && (1.0 / step).is_finite() && edges.iter().enumerate().all(near);
        let mut bounds = alloc::vec(n + 1)?;
        if uniform {
            let inner = |i: usize| if i == 0 { f64::NEG_INFINITY } else { edges[i] };
            let outer = |i: usize| if i == n { f64::INFINITY } else { edges[i] };
            bounds.extend((0..n).map(|i| [inner(i), outer(i + 1)]));
            bounds.push([f64::NEG_INFINITY, f64::NAN]);
        }
        let guess = (uniform && n <= MAX_BINS).then(|| {
            let (low, scale) = (edges[0], 1.0 / step);
            let off = edges.iter().enumerate().map(|(i, edge)| ((edge - low) * scale - i as f64).abs());
            Guess { low, high: edges[n], scale, bins: n, doubt: 2.0 * off.fold(f64::EPSILON, f64::max) }
        });
        Ok(Finder { guess, bounds, edges })
    }

    /// The number of bins.
    pub fn len(&self) -> usize {
        self.edges.len() - 1
    }

    /// The bin of each value; the number of bins where it lies in none.
    pub fn find(&self, values: &[f64], bins: &mut [u32]) {
        let n = self.len();
        let Some(guess) = self.guess else {
            for (bin, &x) in bins.iter_mut().zip(values) {
                let inside = x >= self.edges[0] && x <= self.edges[n];
                let upper = self.edges.partition_point(|&edge| edge <= x);
                *bin = if inside { upper.saturating_sub(1).min(n - 1) as u32 } else { n as u32 };
            }
            return;
        };
        if guess_all(values, guess, bins) {
            for (bin, &x) in bins.iter_mut().zip(values) {
                // There is one for each guess. The outermost bounds keep the correction inside.
                let Some(&[low, high]) = self.bounds.get(*bin as usize) else { continue };
                *bin = *bin + u32::from(x >= high) - u32::from(x < low);
            }
        }
    }
}

multiversioned! {
    /// Guesses the bin of each value, the number of bins where it lies in none; returns whether any is in doubt.
    fn guess_all(values: &[f64], guess: Guess, bins: &mut [u32]) -> bool {
        // Of a number that is added to this, nothing but the integer remains, in the lowest bits.
        const INTEGERS: f64 = (3u64 << 51) as f64;
        let Guess { low, high, scale, doubt, .. } = guess;
        let (last, nowhere) = ((guess.bins - 1) as f64 + INTEGERS, guess.bins as f64 + INTEGERS);
        let mut in_doubt = 0u64;
        for (bin, &x) in bins.iter_mut().zip(values) {
            let place = (x - low) * scale;
            let rounded = place - 0.5 + INTEGERS;
            let rounded = if rounded < last { rounded } else { last };
            let fraction = place - (rounded - INTEGERS);
            let inside = (x >= low) & (x <= high);
            let clear = (fraction > doubt) & (fraction < 1.0 - doubt);
            in_doubt |= u64::from(inside & !clear);
            *bin = (if inside { rounded } else { nowhere }).to_bits() as u32;
        }
        in_doubt != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition, bin by bin.
    fn plain(edges: &[f64], x: f64) -> u32 {
        let n = edges.len() - 1;
        let holds = |i: usize| edges[i] <= x && (x < edges[i + 1] || (i == n - 1 && x == edges[n]));
        (0..n).find(|&i| holds(i)).unwrap_or(n) as u32
    }

    #[test]
    fn guesses_are_corrected_to_the_definition() {
        let uniform = |low: f64, high: f64, n| edges(Bins::Count(n, Some([low, high])), None, false).unwrap();
        let single = edges(Bins::Count(77, Some([0.1, 0.9])), None, true).unwrap();
        let uneven: Vec<f64> = (0..20).map(|i| f64::from(i) + 0.2 * f64::from(i).sin()).collect();
        let sets = [
            uniform(0.0, 1.0, 1),
            uniform(0.0, 1.0, 10),
            uniform(-0.3, 0.7, 99),
            uniform(1e6, 1e6 + 1.0, 1000),
            uniform(0.0, 5e-324, 3),
            single,
            uneven,
            vec![0.0, 0.5, 0.5, 2.0, 2.0],
            vec![f64::NEG_INFINITY, 0.0, f64::INFINITY],
        ];
        for edges in sets {
            let (low, high) = (edges[0], edges[edges.len() - 1]);
            let mut values =
                vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -0.0, low.next_down(), high.next_up()];
            values.extend(edges.iter().flat_map(|x| [*x, x.next_down(), x.next_up()]));
            values.extend((0..1000).map(|i| low + (high - low) * f64::from(i) / 997.0));
            let mut found = vec![0; values.len()];
            let finder = Finder::new(edges.clone()).unwrap();
            // One by one too: a block without doubt takes another way.
            finder.find(&values, &mut found);
            for (&x, &bin) in values.iter().zip(&found) {
                let mut alone = [0];
                finder.find(&[x], &mut alone);
                assert_eq!((bin, alone[0]), (plain(&edges, x), plain(&edges, x)), "{x:e} among {edges:?}");
            }
        }
    }
}
