//! The triangulation of points in strips: neighbouring strips are zipped together, and edges flipped.
//!
//! A piece of work is some strips, whose own edges it flips. Then the pieces are zipped together, the border is closed to
//! the hull, and the edges that this adds are flipped. Where points lie about evenly, in whatever order, that takes about
//! one flip a point. Points for which it takes many are left to [`super::divide`].

use super::hull;
use super::patch::{EDGE, Patch};
use super::predicates::Place;
use super::strips::Strips;
use super::zip::{BorderEdge, Ends, zip};
use crate::array::alloc;
use crate::context::{Result, Stage, parallel};
use crate::ops::geometry::regrid::mesh::{Mesh, NONE, Triangle};
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

/// About the number of points in a piece.
const PIECE: u32 = 1 << 15;

/// With more flips a point than this the other algorithm is faster.
const FLIPS: usize = 8;

/// The triangles; `None` where they take too many flips.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory), [`Status::Cancelled`](crate::context::Status::Cancelled).
pub fn triangulate(stage: &Stage<'_>, strips: &Strips) -> Result<Option<Mesh>> {
    let at = &strips.at[..];
    let mut mesh = Mesh { points: Vec::new(), triangles: alloc::vec(2 * at.len())? };
    mesh.triangles.resize(2 * at.len(), Triangle { corners: [NONE; 3], twins: [NONE; 3] });
    let mut waiting: Vec<u32> = alloc::vec(at.len())?;
    waiting.resize(at.len(), NONE);
    let mut pieces = cut(&strips.starts, &mut mesh.triangles, &mut waiting);
    let fine = AtomicBool::new(true);
    parallel::for_each(&stage.part(0.0..0.8), pieces.iter_mut(), |piece| {
        if fine.load(Ordering::Relaxed) && !piece.work(&stage.piece(), at)? {
            fine.store(false, Ordering::Relaxed);
        }
        Ok(())
    })?;
    let room: Vec<_> = pieces.iter().map(|piece| piece.room.clone()).collect();
    let ends: Vec<_> = pieces.into_iter().map(|piece| (piece.starts.len() - 1, piece.ends)).collect();
    let mut patch = Patch::new(at, (&mut mesh.triangles, 0), (&mut waiting, 0), room.clone());
    if !fine.into_inner() || !join(&stage.part(0.8..1.0), &mut patch, &strips.starts, ends)? {
        return Ok(None);
    }
    let gaps = patch.room().to_vec();
    mesh.close_gaps(gaps.into_iter().flatten());
    Ok(Some(mesh))
}

/// Neighbouring strips with the memory for their triangles.
struct Piece<'a> {
    /// The first vertex of each, and the first one after all of them.
    starts: &'a [u32],
    triangles: &'a mut [Triangle],
    waiting: &'a mut [u32],
    /// The triangles that are not used.
    room: Range<u32>,
    ends: Ends,
}

/// Cuts strips into pieces. Where they are cut does not depend on the number of threads.
fn cut<'a>(starts: &'a [u32], mut triangles: &'a mut [Triangle], mut waiting: &'a mut [u32]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut first = 0;
    for k in 1..starts.len() {
        let [from, to] = [first, k].map(|k| starts[k]);
        if to - from < PIECE && k + 1 < starts.len() {
            continue;
        }
        let n = (to - from) as usize;
        let own;
        (own, triangles) = triangles.split_at_mut(2 * n);
        let edges;
        (edges, waiting) = waiting.split_at_mut(n);
        let ends = Ends::default();
        let starts = &starts[first..=k];
        pieces.push(Piece { starts, triangles: own, waiting: edges, room: 2 * from..2 * to, ends });
        first = k;
    }
    pieces
}

impl Piece<'_> {
    fn work(&mut self, stage: &Stage<'_>, at: &[Place]) -> Result<bool> {
        let (first, first_edge) = (self.room.start, self.starts[0]);
        let most = FLIPS * self.waiting.len();
        let mut patch = Patch::new(at, (self.triangles, first), (self.waiting, first_edge), vec![self.room.clone()]);
        let mut chain = Vec::new();
        for strips in self.starts.windows(3) {
            zip(&mut patch, strips[0]..strips[1], strips[1]..strips[2], &mut self.ends, &mut chain);
        }
        stage.report(0.5)?;
        self.room = patch.room().first().map_or(self.room.end..self.room.end, Range::clone);
        self.ends.edges().for_each(|(_, edge)| *edge = patch.pin(*edge));
        let fine = patch.flip_range(stage, first..self.room.start, most)?;
        self.ends.edges().for_each(|(_, edge)| *edge = patch.unpin(*edge));
        Ok(fine)
    }
}

/// Joins pieces, each given by the number of its strips and its ends. False where that takes too many flips.
fn join(stage: &Stage<'_>, patch: &mut Patch<'_>, starts: &[u32], pieces: Vec<(usize, Ends)>) -> Result<bool> {
    let before = patch.room().to_vec();
    let strip = |k: usize| starts[k]..starts[k + 1];
    let (mut ends, mut chain, mut count) = (Ends::default(), Vec::new(), 0);
    for (strips, own) in pieces {
        if count > 0 {
            zip(patch, strip(count - 1), strip(count), &mut ends, &mut chain);
        }
        ends.left.extend(own.left);
        ends.right.extend(own.right);
        count += strips;
    }
    stage.report(0.2)?;
    let (first, last) = (strip(0), strip(count - 1));
    let mut border: Vec<BorderEdge> = alloc::vec(first.len() + last.len() + ends.left.len() + ends.right.len())?;
    border.extend((first.start..first.end - 1).map(|v| (v, EDGE | v)));
    border.extend(ends.right);
    border.extend((last.start..last.end - 1).rev().map(|v| (v + 1, EDGE | v)));
    border.extend(ends.left.into_iter().rev());
    if !hull::close(patch, border)? {
        return Ok(false);
    }
    stage.report(0.4)?;
    // Room is taken from the last ranges first, so the others are as they were.
    let mut added = before;
    for (range, left) in added.iter_mut().zip(patch.room()) {
        range.end = left.start;
    }
    let most = FLIPS * patch.at.len();
    patch.flip_added(&stage.part(0.4..1.0), &added, most)
}
