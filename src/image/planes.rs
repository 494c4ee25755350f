//! Arrays that belong to the pixels: measured positions, ring current, and what the user adds.

use crate::array::MaskedArray;
use indexmap::IndexMap;

/// One array with the shape of the image, or of one frame, which all frames then share.
#[derive(Debug, Clone)]
pub struct Plane {
    /// The values.
    pub array: MaskedArray,
    /// Their unit.
    pub unit: Option<String>,
}

impl PartialEq for Plane {
    fn eq(&self, other: &Self) -> bool {
        self.unit == other.unit && self.array.equals(&other.array)
    }
}

/// Planes by name, in the order of insertion.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Planes {
    planes: IndexMap<String, Plane>,
}

impl Planes {
    /// The plane with this name.
    pub fn get(&self, name: &str) -> Option<&Plane> {
        self.planes.get(name)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.planes.is_empty()
    }

    /// The names in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.planes.keys().map(String::as_str)
    }

    /// Names and planes in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Plane)> {
        self.planes.iter().map(|(k, p)| (k.as_str(), p))
    }

    pub(super) fn insert(&mut self, name: &str, plane: Plane) {
        self.planes.insert(name.to_owned(), plane);
    }

    pub(super) fn remove(&mut self, name: &str) -> Option<Plane> {
        self.planes.shift_remove(name)
    }

    pub(super) fn each_array(&mut self, f: impl Fn(&mut MaskedArray)) {
        self.planes.values_mut().for_each(|plane| f(&mut plane.array));
    }
}
