//! Options in one text: `scale=4; method=scharr; box=[1, 9, null, null]`.

use super::core::json::value_of;
use crate::context::{Error, Result, Status};
use crate::image::metadata::{Metadata, Value, text};
use serde_json::{Deserializer, Value as Json};

const FORM: &str = "key=value; key=value, where a value is a word, a number, true, false, null, or JSON";

/// The options of a text. A value that begins with a quote, a bracket or a brace is JSON; any other ends before
/// the next semicolon and is text where it is no number, true, false or null.
pub(super) fn read(given: &str) -> Result<Metadata> {
    let wrong = |message: String| Error::new(Status::InvalidArgument, format!("`options`: {message}; allowed: {FORM}"));
    let mut rest = given.trim();
    let mut options = Metadata::new();
    while !rest.is_empty() {
        // Semicolons may stand doubled and at the end.
        if let Some(after) = rest.strip_prefix(';') {
            rest = after.trim_start();
            continue;
        }
        let end = rest.find([';', '=']).filter(|&at| rest.as_bytes()[at] == b'=');
        let Some(at) = end else {
            return Err(wrong(format!("\"{}\" has no value", rest.split(';').next().unwrap_or(rest).trim())));
        };
        let (key, value) = (rest[..at].trim(), rest[at + 1..].trim_start());
        if key.is_empty() {
            return Err(wrong("a value has no key before its =".into()));
        }
        if options.get(key).is_some() {
            return Err(wrong(format!("\"{key}\" is given twice")));
        }
        let (value, after) = value_at_start(value).map_err(|message| wrong(format!("\"{key}\" {message}")))?;
        if value.depth() > text::MAX_DEPTH {
            return Err(wrong(format!("\"{key}\" is nested more than {} levels deep", text::MAX_DEPTH)));
        }
        options.insert(key, value);
        rest = after.trim_start();
    }
    Ok(options)
}

/// The value that a text begins with, and what follows it: nothing or a semicolon.
fn value_at_start(text: &str) -> std::result::Result<(Value, &str), String> {
    if text.starts_with(['"', '[', '{']) {
        let mut values = Deserializer::from_str(text).into_iter::<Json>();
        let value = match values.next() {
            Some(Ok(value)) => value,
            Some(Err(error)) => return Err(format!("is no JSON: {error}")),
            None => return Err("has no value".into()),
        };
        let after = text[values.byte_offset()..].trim_start();
        if !after.is_empty() && !after.starts_with(';') {
            return Err(format!(
                "is followed by \"{}\" without a semicolon",
                after.split(';').next().unwrap_or(after).trim()
            ));
        }
        return Ok((value_of(&value), after));
    }
    let end = text.find(';').unwrap_or(text.len());
    let word = text[..end].trim();
    if word.is_empty() {
        return Err("has no value".into());
    }
    let value =
        serde_json::from_str(word).map_or_else(|_| Value::String(word.to_owned()), |json: Json| value_of(&json));
    Ok((value, &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn options(text: &str) -> Metadata {
        read(text).unwrap()
    }

    fn fault(text: &str) -> String {
        read(text).unwrap_err().to_string()
    }

    #[test]
    fn a_text_says_what_json_says() {
        let text = "scale=4; method = scharr;box=[1, 9, null, null] ; title=\"a; b = c\";do_shift=false;cval=NaN;\n\
                    title_args={\"loc\": \"left; right\"}; xlabel=5\" lens = wide;; none=null; big=18446744073709551615 ;";
        let Value::Cluster(wanted) = value_of(&json!({
            "scale": 4, "method": "scharr", "box": [1, 9, null, null], "title": "a; b = c", "do_shift": false, "cval": "NaN",
            "title_args": {"loc": "left; right"}, "xlabel": "5\" lens = wide", "none": null, "big": 18_446_744_073_709_551_615_u64,
        })) else {
            panic!("no object")
        };
        // An object of JSON has its keys in no order.
        let sorted = |metadata: &Metadata| {
            let mut entries: Vec<String> = metadata.iter().map(|entry| format!("{entry:?}")).collect();
            entries.sort();
            entries
        };
        assert_eq!(sorted(&options(text)), sorted(&wanted));
        for nothing in ["", "  ", ";", " ; ;\n"] {
            assert_eq!(options(nothing).iter().count(), 0);
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, message) in [
            ("scale", "\"scale\" has no value"),
            ("a=1; scale; b=2", "\"scale\" has no value"),
            ("scale=;b=1", "\"scale\" has no value"),
            ("=1", "a value has no key"),
            ("a=1; a=2", "\"a\" is given twice"),
            ("a=[1, 2; b=3", "\"a\" is no JSON"),
            ("a=\"open; b=3", "\"a\" is no JSON"),
            ("a=\"x\" y; b=3", "\"a\" is followed by \"y\" without a semicolon"),
        ] {
            let found = fault(text);
            assert!(found.contains(message) && found.contains("allowed: key=value"), "{text}: {found}");
        }
        assert!(fault(&format!("a={}", "[".repeat(100_000))).contains("is no JSON"));
        let deep = |n: usize| format!("a={}{}", "[".repeat(n), "]".repeat(n));
        assert!(read(&deep(text::MAX_DEPTH)).is_ok());
        assert!(fault(&deep(text::MAX_DEPTH + 1)).contains("levels deep"));
    }
}
