//! The beginning of every reader of files.

use super::windows_name;
use crate::array::alloc;
use crate::context::{Error, Result, Status};
use crate::image::Origin;
use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Opens a regular file that is not empty; returns its length too.
///
/// # Errors
/// [`Status::FileNotFound`]; [`Status::Io`] for folders, devices and files that may not be read; [`Status::Format`] for
/// an empty file; [`Status::InvalidArgument`] for a name that Windows cannot hold, there.
pub(super) fn open(path: &Path) -> Result<(File, u64)> {
    windows_name::check(path)?;
    let opening = || format!("opening '{}'", path.display());
    // Asked before opening: opening a pipe waits for its writer.
    let found = std::fs::metadata(path).map_err(|e| Error::io(opening(), &e))?;
    if found.is_dir() {
        return Err(Error::new(Status::Io, format!("'{}' is a folder, not a file", path.display())));
    }
    if !found.is_file() {
        return Err(Error::new(Status::Io, format!("'{}' is not a regular file", path.display())));
    }
    let file = open_now(path).map_err(|e| Error::io(opening(), &e))?;
    // The length of what was opened: the name may belong to another file by now.
    let found = file.metadata().map_err(|e| Error::io(opening(), &e))?;
    if !found.is_file() {
        return Err(Error::new(Status::Io, format!("'{}' is not a regular file", path.display())));
    }
    if found.len() == 0 {
        return Err(Error::new(Status::Format, format!("'{}' is empty", path.display())));
    }
    Ok((file, found.len()))
}

/// What tells later whether a file has changed; asked before it is read.
pub(super) fn origin(file: &File, path: &Path) -> Option<Origin> {
    file.metadata().ok().map(|about| Origin::new(path, &about))
}

/// Opens a file without waiting, should it have become a pipe.
#[cfg(unix)]
fn open_now(path: &Path) -> std::io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    std::fs::OpenOptions::new().read(true).custom_flags(libc::O_NONBLOCK).open(path)
}

#[cfg(not(unix))]
fn open_now(path: &Path) -> std::io::Result<File> {
    File::open(path)
}

/// The bytes of a whole file.
///
/// # Errors
/// As [`open`]; [`Status::NoMemory`].
pub(super) fn read_all(path: &Path) -> Result<Vec<u8>> {
    let (file, length) = open(path)?;
    let length = usize::try_from(length)
        .map_err(|_| Error::new(Status::NoMemory, format!("'{}' does not fit into memory", path.display())))?;
    let mut bytes = alloc::vec(length)?;
    // Never more than there is room for, should the file grow meanwhile.
    let read = file.take(length as u64).read_to_end(&mut bytes);
    read.map_err(|e| Error::io(format!("reading '{}'", path.display()), &e))?;
    Ok(bytes)
}

/// Text from a file: UTF-8 where it is that, else Latin-1.
pub(super) fn text(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|&b| char::from(b)).collect(),
    }
}

/// The text of a whole file, as [`text`]; a byte order mark is left out.
///
/// # Errors
/// [`Status::NoMemory`].
pub(super) fn whole_text(mut bytes: Vec<u8>) -> Result<String> {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(latin) => {
            let bytes = latin.as_bytes();
            let mut text: Vec<u8> = alloc::vec(bytes.len() + bytes.iter().filter(|byte| !byte.is_ascii()).count())?;
            for &byte in bytes {
                text.extend_from_slice(char::from(byte).encode_utf8(&mut [0; 2]).as_bytes());
            }
            Ok(String::from_utf8(text).expect("what is encoded as UTF-8 is that"))
        }
    }
}

/// Text from a file as a message shows it: a long one is cut.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    const MOST: usize = 200;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => Cow::Owned(format!("{}... ({} bytes)", &text[..end], text.len())),
        None => Cow::Borrowed(text),
    }
}

/// The grey value of a colour by ITU-R BT.601, in the integer weights that image libraries share.
pub(super) fn luminance(r: u64, g: u64, b: u64) -> u64 {
    (r * 19595 + g * 38470 + b * 7471 + 0x8000) >> 16
}

/// The path from the root, as text.
pub(super) fn absolute(path: &Path) -> String {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_shows_the_beginning_of_a_long_text() {
        let text = "µ".repeat(201);
        assert_eq!(shown(&text[..400]), text[..400]);
        assert_eq!(shown(&text), format!("{}... (402 bytes)", &text[..400]));
    }

    #[test]
    fn a_text_is_utf8_or_latin_1_with_or_without_a_mark() {
        for (bytes, expected) in
            [(&b"\xEF\xBB\xBF\xC2\xB5m"[..], "µm"), (b"\xB5m \xFF", "µm ÿ"), (b"\xEF\xBB\xBF\xB5", "µ"), (b"", "")]
        {
            assert_eq!(whole_text(bytes.to_vec()).unwrap(), expected);
        }
    }
}
