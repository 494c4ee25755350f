//! The sense of the light's circular polarization.

use crate::image::{Image, Value};

/// The metadata entry with the polarization of the light.
pub const KEY: &str = "collection.polarization.value";

/// The sign of the light's polarization: 1, -1, or 0 where the metadata do not tell (no entry, NaN, no single number).
/// The amount is not looked at: PolLux writes 0.2 for a full turn of its orbit bump.
pub fn polarization(image: &Image) -> i32 {
    let number = image.own_metadata().value(KEY).and_then(single_number).unwrap_or(0.0);
    i32::from(number > 0.0) - i32::from(number < 0.0)
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
        let mut image = Image::new(alloc::zeros::<u8>(&[1, 1]).unwrap());
        image.own_metadata_mut().insert(KEY, value.into());
        polarization(&image)
    }

    fn array(data: impl Into<Data>) -> Value {
        MaskedArray::from(data.into()).into()
    }

    #[test]
    fn only_the_sign_of_a_single_number_counts() {
        for (number, sign) in [(0.2, 1), (-0.2, -1), (3.0, 1), (0.0, 0), (-0.0, 0), (f64::NAN, 0), (-f64::INFINITY, -1)]
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
            assert_eq!(of(other), 0);
        }
        assert_eq!(polarization(&Image::new(alloc::zeros::<u8>(&[1, 1]).unwrap())), 0);
    }
}
