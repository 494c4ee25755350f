//! Writes a sidecar.

use super::entry::{Carried, PACKED, PLAIN, PLANE, TIMES, UNPACKED, number_width};
use super::order;
use crate::array::{Mask, MaskedArray, alloc};
use crate::context::{Error, Result, Status};
use crate::image::metadata::text::MAX_DEPTH;
use crate::image::{Entry, Map, Plane, Value};
use crate::io::bytes;
use crate::io::pack::Packer;

pub(super) fn extend(out: &mut Vec<u8>, bytes: &[u8]) -> Result<()> {
    out.try_reserve(bytes.len())
        .map_err(|_| Error::new(Status::NoMemory, format!("a block of {} bytes could not be extended", out.len())))?;
    out.extend_from_slice(bytes);
    Ok(())
}

pub(super) struct Writer<'a> {
    out: Vec<u8>,
    packer: Packer,
    /// How much of entries the reader would unpack, where that is limited.
    unpacked: Option<usize>,
    /// The planes that arrays may be.
    planes: &'a [(String, Plane)],
}

impl<'a> Writer<'a> {
    pub fn new() -> Self {
        Writer { out: Vec::new(), packer: Packer::new(), unpacked: None, planes: &[] }
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.out
    }

    /// What follows belongs to entries.
    pub fn begin_entries(&mut self, planes: &'a [(String, Plane)]) {
        self.planes = planes;
        self.unpacked = Some(0);
    }

    /// What is written meanwhile, apart from the rest.
    pub fn apart(&mut self, fill: impl FnOnce(&mut Self) -> Result<()>) -> Result<Vec<u8>> {
        let before = std::mem::take(&mut self.out);
        let done = fill(self);
        let apart = std::mem::replace(&mut self.out, before);
        done.map(|()| apart)
    }

    pub fn carried(&mut self, carried: &Carried) -> Result<()> {
        self.bytes(&carried.index.to_le_bytes())?;
        self.bytes(&[u8::from(carried.in_text)])?;
        self.text(&carried.key)?;
        self.entry(&carried.entry, 0)
    }

    /// Small entries, each behind its length.
    pub fn block(&mut self, entries: &[u8]) -> Result<()> {
        self.section(b"METS", |w| {
            w.bytes(&(entries.len() as u64).to_le_bytes())?;
            w.numbers(entries, 1)
        })
    }

    /// Name, length, checksum, contents.
    pub fn section(&mut self, kind: &[u8; 4], fill: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
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

    pub fn bytes(&mut self, bytes: &[u8]) -> Result<()> {
        extend(&mut self.out, bytes)
    }

    /// Numbers of `width` bytes each, packed where that makes them fewer.
    fn numbers(&mut self, bytes: &[u8], width: usize) -> Result<()> {
        self.packed(bytes, width, bytes.len())
    }

    /// The same, of which the reader makes `cost` bytes.
    fn packed(&mut self, bytes: &[u8], width: usize, cost: usize) -> Result<()> {
        let packed = if self.may_unpack(cost) { self.packer.pack(bytes, width)? } else { None };
        match packed {
            Some(packed) => {
                self.count(cost);
                self.bytes(&[PACKED])?;
                self.blob(&packed)
            }
            None => {
                self.bytes(&[PLAIN])?;
                self.bytes(bytes)
            }
        }
    }

    fn may_unpack(&self, cost: usize) -> bool {
        self.unpacked.is_none_or(|n| n + cost <= UNPACKED + self.out.len() * TIMES)
    }

    fn count(&mut self, cost: usize) {
        self.unpacked = self.unpacked.map(|n| n + cost);
    }

    pub fn text(&mut self, text: &str) -> Result<()> {
        self.blob(text.as_bytes())
    }

    fn blob(&mut self, bytes: &[u8]) -> Result<()> {
        self.bytes(&(bytes.len() as u64).to_le_bytes())?;
        self.bytes(bytes)
    }

    pub fn optional(&mut self, text: Option<&str>) -> Result<()> {
        self.bytes(&[u8::from(text.is_some())])?;
        text.map_or(Ok(()), |text| self.text(text))
    }

    fn f64(&mut self, x: f64) -> Result<()> {
        self.bytes(&x.to_le_bytes())
    }

    pub fn shape(&mut self, shape: &[usize]) -> Result<()> {
        self.bytes(&[shape.len() as u8])?;
        shape.iter().try_for_each(|&n| self.bytes(&(n as u64).to_le_bytes()))
    }

    pub fn bits(&mut self, mask: &Mask) -> Result<()> {
        self.shape(mask.shape())?;
        let mut bits = alloc::zeroed_vec::<u8>(mask.len().div_ceil(8))?;
        mask.iter().enumerate().filter(|(_, m)| **m).for_each(|(i, _)| bits[i / 8] |= 1 << (i % 8));
        self.packed(&bits, 1, mask.len())
    }

    pub fn array(&mut self, array: &MaskedArray) -> Result<()> {
        self.bytes(&[array.dtype().code() as u8, u8::from(array.mask().is_some())])?;
        self.shape(array.shape())?;
        let size = alloc::checked_len(array.shape(), array.dtype().itemsize())? * array.dtype().itemsize();
        let mut elements = alloc::vec::<u8>(size)?;
        bytes::write_le(array.data(), &mut elements).map_err(|e| Error::io("copying an array", &e))?;
        let plane = order::find(&elements, array, self.planes).filter(|_| self.may_unpack(size));
        match plane {
            Some((plane, order)) => {
                self.count(size);
                self.bytes(&[PLANE])?;
                self.bytes(&plane.to_le_bytes())?;
                self.bytes(&[order])?;
            }
            None => self.numbers(&elements, number_width(array.dtype()))?,
        }
        array.mask().map_or(Ok(()), |mask| self.bits(mask))
    }

    pub fn map(&mut self, map: &Map) -> Result<()> {
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
