//! The records of a CSV file: lines, and fields that may be quoted.

use crate::context::{Error, Result, Status};
use crate::io::limits::Budget;
use std::borrow::Cow;

pub struct Field<'a> {
    /// Where it stands in the file; unquoted, a text of its own.
    pub text: Cow<'a, str>,
    pub was_quoted: bool,
}

/// The records of a CSV file. Empty lines are skipped.
pub struct Records<'a> {
    pub rest: &'a str,
    pub line: usize,
    pub separator: char,
    pub budget: &'a Budget,
}

/// What the allocator takes for a short text.
pub const HEAP: usize = 32;

impl<'a> Records<'a> {
    /// The line where the next record begins; its fields replace those that are there.
    pub fn next_record(&mut self, fields: &mut Vec<Field<'a>>) -> Result<Option<usize>> {
        fields.clear();
        while let Some(rest) = self.rest.strip_prefix("\r\n").or_else(|| self.rest.strip_prefix(['\n', '\r'])) {
            self.rest = rest;
            self.line += 1;
        }
        if self.rest.is_empty() {
            return Ok(None);
        }
        let line = self.line;
        // The fields of one record are in memory at a time.
        let taken = |fields: &Vec<Field<'_>>| fields.len() * (2 * size_of::<Field<'_>>() + HEAP);
        loop {
            self.budget.take_each(1, 2 * size_of::<Field<'_>>() + HEAP, "a row")?;
            fields.push(self.field()?);
            match self.rest.strip_prefix(self.separator) {
                Some(rest) => self.rest = rest,
                None => {
                    self.budget.allow(taken(fields));
                    return Ok(Some(line));
                }
            }
        }
    }

    /// Where the field ends that the rest begins with.
    fn end(&self) -> usize {
        let end = match u8::try_from(self.separator) {
            // Bytes of ASCII are never part of another character.
            Ok(separator) if separator.is_ascii() => {
                self.rest.bytes().position(|byte| byte == separator || byte == b'\n' || byte == b'\r')
            }
            _ => self.rest.find([self.separator, '\r', '\n']),
        };
        end.unwrap_or(self.rest.len())
    }

    fn field(&mut self) -> Result<Field<'a>> {
        let Some(quoted) = self.rest.strip_prefix('"') else {
            let (text, rest) = self.rest.split_at(self.end());
            self.rest = rest;
            return Ok(Field { text: Cow::Borrowed(text), was_quoted: false });
        };
        let mut text = String::new();
        let mut rest = quoted;
        let corrupt = |what: &str| Error::new(Status::Corrupt, format!("line {}: {what}", self.line));
        loop {
            let end = rest.find('"').ok_or_else(|| corrupt("a quoted field does not end"))?;
            text.push_str(&rest[..end]);
            rest = &rest[end + 1..];
            match rest.strip_prefix('"') {
                Some(after) => {
                    text.push('"');
                    rest = after;
                }
                None => break,
            }
        }
        if !rest.is_empty() && !rest.starts_with([self.separator, '\r', '\n']) {
            return Err(corrupt("text follows a quoted field"));
        }
        self.line += text.matches('\n').count();
        self.rest = rest;
        Ok(Field { text: Cow::Owned(text), was_quoted: true })
    }
}
