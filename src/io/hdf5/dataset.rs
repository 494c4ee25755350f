//! Datasets and attributes.

use super::content::{Content, Source, Space, read};
use super::error::failure;
use super::raw;
use super::session::Id;
use super::to_utf8;
use crate::context::{Error, Result, Status};
use hdf5_sys::h5::{HADDR_UNDEF, herr_t};
use hdf5_sys::h5a::{H5Aexists, H5Aopen};
use hdf5_sys::h5d::{H5Dget_create_plist, H5Dget_offset, H5Dget_space, H5Dget_storage_size, H5Dget_type};
use hdf5_sys::h5i::hid_t;
use hdf5_sys::h5p::{H5P_DEFAULT, H5Pget_external_count};
use std::ffi::{CStr, CString, c_char, c_void};

/// HDF5's own limit.
pub const MAX_RANK: usize = 32;

/// More attributes of one object than any scan has are a sign of damage.
const MAX_ATTRIBUTES: usize = 1 << 16;

/// Up to this many bytes are read whatever the file's storage says.
const SMALL: u64 = 64 << 20;

/// Deflate compresses at most 1032 : 1 (zlib's technical details); with shuffle it stays so.
const MAX_COMPRESSION: u64 = 1100;

/// An attribute takes its space in memory before it is asked for, so it has a limit of its own.
const MAX_ATTRIBUTE: u64 = 16 << 20;

/// An open dataset.
pub struct Dataset<'s> {
    id: Id<'s>,
    messages: u64,
}

impl<'s> Dataset<'s> {
    pub(super) fn new(id: Id<'s>) -> Result<Self> {
        let mut header = raw::HeaderInfo::zeroed();
        // SAFETY: the identifier is valid, the lock held, the record ours to write.
        if unsafe { raw::H5Oget_native_info(id.get(), &raw mut header, raw::HEADER) } < 0 {
            return Err(failure(Status::Corrupt, "a dataset's header cannot be read"));
        }
        Ok(Dataset { id, messages: header.present })
    }

    /// The lengths of the axes; `None` where the dataset is declared to hold nothing.
    ///
    /// # Errors
    /// [`Status::Corrupt`]; [`Status::Unsupported`] when its data lie in other files.
    pub fn shape(&self) -> Result<Option<Vec<usize>>> {
        self.space().map(Space::into_shape)
    }

    fn space(&self) -> Result<Space<'s>> {
        self.refuse_other_files()?;
        // SAFETY: the identifier is valid and the lock held.
        Space::new(self.id.session(), unsafe { H5Dget_space(self.id.get()) })
    }

    /// What it holds, up to `limit` bytes.
    ///
    /// # Errors
    /// [`Status::Corrupt`], also when it claims more than its storage can hold, or than the limit;
    /// [`Status::Unsupported`] when its data lie in other files; [`Status::NoMemory`].
    pub fn content(&self, limit: u64) -> Result<Content> {
        let space = self.space()?;
        // SAFETY: the identifier is valid and the lock held.
        let datatype = unsafe { H5Dget_type(self.id.get()) };
        read(self.id.session(), Source::Dataset(self.id.get()), datatype, space, |bytes| {
            if bytes > limit {
                return Err(Error::new(Status::Corrupt, format!("a dataset has {bytes} bytes; allowed here: {limit}")));
            }
            self.check_size(bytes)
        })
    }

    /// A dataset that was never written reads as its fill value, and a compressed one is larger than its storage; but
    /// what is far larger than its storage could ever hold is damage, and is not given memory.
    fn check_size(&self, bytes: u64) -> Result<()> {
        if bytes <= SMALL {
            return Ok(());
        }
        // SAFETY: the identifier is valid and the lock held.
        let stored = unsafe { H5Dget_storage_size(self.id.get()) };
        if bytes / MAX_COMPRESSION <= stored {
            return Ok(());
        }
        Err(Error::new(
            Status::Corrupt,
            format!("a dataset claims {bytes} bytes, but the file stores {stored} of them"),
        ))
    }

    fn refuse_other_files(&self) -> Result<()> {
        let other_files =
            || Error::new(Status::Unsupported, "a dataset's values lie in other files; such files are not opened");
        if self.messages & raw::MESSAGE_EXTERNAL_FILES != 0 {
            return Err(other_files());
        }
        // A dataset with a place in this file is not virtual; of the others only the creation list tells.
        // SAFETY: the identifiers are valid or checked, and the lock is held.
        unsafe {
            if H5Dget_offset(self.id.get()) != HADDR_UNDEF {
                return Ok(());
            }
            let creation = Id::new(self.id.session(), H5Dget_create_plist(self.id.get()), Status::Corrupt, || {
                "a dataset's layout cannot be read".to_owned()
            })?;
            if raw::H5Pget_layout(creation.get()) == raw::LAYOUT_VIRTUAL || H5Pget_external_count(creation.get()) != 0 {
                return Err(other_files());
            }
        }
        Ok(())
    }

    /// The attribute with this name, if there is one.
    ///
    /// # Errors
    /// [`Status::Corrupt`].
    pub fn attribute(&self, name: &CStr) -> Result<Option<Attribute<'s>>> {
        if self.messages & raw::MESSAGE_ATTRIBUTES == 0 {
            return Ok(None);
        }
        attribute(&self.id, name)
    }
}

/// An open attribute.
pub struct Attribute<'s> {
    id: Id<'s>,
}

impl<'s> Attribute<'s> {
    fn open(object: &Id<'s>, name: &CStr) -> Result<Self> {
        // SAFETY: the identifier is valid, the lock held, and the name ends with NUL.
        let id = unsafe { H5Aopen(object.get(), name.as_ptr(), H5P_DEFAULT) };
        Id::new(object.session(), id, Status::Corrupt, || {
            format!("the attribute '{}' cannot be opened", to_utf8(name.to_bytes()))
        })
        .map(|id| Attribute { id })
    }

    /// What it holds.
    ///
    /// # Errors
    /// [`Status::Corrupt`], [`Status::NoMemory`].
    pub fn content(&self) -> Result<Content> {
        let session = self.id.session();
        // SAFETY: the identifier is valid and the lock held.
        let (space, datatype) = unsafe {
            let space = Space::new(session, hdf5_sys::h5a::H5Aget_space(self.id.get()))?;
            (space, hdf5_sys::h5a::H5Aget_type(self.id.get()))
        };
        read(session, Source::Attribute(self.id.get()), datatype, space, |bytes| {
            if bytes <= MAX_ATTRIBUTE {
                return Ok(());
            }
            Err(Error::new(Status::Corrupt, format!("an attribute claims {bytes} bytes; allowed: {MAX_ATTRIBUTE}")))
        })
    }
}

/// The attribute of an object with this name, if there is one.
pub(super) fn attribute<'s>(object: &Id<'s>, name: &CStr) -> Result<Option<Attribute<'s>>> {
    // SAFETY: the identifier is valid, the lock held, and the name ends with NUL.
    match unsafe { H5Aexists(object.get(), name.as_ptr()) } {
        0 => Ok(None),
        1.. => Attribute::open(object, name).map(Some),
        _ => Err(failure(Status::Corrupt, "the attributes of an object cannot be read")),
    }
}

/// The attributes of an object, in the order of their names.
pub(super) fn attributes<'s>(object: &Id<'s>) -> Result<Vec<(String, Attribute<'s>)>> {
    let mut names: Vec<CString> = Vec::new();
    let mut position = 0;
    // SAFETY: the identifier is valid and the lock held; the callback gets the address of `names`, which outlives the
    // call.
    let status = unsafe {
        raw::H5Aiterate2(
            object.get(),
            raw::INDEX_NAME,
            raw::ORDER_NATIVE,
            &raw mut position,
            collect,
            (&raw mut names).cast(),
        )
    };
    if status < 0 {
        return Err(failure(Status::Corrupt, "the attributes of a group cannot be read"));
    }
    if names.len() >= MAX_ATTRIBUTES {
        return Err(Error::new(Status::Corrupt, format!("an object has more than {MAX_ATTRIBUTES} attributes")));
    }
    names.sort();
    names.into_iter().map(|name| Ok((to_utf8(name.to_bytes()).into_owned(), Attribute::open(object, &name)?))).collect()
}

unsafe extern "C" fn collect(_: hid_t, name: *const c_char, _: *const c_void, data: *mut c_void) -> herr_t {
    // SAFETY: `data` is the vector that `attributes` passes; HDF5 gives a name that ends with NUL.
    unsafe {
        let names = &mut *data.cast::<Vec<CString>>();
        names.push(CStr::from_ptr(name).to_owned());
        herr_t::from(names.len() >= MAX_ATTRIBUTES)
    }
}
