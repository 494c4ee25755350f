//! Numbers as Python and numpy print them: the fewest digits that read back to the same value.

use num_complex::Complex;

/// The shortest decimal digits of a finite number: 0.d1d2d3... times 10^point.
pub(super) struct Decimal {
    pub negative: bool,
    pub digits: String,
    /// The number of digits before the decimal point; may be negative.
    pub point: i32,
}

impl Decimal {
    /// The digits of a finite `f64`, or with `single` those of the `f32` that it is.
    pub fn new(x: f64, single: bool) -> Decimal {
        let shortest = if single { format!("{:e}", (x as f32).abs()) } else { format!("{:e}", x.abs()) };
        // Where two texts are as short and as near, Python and numpy take the one that ends in an even digit, which is
        // how a fixed number of digits is rounded.
        let places = shortest.find('e').unwrap_or(1).saturating_sub(2);
        let rounded = format!("{:.places$e}", x.abs());
        let reads_back = match single {
            true => rounded.parse::<f32>().is_ok_and(|y| y == (x as f32).abs()),
            false => rounded.parse::<f64>().is_ok_and(|y| y == x.abs()),
        };
        let text = if reads_back { rounded } else { shortest };
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let digits: String = mantissa.chars().filter(|&c| c != '.').collect();
        let point = exponent.parse::<i32>().unwrap_or(0) + 1;
        Decimal { negative: x.is_sign_negative(), digits, point }
    }

    /// The parts before and after the decimal point, without trailing zeros.
    pub fn positional(&self) -> (String, String) {
        if self.digits == "0" {
            return ("0".to_owned(), String::new());
        }
        let n = self.digits.len() as i32;
        if self.point <= 0 {
            return ("0".to_owned(), "0".repeat(-self.point as usize) + &self.digits);
        }
        if self.point >= n {
            return (self.digits.clone() + &"0".repeat((self.point - n) as usize), String::new());
        }
        let (whole, fraction) = self.digits.split_at(self.point as usize);
        (whole.to_owned(), fraction.to_owned())
    }

    /// The exponent of scientific notation with one digit before the point.
    pub fn exponent(&self) -> i32 {
        if self.digits == "0" { 0 } else { self.point - 1 }
    }

    pub fn sign(&self) -> &'static str {
        if self.negative { "-" } else { "" }
    }
}

/// A float as Python's `repr`.
pub(super) fn float(x: f64) -> String {
    let text = short(x);
    if x.is_finite() && !text.contains(['.', 'e']) { text + ".0" } else { text }
}

/// A complex number as Python's `repr`.
pub(super) fn complex(z: Complex<f64>) -> String {
    let sign = if z.im.is_sign_negative() && !z.im.is_nan() { "" } else { "+" };
    if z.re == 0.0 && z.re.is_sign_positive() {
        return format!("{}j", short(z.im));
    }
    format!("({}{sign}{}j)", short(z.re), short(z.im))
}

/// As `repr`, but without `.0` after whole numbers.
fn short(x: f64) -> String {
    if x.is_nan() {
        return "nan".to_owned();
    }
    if x.is_infinite() {
        return if x > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    let decimal = Decimal::new(x, false);
    let (sign, exponent) = (decimal.sign(), decimal.exponent());
    if !(-4..16).contains(&exponent) {
        let (first, rest) = decimal.digits.split_at(1);
        let dot = if rest.is_empty() { "" } else { "." };
        let mark = if exponent < 0 { '-' } else { '+' };
        return format!("{sign}{first}{dot}{rest}e{mark}{:02}", exponent.abs());
    }
    match decimal.positional() {
        (whole, fraction) if fraction.is_empty() => format!("{sign}{whole}"),
        (whole, fraction) => format!("{sign}{whole}.{fraction}"),
    }
}
