//! The messages of an object (IV.A.1.b), and those that attributes are (IV.A.2.m).

use super::heap::Heaps;
use super::kind;
use super::output::{Address, Output, extend};
use super::value::Value;
use crate::context::{Error, Result, Status};
use hdf5_reader::checksum::jenkins_lookup3;

/// A message with more bytes has no place in a header.
const LONGEST: usize = u16::MAX as usize;

/// The types of messages.
pub mod message {
    pub const SPACE: u8 = 0x01;
    pub const LINK_INFO: u8 = 0x02;
    pub const KIND: u8 = 0x03;
    pub const FILL_VALUE: u8 = 0x05;
    pub const LINK: u8 = 0x06;
    pub const LAYOUT: u8 = 0x08;
    pub const GROUP_INFO: u8 = 0x0A;
    pub const FILTERS: u8 = 0x0B;
    pub const ATTRIBUTE: u8 = 0x0C;
}

/// Names and values, in the order in which they are written.
#[derive(Debug, Clone, Default)]
pub struct Attributes(Vec<(String, Value)>);

impl Attributes {
    /// Those of a group: its class in NeXus.
    pub fn of_class(class: &str) -> Attributes {
        Attributes::default().and("NX_class", class)
    }

    /// With one more.
    #[must_use]
    pub fn and(mut self, name: &str, value: impl Into<Value>) -> Attributes {
        self.0.push((name.to_owned(), value.into()));
        self
    }

    /// With the unit of a dataset, where it has one.
    #[must_use]
    pub fn and_unit(self, unit: Option<&str>) -> Attributes {
        match unit {
            Some(unit) => self.and("units", unit),
            None => self,
        }
    }
}

/// An object's messages.
pub struct Header {
    messages: Vec<u8>,
}

impl Header {
    pub fn new() -> Header {
        Header { messages: Vec::new() }
    }

    pub fn message(&mut self, kind: u8, body: &[u8]) -> Result<()> {
        let length = u16::try_from(body.len()).map_err(|_| {
            Error::new(Status::Unsupported, format!("a message of {} bytes; HDF5 allows {LONGEST}", body.len()))
        })?;
        extend(&mut self.messages, &[kind, length.to_le_bytes()[0], length.to_le_bytes()[1], 0])?;
        extend(&mut self.messages, body)
    }

    /// A name of the group for an object (IV.A.2.g).
    pub fn link(&mut self, name: &str, to: Address) -> Result<()> {
        // The length of the name takes two bytes; the name is in UTF-8.
        let mut body = vec![1, 0x11, 1];
        body.extend((name.len() as u16).to_le_bytes());
        extend(&mut body, name.as_bytes())?;
        extend(&mut body, &to.0.to_le_bytes())?;
        self.message(message::LINK, &body)
    }

    pub fn attributes(&mut self, attributes: &Attributes, out: &mut Output<'_>, heaps: &mut Heaps) -> Result<()> {
        attributes.0.iter().try_for_each(|(name, value)| {
            let texts = match value {
                Value::Text(text) => std::slice::from_ref(text),
                Value::Texts(texts) => texts.as_slice(),
                Value::Null | Value::Numbers(_) => {
                    let mut elements = Vec::new();
                    value.elements(&mut elements)?;
                    return self.attribute(name, &value.kind()?, &value.space(), &elements);
                }
            };
            let mut elements = Vec::new();
            for text in texts {
                extend(&mut elements, &heaps.keep(out, text)?)?;
            }
            self.attribute(name, &kind::text_in_heap(), &value.space(), &elements)
        })
    }

    fn attribute(&mut self, name: &str, kind: &[u8], space: &[u8], elements: &[u8]) -> Result<()> {
        let mut body = vec![3, 0];
        for length in [name.len() + 1, kind.len(), space.len()] {
            body.extend((length as u16).to_le_bytes());
        }
        // The name is in UTF-8.
        body.push(1);
        for part in [name.as_bytes(), b"\0", kind, space, elements] {
            extend(&mut body, part)?;
        }
        self.message(message::ATTRIBUTE, &body)
    }

    /// The whole header with its checksum.
    pub fn finish(self) -> Result<Vec<u8>> {
        let length = u32::try_from(self.messages.len())
            .map_err(|_| Error::new(Status::Unsupported, "an object's header has more than 4 GiB"))?;
        // The length of the messages takes four bytes.
        let mut out = b"OHDR\x02\x02".to_vec();
        out.extend(length.to_le_bytes());
        extend(&mut out, &self.messages)?;
        let sum = jenkins_lookup3(&out);
        extend(&mut out, &sum.to_le_bytes())?;
        Ok(out)
    }
}
