//! Points sorted into strips.

use super::predicates::Place;
use crate::array::alloc;
use crate::context::{Result, Stage, parallel};
use std::cmp::Ordering;

/// Points in horizontal strips, about as high as the points are far from each other: strip after strip from below, in each
/// from left to right (from below where x is the same). Of several points on one place one is kept.
#[derive(Debug)]
pub struct Strips {
    /// The places.
    pub at: Vec<Place>,
    /// The first place of each strip that has any, and the number of places.
    pub starts: Vec<u32>,
    /// The points in their order, those on one place by their numbers.
    pub points: Vec<u32>,
    /// Where the points of each place begin in `points`, and their number; `None` where each place has one.
    pub groups: Option<Vec<u32>>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    at: Place,
    point: u32,
}

impl Entry {
    fn compare(&self, other: &Entry) -> Ordering {
        let coordinate = |k: usize| self.at[k].partial_cmp(&other.at[k]).unwrap_or(Ordering::Equal);
        coordinate(0).then(coordinate(1)).then(self.point.cmp(&other.point))
    }

    #[inline]
    fn comes_before(&self, other: &Entry) -> bool {
        let (x, other_x) = (self.at[0], other.at[0]);
        x < other_x || x == other_x && self.compare(other).is_lt()
    }
}

/// The cells of a grid over the points, into which they are sorted first.
struct Cells {
    rows: usize,
    columns: usize,
    low: Place,
    per_cell: Place,
}

impl Cells {
    /// For n points within a box of this extent about the origin: rows as high as the points are far from each other, and in
    /// them as many cells as points, or less.
    fn new(n: usize, extent: [f64; 2]) -> Cells {
        let [width, height] = extent;
        // NaN, where both are 0, becomes 0.
        let rows = ((n as f64 * (height / width)).sqrt().round() as usize).clamp(1, n.max(1));
        let columns = (n / rows).max(1);
        let per = |cells: usize, length: f64| {
            let per_cell = cells as f64 / length;
            if per_cell.is_finite() { per_cell } else { 0.0 }
        };
        Cells { rows, columns, low: [-0.5 * width, -0.5 * height], per_cell: [per(columns, width), per(rows, height)] }
    }

    /// Points of a greater row lie higher, and those of a greater cell of one row farther to the right.
    #[inline]
    fn cell(&self, at: Place) -> u32 {
        let number = |i: usize, n: usize| ((at[i] - self.low[i]) * self.per_cell[i]).clamp(0.0, n as f64 - 1.0) as u32;
        number(1, self.rows) * self.columns as u32 + number(0, self.columns)
    }
}

impl Strips {
    /// Sorts points, which lie in a box of this extent about the origin, or nearly.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
    pub fn new(
        stage: &Stage<'_>,
        points: &[[f64; 2]],
        seen: impl Fn([f64; 2]) -> Place,
        extent: [f64; 2],
    ) -> Result<Strips> {
        let n = points.len();
        let cells = Cells::new(n, extent);
        // Counting sort by cells.
        let mut ends: Vec<u32> = alloc::zeroed_vec(cells.rows * cells.columns + 1)?;
        let mut cell_of: Vec<u32> = alloc::vec(n)?;
        for (i, points) in points.chunks(POINTS_AT_ONCE).enumerate() {
            stage.report(0.2 * (i * POINTS_AT_ONCE) as f64 / n as f64)?;
            cell_of.extend(points.iter().map(|&p| {
                let cell = cells.cell(seen(p));
                ends[cell as usize + 1] += 1;
                cell
            }));
        }
        for i in 1..ends.len() {
            ends[i] += ends[i - 1];
        }
        let mut entries: Vec<Entry> = alloc::vec(n)?;
        entries.resize(n, Entry { at: [0.0; 2], point: 0 });
        for (i, (&p, &cell)) in points.iter().zip(&cell_of).enumerate() {
            if i.is_multiple_of(POINTS_AT_ONCE) {
                stage.report(0.2 + 0.3 * i as f64 / n as f64)?;
            }
            let place = &mut ends[cell as usize];
            entries[*place as usize] = Entry { at: seen(p), point: i as u32 };
            *place += 1;
        }
        drop(cell_of);
        stage.report(0.5)?;
        // Each strip on its own.
        let mut rest = &mut entries[..];
        let mut jobs: Vec<(&mut [Entry], &[u32])> = alloc::vec(cells.rows)?;
        let mut done = 0;
        for ends in ends[..cells.rows * cells.columns].chunks_exact(cells.columns) {
            let end = ends[cells.columns - 1] as usize;
            let (strip, others) = rest.split_at_mut(end - done);
            if !strip.is_empty() {
                jobs.push((strip, ends));
            }
            (rest, done) = (others, end);
        }
        let mut starts: Vec<u32> = alloc::vec(jobs.len() + 1)?;
        starts.push(0);
        for (strip, _) in &jobs {
            starts.push(starts[starts.len() - 1] + strip.len() as u32);
        }
        let strips_at_once = (STRIPS_AT_ONCE * jobs.len()).div_ceil(n.max(1)).max(1);
        parallel::for_each(&stage.part(0.5..0.9), jobs.chunks_mut(strips_at_once), |strips| {
            strips.iter_mut().for_each(|(strip, ends)| sort(strip, ends));
            Ok(())
        })?;
        drop(jobs);
        Strips::of(&entries, starts)
    }

    /// Takes one of several points on one place.
    fn of(entries: &[Entry], starts: Vec<u32>) -> Result<Strips> {
        let n = entries.len();
        let mut strips = Strips { at: alloc::vec(n)?, starts, points: alloc::vec(n)?, groups: None };
        strips.points.extend(entries.iter().map(|entry| entry.point));
        let is_double = |i: usize| i > 0 && entries[i].at == entries[i - 1].at;
        if !(1..n).any(is_double) {
            strips.at.extend(entries.iter().map(|entry| entry.at));
            return Ok(strips);
        }
        let mut groups = alloc::vec(n + 1)?;
        let mut strip = 0;
        for (i, entry) in entries.iter().enumerate() {
            if strips.starts[strip] as usize == i {
                strips.starts[strip] = strips.at.len() as u32;
                strip += 1;
            }
            if !is_double(i) {
                strips.at.push(entry.at);
                groups.push(i as u32);
            }
        }
        strips.starts[strip] = strips.at.len() as u32;
        groups.push(n as u32);
        strips.groups = Some(groups);
        Ok(strips)
    }
}

/// After this many points a loop asks whether to go on.
const POINTS_AT_ONCE: usize = 1 << 18;

/// About the number of points whose strips are sorted in one piece of work.
const STRIPS_AT_ONCE: usize = 1 << 14;

/// Cells with more points than this are sorted by a general algorithm.
const FEW: usize = 12;

/// Sorts a strip whose cells end at these places of all points.
fn sort(strip: &mut [Entry], ends: &[u32]) {
    let first = ends[ends.len() - 1] as usize - strip.len();
    let mut start = 0;
    for &end in ends {
        let end = end as usize - first;
        if end - start > FEW {
            strip[start..end].sort_unstable_by(Entry::compare);
        }
        start = end;
    }
    // Points lie a few places from where they belong.
    for i in 1..strip.len() {
        let entry = strip[i];
        let mut place = i;
        while place > 0 && entry.comes_before(&strip[place - 1]) {
            strip[place] = strip[place - 1];
            place -= 1;
        }
        strip[place] = entry;
    }
}
