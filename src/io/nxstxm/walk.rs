//! Everything below the scan's group: metadata in order, with types and units.
//!
//! The keys are those of the Python original: the path below the scan's group with dots. Datasets of rank 0 and 1 are
//! values (one element is a scalar), those of higher rank are left to the image; a group's attributes come after what is
//! in it. A hard link is a key of its own.

use crate::array::{Data, MaskedArray};
use crate::context::{Context, Error, Result, Status};
use crate::dispatch;
use crate::image::{Entry, Metadata, Value};
use crate::io::hdf5::{Content, Dataset, Group, Link, LinkKind, Object, Token};
use crate::io::limits::{Budget, ENTRY};
use crate::io::source::shown;
use indexmap::IndexMap;
use num_complex::Complex;
use std::collections::{HashMap, HashSet};
use std::ffi::CStr;

/// Groups nested deeper than this are left out.
const MAX_DEPTH: usize = 32;

/// More links than this are not walked: hard links can make a small file look endless.
const MAX_OBJECTS: usize = 100_000;

/// Which arrays of rank 1 a walk reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrays {
    /// All.
    All,
    /// Short ones, and those of groups of class NXdata up to a greater length; the others are left to [`Walk::large`].
    Short,
}

/// An array of more elements is long.
const SHORT: usize = 1 << 12;
/// The same of a detector's axes.
const SHORT_AXIS: usize = 1 << 17;
/// A key is in memory so often: among the metadata, the groups, what has no unit, what could not be read.
const KEYS: u64 = 3;

/// The result of a walk.
pub struct Walk<'s> {
    pub metadata: Metadata,
    /// All groups by their keys.
    pub groups: IndexMap<String, GroupInfo>,
    /// The datasets of rank 2 and more, and the long ones of rank 1 that are left out.
    pub large: IndexMap<String, Large<'s>>,
    /// The parts that could not be read, and why.
    pub left_out: IndexMap<String, Error>,
}

/// NeXus' attributes of a group and of its datasets.
#[derive(Default)]
pub struct GroupInfo {
    pub class: Option<String>,
    /// Where the group lies in the file: one place can have several keys.
    pub token: Option<Token>,
    pub default: Option<String>,
    /// The names in its attribute `signal`.
    pub signal: Vec<String>,
    /// The names in its attribute `auxiliary_signals`.
    pub auxiliary: Vec<String>,
    /// The names in its attribute `axes`.
    pub axes: Vec<String>,
    /// Its datasets that have such attributes themselves (the older rule), where the group can hold an image.
    pub marks: IndexMap<String, Marks>,
}

/// A dataset's own attributes.
#[derive(Default)]
pub struct Marks {
    /// 1: the image, 2 and more: others.
    pub signal: Option<i64>,
    /// Of a signal: the names of its axes.
    pub axes: Vec<String>,
    /// Of an axis: the signal's axis that it belongs to, from 1.
    pub axis: Option<i64>,
}

/// A dataset that is too large for the metadata.
pub struct Large<'s> {
    pub dataset: Dataset<'s>,
    pub shape: Vec<usize>,
    pub unit: Option<String>,
    /// Where it lies, if a hard link leads to it.
    pub token: Option<Token>,
}

impl Walk<'_> {
    /// Reads a long array that was left out.
    ///
    /// # Errors
    /// Those of its dataset.
    pub fn read_left(&self, key: &str, rows: Option<std::ops::Range<usize>>) -> Result<Entry> {
        let large = self.large.get(key);
        let large = large.ok_or_else(|| Error::new(Status::KeyNotFound, format!("there is no array '{key}'")))?;
        let content = match rows {
            Some(rows) => large.dataset.rows(rows.start as u64..rows.end as u64)?,
            None => large.dataset.content(u64::MAX)?,
        };
        Ok(Entry { value: value(content)?, unit: large.unit.clone() })
    }
}

/// Visits everything below the scan's group. Unreadable parts are left out with a warning.
///
/// # Errors
/// [`Status::NoMemory`], [`Status::Cancelled`]; [`Status::Corrupt`] when the group itself cannot be read.
pub fn walk<'s>(ctx: &Context, entry: &Group<'s>, file_length: u64, which: Arrays) -> Result<Walk<'s>> {
    let mut walker = Walker {
        ctx,
        which,
        top: entry.clone(),
        budget: Budget::new(ctx, file_length),
        read: HashSet::new(),
        arrays: HashMap::new(),
        walk: Walk {
            metadata: Metadata::new(),
            groups: IndexMap::new(),
            large: IndexMap::new(),
            left_out: IndexMap::new(),
        },
        in_data: false,
        path: vec![entry.token()],
        objects: 0,
        // A real file unpacks to a few times its size; a bomb is stopped long before memory ends.
        bytes_left: (1 << 30) + file_length.saturating_mul(64),
    };
    walker.group(entry, "", walker.path[0])?;
    Ok(walker.walk)
}

struct Walker<'c, 's> {
    ctx: &'c Context,
    which: Arrays,
    /// The scan's group.
    top: Group<'s>,
    /// For what is not in the file as it is in memory: the keys, and values that have several of them.
    budget: Budget,
    /// The datasets whose values were read.
    read: HashSet<Token>,
    /// Those that are arrays, which share their elements under all their names.
    arrays: HashMap<Token, Value>,
    walk: Walk<'s>,
    /// Whether the group that is visited is of class NXdata.
    in_data: bool,
    /// The groups from the scan's group to the one that is visited, to know a cycle.
    path: Vec<Token>,
    objects: usize,
    bytes_left: u64,
}

impl<'s> Walker<'_, 's> {
    fn group(&mut self, group: &Group<'s>, key: &str, token: Token) -> Result<()> {
        self.ctx.check_cancelled()?;
        // An attribute that cannot be read is left out below.
        let class = text_of(group, c"NX_class").unwrap_or_default();
        let about = GroupInfo { class, token: Some(token), ..GroupInfo::default() };
        let is_data = about.class.as_deref() == Some("NXdata");
        let holds_images = matches!(about.class.as_deref(), None | Some("NXdata"));
        self.walk.groups.insert(key.to_owned(), about);
        let mut without_unit: Vec<String> = Vec::new();
        let mut unit_of_all = None;
        for link in group.links()? {
            self.objects += 1;
            if self.objects > MAX_OBJECTS {
                if self.objects == MAX_OBJECTS + 1 {
                    self.ctx.warn_of(
                        crate::context::Warning::FileReduced,
                        format!("the file has more than {MAX_OBJECTS} links; the rest is left out"),
                    );
                }
                break;
            }
            let name = link.name();
            self.take_key(key.len() + 1 + name.len())?;
            let below = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
            let mut marks = holds_images.then(Marks::default);
            self.in_data = is_data;
            match self.link(group, &link, &below, marks.as_mut()) {
                Ok(Unit::Missing) => without_unit.push(below),
                Ok(Unit::IsText(text)) if name == "unit" => unit_of_all = real_unit(text),
                Ok(_) => {}
                Err(error) => self.leave_out(&below, error)?,
            }
            if let Some(marks) = marks.filter(|m| m.signal.is_some() || m.axis.is_some() || !m.axes.is_empty()) {
                self.walk.groups[key].marks.insert(name, marks);
            }
        }
        if unit_of_all.is_some() {
            for key in &without_unit {
                if let Some(entry) = self.walk.metadata.get(key) {
                    let entry = Entry { value: entry.value.clone(), unit: unit_of_all.clone() };
                    self.walk.metadata.insert(key.as_str(), entry);
                } else if let Some(large) = self.walk.large.get_mut(key) {
                    large.unit.clone_from(&unit_of_all);
                }
            }
        }
        for (name, attribute) in group.attributes()? {
            self.take_key(key.len() + 1 + name.len())?;
            let attribute_key = format!("{key}.{name}");
            match attribute.content().and_then(value) {
                Ok(value) => {
                    let about = &mut self.walk.groups[key];
                    match name.as_str() {
                        "default" => about.default = names(&value).into_iter().next(),
                        "signal" => about.signal = names(&value),
                        "auxiliary_signals" => about.auxiliary = names(&value),
                        "axes" => about.axes = axes(&value),
                        _ => {}
                    }
                    self.walk.metadata.insert(attribute_key, value);
                }
                Err(error) => self.leave_out(&attribute_key, error)?,
            }
        }
        Ok(())
    }

    fn link(&mut self, group: &Group<'s>, link: &Link, key: &str, marks: Option<&mut Marks>) -> Result<Unit> {
        let hard = match link.kind() {
            LinkKind::Hard(token) => Some(token),
            _ => None,
        };
        match group.open(link)? {
            Object::Dataset(dataset) => {
                if let Some(marks) = marks {
                    match Marks::of(&dataset) {
                        Ok(found) => *marks = found,
                        Err(error) => self.leave_out(&format!("{key} (its attributes)"), error)?,
                    }
                }
                self.dataset(dataset, key, hard)
            }
            Object::Group(child) => {
                let token = match hard {
                    Some(token) => token,
                    None => child.token(),
                };
                if self.path.contains(&token) {
                    return Err(Error::new(Status::Corrupt, "the link leads back to a group that contains it"));
                }
                if self.path.len() > MAX_DEPTH {
                    return Err(Error::new(Status::Corrupt, format!("groups are nested deeper than {MAX_DEPTH}")));
                }
                self.path.push(token);
                let result = self.group(&child, key, token);
                self.path.pop();
                result.map(|()| Unit::None)
            }
            Object::Other => Ok(Unit::None),
        }
    }

    fn dataset(&mut self, dataset: Dataset<'s>, key: &str, token: Option<Token>) -> Result<Unit> {
        let own_unit = dataset.attribute(c"units")?;
        let missing = own_unit.is_none();
        let unit = match own_unit {
            Some(attribute) => attribute.content()?.as_text().map(str::to_owned).and_then(real_unit),
            None => None,
        };
        let most = if self.in_data { SHORT_AXIS } else { SHORT };
        let is_left = |shape: &[usize]| match self.which {
            Arrays::All => shape.len() >= 2,
            Arrays::Short => shape.len() >= 2 || shape.iter().any(|&n| n > most),
        };
        match dataset.shape()? {
            Some(shape) if is_left(&shape) => {
                self.walk.large.insert(key.to_owned(), Large { dataset, shape, unit, token });
            }
            _ => {
                let place = dataset.token();
                if let Some(array) = self.arrays.get(&place) {
                    self.walk.metadata.insert(key, Entry { value: array.clone(), unit });
                    return Ok(if missing { Unit::Missing } else { Unit::None });
                }
                let content = dataset.content(self.bytes_left)?;
                self.bytes_left = self.bytes_left.saturating_sub(content.bytes());
                if !self.read.insert(place) {
                    self.budget.take(content.bytes(), "values that have several names")?;
                }
                let text = content.as_text().map(str::to_owned);
                let value = value(content)?;
                if matches!(value, Value::Array(_)) {
                    self.arrays.insert(place, value.clone());
                }
                self.walk.metadata.insert(key, Entry { value, unit });
                if let Some(text) = text {
                    return Ok(Unit::IsText(text));
                }
            }
        }
        Ok(if missing { Unit::Missing } else { Unit::None })
    }

    /// Takes the memory of an entry beside its value. A key repeats the names of all groups above it.
    fn take_key(&self, length: usize) -> Result<()> {
        self.budget.take(ENTRY / 2 + KEYS * length as u64, "the names of the metadata")
    }

    /// A damaged entry costs that entry; what stops the whole call goes on, and so does what would leave out all that follows.
    fn leave_out(&mut self, key: &str, error: Error) -> Result<()> {
        if matches!(error.status(), Status::NoMemory | Status::Cancelled) || self.top.is_spent() {
            return Err(error);
        }
        self.ctx.warn_of(crate::context::Warning::FileDamaged, format!("'{}' is left out: {error}", shown(key)));
        self.walk.left_out.insert(key.to_owned(), error);
        Ok(())
    }
}

impl Marks {
    fn of(dataset: &Dataset<'_>) -> Result<Marks> {
        let read = |name| dataset.attribute(name)?.map(|attribute| attribute.content().and_then(value)).transpose();
        let number = |value: Option<Value>| value.as_ref().and_then(whole_number);
        Ok(Marks {
            signal: number(read(c"signal")?),
            axes: read(c"axes")?.as_ref().map(axes).unwrap_or_default(),
            axis: number(read(c"axis")?),
        })
    }
}

/// A whole number, written as a number, as text, or as an array of one of them.
fn whole_number(value: &Value) -> Option<i64> {
    match value {
        Value::Int(number) => Some(*number),
        Value::Bool(flag) => Some(i64::from(*flag)),
        Value::Float(number) if number.fract() == 0.0 => Some(*number as i64),
        Value::String(text) => text.trim().parse().ok(),
        Value::List(values) => values.first().and_then(whole_number),
        Value::Array(array) => {
            let first = array.to_array().ok()?.data().to_f64().ok()?.first().copied()?;
            (first.fract() == 0.0).then_some(first as i64)
        }
        _ => None,
    }
}

/// The names in an attribute: one, or a list.
fn names(value: &Value) -> Vec<String> {
    let texts = match value {
        Value::List(texts) => texts.iter().filter_map(Value::as_str).collect(),
        other => other.as_str().into_iter().collect::<Vec<_>>(),
    };
    texts.into_iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

/// The names of axes: a list, or one text with commas or colons, with or without brackets.
fn axes(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => text
            .trim_matches(['[', ']'])
            .split([',', ':'])
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect(),
        other => names(other),
    }
}

/// The text of a group's attribute, if it has it and it is text.
pub fn text_of(group: &Group<'_>, name: &CStr) -> Result<Option<String>> {
    Ok(match group.attribute(name)? {
        Some(attribute) => match attribute.content()? {
            Content::Text(_, mut text) if !text.is_empty() => Some(text.swap_remove(0).trim().to_owned()),
            _ => None,
        },
        None => None,
    })
}

/// The meaning of a dataset for the units of its group.
enum Unit {
    /// Nothing.
    None,
    /// Numbers without an attribute `units`.
    Missing,
    /// Text; where it is named `unit` it holds for its neighbours (version 1.1).
    IsText(String),
}

/// A blank unit means that there is none.
fn real_unit(text: String) -> Option<String> {
    if text.trim().is_empty() { None } else { Some(text) }
}

fn value(content: Content) -> Result<Value> {
    Ok(match content {
        Content::Null => Value::None,
        Content::Text(shape, mut text) if text.len() == 1 && shape.len() <= 1 => {
            text.pop().map_or(Value::None, Value::String)
        }
        Content::Text(_, text) => Value::List(text.into_iter().map(Value::String).collect()),
        Content::Numbers(data) if data.len() == 1 && data.shape().len() <= 1 => scalar(&data)?,
        Content::Numbers(data) => Value::from(MaskedArray::from(data)),
        Content::Unread(name) => {
            return Err(Error::new(Status::Unsupported, format!("it has {name}, which are not supported")));
        }
    })
}

fn scalar(data: &Data) -> Result<Value> {
    Ok(match data {
        Data::Bool(a) => Value::Bool(a.first().copied().unwrap_or_default()),
        // What exceeds an i64 stays exact as an array of one.
        Data::U64(a) if a.iter().any(|&x| i64::try_from(x).is_err()) => Value::from(MaskedArray::from(data.clone())),
        data if data.dtype().is_integer() => {
            let wide = data.cast(crate::array::DType::I64)?;
            wide.typed::<i64>().and_then(|a| a.first().copied()).map_or(Value::None, Value::Int)
        }
        data if data.dtype().is_complex() => {
            let wide = data.cast(crate::array::DType::C128)?;
            wide.typed::<Complex<f64>>().and_then(|a| a.first().copied()).map_or(Value::None, Value::Complex)
        }
        data => {
            dispatch!(real data, |a| a.first().map_or(Value::None, |&x| Value::Float(crate::array::Real::to_f64(x))),
            complex => Value::None)
        }
    })
}
