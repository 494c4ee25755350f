//! Comparisons of the frames of a stack, two at a time.

use crate::context::{Error, Result, Stage, Status, Warning, parallel};
use crate::ops::register::estimate::estimate;
use crate::ops::register::options::Options;
use crate::ops::register::pair::Pair;
use crate::ops::register::pair::frame::RegistrationFrame;
use std::sync::Arc;

/// One comparison: the movement of the content and its variances.
#[derive(Debug, Clone)]
pub struct Comparison {
    pub shift: [f64; 2],
    /// NaN if the method gives none.
    pub variance: [f64; 2],
    /// The registration's warnings.
    pub doubts: Vec<(Warning, String)>,
}

pub struct Comparer<'a> {
    pub sides: &'a [Arc<RegistrationFrame>],
    pub options: &'a Options,
}

impl Comparer<'_> {
    /// Compares pairs (image, reference) of frames. Each comparison has an error of its own if it fails.
    ///
    /// # Errors
    /// Those that are not [`Status::NoResult`].
    pub fn compare_all(&self, stage: &Stage<'_>, pairs: &[(usize, usize)]) -> Result<Vec<Result<Comparison>>> {
        let mut links: Vec<Option<Result<Comparison>>> = Vec::with_capacity(pairs.len());
        links.resize_with(pairs.len(), || None);
        parallel::for_each(stage, pairs.iter().zip(&mut links), |(&(image, reference), link)| {
            *link = Some(match self.compare(stage, image, reference) {
                Err(error) if error.status() != Status::NoResult => return Err(error),
                link => link,
            });
            Ok(())
        })?;
        Ok(links.into_iter().flatten().collect())
    }

    fn compare(&self, stage: &Stage<'_>, image: usize, reference: usize) -> Result<Comparison> {
        let pair = Pair { image: Arc::clone(&self.sides[image]), reference: Arc::clone(&self.sides[reference]) };
        let aside = stage.context().aside();
        let found = estimate(&stage.piece().aside(&aside), &pair, self.options)
            .map_err(|error: Error| error.during(format!("frame {image} on frame {reference}")))?;
        Ok(Comparison {
            shift: found.shift,
            variance: found.sigma.map_or([f64::NAN; 2], |sigma| sigma.map(|s| s * s)),
            doubts: aside.warnings(),
        })
    }
}
