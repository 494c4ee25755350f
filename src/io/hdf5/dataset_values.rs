//! Datasets: the values that they hold.

use super::chunks::Chunks;
use super::content::{self, Content};
use super::damage::corrupt;
use super::dataset::Dataset;
use super::datatype::Datatype;
use super::group::Object;
use super::header::kind;
use super::layout::Layout;
use super::limits::MAX_COMPRESSION;
use super::space::Space;
use super::stored::Stored;
use super::values::Values;
use super::virtual_dataset::{Source, VirtualParts};
use crate::context::Result;
use std::borrow::Cow;

impl<'f> Dataset<'f> {
    /// What it holds, up to `limit` bytes.
    ///
    /// # Errors
    /// [`Status::Corrupt`](crate::context::Status::Corrupt), also when it claims more than its storage can hold, or than the limit;
    /// [`Status::Unsupported`](crate::context::Status::Unsupported) when its data lie in other files, or need a filter that is not known, by its name;
    /// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
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
        let values = self.values(&space, &datatype)?;
        self.check_size(bytes, values.bytes())?;
        self.file.budget().decode(bytes)?;
        content::read(self.file, &space, &datatype, &values, self.fill_value()?)
    }

    /// A dataset that was never written reads as its fill value, and a compressed one is larger than its storage. But one that
    /// is far larger than its storage could ever hold is damaged, and gets no memory.
    fn check_size(&self, bytes: u64, stored: u64) -> Result<()> {
        let in_file = stored.min(self.file.length());
        if bytes > self.file.budget().small() && bytes / MAX_COMPRESSION > in_file {
            return Err(corrupt(format!("a dataset claims {bytes} bytes, but the file stores {in_file} of them")));
        }
        Ok(())
    }

    /// This dataset as a part of a virtual one. If it is virtual itself its parts are not looked up, so that a dataset that contains itself
    /// does no harm.
    fn as_part(&self) -> Result<Source<'f>> {
        self.refuse_other_files()?;
        let (space, datatype) = (self.space()?, self.datatype()?);
        let stored = match self.layout()? {
            Layout::Virtual { .. } => None,
            layout => {
                let stored = self.stored(layout, &space, &datatype)?;
                self.check_size(bytes_of(&space, &datatype)?, stored.bytes())?;
                Some(stored)
            }
        };
        Ok(Source { address: self.header.address, space, datatype, stored, fill: self.fill_value()? })
    }

    fn layout(&self) -> Result<Layout<'f>> {
        let message = self.header.message(self.file, kind::LAYOUT)?;
        Layout::parse(message.ok_or_else(|| corrupt("a dataset has no data layout"))?)
    }

    fn values(&self, space: &Space, datatype: &Datatype) -> Result<Values<'f>> {
        match self.layout()? {
            Layout::Virtual { heap, index } => {
                let source = |path: &[u8]| match self.file.root()?.walk(path, &mut 0) {
                    Ok(Object::Dataset(source)) => source.as_part().map(Some),
                    // A part that does not exist reads as the fill value.
                    _ => Ok(None),
                };
                VirtualParts::new(self.file, (heap, index), space, datatype, source).map(Values::Virtual)
            }
            layout => self.stored(layout, space, datatype).map(Values::Stored),
        }
    }

    /// The elements in the dataset's own storage.
    fn stored(&self, layout: Layout<'f>, space: &Space, datatype: &Datatype) -> Result<Stored<'f>> {
        let bytes = bytes_of(space, datatype)?;
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
            Layout::Virtual { .. } => Err(corrupt("a virtual dataset has no values of its own")),
        }
    }
}

/// The size of all elements, as the file holds them.
fn bytes_of(space: &Space, datatype: &Datatype) -> Result<u64> {
    space.len()?.checked_mul(datatype.size as u64).ok_or_else(|| corrupt("a dataset is too large"))
}
