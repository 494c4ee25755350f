//! The image from its file.

use super::collection;
use super::coordinates::{self, Coordinate};
use super::names::{BLOCK, DATA, FILL_VALUE, HARD, MASK, METADATA, OWN, PLANES};
use super::planes;
use super::stored::same_numbers;
use crate::array::elementwise::item;
use crate::array::{DType, Data, MaskedArray};
use crate::context::{Context, Error, Result, Status, Warning};
use crate::image::{Entry, Image, Map};
use crate::io::hdf5::{Content, Dataset, Group, Object};
use crate::io::limits::Budget;
use crate::io::sidecar::Contents;
use crate::scan::Axis;

/// A saved image in an open file.
pub struct Saved<'f> {
    /// The name of its group.
    pub name: String,
    entry: Group<'f>,
    own: Group<'f>,
    length: u64,
}

/// The image that the library saved into a file, if it is the one to which the file leads.
///
/// # Errors
/// [`Status::Corrupt`] when the file's root cannot be read.
pub fn find<'f>(root: &Group<'f>, length: u64) -> Result<Option<Saved<'f>>> {
    let Some(name) = text(root, c"default")? else { return Ok(None) };
    let Some(entry) = below(root, &name) else { return Ok(None) };
    Ok(below(&entry, OWN).map(|own| Saved { name, entry, own, length }))
}

/// A group within a group, if there is one that can be opened.
fn below<'f>(group: &Group<'f>, name: &str) -> Option<Group<'f>> {
    let link = group.link(name).ok().flatten()?;
    match group.open(&link) {
        Ok(Object::Group(found)) => Some(found),
        _ => None,
    }
}

/// A dataset within a group.
fn dataset<'f>(group: &Group<'f>, name: &str) -> Result<Option<Dataset<'f>>> {
    let Some(link) = group.link(name)? else { return Ok(None) };
    Ok(match group.open(&link)? {
        Object::Dataset(dataset) => Some(dataset),
        _ => None,
    })
}

fn text(group: &Group<'_>, name: &std::ffi::CStr) -> Result<Option<String>> {
    Ok(match group.attribute(name)? {
        Some(attribute) => attribute.content()?.as_text().map(str::to_owned),
        None => None,
    })
}

impl Saved<'_> {
    /// Whether this is the image of a detector of an entry.
    pub fn is(&self, entry: &str, detector: &str) -> bool {
        self.name == entry && detector == DATA
    }

    /// The image with all that belongs to it.
    ///
    /// # Errors
    /// [`Status::Corrupt`] when there are no pixels; [`Status::NoMemory`], [`Status::Cancelled`]. Other damage is a warning.
    pub fn image(&self, ctx: &Context) -> Result<Image> {
        let budget = Budget::new(ctx, self.length);
        let none = || Error::new(Status::Corrupt, "the saved image has no pixels");
        let group = below(&self.entry, DATA).ok_or_else(none)?;
        let signal = text(&group, c"signal").ok().flatten().unwrap_or_else(|| DATA.to_owned());
        let pixels = dataset(&group, &signal)?.ok_or_else(none)?;
        let data = pixels.content(u64::MAX).and_then(Content::into_numbers);
        let data = data.map_err(|error| error.during("reading the pixels"))?;
        budget.allow(data.len().saturating_mul(data.dtype().itemsize()));
        ctx.check_cancelled()?;
        let mut array = MaskedArray::from(data);
        mask(ctx, &group, &mut array)?;
        let fill = pixels.attribute(FILL_VALUE)?.map(|attribute| attribute.content()).transpose()?;
        if let Some(Content::Numbers(fill)) = fill
            && fill.len() == 1
            && let Err(error) = array.set_fill_value(Some(item(&MaskedArray::from(fill), 0).0))
        {
            ctx.warn_of(Warning::FileDamaged, format!("the fill value of the file is left out: {error}"));
        }
        let contents = self.contents(ctx, array.shape(), &budget)?;
        if contents.foreign {
            ctx.warn_of(
                Warning::FileDamaged,
                format!(
                    "the pixels in the file have shape {:?}, the library wrote shape {:?}: planes and axes are taken where they fit",
                    array.shape(),
                    contents.shape
                ),
            );
        }
        let mut image = Image::from(array);
        for (key, entry) in self.entries(ctx, contents.entries, &budget)? {
            image.own_metadata_mut().insert(key, entry);
        }
        image.set_title(contents.title);
        image.set_frame_key(contents.frame_key.as_deref());
        planes::read(ctx, below(&self.entry, PLANES).as_ref(), contents.planes, &mut image)?;
        let map = map(ctx, &group, &image, contents.map)?;
        image.set_map(map);
        Ok(image)
    }

    /// The metadata alone.
    ///
    /// # Errors
    /// As [`Saved::image`].
    pub fn metadata(&self, ctx: &Context) -> Result<crate::image::Metadata> {
        let budget = Budget::new(ctx, self.length);
        let contents = self.contents(ctx, &[], &budget)?;
        Ok(self.entries(ctx, contents.entries, &budget)?.into_iter().collect())
    }

    /// What the block holds; without it, nothing.
    fn contents(&self, ctx: &Context, shape: &[usize], budget: &Budget) -> Result<Contents> {
        let read = dataset(&self.own, BLOCK).and_then(|block| match block {
            Some(block) => block.content(u64::MAX)?.into_numbers(),
            None => Err(Error::new(Status::Corrupt, "it is not there")),
        });
        let bytes = match read {
            Ok(Data::U8(bytes)) => bytes,
            Err(error) if matches!(error.status(), Status::NoMemory | Status::Cancelled) => return Err(error),
            other => {
                let why = other.err().map_or("it holds no bytes".to_owned(), |error| error.to_string());
                let what = "the block of the file cannot be read, so that some types, units and the order may be lost";
                ctx.warn_of(Warning::FileDamaged, format!("{what}: {why}"));
                return Ok(Contents::default());
            }
        };
        Contents::decode(ctx, bytes.as_slice().unwrap_or_default(), shape, budget)
    }

    fn entries(
        &self,
        ctx: &Context,
        carried: Vec<crate::io::sidecar::Carried>,
        budget: &Budget,
    ) -> Result<Vec<(String, Entry)>> {
        collection::read(ctx, below(&self.entry, METADATA).as_ref(), carried, budget)
    }
}

fn mask(ctx: &Context, group: &Group<'_>, array: &mut MaskedArray) -> Result<()> {
    let read = || -> Result<Option<(Data, bool)>> {
        let Some(found) = dataset(group, MASK)? else { return Ok(None) };
        let hard = found.attribute(HARD)?.map(|attribute| attribute.content()).transpose()?;
        let hard = match hard {
            Some(Content::Numbers(hard)) => hard.to_f64()?.iter().any(|&x| x != 0.0),
            _ => false,
        };
        Ok(Some((found.content(u64::MAX)?.into_numbers()?, hard)))
    };
    let (found, hard) = match read() {
        Ok(Some(found)) => found,
        Ok(None) => return Ok(()),
        Err(error) if matches!(error.status(), Status::NoMemory | Status::Cancelled) => return Err(error),
        Err(error) => {
            ctx.warn_of(Warning::FileDamaged, format!("the mask of the file is left out: {error}"));
            return Ok(());
        }
    };
    let shape = found.shape().to_vec();
    let mask = found.cast(DType::Bool)?;
    let mask = mask.typed::<bool>().cloned().filter(|mask| mask.iter().any(|&masked| masked));
    if shape != array.shape() {
        let what = format!("the mask of the file has shape {shape:?}, the image {:?}: left out", array.shape());
        ctx.warn_of(Warning::FileDamaged, what);
        return Ok(());
    }
    array.set_mask(mask)?;
    array.set_hard(hard);
    Ok(())
}

/// The map: the one that was written where the axes are its own, else that of the axes.
fn map(ctx: &Context, group: &Group<'_>, image: &Image, own: Option<Map>) -> Result<Option<Map>> {
    if image.ndim() < 2 {
        return Ok(own);
    }
    let frames = match group.attribute(c"axes")?.map(|attribute| attribute.content()).transpose()? {
        Some(Content::Text(_, names)) if names.len() == image.ndim() => names,
        _ => Vec::new(),
    };
    let first = frames.first().filter(|_| image.ndim() == 3).map(String::as_str);
    if let Some(own) = &own {
        let written = coordinates::of_map(own, image.shape(), first)?;
        let same = written.iter().map(|coordinate| is_there(group, coordinate)).collect::<Result<Vec<bool>>>()?;
        if same.iter().all(|&same| same) {
            return Ok(Some(own.clone()));
        }
    }
    let mut axes = Vec::new();
    for (name, &n) in frames.iter().zip(image.shape()).skip(image.ndim() - 2) {
        let points =
            dataset(group, name)?.map(|found| Ok::<_, Error>((found.content(u64::MAX)?, collection::unit(&found)?)));
        match points.transpose()? {
            Some((Content::Numbers(points), unit)) if points.shape() == [n] && !points.dtype().is_complex() => {
                let points = points.to_f64()?.iter().copied().collect();
                axes.push(Axis { name: Some(name.clone()), points: Some(points), unit });
            }
            _ => axes.push(Axis { name: None, points: None, unit: None }),
        }
    }
    let found = match <[Axis; 2]>::try_from(axes) {
        Ok([rows, columns]) => coordinates::to_map(rows, columns),
        Err(_) => None,
    };
    if own.is_some() {
        let what = match found {
            Some(_) => "they are used",
            None => "they are no regular grid, and the image has no map",
        };
        ctx.warn_of(Warning::Assumed, format!("the axes of the file are not those that the library wrote: {what}"));
    }
    Ok(found)
}

/// Whether a coordinate is in the file as it was written.
fn is_there(group: &Group<'_>, coordinate: &Coordinate) -> Result<bool> {
    let Some(found) = dataset(group, &coordinate.name)? else { return Ok(false) };
    let same = match found.content(u64::MAX)? {
        Content::Numbers(points) => same_numbers(&points, &coordinate.points),
        _ => false,
    };
    Ok(same && collection::unit(&found)? == coordinate.unit)
}
