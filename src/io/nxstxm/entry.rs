//! Which groups of the file are scans, in the order in which they are tried.

use super::walk::text_of;
use crate::context::{Context, Error, Result, Status, Warning};
use crate::image::Value;
use crate::io::hdf5::{Group, LinkKind, Object, Token};
use std::cmp::Ordering;

/// The scans of a file.
pub struct Entries<'s> {
    /// The one to load first.
    pub scans: Vec<Entry<'s>>,
    /// The name under which the file was written.
    pub original_name: Option<Value>,
}

/// The group of a scan.
pub struct Entry<'s> {
    /// Its path from the root group, without the first slash.
    pub path: String,
    pub group: Group<'s>,
    /// Where the root's attribute `default` goes on below this group.
    pub default: Option<String>,
    token: Token,
    has_class: bool,
    /// The file's attribute `default` leads to it.
    named: bool,
    /// The attribute `default` of the entry that it lies in does.
    preferred: bool,
}

/// Finds the NXstxm scans: groups of class NXentry, or NXsubentry within one, whose `definition` is NXstxm. The one that the
/// attribute `default` names comes first (NeXus' rule), then the others by name, where numbers count as numbers.
///
/// A group without a class counts where its `definition` says that it is a scan. A group with two names is one scan.
///
/// # Errors
/// [`Status::Format`] when there is none.
pub fn find<'s>(ctx: &Context, root: &Group<'s>) -> Result<Entries<'s>> {
    let original_name = match root.attribute(c"file_name")? {
        Some(attribute) => attribute.content()?.as_text().map(Value::from),
        None => None,
    };
    let default = text_of(root, c"default")?.filter(|text| !text.is_empty());
    let mut search = Search { scans: Vec::new(), found: Vec::new() };
    search.group(root, "", 0)?;
    let Search { mut scans, found } = search;
    if let Some(default) = &default {
        name_default(&mut scans, default);
        if !scans.is_empty() && !scans.iter().any(|entry| entry.named) {
            ctx.warn_of(
                Warning::FileDamaged,
                format!("the attribute `default` of the file names '{default}', which is not an NXstxm scan in it"),
            );
        }
    }
    scans.sort_by(|a, b| {
        let key = |entry: &Entry<'_>| (!entry.named, !entry.preferred, !entry.has_class);
        key(a).cmp(&key(b)).then_with(|| by_name(&a.path, &b.path))
    });
    let mut known: Vec<Token> = Vec::new();
    scans.retain(|entry| {
        let new = !known.contains(&entry.token);
        known.push(entry.token);
        new
    });
    if scans.is_empty() {
        return Err(Error::new(
            Status::Format,
            format!(
                "not NXstxm: no group of class NXentry with 'definition' = \"NXstxm\"; groups found: {}",
                if found.is_empty() { "none".to_owned() } else { found.join(", ") }
            ),
        ));
    }
    Ok(Entries { scans, original_name })
}

/// Says which scan is loaded, and which ones are not.
pub fn tell(ctx: &Context, entries: &Entries<'_>, loaded: usize) {
    let entry = &entries.scans[loaded];
    if !entry.has_class {
        ctx.warn_of(
            Warning::FileDamaged,
            format!("the group '{}' has no attribute NX_class; it is assumed to be an NXentry", entry.path),
        );
    }
    let others: Vec<String> = entries
        .scans
        .iter()
        .enumerate()
        .filter(|(i, _)| *i != loaded)
        .map(|(_, entry)| format!("'{}'", entry.path))
        .collect();
    if !others.is_empty() {
        let why = match (entry.named, entry.preferred) {
            (true, _) => "the attribute `default` of the file names it",
            (_, true) => "the attribute `default` of its entry names it",
            _ => "it is the first by name",
        };
        ctx.warn_of(
            Warning::FileReduced,
            format!(
                "the file holds {} scans; '{}' is loaded: {why}; not loaded: {}",
                entries.scans.len(),
                entry.path,
                others.join(", ")
            ),
        );
    }
}

/// Marks the scan that a path names, or the scan that the path begins with.
fn name_default(scans: &mut [Entry<'_>], default: &str) {
    let parts: Vec<&str> = default.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    // The longest path first, so that a subentry comes before its entry.
    let named = (1..=parts.len()).rev().find_map(|n| {
        let path = parts[..n].join("/");
        let exact = scans.iter().position(|entry| entry.path == path);
        // An entry that is no scan itself, but holds one.
        let below = || scans.iter().position(|entry| entry.path.starts_with(&format!("{path}/")));
        let found = exact.or_else(|| (n == parts.len()).then(below).flatten())?;
        Some((found, parts[n..].join("/")))
    });
    if let Some((found, rest)) = named {
        scans[found].named = true;
        scans[found].default = Some(rest).filter(|rest| !rest.is_empty());
    }
}

struct Search<'s> {
    scans: Vec<Entry<'s>>,
    /// The groups that are no scans.
    found: Vec<String>,
}

impl<'s> Search<'s> {
    /// Looks at the groups below the root (depth 0) or below an NXentry (depth 1).
    fn group(&mut self, parent: &Group<'s>, path: &str, depth: usize) -> Result<()> {
        for link in parent.links()? {
            if link.kind() == LinkKind::Outside {
                continue;
            }
            let name = link.name();
            // A damaged neighbour must not keep the scan from being found.
            let Ok(Object::Group(group)) = parent.open(&link) else { continue };
            let path = if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
            match self.look_at(group, &path, depth) {
                Ok(()) => {}
                Err(error) if depth == 0 => self.found.push(format!("{name} ({error})")),
                Err(_) => {}
            }
        }
        Ok(())
    }

    fn look_at(&mut self, group: Group<'s>, path: &str, depth: usize) -> Result<()> {
        let class = text_of(&group, c"NX_class")?;
        let allowed = if depth == 0 { "NXentry" } else { "NXsubentry" };
        if class.as_deref().is_none_or(|class| class == allowed) && is_stxm(&group)? {
            let token = group.token();
            let has_class = class.is_some();
            let path = path.to_owned();
            self.scans.push(Entry { path, group, default: None, token, has_class, named: false, preferred: false });
            return Ok(());
        }
        if depth > 0 {
            return Ok(());
        }
        let before = self.scans.len();
        if class.as_deref() == Some("NXentry") {
            self.group(&group, path, depth + 1)?;
            // Several subentries of one entry: that entry's own attribute says which.
            if let Some(default) = text_of(&group, c"default")?
                && let Some(entry) = self.scans[before..].iter_mut().find(|e| e.path == format!("{path}/{default}"))
            {
                entry.preferred = true;
            }
        }
        if self.scans.len() == before {
            self.found.push(path.to_owned());
        }
        Ok(())
    }
}

fn is_stxm(group: &Group<'_>) -> Result<bool> {
    let Some(link) = group.link("definition")? else { return Ok(false) };
    match group.open(&link)? {
        Object::Dataset(definition) if definition.shape()?.is_some_and(|shape| shape.len() <= 1) => {
            let content = definition.content(1 << 16)?;
            Ok(content.as_text().is_some_and(|text| text.trim().eq_ignore_ascii_case("NXstxm")))
        }
        _ => Ok(false),
    }
}

/// The order of names in which "entry2" comes before "entry10".
fn by_name(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    loop {
        match (a, b) {
            ([], _) | (_, []) => return a.len().cmp(&b.len()),
            ([x, ..], [y, ..]) if x.is_ascii_digit() && y.is_ascii_digit() => {
                let (m, n) = (digits(a), digits(b));
                let number = |text: &[u8]| text.iter().skip_while(|&&c| c == b'0').copied().collect::<Vec<u8>>();
                let (p, q) = (number(&a[..m]), number(&b[..n]));
                let order = p.len().cmp(&q.len()).then(p.cmp(&q));
                if order != Ordering::Equal {
                    return order;
                }
                (a, b) = (&a[m..], &b[n..]);
            }
            ([x, ..], [y, ..]) => {
                if x != y {
                    return x.cmp(y);
                }
                (a, b) = (&a[1..], &b[1..]);
            }
        }
    }
}

fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|c| c.is_ascii_digit()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_count_as_numbers() {
        let mut names = ["entry10", "entry2", "entry", "b", "entry02x", "entry2/a", "entry0"];
        names.sort_by(|a, b| by_name(a, b));
        assert_eq!(names, ["b", "entry", "entry0", "entry2", "entry2/a", "entry02x", "entry10"]);
    }
}
