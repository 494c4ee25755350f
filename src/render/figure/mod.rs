//! An image as a figure: the image with, as asked for, axes, title, colour bar, scale bar and a line of metadata.
//!
//! `options` reads what is asked for, `axes` the map, `beamline` the metadata; `layout` finds places for all parts, and what
//! stands here draws them.

mod axes;
mod beamline;
mod layout;
mod options;

use super::axis::{Side, line_width};
use super::canvas::Area;
use super::colour::Rgba;
use super::sheet::{Anchor, Picture, Sheet, fitted, warn_of_lacking};
use super::text::{ASCENT, DESCENT, Direction, Fonts};
use super::title::{self, MARGIN, draw_title};
use super::{paint, resize, scale_bar};
use crate::context::{Context, Error, Result, Status};
use crate::image::Image;
use layout::{Around, LINE, TITLE, lay_out, usual_size};

pub(super) use axes::shown_unit;
pub use options::{Aspect, Colours, Figure};

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

/// An image as a figure.
///
/// # Errors
/// As [`to_rgba`]; [`Status::InvalidArgument`] for a size that is none, or too small for what stands around the image.
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
    let line = if figure.metadata { beamline::line(image.own_metadata()) } else { String::new() };
    let axes = axes::axes(figure, image.map(), rows, columns);
    let label = figure.colorbar.as_deref().unwrap_or_default();
    warn_of_lacking(ctx, &fonts, &[title, &line, label, &axes[0].name, &axes[1].name]);
    let ratio = axes::aspect(figure.aspect, image.map()).map(|pixel| pixel * rows as f64 / columns as f64);
    let usual = usual_size(columns, rows, ratio);

    let bare = figure.is_bare(title, &line);
    let size = page.text_size(usual);
    let title_size = page.title_size.unwrap_or(TITLE * size);
    let around = Around { fonts: &fonts, figure, size, axes, scale, title, title_size, line: &line };
    let (area, fit, (width, height)) = lay_out(&around, bare, page, ratio, usual)?;

    let mut sheet = Sheet::new(&fonts, width, height, page.theme.paper)?;
    let (across, down) = (area.width() as usize, area.height() as usize);
    let pixels = resize::picture(&ctx.whole(), &frame, &scale, &palette, figure.interpolation, (across, down))?;
    sheet.canvas.put(area.left as usize, area.top as usize, across, &pixels);
    drop(pixels);
    sheet.note("image", area);
    let ink = page.theme.ink;
    if let Some(bar) = &figure.scale_bar {
        let (length, unit) = axes::sample_width(image.map(), columns);
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
        let middle = title::within(area, fonts.width(&line, line_size), width as f64, size);
        sheet.text("metadata", &line, line_size, [middle, base], (Direction::Right, Anchor::Middle), page.theme.faint);
    }
    Ok(sheet.finish())
}
