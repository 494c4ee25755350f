use super::{Kernels, Sortable, depth, sort, sort_part};
use crate::context::{Context, InstructionSet, Status};

/// Numbers without a pattern (Marsaglia's xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }
}

/// Kinds of rows that quicksorts stumble over.
fn rows(n: usize, random: &mut Random) -> Vec<Vec<u64>> {
    let up = |i: usize| i as u64;
    vec![
        (0..n).map(|_| random.next()).collect(),
        (0..n).map(|_| random.next() % 3).collect(),
        (0..n).map(|_| u64::MAX - random.next() % 2).collect(),
        (0..n).map(|_| if random.next().is_multiple_of(2) { 0 } else { u64::MAX }).collect(),
        (0..n).map(up).collect(),
        (0..n).rev().map(up).collect(),
        (0..n).map(|i| up(i.min(n - i))).collect(),
        (0..n).map(|i| up(i % 7)).collect(),
        vec![u64::MAX; n],
        vec![0; n],
    ]
}

fn every_kernel<K: Sortable + std::fmt::Debug>(from: impl Fn(u64) -> K) {
    let (ctx, mut random) = (Context::new(), Random(0x9E37_79B9_7F4A_7C15));
    for n in (0..700).step_by(3).chain([1, 2, 1000, 4095, 20_011]) {
        for row in rows(n, &mut random) {
            let row: Vec<K> = row.into_iter().map(&from).collect();
            let mut expected = row.clone();
            expected.sort_unstable();
            for &level in InstructionSet::ALL.iter().filter(|&&level| level <= InstructionSet::best()) {
                let mut keys = row.clone();
                sort_part(&ctx.whole().piece(), &mut keys, &K::kernels(level), depth(n)).unwrap();
                assert_eq!(keys, expected, "{level:?}, {n} keys: {row:?}");
            }
            let mut keys = row.clone();
            sort(&ctx.whole(), &mut keys).unwrap();
            assert_eq!(keys, expected);
        }
    }
}

#[test]
fn every_kernel_sorts_rows_of_every_kind() {
    every_kernel(|x| x);
    every_kernel(|x| (x >> 32) as u32 ^ x as u32);
    every_kernel(|x| x as u16);
    every_kernel(|x| x as u8);
    every_kernel(|x| u128::from(x) << 64 | u128::from(!x));
    every_kernel(|x| (u128::from(x % 5), x));
}

#[test]
fn every_kernel_splits_at_any_key() {
    fn check<K: Sortable + std::fmt::Debug>(kernels: &Kernels<K>, row: &[K], pivot: K) {
        let mut keys = row.to_vec();
        let below = (kernels.split)(&mut keys, pivot);
        assert!(
            keys[..below].iter().all(|&key| key < pivot) && keys[below..].iter().all(|&key| key >= pivot),
            "{pivot:?}"
        );
        let mut before = row.to_vec();
        before.sort_unstable();
        keys.sort_unstable();
        assert_eq!(keys, before);
    }
    let mut random = Random(7);
    for n in [0, 1, 127, 128, 129, 255, 256, 257, 511, 600, 1111] {
        let row: Vec<u64> = (0..n).map(|_| random.next() % 50).collect();
        let short: Vec<u32> = row.iter().map(|&x| x as u32).collect();
        for &level in InstructionSet::ALL.iter().filter(|&&level| level <= InstructionSet::best()) {
            for pivot in [0, 1, 25, 49, 50, 51] {
                check(&u64::kernels(level), &row, pivot);
                check(&u32::kernels(level), &short, pivot as u32);
            }
        }
    }
}

#[test]
fn long_rows_are_shared_and_can_be_cancelled() {
    let mut random = Random(3);
    let row: Vec<u64> = (0..400_000).map(|_| random.next()).collect();
    let mut expected = row.clone();
    expected.sort_unstable();
    for threads in [1, 2, 5] {
        let ctx = Context::new();
        ctx.set_threads(threads);
        let mut keys = row.clone();
        sort(&ctx.whole(), &mut keys).unwrap();
        assert_eq!(keys, expected);
        ctx.cancel();
        assert_eq!(sort(&ctx.whole(), &mut row.clone()).unwrap_err().status(), Status::Cancelled);
    }
}
