//! One axis of an image in a scan.

use crate::image::Quantity;

/// An axis counts as a regular grid when no point lies further from it than this fraction of a step.
pub const GRID_TOLERANCE: f64 = 1e-3;

/// One axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Its name in the file.
    pub name: Option<String>,
    /// The nominal points, as many as there are pixels along the axis.
    pub points: Option<Vec<f64>>,
    /// Their unit in the file.
    pub unit: Option<String>,
}

/// What runs along an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(i32)]
pub enum Role {
    /// Something else, or not known.
    Other = 0,
    /// The frames of a stack.
    Frame = 1,
    /// The rows of an image.
    Row = 2,
    /// The columns of an image.
    Column = 3,
    /// The energies of a spectrum.
    Spectrum = 4,
}

/// Which way the points of an axis go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(i32)]
pub enum Direction {
    /// Each is below the one before.
    Descending = -1,
    /// Neither: a single point, points that turn back, or none.
    None = 0,
    /// Each is above the one before.
    Ascending = 1,
}

impl Axis {
    /// What runs along the axis with this index, of so many.
    pub fn role(&self, index: usize, rank: usize) -> Role {
        let energy = |name: &str| Quantity::Energy.of_detector().contains(&name);
        match rank - index {
            3 => Role::Frame,
            _ if self.name.as_deref().is_some_and(energy) => Role::Spectrum,
            2 => Role::Row,
            1 if rank > 1 => Role::Column,
            _ => Role::Other,
        }
    }

    /// Which way the points go.
    pub fn direction(&self) -> Direction {
        let points = self.points.as_deref().unwrap_or_default();
        let all =
            |ahead: fn(f64, f64) -> bool| points.len() > 1 && points.windows(2).all(|pair| ahead(pair[0], pair[1]));
        match () {
            () if all(|a, b| b > a) => Direction::Ascending,
            () if all(|a, b| b < a) => Direction::Descending,
            () => Direction::None,
        }
    }
}

/// The first point and the step of a regular grid; a single point has no step.
pub fn regular(points: &[f64]) -> Option<(f64, f64)> {
    let (&first, &last) = (points.first()?, points.last()?);
    let step = (last - first) / (points.len() as f64 - 1.0);
    let fits = |(i, &x): (usize, &f64)| (x - (first + step * i as f64)).abs() <= GRID_TOLERANCE * step.abs();
    (points.len() > 1 && step.is_finite() && step != 0.0 && points.iter().enumerate().all(fits))
        .then_some((first, step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grid_is_regular_up_to_a_thousandth_of_a_step() {
        assert_eq!(regular(&[1.0, 1.5, 2.0]), Some((1.0, 0.5)));
        assert_eq!(regular(&[2.0, 1.5, 1.0]), Some((2.0, -0.5)));
        assert!(regular(&[1.0, 1.5004, 2.0]).is_some());
        assert!(regular(&[1.0, 1.51, 2.0]).is_none());
        for points in [&[][..], &[1.0], &[1.0, 1.0], &[1.0, f64::NAN], &[f64::NAN, 1.0, 2.0], &[0.0, f64::INFINITY]] {
            assert!(regular(points).is_none(), "{points:?}");
        }
    }

    #[test]
    fn an_axis_has_a_direction_and_a_role() {
        let axis = |name: &str, points: &[f64]| Axis {
            name: Some(name.to_owned()),
            points: Some(points.to_vec()),
            unit: None,
        };
        assert_eq!(axis("x", &[1.0, 2.0, 4.0]).direction(), Direction::Ascending);
        assert_eq!(axis("x", &[3.0, 2.0]).direction(), Direction::Descending);
        for points in [&[1.0][..], &[], &[1.0, 1.0], &[1.0, 3.0, 2.0], &[1.0, f64::NAN, 2.0]] {
            assert_eq!(axis("x", points).direction(), Direction::None, "{points:?}");
        }
        let roles = |name: &str, rank: usize| (0..rank).map(|i| axis(name, &[]).role(i, rank)).collect::<Vec<_>>();
        assert_eq!(roles("sample_x", 3), [Role::Frame, Role::Row, Role::Column]);
        assert_eq!(roles("energy", 1), [Role::Spectrum]);
        assert_eq!(axis("energy", &[]).role(0, 2), Role::Spectrum);
        assert_eq!(axis("zone_plate", &[]).role(0, 2), Role::Row);
    }
}
