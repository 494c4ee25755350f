//! JSON as metadata.

use crate::array::{MaskedArray, alloc};
use crate::image::{Metadata, Value};
use serde_json::Value as Json;

/// JSON as a value of metadata.
pub(in crate::ffi) fn value_of(json: &Json) -> Value {
    match json {
        Json::Null => Value::None,
        Json::Bool(value) => Value::Bool(*value),
        Json::Number(number) => match (number.as_i64(), number.as_u64()) {
            (Some(integer), _) => Value::Int(integer),
            // Exact as an array of one, as it is read from files.
            (None, Some(integer)) => one(integer),
            (None, None) => Value::Float(number.as_f64().unwrap_or(f64::NAN)),
        },
        Json::String(text) => Value::String(text.clone()),
        Json::Array(values) => Value::List(values.iter().map(value_of).collect()),
        Json::Object(values) => {
            let mut cluster = Metadata::new();
            for (key, value) in values {
                cluster.insert(key, value_of(value));
            }
            Value::Cluster(cluster)
        }
    }
}

fn one(integer: u64) -> Value {
    let array = alloc::from_vec(&[1], vec![integer]).map(MaskedArray::from);
    array.map_or(Value::Float(integer as f64), Value::from)
}
