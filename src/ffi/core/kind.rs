//! The type of a handle, as its bits say, and why a handle is not valid.

use crate::context::{Error, Status};
use std::fmt;

/// The kind is in the highest byte of a handle.
pub const KIND_SHIFT: u32 = 56;

/// The type of a handle's value. The number is the handle's highest byte; that of an address or a small integer is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Kind {
    /// `stoner_image`
    Image = 0x49,
    /// `stoner_table`
    Table = 0x54,
    /// `stoner_metadata`
    Metadata = 0x4d,
    /// `stoner_scan`
    Scan = 0x53,
    /// `stoner_live`
    Live = 0x4c,
    /// `stoner_context`
    Context = 0x43,
}

impl Kind {
    /// Every kind.
    pub const ALL: &'static [Kind] = &[Kind::Image, Kind::Table, Kind::Metadata, Kind::Scan, Kind::Live, Kind::Context];

    /// The kind that a handle claims to be of.
    pub fn of(handle: u64) -> Option<Kind> {
        let tag = (handle >> KIND_SHIFT) as u8;
        Kind::ALL.iter().copied().find(|&kind| kind as u8 == tag)
    }

    /// Its name in messages, with its article.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Image => "an image",
            Kind::Table => "a table",
            Kind::Metadata => "metadata",
            Kind::Scan => "a scan",
            Kind::Live => "a live image",
            Kind::Context => "a context",
        }
    }
}

/// Why a handle is not valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invalid {
    /// No handle with these bits was ever issued: NULL, an address, or garbage.
    NeverIssued {
        /// What the caller asked for.
        expected: Kind,
    },
    /// The handle is one of another type.
    WrongKind {
        /// What the caller asked for.
        expected: Kind,
        /// What the handle stands for.
        found: Kind,
    },
    /// The handle was valid once and has been freed.
    Freed {
        /// What it stood for.
        expected: Kind,
    },
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Invalid::NeverIssued { expected } => write!(f, "not a handle of {}: it was never issued", expected.name()),
            Invalid::WrongKind { expected, found } => {
                write!(f, "a handle of {}, not of {}", found.name(), expected.name())
            }
            Invalid::Freed { expected } => write!(f, "a handle of {} that was freed before", expected.name()),
        }
    }
}

impl std::error::Error for Invalid {}

impl From<Invalid> for Error {
    fn from(invalid: Invalid) -> Self {
        Error::new(Status::InvalidHandle, format!("the handle is {invalid}"))
    }
}
