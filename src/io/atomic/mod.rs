//! Saving without a moment in which the old file is gone and the new one not whole: a file beside the target is
//! written, flushed to the disk and renamed over it.

mod keep;
mod limited;
mod patience;
mod temporary;

use super::windows_name;
use crate::context::{Error, Result, Status, memory};
use limited::Limited;
use patience::patiently;
use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, ErrorKind, Seek, Write};
use std::path::{Path, PathBuf};
use temporary::Temporary;

/// The file that a saver writes to.
pub trait Sink: Write + Seek {}
impl<T: Write + Seek> Sink for T {}

/// Links are followed so far.
const MAX_LINKS: usize = 40;

/// Writes a file through `write`. On any error the old file stays as it was and nothing is left beside it. An existing
/// file keeps its permissions, owner, group and extended attributes, as far as the process may set them; a link stays a link
/// and its target is replaced. Of a file with several names (hard links) only this name gets the new contents.
///
/// # Errors
/// [`Status::FileNotFound`] when the folder is not there; [`Status::Io`] when the target is no regular file or may not
/// be written, when the process may not write files of that size, and for every failure of the operating system;
/// [`Status::InvalidArgument`] for a name that Windows cannot hold, there; [`Status::NoMemory`]; what `write` returns.
pub fn write(path: &Path, write: impl FnOnce(&mut dyn Sink) -> Result<()>) -> Result<()> {
    windows_name::check(path)?;
    let target = follow_links(path)?;
    let saving = || format!("saving '{}'", path.display());
    let failed = |e: std::io::Error| Error::io(saving(), &e);
    let old = match fs::metadata(&target) {
        // Renaming asks only the folder for permission; a file that is protected must stay.
        #[cfg(windows)]
        Ok(found) if found.permissions().readonly() => {
            return Err(Error::new(Status::Io, format!("'{}' is marked as read-only: not saved", path.display())));
        }
        Ok(found) if found.is_file() => {
            Some(patiently(|| OpenOptions::new().write(true).open(&target)).map_err(failed)?)
        }
        Ok(_) => return Err(Error::new(Status::Io, format!("'{}' is not a regular file: not saved", path.display()))),
        Err(e) if e.kind() == ErrorKind::NotFound => None,
        Err(e) => return Err(failed(e)),
    };
    if target.file_name().is_none() {
        return Err(Error::argument("path", format!("'{}'", path.display()), "the name of a file"));
    }
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let temporary = Temporary::create(folder).map_err(failed)?;
    if let Some(old) = old {
        // Before there is anything in it to read. Windows replaces no file that is open.
        keep::attributes(&old, temporary.file()).map_err(failed)?;
    }
    let mut out = BufWriter::with_capacity(1 << 16, Limited(temporary.file()));
    write(&mut out).map_err(|e| e.during(saving()))?;
    out.flush().map_err(failed)?;
    drop(out);
    temporary.file().sync_all().map_err(failed)?;
    // From here on it cannot be undone.
    memory::check()?;
    temporary.rename(&target).map_err(failed)?;
    memory::is_done();
    // The rename itself reaches the disk with the folder; where that cannot be asked for, the file is saved all the same.
    if let Ok(folder) = File::open(folder) {
        folder.sync_all().ok();
    }
    Ok(())
}

/// The file at the end of a chain of links; it need not exist.
fn follow_links(path: &Path) -> Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&path) {
            Ok(to) => path = path.parent().unwrap_or(Path::new("")).join(to),
            Err(_) => return Ok(path),
        }
    }
    Err(Error::new(Status::Io, format!("'{}' is a link in a circle of links", path.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn save(path: &Path, text: &str) -> Result<()> {
        write(path, |out| out.write_all(text.as_bytes()).map_err(|e| Error::io("writing", &e)))
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_failed_save_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        save(&path, "old").unwrap();
        let failed = write(&path, |out| {
            out.write_all(b"half").unwrap();
            Err(Error::new(Status::NoMemory, "no memory"))
        });
        assert_eq!(failed.unwrap_err().status(), Status::NoMemory);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(names(folder.path()), ["a.txt"]);
        save(&path, "new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(names(folder.path()), ["a.txt"]);
    }

    #[test]
    fn a_panic_while_writing_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        let caught = std::panic::catch_unwind(|| write(&path, |_| std::panic::resume_unwind(Box::new(()))));
        assert!(caught.is_err());
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    fn missing_folders_and_special_files_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(save(&folder.path().join("no/a.txt"), "x").unwrap_err().status(), Status::FileNotFound);
        assert_eq!(save(folder.path(), "x").unwrap_err().status(), Status::Io);
        assert_eq!(save(Path::new("/dev/null"), "x").unwrap_err().status(), Status::Io);
        assert!(names(folder.path()).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a.txt"), folder.path().join("link"));
        symlink("a.txt", &link).unwrap();
        save(&link, "through a dangling link").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        save(&link, "again").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "again");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        symlink("circle", folder.path().join("circle")).unwrap();
        assert_eq!(save(&folder.path().join("circle"), "x").unwrap_err().status(), Status::Io);
    }
}
