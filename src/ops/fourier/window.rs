//! Windows by name: those of scipy.signal.windows in their symmetric form, spread over an image as skimage.filters.window
//! does it.

use crate::array::alloc;
use crate::context::{Error, Result, Status};
use num_complex::Complex;
use std::f64::consts::PI;
use stoner_fft::Real;

/// Sums of cosines: F. J. Harris 1978, "On the use of windows for harmonic analysis with the discrete Fourier transform";
/// A. H. Nuttall 1981, "Some windows with very good sidelobe behavior"; flat top: D'Antona and Ferrero 2006.
const COSINES: &[(&str, &[f64])] = &[
    ("boxcar", &[1.0]),
    ("hann", &[0.5, 0.5]),
    ("hamming", &[0.54, 0.46]),
    ("blackman", &[0.42, 0.5, 0.08]),
    ("nuttall", &[0.3635819, 0.4891775, 0.1365995, 0.0106411]),
    ("blackmanharris", &[0.35875, 0.48829, 0.14128, 0.01168]),
    ("flattop", &[0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368]),
];

/// The other names under which scipy.signal.get_window knows a window; spaces are underscores here.
const SYNONYMS: &[(&str, &[&str])] = &[
    ("barthann", &["brthan", "bth"]),
    ("bartlett", &["bart", "brt"]),
    ("blackman", &["black", "blk"]),
    ("blackmanharris", &["blackharr", "bkh"]),
    ("bohman", &["bman", "bmn"]),
    ("boxcar", &["box", "ones", "rect", "rectangular"]),
    ("chebwin", &["cheb"]),
    ("cosine", &["halfcosine"]),
    ("dpss", &[]),
    ("exponential", &["poisson"]),
    ("flattop", &["flat", "flt"]),
    ("gaussian", &["gauss", "gss"]),
    ("general_cosine", &[]),
    ("general_gaussian", &["general_gauss", "ggs"]),
    ("general_hamming", &[]),
    ("hamming", &["hamm", "ham"]),
    ("hann", &["han"]),
    ("kaiser", &["ksr"]),
    ("kaiser_bessel_derived", &["kbd"]),
    ("lanczos", &["sinc"]),
    ("nuttall", &["nutl", "nut"]),
    ("parzen", &["parz", "par"]),
    ("taylor", &["taylorwin"]),
    ("triang", &["triangle", "tri"]),
    ("tukey", &["tuk"]),
];

/// A window that was asked for by name: what it is and its parameters.
#[derive(Debug, Clone, PartialEq)]
pub struct Window {
    name: &'static str,
    parameters: Vec<f64>,
}

impl Window {
    /// Reads `name`, `name(parameter, ...)`, or a number, which is a Kaiser window's beta.
    ///
    /// # Errors
    /// [`Status::InvalidArgument`] for an unknown name, or parameters that are missing, too many or out of range.
    pub fn parse(text: &str) -> Result<Window> {
        let allowed = || {
            let names: Vec<&str> = SYNONYMS.iter().map(|&(name, _)| name).collect();
            format!("name, name(parameter, ...), or a Kaiser window's beta; names: {}", names.join(", "))
        };
        let bad = || Error::argument("window", format!("{text:?}"), allowed());
        let trimmed = text.trim();
        if let Ok(beta) = trimmed.parse::<f64>() {
            return Window { name: "kaiser", parameters: vec![beta] }.checked(text);
        }
        let (name, inside) = match trimmed.split_once('(') {
            Some((name, rest)) => (name, rest.strip_suffix(')').ok_or_else(bad)?),
            None => (trimmed, ""),
        };
        let name = name.trim().replace(' ', "_");
        let found = SYNONYMS.iter().find(|(main, others)| *main == name || others.contains(&name.as_str()));
        let name = found.ok_or_else(bad)?.0;
        let parameters = match inside.trim() {
            "" => Vec::new(),
            list => list.split(',').map(|p| p.trim().parse().map_err(|_| bad())).collect::<Result<_>>()?,
        };
        Window { name, parameters }.checked(text)
    }

    /// The parameters with their defaults filled in.
    fn checked(mut self, text: &str) -> Result<Window> {
        let (needed, defaults): (&str, &[f64]) = match self.name {
            "tukey" => ("alpha", &[0.5]),
            "exponential" => ("tau > 0", &[1.0]),
            "taylor" => ("nbar (1 to 1000), sll", &[4.0, 30.0]),
            "kaiser" => ("beta", &[]),
            "kaiser_bessel_derived" => ("beta", &[]),
            "gaussian" => ("std > 0", &[]),
            "general_gaussian" => ("power, width > 0", &[]),
            "general_hamming" => ("alpha", &[]),
            "chebwin" => ("attenuation in dB", &[]),
            "dpss" => ("normalised half-bandwidth > 0", &[]),
            "general_cosine" => ("one coefficient or more", &[]),
            _ => ("", &[]),
        };
        let given = self.parameters.len();
        let count = needed.split(',').filter(|p| !p.is_empty()).count();
        let right_count = match self.name {
            "general_cosine" => given >= 1,
            _ => given <= count && given + defaults.len() >= count,
        };
        self.parameters.extend(defaults.iter().skip(given));
        let positive = |i: usize| self.parameters.get(i).is_some_and(|&p| p > 0.0);
        let in_range = match self.name {
            "exponential" | "gaussian" | "dpss" => positive(0),
            "general_gaussian" => positive(1),
            "taylor" => self.parameters.first().is_some_and(|&n| (1.0..=1000.0).contains(&n) && n.fract() == 0.0),
            _ => true,
        };
        if !right_count || !in_range || self.parameters.iter().any(|p| !p.is_finite()) {
            let allowed = if needed.is_empty() {
                "no parameter".to_owned()
            } else {
                format!("parameters in parentheses: {needed}")
            };
            return Err(Error::argument("window", format!("{text:?}"), allowed));
        }
        Ok(self)
    }

    /// The symmetric window of `n` points.
    ///
    /// # Errors
    /// [`Status::InvalidArgument`] where the window does not exist for this length; [`Status::NoMemory`].
    pub fn samples(&self, n: usize) -> Result<Vec<f64>> {
        let mut w = alloc::zeroed_vec::<f64>(n)?;
        let p = |i: usize| self.parameters[i];
        let (m, last) = (n as f64, n as f64 - 1.0);
        if self.name == "kaiser_bessel_derived" && n % 2 == 1 {
            return Err(self.unfit(n, "an even number of points"));
        }
        if n <= 1 {
            w.fill(1.0);
            return Ok(w);
        }
        let mut each = |f: &dyn Fn(f64) -> f64| w.iter_mut().enumerate().for_each(|(i, w)| *w = f(i as f64));
        match self.name {
            "triang" if n.is_multiple_of(2) => each(&|i| (2.0 * i.min(last - i) + 1.0) / m),
            "triang" => each(&|i| 2.0 * (i.min(last - i) + 1.0) / (m + 1.0)),
            "bartlett" => each(&|i| 2.0 * i.min(last - i) / last),
            "parzen" => each(&|i| {
                let from_middle = (i - last / 2.0).abs();
                let x = from_middle / (m / 2.0);
                if from_middle > last / 4.0 { 2.0 * (1.0 - x).powi(3) } else { 1.0 - 6.0 * x * x + 6.0 * x.powi(3) }
            }),
            "bohman" => each(&|i| {
                let x = (2.0 * i / last - 1.0).abs();
                if i == 0.0 || i == last { 0.0 } else { (1.0 - x) * (PI * x).cos() + (PI * x).sin() / PI }
            }),
            "barthann" => each(&|i| {
                let x = (i / last - 0.5).abs();
                0.62 - 0.48 * x + 0.38 * (2.0 * PI * x).cos()
            }),
            "cosine" => each(&|i| (PI / m * (i + 0.5)).sin()),
            "exponential" => each(&|i| (-(i - last / 2.0).abs() / p(0)).exp()),
            "gaussian" => each(&|i| (-(i - last / 2.0).powi(2) / (2.0 * p(0) * p(0))).exp()),
            "general_gaussian" => each(&|i| (-0.5 * ((i - last / 2.0) / p(1)).abs().powf(2.0 * p(0))).exp()),
            "lanczos" => each(&|i| sinc(2.0 * i.max(last - i) / last - 1.0)),
            "tukey" => each(&|i| tukey(i, last, p(0))),
            "kaiser" => each(&|i| kaiser(i, last, p(0))),
            "kaiser_bessel_derived" => {
                let half = n / 2;
                let mut sum = 0.0;
                for i in 0..half {
                    sum += kaiser(i as f64, half as f64, p(0));
                    (w[i], w[n - 1 - i]) = (sum, sum);
                }
                let all = sum + kaiser(half as f64, half as f64, p(0));
                w.iter_mut().for_each(|w| *w = (*w / all).sqrt());
            }
            "taylor" => {
                let fm = taylor_coefficients(p(0) as usize, p(1));
                let at = |x: f64| {
                    let terms = fm.iter().enumerate();
                    1.0 + 2.0
                        * terms
                            .map(|(k, f)| f * (2.0 * PI * (k + 1) as f64 * (x - m / 2.0 + 0.5) / m).cos())
                            .sum::<f64>()
                };
                let scale = 1.0 / at(last / 2.0);
                each(&|i| at(i) * scale);
            }
            "chebwin" => chebyshev(&mut w, p(0).abs())?,
            "dpss" if p(0) >= m / 2.0 => {
                return Err(self.unfit(n, "more than twice as many points as its half-bandwidth"));
            }
            "dpss" => slepian(&mut w, p(0))?,
            _ => {
                let hamming = [self.parameters.first().copied().unwrap_or(0.0), 0.0];
                let hamming = [hamming[0], 1.0 - hamming[0]];
                let a = match self.name {
                    "general_cosine" => &self.parameters[..],
                    "general_hamming" => &hamming,
                    name => COSINES.iter().find(|(n, _)| *n == name).map_or(&[1.0][..], |(_, a)| a),
                };
                each(&|i| {
                    let x = 2.0 * PI * i / last - PI;
                    a.iter().enumerate().map(|(k, a)| a * (k as f64 * x).cos()).sum()
                });
            }
        }
        Ok(w)
    }

    fn unfit(&self, n: usize, needs: &str) -> Error {
        Error::argument("window", format!("{:?} for {n} pixels", self.name), needs)
    }

    /// The window of an image: the 1-D window of its longer side, taken at the distance from the middle along
    /// either axis in units of half the side, by linear interpolation; 0 beyond the ends. Distances are in single
    /// precision, as in skimage.filters.window, which the results are compared with.
    ///
    /// # Errors
    /// As [`samples`](Window::samples).
    pub fn image(&self, rows: usize, columns: usize) -> Result<Radial> {
        let longer = rows.max(columns);
        let centre = longer as f64 / 2.0 - 0.5;
        let squares = |n: usize| -> Result<Vec<f32>> {
            let mut squares = alloc::vec(n)?;
            let step = (longer as f64 / n as f64) as f32;
            squares.extend((0..n).map(|i| {
                let x = i as f32 * step - centre as f32;
                x * x
            }));
            Ok(squares)
        };
        let mut samples = self.samples(longer)?;
        // What stands beyond the last sample.
        samples.push(0.0);
        Ok(Radial { samples, rows: squares(rows)?, columns: squares(columns)?, centre: centre as f32 })
    }
}

/// A window of an image, evaluated row by row.
pub struct Radial {
    samples: Vec<f64>,
    rows: Vec<f32>,
    columns: Vec<f32>,
    centre: f32,
}

impl Radial {
    /// The window's value at a pixel.
    pub fn at(&self, row: usize, column: usize) -> f64 {
        let place = f64::from((self.rows[row] + self.columns[column]).sqrt() + self.centre);
        // Not negative: the distance is added to the middle.
        let (whole, t) = (place as usize, place.fract());
        match self.samples.get(whole..whole + 2) {
            Some(two) => two[0] * (1.0 - t) + two[1] * t,
            None => 0.0,
        }
    }
}

fn sinc(x: f64) -> f64 {
    if x == 0.0 { 1.0 } else { (PI * x).sin() / (PI * x) }
}

/// A cosine at both ends over the fraction `alpha` of the points, flat between.
fn tukey(i: f64, last: f64, alpha: f64) -> f64 {
    if alpha <= 0.0 {
        return 1.0;
    }
    if alpha >= 1.0 {
        return 0.5 - 0.5 * (2.0 * PI * i / last).cos();
    }
    let width = (alpha * last / 2.0).floor();
    let from_end = i.min(last - i);
    if from_end > width { 1.0 } else { 0.5 * (1.0 + (PI * (2.0 * from_end / alpha / last - 1.0)).cos()) }
}

fn kaiser(i: f64, last: f64, beta: f64) -> f64 {
    let x = 2.0 * i / last - 1.0;
    bessel_i0(beta * (1.0 - x * x).max(0.0).sqrt(), beta.abs()) / bessel_i0(beta, beta.abs())
}

/// exp(-scale) times the modified Bessel function of order 0: its power series, all of whose terms are positive
/// (Abramowitz and Stegun 9.6.12).
fn bessel_i0(x: f64, scale: f64) -> f64 {
    let quarter = (x / 2.0) * (x / 2.0);
    // From the largest term, at k near x/2, in both directions: nothing overflows however large x is.
    let peak = (x.abs() / 2.0).floor();
    let logarithm = if quarter == 0.0 { 0.0 } else { peak * quarter.ln() - 2.0 * ln_factorial(peak) };
    let mut sum = 1.0;
    let (mut term, mut k) = (1.0, peak);
    while term > 1e-18 * sum {
        k += 1.0;
        term *= quarter / (k * k);
        sum += term;
    }
    (term, k) = (1.0, peak);
    while k > 0.0 && term > 1e-18 * sum {
        term *= k * k / quarter;
        sum += term;
        k -= 1.0;
    }
    sum * (logarithm - scale).exp()
}

fn ln_factorial(n: f64) -> f64 {
    if n < 100.0 {
        return (1..=n as u32).map(|k| f64::from(k).ln()).sum();
    }
    // Stirling's series; the next term is below 1e-17 here.
    let r = 1.0 / n;
    n * n.ln() - n + 0.5 * (2.0 * PI * n).ln() + r / 12.0 - r.powi(3) / 360.0 + r.powi(5) / 1260.0 - r.powi(7) / 1680.0
}

/// W. G. Carrara, R. S. Goodman, R. M. Majewski 1995, "Spotlight synthetic aperture radar", appendix D.
fn taylor_coefficients(nbar: usize, sll: f64) -> Vec<f64> {
    let a = (10f64.powf(sll / 20.0)).acosh() / PI;
    let n = nbar as f64;
    let s2 = n * n / (a * a + (n - 0.5) * (n - 0.5));
    let of = |m: usize| {
        let m2 = (m * m) as f64;
        let product = |f: &dyn Fn(f64) -> f64| (1..nbar).map(|k| f(k as f64)).product::<f64>();
        let numerator = product(&|k| 1.0 - m2 / s2 / (a * a + (k - 0.5) * (k - 0.5)));
        let denominator = 2.0 * product(&|k| if k == m as f64 { 1.0 } else { 1.0 - m2 / (k * k) });
        if m % 2 == 1 { numerator / denominator } else { -numerator / denominator }
    };
    (1..nbar).map(of).collect()
}

/// Dolph-Chebyshev: the Fourier transform of a Chebyshev polynomial (C. Dolph 1946, Proc. IRE 34, 335).
fn chebyshev(w: &mut [f64], attenuation: f64) -> Result<()> {
    let n = w.len();
    let order = n as f64 - 1.0;
    let beta = ((10f64.powf(attenuation / 20.0)).acosh() / order).cosh();
    let mut spectrum: Vec<Complex<f64>> = alloc::vec(n)?;
    spectrum.extend((0..n).map(|k| {
        let angle = PI * k as f64 / n as f64;
        let x = beta * angle.cos();
        let p = if x > 1.0 {
            (order * x.acosh()).cosh()
        } else if x < -1.0 {
            let sign = if n % 2 == 1 { 1.0 } else { -1.0 };
            sign * (order * (-x).acosh()).cosh()
        } else {
            (order * x.acos()).cos()
        };
        if n % 2 == 1 { Complex::new(p, 0.0) } else { Complex::from_polar(1.0, angle) * p }
    }));
    f64::forward(n).process(&mut spectrum);
    for (i, w) in w.iter_mut().enumerate() {
        // Odd: the middle is the transform's first value; even: its second one is next to the middle.
        let from_middle =
            if n % 2 == 1 { i.abs_diff(n / 2) } else { i.abs_diff(n / 2).max((n - 1 - i).abs_diff(n / 2)) };
        *w = spectrum[from_middle].re;
    }
    let greatest = w.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    w.iter_mut().for_each(|w| *w /= greatest);
    Ok(())
}

/// The first discrete prolate spheroidal sequence: the eigenvector of the largest eigenvalue of a tridiagonal matrix
/// (D. B. Percival, A. T. Walden 1993, "Spectral analysis for physical applications", section 8.3), 1 in the middle of an odd
/// number of points, and of an even number scaled by n^2 / (n^2 + nw).
fn slepian(w: &mut [f64], nw: f64) -> Result<()> {
    let n = w.len();
    let m = n as f64;
    let cosine = (2.0 * PI * nw / m).cos();
    let diagonal = |t: usize| ((m - 1.0 - 2.0 * t as f64) / 2.0).powi(2) * cosine;
    let beside = |t: usize| t as f64 * (m - t as f64) / 2.0;
    // The largest eigenvalue by bisection: x is above it where x - matrix has only positive pivots.
    let above = |x: f64| {
        let mut pivot = x - diagonal(0);
        for t in 1..n {
            if pivot <= 0.0 {
                return false;
            }
            pivot = x - diagonal(t) - beside(t).powi(2) / pivot;
        }
        pivot > 0.0
    };
    let (mut low, mut high) = (-m * m, m * m);
    while high - low > 4.0 * f64::EPSILON * high.abs().max(low.abs()) {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        if above(middle) { high = middle } else { low = middle }
    }
    // Inverse iteration just above it, where the matrix is positive definite and needs no pivoting.
    let shift = high + 1e-13 * high.abs();
    let mut pivots = alloc::zeroed_vec::<f64>(n)?;
    for t in 0..n {
        let before = if t > 0 { beside(t).powi(2) / pivots[t - 1] } else { 0.0 };
        pivots[t] = (shift - diagonal(t) - before).max(f64::MIN_POSITIVE);
    }
    w.fill(1.0);
    for _ in 0..8 {
        for t in 1..n {
            w[t] += beside(t) / pivots[t - 1] * w[t - 1];
        }
        w[n - 1] /= pivots[n - 1];
        for t in (0..n - 1).rev() {
            w[t] = (w[t] + beside(t + 1) * w[t + 1]) / pivots[t];
        }
        let greatest = w.iter().copied().fold(0.0, f64::max);
        if !(greatest > 0.0 && greatest.is_finite()) {
            return Err(Error::new(Status::NoResult, "the dpss window has no solution in double precision"));
        }
        w.iter_mut().for_each(|w| *w /= greatest);
    }
    if n.is_multiple_of(2) {
        w.iter_mut().for_each(|w| *w *= m * m / (m * m + nw));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_parameters_are_checked() {
        assert_eq!(Window::parse(" tukey ( 0.25 ) ").unwrap(), Window { name: "tukey", parameters: vec![0.25] });
        assert_eq!(Window::parse("8.6").unwrap(), Window::parse("kaiser(8.6)").unwrap());
        assert_eq!(Window::parse("taylor(6)").unwrap().parameters, [6.0, 30.0]);
        for bad in
            ["", "hann(1)", "kaiser", "gaussian(0)", "gaussian(nan)", "tukey(0.5", "nothing", "taylor(0)", "dpss(-1)"]
        {
            assert_eq!(Window::parse(bad).unwrap_err().status(), Status::InvalidArgument, "{bad:?}");
        }
        assert!(Window::parse("kbd(4)").unwrap().samples(7).is_err());
        assert!(Window::parse("dpss(4)").unwrap().samples(8).is_err());
    }

    #[test]
    fn every_window_is_symmetric_and_at_most_1() {
        for text in SYNONYMS.iter().map(|&(name, _)| name) {
            let window = ["", "(2)", "(2, 3)"].iter().find_map(|p| Window::parse(&format!("{text}{p}")).ok()).unwrap();
            for n in [1, 2, 6, 12, 13, 256, 301] {
                let Ok(w) = window.samples(n) else { continue };
                let greatest = w.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                assert!((0..n).all(|i| (w[i] - w[n - 1 - i]).abs() < 1e-12), "{text} {n}");
                assert!(text.starts_with("general") || greatest <= 1.0 + 1e-8, "{text} {n}: {greatest}");
            }
        }
    }
}
