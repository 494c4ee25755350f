//! Groups before they are written: a group stands in the file behind what it links to.

use crate::context::Result;
use crate::io::hdf5_writer::{Address, Attributes, File};
use indexmap::IndexMap;

/// A group and what it links to.
#[derive(Debug, Default)]
pub struct Tree {
    attributes: Attributes,
    links: IndexMap<String, Node>,
}

#[derive(Debug)]
enum Node {
    Written(Address),
    Group(Tree),
}

impl Tree {
    pub fn new(attributes: Attributes) -> Tree {
        Tree { attributes, links: IndexMap::new() }
    }

    /// A group of a class of NeXus.
    pub fn of_class(class: &str) -> Tree {
        Tree::new(Attributes::of_class(class))
    }

    /// Links to what was written, unless the name is taken.
    pub fn link(&mut self, name: &str, to: Address) {
        self.links.entry(name.to_owned()).or_insert(Node::Written(to));
    }

    /// Links to a group, unless the name is taken.
    pub fn group(&mut self, name: &str, tree: Tree) {
        self.links.entry(name.to_owned()).or_insert(Node::Group(tree));
    }

    /// The group with this name, which is made if there is none; `None` where the name is that of a dataset.
    pub fn below(&mut self, name: &str, class: impl FnOnce() -> String) -> Option<&mut Tree> {
        match self.links.entry(name.to_owned()).or_insert_with(|| Node::Group(Tree::of_class(&class()))) {
            Node::Group(tree) => Some(tree),
            Node::Written(_) => None,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.links.is_empty()
    }

    pub fn has(&self, name: &str) -> bool {
        self.links.contains_key(name)
    }

    /// Writes the groups, the innermost first.
    ///
    /// # Errors
    /// Those of [`File::group`].
    pub fn write(self, file: &mut File<'_>) -> Result<Address> {
        let mut links = Vec::new();
        for (name, node) in self.links {
            let to = match node {
                Node::Written(to) => to,
                Node::Group(tree) => tree.write(file)?,
            };
            links.push((name, to));
        }
        file.group(&self.attributes, links.iter().map(|(name, to)| (name.as_str(), *to)))
    }
}
