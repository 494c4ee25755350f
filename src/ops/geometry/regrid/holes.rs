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
    /// The steps between pixels; where these are no grid (a spiral, points in no order), squares with as much room as each
    /// point has. `None` where that is none.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory).
    pub fn measured(points: &Points<'_>) -> Result<Option<Steps>> {
        let [x, y] = points.at;
        let (mut low, mut high, mut count) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2], 0usize);
        for (&x, &y) in x.iter().zip(y).filter(|(x, y)| x.is_finite() && y.is_finite()) {
            low = [low[0].min(x), low[1].min(y)];
            high = [high[0].max(x), high[1].max(y)];
            count += 1;
        }
        let width = [0, 1].map(|k| high[k] - low[k]);
        let size = width[0].max(width[1]);
        if count == 0 || !size.is_finite() || size <= 0.0 {
            return Ok(None);
        }
        let (across, along) = (Step::median(points, [0, 1], size)?, Step::median(points, [1, 0], size)?);
        let [a, b] = reduced(across.vector, along.vector);
        let determinant = a[0] * b[1] - a[1] * b[0];
        let room = (width[0] / size * (width[1] / size) / count as f64).sqrt();
        // The pixels of a grid have about the room of all points, which a turned grid does not fill.
        let share = determinant.abs() / (room * room);
        let length = across.vector[0].hypot(across.vector[1]);
        let is_grid = across.spread <= MOST_SPREAD * length && (room == 0.0 || (0.1..=4.0).contains(&share));
        let inverse = if is_grid && determinant.abs() > 1e-3 * a[0].hypot(a[1]) * b[0].hypot(b[1]) {
            [[b[1], -b[0]], [-a[1], a[0]]].map(|row| row.map(|x| x / determinant))
        } else if room > 0.0 {
            [[1.0 / room, 0.0], [0.0, 1.0 / room]]
        } else {
            return Ok(None);
        };
        let steps = Steps { origin: low, size, inverse };
        Ok(inverse.as_flattened().iter().all(|x| x.is_finite()).then_some(steps))
    }

    /// A position, counted in steps.
    #[inline]
    pub fn to(&self, p: [f64; 2]) -> [f64; 2] {
        let (x, y) = ((p[0] - self.origin[0]) / self.size, (p[1] - self.origin[1]) / self.size);
        let [a, b] = self.inverse;
        [a[0] * x + a[1] * y, b[0] * x + b[1] * y]
    }
}

/// How far half of the steps along rows may lie from their median, in its length: twice where lines are scanned to and fro, half as
/// much where positions jitter by a pixel, and the scan's width over a step where pixels are in no order.
const MOST_SPREAD: f64 = 3.0;

/// The shortest two steps of the same lattice (Lagrange's reduction): lines that are scanned to and fro, or whose pixels stand in
/// rows of another length, have neighbours in the next row that are far away.
fn reduced(mut a: [f64; 2], mut b: [f64; 2]) -> [[f64; 2]; 2] {
    let dot = |a: [f64; 2], b: [f64; 2]| a[0] * b[0] + a[1] * b[1];
    // The shorter one becomes at least some tenths shorter each time.
    for _ in 0..64 {
        if dot(a, a) > dot(b, b) {
            (a, b) = (b, a);
        }
        let times = (dot(a, b) / dot(a, a)).round();
        // NaN where one has no length.
        if times == 0.0 || !times.is_finite() {
            break;
        }
        b = [b[0] - times * a[0], b[1] - times * a[1]];
    }
    [a, b]
}

/// A step between neighbouring pixels.
struct Step {
    /// The medians of its x and y.
    vector: [f64; 2],
    /// The medians of how far x and y lie from theirs, taken together.
    spread: f64,
}

impl Step {
    /// The median step from a pixel to that some rows down and some columns to the right, in units of `size`. Of many, some
    /// that lie evenly are looked at.
    fn median(points: &Points<'_>, [down, right]: [usize; 2], size: f64) -> Result<Step> {
        const ENOUGH: usize = 1 << 14;
        let [rows, columns] = points.shape.unwrap_or([0, 0]);
        let (rows, width) = (rows.saturating_sub(down), columns.saturating_sub(right));
        // An odd stride meets all columns.
        let stride = (rows * width / ENOUGH) | 1;
        let mut found = Step { vector: [0.0; 2], spread: 0.0 };
        for (k, at) in points.at.into_iter().enumerate() {
            let mut differences = alloc::vec((rows * width).div_ceil(stride))?;
            differences.extend(
                (0..rows * width)
                    .step_by(stride)
                    .map(|i| {
                        let from = i / width * columns + i % width;
                        (at[from + down * columns + right] - at[from]) / size
                    })
                    .filter(|d| d.is_finite()),
            );
            let middle = differences.len() / 2;
            if differences.is_empty() {
                continue;
            }
            let median = *differences.select_nth_unstable_by(middle, f64::total_cmp).1;
            differences.iter_mut().for_each(|d| *d = (*d - median).abs());
            let spread = *differences.select_nth_unstable_by(middle, f64::total_cmp).1;
            found.vector[k] = median;
            found.spread = found.spread.hypot(spread);
        }
        Ok(found)
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
    points: impl Iterator<Item = [f64; 2]> + Clone,
    targets: &Targets<'_>,
    (suspects, most): (&[u32], f64),
) -> Result<Option<Vec<bool>>> {
    if suspects.is_empty() {
        return Ok(None);
    }
    let at = |&i: &u32| steps.to(targets.position(i as usize));
    let points = points.map(|p| steps.to(p));
    let far = distances(&stage.part(0.0..0.3), points.clone(), suspects.iter().map(at), most)?;
    let mut middles = alloc::vec(suspects.len())?;
    middles.extend(suspects.iter().zip(&far).filter(|&(_, &d)| d > most).map(|(i, _)| at(i)));
    if middles.is_empty() {
        return Ok(None);
    }
    let mut holes: Vec<bool> = alloc::zeroed_vec(targets.len())?;
    for (&i, d) in suspects.iter().zip(far) {
        holes[i as usize] = d > most;
    }
    // Other targets belong to a hole only beside its middle.
    let reach = most + BETWEEN_TARGETS;
    let around = Around::new(middles.iter().copied(), reach, targets.len())?;
    let is_beside = |i: &u32| !holes[*i as usize] && around.contains(at(i));
    let n = targets.len() as u32;
    let mut beside: Vec<u32> = alloc::vec((0..n).filter(is_beside).count())?;
    beside.extend((0..n).filter(is_beside));
    let from_points = distances(&stage.part(0.3..0.6), points, beside.iter().map(at), RIM)?;
    let from_middles = distances(&stage.part(0.6..1.0), middles.iter().copied(), beside.iter().map(at), reach)?;
    for (&i, (d, e)) in beside.iter().zip(from_points.into_iter().zip(from_middles)) {
        holes[i as usize] = d > RIM && e <= reach;
    }
    Ok(Some(holes))
}

/// The cells of a coarse grid that have one of some places in them or beside them.
struct Around {
    low: [f64; 2],
    cell: f64,
    columns: usize,
    rows: usize,
    near: Vec<bool>,
}

impl Around {
    /// Cells at least as wide as `reach`, and about as many as `most` at most.
    fn new(places: impl Iterator<Item = [f64; 2]> + Clone, reach: f64, most: usize) -> Result<Around> {
        let (mut low, mut high) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
        let places = places.filter(|p| p.iter().all(|x| x.is_finite()));
        for p in places.clone() {
            for k in 0..2 {
                (low[k], high[k]) = (low[k].min(p[k]), high[k].max(p[k]));
            }
        }
        // Without any place there is one cell, of nothing.
        let [width, height] = [0, 1].map(|k| (high[k] - low[k]).max(0.0));
        let share = width.max(height) / most.max(1) as f64;
        let cell = reach.max((width * height / most.max(1) as f64).sqrt()).max(share) * (1.0 + 1e-9);
        // A cell on each side for what lies beside.
        let count = |length: f64| (length / cell) as usize + 3;
        let (columns, rows) = (count(width), count(height));
        let low = low.map(|x| x - cell);
        let mut near: Vec<bool> = alloc::zeroed_vec(alloc::checked_len(&[rows, columns], 1)?)?;
        for p in places {
            // At the low border rounding may lead to the cell before.
            let [column, row] = [0, 1].map(|k| (((p[k] - low[k]) / cell) as usize).max(1));
            for row in row - 1..(row + 2).min(rows) {
                near[row * columns + column - 1..row * columns + (column + 2).min(columns)].fill(true);
            }
        }
        Ok(Around { low, cell, columns, rows, near })
    }

    fn contains(&self, p: [f64; 2]) -> bool {
        let [x, y] = [0, 1].map(|k| (p[k] - self.low[k]) / self.cell);
        // False for NaN, too.
        let inside = x >= 0.0 && y >= 0.0 && x < self.columns as f64 && y < self.rows as f64;
        inside && self.near[y as usize * self.columns + x as usize]
    }
}

/// The distance of each place to the nearest point, where it is `within`; infinite or any greater number where it is not,
/// NaN for a place that is no number.
fn distances(
    stage: &Stage<'_>,
    points: impl Iterator<Item = [f64; 2]> + Clone,
    places: impl ExactSizeIterator<Item = [f64; 2]> + Clone,
    within: f64,
) -> Result<Vec<f64>> {
    let around = Around::new(places.clone(), within, places.len())?;
    let points = points.filter(|&p| around.contains(p));
    let mut near: Vec<[f64; 2]> = alloc::vec(points.clone().count())?;
    near.extend(points);
    stage.report(0.3)?;
    let (mut x, mut y) = (alloc::vec(places.len())?, alloc::vec(places.len())?);
    for place in places {
        x.push(place[0]);
        y.push(place[1]);
    }
    let mut out = alloc::vec(x.len())?;
    if near.is_empty() {
        out.extend(x.iter().zip(&y).map(|(x, y)| if (x + y).is_nan() { f64::NAN } else { f64::INFINITY }));
        return Ok(out);
    }
    let space = Space::new(near.iter().copied(), false);
    let mut working = alloc::vec(near.len())?;
    working.extend(near.iter().map(|&p| space.to(p)));
    let stage = &stage.part(0.3..1.0);
    let nearest = Buckets::new(&working, &space)?.nearest(stage, &space, &Targets::Points([&x, &y]))?;
    out.extend(nearest.iter().zip(x.iter().zip(&y)).map(|(&i, (x, y))| match near.get(i as usize) {
        Some(p) if i != NONE => (p[0] - x).hypot(p[1] - y),
        _ => f64::NAN,
    }));
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pixels of 3 x 0.5, whatever order they are measured in: a step along each axis has about the length 1.
    #[test]
    fn a_step_of_a_scan_is_one_in_any_order_of_its_rows() {
        let (rows, columns) = (40, 60);
        type Order = (&'static str, fn(usize) -> usize);
        let orders: [Order; 4] = [
            ("raster", |i| i),
            ("backwards", |i| 2399 - i),
            ("to and fro", |i| if i / 60 % 2 == 0 { i } else { i / 60 * 60 + 59 - i % 60 }),
            ("columns first", |i| i % 40 * 60 + i / 40),
        ];
        for (name, order) in orders {
            let pixel: Vec<usize> = (0..rows * columns).map(order).collect();
            let x: Vec<f64> = pixel.iter().map(|i| 7.0 + 3.0 * (i % columns) as f64).collect();
            let y: Vec<f64> = pixel.iter().map(|i| 0.5 * (i / columns) as f64).collect();
            let steps = Steps::measured(&Points { at: [&x, &y], shape: Some([rows, columns]) }).unwrap().unwrap();
            let from = steps.to([30.0, 5.0]);
            for to in [[33.0, 5.0], [30.0, 5.5]] {
                let to = steps.to(to);
                let length = (to[0] - from[0]).hypot(to[1] - from[1]);
                assert!((length - 1.0).abs() < 1e-12, "{name}: {length}");
            }
        }
    }

    /// Neighbours in the list tell nothing: the unit is the side of the square that each point has room in.
    #[test]
    fn without_rows_the_room_of_a_point_is_the_unit() {
        let mut state = 3u64;
        let mut random = || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 11) as f64 / (1u64 << 53) as f64
        };
        for seed in 0..20 {
            let (x, y): (Vec<f64>, Vec<f64>) = (0..4900 + seed).map(|_| (70.0 * random(), 70.0 * random())).unzip();
            let shape = Some([70, 70 + seed / 70]);
            let steps = Steps::measured(&Points { at: [&x, &y], shape }).unwrap().unwrap();
            let (from, to) = (steps.to([30.0, 5.0]), steps.to([30.6, 5.8]));
            let length = (to[0] - from[0]).hypot(to[1] - from[1]);
            assert!((length - 1.0).abs() < 0.03, "{length}");
        }
    }

    #[test]
    fn around_has_what_is_within_reach() {
        for reach in [0.3, 1.0, 5.0] {
            let places: Vec<[f64; 2]> = (0..50).map(|i| [(i * 7 % 13) as f64, (i * 5 % 31) as f64 * 0.7]).collect();
            let around = Around::new(places.iter().copied(), reach, 1000).unwrap();
            for i in 0..20_000 {
                let p = [(i % 200) as f64 * 0.11 - 4.0, (i / 200) as f64 * 0.37 - 6.0];
                let near = places.iter().any(|q| (p[0] - q[0]).hypot(p[1] - q[1]) <= reach);
                assert!(!near || around.contains(p), "{p:?} {reach}");
            }
            assert!(!around.contains([f64::NAN, 0.0]) && !around.contains([1e300, 0.0]));
        }
        assert!(!Around::new(std::iter::empty(), 1.0, 10).unwrap().contains([0.0, 0.0]));
    }
}
