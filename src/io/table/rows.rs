//! Columns that are read row by row, and how headings and numbers are written.

use crate::context::{Error, Result, Status};
use crate::image::{Column, Metadata, Table};
use crate::io::atomic::Sink;
use crate::io::limits::Budget;
use crate::io::source::shown;

pub fn put(out: &mut dyn Sink, text: &str) -> Result<()> {
    out.write_all(text.as_bytes()).map_err(|e| Error::io("writing", &e))
}

pub fn number(x: f64) -> String {
    if x.is_nan() { "nan".to_owned() } else { format!("{x:?}") }
}

pub fn heading(column: &Column) -> String {
    match column.unit() {
        Some(unit) => format!("{} ({unit})", column.name()),
        None => column.name().to_owned(),
    }
}

/// The name and unit of a heading.
pub fn split_heading(heading: &str) -> (&str, Option<&str>) {
    let split = heading.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    match split {
        Some((name, unit)) if !name.is_empty() && !unit.is_empty() => (name, Some(unit)),
        _ => (heading, None),
    }
}

pub fn parse(field: &str) -> Option<f64> {
    field.trim().parse().ok()
}

/// The memory of a column beside its name and numbers, with what it is read from.
pub const COLUMN: usize = 256;
/// A field that is there allows so much memory for numbers: its own, in a column that has twice the room.
pub const FIELD: usize = 2 * size_of::<f64>();

/// Columns that grow row by row.
pub struct Rows<'b> {
    names: Vec<String>,
    columns: Vec<Vec<f64>>,
    budget: &'b Budget,
}

impl<'b> Rows<'b> {
    pub fn new(names: Vec<String>, budget: &'b Budget) -> Result<Rows<'b>> {
        budget.take_each(names.len(), COLUMN, "the columns")?;
        Ok(Rows { columns: vec![Vec::new(); names.len()], names, budget })
    }

    /// Adds a row. Fields that are empty or missing are NaN.
    pub fn push<'a>(&mut self, mut fields: impl Iterator<Item = &'a str>, line: usize) -> Result<()> {
        let corrupt = |what: String| Error::new(Status::Corrupt, format!("line {line} {what}"));
        // What is missing in a row takes memory too, and no room in the file.
        self.budget.take_each(self.columns.len(), FIELD, "the rows")?;
        for column in &mut self.columns {
            let field = fields.next();
            self.budget.allow(if field.is_some() { FIELD } else { 0 });
            let value = match field.map(str::trim) {
                None | Some("") => f64::NAN,
                Some(field) => {
                    field.parse().map_err(|_| corrupt(format!("has '{}' where a number should be", shown(field))))?
                }
            };
            if column.len() == column.capacity() {
                column.try_reserve(1).map_err(|_| Error::new(Status::NoMemory, "a column could not be extended"))?;
            }
            column.push(value);
        }
        match fields.next() {
            None => Ok(()),
            Some(_) => Err(corrupt(format!("has more fields than the {} columns", self.columns.len()))),
        }
    }

    pub fn into_table(self, metadata: Metadata) -> Result<Table> {
        let mut table = Table::new();
        *table.metadata_mut() = metadata;
        for (heading, values) in self.names.iter().zip(self.columns) {
            let (name, unit) = split_heading(heading);
            table.add_column(name, unit.map(str::to_owned), values)?;
        }
        table.set_usual_plot();
        Ok(table)
    }
}
