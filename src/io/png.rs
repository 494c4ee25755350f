//! PNG: a picture of the pixels in 8 bits, the metadata in text chunks as the Python package writes them, and a sidecar
//! for the rest.
//!
//! Reference: W3C, "Portable Network Graphics (PNG) Specification", third edition.

use super::limits::{Budget, ENTRY};
use super::png_chunks::{self, MAGIC, MAX_CHUNK, chunks};
use super::text_metadata::{self, Line, TextMetadata};
use super::{atomic, pixel_size, source};
use crate::array::{Data, MaskedArray, Real, alloc};
use crate::context::{Context, Error, Result, Status};
use crate::dispatch;
use crate::image::metadata::text;
use crate::image::{Image, Map};
use png::chunk::ChunkType;
use png::text_metadata::{ITXtChunk, TEXtChunk};
use png::{
    BitDepth, ColorType, Decoder, DecodingError, Encoder, EncodingError, Limits, PixelDimensions, Transformations, Unit,
};
use std::io::{Cursor, Write};
use std::path::Path;

/// Ancillary (s), private (t), and not safe to copy (R): an editor that changes pixels and does not know the chunk drops
/// it, which is right, since planes, mask and map belong to those pixels.
const SIDECAR: [u8; 4] = *b"stNR";
/// More text than this travels in the sidecar.
const MAX_TEXT: usize = 1 << 20;
/// The longest keyword that the format allows.
const MAX_KEYWORD: usize = 79;
/// The memory that the decoder may use besides the pixels.
const MAX_DECODER: usize = 64 << 20;
/// This many pixels are packed (in a few milliseconds) before it is asked whether to go on.
const PIXELS_AT_ONCE: usize = 1 << 16;
/// Deflate packs at most 1032 bytes into one.
const MAX_RATIO: u64 = 1040;

/// Whether the first bytes of a file are those of this format.
pub fn sniff(head: &[u8]) -> bool {
    head.starts_with(MAGIC)
}

/// Saves an image of rank 2 as 8-bit grey: `round(255 (v - min) / (max - min))`, the limits taken over unmasked finite
/// pixels. A constant image, masked pixels and NaN are 0, infinities the ends of the scale. The map's pixel size is in `pHYs`.
///
/// # Errors
/// [`Status::Shape`] for other ranks and empty images; [`Status::Dtype`] for complex pixels; as [`atomic::write`].
pub fn save(ctx: &Context, image: &Image, path: &Path) -> Result<()> {
    let [rows, columns] = *image.shape() else {
        return Err(Error::new(
            Status::Shape,
            format!("a PNG holds one image of rank 2; this array has shape {:?} (save a stack as TIFF)", image.shape()),
        ));
    };
    let limit = i32::MAX as usize;
    if rows.min(columns) == 0 || rows.max(columns) > limit {
        return Err(Error::new(
            Status::Shape,
            format!("an image of shape {:?} cannot be a PNG: allowed are sides of 1 to {limit}", image.shape()),
        ));
    }
    let grey = grey(image.array())?;
    let metadata = text_metadata::describe(image, MAX_TEXT, cost)?;
    ctx.check_cancelled()?;
    let size = pixel_size::of(image).and_then(pixel_dimensions);
    let file = encode(ctx, &grey, [rows, columns], &metadata, size)?;
    drop(grey);
    atomic::write(path, |out| png_chunks::write_split(&file, out).map_err(|e| Error::io("writing the PNG", &e)))
}

/// The size of a line, if it can be a text chunk at all.
fn cost(line: &Line) -> Option<usize> {
    let keyword = line.keyword();
    let latin = keyword.chars().all(|c| matches!(c, ' '..='~' | '\u{A1}'..='\u{FF}'));
    let blanks = keyword.starts_with(' ') || keyword.contains("  ");
    let length = keyword.chars().count();
    (latin && !blanks && length <= MAX_KEYWORD && !line.text.contains('\0')).then_some(length + line.text.len() + 16)
}

fn grey(array: &MaskedArray) -> Result<Vec<u8>> {
    fn typed<T: Real>(a: ndarray::ArrayViewD<'_, T>, mask: Option<&crate::array::Mask>) -> Result<Vec<u8>> {
        let masked: Box<dyn Iterator<Item = bool>> = match mask {
            Some(mask) => Box::new(mask.iter().copied()),
            None => Box::new(std::iter::repeat(false)),
        };
        let mut values = alloc::vec::<f64>(a.len())?;
        values.extend(a.iter().zip(masked).map(|(x, m)| if m { f64::NAN } else { x.to_f64() }));
        let finite = values.iter().copied().filter(|x| x.is_finite());
        let (low, high) = finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(x), b.max(x)));
        // Halves, so that the range of the largest numbers is finite too.
        let range = high / 2.0 - low / 2.0;
        let mut out = alloc::vec::<u8>(values.len())?;
        out.extend(values.iter().map(|&x| {
            let part = if x.is_infinite() { f64::from(u8::from(x > 0.0)) } else { (x / 2.0 - low / 2.0) / range };
            // NaN, also of 0/0, casts to 0.
            (255.0 * part.clamp(0.0, 1.0)).round_ties_even() as u8
        }));
        Ok(out)
    }
    dispatch!(real array.data(), |a| typed(a.view(), array.mask()), complex => Err(Error::new(
        Status::Dtype,
        format!("a PNG needs real pixels, the image is {}; take its real or imaginary part", array.dtype()),
    )))
}

fn failed(error: EncodingError) -> Error {
    match error {
        EncodingError::IoError(e) => Error::io("writing the PNG", &e),
        other => Error::new(Status::Internal, "writing the PNG").because(other),
    }
}

fn encode(
    ctx: &Context,
    grey: &[u8],
    [rows, columns]: [usize; 2],
    metadata: &TextMetadata,
    size: Option<PixelDimensions>,
) -> Result<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, columns as u32, rows as u32);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_pixel_dims(size);
    let mut writer = encoder.write_header().map_err(failed)?;
    for line in &metadata.lines {
        let latin = line.text.chars().all(|c| (c as u32) < 0x100);
        match latin {
            true => writer.write_text_chunk(&TEXtChunk::new(line.keyword(), line.text.clone())),
            false => writer.write_text_chunk(&ITXtChunk::new(line.keyword(), line.text.clone())),
        }
        .map_err(failed)?;
    }
    for part in metadata.sidecar.chunks(MAX_CHUNK) {
        writer.write_chunk(ChunkType(SIDECAR), part).map_err(failed)?;
    }
    let room = (grey.len() + grey.len() / 8 + 1024).min(MAX_CHUNK);
    let mut pixels = writer.stream_writer_with_size(room).map_err(failed)?;
    for part in grey.chunks(PIXELS_AT_ONCE) {
        ctx.check_cancelled()?;
        pixels.write_all(part).map_err(|e| Error::io("writing the PNG", &e))?;
    }
    pixels.finish().map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(file)
}

/// Loads an image: 8 bits (fewer are scaled to 0..=255) or 16. Colours become grey by luminance, with a warning; an
/// alpha channel is dropped, with a warning. Metadata come from the text chunks, planes, map and mask from the sidecar; without it
/// the size of the pixels from `pHYs`, where it is finer than a printer's.
///
/// # Errors
/// [`Status::Format`] when the file is no PNG, [`Status::Corrupt`] when it is damaged.
pub fn load(ctx: &Context, path: &Path) -> Result<Image> {
    read(ctx, path).map_err(|e| e.during(format!("loading '{}' as PNG", path.display())))
}

fn read(ctx: &Context, path: &Path) -> Result<Image> {
    let file = source::read_all(path)?;
    if !sniff(&file) {
        return Err(Error::new(Status::Format, "the file does not begin with the signature of a PNG"));
    }
    let corrupt = |error: DecodingError| match error {
        DecodingError::LimitsExceeded => {
            Error::new(Status::Corrupt, "the PNG asks for more memory than a file of its length can need")
        }
        other => Error::new(Status::Corrupt, "the PNG is damaged or ends early").because(other),
    };
    let mut decoder = Decoder::new_with_limits(Cursor::new(&file), Limits { bytes: MAX_DECODER });
    decoder.set_transformations(Transformations::EXPAND);
    // Text is read from the chunks themselves, in their order and within one limit.
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let header = decoder.read_header_info().map_err(corrupt)?;
    let (columns, rows) = (header.width as usize, header.height as usize);
    let bits = header.bits_per_pixel() as u64;
    let claimed = (u64::from(header.width) * bits).div_ceil(8).saturating_mul(u64::from(header.height));
    if claimed / MAX_RATIO > file.len() as u64 {
        return Err(Error::new(
            Status::Corrupt,
            format!("the PNG claims {columns} x {rows} pixels of {bits} bits, more than {} bytes can hold", file.len()),
        ));
    }
    let mut reader = decoder.read_info().map_err(corrupt)?;
    let size = reader.output_buffer_size().ok_or_else(|| corrupt(DecodingError::LimitsExceeded))?;
    let mut pixels = alloc::zeroed_vec::<u8>(size)?;
    reader.next_frame(&mut pixels).map_err(corrupt)?;
    let (color, depth) = reader.output_color_type();
    if reader.info().animation_control.is_some() {
        ctx.warn_of(crate::context::Warning::FileReduced, "the PNG is animated: only its first picture is loaded");
    }
    // Text may stand behind the pixels; without it the image is still whole.
    if let Err(error) = reader.finish() {
        ctx.warn_of(crate::context::Warning::FileDamaged, format!("the PNG is damaged after its pixels: {error}"));
    }
    let budget = Budget::new(ctx, file.len() as u64);
    budget.allow(size);
    let lines = lines(ctx, &file, &budget)?;
    let sidecar = sidecar(&file)?;
    if matches!(color, ColorType::Rgb | ColorType::Rgba) {
        ctx.warn_of(crate::context::Warning::FileReduced, "the file is in colour: it became grey by luminance");
    }
    if matches!(color, ColorType::GrayscaleAlpha | ColorType::Rgba) {
        ctx.warn_of(crate::context::Warning::FileReduced, "the alpha channel of the file is left out");
    }
    let data = to_grey(&pixels, color.samples(), depth == BitDepth::Sixteen, rows, columns)?;
    let sidecar = Some(&sidecar[..]).filter(|sidecar| !sidecar.is_empty());
    let mut image = text_metadata::restore(ctx, MaskedArray::from(data), lines, sidecar, &budget)?;
    if image.map().is_none() {
        image.set_map(map(reader.info()));
    }
    Ok(image)
}

fn to_grey(pixels: &[u8], samples: usize, wide: bool, rows: usize, columns: usize) -> Result<Data> {
    let shape = [rows, columns];
    let n = alloc::checked_len(&shape, 2)?;
    let sample = |i: usize| match wide {
        true => u64::from(pixels[2 * i]) << 8 | u64::from(pixels[2 * i + 1]),
        false => u64::from(pixels[i]),
    };
    let value = |i: usize| match samples {
        1 | 2 => sample(i * samples),
        _ => source::luminance(sample(i * samples), sample(i * samples + 1), sample(i * samples + 2)),
    };
    if wide {
        let mut out = alloc::vec(n)?;
        out.extend((0..n).map(|i| value(i) as u16));
        return Ok(Data::from(alloc::from_vec(&shape, out)?));
    }
    let mut out = alloc::vec(n)?;
    out.extend((0..n).map(|i| value(i) as u8));
    Ok(Data::from(alloc::from_vec(&shape, out)?))
}

/// All text in the order of the file.
fn lines(ctx: &Context, file: &[u8], budget: &Budget) -> Result<Vec<Line>> {
    let (texts, lost) = png_chunks::texts(file, budget)?;
    if lost > 0 {
        ctx.warn_of(
            crate::context::Warning::FileDamaged,
            format!("{lost} text chunks of the PNG are damaged or too large when unpacked: left out"),
        );
    }
    let line = |(keyword, text): (String, String)| {
        let (key, kind) = text::split_key(&keyword);
        Line { key: key.to_owned(), kind: kind.map(str::to_owned), text }
    };
    budget.take_each(texts.len(), ENTRY as usize, "the text of the PNG")?;
    Ok(texts.into_iter().map(line).collect())
}

/// The sidecar, from all its chunks.
fn sidecar(file: &[u8]) -> Result<Vec<u8>> {
    let parts = || chunks(file).filter(|chunk| chunk.kind == SIDECAR).map(|chunk| chunk.data);
    let mut whole = alloc::vec(parts().map(<[u8]>::len).sum())?;
    parts().for_each(|part| whole.extend_from_slice(part));
    Ok(whole)
}

/// Pixels per metre.
fn map(info: &png::Info<'_>) -> Option<Map> {
    let PixelDimensions { xppu, yppu, unit: Unit::Meter } = info.pixel_dims? else { return None };
    pixel_size::finer_than_print([1.0 / f64::from(xppu), 1.0 / f64::from(yppu)])
}

/// The entry of a file for pixels of this size in metres, if it fits.
fn pixel_dimensions(size: [f64; 2]) -> Option<PixelDimensions> {
    let [xppu, yppu] = size.map(|x| (1.0 / x).round());
    let fits = |n: f64| (1.0..=f64::from(i32::MAX)).contains(&n);
    (fits(xppu) && fits(yppu)).then_some(PixelDimensions { xppu: xppu as u32, yppu: yppu as u32, unit: Unit::Meter })
}
