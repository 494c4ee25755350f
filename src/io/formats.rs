//! The table of file formats: how each is recognised, loaded and saved.

#[cfg(feature = "hdf5")]
use super::nxstxm;
use super::{npy, png, tiff};
use crate::context::{Context, Result};
use crate::image::Image;
use std::path::Path;

/// One file format.
pub struct Format {
    /// Its name in `filetype`.
    pub name: &'static str,
    /// Formats are tried in ascending order.
    pub priority: i32,
    /// The registered media type.
    pub mime_type: &'static str,
    /// The endings of file names, in lower case.
    pub patterns: &'static [&'static str],
    /// Whether the first bytes of a file are of this format.
    pub sniff: fn(&[u8]) -> bool,
    /// Loads a file.
    pub load: fn(&Context, &Path) -> Result<Image>,
    /// Saves an image; `None` where the format is only read.
    pub save: Option<Save>,
}

/// How images are saved in a format.
pub struct Save {
    /// Its names in a list of formats, which are endings of file names too.
    pub names: &'static [&'static str],
    /// The ending that a name gets where the format is given apart from it.
    pub ending: &'static str,
    /// Writes the file; the last argument is `forcetype`.
    pub write: fn(&Context, &Image, &Path, bool) -> Result<()>,
}

/// Every format, in the order of their priorities.
pub const FORMATS: &[Format] = &[
    #[cfg(feature = "hdf5")]
    Format {
        name: "nxstxm",
        priority: 10,
        mime_type: "application/x-hdf5",
        patterns: &["*.hdf5", "*.h5", "*.nxs", "*.hdf"],
        sniff: nxstxm::sniff,
        load: |ctx, path| nxstxm::load(ctx, path, &nxstxm::Options::default()),
        save: None,
    },
    Format {
        name: "tiff",
        priority: 20,
        mime_type: "image/tiff",
        patterns: &["*.tif", "*.tiff"],
        sniff: tiff::sniff,
        load: tiff::load,
        save: Some(Save { names: &["tif", "tiff"], ending: "tiff", write: tiff::save }),
    },
    Format {
        name: "png",
        priority: 30,
        mime_type: "image/png",
        patterns: &["*.png"],
        sniff: png::sniff,
        load: png::load,
        save: Some(Save { names: &["png"], ending: "png", write: |ctx, image, path, _| png::save(ctx, image, path) }),
    },
    Format {
        name: "npy",
        priority: 40,
        mime_type: "application/x-npy",
        patterns: &["*.npy"],
        sniff: npy::sniff,
        load: npy::load,
        save: Some(Save { names: &["npy"], ending: "npy", write: |ctx, image, path, _| npy::save(ctx, image, path) }),
    },
];

/// Endings of the formats that a build without HDF5 does not know.
const SCANS: &[&str] = &["hdf5", "h5", "nxs", "hdf"];

impl Format {
    /// Whether a file's name has one of its endings.
    pub fn fits_name(&self, path: &Path) -> bool {
        let name = path.file_name().map(|n| n.to_string_lossy().to_lowercase()).unwrap_or_default();
        self.patterns.iter().any(|p| p.strip_prefix('*').is_some_and(|ending| name.ends_with(ending)))
    }
}

/// The names of the formats that an image can be saved in.
pub fn saved() -> impl Iterator<Item = &'static str> {
    FORMATS.iter().filter_map(|format| format.save.as_ref()).flat_map(|save| save.names).copied()
}

/// How to save in the format with this name, in letters of any case.
pub fn to_save(name: &str) -> Option<&'static Save> {
    let saves = FORMATS.iter().filter_map(|format| format.save.as_ref());
    saves.into_iter().find(|save| save.names.iter().any(|known| known.eq_ignore_ascii_case(name)))
}

/// Whether files of this ending, in lower case, are loaded or saved as images.
pub fn is_ending_of_image(ending: &str) -> bool {
    let loaded = FORMATS.iter().flat_map(|format| format.patterns).filter_map(|pattern| pattern.strip_prefix("*."));
    saved().chain(SCANS.iter().copied()).chain(loaded).any(|known| known == ending)
}
