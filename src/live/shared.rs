//! A live image as several threads see it: grid and settings, and the sums behind a lock.

use super::grid::Grid;
use super::sums::{Spread, State, Sums};
use crate::context::{Context, Result, lock};
use crate::image::Metadata;
use std::sync::{Mutex, MutexGuard};

/// The name of the plane with the number of points in each pixel.
pub const COVERAGE: &str = "coverage";
/// The name of the plane with the standard error of each pixel.
pub const ERROR: &str = "error";

/// An image that grows. Several threads may use one at once: a push and a snapshot wait for each other.
#[derive(Debug)]
pub struct Live {
    pub(super) grid: Grid,
    pub(super) spread: Spread,
    /// What counts are given in: counts for each so much of the monitor.
    pub(super) reference: f64,
    inside: Mutex<Sums>,
}

impl Live {
    /// Nothing measured yet.
    ///
    /// # Errors
    /// [`crate::context::Status::InvalidArgument`] where the grid takes more memory than the context allows;
    /// [`crate::context::Status::NoMemory`].
    pub fn new(ctx: &Context, grid: Grid, spread: Spread, reference: f64) -> Result<Self> {
        let sums = Sums::new(ctx, &grid)?;
        Ok(Live { grid, spread, reference, inside: Mutex::new(sums) })
    }

    /// A second one, which goes its own way from here.
    ///
    /// # Errors
    /// [`crate::context::Status::NoMemory`].
    pub fn copy(&self) -> Result<Self> {
        let sums = self.lock().copy()?;
        Ok(Live { grid: self.grid.clone(), spread: self.spread, reference: self.reference, inside: Mutex::new(sums) })
    }

    /// Forgets all points, for the next frame. Needs no memory; the metadata stay.
    pub fn reset(&self) {
        self.lock().reset();
    }

    /// How many points there are, and what became of them.
    pub fn state(&self) -> State {
        self.lock().state(self.grid.rows * self.grid.columns)
    }

    /// Gives the images that are taken from now on these metadata, but for what the images have of their own: positions and planes.
    pub fn set_metadata(&self, mut metadata: Metadata) {
        let map = self.grid.map();
        for own in [COVERAGE, ERROR, &map.names[0], &map.names[1]] {
            metadata.pop(own).ok();
        }
        let old = std::mem::replace(&mut self.lock().metadata, metadata);
        drop(old);
    }

    /// Locks it, so that nobody is in the middle of a push: for a fork.
    pub fn freeze(&self) -> Frozen<'_> {
        Frozen { _sums: self.lock() }
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, Sums> {
        lock(&self.inside)
    }
}

/// Keeps others from using a [`Live`].
pub struct Frozen<'a> {
    _sums: MutexGuard<'a, Sums>,
}
