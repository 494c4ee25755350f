//! Python's pickles, written for numpy.

use super::atomic;
use crate::array::pickle::Pickle;
use crate::context::{Error, Result};
use crate::image::Image;
use std::path::Path;

/// Saves the masked array alone as [`Pickle`]; metadata are not in it.
///
/// # Errors
/// As [`atomic::write`].
pub fn dump(image: &Image, path: &Path) -> Result<()> {
    let pickle = Pickle::new(image.array())?;
    atomic::write(path, |out| {
        pickle.pieces().try_for_each(|piece| out.write_all(piece)).map_err(|e| Error::io("writing the pickle", &e))
    })
}
