//! Comparisons of the frames of a stack, two at a time.

use super::pair::{Pair, Side};
use super::{Options, estimate};
use crate::context::{Error, Result, Stage, Status, Warning, parallel};
use std::sync::Arc;

/// One comparison: the movement of the content and its variances.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub(super) shift: [f64; 2],
    /// NaN where the method gives none.
    pub(super) variance: [f64; 2],
    /// What the registration warned of.
    pub(super) doubts: Vec<(Warning, String)>,
}

pub(super) struct Comparison<'a> {
    pub(super) sides: &'a [Arc<Side>],
    pub(super) options: &'a Options,
}

impl Comparison<'_> {
    /// Lays frames on frames: (image, reference) each. What cannot be done is an error of its own.
    ///
    /// # Errors
    /// Those that are not [`Status::NoResult`].
    pub(super) fn links(&self, stage: &Stage<'_>, pairs: &[(usize, usize)]) -> Result<Vec<Result<Link>>> {
        let mut links: Vec<Option<Result<Link>>> = Vec::with_capacity(pairs.len());
        links.resize_with(pairs.len(), || None);
        parallel::for_each(stage, pairs.iter().zip(&mut links), |(&(image, reference), link)| {
            *link = Some(match self.link(stage, image, reference) {
                Err(error) if error.status() != Status::NoResult => return Err(error),
                link => link,
            });
            Ok(())
        })?;
        Ok(links.into_iter().flatten().collect())
    }

    fn link(&self, stage: &Stage<'_>, image: usize, reference: usize) -> Result<Link> {
        let pair = Pair { image: Arc::clone(&self.sides[image]), reference: Arc::clone(&self.sides[reference]) };
        let aside = stage.context().aside();
        let found = estimate(&stage.piece().aside(&aside), &pair, self.options)
            .map_err(|error: Error| error.during(format!("frame {image} on frame {reference}")))?;
        Ok(Link {
            shift: found.shift,
            variance: found.sigma.map_or([f64::NAN; 2], |sigma| sigma.map(|s| s * s)),
            doubts: aside.warnings(),
        })
    }
}
