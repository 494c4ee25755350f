//! The order in which the points were measured: hypotheses, checked against the detector's values in time.

use crate::context::{Context, Result};
use std::ops::Range;

/// The most tiles along one axis that are searched.
const MAX_TILES: usize = 64;

/// A check stops after this many comparisons in all, so that an image of equal values cannot make it endless.
const MAX_COMPARISONS: usize = 1 << 28;

/// How the points of a frame follow each other; frames follow each other whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// The number of tiles along rows and columns, with numpy's `array_split` sizes. Tiles are measured one after the
    /// other, row-major.
    tiles: [usize; 2],
    /// Tiles are column-major instead.
    columns_of_tiles: bool,
    /// Within a tile the row index runs fastest.
    y_fast: bool,
    /// Every second line of a tile runs backwards.
    meander: bool,
}

/// The request to the scanner according to the file. It may have scanned differently: small scans are not tiled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Request {
    pub tiling: bool,
    pub meander: bool,
    pub y_fast: bool,
}

impl Request {
    /// From the JSON text of `scan_request`; missing entries, or text that is not JSON, request nothing.
    pub fn parse(json: &str) -> Request {
        let value: serde_json::Value = serde_json::from_str(json).unwrap_or_default();
        let flag = |name: &str| match &value[name] {
            serde_json::Value::Bool(flag) => *flag,
            number => number.as_f64().is_some_and(|x| x != 0.0),
        };
        Request { tiling: flag("tiling"), meander: flag("meander"), y_fast: flag("yAxisFast") }
    }
}

/// The first order under which `counts`, in time, equal the image; NaN equals NaN. A scan that was stopped may have
/// fewer counts than pixels.
///
/// # Errors
/// [`Status::Cancelled`](crate::context::Status::Cancelled).
pub fn find(
    ctx: &Context,
    request: &Request,
    image: &[f64],
    counts: &[f64],
    [rows, columns]: [usize; 2],
) -> Result<Option<Order>> {
    if counts.is_empty() || counts.len() > image.len() {
        return Ok(None);
    }
    let mut comparisons = 0;
    for order in candidates(request, rows, columns) {
        if order.tiles[1] == 1 {
            ctx.check_cancelled()?;
        }
        let mut k = 0;
        let equal = order.each_point(image.len(), [rows, columns], |pixel| {
            let (a, b) = (image[pixel], counts[k]);
            k += 1;
            (a == b || (a.is_nan() && b.is_nan())) && k < counts.len()
        });
        // The walk stops at the first difference, or after the last count.
        let last_equal = || {
            let (a, b) = (image[equal], counts[k - 1]);
            a == b || (a.is_nan() && b.is_nan())
        };
        if k == counts.len() && last_equal() {
            return Ok(Some(order));
        }
        comparisons += k;
        if comparisons > MAX_COMPARISONS {
            return Ok(None);
        }
    }
    Ok(None)
}

/// The requested order first, then plain ones, then tiles, the fewest first.
fn candidates(request: &Request, rows: usize, columns: usize) -> impl Iterator<Item = Order> {
    let asked = (request.y_fast, request.meander);
    let mut lines = vec![asked, (false, false), (false, true), (true, false), (true, true)];
    let mut seen = Vec::new();
    lines.retain(|line| {
        !seen.contains(line) && {
            seen.push(*line);
            true
        }
    });
    let plain = lines.clone().into_iter().map(|(y_fast, meander)| Order {
        tiles: [1, 1],
        columns_of_tiles: false,
        y_fast,
        meander,
    });
    let (most_rows, most_columns) = (rows.min(MAX_TILES), columns.min(MAX_TILES));
    let tiled = (3..=most_rows + most_columns).flat_map(move |sum| {
        (1..=most_rows.min(sum - 1)).filter(move |r| sum - r <= most_columns).map(move |r| [r, sum - r])
    });
    let tiled = tiled.flat_map(move |tiles| {
        lines.clone().into_iter().flat_map(move |(y_fast, meander)| {
            // A single row or column of tiles has one order.
            let both = if tiles.contains(&1) { &[false][..] } else { &[false, true] };
            both.iter().map(move |&columns_of_tiles| Order { tiles, columns_of_tiles, y_fast, meander })
        })
    });
    plain.chain(tiled)
}

impl Order {
    /// Calls `visit` with the index of each pixel in turn, until it returns false or `len` pixels are done. Returns the
    /// last index visited.
    pub fn each_point(&self, len: usize, [rows, columns]: [usize; 2], mut visit: impl FnMut(usize) -> bool) -> usize {
        let frame = (rows * columns).max(1);
        let mut last = 0;
        let [tile_rows, tile_columns] = self.tiles;
        for start in (0..len).step_by(frame) {
            for tile in 0..tile_rows * tile_columns {
                let [r, c] = match self.columns_of_tiles {
                    false => [tile / tile_columns, tile % tile_columns],
                    true => [tile % tile_rows, tile / tile_rows],
                };
                let (rs, cs) = (part(rows, tile_rows, r), part(columns, tile_columns, c));
                let (lines, points) = if self.y_fast { (cs, rs) } else { (rs, cs) };
                for (i, line) in lines.enumerate() {
                    for j in 0..points.len() {
                        let backwards = self.meander && i % 2 == 1;
                        let point = if backwards { points.end - 1 - j } else { points.start + j };
                        let (row, column) = if self.y_fast { (point, line) } else { (line, point) };
                        last = start + row * columns + column;
                        if !visit(last) {
                            return last;
                        }
                    }
                }
            }
        }
        last
    }
}

/// Part `i` of `n` elements in `parts` parts, as numpy's `array_split`: the first `n % parts` have one more.
fn part(n: usize, parts: usize, i: usize) -> Range<usize> {
    let (size, longer) = (n / parts, n % parts);
    let start = i * size + i.min(longer);
    start..start + size + usize::from(i < longer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(order: &Order, image: &[f64], shape: [usize; 2]) -> Vec<f64> {
        let mut counts = Vec::new();
        order.each_point(image.len(), shape, |pixel| {
            counts.push(image[pixel]);
            true
        });
        counts
    }

    #[test]
    fn parts_have_the_sizes_of_array_split() {
        let sizes = |n, parts| (0..parts).map(|i| part(n, parts, i).len()).collect::<Vec<_>>();
        assert_eq!(sizes(50, 4), [13, 13, 12, 12]);
        assert_eq!(sizes(7, 3), [3, 2, 2]);
        assert_eq!(part(50, 4, 3), 38..50);
        assert_eq!(sizes(3, 3), [1, 1, 1]);
    }

    #[test]
    fn every_order_visits_every_pixel_once_and_is_found_again() {
        let ctx = Context::new();
        for [rows, columns] in [[7, 5], [1, 6], [6, 1], [4, 9]] {
            for frames in [1, 3] {
                let len = frames * rows * columns;
                let image: Vec<f64> = (0..len).map(|i| ((i * 7919) % 10007) as f64).collect();
                for order in candidates(&Request::default(), rows, columns) {
                    let counts = measured(&order, &image, [rows, columns]);
                    assert_eq!(counts.len(), len);
                    let found = find(&ctx, &Request::default(), &image, &counts, [rows, columns]).unwrap().unwrap();
                    assert_eq!(measured(&found, &image, [rows, columns]), counts, "{order:?} taken for {found:?}");
                }
            }
        }
    }

    #[test]
    fn no_order_fits_shuffled_counts() {
        let image: Vec<f64> = (0..48).map(f64::from).collect();
        let mut counts = image.clone();
        counts.swap(3, 40);
        assert_eq!(find(&Context::new(), &Request::default(), &image, &counts, [6, 8]).unwrap(), None);
        counts.push(0.0);
        assert_eq!(find(&Context::new(), &Request::default(), &image, &counts, [6, 8]).unwrap(), None);
        assert_eq!(find(&Context::new(), &Request::default(), &image, &[], [6, 8]).unwrap(), None);
    }

    #[test]
    fn where_several_orders_fit_the_one_that_was_asked_for_is_taken() {
        let image = [5.0; 12];
        let request = Request::parse(r#"{"tiling": 1, "meander": 1, "yAxisFast": true}"#);
        assert_eq!(request, Request { tiling: true, meander: true, y_fast: true });
        let found = find(&Context::new(), &request, &image, &image, [3, 4]).unwrap().unwrap();
        assert!(found.y_fast && found.meander);
        assert_eq!(Request::parse("no JSON"), Request::default());
    }

    #[test]
    fn an_image_of_equal_values_with_one_difference_at_the_end_does_not_take_for_ever() {
        let image = vec![0.0; 512 * 512];
        let mut counts = image.clone();
        *counts.last_mut().unwrap() = 1.0;
        assert_eq!(find(&Context::new(), &Request::default(), &image, &counts, [512, 512]).unwrap(), None);
    }

    #[test]
    fn nan_counts_are_equal_and_a_stopped_scan_fits_as_far_as_it_went() {
        let image = [f64::NAN, 2.0, 4.0, 3.0, 0.0, 0.0];
        let counts = [f64::NAN, 2.0, 3.0, 4.0];
        let found = find(&Context::new(), &Request::default(), &image, &counts, [3, 2]).unwrap().unwrap();
        assert!(found.meander);
    }
}
