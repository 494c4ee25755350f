//! The starts of the original's methods: the default's movement, and for turned frames a movement that is right to about a pixel.

use super::gauss_newton::{self, UNCERTAIN};
use crate::context::{Context, Error, Result, Stage, Status, Warning};
use crate::image::Value;
use crate::ops::register::options::Options;
use crate::ops::register::pair::Pair;
use crate::ops::register::search::coarse_search::{self, Structure};

/// The start of a method: the result of the default method, which recognises what misleads a registration.
#[derive(Debug, Clone)]
pub struct InitialShift {
    /// (x, y) by which the image's content is to be moved.
    pub shift: [f64; 2],
    /// Its standard errors.
    pub sigma: [f64; 2],
    /// Both frames, with rows of equal brightness if the default found that they differ as no content does.
    pub pair: Pair,
    /// The default's warnings.
    pub warnings: Vec<(Warning, String)>,
}

/// Whether the two frames may have opposite contrast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contrast {
    /// Bright parts of one frame are bright in the other.
    Same,
    /// They may also be dark in it.
    Either,
}

/// A method whose movement differs from the default's by more than this, in pixels, warns.
const DISAGREE: f64 = 0.35;

/// The movement to begin with: that of [`gauss_newton`]. [`InitialShift::judge`] passes its warnings on.
///
/// # Errors
/// [`Status::NoResult`] for frames without structure, and when nothing stands out of the noise; `NoMemory`, `Cancelled`.
pub fn find(stage: &Stage<'_>, pair: &Pair, options: &Options, contrast: Contrast) -> Result<InitialShift> {
    has_structure(pair)?;
    let aside = stage.context().aside();
    let defaults = Options { threshold: options.threshold, ..Options::default() };
    let found = gauss_newton::estimate(&stage.aside(&aside), pair, &defaults)?;
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
    Ok(InitialShift { shift: found.shift, sigma, pair, warnings: aside.warnings() })
}

impl InitialShift {
    /// Whether the default gave a warning of this kind.
    pub fn warned_of(&self, kind: Warning) -> bool {
        self.warnings.iter().any(|&(of, _)| of == kind)
    }

    /// Passes the default's warnings on, and warns where the method found another movement. Gives the standard errors of the
    /// method's movement: no smaller than the default's, where those are so large that it warned of them.
    pub fn judge(
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

/// A movement that is right to about a pixel.
#[derive(Debug, Clone, Copy)]
pub struct RoughShift {
    pub shift: [f64; 2],
    /// The correlation coefficient there.
    pub correlation: f64,
}

/// The smaller frame's shorter side is reduced to about this many pixels.
const COARSE: f64 = 100.0;

/// The movement of frames that may be turned a little, right to about a pixel: see [`coarse_search::starts`].
///
/// # Errors
/// [`Status::NoResult`] for frames without structure, and when nothing stands out of the noise; `NoMemory`, `Cancelled`.
pub fn rough(stage: &Stage<'_>, pair: &Pair, smoothing: f64) -> Result<RoughShift> {
    let sides = [&pair.reference, &pair.image];
    has_structure(pair)?;
    let least = sides.iter().map(|side| side.rows.min(side.columns)).min().unwrap_or(0) as f64;
    let square = (least / COARSE).round().max(smoothing.round()).max(1.0);
    let starts = coarse_search::starts(stage, &pair.image, &pair.reference, square as usize, 0.0)?;
    let of_pixels = starts.into_iter().filter(|start| start.structure == Structure::Pixels);
    let Some(start) = of_pixels.max_by(|a, b| a.coefficient.total_cmp(&b.coefficient)) else {
        return Err(Error::new(Status::NoResult, "only the magnitudes of the gradients agree, not the pixels"));
    };
    Ok(RoughShift { shift: start.shift, correlation: start.coefficient })
}

/// Checks that both frames have structure.
///
/// # Errors
/// [`Status::NoResult`].
pub fn has_structure(pair: &Pair) -> Result<()> {
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
