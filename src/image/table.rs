//! A [`Table`], the form of histograms, profiles and spectra.

use super::Metadata;
use crate::context::{Error, Result, Status};
use std::sync::Arc;

/// Named columns of numbers, all of one length, and metadata. Cloning copies no numbers.
#[derive(Debug, Clone, Default)]
pub struct Table {
    columns: Vec<Column>,
    metadata: Arc<Metadata>,
}

/// One column of a [`Table`].
#[derive(Debug, Clone)]
pub struct Column {
    name: String,
    unit: Option<String>,
    values: Arc<Vec<f64>>,
    role: Option<Role>,
}

/// The role of a column in the usual plot of its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The horizontal axis of others.
    X,
    /// It is drawn.
    Y,
    /// The deviation of a column that is drawn: the first of these belongs to the first of those, and so on.
    Deviation,
    /// It is not drawn.
    Aside,
}

/// The tables that the library makes, by the names of their columns, with the usual plot of each. A table of a stack has some of
/// them for each frame, with its number after the name.
const USUAL_PLOTS: [&[(&str, Role)]; 4] = [
    &[("X", Role::Aside), ("Y", Role::Aside), ("Distance", Role::X), ("Intensity", Role::Y)],
    &[
        ("Low_r", Role::Aside),
        ("r", Role::X),
        ("high_r", Role::Aside),
        ("mean", Role::Y),
        ("std", Role::Deviation),
        ("number", Role::Aside),
    ],
    &[
        ("low", Role::Aside),
        ("centre", Role::X),
        ("high", Role::Aside),
        ("count", Role::Y),
        ("density", Role::Aside),
        ("cumulative", Role::Aside),
    ],
    &[("frame", Role::X), ("x", Role::Y), ("y", Role::Y), ("sigma_x", Role::Deviation), ("sigma_y", Role::Deviation)],
];

impl Column {
    /// Its name. Several columns may share one.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The unit of its values.
    pub fn unit(&self) -> Option<&str> {
        self.unit.as_deref()
    }

    /// Its role in the table's usual plot, if that is known.
    pub fn role(&self) -> Option<Role> {
        self.role
    }

    /// Its name without the number of a frame.
    fn family(&self) -> &str {
        match self.name.rsplit_once(' ') {
            Some((family, number)) if !number.is_empty() && number.bytes().all(|c| c.is_ascii_digit()) => family,
            _ => &self.name,
        }
    }

    /// Its values; NaN where there is none.
    pub fn values(&self) -> &[f64] {
        &self.values
    }
}

impl PartialEq for Column {
    /// NaN equals NaN.
    fn eq(&self, other: &Self) -> bool {
        let same = |(a, b): (&f64, &f64)| a == b || (a.is_nan() && b.is_nan());
        self.name == other.name
            && self.unit == other.unit
            && self.values.len() == other.values.len()
            && self.values.iter().zip(other.values.iter()).all(same)
    }
}

impl Table {
    /// Without columns and metadata.
    pub fn new() -> Self {
        Self::default()
    }

    /// Without columns, with metadata.
    pub(super) fn with_metadata(metadata: Arc<Metadata>) -> Self {
        Table { columns: Vec::new(), metadata }
    }

    /// Adds a column after the others.
    ///
    /// # Errors
    /// [`Status::Shape`] if its number of rows differs from the others'.
    pub fn add_column(&mut self, name: impl Into<String>, unit: Option<String>, values: Vec<f64>) -> Result<()> {
        let name = name.into();
        if !self.columns.is_empty() && values.len() != self.rows() {
            return Err(Error::new(
                Status::Shape,
                format!("the column '{name}' has {} rows, the table {}", values.len(), self.rows()),
            ));
        }
        self.columns.push(Column { name, unit, values: Arc::new(values), role: None });
        Ok(())
    }

    /// Gives the columns their roles, if the library makes such a table. To be called when a table is made or read.
    /// Columns that are renamed later keep them.
    pub fn set_usual_plot(&mut self) {
        let known = |plot: &&[(&str, Role)]| {
            let all_there = plot.iter().all(|(name, _)| self.columns.iter().any(|column| column.family() == *name));
            let no_others = self.columns.iter().all(|column| plot.iter().any(|(name, _)| column.family() == *name));
            all_there && no_others
        };
        let Some(plot) = USUAL_PLOTS.into_iter().find(known) else { return };
        for column in &mut self.columns {
            column.role = plot.iter().find(|(name, _)| column.family() == *name).map(|&(_, role)| role);
        }
    }

    /// The number of rows; 0 without columns.
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, |column| column.values.len())
    }

    /// The columns in order.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// One column.
    ///
    /// # Errors
    /// [`Status::OutOfRange`].
    pub fn column(&self, index: usize) -> Result<&Column> {
        self.columns.get(index).ok_or_else(|| {
            let n = self.columns.len();
            Error::out_of_range("column", index, format!("less than {n}, the number of columns"))
        })
    }

    /// The place of the first column with this name.
    ///
    /// # Errors
    /// [`Status::KeyNotFound`].
    pub fn index(&self, name: &str) -> Result<usize> {
        self.columns.iter().position(|column| column.name == name).ok_or_else(|| {
            let names: Vec<&str> = self.columns.iter().map(Column::name).collect();
            Error::new(Status::KeyNotFound, format!("there is no column '{name}'; there are: {}", names.join(", ")))
        })
    }

    /// Renames a column.
    ///
    /// # Errors
    /// [`Status::OutOfRange`].
    pub fn set_name(&mut self, index: usize, name: impl Into<String>) -> Result<()> {
        self.column(index)?;
        self.columns[index].name = name.into();
        Ok(())
    }

    /// Sets a column's unit.
    ///
    /// # Errors
    /// [`Status::OutOfRange`].
    pub fn set_unit(&mut self, index: usize, unit: Option<String>) -> Result<()> {
        self.column(index)?;
        self.columns[index].unit = unit;
        Ok(())
    }

    /// The metadata.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// The metadata, to be changed.
    pub fn metadata_mut(&mut self) -> &mut Metadata {
        Arc::make_mut(&mut self.metadata)
    }

    /// Whether the columns are equal: names, units, values (NaN equals NaN).
    pub fn same_columns(&self, other: &Table) -> bool {
        self.columns == other.columns
    }

    /// Whether columns and metadata are equal.
    pub fn equals(&self, other: &Table) -> bool {
        self.same_columns(other) && self.metadata == other.metadata
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_one_length_and_are_found_by_name() {
        let mut table = Table::new();
        table.add_column("r", Some("um".into()), vec![1.0, f64::NAN]).unwrap();
        assert_eq!(table.add_column("x", None, vec![1.0]).unwrap_err().status(), Status::Shape);
        table.add_column("mean", None, vec![3.0, 4.0]).unwrap();
        assert_eq!((table.rows(), table.columns().len(), table.index("mean").unwrap()), (2, 2, 1));
        assert_eq!(table.index("std").unwrap_err().status(), Status::KeyNotFound);
        assert_eq!(table.column(2).unwrap_err().status(), Status::OutOfRange);
        let mut other = table.clone();
        assert!(table.equals(&other));
        other.metadata_mut().insert("key", 1i64);
        assert!(!table.equals(&other) && table.same_columns(&other));
        other.set_unit(0, None).unwrap();
        assert!(!table.same_columns(&other));
    }

    #[test]
    fn tables_of_the_library_say_how_they_are_drawn() {
        let table = |names: &[&str]| {
            let mut table = Table::new();
            names.iter().for_each(|name| table.add_column(*name, None, vec![1.0]).unwrap());
            table.set_usual_plot();
            table
        };
        let roles = |table: &Table| table.columns().iter().map(Column::role).collect::<Vec<_>>();
        let mut profile = table(&["X", "Y", "Distance", "Intensity 0", "Intensity 1"]);
        let expected = [Role::Aside, Role::Aside, Role::X, Role::Y, Role::Y].map(Some);
        assert_eq!(roles(&profile), expected);
        profile.set_name(3, "optical density").unwrap();
        assert_eq!(roles(&profile), expected);
        for names in [&["X", "Y", "Distance"][..], &["X", "Y", "Distance", "Intensity", "temperature"], &["r", "mean"]]
        {
            assert!(roles(&table(names)).iter().all(Option::is_none));
        }
    }
}
