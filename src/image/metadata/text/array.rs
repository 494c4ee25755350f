//! Arrays as numpy prints them, but in full and with all digits: `array([1. , 2.5])`.

use super::append;
use super::number::Decimal;
use crate::array::{DType, Data, MaskedArray};
use crate::context::Result;
use crate::dispatch;
use num_complex::Complex;

/// numpy breaks lines that are longer.
const LINE: usize = 75;

/// Appends `array(...)`, or `masked_array(...)` where elements are masked.
pub(super) fn write(out: &mut String, array: &MaskedArray) -> Result<()> {
    let data = array.data();
    if !array.any_masked() {
        return write_call(out, "array(", data);
    }
    let mask = Data::from(array.mask().expect("some element is masked").clone());
    append(out, "masked_array(data=")?;
    let format = Format::of(data);
    let masked: Vec<bool> = array.mask().map(|m| m.iter().copied().collect()).unwrap_or_default();
    let show = |i: usize| if masked[i] { "--".to_owned() } else { format.element(data, i).trim().to_owned() };
    Nested { shape: data.shape(), show: &show, line: LINE - 1 }.write(out, 18)?;
    append(out, ",\n             mask=")?;
    let format = Format::of(&mask);
    let show = |i: usize| format.element(&mask, i);
    Nested { shape: data.shape(), show: &show, line: LINE - 1 }.write(out, 18)?;
    if data.dtype() != DType::F64 {
        append(out, &format!(",\n             dtype={}", data.dtype()))?;
    }
    append(out, ")")
}

fn write_call(out: &mut String, call: &str, data: &Data) -> Result<()> {
    append(out, call)?;
    let shape = data.shape();
    let dtype = data.dtype();
    if data.is_empty() {
        let shape_text = match shape {
            [0] => String::new(),
            [n] => format!(", shape=({n},)"),
            _ => format!(", shape=({})", shape.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")),
        };
        return append(out, &format!("[]{shape_text}, dtype={dtype})"));
    }
    let format = Format::of(data);
    let start = out.len();
    let show = |i: usize| format.element(data, i);
    Nested { shape, show: &show, line: LINE - 1 }.write(out, call.len())?;
    if matches!(dtype, DType::Bool | DType::I64 | DType::F64 | DType::C128) {
        return append(out, ")");
    }
    let last_line = match out[start..].rfind('\n') {
        Some(at) => out.len() - start - at - 1,
        None => out.len() - start + call.len(),
    };
    let suffix = format!("dtype={dtype})");
    let gap = if last_line + suffix.len() + 2 > LINE { format!(",\n{}", " ".repeat(call.len())) } else { ", ".into() };
    append(out, &(gap + &suffix))
}

/// The brackets and line breaks around the elements.
struct Nested<'a> {
    shape: &'a [usize],
    show: &'a dyn Fn(usize) -> String,
    line: usize,
}

impl Nested<'_> {
    /// `indent`: how far the text is from the start of its line.
    fn write(&self, out: &mut String, indent: usize) -> Result<()> {
        if self.shape.is_empty() {
            return append(out, (self.show)(0).trim());
        }
        self.axis(out, 0, 0, indent, self.line)
    }

    /// One axis from the element `first` on; each level costs one column on either side.
    fn axis(&self, out: &mut String, axis: usize, first: usize, indent: usize, width: usize) -> Result<()> {
        append(out, "[")?;
        let n = self.shape[axis];
        let left = self.shape.len() - axis;
        let inner: usize = self.shape[axis + 1..].iter().product();
        let hanging = " ".repeat(indent + 1);
        let mut column = hanging.len();
        for i in 0..n {
            if left > 1 {
                if i > 0 {
                    append(out, &("\n".repeat(left - 1) + &hanging))?;
                }
                self.axis(out, axis + 1, first + i * inner, indent + 1, width - 1)?;
                append(out, if i + 1 < n { "," } else { "" })?;
                continue;
            }
            let word = (self.show)(first + i);
            if column > hanging.len() && column + word.len() > width - 1 {
                out.truncate(out.trim_end_matches(' ').len());
                append(out, "\n")?;
                append(out, &hanging)?;
                column = hanging.len();
            }
            append(out, &word)?;
            append(out, if i + 1 < n { ", " } else { "" })?;
            column += word.len() + 2;
        }
        append(out, "]")
    }
}

/// The alignment of the elements of one array.
enum Format {
    Text { width: usize },
    Float(FloatFormat),
    Complex(FloatFormat, FloatFormat),
}

impl Format {
    fn of(data: &Data) -> Format {
        let single = matches!(data.dtype(), DType::F32 | DType::C64);
        match data {
            Data::F32(a) => Format::Float(FloatFormat::of(|| a.iter().map(|&x| f64::from(x)), single, false)),
            Data::F64(a) => Format::Float(FloatFormat::of(|| a.iter().copied(), single, false)),
            Data::C64(a) => Format::Complex(
                FloatFormat::of(|| a.iter().map(|z| f64::from(z.re)), single, false),
                FloatFormat::of(|| a.iter().map(|z| f64::from(z.im)), single, true),
            ),
            Data::C128(a) => Format::Complex(
                FloatFormat::of(|| a.iter().map(|z| z.re), single, false),
                FloatFormat::of(|| a.iter().map(|z| z.im), single, true),
            ),
            Data::Bool(a) => Format::Text { width: if a.len() > 1 || a.ndim() > 0 { 5 } else { 0 } },
            data => Format::Text {
                width: dispatch!(real data, |a| a.iter().map(|x| format!("{x:?}").len()).max().unwrap_or(0), complex => 0),
            },
        }
    }

    /// The element with this number in C order.
    fn element(&self, data: &Data, index: usize) -> String {
        let at = unravel(index, data.shape());
        match (self, data) {
            (Format::Float(f), Data::F32(a)) => f.show(f64::from(a[&at[..]])),
            (Format::Float(f), Data::F64(a)) => f.show(a[&at[..]]),
            (Format::Complex(re, im), Data::C64(a)) => {
                let z = a[&at[..]];
                join(re, im, Complex::new(f64::from(z.re), f64::from(z.im)))
            }
            (Format::Complex(re, im), Data::C128(a)) => join(re, im, a[&at[..]]),
            (Format::Text { width }, Data::Bool(a)) => {
                let width = *width;
                format!("{:>width$}", if a[&at[..]] { "True" } else { "False" })
            }
            (Format::Text { width }, data) => {
                let width = *width;
                dispatch!(real data, |a| format!("{:>width$}", format!("{:?}", a[&at[..]])), complex => String::new())
            }
            _ => String::new(),
        }
    }
}

fn unravel(mut index: usize, shape: &[usize]) -> Vec<usize> {
    let mut at = vec![0; shape.len()];
    for (i, &n) in at.iter_mut().zip(shape).rev() {
        *i = index % n;
        index /= n;
    }
    at
}

fn join(re: &FloatFormat, im: &FloatFormat, z: Complex<f64>) -> String {
    let im = im.show(z.im);
    let digits = im.trim_end().len();
    format!("{}{}j{}", re.show(z.re), &im[..digits], &im[digits..])
}

/// The common widths of the floats of an array.
struct FloatFormat {
    single: bool,
    /// Whether positive numbers have a plus.
    plus: bool,
    scientific: bool,
    /// Columns before the point (with the sign) and after it, and digits of the exponent.
    left: usize,
    right: usize,
    exponent: usize,
}

impl FloatFormat {
    fn of<I: Iterator<Item = f64>>(values: impl Fn() -> I, single: bool, plus: bool) -> FloatFormat {
        let finite = || values().filter(|x| x.is_finite());
        let nonzero = || finite().map(f64::abs).filter(|&x| x != 0.0);
        let (low, high) = nonzero().fold((f64::INFINITY, 0.0f64), |(a, b), x| (a.min(x), b.max(x)));
        // The quotient is taken in the array's own precision, as numpy takes it.
        let ratio = if single { f64::from(high as f32 / low as f32) } else { high / low };
        let scientific = high > 0.0 && (high >= 1e8 || low < 1e-4 || ratio > 1000.0);
        let mut format = FloatFormat { single, plus, scientific, left: 0, right: 0, exponent: 2 };
        for x in finite() {
            let decimal = Decimal::new(x, single);
            let sign = usize::from(plus || decimal.negative);
            if scientific {
                format.left = format.left.max(1 + sign);
                format.right = format.right.max(decimal.digits.len() - 1);
                format.exponent = format.exponent.max(decimal.exponent().abs().to_string().len());
            } else {
                let (whole, fraction) = decimal.positional();
                format.left = format.left.max(whole.len() + sign);
                format.right = format.right.max(fraction.len());
            }
        }
        // A word must fit too; what stands behind the point counts for it.
        let behind = format.right + 1 + if scientific { format.exponent + 2 } else { 0 };
        let signed = |x: f64| usize::from(plus || (x.is_infinite() && x < 0.0));
        for x in values().filter(|x| !x.is_finite()) {
            format.left = format.left.max((3 + signed(x)).saturating_sub(behind));
        }
        format
    }

    fn show(&self, x: f64) -> String {
        let behind = self.right + 1 + if self.scientific { self.exponent + 2 } else { 0 };
        let plus = if self.plus { "+" } else { "" };
        if !x.is_finite() {
            let word = match (x.is_nan(), x > 0.0) {
                (true, _) => format!("{plus}nan"),
                (_, true) => format!("{plus}inf"),
                _ => "-inf".to_owned(),
            };
            return format!("{word:>width$}", width = self.left + behind);
        }
        let decimal = Decimal::new(x, self.single);
        let sign = if decimal.negative { "-" } else { plus };
        let (left, right) = (self.left, self.right);
        if self.scientific {
            // Numbers that need fewer digits than others show further exact ones, as numpy does.
            let exact = format!("{:.right$e}", x.abs());
            let (mantissa, _) = exact.split_once('e').unwrap_or((&exact, ""));
            let (first, rest) = mantissa.split_once('.').unwrap_or((mantissa, ""));
            let exponent = decimal.exponent();
            let mark = if exponent < 0 { '-' } else { '+' };
            let head = format!("{sign}{first}");
            return format!("{head:>left$}.{rest}e{mark}{:0>w$}", exponent.abs(), w = self.exponent);
        }
        let (whole, fraction) = decimal.positional();
        let head = format!("{sign}{whole}");
        format!("{head:>left$}.{fraction:<right$}")
    }
}
