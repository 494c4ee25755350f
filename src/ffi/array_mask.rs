//! Arrays: masks
