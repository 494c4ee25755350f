use super::*;
use crate::array::{MaskedArray, Scalar, alloc};
use crate::context::{Context, Result, Status};
use crate::image::Image;

fn drawn(rows: usize, columns: usize, shape: &impl Shape) -> Vec<(i64, i64)> {
    let ctx = Context::new();
    let mut image = Image::new(alloc::zeros::<u8>(&[rows, columns]).unwrap());
    draw(&ctx, &mut image, shape, Target::Image, Scalar::Float(1.0)).unwrap();
    let pixels = image.data().typed::<u8>().unwrap();
    let all = (0..rows as i64).flat_map(|y| (0..columns as i64).map(move |x| (x, y)));
    all.zip(pixels).filter(|(_, v)| **v == 1).map(|(p, _)| p).collect()
}

struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as i64).rem_euclid(n)
    }
}

#[test]
fn the_part_of_a_line_inside_is_that_of_the_whole_line() {
    let mut numbers = Numbers(1);
    for _ in 0..500 {
        let mut point = || (numbers.below(120) - 40, numbers.below(120) - 40);
        let (from, to) = (point(), point());
        let (rows, columns) = (40, 37);
        let inside = drawn(rows, columns, &Line { from, to });
        // On a canvas that holds all of it.
        let moved = |p: (i64, i64)| (p.0 + 40, p.1 + 40);
        let whole = drawn(130, 130, &Line { from: moved(from), to: moved(to) });
        let expected: Vec<_> = whole
            .into_iter()
            .map(|(x, y)| (x - 40, y - 40))
            .filter(|&(x, y)| (0..columns as i64).contains(&x) && (0..rows as i64).contains(&y))
            .collect();
        assert_eq!(inside, expected, "{from:?} {to:?}");
    }
}

#[test]
fn what_reaches_far_costs_no_more_than_what_is_seen() {
    let far = 1_000_000_000_000_000_000;
    assert_eq!(drawn(5, 5, &Line { from: (-far, -far), to: (far, far) }), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)]);
    assert_eq!(drawn(3, 4, &Line { from: (-far, 1), to: (far, 1) }), [(0, 1), (1, 1), (2, 1), (3, 1)]);
    assert_eq!(drawn(3, 3, &Line { from: (2, far), to: (2, -far) }), [(2, 0), (2, 1), (2, 2)]);
    for method in [CircleMethod::Bresenham, CircleMethod::Andres] {
        let circle = CirclePerimeter { centre: (far + 2, 2), radius: far, method };
        assert_eq!(drawn(5, 5, &circle), [(2, 0), (2, 1), (2, 2), (2, 3), (2, 4)]);
    }
    let ellipse = EllipsePerimeter { centre: (2, 2 - far), radii: (far, far), orientation: 0.0 };
    assert_eq!(drawn(5, 5, &ellipse), [(0, 2), (1, 2), (2, 2), (3, 2), (4, 2)]);
    assert_eq!(drawn(2, 2, &Ellipse::disk((1e10, 0.0), 1e10)), [(1, 0), (1, 1)]);
    assert_eq!(drawn(2, 2, &Rectangle { from: (-1e100, -1e100), to: (1e100, 1e100) }).len(), 4);
    let (x, y) = ([-1e100, 1e100, 1e100, -1e100], [-1e100, -1e100, 1e100, 1e100]);
    assert_eq!(drawn(3, 3, &Polygon { x: &x, y: &y }).len(), 9);
    drawn(3, 3, &PolygonPerimeter { x: &x, y: &y, clip: false });
    let curve = BezierCurve { from: (-far, 2), over: (0, 2), to: (far, 2), weight: 1.0 };
    assert_eq!(drawn(5, 3, &curve), [(0, 2), (1, 2), (2, 2)]);
    for weight in [0.0, 0.3, 1.0, 50.0] {
        drawn(50, 30, &BezierCurve { from: (-far, -far), over: (far, 20), to: (-far, far), weight });
    }
}

#[test]
fn large_circles_meet_those_that_are_followed() {
    // The same rule just below and beyond the radius where the way changes, seen near the top and at 45 degrees.
    for radius in [300i64, 1000] {
        for method in [CircleMethod::Bresenham, CircleMethod::Andres] {
            let diagonal = (radius as f64 / 2f64.sqrt()) as i64;
            for centre in [(20, radius + 3), (20 - diagonal, 20 - diagonal)] {
                let circle = CirclePerimeter { centre, radius, method };
                let mut canvas = Canvas::new(40, 40);
                circle.seen(&mut canvas).unwrap();
                let seen: Vec<(i64, i64)> = canvas
                    .into_runs()
                    .iter()
                    .flat_map(|run| (run.start..run.end).map(|x| (x as i64, run.row as i64)))
                    .collect();
                let followed = drawn(40, 40, &circle);
                let near = |p: &(i64, i64)| seen.iter().any(|q| (p.0 - q.0).abs() <= 1 && (p.1 - q.1).abs() <= 1);
                assert!(!seen.is_empty() && followed.iter().all(near), "{radius} {method:?} {centre:?}");
            }
        }
    }
}

#[test]
fn every_frame_and_layout_is_painted_with_any_number_of_threads() {
    let shape = Ellipse { centre: (200.0, 150.0), radii: (120.0, 70.0), rotation: 0.4 };
    let single = drawn(300, 410, &shape);
    for threads in [1, 3] {
        let ctx = Context::new();
        ctx.set_threads(threads);
        let mut stack = Image::new(alloc::zeros::<u16>(&[3, 300, 410]).unwrap());
        draw(&ctx, &mut stack, &shape, Target::Image, Scalar::Float(1.0)).unwrap();
        for frame in stack.data().typed::<u16>().unwrap().outer_iter() {
            let count = frame.iter().filter(|&&v| v == 1).count();
            assert_eq!(count, single.len());
            assert!(single.iter().all(|&(x, y)| frame[[y as usize, x as usize]] == 1));
        }
    }
    let ctx = Context::new();
    let mut turned = crate::ops::geometry::turns::cw(&Image::new(alloc::zeros::<u16>(&[410, 300]).unwrap())).unwrap();
    draw(&ctx, &mut turned, &shape, Target::Image, Scalar::Float(1.0)).unwrap();
    let pixels = turned.data().typed::<u16>().unwrap();
    assert_eq!(pixels.iter().filter(|&&v| v == 1).count(), single.len());
    assert!(single.iter().all(|&(x, y)| pixels[[y as usize, x as usize]] == 1));
}

#[test]
fn masks_are_drawn_on_and_respected() {
    let ctx = Context::new();
    let line = Line { from: (0, 1), to: (2, 1) };
    let mut image = Image::new(alloc::zeros::<f32>(&[3, 3]).unwrap());
    let before = image.clone();
    draw(&ctx, &mut image, &line, Target::Mask, Scalar::Float(0.0)).unwrap();
    assert!(image.array().mask().is_none());
    draw(&ctx, &mut image, &line, Target::Mask, Scalar::Float(1.0)).unwrap();
    let masked = |image: &Image| image.array().mask().unwrap().iter().filter(|&&m| m).count();
    assert_eq!(masked(&image), 3);
    let mut hard = image.clone();
    let mut array: MaskedArray = hard.array().clone();
    array.set_hard(true);
    hard = hard.with_array(array).unwrap();
    draw(&ctx, &mut hard, &Line { from: (1, 0), to: (1, 2) }, Target::Image, Scalar::Float(5.0)).unwrap();
    draw(&ctx, &mut hard, &line, Target::Mask, Scalar::Float(0.0)).unwrap();
    assert_eq!(masked(&hard), 3);
    let values: Vec<f32> = hard.data().typed::<f32>().unwrap().iter().copied().collect();
    assert_eq!(values, [0.0, 5.0, 0.0, 0.0, 0.0, 0.0, 0.0, 5.0, 0.0]);
    draw(&ctx, &mut image, &Line { from: (1, 0), to: (1, 2) }, Target::Image, Scalar::Float(5.0)).unwrap();
    assert_eq!(masked(&image), 2);
    // No other image changes.
    assert!(before.array().mask().is_none() && before.data().typed::<f32>().unwrap().iter().all(|&v| v == 0.0));
}

#[test]
fn what_is_no_shape_is_refused_and_changes_nothing() {
    let ctx = Context::new();
    let mut image = Image::new(alloc::zeros::<u8>(&[3, 3]).unwrap());
    let mut status = |shape: &dyn Fn(&mut Image) -> Result<()>| shape(&mut image).unwrap_err().status();
    let nan = [0.0, f64::NAN, 2.0];
    let invalid = Status::InvalidArgument;
    assert_eq!(
        status(&|i| draw(&ctx, i, &Polygon { x: &nan, y: &[0.0; 3] }, Target::Image, Scalar::Float(1.0))),
        invalid
    );
    assert_eq!(status(&|i| draw(&ctx, i, &Polygon { x: &[], y: &[] }, Target::Image, Scalar::Float(1.0))), invalid);
    assert_eq!(
        status(&|i| draw(&ctx, i, &Ellipse::disk((f64::NAN, 0.0), 1.0), Target::Image, Scalar::Float(1.0))),
        invalid
    );
    assert_eq!(
        status(&|i| draw(&ctx, i, &Ellipse::disk((0.0, 0.0), -1.0), Target::Image, Scalar::Float(1.0))),
        invalid
    );
    assert_eq!(
        status(&|i| draw(&ctx, i, &Line { from: (i64::MIN, 0), to: (0, 0) }, Target::Image, Scalar::Float(1.0))),
        invalid
    );
    let line = Line { from: (0, 0), to: (2, 2) };
    assert_eq!(status(&|i| draw(&ctx, i, &line, Target::Image, Scalar::Float(f64::NAN))), invalid);
    let mut flat = Image::new(alloc::zeros::<u8>(&[3]).unwrap());
    assert_eq!(draw(&ctx, &mut flat, &line, Target::Image, Scalar::Float(1.0)).unwrap_err().status(), Status::Shape);
    assert!(image.data().typed::<u8>().unwrap().iter().all(|&v| v == 0));
    let mut empty = Image::new(alloc::zeros::<u8>(&[0, 3]).unwrap());
    draw(&ctx, &mut empty, &line, Target::Image, Scalar::Float(1.0)).unwrap();
}
