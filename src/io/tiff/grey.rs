//! Samples of a page as grey values: palettes, colours, several samples a pixel, fewer bits than a byte.

use super::ifd::Page;
use crate::array::{Data, Element, Shared, alloc};
use crate::context::{Context, Error, Result, Status, Warning};
use crate::dispatch;
use crate::io::source;
use tiff::ColorType;

pub(super) const WHITE_IS_ZERO: u64 = 0;
pub(super) const PALETTE: u64 = 3;

/// How the samples of one page, as they lie in memory, become an array of shape (rows, columns).
pub(super) struct Grey<'a> {
    pub page: &'a Page,
    pub color: ColorType,
    /// Whether all red samples come before all green ones.
    pub planar: bool,
}

impl Grey<'_> {
    /// Warns of changes between a file and the loaded image.
    pub fn warn(&self, ctx: &Context) {
        let what = match self.color {
            ColorType::Gray(_) if self.page.photometric == PALETTE => {
                "the file has a palette: its colours became grey values by luminance"
            }
            ColorType::Gray(_) if self.page.photometric == WHITE_IS_ZERO => {
                "the file says that 0 is white (PhotometricInterpretation 0): the numbers are loaded as they are stored"
            }
            ColorType::RGB(_) | ColorType::RGBA(_) => "the file is in colour: it became grey by luminance",
            ColorType::Multiband { .. } => {
                "the file has several samples per pixel: the first is used, the others are left out"
            }
            _ => return,
        };
        ctx.warn_of(Warning::FileReduced, what);
    }

    /// The grey values.
    ///
    /// # Errors
    /// [`Status::Unsupported`]; [`Status::Corrupt`] when there are too few samples; [`Status::NoMemory`].
    pub fn values(&self, samples: Data) -> Result<Data> {
        let (columns, rows) = (self.page.width as usize, self.page.height as usize);
        let bits = self.color.bit_depth();
        let shape = [rows, columns];
        match self.color {
            ColorType::Gray(_) if self.page.photometric == PALETTE => {
                let samples = if bits < 8 { unpack(&samples, bits, 1, shape)? } else { samples };
                palette(&samples, self.page, shape)
            }
            ColorType::Gray(1 | 2 | 4) => unpack(&samples, bits, 255 / ((1 << bits) - 1), shape),
            ColorType::Gray(8 | 16 | 32 | 64) => reshape(samples, shape),
            ColorType::RGB(8 | 16 | 32 | 64) | ColorType::RGBA(8 | 16 | 32 | 64) => {
                let n = usize::from(self.color.num_samples());
                grey(&samples, shape, if self.planar { 1 } else { n }, if self.planar { rows * columns } else { 1 })
            }
            ColorType::Multiband { bit_depth: 8 | 16 | 32 | 64, num_samples } => {
                first_of(&samples, shape, if self.planar { 1 } else { usize::from(num_samples) })
            }
            other => Err(Error::new(
                Status::Unsupported,
                format!(
                    "the TIFF has pixels of type {other:?}; allowed: grey, palette, RGB, RGBA of 8, 16, 32 or 64 bits"
                ),
            )),
        }
    }
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
