//! The choice among the formats of a file that is opened as a scan.

use super::formats::FORMATS;
use super::source;
use super::windows_name;
use crate::context::{Context, Error, Result, Status};
use crate::scan::Scan;
use std::io::Read;
use std::path::Path;

/// The signature of HDF5 may follow a user block.
const HEAD: u64 = 4096;

/// Opens a file as a scan: reads what it says of itself, and no pixels.
///
/// # Errors
/// [`Status::FileNotFound`], [`Status::Io`]; [`Status::Format`] when it is no scan, and says what it is;
/// those of the format.
pub fn open_scan(ctx: &Context, path: &Path) -> Result<Scan> {
    windows_name::check(path)?;
    if super::sdf::is_data(path) {
        // A data file may be empty: a scan that was stopped.
        return super::sdf::open(ctx, path);
    }
    let (file, _) = source::open(path)?;
    let mut head = Vec::new();
    file.take(HEAD).read_to_end(&mut head).map_err(|e| Error::io(format!("reading '{}'", path.display()), &e))?;
    if let Some(format) = FORMATS.iter().find(|format| !format.holds_scans && (format.sniff)(&head)) {
        return Err(Error::new(
            Status::Format,
            format!(
                "'{}' cannot be opened as a scan: it is an image ({}): load it with stoner_load",
                path.display(),
                format.name
            ),
        ));
    }
    if super::sdf::sniff(&head) {
        return super::sdf::open(ctx, path);
    }
    open_hdf5(ctx, path)
}

/// Whether it is HDF5 the reader finds out: the signature may stand behind a long user block.
#[cfg(feature = "hdf5")]
fn open_hdf5(ctx: &Context, path: &Path) -> Result<Scan> {
    super::nxstxm::open(ctx, path)
}

#[cfg(not(feature = "hdf5"))]
fn open_hdf5(_ctx: &Context, path: &Path) -> Result<Scan> {
    let without = "this library was built without the reader of HDF5";
    Err(Error::new(Status::Unsupported, format!("'{}' cannot be opened as a scan: {without}", path.display())))
}
