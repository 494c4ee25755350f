//! The triangles between the border and the convex hull.

use super::patch::Patch;
use super::predicates::turn;
use super::zip::BorderEdge;
use crate::array::alloc;
use crate::context::Result;

/// Adds triangles along the border, given by its edges in counter-clockwise order, until it turns left everywhere (as R. Graham
/// 1972 finds a hull, Information Processing Letters 1, 132). Says whether the border then goes around once. If it
/// does, and as every triangle turns left, the triangles cover the hull once: the map from the mesh to the plane is a
/// covering of degree 1.
///
/// # Errors
/// [`Status::NoMemory`](crate::context::Status::NoMemory).
pub fn close(patch: &mut Patch<'_>, mut border: Vec<BorderEdge>) -> Result<bool> {
    let n = border.len();
    let (mut after, mut before): (Vec<u32>, Vec<u32>) = (alloc::vec(n)?, alloc::vec(n)?);
    after.extend((1..=n).map(|i| (i % n) as u32));
    before.extend((0..n).map(|i| ((i + n - 1) % n) as u32));
    let (mut k, mut left, mut settled) = (0, n, 0);
    while settled < left {
        let (p, q) = (before[k] as usize, after[k] as usize);
        let [from, here, to] = [p, k, q].map(|k| border[k].0);
        if turn(patch.place(from), patch.place(here), patch.place(to)) >= 0.0 {
            settled += 1;
            k = q;
            continue;
        }
        if left == 3 {
            return Ok(false);
        }
        let e = patch.add([from, to, here]);
        patch.attach(e + 1, border[k].1);
        patch.attach(e + 2, border[p].1);
        border[p].1 = e;
        (after[p], before[q]) = (q as u32, p as u32);
        left -= 1;
        // What was looked at before `p` still holds, unless that reaches around to `q`.
        settled = if settled >= left { 0 } else { settled.saturating_sub(1) };
        k = p;
    }
    // A convex polygon goes once to the right and once to the left.
    let goes_right = |patch: &Patch<'_>, k: usize| {
        let [p, q] = [border[k].0, border[after[k] as usize].0].map(|v| patch.place(v));
        (q[0], q[1]) > (p[0], p[1])
    };
    let mut changes = 0;
    for _ in 0..left {
        let next = after[k] as usize;
        changes += usize::from(goes_right(patch, k) != goes_right(patch, next));
        patch.end(border[k].1);
        k = next;
    }
    Ok(changes == 2)
}
