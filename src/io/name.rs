//! File names and what their endings promise.

use super::formats::is_ending_of_image;
use crate::context::{Error, Result};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Endings of pictures, tables and arrays in formats that are not written, or not under the name of a picture.
const OTHERS: &[&str] = &[
    "avif", "bmp", "csv", "dat", "dib", "emf", "eps", "gif", "heic", "heif", "html", "ico", "jp2", "jpe", "jpeg",
    "jpg", "mat", "npz", "pdf", "pgf", "pickle", "pkl", "ps", "psd", "raw", "rgba", "svg", "svgz", "tdi", "txt",
    "webp", "wmf", "xcf", "zip",
];

/// The ending in lower case.
fn ending(path: &Path) -> Option<String> {
    path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase())
}

/// The name with the ending of a format: in place of an ending of an image, else behind the name, so that "scan_708.1" and
/// "scan_708.2" stay two.
pub(super) fn with_ending(path: &Path, format: &str) -> PathBuf {
    match (ending(path), path.file_name()) {
        (Some(found), Some(name)) if !found.is_empty() && !is_ending_of_image(&found) => {
            let mut name: OsString = name.to_owned();
            name.push(".");
            name.push(format);
            path.with_file_name(name)
        }
        _ => path.with_extension(format),
    }
}

/// Refuses a name whose ending promises another format than the one that is written.
///
/// # Errors
/// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument).
pub fn check(path: &Path, written: &[&str]) -> Result<()> {
    let Some(found) = ending(path) else { return Ok(()) };
    if written.contains(&found.as_str()) || !(is_ending_of_image(&found) || OTHERS.contains(&found.as_str())) {
        return Ok(());
    }
    let allowed = written.iter().map(|e| format!(".{e}")).collect::<Vec<_>>().join(" or ");
    let what = written.first().copied().unwrap_or_default().to_ascii_uppercase();
    Err(Error::argument(
        "path",
        format!("'{}'", path.display()),
        format!(
            "a name that ends in {allowed}, or in no format's ending, since a {what} file is written; .{found} is not"
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_names_own_ending_is_kept() {
        for (name, expected) in [
            ("scan_708.1", "scan_708.1.tiff"),
            ("scan_708.2", "scan_708.2.tiff"),
            ("a.b.foo", "a.b.foo.tiff"),
            ("a.b.HDF5", "a.b.tiff"),
            ("a.b.png", "a.b.tiff"),
            ("a.", "a.tiff"),
            ("a", "a.tiff"),
            ("d.1/a", "d.1/a.tiff"),
            (".hidden", ".hidden.tiff"),
        ] {
            assert_eq!(with_ending(Path::new(name), "tiff"), Path::new(expected));
        }
    }

    #[test]
    fn another_formats_ending_is_refused() {
        for name in ["fig.png", "fig.PNG", "fig", "scan_708.1", "fig.new"] {
            check(Path::new(name), &["png"]).unwrap();
        }
        for name in ["fig.pdf", "fig.SVG", "a.b.jpg", "fig.tif", "fig.hdf5", "fig.npy", "fig.csv"] {
            let error = check(Path::new(name), &["png"]).unwrap_err();
            assert!(error.to_string().contains(name) && error.to_string().contains(".png"), "{error}");
        }
    }
}
