//! Planes of the pixels: measured positions, nominal ones that fit no map, ring current.

use super::in_time::InTime;
use super::sequence::Search;
use super::unmeasured;
use crate::array::{DType, Data, MaskedArray, alloc};
use crate::context::{Context, Error, Result, Status, Warning};
use crate::image::{ACTUAL_X, ACTUAL_Y, BEAM_CURRENT, Image, Metadata, Plane};
use crate::scan::Axis;

/// Planes of positions: name, values, unit.
pub type Positions = Vec<(&'static str, Data, Option<String>)>;

/// A plane from a file's array.
pub fn plane(data: Data, unit: Option<String>) -> Plane {
    Plane { array: MaskedArray::from(data), unit }
}

/// The measured positions as arrays of the image's shape, in the file's orientation, with the units of their own.
///
/// The detectors of the group `instrument` hold their values in the order in which the points were measured. That order is found by comparing the
/// image with its own detector's values, else by the positions themselves. The second result marks the pixels that were not measured, where
/// the scan was stopped.
///
/// # Errors
/// [`Status::NoMemory`], [`Status::Cancelled`].
pub fn positions(
    ctx: &Context,
    metadata: &Metadata,
    detector: &str,
    pixels: &Data,
    axes: &[Axis],
    in_time: &InTime,
) -> Result<(Positions, Option<Data>)> {
    let measured: Vec<_> = [(ACTUAL_X, "sample_x"), (ACTUAL_Y, "sample_y")]
        .into_iter()
        .filter_map(|(name, axis)| Some((name, in_time.get(metadata, axis)?)))
        .collect();
    if measured.is_empty() {
        return Ok((Vec::new(), None));
    }
    let Some(counts) = in_time.of_image(metadata, detector) else {
        ctx.warn_of(Warning::NotMeasured, format!(
            "the measured positions are left out: there is no 'instrument/{detector}/data' to tell in which order the \
             points were measured"
        ));
        return Ok((Vec::new(), None));
    };
    let shape = pixels.shape();
    let len = pixels.len();
    let counts = counts.to_f64()?;
    let counts = counts.as_slice().unwrap_or_default();
    let mut columns = Vec::new();
    for (name, (values, unit)) in measured {
        if values.len() != counts.len() {
            ctx.warn_of(
                Warning::NotMeasured,
                format!("'{name}' is left out: it has {} values for {} points", values.len(), counts.len()),
            );
            continue;
        }
        columns.push((name, values.to_f64()?, unit));
    }
    let columns: Vec<_> =
        columns.iter().map(|(name, values, unit)| (*name, values.as_slice().unwrap_or_default(), unit)).collect();
    // An aborted scan: what was not measured reads as 0 everywhere.
    let written = |k: usize| counts[k] != 0.0 || columns.iter().any(|(_, values, _)| values[k] != 0.0);
    let measured_points = (0..counts.len()).rev().find(|&k| written(k)).map_or(0, |last| last + 1);
    let search = Search { metadata, in_time, axes, detector, pixels };
    let order = match search.run(ctx, counts, measured_points)? {
        Ok(order) => order,
        Err(why) => {
            ctx.warn_of(Warning::NotMeasured, format!("the measured positions are left out: {why}"));
            return Ok((Vec::new(), None));
        }
    };
    if measured_points < counts.len() {
        ctx.warn_of(
            Warning::NotMeasured,
            format!(
                "the last {} of {} points were not measured: their positions are not numbers",
                counts.len() - measured_points,
                counts.len()
            ),
        );
    }
    let frame = [shape[shape.len() - 2], shape[shape.len() - 1]];
    let mut unmeasured = None;
    if measured_points < len {
        // A pixel that has a value was measured, whatever the points in time say.
        let mut missing = unmeasured::without_value(pixels)?;
        let mut k = 0;
        order.each_point(len, frame, |pixel| {
            missing[pixel] &= k >= measured_points;
            k += 1;
            k < measured_points
        });
        unmeasured = Some(Data::from(alloc::from_vec(shape, missing)?));
    }
    let mut found = Vec::new();
    for (name, values, unit) in columns {
        let mut plane = alloc::vec(len)?;
        plane.resize(len, f64::NAN);
        let mut k = 0;
        order.each_point(len, frame, |pixel| {
            if k < measured_points {
                plane[pixel] = values[k];
            }
            k += 1;
            k < measured_points
        });
        found.push((name, Data::from(alloc::from_vec(shape, plane)?), unit.clone()));
    }
    Ok((found, unmeasured))
}

/// The ring current at each pixel.
///
/// # Errors
/// [`Status::NoResult`] when there is none.
pub fn ring_current(image: &Image) -> Result<&Plane> {
    image.planes().get(BEAM_CURRENT).ok_or_else(|| {
        Error::new(
            Status::NoResult,
            "`bcn` is true, but the file has no ring current of the image's shape ('control/data')",
        )
    })
}

/// The image without the pixels that have no ring current: they are masked in the image and in its plane `beam current`, so
/// that none has a part in a grid. Only a number above 0 is a current.
///
/// # Errors
/// [`Status::NoResult`] when there is no such plane, or no current in it; [`Status::NoMemory`].
pub fn mask_without_ring_current(ctx: &Context, image: &Image) -> Result<Image> {
    let Plane { array: plane, unit } = ring_current(image)?;
    let current = plane.data().to_f64()?;
    let mut without = alloc::map(current.view(), |i| !(i > 0.0 && i.is_finite()))?;
    if let Some(mask) = plane.mask() {
        without = alloc::zip_map(without.view(), mask.view(), |a, b| a | b)?;
    }
    let count = without.iter().filter(|&&m| m).count();
    if count == 0 {
        return Ok(image.clone());
    }
    if count == without.len() {
        return Err(Error::new(
            Status::NoResult,
            "`bcn` is true, but no pixel has a ring current above 0 ('control/data')",
        ));
    }
    ctx.warn_of(
        Warning::NotMeasured,
        format!("{count} of {} pixels have no ring current above 0 and are masked", without.len()),
    );
    let without = without.into_shared();
    let plane = Plane { array: plane.with_more_mask(without.clone())?, unit: unit.clone() };
    let mut masked = image.with_array(image.array().with_more_mask(without)?)?;
    masked.set_plane(BEAM_CURRENT, plane)?;
    Ok(masked)
}

/// The image divided by its plane `beam current`, as f64; what is masked in either is masked, with 0 beneath where there is
/// no current.
///
/// # Errors
/// [`Status::NoResult`] when there is no such plane; [`Status::NoMemory`].
pub fn divide_by_ring_current(image: &Image) -> Result<Image> {
    let plane = &ring_current(image)?.array;
    let current = plane.data().to_f64()?;
    let counts = image.data().cast(DType::F64)?.to_f64()?;
    let ratio = alloc::zip_map(counts.view(), current.view(), |n, i| if i > 0.0 { n / i } else { 0.0 })?;
    let mut array = image.array().with_data(ratio)?;
    if let Some(mask) = plane.mask() {
        array = array.with_more_mask(mask.clone())?;
    }
    image.with_array(array)
}
