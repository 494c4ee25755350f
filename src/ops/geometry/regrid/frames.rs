//! The frames of an image and of its planes, each brought to the grid.

use super::griddata::{join, parts};
use super::interpolator::{Interpolator, Method};
use super::locate::Targets;
use super::points::Points;
use crate::array::{DType, Mask, MaskedArray, alloc};
use crate::context::{Error, Result, Stage, Status, parallel};
use std::borrow::Cow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// The value under the mask where there are no data.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Fill {
    /// The mean of the pixels that are valid, of each frame.
    #[default]
    Mean,
    /// A number, or NaN.
    Value(f64),
}

/// Data that image and planes share.
pub(super) struct Job<'a> {
    /// Where the new pixels lie.
    pub(super) targets: &'a Targets<'a>,
    /// Their rows and columns.
    pub(super) shape: [usize; 2],
    /// The measured positions, x and y.
    pub(super) at: [&'a [f64]; 2],
    /// All frames have one set of positions.
    pub(super) shared: bool,
    /// The rows and columns of a frame.
    pub(super) frame: [usize; 2],
    pub(super) rescale: bool,
    /// How far from data a grid point may lie, in steps.
    pub(super) most: f64,
}

/// The last interpolator with its holes, and what it was made for.
pub(super) struct Known {
    frame: usize,
    method: Method,
    left_out: Vec<bool>,
    interpolator: Interpolator,
    holes: Option<Vec<bool>>,
}

/// An array to bring to the grid: the image's pixels, or a plane.
pub(super) struct Part<'a> {
    pub(super) array: Cow<'a, MaskedArray>,
    /// Of a plane, for messages.
    pub(super) name: Option<&'a str>,
    pub(super) method: Method,
    pub(super) fill: Fill,
}

/// An array on the grid, and how many of the grid's points lie in holes of the data.
pub(super) type OnGrid = (MaskedArray, usize);

/// The result of an array while it is made.
struct Output {
    shape: Vec<usize>,
    mask: Vec<bool>,
    /// The real and the imaginary parts.
    results: Vec<Vec<f64>>,
    in_holes: AtomicUsize,
    /// Why a plane has none.
    failed: Mutex<Option<Error>>,
}

/// Where the result of one frame goes: its mask, and what takes the real (0) and the imaginary part (1).
struct Place<'a> {
    mask: &'a mut [bool],
    put: &'a mut dyn FnMut(usize, Vec<f64>) -> Result<()>,
}

impl Job<'_> {
    /// Brings the image's pixels, the first part, and its planes to the grid; a plane without a result has its error.
    ///
    /// Frames of one set of positions follow each other, so that all share what is computed of it. Frames with their own positions are shared among
    /// threads, each with its planes.
    ///
    /// # Errors
    /// As [`gridimage`](super::gridimage).
    pub(super) fn run(&self, stage: &Stage<'_>, parts: &[Part<'_>]) -> Result<Vec<Result<OnGrid>>> {
        let frames = parts.first().map_or(1, |image| frame_count(&image.array));
        let apart = |part: &Part<'_>| !self.shared && frames > 1 && frame_count(&part.array) == frames;
        let alone = parts.iter().filter(|part| !apart(part)).count();
        let share = alone as f64 / parts.len().max(1) as f64;
        let mut known = None;
        let mut outputs = alloc::vec(parts.len())?;
        for part in parts {
            if apart(part) {
                outputs.push(self.output(&part.array, true)?);
            } else {
                let stage = stage.part(0.0..share).nth(outputs.len().min(alone - 1), alone);
                outputs.push(self.in_turn(&stage, part, &mut known)?);
            }
        }
        drop(known);
        if share < 1.0 {
            let own: Vec<_> = parts.iter().zip(&mut outputs).filter(|(part, _)| apart(part)).collect();
            self.on_threads(&stage.part(share..1.0), own, frames)?;
        }
        Ok(parts.iter().zip(outputs).map(|(part, output)| output.finish(part.array.dtype())).collect())
    }

    /// The frames of a part one after the other.
    fn in_turn(&self, stage: &Stage<'_>, part: &Part<'_>, known: &mut Option<Known>) -> Result<Output> {
        let frames = frame_count(&part.array);
        let mut output = self.output(&part.array, false)?;
        let Output { mask, results, in_holes, failed, .. } = &mut output;
        let len = mask.len();
        let mut put = |k: usize, found: Vec<f64>| {
            if frames == 1 {
                results.push(found);
                return Ok(());
            }
            if results.len() <= k {
                results.push(alloc::vec(len)?);
            }
            results[k].extend_from_slice(&found);
            Ok(())
        };
        let mut masks = mask.chunks_mut((len / frames.max(1)).max(1));
        for i in 0..frames {
            let place = Place { mask: masks.next().unwrap_or_default(), put: &mut put };
            self.one(&stage.nth(i, frames), (part, i), known, place, (in_holes, failed))?;
        }
        Ok(output)
    }

    /// The frames of parts whose positions differ, each one thread's work.
    fn on_threads(&self, stage: &Stage<'_>, own: Vec<(&Part<'_>, &mut Output)>, frames: usize) -> Result<()> {
        let mut rows: Vec<Vec<_>> = (0..frames).map(|_| Vec::new()).collect();
        for (part, output) in own {
            let Output { mask, results, in_holes, failed, .. } = output;
            let frame = (mask.len() / frames.max(1)).max(1);
            let mut masks = mask.chunks_mut(frame);
            let mut results: Vec<_> = results.iter_mut().map(|result| result.chunks_mut(frame)).collect();
            for row in &mut rows {
                let results: Vec<_> = results.iter_mut().map(|result| result.next().unwrap_or_default()).collect();
                row.push((part, masks.next().unwrap_or_default(), results, &*in_holes, &*failed));
            }
        }
        parallel::for_each(stage, rows.into_iter().enumerate(), |(i, row)| {
            let mut known = None;
            row.into_iter().try_for_each(|(part, mask, mut results, in_holes, failed)| {
                let mut put = |k: usize, found: Vec<f64>| {
                    results[k].copy_from_slice(&found);
                    Ok(())
                };
                let place = Place { mask, put: &mut put };
                self.one(&stage.piece(), (part, i), &mut known, place, (in_holes, failed))
            })
        })
    }

    /// `room`: all of the result is asked for now.
    fn output(&self, array: &MaskedArray, room: bool) -> Result<Output> {
        let shape: Vec<usize> = array.shape()[..array.ndim() - 2].iter().copied().chain(self.shape).collect();
        let len = alloc::checked_len(&shape, 8)?;
        let mask = alloc::zeroed_vec(len)?;
        let count = match (room, array.dtype().is_complex()) {
            (false, _) => 0,
            (true, complex) => 1 + usize::from(complex),
        };
        let results = (0..count).map(|_| alloc::zeroed_vec(len)).collect::<Result<_>>()?;
        Ok(Output { shape, mask, results, in_holes: AtomicUsize::new(0), failed: Mutex::new(None) })
    }

    /// Brings one frame of a part to the grid, unless a frame of the plane has failed.
    fn one(
        &self,
        stage: &Stage<'_>,
        (part, i): (&Part<'_>, usize),
        known: &mut Option<Known>,
        place: Place<'_>,
        (in_holes, failed): (&AtomicUsize, &Mutex<Option<Error>>),
    ) -> Result<()> {
        let failed = || failed.lock().unwrap_or_else(PoisonError::into_inner);
        if failed().is_some() {
            return Ok(());
        }
        let whole = frame_count(&part.array) == 1;
        match self.frame(stage, (&frame(&part.array, i), i), (part.method, part.fill), known, place) {
            Ok(found) => {
                in_holes.fetch_add(found, Ordering::Relaxed);
                stage.report(1.0)
            }
            Err(error) => {
                let error = if whole { error } else { error.during(format!("regridding frame {i}")) };
                match part.name {
                    None => Err(error),
                    Some(_) if error.status() == Status::NoResult => {
                        failed().get_or_insert(error);
                        Ok(())
                    }
                    Some(name) => Err(error.during(format!("regridding the plane '{name}'"))),
                }
            }
        }
    }

    /// Brings one frame to the grid; with the number of grid points in holes of the data.
    fn frame(
        &self,
        stage: &Stage<'_>,
        (frame, i): (&MaskedArray, usize),
        (method, fill): (Method, Fill),
        known: &mut Option<Known>,
        place: Place<'_>,
    ) -> Result<usize> {
        let parts = parts(frame)?;
        let left_out = left_out(&parts, frame.mask())?;
        let at = if self.shared { 0 } else { i };
        let fits = |known: &Known| known.frame == at && known.method == method && known.left_out == left_out;
        if !known.as_ref().is_some_and(fits) {
            // The old one's memory goes first.
            *known = None;
        }
        let known = match known {
            Some(known) => known,
            None => known.insert(self.known(stage, at, method, left_out)?),
        };
        place.mask.iter_mut().enumerate().for_each(|(i, masked)| *masked = !known.interpolator.covers(i));
        let mut in_holes = 0;
        if let Some(holes) = &known.holes {
            place.mask.iter_mut().zip(holes).for_each(|(masked, &hole)| *masked |= hole);
            in_holes = holes.iter().filter(|&&hole| hole).count();
        }
        for (k, part) in parts.iter().enumerate() {
            let filled = match fill {
                Fill::Mean => mean(part, &known.left_out, self.frame[1]),
                Fill::Value(value) if k == 0 => value,
                Fill::Value(_) => 0.0,
            };
            let stage = stage.part(0.7..1.0).nth(k, parts.len());
            let mut found = known.interpolator.apply(&stage, part, filled)?;
            if let Some(holes) = &known.holes {
                found.iter_mut().zip(holes).filter(|&(_, &hole)| hole).for_each(|(value, _)| *value = filled);
            }
            (place.put)(k, found)?;
        }
        Ok(in_holes)
    }

    /// What the positions of a frame and the pixels left out decide.
    fn known(&self, stage: &Stage<'_>, at: usize, method: Method, left_out: Vec<bool>) -> Result<Known> {
        let size = self.frame[0] * self.frame[1];
        let [x, y] = self.at.map(|all| &all[at * size..(at + 1) * size]);
        let points = Points { at: [x, y], shape: Some(self.frame) };
        let valid = |i: usize| !left_out.get(i).is_some_and(|&out| out);
        let made = Interpolator::new(&stage.part(0.0..0.6), method, self.rescale, &points, valid, self.targets)?;
        let holes = made.holes(&stage.part(0.6..0.7), &points, self.targets, self.most)?;
        Ok(Known { frame: at, method, left_out, interpolator: made, holes })
    }
}

impl Output {
    fn finish(self, dtype: DType) -> Result<OnGrid> {
        if let Some(error) = self.failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
            return Err(error);
        }
        let data = join(self.results, &self.shape)?;
        let dtype = match dtype {
            dtype @ (DType::F32 | DType::C64) => dtype,
            _ => data.dtype(),
        };
        let mask: Option<Mask> = match self.mask.contains(&true) {
            true => Some(alloc::from_vec(&self.shape, self.mask)?.into_shared()),
            false => None,
        };
        Ok((MaskedArray::new(data.cast(dtype)?, mask)?, self.in_holes.into_inner()))
    }
}

fn frame_count(array: &MaskedArray) -> usize {
    if array.ndim() == 3 { array.shape()[0] } else { 1 }
}

/// One frame of an image or a stack.
fn frame(array: &MaskedArray, i: usize) -> MaskedArray {
    let mut one = array.clone();
    if array.ndim() == 3 {
        one.index_first(i);
    }
    one
}

/// Pixels that are masked or NaN; empty where there are none.
fn left_out(parts: &[Vec<f64>], mask: Option<&Mask>) -> Result<Vec<bool>> {
    let mut out = match mask {
        Some(mask) => alloc::copy(mask.view())?.into_raw_vec_and_offset().0,
        None if parts.iter().any(|part| part.iter().any(|x| x.is_nan())) => alloc::zeroed_vec(parts[0].len())?,
        None => Vec::new(),
    };
    for part in parts {
        out.iter_mut().zip(part).for_each(|(out, x)| *out |= x.is_nan());
    }
    if !out.contains(&true) {
        out.clear();
    }
    Ok(out)
}

/// The mean of the pixels that are not left out, summed row by row so that rounding does not grow with the image.
fn mean(values: &[f64], left_out: &[bool], columns: usize) -> f64 {
    let (mut sum, mut count) = (0.0, 0usize);
    for (row, values) in values.chunks(columns.max(1)).enumerate() {
        let valid = |i: &usize| !left_out.get(row * columns + i).is_some_and(|&out| out);
        sum += (0..values.len()).filter(valid).map(|i| values[i]).sum::<f64>();
        count += (0..values.len()).filter(valid).count();
    }
    sum / count.max(1) as f64
}
