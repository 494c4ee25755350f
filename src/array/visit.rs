//! A walk over the unmasked elements.

use super::{Mask, Shared, alloc};

/// Calls `f` with every unmasked element in logical order. Data and mask have one shape.
pub fn visit_unmasked<T: Copy + Default>(data: &Shared<T>, mask: Option<&Mask>, mut f: impl FnMut(T)) {
    match mask {
        None => alloc::each_run(data.view(), &mut |run| run.iter().for_each(|&x| f(x))),
        Some(mask) => alloc::each_run_of_pairs(data.view(), mask.view(), &mut |run, masked| {
            run.iter().zip(masked).filter(|&(_, &masked)| !masked).for_each(|(&x, _)| f(x));
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::Axis;

    #[test]
    fn every_layout_gives_the_unmasked_elements_once() {
        for shape in [&[][..], &[5], &[3, 4], &[2, 3, 4], &[0, 3]] {
            let len = shape.iter().product::<usize>();
            let mut data = alloc::from_vec(shape, (0..len).collect()).unwrap().into_shared();
            let mut mask = alloc::map(data.view(), |i| i % 3 == 0).unwrap().into_shared();
            for turned in [false, true] {
                if turned && shape.len() > 1 {
                    data.swap_axes(0, 1);
                    data.invert_axis(Axis(0));
                    mask.swap_axes(0, 1);
                    mask.invert_axis(Axis(0));
                }
                for (mask, expected) in
                    [(None, (0..len).collect::<Vec<_>>()), (Some(&mask), (0..len).filter(|i| i % 3 != 0).collect())]
                {
                    let mut seen = Vec::new();
                    visit_unmasked(&data, mask, |x| seen.push(x));
                    seen.sort_unstable();
                    assert_eq!(seen, expected, "{shape:?} {turned}");
                }
            }
        }
    }
}
