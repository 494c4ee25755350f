//! The ticks of an axis and their labels.

/// A tick with its label.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Its place.
    pub value: f64,
    /// Its label.
    pub label: String,
}

/// The ticks of an axis. A tick's value is its label times the power of ten plus the offset.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ticks {
    /// Those with labels, rising.
    pub major: Vec<Tick>,
    /// Those without.
    pub minor: Vec<f64>,
    /// The power of ten that all labels are to be multiplied by, 0 for none.
    pub exponent: i32,
    /// The offset to be added to all labels.
    pub offset: Option<Offset>,
}

/// A number that all labels of an axis have in common: `units` times ten to the `power`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Offset {
    units: f64,
    power: i32,
}

impl Ticks {
    /// The factor and offset of the labels, as written at the end of the axis: "×10⁻³ +10¹²"; nothing where nothing is.
    pub fn scale(&self) -> String {
        let offset = self.offset.map_or(String::new(), |offset| offset.text());
        format!("{} {offset}", factor(self.exponent)).trim().to_owned()
    }
}

impl Offset {
    /// With its sign, so that it can follow a factor.
    fn text(self) -> String {
        let Offset { mut units, mut power } = self;
        while units % 10.0 == 0.0 && units != 0.0 {
            (units, power) = (units / 10.0, power + 1);
        }
        let sign = if units < 0.0 { '−' } else { '+' };
        let digits = format!("{:.0}", units.abs());
        let exponent = power + digits.len() as i32 - 1;
        if (-3..=6).contains(&exponent) {
            let value = if power < 0 { units.abs() / 10f64.powi(-power) } else { units.abs() * 10f64.powi(power) };
            return format!("{sign}{value:.*}", (-power).max(0) as usize);
        }
        match digits.split_at(1) {
            ("1", "") => format!("{sign}10{}", superscript(exponent)),
            (first, "") => format!("{sign}{first}{}", factor(exponent)),
            (first, rest) => format!("{sign}{first}.{rest}{}", factor(exponent)),
        }
    }
}

/// From this exponent on, or down from the other, numbers are written with a power of ten.
const PLAIN: std::ops::RangeInclusive<i32> = -3..=4;

/// Labels with more digits than this lose the digits that they have in common...
const DIGITS: i32 = 6;
/// ... if there are at least so many of these (matplotlib's `axes.formatter.offset_threshold`).
const COMMON: f64 = 1e3;

/// At most `most` ticks at multiples of 1, 2, 2.5 or 5 times a power of ten, `low` < `high`, both finite.
pub fn linear(low: f64, high: f64, most: usize) -> Ticks {
    let range = high - low;
    let largest = low.abs().max(high.abs());
    // The largest and the smallest numbers are brought to where their powers of ten are numbers too.
    if range.is_infinite() && largest.is_finite() {
        return rescaled(low, high, most, 10.0, 1);
    }
    if range > 0.0 && largest < 1e-280 {
        return rescaled(low, high, most, 1e-250, -250);
    }
    // Where numbers of this size are too coarse for the range, or the range is none, there is nothing to choose from.
    if !(range > 1e-13 * largest && range.is_finite()) || most == 0 {
        return Ticks::default();
    }
    let rough = range / most as f64;
    let least = rough.log10().floor() as i32;
    let mut step = Step { digit: 1, power: least };
    let inside = |step: Step| {
        // The ends themselves, where rounding puts them beyond.
        const SLACK: f64 = 1e-7;
        ((low / step.value() - SLACK).ceil(), (high / step.value() + SLACK).floor())
    };
    'found: for power in least..least + 3 {
        for (digit, lower) in [(1, 0), (2, 0), (25, 1), (5, 0)] {
            step = Step { digit, power: power - lower };
            let (first, last) = inside(step);
            if last - first < most as f64 {
                break 'found;
            }
        }
    }
    let (first, last) = inside(step);
    let indices = (0..=(last - first).max(-1.0) as i64).take_while(|_| last >= first).map(|i| first + i as f64);
    let indices: Vec<f64> = indices.take(most).collect();
    let digit = f64::from(step.digit);
    let offset = common(&indices.iter().map(|i| i * digit).collect::<Vec<_>>(), step.power);
    // Integers times ten to the step's power.
    let rest = |index: f64| index * digit - offset.map_or(0.0, |offset| offset.units);
    let largest = indices.iter().fold(0.0f64, |m, &i| m.max(rest(i).abs()));
    let exponent = if largest > 0.0 { magnitude(largest) + step.power } else { 0 };
    let exponent = if PLAIN.contains(&exponent) { 0 } else { exponent };
    let shift = exponent - step.power;
    let label = |index: f64| match shift {
        0.. => number(rest(index) / 10f64.powi(shift), shift as usize),
        _ => number(rest(index) * 10f64.powi(-shift), 0),
    };
    Ticks {
        major: indices.into_iter().map(|i| Tick { value: i * step.value(), label: label(i) }).collect(),
        minor: Vec::new(),
        exponent,
        offset,
    }
}

/// The ticks of numbers that are divided by `factor`, which is ten to the `power`.
fn rescaled(low: f64, high: f64, most: usize, factor: f64, power: i32) -> Ticks {
    let mut ticks = linear(low / factor, high / factor, most);
    ticks.major.iter_mut().for_each(|tick| tick.value *= factor);
    ticks.minor.iter_mut().for_each(|value| *value *= factor);
    ticks.exponent += power;
    ticks.offset = ticks.offset.map(|offset| Offset { power: offset.power + power, ..offset });
    ticks
}

/// The exponent of a number's first digit.
fn magnitude(x: f64) -> i32 {
    (x * (1.0 + 1e-12)).log10().floor() as i32
}

/// The common part of long labels; `units` times ten to the `power` are the ticks, rising. The rule is that of
/// matplotlib's ScalarFormatter: their first digits, as far as all agree or the last of them differs by one.
fn common(units: &[f64], power: i32) -> Option<Offset> {
    let (first, last) = (*units.first()?, *units.last()?);
    let (near, far) = (first.abs().min(last.abs()), first.abs().max(last.abs()));
    if first == last || first.signum() != last.signum() || near == 0.0 || magnitude(far) < DIGITS {
        return None;
    }
    let cut = |x: f64, k: i32| (x / 10f64.powi(k)).floor();
    let agree = |by: f64| (0..20).find(|&k| cut(far, k) - cut(near, k) <= by);
    let mut k = agree(0.0)?;
    // 999999.8 to 1000000.2 agree in no digit, but are close to 1000000.
    if far - near <= 0.01 * 10f64.powi(k) {
        k = agree(1.0)?;
    }
    (cut(far, k) >= COMMON).then(|| Offset { units: first.signum() * cut(far, k) * 10f64.powi(k), power })
}

#[derive(Clone, Copy)]
struct Step {
    digit: i32,
    power: i32,
}

impl Step {
    fn value(self) -> f64 {
        let digit = f64::from(self.digit);
        // Dividing by a power of ten that is a number of its own rounds once.
        if self.power < 0 { digit / 10f64.powi(-self.power) } else { digit * 10f64.powi(self.power) }
    }
}

/// Ticks at powers of ten, or at 1, 2 and 5 times them if there are few; 0 < `low` < `high`.
pub fn logarithmic(low: f64, high: f64, most: usize) -> Ticks {
    let slack = 1e-9;
    let (first, last) = ((low.log10() - slack).ceil() as i32, (high.log10() + slack).floor() as i32);
    let decades = last - first + 1;
    let within = |x: f64| x >= low * (1.0 - slack) && x <= high * (1.0 + slack);
    let between = |digits: &'static [i32]| {
        (first - 1..=last)
            .flat_map(move |power| digits.iter().map(move |&digit| Step { digit, power }))
            .filter(move |step| within(step.value()))
    };
    const MINOR: &[i32] = &[2, 3, 4, 5, 6, 7, 8, 9];
    if decades >= 2 {
        let stride = (decades as usize).div_ceil(most.max(1));
        let plain = PLAIN.contains(&first) && PLAIN.contains(&last);
        let powers = (first..=last).step_by(stride);
        let tick = |power| Tick { value: Step { digit: 1, power }.value(), label: power_label(1, power, plain) };
        let minor = match stride {
            1 => between(MINOR).map(Step::value).collect(),
            _ => (first..=last).map(|power| Step { digit: 1, power }.value()).collect(),
        };
        return Ticks { major: powers.map(tick).collect(), minor, exponent: 0, offset: None };
    }
    let steps: Vec<Step> = between(&[1, 2, 5]).collect();
    if steps.len() < 2 || steps.len() > most {
        return linear(low, high, most);
    }
    let plain = steps.iter().all(|step| PLAIN.contains(&step.power));
    let tick = |step: &Step| Tick { value: step.value(), label: power_label(step.digit, step.power, plain) };
    let major = steps.iter().map(tick).collect();
    Ticks { major, minor: between(MINOR).map(Step::value).collect(), exponent: 0, offset: None }
}

fn power_label(digit: i32, power: i32, plain: bool) -> String {
    match (plain, digit) {
        (true, _) => number(Step { digit, power }.value(), (-power).max(0) as usize),
        (false, 1) => format!("10{}", superscript(power)),
        (false, digit) => format!("{digit}×10{}", superscript(power)),
    }
}

/// A number with so many decimals, with a true minus sign.
pub fn number(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    match text.strip_prefix('-') {
        Some(digits) if digits.chars().all(|c| matches!(c, '0' | '.')) => digits.to_owned(),
        Some(digits) => format!("−{digits}"),
        None => text,
    }
}

/// "×10⁻³"; nothing for 0.
pub fn factor(exponent: i32) -> String {
    if exponent == 0 { String::new() } else { format!("×10{}", superscript(exponent)) }
}

fn superscript(power: i32) -> String {
    let raise = |c| match c {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        digit => char::from_u32(0x2070 + (digit as u32 - '0' as u32)).unwrap_or('?'),
    };
    power.to_string().chars().map(raise).collect()
}

/// The greatest 1, 2 or 5 times a power of ten that is not above a number: round lengths.
pub fn round_down(x: f64) -> f64 {
    let power = x.log10().floor() as i32;
    let steps = [(1, power - 1), (1, power), (2, power), (5, power), (1, power + 1)];
    let values = steps.map(|(digit, power)| Step { digit, power }.value());
    values.into_iter().rfind(|&value| value <= x * (1.0 + 1e-12)).unwrap_or(x)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(ticks: &Ticks) -> Vec<&str> {
        ticks.major.iter().map(|tick| tick.label.as_str()).collect()
    }

    #[test]
    fn ticks_are_round_and_few_enough() {
        assert_eq!(labels(&linear(0.0, 10.0, 6)), ["0", "2", "4", "6", "8", "10"]);
        assert_eq!(labels(&linear(-0.31, 0.3, 7)), ["−0.3", "−0.2", "−0.1", "0.0", "0.1", "0.2", "0.3"]);
        assert_eq!(labels(&linear(12.4, 20.5, 5)), ["14", "16", "18", "20"]);
        let small = linear(0.0, 4.2e-9, 5);
        assert_eq!((labels(&small), small.exponent), (vec!["0", "1", "2", "3", "4"], -9));
        let large = linear(100_000.0, 500_000.0, 5);
        assert_eq!((labels(&large), large.exponent), (vec!["1", "2", "3", "4", "5"], 5));
        assert_eq!(labels(&linear(5982.5, 5982.7, 4)), ["5982.5", "5982.6", "5982.7"]);
        for (low, high, expected, scale) in [
            (1e12, 1e12 + 4.0, vec!["0", "1", "2", "3", "4"], "+10¹²"),
            (-1e12 - 4.0, -1e12, vec!["−4", "−3", "−2", "−1", "0"], "−10¹²"),
            (999_999.8, 1_000_000.2, vec!["−0.2", "−0.1", "0.0", "0.1", "0.2"], "+1000000"),
            (123_456_700.0, 123_456_701.0, vec!["0.00", "0.25", "0.50", "0.75", "1.00"], "+1.234567×10⁸"),
            (1e-3, 1e-3 + 4e-9, vec!["0", "1", "2", "3", "4"], "×10⁻⁹ +0.001"),
            (4e300, 4e300 + 4.2e291, vec!["0", "1", "2", "3", "4"], "×10²⁹¹ +4×10³⁰⁰"),
            (f64::MIN, f64::MAX, vec!["−1", "0", "1"], "×10³⁰⁸"),
            (0.0, 4e-310, vec!["0", "1", "2", "3", "4"], "×10⁻³¹⁰"),
        ] {
            let ticks = linear(low, high, if expected.len() == 3 { 4 } else { 5 });
            assert_eq!((labels(&ticks), ticks.scale().as_str()), (expected, scale));
        }
        for i in 0..2000 {
            let low = (f64::from(i) * 1.7).sin() * 10f64.powi(i % 37 - 18);
            let high = low + 10f64.powi(i % 23 - 11).max(low.abs() * 1e-9);
            for most in 1..12 {
                let ticks = linear(low, high, most);
                assert!(
                    ticks.major.len() <= most && (most < 3 || ticks.major.len() * 3 >= most),
                    "{low} {high} {most}"
                );
                let margin = (high - low) * 1e-6;
                assert!(ticks.major.iter().all(|t| t.value >= low - margin && t.value <= high + margin));
                let mut labels = labels(&ticks);
                labels.dedup();
                assert_eq!(labels.len(), ticks.major.len());
            }
        }
        for (low, high) in [(1e20, 1e20 * (1.0 + 1e-15)), (0.0, 1e-310), (f64::MIN, f64::MAX), (1.0, 1.0)] {
            assert!(linear(low, high, 5).major.len() <= 5);
        }
    }

    #[test]
    fn logarithmic_ticks_are_powers_or_their_simple_multiples() {
        assert_eq!(labels(&logarithmic(1.0, 1000.0, 6)), ["1", "10", "100", "1000"]);
        assert_eq!(labels(&logarithmic(0.5, 2e6, 9)), ["10⁰", "10¹", "10²", "10³", "10⁴", "10⁵", "10⁶"]);
        assert_eq!(labels(&logarithmic(1e-8, 1e8, 5)), ["10⁻⁸", "10⁻⁴", "10⁰", "10⁴", "10⁸"]);
        assert_eq!(labels(&logarithmic(1.5, 30.0, 6)), ["2", "5", "10", "20"]);
        assert_eq!(labels(&logarithmic(2.1, 2.4, 4)), ["2.1", "2.2", "2.3", "2.4"]);
        assert!(logarithmic(f64::MIN_POSITIVE, f64::MAX, 5).major.len() <= 5);
    }

    #[test]
    fn lengths_are_round() {
        for (x, expected) in
            [(1.0, 1.0), (1.99, 1.0), (2.0, 2.0), (7.3, 5.0), (0.03, 0.02), (99.0, 50.0), (100.0, 100.0)]
        {
            assert_eq!(round_down(x), expected);
        }
        assert_eq!(factor(-12), "×10⁻¹²");
    }
}
