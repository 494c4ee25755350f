//! The pages that make the image, and the number of frames behind one directory.
//!
//! A page is an image of its own unless it says that it is a smaller version or a mask of another (NewSubfileType, TIFF 6.0,
//! section 8). ImageJ above 4 GB and tifffile with `truncate` write the directory of the first frame alone and say in
//! ImageDescription how many frames follow its pixels.

use super::ifd::{Page, Pages, Part};
use super::imagej::Description;
use crate::context::{Context, Result, Warning};
use crate::io::limits::{Budget, json_cost};
use indexmap::IndexMap;
use serde_json::Value as Json;

/// Where a page's directory is found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// The n-th in the chain.
    Linked(usize),
    /// The n-th below it.
    Below(usize),
}

impl Pages {
    pub fn get(&self, place: Place) -> &Page {
        match place {
            Place::Linked(i) => &self.pages[i],
            Place::Below(i) => &self.below[i],
        }
    }

    pub fn get_mut(&mut self, place: Place) -> &mut Page {
        match place {
            Place::Linked(i) => &mut self.pages[i],
            Place::Below(i) => &mut self.below[i],
        }
    }
}

/// The pages that make the image: the first that is an image of its own, and all like it. A warning names what is left out, except for
/// smaller versions.
pub(super) fn choose(ctx: &Context, file: &Pages) -> Vec<Place> {
    let linked = (0..file.pages.len()).map(Place::Linked);
    let below = (0..file.below.len()).map(Place::Below);
    let all: Vec<Place> = linked.chain(below).collect();
    let images: Vec<Place> = all.iter().copied().filter(|&place| file.get(place).part.is_none()).collect();
    if images.is_empty() {
        // Nothing but versions of something else: the largest shows most of it.
        let size = |place: &Place| file.get(*place).width.saturating_mul(file.get(*place).height);
        let best = all.iter().copied().rev().max_by_key(size).unwrap_or(Place::Linked(0));
        ctx.warn_of(
            Warning::FileReduced,
            format!(
                "every page of the file says that it is a smaller version or a mask of another (NewSubfileType): the \
                 largest, {}, is loaded",
                file.get(best).name()
            ),
        );
        return vec![best];
    }
    if all.iter().any(|&place| file.get(place).part == Some(Part::Mask)) {
        ctx.warn_of(Warning::FileReduced, "the file's page with a transparency mask is left out");
    }
    let first = file.get(images[0]);
    let (frames, others): (Vec<Place>, Vec<Place>) = images.iter().partition(|&&place| file.get(place).like(first));
    if !others.is_empty() {
        let mut kinds: IndexMap<String, usize> = IndexMap::new();
        for place in &others {
            *kinds.entry(file.get(*place).name()).or_default() += 1;
        }
        let more = kinds.len().saturating_sub(4);
        let mut left: Vec<String> =
            kinds.into_iter().take(4).map(|(name, n)| if n > 1 { format!("{n} of {name}") } else { name }).collect();
        if more > 0 {
            left.push(format!("{more} other kinds"));
        }
        let what = match frames.len() {
            1 => format!("only the first, {}, is loaded", first.name()),
            n => format!("only the first and those like it, {n} of {}, are loaded", first.name()),
        };
        ctx.warn_of(
            Warning::FileReduced,
            format!(
                "the file has {} pages of different shapes or dtypes: {what}; left out: {}",
                images.len(),
                left.join("; ")
            ),
        );
    }
    frames
}

/// How many frames the description of a page promises, in tifffile's shape or ImageJ's counts, and which of them wrote it.
pub(super) fn promised(shape: &[u64], imagej: Option<&Description>, page: &Page) -> Option<(u64, &'static str)> {
    if let Some(d) = imagej {
        // Some programs count the samples of a colour as channels.
        let channels = if d.channels == page.samples { 1 } else { d.channels };
        let product = channels.saturating_mul(d.slices).saturating_mul(d.frames);
        return Some((product.max(d.images), "ImageJ"));
    }
    if shape.is_empty() {
        return None;
    }
    let frame = page.width.checked_mul(page.height)?.checked_mul(page.samples)?;
    let size = shape.iter().try_fold(1u64, |n, &m| n.checked_mul(m))?;
    (size > 0 && size % frame == 0).then_some((size / frame, "tifffile"))
}

/// The shape in a description of tifffile.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory) when the description has more elements than the context allows.
pub(super) fn shape(text: &str, budget: &Budget) -> Result<Option<Vec<u64>>> {
    if !text.starts_with('{') || !text.contains("\"shape\"") {
        return Ok(None);
    }
    budget.take(json_cost(text), "the description")?;
    let json: Option<Json> = serde_json::from_str(text).ok();
    let shape = json.as_ref().and_then(|json| json.get("shape")?.as_array());
    Ok(shape.and_then(|shape| shape.iter().map(Json::as_u64).collect()))
}

/// How many frames stand behind the first pixel of the first page, that page included: as many as promised, or as fit. Where it is
/// no more than the chosen pages, these are the frames.
pub(super) fn contiguous(ctx: &Context, file: &Pages, chosen: &[Place], promise: (u64, &str), length: u64) -> u64 {
    let (wanted, writer) = promise;
    let there = chosen.len() as u64;
    if wanted <= there {
        return there;
    }
    let short = |there: u64, why: &str| {
        ctx.warn_of(
            Warning::FileDamaged,
            format!("{writer}'s description promises {wanted} frames, the file holds {there}{why}: they are loaded"),
        );
        there
    };
    let page = file.get(chosen[0]);
    let Some(at) = page.contiguous_at.filter(|_| matches!(page.bits, 8 | 16 | 32 | 64)) else {
        return short(there, "");
    };
    // Nothing that is known to stand behind the first pixel is taken for pixels.
    let end = file.structures.iter().copied().filter(|&other| other > at).fold(length, u64::min);
    let fit = end.saturating_sub(at) / page.bytes().max(1);
    match fit {
        fit if fit >= wanted => {
            if there > 1 {
                ctx.warn_of(
                    Warning::FileReduced,
                    format!("the {wanted} frames after the first page are loaded; the file's other pages are left out"),
                );
            }
            wanted
        }
        fit if fit <= there => short(there, ""),
        fit => short(fit, if end == length { " whole ones" } else { " before other data" }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_promised() {
        let page = Page { width: 8, height: 5, samples: 1, ..Page::default() };
        let budget = Budget::new(&Context::new(), 100);
        let of = |text: &str| {
            let shape = shape(text, &budget).unwrap().unwrap_or_default();
            promised(&shape, super::super::imagej::describe(text).as_ref(), &page).map(|p| p.0)
        };
        assert_eq!(of("{\"shape\": [3, 5, 8], \"truncated\": true}"), Some(3));
        assert_eq!(of("{\"shape\": [2, 3, 5, 8]}"), Some(6));
        assert_eq!(of("{\"shape\": [3, 5, 7]}"), None);
        assert_eq!(of("{\"shape\": [0, 5, 8]}"), None);
        assert_eq!(of("{\"shape\": [18446744073709551615, 5, 8]}"), None);
        assert_eq!(of("{\"shape\": [1.5]}"), None);
        assert_eq!(of("ImageJ=1.5\nimages=3"), Some(3));
        assert_eq!(of("ImageJ=1.5\nchannels=2\nslices=3\nframes=4"), Some(24));
        assert_eq!(of("ImageJ=1.5\nchannels=18446744073709551615\nframes=4"), Some(u64::MAX));
        assert_eq!(of("text"), None);
    }
}
