//! The C surface: one file per section of the header.
