//! `partition`, `argpartition`, `percentile`.

use super::key::{Key, Keyed};
use super::lanes::Lanes;
use super::masked_go::MaskedGo;
use super::sort::{arrange, positions};
use crate::array::reduce::{Progress, RUN};
use crate::array::simd::multiversioned;
use crate::array::{Mask, MaskedArray, Real, Shared, alloc};
use crate::context::{Error, Result, Stage, Status};
use crate::dispatch;

/// The elements along an axis, or all of them as one row, such that each of those at `kth` stands where sorting would put it, with none
/// greater before it and none less behind.
///
/// # Errors
/// As [`sort`](super::sort); [`Status::OutOfRange`] for a `kth` outside a row.
pub fn partition(
    stage: &Stage<'_>,
    array: &MaskedArray,
    kth: &[i64],
    axis: Option<usize>,
    masked: MaskedGo,
) -> Result<MaskedArray> {
    let lanes = Lanes::new(array.shape(), axis);
    let kth = lanes.kth(kth)?;
    if array.mask().is_none() && lanes.n == array.len() && lanes.n >= SAMPLED_FROM && !kth.is_empty() {
        let found = dispatch!(all array.data(), |a| part_large(stage, a, &kth)?.map(|row| lanes.put(row).map(MaskedArray::from)));
        if let Some(parted) = found {
            return parted;
        }
    }
    dispatch!(all array.data(), |a| arrange(stage, &lanes, a, array.mask(), masked, &|_, keys, first| {
        let inside = kth.iter().filter_map(|k| k.checked_sub(first)).filter(|&k| k < keys.len());
        select_all(keys, &inside.collect::<Vec<_>>());
        Ok(())
    }))
}

/// The positions of the elements that [`partition`] gives, as `i64`, without a mask.
///
/// # Errors
/// As [`partition`].
pub fn arg_partition(
    stage: &Stage<'_>,
    array: &MaskedArray,
    kth: &[i64],
    axis: Option<usize>,
    masked: MaskedGo,
) -> Result<MaskedArray> {
    let lanes = Lanes::new(array.shape(), axis);
    let kth = lanes.kth(kth)?;
    dispatch!(all array.data(), |a| positions(stage, &lanes, a, array.mask(), masked, &|_, keys| {
        select_all(keys, &kth);
        Ok(())
    }))
}

/// Selects several: the middle one first, then those on its sides.
fn select_all<K: Ord>(keys: &mut [K], kth: &[usize]) {
    if kth.is_empty() {
        return;
    }
    let (before, rest) = kth.split_at(kth.len() / 2);
    let middle = rest[0];
    let (less, _, greater) = keys.select_nth_unstable(middle);
    select_all(less, before);
    let after: Vec<usize> = rest[1..].iter().map(|k| k - middle - 1).collect();
    select_all(greater, &after);
}

/// One long row, parted in one pass at two keys between which the middle one of `kth` lies; see [`selected`]. `None`: it does not.
fn part_large<T: Keyed>(stage: &Stage<'_>, a: &Shared<T>, kth: &[usize]) -> Result<Option<Vec<T>>> {
    let middle = kth.len() / 2;
    let [bracket] = &mut brackets(&sample(a, None, |_| true), a.len(), &kth[middle..=middle])[..] else {
        return Ok(None);
    };
    let mut row = alloc::zeroed_vec::<T>(a.len())?;
    let mut between = alloc::vec::<T>(RUN)?;
    let (mut front, mut back) = (0, a.len());
    let mut progress = Progress::new(stage, a.len());
    let mut result = Ok(());
    each(a, None, &mut |values, _| {
        for values in values.chunks(RUN) {
            if result.is_err() {
                return;
            }
            let len = between.len();
            result = grow(&mut between, values.len()).and_then(|()| progress.add(values.len()));
            if result.is_ok() {
                // Where the next elements go, and no farther than these may come.
                let (low, high) = (bracket.low, bracket.high);
                let (less, kept, greater) = deal(values, low, high, &mut row[front..back], &mut between[len..]);
                front += less;
                back -= greater;
                between.truncate(len + kept);
            }
        }
    });
    result?;
    let k = kth[middle];
    if !(front..front + between.len()).contains(&k) {
        return Ok(None);
    }
    row[front..back].copy_from_slice(&between);
    // The others lie in what is now parted, each with bounds of its own.
    for part in [0..front, front..back, back..a.len()] {
        let inside: Vec<usize> = kth.iter().filter(|k| part.contains(k)).map(|k| k - part.start).collect();
        if inside.is_empty() {
            continue;
        }
        let mut keys = alloc::vec(part.len())?;
        keys.extend(row[part.clone()].iter().map(|x| x.key()));
        select_all(&mut keys, &inside);
        row[part].iter_mut().zip(keys).for_each(|(to, key)| *to = T::from_key(key));
    }
    Ok(Some(row))
}

/// Makes room for `n` more.
fn grow<T: Copy + Default>(values: &mut Vec<T>, n: usize) -> Result<()> {
    let len = values.len();
    if values.capacity() < len + n {
        let mut larger = alloc::vec(2 * len + n)?;
        larger.extend_from_slice(values);
        *values = larger;
    }
    values.resize(len + n, T::default());
    Ok(())
}

multiversioned! {
    /// Deals elements to the front of `row`, to its back and to `between`, and says how many go to each. Without branches: each is written
    /// to all three places, and the next one over it but where it belongs. `row` has room for all.
    fn deal<T: Keyed>(values: &[T], low: T::Key, high: T::Key, row: &mut [T], between: &mut [T]) -> (usize, usize, usize) {
        let (mut front, mut kept, mut back) = (0, 0, row.len());
        for &x in values {
            let key = x.key();
            row[front] = x;
            row[back - 1] = x;
            between[kept] = x;
            front += usize::from(key < low);
            back -= usize::from(key > high);
            kept += usize::from(key >= low && key <= high);
        }
        (front, kept, row.len() - back)
    }
}

/// Percentiles of the elements that are neither masked nor NaN, between 0 and 100, linear between two of them (Hyndman and Fan 1996, Am.
/// Stat. 50, 361, type 7).
///
/// # Errors
/// [`Status::OutOfRange`] for a percentile below 0 or above 100; [`Status::NoResult`] where there is no element;
/// [`Status::Dtype`] for complex numbers; [`Status::NoMemory`], [`Status::Cancelled`].
pub fn percentiles(stage: &Stage<'_>, array: &MaskedArray, q: &[f64]) -> Result<Vec<f64>> {
    if let Some(q) = q.iter().find(|q| !(0.0..=100.0).contains(*q)) {
        return Err(Error::out_of_range("q", q, "0 to 100"));
    }
    let complex = || {
        Err(Error::new(Status::Dtype, "complex numbers have no percentiles: take the real part or the magnitude first"))
    };
    dispatch!(real array.data(), |a| of_real(stage, a, array.mask(), q), complex => complex())
}

/// Ignored elements have the greatest key, and so come after all others.
fn key_of<T: Keyed + Real>(x: T, masked: bool) -> T::Key {
    if masked | x.is_nan() { T::Key::MAX } else { x.key() }
}

fn of_real<T: Keyed + Real>(stage: &Stage<'_>, a: &Shared<T>, mask: Option<&Mask>, q: &[f64]) -> Result<Vec<f64>> {
    let n = valid(a, mask);
    if n == 0 {
        return Err(Error::new(Status::NoResult, "no element is neither masked nor NaN"));
    }
    let places: Vec<(usize, f64)> = q
        .iter()
        .map(|q| {
            let place = q / 100.0 * (n - 1) as f64;
            (place.floor() as usize, place - place.floor())
        })
        .collect();
    let mut ranks: Vec<usize> = places.iter().flat_map(|&(low, _)| [low, (low + 1).min(n - 1)]).collect();
    ranks.sort_unstable();
    ranks.dedup();
    let keys = selected(stage, a, mask, n, &ranks)?;
    let value = |rank: usize| ranks.binary_search(&rank).map_or(f64::NAN, |i| T::from_key(keys[i]).to_f64());
    Ok(places
        .into_iter()
        .map(|(low, part)| {
            let (low, high) = (value(low), value((low + 1).min(n - 1)));
            match part {
                // So that infinities stay.
                _ if low == high || part == 0.0 => low,
                part if part >= 0.5 => high - (high - low) * (1.0 - part),
                part => low + (high - low) * part,
            }
        })
        .collect())
}

/// The number of elements that count.
fn valid<T: Keyed + Real>(a: &Shared<T>, mask: Option<&Mask>) -> usize {
    let mut n = 0;
    each(a, mask, &mut |values, mask| n += count_valid(values, mask));
    n
}

/// Takes a run and its part of the mask.
type Sink<'a, T> = &'a mut dyn FnMut(&[T], Option<&[bool]>);

fn each<T: Keyed>(a: &Shared<T>, mask: Option<&Mask>, f: Sink<'_, T>) {
    match mask {
        None => alloc::each_run(a.view(), &mut |values| f(values, None)),
        Some(mask) => alloc::each_run_of_pairs(a.view(), mask.view(), &mut |values, mask| f(values, Some(mask))),
    }
}

multiversioned! {
    fn count_valid<T: Real>(values: &[T], mask: Option<&[bool]>) -> usize {
        let count = |values: &[T]| values.iter().map(|x| u32::from(!x.is_nan())).sum::<u32>() as usize;
        match mask {
            None => values.chunks(1 << 16).map(count).sum(),
            Some(mask) => values.iter().zip(mask).map(|(x, &masked)| usize::from(!(x.is_nan() | masked))).sum(),
        }
    }
}

/// From this size on a sample narrows the search.
const SAMPLED_FROM: usize = 1 << 16;
const SAMPLE: usize = 1 << 13;

/// The keys with these ranks among the `n` that count.
///
/// In a large array a sorted sample gives two keys that almost always enclose the one of a rank (Floyd and Rivest 1975,
/// Commun. ACM 18, 165); one pass counts those below and keeps those between. Otherwise all keys are searched.
fn selected<T: Keyed + Real>(
    stage: &Stage<'_>,
    a: &Shared<T>,
    mask: Option<&Mask>,
    n: usize,
    ranks: &[usize],
) -> Result<Vec<T::Key>> {
    if n >= SAMPLED_FROM
        && let Some(keys) = between(stage, a, mask, n, ranks)?
    {
        return Ok(keys);
    }
    let mut keys = alloc::vec(a.len())?;
    each(a, mask, &mut |values, mask| match mask {
        None => keys.extend(values.iter().map(|&x| key_of(x, false))),
        Some(mask) => keys.extend(values.iter().zip(mask).map(|(&x, &masked)| key_of(x, masked))),
    });
    select_all(&mut keys, ranks);
    Ok(ranks.iter().map(|&rank| keys[rank]).collect())
}

/// The keys from `low` to `high`, and how many are below.
struct Bracket<K> {
    low: K,
    high: K,
    below: usize,
    kept: Vec<K>,
    ranks: Vec<usize>,
}

fn between<T: Keyed + Real>(
    stage: &Stage<'_>,
    a: &Shared<T>,
    mask: Option<&Mask>,
    n: usize,
    ranks: &[usize],
) -> Result<Option<Vec<T::Key>>> {
    let mut brackets = brackets(&sample(a, mask, |x| !x.is_nan()), n, ranks);
    let mut keys = [T::Key::default(); RUN];
    let mut progress = Progress::new(stage, a.len());
    let mut result = Ok(());
    each(a, mask, &mut |values, mask| {
        for (i, values) in values.chunks(RUN).enumerate() {
            if result.is_err() {
                return;
            }
            let keys = &mut keys[..values.len()];
            make_keys(values, mask.map(|mask| &mask[i * RUN..]), keys);
            result =
                brackets.iter_mut().try_for_each(|bracket| bracket.take(keys)).and_then(|()| progress.add(keys.len()));
        }
    });
    result?;
    let mut found = Vec::new();
    for bracket in &mut brackets {
        let inside = bracket.ranks.iter().filter_map(|rank| rank.checked_sub(bracket.below));
        let inside: Vec<usize> = inside.filter(|&rank| rank < bracket.kept.len()).collect();
        if inside.len() < bracket.ranks.len() {
            return Ok(None);
        }
        select_all(&mut bracket.kept, &inside);
        found.extend(inside.iter().map(|&rank| bracket.kept[rank]));
    }
    Ok(Some(found))
}

/// Keys of elements all over the array, sorted.
fn sample<T: Keyed>(a: &Shared<T>, mask: Option<&Mask>, counts: impl Fn(T) -> bool) -> Vec<T::Key> {
    let (mut keys, mut seen) = (Vec::with_capacity(SAMPLE * 2), 0);
    // A step without a common divisor with rows of usual lengths.
    let step = (a.len() / SAMPLE) | 1;
    each(a, mask, &mut |values, mask| {
        for i in ((step - seen % step) % step..values.len()).step_by(step) {
            if !mask.is_some_and(|mask| mask[i]) && counts(values[i]) {
                keys.push(values[i].key());
            }
        }
        seen += values.len();
    });
    keys.sort_unstable();
    keys
}

fn brackets<K: Key>(sample: &[K], n: usize, ranks: &[usize]) -> Vec<Bracket<K>> {
    let mut brackets: Vec<Bracket<K>> = Vec::new();
    let size = sample.len() as f64;
    // Five standard deviations of a rank in the sample.
    let margin = 2.5 * size.sqrt() + 1.0;
    for &rank in ranks {
        let place = rank as f64 / n as f64 * size;
        let key = |place: f64, beyond: K| match place {
            place if place < 0.0 => beyond,
            place => sample.get(place as usize).copied().unwrap_or(K::MAX),
        };
        let (low, high) = (key(place - margin, K::default()), key(place + margin, K::MAX));
        match brackets.last_mut() {
            Some(last) if last.high >= low => {
                last.high = last.high.max(high);
                last.ranks.push(rank);
            }
            _ => brackets.push(Bracket { low, high, below: 0, kept: Vec::new(), ranks: vec![rank] }),
        }
    }
    brackets
}

impl<K: Key> Bracket<K> {
    fn take(&mut self, keys: &[K]) -> Result<()> {
        let len = self.kept.len();
        grow(&mut self.kept, keys.len())?;
        let (below, kept) = split(keys, self.low, self.high, &mut self.kept[len..]);
        self.below += below;
        self.kept.truncate(len + kept);
        Ok(())
    }
}

multiversioned! {
    fn make_keys<T: Keyed + Real>(values: &[T], mask: Option<&[bool]>, keys: &mut [T::Key]) {
        match mask {
            None => keys.iter_mut().zip(values).for_each(|(key, &x)| *key = key_of(x, false)),
            Some(mask) => {
                for ((key, &x), &masked) in keys.iter_mut().zip(values).zip(mask) {
                    *key = key_of(x, masked);
                }
            }
        }
    }
}

multiversioned! {
    /// Without branches: each key is written, and the next one over it unless it is kept.
    fn split<K: Key>(keys: &[K], low: K, high: K, kept: &mut [K]) -> (usize, usize) {
        let (mut below, mut n) = (0, 0);
        for &key in keys {
            kept[n] = key;
            n += usize::from(key >= low && key <= high);
            below += usize::from(key < low);
        }
        (below, n)
    }
}
