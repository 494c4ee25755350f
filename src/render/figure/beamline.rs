//! The line of text that says how a scan was taken.

use crate::image::conditions::{self, Condition};
use crate::image::{Image, Quantity, units};
use crate::render::ticks;

/// Energy, polarization and dwell of one frame, as far as an image's metadata have them, in the units that they have there.
pub(super) fn line(image: &Image, frame: usize) -> String {
    let metadata = image.own_metadata();
    let frames = if image.ndim() == 3 { image.shape()[0] } else { 1 };
    let mut parts = Vec::new();
    if let Some(energy) = conditions::energy(metadata) {
        // A spectrum of an image's rows, or the mean of a stack, has many energies: from the least to the greatest.
        let shown = match energy.of_frame(frame, frames) {
            Some(value) => Some(format!("{value:.2}")),
            None if frames == 1 => Some(energy.range()).map(|[low, high]| format!("{low:.2} to {high:.2}")),
            None => None,
        };
        parts.extend(shown.map(|shown| match energy.unit.as_deref() {
            Some(unit) => format!("{shown} {}", units::canonical(unit)),
            None => format!("energy {shown}"),
        }));
    }
    let polarization = conditions::quantity(metadata, None, Quantity::Polarization);
    let sign = match polarization.and_then(|p| p.of_frame(frame, frames)) {
        Some(p) => Some(i32::from(p > 0.0) - i32::from(p < 0.0)),
        None => metadata.contains(conditions::POLARIZATION).then_some(0),
    };
    parts.extend(sign.map(|sign| match sign {
        1 => "polarization +".to_owned(),
        -1 => "polarization −".to_owned(),
        _ => "polarization 0".to_owned(),
    }));
    if let Some((dwell, value)) = conditions::dwell(metadata).and_then(|d| d.of_frame(frame, frames).map(|v| (d, v))) {
        parts.push(time(&dwell, value));
    }
    parts.join("   ·   ")
}

/// A dwell; short times in milliseconds, where it is in seconds.
fn time(dwell: &Condition, value: f64) -> String {
    let (value, unit) = match dwell.unit.as_deref() {
        Some("s" | "sec" | "second" | "seconds") if value < 0.1 => (value * 1e3, "ms"),
        unit => (value, unit.unwrap_or_default()),
    };
    let number = match (value * 1e3).round() / 1e3 {
        0.0 if value != 0.0 => format!("{value:.3e}").replace('-', "−"),
        rounded => ticks::number(rounded, 3).trim_end_matches('0').trim_end_matches('.').to_owned(),
    };
    format!("dwell {number} {}", units::canonical(unit)).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::{MaskedArray, alloc};
    use crate::image::{Entry, Value};

    fn set(image: &mut Image, key: &str, value: impl Into<Value>, unit: Option<&str>) {
        image.own_metadata_mut().insert(key, Entry { value: value.into(), unit: unit.map(str::to_owned) });
    }

    fn numbers(values: &[f64]) -> Value {
        Value::from(MaskedArray::from(alloc::from_vec(&[values.len()], values.to_vec()).unwrap()))
    }

    #[test]
    fn a_scan_says_how_it_was_taken() {
        let mut image = Image::new(alloc::zeros::<f64>(&[2, 2]).unwrap());
        assert_eq!(line(&image, 0), "");
        set(&mut image, "counter0.energy", 781.25, Some("eV"));
        set(&mut image, "collection.polarization.value", -0.2, None);
        set(&mut image, "counter0.count_time", 0.02, Some("s"));
        assert_eq!(line(&image, 0), "781.25 eV   ·   polarization −   ·   dwell 20 ms");
    }

    #[test]
    fn units_are_those_of_the_file_or_none() {
        for (energy, unit, dwell, time_unit, expected) in [
            (0.78125, Some("keV"), 20.0, Some("ms"), "0.78 keV   ·   dwell 20 ms"),
            (781.25, None, 0.02, None, "energy 781.25   ·   dwell 0.02"),
            (781.25, Some("eV"), 500.0, Some("us"), "781.25 eV   ·   dwell 500 us"),
            (781.25, Some("eV"), 1.5, Some("s"), "781.25 eV   ·   dwell 1.5 s"),
            (781.25, Some("eV"), 1e-5, None, "781.25 eV   ·   dwell 1.000e−5"),
        ] {
            let mut image = Image::new(alloc::zeros::<f64>(&[2, 2]).unwrap());
            set(&mut image, "counter0.energy", energy, unit);
            set(&mut image, "counter0.count_time", dwell, time_unit);
            assert_eq!(line(&image, 0), expected);
        }
    }

    #[test]
    fn a_frame_has_its_own_energy_and_dwell() {
        let mut stack = Image::new(alloc::zeros::<f64>(&[3, 2, 2]).unwrap());
        set(&mut stack, "counter0.energy", numbers(&[280.0, 284.5, 320.0]), Some("eV"));
        set(&mut stack, "counter0.count_time", numbers(&[0.01, 0.02, 0.5]), Some("s"));
        let lines = [0, 1, 2].map(|frame| line(&stack, frame));
        assert_eq!(
            lines,
            ["280.00 eV   ·   dwell 10 ms", "284.50 eV   ·   dwell 20 ms", "320.00 eV   ·   dwell 0.5 s"]
        );
        // As many energies as frames, or they are no frame's.
        set(&mut stack, "counter0.energy", numbers(&[280.0, 284.5]), Some("eV"));
        assert_eq!(line(&stack, 1), "dwell 20 ms");
        // One image of several energies.
        let mut spectrum = Image::new(alloc::zeros::<f64>(&[2, 2]).unwrap());
        set(&mut spectrum, "counter0.energy", numbers(&[280.0, 284.5]), Some("eV"));
        assert_eq!(line(&spectrum, 0), "280.00 to 284.50 eV");
    }
}
