//! The records of a CSV file: lines, and fields that may be quoted.

use crate::context::{Error, Result, Status};
use crate::io::limits::Budget;

pub struct Field {
    pub text: String,
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

impl Records<'_> {
    /// The line where the next record begins, and its fields.
    pub fn next_record(&mut self) -> Result<Option<(usize, Vec<Field>)>> {
        while let Some(rest) = self.rest.strip_prefix("\r\n").or_else(|| self.rest.strip_prefix(['\n', '\r'])) {
            self.rest = rest;
            self.line += 1;
        }
        if self.rest.is_empty() {
            return Ok(None);
        }
        let line = self.line;
        let mut fields = Vec::new();
        // The fields of one record are in memory at a time.
        let taken = |fields: &Vec<Field>| fields.len() * (2 * size_of::<Field>() + HEAP);
        loop {
            self.budget.take_each(1, 2 * size_of::<Field>() + HEAP, "a row")?;
            fields.push(self.field()?);
            match self.rest.strip_prefix(self.separator) {
                Some(rest) => self.rest = rest,
                None => {
                    self.budget.allow(taken(&fields));
                    return Ok(Some((line, fields)));
                }
            }
        }
    }

    fn field(&mut self) -> Result<Field> {
        let Some(quoted) = self.rest.strip_prefix('"') else {
            let end = self.rest.find([self.separator, '\r', '\n']).unwrap_or(self.rest.len());
            let text = self.rest[..end].to_owned();
            self.rest = &self.rest[end..];
            return Ok(Field { text, was_quoted: false });
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
        Ok(Field { text, was_quoted: true })
    }
}
