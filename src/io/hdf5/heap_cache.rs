//! The parts of a file's global heap that were read already.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// The byte ranges of a collection's objects, counted from its start.
pub type Collection = HashMap<u32, Range<usize>>;

/// The collections that were read, by their addresses.
#[derive(Default)]
pub struct GlobalHeaps {
    known: RefCell<HashMap<u64, Rc<Collection>>>,
}

impl GlobalHeaps {
    pub fn get(&self, address: u64) -> Option<Rc<Collection>> {
        self.known.borrow().get(&address).cloned()
    }

    /// Keeps a collection.
    pub fn keep(&self, address: u64, collection: Collection) -> Rc<Collection> {
        let collection = Rc::new(collection);
        self.known.borrow_mut().insert(address, collection.clone());
        collection
    }
}
