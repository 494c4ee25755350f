use super::*;
use crate::array::{Data, MaskedArray, alloc};
use crate::context::Status;
use ndarray::Axis;

fn ramp(lengths: &[usize]) -> MaskedArray {
    let len = lengths.iter().product::<usize>();
    let mask = alloc::from_vec(lengths, (0..len).map(|i| i % 3 == 0).collect()).unwrap().into_shared();
    MaskedArray::new(Data::from(alloc::from_vec(lengths, (0..len as i32).collect()).unwrap()), Some(mask)).unwrap()
}

fn values(array: &MaskedArray) -> Vec<i32> {
    array.data().typed::<i32>().unwrap().iter().copied().collect()
}

#[test]
fn picking_equals_indexing_on_every_axis_and_layout() {
    let mut turned = ramp(&[3, 4, 5]);
    turned.swap_axes(0, 2);
    turned.invert_axis(1);
    for array in [ramp(&[3, 4, 5]), turned] {
        for a in 0..3usize {
            let n = array.shape()[a] as i64;
            let out = take(&array, &[n - 1, 0, -1, 0], Some(a as i32), Mode::Raise).unwrap();
            let all = array.data().typed::<i32>().unwrap();
            for (k, from) in [n - 1, 0, n - 1, 0].into_iter().enumerate() {
                let picked = out.data().typed::<i32>().unwrap().index_axis(Axis(a), k);
                assert_eq!(picked, all.index_axis(Axis(a), from as usize));
                let masks = out.mask().unwrap().index_axis(Axis(a), k);
                assert_eq!(masks, array.mask().unwrap().index_axis(Axis(a), from as usize));
            }
        }
    }
    assert_eq!(values(&take(&ramp(&[2, 2]), &[5, -1], None, Mode::Wrap).unwrap()), [1, 3]);
    assert_eq!(values(&take(&ramp(&[2, 2]), &[5, -1], None, Mode::Clip).unwrap()), [3, 0]);
    assert_eq!(take(&ramp(&[2, 2]), &[4], None, Mode::Raise).unwrap_err().status(), Status::OutOfRange);
    assert_eq!(take(&ramp(&[0, 2]), &[0], Some(0), Mode::Clip).unwrap_err().status(), Status::OutOfRange);
}

#[test]
fn diagonals_repeats_and_what_is_not_masked() {
    assert_eq!(values(&diagonal(&ramp(&[3, 4]), 1, 0, 1).unwrap()), [1, 6, 11]);
    assert_eq!(values(&diagonal(&ramp(&[2, 3, 2]), -1, 1, 2).unwrap()), [2, 5, 8, 11]);
    assert_eq!(diagonal(&ramp(&[3, 4]), i64::MIN, 0, 1).unwrap().len(), 0);
    assert_eq!(values(&repeat(&ramp(&[3]), &[2, 0, 1], None).unwrap()), [0, 0, 2]);
    assert_eq!(repeat(&ramp(&[3]), &[i64::MAX], None).unwrap_err().status(), Status::NoMemory);
    assert_eq!(values(&compressed(&ramp(&[2, 4])).unwrap()), [1, 2, 4, 5, 7]);
    assert_eq!(values(&compress(&ramp(&[2, 2]), &[0, 1], Some(1)).unwrap()), [1, 3]);
    let found = nonzero(&ramp(&[2, 4])).unwrap();
    assert_eq!(found.data().typed::<i64>().unwrap().as_slice().unwrap(), [0, 0, 1, 1, 1, 1, 2, 0, 1, 3]);
}

#[test]
fn put_writes_through_any_layout_and_minds_hard_masks() {
    let mut array = ramp(&[2, 3]);
    array.swap_axes(0, 1);
    let clone = array.clone();
    let new = MaskedArray::from(Data::from(alloc::from_vec(&[2], vec![10.9f64, 20.0]).unwrap()));
    put(&mut array, &[0, 1, -1], &new, Mode::Raise).unwrap();
    assert_eq!(values(&array), [10, 20, 1, 4, 2, 10]);
    assert_eq!(array.mask().unwrap().iter().filter(|&&m| m).count(), 0);
    assert_eq!(values(&clone), [0, 3, 1, 4, 2, 5]);
    let mut hard = clone;
    hard.set_hard(true);
    put(&mut hard, &[0, 2], &new, Mode::Raise).unwrap();
    assert_eq!(values(&hard), [0, 3, 20, 4, 2, 5]);
    assert_eq!(put(&mut hard, &[0, 6], &new, Mode::Raise).unwrap_err().status(), Status::OutOfRange);
    assert_eq!(values(&hard), [0, 3, 20, 4, 2, 5]);
}
