//! Texts with a length of their own, in attributes and datasets: they stand in global heaps (III.E). Readers in Python get those of
//! attributes as `str`, and a longer text can take the place of one. Room for a heap is left in the file, and filled at its end.

use super::output::{Output, extend};
use crate::context::Result;
use std::collections::HashMap;

/// No heap is smaller.
const LEAST: usize = 4096;
/// Before the objects: signature, version, length.
const HEAD: usize = 16;
/// Before each object: number, uses, length.
const OBJECT: usize = 16;

/// The element of a text of variable length: its length, and its place.
pub type Element = [u8; 16];

/// The heaps of a file.
#[derive(Default)]
pub struct Heaps {
    all: Vec<Heap>,
    /// Each text stands there once.
    known: HashMap<String, Element>,
}

struct Heap {
    at: u64,
    size: usize,
    bytes: Vec<u8>,
    objects: u16,
}

impl Heaps {
    /// Keeps a text and returns what refers to it.
    pub fn keep(&mut self, out: &mut Output<'_>, text: &str) -> Result<Element> {
        if text.is_empty() {
            return Ok([0; 16]);
        }
        if let Some(element) = self.known.get(text) {
            return Ok(*element);
        }
        let needed = OBJECT + text.len().next_multiple_of(8);
        let full = |heap: &Heap| heap.bytes.len() + needed > heap.size || heap.objects == u16::MAX;
        if self.all.last().is_none_or(full) {
            self.all.push(Heap::new(out, needed)?);
        }
        let heap = self.all.last_mut().expect("one was made");
        let element = heap.add(text)?;
        self.known.insert(text.to_owned(), element);
        Ok(element)
    }

    /// Fills the room that was left.
    pub fn finish(self, out: &mut Output<'_>) -> Result<()> {
        self.all.into_iter().try_for_each(|heap| heap.finish(out))
    }
}

impl Heap {
    fn new(out: &mut Output<'_>, needed: usize) -> Result<Heap> {
        let size = LEAST.max(HEAD + needed);
        let mut room = Vec::new();
        room.try_reserve(size).map_err(|_| super::output::lacking(size))?;
        room.resize(size, 0);
        let at = out.put(&room)?;
        let mut bytes = b"GCOL\x01\0\0\0".to_vec();
        bytes.extend((size as u64).to_le_bytes());
        Ok(Heap { at, size, bytes, objects: 0 })
    }

    fn add(&mut self, text: &str) -> Result<Element> {
        self.objects += 1;
        let mut object = self.objects.to_le_bytes().to_vec();
        object.extend([0; 6]);
        object.extend((text.len() as u64).to_le_bytes());
        extend(&mut self.bytes, &object)?;
        extend(&mut self.bytes, text.as_bytes())?;
        let end = self.bytes.len().next_multiple_of(8);
        self.bytes.resize(end, 0);
        let mut element = [0; 16];
        element[..4].copy_from_slice(&(text.len() as u32).to_le_bytes());
        element[4..12].copy_from_slice(&self.at.to_le_bytes());
        element[12..].copy_from_slice(&u32::from(self.objects).to_le_bytes());
        Ok(element)
    }

    fn finish(mut self, out: &mut Output<'_>) -> Result<()> {
        let left = self.size - self.bytes.len();
        if left >= OBJECT {
            // What is free is an object of number 0.
            self.bytes.extend([0; 8]);
            self.bytes.extend((left as u64).to_le_bytes());
        }
        out.write_over(self.at, &self.bytes)
    }
}
