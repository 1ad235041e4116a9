//! Ids that come twice, and persons who do: both records are kept, and both are told.

use std::collections::HashMap;
use std::hash::BuildHasher;
use std::io;

use foldhash::quality::FixedState;

use crate::spill::Pool;
use crate::text::fold_into;

/// A record's place: its file's number and its line, as one number in the order of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Spot(u64);

/// Lines count to 2⁴⁸, files to 2¹⁶.
const LINE_BITS: u32 = 48;

impl Spot {
    /// The spot of a line in a file.
    #[must_use]
    pub fn new(file: usize, line: u64) -> Self {
        Self((file as u64) << LINE_BITS | line & ((1 << LINE_BITS) - 1))
    }

    /// The file's number.
    #[must_use]
    pub fn file(self) -> usize {
        (self.0 >> LINE_BITS) as usize
    }

    /// The line, counted from 1.
    #[must_use]
    pub fn line(self) -> u64 {
        self.0 & ((1 << LINE_BITS) - 1)
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
fn hash(text: &str) -> u64 {
    FixedState::with_seed(0).hash_one(text)
}

impl Sightings {
    /// Notes a record: its id, and who it is by e-mail, or by name and date of birth. What is empty is not compared.
    ///
    /// # Errors
    /// A temporary file that cannot be written.
    pub fn see(&mut self, spot: Spot, id: &str, email: &str, name: &str, born: &str) -> io::Result<()> {
        let id = id.trim();
        if !id.is_empty() {
            self.ids.push((hash(id), spot.0))?;
        }
        let email = email.trim();
        if email.contains('@') {
            fold_into(email, &mut self.folded);
            self.persons.push((hash(&self.folded), spot.0))?;
        }
        if !name.trim().is_empty() && !born.trim().is_empty() {
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

/// Records that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they share.
    pub bond: Bond,
    /// Where they are, in order.
    pub spots: Vec<Spot>,
}

/// All records that have a twin.
#[derive(Debug, Default)]
pub struct Twins {
    /// In the order of their first record.
    pub groups: Vec<Group>,
    by_spot: HashMap<Spot, Vec<usize>>,
}

impl Twins {
    /// Compares all that was seen on all threads.
    ///
    /// # Errors
    /// A temporary file that cannot be read.
    pub fn find(seen: impl IntoIterator<Item = Sightings>) -> io::Result<Self> {
        let (ids, persons): (Vec<Pool>, Vec<Pool>) = seen.into_iter().map(|seen| (seen.ids, seen.persons)).unzip();
        let mut groups = Vec::new();
        for (bond, pools) in [(Bond::Id, ids), (Bond::Person, persons)] {
            for (_, marks) in Pool::repeated(pools)? {
                let mut spots: Vec<Spot> = marks.into_iter().map(Spot).collect();
                spots.dedup();
                if spots.len() > 1 {
                    groups.push(Group { bond, spots });
                }
            }
        }
        groups.sort_unstable_by(|a, b| (a.spots[0], a.bond, &a.spots).cmp(&(b.spots[0], b.bond, &b.spots)));
        groups.dedup();
        let mut by_spot: HashMap<Spot, Vec<usize>> = HashMap::new();
        for (at, group) in groups.iter().enumerate() {
            for spot in &group.spots {
                by_spot.entry(*spot).or_default().push(at);
            }
        }
        Ok(Self { groups, by_spot })
    }

    /// The groups that the record at this spot is in.
    pub fn of(&self, spot: Spot) -> impl Iterator<Item = &Group> {
        self.by_spot.get(&spot).into_iter().flatten().map(|at| &self.groups[*at])
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
        let twins = Twins::find([one, two]).unwrap();
        let group = |bond, spots: [(usize, u64); 2]| Group {
            bond,
            spots: spots.iter().map(|(file, line)| Spot::new(*file, *line)).collect(),
        };
        assert_eq!(
            twins.groups,
            [
                group(Bond::Id, [(0, 2), (0, 4)]),
                group(Bond::Person, [(0, 2), (1, 2)]),
                group(Bond::Person, [(0, 3), (1, 3)]),
            ]
        );
        assert_eq!(twins.of(Spot::new(0, 2)).count(), 2);
        assert_eq!(twins.of(Spot::new(1, 4)).count(), 0);
    }
}
