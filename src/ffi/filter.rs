//! Filters and transforms
