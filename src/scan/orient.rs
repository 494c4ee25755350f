//! How what a file holds lies in an image: the order of its axes, which row is the highest, and the map.

use super::axis::{Axis, regular};
use crate::array::{Data, alloc};
use crate::context::{Error, Result, Status};
use crate::dispatch;
use crate::image::{Map, Quantity};

/// Some axes of a dataset, by their places in it, in the order of an image: energies, rows, columns. As they are where one of them is none of these.
pub fn in_order(axes: &[Axis], mut kept: Vec<usize>) -> Vec<usize> {
    let places: Vec<Option<u8>> = kept.iter().map(|&i| axes[i].name.as_deref().and_then(place)).collect();
    let known = places.iter().flatten().count() == kept.len();
    let mut sorted: Vec<u8> = places.iter().flatten().copied().collect();
    sorted.sort_unstable();
    sorted.dedup();
    if known && sorted.len() == kept.len() {
        kept.sort_by_key(|&i| axes[i].name.as_deref().and_then(place));
    }
    kept
}

/// Where an axis belongs: 0 before the rows, 1 the rows, 2 the columns.
fn place(name: &str) -> Option<u8> {
    let lower = name.to_ascii_lowercase();
    match () {
        () if Quantity::Energy.of_detector().contains(&name) => Some(0),
        () if name == "line_position" || lower == "x" || lower.ends_with("_x") => Some(2),
        () if lower == "y" || lower.ends_with("_y") => Some(1),
        () => None,
    }
}

/// Whether the points of the axis of rows descend, so that the file's first row is the highest one already; `None` where there are no points.
pub fn rows_descend(axes: &[Axis]) -> Option<bool> {
    let points = axes.len().checked_sub(2).and_then(|i| axes[i].points.as_deref())?;
    Some(points.len() > 1 && points.windows(2).all(|pair| pair[1] < pair[0]))
}

/// The map, where the last two axes are regular grids.
pub fn grid_map(axes: &[Axis], upside_down: bool) -> Option<Map> {
    let [.., rows, columns] = axes else { return None };
    let (x0, dx) = regular(columns.points.as_deref()?)?;
    let row_points = rows.points.as_deref()?;
    let (mut y0, mut dy) = regular(row_points)?;
    if upside_down {
        y0 = *row_points.last()?;
        dy = -dy;
    }
    Some(Map {
        origin: [x0, y0],
        step: [[dx, 0.0], [0.0, dy]],
        names: [columns.name.clone()?, rows.name.clone()?],
        units: [columns.unit.clone(), rows.unit.clone()],
    })
}

/// The points of one axis (0 rows, 1 columns) over a frame.
///
/// # Errors
/// [`Status::NoMemory`].
pub fn spread(points: &[f64], along: usize, rows: usize, columns: usize) -> Result<Data> {
    let mut out = alloc::vec(alloc::checked_len(&[rows, columns], 8)?)?;
    for row in 0..rows {
        match along {
            0 => out.extend(std::iter::repeat_n(points[row], columns)),
            _ => out.extend_from_slice(points),
        }
    }
    alloc::from_vec(&[rows, columns], out).map(Data::from)
}

/// Reverses the rows of an image, or of each frame of a stack.
pub fn reverse_rows(data: &mut Data) -> Result<()> {
    fn reverse<T: crate::array::Element>(array: &mut crate::array::Shared<T>) -> Result<()> {
        let [.., rows, columns] = *array.shape() else { return Ok(()) };
        let mut view = alloc::unique(array)?;
        let Some(slice) = view.as_slice_mut() else {
            return Err(Error::new(Status::Internal, "pixels from a file are not in C order"));
        };
        for frame in slice.chunks_exact_mut((rows * columns).max(1)) {
            let (top, bottom) = frame.split_at_mut(rows / 2 * columns);
            let lower = bottom.rchunks_exact_mut(columns.max(1));
            top.chunks_exact_mut(columns.max(1)).zip(lower).for_each(|(a, b)| a.swap_with_slice(b));
        }
        Ok(())
    }
    dispatch!(all data, |array| reverse(array))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axes(names: &[&str]) -> Vec<Axis> {
        names.iter().map(|name| Axis { name: Some((*name).to_owned()), points: None, unit: None }).collect()
    }

    #[test]
    fn axes_come_into_the_order_of_an_image() {
        for (names, order) in [
            (&["energy", "sample_y", "sample_x"][..], &[0, 1, 2][..]),
            (&["energy", "sample_x", "sample_y"], &[0, 2, 1]),
            (&["sample_x", "sample_y", "photon_energy"], &[2, 1, 0]),
            (&["sample_x", "sample_y"], &[1, 0]),
            (&["osa_x", "osa_y"], &[1, 0]),
            (&["line_position", "energy"], &[1, 0]),
            (&["zone_plate", "sample_x"], &[0, 1]),
            (&["sample_x", "zone_plate"], &[0, 1]),
            (&["sample_x", "detector_x"], &[0, 1]),
        ] {
            let axes = axes(names);
            assert_eq!(in_order(&axes, (0..names.len()).collect()), order, "{names:?}");
        }
    }

    #[test]
    fn rows_are_reversed_frame_by_frame() {
        for rows in [1, 2, 3, 4] {
            let columns = 3;
            let values: Vec<i32> = (0..2 * rows * columns).map(|i| i as i32).collect();
            let mut data = Data::from(alloc::from_vec(&[2, rows, columns], values.clone()).unwrap());
            reverse_rows(&mut data).unwrap();
            let turned = data.typed::<i32>().unwrap();
            for ((f, r, c), i) in ndarray::indices((2, rows, columns)).into_iter().zip(values) {
                assert_eq!(turned[[f, rows - 1 - r, c]], i);
            }
        }
    }
}
