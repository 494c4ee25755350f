//! CSV.

use super::numbers::Numbers;
use super::records::HEAP;
use super::rows::{Rows, heading, number, parse, put};
use super::separator::records;
use crate::context::{Error, Result, Status};
use crate::image::{Metadata, Table};
use crate::io::atomic::Sink;
use crate::io::limits::Budget;

pub fn write_csv(table: &Table, out: &mut dyn Sink) -> Result<()> {
    let line = |out: &mut dyn Sink, fields: &mut dyn Iterator<Item = String>| {
        let mut line = fields.collect::<Vec<_>>().join(",");
        line.push_str("\r\n");
        put(out, &line)
    };
    line(out, &mut table.columns().iter().map(|column| quoted(&heading(column))))?;
    for row in 0..table.rows() {
        line(out, &mut table.columns().iter().map(|column| number(column.values()[row])))?;
    }
    Ok(())
}

/// A field of a CSV file. One that looks like a number is quoted too, so that names stay names.
fn quoted(field: &str) -> String {
    if field.is_empty() || field.contains([',', ';', '\t', '"', '\r', '\n']) || parse(field).is_some() {
        return format!("\"{}\"", field.replace('"', "\"\""));
    }
    field.to_owned()
}

pub fn read_csv(text: &str, budget: &Budget) -> Result<Table> {
    let mut records = records(text, budget);
    let Some((line, first)) = records.next_record()? else {
        return Err(Error::new(Status::Format, "the file has no lines"));
    };
    let mut numbers = Numbers { comma_allowed: records.separator != ',', comma: None, point: None };
    let has_names = first.iter().any(|field| field.was_quoted || numbers.parse(&field.text).is_none());
    let mut rows = if has_names {
        Rows::new(first.into_iter().map(|field| field.text).collect(), budget)?
    } else {
        budget.take_each(first.len(), size_of::<String>() + HEAP, "the columns")?;
        let mut rows = Rows::new((1..=first.len()).map(|i| format!("Column {i}")).collect(), budget)?;
        rows.push(numbers.with_points(&first, line)?.iter().map(|text| &**text), line)?;
        rows
    };
    while let Some((line, record)) = records.next_record()? {
        rows.push(numbers.with_points(&record, line)?.iter().map(|text| &**text), line)?;
    }
    rows.into_table(Metadata::new())
}
