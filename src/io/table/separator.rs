//! The separator of a CSV file's fields, from its beginning.

use super::numbers::Numbers;
use super::records::{Field, Records};
use crate::io::limits::Budget;

/// The allowed separators of fields, the usual one first.
const SEPARATORS: [char; 3] = [',', ';', '\t'];
/// So many records show what separates the fields.
const SHOWN: usize = 50;

/// The records of a text, with the separator that makes a table of its beginning.
pub fn records<'a>(text: &'a str, budget: &'a Budget) -> Records<'a> {
    let named = text.get(..4).filter(|head| head.eq_ignore_ascii_case("sep=")).and_then(|_| {
        let mut rest = text[4..].chars();
        let separator = rest.next().filter(|c| !matches!(c, '\r' | '\n' | '"'))?;
        let rest = rest.as_str();
        rest.starts_with(['\r', '\n']).then_some(Records { rest, line: 1, separator, budget })
    });
    if let Some(named) = named {
        return named;
    }
    let with = |separator: char| Records { rest: text, line: 1, separator, budget };
    let fits = |&separator: &char| width(with(separator)).is_some_and(|n| n > 1);
    with(SEPARATORS.into_iter().find(fits).unwrap_or(','))
}

/// The number of columns, if the first records are a table.
pub fn width(mut records: Records<'_>) -> Option<usize> {
    let numbers = Numbers { comma_allowed: records.separator != ',', comma: None, point: None };
    let mut record = Vec::new();
    records.next_record(&mut record).ok()??;
    let first = record.len();
    let (mut rows, mut full) = (0, 0);
    for _ in 0..SHOWN {
        if records.next_record(&mut record).ok()?.is_none() {
            break;
        }
        let number = |field: &Field<'_>| field.text.trim().is_empty() || numbers.parse(&field.text).is_some();
        if record.len() > first || !record.iter().all(number) {
            return None;
        }
        rows += 1;
        full += usize::from(record.len() == first);
    }
    (rows == 0 || full > 0).then_some(first)
}
