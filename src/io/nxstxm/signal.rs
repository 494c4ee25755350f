//! The choice of the dataset that is the image: NeXus' attributes `default` and `signal`, and what to do without them.

use super::walk::{GroupInfo, Walk};
use crate::context::{Context, Error, Result, Status, Warning};
use crate::image::Value;
use std::collections::{HashMap, HashSet};

/// The image of a scan.
#[derive(Debug, Clone)]
pub struct Signal {
    /// The key of the group that holds it.
    pub group: String,
    /// The key of its dataset.
    pub key: String,
}

/// Finds the image of a detector that is named: the key of its group with dots, and of its dataset.
///
/// # Errors
/// [`Status::KeyNotFound`].
pub fn named(walk: &Walk<'_>, group: &str, key: &str) -> Result<Signal> {
    let finder = Finder::new("", walk);
    if walk.groups.contains_key(group) && finder.shape(key).is_some() {
        return Ok(Signal { group: group.to_owned(), key: key.to_owned() });
    }
    Err(Error::new(Status::KeyNotFound, format!("the entry has no image '{}' any more", path(key))))
}

/// All images of a scan, the one that is meant first, and what is to be said of unusual groups.
///
/// # Errors
/// As [`find`].
pub fn all(ctx: &Context, entry: &str, default: Option<&str>, walk: &Walk<'_>) -> Result<Vec<Signal>> {
    let first = find(ctx, entry, default, walk)?;
    let finder = Finder::new(entry, walk);
    let mut found = vec![first];
    let add = |found: &mut Vec<Signal>, group: &str, key: String| {
        // One dataset under two names is one image.
        let place = finder.place(&key);
        let known = found.iter().any(|s| s.key == key || (place.is_some() && finder.place(&s.key) == place));
        if !known {
            found.push(Signal { group: group.to_owned(), key });
        }
    };
    for (group, about) in walk.groups.iter() {
        let is_first = *group == found[0].group;
        if about.class.as_deref() != Some("NXdata") && !is_first {
            continue;
        }
        let Some(candidate) = finder.candidate(group, if is_first { Ask::Named } else { Ask::Data }) else { continue };
        if candidate.shape.contains(&0) || candidate.shape.len() > 3 {
            continue;
        }
        add(&mut found, group, candidate.key);
        for name in candidate.others {
            let key =
                finder.resolve(group, &name).filter(|key| finder.shape(key).is_some_and(|shape| shape.len() <= 3));
            if let Some(key) = key {
                add(&mut found, group, key);
            }
        }
    }
    Ok(found)
}

/// What facilities call their main detector.
const FIRST: [&str; 2] = ["counter0", "default"];

/// The scan types that say nothing about the contents of a group.
const GENERIC: [&str; 2] = ["", "generic scan"];

/// Finds the image of a scan.
///
/// The group is the one to which the attributes `default` lead from the scan on, one group after the other (NeXus' rule).
/// Without them, and where they lead nowhere, it is a group of class NXdata: one that holds no spectrum for each pixel of
/// another, whose `stxm_scan_type` says what it is, `counter0`, one whose axes are there, in this order. Within the group it is the
/// dataset that the group's attribute `signal` names, or that has an attribute `signal` of 1 itself (the older rule), or `data`,
/// or the only one with two or three axes.
///
/// What is not loaded is named in a warning, and so is an attribute that names what is not there.
///
/// # Errors
/// [`Status::Format`] when there is none; [`Status::Corrupt`] when it is there and cannot be read.
pub fn find(ctx: &Context, entry: &str, default: Option<&str>, walk: &Walk<'_>) -> Result<Signal> {
    let finder = Finder::new(entry, walk);
    let mut notes = Vec::new();
    let named = finder.follow_default(default, &mut notes)?;
    let (chosen, why) = match named {
        Some(candidate) => (candidate, "the attribute `default` leads to it"),
        None => match finder.best("") {
            Some(candidate) => {
                (candidate, "no attribute `default` names one, and it is the first by scan type and name")
            }
            None => return Err(finder.nothing()),
        },
    };
    for (kind, note) in notes {
        ctx.warn_of(kind, note);
    }
    chosen.tell(ctx);
    finder.tell_others(ctx, &chosen, why);
    Ok(Signal { group: chosen.group, key: chosen.key })
}

/// A group that holds an image.
struct Candidate {
    group: String,
    key: String,
    shape: Vec<usize>,
    /// The other signals of the group.
    others: Vec<String>,
    /// A remark on an unusual group.
    odd: Vec<String>,
}

impl Candidate {
    fn tell(&self, ctx: &Context) {
        for note in &self.odd {
            ctx.warn_of(Warning::FileDamaged, note);
        }
        if !self.others.is_empty() {
            ctx.warn_of(
                Warning::FileReduced,
                format!(
                    "the group '{}' holds several signals; '{}' is loaded; not loaded: {} (open the file as a scan to \
                     get them: stoner_scan_open, and name the detector)",
                    path(&self.group),
                    path(&self.key),
                    quoted(&self.others)
                ),
            );
        }
    }
}

/// How the image of a group is searched.
#[derive(Clone, Copy, PartialEq)]
enum Ask {
    /// Its class says that it holds one.
    Data,
    /// An attribute `default` names it.
    Named,
    /// Nothing says so.
    Unclassed,
}

struct Finder<'w, 's> {
    entry: &'w str,
    walk: &'w Walk<'s>,
    /// Of each group the first two datasets with two or three axes: two are as many as any number, where one is looked for.
    images: HashMap<&'w str, [Option<&'w String>; 2]>,
}

impl<'w, 's> Finder<'w, 's> {
    fn new(entry: &'w str, walk: &'w Walk<'s>) -> Self {
        let mut images: HashMap<&str, [Option<&String>; 2]> = HashMap::new();
        for (key, _) in walk.large.iter().filter(|(_, large)| (2..=3).contains(&large.shape.len())) {
            let group = key.rsplit_once('.').map_or("", |(group, _)| group);
            let [first, second] = images.entry(group).or_default();
            if first.is_none() { *first = Some(key) } else { *second = Some(key) }
        }
        Finder { entry, walk, images }
    }

    /// From `default` of the file, what is left of it, or of the scan, from group to group.
    fn follow_default(&self, left: Option<&str>, notes: &mut Vec<(Warning, String)>) -> Result<Option<Candidate>> {
        let mut at = String::new();
        let mut next = left.map(str::to_owned);
        let mut followed = false;
        let mut visited = HashSet::from([String::new()]);
        loop {
            let own = || self.walk.groups.get(&at).and_then(|about| about.default.clone());
            let Some(name) = next.take().or_else(own).filter(|name| !name.is_empty()) else { break };
            let Some(key) = self.resolve(&at, &name).filter(|key| *key != at) else {
                notes.push((Warning::FileDamaged, self.leads_nowhere(&at, &name)));
                break;
            };
            if !self.walk.groups.contains_key(&key) {
                if let Some(shape) = self.shape(&key) {
                    let group = key.rsplit_once('.').map_or("", |(group, _)| group).to_owned();
                    return Ok(Some(Candidate { group, key, shape, others: Vec::new(), odd: Vec::new() }));
                }
                if let Some(error) = self.walk.left_out.get(&key) {
                    return Err(error.clone().during("reading the image"));
                }
                notes.push((Warning::FileDamaged, self.leads_nowhere(&at, &name)));
                break;
            }
            if !visited.insert(key.clone()) {
                let note = format!("the attributes `default` lead in a circle, back to '{}'", path(&key));
                notes.push((Warning::FileDamaged, note));
                break;
            }
            followed = true;
            at = key;
        }
        if !followed {
            return Ok(None);
        }
        let unreadable = || self.unreadable(&at);
        match self.candidate(&at, Ask::Named).or_else(|| self.best(&at)) {
            Some(candidate) => Ok(Some(candidate)),
            None => match unreadable() {
                Some(error) => Err(error),
                None => {
                    let note = format!("the attribute `default` leads to '{}', which has no image", path(&at));
                    notes.push((Warning::FileDamaged, note));
                    Ok(None)
                }
            },
        }
    }

    /// The best group below one (all of them below ""), by what it says of itself.
    fn best(&self, below: &str) -> Option<Candidate> {
        let prefix = if below.is_empty() { String::new() } else { format!("{below}.") };
        let inside = |key: &str| key != below && key.starts_with(&prefix);
        let of = |class: Option<&str>, ask: Ask| -> Vec<Candidate> {
            let groups = self.walk.groups.iter();
            let groups = groups.filter(|(key, about)| about.class.as_deref() == class && inside(key));
            groups.filter_map(|(key, _)| self.candidate(key, ask)).collect()
        };
        let mut candidates = of(Some("NXdata"), Ask::Data);
        if candidates.is_empty() {
            candidates = of(None, Ask::Unclassed);
        }
        let shapes = Shapes::of(candidates.iter().map(|candidate| &candidate.shape[..]));
        // The first of equals, in the order of the file.
        candidates.into_iter().min_by_key(|candidate| self.rank(candidate, &shapes))
    }

    fn rank(&self, candidate: &Candidate, all: &Shapes) -> [usize; 7] {
        let Candidate { group, shape, .. } = candidate;
        let scan_type = self.scan_type(group);
        [
            usize::from(shape.contains(&0) || shape.len() > 3),
            usize::from(all.hold_pixels_of(shape)),
            usize::from(GENERIC.contains(&scan_type.as_str())),
            usize::from(!FIRST.iter().any(|first| group.eq_ignore_ascii_case(first))),
            usize::from(shape.len() < 2),
            usize::from(!self.has_axes(candidate)),
            group.matches('.').count(),
        ]
    }

    fn scan_type(&self, group: &str) -> String {
        scan_type(self.walk, group)
    }

    /// Whether the group has an axis of the right length for each of the image's.
    fn has_axes(&self, candidate: &Candidate) -> bool {
        let about = &self.walk.groups[&candidate.group];
        let names = axis_names(about, name_in(&candidate.key));
        let length = |name: &str| match self.walk.metadata.value(&format!("{}.{name}", candidate.group)) {
            Some(Value::Array(array)) => Some(array.shape().iter().product::<usize>()),
            Some(Value::Int(_) | Value::Float(_)) => Some(1),
            _ => None,
        };
        match names {
            Some(names) if names.len() == candidate.shape.len() => {
                names.iter().zip(&candidate.shape).all(|(name, &n)| length(name) == Some(n))
            }
            _ => {
                let usual = |axis: &str, n: Option<&usize>| length(axis) == n.copied();
                usual("sample_x", candidate.shape.last()) && usual("sample_y", candidate.shape.iter().rev().nth(1))
            }
        }
    }

    fn candidate(&self, group: &str, ask: Ask) -> Option<Candidate> {
        let about = self.walk.groups.get(group)?;
        let shape = |name: &str| self.resolve(group, name).and_then(|key| Some((self.shape(&key)?, key)));
        let mut odd = Vec::new();
        let found = |(shape, key), others: Vec<String>, odd: Vec<String>| {
            Some(Candidate { group: group.to_owned(), key, shape, others, odd })
        };
        if about.class.is_none() && ask != Ask::Data {
            odd.push(format!("the group '{}' has no attribute NX_class; it is assumed to be an NXdata", path(group)));
        }
        // The group names its image.
        let named = about.signal.iter().find_map(|name| Some((name, shape(name)?)));
        if let Some((first, image)) = named {
            let others = about.signal.iter().chain(&about.auxiliary).filter(|name| *name != first);
            let others = others.filter(|name| shape(name).is_some()).cloned().collect();
            return found(image, others, odd);
        }
        if !about.signal.is_empty() {
            // What is there and cannot be read is no reason to load something else.
            if about.signal.iter().any(|name| self.resolve(group, name).is_some_and(|key| self.is_there(&key))) {
                let name = &about.signal[0];
                let key = self.resolve(group, name)?;
                return found((vec![0], key), Vec::new(), odd);
            }
            odd.push(format!(
                "the attribute `signal` of '{}' names '{}', which does not exist",
                path(group),
                about.signal.join("', '")
            ));
        }
        // The datasets say it themselves.
        let mut marked: Vec<(i64, &String)> =
            about.marks.iter().filter_map(|(name, marks)| Some((marks.signal?, name))).collect();
        marked.retain(|(number, name)| *number > 0 && shape(name).is_some());
        marked.sort_by_key(|(number, _)| *number);
        if let Some((number, name)) = marked.first() {
            let firsts = marked.iter().filter(|(n, _)| n == number).count();
            if firsts > 1 {
                odd.push(format!("{firsts} datasets of '{}' have the attribute `signal` = {number}", path(group)));
            }
            let others = marked[1..].iter().map(|(_, name)| (*name).clone()).collect();
            return found(shape(name)?, others, odd);
        }
        if let Some(image) = shape("data").filter(|(shape, _)| ask != Ask::Unclassed || shape.len() >= 2) {
            return found(image, Vec::new(), odd);
        }
        if ask == Ask::Unclassed {
            return None;
        }
        let Some([Some(only), None]) = self.images.get(group).copied() else { return None };
        odd.push(format!(
            "no attribute `signal` says which dataset of '{}' is the image; '{}' is the only one with two axes or more",
            path(group),
            path(only)
        ));
        found((self.shape(only)?, only.clone()), Vec::new(), odd)
    }

    /// Names the other groups with images, but for those that are the same one under another name.
    fn tell_others(&self, ctx: &Context, chosen: &Candidate, why: &str) {
        let mut groups = HashSet::from([self.walk.groups[&chosen.group].token]);
        let mut places = HashSet::from([self.place(&chosen.key)]);
        let mut others = Vec::new();
        for (key, about) in self.walk.groups.iter().filter(|(_, about)| about.class.as_deref() == Some("NXdata")) {
            let Some(other) = self.candidate(key, Ask::Data) else { continue };
            let place = self.place(&other.key);
            let same = groups.contains(&about.token) || (place.is_some() && places.contains(&place));
            if !same && other.key != chosen.key {
                others.push(key.clone());
                groups.insert(about.token);
                places.insert(place);
            }
        }
        if !others.is_empty() {
            ctx.warn_of(
                Warning::FileReduced,
                format!(
                    "the scan '{}' holds {} images; '{}' is loaded: {why}; not loaded: {} (open the file as a scan to \
                     get them: stoner_scan_open, and name the detector)",
                    self.entry,
                    others.len() + 1,
                    path(&chosen.group),
                    quoted(&others)
                ),
            );
        }
    }

    /// Where a dataset lies, if a hard link told it.
    fn place(&self, key: &str) -> Option<crate::io::hdf5::Token> {
        self.walk.large.get(key).and_then(|large| large.token)
    }

    /// The lengths of the axes of a dataset of numbers.
    fn shape(&self, key: &str) -> Option<Vec<usize>> {
        if let Some(large) = self.walk.large.get(key) {
            return Some(large.shape.clone());
        }
        match self.walk.metadata.value(key)? {
            Value::Array(array) => Some(array.shape().to_vec()),
            Value::Int(_) | Value::Float(_) => Some(vec![1]),
            _ => None,
        }
    }

    fn is_there(&self, key: &str) -> bool {
        self.walk.left_out.contains_key(key) || self.walk.metadata.contains(key)
    }

    /// The key that a path means in a group; a path from the root has to lead into the scan.
    fn resolve(&self, group: &str, name: &str) -> Option<String> {
        let parts = |path: &str| {
            path.split('/').filter(|part| !part.is_empty() && *part != ".").map(str::to_owned).collect::<Vec<_>>()
        };
        let name = name.trim();
        let mut key: Vec<String> = Vec::new();
        let mut below = parts(name);
        if name.starts_with('/') {
            let entry = parts(self.entry);
            below = below.strip_prefix(entry.as_slice())?.to_vec();
        } else {
            key.extend(group.split('.').filter(|part| !part.is_empty()).map(str::to_owned));
        }
        for part in below {
            if part == ".." {
                key.pop()?;
            } else {
                key.push(part);
            }
        }
        Some(key.join("."))
    }

    fn leads_nowhere(&self, group: &str, name: &str) -> String {
        let whose = if group.is_empty() { self.entry.to_owned() } else { format!("{}/{}", self.entry, path(group)) };
        format!("the attribute `default` of '{whose}' names '{name}', which does not exist")
    }

    /// Why an image of a group, or of one below it, cannot be read.
    fn unreadable(&self, group: &str) -> Option<Error> {
        let prefix = if group.is_empty() { String::new() } else { format!("{group}.") };
        let inside = |key: &str| key == group || key.starts_with(&prefix);
        let groups = self.walk.groups.iter();
        groups.filter(|(key, about)| about.class.as_deref() == Some("NXdata") && inside(key)).find_map(
            |(key, about)| {
                let names = about.signal.iter().map(String::as_str).chain(["data"]);
                let error = names.filter_map(|name| self.walk.left_out.get(&self.resolve(key, name)?)).next()?;
                Some(error.clone().during("reading the image"))
            },
        )
    }

    fn nothing(&self) -> Error {
        // An image that is there but cannot be read is not a missing one.
        if let Some(error) = self.unreadable("") {
            return error;
        }
        let groups = self.walk.groups.iter();
        let groups: Vec<&str> =
            groups.filter(|(_, about)| about.class.as_deref() == Some("NXdata")).map(|(key, _)| key.as_str()).collect();
        Error::new(
            Status::Format,
            format!(
                "not a complete NXstxm scan: no group of class NXdata in '{}' has an image: a dataset that its attribute \
                 `signal` names, one with an attribute `signal` = 1, or 'data'; groups of that class: {}",
                self.entry,
                if groups.is_empty() { "none".to_owned() } else { groups.join(", ") }
            ),
        )
    }
}

/// The names of the image's axes as the attributes `axes` of its group or of itself give them, or the attributes `axis` of
/// the axes.
pub fn axis_names(about: &GroupInfo, signal: &str) -> Option<Vec<String>> {
    if !about.axes.is_empty() {
        return Some(about.axes.clone());
    }
    if let Some(marks) = about.marks.get(signal).filter(|marks| !marks.axes.is_empty()) {
        return Some(marks.axes.clone());
    }
    let mut numbered: Vec<(i64, &String)> =
        about.marks.iter().filter_map(|(name, marks)| Some((marks.axis.filter(|n| *n > 0)?, name))).collect();
    numbered.sort_by_key(|(axis, _)| *axis);
    let whole = numbered.iter().enumerate().all(|(i, (axis, _))| *axis == i as i64 + 1);
    (whole && !numbered.is_empty()).then(|| numbered.into_iter().map(|(_, name)| name.clone()).collect())
}

/// The group's type of the scan: "sample image", "generic scan"; "" where it says nothing.
pub fn scan_type(walk: &Walk<'_>, group: &str) -> String {
    let text = |name: &str| walk.metadata.value(&format!("{group}.{name}")).and_then(Value::as_str);
    text("stxm_scan_type").or_else(|| text("scan_type")).unwrap_or_default().trim().to_ascii_lowercase()
}

/// The dataset's name of its key.
pub fn name_in(key: &str) -> &str {
    key.rsplit_once('.').map_or(key, |(_, name)| name)
}

/// The shapes of all images with at least two axes and two pixels.
#[derive(Default)]
struct Shapes {
    all: HashSet<Vec<usize>>,
    /// By the number of pixels two of the shapes that have it, where there are two.
    by_pixels: HashMap<usize, [Option<Vec<usize>>; 2]>,
}

impl Shapes {
    fn of<'a>(images: impl Iterator<Item = &'a [usize]>) -> Shapes {
        let mut shapes = Shapes::default();
        for image in images {
            let pixels: usize = image.iter().fold(1, |n, &m| n.saturating_mul(m));
            if image.len() >= 2 && pixels >= 2 && shapes.all.insert(image.to_vec()) {
                let [first, second] = shapes.by_pixels.entry(pixels).or_default();
                *(if first.is_none() { first } else { second }) = Some(image.to_vec());
            }
        }
        shapes
    }

    /// Whether an array has the axes of one of the images and more behind them, or one axis for all of its pixels: a spectrum
    /// or a picture of the detector for each of them.
    fn hold_pixels_of(&self, shape: &[usize]) -> bool {
        let begins_with_one = (2..shape.len()).any(|n| self.all.contains(&shape[..n]));
        let of_another = |images: &[Option<Vec<usize>>; 2]| images.iter().flatten().any(|image| image != shape);
        begins_with_one || (shape.len() >= 2 && self.by_pixels.get(&shape[0]).is_some_and(of_another))
    }
}

fn path(key: &str) -> String {
    key.replace('.', "/")
}

fn quoted(keys: &[String]) -> String {
    keys.iter().map(|key| format!("'{}'", path(key))).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spectra_of_pixels_are_known_by_their_shape() {
        for (shape, image, expected) in [
            (&[54, 128][..], &[6, 9][..], true),
            (&[54, 8, 8], &[6, 9], true),
            (&[6, 9, 128], &[6, 9], true),
            (&[6, 9], &[6, 9], false),
            (&[3, 6, 9], &[6, 9], false),
            (&[6, 9], &[54, 128], false),
            (&[54], &[6, 9], false),
            (&[1, 5], &[1, 1], false),
            (&[9, 1], &[9, 1], false),
            (&[9, 1], &[3, 3], true),
        ] {
            assert_eq!(Shapes::of([image].into_iter()).hold_pixels_of(shape), expected, "{shape:?} {image:?}");
            // What else is there plays no part, nor does the array itself.
            let all = Shapes::of([shape, image, shape, &[7, 11], &[5, 17]].into_iter());
            assert_eq!(all.hold_pixels_of(shape), expected, "{shape:?} {image:?}");
        }
    }
}
