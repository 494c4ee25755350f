//! TIFF: the pixels with their dtype, the metadata as the Python package writes it, and a sidecar for what has no place
//! there. A stack is one page per frame.
//!
//! Reference: Adobe Systems, "TIFF Revision 6.0", 1992.

mod description;
mod grey;
mod ifd;
mod imagej;
mod read;
mod series;
mod write;

pub use read::load;
pub use write::save;

/// The private tag with the sidecar.
const SIDECAR_TAG: u16 = 59_713;

/// Whether the first bytes of a file are those of a TIFF or BigTIFF.
pub fn sniff(head: &[u8]) -> bool {
    [b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"].iter().any(|magic| head.starts_with(*magic))
}
