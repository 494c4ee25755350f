//! Opening a file: read-only, without locks, beside a writer too.

use super::error::failure;
use super::group::Group;
use super::session::{Id, Session};
use crate::context::{Error, Result, Status};
use hdf5_sys::h5f::{H5F_ACC_RDONLY, H5F_ACC_SWMR_READ, H5Fopen};
use hdf5_sys::h5g::H5Gopen2;
use hdf5_sys::h5p::{H5P_CLS_FILE_ACCESS, H5P_DEFAULT, H5Pcreate, H5Pset_file_locking};
use std::ffi::CString;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

/// The first bytes of an HDF5 superblock.
pub const SIGNATURE: [u8; 8] = *b"\x89HDF\r\n\x1a\n";

/// Whether the superblock's signature stands where the format allows it, as far as the first bytes of a file show: at
/// 0, 512, 1024, 2048, ... ("HDF5 File Format Specification", II.A).
pub fn has_signature(head: &[u8]) -> bool {
    signature_places().take_while(|&at| at < head.len() as u64).any(|at| head[at as usize..].starts_with(&SIGNATURE))
}

fn signature_places() -> impl Iterator<Item = u64> {
    std::iter::once(0).chain((9..63).map(|n| 1 << n))
}

/// An open file.
pub struct File<'s> {
    id: Id<'s>,
}

impl<'s> File<'s> {
    /// Opens a file for reading.
    ///
    /// # Errors
    /// [`Status::FileNotFound`], [`Status::Io`]; [`Status::Format`] when it is no HDF5 file; [`Status::BeingWritten`]
    /// when a writer has it open in a way that allows no readers; [`Status::Corrupt`].
    pub fn open(session: &'s Session, path: &Path) -> Result<Self> {
        let flags = match writer(path)? {
            Writer::None => H5F_ACC_RDONLY,
            Writer::WithReaders => H5F_ACC_RDONLY | H5F_ACC_SWMR_READ,
            Writer::Alone => {
                return Err(Error::new(
                    Status::BeingWritten,
                    "another program has the file open for writing, and not in the mode that allows readers (SWMR)",
                )
                .because("if that program has crashed, 'h5clear -s' takes its mark away"));
            }
        };
        let name = c_path(path)?;
        // SAFETY: the lock is held; the name ends with NUL; the property list's identifier is checked.
        let access = unsafe {
            let access = Id::new(session, H5Pcreate(*H5P_CLS_FILE_ACCESS), Status::Internal, || {
                "an HDF5 property list could not be made".to_owned()
            })?;
            if H5Pset_file_locking(access.get(), false.into(), true.into()) < 0 {
                return Err(failure(Status::Internal, "HDF5's file locks could not be switched off"));
            }
            access
        };
        // SAFETY: as above.
        let id = unsafe { H5Fopen(name.as_ptr(), flags, access.get()) };
        let id = Id::new(session, id, Status::Corrupt, || {
            "the HDF5 file cannot be opened: it is damaged, incomplete, or still being written".to_owned()
        })?;
        Ok(File { id })
    }

    /// The root group.
    ///
    /// # Errors
    /// [`Status::Corrupt`].
    pub fn root(&self) -> Result<Group<'s>> {
        // SAFETY: the identifier is valid and the lock held.
        let id = unsafe { H5Gopen2(self.id.get(), c"/".as_ptr(), H5P_DEFAULT) };
        Id::new(self.id.session(), id, Status::Corrupt, || "the file's root group cannot be opened".to_owned())
            .map(Group::new)
    }
}

/// Who else has the file open, as its superblock says.
enum Writer {
    None,
    /// Single writer, multiple readers.
    WithReaders,
    Alone,
}

/// Reads the consistency flags, which superblocks have from version 3 on ("HDF5 File Format Specification", II.A):
/// bit 0 is set while a writer has the file open, bit 2 while that writer allows readers.
fn writer(path: &Path) -> Result<Writer> {
    let io = |error: std::io::Error| Error::io("the file cannot be read", &error);
    let about = std::fs::metadata(path).map_err(io)?;
    if !about.is_file() {
        // Opening a pipe would wait for its other end.
        let what = if about.is_dir() { "a directory" } else { "a device or a pipe" };
        return Err(Error::new(Status::Io, format!("this is {what}, not a file")));
    }
    let length = about.len();
    let mut file = std::fs::File::open(path).map_err(io)?;
    if length == 0 {
        return Err(Error::new(Status::Format, "the file is empty"));
    }
    for at in signature_places().take_while(|&at| at + SIGNATURE.len() as u64 <= length) {
        let mut head = Vec::with_capacity(12);
        file.seek(SeekFrom::Start(at)).map_err(io)?;
        Read::by_ref(&mut file).take(12).read_to_end(&mut head).map_err(io)?;
        if !head.starts_with(&SIGNATURE) {
            continue;
        }
        return Ok(match (head.get(8), head.get(11)) {
            (Some(3..), Some(flags)) if flags & 0b101 == 0b101 => Writer::WithReaders,
            (Some(3..), Some(flags)) if flags & 1 == 1 => Writer::Alone,
            _ => Writer::None,
        });
    }
    Err(Error::new(Status::Format, "the file is no HDF5 file: it has no HDF5 signature"))
}

#[cfg(unix)]
fn c_path(path: &Path) -> Result<CString> {
    use std::os::unix::ffi::OsStrExt;
    c_string(path.as_os_str().as_bytes())
}

#[cfg(not(unix))]
fn c_path(path: &Path) -> Result<CString> {
    match path.to_str() {
        Some(path) => c_string(path.as_bytes()),
        None => Err(Error::argument("path", "not valid Unicode", "Unicode paths")),
    }
}

fn c_string(bytes: &[u8]) -> Result<CString> {
    CString::new(bytes).map_err(|_| Error::argument("path", "a text with a NUL inside", "text without NUL"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_is_found_at_every_place_that_the_format_allows() {
        assert!(has_signature(b"\x89HDF\r\n\x1a\n\0\0\0"));
        for at in [512, 1024, 2048] {
            let mut head = vec![b'#'; at];
            head.extend(SIGNATURE);
            assert!(has_signature(&head), "{at}");
            head.insert(0, b'#');
            assert!(!has_signature(&head), "{at}");
        }
        assert!(!has_signature(b""));
        assert!(!has_signature(b"\x89HDF\r\n\x1a"));
    }
}
