//! An [`Image`]: a masked array with its planes, map, metadata, file name and title; and a [`Table`].
//!
//! Planes and map belong to the pixels and follow every operation on them; see [`Image::reindex`] for those that only
//! move pixels. The metadata calls show planes and grid under their names, although they are stored apart.

pub mod boxes;
pub mod conditions;
pub mod frame_axis;
pub mod map;
pub mod metadata;
mod origin;
pub mod picked;
mod planes;
pub mod quantities;
mod table;
pub mod units;
pub mod unlike;

pub use boxes::PixelBox;
pub use frame_axis::FrameAxis;
pub use map::Map;
pub use metadata::{ArrayValue, Entry, Metadata, Value};
pub use origin::Origin;
pub use planes::{Plane, Planes};
pub use quantities::Quantity;
pub use table::{Column, Role, Table};

use crate::array::{DType, Data, Mask, MaskedArray, alloc};
use crate::context::{Context, Error, Result, Status};
use std::sync::Arc;

/// The name of the plane with the measured x positions.
pub const ACTUAL_X: &str = "actual_x";
/// The name of the plane with the measured y positions.
pub const ACTUAL_Y: &str = "actual_y";
/// The name of the plane with the ring current at each pixel.
pub const BEAM_CURRENT: &str = "beam current";

/// A masked array of rank 0 to 8 with its planes, map, metadata and names. An image has rank 2 (rows, columns; row 0 at the top), a
/// stack rank 3 (frames, rows, columns). Cloning copies no pixels.
#[derive(Debug, Clone)]
pub struct Image {
    array: MaskedArray,
    planes: Planes,
    map: Option<Map>,
    metadata: Arc<Metadata>,
    filename: Option<String>,
    title: Option<String>,
    /// The metadata entry with the values of the axis of frames.
    frame_key: Option<Arc<str>>,
    /// The file that it was loaded from.
    origin: Option<Arc<Origin>>,
}

impl From<MaskedArray> for Image {
    fn from(array: MaskedArray) -> Self {
        Image {
            array,
            planes: Planes::default(),
            map: None,
            metadata: Arc::default(),
            filename: None,
            title: None,
            frame_key: None,
            origin: None,
        }
    }
}

impl Table {
    /// Without columns, with the metadata of an image. Its planes and grid are left out: they belong to its pixels.
    pub fn of(image: &Image) -> Self {
        Table::with_metadata(Arc::clone(&image.metadata))
    }
}

impl Image {
    /// An image without planes, map and metadata.
    pub fn new(array: impl Into<MaskedArray>) -> Self {
        Image::from(array.into())
    }

    /// The masked array.
    pub fn array(&self) -> &MaskedArray {
        &self.array
    }

    /// The data, masked elements included.
    pub fn data(&self) -> &Data {
        self.array.data()
    }

    /// The dtype.
    pub fn dtype(&self) -> DType {
        self.array.dtype()
    }

    /// The memory that the pixels take without their mask.
    pub fn nbytes(&self) -> u64 {
        (self.data().len() as u64).saturating_mul(self.dtype().itemsize() as u64)
    }

    /// The lengths of the axes.
    pub fn shape(&self) -> &[usize] {
        self.array.shape()
    }

    /// The rank.
    pub fn ndim(&self) -> usize {
        self.array.ndim()
    }

    /// (rows, columns) of an image or of each frame of a stack: needed first by every image operation.
    ///
    /// # Errors
    /// [`Status::Shape`] when the rank is not 2 or 3.
    pub fn frame_shape(&self) -> Result<(usize, usize)> {
        match *self.shape() {
            [rows, columns] | [_, rows, columns] => Ok((rows, columns)),
            _ => Err(Error::new(
                Status::Shape,
                format!("an image operation needs rank 2 or 3; this array has shape {:?}", self.shape()),
            )),
        }
    }

    /// Writes values into a range of each axis; see [`MaskedArray::write`].
    ///
    /// # Errors
    /// As there.
    pub fn write(&mut self, ranges: &[(usize, usize)], values: &Data) -> Result<()> {
        self.array.write(ranges, values)
    }

    /// Replaces the mask.
    ///
    /// # Errors
    /// [`Status::Shape`] when the shapes differ.
    pub fn set_mask(&mut self, mask: Option<Mask>) -> Result<()> {
        self.array.set_mask(mask)
    }

    /// Replaces the mask, given as one byte for each element in C order; not 0 means masked. A hard mask only grows.
    ///
    /// # Errors
    /// [`Status::Shape`] when the number of bytes is not that of the elements.
    pub fn write_mask(&mut self, bytes: Option<&[u8]>) -> Result<()> {
        let Some(bytes) = bytes else {
            return if self.array.is_hard() { Ok(()) } else { self.array.set_mask(None) };
        };
        if bytes.len() != self.array.len() {
            return Err(Error::new(
                Status::Shape,
                format!("the mask has {} elements, the image {}", bytes.len(), self.array.len()),
            ));
        }
        let mask = alloc::map(ndarray::ArrayView1::from(bytes).into_dyn(), |m| m != 0)?;
        let (mask, _) = mask.into_raw_vec_and_offset();
        let mask = alloc::from_vec(self.shape(), mask)?.into_shared();
        if self.array.is_hard() {
            self.array = self.array.with_more_mask(mask)?;
            return Ok(());
        }
        self.array.set_mask(Some(mask))
    }

    /// The same planes, map, metadata and names with other pixels of the same shape: the result of an operation that
    /// changes values only.
    ///
    /// # Errors
    /// [`Status::Shape`] when the shape differs.
    pub fn with_array(&self, array: MaskedArray) -> Result<Image> {
        if array.shape() != self.shape() {
            return Err(Error::new(
                Status::Shape,
                format!("the image has shape {:?}, the new array {:?}", self.shape(), array.shape()),
            ));
        }
        Ok(Image { array, ..self.clone() })
    }

    /// Takes the pixels out, for a change of them; an empty array stays until [`Image::put_array`] puts others in.
    pub(crate) fn take_array(&mut self) -> MaskedArray {
        let nothing = ndarray::ArrayD::from_shape_vec(ndarray::IxDyn(&[0]), Vec::<bool>::new());
        std::mem::replace(&mut self.array, nothing.expect("an empty vector makes an array of length 0").into())
    }

    /// Puts pixels in, of the shape that planes and map have.
    pub(crate) fn put_array(&mut self, array: MaskedArray) {
        self.array = array;
    }

    /// What belongs to the pixels, without them: it shares no storage with the image.
    pub(crate) fn without_pixels(&self) -> Image {
        let mut image = self.clone();
        image.take_array();
        image
    }

    /// The same metadata and names with any other array: the result of an operation that may change rank or size. If
    /// the shape changes, planes and map no longer fit the pixels and are dropped with a warning.
    pub fn with_any_array(&self, ctx: &Context, array: MaskedArray, operation: &str) -> Image {
        if array.shape() == self.shape() {
            return Image { array, ..self.clone() };
        }
        let (before, after) = (self.shape(), array.shape().to_vec());
        let why = format!("the shape changes from {before:?} to {after:?}");
        let mut image = self.clone();
        // Rows and columns become others, or none: what stands first are still the frames.
        let lost = match image.frame_key.is_some() && before.first() != after.first() {
            true => image.lose_frame_key(),
            false => None,
        };
        image.with_lost(ctx, array, operation, &why, &lost.into_iter().collect::<Vec<_>>())
    }

    /// The same metadata and names with an array whose pixels come from other places of this one, whatever its shape:
    /// planes and map, whose pixels are gone, are dropped with a warning.
    pub fn with_moved_array(&self, ctx: &Context, array: MaskedArray, operation: &str) -> Image {
        let mut image = self.clone();
        // Frames that lie along another axis now must not be taken for the old ones.
        let mut forgotten = if array.ndim() == 3 && array.shape().first() == self.shape().first() {
            image.forget_frames()
        } else {
            Vec::new()
        };
        forgotten.extend(image.lose_frame_key());
        image.with_lost(ctx, array, operation, "the pixels change places", &forgotten)
    }

    fn with_lost(&self, ctx: &Context, array: MaskedArray, operation: &str, why: &str, entries: &[String]) -> Image {
        let lost = self.planes.names().chain(self.map.as_ref().map(|_| "map"));
        let lost: Vec<&str> = lost.chain(entries.iter().map(String::as_str)).collect();
        if !lost.is_empty() {
            ctx.warn_of(
                crate::context::Warning::PositionsDropped,
                format!("{operation}: {why}; dropped: {}", lost.join(", ")),
            );
        }
        Image { array, planes: Planes::default(), map: None, ..self.clone() }
    }

    /// The masked array, to change values, mask or attributes in place. No method of an array changes its shape except
    /// those that are meant for [`Image::reindex`].
    pub fn array_mut(&mut self) -> &mut MaskedArray {
        &mut self.array
    }

    /// Moves pixels without changing their values: `f` is applied to the array and to every plane, and acts on the last
    /// two axes; the map is composed so that pixel `(column, row)` of the result is pixel `offset + matrix (column,
    /// row)` of this image.
    #[must_use]
    pub fn reindex(&self, f: impl Fn(&mut MaskedArray), offset: [f64; 2], matrix: [[f64; 2]; 2]) -> Image {
        let mut image = self.clone();
        f(&mut image.array);
        image.planes.each_array(f);
        image.map = self.map.as_ref().map(|map| map.compose(offset, matrix));
        // The rows of what was made of each frame are the frames, and have moved.
        if self.ndim() < 3 {
            image.frame_key = None;
        }
        image
    }

    /// The same metadata and names with resampled pixels, and planes that were resampled alike; the map is composed so that
    /// pixel `(column, row)` of the result lies at `offset + matrix (column, row)` in this image.
    ///
    /// # Errors
    /// [`Status::Shape`] when a plane's shape is neither that of the array nor that of one frame.
    pub fn resampled(
        &self,
        array: MaskedArray,
        planes: Vec<(String, Plane)>,
        offset: [f64; 2],
        matrix: [[f64; 2]; 2],
    ) -> Result<Image> {
        let map = self.map.as_ref().map(|map| map.compose(offset, matrix));
        let mut image = Image { array, planes: Planes::default(), map, ..self.clone() };
        for (name, plane) in planes {
            image.set_plane(&name, plane)?;
        }
        Ok(image)
    }

    /// The planes.
    pub fn planes(&self) -> &Planes {
        &self.planes
    }

    /// Adds or replaces a plane.
    ///
    /// # Errors
    /// [`Status::Shape`] when its shape is neither that of the image nor that of one frame.
    pub fn set_plane(&mut self, name: &str, plane: Plane) -> Result<()> {
        let shape = plane.array.shape();
        let (rows, columns) = self.frame_shape()?;
        if shape != self.shape() && shape != [rows, columns] {
            return Err(Error::new(
                Status::Shape,
                format!("the plane '{name}' has shape {shape:?}; allowed: {:?} or {:?}", self.shape(), [rows, columns]),
            ));
        }
        self.planes.insert(name, plane);
        Ok(())
    }

    /// Removes a plane.
    pub fn remove_plane(&mut self, name: &str) -> Option<Plane> {
        self.planes.remove(name)
    }

    /// The map from pixels to positions.
    pub fn map(&self) -> Option<&Map> {
        self.map.as_ref()
    }

    /// Sets or removes the map.
    pub fn set_map(&mut self, map: Option<Map>) {
        self.map = map;
    }

    /// The metadata without planes and grid.
    pub fn own_metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// The metadata without planes and grid, to be changed.
    pub fn own_metadata_mut(&mut self) -> &mut Metadata {
        Arc::make_mut(&mut self.metadata)
    }

    /// The file that the image was loaded from or will be saved to.
    pub fn filename(&self) -> Option<&str> {
        self.filename.as_deref()
    }

    /// Sets the file name.
    pub fn set_filename(&mut self, filename: Option<String>) {
        self.filename = filename;
    }

    /// The file that the image, or the first of those that it was made of, was loaded from.
    pub fn origin(&self) -> Option<&Origin> {
        self.origin.as_deref()
    }

    /// Says which file the image was loaded from.
    pub fn set_origin(&mut self, origin: Option<Origin>) {
        self.origin = origin.map(Arc::new);
    }

    /// The title that was set, or else the file name without its folder, or else an empty string.
    pub fn title(&self) -> &str {
        match (&self.title, &self.filename) {
            (Some(title), _) => title,
            (None, Some(filename)) => filename.rsplit(['/', '\\']).next().unwrap_or(filename),
            (None, None) => "",
        }
    }

    /// Sets the title; `None` returns to the file name.
    pub fn set_title(&mut self, title: Option<String>) {
        self.title = title;
    }

    /// Whether everything is equal: pixels, masks, planes, map, metadata, names. NaN equals NaN.
    pub fn equals(&self, other: &Image) -> bool {
        self.array.equals(&other.array)
            && self.planes == other.planes
            && self.map == other.map
            && self.metadata == other.metadata
            && self.filename == other.filename
            && self.title == other.title
            && self.frame_key == other.frame_key
    }
}

/// The metadata as a caller sees it: own entries first, then the planes, then the grid.
impl Image {
    /// A snapshot of all entries. The grid is computed only on request.
    pub fn metadata(&self) -> Metadata {
        let mut metadata = (*self.metadata).clone();
        for (name, plane) in self.planes.iter() {
            metadata.insert(name, Entry { value: plane.array.clone().into(), unit: plane.unit.clone() });
        }
        for (name, entry) in self.grid_entries() {
            metadata.insert(name, entry);
        }
        metadata
    }

    /// One entry.
    ///
    /// # Errors
    /// [`Status::KeyNotFound`].
    pub fn metadata_entry(&self, key: &str) -> Result<Entry> {
        if let Some(plane) = self.planes.get(key) {
            return Ok(Entry { value: plane.array.clone().into(), unit: plane.unit.clone() });
        }
        if let Some((_, entry)) = self.grid_entries().find(|(name, _)| name == key) {
            return Ok(entry);
        }
        self.metadata.require(key).cloned()
    }

    /// Sets one entry. An array under the name of a plane, or with the shape of a frame under `actual_x`, `actual_y` or
    /// `beam current`, becomes that plane. The grid follows from the map: setting it to its own value changes nothing.
    ///
    /// # Errors
    /// [`Status::MetadataType`] if a plane would become anything but an array of its shape, or the grid
    /// would change.
    pub fn set_metadata_entry(&mut self, key: &str, entry: Entry) -> Result<()> {
        if let Some((_, grid)) = self.grid_entries().find(|(name, _)| name == key) {
            if grid.value == entry.value {
                return Ok(());
            }
            return Err(Error::new(
                Status::MetadataType,
                format!("'{key}' is computed from the image's map; change the map instead"),
            ));
        }
        let is_plane = self.planes.get(key).is_some();
        let may_be_plane = is_plane || [ACTUAL_X, ACTUAL_Y, BEAM_CURRENT].contains(&key);
        match entry.value {
            Value::Array(ref array) if may_be_plane => {
                let array = array.to_array()?;
                let fits =
                    self.frame_shape().is_ok_and(|(r, c)| array.shape() == [r, c] || array.shape() == self.shape());
                if fits {
                    self.own_metadata_mut().pop(key).ok();
                    return self.set_plane(key, Plane { array, unit: entry.unit });
                }
            }
            _ => {}
        }
        if is_plane {
            return Err(Error::new(
                Status::MetadataType,
                format!("'{key}' is a plane: it needs an array of the image's shape {:?}", self.shape()),
            ));
        }
        self.own_metadata_mut().insert(key, entry);
        Ok(())
    }

    /// Replaces all entries. Planes and map are kept if the new entries have them, and removed if not.
    ///
    /// # Errors
    /// As [`Image::set_metadata_entry`]; the image is then unchanged.
    pub fn set_metadata(&mut self, metadata: &Metadata) -> Result<()> {
        let mut image = self.clone();
        image.metadata = Arc::default();
        if let Some(map) = &image.map
            && !map.names.iter().all(|name| metadata.contains(name))
        {
            image.map = None;
        }
        for name in self.planes.names() {
            if !metadata.contains(name) {
                image.planes.remove(name);
            }
        }
        for (key, entry) in metadata.iter() {
            image.set_metadata_entry(key, entry.clone())?;
        }
        *self = image;
        Ok(())
    }

    fn grid_entries(&self) -> impl Iterator<Item = (String, Entry)> {
        let frame = self.frame_shape().ok();
        self.map.iter().zip(frame).flat_map(|(map, (rows, columns))| {
            [0, 1].map(|i| {
                let value = Value::from(ArrayValue::Grid(map.axis(i, rows, columns)));
                (map.names[i].clone(), Entry { value, unit: map.units[i].clone() })
            })
        })
    }
}
