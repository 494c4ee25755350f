//! The JSON in ImageDescription, as the Python package writes and reads it.

use crate::context::{Context, Result};
use crate::image::metadata::text;
use crate::io::limits::{Budget, ENTRY, json_cost};
use crate::io::text_metadata::Line;
use serde_json::Value as Json;
use std::fmt::Write;

/// Readers of the Python package's own files give up somewhere above this many characters.
pub(super) const MAX_LENGTH: usize = 48_000;

const HEAD: &str = r#"{"type": "ImageArray", "module": "Stoner.Image.core", "metadata": ["#;
const TAIL: &str = "]}";

/// The part of [`MAX_LENGTH`] for the frame around the entries.
pub(super) const FRAME: usize = HEAD.len() + TAIL.len();

/// The part of [`MAX_LENGTH`] for a line, with its quotes and a comma.
pub(super) fn cost(line: &Line) -> usize {
    escaped(&entry(line)).len() + 4
}

/// The whole text, in ASCII.
pub(super) fn write(lines: &[Line]) -> String {
    let entries: Vec<String> = lines.iter().map(|line| format!("\"{}\"", escaped(&entry(line)))).collect();
    format!("{HEAD}{}{TAIL}", entries.join(", "))
}

fn entry(line: &Line) -> String {
    format!("{}={}", line.keyword(), line.text)
}

/// The lines of a description, if it is one of ours or of the Python package.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory) when they are more than the context allows.
pub(super) fn read(ctx: &Context, description: &str, budget: &Budget) -> Result<Vec<Line>> {
    if !description.trim_start().starts_with('{') || !description.contains("\"metadata\"") {
        return Ok(Vec::new());
    }
    budget.take(json_cost(description), "the metadata in the description")?;
    let json: Json = match serde_json::from_str(&without_lone_surrogates(description)) {
        Ok(json) => json,
        Err(error) => {
            ctx.warn_of(
                crate::context::Warning::FileDamaged,
                format!("the metadata in the file is damaged and left out: {error}"),
            );
            return Ok(Vec::new());
        }
    };
    let Some(Json::Array(entries)) = json.get("metadata") else { return Ok(Vec::new()) };
    budget.take((entries.len() as u64).saturating_mul(ENTRY), "the metadata in the description")?;
    let lines: Vec<Line> = entries.iter().filter_map(|e| split(e.as_str()?)).collect();
    if lines.len() < entries.len() {
        ctx.warn_of(
            crate::context::Warning::FileDamaged,
            format!(
                "{} metadata entries in the file are not of the form key{{type}}=value and left out",
                entries.len() - lines.len()
            ),
        );
    }
    Ok(lines)
}

fn split(line: &str) -> Option<Line> {
    let (keyword, value) = match line.find("}=") {
        Some(at) if line[..at].contains('{') => (&line[..=at], &line[at + 2..]),
        _ => line.split_once('=')?,
    };
    let (key, kind) = text::split_key(keyword);
    Some(Line { key: key.to_owned(), kind: kind.map(str::to_owned), text: value.to_owned() })
}

/// A JSON string without its quotes, in ASCII.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            ' '..='~' => out.push(c),
            c => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    write!(out, "\\u{unit:04x}").expect("a string takes everything");
                }
            }
        }
    }
    out
}

/// Python writes half of a surrogate pair where a string was no valid text; JSON readers refuse it.
fn without_lone_surrogates(json: &str) -> String {
    let unit = |at: usize| -> Option<u16> {
        let hex = json.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(hex, 16).ok()
    };
    let mut out = String::with_capacity(json.len());
    let mut rest = 0;
    while let Some(found) = json[rest..].find('\\') {
        let at = rest + found;
        out.push_str(&json[rest..at]);
        let width = match (unit(at), unit(at + 6)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(0xD800..=0xDFFF), _) => {
                out.push_str("\\ufffd");
                rest = at + 6;
                continue;
            }
            _ => 1 + json[at + 1..].chars().next().map_or(0, char::len_utf8),
        };
        out.push_str(&json[at..at + width]);
        rest = at + width;
    }
    out + &json[rest..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_goes_out_as_ascii_and_comes_back() {
        let line = |key: &str, kind: &str, text: &str| Line {
            key: key.to_owned(),
            kind: Some(kind.to_owned()),
            text: text.to_owned(),
        };
        let lines = [line("unit", "String", "\u{3bc}m \"\\\n\u{1F600}\u{7f}"), line("a b", "I32", "5")];
        let written = write(&lines);
        assert!(written.is_ascii());
        assert_eq!(written.len() + 2, FRAME + lines.iter().map(cost).sum::<usize>());
        let ctx = Context::new();
        let budget = Budget::new(&ctx, 1000);
        let read = |text: &str| read(&ctx, text, &budget).unwrap();
        assert_eq!(read(&written), lines);
        assert_eq!(ctx.warning_counts().0, 0);
    }

    #[test]
    fn damaged_and_foreign_texts_are_no_errors() {
        let ctx = Context::new();
        let budget = Budget::new(&ctx, 1000);
        let read = |text: &str| read(&ctx, text, &budget).unwrap();
        assert!(read("ImageJ=1.53").is_empty());
        assert!(read(r#"{"shape": [3, 4]}"#).is_empty());
        assert_eq!(ctx.warning_counts().0, 0);
        assert!(read(r#"{"metadata": ["a{I32}=5""#).is_empty());
        assert_eq!(read(r#"{"metadata": ["a{I32}=5", 7, "plain"]}"#).len(), 1);
        assert_eq!(ctx.warning_counts().0, 2);
        let lone = read(r#"{"metadata": ["a{String}=\udc80\\ud83d\ud83d\ude00"]}"#);
        assert_eq!(lone[0].text, "\u{fffd}\\ud83d\u{1f600}");
    }
}
