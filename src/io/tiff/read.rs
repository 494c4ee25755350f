//! Loading a TIFF.

use super::description;
use super::ifd::{self, Page, Patched};
use crate::array::{DType, Data, Element, MaskedArray, Shared, alloc};
use crate::context::{Context, Error, Result, Status};
use crate::dispatch;
use crate::image::Image;
use crate::io::npy::half_to_f32;
use crate::io::{described, source};
use std::fs::File;
use std::io::{BufReader, ErrorKind};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use tiff::decoder::{BufferLayoutPreference, Decoder, DecodingBuffer, DecodingSampleType, Limits};
use tiff::{ColorType, TiffError};

const PALETTE: u64 = 3;

/// Loads an image, or a stack from pages of one kind.
///
/// Read are 8 to 64 bits, signed, unsigned and floating point (half floats become single ones; fewer than 8 bits are
/// scaled to 0..=255), strips and tiles, uncompressed, LZW, deflate and PackBits, both byte orders, and BigTIFF. Colours
/// become grey by luminance, with a warning. Metadata, planes, map, mask and dtype come back where the file has them.
///
/// # Errors
/// [`Status::Format`] when the file is no TIFF, [`Status::Corrupt`] when it is damaged, [`Status::Unsupported`] for what is
/// not in the list above.
pub fn load(ctx: &Context, path: &Path) -> Result<Image> {
    read(ctx, path).map_err(|e| e.during(format!("loading '{}' as TIFF", path.display())))
}

fn read(ctx: &Context, path: &Path) -> Result<Image> {
    let (file, length) = source::open(path)?;
    let mut pages = ifd::pages(BufReader::new(&file), length)?;
    let description = pages[0].description.take();
    let carrier = pages[0].carrier.take();
    let frames = frames(ctx, &pages);
    let data = pixels(ctx, &file, length, &pages, &frames)?;

    // An ASCII tag ends with a zero.
    let description = description.unwrap_or_default();
    let text = source::text(description.split(|&b| b == 0).next().unwrap_or_default());
    let mut lines = description::read(ctx, &text);
    let dtype = match lines.iter().position(|line| line.key == described::DTYPE) {
        Some(at) => DType::from_name(&lines.remove(at).text),
        None => None,
    };
    let data = data.cast(dtype.unwrap_or(data.dtype()))?;
    described::restore(ctx, MaskedArray::from(data), lines, carrier.as_deref())
}

/// The pages that make the image: all of one kind, or only the first.
fn frames(ctx: &Context, pages: &[Page]) -> Vec<usize> {
    let frames: Vec<usize> = (0..pages.len()).filter(|&i| i == 0 || !pages[i].secondary).collect();
    if frames.iter().all(|&i| pages[i].like(&pages[0])) {
        return frames;
    }
    ctx.warn_of(
        crate::context::Warning::FileReduced,
        format!(
            "the file has {} pages of different shapes or dtypes: only the first, {} x {} pixels, is loaded",
            frames.len(),
            pages[0].width,
            pages[0].height
        ),
    );
    vec![0]
}

fn pixels(ctx: &Context, file: &File, length: u64, pages: &[Page], frames: &[usize]) -> Result<Data> {
    // The decoder asserts what it expects of a file; a damaged one must not take the host down.
    let decoded = catch_unwind(AssertUnwindSafe(|| {
        let mut source =
            Patched::new(BufReader::with_capacity(1 << 16, file)).map_err(|e| Error::io("reading the file", &e))?;
        for page in pages.iter().filter(|page| page.photometric == PALETTE) {
            // The decoder does not know palettes: it reads the indices as grey values.
            source.patches.push((page.photometric_at, 1));
        }
        let mut limits = Limits::unlimited();
        limits.ifd_value_size = usize::try_from(length).unwrap_or(usize::MAX);
        // The pixels go into our own buffers: this bounds the tags, 32 bytes a value in memory.
        limits.decoding_buffer_size = limits.ifd_value_size.saturating_mul(32);
        let mut decoder = Decoder::new(source).map_err(failed)?.with_limits(limits);
        let mut parts = Vec::new();
        for (done, &number) in frames.iter().enumerate() {
            ctx.report(done as f64 / frames.len() as f64)?;
            if number > 0 {
                decoder.seek_to_image(number).map_err(failed)?;
            }
            parts.push(page(ctx, &mut decoder, &pages[number], done == 0)?);
        }
        Ok(parts)
    }));
    let parts: Vec<Data> = decoded.unwrap_or_else(|_| {
        Err(Error::new(Status::Corrupt, "the TIFF is damaged in a way that its decoder does not expect"))
    })?;
    stack(parts)
}

fn failed(error: TiffError) -> Error {
    let status = match &error {
        TiffError::UnsupportedError(_) => Status::Unsupported,
        TiffError::IoError(e) if e.kind() == ErrorKind::OutOfMemory => Status::NoMemory,
        _ => Status::Corrupt,
    };
    let message = match status {
        Status::Unsupported => "the TIFF is of a kind that is not supported",
        _ => "the TIFF is damaged or ends early",
    };
    Error::new(status, message).because(error)
}

/// One page as grey values of shape (rows, columns).
fn page<R: std::io::Read + std::io::Seek>(
    ctx: &Context,
    decoder: &mut Decoder<R>,
    page: &Page,
    is_first: bool,
) -> Result<Data> {
    let color = decoder.colortype().map_err(failed)?;
    let layout = decoder.image_buffer_layout().map_err(failed)?;
    if layout.complete_len as u64 > page.bytes().saturating_mul(2).saturating_add(page.height.saturating_mul(8)) {
        return Err(Error::new(Status::Corrupt, "the TIFF is damaged: its tags contradict each other"));
    }
    let samples = samples(decoder, &layout)?;
    let (columns, rows) = (page.width as usize, page.height as usize);
    let warn = |what: &str| {
        if is_first {
            ctx.warn_of(crate::context::Warning::FileReduced, what);
        }
    };
    let bits = color.bit_depth();
    let planar = layout.planes > 1;
    let shape = [rows, columns];
    match color {
        ColorType::Gray(_) if page.photometric == PALETTE => {
            warn("the file has a palette: its colours became grey values by luminance");
            let samples = if bits < 8 { unpack(&samples, bits, 1, shape)? } else { samples };
            palette(&samples, page, shape)
        }
        ColorType::Gray(1 | 2 | 4) => unpack(&samples, bits, 255 / ((1 << bits) - 1), shape),
        ColorType::Gray(8 | 16 | 32 | 64) => reshape(samples, shape),
        ColorType::RGB(8 | 16 | 32 | 64) | ColorType::RGBA(8 | 16 | 32 | 64) => {
            warn("the file is in colour: it became grey by luminance");
            let n = usize::from(color.num_samples());
            grey(&samples, shape, if planar { 1 } else { n }, if planar { rows * columns } else { 1 })
        }
        ColorType::Multiband { bit_depth: 8 | 16 | 32 | 64, num_samples } => {
            warn("the file has several samples a pixel: the first is taken, the others are left out");
            first_of(&samples, shape, if planar { 1 } else { usize::from(num_samples) })
        }
        other => Err(Error::new(
            Status::Unsupported,
            format!("the TIFF has pixels of type {other:?}; allowed: grey, palette, RGB, RGBA of 8, 16, 32 or 64 bits"),
        )),
    }
}

/// All samples of a page, as they lie in the decoder's buffer.
fn samples<R: std::io::Read + std::io::Seek>(
    decoder: &mut Decoder<R>,
    layout: &BufferLayoutPreference,
) -> Result<Data> {
    let Some(kind) = layout.sample_type else {
        return Err(Error::new(
            Status::Unsupported,
            format!("the TIFF has samples of the format {:?}, which is not supported", layout.sample_format),
        ));
    };
    macro_rules! read {
        ($($variant:ident: $type:ty),+) => {
            match kind {
                $(DecodingSampleType::$variant => {
                    let len = layout.complete_len.div_ceil(size_of::<$type>());
                    let mut out = alloc::zeroed_vec::<$type>(len)?;
                    decoder.read_image_bytes(DecodingBuffer::$variant(&mut out).as_bytes_mut()).map_err(failed)?;
                    Ok(Data::from(alloc::from_vec(&[len], out)?))
                })+
                DecodingSampleType::F16 => {
                    let mut bytes = alloc::zeroed_vec::<u8>(layout.complete_len)?;
                    decoder.read_image_bytes(&mut bytes).map_err(failed)?;
                    let mut out = alloc::vec(bytes.len() / 2)?;
                    out.extend(bytes.chunks_exact(2).map(|b| half_to_f32(u16::from_ne_bytes([b[0], b[1]]))));
                    Ok(Data::from(alloc::from_vec(&[out.len()], out)?))
                }
            }
        };
    }
    read!(U8: u8, U16: u16, U32: u32, U64: u64, I8: i8, I16: i16, I32: i32, I64: i64, F32: f32, F64: f64)
}

fn short() -> Error {
    Error::new(Status::Corrupt, "the TIFF is damaged: it has fewer samples than pixels")
}

fn reshape(samples: Data, shape: [usize; 2]) -> Result<Data> {
    fn typed<T: Element>(a: Shared<T>, shape: [usize; 2]) -> Result<Data> {
        let array = a.into_shape_with_order(ndarray::IxDyn(&shape)).map_err(|_| short())?;
        Ok(Data::from(array))
    }
    dispatch!(all samples, |a| typed(a, shape))
}

/// Every `step`-th sample.
fn first_of(samples: &Data, shape: [usize; 2], step: usize) -> Result<Data> {
    fn typed<T: Element>(a: &Shared<T>, [rows, columns]: [usize; 2], step: usize) -> Result<Data> {
        let mut out = alloc::vec(rows * columns)?;
        out.extend(a.iter().step_by(step).take(rows * columns).copied());
        if out.len() < rows * columns {
            return Err(short());
        }
        Ok(Data::from(alloc::from_vec(&[rows, columns], out)?))
    }
    dispatch!(all samples, |a| typed(a, shape, step))
}

/// Luminance; the samples of a pixel are `next` apart, pixels `step`.
fn grey(samples: &Data, [rows, columns]: [usize; 2], step: usize, next: usize) -> Result<Data> {
    let n = rows * columns;
    if samples.len() < (n - 1) * step + 2 * next + 1 {
        return Err(short());
    }
    macro_rules! integers {
        ($a:expr, $type:ty) => {{
            let a = $a.as_slice().ok_or_else(short)?;
            let mut out = alloc::vec(n)?;
            out.extend((0..n).map(|i| {
                let [r, g, b] = [0, 1, 2].map(|c| u64::from(a[i * step + c * next]));
                source::luminance(r, g, b) as $type
            }));
            Ok(Data::from(alloc::from_vec(&[rows, columns], out)?))
        }};
    }
    match samples {
        Data::U8(a) => integers!(a, u8),
        Data::U16(a) => integers!(a, u16),
        Data::U32(a) => integers!(a, u32),
        other => {
            let a = other.to_f64()?;
            let a = a.as_slice().ok_or_else(short)?;
            let mut out = alloc::vec(n)?;
            out.extend(
                (0..n).map(|i| 0.299 * a[i * step] + 0.587 * a[i * step + next] + 0.114 * a[i * step + 2 * next]),
            );
            Data::from(alloc::from_vec(&[rows, columns], out)?).cast(other.dtype())
        }
    }
}

/// Samples of 1, 2 or 4 bits, rows padded to bytes, times a factor.
fn unpack(samples: &Data, bits: u8, factor: u8, [rows, columns]: [usize; 2]) -> Result<Data> {
    let bytes = samples.typed::<u8>().and_then(|a| a.as_slice()).ok_or_else(|| {
        Error::new(Status::Unsupported, format!("the TIFF has signed samples of {bits} bits, which are not supported"))
    })?;
    let (bits, per_byte) = (usize::from(bits), 8 / usize::from(bits));
    let stride = columns.div_ceil(per_byte);
    if bytes.len() < stride * rows {
        return Err(short());
    }
    let mut out = alloc::vec(rows * columns)?;
    for row in bytes.chunks_exact(stride).take(rows) {
        out.extend((0..columns).map(|x| {
            let shift = 8 - bits - x % per_byte * bits;
            (row[x / per_byte] >> shift & ((1u16 << bits) - 1) as u8) * factor
        }));
    }
    Ok(Data::from(alloc::from_vec(&[rows, columns], out)?))
}

/// The luminance of palette entries, in 8 bits.
fn palette(samples: &Data, page: &Page, [rows, columns]: [usize; 2]) -> Result<Data> {
    let colours = page.colour_map.as_deref().unwrap_or_default();
    let n = colours.len() / 3;
    if n == 0 {
        return Err(Error::new(Status::Corrupt, "the TIFF is damaged: its colour map is missing"));
    }
    let table: Vec<u8> = (0..n)
        .map(|i| {
            let [r, g, b] = [0, n, 2 * n].map(|at| colours[at + i] >> 8);
            source::luminance(r, g, b).min(255) as u8
        })
        .collect();
    let pick = |i: usize| table.get(i).copied().unwrap_or(0);
    let mut out = alloc::vec(rows * columns)?;
    match samples {
        Data::U8(a) => out.extend(a.iter().take(rows * columns).map(|&i| pick(usize::from(i)))),
        Data::U16(a) => out.extend(a.iter().take(rows * columns).map(|&i| pick(usize::from(i)))),
        _ => return Err(Error::new(Status::Unsupported, "the TIFF has a palette with indices of another type")),
    }
    if out.len() < rows * columns {
        return Err(short());
    }
    Ok(Data::from(alloc::from_vec(&[rows, columns], out)?))
}

/// One page as it is, several as a stack.
fn stack(mut parts: Vec<Data>) -> Result<Data> {
    if parts.len() == 1 {
        return Ok(parts.remove(0));
    }
    fn typed<T: Element>(first: &Shared<T>, parts: &[Data]) -> Result<Data> {
        let mut shape = vec![parts.len()];
        shape.extend(first.shape());
        let mut out = alloc::vec::<T>(alloc::checked_len(&shape, size_of::<T>())?)?;
        for part in parts {
            let part = T::unwrap(part).ok_or_else(|| Error::new(Status::Corrupt, "the pages differ in their dtype"))?;
            out.extend(part.iter().copied());
        }
        Ok(Data::from(alloc::from_vec(&shape, out)?))
    }
    dispatch!(all & parts[0], |a| typed(a, &parts))
}
