//! Attributes ("HDF5 File Format Specification", IV.A.2.m and v).

use super::content::{self, Content};
use super::cursor::Cursor;
use super::damage::corrupt;
use super::datatype::Datatype;
use super::file::File;
use super::header::{Header, kind, shared};
use super::heap::dense_objects;
use super::limits::{MAX_ATTRIBUTE, MAX_ATTRIBUTES};
use super::space::Space;
use super::stored::Stored;
use super::text::to_utf8;
use super::values::Values;
use crate::context::{Error, Result};
use std::borrow::Cow;

/// An attribute.
pub struct Attribute<'f> {
    file: &'f File<'f>,
    name: Vec<u8>,
    /// Its type and shape, or the error of reading them, which is reported only if the value is asked for.
    about: Result<(Datatype, Space)>,
    data: Cow<'f, [u8]>,
}

impl<'f> Attribute<'f> {
    /// What it holds.
    ///
    /// # Errors
    /// [`Status::Corrupt`](crate::context::Status::Corrupt), [`Status::Unsupported`](crate::context::Status::Unsupported), [`Status::NoMemory`](crate::context::Status::NoMemory).
    pub fn content(&self) -> Result<Content> {
        let (datatype, space) = self.about.as_ref().map_err(Clone::clone)?;
        let bytes = content::memory(space, datatype)?;
        if bytes > MAX_ATTRIBUTE {
            return Err(corrupt(format!("an attribute claims {bytes} bytes; allowed: {MAX_ATTRIBUTE}")));
        }
        if let Some(content) = content::without_values(space, datatype) {
            return Ok(content);
        }
        let wanted = space.len()?.checked_mul(datatype.size as u64).and_then(|n| usize::try_from(n).ok());
        let data = wanted
            .and_then(|wanted| self.data.get(..wanted))
            .ok_or_else(|| corrupt(format!("an attribute claims {bytes} bytes, but has {}", self.data.len())))?;
        self.file.budget().decode(bytes)?;
        content::read(self.file, space, datatype, &Values::Stored(Stored::Whole(Cow::Borrowed(data))), None)
    }
}

/// The parts of an attribute message, not yet interpreted.
struct AttributeMessage<'b> {
    name: &'b [u8],
    datatype: &'b [u8],
    space: &'b [u8],
    data: &'b [u8],
    /// Whether datatype and dataspace are shared messages.
    shared: [bool; 2],
}

fn parse(mut cursor: Cursor<'_>) -> Result<AttributeMessage<'_>> {
    let version = cursor.version("an attribute", 1..=3)?;
    let flags = cursor.u8()?;
    let sizes = [cursor.u16()?, cursor.u16()?, cursor.u16()?].map(usize::from);
    if version == 3 {
        // The declared character set of the name is ignored: what is not valid UTF-8 is read as Latin-1.
        cursor.skip(1)?;
    }
    let mut part = |size: usize| {
        let part = cursor.take(size)?;
        // Version 1 pads each part to a multiple of eight bytes.
        cursor.skip(if version == 1 { size.next_multiple_of(8) - size } else { 0 })?;
        Ok::<_, Error>(part)
    };
    let [name, datatype, space] = [part(sizes[0])?, part(sizes[1])?, part(sizes[2])?];
    let name = name.split(|&b| b == 0).next().unwrap_or_default();
    let shared = if version == 1 { [false; 2] } else { [flags & 1 != 0, flags & 2 != 0] };
    Ok(AttributeMessage { name, datatype, space, data: cursor.rest(), shared })
}

impl<'b> AttributeMessage<'b> {
    fn about(&self, file: &File<'_>) -> Result<(Datatype, Space)> {
        let resolve = |is_shared: bool, kind, bytes: &'b [u8]| {
            let cursor = Cursor::new(bytes, file.sizes());
            if is_shared { shared(file, kind, cursor) } else { Ok(cursor) }
        };
        let datatype = Datatype::parse(&mut resolve(self.shared[0], kind::DATATYPE, self.datatype)?)?;
        let space = Space::parse(resolve(self.shared[1], kind::DATASPACE, self.space)?)?;
        Ok((datatype, space))
    }
}

/// Calls `each` for the attributes of an object. Values in the object's header are borrowed from the file.
fn visit<'f>(
    file: &'f File<'f>,
    header: &Header<'f>,
    name: Option<&[u8]>,
    mut each: impl FnMut(Attribute<'f>) -> Result<()>,
) -> Result<()> {
    let wanted = |found: &[u8]| name.is_none_or(|name| name == found);
    for message in header.all(kind::ATTRIBUTE) {
        let parts = parse(message.cursor(file)?)?;
        if wanted(parts.name) {
            let about = parts.about(file);
            each(Attribute { file, name: parts.name.to_vec(), about, data: Cow::Borrowed(parts.data) })?;
        }
    }
    let Some(mut info) = header.message(file, kind::ATTRIBUTE_INFO)? else { return Ok(()) };
    info.version("the attributes of an object", 0..=0)?;
    let flags = info.u8()?;
    info.skip(if flags & 1 != 0 { 2 } else { 0 })?;
    let places = [info.offset()?, info.offset()?];
    if places.iter().any(|&address| file.sizes().undefined(address)) {
        return Ok(());
    }
    dense_objects(file, places, MAX_ATTRIBUTES, name, |bytes| {
        let parts = parse(Cursor::new(bytes, file.sizes()))?;
        if !wanted(parts.name) {
            return Ok(());
        }
        let about = parts.about(file);
        each(Attribute { file, name: parts.name.to_vec(), about, data: Cow::Owned(parts.data.to_vec()) })
    })
}

/// The attribute of an object with this name, if there is one.
pub(super) fn named<'f>(file: &'f File<'f>, header: &Header<'f>, name: &[u8]) -> Result<Option<Attribute<'f>>> {
    let mut found = None;
    visit(file, header, Some(name), |attribute| {
        found = Some(attribute);
        Ok(())
    })?;
    Ok(found)
}

/// The attributes of an object, in the order of their names.
pub(super) fn all<'f>(file: &'f File<'f>, header: &Header<'f>) -> Result<Vec<(String, Attribute<'f>)>> {
    let mut found: Vec<Attribute<'f>> = Vec::new();
    visit(file, header, None, |attribute| {
        if found.len() >= MAX_ATTRIBUTES {
            return Err(corrupt(format!("an object has more than {MAX_ATTRIBUTES} attributes")));
        }
        found.push(attribute);
        Ok(())
    })?;
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found.into_iter().map(|attribute| (to_utf8(&attribute.name).into_owned(), attribute)).collect())
}
