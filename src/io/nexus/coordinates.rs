//! The axes that a map is, and the map that axes are.

use super::names::{DATA, MASK, is_nexus};
use crate::array::{Data, alloc};
use crate::context::Result;
use crate::image::Map;
use crate::scan::{Axis, grid_map};

/// Names that the group of the pixels needs itself.
const TAKEN: [&str; 4] = [DATA, MASK, "data_errors", "stxm_scan_type"];
/// The coordinates' names where the map's are none that NeXus allows.
const OTHERWISE: [&str; 2] = ["x", "y"];

/// One of a map's coordinates as a dataset.
#[derive(Debug)]
pub struct Coordinate {
    pub name: String,
    pub points: Data,
    pub unit: Option<String>,
    /// The axes of the image that it runs along.
    pub along: Vec<usize>,
}

/// The coordinates of a map, x first: the points of an axis each, or, where the map is turned, a value for each pixel.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory).
pub fn of_map(map: &Map, shape: &[usize], frames: Option<&str>) -> Result<Vec<Coordinate>> {
    let &[.., rows, columns] = shape else { return Ok(Vec::new()) };
    let free = |name: &str| is_nexus(name) && !TAKEN.contains(&name) && frames != Some(name);
    let mut names = [0, 1].map(|i| match free(&map.names[i]) {
        true => map.names[i].clone(),
        false => OTHERWISE[i].to_owned(),
    });
    if names[0] == names[1] {
        names = OTHERWISE.map(str::to_owned);
    }
    let rank = shape.len();
    let straight = map.step[0][1] == 0.0 && map.step[1][0] == 0.0;
    let mut coordinates = Vec::new();
    for (i, name) in names.into_iter().enumerate() {
        let (points, along) = match straight {
            true => {
                let (n, along) = [(columns, rank - 1), (rows, rank - 2)][i];
                let at = |k: usize| map.position(k as f64 * f64::from(i == 0), k as f64 * f64::from(i == 1))[i];
                let mut points = alloc::vec(n)?;
                points.extend((0..n).map(at));
                (Data::from(alloc::from_vec(&[n], points)?), vec![along])
            }
            false => (map.axis(i, rows, columns).evaluate()?.data().clone(), vec![rank - 2, rank - 1]),
        };
        coordinates.push(Coordinate { name, points, unit: map.units[i].clone(), along });
    }
    Ok(coordinates)
}

/// The map of the last two axes, where they are regular grids.
pub fn to_map(rows: Axis, columns: Axis) -> Option<Map> {
    grid_map(&[rows, columns], false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(step: [[f64; 2]; 2], names: [&str; 2]) -> Map {
        Map { origin: [0.1, -7.3], step, names: names.map(str::to_owned), units: [Some("um".into()), None] }
    }

    #[test]
    fn a_straight_map_is_two_axes_and_comes_back() {
        let map = map([[0.1, 0.0], [0.0, -0.3]], ["sample_x", "sample_y"]);
        let [x, y] = <[Coordinate; 2]>::try_from(of_map(&map, &[2, 4, 3], Some("energy")).unwrap()).unwrap();
        assert_eq!((x.along.as_slice(), y.along.as_slice()), (&[2][..], &[1][..]));
        let points = |c: &Coordinate| -> Vec<f64> { c.points.to_f64().unwrap().iter().copied().collect() };
        assert_eq!(points(&x), [0.1, 0.1 + 0.1, 0.1 + 0.1 * 2.0]);
        assert_eq!(points(&y)[3], -7.3 - 0.3 * 3.0);
        let axis = |c: &Coordinate| Axis { name: Some(c.name.clone()), points: Some(points(c)), unit: c.unit.clone() };
        let back = to_map(axis(&y), axis(&x)).unwrap();
        assert_eq!((back.names, back.units), (map.names, map.units));
        assert!((back.step[0][0] - 0.1).abs() < 1e-12 && (back.step[1][1] + 0.3).abs() < 1e-12);
    }

    #[test]
    fn a_turned_map_has_a_value_for_each_pixel() {
        let turned = map([[0.1, 0.2], [0.3, 0.4]], ["x", "x"]);
        let found = of_map(&turned, &[4, 3], None).unwrap();
        assert_eq!(found[1].points.shape(), [4, 3]);
        assert_eq!(found[1].along, [0, 1]);
        assert_eq!([&found[0].name, &found[1].name], ["x", "y"]);
    }

    #[test]
    fn names_that_are_taken_or_not_allowed_are_replaced() {
        let straight = map([[0.1, 0.0], [0.0, 0.3]], ["data", "time"]);
        let found = of_map(&straight, &[1, 4, 3], Some("time")).unwrap();
        assert_eq!([&found[0].name, &found[1].name], ["x", "y"]);
    }
}
