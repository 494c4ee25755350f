//! The parts of a file's global heap that were read already.

use crate::context::lock;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex};

/// The byte ranges of a collection's objects, counted from its start.
pub type Collection = HashMap<u32, Range<usize>>;

/// The collections that were read, by their addresses.
#[derive(Default)]
pub struct GlobalHeaps {
    known: Mutex<HashMap<u64, Arc<Collection>>>,
}

impl GlobalHeaps {
    pub fn get(&self, address: u64) -> Option<Arc<Collection>> {
        lock(&self.known).get(&address).cloned()
    }

    /// Keeps a collection.
    pub fn keep(&self, address: u64, collection: Collection) -> Arc<Collection> {
        let collection = Arc::new(collection);
        lock(&self.known).insert(address, collection.clone());
        collection
    }
}
