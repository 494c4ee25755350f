//! Datasets: their shape, type and attributes.

use super::attribute::{self, Attribute};
use super::damage::corrupt;
use super::datatype::Datatype;
use super::file::File;
use super::header::{Header, kind};
use super::layout::{Filter, fill_value, old_fill_value, pipeline};
use super::link::Token;
use super::space::Space;
use crate::context::{Error, Result, Status};
use std::ffi::CStr;

/// An open dataset.
pub struct Dataset<'f> {
    pub(super) file: &'f File<'f>,
    pub(super) header: Header<'f>,
}

impl<'f> Dataset<'f> {
    pub(super) fn new(file: &'f File<'f>, header: Header<'f>) -> Self {
        Dataset { file, header }
    }

    /// The dataset's address, by which it is recognised under another name.
    pub fn token(&self) -> Token {
        Token(self.header.address)
    }

    /// The lengths of the axes; `None` where the dataset is declared to hold nothing.
    ///
    /// # Errors
    /// [`Status::Corrupt`]; [`Status::Unsupported`] when its data lie in other files.
    pub fn shape(&self) -> Result<Option<Vec<usize>>> {
        self.refuse_other_files()?;
        Ok(self.space()?.shape())
    }

    pub(super) fn space(&self) -> Result<Space> {
        let message = self.header.message(self.file, kind::DATASPACE)?;
        Space::parse(message.ok_or_else(|| corrupt("a dataset has no shape"))?)
    }

    pub(super) fn datatype(&self) -> Result<Datatype> {
        let message = self.header.message(self.file, kind::DATATYPE)?;
        Datatype::parse(&mut message.ok_or_else(|| corrupt("a dataset has no datatype"))?)
    }

    pub(super) fn refuse_other_files(&self) -> Result<()> {
        if self.header.has(kind::EXTERNAL_FILES) {
            return Err(Error::new(
                Status::Unsupported,
                "a dataset's values lie in other files; such files are not opened",
            ));
        }
        Ok(())
    }

    pub(super) fn filters(&self) -> Result<Vec<Filter>> {
        self.header.message(self.file, kind::PIPELINE)?.map_or(Ok(Vec::new()), pipeline)
    }

    pub(super) fn fill_value(&self) -> Result<Option<&'f [u8]>> {
        if let Some(message) = self.header.message(self.file, kind::FILL_VALUE)? {
            return fill_value(message);
        }
        self.header.message(self.file, kind::OLD_FILL_VALUE)?.map_or(Ok(None), old_fill_value)
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
