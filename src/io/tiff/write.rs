//! Saving a TIFF.

use super::read::LABELS;
use super::{SIDECAR_TAG, description, imagej};
use crate::array::{DType, Data, Element, MaskedArray, alloc};
use crate::context::{Context, Error, Result, Status};
use crate::image::{Entry, Image, Quantity, Value};
use crate::io::atomic::{self, Sink};
use crate::io::pixel_size;
use crate::io::text_metadata::{self, Line, TextMetadata};
use std::path::Path;
use tiff::encoder::colortype::{self, ColorType};
use tiff::encoder::{DirectoryEncoder, Rational, TiffEncoder, TiffKind, TiffKindBig, TiffKindStandard, TiffValue};
use tiff::tags::{CompressionMethod, ResolutionUnit, Tag, Type};
use tiff::{Directory, TiffError, TiffResult};

/// A file that may become longer is a BigTIFF.
const BIG_FROM: u64 = 4_000_000_000;
const DTYPE_ROOM: usize = 64;

/// Saves an image of rank 2, or a stack as one page per frame, each in one uncompressed strip.
///
/// With `forcetype` the pixels keep their dtype (`bool` as bytes). Without it `uint8`, `uint16`, `uint32`, `int32` keep theirs,
/// `int8` and `int16` become `int32`, `bool` bytes, and the rest `float32`, with a warning where that changes values.
/// Either way a loader that knows the metadata brings the dtype back. The pixel's size is the file's resolution per centimetre;
/// labels of frames (the entry `Labels`, else a stack's energies) stand where ImageJ looks for them.
///
/// # Errors
/// [`Status::Shape`] for other ranks and empty images; [`Status::Unsupported`] for complex pixels with `forcetype`;
/// as [`atomic::write`].
pub fn save(ctx: &Context, image: &Image, path: &Path, forcetype: bool) -> Result<()> {
    let (rows, columns) = image.frame_shape().map_err(|e| e.during("a TIFF holds images and stacks"))?;
    if image.data().is_empty() || rows.max(columns) > u32::MAX as usize {
        return Err(Error::new(
            Status::Shape,
            format!("an image of shape {:?} cannot be a TIFF: allowed are sides of 1 to {}", image.shape(), u32::MAX),
        ));
    }
    let pixels = pixels(ctx, image, forcetype)?;
    // The dtype's own line and the frame are taken from the room first.
    let budget = description::MAX_LENGTH - description::FRAME - DTYPE_ROOM;
    let mut metadata = text_metadata::describe(image, budget, |line| Some(description::cost(line)))?;
    metadata.lines.push(Line {
        key: text_metadata::DTYPE.to_owned(),
        kind: Some("String".to_owned()),
        text: image.dtype().name().to_owned(),
    });
    let bytes = pixels.len() as u64 * pixels.dtype().itemsize() as u64 + metadata.sidecar.len() as u64;
    let notes = Notes { metadata, pixel_size: pixel_size::of(image), labels: labels(image) };
    atomic::write(path, |out| {
        if bytes > BIG_FROM {
            encode::<TiffKindBig>(&pixels, rows, columns, &notes, TiffEncoder::new_big(out).map_err(failed)?)
        } else {
            encode::<TiffKindStandard>(&pixels, rows, columns, &notes, TiffEncoder::new(out).map_err(failed)?)
        }
    })
}

/// The pixels in the dtype that the file gets.
fn pixels(ctx: &Context, image: &Image, forcetype: bool) -> Result<Data> {
    let dtype = image.dtype();
    let stored = match dtype {
        DType::Bool => DType::U8,
        d if forcetype && d.is_complex() => {
            return Err(Error::new(
                Status::Unsupported,
                format!("TIFF cannot store pixels of dtype {d}; save the real and the imaginary part, or an npy file"),
            ));
        }
        d if forcetype => d,
        DType::U8 | DType::U16 | DType::U32 | DType::I32 => dtype,
        DType::I8 | DType::I16 => DType::I32,
        _ => DType::F32,
    };
    let pixels = image.data().cast(stored)?;
    if stored == DType::F32 && dtype != DType::F32 {
        let back: MaskedArray = image.array().with_data(pixels.cast(dtype)?)?;
        if !back.equals(image.array()) {
            ctx.warn_of(
                crate::context::Warning::Precision,
                format!("the pixels are saved as float32: not every {dtype} value stays what it is"),
            );
        }
    }
    Ok(pixels)
}

fn failed(error: TiffError) -> Error {
    match error {
        TiffError::IoError(e) => Error::io("writing the TIFF", &e),
        other => Error::new(Status::Internal, "writing the TIFF").because(other),
    }
}

/// The first page's entries besides its pixels.
struct Notes {
    metadata: TextMetadata,
    /// The size of a pixel in metres.
    pixel_size: Option<[f64; 2]>,
    labels: Vec<String>,
}

fn encode<K: TiffKind>(
    pixels: &Data,
    rows: usize,
    columns: usize,
    notes: &Notes,
    encoder: TiffEncoder<&mut dyn Sink, K>,
) -> Result<()> {
    macro_rules! encode {
        ($($variant:ident => $color:ident),+) => {
            match pixels {
                $(Data::$variant(a) => frames::<_, colortype::$color, K>(a, rows, columns, notes, encoder),)+
                other => Err(Error::new(Status::Unsupported, format!("TIFF cannot store pixels of dtype {}", other.dtype()))),
            }
        };
    }
    encode!(U8 => Gray8, I8 => GrayI8, U16 => Gray16, I16 => GrayI16, U32 => Gray32, I32 => GrayI32, U64 => Gray64,
        I64 => GrayI64, F32 => Gray32Float, F64 => Gray64Float)
}

fn frames<T: Element, C: ColorType<Inner = T>, K: TiffKind>(
    array: &crate::array::Shared<T>,
    rows: usize,
    columns: usize,
    notes: &Notes,
    mut encoder: TiffEncoder<&mut dyn Sink, K>,
) -> Result<()>
where
    [T]: TiffValue,
{
    let copy;
    let pixels: &[T] = match array.as_slice() {
        Some(slice) => slice,
        None => {
            copy = alloc::copy(array.view())?;
            copy.as_slice().expect("a copy is in C order")
        }
    };
    for (number, frame) in pixels.chunks_exact(rows * columns).enumerate() {
        let mut page = encoder.image_directory().map_err(failed)?;
        let mut fill = || {
            let at = page.write_data(frame)?;
            page.write_tag(Tag::ImageWidth, columns as u32)?;
            page.write_tag(Tag::ImageLength, rows as u32)?;
            page.write_tag(Tag::BitsPerSample, C::BITS_PER_SAMPLE)?;
            page.write_tag(Tag::Compression, CompressionMethod::None.to_u16())?;
            page.write_tag(Tag::PhotometricInterpretation, C::TIFF_VALUE.to_u16())?;
            page.write_tag(Tag::StripOffsets, K::convert_offset(at)?)?;
            page.write_tag(Tag::SamplesPerPixel, 1u16)?;
            page.write_tag(Tag::RowsPerStrip, rows as u32)?;
            page.write_tag(Tag::StripByteCounts, K::convert_offset(size_of_val(frame) as u64)?)?;
            page.write_tag(Tag::SampleFormat, C::SAMPLE_FORMAT[0].to_u16())?;
            resolution(&mut page, notes.pixel_size)?;
            if number == 0 { notes.write(&mut page) } else { Ok(()) }
        };
        fill().map_err(failed)?;
        page.finish().map_err(failed)?;
    }
    Ok(())
}

type Page<'a, 'b, K> = DirectoryEncoder<'a, &'b mut dyn Sink, K>;

/// Pixels per centimetre, or none per no unit.
fn resolution<K: TiffKind>(page: &mut Page<'_, '_, K>, pixel_size: Option<[f64; 2]>) -> TiffResult<()> {
    let per_centimetre = pixel_size.and_then(|[x, y]| Some([rational(0.01 / x)?, rational(0.01 / y)?]));
    let (unit, [x, y]) = match per_centimetre {
        Some(numbers) => (ResolutionUnit::Centimeter, numbers),
        None => (ResolutionUnit::None, [(1, 1); 2]),
    };
    page.write_tag(Tag::XResolution, Rational { n: x.0, d: x.1 })?;
    page.write_tag(Tag::YResolution, Rational { n: y.0, d: y.1 })?;
    page.write_tag(Tag::ResolutionUnit, unit.to_u16())
}

/// The fraction of 32-bit numbers next to a positive number, by its continued fraction. `None` where none is near.
fn rational(x: f64) -> Option<(u32, u32)> {
    let (mut before, mut last) = ((0u64, 1u64), (1u64, 0u64));
    let mut rest = x;
    let mut best = None;
    for _ in 0..40 {
        let whole = rest.floor();
        if !(0.0..=u32::MAX as f64).contains(&whole) {
            break;
        }
        let next = (whole as u64 * last.0 + before.0, whole as u64 * last.1 + before.1);
        let (Ok(n), Ok(d)) = (u32::try_from(next.0), u32::try_from(next.1)) else { break };
        best = Some((n, d));
        (before, last) = (last, next);
        rest = 1.0 / (rest - whole);
        if f64::from(n) / f64::from(d) == x {
            break;
        }
    }
    best.filter(|&(n, d)| (f64::from(n) / f64::from(d) / x - 1.0).abs() < 1e-6)
}

impl Notes {
    fn write<K: TiffKind>(&self, page: &mut Page<'_, '_, K>) -> TiffResult<()> {
        let text = description::write(&self.metadata.lines);
        page.write_tag(Tag::ImageDescription, text.as_str())?;
        if !self.labels.is_empty() {
            let (lengths, bytes) = imagej::encode_labels(&self.labels);
            page.write_tag(Tag::Unknown(imagej::LENGTHS_TAG), &lengths[..])?;
            write_bytes(page, imagej::PARTS_TAG, &bytes)?;
        }
        if !self.metadata.sidecar.is_empty() {
            write_bytes(page, SIDECAR_TAG, &self.metadata.sidecar)?;
        }
        Ok(())
    }
}

fn write_bytes<K: TiffKind>(page: &mut Page<'_, '_, K>, tag: u16, bytes: &[u8]) -> TiffResult<()> {
    let entry = page.write_entry_bytes(Type::BYTE, bytes)?;
    let mut extra = Directory::empty();
    extra.extend([(Tag::Unknown(tag), entry)]);
    page.extend_from(&extra);
    Ok(())
}

/// The labels that ImageJ shows over each frame: the entry `Labels`, else the values of the axis of frames, else the energies of a stack.
fn labels(image: &Image) -> Vec<String> {
    let frames = match *image.shape() {
        [frames, _, _] => frames,
        _ => 1,
    };
    if let Some(Value::List(values)) = image.own_metadata().value(LABELS)
        && values.len() == frames
    {
        let texts: Option<Vec<String>> = values.iter().map(|v| Some(v.as_str()?.to_owned())).collect();
        if let Some(texts) = texts {
            return texts;
        }
    }
    let label = |x: f64, unit: &str| {
        let number = format!("{x:.3}");
        format!("{} {unit}", number.trim_end_matches('0').trim_end_matches('.')).trim_end().to_owned()
    };
    if let (3, Some(axis)) = (image.ndim(), image.frame_axis()) {
        let unit = axis.unit.as_deref().unwrap_or_default();
        return axis.values.iter().map(|&x| label(x, unit)).collect();
    }
    let energies = |(key, entry): (&str, &Entry)| {
        let name = key.rsplit('.').next().unwrap_or(key);
        let Value::Array(array) = &entry.value else { return None };
        if !Quantity::Energy.of_detector().contains(&name) || array.shape() != [frames] {
            return None;
        }
        let values = array.to_array().ok()?.data().to_f64().ok()?;
        let unit = entry.unit.as_deref().unwrap_or("eV");
        Some(values.iter().map(|&x| label(x, unit)).collect())
    };
    match image.ndim() {
        3 => image.own_metadata().iter().find_map(energies).unwrap_or_default(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_are_the_nearest() {
        assert_eq!(rational(200_000.0), Some((200_000, 1)));
        assert_eq!(rational(0.25), Some((1, 4)));
        assert_eq!(rational(1e10), None);
        assert_eq!(rational(1e-10), None);
        assert_eq!(rational(f64::NAN), None);
        for x in [std::f64::consts::PI, 1.0 / 7e-6, 123_456.789, 1e-6 / 3.0, 4e9] {
            let (n, d) = rational(x).unwrap();
            assert!((f64::from(n) / f64::from(d) / x - 1.0).abs() < 1e-6, "{x}: {n}/{d}");
        }
    }
}
