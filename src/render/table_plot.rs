//! Columns of a table as lines, with error bars and a legend: profiles and spectra.

use super::axis::{Axis, line_width};
use super::canvas::{Area, Pen};
use super::chart::{Chart, Entry, axis_over, chart, legend};
use super::colour::{self, Rgba};
use super::options::{Options, Output, Page};
use super::sheet::{Picture, Sheet, warn_of_lacking};
use super::text::Fonts;
use crate::context::{Context, Error, Result, Status};
use crate::image::{Column, Metadata, Quantity, Role, Table, Value, units};

/// A column of a table, by name or number.
#[derive(Debug, Clone, PartialEq)]
pub enum Which {
    /// By its name.
    Name(String),
    /// By its number.
    Number(usize),
}

/// How the points of a line are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineStyle {
    /// By a line.
    #[default]
    Solid,
    /// By dashes.
    Dashed,
    /// By dots.
    Dotted,
    /// They are not joined.
    None,
}

/// A plot of a table.
#[derive(Debug, Clone, Default)]
pub struct TablePlot {
    /// The horizontal column; `None`: that of the table's usual plot; a column of energies; the first of several; the number of
    /// the row where there is but one.
    pub x: Option<Which>,
    /// The vertical columns; `None`: those of the table's usual plot, with their deviations as bands; all others.
    pub y: Option<Vec<Which>>,
    /// The columns of errors, one for each of `y`; `None`: no error bars.
    pub yerr: Option<Vec<Which>>,
    /// The names in the legend; `None`: those of the columns.
    pub labels: Option<Vec<String>>,
    /// The colours; `None`: matplotlib's cycle.
    pub colours: Option<Vec<Rgba>>,
    /// Whether there is a legend; `None`: where there are several lines.
    pub legend: Option<bool>,
    /// Whether there are markers.
    pub markers: bool,
    /// How points are joined.
    pub line_style: LineStyle,
    /// The width of lines in pixels; `None`: in proportion to the text.
    pub line_width: Option<f64>,
    /// Whether the horizontal axis is logarithmic.
    pub log_x: bool,
    /// Whether the vertical axis is logarithmic.
    pub log_y: bool,
    /// The ends of the horizontal axis.
    pub xlim: Option<[f64; 2]>,
    /// The ends of the vertical axis.
    pub ylim: Option<[f64; 2]>,
    /// The name of the horizontal axis; `None`: the column's.
    pub xlabel: Option<String>,
    /// The name of the vertical axis; `None`: that of a single column.
    pub ylabel: Option<String>,
    /// Whether lines go through the ticks.
    pub grid: bool,
    /// Title, theme, sizes.
    pub page: Page,
}

impl TablePlot {
    /// The names of its options besides those of [`Page`].
    pub const NAMES: &'static [&'static str] = &[
        "x",
        "y",
        "yerr",
        "label",
        "color",
        "legend",
        "marker",
        "linestyle",
        "linewidth",
        "xscale",
        "yscale",
        "xlim",
        "ylim",
        "xlabel",
        "ylabel",
        "grid",
    ];

    /// From options.
    ///
    /// # Errors
    /// As [`Options::new`].
    pub fn from_options(options: Option<&Metadata>) -> Result<TablePlot> {
        let options = Options::new(options, &[Self::NAMES, Page::NAMES])?;
        let which = |key: &str| -> Result<Option<Vec<Which>>> {
            let Some(values) = options.list(key)? else { return Ok(None) };
            let of = |value: &Value| match value {
                Value::String(name) => Ok(Which::Name(name.clone())),
                Value::Int(i) if *i >= 0 => Ok(Which::Number(*i as usize)),
                other => Err(Error::argument(
                    key,
                    format!("of type {}", other.type_name()),
                    "the name of a column, its number from 0, or a list of these",
                )),
            };
            values.iter().map(of).collect::<Result<_>>().map(Some)
        };
        let texts = |key: &str| -> Result<Option<Vec<String>>> {
            let Some(values) = options.list(key)? else { return Ok(None) };
            let of = |value: &Value| match value {
                Value::String(text) => Ok(text.clone()),
                other => Err(Error::argument(key, format!("of type {}", other.type_name()), "text, or a list of text")),
            };
            values.iter().map(of).collect::<Result<_>>().map(Some)
        };
        let x = match which("x")?.as_deref() {
            None => None,
            Some([one]) => Some(one.clone()),
            Some(several) => return Err(Error::argument("x", format!("{} columns", several.len()), "one column")),
        };
        let colours = texts("color")?
            .map(|names| names.iter().map(|name| colour::parse("color", name)).collect::<Result<Vec<_>>>())
            .transpose()?;
        let styles =
            [("-", LineStyle::Solid), ("--", LineStyle::Dashed), (":", LineStyle::Dotted), ("none", LineStyle::None)];
        let scales = [("linear", false), ("log", true)];
        let owned = |text: Option<&str>| text.map(str::to_owned);
        Ok(TablePlot {
            x,
            y: which("y")?,
            yerr: which("yerr")?,
            labels: texts("label")?,
            colours: colours.filter(|colours| !colours.is_empty()),
            legend: options.value("legend").map(|_| options.flag("legend")).transpose()?,
            markers: options.choice("marker", &[("none", false), ("o", true)])?.unwrap_or(false),
            line_style: options.choice("linestyle", &styles)?.unwrap_or_default(),
            line_width: options.number_within("linewidth", 0.1, 100.0)?,
            log_x: options.choice("xscale", &scales)?.unwrap_or(false),
            log_y: options.choice("yscale", &scales)?.unwrap_or(false),
            xlim: options.range("xlim")?,
            ylim: options.range("ylim")?,
            xlabel: owned(options.text("xlabel")?),
            ylabel: owned(options.text("ylabel")?),
            grid: options.flag("grid")?,
            page: Page::from_options(&options)?,
        })
    }

    fn series<'t>(&self, table: &'t Table) -> Result<(Option<&'t Column>, Vec<Series<'t>>)> {
        let n = table.columns().len();
        if n == 0 {
            return Err(Error::new(Status::NoResult, "the table has no columns to plot"));
        }
        let index = |which: &Which| match which {
            Which::Name(name) => table.index(name),
            Which::Number(number) => table.column(*number).map(|_| *number),
        };
        let with_role =
            |role: Role| -> Vec<usize> { (0..n).filter(|&i| table.columns()[i].role() == Some(role)).collect() };
        let indices = |list: &[Which]| list.iter().map(index).collect::<Result<Vec<_>>>();
        let x = match &self.x {
            Some(which) => Some(index(which)?),
            None => with_role(Role::X).first().copied().or_else(|| energies(table)).or((n > 1).then_some(0)),
        };
        let errors = self.yerr.as_deref().map(indices).transpose()?;
        let others = |i: &usize| Some(*i) != x && !errors.iter().flatten().any(|error| error == i);
        // Each with its deviation, where the table says that it has one.
        let mut bands = Vec::new();
        let y = match &self.y {
            Some(list) => indices(list)?,
            None => {
                let (usual, deviations) = (with_role(Role::Y), with_role(Role::Deviation));
                let with_bands = usual.iter().enumerate().map(|(i, &y)| (y, deviations.get(i).copied()));
                let shown: Vec<_> = with_bands.filter(|(y, _)| others(y)).collect();
                if errors.is_none() {
                    bands = shown.iter().map(|&(_, band)| band).collect();
                }
                let usual: Vec<usize> = shown.into_iter().map(|(y, _)| y).collect();
                if usual.is_empty() { (0..n).filter(others).collect() } else { usual }
            }
        };
        if y.is_empty() {
            return Err(Error::argument("y", "empty", "at least one column"));
        }
        for (name, given) in [("yerr", errors.as_ref().map(Vec::len)), ("label", self.labels.as_ref().map(Vec::len))] {
            if let Some(given) = given.filter(|given| *given != y.len()) {
                return Err(Error::argument(
                    name,
                    format!("a list of {given}"),
                    format!("{}, one for each column of y", y.len()),
                ));
            }
        }
        let columns = table.columns();
        let one = |(i, &column): (usize, &usize)| Series {
            column: &columns[column],
            error: errors.as_ref().map(|errors| columns[errors[i]].values()),
            band: bands.get(i).copied().flatten().map(|band| &columns[band]),
            name: self.labels.as_ref().map_or(columns[column].name(), |labels| &labels[i]).to_owned(),
            colour: self.colours.as_ref().map_or_else(|| self.page.theme.line(i), |colours| colours[i % colours.len()]),
        };
        Ok((x.map(|x| &columns[x]), y.iter().enumerate().map(one).collect()))
    }
}

/// A line of a plot.
struct Series<'t> {
    column: &'t Column,
    error: Option<&'t [f64]>,
    band: Option<&'t Column>,
    name: String,
    colour: Rgba,
}

/// The column of photon energies, over which a spectrum is drawn, whatever its position.
fn energies(table: &Table) -> Option<usize> {
    let is_energy = |column: &Column| {
        Quantity::Energy.of_detector().contains(&column.name().to_lowercase().replace([' ', '-'], "_").as_str())
    };
    (table.columns().len() > 1).then(|| table.columns().iter().position(is_energy)).flatten()
}

impl Series<'_> {
    /// Half the size of the symbol at a point; 0 without one.
    fn spread(&self, row: usize) -> f64 {
        let spread = self.error.or(self.band.map(Column::values)).map_or(0.0, |values| values[row].abs());
        if spread.is_finite() { spread } else { 0.0 }
    }
}

/// Columns of a table as a figure. Rows without a number in one of a line's two columns interrupt the line.
///
/// # Errors
/// [`Status::KeyNotFound`], [`Status::OutOfRange`] for a column; [`Status::NoResult`] for a table without columns;
/// [`Status::InvalidArgument`] for lists of lengths that do not fit, limits not above 0 on a logarithmic axis, and sizes.
pub fn table_plot(ctx: &Context, table: &Table, figure: &TablePlot) -> Result<Picture> {
    let (x_column, series) = figure.series(table)?;
    for (name, limits, log) in [("xlim", figure.xlim, figure.log_x), ("ylim", figure.ylim, figure.log_y)] {
        if let Some([low, _]) = limits.filter(|limits| log && limits[0] <= 0.0) {
            return Err(Error::argument(name, low, "above 0, where the axis is logarithmic"));
        }
    }
    let shown = |x: f64, log: bool| x.is_finite() && (!log || x > 0.0);
    let x_at = |row: usize| {
        let x = x_column.map_or(row as f64, |column| column.values()[row]);
        if shown(x, figure.log_x) { x } else { f64::NAN }
    };
    let mut ranges: [Option<[f64; 2]>; 2] = [None; 2];
    let mut widen = |i: usize, value: f64| {
        let [low, high] = ranges[i].unwrap_or([value; 2]);
        ranges[i] = Some([low.min(value), high.max(value)]);
    };
    for line in &series {
        for (row, &y) in line.column.values().iter().enumerate() {
            let x = x_at(row);
            let inside = figure.xlim.is_none_or(|[low, high]| (low..=high).contains(&x));
            if x.is_nan() || !shown(y, figure.log_y) || !inside {
                continue;
            }
            widen(0, x);
            let error = line.spread(row);
            for y in [y, y - error, y + error].into_iter().filter(|y| shown(*y, figure.log_y)) {
                widen(1, y);
            }
        }
    }
    if ranges[0].is_none() {
        ctx.warn_of(
            crate::context::Warning::Picture,
            "no row of the table has a number in both columns: the plot is empty",
        );
    }
    let named = |axis: Axis, name: Option<&String>, column: Option<&Column>| match (name, column) {
        (Some(name), _) => Axis { name: name.clone(), ..axis },
        (None, Some(column)) => {
            let unit = units::canonical(column.unit().unwrap_or_default());
            Axis { name: column.name().to_owned(), unit, ..axis }
        }
        (None, None) => axis,
    };
    let row = "row".to_owned();
    let x = axis_over(ranges[0], figure.xlim, figure.log_x, 0.03);
    let x = named(x, figure.xlabel.as_ref().or(x_column.is_none().then_some(&row)), x_column);
    let y = axis_over(ranges[1], figure.ylim, figure.log_y, 0.06);
    let mut y = named(y, figure.ylabel.as_ref(), if let [one] = &series[..] { Some(one.column) } else { None });
    if let (None, [Series { band: Some(band), .. }]) = (&figure.ylabel, &series[..]) {
        y.name = format!("{} ± {}", y.name, band.name());
    }
    // Several columns of one unit share it.
    let unit = series[0].column.unit();
    if figure.ylabel.is_none() && series.len() > 1 && series.iter().all(|line| line.column.unit() == unit) {
        y.unit = units::canonical(unit.unwrap_or_default());
    }
    let page = &figure.page;
    let own = table.metadata().value("title").and_then(Value::as_str).unwrap_or_default();
    let names: Vec<&str> = series.iter().map(|line| line.name.as_str()).collect();
    let with_legend = figure.legend.unwrap_or(series.len() > 1);
    if with_legend {
        warn_of_lacking(ctx, &Fonts::new()?, &names);
    }
    let around = Chart { x, y, second: None, title: page.title(own), page, grid: figure.grid };
    chart(ctx, &around, |sheet, plot| {
        let width = figure.line_width.unwrap_or_else(|| 1.2 * plot.line_width());
        let dash = match figure.line_style {
            LineStyle::Dashed => Some([4.0 * width, 3.0 * width]),
            LineStyle::Dotted => Some([0.1 * width, 2.2 * width]),
            _ => None,
        };
        let pen = |colour| Pen { colour, width, dash };
        let radius = (0.22 * plot.size).max(width);
        let mut entries = Vec::new();
        let mut points = crate::array::alloc::vec(table.rows())?;
        for line in &series {
            ctx.check_cancelled()?;
            let values = line.column.values();
            let place =
                |row: usize, y: f64| if shown(y, figure.log_y) { plot.point(x_at(row), y) } else { [f64::NAN; 2] };
            points.clear();
            points.extend((0..values.len()).map(|row| place(row, values[row])));
            for (row, error) in line.error.into_iter().flatten().enumerate().filter(|(_, error)| error.is_finite()) {
                let [x, _] = points[row];
                let ends = [values[row] - error.abs(), values[row] + error.abs()];
                // Beneath 0 a logarithmic axis has no end for the bar.
                let [low, high] =
                    ends.map(|y| if figure.log_y && y <= 0.0 { plot.area.bottom + 9.0 } else { plot.point(0.0, y)[1] });
                if !(x.is_finite() && low.is_finite() && high.is_finite()) {
                    continue;
                }
                let bar = Pen { colour: line.colour, width: line_width(plot.size), dash: None };
                let cap = 0.25 * plot.size;
                sheet.line(&[[x, low], [x, high]], bar, within(plot.area, x, cap))?;
                for y in [low, high] {
                    sheet.line(&[[x - cap, y], [x + cap, y]], bar, within(plot.area, x, cap))?;
                }
            }
            if let Some(band) = line.band {
                let at = |y: f64| match figure.log_y && y <= 0.0 {
                    true => plot.area.bottom,
                    false => plot.point(0.0, y)[1],
                };
                let ends = |row: usize| {
                    [at(values[row] + band.values()[row].abs()), at(values[row] - band.values()[row].abs())]
                };
                draw_band(sheet, plot.area, &points, ends, line.colour);
            }
            if figure.line_style != LineStyle::None {
                sheet.line(&points, pen(line.colour), plot.area)?;
            }
            let alone = figure.line_style != LineStyle::None && !figure.markers;
            for (i, &point) in points.iter().enumerate().filter(|(_, point)| point[0].is_finite()) {
                let neighbour = |i: Option<usize>| i.and_then(|i| points.get(i)).is_some_and(|p| p[0].is_finite());
                // A point between gaps would not be seen.
                if figure.markers || (alone && !neighbour(i.checked_sub(1)) && !neighbour(i.checked_add(1))) {
                    sheet.canvas.disk(point, radius, line.colour, plot.area)?;
                }
            }
            entries.push(Entry {
                name: line.name.clone(),
                pen: (figure.line_style != LineStyle::None).then(|| pen(line.colour)),
                marker: figure.markers.then_some(line.colour),
            });
        }
        if with_legend {
            let places = series.iter().flat_map(|line| {
                let step = (line.column.values().len() / 4096).max(1);
                line.column.values().iter().enumerate().step_by(step).map(|(row, &y)| plot.point(x_at(row), y))
            });
            legend(sheet, plot, page, &entries, places)?;
        }
        Ok(())
    })
}

/// The places of the figure's parts as [`table_plot`] draws them, in the form of [`Picture::layout`]; no picture is made.
///
/// # Errors
/// As [`table_plot`].
pub fn table_plot_layout(ctx: &Context, table: &Table, figure: &TablePlot) -> Result<Table> {
    let mut figure = figure.clone();
    figure.page.output = Output::Places;
    table_plot(ctx, table, &figure)?.layout()
}

/// A band around a line: between every two points that stand side by side, each column of pixels once.
fn draw_band(
    sheet: &mut Sheet<'_>,
    area: Area,
    points: &[[f64; 2]],
    ends: impl Fn(usize) -> [f64; 2],
    [r, g, b, _]: Rgba,
) {
    for row in 1..points.len() {
        let ([from, _], [to, _]) = (points[row - 1], points[row]);
        let (before, behind) = (ends(row - 1), ends(row));
        if !(from.is_finite() && to.is_finite() && before.iter().chain(&behind).all(|end| end.is_finite())) {
            continue;
        }
        let (left, right) = (from.min(to).max(area.left), from.max(to).min(area.right));
        let mut x = left;
        while x < right {
            let next = (x.floor() + 1.0).min(right);
            let part = if to == from { 0.0 } else { ((x + next) / 2.0 - from) / (to - from) };
            let [top, bottom] =
                [0, 1].map(|i| (before[i] + part * (behind[i] - before[i])).clamp(area.top, area.bottom));
            sheet.canvas.fill(Area::new(x, top, next, bottom), [r, g, b, BAND]);
            x = next;
        }
    }
}

/// The alpha of a band: a line on it is visible, and so is what is under it.
const BAND: u8 = 64;

/// The strip of an area around an upright bar: what is drawn there touches no more.
fn within(area: Area, x: f64, cap: f64) -> Area {
    Area { left: area.left.max(x - cap - 2.0), right: area.right.min(x + cap + 2.0), ..area }
}
