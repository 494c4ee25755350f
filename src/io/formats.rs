//! The table of file formats: how each is recognised, loaded and saved.

#[cfg(feature = "hdf5")]
use super::{nexus, nxstxm};
use super::{npy, png, sdf, tiff};
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
    /// Whether a file of it may be a scan, which can be opened without its pixels.
    pub holds_scans: bool,
}

/// How images are saved in a format.
pub struct Save {
    /// Its names in a list of formats, which are endings of file names too; with each the ending that a name gets where the format
    /// is given apart from it.
    pub names: &'static [(&'static str, &'static str)],
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
        save: Some(Save {
            names: &[("nxs", "nxs"), ("hdf5", "hdf5"), ("h5", "h5"), ("hdf", "hdf")],
            write: |ctx, image, path, _| nexus::save(ctx, image, path),
        }),
        holds_scans: true,
    },
    Format {
        name: "sdf",
        priority: 15,
        mime_type: "text/plain",
        patterns: &["*.hdr", "*.xim", "*.xsp"],
        sniff: sdf::sniff,
        load: sdf::load,
        save: None,
        holds_scans: true,
    },
    Format {
        name: "tiff",
        priority: 20,
        mime_type: "image/tiff",
        patterns: &["*.tif", "*.tiff"],
        sniff: tiff::sniff,
        load: tiff::load,
        save: Some(Save { names: &[("tif", "tiff"), ("tiff", "tiff")], write: tiff::save }),
        holds_scans: false,
    },
    Format {
        name: "png",
        priority: 30,
        mime_type: "image/png",
        patterns: &["*.png"],
        sniff: png::sniff,
        load: png::load,
        save: Some(Save { names: &[("png", "png")], write: |ctx, image, path, _| png::save(ctx, image, path) }),
        holds_scans: false,
    },
    Format {
        name: "npy",
        priority: 40,
        mime_type: "application/x-npy",
        patterns: &["*.npy"],
        sniff: npy::sniff,
        load: npy::load,
        save: Some(Save { names: &[("npy", "npy")], write: |ctx, image, path, _| npy::save(ctx, image, path) }),
        holds_scans: false,
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

/// The names of the formats that an image can be saved in, those of pictures first.
pub fn saved() -> impl Iterator<Item = &'static str> {
    let pictures = FORMATS.iter().filter(|format| !format.holds_scans);
    let all = pictures.chain(FORMATS.iter().filter(|format| format.holds_scans));
    all.filter_map(|format| format.save.as_ref()).flat_map(|save| save.names).map(|(name, _)| *name)
}

/// How to save in the format with this name, in letters of any case, and the ending that goes with it.
pub fn to_save(name: &str) -> Option<(&'static Save, &'static str)> {
    let saves = FORMATS.iter().filter_map(|format| format.save.as_ref());
    let mut names = saves.flat_map(|save| save.names.iter().map(move |&(known, ending)| (save, known, ending)));
    let (save, _, ending) = names.find(|(_, known, _)| known.eq_ignore_ascii_case(name))?;
    Some((save, ending))
}

/// Whether files of this ending, in lower case, are loaded or saved as images.
pub fn is_ending_of_image(ending: &str) -> bool {
    let loaded = FORMATS.iter().flat_map(|format| format.patterns).filter_map(|pattern| pattern.strip_prefix("*."));
    saved().chain(SCANS.iter().copied()).chain(loaded).any(|known| known == ending)
}
