//! The text form of typed metadata: a type in LabVIEW's words and a value in Python's literal syntax, as in
//! the image files of the Python package (`key{type}=value`).
//!
//! | file | what |
//! |---|---|
//! | `number` | numbers as Python and numpy print them |
//! | `array` | arrays as numpy prints them |
//! | `time` | ISO 8601 and `datetime.datetime(...)` |
//! | `literal` | the reader of literals |

mod array;
mod literal;
mod number;
mod time;

use super::{ArrayValue, Value};
use crate::array::DType;
use crate::context::{Error, Result, Status};
use std::fmt::Write;

/// Values nested deeper than this are not read and not written.
pub(crate) const MAX_DEPTH: usize = 64;

/// The name of a value's type, as written in braces after the key.
///
/// ```
/// use stoner::image::{Value, metadata::text};
/// let value = Value::Tuple(vec![Value::Int(1), Value::Float(2.5)]);
/// assert_eq!(text::type_name(&value), "Cluster (I32,Double Float)");
/// ```
pub fn type_name(value: &Value) -> String {
    type_name_at(value, 0)
}

fn type_name_at(value: &Value, depth: usize) -> String {
    let cluster = |values: &mut dyn Iterator<Item = &Value>| {
        if depth > MAX_DEPTH {
            return "Cluster ()".to_owned();
        }
        format!("Cluster ({})", values.map(|v| type_name_at(v, depth + 1)).collect::<Vec<_>>().join(","))
    };
    match value {
        Value::None => "Void".to_owned(),
        Value::Bool(_) => "Boolean".to_owned(),
        Value::Int(_) => "I32".to_owned(),
        Value::Float(_) => "Double Float".to_owned(),
        Value::Complex(_) => "Invalid Type".to_owned(),
        Value::String(_) | Value::Bytes(_) => "String".to_owned(),
        Value::Timestamp(_) => "Timestamp".to_owned(),
        Value::List(_) => "List".to_owned(),
        Value::Tuple(values) => cluster(&mut values.iter()),
        Value::Cluster(values) => cluster(&mut values.iter().map(|(_, e)| &e.value)),
        Value::Array(array) => {
            let element = match &**array {
                ArrayValue::Stored(a) if a.dtype() != DType::F64 => "Invalid Type",
                _ => "Double Float",
            };
            format!("{}D Array ({element})", array.shape().len())
        }
    }
}

/// The value as text. A string is unchanged, everything else is a Python literal. Arrays are written in full, with
/// enough digits to restore the same values.
///
/// # Errors
/// [`Status::NoMemory`]; [`Status::Unsupported`] when values are nested too deeply.
pub fn to_text(value: &Value) -> Result<String> {
    let mut out = String::new();
    match value {
        Value::String(text) => append(&mut out, text)?,
        value => write_literal(&mut out, value, 0)?,
    }
    Ok(out)
}

/// The entry as written in files: `key{type}=value`.
///
/// # Errors
/// As [`to_text`].
pub fn export(key: &str, value: &Value) -> Result<String> {
    Ok(format!("{key}{{{}}}={}", type_name(value), to_text(value)?))
}

/// Reads `key{type}=value`. Without a type the value's form decides.
///
/// # Errors
/// [`Status::Format`] when there is no `=`.
pub fn parse_line(line: &str) -> Result<(String, Value)> {
    if let Some((head, value)) = line.split_once("}=")
        && let Some((key, kind)) = head.rsplit_once('{')
    {
        return Ok((key.to_owned(), import_value(kind, value)));
    }
    let Some((key, value)) = line.split_once('=') else {
        let shown: String = line.chars().take(40).collect();
        return Err(Error::new(
            Status::Format,
            format!("'{shown}' is not a metadata entry of the form key{{type}}=value"),
        ));
    };
    Ok((key.to_owned(), guess(value)))
}

/// Splits `key{type}`, the form of a PNG keyword.
pub(crate) fn split_key(keyword: &str) -> (&str, Option<&str>) {
    match keyword.strip_suffix('}').and_then(|head| head.rsplit_once('{')) {
        Some((key, kind)) => (key, Some(kind)),
        None => (keyword, None),
    }
}

/// The value of a text under a type's name. A text that does not fit its type stays a string, so that nothing is lost;
/// an array that was shortened with `...` is [`Value::None`].
pub fn import_value(kind: &str, text: &str) -> Value {
    let kind = kind.trim();
    let string = || Value::String(text.to_owned());
    if kind.eq_ignore_ascii_case("String") {
        return string();
    }
    if kind.eq_ignore_ascii_case("Void") {
        return Value::None;
    }
    let trimmed = text.trim();
    if kind.eq_ignore_ascii_case("Boolean") {
        return match trimmed {
            "True" | "true" | "TRUE" | "1" => Value::Bool(true),
            "False" | "false" | "FALSE" | "0" | "" => Value::Bool(false),
            _ => string(),
        };
    }
    if kind.eq_ignore_ascii_case("Timestamp") {
        return match literal::parse(trimmed) {
            Some(value @ Value::Timestamp(_)) => value,
            _ if time::Instant::from_iso(trimmed).is_some() => Value::Timestamp(trimmed.to_owned()),
            _ => string(),
        };
    }
    let value = literal::parse(trimmed);
    if is_integer_name(kind) {
        return value.filter(|v| matches!(v, Value::Int(_) | Value::Float(_))).unwrap_or_else(string);
    }
    if kind.to_ascii_lowercase().ends_with("float") || kind.eq_ignore_ascii_case("EXTENDED") {
        return value.as_ref().and_then(Value::as_f64).map_or_else(string, Value::Float);
    }
    if kind.contains("D Array") {
        // A list that is read where an array is promised becomes one.
        return match value {
            Some(Value::List(items) | Value::Tuple(items)) => {
                literal::array_of(&items, None).unwrap_or(Value::List(items))
            }
            Some(value) => value,
            None => string(),
        };
    }
    value.unwrap_or_else(string)
}

/// The value of a text without a type.
pub(crate) fn guess(text: &str) -> Value {
    let trimmed = text.trim();
    match literal::parse(trimmed) {
        Some(value) => value,
        None if trimmed.len() >= 19 && time::Instant::from_iso(trimmed).is_some() => {
            Value::Timestamp(trimmed.to_owned())
        }
        None => Value::String(text.to_owned()),
    }
}

/// The value of a text under a type's name, or, without one, by its form.
///
/// # Errors
/// [`Status::InvalidArgument`] when the text is not of that type.
pub fn import(kind: Option<&str>, text: &str) -> Result<Value> {
    let Some(kind) = kind else { return Ok(guess(text)) };
    match import_value(kind, text) {
        Value::String(_) if !kind.trim().eq_ignore_ascii_case("String") => {
            let shown: String = text.chars().take(40).collect();
            Err(Error::argument("value", format!("'{shown}'"), format!("the text of a value of type {kind}")))
        }
        value => Ok(value),
    }
}

/// Whether a text is a date and time in ISO 8601.
pub fn is_timestamp(text: &str) -> bool {
    time::Instant::from_iso(text).is_some()
}

fn is_integer_name(kind: &str) -> bool {
    let digits = kind.strip_prefix(['I', 'U', 'i', 'u']).unwrap_or("");
    ["8", "16", "32", "64"].contains(&digits)
}

/// Appends; an error if memory runs out.
fn append(out: &mut String, text: &str) -> Result<()> {
    out.try_reserve(text.len())
        .map_err(|_| Error::new(Status::NoMemory, format!("a text of {} bytes could not be extended", out.len())))?;
    out.push_str(text);
    Ok(())
}

fn write_literal(out: &mut String, value: &Value, depth: usize) -> Result<()> {
    if depth > MAX_DEPTH {
        return Err(Error::new(
            Status::Unsupported,
            format!("a metadata value is nested deeper than {MAX_DEPTH} levels: it has no text form"),
        ));
    }
    let each = |out: &mut String, values: &[Value]| {
        for (i, value) in values.iter().enumerate() {
            append(out, if i > 0 { ", " } else { "" })?;
            write_literal(out, value, depth + 1)?;
        }
        Ok::<(), Error>(())
    };
    match value {
        Value::None => append(out, "None"),
        Value::Bool(true) => append(out, "True"),
        Value::Bool(false) => append(out, "False"),
        Value::Int(i) => append(out, &i.to_string()),
        Value::Float(x) => append(out, &number::float(*x)),
        Value::Complex(z) => append(out, &number::complex(*z)),
        Value::String(text) => append(out, &quoted(text)),
        Value::Bytes(bytes) => append(out, &quoted_bytes(bytes)),
        Value::Timestamp(iso) => match time::Instant::from_iso(iso) {
            Some(instant) => append(out, &instant.to_python()),
            None if depth == 0 => append(out, iso),
            None => append(out, &quoted(iso)),
        },
        Value::Array(array) => array::write(out, &array.to_array()?),
        Value::List(values) => {
            append(out, "[")?;
            each(out, values)?;
            append(out, "]")
        }
        Value::Tuple(values) => {
            append(out, "(")?;
            each(out, values)?;
            append(out, if values.len() == 1 { ",)" } else { ")" })
        }
        Value::Cluster(values) => {
            append(out, "{")?;
            for (i, (key, entry)) in values.iter().enumerate() {
                append(out, if i > 0 { ", " } else { "" })?;
                append(out, &quoted(key))?;
                append(out, ": ")?;
                write_literal(out, &entry.value, depth + 1)?;
            }
            append(out, "}")
        }
    }
}

/// A string in Python's quotes: single ones, unless it holds single and no double ones.
pub(crate) fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => {
                out.push('\\');
                out.push(c);
            }
            c if (c as u32) < 0x20 || (0x7F..0xA1).contains(&(c as u32)) || c == '\u{AD}' => {
                write!(out, "\\x{:02x}", c as u32).expect("a string takes everything");
            }
            c => out.push(c),
        }
    }
    out.push(quote);
    out
}

fn quoted_bytes(bytes: &[u8]) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { b'"' } else { b'\'' };
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push('b');
    out.push(quote as char);
    for &b in bytes {
        match b {
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            b if b == quote => {
                out.push('\\');
                out.push(b as char);
            }
            0x20..0x7F => out.push(b as char),
            b => write!(out, "\\x{b:02x}").expect("a string takes everything"),
        }
    }
    out.push(quote as char);
    out
}

#[cfg(test)]
mod tests;
