//! Which files a save may replace: none that holds a measurement.

use super::load::find;
use crate::context::{Context, Error, Result, Status};
use crate::io::hdf5;
use std::path::Path;

/// Refuses to replace an HDF5 file that this library has not written: the name of an image that was loaded from a scan is the scan's.
///
/// # Errors
/// [`Status::InvalidArgument`]; [`Status::NoMemory`], [`Status::Cancelled`].
pub fn check(ctx: &Context, path: &Path) -> Result<()> {
    if !std::fs::metadata(path).is_ok_and(|about| about.is_file()) {
        return Ok(());
    }
    // What is said of a file that stays is of no interest.
    let ours = hdf5::read_parts(&ctx.aside(), path, None, |file| Ok(find(&file.root()?, file.length())?.is_some()));
    let refused = || {
        let allowed = "a name that no other program's HDF5 file has: what was measured is not replaced";
        Error::argument("path", format!("'{}'", path.display()), allowed)
    };
    match ours {
        Ok((true, _)) => Ok(()),
        Ok((false, _)) => Err(refused()),
        Err(error) => match error.status() {
            Status::NoMemory | Status::Cancelled => Err(error),
            // No HDF5 file, or gone meanwhile.
            Status::Format | Status::FileNotFound => Ok(()),
            _ => Err(refused().because(error)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::image::Image;
    use crate::io::{load, save};

    #[test]
    fn a_scan_is_not_replaced_and_what_was_saved_is() {
        let folder = tempfile::tempdir().unwrap();
        let (scan, result) = (folder.path().join("scan.hdf5"), folder.path().join("result.hdf5"));
        let measured = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/demo/domain_plus.hdf5")).unwrap();
        std::fs::write(&scan, &measured).unwrap();
        let ctx = Context::new();
        let image: Image = load(&ctx, &scan, None).unwrap();
        let refused = save(&ctx, &image, &scan, &[], false).unwrap_err();
        assert_eq!(refused.status(), Status::InvalidArgument);
        assert!(refused.to_string().contains("scan.hdf5"), "{refused}");
        assert!(save(&ctx, &image, &folder.path().join("scan"), &["hdf5"], false).is_err());
        assert_eq!(std::fs::read(&scan).unwrap(), measured);
        for _ in 0..2 {
            save(&ctx, &image, &result, &[], false).unwrap();
        }
        // Cut, it may be a measurement that goes on.
        std::fs::write(&scan, &measured[..3000]).unwrap();
        assert!(save(&ctx, &image, &scan, &[], false).is_err());
        std::fs::write(&scan, "no HDF5").unwrap();
        save(&ctx, &image, &scan, &[], false).unwrap();
    }
}
