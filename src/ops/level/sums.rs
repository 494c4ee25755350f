//! The sums over columns and rows that the fits of both axes need, in one pass over the pixels.

use super::polynomial::Points;
use crate::array::simd::multiversioned;
use crate::array::{Float, alloc};
use crate::context::{Error, Result, Stage, Status, parallel};
use crate::image::PixelBox;
use crate::ops::frames::Frame;

/// So many rows are summed one by one before their sums are added: rounding errors do not grow with the image, and do not
/// depend on the number of threads.
const BLOCK: usize = 32;

/// Sums over the valid pixels of an area, all less one of them, so that a large common offset costs no digits.
pub(super) struct Sums {
    area: PixelBox,
    columns: Vec<f64>,
    column_counts: Vec<f64>,
    rows: Vec<f64>,
    row_counts: Vec<f64>,
    mean: f64,
}

impl Sums {
    /// # Errors
    /// [`Status::NoResult`] when no pixel is valid.
    pub(super) fn of<T: Float>(stage: &Stage<'_>, frame: &Frame<'_, T>, area: PixelBox) -> Result<Sums> {
        let (width, height) = (area.xmax - area.xmin, area.ymax - area.ymin);
        let at =
            |row: usize| (area.ymin + row) * frame.columns + area.xmin..(area.ymin + row) * frame.columns + area.xmax;
        let valid = |i: &usize| frame.invalid.is_none_or(|invalid| !invalid[*i]);
        let shift = (0..height).flat_map(at).find(valid).map(|i| frame.pixels[i]).ok_or_else(|| {
            Error::new(Status::NoResult, "level_image: there is no valid pixel to fit: all are masked or NaN")
        })?;
        // For each block the sums of its columns, then those of its rows.
        let mut blocks = alloc::zeroed_vec::<f64>(height.div_ceil(BLOCK) * (width + BLOCK))?;
        parallel::rows(stage, &mut blocks, width + BLOCK, BLOCK, |first, blocks| {
            for (i, block) in blocks.chunks_mut(width + BLOCK).enumerate() {
                let (columns, rows) = block.split_at_mut(width);
                let first = (first + i) * BLOCK;
                for (row, sum) in (first..height).zip(rows) {
                    let pixels = &frame.pixels[at(row)];
                    *sum = match frame.invalid {
                        None => add(pixels, shift, columns),
                        Some(invalid) => add_valid(pixels, &invalid[at(row)], shift, columns),
                    };
                }
            }
            Ok(())
        })?;
        let mut sums = Sums {
            area,
            columns: vec![0.0; width],
            column_counts: vec![height as f64; width],
            rows: Vec::new(),
            row_counts: vec![width as f64; height],
            mean: 0.0,
        };
        for block in blocks.chunks(width + BLOCK) {
            let (columns, rows) = block.split_at(width);
            sums.columns.iter_mut().zip(columns).for_each(|(sum, v)| *sum += v);
            sums.rows.extend(&rows[..BLOCK.min(height - sums.rows.len())]);
        }
        if let Some(invalid) = frame.invalid {
            for (row, count) in sums.row_counts.iter_mut().enumerate() {
                for (&invalid, column) in invalid[at(row)].iter().zip(&mut sums.column_counts) {
                    let less = f64::from(u8::from(invalid));
                    *count -= less;
                    *column -= less;
                }
            }
        }
        sums.mean = sums.rows.iter().sum::<f64>() / sums.row_counts.iter().sum::<f64>();
        Ok(sums)
    }

    /// Index, mean less the mean of all, and number of pixels of each column that has any.
    pub(super) fn column_means(&self) -> Points {
        let all = self.columns.iter().zip(&self.column_counts).enumerate().filter(|(_, (_, count))| **count > 0.0);
        all.map(|(x, (sum, &count))| (self.area.xmin + x, sum / count - self.mean, count)).collect()
    }

    /// As [`Sums::column_means`] for the rows, after `horizontal` is subtracted from the columns of the image.
    pub(super) fn row_means<T: Float>(&self, frame: &Frame<'_, T>, area: PixelBox, horizontal: &[f64]) -> Points {
        let within = &horizontal[area.xmin..area.xmax];
        let whole: f64 = within.iter().sum();
        let subtracted = |row: usize| match frame.invalid {
            None => whole,
            Some(invalid) => {
                let at = row * frame.columns;
                let invalid = &invalid[at + area.xmin..at + area.xmax];
                within.iter().zip(invalid).map(|(&v, &invalid)| if invalid { 0.0 } else { v }).sum()
            }
        };
        let all = self.rows.iter().zip(&self.row_counts).enumerate().filter(|(_, (_, count))| **count > 0.0);
        all.map(|(y, (sum, &count))| {
            let row = area.ymin + y;
            (row, (sum - subtracted(row)) / count - self.mean, count)
        })
        .collect()
    }
}

/// Partial sums of a row, so that the processor adds several at once.
const LANES: usize = 8;

multiversioned! {
    /// Adds a row to the sums of the columns and gives its own sum.
    fn add<T: Float>(pixels: &[T], shift: T, columns: &mut [f64]) -> f64 {
        let mut lanes = [0.0; LANES];
        let mut pixels = pixels.chunks_exact(LANES);
        let mut sums = columns.chunks_exact_mut(LANES);
        for (pixels, sums) in pixels.by_ref().zip(sums.by_ref()) {
            for ((&v, sum), lane) in pixels.iter().zip(sums).zip(&mut lanes) {
                let v = v.to_f64() - shift.to_f64();
                *sum += v;
                *lane += v;
            }
        }
        for ((&v, sum), lane) in pixels.remainder().iter().zip(sums.into_remainder()).zip(&mut lanes) {
            let v = v.to_f64() - shift.to_f64();
            *sum += v;
            *lane += v;
        }
        lanes.iter().sum()
    }
}

fn add_valid<T: Float>(pixels: &[T], invalid: &[bool], shift: T, columns: &mut [f64]) -> f64 {
    let mut total = 0.0;
    for ((&v, &invalid), sum) in pixels.iter().zip(invalid).zip(columns) {
        let v = if invalid { 0.0 } else { v.to_f64() - shift.to_f64() };
        *sum += v;
        total += v;
    }
    total
}
