//! The four methods of the original on scenes that are known at every place.

use crate::array::{MaskedArray, alloc};
use crate::context::{Context, Result, Status};
use crate::image::{Image, Value};
use crate::ops::register::{Method, Options, Registration, register};

const METHODS: [Method; 4] = [Method::Scharr, Method::Chi2Shift, Method::ImregDft, Method::Ecc];

/// Blobs all over the plane, the same for every call.
fn scene(x: f64, y: f64) -> f64 {
    let mut seed = 11u64;
    let mut random = || {
        seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (seed >> 11) as f64 / (1u64 << 53) as f64
    };
    let mut sum = 1000.0 + 0.3 * x;
    for _ in 0..50 {
        let (bx, by, size, height) =
            (130.0 * random() - 20.0, 130.0 * random() - 20.0, 3.0 + 4.0 * random(), 200.0 * random() - 80.0);
        let square = ((x - bx).powi(2) + (y - by).powi(2)) / (2.0 * size * size);
        // Beyond this an exponential takes time and adds nothing.
        sum += if square < 36.0 { height * (-square).exp() } else { 0.0 };
    }
    sum
}

fn sampled(rows: usize, columns: usize, at: impl Fn(f64, f64) -> [f64; 2]) -> Vec<f64> {
    let place = |i: usize| at((i % columns) as f64, (i / columns) as f64);
    (0..rows * columns).map(|i| scene(place(i)[0], place(i)[1])).collect()
}

fn image(rows: usize, columns: usize, pixels: Vec<f64>, mask: Option<Vec<bool>>) -> Image {
    let mask = mask.map(|mask| alloc::from_vec(&[rows, columns], mask).unwrap().into_shared());
    Image::new(MaskedArray::new(alloc::from_vec(&[rows, columns], pixels).unwrap(), mask).unwrap())
}

/// The reference at the origin, the image where it is to be moved by `shift`.
fn pair(rows: usize, columns: usize, shift: [f64; 2]) -> (Image, Image) {
    let moved = sampled(rows, columns, |x, y| [x + shift[0], y + shift[1]]);
    (image(rows, columns, moved, None), image(rows, columns, sampled(rows, columns, |x, y| [x, y]), None))
}

fn found(method: Method, image: &Image, reference: &Image) -> Result<Registration> {
    register(&Context::new(), image, reference, &Options { method, ..Options::default() })
}

fn is_near(a: [f64; 2], b: [f64; 2], tolerance: f64) -> bool {
    (0..2).all(|k| (a[k] - b[k]).abs() <= tolerance)
}

#[test]
fn whole_and_fractional_movements_of_frames_of_any_sides_are_found() {
    let (rows, columns) = (51, 77);
    for shift in [[0.0, 0.0], [2.0, -4.0], [-3.0, 5.0], [0.37, -0.81], [-6.45, 3.2], [15.3, -11.7]] {
        let (image, reference) = pair(rows, columns, shift);
        for method in METHODS {
            let result = found(method, &image, &reference).unwrap();
            let tolerance = match method {
                Method::Chi2Shift | Method::Ecc => 0.003,
                Method::Scharr => 0.03,
                _ => 0.06,
            };
            let case = format!("{method:?} {shift:?}: {result:?}");
            assert!(is_near(result.shift, shift, tolerance), "{case}");
            assert_eq!((result.angle, result.scale), (0.0, 1.0), "{case}");
        }
    }
}

#[test]
fn frames_of_different_sizes_gain_and_offset_do_not_matter() {
    let shift = [4.3, -2.6];
    let pixels = sampled(70, 64, |x, y| [x + shift[0], y + shift[1]]);
    let moved = image(70, 64, pixels.iter().map(|x| 0.6 * x + 300.0).collect(), None);
    let reference = image(58, 80, sampled(58, 80, |x, y| [x, y]), None);
    for method in METHODS {
        let result = found(method, &moved, &reference).unwrap();
        assert!(is_near(result.shift, shift, 0.06), "{method:?} {result:?}");
    }
}

#[test]
fn masked_and_nan_pixels_have_no_part() {
    let shift = [3.4, -1.7];
    let (rows, columns) = (80, 90);
    let mut pixels = sampled(rows, columns, |x, y| [x + shift[0], y + shift[1]]);
    let mut other = sampled(rows, columns, |x, y| [x, y]);
    // A bar that stays where it is, as a scale bar does, and lines that are missing.
    let bar: Vec<bool> = (0..rows * columns).map(|i| i / columns >= 66 && (20..70).contains(&(i % columns))).collect();
    for (i, _) in bar.iter().enumerate().filter(|&(_, &bar)| bar) {
        (pixels[i], other[i]) = (9000.0, 9000.0);
    }
    pixels[30 * columns..32 * columns].fill(f64::NAN);
    let moved = image(rows, columns, pixels, Some(bar.clone()));
    let reference = image(rows, columns, other, Some(bar));
    for method in METHODS {
        let result = found(method, &moved, &reference).unwrap();
        let tolerance = if method == Method::ImregDft { 0.1 } else { 0.05 };
        assert!(is_near(result.shift, shift, tolerance), "{method:?} {result:?}");
    }
}

#[test]
fn nothing_to_register_is_an_error_that_says_so() {
    let (_, reference) = pair(48, 48, [0.0, 0.0]);
    let flat = image(48, 48, vec![7.0; 48 * 48], None);
    let masked = image(48, 48, vec![7.0; 48 * 48], Some(vec![true; 48 * 48]));
    let nan = image(48, 48, vec![f64::NAN; 48 * 48], None);
    for method in METHODS {
        for (empty, says) in [(&flat, "flat"), (&masked, "valid"), (&nan, "valid")] {
            for (a, b) in [(empty, &reference), (&reference, empty)] {
                let error = found(method, a, b).unwrap_err();
                assert_eq!(error.status(), Status::NoResult, "{method:?}");
                assert!(format!("{error}").contains(says), "{method:?}: {error}");
            }
        }
    }
}

#[test]
fn noise_alone_is_no_result_and_a_grating_is_ambiguous() {
    let mut seed = 3u64;
    let mut noise = || {
        let mut draw = || {
            seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (seed >> 11) as f64 / (1u64 << 53) as f64
        };
        image(90, 90, (0..8100).map(|_| draw() + draw() + draw()).collect(), None)
    };
    let (a, b) = (noise(), noise());
    for method in METHODS {
        let error = found(method, &a, &b).unwrap_err();
        assert_eq!(error.status(), Status::NoResult, "{method:?} {error}");
        let grating = |shift: f64| -> Image {
            let value = |i: usize| {
                let (x, y) = ((i % 90) as f64 + shift, (i / 90) as f64);
                (x * std::f64::consts::PI / 4.0).sin() + (y * std::f64::consts::PI / 5.0).cos() + 5.0
            };
            image(90, 90, (0..8100).map(value).collect(), None)
        };
        let ctx = Context::new();
        let options = Options { method, ..Options::default() };
        let result = register(&ctx, &grating(1.0), &grating(0.0), &options).unwrap();
        let said = ctx.warning(0).unwrap_or_default();
        assert!(said.contains("ambiguous"), "{method:?} {result:?} {said}");
        assert!(
            (result.shift[0] - 1.0).rem_euclid(8.0).min((1.0 - result.shift[0]).rem_euclid(8.0)) < 0.1,
            "{result:?}"
        );
    }
}

#[test]
fn inverted_contrast_is_no_matter_for_gradients_alone() {
    let shift = [2.3, 5.1];
    let (moved, reference) = pair(80, 80, shift);
    let pixels: Vec<f64> = moved.array().data().to_f64().unwrap().iter().map(|x| 3000.0 - x).collect();
    let inverted = image(80, 80, pixels, None);
    assert!(is_near(found(Method::Scharr, &inverted, &reference).unwrap().shift, shift, 0.02));
}

#[test]
fn what_upsampling_asks_for_is_a_lattice_and_the_threshold_leaves_out_what_is_weak() {
    let (moved, reference) = pair(80, 80, [2.37, -3.61]);
    for method in METHODS {
        let options = Options { method, upsample_factor: Some(4.0), ..Options::default() };
        let result = register(&Context::new(), &moved, &reference, &options).unwrap();
        assert_eq!(result.shift, [2.25, -3.5], "{method:?}");
        let options = Options { method, threshold: 0.2, ..Options::default() };
        match (method, register(&Context::new(), &moved, &reference, &options)) {
            (Method::ImregDft, Err(error)) => assert_eq!(error.status(), Status::InvalidArgument),
            (_, Ok(result)) => assert!(is_near(result.shift, [2.37, -3.61], 0.05), "{method:?} {result:?}"),
            (_, Err(error)) => panic!("{method:?}: {error}"),
        }
    }
}

#[test]
fn rotation_and_scale_are_found_where_they_are_asked_for() {
    let (rows, columns) = (96, 90);
    let middle = [44.5, 47.5];
    let reference = image(rows, columns, sampled(rows, columns, |x, y| [x, y]), None);
    for (degrees, scale, shift) in
        [(12.0f64, 1.0f64, [3.2, -2.5]), (-7.0, 1.08, [-4.0, 1.5]), (0.0, 0.93, [2.0, 2.0]), (180.0, 1.0, [1.0, -2.0])]
    {
        let angle = degrees.to_radians();
        // What is at p in the reference is at q in the image: p = middle + scale R (q - middle) + shift.
        let (sin, cos) = angle.sin_cos();
        let place = |x: f64, y: f64| {
            let (x, y) = (x - middle[0], y - middle[1]);
            [middle[0] + scale * (cos * x - sin * y) + shift[0], middle[1] + scale * (sin * x + cos * y) + shift[1]]
        };
        let moved = image(rows, columns, sampled(rows, columns, place), None);
        let options =
            Options { method: Method::ImregDft, rotation: angle != 0.0, scaling: scale != 1.0, ..Options::default() };
        let result = register(&Context::new(), &moved, &reference, &options).unwrap();
        let turned = (result.angle - angle).rem_euclid(std::f64::consts::TAU);
        let case = format!("{angle} {scale} {shift:?}: {result:?}");
        assert!(turned.min(std::f64::consts::TAU - turned) < 0.1f64.to_radians(), "{case}");
        assert!((result.scale / scale - 1.0).abs() < 0.003, "{case}");
        assert!(is_near(result.shift, shift, 0.1), "{case}");
        let written = |key: &str| result.details.iter().find(|(k, _)| *k == key).unwrap().1.clone();
        assert!(matches!(written("scale"), Value::Float(x) if x == result.scale));
        assert!(matches!(written("angle"), Value::Float(x) if x == result.angle));
        assert!(matches!(written("angle_degrees"), Value::Float(x) if x == result.angle.to_degrees()));
    }
}
