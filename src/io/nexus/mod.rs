//! Results as NeXus HDF5 files: what other programs read stands where NeXus has a place for it, and the image comes back as it was.
//!
//! `docs/formats.md` has the layout. Numbers, texts, planes, mask and axes are datasets of their own; the rest (what a type of HDF5
//! does not tell apart, the map, the order) is one block of bytes, as in pictures. Where another program changed a dataset, the
//! dataset is right.
//!
//! | file | what |
//! |---|---|
//! | `save` | the file from its root down |
//! | `replace` | which files may be replaced |
//! | `entry` | the entry: what is claimed, and what stands where |
//! | `signal` | the group of the pixels: mask, axes, energy |
//! | `coordinates` | the axes that a map is, and the map that axes are |
//! | `collection` | metadata entries as datasets, and back |
//! | `planes` | planes as datasets, and back |
//! | `instrument` | the metadata's own tree of groups |
//! | `classes` | the classes that NeXus knows |
//! | `process` | what was done, and with which file |
//! | `stored` | values as HDF5 holds them |
//! | `names` | keys as names of links; NeXus' names |
//! | `tree` | groups before they are written |
//! | `load` | the image from its file |

mod classes;
mod collection;
mod coordinates;
mod entry;
mod instrument;
mod load;
mod names;
mod planes;
mod process;
mod replace;
mod save;
mod signal;
mod stored;
mod tree;

pub use load::find;
pub use save::save;
