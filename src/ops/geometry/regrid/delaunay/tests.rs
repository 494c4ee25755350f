use super::predicates::{is_in_circle, turn};
use super::*;
use crate::context::Context;
use crate::ops::geometry::regrid::mesh::{NONE, next, previous};

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

fn run(positions: &[[f64; 2]]) -> Result<(Delaunay, Space)> {
    let space = Space::new(positions.iter().copied(), false);
    let points = positions.iter().map(|&p| space.to(p)).collect();
    Ok((triangulate(&Context::new().whole(), points, &space)?, space))
}

fn sorted(points: &[[f64; 2]]) -> Strips {
    let far = points.iter().flatten().fold(0.0f64, |m, x| m.max(x.abs()));
    Strips::new(&Context::new().whole(), points, |p| p, [2.0 * far; 2]).unwrap()
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

/// That a triangulation is whole: twins know each other, all triangles turn left, they cover the convex hull once, and
/// their number is Euler's. Returns the half-edges on the border.
fn assert_whole(mesh: &Mesh, at: &[Place]) -> Vec<u32> {
    let mut border = Vec::new();
    for e in mesh.half_edges() {
        let twin = mesh.twin(e);
        if twin == NONE {
            border.push(e);
            continue;
        }
        assert_eq!(mesh.twin(twin), e);
        assert_eq!(mesh.corner(e), mesh.corner(next(twin)));
        assert_eq!(mesh.corner(next(e)), mesh.corner(twin));
    }
    let mut used = vec![false; at.len()];
    for triangle in &mesh.triangles {
        let [a, b, c] = triangle.corners.map(|v| at[v as usize]);
        assert!(turn(a, b, c) > 0.0);
        triangle.corners.iter().for_each(|&v| used[v as usize] = true);
    }
    let vertices = used.iter().filter(|&&used| used).count();
    assert_eq!(mesh.len() + border.len() + 2, 2 * vertices);
    let area: f64 = mesh
        .triangles
        .iter()
        .map(|triangle| {
            let [a, b, c] = triangle.corners.map(|v| at[v as usize]);
            (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
        })
        .sum();
    let whole = hull_area(at);
    assert!((area - whole).abs() <= 1e-10 * whole, "{area} of {whole}");
    border
}

/// That no vertex lies inside the circle of any triangle: each is tried with each.
fn assert_empty_circles(mesh: &Mesh, at: &[Place]) {
    for triangle in &mesh.triangles {
        let [a, b, c] = triangle.corners.map(|v| at[v as usize]);
        assert!(at.iter().all(|&d| !is_in_circle(a, b, c, d)), "{triangle:?}");
    }
}

/// That nothing lies inside the circle of any triangle, beyond `tolerance` (relative to the triangle's own size).
fn assert_delaunay(mesh: &Mesh, tolerance: f64, all_used: bool) {
    let at = &mesh.points[..];
    for e in mesh.half_edges() {
        let twin = mesh.twin(e);
        if twin == NONE {
            continue;
        }
        let [p, q, r, s] = [e, next(e), previous(e), previous(twin)].map(|e| at[mesh.corner(e) as usize]);
        if is_in_circle(p, q, r, s) {
            // Tied, within rounding and the tie rule's stretch: the same circle.
            let side = [p, q, r].map(|v| [v[0] - s[0], v[1] - s[1]]);
            let squares = side.map(|d| d[0] * d[0] + d[1] * d[1]);
            let largest = squares.iter().fold(0.0f64, |m, &x| m.max(x));
            let det = squares[0] * (side[1][0] * side[2][1] - side[1][1] * side[2][0])
                - squares[1] * (side[0][0] * side[2][1] - side[0][1] * side[2][0])
                + squares[2] * (side[0][0] * side[1][1] - side[0][1] * side[1][0]);
            assert!(det.abs() <= tolerance * largest * largest, "{det} of {}", largest * largest);
        }
    }
    let mut used = vec![false; at.len()];
    mesh.triangles.iter().flat_map(|triangle| triangle.corners).for_each(|v| used[v as usize] = true);
    assert!(!all_used || used.iter().all(|&used| used));
}

/// Triangles as sets of vertices, in an order of their own.
fn triangles(mesh: &Mesh) -> Vec<[u32; 3]> {
    let mut all: Vec<_> = mesh
        .triangles
        .iter()
        .map(|triangle| {
            let mut corners = triangle.corners;
            corners.sort_unstable();
            corners
        })
        .collect();
    all.sort_unstable();
    all
}

/// Both algorithms, beside a trial of every circle where there are few points.
fn assert_both_ways(points: &[[f64; 2]], unique: bool) -> Option<Mesh> {
    let ctx = Context::new();
    let strips = sorted(points);
    let divided = divide::triangulate(&ctx.whole(), &strips.at).unwrap();
    let zipped = pieces::triangulate(&ctx.whole(), &strips).unwrap();
    for mesh in zipped.iter().chain([&divided]).filter(|mesh| !mesh.triangles.is_empty()) {
        let border = assert_whole(mesh, &strips.at);
        assert_eq!(2 * strips.at.len() - 2 - border.len(), mesh.len(), "every place is a vertex");
        if strips.at.len() <= 200 {
            assert_empty_circles(mesh, &strips.at);
        }
    }
    if let Some(zipped) = &zipped {
        assert_eq!(zipped.len(), divided.len());
        if unique {
            assert_eq!(triangles(zipped), triangles(&divided));
        }
    }
    zipped
}

/// Shapes that are hard for one algorithm or the other, each with its number of points.
fn shapes(n: usize) -> Vec<(&'static str, Vec<[f64; 2]>)> {
    let mut random = random(11);
    let mut make = |shape: &dyn Fn(f64, f64, f64) -> [f64; 2]| -> Vec<[f64; 2]> {
        (0..n).map(|i| shape(i as f64, random(), random())).collect()
    };
    let polar = |radius: f64, angle: f64| [radius * angle.cos(), radius * angle.sin()];
    vec![
        ("even", make(&|_, a, b| [a - 0.5, b - 0.5])),
        ("one circle", make(&|_, a, _| polar(1.0, 6.3 * a))),
        ("ring", make(&|_, a, b| polar(1.0 + 1e-3 * b, 6.3 * a))),
        ("exponentially spaced", make(&|_, a, b| polar((-30.0 * b).exp(), 6.3 * a))),
        ("spiral", make(&|i, _, _| polar(0.02 * (i + 1.0).sqrt(), 3.5449 * (i + 1.0).sqrt()))),
        ("clusters", make(&|i, a, b| [(i * 7.3) % 5.0 + 1e-6 * a, (i * 3.7) % 3.0 + 1e-6 * b])),
        ("a cluster and others far away", make(&|i, a, b| if i % 50.0 == 0.0 { [a, b] } else { [1e-5 * a, 1e-5 * b] })),
        ("parabola", make(&|_, a, _| [a, a * a])),
        ("two lines along x", make(&|i, a, _| [a, i % 2.0])),
        ("two lines along y", make(&|i, a, _| [i % 2.0, a])),
        ("two oblique lines", make(&|i, a, _| [a, 0.3 * a + i % 2.0])),
        (
            "two lines that cross",
            make(&|i, a, _| if i % 2.0 == 0.0 { [a - 0.5, 0.25 * a] } else { [0.3 * a, a - 0.5] }),
        ),
        ("a line and a point", make(&|i, a, _| if i == 0.0 { [0.5, 0.9] } else { [a, 0.3 * a] })),
        ("a comb", make(&|i, a, _| [(i % 17.0) * 0.05, if i % 2.0 == 0.0 { a } else { 0.01 * a }])),
        ("a flat band", make(&|_, a, b| [a, 1e-7 * b])),
        ("an upright band", make(&|_, a, b| [1e-7 * a, b])),
    ]
}

#[test]
fn both_algorithms_give_the_same_triangles() {
    for n in [3, 4, 5, 17, 150, 3000] {
        for (name, points) in shapes(n) {
            println!("{name}, {n}");
            assert_both_ways(&points, true);
        }
    }
    for (rows, columns) in [(2, 2), (2, 9), (9, 2), (7, 13), (40, 31), (300, 260)] {
        for (jitter, shear) in [(1e-3, 0.0), (0.1, 0.0), (0.2, 0.3), (0.1, 2.5), (0.45, 0.0), (3.0, 0.0)] {
            for down in [false, true] {
                let points = moved_lattice(rows, columns, jitter, shear, down, (rows * columns) as u64);
                assert!(assert_both_ways(&points, true).is_some(), "{rows} x {columns}, {jitter}, {shear}");
            }
        }
    }
}

#[test]
fn small_integers_with_many_ties() {
    let mut random = random(5);
    for n in 3..40 {
        for size in [2.0, 3.0, 5.0, 12.0] {
            for _ in 0..40 {
                let points: Vec<[f64; 2]> =
                    (0..n).map(|_| [(random() * size).floor(), (random() * size).floor() - 1.0]).collect();
                assert_both_ways(&points, false);
            }
        }
    }
}

#[test]
fn the_order_of_the_points_changes_nothing() {
    let points = moved_lattice(90, 110, 0.3, 0.0, true, 3);
    let (first, _) = run(&points).unwrap();
    let named = |delaunay: &Delaunay, order: &[usize]| {
        let mut mesh = delaunay.mesh.clone();
        let name = |v: u32| order[delaunay.points[v as usize] as usize] as u32;
        mesh.triangles.iter_mut().for_each(|triangle| triangle.corners = triangle.corners.map(name));
        triangles(&mesh)
    };
    let straight: Vec<usize> = (0..points.len()).collect();
    let mut random = random(1);
    let mut shuffled = straight.clone();
    (1..points.len()).rev().for_each(|i| shuffled.swap(i, (random() * (i + 1) as f64) as usize));
    let meander = straight.chunks(110).enumerate();
    let meander: Vec<usize> = meander
        .flat_map(|(row, line)| if row % 2 == 0 { line.to_vec() } else { line.iter().rev().copied().collect() })
        .collect();
    let columns: Vec<usize> = (0..points.len()).map(|i| i % 90 * 110 + i / 90).collect();
    for order in [shuffled, meander, columns] {
        let moved: Vec<_> = order.iter().map(|&i| points[i]).collect();
        let (found, _) = run(&moved).unwrap();
        assert_eq!(named(&found, &order), named(&first, &straight));
    }
}

#[test]
fn threads_change_nothing() {
    let points = moved_lattice(400, 500, 0.4, 0.1, false, 9);
    let space = Space::new(points.iter().copied(), false);
    let of = |threads: usize| {
        let ctx = Context::new();
        ctx.set_threads(threads);
        let points = points.iter().map(|&p| space.to(p)).collect();
        triangulate(&ctx.whole(), points, &space).unwrap()
    };
    let one = of(1);
    for threads in [2, 3, 7] {
        let other = of(threads);
        assert!(one.mesh.triangles == other.mesh.triangles && one.points == other.points);
    }
    assert_whole(&one.mesh, &one.mesh.points);
}

#[test]
fn it_can_be_cancelled() {
    for (name, points) in shapes(200) {
        let ctx = Context::new();
        ctx.cancel();
        let space = Space::new(points.iter().copied(), false);
        let points = points.iter().map(|&p| space.to(p)).collect();
        assert_eq!(triangulate(&ctx.whole(), points, &space).unwrap_err().status(), Status::Cancelled, "{name}");
    }
}

#[test]
fn points_that_take_many_flips_are_divided() {
    let mut divided = Vec::new();
    for (name, points) in shapes(20_000) {
        if pieces::triangulate(&Context::new().whole(), &sorted(&points)).unwrap().is_none() {
            let (found, _) = run(&points).unwrap();
            assert_delaunay(&found.mesh, 1e-9, false);
            divided.push(name);
        }
    }
    assert!(!divided.is_empty());
    println!("{divided:?}");
}

#[test]
fn a_tie_is_cut_in_one_way_wherever_the_origin_is() {
    for origin in [0.0, 0.1, -17.3, 1e4 / 3.0] {
        for step in [1.0, 0.1, 1.0 / 3.0] {
            let points: Vec<[f64; 2]> =
                (0..12 * 10).map(|i| [origin + step * (i % 10) as f64, step * (i / 10) as f64 - origin]).collect();
            let (found, _) = run(&points).unwrap();
            assert_eq!(found.mesh.len(), 2 * 11 * 9);
            for e in found.mesh.half_edges() {
                let ends = [e, next(e)].map(|e| found.points[found.mesh.corner(e) as usize]);
                let [p, q] = ends.map(|i| [i % 10, i / 10]);
                // An edge goes along an axis, or along the diagonal on which x grows and y falls.
                let growing = (q[0] > p[0]) == (q[1] > p[1]);
                assert!(p[0] == q[0] || p[1] == q[1] || !growing, "{origin} {step}: {p:?} {q:?}");
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
            match run(&points) {
                Ok((found, _)) => {
                    let tolerance = if kind == 4 { f64::INFINITY } else { 1e-9 };
                    assert_delaunay(&found.mesh, tolerance, false);
                    assert_whole(&found.mesh, &found.mesh.points);
                    if let Some(groups) = &found.groups {
                        assert_eq!(groups.len(), found.mesh.points.len() + 1);
                        assert!(found.mesh.points.len() < points.len());
                    }
                }
                Err(error) => assert_eq!(error.status(), Status::NoResult, "{error}"),
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
        assert_eq!(run(&line).unwrap_err().status(), Status::NoResult, "{line:?}");
    }
}

#[test]
fn points_on_one_place_are_one_vertex() {
    let mut points = moved_lattice(5, 6, 0.1, 0.0, false, 1);
    points.extend_from_within(3..9);
    points.push([0.0, points[0][1]]);
    points.push([-0.0, points[0][1]]);
    let (found, _) = run(&points).unwrap();
    assert_eq!(found.mesh.points.len(), 31);
    let mut groups: Vec<&[u32]> =
        found.groups.as_ref().unwrap().windows(2).map(|w| &found.points[w[0] as usize..w[1] as usize]).collect();
    groups.sort_unstable();
    assert_eq!(groups[..4], [&[0u32][..], &[1], &[2], &[3, 30]]);
    assert_eq!(groups[8..10], [&[8u32, 35][..], &[9]]);
    assert_eq!(groups[30], [36, 37]);
}

#[test]
fn what_rounding_adds_to_a_straight_border_is_peeled() {
    // The rows of 0.1 k lie on lines but for rounding.
    let points: Vec<[f64; 2]> =
        (0..400).map(|i| [0.1 * (i % 20) as f64 + 0.03 * (i / 20) as f64, 7.7 + 0.1 * (i / 20) as f64]).collect();
    let (found, space) = run(&points).unwrap();
    assert_eq!(found.mesh.len(), 2 * 19 * 19);
    assert!(space.grain < 1e-13);
}
