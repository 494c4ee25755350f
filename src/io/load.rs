//! The choice among the formats of a file that is loaded: by content, then by name.

use super::formats::{FORMATS, Format};
use super::source;
use crate::context::{Context, Error, Result, Status};
use crate::image::{Image, Origin, Value};
use std::io::Read;
use std::path::Path;

/// How much of a file is looked at before a format is chosen. The signature of HDF5 may follow a user block.
const HEAD: u64 = 4096;

/// Loads an image from a file of any known format. `filetype` forces one loader by its name.
///
/// The file's name is kept with the image, and in the metadata under `Loaded from`.
///
/// # Errors
/// [`Status::FileNotFound`], [`Status::Io`] when the file cannot be read; [`Status::Format`] when it is empty or no loader
/// knows it; where its content was recognised, the status of that loader. The message says what each loader said.
pub fn load(ctx: &Context, path: &Path, filetype: Option<&str>) -> Result<Image> {
    load_with(FORMATS, ctx, path, filetype)
}

fn load_with(loaders: &[Format], ctx: &Context, path: &Path, filetype: Option<&str>) -> Result<Image> {
    let forced = match filetype {
        None => None,
        Some(name) => Some(loaders.iter().find(|l| l.name.eq_ignore_ascii_case(name)).ok_or_else(|| {
            let names: Vec<&str> = loaders.iter().map(|l| l.name).collect();
            Error::argument("filetype", format!("'{name}'"), names.join(", "))
        })?),
    };
    let (file, _) = source::open(path)?;
    let origin = source::origin(&file, path);
    if let Some(loader) = forced {
        drop(file);
        return (loader.load)(ctx, path).and_then(|image| named(image, path, origin));
    }
    let mut head = Vec::new();
    file.take(HEAD).read_to_end(&mut head).map_err(|e| Error::io(format!("reading '{}'", path.display()), &e))?;

    let by_content = loaders.iter().filter(|l| (l.sniff)(&head));
    let by_name = loaders.iter().filter(|l| !(l.sniff)(&head) && l.fits_name(path));
    let mut failures: Vec<(&Format, Error)> = Vec::new();
    for loader in by_content.chain(by_name) {
        let why = if (loader.sniff)(&head) { "by content" } else { "by name" };
        match (loader.load)(ctx, path) {
            Ok(image) => {
                explain(ctx, path, || format!("{} ({why}) loaded it", loader.name));
                return named(image, path, origin);
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

/// The image with the name of its file, and the state in which it was before it was read.
fn named(mut image: Image, path: &Path, origin: Option<Origin>) -> Result<Image> {
    image.set_origin(origin);
    image.set_filename(Some(path.to_string_lossy().into_owned()));
    image.set_metadata_entry("Loaded from", Value::from(source::absolute(path)).into())?;
    Ok(image)
}
