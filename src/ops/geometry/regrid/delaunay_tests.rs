use super::*;
use crate::context::Context;
use crate::ops::geometry::regrid::mesh::{next, previous};

fn random(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed;
    move || {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 11) as f64 / (1u64 << 53) as f64
    }
}

fn moved_lattice(rows: usize, columns: usize, jitter: f64, shear: f64, down: bool, seed: u64) -> Vec<[f64; 2]> {
    let mut random = random(seed);
    let mut at = |i: usize| {
        let (row, column) = ((i / columns) as f64, (i % columns) as f64);
        let row = if down { rows as f64 - row } else { row };
        [column + shear * row + jitter * (2.0 * random() - 1.0), row + jitter * (2.0 * random() - 1.0)]
    };
    (0..rows * columns).map(&mut at).collect()
}

fn run(positions: &[[f64; 2]], shape: Option<[usize; 2]>) -> Result<(Delaunay, Space)> {
    let space = Space::new(positions.iter().copied(), false);
    let points = positions.iter().map(|&p| space.to(p)).collect();
    Ok((triangulate(&Context::new().whole(), points, &space, shape)?, space))
}

fn coordinates(mesh: &Mesh) -> Vec<Coord<f64>> {
    mesh.points.iter().map(|p| Coord { x: p[0], y: p[1] }).collect()
}

/// Twice the area of the convex hull (Andrew's monotone chain).
fn hull_area(points: &[[f64; 2]]) -> f64 {
    let mut sorted = points.to_vec();
    sorted.sort_by(|a, b| a.partial_cmp(b).unwrap());
    let cross = |o: [f64; 2], a: [f64; 2], b: [f64; 2]| (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
    let chain = |points: &mut dyn Iterator<Item = &[f64; 2]>| {
        let mut chain: Vec<[f64; 2]> = Vec::new();
        for &p in points {
            while chain.len() > 1 && cross(chain[chain.len() - 2], chain[chain.len() - 1], p) <= 0.0 {
                chain.pop();
            }
            chain.push(p);
        }
        chain.pop();
        chain
    };
    let mut hull = chain(&mut sorted.iter());
    hull.extend(chain(&mut sorted.iter().rev()));
    (1..hull.len().saturating_sub(1)).map(|i| cross(hull[0], hull[i], hull[i + 1])).sum()
}

/// A triangulation of all points that covers their hull once, with nothing inside the circle of any triangle, beyond
/// `tolerance` (relative to the triangle's own size).
fn assert_delaunay(mesh: &Mesh, tolerance: f64, all_used: bool) {
    let at = coordinates(mesh);
    assert!(mesh.all_turn_left(&at));
    for e in 0..mesh.corners.len() as u32 {
        let twin = mesh.twins[e as usize];
        if twin == NONE {
            continue;
        }
        assert_eq!(mesh.twins[twin as usize], e);
        assert_eq!(mesh.corners[e as usize], mesh.corners[next(twin) as usize]);
        assert_eq!(mesh.corners[next(e) as usize], mesh.corners[twin as usize]);
        if mesh.is_illegal(e, &at) {
            // Tied, within rounding and the tie rule's stretch: the same circle.
            let [p, q, r, s] =
                [e, next(e), previous(e), previous(twin)].map(|e| mesh.points[mesh.corners[e as usize] as usize]);
            let side = [p, q, r].map(|v| [v[0] - s[0], v[1] - s[1]]);
            let squares = side.map(|d| d[0] * d[0] + d[1] * d[1]);
            let largest = squares.iter().fold(0.0f64, |m, &x| m.max(x));
            let det = squares[0] * (side[1][0] * side[2][1] - side[1][1] * side[2][0])
                - squares[1] * (side[0][0] * side[2][1] - side[0][1] * side[2][0])
                + squares[2] * (side[0][0] * side[1][1] - side[0][1] * side[1][0]);
            assert!(det.abs() <= tolerance * largest * largest, "{det} of {}", largest * largest);
        }
    }
    let mut used = vec![false; mesh.points.len()];
    mesh.corners.iter().for_each(|&v| used[v as usize] = true);
    assert!(!all_used || used.iter().all(|&used| used));
    let area: f64 = mesh
        .corners
        .chunks_exact(3)
        .map(|t| {
            let [a, b, c] = [0, 1, 2].map(|k| mesh.points[t[k] as usize]);
            (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
        })
        .sum();
    let whole = hull_area(&mesh.points);
    assert!((area - whole).abs() <= 1e-10 * whole, "{area} of {whole}");
}

/// Triangles as sets of positions, in an order of their own.
fn triangles(delaunay: &Delaunay) -> Vec<[[u64; 2]; 3]> {
    let mesh = &delaunay.mesh;
    let mut all: Vec<_> = mesh
        .corners
        .chunks_exact(3)
        .map(|t| {
            let mut t = [0, 1, 2].map(|k| mesh.points[t[k] as usize].map(f64::to_bits));
            t.sort_unstable();
            t
        })
        .collect();
    all.sort_unstable();
    all
}

#[test]
fn moved_lattices_give_the_same_triangles_as_the_general_algorithm() {
    for (rows, columns) in [(2, 2), (2, 9), (9, 2), (7, 13), (40, 31)] {
        for (jitter, shear) in [(0.0, 0.0), (1e-3, 0.0), (0.1, 0.0), (0.2, 0.3), (0.1, 2.5), (0.45, 0.0), (3.0, 0.0)] {
            for down in [false, true] {
                let points = moved_lattice(rows, columns, jitter, shear, down, (rows * columns) as u64);
                let (of_lattice, _) = run(&points, Some([rows, columns])).unwrap();
                let (of_points, _) = run(&points, None).unwrap();
                assert_delaunay(&of_lattice.mesh, 1e-9, true);
                assert_delaunay(&of_points.mesh, 1e-9, true);
                let same = triangles(&of_lattice) == triangles(&of_points);
                assert!(same, "{rows} x {columns}, jitter {jitter}, shear {shear}");
            }
        }
    }
}

#[test]
fn lattices_with_a_little_noise_need_no_general_algorithm() {
    for (jitter, shear, down) in [(0.0, 0.0, true), (0.1, 0.0, false), (0.2, 0.4, true), (0.0, 3.0, false)] {
        let points = moved_lattice(60, 50, jitter, shear, down, 7);
        let at: Vec<_> = points.iter().map(|&p| stretched(p, 1e-12)).collect();
        let mesh = lattice(&Context::new().whole(), &at, [60, 50]).unwrap();
        assert!(mesh.is_some(), "jitter {jitter}, shear {shear}");
    }
    let folded = moved_lattice(60, 50, 2.0, 0.0, false, 7);
    let at: Vec<_> = folded.iter().map(|&p| stretched(p, 1e-12)).collect();
    assert!(lattice(&Context::new().whole(), &at, [60, 50]).unwrap().is_none());
    // A lattice that winds around, so that its border crosses itself: every cell is fine.
    let wound: Vec<_> = (0..40 * 3)
        .map(|i| {
            let (angle, radius) = ((i / 3) as f64 * 0.3, 2.0 + (i % 3) as f64);
            stretched([radius * angle.cos(), radius * angle.sin()], 1e-12)
        })
        .collect();
    assert!(lattice(&Context::new().whole(), &wound, [40, 3]).unwrap().is_none());
}

#[test]
fn a_tie_is_cut_in_one_way_wherever_the_origin_is() {
    for origin in [0.0, 0.1, -17.3, 1e4 / 3.0] {
        for step in [1.0, 0.1, 1.0 / 3.0] {
            let points: Vec<[f64; 2]> =
                (0..12 * 10).map(|i| [origin + step * (i % 10) as f64, step * (i / 10) as f64 - origin]).collect();
            for shape in [Some([12, 10]), None] {
                let (found, _) = run(&points, shape).unwrap();
                assert_eq!(found.mesh.triangles(), 2 * 11 * 9);
                for t in found.mesh.corners.chunks_exact(3) {
                    for k in 0..3 {
                        let [p, q] = [t[k], t[(k + 1) % 3]].map(|v| [v % 10, v / 10]);
                        // An edge goes along an axis, or along the diagonal on which x grows and y falls.
                        let growing = (q[0] > p[0]) == (q[1] > p[1]);
                        assert!(p[0] == q[0] || p[1] == q[1] || !growing, "{origin} {step}: {p:?} {q:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn any_points_give_a_triangulation_or_an_error() {
    let mut random = random(3);
    for n in 0..60 {
        for kind in 0..6 {
            let points: Vec<[f64; 2]> = (0..n)
                .map(|_| match kind {
                    0 => [random(), random()],
                    1 => [(random() * 4.0).floor(), (random() * 4.0).floor()],
                    2 => [random() * 1e-200, random() * 1e-200],
                    3 => [(random() - 0.5) * 1e308, (random() - 0.5) * 1e308],
                    4 => [random(), 1.0 + f64::EPSILON * (random() * 3.0).floor()],
                    _ => {
                        let angle = (random() * 8.0).floor();
                        [angle.cos(), angle.sin()]
                    }
                })
                .collect();
            for shape in [None, Some([n / 2, 2]), Some([1, n])] {
                match run(&points, shape) {
                    Ok((found, _)) => {
                        let tolerance = if kind == 4 { f64::INFINITY } else { 1e-9 };
                        assert_delaunay(&found.mesh, tolerance, false);
                        if let Some(vertices) = &found.vertices {
                            assert_eq!(vertices.len(), points.len());
                            assert!(found.mesh.points.len() < points.len());
                        }
                    }
                    Err(error) => assert_eq!(error.status(), Status::NoResult, "{error}"),
                }
            }
        }
    }
}

#[test]
fn points_on_a_line_and_too_few_points_are_errors() {
    let mut lines = vec![vec![], vec![[1.0, 2.0]], vec![[1.0, 2.0], [3.0, 4.0]], vec![[1.0, 2.0]; 9]];
    for (dx, dy) in [(1.0, 0.0), (0.0, 1.0), (0.1, 0.3), (1.0 / 3.0, 1e-7)] {
        lines.push((0..50).map(|i| [5.0 + dx * i as f64, -0.7 + dy * i as f64]).collect());
    }
    for line in lines {
        assert_eq!(run(&line, None).unwrap_err().status(), Status::NoResult, "{line:?}");
        assert_eq!(run(&line, Some([line.len() / 2, 2])).unwrap_err().status(), Status::NoResult);
    }
}

#[test]
fn points_on_one_place_are_one_vertex() {
    let mut points = moved_lattice(5, 6, 0.1, 0.0, false, 1);
    points.extend_from_within(3..9);
    points.push([0.0, points[0][1]]);
    points.push([-0.0, points[0][1]]);
    let (found, _) = run(&points, None).unwrap();
    let vertices = found.vertices.unwrap();
    assert_eq!(found.mesh.points.len(), 31);
    assert_eq!(vertices[..30], (0..30).collect::<Vec<u32>>());
    assert_eq!(vertices[30..], [3, 4, 5, 6, 7, 8, 30, 30]);
}

#[test]
fn what_rounding_adds_to_a_straight_border_is_peeled() {
    // The rows of 0.1 k lie on lines but for rounding.
    let points: Vec<[f64; 2]> =
        (0..400).map(|i| [0.1 * (i % 20) as f64 + 0.03 * (i / 20) as f64, 7.7 + 0.1 * (i / 20) as f64]).collect();
    for shape in [Some([20, 20]), None] {
        let (found, space) = run(&points, shape).unwrap();
        assert_eq!(found.mesh.triangles(), 2 * 19 * 19);
        assert!(space.grain < 1e-13);
    }
}
