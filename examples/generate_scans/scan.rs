//! A made-up magnetic sample, its scan, and the file of it in the layout of the PolLux beamline. Tests include this
//! module and compare what is loaded with the [`Truth`] that it returns.

use hdf5::types::{FixedAscii, FixedUnicode};
use hdf5::{File, Group, H5Type, Location, Result};
use sample::{Islands, Random, Sample};
use std::path::Path;

// Tests take this file from here, so its module does too.
#[path = "sample.rs"]
mod sample;

/// What is scanned, and how.
#[derive(Debug, Clone)]
pub struct Spec {
    pub rows: usize,
    pub columns: usize,
    pub kind: Kind,
    /// The number of tiles along rows and columns.
    pub tiles: [usize; 2],
    /// Every second line of a tile is measured backwards.
    pub meander: bool,
    /// Within a tile, rows follow each other fastest.
    pub y_fast: bool,
    /// The undulator's setting: its sign is the helicity.
    pub polarization: f64,
    pub sample_seed: u64,
    pub noise_seed: u64,
    /// Some positions and ring currents are not numbers.
    pub nan: bool,
    /// "1.3": units are attributes; "1.1": units are datasets beside, positions have none.
    pub version: &'static str,
    /// The scan was stopped after this many points.
    pub measured: Option<usize>,
    /// The detector's values in time are not those of the image.
    pub shuffled: bool,
    /// The photon energies of a stack, in eV.
    pub energies: Vec<f64>,
    /// Islands of cobalt instead of magnetic domains, on a film that ends in the field; the sample drifts from energy to energy, which the
    /// positions do not tell.
    pub islands: bool,
}

/// The scan types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Image,
    /// Images at several energies.
    Stack,
    /// The zone plate moves from row to row, the sample along the columns.
    Focus,
    /// Energies along rows, positions along columns.
    #[allow(dead_code, reason = "only the loader's tests make one")]
    LineSpectrum,
    /// Energies only; `columns` of them.
    PointSpectrum,
}

impl Default for Spec {
    fn default() -> Self {
        Spec {
            rows: 128,
            columns: 128,
            kind: Kind::Image,
            tiles: [1, 1],
            meander: false,
            y_fast: false,
            polarization: 0.2,
            sample_seed: 20,
            noise_seed: 1,
            nan: false,
            version: "1.3",
            measured: None,
            shuffled: false,
            energies: ENERGIES.to_vec(),
            islands: false,
        }
    }
}

impl Spec {
    /// The stack of the demo: energies across the L edges of cobalt.
    pub fn cobalt() -> Spec {
        let energies = [
            770.0, 773.0, 775.0, 776.0, 777.0, 777.5, 778.0, 778.5, 779.0, 780.0, 782.0, 786.0, 790.0, 792.0, 793.0,
            794.0, 796.0, 800.0,
        ];
        Spec {
            rows: 64,
            columns: 64,
            kind: Kind::Stack,
            polarization: 0.0,
            islands: true,
            energies: energies.to_vec(),
            ..Spec::default()
        }
    }
}

/// What the file holds, in the file's orientation (row 0 is the lowest y), for each pixel.
pub struct Truth {
    pub shape: Vec<usize>,
    pub pixels: Vec<f64>,
    pub x: Vec<f64>,
    pub y: Vec<f64>,
    pub ring_current: Vec<f64>,
    /// The nominal axes by name, in the order of the shape.
    pub axes: Vec<(&'static str, Vec<f64>)>,
}

/// Micrometres.
const STEP: f64 = 0.0625;
/// What the interferometer resolves.
const RESOLUTION: f64 = 1.0 / 4096.0;
const ENERGIES: [f64; 3] = [777.0, 778.5, 781.25];

/// Writes a scan.
///
/// # Errors
/// Those of HDF5.
pub fn write(path: &Path, spec: &Spec) -> Result<Truth> {
    let truth = measure(spec);
    let file = File::with_options().with_fapl(|list| list.libver_earliest()).create(path)?;
    text_attribute(&file, "NX_class", "NXroot")?;
    text_attribute(&file, "NeXus_version", "4.4.3")?;
    text_attribute(&file, "HDF5_Version", "2.0.0")?;
    text_attribute(&file, "file_name", "/data/2024-05-01/Sample_Image_2024-05-01_001.hdf5")?;
    text_attribute(&file, "file_time", "2024-05-01T10:00:00+02:00")?;
    let entry = group(&file, "entry1", "NXentry")?;
    text(&entry, "title", "Sample")?;
    text(&entry, "start_time", "2024-05-01T10:00:00+02:00")?;
    text(&entry, "end_time", "2024-05-01T10:05:28+02:00")?;
    let definition = text(&entry, "definition", "NXstxm")?;
    text_attribute(&definition, "version", spec.version)?;
    let writer = Writer { spec, truth: &truth };
    writer.counter(&entry)?;
    writer.control(&entry)?;
    writer.instrument(&entry)?;
    writer.collection(&entry)?;
    let sample = group(&entry, "sample", "NXsample")?;
    writer.number(&sample, "rotation_angle", 0.0, "deg")?;
    writer.numbers(&sample, "start_position", &[1.0, 1.0, 1.0], "μm")?;
    Ok(truth)
}

/// The measurement.
fn measure(spec: &Spec) -> Truth {
    let (rows, columns) = (spec.rows, spec.columns);
    let shape = match spec.kind {
        Kind::Stack => vec![spec.energies.len(), rows, columns],
        Kind::PointSpectrum => vec![columns],
        _ => vec![rows, columns],
    };
    let len = shape.iter().product();
    let nominal_x: Vec<f64> = (0..columns).map(|c| 12.5 + STEP * c as f64).collect();
    let nominal_y: Vec<f64> = (0..rows).map(|r| -31.25 + STEP * r as f64).collect();
    let energies = |n: usize| (0..n).map(|i| 770.0 + 0.25 * (i * i) as f64).collect::<Vec<_>>();
    let line: Vec<f64> = (0..columns).map(|c| STEP * c as f64).collect();
    let axes = match spec.kind {
        Kind::Image => vec![("sample_y", nominal_y.clone()), ("sample_x", nominal_x.clone())],
        Kind::Stack => {
            vec![("energy", spec.energies.clone()), ("sample_y", nominal_y.clone()), ("sample_x", nominal_x.clone())]
        }
        Kind::Focus => {
            vec![("zone_plate", (0..rows).map(|r| -4600.0 + 6.0 * r as f64).collect()), ("line_position", line)]
        }
        Kind::LineSpectrum => vec![("energy", energies(rows)), ("line_position", line)],
        Kind::PointSpectrum => vec![("energy", energies(columns))],
    };
    let sample = Sample::new(spec.sample_seed);
    let islands = spec
        .islands
        .then(|| Islands::new(spec.sample_seed, [nominal_x[0], nominal_y[0]], STEP * rows.min(columns) as f64));
    let mut random = Random(spec.noise_seed);
    let mut truth = Truth {
        shape,
        pixels: vec![0.0; len],
        x: vec![0.0; len],
        y: vec![0.0; len],
        ring_current: vec![0.0; len],
        axes,
    };
    let measured = spec.measured.unwrap_or(len);
    for (k, pixel) in point_order(spec).into_iter().enumerate().take(measured) {
        let (frame, row, column) = (pixel / (rows * columns), pixel / columns % rows, pixel % columns);
        // The stage drifts a little, lags on its lines, and trembles.
        let drift = 0.2 * STEP * (k as f64 / len as f64);
        let mut x = nominal_x[column] - 0.4 * STEP + drift + 0.08 * STEP * random.normal();
        let row_y = if matches!(spec.kind, Kind::Image | Kind::Stack) { nominal_y[row] } else { nominal_y[0] };
        let mut y = row_y + 0.1 * STEP - drift + 0.08 * STEP * random.normal();
        (x, y) = ((x / RESOLUTION).round() * RESOLUTION, (y / RESOLUTION).round() * RESOLUTION);
        // It decays for 2000 points, then is topped up; it is read every 200 points.
        let mut current = 402.0 - 1.75 * ((k / 200 * 200) % 2000) as f64 / 2000.0;
        let absorption = match frame {
            0 if spec.kind == Kind::Stack => 0.0,
            _ => 0.6 * sample.magnetization(x, y) * spec.polarization.signum() * 0.25,
        };
        let defocus =
            if spec.kind == Kind::Focus { 1.0 + (row as f64 - rows as f64 / 2.0).powi(2) / 50.0 } else { 1.0 };
        let optical_density = match &islands {
            Some(islands) => {
                let drift = 0.15 * STEP * frame as f64;
                islands.optical_density(x + drift, y - 0.6 * drift, spec.energies[frame])
            }
            None => (0.35 * sample.thickness(x, y) + absorption) / defocus,
        };
        let expected = 9000.0 * current / 400.0 * (-optical_density).exp();
        truth.pixels[pixel] = random.poisson(expected);
        if spec.nan && k % 37 == 5 {
            x = f64::NAN;
        }
        if spec.nan && k % 41 == 7 {
            y = f64::NAN;
        }
        if spec.nan && k % 43 == 9 {
            current = f64::NAN;
        }
        (truth.x[pixel], truth.y[pixel], truth.ring_current[pixel]) = (x, y, current);
    }
    truth
}

/// The pixel of each point in time.
fn point_order(spec: &Spec) -> Vec<usize> {
    let (rows, columns) = if spec.kind == Kind::PointSpectrum { (1, spec.columns) } else { (spec.rows, spec.columns) };
    let frames = if spec.kind == Kind::Stack { spec.energies.len() } else { 1 };
    let mut order = Vec::new();
    for frame in 0..frames {
        for (top, height) in split(rows, spec.tiles[0]) {
            for (left, width) in split(columns, spec.tiles[1]) {
                let (lines, points) = if spec.y_fast { (width, height) } else { (height, width) };
                for line in 0..lines {
                    for point in 0..points {
                        let point = if spec.meander && line % 2 == 1 { points - 1 - point } else { point };
                        let (row, column) = if spec.y_fast { (point, line) } else { (line, point) };
                        order.push(frame * rows * columns + (top + row) * columns + left + column);
                    }
                }
            }
        }
    }
    order
}

/// Start and length of the parts that numpy's `array_split` makes.
fn split(n: usize, parts: usize) -> Vec<(usize, usize)> {
    let mut start = 0;
    (0..parts)
        .map(|i| {
            let length = n / parts + usize::from(i < n % parts);
            start += length;
            (start - length, length)
        })
        .collect()
}

struct Writer<'a> {
    spec: &'a Spec,
    truth: &'a Truth,
}

impl Writer<'_> {
    fn counter(&self, entry: &Group) -> Result<()> {
        let counter = self.data_group(entry, "counter0", "NXdata")?;
        self.image(&counter, &self.truth.pixels, " ")?;
        for (name, points) in &self.truth.axes {
            self.link_target(&counter, name, points, if *name == "energy" { "eV" } else { "μm" })?;
        }
        if !self.truth.axes.iter().any(|(name, _)| *name == "energy") {
            self.link_target(&counter, "energy", &[ENERGIES[2]], "eV")?;
        }
        if self.spec.kind == Kind::Focus {
            let x: Vec<f64> = (0..self.spec.columns).map(|c| 12.5 + STEP * c as f64).collect();
            self.link_target(&counter, "sample_x", &x, "μm")?;
            self.link_target(&counter, "sample_y", &vec![-31.25; self.spec.columns], "μm")?;
        }
        let dwell = if self.spec.kind == Kind::Stack { vec![0.02; self.spec.energies.len()] } else { vec![0.02] };
        self.numbers(&counter, "count_time", &dwell, "s")?;
        let scan_type = match self.spec.kind {
            Kind::Image => "sample image",
            Kind::Stack => "sample image stack",
            Kind::Focus => "sample focus",
            Kind::LineSpectrum => "sample line spectrum",
            Kind::PointSpectrum => "sample point spectrum",
        };
        text(&counter, "stxm_scan_type", scan_type)?;
        Ok(())
    }

    fn control(&self, entry: &Group) -> Result<()> {
        let control = self.data_group(entry, "control", "NXmonitor")?;
        self.image(&control, &self.truth.ring_current, "mA")?;
        for name in entry.group("counter0")?.member_names()? {
            if !["data", "count_time", "stxm_scan_type"].contains(&name.as_str()) {
                entry.link_hard(&format!("counter0/{name}"), &format!("control/{name}"))?;
            }
        }
        Ok(())
    }

    /// Detectors hold their values in the order of measuring.
    fn instrument(&self, entry: &Group) -> Result<()> {
        let instrument = group(entry, "instrument", "NXinstrument")?;
        let order = point_order(self.spec);
        let in_time = |values: &[f64]| order.iter().map(|&pixel| values[pixel]).collect::<Vec<_>>();
        let mut counts = in_time(&self.truth.pixels);
        if self.spec.shuffled {
            let middle = counts.len() / 2;
            counts.rotate_left(middle);
        }
        let time: Vec<f64> = (0..order.len()).map(|k| (k * 20 % 1000) as f64).collect();
        let detectors = [
            ("counter0", counts, " "),
            ("control", in_time(&self.truth.ring_current), "mA"),
            ("sample_x", in_time(&self.truth.x), " "),
            ("sample_y", in_time(&self.truth.y), " "),
            ("time_detector", time, " "),
        ];
        for (name, values, unit) in detectors {
            let detector = group(&instrument, name, "NXdetector")?;
            let data = detector
                .new_dataset_builder()
                .with_data(&values)
                .chunk(if self.spec.kind == Kind::Stack {
                    self.spec.rows * self.spec.columns
                } else {
                    self.spec.columns
                })
                .shuffle()
                .deflate(6)
                .create("data")?;
            self.unit(&data, unit)?;
            if self.spec.version == "1.1" {
                text(&detector, "unit", unit)?;
            }
            if name == "counter0" {
                let dwell = vec![0.02; values.len()];
                let chunk = values.len();
                let target =
                    detector.new_dataset_builder().with_data(&dwell).chunk(chunk).deflate(6).create("count_time")?;
                text_attribute(&target, "target", "/entry1/instrument/counter0/count_time")?;
                self.unit(&target, "s")?;
            } else {
                instrument.link_hard("counter0/count_time", &format!("{name}/count_time"))?;
            }
        }
        let source = group(&instrument, "source", "NXsource")?;
        text(&source, "name", "Made-up Light Source")?;
        text(&source, "probe", "x-ray")?;
        text(&source, "type", "Synchrotron X-ray Source")?;
        self.number(&source, "current", 401.5, "mA")?;
        let zone_plate = group(&instrument, "zone_plate", "NXfresnel_zone_plate")?;
        text(&zone_plate, "name", "Made-up")?;
        for (name, nanometres) in [("outer_diameter", 240_i32), ("outermost_zone_width", 25)] {
            let data = zone_plate.new_dataset_builder().with_data(&[nanometres]).create(name)?;
            self.unit(&data, " ")?;
        }
        let aperture = group(&instrument, "order_selecting_aperture", "NXorder_selecting_aperture")?;
        self.number(&aperture, "diameter", 50.0, " ")?;
        let mirror = group(&instrument, "mirror", "NXmirror")?;
        text(&mirror, "coating_material", "pt")?;
        // Another program's encoding of the same unit: latin-1 in an ASCII text.
        if self.spec.version != "1.1" {
            let angle = mirror.new_dataset_builder().with_data(&[2.5]).create("incident_angle")?;
            angle.new_attr::<FixedAscii<8>>().create("units")?.write_scalar(&latin_1(b"\xb5rad"))?;
        }
        Ok(())
    }

    fn collection(&self, entry: &Group) -> Result<()> {
        let collection = group(entry, "collection", "NXcollection")?;
        text(&collection, "beamline", "Made-up beamline")?;
        let energy = ENERGIES[2];
        let positioners = [
            ("energy", "Photon energy", energy, Some(energy), "eV"),
            ("polarization", "Helicity setting", self.spec.polarization, None, " "),
            ("control", "Storage ring electron beam current", 401.5, None, "mA"),
            ("fine_x", "Sample along the X-axis", 12.5, Some(12.5), "μm"),
            ("fine_y", "Sample along the Y-axis", -31.25, Some(-31.25), "μm"),
            ("coarse_x", "Coarse translation along the X-axis", 5982.5, Some(5982.5), "μm"),
            ("coarse_y", "Coarse translation along the Y-axis", 2883.25, Some(2883.25), "μm"),
            ("zone_plate", "Zone plate along the Z-axis", -4565.25, Some(-4565.0), "μm"),
            ("exit_slit_h", "Horizontal exit slit", 30.0, Some(30.0), "μm"),
            ("magnetic_field", "Field at the sample", 0.0, None, "mT"),
        ];
        for (name, description, value, target, unit) in positioners {
            let positioner = group(&collection, name, "NXpositioner")?;
            text(&positioner, "name", name)?;
            text(&positioner, "description", description)?;
            self.number(&positioner, "value", value, unit)?;
            // Limits that nobody has set.
            self.number(&positioner, "soft_limit_max", f64::from_bits(0x0000_000f_2f00_0000), unit)?;
            self.number(&positioner, "soft_limit_min", f64::NAN, unit)?;
            if let Some(target) = target {
                self.number(&positioner, "target_value", target, unit)?;
            }
            if unit != " " {
                text(&positioner, "unit", unit)?;
            }
        }
        let polarization = collection.group("polarization")?;
        text(&polarization, "target_value", if self.spec.polarization == 0.0 { "off" } else { "circular" })?;
        let request = group(&collection, "scan_request", "NXscanDefinition")?;
        text(&request, "scan_request", &self.scan_request())?;
        Ok(())
    }

    fn scan_request(&self) -> String {
        let axis = |name: &str, points: &[f64]| {
            let step = STEP;
            let center = (points[0] + points[points.len() - 1]) / 2.0;
            let (n, range) = (points.len(), step * points.len() as f64);
            format!(
                "{{\"nPoints\":{n},\"trajectories\":[{{\"center\":{center:?},\"range\":{range:?},\"step\":{step:?},\
                 \"positionerName\":\"{name}\"}}]}}"
            )
        };
        let axes: Vec<String> = self.truth.axes.iter().map(|(name, points)| axis(name, points)).collect();
        format!(
            "{{\n\"scanType\":\"Sample\"\n,\"spatialType\":\"Image\"\n,\"meander\":{}\n,\"tiling\":{}\n,\"yAxisFast\":{}\n,\
             \"lineMode\":\"Constant Velocity\"\n,\"innerRegions\":[\n{{\"axes\":[{}]}}]\n}}",
            i32::from(self.spec.meander),
            i32::from(self.spec.tiles != [1, 1]),
            i32::from(self.spec.y_fast),
            axes.join(",")
        )
    }

    fn data_group(&self, entry: &Group, name: &str, class: &str) -> Result<Group> {
        let group = group(entry, name, class)?;
        text_attribute(&group, "signal", "data")?;
        let names: Vec<FixedAscii<16>> = self.truth.axes.iter().map(|(name, _)| ascii(name)).collect();
        group.new_attr_builder().with_data(&names).create("axes")?;
        for (i, (name, _)) in self.truth.axes.iter().enumerate() {
            group.new_attr_builder().with_data(&[i as u32]).create(format!("{name}_indices").as_str())?;
        }
        if self.spec.kind == Kind::Focus {
            group.new_attr_builder().with_data(&[1_u32]).create("sample_x_indices")?;
            group.new_attr_builder().with_data(&[1_u32]).create("sample_y_indices")?;
        }
        Ok(group)
    }

    fn image(&self, group: &Group, values: &[f64], unit: &str) -> Result<()> {
        let shape = &self.truth.shape;
        let mut chunk = vec![1; shape.len()];
        chunk[shape.len() - 1] = shape[shape.len() - 1];
        if self.spec.kind == Kind::Stack {
            chunk[1] = shape[1];
        }
        let builder = group.new_dataset::<f64>().chunk(chunk).shuffle().deflate(6);
        let data = builder.shape(shape.as_slice()).create("data")?;
        data.write_raw(values)?;
        self.unit(&data, unit)
    }

    fn link_target(&self, group: &Group, name: &str, points: &[f64], unit: &str) -> Result<()> {
        let data = group.new_dataset_builder().with_data(points).create(name)?;
        text_attribute(&data, "target", &format!("/entry1/counter0/{name}"))?;
        self.unit(&data, unit)
    }

    fn number(&self, group: &Group, name: &str, value: f64, unit: &str) -> Result<()> {
        self.numbers(group, name, &[value], unit)
    }

    fn numbers(&self, group: &Group, name: &str, values: &[f64], unit: &str) -> Result<()> {
        let data = group.new_dataset_builder().with_data(values).create(name)?;
        self.unit(&data, unit)
    }

    /// In version 1.1 units are no attributes.
    fn unit(&self, location: &Location, unit: &str) -> Result<()> {
        if self.spec.version == "1.1" {
            return Ok(());
        }
        location.new_attr::<FixedUnicode<4>>().create("units")?.write_scalar(&unicode(unit))
    }
}

fn group(parent: &Group, name: &str, class: &str) -> Result<Group> {
    let group = parent.create_group(name)?;
    text_attribute(&group, "NX_class", class)?;
    Ok(group)
}

fn text_attribute(location: &Location, name: &str, value: &str) -> Result<()> {
    let write = |location: &Location| match value.len() {
        0..=16 => location.new_attr::<FixedAscii<16>>().create(name)?.write_scalar(&ascii::<16>(value)),
        _ => location.new_attr::<FixedAscii<80>>().create(name)?.write_scalar(&ascii::<80>(value)),
    };
    write(location)
}

/// Text as an array of one element of fixed length, as the beamline writes it.
fn text(group: &Group, name: &str, value: &str) -> Result<hdf5::Dataset> {
    fn put<T: H5Type>(group: &Group, name: &str, value: T) -> Result<hdf5::Dataset> {
        group.new_dataset_builder().with_data(&[value]).create(name)
    }
    match value.len() {
        _ if !value.is_ascii() => put(group, name, unicode(value)),
        0..=16 => put(group, name, ascii::<16>(value)),
        17..=64 => put(group, name, ascii::<64>(value)),
        _ => put(group, name, ascii::<1024>(value)),
    }
}

fn ascii<const N: usize>(text: &str) -> FixedAscii<N> {
    FixedAscii::from_ascii(text.as_bytes()).expect("the generator's texts are ASCII and short")
}

fn unicode(text: &str) -> FixedUnicode<4> {
    text.parse().expect("the generator's units are short")
}

fn latin_1(bytes: &[u8]) -> FixedAscii<8> {
    assert!(bytes.len() <= 8);
    // SAFETY: the length is checked; that the bytes are no ASCII is what the file is to show.
    unsafe { FixedAscii::from_ascii_unchecked(bytes) }
}
