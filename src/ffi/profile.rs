//! Profiles and histograms
