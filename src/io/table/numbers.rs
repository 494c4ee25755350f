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

    /// Writes decimal commas in the fields of a row as points.
    pub fn with_points(&mut self, record: &mut [Field<'_>], line: usize) -> Result<()> {
        if !self.comma_allowed {
            return Ok(());
        }
        for Field { text, .. } in record {
            if self.has_comma(text) {
                self.comma.get_or_insert(line);
                *text = Cow::Owned(text.replace(',', "."));
            } else if text.contains('.') {
                self.point.get_or_insert(line);
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
            _ => Ok(()),
        }
    }
}
