//! In which triangle each target lies.
//!
//! Targets on a regular grid are found triangle by triangle, as a picture is drawn (scan conversion). What rounding leaves
//! between two triangles, what lies outside, and targets that are no grid are found by walking from triangle to
//! triangle towards the target (visibility walk; Devillers, Pion, Teillaud 2002, "Walking in a triangulation").

use super::mesh::{Mesh, NONE, Triangle, half_edge, triangle_of};
use super::space::Space;
use crate::array::alloc;
use crate::array::simd::multiversioned;
use crate::context::{Result, Stage, parallel};

/// The place of a target in the triangulation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// The triangle; [`NONE`] for a target that lies outside.
    pub triangle: u32,
    /// The weights of its second and third corner; the first one has the rest.
    pub weights: [f64; 2],
}

const OUTSIDE: Place = Place { triangle: NONE, weights: [0.0; 2] };

/// Targets, in the positions' own coordinates.
#[derive(Debug, Clone, Copy)]
pub enum Targets<'a> {
    /// A regular grid, row by row: the position of (column, row) is `origin + step (column, row)`.
    Grid {
        /// The position of column 0, row 0.
        origin: [f64; 2],
        /// The first row gives x, the second y.
        step: [[f64; 2]; 2],
        /// (rows, columns).
        shape: [usize; 2],
    },
    /// Any positions: their x and their y.
    Points([&'a [f64]; 2]),
}

impl Targets<'_> {
    /// The number of targets.
    pub fn len(&self) -> usize {
        match self {
            Targets::Grid { shape, .. } => shape[0] * shape[1],
            Targets::Points([x, _]) => x.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One target's position.
    pub fn position(&self, i: usize) -> [f64; 2] {
        match self {
            Targets::Grid { origin, step, shape } => {
                let (row, column) = ((i / shape[1]) as f64, (i % shape[1]) as f64);
                [0, 1].map(|i| origin[i] + step[i][1] * row + step[i][0] * column)
            }
            Targets::Points([x, y]) => [x[i], y[i]],
        }
    }

    /// Calls `f` with the position of each of `count` targets from one on, and with its number among them.
    #[inline(always)]
    pub fn each(&self, first: usize, count: usize, mut f: impl FnMut(usize, [f64; 2])) {
        match self {
            Targets::Grid { origin, step, shape } => {
                // Counting saves a division for each.
                let columns = shape[1].max(1);
                let (mut row, mut column, mut i) = (first / columns, first % columns, 0);
                while i < count {
                    let start = [origin[0] + step[0][1] * row as f64, origin[1] + step[1][1] * row as f64];
                    let end = count.min(i + columns - column);
                    for (i, column) in (i..end).zip(column..) {
                        f(i, [start[0] + step[0][0] * column as f64, start[1] + step[1][0] * column as f64]);
                    }
                    (row, column, i) = (row + 1, 0, end);
                }
            }
            Targets::Points([x, y]) => {
                let (x, y) = (&x[first..first + count], &y[first..first + count]);
                x.iter().zip(y).enumerate().for_each(|(i, (&x, &y))| f(i, [x, y]));
            }
        }
    }

    /// A grid, where positions of rows and columns are one but for rounding.
    pub fn regular(at: [&[f64]; 2], [rows, columns]: [usize; 2]) -> Option<Targets<'static>> {
        if rows < 2 || columns < 2 {
            return None;
        }
        let mut origin = [0.0; 2];
        let mut step = [[0.0; 2]; 2];
        for (i, values) in at.into_iter().enumerate() {
            let per_column = (values[columns - 1] - values[0]) / (columns - 1) as f64;
            let per_row = (values[(rows - 1) * columns] - values[0]) / (rows - 1) as f64;
            (origin[i], step[i]) = (values[0], [per_column, per_row]);
            let largest = values.iter().fold(0.0f64, |m, x| m.max(x.abs()));
            let fits = values.chunks_exact(columns).enumerate().all(|(row, values)| {
                let start = origin[i] + per_row * row as f64;
                // False for NaN, too.
                let near =
                    |(column, &x): (usize, &f64)| (x - (start + per_column * column as f64)).abs() <= 1e-15 * largest;
                values.iter().enumerate().all(near)
            });
            if !fits {
                return None;
            }
        }
        Some(Targets::Grid { origin, step, shape: [rows, columns] })
    }
}

/// Finds the place of every target. One no farther outside than the rounding of the coordinates counts as inside.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
pub fn locate(stage: &Stage<'_>, mesh: &Mesh, space: &Space, targets: &Targets<'_>) -> Result<Vec<Place>> {
    let mut places = alloc::vec(targets.len())?;
    places.resize(targets.len(), OUTSIDE);
    let walker = Walker::new(mesh, space)?;
    // Targets of one row after the other: threads may not change where a walk begins.
    let columns = match targets {
        Targets::Grid { shape, .. } => shape[1],
        Targets::Points(_) => 256,
    };
    let rows = (PIECE / columns.max(1)).max(1);
    // One thread draws everything at once, several draw rows each.
    let one = stage.context().threads() == 1;
    let drawing = match targets {
        Targets::Grid { origin, step, .. } => Drawing::new(&stage.part(0.0..0.2), mesh, space, (*origin, *step), !one)?,
        Targets::Points(_) => None,
    };
    if let (true, Some(drawing)) = (one && !places.is_empty(), &drawing) {
        drawing.draw(&stage.part(0.2..0.6), mesh, 0, columns, &mut places)?;
    }
    let pieces = places.chunks_mut((rows * columns).max(1)).enumerate();
    parallel::for_each(&stage.part(0.6..1.0), pieces, |(piece, places)| {
        if let (false, Some(drawing)) = (one, &drawing) {
            drawing.draw(&stage.piece(), mesh, piece * rows, columns, places)?;
        }
        let mut near = NONE;
        for (i, place) in places.iter_mut().enumerate() {
            if place.triangle == NONE {
                let target = space.to(targets.position(piece * rows * columns + i));
                if i % columns.max(1) == 0 {
                    near = NONE;
                }
                let found = walker.walk(near, target);
                (near, *place) = found;
            } else {
                near = place.triangle;
            }
        }
        Ok(())
    })?;
    Ok(places)
}

/// The number of targets in a piece of work.
const PIECE: usize = 1 << 14;

/// The number of triangles of which one bounding range is kept.
const BLOCK: usize = 128;

/// The triangles in the coordinates of a grid of targets: x is the column, y the row.
struct Drawing {
    points: Vec<[f64; 2]>,
    /// The lowest and the highest row that each block of triangles touches, where rows are drawn in pieces.
    ranges: Option<Vec<[f64; 2]>>,
}

impl Drawing {
    /// `None` where the steps of the grid lie on one line.
    fn new(
        stage: &Stage<'_>,
        mesh: &Mesh,
        space: &Space,
        (origin, step): ([f64; 2], [[f64; 2]; 2]),
        in_pieces: bool,
    ) -> Result<Option<Drawing>> {
        let start = space.to(origin);
        let [column, row] = [0, 1].map(|j| space.vector([step[0][j], step[1][j]]));
        let area = column[0] * row[1] - column[1] * row[0];
        if !(area.abs() > 0.0 && (1.0 / area).is_finite()) {
            return Ok(None);
        }
        let inverse = [[row[1] / area, -row[0] / area], [-column[1] / area, column[0] / area]];
        let mut points: Vec<[f64; 2]> = alloc::vec(mesh.points.len())?;
        points.extend(mesh.points.iter().map(|p| {
            let d = [p[0] - start[0], p[1] - start[1]];
            [inverse[0][0] * d[0] + inverse[0][1] * d[1], inverse[1][0] * d[0] + inverse[1][1] * d[1]]
        }));
        let ranges = if in_pieces { Some(ranges(stage, mesh, &points)?) } else { None };
        Ok(Some(Drawing { points, ranges }))
    }

    /// Draws all triangles into some rows of places.
    fn draw(
        &self,
        stage: &Stage<'_>,
        mesh: &Mesh,
        first_row: usize,
        columns: usize,
        places: &mut [Place],
    ) -> Result<()> {
        let (low, high) = (first_row as f64, (first_row + places.len() / columns) as f64 - 1.0);
        let touches = |block: usize| match &self.ranges {
            Some(ranges) => ranges[block][1] >= low && ranges[block][0] <= high,
            None => true,
        };
        let blocks = mesh.len().div_ceil(BLOCK);
        for block in (0..blocks).filter(|&block| touches(block)) {
            if block.is_multiple_of(BLOCK) {
                stage.report(block as f64 / blocks as f64)?;
            }
            let first = block * BLOCK;
            let triangles = &mesh.triangles[first..mesh.len().min(first + BLOCK)];
            draw_triangles((triangles, first as u32), &self.points, first_row, columns, places);
        }
        Ok(())
    }
}

/// The lowest and the highest row that each block of triangles touches.
fn ranges(stage: &Stage<'_>, mesh: &Mesh, points: &[[f64; 2]]) -> Result<Vec<[f64; 2]>> {
    let mut ranges = alloc::vec(mesh.len().div_ceil(BLOCK))?;
    ranges.resize(mesh.len().div_ceil(BLOCK), [0.0; 2]);
    parallel::rows(stage, &mut ranges, 1, 3 * BLOCK, |first, ranges| {
        for (i, range) in ranges.iter_mut().enumerate() {
            let triangles = mesh.triangles[BLOCK * (first + i)..].iter().take(BLOCK);
            let rows = triangles.flat_map(|triangle| triangle.corners).map(|v| points[v as usize][1]);
            *range = rows.fold([f64::INFINITY, f64::NEG_INFINITY], |[a, b], y| [a.min(y), b.max(y)]);
        }
        Ok(())
    })?;
    Ok(ranges)
}

multiversioned! {
    /// Draws triangles, given with the number of the first one, whose vertices have these places.
    fn draw_triangles(
        (triangles, first): (&[Triangle], u32),
        points: &[[f64; 2]],
        first_row: usize,
        columns: usize,
        places: &mut [Place],
    ) {
        let (low, high) = (first_row as f64, (first_row + places.len() / columns) as f64 - 1.0);
        let last_column = columns as f64 - 1.0;
        for (t, triangle) in (first..).zip(triangles) {
            let [a, b, c] = triangle.corners.map(|v| points[v as usize]);
            let top = a[1].min(b[1]).min(c[1]).ceil().max(low);
            let bottom = a[1].max(b[1]).max(c[1]).floor().min(high);
            let left = a[0].min(b[0]).min(c[0]).ceil().max(0.0);
            let right = a[0].max(b[0]).max(c[0]).floor().min(last_column);
            if top <= bottom && left <= right {
                let inside = Box { top, bottom, left, right };
                draw_triangle(t, [a, b, c], &inside, first_row, columns, places);
            }
        }
    }
}

struct Box {
    top: f64,
    bottom: f64,
    left: f64,
    right: f64,
}

/// Writes the place of every grid point of the box that lies in the triangle.
#[inline(always)]
fn draw_triangle(
    t: u32,
    [a, b, c]: [[f64; 2]; 3],
    inside: &Box,
    first_row: usize,
    columns: usize,
    places: &mut [Place],
) {
    let (ab, ac) = ([b[0] - a[0], b[1] - a[1]], [c[0] - a[0], c[1] - a[1]]);
    let inverse = 1.0 / (ab[0] * ac[1] - ab[1] * ac[0]);
    if !inverse.is_finite() {
        return;
    }
    let slopes = [ac[1] * inverse, -ab[1] * inverse];
    let wide = inside.right - inside.left > 6.0;
    let mut row = inside.top;
    while row <= inside.bottom {
        let dy = row - a[1];
        let constants = [dy * ac[0] * inverse, -dy * ab[0] * inverse];
        let (mut column, mut last) = (inside.left, inside.right);
        if wide {
            // Where the three weights change sign, with a column to spare.
            for (weight, slope) in [
                (-constants[0] - slopes[0] * a[0], slopes[0]),
                (-constants[1] - slopes[1] * a[0], slopes[1]),
                (1.0 + constants[0] + constants[1] + (slopes[0] + slopes[1]) * a[0], -slopes[0] - slopes[1]),
            ] {
                let crossing = -weight / slope;
                if slope > 0.0 && crossing.is_finite() {
                    column = column.max(crossing.floor() - 1.0);
                } else if slope < 0.0 && crossing.is_finite() {
                    last = last.min(crossing.ceil() + 1.0);
                }
            }
        }
        let start = (row as usize - first_row) * columns;
        while column <= last {
            let dx = column - a[0];
            let weights = [dx * slopes[0] - constants[0], dx * slopes[1] - constants[1]];
            if weights[0] >= 0.0 && weights[1] >= 0.0 && weights[0] + weights[1] <= 1.0 {
                places[start + column as usize] = Place { triangle: t, weights };
            }
            column += 1.0;
        }
        row += 1.0;
    }
}

/// Walks through a triangulation.
struct Walker<'a> {
    mesh: &'a Mesh,
    /// How far outside a target still counts as inside.
    tolerance: f64,
    /// A triangle near each cell of a coarse grid over the points.
    starts: Vec<u32>,
    cells: usize,
    low: [f64; 2],
    per_cell: [f64; 2],
}

impl<'a> Walker<'a> {
    fn new(mesh: &'a Mesh, space: &Space) -> Result<Self> {
        let cells = ((mesh.points.len() as f64 / 8.0).sqrt() as usize).clamp(1, 2048);
        let low = [-0.5 * space.extent[0], -0.5 * space.extent[1]];
        let per_cell = space.extent.map(|w| if w > 0.0 { cells as f64 / w } else { 0.0 });
        let mut starts: Vec<u32> = alloc::vec(cells * cells)?;
        starts.resize(cells * cells, NONE);
        let mut walker = Walker { mesh, tolerance: 8.0 * space.grain, starts, cells, low, per_cell };
        // Some triangles for each cell are enough.
        let stride = (mesh.len() / (4 * cells * cells)).max(1);
        for t in (0..mesh.len() as u32).step_by(stride).rev() {
            let cell = walker.cell(mesh.points[mesh.triangle(t)[0] as usize]);
            walker.starts[cell] = t;
        }
        let mut near = 0;
        for start in &mut walker.starts {
            if *start == NONE { *start = near } else { near = *start }
        }
        Ok(walker)
    }

    fn cell(&self, p: [f64; 2]) -> usize {
        let [x, y] =
            [0, 1].map(|i| ((p[i] - self.low[i]) * self.per_cell[i]).clamp(0.0, self.cells as f64 - 1.0) as usize);
        y * self.cells + x
    }

    /// The last triangle of the walk, and the target's place.
    fn walk(&self, near: u32, target: [f64; 2]) -> (u32, Place) {
        if !(target[0].is_finite() && target[1].is_finite()) {
            return (near, OUTSIDE);
        }
        let mut t = if near == NONE { self.starts[self.cell(target)] } else { near };
        let mut from = NONE;
        // A walk through a Delaunay triangulation ends; one through what rounding makes of it might not.
        for _ in 0..64 + 8 * self.cells {
            match self.step(t, from, target) {
                Step::Across(twin) => (t, from) = (triangle_of(twin), twin),
                Step::Inside(place) => return (t, place),
                Step::Outside => return (t, OUTSIDE),
            }
        }
        let found = (0..self.mesh.len() as u32).find_map(|t| match self.step(t, NONE, target) {
            Step::Inside(place) => Some((t, place)),
            _ => None,
        });
        found.unwrap_or((t, OUTSIDE))
    }

    fn step(&self, t: u32, from: u32, target: [f64; 2]) -> Step {
        let corners = self.mesh.triangle(t).map(|v| self.mesh.points[v as usize]);
        let mut areas = [0.0; 3];
        let mut outside = false;
        for k in 0..3 {
            let (p, q) = (corners[k], corners[(k + 1) % 3]);
            let edge = [q[0] - p[0], q[1] - p[1]];
            areas[k] = edge[0] * (target[1] - p[1]) - edge[1] * (target[0] - p[0]);
            let e = half_edge(t, k as u32);
            if areas[k] >= 0.0 || e == from {
                continue;
            }
            match self.mesh.twin(e) {
                NONE => outside |= -areas[k] > self.tolerance * edge[0].hypot(edge[1]),
                twin => return Step::Across(twin),
            }
        }
        if outside {
            return Step::Outside;
        }
        // The area beside an edge is the weight of the corner opposite to it.
        let [w2, w0, w1] = areas.map(|area| area.max(0.0));
        let sum = w0 + w1 + w2;
        let weights = if sum > 0.0 { [w1 / sum, w2 / sum] } else { [1.0 / 3.0; 2] };
        Step::Inside(Place { triangle: t, weights })
    }
}

enum Step {
    Across(u32),
    Inside(Place),
    Outside,
}
