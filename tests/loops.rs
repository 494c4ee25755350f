//! Loops that an acquisition program runs for days: from the second round on they ask for no memory of an image's size.
//!
//! The allocator counts the requests of the whole process, so this is the only test in it.
#![cfg(all(feature = "reserve", debug_assertions))]

use stoner::array::arithmetic::{Arithmetic, Function};
use stoner::array::{DType, Mask, MaskedArray, alloc};
use stoner::context::{Context, memory};
use stoner::image::Image;
use stoner::ops::arithmetic::{self, Operand, Source};

const SHAPE: [usize; 2] = [600, 500];

fn image(value: impl Fn(usize) -> u16, masked: bool) -> Image {
    let n = SHAPE[0] * SHAPE[1];
    let data = alloc::from_vec(&SHAPE, (0..n).map(value).collect()).unwrap();
    let mask = || -> Mask { alloc::from_vec(&SHAPE, (0..n).map(|i| i % 7 == 0).collect()).unwrap().into_shared() };
    Image::new(MaskedArray::new(data, masked.then(mask)).unwrap())
}

#[test]
fn a_loop_asks_for_no_memory_of_an_images_size() {
    let ctx = Context::new();
    for (threads, masked) in [(1, false), (1, true), (4, false), (4, true)] {
        ctx.set_threads(threads);
        let (frame, dark) = (image(|i| (i % 1000) as u16, masked), image(|i| (i % 13) as u16, false));
        let mut target = Image::new(alloc::zeros::<f32>(&[1, 1]).unwrap());
        let mut round = || {
            let (a, b) = (Source::Other(Operand::Image(&frame)), Source::Other(Operand::Image(&dark)));
            let into = |operation, a, b, dtype, target: &mut Image| {
                arithmetic::arithmetic_into(&ctx, operation, a, b, dtype, target).unwrap();
            };
            into(Arithmetic::Subtract, a, b, Some(DType::F32), &mut target);
            into(Arithmetic::Divide, Source::Target, b, None, &mut target);
            into(Arithmetic::Multiply, Source::Other(Operand::Number(3.0)), Source::Target, None, &mut target);
            arithmetic::function_into(&ctx, Function::Absolute, Source::Target, None, &mut target).unwrap();
            arithmetic::function_into(&ctx, Function::Sqrt, Source::Target, None, &mut target).unwrap();
        };
        let before = memory::large_requests();
        round();
        let first = memory::large_requests();
        assert!(first > before, "the first round has to make the target");
        (0..20).for_each(|_| round());
        assert_eq!(memory::large_requests(), first, "{threads} threads, masked {masked}");
        let expected = (f64::from(((501 * 7) % 1000) as f32 - ((501 * 7) % 13) as f32) * 3.0
            / f64::from(((501 * 7) % 13) as f32))
        .abs()
        .sqrt();
        let at = [501 * 7 / SHAPE[1], 501 * 7 % SHAPE[1]];
        let is_masked = target.array().mask().unwrap()[at.as_slice()];
        let found = f64::from(target.data().typed::<f32>().unwrap()[at.as_slice()]);
        assert!(is_masked == masked && (masked || (found - expected).abs() < 1e-4 * expected), "{found} {expected}");
    }
}
