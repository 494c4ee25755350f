//! SDF ("self-describing format"): a text header `.hdr`, and one text matrix `.xim` for each image or one table `.xsp` for each point spectrum,
//! as MAXYMUS (BESSY), older PolLux, ALS and MAX IV write them.
//!
//! | file | what |
//! |---|---|
//! | `tree` | the header as a tree: structures, lists, numbers, text |
//! | `header` | what the tree says of a scan: regions, channels, axes, kind |
//! | `files` | where the data of a region, a channel and a frame lie |
//! | `numbers` | text matrices and tables of numbers |
//! | `read` | a scan, and what reads its images |

mod files;
mod header;
mod numbers;
mod read;
mod tree;

use crate::context::{Context, Result};
use crate::image::{Image, Value};
use crate::io::source;
use std::path::Path;

pub use files::{is_data, sniff};
pub use read::open;

/// Loads the default channel of the first region: an image as rank 2, a stack as rank 3, a line spectrum as rank 2 (energies, positions), a
/// point spectrum as rank 1. `path` is the header, or one of its data files.
///
/// # Errors
/// [`Status::FileNotFound`](crate::context::Status::FileNotFound); [`Status::Format`](crate::context::Status::Format) when it is no SDF header;
/// [`Status::Corrupt`](crate::context::Status::Corrupt) when data have another shape than the header says;
/// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
pub fn load(ctx: &Context, path: &Path) -> Result<Image> {
    let scan = open(ctx, path)?;
    read::tell_rest(ctx, scan.about());
    let mut image = scan.image(ctx, None, None)?;
    let header = Path::new(&scan.about().path);
    image.set_metadata_entry("Loaded from", Value::from(source::absolute(header)).into())?;
    Ok(image)
}
