//! The axis of frames of a stack: what its frames differ in.
//!
//! Its values stand among the metadata, in one place with all else that each frame has for itself, so that what picks frames
//! picks both. An image remembers which entry it is, and forgets it when its first axis is no longer that of the frames.

use super::conditions::{self, Condition};
use super::quantities::{Quantity, name_in_key};
use super::{Entry, Image, Value};
use crate::array::{MaskedArray, alloc};
use crate::context::{Context, Error, Result, Status, Warning};
use std::sync::Arc;

/// The axis of the frames.
#[derive(Debug, Clone, PartialEq)]
pub struct FrameAxis {
    /// The metadata entry with its values: "counter0.energy".
    pub key: String,
    /// One for each frame.
    pub values: Vec<f64>,
    /// Their unit.
    pub unit: Option<String>,
}

impl FrameAxis {
    /// What the frames differ in, as the key names it.
    pub fn name(&self) -> &str {
        name_in_key(&self.key)
    }
}

impl Image {
    /// The axis of frames: of a stack, or of what was made of each of its frames (the mean of each is a spectrum). `None` where there is
    /// none, and where its entry has no value for each frame any more.
    pub fn frame_axis(&self) -> Option<FrameAxis> {
        let key = self.frame_key.as_deref()?;
        let entry = self.metadata.get(key)?;
        let values = conditions::numbers(&entry.value)?;
        (Some(values.len()) == self.shape().first().copied()).then(|| FrameAxis {
            key: key.to_owned(),
            values,
            unit: entry.unit.clone(),
        })
    }

    /// The metadata entry of the axis of frames.
    pub fn frame_key(&self) -> Option<&str> {
        self.frame_key.as_deref()
    }

    /// Says which metadata entry has the values of the axis of frames.
    pub fn set_frame_key(&mut self, key: Option<&str>) {
        self.frame_key = key.map(Arc::from);
    }

    /// Gives the first axis of a stack (or of what was made of its frames) the role of the axis of frames: its values become a
    /// metadata entry under `name`.
    ///
    /// # Errors
    /// [`Status::Shape`] when that axis is not as long; [`Status::InvalidArgument`] for an empty name;
    /// [`Status::MetadataType`] when a plane or the grid has that name; [`Status::NoMemory`].
    pub fn set_frame_axis(&mut self, name: &str, unit: Option<&str>, values: &[f64]) -> Result<()> {
        if name.is_empty() {
            return Err(Error::argument(
                "name",
                "\"\"",
                "the name of what the frames differ in, \"energy\" for example",
            ));
        }
        match *self.shape() {
            [n] | [n, _] | [n, _, _] if n == values.len() => {}
            _ => {
                return Err(Error::new(
                    Status::Shape,
                    format!(
                        "an axis of frames with {} values needs an image whose first axis is as long; it has shape {:?}",
                        values.len(),
                        self.shape()
                    ),
                ));
            }
        }
        let values = alloc::from_vec(&[values.len()], alloc::copied(values)?)?;
        let entry = Entry { value: Value::from(MaskedArray::from(values)), unit: unit.map(str::to_owned) };
        self.set_metadata_entry(name, entry)?;
        self.set_frame_key(Some(name));
        Ok(())
    }

    /// A well-known quantity in its own unit: one value for each frame of a stack, one for any other image. NaN where a frame has
    /// none. `None` where the metadata say nothing of it.
    ///
    /// A number without a unit, or with one that cannot be converted, is given as it stands, with a warning.
    pub fn quantity(&self, ctx: &Context, quantity: Quantity) -> Option<Vec<f64>> {
        let frames = self.frame_count();
        // The stack's own detector is asked before others.
        let detector = self.frame_key().and_then(|key| key.rsplit_once('.')).map(|(group, _)| group);
        quantity_of_frames(ctx, &self.metadata, detector, quantity, frames)
    }

    /// The frames of a stack; 1 for any other image. What was made of each frame has as many as its axis.
    pub fn frame_count(&self) -> usize {
        match *self.shape() {
            [n, _, _] => n,
            [n, ..] if self.frame_axis().is_some() => n,
            _ => 1,
        }
    }

    /// The first axis is no longer that of the frames.
    pub(super) fn lose_frame_key(&mut self) -> Option<String> {
        self.frame_key.take().map(|key| format!("the axis of frames ({key})"))
    }
}

/// See [`Image::quantity`].
pub fn quantity_of_frames(
    ctx: &Context,
    metadata: &super::Metadata,
    detector: Option<&str>,
    quantity: Quantity,
    frames: usize,
) -> Option<Vec<f64>> {
    if quantity == Quantity::Helicity {
        let polarization = quantity_of_frames(ctx, metadata, detector, Quantity::Polarization, frames)?;
        let sign = |p: f64| {
            if p > 0.0 {
                1.0
            } else if p < 0.0 {
                -1.0
            } else {
                0.0
            }
        };
        return Some(polarization.into_iter().map(sign).collect());
    }
    let found = conditions::quantity(metadata, detector, quantity)?;
    let factor = factor(ctx, &found, quantity);
    let value = |frame| found.of_frame(frame, frames).map_or(f64::NAN, |value| value * factor);
    let values: Vec<f64> = (0..frames).map(value).collect();
    // As many values as there are frames, or one; others are nobody's.
    (!values.iter().all(|value| value.is_nan())).then_some(values)
}

fn factor(ctx: &Context, found: &Condition, quantity: Quantity) -> f64 {
    let unit = found.unit.as_deref().unwrap_or_default();
    if quantity.unit().is_empty() {
        return 1.0;
    }
    quantity.factor(unit).unwrap_or_else(|| {
        let given = if unit.is_empty() { "no unit".to_owned() } else { format!("the unit '{unit}'") };
        ctx.warn_of(
            Warning::NoUnit,
            format!("'{}' has {given}; its numbers are taken to be in {}", found.key, quantity.unit()),
        );
        1.0
    })
}
