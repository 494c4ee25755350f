//! Reads a sidecar.

use super::entry::{Carried, PACKED, PLAIN, PLANE, number_width};
use super::order;
use crate::array::{DType, Data, MAX_NDIM, Mask, MaskedArray, alloc};
use crate::image::metadata::text::MAX_DEPTH;
use crate::image::{Entry, Map, Metadata, Plane, Value};
use crate::io::limits::{Budget, ENTRY};
use crate::io::{bytes, pack};
use num_complex::Complex;
use std::borrow::Cow;

/// Reads what [`Writer`](super::writer::Writer) writes; `None` for anything else.
pub(super) struct Reader<'a> {
    rest: &'a [u8],
    depth: usize,
    version: u32,
    /// How many bytes may still be unpacked.
    left: usize,
    /// For what stands unpacked in the file and takes more room in memory.
    budget: &'a Budget,
    planes: &'a [(String, Plane)],
}

/// The name of a section, and what is in it if its checksum is right.
pub(super) type Section<'a> = ([u8; 4], Option<&'a [u8]>);

impl<'a> Reader<'a> {
    pub fn new(rest: &'a [u8], version: u32, budget: &'a Budget) -> Self {
        Reader { rest, depth: 0, version, left: 0, budget, planes: &[] }
    }

    /// The same, which may unpack so many bytes, and find arrays among these planes.
    #[must_use]
    pub fn unpacking(self, left: usize, planes: &'a [(String, Plane)]) -> Self {
        Reader { left, planes, ..self }
    }

    /// How many bytes may still be unpacked.
    pub fn left(&self) -> usize {
        self.left
    }

    /// Whether all was read.
    pub fn end(&self) -> Option<()> {
        self.rest.is_empty().then_some(())
    }

    pub fn carried(&mut self) -> Option<Carried> {
        let index = self.u32()?;
        let in_text = self.u8()? != 0;
        let key = self.text()?;
        self.budget.take(ENTRY, "the metadata").ok()?;
        let entry = self.entry()?;
        Some(Carried { index, in_text, key, entry })
    }

    fn bytes(&mut self, n: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.rest.split_at_checked(n)?;
        self.rest = rest;
        Some(head)
    }

    pub fn section(&mut self) -> Option<Section<'a>> {
        let kind = self.bytes(4)?.try_into().ok()?;
        let length = self.length()?;
        let sum = self.u32()?;
        let payload = self.bytes(length)?;
        Some((kind, (crc32fast::hash(payload) == sum).then_some(payload)))
    }

    fn u8(&mut self) -> Option<u8> {
        Some(self.bytes(1)?[0])
    }

    pub fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.bytes(4)?.try_into().ok()?))
    }

    fn u64(&mut self) -> Option<u64> {
        Some(u64::from_le_bytes(self.bytes(8)?.try_into().ok()?))
    }

    fn f64(&mut self) -> Option<f64> {
        self.u64().map(f64::from_bits)
    }

    pub fn length(&mut self) -> Option<usize> {
        usize::try_from(self.u64()?).ok()
    }

    pub fn blob(&mut self) -> Option<&'a [u8]> {
        let n = self.length()?;
        self.bytes(n)
    }

    pub fn text(&mut self) -> Option<String> {
        String::from_utf8(self.blob()?.to_vec()).ok()
    }

    pub fn optional(&mut self) -> Option<Option<String>> {
        match self.u8()? {
            0 => Some(None),
            1 => Some(Some(self.text()?)),
            _ => None,
        }
    }

    /// `length` bytes of numbers of `width` bytes each.
    pub fn numbers(&mut self, length: usize, width: usize) -> Option<Cow<'a, [u8]>> {
        self.unpacked(length, width, length)
    }

    /// The same, of which `cost` bytes are made.
    fn unpacked(&mut self, length: usize, width: usize, cost: usize) -> Option<Cow<'a, [u8]>> {
        let packing = if self.version == 1 { PLAIN } else { self.u8()? };
        if packing != PLAIN {
            self.left = self.left.checked_sub(cost)?;
        }
        match packing {
            PLAIN => self.bytes(length).map(Cow::Borrowed),
            PACKED => pack::unpack(self.blob()?, width, length).map(Cow::Owned),
            PLANE => {
                let plane = usize::try_from(self.u32()?).ok()?;
                let order = self.u8()?;
                let (_, plane) = self.planes.get(plane).filter(|(_, plane)| {
                    plane.array.len().checked_mul(plane.array.dtype().itemsize()) == Some(length)
                })?;
                order::elements(&plane.array, order).map(Cow::Owned)
            }
            _ => None,
        }
    }

    pub fn shape(&mut self) -> Option<Vec<usize>> {
        let n = usize::from(self.u8()?);
        if n > MAX_NDIM {
            return None;
        }
        (0..n).map(|_| self.length()).collect()
    }

    /// A mask whose shape fits.
    pub fn bits(&mut self, fits: &dyn Fn(&[usize]) -> bool) -> Option<Mask> {
        let shape = self.shape().filter(|shape| fits(shape))?;
        let len = alloc::checked_len(&shape, 1).ok()?;
        let bits = self.unpacked(len.div_ceil(8), 1, len)?;
        let mut mask = alloc::vec(len).ok()?;
        mask.extend((0..len).map(|i| bits[i / 8] >> (i % 8) & 1 == 1));
        Some(alloc::from_vec(&shape, mask).ok()?.into_shared())
    }

    /// An array whose shape fits.
    pub fn array(&mut self, fits: &dyn Fn(&[usize]) -> bool) -> Option<MaskedArray> {
        let dtype = DType::from_code(i32::from(self.u8()?))?;
        let masked = self.u8()?;
        let shape = self.shape().filter(|shape| fits(shape))?;
        let size = alloc::checked_len(&shape, dtype.itemsize()).ok()? * dtype.itemsize();
        let data: Data = bytes::read(&self.numbers(size, number_width(dtype))?, dtype, &shape, false, false).ok()?;
        let mask = match masked {
            0 => None,
            1 => Some(self.bits(&|mask| mask == shape)?),
            _ => return None,
        };
        MaskedArray::new(data, mask).ok()
    }

    pub fn map(&mut self) -> Option<Map> {
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
            8 => Value::from(self.array(&|_| true)?),
            9 => Value::List(self.values()?),
            10 => Value::Tuple(self.values()?),
            11 => {
                let n = self.length()?;
                let mut cluster = Metadata::new();
                for _ in 0..n {
                    self.budget.take(ENTRY, "the metadata").ok()?;
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
        self.budget.take_each(n, size_of::<Value>(), "the metadata").ok()?;
        let mut values = alloc::vec(n).ok()?;
        for _ in 0..n {
            values.push(self.value()?);
        }
        Some(values)
    }
}
