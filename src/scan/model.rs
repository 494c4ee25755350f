//! A scan, its entries and detectors, and what reads their pixels.

use super::axis::Axis;
use super::kind::Kind;
use crate::array::DType;
use crate::context::{Context, Error, Result, Status};
use crate::image::frame_axis::quantity_of_frames;
use crate::image::{Image, Metadata, Quantity, Table};
use std::ops::Range;
use std::sync::Arc;

/// A scan. Cloning copies nothing.
#[derive(Clone)]
pub struct Scan {
    about: Arc<About>,
    reader: Arc<dyn Reader>,
}

/// What is known of a file without its pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct About {
    /// The file.
    pub path: String,
    /// The rule by which it was recognised.
    pub rule: String,
    /// At least one.
    pub entries: Vec<Entry>,
    /// The one that is meant where none is named.
    pub default_entry: usize,
}

/// One measurement: an entry of the file, or a region of the sample.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its name in the file.
    pub name: String,
    /// What was scanned along what.
    pub kind: Kind,
    /// Where it was measured, as the file says it; "" where it does not.
    pub facility: String,
    /// When it began, as the file says it; "" where it does not.
    pub start: String,
    /// When it ended; "" where the file does not say so: it may be going on, or was stopped.
    pub end: String,
    /// At least one.
    pub detectors: Vec<Detector>,
    /// The one that is meant where none is named.
    pub default_detector: usize,
    /// What was measured beside the detectors at each pixel: the ring current.
    pub monitors: Vec<Detector>,
    /// The metadata but for long arrays.
    pub metadata: Metadata,
    /// What was assumed or left out where the file breaks a rule.
    pub repairs: Vec<String>,
}

/// A detector and its image.
#[derive(Debug, Clone, PartialEq)]
pub struct Detector {
    /// Its name: its group below the entry, and the dataset where that group has several.
    pub name: String,
    /// The key of its group.
    pub group: String,
    /// The key of its dataset.
    pub key: String,
    /// The lengths of the axes: (rows, columns), or (frames, rows, columns).
    pub shape: Vec<usize>,
    /// The dtype of its values.
    pub dtype: DType,
    /// One for each axis.
    pub axes: Vec<Axis>,
}

impl Detector {
    /// The number of frames: the first of three axes, 1 for images and spectra.
    pub fn frames(&self) -> usize {
        match *self.shape {
            [n, _, _] => n,
            _ => 1,
        }
    }
}

impl Entry {
    /// The place of a detector or monitor by its name; the default one for `None`.
    ///
    /// # Errors
    /// [`Status::KeyNotFound`], with the names that there are.
    pub fn detector(&self, name: Option<&str>) -> Result<&Detector> {
        let Some(name) = name else { return Ok(&self.detectors[self.default_detector]) };
        let all = || self.detectors.iter().chain(&self.monitors);
        all().find(|detector| detector.name == name).ok_or_else(|| {
            let names: Vec<&str> = all().map(|detector| detector.name.as_str()).collect();
            let entry = &self.name;
            Error::new(Status::KeyNotFound, format!("'{entry}' has no detector '{name}'; it has: {}", names.join(", ")))
        })
    }

    /// A well-known quantity in its own unit, one value for each frame; NaN where a frame has none.
    ///
    /// # Errors
    /// [`Status::KeyNotFound`] when the file says nothing of it.
    pub fn quantity(&self, ctx: &Context, detector: &Detector, quantity: Quantity) -> Result<Vec<f64>> {
        quantity_of_frames(ctx, &self.metadata, Some(&detector.group), quantity, detector.frames()).ok_or_else(|| {
            Error::new(
                Status::KeyNotFound,
                format!("'{}' says nothing of the quantity '{}', or not for each frame", self.name, quantity.name()),
            )
        })
    }
}

/// What reads pixels.
pub trait Reader: Send + Sync {
    /// The scan in the file's present state; `None` where the file has not changed since it was opened.
    ///
    /// # Errors
    /// Those of opening it.
    fn reopened(&self, ctx: &Context, about: &About) -> Result<Option<Scan>>;

    /// The image of a detector: all of it, or one frame. Nothing is read but what it needs.
    ///
    /// # Errors
    /// Those of the format; [`Status::Changed`] when the file is no longer the one that was opened.
    fn image(
        &self,
        ctx: &Context,
        about: &About,
        entry: &Entry,
        detector: &Detector,
        frame: Option<usize>,
    ) -> Result<Image>;

    /// The part of a detector's values that the file has room for: 1 where all were written, as far as it tells. `None` where it does
    /// not.
    ///
    /// # Errors
    /// As [`Reader::image`].
    fn completeness(&self, ctx: &Context, about: &About, entry: &Entry, detector: &Detector) -> Result<Option<f64>>;

    /// The points of a frame in the order in which they were measured, as a table: measured and nominal positions, row and column of
    /// the pixel, the detector's value, the ring current.
    ///
    /// # Errors
    /// As [`Reader::image`]; [`Status::NoResult`] when the file does not tell the order.
    fn points(&self, ctx: &Context, about: &About, entry: &Entry, detector: &Detector, frame: usize) -> Result<Table>;
}

impl Scan {
    /// A scan, and what reads its pixels.
    pub fn new(about: About, reader: Arc<dyn Reader>) -> Self {
        Scan { about: Arc::new(about), reader }
    }

    /// What is known without pixels.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// An entry by its name; the default one for `None`.
    ///
    /// # Errors
    /// [`Status::KeyNotFound`], with the names that there are.
    pub fn entry(&self, name: Option<&str>) -> Result<&Entry> {
        let entries = &self.about.entries;
        let Some(name) = name else { return Ok(&entries[self.about.default_entry]) };
        entries.iter().find(|entry| entry.name == name).ok_or_else(|| {
            let names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
            Error::new(Status::KeyNotFound, format!("the scan has no entry '{name}'; it has: {}", names.join(", ")))
        })
    }

    /// The whole image of a detector. `None` is the default.
    ///
    /// # Errors
    /// [`Status::KeyNotFound`]; those of [`Reader::image`].
    pub fn image(&self, ctx: &Context, entry: Option<&str>, detector: Option<&str>) -> Result<Image> {
        let entry = self.entry(entry)?;
        let detector = entry.detector(detector)?;
        self.named(self.reader.image(ctx, &self.about, entry, detector, None))
    }

    /// One frame of a detector's image, of rank 2, with its own energy, positions and map.
    ///
    /// # Errors
    /// [`Status::KeyNotFound`]; [`Status::OutOfRange`]; those of [`Reader::image`].
    pub fn frame(&self, ctx: &Context, entry: Option<&str>, detector: Option<&str>, frame: usize) -> Result<Image> {
        let entry = self.entry(entry)?;
        let detector = entry.detector(detector)?;
        check_frame(detector, frame)?;
        // What is no stack is its own only frame.
        let frame = (detector.shape.len() == 3).then_some(frame);
        self.named(self.reader.image(ctx, &self.about, entry, detector, frame))
    }

    /// The scan in the file's present state, and the frames of one of its detectors that this one does not have, or has perhaps in part: from the
    /// last one that it has, if there are more by now, and all where there are as many.
    ///
    /// # Errors
    /// Those of opening the file; [`Status::KeyNotFound`].
    pub fn refreshed(
        &self,
        ctx: &Context,
        entry: Option<&str>,
        detector: Option<&str>,
    ) -> Result<(Scan, Range<usize>)> {
        let entry_name = &self.entry(entry)?.name;
        let old = self.entry(entry)?.detector(detector)?;
        let reopened = self.reader.reopened(ctx, &self.about).map_err(|error| self.of_file(error))?;
        let Some(scan) = reopened else { return Ok((self.clone(), old.frames()..old.frames())) };
        let frames = scan.entry(Some(entry_name))?.detector(Some(&old.name))?.frames();
        let first = if frames > old.frames() { old.frames() - 1 } else { 0 };
        Ok((scan, first..frames))
    }

    /// See [`Reader::completeness`].
    ///
    /// # Errors
    /// As there; [`Status::KeyNotFound`].
    pub fn completeness(&self, ctx: &Context, entry: Option<&str>, detector: Option<&str>) -> Result<Option<f64>> {
        let entry = self.entry(entry)?;
        let read = self.reader.completeness(ctx, &self.about, entry, entry.detector(detector)?);
        read.map_err(|error| self.of_file(error))
    }

    /// See [`Reader::points`].
    ///
    /// # Errors
    /// As there; [`Status::KeyNotFound`]; [`Status::OutOfRange`].
    pub fn points(&self, ctx: &Context, entry: Option<&str>, detector: Option<&str>, frame: usize) -> Result<Table> {
        let entry = self.entry(entry)?;
        let detector = entry.detector(detector)?;
        check_frame(detector, frame)?;
        self.reader.points(ctx, &self.about, entry, detector, frame).map_err(|error| self.of_file(error))
    }

    fn named(&self, image: Result<Image>) -> Result<Image> {
        let mut image = image.map_err(|error| self.of_file(error))?;
        image.set_filename(Some(self.about.path.clone()));
        Ok(image)
    }

    fn of_file(&self, error: Error) -> Error {
        error.during(format!("reading the scan '{}'", self.about.path))
    }
}

fn check_frame(detector: &Detector, frame: usize) -> Result<()> {
    let frames = detector.frames();
    if frame >= frames {
        let allowed = format!("less than {frames}, the number of frames of '{}'", detector.name);
        return Err(Error::out_of_range("frame", frame, allowed));
    }
    Ok(())
}
