//! What a header says of a scan.

use super::tree::Node;
use crate::array::{Data, MaskedArray, alloc};
use crate::context::{Error, Result, Status};
use crate::image::{Entry, Metadata, Quantity, Value};
use crate::scan::{Axis, Kind};

/// An axis that has only its limits is given no more points than this.
const MOST_POINTS: usize = 1 << 20;

/// A scan.
#[derive(Debug, Clone)]
pub struct Header {
    /// The program's name of what was scanned: "NEXAFS Image Scan".
    pub said: String,
    pub kind: Option<Kind>,
    /// The regions of the sample, at least one.
    pub regions: Vec<Region>,
    /// The names and units of the channels, at least one.
    pub channels: Vec<(String, Option<String>)>,
    /// The axis of the frames of a stack.
    pub frames: Option<Axis>,
    /// Whether the files are tables of a spectrum.
    pub is_spectrum: bool,
    /// When it began.
    pub start: String,
    pub metadata: Metadata,
    /// What was assumed or left out.
    pub notes: Vec<String>,
    tree: Node,
}

/// A region: the axis of rows, where there is one, and that of columns.
#[derive(Debug, Clone)]
pub struct Region {
    pub rows: Option<Axis>,
    pub columns: Axis,
}

impl Region {
    /// The lengths of its axes.
    pub fn shape(&self) -> Vec<usize> {
        self.rows.iter().chain([&self.columns]).map(|axis| axis.points.as_ref().map_or(1, Vec::len)).collect()
    }
}

impl Header {
    /// # Errors
    /// [`Status::Format`] when there is no scan definition; [`Status::Corrupt`] when it has no regions or axes.
    pub fn of(tree: Node) -> Result<Header> {
        let scan = tree.get("ScanDefinition");
        let scan = scan.ok_or_else(|| Error::new(Status::Format, "not SDF: the header has no 'ScanDefinition'"))?;
        let text = |node: &Node, name: &str| node.get(name).and_then(Node::text).unwrap_or_default().trim().to_owned();
        let (said, flags) = (text(scan, "Type"), text(scan, "Flags"));
        let mut notes = Vec::new();
        let listed = scan.get("Regions").or_else(|| scan.get("SpatialRegions"));
        let (items, count) = listed.map_or((&[][..], None), Node::items);
        if count.is_some_and(|n| n != items.len()) {
            notes.push(format!("the header announces {} regions and has {}", count.unwrap_or(0), items.len()));
        }
        let mut regions = Vec::new();
        for (i, item) in items.iter().enumerate() {
            let mut axis =
                |name: &str| item.get(name).and_then(|node| axis(node, &format!("Regions.{i}.{name}"), &mut notes));
            let (p, q) = (axis("PAxis"), axis("QAxis"));
            match (p, q) {
                (Some(columns), rows) => regions.push(Region { rows, columns }),
                (None, Some(columns)) => regions.push(Region { rows: None, columns }),
                (None, None) => notes.push(format!("region {i} has no axes and is left out")),
            }
        }
        if regions.is_empty() {
            return Err(Error::new(
                Status::Corrupt,
                "the header has no region with axes ('Regions', 'PAxis', 'QAxis')",
            ));
        }
        let stack = scan.get("StackAxis").and_then(|node| axis(node, "StackAxis", &mut notes));
        let is_spectrum = flags.eq_ignore_ascii_case("Spectra") || regions.iter().all(|region| region.rows.is_none());
        let is_stack = flags.to_ascii_lowercase().contains("stack");
        let several = stack.as_ref().and_then(|axis| axis.points.as_ref()).is_some_and(|points| points.len() > 1);
        if several && !is_stack && !is_spectrum && said.eq_ignore_ascii_case("NEXAFS Image Scan") {
            notes.push(format!(
                "the scan is flagged '{flags}', but its axis of frames has several points: it is a stack"
            ));
        }
        let frames = match stack {
            Some(axis) if !is_spectrum && (is_stack || (several && said.eq_ignore_ascii_case("NEXAFS Image Scan"))) => {
                Some(axis)
            }
            None if is_stack => {
                notes.push("the scan is flagged as a stack, but has no axis of frames".to_owned());
                None
            }
            _ => None,
        };
        let channels = channels(scan, &tree, &mut notes);
        let mut metadata = Metadata::new();
        flatten(&tree, "", &mut metadata)?;
        let kind = Kind::from_name(&said);
        let start = text(&tree, "Time");
        Ok(Header { said, kind, regions, channels, frames, is_spectrum, start, metadata, notes, tree })
    }

    /// The well-known quantities of a region, under their names.
    ///
    /// # Errors
    /// [`Status::NoMemory`].
    pub fn conditions(&self, region: usize) -> Result<Metadata> {
        let mut found = Metadata::new();
        let frames = self.frames.as_ref().and_then(|axis| axis.points.as_ref()).map_or(1, Vec::len);
        let of_image = |frame: usize, name: &str| {
            // The images of a scan are numbered, and of each image the regions.
            let entry = self
                .tree
                .get(&format!("Image{frame:03}_{region}"))
                .or_else(|| self.tree.get(&format!("Image{frame:03}")));
            entry?.get(name)?.number()
        };
        let position =
            |names: &[&str]| names.iter().find_map(|name| self.tree.get(name)?.get("LastPosition")?.number());
        let mut put = |quantity: Quantity, values: Vec<f64>, unit: &str| -> Result<()> {
            if values.iter().any(|x| x.is_finite()) {
                let value = if let [one] = values[..] { Value::from(one) } else { array(values)? };
                found.insert(
                    quantity.name(),
                    Entry { value, unit: Some(unit.to_owned()).filter(|unit| !unit.is_empty()) },
                );
            }
            Ok(())
        };
        let along = self.frames.iter().chain([&self.regions[region].columns]).chain(&self.regions[region].rows);
        let energies = along.into_iter().find(|axis| axis.name.as_deref() == Some("energy"));
        match energies.and_then(|axis| axis.points.clone()) {
            Some(points) => {
                put(Quantity::Energy, points, energies.and_then(|axis| axis.unit.as_deref()).unwrap_or("eV"))?
            }
            None => {
                let stack = self.tree.get("ScanDefinition").and_then(|scan| scan.get("StackAxis"));
                let planned =
                    stack.filter(|axis| axis.get("Name").and_then(Node::text).is_some_and(|n| n.trim() == "Energy"));
                let planned = planned.and_then(|axis| axis.get("Points")?.items().0.first()?.number());
                let energy = of_image(0, "Energy").or(planned).or_else(|| position(&["Energy"]));
                put(Quantity::Energy, energy.into_iter().collect(), "eV")?;
            }
        }
        let dwell = self.tree.get("ScanDefinition").and_then(|scan| scan.get("Dwell")?.number());
        put(Quantity::Dwell, dwell.into_iter().collect(), "ms")?;
        let currents: Vec<f64> =
            (0..frames).map(|frame| of_image(frame, "StorageRingCurrent").unwrap_or(f64::NAN)).collect();
        match currents.iter().any(|x| x.is_finite()) {
            true => put(Quantity::RingCurrent, currents, "mA")?,
            false => {
                let current = self.tree.get("StorageRingCurrent").and_then(Node::number);
                put(Quantity::RingCurrent, current.into_iter().collect(), "mA")?;
            }
        }
        put(
            Quantity::Polarization,
            position(&["EPU_Polarization", "EPUPolarization", "Polarization"]).into_iter().collect(),
            "",
        )?;
        for (quantity, positioners) in [
            (Quantity::SampleX, ["SampleX", "Sample X"]),
            (Quantity::SampleY, ["SampleY", "Sample Y"]),
            (Quantity::ZonePlate, ["ZonePlateZ", "ZonePlate"]),
        ] {
            put(quantity, position(&positioners).into_iter().collect(), "um")?;
        }
        Ok(found)
    }
}

/// An axis: its well-known name, its points, its unit.
fn axis(node: &Node, place: &str, notes: &mut Vec<String>) -> Option<Axis> {
    let text = |name: &str| node.get(name).and_then(Node::text).map(str::trim).filter(|text| !text.is_empty());
    let (items, count) = node.get("Points").map_or((&[][..], None), Node::items);
    let mut points = Vec::new();
    points.try_reserve(items.len()).ok()?;
    points.extend(items.iter().map(|item| item.number().unwrap_or(f64::NAN)));
    if points.is_empty() {
        let limits = node.get("Min").and_then(Node::number).zip(node.get("Max").and_then(Node::number));
        let ((min, max), n) = limits.zip(count.filter(|&n| n > 0 && n <= MOST_POINTS))?;
        let step = if n > 1 { (max - min) / (n as f64 - 1.0) } else { 0.0 };
        points.extend((0..n).map(|i| min + step * i as f64));
        notes.push(format!(
            "the axis '{place}' has no points: they are assumed to be evenly spaced from {min} to {max}"
        ));
    } else if count.is_some_and(|n| n != points.len()) {
        notes.push(format!("the axis '{place}' announces {} points and has {}", count.unwrap_or(0), points.len()));
    }
    let wild = points.iter().filter(|x| !x.is_finite()).count();
    if wild > 0 {
        notes.push(format!("{wild} of {} points of the axis '{place}' are not numbers", points.len()));
    } else if points.windows(2).any(|pair| pair[0] == pair[1]) {
        notes.push(format!("points of the axis '{place}' repeat"));
    }
    Some(Axis { name: text("Name").map(known_name), points: Some(points), unit: text("Unit").map(str::to_owned) })
}

/// The well-known name of an axis; others stay as they are.
fn known_name(name: &str) -> String {
    let plain: String = name.to_ascii_lowercase().chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    let known = match plain.as_str() {
        "samplex" | "samplefinex" | "finex" => "sample_x",
        "sampley" | "samplefiney" | "finey" => "sample_y",
        "sample" | "line" => "line_position",
        "energy" | "photonenergy" => "energy",
        "zoneplate" | "zoneplatez" => "zone_plate",
        "osax" => "osa_x",
        "osay" => "osa_y",
        "osaz" => "osa_z",
        "detectorx" => "detector_x",
        "detectory" => "detector_y",
        _ => name,
    };
    known.to_owned()
}

/// The channels of the scan definition, or those of the header.
fn channels(scan: &Node, tree: &Node, notes: &mut Vec<String>) -> Vec<(String, Option<String>)> {
    let (items, _) = scan.get("Channels").or_else(|| tree.get("Channels")).map_or((&[][..], None), Node::items);
    let mut found: Vec<(String, Option<String>)> = Vec::new();
    for (i, item) in items.iter().enumerate() {
        let text = |names: &[&str]| {
            names.iter().find_map(|name| item.get(name)?.text().map(str::trim).filter(|text| !text.is_empty()))
        };
        let mut name = text(&["Name"]).map_or_else(|| format!("channel{i}"), str::to_owned);
        if found.iter().any(|(known, _)| *known == name) {
            let new = format!("{name}_{i}");
            notes.push(format!("two channels are called '{name}'; the second one is called '{new}' here"));
            name = new;
        }
        found.push((name, text(&["Unit", "UnitName"]).map(str::to_owned)));
    }
    if found.is_empty() {
        notes.push("the header names no channels; one is assumed".to_owned());
        found.push(("channel0".to_owned(), None));
    }
    found
}

/// The tree as entries with dots between the names, items of lists by their numbers.
fn flatten(node: &Node, key: &str, into: &mut Metadata) -> Result<()> {
    let below = |name: &str| if key.is_empty() { name.to_owned() } else { format!("{key}.{name}") };
    match node {
        Node::Structure(entries) => entries.iter().try_for_each(|(name, node)| flatten(node, &below(name), into)),
        Node::List(_) => {
            let (items, _) = node.items();
            if !items.is_empty() && items.iter().all(|item| item.number().is_some()) {
                let values: Vec<f64> = items.iter().filter_map(Node::number).collect();
                into.insert(key, array(values)?);
                return Ok(());
            }
            items.iter().enumerate().try_for_each(|(i, node)| flatten(node, &below(&i.to_string()), into))
        }
        Node::Number(x) if x.fract() == 0.0 && x.abs() < 9e15 => {
            into.insert(key, *x as i64);
            Ok(())
        }
        Node::Number(x) => {
            into.insert(key, *x);
            Ok(())
        }
        Node::Text(text) if text == "true" || text == "false" => {
            into.insert(key, text == "true");
            Ok(())
        }
        Node::Text(text) => {
            into.insert(key, text.as_str());
            Ok(())
        }
    }
}

fn array(values: Vec<f64>) -> Result<Value> {
    Ok(MaskedArray::from(Data::from(alloc::from_vec(&[values.len()], values)?)).into())
}
