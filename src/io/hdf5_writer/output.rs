//! Where the bytes go: to the end of the file, or to a structure in memory that is not yet whole.

use crate::context::{Error, Result, Status};
use crate::io::atomic::Sink;
use std::io::SeekFrom;

/// Nothing is at this address.
pub const NOWHERE: u64 = u64::MAX;

/// Where an object stands in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Address(pub u64);

/// A file that grows.
pub struct Output<'a> {
    sink: &'a mut dyn Sink,
    end: u64,
}

impl<'a> Output<'a> {
    pub fn new(sink: &'a mut dyn Sink) -> Output<'a> {
        Output { sink, end: 0 }
    }

    /// Where the next structure will stand.
    pub fn end(&self) -> u64 {
        self.end
    }

    /// Writes bytes and returns their address.
    pub fn put(&mut self, bytes: &[u8]) -> Result<u64> {
        let at = self.end;
        self.sink.write_all(bytes).map_err(failed)?;
        self.end += bytes.len() as u64;
        Ok(at)
    }

    /// Writes over bytes that were written.
    pub fn write_over(&mut self, at: u64, bytes: &[u8]) -> Result<()> {
        self.sink.seek(SeekFrom::Start(at)).and_then(|_| self.sink.write_all(bytes)).map_err(failed)
    }
}

fn failed(error: std::io::Error) -> Error {
    Error::io("writing the HDF5 file", &error)
}

/// Adds bytes to a structure in memory.
pub fn extend(to: &mut Vec<u8>, bytes: &[u8]) -> Result<()> {
    to.try_reserve(bytes.len()).map_err(|_| lacking(to.len().saturating_add(bytes.len())))?;
    to.extend_from_slice(bytes);
    Ok(())
}

/// There is no memory for a part of so many bytes.
pub fn lacking(bytes: usize) -> Error {
    Error::new(Status::NoMemory, format!("a part of the file of {bytes} bytes does not fit into memory"))
}
