use super::floats::quantise_64;
use super::*;
use crate::array::Element;
use num_complex::Complex;

fn image<T: Element>(values: &[T]) -> Image {
    Image::new(alloc::from_vec(&[1, values.len()], values.to_vec()).unwrap())
}

fn masked<T: Element>(values: &[T], mask: &[bool]) -> Image {
    let mask = alloc::from_vec(&[1, mask.len()], mask.to_vec()).unwrap().into_shared();
    Image::new(MaskedArray::new(image(values).data().clone(), Some(mask)).unwrap())
}

/// Converts and gives the values, and how many warnings it made.
fn converted<A: Element, B: Element>(values: &[A], uniform: bool, normalise: bool) -> (Vec<B>, usize) {
    let ctx = Context::new();
    let result = convert(&ctx, &image(values), B::DTYPE, uniform, normalise, false).unwrap();
    (result.data().typed::<B>().unwrap().iter().copied().collect(), ctx.warning_counts().0)
}

fn to<A: Element, B: Element>(values: &[A]) -> Vec<B> {
    converted(values, false, true).0
}

#[test]
fn floats_go_to_the_nearest_integer() {
    assert_eq!(to::<_, u8>(&[0.0, 0.1, 0.5, 1.0]), [0, 26, 128, 255]);
    assert_eq!(to::<_, i8>(&[-1.0, -0.5, 0.0, 0.5, 1.0]), [-128, -64, 0, 63, 127]);
    assert_eq!(to::<_, u16>(&[0.5f32, 1.0]), [32768, 65535]);
    assert_eq!(to::<_, u32>(&[1.0f32, 0.5]), [u32::MAX, 1 << 31]);
    assert_eq!(to::<_, i32>(&[-1.0f32, 1.0]), [i32::MIN, i32::MAX]);
    assert_eq!(converted::<_, u8>(&[0.0, 0.1, 0.999, 1.0, -0.5], true, true).0, [0, 25, 255, 255, 0]);
    assert_eq!(converted::<_, i8>(&[-1.0, -0.001, 0.0, 0.5, 1.0], true, true).0, [-128, -1, 0, 64, 127]);
}

#[test]
fn sixty_four_bits_are_exact() {
    let below = 1.0 - f64::EPSILON / 2.0;
    // 0.5 (2^64 - 1) is halfway between 2^63 - 1 and 2^63: the even one.
    assert_eq!(
        to::<_, u64>(&[0.0, 0.5, 0.25, below, 1.0, 1e-300]),
        [0, 1 << 63, 1 << 62, u64::MAX - 2048, u64::MAX, 0]
    );
    assert_eq!(to::<_, i64>(&[-1.0, 0.0, 0.5, 1.0]), [i64::MIN, 0, (1 << 62) - 1, i64::MAX]);
    assert_eq!(to::<_, i64>(&[-0.0, 1e-300, -1e-300, -0.5]), [0, 0, -1, -(1 << 62)]);
    assert_eq!(converted::<_, u64>(&[0.5, 1.0], true, true).0, [1 << 63, u64::MAX]);
    assert_eq!(converted::<_, i64>(&[-1.0, 0.5, 1.0], true, true).0, [i64::MIN, 1 << 62, i64::MAX]);
    assert_eq!(to::<i64, f64>(&[i64::MIN, 0, i64::MAX]), [-1.0, 0.0, 1.0]);
    assert_eq!(to::<u64, f32>(&[0, u64::MAX]), [0.0, 1.0]);
    assert_eq!(to::<i64, u64>(&[i64::MIN, -1, 0, 1, i64::MAX]), [0, 0, 0, 2, u64::MAX]);
    assert_eq!(to::<u64, i64>(&[u64::MAX, 3]), [i64::MAX, 1]);
    assert_eq!(to::<u64, bool>(&[(1 << 63) - 1, 1 << 63]), [false, true]);
    assert_eq!(to::<i64, bool>(&[(1 << 62) - 1, 1 << 62, -1]), [false, true, false]);
    assert_eq!(to::<bool, u64>(&[false, true]), [0, u64::MAX]);
}

#[test]
fn the_general_path_of_64_bits_agrees_with_a_plain_one() {
    // Numbers with few bits, for which both numerator and denominator are small integers.
    for k in -1024i128..=1024 {
        let v = k as f64 / 1024.0;
        let round = |numerator: i128, denominator: i128| {
            let (floor, rest) = (numerator.div_euclid(denominator), numerator.rem_euclid(denominator));
            floor + i128::from(2 * rest > denominator || 2 * rest == denominator && floor % 2 != 0)
        };
        let n = k * i128::from(u64::MAX);
        assert_eq!(i128::from(quantise_64::<i64>(v)), round(n - 1024, 2048), "{v}");
        assert_eq!(i128::from(quantise_64::<u64>(v)), round(n, 1024).max(0), "{v}");
    }
}

#[test]
fn integers_scale_by_their_bits() {
    assert_eq!(to::<i16, u8>(&[127, 128, 32767, -5]), [0, 1, 255, 0]);
    assert_eq!(to::<u16, i16>(&[0, 1, 65535]), [0, 0, 32767]);
    assert_eq!(to::<i8, i16>(&[-128, -1, 0, 127]), [-32768, -129, 128, 32767]);
    assert_eq!(to::<u8, u16>(&[0, 1, 255]), [0, 257, 65535]);
    assert_eq!(to::<u8, i16>(&[0, 1, 255]), [0, 128, 32767]);
    assert_eq!(to::<i8, u8>(&[-128, -1, 1, 127]), [0, 0, 2, 255]);
    assert_eq!(to::<i16, i8>(&[-32768, -1, 255, 32767]), [-128, -1, 0, 127]);
    assert_eq!(to::<i16, f64>(&[-32768, -32767, 0, 32767]), [-1.0, -1.0, 0.0, 1.0]);
    assert_eq!(to::<u8, bool>(&[127, 128]), [false, true]);
    assert_eq!(to::<f64, bool>(&[0.5, 0.6, -1.0, f64::NAN]), [false, true, false, false]);
    assert_eq!(to::<bool, i8>(&[false, true]), [0, 127]);
    assert_eq!(to::<bool, f32>(&[false, true]), [0.0, 1.0]);
    assert_eq!(converted::<i16, f64>(&[1, -2, 300], false, false).0, [1.0, -2.0, 300.0]);
}

#[test]
fn extremes_map_to_extremes_between_all_integers() {
    fn pair<A: Integer, B: Integer>() {
        let max = B::saturated(i128::MAX);
        let min = if A::SIGNED && B::SIGNED { B::saturated(i128::MIN) } else { B::default() };
        let ends = [A::saturated(i128::MIN), A::saturated(i128::MAX)];
        assert_eq!(to::<A, B>(&ends), [min, max], "{} {}", A::DTYPE, B::DTYPE);
        assert_eq!(to::<f64, B>(&[1.0, -1.0]), [max, if B::SIGNED { B::saturated(i128::MIN) } else { B::default() }]);
    }
    for a in DType::ALL.iter().filter(|d| d.is_integer()) {
        for b in DType::ALL.iter().filter(|d| d.is_integer()) {
            dispatch_dtype!(integer *a, A => dispatch_dtype!(integer *b, B => pair::<A, B>(), other => ()), other => ());
        }
    }
}

#[test]
fn values_that_fit_are_kept_and_masked_ones_do_not_decide() {
    assert_eq!(converted::<i16, u8>(&[1, 2, 255], false, true), (vec![1, 2, 255], 1));
    assert_eq!(converted::<i16, u8>(&[-5, 2, 255], false, true), (vec![0, 2, 255], 2));
    // The greatest value fits, but the least does not: unscaled it would wrap.
    assert_eq!(converted::<i16, i8>(&[-30000, 5], false, true).0, [-118, 0]);
    assert_eq!(converted::<i16, i8>(&[-128, 127], false, true).0, [-128, 127]);
    let ctx = Context::new();
    let hidden = masked(&[30000i16, 7, -5], &[true, false, true]);
    let result = convert(&ctx, &hidden, DType::U8, false, true, false).unwrap();
    assert_eq!(result.data().typed::<u8>().unwrap().as_slice().unwrap(), [255, 7, 0]);
    assert_eq!(result.array().mask(), hidden.array().mask());
    assert_eq!(ctx.warning_counts().0, 1);
    convert(&ctx, &masked(&[30000i16], &[true]), DType::U8, false, true, false).unwrap();
    convert(&ctx, &image::<i16>(&[]), DType::U8, false, true, false).unwrap();
    assert_eq!(ctx.warning_counts().0, 1);
}

#[test]
fn floats_outside_are_clipped_only_on_the_way_to_integers() {
    let ctx = Context::new();
    let wide = masked(&[-3.0, f64::INFINITY, f64::NAN, 0.5, f64::NAN], &[false, false, false, false, true]);
    let result = convert(&ctx, &wide, DType::I8, false, true, false).unwrap();
    assert_eq!(result.data().typed::<i8>().unwrap().as_slice().unwrap(), [-128, 127, 0, 63, 0]);
    assert_eq!(result.array().mask().unwrap().as_slice().unwrap(), [false, false, true, false, true]);
    let warnings: Vec<String> = (0..9).map_while(|i| ctx.warning(i)).collect();
    assert_eq!(warnings.len(), 3, "{warnings:?}");
    assert!(warnings.iter().any(|w| w.contains("2 pixels beyond")));
    assert!(warnings.iter().any(|w| w.contains("1 pixels are NaN")));
    assert_eq!(converted::<f64, u8>(&[-0.5, 1.0], false, true), (vec![0, 255], 2));
    assert_eq!(converted::<f64, f32>(&[-3.0, 1e9], false, true), (vec![-3.0, 1e9], 1));
    assert_eq!(converted::<f32, f64>(&[-3.0, 1e9], false, true), (vec![-3.0, 1e9], 0));
}

#[test]
fn loss_of_precision_is_told_where_there_is_one() {
    let warns = |from: Image, dtype| {
        let ctx = Context::new();
        convert(&ctx, &from, dtype, false, true, false).unwrap();
        ctx.warning_counts().0
    };
    for (from, dtype, expected) in [
        (image(&[1u8]), DType::F32, 0),
        (image(&[1i32]), DType::F32, 1),
        (image(&[1i32]), DType::F64, 0),
        (image(&[1i64]), DType::F64, 1),
        (image(&[0.5f32]), DType::U64, 1),
        (image(&[9u8]), DType::Bool, 1),
        (image(&[true]), DType::U8, 0),
        (image(&[9u8]), DType::I16, 0),
        (image(&[300u16]), DType::U8, 1),
        (image(&[Complex::new(0.5f64, 0.0)]), DType::C64, 1),
        (image(&[0.5f64]), DType::C64, 1),
        (image(&[0.5f32]), DType::C64, 0),
    ] {
        assert_eq!(warns(from.clone(), dtype), expected, "{} {dtype}", from.dtype());
    }
}

#[test]
fn complex_numbers_come_from_all_and_go_to_their_like() {
    let c = |re: f64| Complex::new(re, 0.0);
    assert_eq!(to::<u8, Complex<f64>>(&[0, 51]), [c(0.0), c(0.2)]);
    assert_eq!(converted::<u8, Complex<f64>>(&[0, 51], false, false).0, [c(0.0), c(51.0)]);
    assert_eq!(to::<f64, Complex<f64>>(&[-7.5]), [c(-7.5)]);
    assert_eq!(to::<bool, Complex<f64>>(&[true]), [c(1.0)]);
    assert_eq!(to::<_, Complex<f32>>(&[Complex::new(0.5, -2.0)]), [Complex::new(0.5f32, -2.0)]);
    for dtype in DType::ALL.iter().filter(|d| !d.is_complex()) {
        let error = convert(&Context::new(), &image(&[c(1.0)]), *dtype, false, true, false).unwrap_err();
        assert_eq!(error.status(), Status::Dtype);
    }
}

#[test]
fn the_same_dtype_shares_or_copies_as_asked() {
    let ctx = Context::new();
    for dtype in DType::ALL {
        let start = Image::new(Data::zeros(*dtype, &[3, 5]).unwrap());
        let place = |force| convert(&ctx, &start, *dtype, false, true, force).unwrap().data().as_ptr();
        assert_eq!(place(false), start.data().as_ptr());
        assert_ne!(place(true), start.data().as_ptr());
        assert!(convert(&ctx, &start, *dtype, false, true, true).unwrap().equals(&start));
    }
    assert_eq!(ctx.warning_counts().0, 0);
}

#[test]
fn every_pair_of_dtypes_takes_every_rank_and_layout() {
    let ctx = Context::new();
    for from in DType::ALL {
        for dtype in DType::ALL.iter().filter(|d| d.is_complex() || !from.is_complex()) {
            for shape in [&[][..], &[3], &[2, 3], &[2, 1, 3, 2], &[0, 3]] {
                let mut array = MaskedArray::from(Data::zeros(*from, shape).unwrap());
                if let [rows, ..] = *shape
                    && rows > 1
                {
                    array.invert_axis(0);
                }
                let image = Image::new(array);
                let result = convert(&ctx, &image, *dtype, false, true, false).unwrap();
                assert_eq!((result.dtype(), result.shape()), (*dtype, shape));
                // Signed integers have no value for 0 itself but one for the step above it.
                if !(from.is_signed_integer() && dtype.is_signed_integer()) {
                    assert!(result.array().equals(&Data::zeros(*dtype, shape).unwrap().into()), "{from} {dtype}");
                }
            }
        }
    }
}

#[test]
fn asfloat_leaves_floats_and_clips_on_request() {
    let ctx = Context::new();
    let wide = image(&[-2.0f32, -0.5, 0.5, 3.0]);
    let float = |image: &Image, normalise, clip, negative| {
        let result = asfloat(&ctx, image, normalise, clip, negative).unwrap();
        (result.dtype(), result.data().to_f64().unwrap().iter().copied().collect::<Vec<_>>())
    };
    assert!(asfloat(&ctx, &wide, true, false, false).unwrap().equals(&wide));
    assert_eq!(ctx.warning_counts().0, 0);
    assert_eq!(float(&wide, true, true, false), (DType::F32, vec![-1.0, -0.5, 0.5, 1.0]));
    assert_eq!(ctx.warning_counts().0, 1);
    for clip in [false, true] {
        assert_eq!(float(&wide, true, clip, true), (DType::F32, vec![0.0, 0.0, 0.5, 1.0]));
    }
    let ints = image(&[-128i8, 0, 127]);
    assert_eq!(float(&ints, true, false, false), (DType::F64, vec![-1.0, 0.0, 1.0]));
    assert_eq!(float(&ints, true, false, true), (DType::F64, vec![0.0, 0.0, 1.0]));
    assert_eq!(float(&ints, false, false, false), (DType::F64, vec![-128.0, 0.0, 127.0]));
    assert_eq!(float(&ints, false, true, false), (DType::F64, vec![-1.0, 0.0, 1.0]));
    assert_eq!(float(&image(&[false, true]), true, false, false), (DType::F64, vec![0.0, 1.0]));
    let complex = image(&[Complex::new(1.0, 0.0)]);
    assert_eq!(asfloat(&ctx, &complex, true, false, false).unwrap_err().status(), Status::Dtype);
}

#[test]
fn sixty_four_bits_at_once_give_what_the_exact_rule_gives() {
    use super::integers::Scale;
    fn check<A: Integer + Cast<i64>, B: Integer>(values: &[A])
    where
        i64: Cast<B>,
    {
        // With the extremes, so that nothing fits unscaled; and a few small ones that do.
        for values in [values, &values[2..7]] {
            let start = image(values);
            let got = convert(&Context::new(), &start, B::DTYPE, false, true, false).unwrap();
            let scale = Scale::between(
                &Context::new(),
                integer_range::Target::of::<A>(),
                integer_range::Target::of::<B>(),
                integer_range::survey(start.array(), start.data().typed::<A>().unwrap()),
            );
            let expected = values.iter().map(|v| B::saturated(scale.apply(v.to_i128())));
            let got = got.data().typed::<B>().unwrap();
            assert!(got.iter().copied().eq(expected), "{} {}", A::DTYPE, B::DTYPE);
        }
    }
    fn from<A: Integer + Cast<i64>>() {
        let (min, max) = (A::saturated(i128::MIN), A::saturated(i128::MAX));
        let mut values =
            vec![min, max, A::saturated(0), A::saturated(1), A::saturated(5), A::saturated(-3), A::saturated(100)];
        let mut state = 1u64;
        for _ in 0..10_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            values
                .push(A::saturated(i128::from(state as i64 >> (64 - A::BITS)) - min.to_i128().min(0) + min.to_i128()));
        }
        check::<A, u8>(&values);
        check::<A, i8>(&values);
        check::<A, u16>(&values);
        check::<A, i16>(&values);
        check::<A, u32>(&values);
        check::<A, i32>(&values);
        check::<A, u64>(&values);
        check::<A, i64>(&values);
    }
    from::<u8>();
    from::<i8>();
    from::<u16>();
    from::<i16>();
    from::<u32>();
    from::<i32>();
    from::<u64>();
    from::<i64>();
}

#[test]
fn masked_pixels_without_n_bits_do_no_harm() {
    let start = masked(&[u64::MAX, 3, 200], &[true, false, false]);
    for (n, m, expected) in [(8, 16, [771, 51400]), (8, 64, [3 * 0x0101_0101_0101_0101, 200 * 0x0101_0101_0101_0101])] {
        let scaled = im_scale(&Context::new(), &start, n, m, Some(DType::U64)).unwrap();
        assert!(scaled.data().typed::<u64>().unwrap().iter().skip(1).eq(&expected));
    }
    let error = im_scale(&Context::new(), &image(&[256u16]), 8, 4, None).unwrap_err();
    assert_eq!(error.status(), Status::OutOfRange);
}
