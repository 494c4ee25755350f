//! The classes that NeXus knows for groups of an instrument or a sample. Scans name others too, which no validator accepts.

/// What follows `NX`, in the order of letters.
const KNOWN: &[&str] = &[
    "aperture",
    "attenuator",
    "beam",
    "beam_stop",
    "bending_magnet",
    "capillary",
    "cite",
    "collection",
    "collimator",
    "crystal",
    "cylindrical_geometry",
    "detector",
    "detector_group",
    "detector_module",
    "disk_chopper",
    "environment",
    "event_data",
    "fermi_chopper",
    "filter",
    "flipper",
    "fresnel_zone_plate",
    "geometry",
    "grating",
    "guide",
    "insertion_device",
    "instrument",
    "log",
    "mirror",
    "moderator",
    "monitor",
    "monochromator",
    "note",
    "off_geometry",
    "orientation",
    "pinhole",
    "polarizer",
    "positioner",
    "reflections",
    "sample",
    "sample_component",
    "sensor",
    "shape",
    "slit",
    "source",
    "transformations",
    "translation",
    "user",
    "velocity_selector",
    "xraylens",
];

/// Whether a group of the file may say that it is of this class.
pub fn is_known(class: &str) -> bool {
    class.strip_prefix("NX").is_some_and(|name| KNOWN.binary_search(&name).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_in_order_and_found() {
        assert!(KNOWN.is_sorted());
        assert!(["NXsource", "NXaperture", "NXxraylens"].into_iter().all(is_known));
        assert!(!["NXbendmagnet", "source", "NX", "NXentry", ""].into_iter().any(is_known));
    }
}
