//! Saving a TIFF.

use super::{CARRIER_TAG, description};
use crate::array::{DType, Data, Element, MaskedArray, alloc};
use crate::context::{Context, Error, Result, Status};
use crate::image::Image;
use crate::io::atomic::{self, Sink};
use crate::io::described::{self, Described, Line};
use std::path::Path;
use tiff::encoder::{TiffEncoder, TiffKind, TiffKindBig, TiffKindStandard, TiffValue, colortype, colortype::ColorType};
use tiff::tags::{Tag, Type};
use tiff::{Directory, TiffError};

/// A file that may become longer is a BigTIFF.
const BIG_FROM: u64 = 4_000_000_000;
const DTYPE_ROOM: usize = 64;

/// Saves an image of rank 2, or a stack as one page per frame, each in one uncompressed strip.
///
/// With `forcetype` the pixels keep their dtype (`bool` as bytes). Without it `uint8`, `uint16`, `int32` keep theirs,
/// `int8` and `int16` become `int32`, `bool` bytes, and the rest `float32`, with a warning where that changes values.
/// Either way a loader that knows the metadata brings the dtype back.
///
/// # Errors
/// [`Status::Shape`] for other ranks and empty images; [`Status::Unsupported`] for complex pixels with `forcetype`;
/// as [`atomic::write`].
pub fn save(ctx: &Context, image: &Image, path: &Path, forcetype: bool) -> Result<()> {
    let (rows, columns) = image.frame_shape().map_err(|e| e.during("a TIFF holds images and stacks"))?;
    if image.data().is_empty() || rows.max(columns) > u32::MAX as usize {
        return Err(Error::new(
            Status::Shape,
            format!("an image of shape {:?} has no TIFF: no side may be 0 or above {}", image.shape(), u32::MAX),
        ));
    }
    let pixels = pixels(ctx, image, forcetype)?;
    // The dtype's own line and the frame are taken from the room first.
    let budget = description::MAX_LENGTH - description::FRAME - DTYPE_ROOM;
    let mut described = described::describe(image, budget, |line| Some(description::cost(line)))?;
    described.lines.push(Line {
        key: described::DTYPE.to_owned(),
        kind: Some("String".to_owned()),
        text: image.dtype().name().to_owned(),
    });
    let bytes = pixels.len() as u64 * pixels.dtype().itemsize() as u64 + described.carrier.len() as u64;
    atomic::write(path, |out| {
        if bytes > BIG_FROM {
            encode::<TiffKindBig>(&pixels, rows, columns, &described, TiffEncoder::new_big(out).map_err(failed)?)
        } else {
            encode::<TiffKindStandard>(&pixels, rows, columns, &described, TiffEncoder::new(out).map_err(failed)?)
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
                format!("TIFF has no pixels of dtype {d}; save the real and the imaginary part, or as npy"),
            ));
        }
        d if forcetype => d,
        DType::U8 | DType::U16 | DType::I32 => dtype,
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

fn encode<K: TiffKind>(
    pixels: &Data,
    rows: usize,
    columns: usize,
    described: &Described,
    encoder: TiffEncoder<&mut dyn Sink, K>,
) -> Result<()>
where
    for<'a> &'a K::OffsetArrayType: TiffValue,
{
    macro_rules! encode {
        ($($variant:ident => $color:ident),+) => {
            match pixels {
                $(Data::$variant(a) => frames::<_, colortype::$color, K>(a, rows, columns, described, encoder),)+
                other => Err(Error::new(Status::Unsupported, format!("TIFF has no pixels of dtype {}", other.dtype()))),
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
    described: &Described,
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
        let mut page = encoder.new_image::<C>(columns as u32, rows as u32).map_err(failed)?;
        page.rows_per_strip(rows as u32).map_err(failed)?;
        if number == 0 {
            let text = description::write(&described.lines);
            page.encoder().write_tag(Tag::ImageDescription, text.as_str()).map_err(failed)?;
            if !described.carrier.is_empty() {
                let entry = page.encoder().write_entry_bytes(Type::BYTE, &described.carrier).map_err(failed)?;
                let mut extra = Directory::empty();
                extra.extend([(Tag::Unknown(CARRIER_TAG), entry)]);
                page.encoder().extend_from(&extra);
            }
        }
        page.write_strip(frame).map_err(failed)?;
        page.finish().map_err(failed)?;
    }
    Ok(())
}
