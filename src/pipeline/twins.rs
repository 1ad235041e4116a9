//! Ids that come twice, and persons who do: both records are kept, and both are told.

use std::hash::{BuildHasher, Hash};
use std::io;

use foldhash::quality::FixedState;
use hashbrown::HashTable;

use crate::fold::{fold_into, trimmed};
use crate::records::packed;
use crate::spill::{Merged, Pool, Runs, SortKey};

/// A record's place: its file's number and its row as a spreadsheet counts it ([`crate::records::Row::number`]), as one
/// number in the order of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Spot(u64);

/// Rows count to 2⁴⁸.
const ROW_BITS: u32 = 48;

impl Spot {
    /// No more files can be told apart.
    pub const FILES: usize = 1 << (u64::BITS - ROW_BITS);

    /// The spot of a row in a file.
    #[must_use]
    pub fn new(file: usize, row: u64) -> Self {
        Self((file as u64) << ROW_BITS | row & ((1 << ROW_BITS) - 1))
    }

    /// The file's number.
    #[must_use]
    pub fn file(self) -> usize {
        (self.0 >> ROW_BITS) as usize
    }

    /// The row, counted from 1.
    #[must_use]
    pub fn row(self) -> u64 {
        self.0 & ((1 << ROW_BITS) - 1)
    }
}

/// Who has been seen where; each thread keeps its own.
#[derive(Default)]
pub struct Sightings {
    ids: Pool,
    persons: Pool,
    folded: String,
    joined: String,
}

/// Hashes of 64 bits: among ten million ids, two different ones share a hash once in some 370,000 runs, and what they
/// share is told as a doubt to look into, never judged by.
fn hash<T: Hash + ?Sized>(what: &T) -> u64 {
    FixedState::with_seed(0).hash_one(what)
}

impl Sightings {
    /// Notes a record: its id, and who it is by e-mail, or by name and date of birth. What is empty is not compared.
    ///
    /// # Errors
    /// A temporary file that cannot be written.
    pub fn see(&mut self, spot: Spot, id: &str, email: &str, name: &str, born: &str) -> io::Result<()> {
        let id = trimmed(id);
        if !id.is_empty() {
            self.ids.push((hash(id), spot.0))?;
        }
        let email = trimmed(email);
        if memchr::memchr(b'@', email.as_bytes()).is_some() {
            fold_into(email, &mut self.folded);
            self.persons.push((hash(&self.folded), spot.0))?;
        }
        if !trimmed(born).is_empty() && !trimmed(name).is_empty() {
            fold_into(name, &mut self.joined);
            self.joined.push('\n');
            fold_into(born, &mut self.folded);
            self.joined.push_str(&self.folded);
            self.persons.push((hash(&self.joined), spot.0))?;
        }
        Ok(())
    }
}

/// What makes two records twins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bond {
    /// They have the same id.
    Id,
    /// They have the same e-mail, or the same name and date of birth.
    Person,
}

impl Bond {
    /// No record is in more groups: by its id, by its e-mail, and by its name and date of birth.
    pub const MOST: usize = 3;
}

/// Records that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TwinGroup<'a> {
    /// Where they are, in order: all of them, or the first few.
    pub spots: &'a [Spot],
    /// How many there are.
    pub count: usize,
    /// What they share.
    pub bond: Bond,
}

/// A record that has a twin.
#[derive(Clone, Copy, Debug)]
pub struct Sought<'a> {
    /// The first group that it is in.
    group: TwinGroup<'a>,
    /// Where the groups of the record begin.
    first: usize,
}

/// How many places of a group are kept where not all are: one more than are named.
const FEW: usize = 6;

/// Groups come in the order of their first records; then ids before persons, small before large, and in the order of
/// their second records.
fn order(bond: Bond, spots: &[Spot], count: usize) -> SortKey {
    let (count, second) = (count.min(0x7fff) as u64, spots[1].0 - spots[0].0);
    (spots[0].0, (bond as u64) << 63 | count << ROW_BITS | second.min((1 << ROW_BITS) - 1))
}

/// Hands over the records that share an id, then those that share who they are; of each group the first `most`, in order,
/// and how many there are.
fn each_group(
    seen: Vec<Sightings>,
    most: usize,
    mut each: impl FnMut(Bond, &[Spot], usize) -> io::Result<()>,
) -> io::Result<()> {
    let (ids, persons): (Vec<Pool>, Vec<Pool>) = seen.into_iter().map(|seen| (seen.ids, seen.persons)).unzip();
    let mut spots: Vec<Spot> = Vec::new();
    for (bond, pools) in [(Bond::Id, ids), (Bond::Person, persons)] {
        Pool::repeated(pools, most, |marks, count| {
            spots.clear();
            spots.extend(marks.iter().copied().map(Spot));
            spots.dedup();
            let count = count - (marks.len() - spots.len());
            if spots.len() > 1 { each(bond, &spots, count) } else { Ok(()) }
        })?;
    }
    Ok(())
}

/// All records that have a twin, in few bytes, since there may be very many.
#[derive(Debug, Default)]
pub struct Twins {
    /// The records of each group, one group after the other.
    spots: Vec<Spot>,
    /// What each group shares, where its records end, and how many it has; in the order of the first records.
    groups: Vec<(Bond, usize, usize)>,
    /// How many groups there are, known here or not.
    count: usize,
    /// The groups that a record is in, in the order of the records.
    by_spot: Vec<(Spot, usize)>,
    /// Where the groups of each record begin there.
    first: HashTable<u32>,
    /// Two bits in one word for each of them: most records have no twin, and that is seen here without a wait.
    any: Vec<u64>,
}

/// The bits of a hash, and in which of so many words they are.
fn bits(hash: u64, words: usize) -> (usize, u64) {
    ((hash >> 32) as usize % words, 1 << (hash & 63) | 1 << (hash >> 6 & 63))
}

impl Twins {
    /// Compares all that was seen on all threads.
    ///
    /// # Errors
    /// A temporary file that cannot be read.
    pub fn find(seen: Vec<Sightings>) -> io::Result<Self> {
        let mut found = Self::default();
        each_group(seen, usize::MAX, |bond, spots, count| {
            found.add(bond, spots, count);
            Ok(())
        })?;
        Ok(found.sorted())
    }

    /// The same in memory that does not grow with the records: of the first `most` groups no more than a few places, and
    /// no record can be sought.
    ///
    /// # Errors
    /// A temporary file that cannot be written or read.
    pub fn first(seen: Vec<Sightings>, most: usize) -> io::Result<Self> {
        let mut runs = Runs::default();
        each_group(seen, FEW, |bond, spots, count| {
            runs.push(order(bond, spots, count), |out| {
                packed::put(bond as u64, out);
                packed::put(count as u64, out);
                spots.iter().for_each(|spot| packed::put(spot.0, out));
            })
        })?;
        let mut merged = Merged::new(vec![runs])?;
        let mut found = Self::default();
        let (mut before, mut record) = (Vec::new(), Vec::new());
        while merged.next(&mut record)?.is_some() {
            // What two ways tell of the same records is told once.
            if record != before {
                found.count += 1;
                if found.groups.len() < most {
                    found.add_record(&record).ok_or(io::ErrorKind::InvalidData)?;
                }
            }
            before = std::mem::take(&mut record);
        }
        Ok(found)
    }

    /// Adds a group that waited in a file.
    fn add_record(&mut self, mut from: &[u8]) -> Option<()> {
        let mut number = || packed::take(&mut from);
        let bond = if number()? == Bond::Id as u64 { Bond::Id } else { Bond::Person };
        let count = usize::try_from(number()?).ok()?;
        let spots: Vec<Spot> = std::iter::from_fn(number).map(Spot).collect();
        self.add(bond, &spots, count);
        Some(())
    }

    fn add(&mut self, bond: Bond, spots: &[Spot], count: usize) {
        self.spots.extend_from_slice(spots);
        self.groups.push((bond, self.spots.len(), count));
    }

    /// The same in the order of the first records; what two ways tell of the same records is told once.
    fn sorted(self) -> Self {
        let spots = |at: usize| self.group(at).spots;
        let ordered = |at: usize| (order(self.group(at).bond, spots(at), spots(at).len()), at);
        let mut all: Vec<(SortKey, usize)> = (0..self.groups.len()).map(ordered).collect();
        all.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| spots(a.1).cmp(spots(b.1))));
        all.dedup_by(|a, b| a.0 == b.0 && spots(a.1) == spots(b.1));
        let mut sorted = Self::default();
        for (_, at) in all {
            let TwinGroup { bond, spots, .. } = self.group(at);
            sorted.by_spot.extend(spots.iter().map(|spot| (*spot, sorted.groups.len())));
            sorted.add(bond, spots, spots.len());
        }
        sorted.count = sorted.groups.len();
        sorted.by_spot.sort_unstable();
        let Self { by_spot, first, any, .. } = &mut sorted;
        // Sixteen bits for each or more, of which at most two are set.
        *any = vec![0; (by_spot.len() / 4).next_power_of_two()];
        let hash_at = |at: &u32| hash(&by_spot[*at as usize].0);
        first.reserve(by_spot.len(), hash_at);
        let mut at = 0;
        for groups in by_spot.chunk_by(|(a, _), (b, _)| a == b) {
            // Of four thousand million twins, the last are told in the foot alone.
            let Ok(number) = u32::try_from(at) else { break };
            let own = hash(&groups[0].0);
            first.insert_unique(own, number, hash_at);
            let (word, bits) = bits(own, any.len());
            any[word] |= bits;
            at += groups.len();
        }
        sorted
    }

    fn group(&self, at: usize) -> TwinGroup<'_> {
        let from = at.checked_sub(1).map_or(0, |before| self.groups[before].1);
        let (bond, to, count) = self.groups[at];
        TwinGroup { bond, spots: &self.spots[from..to], count }
    }

    /// How many groups there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.count
    }

    /// Every group that is known here, in the order of the first records.
    pub fn groups(&self) -> impl Iterator<Item = TwinGroup<'_>> {
        (0..self.groups.len()).map(|at| self.group(at))
    }

    /// Which of these records have a twin: what [`Self::of`] wants to know. Each step is done for all of them before the
    /// next, so that the waits for large tables overlap.
    #[must_use]
    pub fn seek(&self, spots: impl Iterator<Item = Spot>) -> Vec<(usize, Sought<'_>)> {
        if self.any.is_empty() {
            return Vec::new();
        }
        let any = spots.enumerate().map(|(at, spot)| (at, spot, hash(&spot))).filter(|(.., hash)| {
            let (word, bits) = bits(*hash, self.any.len());
            self.any[word] & bits == bits
        });
        let any: Vec<(usize, Spot, u64)> = any.collect();
        let first = any.into_iter().filter_map(|(at, spot, hash)| {
            let first = self.first.find(hash, |first| self.by_spot[*first as usize].0 == spot)?;
            Some((at, *first as usize))
        });
        let first: Vec<(usize, usize)> = first.collect();
        let sought = |first: usize| Sought { group: self.group(self.by_spot[first].1), first };
        first.into_iter().map(|(at, first)| (at, sought(first))).collect()
    }

    /// The groups that a record is in.
    pub fn of<'a>(&'a self, sought: Option<Sought<'a>>) -> impl Iterator<Item = TwinGroup<'a>> {
        sought.into_iter().flat_map(move |Sought { group, first }| {
            let same = move |(spot, _): &&(Spot, usize)| *spot == self.by_spot[first].0;
            let more = self.by_spot[first + 1..].iter().take_while(same);
            std::iter::once(group).chain(more.map(move |(_, at)| self.group(*at)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twins_are_found() {
        let mut one = Sightings::default();
        let mut two = Sightings::default();
        one.see(Spot::new(0, 2), "A1", "ada@example.org", "Ada Fictive", "").unwrap();
        two.see(Spot::new(0, 3), "A2", "", "Zoé Exemple", "1990-01-02").unwrap();
        one.see(Spot::new(0, 4), " A1 ", "n/a", "", "").unwrap();
        two.see(Spot::new(1, 2), "B1", "ADA@example.org ", "Ada Fictive", "1990-01-02").unwrap();
        two.see(Spot::new(1, 3), "", "", "ZOE  EXEMPLE", "1990-01-02").unwrap();
        one.see(Spot::new(1, 4), "", "", "Zoe Exemple", "1990-01-03").unwrap();
        let twins = Twins::find(vec![one, two]).unwrap();
        let group =
            |bond: Bond, spots: [(usize, u64); 2]| (bond, spots.map(|(file, line)| Spot::new(file, line)).to_vec());
        assert_eq!(
            twins.groups().map(|group| (group.bond, group.spots.to_vec())).collect::<Vec<_>>(),
            [
                group(Bond::Id, [(0, 2), (0, 4)]),
                group(Bond::Person, [(0, 2), (1, 2)]),
                group(Bond::Person, [(0, 3), (1, 3)]),
            ]
        );
        let sought = twins.seek([Spot::new(1, 4), Spot::new(0, 2), Spot::new(0, 9)].into_iter());
        assert_eq!(
            sought.iter().map(|(at, sought)| (*at, twins.of(Some(*sought)).count())).collect::<Vec<_>>(),
            [(1, 2)]
        );
        assert_eq!(twins.of(None).count(), 0);
    }

    #[test]
    fn the_first_groups_are_the_same_in_little_memory() {
        let seen = || {
            let mut all = [Sightings::default(), Sightings::default()];
            for n in 0..5000_u64 {
                let (id, person) = (n % 700, n / 9);
                let email = if n % 5 == 0 { String::new() } else { format!("p{person}@example.org") };
                let seen = &mut all[usize::from(n % 3 == 0)];
                let born = if n % 2 == 0 { "1990-01-01" } else { "" };
                seen.see(Spot::new(0, n), &id.to_string(), &email, &format!("Person {person}"), born).unwrap();
            }
            Vec::from(all)
        };
        let all = Twins::find(seen()).unwrap();
        for most in [0, 3, usize::MAX] {
            let few = Twins::first(seen(), most).unwrap();
            assert_eq!(few.count(), all.count());
            assert_eq!(few.groups().count(), most.min(all.count()));
            for (few, all) in few.groups().zip(all.groups()) {
                assert_eq!((few.bond, few.count), (all.bond, all.count));
                assert_eq!(few.spots, &all.spots[..all.count.min(FEW)]);
            }
        }
    }
}
