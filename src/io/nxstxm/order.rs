//! The order in which the points were measured: hypotheses, checked against the detector's values in time.

use crate::array::alloc;
use crate::context::{Context, Result};
use std::ops::Range;

/// The most tiles along one axis that are searched.
const MAX_TILES: usize = 64;

/// A check stops after this many comparisons in all, so that an image of equal values cannot make it endless.
const MAX_COMPARISONS: usize = 1 << 28;

/// How the points of a frame follow each other; frames follow each other whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// The number of tiles along rows and columns. Tiles are measured one after the other, row-major.
    tiles: [usize; 2],
    /// All tiles are as long as the first but for the last, which has the rest; else they have numpy's `array_split` sizes.
    rest_last: bool,
    /// Every second line of tiles runs backwards.
    meander_tiles: bool,
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

/// What the values tell of the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// This one.
    Order(Order),
    /// Several fit, and the request does not decide between them.
    Several,
    /// None that is known.
    None,
}

/// Values that change less often may fit several orders by chance.
const TELLING: usize = 64;

/// The first order under which `counts`, in time, equal the image; NaN equals NaN. A scan that was stopped may have fewer counts than pixels. The
/// request decides where several fit, but it does not tell how many tiles there are. Orders that differ after the first `written` points alone are
/// one: the rest was not measured.
///
/// # Errors
/// [`Status::Cancelled`](crate::context::Status::Cancelled).
pub fn find(
    ctx: &Context,
    request: &Request,
    image: &[f64],
    counts: &[f64],
    written: usize,
    [rows, columns]: [usize; 2],
) -> Result<Found> {
    if counts.is_empty() || counts.len() > image.len() {
        return Ok(Found::None);
    }
    let changes = counts.windows(2).filter(|pair| pair[0].to_bits() != pair[1].to_bits()).take(TELLING).count();
    let doubtful = request.tiling && changes < TELLING;
    let mut found: Option<(Order, Vec<usize>)> = None;
    let mut comparisons = 0;
    for order in candidates(request, rows, columns) {
        if order.tiles[1] == 1 {
            ctx.check_cancelled()?;
        }
        let before = found.as_ref().map(|(_, sequence)| sequence.as_slice());
        let (compared, fit) = order.fits(image, counts, [rows, columns], before);
        match (fit, &found) {
            (Fit::Equal, None) if doubtful => {
                found = Some((order, order.sequence(image.len(), written, [rows, columns])?));
            }
            (Fit::Equal, None) => return Ok(Found::Order(order)),
            (Fit::Equal, Some(_)) => return Ok(Found::Several),
            (Fit::Same | Fit::Unlike, _) => {}
        }
        comparisons += compared;
        if comparisons > MAX_COMPARISONS {
            return Ok(found.map_or(Found::None, |_| Found::Several));
        }
    }
    Ok(found.map_or(Found::None, |(order, _)| Found::Order(order)))
}

/// Whether a pixel has the value of a point; NaN equals NaN.
pub(super) fn equals(pixel: f64, count: f64) -> bool {
    pixel == count || (pixel.is_nan() && count.is_nan())
}

/// How an order fits the values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// They are the image's.
    Equal,
    /// They are the image's, and the pixels follow each other as in an order found before.
    Same,
    /// They are not the image's.
    Unlike,
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
        rest_last: false,
        meander_tiles: false,
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
            let differ = |n, parts| rest_last(n, parts, parts - 1) != part(n, parts, parts - 1);
            let uneven = differ(rows, tiles[0]) || differ(columns, tiles[1]);
            // Tiles of the same length are possible where the last one is not empty.
            let fits = !rest_last(rows, tiles[0], tiles[0] - 1).is_empty()
                && !rest_last(columns, tiles[1], tiles[1] - 1).is_empty();
            let lengths = if uneven && fits { &[false, true][..] } else { &[false] };
            both.iter().flat_map(move |&columns_of_tiles| {
                lengths.iter().flat_map(move |&rest_last| {
                    both.iter().map(move |&meander_tiles| Order {
                        tiles,
                        rest_last,
                        meander_tiles,
                        columns_of_tiles,
                        y_fast,
                        meander,
                    })
                })
            })
        })
    });
    plain.chain(tiled)
}

impl Order {
    /// Whether the counts are the image's in this order, and after how many comparisons that is known. `before` has the pixels of another order.
    fn fits(&self, image: &[f64], counts: &[f64], shape: [usize; 2], before: Option<&[usize]>) -> (usize, Fit) {
        let (mut k, mut equal, mut same) = (0, true, before.is_some());
        self.each_point(image.len(), shape, |pixel| {
            equal = equals(image[pixel], counts[k]);
            same = same && before.is_some_and(|before| before.get(k).is_none_or(|&known| known == pixel));
            k += 1;
            equal && k < counts.len()
        });
        match equal && k == counts.len() {
            true if same => (k, Fit::Same),
            true => (k, Fit::Equal),
            false => (k, Fit::Unlike),
        }
    }

    /// The pixels of the first `count` points.
    fn sequence(&self, len: usize, count: usize, shape: [usize; 2]) -> Result<Vec<usize>> {
        let mut pixels = alloc::vec(count)?;
        self.each_point(len, shape, |pixel| {
            pixels.push(pixel);
            pixels.len() < count
        });
        Ok(pixels)
    }

    /// Calls `visit` with the index of each pixel in turn, until it returns false or `len` pixels are done. Returns the
    /// last index visited.
    pub fn each_point(&self, len: usize, [rows, columns]: [usize; 2], mut visit: impl FnMut(usize) -> bool) -> usize {
        let frame = (rows * columns).max(1);
        let mut last = 0;
        let [tile_rows, tile_columns] = self.tiles;
        for start in (0..len).step_by(frame) {
            for tile in 0..tile_rows * tile_columns {
                let turned =
                    |line: usize, i: usize, n: usize| if self.meander_tiles && line % 2 == 1 { n - 1 - i } else { i };
                let [r, c] = match self.columns_of_tiles {
                    false => [tile / tile_columns, turned(tile / tile_columns, tile % tile_columns, tile_columns)],
                    true => [turned(tile / tile_rows, tile % tile_rows, tile_rows), tile / tile_rows],
                };
                let part = if self.rest_last { rest_last } else { part };
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

/// Part `i` of `n` elements in `parts` parts of the same length, but for the last, which has what is left: nothing, where the others are enough.
fn rest_last(n: usize, parts: usize, i: usize) -> Range<usize> {
    let size = n.div_ceil(parts);
    (i * size).min(n)..((i + 1) * size).min(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn certain(found: Found) -> Order {
        match found {
            Found::Order(order) => order,
            other => panic!("{other:?}"),
        }
    }

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
        let rest = |n, parts| (0..parts).map(|i| rest_last(n, parts, i).len()).collect::<Vec<_>>();
        assert_eq!((rest(50, 4), rest(7, 3), rest(5, 4)), (vec![13, 13, 13, 11], vec![3, 3, 1], vec![2, 2, 1, 0]));
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
                    let found = certain(
                        find(&ctx, &Request::default(), &image, &counts, counts.len(), [rows, columns]).unwrap(),
                    );
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
        assert_eq!(
            find(&Context::new(), &Request::default(), &image, &counts, counts.len(), [6, 8]).unwrap(),
            Found::None
        );
        counts.push(0.0);
        assert_eq!(
            find(&Context::new(), &Request::default(), &image, &counts, counts.len(), [6, 8]).unwrap(),
            Found::None
        );
        assert_eq!(find(&Context::new(), &Request::default(), &image, &[], 0, [6, 8]).unwrap(), Found::None);
    }

    #[test]
    fn where_several_orders_fit_the_one_that_was_asked_for_is_taken() {
        let image = [5.0; 12];
        let request = Request::parse(r#"{"meander": 1, "yAxisFast": true}"#);
        assert_eq!(request, Request { tiling: false, meander: true, y_fast: true });
        let found = certain(find(&Context::new(), &request, &image, &image, image.len(), [3, 4]).unwrap());
        assert!(found.y_fast && found.meander);
        assert_eq!(Request::parse("no JSON"), Request::default());
    }

    #[test]
    fn values_that_fit_several_tilings_do_not_tell_the_order() {
        let ctx = Context::new();
        let request = Request { tiling: true, ..Request::default() };
        let mut image = [0.0; 60];
        assert_eq!(find(&ctx, &request, &image, &image, image.len(), [6, 10]).unwrap(), Found::Several);
        // All orders begin at the same corner.
        image[0] = 1.0;
        assert_eq!(find(&ctx, &request, &image, &image, image.len(), [6, 10]).unwrap(), Found::Several);
        // What was not measured has no order.
        assert_eq!(certain(find(&ctx, &request, &image, &image, 1, [6, 10]).unwrap()).tiles, [1, 1]);
        // A single row has one order but for its direction, whatever the tiles.
        let row: Vec<f64> = (0..10).map(f64::from).collect();
        assert_eq!(certain(find(&ctx, &request, &row, &row, row.len(), [1, 10]).unwrap()).tiles, [1, 1]);
        let all: Vec<f64> = (0..60).map(f64::from).collect();
        let tiled = Order { tiles: [2, 3], ..certain(find(&ctx, &request, &all, &all, all.len(), [6, 10]).unwrap()) };
        let counts = measured(&tiled, &all, [6, 10]);
        assert_eq!(certain(find(&ctx, &request, &all, &counts, counts.len(), [6, 10]).unwrap()), tiled);
    }

    #[test]
    fn an_image_of_equal_values_with_one_difference_at_the_end_does_not_take_for_ever() {
        let image = vec![0.0; 512 * 512];
        let mut counts = image.clone();
        *counts.last_mut().unwrap() = 1.0;
        assert_eq!(
            find(&Context::new(), &Request::default(), &image, &counts, counts.len(), [512, 512]).unwrap(),
            Found::None
        );
    }

    #[test]
    fn nan_counts_are_equal_and_a_stopped_scan_fits_as_far_as_it_went() {
        let image = [f64::NAN, 2.0, 4.0, 3.0, 0.0, 0.0];
        let counts = [f64::NAN, 2.0, 3.0, 4.0];
        let found = certain(find(&Context::new(), &Request::default(), &image, &counts, counts.len(), [3, 2]).unwrap());
        assert!(found.meander);
    }
}
