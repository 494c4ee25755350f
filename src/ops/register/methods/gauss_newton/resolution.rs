//! Both frames of a registration by Gauss-Newton, at one size and under one Gaussian, sampled for a step of the iteration.

use super::influence::SQUARE;
use super::progress::Progress;
use super::state::State;
use super::sums::{Products, Row, SplinePlace, Sums};
use crate::array::alloc;
use crate::context::{Error, Result, Stage, Status, parallel};
use crate::ops::register::pair::frame::RegistrationFrame;
use crate::ops::register::pair::smooth::{gaussian, smooth};
use crate::ops::register::search::coarse_search::weak;
use std::ops::Range;

/// The variance of the quintic B-spline.
const SPLINE_VARIANCE: f64 = 0.5;
/// Frames are extended beyond their edges if the margins take more than this fraction of them.
const WIDER_FROM: f64 = 0.15;

/// A frame that can be sampled between its pixels.
struct Prepared {
    coefficients: Vec<f64>,
    /// The weight of each pixel; `None` if all have weight 1.
    validity: Option<Vec<f64>>,
    rows: usize,
    columns: usize,
}

/// Both frames at one size and width.
pub struct Resolution {
    frames: [Prepared; 2],
    pub sigma: f64,
    kernel: Vec<f64>,
    margin: f64,
}

/// The least distance from the edge at which pixels count: there a quintic B-spline has all its coefficients.
pub const MARGIN: usize = 3;

/// Weights for a frame that was extended by `pad` pixels: the squared fraction of each smoothed value that comes from measured pixels,
/// because extended ones are not measured and make the noise larger.
fn count_from_within(side: &RegistrationFrame, pad: usize, sigma: f64, validity: &mut Option<Vec<f64>>) -> Result<()> {
    let radius = (3.5 * sigma).ceil() as usize;
    let kernel = gaussian(sigma * sigma, radius);
    let within = |n: usize| -> Vec<f64> {
        let inside = pad + radius..n - pad + radius;
        let sum = |i: usize| {
            kernel.iter().enumerate().filter(|(k, _)| inside.contains(&(i + k))).map(|(_, w)| w).sum::<f64>()
        };
        (0..n).map(|i| sum(i).powi(2)).collect()
    };
    let (down, across) = (within(side.rows), within(side.columns));
    let all = match validity {
        Some(validity) => validity,
        None => {
            let mut ones = alloc::vec(side.pixels.len())?;
            ones.resize(side.pixels.len(), 1.0);
            validity.insert(ones)
        }
    };
    for (row, down) in all.chunks_mut(side.columns).zip(&down) {
        row.iter_mut().zip(&across).for_each(|(v, across)| *v *= down * across);
    }
    Ok(())
}

impl Resolution {
    /// Smooths both frames. With `to_edges` they are extended, so that pixels count up to the edges.
    pub fn new(
        progress: &mut Progress<'_, '_>,
        sides: [&RegistrationFrame; 2],
        state: &State,
        sigma: f64,
        threshold: f64,
        to_edges: bool,
    ) -> Result<Resolution> {
        let variance = sigma * sigma - SPLINE_VARIANCE;
        let kernel = gaussian(variance, (3.5 * variance.sqrt()).ceil() as usize);
        let margin = (MARGIN as f64).max((1.5 * sigma).ceil() + 1.0);
        let pad = if to_edges { margin as usize } else { 0 };
        let mut prepare = |k: usize| -> Result<Prepared> {
            let wider;
            let side = if pad > 0 {
                wider = sides[k].wider(pad)?;
                &wider
            } else {
                sides[k]
            };
            let (coefficients, support) = smooth(&progress.next(0.1), side, state.means[k], &kernel)?;
            let mut validity = support;
            if let Some(support) = &mut validity {
                // A mean over few valid pixels does not belong to the middle of the Gaussian.
                support.iter_mut().for_each(|s| *s = (2.0 * *s - 1.0).max(0.0).powi(2));
            }
            if pad > 0 {
                count_from_within(side, pad, sigma, &mut validity)?;
            }
            if threshold > 0.0 {
                let smoothed = side.with_pixels(coefficients)?;
                let weak = weak(&smoothed, threshold)?;
                let mut all = match validity {
                    Some(validity) => validity,
                    None => {
                        let mut ones = alloc::vec(weak.len())?;
                        ones.resize(weak.len(), 1.0);
                        ones
                    }
                };
                all.iter_mut().zip(weak).filter(|(_, weak)| *weak).for_each(|(v, _)| *v = 0.0);
                return Ok(Prepared {
                    coefficients: smoothed.pixels,
                    validity: Some(all),
                    rows: side.rows,
                    columns: side.columns,
                });
            }
            Ok(Prepared { coefficients, validity, rows: side.rows, columns: side.columns })
        };
        let frames = [prepare(0)?, prepare(1)?];
        Ok(Resolution { frames, sigma, kernel, margin })
    }

    /// Whether the margins take a large part of the frames.
    pub fn loses_much(&self) -> bool {
        let shortest = self.frames.iter().map(|frame| frame.rows.min(frame.columns)).min().unwrap_or(0);
        4.0 * self.margin > WIDER_FROM * shortest as f64
    }

    /// The sum of the squared correlations of a smoothed pixel's noise with that of all pixels: as many pixels count as one independent one.
    pub fn correlated_pixels(&self) -> f64 {
        2.0 * std::f64::consts::PI * self.sigma * self.sigma
    }

    /// The rows and columns of the overlap, on a grid halfway between both frames.
    pub fn region(&self, shift: [f64; 2]) -> Result<(Range<usize>, Range<usize>)> {
        let [image, reference] = &self.frames;
        let along = |shift: f64, of_image: usize, of_reference: usize| {
            let half = shift.abs() / 2.0;
            let last = |n: usize| n as f64 - 1.0 - self.margin;
            let from = (self.margin + half).ceil();
            let to = (last(of_image) + shift / 2.0).min(last(of_reference) - shift / 2.0).floor() + 1.0;
            from as usize..to.max(0.0) as usize
        };
        let columns = along(shift[0], image.columns, reference.columns);
        let rows = along(shift[1], image.rows, reference.rows);
        if rows.len() < 4 || columns.len() < 4 {
            return Err(Error::new(
                Status::NoResult,
                format!("after a movement by ({:.1}, {:.1}) the images have nothing in common", shift[0], shift[1]),
            ));
        }
        Ok((rows, columns))
    }

    /// Samples both frames row by row over the overlap and calls `each` with each row's products.
    pub fn pass<K: Send>(
        &self,
        stage: &Stage<'_>,
        state: &State,
        (rows, columns): (Range<usize>, Range<usize>),
        keep: impl ExactSizeIterator<Item = K> + Send,
        rows_a_piece: usize,
        each: impl Fn(&mut K, usize, &Products) + Sync,
    ) -> Result<Sums> {
        let places = [-0.5, 0.5].map(|half| state.shift.map(|x| SplinePlace::new(half * x)));
        let nearest = [-0.5, 0.5].map(|half| state.shift.map(|x| (half * x).round() as isize));
        let mut sums = vec![Sums::default(); keep.len()];
        let pieces = keep.zip(sums.iter_mut()).enumerate();
        let n = columns.len();
        parallel::for_each(stage, pieces, |(piece, (mut keep, sums))| {
            let mut sampled = [Row::new(n)?, Row::new(n)?];
            let mut products = Products::new(n)?;
            let first = rows.start + piece * rows_a_piece;
            for (r, row) in (first..(first + rows_a_piece).min(rows.end)).enumerate() {
                products.w.fill(1.0);
                for k in 0..2 {
                    let frame = &self.frames[k];
                    let at = (row, columns.start);
                    sampled[k].sample(&frame.coefficients, frame.columns, at, (&places[k][0], &places[k][1]));
                    if let Some(validity) = &frame.validity {
                        let (row, column) = (row as isize + nearest[k][1], columns.start as isize + nearest[k][0]);
                        let from = row as usize * frame.columns + column as usize;
                        products.w.iter_mut().zip(&validity[from..from + n]).for_each(|(w, v)| *w *= v);
                    }
                }
                products.row(&sampled[0], &sampled[1], state.weighting, sums);
                each(&mut keep, r, &products);
            }
            Ok(())
        })?;
        let mut total = Sums::default();
        sums.iter().for_each(|sums| total.add(sums));
        Ok(total)
    }

    /// The number of rows that a thread samples at a time, for a number of columns.
    pub fn rows_a_piece(columns: usize) -> usize {
        ((1 << 16) / columns.max(1)).max(8).next_multiple_of(SQUARE)
    }

    /// The fraction of white noise's variance that remains after smoothing and sampling: the mean of both frames.
    pub fn attenuation(&self, shift: [f64; 2]) -> f64 {
        let along = |displacement: f64| {
            let weights = SplinePlace::new(displacement).value;
            let mut sum = 0.0;
            for at in 0..self.kernel.len() + weights.len() - 1 {
                let taps = weights.iter().enumerate().filter(|&(k, _)| k <= at && at - k < self.kernel.len());
                sum += taps.map(|(k, w)| w * self.kernel[at - k]).sum::<f64>().powi(2);
            }
            sum
        };
        [-0.5, 0.5].map(|half| along(half * shift[0]) * along(half * shift[1])).iter().sum::<f64>() / 2.0
    }
}
