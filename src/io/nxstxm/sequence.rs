//! How the points of an image follow each other: by a rule, or as a list.

use super::in_time::InTime;
use super::listed::{self, Measured};
use super::order::{self, Found, Order, Request};
use crate::array::{Data, alloc};
use crate::context::{Context, Result};
use crate::image::{Metadata, Value};
use crate::scan::Axis;

/// The pixels in the order in which they were measured.
pub enum Sequence {
    /// A rule that the scanner follows.
    Rule(Order),
    /// The pixel of each point.
    List(Vec<usize>),
}

impl Sequence {
    /// Calls `visit` with the index of each pixel in turn, until it returns false or all pixels are done, `len` or those of the list.
    pub fn each_point(&self, len: usize, frame: [usize; 2], mut visit: impl FnMut(usize) -> bool) {
        match self {
            Sequence::Rule(order) => {
                order.each_point(len, frame, visit);
            }
            Sequence::List(pixels) => {
                pixels.iter().all(|&pixel| visit(pixel));
            }
        }
    }
}

/// The image of a detector, and what tells the order of its points.
pub struct Search<'a> {
    pub metadata: &'a Metadata,
    pub in_time: &'a InTime,
    /// Those of the image.
    pub axes: &'a [Axis],
    pub detector: &'a str,
    pub pixels: &'a Data,
}

impl Search<'_> {
    /// The order, or why it is not known. Of the values in time the first `written` were measured.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
    pub fn run(&self, ctx: &Context, counts: &[f64], written: usize) -> Result<std::result::Result<Sequence, String>> {
        let request = Request::parse(scan_request(self.metadata).unwrap_or_default());
        let shape = self.pixels.shape();
        let frame = [shape[shape.len() - 2], shape[shape.len() - 1]];
        let image = self.pixels.to_f64()?;
        let image = image.as_slice().unwrap_or_default();
        let found = order::find(ctx, &request, image, counts, written, frame)?;
        if let Found::Order(order) = found {
            return Ok(Ok(Sequence::Rule(order)));
        }
        if let Some(pixels) = self.listed(image, counts.get(..written).unwrap_or(counts))? {
            return Ok(Ok(Sequence::List(pixels)));
        }
        let detector = self.detector;
        Ok(Err(match found {
            Found::Several => format!(
                "the values of 'instrument/{detector}/data' fit several orders of points, since most are equal, and the scan request asks for \
                 tiles without their number"
            ),
            _ => format!(
                "the image is not made of 'instrument/{detector}/data' in any order of points that is known (raster, meander, y fast, tiles), nor \
                 in the one that the positions give"
            ),
        }))
    }

    /// The order that follows from the measured positions.
    fn listed(&self, image: &[f64], counts: &[f64]) -> Result<Option<Vec<usize>>> {
        let [.., rows, columns] = self.axes else { return Ok(None) };
        let (Some(y), Some(x)) = (&rows.points, &columns.points) else { return Ok(None) };
        let measured = |name: &str| -> Result<Option<Vec<f64>>> {
            let Some((values, _)) = self.in_time.get(self.metadata, name) else { return Ok(None) };
            Ok(Some(alloc::copied(values.to_f64()?.as_slice().unwrap_or_default())?))
        };
        let (Some(at_x), Some(at_y)) = (measured("sample_x")?, measured("sample_y")?) else { return Ok(None) };
        listed::find(&Measured { counts, at: [&at_x, &at_y] }, [x, y], image)
    }
}

fn scan_request(metadata: &Metadata) -> Option<&str> {
    ["collection.scan_request.scan_request", "collection.scan_request"]
        .into_iter()
        .find_map(|key| metadata.value(key).and_then(Value::as_str))
}
