//! Calls of operations by name, with options by keyword: the functions in `operations_table.rs` are called with values of
//! metadata.

use super::core::operation::{Argument, Arguments, Fallback, Held, Kind, Number, Operation, Parameter, Zero};
use super::operations_table::OPERATIONS;
use super::types::STONER_EXTENT;
use crate::array::{MaskedArray, Scalar, elementwise};
use crate::context::{Error, Result, Status};
use crate::image::{Image, Metadata, Value};
use num_complex::Complex;
use serde_json::{Map, Value as Json, json};
use std::ffi::CString;

/// An operation with its arguments, ready to be called.
pub(super) struct Prepared {
    pub operation: &'static Operation,
    pub arguments: Arguments,
    /// The options with all their values, for `provenance`.
    pub options: Map<String, Json>,
}

impl Prepared {
    /// Puts an image with all that belongs to it in the place of an option's array.
    pub(super) fn replace(&mut self, option: &str, image: Image) -> Result<()> {
        if let Some(at) = self.operation.parameters.iter().position(|parameter| parameter.name == option) {
            self.arguments.0[at] = Argument::Image(Held::image(image)?);
        }
        Ok(())
    }
}

fn operation_named(name: &str) -> Result<&'static Operation> {
    OPERATIONS.iter().find(|known| known.name == name).ok_or_else(|| {
        let names: Vec<&str> = OPERATIONS.iter().map(|known| known.name).collect();
        Error::argument("operation", format!("{name:?}"), names.join(", "))
    })
}

/// The name of the first option that is an image.
pub(super) fn image_option(name: &str) -> Result<&'static str> {
    let mut parameters = operation_named(name)?.parameters.iter();
    let found = parameters.find(|parameter| parameter.kind == Kind::Image);
    found.map(|parameter| parameter.name).ok_or_else(|| {
        Error::new(Status::InvalidArgument, format!("{name} takes no other image; allowed for `other`: NULL"))
    })
}

/// Looks an operation up and makes its arguments of options.
pub(super) fn prepare(name: &str, options: &Metadata) -> Result<Prepared> {
    let operation = operation_named(name)?;
    let mut given: Vec<Option<&Value>> = vec![None; operation.parameters.len()];
    for (key, entry) in options.iter() {
        let known = |parameter: &Parameter| parameter.name == key || (parameter.keyword == key && !key.is_empty());
        let at = operation.parameters.iter().position(known).ok_or_else(|| unknown_option(operation, key))?;
        if given[at].replace(&entry.value).is_some() {
            let Parameter { name, keyword, .. } = operation.parameters[at];
            return Err(Error::new(
                Status::InvalidArgument,
                format!("{}: `{name}` and `{keyword}` are one option; both are given", operation.name),
            ));
        }
    }
    let mut arguments = Vec::new();
    for (parameter, value) in operation.parameters.iter().zip(&given) {
        let value = value.filter(|value| !matches!(value, Value::None));
        arguments.push(match value {
            Some(value) => argument(operation, parameter, value)?,
            None => fallback(operation, parameter)?,
        });
    }
    decide(operation, &given, &mut arguments);
    let options = operation
        .parameters
        .iter()
        .zip(&arguments)
        .filter_map(|(parameter, argument)| Some((parameter.name.to_owned(), said(parameter, argument)?)))
        .collect();
    Ok(Prepared { operation, arguments: Arguments(arguments), options })
}

fn options_of(operation: &Operation) -> String {
    let spelled = |parameter: &Parameter| match parameter.keyword {
        "" => parameter.name.to_owned(),
        keyword => format!("{} (or {keyword})", parameter.name),
    };
    let names: Vec<String> = operation.parameters.iter().map(spelled).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}

fn unknown_option(operation: &Operation, key: &str) -> Error {
    Error::new(
        Status::InvalidArgument,
        format!("{} has no option `{key}`; allowed: {}", operation.name, options_of(operation)),
    )
}

/// A value without its mode says the mode too.
fn decide(operation: &Operation, given: &[Option<&Value>], arguments: &mut [Argument]) {
    for (at, parameter) in
        operation.parameters.iter().enumerate().filter(|(_, parameter)| !parameter.decides.is_empty())
    {
        let value = operation.parameters.iter().position(|other| other.name == parameter.decides);
        let is_given = |at: usize| given[at].is_some_and(|value| !matches!(value, Value::None));
        if let Some((_, mode)) = parameter.words.iter().find(|(word, _)| *word == "value")
            && !is_given(at)
            && value.is_some_and(is_given)
        {
            arguments[at] = Argument::Int(*mode);
        }
    }
}

fn fallback(operation: &Operation, parameter: &Parameter) -> Result<Argument> {
    Ok(match (parameter.fallback, parameter.kind) {
        (Fallback::Required, _) => {
            let message = format!(
                "{}: `{}` is missing; the options are {}",
                operation.name,
                parameter.name,
                options_of(operation)
            );
            return Err(Error::new(Status::InvalidArgument, message));
        }
        (Fallback::Null, _) => Argument::Null,
        (Fallback::Int(value), Kind::Int32s) => Argument::Int32s(vec![value as i32]),
        (Fallback::Int(value), _) => Argument::Int(value),
        (Fallback::Real(value), _) => Argument::Real(value),
    })
}

/// The value of an option as an argument.
fn argument(operation: &Operation, parameter: &Parameter, value: &Value) -> Result<Argument> {
    let wrong = |needed: &str| {
        let found = value.as_str().map_or_else(|| value.type_name().to_owned(), |text| format!("{text:?}"));
        Error::new(
            Status::InvalidArgument,
            format!("{}: `{}` is {found}; allowed: {needed}", operation.name, parameter.name),
        )
    };
    if let (Zero::Refused(allowed), Some(0.0)) = (parameter.zero, real(value)) {
        return Err(Error::argument(parameter.name, 0, allowed).during(operation.name));
    }
    Ok(match parameter.kind {
        Kind::Bool => match value {
            Value::Bool(value) => Argument::Int(i64::from(*value)),
            Value::Int(value @ (0 | 1)) => Argument::Int(*value),
            _ => return Err(wrong("true or false")),
        },
        Kind::Int32 | Kind::Int64 => {
            let number = match word(parameter, value) {
                Some(number) => Some(number),
                None => {
                    whole(value).map(|number| coded(parameter, number).ok_or_else(|| wrong("0 or more"))).transpose()?
                }
            };
            let fits = |number: &i64| parameter.kind == Kind::Int64 || i32::try_from(*number).is_ok();
            let words: Vec<&str> = parameter.words.iter().map(|(word, _)| *word).collect();
            let needed = match (words.is_empty(), parameter.zero) {
                (true, _) => "an integer".to_owned(),
                (false, Zero::Code(_)) => format!("an integer, {}", words.join(", ")),
                (false, _) => words.join(", "),
            };
            Argument::Int(number.filter(fits).ok_or_else(|| wrong(&needed))?)
        }
        Kind::Scalar => Argument::Scalar(scalar(value).ok_or_else(|| wrong("a number"))?),
        Kind::Real => Argument::Real(real(value).ok_or_else(|| wrong("a number"))?),
        Kind::Text => {
            let Value::String(text) = value else { return Err(wrong("text")) };
            Argument::Text(CString::new(text.as_str()).map_err(|_| wrong("text without NUL"))?)
        }
        Kind::Image => Argument::Image(Held::new(value).ok_or_else(|| wrong("an array: an image"))??),
        Kind::Images => {
            let (Value::List(values) | Value::Tuple(values)) = value else { return Err(wrong("a list of arrays")) };
            let held: Option<Result<Vec<Held>>> = values.iter().map(Held::new).collect();
            let held = held.ok_or_else(|| wrong("a list of arrays"))??;
            let handles = held.iter().map(|held| held.0.cast_const()).collect();
            Argument::Images { _held: held, handles }
        }
        kind => {
            let count = if parameter.size == 0 { "numbers".to_owned() } else { format!("{} numbers", parameter.size) };
            let needed = match kind {
                Kind::Reals => count,
                Kind::Flags => "a list of true or false".to_owned(),
                _ if parameter.words.is_empty() => format!("{count}, integers"),
                _ => parameter.words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", "),
            };
            numbers(parameter, value).ok_or_else(|| wrong(&needed))?
        }
    })
}

/// A number as C has it; None where C has it for another one.
fn coded(parameter: &Parameter, number: i64) -> Option<i64> {
    match parameter.zero {
        Zero::Code(code) if number == 0 => Some(code),
        Zero::Code(code) if number == code => None,
        _ => Some(number),
    }
}

/// A name of an enumeration as its number; the constant's name serves too.
fn word(parameter: &Parameter, value: &Value) -> Option<i64> {
    let text = value.as_str()?.to_lowercase().replace('-', "_");
    let found =
        parameter.words.iter().find(|(word, _)| *word == text || text.starts_with("stoner_") && ends(&text, word));
    found.map(|(_, number)| *number)
}

fn ends(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|start| start.ends_with('_'))
}

/// An integer, or a real number without a fraction that is exact.
fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Int(number) => Some(*number),
        Value::Float(number) if number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0 => Some(*number as i64),
        _ => None,
    }
}

/// A number of any dtype. An integer beyond int64 is an array of one, and a complex number may be a list of its two parts.
fn scalar(value: &Value) -> Option<Number> {
    match value {
        Value::Bool(flag) => Some(Number::Bool(*flag)),
        Value::Int(number) => Some(Number::Signed(*number)),
        Value::Complex(number) => Some(Number::Complex(*number)),
        Value::List(parts) | Value::Tuple(parts) => match &parts[..] {
            [re, im] => Some(Number::Complex(Complex::new(real(re)?, real(im)?))),
            _ => None,
        },
        Value::Array(array) if array.shape().iter().all(|&n| n == 1) => {
            match elementwise::item(&array.to_array().ok()?, 0) {
                (_, true) => None,
                (Scalar::Bool(flag), _) => Some(Number::Bool(flag)),
                (Scalar::Int(number), _) => i64::try_from(number)
                    .map(Number::Signed)
                    .or_else(|_| u64::try_from(number).map(Number::Unsigned))
                    .ok(),
                (Scalar::Float(number), _) => Some(Number::Real(number)),
                (Scalar::Complex(number), _) => Some(Number::Complex(number)),
            }
        }
        value => real(value).map(Number::Real),
    }
}

/// The elements of a real array, integers exact.
fn elements(array: &MaskedArray) -> Option<Vec<Value>> {
    let value = |place| match elementwise::item(array, place).0 {
        Scalar::Bool(flag) => Some(Value::Int(i64::from(flag))),
        Scalar::Int(number) => Some(i64::try_from(number).map_or(Value::Float(number as f64), Value::Int)),
        Scalar::Float(number) => Some(Value::Float(number)),
        Scalar::Complex(_) => None,
    };
    (0..array.len()).map(value).collect()
}

/// A number; JSON has no other way to say NaN and infinity than as text.
fn real(value: &Value) -> Option<f64> {
    match value {
        Value::Int(number) => Some(*number as f64),
        Value::Float(number) => Some(*number),
        Value::String(text) => match text.as_str() {
            "NaN" => Some(f64::NAN),
            "Infinity" => Some(f64::INFINITY),
            "-Infinity" => Some(f64::NEG_INFINITY),
            _ => None,
        },
        _ => None,
    }
}

/// Numbers in a row: a list, a tuple, an array, or one number for as many as there must be.
fn numbers(parameter: &Parameter, value: &Value) -> Option<Argument> {
    let values: Vec<Value> = match value {
        Value::List(values) | Value::Tuple(values) => values.clone(),
        Value::Array(array) => elements(&array.to_array().ok()?)?,
        one => vec![one.clone(); parameter.size.max(1)],
    };
    if parameter.size != 0 && values.len() != parameter.size {
        return None;
    }
    let wholes = || values.iter().map(|value| word(parameter, value).or_else(|| whole(value)));
    Some(match parameter.kind {
        Kind::Int32s => Argument::Int32s(wholes().map(|value| i32::try_from(value?).ok()).collect::<Option<_>>()?),
        Kind::Int64s => Argument::Int64s(wholes().collect::<Option<_>>()?),
        Kind::Box => {
            let edge = |value: &Value| if matches!(value, Value::None) { Some(STONER_EXTENT) } else { whole(value) };
            Argument::Int64s(values.iter().map(edge).collect::<Option<_>>()?)
        }
        Kind::Flags => {
            let flag = |value: &Value| match value {
                Value::Bool(value) => Some(u8::from(*value)),
                value => whole(value).map(|value| u8::from(value != 0)),
            };
            Argument::Flags(values.iter().map(flag).collect::<Option<_>>()?)
        }
        _ => {
            // No number among numbers is the default of one.
            let number = |value: &Value| if matches!(value, Value::None) { Some(f64::NAN) } else { real(value) };
            Argument::Reals(values.iter().map(number).collect::<Option<_>>()?)
        }
    })
}

/// An argument as JSON, from which the same argument is made again.
fn said(parameter: &Parameter, argument: &Argument) -> Option<Json> {
    let number = |value: f64| {
        let text = if value.is_nan() {
            "NaN"
        } else if value > 0.0 {
            "Infinity"
        } else {
            "-Infinity"
        };
        serde_json::Number::from_f64(value).map_or_else(|| json!(text), Json::Number)
    };
    let integer = |value: i64| {
        let known = parameter.words.iter().find(|(_, number)| *number == value);
        match (known, parameter.zero) {
            (Some((word, _)), _) => json!(word),
            (None, Zero::Code(code)) if value == code => json!(0),
            _ if value == STONER_EXTENT => Json::Null,
            _ => json!(value),
        }
    };
    Some(match argument {
        Argument::Null | Argument::Image(_) | Argument::Images { .. } => return None,
        Argument::Int(value) if parameter.kind == Kind::Bool => json!(*value != 0),
        Argument::Int(value) if parameter.kind == Kind::Real => number(*value as f64),
        Argument::Int(value) => integer(*value),
        Argument::Real(value) => number(*value),
        Argument::Int32s(values) => values.iter().map(|&value| integer(i64::from(value))).collect(),
        Argument::Int64s(values) => values.iter().map(|&value| integer(value)).collect(),
        Argument::Scalar(Number::Bool(value)) => json!(value),
        Argument::Scalar(Number::Signed(value)) => json!(value),
        Argument::Scalar(Number::Unsigned(value)) => json!(value),
        Argument::Scalar(Number::Real(value)) => number(*value),
        Argument::Scalar(Number::Complex(value)) => json!([number(value.re), number(value.im)]),
        Argument::Reals(values) => values.iter().map(|&value| number(value)).collect(),
        Argument::Flags(values) => values.iter().map(|&value| json!(value != 0)).collect(),
        Argument::Text(text) => json!(text.to_string_lossy()),
    })
}

#[cfg(test)]
mod tests {
    use super::super::core::json::value_of;
    use super::*;

    fn options(json: Json) -> Metadata {
        let Value::Cluster(options) = value_of(&json) else { panic!("no object") };
        options
    }

    fn fault(name: &str, json: Json) -> String {
        prepare(name, &options(json)).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn options_have_the_defaults_of_the_description() {
        let prepared = prepare("gaussian_filter", &options(json!({"sigma": 1.5, "mode": "wrap"}))).unwrap();
        let expected = json!({"sigma_xy": [1.5, 1.5], "mode_xy": ["wrap", "wrap"], "cval": 0.0, "truncate": 4.0});
        assert_eq!(Json::Object(prepared.options), expected);
        let sorted = prepare("sort", &options(json!({"fill_value": 3}))).unwrap();
        assert_eq!((&sorted.options["fill_mode"], &sorted.options["fill_value"]), (&json!("value"), &json!(3.0)));
    }

    #[test]
    fn what_was_said_makes_the_same_again() {
        for (name, given) in [
            ("rotate", json!({"angle": 0.1234567890123456, "center": [null, 3], "order": 2})),
            ("crop", json!({"box": [1, null, 0, 5]})),
            ("clip", json!({"max": 2})),
            ("clip", json!({"min": -9_007_199_254_740_993_i64, "max": u64::MAX})),
            ("filled", json!({"fill_value": u64::MAX - 1})),
            ("fill", json!({"value": [1.5, "NaN"]})),
            ("draw_line", json!({"x0": 0, "y0": 0, "x1": 1, "y1": 1, "value": true})),
            ("sort", json!({})),
        ] {
            let first = prepare(name, &options(given)).unwrap().options;
            let text = serde_json::to_string(&first).unwrap();
            let second = prepare(name, &options(serde_json::from_str(&text).unwrap())).unwrap().options;
            assert_eq!(first, second);
        }
    }

    #[test]
    fn the_number_0_is_what_people_mean_by_it() {
        let said = |name: &str, given: Json| Json::Object(prepare(name, &options(given)).unwrap().options);
        assert_eq!(said("rotate", json!({"angle": 1, "order": 0}))["order"], json!("nearest"));
        assert_eq!(said("rotate", json!({"angle": 1}))["order"], json!("default"));
        let degrees = said("level_image", json!({"poly_vert": 0}));
        assert_eq!((&degrees["poly_vert"], &degrees["poly_horiz"]), (&json!(0), &json!(1)));
    }

    #[test]
    fn wrong_options_are_named_with_what_there_is() {
        assert!(fault("rotat", json!({})).starts_with("`operation` is \"rotat\"; allowed: "));
        assert!(fault("rotat", json!({})).contains(", rotate, "));
        let unknown = fault("rotate", json!({"angel": 1}));
        assert!(
            unknown.starts_with("rotate has no option `angel`; allowed: angle, resize, centre_xy (or center)"),
            "{unknown}"
        );
        assert!(fault("rotate", json!({})).starts_with("rotate: `angle` is missing; the options are angle, "));
        assert_eq!(fault("rotate", json!({"angle": "far"})), "rotate: `angle` is \"far\"; allowed: a number");
        assert_eq!(
            fault("rotate", json!({"angle": 1, "clip": 2})),
            "rotate: `clip` is integer; allowed: true or false"
        );
        assert!(
            fault("rotate", json!({"angle": 1, "mode": "odd"}))
                .contains("`mode` is \"odd\"; allowed: default, constant")
        );
        assert_eq!(
            fault("rotate", json!({"angle": 1, "order": 1e30})),
            "rotate: `order` is float; allowed: an integer, default, nearest, linear, quadratic, cubic, quartic, quintic"
        );
        assert_eq!(
            fault("rotate", json!({"angle": 1, "order": 1i64 << 40})),
            "rotate: `order` is integer; allowed: an integer, default, nearest, linear, quadratic, cubic, quartic, quintic"
        );
        assert_eq!(fault("rotate", json!({"angle": 1, "order": -1})), "rotate: `order` is integer; allowed: 0 or more");
        assert_eq!(fault("denoise", json!({"weight": 0})), "denoise: `weight` is 0; allowed: above 0");
        assert_eq!(fault("crop", json!({"box": [1, 2]})), "crop: `box` is list; allowed: 4 numbers, integers");
        assert_eq!(
            fault("gaussian_filter", json!({"sigma": 1, "sigma_xy": 1})),
            "gaussian_filter: `sigma_xy` and `sigma` are one option; both are given"
        );
        assert_eq!(fault("cw", json!({"way": 1})), "cw has no option `way`; allowed: none");
    }
}
