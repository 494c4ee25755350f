//! Arrays: shape and memory
