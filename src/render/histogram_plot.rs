//! The histogram of an image as a figure: counts as bars, and the part of the pixels up to each value as a curve with an axis
//! of its own.

use super::axis::Axis;
use super::canvas::{Area, Pen};
use super::chart::{Chart, axis_over, chart};
use super::colour::Rgba;
use super::options::{Options, Output, Page};
use super::sheet::Picture;
use crate::context::{Context, Error, Result};
use crate::image::{Image, Metadata, Table};
use crate::ops::intensity::histogram::{self, Bins};

/// A histogram as a figure.
#[derive(Debug, Clone)]
pub struct HistogramPlot {
    /// The number of bins.
    pub bins: usize,
    /// The range that they cover; `None`: from the least to the greatest pixel.
    pub range: Option<[f64; 2]>,
    /// Whether the axis of counts is logarithmic.
    pub log: bool,
    /// Whether the curve is drawn.
    pub cumulative: bool,
    /// The colour of the bars; `None`: the theme's.
    pub colour: Option<Rgba>,
    /// What is counted.
    pub xlabel: String,
    /// The name of the axis of counts.
    pub ylabel: String,
    /// Title, theme, sizes.
    pub page: Page,
}

impl Default for HistogramPlot {
    fn default() -> Self {
        HistogramPlot {
            bins: HistogramPlot::BINS,
            range: None,
            log: false,
            cumulative: true,
            colour: None,
            xlabel: "value".to_owned(),
            ylabel: "pixels".to_owned(),
            page: Page::default(),
        }
    }
}

impl HistogramPlot {
    /// The usual number of bins, the original's.
    pub const BINS: usize = 256;

    /// The names of its options besides those of [`Page`].
    pub const NAMES: &'static [&'static str] = &["range", "log", "cumulative", "color", "xlabel", "ylabel"];

    /// From options.
    ///
    /// # Errors
    /// As [`Options::new`].
    pub fn from_options(bins: usize, options: Option<&Metadata>) -> Result<HistogramPlot> {
        let options = Options::new(options, &[Self::NAMES, Page::NAMES])?;
        let usual = HistogramPlot::default();
        let owned = |text: Option<&str>, otherwise: String| text.map_or(otherwise, str::to_owned);
        Ok(HistogramPlot {
            bins,
            range: options.range("range")?,
            log: options.flag("log")?,
            cumulative: options.value("cumulative").is_none() || options.flag("cumulative")?,
            colour: options.colour("color")?,
            xlabel: owned(options.text("xlabel")?, usual.xlabel),
            ylabel: owned(options.text("ylabel")?, usual.ylabel),
            page: Page::from_options(&options)?,
        })
    }
}

/// The histogram of all pixels that are neither masked nor NaN as a figure.
///
/// # Errors
/// As [`histogram::histogram`]; [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) for a size that is none.
pub fn plot_histogram(ctx: &Context, image: &Image, figure: &HistogramPlot) -> Result<Picture> {
    figure.page.check_size()?;
    let table = histogram::histogram(ctx, image, Bins::Count(figure.bins, figure.range))?;
    let column = |name: &str| -> Result<&[f64]> { Ok(table.column(table.index(name)?)?.values()) };
    let (low, high, count, sum) = (column("low")?, column("high")?, column("count")?, column("cumulative")?);
    let (Some(&first), Some(&last), Some(&total)) = (low.first(), high.last(), sum.last()) else {
        return Err(Error::argument("bins", figure.bins, "1 or more"));
    };
    if total == 0.0 {
        ctx.warn_of(crate::context::Warning::Picture, "no pixel is counted: the histogram is empty");
    }
    let most = count.iter().fold(1.0f64, |most, &n| most.max(n));
    let mut y = match figure.log {
        true => axis_over(None, Some([0.7, most * 1.4]), true, 0.0),
        false => axis_over(None, Some([0.0, most * 1.05]), false, 0.0),
    };
    y.name.clone_from(&figure.ylabel);
    y.whole = true;
    let x = Axis { name: figure.xlabel.clone(), ..axis_over(None, Some([first, last]), false, 0.0) };
    let second = figure
        .cumulative
        .then(|| Axis { name: "cumulative fraction".to_owned(), ..axis_over(None, Some([0.0, 1.05]), false, 0.0) });
    let page = &figure.page;
    let around = Chart { x, y, second, title: page.title(image.title()), page, grid: false };
    chart(ctx, &around, |sheet, plot| {
        let colour = figure.colour.unwrap_or(page.theme.bars);
        let area = plot.area;
        // Each column of pixels shows the fullest of its bins.
        let columns = area.width() as usize;
        let mut bin = 0;
        for column in 0..columns {
            let at = |column: usize| first + (last - first) * (column as f64 / columns as f64);
            let (from, to) = (at(column), at(column + 1));
            while bin + 1 < low.len() && high[bin] <= from {
                bin += 1;
            }
            let middle = (from + to) / 2.0;
            let shown = (bin..low.len()).take_while(|&i| i == bin || low[i] < to);
            // A bin that is wider than a column begins where its edge is nearer.
            let fullest = match high[bin] - low[bin] >= to - from {
                true => (bin..low.len()).find(|&i| high[i] > middle).map_or(0.0, |i| count[i]),
                false => shown.map(|i| count[i]).fold(0.0, f64::max),
            };
            if fullest > 0.0 {
                let [_, top] = plot.point(middle, fullest);
                let left = area.left + column as f64;
                sheet.canvas.fill(Area::new(left, top.clamp(area.top, area.bottom), left + 1.0, area.bottom), colour);
            }
        }
        if figure.cumulative && total > 0.0 {
            let every = (low.len() / (4 * columns.max(1))).max(1);
            let mut points = vec![plot.second_point(first, 0.0)];
            let places = (0..low.len()).filter(|i| (i + 1) % every == 0 || i + 1 == low.len());
            points.extend(places.map(|i| plot.second_point(high[i], sum[i] / total)));
            let pen = Pen { colour: page.theme.second, width: plot.line_width() * 1.4, dash: None };
            sheet.line(&points, pen, area)?;
        }
        Ok(())
    })
}

/// The places of the figure's parts as [`plot_histogram`] draws them, in the form of [`Picture::layout`]; no picture is made.
///
/// # Errors
/// As [`plot_histogram`].
pub fn plot_histogram_layout(ctx: &Context, image: &Image, figure: &HistogramPlot) -> Result<Table> {
    let mut figure = figure.clone();
    figure.page.output = Output::Places;
    plot_histogram(ctx, image, &figure)?.layout()
}
