//! What a beamline does with images.
