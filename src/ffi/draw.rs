//! Geometry: drawing
