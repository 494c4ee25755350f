//! Progress of a search whose number of steps is not known.

use crate::context::Stage;

/// Parts of the progress when their number is not known: each takes a share of what is left.
pub struct Progress<'a, 'b> {
    pub stage: &'b Stage<'a>,
    pub done: f64,
}

impl<'a> Progress<'a, '_> {
    /// The next part, with this share of what is left.
    pub fn next(&mut self, share: f64) -> Stage<'a> {
        let from = self.done;
        self.done += (1.0 - self.done) * share;
        self.stage.part(from..self.done)
    }
}
