//! How the axes of an image lie in its dataset, and how they come into the library's order: (frames, rows, columns).

use super::axes::{self, COLUMNS, ROWS};
use super::signal;
use super::walk::Walk;
use crate::array::Data;
use crate::context::Result;
use crate::image::quantities::ENERGIES;
use crate::image::{ACTUAL_X, ACTUAL_Y, Quantity, Value};
use crate::scan::{Axis, Kind, in_order};

/// The axes of an image, and where they lie in its dataset.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Those of the image, in its order; their points in the file's order.
    pub axes: Vec<Axis>,
    /// Their lengths.
    pub shape: Vec<usize>,
    /// The axis of the dataset that each of them is.
    in_file: Vec<usize>,
    /// The axes of the dataset.
    rank: usize,
    /// What was scanned along what.
    pub kind: Kind,
    /// What was assumed or left out where the file breaks a rule.
    pub notes: Vec<String>,
    /// Positions that the group gives for each pixel: the plane's name and the key of the dataset.
    pub of_pixels: Vec<(&'static str, String)>,
}

impl Layout {
    /// The layout of a dataset by the names of its axes, or, where the file gives none, by their lengths.
    ///
    /// Axes are named in the order of the dataset (NeXus). An image whose axes stand as (x, y) is turned, and so is a stack whose energies do
    /// not come first; of an image that is written as a stack of one frame, and of spectra that are written with axes of one point, those axes
    /// are left out.
    pub fn of(walk: &Walk<'_>, group: &str, key: &str, shape: &[usize]) -> Layout {
        let said = signal::scan_type(walk, group);
        let declared = Kind::from_name(&said);
        let mut notes = Vec::new();
        let names = names(walk, group, key, shape, declared, &mut notes);
        let mut of_pixels = Vec::new();
        let in_dataset: Vec<Axis> = names
            .into_iter()
            .enumerate()
            .map(|(i, name)| axis(walk, group, name, (i, shape), &mut of_pixels, &mut notes))
            .collect();
        let kept = kept(declared, &in_dataset, shape);
        let in_file = in_order(&in_dataset, kept);
        let axes: Vec<Axis> = in_file.iter().map(|&i| in_dataset[i].clone()).collect();
        if in_file.windows(2).any(|pair| pair[1] < pair[0]) {
            let name = |i: usize| in_dataset[i].name.as_deref().unwrap_or_default();
            let order = |axes: &mut dyn Iterator<Item = usize>| axes.map(name).collect::<Vec<_>>().join(", ");
            let mut sorted = in_file.clone();
            sorted.sort_unstable();
            notes.push(format!(
                "the axes of '{}' stand as ({}); the image has them as ({})",
                key.replace('.', "/"),
                order(&mut sorted.into_iter()),
                order(&mut in_file.iter().copied())
            ));
        }
        let shape: Vec<usize> = in_file.iter().map(|&i| shape[i]).collect();
        let (kind, doubt) = Kind::decided(&said, declared, &axes);
        notes.extend(doubt);
        Layout { axes, rank: in_dataset.len(), shape, in_file, kind, notes, of_pixels }
    }

    /// Whether the frames of a stack are the indices of the dataset's first axis, so that one can be read alone.
    pub fn has_frames_first(&self) -> bool {
        self.rank == 3 && self.in_file.len() == 3 && self.in_file[0] == 0
    }

    /// Brings the values of a dataset into the order of the image's axes. `frame`: they are those of one frame, without its axis.
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory).
    pub fn turn(&self, data: Data, frame: bool) -> Result<Data> {
        let places: Vec<usize> = match frame {
            true => self.in_file[1..].iter().map(|&i| i - 1).collect(),
            false => self.in_file.clone(),
        };
        if data.shape().len() == places.len() && places.iter().enumerate().all(|(i, &place)| i == place) {
            return Ok(data);
        }
        let left_out: Vec<usize> = (0..data.shape().len()).filter(|i| !places.contains(i)).collect();
        let order: Vec<usize> = left_out.iter().chain(&places).copied().collect();
        let mut turned = data.permuted(&order).contiguous()?;
        left_out.iter().for_each(|_| turned.index_first(0));
        Ok(turned)
    }
}

/// The names of the dataset's axes: those that the file gives, else those whose points are as many as the axis is long.
fn names(
    walk: &Walk<'_>,
    group: &str,
    key: &str,
    shape: &[usize],
    declared: Option<Kind>,
    notes: &mut Vec<String>,
) -> Vec<Option<String>> {
    let rank = shape.len();
    if let Some(given) = signal::axis_names(&walk.groups[group], signal::name_in(key)) {
        // An axis that is called "." has no points (NeXus).
        let real = |name: &String| Some(name.clone()).filter(|name| name != ".");
        if given.len() == rank {
            return given.iter().map(real).collect();
        }
        // Names of a stack at a single image belong to its last axes.
        if given.len() > rank {
            return given[given.len() - rank..].iter().map(real).collect();
        }
    }
    let fits = |name: &str, n: usize| axes::points(&walk.metadata, group, name).is_some_and(|p| p.len() == n);
    let find = |of: &[&'static str], n: usize| of.iter().find(|name| fits(name, n)).map(|&name| name.to_owned());
    let orders: &[&[&[&'static str]]] = match (rank, declared) {
        (3, _) => &[
            &[ENERGIES, ROWS, COLUMNS],
            &[ENERGIES, COLUMNS, ROWS],
            &[ROWS, COLUMNS, ENERGIES],
            &[COLUMNS, ROWS, ENERGIES],
        ],
        (2, Some(Kind::LineSpectrum)) => {
            &[&[ENERGIES, COLUMNS], &[ENERGIES, ROWS], &[COLUMNS, ENERGIES], &[ROWS, ENERGIES]]
        }
        (2, Some(Kind::Focus)) => {
            &[&[&["zone_plate"], COLUMNS], &[&["zone_plate"], ROWS], &[ROWS, COLUMNS], &[COLUMNS, ROWS]]
        }
        (2, _) => &[
            &[ROWS, COLUMNS],
            &[COLUMNS, ROWS],
            &[ENERGIES, COLUMNS],
            &[COLUMNS, ENERGIES],
            &[ENERGIES, ROWS],
            &[ROWS, ENERGIES],
        ],
        _ => &[&[ENERGIES]],
    };
    let all = |order: &&[&[&'static str]]| -> Option<Vec<Option<String>>> {
        order.iter().zip(shape).map(|(of, &n)| find(of, n).map(Some)).collect()
    };
    let mut fitting = orders.iter().filter_map(all);
    if let Some(found) = fitting.next() {
        if let Some(other) = fitting.find(|other| other.iter().all(|name| found.contains(name)) && *other != found) {
            let listed = |names: &[Option<String>]| names.iter().flatten().cloned().collect::<Vec<_>>().join(", ");
            notes.push(format!(
                "no attribute names the axes of '{}'; they are assumed to stand as ({}), and not as ({})",
                key.replace('.', "/"),
                listed(&found),
                listed(&other)
            ));
        }
        return found;
    }
    // Some of them at least; or positions of each pixel.
    let pixels: usize = shape.iter().rev().take(2).product();
    (0..rank)
        .map(|i| {
            let of: &[&[&'static str]] = match (rank - i, rank) {
                (1, 1) | (3, _) => &[ENERGIES],
                (1, _) => &[COLUMNS],
                _ => &[ROWS, ENERGIES],
            };
            let usual = of.iter().find_map(|of| find(of, shape[i]));
            let mut every = of.iter().copied().flatten();
            usual.or_else(|| {
                every.find(|name| rank > 1 && is_of_pixels(walk, group, name, shape, pixels)).map(|&n| n.to_owned())
            })
        })
        .collect()
}

/// Whether a dataset of the group has a value for each pixel, of all frames or of one.
fn is_of_pixels(walk: &Walk<'_>, group: &str, name: &str, shape: &[usize], pixels: usize) -> bool {
    let key = format!("{group}.{name}");
    let found = match walk.large.get(&key) {
        Some(large) => large.shape.clone(),
        None => match walk.metadata.value(&key) {
            Some(Value::Array(array)) => array.shape().to_vec(),
            _ => return false,
        },
    };
    let all: usize = shape.iter().product();
    match found[..] {
        [n] => pixels > 1 && (n == pixels || n == all),
        _ => found == shape || found == shape[shape.len().saturating_sub(2)..],
    }
}

fn axis(
    walk: &Walk<'_>,
    group: &str,
    name: Option<String>,
    (index, shape): (usize, &[usize]),
    of_pixels: &mut Vec<(&'static str, String)>,
    notes: &mut Vec<String>,
) -> Axis {
    let Some(name) = name else { return Axis { name: None, points: None, unit: None } };
    let n = shape[index];
    let unit = axes::unit(&walk.metadata, group, &name);
    let mut points = axes::points(&walk.metadata, group, &name);
    let pixels: usize = shape.iter().rev().take(2).product();
    let place = format!("{}/{name}", group.replace('.', "/"));
    let other = points.as_ref().is_none_or(|points| points.len() != n);
    if other && shape.len() > 1 && is_of_pixels(walk, group, &name, shape, pixels) {
        let plane = match name.as_str() {
            "sample_x" => Some(ACTUAL_X),
            "sample_y" => Some(ACTUAL_Y),
            _ => None,
        };
        let key = format!("{group}.{name}");
        of_pixels.extend(plane.map(|plane| (plane, key)));
        let frame = &shape[shape.len() - 2..];
        let along = index + 2 - shape.len();
        let nominal = points.take().and_then(|points| common(&points, along, frame));
        let what = match nominal {
            Some(_) => "they are the same along the other axis, and are the axis's points",
            None => "the axis has no points, and the image no map",
        };
        notes.push(format!("'{place}' has a position for each pixel: {what}"));
        return Axis { name: Some(name), points: nominal, unit };
    }
    match &mut points {
        Some(found) if found.len() > n && (n > 1 || ENERGIES.contains(&name.as_str())) => {
            // A scan that was stopped has the axis that was planned. One point more may be the edges of bins.
            let edges = found.len() == n + 1 && !ENERGIES.contains(&name.as_str());
            let what = if edges { "it is left out" } else { "the first are taken: the scan was not finished" };
            notes.push(format!("the axis '{place}' has {} points for {n}: {what}", found.len()));
            if edges { points = None } else { found.truncate(n) }
        }
        Some(found) if found.len() != n => {
            notes.push(format!("the axis '{place}' has {} points for {n}: it is left out", found.len()));
            points = None;
        }
        Some(_) => {}
        None => {
            if walk.groups[group].axes.contains(&name) {
                notes.push(format!("the axis '{place}' is named, but is not in the file"));
            }
        }
    }
    if let Some(found) = &points {
        let finite = found.iter().filter(|x| x.is_finite()).count();
        let repeats = found.iter().enumerate().any(|(i, x)| x.is_finite() && i > 0 && found[i - 1] == *x);
        if finite == 0 && ENERGIES.contains(&name.as_str()) {
            let other = other_energies(walk, n);
            let what = match &other {
                Some((key, _)) => format!("those of '{}' are taken", key.replace('.', "/")),
                None => "the axis has no points".to_owned(),
            };
            notes.push(format!("the energies of '{place}' are not numbers: {what}"));
            points = other.map(|(_, values)| values);
        } else if finite < n {
            notes.push(format!("{} of {n} points of the axis '{place}' are not numbers", n - finite));
        } else if repeats {
            notes.push(format!("points of the axis '{place}' repeat"));
        }
    }
    Axis { name: Some(name), points, unit }
}

/// Energies elsewhere in the file, as many as there are frames.
fn other_energies(walk: &Walk<'_>, n: usize) -> Option<(String, Vec<f64>)> {
    Quantity::Energy.keys().iter().find_map(|&key| {
        let values = crate::image::conditions::numbers(walk.metadata.value(key)?)?;
        (values.len() == n && values.iter().all(|x| x.is_finite())).then(|| (key.to_owned(), values))
    })
}

/// The points along an axis of a frame (0 rows, 1 columns), where those of all lines are the same.
fn common(positions: &[f64], along: usize, frame: &[usize]) -> Option<Vec<f64>> {
    let [rows, columns] = *frame else { return None };
    let frame = positions.get(..rows.checked_mul(columns)?)?;
    let points: Vec<f64> = match along {
        0 => frame.iter().step_by(columns.max(1)).copied().collect(),
        _ => frame.get(..columns)?.to_vec(),
    };
    let span = points.iter().fold(0f64, |most, x| most.max((x - points[0]).abs()));
    let near = span / points.len().max(1) as f64 * crate::scan::GRID_TOLERANCE;
    let of = |i: usize| points[if along == 0 { i % (rows * columns) / columns } else { i % columns }];
    positions.iter().enumerate().all(|(i, x)| (x - of(i)).abs() <= near).then_some(points)
}

/// The axes of the dataset that the image has: without axes of one point that only fill up the rank.
fn kept(declared: Option<Kind>, axes: &[Axis], shape: &[usize]) -> Vec<usize> {
    let all = 0..axes.len();
    let is = |i: &usize, of: &[&str]| axes[*i].name.as_deref().is_some_and(|name| of.contains(&name));
    match declared {
        // Some facilities write a single image as a stack of one frame.
        Some(Kind::Image | Kind::OsaImage | Kind::DetectorImage | Kind::Focus | Kind::OsaFocus) if axes.len() == 3 => {
            if shape[0] == 1 {
                vec![1, 2]
            } else {
                all.collect()
            }
        }
        Some(Kind::LineSpectrum) if axes.len() == 3 => {
            let energy = all.clone().find(|i| is(i, ENERGIES)).unwrap_or(0);
            let spare = all.clone().find(|&i| i != energy && shape[i] == 1);
            all.filter(|i| Some(*i) != spare).collect()
        }
        Some(Kind::PointSpectrum) if axes.len() > 1 => {
            let energy = all.clone().find(|i| is(i, ENERGIES)).unwrap_or(0);
            let spare = all.clone().all(|i| i == energy || shape[i] == 1);
            if spare { vec![energy] } else { all.collect() }
        }
        _ => all.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::alloc;

    #[test]
    fn values_are_turned_with_their_axes() {
        let data = Data::from(alloc::from_vec(&[2, 3, 4], (0..24).collect::<Vec<i32>>()).unwrap());
        let layout = |in_file: &[usize], rank| Layout {
            axes: Vec::new(),
            shape: Vec::new(),
            in_file: in_file.to_vec(),
            rank,
            kind: Kind::Generic,
            notes: Vec::new(),
            of_pixels: Vec::new(),
        };
        let turned = layout(&[2, 1, 0], 3).turn(data.clone(), false).unwrap();
        assert_eq!(turned.shape(), [4, 3, 2]);
        let values = turned.typed::<i32>().unwrap();
        assert_eq!((values[[1, 2, 0]], values[[3, 0, 1]]), (9, 15));
        let mut frame = data.clone();
        frame.index_first(1);
        let turned = layout(&[0, 2, 1], 3).turn(frame, true).unwrap();
        assert_eq!((turned.shape(), turned.typed::<i32>().unwrap()[[3, 1]]), (&[4, 3][..], 19));
        let one = Data::from(alloc::from_vec(&[1, 2, 2], vec![1, 2, 3, 4]).unwrap());
        let image = layout(&[2, 1], 3).turn(one, false).unwrap();
        assert_eq!(image.typed::<i32>().unwrap().iter().copied().collect::<Vec<_>>(), [1, 3, 2, 4]);
    }

    #[test]
    fn positions_of_pixels_are_points_where_all_lines_have_the_same() {
        let x: Vec<f64> = (0..12).map(|i| f64::from(i % 4)).collect();
        let y: Vec<f64> = (0..12).map(|i| f64::from(i / 4)).collect();
        assert_eq!(common(&x, 1, &[3, 4]), Some(vec![0.0, 1.0, 2.0, 3.0]));
        assert_eq!(common(&y, 0, &[3, 4]), Some(vec![0.0, 1.0, 2.0]));
        let mut off = x.clone();
        off[7] += 0.1;
        assert_eq!(common(&off, 1, &[3, 4]), None);
        off[7] = f64::NAN;
        assert_eq!(common(&off, 1, &[3, 4]), None);
    }
}
