//! Holes in the data: places that have none within some steps of the scan.
//!
//! Triangles span a hole, however wide it is, and values interpolated across it are invented. Distances are counted in steps of
//! the scan, the median vectors between measured positions of neighbouring pixels along rows and columns, so that they
//! do not depend on units, on the shape of a pixel or on the requested grid.

use super::locate::Targets;
use super::mesh::NONE;
use super::nearest::Buckets;
use super::points::Points;
use super::space::Space;
use crate::array::alloc;
use crate::context::{Result, Stage};

/// A target this near to a point, in steps, lies at a hole's rim, not inside: half a cell's diagonal and a little more.
const RIM: f64 = 0.75;
/// How far a target may lie from the next one, in steps.
const BETWEEN_TARGETS: f64 = std::f64::consts::FRAC_1_SQRT_2;

/// From positions to steps of the scan.
#[derive(Debug, Clone, Copy)]
pub struct Steps {
    origin: [f64; 2],
    /// The size that positions are first divided by, so that nothing overflows.
    size: f64,
    inverse: [[f64; 2]; 2],
}

impl Steps {
    /// The steps between pixels; where their medians are no grid's (a spiral, many points on one place), squares with as
    /// much room as each point has. `None` where that is none.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory).
    pub fn measured(points: &Points<'_>) -> Result<Option<Steps>> {
        let [x, y] = points.at;
        let known = |i: &usize| x[*i].is_finite() && y[*i].is_finite();
        let (mut low, mut high, mut count) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2], 0usize);
        for i in (0..x.len()).filter(known) {
            for (k, p) in [x[i], y[i]].into_iter().enumerate() {
                (low[k], high[k]) = (low[k].min(p), high[k].max(p));
            }
            count += 1;
        }
        let width = [0, 1].map(|k| high[k] - low[k]);
        let size = width[0].max(width[1]);
        if count == 0 || !size.is_finite() || size <= 0.0 {
            return Ok(None);
        }
        let [rows, columns] = points.shape.unwrap_or([0, 0]);
        let step = |[down, right]: [usize; 2]| -> Result<[f64; 2]> {
            let mut found = [0.0; 2];
            for (k, at) in points.at.into_iter().enumerate() {
                let mut differences = alloc::vec(rows.saturating_sub(down) * columns.saturating_sub(right))?;
                for row in down..rows {
                    let between = |column: usize| {
                        (at[row * columns + column] - at[(row - down) * columns + column - right]) / size
                    };
                    differences.extend((right..columns).map(between).filter(|d| d.is_finite()));
                }
                let middle = differences.len() / 2;
                if !differences.is_empty() {
                    found[k] = *differences.select_nth_unstable_by(middle, f64::total_cmp).1;
                }
            }
            Ok(found)
        };
        let (across, along) = (step([0, 1])?, step([1, 0])?);
        let determinant = across[0] * along[1] - across[1] * along[0];
        let room = (width[0] / size * (width[1] / size) / count as f64).sqrt();
        let inverse = if determinant.abs() > 1e-3 * across[0].hypot(across[1]) * along[0].hypot(along[1]) {
            [[along[1], -along[0]], [-across[1], across[0]]].map(|row| row.map(|x| x / determinant))
        } else if room > 0.0 {
            [[1.0 / room, 0.0], [0.0, 1.0 / room]]
        } else {
            return Ok(None);
        };
        let steps = Steps { origin: low, size, inverse };
        Ok(inverse.as_flattened().iter().all(|x| x.is_finite()).then_some(steps))
    }

    /// A position, counted in steps.
    pub fn to(&self, p: [f64; 2]) -> [f64; 2] {
        let d = [0, 1].map(|k| (p[k] - self.origin[k]) / self.size);
        self.inverse.map(|row| row[0] * d[0] + row[1] * d[1])
    }
}

/// Which targets lie in a hole. A hole is where a target has no point within `most` steps; it reaches from there as far as it
/// is empty, so that no target of it is made of what stands on the other side. `suspects` are targets that may be so far from
/// any point; with none there is no hole.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
pub fn find(
    stage: &Stage<'_>,
    steps: &Steps,
    points: impl ExactSizeIterator<Item = [f64; 2]>,
    targets: &Targets<'_>,
    (suspects, most): (&[u32], f64),
) -> Result<Option<Vec<bool>>> {
    if suspects.is_empty() {
        return Ok(None);
    }
    let at = |targets: &Targets<'_>, i: u32| steps.to(targets.position(i as usize));
    let mut counted = alloc::vec(points.len())?;
    counted.extend(points.map(|p| steps.to(p)));
    let far = distances(&stage.part(0.0..0.3), &counted, suspects.iter().map(|&i| at(targets, i)))?;
    let mut middles = alloc::vec(suspects.len())?;
    middles.extend(suspects.iter().zip(far).filter(|&(_, d)| d > most).map(|(&i, _)| at(targets, i)));
    if middles.is_empty() {
        return Ok(None);
    }
    let n = targets.len() as u32;
    let from_points = distances(&stage.part(0.3..0.6), &counted, (0..n).map(|i| at(targets, i)))?;
    let from_middles = distances(&stage.part(0.6..1.0), &middles, (0..n).map(|i| at(targets, i)))?;
    let mut holes = alloc::vec(targets.len())?;
    let reach = most + BETWEEN_TARGETS;
    holes.extend(from_points.into_iter().zip(from_middles).map(|(d, e)| d > most || d > RIM && e <= reach));
    Ok(Some(holes))
}

/// The distance of each place to the nearest point; NaN for a place that is no number.
fn distances(
    stage: &Stage<'_>,
    points: &[[f64; 2]],
    places: impl ExactSizeIterator<Item = [f64; 2]>,
) -> Result<Vec<f64>> {
    let (mut x, mut y) = (alloc::vec(places.len())?, alloc::vec(places.len())?);
    for place in places {
        x.push(place[0]);
        y.push(place[1]);
    }
    let space = Space::new(points.iter().copied(), false);
    let mut working = alloc::vec(points.len())?;
    working.extend(points.iter().map(|&p| space.to(p)));
    let nearest = Buckets::new(&working, &space)?.nearest(stage, &space, &Targets::Points([&x, &y]))?;
    let mut out = alloc::vec(nearest.len())?;
    out.extend(nearest.iter().zip(x.iter().zip(&y)).map(|(&i, (x, y))| match points.get(i as usize) {
        Some(p) if i != NONE => (p[0] - x).hypot(p[1] - y),
        _ => f64::NAN,
    }));
    Ok(out)
}
