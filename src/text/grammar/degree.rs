//! Degrees: levels, fields, and whether they are finished.
//!
//! A cell is one entry or several, each a degree: its level, its field, schools, places and times. What belongs to which
//! follows from the marks between them. A word that has no place in an entry leaves that entry open, and all that stand
//! with it between two strong marks.

mod entry;
mod field;
mod graduation;
mod level;
mod reader;
mod study;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

pub(crate) use self::entry::NamedDegree;
pub(crate) use self::field::{FieldList, StudyField};
use self::reader::DegreeReader;
use super::habit::habits;
use super::{Heard, Left};
use crate::formats::Formats;
use crate::lexed::{Lexed, is};
use crate::lexicon::{Sections, Sense, Slot, Study, sections};
use crate::reading::{Range, Reading};
use crate::tokens::{Case, TokenKind};

/// What a cell of degrees is made of.
pub(crate) const SECTIONS: Sections = sections!(
    Degree; Degrees UnderWay Subjects Studies Nothing Missing Negations Answers Numbers Ordinals OrdinalEndings
    Fractions Units Months Weekdays Seasons BoundsBefore BoundsAfter Joints Edges Places Slots Roles
);

/// What a cell says of degrees.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Degrees {
    /// Each way to read it, with the degrees that it names so; a way that finds nothing is empty.
    pub ways: Vec<Vec<NamedDegree>>,
    /// The words that were not understood.
    pub left: Vec<String>,
}

/// Reads a cell of degrees. A cell that names only a field says a degree of any level in it.
pub(crate) fn read(cell: &str, fields: &FieldList, formats: &Formats, as_of: NaiveDate) -> Degrees {
    let mut found = Degrees { ways: Vec::new(), left: Vec::new() };
    let Some(lexed) = Lexed::new(cell, &formats.lexicon, SECTIONS) else {
        return Degrees { ways: vec![Vec::new()], ..found };
    };
    let (sure, may) = levels(&lexed);
    let both = [&may, &sure];
    let levels = if sure == may { &both[..1] } else { &both[..] };
    for habit in habits(&lexed, formats.dates, as_of) {
        for levels in levels {
            let mut reader = DegreeReader::new(&lexed, fields, habit, levels);
            let way = reader.cell();
            if found.left.is_empty() {
                found.left = reader.left.words(&lexed);
            }
            if !found.ways.contains(&way) {
                found.ways.push(way);
            }
        }
    }
    found
}

/// Reads the cell of a field's own column: the field of a degree, whether it is finished, when it ends, and its level where
/// the cell repeats it ("Master 2 droit public"); and the words that were not understood.
pub(crate) fn field(cell: &str, fields: &FieldList, formats: &Formats, as_of: NaiveDate) -> (NamedDegree, Vec<String>) {
    let Some(lexed) = Lexed::new(cell, &formats.lexicon, SECTIONS) else { return (NamedDegree::ANY, Vec::new()) };
    let levels = vec![false; lexed.len()];
    let mut ways = habits(&lexed, formats.dates, as_of).into_iter().map(|habit| {
        let mut reader = DegreeReader::new(&lexed, fields, habit, &levels);
        (reader.column(), reader.left.words(&lexed))
    });
    let first = ways.next().unwrap_or((NamedDegree::ANY, Vec::new()));
    // Of two orders of a date, the later one leaves more open.
    let (field, left) = ways.fold(first, |first, second| if second.0.ends > first.0.ends { second } else { first });
    let degrees = read(cell, fields, formats, as_of);
    match one_degree(&degrees) {
        Some(degree) => (degree, Vec::new()),
        // Which of them the level's own column means is not told.
        None if has_several(&degrees) => (NamedDegree { open: true, ..field }, vec![cell.to_owned()]),
        None => (field, left),
    }
}

/// Whether a cell names several degrees of which neither the level nor the field is one: "MA History; LLB".
fn has_several(degrees: &Degrees) -> bool {
    degrees.ways.iter().any(|way| {
        let mut levelled = way.iter().filter(|degree| degree.level.low > 0.0);
        let first = levelled.next();
        let other = |first: &NamedDegree, degree: &NamedDegree| {
            first.field != degree.field && first.level.both(degree.level).is_none()
        };
        levelled.any(|degree| first.is_some_and(|first| other(first, degree)))
    })
}

/// The one degree that a cell names in any way to read it, with all its words, where it is one for certain.
fn one_degree(degrees: &Degrees) -> Option<NamedDegree> {
    let mut ways = degrees.ways.iter().filter(|_| degrees.left.is_empty());
    let Some([degree]) = ways.next().map(Vec::as_slice) else { return None };
    let same = ways.all(|way| way[..] == [*degree]);
    (same && !degree.open && degree.level.low > 0.0).then_some(*degree)
}

/// The level of the best degree of a cell as of a year, whatever its field: at least the best of those finished.
pub(crate) fn level(cell: &str, formats: &Formats, year: i32) -> Heard {
    let as_of = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or_default();
    let Degrees { mut ways, left } = read(cell, &FieldList::default(), formats, as_of);
    for way in &mut ways {
        // A field alone says no level.
        way.retain(|found| found.level != NamedDegree::ANY.level || found.open);
    }
    let count = |found: &NamedDegree| match found.is_finished(as_of) {
        true => found.level,
        false => Range::between(0.0, found.level.high),
    };
    let understood = best(&ways, count);
    let open = ways.iter().flatten().any(|found| found.open);
    Heard { understood, left: if open || understood == Reading::UNREADABLE { left } else { Vec::new() } }
}

/// The best degree, in whichever way the cell is read: at least the best of what each surely is, at most the best of
/// what each may be.
pub(crate) fn best(ways: &[Vec<NamedDegree>], count: impl Fn(&NamedDegree) -> Range) -> Reading {
    if ways.iter().all(Vec::is_empty) {
        return Reading::UNREADABLE;
    }
    let of_way = |way: &Vec<NamedDegree>| {
        let best = |a: Range, b: Range| Range::between(a.low.max(b.low), a.high.max(b.high));
        // What cannot be read in one of the ways can be anything.
        way.iter().map(&count).reduce(best).unwrap_or(NamedDegree::ANY.level)
    };
    ways.iter().map(of_way).reduce(Range::hull).map_or(Reading::UNREADABLE, Reading::Within)
}

/// Which lexemes are levels for certain, and which may be: an abbreviation that is another word as well ("ma", "des").
///
/// What it is follows from its place: alone, between marks, or before what leads to a field, it is a degree. Capitals
/// settle a doubt that the place leaves, and small letters leave it.
fn levels(lexed: &Lexed<'_>) -> (Vec<bool>, Vec<bool>) {
    let place = LevelPlace(lexed);
    let may = |at: usize| place.is_level(at) && !(place.is_article(at) && place.is_small(at));
    let may: Vec<bool> = (0..lexed.len()).map(may).collect();
    let sure = |at: usize| may[at] && (!place.is_other(at) || place.is_sure(at)) && !place.is_of_a_name(at);
    let sure = (0..lexed.len()).map(sure).collect();
    (sure, may)
}

/// The places of lexemes that may be levels.
struct LevelPlace<'a>(&'a Lexed<'a>);

impl LevelPlace<'_> {
    fn is_level(&self, at: usize) -> bool {
        self.0.has(at, is!(Sense::Degree(..)))
    }

    fn is_word(&self, at: usize) -> bool {
        self.0.is(at, TokenKind::Word)
    }

    /// Whether no word is here: a mark, a figure, or an end of the cell.
    fn is_edge(&self, at: Option<usize>) -> bool {
        at.is_none_or(|at| !self.is_word(at))
    }

    /// Whether it is another word as well.
    fn is_other(&self, at: usize) -> bool {
        self.0.has(at, |sense| {
            !matches!(sense, Sense::Degree(..) | Sense::UnderWay | Sense::Study(Study::Licence | Study::Title))
                && !is_subject(sense)
        })
    }

    /// Whether it is written in small letters, or all of the cell in capitals.
    fn is_small(&self, at: usize) -> bool {
        let Some(token) = self.0.token(at) else { return true };
        let dotted = self.0.text.get(token.span.clone()).is_some_and(|text| text.contains('.'));
        !dotted && self.0.tokens_of(at).len() == 1 && (token.case != Case::Upper || self.0.shouts())
    }

    /// "droit des affaires": an article between two words of a field.
    fn is_article(&self, at: usize) -> bool {
        let noun = |at: usize| self.is_word(at) && !self.0.has(at, |sense| !is_subject(sense));
        self.0.has(at, is!(Sense::Slot(Slot::Article | Slot::Within) | Sense::Study(Study::Of)))
            && at.checked_sub(1).is_some_and(noun)
            && noun(at + 1)
    }

    /// Whether it may belong to a name: a title before somebody's ("Dr. Jones"), initials before the rest of a school's
    /// ("B.E., M.S. Ramaiah Institute"), a state after where the school is ("Boston University, MA").
    fn is_of_a_name(&self, at: usize) -> bool {
        let name = |at: usize| {
            let capital = self.0.token(at).is_some_and(|token| token.case != Case::Lower);
            self.is_word(at) && capital && self.0.senses(at).is_empty() && !self.0.shouts()
        };
        let institution = |at: usize| self.0.has(at, is!(Sense::Study(Study::Institution))) && !self.is_level(at);
        let title = self.0.has(at, is!(Sense::Study(Study::Title))) && name(at + 1);
        let comma = at > 1 && self.0.cursor_at(at - 1).text(0) == ",";
        // What is said of the degree before may be the school that follows, or nothing.
        let school = (at + 1..self.0.len()).find(|next| !name(*next)).is_some_and(institution);
        let letters = self.0.written(at, at + 1).chars().filter(|c| c.is_alphabetic()).count();
        let initials = comma && school && letters == 2 && (self.is_level(at - 2) || at == 2);
        let ends = self.is_edge(Some(at + 1)) && (at + 1 == self.0.len() || self.0.cursor_at(at + 1).ends());
        let dated = self.0.cursor_at(at + 1).figure(0).or_else(|| self.0.cursor_at(at + 1).figure(1)).is_some();
        let listed = self.0.cursor_at(at + 1).text(0) == ",";
        let state = comma && letters == 2 && (institution(at - 2) || name(at - 2)) && (ends && !listed || dated);
        title || initials || state
    }

    /// Whether its place and its capitals tell that it is a level.
    fn is_sure(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        let ends = self.is_edge(Some(at + 1));
        // "Boston, MA"
        let town = at > 1 && self.0.cursor_at(at - 1).text(0) == "," && self.0.has(at - 2, is!(Sense::Place));
        if town && ends {
            return false;
        }
        let alone = (0..self.0.len()).all(|other| other == at || !self.is_word(other));
        let joined = before.is_some_and(|before| self.0.has(before, is!(Sense::Joint(_))));
        let leads = self.0.has(at + 1, is!(Sense::Study(Study::Field)));
        let next = at + 1 + usize::from(self.0.has(at + 1, is!(Sense::Study(Study::Of))));
        let subject = !self.is_level(next) && self.0.has(next, is!(Sense::Subject(_) | Sense::Near(_)));
        !self.is_small(at)
            || alone
            || at > 0 && self.is_edge(before) && ends
            || (self.is_edge(before) || joined) && leads
            || at == 0 && subject
    }
}

/// Whether it is a word of a subject.
fn is_subject(sense: Sense) -> bool {
    matches!(sense, Sense::Subject(_) | Sense::Near(_) | Sense::Part)
}
