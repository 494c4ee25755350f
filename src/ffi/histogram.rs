//! Histograms
//!
//! @since 0.1.0

use super::core::args::{count, optional_array, out, slice};
use super::core::handles::images;
use super::types::{stoner_context, stoner_image, stoner_table};
use crate::context::Error;
use crate::ops::intensity::histogram::{self, Bins};

/// The histogram of an image, or of all frames of a stack: a table with one row for each bin, in the columns "low", "centre",
/// "high" (its edges and middle), "count", "density" (the count divided by the width and by the sum of all counts) and
/// "cumulative" (the sum of the counts so far). A bin holds its lower edge and not its upper one, the last bin both, exactly as
/// numpy.histogram. Masked and NaN pixels are left out, and so are values outside the bins. The table has the image's
/// metadata. Uses several threads.
/// @param bins [count; default none; unset 0; min 1; max 16777216] the number of bins of one size; 0: 10, or those of
///        `edges`
/// @param edges [real; size n_edges; optional] {C:`n_edges` }numbers that do not decrease; NULL: `bins` of one size
/// @param n_edges [count] 0 for NULL, else 2 or more
/// @param range [real; size 2; optional] (lowest edge, highest edge) of bins of one size; NULL: the least and the
///        greatest pixel (1 wide around the only value where there is but one)
/// @return STONER_ERR_INVALID_ARGUMENT (also for `bins` or `range` together with `edges`); STONER_ERR_DTYPE (complex);
///         STONER_ERR_NO_RESULT without `range` when a pixel is infinite; STONER_ERR_NO_MEMORY; STONER_ERR_CANCELLED
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_hist(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    bins: i64,
    edges: *const f64,
    n_edges: i64,
    range: *const f64,
    out: *mut *mut stoner_table,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let image = images::get(image, "image")?;
        let range = optional_array::<f64, 2>(range, "range")?.copied();
        let bins = match (count(bins, "bins")?, count(n_edges, "n_edges")?) {
            (0, 0) => Bins::Count(10, range),
            (bins, 0) => Bins::Count(bins, range),
            (0, n) if range.is_none() => Bins::Edges(slice(edges, n, "edges")?),
            (0, _) => return Err(Error::argument("range", "given", "NULL where `edges` are given")),
            (bins, _) => return Err(Error::argument("bins", bins, "0 where `edges` are given")),
        };
        place.set_table(histogram::histogram(context, &image, bins)?)
    })
}
