//! Image operations, one file per family.
