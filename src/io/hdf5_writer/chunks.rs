//! Arrays in packed chunks, and the B-tree of version 1 that leads to them (III.A.1).

use super::output::{NOWHERE, Output, extend};
use crate::array::{Data, Shared, alloc};
use crate::context::parallel::{self, Stage};
use crate::context::{Error, Result, Status};
use crate::dispatch;
use crate::io::bytes::FileElement;
use crate::io::pack::Packer;
use ndarray::Slice;
use std::sync::Mutex;

/// A chunk has about so many bytes: enough to pack well, few enough for a reader that wants a part.
const CHUNK: usize = 128 << 10;
/// So many chunks are packed before they are written.
const AT_ONCE: usize = 64;
/// So many children has a node at most: twice the number that holds for files of version 2 (II.A).
const CHILDREN: usize = 64;

/// Filters (IX.A): the bytes of the numbers regrouped, then deflated.
const SHUFFLE: u16 = 2;
const DEFLATE: u16 = 1;
/// The level of [`Packer`].
const LEVEL: u32 = 1;
/// A chunk that would not become smaller has none of the filters.
const UNFILTERED: u32 = 0b11;

/// The message of the filters (IV.A.2.l).
pub fn filters(size: usize) -> Vec<u8> {
    let mut out = vec![2, 2];
    for (filter, value) in [(SHUFFLE, size as u32), (DEFLATE, LEVEL)] {
        // It may be left out of a chunk, and has one value.
        for word in [filter, 1, 1] {
            out.extend(word.to_le_bytes());
        }
        out.extend(value.to_le_bytes());
    }
    out
}

/// An array that was written.
pub struct Chunked {
    pub shape: Vec<usize>,
    pub tree: u64,
}

/// A chunk in the file.
struct Written {
    offset: Vec<u64>,
    length: u32,
    mask: u32,
    at: u64,
}

/// Writes all chunks of an array that has axes and elements, and their tree.
pub fn write(stage: &Stage<'_>, out: &mut Output<'_>, data: &Data) -> Result<Chunked> {
    let shape = shape(data.shape(), data.dtype().itemsize());
    let counts: Vec<usize> = data.shape().iter().zip(&shape).map(|(&n, &c)| n.div_ceil(c)).collect();
    let total: usize = counts.iter().product();
    let mut written: Vec<Written> = alloc::vec(total)?;
    for from in (0..total).step_by(AT_ONCE) {
        let to = (from + AT_ONCE).min(total);
        let now = stage.part(from as f64 / total as f64..to as f64 / total as f64);
        let packed: Vec<Mutex<(Vec<u8>, u32)>> = (from..to).map(|_| Mutex::default()).collect();
        parallel::for_each(&now, from..to, |n| {
            let chunk = pack(data, &offset(n, &counts, &shape), &shape)?;
            *packed[n - from].lock().unwrap_or_else(std::sync::PoisonError::into_inner) = chunk;
            Ok(())
        })?;
        for (n, chunk) in (from..to).zip(packed) {
            let (bytes, mask) = chunk.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
            let at = out.put(&bytes)?;
            let offset = offset(n, &counts, &shape).into_iter().map(|at| at as u64).collect();
            written.push(Written { offset, length: bytes.len() as u32, mask, at });
        }
    }
    let tree = tree(out, &written, &shape)?;
    Ok(Chunked { shape, tree })
}

/// The lengths of a chunk's axes: the last ones whole, as far as they go.
fn shape(lengths: &[usize], size: usize) -> Vec<usize> {
    let mut room = (CHUNK / size).max(1);
    let mut shape: Vec<usize> = lengths
        .iter()
        .rev()
        .map(|&n| {
            let own = n.clamp(1, room);
            room /= own;
            own
        })
        .collect();
    shape.reverse();
    shape
}

/// Where the n-th chunk begins.
fn offset(mut n: usize, counts: &[usize], shape: &[usize]) -> Vec<usize> {
    let mut offset: Vec<usize> = counts
        .iter()
        .zip(shape)
        .rev()
        .map(|(&count, &length)| {
            let at = n % count;
            n /= count;
            at * length
        })
        .collect();
    offset.reverse();
    offset
}

/// The bytes of a chunk, packed where that makes them fewer, and the filters that they do not have. Beyond the array's end there
/// are zeros.
fn pack(data: &Data, offset: &[usize], shape: &[usize]) -> Result<(Vec<u8>, u32)> {
    let bytes = dispatch!(all data, |a| gather(a, offset, shape))?;
    let size = data.dtype().itemsize();
    Ok(match Packer::with_zlib_header().pack(&bytes, size)? {
        Some(packed) => (packed, 0),
        None => (bytes, UNFILTERED),
    })
}

fn gather<T: FileElement>(array: &Shared<T>, offset: &[usize], shape: &[usize]) -> Result<Vec<u8>> {
    let size = size_of::<T>();
    let mut bytes = alloc::zeroed_vec::<u8>(shape.iter().product::<usize>() * size)?;
    let part = array.slice_each_axis(|axis| {
        let (i, n) = (axis.axis.index(), axis.len);
        Slice::from(offset[i]..(offset[i] + shape[i]).min(n))
    });
    let columns = shape[shape.len() - 1] * size;
    // Rows of the chunk that lie beyond the array are passed over.
    let rows = part.rows();
    let inside: Vec<usize> = part.shape()[..shape.len() - 1].to_vec();
    let mut index = vec![0; inside.len()];
    for row in rows {
        let at = index.iter().zip(shape).fold(0, |at, (&i, &n)| at * n + i) * columns;
        let to = &mut bytes[at..at + columns];
        match row.as_slice() {
            Some(row) => to.chunks_exact_mut(size).zip(row).for_each(|(to, &x)| x.put_le(to)),
            None => to.chunks_exact_mut(size).zip(row).for_each(|(to, &x)| x.put_le(to)),
        }
        for axis in (0..inside.len()).rev() {
            index[axis] += 1;
            if index[axis] < inside[axis] {
                break;
            }
            index[axis] = 0;
        }
    }
    Ok(bytes)
}

/// A child of a node: the key before it, and where it is.
struct Child {
    key: Vec<u8>,
    at: u64,
}

/// Writes the tree from its leaves up; returns the address of its root.
fn tree(out: &mut Output<'_>, chunks: &[Written], shape: &[usize]) -> Result<u64> {
    let key = |length: u32, mask: u32, offset: &mut dyn Iterator<Item = u64>| {
        let mut key = [length.to_le_bytes(), mask.to_le_bytes()].concat();
        // The last offset is that within an element.
        offset.chain([0]).for_each(|n| key.extend(n.to_le_bytes()));
        key
    };
    let mut children: Vec<Child> = alloc::vec(chunks.len())?;
    for chunk in chunks {
        let key = key(chunk.length, chunk.mask, &mut chunk.offset.iter().copied());
        children.push(Child { key, at: chunk.at });
    }
    // Behind all chunks.
    let beyond = |(axis, (&n, &length)): (usize, (&u64, &usize))| if axis == 0 { n + length as u64 } else { 0 };
    let last = chunks.last().ok_or_else(|| Error::new(Status::Internal, "an array without chunks"))?;
    let end = key(0, 0, &mut last.offset.iter().zip(shape).enumerate().map(beyond));
    let mut level = 0u8;
    loop {
        let nodes: Vec<&[Child]> = children.chunks(CHILDREN).collect();
        let size = (24 + CHILDREN * (end.len() + 8) + end.len()) as u64;
        let first = out.end();
        let mut parents: Vec<Child> = alloc::vec(nodes.len())?;
        for (i, node) in nodes.iter().enumerate() {
            let beside = |there: bool, n: usize| if there { first + n as u64 * size } else { NOWHERE };
            let mut bytes = b"TREE\x01".to_vec();
            bytes.push(level);
            bytes.extend((node.len() as u16).to_le_bytes());
            bytes.extend(beside(i > 0, i.wrapping_sub(1)).to_le_bytes());
            bytes.extend(beside(i + 1 < nodes.len(), i + 1).to_le_bytes());
            for child in *node {
                extend(&mut bytes, &child.key)?;
                extend(&mut bytes, &child.at.to_le_bytes())?;
            }
            extend(&mut bytes, nodes.get(i + 1).map_or(&end, |next| &next[0].key))?;
            bytes.resize(size as usize, 0);
            parents.push(Child { key: node[0].key.clone(), at: out.put(&bytes)? });
        }
        if let [root] = parents.as_slice() {
            return Ok(root.at);
        }
        children = parents;
        level += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_have_whole_rows_as_far_as_they_go() {
        assert_eq!(shape(&[2048, 2048], 8), [8, 2048]);
        assert_eq!(shape(&[2048, 2048], 2), [32, 2048]);
        assert_eq!(shape(&[3, 5, 7], 8), [3, 5, 7]);
        assert_eq!(shape(&[9, 1_000_000], 8), [1, 16384]);
        assert_eq!(shape(&[1, 1], 16), [1, 1]);
    }

    #[test]
    fn offsets_go_through_the_last_axis_first() {
        let of = |n| offset(n, &[2, 3], &[4, 5]);
        assert_eq!([of(0), of(1), of(2), of(3), of(5)], [[0, 0], [0, 5], [0, 10], [4, 0], [4, 10]]);
    }
}
