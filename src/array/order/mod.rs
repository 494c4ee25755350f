//! Order: sorting, partitioning, searching, percentiles.
//!
//! Every dtype is ordered through an unsigned key of its own width ([`key`]), so that the algorithms are compiled for five key
//! types, not for thirteen dtypes, and compare integers instead of floats. The order is numpy's: NaN comes last; complex numbers go
//! by their real parts, then by their imaginary parts, those with a NaN after those without.
//!
//! | file | what |
//! |---|---|
//! | `key` | keys and back |
//! | `lanes` | an array's rows along an axis, one after the other |
//! | `sort` | `sort`, `argsort` |
//! | `quicksort` | the keys of a row sorted, on vectors |
//! | `partition` | `partition`, `argpartition`, `percentile` |
//! | `search` | `searchsorted` |
//!
//! A masked element is sorted as if it had a value, the *fill*: the one that is given, else the greatest (`endwith`) or the least of
//! its dtype, NaN being the greatest float. Elements that compare equal, masked ones among them, keep their order.

mod key;
mod lanes;
mod masked_go;
mod partition;
mod quicksort;
mod search;
mod sort;

pub use masked_go::MaskedGo;
pub use partition::{arg_partition, partition, percentiles};
pub use search::{Side, search_sorted};
pub use sort::{arg_sort, sort};
