//! Pictures
//!
//! Images, histograms and tables as pictures, without a screen: a PNG file, or pixels for the caller's own window.
//!
//! OPTIONS are named values in a metadata handle (stoner_metadata_new, stoner_metadata_set_string, ..._f64, ..._bool); NULL: the
//! defaults. Names are those of the Python package and of matplotlib. An unknown name, or a value of another type, causes
//! STONER_ERR_INVALID_ARGUMENT; the message lists what is allowed.
//!
//! Of all figures: "title" (text; true or an entry without a value: the subject's own; default false: none), "title_args" (a cluster
//! of "fontsize", "color", "loc": left, center, right), "theme" (light, dark), "font_size" (pixels; default in proportion to the picture),
//! and where the size is no parameter "width" and "height" (pixels, 1 to 16384; default as the contents need).
//!
//! Of colours: "cmap" (default gray; stoner_cmap_name), "norm" (linear; log; symmetric: linear from -m to m), "vmin", "vmax" or
//! "vmin_percentile", "vmax_percentile" (0 to 100; default the least and the greatest finite pixel), "mask_color" (default none: the
//! paper shows), "mask_alpha" (0 to 1), "nan_color" (of NaN, and of pixels not above 0 where the norm is log; default as masked pixels),
//! "frame" (of a stack, from 0). A colour is "#rrggbb", "#rrggbbaa", a name such as red, or none.
//!
//! Pixels of a picture are 4 bytes, red, green, blue, alpha (not premultiplied), row by row from the top.
//!
//! @param image rank 2, or 3 for one frame of a stack; at least one pixel
//! @param width [pixels; min 1; max 16384] the width of the picture
//! @param height [pixels; min 1; max 16384] the height of the picture
//! @since 0.1.0

use super::core::args::{
    boolean, count, named, optional_out, optional_text, out, put_length, put_text, slice_mut, text,
};
use super::core::handles::{images, metadata, tables};
use super::option_text;
use super::types::{stoner_context, stoner_image, stoner_metadata, stoner_table};
use crate::context::{Context, Error, Result, Status};
use crate::image::Metadata;
use crate::render::options::{Options, Page};
use crate::render::{self, Colours, Figure, HistogramPlot, Picture, TablePlot, colour_map};
use std::ffi::c_char;
use std::sync::Arc;

/// The number of colour maps, their reverses included.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_cmap_count(ctx: *mut stoner_context, n: *mut i32) -> i32 {
    guard!(ctx, |_context| out(n, "n")?.give(colour_map::COUNT as i32))
}

/// The name of a colour map: gray, viridis, plasma, inferno, magma, cividis, turbo, hot, afmhot, jet, bone, copper, Greys, Blues,
/// coolwarm, RdBu, seismic, bwr, PuOr, PiYG, RdGy, Spectral, cubehelix, hsv, and each with _r for its reverse.
/// @param index [index] 0 to the number of colour maps - 1
/// @return STONER_ERR_OUT_OF_RANGE
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_cmap_name(
    ctx: *mut stoner_context,
    index: i32,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |_context| {
        let name = usize::try_from(index).ok().and_then(colour_map::name);
        let name =
            name.ok_or_else(|| Error::out_of_range("index", index, format!("0 to {}", colour_map::COUNT - 1)))?;
        put_text(&name, buffer, capacity, length)
    })
}

/// The colours of a colour map: the bytes that matplotlib paints with.
/// @param cmap [name; default gray; unset NULL; optional] its name
/// @param rgba [bytes; size 1024] {C:room for 1024 values: }256 colours from the lower end of the scale to the upper
/// @return STONER_ERR_INVALID_ARGUMENT for a map that there is not; the message lists those there are
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_cmap_colours(ctx: *mut stoner_context, cmap: *const c_char, rgba: *mut u8) -> i32 {
    guard!(ctx, |_context| {
        let room = slice_mut(rgba, 4 * colour_map::SIZE, "rgba")?;
        room.copy_from_slice(colour_map::table(optional_text(cmap, "cmap")?.unwrap_or("gray"))?.as_flattened());
        Ok(())
    })
}

/// The pixels of an image in colours, one for each: for a live display. A pixel's colour is the one that matplotlib's
/// ScalarMappable.to_rgba gives it: number int(256 (x - vmin) / (vmax - vmin)) of the map's 256, the first and the last beyond the limits,
/// all of the first where the limits are one value. Where no pixel is finite and unmasked there is a warning. Uses several threads.
/// @param options [options; optional] those of colours, see the section "Pictures"; NULL: grey between the least and
///        the greatest pixel
/// @param rgba [bytes] {C:room for `capacity` values; receives }4 for each pixel of the image, or of the frame
/// @param length [count; optional] {C:receives }the number of values{C:; may be NULL when capacity is not 0}
/// @return STONER_ERR_INVALID_ARGUMENT (an option); STONER_ERR_BUFFER_TOO_SMALL; STONER_ERR_SHAPE;
///         STONER_ERR_DTYPE (complex); STONER_ERR_OUT_OF_RANGE (frame, percentile); STONER_ERR_NO_RESULT (a logarithmic norm and no
///         pixel above 0)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_to_rgba(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    options: *const stoner_metadata,
    rgba: *mut u8,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |context| {
        let image = images::get(image, "image")?;
        let entries = entries(options)?;
        let colours = Colours::from_options(&Options::new(entries.as_deref(), &[Colours::NAMES])?)?;
        let (rows, columns) = image.frame_shape()?;
        let needed = crate::array::alloc::checked_len(&[rows, columns, 4], 1)?;
        let Some(room) = room(rgba, capacity, length, needed)? else { return Ok(()) };
        let (room, _) = room.as_chunks_mut::<4>();
        render::to_rgba(context, &image, &colours, room)
    })
}

/// Saves an image as a figure, a PNG file. By default it is grey, without axes and title, each pixel enlarged to a whole number of
/// pixels of the picture so that the longer side is 512 or more. Written to a temporary file, which is then renamed.
///
/// Options, besides those of colours and of all figures (the section "Pictures"):
/// "interpolation" (auto: nearest where the picture is larger, else averages; nearest; bilinear: linear between pixels, averages
/// where the picture is smaller; masked pixels affect neither), "aspect" (equal: by the pixels' size where both of the map's
/// axes are places on one thing in one unit, such as sample_x and sample_y, square without a map, else as auto; auto: fill the room; or the height of a pixel divided by its width),
/// "show_axis" (axes in the map's units, else in pixels), "xlabel", "ylabel" (default the map's names), "colorbar", "colorbar_label",
/// "scale_bar" (on the image, a round length), "scale_bar_length" (in the map's unit), "scale_bar_color" (default white), "scale_bar_loc" (lower
/// right, lower left, upper right, upper left), "metadata" (true: a line of energy, polarization and dwell of the frame, as far as the image has
/// them).
///
/// A title that is too wide becomes smaller, but not below 8 pixels, then takes several lines, and finally ends in an ellipsis; line
/// breaks in it are kept. A scale bar that has no room on the image is drawn below it. A part that has no room at all is left out, with
/// a warning that names it; no part is drawn over another. The digits that long labels have in common are written at the end of
/// their axis (x_scale, y_scale, colorbar_scale in the layout). Limits that are one value are widened where there is a
/// colour bar. Characters that the font lacks (it has Latin, Greek, Cyrillic and symbols) are drawn as boxes, with a warning.
/// @param path [path] UTF-8; a PNG is written: no ending of another format (.pdf, .svg, .jpg)
/// @param options [options; optional] NULL: the defaults
/// @return STONER_ERR_INVALID_ARGUMENT (an option); as stoner_image_to_rgba;
///         STONER_ERR_FILE_NOT_FOUND (no such folder); STONER_ERR_IO
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_imshow(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    path: *const c_char,
    options: *const stoner_metadata,
) -> i32 {
    guard!(ctx, |context| {
        let path = named(path, &["png"])?;
        let image = images::get(image, "image")?;
        let figure = Figure::from_options(entries(options)?.as_deref())?;
        render::save_png(context, &render::imshow(context, &image, &figure)?, path)
    })
}

/// Saves an image as a figure with its options in one text, as stoner_image_apply_text takes them: "cmap=RdBu; colorbar=true; title=\"a; b\"".
/// As stoner_image_imshow.
/// @param image rank 2, or 3 for one frame of a stack; at least one pixel
/// @param path [as stoner_image_imshow]
/// @param options [text; optional] options of stoner_image_imshow; NULL or an empty text: the defaults
/// @return as stoner_image_imshow; STONER_ERR_INVALID_ARGUMENT (a text that is no options)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_imshow_text(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    path: *const c_char,
    options: *const c_char,
) -> i32 {
    guard!(ctx, |context| {
        let path = named(path, &["png"])?;
        let image = images::get(image, "image")?;
        let options = option_text::read(optional_text(options, "options")?.unwrap_or_default())?;
        render::save_png(context, &render::imshow(context, &image, &Figure::from_options(Some(&options))?)?, path)
    })
}

/// An image as a figure of a given size, into the caller's memory. As stoner_image_imshow.
/// @param options [options; optional] those of stoner_image_imshow without "width" and "height"; NULL: the defaults
/// @param rgba [bytes] {C:room for `capacity` values; receives }4 `width` `height`
/// @param length [as stoner_image_to_rgba]
/// @return as stoner_image_imshow; STONER_ERR_BUFFER_TOO_SMALL
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_imshow_rgba(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    options: *const stoner_metadata,
    width: i64,
    height: i64,
    rgba: *mut u8,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |context| {
        let image = images::get(image, "image")?;
        let entries = entries(options)?;
        without_size(entries.as_deref())?;
        let mut figure = Figure::from_options(entries.as_deref())?;
        (figure.page.width, figure.page.height) = size(width, height)?;
        into_caller(context, (rgba, capacity, length), &figure.page, || render::imshow(context, &image, &figure))
    })
}

/// The places of the parts of a figure as drawn by stoner_image_imshow_rgba: a column for each part (figure, image, title, x_label, x_tick_0, ...,
/// y_..., colorbar, colorbar_label, colorbar_tick_0, ..., scale_bar, scale_bar_label, scale_bar_line, metadata), four rows: xmin,
/// xmax, ymin, ymax in pixels of the picture, the upper ends exclusive. For programs that handle mouse clicks. No picture is made.
/// @param options [options; optional] those of stoner_image_imshow_rgba; NULL: the defaults
/// @return as stoner_image_imshow_rgba
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_imshow_layout(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    options: *const stoner_metadata,
    width: i64,
    height: i64,
    out: *mut *mut stoner_table,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let image = images::get(image, "image")?;
        let entries = entries(options)?;
        without_size(entries.as_deref())?;
        let mut figure = Figure::from_options(entries.as_deref())?;
        (figure.page.width, figure.page.height) = size(width, height)?;
        place.set_table(render::imshow_layout(context, &image, &figure)?)
    })
}

/// Saves the histogram of an image as a figure, a PNG file: the counts of pixels as bars, and the part of the pixels up to each value as
/// a curve with an axis of its own at the right. Masked and NaN pixels are left out; see stoner_image_hist. Written beside its
/// place and then renamed.
///
/// Options, besides those of all figures (the section "Pictures"): "range" (a list of two numbers; default the least and the greatest pixel), "log" (true: a
/// logarithmic axis of counts), "cumulative" (false: no curve), "color" (of the bars), "xlabel", "ylabel". 800 x 600 pixels where no
/// size is given.
/// @param image all its pixels, of a stack of all frames
/// @param bins [count; default 256; unset 0; min 1; max 16777216] the number of bins
/// @param path [path] UTF-8; a PNG is written: no ending of another format (.pdf, .svg, .jpg)
/// @param options [options; optional] NULL: the defaults
/// @return STONER_ERR_INVALID_ARGUMENT; STONER_ERR_DTYPE (complex); STONER_ERR_NO_RESULT without "range" when a pixel is infinite;
///         STONER_ERR_FILE_NOT_FOUND (no such folder); STONER_ERR_IO
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_plot_histogram(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    bins: i64,
    path: *const c_char,
    options: *const stoner_metadata,
) -> i32 {
    guard!(ctx, |context| {
        let path = named(path, &["png"])?;
        let image = images::get(image, "image")?;
        let figure = HistogramPlot::from_options(bins_or_usual(bins)?, entries(options)?.as_deref())?;
        render::save_png(context, &render::plot_histogram(context, &image, &figure)?, path)
    })
}

/// The histogram of an image as a figure of a given size, into the caller's memory. As stoner_image_plot_histogram.
/// @param image all its pixels, of a stack of all frames
/// @param bins [as stoner_image_plot_histogram]
/// @param options [options; optional] those of stoner_image_plot_histogram without "width" and "height"; NULL: the
///        defaults
/// @param rgba [as stoner_image_imshow_rgba]
/// @param length [as stoner_image_to_rgba]
/// @return as stoner_image_plot_histogram; STONER_ERR_BUFFER_TOO_SMALL
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_plot_histogram_rgba(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    bins: i64,
    options: *const stoner_metadata,
    width: i64,
    height: i64,
    rgba: *mut u8,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |context| {
        let image = images::get(image, "image")?;
        let entries = entries(options)?;
        without_size(entries.as_deref())?;
        let mut figure = HistogramPlot::from_options(bins_or_usual(bins)?, entries.as_deref())?;
        (figure.page.width, figure.page.height) = size(width, height)?;
        let draw = || render::plot_histogram(context, &image, &figure);
        into_caller(context, (rgba, capacity, length), &figure.page, draw)
    })
}

/// The places of the parts of a figure as drawn by stoner_image_plot_histogram_rgba: a column for each part (figure, axes, title, x_label,
/// x_tick_0, ..., y_..., y2_...), four rows: xmin,
/// xmax, ymin, ymax in pixels of the picture, the upper ends exclusive. For programs that handle mouse clicks. No picture is made.
/// @param image all its pixels, of a stack of all frames
/// @param bins [as stoner_image_plot_histogram]
/// @param options [options; optional] those of stoner_image_plot_histogram_rgba; NULL: the defaults
/// @return as stoner_image_plot_histogram_rgba
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_plot_histogram_layout(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    bins: i64,
    options: *const stoner_metadata,
    width: i64,
    height: i64,
    out: *mut *mut stoner_table,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let image = images::get(image, "image")?;
        let entries = entries(options)?;
        without_size(entries.as_deref())?;
        let mut figure = HistogramPlot::from_options(bins_or_usual(bins)?, entries.as_deref())?;
        (figure.page.width, figure.page.height) = size(width, height)?;
        place.set_table(render::plot_histogram_layout(context, &image, &figure)?)
    })
}

/// Saves columns of a table as a figure, a PNG file: lines, with error bars and a legend on request. A row without a number in
/// one of the two columns interrupts a line. Written to a temporary file, which is then renamed.
///
/// Options, besides those of all figures, see the section "Pictures" (the table's own title is its metadata entry "title"): "x" (a column by name or by
/// number from 0; default that of the table's usual plot, a column "energy" or "photon energy", the first, or the number of the row where
/// there is but one), "y" (a column or a list of columns; default those of the usual plot, else all others), "yerr" (as many columns: the half lengths of error bars), "label" (as many texts; default the columns' names), "color" (a
/// list; default matplotlib's cycle), "legend" (default where there are several lines), "marker" (none; o), "linestyle" (- -- : none), "linewidth"
/// (pixels), "xscale", "yscale" (linear; log: values that are not above 0 are left out), "xlim", "ylim" (lists of two numbers), "xlabel", "ylabel" (default the
/// columns' names and units), "grid". 800 x 600 pixels where no size is given.
///
/// The usual plot of a profile along a line is Intensity over Distance, of one along the radius mean over r with a band of its std, of
/// a histogram count over centre, of a drift x and y over frame with bands of their sigmas. Such tables keep it when columns are
/// renamed and when they are saved with their own names and loaded.
/// @param path [path] UTF-8; a PNG is written: no ending of another format (.pdf, .svg, .jpg)
/// @param options [options; optional] NULL: the defaults
/// @return STONER_ERR_INVALID_ARGUMENT; STONER_ERR_KEY_NOT_FOUND, STONER_ERR_OUT_OF_RANGE (a column that there is not);
///         STONER_ERR_NO_RESULT (a table without columns); STONER_ERR_FILE_NOT_FOUND (no such folder); STONER_ERR_IO
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_plot(
    ctx: *mut stoner_context,
    table: *const stoner_table,
    path: *const c_char,
    options: *const stoner_metadata,
) -> i32 {
    guard!(ctx, |context| {
        let path = named(path, &["png"])?;
        let table = tables::get(table, "table")?;
        let figure = TablePlot::from_options(entries(options)?.as_deref())?;
        render::save_png(context, &render::table_plot(context, &table, &figure)?, path)
    })
}

/// Columns of a table as a figure of a given size, into the caller's memory. As stoner_table_plot.
/// @param options [options; optional] those of stoner_table_plot without "width" and "height"; NULL: the defaults
/// @param rgba [as stoner_image_imshow_rgba]
/// @param length [as stoner_image_to_rgba]
/// @return as stoner_table_plot; STONER_ERR_BUFFER_TOO_SMALL
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_plot_rgba(
    ctx: *mut stoner_context,
    table: *const stoner_table,
    options: *const stoner_metadata,
    width: i64,
    height: i64,
    rgba: *mut u8,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |context| {
        let table = tables::get(table, "table")?;
        let entries = entries(options)?;
        without_size(entries.as_deref())?;
        let mut figure = TablePlot::from_options(entries.as_deref())?;
        (figure.page.width, figure.page.height) = size(width, height)?;
        let draw = || render::table_plot(context, &table, &figure);
        into_caller(context, (rgba, capacity, length), &figure.page, draw)
    })
}

/// The places of the parts of a figure as drawn by stoner_table_plot_rgba: a column for each part (figure, axes, title, x_label, x_tick_0, ...,
/// y_..., legend, legend_0, ...), four rows: xmin,
/// xmax, ymin, ymax in pixels of the picture, the upper ends exclusive. For programs that handle mouse clicks. No picture is made.
/// @param options [options; optional] those of stoner_table_plot_rgba; NULL: the defaults
/// @return as stoner_table_plot_rgba
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_table_plot_layout(
    ctx: *mut stoner_context,
    table: *const stoner_table,
    options: *const stoner_metadata,
    width: i64,
    height: i64,
    out: *mut *mut stoner_table,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let table = tables::get(table, "table")?;
        let entries = entries(options)?;
        without_size(entries.as_deref())?;
        let mut figure = TablePlot::from_options(entries.as_deref())?;
        (figure.page.width, figure.page.height) = size(width, height)?;
        place.set_table(render::table_plot_layout(context, &table, &figure)?)
    })
}

/// The factor by which the size of a line of text is to be multiplied so that the text fits into a box, in the font of pictures.
/// @param value [text] the text
/// @param size [pixels; above 0; max 2048] the size of the text (of the em square)
/// @param width [pixels] of the box
/// @param height [pixels] of the box
/// @param scale_down [bool; default true] 1: the factor may be below 1
/// @param scale_up [bool; default false] 1: the factor may be above 1
/// @param factor [real] {C:receives }the factor; 1 for an empty text
/// @return STONER_ERR_INVALID_ARGUMENT
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_auto_fit_fontsize(
    ctx: *mut stoner_context,
    value: *const c_char,
    size: f64,
    width: f64,
    height: f64,
    scale_down: i32,
    scale_up: i32,
    factor: *mut f64,
) -> i32 {
    guard!(ctx, |_context| {
        let place = out(factor, "factor")?;
        let (down, up) = (boolean(scale_down, "scale_down")?, boolean(scale_up, "scale_up")?);
        place.give(render::auto_fit_fontsize(text(value, "value")?, size, (width, height), down, up)?)
    })
}

/// The options behind a handle; NULL: none.
fn entries(options: *const stoner_metadata) -> Result<Option<Arc<Metadata>>> {
    if options.is_null() { Ok(None) } else { metadata::get(options, "options").map(Some) }
}

/// The size is a parameter, and an option that says it again could contradict.
fn without_size(entries: Option<&Metadata>) -> Result<()> {
    match ["width", "height"].into_iter().find(|key| entries.is_some_and(|entries| entries.contains(key))) {
        Some(key) => Err(Error::argument("options", format!("'{key}'"), "the parameter of this name")),
        None => Ok(()),
    }
}

fn bins_or_usual(bins: i64) -> Result<usize> {
    Ok(match count(bins, "bins")? {
        0 => HistogramPlot::BINS,
        bins => bins,
    })
}

fn size(width: i64, height: i64) -> Result<(Option<usize>, Option<usize>)> {
    let (width, height) = (count(width, "width")?, count(height, "height")?);
    render::canvas::check_size(width, height)?;
    Ok((Some(width), Some(height)))
}

/// Room for so many bytes; none where only their number is wanted.
fn room<'a>(rgba: *mut u8, capacity: i64, length: *mut i64, needed: usize) -> Result<Option<&'a mut [u8]>> {
    let found = count(capacity, "capacity")?;
    if found == 0 {
        return put_length(needed, length).map(|()| None);
    }
    if let Some(length) = optional_out(length) {
        length.set(needed as i64);
    }
    if found < needed {
        let message = format!("`capacity` is {found}; needed: {needed}, 4 for each pixel");
        return Err(Error::new(Status::BufferTooSmall, message));
    }
    slice_mut(rgba, needed, "rgba").map(Some)
}

/// A picture of a size that is given into the caller's memory.
fn into_caller(
    context: &Context,
    (rgba, capacity, length): (*mut u8, i64, *mut i64),
    page: &Page,
    draw: impl FnOnce() -> Result<Picture>,
) -> Result<()> {
    let needed = 4 * page.width.unwrap_or(0) * page.height.unwrap_or(0);
    let Some(room) = room(rgba, capacity, length, needed)? else { return Ok(()) };
    let picture = draw()?;
    context.check_cancelled()?;
    room.copy_from_slice(picture.pixels.as_flattened());
    Ok(())
}
