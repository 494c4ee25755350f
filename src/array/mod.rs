//! Masked n-dimensional arrays of any dtype.
//!
//! | file | what |
//! |---|---|
//! | [`alloc`] | allocates all memory as large as an image; fallible |
//! | [`arithmetic`] | arithmetic, comparison, logic, functions |
//! | `dtype` | [`DType`] and the trait [`Element`] of the types behind it |
//! | `axes` | the axes that a caller names, checked |
//! | `data`, `data_methods` | [`Data`], an array whose dtype is known at run time, and the macro [`dispatch!`](crate::dispatch) |
//! | [`order`] | sorting, partitioning, searching, percentiles |
//! | `scan` | running sums and products |
//! | `dot` | matrix products, and the trace |
//! | [`reduce`] | reductions: sums, moments, extremes, truth |
//! | `masked` | [`MaskedArray`], a `Data` with an optional mask; shape operations that copy nothing |
//! | `storage` | [`Shared`], storage of a known dtype |
//! | `scalar` | [`Scalar`], one value of any dtype |
//! | [`shape`] | other shapes and orders of axes |
//! | [`select`] | elements by their places: take, compress, repeat, diagonal, nonzero, choose, put |
//! | [`elementwise`] | elementwise functions: astype, clip, round, real, imag, conj, filled |
//! | [`casting`] | which dtype may become which |
//! | [`bytes`] | elements as bytes |
//! | [`raw_bytes`] | addresses, swapped bytes, fields |
//! | [`pickle`] | a stream that Python loads with numpy alone |
//! | `simd` | the only way to kernels for the processor's instruction sets |
//! | `visit` | every unmasked element in turn |
//! | `cast` | conversion between dtypes as C does it |
//! | [`exchange`] | copies from and to a caller's memory |
//!
//! The rows of numpy.ma fall into a few shapes, and each shape is written once:
//!
//! - **Rearrange** ([`Rearrange`], [`MaskedArray::rearranged`]): elements move and nothing looks at them (reshape, transpose,
//!   take, repeat, diagonal, ...). One generic function moves the data and the mask. *Permute* is the part of them that only
//!   changes strides; *select* the part that copies runs of the elements that are asked for.
//! - **Map** ([`alloc::map`]): each element of the result comes from one element (astype, round, conj, real).
//! - **Zip** ([`alloc::zip_map`]): from two, most often data and mask (filled).

pub mod alloc;
pub mod arithmetic;
mod axes;
pub mod bytes;
mod cast;
pub mod casting;
mod data;
mod data_methods;
mod dot;
mod dtype;
pub mod elementwise;
pub mod exchange;
mod masked;
pub mod order;
pub mod pickle;
pub mod raw_bytes;
pub mod reduce;
mod scalar;
mod scan;
pub mod select;
pub mod shape;
pub(crate) mod simd;
mod storage;
mod visit;

pub use axes::{axes, axis};
pub use cast::Cast;
pub use data::Data;
pub use dot::{dot, trace};
pub use dtype::{DType, Element, Float, Integer, Real};
pub(crate) use masked::Attributes;
pub use masked::{Mask, MaskedArray, Rearrange};
pub use scalar::{FromScalar, Scalar};
pub use scan::{Scan, scan};
pub use storage::{MAX_NDIM, Shared};
pub use visit::visit_unmasked;
