//! Arrays: bytes
