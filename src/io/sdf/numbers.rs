//! Text matrices (`.xim`) and tables of spectra (`.xsp`).

use super::tree::number;
use crate::array::alloc;
use crate::context::{Context, Error, Result, Status};
use crate::io::limits::Budget;
use crate::io::source;
use std::path::Path;

/// The values of one file, in the order of its lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    /// As many as are wanted; NaN where there is none.
    pub values: Vec<f64>,
    /// Whether a value is missing, or is no number.
    pub missing: Vec<bool>,
    /// How many are not in the file.
    pub absent: usize,
    /// How many are in the file and no numbers.
    pub wild: usize,
}

/// Reads a matrix of this shape. Lines may be missing at its end, and values in its last line: a scan that was stopped.
///
/// # Errors
/// Those of reading the file; [`Status::Corrupt`] when it has another shape; [`Status::NoMemory`], [`Status::Cancelled`].
pub fn matrix(ctx: &Context, path: &Path, [rows, columns]: [usize; 2]) -> Result<Matrix> {
    let text = text(path)?;
    let len = alloc::checked_len(&[rows, columns], size_of::<f64>())?;
    let other = |found: String| {
        Error::new(
            Status::Corrupt,
            format!("'{}' has {found}; by the header it has {rows} lines of {columns} values", path.display()),
        )
    };
    let mut found = Matrix { values: alloc::vec(len)?, missing: alloc::vec(len)?, absent: 0, wild: 0 };
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).enumerate().peekable();
    while let Some((i, line)) = lines.next() {
        ctx.check_cancelled()?;
        if i >= rows {
            return Err(other(format!("more than {rows} lines")));
        }
        let mut n = 0;
        for word in words(line) {
            n += 1;
            if n > columns {
                return Err(other(format!("more than {columns} values in line {}", i + 1)));
            }
            put(&mut found, number(word));
        }
        if n < columns && lines.peek().is_some() {
            return Err(other(format!("{n} values in line {}", i + 1)));
        }
    }
    fill(&mut found, len);
    Ok(found)
}

/// Reads a table of a spectrum: the points of its axis, and the column of a channel. `points` are those of the header.
///
/// # Errors
/// As [`matrix`].
pub fn spectrum(ctx: &Context, path: &Path, channel: usize, points: usize) -> Result<(Vec<f64>, Matrix)> {
    let text = text(path)?;
    let budget = Budget::new(ctx, text.len() as u64);
    budget.take_each(points, 2 * size_of::<f64>() + 1, "the spectrum")?;
    let mut axis = alloc::vec(points)?;
    let mut found = Matrix { values: alloc::vec(points)?, missing: alloc::vec(points)?, absent: 0, wild: 0 };
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        ctx.check_cancelled()?;
        let mut words = words(line);
        let first = words.next().and_then(number);
        // A line of names may stand first.
        let Some(first) = first else {
            if axis.is_empty() {
                continue;
            } else {
                break;
            };
        };
        if axis.len() == points {
            return Err(Error::new(
                Status::Corrupt,
                format!("'{}' has more than the {points} points of its axis in the header", path.display()),
            ));
        }
        axis.push(first);
        match words.nth(channel) {
            Some(word) => put(&mut found, number(word)),
            None => {
                return Err(Error::new(
                    Status::Corrupt,
                    format!("'{}' has no column for channel {} in line {}", path.display(), channel + 1, axis.len()),
                ));
            }
        }
    }
    axis.resize(points, f64::NAN);
    fill(&mut found, points);
    Ok((axis, found))
}

fn text(path: &Path) -> Result<String> {
    match source::read_all(path) {
        Ok(bytes) => source::whole_text(bytes),
        // A file that was made and not written to has no values yet.
        Err(error) if error.status() == Status::Format => Ok(String::new()),
        Err(error) => Err(error),
    }
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split([' ', '\t', ',', ';', '\r']).filter(|word| !word.is_empty())
}

fn put(found: &mut Matrix, value: Option<f64>) {
    let wild = value.is_none_or(f64::is_nan);
    found.wild += usize::from(wild);
    found.values.push(value.unwrap_or(f64::NAN));
    found.missing.push(wild);
}

fn fill(found: &mut Matrix, len: usize) {
    found.absent = len - found.values.len();
    found.values.resize(len, f64::NAN);
    found.missing.resize(len, true);
}
