//! The frame that is drawn on, and painting what was drawn.

use crate::array::{Element, FromScalar, Mask, Scalar, Shared, alloc};
use crate::context::{Context, Error, Result, Stage, Status, parallel};
use crate::dispatch;
use crate::image::Image;
use num_complex::Complex;
use std::ops::Range;

/// The target of drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The pixels: they take the value and are unmasked; under a hard mask, masked ones are unchanged.
    Image,
    /// The mask: a value other than 0 masks, 0 unmasks (but not where the mask is hard).
    Mask,
}

/// The largest coordinate of a shape that is given in whole pixels.
pub const LARGEST: i64 = 1 << 60;

/// Something that can be drawn.
pub trait Shape {
    /// Puts the shape's pixels on the canvas.
    ///
    /// # Errors
    /// [`Status::InvalidArgument`] for coordinates that are no numbers or too large; [`Status::Cancelled`].
    fn draw(&self, stage: &Stage<'_>, canvas: &mut Canvas) -> Result<()>;
}

/// Draws a shape with a value, which becomes one of the image's dtype as in C (fractions are cut off), the nearest one where
/// it does not fit. The handle's planes, map and metadata stay. An image without pixels is unchanged.
///
/// # Errors
/// Those of the shape; [`Status::InvalidArgument`] for NaN where there is none in the dtype; [`Status::Shape`] when the rank
/// is not 2 or 3; [`Status::NoMemory`]. On an error nothing is changed.
pub fn draw(ctx: &Context, image: &mut Image, shape: &impl Shape, target: Target, value: Scalar) -> Result<()> {
    Drawing::new(ctx, image, shape, target, value)?.paint(image)
}

/// A shape as pixels that are not painted yet. To find them takes long and reports progress; to paint them does neither, so that
/// the image can be locked meanwhile.
pub struct Drawing {
    target: Target,
    value: Scalar,
    rows: usize,
    columns: usize,
    runs: Vec<Run>,
    threads: usize,
}

impl Drawing {
    /// The pixels of a shape in the frames of an image, and what they are to become.
    ///
    /// # Errors
    /// Those of the shape; [`Status::InvalidArgument`] for NaN where there is none in the dtype; [`Status::Shape`] when the
    /// rank is not 2 or 3; [`Status::Cancelled`]; [`Status::NoMemory`].
    pub fn new(ctx: &Context, image: &Image, shape: &impl Shape, target: Target, value: Scalar) -> Result<Drawing> {
        let (rows, columns) = image.frame_shape()?;
        let dtype = image.dtype();
        let is_nan = value.to_complex().is_nan();
        if matches!(value, Scalar::Complex(_)) && target == Target::Image && !dtype.is_complex() {
            return Err(Error::new(
                Status::Dtype,
                format!("`value` is complex; an image of {dtype} holds real numbers"),
            ));
        }
        if is_nan && (target == Target::Mask || !dtype.is_float() && !dtype.is_complex()) {
            return Err(Error::argument("value", value, "a number, not NaN, for the mask and for integers"));
        }
        let mut canvas = Canvas::new(rows.max(1), columns.max(1));
        shape.draw(&ctx.whole(), &mut canvas)?;
        ctx.check_cancelled()?;
        Ok(Drawing { target, value, rows, columns, runs: canvas.into_runs(), threads: ctx.threads() })
    }

    /// Paints the pixels on the image that they were found for.
    ///
    /// # Errors
    /// [`Status::Shape`] when its frames have another shape by now; [`Status::NoMemory`]. Nothing is changed then.
    pub fn paint(&self, image: &mut Image) -> Result<()> {
        if image.frame_shape()? != (self.rows, self.columns) {
            return Err(Error::new(Status::Shape, "another call changed the image's shape while the shape was drawn"));
        }
        if image.array().is_empty() {
            // The shape is one that can be drawn, but there is no pixel.
            return Ok(());
        }
        // From here on nothing may stop it half-way: a cancellation is not looked for.
        let painting = Context::new();
        painting.set_threads(self.threads);
        let brush = Brush { ctx: &painting, rows: self.rows, columns: self.columns, runs: &self.runs };

        let array = image.array_mut();
        let hard = array.is_hard();
        let shape = array.shape().to_vec();
        let (data, mask) = array.parts_mut();
        match self.target {
            Target::Mask => {
                let masks = self.value.to_complex() != Complex::ZERO;
                if !masks && (hard || mask.is_none()) {
                    return Ok(());
                }
                let mask = match mask {
                    Some(mask) => mask,
                    none => none.insert(alloc::zeros::<bool>(&shape)?.into_shared()),
                };
                brush.paint(mask, masks, None)
            }
            Target::Image => {
                let keep = if hard { mask.clone() } else { None };
                if let Some(mask) = mask.as_mut().filter(|_| !hard) {
                    // Memory for both, before either changes.
                    alloc::unique(mask)?;
                }
                dispatch!(all data, |a| brush.paint_value(a, self.value, keep.as_ref()))?;
                match mask.as_mut().filter(|_| !hard) {
                    Some(mask) => brush.paint(mask, false, None),
                    None => Ok(()),
                }
            }
        }
    }
}

/// A part of a row: `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Run {
    pub(super) row: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The frame that is drawn on: whatever lies outside is left out.
pub struct Canvas {
    pub(super) rows: i64,
    pub(super) columns: i64,
    runs: Vec<Run>,
    /// When there are so many runs, those that come twice are dropped.
    tidy_at: usize,
}

impl Canvas {
    pub(super) fn new(rows: usize, columns: usize) -> Canvas {
        Canvas { rows: rows as i64, columns: columns as i64, runs: Vec::new(), tidy_at: 1 << 18 }
    }

    /// One pixel.
    pub(super) fn pixel(&mut self, x: i64, y: i64) -> Result<()> {
        if x < 0 || x >= self.columns || y < 0 || y >= self.rows {
            return Ok(());
        }
        let (row, column) = (y as usize, x as usize);
        match self.runs.last_mut() {
            Some(last) if last.row == row && last.end == column => last.end += 1,
            Some(last) if last.row == row && last.start == column + 1 => last.start = column,
            _ => self.push(Run { row, start: column, end: column + 1 })?,
        }
        Ok(())
    }

    /// The pixels from x0 to x1, both included.
    pub(super) fn span(&mut self, y: i64, x0: i64, x1: i64) -> Result<()> {
        let (x0, x1) = (x0.max(0), x1.min(self.columns - 1));
        if y < 0 || y >= self.rows || x0 > x1 {
            return Ok(());
        }
        self.push(Run { row: y as usize, start: x0 as usize, end: x1 as usize + 1 })
    }

    fn push(&mut self, run: Run) -> Result<()> {
        if self.runs.len() >= self.tidy_at {
            self.runs.sort_unstable();
            self.runs.dedup();
            self.tidy_at = self.tidy_at.max(2 * self.runs.len());
        }
        self.runs.try_reserve(1).map_err(|_| Error::new(Status::NoMemory, "no memory for the shape's pixels"))?;
        self.runs.push(run);
        Ok(())
    }

    /// The rows of the frame that a range of y touches.
    pub(super) fn rows_within(&self, low: f64, high: f64) -> Range<i64> {
        // The conversion saturates.
        let start = (low.floor() as i64).clamp(0, self.rows);
        start..(high.ceil() as i64).saturating_add(1).clamp(start, self.rows)
    }

    pub(super) fn into_runs(mut self) -> Vec<Run> {
        self.runs.sort_unstable();
        self.runs
    }
}

struct Brush<'a> {
    ctx: &'a Context,
    rows: usize,
    columns: usize,
    /// Sorted by rows.
    runs: &'a [Run],
}

impl Brush<'_> {
    fn paint_value<T: FromScalar>(&self, data: &mut Shared<T>, value: Scalar, keep: Option<&Mask>) -> Result<()> {
        self.paint(data, T::from_scalar(value.nearest(T::DTYPE)), keep)
    }

    /// Gives all pixels of the runs a value, in every frame, but for those under `keep`.
    fn paint<T: Element>(&self, data: &mut Shared<T>, value: T, keep: Option<&Mask>) -> Result<()> {
        let mut view = alloc::unique(data)?;
        if let (Some(flat), None) = (view.as_slice_mut(), keep) {
            return parallel::rows(&self.ctx.whole(), flat, self.columns, 1, |first, piece| {
                let columns = self.columns.max(1);
                // A piece may hold rows of several frames.
                let (mut at, n) = (0, piece.len() / columns);
                while at < n {
                    let row = (first + at) % self.rows;
                    let count = (n - at).min(self.rows - row);
                    let begin = self.runs.partition_point(|run| run.row < row);
                    for run in self.runs[begin..].iter().take_while(|run| run.row < row + count) {
                        let start = (at + run.row - row) * columns;
                        piece[start + run.start..start + run.end].fill(value);
                    }
                    at += count;
                }
                Ok(())
            });
        }
        let ndim = view.ndim();
        let mut index = vec![0; ndim];
        let frames = if ndim == 3 { view.shape()[0] } else { 1 };
        for frame in 0..frames {
            index[0] = frame;
            for run in self.runs {
                index[ndim - 2] = run.row;
                for column in run.start..run.end {
                    index[ndim - 1] = column;
                    if keep.is_none_or(|keep| !keep[&index[..]]) {
                        view[&index[..]] = value;
                    }
                }
            }
        }
        Ok(())
    }
}

/// Whole coordinates are not so large that their products overflow.
pub(super) fn check_whole(coordinates: &[(&str, i64)]) -> Result<()> {
    match coordinates.iter().find(|(_, v)| v.unsigned_abs() > LARGEST as u64) {
        Some((name, value)) => Err(Error::argument(name, value, format!("-{LARGEST} to {LARGEST}"))),
        None => Ok(()),
    }
}

/// Coordinates are numbers, and not so large that their products overflow.
pub(super) fn check_real(coordinates: &[(&str, f64)]) -> Result<()> {
    match coordinates.iter().find(|(_, v)| v.is_nan() || v.abs() > 1e150) {
        Some((name, value)) => Err(Error::argument(name, value, "-1e150 to 1e150")),
        None => Ok(()),
    }
}

/// Checks a radius under the name that its caller gave it.
///
/// # Errors
/// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument)
pub fn check_radius(name: &str, radius: f64) -> Result<()> {
    if (0.0..=1e150).contains(&radius) { Ok(()) } else { Err(Error::argument(name, radius, "0 to 1e150")) }
}
