//! gauss_newton: not there yet.

use super::pair::Pair;
use super::{Options, Registration};
use crate::context::{Error, Result, Stage, Status};

/// The movement.
///
/// # Errors
/// [`Status::Unsupported`].
pub(super) fn estimate(_stage: &Stage<'_>, _pair: &Pair, _options: &Options) -> Result<Registration> {
    Err(Error::new(Status::Unsupported, "gauss_newton: not there yet"))
}
