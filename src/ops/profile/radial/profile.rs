//! The profile along the radius: the requested rings, and the table of their statistics.

use super::polar::{Origin, PixelSize, Polar, distance};
use super::rings::{Rings, Sector, Statistics};
use crate::array::alloc;
use crate::context::{Context, Error, Result, Status};
use crate::image::{Image, Table};
use std::f64::consts::{PI, TAU};

/// The memory of a ring: its edges, its sums and its row of the table, of which a part is there for each frame.
const RING_COST: [f64; 2] = [128.0, 24.0];

/// Mean, standard deviation (ddof 0) and number of the pixels in each ring `edges[i] <= r < edges[i + 1]`. Masked and NaN
/// pixels are left out; a ring without pixels has number 0 and NaN.
///
/// Without edges the rings begin at 0 and end where the pixels on the image's edge begin; they are 1 wide, or, where the
/// map gives the size of a pixel, as wide as its smaller side.
///
/// The columns are `Low_r`, `r` (the middle), `high_r`, `mean`, `std`, `number`; for a stack the last three for each frame,
/// with its index after the name (`mean 0`).
///
/// # Errors
/// Those of [`super::coordinates`]; [`Status::InvalidArgument`] when the edges do not rise or an angle is no number;
/// [`Status::NoResult`] without edges when the centre lies on the image's edge or outside; [`Status::Dtype`] for complex
/// images.
pub fn profile(ctx: &Context, image: &Image, sector: Sector, edges: Option<&[f64]>, origin: &Origin) -> Result<Table> {
    let polar = Polar::new(image, origin)?;
    if image.dtype().is_complex() {
        let dtype = image.dtype();
        let what = format!("{dtype} values: take the real part, the imaginary part or the magnitude first");
        return Err(Error::new(Status::Dtype, what));
    }
    let sector = sector.checked()?;
    let edges = match edges {
        Some(edges) => checked(edges)?,
        None => default_edges(ctx, image, &polar, matches!(origin.pixel_size, PixelSize::Map))?,
    };
    let rings = Rings::new(edges)?;
    let mut table = Table::of(image);
    let unit = || polar.unit.clone();
    table.add_column("Low_r", unit(), rings.each(|low, _| low)?)?;
    table.add_column("r", unit(), rings.each(|low, high| low + (high - low) / 2.0)?)?;
    table.add_column("high_r", unit(), rings.each(|_, high| high)?)?;
    let stage = ctx.whole();
    if image.ndim() == 2 {
        let statistics = rings.statistics(&stage, image.array(), &polar, sector)?;
        add(&mut table, &statistics, "")?;
    } else {
        let frames = image.shape()[0];
        for i in 0..frames {
            let mut array = image.array().clone();
            array.index_first(i);
            let statistics = rings.statistics(&stage.nth(i, frames), &array, &polar, sector)?;
            add(&mut table, &statistics, &format!(" {i}"))?;
        }
    }
    table.set_usual_plot();
    Ok(table)
}

fn add(table: &mut Table, rings: &[Statistics], suffix: &str) -> Result<()> {
    let mut column = |name: &str, f: fn(&Statistics) -> f64| {
        let mut values = alloc::vec(rings.len())?;
        values.extend(rings.iter().map(f));
        table.add_column(format!("{name}{suffix}"), None, values)
    };
    column("mean", |ring| ring.mean())?;
    column("std", |ring| ring.std())?;
    column("number", |ring| ring.number)
}

fn checked(edges: &[f64]) -> Result<Vec<f64>> {
    if edges.len() < 2 || !edges.iter().all(|x| x.is_finite()) || edges.windows(2).any(|pair| pair[0] >= pair[1]) {
        let shown = if edges.len() > 8 { format!("{:?}...", &edges[..8]) } else { format!("{edges:?}") };
        return Err(Error::argument("r", shown, "two or more finite edges, each above the one before"));
    }
    let copy = alloc::copied(edges)?;
    Ok(copy)
}

fn default_edges(ctx: &Context, image: &Image, polar: &Polar, from_map: bool) -> Result<Vec<f64>> {
    let (rows, columns) = image.frame_shape()?;
    let [cx, cy] = polar.centre;
    let inside = cx >= 0.0 && cx <= columns as f64 - 1.0 && cy >= 0.0 && cy <= rows as f64 - 1.0;
    let square = |x: f64| x * x;
    let across =
        (0..columns).map(|column| (column, 0)).chain((0..columns).map(|column| (column, rows.wrapping_sub(1))));
    let down = (0..rows).map(|row| (0, row)).chain((0..rows).map(|row| (columns.wrapping_sub(1), row)));
    let to_edge = across
        .chain(down)
        .map(|(column, row)| distance(square(polar.x(column)), square(polar.y(row))))
        .fold(f64::INFINITY, f64::min);
    if !inside || to_edge <= 0.0 || !to_edge.is_finite() {
        return Err(Error::new(
            Status::NoResult,
            format!(
                "`r` is not given, and the centre ({cx}, {cy}) does not lie inside the image of {columns} x {rows} pixels: \
                 no ring fits between it and the edge"
            ),
        ));
    }
    let step = if from_map { polar.size[0].min(polar.size[1]) } else { 1.0 };
    let frames = if image.ndim() == 3 { image.shape()[0] } else { 1 };
    // From float to integer clips.
    let cost = (to_edge / step * (RING_COST[0] + RING_COST[1] * frames as f64)) as u64;
    ctx.check_cost("r", format!("not given and would make {:.0} rings", to_edge / step), cost, image.nbytes())?;
    let mut edges = alloc::vec((to_edge / step) as usize + 3)?;
    edges.push(0.0);
    let mut i = 1;
    loop {
        let edge = i as f64 * step;
        edges.push(edge);
        if edge >= to_edge {
            return Ok(edges);
        }
        i += 1;
    }
}

impl Sector {
    /// With angles within a turn of zero.
    fn checked(self) -> Result<Sector> {
        let finite = |name: &str, angle: f64| {
            if angle.is_finite() { Ok(angle) } else { Err(Error::argument(name, angle, "finite numbers")) }
        };
        match self {
            Sector::All => Ok(Sector::All),
            Sector::Range(low, high) => {
                let (low, high) = (finite("angle", low)?, finite("angle", high)?);
                if high - low >= TAU {
                    return Ok(Sector::All);
                }
                let width = if high >= low { high - low } else { (high - low).rem_euclid(TAU) };
                // What lies within a turn stays as it is, so that a border that is a pixel's own angle includes it.
                let home = if (-PI..=PI).contains(&low) { low } else { within_half_turn(low) };
                let end = if home == low && high >= low { high } else { home + width };
                Ok(Sector::Range(home, end))
            }
            Sector::Around(angle, width) => {
                let angle = within_half_turn(finite("angle", angle)?);
                match width {
                    Some(width) if !(width > 0.0 && width.is_finite()) => {
                        Err(Error::argument("sector_width", width, "a number above 0, or 0 for one pixel"))
                    }
                    Some(width) if width >= TAU => Ok(Sector::All),
                    width => Ok(Sector::Around(angle, width)),
                }
            }
        }
    }

    /// Whether a pixel at z = x + iy is in the sector.
    pub(super) fn contains(&self, x: f64, y: f64, size: [f64; 2]) -> bool {
        match *self {
            Sector::All => true,
            Sector::Range(low, high) => {
                let angle = y.atan2(x);
                [angle, angle + TAU, angle - TAU].iter().any(|angle| (low..=high).contains(angle))
            }
            Sector::Around(direction, width) => {
                let off = within_half_turn(y.atan2(x) - direction).abs();
                match width {
                    Some(width) => off <= width / 2.0,
                    None => {
                        // A pixel's extent across the direction.
                        let pixel = (size[0] * direction.sin()).hypot(size[1] * direction.cos());
                        off * distance(x * x, y * y) <= pixel / 2.0
                    }
                }
            }
        }
    }
}

/// The same angle between -pi and pi.
fn within_half_turn(angle: f64) -> f64 {
    if (-PI..=PI).contains(&angle) { angle } else { angle - TAU * (angle / TAU).round() }
}
