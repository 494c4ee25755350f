//! Intensity: levels and contrast
