//! Metadata entries as datasets of one group, and back.

use super::names::{of_key, to_key};
use super::stored::{is_same, of_entry, to_value};
use super::tree::Tree;
use crate::context::{Context, Result, Status, Warning};
use crate::image::{Entry, Metadata};
use crate::io::hdf5::{Content, Dataset, Group, Object};
use crate::io::hdf5_writer::{Address, Attributes, File};
use crate::io::limits::{Budget, ENTRY};
use crate::io::sidecar::Carried;
use crate::io::text_metadata::merged;
use indexmap::IndexMap;

/// Only the first so many entries have a dataset of their own: the names of a group are searched one after the other.
const MOST: usize = 1 << 12;

/// What was written.
pub struct Collection {
    pub group: Address,
    /// The datasets by their keys.
    pub datasets: IndexMap<String, Address>,
    /// What they do not bring back as it is.
    pub carried: Vec<Carried>,
}

/// Writes the datasets and their group.
pub fn write(ctx: &Context, file: &mut File<'_>, metadata: &Metadata) -> Result<Collection> {
    let stage = ctx.whole().piece();
    let mut tree = Tree::of_class("NXcollection");
    let (mut datasets, mut carried) = (IndexMap::new(), Vec::new());
    for (index, (key, entry)) in metadata.iter().enumerate() {
        ctx.check_cancelled()?;
        let name = of_key(key).filter(|_| index < MOST);
        let stored = match name {
            Some(name) => of_entry(entry)?.map(|stored| (name, stored)),
            None => None,
        };
        let (in_text, exact) = match &stored {
            Some((_, stored)) => (true, stored.exact),
            None => (false, false),
        };
        if let Some((name, stored)) = stored {
            let attributes = Attributes::default().and_unit(stored.unit.as_deref());
            let at = file.dataset(&stage, &stored.value, &attributes)?;
            tree.link(&name, at);
            datasets.insert(key.to_owned(), at);
        }
        if !exact {
            carried.push(Carried { index: index as u32, in_text, key: key.to_owned(), entry: entry.clone() });
        }
    }
    Ok(Collection { group: tree.write(file)?, datasets, carried })
}

/// What a file holds for a key.
struct Found {
    content: Content,
    unit: Option<String>,
}

/// The entries in their order: where a dataset is what was written for a carried entry it is that entry, else the dataset's value.
///
/// # Errors
/// [`Status::NoMemory`], [`Status::Cancelled`].
pub fn read(
    ctx: &Context,
    group: Option<&Group<'_>>,
    carried: Vec<Carried>,
    budget: &Budget,
) -> Result<Vec<(String, Entry)>> {
    let mut found = match group {
        Some(group) => datasets(ctx, group, budget)?,
        None => IndexMap::new(),
    };
    let (mut entries, mut changed, mut gone) = (IndexMap::new(), Vec::new(), Vec::new());
    let mut only_carried = Vec::new();
    let mut unchanged = IndexMap::new();
    for carried in carried {
        if !carried.in_text {
            only_carried.push(carried);
            continue;
        }
        let same = match (found.get(&carried.key), of_entry(&carried.entry)?) {
            (None, _) => {
                gone.push(carried.key);
                continue;
            }
            (Some(found), Some(stored)) => found.unit == stored.unit && is_same(&found.content, &stored.value),
            (Some(_), None) => false,
        };
        if same {
            unchanged.insert(carried.key, carried.entry);
        } else {
            changed.push(carried.key);
        }
    }
    for (key, Found { content, unit }) in found.drain(..) {
        let entry = match unchanged.swap_remove(&key) {
            Some(entry) => Some(entry),
            None => to_value(content).map(|value| Entry { value, unit }),
        };
        match entry {
            Some(entry) => drop(entries.insert(key, entry)),
            None => left_out(ctx, &key, "its type is not read"),
        }
    }
    for (what, keys) in
        [("has another value than the library wrote: the new one is used", changed), ("was removed", gone)]
    {
        if let Some(first) = keys.first() {
            let more = match keys.len() {
                1 => String::new(),
                n => format!(" (and {} more)", n - 1),
            };
            ctx.warn_of(Warning::Assumed, format!("the metadata entry '{first}'{more} of the file {what}"));
        }
    }
    merged(entries.into_iter(), only_carried)
}

fn datasets(ctx: &Context, group: &Group<'_>, budget: &Budget) -> Result<IndexMap<String, Found>> {
    let mut found = IndexMap::new();
    for link in group.links_as_stored()? {
        ctx.check_cancelled()?;
        let key = to_key(&link.name());
        let read = group.open(&link).and_then(|object| match object {
            Object::Dataset(dataset) => one(&dataset).map(Some),
            _ => Ok(None),
        });
        match read {
            Ok(Some(one)) => {
                budget.take(ENTRY + 2 * key.len() as u64, "the metadata")?;
                found.insert(key, one);
            }
            Ok(None) => {}
            Err(error) if group.is_spent() || matches!(error.status(), Status::NoMemory | Status::Cancelled) => {
                return Err(error);
            }
            Err(error) => left_out(ctx, &key, error),
        }
    }
    Ok(found)
}

fn one(dataset: &Dataset<'_>) -> Result<Found> {
    Ok(Found { content: dataset.content(u64::MAX)?, unit: unit(dataset)? })
}

/// The unit that a dataset has.
///
/// # Errors
/// Those of the attribute.
pub fn unit(dataset: &Dataset<'_>) -> Result<Option<String>> {
    Ok(match dataset.attribute(c"units")? {
        Some(attribute) => attribute.content()?.as_text().map(str::to_owned),
        None => None,
    })
}

fn left_out(ctx: &Context, key: &str, why: impl std::fmt::Display) {
    ctx.warn_of(Warning::FileDamaged, format!("the metadata entry '{key}' of the file is left out: {why}"));
}
