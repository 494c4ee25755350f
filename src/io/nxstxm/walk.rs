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
use indexmap::IndexMap;

/// Groups nested deeper than this are left out.
const MAX_DEPTH: usize = 32;

/// More links than this are not walked: hard links can make a small file look endless.
const MAX_OBJECTS: usize = 100_000;

/// What a walk found.
pub struct Walk<'s> {
    pub metadata: Metadata,
    /// The keys of all groups, with their NeXus class.
    pub groups: IndexMap<String, Option<String>>,
    /// The datasets of rank 2 and more.
    pub large: IndexMap<String, Large<'s>>,
    /// What could not be read, and why.
    pub left_out: IndexMap<String, Error>,
}

/// A dataset that is too large for the metadata.
pub struct Large<'s> {
    pub dataset: Dataset<'s>,
    pub shape: Vec<usize>,
    pub unit: Option<String>,
}

/// Visits everything below the scan's group. What cannot be read is left out with a warning.
///
/// # Errors
/// [`Status::NoMemory`], [`Status::Cancelled`]; [`Status::Corrupt`] when the group itself cannot be read.
pub fn walk<'s>(ctx: &Context, entry: &Group<'s>, file_length: u64) -> Result<Walk<'s>> {
    let mut walker = Walker {
        ctx,
        walk: Walk {
            metadata: Metadata::new(),
            groups: IndexMap::new(),
            large: IndexMap::new(),
            left_out: IndexMap::new(),
        },
        path: vec![entry.token()?],
        objects: 0,
        // A real file unpacks to a few times its size; a bomb is stopped long before memory ends.
        bytes_left: (1 << 30) + file_length.saturating_mul(64),
    };
    walker.group(entry, "")?;
    Ok(walker.walk)
}

struct Walker<'c, 's> {
    ctx: &'c Context,
    walk: Walk<'s>,
    /// The groups from the scan's group to the one that is visited, to know a cycle.
    path: Vec<Token>,
    objects: usize,
    bytes_left: u64,
}

impl<'s> Walker<'_, 's> {
    fn group(&mut self, group: &Group<'s>, key: &str) -> Result<()> {
        self.ctx.check_cancelled()?;
        self.walk.groups.insert(key.to_owned(), None);
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
            let key = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
            match self.link(group, &link, &key) {
                Ok(Unit::Missing) => without_unit.push(key),
                Ok(Unit::IsText(text)) if name == "unit" => unit_of_all = real_unit(text),
                Ok(_) => {}
                Err(error) => self.leave_out(&key, error)?,
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
            let attribute_key = format!("{key}.{name}");
            match attribute.content().and_then(value) {
                Ok(value) => {
                    if name == "NX_class" {
                        self.walk.groups.insert(key.to_owned(), value.as_str().map(str::to_owned));
                    }
                    self.walk.metadata.insert(attribute_key, value);
                }
                Err(error) => self.leave_out(&attribute_key, error)?,
            }
        }
        Ok(())
    }

    fn link(&mut self, group: &Group<'s>, link: &Link, key: &str) -> Result<Unit> {
        match group.open(link)? {
            Object::Dataset(dataset) => self.dataset(dataset, key),
            Object::Group(child) => {
                let token = match link.kind() {
                    LinkKind::Hard(token) => token,
                    _ => child.token()?,
                };
                if self.path.contains(&token) {
                    return Err(Error::new(Status::Corrupt, "the link leads back to a group that it lies in"));
                }
                if self.path.len() > MAX_DEPTH {
                    return Err(Error::new(Status::Corrupt, format!("groups are nested deeper than {MAX_DEPTH}")));
                }
                self.path.push(token);
                let result = self.group(&child, key);
                self.path.pop();
                result.map(|()| Unit::None)
            }
            Object::Other => Ok(Unit::None),
        }
    }

    fn dataset(&mut self, dataset: Dataset<'s>, key: &str) -> Result<Unit> {
        let own_unit = dataset.attribute(c"units")?;
        let missing = own_unit.is_none();
        let unit = match own_unit {
            Some(attribute) => attribute.content()?.as_text().map(str::to_owned).and_then(real_unit),
            None => None,
        };
        match dataset.shape()? {
            Some(shape) if shape.len() >= 2 => {
                self.walk.large.insert(key.to_owned(), Large { dataset, shape, unit });
            }
            _ => {
                let content = dataset.content(self.bytes_left)?;
                self.bytes_left = self.bytes_left.saturating_sub(content.bytes());
                let text = content.as_text().map(str::to_owned);
                self.walk.metadata.insert(key, Entry { value: value(content)?, unit });
                if let Some(text) = text {
                    return Ok(Unit::IsText(text));
                }
            }
        }
        Ok(if missing { Unit::Missing } else { Unit::None })
    }

    /// A damaged entry costs that entry; what stops the whole call goes on.
    fn leave_out(&mut self, key: &str, error: Error) -> Result<()> {
        if matches!(error.status(), Status::NoMemory | Status::Cancelled) {
            return Err(error);
        }
        self.ctx.warn_of(crate::context::Warning::FileDamaged, format!("'{key}' is left out: {error}"));
        self.walk.left_out.insert(key.to_owned(), error);
        Ok(())
    }
}

/// What a dataset means for the units of its group.
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
            return Err(Error::new(Status::Unsupported, format!("it holds {name}, which are not read")));
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
        data => {
            dispatch!(real data, |a| a.first().map_or(Value::None, |&x| Value::Float(crate::array::Real::to_f64(x))),
            complex => Value::None)
        }
    })
}
