//! Groups: their links, and the objects behind them ("HDF5 File Format Specification", IV.A.2.g, III.A.1, III.B to D).

use super::attribute::{self, Attribute};
use super::cursor::Cursor;
use super::damage::corrupt;
use super::dataset::Dataset;
use super::file::{File, from_reader};
use super::header::{Header, kind};
use super::heap::dense_objects;
use super::limits::{MAX_LINKS, MAX_NAME};
use super::link::{Link, LinkKind, Token};
use super::text::to_utf8;
use crate::context::{Error, Result, Status};
use crate::io::source::shown;
use hdf5_reader::btree_v1::collect_btree_v1_leaves_storage;
use std::ffi::CStr;

/// A path with more soft links than this is treated as a circle, as in HDF5.
const MAX_SOFT_LINKS: usize = 16;

/// Approximately the memory of a link that is kept, beside its name, in bytes.
const EACH_LINK: usize = 256;

/// An open group.
#[derive(Clone)]
pub struct Group<'f> {
    file: &'f File<'f>,
    header: Header<'f>,
}

/// The object that a link refers to.
pub enum Object<'f> {
    /// A group.
    Group(Group<'f>),
    /// A dataset.
    Dataset(Dataset<'f>),
    /// Something else: a named datatype.
    Other,
}

impl<'f> Group<'f> {
    pub(super) fn new(file: &'f File<'f>, header: Header<'f>) -> Self {
        Group { file, header }
    }

    /// The links in the order of their names.
    ///
    /// # Errors
    /// [`Status::Corrupt`].
    pub fn links(&self) -> Result<Vec<Link>> {
        let mut links = self.links_as_stored()?;
        links.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(links)
    }

    /// The links in the order in which they stand in the file: where they stand in the group's header, that of their creation.
    ///
    /// # Errors
    /// [`Status::Corrupt`].
    pub fn links_as_stored(&self) -> Result<Vec<Link>> {
        self.find_links(None).map_err(|error| error.during("the links of a group cannot be read"))
    }

    /// The link with this name, if there is one.
    ///
    /// # Errors
    /// [`Status::Corrupt`].
    pub fn link(&self, name: &str) -> Result<Option<Link>> {
        Ok(self.find_links(Some(name.as_bytes()))?.into_iter().next())
    }

    /// The same, for a group that many paths may lead through: from the second look on its links are kept.
    fn known_link(&self, name: &[u8]) -> Result<Option<Link>> {
        let (cache, address) = (&self.file.group_links, self.header.address);
        if cache.is_first(address) {
            return Ok(self.find_links(Some(name))?.into_iter().next());
        }
        let links = match cache.get(address) {
            Some(links) => links,
            None => {
                let links = self.find_links(None)?;
                self.file.budget().decode((links.len() * EACH_LINK) as u64)?;
                // Of several links with one name the first counts.
                cache.keep(address, links.into_iter().rev().map(|link| (link.name.clone(), link)).collect())
            }
        };
        Ok(links.get(name).cloned())
    }

    fn find_links(&self, name: Option<&[u8]>) -> Result<Vec<Link>> {
        let mut links = Vec::new();
        let mut push = |link: Link| {
            if name.is_some_and(|name| name != link.name) {
                return Ok(());
            }
            if links.len() >= MAX_LINKS {
                return Err(corrupt(format!("a group has more than {MAX_LINKS} links")));
            }
            links.push(link);
            Ok(())
        };
        if let Some(mut table) = self.header.message(self.file, kind::SYMBOL_TABLE)? {
            let (tree, heap) = (table.offset()?, table.offset()?);
            self.symbol_table(tree, heap, &mut push)?;
        }
        for message in self.header.all(kind::LINK) {
            push(Link::parse(message.cursor(self.file)?)?)?;
        }
        if let Some(mut info) = self.header.message(self.file, kind::LINK_INFO)? {
            info.version("the links of a group", 0..=0)?;
            let flags = info.u8()?;
            info.skip(if flags & 1 != 0 { 8 } else { 0 })?;
            let places = [info.offset()?, info.offset()?];
            if !places.iter().any(|&address| self.file.sizes().undefined(address)) {
                dense_objects(self.file, places, MAX_LINKS, name, |bytes| {
                    push(Link::parse(Cursor::new(bytes, self.file.sizes()))?)
                })?;
            }
        }
        Ok(links)
    }

    /// The links of a group in the old format: a B-tree of version 1 leads to nodes of symbols, whose names lie in a local
    /// heap (III.A.1, III.B, III.C, III.D).
    fn symbol_table(&self, tree: u64, heap: u64, push: &mut impl FnMut(Link) -> Result<()>) -> Result<()> {
        let (file, sizes) = (self.file, self.file.sizes());
        let head = 8 + 2 * u64::from(sizes.lengths) + u64::from(sizes.offsets);
        let mut cursor = Cursor::new(file.at(heap, head)?, sizes);
        cursor.signature(b"HEAP")?;
        cursor.version("a local heap", 0..=0)?;
        cursor.skip(3)?;
        let size = cursor.length()?;
        cursor.length()?;
        let names = file.at(cursor.offset()?, size)?;
        let text = |at: u64| -> Result<Vec<u8>> {
            let from = usize::try_from(at).ok().and_then(|at| names.get(at..));
            let from = from.ok_or_else(|| corrupt("a link's name lies outside of its heap"))?;
            let name = Cursor::new(&from[..from.len().min(MAX_NAME)], sizes).text()?;
            file.budget().decode(name.len() as u64)?;
            Ok(name.to_vec())
        };
        let nodes =
            collect_btree_v1_leaves_storage(&file.storage(), tree, sizes.offsets, sizes.lengths, None, &[], None)
                .map_err(from_reader)?;
        let symbol = 2 * u64::from(sizes.offsets) + 24;
        for (_, node) in nodes {
            file.check_cancelled()?;
            let mut head = Cursor::new(file.at(node, 8)?, sizes);
            head.signature(b"SNOD")?;
            head.version("a node of symbols", 1..=1)?;
            head.skip(1)?;
            let symbols = u64::from(head.u16()?);
            let mut cursor = Cursor::new(file.at(node, 8 + symbols * symbol)?, sizes);
            cursor.skip(8)?;
            for _ in 0..symbols {
                let name = text(cursor.offset()?)?;
                let object = cursor.offset()?;
                let cached = cursor.u32()?;
                cursor.skip(4)?;
                let mut scratch = Cursor::new(cursor.take(16)?, sizes);
                let link = match cached {
                    2 => Link { name, kind: LinkKind::Soft, path: text(u64::from(scratch.u32()?))? },
                    _ => Link { name, kind: LinkKind::Hard(Token(object)), path: Vec::new() },
                };
                push(link)?;
            }
        }
        Ok(())
    }

    /// The object that a link of this group refers to.
    ///
    /// # Errors
    /// [`Status::Corrupt`]; [`Status::Unsupported`] when its target is not in this file.
    pub fn open(&self, link: &Link) -> Result<Object<'f>> {
        self.follow(link, &mut 0).map_err(|error| match error.status() {
            Status::Unsupported | Status::Cancelled | Status::NoMemory => error,
            _ => error.during(format!("'{}' cannot be opened", shown(&link.name()))),
        })
    }

    fn follow(&self, link: &Link, soft_links: &mut usize) -> Result<Object<'f>> {
        match link.kind {
            LinkKind::Hard(token) => object(self.file, token),
            LinkKind::Soft => {
                *soft_links += 1;
                if *soft_links > MAX_SOFT_LINKS {
                    return Err(corrupt("soft links lead in a circle"));
                }
                self.walk(&link.path, soft_links)
            }
            LinkKind::Outside => Err(Error::new(
                Status::Unsupported,
                format!("'{}' leads out of the file; such links are not followed", shown(&link.name())),
            )),
        }
    }

    /// The object at a path. Each link on the way is followed separately, so that none can leave the file.
    pub(super) fn walk(&self, path: &[u8], soft_links: &mut usize) -> Result<Object<'f>> {
        let mut at = if path.starts_with(b"/") { self.file.root()? } else { self.clone() };
        let mut names = path.split(|&b| b == b'/').filter(|name| !name.is_empty() && *name != b".").peekable();
        while let Some(name) = names.next() {
            let missing = || corrupt(format!("there is no '{}'", shown(&to_utf8(path))));
            let link = at.known_link(name)?.ok_or_else(missing)?;
            match at.follow(&link, soft_links)? {
                Object::Group(group) => at = group,
                found if names.peek().is_none() => return Ok(found),
                _ => return Err(missing()),
            }
        }
        Ok(Object::Group(at))
    }

    /// The group's address, by which a traversal recognises it.
    pub fn token(&self) -> Token {
        Token(self.header.address)
    }

    /// Whether so much of the file was looked at that no more of it is read.
    pub fn is_spent(&self) -> bool {
        self.file.budget().is_spent()
    }

    /// The attribute with this name, if there is one.
    ///
    /// # Errors
    /// [`Status::Corrupt`].
    pub fn attribute(&self, name: &CStr) -> Result<Option<Attribute<'f>>> {
        attribute::named(self.file, &self.header, name.to_bytes())
    }

    /// The attributes with their names, in the order of the names.
    ///
    /// # Errors
    /// [`Status::Corrupt`].
    pub fn attributes(&self) -> Result<Vec<(String, Attribute<'f>)>> {
        attribute::all(self.file, &self.header)
    }
}

impl<'c> File<'c> {
    /// The root group.
    ///
    /// # Errors
    /// [`Status::Corrupt`].
    pub fn root<'f>(&'f self) -> Result<Group<'f>>
    where
        'c: 'f,
    {
        let file: &'f File<'f> = self;
        let header =
            Header::read(file, self.root).map_err(|error| error.during("the file's root group cannot be opened"))?;
        Ok(Group::new(file, header))
    }
}

fn object<'f>(file: &'f File<'f>, Token(address): Token) -> Result<Object<'f>> {
    file.check_cancelled()?;
    let header = Header::read(file, address)?;
    let has = |kind| header.has(kind);
    if has(kind::DATATYPE) && has(kind::DATASPACE) {
        Ok(Object::Dataset(Dataset::new(file, header)))
    } else if has(kind::SYMBOL_TABLE) || has(kind::LINK_INFO) || has(kind::LINK) || has(kind::GROUP_INFO) {
        Ok(Object::Group(Group::new(file, header)))
    } else if has(kind::DATATYPE) {
        Ok(Object::Other)
    } else {
        Err(corrupt("an object is neither a group nor a dataset nor a datatype"))
    }
}
