//! Where an axis has its ticks, and what stands beside them.

/// A tick with its label.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where it is.
    pub value: f64,
    /// What stands beside it.
    pub label: String,
}

/// The ticks of an axis.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ticks {
    /// Those with labels, rising.
    pub major: Vec<Tick>,
    /// Those without.
    pub minor: Vec<f64>,
    /// The power of ten that all labels are to be multiplied by, 0 for none.
    pub exponent: i32,
}

/// From this exponent on, or down from the other, numbers are written with a power of ten.
const PLAIN: std::ops::RangeInclusive<i32> = -3..=4;

/// At most `most` ticks at multiples of 1, 2, 2.5 or 5 times a power of ten, `low` < `high`, both finite.
pub fn linear(low: f64, high: f64, most: usize) -> Ticks {
    let range = high - low;
    let largest = low.abs().max(high.abs());
    // Where numbers of this size are too coarse for the range, or the range is none, there is nothing to choose from.
    if !(range > 1e-13 * largest && range.is_finite() && range > 1e-290) || most == 0 {
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
    let values: Vec<f64> = indices.take(most).map(|i| i * step.value()).collect();
    let largest = values.iter().fold(0.0f64, |m, x| m.max(x.abs()));
    let exponent = if largest > 0.0 { (largest * (1.0 + 1e-12)).log10().floor() as i32 } else { 0 };
    let exponent = if PLAIN.contains(&exponent) { 0 } else { exponent };
    let decimals = (exponent - step.power).clamp(0, 15) as usize;
    let label = |value: f64| number(value / 10f64.powi(exponent), decimals);
    Ticks {
        major: values.into_iter().map(|value| Tick { value, label: label(value) }).collect(),
        minor: Vec::new(),
        exponent,
    }
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

/// Ticks at powers of ten, or at 1, 2 and 5 times them where there are few; 0 < `low` < `high`.
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
        return Ticks { major: powers.map(tick).collect(), minor, exponent: 0 };
    }
    let steps: Vec<Step> = between(&[1, 2, 5]).collect();
    if steps.len() < 2 || steps.len() > most {
        return linear(low, high, most);
    }
    let plain = steps.iter().all(|step| PLAIN.contains(&step.power));
    let tick = |step: &Step| Tick { value: step.value(), label: power_label(step.digit, step.power, plain) };
    let major = steps.iter().map(tick).collect();
    Ticks { major, minor: between(MINOR).map(Step::value).collect(), exponent: 0 }
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
