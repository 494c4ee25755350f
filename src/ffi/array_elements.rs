//! Arrays: elements
