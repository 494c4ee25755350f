//! Arithmetic, comparison, logic and mathematical functions, element by element, with numpy.ma's masks.
//!
//! | file | what |
//! |---|---|
//! | `operand` | what is read: arrays of any layout and dtype, brought to one shape; numbers |
//! | `layout` | operands beneath a result; pieces and blocks of it |
//! | `engine` | the one pass: threads, masks, what overflowed, what is undefined |
//! | `room` | memory of another array that a result takes over |
//! | `operation`, `binary` | two numbers make one: add, divide, power, ...; dtypes |
//! | `kernels`, `loops` | the same for each type; the loops over slices |
//! | `compare`, `logic`, `choose` | comparisons; and, or, xor, not; `where` |
//! | `functions` | of one number: sqrt, log, ... |
//!
//! Dtypes are numpy's (NEP 50): arrays are promoted, whatever their rank; a number adapts to the array's kind, and makes floating point
//! of integers. Masks are numpy.ma's: an element of the result is masked where one of its operands is, and where a
//! division or a function has no finite value. Under the mask lies the first operand's value.
//!
//! There is one pass over the memory: a block of each operand is converted in the cache, so that no array is copied for its
//! dtype's or shape's sake.

mod binary;
mod choose;
mod compare;
mod engine;
mod functions;
mod kernels;
mod layout;
mod logic;
mod loops;
mod operand;
mod operation;
mod room;

pub use binary::{arithmetic, arithmetic_to_bytes, result_dtype};
pub use choose::choose;
pub use compare::{Comparison, compare};
pub use engine::Made;
pub use functions::{Function, function, result_dtype as function_dtype};
pub use logic::{Logic, logic};
pub use operand::{Input, Outline, common_shape};
pub use operation::Arithmetic;
pub use room::Room;
