//! Regridding
