//! The metadata's own tree of groups: what a scan's file has below `instrument` and `sample` is found at the same places again.

use super::classes::is_known;
use super::collection::Collection;
use super::names::is_nexus;
use super::tree::Tree;
use crate::image::{Metadata, Value};

/// Groups nested deeper than this are among the metadata alone.
const DEEPEST: usize = 8;
/// An attribute of a group, which the reader of scans gives as an entry.
const CLASS: &str = "NX_class";
/// The classes of groups that say none.
const CLASSES: [(&str, &str); 4] = [
    ("instrument", "NXinstrument"),
    ("sample", "NXsample"),
    ("instrument.source", "NXsource"),
    ("instrument.monochromator", "NXmonochromator"),
];

/// The group with this name of the entry, as the keys of the metadata describe it.
pub fn tree(name: &str, metadata: &Metadata, collection: &Collection) -> Tree {
    let mut top = Tree::of_class(&class(name, metadata));
    for (key, &at) in &collection.datasets {
        let parts: Vec<&str> = key.split('.').collect();
        let [first, groups @ .., last] = parts.as_slice() else { continue };
        if *first != name || *last == CLASS || parts.len() > DEEPEST || !parts.iter().all(|part| is_nexus(part)) {
            continue;
        }
        let mut path = name.to_owned();
        let mut group = Some(&mut top);
        for part in groups {
            path = format!("{path}.{part}");
            group = group.and_then(|group| group.below(part, || class(&path, metadata)));
        }
        if let Some(group) = group {
            group.link(last, at);
        }
    }
    top
}

/// The class of the group under a key: what the metadata say, if NeXus knows it, else what its place says.
fn class(path: &str, metadata: &Metadata) -> String {
    let said = metadata.value(&format!("{path}.{CLASS}")).and_then(Value::as_str);
    let known = CLASSES.iter().find(|(known, _)| *known == path).map(|(_, class)| *class);
    said.filter(|class| is_known(class)).or(known).unwrap_or("NXcollection").to_owned()
}

/// Whether the tree has what the definition NXstxm asks of instrument and sample, but for the monochromator.
pub fn is_of_stxm(metadata: &Metadata) -> bool {
    let text = |key: &str| metadata.value(key).and_then(Value::as_str).is_some();
    let detector = metadata.iter().any(|(key, entry)| {
        let group = key.strip_suffix(".data").filter(|group| group.matches('.').count() == 1);
        let measured = matches!(&entry.value, Value::Array(array) if array.shape().len() == 1);
        measured
            && group.is_some_and(|group| group.starts_with("instrument.") && class(group, metadata) == "NXdetector")
    });
    ["type", "name", "probe"].iter().all(|name| text(&format!("instrument.source.{name}")))
        && class("instrument.source", metadata) == "NXsource"
        && class("sample", metadata) == "NXsample"
        && matches!(metadata.value("sample.rotation_angle"), Some(Value::Float(_)))
        && detector
}
