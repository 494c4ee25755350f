//! Arrays: order
