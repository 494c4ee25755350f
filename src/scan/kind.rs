//! What was scanned along what.

use super::axis::{Axis, Role};

/// The kind of a scan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(i32)]
pub enum Kind {
    /// Something else, or not known.
    Generic = 0,
    /// An image of the sample.
    Image = 1,
    /// Images of the sample at several energies.
    Stack = 2,
    /// Spectra along a line across the sample.
    LineSpectrum = 3,
    /// The spectrum of one point.
    PointSpectrum = 4,
    /// A line across the sample at several positions of the zone plate.
    Focus = 5,
    /// An image by moving the order-sorting aperture.
    OsaImage = 6,
    /// A line of the order-sorting aperture at several of its positions along the beam.
    OsaFocus = 7,
    /// An image by moving the detector.
    DetectorImage = 8,
}

/// The kinds by the names that NXstxm gives them.
const NAMES: &[(&str, Kind)] = &[
    ("generic scan", Kind::Generic),
    ("sample image", Kind::Image),
    ("sample image stack", Kind::Stack),
    ("sample line spectrum", Kind::LineSpectrum),
    ("sample point spectrum", Kind::PointSpectrum),
    ("sample focus", Kind::Focus),
    ("osa image", Kind::OsaImage),
    ("osa focus", Kind::OsaFocus),
    ("detector image", Kind::DetectorImage),
];

/// Other programs' names of them. ("Image", in the files of the ALS, and "Sample", in those of Diamond, are names of images and of stacks: there
/// the axes decide.)
const OTHER_NAMES: &[(&str, Kind)] = &[
    ("image scan", Kind::Image),
    ("sample image scan", Kind::Image),
    ("image stack", Kind::Stack),
    ("stack", Kind::Stack),
    ("nexafs image scan", Kind::Stack),
    ("sample stack", Kind::Stack),
    ("line spectrum", Kind::LineSpectrum),
    ("line spectra", Kind::LineSpectrum),
    ("sample line spectra", Kind::LineSpectrum),
    ("nexafs line scan", Kind::LineSpectrum),
    ("point spectrum", Kind::PointSpectrum),
    ("point spectra", Kind::PointSpectrum),
    ("sample point spectra", Kind::PointSpectrum),
    ("sample point spectra scan", Kind::PointSpectrum),
    ("nexafs point scan", Kind::PointSpectrum),
    ("focus", Kind::Focus),
    ("focus scan", Kind::Focus),
    ("sample focus scan", Kind::Focus),
    ("osa", Kind::OsaImage),
    ("osa scan", Kind::OsaImage),
    ("osa image scan", Kind::OsaImage),
    ("osa focus scan", Kind::OsaFocus),
    ("detector", Kind::DetectorImage),
    ("detector scan", Kind::DetectorImage),
    ("detector image scan", Kind::DetectorImage),
    ("generic", Kind::Generic),
    ("motor scan", Kind::Generic),
    ("motor2d scan", Kind::Generic),
];

impl Kind {
    /// The kind by NXstxm's name of it, or another program's, in letters of any case; `_` counts as a space.
    pub fn from_name(name: &str) -> Option<Kind> {
        let name = name.trim().to_ascii_lowercase().replace('_', " ");
        NAMES.iter().chain(OTHER_NAMES).find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }

    /// The kind by the axes of an image.
    pub fn by_axes(axes: &[Axis]) -> Option<Kind> {
        let rank = axes.len();
        let is = |index: usize, part: &str| {
            let name = axes[index].name.as_deref().unwrap_or_default().to_ascii_lowercase();
            name.replace([' ', '_'], "").contains(part)
        };
        let both = |a: &str, b: &str| is(rank - 2, b) && is(rank - 1, a);
        match rank {
            3 if both("samplex", "sampley") => Some(Kind::Stack),
            2 if axes[0].role(0, 2) == Role::Spectrum => Some(Kind::LineSpectrum),
            2 if both("samplex", "sampley") => Some(Kind::Image),
            2 if both("osax", "osay") => Some(Kind::OsaImage),
            2 if both("detectorx", "detectory") => Some(Kind::DetectorImage),
            2 if is(0, "zoneplate") && is(1, "osa") => Some(Kind::OsaFocus),
            2 if is(0, "zoneplate") => Some(Kind::Focus),
            1 if axes[0].role(0, 1) == Role::Spectrum => Some(Kind::PointSpectrum),
            _ => None,
        }
    }

    /// The kind of an image with these axes that the file calls by a name: the name's, unless the axes contradict it; and what is to be said
    /// of that.
    pub fn decided(said: &str, declared: Option<Kind>, axes: &[Axis]) -> (Kind, Option<String>) {
        let seen = Kind::by_axes(axes);
        let rank = axes.len();
        let fits = |kind: Kind| match kind {
            Kind::Generic => true,
            Kind::Stack => rank == 3,
            Kind::PointSpectrum => rank == 1,
            Kind::LineSpectrum => rank == 2 && !matches!(seen, Some(Kind::Image | Kind::Focus)),
            Kind::Image => rank == 2 && !matches!(seen, Some(Kind::LineSpectrum | Kind::Focus)),
            _ => rank == 2,
        };
        match (declared, seen) {
            (Some(kind), _) if fits(kind) => (kind, None),
            (None, Some(seen)) => (seen, None),
            (Some(kind), None) => (kind, None),
            (Some(_), Some(seen)) => {
                let name = seen.name();
                (seen, Some(format!("the file says that the scan is a '{said}'; by its axes it is a '{name}'")))
            }
            (None, None) => (Kind::Generic, None),
        }
    }

    /// NXstxm's name of it.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, kind)| *kind == self).map_or("generic scan", |(name, _)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_known_by_its_name_in_any_case() {
        for (name, kind) in NAMES {
            assert_eq!(Kind::from_name(&format!(" {} ", name.to_uppercase())), Some(*kind));
            assert_eq!(kind.name(), *name);
        }
        assert_eq!(Kind::from_name("picture"), None);
        assert_eq!(Kind::from_name("SAMPLE_POINT_SPECTRA"), Some(Kind::PointSpectrum));
        for (i, (name, _)) in NAMES.iter().chain(OTHER_NAMES).enumerate() {
            assert!(NAMES.iter().chain(OTHER_NAMES).skip(i + 1).all(|(other, _)| other != name), "{name} twice");
        }
    }

    #[test]
    fn the_axes_decide_where_they_contradict_the_name() {
        let axes = |names: &[&str]| -> Vec<Axis> {
            names.iter().map(|name| Axis { name: Some((*name).to_owned()), points: None, unit: None }).collect()
        };
        let stack = axes(&["energy", "sample_y", "sample_x"]);
        for (said, names, kind, doubted) in [
            ("sample image", &["energy", "sample_y", "sample_x"][..], Kind::Stack, true),
            ("sample image stack", &["energy", "sample_y", "sample_x"], Kind::Stack, false),
            ("sample image stack", &["sample_y", "sample_x"], Kind::Image, true),
            ("sample image", &["energy", "line_position"], Kind::LineSpectrum, true),
            ("sample image", &["sample_y", "sample_x"], Kind::Image, false),
            ("sample focus", &["zone_plate", "sample_x"], Kind::Focus, false),
            ("osa image", &["osa_y", "osa_x"], Kind::OsaImage, false),
            ("", &["osa_y", "osa_x"], Kind::OsaImage, false),
            ("", &["Zone Plate", "OSA X"], Kind::OsaFocus, false),
            ("", &["detector_y", "detector_x"], Kind::DetectorImage, false),
            ("generic scan", &["sample_y", "sample_x"], Kind::Generic, false),
            ("generic scan", &["magnet", "bias"], Kind::Generic, false),
            ("", &["magnet", "bias"], Kind::Generic, false),
            ("", &["photon_energy"], Kind::PointSpectrum, false),
        ] {
            let (found, doubt) = Kind::decided(said, Kind::from_name(said), &axes(names));
            assert_eq!((found, doubt.is_some()), (kind, doubted), "{said} {names:?}");
        }
        assert_eq!(Kind::by_axes(&stack[..0]), None);
    }
}
