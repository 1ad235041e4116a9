//! What is told of criteria, remembered: millions of records are told in few different sentences.
//!
//! What is told of a cell is the same wherever the cell comes again. Where a sentence follows from what was read alone, it is
//! remembered for other cells, too, and the evidence is their own.

use std::borrow::Cow;

use super::blind::Blind;
use super::{BoundFile, Job};
use crate::explain;
use crate::kinds::{Check, Kept, TestAccount};
use crate::plan::{Depends, Few, NONE, Planned};
use crate::reading::{Reading, Why};
use crate::records::{Row, Trouble};
use crate::score::Judged;
use crate::view::{Saying, Words};

/// How many readings of one criterion are remembered.
const READINGS: usize = 32;

/// What was told of criteria: of cells seen before, and of the record at hand.
#[derive(Default)]
pub(super) struct WordMemory {
    /// What is remembered of the cells of each file, by its number: of each criterion.
    files: Vec<Vec<Remembered>>,
    words: Words,
}

/// What is remembered of one criterion.
#[derive(Default)]
struct Remembered {
    /// Where it depends on one cell: by the number of that.
    one: Vec<Known>,
    /// Where it depends on a few: the phrase, by the number of these.
    few: Few<u32>,
    /// The sayings that follow from what was read.
    readings: Vec<(Reading, Option<Why>, u32)>,
}

/// What is remembered of a cell.
#[derive(Clone, Copy, Default)]
enum Known {
    /// Nothing.
    #[default]
    Nothing,
    /// A phrase, by its place.
    Phrase(u32),
    /// What is said, by its place, and which part of the cell the evidence is: less to fetch than evidence kept elsewhere.
    Part { saying: u32, start: u16, end: u16 },
}

impl Remembered {
    /// The place of the phrase that tells of a row whose cells have these numbers, if it is known.
    #[inline]
    fn get(&self, depends: &Depends, cells: &[u32], row: &Row<'_>, words: &mut Words) -> Option<u32> {
        let Depends::Cell { column, index } = depends else { return self.few.get(depends.key(cells)?) };
        match *self.one.get(*cells.get(*column)? as usize)? {
            Known::Nothing => None,
            Known::Phrase(phrase) => Some(phrase),
            Known::Part { saying, start, end } => {
                Some(words.phrase(saying, row.get(*index).get(usize::from(start)..usize::from(end))?))
            }
        }
    }

    /// Remembers the phrase for those cells, whose evidence was cut out of the one cell at this byte, if it was.
    fn put(&mut self, depends: &Depends, cells: &[u32], row: &Row<'_>, (phrase, at): (u32, usize), words: &mut Words) {
        /// Cells with a lower number came early, as most do that come often: all that is told of them is kept.
        const EARLY: usize = 256;
        let Depends::Cell { column, index } = depends else {
            let Some(key) = depends.key(cells) else { return };
            words.keep(phrase);
            return self.few.put(key, phrase);
        };
        let Some(number) = cells.get(*column).filter(|number| **number != NONE).map(|number| *number as usize) else {
            return;
        };
        let part = if number < EARLY { None } else { Known::part(words, phrase, row.get(*index), at) };
        self.one.resize(self.one.len().max(number + 1), Known::Nothing);
        self.one[number] = part.unwrap_or_else(|| {
            words.keep(phrase);
            Known::Phrase(phrase)
        });
    }

    /// The saying that follows from what was read.
    fn of_reading(&self, reading: Reading, doubt: Option<Why>) -> Option<u32> {
        let same = |(known, why, _): &&(Reading, Option<Why>, u32)| *known == reading && *why == doubt;
        self.readings.iter().find(same).map(|(.., saying)| *saying)
    }
}

impl Known {
    /// A phrase whose saying is kept, and whose evidence is a part of the cell, most often at this byte.
    fn part(words: &Words, phrase: u32, cell: &str, at: usize) -> Option<Self> {
        let (saying, evidence) = words.parts(phrase)?;
        let here = cell.get(at..).is_some_and(|rest| rest.starts_with(evidence));
        let mut places = cell.as_bytes().windows(evidence.len().max(1));
        let start = if here { at } else { places.position(|part| part == evidence.as_bytes())? };
        let number = |at: usize| u16::try_from(at).ok();
        Some(Self::Part { saying, start: number(start)?, end: number(start + evidence.len())? })
    }
}

impl WordMemory {
    /// Forgets what was told of earlier records.
    pub(super) fn forget(&mut self) {
        self.files.clear();
        self.words.forget();
    }

    /// What was told last.
    pub(super) const fn words(&self) -> &Words {
        &self.words
    }

    /// Tells of each criterion of a record whose cells have these numbers; none where these cannot be trusted.
    pub(super) fn tell(
        &mut self,
        job: &Job<'_>,
        blind: Option<&Blind>,
        file: &BoundFile,
        row: &Row<'_>,
        cells: &[u32],
        kept: &mut Kept,
    ) {
        let Self { files, words } = self;
        let criteria = &file.plan.criteria;
        if files.len() <= file.number {
            files.resize_with(file.number + 1, Vec::new);
        }
        let remembered = &mut files[file.number];
        remembered.resize_with(criteria.len(), Remembered::default);
        words.turn();
        let mut telling = Telling { job, blind, row, cells, kept, words };
        for (criterion, remembered) in criteria.iter().zip(remembered) {
            let known = remembered.get(&criterion.depends, cells, row, telling.words);
            let phrase = known.unwrap_or_else(|| telling.anew(criterion, remembered));
            telling.words.tell(phrase);
        }
    }
}

/// One record on its way to be told.
struct Telling<'a> {
    job: &'a Job<'a>,
    blind: Option<&'a Blind>,
    row: &'a Row<'a>,
    cells: &'a [u32],
    kept: &'a mut Kept,
    words: &'a mut Words,
}

impl Telling<'_> {
    /// What is told of one criterion, where it is not remembered; remembers it if it may come again.
    #[cold]
    fn anew(&mut self, criterion: &Planned, remembered: &mut Remembered) -> u32 {
        let known = self.of_known_reading(criterion, remembered);
        let told = known.unwrap_or_else(|| (self.of_account(criterion, remembered), 0));
        if self.words.has_room() {
            remembered.put(&criterion.depends, self.cells, self.row, told, self.words);
        }
        told.0
    }

    /// The same where the saying follows from what was read, and is known: much less work than an account. Answers at which
    /// byte of the cell the evidence begins, too, where it was cut out of it.
    fn of_known_reading(&mut self, criterion: &Planned, remembered: &Remembered) -> Option<(u32, usize)> {
        let Check::Leaf(leaf) = &criterion.check else { return None };
        if self.row.trouble.is_some() || remembered.readings.is_empty() {
            return None;
        }
        let said = leaf.said_of_cell(self.row, self.kept.of(leaf.number)).filter(|said| said.left.is_empty())?;
        let saying = remembered.of_reading(said.reading, said.doubt)?;
        let part = said.parts.first().map_or("", |part| part);
        let column = leaf.slots.first().and_then(|slot| slot.index);
        let cell = column.map_or("", |column| self.row.get(column));
        let part = match (self.blind, column) {
            (Some(blind), Some(_)) => blind.cut_part(cell, part),
            (Some(blind), None) => blind.cut(part),
            (None, _) => Cow::Borrowed(part),
        };
        let evidence = explain::evidence_of(&part);
        let at = (evidence.as_ptr() as usize).wrapping_sub(cell.as_ptr() as usize);
        Some((self.words.phrase(saying, &evidence), at))
    }

    /// The same by a criterion's account.
    fn of_account(&mut self, criterion: &Planned, remembered: &mut Remembered) -> u32 {
        let trouble = self.row.trouble;
        let mut account = criterion.check.account_again(self.row, self.kept);
        if let Some(blind) = self.blind {
            blind.cut_account(&criterion.check, self.row, trouble.is_some(), &mut account);
        }
        let follows = trouble.is_none() && explain::follows_from_reading(&account);
        let known = if follows { remembered.of_reading(account.reading, account.doubt) } else { None };
        let saying = known.unwrap_or_else(|| {
            let place = self.words.say(say(self.job, criterion, &account, trouble));
            if follows && remembered.readings.len() < READINGS {
                self.words.keep_saying(place);
                remembered.readings.push((account.reading, account.doubt, place));
            }
            place
        });
        self.words.phrase(saying, &explain::evidence(&account))
    }
}

/// What a criterion's account says.
fn say(job: &Job<'_>, criterion: &Planned, account: &TestAccount, trouble: Option<Trouble>) -> Saying {
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
        finding: judged.finding(),
        credit: judged.credit,
        weight: if judged.counts { criterion.weight } else { 0.0 },
        reason,
        unread: explain::unread(account).into_iter().map(str::to_owned).collect(),
    }
}
