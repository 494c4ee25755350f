//! The file that is written before it takes the target's name.
//!
//! A process that is killed while it saves leaves its file behind, and the next one that saves into that folder removes it. The
//! sign that a file's writer is alive is the lock that it holds on the open file: the kernel takes it away with the process, however
//! that ends, whatever process has its number afterwards, and in whatever container it ran. The names are numbered places, so
//! that a folder with a hundred thousand scans need not be listed for each of them.
//!
//! A file stays where it is when it belongs to another user, when its file system knows no locks, and when another
//! machine wrote it: on some network disks the lock of one machine is not seen by another. The name says which machine. On Windows
//! files of killed writers stay.

use super::patience::patiently;
use std::fs::{self, File, OpenOptions};
use std::io::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};

/// So many places are looked at in each save; above them only as far as there are files without a gap.
const LOOKED_AT: u32 = 16;

/// No folder has so many writers.
const MOST: u32 = 10_000;

/// A file that is removed again unless it was renamed. Its writer holds its lock.
pub struct Temporary {
    path: PathBuf,
    file: File,
    renamed: bool,
}

impl Temporary {
    /// A new file in the folder. Files of writers that are gone are removed.
    pub fn create(folder: &Path) -> Result<Temporary> {
        let (group, first) = names();
        let mut made = None;
        for place in 0..MOST {
            let path = folder.join(format!(".stoner-{group:08x}-{}.tmp", first.wrapping_add(place)));
            let there = match made {
                None => {
                    made = create_at(&path)?;
                    true
                }
                Some(_) => remove_abandoned(&path),
            };
            match made {
                Some(made) if place + 1 >= LOOKED_AT && !there => return Ok(made),
                _ => {}
            }
        }
        made.ok_or_else(|| Error::new(ErrorKind::AlreadyExists, "there is no free name for a temporary file"))
    }

    /// The file.
    pub fn file(&self) -> &File {
        &self.file
    }

    /// Gives the file its name. It is locked meanwhile: nobody takes it for an abandoned one.
    pub fn rename(mut self, target: &Path) -> Result<()> {
        patiently(|| fs::rename(&self.path, target))?;
        self.renamed = true;
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.renamed {
            fs::remove_file(&self.path).ok();
        }
    }
}

/// A new file at this place, unless it has one whose writer is alive.
fn create_at(path: &Path) -> Result<Option<Temporary>> {
    for _ in 0..2 {
        match OpenOptions::new().read(true).write(true).create_new(true).open(path) {
            Ok(file) => {
                return Ok(claimed(&file, path).then(|| Temporary { path: path.to_owned(), file, renamed: false }));
            }
            Err(e) if e.kind() == ErrorKind::AlreadyExists => {
                if remove_abandoned(path) {
                    return Ok(None);
                }
            }
            Err(e) => return Err(e),
        }
    }
    Ok(None)
}

/// Locks a new file. False where another process took it for an abandoned one before.
#[cfg(unix)]
fn claimed(file: &File, path: &Path) -> bool {
    // Where the file system has no locks nobody removes files.
    let taken = matches!(file.try_lock(), Err(fs::TryLockError::WouldBlock));
    !taken && is_at(file, path)
}

/// On Windows no lock is needed, because no save removes another's file; and other programs could not read a locked file.
#[cfg(not(unix))]
fn claimed(_file: &File, _path: &Path) -> bool {
    true
}

/// Removes a file whose writer is gone. Gives whether there is a file afterwards.
#[cfg(unix)]
fn remove_abandoned(path: &Path) -> bool {
    use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
    let flags = libc::O_NOFOLLOW | libc::O_NONBLOCK;
    // Network file systems lock only what is open for writing.
    let file = match OpenOptions::new().read(true).write(true).custom_flags(flags).open(path) {
        Ok(file) => file,
        Err(e) => return e.kind() != ErrorKind::NotFound,
    };
    let user = rustix::process::geteuid();
    let ours = file.metadata().is_ok_and(|about| about.is_file() && (user.is_root() || about.uid() == user.as_raw()));
    // With the lock, and while the file is the one at this place, its writer is gone and no other process removes it.
    !(ours && file.try_lock().is_ok() && is_at(&file, path) && fs::remove_file(path).is_ok())
}

#[cfg(not(unix))]
fn remove_abandoned(path: &Path) -> bool {
    path.exists()
}

/// Whether an open file is the one at this place.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let place = |about: &fs::Metadata| (about.dev(), about.ino());
    matches!((file.metadata(), fs::symlink_metadata(path)), (Ok(file), Ok(there)) if place(&file) == place(&there))
}

/// The number of this machine, and the first place.
#[cfg(unix)]
fn names() -> (u32, u32) {
    (crc32fast::hash(rustix::system::uname().nodename().to_bytes()), 0)
}

/// The number of this process, and a place that it has not used: on Windows a name cannot be used again for a moment after its file was
/// renamed or removed.
#[cfg(not(unix))]
fn names() -> (u32, u32) {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    (std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}
