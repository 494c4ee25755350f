//! A picture and what is drawn on it: rectangles and lines, with smooth edges.
//!
//! Coordinates are in pixels of the picture, x right, y down, (0, 0) the upper left corner of the first pixel. Nothing
//! drawn beyond the edges, or at a place that is not finite, does harm.

use super::colour::{Rgba, over};
use crate::array::alloc;
use crate::context::{Error, Result, Status};

/// The longest side of a picture.
pub const MAX_SIDE: usize = 16384;

/// A box: left, top, right, bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// The left edge.
    pub left: f64,
    /// The upper edge.
    pub top: f64,
    /// The right edge.
    pub right: f64,
    /// The lower edge.
    pub bottom: f64,
}

impl Area {
    /// From its edges.
    pub fn new(left: f64, top: f64, right: f64, bottom: f64) -> Area {
        Area { left, top, right, bottom }
    }

    /// From left to right.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// From top to bottom.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Larger by so much on each side.
    #[must_use]
    pub fn grown(&self, by: f64) -> Area {
        Area::new(self.left - by, self.top - by, self.right + by, self.bottom + by)
    }
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Pen {
    /// Its colour.
    pub colour: Rgba,
    /// Its width in pixels.
    pub width: f64,
    /// The lengths of dashes and of the gaps between them; `None`: no gaps.
    pub dash: Option<[f64; 2]>,
}

/// A picture that is being drawn, or only its size, on which drawing does nothing.
#[derive(Debug, Clone)]
pub struct Canvas {
    width: usize,
    height: usize,
    /// Empty if only the size is kept.
    pixels: Vec<Rgba>,
}

impl Canvas {
    /// All in one colour.
    ///
    /// # Errors
    /// [`Status::InvalidArgument`] when a side is 0 or above [`MAX_SIDE`]; [`Status::NoMemory`].
    pub fn new(width: usize, height: usize, colour: Rgba) -> Result<Canvas> {
        check_size(width, height)?;
        let n = width * height;
        let mut pixels = alloc::vec(n)?;
        pixels.resize(n, colour);
        Ok(Canvas { width, height, pixels })
    }

    /// The size alone, without memory for pixels, for callers that need only the places of parts.
    ///
    /// # Errors
    /// [`Status::InvalidArgument`] when a side is 0 or above [`MAX_SIDE`].
    pub fn size_only(width: usize, height: usize) -> Result<Canvas> {
        check_size(width, height)?;
        Ok(Canvas { width, height, pixels: Vec::new() })
    }

    /// Whether there are pixels to draw on.
    pub fn has_pixels(&self) -> bool {
        !self.pixels.is_empty()
    }

    /// In pixels.
    pub fn width(&self) -> usize {
        self.width
    }

    /// In pixels.
    pub fn height(&self) -> usize {
        self.height
    }

    /// The pixels in C order.
    pub fn pixels(&self) -> &[Rgba] {
        &self.pixels
    }

    /// Puts a colour over a pixel, covering a part of it.
    #[inline]
    pub fn blend(&mut self, x: i64, y: i64, colour: Rgba, coverage: u8) {
        let inside = (0..self.width as i64).contains(&x) && (0..self.height as i64).contains(&y);
        if inside && self.has_pixels() {
            let pixel = &mut self.pixels[y as usize * self.width + x as usize];
            *pixel = over(*pixel, colour, coverage);
        }
    }

    /// Puts a picture over this one.
    pub fn put(&mut self, left: usize, top: usize, width: usize, pixels: &[Rgba]) {
        if !self.has_pixels() {
            return;
        }
        let seen = width.min(self.width.saturating_sub(left));
        for (line, row) in (top..self.height).zip(pixels.chunks_exact(width.max(1))) {
            for (to, &from) in self.pixels[line * self.width + left..][..seen].iter_mut().zip(row) {
                *to = over(*to, from, 255);
            }
        }
    }

    /// Fills a box; pixels that it covers in part get a part of the colour.
    pub fn fill(&mut self, area: Area, colour: Rgba) {
        let Area { left, top, right, bottom } = self.seen(area);
        if !(left < right && top < bottom && self.has_pixels()) {
            return;
        }
        let covered = |i: usize, from: f64, to: f64| (to.min(i as f64 + 1.0) - from.max(i as f64)).clamp(0.0, 1.0);
        for y in top as usize..(bottom.ceil() as usize).min(self.height) {
            let part = covered(y, top, bottom);
            for x in left as usize..(right.ceil() as usize).min(self.width) {
                let pixel = &mut self.pixels[y * self.width + x];
                *pixel = over(*pixel, colour, (255.0 * part * covered(x, left, right)).round() as u8);
            }
        }
    }

    /// A frame of a line's width around a box, outside of it.
    pub fn frame(&mut self, area: Area, width: f64, colour: Rgba) {
        let outer = area.grown(width);
        self.fill(Area { bottom: area.top, ..outer }, colour);
        self.fill(Area { top: area.bottom, ..outer }, colour);
        self.fill(Area { right: area.left, ..area }, colour);
        self.fill(Area::new(outer.left, area.top, area.left, area.bottom), colour);
        self.fill(Area::new(area.right, area.top, outer.right, area.bottom), colour);
    }

    /// A line through points, with round joins and ends, within a box. A point that is not finite interrupts it.
    ///
    /// # Errors
    /// [`Status::NoMemory`].
    pub fn line(&mut self, points: &[[f64; 2]], pen: Pen, within: Area) -> Result<()> {
        let within = self.seen(within);
        let (left, top) = (within.left.floor().max(0.0) as usize, within.top.floor().max(0.0) as usize);
        let columns = (within.right.ceil().max(0.0) as usize).saturating_sub(left);
        let rows = (within.bottom.ceil().max(0.0) as usize).saturating_sub(top);
        if columns == 0 || rows == 0 || pen.colour[3] == 0 || !self.has_pixels() {
            return Ok(());
        }
        // The line covers each pixel once, however often it passes.
        let mut cover = Cover { left, top, columns, rows, bits: alloc::zeroed_vec(columns * rows)? };
        let radius = pen.width.max(0.5) / 2.0;
        match pen.dash {
            None => cover.segments(points, radius),
            Some(dash) => dashes(points, dash, within, |a, b| cover.segment(a, b, radius)),
        }
        for (row, bits) in cover.bits.chunks_exact(columns).enumerate() {
            for (column, &coverage) in bits.iter().enumerate().filter(|(_, coverage)| **coverage > 0) {
                let pixel = &mut self.pixels[(top + row) * self.width + left + column];
                *pixel = over(*pixel, pen.colour, coverage);
            }
        }
        Ok(())
    }

    /// A disk.
    ///
    /// # Errors
    /// [`Status::NoMemory`].
    pub fn disk(&mut self, centre: [f64; 2], radius: f64, colour: Rgba, within: Area) -> Result<()> {
        let [x, y] = centre;
        let around = Area::new(x, y, x, y).grown(radius + 1.0);
        let seen = Area::new(
            around.left.max(within.left),
            around.top.max(within.top),
            around.right.min(within.right),
            around.bottom.min(within.bottom),
        );
        self.line(&[centre, centre], Pen { colour, width: 2.0 * radius, dash: None }, seen)
    }

    /// The part of a box inside the picture; none if a side is NaN.
    fn seen(&self, area: Area) -> Area {
        let (width, height) = (self.width as f64, self.height as f64);
        if [area.left, area.top, area.right, area.bottom].iter().any(|x| x.is_nan()) {
            return Area::new(0.0, 0.0, 0.0, 0.0);
        }
        Area::new(
            area.left.clamp(0.0, width),
            area.top.clamp(0.0, height),
            area.right.clamp(0.0, width),
            area.bottom.clamp(0.0, height),
        )
    }

    /// The pixels themselves.
    pub fn into_pixels(self) -> Vec<Rgba> {
        self.pixels
    }
}

/// Whether a picture may have this size.
///
/// # Errors
/// [`Status::InvalidArgument`].
pub fn check_size(width: usize, height: usize) -> Result<()> {
    for (name, side) in [("width", width), ("height", height)] {
        if side == 0 || side > MAX_SIDE {
            return Err(Error::argument(name, side, format!("1 to {MAX_SIDE}")));
        }
    }
    if alloc::checked_len(&[width, height], 4).is_err() {
        return Err(Error::new(Status::NoMemory, format!("a picture of {width} x {height} exceeds the address space")));
    }
    Ok(())
}

/// The coverage of the pixels of a part of a picture.
struct Cover {
    left: usize,
    top: usize,
    columns: usize,
    rows: usize,
    bits: Vec<u8>,
}

impl Cover {
    fn segments(&mut self, points: &[[f64; 2]], radius: f64) {
        for pair in points.windows(2) {
            self.segment(pair[0], pair[1], radius);
        }
    }

    /// A segment with round ends. A pixel is covered as far as its middle lies within the radius, and less over the last
    /// pixel of distance.
    fn segment(&mut self, a: [f64; 2], b: [f64; 2], radius: f64) {
        let reach = radius + 0.5;
        let (right, bottom) = ((self.left + self.columns) as f64, (self.top + self.rows) as f64);
        let around = Area::new(self.left as f64, self.top as f64, right, bottom).grown(reach + 1.0);
        let Some([a, b]) = clipped(a, b, around) else { return };
        let [dx, dy] = [b[0] - a[0], b[1] - a[1]];
        let length = dx * dx + dy * dy;
        let first = ((a[1].min(b[1]) - reach).floor().max(self.top as f64)) as usize;
        let last = ((a[1].max(b[1]) + reach).ceil().clamp(0.0, bottom)) as usize;
        for y in first..last {
            let middle = y as f64 + 0.5;
            // The part of the segment that can reach this row.
            let at = |y: f64| if dy == 0.0 { f64::NAN } else { a[0] + dx * ((y - a[1]) / dy).clamp(0.0, 1.0) };
            let (from, to) = match dy == 0.0 {
                true => (a[0].min(b[0]), a[0].max(b[0])),
                false => (at(middle - reach), at(middle + reach)),
            };
            let start = (from.min(to) - reach).floor().max(self.left as f64) as usize;
            let end = (from.max(to) + reach).ceil().clamp(0.0, right) as usize;
            let row = &mut self.bits[(y - self.top) * self.columns..][..self.columns];
            for x in start..end {
                let [px, py] = [x as f64 + 0.5 - a[0], middle - a[1]];
                let t = if length > 0.0 { ((px * dx + py * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
                let distance = (px - t * dx).hypot(py - t * dy);
                let coverage = (255.0 * (reach - distance).clamp(0.0, 1.0)).round() as u8;
                let bit = &mut row[x - self.left];
                *bit = (*bit).max(coverage);
            }
        }
    }
}

/// The part of a segment within a box (Liang and Barsky 1984, ACM Trans. Graph. 3, 1).
fn clipped(a: [f64; 2], b: [f64; 2], within: Area) -> Option<[[f64; 2]; 2]> {
    if !a.iter().chain(&b).all(|x| x.is_finite()) {
        return None;
    }
    let (mut enter, mut leave) = (0.0f64, 1.0f64);
    for (i, low, high) in [(0, within.left, within.right), (1, within.top, within.bottom)] {
        let step = b[i] - a[i];
        if step == 0.0 {
            if a[i] < low || a[i] > high {
                return None;
            }
            continue;
        }
        let (near, far) = ((low - a[i]) / step, (high - a[i]) / step);
        enter = enter.max(near.min(far));
        leave = leave.min(near.max(far));
    }
    if enter > leave {
        return None;
    }
    let at = |t: f64| [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
    let ends = [at(enter), at(leave)];
    ends.iter().flatten().all(|x| x.is_finite()).then_some(ends)
}

/// Cuts a line through points into dashes. Parts outside the picture are skipped, so that a line of any length takes finite time.
fn dashes(points: &[[f64; 2]], [dash, gap]: [f64; 2], within: Area, mut draw: impl FnMut([f64; 2], [f64; 2])) {
    let period = (dash + gap).max(1e-3);
    let mut phase = 0.0;
    for pair in points.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let whole = (b[0] - a[0]).hypot(b[1] - a[1]);
        if let Some([from, to]) = clipped(a, b, within.grown(period)) {
            let length = (to[0] - from[0]).hypot(to[1] - from[1]);
            let mut at = -((phase + (from[0] - a[0]).hypot(from[1] - a[1])) % period);
            while at < length && length > 0.0 {
                let point = |s: f64| {
                    let t = s.clamp(0.0, length) / length;
                    [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]
                };
                if at + dash > 0.0 {
                    draw(point(at), point(at + dash));
                }
                at += period;
            }
        }
        phase = if whole.is_finite() { (phase + whole) % period } else { 0.0 };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHITE: Rgba = [255; 4];
    const BLACK: Rgba = [0, 0, 0, 255];

    fn dark(canvas: &Canvas) -> f64 {
        canvas.pixels().iter().map(|p| 1.0 - f64::from(p[0]) / 255.0).sum()
    }

    #[test]
    fn what_is_drawn_covers_its_area() {
        let mut canvas = Canvas::new(100, 80, WHITE).unwrap();
        canvas.fill(Area::new(10.25, 20.5, 30.75, 40.0), BLACK);
        assert!((dark(&canvas) - 20.5 * 19.5).abs() < 1.0);
        let all = Area::new(0.0, 0.0, 100.0, 80.0);
        let lines = [[[20.0, 20.0], [70.0, 20.0]], [[20.0, 10.0], [20.0, 70.0]], [[10.0, 10.0], [60.0, 55.0]]];
        for line in lines {
            let mut canvas = Canvas::new(100, 80, WHITE).unwrap();
            canvas.line(&line, Pen { colour: BLACK, width: 3.0, dash: None }, all).unwrap();
            let length = (line[1][0] - line[0][0]).hypot(line[1][1] - line[0][1]);
            assert!((dark(&canvas) / (3.0 * length + 2.25 * std::f64::consts::PI) - 1.0).abs() < 0.03);
            let mut dashed = Canvas::new(100, 80, WHITE).unwrap();
            dashed.line(&line, Pen { colour: BLACK, width: 1.0, dash: Some([4.0, 6.0]) }, all).unwrap();
            assert!((dark(&dashed) / length - 0.47).abs() < 0.1, "{}", dark(&dashed) / length);
        }
    }

    #[test]
    fn nothing_is_drawn_outside_and_no_number_does_harm() {
        let mut canvas = Canvas::new(50, 40, WHITE).unwrap();
        let within = Area::new(10.0, 10.0, 30.0, 30.0);
        let wild = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300, 1e17, 0.0, 20.0];
        for x in wild {
            for y in wild {
                let points = [[20.0, 20.0], [x, y], [y, 15.0], [x, x]];
                for dash in [None, Some([3.0, 3.0]), Some([0.0, 0.0])] {
                    canvas.line(&points, Pen { colour: BLACK, width: 2.0, dash }, within).unwrap();
                }
                canvas.fill(Area::new(x, y, y, x), [0; 4]);
                canvas.blend(x as i64, y as i64, WHITE, 255);
                canvas.disk([x, y], 3.0, BLACK, within).unwrap();
            }
        }
        for (i, pixel) in canvas.pixels().iter().enumerate() {
            let inside = (10..30).contains(&(i % 50)) && (10..30).contains(&(i / 50));
            assert!(inside || *pixel == WHITE);
        }
        assert!(dark(&canvas) > 50.0);
        canvas.put(45, 38, 10, &[BLACK; 100]);
        assert_eq!((canvas.pixels()[38 * 50 + 44], canvas.pixels()[39 * 50 + 49]), (WHITE, BLACK));
        for (width, height) in [(0, 1), (1, 0), (MAX_SIDE + 1, 1), (usize::MAX, usize::MAX)] {
            assert_eq!(Canvas::new(width, height, WHITE).unwrap_err().status(), Status::InvalidArgument);
        }
    }
}
