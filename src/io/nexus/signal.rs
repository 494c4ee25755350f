//! The group of the pixels: the array, its mask and axes, the energy.

use super::collection::Collection;
use super::coordinates;
use super::names::{DATA, FILL_VALUE, HARD, MASK, is_nexus};
use super::planes::Planes;
use super::stored::of_scalar;
use super::tree::Tree;
use crate::array::{DType, Data, alloc};
use crate::context::parallel::Stage;
use crate::context::{Context, Result};
use crate::image::quantities::ENERGIES;
use crate::image::{FrameAxis, Image, Quantity, Value};
use crate::io::hdf5_writer::{Address, Attributes, File, Value as Written};
use crate::live::ERROR;
use crate::scan::{Axis, Kind};

/// NeXus' name of an axis without points.
const NO_POINTS: &str = ".";

/// What was written.
pub struct Signal {
    /// The group.
    pub tree: Tree,
    pub energy: Option<Address>,
    /// What was scanned along what, by the axes.
    pub kind: Option<Kind>,
}

/// Writes the pixels and what belongs to them.
pub fn write(
    stage: &Stage<'_>,
    file: &mut File<'_>,
    image: &Image,
    collection: &Collection,
    planes: &Planes,
) -> Result<Signal> {
    let ctx = stage.context();
    let small = ctx.whole().piece();
    let rank = image.ndim();
    let mut names = vec![NO_POINTS.to_owned(); rank];
    let mut links: Vec<(String, Address)> = Vec::new();
    let mut indices: Vec<(String, Written)> = Vec::new();
    let mut energy = None;

    let data = file.dataset(&stage.part(0.0..0.9), &Written::Numbers(image.data().clone()), &of_pixels(image)?)?;
    links.push((DATA.to_owned(), data));
    if let Some(mask) = mask(image)? {
        let attributes = match image.array().is_hard() {
            true => Attributes::default()
                .and(HARD.to_str().unwrap_or_default(), Written::Numbers(Data::from(alloc::full(&[], true)?))),
            false => Attributes::default(),
        };
        links.push((MASK.to_owned(), file.dataset(&stage.part(0.9..1.0), &Written::Numbers(mask), &attributes)?));
    }

    // Of an image with a map the first axis are rows.
    let frames = image.frame_axis().filter(|_| rank == 3 || image.map().is_none());
    let frames = frames.map(|axis| (name_of(&axis), axis));
    if let Some((name, axis)) = &frames {
        let at = match written(image, axis, collection) {
            Some(at) => at,
            None => {
                let points = alloc::from_vec(&[axis.values.len()], alloc::copied(&axis.values)?)?;
                let attributes = Attributes::default().and_unit(axis.unit.as_deref());
                file.dataset(&small, &Written::Numbers(Data::from(points)), &attributes)?
            }
        };
        links.push((name.clone(), at));
        indices.push((name.clone(), Written::whole(0)?));
        names[0] = name.clone();
        if name == Quantity::Energy.name() {
            energy = Some(at);
        }
    }
    if let Some(map) = image.map() {
        for coordinate in coordinates::of_map(map, image.shape(), frames.as_ref().map(|(name, _)| name.as_str()))? {
            let attributes = Attributes::default().and_unit(coordinate.unit.as_deref());
            let at = file.dataset(&small, &Written::Numbers(coordinate.points), &attributes)?;
            let places = coordinate.along.iter().map(|&i| i as i64).collect::<Vec<_>>();
            let places = match places.as_slice() {
                [one] => Written::whole(*one)?,
                _ => Written::Numbers(Data::from(alloc::from_vec(&[places.len()], places)?)),
            };
            if let [along] = coordinate.along[..] {
                names[along] = coordinate.name.clone();
            }
            if coordinate.name == Quantity::Energy.name() {
                energy = Some(at);
            }
            links.push((coordinate.name.clone(), at));
            indices.push((coordinate.name, places));
        }
    }
    let axes: Vec<Axis> =
        names.iter().map(|name| Axis { name: Some(name.clone()), points: None, unit: None }).collect();
    let kind = Kind::by_axes(&axes);
    if energy.is_none()
        && let Some(points) = energies(ctx, image)
    {
        let data = Data::from(alloc::from_vec(&[points.len()], points)?);
        let attributes = Attributes::default().and_unit(Some(Quantity::Energy.unit()));
        let at = file.dataset(&small, &Written::Numbers(data), &attributes)?;
        links.push((Quantity::Energy.name().to_owned(), at));
        energy = Some(at);
    }
    if let Some(at) = planes.datasets.get(ERROR)
        && image.planes().get(ERROR).is_some_and(|plane| plane.array.shape() == image.shape())
    {
        links.push(("data_errors".to_owned(), *at));
    }
    if let Some(kind) = kind {
        let at = file.dataset(&small, &kind.name().into(), &Attributes::default())?;
        links.push(("stxm_scan_type".to_owned(), at));
    }

    let mut attributes = Attributes::of_class("NXdata").and("signal", DATA);
    if names.iter().any(|name| name != NO_POINTS) {
        attributes = attributes.and("axes", Written::Texts(names));
    }
    for (name, places) in indices {
        attributes = attributes.and(&format!("{name}_indices"), places);
    }
    let mut tree = Tree::new(attributes);
    links.iter().for_each(|(name, at)| tree.link(name, *at));
    Ok(Signal { tree, energy, kind })
}

fn of_pixels(image: &Image) -> Result<Attributes> {
    let interpretation = match image.ndim() {
        0 => "scalar",
        1 => "spectrum",
        _ => "image",
    };
    let attributes = Attributes::default().and("interpretation", interpretation);
    Ok(match image.array().own_fill_value() {
        Some(fill) => {
            let fill = Written::Numbers(of_scalar(fill, image.dtype())?);
            attributes.and(FILL_VALUE.to_str().unwrap_or_default(), fill)
        }
        None => attributes,
    })
}

/// The mask where it says something.
fn mask(image: &Image) -> Result<Option<Data>> {
    Ok(match image.array().mask() {
        Some(mask) if image.array().any_masked() => Some(Data::Bool(mask.clone())),
        _ if image.array().is_hard() => Some(Data::zeros(DType::Bool, image.shape())?),
        _ => None,
    })
}

/// The name of the axis of frames as NeXus allows it.
fn name_of(axis: &FrameAxis) -> String {
    let name = axis.name();
    match name {
        _ if ENERGIES.contains(&name) => Quantity::Energy.name().to_owned(),
        _ if is_nexus(name) && ![DATA, MASK, "data_errors", "stxm_scan_type"].contains(&name) => name.to_owned(),
        _ => "frames".to_owned(),
    }
}

/// The entry of the axis of frames, where its dataset can be the axis.
fn written(image: &Image, axis: &FrameAxis, collection: &Collection) -> Option<Address> {
    let points = match image.own_metadata().value(&axis.key)? {
        Value::Array(array) => array.shape() == [axis.values.len()],
        _ => false,
    };
    collection.datasets.get(&axis.key).copied().filter(|_| points)
}

/// The energies in eV, where they are known for sure: one, or one for each frame.
fn energies(ctx: &Context, image: &Image) -> Option<Vec<f64>> {
    let aside = ctx.aside();
    let mut found = image.quantity(&aside, Quantity::Energy)?;
    if aside.warning_counts().0 > 0 || found.iter().any(|energy| !energy.is_finite()) {
        return None;
    }
    if found.windows(2).all(|pair| pair[0] == pair[1]) {
        found.truncate(1);
    }
    (!found.is_empty()).then_some(found)
}
