//! Virtual datasets: values that are stored in other datasets of the same file ("HDF5 File Format Specification", III.I.1
//! Global heap block for virtual datasets, VIII.A Dataspace selections).

use super::checksum::verified;
use super::cursor::{Cursor, Sizes};
use super::damage::corrupt;
use super::datatype::Datatype;
use super::file::File;
use super::heap::global_object;
use super::limits::count;
use super::space::{MAX_RANK, Space};
use super::stored::Stored;
use crate::array::alloc;
use crate::context::{Error, Result, Status};
use std::ops::Range;

/// A virtual dataset with more parts is treated as damaged; no scan has as many.
const MAX_PARTS: u64 = 1 << 16;

/// A length that is not limited.
const UNLIMITED: u64 = u64::MAX;

/// The parts of a virtual dataset.
pub struct VirtualParts<'f> {
    file: &'f File<'f>,
    dims: Vec<u64>,
    size: usize,
    parts: Vec<Part<'f>>,
    /// The elements that are wanted.
    wanted: Range<usize>,
}

/// A dataset that holds a part.
pub struct Source<'f> {
    /// The dataset's address.
    pub address: u64,
    pub space: Space,
    pub datatype: Datatype,
    /// `None` where it is virtual itself.
    pub stored: Option<Stored<'f>>,
    pub fill: Option<&'f [u8]>,
}

/// One part: elements of a source dataset, and their places in the virtual one.
struct Part<'f> {
    /// The dataset's address.
    address: u64,
    source: Stored<'f>,
    source_dims: Vec<u64>,
    source_fill: Option<Vec<u8>>,
    from: Selection,
    to: Selection,
}

/// Elements of a dataspace.
#[derive(Debug, Clone, PartialEq)]
enum Selection {
    All,
    /// Along each axis: start, stride, count and length of blocks.
    Blocks(Vec<[u64; 4]>),
    /// The first and the last index of each box along each axis.
    Boxes(Vec<Vec<[u64; 2]>>),
}

fn unsupported(what: &str) -> Error {
    Error::new(Status::Unsupported, format!("a virtual dataset {what}"))
}

impl<'f> VirtualParts<'f> {
    /// The parts that an object of the global heap lists; `source` gives the dataset at a path, if there is one.
    pub fn new(
        file: &'f File<'f>,
        (heap, index): (u64, u32),
        space: &Space,
        datatype: &Datatype,
        source: impl Fn(&[u8]) -> Result<Option<Source<'f>>>,
    ) -> Result<Self> {
        let dims = space.dims.clone().unwrap_or_default();
        let wanted = 0..usize::MAX;
        let mut parts = VirtualParts { file, dims, size: datatype.size, parts: Vec::new(), wanted };
        if file.sizes().undefined(heap) || heap == 0 {
            return Ok(parts);
        }
        let mut list = Cursor::new(verified(global_object(file, heap, index)?)?, file.sizes());
        let version = list.version("the list of a virtual dataset", 0..=1)?;
        let entries = list.length()?;
        if entries > MAX_PARTS {
            return Err(corrupt(format!("a virtual dataset has {entries} parts; allowed: {MAX_PARTS}")));
        }
        let mut names: Vec<[&[u8]; 2]> = Vec::new();
        for _ in 0..entries {
            file.check_cancelled()?;
            // From version 1 on, a name may refer to that of an earlier entry, or mean this file.
            let flags = if version == 0 { 0 } else { list.u8()? };
            let mut name = |k: usize, same: bool| match flags & 1 << k != 0 {
                _ if same => Ok(&b"."[..]),
                false => list.text(),
                true => {
                    let before = usize::try_from(list.length()?).ok().and_then(|i| names.get(i));
                    before.map(|names| names[k]).ok_or_else(|| corrupt("a virtual dataset has a part without a name"))
                }
            };
            let (name, path) = (name(0, flags & 4 != 0)?, name(1, false)?);
            names.push([name, path]);
            let (from, to) = (Selection::parse(&mut list)?, Selection::parse(&mut list)?);
            if name != b"." {
                return Err(Error::new(
                    Status::Unsupported,
                    "a dataset's values lie in other files; such files are not opened",
                ));
            }
            if path.contains(&b'%') {
                return Err(unsupported("has parts whose names are counted ('%b'), which are not read"));
            }
            if let Some(source) = source(path)? {
                parts.parts.push(Part::new(source, datatype, from, to)?);
            }
        }
        Ok(parts)
    }

    /// Leaves out what is not within these elements, which are counted from the first of them. The parts are read nevertheless.
    pub fn keep(&mut self, elements: Range<usize>) {
        self.wanted = elements;
    }

    /// How many bytes the file spends on the values.
    pub fn stored(&self) -> u64 {
        self.parts.iter().fold(0, |sum, part| part.source.bytes().saturating_add(sum))
    }

    /// Calls `put` for each run of elements, with the index of its first element and its bytes.
    pub fn each_run(&self, put: &mut dyn FnMut(usize, &[u8]) -> Result<()>) -> Result<()> {
        let mut known: Option<(u64, Vec<u8>)> = None;
        for part in &self.parts {
            self.file.check_cancelled()?;
            // Consecutive parts are often in one dataset.
            let source = match known {
                Some((address, values)) if address == part.address => values,
                _ => part.values(self.file, self.size)?,
            };
            let pair = [(&part.from, &part.source_dims[..]), (&part.to, &self.dims[..])];
            let [from, to] = Selection::resolve(self.file, pair)?;
            let mut run: Option<(usize, usize, usize)> = None;
            let mut give = |(from, to, n): (usize, usize, usize)| {
                let before = self.wanted.start.saturating_sub(to).min(n);
                let n = self.wanted.end.saturating_sub(to).min(n).saturating_sub(before);
                if n == 0 {
                    return Ok(());
                }
                let (from, to) = (from + before, to + before - self.wanted.start);
                let bytes = source.get(from * self.size..(from + n) * self.size);
                put(to, bytes.ok_or_else(|| corrupt("a virtual dataset selects what is not there"))?)
            };
            for (from, to) in from.zip(to) {
                run = match run {
                    Some((f, t, n)) if (f + n, t + n) == (from, to) => Some((f, t, n + 1)),
                    Some(done) => {
                        give(done)?;
                        Some((from, to, 1))
                    }
                    None => Some((from, to, 1)),
                };
            }
            run.map_or(Ok(()), &mut give)?;
            known = Some((part.address, source));
        }
        Ok(())
    }
}

impl<'f> Part<'f> {
    fn new(source: Source<'f>, datatype: &Datatype, from: Selection, to: Selection) -> Result<Self> {
        if source.datatype != *datatype {
            return Err(unsupported("has parts of another type, which are not read"));
        }
        let Some(stored) = source.stored else {
            return Err(unsupported("has virtual parts, which are not read"));
        };
        Ok(Part {
            address: source.address,
            source: stored,
            source_dims: source.space.dims.unwrap_or_default(),
            source_fill: source.fill.map(<[u8]>::to_vec),
            from,
            to,
        })
    }

    /// All values of the source, as the file holds them.
    fn values(&self, file: &File<'_>, size: usize) -> Result<Vec<u8>> {
        let dims: Vec<usize> = self.source_dims.iter().map(|&n| usize::try_from(n).unwrap_or(usize::MAX)).collect();
        let len = alloc::checked_len(&dims, size)?;
        file.budget().decode((len * size) as u64)?;
        let mut values = alloc::zeroed_vec::<u8>(len * size)?;
        if let Some(fill) = self.source_fill.as_deref().filter(|fill| fill.len() == size) {
            values.chunks_exact_mut(size).for_each(|element| element.copy_from_slice(fill));
        }
        self.source.each_run(&mut |at, bytes| {
            let into = values.get_mut(at * size..).and_then(|rest| rest.get_mut(..bytes.len()));
            into.ok_or_else(|| corrupt("a part has more values than its shape says"))?.copy_from_slice(bytes);
            Ok(())
        })?;
        Ok(values)
    }
}

/// The flat indices of selected elements, in C order.
enum Indices {
    Grid { axes: Vec<Vec<u64>>, dims: Vec<u64>, at: Vec<usize>, left: usize },
    List(std::vec::IntoIter<u64>),
}

impl Iterator for Indices {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let flat = match self {
            Indices::List(list) => list.next()?,
            Indices::Grid { axes, dims, at, left } => {
                *left = left.checked_sub(1)?;
                let flat = axes.iter().zip(&*at).zip(&*dims).fold(0, |flat, ((axis, &i), n)| flat * n + axis[i]);
                for (i, axis) in at.iter_mut().zip(axes).rev() {
                    *i += 1;
                    if *i < axis.len() {
                        break;
                    }
                    *i = 0;
                }
                flat
            }
        };
        usize::try_from(flat).ok()
    }
}

impl Selection {
    fn parse(cursor: &mut Cursor<'_>) -> Result<Self> {
        match (cursor.u32()?, cursor.u32()?) {
            (3, 1) => {
                cursor.skip(8)?;
                Ok(Selection::All)
            }
            (2, version @ 1..=3) => {
                let regular = version > 1 && cursor.u8()? & 1 != 0;
                let width = match version {
                    1 => 4,
                    2 => 8,
                    _ => cursor.u8()?,
                };
                // Reserved bytes and the length of what follows.
                cursor.skip([8, 4, 0][version as usize - 1])?;
                let rank = cursor.u32()? as usize;
                if rank == 0 || rank > MAX_RANK {
                    return Err(corrupt(format!("a selection has {rank} axes; allowed: 1 to {MAX_RANK}")));
                }
                if regular {
                    let sizes = Sizes { offsets: width, lengths: width };
                    let mut number = || {
                        let n = cursor.number(width)?;
                        Ok::<u64, Error>(if sizes.undefined(n) { UNLIMITED } else { n })
                    };
                    let axis = |_| Ok::<_, Error>([number()?, number()?, number()?, number()?]);
                    return (0..rank).map(axis).collect::<Result<_>>().map(Selection::Blocks);
                }
                let boxes = cursor.number(width)?;
                // Each takes this many bytes: memory is not allocated for more boxes than the file has.
                let each = (2 * rank * usize::from(width.max(1))) as u64;
                if boxes.checked_mul(each).is_none_or(|all| all > cursor.rest().len() as u64) {
                    return Err(corrupt(format!("a selection of {boxes} boxes ends early")));
                }
                let mut found = Vec::new();
                for _ in 0..boxes {
                    let corners = (0..2 * rank).map(|_| cursor.number(width)).collect::<Result<Vec<u64>>>()?;
                    let (first, last) = corners.split_at(rank);
                    found.push(first.iter().zip(last).map(|(&first, &last)| [first, last]).collect());
                }
                Ok(Selection::Boxes(found))
            }
            (0, _) => Err(unsupported("has an empty part, which is not read")),
            _ => Err(unsupported("has parts of irregular shape, which are not read")),
        }
    }

    /// The elements of both selections, in order.
    fn resolve(file: &File<'_>, pair: [(&Self, &[u64]); 2]) -> Result<[Indices; 2]> {
        let [(from, from_dims), (to, to_dims)] = pair;
        let other = || corrupt("a part of a virtual dataset has another number of elements than its place");
        if let (Selection::Boxes(_), _) | (_, Selection::Boxes(_)) = (from, to) {
            let (from, to) = (from.list(file, from_dims)?, to.list(file, to_dims)?);
            if from.len() != to.len() {
                return Err(other());
            }
            return Ok([from, to].map(|list| Indices::List(list.into_iter())));
        }
        let open = from.is_open() || to.is_open();
        let (mut from, mut to) = (from.axes(from_dims)?, to.axes(to_dims)?);
        // Selections without a limit end where either of the datasets ends.
        if open && from.len() == to.len() {
            for (from, to) in from.iter_mut().zip(&mut to) {
                let n = from.len().min(to.len());
                from.truncate(n);
                to.truncate(n);
            }
        }
        match (grid(from, from_dims), grid(to, to_dims)) {
            (Some((n, from)), Some((m, to))) if n == m => Ok([from, to]),
            _ => Err(other()),
        }
    }

    /// The flat indices, in C order.
    fn list(&self, file: &File<'_>, dims: &[u64]) -> Result<Vec<u64>> {
        let most = count(dims).ok_or_else(|| corrupt("a dataset is too large"))?;
        let mut list = Vec::new();
        let mut add = |selection: &Selection| {
            let (n, indices) = grid(selection.axes(dims)?, dims).ok_or_else(|| corrupt("a selection is too large"))?;
            if (list.len() + n) as u64 > most {
                return Err(corrupt("boxes of a selection overlap"));
            }
            file.budget().decode(8 * n as u64)?;
            list.extend(indices.map(|i| i as u64));
            Ok(())
        };
        match self {
            Selection::Boxes(boxes) => {
                for corners in boxes {
                    let length = |&[first, last]: &[u64; 2]| Some((last.checked_sub(first)?).saturating_add(1));
                    let axes = corners.iter().map(|axis| Some([axis[0], 1, 1, length(axis)?])).collect::<Option<_>>();
                    add(&Selection::Blocks(
                        axes.ok_or_else(|| corrupt("a box of a selection ends before it begins"))?,
                    ))?;
                }
            }
            plain => add(plain)?,
        }
        list.sort_unstable();
        Ok(list)
    }

    /// Whether it has no limit along an axis.
    fn is_open(&self) -> bool {
        let open = |&[_, _, count, block]: &[u64; 4]| count == UNLIMITED || block == UNLIMITED;
        matches!(self, Selection::Blocks(axes) if axes.iter().any(open))
    }

    /// The indices along each axis.
    fn axes(&self, dims: &[u64]) -> Result<Vec<Vec<u64>>> {
        let outside = || corrupt(format!("a selection lies outside of the shape {dims:?}"));
        match self {
            Selection::All => Ok(dims.iter().map(|&n| (0..n).collect()).collect()),
            Selection::Blocks(axes) if axes.len() == dims.len() => axes
                .iter()
                .zip(dims)
                .map(|(&[start, stride, count, block], &n)| {
                    let block = if block == UNLIMITED { n.saturating_sub(start) } else { block };
                    let fits = |i: u64| i.checked_mul(stride).and_then(|at| at.checked_add(start)?.checked_add(block));
                    let mut indices = Vec::new();
                    if count > 1 && stride < block.max(1) {
                        return Err(corrupt("blocks of a selection overlap"));
                    }
                    for i in 0..if block == 0 { 0 } else { count } {
                        match fits(i) {
                            Some(end) if end <= n => indices.extend(end - block..end),
                            _ if count == UNLIMITED => break,
                            _ => return Err(outside()),
                        }
                    }
                    Ok(indices)
                })
                .collect(),
            Selection::Blocks(_) | Selection::Boxes(_) => Err(outside()),
        }
    }
}

/// The elements of a grid, and their number.
fn grid(axes: Vec<Vec<u64>>, dims: &[u64]) -> Option<(usize, Indices)> {
    let left = axes.iter().try_fold(1usize, |n, axis| n.checked_mul(axis.len()))?;
    Some((left, Indices::Grid { at: vec![0; axes.len()], axes, dims: dims.to_vec(), left }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flat(selection: &Selection, dims: &[u64]) -> Option<Vec<usize>> {
        Some(grid(selection.axes(dims).ok()?, dims)?.1.collect())
    }

    #[test]
    fn selected_elements_come_in_c_order() {
        assert_eq!(flat(&Selection::All, &[2, 2]).unwrap(), [0, 1, 2, 3]);
        assert_eq!(flat(&Selection::Blocks(vec![[1, 1, 1, 1], [0, 2, 2, 1]]), &[2, 3]).unwrap(), [3, 5]);
        assert_eq!(flat(&Selection::Blocks(vec![[1, 3, UNLIMITED, 2]]), &[9]).unwrap(), [1, 2, 4, 5, 7, 8]);
        assert_eq!(flat(&Selection::Blocks(vec![[2, 1, 1, UNLIMITED]]), &[5]).unwrap(), [2, 3, 4]);
    }

    #[test]
    fn selections_that_do_not_fit_are_errors() {
        for blocks in [[4, 1, 1, 2], [0, 1, 2, 2], [0, 0, 3, 1], [0, u64::MAX, 3, 1], [u64::MAX - 1, 1, 1, 1]] {
            assert_eq!(flat(&Selection::Blocks(vec![blocks]), &[5]), None, "{blocks:?}");
        }
        assert_eq!(flat(&Selection::Blocks(vec![[0, 1, 1, 1]]), &[5, 5]), None);
    }

    /// A selection's type and version, then fields of so many bytes each.
    fn encoded(kind: u32, version: u32, fields: &[(u64, usize)]) -> Vec<u8> {
        let mut out = [kind.to_le_bytes(), version.to_le_bytes()].concat();
        fields.iter().for_each(|&(value, width)| out.extend(&value.to_le_bytes()[..width]));
        out
    }

    fn parsed(bytes: &[u8]) -> std::result::Result<Selection, String> {
        let mut cursor = Cursor::new(bytes, Sizes { offsets: 8, lengths: 8 });
        let found = Selection::parse(&mut cursor).map_err(|error| error.message().to_owned())?;
        assert!(cursor.rest().is_empty());
        Ok(found)
    }

    #[test]
    fn selections_of_every_version_are_read() {
        assert_eq!(parsed(&encoded(3, 1, &[(0, 8)])).unwrap(), Selection::All);
        let boxes = Selection::Boxes(vec![vec![[0, 2], [1, 3]], vec![[5, 6], [0, 0]]]);
        // Corners: the first indices along both axes, then the last ones.
        let corners = |width: usize| [0, 1, 2, 3, 5, 0, 6, 0].map(|n| (n, width));
        let first = [&[(0, 4), (0, 4), (2, 4), (2, 4)][..], &corners(4)].concat();
        assert_eq!(parsed(&encoded(2, 1, &first)).unwrap(), boxes);
        let second = [&[(0, 1), (0, 4), (2, 4), (2, 8)][..], &corners(8)].concat();
        assert_eq!(parsed(&encoded(2, 2, &second)).unwrap(), boxes);
        let third = [&[(0, 1), (2, 1), (2, 4), (2, 2)][..], &corners(2)].concat();
        assert_eq!(parsed(&encoded(2, 3, &third)).unwrap(), boxes);
        let blocks = Selection::Blocks(vec![[1, 4, UNLIMITED, 2]]);
        let second = [(1, 1), (0, 4), (1, 4), (1, 8), (4, 8), (u64::MAX, 8), (2, 8)];
        assert_eq!(parsed(&encoded(2, 2, &second)).unwrap(), blocks);
        let third = [(1, 1), (2, 1), (1, 4), (1, 2), (4, 2), (0xFFFF, 2), (2, 2)];
        assert_eq!(parsed(&encoded(2, 3, &third)).unwrap(), blocks);
        assert!(blocks.is_open() && !boxes.is_open() && !Selection::All.is_open());
        assert!(Selection::Blocks(vec![[0, 1, 1, UNLIMITED]]).is_open());
    }

    #[test]
    fn selections_that_cannot_be_are_errors() {
        for (bytes, message) in [
            (encoded(0, 1, &[]), "a virtual dataset has an empty part, which is not read"),
            (encoded(1, 1, &[]), "a virtual dataset has parts of irregular shape, which are not read"),
            (encoded(2, 4, &[]), "a virtual dataset has parts of irregular shape, which are not read"),
            (encoded(2, 1, &[(0, 8), (0, 4), (1, 4)]), "a selection has 0 axes; allowed: 1 to 32"),
            (encoded(2, 1, &[(0, 8), (33, 4), (1, 4)]), "a selection has 33 axes; allowed: 1 to 32"),
            (encoded(2, 1, &[(0, 8), (1, 4), (2, 4), (0, 8)]), "a selection of 2 boxes ends early"),
            (
                encoded(2, 3, &[(0, 1), (8, 1), (1, 4), (u64::MAX, 8)]),
                "a selection of 18446744073709551615 boxes ends early",
            ),
            (encoded(2, 3, &[(0, 1), (9, 1), (1, 4), (0, 8)]), "a number of 9 bytes; allowed: up to 8"),
        ] {
            assert_eq!(parsed(&bytes).unwrap_err(), message);
        }
    }

    #[test]
    fn parts_and_their_places_have_as_many_elements() {
        let bundled = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/demo/domain_plus.hdf5");
        let boxes = |boxes: &[[u64; 2]]| Selection::Boxes(boxes.iter().map(|&axis| vec![axis]).collect());
        let ctx = crate::context::Context::new();
        crate::io::hdf5::read(&ctx, &bundled, |file| {
            let pairs = |from: &Selection, n: u64, to: &Selection, m: u64| {
                let both = Selection::resolve(file, [(from, &[n]), (to, &[m])]);
                both.map(|[from, to]| from.zip(to).collect::<Vec<_>>()).map_err(|error| error.message().to_owned())
            };
            let two = boxes(&[[6, 7], [1, 1]]);
            assert_eq!(pairs(&two, 9, &Selection::All, 3).unwrap(), [(1, 0), (6, 1), (7, 2)]);
            assert_eq!(pairs(&Selection::All, 3, &two, 9).unwrap(), [(0, 1), (1, 6), (2, 7)]);
            let open = Selection::Blocks(vec![[0, 1, UNLIMITED, 1]]);
            assert_eq!(pairs(&open, 2, &open, 5).unwrap(), [(0, 0), (1, 1)]);
            let number = "a part of a virtual dataset has another number of elements than its place";
            for (from, n, to, m, message) in [
                (&two, 9, &Selection::All, 4, number),
                (&Selection::All, 3, &Selection::All, 4, number),
                (&boxes(&[[0, 5], [2, 7]]), 9, &Selection::All, 9, "boxes of a selection overlap"),
                (&boxes(&[[3, 2]]), 9, &Selection::All, 9, "a box of a selection ends before it begins"),
                (&boxes(&[[3, 9]]), 9, &Selection::All, 9, "a selection lies outside of the shape [9]"),
            ] {
                assert_eq!(pairs(from, n, to, m).unwrap_err(), message, "{from:?}");
            }
            Ok(())
        })
        .unwrap();
    }
}
