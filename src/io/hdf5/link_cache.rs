//! The links of groups that paths lead through again and again.

use super::link::Link;
use crate::context::lock;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};

/// The links of a group by their names.
pub type Links = HashMap<Vec<u8>, Link>;

/// Groups by their addresses. The links of one are kept when a path leads through it for the second time: a single look at a
/// large group needs not all of them.
#[derive(Default)]
pub struct GroupLinks {
    seen: Mutex<HashSet<u64>>,
    known: Mutex<HashMap<u64, Arc<Links>>>,
}

impl GroupLinks {
    pub fn get(&self, address: u64) -> Option<Arc<Links>> {
        lock(&self.known).get(&address).cloned()
    }

    /// Whether this is the first look at a group.
    pub fn is_first(&self, address: u64) -> bool {
        lock(&self.seen).insert(address)
    }

    /// Keeps the links of a group.
    pub fn keep(&self, address: u64, links: Links) -> Arc<Links> {
        let links = Arc::new(links);
        lock(&self.known).insert(address, links.clone());
        links
    }
}
