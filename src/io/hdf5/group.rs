//! Groups: their links, and the objects behind them.

use super::dataset::{Attribute, Dataset, attribute, attributes};
use super::error::failure;
use super::raw::{self, Token};
use super::session::Id;
use super::to_utf8;
use crate::context::{Error, Result, Status};
use hdf5_sys::h5::herr_t;
use hdf5_sys::h5i::hid_t;
use hdf5_sys::h5o::H5Oopen;
use std::ffi::{CStr, CString, c_char, c_void};

/// More links in one group than any scan has are a sign of damage.
const MAX_LINKS: usize = 1 << 17;

/// An open group.
pub struct Group<'s> {
    id: Id<'s>,
}

/// One link of a group.
pub struct Link {
    name: CString,
    kind: LinkKind,
}

/// What a link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// An object of this file at this place.
    Hard(Token),
    /// A path in this file.
    Soft,
    /// Another file or something user-defined: never followed.
    Outside,
}

/// The object behind a link.
pub enum Object<'s> {
    /// A group.
    Group(Group<'s>),
    /// A dataset.
    Dataset(Dataset<'s>),
    /// Something else: a named datatype.
    Other,
}

impl Link {
    /// The name in UTF-8.
    pub fn name(&self) -> String {
        to_utf8(self.name.to_bytes()).into_owned()
    }

    /// What it leads to.
    pub fn kind(&self) -> LinkKind {
        self.kind
    }
}

impl<'s> Group<'s> {
    pub(super) fn new(id: Id<'s>) -> Self {
        Group { id }
    }

    /// The links in the order of their names.
    ///
    /// # Errors
    /// [`Status::Corrupt`].
    pub fn links(&self) -> Result<Vec<Link>> {
        let mut links: Vec<Link> = Vec::new();
        let mut position = 0;
        // SAFETY: the identifier is valid and the lock held; the callback gets the address of `links`, which outlives
        // the call.
        let status = unsafe {
            raw::H5Literate2(
                self.id.get(),
                raw::INDEX_NAME,
                raw::ORDER_INCREASING,
                &raw mut position,
                collect,
                (&raw mut links).cast(),
            )
        };
        if status < 0 {
            return Err(failure(Status::Corrupt, "the links of a group cannot be read"));
        }
        if links.len() >= MAX_LINKS {
            return Err(Error::new(Status::Corrupt, format!("a group has more than {MAX_LINKS} links")));
        }
        Ok(links)
    }

    /// The link with this name, if there is one.
    ///
    /// # Errors
    /// [`Status::Corrupt`].
    pub fn link(&self, name: &str) -> Result<Option<Link>> {
        // One level at a time, so that nothing on the way leads out of the file.
        Ok(self.links()?.into_iter().find(|link| link.name() == name))
    }

    /// The object that a link of this group leads to.
    ///
    /// # Errors
    /// [`Status::Corrupt`]; [`Status::Unsupported`] when it leads out of the file.
    pub fn open(&self, link: &Link) -> Result<Object<'s>> {
        let session = self.id.session();
        let id = match link.kind {
            // SAFETY: the identifier is valid, the lock held; HDF5 checks what lies at the token's place.
            LinkKind::Hard(token) => unsafe { raw::H5Oopen_by_token(self.id.get(), token) },
            // SAFETY: as above; the name ends with NUL, and the access list refuses external links on the way.
            LinkKind::Soft => unsafe { H5Oopen(self.id.get(), link.name.as_ptr(), session.link_access()) },
            LinkKind::Outside => {
                return Err(Error::new(
                    Status::Unsupported,
                    format!("'{}' leads out of the file; such links are not followed", link.name()),
                ));
            }
        };
        let id = Id::new(session, id, Status::Corrupt, || format!("'{}' cannot be opened", link.name()))?;
        // SAFETY: the identifier is valid and the lock held.
        Ok(match unsafe { raw::H5Iget_type(id.get()) } {
            raw::ID_GROUP => Object::Group(Group { id }),
            raw::ID_DATASET => Object::Dataset(Dataset::new(id)?),
            _ => Object::Other,
        })
    }

    /// Where the group lies, so that a walk knows it again.
    ///
    /// # Errors
    /// [`Status::Corrupt`].
    pub fn token(&self) -> Result<Token> {
        let mut info = raw::ObjectInfo::zeroed();
        // SAFETY: the identifier is valid, the lock held, and the record ours to write.
        if unsafe { raw::H5Oget_info3(self.id.get(), &raw mut info, raw::BASIC) } < 0 {
            return Err(failure(Status::Corrupt, "a group's place cannot be read"));
        }
        Ok(info.token)
    }

    /// The attribute with this name, if there is one.
    ///
    /// # Errors
    /// [`Status::Corrupt`].
    pub fn attribute(&self, name: &CStr) -> Result<Option<Attribute<'s>>> {
        attribute(&self.id, name)
    }

    /// The attributes with their names, in the order of the names.
    ///
    /// # Errors
    /// [`Status::Corrupt`].
    pub fn attributes(&self) -> Result<Vec<(String, Attribute<'s>)>> {
        attributes(&self.id)
    }
}

unsafe extern "C" fn collect(_: hid_t, name: *const c_char, info: *const raw::LinkInfo, data: *mut c_void) -> herr_t {
    // SAFETY: `data` is the vector that `links` passes; HDF5 gives a name that ends with NUL and a valid record, of
    // which the token is set where the link is a hard one.
    unsafe {
        let links = &mut *data.cast::<Vec<Link>>();
        let kind = match (*info).class {
            raw::LINK_HARD => LinkKind::Hard((*info).target.token),
            raw::LINK_SOFT => LinkKind::Soft,
            _ => LinkKind::Outside,
        };
        links.push(Link { name: CStr::from_ptr(name).to_owned(), kind });
        herr_t::from(links.len() >= MAX_LINKS)
    }
}
