//! A scan, and what reads its images.

use super::files::{self, Place};
use super::header::Header;
use super::numbers::{self, Matrix};
use super::tree;
use crate::array::{Data, MaskedArray, alloc};
use crate::context::{Context, Error, Result, Status, Warning};
use crate::image::{Image, Metadata, Plane, Quantity, Table, Value};
use crate::io::source;
use crate::scan::{self, About, Axis, Detector, Entry, Kind, Reader, Scan};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// A longer header is refused.
const LONGEST_HEADER: u64 = 64 << 20;
/// How many files that are missing are named.
const NAMED: usize = 3;

/// Opens a scan by its header, or by one of its data files.
///
/// # Errors
/// [`Status::FileNotFound`], [`Status::Io`]; [`Status::Format`] when it is no SDF header; [`Status::Corrupt`] with the line of the header;
/// [`Status::NoMemory`], [`Status::Cancelled`].
pub fn open(ctx: &Context, path: &Path) -> Result<Scan> {
    open_file(ctx, path).map_err(|error| error.during(format!("opening the scan '{}'", path.display())))
}

fn open_file(ctx: &Context, path: &Path) -> Result<Scan> {
    ctx.check_cancelled()?;
    let Some(path) = files::header_of(path) else {
        let what = "there is no header (.hdr) of its name beside it, nor one folder up";
        return Err(Error::new(Status::FileNotFound, what));
    };
    let state = State::of(&path)?;
    if state.length > LONGEST_HEADER {
        return Err(Error::new(
            Status::Format,
            format!("the header has {} bytes; allowed: {LONGEST_HEADER}", state.length),
        ));
    }
    let text = source::whole_text(source::read_all(&path)?)?;
    if !files::sniff(text.as_bytes()) {
        return Err(Error::new(Status::Format, "not SDF: no text with a 'ScanDefinition'"));
    }
    let header = Header::of(tree::parse(ctx, &text)?)?;
    let regions = header.regions.len();
    let mut entries = Vec::new();
    for region in 0..regions {
        let mut entry = describe(&header, region)?;
        let missing = missing_files(&path, &header, region);
        if let Some(said) = &missing {
            entry.repairs.push(said.clone());
        }
        for said in &entry.repairs {
            ctx.warn_of(if Some(said) == missing.as_ref() { Warning::NotMeasured } else { Warning::Assumed }, said);
        }
        entries.push(entry);
    }
    let about = About {
        path: path.to_string_lossy().into_owned(),
        rule: "SDF: a text with 'ScanDefinition'".to_owned(),
        entries,
        default_entry: 0,
    };
    let data = data_of(&path, &header);
    Ok(Scan::new(about, Arc::new(Files { path, state, data, header })))
}

/// Names in a warning what an image does not hold of a scan.
pub fn tell_rest(ctx: &Context, about: &About) {
    let loaded = &about.entries[about.default_entry];
    let others: Vec<String> = about
        .entries
        .iter()
        .filter(|entry| entry.name != loaded.name)
        .map(|entry| format!("'{}'", entry.name))
        .chain(loaded.detectors.iter().skip(1).map(|detector| format!("the channel '{}'", detector.name)))
        .collect();
    if !others.is_empty() {
        ctx.warn_of(
            Warning::FileReduced,
            format!(
                "the channel '{}' of '{}' is loaded; not loaded: {} (open the file as a scan to get them: stoner_scan_open, and name the entry or \
                 the detector)",
                loaded.detectors[0].name,
                loaded.name,
                others.join(", ")
            ),
        );
    }
}

/// The axes of the values in a region's files: frames, rows, columns.
fn axes_in_file(header: &Header, region: usize) -> Vec<Axis> {
    let region = &header.regions[region];
    header.frames.iter().chain(&region.rows).chain([&region.columns]).cloned().collect()
}

/// The axes of an image by their places in the files.
fn order(header: &Header, region: usize) -> Vec<usize> {
    let axes = axes_in_file(header, region);
    scan::in_order(&axes, (0..axes.len()).collect())
}

fn describe(header: &Header, region: usize) -> Result<Entry> {
    let in_file = axes_in_file(header, region);
    let axes: Vec<Axis> = order(header, region).into_iter().map(|i| in_file[i].clone()).collect();
    let (kind, doubt) = Kind::decided(&header.said, header.kind, &axes);
    let shape: Vec<usize> = axes.iter().map(|axis| axis.points.as_ref().map_or(1, Vec::len)).collect();
    let detectors = header.channels.iter().map(|(name, _)| Detector {
        name: name.clone(),
        group: String::new(),
        key: name.clone(),
        shape: shape.clone(),
        dtype: crate::array::DType::F64,
        axes: axes.clone(),
    });
    let mut metadata = header.metadata.clone();
    metadata.update(&header.conditions(region)?);
    let mut repairs = header.notes.clone();
    repairs.extend(doubt);
    Ok(Entry {
        name: format!("region{region}"),
        kind,
        facility: String::new(),
        start: header.start.clone(),
        end: String::new(),
        detectors: detectors.collect(),
        default_detector: 0,
        monitors: Vec::new(),
        metadata,
        repairs,
    })
}

/// The places of a channel's files, one for each frame.
fn places(header: &Header, region: usize, channel: usize) -> impl Iterator<Item = Place> {
    let frames = header.frames.as_ref().and_then(|axis| axis.points.as_ref()).map(Vec::len);
    let (regions, is_spectrum) = (header.regions.len(), header.is_spectrum);
    (0..frames.unwrap_or(1)).map(move |frame| Place {
        channel,
        frame: frames.map(|_| frame),
        region,
        regions,
        is_spectrum,
    })
}

/// A remark on files that are not there.
fn missing_files(path: &Path, header: &Header, region: usize) -> Option<String> {
    let channels = if header.is_spectrum { 1 } else { header.channels.len() };
    let all: Vec<Place> = (0..channels).flat_map(|channel| places(header, region, channel)).collect();
    let missing: Vec<&Place> = all.iter().filter(|place| files::find(path, **place).is_none()).collect();
    (!missing.is_empty()).then(|| {
        let shown: Vec<String> =
            missing.iter().take(NAMED).map(|place| format!("'{}'", usual_name(path, **place))).collect();
        let more = if missing.len() > NAMED { ", ..." } else { "" };
        format!("{} of {} data files are missing: {}{more}", missing.len(), all.len(), shown.join(", "))
    })
}

fn usual_name(path: &Path, place: Place) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    files::names(&stem, place).swap_remove(0)
}

/// What tells whether a header has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct State {
    length: u64,
    modified: Option<SystemTime>,
}

impl State {
    fn of(path: &Path) -> Result<State> {
        let (file, length) = source::open(path)?;
        let about = file.metadata().map_err(|error| Error::io("the file cannot be read", &error))?;
        Ok(State { length, modified: about.modified().ok() })
    }
}

/// The lengths of the data files, in the order of regions, channels and frames; `None` for one that is not there.
fn data_of(path: &Path, header: &Header) -> Vec<Option<u64>> {
    let channels = if header.is_spectrum { 1 } else { header.channels.len() };
    let all = (0..header.regions.len()).flat_map(|region| (0..channels).map(move |channel| (region, channel)));
    let length =
        |place: Place| files::find(path, place).and_then(|path| std::fs::metadata(path).ok()).map(|about| about.len());
    all.flat_map(|(region, channel)| places(header, region, channel).map(length)).collect()
}

/// The files of a scan.
struct Files {
    path: PathBuf,
    state: State,
    /// The data when the scan was opened.
    data: Vec<Option<u64>>,
    header: Header,
}

/// The values of a channel and which of them are missing, in the order of the files.
struct Values {
    values: Vec<f64>,
    missing: Vec<bool>,
    shape: Vec<usize>,
}

impl Files {
    fn check(&self) -> Result<()> {
        if State::of(&self.path)? == self.state {
            return Ok(());
        }
        Err(Error::new(Status::Changed, "the file has changed since it was opened as a scan: open it again"))
    }

    fn place(&self, about: &About, entry: &Entry, detector: &Detector) -> Result<(usize, usize)> {
        let region = about.entries.iter().position(|each| each.name == entry.name);
        let channel = entry.detectors.iter().position(|each| each.name == detector.name);
        region.zip(channel).ok_or_else(|| Error::new(Status::KeyNotFound, "the scan has no such entry or detector"))
    }

    /// Reads the files of a channel: all, or that of one frame.
    fn read(&self, ctx: &Context, region: usize, channel: usize, frame: Option<usize>) -> Result<Values> {
        let header = &self.header;
        let frames_are_first = order(header, region).first() == Some(&0);
        let of_one = frame.filter(|_| header.frames.is_some() && frames_are_first);
        let all: Vec<Place> = places(header, region, channel).collect();
        let wanted: Vec<Place> =
            all.iter().enumerate().filter(|(i, _)| of_one.is_none_or(|f| f == *i)).map(|(_, p)| *p).collect();
        let of_frame = header.regions[region].shape();
        let pixels = alloc::checked_len(&of_frame, size_of::<f64>())?;
        let len = alloc::checked_len(&[wanted.len(), pixels], size_of::<f64>())?;
        let found: Vec<Option<PathBuf>> = wanted.iter().map(|place| files::find(&self.path, *place)).collect();
        if found.iter().all(Option::is_none) {
            let shown: Vec<String> =
                wanted.iter().take(NAMED).map(|place| format!("'{}'", usual_name(&self.path, *place))).collect();
            let which = if wanted.len() > NAMED { ", ..." } else { "" };
            return Err(Error::new(
                Status::FileNotFound,
                format!(
                    "none of its data files is there, beside the header or in a folder of its name: {}{which}",
                    shown.join(", ")
                ),
            ));
        }
        // A text holds a value in two bytes at least: a header alone must not cost the memory of what it announces.
        let stored: u64 =
            found.iter().flatten().filter_map(|path| std::fs::metadata(path).ok()).map(|about| about.len()).sum();
        let bytes = len as u64 * (size_of::<f64>() as u64 + 1);
        ctx.check_cost("the header", format!("{} x {of_frame:?} values", wanted.len()), bytes, stored)
            .map_err(|error| error.with_status(Status::NoMemory))?;
        let (mut values, mut missing) = (alloc::vec::<f64>(len)?, alloc::vec::<bool>(len)?);
        let (mut absent, mut wild, mut gone) = (0, 0, Vec::new());
        for (i, (place, path)) in wanted.iter().zip(&found).enumerate() {
            ctx.check_cancelled()?;
            ctx.report(i as f64 / wanted.len() as f64)?;
            let Some(path) = path else {
                values.resize(values.len() + pixels, f64::NAN);
                missing.resize(missing.len() + pixels, true);
                gone.push(format!("'{}'", usual_name(&self.path, *place)));
                continue;
            };
            let matrix = self.matrix(ctx, path, (region, channel), &of_frame)?;
            absent += matrix.absent;
            wild += matrix.wild;
            values.extend_from_slice(&matrix.values);
            missing.extend_from_slice(&matrix.missing);
        }
        if !gone.is_empty() {
            let n = gone.len();
            gone.truncate(NAMED);
            let more = if n > NAMED { ", ..." } else { "" };
            ctx.warn_of(
                Warning::NotMeasured,
                format!("{n} of {} frames have no data file and are masked: {}{more}", wanted.len(), gone.join(", ")),
            );
        }
        if absent > 0 {
            ctx.warn_of(Warning::NotMeasured, format!("{absent} of {len} pixels were not measured and are masked"));
        }
        if wild > 0 {
            ctx.warn_of(
                Warning::FileDamaged,
                format!("{wild} of {len} values in the files are no numbers and are masked"),
            );
        }
        let mut shape = of_frame;
        if header.frames.is_some() && of_one.is_none() {
            shape.insert(0, wanted.len());
        }
        Ok(Values { values, missing, shape })
    }

    fn matrix(&self, ctx: &Context, path: &Path, place: (usize, usize), shape: &[usize]) -> Result<Matrix> {
        match (shape, self.header.is_spectrum) {
            (&[n], true) => self.spectrum(ctx, path, place, n),
            (&[n], false) => numbers::matrix(ctx, path, [1, n]),
            (&[rows, columns], false) => numbers::matrix(ctx, path, [rows, columns]),
            (&[rows, columns], true) => self.spectrum(ctx, path, place, rows * columns),
            _ => Err(Error::new(Status::Internal, "a region has one or two axes")),
        }
    }

    fn spectrum(&self, ctx: &Context, path: &Path, (region, channel): (usize, usize), n: usize) -> Result<Matrix> {
        let (axis, found) = numbers::spectrum(ctx, path, channel, n)?;
        let points = self.header.regions[region].columns.points.as_deref().unwrap_or_default();
        let span = points.iter().fold(0f64, |most, x| most.max((x - points[0]).abs()));
        let differ = axis.iter().zip(points).filter(|(a, b)| (*a - *b).abs() > 1e-3 * span.max(1e-6)).count();
        if differ > 0 {
            ctx.warn_of(
                Warning::Assumed,
                format!("{differ} of {n} points in '{}' differ from the header's, which are used", path.display()),
            );
        }
        Ok(found)
    }
}

impl Reader for Files {
    fn reopened(&self, ctx: &Context, _about: &About) -> Result<Option<Scan>> {
        // The header of a scan is written first, and its images later.
        let same = State::of(&self.path)? == self.state;
        if same && data_of(&self.path, &self.header) == self.data {
            return Ok(None);
        }
        open(ctx, &self.path).map(Some)
    }

    fn image(
        &self,
        ctx: &Context,
        about: &About,
        entry: &Entry,
        detector: &Detector,
        frame: Option<usize>,
    ) -> Result<Image> {
        self.check()?;
        let (region, channel) = self.place(about, entry, detector)?;
        let Values { values, missing, shape } = self.read(ctx, region, channel, frame)?;
        let order = order(&self.header, region);
        let without_frames = shape.len() < order.len();
        let places: Vec<usize> = order
            .iter()
            .copied()
            .filter(|&i| !(without_frames && i == 0))
            .map(|i| i - usize::from(without_frames))
            .collect();
        let turn = |data: Data| -> Result<Data> {
            let mut data = data.permuted(&places).contiguous()?;
            if let (Some(frame), false, 3) = (frame, without_frames, data.shape().len()) {
                data.index_first(frame);
            }
            Ok(data)
        };
        let any_missing = missing.iter().any(|&m| m);
        let mut data = turn(Data::from(alloc::from_vec(&shape, values)?))?;
        let mut mask = turn(Data::from(alloc::from_vec(&shape, missing)?))?;
        let mut axes = detector.axes.clone();
        if frame.is_some() && axes.len() == 3 {
            axes.remove(0);
        }
        let is_frame = data.shape().len() >= 2;
        let upside_down = is_frame && !scan::rows_descend(&axes).unwrap_or(false);
        if upside_down {
            scan::reverse_rows(&mut data)?;
            scan::reverse_rows(&mut mask)?;
        }
        let mask = mask.typed::<bool>().cloned().filter(|_| any_missing);
        let mut image = Image::new(MaskedArray::new(data, mask)?);
        if is_frame {
            self.set_positions(&mut image, &axes, upside_down)?;
        }
        let mut metadata = entry.metadata.clone();
        if let Some(frame) = frame {
            of_frame(&mut metadata, frame, detector.frames());
        }
        metadata.insert("channel", detector.name.as_str());
        if let (_, Some(unit)) = &self.header.channels[channel] {
            metadata.insert("channel unit", unit.as_str());
        }
        metadata.insert("Loaded from", source::absolute(&self.path));
        *image.own_metadata_mut() = metadata;
        if let (None, 3, Some(name)) = (frame, image.ndim(), axes[0].name.as_deref()) {
            if image.own_metadata().contains(name) {
                image.set_frame_key(Some(name));
            } else if let Some(points) = axes[0].points.as_deref() {
                image.set_frame_axis(name, axes[0].unit.as_deref(), points)?;
            }
        }
        Ok(image)
    }

    fn completeness(&self, _ctx: &Context, about: &About, entry: &Entry, detector: &Detector) -> Result<Option<f64>> {
        self.check()?;
        let (region, channel) = self.place(about, entry, detector)?;
        let all: Vec<Place> = places(&self.header, region, channel).collect();
        let there = all.iter().filter(|place| files::find(&self.path, **place).is_some()).count();
        Ok(Some(there as f64 / all.len().max(1) as f64))
    }

    fn points(&self, _: &Context, _: &About, _: &Entry, _: &Detector, _: usize) -> Result<Table> {
        let why = "the order of the points is not known: an SDF file does not say it";
        Err(Error::new(Status::NoResult, why))
    }
}

impl Files {
    /// The map where both axes are regular grids; planes of the nominal points where they are not.
    fn set_positions(&self, image: &mut Image, axes: &[Axis], upside_down: bool) -> Result<()> {
        let map = scan::grid_map(axes, upside_down);
        let (rows, columns) = image.frame_shape()?;
        if map.is_none()
            && let [.., along_rows, along_columns] = axes
        {
            for (along, axis) in [(1, along_columns), (0, along_rows)] {
                let (Some(name), Some(points)) = (&axis.name, &axis.points) else { continue };
                let mut data = scan::spread(points, along, rows, columns)?;
                if upside_down {
                    scan::reverse_rows(&mut data)?;
                }
                image.set_plane(name, Plane { array: MaskedArray::from(data), unit: axis.unit.clone() })?;
            }
        }
        image.set_map(map);
        Ok(())
    }
}

/// The values of one frame in place of those of all.
fn of_frame(metadata: &mut Metadata, frame: usize, frames: usize) {
    for quantity in [Quantity::Energy, Quantity::RingCurrent].map(Quantity::name) {
        let Some(entry) = metadata.get(quantity).cloned() else { continue };
        if let Some(values) = crate::image::conditions::numbers(&entry.value).filter(|values| values.len() == frames) {
            metadata.insert(quantity, crate::image::Entry { value: Value::from(values[frame]), unit: entry.unit });
        }
    }
}
