//! A file that is being written: groups, datasets, the superblock.

use super::chunks;
use super::header::{Attributes, Header, message};
use super::heap::Heaps;
use super::kind;
use super::output::{Address, NOWHERE, Output};
use super::value::Value;
use crate::context::Result;
use crate::context::parallel::Stage;
use crate::io::atomic::Sink;
use crate::io::hdf5::SIGNATURE;
use hdf5_reader::checksum::jenkins_lookup3;

const SUPERBLOCK: usize = 48;
/// Fewer bytes stand in the header of their dataset.
const SMALL: usize = 4 << 10;

/// A file that is being written, one structure behind the other.
pub struct File<'a> {
    out: Output<'a>,
    heaps: Heaps,
}

impl<'a> File<'a> {
    /// Begins with the room for the superblock, which is written at the end.
    ///
    /// # Errors
    /// [`Status::Io`](crate::context::Status::Io).
    pub fn begin(sink: &'a mut dyn Sink) -> Result<File<'a>> {
        let mut out = Output::new(sink);
        out.put(&[0; SUPERBLOCK])?;
        Ok(File { out, heaps: Heaps::default() })
    }

    fn header(&mut self, header: Header) -> Result<Address> {
        self.out.put(&header.finish()?).map(Address)
    }

    /// A group with its links.
    ///
    /// # Errors
    /// [`Status::Io`](crate::context::Status::Io), [`Status::NoMemory`](crate::context::Status::NoMemory).
    pub fn group<'n>(
        &mut self,
        attributes: &Attributes,
        links: impl IntoIterator<Item = (&'n str, Address)>,
    ) -> Result<Address> {
        let mut header = Header::new();
        // All links stand in the header (IV.A.2.c).
        let mut info = vec![0, 0];
        [NOWHERE; 2].iter().for_each(|address| info.extend(address.to_le_bytes()));
        header.message(message::LINK_INFO, &info)?;
        header.message(message::GROUP_INFO, &[0, 0])?;
        header.attributes(attributes, &mut self.out, &mut self.heaps)?;
        links.into_iter().try_for_each(|(name, to)| header.link(name, to))?;
        self.header(header)
    }

    /// A dataset: in its header where it is small, in packed chunks where it has axes, else in one piece.
    ///
    /// # Errors
    /// [`Status::Io`](crate::context::Status::Io), [`Status::NoMemory`](crate::context::Status::NoMemory),
    /// [`Status::Cancelled`](crate::context::Status::Cancelled).
    pub fn dataset(&mut self, stage: &Stage<'_>, value: &Value, attributes: &Attributes) -> Result<Address> {
        let length = value.length()?;
        let mut header = Header::new();
        header.message(message::SPACE, &value.space())?;
        let kind = match value {
            Value::Text(_) => kind::text_in_heap(),
            _ => value.kind()?,
        };
        header.message(message::KIND, &kind)?;
        let mut layout = vec![3];
        match value {
            // A program that writes another text has room for it.
            Value::Text(text) => {
                let element = self.heaps.keep(&mut self.out, text)?;
                fill_value(&mut header, 1)?;
                layout.push(0);
                layout.extend((element.len() as u16).to_le_bytes());
                layout.extend(element);
                header.message(message::LAYOUT, &layout)?;
            }
            Value::Numbers(data) if length > SMALL && !data.shape().is_empty() => {
                let chunked = chunks::write(stage, &mut self.out, data)?;
                fill_value(&mut header, 3)?;
                layout.push(2);
                layout.push(chunked.shape.len() as u8 + 1);
                layout.extend(chunked.tree.to_le_bytes());
                for n in chunked.shape.iter().copied().chain([data.dtype().itemsize()]) {
                    layout.extend((n as u32).to_le_bytes());
                }
                header.message(message::LAYOUT, &layout)?;
                header.message(message::FILTERS, &chunks::filters(data.dtype().itemsize()))?;
            }
            _ if length > SMALL => {
                let mut elements = Vec::new();
                value.elements(&mut elements)?;
                let at = self.out.put(&elements)?;
                fill_value(&mut header, 2)?;
                layout.push(1);
                layout.extend(at.to_le_bytes());
                layout.extend((length as u64).to_le_bytes());
                header.message(message::LAYOUT, &layout)?;
            }
            _ => {
                fill_value(&mut header, 1)?;
                layout.push(0);
                layout.extend((length as u16).to_le_bytes());
                value.elements(&mut layout)?;
                header.message(message::LAYOUT, &layout)?;
            }
        }
        header.attributes(attributes, &mut self.out, &mut self.heaps)?;
        self.header(header)
    }

    /// Writes the superblock (II.A): the file is whole.
    ///
    /// # Errors
    /// [`Status::Io`](crate::context::Status::Io).
    pub fn finish(mut self, root: Address) -> Result<()> {
        let mut block = SIGNATURE.to_vec();
        // Version 2; addresses and lengths have eight bytes; no flags.
        block.extend([2, 8, 8, 0]);
        for number in [0, NOWHERE, self.out.end(), root.0] {
            block.extend(number.to_le_bytes());
        }
        block.extend(jenkins_lookup3(&block).to_le_bytes());
        self.heaps.finish(&mut self.out)?;
        self.out.write_over(0, &block)
    }
}

/// The fill value is 0 (IV.A.2.f); `when` there is room for the elements: 1 at once, 2 when they come, 3 chunk by chunk.
fn fill_value(header: &mut Header, when: u8) -> Result<()> {
    const IF_SET: u8 = 2 << 2;
    header.message(message::FILL_VALUE, &[3, IF_SET | when])
}
