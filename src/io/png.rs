//! PNG: a picture of the pixels in 8 bits, the metadata in text chunks as the Python package writes them, and a carrier
//! for the rest.
//!
//! Reference: W3C, "Portable Network Graphics (PNG) Specification", third edition.

use super::described::{self, Described, Line};
use super::{atomic, source};
use crate::array::{Data, MaskedArray, Real, alloc};
use crate::context::{Context, Error, Result, Status};
use crate::dispatch;
use crate::image::Image;
use crate::image::metadata::text;
use png::chunk::ChunkType;
use png::text_metadata::{ITXtChunk, TEXtChunk};
use png::{BitDepth, ColorType, Decoder, DecodingError, Encoder, EncodingError, Limits, Transformations};
use std::collections::HashMap;
use std::io::Cursor;
use std::path::Path;

const MAGIC: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Ancillary (s), private (t), and not safe to copy (R): an editor that changes pixels and does not know the chunk drops
/// it, which is right, since planes, mask and map belong to those pixels.
const CARRIER: [u8; 4] = *b"stNR";
/// More text than this travels in the carrier.
const MAX_TEXT: usize = 1 << 20;
/// The longest keyword that the format allows.
const MAX_KEYWORD: usize = 79;
/// What all text and profiles of a file may take when they are unpacked.
const MAX_UNPACKED: usize = 256 << 20;
/// Deflate packs at most 1032 bytes into one.
const MAX_RATIO: u64 = 1040;

/// Whether the first bytes of a file are those of this format.
pub fn sniff(head: &[u8]) -> bool {
    head.starts_with(MAGIC)
}

/// Saves an image of rank 2 as 8-bit grey: `round(255 (v - min) / (max - min))`, the limits taken over unmasked finite
/// pixels. A constant image, masked pixels and NaN are 0, infinities the ends of the scale.
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
            format!("an image of shape {:?} has no PNG: no side may be 0 or above {limit}", image.shape()),
        ));
    }
    let grey = grey(image.array())?;
    let described = described::describe(image, MAX_TEXT, cost)?;
    if described.carrier.len() > limit {
        return Err(Error::new(
            Status::Unsupported,
            format!("planes and metadata take {} bytes; a PNG holds at most {limit}", described.carrier.len()),
        ));
    }
    ctx.check_cancelled()?;
    atomic::write(path, |out| encode(out, &grey, rows, columns, &described).map_err(failed))
}

/// What a line takes, if it can be a text chunk at all.
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
        format!("a PNG shows real pixels, the image is {}; take its real or imaginary part", array.dtype()),
    )))
}

fn failed(error: EncodingError) -> Error {
    match error {
        EncodingError::IoError(e) => Error::io("writing the PNG", &e),
        other => Error::new(Status::Internal, "writing the PNG").because(other),
    }
}

fn encode(
    out: &mut dyn atomic::Sink,
    grey: &[u8],
    rows: usize,
    columns: usize,
    described: &Described,
) -> std::result::Result<(), EncodingError> {
    let mut encoder = Encoder::new(out, columns as u32, rows as u32);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    for line in &described.lines {
        let latin = line.text.chars().all(|c| (c as u32) < 0x100);
        match latin {
            true => writer.write_text_chunk(&TEXtChunk::new(line.keyword(), line.text.clone()))?,
            false => writer.write_text_chunk(&ITXtChunk::new(line.keyword(), line.text.clone()))?,
        }
    }
    if !described.carrier.is_empty() {
        writer.write_chunk(ChunkType(CARRIER), &described.carrier)?;
    }
    writer.write_image_data(grey)?;
    writer.finish()
}

/// Loads an image: 8 bits (fewer are scaled to 0..=255) or 16. Colours become grey by luminance, with a warning; an
/// alpha channel is dropped, with a warning. Metadata come from the text chunks, planes, map and mask from the carrier.
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
    let mut decoder = Decoder::new_with_limits(Cursor::new(&file), Limits { bytes: MAX_UNPACKED });
    decoder.set_transformations(Transformations::EXPAND);
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
        ctx.warn_of(crate::context::Warning::FileDamaged, format!("the PNG is damaged behind its pixels: {error}"));
    }
    let lines = lines(ctx, &file, reader.info());
    let carrier = chunks(&file).find(|(kind, _)| *kind == CARRIER).map(|(_, data)| data);
    if matches!(color, ColorType::Rgb | ColorType::Rgba) {
        ctx.warn_of(crate::context::Warning::FileReduced, "the file is in colour: it became grey by luminance");
    }
    if matches!(color, ColorType::GrayscaleAlpha | ColorType::Rgba) {
        ctx.warn_of(crate::context::Warning::FileReduced, "the alpha channel of the file is left out");
    }
    let data = to_grey(&pixels, color.samples(), depth == BitDepth::Sixteen, rows, columns)?;
    described::restore(ctx, MaskedArray::from(data), lines, carrier)
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

/// The chunks up to the first that is cut off.
fn chunks(file: &[u8]) -> impl Iterator<Item = ([u8; 4], &[u8])> {
    let mut rest = file.get(MAGIC.len()..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (head, after) = rest.split_at_checked(8)?;
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let (data, after) = after.split_at_checked(length)?;
        rest = after.get(4..)?;
        Some(([head[4], head[5], head[6], head[7]], data))
    })
}

/// All text in the order of the file; the decoding library sorts it by kind.
fn lines(ctx: &Context, file: &[u8], info: &png::Info<'_>) -> Vec<Line> {
    let mut texts: HashMap<([u8; 4], String), Vec<String>> = HashMap::new();
    let mut add = |kind: &[u8; 4], keyword: &str, text: String| {
        texts.entry((*kind, keyword.to_owned())).or_default().push(text);
    };
    for chunk in &info.uncompressed_latin1_text {
        add(b"tEXt", &chunk.keyword, chunk.text.clone());
    }
    let mut lost = 0;
    for chunk in &info.compressed_latin1_text {
        match chunk.get_text() {
            Ok(text) => add(b"zTXt", &chunk.keyword, text),
            Err(_) => lost += 1,
        }
    }
    for chunk in &info.utf8_text {
        match chunk.get_text() {
            Ok(text) => add(b"iTXt", &chunk.keyword, text),
            Err(_) => lost += 1,
        }
    }
    if lost > 0 {
        ctx.warn_of(
            crate::context::Warning::FileDamaged,
            format!("{lost} text chunks of the PNG are damaged or too large when unpacked: left out"),
        );
    }
    texts.values_mut().for_each(|list| list.reverse());
    let mut lines = Vec::new();
    for (kind, data) in chunks(file) {
        if !matches!(&kind, b"tEXt" | b"zTXt" | b"iTXt") {
            continue;
        }
        let keyword: String =
            data.split(|&b| b == 0).next().unwrap_or_default().iter().map(|&b| char::from(b)).collect();
        if let Some(text) = texts.get_mut(&(kind, keyword.clone())).and_then(Vec::pop) {
            let (key, kind) = text::split_key(&keyword);
            lines.push(Line { key: key.to_owned(), kind: kind.map(str::to_owned), text });
        }
    }
    lines
}
