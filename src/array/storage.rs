//! The storage of arrays.

/// The largest rank of an array.
pub const MAX_NDIM: usize = 8;

/// Shared storage of a known dtype: copied on the first write, so that clones and views cost nothing.
pub type Shared<T> = ndarray::ArcArray<T, ndarray::IxDyn>;
