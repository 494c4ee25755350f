//! TDI, the format of the Python package.

use super::records::{Field, HEAP};
use super::rows::{Rows, heading, number, put};
use crate::context::{Context, Result, Warning};
use crate::image::metadata::text;
use crate::image::{Metadata, Table, Value};
use crate::io::atomic::Sink;
use crate::io::limits::{Budget, ENTRY};

/// The beginning of a file.
pub const TDI: &str = "TDI Format";

pub fn write_tdi(ctx: &Context, table: &Table, out: &mut dyn Sink) -> Result<()> {
    let mut spaced = Vec::new();
    let mut line = format!("{TDI} 1.5");
    for column in table.columns() {
        let name = heading(column);
        line.push('\t');
        line.push_str(&one_field(&name));
        if name.contains(BREAKS) {
            spaced.push(name);
        }
    }
    line.push('\n');
    put(out, &line)?;
    let mut entries = table.metadata().iter();
    for row in 0..table.rows().max(entries.len()) {
        line.clear();
        if let Some((key, entry)) = entries.next() {
            line.push_str(&one_field(&text::export(key, &entry.value)?));
            // In all other values, whose text is a literal, a line break is only layout.
            if key.contains(BREAKS) || matches!(&entry.value, Value::String(s) if s.contains(BREAKS)) {
                spaced.push(key.to_owned());
            }
        }
        if row < table.rows() {
            for column in table.columns() {
                line.push('\t');
                line.push_str(&number(column.values()[row]));
            }
        }
        line.push('\n');
        put(out, &line)?;
    }
    if !spaced.is_empty() {
        ctx.warn_of(
            Warning::FileReduced,
            format!("TDI cannot store tabs and line breaks: they became spaces in {}", spaced.join(", ")),
        );
    }
    Ok(())
}

const BREAKS: [char; 3] = ['\t', '\r', '\n'];

fn one_field(text: &str) -> String {
    text.replace(BREAKS, " ")
}

pub fn read_tdi(text: &str, budget: &Budget) -> Result<Table> {
    let mut lines = text.lines();
    let head = lines.next().unwrap_or_default();
    budget.take_each(head.matches('\t').count(), size_of::<Field<'_>>() + HEAP, "the columns")?;
    let names = head.split('\t').skip(1).map(str::to_owned).collect();
    let mut rows = Rows::new(names, budget)?;
    let mut metadata = Metadata::new();
    for (i, line) in lines.enumerate() {
        let (entry, row) = line.split_once('\t').map_or((line, None), |(entry, row)| (entry, Some(row)));
        if !entry.trim().is_empty() {
            let (key, value) = text::parse_line(entry)?;
            budget.take(ENTRY + 2 * entry.len() as u64 + value.cost(), "the metadata")?;
            // Names of Python classes have no meaning here.
            if key != "Stoner.class" && key != "Loaded as" {
                metadata.insert(key, value);
            }
        }
        // Below the last row some writers leave the fields empty, others out.
        if let Some(row) = row.filter(|row| !row.trim().is_empty()) {
            rows.push(row.split('\t'), i + 2)?;
        }
    }
    rows.into_table(metadata)
}
