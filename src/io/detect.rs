//! The table of loaders, and the choice among them: by content, then by name.

#[cfg(feature = "hdf5")]
use super::nxstxm;
use super::{npy, png, source, tiff};
use crate::context::{Context, Error, Result, Status};
use crate::image::{Image, Value};
use std::io::Read;
use std::path::Path;

/// One file format.
pub struct Loader {
    /// Its name in `filetype`.
    pub name: &'static str,
    /// Loaders are tried in ascending order.
    pub priority: i32,
    /// The registered media type.
    pub mime_type: &'static str,
    /// The endings of file names, in lower case.
    pub patterns: &'static [&'static str],
    /// Whether the first bytes of a file are of this format.
    pub sniff: fn(&[u8]) -> bool,
    /// Loads a file.
    pub load: fn(&Context, &Path) -> Result<Image>,
}

/// Every loader, in the order of their priorities.
pub const LOADERS: &[Loader] = &[
    #[cfg(feature = "hdf5")]
    Loader {
        name: "nxstxm",
        priority: 10,
        mime_type: "application/x-hdf5",
        patterns: &["*.hdf5", "*.h5", "*.nxs", "*.hdf"],
        sniff: nxstxm::sniff,
        load: |ctx, path| nxstxm::load(ctx, path, &nxstxm::Options::default()),
    },
    Loader {
        name: "tiff",
        priority: 20,
        mime_type: "image/tiff",
        patterns: &["*.tif", "*.tiff"],
        sniff: tiff::sniff,
        load: tiff::load,
    },
    Loader {
        name: "png",
        priority: 30,
        mime_type: "image/png",
        patterns: &["*.png"],
        sniff: png::sniff,
        load: png::load,
    },
    Loader {
        name: "npy",
        priority: 40,
        mime_type: "application/x-npy",
        patterns: &["*.npy"],
        sniff: npy::sniff,
        load: npy::load,
    },
];

/// How much of a file the loaders see before one is chosen. The signature of HDF5 may follow a user block.
const HEAD: u64 = 4096;

impl Loader {
    fn fits_name(&self, path: &Path) -> bool {
        let name = path.file_name().map(|n| n.to_string_lossy().to_lowercase()).unwrap_or_default();
        self.patterns.iter().any(|p| p.strip_prefix('*').is_some_and(|ending| name.ends_with(ending)))
    }
}

/// Loads an image from a file of any known format. `filetype` forces one loader by its name.
///
/// The file's name is kept with the image, and in the metadata under `Loaded from`.
///
/// # Errors
/// [`Status::FileNotFound`], [`Status::Io`] when the file cannot be read; [`Status::Format`] when it is empty or no loader
/// knows it; where its content was recognised, the status of that loader. The message says what each loader said.
pub fn load(ctx: &Context, path: &Path, filetype: Option<&str>) -> Result<Image> {
    load_with(LOADERS, ctx, path, filetype)
}

fn load_with(loaders: &[Loader], ctx: &Context, path: &Path, filetype: Option<&str>) -> Result<Image> {
    let forced = match filetype {
        None => None,
        Some(name) => Some(loaders.iter().find(|l| l.name.eq_ignore_ascii_case(name)).ok_or_else(|| {
            let names: Vec<&str> = loaders.iter().map(|l| l.name).collect();
            Error::argument("filetype", format!("'{name}'"), names.join(", "))
        })?),
    };
    let (file, _) = source::open(path)?;
    if let Some(loader) = forced {
        drop(file);
        return (loader.load)(ctx, path).and_then(|image| named(image, path));
    }
    let mut head = Vec::new();
    file.take(HEAD).read_to_end(&mut head).map_err(|e| Error::io(format!("reading '{}'", path.display()), &e))?;

    let by_content = loaders.iter().filter(|l| (l.sniff)(&head));
    let by_name = loaders.iter().filter(|l| !(l.sniff)(&head) && l.fits_name(path));
    let mut failures: Vec<(&Loader, Error)> = Vec::new();
    for loader in by_content.chain(by_name) {
        let why = if (loader.sniff)(&head) { "by content" } else { "by name" };
        match (loader.load)(ctx, path) {
            Ok(image) => {
                explain(ctx, path, || format!("{} ({why}) loaded it", loader.name));
                return named(image, path);
            }
            Err(error) if matches!(error.status(), Status::NoMemory | Status::Cancelled) => return Err(error),
            Err(error) => {
                explain(ctx, path, || format!("{} ({why}) did not: {error}", loader.name));
                failures.push((loader, error));
            }
        }
    }
    // A file that is recognised and damaged: what the others think of it helps nobody.
    if let [(loader, error)] = failures.as_slice()
        && (loader.sniff)(&head)
    {
        return Err(error.clone());
    }
    let status = match failures.first() {
        Some((loader, error)) if (loader.sniff)(&head) => error.status(),
        _ => Status::Format,
    };
    let said = loaders.iter().map(|loader| match failures.iter().find(|(l, _)| l.name == loader.name) {
        Some((_, error)) => format!("{}: {error}", loader.name),
        None => format!("{}: neither content nor name ({}) fit", loader.name, loader.patterns.join(", ")),
    });
    let said: Vec<String> = said.collect();
    Err(Error::new(status, format!("'{}' could not be loaded", path.display())).because(said.join("; ")))
}

/// A loader's result for a file, as a warning if the context asks for it.
fn explain(ctx: &Context, path: &Path, what: impl FnOnce() -> String) {
    if ctx.debug() {
        ctx.warn(format!("loading '{}': {}", path.display(), what()));
    }
}

/// The image with the name of its file.
fn named(mut image: Image, path: &Path) -> Result<Image> {
    image.set_filename(Some(path.to_string_lossy().into_owned()));
    image.set_metadata_entry("Loaded from", Value::from(source::absolute(path)).into())?;
    Ok(image)
}
