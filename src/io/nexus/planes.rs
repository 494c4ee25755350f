//! Planes as datasets, and back.

use super::collection::unit;
use super::names::{of_key, to_key};
use super::stored::same_numbers;
use super::tree::Tree;
use crate::array::MaskedArray;
use crate::context::parallel::Stage;
use crate::context::{Context, Result, Status, Warning};
use crate::image::{Entry, Image, Plane, Value};
use crate::io::hdf5::{Group, Object};
use crate::io::hdf5_writer::{Address, Attributes, File};
use indexmap::IndexMap;

/// What was written.
#[derive(Default)]
pub struct Planes {
    pub group: Option<Address>,
    /// The datasets by the planes' names.
    pub datasets: IndexMap<String, Address>,
    /// The planes that they do not bring back as they are.
    pub carried: Vec<(String, Plane)>,
}

/// Writes the planes and their group, if there are any.
pub fn write(stage: &Stage<'_>, file: &mut File<'_>, image: &Image) -> Result<Planes> {
    let mut planes = Planes::default();
    let mut tree = Tree::of_class("NXcollection");
    let count = image.planes().names().count();
    for (i, (name, plane)) in image.planes().iter().enumerate() {
        let entry = Entry { value: Value::from(plane.array.clone()), unit: plane.unit.clone() };
        let stored = super::stored::of_entry(&entry)?;
        let exact = stored.as_ref().is_some_and(|stored| stored.exact);
        match (of_key(name), stored) {
            (Some(link), Some(stored)) => {
                let attributes = Attributes::default().and_unit(stored.unit.as_deref());
                let at = file.dataset(&stage.nth(i, count), &stored.value, &attributes)?;
                tree.link(&link, at);
                planes.datasets.insert(name.to_owned(), at);
                if !exact {
                    planes.carried.push((name.to_owned(), plane.clone()));
                }
            }
            _ => planes.carried.push((name.to_owned(), plane.clone())),
        }
    }
    if !tree.is_empty() {
        planes.group = Some(tree.write(file)?);
    }
    Ok(planes)
}

/// Gives the image the planes of a group. `carried` are those that have a mask, or a name that is too long for a link.
///
/// # Errors
/// [`Status::NoMemory`], [`Status::Cancelled`].
pub fn read(ctx: &Context, group: Option<&Group<'_>>, carried: Vec<(String, Plane)>, image: &mut Image) -> Result<()> {
    let mut carried: IndexMap<String, Plane> = carried.into_iter().collect();
    for link in group.map(|group| group.links_as_stored()).transpose()?.unwrap_or_default() {
        let Some(group) = group else { break };
        let name = to_key(&link.name());
        let read = group.open(&link).and_then(|object| match object {
            Object::Dataset(dataset) => {
                let data = dataset.content(u64::MAX)?.into_numbers()?;
                Ok(Some(Plane { array: MaskedArray::from(data), unit: unit(&dataset)? }))
            }
            _ => Ok(None),
        });
        let plane = match read {
            Ok(Some(plane)) => plane,
            Ok(None) => continue,
            Err(error) if group.is_spent() || matches!(error.status(), Status::NoMemory | Status::Cancelled) => {
                return Err(error);
            }
            Err(error) => {
                ctx.warn_of(Warning::FileDamaged, format!("the plane '{name}' of the file is left out: {error}"));
                continue;
            }
        };
        let plane = match carried.shift_remove(&name) {
            Some(own) if same_numbers(own.array.data(), plane.array.data()) => own,
            Some(_) => {
                let what = "has other values than the library wrote: they are used, without its mask";
                ctx.warn_of(Warning::Assumed, format!("the plane '{name}' of the file {what}"));
                plane
            }
            None => plane,
        };
        put(ctx, image, &name, plane);
    }
    for (name, plane) in carried.into_iter().filter(|(name, _)| of_key(name).is_none()) {
        put(ctx, image, &name, plane);
    }
    Ok(())
}

fn put(ctx: &Context, image: &mut Image, name: &str, plane: Plane) {
    if let Err(error) = image.set_plane(name, plane) {
        ctx.warn_of(Warning::FileDamaged, format!("a plane of the file is left out: {error}"));
    }
}
