//! What the instrument's detectors measured, in the order of time.

use super::walk::Walk;
use crate::array::{Data, alloc};
use crate::context::{Context, Result, Status, Warning};
use crate::image::{Metadata, Value};
use std::collections::HashMap;

/// The values of detectors that are not among the metadata, because they have an axis of frames beside that of the points.
#[derive(Default)]
pub struct InTime(HashMap<String, (Data, Option<String>)>);

/// The names under which the values of a detector stand, the best one first: its own, that of its group, and what files with one detector
/// call it.
pub fn names(detector: &str) -> impl Iterator<Item = &str> {
    let last = detector.rsplit('.').next().unwrap_or(detector);
    [detector, last, "counter0", "detector"].into_iter()
}

impl InTime {
    /// Reads them; those of one frame if it is given.
    ///
    /// # Errors
    /// [`Status::NoMemory`], [`Status::Cancelled`].
    pub fn read(ctx: &Context, walk: &Walk<'_>, detector: &str, frame: Option<usize>) -> Result<InTime> {
        let mut found = HashMap::new();
        for name in names(detector).chain(["sample_x", "sample_y"]) {
            let key = format!("instrument.{name}.data");
            let Some(large) = walk.large.get(&key).filter(|large| (2..=3).contains(&large.shape.len())) else {
                continue;
            };
            if found.contains_key(name) {
                continue;
            }
            let read = match frame.filter(|&frame| frame < large.shape[0]) {
                Some(frame) => large.dataset.rows(frame as u64..frame as u64 + 1),
                None => large.dataset.content(u64::MAX),
            };
            match read.and_then(|content| content.into_numbers()) {
                Ok(data) => {
                    let values = data.to_f64()?;
                    let values = alloc::copied(values.as_slice().unwrap_or_default())?;
                    let data = Data::from(alloc::from_vec(&[values.len()], values)?);
                    found.insert(name.to_owned(), (data, large.unit.clone()));
                }
                Err(error) if matches!(error.status(), Status::NoMemory | Status::Cancelled) => return Err(error),
                Err(error) => ctx.warn_of(Warning::FileDamaged, format!("'{key}' is left out: {error}")),
            }
        }
        Ok(InTime(found))
    }

    /// The values of one of the instrument's detectors, with their unit.
    pub fn get(&self, metadata: &Metadata, detector: &str) -> Option<(Data, Option<String>)> {
        if let Some(found) = self.0.get(detector) {
            return Some(found.clone());
        }
        let entry = metadata.get(&format!("instrument.{detector}.data"))?;
        match &entry.value {
            Value::Array(array) if array.shape().len() == 1 => {
                let data = array.to_array().ok()?.data().clone();
                (!data.dtype().is_complex() && !data.is_empty()).then_some((data, entry.unit.clone()))
            }
            _ => None,
        }
    }

    /// The values of the detector whose image it is.
    pub fn of_image(&self, metadata: &Metadata, detector: &str) -> Option<Data> {
        names(detector).find_map(|name| self.get(metadata, name)).map(|(data, _)| data)
    }
}
