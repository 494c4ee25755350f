//! Geometry: rotating and shifting
