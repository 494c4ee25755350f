//! The global heap, which holds texts of variable length, and the storage of many links or attributes.

use super::cursor::Cursor;
use super::damage::corrupt;
use super::file::{File, from_reader};
use super::fractal::ObjectHeap;
use super::heap_cache::Collection;
use crate::context::Result;
use hdf5_reader::btree_v2::{BTreeV2Header, BTreeV2Record, collect_btree_v2_records_storage};
use hdf5_reader::checksum::jenkins_lookup3;

/// An object of the global heap ("HDF5 File Format Specification", III.E).
pub fn global_object<'f>(file: &'f File<'f>, address: u64, index: u32) -> Result<&'f [u8]> {
    let collection = match file.global_heaps.get(address) {
        Some(collection) => collection,
        None => file.global_heaps.keep(address, collection(file, address)?),
    };
    let range = collection.get(&index).cloned();
    let range = range.ok_or_else(|| corrupt(format!("the heap at {address} has no object {index}")))?;
    file.budget().look_at(range.len() as u64)?;
    let start =
        address.checked_add(range.start as u64).ok_or_else(|| corrupt("a heap's object lies outside the file"))?;
    file.uncharged(start, range.len() as u64)
}

fn collection<'f>(file: &'f File<'f>, address: u64) -> Result<Collection> {
    let sizes = file.sizes();
    let mut head = Cursor::new(file.at(address, 8 + u64::from(sizes.lengths))?, sizes);
    head.signature(b"GCOL")?;
    head.version("a global heap", 1..=1)?;
    head.skip(3)?;
    let mut cursor = Cursor::new(file.at(address, head.length()?)?, sizes);
    cursor.skip(head.position())?;
    let mut objects = Collection::new();
    // Objects begin at multiples of eight bytes; index 0 is unused space.
    let header = 8 + usize::from(sizes.lengths);
    while cursor.rest().len() >= header {
        let index = u32::from(cursor.u16()?);
        cursor.skip(6)?;
        let size = cursor.length()?;
        if index == 0 {
            break;
        }
        let start = cursor.position();
        let size = usize::try_from(size).map_err(|_| corrupt("a heap's object is larger than the file"))?;
        cursor.skip(size)?;
        objects.insert(index, start..start + size);
        let padding = size.next_multiple_of(8) - size;
        cursor.skip(padding.min(cursor.rest().len()))?;
    }
    file.budget().decode((objects.len() * 64) as u64)?;
    Ok(objects)
}

/// The links or attributes of an object that are stored in a fractal heap, indexed by a B-tree of version 2
/// (III.A.2), which `hdf5-reader` reads.
/// If a name is given, only objects that may have it are visited.
pub fn dense_objects<'f>(
    file: &'f File<'f>,
    [heap, index]: [u64; 2],
    most: usize,
    name: Option<&[u8]>,
    mut object: impl FnMut(&[u8]) -> Result<()>,
) -> Result<()> {
    let wanted = name.map(jenkins_lookup3);
    let sizes = file.sizes();
    let storage = file.storage();
    let (offsets, lengths) = (sizes.offsets, sizes.lengths);
    let mut heap = ObjectHeap::open(file, heap)?;
    let tree = BTreeV2Header::parse_at_storage(&storage, index, offsets, lengths).map_err(from_reader)?;
    if tree.total_records > most as u64 {
        return Err(corrupt(format!("an object has {} links or attributes; allowed: {most}", tree.total_records)));
    }
    let records =
        collect_btree_v2_records_storage(&storage, &tree, offsets, lengths, None, &[], None).map_err(from_reader)?;
    if records.len() as u64 != tree.total_records {
        return Err(corrupt(format!(
            "a B-tree has {} records, but says that it has {}",
            records.len(),
            tree.total_records
        )));
    }
    for record in records {
        file.check_cancelled()?;
        let (id, hash) = match &record {
            BTreeV2Record::LinkNameHash { heap_id, hash } => (heap_id, *hash),
            BTreeV2Record::AttributeNameHash { heap_id, hash, .. } => (heap_id, *hash),
            _ => return Err(corrupt("a B-tree of names holds something else")),
        };
        if wanted.is_some_and(|wanted| wanted != hash) {
            continue;
        }
        let bytes = heap.object(id)?;
        file.budget().decode(bytes.len() as u64)?;
        object(&bytes)?;
    }
    Ok(())
}
