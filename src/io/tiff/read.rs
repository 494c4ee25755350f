//! Loading a TIFF.

use super::grey::{Grey, PALETTE, WHITE_IS_ZERO};
use super::ifd::{self, Page, Pages, Patched};
use super::series::{self, Place};
use super::{description, imagej};
use crate::array::{DType, Data, Element, MaskedArray, Shared, alloc};
use crate::context::{Context, Error, Result, Status};
use crate::dispatch;
use crate::image::{Image, Map, Value};
use crate::io::limits::Budget;
use crate::io::npy::half_to_f32;
use crate::io::{bytes, pixel_size, source, text_metadata};
use std::fs::File;
use std::io::{BufReader, ErrorKind, Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use tiff::TiffError;
use tiff::decoder::{BufferLayoutPreference, Decoder, DecodingBuffer, DecodingSampleType, Limits};

/// The memory of a frame beside its pixels until the stack is whole.
const FRAME_COST: u64 = 384;

/// So many strips and tiles of any size a file may have.
const MOST_PIECES: u64 = 200_000;
/// A file may have one more for each of so many of its bytes.
const BYTES_A_PIECE: u64 = 512;
/// So many that are not compressed, or in PackBits, take no longer to begin with than one for which a decoder has to be set up.
const PLAIN_PIECES: u64 = 8;
/// Strips and tiles of fewer bytes are small: what is read beyond them is mostly thrown away.
const SMALL_PIECE: usize = 4096;

/// The entry with the labels of frames that ImageJ shows.
pub(super) const LABELS: &str = "Labels";

/// Loads an image, or a stack from pages of one kind or from the frames behind one page.
///
/// Read are 8 to 64 bits, signed, unsigned and floating point (half floats become single ones; fewer than 8 bits are
/// scaled to 0..=255), strips and tiles, uncompressed, LZW, deflate and PackBits, both byte orders, and BigTIFF. Colours
/// become grey by luminance, with a warning. Metadata, planes, map, mask and dtype come back where the file has them; where
/// it has no map, the resolution and ImageJ's unit give the size of the pixels, and ImageJ's labels the entry `Labels`.
///
/// # Errors
/// [`Status::Format`] when the file is no TIFF, [`Status::Corrupt`] when it is damaged, [`Status::Unsupported`] for what is
/// not in the list above.
pub fn load(ctx: &Context, path: &Path) -> Result<Image> {
    read(ctx, path).map_err(|e| e.during(format!("loading '{}' as TIFF", path.display())))
}

fn read(ctx: &Context, path: &Path) -> Result<Image> {
    let (file, length) = source::open(path)?;
    let budget = Budget::new(ctx, length);
    let mut found = ifd::pages(BufReader::new(&file), length, &budget)?;
    let mut chosen = series::choose(ctx, &found);
    let first = found.get_mut(chosen[0]);
    let sidecar = first.sidecar.take();
    let description = first.description.take().unwrap_or_default();
    // An ASCII tag ends with a zero.
    let text = source::text(description.split(|&b| b == 0).next().unwrap_or_default());
    drop(description);

    let first = found.get(chosen[0]);
    budget.take(text.len() as u64, "the description")?;
    let from_imagej = imagej::describe(&text);
    let shape = series::shape(&text, &budget)?.unwrap_or_default();
    let mut frames = chosen.len() as u64;
    if let Some(promise) = series::promised(&shape, from_imagej.as_ref(), first) {
        frames = series::contiguous(ctx, &found, &chosen, promise, length);
    }
    if frames > chosen.len() as u64 {
        chosen.truncate(1);
    }
    budget.take(frames.saturating_mul(FRAME_COST), "the frames")?;
    check_pieces(&found, &chosen, length)?;
    let data = pixels(ctx, &file, length, &found, &chosen, frames)?;
    budget.allow(data.len().saturating_mul(data.dtype().itemsize()));

    let mut lines = description::read(ctx, &text, &budget)?;
    let dtype = match lines.iter().position(|line| line.key == text_metadata::DTYPE) {
        Some(at) => DType::from_name(&lines.remove(at).text),
        None => None,
    };
    let data = data.cast(dtype.unwrap_or(data.dtype()))?;
    let ours = !lines.is_empty();
    let mut array = MaskedArray::from(data);
    // tifffile says that a stack has one frame.
    if let ([rows, columns], [1, .., r, c]) = (array.shape(), shape.as_slice())
        && [*rows as u64, *columns as u64] == [*r, *c]
    {
        array = text_metadata::as_stack(array)?;
    }
    let mut image = text_metadata::restore(ctx, array, lines, sidecar.as_deref(), &budget)?;
    if image.map().is_none() {
        image.set_map(map(first, from_imagej.as_ref()));
    }
    if let (Some((lengths, bytes)), false) = (&first.imagej, ours) {
        let labels = imagej::labels(lengths, bytes, found.big_endian);
        if !labels.is_empty() && image.own_metadata().get(LABELS).is_none() {
            let labels = labels.into_iter().map(Value::from).collect();
            image.set_metadata_entry(LABELS, Value::List(labels).into())?;
        }
    }
    Ok(image)
}

/// Refuses a file of so many strips or tiles that to begin with each takes far longer than its bytes do.
fn check_pieces(found: &Pages, chosen: &[Place], length: u64) -> Result<()> {
    let pages = || chosen.iter().map(|&place| found.get(place));
    let pieces = pages().fold(0u64, |n, page| n.saturating_add(page.pieces));
    let plain = pages().all(|page| matches!(page.compression, 1 | 32773));
    let allowed = (MOST_PIECES + length / BYTES_A_PIECE) * if plain { PLAIN_PIECES } else { 1 };
    if pieces > allowed {
        return Err(Error::new(
            Status::Unsupported,
            format!("the TIFF is cut into {pieces} strips or tiles; allowed in {length} bytes: {allowed}"),
        ));
    }
    Ok(())
}

/// The size of the pixels, as far as a file gives it.
fn map(page: &Page, from_imagej: Option<&imagej::Description>) -> Option<Map> {
    let [x, y] = page.resolution;
    let size = [1.0 / x?, 1.0 / y.or(x)?];
    if let Some(imagej::Description { units: [Some(x), y], .. }) = from_imagej
        && x != "inch"
    {
        return pixel_size::map(size, [Some(x.clone()), y.clone()]);
    }
    let unit = match page.resolution_unit {
        2 => return pixel_size::finer_than_print(size.map(|x| x * 0.0254)),
        3 => 1e-2,
        // Beyond TIFF 6.0, as tifffile writes them.
        4 => 1e-3,
        5 => 1e-6,
        _ => return None,
    };
    pixel_size::in_micrometres(size.map(|x| x * unit))
}

fn pixels(ctx: &Context, file: &File, length: u64, found: &Pages, chosen: &[Place], frames: u64) -> Result<Data> {
    // The decoder asserts what it expects of a file; a damaged one must not take the host down.
    let decoded = catch_unwind(AssertUnwindSafe(|| decode(ctx, file, length, found, chosen, frames)));
    let parts: Vec<Data> = decoded.unwrap_or_else(|_| {
        Err(Error::new(Status::Corrupt, "the TIFF is damaged in a way that its decoder does not expect"))
    })?;
    stack(parts)
}

type Source<'a> = Patched<BufReader<&'a File>>;

/// A decoder that begins with the page that is found at `start`, if that is not the file's first.
fn decoder<'a>(
    ctx: &Context,
    file: &'a File,
    length: u64,
    found: &Pages,
    start: Option<u64>,
) -> Result<Decoder<Source<'a>>> {
    let mut patches = Vec::new();
    let (mut bytes, mut pieces) = (0u64, 0u64);
    // A decoder that begins with a page sees no other: there may be one for each of many.
    let pages = found.pages.iter().chain(&found.below);
    for page in pages.filter(|page| start.is_none_or(|start| start == page.at)) {
        // The decoder does not know palettes, and it turns the values round where 0 is white: it reads them as grey.
        if matches!(page.photometric, PALETTE | WHITE_IS_ZERO) {
            patches.push((page.photometric_at, 1));
        }
        bytes = bytes.saturating_add(page.bytes());
        pieces = pieces.saturating_add(page.pieces);
    }
    if let Some(start) = start {
        let (at, size) = if found.big { (8, 8) } else { (4, 4) };
        let bytes = start.to_le_bytes();
        for (i, &byte) in bytes[..size].iter().enumerate() {
            let i = if found.big_endian { size - 1 - i } else { i };
            patches.push((at + i as u64, byte));
        }
    }
    let (capacity, at_once) = match bytes / pieces.max(1) {
        mean if mean < SMALL_PIECE as u64 => (SMALL_PIECE, SMALL_PIECE / 2),
        _ => (1 << 16, usize::MAX),
    };
    let source = Patched::new(BufReader::with_capacity(capacity, file), patches, at_once)
        .map_err(|e| Error::io("reading the file", &e))?;
    let mut limits = Limits::unlimited();
    limits.ifd_value_size = usize::try_from(length).unwrap_or(usize::MAX);
    // The pixels go into our own buffers: this bounds the tags, 32 bytes a value in memory.
    let memory = usize::try_from(ctx.memory_limit() / 2).unwrap_or(usize::MAX);
    limits.decoding_buffer_size = limits.ifd_value_size.saturating_mul(32).min(memory);
    Ok(Decoder::new(source).map_err(failed)?.with_limits(limits))
}

fn decode(ctx: &Context, file: &File, length: u64, found: &Pages, chosen: &[Place], frames: u64) -> Result<Vec<Data>> {
    let mut parts = Vec::new();
    let mut linked = None;
    for (done, &place) in chosen.iter().enumerate() {
        ctx.report(done as f64 / frames as f64)?;
        let page = found.get(place);
        let mut below;
        let decoder = match place {
            Place::Linked(number) => {
                let decoder = match &mut linked {
                    Some(decoder) => decoder,
                    none => none.insert(decoder(ctx, file, length, found, None)?),
                };
                if number > 0 {
                    decoder.seek_to_image(number).map_err(failed)?;
                }
                decoder
            }
            Place::Below(_) => {
                below = decoder(ctx, file, length, found, Some(page.at))?;
                &mut below
            }
        };
        let color = decoder.colortype().map_err(failed)?;
        let layout = decoder.image_buffer_layout().map_err(failed)?;
        if layout.complete_len as u64 > page.bytes().saturating_mul(2).saturating_add(page.height.saturating_mul(8)) {
            return Err(Error::new(Status::Corrupt, "the TIFF is damaged: its tags contradict each other"));
        }
        let grey = Grey { page, color, planar: layout.planes > 1 };
        if done == 0 {
            grey.warn(ctx);
        }
        parts.push(grey.values(samples(decoder, &layout)?)?);
        if frames > chosen.len() as u64 {
            behind(ctx, file, found, &grey, frames, &mut parts)?;
        }
    }
    Ok(parts)
}

/// The frames that follow the pixels of a page.
fn behind(
    ctx: &Context,
    file: &File,
    found: &Pages,
    grey: &Grey<'_>,
    frames: u64,
    parts: &mut Vec<Data>,
) -> Result<()> {
    let contradiction = || Error::new(Status::Corrupt, "the TIFF is damaged: its tags contradict each other");
    let page = grey.page;
    let at = page.contiguous_at.ok_or_else(contradiction)?;
    let size = usize::try_from(page.bytes()).map_err(|_| contradiction())?;
    let (dtype, half) = match (page.format, page.bits) {
        (2, 8) => (DType::I8, false),
        (2, 16) => (DType::I16, false),
        (2, 32) => (DType::I32, false),
        (2, 64) => (DType::I64, false),
        (3, 16) => (DType::U16, true),
        (3, 32) => (DType::F32, false),
        (3, 64) => (DType::F64, false),
        (1 | 4, 8) => (DType::U8, false),
        (1 | 4, 16) => (DType::U16, false),
        (1 | 4, 32) => (DType::U32, false),
        (1 | 4, 64) => (DType::U64, false),
        _ => return Err(contradiction()),
    };
    let mut file = file;
    let mut buffer = alloc::zeroed_vec::<u8>(size)?;
    for frame in 1..frames {
        ctx.report(frame as f64 / frames as f64)?;
        let read = file.seek(SeekFrom::Start(at + frame * page.bytes())).and_then(|_| file.read_exact(&mut buffer));
        read.map_err(|e| match e.kind() {
            ErrorKind::UnexpectedEof => Error::new(Status::Corrupt, "the TIFF is damaged: it ends early"),
            _ => Error::io("reading the file", &e),
        })?;
        let samples = bytes::read(&buffer, dtype, &[size / dtype.itemsize()], found.big_endian, false)?;
        let samples = match samples {
            Data::U16(bits) if half => Data::from(alloc::map(bits.view(), half_to_f32)?),
            samples => samples,
        };
        parts.push(grey.values(samples)?);
    }
    Ok(())
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

/// One page as an image, several as a stack.
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
