//! Scales a frame to a picture area of another size: by nearest pixels, or averages.
//!
//! Averaging is linear interpolation where the picture is larger; where it is smaller the triangle of weights widens with the
//! step, so that every pixel contributes (the usual antialiased bilinear filter). It acts on places of the colour scale, with
//! weight 0 for masked pixels and NaN; with less than half of the weight the colour is that of what has more weight, masked or NaN.

use super::colour::Rgba;
use super::norm::Scale;
use super::paint::{self, Palette};
use crate::array::{MaskedArray, alloc};
use crate::context::{Result, Stage, parallel};

/// How an image's pixels become the picture's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Interpolation {
    /// Nearest if the picture is larger in both directions, else averages.
    #[default]
    Auto,
    /// The pixel beneath each pixel of the picture.
    Nearest,
    /// Averages.
    Bilinear,
}

/// A frame in colours, `size` = (width, height) pixels, in C order.
///
/// # Errors
/// As [`paint::paint`].
pub fn picture(
    stage: &Stage<'_>,
    frame: &MaskedArray,
    scale: &Scale,
    palette: &Palette,
    interpolation: Interpolation,
    size: (usize, usize),
) -> Result<Vec<Rgba>> {
    let [rows, columns] = *frame.shape() else { return Ok(Vec::new()) };
    let (width, height) = size;
    let enlarges = width >= columns && height >= rows;
    match interpolation {
        Interpolation::Nearest => nearest(stage, frame, scale, palette, size),
        Interpolation::Auto if enlarges => nearest(stage, frame, scale, palette, size),
        _ => averages(stage, frame, scale, palette, size),
    }
}

/// The pixel beneath the middle of each pixel of the picture.
fn beneath(n: usize, size: usize) -> impl ExactSizeIterator<Item = usize> + Clone {
    // Both are at most some ten thousands.
    (0..size).map(move |i| (2 * i + 1) * n / (2 * size))
}

fn nearest(
    stage: &Stage<'_>,
    frame: &MaskedArray,
    scale: &Scale,
    palette: &Palette,
    (width, height): (usize, usize),
) -> Result<Vec<Rgba>> {
    let (rows, columns) = (frame.shape()[0], frame.shape()[1]);
    let mut pixels = blank(rows, columns)?;
    paint::paint(&stage.part(0.0..0.6), frame, scale, palette, &mut pixels)?;
    if (rows, columns) == (height, width) {
        return Ok(pixels);
    }
    let mut out = blank(height, width)?;
    let (below, beside): (Vec<usize>, Vec<usize>) =
        (beneath(rows, height).collect(), beneath(columns, width).collect());
    parallel::rows(&stage.part(0.6..1.0), &mut out, width, 1, |first, out| {
        let mut last = None;
        for (i, row) in (first..).zip(0..out.len() / width) {
            let (done, rest) = out.split_at_mut(row * width);
            let line = &mut rest[..width];
            // Rows that show the same pixels are copied.
            if last == Some(below[i]) {
                line.copy_from_slice(&done[(row - 1) * width..]);
                continue;
            }
            let source = &pixels[below[i] * columns..][..columns];
            line.iter_mut().zip(&beside).for_each(|(to, &from)| *to = source[from]);
            last = Some(below[i]);
        }
        Ok(())
    })?;
    Ok(out)
}

fn blank(rows: usize, columns: usize) -> Result<Vec<Rgba>> {
    let n = alloc::checked_len(&[rows, columns], size_of::<Rgba>())?;
    let mut pixels = alloc::vec(n)?;
    pixels.resize(n, [0; 4]);
    Ok(pixels)
}

/// The pixels and weights that one pixel of the picture uses along one axis.
struct Share {
    first: usize,
    weights: Vec<f32>,
}

fn shares(n: usize, size: usize) -> Vec<Share> {
    let step = n as f64 / size as f64;
    let reach = step.max(1.0);
    (0..size)
        .map(|i| {
            let middle = (i as f64 + 0.5) * step - 0.5;
            let first = (middle - reach).ceil().max(0.0) as usize;
            let last = ((middle + reach).floor() as usize).min(n - 1);
            let weight = |j: usize| (1.0 - (j as f64 - middle).abs() / reach).max(0.0);
            let sum: f64 = (first..=last).map(weight).sum();
            Share { first, weights: (first..=last).map(|j| (weight(j) / sum) as f32).collect() }
        })
        .collect()
}

fn averages(
    stage: &Stage<'_>,
    frame: &MaskedArray,
    scale: &Scale,
    palette: &Palette,
    (width, height): (usize, usize),
) -> Result<Vec<Rgba>> {
    let (rows, columns) = (frame.shape()[0], frame.shape()[1]);
    let mut places = alloc::zeroed_vec::<f32>(alloc::checked_len(&[rows, columns], 4)?)?;
    paint::scale_places(&stage.part(0.0..0.3), frame, scale, &mut places)?;
    // Along rows first: sums of place times weight, and of weights.
    let across = shares(columns, width);
    let mut sums = alloc::vec(alloc::checked_len(&[rows, width], 8)?)?;
    sums.resize(rows * width, [0f32; 2]);
    parallel::rows(&stage.part(0.3..0.7), &mut sums, width, 4, |first, sums| {
        for (line, row) in sums.chunks_exact_mut(width).zip(places[first * columns..].chunks_exact(columns)) {
            for (sum, share) in line.iter_mut().zip(&across) {
                *sum = row[share.first..].iter().zip(&share.weights).fold([0.0; 2], |[value, weight], (&x, &w)| {
                    let (x, w) = if x.is_nan() { (0.0, 0.0) } else { (x, w) };
                    [value + x * w, weight + w]
                });
            }
        }
        Ok(())
    })?;
    let down = shares(rows, height);
    let mask = frame.mask().map(alloc::contiguous).transpose()?;
    let mask = mask.as_ref().map(|mask| mask.as_slice().unwrap_or_default());
    let (below, beside): (Vec<usize>, Vec<usize>) =
        (beneath(rows, height).collect(), beneath(columns, width).collect());
    let mut out = blank(height, width)?;
    parallel::rows(&stage.part(0.7..1.0), &mut out, width, 4, |first, out| {
        let mut line = alloc::vec(width)?;
        for (i, out) in (first..).zip(out.chunks_exact_mut(width)) {
            line.clear();
            line.resize(width, [0f32; 2]);
            for (j, &w) in (down[i].first..).zip(&down[i].weights) {
                for (to, from) in line.iter_mut().zip(&sums[j * width..][..width]) {
                    *to = [to[0] + w * from[0], to[1] + w * from[1]];
                }
            }
            for (column, (out, &[value, weight])) in out.iter_mut().zip(&line).enumerate() {
                // The half is reached where rounding says a little less.
                *out = if weight >= 0.4999 {
                    palette.at(value / weight)
                } else if mask.is_some_and(|mask| near(mask, (rows, columns), below[i], beside[column])) {
                    palette.masked()
                } else {
                    palette.at(f32::NAN)
                };
            }
        }
        Ok(())
    })?;
    Ok(out)
}

/// Whether the pixel or one around it is masked.
fn near(mask: &[bool], (rows, columns): (usize, usize), row: usize, column: usize) -> bool {
    let (top, bottom) = (row.saturating_sub(1), (row + 2).min(rows));
    let (left, right) = (column.saturating_sub(1), (column + 2).min(columns));
    (top..bottom).any(|row| mask[row * columns..][left..right].contains(&true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::alloc::from_vec;
    use crate::context::Context;

    fn palette() -> Palette {
        Palette::new(&std::array::from_fn(|i| [i as u8, 0, 0, 255]), [0, 0, 255, 255], [0, 255, 0, 255])
    }

    fn show(values: Vec<f64>, shape: [usize; 2], how: Interpolation, size: (usize, usize)) -> Vec<Rgba> {
        let frame = MaskedArray::from(from_vec(&shape, values).unwrap());
        let scale = Scale { log: false, low: 0.0, high: 256.0 };
        picture(&Context::new().whole(), &frame, &scale, &palette(), how, size).unwrap()
    }

    #[test]
    fn nearest_takes_the_pixel_beneath_the_middle() {
        let values: Vec<f64> = (0..6).map(f64::from).collect();
        for (width, height) in [(3, 2), (6, 4), (7, 5), (1, 1), (2, 1), (300, 200), (999, 1501)] {
            let out = show(values.clone(), [2, 3], Interpolation::Nearest, (width, height));
            for (i, colour) in out.into_iter().enumerate() {
                let at = |i: usize, n: usize, size: usize| ((i as f64 + 0.5) / size as f64 * n as f64) as usize;
                assert_eq!(usize::from(colour[0]), 3 * at(i / width, 2, height) + at(i % width, 3, width));
            }
        }
    }

    #[test]
    fn averages_keep_a_ramp_and_a_mean() {
        let ramp: Vec<f64> = (0..100).map(|i| 2.0 * f64::from(i) + 0.5).collect();
        for width in [1usize, 7, 10, 50, 100, 199, 1000] {
            let out = show(ramp.clone(), [1, 100], Interpolation::Bilinear, (width, 3));
            let step = 100.0 / width as f64;
            for (i, colour) in out.iter().enumerate() {
                let middle = ((i % width) as f64 + 0.5) * step - 0.5;
                // Elsewhere the border cuts the weights.
                if middle - step.max(1.0) >= 0.0 && middle + step.max(1.0) <= 99.0 {
                    assert!((f64::from(colour[0]) - 2.0 * middle - 0.5).abs() <= 1.0, "{width} {i} {colour:?}");
                }
            }
        }
        let checks = (0..10000).map(|i| if (i / 100 + i % 100) % 2 == 0 { 0.0 } else { 255.0 }).collect();
        assert!(show(checks, [100, 100], Interpolation::Auto, (10, 10)).iter().all(|c| c[0].abs_diff(127) <= 1));
    }

    #[test]
    fn what_does_not_count_leaks_into_nothing() {
        let mut values = vec![100.5; 400];
        let mask: Vec<bool> = (0..400).map(|i| i % 20 < 8).collect();
        values.iter_mut().zip(&mask).filter(|(_, m)| **m).for_each(|(x, _)| *x = 1e300);
        values[399] = f64::NAN;
        let mut frame = MaskedArray::from(from_vec(&[20, 20], values).unwrap());
        frame.set_mask(Some(from_vec(&[20, 20], mask).unwrap().into_shared())).unwrap();
        let scale = Scale { log: false, low: 0.0, high: 256.0 };
        for size in [(20, 20), (5, 5), (60, 60), (33, 7)] {
            let out =
                picture(&Context::new().whole(), &frame, &scale, &palette(), Interpolation::Bilinear, size).unwrap();
            let (mut masked, mut shown) = (0, 0);
            for colour in out {
                match colour {
                    [0, 255, 0, 255] => masked += 1,
                    [0, 0, 255, 255] => {}
                    [100, 0, 0, 255] => shown += 1,
                    other => panic!("{other:?} at {size:?}"),
                }
            }
            assert!(masked > 0 && shown > masked, "{masked} {shown}");
        }
    }
}
