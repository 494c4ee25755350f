//! The points of a frame in the order in which they were measured.

use super::axes;
use super::recorded::Recorded;
use super::sequence::Search;
use crate::array::alloc;
use crate::context::{Context, Error, Result, Status};
use crate::image::{Metadata, Quantity, Table};

impl Recorded {
    /// A table with a row for each point in time.
    ///
    /// # Errors
    /// [`Status::NoResult`] when the order is not known; [`Status::NoMemory`].
    pub fn into_points(self, ctx: &Context, metadata: Metadata) -> Result<Table> {
        let unknown =
            |why: String| Error::new(Status::NoResult, format!("the order of the points is not known: {why}"));
        let Some((rows, columns)) = self.frame() else {
            return Err(unknown(format!("the detector '{}' gives no images", self.detector)));
        };
        let detector = &self.detector;
        let Some(counts) = self.in_time.of_image(&metadata, detector) else {
            return Err(unknown(format!("there is no 'instrument/{detector}/data' with the values in time")));
        };
        let counts = counts.to_f64()?;
        let counts = counts.as_slice().unwrap_or_default();
        let search =
            Search { metadata: &metadata, in_time: &self.in_time, axes: &self.axes, detector, pixels: &self.pixels };
        let order = search.run(ctx, counts, counts.len())?.map_err(unknown)?;
        let mut pixels: Vec<usize> = alloc::vec(counts.len())?;
        order.each_point(rows * columns, [rows, columns], |pixel| {
            pixels.push(pixel);
            pixels.len() < counts.len()
        });
        let upside_down = self.is_upside_down(&self.positions);
        let mut table = Table::new();
        let row = |pixel: usize| if upside_down { rows - 1 - pixel / columns } else { pixel / columns };
        table.add_column("row", None, pixels.iter().map(|&pixel| row(pixel) as f64).collect())?;
        table.add_column("column", None, pixels.iter().map(|&pixel| (pixel % columns) as f64).collect())?;
        table.add_column("value", None, counts.to_vec())?;
        for quantity in [Quantity::SampleX, Quantity::SampleY] {
            let name = quantity.name();
            if let Some((values, unit)) = self.in_time.get(&metadata, name).filter(|(v, _)| v.len() == counts.len()) {
                let values = values.to_f64()?.iter().copied().collect();
                table.add_column(name, unit.or_else(|| axes::unit(&metadata, detector, name)), values)?;
            }
        }
        if let [.., along_rows, along_columns] = &self.axes[..] {
            // In the file's orientation, in which the axes' points stand.
            for (axis, index) in [
                (along_columns, (|pixel, columns| pixel % columns) as fn(usize, usize) -> usize),
                (along_rows, |pixel, columns| pixel / columns),
            ] {
                if let (Some(name), Some(points)) = (&axis.name, &axis.points) {
                    let values = pixels.iter().map(|&pixel| points[index(pixel, columns)]).collect();
                    table.add_column(format!("nominal {name}"), axis.unit.clone(), values)?;
                }
            }
        }
        if let Some((current, unit)) = &self.ring_current {
            let current = current.to_f64()?;
            let current = current.as_slice().unwrap_or_default();
            let values = pixels.iter().map(|&pixel| current.get(pixel).copied().unwrap_or(f64::NAN)).collect();
            table.add_column(Quantity::RingCurrent.name(), unit.clone(), values)?;
        }
        *table.metadata_mut() = metadata;
        Ok(table)
    }
}
