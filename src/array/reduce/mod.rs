//! Reductions: numpy's functions that make one number from several.
//!
//! All of them work alike. A *walk* goes through the array in the order of memory and passes runs of values to a
//! *fold*, which knows two steps: all values of a run go to one place of the result (the innermost axis is reduced), or
//! each goes to a place of its own (it is kept). A fold gets values in one of three wide types, with masked ones replaced by
//! its neutral element: integers and bool as `i64`, floats as `f64`, complex numbers as `Complex<f64>`. So a fold is
//! compiled three times, not thirteen, integer sums wrap as numpy's do, and sums of `f32` are as good as those of `f64`. Only extremes
//! are sought in the elements' own types, where eight times as many of one byte fit into a register.
//!
//! | file | folds |
//! |---|---|
//! | `walk` | the walk |
//! | `over`, `results`, `counts` | the axes; where results lie, and which are masked |
//! | `ordered` | which elements come first and last |
//! | `wide` | the wide types, and how runs become runs of them |
//! | `sum` | `sum`, `prod`, `count`, `mean` |
//! | `moments` | `var`, `std`, `anom` |
//! | `extreme` | `min`, `max`, `ptp`, `argmin`, `argmax` |
//! | `logical` | `all`, `any` |
//!
//! Sums are added in blocks whose sums are added with the error kept (Neumaier 1974, Z. angew. Math. Mech. 54, 39), so that
//! the error does not grow with the number of elements. The blocks depend on the array alone: results do not depend on
//! the number of threads.
//!
//! An element of the result is masked if all elements that it was made from are masked.

mod counts;
mod extreme;
mod logical;
mod moments;
mod ordered;
mod over;
mod results;
mod sum;
mod walk;
mod wide;

pub use extreme::{arg_extreme, extreme, ptp};
pub use logical::logical;
pub use moments::{anom, std, var};
pub(super) use over::check_dtype;
pub use over::{End, Over, scalar};
pub use sum::{count, mean, prod, sum};
pub(super) use sum::{in_class_of, sum_dtype};
pub(super) use walk::{Progress, RUN};
pub(super) use wide::{Wide, Widened, fill_as};
