//! The well-known quantities of a scan: one name and one unit for each, whatever the facility calls it in its files.
//!
//! The raw entries stay among the metadata under the facility's own keys. A key here is the whole path below the scan's
//! group, or, for what stands beside the pixels, the last part of it in the detector's group.

use super::units::canonical;

/// A well-known quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(i32)]
pub enum Quantity {
    /// The energy of the light.
    Energy = 1,
    /// The time for which a pixel was measured.
    Dwell = 2,
    /// The polarization of the light, in the facility's own numbers: 1 or 0.2 for circular light.
    Polarization = 3,
    /// The sense of the circular polarization: 1, -1, or 0 where it is not known.
    Helicity = 4,
    /// The current in the storage ring.
    RingCurrent = 5,
    /// The sample's position across the beam, horizontally.
    SampleX = 6,
    /// The sample's position across the beam, vertically.
    SampleY = 7,
    /// The zone plate's position along the beam.
    ZonePlate = 8,
}

/// What is known of one.
struct Known {
    quantity: Quantity,
    name: &'static str,
    unit: &'static str,
    /// Its names in the group of a detector.
    of_detector: &'static [&'static str],
    /// Its entries elsewhere, the best one first.
    keys: &'static [&'static str],
}

/// The names of the energy in the group of a detector.
pub const ENERGIES: &[&str] = &["energy", "photon_energy"];
/// The entry with the polarization of the light.
pub const POLARIZATION: &str = "collection.polarization.value";

const KNOWN: &[Known] = &[
    Known {
        quantity: Quantity::Energy,
        name: "energy",
        unit: "eV",
        of_detector: ENERGIES,
        keys: &["collection.energy.value", "instrument.monochromator.energy", "energy", "photon_energy"],
    },
    Known {
        quantity: Quantity::Dwell,
        name: "dwell",
        unit: "s",
        of_detector: &["count_time"],
        keys: &["count_time", "dwell"],
    },
    Known {
        quantity: Quantity::Polarization,
        name: "polarization",
        unit: "",
        of_detector: &["polarization", "epu_polarization"],
        keys: &[
            POLARIZATION,
            "instrument.epu.polarization",
            "instrument.motors.polarization",
            "motors.polarization",
            "polarization",
        ],
    },
    Known { quantity: Quantity::Helicity, name: "helicity", unit: "", of_detector: &[], keys: &[] },
    Known {
        quantity: Quantity::RingCurrent,
        name: "ring_current",
        unit: "mA",
        of_detector: &["ring_current"],
        keys: &["collection.beam_current.value", "instrument.source.current", "ring_current", "beam current"],
    },
    Known {
        quantity: Quantity::SampleX,
        name: "sample_x",
        unit: "µm",
        of_detector: &["sample_x"],
        keys: &["collection.sample_x.value", "sample_x"],
    },
    Known {
        quantity: Quantity::SampleY,
        name: "sample_y",
        unit: "µm",
        of_detector: &["sample_y"],
        keys: &["collection.sample_y.value", "sample_y"],
    },
    Known {
        quantity: Quantity::ZonePlate,
        name: "zone_plate",
        unit: "µm",
        of_detector: &["zone_plate"],
        keys: &["collection.zone_plate.value", "zone_plate"],
    },
];

/// Units in which files give a quantity, and how many of the table's unit one is.
const UNITS: &[(&str, &str, f64)] = &[
    ("eV", "keV", 1e3),
    ("eV", "ev", 1.0),
    ("s", "ms", 1e-3),
    ("s", "us", 1e-6),
    ("s", "µs", 1e-6),
    ("s", "ns", 1e-9),
    ("s", "sec", 1.0),
    ("s", "second", 1.0),
    ("s", "seconds", 1.0),
    ("mA", "A", 1e3),
    ("mA", "uA", 1e-3),
    ("mA", "µA", 1e-3),
    ("µm", "nm", 1e-3),
    ("µm", "mm", 1e3),
    ("µm", "m", 1e6),
];

impl Quantity {
    /// Every quantity, in the order of the numbers.
    pub fn all() -> impl Iterator<Item = Quantity> {
        KNOWN.iter().map(|known| known.quantity)
    }

    /// The quantity with this number.
    pub fn from_code(code: i32) -> Option<Quantity> {
        Quantity::all().find(|quantity| *quantity as i32 == code)
    }

    /// Its name, the same for all facilities.
    pub fn name(self) -> &'static str {
        self.known().name
    }

    /// Its unit, the same for all facilities; "" for a number without one.
    pub fn unit(self) -> &'static str {
        self.known().unit
    }

    /// Its names in a detector's group.
    pub fn of_detector(self) -> &'static [&'static str] {
        self.known().of_detector
    }

    /// Its entries elsewhere, the best one first.
    pub fn keys(self) -> &'static [&'static str] {
        self.known().keys
    }

    /// How many of its own unit one of this unit is; `None` where the two are not comparable.
    pub fn factor(self, unit: &str) -> Option<f64> {
        let unit = canonical(unit);
        if unit == self.unit() {
            return Some(1.0);
        }
        UNITS.iter().find(|(own, other, _)| *own == self.unit() && *other == unit).map(|(.., factor)| *factor)
    }

    fn known(self) -> &'static Known {
        // Each has its row: the test of this module looks at all of them.
        KNOWN.iter().find(|known| known.quantity == self).unwrap_or(&KNOWN[0])
    }
}

/// What an entry's key names: "energy" of "counter0.energy" and of "collection.energy.value".
pub fn name_in_key(key: &str) -> &str {
    let key = key.strip_suffix(".value").unwrap_or(key);
    key.rsplit('.').next().unwrap_or(key)
}

/// Whether the last part of a key is the name of something that each frame of a stack may have for itself.
pub fn may_be_of_frames(name: &str) -> bool {
    let of_frames = [Quantity::Energy, Quantity::Dwell, Quantity::Polarization];
    of_frames.iter().any(|quantity| quantity.name() == name || quantity.of_detector().contains(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_quantity_has_a_row_of_its_own() {
        for (i, known) in KNOWN.iter().enumerate() {
            assert_eq!(known.quantity as usize, i + 1);
            assert_eq!(known.quantity.name(), known.name);
            assert_eq!(Quantity::from_code(known.quantity as i32), Some(known.quantity));
            assert_eq!(known.quantity.factor(known.unit), Some(1.0));
        }
        assert_eq!(Quantity::from_code(0), None);
        assert_eq!(Quantity::from_code(KNOWN.len() as i32 + 1), None);
    }

    #[test]
    fn units_are_converted_where_they_are_known() {
        assert_eq!(Quantity::Energy.factor("keV"), Some(1e3));
        assert_eq!(Quantity::Dwell.factor("ms"), Some(1e-3));
        assert_eq!(Quantity::SampleX.factor("um"), Some(1.0));
        assert_eq!(Quantity::SampleX.factor("eV"), None);
        assert_eq!(Quantity::Energy.factor("furlong"), None);
    }
}
