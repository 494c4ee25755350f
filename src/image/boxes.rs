//! Boxes: the part of an image that a crop keeps or a fit uses.
//!
//! | form | maker |
//! |---|---|
//! | pixels | [`PixelBox::from_pixels`] |
//! | fractions of the extent | [`PixelBox::from_fractions`] |
//! | a border of pixels | [`PixelBox::from_border`] |
//! | a border as a fraction | [`PixelBox::from_border_fraction`] |
//! | a metadata value | [`PixelBox::from_value`], [`Image::box_from_metadata`] |
//!
//! Fractions of a pixel are rounded to the nearest pixel, halves to the even one. Negative pixels count from the end, as in
//! a slice of Python: -1 is the last column or row. A box is clipped to the image; one that holds no pixel is an error.

use super::{ArrayValue, Image, Value};
use crate::array::{Data, MaskedArray};
use crate::context::{Error, Result, Status};
use crate::dispatch;

/// `xmin..xmax`, `ymin..ymax` in pixels, inside the image and not empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PixelBox {
    /// The first column.
    pub xmin: usize,
    /// The column after the last.
    pub xmax: usize,
    /// The first row.
    pub ymin: usize,
    /// The row after the last.
    pub ymax: usize,
}

/// In a box of the C interface: the end of the image.
pub const EXTENT: i64 = i64::MIN;

impl PixelBox {
    /// The whole of an image.
    pub fn whole(rows: usize, columns: usize) -> Self {
        PixelBox { xmin: 0, xmax: columns, ymin: 0, ymax: rows }
    }

    /// (xmin, xmax, ymin, ymax), [`EXTENT`] for the image's end, negative ones counted from the end, clipped to the image.
    ///
    /// # Errors
    /// [`Status::OutOfRange`] when no pixel is left.
    pub fn from_pixels([xmin, xmax, ymin, ymax]: [i64; 4], rows: usize, columns: usize) -> Result<Self> {
        let side = |low: i64, high: i64, n: usize| {
            let clip = |v: i64| counted(v, n).clamp(0, n as i64) as usize;
            let low = if low == EXTENT { 0 } else { clip(low) };
            let high = if high == EXTENT { n } else { clip(high) };
            (low, high)
        };
        let (x0, x1) = side(xmin, xmax, columns);
        let (y0, y1) = side(ymin, ymax, rows);
        if x0 >= x1 || y0 >= y1 {
            let show = |v: i64| if v == EXTENT { "extent".to_owned() } else { v.to_string() };
            return Err(Error::new(
                Status::OutOfRange,
                format!(
                    "the box (xmin {}, xmax {}, ymin {}, ymax {}) holds no pixel of an image of {columns} columns and {rows} rows; negative numbers count from the end",
                    show(xmin),
                    show(xmax),
                    show(ymin),
                    show(ymax)
                ),
            ));
        }
        Ok(PixelBox { xmin: x0, xmax: x1, ymin: y0, ymax: y1 })
    }

    /// (xmin, xmax, ymin, ymax) as fractions of the width and height, 0 to 1; NaN as far as there is.
    ///
    /// # Errors
    /// [`Status::InvalidArgument`] for other numbers; [`Status::OutOfRange`] when no pixel is left.
    pub fn from_fractions(fractions: [f64; 4], rows: usize, columns: usize) -> Result<Self> {
        let mut sides = [EXTENT; 4];
        for ((side, fraction), n) in sides.iter_mut().zip(fractions).zip([columns, columns, rows, rows]) {
            if !fraction.is_nan() {
                *side = pixel_of_fraction("fractions", fraction, n)?;
            }
        }
        PixelBox::from_pixels(sides, rows, columns)
    }

    /// All but a number of pixels on each of the four sides.
    ///
    /// # Errors
    /// [`Status::InvalidArgument`] for a negative border; [`Status::OutOfRange`] when no pixel is left.
    pub fn from_border(border: i64, rows: usize, columns: usize) -> Result<Self> {
        if border < 0 {
            return Err(Error::argument("border", format!("{border} pixels"), "0 or more"));
        }
        let far = |n: usize| (n as i64).saturating_sub(border).max(0);
        PixelBox::from_pixels([border, far(columns), border, far(rows)], rows, columns)
    }

    /// All but a fraction of the width and of the height, half of it on each side: 0.1 of 20 rows and 40 columns leaves
    /// columns 2 to 38 and rows 1 to 19.
    ///
    /// # Errors
    /// [`Status::InvalidArgument`] for a fraction outside 0 to 1; [`Status::OutOfRange`] when no pixel is left.
    pub fn from_border_fraction(fraction: f64, rows: usize, columns: usize) -> Result<Self> {
        if !(0.0..=1.0).contains(&fraction) {
            return Err(Error::argument("fraction", fraction, "0 to 1"));
        }
        let low = |n: usize| (n as f64 * fraction / 2.0).round_ties_even() as i64;
        let high = |n: usize| (n as f64 * (1.0 - fraction / 2.0)).round_ties_even() as i64;
        PixelBox::from_pixels([low(columns), high(columns), low(rows), high(rows)], rows, columns)
    }

    /// The box that a metadata value describes: four numbers (list, tuple or array), or one that is a border.
    ///
    /// An integer counts pixels (a negative one of four from the end), a float from 0 to 1 is a fraction, a larger float is rounded to pixels. Among four,
    /// nothing (or a NaN, or a masked element) means as far as there is.
    ///
    /// # Errors
    /// [`Status::MetadataType`] for other values; otherwise as the makers of the single forms.
    pub fn from_value(value: &Value, rows: usize, columns: usize) -> Result<Self> {
        let numbers = match value {
            Value::List(values) | Value::Tuple(values) => values.iter().map(Side::of).collect::<Option<_>>(),
            Value::Array(array) if array.shape().iter().product::<usize>() == 4 => sides_of_array(array)?,
            Value::Int(_) | Value::Float(_) => {
                return match Side::of(value) {
                    Some(Side::Pixel(border)) => PixelBox::from_border(border, rows, columns),
                    Some(Side::Number(fraction)) if fraction > 1.0 => {
                        PixelBox::from_border(fraction.round_ties_even() as i64, rows, columns)
                    }
                    Some(Side::Number(fraction)) => PixelBox::from_border_fraction(fraction, rows, columns),
                    _ => Err(Error::argument("border", "not a number", "an integer, or a fraction from 0 to 1")),
                };
            }
            _ => None,
        }
        .filter(|sides| sides.len() == 4)
        .ok_or_else(|| {
            Error::new(
                Status::MetadataType,
                format!(
                    "a value of type {} is not a box; allowed: four numbers or nothing (xmin, xmax, ymin, ymax), or one number",
                    value.type_name()
                ),
            )
        })?;
        let mut sides = [EXTENT; 4];
        for ((side, number), n) in sides.iter_mut().zip(numbers).zip([columns, columns, rows, rows]) {
            *side = number.pixel(n)?;
        }
        PixelBox::from_pixels(sides, rows, columns)
    }

    /// # Errors
    /// [`Status::OutOfRange`] when the box is empty or reaches beyond an image of this size.
    pub fn check(&self, rows: usize, columns: usize) -> Result<()> {
        let PixelBox { xmin, xmax, ymin, ymax } = *self;
        if xmin < xmax && xmax <= columns && ymin < ymax && ymax <= rows {
            return Ok(());
        }
        Err(Error::new(
            Status::OutOfRange,
            format!(
                "the box (xmin {xmin}, xmax {xmax}, ymin {ymin}, ymax {ymax}) is empty or reaches beyond an image of {columns} columns and {rows} rows"
            ),
        ))
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.ymax - self.ymin
    }

    /// The number of columns.
    pub fn columns(&self) -> usize {
        self.xmax - self.xmin
    }
}

/// A side from the beginning: negative ones count from the end of `n` pixels.
pub fn counted(side: i64, n: usize) -> i64 {
    if side < 0 { side.saturating_add(n as i64) } else { side }
}

/// One side of a box in a metadata value.
#[derive(Clone, Copy)]
enum Side {
    Extent,
    Pixel(i64),
    Number(f64),
}

impl Side {
    fn of(value: &Value) -> Option<Side> {
        match *value {
            Value::None => Some(Side::Extent),
            Value::Int(i) => Some(Side::Pixel(i)),
            Value::Float(f) if f.is_nan() => Some(Side::Extent),
            Value::Float(f) => Some(Side::Number(f)),
            _ => None,
        }
    }

    fn pixel(self, n: usize) -> Result<i64> {
        match self {
            Side::Extent => Ok(EXTENT),
            // Far outside is clipped anyway, and must not be taken for "as far as there is".
            Side::Pixel(pixel) => Ok(pixel.max(EXTENT + 1)),
            Side::Number(number) if number > 1.0 => Ok(number.round_ties_even() as i64),
            Side::Number(fraction) => pixel_of_fraction("fraction", fraction, n),
        }
    }
}

fn pixel_of_fraction(name: &str, fraction: f64, n: usize) -> Result<i64> {
    if !(0.0..=1.0).contains(&fraction) {
        return Err(Error::argument(name, fraction, "0 to 1 of the width or height"));
    }
    Ok((n as f64 * fraction).round_ties_even() as i64)
}

/// The four elements of an integer or float array; `None` for other dtypes.
fn sides_of_array(array: &ArrayValue) -> Result<Option<Vec<Side>>> {
    let array: MaskedArray = array.to_array()?;
    if !(array.dtype().is_integer() || array.dtype().is_float()) {
        return Ok(None);
    }
    let masked = |i: usize| array.mask().is_some_and(|mask| mask.iter().nth(i) == Some(&true));
    let values: Vec<Value> = match array.data() {
        Data::U64(a) => a.iter().map(|&x| Value::Int(i64::try_from(x).unwrap_or(i64::MAX))).collect(),
        Data::I64(a) => a.iter().map(|&x| Value::Int(x)).collect(),
        data if data.dtype().is_float() => to_f64(data).into_iter().map(Value::Float).collect(),
        data => to_f64(data).into_iter().map(|x| Value::Int(x as i64)).collect(),
    };
    let side = |(i, value): (usize, &Value)| if masked(i) { Some(Side::Extent) } else { Side::of(value) };
    Ok(values.iter().enumerate().map(side).collect())
}

fn to_f64(data: &Data) -> Vec<f64> {
    use crate::array::Real;
    dispatch!(real data, |a| a.iter().map(|&x| x.to_f64()).collect(), complex => Vec::new())
}

impl Image {
    /// (xmin, xmax, ymin, ymax) of the whole: 0, columns, 0, rows.
    ///
    /// # Errors
    /// [`Status::Shape`] when the rank is not 2 or 3.
    pub fn max_box(&self) -> Result<PixelBox> {
        self.frame_shape().map(|(rows, columns)| PixelBox::whole(rows, columns))
    }

    /// The box that the metadata entry under `key` describes; see [`PixelBox::from_value`].
    ///
    /// # Errors
    /// [`Status::KeyNotFound`], and as [`PixelBox::from_value`].
    pub fn box_from_metadata(&self, key: &str) -> Result<PixelBox> {
        let (rows, columns) = self.frame_shape()?;
        PixelBox::from_value(&self.metadata_entry(key)?.value, rows, columns)
            .map_err(|error| error.during(format!("taking a box from the metadata entry '{key}'")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::alloc;
    use crate::image::Metadata;

    fn sides(b: PixelBox) -> [usize; 4] {
        [b.xmin, b.xmax, b.ymin, b.ymax]
    }

    #[test]
    fn pixels_are_clipped_and_extents_filled_in() {
        let on = |b| PixelBox::from_pixels(b, 3, 4).map(sides);
        assert_eq!(on([1, 3, EXTENT, EXTENT]).unwrap(), [1, 3, 0, 3]);
        assert_eq!(on([-7, 900, i64::MIN + 1, i64::MAX]).unwrap(), [0, 4, 0, 3]);
        assert_eq!(on([-3, -1, -2, EXTENT]).unwrap(), [1, 3, 1, 3]);
        assert_eq!(on([-9, -1, 0, 3]).unwrap(), [0, 3, 0, 3]);
        for empty in [[2, 2, 0, 3], [3, 2, 0, 3], [4, 9, 0, 3], [-9, -4, 0, 3], [-1, 2, 0, 3], [0, 4, 3, EXTENT]] {
            assert_eq!(on(empty).unwrap_err().status(), Status::OutOfRange, "{empty:?}");
        }
        assert!(PixelBox::from_pixels([EXTENT; 4], 0, 4).is_err());
    }

    #[test]
    fn a_fraction_counts_on_its_own_axis_and_rounds_half_to_even() {
        let nan = f64::NAN;
        assert_eq!(sides(PixelBox::from_fractions([0.1, 0.9, 0.25, 0.75], 20, 40).unwrap()), [4, 36, 5, 15]);
        assert_eq!(sides(PixelBox::from_fractions([0.125, 0.875, nan, nan], 7, 20).unwrap()), [2, 18, 0, 7]);
        assert_eq!(sides(PixelBox::from_fractions([0.0, 1.0, 0.5, nan], 3, 4).unwrap()), [0, 4, 2, 3]);
        for bad in [-0.1, 1.1, f64::INFINITY] {
            let error = PixelBox::from_fractions([bad, nan, nan, nan], 20, 20).unwrap_err();
            assert_eq!(error.status(), Status::InvalidArgument);
        }
        assert_eq!(PixelBox::from_fractions([0.9, 0.1, nan, nan], 9, 9).unwrap_err().status(), Status::OutOfRange);
    }

    #[test]
    fn a_border_is_taken_from_all_sides() {
        assert_eq!(sides(PixelBox::from_border(2, 20, 40).unwrap()), [2, 38, 2, 18]);
        assert_eq!(sides(PixelBox::from_border(0, 1, 1).unwrap()), [0, 1, 0, 1]);
        assert_eq!(PixelBox::from_border(10, 20, 40).unwrap_err().status(), Status::OutOfRange);
        assert_eq!(PixelBox::from_border(21, 20, 40).unwrap_err().status(), Status::OutOfRange);
        assert_eq!(PixelBox::from_border(i64::MAX, 20, 40).unwrap_err().status(), Status::OutOfRange);
        assert_eq!(PixelBox::from_border(-1, 20, 40).unwrap_err().status(), Status::InvalidArgument);
        assert_eq!(sides(PixelBox::from_border_fraction(0.1, 20, 40).unwrap()), [2, 38, 1, 19]);
        assert_eq!(sides(PixelBox::from_border_fraction(0.25, 20, 20).unwrap()), [2, 18, 2, 18]);
        assert_eq!(sides(PixelBox::from_border_fraction(0.0, 20, 40).unwrap()), [0, 40, 0, 20]);
        assert_eq!(PixelBox::from_border_fraction(1.0, 20, 40).unwrap_err().status(), Status::OutOfRange);
        for bad in [-0.1, 1.5, f64::NAN] {
            assert_eq!(PixelBox::from_border_fraction(bad, 9, 9).unwrap_err().status(), Status::InvalidArgument);
        }
    }

    #[test]
    fn metadata_values_follow_the_type_of_each_number() {
        let on = |value: Value| PixelBox::from_value(&value, 20, 40).map(sides);
        let tuple = |v: [Value; 4]| Value::Tuple(v.to_vec());
        let (int, float) = (Value::Int, Value::Float);
        assert_eq!(on(tuple([int(1), int(5), Value::None, Value::None])).unwrap(), [1, 5, 0, 20]);
        assert_eq!(on(Value::List(vec![float(0.1), float(0.5), int(1), int(9)])).unwrap(), [4, 20, 1, 9]);
        assert_eq!(on(tuple([float(1.5), float(3.5), float(2.5), float(6.5)])).unwrap(), [2, 4, 2, 6]);
        // 1 is a pixel, 1.0 the whole width.
        assert_eq!(on(tuple([int(0), int(1), int(0), float(1.0)])).unwrap(), [0, 1, 0, 20]);
        assert_eq!(on(tuple([int(i64::MIN), int(i64::MAX), Value::None, float(1e300)])).unwrap(), [0, 40, 0, 20]);
        assert_eq!(on(tuple([int(5), int(-15), int(-15), int(-5)])).unwrap(), [5, 25, 5, 15]);
        assert_eq!(on(int(3)).unwrap(), [3, 37, 3, 17]);
        assert_eq!(on(float(0.1)).unwrap(), [2, 38, 1, 19]);
        assert_eq!(on(float(2.5)).unwrap(), [2, 38, 2, 18]);
        let array = |v: Vec<f64>| Value::from(MaskedArray::from(alloc::from_vec(&[v.len()], v).unwrap()));
        assert_eq!(on(array(vec![0.1, 0.5, f64::NAN, 12.4])).unwrap(), [4, 20, 0, 12]);
        let ints = alloc::from_vec(&[4], vec![1u64, u64::MAX, 2, 6]).unwrap();
        assert_eq!(on(MaskedArray::from(ints).into()).unwrap(), [1, 40, 2, 6]);
        let mask = alloc::from_vec(&[4], vec![true, false, false, false]).unwrap().into_shared();
        let masked = MaskedArray::new(alloc::from_vec(&[4], vec![9i16, 11, 2, 6]).unwrap(), Some(mask)).unwrap();
        assert_eq!(on(masked.into()).unwrap(), [0, 11, 2, 6]);

        let status = |value: Value| on(value).unwrap_err().status();
        assert_eq!(status(array(vec![1.0, 2.0, 3.0])), Status::MetadataType);
        assert_eq!(status(Value::List(vec![int(1), int(2), int(3)])), Status::MetadataType);
        assert_eq!(status(tuple([Value::Bool(true), int(5), int(1), int(5)])), Status::MetadataType);
        assert_eq!(status("1, 2, 3, 4".into()), Status::MetadataType);
        assert_eq!(status(Value::None), Status::MetadataType);
        assert_eq!(status(float(f64::NAN)), Status::InvalidArgument);
        assert_eq!(status(float(-0.5)), Status::InvalidArgument);
        assert_eq!(status(tuple([float(1.0), int(5), int(2), int(6)])), Status::OutOfRange);
    }

    #[test]
    fn a_key_names_its_box() {
        let mut image = Image::new(alloc::zeros::<u8>(&[20, 40]).unwrap());
        *image.own_metadata_mut() = Metadata::from_iter([("box", Value::Int(3).into())]);
        assert_eq!(sides(image.box_from_metadata("box").unwrap()), [3, 37, 3, 17]);
        assert_eq!(image.box_from_metadata("bx").unwrap_err().status(), Status::KeyNotFound);
        assert_eq!(sides(image.max_box().unwrap()), [0, 40, 0, 20]);
    }
}
