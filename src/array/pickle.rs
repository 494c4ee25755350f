//! A pickle that Python loads with numpy alone as a `numpy.ma.MaskedArray`: what `MaskedArray.dumps` writes, in protocol 4,
//! which has sizes of 64 bits.
//!
//! The stream calls `numpy.ma.core._mareconstruct` and hands the result's `__setstate__` a tuple: version, shape, dtype, whether
//! in Fortran order, bytes of the data, bytes of the mask, fill value. The opcodes are those of Python's `pickletools`.

use super::{DType, MaskedArray, Scalar};
use crate::context::Result;

/// The stream in pieces: the large ones as they lie.
pub struct Pickle {
    pieces: [Vec<u8>; 5],
}

impl Pickle {
    /// The array's pickle.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory).
    pub fn new(array: &MaskedArray) -> Result<Pickle> {
        let data = array.data().to_bytes()?;
        let mask = match array.mask() {
            Some(mask) => super::alloc::map(mask.view(), u8::from)?.into_raw_vec_and_offset().0,
            None => super::alloc::zeroed_vec(array.len())?,
        };
        let mut head = vec![0x80, 4];
        head.extend(b"cnumpy.ma.core\n_mareconstruct\n(cnumpy.ma.core\nMaskedArray\ncnumpy\nndarray\n");
        integer(&mut head, 0);
        head.extend(b"\x85"); // a tuple of one
        text(&mut head, "b");
        head.extend(b"tR("); // the tuple of arguments, the call, and the mark of the state's tuple
        integer(&mut head, 1);
        head.push(b'(');
        array.shape().iter().for_each(|&n| integer(&mut head, n as i128));
        head.push(b't');
        dtype(&mut head, array.dtype());
        head.push(0x89); // False: not in Fortran order
        bytes_follow(&mut head, data.len());
        let mut between = Vec::new();
        bytes_follow(&mut between, mask.len());
        let mut tail = Vec::new();
        scalar(&mut tail, array.fill_value());
        tail.extend(b"tb."); // the state's tuple, __setstate__, the end
        Ok(Pickle { pieces: [head, data, between, mask, tail] })
    }

    /// The number of bytes.
    pub fn len(&self) -> usize {
        self.pieces.iter().map(Vec::len).sum()
    }

    /// Never: a pickle has a head and an end.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes in order.
    pub fn pieces(&self) -> impl Iterator<Item = &[u8]> {
        self.pieces.iter().map(Vec::as_slice)
    }
}

fn text(out: &mut Vec<u8>, text: &str) {
    out.extend([0x8c, text.len() as u8]);
    out.extend(text.as_bytes());
}

fn bytes_follow(out: &mut Vec<u8>, len: usize) {
    out.push(0x8e);
    out.extend((len as u64).to_le_bytes());
}

/// LONG1: little endian, as few bytes as hold the sign too; here always all of them.
fn integer(out: &mut Vec<u8>, value: i128) {
    out.extend([0x8a, 16]);
    out.extend(value.to_le_bytes());
}

fn float(out: &mut Vec<u8>, value: f64) {
    out.push(b'G');
    out.extend(value.to_be_bytes());
}

fn scalar(out: &mut Vec<u8>, value: Scalar) {
    match value {
        Scalar::Bool(x) => out.push(if x { 0x88 } else { 0x89 }),
        Scalar::Int(x) => integer(out, x),
        Scalar::Float(x) => float(out, x),
        Scalar::Complex(x) => {
            out.extend(b"cbuiltins\ncomplex\n");
            float(out, x.re);
            float(out, x.im);
            out.extend(b"\x86R"); // a tuple of two, the call
        }
    }
}

/// `numpy.dtype("f8", False, True)` with the state (3, "<", None, None, None, -1, -1, 0).
fn dtype(out: &mut Vec<u8>, dtype: DType) {
    let size = dtype.itemsize();
    let kind = match dtype {
        DType::Bool => 'b',
        d if d.is_unsigned_integer() => 'u',
        d if d.is_signed_integer() => 'i',
        d if d.is_float() => 'f',
        _ => 'c',
    };
    let order = match size {
        1 => "|",
        _ if cfg!(target_endian = "big") => ">",
        _ => "<",
    };
    out.extend(b"cnumpy\ndtype\n");
    text(out, &format!("{kind}{size}"));
    out.extend(b"\x89\x88\x87R("); // False, True, a tuple of three, the call, a mark
    integer(out, 3);
    text(out, order);
    out.extend(b"NNN");
    [-1, -1, 0].into_iter().for_each(|n| integer(out, n));
    out.extend(b"tb");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::{Data, alloc};

    #[test]
    fn the_stream_has_its_head_end_and_length() {
        let array = MaskedArray::from(Data::from(alloc::from_vec(&[2, 3], vec![1.5f64; 6]).unwrap()));
        let pickle = Pickle::new(&array).unwrap();
        let all: Vec<u8> = pickle.pieces().flatten().copied().collect();
        assert_eq!(all.len(), pickle.len());
        assert!(all.starts_with(&[0x80, 4, b'c']) && all.ends_with(b"tb."));
        assert!(all.windows(8).any(|w| w == 1.5f64.to_ne_bytes()));
    }
}
