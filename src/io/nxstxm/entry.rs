//! Which group of the file is the scan.

use crate::context::{Error, Result, Status};
use crate::image::Value;
use crate::io::hdf5::{Content, Group, LinkKind, Object};

/// The group of the scan.
pub struct Entry<'s> {
    /// Its name in the root group.
    pub name: String,
    pub group: Group<'s>,
    /// The name under which the file was written.
    pub original_name: Option<Value>,
}

/// Finds the NXentry group of an NXstxm scan: the one that the root's attribute `default` names, else `entry1`, else the
/// first in the order of the names.
///
/// # Errors
/// [`Status::Format`] when there is none.
pub fn find<'s>(root: &Group<'s>) -> Result<Entry<'s>> {
    let mut original_name = None;
    let mut default = None;
    for (name, attribute) in root.attributes()? {
        match name.as_str() {
            "file_name" => original_name = attribute.content()?.as_text().map(Value::from),
            "default" => default = attribute.content()?.as_text().map(str::to_owned),
            _ => {}
        }
    }
    let preference = |name: &str| match name {
        name if Some(name) == default.as_deref() => 0,
        "entry1" => 1,
        _ => 2,
    };
    let mut links = root.links()?;
    links.sort_by_key(|link| preference(&link.name()));
    let mut found = Vec::new();
    for link in links {
        if link.kind() == LinkKind::Outside {
            continue;
        }
        // A damaged neighbour must not keep the scan from being found.
        let Ok(Object::Group(group)) = root.open(&link) else { continue };
        match is_scan(&group) {
            Ok(true) => return Ok(Entry { name: link.name(), group, original_name }),
            Ok(false) => found.push(link.name()),
            Err(error) => found.push(format!("{} ({error})", link.name())),
        }
    }
    Err(Error::new(
        Status::Format,
        format!(
            "not NXstxm: no group of class NXentry with 'definition' = \"NXstxm\"; groups found: {}",
            if found.is_empty() { "none".to_owned() } else { found.join(", ") }
        ),
    ))
}

fn is_scan(group: &Group<'_>) -> Result<bool> {
    if nx_class(group)?.as_deref() != Some("NXentry") {
        return Ok(false);
    }
    let Some(link) = group.link("definition")? else { return Ok(false) };
    match group.open(&link)? {
        Object::Dataset(definition) if definition.shape()?.is_some_and(|shape| shape.len() <= 1) => {
            let content = definition.content(1 << 16)?;
            Ok(content.as_text().is_some_and(|text| text.trim().eq_ignore_ascii_case("NXstxm")))
        }
        _ => Ok(false),
    }
}

fn nx_class(group: &Group<'_>) -> Result<Option<String>> {
    match group.attribute(c"NX_class")? {
        Some(attribute) => match attribute.content()? {
            Content::Text(_, mut text) => Ok(text.pop()),
            _ => Ok(None),
        },
        None => Ok(None),
    }
}
