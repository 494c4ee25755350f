//! Links ("HDF5 File Format Specification", IV.A.2.g).

use super::cursor::Cursor;
use super::damage::corrupt;
use super::text::to_utf8;
use crate::context::Result;

/// The address of an object in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token(pub(super) u64);

/// One link of a group.
#[derive(Clone)]
pub struct Link {
    pub(super) name: Vec<u8>,
    pub(super) kind: LinkKind,
    /// The path of a soft link.
    pub(super) path: Vec<u8>,
}

/// The target of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// An object of this file, by its address.
    Hard(Token),
    /// A path in this file.
    Soft,
    /// Another file, or a user-defined target; never followed.
    Outside,
}

impl Link {
    /// The name in UTF-8.
    pub fn name(&self) -> String {
        to_utf8(&self.name).into_owned()
    }

    /// Its target.
    pub fn kind(&self) -> LinkKind {
        self.kind
    }

    /// A link message (IV.A.2.g).
    pub(super) fn parse(mut cursor: Cursor<'_>) -> Result<Link> {
        cursor.version("a link", 1..=1)?;
        let flags = cursor.u8()?;
        let class = if flags & 0x08 != 0 { cursor.u8()? } else { 0 };
        // The order of creation, and the character set of the name.
        cursor.skip(if flags & 0x04 != 0 { 8 } else { 0 })?;
        cursor.skip(if flags & 0x10 != 0 { 1 } else { 0 })?;
        let length = cursor.number(1 << (flags & 3))?;
        let length = usize::try_from(length).map_err(|_| corrupt("a link's name is longer than the file"))?;
        let name = cursor.take(length)?.to_vec();
        let (kind, path) = match class {
            0 => (LinkKind::Hard(Token(cursor.offset()?)), Vec::new()),
            1 => {
                let length = cursor.u16()?;
                (LinkKind::Soft, cursor.take(usize::from(length))?.to_vec())
            }
            _ => (LinkKind::Outside, Vec::new()),
        };
        Ok(Link { name, kind, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::io::hdf5::cursor::Sizes;

    fn parse(bytes: &[u8]) -> Result<Link> {
        Link::parse(Cursor::new(bytes, Sizes { offsets: 4, lengths: 4 }))
    }

    #[test]
    fn links_of_every_kind_are_read() {
        let hard = parse(&[1, 0, 1, b'a', 7, 0, 0, 0]).unwrap();
        assert_eq!((hard.name().as_str(), hard.kind()), ("a", LinkKind::Hard(Token(7))));
        // With its class, its order of creation, its character set, and a length of two bytes.
        let bytes = [1, 0x1D, 1, 9, 9, 9, 9, 9, 9, 9, 9, 1, 2, 0, b'a', b'b', 2, 0, b'/', b'c'];
        let soft = parse(&bytes).unwrap();
        assert_eq!((soft.name().as_str(), soft.kind(), &soft.path[..]), ("ab", LinkKind::Soft, &b"/c"[..]));
        let outside = parse(&[1, 8, 64, 1, b'a', 3, 0, 0, 0, 0]).unwrap();
        assert_eq!((outside.name().as_str(), outside.kind()), ("a", LinkKind::Outside));
    }

    #[test]
    fn links_that_end_early_or_are_of_another_version_are_errors() {
        let soft = [1, 8, 1, 1, b'a', 2, 0, b'/', b'c'];
        assert!((0..soft.len()).all(|length| parse(&soft[..length]).is_err()));
        assert_eq!(parse(&[2, 0, 1, b'a']).err().unwrap().message(), "a link has version 2; known: 1 to 1");
        let long = parse(&[1, 3, 255, 255, 255, 255, 255, 255, 255, 127, b'a']).err().unwrap();
        assert!(long.message().starts_with("a structure ends early"), "{long}");
    }
}
