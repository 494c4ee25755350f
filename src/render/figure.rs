//! An image as a figure: the image with, as asked for, axes, title, colour bar, scale bar and a line of metadata.
//!
//! The layout goes from the outside in: the parts around the image say what room they need, the image takes what is left
//! with its own aspect. How much the parts need depends on the ticks that have room along the image, so it is done in a few
//! rounds.

use super::axis::{Axis, Fitted, Side, line_width};
use super::canvas::{Area, MAX_SIDE, check_size};
use super::colour::{self, Rgba};
use super::colour_bar::ColourBar;
use super::colour_map;
use super::norm::{Limit, Norm, Norming, Scale};
use super::options::{Options, Output, Page, Place};
use super::paint::{self, Palette};
use super::resize::{self, Interpolation};
use super::scale_bar::{self, Corner, ScaleBar};
use super::sheet::{Anchor, Picture, Sheet, fitted, warn_of_lacking};
use super::text::{ASCENT, DESCENT, Direction, Fonts};
use super::ticks;
use crate::array::MaskedArray;
use crate::context::{Context, Error, Result, Status};
use crate::image::{Image, Map, Metadata, Table, Value};

/// How pixels become colours.
#[derive(Debug, Clone)]
pub struct Colours {
    /// The name of a colour map.
    pub cmap: String,
    /// The scale.
    pub norming: Norming,
    /// The colour of NaN; `None`: that of masked pixels.
    pub nan: Option<Rgba>,
    /// The colour of masked pixels.
    pub mask: Rgba,
    /// Which frame of a stack.
    pub frame: usize,
}

impl Default for Colours {
    fn default() -> Self {
        Colours { cmap: "gray".to_owned(), norming: Norming::default(), nan: None, mask: colour::NONE, frame: 0 }
    }
}

/// How the height of an image follows from its width.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Aspect {
    /// By the pixels' size on the sample, where both directions have one unit; else square pixels.
    #[default]
    Equal,
    /// The image fills what room there is.
    Auto,
    /// The height of a pixel divided by its width.
    Pixel(f64),
}

/// An image as a figure. By default, as the original's, grey, without axes and title.
#[derive(Debug, Clone, Default)]
pub struct Figure {
    /// How pixels become colours.
    pub colours: Colours,
    /// How pixels become pixels of the picture.
    pub interpolation: Interpolation,
    /// The image's shape.
    pub aspect: Aspect,
    /// Whether there are axes.
    pub show_axis: bool,
    /// The name of the horizontal axis; `None`: the map's.
    pub xlabel: Option<String>,
    /// The name of the vertical axis; `None`: the map's.
    pub ylabel: Option<String>,
    /// Whether there is a colour bar, with this text beside it.
    pub colorbar: Option<String>,
    /// Whether there is a scale bar.
    pub scale_bar: Option<ScaleBar>,
    /// Whether there is a line of energy, polarization and dwell.
    pub metadata: bool,
    /// Title, theme, sizes.
    pub page: Page,
}

impl Colours {
    /// The names of its options.
    pub const NAMES: &'static [&'static str] = &[
        "cmap",
        "norm",
        "vmin",
        "vmax",
        "vmin_percentile",
        "vmax_percentile",
        "mask_color",
        "mask_alpha",
        "nan_color",
        "frame",
    ];

    /// From options.
    ///
    /// # Errors
    /// As [`Options::new`].
    pub fn from_options(options: &Options<'_>) -> Result<Colours> {
        let limit = |value: &str, percentile: &str| match (options.number(value)?, options.number(percentile)?) {
            (Some(_), Some(_)) => Err(Error::argument(percentile, "given", format!("either this or {value}"))),
            (Some(x), None) => Ok(Limit::Value(x)),
            (None, Some(q)) => Ok(Limit::Percentile(q)),
            (None, None) => Ok(Limit::Found),
        };
        let norms = [("linear", Norm::Linear), ("log", Norm::Log), ("symmetric", Norm::Symmetric)];
        let alpha = options.number_within("mask_alpha", 0.0, 1.0)?;
        let mut mask = options.colour("mask_color")?.unwrap_or(match alpha {
            Some(_) => [128, 128, 128, 255],
            None => colour::NONE,
        });
        if let Some(alpha) = alpha {
            mask[3] = (255.0 * alpha).round() as u8;
        }
        Ok(Colours {
            cmap: options.text("cmap")?.unwrap_or("gray").to_owned(),
            norming: Norming {
                norm: options.choice("norm", &norms)?.unwrap_or_default(),
                low: limit("vmin", "vmin_percentile")?,
                high: limit("vmax", "vmax_percentile")?,
            },
            nan: options.colour("nan_color")?,
            mask,
            frame: options.count("frame", i32::MAX as usize)?.unwrap_or(0),
        })
    }

    /// The frame that is shown, which has pixels.
    ///
    /// # Errors
    /// [`Status::Shape`] for other ranks than 2 and 3 and for an empty image; [`Status::OutOfRange`] for the frame.
    fn shown(&self, image: &Image) -> Result<MaskedArray> {
        let (rows, columns) = image.frame_shape()?;
        let mut array = image.array().clone();
        if image.ndim() == 3 {
            let frames = image.shape()[0];
            if self.frame >= frames {
                return Err(Error::out_of_range(
                    "frame",
                    self.frame,
                    format!("less than {frames}, the number of frames"),
                ));
            }
            array.index_first(self.frame);
        } else if self.frame > 0 {
            return Err(Error::out_of_range("frame", self.frame, "0, since the image is no stack"));
        }
        if rows == 0 || columns == 0 {
            return Err(Error::new(
                Status::Shape,
                format!("an image of shape {:?} has no pixels to show", image.shape()),
            ));
        }
        Ok(array)
    }

    fn palette(&self) -> Result<Palette> {
        Ok(Palette::new(&colour_map::table(&self.cmap)?, self.nan.unwrap_or(self.mask), self.mask))
    }
}

/// The pixels of an image in colours, in C order, one colour for each pixel: what a live display needs.
///
/// # Errors
/// As [`Norming::resolve`]; [`Status::Shape`] for other ranks than 2 and 3; [`Status::NoMemory`], [`Status::Cancelled`].
pub fn to_rgba(ctx: &Context, image: &Image, colours: &Colours, out: &mut [Rgba]) -> Result<()> {
    let frame = colours.shown(image)?;
    if out.len() != frame.len() {
        return Err(Error::new(
            Status::Shape,
            format!("{} pixels of the image do not make {} of the picture", frame.len(), out.len()),
        ));
    }
    let palette = colours.palette()?;
    let scale = colours.norming.resolve(ctx, &frame)?;
    paint::paint(&ctx.whole(), &frame, &scale, &palette, out)
}

impl Figure {
    /// The names of its options beside those of [`Colours`] and [`Page`].
    pub const NAMES: &'static [&'static str] = &[
        "interpolation",
        "aspect",
        "show_axis",
        "xlabel",
        "ylabel",
        "colorbar",
        "colorbar_label",
        "scale_bar",
        "scale_bar_length",
        "scale_bar_color",
        "scale_bar_loc",
        "metadata",
    ];

    /// From options.
    ///
    /// # Errors
    /// [`Status::InvalidArgument`] for an option that there is not (the message lists those there are) or a value that it does not take.
    pub fn from_options(options: Option<&Metadata>) -> Result<Figure> {
        let options = Options::new(options, &[Colours::NAMES, Self::NAMES, Page::NAMES])?;
        let interpolations =
            [("auto", Interpolation::Auto), ("nearest", Interpolation::Nearest), ("bilinear", Interpolation::Bilinear)];
        let corners = [
            ("lower right", Corner::LowerRight),
            ("lower left", Corner::LowerLeft),
            ("upper right", Corner::UpperRight),
            ("upper left", Corner::UpperLeft),
        ];
        let aspect = match options.value("aspect") {
            Some(Value::String(_)) => {
                options.choice("aspect", &[("equal", Aspect::Equal), ("auto", Aspect::Auto)])?.unwrap_or_default()
            }
            _ => options.number_within("aspect", 1e-6, 1e6)?.map_or(Aspect::Equal, Aspect::Pixel),
        };
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let label = owned(options.text("colorbar_label")?);
        let length = options.number("scale_bar_length")?;
        if let Some(length) = length.filter(|x| !(*x > 0.0 && x.is_finite())) {
            return Err(Error::argument("scale_bar_length", length, "a number above 0"));
        }
        let bar = ScaleBar {
            length,
            colour: options.colour("scale_bar_color")?.unwrap_or([255; 4]),
            corner: options.choice("scale_bar_loc", &corners)?.unwrap_or_default(),
        };
        Ok(Figure {
            colours: Colours::from_options(&options)?,
            interpolation: options.choice("interpolation", &interpolations)?.unwrap_or_default(),
            aspect,
            show_axis: options.flag("show_axis")?,
            xlabel: owned(options.text("xlabel")?),
            ylabel: owned(options.text("ylabel")?),
            colorbar: options.flag("colorbar")?.then(|| label.unwrap_or_default()),
            scale_bar: options.flag("scale_bar")?.then_some(bar),
            metadata: options.flag("metadata")?,
            page: Page::from_options(&options)?,
        })
    }

    /// Whether there is nothing but the image.
    fn is_bare(&self, title: &str, line: &str) -> bool {
        !self.show_axis && self.colorbar.is_none() && title.is_empty() && line.is_empty()
    }
}

/// The longest side of an image in a picture whose size is not given: a whole number of times its pixels, at least this.
const USUAL: f64 = 512.0;
/// And the longest that it becomes.
const LARGEST: f64 = 4096.0;
/// The least room for the image, in pixels.
const LEAST: f64 = 16.0;
/// Around everything, in sizes of text.
const MARGIN: f64 = 0.8;
/// The size of a title, in sizes of text.
const TITLE: f64 = 1.25;
/// The size of the line of metadata, in sizes of text.
const LINE: f64 = 0.85;

/// What stands around the image, and how much room it takes.
struct Around<'a> {
    fonts: &'a Fonts,
    figure: &'a Figure,
    size: f64,
    axes: [Axis; 2],
    scale: Scale,
    title: &'a str,
    title_size: f64,
    line: &'a str,
}

/// The same for an image of a certain size.
struct Fit {
    axes: Option<[Fitted; 2]>,
    bar: Option<ColourBar>,
    /// Left, top, right, bottom.
    margins: [f64; 4],
}

impl Around<'_> {
    fn fit(&self, (width, height): (f64, f64)) -> Fit {
        let (size, fonts) = (self.size, self.fonts);
        let edge = (MARGIN * size).round();
        let mut margins = [edge; 4];
        let line = line_width(size);
        let axes = self.figure.show_axis.then(|| {
            let [x, y] = &self.axes;
            [x.fit(fonts, Side::Bottom, width, size), y.fit(fonts, Side::Left, height, size)]
        });
        let bar = self.figure.colorbar.as_ref().map(|label| ColourBar::new(fonts, &self.scale, label, height, size));
        let [mut behind, mut below, mut above] = [0.0f64; 3];
        if let Some([x, y]) = &axes {
            margins[0] += line + y.depth(Side::Left);
            margins[3] += line + x.depth(Side::Bottom);
            let [before, after] = x.overhang(fonts, Side::Bottom, width);
            [below, above] = y.overhang(fonts, Side::Left, height);
            behind = after;
            margins[0] = margins[0].max(edge + before);
        } else if self.figure.colorbar.is_some() {
            // The image has a frame as the bar has.
            margins.iter_mut().for_each(|margin| *margin += line);
        }
        if let Some(bar) = &bar {
            margins[2] += bar.depth();
            let [under, over] = bar.overhang(fonts, height);
            (below, above) = (below.max(under), above.max(over));
        }
        margins[2] = margins[2].max(edge + behind);
        margins[3] = margins[3].max(edge + below);
        margins[1] += above.max(0.0);
        if !self.title.is_empty() {
            margins[1] += (0.9 + ASCENT + DESCENT - 0.4) * self.title_size;
        }
        if !self.line.is_empty() {
            margins[3] += (0.5 + ASCENT + DESCENT) * LINE * size;
        }
        Fit { axes, bar, margins: margins.map(f64::ceil) }
    }
}

/// An image as a figure.
///
/// # Errors
/// As [`to_rgba`]; [`Status::InvalidArgument`] for a size that is none, or too small for what stands around the image.
pub fn imshow(ctx: &Context, image: &Image, figure: &Figure) -> Result<Picture> {
    let page = &figure.page;
    check_given(page)?;
    let frame = figure.colours.shown(image)?;
    let palette = figure.colours.palette()?;
    let mut scale = figure.colours.norming.resolve(ctx, &frame)?;
    if figure.colorbar.is_some() {
        scale = scale.widened();
    }
    let (rows, columns) = (frame.shape()[0], frame.shape()[1]);
    let fonts = Fonts::new()?;
    let title = page.title(image.title());
    let line = if figure.metadata { metadata_line(image.own_metadata()) } else { String::new() };
    let axes = axes(figure, image.map(), rows, columns);
    let label = figure.colorbar.as_deref().unwrap_or_default();
    warn_of_lacking(ctx, &fonts, &[title, &line, label, &axes[0].name, &axes[1].name]);
    let ratio = aspect(figure.aspect, image.map()).map(|pixel| pixel * rows as f64 / columns as f64);
    let usual = usual_size(columns, rows, ratio);

    let bare = figure.is_bare(title, &line);
    let size = page.font_size.unwrap_or_else(|| text_size(page, usual));
    let title_size = page.title_size.unwrap_or(TITLE * size);
    let around = Around { fonts: &fonts, figure, size, axes, scale, title, title_size, line: &line };
    let (area, fit, (width, height)) = lay_out(&around, bare, page, ratio, usual)?;

    let mut sheet = Sheet::new(&fonts, width, height, page)?;
    if page.output == Output::Picture {
        let (across, down) = (area.width() as usize, area.height() as usize);
        let pixels = resize::picture(&ctx.whole(), &frame, &scale, &palette, figure.interpolation, (across, down))?;
        sheet.canvas.put(area.left as usize, area.top as usize, across, &pixels);
    }
    sheet.note("image", area);
    let ink = page.theme.ink;
    if let Some(bar) = &figure.scale_bar {
        let (length, unit) = sample_width(image.map(), columns);
        scale_bar::draw(&mut sheet, bar, area, length, &unit, size);
    }
    if figure.show_axis || figure.colorbar.is_some() {
        sheet.canvas.frame(area, line_width(size), ink);
    }
    if let Some([x, y]) = &fit.axes {
        x.draw(&mut sheet, Side::Bottom, area, "x", ink);
        y.draw(&mut sheet, Side::Left, area, "y", ink);
    }
    if let Some(bar) = &fit.bar {
        bar.draw(&mut sheet, area, &palette, ink);
    }
    let top = fit.axes.as_ref().map_or(0.0, |[_, y]| y.overhang(&fonts, Side::Left, area.height())[1]);
    let top = fit.bar.as_ref().map_or(top, |bar| top.max(bar.overhang(&fonts, area.height())[1]));
    let outer = Area { top: area.top - top, ..area };
    draw_title(&mut sheet, page, title, title_size, outer, size);
    if !line.is_empty() {
        let room = width as f64 - 2.0 * (MARGIN * size).round();
        let (line, line_size) = fitted(&fonts, &line, LINE * size, (room, 2.0 * size), 5.0);
        // Beneath all that hangs below the image.
        let below = fit.margins[3] - MARGIN * size - (ASCENT + DESCENT) * LINE * size;
        let base = area.bottom + below + ASCENT * line_size;
        let middle = within(area, fonts.width(&line, line_size), width as f64, size);
        sheet.text("metadata", &line, line_size, [middle, base], (Direction::Right, Anchor::Middle), page.theme.faint);
    }
    Ok(sheet.finish())
}

/// Where the parts of the figure stand that [`imshow`] draws, as [`Picture::layout`] says it; no picture is made.
///
/// # Errors
/// As [`imshow`].
pub fn imshow_layout(ctx: &Context, image: &Image, figure: &Figure) -> Result<Table> {
    let mut figure = figure.clone();
    figure.page.output = Output::Places;
    imshow(ctx, image, &figure)?.layout()
}

/// Whether the sizes that are given are some.
pub(super) fn check_given(page: &Page) -> Result<()> {
    check_size(page.width.unwrap_or(1), page.height.unwrap_or(1))
}

/// The size of text in a picture.
pub(super) fn text_size(page: &Page, usual: (f64, f64)) -> f64 {
    let side = match (page.width, page.height) {
        (Some(width), Some(height)) => width.min(height) as f64,
        (Some(side), None) | (None, Some(side)) => 0.9 * side as f64,
        (None, None) => 1.2 * usual.0.max(usual.1),
    };
    (0.024 * side).clamp(9.0, 120.0).round()
}

/// The title above an area, as large as there is room.
pub(super) fn draw_title(sheet: &mut Sheet<'_>, page: &Page, title: &str, title_size: f64, area: Area, size: f64) {
    if title.is_empty() {
        return;
    }
    let width = sheet.canvas.width() as f64;
    let edge = (MARGIN * size).round();
    let (text, fitted_size) = fitted(sheet.fonts, title, title_size, (width - 2.0 * edge, 1.2 * title_size), 6.0);
    let long = sheet.fonts.width(&text, fitted_size);
    let base = area.top - (0.5 + DESCENT * 0.4) * title_size;
    let (x, anchor) = match page.title_place {
        Place::Left if long <= area.width() => (area.left, Anchor::Start),
        Place::Right if long <= area.width() => (area.right, Anchor::End),
        _ => (within(area, long, width, size), Anchor::Middle),
    };
    let colour = page.title_colour.unwrap_or(page.theme.ink);
    sheet.text("title", &text, fitted_size, [x, base], (Direction::Right, anchor), colour);
}

/// The middle of a text of a width: that of the area, or as near as it does not leave the picture.
fn within(area: Area, long: f64, width: f64, size: f64) -> f64 {
    let reach = long / 2.0 + (MARGIN * size).round();
    ((area.left + area.right) / 2.0).max(reach).min(width - reach).max(long / 2.0)
}

/// Where the image stands, what stands around it, and the size of the picture.
fn lay_out(
    around: &Around<'_>,
    bare: bool,
    page: &Page,
    ratio: Option<f64>,
    usual: (f64, f64),
) -> Result<(Area, Fit, (usize, usize))> {
    let mut inner = usual;
    let mut fit = around.fit(inner);
    if bare {
        fit.margins = [0.0; 4];
    }
    for _ in 0..4 {
        let [left, top, right, bottom] = fit.margins;
        let room = |side: Option<usize>, margin: f64, name: &str| match side {
            Some(side) if side as f64 - margin < if bare { 1.0 } else { LEAST } => Err(Error::argument(
                name,
                side,
                format!("at least {}, the room for text and {LEAST} pixels of the image", margin + LEAST),
            )),
            side => Ok(side.map(|side| side as f64 - margin)),
        };
        let (wide, high) = (room(page.width, left + right, "width")?, room(page.height, top + bottom, "height")?);
        let aspect = ratio.unwrap_or(usual.1 / usual.0);
        inner = match (wide, high) {
            (Some(wide), Some(high)) if ratio.is_none() => (wide, high),
            (Some(wide), Some(high)) => (wide.min(high / aspect), high.min(wide * aspect)),
            (Some(wide), None) => (wide, wide * aspect),
            (None, Some(high)) => (high / aspect, high),
            (None, None) => usual,
        };
        inner = (inner.0.floor().max(1.0), inner.1.floor().max(1.0));
        if inner.0.max(inner.1) > MAX_SIDE as f64 {
            return Err(Error::argument(
                "width, height",
                format!("not both given, and an image of this aspect would be {} x {}", inner.0, inner.1),
                format!("up to {MAX_SIDE} on each side: give both"),
            ));
        }
        fit = around.fit(inner);
        if bare {
            fit.margins = [0.0; 4];
        }
    }
    let [left, top, right, bottom] = fit.margins;
    let (needed, needed_high) = (left + inner.0 + right, top + inner.1 + bottom);
    let (width, height) = (page.width.unwrap_or(needed as usize), page.height.unwrap_or(needed_high as usize));
    check_size(width, height)?;
    // What is left over stands on both sides.
    let spare = |side: usize, needed: f64| ((side as f64 - needed).max(0.0) / 2.0).floor();
    let (x, y) = (left + spare(width, needed), top + spare(height, needed_high));
    // The last round may have moved the margins by a pixel.
    let inner = (inner.0.min(width as f64 - x).max(1.0), inner.1.min(height as f64 - y).max(1.0));
    Ok((Area::new(x, y, x + inner.0, y + inner.1), fit, (width, height)))
}

/// The size of an image in a picture whose size is not given.
fn usual_size(columns: usize, rows: usize, ratio: Option<f64>) -> (f64, f64) {
    let (width, height) = (columns as f64, ratio.map_or(rows as f64, |ratio| columns as f64 * ratio));
    let longest = width.max(height);
    let zoom = (USUAL / longest).ceil().min(LARGEST / longest);
    ((width * zoom).round().max(1.0), (height * zoom).round().max(1.0))
}

/// The height of a pixel divided by its width; `None` where the image fills its room.
fn aspect(aspect: Aspect, map: Option<&Map>) -> Option<f64> {
    match aspect {
        Aspect::Auto => None,
        Aspect::Pixel(ratio) => Some(ratio),
        Aspect::Equal => Some(match map {
            Some(map) if unit(map, 0) == unit(map, 1) => {
                let [width, height] = map.pixel_size();
                let ratio = height / width;
                // A line or a column has no step across.
                if ratio.is_finite() && ratio > 0.0 { ratio } else { 1.0 }
            }
            _ => 1.0,
        }),
    }
}

/// The unit of one of a map's coordinates, as it is written.
fn unit(map: &Map, coordinate: usize) -> String {
    shown_unit(map.units[coordinate].as_deref().unwrap_or_default())
}

/// "um" and the micro sign's two codes become one.
pub(super) fn shown_unit(unit: &str) -> String {
    match unit.trim() {
        "um" | "μm" | "micron" | "microns" | "micrometer" | "micrometre" => "µm".to_owned(),
        unit => unit.replace('μ', "µ"),
    }
}

/// The axes of an image: the map's coordinates where they run along rows and columns; where they don't, lengths from the first pixel;
/// without a map columns and rows.
fn axes(figure: &Figure, map: Option<&Map>, rows: usize, columns: usize) -> [Axis; 2] {
    let axis = |direction: usize| {
        let n = [columns, rows][direction] as f64;
        let (name, unit, origin, step) = match map {
            None => (["x", "y"][direction].to_owned(), "pixel".to_owned(), 0.0, 1.0),
            Some(map) => along(map, direction),
        };
        let (mut start, mut end) = (origin - 0.5 * step, origin + (n - 0.5) * step);
        // Rows go down, the axis goes up.
        if direction == 1 {
            (start, end) = (end, start);
        }
        let label = [&figure.xlabel, &figure.ylabel][direction].clone();
        let whole = map.is_none();
        match label {
            None => Axis { start, end, log: false, name, unit, whole },
            Some(label) => Axis { start, end, log: false, name: label, unit: String::new(), whole },
        }
    };
    [axis(0), axis(1)]
}

/// Name, unit, origin and step of what a map shows along rows (0) or columns (1).
fn along(map: &Map, direction: usize) -> (String, String, f64, f64) {
    let steps = [map.step[0][direction], map.step[1][direction]];
    let others = [map.step[0][1 - direction], map.step[1][1 - direction]];
    let longest = steps[0].abs().max(steps[1].abs());
    // A coordinate that grows along this direction alone.
    let own = (0..2).find(|&i| {
        steps[i].abs() == longest
            && longest > 0.0
            && steps[1 - i].abs() <= 1e-9 * longest
            && others[i].abs() <= 1e-9 * longest
    });
    match own {
        Some(i) => {
            let name = map.names[i].strip_prefix("sample_").unwrap_or(&map.names[i]).replace('_', " ");
            (name, unit(map, i), map.origin[i], steps[i])
        }
        None if longest > 0.0 && unit(map, 0) == unit(map, 1) => {
            ("distance".to_owned(), unit(map, 0), 0.0, map.pixel_size()[direction])
        }
        None => (["x", "y"][direction].to_owned(), "pixel".to_owned(), 0.0, 1.0),
    }
}

/// The width of an image on the sample, with its unit; in pixels where there is no map.
fn sample_width(map: Option<&Map>, columns: usize) -> (f64, String) {
    let pixels = (columns as f64, "pixel".to_owned());
    map.map_or(pixels.clone(), |map| {
        let step = map.pixel_size()[0];
        let (_, unit, _, _) = along(map, 0);
        if step > 0.0 && step.is_finite() && unit != "pixel" { (columns as f64 * step, unit) } else { pixels }
    })
}

/// Energy, polarization and dwell, as far as a scan's metadata have them.
fn metadata_line(metadata: &Metadata) -> String {
    let number = |keys: &[&str]| keys.iter().find_map(|key| metadata.value(key).and_then(first_number));
    let mut parts = Vec::new();
    if let Some(energy) = number(&["counter0.energy", "collection.energy.value", "energy", "photon_energy"]) {
        parts.push(format!("{energy:.2} eV"));
    }
    if let Some(polarization) = number(&["collection.polarization.value", "polarization"]) {
        parts.push(match polarization {
            p if p > 0.0 => "polarization +".to_owned(),
            p if p < 0.0 => "polarization −".to_owned(),
            _ => "polarization 0".to_owned(),
        });
    }
    if let Some(dwell) = number(&["counter0.count_time", "count_time", "dwell"]) {
        let (value, unit) = if dwell < 0.1 { (dwell * 1e3, "ms") } else { (dwell, "s") };
        parts.push(format!(
            "dwell {} {unit}",
            ticks::number((value * 1e3).round() / 1e3, 3).trim_end_matches('0').trim_end_matches('.')
        ));
    }
    parts.join("   ·   ")
}

/// A number, or the first of an array of numbers.
fn first_number(value: &Value) -> Option<f64> {
    match value {
        Value::Array(array) => array.to_array().ok()?.data().to_f64().ok()?.first().copied(),
        other => other.as_f64(),
    }
    .filter(|x| x.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images_are_enlarged_by_whole_numbers() {
        assert_eq!(usual_size(128, 128, Some(1.0)), (512.0, 512.0));
        assert_eq!(usual_size(100, 50, Some(0.5)), (600.0, 300.0));
        assert_eq!(usual_size(1, 1, Some(1.0)), (512.0, 512.0));
        assert_eq!(usual_size(700, 350, Some(0.5)), (700.0, 350.0));
        assert_eq!(usual_size(20000, 10, None), (4096.0, 2.0));
    }

    #[test]
    fn axes_follow_the_map() {
        let map = |step| Map {
            origin: [10.0, 20.0],
            step,
            names: ["sample_x".into(), "sample_y".into()],
            units: [Some("um".into()), Some("µm".into())],
        };
        let figure = Figure::default();
        let [x, y] = axes(&figure, Some(&map([[0.5, 0.0], [0.0, -0.25]])), 4, 8);
        assert_eq!((x.start, x.end, x.name.as_str(), x.unit.as_str()), (9.75, 13.75, "x", "µm"));
        assert_eq!((y.start, y.end, y.name.as_str()), (19.125, 20.125, "y"));
        // Turned by a quarter.
        let [x, y] = axes(&figure, Some(&map([[0.0, 0.5], [0.25, 0.0]])), 4, 8);
        assert_eq!((x.name.as_str(), x.start, y.name.as_str(), y.end), ("y", 19.875, "x", 9.75));
        // At an angle.
        let [x, _] = axes(&figure, Some(&map([[0.3, 0.4], [-0.4, 0.3]])), 4, 8);
        assert_eq!((x.name.as_str(), x.start, x.end), ("distance", -0.25, 3.75));
        let [x, y] = axes(&figure, None, 4, 8);
        assert_eq!((x.start, x.end, y.start, y.end, x.unit.as_str()), (-0.5, 7.5, 3.5, -0.5, "pixel"));
        assert_eq!(aspect(Aspect::Equal, Some(&map([[0.5, 0.0], [0.0, -0.25]]))), Some(0.5));
    }

    #[test]
    fn a_scan_says_how_it_was_taken() {
        let mut metadata = Metadata::new();
        assert_eq!(metadata_line(&metadata), "");
        metadata.insert("counter0.energy", 781.25);
        metadata.insert("collection.polarization.value", -0.2);
        metadata.insert("counter0.count_time", 0.02);
        assert_eq!(metadata_line(&metadata), "781.25 eV   ·   polarization −   ·   dwell 20 ms");
    }
}
