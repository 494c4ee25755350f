//! The operations on two numbers, by name.

/// An operation on two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arithmetic {
    /// a + b
    Add,
    /// a - b
    Subtract,
    /// a * b
    Multiply,
    /// a / b
    Divide,
    /// a / b, rounded down
    FloorDivide,
    /// what is left of a after floor division by b; it has the sign of b
    Remainder,
    /// a to the power of b
    Power,
    /// the smaller one, or NaN
    Minimum,
    /// the greater one, or NaN
    Maximum,
    /// the length of the vector (a, b)
    Hypot,
    /// the angle of the vector (b, a)
    Arctan2,
}

impl Arithmetic {
    /// numpy's name.
    pub const fn name(self) -> &'static str {
        match self {
            Arithmetic::Add => "add",
            Arithmetic::Subtract => "subtract",
            Arithmetic::Multiply => "multiply",
            Arithmetic::Divide => "divide",
            Arithmetic::FloorDivide => "floor_divide",
            Arithmetic::Remainder => "remainder",
            Arithmetic::Power => "power",
            Arithmetic::Minimum => "minimum",
            Arithmetic::Maximum => "maximum",
            Arithmetic::Hypot => "hypot",
            Arithmetic::Arctan2 => "arctan2",
        }
    }

    /// Whether an element may have no finite value, and is then masked.
    pub(super) const fn may_be_undefined(self) -> bool {
        matches!(self, Arithmetic::Divide | Arithmetic::FloorDivide | Arithmetic::Remainder | Arithmetic::Power)
    }

    /// The work on one element in multiples of an addition.
    pub(super) const fn cost(self) -> usize {
        match self {
            Arithmetic::Power | Arithmetic::Arctan2 => 16,
            Arithmetic::Remainder | Arithmetic::FloorDivide | Arithmetic::Hypot => 8,
            _ => 1,
        }
    }
}
