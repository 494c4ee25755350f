//! Datasets: what they hold.

use super::attribute::{self, Attribute};
use super::chunks::Chunks;
use super::content::{self, Content};
use super::corrupt;
use super::datatype::Datatype;
use super::file::File;
use super::header::{Header, kind};
use super::layout::{Filter, Layout, fill_value, old_fill_value, pipeline};
use super::limits::MAX_COMPRESSION;
use super::space::Space;
use super::virtual_dataset::Parts;
use crate::context::{Error, Result, Status};
use std::borrow::Cow;
use std::ffi::CStr;

/// An open dataset.
pub struct Dataset<'f> {
    file: &'f File<'f>,
    header: Header<'f>,
}

/// Where elements come from.
pub(super) enum Stored<'f> {
    /// All of them, one after the other.
    Whole(Cow<'f, [u8]>),
    /// Nothing was written.
    Nothing,
    Chunks(Chunks<'f>),
    Virtual(Parts<'f>),
}

impl Stored<'_> {
    /// Calls `put` with the index of an element and the bytes of it and some that follow, for all that was written.
    pub fn each_run(&self, mut put: impl FnMut(usize, &[u8]) -> Result<()>) -> Result<()> {
        match self {
            Stored::Whole(bytes) => put(0, bytes),
            Stored::Nothing => Ok(()),
            Stored::Chunks(chunks) => chunks.each_run(&mut put),
            Stored::Virtual(parts) => parts.each_run(&mut put),
        }
    }

    /// How many bytes the file spends on them.
    pub fn bytes(&self) -> u64 {
        match self {
            Stored::Whole(bytes) => bytes.len() as u64,
            Stored::Nothing => 0,
            Stored::Chunks(chunks) => chunks.stored(),
            Stored::Virtual(parts) => parts.stored(),
        }
    }
}

impl<'f> Dataset<'f> {
    pub(super) fn new(file: &'f File<'f>, header: Header<'f>) -> Self {
        Dataset { file, header }
    }

    /// The lengths of the axes; `None` where the dataset is declared to hold nothing.
    ///
    /// # Errors
    /// [`Status::Corrupt`]; [`Status::Unsupported`] when its data lie in other files.
    pub fn shape(&self) -> Result<Option<Vec<usize>>> {
        self.refuse_other_files()?;
        Ok(self.space()?.shape())
    }

    fn space(&self) -> Result<Space> {
        let message = self.header.message(self.file, kind::DATASPACE)?;
        Space::parse(message.ok_or_else(|| corrupt("a dataset has no shape"))?)
    }

    fn datatype(&self) -> Result<Datatype> {
        let message = self.header.message(self.file, kind::DATATYPE)?;
        Datatype::parse(&mut message.ok_or_else(|| corrupt("a dataset has no datatype"))?)
    }

    fn refuse_other_files(&self) -> Result<()> {
        if self.header.has(kind::EXTERNAL_FILES) {
            return Err(Error::new(
                Status::Unsupported,
                "a dataset's values lie in other files; such files are not opened",
            ));
        }
        Ok(())
    }

    fn filters(&self) -> Result<Vec<Filter>> {
        self.header.message(self.file, kind::PIPELINE)?.map_or(Ok(Vec::new()), pipeline)
    }

    fn fill_value(&self) -> Result<Option<&'f [u8]>> {
        if let Some(message) = self.header.message(self.file, kind::FILL_VALUE)? {
            return fill_value(message);
        }
        self.header.message(self.file, kind::OLD_FILL_VALUE)?.map_or(Ok(None), old_fill_value)
    }

    /// What it holds, up to `limit` bytes.
    ///
    /// # Errors
    /// [`Status::Corrupt`], also when it claims more than its storage can hold, or than the limit;
    /// [`Status::Unsupported`] when its data lie in other files, or need a filter that is not known, by its name;
    /// [`Status::NoMemory`], [`Status::Cancelled`].
    pub fn content(&self, limit: u64) -> Result<Content> {
        self.refuse_other_files()?;
        let (space, datatype) = (self.space()?, self.datatype()?);
        let bytes = content::memory(&space, &datatype)?;
        if bytes > limit {
            return Err(corrupt(format!("a dataset has {bytes} bytes; allowed here: {limit}")));
        }
        if let Some(content) = content::without_values(&space, &datatype) {
            return Ok(content);
        }
        let stored = self.stored(&space, &datatype)?;
        self.check_size(bytes, &stored)?;
        self.file.budget().decode(bytes)?;
        content::read(self.file, &space, &datatype, &stored, self.fill_value()?)
    }

    /// A dataset that was never written reads as its fill value, and a compressed one is larger than its storage; but
    /// what is far larger than its storage could ever hold is damage, and is not given memory.
    fn check_size(&self, bytes: u64, stored: &Stored<'f>) -> Result<()> {
        let in_file = stored.bytes().min(self.file.length());
        if bytes > self.file.budget().small() && bytes / MAX_COMPRESSION > in_file {
            return Err(corrupt(format!("a dataset claims {bytes} bytes, but the file stores {in_file} of them")));
        }
        Ok(())
    }

    /// Where it lies.
    pub(super) fn address(&self) -> u64 {
        self.header.address
    }

    /// What a virtual dataset that has this one as a part needs: shape, type, storage, fill value.
    pub(super) fn parts(&self) -> Result<(Space, Datatype, Stored<'f>, Option<&'f [u8]>)> {
        self.refuse_other_files()?;
        let (space, datatype) = (self.space()?, self.datatype()?);
        let stored = self.stored(&space, &datatype)?;
        self.check_size(space.len()?.saturating_mul(datatype.size as u64), &stored)?;
        Ok((space, datatype, stored, self.fill_value()?))
    }

    fn stored(&self, space: &Space, datatype: &Datatype) -> Result<Stored<'f>> {
        let message = self.header.message(self.file, kind::LAYOUT)?;
        let layout = Layout::parse(message.ok_or_else(|| corrupt("a dataset has no data layout"))?)?;
        let bytes = space.len()?.checked_mul(datatype.size as u64).ok_or_else(|| corrupt("a dataset is too large"))?;
        match layout {
            Layout::Compact(data) => {
                let data = usize::try_from(bytes).ok().and_then(|bytes| data.get(..bytes));
                let data = data.ok_or_else(|| corrupt("a dataset's header holds too few of its values"))?;
                Ok(Stored::Whole(Cow::Borrowed(data)))
            }
            Layout::Contiguous { address, .. } if bytes == 0 || self.file.sizes().undefined(address) => {
                Ok(Stored::Nothing)
            }
            Layout::Contiguous { address, size } => {
                if size.is_some_and(|size| size < bytes) {
                    return Err(corrupt(format!("a dataset of {bytes} bytes has room for {}", size.unwrap_or(0))));
                }
                Ok(Stored::Whole(Cow::Borrowed(self.file.at(address, bytes)?)))
            }
            Layout::Chunked(chunking) => {
                let chunks = Chunks::new(self.file, chunking, space, datatype, self.filters()?)?;
                Ok(Stored::Chunks(chunks))
            }
            Layout::Virtual { heap, index } => Parts::new(self.file, heap, index, space, datatype).map(Stored::Virtual),
        }
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
