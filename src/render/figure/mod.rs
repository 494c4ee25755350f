//! An image as a figure: the image with, on request, axes, title, colour bar, scale bar and a line of metadata.
//!
//! `options` reads the request, `axes` the map, `beamline` the metadata; `layout` finds places for all parts, and the code
//! here draws them.

mod axes;
mod beamline;
mod layout;
mod options;

use super::axis::{Side, line_width};
use super::canvas::Area;
use super::colour::Rgba;
use super::options::Output;
use super::sheet::{Anchor, LEAST_SIZE, Picture, Sheet, fitted, warn_of_lacking};
use super::text::{Direction, Fonts};
use super::title::{self, MARGIN};
use super::{paint, resize};
use crate::context::{Context, Error, Result, Status};
use crate::image::{Image, Table};
use layout::{Around, LINE, Laid, TITLE, usual_size};

pub use options::{Aspect, Colours, Figure};

/// The pixels of an image in colours, in C order, one colour for each pixel, for a live display.
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

/// An image as a figure.
///
/// # Errors
/// As [`to_rgba`]; [`Status::InvalidArgument`] for an option or a size that is not allowed.
pub fn imshow(ctx: &Context, image: &Image, figure: &Figure) -> Result<Picture> {
    let page = &figure.page;
    page.check_size()?;
    let frame = figure.colours.shown(image)?;
    let palette = figure.colours.palette()?;
    let mut scale = figure.colours.norming.resolve(ctx, &frame)?;
    if figure.colorbar.is_some() {
        scale = scale.widened();
    }
    let (rows, columns) = (frame.shape()[0], frame.shape()[1]);
    let fonts = Fonts::new()?;
    let title = page.title(image.title());
    let line = if figure.metadata { beamline::line(image, figure.colours.frame) } else { String::new() };
    let axes = figure.show_axis.then(|| axes::axes(figure, image.map(), rows, columns));
    let colorbar = figure.colorbar.as_deref();
    let names = axes.as_ref().map_or(["", ""], |[x, y]| [&x.name, &y.name]);
    warn_of_lacking(ctx, &fonts, &[title, &line, colorbar.unwrap_or_default(), names[0], names[1]]);
    let width = figure.scale_bar.as_ref().and_then(|_| axes::sample_width(image.map(), columns));
    if figure.scale_bar.is_some() && width.is_none() {
        ctx.warn_of(
            crate::context::Warning::Picture,
            "the columns of the image are not positions, so lengths have no scale: the scale bar is left out",
        );
    }
    let ratio = axes::aspect(figure.aspect, image.map()).map(|pixel| pixel * rows as f64 / columns as f64);
    let usual = usual_size(columns, rows, ratio);

    let size = page.text_size(usual);
    let title_size = page.title_size.unwrap_or(TITLE * size);
    let fonts = &fonts;
    let mut around =
        Around { fonts, figure, size, axes, scale, colorbar, title, title_size, line: &line, width, ratio, usual };
    let (Laid { area, fit, size: (width, height), scale_bar, base }, left_out) = around.lay_out()?;

    let mut sheet = Sheet::new(fonts, width, height, page)?;
    if page.output == Output::Picture {
        let (across, down) = (area.width() as usize, area.height() as usize);
        let pixels = resize::picture(&ctx.whole(), &frame, &scale, &palette, figure.interpolation, (across, down))?;
        sheet.canvas.put(area.left as usize, area.top as usize, across, &pixels);
    }
    sheet.take("image", area);
    left_out.iter().for_each(|part| sheet.leave_out(part));
    let ink = page.theme.ink;
    if fit.axes.is_some() || fit.bar.is_some() {
        sheet.canvas.frame(area, line_width(size), ink);
    }
    if let Some(bar) = &fit.bar {
        bar.draw(&mut sheet, area, &palette, ink);
    }
    if let (Some(bar), Some(placed)) = (&figure.scale_bar, &scale_bar) {
        placed.draw(&mut sheet, bar, ink);
    }
    if let Some([x, y]) = &fit.axes {
        x.draw(&mut sheet, Side::Bottom, area, "x", ink);
        y.draw(&mut sheet, Side::Left, area, "y", ink);
    }
    if let Some(bar) = &fit.bar {
        bar.draw_axis(&mut sheet, area, ink);
    }
    let line = around.line;
    fit.title.draw(&mut sheet, page, Area { top: area.top - fit.above.ceil(), ..area }, size);
    if !line.is_empty() {
        let room = width as f64 - 2.0 * (MARGIN * size).round();
        let (line, line_size) = fitted(fonts, line, LINE * size, (room, 2.0 * size), LEAST_SIZE);
        let middle = title::within(area, fonts.width(&line, line_size), width as f64, size);
        let turn = (Direction::Right, Anchor::Middle);
        if !sheet.text("metadata", &line, line_size, [middle, base], turn, page.theme.faint) {
            sheet.leave_out("metadata");
        }
    }
    Ok(sheet.finish(ctx))
}

/// The places of the figure's parts as [`imshow`] draws them, in the form of [`Picture::layout`]; no picture is made.
///
/// # Errors
/// As [`imshow`].
pub fn imshow_layout(ctx: &Context, image: &Image, figure: &Figure) -> Result<Table> {
    let mut figure = figure.clone();
    figure.page.output = Output::Places;
    imshow(ctx, image, &figure)?.layout()
}
