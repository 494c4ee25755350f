//! NXstxm: HDF5 files of scanning transmission X-ray microscopes, as the NeXus application definition says and as the
//! PolLux beamline writes them.
//!
//! | file | what |
//! |---|---|
//! | `entry` | which groups of the file are scans, and which one is loaded |
//! | `walk` | everything below it: metadata in order, with types and units |
//! | `signal` | which dataset is the image |
//! | `recorded` | the image, or one frame of it, and its map |
//! | `frame` | what belongs to one frame alone |
//! | `open` | a scan without its pixels, and what reads them later |
//! | `layout` | how the axes lie in the dataset, and what was scanned along what |
//! | `axes` | their points and units |
//! | `sequence` | in which order the points were measured |
//! | `order`, `listed` | by a rule, found by checking; in any order, by their positions |
//! | `in_time` | what the detectors measured, in the order of time |
//! | `points` | the points of a frame in time |
//! | `unmeasured` | which pixels of a scan that was stopped were not measured |
//! | `planes` | what belongs to pixels: positions, ring current |

mod axes;
mod entry;
mod frame;
mod in_time;
mod layout;
mod listed;
mod open;
mod options;
mod order;
mod planes;
mod points;
mod recorded;
mod sequence;
mod signal;
mod unmeasured;
mod walk;

use crate::context::{Context, Result, Status, Warning};
use crate::image::{Image, Metadata};
use crate::io::{hdf5, nexus, source};

pub use open::open;
pub use options::Options;
use recorded::Recorded;
use std::path::Path;
use walk::Arrays;

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
    let origin = source::open(path).ok().and_then(|(file, _)| source::origin(&file, path));
    let mut image = match read(ctx, path)? {
        Read::Saved(image) => recorded::with_options(ctx, *image, options)?,
        Read::Scan(recorded, metadata) => recorded.into_image(ctx, metadata, options)?,
    };
    image.own_metadata_mut().insert("Loaded from", source::absolute(path));
    image.set_filename(Some(path.to_string_lossy().into_owned()));
    image.set_origin(origin);
    Ok(image)
}

/// What a file holds.
enum Read {
    /// An image that the library saved.
    Saved(Box<Image>),
    /// A scan, as it was measured.
    Scan(Box<Recorded>, Metadata),
}

/// Everything that needs the file; what is computed from it comes later.
fn read(ctx: &Context, path: &Path) -> Result<Read> {
    ctx.check_cancelled()?;
    hdf5::read(ctx, path, |file| {
        let root = file.root()?;
        if let Some(saved) = nexus::find(&root, file.length())? {
            return Ok(Read::Saved(Box::new(saved.image(ctx)?)));
        }
        let entries = entry::find(ctx, &root)?;
        let mut loaded = 0;
        loop {
            let entry = &entries.scans[loaded];
            let mut walk = walk::walk(ctx, &entry.group, file.length(), Arrays::All)?;
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
            let recorded = Recorded::read(ctx, signal, &walk, None)?;
            return Ok(Read::Scan(Box::new(recorded), walk.metadata));
        }
    })
}
