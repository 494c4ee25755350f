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

mod csv;
mod numbers;
mod records;
mod rows;
mod separator;
mod tdi;

use super::limits::Budget;
use super::{atomic, name, source};
use crate::context::{Context, Error, Result, Status};
use crate::image::Table;
use std::path::Path;
use tdi::TDI;

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
        Format::Csv => csv::write_csv(table, out),
        Format::Tdi => tdi::write_tdi(ctx, table, out),
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
    let text = source::whole_text(bytes)?;
    let is_tdi = text.starts_with(TDI);
    let table = match format {
        Some(Format::Tdi) if !is_tdi => {
            Err(Error::new(Status::Format, format!("the file does not begin with '{TDI}'")))
        }
        Some(Format::Csv) => csv::read_csv(&text, &budget),
        _ if is_tdi => tdi::read_tdi(&text, &budget),
        _ => csv::read_csv(&text, &budget),
    };
    table.map_err(|error| error.during(format!("loading '{}'", path.display())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::image::Value;
    use crate::io::atomic::Sink;

    fn table() -> Table {
        let mut table = Table::new();
        table.add_column("r, \"radius\"", Some("\u{b5}m".into()), vec![0.1, -1e300, f64::NAN, 5e-324]).unwrap();
        table.add_column("12", None, vec![f64::INFINITY, 1.0, 2.0, -0.0]).unwrap();
        table.metadata_mut().insert("key", 5i64);
        table.metadata_mut().insert("text", "a = {b}");
        table
    }

    fn read_csv(text: &str) -> Result<Table> {
        csv::read_csv(text, &Budget::new(&Context::new(), text.len() as u64))
    }

    fn read_tdi(text: &str) -> Result<Table> {
        tdi::read_tdi(text, &Budget::new(&Context::new(), text.len() as u64))
    }

    fn written(write: impl FnOnce(&mut dyn Sink) -> Result<()>) -> String {
        let mut out = std::io::Cursor::new(Vec::new());
        write(&mut out).unwrap();
        String::from_utf8(out.into_inner()).unwrap()
    }

    #[test]
    fn a_table_comes_back_from_both_formats() {
        let table = table();
        let csv = written(|out| csv::write_csv(&table, out));
        assert!(csv.starts_with("\"r, \"\"radius\"\" (\u{b5}m)\",\"12\"\r\n0.1,inf\r\n"), "{csv}");
        assert!(read_csv(&csv).unwrap().same_columns(&table));
        let ctx = Context::new();
        let tdi = written(|out| tdi::write_tdi(&ctx, &table, out));
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
            let tdi = written(|out| tdi::write_tdi(&ctx, &table, out));
            assert!(read_tdi(&tdi).unwrap().equals(&table), "{tdi}");
        }
    }

    #[test]
    fn tabs_and_line_breaks_become_spaces_with_a_warning() {
        let ctx = Context::new();
        let mut table = table();
        table.metadata_mut().insert("text", "a\tb\nc");
        let read = read_tdi(&written(|out| tdi::write_tdi(&ctx, &table, out))).unwrap();
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
