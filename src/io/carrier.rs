//! What the text of an image file has no room or no form for: planes, map, mask, and metadata with its exact values and
//! units. It travels as one block of bytes in a private TIFF tag or PNG chunk; `docs/formats.md` has its layout.
//!
//! Each section has a checksum of its own: what is damaged is left out with a warning, the rest is used.

use super::bytes;
use super::pack::{self, Packer};
use crate::array::{DType, Data, MAX_NDIM, Mask, MaskedArray, alloc};
use crate::context::{Context, Error, Result, Status};
use crate::image::metadata::text::MAX_DEPTH;
use crate::image::{ArrayValue, Entry, Map, Metadata, Plane, Value};
use num_complex::Complex;
use std::borrow::Cow;

const MAGIC: &[u8; 8] = b"STNRCARR";
/// Since version 2 arrays and masks may be packed. Version 1 is read too.
const VERSION: u32 = 2;
/// How the bytes of an array or a mask stand in the file.
const PLAIN: u8 = 0;
const PACKED: u8 = 1;

/// An entry of the metadata.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Carried {
    /// Its place in the order of the entries.
    pub index: u32,
    /// Whether the text of the file holds it too.
    pub in_text: bool,
    pub key: String,
    pub entry: Entry,
}

/// What a carrier holds.
#[derive(Debug, Clone, Default)]
pub(super) struct Contents {
    /// The shape of the image that planes, map and mask belong to.
    pub shape: Vec<usize>,
    pub planes: Vec<(String, Plane)>,
    pub map: Option<Map>,
    pub mask: Option<Mask>,
    pub title: Option<String>,
    pub entries: Vec<Carried>,
}

impl Contents {
    pub fn is_empty(&self) -> bool {
        // Pages do not tell a stack of one frame from an image: the shape does.
        !matches!(self.shape.as_slice(), [1, _, _])
            && self.planes.is_empty()
            && self.map.is_none()
            && self.mask.is_none()
            && self.title.is_none()
            && self.entries.is_empty()
    }

    /// # Errors
    /// [`Status::NoMemory`]; [`Status::Unsupported`] for values that are nested too deeply.
    pub fn encode(&self) -> Result<Vec<u8>> {
        let mut w = Writer { out: Vec::new(), packer: Packer::new() };
        w.bytes(MAGIC)?;
        w.bytes(&VERSION.to_le_bytes())?;
        w.section(b"SHAP", |w| w.shape(&self.shape))?;
        if let Some(title) = &self.title {
            w.section(b"TITL", |w| w.text(title))?;
        }
        if let Some(mask) = &self.mask {
            w.section(b"MASK", |w| w.bits(mask))?;
        }
        if let Some(map) = &self.map {
            w.section(b"MAP ", |w| w.map(map))?;
        }
        for (name, plane) in &self.planes {
            w.section(b"PLAN", |w| {
                w.text(name)?;
                w.optional(plane.unit.as_deref())?;
                w.array(&plane.array)
            })?;
        }
        for carried in &self.entries {
            w.section(b"META", |w| {
                w.bytes(&carried.index.to_le_bytes())?;
                w.bytes(&[u8::from(carried.in_text)])?;
                w.text(&carried.key)?;
                w.entry(&carried.entry, 0)
            })?;
        }
        w.section(b"END ", |_| Ok(()))?;
        Ok(w.out)
    }

    /// Reads what is whole. Damage is a warning.
    pub fn decode(ctx: &Context, bytes: &[u8]) -> Contents {
        let mut contents = Contents::default();
        let Some(rest) = bytes.strip_prefix(MAGIC) else {
            ctx.warn_of(
                crate::context::Warning::FileDamaged,
                "the block with planes, mask and map is damaged at its beginning: it is not used",
            );
            return contents;
        };
        let mut reader = Reader { rest, depth: 0, version: VERSION };
        let version = match reader.u32() {
            Some(version @ 1..=VERSION) => version,
            Some(version) => {
                ctx.warn_of(
                    crate::context::Warning::FileReduced,
                    format!(
                        "the block with planes, mask and map has version {version}, known are 1 to {VERSION}: it is not used"
                    ),
                );
                return contents;
            }
            None => {
                ctx.warn_of(
                    crate::context::Warning::FileDamaged,
                    "the block with planes, mask and map ends early: it is not used",
                );
                return contents;
            }
        };
        loop {
            let Some((kind, payload)) = reader.section() else {
                ctx.warn_of(
                    crate::context::Warning::FileDamaged,
                    "the block with planes, mask and map ends early: what follows is lost",
                );
                return contents;
            };
            if kind == *b"END " {
                return contents;
            }
            let whole = payload.and_then(|payload| contents.take(&kind, payload, version));
            if whole.is_none() {
                let what = match &kind {
                    b"MASK" => "the mask",
                    b"MAP " => "the map",
                    b"PLAN" => "a plane",
                    b"META" => "a metadata entry",
                    _ => "a part",
                };
                ctx.warn_of(
                    crate::context::Warning::FileDamaged,
                    format!("{what} in the file is damaged and left out"),
                );
            }
        }
    }

    fn take(&mut self, kind: &[u8; 4], payload: &[u8], version: u32) -> Option<()> {
        let mut r = Reader { rest: payload, depth: 0, version };
        match kind {
            b"SHAP" => self.shape = r.shape()?,
            b"TITL" => self.title = Some(r.text()?),
            b"MASK" => self.mask = Some(r.bits()?),
            b"MAP " => self.map = Some(r.map()?),
            b"PLAN" => {
                let name = r.text()?;
                let unit = r.optional()?;
                self.planes.push((name, Plane { array: r.array()?, unit }));
            }
            b"META" => {
                let index = r.u32()?;
                let in_text = r.u8()? != 0;
                let key = r.text()?;
                let entry = r.entry()?;
                self.entries.push(Carried { index, in_text, key, entry });
            }
            // A later version may add parts; they can be passed over.
            _ => return Some(()),
        }
        r.rest.is_empty().then_some(())
    }
}

fn extend(out: &mut Vec<u8>, bytes: &[u8]) -> Result<()> {
    out.try_reserve(bytes.len())
        .map_err(|_| Error::new(Status::NoMemory, format!("a block of {} bytes could not be extended", out.len())))?;
    out.extend_from_slice(bytes);
    Ok(())
}

struct Writer {
    out: Vec<u8>,
    packer: Packer,
}

impl Writer {
    /// Name, length, checksum, contents.
    fn section(&mut self, kind: &[u8; 4], fill: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        self.bytes(kind)?;
        let head = self.out.len();
        self.bytes(&[0; 12])?;
        fill(self)?;
        let payload = &self.out[head + 12..];
        let (length, sum) = (payload.len() as u64, crc32fast::hash(payload));
        self.out[head..head + 8].copy_from_slice(&length.to_le_bytes());
        self.out[head + 8..head + 12].copy_from_slice(&sum.to_le_bytes());
        Ok(())
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<()> {
        extend(&mut self.out, bytes)
    }

    /// Numbers of `width` bytes each, packed where that makes them fewer.
    fn numbers(&mut self, bytes: &[u8], width: usize) -> Result<()> {
        match self.packer.pack(bytes, width)? {
            Some(packed) => {
                self.bytes(&[PACKED])?;
                self.blob(&packed)
            }
            None => {
                self.bytes(&[PLAIN])?;
                self.bytes(bytes)
            }
        }
    }

    fn text(&mut self, text: &str) -> Result<()> {
        self.blob(text.as_bytes())
    }

    fn blob(&mut self, bytes: &[u8]) -> Result<()> {
        self.bytes(&(bytes.len() as u64).to_le_bytes())?;
        self.bytes(bytes)
    }

    fn optional(&mut self, text: Option<&str>) -> Result<()> {
        self.bytes(&[u8::from(text.is_some())])?;
        text.map_or(Ok(()), |text| self.text(text))
    }

    fn f64(&mut self, x: f64) -> Result<()> {
        self.bytes(&x.to_le_bytes())
    }

    fn shape(&mut self, shape: &[usize]) -> Result<()> {
        self.bytes(&[shape.len() as u8])?;
        shape.iter().try_for_each(|&n| self.bytes(&(n as u64).to_le_bytes()))
    }

    fn bits(&mut self, mask: &Mask) -> Result<()> {
        self.shape(mask.shape())?;
        let mut bits = alloc::zeroed_vec::<u8>(mask.len().div_ceil(8))?;
        mask.iter().enumerate().filter(|(_, m)| **m).for_each(|(i, _)| bits[i / 8] |= 1 << (i % 8));
        self.numbers(&bits, 1)
    }

    fn array(&mut self, array: &MaskedArray) -> Result<()> {
        self.bytes(&[array.dtype().code() as u8, u8::from(array.mask().is_some())])?;
        self.shape(array.shape())?;
        let size = alloc::checked_len(array.shape(), array.dtype().itemsize())? * array.dtype().itemsize();
        let mut elements = alloc::vec::<u8>(size)?;
        bytes::write_le(array.data(), &mut elements).map_err(|e| Error::io("copying an array", &e))?;
        self.numbers(&elements, number_width(array.dtype()))?;
        array.mask().map_or(Ok(()), |mask| self.bits(mask))
    }

    fn map(&mut self, map: &Map) -> Result<()> {
        map.origin.iter().chain(map.step.iter().flatten()).try_for_each(|&x| self.f64(x))?;
        map.names.iter().try_for_each(|name| self.text(name))?;
        map.units.iter().try_for_each(|unit| self.optional(unit.as_deref()))
    }

    fn entry(&mut self, entry: &Entry, depth: usize) -> Result<()> {
        self.optional(entry.unit.as_deref())?;
        self.value(&entry.value, depth)
    }

    fn value(&mut self, value: &Value, depth: usize) -> Result<()> {
        if depth > MAX_DEPTH {
            return Err(Error::new(
                Status::Unsupported,
                format!("a metadata value is nested deeper than {MAX_DEPTH} levels and cannot be saved"),
            ));
        }
        let each = |w: &mut Self, kind: u8, values: &[Value]| {
            w.bytes(&[kind])?;
            w.bytes(&(values.len() as u64).to_le_bytes())?;
            values.iter().try_for_each(|value| w.value(value, depth + 1))
        };
        match value {
            Value::None => self.bytes(&[0]),
            Value::Bool(b) => self.bytes(&[1, u8::from(*b)]),
            Value::Int(i) => {
                self.bytes(&[2])?;
                self.bytes(&i.to_le_bytes())
            }
            Value::Float(x) => {
                self.bytes(&[3])?;
                self.f64(*x)
            }
            Value::Complex(z) => {
                self.bytes(&[4])?;
                self.f64(z.re)?;
                self.f64(z.im)
            }
            Value::String(text) => {
                self.bytes(&[5])?;
                self.text(text)
            }
            Value::Bytes(bytes) => {
                self.bytes(&[6])?;
                self.blob(bytes)
            }
            Value::Timestamp(text) => {
                self.bytes(&[7])?;
                self.text(text)
            }
            Value::Array(array) => {
                self.bytes(&[8])?;
                self.array(&array.to_array()?)
            }
            Value::List(values) => each(self, 9, values),
            Value::Tuple(values) => each(self, 10, values),
            Value::Cluster(values) => {
                self.bytes(&[11])?;
                self.bytes(&(values.len() as u64).to_le_bytes())?;
                values.iter().try_for_each(|(key, entry)| {
                    self.text(key)?;
                    self.entry(entry, depth + 1)
                })
            }
        }
    }
}

/// The size of one number: complex elements are two.
fn number_width(dtype: DType) -> usize {
    if dtype.is_complex() { dtype.itemsize() / 2 } else { dtype.itemsize() }
}

/// Reads what [`Writer`] writes; `None` for anything else.
struct Reader<'a> {
    rest: &'a [u8],
    depth: usize,
    version: u32,
}

/// The name of a section, and what is in it if its checksum is right.
type Section<'a> = ([u8; 4], Option<&'a [u8]>);

impl<'a> Reader<'a> {
    fn bytes(&mut self, n: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.rest.split_at_checked(n)?;
        self.rest = rest;
        Some(head)
    }

    fn section(&mut self) -> Option<Section<'a>> {
        let kind = self.bytes(4)?.try_into().ok()?;
        let length = self.length()?;
        let sum = self.u32()?;
        let payload = self.bytes(length)?;
        Some((kind, (crc32fast::hash(payload) == sum).then_some(payload)))
    }

    fn u8(&mut self) -> Option<u8> {
        Some(self.bytes(1)?[0])
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.bytes(4)?.try_into().ok()?))
    }

    fn u64(&mut self) -> Option<u64> {
        Some(u64::from_le_bytes(self.bytes(8)?.try_into().ok()?))
    }

    fn f64(&mut self) -> Option<f64> {
        self.u64().map(f64::from_bits)
    }

    fn length(&mut self) -> Option<usize> {
        usize::try_from(self.u64()?).ok()
    }

    fn blob(&mut self) -> Option<&'a [u8]> {
        let n = self.length()?;
        self.bytes(n)
    }

    fn text(&mut self) -> Option<String> {
        String::from_utf8(self.blob()?.to_vec()).ok()
    }

    fn optional(&mut self) -> Option<Option<String>> {
        match self.u8()? {
            0 => Some(None),
            1 => Some(Some(self.text()?)),
            _ => None,
        }
    }

    /// `length` bytes of numbers of `width` bytes each.
    fn numbers(&mut self, length: usize, width: usize) -> Option<Cow<'a, [u8]>> {
        let packing = if self.version == 1 { PLAIN } else { self.u8()? };
        match packing {
            PLAIN => self.bytes(length).map(Cow::Borrowed),
            PACKED => pack::unpack(self.blob()?, width, length).map(Cow::Owned),
            _ => None,
        }
    }

    fn shape(&mut self) -> Option<Vec<usize>> {
        let n = usize::from(self.u8()?);
        if n > MAX_NDIM {
            return None;
        }
        (0..n).map(|_| self.length()).collect()
    }

    fn bits(&mut self) -> Option<Mask> {
        let shape = self.shape()?;
        let len = alloc::checked_len(&shape, 1).ok()?;
        let bits = self.numbers(len.div_ceil(8), 1)?;
        let mut mask = alloc::vec(len).ok()?;
        mask.extend((0..len).map(|i| bits[i / 8] >> (i % 8) & 1 == 1));
        Some(alloc::from_vec(&shape, mask).ok()?.into_shared())
    }

    fn array(&mut self) -> Option<MaskedArray> {
        let dtype = DType::from_code(i32::from(self.u8()?))?;
        let masked = self.u8()?;
        let shape = self.shape()?;
        let size = alloc::checked_len(&shape, dtype.itemsize()).ok()? * dtype.itemsize();
        let data: Data = bytes::read(&self.numbers(size, number_width(dtype))?, dtype, &shape, false, false).ok()?;
        let mask = match masked {
            0 => None,
            1 => Some(self.bits()?),
            _ => return None,
        };
        MaskedArray::new(data, mask).ok()
    }

    fn map(&mut self) -> Option<Map> {
        let mut x = [0.0; 6];
        for x in &mut x {
            *x = self.f64()?;
        }
        let names = [self.text()?, self.text()?];
        let units = [self.optional()?, self.optional()?];
        Some(Map { origin: [x[0], x[1]], step: [[x[2], x[3]], [x[4], x[5]]], names, units })
    }

    fn entry(&mut self) -> Option<Entry> {
        let unit = self.optional()?;
        Some(Entry { unit, value: self.value()? })
    }

    fn value(&mut self) -> Option<Value> {
        if self.depth > MAX_DEPTH {
            return None;
        }
        self.depth += 1;
        let value = match self.u8()? {
            0 => Value::None,
            1 => Value::Bool(self.u8()? != 0),
            2 => Value::Int(i64::from_le_bytes(self.bytes(8)?.try_into().ok()?)),
            3 => Value::Float(self.f64()?),
            4 => Value::Complex(Complex::new(self.f64()?, self.f64()?)),
            5 => Value::String(self.text()?),
            6 => Value::Bytes(self.blob()?.to_vec()),
            7 => Value::Timestamp(self.text()?),
            8 => Value::Array(ArrayValue::Stored(self.array()?)),
            9 => Value::List(self.values()?),
            10 => Value::Tuple(self.values()?),
            11 => {
                let n = self.length()?;
                let mut cluster = Metadata::new();
                for _ in 0..n {
                    cluster.insert(self.text()?, self.entry()?);
                }
                Value::Cluster(cluster)
            }
            _ => return None,
        };
        self.depth -= 1;
        Some(value)
    }

    fn values(&mut self) -> Option<Vec<Value>> {
        let n = self.length()?;
        // Each value takes at least one byte: the count is not believed before they are there.
        if n > self.rest.len() {
            return None;
        }
        (0..n).map(|_| self.value()).collect()
    }
}
