//! Where the frames of a stack lie, from comparisons of two at a time: each frame is compared with several that are placed already. Its
//! place is reliable if these comparisons agree.
//!
//! Otherwise one wrong comparison would move all frames after it: across an absorption edge, or where the dichroism changes its
//! sign, a comparison may be doubtful or wrong while that with the next but one frame is not, or the other way round.

use super::compare::{Comparer, Comparison};
use super::place::{FramePlace, SeriesStrategy};
use crate::context::{Context, Error, Result, Stage, Warning};
use std::collections::HashMap;

/// Two movements agree within this many of their standard errors ...
const AGREE: f64 = 5.0;
/// ... or within this many pixels.
const CLOSE: f64 = 0.25;
/// A comparison with the reference is enough alone if its standard error is at most this, in pixels.
const PRECISE: f64 = 0.15;
/// If the first comparisons leave a doubt, this many further ones are made.
const FURTHER: usize = 3;

/// A frame's place according to one comparison.
#[derive(Clone)]
struct Vote {
    /// The frame that it was compared with.
    on: usize,
    shift: [f64; 2],
    /// Of the comparison alone.
    variance: [f64; 2],
    /// Against the reference.
    total: [f64; 2],
    /// Neither the comparison nor the other frame's place is doubtful.
    clean: bool,
    doubts: Vec<(Warning, String)>,
}

impl Vote {
    fn agrees(&self, other: &Vote) -> bool {
        (0..2).all(|k| {
            // NaN if a method gives no standard errors.
            let sigma = (self.variance[k] + other.variance[k]).sqrt();
            (self.shift[k] - other.shift[k]).abs() <= CLOSE.max(if sigma.is_nan() { 0.0 } else { AGREE * sigma })
        })
    }
}

/// The places of frames, as far as they are known.
struct Placing<'a> {
    compare: &'a Comparer<'a>,
    chain: SeriesStrategy,
    reference: usize,
    known: HashMap<(usize, usize), Result<Comparison>>,
    places: Vec<Option<FramePlace>>,
    votes: Vec<Vec<Vote>>,
    failures: Vec<Option<Error>>,
    sure: Vec<bool>,
}

/// The places of all frames by comparisons with the reference or with neighbours. Doubtful places cause warnings.
///
/// # Errors
/// Those of the comparisons that are not [`NoResult`](crate::context::Status::NoResult).
pub fn places(
    stage: &Stage<'_>,
    compare: &Comparer<'_>,
    reference: usize,
    chain: SeriesStrategy,
) -> Result<Vec<Option<FramePlace>>> {
    let frames = compare.sides.len();
    let order: Vec<usize> = (reference + 1..frames).chain((0..reference).rev()).collect();
    let mut all = Placing {
        compare,
        chain,
        reference,
        known: HashMap::new(),
        places: vec![None; frames],
        votes: vec![Vec::new(); frames],
        failures: vec![None; frames],
        sure: vec![false; frames],
    };
    all.places[reference] = Some(FramePlace::STILL);
    all.sure[reference] = true;
    // The comparisons that are always needed, on all threads.
    let pairs: Vec<_> = order.iter().flat_map(|&i| all.first(i).into_iter().map(move |on| (i, on))).collect();
    let links = compare.compare_all(&stage.part(0.0..0.8), &pairs)?;
    all.known.extend(pairs.into_iter().zip(links));
    let stage = stage.part(0.8..1.0);
    for &i in &order {
        all.place(&stage, i)?;
    }
    // Doubtful frames may become reliable by comparison with later ones.
    for &i in order.iter().rev() {
        if !all.sure[i] {
            let behind = if i > reference { i + 1..(i + 3).min(frames) } else { i.saturating_sub(2)..i };
            for on in behind.filter(|&on| all.sure[on]).collect::<Vec<_>>() {
                all.ask(&stage, i, on)?;
            }
            all.conclude(i);
        }
    }
    for &i in &order {
        all.warn_of_doubts(stage.context(), i);
    }
    Ok(all.places)
}

impl Placing<'_> {
    /// The frame this many steps nearer to the reference.
    fn nearer(&self, i: usize, steps: usize) -> Option<usize> {
        if i.abs_diff(self.reference) < steps {
            return None;
        }
        Some(if i > self.reference { i - steps } else { i + steps })
    }

    /// The frames that a frame is always compared with.
    fn first(&self, i: usize) -> Vec<usize> {
        match self.chain {
            SeriesStrategy::Neighbour => {
                let mut first: Vec<usize> = [1, 2].into_iter().filter_map(|steps| self.nearer(i, steps)).collect();
                if !first.contains(&self.reference) {
                    first.push(self.reference);
                }
                first
            }
            _ => vec![self.reference],
        }
    }

    /// Places a frame by comparisons, as many as are needed.
    fn place(&mut self, stage: &Stage<'_>, i: usize) -> Result<()> {
        for on in self.first(i) {
            self.ask(stage, i, on)?;
        }
        self.conclude(i);
        if self.sure[i] {
            return Ok(());
        }
        let sure_first = (1..=i.abs_diff(self.reference)).filter_map(|steps| self.nearer(i, steps));
        let further: Vec<usize> = sure_first.filter(|&on| self.sure[on]).take(FURTHER).collect();
        for on in further.into_iter().chain([self.reference]) {
            self.ask(stage, i, on)?;
            self.conclude(i);
            if self.sure[i] {
                break;
            }
        }
        // A doubtful place is better than none.
        let near: Vec<usize> = [1, 2].into_iter().filter_map(|steps| self.nearer(i, steps)).collect();
        for on in near {
            if self.places[i].is_none() {
                self.ask(stage, i, on)?;
                self.conclude(i);
            }
        }
        Ok(())
    }

    /// The vote of a comparison with a frame that is placed.
    fn ask(&mut self, stage: &Stage<'_>, i: usize, on: usize) -> Result<()> {
        let Some(base) = self.places[on] else { return Ok(()) };
        if self.votes[i].iter().any(|vote| vote.on == on) {
            return Ok(());
        }
        if !self.known.contains_key(&(i, on)) && !self.known.contains_key(&(on, i)) {
            let link = self.compare.compare_all(&stage.piece(), &[(i, on)])?.pop();
            self.known.extend(link.map(|link| ((i, on), link)));
        }
        let (link, sign) = match (self.known.get(&(i, on)), self.known.get(&(on, i))) {
            (Some(link), _) => (link, 1.0),
            (None, Some(link)) => (link, -1.0),
            (None, None) => return Ok(()),
        };
        match link {
            Ok(link) => {
                let vote = Vote {
                    on,
                    shift: [0, 1].map(|k| base.shift[k] + sign * link.shift[k]),
                    variance: link.variance,
                    total: [0, 1].map(|k| base.variance[k] + link.variance[k]),
                    clean: link.doubts.is_empty() && self.sure[on],
                    doubts: link.doubts.clone(),
                };
                self.votes[i].push(vote);
            }
            Err(error) => {
                self.failures[i].get_or_insert_with(|| error.clone());
            }
        }
        Ok(())
    }

    /// Places a frame where most of the votes agree.
    fn conclude(&mut self, i: usize) {
        let votes = &self.votes[i];
        // Neighbours may be wrong together, because contrast changes slowly: the reference counts as two of them.
        let weight = |vote: &Vote| match (vote.clean, vote.on == self.reference) {
            (true, true) => 4,
            (true, false) => 2,
            (false, _) => 1,
        };
        let around = |vote: &Vote| votes.iter().filter(|other| vote.agrees(other)).map(weight).sum::<usize>();
        let spread = |vote: &Vote| vote.total[0] + vote.total[1];
        let Some(best) = votes.iter().max_by(|a, b| {
            let by_doubt = || a.clean.cmp(&b.clean).then(spread(b).total_cmp(&spread(a)));
            around(a).cmp(&around(b)).then_with(by_doubt)
        }) else {
            return;
        };
        let (with, against): (Vec<&Vote>, Vec<&Vote>) = votes.iter().partition(|vote| best.agrees(vote));
        let clean = with.iter().filter(|vote| vote.clean).count();
        let contradicted = against.iter().any(|vote| vote.clean);
        // A neighbour's vote must be confirmed if possible, and so must an imprecise one of the reference.
        let alone = self.chain == SeriesStrategy::Reference
            && best.variance.iter().all(|&v| v.is_nan() || v < PRECISE * PRECISE);
        let witnessed = with.len() > 1 || alone || self.nearer(i, 2).is_none();
        self.sure[i] = match (clean, against.len()) {
            (0, _) => false,
            (_, 0) => witnessed || (self.failures[i].is_some() && self.chain == SeriesStrategy::Neighbour),
            (1, _) => with.len() > 1 && !contradicted,
            _ => around(best) > against.iter().map(|vote| weight(vote)).sum(),
        };
        let mut place = FramePlace { shift: best.shift, variance: best.total };
        let of = |vote: &Vote, k: usize| 1.0 / (vote.total[k] + 1e-9);
        let trusted: Vec<&Vote> = with.iter().copied().filter(|vote| vote.clean == best.clean).collect();
        if trusted.len() > 1 && trusted.iter().all(|vote| vote.total.iter().all(|v| v.is_finite())) {
            for k in 0..2 {
                let total = trusted.iter().map(|vote| of(vote, k)).sum::<f64>();
                place.shift[k] = trusted.iter().map(|vote| of(vote, k) * vote.shift[k]).sum::<f64>() / total;
                place.variance[k] = trusted.iter().map(|vote| vote.total[k]).fold(f64::INFINITY, f64::min);
            }
        }
        if !self.sure[i] {
            // The uncertainty is the distance between the votes.
            for vote in &against {
                for k in 0..2 {
                    place.variance[k] = place.variance[k].max((vote.shift[k] - place.shift[k]).powi(2));
                }
            }
        }
        self.places[i] = Some(place);
    }

    /// Warns of a frame without a place, or with a doubtful one.
    fn warn_of_doubts(&self, ctx: &Context, i: usize) {
        if self.sure[i] {
            return;
        }
        let Some(place) = self.places[i] else {
            if let Some(failure) = &self.failures[i] {
                ctx.warn_of(Warning::FrameFailed, format!("align_stack: {failure}"));
            } else {
                ctx.warn_of(Warning::FrameFailed, format!("align_stack: frame {i}: no frame that it could be laid on"));
            }
            return;
        };
        let says = |vote: &Vote| format!("({:.2}, {:.2}) on frame {}", vote.shift[0], vote.shift[1], vote.on);
        let apart = |vote: &&Vote| (0..2).any(|k| (vote.shift[k] - place.shift[k]).abs() > CLOSE);
        let said: Vec<String> = self.votes[i].iter().map(says).collect();
        if self.votes[i].iter().any(|vote| apart(&vote)) {
            ctx.warn_of(
                Warning::Ambiguous,
                format!(
                    "align_stack: frame {i}: what it is compared with does not say the same of its movement: {}; ({:.2}, {:.2}) is \
                     taken",
                    said.join(", "),
                    place.shift[0],
                    place.shift[1]
                ),
            );
        }
        // Those of the nearest comparison.
        let doubts = self.votes[i].first().map(|vote| (vote.on, &vote.doubts[..])).unwrap_or_default();
        for (kind, doubt) in doubts.1 {
            ctx.warn_of(*kind, format!("align_stack: frame {i} on frame {}: {doubt}", doubts.0));
        }
        if doubts.1.is_empty() && !self.votes[i].iter().any(|vote| apart(&vote)) {
            let on = doubts.0;
            ctx.warn_of(
                Warning::Uncertain,
                format!("align_stack: frame {i}: its movement rests on that of frame {on} alone, which may be wrong"),
            );
        }
    }
}
