//! Datasets: the values that they hold.

use super::chunks::Chunks;
use super::content::{self, Content};
use super::damage::corrupt;
use super::dataset::Dataset;
use super::datatype::Datatype;
use super::group::Object;
use super::header::kind;
use super::layout::Layout;
use super::limits::{MAX_COMPRESSION, count};
use super::space::Space;
use super::stored::Stored;
use super::values::Values;
use super::virtual_dataset::{Source, VirtualParts};
use crate::array::{DType, Data, alloc};
use crate::context::Result;
use std::borrow::Cow;
use std::ops::Range;

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
        self.read(&space, &datatype, None, limit)
    }

    /// The values at some indices of the first axis. Of a dataset in chunks only the chunks are read in which they lie.
    ///
    /// # Errors
    /// As [`Dataset::content`]; [`Status::OutOfRange`](crate::context::Status::OutOfRange).
    pub fn rows(&self, rows: Range<u64>) -> Result<Content> {
        self.refuse_other_files()?;
        let (space, datatype) = (self.space()?, self.datatype()?);
        self.read(&space, &datatype, Some(rows), u64::MAX)
    }

    /// The numbers that it holds, or those at some indices of the first axis, as far as they were written, and which of them were not: there is
    /// no room for them in the file, or the file ends before them, or they have the fill value that the writer set. `None` where all were
    /// written. What was not written reads as the fill value.
    ///
    /// # Errors
    /// As [`Dataset::content`]; [`Status::Format`](crate::context::Status::Format) when it holds something else than numbers.
    pub fn salvage(&self, rows: Option<Range<u64>>) -> Result<(Data, Option<Vec<bool>>)> {
        self.refuse_other_files()?;
        let (whole, datatype) = (self.space()?, self.datatype()?);
        let part = rows.as_ref().map(|rows| whole.rows(rows)).transpose()?;
        let space = part.as_ref().unwrap_or(&whole);
        let bytes = content::memory(space, &datatype)?;
        if let Some(content) = content::without_values(space, &datatype) {
            return Ok((content.into_numbers()?, None));
        }
        let values = self.values_that_are_there(&whole, &datatype, rows)?;
        self.check_size(bytes, values.bytes())?;
        self.file.budget().decode(bytes)?;
        let data = content::read(self.file, space, &datatype, &values, self.fill_value()?)?.into_numbers()?;
        let mut missing = None;
        let all_missing = || -> Result<Vec<bool>> {
            let mut missing = alloc::vec(data.len())?;
            missing.resize(data.len(), true);
            Ok(missing)
        };
        match &values {
            Values::Stored(Stored::Whole(_)) => {}
            Values::Stored(Stored::Chunks(chunks)) if chunks.written() >= data.len() as u64 && space == &whole => {}
            Values::Stored(Stored::Chunks(chunks)) => {
                let mut places = all_missing()?;
                chunks.each_place(&mut |at, n| places.iter_mut().skip(at).take(n).for_each(|m| *m = false));
                missing = Some(places);
            }
            values => {
                let mut places = all_missing()?;
                let size = datatype.size.max(1);
                values.each_run(|at, bytes| {
                    places.iter_mut().skip(at).take(bytes.len() / size).for_each(|m| *m = false);
                    Ok(())
                })?;
                missing = Some(places);
            }
        }
        if let Some(fill) = self.fill_number(&datatype)? {
            let numbers = data.to_f64()?;
            let is_fill = |x: f64| x == fill || (x.is_nan() && fill.is_nan());
            if numbers.iter().any(|&x| is_fill(x)) {
                let mut places = match missing {
                    Some(places) => places,
                    None => alloc::zeroed_vec(data.len())?,
                };
                places.iter_mut().zip(numbers.iter()).for_each(|(m, &x)| *m |= is_fill(x));
                missing = Some(places);
            }
        }
        Ok((data, missing.filter(|places| places.contains(&true))))
    }

    /// The fill value that the writer set, if it is not 0.
    fn fill_number(&self, datatype: &Datatype) -> Result<Option<f64>> {
        let Some(bytes) = self.fill_value()?.filter(|bytes| bytes.iter().any(|&b| b != 0)) else { return Ok(None) };
        let one = Space { dims: Some(vec![1]), max_dims: vec![1] };
        let data = content::read(self.file, &one, datatype, &Values::Stored(Stored::Nothing), Some(bytes))?;
        Ok(data.into_numbers()?.to_f64()?.first().copied())
    }

    /// The values as far as the file has them: it may end before them.
    fn values_that_are_there(
        &self,
        space: &Space,
        datatype: &Datatype,
        rows: Option<Range<u64>>,
    ) -> Result<Values<'f>> {
        if let Layout::Contiguous { address, .. } = self.layout()?
            && !self.file.sizes().undefined(address)
        {
            let bytes = bytes_of(space, datatype)?;
            let each = elements_of_row(space)?.saturating_mul(datatype.size as u64);
            let (start, length) =
                rows.as_ref().map_or((0, bytes), |rows| (rows.start * each, (rows.end - rows.start) * each));
            let from = address.checked_add(start).ok_or_else(|| corrupt("a dataset lies outside the file"))?;
            let left = self.file.left_from(from);
            if left < length {
                let size = datatype.size.max(1) as u64;
                return Ok(Values::Stored(match left / size {
                    0 => Stored::Nothing,
                    n => Stored::Beginning(self.file.passing(from, n * size)?),
                }));
            }
        }
        let mut values = self.values(space, datatype, rows)?;
        if let Values::Stored(Stored::Chunks(chunks)) = &mut values {
            chunks.drop_beyond_end();
        }
        Ok(values)
    }

    /// The part of the elements for which there is room in the file: 1 where all were written, as far as the storage tells.
    /// `None` where it does not: in a virtual dataset.
    ///
    /// # Errors
    /// [`Status::Corrupt`](crate::context::Status::Corrupt).
    pub fn written(&self) -> Result<Option<f64>> {
        Ok(match self.layout()? {
            Layout::Virtual { .. } => None,
            Layout::Compact(_) => Some(1.0),
            Layout::Contiguous { address, .. } => Some(if self.file.sizes().undefined(address) { 0.0 } else { 1.0 }),
            Layout::Chunked(chunking) => {
                let (space, datatype) = (self.space()?, self.datatype()?);
                let all = space.len()?.max(1);
                let chunks = Chunks::new(self.file, chunking, &space, &datatype, self.filters()?)?;
                Some(chunks.written() as f64 / all as f64)
            }
        })
    }

    /// The dtype of its numbers; `None` where it holds something else.
    ///
    /// # Errors
    /// [`Status::Corrupt`](crate::context::Status::Corrupt).
    pub fn dtype(&self) -> Result<Option<DType>> {
        Ok(self.datatype()?.kind.dtype())
    }

    fn read(&self, space: &Space, datatype: &Datatype, rows: Option<Range<u64>>, limit: u64) -> Result<Content> {
        let part = rows.as_ref().map(|rows| space.rows(rows)).transpose()?;
        let whole = space;
        let space = part.as_ref().unwrap_or(space);
        let bytes = content::memory(space, datatype)?;
        if bytes > limit {
            return Err(corrupt(format!("a dataset has {bytes} bytes; allowed here: {limit}")));
        }
        if let Some(content) = content::without_values(space, datatype) {
            return Ok(content);
        }
        let values = self.values(whole, datatype, rows)?;
        self.check_size(bytes, values.bytes())?;
        self.file.budget().decode(bytes)?;
        content::read(self.file, space, datatype, &values, self.fill_value()?)
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
                let stored = self.stored(layout, &space, &datatype, None)?;
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

    fn values(&self, space: &Space, datatype: &Datatype, rows: Option<Range<u64>>) -> Result<Values<'f>> {
        match self.layout()? {
            Layout::Virtual { heap, index } => {
                let source = |path: &[u8]| match self.file.root()?.walk(path, &mut 0) {
                    Ok(Object::Dataset(source)) => source.as_part().map(Some),
                    // A part that does not exist reads as the fill value.
                    _ => Ok(None),
                };
                let mut parts = VirtualParts::new(self.file, (heap, index), space, datatype, source)?;
                if let Some(rows) = rows {
                    let each = elements_of_row(space)?;
                    let at = |row: u64| row.checked_mul(each).and_then(|at| usize::try_from(at).ok());
                    let (from, to) = (at(rows.start), at(rows.end));
                    let too_large = || corrupt("a dataset is too large");
                    parts.keep(from.ok_or_else(too_large)?..to.ok_or_else(too_large)?);
                }
                Ok(Values::Virtual(parts))
            }
            layout => self.stored(layout, space, datatype, rows).map(Values::Stored),
        }
    }

    /// The elements in the dataset's own storage: all, or those at some indices of the first axis.
    fn stored(
        &self,
        layout: Layout<'f>,
        space: &Space,
        datatype: &Datatype,
        rows: Option<Range<u64>>,
    ) -> Result<Stored<'f>> {
        let bytes = bytes_of(space, datatype)?;
        // Within all bytes, so the products do not overflow.
        let (start, length) = match &rows {
            None => (0, bytes),
            Some(rows) => {
                let each = elements_of_row(space)?.saturating_mul(datatype.size as u64);
                (rows.start * each, (rows.end - rows.start) * each)
            }
        };
        match layout {
            Layout::Compact(data) => {
                let data = usize::try_from(bytes).ok().and_then(|bytes| data.get(..bytes));
                let data = data.ok_or_else(|| corrupt("a dataset's header holds too few of its values"))?;
                Ok(Stored::Whole(Cow::Borrowed(&data[start as usize..(start + length) as usize])))
            }
            Layout::Contiguous { address, .. } if bytes == 0 || self.file.sizes().undefined(address) => {
                Ok(Stored::Nothing)
            }
            Layout::Contiguous { address, size } => {
                if size.is_some_and(|size| size < bytes) {
                    return Err(corrupt(format!("a dataset of {bytes} bytes has room for {}", size.unwrap_or(0))));
                }
                let address = address.checked_add(start).ok_or_else(|| corrupt("a dataset lies outside the file"))?;
                Ok(Stored::Whole(self.file.passing(address, length)?))
            }
            Layout::Chunked(chunking) => {
                let mut chunks = Chunks::new(self.file, chunking, space, datatype, self.filters()?)?;
                if let Some(rows) = rows {
                    chunks.keep_rows(rows);
                }
                Ok(Stored::Chunks(chunks))
            }
            Layout::Virtual { .. } => Err(corrupt("a virtual dataset has no values of its own")),
        }
    }
}

/// The elements of one index of the first axis.
fn elements_of_row(space: &Space) -> Result<u64> {
    let rest = space.dims.as_deref().and_then(|dims| dims.get(1..)).unwrap_or_default();
    count(rest).ok_or_else(|| corrupt("a dataset is too large"))
}

/// The size of all elements, as the file holds them.
fn bytes_of(space: &Space, datatype: &Datatype) -> Result<u64> {
    space.len()?.checked_mul(datatype.size as u64).ok_or_else(|| corrupt("a dataset is too large"))
}
