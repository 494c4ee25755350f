//! A consistent copy of a file's bytes, even while another program writes it.

use crate::array::alloc;
use crate::context::{Context, Error, Result, Status};
use crate::io::windows_name;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

/// The first bytes of an HDF5 superblock.
pub const SIGNATURE: [u8; 8] = *b"\x89HDF\r\n\x1a\n";

/// How long a file that keeps changing is read again.
pub const PATIENCE: Duration = Duration::from_millis(700);

/// A file that was changed within this time may still be being written or copied.
const FRESH: Duration = Duration::from_secs(2);

/// How much is read or compared at a time.
const BLOCK: usize = 1 << 20;

/// Whether the first bytes of a file contain the superblock's signature at a position that the format allows:
/// 0, 512, 1024, 2048, ... ("HDF5 File Format Specification", II.A).
pub fn has_signature(head: &[u8]) -> bool {
    find_signature(head).is_some()
}

/// Where the signature may be.
pub fn places() -> impl Iterator<Item = usize> {
    std::iter::once(0).chain((9..usize::BITS - 1).map(|n| 1 << n))
}

fn find_signature(bytes: &[u8]) -> Option<usize> {
    places().take_while(|&at| at < bytes.len()).find(|&at| bytes[at..].starts_with(&SIGNATURE))
}

/// Whether a writer has the file open, according to its superblock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writer {
    None,
    /// Single writer, multiple readers.
    WithReaders,
    Alone,
}

/// The bytes of a file.
pub struct Snapshot {
    pub bytes: Vec<u8>,
    /// The position of the superblock.
    pub base: usize,
    pub writer: Writer,
    /// The file's state when it was read.
    pub state: State,
}

/// What tells whether a file has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The length in bytes.
    pub length: u64,
    /// The time of the last change.
    modified: Option<SystemTime>,
    /// Which file it is: another one may have its name by now. `None` where the system does not tell.
    place: Option<[u64; 2]>,
}

impl State {
    /// # Errors
    /// [`Status::Io`]; [`Status::Format`] when the file is empty.
    pub fn of(file: &File) -> Result<State> {
        let about = file.metadata().map_err(|error| Error::io("the file cannot be read", &error))?;
        if about.len() == 0 {
            return Err(Error::new(Status::Format, "the file is empty"));
        }
        Ok(State::from(&about))
    }

    fn from(about: &std::fs::Metadata) -> State {
        State { length: about.len(), modified: about.modified().ok(), place: place(about) }
    }
}

#[cfg(unix)]
fn place(about: &std::fs::Metadata) -> Option<[u64; 2]> {
    use std::os::unix::fs::MetadataExt;
    Some([about.dev(), about.ino()])
}

#[cfg(not(unix))]
fn place(_about: &std::fs::Metadata) -> Option<[u64; 2]> {
    None
}

/// Reads a whole file. If it is changed meanwhile it is read again, for less than a second.
///
/// # Errors
/// [`Status::FileNotFound`], [`Status::Io`]; [`Status::Format`] when it is no HDF5 file; [`Status::BeingWritten`] when
/// a writer has it open in a way that allows no readers, or does not stop changing it; [`Status::NoMemory`],
/// [`Status::Cancelled`].
pub fn take(ctx: &Context, path: &Path, deadline: Instant) -> Result<Snapshot> {
    let mut file = open(path)?;
    let mut pause = Duration::from_millis(5);
    loop {
        let before = State::of(&file)?;
        let bytes = read(ctx, &mut file, before.length)?;
        let base = find_signature(&bytes).ok_or_else(no_signature)?;
        let writer = writer(&bytes[base..]);
        if writer == Writer::Alone {
            return Err(no_readers());
        }
        // Times of change are coarse, so if the file is marked as being written the bytes are compared.
        let steady = State::of(&file)? == before && (writer == Writer::None || same(ctx, &mut file, &bytes)?);
        if steady {
            return Ok(Snapshot { bytes, base, writer, state: before });
        }
        if Instant::now() + pause >= deadline {
            return Err(never_steady());
        }
        ctx.check_cancelled()?;
        std::thread::sleep(pause);
        pause *= 2;
    }
}

/// The error of a file of another format.
pub fn no_signature() -> Error {
    Error::new(Status::Format, "the file is no HDF5 file: it has no HDF5 signature")
}

/// The error of a file whose writer allows no readers.
pub fn no_readers() -> Error {
    Error::new(
        Status::BeingWritten,
        "another program has the file open for writing, and not in the mode that allows readers (SWMR)",
    )
    .because("if that program has crashed, 'h5clear -s' takes its mark away")
}

/// The error of a file that changes all the time.
pub fn never_steady() -> Error {
    Error::new(
        Status::BeingWritten,
        "another program is writing the file, and does not leave it alone long enough to be read",
    )
}

/// Opens a regular file.
///
/// # Errors
/// [`Status::FileNotFound`], [`Status::Io`].
pub fn open(path: &Path) -> Result<File> {
    windows_name::check(path)?;
    let io = |error: std::io::Error| Error::io("the file cannot be read", &error);
    let about = std::fs::metadata(path).map_err(io)?;
    if !about.is_file() {
        // Opening a pipe would wait for its other end.
        let what = if about.is_dir() { "a directory" } else { "a device or a pipe" };
        return Err(Error::new(Status::Io, format!("this is {what}, not a file")));
    }
    File::open(path).map_err(io)
}

/// Whether a file has changed. If it was changed a moment ago this waits for a further change.
pub fn is_changing(path: &Path, was: &State) -> bool {
    let changed = || std::fs::metadata(path).is_ok_and(|about| State::from(&about) != *was);
    let fresh = was.modified.and_then(|time| time.elapsed().ok()).is_some_and(|age| age < FRESH);
    changed()
        || fresh && {
            std::thread::sleep(FRESH / 100);
            changed()
        }
}

fn read(ctx: &Context, file: &mut File, length: u64) -> Result<Vec<u8>> {
    let io = |error: std::io::Error| Error::io("the file cannot be read", &error);
    let length =
        usize::try_from(length).map_err(|_| Error::new(Status::NoMemory, "the file does not fit into memory"))?;
    let mut bytes = alloc::vec(length)?;
    file.seek(SeekFrom::Start(0)).map_err(io)?;
    while bytes.len() < length {
        ctx.check_cancelled()?;
        let part = BLOCK.min(length - bytes.len());
        let read = Read::by_ref(file).take(part as u64).read_to_end(&mut bytes).map_err(io)?;
        if read == 0 {
            break;
        }
    }
    Ok(bytes)
}

/// Whether the file still has these bytes.
fn same(ctx: &Context, file: &mut File, bytes: &[u8]) -> Result<bool> {
    let io = |error: std::io::Error| Error::io("the file cannot be read", &error);
    let mut block = alloc::vec(BLOCK)?;
    file.seek(SeekFrom::Start(0)).map_err(io)?;
    for part in bytes.chunks(BLOCK) {
        ctx.check_cancelled()?;
        block.clear();
        Read::by_ref(file).take(part.len() as u64).read_to_end(&mut block).map_err(io)?;
        if block != part {
            return Ok(false);
        }
    }
    Ok(State::of(file)?.length == bytes.len() as u64)
}

/// Reads the consistency flags, which superblocks have from version 3 on ("HDF5 File Format Specification", II.A):
/// bit 0 is set while a writer has the file open, bit 2 while that writer allows readers.
pub fn writer(superblock: &[u8]) -> Writer {
    match (superblock.get(8), superblock.get(11)) {
        (Some(3..), Some(flags)) if flags & 0b101 == 0b101 => Writer::WithReaders,
        (Some(3..), Some(flags)) if flags & 1 == 1 => Writer::Alone,
        _ => Writer::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changed_since_is_changing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("scan.hdf5");
        std::fs::write(&path, b"one").unwrap();
        let file = File::options().append(true).open(&path).unwrap();
        file.set_modified(SystemTime::now() - 2 * FRESH).unwrap();
        let was = State::of(&file).unwrap();
        assert!(!is_changing(&path, &was));
        std::fs::write(&path, b"more").unwrap();
        assert!(is_changing(&path, &was));
    }

    #[test]
    fn a_snapshot_is_of_one_time() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("scan.hdf5");
        let bytes: Vec<u8> = SIGNATURE.into_iter().chain(std::iter::repeat_n(0, 3 * BLOCK)).collect();
        std::fs::write(&path, &bytes).unwrap();
        let ctx = Context::new();
        let deadline = Instant::now() + PATIENCE;
        assert_eq!(take(&ctx, &path, deadline).unwrap().bytes, bytes);
        let mut file = File::open(&path).unwrap();
        assert!(same(&ctx, &mut file, &bytes).unwrap());
        std::fs::write(&path, &bytes[..BLOCK]).unwrap();
        assert!(!same(&ctx, &mut file, &bytes).unwrap());
        std::fs::write(&path, b"no signature").unwrap();
        assert_eq!(take(&ctx, &path, deadline).err().unwrap().status(), Status::Format);
        ctx.cancel();
        assert_eq!(take(&ctx, &path, deadline).err().unwrap().status(), Status::Cancelled);
    }

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
