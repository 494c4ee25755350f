//! Points and targets, prepared once for any number of values.

use super::cubic::{self, Edges};
use super::delaunay::{self, Delaunay};
use super::holes::{self, Steps};
use super::linear;
use super::locate::{self, Place, Targets};
use super::mesh::NONE;
use super::nearest::Buckets;
use super::points::Points;
use super::space::Space;
use crate::array::alloc;
use crate::context::{Error, Result, Stage, Status};

/// How values between the points are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Method {
    /// Linear in each triangle of the Delaunay triangulation.
    #[default]
    Linear,
    /// That of the nearest point.
    Nearest,
    /// Cubic, with a continuous gradient and small curvature (Clough-Tocher).
    Cubic,
}

/// Which points bear on each target.
#[derive(Debug)]
pub struct Interpolator {
    /// The points that take part, where some do not.
    chosen: Option<Vec<u32>>,
    count: usize,
    space: Space,
    way: Way,
}

#[derive(Debug)]
enum Way {
    Nearest(Vec<u32>),
    Triangles { delaunay: Delaunay, places: Vec<Place>, edges: Option<Edges> },
}

impl Interpolator {
    /// Finds for each target the points that bear on it. `valid` says which points take part; those whose position is not
    /// finite do not. `rescale` brings the extents of x and y to one length first.
    ///
    /// # Errors
    /// [`Status::NoResult`] when there are too few points for the method, or all on one line; [`Status::NoMemory`],
    /// [`Status::Cancelled`].
    pub fn new(
        stage: &Stage<'_>,
        method: Method,
        rescale: bool,
        points: &Points<'_>,
        valid: impl Fn(usize) -> bool,
        targets: &Targets<'_>,
    ) -> Result<Interpolator> {
        let [x, y] = points.at;
        let takes_part = |i: usize| x[i].is_finite() && y[i].is_finite() && valid(i);
        let all = (0..x.len()).all(takes_part);
        let mut chosen: Vec<u32> = Vec::new();
        if !all {
            chosen = alloc::vec((0..x.len()).filter(|&i| takes_part(i)).count())?;
            chosen.extend((0..x.len()).filter(|&i| takes_part(i)).map(|i| i as u32));
        }
        let count = if all { x.len() } else { chosen.len() };
        if count == 0 || u32::try_from(x.len()).is_err() {
            return Err(Error::new(
                Status::NoResult,
                format!("of {} points none has a position and a value that are numbers and not masked", x.len()),
            ));
        }
        let chosen = (!all).then_some(chosen);
        let point = |i: usize| chosen.as_ref().map_or(i, |chosen| chosen[i] as usize);
        let positions = (0..count).map(|i| [x[point(i)], y[point(i)]]);
        let space = Space::new(positions.clone(), rescale);
        let mut working: Vec<[f64; 2]> = alloc::vec(count)?;
        working.extend(positions.map(|p| space.to(p)));
        stage.report(0.1)?;
        let way = if method == Method::Nearest {
            let buckets = Buckets::new(&working, &space)?;
            Way::Nearest(buckets.nearest(&stage.part(0.3..1.0), &space, targets)?)
        } else {
            let shape = if chosen.is_none() { points.shape } else { None };
            let delaunay = delaunay::triangulate(&stage.part(0.1..0.5), working, &space, shape)?;
            stage.report(0.5)?;
            let edges = match method {
                Method::Cubic => Some(Edges::new(&stage.part(0.5..0.7), &delaunay.mesh)?),
                _ => None,
            };
            let places = locate::locate(&stage.part(0.7..1.0), &delaunay.mesh, &space, targets)?;
            Way::Triangles { delaunay, places, edges }
        };
        Ok(Interpolator { chosen, count, space, way })
    }

    /// The values at the targets, from one for each point; `fill` for targets outside of all triangles.
    ///
    /// # Errors
    /// [`Status::NoMemory`], [`Status::Cancelled`].
    pub fn apply(&self, stage: &Stage<'_>, values: &[f64], fill: f64) -> Result<Vec<f64>> {
        match &self.way {
            Way::Nearest(nearest) => {
                let mut out = alloc::vec(nearest.len())?;
                out.extend(nearest.iter().map(|&i| if i == NONE { fill } else { values[self.point(i as usize)] }));
                Ok(out)
            }
            Way::Triangles { delaunay: Delaunay { mesh, vertices }, places, edges } => {
                let gathered;
                let values = if self.chosen.is_none() && vertices.is_none() {
                    values
                } else {
                    gathered = self.at_vertices(mesh.points.len(), vertices.as_deref(), values)?;
                    &gathered
                };
                match edges {
                    None => linear::interpolate(stage, mesh, places, values, fill),
                    Some(edges) => {
                        let gradients = edges.gradients(&stage.part(0.0..0.7), mesh, values)?;
                        cubic::interpolate(&stage.part(0.7..1.0), mesh, places, values, &gradients, fill)
                    }
                }
            }
        }
    }

    /// Whether a target has data beneath.
    pub fn covers(&self, target: usize) -> bool {
        match &self.way {
            Way::Nearest(nearest) => nearest[target] != NONE,
            Way::Triangles { places, .. } => places[target].triangle != NONE,
        }
    }

    /// Which targets have data beneath, but lie in a hole: farther than `most` steps from any point that takes part, or
    /// beside such a place and away from all points. `None` where there is no hole. Points and targets are those that the
    /// interpolator was made for.
    ///
    /// # Errors
    /// [`Status::NoMemory`], [`Status::Cancelled`].
    pub fn holes(
        &self,
        stage: &Stage<'_>,
        points: &Points<'_>,
        targets: &Targets<'_>,
        most: f64,
    ) -> Result<Option<Vec<bool>>> {
        if most == f64::INFINITY || u32::try_from(targets.len()).is_err() {
            return Ok(None);
        }
        let Some(steps) = Steps::measured(points)? else { return Ok(None) };
        let [x, y] = points.at;
        let place = |i: usize| [x[self.point(i)], y[self.point(i)]];
        // None of what a target's value is made of is near: there may yet be another point.
        let mut vertices = Vec::new();
        if let Way::Triangles { delaunay, .. } = &self.way {
            vertices = alloc::vec(delaunay.mesh.points.len())?;
            vertices.extend(delaunay.mesh.points.iter().map(|&p| steps.to(self.space.from(p))));
        }
        let is_far = |target: usize, near: [f64; 2]| {
            let at = steps.to(targets.position(target));
            (near[0] - at[0]).powi(2) + (near[1] - at[1]).powi(2) > most * most
        };
        // Beyond the border the nearest point is what this method is asked for; a hole has points on all sides.
        let ends = |k: usize, better: fn(f64, f64) -> f64, start: f64| {
            (0..self.count).map(|i| steps.to(place(i))[k]).fold(start, better)
        };
        let [low, high] = match self.way {
            Way::Nearest(_) => {
                [[0, 1].map(|k| ends(k, f64::min, f64::INFINITY)), [0, 1].map(|k| ends(k, f64::max, f64::NEG_INFINITY))]
            }
            Way::Triangles { .. } => [[0.0; 2]; 2],
        };
        let is_between = |target: usize| {
            let at = steps.to(targets.position(target));
            (0..2).all(|k| low[k] <= at[k] && at[k] <= high[k])
        };
        let is_suspect = |i: usize| match &self.way {
            Way::Nearest(nearest) => {
                nearest[i] != NONE && is_between(i) && is_far(i, steps.to(place(nearest[i] as usize)))
            }
            Way::Triangles { delaunay, places, .. } => {
                let triangle = places[i].triangle;
                triangle != NONE && delaunay.mesh.triangle(triangle).iter().all(|&v| is_far(i, vertices[v as usize]))
            }
        };
        let mut suspects = alloc::vec((0..targets.len()).filter(|&i| is_suspect(i)).count())?;
        if suspects.capacity() > 0 {
            suspects.extend((0..targets.len()).filter(|&i| is_suspect(i)).map(|i| i as u32));
        }
        let found = holes::find(stage, &steps, (0..self.count).map(place), targets, (&suspects, most))?;
        Ok(found.map(|mut holes| {
            let counts = |i: usize| match self.way {
                Way::Nearest(_) => is_between(i),
                Way::Triangles { .. } => self.covers(i),
            };
            holes.iter_mut().enumerate().for_each(|(i, hole)| *hole &= counts(i));
            holes
        }))
    }

    fn point(&self, i: usize) -> usize {
        self.chosen.as_ref().map_or(i, |chosen| chosen[i] as usize)
    }

    /// The values at the vertices: the mean where several points lie on one.
    fn at_vertices(&self, n: usize, vertices: Option<&[u32]>, values: &[f64]) -> Result<Vec<f64>> {
        let Some(vertices) = vertices else {
            let mut out = alloc::vec(self.count)?;
            out.extend((0..self.count).map(|i| values[self.point(i)]));
            return Ok(out);
        };
        let mut out = alloc::zeroed_vec::<f64>(n)?;
        let mut counts = alloc::zeroed_vec::<u32>(n)?;
        for (i, &v) in vertices.iter().enumerate() {
            out[v as usize] += values[self.point(i)];
            counts[v as usize] += 1;
        }
        out.iter_mut().zip(counts).for_each(|(sum, count)| *sum /= f64::from(count));
        Ok(out)
    }
}
