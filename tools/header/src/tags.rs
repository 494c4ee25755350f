//! The tags of parameters: `@param weight [real; default 0.1; min 0] how much is smoothed`. `docs/interface.md` lists them.

use crate::model::Size;
use serde_json::{Map, Value, json};

/// Kinds of numbers, texts and memory, with the unit that follows from a kind.
const KINDS: &[(&str, Option<&str>)] = &[
    ("bool", None),
    ("enum", None),
    ("integer", None),
    ("real", None),
    ("count", None),
    ("index", None),
    ("axis", None),
    ("axes", None),
    ("order", None),
    ("degree", None),
    ("bits", None),
    ("status", None),
    ("pixels", Some("pixel")),
    ("point", Some("pixel")),
    ("box", Some("pixel")),
    ("angle", Some("radian")),
    ("fraction", None),
    ("factor", None),
    ("value", None),
    ("scalar", None),
    ("shape", None),
    ("strides", Some("byte")),
    ("bytes", Some("byte")),
    ("mask", None),
    ("data", None),
    ("text", None),
    ("path", None),
    ("key", None),
    ("name", None),
    ("image", None),
    ("images", None),
    ("table", None),
    ("scan", None),
    ("live", None),
    ("metadata", None),
    ("options", None),
    ("callback", None),
    ("user", None),
];

/// What a tag says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    pub kind: String,
    pub enumeration: Option<String>,
    pub unit: Option<String>,
    pub default: Option<Value>,
    pub unset: Option<Value>,
    /// The constant that C has for the number 0, where 0 means the default.
    pub zero: Option<String>,
    pub range: Map<String, Value>,
    pub optional: bool,
    /// Although C takes NULL, a caller has to say it.
    pub required: bool,
    pub size: Option<Size>,
    pub decides: Option<String>,
    pub imaginary_of: Option<String>,
    pub keyword: Option<String>,
    /// The parameter that says of which dtype a scalar is.
    pub dtype_of: Option<String>,
    /// Whose description holds: a function, or a function's parameter.
    pub same_as: Option<String>,
}

/// The tag at the beginning of a parameter's text, and the text behind it.
pub fn split(text: &str) -> Result<Option<(Tag, String)>, String> {
    let Some(inner) = text.strip_prefix('[') else { return Ok(None) };
    let (tag, rest) = inner.split_once(']').ok_or_else(|| format!("the tag is not closed: {text}"))?;
    Ok(Some((parse(tag)?, rest.trim_start().to_owned())))
}

fn parse(text: &str) -> Result<Tag, String> {
    let mut tag = Tag::default();
    for (position, part) in text.split(';').map(str::trim).enumerate() {
        let (word, value) = part.split_once(' ').unwrap_or((part, ""));
        let value = value.trim();
        match (position, word) {
            (0, "as") => tag.same_as = Some(value.to_owned()),
            (0, "enum") => (tag.kind, tag.enumeration) = ("enum".into(), Some(value.to_owned())),
            (0, "dtype") => (tag.kind, tag.enumeration) = ("enum".into(), Some("Dtype".into())),
            (0, "boundary") => (tag.kind, tag.enumeration) = ("enum".into(), Some("Mode".into())),
            (0, "order") => {
                (tag.kind, tag.enumeration) = ("order".into(), Some("Interpolation".into()));
                (tag.unset, tag.zero) = (Some(json!(0)), Some("STONER_INTERPOLATION_NEAREST".into()));
            }
            (0, kind) => {
                let (_, unit) =
                    KINDS.iter().find(|known| known.0 == kind).ok_or_else(|| format!("there is no kind `{kind}`"))?;
                (tag.kind, tag.unit) = (kind.to_owned(), unit.map(str::to_owned));
            }
            (_, "default") => tag.default = Some(parse_value(value)),
            (_, "unset") => tag.unset = Some(parse_value(value)),
            (_, "zero") => tag.zero = Some(value.to_owned()),
            (_, "min" | "max" | "above" | "below") => {
                tag.range.insert(word.to_owned(), number(value).ok_or_else(|| format!("{word} {value}: no number"))?);
            }
            (_, "optional") => tag.optional = true,
            (_, "required") => (tag.optional, tag.required) = (true, true),
            (_, "unit") => tag.unit = Some(value.to_owned()),
            (_, "size") => tag.size = Some(parse_size(value)),
            (_, "per") => tag.size = Some(Size::Per(value.to_owned())),
            (_, "decides") => tag.decides = Some(value.to_owned()),
            (_, "imaginary") => tag.imaginary_of = Some(value.trim_start_matches("of ").to_owned()),
            (_, "of") => tag.dtype_of = Some(value.to_owned()),
            (_, "keyword") => tag.keyword = Some(value.to_owned()),
            _ => return Err(format!("the tag has no part `{part}`")),
        }
    }
    Ok(tag)
}

fn parse_size(text: &str) -> Size {
    text.parse().map_or_else(|_| Size::Parameter(text.to_owned()), Size::Fixed)
}

fn number(text: &str) -> Option<Value> {
    text.parse::<i64>().map(Value::from).ok().or_else(|| text.parse::<f64>().ok().map(Value::from))
}

/// A number, `true`, `false`, `none`, `NULL`, `NaN`, numbers with commas between, a constant, or a text in quotes.
fn parse_value(text: &str) -> Value {
    match text {
        "none" | "NULL" => Value::Null,
        "true" => json!(true),
        "false" => json!(false),
        "NaN" => json!("NaN"),
        _ if text.contains(", ") => Value::Array(text.split(", ").map(parse_value).collect()),
        _ => number(text).unwrap_or_else(|| json!(text.trim_matches('"'))),
    }
}

/// A value as the C header writes it.
fn written(value: &Value) -> String {
    match value {
        Value::Null => "NULL".into(),
        Value::Bool(value) => i32::from(*value).to_string(),
        Value::Array(values) => values.iter().map(written).collect::<Vec<_>>().join(" and "),
        Value::String(text) if text == "NaN" || text.starts_with("STONER_") => text.clone(),
        Value::String(text) => format!("\"{text}\""),
        other => other.to_string(),
    }
}

/// A range in words. Where C has a constant for 0 that is said.
pub fn range(range: &Map<String, Value>, zero: Option<&str>) -> Vec<String> {
    let end = |word| range.get(word).map(written);
    let low = zero.map(|zero| format!("{zero} for 0, 1")).or_else(|| end("min"));
    let both = match (low, end("max")) {
        (Some(low), Some(high)) => Some(format!("{low} to {high}")),
        (Some(low), None) => Some(format!("{low} or more")),
        (None, Some(high)) => Some(format!("at most {high}")),
        (None, None) => None,
    };
    let above = end("above").map(|low| format!("above {low}"));
    let below = end("below").map(|high| format!("below {high}"));
    both.into_iter().chain(above).chain(below).collect()
}

/// The comment of a parameter: its text, its range, its default.
pub fn comment(doc: &str, tag: &Tag) -> String {
    let mut parts: Vec<String> = Vec::new();
    if !doc.is_empty() {
        parts.push(doc.trim_end_matches('.').to_owned());
    }
    parts.extend(range(&tag.range, tag.zero.as_deref().filter(|_| tag.enumeration.is_none())));
    match (&tag.default, &tag.unset) {
        (None | Some(Value::Null), _) => {}
        (Some(default), Some(unset)) if unset != default => {
            parts.push(format!("{}: {}", written(unset), written(default)));
        }
        (Some(default), _) => parts.push(format!("default {}", written(default))),
    }
    // Alone a text keeps its full stop.
    if parts.len() == 1 && !doc.is_empty() { doc.to_owned() } else { parts.join("; ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_read() {
        let (tag, text) = split("[real; default 4; unset 0; min 0.5] where it ends").unwrap().unwrap();
        assert_eq!((tag.kind.as_str(), text.as_str()), ("real", "where it ends"));
        assert_eq!((tag.default.clone(), tag.unset.clone()), (Some(json!(4)), Some(json!(0))));
        assert_eq!(comment(&text, &tag), "where it ends; 0.5 or more; 0: 4");
        let (pair, text) = split("[pixels; size 2; optional; default 2, 2; unset NULL] widths.").unwrap().unwrap();
        assert_eq!(pair.size, Some(Size::Fixed(2)));
        assert_eq!(comment(&text, &pair), "widths; NULL: 2 and 2");
        assert_eq!(split("no tag").unwrap(), None);
    }

    #[test]
    fn what_a_tag_does_not_have_is_named() {
        assert_eq!(split("[reel] x").unwrap_err(), "there is no kind `reel`");
        assert_eq!(split("[real; defualt 1] x").unwrap_err(), "the tag has no part `defualt 1`");
        assert_eq!(split("[real; min few] x").unwrap_err(), "min few: no number");
        assert!(split("[real").unwrap_err().starts_with("the tag is not closed"));
    }
}
