//! Arrays: reductions
