//! The spectrum of a region of the sample: mean and standard error over its pixels, frame by frame.

use super::model::Scan;
use crate::array::MaskedArray;
use crate::context::{Context, Error, Result, Status};
use crate::image::{Image, PixelBox, Quantity, Table};

/// The pixels whose mean is taken.
#[derive(Debug, Clone)]
pub enum Region {
    /// Those of a box.
    Box(PixelBox),
    /// Those that are not 0 (nor masked) in an image of a frame's shape.
    Pixels(Box<Image>),
}

/// A table of the mean of a region in each frame of a stack: the frame axis, the mean, its standard error (the standard deviation of
/// the pixels, n - 1, over the square root of their number n), n, and dwell and polarization where the scan has them.
///
/// One frame is read at a time, so a scan may be larger than memory. Masked pixels and NaN take no part. A frame without pixels has NaN and a
/// warning.
///
/// # Errors
/// [`Status::Shape`] when a region's image has another shape than the frames, or the detector gives no frames or images;
/// those of [`Scan::frame`].
pub fn spectrum(
    ctx: &Context,
    scan: &Scan,
    entry: Option<&str>,
    detector: Option<&str>,
    region: &Region,
) -> Result<Table> {
    let about = scan.entry(entry)?;
    let of = about.detector(detector)?;
    let frames = of.frames();
    let ([_, _] | [_, _, _]) = *of.shape else {
        return Err(Error::new(
            Status::Shape,
            format!("the spectrum of a region needs images; '{}' has shape {:?}", of.name, of.shape),
        ));
    };
    let (mut means, mut errors, mut counts) = (Vec::new(), Vec::new(), Vec::new());
    let mut empty = 0;
    let mut table = None;
    for frame in 0..frames {
        ctx.check_cancelled()?;
        ctx.report(frame as f64 / frames as f64)?;
        // The first frame's warnings hold for all of them.
        let aside = ctx.aside();
        let image = scan.frame(if frame == 0 { ctx } else { &aside }, entry, detector, frame)?;
        if table.is_none() {
            let mut made = Table::of(&image);
            // What was taken from the first frame is no property of all.
            for quantity in [Quantity::Energy, Quantity::Dwell] {
                if let Some(found) = crate::image::conditions::quantity(image.own_metadata(), Some(&of.group), quantity)
                {
                    made.metadata_mut().pop(&found.key).ok();
                }
            }
            table = Some(made);
        }
        let [mean, error, count] = of_frame(&image, region)?;
        empty += usize::from(count == 0.0);
        means.push(mean);
        errors.push(error);
        counts.push(count);
    }
    if empty > 0 {
        ctx.warn_of(
            crate::context::Warning::FrameFailed,
            format!("the region has no valid pixel in {empty} of {frames} frames: NaN"),
        );
    }
    let mut table = table.unwrap_or_else(Table::new);
    let axis = of.axes.first().filter(|_| of.shape.len() == 3);
    match axis.and_then(|axis| Some((axis, axis.name.clone()?, axis.points.clone()?))) {
        Some((axis, name, points)) => table.add_column(name, axis.unit.clone(), points)?,
        None => table.add_column("frame", None, (0..frames).map(|frame| frame as f64).collect())?,
    }
    table.add_column("mean", None, means)?;
    table.add_column("standard error", None, errors)?;
    table.add_column("pixels", None, counts)?;
    for quantity in [Quantity::Dwell, Quantity::Polarization] {
        if let Ok(values) = about.quantity(ctx, of, quantity) {
            table.add_column(quantity.name(), Some(quantity.unit().to_owned()).filter(|u| !u.is_empty()), values)?;
        }
    }
    Ok(table)
}

/// Mean, standard error and number of pixels.
fn of_frame(image: &Image, region: &Region) -> Result<[f64; 3]> {
    let (rows, columns) = image.frame_shape()?;
    let values = image.data().to_f64()?;
    let masked = |array: &MaskedArray, at: [usize; 2]| array.mask().is_some_and(|mask| mask[[at[0], at[1]]]);
    let valid = |at: [usize; 2]| !masked(image.array(), at) && !values[[at[0], at[1]]].is_nan();
    let mut wanted: Vec<[usize; 2]> = Vec::new();
    match region {
        Region::Box(part) => {
            for row in part.ymin..part.ymax {
                wanted.extend((part.xmin..part.xmax).map(|column| [row, column]).filter(|&at| valid(at)));
            }
        }
        Region::Pixels(mask) => {
            if mask.shape() != [rows, columns] {
                return Err(Error::new(
                    Status::Shape,
                    format!("the region has shape {:?}, a frame [{rows}, {columns}]", mask.shape()),
                ));
            }
            let inside = mask.data().to_f64()?;
            let inside = |at: [usize; 2]| !masked(mask.array(), at) && inside[[at[0], at[1]]] != 0.0;
            for row in 0..rows {
                wanted.extend((0..columns).map(|column| [row, column]).filter(|&at| inside(at) && valid(at)));
            }
        }
    }
    let n = wanted.len() as f64;
    if wanted.is_empty() {
        return Ok([f64::NAN, f64::NAN, 0.0]);
    }
    let mean = wanted.iter().map(|&[row, column]| values[[row, column]]).sum::<f64>() / n;
    let squares: f64 = wanted.iter().map(|&[row, column]| (values[[row, column]] - mean).powi(2)).sum();
    let error = if wanted.len() > 1 { (squares / (n - 1.0) / n).sqrt() } else { f64::NAN };
    Ok([mean, error, n])
}
