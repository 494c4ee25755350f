//! A scan's description, made without its pixels, and the reader that gets them.

use super::entry;
use super::frame;
use super::layout::Layout;
use super::options::Options;
use super::recorded::Recorded;
use super::signal::{self, Signal};
use super::walk::{Arrays, Walk, walk};
use crate::context::{Context, Error, Result, Status, Warning};
use crate::image::{Image, Metadata, Origin, Table, Value};
use crate::io::{hdf5, nexus, source};
use crate::ops::stack;
use crate::scan::{About, Detector, Entry, Kind, Reader, Scan};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Opens a scan: reads what the file says of it, and no pixels.
///
/// # Errors
/// As [`load`](super::load); [`Status::Format`] when no entry has an image.
pub fn open(ctx: &Context, path: &Path) -> Result<Scan> {
    open_file(ctx, path).map_err(|error| error.during(format!("opening the scan '{}'", path.display())))
}

fn open_file(ctx: &Context, path: &Path) -> Result<Scan> {
    ctx.check_cancelled()?;
    let ((entries, rule, holds_saved), state) = hdf5::read_parts(ctx, path, None, |file| {
        let root = file.root()?;
        let saved = nexus::find(&root, file.length())?;
        let found = entry::find(ctx, &root)?;
        let mut entries = Vec::new();
        let (mut why, mut rule) = (None, None);
        for each in &found.scans {
            ctx.check_cancelled()?;
            // What is said of an entry is kept with it.
            let aside = ctx.aside();
            let walk = walk(&aside, &each.group, file.length(), Arrays::Short)?;
            match describe(&aside, &each.path, each.default.as_deref(), walk) {
                Ok(mut entry) => {
                    if let Some(saved) = saved.as_ref().filter(|saved| saved.name == entry.name) {
                        entry.metadata = saved.metadata(&aside)?;
                    }
                    entry.repairs.extend(each.remarks());
                    // Others are told of by the lists of entries and detectors.
                    let damaged = aside.warnings().into_iter().filter(|(kind, _)| *kind != Warning::FileReduced);
                    entry.repairs.extend(damaged.map(|(_, said)| said));
                    let mut seen = std::collections::HashSet::new();
                    entry.repairs.retain(|said| seen.insert(said.clone()));
                    rule.get_or_insert_with(|| each.rule().text().to_owned());
                    entries.push(entry);
                }
                Err(error) if matches!(error.status(), Status::NoMemory | Status::Cancelled) => return Err(error),
                Err(error) => {
                    ctx.warn_of(Warning::FileDamaged, format!("the entry '{}' cannot be read: {error}", each.path));
                    why.get_or_insert(error);
                }
            }
        }
        match (entries.is_empty(), why) {
            (true, Some(error)) => Err(error),
            (true, None) => Err(Error::new(Status::Format, "not NXstxm: no entry has an image")),
            (false, _) => Ok((entries, rule.unwrap_or_default(), saved.is_some())),
        }
    })?;
    let about = About { path: path.to_string_lossy().into_owned(), rule, entries, default_entry: 0 };
    let reader = File { path: path.to_owned(), state, holds_saved };
    Ok(Scan::new(about, Arc::new(reader)))
}

fn describe(ctx: &Context, path: &str, default: Option<&str>, walk: Walk<'_>) -> Result<Entry> {
    let signals = signal::all(ctx, path, default, &walk)?;
    let mut detectors = Vec::new();
    let mut kind = Kind::Generic;
    for (i, signal) in signals.iter().enumerate() {
        let (detector, its_kind) = detector(ctx, &walk, signal, &signals)?;
        if i == 0 {
            kind = its_kind;
        }
        detectors.push(detector);
    }
    let mut monitors = Vec::new();
    for (group, about) in &walk.groups {
        let key = format!("{group}.data");
        if about.class.as_deref() == Some("NXmonitor") && walk.large.get(&key).is_some_and(|l| l.shape.len() <= 3) {
            let signal = Signal { group: group.clone(), key };
            monitors.extend(detector(&ctx.aside(), &walk, &signal, &[]).ok().map(|(monitor, _)| monitor));
        }
    }
    let text = |keys: &[&str]| {
        keys.iter().find_map(|key| walk.metadata.value(key)?.as_str()).unwrap_or_default().trim().to_owned()
    };
    Ok(Entry {
        name: path.to_owned(),
        kind,
        facility: text(&["instrument.source.name", "instrument.name", "instrument.beamline.name"]),
        start: text(&["start_time"]),
        end: text(&["end_time"]),
        detectors,
        default_detector: 0,
        monitors,
        repairs: Vec::new(),
        metadata: walk.metadata,
    })
}

/// What the file says of a detector. Its name is its group's; of several signals in one group, the dataset's too.
fn detector(ctx: &Context, walk: &Walk<'_>, signal: &Signal, all: &[Signal]) -> Result<(Detector, Kind)> {
    let Signal { group, key } = signal;
    let (shape, dtype) = match walk.large.get(key) {
        Some(large) => (large.shape.clone(), large.dataset.dtype()?),
        None => match walk.metadata.value(key) {
            Some(Value::Array(array)) => (array.shape().to_vec(), Some(array.to_array()?.dtype())),
            _ => (vec![1], Some(crate::array::DType::F64)),
        },
    };
    let whose = |what: String| Error::new(Status::Format, format!("the image '{}' {what}", key.replace('.', "/")));
    let dtype = dtype.filter(|dtype| !dtype.is_complex()).ok_or_else(|| whose("has no real numbers".to_owned()))?;
    if shape.contains(&0) || shape.len() > 3 {
        return Err(whose(format!("has shape {shape:?}; allowed: 1 to 3 axes with at least one element")));
    }
    let layout = Layout::of(walk, group, key, &shape);
    let path = |key: &str| key.replace('.', "/");
    let alone = !all.iter().any(|other| other.group == *group && other.key != *key);
    let name = match (alone, all.first().is_some_and(|first| first.key == *key)) {
        (true, _) | (_, true) => path(group),
        _ => path(key),
    };
    for note in layout.notes {
        ctx.warn_of(Warning::Assumed, note);
    }
    let (shape, axes) = (layout.shape, layout.axes);
    Ok((Detector { name, group: group.clone(), key: key.clone(), shape, dtype, axes }, layout.kind))
}

/// The file of a scan, and the state in which it was opened.
struct File {
    path: PathBuf,
    state: hdf5::State,
    /// Whether it holds an image that the library saved.
    holds_saved: bool,
}

impl File {
    /// Calls `work` with the contents of an entry, if the file is the one that was opened.
    fn with<R>(
        &self,
        ctx: &Context,
        entry: &Entry,
        arrays: Arrays,
        work: impl Fn(&Walk<'_>) -> Result<R>,
    ) -> Result<(R, Option<Value>)> {
        let (result, _) = hdf5::read_parts(ctx, &self.path, Some(&self.state), |file| {
            let root = file.root()?;
            let found = entry::find(&ctx.aside(), &root)?;
            let gone = || Error::new(Status::KeyNotFound, format!("the file has no entry '{}' any more", entry.name));
            let each = found.scans.iter().find(|each| each.path == entry.name).ok_or_else(gone)?;
            let walk = walk(ctx, &each.group, file.length(), arrays)?;
            ctx.check_cancelled()?;
            Ok((work(&walk)?, found.original_name.clone()))
        })?;
        Ok(result)
    }

    /// The image that the library saved, if the detector's is that.
    fn saved(&self, ctx: &Context, entry: &Entry, detector: &Detector) -> Result<Option<Image>> {
        if !self.holds_saved {
            return Ok(None);
        }
        let (image, _) = hdf5::read_parts(ctx, &self.path, Some(&self.state), |file| {
            match nexus::find(&file.root()?, file.length())?.filter(|saved| saved.is(&entry.name, &detector.group)) {
                Some(saved) => saved.image(ctx).map(Some),
                None => Ok(None),
            }
        })?;
        Ok(image.map(|mut image| {
            image.own_metadata_mut().insert("Loaded from", source::absolute(&self.path));
            image
        }))
    }

    fn recorded(
        &self,
        ctx: &Context,
        entry: &Entry,
        detector: &Detector,
        frame: Option<usize>,
    ) -> Result<(Recorded, Metadata)> {
        let arrays = if frame.is_some() { Arrays::Short } else { Arrays::All };
        let ((recorded, mut metadata), original) = self.with(ctx, entry, arrays, |walk| {
            let signal = signal::named(walk, &detector.group, &detector.key)?;
            let recorded = Recorded::read(ctx, signal, walk, frame)?;
            let metadata = match (frame, &detector.shape[..]) {
                (Some(frame), &[frames, rows, columns]) => {
                    let axis = detector.axes[0].name.as_ref().map(|name| format!("{}.{name}", detector.group));
                    let sizes = [frames, rows * columns];
                    frame::metadata(ctx, walk, &detector.group, axis.as_deref(), frame, sizes)?
                }
                _ => walk.metadata.clone(),
            };
            Ok((recorded, metadata))
        })?;
        if let Some(original) = original {
            metadata.insert("original filename", original);
        }
        metadata.insert("Loaded from", source::absolute(&self.path));
        Ok((recorded, metadata))
    }
}

impl Reader for File {
    fn reopened(&self, ctx: &Context, _about: &About) -> Result<Option<Scan>> {
        if hdf5::state_of(&self.path)? == self.state {
            return Ok(None);
        }
        open(ctx, &self.path).map(Some)
    }

    fn image(
        &self,
        ctx: &Context,
        _about: &About,
        entry: &Entry,
        detector: &Detector,
        frame: Option<usize>,
    ) -> Result<Image> {
        // Reading fails if the file is another one by then.
        let origin = std::fs::metadata(&self.path).ok().map(|about| Origin::new(&self.path, &about));
        let mut image = match (self.saved(ctx, entry, detector)?, frame) {
            (Some(image), None) => image,
            (Some(stack), Some(frame)) => stack::frame(&stack, frame as i64)?,
            (None, _) => {
                let (recorded, metadata) = self.recorded(ctx, entry, detector, frame)?;
                recorded.into_image(ctx, metadata, &Options::default())?
            }
        };
        image.set_origin(origin);
        Ok(image)
    }

    fn completeness(&self, ctx: &Context, _about: &About, entry: &Entry, detector: &Detector) -> Result<Option<f64>> {
        let read =
            |walk: &Walk<'_>| walk.large.get(&detector.key).map_or(Ok(Some(1.0)), |large| large.dataset.written());
        Ok(self.with(ctx, entry, Arrays::Short, read)?.0)
    }

    fn points(&self, ctx: &Context, _about: &About, entry: &Entry, detector: &Detector, frame: usize) -> Result<Table> {
        let frame = (detector.shape.len() == 3).then_some(frame);
        let (recorded, metadata) = self.recorded(ctx, entry, detector, frame)?;
        recorded.into_points(ctx, metadata)
    }
}
