//! What is told of criteria, remembered: millions of records are told in few different sentences.
//!
//! What is told of a cell is the same wherever the cell comes again. Where a sentence follows from what was read alone, it is
//! remembered for other cells, too, and the evidence is their own.

use std::borrow::Cow;
use std::collections::HashMap;

use super::blind::Blind;
use super::{Bound, Job};
use crate::explain;
use crate::kinds::{Account, Check, Kept};
use crate::plan::{Depends, Few, Planned};
use crate::reading::{Reading, Why};
use crate::records::{Row, Trouble};
use crate::score::Judged;
use crate::view::{Saying, Told};

/// Beyond so many bytes of what is remembered, no more is.
const MOST_BYTES: usize = 1 << 26;
/// How many readings of one criterion are remembered.
const READINGS: usize = 32;

/// What was told of criteria: of cells seen before, and of the record at hand.
#[derive(Default)]
pub(super) struct Words {
    /// What is remembered of the cells that each plan reads, by its number: of each criterion.
    plans: HashMap<usize, Vec<Memory>>,
    store: Store,
    /// What is told of each criterion of the record at hand.
    at_hand: Vec<Phrase>,
}

/// What was put into words, in the order in which it was.
#[derive(Default)]
struct Store {
    sayings: Vec<Saying>,
    /// Evidence, one after the other.
    text: String,
    /// How much of both is remembered; the rest is of the record at hand alone.
    kept: (usize, usize),
    /// How many bytes the reasons that are remembered have.
    reasons: usize,
    /// How many sayings have had a number. None is given twice.
    numbered: u32,
}

/// What is told of a criterion: a saying, and where its evidence is.
#[derive(Clone, Copy, Default)]
struct Phrase {
    saying: u32,
    start: u32,
    end: u32,
}

/// What is remembered of one criterion.
#[derive(Default)]
struct Memory {
    /// Where it depends on one cell: by the number of that, if it is known.
    one: Vec<Option<Phrase>>,
    /// Where it depends on a few: by the number of these.
    few: Few<Phrase>,
    /// The sayings that follow from what was read.
    readings: Vec<(Reading, Option<Why>, u32)>,
}

impl Memory {
    fn get(&self, depends: &Depends, cells: &[u32]) -> Option<Phrase> {
        match depends {
            Depends::Cell(column) => *self.one.get(*cells.get(*column)? as usize)?,
            few => self.few.get(few.key(cells)?),
        }
    }

    fn put(&mut self, depends: &Depends, cells: &[u32], phrase: Phrase) {
        match depends {
            Depends::Cell(column) => {
                let at = cells[*column] as usize;
                self.one.resize(self.one.len().max(at + 1), None);
                self.one[at] = Some(phrase);
            }
            few => few.key(cells).into_iter().for_each(|key| self.few.put(key, phrase)),
        }
    }

    /// The saying that follows from what was read.
    fn of_reading(&self, reading: Reading, doubt: Option<Why>) -> Option<u32> {
        let same = |(known, why, _): &&(Reading, Option<Why>, u32)| *known == reading && *why == doubt;
        self.readings.iter().find(same).map(|(.., saying)| *saying)
    }
}

impl Store {
    fn begin(&mut self) {
        self.sayings.truncate(self.kept.0);
        self.text.truncate(self.kept.1);
    }

    /// Whether there is room for more that is remembered.
    fn has_room(&self) -> bool {
        self.text.len() + self.reasons < MOST_BYTES
    }

    fn phrase(&mut self, saying: u32, evidence: &str) -> Phrase {
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let start = number(self.text.len());
        self.text.push_str(evidence);
        Phrase { saying, start, end: number(self.text.len()) }
    }

    /// Remembers the saying at this place from now on.
    fn keep(&mut self, saying: u32) {
        let at = saying as usize;
        if at >= self.kept.0 {
            self.kept.0 = at + 1;
            self.reasons += self.sayings[at].reason.len() + size_of::<Saying>();
            self.sayings[at].number = Some(self.numbered);
            self.numbered += 1;
        }
    }

    /// Remembers a phrase from now on.
    fn keep_phrase(&mut self, phrase: Phrase) {
        self.keep(phrase.saying);
        self.kept.1 = self.kept.1.max(phrase.end as usize);
    }

    fn told(&self, phrase: Phrase) -> Told<'_> {
        let Phrase { saying, start, end } = phrase;
        let evidence = self.text.get(start as usize..end as usize).unwrap_or_default();
        Told { saying: &self.sayings[saying as usize], evidence }
    }
}

impl Words {
    /// Forgets what was told of earlier records.
    pub fn forget(&mut self) {
        let numbered = self.store.numbered;
        *self = Self { store: Store { numbered, ..Store::default() }, ..Self::default() };
    }

    /// What is told of each criterion of a record whose cells have these numbers; none where these cannot be trusted.
    pub fn find(
        &mut self,
        job: &Job<'_>,
        blind: Option<&Blind>,
        file: &Bound,
        row: &Row<'_>,
        cells: &[u32],
        kept: &mut Kept,
    ) -> impl Iterator<Item = Told<'_>> {
        let Self { plans, store, at_hand } = self;
        let criteria = &file.plan.criteria;
        let memories = plans.entry(file.number).or_insert_with(|| criteria.iter().map(|_| Memory::default()).collect());
        store.begin();
        at_hand.clear();
        let mut telling = Telling { job, blind, row, cells, kept, store };
        at_hand.extend(criteria.iter().zip(memories).map(|(criterion, memory)| {
            let known = memory.get(&criterion.depends, cells);
            known.unwrap_or_else(|| telling.anew(criterion, memory))
        }));
        let store = &*store;
        at_hand.iter().map(|phrase| store.told(*phrase))
    }
}

/// One record on its way to be told.
struct Telling<'a> {
    job: &'a Job<'a>,
    blind: Option<&'a Blind>,
    row: &'a Row<'a>,
    cells: &'a [u32],
    kept: &'a mut Kept,
    store: &'a mut Store,
}

impl Telling<'_> {
    /// What is told of one criterion, where it is not remembered; remembers it if it may come again.
    #[cold]
    fn anew(&mut self, criterion: &Planned, memory: &mut Memory) -> Phrase {
        let phrase = self.of_known_reading(criterion, memory).unwrap_or_else(|| self.of_account(criterion, memory));
        let numbered = match &criterion.depends {
            Depends::Cell(column) => self.cells.get(*column).is_some_and(|number| *number != crate::plan::NONE),
            few => few.key(self.cells).is_some(),
        };
        if numbered && self.store.has_room() {
            self.store.keep_phrase(phrase);
            memory.put(&criterion.depends, self.cells, phrase);
        }
        phrase
    }

    /// The same where the saying follows from what was read, and is known: much less work than an account.
    fn of_known_reading(&mut self, criterion: &Planned, memory: &Memory) -> Option<Phrase> {
        let Check::Leaf(leaf) = &criterion.check else { return None };
        if self.row.trouble.is_some() || memory.readings.is_empty() {
            return None;
        }
        let said = leaf.said_of_cell(self.row, self.kept.of(leaf.number)).filter(|said| said.left.is_empty())?;
        let saying = memory.of_reading(said.reading, said.doubt)?;
        let part = said.parts.first().map_or("", |part| part);
        let column = leaf.slots.first().and_then(|slot| slot.index);
        let part = match (self.blind, column) {
            (Some(blind), Some(column)) => blind.cut_part(self.row.get(column), part),
            (Some(blind), None) => blind.cut(part),
            (None, _) => Cow::Borrowed(part),
        };
        Some(self.store.phrase(saying, &explain::evidence_of(&part)))
    }

    /// The same by a criterion's account.
    fn of_account(&mut self, criterion: &Planned, memory: &mut Memory) -> Phrase {
        let trouble = self.row.trouble;
        let mut account = criterion.check.account_again(self.row, self.kept);
        if let Some(blind) = self.blind {
            blind.cut_account(&criterion.check, self.row, trouble.is_some(), &mut account);
        }
        let follows = trouble.is_none() && explain::follows_from_reading(&account);
        let known = if follows { memory.of_reading(account.reading, account.doubt) } else { None };
        let saying = known.unwrap_or_else(|| {
            let place = u32::try_from(self.store.sayings.len()).unwrap_or(u32::MAX);
            self.store.sayings.push(say(self.job, criterion, &account, trouble));
            if follows && memory.readings.len() < READINGS {
                self.store.keep(place);
                memory.readings.push((account.reading, account.doubt, place));
            }
            place
        });
        self.store.phrase(saying, &explain::evidence(&account))
    }
}

/// What a criterion's account says.
fn say(job: &Job<'_>, criterion: &Planned, account: &Account, trouble: Option<Trouble>) -> Saying {
    let mut reason = String::new();
    let judged = match trouble {
        None => {
            let judged = criterion.count(account.outcome);
            explain::reason_into(&mut reason, job.lang, account, &judged, criterion.when_missing);
            judged
        }
        Some(trouble) => {
            reason.push_str(explain::untrusted(&trouble.say()).to(job.lang));
            Judged::UNKNOWN
        }
    };
    Saying {
        number: None,
        finding: judged.finding(),
        credit: judged.credit,
        weight: if judged.counts { criterion.weight } else { 0.0 },
        reason,
        unread: explain::unread(account).into_iter().map(str::to_owned).collect(),
    }
}
