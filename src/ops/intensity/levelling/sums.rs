//! The sums over columns and rows that the fits of both axes need, in one pass over the pixels.

use super::polynomial::Points;
use crate::array::simd::multiversioned;
use crate::array::{Float, alloc};
use crate::context::{Error, Result, Stage, Status, parallel};
use crate::image::PixelBox;
use crate::ops::engine::frames::Frame;

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

    /// Index, mean less the mean of all, and number of pixels of each column that has any, after `vertical` (values for all
    /// rows of the image) is subtracted, whose own mean over the valid pixels is left out.
    pub(super) fn column_means(&self, valid: &Valid<'_>, vertical: Option<&[f64]>) -> Points {
        // Where all pixels are valid, every column loses the same.
        let subtracted = vertical.filter(|_| !self.is_full()).map(|vertical| {
            let sums = valid.column_sums(vertical);
            let mean = sums.iter().sum::<f64>() / self.column_counts.iter().sum::<f64>();
            (sums, mean)
        });
        let mean = |x: usize, sum: f64, count: f64| match &subtracted {
            None => sum / count - self.mean,
            Some((sums, mean)) => (sum - sums[x]) / count - (self.mean - mean),
        };
        let all = self.columns.iter().zip(&self.column_counts).enumerate().filter(|(_, (_, count))| **count > 0.0);
        all.map(|(x, (&sum, &count))| (self.area.xmin + x, mean(x, sum, count), count)).collect()
    }

    /// As [`Sums::column_means`] for the rows, after `horizontal` is subtracted from the columns of the image.
    pub(super) fn row_means(&self, valid: &Valid<'_>, horizontal: &[f64]) -> Points {
        let subtracted = valid.row_sums(horizontal);
        let all = self.rows.iter().zip(&self.row_counts).enumerate().filter(|(_, (_, count))| **count > 0.0);
        all.map(|(y, (sum, &count))| (self.area.ymin + y, (sum - subtracted[y]) / count - self.mean, count)).collect()
    }

    /// Whether all pixels of the area are valid.
    pub(super) fn is_full(&self) -> bool {
        self.row_counts.iter().all(|&count| count == self.columns.len() as f64)
    }

    /// Index and number of valid pixels of each column, and of each row, that has any.
    pub(super) fn positions(&self) -> [Vec<(usize, f64)>; 2] {
        [(self.area.xmin, &self.column_counts), (self.area.ymin, &self.row_counts)].map(|(first, counts)| {
            let all = counts.iter().enumerate().filter(|(_, count)| **count > 0.0);
            all.map(|(i, &count)| (first + i, count)).collect()
        })
    }

    /// For each column and each row of the area the sum of its valid pixels less the mean of all, less a polynomial along x
    /// and one along y (values for the whole image).
    pub(super) fn residuals(&self, valid: &Valid<'_>, horizontal: &[f64], vertical: &[f64]) -> [Vec<f64>; 2] {
        let rest = |sums: &[f64], counts: &[f64], along: &[f64], across: Vec<f64>| {
            let all = sums.iter().zip(counts).zip(along).zip(across);
            all.map(|(((sum, count), along), across)| sum - count * (self.mean + along) - across).collect()
        };
        let PixelBox { xmin, ymin, .. } = self.area;
        [
            rest(&self.columns, &self.column_counts, &horizontal[xmin..], valid.column_sums(vertical)),
            rest(&self.rows, &self.row_counts, &vertical[ymin..], valid.row_sums(horizontal)),
        ]
    }
}

/// Which pixels of an area are valid.
#[derive(Clone, Copy)]
pub(super) struct Valid<'a> {
    invalid: Option<&'a [bool]>,
    columns: usize,
    area: PixelBox,
}

impl<'a> Valid<'a> {
    pub(super) fn of<T>(frame: &Frame<'a, T>, area: PixelBox) -> Self {
        Valid { invalid: frame.invalid, columns: frame.columns, area }
    }

    /// The flags of a row's part in the area.
    fn row(&self, y: usize) -> Option<&'a [bool]> {
        let at = y * self.columns;
        self.invalid.map(|invalid| &invalid[at + self.area.xmin..at + self.area.xmax])
    }

    /// For each row of the area the sum of values, given for all columns of the image, over its valid pixels.
    pub(super) fn row_sums(&self, values: &[f64]) -> Vec<f64> {
        let values = &values[self.area.xmin..self.area.xmax];
        let whole: f64 = values.iter().sum();
        let sum = |y: usize| match self.row(y) {
            None => whole,
            Some(invalid) => values.iter().zip(invalid).map(|(&v, &invalid)| if invalid { 0.0 } else { v }).sum(),
        };
        (self.area.ymin..self.area.ymax).map(sum).collect()
    }

    /// For each column of the area the sum of values, given for all rows of the image, over its valid pixels.
    pub(super) fn column_sums(&self, values: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.area.xmax - self.area.xmin];
        for (y, &v) in values.iter().enumerate().take(self.area.ymax).skip(self.area.ymin) {
            match self.row(y) {
                None => sums.iter_mut().for_each(|sum| *sum += v),
                Some(invalid) => {
                    sums.iter_mut().zip(invalid).for_each(|(sum, &invalid)| *sum += if invalid { 0.0 } else { v });
                }
            }
        }
        sums
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
