//! A walk over the elements that take part.

use super::{Mask, Shared};

/// Calls `f` with every unmasked element, in no particular order. Data and mask have one shape.
pub fn visit_unmasked<T: Copy>(data: &Shared<T>, mask: Option<&Mask>, mut f: impl FnMut(T)) {
    let Some(mask) = mask else {
        match data.as_slice_memory_order() {
            Some(slice) => slice.iter().for_each(|&x| f(x)),
            None if data.ndim() == 0 => data.iter().for_each(|&x| f(x)),
            None => data.rows().into_iter().for_each(|row| row.iter().for_each(|&x| f(x))),
        }
        return;
    };
    let mut one = |(&x, &masked): (&T, &bool)| {
        if !masked {
            f(x);
        }
    };
    match (data.as_slice(), mask.as_slice()) {
        (Some(data), Some(mask)) => data.iter().zip(mask).for_each(one),
        _ if data.ndim() == 0 => data.iter().zip(mask).for_each(one),
        _ => data.rows().into_iter().zip(mask.rows()).for_each(|(x, m)| x.iter().zip(m).for_each(&mut one)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::alloc;
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
