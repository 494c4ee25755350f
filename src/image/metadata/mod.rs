//! An ordered map of typed values.

pub mod text;
mod value;

pub use value::{ArrayValue, Entry, Metadata, Value};

use crate::context::{Error, Result, Status};

impl Metadata {
    /// Metadata without entries.
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry under a key.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.get(key)
    }

    /// The value under a key.
    pub fn value(&self, key: &str) -> Option<&Value> {
        self.entries.get(key).map(|e| &e.value)
    }

    /// The value under a key, which must be there.
    ///
    /// # Errors
    /// [`Status::KeyNotFound`].
    pub fn require(&self, key: &str) -> Result<&Entry> {
        self.get(key).ok_or_else(|| key_not_found(key))
    }

    /// The key and entry at a place in the order.
    pub fn get_index(&self, index: usize) -> Option<(&str, &Entry)> {
        self.entries.get_index(index).map(|(k, e)| (k.as_str(), e))
    }

    /// Whether there is such a key.
    pub fn contains(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// Sets an entry: in its old place if the key exists, else at the end. Returns the old entry.
    pub fn insert(&mut self, key: impl Into<String>, entry: impl Into<Entry>) -> Option<Entry> {
        self.entries.insert(key.into(), entry.into())
    }

    /// Removes an entry; the others keep their order.
    ///
    /// # Errors
    /// [`Status::KeyNotFound`].
    pub fn pop(&mut self, key: &str) -> Result<Entry> {
        self.entries.shift_remove(key).ok_or_else(|| key_not_found(key))
    }

    /// Removes the last entry.
    ///
    /// # Errors
    /// [`Status::KeyNotFound`] when there is none.
    pub fn popitem(&mut self) -> Result<(String, Entry)> {
        self.entries.pop().ok_or_else(|| Error::new(Status::KeyNotFound, "the metadata is empty: nothing to pop"))
    }

    /// The entry under a key, which is set to `default` first if there is none.
    pub fn setdefault(&mut self, key: &str, default: impl Into<Entry>) -> &Entry {
        self.entries.entry(key.to_owned()).or_insert_with(|| default.into())
    }

    /// Sets every entry of another.
    pub fn update(&mut self, other: &Metadata) {
        self.entries.extend(other.entries.iter().map(|(k, e)| (k.clone(), e.clone())));
    }

    /// Removes all entries.
    pub fn clear(&mut self) {
        self.entries.clear();
    }

    /// Keys and entries in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Entry)> {
        self.entries.iter().map(|(k, e)| (k.as_str(), e))
    }
}

impl<K: Into<String>> FromIterator<(K, Entry)> for Metadata {
    fn from_iter<I: IntoIterator<Item = (K, Entry)>>(iter: I) -> Self {
        Metadata { entries: iter.into_iter().map(|(k, e)| (k.into(), e)).collect() }
    }
}

fn key_not_found(key: &str) -> Error {
    Error::new(Status::KeyNotFound, format!("there is no metadata entry '{key}'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_is_that_of_coming_and_survives_pop() {
        let mut m = Metadata::new();
        m.insert("b", 1i64);
        m.insert("a", 2.5);
        m.insert("c", "text");
        m.insert("b", 3i64);
        assert_eq!(m.iter().map(|(k, _)| k).collect::<Vec<_>>(), ["b", "a", "c"]);
        assert_eq!(m.pop("b").unwrap().value, Value::Int(3));
        assert_eq!(m.pop("b").unwrap_err().status(), Status::KeyNotFound);
        assert_eq!(m.popitem().unwrap().0, "c");
        assert_eq!(m.setdefault("a", 9.0).value, Value::Float(2.5));
        assert_eq!(m.len(), 1);
    }
}
