//! Points and targets, prepared once for any number of values.

use super::cubic::{self, Edges};
use super::delaunay::{self, Delaunay};
use super::holes::{self, Steps};
use super::linear;
use super::locate::{self, Place, Targets};
use super::mesh::{Mesh, NONE};
use super::nearest::Buckets;
use super::points::Points;
use super::space::Space;
use crate::array::alloc;
use crate::context::{Error, Result, Stage, Status, parallel};

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
        let mut working: Vec<[f64; 2]> = alloc::vec(count)?;
        match &chosen {
            None => working.extend(x.iter().zip(y).map(|(&x, &y)| [x, y])),
            Some(chosen) => working.extend(chosen.iter().map(|&i| [x[i as usize], y[i as usize]])),
        }
        let space = Space::new(working.iter().copied(), rescale);
        working.iter_mut().for_each(|p| *p = space.to(*p));
        stage.report(0.1)?;
        let way = if method == Method::Nearest {
            let buckets = Buckets::new(&working, &space)?;
            Way::Nearest(buckets.nearest(&stage.part(0.3..1.0), &space, targets)?)
        } else {
            let delaunay = delaunay::triangulate(&stage.part(0.1..0.5), working, &space)?;
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
            Way::Triangles { delaunay, places, edges } => {
                let (mesh, values) = (&delaunay.mesh, self.at_vertices(delaunay, values)?);
                match edges {
                    None => linear::interpolate(stage, mesh, places, &values, fill),
                    Some(edges) => {
                        let gradients = edges.gradients(&stage.part(0.0..0.7), mesh, &values)?;
                        cubic::interpolate(&stage.part(0.7..1.0), mesh, places, &values, &gradients, fill)
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
        let vertex = |mesh: &Mesh, v: u32| steps.to(self.space.from(mesh.points[v as usize]));
        let is_far = |at: [f64; 2], near: [f64; 2]| {
            let d = [near[0] - at[0], near[1] - at[1]];
            d[0] * d[0] + d[1] * d[1] > most * most
        };
        // Beyond the border the nearest point is what this method is asked for; a hole has points on all sides.
        let (mut low, mut high) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
        if let Way::Nearest(_) = self.way {
            for p in (0..self.count).map(|i| steps.to(place(i))) {
                low = [low[0].min(p[0]), low[1].min(p[1])];
                high = [high[0].max(p[0]), high[1].max(p[1])];
            }
        }
        let is_between = |at: [f64; 2]| (0..2).all(|k| low[k] <= at[k] && at[k] <= high[k]);
        // None of what a target's value is made of is near: there may yet be another point.
        let is_suspect = |(i, at): (usize, [f64; 2])| match &self.way {
            Way::Nearest(nearest) => {
                nearest[i] != NONE && is_between(at) && is_far(at, steps.to(place(nearest[i] as usize)))
            }
            Way::Triangles { delaunay, places, .. } => {
                let triangle = places[i].triangle;
                let mesh = &delaunay.mesh;
                triangle != NONE && mesh.triangle(triangle).iter().all(|&v| is_far(at, vertex(mesh, v)))
            }
        };
        const AT_ONCE: usize = 1 << 14;
        let mut is_suspected: Vec<bool> = alloc::zeroed_vec(targets.len())?;
        parallel::for_each(
            &stage.part(0.0..0.3),
            is_suspected.chunks_mut(AT_ONCE).enumerate(),
            |(piece, suspected)| {
                let first = piece * AT_ONCE;
                targets.each(first, suspected.len(), |i, at| suspected[i] = is_suspect((first + i, steps.to(at))));
                Ok(())
            },
        )?;
        let mut suspects = alloc::vec(is_suspected.iter().filter(|&&suspected| suspected).count())?;
        suspects.extend((0u32..).zip(&is_suspected).filter(|&(_, &suspected)| suspected).map(|(i, _)| i));
        drop(is_suspected);
        let stage = &stage.part(0.3..1.0);
        let found = holes::find(stage, &steps, (0..self.count).map(place), targets, (&suspects, most))?;
        Ok(found.map(|mut holes| {
            let counts = |i: usize| match self.way {
                Way::Nearest(_) => is_between(steps.to(targets.position(i))),
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
    fn at_vertices(&self, delaunay: &Delaunay, values: &[f64]) -> Result<Vec<f64>> {
        let mut out = alloc::vec(delaunay.mesh.points.len())?;
        let value = |&i: &u32| values[self.point(i as usize)];
        match &delaunay.groups {
            None => out.extend(delaunay.points.iter().map(value)),
            Some(groups) => out.extend(groups.windows(2).map(|ends| {
                let group = &delaunay.points[ends[0] as usize..ends[1] as usize];
                group.iter().map(value).sum::<f64>() / group.len() as f64
            })),
        }
        Ok(out)
    }
}
