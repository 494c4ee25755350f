//! The places of a stack's frames from comparisons of all pairs, by least squares.

use super::compare::{Comparer, Comparison};
use super::place::FramePlace;
use crate::array::alloc;
use crate::context::{Error, Result, Stage, Warning};
use crate::ops::register::linear_system::{decompose, solve};

/// A comparison that is off by more than this many standard errors ...
const CONTRADICTS: f64 = 5.0;
/// ... and this many pixels contradicts the places of its frames.
const CLOSE: f64 = 0.25;
/// During the fit, comparisons that are off by more than this many standard errors get less weight.
const LIMIT: f64 = 2.0;
/// The number of times that the places are fitted again with weights from the last fit.
const ROUNDS: usize = 20;
/// The least standard error for the weights, in pixels; smaller ones are not trusted.
const LEAST: f64 = 0.02;

/// The places by weighted least squares. Doubtful comparisons are used only for frames that no other comparison reaches; comparisons
/// that contradict the others are not used. A frame with many of those gets a warning.
///
/// # Errors
/// Those of the comparisons that are not [`NoResult`](crate::context::Status::NoResult); `NoMemory`.
pub fn places(stage: &Stage<'_>, compare: &Comparer<'_>, reference: usize) -> Result<Vec<Option<FramePlace>>> {
    let frames = compare.sides.len();
    let pairs: Vec<_> = (0..frames).flat_map(|i| (0..i).map(move |j| (i, j))).collect();
    let found = compare.compare_all(stage, &pairs)?;
    let mut links: Vec<(usize, usize, Comparison)> = Vec::with_capacity(pairs.len());
    let mut failures: Vec<Option<Error>> = vec![None; frames];
    for (&(i, j), link) in pairs.iter().zip(found) {
        match link {
            Ok(link) => links.push((i, j, link)),
            Err(error) => {
                failures[j].get_or_insert_with(|| error.clone());
                failures[i] = Some(error);
            }
        }
    }
    let reached_cleanly = reached(frames, reference, links.iter().filter(|(_, _, link)| link.doubts.is_empty()));
    let all_reached = reached(frames, reference, links.iter());
    let ctx = stage.context();
    for (i, failure) in failures.iter().enumerate() {
        if let (false, Some(failure)) = (all_reached[i], failure) {
            ctx.warn_of(Warning::FrameFailed, format!("align_stack: {failure}"));
        }
    }
    // Doubtful comparisons are used only for frames that no other one reaches.
    links.retain(|(i, j, link)| {
        all_reached[*i] && all_reached[*j] && (link.doubts.is_empty() || !(reached_cleanly[*i] && reached_cleanly[*j]))
    });
    let mut factors = vec![1.0; links.len()];
    let mut shifts = [alloc::zeroed_vec::<f64>(frames)?, alloc::zeroed_vec::<f64>(frames)?];
    for round in 0..=ROUNDS {
        for (axis, shifts) in shifts.iter_mut().enumerate() {
            let weighted = links
                .iter()
                .zip(&factors)
                .map(|((i, j, link), factor)| (*i, *j, link.shift[axis], factor / sigma(link, axis).powi(2)));
            *shifts = least_squares(frames, reference, &all_reached, weighted, -1.0)?;
        }
        let before_last = round + 1 >= ROUNDS;
        for (factor, (i, j, link)) in factors.iter_mut().zip(&links) {
            let off = [0, 1].map(|k| (link.shift[k] - (shifts[k][*i] - shifts[k][*j])).abs());
            let most = (0..2).map(|k| off[k] / sigma(link, k)).fold(0.0, f64::max);
            *factor = if before_last {
                let contradicts = (0..2).any(|k| off[k] > CLOSE.max(CONTRADICTS * sigma(link, k)));
                // A tiny weight: it matters only where nothing else determines the place.
                if contradicts { 1e-9 } else { 1.0 }
            } else {
                (LIMIT / most).min(1.0)
            };
        }
    }
    let mut places = vec![None; frames];
    places[reference] = Some(FramePlace::STILL);
    for (axis, shifts) in shifts.iter().enumerate() {
        let kept = links.iter().zip(&factors).filter(|&(_, &factor)| factor == 1.0);
        let own = least_squares(
            frames,
            usize::MAX,
            &all_reached,
            kept.map(|((i, j, link), _)| (*i, *j, link.variance[axis], 1.0)),
            1.0,
        )?;
        for i in (0..frames).filter(|&i| i != reference && all_reached[i]) {
            let place = places[i].get_or_insert(FramePlace::STILL);
            place.shift[axis] = shifts[i];
            place.variance[axis] = (own[i] + own[reference]).max(0.0);
        }
    }
    for i in (0..frames).filter(|&i| i != reference && all_reached[i]) {
        let of = links.iter().zip(&factors).filter(|((a, b, _), _)| *a == i || *b == i);
        let (kept, gone): (Vec<_>, Vec<_>) = of.partition(|&(_, &factor)| factor == 1.0);
        if kept.len() < 2 * gone.len() {
            ctx.warn_of(
                Warning::Ambiguous,
                format!(
                    "align_stack: frame {i}: {} of {} comparisons with other frames contradict its movement",
                    gone.len(),
                    gone.len() + kept.len()
                ),
            );
        }
        if !reached_cleanly[i]
            && let Some(((a, b, link), _)) = kept.first().or(gone.first())
            && let Some((kind, doubt)) = link.doubts.first()
        {
            let other = if *a == i { b } else { a };
            ctx.warn_of(*kind, format!("align_stack: frame {i} on frame {other}: {doubt}"));
        }
    }
    Ok(places)
}

fn sigma(link: &Comparison, axis: usize) -> f64 {
    let variance = link.variance[axis];
    // Without standard errors all comparisons have equal weight.
    if variance.is_nan() { 0.1 } else { (variance + LEAST * LEAST).sqrt() }
}

/// Which frames are connected with the reference by comparisons.
fn reached<'a>(
    frames: usize,
    reference: usize,
    links: impl Iterator<Item = &'a (usize, usize, Comparison)> + Clone,
) -> Vec<bool> {
    let mut reached = vec![false; frames];
    reached[reference] = true;
    // Each round joins at least one more, or is the last.
    loop {
        let before = reached.iter().filter(|&&r| r).count();
        for (i, j, _) in links.clone() {
            if reached[*i] || reached[*j] {
                (reached[*i], reached[*j]) = (true, true);
            }
        }
        if reached.iter().filter(|&&r| r).count() == before {
            return reached;
        }
    }
}

/// The numbers x for which x_i + sign x_j fits the values of all pairs (i, j, value, weight) best; x of `fixed` is 0. With the sign
/// -1 differences are fitted, with 1 sums; what the pairs do not determine (two frames' own variances) is shared equally.
fn least_squares(
    frames: usize,
    fixed: usize,
    reached: &[bool],
    pairs: impl Iterator<Item = (usize, usize, f64, f64)>,
    sign: f64,
) -> Result<Vec<f64>> {
    let n = frames;
    let mut normal = alloc::zeroed_vec::<f64>(n * n)?;
    let mut right = vec![0.0; n];
    for (i, j, value, weight) in pairs {
        normal[i * n + i] += weight;
        normal[j * n + j] += weight;
        normal[i * n + j] += sign * weight;
        normal[j * n + i] += sign * weight;
        right[i] += weight * value;
        right[j] += sign * weight * value;
    }
    for i in 0..n {
        if i == fixed || !reached[i] {
            for k in 0..n {
                (normal[i * n + k], normal[k * n + i]) = (0.0, 0.0);
            }
            (normal[i * n + i], right[i]) = (1.0, 0.0);
        } else {
            // A tiny term: it matters only where nothing else determines the value.
            let diagonal = normal[i * n + i].max(f64::MIN_POSITIVE);
            normal[i * n + i] += 1e-12 * diagonal;
        }
    }
    decompose(&mut normal, n, 0.0);
    solve(&normal, &mut right);
    Ok(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn least_squares_solves_differences_and_sums() {
        let x = [0.0, 1.5, -2.0, 4.0];
        let reached = [true; 4];
        let pairs: Vec<_> = (0..4).flat_map(|i| (0..i).map(move |j| (i, j))).collect();
        let weights = |i: usize, j: usize| 1.0 + (i * 3 + j) as f64;
        let differences = pairs.iter().map(|&(i, j)| (i, j, x[i] - x[j], weights(i, j)));
        let solved = least_squares(4, 0, &reached, differences, -1.0).unwrap();
        assert!(solved.iter().zip(x).all(|(a, b)| (a - b).abs() < 1e-9), "{solved:?}");
        let v = [1.0, 4.0, 2.0, 3.0];
        let sums = pairs.iter().map(|&(i, j)| (i, j, v[i] + v[j], 1.0));
        let solved = least_squares(4, usize::MAX, &reached, sums, 1.0).unwrap();
        assert!(solved.iter().zip(v).all(|(a, b)| (a - b).abs() < 1e-9), "{solved:?}");
    }
}
