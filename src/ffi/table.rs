//! Tables: histograms, profiles, spectra
//!
//! Named columns of doubles, all of one length, and metadata. NaN means that there is no number.
//!
//! @since 0.1.0

use super::core::args::{boolean, count, optional_text, out, put_slice, put_text, slice, text};
use super::core::handles::{metadata, tables};
use super::types::{stoner_context, stoner_metadata, stoner_table};
use crate::array::alloc;
use crate::context::{Error, Result};
use crate::image::{Metadata, Table};
use crate::io::table::{self as files, Format};
use std::ffi::c_char;
use std::path::Path;

/// Makes a table without columns and metadata.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_new(ctx: *mut stoner_context, out: *mut *mut stoner_table) -> i32 {
    guard!(ctx, |_context| self::out(out, "out")?.set_table(Table::new()))
}

/// Makes a second table with the same content. Copies no numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_clone(
    ctx: *mut stoner_context,
    table: *const stoner_table,
    out: *mut *mut stoner_table,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(out, "out")?;
        place.set_table(Table::clone(&*tables::get(table, "table")?))
    })
}

/// Frees a table. NULL is fine; a handle that is not live is STONER_ERR_INVALID_HANDLE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_free(table: *mut stoner_table) -> i32 {
    guard!(std::ptr::null(), |_context| tables::free(table, "table"))
}

/// Whether two tables have the same columns in the same order: names, units, values (NaN equals NaN); with `all` also
/// the same metadata.
/// @param all [bool; default false] 0: columns only; 1: metadata too
/// @param equal [bool] {C:receives }0 or 1
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_equal(
    ctx: *mut stoner_context,
    a: *const stoner_table,
    b: *const stoner_table,
    all: i32,
    equal: *mut i32,
) -> i32 {
    guard!(ctx, |_context| {
        let place = out(equal, "equal")?;
        let (a, b) = (tables::get(a, "a")?, tables::get(b, "b")?);
        place.give(i32::from(if boolean(all, "all")? { a.equals(&b) } else { a.same_columns(&b) }))
    })
}

/// The number of rows; 0 without columns.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_row_count(
    ctx: *mut stoner_context,
    table: *const stoner_table,
    n: *mut i64,
) -> i32 {
    guard!(ctx, |_context| out(n, "n")?.give(tables::get(table, "table")?.rows() as i64))
}

/// The number of columns.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_column_count(
    ctx: *mut stoner_context,
    table: *const stoner_table,
    n: *mut i32,
) -> i32 {
    guard!(ctx, |_context| out(n, "n")?.give(index_to_c(tables::get(table, "table")?.columns().len())?))
}

/// A column's name, without its unit.
/// @param column [index] 0 to the number of columns - 1
/// @return STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_column_name(
    ctx: *mut stoner_context,
    table: *const stoner_table,
    column: i32,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let table = tables::get(table, "table")?;
        put_text(table.column(index(column, &table)?)?.name(), buffer, capacity, length)
    })
}

/// A column's unit; "" where it has none.
/// @param column [index] 0 to the number of columns - 1
/// @return STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_column_unit(
    ctx: *mut stoner_context,
    table: *const stoner_table,
    column: i32,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let table = tables::get(table, "table")?;
        put_text(table.column(index(column, &table)?)?.unit().unwrap_or_default(), buffer, capacity, length)
    })
}

/// The column with a name: the first, where several share it.
/// @param name [name] without its unit
/// @param column [index] {C:receives }0 to the number of columns - 1
/// @return STONER_ERR_KEY_NOT_FOUND; the message has the names that there are
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_column_index(
    ctx: *mut stoner_context,
    table: *const stoner_table,
    name: *const c_char,
    column: *mut i32,
) -> i32 {
    guard!(ctx, |_context| out(column, "column")?
        .give(index_to_c(tables::get(table, "table")?.index(text(name, "name")?)?)?))
}

/// Renames a column.
/// @param column [index] 0 to the number of columns - 1
/// @param name [name] its name
/// @return STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_set_column_name(
    ctx: *mut stoner_context,
    table: *mut stoner_table,
    column: i32,
    name: *const c_char,
) -> i32 {
    guard!(ctx, |_context| {
        let name = text(name, "name")?;
        tables::update(table, "table", |table| table.set_name(index(column, table)?, name))
    })
}

/// Sets a column's unit.
/// @param column [index] 0 to the number of columns - 1
/// @param unit [name; optional] NULL or "": none
/// @return STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_set_column_unit(
    ctx: *mut stoner_context,
    table: *mut stoner_table,
    column: i32,
    unit: *const c_char,
) -> i32 {
    guard!(ctx, |_context| {
        let unit = unit_argument(unit)?;
        tables::update(table, "table", |table| table.set_unit(index(column, table)?, unit))
    })
}

/// The values of one column.
/// @param column [index] 0 to the number of columns - 1
/// @param buffer [value] {C:room for `capacity` }values
/// @param capacity [count] 0: only the number of rows is wanted
/// @param n_rows [count; optional] {C:receives }the number of rows{C:; may be NULL when capacity is not 0}
/// @return STONER_ERR_OUT_OF_RANGE; STONER_ERR_BUFFER_TOO_SMALL
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_read_column(
    ctx: *mut stoner_context,
    table: *const stoner_table,
    column: i32,
    buffer: *mut f64,
    capacity: i64,
    n_rows: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let table = tables::get(table, "table")?;
        let column = table.column(index(column, &table)?)?;
        if capacity == 0 {
            out(n_rows, "n_rows")?;
        }
        put_slice(column.values(), buffer, capacity, n_rows)
    })
}

/// The values of all columns.
/// @param column_major [bool; default false] 0: row by row, as C has a matrix of rows x columns; 1: column by column,
///        as MATLAB has it
/// @param buffer [value] {C:room for `capacity` }values
/// @param capacity [count] 0: only the number is wanted
/// @param length [count; optional] {C:receives }the number of values, rows times columns{C:; may be NULL when capacity is not
///        0}
/// @return STONER_ERR_BUFFER_TOO_SMALL
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_read(
    ctx: *mut stoner_context,
    table: *const stoner_table,
    column_major: i32,
    buffer: *mut f64,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let table = tables::get(table, "table")?;
        let columns = table.columns();
        let mut values = alloc::vec(alloc::checked_len(&[table.rows(), columns.len()], size_of::<f64>())?)?;
        if boolean(column_major, "column_major")? {
            columns.iter().for_each(|column| values.extend_from_slice(column.values()));
        } else {
            (0..table.rows()).for_each(|row| values.extend(columns.iter().map(|column| column.values()[row])));
        }
        put_slice(&values, buffer, capacity, length)
    })
}

/// Adds a column after the others.
/// @param name [name] its name
/// @param unit [name; optional] NULL or "": none
/// @param values [real; size n_values] {C:`n_values` }values, which are copied
/// @param n_values [count] the number of rows: that of the other columns, if there are any
/// @return STONER_ERR_SHAPE when it is not
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_add_column(
    ctx: *mut stoner_context,
    table: *mut stoner_table,
    name: *const c_char,
    unit: *const c_char,
    values: *const f64,
    n_values: i64,
) -> i32 {
    guard!(ctx, |_context| {
        let (name, unit) = (text(name, "name")?, unit_argument(unit)?);
        let given = slice(values, count(n_values, "n_values")?, "values")?;
        let values = alloc::copied(given)?;
        tables::update(table, "table", |table| table.add_column(name, unit, values))
    })
}

/// A copy of the metadata: in a table that was made from an image, those of the image, without planes and grid,
/// which belong to its pixels. Later changes of one do not change the other.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_metadata(
    ctx: *mut stoner_context,
    table: *const stoner_table,
    out: *mut *mut stoner_metadata,
) -> i32 {
    guard!(ctx, |_context| {
        let place = self::out(out, "out")?;
        place.set_metadata(tables::get(table, "table")?.metadata().clone())
    })
}

/// Replaces all metadata of a table.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_set_metadata(
    ctx: *mut stoner_context,
    table: *mut stoner_table,
    metadata: *const stoner_metadata,
) -> i32 {
    guard!(ctx, |_context| {
        let metadata = metadata::get(metadata, "metadata")?;
        tables::update(table, "table", |table| {
            *table.metadata_mut() = Metadata::clone(&metadata);
            Ok(())
        })
    })
}

/// Saves a table as text, to a temporary file, which is then renamed. In both formats a column with a unit is headed
/// "name (unit)", numbers have a decimal point and enough digits to restore the same value, and NaN is "nan".
///
/// "csv" (RFC 4180): one line of names, then the rows; no metadata. "tdi": the format of the Python package, which
/// loads it as Stoner.Data; metadata stand in the first of its columns (their units are not in it).
/// @param format [text; optional] "csv" or "tdi"; NULL: by the extension of the name: .csv, or for TDI .tdi, .txt, .dat
/// @return STONER_ERR_INVALID_ARGUMENT for another format or extension; STONER_ERR_FILE_NOT_FOUND (no such folder);
///         STONER_ERR_IO
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_save(
    ctx: *mut stoner_context,
    table: *const stoner_table,
    path: *const c_char,
    format: *const c_char,
) -> i32 {
    guard!(ctx, |context| {
        let table = tables::get(table, "table")?;
        let format = optional_text(format, "format")?.map(Format::from_name).transpose()?;
        files::save(context, &table, Path::new(text(path, "path")?), format)
    })
}

/// Loads a table that stoner_table_save or the Python package wrote, or any CSV file of numbers. A first line that is
/// not all numbers names the columns; a field that is empty or missing is NaN. Between the fields of CSV may stand semicolons or
/// tabs, and then numbers may have a decimal comma.
/// @param format [text; optional] "csv" or "tdi"; NULL: by the beginning of the file
/// @return STONER_ERR_FILE_NOT_FOUND; STONER_ERR_FORMAT; STONER_ERR_CORRUPT (the message names the line);
///         STONER_ERR_IO; STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_load(
    ctx: *mut stoner_context,
    path: *const c_char,
    format: *const c_char,
    out: *mut *mut stoner_table,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let format = optional_text(format, "format")?.map(Format::from_name).transpose()?;
        place.set_table(files::load(context, Path::new(text(path, "path")?), format)?)
    })
}

/// The index of a column: whether it is one is looked at by the table, which knows how many there are.
fn index(column: i32, table: &Table) -> Result<usize> {
    usize::try_from(column)
        .map_err(|_| Error::out_of_range("column", column, format!("0 to {}", table.columns().len().saturating_sub(1))))
}

fn index_to_c(index: usize) -> Result<i32> {
    i32::try_from(index).map_err(|_| Error::out_of_range("column", index, "what an int32_t holds"))
}

fn unit_argument(unit: *const c_char) -> Result<Option<String>> {
    Ok(optional_text(unit, "unit")?.filter(|unit| !unit.is_empty()).map(str::to_owned))
}
