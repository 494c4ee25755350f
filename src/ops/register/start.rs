//! What the methods of the original begin with: the default's movement, how much the frames need to be smoothed, and for turned
//! frames the movement to a pixel or so.

use super::Options;
use super::coarse::{self, Structure};
use super::dft::Transform;
use super::gauss_newton::{self, UNCERTAIN};
use super::pair::Pair;
use super::side::Side;
use crate::array::{MaskedArray, alloc};
use crate::context::{Context, Error, Result, Stage, Status, Warning};
use crate::image::Value;
use crate::ops::filter::Gaussian;
use std::f64::consts::PI;

/// Where a method begins: the result of the default method, which recognises what misleads a registration.
#[derive(Debug, Clone)]
pub(super) struct Start {
    /// (x, y) by which the image's content is to be moved.
    pub(super) shift: [f64; 2],
    /// Its standard errors.
    pub(super) sigma: [f64; 2],
    /// Both frames; their rows are made equally bright where the default found differences that no content has.
    pub(super) pair: Pair,
    /// What the default warned of.
    pub(super) warnings: Vec<(Warning, String)>,
}

/// Whether the two frames may have opposite contrast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Contrast {
    /// Bright parts of one frame are bright in the other.
    Same,
    /// They may also be dark there.
    Either,
}

/// A maximum further than this from a method's start, in pixels, is another one.
pub(super) const REACH: f64 = 1.5;
/// A method whose movement differs from the default's by more than this, in pixels, warns.
const DISAGREE: f64 = 0.35;

/// The movement to begin with: that of [`gauss_newton`]. [`Start::judge`] passes its warnings on.
///
/// # Errors
/// [`Status::NoResult`] for frames without structure, and when nothing stands out of the noise; `NoMemory`, `Cancelled`.
pub(super) fn find(stage: &Stage<'_>, pair: &Pair, options: &Options, contrast: Contrast) -> Result<Start> {
    has_structure(pair)?;
    let aside = stage.context().aside();
    let how = Options { threshold: options.threshold, ..Options::default() };
    let found = gauss_newton::estimate(&stage.aside(&aside), pair, &how)?;
    let detail = |name: &str| found.details.iter().find(|(key, _)| *key == name).map(|(_, value)| value);
    let of_gradients = matches!(detail("structure"), Some(Value::String(what)) if what == "gradients");
    if contrast == Contrast::Same && of_gradients {
        return Err(Error::new(
            Status::NoResult,
            "only the magnitudes of the gradients agree, not the pixels: their contrast may be inverted, which scharr and \
             gauss_newton take",
        ));
    }
    let pair = if detail("rows").is_some() { pair.with_even_rows(found.shift)? } else { pair.clone() };
    let sigma = found.sigma.unwrap_or([f64::NAN; 2]);
    Ok(Start { shift: found.shift, sigma, pair, warnings: aside.warnings() })
}

impl Start {
    /// Whether the default warned of this.
    pub(super) fn warned_of(&self, kind: Warning) -> bool {
        self.warnings.iter().any(|&(of, _)| of == kind)
    }

    /// Passes the default's warnings on, and warns where the method found another movement. Gives the standard errors of the
    /// method's movement: no smaller than the default's, where those are so large that it warned of them.
    pub(super) fn judge(
        &self,
        ctx: &Context,
        options: &Options,
        shift: [f64; 2],
        sigma: Option<[f64; 2]>,
    ) -> Option<[f64; 2]> {
        let name = options.method.name();
        for (kind, message) in &self.warnings {
            let is = match kind {
                Warning::Ambiguous => " is ambiguous",
                Warning::Uncertain => " is uncertain",
                _ => "",
            };
            let message = message.strip_prefix("registration: ").unwrap_or(message);
            ctx.warn_of(*kind, format!("registration by {name}{is}: {message}"));
        }
        let uncertain = self.sigma.iter().any(|&sigma| sigma > UNCERTAIN);
        if !uncertain && (0..2).any(|k| (shift[k] - self.shift[k]).abs() > DISAGREE) {
            let [a, b] = [shift, self.shift].map(|shift| shift.map(|x| x / options.scale));
            ctx.warn_of(
                Warning::Ambiguous,
                format!(
                    "registration by {name} is ambiguous: it finds the movement ({:.2}, {:.2}), gauss_newton finds \
                     ({:.2}, {:.2}): what the images show is not the same in both",
                    a[0], a[1], b[0], b[1]
                ),
            );
        }
        match sigma {
            Some(sigma) if uncertain => Some([0, 1].map(|k| sigma[k].max(self.sigma[k]))),
            None if uncertain => Some(self.sigma),
            sigma => sigma,
        }
    }
}

/// A movement to a pixel or so.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rough {
    pub(super) shift: [f64; 2],
    /// The correlation coefficient there.
    pub(super) correlation: f64,
}

/// The side of the smaller frame is brought to about this number of pixels for the first look.
const COARSE: f64 = 100.0;

/// The movement of frames that may be turned a little, to a pixel or so: see [`coarse::starts`].
///
/// # Errors
/// [`Status::NoResult`] for frames without structure, and when nothing stands out of the noise; `NoMemory`, `Cancelled`.
pub(super) fn rough(stage: &Stage<'_>, pair: &Pair, smoothing: f64) -> Result<Rough> {
    let sides = [&pair.reference, &pair.image];
    has_structure(pair)?;
    let least = sides.iter().map(|side| side.rows.min(side.columns)).min().unwrap_or(0) as f64;
    let square = (least / COARSE).round().max(smoothing.round()).max(1.0);
    let starts = coarse::starts(stage, &pair.image, &pair.reference, square as usize, 0.0)?;
    let of_pixels = starts.into_iter().filter(|start| start.structure == Structure::Pixels);
    let Some(start) = of_pixels.max_by(|a, b| a.coefficient.total_cmp(&b.coefficient)) else {
        return Err(Error::new(Status::NoResult, "only the magnitudes of the gradients agree, not the pixels"));
    };
    Ok(Rough { shift: start.shift, correlation: start.coefficient })
}

/// Asks both frames for structure.
///
/// # Errors
/// [`Status::NoResult`].
pub(super) fn has_structure(pair: &Pair) -> Result<()> {
    for (side, name) in [(&pair.reference, "reference"), (&pair.image, "image")] {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for (_, &x) in side.pixels.iter().enumerate().filter(|&(i, _)| side.is_valid(i)) {
            (low, high) = (low.min(x), high.max(x));
        }
        if low > high {
            return Err(Error::new(Status::NoResult, format!("`{name}` has no valid pixel: all are masked or NaN")));
        }
        if high - low <= 1e-12 * high.abs().max(low.abs()) {
            return Err(Error::new(Status::NoResult, format!("`{name}` is flat: it has no structure to register")));
        }
    }
    Ok(())
}

/// The frame smoothed by a Gaussian over its valid pixels; 0 leaves it alone.
///
/// # Errors
/// `NoMemory`, `Cancelled`.
pub(super) fn smoothed(stage: &Stage<'_>, side: &Side, sigma: f64) -> Result<Side> {
    if sigma <= 0.0 {
        return Ok(side.clone());
    }
    let (rows, columns) = (side.rows, side.columns);
    let mut pixels = alloc::vec(side.pixels.len())?;
    pixels.extend_from_slice(&side.pixels);
    let invalid = match &side.invalid {
        Some(invalid) => {
            let mut mask = alloc::vec(invalid.len())?;
            mask.extend_from_slice(invalid);
            Some(mask)
        }
        None => None,
    };
    let mask = match &invalid {
        Some(mask) => {
            let mut copy = alloc::vec(mask.len())?;
            copy.extend_from_slice(mask);
            Some(alloc::from_vec(&[rows, columns], copy)?.into_shared())
        }
        None => None,
    };
    let array = MaskedArray::new(alloc::from_vec(&[rows, columns], pixels)?, mask)?;
    let filtered = Gaussian::smooth(sigma).apply(stage, &array)?;
    let data = alloc::contiguous(&filtered.data().to_f64()?)?;
    let mut pixels = alloc::vec(data.len())?;
    pixels.extend_from_slice(data.as_slice().unwrap_or_default());
    Ok(Side { pixels, invalid, rows, columns })
}

/// Windows of at most this side are looked at for the noise.
const WINDOW: usize = 512;
/// The widths among which the smoothing is chosen, in pixels.
const WIDTHS: [f64; 14] = [0.0, 0.5, 0.7, 0.85, 1.0, 1.2, 1.4, 1.7, 2.0, 2.4, 2.8, 3.4, 4.0, 5.6];

/// The Gaussian's sigma that lets noise move the maximum of the correlation of both frames the least.
///
/// With white noise of variance n in both, structure of power s(k) and a smoothing g(k) of both, the correlation's maximum has a
/// variance of the sum of k^2 g^4 (2 n s + n^2) over the square of the sum of k^2 g^2 s (the first term: noise against structure,
/// the second: noise against noise). Power and noise come from the spectra under a Hann window: the noise is what stands at the
/// highest frequencies, which a beam of more than a pixel does not reach; the power is the mean over each ring less the noise,
/// up to the ring where it drowns in it.
///
/// # Errors
/// [`Status::NoResult`] when no pixel is valid; `NoMemory`, `Cancelled`.
pub(super) fn smoothing(stage: &Stage<'_>, pair: &Pair) -> Result<f64> {
    smoothing_of(stage, pair, 0)
}

/// [`smoothing`] of what is to be correlated as its derivatives of an order: powers are then k^2 as high for each.
///
/// # Errors
/// As [`smoothing`].
pub(super) fn smoothing_of(stage: &Stage<'_>, pair: &Pair, order: i32) -> Result<f64> {
    let sides = [&pair.reference, &pair.image];
    let rows = sides.map(|side| side.rows).into_iter().min().unwrap_or(0).min(WINDOW);
    let columns = sides.map(|side| side.columns).into_iter().min().unwrap_or(0).min(WINDOW);
    let longest = rows.max(columns);
    if rows.min(columns) < 16 {
        return Ok(0.0);
    }
    let t = Transform::new(rows, columns);
    let mut power = alloc::zeroed_vec::<f64>(t.half * rows)?;
    for (i, side) in sides.into_iter().enumerate() {
        let window = windowed(side, rows, columns)?;
        let spectrum = t.forward(&stage.nth(i, 2), &window, columns)?;
        power.iter_mut().zip(&spectrum).for_each(|(sum, z)| *sum += z.norm_sqr());
    }
    // Powers of pixels' white noise of variance 1 are 1 then; a Hann window's squares have the mean (3/8)^2.
    let scale = 1.0 / (2.0 * rows as f64 * columns as f64 * (3.0f64 / 8.0).powi(2));
    let place = |k: usize| {
        let (u, v) = (k / rows, k % rows);
        [Transform::frequency(u, columns), Transform::frequency(v, rows)]
    };
    let ring = |k: usize| {
        let [x, y] = place(k);
        (x.hypot(y) * longest as f64) as usize
    };
    let mut corner: Vec<f64> = alloc::vec(power.len())?;
    let mut rings = vec![(0.0, 0.0); longest + 1];
    for (k, power) in power.iter_mut().enumerate() {
        *power *= scale;
        if place(k).iter().all(|f| f.abs() > 0.35) {
            corner.push(*power);
        }
        let ring = &mut rings[ring(k)];
        *ring = (ring.0 + *power, ring.1 + 1.0);
    }
    if corner.is_empty() {
        return Ok(0.0);
    }
    let middle = corner.len() / 2;
    // The mean of two exponential variables has its median at 0.8392 of its mean.
    let noise = *corner.select_nth_unstable_by(middle, f64::total_cmp).1 / 0.8392;
    let mut drowned = false;
    let structure: Vec<f64> = rings
        .iter()
        .enumerate()
        .map(|(i, &(sum, count))| {
            let above = if count > 0.0 { sum / count - noise } else { 0.0 };
            drowned |= i > 1 && above < 0.5 * noise;
            if drowned { 0.0 } else { above.max(0.0) }
        })
        .collect();
    let variance = |sigma: f64| {
        let (mut above, mut below) = (0.0, 0.0);
        for (i, &(_, count)) in rings.iter().enumerate() {
            let k = 2.0 * PI * (i as f64 + 0.5) / longest as f64;
            let g = k.powi(2 * order) * (-(k * sigma) * (k * sigma)).exp();
            let s = structure[i];
            above += count * k * k * g * g * noise * (2.0 * s + noise);
            below += count * k * k * g * s;
        }
        if below > 0.0 { above / (below * below) } else { f64::INFINITY }
    };
    let widest = rows.min(columns) as f64 / 16.0;
    let widths = WIDTHS.into_iter().filter(|&sigma| sigma <= widest);
    Ok(widths.map(|sigma| (sigma, variance(sigma))).min_by(|a, b| a.1.total_cmp(&b.1)).map_or(0.0, |(sigma, _)| sigma))
}

/// The middle of a frame less its mean, under a Hann window.
fn windowed(side: &Side, rows: usize, columns: usize) -> Result<Vec<f64>> {
    let pixels = side.filled_nearest()?;
    let (top, left) = ((side.rows - rows) / 2, (side.columns - columns) / 2);
    let mut out = alloc::vec(rows * columns)?;
    for row in pixels.chunks(side.columns).skip(top).take(rows) {
        out.extend_from_slice(&row[left..left + columns]);
    }
    let hann = |i: usize, n: usize| 0.5 - 0.5 * (2.0 * PI * (i as f64 + 0.5) / n as f64).cos();
    let mean = out.iter().sum::<f64>() / out.len() as f64;
    for (r, row) in out.chunks_mut(columns).enumerate() {
        let down = hann(r, rows);
        row.iter_mut().enumerate().for_each(|(c, x)| *x = (*x - mean) * down * hann(c, columns));
    }
    Ok(out)
}
