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
    let (mut records, mut record) = (records(text, budget), Vec::new());
    let Some(line) = records.next_record(&mut record)? else {
        return Err(Error::new(Status::Format, "the file has no lines"));
    };
    let mut numbers = Numbers { comma_allowed: records.separator != ',', comma: None, point: None };
    let has_names = record.iter().any(|field| field.was_quoted || numbers.parse(&field.text).is_none());
    let mut rows = if has_names {
        Rows::new(record.drain(..).map(|field| field.text.into_owned()).collect(), budget)?
    } else {
        budget.take_each(record.len(), size_of::<String>() + HEAP, "the columns")?;
        let mut rows = Rows::new((1..=record.len()).map(|i| format!("Column {i}")).collect(), budget)?;
        numbers.with_points(&mut record, line)?;
        rows.push(record.iter().map(|field| &*field.text), line)?;
        rows
    };
    while let Some(line) = records.next_record(&mut record)? {
        numbers.with_points(&mut record, line)?;
        rows.push(record.iter().map(|field| &*field.text), line)?;
    }
    rows.into_table(Metadata::new())
}
