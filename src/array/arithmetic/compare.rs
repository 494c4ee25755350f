//! Comparisons.

use super::binary::{check_number, dtypes_of};
use super::engine::{Kernel, Made, Recipe, run};
use super::layout::Layout;
use super::loops::plain_pairs;
use super::operand::{Fetch, Input};
use crate::array::DType;
use crate::array::casting::promote;
use crate::array::elementwise::Limited;
use crate::context::{Result, Stage};
use crate::dispatch_dtype;

/// A comparison of two numbers. Complex numbers are compared by their real parts, then by their imaginary ones; with NaN
/// everything is false but `NotEqual`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// a == b
    Equal,
    /// a != b
    NotEqual,
    /// a < b
    Less,
    /// a <= b
    LessEqual,
    /// a > b
    Greater,
    /// a >= b
    GreaterEqual,
}

/// The comparison of each pair of elements, as bool.
///
/// # Errors
/// [`Status::Shape`](crate::context::Status::Shape) when the shapes cannot be broadcast;
/// [`Status::Cancelled`](crate::context::Status::Cancelled), [`Status::NoMemory`](crate::context::Status::NoMemory).
pub fn compare(stage: &Stage<'_>, comparison: Comparison, a: Input<'_>, b: Input<'_>) -> Result<Made> {
    let [dtype_a, dtype_b] = dtypes_of(&a, &b);
    let dtype = match promote(dtype_a, dtype_b) {
        // A number beyond single precision is none that equals infinity.
        dtype if [&a, &b].into_iter().any(|input| check_number(input, dtype).is_err()) => promote(dtype, DType::F64),
        dtype => dtype,
    };
    let layout = Layout::new(&[a, b])?;
    // No dtype of ours holds both, but they have an order.
    match (dtype_a, dtype_b) {
        (DType::U64, d) if d.is_signed_integer() => {
            return made::<u64, i64>(stage, &layout, mixed(comparison));
        }
        (d, DType::U64) if d.is_signed_integer() => {
            return made::<i64, u64>(stage, &layout, mixed_turned(comparison));
        }
        _ => {}
    }
    dispatch_dtype!(dtype, T => made::<T, T>(stage, &layout, kernel_of::<T>(comparison)))
}

fn made<A: Fetch, B: Fetch>(stage: &Stage<'_>, layout: &Layout, kernel: Kernel<A, B, bool>) -> Result<Made> {
    run(stage, layout, &Recipe { kernel, under: None, target: None, masks: false, cost: 1 }, &mut None)
}

/// A kernel that compares.
macro_rules! comparing {
    ($f:expr) => {
        |a, b, out, _said| {
            plain_pairs(a, b, out, $f);
            0
        }
    };
}

fn kernel_of<T: Fetch + Limited>(comparison: Comparison) -> Kernel<T, T, bool> {
    match comparison {
        Comparison::Equal => comparing!(|a: T, b: T| a == b),
        Comparison::NotEqual => comparing!(|a: T, b: T| a != b),
        Comparison::Less => comparing!(|a: T, b: T| a.before(b)),
        Comparison::LessEqual => comparing!(|a: T, b: T| a.not_after(b)),
        Comparison::Greater => comparing!(|a: T, b: T| b.before(a)),
        Comparison::GreaterEqual => comparing!(|a: T, b: T| b.not_after(a)),
    }
}

/// -1, 0 or 1: where a lies from b.
#[inline(always)]
fn from_signed(a: u64, b: i64) -> i8 {
    // A negative one is below all.
    if b < 0 { 1 } else { i8::from(a > b as u64) - i8::from(a < b as u64) }
}

fn mixed(comparison: Comparison) -> Kernel<u64, i64, bool> {
    match comparison {
        Comparison::Equal => comparing!(|a: u64, b: i64| from_signed(a, b) == 0),
        Comparison::NotEqual => comparing!(|a: u64, b: i64| from_signed(a, b) != 0),
        Comparison::Less => comparing!(|a: u64, b: i64| from_signed(a, b) < 0),
        Comparison::LessEqual => comparing!(|a: u64, b: i64| from_signed(a, b) <= 0),
        Comparison::Greater => comparing!(|a: u64, b: i64| from_signed(a, b) > 0),
        Comparison::GreaterEqual => comparing!(|a: u64, b: i64| from_signed(a, b) >= 0),
    }
}

/// [`mixed`] with the operands the other way round.
fn mixed_turned(comparison: Comparison) -> Kernel<i64, u64, bool> {
    match comparison {
        Comparison::Equal => comparing!(|a: i64, b: u64| from_signed(b, a) == 0),
        Comparison::NotEqual => comparing!(|a: i64, b: u64| from_signed(b, a) != 0),
        Comparison::Less => comparing!(|a: i64, b: u64| from_signed(b, a) > 0),
        Comparison::LessEqual => comparing!(|a: i64, b: u64| from_signed(b, a) >= 0),
        Comparison::Greater => comparing!(|a: i64, b: u64| from_signed(b, a) < 0),
        Comparison::GreaterEqual => comparing!(|a: i64, b: u64| from_signed(b, a) <= 0),
    }
}
