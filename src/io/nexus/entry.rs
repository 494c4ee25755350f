//! The entry: what it claims to be, and what stands where.

use super::collection::{self, Collection};
use super::instrument;
use super::names::{BLOCK, DATA, METADATA, OWN, PLANES};
use super::planes;
use super::process::{self, Input};
use super::signal::{self, Signal};
use super::tree::Tree;
use crate::array::{Data, alloc};
use crate::context::{Context, Result};
use crate::image::{BEAM_CURRENT, Image, Value};
use crate::io::hdf5_writer::{Attributes, File, Value as Written};
use crate::io::sidecar::Contents;
use crate::scan::Kind;

/// The name of the definition that scans are claimed to follow.
const DEFINITION: &str = "NXstxm";

/// Writes all that the entry links to, and gives its group.
pub fn write(ctx: &Context, file: &mut File<'_>, image: &Image, input: Option<&Input>) -> Result<Tree> {
    let mut entry = Tree::new(Attributes::of_class("NXentry").and("default", DATA));
    let whole = ctx.whole();
    // The planes are as large as the pixels each.
    let share = 1.0 / (1.0 + image.planes().names().count() as f64);
    let collection = collection::write(ctx, file, image.own_metadata())?;
    let planes = planes::write(&whole.part(share..1.0), file, image)?;
    let Signal { tree, energy, kind } = signal::write(&whole.part(0.0..share), file, image, &collection, &planes)?;

    let metadata = image.own_metadata();
    let mut title = image.title().to_owned();
    if title.is_empty() {
        title = metadata.value("title").and_then(Value::as_str).unwrap_or_default().to_owned();
    }
    if !title.is_empty() && !title.contains('\0') {
        let at = file.dataset(&whole.piece(), &title.as_str().into(), &Attributes::default())?;
        entry.link("title", at);
    }
    for name in ["start_time", "end_time"] {
        if let (Some(Value::String(_)), Some(&at)) = (metadata.value(name), collection.datasets.get(name)) {
            entry.link(name, at);
        }
    }
    let mut of_instrument = instrument::tree("instrument", metadata, &collection);
    if let Some(energy) = energy {
        let monochromator = of_instrument.below("monochromator", || "NXmonochromator".to_owned());
        monochromator.into_iter().for_each(|group| group.link("energy", energy));
    }
    let sample = instrument::tree("sample", metadata, &collection);
    let scan = matches!(kind, Some(Kind::Image | Kind::Stack)) && energy.is_some() && !image.dtype().is_complex();
    let said = ["title", "start_time", "end_time"].iter().all(|name| entry.has(name));
    if scan && said && instrument::is_of_stxm(metadata) {
        let at = file.dataset(&whole.piece(), &DEFINITION.into(), &Attributes::default())?;
        entry.link("definition", at);
    }
    entry.group(DATA, tree);
    for (name, tree) in [("instrument", of_instrument), ("sample", sample)] {
        if !tree.is_empty() {
            entry.group(name, tree);
        }
    }
    if let Some(&at) = planes.datasets.get(BEAM_CURRENT) {
        let mut control = Tree::of_class("NXmonitor");
        control.link("data", at);
        entry.group("control", control);
    }
    process::write(ctx, file, &mut entry, image, input)?;
    if let Some(at) = planes.group {
        entry.link(PLANES, at);
    }
    entry.link(METADATA, collection.group);
    let own = own(ctx, file, image, collection, planes.carried)?;
    entry.group(OWN, own);
    Ok(entry)
}

/// What has no place elsewhere, as one block.
fn own(
    ctx: &Context,
    file: &mut File<'_>,
    image: &Image,
    collection: Collection,
    planes: Vec<(String, crate::image::Plane)>,
) -> Result<Tree> {
    let mut bare = image.clone();
    bare.set_filename(None);
    let contents = Contents {
        shape: image.shape().to_vec(),
        planes,
        map: image.map().cloned(),
        mask: None,
        title: Some(bare.title().to_owned()).filter(|title| !title.is_empty()),
        frame_key: image.frame_key().map(str::to_owned),
        entries: collection.carried,
        foreign: false,
    };
    let bytes = contents.encode()?;
    let data = Data::from(alloc::from_vec(&[bytes.len()], bytes)?);
    let at = file.dataset(&ctx.whole().piece(), &Written::Numbers(data), &Attributes::default())?;
    let about = "what NeXus has no place for; the other groups are read without it";
    let mut own = Tree::new(Attributes::of_class("NXcollection").and("description", about));
    own.link(BLOCK, at);
    Ok(own)
}
