//! Order, ties, and how far the unknowns could move each candidate: the only home of these rules.
//!
//! A candidate's whole standing fits one [`Key`]. A place on the list is a status and a score, as one number that is
//! smaller the further ahead it is; every candidate has the place that is proven, the best one and the worst one.

use crate::score::{Score, Standing, Status};

/// A standing as one number: smaller is ahead, equal is tied. The order of status, then score, then possible score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(u64);

/// A status and a score as one number: smaller is ahead.
type StandingBits = u32;

/// Scores go to 100 × 10⁶, which is under 2²⁷.
const BITS: u32 = 27;
const TOP: u32 = 100_000_000;

fn place(status: Status, score: Score) -> StandingBits {
    (status as u32) << BITS | (TOP - score.steps())
}

impl From<Standing> for Key {
    fn from(standing: Standing) -> Self {
        let place = place(standing.status, standing.score);
        Self(u64::from(place) << BITS | u64::from(TOP - standing.score_max.steps()))
    }
}

impl Key {
    /// Ahead of everybody.
    pub const FIRST: Self = Self(0);
    /// Behind everybody who is eligible.
    pub const FIRST_IN_REVIEW: Self = Self((Status::Review as u64) << (2 * BITS));

    /// The key as a number, to be kept in a file.
    #[must_use]
    pub const fn to_bits(self) -> u64 {
        self.0
    }

    /// The key that [`Key::to_bits`] gave.
    #[must_use]
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// The standing that the key was made from.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "each part is masked to 27 bits first")]
    pub fn standing(self) -> Standing {
        let part = |shift: u32| Score::from_steps(TOP - ((self.0 >> shift) as u32 & ((1 << BITS) - 1)));
        Standing {
            status: Status::ALL[((self.0 >> (2 * BITS)) as usize).min(2)],
            score: part(BITS),
            score_max: part(0),
        }
    }

    /// Where the candidate would stand if everything unknown went well: a candidate in review becomes eligible.
    fn best(self) -> StandingBits {
        let Standing { status, score_max, .. } = self.standing();
        place(if status == Status::Review { Status::Eligible } else { status }, score_max)
    }

    /// Where the candidate would stand if everything unknown went badly: a candidate in review becomes not eligible.
    fn worst(self) -> StandingBits {
        let Standing { status, score, .. } = self.standing();
        place(if status == Status::Review { Status::NotEligible } else { status }, score)
    }
}

/// A candidate's three ranks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranks {
    /// By what is proven.
    pub rank: u64,
    /// If all that is unknown goes well for this candidate and badly for the others.
    pub best: u64,
    /// If all that is unknown goes badly for this candidate and well for the others.
    pub worst: u64,
}

/// Tells the ranks of candidates among all of them.
#[derive(Default)]
pub struct Ranking {
    proven: AheadOf<Key>,
    best: AheadOf<StandingBits>,
    worst: AheadOf<StandingBits>,
}

impl Ranking {
    /// For any of these candidates. Time grows as n log n, memory is 16 bytes a candidate, and 2 more while they are sorted.
    #[must_use]
    pub fn of_all(mut keys: Vec<Key>) -> Self {
        keys.sort_unstable();
        // In the order of the keys, each status has its worst places in order: these are merged rather than sorted.
        let mut worst: Vec<StandingBits> = keys.iter().map(|key| key.worst()).collect();
        worst.sort();
        let mut best: Vec<StandingBits> = keys.iter().map(|key| key.best()).collect();
        best.sort_unstable();
        // How many are ahead of a best place is told by the worst places of the others, and the other way round.
        Self { proven: AheadOf::All(keys), best: AheadOf::All(worst), worst: AheadOf::All(best) }
    }

    /// For the candidates in `shown` alone, which are among `all`. Time grows as n × log shown, memory with `shown`.
    ///
    /// # Errors
    /// The first error among `all`, which may come from a file.
    pub fn of_few<E>(all: impl Iterator<Item = Result<Key, E>>, shown: &[Key]) -> Result<Self, E> {
        let mut ranking = Self {
            proven: AheadOf::of_few(shown.iter().copied()),
            best: AheadOf::of_few(shown.iter().map(|key| key.best())),
            worst: AheadOf::of_few(shown.iter().map(|key| key.worst())),
        };
        for key in all {
            let key = key?;
            ranking.proven.count(key);
            ranking.best.count(key.worst());
            ranking.worst.count(key.best());
        }
        ranking.proven.add_up();
        ranking.best.add_up();
        ranking.worst.add_up();
        Ok(ranking)
    }

    /// The standing of every candidate, the first one first; of nobody where it tells the ranks of a few.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        match &self.proven {
            AheadOf::All(keys) => keys,
            AheadOf::Few(..) => &[],
        }
    }

    /// The rank that the candidate with the standing `own` would have with another one; nothing where it is not known
    /// where everybody stands.
    #[must_use]
    pub fn rank_after(&self, own: Key, after: Key) -> Option<u64> {
        let keys = self.keys();
        let ahead = keys.partition_point(|key| *key < after) as u64;
        (!keys.is_empty()).then(|| 1 + ahead - u64::from(own < after))
    }

    /// The ranks of a candidate with this standing. Who is asked for next is often near, and found from there.
    #[must_use]
    pub fn ranks(&self, key: Key, near: &mut Near) -> Ranks {
        Ranks {
            rank: 1 + self.proven.ahead_of(key, &mut near.proven),
            best: 1 + self.best.ahead_of(key.best(), &mut near.best),
            // A candidate's own best place may be ahead of its own worst one, and is no other candidate.
            worst: 1 + self.worst.ahead_of(key.worst(), &mut near.worst) - u64::from(key.best() < key.worst()),
        }
    }
}

/// Where the candidate asked for last was found.
#[derive(Clone, Copy, Debug, Default)]
pub struct Near {
    proven: usize,
    best: usize,
    worst: usize,
}

/// Knows how many values are strictly ahead of another.
enum AheadOf<T> {
    /// All values, sorted.
    All(Vec<T>),
    /// A few values, sorted, each once, with how many of all are ahead of each; until they are added up, how many lie
    /// between the one before and this one.
    Few(Vec<T>, Vec<u64>),
}

impl<T> Default for AheadOf<T> {
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

impl<T: Ord + Copy> AheadOf<T> {
    fn of_few(values: impl Iterator<Item = T>) -> Self {
        let mut few: Vec<T> = values.collect();
        few.sort_unstable();
        few.dedup();
        let counts = vec![0; few.len() + 1];
        Self::Few(few, counts)
    }

    fn count(&mut self, value: T) {
        if let Self::Few(few, counts) = self {
            // Most values of a long list are behind the few that are shown.
            let behind = match few.last() {
                Some(last) if value >= *last => few.len(),
                _ => few.partition_point(|known| *known <= value),
            };
            counts[behind] += 1;
        }
    }

    fn add_up(&mut self) {
        if let Self::Few(_, counts) = self {
            let mut sum = 0;
            for count in counts {
                sum += *count;
                *count = sum;
            }
        }
    }

    fn ahead_of(&self, value: T, near: &mut usize) -> u64 {
        match self {
            Self::All(all) => {
                *near = first_from(all, *near, |known| *known < value);
                *near as u64
            }
            Self::Few(few, counts) => few.binary_search(&value).map_or(0, |at| counts[at]),
        }
    }
}

/// The first of some sorted values that is not `ahead`, looked for in steps that double from one place on.
fn first_from<T>(all: &[T], near: usize, ahead: impl Fn(&T) -> bool) -> usize {
    let (mut from, mut to) = (near.min(all.len()), near.min(all.len()));
    let mut step = 1;
    while from > 0 && !ahead(&all[from - 1]) {
        (to, from) = (from - 1, from.saturating_sub(step));
        step *= 2;
    }
    while to < all.len() && ahead(&all[to]) {
        (from, to) = (to + 1, all.len().min(to + step));
        step *= 2;
    }
    from = from.min(to);
    from + all[from..to].partition_point(ahead)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn standing() -> impl Strategy<Value = Standing> {
        // Few distinct scores, so that ties happen.
        (0..3usize, 0..12u32, 0..6u32).prop_map(|(status, low, more)| Standing {
            status: Status::ALL[status],
            score: Score::from_steps(low * 8_000_000),
            score_max: Score::from_steps(((low + more) * 8_000_000).min(TOP)),
        })
    }

    proptest! {
        #[test]
        fn the_first_is_found_from_anywhere(mut all in prop::collection::vec(0..20_u32, 0..40), value in 0..22_u32, near in 0..50_usize) {
            all.sort_unstable();
            prop_assert_eq!(first_from(&all, near, |known| *known < value), all.partition_point(|known| *known < value));
        }

        #[test]
        fn a_key_keeps_the_standing(standing in standing()) {
            let key = Key::from(standing);
            prop_assert_eq!(key.standing(), standing);
            prop_assert_eq!(Key::from_bits(key.to_bits()), key);
            prop_assert!(Key::FIRST <= key && (key < Key::FIRST_IN_REVIEW) == (standing.status == Status::Eligible));
        }

        /// With another standing, whoever of the others is ahead of that is ahead; ties share a rank.
        #[test]
        fn the_rank_after_a_change_counts_the_others(standings in prop::collection::vec(standing(), 1..30), after in standing()) {
            let keys: Vec<Key> = standings.into_iter().map(Key::from).collect();
            let after = Key::from(after);
            let all = Ranking::of_all(keys.clone());
            prop_assert!(all.keys().is_sorted() && all.keys().len() == keys.len());
            for (own, key) in keys.iter().enumerate() {
                // What changes nothing is a change as well.
                for after in [after, *key] {
                    let others = keys.iter().enumerate().filter(|(other, key)| *other != own && **key < after).count();
                    prop_assert_eq!(all.rank_after(*key, after), Some(1 + others as u64));
                }
            }
            // Where everybody stands is not kept where a few are asked about.
            let few = Ranking::of_few(keys.iter().map(|key| Ok::<_, ()>(*key)), &keys[..1]).unwrap();
            prop_assert_eq!((few.keys(), few.rank_after(keys[0], after)), (&[][..], None));
        }

        /// The definition, word for word, in O(n²).
        #[test]
        fn ranks_follow_their_definition(standings in prop::collection::vec(standing(), 1..40)) {
            let keys: Vec<Key> = standings.iter().map(|s| Key::from(*s)).collect();
            let mut near = Near::default();
            let few = Ranking::of_few(keys.iter().map(|key| Ok::<_, ()>(*key)), &keys).unwrap();
            let all = Ranking::of_all(keys.clone());
            let ranks: Vec<Ranks> = keys.iter().map(|key| few.ranks(*key, &mut Near::default())).collect();
            prop_assert_eq!(&ranks, &keys.iter().map(|key| all.ranks(*key, &mut near)).collect::<Vec<_>>());
            let ahead = |a: (Status, Score), b: (Status, Score)| a.0 < b.0 || (a.0 == b.0 && a.1 > b.1);
            let well = |s: &Standing| (if s.status == Status::Review { Status::Eligible } else { s.status }, s.score_max);
            let badly = |s: &Standing| (if s.status == Status::Review { Status::NotEligible } else { s.status }, s.score);
            for (i, mine) in standings.iter().enumerate() {
                let others = || standings.iter().enumerate().filter(move |(j, _)| *j != i).map(|(_, s)| s);
                let proven = others()
                    .filter(|s| {
                        ahead((s.status, s.score), (mine.status, mine.score))
                            || (s.status == mine.status && s.score == mine.score && s.score_max > mine.score_max)
                    })
                    .count();
                let best = others().filter(|s| ahead(badly(s), well(mine))).count();
                let worst = others().filter(|s| ahead(well(s), badly(mine))).count();
                prop_assert_eq!(ranks[i], Ranks {
                    rank: 1 + proven as u64,
                    best: 1 + best as u64,
                    worst: 1 + worst as u64,
                });
                prop_assert!(ranks[i].best <= ranks[i].rank && ranks[i].rank <= ranks[i].worst);
            }
        }
    }
}
