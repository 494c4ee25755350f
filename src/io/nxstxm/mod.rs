//! NXstxm: HDF5 files of scanning transmission X-ray microscopes, as the NeXus application definition says and as the
//! PolLux beamline writes them.
//!
//! | file | what |
//! |---|---|
//! | `entry` | which groups of the file are scans, and which one is loaded |
//! | `walk` | everything below it: metadata in order, with types and units |
//! | `signal` | which dataset is the image |
//! | `scan` | the image and its map |
//! | `axes` | its axes: names, points, units |
//! | `order` | in which order the points were measured, found by checking |
//! | `planes` | what belongs to pixels: positions, ring current |

mod axes;
mod entry;
mod options;
mod order;
mod planes;
mod scan;
mod signal;
mod walk;

use crate::context::{Context, Result, Status, Warning};
use crate::image::{Image, Metadata};
use crate::io::hdf5;
use crate::io::source;

pub use options::Options;
use scan::Scan;
use std::path::Path;

/// Whether the first bytes of a file are those of an HDF5 file.
pub fn sniff(head: &[u8]) -> bool {
    hdf5::has_signature(head)
}

/// Loads a scan: an image or a focus scan as rank 2, a stack as rank 3, a line spectrum as rank 2 (energies, positions),
/// a point spectrum as rank 1.
///
/// Row 0 is at the top: the file's rows are reversed, and with them positions, ring current and map, unless the file's
/// row axis descends. The measured positions become the planes `actual_x` and `actual_y`, the ring current the plane
/// `beam current`. The nominal axes become the map where they are a regular grid, planes where they are not.
///
/// # Errors
/// [`Status::FileNotFound`], [`Status::Io`]; [`Status::Format`] when it is no HDF5 file or no NXstxm, and says what was
/// looked for; [`Status::Corrupt`] when it is damaged; [`Status::BeingWritten`]; [`Status::NoResult`] when `bcn` is
/// asked for and there is no ring current, or `regrid` and there are no positions in two directions;
/// [`Status::NoMemory`];
/// [`Status::Cancelled`].
pub fn load(ctx: &Context, path: &Path, options: &Options) -> Result<Image> {
    load_scan(ctx, path, options).map_err(|error| error.during(format!("loading '{}'", path.display())))
}

fn load_scan(ctx: &Context, path: &Path, options: &Options) -> Result<Image> {
    let (scan, mut metadata) = read(ctx, path)?;
    let name = path.to_string_lossy().into_owned();
    metadata.insert("Loaded from", source::absolute(path));
    let mut image = scan.into_image(ctx, metadata, options)?;
    image.set_filename(Some(name));
    Ok(image)
}

/// Everything that needs the file; what is computed from it comes later.
fn read(ctx: &Context, path: &Path) -> Result<(Scan, Metadata)> {
    ctx.check_cancelled()?;
    hdf5::read(ctx, path, |file| {
        let root = file.root()?;
        let entries = entry::find(ctx, &root)?;
        let mut loaded = 0;
        loop {
            let entry = &entries.scans[loaded];
            let mut walk = walk::walk(ctx, &entry.group, file.length())?;
            ctx.check_cancelled()?;
            let signal = match signal::find(ctx, &entry.path, entry.default.as_deref(), &walk) {
                Err(error) if error.status() == Status::Format && loaded + 1 < entries.scans.len() => {
                    ctx.warn_of(Warning::FileDamaged, format!("the scan '{}' is not loaded: {error}", entry.path));
                    loaded += 1;
                    continue;
                }
                found => found?,
            };
            entry::tell(ctx, &entries, loaded);
            if let Some(original) = entries.original_name.clone() {
                walk.metadata.insert("original filename", original);
            }
            let scan = Scan::read(ctx, signal, &walk)?;
            return Ok((scan, walk.metadata));
        }
    })
}
