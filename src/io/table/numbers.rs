//! Numbers in the fields of a CSV file.

use super::records::Field;
use super::rows::parse;
use crate::context::{Error, Result, Status};
use std::borrow::Cow;

/// Numbers with a decimal point; or with a decimal comma, where commas do not separate fields.
pub struct Numbers {
    pub comma_allowed: bool,
    /// The first lines with a comma and with a point.
    pub comma: Option<usize>,
    pub point: Option<usize>,
}

impl Numbers {
    pub fn parse(&self, field: &str) -> Option<f64> {
        parse(field).or_else(|| if self.has_comma(field) { parse(&field.replace(',', ".")) } else { None })
    }

    pub fn has_comma(&self, field: &str) -> bool {
        self.comma_allowed && field.matches(',').count() == 1 && !field.contains('.')
    }

    /// The fields of a row as numbers are written in Rust.
    pub fn with_points<'a>(&mut self, record: &'a [Field], line: usize) -> Result<Vec<Cow<'a, str>>> {
        let mut fields = Vec::with_capacity(record.len());
        for field in record {
            let text = &field.text;
            if self.has_comma(text) {
                self.comma.get_or_insert(line);
                fields.push(Cow::Owned(text.replace(',', ".")));
            } else {
                if text.contains('.') {
                    self.point.get_or_insert(line);
                }
                fields.push(Cow::Borrowed(&**text));
            }
        }
        match (self.comma, self.point) {
            (Some(comma), Some(point)) => Err(Error::new(
                Status::Corrupt,
                format!(
                    "line {comma} has a number with a comma, line {point} one with a point: which of them separates \
                     decimals cannot be told"
                ),
            )),
            _ => Ok(fields),
        }
    }
}
