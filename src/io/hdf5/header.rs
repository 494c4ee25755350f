//! Object headers: the messages of an object ("HDF5 File Format Specification", IV.A.1).

use super::checksum::verified;
use super::cursor::Cursor;
use super::damage::corrupt;
use super::file::File;
use super::limits::{MAX_CONTINUATIONS, MAX_HEADER};
use crate::context::{Error, Result, Status};
use std::collections::HashSet;

/// Message types (IV.A.2).
pub mod kind {
    pub const DATASPACE: u16 = 0x01;
    pub const LINK_INFO: u16 = 0x02;
    pub const DATATYPE: u16 = 0x03;
    pub const OLD_FILL_VALUE: u16 = 0x04;
    pub const FILL_VALUE: u16 = 0x05;
    pub const LINK: u16 = 0x06;
    pub const EXTERNAL_FILES: u16 = 0x07;
    pub const LAYOUT: u16 = 0x08;
    pub const GROUP_INFO: u16 = 0x0A;
    pub const PIPELINE: u16 = 0x0B;
    pub const ATTRIBUTE: u16 = 0x0C;
    pub const CONTINUATION: u16 = 0x10;
    pub const SYMBOL_TABLE: u16 = 0x11;
    pub const ATTRIBUTE_INFO: u16 = 0x15;
    /// The last type of the specification.
    pub const LAST: u16 = 0x18;
}

/// Message flags (IV.A.1.a).
const SHARED: u8 = 0x02;
const FAIL_IF_UNKNOWN: u8 = 0x80;

/// One message.
#[derive(Clone, Copy)]
pub struct Message<'f> {
    pub kind: u16,
    flags: u8,
    bytes: &'f [u8],
}

/// The messages of one object.
#[derive(Clone)]
pub struct Header<'f> {
    /// The object's address.
    pub address: u64,
    messages: Vec<Message<'f>>,
}

impl<'f> Header<'f> {
    /// Reads all messages of the object at this address.
    pub fn read(file: &'f File<'f>, address: u64) -> Result<Self> {
        let mut reader = Reader { file, messages: Vec::new(), continuations: Vec::new(), total: 0, ordered: false };
        if file.at(address, 4)? == b"OHDR" {
            reader.version_2(address)?;
        } else {
            reader.version_1(address)?;
        }
        for message in &reader.messages {
            if message.kind > kind::LAST && message.flags & FAIL_IF_UNKNOWN != 0 {
                return Err(Error::new(
                    Status::Unsupported,
                    format!(
                        "an object has a message of the unknown type {:#x}, which must be understood",
                        message.kind
                    ),
                ));
            }
        }
        Ok(Header { address, messages: reader.messages })
    }

    /// Whether there is a message of this type.
    pub fn has(&self, kind: u16) -> bool {
        self.messages.iter().any(|message| message.kind == kind)
    }

    /// The first message of this type; if it is shared, the message that it refers to.
    pub fn message(&self, file: &'f File<'f>, kind: u16) -> Result<Option<Cursor<'f>>> {
        self.all(kind).next().map(|message| message.cursor(file)).transpose()
    }

    /// The messages of this type.
    pub fn all(&self, kind: u16) -> impl Iterator<Item = Message<'f>> + '_ {
        self.messages.iter().copied().filter(move |message| message.kind == kind)
    }
}

impl<'f> Message<'f> {
    /// Its content; if it is shared, that of the message that it refers to.
    pub fn cursor(self, file: &'f File<'f>) -> Result<Cursor<'f>> {
        let cursor = Cursor::new(self.bytes, file.sizes());
        if self.flags & SHARED == 0 { Ok(cursor) } else { shared(file, self.kind, cursor) }
    }
}

/// The message that a shared message refers to (IV.A.1.c): a message of another object, a committed datatype for example.
pub fn shared<'f>(file: &'f File<'f>, kind: u16, mut reference: Cursor<'f>) -> Result<Cursor<'f>> {
    let version = reference.version("a shared message", 1..=3)?;
    let location = reference.u8()?;
    if version == 3 && location == 1 {
        return Err(Error::new(
            Status::Unsupported,
            "it lies in the file's table of shared messages, which is not read",
        ));
    }
    if version == 1 {
        reference.skip(6)?;
    }
    let address = reference.offset()?;
    let header = Header::read(file, address)?;
    let message = header.all(kind).find(|message| message.flags & SHARED == 0);
    let message = message.ok_or_else(|| corrupt("a shared message is not where it should be"))?;
    Ok(Cursor::new(message.bytes, file.sizes()))
}

struct Reader<'f> {
    file: &'f File<'f>,
    messages: Vec<Message<'f>>,
    /// Chunks of the header that are still to be read.
    continuations: Vec<(u64, u64)>,
    total: u64,
    /// Each message carries its order of creation.
    ordered: bool,
}

impl<'f> Reader<'f> {
    fn version_1(&mut self, address: u64) -> Result<()> {
        let mut prefix = Cursor::new(self.file.at(address, 16)?, self.file.sizes());
        prefix.version("an object header", 1..=1)?;
        prefix.skip(7)?;
        let size = u64::from(prefix.u32()?);
        self.count(size)?;
        let start = address.checked_add(16).ok_or_else(|| corrupt("an object header lies outside the file"))?;
        self.messages_1(self.file.at(start, size)?)?;
        self.continuations(|reader, chunk| reader.messages_1(chunk))
    }

    fn version_2(&mut self, address: u64) -> Result<()> {
        // Signature, version, flags, times, phase change, size of chunk 0: at most 34 bytes.
        let start = self.file.at_most(address, 34)?;
        let mut prefix = Cursor::new(start, self.file.sizes());
        prefix.signature(b"OHDR")?;
        prefix.version("an object header", 2..=2)?;
        let flags = prefix.u8()?;
        if flags & 0x20 != 0 {
            prefix.skip(16)?;
        }
        if flags & 0x10 != 0 {
            prefix.skip(4)?;
        }
        self.ordered = flags & 0x04 != 0;
        let size = prefix.number(1 << (flags & 3))?;
        self.count(size)?;
        let before = prefix.position() as u64;
        let chunk = self.file.at(address, before.saturating_add(size).saturating_add(4))?;
        self.messages_2(&verified(chunk)?[before as usize..])?;
        self.continuations(|reader, chunk| {
            let body = verified(chunk)?;
            match body.strip_prefix(b"OCHK") {
                Some(body) => reader.messages_2(body),
                None => Err(corrupt("an object header goes on where there is none")),
            }
        })
    }

    fn count(&mut self, bytes: u64) -> Result<()> {
        self.total = self.total.saturating_add(bytes);
        if self.total > MAX_HEADER {
            return Err(corrupt(format!("an object header has {} bytes; allowed: {MAX_HEADER}", self.total)));
        }
        Ok(())
    }

    fn continuations(&mut self, mut messages: impl FnMut(&mut Self, &'f [u8]) -> Result<()>) -> Result<()> {
        let mut next = 0;
        let mut seen = HashSet::new();
        while let Some(&(address, length)) = self.continuations.get(next) {
            if next >= MAX_CONTINUATIONS || !seen.insert(address) {
                return Err(corrupt("an object header goes on in a circle"));
            }
            self.count(length)?;
            messages(self, self.file.at(address, length)?)?;
            next += 1;
        }
        Ok(())
    }

    fn messages_1(&mut self, chunk: &'f [u8]) -> Result<()> {
        let mut cursor = Cursor::new(chunk, self.file.sizes());
        while cursor.rest().len() >= 8 {
            let kind = cursor.u16()?;
            let size = cursor.u16()?;
            let flags = cursor.u8()?;
            cursor.skip(3)?;
            self.message(kind, flags, cursor.take(usize::from(size))?)?;
        }
        Ok(())
    }

    fn messages_2(&mut self, chunk: &'f [u8]) -> Result<()> {
        let mut cursor = Cursor::new(chunk, self.file.sizes());
        let envelope = if self.ordered { 6 } else { 4 };
        // The rest is a gap that is too small for a message.
        while cursor.rest().len() >= envelope {
            let kind = u16::from(cursor.u8()?);
            let size = cursor.u16()?;
            let flags = cursor.u8()?;
            cursor.skip(envelope - 4)?;
            self.message(kind, flags, cursor.take(usize::from(size))?)?;
        }
        Ok(())
    }

    fn message(&mut self, kind: u16, flags: u8, bytes: &'f [u8]) -> Result<()> {
        match kind {
            0 => {}
            kind::CONTINUATION => {
                let mut cursor = Cursor::new(bytes, self.file.sizes());
                self.continuations.push((cursor.offset()?, cursor.length()?));
            }
            _ => self.messages.push(Message { kind, flags, bytes }),
        }
        Ok(())
    }
}
