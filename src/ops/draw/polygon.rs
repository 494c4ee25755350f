//! Polygons: filled, and as lines.

use super::canvas::{Canvas, LARGEST, Shape, check_real};
use super::line::line;
use crate::context::{Error, Result, Stage};

/// A filled polygon: the pixels whose centres lie inside, on an edge or on a vertex; where edges cross, what an odd number of
/// them surrounds.
#[derive(Debug, Clone, Copy)]
pub struct Polygon<'a> {
    /// The columns of the vertices.
    pub x: &'a [f64],
    /// The rows of the vertices, as many.
    pub y: &'a [f64],
}

fn check(x: &[f64], y: &[f64]) -> Result<()> {
    if x.is_empty() || x.len() != y.len() {
        return Err(Error::argument("n_vertices", x.len(), "1 or more, as many x as y"));
    }
    x.iter().zip(y).try_for_each(|(&x, &y)| check_real(&[("x", x), ("y", y)]))
}

/// An edge from a vertex to the one before it.
#[derive(Clone, Copy)]
struct Edge {
    x0: f64,
    y0: f64,
    x1: f64,
    y1: f64,
}

impl Edge {
    fn lowest(&self) -> f64 {
        self.y0.min(self.y1)
    }

    /// Where the edge crosses a ray from the pixel: greater than 0 to its right, less than 0 to its left (O'Rourke 1998,
    /// "Computational Geometry in C", section 7.4).
    fn crossing(&self, x: i64, y: i64) -> f64 {
        let (x, y) = (x as f64, y as f64);
        let (x0, y0, x1, y1) = (self.x0 - x, self.y0 - y, self.x1 - x, self.y1 - y);
        (x0 * y1 - x1 * y0) / (y1 - y0)
    }

    /// The first of the pixels 0 to `columns` of a row for which `passed` holds; it holds for all after it.
    fn first(&self, y: i64, columns: i64, passed: impl Fn(f64) -> bool) -> i64 {
        let guess = self.x0 + (self.x1 - self.x0) * ((y as f64 - self.y0) / (self.y1 - self.y0));
        let mut x = (guess as i64).clamp(0, columns);
        // The guess is rounded: the formula decides.
        while x > 0 && passed(self.crossing(x - 1, y)) {
            x -= 1;
        }
        while x < columns && !passed(self.crossing(x, y)) {
            x += 1;
        }
        x
    }
}

/// As scikit-image: so near to a vertex a pixel lies on it.
const ON_VERTEX: f64 = 1e-12;

impl Shape for Polygon<'_> {
    fn draw(&self, stage: &Stage<'_>, canvas: &mut Canvas) -> Result<()> {
        check(self.x, self.y)?;
        let n = self.x.len();
        let before = |i: usize| if i == 0 { n - 1 } else { i - 1 };
        let edge = |i: usize| Edge { x0: self.x[i], y0: self.y[i], x1: self.x[before(i)], y1: self.y[before(i)] };
        let mut edges: Vec<Edge> = (0..n).map(edge).collect();
        edges.sort_by(|a, b| a.lowest().total_cmp(&b.lowest()));
        let low = edges[0].lowest();
        let high = self.y.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let (mut next, mut active) = (0, Vec::<Edge>::new());
        // Where a row's parities change: of crossings to the right and of those to the left.
        let (mut right, mut left) = (Vec::new(), Vec::new());
        let columns = canvas.columns;
        let rows = canvas.rows_within(low, high);
        let (first_row, n_rows) = (rows.start, (rows.end - rows.start).max(1) as f64);
        for y in rows {
            if y % 64 == 0 || active.len() > 1000 {
                stage.report((y - first_row) as f64 / n_rows)?;
            }
            let at = y as f64;
            while next < n && edges[next].lowest() <= at {
                active.push(edges[next]);
                next += 1;
            }
            active.retain(|edge| edge.y0.max(edge.y1) >= at);
            right.clear();
            left.clear();
            for edge in &active {
                // An edge that ends on the row counts on one side of it only, so that a pixel on an edge has different
                // parities to its right and to its left.
                if (edge.y0 > at) != (edge.y1 > at) {
                    right.push(edge.first(y, columns, |crossing| crossing <= 0.0));
                }
                if (edge.y0 < at) != (edge.y1 < at) {
                    left.push(edge.first(y, columns, |crossing| crossing < 0.0));
                }
            }
            right.sort_unstable();
            left.sort_unstable();
            // Those to the right of all pixels are all that there are, an even number.
            let (mut odd_right, mut odd_left, mut begin) = (right.len() % 2 == 1, false, 0);
            let (mut i, mut j) = (0, 0);
            while i < right.len() || j < left.len() {
                let x = right.get(i).copied().unwrap_or(columns).min(left.get(j).copied().unwrap_or(columns));
                if odd_right || odd_left {
                    canvas.span(y, begin, x - 1)?;
                }
                begin = x;
                while right.get(i) == Some(&x) {
                    (odd_right, i) = (!odd_right, i + 1);
                }
                while left.get(j) == Some(&x) {
                    (odd_left, j) = (!odd_left, j + 1);
                }
            }
            if odd_right || odd_left {
                canvas.span(y, begin, columns - 1)?;
            }
        }
        for (&x, &y) in self.x.iter().zip(self.y) {
            if (x - x.round()).abs() < ON_VERTEX && (y - y.round()).abs() < ON_VERTEX {
                canvas.pixel(x.round() as i64, y.round() as i64)?;
            }
        }
        Ok(())
    }
}

/// A polygon as lines one pixel wide between its vertices, rounded to pixels (halves to the even one).
#[derive(Debug, Clone, Copy)]
pub struct PolygonPerimeter<'a> {
    /// The columns of the vertices.
    pub x: &'a [f64],
    /// The rows of the vertices, as many.
    pub y: &'a [f64],
    /// The polygon is cut to the image first, so that its outline runs along the border.
    pub clip: bool,
}

impl Shape for PolygonPerimeter<'_> {
    fn draw(&self, stage: &Stage<'_>, canvas: &mut Canvas) -> Result<()> {
        check(self.x, self.y)?;
        let mut points: Vec<[f64; 2]> = self.x.iter().zip(self.y).map(|(&x, &y)| [x, y]).collect();
        if self.clip {
            for (axis, last) in [(1, canvas.rows - 1), (0, canvas.columns - 1)] {
                let last = last as f64;
                points = cut(&points, axis, last, |v| v <= last);
                points = cut(&points, axis, 0.0, |v| v >= 0.0);
            }
        }
        let whole = |p: [f64; 2]| {
            let [x, y] = p.map(|v| (v.round_ties_even() as i64).clamp(-LARGEST, LARGEST));
            (x, y)
        };
        let Some(&last) = points.last() else { return Ok(()) };
        // From the first vertex on, the closing line last.
        let closed = points.iter().skip(1).chain(points.first());
        let mut from = whole(points[0]);
        for (i, &point) in closed.enumerate() {
            if i % 1024 == 0 {
                stage.report(i as f64 / points.len() as f64)?;
            }
            let to = whole(point);
            line(canvas, from, to)?;
            from = to;
        }
        line(canvas, whole(last), whole(last))
    }
}

/// The part of a polygon on one side of a line along an axis (Sutherland and Hodgman 1974, "Reentrant polygon clipping").
fn cut(points: &[[f64; 2]], axis: usize, at: f64, inside: impl Fn(f64) -> bool) -> Vec<[f64; 2]> {
    let mut kept = Vec::new();
    let Some(&(mut from)) = points.last() else { return kept };
    for &to in points {
        if inside(from[axis]) != inside(to[axis]) {
            let other = 1 - axis;
            let mut crossing = [at; 2];
            crossing[other] = from[other] + (to[other] - from[other]) * ((at - from[axis]) / (to[axis] - from[axis]));
            kept.push(crossing);
        }
        if inside(to[axis]) {
            kept.push(to);
        }
        from = to;
    }
    kept
}
