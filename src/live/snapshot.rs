//! Sums into an image.

use super::shared::{COVERAGE, ERROR, Live};
use super::sums::Pixel;
use crate::array::{MaskedArray, alloc};
use crate::context::{Error, Result, Status};
use crate::image::{Entry, Image, Plane, Value};

/// Room for a snapshot: one element a pixel, row by row. What is not wanted is `None`.
#[derive(Debug)]
pub struct Room<'a> {
    /// Counts in units of the reference; NaN where no point is.
    pub values: Option<&'a mut [f64]>,
    /// Their standard errors; NaN where no point is.
    pub errors: Option<&'a mut [f64]>,
    /// The number of points.
    pub coverage: Option<&'a mut [f64]>,
}

impl Pixel {
    /// Counts for each `reference` of the monitor; NaN without points.
    fn value(&self, reference: f64) -> f64 {
        self.counts / self.monitor * reference
    }

    /// The standard error of [`Pixel::value`] where photons are counted: the root of the variance. Without counts it is that of one count, of
    /// as much of it as the pixel has of a point: no count is no proof of none.
    fn error(&self, reference: f64) -> f64 {
        let least = self.weight.min(1.0);
        self.variance.max(least * least).sqrt() / self.monitor * reference
    }
}

impl Live {
    /// An image of all points so far: masked where there are none, with the planes [`COVERAGE`] and [`ERROR`] and a map.
    ///
    /// # Errors
    /// [`Status::NoMemory`].
    pub fn image(&self) -> Result<Image> {
        let shape = [self.grid.rows, self.grid.columns];
        let n = shape[0] * shape[1];
        let (mut values, mut errors) = (alloc::zeroed_vec::<f64>(n)?, alloc::zeroed_vec::<f64>(n)?);
        let (mut coverage, mut mask) = (alloc::zeroed_vec::<f64>(n)?, alloc::zeroed_vec::<bool>(n)?);
        let (metadata, state) = {
            let sums = self.lock();
            for (i, pixel) in sums.pixels.iter().enumerate() {
                if pixel.weight > 0.0 {
                    values[i] = pixel.value(self.reference);
                    errors[i] = pixel.error(self.reference);
                    coverage[i] = pixel.weight;
                } else {
                    mask[i] = true;
                }
            }
            (sums.metadata.clone(), sums.state(n))
        };
        let mask = alloc::from_vec(&shape, mask)?.into_shared();
        let mut image = Image::new(MaskedArray::new(alloc::from_vec(&shape, values)?, Some(mask.clone()))?);
        image.set_metadata(&metadata)?;
        image.set_map(Some(self.grid.map()));
        for (key, number) in
            [("live.points", state.points), ("live.outside", state.outside), ("live.invalid", state.invalid)]
        {
            image.set_metadata_entry(key, Entry::from(Value::Int(number as i64)))?;
        }
        image.set_metadata_entry("live.coverage", Entry::from(Value::Float(state.coverage)))?;
        let coverage = MaskedArray::from(alloc::from_vec(&shape, coverage)?);
        image.set_plane(COVERAGE, Plane { array: coverage, unit: None })?;
        let errors = MaskedArray::new(alloc::from_vec(&shape, errors)?, Some(mask))?;
        image.set_plane(ERROR, Plane { array: errors, unit: None })?;
        Ok(image)
    }

    /// The same into memory that is there already. Needs none.
    ///
    /// # Errors
    /// [`Status::Shape`] where the room is not that of the pixels.
    pub fn read(&self, room: Room<'_>) -> Result<()> {
        let n = self.grid.rows * self.grid.columns;
        let sums = self.lock();
        let fill = |room: Option<&mut [f64]>, of: &dyn Fn(&Pixel) -> f64| match room {
            None => Ok(()),
            Some(room) if room.len() == n => {
                room.iter_mut().zip(&sums.pixels).for_each(|(to, pixel)| *to = of(pixel));
                Ok(())
            }
            Some(room) => Err(Error::new(
                Status::Shape,
                format!(
                    "`n_pixels` is {}; allowed: {n}, as the grid has {} x {} pixels",
                    room.len(),
                    self.grid.rows,
                    self.grid.columns
                ),
            )),
        };
        let or_nan = |pixel: &Pixel, x: f64| if pixel.weight > 0.0 { x } else { f64::NAN };
        fill(room.values, &|pixel| or_nan(pixel, pixel.value(self.reference)))?;
        fill(room.errors, &|pixel| or_nan(pixel, pixel.error(self.reference)))?;
        fill(room.coverage, &|pixel| pixel.weight)
    }
}
