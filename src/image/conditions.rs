//! The conditions of an image according to its metadata: energy, polarization, dwell.

use super::quantities::Quantity;
use super::{ArrayValue, Metadata, Value};

pub use super::quantities::POLARIZATION;

/// The amounts that beamlines write for circular light: its degree, and at PolLux 0.2 for the full tilt of the orbit.
const FULL: [f64; 2] = [1.0, 0.2];

/// How far an amount may be from one of those, as a fraction of it.
const NEAR: f64 = 0.05;

/// A condition: one value, or one for each frame.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// The metadata entry that gives it.
    pub key: String,
    /// At least one, and not all of them NaN.
    pub values: Vec<f64>,
    /// Their unit, where the entry has one.
    pub unit: Option<String>,
}

/// The energy of the light.
pub fn energy(metadata: &Metadata) -> Option<Condition> {
    quantity(metadata, None, Quantity::Energy)
}

/// The time for which a pixel was measured.
pub fn dwell(metadata: &Metadata) -> Option<Condition> {
    quantity(metadata, None, Quantity::Dwell)
}

/// A well-known quantity, as its entry gives it: that of a detector, or else of the scan.
pub fn quantity(metadata: &Metadata, detector: Option<&str>, quantity: Quantity) -> Option<Condition> {
    let class = |name: &str| name.strip_suffix(".NX_class").map(str::to_owned);
    let detectors = metadata.iter().filter(|(_, entry)| entry.value.as_str() == Some("NXdata"));
    let first = detector.map(str::to_owned).into_iter().chain(["counter0".to_owned()]);
    let detectors = first.chain(detectors.filter_map(|(key, _)| class(key)));
    let own =
        detectors.flat_map(|detector| quantity.of_detector().iter().map(move |name| format!("{detector}.{name}")));
    own.chain(quantity.keys().iter().map(|&key| key.to_owned())).find_map(|key| {
        let entry = metadata.get(&key)?;
        let values = numbers(&entry.value)?;
        values.iter().any(|x| x.is_finite()).then(|| Condition { key, values, unit: entry.unit.clone() })
    })
}

/// The numbers of a value: one, or those of a list or an array of rank 1.
pub fn numbers(value: &Value) -> Option<Vec<f64>> {
    match value {
        Value::Array(array) if matches!(**array, ArrayValue::Grid(_)) => None,
        Value::Array(array) => {
            let array = array.to_array().ok()?;
            (array.ndim() <= 1 && !array.dtype().is_complex() && !array.is_empty())
                .then(|| array.data().to_f64().ok().map(|values| values.iter().copied().collect()))
                .flatten()
        }
        Value::List(values) | Value::Tuple(values) => values.iter().map(Value::as_f64).collect(),
        Value::Int(_) | Value::Float(_) => value.as_f64().map(|x| vec![x]),
        _ => None,
    }
}

impl Condition {
    /// The value of one frame of so many: its own where there is one for each, the only one where there is one, and else
    /// none.
    pub fn of_frame(&self, frame: usize, frames: usize) -> Option<f64> {
        match self.values[..] {
            [one] => Some(one),
            _ if self.values.len() == frames => self.values.get(frame).copied(),
            _ => None,
        }
        .filter(|x| x.is_finite())
    }

    /// The least and the greatest value.
    pub fn range(&self) -> [f64; 2] {
        let finite = || self.values.iter().copied().filter(|x| x.is_finite());
        [finite().fold(f64::INFINITY, f64::min), finite().fold(f64::NEG_INFINITY, f64::max)]
    }
}

/// The sense of the light's circular polarization.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Polarization {
    /// 1, -1, or 0 if the metadata give none.
    pub sign: i32,
    /// A remark on an unusual entry.
    pub doubt: Option<String>,
}

/// The sign of the light's polarization, which is what counts: PolLux writes 0.2 for its full degree. 0 where the metadata
/// have no single number, or one that is not finite. An amount that is near none of those that are known is told.
pub fn polarization(metadata: &Metadata) -> Polarization {
    let Some(number) = metadata.value(POLARIZATION).and_then(single_number) else { return Polarization::default() };
    let sign = if number.is_finite() { i32::from(number > 0.0) - i32::from(number < 0.0) } else { 0 };
    let known = number == 0.0 || FULL.iter().any(|full| (number.abs() - full).abs() <= NEAR * full);
    let doubt = (!known).then(|| {
        let meaning = if sign == 0 { "it gives no polarization" } else { "only its sign is used" };
        format!("'{POLARIZATION}' is {number:?}, neither 0 nor near +-1 or +-0.2: {meaning}")
    });
    Polarization { sign, doubt }
}

/// A number, or the only element of an array, list or tuple of numbers.
fn single_number(value: &Value) -> Option<f64> {
    match value {
        Value::Int(_) | Value::Float(_) => value.as_f64(),
        Value::List(values) | Value::Tuple(values) if values.len() == 1 => single_number(&values[0]),
        Value::Array(array) if array.shape().iter().all(|&n| n == 1) => {
            let array = array.to_array().ok()?;
            if array.any_masked() || array.dtype().is_complex() || array.dtype() == crate::array::DType::Bool {
                return None;
            }
            array.data().to_f64().ok()?.iter().next().copied()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::{Data, MaskedArray, alloc};

    fn of(value: impl Into<Value>) -> i32 {
        told(value).sign
    }

    fn told(value: impl Into<Value>) -> Polarization {
        let mut metadata = Metadata::new();
        metadata.insert(POLARIZATION, value.into());
        polarization(&metadata)
    }

    fn array(data: impl Into<Data>) -> Value {
        MaskedArray::from(data.into()).into()
    }

    #[test]
    fn only_the_sign_of_a_single_number_counts() {
        for (number, sign) in [(0.2, 1), (-0.2, -1), (3.0, 1), (0.0, 0), (-0.0, 0), (f64::NAN, 0), (-f64::INFINITY, 0)]
        {
            assert_eq!(of(number), sign, "{number}");
            assert_eq!(of(array(alloc::full(&[1], number).unwrap())), sign, "{number}");
            assert_eq!(of(array(alloc::full(&[], number as f32).unwrap())), sign, "{number}");
            assert_eq!(of(Value::List(vec![number.into()])), sign, "{number}");
        }
        assert_eq!(of(-7i64), -1);
        assert_eq!(of(array(alloc::full(&[1, 1], -7i16).unwrap())), -1);
        assert_eq!(of(array(alloc::full(&[2], 1.0).unwrap())), 0);
        assert_eq!(of(array(alloc::zeros::<f64>(&[0]).unwrap())), 0);
        let masked = alloc::full(&[1], true).unwrap().into_shared();
        assert_eq!(of(MaskedArray::new(alloc::full(&[1], 1.0).unwrap(), Some(masked)).unwrap()), 0);
        for other in [Value::None, true.into(), "0.2".into(), Value::List(vec![]), Value::Tuple(vec!["1".into()])] {
            assert_eq!(told(other), Polarization::default());
        }
        assert_eq!(polarization(&Metadata::new()), Polarization::default());
    }

    #[test]
    fn an_amount_that_is_not_known_is_told() {
        for known in [0.0, -0.0, 1.0, -1.0, 0.2, -0.2, 0.199, 1.02, -0.97] {
            assert_eq!(told(known).doubt, None, "{known}");
        }
        for (odd, text) in [
            (1e-12, "1e-12"),
            (-1e-300, "-1e-300"),
            (0.5, "0.5"),
            (0.9, "0.9"),
            (7.0, "7.0"),
            (f64::INFINITY, "inf"),
            (f64::NAN, "NaN"),
        ] {
            let doubt = told(odd).doubt.unwrap();
            assert!(doubt.contains(&format!("is {text},")) && doubt.contains(POLARIZATION), "{doubt}");
        }
    }

    #[test]
    fn a_frame_has_its_own_energy() {
        let mut metadata = Metadata::new();
        metadata.insert("energy", 1.0);
        assert_eq!(energy(&metadata).unwrap().of_frame(3, 9), Some(1.0));
        metadata.insert("Counter1.NX_class", "NXdata");
        metadata.insert("Counter1.photon_energy", array(alloc::from_vec(&[3], vec![700.0, f64::NAN, 710.0]).unwrap()));
        let found = energy(&metadata).unwrap();
        assert_eq!(found.key, "Counter1.photon_energy");
        assert_eq!([0, 1, 2].map(|i| found.of_frame(i, 3)), [Some(700.0), None, Some(710.0)]);
        assert_eq!((found.of_frame(0, 2), found.range()), (None, [700.0, 710.0]));
        // One that is not a number tells nothing, and another entry is asked.
        metadata.insert("counter0.energy", f64::NAN);
        assert_eq!(energy(&metadata).unwrap().key, "Counter1.photon_energy");
        assert_eq!(dwell(&metadata), None);
    }
}
