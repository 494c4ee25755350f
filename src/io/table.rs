//! Tables as text: CSV, and TDI, the format of the Python package.
//!
//! **CSV** (RFC 4180): one line of names, then the rows. **TDI**: fields with tabs between. Line 1 is `TDI Format 1.5` and
//! the names; from line 2 on the first field is a metadata entry `key{type}=value`, or empty, and the others are the row,
//! or missing where there are more entries than rows.
//!
//! Read are also semicolons or tabs between the fields of a CSV file, and then decimal commas; a first line `sep=;` names what stands
//! between them, as spreadsheets write it.
//!
//! In both a column with a unit is named `name (unit)`, and read so; numbers have a decimal point and as many digits as
//! bring back the same value; no number is `nan`, since a line that is empty would be skipped. CSV holds no metadata.

use super::atomic::{self, Sink};
use super::limits::{Budget, ENTRY};
use super::{name, source};
use crate::context::{Context, Error, Result, Status};
use crate::image::metadata::text;
use crate::image::{Column, Metadata, Table, Value};
use std::borrow::Cow;
use std::path::Path;

const TDI: &str = "TDI Format";

/// A text format of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// The Python package's own.
    Tdi,
}

impl Format {
    /// The format of this name.
    ///
    /// # Errors
    /// [`Status::InvalidArgument`].
    pub fn from_name(name: &str) -> Result<Format> {
        match name.to_ascii_lowercase().as_str() {
            "csv" => Ok(Format::Csv),
            "tdi" => Ok(Format::Tdi),
            _ => Err(Error::argument("format", format!("'{name}'"), "csv, tdi")),
        }
    }

    fn from_path(path: &Path) -> Result<Format> {
        let extension = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
        match extension.as_str() {
            "csv" => Ok(Format::Csv),
            "tdi" | "txt" | "dat" => Ok(Format::Tdi),
            _ => Err(Error::argument(
                "path",
                format!("'{}'", path.display()),
                "a name that ends in csv, tdi, txt or dat, or a format with it",
            )),
        }
    }
}

/// Saves a table; without a format its name's extension decides: csv, or for TDI tdi, txt, dat.
///
/// # Errors
/// [`Status::InvalidArgument`] for another extension, and for that of a picture or a scan; those of [`atomic::write`].
pub fn save(ctx: &Context, table: &Table, path: &Path, format: Option<Format>) -> Result<()> {
    let format = match format {
        Some(format) => {
            name::check(path, &["csv", "tdi", "txt", "dat"])?;
            format
        }
        None => Format::from_path(path)?,
    };
    atomic::write(path, |out| match format {
        Format::Csv => write_csv(table, out),
        Format::Tdi => write_tdi(ctx, table, out),
    })
}

/// Loads a table; without a format the beginning of the file decides.
///
/// # Errors
/// [`Status::FileNotFound`], [`Status::Io`], [`Status::NoMemory`]; [`Status::Format`] when the file is empty or no TDI
/// file; [`Status::Corrupt`] when a row has more fields than there are columns, or one that is no number.
pub fn load(ctx: &Context, path: &Path, format: Option<Format>) -> Result<Table> {
    let bytes = source::read_all(path)?;
    let budget = Budget::new(ctx, bytes.len() as u64);
    let text = source::text(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes));
    let is_tdi = text.starts_with(TDI);
    let table = match format {
        Some(Format::Tdi) if !is_tdi => {
            Err(Error::new(Status::Format, format!("the file does not begin with '{TDI}'")))
        }
        Some(Format::Csv) => read_csv(&text, &budget),
        _ if is_tdi => read_tdi(&text, &budget),
        _ => read_csv(&text, &budget),
    };
    table.map_err(|error| error.during(format!("loading '{}'", path.display())))
}

fn put(out: &mut dyn Sink, text: &str) -> Result<()> {
    out.write_all(text.as_bytes()).map_err(|e| Error::io("writing", &e))
}

fn number(x: f64) -> String {
    if x.is_nan() { "nan".to_owned() } else { format!("{x:?}") }
}

fn heading(column: &Column) -> String {
    match column.unit() {
        Some(unit) => format!("{} ({unit})", column.name()),
        None => column.name().to_owned(),
    }
}

/// The name and unit of a heading.
fn split_heading(heading: &str) -> (&str, Option<&str>) {
    let split = heading.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    match split {
        Some((name, unit)) if !name.is_empty() && !unit.is_empty() => (name, Some(unit)),
        _ => (heading, None),
    }
}

fn write_csv(table: &Table, out: &mut dyn Sink) -> Result<()> {
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

fn write_tdi(ctx: &Context, table: &Table, out: &mut dyn Sink) -> Result<()> {
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
            crate::context::Warning::FileReduced,
            format!("TDI cannot store tabs and line breaks: they became spaces in {}", spaced.join(", ")),
        );
    }
    Ok(())
}

const BREAKS: [char; 3] = ['\t', '\r', '\n'];

fn one_field(text: &str) -> String {
    text.replace(BREAKS, " ")
}

fn parse(field: &str) -> Option<f64> {
    field.trim().parse().ok()
}

/// The memory of a column beside its name and numbers, with what it is read from.
const COLUMN: usize = 256;
/// A field that is there allows so much memory for numbers: its own, in a column that has twice the room.
const FIELD: usize = 2 * size_of::<f64>();

/// Columns that grow row by row.
struct Rows<'b> {
    names: Vec<String>,
    columns: Vec<Vec<f64>>,
    budget: &'b Budget,
}

impl<'b> Rows<'b> {
    fn new(names: Vec<String>, budget: &'b Budget) -> Result<Rows<'b>> {
        budget.take_each(names.len(), COLUMN, "the columns")?;
        Ok(Rows { columns: vec![Vec::new(); names.len()], names, budget })
    }

    /// Adds a row. Fields that are empty or missing are NaN.
    fn push<'a>(&mut self, mut fields: impl Iterator<Item = &'a str>, line: usize) -> Result<()> {
        let corrupt = |what: String| Error::new(Status::Corrupt, format!("line {line} {what}"));
        // What is missing in a row takes memory too, and no room in the file.
        self.budget.take_each(self.columns.len(), FIELD, "the rows")?;
        for column in &mut self.columns {
            let field = fields.next();
            self.budget.allow(if field.is_some() { FIELD } else { 0 });
            let value = match field.map(str::trim) {
                None | Some("") => f64::NAN,
                Some(field) => {
                    parse(field).ok_or_else(|| corrupt(format!("has '{field}' where a number should be")))?
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

    fn into_table(self, metadata: Metadata) -> Result<Table> {
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

fn read_tdi(text: &str, budget: &Budget) -> Result<Table> {
    let mut lines = text.lines();
    let head = lines.next().unwrap_or_default();
    budget.take_each(head.matches('\t').count(), size_of::<Field>() + HEAP, "the columns")?;
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

fn read_csv(text: &str, budget: &Budget) -> Result<Table> {
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

/// Numbers with a decimal point; or with a decimal comma, where commas do not separate fields.
struct Numbers {
    comma_allowed: bool,
    /// The first lines with a comma and with a point.
    comma: Option<usize>,
    point: Option<usize>,
}

impl Numbers {
    fn parse(&self, field: &str) -> Option<f64> {
        parse(field).or_else(|| if self.has_comma(field) { parse(&field.replace(',', ".")) } else { None })
    }

    fn has_comma(&self, field: &str) -> bool {
        self.comma_allowed && field.matches(',').count() == 1 && !field.contains('.')
    }

    /// The fields of a row as numbers are written in Rust.
    fn with_points<'a>(&mut self, record: &'a [Field], line: usize) -> Result<Vec<Cow<'a, str>>> {
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

/// The allowed separators of fields, the usual one first.
const SEPARATORS: [char; 3] = [',', ';', '\t'];
/// So many records show what separates the fields.
const SHOWN: usize = 50;

/// The records of a text, with the separator that makes a table of its beginning.
fn records<'a>(text: &'a str, budget: &'a Budget) -> Records<'a> {
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
fn width(mut records: Records<'_>) -> Option<usize> {
    let numbers = Numbers { comma_allowed: records.separator != ',', comma: None, point: None };
    let (_, first) = records.next_record().ok()??;
    let (mut rows, mut full) = (0, 0);
    for _ in 0..SHOWN {
        let Some((_, record)) = records.next_record().ok()? else { break };
        let number = |field: &Field| field.text.trim().is_empty() || numbers.parse(&field.text).is_some();
        if record.len() > first.len() || !record.iter().all(number) {
            return None;
        }
        rows += 1;
        full += usize::from(record.len() == first.len());
    }
    (rows == 0 || full > 0).then_some(first.len())
}

struct Field {
    text: String,
    was_quoted: bool,
}

/// The records of a CSV file. Empty lines are skipped.
struct Records<'a> {
    rest: &'a str,
    line: usize,
    separator: char,
    budget: &'a Budget,
}

/// What the allocator takes for a short text.
const HEAP: usize = 32;

impl Records<'_> {
    /// The line where the next record begins, and its fields.
    fn next_record(&mut self) -> Result<Option<(usize, Vec<Field>)>> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table = Table::new();
        table.add_column("r, \"radius\"", Some("\u{b5}m".into()), vec![0.1, -1e300, f64::NAN, 5e-324]).unwrap();
        table.add_column("12", None, vec![f64::INFINITY, 1.0, 2.0, -0.0]).unwrap();
        table.metadata_mut().insert("key", 5i64);
        table.metadata_mut().insert("text", "a = {b}");
        table
    }

    fn read_csv(text: &str) -> Result<Table> {
        super::read_csv(text, &Budget::new(&Context::new(), text.len() as u64))
    }

    fn read_tdi(text: &str) -> Result<Table> {
        super::read_tdi(text, &Budget::new(&Context::new(), text.len() as u64))
    }

    fn written(write: impl FnOnce(&mut dyn Sink) -> Result<()>) -> String {
        let mut out = std::io::Cursor::new(Vec::new());
        write(&mut out).unwrap();
        String::from_utf8(out.into_inner()).unwrap()
    }

    #[test]
    fn a_table_comes_back_from_both_formats() {
        let table = table();
        let csv = written(|out| write_csv(&table, out));
        assert!(csv.starts_with("\"r, \"\"radius\"\" (\u{b5}m)\",\"12\"\r\n0.1,inf\r\n"), "{csv}");
        assert!(read_csv(&csv).unwrap().same_columns(&table));
        let ctx = Context::new();
        let tdi = written(|out| write_tdi(&ctx, &table, out));
        assert!(read_tdi(&tdi).unwrap().equals(&table), "{tdi}");
        assert_eq!(ctx.warning_counts().0, 0);
    }

    #[test]
    fn more_entries_than_rows_more_rows_than_entries_and_neither() {
        let ctx = Context::new();
        for (rows, entries) in [(0, 0), (0, 3), (3, 0), (2, 5), (5, 2)] {
            let mut table = Table::new();
            table.add_column("a", None, vec![f64::NAN; rows]).unwrap();
            (0..entries).for_each(|i| drop(table.metadata_mut().insert(format!("k{i}"), i64::from(i))));
            let tdi = written(|out| write_tdi(&ctx, &table, out));
            assert!(read_tdi(&tdi).unwrap().equals(&table), "{tdi}");
        }
    }

    #[test]
    fn tabs_and_line_breaks_become_spaces_with_a_warning() {
        let ctx = Context::new();
        let mut table = table();
        table.metadata_mut().insert("text", "a\tb\nc");
        let read = read_tdi(&written(|out| write_tdi(&ctx, &table, out))).unwrap();
        assert_eq!(read.metadata().value("text"), Some(&Value::from("a b c")));
        assert!(ctx.warning(0).unwrap().contains("text"));
    }

    #[test]
    fn fields_between_semicolons_and_tabs_with_commas_in_the_numbers() {
        let columns = |text: &str| -> Vec<(String, Vec<f64>)> {
            let table = read_csv(text).unwrap();
            table.columns().iter().map(|c| (c.name().to_owned(), c.values().to_vec())).collect()
        };
        let column = |name: &str, values: &[f64]| (name.to_owned(), values.to_vec());
        let expected = [column("a", &[1.5, -2e-3]), column("b", &[2.0, 4.25])];
        for text in [
            "a;b\n1,5;2\n-2e-3;4,25\n",
            "a;b\r\n1.5;2\r\n-2e-3;4.25\r\n",
            "a\tb\n1,5\t2\n-2e-3\t4,25\n",
            "a,b\n1.5,2\n-2e-3,4.25\n",
            "\"a\";\"b\"\n\"1,5\"; 2\n-2e-3 ;4,25",
            "sep=;\r\na;b\r\n1,5;2\r\n-2e-3;4,25\r\n",
            "SEP=,\na,b\n1.5,2\n-2e-3,4.25\n",
            "sep=|\na|b\n1,5|2\n-2e-3|4,25\n",
        ] {
            assert_eq!(columns(text), expected, "{text:?}");
        }
        assert_eq!(columns("1,5;2\n3,5;4\n"), [column("Column 1", &[1.5, 3.5]), column("Column 2", &[2.0, 4.0])]);
        assert_eq!(columns("x, um;y, um\n1;2\n"), [column("x, um", &[1.0]), column("y, um", &[2.0])]);
        // Between commas a semicolon is part of a name, and it alone makes no columns.
        assert_eq!(columns("a;b,c;d\n1,2\n"), [column("a;b", &[1.0]), column("c;d", &[2.0])]);
        assert_eq!(columns("I a;b\n1.5\n"), [column("I a;b", &[1.5])]);
        assert_eq!(columns("a;b\n").len(), 2);
    }

    #[test]
    fn numbers_that_can_be_read_in_two_ways_are_refused() {
        for text in ["a;b\n1,234;5.5\n", "a;b\n1,234;5\n6;7.5\n"] {
            let error = read_csv(text).unwrap_err();
            assert_eq!(error.status(), Status::Corrupt);
            assert!(error.to_string().contains("comma") && error.to_string().contains("line 2"), "{error}");
        }
        assert!(read_csv("a;b\n1.234,5;2\n").is_err() && read_csv("a;b\n1,2,3;2\n").is_err());
    }

    #[test]
    fn damaged_tables_are_errors_that_name_the_line() {
        for (text, line) in [("a,b\n1,2\n1,2,3\n", "line 3"), ("a\n\n\nx\n", "line 4"), ("a,\"b\n1,2", "line 1")] {
            let error = read_csv(text).unwrap_err();
            assert_eq!(error.status(), Status::Corrupt);
            assert!(error.to_string().contains(line), "{error}");
        }
        assert_eq!(read_csv("\n\n").unwrap_err().status(), Status::Format);
        assert_eq!(read_tdi("TDI Format 1.5\ta\n\t1\t2\n").unwrap_err().status(), Status::Corrupt);
        let bare = read_csv("1,2\n3,\n").unwrap();
        assert_eq!(bare.columns()[1].values()[0], 2.0);
        assert!(bare.columns()[1].values()[1].is_nan() && bare.columns()[0].name() == "Column 1");
    }
}
