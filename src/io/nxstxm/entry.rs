//! Which groups of the file are scans, in the order in which they are tried.

use super::axes::{COLUMNS, ROWS};
use super::walk::text_of;
use crate::context::{Context, Error, Result, Status, Warning};
use crate::image::Value;
use crate::image::quantities::ENERGIES;
use crate::io::hdf5::{Group, LinkKind, Object, Token};
use std::cmp::Ordering;
use std::collections::HashSet;

/// A scan is an entry or a subentry.
const LEVELS: usize = 2;

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
    rule: Rule,
    /// The file's attribute `default` leads to it.
    named: bool,
    /// The attribute `default` of the entry that it lies in does.
    preferred: bool,
}

/// The rule by which a group is taken for a scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// Its `definition` is NXstxm.
    Definition,
    /// It does not say so, but has an image with the axes of a scan; what its `definition` says instead, if anything.
    Content(Option<String>),
}

impl Rule {
    /// The rule in words.
    pub fn text(&self) -> &'static str {
        match self {
            Rule::Definition => "NXstxm: a group of class NXentry or NXsubentry with 'definition' = \"NXstxm\"",
            Rule::Content(_) => {
                "NXstxm by content: a group of class NXentry or NXsubentry without that definition, which holds an image with the axes \
                 of a scan"
            }
        }
    }
}

impl Entry<'_> {
    /// Remarks where the group does not say what it is.
    pub fn remarks(&self) -> Vec<String> {
        let path = &self.path;
        let class = (!self.has_class)
            .then(|| format!("the group '{path}' has no attribute NX_class; it is assumed to be an NXentry"));
        let definition = match &self.rule {
            Rule::Definition => None,
            Rule::Content(None) => Some(format!("the group '{path}' has no 'definition'; it is assumed to be NXstxm")),
            Rule::Content(Some(said)) => {
                Some(format!("the 'definition' of '{path}' is '{said}'; it is assumed to be NXstxm"))
            }
        };
        class.into_iter().chain(definition).collect()
    }

    /// The rule by which it is taken for a scan.
    pub fn rule(&self) -> &Rule {
        &self.rule
    }
}

/// Finds the NXstxm scans: groups of class NXentry, or NXsubentry within one, whose `definition` is NXstxm. The one that the
/// attribute `default` names comes first (NeXus' rule), then the others by name, where numbers count as numbers.
///
/// A group without a class counts where its `definition` says that it is a scan. A group with two names is one scan.
/// Where no group has that definition, those count that have none, or one that names no application definition (a version, for example), and
/// hold an image with the axes of a scan.
///
/// # Errors
/// [`Status::Format`] when there is none.
pub fn find<'s>(ctx: &Context, root: &Group<'s>) -> Result<Entries<'s>> {
    let original_name = match root.attribute(c"file_name")? {
        Some(attribute) => attribute.content()?.as_text().map(Value::from),
        None => None,
    };
    let default = text_of(root, c"default")?.filter(|text| !text.is_empty());
    let mut search = Search { scans: Vec::new(), found: Vec::new(), by_content: false };
    search.group(root, "", 0)?;
    if search.scans.is_empty() {
        let found = std::mem::take(&mut search.found);
        search.by_content = true;
        search.group(root, "", 0)?;
        search.found = found;
    }
    let Search { mut scans, found, .. } = search;
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
    let mut known: HashSet<Token> = HashSet::new();
    scans.retain(|entry| known.insert(entry.token));
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
    for remark in entry.remarks() {
        ctx.warn_of(Warning::Assumed, remark);
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
                "the file holds {} scans; '{}' is loaded: {why}; not loaded: {} (open the file as a scan to get them: \
                 stoner_scan_open, and name the entry)",
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
    // The longest path first, so that a subentry comes before its entry. No scan lies deeper than a subentry.
    let named = (1..=parts.len().min(LEVELS)).rev().find_map(|n| {
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
    /// Whether the content of a group counts, not its definition.
    by_content: bool,
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
                // Nothing that follows would be read either.
                Err(error) if parent.is_spent() => return Err(error),
                Err(error) if depth == 0 => self.found.push(format!("{name} ({error})")),
                Err(_) => {}
            }
        }
        Ok(())
    }

    fn look_at(&mut self, group: Group<'s>, path: &str, depth: usize) -> Result<()> {
        let class = text_of(&group, c"NX_class")?;
        let allowed = if depth == 0 { "NXentry" } else { "NXsubentry" };
        let rule = match class.as_deref().is_none_or(|class| class == allowed) {
            true if self.by_content => by_content(&group)?,
            true => is_stxm(&group)?.then_some(Rule::Definition),
            false => None,
        };
        if let Some(rule) = rule {
            let token = group.token();
            let has_class = class.is_some();
            let path = path.to_owned();
            self.scans.push(Entry {
                path,
                group,
                default: None,
                token,
                has_class,
                rule,
                named: false,
                preferred: false,
            });
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
    Ok(definition(group)?.is_some_and(|text| text.eq_ignore_ascii_case("NXstxm")))
}

/// The application definition that a group names: the file of one counts as its name.
fn definition(group: &Group<'_>) -> Result<Option<String>> {
    let Some(link) = group.link("definition")? else { return text_of(group, c"definition") };
    let text = match group.open(&link)? {
        Object::Dataset(definition) if definition.shape()?.is_some_and(|shape| shape.len() <= 1) => {
            definition.content(1 << 16)?.as_text().map(str::to_owned)
        }
        _ => None,
    };
    let name = |text: String| {
        let text = text.trim().trim_end_matches('\0').trim();
        text.strip_suffix(".nxdl.xml").unwrap_or(text).to_owned()
    };
    Ok(text.map(name).filter(|name| !name.is_empty()))
}

/// Whether a group holds an image with the axes of a scan, and names no other application definition.
fn by_content(group: &Group<'_>) -> Result<Option<Rule>> {
    let said = definition(group)?;
    if said.as_deref().is_some_and(|said| said.starts_with("NX")) {
        return Ok(None);
    }
    for link in group.links()?.iter().filter(|link| link.kind() != LinkKind::Outside) {
        let Ok(Object::Group(child)) = group.open(link) else { continue };
        if holds_scan(&child).unwrap_or(false) {
            return Ok(Some(Rule::Content(said)));
        }
        if group.is_spent() {
            break;
        }
    }
    Ok(None)
}

/// Whether a group has numbers `data` and, beside them, two of what a scan runs along.
fn holds_scan(group: &Group<'_>) -> Result<bool> {
    if text_of(group, c"NX_class")?.is_some_and(|class| class != "NXdata") {
        return Ok(false);
    }
    let Some(link) = group.link("data")? else { return Ok(false) };
    let Object::Dataset(data) = group.open(&link)? else { return Ok(false) };
    if data.dtype()?.is_none() || !data.shape()?.is_some_and(|shape| (1..=3).contains(&shape.len())) {
        return Ok(false);
    }
    let mut has = 0;
    for names in [ENERGIES, ROWS, COLUMNS] {
        for name in names {
            if group.link(name)?.is_some() {
                has += 1;
                break;
            }
        }
    }
    Ok(has >= 2)
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
