//! Names that Windows cannot hold, or takes for something else than a file of that name.
//!
//! Without this look a save to `a.csv.` would replace `a.csv`, one to `a.npy:b` would go into a stream beside the contents of `a.npy`, and
//! one to `NUL.npy` nowhere. Where the system refuses a name by itself, it does not say what is wrong with it.

use crate::context::Result;
use std::path::Path;

/// Refuses a path that Windows cannot hold.
///
/// # Errors
/// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument).
#[cfg(windows)]
pub fn check(path: &Path) -> Result<()> {
    use crate::context::Error;
    let path = path.to_string_lossy();
    let Some(allowed) = instead_of(&path) else { return Ok(()) };
    let (shown, more) = match path.char_indices().nth(300) {
        Some((end, _)) => (&path[..end], "..."),
        None => (&*path, ""),
    };
    Err(Error::argument("path", format!("'{shown}{more}'"), allowed))
}

/// Elsewhere the system says what is wrong with a path.
#[cfg(not(windows))]
pub fn check(_path: &Path) -> Result<()> {
    Ok(())
}

/// UTF-16 units in a path, with the zero at its end.
#[cfg(any(windows, test))]
const MOST: usize = 32_767;

/// What is allowed instead of this path, or `None` where it will do.
#[cfg(any(windows, test))]
fn instead_of(path: &str) -> Option<String> {
    if path.encode_utf16().count() >= MOST {
        return Some("a path of less than 32,767 characters on Windows".to_owned());
    }
    let slashes = |c: char| matches!(c, '/' | '\\');
    if path.starts_with(slashes)
        && path[1..].starts_with(slashes)
        && path[2..].starts_with('.')
        && path[3..].starts_with(slashes)
    {
        return Some(r"the path of a file; what begins with \\.\ is a device on Windows".to_owned());
    }
    // Behind this beginning only \ separates, and Windows reads nothing into a name.
    let (path, plain) = path.strip_prefix(r"\\?\").map_or((path, false), |rest| (rest, true));
    let path = match path.as_bytes() {
        [drive, b':', ..] if drive.is_ascii_alphabetic() => &path[2..],
        _ => path,
    };
    path.split(|c| c == '\\' || !plain && c == '/').find_map(|name| {
        if let Some(wrong) = name.chars().find(|&c| c < ' ' || r#"<>:"|?*/"#.contains(c)) {
            return Some(format!("names without {wrong:?}, which Windows does not have in names of files"));
        }
        if plain || matches!(name, "." | "..") {
            return None;
        }
        if name.ends_with(['.', ' ']) {
            return Some(
                "names that end neither in a dot nor in a blank: Windows leaves these out, and it is another file"
                    .to_owned(),
            );
        }
        device(name).map(|device| format!("another name than {device}, which is a device on Windows, with any ending"))
    })
}

/// The device that Windows takes a name for.
#[cfg(any(windows, test))]
fn device(name: &str) -> Option<String> {
    let stem = name.split('.').next().unwrap_or(name).trim_end_matches(' ').to_uppercase();
    let numbered = |kind: &str| {
        let mut rest = stem.strip_prefix(kind)?.chars();
        matches!((rest.next(), rest.next()), (Some('1'..='9' | '¹' | '²' | '³'), None)).then_some(())
    };
    let known = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&stem.as_str());
    (known || numbered("COM").or(numbered("LPT")).is_some()).then_some(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_windows_cannot_hold_is_refused_with_the_reason() {
        for (path, reason) in [
            ("a<b.npy", "'<'"),
            ("d/a?b", "'?'"),
            ("a.npy:b", "':'"),
            (r"C:\d\a::$DATA", "':'"),
            ("ab:c", "':'"),
            ("a\nb", r"'\n'"),
            (r"\\?\C:\a*", "'*'"),
            (r"\\?\C:\d/a", "'/'"),
            ("a.npy.", "dot"),
            ("a.npy ", "blank"),
            ("d./a", "dot"),
            (r"d \a", "blank"),
            ("...", "dot"),
            ("nul", "NUL"),
            ("d/con.tar.gz", "CON"),
            ("AUX .npy", "AUX"),
            ("com¹.npy", "COM¹"),
            ("lpt9/a", "LPT9"),
            (r"\\.\pipe\a", "device"),
            ("//./NUL", "device"),
            (&"x/".repeat(16_384), "32,767"),
        ] {
            let said = instead_of(path).unwrap_or_default();
            assert!(said.contains(reason) && said.contains("Windows"), "{path}: {said}");
        }
    }

    #[test]
    fn what_windows_can_hold_is_not_refused() {
        let long = "x".repeat(MOST - 1);
        for path in [
            "",
            ".",
            "..",
            "a",
            "d/../a.npy",
            r".\a.npy",
            r"C:\d\a.npy",
            "C:a.npy",
            r"\\server\share\a.npy",
            r"\\?\C:\d.\a ",
            r"\\?\C:\NUL",
            r"\\?\UNC\server\share\a.npy",
            "null.npy",
            "com.npy",
            "com0",
            "com10.npy",
            "lptx",
            ".con",
            "a con",
            "µ 測.npy",
            &long,
        ] {
            assert_eq!(instead_of(path), None, "{path}");
        }
    }
}
