//! The metadata of an image as the lines of text that TIFF and PNG files hold, with the sidecar for the rest; and back.

use super::limits::Budget;
use super::sidecar::{Carried, Contents};
use crate::array::shape::{self, Order};
use crate::array::{MaskedArray, alloc};
use crate::context::{Context, Result};
use crate::image::metadata::text;
use crate::image::{ArrayValue, Entry, Image, Map, Metadata, Value};
use indexmap::IndexMap;

/// The entry that names what only the sidecar holds, for people who read the text.
const CARRIED: &str = "stoner.carried";
/// The entry with the dtype that the pixels had, by numpy's name.
pub(super) const DTYPE: &str = "ImageArray.dtype";
/// Arrays with more elements are not written as text: as many as the Python package writes in full.
const MAX_TEXT_ELEMENTS: usize = 1_000;
/// The list of names in [`CARRIED`] is cut at this length.
const MAX_NAMES: usize = 8_000;

/// One entry as text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub key: String,
    /// The type's name; foreign files may have none.
    pub kind: Option<String>,
    pub text: String,
}

impl Line {
    fn new(key: &str, value: &Value) -> Result<Line> {
        Ok(Line { key: key.to_owned(), kind: Some(text::type_name(value)), text: text::to_text(value)? })
    }

    /// `key{type}`.
    pub fn keyword(&self) -> String {
        match &self.kind {
            Some(kind) => format!("{}{{{kind}}}", self.key),
            None => self.key.clone(),
        }
    }

    fn value(&self) -> Value {
        match &self.kind {
            Some(kind) => text::import_value(kind, &self.text),
            None => text::guess(&self.text),
        }
    }
}

/// What goes into a file beside the pixels.
pub(super) struct TextMetadata {
    pub lines: Vec<Line>,
    /// Empty when the text says everything.
    pub sidecar: Vec<u8>,
}

struct Item<'a> {
    index: usize,
    key: &'a str,
    entry: &'a Entry,
    line: Option<(Line, usize)>,
    /// Whether the text alone brings the entry back as it is.
    exact: bool,
}

/// Describes an image. `cost` is what a line takes of the `budget`, or `None` when the format cannot hold it; where the
/// budget is exceeded the longest lines travel in the sidecar.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Unsupported`](crate::context::Status::Unsupported)
/// for values that are nested too deeply.
pub(super) fn describe(image: &Image, budget: usize, cost: impl Fn(&Line) -> Option<usize>) -> Result<TextMetadata> {
    let mut items = Vec::new();
    for (index, (key, entry)) in image.own_metadata().iter().enumerate() {
        if key == CARRIED || key == DTYPE {
            continue;
        }
        let line = match has_text(key, &entry.value) {
            true => Some(Line::new(key, &entry.value)?),
            false => None,
        };
        let line = line.and_then(|line| cost(&line).map(|cost| (line, cost)));
        let exact = entry.unit.is_none() && line.as_ref().is_some_and(|(line, _)| line.value() == entry.value);
        items.push(Item { index, key, entry, line, exact });
    }
    let mut names: Vec<&str> = image.planes().names().collect();
    if let Some(map) = image.map() {
        names.extend(map.names.iter().map(String::as_str));
    }
    let planes_and_map = names.len();
    names.extend(items.iter().filter(|i| i.line.is_none()).map(|i| i.key));
    let mut total: usize = items.iter().filter_map(|i| i.line.as_ref().map(|l| l.1)).sum();
    let mut listed: usize = names.iter().map(|n| text::quoted(n).len() * 6 + 2).sum();
    let mut by_length: Vec<usize> = (0..items.len()).collect();
    by_length.sort_by_key(|&i| std::cmp::Reverse(items[i].line.as_ref().map_or(0, |l| l.1)));
    for i in by_length {
        if total + listed.min(MAX_NAMES) + 64 <= budget {
            break;
        }
        if let Some((_, cost)) = items[i].line.take() {
            total -= cost;
            listed += text::quoted(items[i].key).len() + 2;
            items[i].exact = false;
        }
    }
    names.truncate(planes_and_map);
    names.extend(items.iter().filter(|i| i.line.is_none()).map(|i| i.key));

    let mut lines: Vec<Line> = items.iter().filter_map(|i| i.line.as_ref().map(|l| l.0.clone())).collect();
    if !names.is_empty() {
        let line = names_line(&names)?;
        if cost(&line).is_some() {
            lines.push(line);
        }
    }
    let mask = image.array().mask().filter(|_| image.array().any_masked()).cloned();
    let mut bare = image.clone();
    bare.set_filename(None);
    let contents = Contents {
        shape: image.shape().to_vec(),
        planes: image.planes().iter().map(|(name, plane)| (name.to_owned(), plane.clone())).collect(),
        map: image.map().cloned(),
        mask,
        title: Some(bare.title().to_owned()).filter(|title| !title.is_empty()),
        frame_key: image.frame_axis().map(|axis| axis.key),
        entries: items
            .iter()
            .filter(|i| !i.exact)
            .map(|i| Carried {
                index: i.index as u32,
                in_text: i.line.is_some(),
                key: i.key.to_owned(),
                entry: i.entry.clone(),
            })
            .collect(),
        foreign: false,
    };
    let sidecar = if contents.is_empty() { Vec::new() } else { contents.encode()? };
    Ok(TextMetadata { lines, sidecar })
}

/// Whether an entry may be written as text at all.
fn has_text(key: &str, value: &Value) -> bool {
    fn small(value: &Value, depth: usize) -> bool {
        depth <= text::MAX_DEPTH
            && match value {
                Value::Array(array) => array
                    .shape()
                    .iter()
                    .try_fold(1usize, |n, &m| n.checked_mul(m))
                    .is_some_and(|n| n <= MAX_TEXT_ELEMENTS),
                Value::List(values) | Value::Tuple(values) => values.iter().all(|v| small(v, depth + 1)),
                Value::Cluster(values) => values.iter().all(|(_, e)| small(&e.value, depth + 1)),
                _ => true,
            }
    }
    // Braces and the equals sign end the key in the file.
    let plain = !key.is_empty() && !key.contains(|c: char| matches!(c, '{' | '}' | '=') || c.is_control());
    plain && small(value, 0)
}

/// The names of what is not in the text, at a length that leaves room for the rest.
fn names_line(names: &[&str]) -> Result<Line> {
    let mut kept = Vec::new();
    let mut length = 0;
    for name in names {
        length += text::quoted(name).len() * 6 + 2;
        if length > MAX_NAMES && names.len() > kept.len() + 1 {
            kept.push(Value::from(format!("and {} more", names.len() - kept.len())));
            break;
        }
        kept.push(Value::from(*name));
    }
    Line::new(CARRIED, &Value::List(kept))
}

/// An image as a stack of one frame.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory).
pub(super) fn as_stack(array: MaskedArray) -> Result<MaskedArray> {
    let mut shape = vec![1];
    shape.extend(array.shape().iter().map(|&n| n as i64));
    shape::reshape(&array, &shape, Order::C)
}

/// The image of what was in a file.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory) when the metadata are more than the context allows;
/// [`Status::Shape`](crate::context::Status::Shape) never but by a defect; what does not fit is left out with a warning.
pub(super) fn restore(
    ctx: &Context,
    array: MaskedArray,
    lines: Vec<Line>,
    sidecar: Option<&[u8]>,
    budget: &Budget,
) -> Result<Image> {
    let contents =
        sidecar.map(|bytes| Contents::decode(ctx, bytes, array.shape(), budget)).transpose()?.unwrap_or_default();
    let mut entries: IndexMap<String, (Line, Entry)> = IndexMap::new();
    for line in lines {
        if line.key != CARRIED {
            let entry = Entry::from(line.value());
            budget.take(entry.value.cost(), "the metadata")?;
            entries.insert(line.key.clone(), (line, entry));
        }
    }
    let mut only_carried = Vec::new();
    for carried in contents.entries {
        if !carried.in_text {
            only_carried.push(carried);
            continue;
        }
        // Where another program changed the text, the text is right.
        if let Some((line, entry)) = entries.get_mut(&carried.key)
            && Line::new(&carried.key, &carried.entry.value).is_ok_and(|l| l == *line)
        {
            *entry = carried.entry;
        }
    }
    let in_text = entries.into_iter().map(|(key, (_, entry))| (key, entry));
    let entries = merged(in_text, only_carried)?;

    let array = match (array.shape(), contents.shape.as_slice()) {
        ([rows, columns], [1, r, c]) if (rows, columns) == (r, c) => as_stack(array)?,
        _ => array,
    };
    let mut image = Image::from(array);
    for (key, entry) in entries {
        image.set_metadata_entry(&key, entry)?;
    }
    image.set_title(contents.title);
    // Where its entry is no longer as long as the stack there is no axis.
    image.set_frame_key(contents.frame_key.as_deref());
    if contents.foreign {
        ctx.warn_of(crate::context::Warning::FileDamaged, format!(
            "the pixels in the file have shape {:?}, its planes, mask and map belong to shape {:?}: they are left out",
            image.shape(),
            contents.shape
        ));
        return Ok(image);
    }
    if let Some(mask) = contents.mask {
        let shape = mask.shape().to_vec();
        if image.set_mask(Some(mask)).is_err() {
            ctx.warn_of(
                crate::context::Warning::FileDamaged,
                format!("the mask in the file has shape {shape:?}, the image {:?}: left out", image.shape()),
            );
        }
    }
    for (name, plane) in contents.planes {
        if let Err(error) = image.set_plane(&name, plane) {
            ctx.warn_of(crate::context::Warning::FileDamaged, format!("a plane in the file is left out: {error}"));
        }
    }
    match contents.map {
        Some(map) => image.set_map(Some(map)),
        None => grid_to_map(&mut image),
    }
    Ok(image)
}

/// All entries in their order: those of the text, and between them, at the places that they name, those that are carried.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory).
pub(super) fn merged(
    mut in_text: impl ExactSizeIterator<Item = (String, Entry)>,
    mut carried: Vec<Carried>,
) -> Result<Vec<(String, Entry)>> {
    carried.sort_by_key(|entry| entry.index);
    let mut entries = alloc::vec(in_text.len() + carried.len())?;
    for Carried { index, key, entry, .. } in carried {
        while entries.len() < index as usize {
            let Some(next) = in_text.next() else { break };
            entries.push(next);
        }
        entries.push((key, entry));
    }
    entries.extend(in_text);
    Ok(entries)
}

/// `sample_x` and `sample_y` become the map where they are arrays of the frame's shape and an exact regular grid.
fn grid_to_map(image: &mut Image) {
    const NAMES: [&str; 2] = ["sample_x", "sample_y"];
    let Ok((rows, columns)) = image.frame_shape() else { return };
    let Some([x, y]) = get_arrays(image.own_metadata(), NAMES, [rows, columns]) else { return };
    if let Some(mut map) = Map::fit([&x.0, &y.0], NAMES) {
        map.units = [x.1, y.1];
        for name in NAMES {
            image.own_metadata_mut().pop(name).ok();
        }
        image.set_map(Some(map));
    }
}

type ArrayWithUnit = (MaskedArray, Option<String>);

fn get_arrays(metadata: &Metadata, names: [&str; 2], shape: [usize; 2]) -> Option<[ArrayWithUnit; 2]> {
    let get = |name: &str| match metadata.get(name) {
        Some(Entry { value: Value::Array(array), unit }) => match &**array {
            ArrayValue::Stored(array) if array.shape() == shape => Some((array.clone(), unit.clone())),
            _ => None,
        },
        _ => None,
    };
    Some([get(names[0])?, get(names[1])?])
}
