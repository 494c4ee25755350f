//! Logic: whatever is not 0 is true, NaN too.

use super::engine::{Kernel, Made, Recipe, run};
use super::layout::Layout;
use super::loops::plain_pairs;
use super::operand::Input;
use crate::context::{Result, Stage};

/// How two truths are combined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Logic {
    /// Both.
    And,
    /// One at least.
    Or,
    /// One alone.
    Xor,
    /// Not the first one. There is no second one.
    Not,
}

/// The truth of each element or pair of elements, as bool. Without a second operand the first is its own.
///
/// # Errors
/// [`Status::Shape`](crate::context::Status::Shape) when the shapes cannot be broadcast;
/// [`Status::Cancelled`](crate::context::Status::Cancelled), [`Status::NoMemory`](crate::context::Status::NoMemory).
pub fn logic(stage: &Stage<'_>, operation: Logic, a: Input<'_>, b: Option<Input<'_>>) -> Result<Made> {
    let layout = Layout::new(&[Some(a), b].into_iter().flatten().collect::<Vec<_>>())?;
    let kernel: Kernel<bool, bool, bool> = match operation {
        Logic::And => |a, b, out, _| joined(a, b, out, |a, b| a & b),
        Logic::Or => |a, b, out, _| joined(a, b, out, |a, b| a | b),
        Logic::Xor => |a, b, out, _| joined(a, b, out, |a, b| a ^ b),
        Logic::Not => |a, _, out, _| joined(a, a, out, |a, _| !a),
    };
    run(stage, &layout, &Recipe { kernel, under: None, target: None, masks: false, cost: 1 }, &mut None)
}

fn joined(a: &[bool], b: &[bool], out: &mut [bool], f: impl Fn(bool, bool) -> bool) -> u8 {
    plain_pairs(a, b, out, f);
    0
}
