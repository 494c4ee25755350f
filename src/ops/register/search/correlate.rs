//! Cross-correlation of two frames, normalised over their overlap.
//!
//! D. Padfield (2012), "Masked object registration in the Fourier domain", IEEE Trans. Image Process. 21 (5), 2706-2718: for every
//! whole shift Pearson's coefficient of the pixels that are valid in both. The sums come from correlations by FFT, padded so
//! that nothing wraps; if all pixels are valid, the sums of one frame alone come from running sums.

use super::dft::{Transform, lines, unfit};
use crate::array::alloc;
use crate::context::{Context, Result, Stage};
use crate::ops::register::pair::frame::RegistrationFrame;
use num_complex::Complex;
use std::sync::Arc;
use stoner_fft::{ComplexToReal, Fft, Real};

/// Pearson's coefficient and the number of pixels in the overlap, for every whole shift of the image.
pub struct Correlation {
    /// The coefficient; 0 where the overlap is too small or has no contrast.
    pub coefficient: Vec<f64>,
    /// The number of pixels.
    pub overlap: Vec<f64>,
    /// (rows, columns) of both arrays.
    pub shape: (usize, usize),
    /// The entry of shift 0, (row, column).
    pub origin: (usize, usize),
}

/// The sums over the overlap, at one shift: of 1, of the values and of their squares.
#[derive(Clone, Copy)]
struct Overlap {
    n: f64,
    sums: [f64; 2],
    squares: [f64; 2],
}

/// Correlates two frames. Overlaps smaller than a fraction of the smaller frame are left out.
///
/// # Errors
/// `NoMemory`, `Cancelled`.
pub fn correlate(
    ctx: &Context,
    image: &RegistrationFrame,
    reference: &RegistrationFrame,
    least: f64,
) -> Result<Correlation> {
    let shape = (image.rows + reference.rows - 1, image.columns + reference.columns - 1);
    let origin = (image.rows - 1, image.columns - 1);
    let plan = Plan::new(ctx, fast_length(shape.0), fast_length(shape.1));
    let [a, b] = [centred(image)?, centred(reference)?];
    let spectra = [plan.forward(&a, image.columns)?, plan.forward(&b, reference.columns)?];
    let products = plan.correlation(&spectra[0], &spectra[1])?;
    let overlaps = match (&image.invalid, &reference.invalid) {
        (None, None) => Overlaps::Whole([Integral::new(&a, image)?, Integral::new(&b, reference)?]),
        _ => Overlaps::masked(&plan, [image, reference], [&a, &b], &spectra)?,
    };
    let count = |side: &RegistrationFrame| match &side.invalid {
        None => side.pixels.len(),
        Some(invalid) => invalid.iter().filter(|&&invalid| !invalid).count(),
    };
    let least = (least * count(image).min(count(reference)) as f64).max(16.0);
    // Contrast below this is rounding error.
    let energy = |x: &[f64]| x.iter().map(|x| x * x).sum::<f64>();
    let rounding = 1e-10 * (energy(&a) * energy(&b)).sqrt();
    let size = alloc::checked_len(&[shape.0, shape.1], 8)?;
    let (mut coefficient, mut overlap) = (alloc::zeroed_vec::<f64>(size)?, alloc::zeroed_vec::<f64>(size)?);
    for row in 0..shape.0 {
        let down = row as isize - origin.0 as isize;
        for column in 0..shape.1 {
            let right = column as isize - origin.1 as isize;
            let Overlap { n, sums, squares } = overlaps.at(&plan, right, down);
            if n < least {
                continue;
            }
            let variances = [0, 1].map(|k| squares[k] - sums[k] * sums[k] / n);
            let product = variances[0].max(0.0) * variances[1].max(0.0);
            let covariance = products[plan.index(right, down)] - sums[0] * sums[1] / n;
            let i = row * shape.1 + column;
            overlap[i] = n;
            if product > rounding * rounding {
                coefficient[i] = (covariance / product.sqrt()).clamp(-1.0, 1.0);
            }
        }
    }
    Ok(Correlation { coefficient, overlap, shape, origin })
}

/// The valid pixels less their mean; 0 at the others.
fn centred(side: &RegistrationFrame) -> Result<Vec<f64>> {
    let valid = || side.pixels.iter().enumerate().filter(|&(i, _)| side.is_valid(i));
    let n = valid().count().max(1);
    let mean = valid().map(|(_, x)| x).sum::<f64>() / n as f64;
    let mut out = alloc::vec(side.pixels.len())?;
    out.extend(side.pixels.iter().enumerate().map(|(i, x)| if side.is_valid(i) { x - mean } else { 0.0 }));
    Ok(out)
}

enum Overlaps {
    /// All pixels are valid: sums over rectangles.
    Whole([Integral; 2]),
    /// Correlations with the masks: of 1, of the image's and the reference's values, and of their squares.
    Masked([Vec<f64>; 5]),
}

impl Overlaps {
    fn masked(
        plan: &Plan<'_>,
        sides: [&RegistrationFrame; 2],
        values: [&[f64]; 2],
        spectra: &[Vec<Complex<f64>>; 2],
    ) -> Result<Self> {
        let of = |k: usize, f: &dyn Fn(usize) -> f64| -> Result<Vec<Complex<f64>>> {
            let mut pixels = alloc::vec(values[k].len())?;
            pixels.extend((0..values[k].len()).map(f));
            plan.forward(&pixels, sides[k].columns)
        };
        let valid = |k: usize| of(k, &|i| f64::from(u8::from(sides[k].is_valid(i))));
        let squares = |k: usize| of(k, &|i| values[k][i] * values[k][i]);
        let masks = [valid(0)?, valid(1)?];
        Ok(Overlaps::Masked([
            plan.correlation(&masks[0], &masks[1])?,
            plan.correlation(&spectra[0], &masks[1])?,
            plan.correlation(&masks[0], &spectra[1])?,
            plan.correlation(&squares(0)?, &masks[1])?,
            plan.correlation(&masks[0], &squares(1)?)?,
        ]))
    }

    fn at(&self, plan: &Plan<'_>, right: isize, down: isize) -> Overlap {
        match self {
            Overlaps::Whole([image, reference]) => {
                let along = |shift: isize, of_image: usize, of_reference: usize| {
                    let from = shift.max(0);
                    let to = (of_image as isize + shift).min(of_reference as isize);
                    [from, to]
                };
                let x = along(right, image.columns, reference.columns);
                let y = along(down, image.rows, reference.rows);
                let on_image = image.sum(x.map(|x| x - right), y.map(|y| y - down));
                let on_reference = reference.sum(x, y);
                Overlap {
                    n: ((x[1] - x[0]) * (y[1] - y[0])) as f64,
                    sums: [on_image[0], on_reference[0]],
                    squares: [on_image[1], on_reference[1]],
                }
            }
            Overlaps::Masked([n, a, b, aa, bb]) => {
                let i = plan.index(right, down);
                Overlap { n: n[i].round(), sums: [a[i], b[i]], squares: [aa[i], bb[i]] }
            }
        }
    }
}

/// Sums of values and of their squares over all pixels above and left of each corner.
struct Integral {
    sums: Vec<[f64; 2]>,
    rows: usize,
    columns: usize,
}

impl Integral {
    fn new(values: &[f64], side: &RegistrationFrame) -> Result<Integral> {
        let (rows, columns) = (side.rows, side.columns);
        let wide = columns + 1;
        let mut sums: Vec<[f64; 2]> = alloc::vec(alloc::checked_len(&[rows + 1, wide], 16)?)?;
        sums.resize((rows + 1) * wide, [0.0; 2]);
        for row in 0..rows {
            let mut along = [0.0; 2];
            for column in 0..columns {
                let x = values[row * columns + column];
                along = [along[0] + x, along[1] + x * x];
                let above = sums[row * wide + column + 1];
                sums[(row + 1) * wide + column + 1] = [above[0] + along[0], above[1] + along[1]];
            }
        }
        Ok(Integral { sums, rows, columns })
    }

    /// The sums over columns x[0]..x[1] and rows y[0]..y[1].
    fn sum(&self, x: [isize; 2], y: [isize; 2]) -> [f64; 2] {
        let at = |x: isize, y: isize| {
            let (x, y) = (x.clamp(0, self.columns as isize), y.clamp(0, self.rows as isize));
            self.sums[y as usize * (self.columns + 1) + x as usize]
        };
        let corners = [at(x[1], y[1]), at(x[0], y[1]), at(x[1], y[0]), at(x[0], y[0])];
        [0, 1].map(|k| corners[0][k] - corners[1][k] - corners[2][k] + corners[3][k])
    }
}

/// The least length of at least `n` that has no prime factor above 5.
pub fn fast_length(n: usize) -> usize {
    (n.max(1)..).find(|&length| [2, 3, 5].iter().fold(length, |l, p| strip(l, *p)) == 1).unwrap_or(n)
}

fn strip(mut n: usize, factor: usize) -> usize {
    while n.is_multiple_of(factor) {
        n /= factor;
    }
    n
}

/// Two-dimensional transforms of one size of real values, and back.
struct Plan<'a> {
    stage: Stage<'a>,
    there: Transform,
    back_along: Arc<dyn ComplexToReal<f64>>,
    back_down: Arc<dyn Fft<f64>>,
}

impl<'a> Plan<'a> {
    fn new(ctx: &'a Context, rows: usize, columns: usize) -> Self {
        Plan {
            stage: ctx.whole().piece(),
            there: Transform::new(rows, columns),
            back_along: f64::real_inverse(columns),
            back_down: f64::inverse(rows),
        }
    }

    /// The place of a shift in a correlation.
    fn index(&self, right: isize, down: isize) -> usize {
        let wrapped = |shift: isize, n: usize| shift.rem_euclid(n as isize) as usize;
        wrapped(down, self.there.rows) * self.there.columns + wrapped(right, self.there.columns)
    }

    /// The spectrum of rows of `width` pixels, padded with 0.
    fn forward(&self, pixels: &[f64], width: usize) -> Result<Vec<Complex<f64>>> {
        self.there.forward(&self.stage, pixels, width)
    }

    /// The sum over x of b(x) a(x - shift), for all shifts.
    fn correlation(&self, a: &[Complex<f64>], b: &[Complex<f64>]) -> Result<Vec<f64>> {
        let mut spectrum = alloc::vec(a.len())?;
        spectrum.extend(a.iter().zip(b).map(|(a, b)| b * a.conj()));
        lines(&self.stage, &self.back_down, &mut spectrum)?;
        let Transform { rows, columns, half, .. } = self.there;
        let mut out = alloc::zeroed_vec::<f64>(rows * columns)?;
        let mut row = self.back_along.make_input_vec();
        let scale = 1.0 / (rows * columns) as f64;
        for (r, out) in out.chunks_mut(columns).enumerate() {
            row.iter_mut().enumerate().for_each(|(c, z)| *z = spectrum[c * rows + r] * scale);
            // For a real result these are real, up to rounding.
            row[0].im = 0.0;
            if columns.is_multiple_of(2) {
                row[half - 1].im = 0.0;
            }
            self.back_along.process(&mut row, out).map_err(unfit)?;
        }
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn random(rows: usize, columns: usize, seed: u64, masked: bool) -> RegistrationFrame {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 33) as f64 / (1u64 << 31) as f64
        };
        let pixels = (0..rows * columns).map(|_| 100.0 + next()).collect();
        let invalid = masked.then(|| (0..rows * columns).map(|_| next() < 0.2).collect());
        RegistrationFrame { pixels, invalid, rows, columns }
    }

    /// Pearson's coefficient from its definition.
    fn plain(image: &RegistrationFrame, reference: &RegistrationFrame, right: isize, down: isize) -> (f64, f64) {
        let mut pairs = Vec::new();
        for y in 0..reference.rows as isize {
            for x in 0..reference.columns as isize {
                let (u, v) = (x - right, y - down);
                if (0..image.columns as isize).contains(&u) && (0..image.rows as isize).contains(&v) {
                    let i = v as usize * image.columns + u as usize;
                    let j = y as usize * reference.columns + x as usize;
                    if image.is_valid(i) && reference.is_valid(j) {
                        pairs.push([image.pixels[i], reference.pixels[j]]);
                    }
                }
            }
        }
        let n = pairs.len() as f64;
        let mean = [0, 1].map(|k| pairs.iter().map(|p| p[k]).sum::<f64>() / n);
        let moment = |i: usize, j: usize| pairs.iter().map(|p| (p[i] - mean[i]) * (p[j] - mean[j])).sum::<f64>();
        (moment(0, 1) / (moment(0, 0) * moment(1, 1)).sqrt(), n)
    }

    #[test]
    fn the_coefficient_is_pearsons_over_the_overlap() {
        for masked in [[false, false], [true, false], [false, true], [true, true]] {
            let image = random(9, 14, 1, masked[0]);
            let reference = random(11, 12, 2, masked[1]);
            let Correlation { coefficient, overlap, shape, origin } =
                correlate(&Context::new(), &image, &reference, 0.3).unwrap();
            let mut seen = 0;
            for row in 0..shape.0 {
                for column in 0..shape.1 {
                    let i = row * shape.1 + column;
                    if overlap[i] == 0.0 {
                        continue;
                    }
                    let (right, down) = (column as isize - origin.1 as isize, row as isize - origin.0 as isize);
                    let (expected, n) = plain(&image, &reference, right, down);
                    assert_eq!(overlap[i], n);
                    assert!((coefficient[i] - expected).abs() < 1e-9, "{right} {down}: {} {expected}", coefficient[i]);
                    seen += 1;
                }
            }
            assert!(seen > 50, "{seen}");
        }
    }

    #[test]
    fn lengths_have_small_factors() {
        assert_eq!([1, 7, 99, 101, 127].map(fast_length), [1, 8, 100, 108, 128]);
    }
}
