//! The line of text that says how a scan was taken.

use crate::image::{Metadata, Value};
use crate::render::ticks;

/// Energy, polarization and dwell, as far as a scan's metadata have them.
pub(super) fn line(metadata: &Metadata) -> String {
    let number = |keys: &[&str]| keys.iter().find_map(|key| metadata.value(key).and_then(first_number));
    let mut parts = Vec::new();
    if let Some(energy) = number(&["counter0.energy", "collection.energy.value", "energy", "photon_energy"]) {
        parts.push(format!("{energy:.2} eV"));
    }
    if let Some(polarization) = number(&["collection.polarization.value", "polarization"]) {
        parts.push(match polarization {
            p if p > 0.0 => "polarization +".to_owned(),
            p if p < 0.0 => "polarization −".to_owned(),
            _ => "polarization 0".to_owned(),
        });
    }
    if let Some(dwell) = number(&["counter0.count_time", "count_time", "dwell"]) {
        let (value, unit) = if dwell < 0.1 { (dwell * 1e3, "ms") } else { (dwell, "s") };
        parts.push(format!(
            "dwell {} {unit}",
            ticks::number((value * 1e3).round() / 1e3, 3).trim_end_matches('0').trim_end_matches('.')
        ));
    }
    parts.join("   ·   ")
}

/// A number, or the first of an array of numbers.
fn first_number(value: &Value) -> Option<f64> {
    match value {
        Value::Array(array) => array.to_array().ok()?.data().to_f64().ok()?.first().copied(),
        other => other.as_f64(),
    }
    .filter(|x| x.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scan_says_how_it_was_taken() {
        let mut metadata = Metadata::new();
        assert_eq!(line(&metadata), "");
        metadata.insert("counter0.energy", 781.25);
        metadata.insert("collection.polarization.value", -0.2);
        metadata.insert("counter0.count_time", 0.02);
        assert_eq!(line(&metadata), "781.25 eV   ·   polarization −   ·   dwell 20 ms");
    }
}
