//! The frames of a stack laid on each other.

use super::align::{kernel, sampling};
use super::pair::{Pair, Side};
use super::{Options, check, estimate};
use crate::array::{Data, MaskedArray, alloc};
use crate::context::{Context, Error, Result, Stage, Status, parallel};
use crate::dispatch;
use crate::image::{Image, Plane, Table};
use crate::ops::resample;
use ndarray::Axis;
use std::sync::Arc;

/// Which frames are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Chain {
    /// Each with the reference.
    #[default]
    Reference,
    /// Each with the one before it; the movements are added up. Where one cannot be laid on the frame before it the next is
    /// compared with the last good one.
    Neighbour,
    /// Each with each; the movements are those that fit all of them best, by weighted least squares.
    AllPairs,
}

/// One comparison: the movement of the content and its variances.
#[derive(Debug, Clone, Copy)]
struct Link {
    shift: [f64; 2],
    /// NaN where the method gives none.
    variance: [f64; 2],
}

/// The stack with every frame moved onto frame `reference`, as [`align`](super::align()) moves an image, and a table of the movements:
/// columns `frame`, `x`, `y` (of the content, in pixels), `sigma_x`, `sigma_y` (NaN where the method gives none).
///
/// A frame that cannot be laid on the others is NaN in the table and wholly masked in the result, and a warning tells why. The
/// standard errors are those of the frame against the reference: with [`Chain::Neighbour`] the links' added in squares, an upper
/// bound, since the noise of a frame enters two links with opposite signs; with [`Chain::AllPairs`] the frames' own variances are
/// fitted to those of all pairs, since comparing a frame with many others does not lessen its own noise.
///
/// Without `options.do_shift` there is no stack in the result. Rotation and scale are not looked for.
///
/// # Errors
/// [`Status::Shape`] when the rank is not 3; [`Status::OutOfRange`] for the reference; [`Status::NoResult`] when no frame could
/// be laid on another; [`Status::Unsupported`] for rotation and scale; otherwise as [`align`](super::align()).
pub fn align_stack(
    ctx: &Context,
    stack: &Image,
    reference: usize,
    chain: Chain,
    options: &Options,
) -> Result<(Option<Image>, Table)> {
    check(options)?;
    let kernel = kernel(options)?;
    let sampling = sampling(stack, options, kernel)?;
    let [frames, _, _] = *stack.shape() else {
        return Err(Error::new(
            Status::Shape,
            format!("a series needs rank 3 (frames, rows, columns); this array has shape {:?}", stack.shape()),
        ));
    };
    if reference >= frames {
        return Err(Error::out_of_range("reference", reference, format!("less than {frames}, the number of frames")));
    }
    if options.rotation || options.scaling {
        return Err(Error::new(Status::Unsupported, "a series is aligned by translations alone"));
    }
    let whole = ctx.whole();
    let sides = sides(&whole.part(0.0..0.1), stack, options)?;
    let compare = Comparison { sides: &sides, options };
    let stage = whole.part(0.1..if options.do_shift { 0.8 } else { 1.0 });
    let links = match chain {
        Chain::Reference => compare.with_reference(&stage, reference)?,
        Chain::Neighbour => compare.with_neighbours(&stage, reference)?,
        Chain::AllPairs => compare.all_pairs(&stage, reference)?,
    };
    if frames > 1 && links.iter().flatten().count() <= 1 {
        return Err(Error::new(Status::NoResult, "no frame could be aligned with another; the warnings say why"));
    }
    let table = table(stack, &links)?;
    let moved = if options.do_shift { Some(moved(&whole.part(0.8..1.0), stack, &links, sampling)?) } else { None };
    ctx.report(1.0)?;
    Ok((moved, table))
}

/// Prepares every frame.
fn sides(stage: &Stage<'_>, stack: &Image, options: &Options) -> Result<Vec<Arc<Side>>> {
    let frames = stack.shape()[0];
    let mut sides: Vec<Option<Arc<Side>>> = vec![None; frames];
    parallel::for_each(stage, sides.iter_mut().enumerate(), |(i, side)| {
        let frame = frame(stack.array(), i);
        *side = Some(Arc::new(Side::new(&stage.piece(), &Image::new(frame), options, &format!("frame {i}"))?));
        Ok(())
    })?;
    Ok(sides.into_iter().flatten().collect())
}

fn frame(array: &MaskedArray, index: usize) -> MaskedArray {
    let mut frame = array.clone();
    frame.index_first(index);
    frame
}

struct Comparison<'a> {
    sides: &'a [Arc<Side>],
    options: &'a Options,
}

impl Comparison<'_> {
    /// Lays frames on frames: (image, reference) each. What cannot be done is an error of its own.
    fn links(&self, stage: &Stage<'_>, pairs: &[(usize, usize)]) -> Result<Vec<Result<Link>>> {
        let mut links: Vec<Option<Result<Link>>> = Vec::with_capacity(pairs.len());
        links.resize_with(pairs.len(), || None);
        parallel::for_each(stage, pairs.iter().zip(&mut links), |(&(image, reference), link)| {
            let pair = Pair { image: Arc::clone(&self.sides[image]), reference: Arc::clone(&self.sides[reference]) };
            *link = Some(match estimate(&stage.piece(), &pair, self.options) {
                Ok(found) => Ok(Link {
                    shift: found.shift,
                    variance: found.sigma.map_or([f64::NAN; 2], |sigma| sigma.map(|s| s * s)),
                }),
                Err(error) if error.status() == Status::NoResult => {
                    Err(error.during(format!("frame {image} on frame {reference}")))
                }
                Err(error) => return Err(error),
            });
            Ok(())
        })?;
        Ok(links.into_iter().flatten().collect())
    }

    fn with_reference(&self, stage: &Stage<'_>, reference: usize) -> Result<Vec<Option<Link>>> {
        let pairs: Vec<_> = (0..self.sides.len()).filter(|&i| i != reference).map(|i| (i, reference)).collect();
        let found = self.links(stage, &pairs)?;
        let mut links = self.only(reference);
        for ((image, _), link) in pairs.into_iter().zip(found) {
            links[image] = self.or_warn(stage, link);
        }
        Ok(links)
    }

    fn with_neighbours(&self, stage: &Stage<'_>, reference: usize) -> Result<Vec<Option<Link>>> {
        let frames = self.sides.len();
        let after = (reference + 1..frames).map(|i| (i, i - 1));
        let pairs: Vec<_> = (0..reference).map(|i| (i, i + 1)).chain(after).collect();
        let mut found: Vec<_> = self.links(&stage.part(0.0..0.9), &pairs)?.into_iter().map(Some).collect();
        let mut links = self.only(reference);
        let onwards: [Vec<usize>; 2] = [(reference + 1..frames).collect(), (0..reference).rev().collect()];
        for frames in onwards {
            let mut good = reference;
            for i in frames {
                let place = if i < reference { i } else { i - 1 };
                let neighbour = pairs[place].1;
                let link = match found[place].take() {
                    Some(link) if neighbour == good => link,
                    _ => match self.links(&stage.piece(), &[(i, good)])?.pop() {
                        Some(link) => link,
                        None => continue,
                    },
                };
                if let (Some(link), Some(base)) = (self.or_warn(stage, link), links[good]) {
                    links[i] = Some(Link {
                        shift: [0, 1].map(|k| base.shift[k] + link.shift[k]),
                        variance: [0, 1].map(|k| base.variance[k] + link.variance[k]),
                    });
                    good = i;
                }
            }
        }
        Ok(links)
    }

    fn all_pairs(&self, stage: &Stage<'_>, reference: usize) -> Result<Vec<Option<Link>>> {
        let frames = self.sides.len();
        let pairs: Vec<_> = (0..frames).flat_map(|i| (0..i).map(move |j| (i, j))).collect();
        let found = self.links(stage, &pairs)?;
        let mut good = Vec::with_capacity(pairs.len());
        let mut failures: Vec<Option<Error>> = vec![None; frames];
        for (&(i, j), link) in pairs.iter().zip(found) {
            match link {
                Ok(link) => good.push((i, j, link)),
                Err(error) => {
                    failures[j].get_or_insert_with(|| error.clone());
                    failures[i] = Some(error);
                }
            }
        }
        let reached = reached(frames, reference, &good);
        for (i, failure) in failures.iter().enumerate() {
            if let (false, Some(failure)) = (reached[i], failure) {
                stage.context().warn_of(crate::context::Warning::FrameFailed, format!("align_stack: {failure}"));
            }
        }
        good.retain(|&(i, j, _)| reached[i] && reached[j]);
        let mut links = self.only(reference);
        for axis in 0..2 {
            let weight = |link: &Link| {
                let variance = link.variance[axis];
                // Without noise all count the same.
                if variance > 0.0 { 1.0 / variance } else { 1.0 }
            };
            let shifts = least_squares(
                frames,
                reference,
                &reached,
                good.iter().map(|(i, j, link)| (*i, *j, link.shift[axis], weight(link))),
                -1.0,
            )?;
            let own = least_squares(
                frames,
                usize::MAX,
                &reached,
                good.iter().map(|(i, j, link)| (*i, *j, link.variance[axis], 1.0)),
                1.0,
            )?;
            for i in (0..frames).filter(|&i| i != reference && reached[i]) {
                let link = links[i].get_or_insert(Link { shift: [0.0; 2], variance: [0.0; 2] });
                link.shift[axis] = shifts[i];
                link.variance[axis] = (own[i] + own[reference]).max(0.0);
            }
        }
        Ok(links)
    }

    /// The reference has not moved; of the others nothing is known.
    fn only(&self, reference: usize) -> Vec<Option<Link>> {
        let mut links = vec![None; self.sides.len()];
        links[reference] = Some(Link { shift: [0.0; 2], variance: [0.0; 2] });
        links
    }

    fn or_warn(&self, stage: &Stage<'_>, link: Result<Link>) -> Option<Link> {
        link.map_err(|error| {
            stage.context().warn_of(crate::context::Warning::FrameFailed, format!("align_stack: {error}"))
        })
        .ok()
    }
}

/// Which frames are joined to the reference by comparisons that succeeded.
fn reached(frames: usize, reference: usize, links: &[(usize, usize, Link)]) -> Vec<bool> {
    let mut reached = vec![false; frames];
    reached[reference] = true;
    // Each round joins at least one more, or is the last.
    loop {
        let before = reached.iter().filter(|&&r| r).count();
        for &(i, j, _) in links {
            if reached[i] || reached[j] {
                (reached[i], reached[j]) = (true, true);
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
            // So little that it decides only what nothing else does.
            let diagonal = normal[i * n + i].max(f64::MIN_POSITIVE);
            normal[i * n + i] += 1e-12 * diagonal;
        }
    }
    // Cholesky's decomposition, in place, then both triangles.
    for i in 0..n {
        for j in 0..=i {
            let sum = (0..j).map(|k| normal[i * n + k] * normal[j * n + k]).sum::<f64>();
            let rest = normal[i * n + j] - sum;
            normal[i * n + j] = if i == j { rest.max(f64::MIN_POSITIVE).sqrt() } else { rest / normal[j * n + j] };
        }
    }
    for i in 0..n {
        let sum = (0..i).map(|k| normal[i * n + k] * right[k]).sum::<f64>();
        right[i] = (right[i] - sum) / normal[i * n + i];
    }
    for i in (0..n).rev() {
        let sum = (i + 1..n).map(|k| normal[k * n + i] * right[k]).sum::<f64>();
        right[i] = (right[i] - sum) / normal[i * n + i];
    }
    Ok(right)
}

fn table(stack: &Image, links: &[Option<Link>]) -> Result<Table> {
    let mut table = Table::of(stack);
    let column = |f: &dyn Fn(&Link) -> f64| links.iter().map(|link| link.as_ref().map_or(f64::NAN, f)).collect();
    let pixels = || Some("px".to_owned());
    table.add_column("frame", None, (0..links.len()).map(|i| i as f64).collect())?;
    table.add_column("x", pixels(), column(&|link| link.shift[0]))?;
    table.add_column("y", pixels(), column(&|link| link.shift[1]))?;
    table.add_column("sigma_x", pixels(), column(&|link| link.variance[0].sqrt()))?;
    table.add_column("sigma_y", pixels(), column(&|link| link.variance[1].sqrt()))?;
    table.set_usual_plot();
    Ok(table)
}

/// Every frame moved by its link; one without is masked. Planes that each frame has of its own move with it; those that all share
/// stay, as the map does: they are the reference's.
fn moved(stage: &Stage<'_>, stack: &Image, links: &[Option<Link>], sampling: resample::Sampling) -> Result<Image> {
    let own: Vec<&str> =
        stack.planes().iter().filter(|(_, plane)| plane.array.ndim() == 3).map(|(name, _)| name).collect();
    let mut frames: Vec<Option<Image>> = vec![None; links.len()];
    parallel::for_each(stage, frames.iter_mut().zip(links).enumerate(), |(i, (moved, link))| {
        let mut image = Image::new(frame(stack.array(), i));
        for &name in &own {
            if let Some(plane) = stack.planes().get(name) {
                image.set_plane(name, Plane { array: frame(&plane.array, i), unit: plane.unit.clone() })?;
            }
        }
        let shift = link.map_or([0.0; 2], |link| link.shift);
        *moved = Some(resample::shifted_in(&stage.piece(), &image, shift, sampling, false)?);
        Ok(())
    })?;
    let frames: Vec<Image> = frames.into_iter().flatten().collect();
    let arrays: Vec<&MaskedArray> = frames.iter().map(Image::array).collect();
    let mut result = stack.with_array(stacked(&arrays, links)?)?;
    for name in own {
        let arrays: Vec<&MaskedArray> =
            frames.iter().filter_map(|frame| frame.planes().get(name)).map(|plane| &plane.array).collect();
        let unit = stack.planes().get(name).and_then(|plane| plane.unit.clone());
        result.set_plane(name, Plane { array: stacked(&arrays, links)?, unit })?;
    }
    Ok(result)
}

/// The frames behind each other; those without a link are masked.
fn stacked(frames: &[&MaskedArray], links: &[Option<Link>]) -> Result<MaskedArray> {
    let Some(first) = frames.first() else { return Err(Error::new(Status::Shape, "a series without frames")) };
    let shape = [&[frames.len()], first.shape()].concat();
    let mut data = Data::zeros(first.dtype(), &shape)?;
    let mut mask = alloc::full(&shape, false)?;
    for (i, (frame, link)) in frames.iter().zip(links).enumerate() {
        match (link, frame.mask()) {
            (None, _) => mask.index_axis_mut(Axis(0), i).fill(true),
            (Some(_), Some(masked)) => mask.index_axis_mut(Axis(0), i).assign(masked),
            (Some(_), None) => {}
        }
        put(&mut data, i, frame.data())?;
    }
    let mask = mask.iter().any(|&masked| masked).then(|| mask.into_shared());
    MaskedArray::new(data, mask)
}

/// Copies one frame into a stack of the same dtype.
fn put(stack: &mut Data, index: usize, frame: &Data) -> Result<()> {
    fn copy<T: crate::array::Element>(stack: &mut crate::array::Shared<T>, index: usize, frame: &Data) -> Result<()> {
        if let Some(frame) = frame.typed::<T>() {
            alloc::unique(stack)?.index_axis_mut(Axis(0), index).assign(frame);
        }
        Ok(())
    }
    dispatch!(all stack, |array| copy(array, index, frame))
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
